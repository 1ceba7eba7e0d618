//! RX rings that are polled by a thread of their own.
use crate::device::Device;
use crate::error::RingError;
use crate::lease::{lend, FenceWords, Lender, Lent};
use crate::nic::Begin;
use crate::rx_ring::{ring_doorbell, RxEntry, RxRing};
use fixnic_abi::limits::MAX_FRAME_BYTES;
use fixnic_abi::{FenceEntry, FrameEntry};

/// One RX ring in the hands of one thread, from [`Nic::lend_ring`](crate::Nic::lend_ring). It may move to another thread; dropping it gives it back.
///
/// The device's registers stay with the thread that owns the [`Nic`](crate::Nic): credit returned here, and fences found here, reach device and
/// mailbox with that thread's next [`Nic::serve_rings`](crate::Nic::serve_rings). Nothing here makes a system call, allocates or, but for the drop, locks.
///
/// Whoever drops a ring in mid-stream loses the frames that come until it is lent anew; its sessions are to be disarmed before, or taken as lost.
#[derive(Debug)]
pub struct LentRing {
    lent: Lent<Loan>,
    number: u32,
    epoch: u8,
}

/// What is lent.
#[derive(Debug)]
struct Loan {
    ring: RxRing,
    /// A fence that the owner has no room for yet.
    unsent: Option<FenceWords>,
}

impl LentRing {
    /// The next entry, if the device has written one; see [`RxRing::poll`]. A fence is handed to the owner as well, who
    /// passes it to its mailbox; here it tells which frames its command came before.
    ///
    /// # Errors
    /// As [`RxRing::poll`]: the owner is to reset the device, or with [`RingError::Unwritten`] to start the ring anew, for which it is to be
    /// dropped. [`RingError::Ended`] when the owner has reset or closed the device, or has found that the core stopped the ring.
    #[inline(always)]
    pub fn poll(&mut self) -> Result<Option<RxEntry>, RingError> {
        if self.lent.is_ended() {
            return Err(RingError::Ended { ring: self.number });
        }
        if self.has_unsent() {
            return Ok(None);
        }
        let Some(loan) = self.lent.thing() else {
            return Ok(None);
        };
        let entry = loan.ring.poll()?;
        if let Some(RxEntry::Fence(fence)) = &entry {
            loan.unsent = Some(bytemuck::cast(*fence));
            self.has_unsent();
        }
        Ok(entry)
    }

    /// Tries to hand over a fence that waits, and gives whether one still does.
    #[inline]
    fn has_unsent(&mut self) -> bool {
        let Some(words) = self.lent.thing_ref().and_then(|loan| loan.unsent) else {
            return false;
        };
        let handed_over = self.lent.hand_over(words);
        if let (true, Some(loan)) = (handed_over, self.lent.thing()) {
            loan.unsent = None;
        }
        !handed_over
    }

    /// Copies the bytes of a frame polled since the last [`LentRing::return_credit`]. See [`RxRing::read_frame`].
    #[inline]
    pub fn read_frame(&self, frame: &FrameEntry, out: &mut [u8; MAX_FRAME_BYTES]) -> usize {
        match self.lent.thing_ref() {
            Some(loan) => loan.ring.read_frame(frame, out),
            None => 0,
        }
    }

    /// Gives the room of everything polled back.
    #[inline]
    pub fn return_credit(&mut self) {
        if let Some(credit) = self.lent.thing().and_then(|loan| loan.ring.take_credit()) {
            self.lent.return_credit(credit);
        }
    }

    /// Number of the ring.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The life of the device that the ring's entries are of.
    pub fn epoch(&self) -> u8 {
        self.epoch
    }
}

/// A ring beside ring 0, at its owner's.
#[derive(Debug)]
pub(crate) struct OtherRing {
    /// `None` only while the state changes.
    ring: Option<Loan>,
    lender: Option<Lender<Loan>>,
    number: u32,
    /// The core has stopped the ring, or the device was reset while it was lent.
    is_off: bool,
}

impl OtherRing {
    pub(crate) fn new(ring: RxRing) -> Self {
        Self {
            number: ring.number(),
            ring: Some(Loan { ring, unsent: None }),
            lender: None,
            is_off: false,
        }
    }

    /// The core has stopped the ring: nothing of it is taken any more.
    pub(crate) fn stop(&mut self) {
        self.is_off = true;
        if let Some(lender) = &self.lender {
            lender.end();
        }
    }

    /// Begins anew in the same life of the device, when the ring is off and has come back.
    pub(crate) fn begin_anew(&mut self, device: &mut impl Device, begin: &mut Begin<'_>) {
        if !self.is_off {
            return;
        }
        if self.lender.as_ref().is_some_and(Lender::is_home) {
            self.ring = self.lender.take().and_then(|mut lender| lender.take_home());
        }
        if let Some(loan) = &mut self.ring {
            if begin.ring(device, &mut loan.ring) {
                loan.unsent = None;
                self.is_off = false;
            }
        }
    }

    pub(crate) fn is_lent(&self) -> bool {
        self.lender.is_some()
    }

    /// Enables the ring in a new life of the device, if it is here.
    pub(crate) fn enable(&mut self, device: &mut impl Device, epoch: u8) {
        if let Some(loan) = &mut self.ring {
            // A fence of the life before answers nothing any more.
            loan.unsent = None;
            loan.ring.enable(device, epoch);
            self.is_off = false;
        }
    }

    /// The device is about to be reset.
    pub(crate) fn end(&mut self) {
        if let Some(lender) = &self.lender {
            lender.end();
            self.is_off = true;
        }
    }

    pub(crate) fn is_off(&self) -> bool {
        self.is_off
    }

    pub(crate) fn lend(&mut self) -> Option<LentRing> {
        let loan = self.ring.take()?;
        let (epoch, credit) = (loan.ring.epoch(), loan.ring.credit());
        let (lender, lent) = lend(loan, credit);
        self.lender = Some(lender);
        Some(LentRing {
            lent,
            number: self.number,
            epoch,
        })
    }

    #[inline]
    pub(crate) fn serve(
        &mut self,
        device: &mut impl Device,
        frames_discarded: &mut u64,
    ) -> Result<Option<FenceEntry>, RingError> {
        if self.is_off {
            return Ok(None);
        }
        if let Some(lender) = &mut self.lender {
            // Asked first: what the thread left behind is then seen below.
            let is_home = lender.is_home();
            if let Some(credit) = lender.credit() {
                ring_doorbell(device, self.number, credit);
            }
            if let Some(words) = lender.fence() {
                return Ok(Some(bytemuck::cast(words)));
            }
            if !is_home {
                return Ok(None);
            }
            self.ring = lender.take_home();
            self.lender = None;
        }
        let Some(loan) = &mut self.ring else {
            return Ok(None);
        };
        if let Some(words) = loan.unsent.take() {
            return Ok(Some(bytemuck::cast(words)));
        }
        let fence = discard(&mut loan.ring, frames_discarded);
        loan.ring.return_credit(device);
        fence
    }
}

/// Empties a ring up to its next fence, for at most as long as it has entries.
fn discard(ring: &mut RxRing, frames: &mut u64) -> Result<Option<FenceEntry>, RingError> {
    for _ in 0..ring.entries() {
        match ring.poll()? {
            Some(RxEntry::Fence(fence)) => return Ok(Some(fence)),
            Some(RxEntry::Frame(_)) => *frames += 1,
            Some(_) => {}
            None => break,
        }
    }
    Ok(None)
}
