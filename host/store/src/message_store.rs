//! The log as the session's store.

use fixnic_session::{MessageStore, StoreError, Tag};

use crate::record::IncomingNote;
use crate::{Disk, LogStore};

impl<D: Disk> MessageStore for LogStore<D> {
    fn next_outgoing(&self) -> u64 {
        LogStore::next_outgoing(self)
    }

    fn next_incoming(&self) -> u64 {
        LogStore::next_incoming(self)
    }

    fn created_ns(&self) -> u64 {
        LogStore::created_ns(self)
    }

    fn append_outgoing(&mut self, number: u64, message: &[u8]) -> Result<(), StoreError> {
        LogStore::append_outgoing(self, number, message).map_err(|e| StoreError::new("append a message", e))
    }

    fn set_next_outgoing(&mut self, number: u64) -> Result<(), StoreError> {
        LogStore::set_next_outgoing(self, number)
            .map_err(|e| StoreError::new("set the next outgoing number", e))
    }

    fn set_next_incoming(&mut self, number: u64) -> Result<(), StoreError> {
        LogStore::set_next_incoming(self, number)
            .map_err(|e| StoreError::new("set the next incoming number", e))
    }

    fn read_outgoing(&mut self, number: u64, message: &mut Vec<u8>) -> Result<bool, StoreError> {
        LogStore::read_outgoing(self, number, message).map_err(|e| StoreError::new("read a message", e))
    }

    fn commit(&mut self, now_ns: u64) -> Result<(), StoreError> {
        LogStore::commit(self, now_ns).map_err(|e| StoreError::new("commit", e))
    }

    fn commits(&self) -> u64 {
        LogStore::commits(self)
    }

    fn durable(&mut self) -> Result<u64, StoreError> {
        LogStore::durable(self).map_err(|e| StoreError::new("make durable", e))
    }

    fn note_incoming(
        &mut self,
        now_ns: u64,
        number: u64,
        tag: Option<&Tag>,
        message: &[u8],
    ) -> Result<(), StoreError> {
        let note = IncomingNote {
            received_ns: now_ns,
            verdict: tag.map_or(IncomingNote::NO_VERDICT, |tag| tag.verdict as u8),
            verified: tag.is_some_and(|tag| tag.verified),
        };
        LogStore::note_incoming(self, number, note, message)
            .map_err(|e| StoreError::new("write the journal", e))
    }

    fn reset(&mut self, now_ns: u64) -> Result<(), StoreError> {
        LogStore::reset(self, now_ns).map_err(|e| StoreError::new("reset", e))
    }
}
