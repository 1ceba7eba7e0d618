//! The log as the session's store.

use fixnic_session::{MessageStore, StoreError};

use crate::LogStore;

impl MessageStore for LogStore {
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

    fn reset(&mut self, now_ns: u64) -> Result<(), StoreError> {
        LogStore::reset(self, now_ns).map_err(|e| StoreError::new("reset", e))
    }
}
