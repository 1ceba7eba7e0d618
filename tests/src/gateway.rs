//! The gateway between a session and its connection: it may lose whole FIX messages, as the gateways of exchanges do, so that real gaps of
//! MsgSeqNum arise in a healthy TCP stream, in resends too. The session on it does not know.

use fixnic::session::codec::{Framer, Split};
use fixnic::transport::{ConnectionId, Received, Transport, TransportError, TransportEvent};
use std::collections::BTreeMap;
use std::io;
use std::net::SocketAddr;
use std::time::Duration;

/// Longest message that a side sends.
const MESSAGE_LEN_MAX: usize = 64 * 1024;
/// Bytes that wait for a connection to take them, at most: what one turn of a session yields, far below this.
const WAITING_MAX: usize = 64 << 20;

/// Which messages a gateway loses.
pub trait Loss {
    /// Whether this message, which is about to leave, is lost.
    fn loses(&mut self, message: &[u8]) -> bool;
}

/// A transport behind a gateway.
pub struct Gateway<T, L> {
    inner: T,
    /// What it loses.
    pub loss: L,
    /// Bytes that a connection has not taken yet.
    waiting: BTreeMap<ConnectionId, Vec<u8>>,
}

impl<T: Transport, L: Loss> Gateway<T, L> {
    /// A gateway in front of `inner`.
    pub fn new(inner: T, loss: L) -> Self {
        Self {
            inner,
            loss,
            waiting: BTreeMap::new(),
        }
    }

    /// The transport behind it.
    pub fn inner(&self) -> &T {
        &self.inner
    }

    /// The transport behind it.
    pub fn inner_mut(&mut self) -> &mut T {
        &mut self.inner
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

impl<T: Transport, L: Loss> Transport for Gateway<T, L> {
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
            if !self.loss.loses(message) {
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
