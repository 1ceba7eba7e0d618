//! The operating system's TCP sockets, non-blocking, behind one epoll instance.

use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::os::fd::{AsFd, OwnedFd};
use std::sync::Arc;
use std::time::Duration;

use rustix::buffer::spare_capacity;
use rustix::event::{epoll, eventfd, EventfdFlags, Timespec};
use rustix::io::Errno;
use rustix::net::{AddressFamily, SocketFlags, SocketType};

use super::{ConnectionId, NoOffload, Received, Transport, TransportError, TransportEvent, Waker};

/// Readiness reports taken from the system at once.
const EVENTS_PER_POLL: usize = 256;
/// Connections accepted from one listener before others get their turn.
const ACCEPTS_PER_POLL: usize = 64;

/// Closed connections that may still be sending their last bytes.
const MAX_CLOSING: usize = 1024;
/// How long a listener rests after the system refused it a connection, in nanoseconds.
const LISTENER_REST_NS: u64 = 100_000_000;
/// How long a closed connection may take for its last bytes, in nanoseconds.
const CLOSING_TIMEOUT_NS: u64 = 2_000_000_000;

/// What the system calls the descriptor that wakers write to; sockets count from 1.
const WAKE_TOKEN: u64 = 0;

/// Kernel TCP sockets as a [`Transport`].
pub struct KernelTransport {
    epoll: OwnedFd,
    wake: Arc<OwnedFd>,
    listeners: Vec<Listener>,
    connections: HashMap<u64, Connection>,
    closing: HashMap<u64, Closing>,
    next_id: u64,
    ready: Vec<epoll::Event>,
    events: VecDeque<TransportEvent>,
    now_ns: u64,
    no_delay: bool,
}

impl fmt::Debug for KernelTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KernelTransport")
            .field("listeners", &self.listeners)
            .field("connections", &self.connections)
            .finish_non_exhaustive()
    }
}

#[derive(Debug)]
struct Listener {
    token: u64,
    address: SocketAddr,
    socket: TcpListener,
    /// When to look at it again though the system says nothing: readiness is said once.
    look_again_ns: Option<u64>,
}

#[derive(Debug)]
struct Connection {
    stream: TcpStream,
    connecting: bool,
}

/// A connection whose sending half is shut. What still arrives is thrown away: a socket closed over unread bytes would
/// send a reset, which may overtake our Logout.
#[derive(Debug)]
struct Closing {
    stream: TcpStream,
    deadline_ns: Option<u64>,
}

impl KernelTransport {
    /// A transport without listeners or connections. `no_delay` is TCP_NODELAY of its connections.
    ///
    /// # Errors
    /// When the system refuses an epoll instance.
    pub fn new(no_delay: bool) -> Result<KernelTransport, TransportError> {
        let epoll = epoll::create(epoll::CreateFlags::CLOEXEC).map_err(failed("create an epoll instance"))?;
        let wake = eventfd(0, EventfdFlags::CLOEXEC | EventfdFlags::NONBLOCK)
            .map_err(failed("create an event descriptor"))?;
        let flags = epoll::EventFlags::IN | epoll::EventFlags::ET;
        epoll::add(&epoll, &wake, epoll::EventData::new_u64(WAKE_TOKEN), flags)
            .map_err(failed("wait for an event descriptor"))?;
        Ok(KernelTransport {
            epoll,
            wake: Arc::new(wake),
            listeners: Vec::new(),
            connections: HashMap::new(),
            closing: HashMap::new(),
            next_id: 0,
            ready: Vec::with_capacity(EVENTS_PER_POLL),
            events: VecDeque::new(),
            now_ns: 0,
            no_delay,
        })
    }

    fn new_token(&mut self) -> u64 {
        self.next_id += 1;
        self.next_id
    }

    fn register(&self, source: impl AsFd, token: u64, flags: epoll::EventFlags) -> rustix::io::Result<()> {
        epoll::add(&self.epoll, source, epoll::EventData::new_u64(token), flags)
    }

    fn gather(&mut self, timeout: Duration) -> Result<(), TransportError> {
        let timeout = Timespec {
            tv_sec: timeout.as_secs().min(i64::MAX as u64) as i64,
            tv_nsec: timeout.subsec_nanos().into(),
        };
        match epoll::wait(&self.epoll, spare_capacity(&mut self.ready), Some(&timeout)) {
            Ok(_) | Err(Errno::INTR) => {}
            Err(errno) => return Err(failed("wait for sockets")(errno)),
        }
        let mut ready = std::mem::take(&mut self.ready);
        for event in ready.drain(..) {
            let (token, flags) = (event.data.u64(), event.flags);
            if token == WAKE_TOKEN {
                // Only its being there counts; an error leaves nothing to be done.
                let _ = rustix::io::read(&self.wake, &mut [0; 8]);
                continue;
            }
            match self.listeners.iter().position(|listener| listener.token == token) {
                Some(at) => self.accept(at),
                None => self.connection_ready(token, flags),
            }
        }
        self.ready = ready;
        Ok(())
    }

    fn accept(&mut self, at: usize) {
        self.listeners[at].look_again_ns = None;
        let listener = self.listeners[at].address;
        for _ in 0..ACCEPTS_PER_POLL {
            let (stream, peer) = match self.listeners[at].socket.accept() {
                Ok(accepted) => accepted,
                Err(error)
                    if matches!(
                        error.kind(),
                        ErrorKind::Interrupted | ErrorKind::ConnectionAborted
                    ) =>
                {
                    continue
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => return,
                Err(error) => {
                    // Out of descriptors or memory: the listener itself stays good.
                    tracing::warn!(%listener, %error, "cannot accept a connection");
                    self.listeners[at].look_again_ns = Some(self.now_ns.saturating_add(LISTENER_REST_NS));
                    return;
                }
            };
            match self.adopt(stream, false) {
                Ok(id) => self
                    .events
                    .push_back(TransportEvent::Accepted { id, listener, peer }),
                Err(error) => tracing::warn!(%peer, %error, "cannot use an accepted connection"),
            }
        }
        self.listeners[at].look_again_ns = Some(self.now_ns);
    }

    fn adopt(&mut self, stream: TcpStream, connecting: bool) -> io::Result<ConnectionId> {
        stream.set_nonblocking(true)?;
        stream.set_nodelay(self.no_delay)?;
        let token = self.new_token();
        // Edge-triggered: a session that cannot take more bytes for now costs no wakeups.
        let flags = epoll::EventFlags::IN | epoll::EventFlags::OUT | epoll::EventFlags::ET;
        self.register(&stream, token, flags)?;
        self.connections.insert(token, Connection { stream, connecting });
        Ok(ConnectionId(token))
    }

    fn connection_ready(&mut self, token: u64, flags: epoll::EventFlags) {
        let Some(connection) = self.connections.get_mut(&token) else {
            self.discard_received(token);
            return;
        };
        let id = ConnectionId(token);
        if connection.connecting {
            let error = match rustix::net::sockopt::socket_error(&connection.stream) {
                Ok(Ok(())) => None,
                Ok(Err(errno)) | Err(errno) => Some(errno.into()),
            };
            if error.is_some() {
                self.connections.remove(&token);
                self.events.push_back(TransportEvent::Closed { id, error });
                return;
            }
            connection.connecting = false;
            self.events.push_back(TransportEvent::Connected { id });
        } else if flags.contains(epoll::EventFlags::OUT) {
            self.events.push_back(TransportEvent::Writable { id });
        }
        if flags.intersects(epoll::EventFlags::IN | epoll::EventFlags::HUP | epoll::EventFlags::ERR) {
            self.events.push_back(TransportEvent::Readable { id });
        }
    }

    fn discard_received(&mut self, token: u64) {
        let Some(closing) = self.closing.get_mut(&token) else {
            return;
        };
        let mut scratch = [0; 4096];
        loop {
            match closing.stream.read(&mut scratch) {
                Ok(n) if n > 0 => continue,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) if error.kind() == ErrorKind::WouldBlock => return,
                Ok(_) | Err(_) => break,
            }
        }
        self.closing.remove(&token);
    }

    fn drop_closed(&mut self, now_ns: u64) {
        self.closing.retain(|_, closing| {
            now_ns
                < *closing
                    .deadline_ns
                    .get_or_insert(now_ns.saturating_add(CLOSING_TIMEOUT_NS))
        });
    }

    fn connection(&mut self, id: ConnectionId) -> io::Result<&mut Connection> {
        self.connections
            .get_mut(&id.0)
            .ok_or_else(|| ErrorKind::NotConnected.into())
    }
}

impl Transport for KernelTransport {
    type Offload = NoOffload;

    fn stream_offload(&mut self) -> Option<&mut NoOffload> {
        None
    }

    fn listen(&mut self, address: SocketAddr) -> Result<SocketAddr, TransportError> {
        let at = |source| TransportError {
            action: "listen on",
            address: Some(address),
            source,
        };
        // The standard library sets SO_REUSEADDR, so a restart does not wait for old connections to time out.
        let socket = TcpListener::bind(address).map_err(at)?;
        socket.set_nonblocking(true).map_err(at)?;
        let bound = socket.local_addr().map_err(at)?;
        let token = self.new_token();
        self.register(&socket, token, epoll::EventFlags::IN | epoll::EventFlags::ET)
            .map_err(|errno| at(errno.into()))?;
        self.listeners.push(Listener {
            token,
            address: bound,
            socket,
            look_again_ns: None,
        });
        Ok(bound)
    }

    fn connect(&mut self, address: SocketAddr, _now_ns: u64) -> Result<ConnectionId, TransportError> {
        let at = |source: io::Error| TransportError {
            action: "connect to",
            address: Some(address),
            source,
        };
        let family = if address.is_ipv4() {
            AddressFamily::INET
        } else {
            AddressFamily::INET6
        };
        let flags = SocketFlags::NONBLOCK | SocketFlags::CLOEXEC;
        let socket =
            rustix::net::socket_with(family, SocketType::STREAM, flags, None).map_err(|e| at(e.into()))?;
        match rustix::net::connect(&socket, &address) {
            Ok(()) | Err(Errno::INPROGRESS) => {}
            Err(errno) => return Err(at(errno.into())),
        }
        self.adopt(socket.into(), true).map_err(at)
    }

    fn poll(&mut self, now_ns: u64) -> Result<(), TransportError> {
        self.now_ns = now_ns;
        self.drop_closed(now_ns);
        for at in 0..self.listeners.len() {
            if self.listeners[at]
                .look_again_ns
                .is_some_and(|at_ns| at_ns <= now_ns)
            {
                self.accept(at);
            }
        }
        self.gather(Duration::ZERO)
    }

    fn next_event(&mut self) -> Option<TransportEvent> {
        self.events.pop_front()
    }

    fn receive(&mut self, id: ConnectionId, buffer: &mut Vec<u8>, limit: usize) -> io::Result<Received> {
        let connection = self.connection(id)?;
        buffer.reserve(limit);
        loop {
            return match rustix::io::read(&connection.stream, spare_capacity(buffer)) {
                Ok(0) => Ok(Received::End),
                Ok(n) => Ok(Received::Bytes(n)),
                Err(Errno::INTR) => continue,
                Err(Errno::WOULDBLOCK) => Ok(Received::Nothing),
                Err(errno) => Err(errno.into()),
            };
        }
    }

    fn send(&mut self, id: ConnectionId, bytes: &[u8]) -> io::Result<usize> {
        let connection = self.connection(id)?;
        let sent = loop {
            match connection.stream.write(bytes) {
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) if error.kind() == ErrorKind::WouldBlock => break 0,
                written => break written?,
            }
        };
        Ok(sent)
    }

    fn close(&mut self, id: ConnectionId) {
        let Some(Connection { stream, .. }) = self.connections.remove(&id.0) else {
            return;
        };
        if self.closing.len() < MAX_CLOSING && stream.shutdown(Shutdown::Write).is_ok() {
            self.closing.insert(
                id.0,
                Closing {
                    stream,
                    deadline_ns: None,
                },
            );
        }
    }

    fn poll_timeout(&mut self) -> Option<u64> {
        let closing = self
            .closing
            .values()
            .map(|closing| closing.deadline_ns.unwrap_or(0));
        let listeners = self
            .listeners
            .iter()
            .filter_map(|listener| listener.look_again_ns);
        closing.chain(listeners).min()
    }

    fn waker(&self) -> Option<Waker> {
        let wake = Arc::clone(&self.wake);
        // It fails only when as many wakes wait already as a counter holds.
        Some(Waker::new(move || {
            let _ = rustix::io::write(&*wake, &1u64.to_ne_bytes());
        }))
    }

    fn wait(&mut self, timeout: Duration) -> Result<(), TransportError> {
        if self.events.is_empty() {
            self.gather(timeout)?;
        }
        Ok(())
    }
}

fn failed(action: &'static str) -> impl Fn(Errno) -> TransportError {
    move |errno| TransportError {
        action,
        address: None,
        source: errno.into(),
    }
}
