//! Rings of an aggregate that threads poll. What is of no armed session reaches a thread through its engine's first ring, which the owner polls, and so
//! the fence of an ARM is told behind what that ring held.

use fixnic::nic::{NicTransport, RingTransport, ThreadError};
use fixnic::transport::{ConnectionId, Received, StreamOffload, Transport, TransportEvent};
use fixnic_abi::limits::{ENTRY_BYTES, GRANULE_BYTES, MAX_FRAME_BYTES};
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::reg::{self, Register};
use fixnic_driver::{Device, LendError, NicConfig, Wire};
use fixnic_sim::frames::{tcp_flags, TcpFrame};
use fixnic_sim::verilated::{AggregateDevice, FrameGap, Stalls};
use fixnic_tests::aggregate::{GoldenCard, HeldCard, VerilatedCard};
use fixnic_tests::fix_peer::FixPeer;
use fixnic_tests::nic::{transport_with, NIC_IP, PEER_IP, START_NS};
use fixnic_tests::vanishing::Vanishing;
use std::net::{SocketAddr, SocketAddrV4};
use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::Arc;
use std::thread;

/// Rings that threads have, of two engines.
const RINGS: [u32; 2] = [2, 3];
const ENGINES: u32 = 2;
const INITIAL_SEQ: u32 = 77_000;
const HEADER_BYTES: usize = 54;
const STEP_NS: u64 = 50_000;
const TURNS_MAX: usize = 200;
/// Frames of nobody before a message: none, less than the owner takes at once, and more than it takes until the thread has found its fence.
const FLOODS: [usize; 4] = [0, 100, 1_500, 3_500];
const RING_CONFIG: NicConfig = NicConfig {
    rx_rings: 4,
    rx_entry_log2: 12,
    rx_buffer_log2: 12,
    tx_log2: 6,
};

fn listen(ring: u32) -> u16 {
    40_000 + ring as u16
}

/// The connection to a ring's thread, from the first of the counterparty's ports from 9,000 on that is of `engine`.
fn tuple_of(ring: u32, engine: u32) -> FourTuple {
    let tuple = |remote_port| FourTuple {
        local_ip: NIC_IP.to_bits(),
        remote_ip: PEER_IP.to_bits(),
        local_port: listen(ring),
        remote_port,
    };
    (9_000..)
        .map(tuple)
        .find(|tuple| tuple.engine(ENGINES.ilog2()) == engine)
        .expect("each engine has every few ports one")
}

fn verilated() -> VerilatedCard {
    // An engine takes that much of one that the wire brings it.
    let stalls = Stalls {
        rx_gap: FrameGap::Clocks(40),
        ..Stalls::NONE
    };
    VerilatedCard(AggregateDevice::new(ENGINES as usize, 1, stalls))
}

/// Frames that are nobody's, of an engine.
fn flood(frames: usize, engine: u32) -> Vec<Vec<u8>> {
    // Not our address, and a RST, which nobody answers.
    let tuple = (5_000..)
        .map(|remote_port| FourTuple {
            local_ip: NIC_IP.to_bits() + 100,
            // No thread's, which would have it passed on.
            local_port: 39_000,
            remote_port,
            ..tuple_of(RINGS[0], 0)
        })
        .find(|tuple| tuple.engine(ENGINES.ilog2()) == engine);
    let frame = TcpFrame {
        tuple: tuple.expect("each engine has every few ports one"),
        flags: tcp_flags::RST,
        ..TcpFrame::default()
    };
    vec![frame.build_padded(); frames]
}

fn arrive<D: HeldCard>(owner: &mut NicTransport<D>, frames: &[Vec<u8>]) {
    let device = owner.nic_mut().device_mut();
    for frame in frames {
        device.deliver(frame, true);
    }
    device.settle();
}

/// Brings what was sent to those whose it is, and their answers back.
fn exchange<D: HeldCard>(owner: &mut NicTransport<D>, peers: &mut [FixPeer]) {
    let mut buffer = [0; MAX_FRAME_BYTES];
    owner.nic_mut().device_mut().settle();
    while let Some(length) = owner.nic_mut().device_mut().take_sent(&mut buffer) {
        for (at, peer) in peers.iter_mut().enumerate() {
            // One of them answers ARP requests, which are addressed to all.
            let is_arp = buffer[12..14] == [0x08, 0x06];
            if is_arp && at > 0 || !is_arp && !peer.tcp.is_addressed(&buffer[..length]) {
                continue;
            }
            peer.tcp.take_frame(&buffer[..length]);
            while let Some(answer) = peer.tcp.answer() {
                owner.nic_mut().device_mut().deliver(&answer, true);
            }
        }
    }
    owner.nic_mut().device_mut().settle();
}

/// The owner and one thread's transport, whose turns the test gives one by one, and a counterparty.
struct Steps<D: HeldCard> {
    owner: NicTransport<D>,
    thread: RingTransport,
    peers: [FixPeer; 1],
    ring: u32,
    sent: u64,
    now_ns: u64,
}

impl<D: HeldCard> Steps<D> {
    /// With a counterparty whose connection is of `engine`.
    fn new(card: D, ring: u32, engine: u32) -> Self {
        let mut owner = transport_with(card, RING_CONFIG, 1);
        let handle = owner
            .lend_to_thread(ring, &[listen(ring)])
            .expect("the ring is free");
        let mut thread = RingTransport::new(handle, START_NS);
        thread
            .listen(SocketAddr::from((NIC_IP, listen(ring))))
            .expect("the port is the thread's");
        let peers = [FixPeer::new("PEER", tuple_of(ring, engine), INITIAL_SEQ)];
        Self {
            owner,
            thread,
            peers,
            ring,
            sent: 0,
            now_ns: START_NS,
        }
    }

    fn turn_of_owner(&mut self) {
        self.now_ns += STEP_NS;
        self.owner.serve(self.now_ns).expect("the device is there");
        self.owner.nic_mut().device_mut().settle();
    }

    fn turn_of_thread(&mut self) {
        self.thread.poll(self.now_ns).expect("the owner is there");
    }

    fn turn(&mut self) {
        self.turn_of_owner();
        self.turn_of_thread();
        self.turn_of_owner();
        exchange(&mut self.owner, &mut self.peers);
    }

    fn turn_until(&mut self, what: &str, reached: impl Fn(&Self) -> bool) {
        for _ in 0..TURNS_MAX {
            if reached(self) {
                return;
            }
            self.turn();
        }
        panic!("{what} did not come: {:?}", self.thread.offload_counters());
    }

    fn accept(&mut self) -> ConnectionId {
        let syn = self.peers[0].tcp.syn();
        arrive(&mut self.owner, &[syn]);
        for _ in 0..TURNS_MAX {
            self.turn();
            if let Some(TransportEvent::Accepted { id, .. }) = self.thread.next_event() {
                return id;
            }
        }
        panic!("the connection is not accepted");
    }

    fn message(&mut self, number: u64) -> Vec<u8> {
        let frame = self.peers[0].frame(b"D", number, false, false);
        self.sent += (frame.len() - HEADER_BYTES) as u64;
        frame
    }

    fn received(&mut self, id: ConnectionId) -> u64 {
        let mut bytes = Vec::new();
        match self.thread.receive(id, &mut bytes, 1 << 16).expect("it is up") {
            Received::Bytes(count) => count as u64,
            _ => 0,
        }
    }

    /// The session is armed where its stream ends, and the core follows it from there.
    fn goes_on(&mut self, id: ConnectionId, number: u64) {
        self.thread
            .message_boundary(id, self.ring as u8, self.sent, number);
        self.turn_until("the fence", |steps| steps.thread.is_offloaded(id));
        let tags = self.thread.offload_counters().tags;
        let frame = self.message(number);
        arrive(&mut self.owner, &[frame]);
        self.turn_until("the tag", |steps| steps.thread.offload_counters().tags > tags);
    }
}

/// The engine's first ring holds `flooded` frames and behind them a message from before the ARM: the thread is told the fence only when the owner has passed the
/// message on, however much more comes through the other engine's first ring.
fn a_fence_comes_behind<D: HeldCard>(card: D, ring: u32, flooded: usize) {
    println!("ring {ring}, flood {flooded}");
    let engine = ring % ENGINES;
    let mut steps = Steps::new(card, ring, engine);
    let id = steps.accept();
    steps.thread.message_boundary(id, ring as u8, 0, 1);
    // The place is asked for and given; the command is on its way.
    steps.turn_of_thread();
    steps.turn_of_owner();
    steps.turn_of_thread();
    assert_eq!(steps.thread.offload_counters().armed, 1);
    let mut before = flood(flooded, engine);
    before.push(steps.message(1));
    arrive(&mut steps.owner, &before);
    steps.turn_until("the fence", |steps| {
        let counters = steps.thread.offload_counters();
        counters.armed_late + counters.lost > 0 || steps.thread.is_offloaded(id)
    });
    let counters = steps.thread.offload_counters();
    assert_eq!(
        (counters.armed_late, counters.lost, counters.refused),
        (1, 0, 0),
        "the fence comes behind the message of before: {counters:?}"
    );
    assert_eq!(steps.received(id), steps.sent, "it came once");
    steps.goes_on(id, 2);
    let produced = steps
        .owner
        .nic_mut()
        .device_mut()
        .read32(reg::RX_PRODUCER.at(ring));
    assert!(
        reg::field::RX_PRODUCER::entries.get(produced) >= 3,
        "a fence, a MSG and a FRAME entry in the thread's own ring"
    );
    assert_eq!(steps.thread.offload_counters().no_ring, 0);
}

#[test]
fn a_fence_of_a_lent_ring_comes_behind_its_engines_first_ring() {
    for ring in RINGS {
        for flooded in FLOODS {
            a_fence_comes_behind(GoldenCard::new(ENGINES as usize), ring, flooded);
        }
    }
}

#[test]
fn a_fence_of_a_lent_ring_of_the_verilated_aggregate_comes_behind_its_engines_first_ring() {
    for (ring, flooded) in [(2, 100), (3, 100), (3, 3_500)] {
        a_fence_comes_behind(verilated(), ring, flooded);
    }
}

/// A connection that the counterparty has made, of the engine that the thread has no ring of: it goes on through the owner, each byte once, and nothing is armed.
#[test]
fn a_connection_of_another_engine_goes_on_in_software() {
    for ring in RINGS {
        let mut steps = Steps::new(GoldenCard::new(ENGINES as usize), ring, 1 - ring % ENGINES);
        let id = steps.accept();
        for number in 1..=20 {
            steps.thread.message_boundary(id, ring as u8, steps.sent, number);
            let frame = steps.message(number);
            arrive(&mut steps.owner, &[frame]);
            steps.turn();
        }
        assert_eq!(steps.received(id), steps.sent, "ring {ring}");
        let counters = steps.thread.offload_counters();
        assert_eq!(
            (counters.no_ring, counters.armed, counters.no_place),
            (1, 0, 0),
            "told once: {counters:?}"
        );
        assert!(!steps.thread.is_offloaded(id));
    }
}

/// What a thread connects is of its ring's engine, so that the core can follow it.
#[test]
fn a_thread_connects_from_ports_of_its_engine() {
    for ring in RINGS {
        let mut steps = Steps::new(GoldenCard::new(ENGINES as usize), ring, 0);
        let remote = SocketAddrV4::new(PEER_IP, 5_001);
        for _ in 0..16 {
            let connected = steps.thread.connect(SocketAddr::V4(remote), steps.now_ns);
            connected.expect("a port is free");
        }
        // The counterparty answers the ARP request, and the SYNs leave.
        let mut ports = Vec::new();
        let mut buffer = [0; MAX_FRAME_BYTES];
        for _ in 0..TURNS_MAX {
            steps.turn_of_thread();
            steps.turn_of_owner();
            while let Some(length) = steps.owner.nic_mut().device_mut().take_sent(&mut buffer) {
                if buffer[12..14] == [0x08, 0x00] {
                    ports.push(u16::from_be_bytes([buffer[34], buffer[35]]));
                    continue;
                }
                let peer = &mut steps.peers[0].tcp;
                peer.take_frame(&buffer[..length]);
                while let Some(answer) = peer.answer() {
                    steps.owner.nic_mut().device_mut().deliver(&answer, true);
                }
            }
            ports.sort_unstable();
            ports.dedup();
        }
        assert_eq!(ports.len(), 16, "ring {ring}: {ports:?}");
        for local_port in ports {
            let tuple = FourTuple {
                local_ip: NIC_IP.to_bits(),
                remote_ip: PEER_IP.to_bits(),
                local_port,
                remote_port: 5_001,
            };
            assert_eq!(tuple.engine(ENGINES.ilog2()), ring % ENGINES, "port {local_port}");
        }
    }
}

/// A reset is told to the thread, whose session is armed anew; a thread that ends gives its ring to the next one; and an owner that ends is told.
#[test]
fn a_lent_ring_outlives_a_reset_and_its_thread() {
    for ring in RINGS {
        let mut steps = Steps::new(GoldenCard::new(ENGINES as usize), ring, ring % ENGINES);
        let id = steps.accept();
        steps.goes_on(id, 1);
        // As somebody else would.
        let control = reg::field::CONTROL::reset.put(1);
        steps
            .owner
            .nic_mut()
            .device_mut()
            .write32(reg::CONTROL.at(0), control);
        // The owner looks once a second.
        steps.now_ns += 1_000_000_000;
        steps.turn_until("the reset", |steps| {
            steps.thread.frame_counters().device_resets == 1
        });
        for _ in 0..4 {
            steps.turn();
        }
        steps.goes_on(id, 2);
        assert_eq!(steps.received(id), steps.sent, "ring {ring}");
        let Steps {
            mut owner,
            thread,
            mut now_ns,
            ..
        } = steps;
        drop(thread);
        let again = (0..TURNS_MAX).find_map(|_| {
            now_ns += STEP_NS;
            owner.serve(now_ns).expect("the device is there");
            owner.lend_to_thread(ring, &[listen(ring)]).ok()
        });
        let mut thread = RingTransport::new(again.expect("the ring comes back"), now_ns);
        thread.poll(now_ns).expect("the owner is there");
        drop(owner);
        let error = thread.poll(now_ns).expect_err("the owner has ended");
        assert!(error.to_string().contains("device"), "{error}");
    }
}

/// A first ring stays its owner's; the error names the rings that can be lent, or that there are none.
#[test]
fn a_first_ring_is_not_lent() {
    for (engines, mends) in [(2, "NicRing=2 to 3"), (4, "NicThreads=N")] {
        let mut owner = transport_with(GoldenCard::new(engines as usize), RING_CONFIG, 1);
        for ring in 1..engines {
            let refused = owner
                .lend_to_thread(ring, &[])
                .map(drop)
                .expect_err("a first ring");
            assert_eq!(refused, ThreadError::FirstRing { ring, engines });
            assert!(refused.to_string().contains(mends), "{refused}");
        }
        for ring in [0, 4] {
            let refused = owner.lend_to_thread(ring, &[]).map(drop);
            let none = LendError::NoSuchRing { ring, rings: 4 };
            assert_eq!(refused, Err(ThreadError::Ring(none)));
        }
    }
}

/// Where the core writes entries of a ring, and frames.
fn memory<D: HeldCard>(owner: &mut NicTransport<D>, ring: u32) -> [Range<u64>; 2] {
    let device = owner.nic_mut().device_mut();
    let mut address = |low: &Register, high: &Register| {
        u64::from(device.read32(high.at(ring))) << 32 | u64::from(device.read32(low.at(ring)))
    };
    let entries = address(&reg::RX_ENTRY_LO, &reg::RX_ENTRY_HI);
    let buffer = address(&reg::RX_BUFFER_LO, &reg::RX_BUFFER_HI);
    [
        entries..entries + ((ENTRY_BYTES as u64) << RING_CONFIG.rx_entry_log2),
        buffer..buffer + ((GRANULE_BYTES as u64) << RING_CONFIG.rx_buffer_log2),
    ]
}

/// The owner and a thread's transport for a ring of each engine, whose turns the test gives one by one, each with a counterparty and one connection.
struct Both<D: HeldCard> {
    owner: NicTransport<D>,
    threads: [RingTransport; 2],
    peers: [FixPeer; 2],
    ids: Vec<ConnectionId>,
    /// Streams as they were sent, and as they came.
    sent: [Vec<u8>; 2],
    received: [Vec<u8>; 2],
    /// Messages of each.
    messages: [u64; 2],
    now_ns: u64,
}

impl<D: HeldCard> Both<D> {
    /// Both connections are accepted.
    fn new(card: D) -> Self {
        let mut owner = transport_with(card, RING_CONFIG, 1);
        let threads = RINGS.map(|ring| {
            let handle = owner
                .lend_to_thread(ring, &[listen(ring)])
                .expect("the ring is free");
            let mut thread = RingTransport::new(handle, START_NS);
            thread
                .listen(SocketAddr::from((NIC_IP, listen(ring))))
                .expect("the port is the thread's");
            thread
        });
        let mut both = Self {
            owner,
            threads,
            peers: RINGS.map(|ring| FixPeer::new("PEER", tuple_of(ring, ring % ENGINES), INITIAL_SEQ)),
            ids: Vec::new(),
            sent: Default::default(),
            received: Default::default(),
            messages: [0; 2],
            now_ns: START_NS,
        };
        for at in 0..RINGS.len() {
            let syn = both.peers[at].tcp.syn();
            arrive(&mut both.owner, &[syn]);
            let accepted = (0..TURNS_MAX).find_map(|_| {
                both.turn();
                match both.threads[at].next_event() {
                    Some(TransportEvent::Accepted { id, .. }) => Some(id),
                    _ => None,
                }
            });
            both.ids.push(accepted.expect("the connection is accepted"));
        }
        both
    }

    /// Both sessions are armed, and the core vouches for a message of each.
    fn up(card: D) -> Self {
        let mut both = Self::new(card);
        for at in 0..RINGS.len() {
            both.verify_next(at);
        }
        both
    }

    fn turn_of_owner(&mut self) {
        self.now_ns += STEP_NS;
        self.owner.serve(self.now_ns).expect("the device is there");
        self.owner.nic_mut().device_mut().settle();
    }

    fn turn_of_threads(&mut self) {
        for (at, thread) in self.threads.iter_mut().enumerate() {
            thread.poll(self.now_ns).expect("the owner is there");
            if let Some(id) = self.ids.get(at) {
                thread
                    .receive(*id, &mut self.received[at], 1 << 16)
                    .expect("the connection is up");
            }
        }
    }

    fn turn(&mut self) {
        self.turn_of_owner();
        self.turn_of_threads();
        self.turn_of_owner();
        exchange(&mut self.owner, &mut self.peers);
    }

    fn turn_until(&mut self, what: &str, reached: impl Fn(&Self) -> bool) {
        for _ in 0..TURNS_MAX {
            if reached(self) {
                return;
            }
            self.turn();
        }
        let counters = self.threads.each_ref().map(|thread| thread.offload_counters());
        panic!("{what} did not come: {counters:?}");
    }

    /// The owner looks at the device once a second.
    fn a_second_passes(&mut self) {
        self.now_ns += 1_000_000_000;
    }

    /// The next message of a session arrives.
    fn send(&mut self, at: usize) {
        self.messages[at] += 1;
        let frame = self.peers[at].frame(b"D", self.messages[at], false, false);
        self.sent[at].extend_from_slice(&frame[HEADER_BYTES..]);
        arrive(&mut self.owner, &[frame]);
    }

    /// The counterparty repeats what was lost, until all of it has come.
    fn repeat(&mut self, at: usize) {
        for _ in 0..TURNS_MAX {
            if self.received[at].len() >= self.sent[at].len() {
                break;
            }
            if let Some(frame) = self.peers[at].repeated() {
                arrive(&mut self.owner, &[frame]);
            }
            self.turn();
        }
        assert!(self.received[at] == self.sent[at], "each byte once, in order");
    }

    fn tags(&self, at: usize) -> u64 {
        self.threads[at].offload_counters().tags
    }

    fn ring_stops(&self) -> [u64; 2] {
        self.threads
            .each_ref()
            .map(|thread| thread.frame_counters().ring_stops)
    }

    /// A session at rest, armed where its stream ends if it is not, has its next message verified.
    fn verify_next(&mut self, at: usize) {
        let (position, expected) = (self.sent[at].len() as u64, self.messages[at] + 1);
        self.threads[at].message_boundary(self.ids[at], RINGS[at] as u8, position, expected);
        self.turn_until("the fence", |both| both.threads[at].is_offloaded(both.ids[at]));
        self.is_verified(at);
    }

    /// The next message is verified as the session stands.
    fn is_verified(&mut self, at: usize) {
        let tags = self.tags(at);
        self.send(at);
        self.turn_until("the tag", |both| both.tags(at) > tags);
        self.turn_until("the message", |both| {
            both.received[at].len() >= both.sent[at].len()
        });
        assert!(self.received[at] == self.sent[at], "each byte once, in order");
    }
}

/// A write error stops the ring that a thread of one engine has: the thread is told, has the ring again and arms its session anew, while each message of the other
/// engine's session is verified.
fn a_lent_ring_begins_anew<D: HeldCard>(card: D) {
    const MEANWHILE: u64 = 5;
    let mut both = Both::up(card);
    let mut stops = [0; 2];
    for (at, kind) in [(0, 0), (1, 1), (0, 1), (1, 0)] {
        let other = 1 - at;
        let range = memory(&mut both.owner, RINGS[at])[kind].clone();
        both.owner.nic_mut().device_mut().fail_write_within(range);
        let tags = both.tags(other);
        both.send(at);
        for _ in 0..MEANWHILE {
            both.is_verified(other);
        }
        stops[at] += 1;
        both.turn_until("the stop", |both| both.ring_stops() == stops);
        assert!(!both.threads[at].is_offloaded(both.ids[at]), "ring {}", RINGS[at]);
        both.is_verified(other);
        both.turn_until("the ring", |both| !both.threads[at].ring_is_stopped());
        both.repeat(at);
        both.verify_next(at);
        both.is_verified(other);
        assert_eq!(both.tags(other) - tags, MEANWHILE + 2, "ring {}", RINGS[other]);
    }
    assert_eq!(both.ring_stops(), stops);
    let owner = both.owner.frame_counters();
    assert_eq!(owner.device_resets, 0, "{owner:?}");
    for thread in &both.threads {
        assert_eq!(thread.frame_counters().device_resets, 0);
        // Of each stop and of the beginning.
        assert_eq!(
            thread.offload_counters().armed,
            3,
            "{:?}",
            thread.offload_counters()
        );
    }
}

#[test]
fn a_lent_ring_of_the_golden_model_begins_anew_beside_the_other_engines() {
    a_lent_ring_begins_anew(GoldenCard::new(ENGINES as usize));
}

#[test]
fn a_lent_ring_of_the_verilated_aggregate_begins_anew_beside_the_other_engines() {
    a_lent_ring_begins_anew(verilated());
}

/// A write error stops an engine's first ring: the session on the engine's lent ring is verified on as is the other engine's, with no word to their threads.
fn a_first_ring_stops_beside_a_lent_one<D: HeldCard>(card: D) {
    let mut both = Both::up(card);
    for (round, (at, kind)) in (1..).zip([(0, 0), (1, 1), (0, 1), (1, 0)]) {
        let engine = RINGS[at] % ENGINES;
        let range = memory(&mut both.owner, engine)[kind].clone();
        both.owner.nic_mut().device_mut().fail_write_within(range);
        arrive(&mut both.owner, &flood(1, engine));
        both.is_verified(at);
        both.turn_until("the stop", |both| both.owner.frame_counters().ring_stops == round);
        for at in 0..RINGS.len() {
            both.is_verified(at);
        }
    }
    assert_eq!(both.ring_stops(), [0, 0]);
    for (at, thread) in both.threads.iter().enumerate() {
        let counters = thread.offload_counters();
        assert_eq!(
            (counters.tags, counters.armed),
            (both.messages[at], 1),
            "{counters:?}"
        );
    }
    assert_eq!(both.owner.frame_counters().device_resets, 0);
}

#[test]
fn a_first_ring_of_the_golden_model_stops_beside_a_lent_one() {
    a_first_ring_stops_beside_a_lent_one(GoldenCard::new(ENGINES as usize));
}

#[test]
fn a_first_ring_of_the_verilated_aggregate_stops_beside_a_lent_one() {
    a_first_ring_stops_beside_a_lent_one(verilated());
}

/// The engine's first ring stops, and a message from before an ARM is lost with it: in the write that failed, or behind so many frames `flooded` that the fence waits for
/// what the ring holds when it stops. The fence is told all the same, and what the counterparty repeats comes behind it, verified.
fn a_fence_is_told_though_the_first_ring_stops<D: HeldCard>(card: D, at: usize, flooded: usize) {
    println!("ring {}, flood {flooded}", RINGS[at]);
    let mut both = Both::new(card);
    let ring = RINGS[at];
    let engine = ring % ENGINES;
    let [_, buffer] = memory(&mut both.owner, engine);
    both.threads[at].message_boundary(both.ids[at], ring as u8, 0, 1);
    // The place is asked for and given; the command is on its way.
    both.turn_of_threads();
    both.turn_of_owner();
    both.turn_of_threads();
    assert_eq!(both.threads[at].offload_counters().armed, 1);
    if flooded == 0 {
        both.owner.nic_mut().device_mut().fail_write_within(buffer);
        both.send(at);
    } else {
        arrive(&mut both.owner, &flood(flooded, engine));
        both.send(at);
        // The command is given, its fence found by the thread; then the owner has it wait.
        for _ in 0..2 {
            both.turn_of_owner();
            both.turn_of_threads();
        }
        assert!(!both.threads[at].is_offloaded(both.ids[at]), "it waits");
        both.owner.nic_mut().device_mut().fail_write_within(buffer);
        arrive(&mut both.owner, &flood(1, engine));
    }
    both.turn_until("the stop", |both| both.owner.frame_counters().ring_stops == 1);
    both.turn_until("the fence", |both| both.threads[at].is_offloaded(both.ids[at]));
    assert!(both.received[at].is_empty(), "the message was lost");
    both.repeat(at);
    let counters = both.threads[at].offload_counters();
    assert_eq!(
        (counters.tags, counters.armed, counters.armed_late),
        (1, 1, 0),
        "ring {ring}: {counters:?}"
    );
    both.is_verified(at);
    both.verify_next(1 - at);
}

#[test]
fn a_fence_of_a_lent_ring_is_told_though_the_first_ring_stops() {
    for (at, flooded) in [(0, 0), (1, 0), (0, FLOODS[3]), (1, FLOODS[3])] {
        a_fence_is_told_though_the_first_ring_stops(GoldenCard::new(ENGINES as usize), at, flooded);
        a_fence_is_told_though_the_first_ring_stops(verilated(), at, flooded);
    }
}

/// A card that is gone is told to the thread of each engine, by the owner's end of what they share, though the owner itself is still there.
#[test]
fn an_aggregate_that_is_gone_is_told_to_each_engines_thread() {
    let mut both = Both::up(Vanishing::new(GoldenCard::new(ENGINES as usize)));
    both.owner.nic_mut().device_mut().take_away();
    both.a_second_passes();
    let error = both.owner.serve(both.now_ns).expect_err("the card is gone");
    assert!(error.to_string().contains("reach the device"), "{error}");
    for thread in &mut both.threads {
        let error = thread.poll(both.now_ns).expect_err("nothing can come any more");
        assert!(error.to_string().contains("the card is gone"), "{error}");
    }
}

/// How far a real thread is.
#[derive(Default)]
struct Progress {
    stop: AtomicBool,
    turns: AtomicU64,
    is_offloaded: AtomicBool,
    bytes: AtomicU64,
}

/// An accepted connection on a thread: armed where each message begins until the core follows it. Gives its bytes, and the tags it had.
fn echo_thread(
    mut transport: RingTransport,
    clock: &AtomicU64,
    progress: &Progress,
) -> (Vec<u8>, u64, RingTransport) {
    let ring = transport.ring() as u8;
    let mut bytes = Vec::new();
    let mut connection = None;
    while !progress.stop.load(Ordering::Acquire) {
        transport
            .poll(clock.load(Ordering::Acquire))
            .expect("the owner is there");
        while let Some(event) = transport.next_event() {
            match event {
                TransportEvent::Accepted { id, .. } => {
                    connection = Some(id);
                    transport.message_boundary(id, ring, 0, 1);
                }
                TransportEvent::Readable { id } => {
                    transport
                        .receive(id, &mut bytes, 1 << 16)
                        .expect("the connection is up");
                }
                _ => {}
            }
        }
        let is_offloaded = connection.is_some_and(|id| transport.is_offloaded(id));
        progress.is_offloaded.store(is_offloaded, Ordering::Release);
        progress.bytes.store(bytes.len() as u64, Ordering::Release);
        progress.turns.fetch_add(1, Ordering::Release);
        thread::yield_now();
    }
    let tags = transport.offload_counters().tags;
    (bytes, tags, transport)
}

/// A thread for a ring of each engine, real ones: every message once and in order, each vouched for by the core, with a flood in both first rings.
fn each_engine_has_a_thread<D: HeldCard>(card: D, count: u64) {
    let mut owner = transport_with(card, RING_CONFIG, 1);
    let clock = Arc::new(AtomicU64::new(START_NS));
    let threads = RINGS.map(|ring| {
        let handle = owner
            .lend_to_thread(ring, &[listen(ring)])
            .expect("the ring is free");
        let progress = Arc::new(Progress::default());
        let (theirs, clock) = (Arc::clone(&progress), Arc::clone(&clock));
        let work = move || {
            let mut transport = RingTransport::new(handle, START_NS);
            transport
                .listen(SocketAddr::from((NIC_IP, listen(ring))))
                .expect("the port is the thread's");
            echo_thread(transport, &clock, &theirs)
        };
        (progress, thread::spawn(work))
    });
    let mut peers = RINGS.map(|ring| FixPeer::new("PEER", tuple_of(ring, ring % ENGINES), INITIAL_SEQ));
    let turn = |owner: &mut NicTransport<D>, peers: &mut [FixPeer]| {
        let before: Vec<u64> = threads
            .iter()
            .map(|(p, _)| p.turns.load(Ordering::Acquire))
            .collect();
        let now_ns = clock.fetch_add(STEP_NS, Ordering::AcqRel) + STEP_NS;
        owner.serve(now_ns).expect("the device is there");
        exchange(owner, peers);
        for ((progress, thread), before) in threads.iter().zip(before) {
            while progress.turns.load(Ordering::Acquire) == before {
                assert!(!thread.is_finished(), "a thread has panicked");
                thread::yield_now();
            }
        }
    };
    let syns: Vec<Vec<u8>> = peers.iter().map(|peer| peer.tcp.syn()).collect();
    arrive(&mut owner, &syns);
    let all = |of: &dyn Fn(&Progress) -> bool| threads.iter().all(|(progress, _)| of(progress));
    let mut turns = 0;
    while !all(&|progress| progress.is_offloaded.load(Ordering::Acquire)) {
        assert!(turns < TURNS_MAX, "the sessions are not armed");
        turn(&mut owner, &mut peers);
        turns += 1;
    }
    let mut sent = [Vec::new(), Vec::new()];
    for number in 1..=count {
        let mut frames = flood(20, 0);
        frames.extend(flood(20, 1));
        for (peer, sent) in peers.iter_mut().zip(&mut sent) {
            let frame = peer.frame(b"D", number, false, false);
            sent.extend_from_slice(&frame[HEADER_BYTES..]);
            frames.push(frame);
        }
        arrive(&mut owner, &frames);
        turn(&mut owner, &mut peers);
    }
    let mut turns = 0;
    while !all(&|progress| progress.bytes.load(Ordering::Acquire) >= sent[0].len() as u64) {
        assert!(turns < TURNS_MAX, "messages are missing");
        turn(&mut owner, &mut peers);
        turns += 1;
    }
    for ((progress, thread), sent) in threads.into_iter().zip(sent) {
        progress.stop.store(true, Ordering::Release);
        let (bytes, tags, transport) = thread.join().expect("the thread ends in order");
        assert!(bytes == sent, "each byte once, in order");
        let counters = transport.offload_counters();
        assert_eq!(tags, count, "{counters:?}");
        assert_eq!((counters.lost, counters.no_ring), (0, 0), "{counters:?}");
    }
    assert!(owner.frame_counters().passed_on > 0, "the handshakes");
}

#[test]
fn each_engine_of_the_golden_model_has_a_thread() {
    each_engine_has_a_thread(GoldenCard::new(ENGINES as usize), 200);
}

#[test]
fn each_engine_of_the_verilated_aggregate_has_a_thread() {
    each_engine_has_a_thread(verilated(), 40);
}
