//! A FIX gap across RX rings, over TCP and the engine: two sessions on two rings, one of which has a gap while the other flows, and which comes
//! through ring 0 until it is armed and through its own ring from then on, be that before the gap, in it, in its recovery or after. Frames
//! arrive between any two looks of the host at the card, those at one ring and then at another included. The seed of a failure is printed.

use fixnic::app::{Application, Disposition, MessageMeta, Outbox};
use fixnic::engine::Engine;
use fixnic::nic::NicTransport;
use fixnic::session::codec::MessageView;
use fixnic::settings::Settings;
use fixnic_abi::limits::MAX_FRAME_BYTES;
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::reg;
use fixnic_driver::{Device, DmaError, HostMemory, NicConfig, Wire};
use fixnic_sim::{GoldenDevice, Stalls, VerilatedDevice};
use fixnic_tests::differential::Rng;
use fixnic_tests::fix_peer::FixPeer;
use fixnic_tests::nic::{transport_with, tuple, START_NS};
use std::collections::VecDeque;
use std::ops::RangeInclusive;
use std::path::Path;

/// Virtual time between two polls, in nanoseconds: 30 clocks, so that the host looks between the entries of one frame.
const STEP_NS: u64 = 192;
/// Time between a look at ring 0 and one at the others, at the most.
const BETWEEN_RINGS_NS_MAX: u64 = 1_000;
/// And between a frame that arrives and a command that is given then.
const BEFORE_COMMAND_NS_MAX: u64 = 500;
/// Turns that anything may take.
const TURNS_MAX: usize = 200_000;
/// The session that flows, and the one with the gap.
const QUIET: usize = 0;
const TROUBLED: usize = 1;
/// Numbers of the application messages of both, and those of the second that are lost at first.
const NUMBERS: RangeInclusive<u64> = 2..=40;
const LOST: RangeInclusive<u64> = 14..=23;
/// The counterparty answers the ResendRequest before it sends this one.
const ANSWERED_BEFORE: u64 = 33;
/// Messages of the second session, resent ones counted, before the first that ends with its segment: so many come through ring 0.
const BEFORE_ARM: [usize; 7] = [0, 10, 12, 15, 24, 30, 44];

/// Of an Ethertype for local experiments.
const FRAME_OF_NOBODY: [u8; 60] = {
    let mut frame = [0; 60];
    (frame[12], frame[13]) = (0x88, 0xB5);
    frame
};

/// Whether a frame of the counterparties' carries bytes of the second session.
fn is_data_of_the_second(frame: &[u8]) -> bool {
    frame.len() > 60 && frame[34..36] == tuple_of(TROUBLED).remote_port.to_be_bytes()
}

/// A card at whose wire frames wait, and arrive whenever the host touches it, or not.
struct Interleaved<D> {
    device: D,
    waiting: VecDeque<Vec<u8>>,
    random: Rng,
    now_ns: u64,
    /// Frames of nobody that arrive before the next command that is given while a frame of the second session waits.
    flood: usize,
    /// Frames that arrived when the host had looked at ring 0, and not yet at the others.
    between_rings: u64,
}

impl<D: Device + Wire> Interleaved<D> {
    fn new(device: D, seed: u64) -> Self {
        Self {
            device,
            waiting: VecDeque::new(),
            random: Rng::new(seed),
            now_ns: START_NS,
            flood: 0,
            between_rings: 0,
        }
    }

    fn arrive(&mut self, frames_max: usize) -> u64 {
        let frames = frames_max.min(self.waiting.len());
        for frame in self.waiting.drain(..frames) {
            self.device.deliver(&frame, true);
        }
        frames as u64
    }

    /// The host takes its time.
    fn linger(&mut self, ns_max: u64) {
        self.now_ns += self.random.word() % ns_max;
        self.device.advance(self.now_ns);
    }

    fn touched(&mut self) {
        if self.random.word().is_multiple_of(8) {
            self.arrive(1);
        }
    }
}

impl<D: Device + Wire> Device for Interleaved<D> {
    fn read32(&mut self, offset: u32) -> u32 {
        self.touched();
        self.device.read32(offset)
    }

    fn write32(&mut self, offset: u32, value: u32) {
        self.touched();
        if offset == reg::CMD_GO.offset {
            // Frames that are under way when a command comes.
            let mut frames_max = (self.random.word() % 4) as usize;
            if self.waiting.iter().any(|frame| is_data_of_the_second(frame)) {
                for _ in 0..std::mem::take(&mut self.flood) {
                    self.device.deliver(&FRAME_OF_NOBODY, true);
                    frames_max = self.waiting.len();
                }
            }
            self.arrive(frames_max);
            self.linger(BEFORE_COMMAND_NS_MAX);
        }
        self.device.write32(offset, value);
        if offset == reg::RX_DOORBELL.at(0) {
            let frames_max = (self.random.word() % 6) as usize;
            self.between_rings += self.arrive(frames_max);
            self.linger(BETWEEN_RINGS_NS_MAX);
        }
    }

    fn map_dma(&mut self, memory: &HostMemory) -> Result<(), DmaError> {
        self.device.map_dma(memory)
    }

    fn unmap_dma(&mut self, iova: u64) {
        self.device.unmap_dma(iova);
    }

    fn take_interrupt(&mut self, vector: u32) -> bool {
        self.touched();
        self.device.take_interrupt(vector)
    }

    fn advance(&mut self, now_ns: u64) {
        self.touched();
        self.now_ns = self.now_ns.max(now_ns);
        self.device.advance(self.now_ns);
    }
}

/// Keeps what it is given.
#[derive(Debug, Default)]
struct Recorder {
    numbers: Vec<u64>,
    verified: Vec<bool>,
}

impl Application for Recorder {
    fn on_message(&mut self, message: &MessageView<'_>, meta: &MessageMeta, _: &mut Outbox) -> Disposition {
        let id = meta.msg_seq_num.to_string();
        assert_eq!(
            message.get(11),
            Some(id.as_bytes()),
            "the message is its number's"
        );
        self.numbers.push(meta.msg_seq_num);
        self.verified.push(meta.verified);
        Disposition::Accepted
    }
}

/// An acceptor of both sessions, and their counterparties.
struct Bench<D: Device + Wire> {
    engine: Engine<NicTransport<Interleaved<D>>, Recorder>,
    peers: [FixPeer; 2],
    now_ns: u64,
    /// Messages of the second session that were sent, and those among them that end within a segment.
    sent: usize,
    before_arm: usize,
    last: [u64; 2],
    answers: bool,
}

impl<D: Device + Wire> Bench<D> {
    fn new(device: D, seed: u64, rings: [u32; 2], before_arm: usize) -> Self {
        let session = |at: usize| {
            format!(
                "[SESSION]\nBeginString=FIX.4.4\nSenderCompID=NIC\nTargetCompID=PEER{at}\nSocketAcceptPort={}\nNicRing={}\n",
                tuple_of(at).local_port,
                rings[at]
            )
        };
        let text = format!(
            "[DEFAULT]\nConnectionType=acceptor\nDevice=sim:tap0\nNicAddress=10.0.0.1/24\n{}{}",
            session(QUIET),
            session(TROUBLED)
        );
        let (settings, _) = Settings::parse(Path::new("gaps.cfg"), &text).expect("the settings are right");
        let config = NicConfig {
            rx_rings: settings.nic_rings(),
            rx_entry_log2: 12,
            rx_buffer_log2: 12,
            tx_log2: 6,
        };
        let transport = transport_with(Interleaved::new(device, seed), config, 7);
        let engine = Engine::with_transport(&settings, transport, START_NS, |_| Recorder::default());
        let mut bench = Self {
            engine: engine.expect("the engine starts"),
            peers: [QUIET, TROUBLED].map(|at| FixPeer::new(&format!("PEER{at}"), tuple_of(at), 1_000_000)),
            now_ns: START_NS,
            sent: 0,
            before_arm,
            last: [1; 2],
            answers: false,
        };
        for at in [QUIET, TROUBLED] {
            let syn = bench.peers[at].tcp.syn();
            bench.card().waiting.push_back(syn);
            bench.turn_until("the connection", |bench| bench.peers[at].tcp.is_connected());
            bench.send(at, b"A", 1, false);
            bench.turn_until("the Logon", |bench| bench.engine.session(at).is_logged_on());
        }
        bench
    }

    fn card(&mut self) -> &mut Interleaved<D> {
        self.engine.transport_mut().nic_mut().device_mut()
    }

    fn send(&mut self, at: usize, kind: &[u8], number: u64, poss_dup: bool) {
        let begin_next = at == TROUBLED && self.sent < self.before_arm;
        self.sent += usize::from(at == TROUBLED);
        self.last[at] = self.last[at].max(number);
        let frame = self.peers[at].frame(kind, number, poss_dup, begin_next);
        self.card().waiting.push_back(frame);
    }

    fn turn(&mut self) {
        self.now_ns += STEP_NS;
        self.engine.poll(self.now_ns).expect("the engine works");
        let mut buffer = [0; MAX_FRAME_BYTES];
        while let Some(length) = self
            .engine
            .transport_mut()
            .nic_mut()
            .device_mut()
            .device
            .take_sent(&mut buffer)
        {
            let frame = &buffer[..length];
            // ARP is the first one's to answer.
            let mut peers = self.peers.iter_mut();
            if let Some(peer) = peers.find(|peer| peer.tcp.is_addressed(frame)) {
                peer.tcp.take_frame(frame);
            }
        }
        for at in [QUIET, TROUBLED] {
            while let Some(answer) = self.peers[at].tcp.answer() {
                self.card().waiting.push_back(answer);
            }
        }
        if self.answers {
            self.answer();
        }
        for at in [QUIET, TROUBLED] {
            let numbers = &self.engine.app(at).numbers;
            assert!(
                numbers.iter().copied().eq((2..).take(numbers.len())),
                "session {at}: {numbers:?}"
            );
        }
    }

    fn answer(&mut self) {
        while let Some((from, to)) = self.peers[TROUBLED].resend_request() {
            let last = if to == 0 { self.last[TROUBLED] } else { to };
            for number in from..=last {
                self.send(TROUBLED, b"D", number, true);
            }
        }
    }

    fn turn_until(&mut self, what: &str, reached: impl Fn(&Self) -> bool) {
        for _ in 0..TURNS_MAX {
            if reached(self) {
                return;
            }
            self.turn();
        }
        let numbers = [QUIET, TROUBLED].map(|at| &self.engine.app(at).numbers);
        panic!("{what} did not come; the applications have {numbers:?}");
    }

    fn has(&self, at: usize, number: u64) -> bool {
        self.engine.app(at).numbers.last() == Some(&number)
    }

    fn produced(&mut self, ring: u32) -> u32 {
        let produced = self.card().device.read32(reg::RX_PRODUCER.at(ring));
        reg::field::RX_PRODUCER::entries.get(produced)
    }
}

/// The connection of a session, as the NIC sees it.
fn tuple_of(at: usize) -> FourTuple {
    let FourTuple {
        local_port,
        remote_port,
        ..
    } = tuple();
    FourTuple {
        local_port: local_port + at as u16,
        remote_port: remote_port + at as u16,
        ..tuple()
    }
}

/// Gives how many frames arrived between the host's looks at ring 0 and at the others.
fn run<D: Device + Wire>(device: D, seed: u64, rings: [u32; 2], before_arm: usize) -> u64 {
    run_with(device, seed, rings, before_arm, 0)
}

fn run_with<D: Device + Wire>(device: D, seed: u64, rings: [u32; 2], before_arm: usize, flood: usize) -> u64 {
    println!("seed {seed}, rings {rings:?}, {before_arm} messages before ARM, flood {flood}");
    let mut bench = Bench::new(device, seed, rings, before_arm);
    bench.card().flood = flood;
    let before_gap = LOST.start() - 1;
    for number in NUMBERS {
        if number == ANSWERED_BEFORE {
            // The gap stays open, and holds up nothing of the other session.
            bench.turn_until("the other session's", |bench| bench.has(QUIET, number - 1));
            for _ in 0..20 {
                bench.turn();
            }
            assert!(
                bench.has(TROUBLED, before_gap),
                "nothing newer before the gap is closed"
            );
            bench.answers = true;
        }
        bench.send(QUIET, b"D", number, false);
        if !LOST.contains(&number) {
            bench.send(TROUBLED, b"D", number, false);
        }
        // Some share a turn, some have turns in between.
        for _ in 0..bench.card().random.word() % 3 {
            bench.turn();
        }
        let armed = bench.engine.transport().offload_counters().armed;
        if bench.sent < before_arm {
            assert!(armed <= 1, "the second session is armed too early");
        }
    }
    let end = *NUMBERS.end();
    bench.turn_until("the last message", |bench| {
        bench.has(QUIET, end) && bench.has(TROUBLED, end)
    });
    // The core follows both streams where they are now.
    for number in end + 1..=end + 6 {
        for at in [QUIET, TROUBLED] {
            bench.send(at, b"D", number, false);
            bench.turn_until("one more", |bench| bench.has(at, number));
            for _ in 0..4 {
                bench.turn();
            }
        }
    }
    for at in [QUIET, TROUBLED] {
        let verified = &bench.engine.app(at).verified;
        assert_eq!(
            verified.last(),
            Some(&true),
            "session {at} has its tags: {verified:?}"
        );
        assert_eq!(bench.engine.session(at).counters().disagreements, 0);
        assert_eq!(bench.engine.misplaced_tags(at), 0);
    }
    assert!(bench.produced(0) > 0, "what is not armed comes through ring 0");
    assert!(
        bench.produced(rings[TROUBLED]) >= 2 * 6,
        "the second session's messages and frames come through its ring"
    );
    assert_eq!(bench.engine.transport().frame_counters().device_resets, 0);
    let counters = bench.engine.transport().offload_counters();
    assert_eq!(
        counters.lost, 0,
        "no segment was lost: the core has its place wherever the host says so"
    );
    assert_eq!(bench.card().flood, 0, "the flood has come");
    bench.card().between_rings
}

#[test]
fn a_gap_of_one_session_on_the_golden_model_is_recovered_across_its_rings() {
    let mut between_rings = 0;
    for rings in [[1, 2], [2, 1], [0, 1], [1, 0], [1, 1]] {
        for before_arm in BEFORE_ARM {
            for seed in 0..4 {
                between_rings += run(GoldenDevice::new(), seed, rings, before_arm);
            }
        }
    }
    assert!(
        between_rings > 500,
        "only {between_rings} frames came between the rings"
    );
}

/// Ring 0 has more than the host takes in two looks, and at its end the last frames of before the ARM, whose fence is found in the other ring.
#[test]
fn a_flooded_ring_0_is_read_to_its_end_before_the_fence_is_taken() {
    for flood in [1_000, 1_500, 2_100, 2_800] {
        for before_arm in [10, 12, 24, 30] {
            for seed in 0..6 {
                run_with(GoldenDevice::new(), seed, [0, 1], before_arm, flood);
            }
        }
    }
}

#[test]
fn a_gap_of_one_session_on_the_verilated_core_is_recovered_across_its_rings() {
    let mut between_rings = 0;
    for (rings, seeds) in [([2, 1], 3), ([0, 1], 12), ([0, 2], 6)] {
        for seed in 0..seeds {
            for before_arm in BEFORE_ARM {
                let device = VerilatedDevice::new(seed, Stalls::SOME);
                between_rings += run(device, seed, rings, before_arm);
            }
        }
    }
    assert!(
        between_rings > 500,
        "only {between_rings} frames came between the rings"
    );
}
