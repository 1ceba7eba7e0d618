//! A card as a smoltcp device.

use super::card::Card;
use fixnic_abi::limits::MAX_FRAME_BYTES;
use smoltcp::phy::{self, Checksum, ChecksumCapabilities, DeviceCapabilities, Medium};
use smoltcp::time::Instant;

/// Longest frame sent, in bytes without FCS: standard Ethernet.
pub(super) const MTU: usize = 1514;

/// One received frame, or none, and the way out, for one call into smoltcp.
pub(super) struct CardPhy<'a, C: Card> {
    pub card: &'a mut C,
    pub received: &'a mut Option<&'a [u8]>,
    pub tx_buffer: &'a mut [u8; MAX_FRAME_BYTES],
}

/// The frame, read already.
pub(super) struct RxToken<'a>(&'a [u8]);

/// Room for one frame to send.
pub(super) struct TxToken<'a, C: Card> {
    card: &'a mut C,
    buffer: &'a mut [u8; MAX_FRAME_BYTES],
}

impl<C: Card> phy::Device for CardPhy<'_, C> {
    type RxToken<'b>
        = RxToken<'b>
    where
        Self: 'b;
    type TxToken<'b>
        = TxToken<'b, C>
    where
        Self: 'b;

    fn receive(&mut self, now: Instant) -> Option<(RxToken<'_>, TxToken<'_, C>)> {
        self.received.as_ref()?;
        let tx = self.transmit(now).is_some();
        let frame = if tx { self.received.take()? } else { return None };
        Some((
            RxToken(frame),
            TxToken {
                card: self.card,
                buffer: self.tx_buffer,
            },
        ))
    }

    fn transmit(&mut self, _now: Instant) -> Option<TxToken<'_, C>> {
        // A ring that lies shows itself to the caller's own look at it.
        (self.card.tx_room().ok()? > 0).then_some(TxToken {
            card: self.card,
            buffer: self.tx_buffer,
        })
    }

    fn capabilities(&self) -> DeviceCapabilities {
        let mut checksum = ChecksumCapabilities::default();
        // The core has verified both, and the transport passes on only what it found right.
        checksum.ipv4 = Checksum::Tx;
        checksum.tcp = Checksum::Tx;
        let mut capabilities = DeviceCapabilities::default();
        capabilities.medium = Medium::Ethernet;
        capabilities.max_transmission_unit = MTU;
        capabilities.checksum = checksum;
        capabilities
    }
}

impl phy::RxToken for RxToken<'_> {
    fn consume<R, F: FnOnce(&[u8]) -> R>(self, f: F) -> R {
        f(self.0)
    }
}

impl<C: Card> phy::TxToken for TxToken<'_, C> {
    fn consume<R, F: FnOnce(&mut [u8]) -> R>(self, len: usize, f: F) -> R {
        let frame = &mut self.buffer[..len];
        let result = f(frame);
        // There was room when the token was made, and smoltcp keeps to the MTU. TCP sends again what is lost here.
        if let Err(error) = self.card.queue(frame) {
            tracing::warn!(%error, "a frame was not sent");
        }
        result
    }
}
