//! Where each stored message stands.
//!
//! Messages are found by MsgSeqNum in two steps: the anchor at or before the number, then along the records from there.
//! Numbers only rise between two resets, so the anchors are a sorted vector, which appends without moving anything
//! and finds by bisection. Anchors stand 8 KiB apart: their memory is a thousandth of the log's length, and only
//! those of the segment written to, and of the older one read last, are held.

/// Bytes of log after which a message gets an anchor of its own.
pub(crate) const ANCHOR_SPACING: u64 = 8 << 10;

/// The place of a message, from which the following ones are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Anchor {
    pub number: u64,
    /// First byte of its record; 0, where a segment's header stands, when from `number` on nothing is stored.
    pub offset: u32,
}

impl Anchor {
    fn barrier(number: u64) -> Anchor {
        Anchor { number, offset: 0 }
    }
}

/// Numbers of one older segment: from `from` to the `from` of the span behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub segment: u32,
    pub from: u64,
}

/// Where to begin to look for a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Start {
    /// At this byte of the segment written to.
    Here(u32),
    /// In an older segment.
    Older(u32),
}

/// The stored messages of a log.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// Older segments which hold messages.
    spans: Vec<Span>,
    /// Lowest number that the segment written to may hold.
    from: u64,
    anchors: Vec<Anchor>,
}

impl Index {
    /// The index at the beginning of a segment, behind these older ones.
    pub fn at_start(spans: Vec<Span>, from: u64) -> Index {
        Index {
            spans,
            from,
            anchors: Vec::new(),
        }
    }

    /// Adds a message. Its number is higher than every number in the index.
    pub fn push(&mut self, number: u64, offset: u32) {
        let anchor = Anchor { number, offset };
        match self.anchors.last_mut() {
            // What was forgotten from this number on begins again.
            Some(last) if last.offset == 0 && last.number == number => *last = anchor,
            Some(last) if last.offset != 0 && u64::from(offset - last.offset) < ANCHOR_SPACING => {}
            _ => self.anchors.push(anchor),
        }
    }

    /// Forgets every message from `number` on, some of which are stored.
    pub fn truncate_from(&mut self, number: u64) {
        let keep = self.anchors.partition_point(|anchor| anchor.number < number);
        self.anchors.truncate(keep);
        let keep = self.spans.partition_point(|span| span.from < number);
        self.spans.truncate(keep);
        self.from = self.from.min(number);
        self.anchors.push(Anchor::barrier(number));
    }

    /// Where to look for a message; `None` when it is not stored.
    pub fn find(&self, number: u64) -> Option<Start> {
        if number >= self.from {
            return find_anchor(&self.anchors, number).map(Start::Here);
        }
        let at = self.spans.partition_point(|span| span.from <= number);
        Some(Start::Older(self.spans.get(at.checked_sub(1)?)?.segment))
    }

    /// The segment written to is closed and a new one begun, whose numbers will be `next_outgoing` and more. Returns the
    /// anchors of the closed one.
    pub fn rotate(&mut self, closed: u32, next_outgoing: u64) -> Vec<Anchor> {
        if self.anchors.iter().any(|anchor| anchor.offset != 0) {
            self.spans.push(Span {
                segment: closed,
                from: self.from,
            });
            self.from = next_outgoing;
        }
        std::mem::take(&mut self.anchors)
    }

    /// Older segments which hold messages.
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// Lowest number that the segment written to may hold.
    pub fn from(&self) -> u64 {
        self.from
    }

    /// The anchors of the segment written to.
    pub fn into_anchors(self) -> Vec<Anchor> {
        self.anchors
    }
}

/// First byte of the record of the anchor at or before `number`; `None` when nothing is stored there.
pub(crate) fn find_anchor(anchors: &[Anchor], number: u64) -> Option<u32> {
    let at = anchors.partition_point(|anchor| anchor.number <= number);
    let anchor = anchors.get(at.checked_sub(1)?)?;
    (anchor.offset != 0).then_some(anchor.offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_forgotten_is_not_found_behind_an_anchor_before_it() {
        let mut index = Index::at_start(Vec::new(), 1);
        index.push(1, 32);
        index.push(2, 132);
        index.push(3, 232);
        index.truncate_from(2);
        assert_eq!(index.find(1), Some(Start::Here(32)));
        assert_eq!(index.find(2), None);
        assert_eq!(index.find(3), None);
        index.push(3, 332);
        assert_eq!(index.find(2), None);
        assert_eq!(index.find(3), Some(Start::Here(332)));
    }

    #[test]
    fn an_older_segment_is_found_by_its_first_number_unless_forgotten() {
        let mut index = Index::at_start(Vec::new(), 1);
        index.push(1, 32);
        assert_eq!(index.rotate(0, 11).len(), 1);
        index.push(11, 32);
        index.rotate(1, 21);
        assert_eq!(index.find(10), Some(Start::Older(0)));
        assert_eq!(index.find(20), Some(Start::Older(1)));
        assert_eq!(index.find(21), None);
        index.truncate_from(15);
        assert_eq!(index.find(14), Some(Start::Older(1)));
        assert_eq!(index.find(15), None);
        index.truncate_from(5);
        assert_eq!(index.find(11), None);
        assert_eq!(index.find(4), Some(Start::Older(0)));
    }

    #[test]
    fn a_segment_without_messages_gets_no_span() {
        let mut index = Index::at_start(Vec::new(), 1);
        index.push(1, 32);
        index.rotate(0, 2);
        index.rotate(1, 2);
        assert_eq!(index.spans().len(), 1);
        assert_eq!(index.find(1), Some(Start::Older(0)));
    }
}
