//! The store of one side, on a disk that outlives the process.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use fixnic_session::{MessageStore, StoreError, Tag};
use fixnic_store::simulated::SimulatedDisk;
use fixnic_store::LogStore;

use super::sabotage::Sabotage;

/// A store that the simulation holds too, to let its disk go on, and die.
#[derive(Debug, Clone)]
pub struct SharedStore {
    store: Arc<Mutex<LogStore<SimulatedDisk>>>,
    sabotage: Option<Sabotage>,
}

impl SharedStore {
    pub fn new(store: LogStore<SimulatedDisk>, sabotage: Option<Sabotage>) -> SharedStore {
        SharedStore {
            store: Arc::new(Mutex::new(store)),
            sabotage,
        }
    }

    pub fn lock(&self) -> MutexGuard<'_, LogStore<SimulatedDisk>> {
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl SharedStore {
    /// The first message of the numbering.
    pub fn first(&self) -> Option<Vec<u8>> {
        let mut message = Vec::new();
        let found = self.lock().read_outgoing(1, &mut message);
        found.expect("the log can be read").then_some(message)
    }
}

/// A message with another ClOrdID of the same length.
fn changed(message: &[u8]) -> Vec<u8> {
    let mut changed = message.to_vec();
    if let Some(at) = changed.windows(4).position(|bytes| bytes == b"\x0111=") {
        changed[at + 4] = b'x';
    }
    changed
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
        let found = MessageStore::read_outgoing(&mut *self.lock(), number, message)?;
        if found && self.sabotage == Some(Sabotage::ChangeStored) {
            *message = changed(message);
        }
        Ok(found)
    }
    fn commit(&mut self, now_ns: u64) -> Result<(), StoreError> {
        MessageStore::commit(&mut *self.lock(), now_ns)
    }
    fn commits(&self) -> u64 {
        self.lock().commits()
    }
    fn durable(&mut self) -> Result<u64, StoreError> {
        let durable = MessageStore::durable(&mut *self.lock())?;
        Ok(match self.sabotage {
            Some(Sabotage::LyingDisk) => u64::MAX,
            _ => durable,
        })
    }
    fn note_incoming(
        &mut self,
        now_ns: u64,
        number: u64,
        tag: Option<&Tag>,
        message: &[u8],
    ) -> Result<(), StoreError> {
        match self.sabotage {
            Some(Sabotage::JournalForgets) if number == 7 => return Ok(()),
            Some(Sabotage::JournalChanges) if number == 7 => {
                let changed = changed(message);
                return MessageStore::note_incoming(&mut *self.lock(), now_ns, number, tag, &changed);
            }
            _ => {}
        }
        MessageStore::note_incoming(&mut *self.lock(), now_ns, number, tag, message)
    }
    fn reset(&mut self, now_ns: u64) -> Result<(), StoreError> {
        MessageStore::reset(&mut *self.lock(), now_ns)
    }
}
