//! The gateway between a session and its connection: it may lose whole FIX messages, as the gateways of exchanges do, so that real
//! gaps of MsgSeqNum arise in a healthy TCP stream, in resends too. Everything that leaves passes here, before anything is lost, and
//! is told to the checker.

use std::collections::BTreeMap;
use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use fixnic::session::codec::{Framer, Split};
use fixnic::transport::{ConnectionId, Received, Transport, TransportError, TransportEvent};
use rand::Rng;
use rand_chacha::ChaCha8Rng;

use super::check::SharedBook;
use super::sabotage::Sabotage;
use super::store::SharedStore;

/// Longest message that a side sends.
const MESSAGE_LEN_MAX: usize = 64 * 1024;
/// Bytes that wait for a connection to take them, at most: what one turn of a session yields, far below this.
const WAITING_MAX: usize = 64 << 20;

/// What a gateway does to messages.
#[derive(Debug, Clone, Copy, Default)]
pub struct Losses {
    /// Of a hundred messages this many are lost.
    pub percent: u32,
    /// The next so many are lost all the same.
    pub burst: u32,
}

impl Losses {
    pub fn draw(rng: &mut ChaCha8Rng) -> Losses {
        Losses {
            percent: if rng.random() { rng.random_range(1..25) } else { 0 },
            burst: if rng.random() { rng.random_range(1..12) } else { 0 },
        }
    }
}

pub struct Gateway<T> {
    inner: T,
    rng: ChaCha8Rng,
    pub losses: Losses,
    book: SharedBook,
    store: SharedStore,
    sabotage: Option<Sabotage>,
    /// Bytes that a connection has not taken yet.
    waiting: BTreeMap<ConnectionId, Vec<u8>>,
    hoard: Vec<Vec<u8>>,
}

impl<T: Transport> Gateway<T> {
    pub fn new(
        inner: T,
        rng: ChaCha8Rng,
        book: SharedBook,
        store: SharedStore,
        sabotage: Option<Sabotage>,
    ) -> Gateway<T> {
        Gateway {
            inner,
            rng,
            losses: Losses::default(),
            book,
            store,
            sabotage,
            waiting: BTreeMap::new(),
            hoard: Vec::new(),
        }
    }

    pub fn inner(&self) -> &T {
        &self.inner
    }

    pub fn inner_mut(&mut self) -> &mut T {
        &mut self.inner
    }

    fn loses(&mut self, message: &[u8]) -> bool {
        let mut book = self.book.lock();
        match self.sabotage {
            Some(Sabotage::LoseBeforeReset) if book.is_order_behind_a_drain(message) => return true,
            Some(Sabotage::Hoard) => self.hoard.extend(std::iter::repeat_n(message.to_vec(), 1_000)),
            _ => {}
        }
        let burst = self.losses.burst > 0;
        self.losses.burst = self.losses.burst.saturating_sub(1);
        let lost = burst || self.rng.random_range(0..100) < self.losses.percent;
        if lost {
            book.lost(message);
        }
        lost
    }

    /// Gives a connection what it takes. A connection that has failed says so by its own event.
    fn push(&mut self, id: ConnectionId) {
        let Some(waiting) = self.waiting.get_mut(&id) else {
            return;
        };
        match self.inner.send(id, waiting) {
            Ok(taken) if taken < waiting.len() => drop(waiting.drain(..taken)),
            _ => drop(self.waiting.remove(&id)),
        }
    }
}

impl<T: Transport> Transport for Gateway<T> {
    type Offload = T::Offload;

    fn stream_offload(&mut self) -> Option<&mut T::Offload> {
        self.inner.stream_offload()
    }

    fn listen(&mut self, address: SocketAddr) -> Result<SocketAddr, TransportError> {
        self.inner.listen(address)
    }

    fn connect(&mut self, address: SocketAddr, now_ns: u64) -> Result<ConnectionId, TransportError> {
        self.inner.connect(address, now_ns)
    }

    fn poll(&mut self, now_ns: u64) -> Result<(), TransportError> {
        self.inner.poll(now_ns)?;
        let waiting: Vec<ConnectionId> = self.waiting.keys().copied().collect();
        for id in waiting {
            self.push(id);
        }
        Ok(())
    }

    fn next_event(&mut self) -> Option<TransportEvent> {
        let event = self.inner.next_event();
        if let Some(TransportEvent::Closed { id, .. }) = &event {
            self.waiting.remove(id);
        }
        event
    }

    fn receive(&mut self, id: ConnectionId, buffer: &mut Vec<u8>, limit: usize) -> io::Result<Received> {
        self.inner.receive(id, buffer, limit)
    }

    fn send(&mut self, id: ConnectionId, bytes: &[u8]) -> io::Result<usize> {
        if self.waiting.contains_key(&id) {
            return Ok(0);
        }
        let framer = Framer {
            message_len_max: MESSAGE_LEN_MAX,
            swallow_to_stated_end: false,
            validate_check_sum: true,
        };
        let mut kept = Vec::new();
        let mut rest = bytes;
        while !rest.is_empty() {
            let Split::Message { len } = framer.split(rest) else {
                panic!("what leaves is no message: {}", String::from_utf8_lossy(rest));
            };
            let (message, behind) = rest.split_at(len);
            let store = &self.store;
            self.book.lock().left(message, || store.first());
            if !self.loses(message) {
                kept.extend_from_slice(message);
            }
            rest = behind;
        }
        if !kept.is_empty() {
            assert!(kept.len() < WAITING_MAX);
            self.waiting.insert(id, kept);
            self.push(id);
        }
        Ok(bytes.len())
    }

    fn close(&mut self, id: ConnectionId) {
        self.waiting.remove(&id);
        self.inner.close(id);
    }

    fn flush(&mut self, now_ns: u64) -> Result<(), TransportError> {
        self.inner.flush(now_ns)
    }

    fn poll_timeout(&mut self) -> Option<u64> {
        self.inner.poll_timeout()
    }

    fn wait(&mut self, timeout: Duration) -> Result<(), TransportError> {
        self.inner.wait(timeout)
    }
}
