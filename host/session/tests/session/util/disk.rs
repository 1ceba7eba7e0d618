//! A store that forgets in a crash what was not committed.

use fixnic_session::{MemoryStore, MessageStore, StoreError};

use super::START_NS;

/// What is live, and how much of it a crash leaves.
pub struct Disk {
    live: MemoryStore,
    durable_outgoing: u64,
    durable_incoming: u64,
}

impl Disk {
    pub fn new() -> Self {
        Disk {
            live: MemoryStore::new(START_NS),
            durable_outgoing: 1,
            durable_incoming: 1,
        }
    }

    /// What a new process finds.
    pub fn after_crash(&self) -> Disk {
        let mut live = self.live.clone();
        for number in self.durable_outgoing..live.next_outgoing() {
            live.forget(number);
        }
        live.set_next_outgoing(self.durable_outgoing).unwrap();
        live.set_next_incoming(self.durable_incoming).unwrap();
        Disk { live, ..*self }
    }
}

impl MessageStore for Disk {
    fn next_outgoing(&self) -> u64 {
        self.live.next_outgoing()
    }
    fn next_incoming(&self) -> u64 {
        self.live.next_incoming()
    }
    fn created_ns(&self) -> u64 {
        self.live.created_ns()
    }
    fn append_outgoing(&mut self, number: u64, message: &[u8]) -> Result<(), StoreError> {
        self.live.append_outgoing(number, message)
    }
    fn set_next_outgoing(&mut self, number: u64) -> Result<(), StoreError> {
        self.live.set_next_outgoing(number)
    }
    fn set_next_incoming(&mut self, number: u64) -> Result<(), StoreError> {
        self.live.set_next_incoming(number)
    }
    fn read_outgoing(&mut self, number: u64, message: &mut Vec<u8>) -> Result<bool, StoreError> {
        self.live.read_outgoing(number, message)
    }
    fn commit(&mut self, _now_ns: u64) -> Result<(), StoreError> {
        self.durable_outgoing = self.live.next_outgoing();
        self.durable_incoming = self.live.next_incoming();
        Ok(())
    }
    fn reset(&mut self, now_ns: u64) -> Result<(), StoreError> {
        self.live.reset(now_ns)?;
        self.commit(now_ns)
    }
}
