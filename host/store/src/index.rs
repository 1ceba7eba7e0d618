//! Where each stored message stands.

/// Place of a message's bytes in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Location {
    /// First byte of the message.
    pub offset: u64,
    /// Length of the message, in bytes.
    pub len: u32,
}

/// Messages by MsgSeqNum. Numbers only rise between two resets, so a sorted vector is the whole index: it appends
/// without moving anything and finds by bisection.
#[derive(Debug, Default)]
pub struct Index {
    entries: Vec<(u64, Location)>,
}

impl Index {
    /// Adds a message. Its number is higher than every number in the index.
    pub fn push(&mut self, number: u64, location: Location) {
        debug_assert!(self.entries.last().is_none_or(|(last, _)| *last < number));
        self.entries.push((number, location));
    }

    /// The place of the message with this number.
    pub fn get(&self, number: u64) -> Option<Location> {
        let at = self.entries.binary_search_by_key(&number, |(n, _)| *n).ok()?;
        Some(self.entries[at].1)
    }

    /// Forgets every message from `number` on.
    pub fn truncate_from(&mut self, number: u64) {
        let keep = self.entries.partition_point(|(n, _)| *n < number);
        self.entries.truncate(keep);
    }

    /// Number of messages.
    pub fn len(&self) -> usize {
        self.entries.len()
    }
}
