//! What carries the byte streams: the one seam between the session runner and kernel sockets, or a NIC.
//!
//! A transport owns its listeners and connections and names a connection by a [`ConnectionId`]. Nothing here blocks but
//! [`Transport::wait`], and nothing reads a clock: time is passed in. The runner's loop:
//!
//! 1. [`Transport::poll`], then [`Transport::next_event`] until it yields nothing;
//! 2. for each [`TransportEvent::Readable`]: [`Transport::receive`], then [`StreamOffload::take_marks`] for what the NIC
//!    said about those bytes;
//! 3. [`Transport::send`] what the sessions have to say, then [`Transport::flush`].

mod kernel;
mod offload;

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use fixnic_session::Tag;

pub use kernel::KernelTransport;
pub use offload::{NoOffload, StreamOffload};

/// A connection of a transport. Never reused while anyone may hold it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ConnectionId(pub u64);

/// What happened to a connection.
#[derive(Debug)]
pub enum TransportEvent {
    /// A counterparty connected to a listener.
    Accepted {
        /// The new connection.
        id: ConnectionId,
        /// The listener's address, as [`Transport::listen`] returned it.
        listener: SocketAddr,
        /// The counterparty.
        peer: SocketAddr,
    },
    /// A connection asked for with [`Transport::connect`] is up.
    Connected {
        /// The connection.
        id: ConnectionId,
    },
    /// There are bytes to [`Transport::receive`], or the end. Said once: it is said again for what arrives after
    /// [`Received::Nothing`] was returned.
    Readable {
        /// The connection.
        id: ConnectionId,
    },
    /// [`Transport::send`] may take bytes again.
    Writable {
        /// The connection.
        id: ConnectionId,
    },
    /// The connection could not be made or has ended; its id means nothing any more.
    Closed {
        /// The connection.
        id: ConnectionId,
        /// Why, unless it ended in order.
        error: Option<io::Error>,
    },
    /// The NIC could not write to host memory and has stopped a receive ring. Its connections go on: what was dropped, TCP repeats.
    RingStopped {
        /// Number of the ring.
        ring: u8,
    },
}

/// What [`Transport::receive`] did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Received {
    /// This many bytes were appended.
    Bytes(usize),
    /// There is nothing now.
    Nothing,
    /// The counterparty has sent its last byte.
    End,
}

/// What the NIC said, at its place in the received stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Bytes of the stream before it: 0 is the first byte the counterparty sent on this connection.
    pub position: u64,
    /// What it said.
    pub kind: MarkKind,
}

/// What the NIC said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    /// A message begins here.
    Message {
        /// Its length in bytes, from `8=` to the SOH after CheckSum.
        len: usize,
        /// What the NIC says of it.
        tag: Tag,
    },
    /// From here on the NIC expects this MsgSeqNum, by a command of the host (a fence has come back).
    Expects {
        /// The number.
        expected: u64,
    },
    /// From here on the NIC does not follow the stream.
    Untracked,
}

/// Ends a [`Transport::wait`], from any thread: the wait under way, or else the next one.
#[derive(Clone)]
pub struct Waker(Arc<dyn Fn() + Send + Sync>);

impl Waker {
    /// A waker that calls this, which must not block.
    pub fn new(wake: impl Fn() + Send + Sync + 'static) -> Waker {
        Waker(Arc::new(wake))
    }

    /// Ends the wait.
    pub fn wake(&self) {
        (self.0)();
    }
}

impl fmt::Debug for Waker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Waker").finish_non_exhaustive()
    }
}

/// Carries byte streams. See the [module](self).
pub trait Transport {
    /// What its card does with the streams; [`NoOffload`] if it never has one.
    type Offload: StreamOffload;

    /// The card that follows the streams, if there is one.
    fn stream_offload(&mut self) -> Option<&mut Self::Offload>;

    /// Accepts connections at `address`. Returns the address in use, with the port chosen when 0 was asked for.
    ///
    /// # Errors
    /// When the address cannot be used: busy, not this host's, or forbidden.
    fn listen(&mut self, address: SocketAddr) -> Result<SocketAddr, TransportError>;

    /// Begins to connect; [`TransportEvent::Connected`] or [`TransportEvent::Closed`] follows.
    ///
    /// # Errors
    /// When not even the beginning is possible.
    fn connect(&mut self, address: SocketAddr, now_ns: u64) -> Result<ConnectionId, TransportError>;

    /// Does what can be done without waiting.
    ///
    /// # Errors
    /// When the transport as a whole has failed.
    fn poll(&mut self, now_ns: u64) -> Result<(), TransportError>;

    /// What happened, oldest first.
    fn next_event(&mut self) -> Option<TransportEvent>;

    /// Appends received bytes to `buffer`, in order: at most `limit` of them, or as many as it has room for anyway.
    ///
    /// # Errors
    /// When the connection has failed.
    fn receive(&mut self, id: ConnectionId, buffer: &mut Vec<u8>, limit: usize) -> io::Result<Received>;

    /// Takes bytes to be sent, and says how many; [`TransportEvent::Writable`] follows when it was not all.
    ///
    /// # Errors
    /// When the connection has failed.
    fn send(&mut self, id: ConnectionId, bytes: &[u8]) -> io::Result<usize>;

    /// Closes the connection once what was taken is sent. [`TransportEvent::Closed`] does not follow.
    fn close(&mut self, id: ConnectionId);

    /// Everything taken by [`Transport::send`] since the last [`Transport::poll`] may go out now.
    ///
    /// # Errors
    /// When the transport as a whole has failed.
    fn flush(&mut self, _now_ns: u64) -> Result<(), TransportError> {
        Ok(())
    }

    /// When [`Transport::poll`] should be called at the latest, in nanoseconds of the time passed in.
    fn poll_timeout(&mut self) -> Option<u64> {
        None
    }

    /// What ends a [`Transport::wait`] from another thread; `None`: nothing does, as with a device that is polled.
    fn waker(&self) -> Option<Waker> {
        None
    }

    /// Waits until something happens, but no longer than `timeout`. A signal ends it early.
    ///
    /// # Errors
    /// When the transport as a whole has failed.
    fn wait(&mut self, timeout: Duration) -> Result<(), TransportError>;
}

/// Why a transport cannot do what was asked.
#[derive(Debug, thiserror::Error)]
pub struct TransportError {
    /// What was attempted, such as `listen`.
    pub action: &'static str,
    /// Where, if it has a place.
    pub address: Option<SocketAddr>,
    /// The system's own reason.
    #[source]
    pub source: io::Error,
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot {}", self.action)?;
        if let Some(address) = self.address {
            write!(f, " {address}")?;
        }
        write!(f, ": {}", self.source)?;
        f.write_str(match self.source.kind() {
            io::ErrorKind::AddrInUse => {
                ": the port is busy: stop the program that holds it, or change SocketAcceptPort"
            }
            io::ErrorKind::AddrNotAvailable => {
                ": no interface of this host has the address: check SocketAcceptHost"
            }
            io::ErrorKind::PermissionDenied => {
                ": ports below 1024 need root or CAP_NET_BIND_SERVICE: choose a higher SocketAcceptPort"
            }
            _ => "",
        })
    }
}
