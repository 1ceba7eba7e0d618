//! What the owner of a card and the threads that have a ring of it tell each other.
//!
//! Three channels a thread, each from one thread to one other, bounded and without locks:
//!
//! * `Passed`, from the owner: frames of ring 0 (of an aggregate, of each engine's first ring) whose local port is the thread's, and notices. Frames without room are dropped and counted: TCP repeats them. Notices are never dropped: as
//!   many wait at the owner as the thread has asked questions, and no frame overtakes one.
//! * `Asked`, to the owner: commands, places in the core, errors of the ring.
//! * `SentFrame`, to the owner: frames to send. Without room the thread's TCP gets no turn to send.
//!
//! That notices and frames share a channel keeps a connection's frames in order over its ARM: the fence stands in the thread's own ring, which is not read on
//! before the owner has told the same fence, and the owner tells it when it has found ring 0, or the first ring of the fence's engine, empty, with the frames of before passed on.

use super::config::FrameCounters;
use super::phy::MTU;
use super::segment::{is_arp_reply, Segment};
use super::transport::EPHEMERAL_PORT_MIN;
use fixnic_abi::limits::{MAX_FRAME_BYTES, RX_RINGS};
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::{FenceEntry, FrameEntry};
use fixnic_driver::channel::{channel, Receiver, Sender};
use fixnic_driver::mailbox::CHOSEN_TAG_MIN;
use fixnic_driver::{
    Command, Device, LendError, LentRing, LookupError, Nic, Place, RingError, SendError, Tag,
};
use std::collections::VecDeque;
use std::ops::RangeInclusive;

/// Frames and notices under way to a thread.
const PASSED_MAX: usize = 256;
/// Frames under way from a thread to the TX ring.
const SENT_MAX: usize = 256;
/// Questions of a thread that the owner has not answered yet; the thread's next ones wait in their channel.
const NOTICES_MAX: usize = 1024;
/// Frames taken from a thread before the next one has its turn.
const FRAMES_PER_TURN: usize = 64;
/// Local ports for outgoing connections that each ring has.
const EPHEMERAL_PORTS: u16 = 4_096;

/// Told to a thread.
#[derive(Debug, Clone, Copy)]
pub(super) enum Notice {
    /// A frame of ring 0; its bytes go along.
    Frame(FrameEntry),
    /// A command was applied or refused, and every earlier frame of ring 0 was passed on before.
    Fence(FenceEntry),
    /// A command could not be given.
    NotGiven(Tag),
    /// The place asked for.
    Place(FourTuple, Result<Place, LookupError>),
    /// The core has stopped the ring.
    RingStopped,
    /// The device was reset, and this is the number of its new life.
    Reset(u32),
    /// The ring runs again; it goes along.
    Ring,
}

/// A slot of the way to a thread.
#[derive(Debug)]
pub(super) struct Passed {
    pub notice: Notice,
    pub ring: Option<LentRing>,
    pub bytes: [u8; MAX_FRAME_BYTES],
}

/// Asked of the owner.
#[derive(Debug, Clone, Copy)]
pub(super) enum Request {
    Command(Tag, Command),
    TakePlace(FourTuple),
    /// Gives back a place that was never armed.
    Release(Place),
    /// What the ring holds cannot be trusted; and how often it had been lent then.
    RingError(RingError, u32),
}

/// A request, and the life of the device that it is about.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    pub life: u32,
    pub request: Request,
}

/// A frame to send.
#[derive(Debug)]
pub(super) struct SentFrame {
    pub length: usize,
    pub bytes: [u8; MTU],
}

/// The thread's ends.
#[derive(Debug)]
pub(super) struct OwnerLink {
    pub passed: Receiver<Passed>,
    pub asked: Sender<Asked>,
    pub sent: Sender<SentFrame>,
}

/// The owner's ends.
#[derive(Debug)]
struct ThreadLink {
    passed: Sender<Passed>,
    asked: Receiver<Asked>,
    sent: Receiver<SentFrame>,
    /// Wait for room.
    notices: VecDeque<Notice>,
    /// Commands given whose fence has not come yet.
    under_way: usize,
    /// Its ring was lent to it, and runs as far as is known.
    has_ring: bool,
    /// How often its ring was lent to it.
    lendings: u32,
}

/// The threads that have a ring, at the owner's.
#[derive(Debug)]
pub(super) struct Threads {
    of_ring: [Option<Box<ThreadLink>>; RX_RINGS as usize],
    /// Ring of each local port's thread, 0 for the owner's own; empty until the first ring is lent.
    ports: Vec<u8>,
    /// Ring of the thread that has a session number.
    sessions: Vec<u8>,
    /// Where a thread's tags go on, so that nobody takes the fence of a thread before it for his.
    next_tags: [Tag; RX_RINGS as usize],
    /// Lives of the device, as the threads are told.
    life: u32,
    /// Turns, so that each thread is the first once in a while.
    turns: u32,
}

/// Why a ring cannot be lent to a thread with an engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ThreadError {
    /// The ring.
    #[error(transparent)]
    Ring(#[from] LendError),
    /// Sessions of this engine use it.
    #[error("RX ring {ring} has {connections} connections of this engine: lend it before the engine puts sessions there")]
    InUse {
        /// Number of the ring.
        ring: u32,
        /// Connections whose frames it carries.
        connections: usize,
    },
    /// Two threads cannot share a local port.
    #[error("local port {port} is used already, by the thread of RX ring {by} (0: by the owner's engine); give each engine ports of its own")]
    Port {
        /// The port.
        port: u16,
        /// Whose it is.
        by: u8,
    },
    /// What of an engine's frames is of no session comes through its first ring, to the owner.
    #[error("RX ring {ring} is the first ring of an engine of an aggregate of {engines}, which the card's owner polls for all; {}", instead(*engines))]
    FirstRing {
        /// Number of the ring.
        ring: u32,
        /// Engines of the aggregate.
        engines: u32,
    },
}

/// What can be done where an engine's first ring was to be lent.
fn instead(engines: u32) -> String {
    if engines < RX_RINGS {
        let last = RX_RINGS - 1;
        format!("lend one of rings {engines} to {last} (in a settings file: NicRing={engines} to {last})")
    } else {
        format!("a card of {RX_RINGS} rings has no other: take one with fewer engines, or poll them all with one NicTransport (in a settings file: NicThreads=N)")
    }
}

/// The local ports for outgoing connections of a ring's thread.
pub(super) fn ephemeral_ports(ring: u32) -> RangeInclusive<u16> {
    let first = EPHEMERAL_PORT_MIN + ring as u16 * EPHEMERAL_PORTS;
    first..=first + (EPHEMERAL_PORTS - 1)
}

/// Questions under way to the owner: enough that every session can be disarmed at once.
pub(super) fn asked_max(sessions: u16) -> usize {
    2 * usize::from(sessions) + NOTICES_MAX
}

/// The tag with this count of the thread of `ring`.
pub(super) fn tag(ring: u32, count: u32) -> Tag {
    ring * CHOSEN_TAG_MIN + count % CHOSEN_TAG_MIN
}

impl Threads {
    pub fn new(sessions: u16) -> Self {
        Self {
            of_ring: Default::default(),
            ports: Vec::new(),
            sessions: vec![0; usize::from(sessions)],
            next_tags: [0; RX_RINGS as usize],
            life: 0,
            turns: 0,
        }
    }

    /// Rings that threads have, a bit each.
    pub fn rings(&self) -> u32 {
        let taken = |ring: &u32| self.of_ring[*ring as usize].is_some();
        (0..RX_RINGS).filter(taken).map(|ring| 1 << ring).sum()
    }

    /// The ring of the thread that has a local port; 0 if it is the owner's.
    #[inline]
    pub fn of_port(&self, port: u16) -> u8 {
        self.ports.get(usize::from(port)).copied().unwrap_or(0)
    }

    /// Whether a thread could have a ring with these ports to listen on.
    pub fn check(&self, ring: u32, listen: &[u16]) -> Result<(), ThreadError> {
        if self.of_ring[ring as usize].is_some() {
            return Err(LendError::Lent { ring }.into());
        }
        for port in listen.iter().copied().chain(ephemeral_ports(ring)) {
            match self.of_port(port) {
                0 => {}
                by => return Err(ThreadError::Port { port, by }),
            }
        }
        Ok(())
    }

    /// Sets up what a thread and its owner share, when [`Threads::check`] was right. Gives the thread's ends, the life of the device and where its tags go on.
    pub fn add(&mut self, ring: u32, listen: &[u16]) -> (OwnerLink, u32, u32) {
        let ports = || listen.iter().copied().chain(ephemeral_ports(ring));
        self.ports.resize(1 << 16, 0);
        for port in ports() {
            self.ports[usize::from(port)] = ring as u8;
        }
        let (passed, passed_to) = channel(PASSED_MAX, || Passed {
            notice: Notice::Ring,
            ring: None,
            bytes: [0; MAX_FRAME_BYTES],
        });
        let request = Request::RingError(RingError::Ended { ring }, 0);
        let (asking, asked) = channel(asked_max(self.sessions.len() as u16), || Asked {
            life: 0,
            request,
        });
        let (sending, sent) = channel(SENT_MAX, || SentFrame {
            length: 0,
            bytes: [0; MTU],
        });
        self.of_ring[ring as usize] = Some(Box::new(ThreadLink {
            passed,
            asked,
            sent,
            notices: VecDeque::with_capacity(NOTICES_MAX + RX_RINGS as usize),
            under_way: 0,
            has_ring: true,
            lendings: 0,
        }));
        let link = OwnerLink {
            passed: passed_to,
            asked: asking,
            sent: sending,
        };
        (link, self.life, self.next_tags[ring as usize])
    }

    /// Ends what is shared with every thread, each of which is told so by it.
    pub fn end(&mut self) {
        self.of_ring = Default::default();
        self.ports.fill(0);
    }

    /// The device is about to be reset.
    pub fn reset(&mut self) {
        self.life = self.life.wrapping_add(1);
        self.sessions.fill(0);
        for link in self.of_ring.iter_mut().flatten() {
            link.under_way = 0;
            link.has_ring = false;
            // What was to be told is of the life before.
            link.notices.clear();
            link.tell(Notice::Reset(self.life));
        }
    }

    /// The core has stopped a ring.
    pub fn ring_stopped(&mut self, ring: u32) {
        if let Some(link) = &mut self.of_ring[ring as usize] {
            link.has_ring = false;
            link.tell(Notice::RingStopped);
        }
    }

    /// Passes a good frame of ring 0, or of an engine's first ring, on. True: it is a thread's alone.
    #[inline]
    pub fn pass_on(
        &mut self,
        frame: &FrameEntry,
        segment: Option<&Segment>,
        bytes: &[u8],
        counters: &mut FrameCounters,
    ) -> bool {
        if self.ports.is_empty() {
            return false;
        }
        let Some(segment) = segment else {
            if is_arp_reply(bytes) {
                for link in self.of_ring.iter_mut().flatten() {
                    link.pass_on(frame, bytes, counters);
                }
            }
            return false;
        };
        match self.of_port(segment.tuple.local_port) {
            0 => false,
            ring => {
                if let Some(link) = &mut self.of_ring[usize::from(ring)] {
                    link.pass_on(frame, bytes, counters);
                }
                true
            }
        }
    }

    /// Whose command a fence answers is told. False: not a thread's.
    pub fn take_fence<D: Device>(&mut self, nic: &mut Nic<D>, fence: &FenceEntry) -> bool {
        let ring = fence.tag / CHOSEN_TAG_MIN;
        if self.of_ring[ring as usize].is_none() {
            return false;
        }
        // None of a command that is under way is told to nobody: so no more is told than was asked.
        let Some(command) = nic.answered(fence) else {
            return true;
        };
        self.released(nic, &command);
        if let Some(link) = &mut self.of_ring[ring as usize] {
            link.under_way = link.under_way.saturating_sub(1);
            link.tell(Notice::Fence(*fence));
        }
        true
    }

    /// Takes the place of a DISARM that was answered back.
    pub fn released<D: Device>(&mut self, nic: &mut Nic<D>, command: &Command) {
        if let Command::Disarm { place } = command {
            nic.lookup().release(place.session);
            self.sessions[usize::from(place.session)] = 0;
        }
    }

    /// Does what threads have asked for, gives them what waits for them, and takes their frames as far as the TX ring has room.
    ///
    /// # Errors
    /// What a thread has found in its ring, and of the TX ring.
    pub fn serve<D: Device>(&mut self, nic: &mut Nic<D>) -> Result<(), RingError> {
        self.turns = self.turns.wrapping_add(1);
        for nth in 1..RX_RINGS {
            let ring = 1 + (self.turns.wrapping_add(nth)) % (RX_RINGS - 1);
            let Some(link) = &mut self.of_ring[ring as usize] else {
                continue;
            };
            if link.asked.is_closed() {
                // Its last words leave.
                if link.take_frames(nic)? {
                    self.remove(nic, ring);
                }
                continue;
            }
            if !link.has_ring && link.notices.is_empty() && link.passed.room() > 0 {
                // Not before the thread has dropped it, and the core lets it run.
                if let Ok(lent) = nic.lend_ring(ring) {
                    link.has_ring = link.passed.send(|slot| {
                        (slot.notice, slot.ring) = (Notice::Ring, Some(lent));
                    });
                    link.lendings += u32::from(link.has_ring);
                }
            }
            self.take_requests(nic, ring)?;
            if let Some(link) = &mut self.of_ring[ring as usize] {
                link.tell_waiting();
                link.take_frames(nic)?;
            }
        }
        Ok(())
    }

    fn take_requests<D: Device>(&mut self, nic: &mut Nic<D>, ring: u32) -> Result<(), RingError> {
        let Some(link) = &mut self.of_ring[ring as usize] else {
            return Ok(());
        };
        while link.notices.len() + link.under_way < NOTICES_MAX {
            let Some(Asked { life, request }) = link.asked.receive(|asked| *asked) else {
                break;
            };
            if let Request::Command(tag, _) = request {
                self.next_tags[ring as usize] = tag % CHOSEN_TAG_MIN + 1;
            }
            // Of a life before: nothing that it is about is there any more, and the thread is about to learn it.
            if life != self.life {
                continue;
            }
            match request {
                Request::Command(tag, command) => match nic.submit_as(tag, command) {
                    Ok(()) => {
                        link.under_way += 1;
                        if let Command::Disarm { place } = command {
                            // Not the thread's any more, should it end before the fence.
                            self.sessions[usize::from(place.session)] = 0;
                        }
                    }
                    Err(error) => {
                        tracing::warn!(%error, ring, "a command of a thread is not given");
                        link.tell(Notice::NotGiven(tag));
                    }
                },
                Request::TakePlace(tuple) => {
                    let place = nic.lookup().take(tuple);
                    if let Ok(place) = place {
                        self.sessions[usize::from(place.session)] = ring as u8;
                    }
                    link.tell(Notice::Place(tuple, place));
                }
                Request::Release(place) => {
                    nic.lookup().release(place.session);
                    self.sessions[usize::from(place.session)] = 0;
                }
                // Unless it is about what the ring held before it was started anew.
                Request::RingError(error, lendings) if link.has_ring && lendings == link.lendings => {
                    return Err(error);
                }
                Request::RingError(..) => {}
            }
        }
        Ok(())
    }

    /// A thread has ended: its sessions are disarmed, its ports are the owner's, who answers for them, and its ring can be lent anew when it is back.
    #[cold]
    fn remove<D: Device>(&mut self, nic: &mut Nic<D>, ring: u32) {
        self.of_ring[ring as usize] = None;
        for port in &mut self.ports {
            if u32::from(*port) == ring {
                *port = 0;
            }
        }
        for session in 0..self.sessions.len() as u16 {
            if u32::from(self.sessions[usize::from(session)]) != ring {
                continue;
            }
            let Some(place) = nic.lookup().place(session) else {
                continue;
            };
            // The place comes back with the fence.
            if let Err(error) = nic.submit(Command::Disarm { place }) {
                tracing::warn!(%error, session, "a session stays armed");
            }
        }
        tracing::info!(ring, "the thread of an RX ring has ended");
    }
}

impl ThreadLink {
    fn tell(&mut self, notice: Notice) {
        self.notices.push_back(notice);
        self.tell_waiting();
    }

    fn tell_waiting(&mut self) {
        while let Some(notice) = self.notices.front() {
            if !self.passed.send(|slot| slot.notice = *notice) {
                break;
            }
            self.notices.pop_front();
        }
    }

    #[inline]
    fn pass_on(&mut self, frame: &FrameEntry, bytes: &[u8], counters: &mut FrameCounters) {
        // What was told before comes before, also when room comes in between these two.
        self.tell_waiting();
        let is_passed = self.notices.is_empty()
            && self.passed.send(|slot| {
                slot.notice = Notice::Frame(*frame);
                slot.bytes[..bytes.len()].copy_from_slice(bytes);
            });
        counters.passed_on += u64::from(is_passed);
        counters.pass_dropped += u64::from(!is_passed);
    }

    /// True: there are no more.
    fn take_frames<D: Device>(&mut self, nic: &mut Nic<D>) -> Result<bool, RingError> {
        for _ in 0..FRAMES_PER_TURN {
            if nic.tx_room()? == 0 {
                break;
            }
            let queued = self.sent.receive(|frame| nic.queue(&frame.bytes[..frame.length]));
            match queued {
                None => return Ok(true),
                Some(Err(SendError::Ring(error))) => return Err(error),
                Some(Err(error)) => tracing::warn!(%error, "a frame was not sent"),
                Some(Ok(())) => {}
            }
        }
        Ok(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_frame_overtakes_a_notice() {
        let (passed, mut thread) = channel(2, || Passed {
            notice: Notice::Ring,
            ring: None,
            bytes: [0; MAX_FRAME_BYTES],
        });
        let (_asking, asked) = channel(1, || Asked {
            life: 0,
            request: Request::RingError(RingError::Ended { ring: 1 }, 0),
        });
        let (_sending, sent) = channel(1, || SentFrame {
            length: 0,
            bytes: [0; MTU],
        });
        let mut link = ThreadLink {
            passed,
            asked,
            sent,
            notices: VecDeque::new(),
            under_way: 0,
            has_ring: true,
            lendings: 0,
        };
        let mut counters = FrameCounters::default();
        let mut pass_on = |link: &mut ThreadLink, number: u8| {
            link.pass_on(&FrameEntry::default(), &[number], &mut counters);
            (counters.passed_on, counters.pass_dropped)
        };
        let mut next = || {
            let text = |passed: &mut Passed| match passed.notice {
                Notice::Frame(_) => format!("frame {}", passed.bytes[0]),
                notice => format!("{notice:?}"),
            };
            thread.receive(text).unwrap_or_default()
        };
        assert_eq!(pass_on(&mut link, 1), (1, 0));
        assert_eq!(pass_on(&mut link, 2), (2, 0));
        // No room: the notice waits, a frame is dropped.
        link.tell(Notice::RingStopped);
        assert_eq!(pass_on(&mut link, 3), (2, 1));
        // The room for one is the notice's.
        assert_eq!(next(), "frame 1");
        assert_eq!(pass_on(&mut link, 4), (2, 2));
        assert_eq!([next(), next()], ["frame 2", "RingStopped"]);
        assert_eq!(pass_on(&mut link, 5), (3, 2));
        assert_eq!([next(), next()], ["frame 5", ""]);
    }

    #[test]
    fn tags_and_ports_of_rings_are_apart() {
        for ring in 1..RX_RINGS {
            for count in [0, 1, CHOSEN_TAG_MIN - 1, CHOSEN_TAG_MIN, u32::MAX] {
                assert_eq!(tag(ring, count) / CHOSEN_TAG_MIN, ring);
            }
            assert_eq!(
                *ephemeral_ports(ring - 1).end(),
                ephemeral_ports(ring).start() - 1
            );
        }
        assert_eq!(*ephemeral_ports(0).start(), EPHEMERAL_PORT_MIN);
        assert_eq!(*ephemeral_ports(RX_RINGS - 1).end(), u16::MAX);
    }
}
