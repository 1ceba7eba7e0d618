//! A card's side of the seam between sessions and whatever carries their bytes.

use super::super::card::Card;
use super::super::connection::Phase;
use super::{instant, CardTransport, Listener, BACKLOG, CLOSING_TIMEOUT_NS, CONNECTIONS_MAX};
use crate::transport::{
    ConnectionId, Mark, Received, StreamOffload, Transport, TransportError, TransportEvent,
};
use fixnic_driver::Command;
use smoltcp::socket::tcp::{RecvError, Socket};
use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, SocketAddr, SocketAddrV4};
use std::ops::Range;
use std::time::Duration;

impl<C: Card> Transport for CardTransport<C> {
    type Offload = Self;

    fn stream_offload(&mut self) -> Option<&mut Self> {
        Some(self)
    }

    fn listen(&mut self, address: SocketAddr) -> Result<SocketAddr, TransportError> {
        let error = |kind: ErrorKind| TransportError {
            action: "listen on",
            address: Some(address),
            source: kind.into(),
        };
        let SocketAddr::V4(mut wanted) = address else {
            return Err(error(ErrorKind::Unsupported));
        };
        if !wanted.ip().is_unspecified() && *wanted.ip() != self.config.address {
            return Err(error(ErrorKind::AddrNotAvailable));
        }
        if wanted.port() == 0 {
            let any = SocketAddrV4::new(Ipv4Addr::UNSPECIFIED, 0);
            let tuple = self.free_port(any).ok_or_else(|| error(ErrorKind::AddrInUse))?;
            wanted.set_port(tuple.local_port);
        }
        if !self.card.has_port(wanted.port()) {
            return Err(TransportError {
                source: io::Error::other(
                    "the port belongs to another thread of the card, or to none: name it in the lend_to_thread of the ring whose engine listens there",
                ),
                ..error(ErrorKind::AddrInUse)
            });
        }
        if self
            .listeners
            .iter()
            .any(|listener| listener.address.port() == wanted.port())
        {
            return Err(error(ErrorKind::AddrInUse));
        }
        self.listeners.push(Listener {
            address: wanted,
            waiting: Vec::with_capacity(BACKLOG),
        });
        self.fill_backlogs();
        Ok(SocketAddr::V4(wanted))
    }

    fn connect(&mut self, address: SocketAddr, now_ns: u64) -> Result<ConnectionId, TransportError> {
        let error = |source: io::Error| TransportError {
            action: "connect to",
            address: Some(address),
            source,
        };
        let SocketAddr::V4(remote) = address else {
            return Err(error(ErrorKind::Unsupported.into()));
        };
        if self.connections.len() >= CONNECTIONS_MAX {
            return Err(error(io::Error::other(format!(
                "{CONNECTIONS_MAX} connections are open already"
            ))));
        }
        let tuple = self
            .free_port(remote)
            .ok_or_else(|| error(ErrorKind::AddrInUse.into()))?;
        self.now_ns = self.now_ns.max(now_ns);
        let handle = self.new_socket();
        let socket = self.sockets.get_mut::<Socket>(handle);
        let local = (self.config.address, tuple.local_port);
        if let Err(refused) = socket.connect(self.interface.context(), (*remote.ip(), remote.port()), local) {
            self.sockets.remove(handle);
            return Err(error(io::Error::new(
                ErrorKind::InvalidInput,
                refused.to_string(),
            )));
        }
        Ok(ConnectionId(self.adopt(handle, tuple, Phase::Connecting)))
    }

    fn poll(&mut self, now_ns: u64) -> Result<(), TransportError> {
        self.now_ns = self.now_ns.max(now_ns);
        C::receive(self)?;
        self.egress();
        if std::mem::take(&mut self.look) || self.is_closing() {
            self.look_at_connections();
        }
        Ok(())
    }

    fn next_event(&mut self) -> Option<TransportEvent> {
        let event = self.events.pop_front()?;
        match &event {
            TransportEvent::Readable { id } => {
                if let Some(connection) = self.connections.get_mut(&id.0) {
                    connection.readable_queued = false;
                }
            }
            TransportEvent::Closed { id, .. } => self.forget(id.0),
            _ => {}
        }
        Some(event)
    }

    fn receive(&mut self, id: ConnectionId, buffer: &mut Vec<u8>, limit: usize) -> io::Result<Received> {
        let connection = self.connections.get_mut(&id.0).ok_or(ErrorKind::NotConnected)?;
        let socket = self.sockets.get_mut::<Socket>(connection.handle);
        let mut taken = 0;
        while taken < limit && socket.can_recv() {
            let copied = socket.recv(|bytes| {
                let count = bytes.len().min(limit - taken);
                buffer.extend_from_slice(&bytes[..count]);
                (count, count)
            });
            match copied {
                Ok(count) if count > 0 => taken += count,
                _ => break,
            }
        }
        connection.received += taken as u64;
        // What is left is reported again, and the window that has opened is told to the counterparty.
        self.look = true;
        if taken > 0 {
            return Ok(Received::Bytes(taken));
        }
        match socket.recv(|_| (0, ())) {
            Ok(()) => Ok(Received::Nothing),
            Err(RecvError::Finished) => {
                connection.end_known = true;
                Ok(Received::End)
            }
            Err(RecvError::InvalidState) => {
                connection.end_known = true;
                Err(ErrorKind::ConnectionReset.into())
            }
        }
    }

    fn send(&mut self, id: ConnectionId, bytes: &[u8]) -> io::Result<usize> {
        let connection = self.connections.get_mut(&id.0).ok_or(ErrorKind::NotConnected)?;
        let socket = self.sockets.get_mut::<Socket>(connection.handle);
        let sent = socket
            .send_slice(bytes)
            .map_err(|_| io::Error::from(ErrorKind::BrokenPipe))?;
        connection.awaits_room |= sent < bytes.len();
        Ok(sent)
    }

    fn close(&mut self, id: ConnectionId) {
        let Some(connection) = self.connections.get_mut(&id.0) else {
            return;
        };
        if connection.phase != Phase::Aborted {
            self.sockets.get_mut::<Socket>(connection.handle).close();
            connection.phase = Phase::Closing {
                deadline_ns: self.now_ns.saturating_add(CLOSING_TIMEOUT_NS),
            };
        }
        let place = connection.place.take();
        connection.offload = None;
        self.disarm(place);
        self.events.retain(|event| event_id(event) != Some(id));
    }

    fn flush(&mut self, now_ns: u64) -> Result<(), TransportError> {
        self.now_ns = self.now_ns.max(now_ns);
        self.egress();
        Ok(())
    }

    fn poll_timeout(&mut self) -> Option<u64> {
        if self.look || !self.events.is_empty() || self.card.serves_threads() {
            return Some(0);
        }
        let tcp = self.interface.poll_at(instant(self.now_ns), &self.sockets);
        let closing = self
            .connections
            .values()
            .filter_map(|connection| match connection.phase {
                Phase::Closing { deadline_ns } => Some(deadline_ns),
                Phase::Aborted => Some(0),
                _ => None,
            });
        closing
            .chain(tcp.map(|at| at.total_micros().max(0) as u64 * 1_000))
            .min()
    }

    fn wait(&mut self, timeout: Duration) -> Result<(), TransportError> {
        self.card.wait(timeout).map_err(|source| TransportError {
            action: "wait for the device",
            address: None,
            source,
        })
    }
}

impl<C: Card> StreamOffload for CardTransport<C> {
    fn take_marks(&mut self, id: ConnectionId, limit: usize, marks: &mut Vec<Mark>) {
        let Some(connection) = self.connections.get_mut(&id.0) else {
            return;
        };
        if let Some(offload) = &mut connection.offload {
            offload.take_marks(connection.received, limit, marks);
        }
    }

    fn rings(&self) -> Range<u32> {
        self.card.rings()
    }

    fn message_boundary(&mut self, id: ConnectionId, ring: u8, position: u64, expected: u64) {
        if self.card.is_stopped(ring) {
            return;
        }
        let Some(connection) = self.connections.get_mut(&id.0) else {
            return;
        };
        let Some(offload) = &connection.offload else {
            return;
        };
        // If the stream is still there when the fence has come, and that ARM was too late: it may be at rest then.
        connection.boundary = offload.is_arming().then_some((ring, position, expected));
        if !offload.wants_boundary(position) {
            return;
        }
        let tuple = connection.tuple;
        let Some(arm_ring) = self.card.ring_for(&tuple, ring) else {
            self.without_ring(id.0);
            return;
        };
        let Some(place) = self.place(id.0) else {
            if let Some(connection) = self.connections.get_mut(&id.0) {
                connection.boundary = connection.awaits_place.then_some((ring, position, expected));
            }
            return;
        };
        let Some(connection) = self.connections.get_mut(&id.0) else {
            return;
        };
        let Some(offload) = &mut connection.offload else {
            return;
        };
        match self.card.submit(offload.arm(place, arm_ring, position, expected)) {
            Ok(tag) => {
                connection.ring = Some(arm_ring);
                offload.arming(tag, position, expected, &mut self.offload_counters);
            }
            Err(error) => tracing::warn!(%error, "a connection is not armed"),
        }
    }

    fn proposed_boundary(&mut self, id: ConnectionId) -> Option<u64> {
        self.offload(id)?.proposed()
    }

    fn answer_proposal(&mut self, id: ConnectionId, position: u64, expected: u64) {
        let Some(offload) = self.connections.get_mut(&id.0).and_then(|c| c.offload.as_mut()) else {
            return;
        };
        let Some(command) = offload.answer(position, expected) else {
            return;
        };
        if let Command::ResyncNo { .. } = command {
            tracing::warn!(
                position,
                "the core proposes a message where none begins: bait in the stream, or a fault of the core"
            );
        }
        // A full mailbox is asked again with the next bytes.
        match self.card.submit(command) {
            Ok(tag) => offload.answering(tag, &command, &mut self.offload_counters),
            Err(error) => tracing::warn!(%error, "a proposal of the core waits for its answer"),
        }
    }

    fn set_expected(&mut self, id: ConnectionId, expected: u64) {
        let Some(connection) = self.connections.get_mut(&id.0) else {
            return;
        };
        if let Some((_, _, number)) = &mut connection.boundary {
            *number = expected;
        }
        let (Some(place), Some(offload)) = (connection.place, &mut connection.offload) else {
            return;
        };
        if !offload.wants_expected(expected) {
            return;
        }
        match self.card.submit(Command::SetExpected {
            session: place.session,
            expected,
        }) {
            Ok(tag) => offload.setting(tag, expected, &mut self.offload_counters),
            Err(error) => tracing::warn!(%error, "the core goes on with its own number"),
        }
    }
}

fn event_id(event: &TransportEvent) -> Option<ConnectionId> {
    match event {
        TransportEvent::Accepted { id, .. }
        | TransportEvent::Connected { id }
        | TransportEvent::Readable { id }
        | TransportEvent::Writable { id }
        | TransportEvent::Closed { id, .. } => Some(*id),
        TransportEvent::RingStopped { .. } => None,
    }
}
