//! What a card that follows the byte streams says about them, and is told.

use std::ops::Range;

use super::{ConnectionId, Mark};

/// The part of a [`Transport`](super::Transport) that is a NIC's. Nothing in it has a default: whoever stands between a session and a
/// transport hands the whole of it on, or says that there is none.
pub trait StreamOffload {
    /// Moves up to `limit` of what the NIC said about bytes received so far to the end of `marks`, in order of position.
    fn take_marks(&mut self, id: ConnectionId, limit: usize, marks: &mut Vec<Mark>);

    /// Receive rings on which connections may be put.
    fn rings(&self) -> Range<u32>;

    /// Tells the NIC where a message begins and which MsgSeqNum it should have, after all messages received so far were
    /// handled: there it can take up the stream again when it lost its place. Best is a place beyond everything
    /// received; then the number is a guess, and [`MarkKind::Expects`](super::MarkKind::Expects) shows whether it was right.
    /// `ring` is where the NIC puts the connection's frames from then on.
    fn message_boundary(&mut self, id: ConnectionId, ring: u8, position: u64, expected: u64);

    /// Where the NIC, having lost its place, has found what may be a message, and waits to be told.
    fn proposed_boundary(&mut self, id: ConnectionId) -> Option<u64>;

    /// Answers [`StreamOffload::proposed_boundary`] when the stream has come that far: a message begins at `position`, where `expected`
    /// is expected. A `position` behind the one proposed says that none began there.
    fn answer_proposal(&mut self, id: ConnectionId, position: u64, expected: u64);

    /// Tells the NIC that the expected MsgSeqNum moved otherwise than by messages in order (SET_EXPECTED). A
    /// [`MarkKind::Expects`](super::MarkKind::Expects) follows where it took effect.
    fn set_expected(&mut self, id: ConnectionId, expected: u64);
}

/// The offload of a transport that has none, as kernel sockets: there is no value of it.
#[derive(Debug, Clone, Copy)]
pub enum NoOffload {}

impl StreamOffload for NoOffload {
    fn take_marks(&mut self, _id: ConnectionId, _limit: usize, _marks: &mut Vec<Mark>) {
        match *self {}
    }

    fn rings(&self) -> Range<u32> {
        match *self {}
    }

    fn message_boundary(&mut self, _id: ConnectionId, _ring: u8, _position: u64, _expected: u64) {
        match *self {}
    }

    fn proposed_boundary(&mut self, _id: ConnectionId) -> Option<u64> {
        match *self {}
    }

    fn answer_proposal(&mut self, _id: ConnectionId, _position: u64, _expected: u64) {
        match *self {}
    }

    fn set_expected(&mut self, _id: ConnectionId, _expected: u64) {
        match *self {}
    }
}
