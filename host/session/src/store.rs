//! What a session must find again after a crash, and the store for tests.

use crate::tag::Tag;

/// A store operation failed. Nothing that was not stored is sent: the session goes down.
#[derive(Debug, thiserror::Error)]
#[error("message store, {operation}: {source}")]
pub struct StoreError {
    /// What was asked of the store.
    pub operation: &'static str,
    /// Why it did not do it.
    pub source: Box<dyn std::error::Error + Send + Sync>,
}

impl StoreError {
    /// Wraps the store's own error.
    pub fn new(operation: &'static str, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        StoreError {
            operation,
            source: source.into(),
        }
    }
}

/// Numbers and outgoing messages of one session.
///
/// Outgoing: [`append_outgoing`](Self::append_outgoing) records a message and its number, and
/// [`commit`](Self::commit) makes everything recorded durable; the session calls it before the first byte of any of these
/// messages leaves, once for many messages. A number is therefore never used twice for different messages.
///
/// Incoming: [`set_next_incoming`](Self::set_next_incoming) is called as soon as the application has had the message, and
/// [`commit`](Self::commit) with the next [`poll_transmit`](crate::Session::poll_transmit), once for the whole batch received.
/// After a crash in between, the application sees the message again, flagged PossDup, but never a hole.
pub trait MessageStore {
    /// MsgSeqNum of the next message to be sent, from 1.
    fn next_outgoing(&self) -> u64;

    /// MsgSeqNum expected of the counterparty, from 1.
    fn next_incoming(&self) -> u64;

    /// When numbering began, in nanoseconds since the Unix epoch.
    fn created_ns(&self) -> u64;

    /// Records the outgoing message `number`, which is [`next_outgoing`](Self::next_outgoing), and moves on by one.
    ///
    /// # Errors
    /// The message is not recorded; the next number is unchanged.
    fn append_outgoing(&mut self, number: u64, message: &[u8]) -> Result<(), StoreError>;

    /// Moves the next outgoing number, up or down, without a message.
    ///
    /// # Errors
    /// The number is unchanged.
    fn set_next_outgoing(&mut self, number: u64) -> Result<(), StoreError>;

    /// Moves the number expected of the counterparty.
    ///
    /// # Errors
    /// The number is unchanged.
    fn set_next_incoming(&mut self, number: u64) -> Result<(), StoreError>;

    /// Replaces the content of `message` with the outgoing message `number`. `false` when there is none.
    ///
    /// # Errors
    /// The message is there and cannot be read.
    fn read_outgoing(&mut self, number: u64, message: &mut Vec<u8>) -> Result<bool, StoreError>;

    /// Makes all that was recorded durable, or begins to: [`durable`](Self::durable) says how far that is.
    ///
    /// # Errors
    /// What was recorded since the last commit may be lost.
    fn commit(&mut self, now_ns: u64) -> Result<(), StoreError>;

    /// Commits so far. A store in which [`commit`](Self::commit) waits for the disk need not count.
    fn commits(&self) -> u64 {
        0
    }

    /// How many of [`commits`](Self::commits) are durable. It does not wait.
    ///
    /// # Errors
    /// The disk has refused: what is not durable may be lost.
    fn durable(&mut self) -> Result<u64, StoreError> {
        Ok(u64::MAX)
    }

    /// Writes a received message into the journal, if there is one. `number` is its MsgSeqNum, 0 when it has none; `tag` is what
    /// the NIC said of it.
    ///
    /// # Errors
    /// The message is not in the journal.
    fn note_incoming(
        &mut self,
        _now_ns: u64,
        _number: u64,
        _tag: Option<&Tag>,
        _message: &[u8],
    ) -> Result<(), StoreError> {
        Ok(())
    }

    /// Both numbers back to 1, no messages, created now.
    ///
    /// # Errors
    /// The store is unchanged.
    fn reset(&mut self, now_ns: u64) -> Result<(), StoreError>;

    /// Looks again at what is kept, which another process may have changed since [`release`](Self::release), and holds it from now on.
    ///
    /// # Errors
    /// It is held by another process, or cannot be read; the store stays released.
    fn refresh(&mut self, _now_ns: u64) -> Result<(), StoreError> {
        Ok(())
    }

    /// Lets other processes have what is kept, until [`refresh`](Self::refresh). Numbers stay what they were; writing is an error.
    fn release(&mut self) {}
}

/// A store that lives as long as its owner.
#[derive(Debug, Clone)]
pub struct MemoryStore {
    /// Messages one behind the other; none straddles two chunks, so that nothing is ever moved.
    chunks: Vec<Vec<u8>>,
    /// In order of their numbers.
    messages: Vec<Stored>,
    next_outgoing: u64,
    next_incoming: u64,
    created_ns: u64,
}

/// Where a message stands.
#[derive(Debug, Clone, Copy)]
struct Stored {
    number: u64,
    chunk: u32,
    start: u32,
    len: u32,
}

/// Room in a chunk of messages, in bytes.
const CHUNK_LEN: usize = 1 << 20;

impl MemoryStore {
    /// A fresh store: both numbers 1.
    pub fn new(now_ns: u64) -> Self {
        MemoryStore {
            chunks: Vec::new(),
            messages: Vec::new(),
            next_outgoing: 1,
            next_incoming: 1,
            created_ns: now_ns,
        }
    }

    /// Forgets one message, as a damaged store would.
    pub fn forget(&mut self, number: u64) {
        if let Ok(at) = self.find(number) {
            self.messages.remove(at);
        }
    }

    /// The place of a message, or where it would be.
    fn find(&self, number: u64) -> Result<usize, usize> {
        let (Some(first), Some(last)) = (self.messages.first(), self.messages.last()) else {
            return Err(0);
        };
        if number > last.number {
            return Err(self.messages.len());
        }
        // Without holes it is as far from the first as its number is.
        let guess = number.wrapping_sub(first.number) as usize;
        match self.messages.get(guess) {
            Some(stored) if stored.number == number => Ok(guess),
            _ => self
                .messages
                .binary_search_by_key(&number, |stored| stored.number),
        }
    }

    /// Keeps the bytes of a message.
    fn keep(&mut self, number: u64, message: &[u8]) -> Option<Stored> {
        let has_room = |chunk: &Vec<u8>| chunk.len() + message.len() <= CHUNK_LEN;
        if !self.chunks.last().is_some_and(has_room) {
            self.chunks.push(Vec::with_capacity(CHUNK_LEN));
        }
        let at = self.chunks.len() - 1;
        let chunk = &mut self.chunks[at];
        let stored = Stored {
            number,
            chunk: at.try_into().ok()?,
            start: chunk.len().try_into().ok()?,
            len: message.len().try_into().ok()?,
        };
        chunk.extend_from_slice(message);
        Some(stored)
    }
}

impl MessageStore for MemoryStore {
    fn next_outgoing(&self) -> u64 {
        self.next_outgoing
    }

    fn next_incoming(&self) -> u64 {
        self.next_incoming
    }

    fn created_ns(&self) -> u64 {
        self.created_ns
    }

    fn append_outgoing(&mut self, number: u64, message: &[u8]) -> Result<(), StoreError> {
        if number != self.next_outgoing {
            let found = format!("expected message {} next, found {number}", self.next_outgoing);
            return Err(StoreError::new("append", found));
        }
        let Some(stored) = self.keep(number, message) else {
            return Err(StoreError::new("append", "a message of more than 4 GiB"));
        };
        match self.find(number) {
            Ok(at) => self.messages[at] = stored,
            Err(at) => self.messages.insert(at, stored),
        }
        self.next_outgoing += 1;
        Ok(())
    }

    fn set_next_outgoing(&mut self, number: u64) -> Result<(), StoreError> {
        self.next_outgoing = number;
        Ok(())
    }

    fn set_next_incoming(&mut self, number: u64) -> Result<(), StoreError> {
        self.next_incoming = number;
        Ok(())
    }

    fn read_outgoing(&mut self, number: u64, message: &mut Vec<u8>) -> Result<bool, StoreError> {
        message.clear();
        let Ok(at) = self.find(number) else {
            return Ok(false);
        };
        let Stored {
            chunk, start, len, ..
        } = self.messages[at];
        let (start, len) = (start as usize, len as usize);
        message.extend_from_slice(&self.chunks[chunk as usize][start..start + len]);
        Ok(true)
    }

    fn commit(&mut self, _now_ns: u64) -> Result<(), StoreError> {
        Ok(())
    }

    fn reset(&mut self, now_ns: u64) -> Result<(), StoreError> {
        *self = MemoryStore::new(now_ns);
        Ok(())
    }
}
