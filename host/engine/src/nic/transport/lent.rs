//! One ring of a card whose owner is another thread.

use super::super::card::{Card, Taking};
use super::super::config::{FrameCounters, NicTransportConfig};
use super::super::segment::Segment;
use super::super::threads::{asked_max, ephemeral_ports, tag, Asked, Notice, OwnerLink, Request};
use super::rings::{Pending, Read, ENTRIES_PER_POLL};
use super::{CardTransport, RingTransport};
use crate::transport::TransportError;
use fixnic_abi::limits::MAX_FRAME_BYTES;
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::{CommandResult, EntryKind, FenceEntry, FrameEntry};
use fixnic_driver::{Command, LentRing, LookupError, MailboxError, Place, RingError, SendError, Tag};
use std::collections::VecDeque;
use std::io::{self, ErrorKind};
use std::ops::Range;
use std::time::Duration;

/// A ring on its way to the thread that will poll it: made by [`NicTransport::lend_to_thread`](super::NicTransport::lend_to_thread), and made into a
/// [`RingTransport`] there.
#[derive(Debug)]
pub struct RingHandle {
    card: RingCard,
    config: NicTransportConfig,
}

/// One RX ring, and the way to the owner of the card.
#[derive(Debug)]
pub struct RingCard {
    number: u32,
    sessions: u16,
    /// Engines of the card.
    engines: u32,
    link: OwnerLink,
    /// Ports that engines of this thread may listen on.
    listen: Vec<u16>,
    /// `None` while it does not run.
    ring: Option<LentRing>,
    pending: Pending,
    /// Of frames that are passed on: the owner tells the core's messages in none.
    passed: Pending,
    /// Commands whose fence was not taken yet, oldest first.
    under_way: VecDeque<(Tag, Command)>,
    /// A fence of ours was found in the ring, and the owner has to tell it first, behind the frames of ring 0.
    awaits_fence: Option<Tag>,
    /// The owner knows that the ring cannot be read on.
    error_is_told: bool,
    /// How often the ring was lent.
    lendings: u32,
    /// The life of the device that places and commands are of.
    life: u32,
    next_tag: u32,
}

impl RingHandle {
    pub(super) fn new(
        link: OwnerLink,
        ring: LentRing,
        config: NicTransportConfig,
        sessions: u16,
        engines: u32,
        (life, next_tag): (u32, u32),
        listen: &[u16],
    ) -> Self {
        let number = ring.number();
        let card = RingCard {
            number,
            sessions,
            engines,
            link,
            listen: listen.to_vec(),
            ring: Some(ring),
            pending: Pending::new(),
            passed: Pending::new(),
            under_way: VecDeque::with_capacity(asked_max(sessions)),
            awaits_fence: None,
            error_is_told: false,
            lendings: 0,
            life,
            next_tag,
        };
        // Neither TCP numbers nor ports like another thread's.
        let seed = config
            .seed
            .wrapping_add(u64::from(number).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        Self {
            card,
            config: NicTransportConfig { seed, ..config },
        }
    }

    /// Number of the ring.
    pub fn ring(&self) -> u32 {
        self.card.number
    }
}

impl RingTransport {
    /// TCP over a lent ring, on the thread that will poll it. Dropping it ends its connections and gives the ring back.
    pub fn new(handle: RingHandle, now_ns: u64) -> Self {
        let mut transport = Self::over(handle.card, handle.config, now_ns);
        let ports = ephemeral_ports(transport.card.number);
        let count = ports.end() - ports.start() + 1;
        transport.next_port = ports.start() + transport.next_port % count;
        transport
    }

    /// Number of the ring.
    pub fn ring(&self) -> u32 {
        self.card.number
    }

    /// Whether the ring does not run at present, as a write error has stopped it or the device was reset.
    pub fn ring_is_stopped(&self) -> bool {
        self.card.ring.is_none()
    }

    /// Takes what the owner passes on and tells.
    fn take_passed(&mut self) -> Result<(), TransportError> {
        if self.card.link.passed.is_closed() {
            let source = io::Error::new(
                ErrorKind::NotConnected,
                "the thread that owns the card has ended, or the card is gone: its error says which",
            );
            return Err(TransportError {
                action: "reach the device",
                address: None,
                source,
            });
        }
        for _ in 0..ENTRIES_PER_POLL {
            // TCP answers what it gets: without room to send, frames wait.
            if self.card.link.sent.room() == 0 {
                break;
            }
            let (card, buffer) = (&mut self.card, &mut self.rx_buffer);
            let notice = card.link.passed.receive(|slot| {
                match slot.notice {
                    Notice::Frame(frame) => {
                        let length = usize::from(frame.length).min(MAX_FRAME_BYTES);
                        buffer[..length].copy_from_slice(&slot.bytes[..length]);
                    }
                    Notice::Ring => {
                        card.ring = slot.ring.take();
                        card.lendings += 1;
                    }
                    _ => {}
                }
                slot.notice
            });
            match notice {
                Some(notice) => self.take_notice(notice),
                None => break,
            }
        }
        Ok(())
    }

    fn take_notice(&mut self, notice: Notice) {
        match notice {
            Notice::Frame(frame) => {
                let mut pending = std::mem::take(&mut self.card.passed);
                self.take_frame(&frame, &mut pending);
                self.card.passed = pending;
            }
            Notice::Fence(fence) => {
                self.card.awaits_fence.take_if(|tag| *tag == fence.tag);
                self.take_fence(&fence);
            }
            Notice::NotGiven(tag) => {
                let mut commands = self.card.under_way.iter();
                let Some((_, command)) = commands.find(|(number, _)| *number == tag) else {
                    return;
                };
                // As one that the core has refused.
                self.take_fence(&FenceEntry {
                    kind: EntryKind::Fence as u8,
                    tag,
                    session: command.session(),
                    result: CommandResult::BadState as u8,
                    ..FenceEntry::default()
                });
            }
            Notice::Place(tuple, place) => self.take_answer(tuple, place),
            Notice::RingStopped => {
                tracing::error!(
                    ring = self.card.number,
                    "the core has stopped an RX ring after a write error; it is started anew, and TCP repeats what was lost"
                );
                self.card.drop_ring();
                self.ring_stopped(self.card.number as u8);
            }
            Notice::Reset(life) => {
                tracing::error!("the device is reset; TCP repeats what was lost");
                self.card.drop_ring();
                self.card.under_way.clear();
                self.card.life = life;
                self.forget_places();
            }
            Notice::Ring => tracing::info!(ring = self.card.number, "the RX ring runs again"),
        }
    }

    /// The place that was asked for, or that there is none.
    fn take_answer(&mut self, tuple: FourTuple, place: Result<Place, LookupError>) {
        let id = self.by_tuple.get(&tuple).copied();
        let waiting = id.filter(|id| self.connections.get(id).is_some_and(|c| c.awaits_place));
        let Some(id) = waiting else {
            // The connection has ended meanwhile.
            if let Ok(place) = place {
                self.card.ask(Request::Release(place));
            }
            return;
        };
        let taking = match place {
            Ok(place) => Taking::Taken(place),
            Err(LookupError::Taken { .. }) => Taking::Later,
            Err(error) => Taking::Refused(error),
        };
        self.take_place(id, taking);
        let boundary = self.connections.get_mut(&id).and_then(|c| c.boundary.take());
        self.take_boundary(id, boundary);
    }

    /// Reads the ring, up to the next fence of ours.
    fn drain_ring(&mut self) {
        if self.card.awaits_fence.is_some() {
            return;
        }
        let Some(mut ring) = self.card.ring.take() else {
            return;
        };
        let mut pending = std::mem::take(&mut self.card.pending);
        let read = self.drain_lent(&mut pending, &mut ring, |card, fence| {
            card.under_way.iter().any(|(tag, _)| *tag == fence.tag)
        });
        ring.return_credit();
        self.card.pending = pending;
        match read {
            Ok(Read::Fence(fence)) => self.card.awaits_fence = Some(fence.tag),
            Ok(Read::Empty | Read::Stopped) => {}
            // The owner wants it back, and says why.
            Err(RingError::Ended { .. }) => {
                self.card.pending.clear();
                return;
            }
            Err(error) if !self.card.error_is_told => {
                self.frame_counters.unwritten += u64::from(matches!(error, RingError::Unwritten { .. }));
                self.card.error_is_told = self.card.ask(Request::RingError(error, self.card.lendings));
            }
            Err(_) => {}
        }
        self.card.ring = Some(ring);
    }
}

impl RingCard {
    fn ask(&mut self, request: Request) -> bool {
        let life = self.life;
        self.link.asked.send(|slot| *slot = Asked { life, request })
    }

    /// The ring goes home, and what it still held is not read any more.
    fn drop_ring(&mut self) {
        self.ring = None;
        self.pending.clear();
        self.awaits_fence = None;
        self.error_is_told = false;
    }
}

impl Card for RingCard {
    fn sessions(&self) -> u16 {
        self.sessions
    }

    #[inline]
    fn tx_room(&mut self) -> Result<usize, RingError> {
        Ok(self.link.sent.room())
    }

    #[inline]
    fn queue(&mut self, frame: &[u8]) -> Result<(), SendError> {
        let room = self.link.sent.room();
        let is_sent = self.link.sent.send(|slot| {
            let length = frame.len().min(slot.bytes.len());
            slot.length = length;
            slot.bytes[..length].copy_from_slice(&frame[..length]);
        });
        is_sent.then_some(()).ok_or(SendError::Full { frames: room })
    }

    /// The owner does, with its next turn.
    #[inline]
    fn announce(&mut self) {}

    fn submit(&mut self, command: Command) -> Result<Tag, MailboxError> {
        let tag = tag(self.number, self.next_tag);
        let is_full = self.under_way.len() == asked_max(self.sessions);
        if is_full || !self.ask(Request::Command(tag, command)) {
            let commands = self.under_way.len();
            return Err(MailboxError::Full { commands });
        }
        self.next_tag = self.next_tag.wrapping_add(1);
        self.under_way.push_back((tag, command));
        Ok(tag)
    }

    fn answered(&mut self, fence: &FenceEntry) -> Option<Command> {
        let at = self.under_way.iter().position(|(tag, _)| *tag == fence.tag)?;
        self.under_way.remove(at).map(|(_, command)| command)
    }

    fn take_place(&mut self, tuple: FourTuple) -> Taking {
        match self.ask(Request::TakePlace(tuple)) {
            true => Taking::Asked,
            false => Taking::Later,
        }
    }

    fn has_port(&self, port: u16) -> bool {
        self.listen.contains(&port) || ephemeral_ports(self.number).contains(&port)
    }

    fn rings(&self) -> Range<u32> {
        self.number..self.number + 1
    }

    fn ring_for(&mut self, tuple: &FourTuple, _ring: u8) -> Option<u8> {
        let is_of_engine = tuple.engine(self.engines.ilog2()) == self.number % self.engines;
        is_of_engine.then_some(self.number as u8)
    }

    fn is_stopped(&self, _ring: u8) -> bool {
        self.ring.is_none()
    }

    fn pass_on(
        &mut self,
        _frame: &FrameEntry,
        _segment: Option<&Segment>,
        _bytes: &[u8],
        _counters: &mut FrameCounters,
    ) -> bool {
        false
    }

    fn serves_threads(&self) -> bool {
        false
    }

    fn receive(transport: &mut CardTransport<Self>) -> Result<(), TransportError> {
        transport.take_passed()?;
        transport.drain_ring();
        Ok(())
    }

    /// Polls on. When there is nothing to do at once, others may have the processor in between; a thread with one to itself loses nothing by it.
    fn wait(&mut self, timeout: Duration) -> io::Result<()> {
        if !timeout.is_zero() {
            std::thread::yield_now();
        }
        Ok(())
    }
}
