//! What the records mean, one after the other.

use crate::index::Index;
use crate::record::{Kind, Mismatch};
use crate::recovery::Replayed;
use crate::snapshot;

/// The next numbers, the creation time, and where messages stand.
#[derive(Debug)]
pub(crate) struct State {
    pub next_outgoing: u64,
    pub next_incoming: u64,
    pub created_ns: u64,
    pub index: Index,
    /// A repair has covered something, and no outgoing number was said since.
    repaired: bool,
}

impl State {
    /// An empty log's.
    pub fn new(created_ns: u64) -> State {
        State {
            next_outgoing: 1,
            next_incoming: 1,
            created_ns,
            index: Index::at_start(Vec::new(), 1),
            repaired: false,
        }
    }

    /// The state in which a segment begins: next outgoing and incoming number, creation time, index.
    pub fn at_start(next_outgoing: u64, next_incoming: u64, created_ns: u64, index: Index) -> State {
        State {
            next_outgoing,
            next_incoming,
            created_ns,
            index,
            repaired: false,
        }
    }

    /// Takes a record that counts.
    ///
    /// # Errors
    /// When its meaning contradicts those before it.
    pub fn replay(&mut self, record: &Replayed) -> Result<(), Mismatch> {
        match record.kind {
            Kind::Outgoing => {
                if record.number < self.next_outgoing && self.repaired {
                    // The move down to it, or a reset, is among what was lost.
                    self.move_next_outgoing(record.number);
                }
                if record.number < self.next_outgoing || record.number == u64::MAX {
                    return Err(Mismatch::new(
                        format!("an outgoing MsgSeqNum of at least {}", self.next_outgoing),
                        record.number.to_string(),
                    ));
                }
                self.push(record.number, record.offset);
            }
            Kind::NextIncoming => self.next_incoming = record.number,
            Kind::NextOutgoing => self.move_next_outgoing(record.number),
            Kind::Reset => self.reset(record.number),
            Kind::Snapshot => *self = snapshot::decode_state(&record.payload)?,
            Kind::Void => self.repaired = true,
            Kind::Commit | Kind::Incoming => {}
        }
        Ok(())
    }

    pub fn push(&mut self, number: u64, offset: u64) {
        // Segments are shorter than 4 GiB.
        self.index.push(number, offset as u32);
        self.next_outgoing = number + 1;
        self.repaired = false;
    }

    pub fn move_next_outgoing(&mut self, number: u64) {
        if number < self.next_outgoing {
            self.index.truncate_from(number);
        }
        self.next_outgoing = number;
        self.repaired = false;
    }

    pub fn reset(&mut self, created_ns: u64) {
        *self = State::new(created_ns);
    }
}
