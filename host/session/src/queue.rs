//! Messages that arrived ahead of a gap, in order of MsgSeqNum, bounded in number and bytes.

use std::collections::BTreeMap;

use crate::app::Arrival;

/// Buffers kept for reuse.
const SPARE_MAX: usize = 256;

/// One message that waits.
#[derive(Debug)]
pub(crate) struct Queued {
    /// The whole message; empty when only the number counts.
    pub bytes: Vec<u8>,
    /// It was acted upon when it arrived: only its number is to be consumed.
    pub handled: bool,
    /// How it came.
    pub arrival: Arrival,
}

/// The queue is full.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Full;

#[derive(Debug)]
pub(crate) struct GapQueue {
    waiting: BTreeMap<u64, Queued>,
    bytes: usize,
    messages_max: usize,
    bytes_max: usize,
    spare: Vec<Vec<u8>>,
}

impl GapQueue {
    pub fn new(messages_max: usize, bytes_max: usize) -> Self {
        GapQueue {
            waiting: BTreeMap::new(),
            bytes: 0,
            messages_max,
            bytes_max,
            spare: Vec::new(),
        }
    }

    /// Keeps a message. `Ok(false)` when one of that number waits already; the first one stays.
    pub fn insert(
        &mut self,
        number: u64,
        message: &[u8],
        handled: bool,
        arrival: Arrival,
    ) -> Result<bool, Full> {
        if self.waiting.contains_key(&number) {
            return Ok(false);
        }
        let message = if handled { &[][..] } else { message };
        if self.waiting.len() >= self.messages_max || self.bytes + message.len() > self.bytes_max {
            return Err(Full);
        }
        let mut bytes = self.spare.pop().unwrap_or_default();
        bytes.extend_from_slice(message);
        self.bytes += bytes.len();
        self.waiting.insert(
            number,
            Queued {
                bytes,
                handled,
                arrival,
            },
        );
        Ok(true)
    }

    /// Takes the message `number` out.
    pub fn take(&mut self, number: u64) -> Option<Queued> {
        let queued = self.waiting.remove(&number)?;
        self.bytes -= queued.bytes.len();
        Some(queued)
    }

    /// Gives a buffer back.
    pub fn recycle(&mut self, queued: Queued) {
        if self.spare.len() < SPARE_MAX {
            let mut bytes = queued.bytes;
            bytes.clear();
            self.spare.push(bytes);
        }
    }

    /// Drops what is numbered below `number`, and says how many that were.
    pub fn drop_below(&mut self, number: u64) -> u64 {
        let mut dropped = 0;
        while let Some((&first, _)) = self.waiting.first_key_value() {
            if first >= number {
                break;
            }
            if let Some(queued) = self.take(first) {
                self.recycle(queued);
            }
            dropped += 1;
        }
        dropped
    }

    /// The lowest number that waits.
    pub fn first(&self) -> Option<u64> {
        self.waiting.first_key_value().map(|(&number, _)| number)
    }

    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    pub fn len(&self) -> usize {
        self.waiting.len()
    }

    pub fn clear(&mut self) {
        self.waiting.clear();
        self.bytes = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARRIVAL: Arrival = Arrival {
        at_ns: 0,
        verdict: None,
    };

    #[test]
    fn bounded_in_messages_and_bytes() {
        let mut queue = GapQueue::new(2, 10);
        assert_eq!(queue.insert(7, b"12345", false, ARRIVAL), Ok(true));
        assert_eq!(queue.insert(7, b"other", false, ARRIVAL), Ok(false));
        assert_eq!(queue.insert(5, b"123456", false, ARRIVAL), Err(Full));
        assert_eq!(queue.insert(5, b"12345", false, ARRIVAL), Ok(true));
        assert_eq!(queue.insert(9, b"", false, ARRIVAL), Err(Full));
        assert_eq!((queue.first(), queue.len()), (Some(5), 2));
        assert_eq!(queue.drop_below(6), 1);
        assert_eq!(queue.take(7).map(|q| q.bytes), Some(b"12345".to_vec()));
        assert!(queue.is_empty());
    }
}
