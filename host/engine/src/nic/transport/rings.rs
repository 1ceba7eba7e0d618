//! The RX rings that a transport polls, and what becomes of one that the core has stopped.
//!
//! A connection's frames come through ring 0 until it is armed, and through its own ring from then on. The entries of one ring are in
//! order; between two, the FENCE of ARM tells: what came before the command is in ring 0 by then. So a ring is not read on behind a fence before
//! ring 0 was found empty, or as many entries read of it as it holds, and only then is the fence taken.
//!
//! In an aggregate each engine has a first ring in the place of ring 0, the one with its number (docs/datapath.md, 12.3): a fence waits for that of its own
//! engine, and for no other's.

use super::super::card::Card;
use super::{failed, CardTransport, NicTransport};
use crate::transport::TransportError;
use fixnic_abi::limits::RX_RINGS;
use fixnic_abi::{FenceEntry, MsgEntry, ResyncEntry};
use fixnic_driver::device::ERROR_VECTOR;
use fixnic_driver::{Device, DeviceGone, LendError, LentRing, Nic, RingError, RxEntry, Tag};
use std::collections::VecDeque;

/// Entries taken from a ring before TCP gets to send, and the owner its turn.
pub(super) const ENTRIES_PER_POLL: usize = 1024;
/// MSG entries before a FRAME entry: 36 of the longest frame. More are not kept.
const MESSAGES_PER_FRAME_MAX: usize = 64;

/// Fences taken before the owner has its turn: each may have started the next command.
const FENCES_PER_POLL: usize = 16;

/// How long after a frame that lacks bytes the core may take to stop its ring, in nanoseconds: the answer to a write comes within microseconds.
const STOP_TIMEOUT_NS: u64 = 10_000_000;

/// What a ring has given of a frame whose FRAME entry has not come yet.
#[derive(Debug, Default)]
pub(super) struct Pending {
    pub messages: Vec<MsgEntry>,
    pub proposal: Option<ResyncEntry>,
    /// Entries read of the ring.
    entries_read: u64,
}

/// A ring beside ring 0.
#[derive(Debug)]
struct Other {
    /// `None` while the core has it stopped, and of a ring that is another thread's.
    ring: Option<LentRing>,
    /// It was not lent when the transport began.
    is_ours: bool,
    pending: Pending,
    /// A fence was found, and what is in the engine's first ring comes before it.
    awaits_fence: Option<Tag>,
}

/// A fence of a ring beside ring 0 that waits for what is in its engine's first ring.
#[derive(Debug, Clone, Copy)]
struct Waiting {
    fence: FenceEntry,
    /// Number of the first ring.
    first: usize,
    /// The count of its entries at which all was read that it can have held: a flood there, in which it is never found empty, holds nobody up for longer.
    enough: u64,
}

/// How reading a ring ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Read {
    Empty,
    /// There may be more.
    Stopped,
    /// Behind a fence.
    Fence(FenceEntry),
}

/// See the [module](self).
#[derive(Debug)]
pub(super) struct Rings {
    first: Pending,
    others: Vec<Other>,
    /// Rings that the core has stopped and that do not run again yet, a bit each.
    stopped: u32,
    /// For each ring with a frame that lacks bytes the error, and since when: the core is about to stop it.
    doubtful: [Option<(RingError, u64)>; RX_RINGS as usize],
    /// Oldest first.
    fences: VecDeque<Waiting>,
}

impl Rings {
    /// Takes every ring that is not lent, nor of those of `threads`, a bit each.
    pub fn new<D: Device>(nic: &mut Nic<D>, threads: u32) -> Self {
        // A ring that was lent through a reset is home again with this; there are no fences in a life that has just begun.
        while let Ok(Some(_)) = nic.serve_rings() {}
        nic.arm_interrupt(ERROR_VECTOR);
        let others = (1..nic.rx_rings())
            .map(|number| {
                let is_ours = threads >> number & 1 == 0;
                let ring = is_ours.then(|| nic.lend_ring(number).ok()).flatten();
                Other {
                    is_ours: ring.is_some(),
                    ring,
                    pending: Pending::new(),
                    awaits_fence: None,
                }
            })
            .collect();
        Self {
            first: Pending::new(),
            others,
            stopped: 0,
            doubtful: Default::default(),
            fences: VecDeque::with_capacity(FENCES_PER_POLL),
        }
    }

    /// A ring for another thread.
    pub fn take_for_thread<D: Device>(&mut self, nic: &mut Nic<D>, ring: u32) -> Result<LentRing, LendError> {
        let ours = (ring as usize)
            .checked_sub(1)
            .and_then(|at| self.others.get_mut(at));
        if let Some(other) = ours.filter(|other| other.is_ours && other.ring.is_some()) {
            other.is_ours = false;
            other.awaits_fence = None;
            other.pending.clear();
            return other.ring.take().ok_or(LendError::Lent { ring });
        }
        nic.lend_ring(ring)
    }

    /// Gives every ring back, before the device is reset.
    pub fn give_back(&mut self) {
        self.others.clear();
    }

    /// Rings from 0 on that sessions may be put on.
    pub fn polled(&self) -> u32 {
        1 + self.others.iter().take_while(|other| other.is_ours).count() as u32
    }

    /// Entries read of a ring.
    fn entries_read(&self, ring: usize) -> u64 {
        match ring.checked_sub(1) {
            None => self.first.entries_read,
            Some(at) => self.others.get(at).map_or(0, |other| other.pending.entries_read),
        }
    }

    /// Whether a ring is not read on before this fence is taken.
    fn stands_at(&self, ring: usize, fence: &FenceEntry) -> bool {
        let other = ring.checked_sub(1).and_then(|at| self.others.get(at));
        other.is_some_and(|other| other.awaits_fence == Some(fence.tag))
    }

    /// Takes out the oldest fence whose turn it is: its engine's first ring is `found_empty`, a bit each, or enough was read of it; or the fence stands there itself.
    fn due_fence(&mut self, found_empty: u32) -> Option<FenceEntry> {
        let is_due = |waiting: &Waiting| {
            found_empty >> waiting.first & 1 == 1
                || self.entries_read(waiting.first) >= waiting.enough
                || self.stands_at(waiting.first, &waiting.fence)
        };
        let at = self.fences.iter().position(is_due)?;
        let Waiting { fence, .. } = self.fences.remove(at)?;
        for other in &mut self.others {
            other.awaits_fence.take_if(|tag| *tag == fence.tag);
        }
        Some(fence)
    }

    /// Whether the core has stopped the ring.
    pub fn is_stopped(&self, ring: u8) -> bool {
        self.stopped >> ring & 1 == 1
    }
}

impl Pending {
    pub fn new() -> Self {
        Self {
            messages: Vec::with_capacity(MESSAGES_PER_FRAME_MAX),
            proposal: None,
            entries_read: 0,
        }
    }

    pub fn clear(&mut self) {
        self.messages.clear();
        self.proposal = None;
    }
}

impl<D: Device> NicTransport<D> {
    /// Takes what the rings hold. An error of a ring is mended by a reset of the device.
    pub(super) fn drain_rings(&mut self) -> Result<(), TransportError> {
        if self.card.nic.device_mut().take_interrupt(ERROR_VECTOR) {
            // Armed before the look, so that what comes after it is told.
            self.card.nic.arm_interrupt(ERROR_VECTOR);
            self.look_at_rings()?;
        }
        if self.card.rings.stopped != 0 {
            self.restart_rings()?;
        }
        match self.drain_all() {
            Ok(()) if self.card.rings.doubtful.iter().any(Option::is_some) => self.look_at_doubtful(),
            Ok(()) => Ok(()),
            Err(error) => self.reset_device(&error),
        }
    }

    /// Waits for the core to stop a ring in which a frame lacks bytes. Nothing of it is taken meanwhile: the driver gives the same error again.
    #[cold]
    fn look_at_doubtful(&mut self) -> Result<(), TransportError> {
        self.look_at_rings()?;
        let now_ns = self.now_ns;
        let is_late = |since_ns: u64| now_ns.saturating_sub(since_ns) >= STOP_TIMEOUT_NS;
        let mut late = self
            .card
            .rings
            .doubtful
            .iter()
            .flatten()
            .filter(|(_, since_ns)| is_late(*since_ns));
        match late.next().copied() {
            Some((error, _)) => self.reset_device(&error),
            None => Ok(()),
        }
    }

    /// A frame that lacks bytes ends the reading of its ring, and of no other.
    fn unless_unwritten(&mut self, read: Result<Read, RingError>) -> Result<Read, RingError> {
        match read {
            Err(error) => self.doubt(error).map(|()| Read::Stopped),
            read => read,
        }
    }

    fn doubt(&mut self, error: RingError) -> Result<(), RingError> {
        let RingError::Unwritten { ring, .. } = error else {
            return Err(error);
        };
        let doubtful = &mut self.card.rings.doubtful[ring as usize];
        if doubtful.is_none() {
            self.frame_counters.unwritten += 1;
            *doubtful = Some((error, self.now_ns));
        }
        Ok(())
    }

    fn drain_all(&mut self) -> Result<(), RingError> {
        self.drain_first()?;
        if self.card.rings.others.is_empty() {
            return Ok(());
        }
        for at in 0..self.card.rings.others.len() {
            self.drain_other(at)?;
        }
        let served = self.card.threads.serve(&mut self.card.nic);
        served.or_else(|error| self.doubt(error))?;
        self.take_fences()
    }

    /// Takes fences of rings beside ring 0, our own and other threads', when their engine's first ring was found empty since, or all was read of it that it can have
    /// held then. Until then their rings are not read on.
    fn take_fences(&mut self) -> Result<(), RingError> {
        let engines = self.card.nic.lookup().engines() as usize;
        for _ in 0..FENCES_PER_POLL {
            while self.card.rings.fences.len() < FENCES_PER_POLL {
                let Some(fence) = self.card.nic.serve_rings()? else {
                    break;
                };
                // Of the session's engine, as its ring is.
                let first = usize::from(fence.session) % engines;
                let rings = &mut self.card.rings;
                let enough = rings.entries_read(first) + u64::from(self.card.nic.rx_entries());
                rings.fences.push_back(Waiting { fence, first, enough });
            }
            if self.card.rings.fences.is_empty() {
                break;
            }
            let mut found_empty = u32::from(self.drain_first()? == Read::Empty);
            for first in 1..engines {
                found_empty |= u32::from(self.drain_other(first - 1)? == Read::Empty) << first;
            }
            while let Some(fence) = self.card.rings.due_fence(found_empty) {
                self.take_any_fence(&fence);
            }
            if !self.card.rings.fences.is_empty() {
                break;
            }
        }
        Ok(())
    }

    /// Takes the fence of a command, whoever gave it.
    fn take_any_fence(&mut self, fence: &FenceEntry) {
        if !self.card.threads.take_fence(&mut self.card.nic, fence) {
            self.take_fence(fence);
        }
    }

    fn drain_first(&mut self) -> Result<Read, RingError> {
        if self.card.rings.is_stopped(0) {
            return Ok(Read::Empty);
        }
        let mut pending = std::mem::take(&mut self.card.rings.first);
        let read = self.read_first(&mut pending);
        self.card.rings.first = pending;
        self.card.nic.return_credit();
        self.unless_unwritten(read)
    }

    fn drain_other(&mut self, at: usize) -> Result<Read, RingError> {
        let other = &mut self.card.rings.others[at];
        if other.awaits_fence.is_some() {
            return Ok(Read::Stopped);
        }
        let Some(mut ring) = other.ring.take() else {
            return Ok(Read::Empty);
        };
        let mut pending = std::mem::take(&mut other.pending);
        let read = self.drain_lent(&mut pending, &mut ring, |_, _| true);
        ring.return_credit();
        let other = &mut self.card.rings.others[at];
        (other.ring, other.pending) = (Some(ring), pending);
        let read = self.unless_unwritten(read)?;
        if let Read::Fence(fence) = read {
            self.card.rings.others[at].awaits_fence = Some(fence.tag);
        }
        Ok(read)
    }

    /// Reads ring 0, whose fences are taken where they stand.
    fn read_first(&mut self, pending: &mut Pending) -> Result<Read, RingError> {
        for _ in 0..ENTRIES_PER_POLL {
            // TCP answers what it gets: without room to send, frames wait in the ring.
            if self.card.tx_room()? == 0 {
                break;
            }
            let entry = self.card.nic.poll()?;
            pending.entries_read += u64::from(entry.is_some());
            match entry {
                None => return Ok(Read::Empty),
                Some(RxEntry::Frame(frame)) => {
                    self.card.nic.read_frame(&frame, &mut self.rx_buffer);
                    self.take_frame(&frame, pending);
                }
                Some(RxEntry::Fence(fence)) => self.take_any_fence(&fence),
                Some(entry) => self.take_note(entry, pending),
            }
        }
        Ok(Read::Stopped)
    }

    /// Looks for rings that the core has stopped. Their sessions go on in software until they are armed anew; what the rings still
    /// hold is not read any more, and comes again by TCP.
    pub(super) fn look_at_rings(&mut self) -> Result<(), TransportError> {
        let stopped = self.card.nic.stopped_rings().map_err(gone)?;
        for ring in (0..self.card.nic.rx_rings()).filter(|ring| stopped >> ring & 1 == 1) {
            if self.card.rings.is_stopped(ring as u8) {
                continue;
            }
            self.card.rings.stopped |= 1 << ring;
            self.card.rings.doubtful[ring as usize] = None;
            self.card.threads.ring_stopped(ring);
            tracing::error!(
                ring,
                "the core has stopped an RX ring after a write error; it is started anew, and TCP repeats what was lost"
            );
            let pending = match ring {
                0 => &mut self.card.rings.first,
                _ => &mut self.card.rings.others[ring as usize - 1].pending,
            };
            pending.clear();
            self.ring_stopped(ring as u8);
        }
        Ok(())
    }

    /// Starts stopped rings anew, those whose memory the core has let go.
    fn restart_rings(&mut self) -> Result<(), TransportError> {
        for ring in 0..self.card.nic.rx_rings() {
            if !self.card.rings.is_stopped(ring as u8) {
                continue;
            }
            let at = (ring as usize).checked_sub(1);
            if let Some(at) = at {
                // Given back. A thread that has it is told with its next poll.
                self.card.rings.others[at].ring = None;
            }
            if !self.card.nic.restart_ring(ring).map_err(gone)? {
                continue;
            }
            tracing::info!(ring, "the RX ring runs again");
            self.card.rings.stopped &= !(1 << ring);
            if let Some(other) = at.map(|at| &mut self.card.rings.others[at]) {
                other.awaits_fence = None;
                other.ring = other
                    .is_ours
                    .then(|| self.card.nic.lend_ring(ring).ok())
                    .flatten();
            }
        }
        Ok(())
    }
}

impl<C: Card> CardTransport<C> {
    /// Reads a ring beside ring 0 up to the next fence that `is_awaited`; others are none of ours.
    pub(super) fn drain_lent(
        &mut self,
        pending: &mut Pending,
        ring: &mut LentRing,
        is_awaited: impl Fn(&C, &FenceEntry) -> bool,
    ) -> Result<Read, RingError> {
        for _ in 0..ENTRIES_PER_POLL {
            // As of ring 0.
            if self.card.tx_room()? == 0 {
                break;
            }
            let entry = ring.poll()?;
            pending.entries_read += u64::from(entry.is_some());
            match entry {
                None => return Ok(Read::Empty),
                Some(RxEntry::Frame(frame)) => {
                    ring.read_frame(&frame, &mut self.rx_buffer);
                    self.take_frame(&frame, pending);
                }
                Some(RxEntry::Fence(fence)) if is_awaited(&self.card, &fence) => {
                    return Ok(Read::Fence(fence))
                }
                Some(entry) => self.take_note(entry, pending),
            }
        }
        Ok(Read::Stopped)
    }

    /// Takes an entry that is neither a frame nor a fence to wait for.
    #[inline]
    fn take_note(&mut self, entry: RxEntry, pending: &mut Pending) {
        match entry {
            RxEntry::Msg(entry) if pending.messages.len() < MESSAGES_PER_FRAME_MAX => {
                pending.messages.push(entry);
            }
            RxEntry::Msg(_) => self.offload_counters.overflow += 1,
            RxEntry::Resync(proposal) => pending.proposal = Some(proposal),
            RxEntry::Loss(loss) => {
                let sum = loss
                    .drop_fifo
                    .wrapping_add(loss.drop_disabled)
                    .wrapping_add(loss.drop_ring);
                self.frame_counters.dropped = u64::from(sum);
            }
            RxEntry::Frame(_) | RxEntry::Fence(_) => {}
        }
    }
}

fn gone(error: DeviceGone) -> TransportError {
    failed("reach the device", error)
}
