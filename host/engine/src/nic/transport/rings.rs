//! The RX rings that a transport polls, and what becomes of one that the core has stopped.
//!
//! A connection's frames come through ring 0 until it is armed, and through its own ring from then on. The entries of one ring are in
//! order; between two, the FENCE of ARM tells: what came before the command is in ring 0 by then. So a ring is not read on behind a fence before
//! ring 0 was found empty, and only then is the fence taken.

use super::{failed, NicTransport};
use crate::transport::{TransportError, TransportEvent};
use fixnic_abi::limits::RX_RINGS;
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::{MsgEntry, ResyncEntry};
use fixnic_driver::device::ERROR_VECTOR;
use fixnic_driver::{Device, DeviceGone, LentRing, Nic, RingError, RxEntry};

/// Entries taken from a ring before TCP gets to send, and the owner its turn.
const ENTRIES_PER_POLL: usize = 1024;
/// MSG entries before a FRAME entry: 36 of the longest frame. More are not kept.
const MESSAGES_PER_FRAME_MAX: usize = 64;

/// How long after a frame that lacks bytes the core may take to stop its ring, in nanoseconds: the answer to a write comes within microseconds.
const STOP_TIMEOUT_NS: u64 = 10_000_000;

/// What a ring has given of a frame whose FRAME entry has not come yet.
#[derive(Debug, Default)]
pub(super) struct Pending {
    pub messages: Vec<MsgEntry>,
    pub proposal: Option<ResyncEntry>,
}

/// A ring beside ring 0.
#[derive(Debug)]
struct Other {
    /// `None` while the core has it stopped, and of a ring that is another thread's.
    ring: Option<LentRing>,
    /// It was not lent when the transport began.
    is_ours: bool,
    pending: Pending,
    /// A fence was found, and what is in ring 0 comes first.
    awaits_fence: bool,
}

/// How reading a ring ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Read {
    Empty,
    /// There may be more.
    Stopped,
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
}

impl Rings {
    /// Takes every ring that is not lent.
    pub fn new<D: Device>(nic: &mut Nic<D>) -> Self {
        // A ring that was lent through a reset is home again with this; there are no fences in a life that has just begun.
        while let Ok(Some(_)) = nic.serve_rings() {}
        nic.arm_interrupt(ERROR_VECTOR);
        let others = (1..nic.rx_rings())
            .map(|number| {
                let ring = nic.lend_ring(number).ok();
                Other {
                    is_ours: ring.is_some(),
                    ring,
                    pending: Pending::new(),
                    awaits_fence: false,
                }
            })
            .collect();
        Self {
            first: Pending::new(),
            others,
            stopped: 0,
            doubtful: Default::default(),
        }
    }

    /// Gives every ring back, before the device is reset.
    pub fn give_back(&mut self) {
        self.others.clear();
    }

    /// Rings from 0 on that sessions may be put on.
    pub fn polled(&self) -> u32 {
        1 + self.others.iter().take_while(|other| other.is_ours).count() as u32
    }

    /// Whether the core has stopped the ring.
    pub fn is_stopped(&self, ring: u8) -> bool {
        self.stopped >> ring & 1 == 1
    }
}

impl Pending {
    fn new() -> Self {
        Self {
            messages: Vec::with_capacity(MESSAGES_PER_FRAME_MAX),
            proposal: None,
        }
    }

    fn clear(&mut self) {
        self.messages.clear();
        self.proposal = None;
    }
}

impl<D: Device> NicTransport<D> {
    /// Takes what the rings hold. An error of a ring is mended by a reset of the device.
    pub(super) fn drain_rings(&mut self) -> Result<(), TransportError> {
        if self.nic.device_mut().take_interrupt(ERROR_VECTOR) {
            // Armed before the look, so that what comes after it is told.
            self.nic.arm_interrupt(ERROR_VECTOR);
            self.look_at_rings()?;
        }
        if self.rings.stopped != 0 {
            self.restart_rings()?;
        }
        match self.drain_all() {
            Ok(()) if self.rings.doubtful.iter().any(Option::is_some) => self.look_at_doubtful(),
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
    fn unless_unwritten(&mut self, read: Result<(Read, bool), RingError>) -> Result<(Read, bool), RingError> {
        let Err(error @ RingError::Unwritten { ring, .. }) = read else {
            return read;
        };
        let doubtful = &mut self.rings.doubtful[ring as usize];
        if doubtful.is_none() {
            self.frame_counters.unwritten += 1;
            *doubtful = Some((error, self.now_ns));
        }
        Ok((Read::Stopped, false))
    }

    fn drain_all(&mut self) -> Result<(), RingError> {
        let mut read = self.drain_first()?;
        if self.rings.others.is_empty() {
            return Ok(());
        }
        let mut is_behind_fence = false;
        for at in 0..self.rings.others.len() {
            self.drain_other(at)?;
            is_behind_fence |= self.rings.others[at].awaits_fence;
        }
        if is_behind_fence {
            read = self.drain_first()?;
            // In an aggregate each engine has a ring like ring 0.
            for at in 1..self.nic.lookup().engines() as usize {
                self.drain_other(at - 1)?;
            }
        }
        // Credit waits with the fence: the ring has room for as many entries as were left in ring 0.
        if is_behind_fence && read != Read::Empty {
            return Ok(());
        }
        while let Some(fence) = self.nic.serve_rings()? {
            self.take_fence(&fence);
        }
        for other in &mut self.rings.others {
            other.awaits_fence = false;
        }
        Ok(())
    }

    /// The ring for a connection whose session asks for `ring`: that one, or in an aggregate the one of the connection's engine beside it
    /// (docs/datapath.md, 12.3).
    pub(super) fn ring_of_engine(&mut self, tuple: &FourTuple, ring: u8) -> u8 {
        let lookup = self.nic.lookup();
        let (engine, engines) = (lookup.engine(tuple) as u8, lookup.engines() as u8);
        let wanted = ring - ring % engines + engine;
        if u32::from(wanted) < self.rings.polled() {
            wanted
        } else {
            engine
        }
    }

    fn drain_first(&mut self) -> Result<Read, RingError> {
        if self.rings.is_stopped(0) {
            return Ok(Read::Empty);
        }
        let mut pending = std::mem::take(&mut self.rings.first);
        let read = self.drain(&mut pending, None);
        self.rings.first = pending;
        self.nic.return_credit();
        Ok(self.unless_unwritten(read)?.0)
    }

    fn drain_other(&mut self, at: usize) -> Result<(), RingError> {
        let other = &mut self.rings.others[at];
        if other.awaits_fence {
            return Ok(());
        }
        let Some(mut ring) = other.ring.take() else {
            return Ok(());
        };
        let mut pending = std::mem::take(&mut other.pending);
        let read = self.drain(&mut pending, Some(&mut ring));
        ring.return_credit();
        let other = &mut self.rings.others[at];
        (other.ring, other.pending) = (Some(ring), pending);
        let awaits_fence = self.unless_unwritten(read)?.1;
        self.rings.others[at].awaits_fence = awaits_fence;
        Ok(())
    }

    /// Reads a ring, ring 0 without `other`, which ends at a fence as well. Gives how it ended, and whether at a fence of `other`.
    fn drain(
        &mut self,
        pending: &mut Pending,
        mut other: Option<&mut LentRing>,
    ) -> Result<(Read, bool), RingError> {
        for _ in 0..ENTRIES_PER_POLL {
            // TCP answers what it gets: without room to send, frames wait in the ring.
            if self.nic.tx_room()? == 0 {
                break;
            }
            let polled = match &mut other {
                Some(ring) => ring.poll()?,
                None => self.nic.poll()?,
            };
            match polled {
                None => return Ok((Read::Empty, false)),
                Some(RxEntry::Msg(entry)) if pending.messages.len() < MESSAGES_PER_FRAME_MAX => {
                    pending.messages.push(entry);
                }
                Some(RxEntry::Msg(_)) => self.offload_counters.overflow += 1,
                Some(RxEntry::Frame(frame)) => {
                    match &mut other {
                        Some(ring) => ring.read_frame(&frame, &mut self.rx_buffer),
                        None => self.nic.read_frame(&frame, &mut self.rx_buffer),
                    };
                    self.take_frame(&frame, pending);
                }
                Some(RxEntry::Fence(_)) if other.is_some() => return Ok((Read::Stopped, true)),
                Some(RxEntry::Fence(fence)) => self.take_fence(&fence),
                Some(RxEntry::Resync(proposal)) => pending.proposal = Some(proposal),
                Some(RxEntry::Loss(loss)) => {
                    let sum = loss
                        .drop_fifo
                        .wrapping_add(loss.drop_disabled)
                        .wrapping_add(loss.drop_ring);
                    self.frame_counters.dropped = u64::from(sum);
                }
            }
        }
        Ok((Read::Stopped, false))
    }

    /// Looks for rings that the core has stopped. Their sessions go on in software until they are armed anew; what the rings still
    /// hold is not read any more, and comes again by TCP.
    pub(super) fn look_at_rings(&mut self) -> Result<(), TransportError> {
        let stopped = self.nic.stopped_rings().map_err(gone)?;
        for ring in (0..self.nic.rx_rings()).filter(|ring| stopped >> ring & 1 == 1) {
            if self.rings.is_stopped(ring as u8) {
                continue;
            }
            self.rings.stopped |= 1 << ring;
            self.rings.doubtful[ring as usize] = None;
            self.frame_counters.ring_stops += 1;
            tracing::error!(
                ring,
                "the core has stopped an RX ring after a write error; it is started anew, and TCP repeats what was lost"
            );
            let pending = match ring {
                0 => &mut self.rings.first,
                _ => &mut self.rings.others[ring as usize - 1].pending,
            };
            pending.clear();
            for connection in self.connections.values_mut() {
                let is_there = connection.ring.is_some_and(|number| u32::from(number) == ring);
                if let Some(offload) = connection.offload.as_mut().filter(|_| is_there) {
                    offload.reset();
                }
            }
            self.events
                .push_back(TransportEvent::RingStopped { ring: ring as u8 });
        }
        Ok(())
    }

    /// Starts stopped rings anew, those whose memory the core has let go.
    fn restart_rings(&mut self) -> Result<(), TransportError> {
        for ring in 0..self.nic.rx_rings() {
            if !self.rings.is_stopped(ring as u8) {
                continue;
            }
            let at = (ring as usize).checked_sub(1);
            if let Some(at) = at {
                // Given back. A thread that has it is told with its next poll.
                self.rings.others[at].ring = None;
            }
            if !self.nic.restart_ring(ring).map_err(gone)? {
                continue;
            }
            tracing::info!(ring, "the RX ring runs again");
            self.rings.stopped &= !(1 << ring);
            if let Some(other) = at.map(|at| &mut self.rings.others[at]) {
                other.awaits_fence = false;
                other.ring = other.is_ours.then(|| self.nic.lend_ring(ring).ok()).flatten();
            }
        }
        Ok(())
    }
}

fn gone(error: DeviceGone) -> TransportError {
    failed("reach the device", error)
}
