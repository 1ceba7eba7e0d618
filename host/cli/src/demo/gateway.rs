//! A gateway that loses messages between an engine and its TCP: they are numbered and stored, and never reach the wire. This is how
//! gaps come about in practice, since TCP itself loses nothing: a failover, a full queue, a crash at the wrong moment.
use super::aside::Aside;
use fixnic::transport::{ConnectionId, Received, Transport, TransportError, TransportEvent};
use fixnic_session::codec::{Framer, MessageView, Split};
use std::{io, net::SocketAddr, ops::RangeInclusive, time::Duration};

/// A transport whose gateway loses the first copy of chosen messages; resent ones pass.
#[derive(Debug)]
pub struct LossyGateway<T> {
    inner: T,
    framer: Framer,
    lose: RangeInclusive<u64>,
    lost: u64,
    /// Bytes taken from the engine that do not make a whole message yet.
    partial: Vec<u8>,
    /// Whole messages on their way to the inner transport.
    passed: Vec<u8>,
    aside: Aside,
}

impl<T: Transport> LossyGateway<T> {
    /// Loses the messages whose MsgSeqNum lies in `lose`.
    pub fn new(inner: T, framer: Framer, lose: RangeInclusive<u64>, aside: &Aside) -> Self {
        LossyGateway {
            inner,
            framer,
            lose,
            lost: 0,
            partial: Vec::new(),
            passed: Vec::new(),
            aside: aside.clone(),
        }
    }

    /// Messages lost so far.
    pub fn lost(&self) -> u64 {
        self.lost
    }

    /// The transport behind the gateway.
    pub fn inner_mut(&mut self) -> &mut T {
        &mut self.inner
    }

    fn pass_whole_messages(&mut self) {
        let mut at = 0;
        loop {
            let rest = &self.partial[at..];
            let (len, keep) = match self.framer.split(rest) {
                Split::Message { len } => (len, !self.is_lost(&rest[..len])),
                Split::Incomplete { .. } => break,
                Split::Garbled { skip, .. } => (skip.clamp(1, rest.len()), true),
            };
            if keep {
                self.passed.extend_from_slice(&self.partial[at..at + len]);
            } else {
                self.lost += 1;
            }
            at += len;
        }
        self.partial.drain(..at);
    }

    fn is_lost(&self, message: &[u8]) -> bool {
        MessageView::parse(message).is_ok_and(|view| {
            !view.poss_dup()
                && view
                    .msg_seq_num()
                    .is_some_and(|number| self.lose.contains(&number))
        })
    }

    fn drain(&mut self, id: ConnectionId) -> io::Result<()> {
        while !self.passed.is_empty() {
            match self.inner.send(id, &self.passed)? {
                0 => break,
                taken => drop(self.passed.drain(..taken)),
            }
        }
        Ok(())
    }
}

impl<T: Transport> Transport for LossyGateway<T> {
    type Offload = T::Offload;

    fn stream_offload(&mut self) -> Option<&mut T::Offload> {
        self.inner.stream_offload()
    }

    fn send(&mut self, id: ConnectionId, bytes: &[u8]) -> io::Result<usize> {
        self.drain(id)?;
        if !self.passed.is_empty() {
            return Ok(0);
        }
        let aside = self.aside.clone();
        aside.of(|| {
            self.partial.extend_from_slice(bytes);
            self.pass_whole_messages();
        });
        self.drain(id)?;
        Ok(bytes.len())
    }

    fn listen(&mut self, address: SocketAddr) -> Result<SocketAddr, TransportError> {
        self.inner.listen(address)
    }
    fn connect(&mut self, address: SocketAddr, now_ns: u64) -> Result<ConnectionId, TransportError> {
        self.inner.connect(address, now_ns)
    }
    fn poll(&mut self, now_ns: u64) -> Result<(), TransportError> {
        self.inner.poll(now_ns)
    }
    fn next_event(&mut self) -> Option<TransportEvent> {
        self.inner.next_event()
    }
    fn receive(&mut self, id: ConnectionId, buffer: &mut Vec<u8>, limit: usize) -> io::Result<Received> {
        self.inner.receive(id, buffer, limit)
    }
    fn close(&mut self, id: ConnectionId) {
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
