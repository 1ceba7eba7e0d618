//! What a TCP stack needs of a card, whether its thread owns the card or has one ring of it.

use super::config::FrameCounters;
use super::segment::Segment;
use super::transport::CardTransport;
use crate::transport::TransportError;
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::{FenceEntry, FrameEntry};
use fixnic_driver::{Command, LookupError, MailboxError, Place, RingError, SendError, Tag};
use std::io;
use std::ops::Range;
use std::time::Duration;

/// What became of asking for a place in the core.
#[derive(Debug, Clone, Copy)]
pub enum Taking {
    /// Here it is.
    Taken(Place),
    /// The owner of the card was asked, and will answer.
    Asked,
    /// Not now, ask again: an earlier connection of the same ports is being disarmed, or too much was asked already.
    Later,
    /// There is none.
    Refused(LookupError),
}

/// A card, as far as a TCP stack is concerned.
pub trait Card: Sized {
    /// Session numbers of the build.
    fn sessions(&self) -> u16;

    /// Frames that may be queued for sending now.
    fn tx_room(&mut self) -> Result<usize, RingError>;

    /// Queues a frame for sending.
    fn queue(&mut self, frame: &[u8]) -> Result<(), SendError>;

    /// Has the frames queued leave.
    fn announce(&mut self);

    /// Gives a command, whose fence will carry the tag returned.
    fn submit(&mut self, command: Command) -> Result<Tag, MailboxError>;

    /// The command of ours that a fence answers. That of a DISARM gives its place back.
    fn answered(&mut self, fence: &FenceEntry) -> Option<Command>;

    /// A place in the core for a connection.
    fn take_place(&mut self, tuple: FourTuple) -> Taking;

    /// Whether a local port may be used here.
    fn has_port(&self, port: u16) -> bool;

    /// RX rings that sessions may be put on.
    fn rings(&self) -> Range<u32>;

    /// The ring for a connection whose session asks for `ring`. `None`: there is no ring of the connection's engine here.
    fn ring_for(&mut self, tuple: &FourTuple, ring: u8) -> Option<u8>;

    /// Whether a ring does not run.
    fn is_stopped(&self, ring: u8) -> bool;

    /// Passes a good frame on to those whose it is as well. True: it is none of ours.
    fn pass_on(
        &mut self,
        frame: &FrameEntry,
        segment: Option<&Segment>,
        bytes: &[u8],
        counters: &mut FrameCounters,
    ) -> bool;

    /// Whether other threads wait for this one's turns.
    fn serves_threads(&self) -> bool;

    /// Takes what has arrived.
    fn receive(transport: &mut CardTransport<Self>) -> Result<(), TransportError>;

    /// Waits until there may be something new, for at most `timeout`.
    fn wait(&mut self, timeout: Duration) -> io::Result<()>;
}
