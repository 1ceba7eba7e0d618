//! Fences on an aggregate that one thread polls. What belongs to no armed session comes through its engine's first ring (docs/datapath.md, 12.3), so
//! the fence of an ARM for another ring of that engine comes behind what that ring held, and waits for no other engine's.

use fixnic::nic::NicTransport;
use fixnic::transport::{ConnectionId, StreamOffload, Transport, TransportEvent};
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::reg;
use fixnic_driver::{Device, DmaError, HostMemory, NicConfig, Wire};
use fixnic_sim::frames::{tcp_flags, TcpFrame};
use fixnic_sim::verilated::{AggregateDevice, FrameGap, Stalls};
use fixnic_tests::aggregate::{GoldenCard, HeldCard, VerilatedCard};
use fixnic_tests::fix_peer::FixPeer;
use fixnic_tests::nic::{exchange, transport_with, NIC_IP, PEER_IP, START_NS};
use std::collections::VecDeque;
use std::net::SocketAddr;

const LISTEN: u16 = 40_000;
const INITIAL_SEQ: u32 = 77_000;
/// Of Ethernet, IPv4 and TCP.
const HEADER_BYTES: usize = 54;
const STEP_NS: u64 = 50_000;
/// Turns that anything may take.
const TURNS_MAX: usize = 100;
/// Entries that the host takes of an engine's first ring in one turn: twice what it takes at once.
const TAKEN_IN_A_TURN: usize = 2_048;
/// Frames of nobody that wait before a command: none, less than the host takes at once, and more than it takes in a turn.
const FLOODS: [usize; 6] = [0, 100, 1_000, 1_500, 2_100, 2_800];

/// A card at which frames arrive when a command is given, before it.
struct BeforeCommands<D> {
    card: D,
    /// For each command to come.
    frames: VecDeque<Vec<Vec<u8>>>,
    commands: usize,
}

impl<D: HeldCard> Device for BeforeCommands<D> {
    fn read32(&mut self, offset: u32) -> u32 {
        self.card.read32(offset)
    }
    fn write32(&mut self, offset: u32, value: u32) {
        let is_command = offset == reg::CMD_GO.offset;
        if is_command {
            self.commands += 1;
            for frame in self.frames.pop_front().unwrap_or_default() {
                self.card.deliver(&frame, true);
            }
            self.card.settle();
        }
        self.card.write32(offset, value);
        if is_command {
            self.card.settle();
        }
    }
    fn map_dma(&mut self, memory: &HostMemory) -> Result<(), DmaError> {
        self.card.map_dma(memory)
    }
    fn unmap_dma(&mut self, iova: u64) {
        self.card.unmap_dma(iova);
    }
    fn take_interrupt(&mut self, vector: u32) -> bool {
        self.card.take_interrupt(vector)
    }
    fn advance(&mut self, now_ns: u64) {
        self.card.advance(now_ns);
    }
}

impl<D: HeldCard> Wire for BeforeCommands<D> {
    fn deliver(&mut self, frame: &[u8], fcs_good: bool) {
        self.card.deliver(frame, fcs_good);
    }
    fn take_sent(&mut self, buffer: &mut [u8]) -> Option<usize> {
        self.card.take_sent(buffer)
    }
}

/// One connection, and its counterparty.
struct Session {
    id: ConnectionId,
    peer: FixPeer,
    /// Bytes of its stream, sent or about to be.
    bytes: u64,
}

struct Bench<D: HeldCard> {
    transport: NicTransport<BeforeCommands<D>>,
    sessions: Vec<Session>,
    engines: u32,
    now_ns: u64,
}

impl<D: HeldCard> Bench<D> {
    /// A connection for each of the engines named, not armed.
    fn new(card: D, engines: u32, of_engines: &[u32]) -> Self {
        let device = BeforeCommands {
            card,
            frames: VecDeque::new(),
            commands: 0,
        };
        let config = NicConfig {
            rx_rings: 4,
            rx_entry_log2: 12,
            rx_buffer_log2: 12,
            tx_log2: 6,
        };
        let mut transport = transport_with(device, config, 1);
        transport
            .listen(SocketAddr::from((NIC_IP, LISTEN)))
            .expect("the port is free");
        let mut bench = Self {
            transport,
            sessions: Vec::new(),
            engines,
            now_ns: START_NS,
        };
        let mut port = 9_000;
        for engine in of_engines {
            let tuple = tuple_of_engine(NIC_IP.to_bits(), port, engines, *engine);
            port = tuple.remote_port + 1;
            bench.connect(tuple);
        }
        bench
    }

    fn connect(&mut self, tuple: FourTuple) {
        let mut peer = FixPeer::new("PEER", tuple, INITIAL_SEQ);
        self.arrive(&[peer.tcp.syn()]);
        let id = (0..TURNS_MAX).find_map(|_| {
            self.turn();
            exchange(&mut self.transport, &mut peer.tcp);
            self.settle();
            match self.transport.next_event() {
                Some(TransportEvent::Accepted { id, .. }) => Some(id),
                _ => None,
            }
        });
        let id = id.expect("the connection is accepted");
        self.sessions.push(Session { id, peer, bytes: 0 });
    }

    fn device(&mut self) -> &mut BeforeCommands<D> {
        self.transport.nic_mut().device_mut()
    }

    fn settle(&mut self) {
        self.device().card.settle();
    }

    fn arrive(&mut self, frames: &[Vec<u8>]) {
        for frame in frames {
            self.device().deliver(frame, true);
        }
        self.settle();
    }

    fn turn(&mut self) {
        self.now_ns += STEP_NS;
        self.transport.poll(self.now_ns).expect("the device is there");
    }

    fn turn_until(&mut self, what: &str, reached: impl Fn(&Self) -> bool) {
        for _ in 0..TURNS_MAX {
            if reached(self) {
                return;
            }
            self.turn();
        }
        panic!("{what} did not come: {:?}", self.transport.offload_counters());
    }

    /// The next message of a session, which is not sent here.
    fn message(&mut self, at: usize, number: u64) -> Vec<u8> {
        let session = &mut self.sessions[at];
        let frame = session.peer.frame(b"D", number, false, false);
        session.bytes += (frame.len() - HEADER_BYTES) as u64;
        frame
    }

    /// Has a session armed at a position of its stream, on its engine's ring beside `ring`.
    fn arm(&mut self, at: usize, ring: u8, position: u64, expected: u64) {
        let id = self.sessions[at].id;
        self.transport.message_boundary(id, ring, position, expected);
    }

    fn is_offloaded(&self, at: usize) -> bool {
        self.transport.is_offloaded(self.sessions[at].id)
    }

    /// Frames that are nobody's, of an engine.
    fn flood(&self, frames: usize, engine: u32) -> Vec<Vec<u8>> {
        // Not our address, and a RST, which nobody answers.
        let tuple = tuple_of_engine(NIC_IP.to_bits() + 100, 5_000, self.engines, engine);
        let frame = TcpFrame {
            tuple,
            flags: tcp_flags::RST,
            ..TcpFrame::default()
        };
        vec![frame.build_padded(); frames]
    }

    fn produced(&mut self, ring: u32) -> u32 {
        let produced = self.device().read32(reg::RX_PRODUCER.at(ring));
        reg::field::RX_PRODUCER::entries.get(produced)
    }

    /// The session is armed where its stream ends, and the core follows it from there.
    fn goes_on(&mut self, at: usize, ring: u8, number: u64) {
        self.arm(at, ring, self.sessions[at].bytes, number);
        self.turn_until("the fence", |bench| bench.is_offloaded(at));
        let tags = self.transport.offload_counters().tags;
        let frame = self.message(at, number);
        self.arrive(&[frame]);
        self.turn_until("the tag", |bench| bench.transport.offload_counters().tags > tags);
    }
}

/// The connection from the first of the counterparty's ports from `port` on that is an engine's.
fn tuple_of_engine(local_ip: u32, port: u16, engines: u32, engine: u32) -> FourTuple {
    let tuple = |remote_port| FourTuple {
        local_ip,
        remote_ip: PEER_IP.to_bits(),
        local_port: LISTEN,
        remote_port,
    };
    (port..)
        .map(tuple)
        .find(|tuple| tuple.engine(engines.ilog2()) == engine)
        .expect("each engine has every few ports one")
}

fn verilated(engines: usize) -> VerilatedCard {
    // An engine takes that much of one that the wire brings it.
    let stalls = Stalls {
        rx_gap: FrameGap::Clocks(40),
        ..Stalls::NONE
    };
    VerilatedCard(AggregateDevice::new(engines, 1, stalls))
}

/// The engine's first ring has more than the host takes in a turn, and at its end a message from before the ARM, whose fence stands in another ring of the
/// engine, and in front of the message after it. The host must know of the first one when it takes the fence: the boundary was passed.
fn fence_comes_behind<D: HeldCard>(card: D, engines: u32, engine: u32, ring: u8, flood: usize) {
    println!("{engines} engines, session of engine {engine} on ring {ring}, flood {flood}");
    let mut bench = Bench::new(card, engines, &[engine]);
    let mut before = bench.flood(flood, engine);
    before.push(bench.message(0, 1));
    bench.device().frames.push_back(before);
    bench.arm(0, ring, 0, 1);
    let after = bench.message(0, 2);
    bench.arrive(&[after]);
    assert!(bench.produced(engine) as usize > flood, "no frame was lost");
    assert!(
        bench.produced(ring.into()) >= 2,
        "the fence and a frame behind it"
    );
    bench.turn_until("the fence", |bench| {
        let counters = bench.transport.offload_counters();
        counters.armed_late + counters.lost > 0
    });
    let counters = bench.transport.offload_counters();
    assert_eq!(
        (counters.armed_late, counters.lost, counters.refused),
        (1, 0, 0),
        "the fence comes behind the message of before: {counters:?}"
    );
    bench.goes_on(0, ring, 3);
    assert_eq!(bench.transport.offload_counters().lost, 0);
}

#[test]
fn a_fence_comes_behind_all_of_its_engines_first_ring() {
    for flood in FLOODS {
        for (engines, engine, ring) in [
            (1, 0, 1),
            (1, 0, 3),
            (2, 0, 2),
            (2, 1, 3),
            // In the first rings themselves.
            (2, 0, 0),
            (2, 1, 1),
            (4, 1, 1),
            (4, 3, 3),
        ] {
            fence_comes_behind(GoldenCard::new(engines), engines as u32, engine, ring, flood);
        }
    }
}

#[test]
fn a_fence_of_the_verilated_aggregate_comes_behind_all_of_its_engines_first_ring() {
    for (engine, flood) in [(0, 2_100), (1, 100), (1, 2_100)] {
        fence_comes_behind(verilated(2), 2, engine, 2 + engine as u8, flood);
    }
}

/// More in the first ring of engine 0 than the host takes in a turn is no matter of engine 1's, nor the other way round.
#[test]
fn a_fence_waits_for_no_other_engines_ring() {
    for engine in [0, 1] {
        let mut bench = Bench::new(GoldenCard::new(2), 2, &[engine]);
        let flood = bench.flood(2_800, 1 - engine);
        bench.device().frames.push_back(flood);
        bench.arm(0, 2 + engine as u8, 0, 1);
        bench.turn();
        assert!(bench.is_offloaded(0), "engine {engine}: told in the first turn");
    }
}

/// The engine's first ring never runs empty: the fence is told when all was read that the ring can have held then.
#[test]
fn a_flood_without_end_holds_a_fence_up_for_a_ring_of_entries() {
    for (engines, engine, ring) in [(1, 0, 1), (2, 0, 2), (2, 1, 3)] {
        let mut bench = Bench::new(GoldenCard::new(engines), engines as u32, &[engine]);
        let mut before = bench.flood(2_800, engine);
        before.push(bench.message(0, 1));
        bench.device().frames.push_back(before);
        bench.arm(0, ring, 0, 1);
        let refill = bench.flood(TAKEN_IN_A_TURN, engine);
        let mut turns = 0;
        while bench.transport.offload_counters().armed_late == 0 {
            assert!(
                turns < 3,
                "engine {engine} of {engines}: {:?}",
                bench.transport.offload_counters()
            );
            bench.turn();
            turns += 1;
            bench.arrive(&refill);
        }
        assert!(turns > 1, "it was not told too early");
        assert!(!bench.is_offloaded(0));
    }
}

/// The engine's first ring has a fence of its own. The mailbox gives the next command only when that one is told, so no two fences of the host's wait for each
/// other.
fn fences_of_one_engine<D: HeldCard>(card: D, engine: u32, flood: usize) {
    println!("engine {engine}, flood {flood}");
    let mut bench = Bench::new(card, 2, &[engine, engine]);
    let first_ring = engine as u8;
    // Armed in turn, the second with a message before it.
    bench.device().frames.push_back(Vec::new());
    let mut before = bench.flood(flood, engine);
    before.push(bench.message(1, 1));
    bench.device().frames.push_back(before);
    bench.arm(0, first_ring, 0, 1);
    bench.arm(1, first_ring + 2, 0, 1);
    assert_eq!(
        bench.device().commands,
        1,
        "the second waits for the first's fence"
    );
    let of_first = bench.message(0, 1);
    bench.arrive(&[of_first]);
    bench.turn_until("the fences", |bench| {
        let counters = bench.transport.offload_counters();
        counters.armed_late + counters.lost > 0 && counters.tags > 0
    });
    let counters = bench.transport.offload_counters();
    assert_eq!(
        (counters.armed, counters.armed_late, counters.lost),
        (2, 1, 0),
        "{counters:?}"
    );
    assert_eq!(bench.device().commands, 2);
    assert!(bench.is_offloaded(0) && !bench.is_offloaded(1));
    bench.goes_on(1, first_ring + 2, 2);
    assert_eq!(bench.transport.offload_counters().lost, 0);
}

#[test]
fn a_first_ring_with_a_fence_of_its_own_holds_up_nothing() {
    for flood in FLOODS {
        fences_of_one_engine(GoldenCard::new(2), 0, flood);
        fences_of_one_engine(GoldenCard::new(2), 1, flood);
    }
}
