//! A gateway that loses messages.

use fixnic::session::codec::{Framer, MessageView, Split};
use fixnic::transport::{ConnectionId, Received, Transport, TransportError, TransportEvent};
use std::collections::BTreeMap;
use std::io;
use std::net::SocketAddr;
use std::ops::Range;
use std::time::Duration;

/// Of so many orders in a row the venue's gateway loses those.
pub const LOSS_PERIOD: u64 = 50;
pub const LOST: Range<u64> = 20..30;

/// The venue's way out, which loses whole messages: the session on it does not know.
pub struct Gateway<T> {
    pub inner: T,
    pub loses: bool,
    pub lost: u64,
    /// What a connection has not taken yet.
    pub waiting: BTreeMap<ConnectionId, Vec<u8>>,
}

impl<T: Transport> Gateway<T> {
    pub fn is_lost(&self, message: &[u8]) -> bool {
        let view = MessageView::parse(message).expect("what leaves is a message");
        let id: Option<u64> = view.text(11).and_then(|id| id.parse().ok());
        self.loses && !view.poss_dup() && id.is_some_and(|id| LOST.contains(&(id % LOSS_PERIOD)))
    }

    pub fn push(&mut self, id: ConnectionId) {
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
        waiting.into_iter().for_each(|id| self.push(id));
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
            message_len_max: 4_096,
            swallow_to_stated_end: false,
            validate_check_sum: true,
        };
        let (mut kept, mut rest) = (Vec::new(), bytes);
        while !rest.is_empty() {
            let Split::Message { len } = framer.split(rest) else {
                panic!("what leaves is no message");
            };
            let (message, behind) = rest.split_at(len);
            match self.is_lost(message) {
                true => self.lost += 1,
                false => kept.extend_from_slice(message),
            }
            rest = behind;
        }
        self.waiting.insert(id, kept);
        self.push(id);
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
