//! The driver's rings as a smoltcp device.

use fixnic_abi::limits::MAX_FRAME_BYTES;
use fixnic_driver::{Device, Nic};
use smoltcp::phy::{self, Checksum, ChecksumCapabilities, DeviceCapabilities, Medium};
use smoltcp::time::Instant;

/// Longest frame sent, in bytes without FCS: standard Ethernet.
pub(super) const MTU: usize = 1514;

/// One received frame, or none, and the TX ring, for one call into smoltcp.
pub(super) struct RingPhy<'a, D: Device> {
    pub nic: &'a mut Nic<D>,
    pub received: &'a mut Option<&'a [u8]>,
    pub tx_buffer: &'a mut [u8; MAX_FRAME_BYTES],
}

/// The frame, read already.
pub(super) struct RxToken<'a>(&'a [u8]);

/// Room for one frame in the TX ring.
pub(super) struct TxToken<'a, D: Device> {
    nic: &'a mut Nic<D>,
    buffer: &'a mut [u8; MAX_FRAME_BYTES],
}

impl<D: Device> phy::Device for RingPhy<'_, D> {
    type RxToken<'b>
        = RxToken<'b>
    where
        Self: 'b;
    type TxToken<'b>
        = TxToken<'b, D>
    where
        Self: 'b;

    fn receive(&mut self, now: Instant) -> Option<(RxToken<'_>, TxToken<'_, D>)> {
        self.received.as_ref()?;
        let tx = self.transmit(now).is_some();
        let frame = if tx { self.received.take()? } else { return None };
        Some((
            RxToken(frame),
            TxToken {
                nic: self.nic,
                buffer: self.tx_buffer,
            },
        ))
    }

    fn transmit(&mut self, _now: Instant) -> Option<TxToken<'_, D>> {
        // A ring that lies shows itself to the caller's own look at it.
        (self.nic.tx_room().ok()? > 0).then_some(TxToken {
            nic: self.nic,
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

impl<D: Device> phy::TxToken for TxToken<'_, D> {
    fn consume<R, F: FnOnce(&mut [u8]) -> R>(self, len: usize, f: F) -> R {
        let frame = &mut self.buffer[..len];
        let result = f(frame);
        // There was room when the token was made, and smoltcp keeps to the MTU. TCP sends again what is lost here.
        if let Err(error) = self.nic.queue(frame) {
            tracing::warn!(%error, "a frame was not sent");
        }
        result
    }
}
