//! TCP connections over a card: the whole of it, or the ring of a thread.

mod lent;
mod own;
mod rings;
mod seam;

use super::card::{Card, Taking};
use super::config::{FrameCounters, NicTransportConfig};
use super::connection::{Connection, Phase};
use super::offload::{Answer, Offload, OffloadCounters};
use super::phy::CardPhy;
use super::segment::Segment;
use crate::transport::{ConnectionId, StreamOffload, Transport, TransportError, TransportEvent};
use fixnic_abi::entry::frame_flags;
use fixnic_abi::limits::{MAX_FRAME_BYTES, NO_SESSION};
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::{FenceEntry, FrameClass, FrameEntry};
use fixnic_driver::{Command, OpenError, Place};
pub use lent::{RingCard, RingHandle};
pub use own::OwnCard;
use rings::Pending;
use smoltcp::iface::{Config, Interface, PollResult, SocketHandle, SocketSet};
use smoltcp::socket::tcp::{Socket, SocketBuffer, State};
use smoltcp::time::{Duration as TcpDuration, Instant};
use smoltcp::wire::{EthernetAddress, HardwareAddress, IpAddress, IpCidr, IpListenEndpoint, Ipv4Cidr};
use std::collections::{HashMap, VecDeque};
use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, SocketAddr, SocketAddrV4};
use std::time::Duration;

/// Sockets of a listener that wait for a SYN.
const BACKLOG: usize = 8;
/// Connections at once, half-open ones included; each has 128 KiB of buffers.
const CONNECTIONS_MAX: usize = 4096;
/// First of the local ports for outgoing connections (RFC 6335, section 6).
pub(super) const EPHEMERAL_PORT_MIN: u16 = 49_152;
/// After this long without an answer a connection is given up, in milliseconds.
const TCP_TIMEOUT_MS: u64 = 20_000;
/// How long a connection may be silent before it is asked whether it is still there, in milliseconds. Without the question
/// smoltcp would give up every connection that is silent for [`TCP_TIMEOUT_MS`].
const TCP_KEEP_ALIVE_MS: u64 = 5_000;
/// How long a closed connection may take for its last bytes, in nanoseconds.
const CLOSING_TIMEOUT_NS: u64 = 2_000_000_000;
/// Between two looks at connections that are closing.
const CLOSING_STEP: Duration = Duration::from_millis(1);

#[derive(Debug)]
struct Listener {
    address: SocketAddrV4,
    /// Sockets in LISTEN.
    waiting: Vec<SocketHandle>,
}

/// A card as a [`Transport`](crate::transport::Transport), polled by one thread: [`NicTransport`] or [`RingTransport`].
pub struct CardTransport<C: Card> {
    card: C,
    config: NicTransportConfig,
    interface: Interface,
    sockets: SocketSet<'static>,
    listeners: Vec<Listener>,
    connections: HashMap<u64, Connection>,
    by_tuple: HashMap<FourTuple, u64>,
    /// Connection of each session number.
    by_session: Vec<Option<u64>>,
    next_id: u64,
    next_port: u16,
    events: VecDeque<TransportEvent>,
    rx_buffer: Box<[u8; MAX_FRAME_BYTES]>,
    tx_buffer: Box<[u8; MAX_FRAME_BYTES]>,
    offload_counters: OffloadCounters,
    frame_counters: FrameCounters,
    now_ns: u64,
    /// Something may have changed that no poll of smoltcp shows.
    look: bool,
}

/// A whole NIC: it owns the device, polls ring 0 and every other ring that no other thread has, and serves the threads that have one
/// ([`NicTransport::lend_to_thread`]).
pub type NicTransport<D> = CardTransport<OwnCard<D>>;

/// One RX ring of a NIC that a [`NicTransport`] on another thread owns, and the way out through that thread.
///
/// It has the NIC's address and MAC, and local ports that no other thread has. Handshakes, and everything else that comes before a session is armed or after it was, reach it
/// through the owner, and so do commands and frames to send: the owner's turns are part of their way. Every session is on this ring, or, if its connection is of another engine of
/// an aggregate, on none.
pub type RingTransport = CardTransport<RingCard>;

impl<C: Card> CardTransport<C> {
    fn over(mut card: C, config: NicTransportConfig, now_ns: u64) -> Self {
        let mut tx_buffer = Box::new([0; MAX_FRAME_BYTES]);
        let mut settings = Config::new(HardwareAddress::Ethernet(EthernetAddress(config.mac)));
        settings.random_seed = config.seed;
        let mut phy = CardPhy {
            card: &mut card,
            received: &mut None,
            tx_buffer: &mut tx_buffer,
        };
        let mut interface = Interface::new(settings, &mut phy, instant(now_ns));
        interface.update_ip_addrs(|addresses| {
            // There is room: the list of a fresh interface is empty.
            let _ = addresses.push(IpCidr::Ipv4(Ipv4Cidr::new(
                config.address,
                config.prefix_len.min(32),
            )));
        });
        if let Some(gateway) = config.gateway {
            // Likewise.
            let _ = interface.routes_mut().add_default_ipv4_route(gateway);
        }
        let sessions = usize::from(card.sessions());
        let ports = u64::from(u16::MAX - EPHEMERAL_PORT_MIN) + 1;
        let next_port = EPHEMERAL_PORT_MIN + (config.seed % ports) as u16;
        Self {
            card,
            config,
            interface,
            sockets: SocketSet::new(Vec::new()),
            listeners: Vec::new(),
            connections: HashMap::new(),
            by_tuple: HashMap::new(),
            by_session: vec![None; sessions],
            next_id: 0,
            next_port,
            events: VecDeque::with_capacity(64),
            rx_buffer: Box::new([0; MAX_FRAME_BYTES]),
            tx_buffer,
            offload_counters: OffloadCounters::default(),
            frame_counters: FrameCounters::default(),
            now_ns,
            look: false,
        }
    }

    /// What happened to tags and commands.
    pub fn offload_counters(&self) -> OffloadCounters {
        self.offload_counters
    }

    /// What became of received frames.
    pub fn frame_counters(&self) -> FrameCounters {
        self.frame_counters
    }

    /// Whether the core follows the connection's stream.
    pub fn is_offloaded(&self, id: ConnectionId) -> bool {
        self.offload(id).is_some_and(Offload::is_following)
    }

    /// Whether closed connections still have something to send, or await the counterparty's last byte. They are given up two
    /// seconds after they were closed.
    pub fn is_closing(&self) -> bool {
        let closing = |c: &Connection| matches!(c.phase, Phase::Closing { .. } | Phase::Aborted);
        self.connections.values().any(closing)
    }

    /// Lets the last bytes of closed connections leave, until none [is closing](CardTransport::is_closing). `now_ns` gives UTC in nanoseconds since 1970.
    ///
    /// # Errors
    /// When the transport as a whole has failed.
    pub fn finish_closing(&mut self, mut now_ns: impl FnMut() -> u64) -> Result<(), TransportError> {
        while self.is_closing() {
            self.poll(now_ns())?;
            self.wait(CLOSING_STEP)?;
        }
        // What the last poll had sent goes out with the next.
        self.poll(now_ns())
    }

    fn offload(&self, id: ConnectionId) -> Option<&Offload> {
        self.connections.get(&id.0)?.offload.as_ref()
    }

    // ---- receiving

    /// Takes a frame of the ring that gave `pending` before it. Its bytes are in `rx_buffer`.
    fn take_frame(&mut self, frame: &FrameEntry, pending: &mut Pending) {
        const BAD: u16 = frame_flags::FCS_BAD
            | frame_flags::TRUNCATED
            | frame_flags::IP_CHECKSUM_BAD
            | frame_flags::TCP_CHECKSUM_BAD;
        let segment = if frame.flags & BAD != 0 {
            self.frame_counters.bad += 1;
            None
        } else if !is_verified_class(frame.class) {
            self.frame_counters.unsupported += 1;
            None
        } else {
            let length = usize::from(frame.length).min(MAX_FRAME_BYTES);
            let bytes = &self.rx_buffer[..length];
            let segment = Segment::parse(bytes);
            if self
                .card
                .pass_on(frame, segment.as_ref(), bytes, &mut self.frame_counters)
            {
                None
            } else {
                self.frame_counters.accepted += 1;
                self.ingress(length);
                segment
            }
        };
        if let Some(segment) = segment {
            if segment.syn {
                self.take_syn(&segment);
            }
            self.take_segment(&segment);
        }
        let committed = frame.flags & frame_flags::COMMITTED != 0;
        let proposal = pending.proposal.take();
        let connection = self.session_connection(frame.session);
        let held = &mut pending.messages;
        match connection.and_then(|id| self.connections.get_mut(&id)?.offload.as_mut()) {
            Some(offload) if committed => {
                for entry in held.drain(..) {
                    offload.message(&entry, &mut self.offload_counters);
                }
                offload.state_after_frame(frame.session_state, &mut self.offload_counters);
                if let Some(proposal) = proposal {
                    offload.resync(&proposal, &mut self.offload_counters);
                }
            }
            Some(offload) => {
                self.offload_counters.void += held.len() as u64;
                offload.state_after_frame(frame.session_state, &mut self.offload_counters);
            }
            None => self.offload_counters.stale += held.len() as u64,
        }
        held.clear();
    }

    fn session_connection(&self, session: u16) -> Option<u64> {
        (session != NO_SESSION).then(|| self.by_session.get(usize::from(session)).copied().flatten())?
    }

    /// Hands the frame in `rx_buffer` to smoltcp.
    fn ingress(&mut self, length: usize) {
        let mut received = Some(&self.rx_buffer[..length]);
        let mut phy = CardPhy {
            card: &mut self.card,
            received: &mut received,
            tx_buffer: &mut self.tx_buffer,
        };
        self.interface
            .poll_ingress_single(instant(self.now_ns), &mut phy, &mut self.sockets);
        self.look = true;
    }

    /// Learns the counterparty's first TCP number, which smoltcp keeps to itself.
    fn take_syn(&mut self, segment: &Segment) {
        let id = match self.by_tuple.get(&segment.tuple) {
            Some(id) => *id,
            None => match self.accepted_by(segment) {
                Some(id) => id,
                None => return,
            },
        };
        let Some(connection) = self.connections.get_mut(&id) else {
            return;
        };
        let state = self.sockets.get::<Socket>(connection.handle).state();
        if connection.offload.is_none() && matches!(state, State::Established | State::SynReceived) {
            connection.offload = Some(Offload::new(segment.seq.wrapping_add(1)));
        }
    }

    /// The connection that a listener's socket has become by this SYN.
    fn accepted_by(&mut self, segment: &Segment) -> Option<u64> {
        let tuple = segment.tuple;
        let of_port = |listener: &&mut Listener| listener.address.port() == tuple.local_port;
        let listener = self.listeners.iter_mut().find(of_port)?;
        let at = listener.waiting.iter().position(|handle| {
            let socket = self.sockets.get::<Socket>(*handle);
            socket.state() == State::SynReceived && tuple_of(socket) == Some(tuple)
        })?;
        let handle = listener.waiting.swap_remove(at);
        let address = SocketAddr::V4(listener.address);
        let id = self.adopt(handle, tuple, Phase::Accepting { listener: address });
        self.fill_backlogs();
        Some(id)
    }

    fn take_segment(&mut self, segment: &Segment) {
        let Some(connection) = self
            .by_tuple
            .get(&segment.tuple)
            .and_then(|id| self.connections.get_mut(id))
        else {
            return;
        };
        let window_end = connection.received + self.config.buffer_bytes as u64;
        if let Some(offload) = &mut connection.offload {
            // A SYN takes the number before the first payload byte.
            let seq = segment.seq.wrapping_add(u32::from(segment.syn));
            offload.segment(seq, segment.len, window_end);
        }
    }

    /// Takes the fence of a command of ours.
    fn take_fence(&mut self, fence: &FenceEntry) {
        match self.card.answered(fence) {
            Some(Command::Disarm { .. }) | None => return,
            Some(_) => {}
        }
        let Some(id) = self.session_connection(fence.session) else {
            return;
        };
        let Some(connection) = self.connections.get_mut(&id) else {
            return;
        };
        let Some(offload) = &mut connection.offload else {
            return;
        };
        let answer = offload.fence(fence, &mut self.offload_counters);
        let boundary = connection.boundary.take();
        if let Answer::SetExpected(expected) = answer {
            self.set_expected(ConnectionId(id), expected);
        }
        self.take_boundary(id, boundary);
    }

    /// Arms a connection at the boundary that was put off, if its stream is still there.
    fn take_boundary(&mut self, id: u64, boundary: Option<(u8, u64, u64)>) {
        if let Some((ring, position, expected)) = boundary {
            self.message_boundary(ConnectionId(id), ring, position, expected);
        }
    }

    /// The device is reset: no connection has a place in the core any more.
    fn forget_places(&mut self) {
        self.frame_counters.device_resets += 1;
        self.by_session.fill(None);
        for connection in self.connections.values_mut() {
            (connection.place, connection.awaits_place) = (None, false);
            if let Some(offload) = &mut connection.offload {
                offload.reset();
            }
        }
    }

    /// The core has stopped a ring: what its sessions had armed does not count.
    fn ring_stopped(&mut self, ring: u8) {
        self.frame_counters.ring_stops += 1;
        for connection in self.connections.values_mut() {
            let is_there = connection.ring == Some(ring);
            if let Some(offload) = connection.offload.as_mut().filter(|_| is_there) {
                offload.reset();
            }
        }
        self.events.push_back(TransportEvent::RingStopped { ring });
    }

    // ---- sending

    fn egress(&mut self) {
        loop {
            let mut phy = CardPhy {
                card: &mut self.card,
                received: &mut None,
                tx_buffer: &mut self.tx_buffer,
            };
            match self
                .interface
                .poll_egress(instant(self.now_ns), &mut phy, &mut self.sockets)
            {
                PollResult::None => break,
                PollResult::SocketStateChanged => self.look = true,
            }
        }
        self.card.announce();
    }

    // ---- connections

    fn new_socket(&mut self) -> SocketHandle {
        let buffer = || SocketBuffer::new(vec![0; self.config.buffer_bytes]);
        let mut socket = Socket::new(buffer(), buffer());
        // A message leaves when it is given, not when a segment is full.
        socket.set_nagle_enabled(false);
        socket.set_timeout(Some(TcpDuration::from_millis(TCP_TIMEOUT_MS)));
        socket.set_keep_alive(Some(TcpDuration::from_millis(TCP_KEEP_ALIVE_MS)));
        self.sockets.add(socket)
    }

    fn adopt(&mut self, handle: SocketHandle, tuple: FourTuple, phase: Phase) -> u64 {
        self.next_id += 1;
        self.connections
            .insert(self.next_id, Connection::new(handle, tuple, phase));
        self.by_tuple.insert(tuple, self.next_id);
        self.next_id
    }

    /// Every listener gets back the sockets it has given away, as far as connections are free.
    fn fill_backlogs(&mut self) {
        for at in 0..self.listeners.len() {
            while self.listeners[at].waiting.len() < BACKLOG && self.connections.len() < CONNECTIONS_MAX {
                let handle = self.new_socket();
                let address = self.listeners[at].address;
                let ip = (!address.ip().is_unspecified()).then(|| (*address.ip()).into());
                let endpoint = IpListenEndpoint {
                    addr: ip,
                    port: address.port(),
                };
                // A fresh socket listens at any port but 0, which listen() has excluded.
                let _ = self.sockets.get_mut::<Socket>(handle).listen(endpoint);
                self.listeners[at].waiting.push(handle);
            }
        }
    }

    fn free_port(&mut self, remote: SocketAddrV4) -> Option<FourTuple> {
        for _ in EPHEMERAL_PORT_MIN..=u16::MAX {
            let local_port = self.next_port;
            self.next_port = self.next_port.checked_add(1).unwrap_or(EPHEMERAL_PORT_MIN);
            let tuple = FourTuple {
                local_ip: self.config.address.to_bits(),
                remote_ip: remote.ip().to_bits(),
                local_port,
                remote_port: remote.port(),
            };
            let listened = self
                .listeners
                .iter()
                .any(|listener| listener.address.port() == local_port);
            // The core can only follow it on a ring of its engine.
            let has_ring = self.card.ring_for(&tuple, 0).is_some();
            if has_ring && self.card.has_port(local_port) && !listened && !self.by_tuple.contains_key(&tuple)
            {
                return Some(tuple);
            }
        }
        None
    }

    /// Looks at every connection for what its owner must know.
    fn look_at_connections(&mut self) {
        let mut gone = Vec::new();
        for (id, connection) in &mut self.connections {
            let id = ConnectionId(*id);
            let socket = self.sockets.get_mut::<Socket>(connection.handle);
            match connection.phase {
                Phase::Connecting | Phase::Accepting { .. } if socket.may_send() => {
                    self.events.push_back(match connection.phase {
                        Phase::Accepting { listener } => TransportEvent::Accepted {
                            id,
                            listener,
                            peer: peer_of(&connection.tuple),
                        },
                        _ => TransportEvent::Connected { id },
                    });
                    connection.phase = Phase::Open;
                }
                Phase::Connecting if socket.state() == State::Closed => {
                    let error = io::Error::new(
                        ErrorKind::ConnectionRefused,
                        "the counterparty refused the connection or did not answer",
                    );
                    self.events.push_back(TransportEvent::Closed {
                        id,
                        error: Some(error),
                    });
                    gone.push(id.0);
                }
                // Never known to the owner. A socket that was reset listens again, under no listener's care.
                Phase::Accepting { .. } if matches!(socket.state(), State::Closed | State::Listen) => {
                    socket.abort();
                    gone.push(id.0);
                }
                Phase::Closing { deadline_ns } => {
                    // What still arrives is thrown away, so that the counterparty's last byte can come.
                    while socket.can_recv() && socket.recv(|bytes| (bytes.len(), ())).is_ok() {}
                    if matches!(socket.state(), State::Closed | State::TimeWait) {
                        gone.push(id.0);
                    } else if self.now_ns >= deadline_ns {
                        socket.abort();
                        connection.phase = Phase::Aborted;
                    }
                }
                Phase::Aborted => gone.push(id.0),
                Phase::Connecting | Phase::Accepting { .. } | Phase::Open => {}
            }
            if connection.phase != Phase::Open {
                continue;
            }
            if connection.awaits_room && socket.can_send() {
                connection.awaits_room = false;
                self.events.push_back(TransportEvent::Writable { id });
            }
            let ended = !socket.may_recv() && !connection.end_known;
            if (socket.can_recv() || ended) && !connection.readable_queued {
                connection.readable_queued = true;
                self.events.push_back(TransportEvent::Readable { id });
            }
        }
        for id in gone {
            self.forget(id);
        }
    }

    fn forget(&mut self, id: u64) {
        let Some(connection) = self.connections.remove(&id) else {
            return;
        };
        self.by_tuple.remove(&connection.tuple);
        self.sockets.remove(connection.handle);
        self.disarm(connection.place);
        self.fill_backlogs();
    }

    fn disarm(&mut self, place: Option<Place>) {
        let Some(place) = place else { return };
        self.by_session[usize::from(place.session)] = None;
        // The place comes back with the fence. If the mailbox is full, the device is not answering.
        if let Err(error) = self.card.submit(Command::Disarm { place }) {
            tracing::warn!(%error, session = place.session, "a session stays armed");
        }
    }

    /// Looks at the connection's place in the core, or finds one.
    fn place(&mut self, id: u64) -> Option<Place> {
        let connection = self.connections.get_mut(&id)?;
        if connection.place.is_none() && !connection.no_place && !connection.awaits_place {
            let taking = self.card.take_place(connection.tuple);
            self.take_place(id, taking);
        }
        self.connections.get(&id)?.place
    }

    /// A connection of an engine that has no ring here goes on in software.
    #[cold]
    fn without_ring(&mut self, id: u64) {
        let Some(connection) = self.connections.get_mut(&id).filter(|c| !c.no_place) else {
            return;
        };
        connection.no_place = true;
        connection.boundary = None;
        self.offload_counters.no_ring += 1;
        tracing::warn!(
            counterparty = %peer_of(&connection.tuple),
            "a connection runs without offload: it is of an engine of the aggregate that this thread has no ring of; sessions that connect, or that the card's owner has, are not concerned"
        );
    }

    fn take_place(&mut self, id: u64, taking: Taking) {
        let Some(connection) = self.connections.get_mut(&id) else {
            return;
        };
        connection.awaits_place = matches!(taking, Taking::Asked);
        match taking {
            Taking::Taken(place) => {
                connection.place = Some(place);
                self.by_session[usize::from(place.session)] = Some(id);
            }
            Taking::Asked | Taking::Later => {}
            Taking::Refused(error) => {
                connection.no_place = true;
                self.offload_counters.no_place += 1;
                tracing::warn!(%error, "a connection runs without offload");
            }
        }
    }
}

/// Whether the core has verified the checksums of frames of this class, or whoever takes them does.
fn is_verified_class(class: u8) -> bool {
    use FrameClass::{BadLength, Fragment, IpOptions};
    FrameClass::from_bits(class).is_some_and(|class| !matches!(class, BadLength | IpOptions | Fragment))
}

fn instant(now_ns: u64) -> Instant {
    Instant::from_micros((now_ns / 1_000) as i64)
}

fn tuple_of(socket: &Socket<'_>) -> Option<FourTuple> {
    let (local, remote) = (socket.local_endpoint()?, socket.remote_endpoint()?);
    let (IpAddress::Ipv4(local_ip), IpAddress::Ipv4(remote_ip)) = (local.addr, remote.addr);
    Some(FourTuple {
        local_ip: local_ip.to_bits(),
        remote_ip: remote_ip.to_bits(),
        local_port: local.port,
        remote_port: remote.port,
    })
}

fn peer_of(tuple: &FourTuple) -> SocketAddr {
    SocketAddr::from((Ipv4Addr::from_bits(tuple.remote_ip), tuple.remote_port))
}

pub(super) fn failed(action: &'static str, error: impl Into<OpenError>) -> TransportError {
    TransportError {
        action,
        address: None,
        source: io::Error::other(error.into()),
    }
}
