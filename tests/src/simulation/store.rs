//! The store of one side, on a disk that outlives the process.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use fixnic_session::{MessageStore, StoreError, Tag};
use fixnic_store::simulated::SimulatedDisk;
use fixnic_store::LogStore;

/// A store that the simulation holds too, to let its disk go on, and die.
#[derive(Debug, Clone)]
pub struct SharedStore(Arc<Mutex<LogStore<SimulatedDisk>>>);

impl SharedStore {
    pub fn new(store: LogStore<SimulatedDisk>) -> SharedStore {
        SharedStore(Arc::new(Mutex::new(store)))
    }

    pub fn lock(&self) -> MutexGuard<'_, LogStore<SimulatedDisk>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl MessageStore for SharedStore {
    fn next_outgoing(&self) -> u64 {
        self.lock().next_outgoing()
    }
    fn next_incoming(&self) -> u64 {
        self.lock().next_incoming()
    }
    fn created_ns(&self) -> u64 {
        self.lock().created_ns()
    }
    fn append_outgoing(&mut self, number: u64, message: &[u8]) -> Result<(), StoreError> {
        MessageStore::append_outgoing(&mut *self.lock(), number, message)
    }
    fn set_next_outgoing(&mut self, number: u64) -> Result<(), StoreError> {
        MessageStore::set_next_outgoing(&mut *self.lock(), number)
    }
    fn set_next_incoming(&mut self, number: u64) -> Result<(), StoreError> {
        MessageStore::set_next_incoming(&mut *self.lock(), number)
    }
    fn read_outgoing(&mut self, number: u64, message: &mut Vec<u8>) -> Result<bool, StoreError> {
        MessageStore::read_outgoing(&mut *self.lock(), number, message)
    }
    fn commit(&mut self, now_ns: u64) -> Result<(), StoreError> {
        MessageStore::commit(&mut *self.lock(), now_ns)
    }
    fn commits(&self) -> u64 {
        self.lock().commits()
    }
    fn durable(&mut self) -> Result<u64, StoreError> {
        MessageStore::durable(&mut *self.lock())
    }
    fn note_incoming(
        &mut self,
        now_ns: u64,
        number: u64,
        tag: Option<&Tag>,
        message: &[u8],
    ) -> Result<(), StoreError> {
        MessageStore::note_incoming(&mut *self.lock(), now_ns, number, tag, message)
    }
    fn reset(&mut self, now_ns: u64) -> Result<(), StoreError> {
        MessageStore::reset(&mut *self.lock(), now_ns)
    }
}
