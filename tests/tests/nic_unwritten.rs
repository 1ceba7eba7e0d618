//! A write error hits a granule of a frame whose FRAME entry the host reads before the core has its answer and stops the ring: what stands in the
//! buffer instead, an earlier frame's bytes in the same place, never reaches the application, though the tag says VERIFIED and nobody sums
//! the bytes again (docs/datapath.md, 6.9). The counterparty's TCP repeats the frame.

use fixnic::app::{Application, Disposition, MessageMeta, Outbox};
use fixnic::engine::Engine;
use fixnic::nic::NicTransport;
use fixnic::session::codec::MessageView;
use fixnic::settings::Settings;
use fixnic_abi::limits::{GRANULE_BYTES, MAX_FRAME_BYTES, MAX_FRAME_GRANULES};
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::reg;
use fixnic_driver::{Device, NicConfig, Wire};
use fixnic_sim::{GoldenDevice, Stalls, VerilatedDevice};
use fixnic_tests::fix_peer::{text, FixPeer};
use fixnic_tests::nic::{transport_with, tuple, START_NS};
use std::ops::Range;
use std::path::Path;

/// Virtual time between two polls, in nanoseconds: 50 clocks, so that the host looks while answers are under way.
const STEP_NS: u64 = 320;
/// Turns after which a test is given up.
const TURNS_MAX: u32 = 2_000_000;
/// Turns without an acknowledgement after which the counterparty repeats a segment.
const REPEAT_TURNS: u32 = 400;
/// Granules of a frame with one message: 54 bytes of headers and about 250 of message.
const GRANULES: u16 = 5;
const CONFIG: NicConfig = NicConfig {
    rx_rings: 2,
    rx_entry_log2: 8,
    rx_buffer_log2: 7,
    tx_log2: 6,
};

/// Keeps the numbers it is given, and looks at every byte that it can.
#[derive(Debug, Default)]
struct Recorder {
    numbers: Vec<u64>,
    verified: usize,
}

impl Application for Recorder {
    fn on_message(&mut self, message: &MessageView<'_>, meta: &MessageMeta, _: &mut Outbox) -> Disposition {
        let number = meta.msg_seq_num;
        assert_eq!(
            message.get(11),
            Some(number.to_string().as_bytes()),
            "34={number}"
        );
        let found = message.get(58).map(String::from_utf8_lossy);
        assert_eq!(found.as_deref(), Some(text(number).as_str()), "34={number}");
        self.numbers.push(number);
        self.verified += usize::from(meta.verified);
        Disposition::Accepted
    }
}

/// A counterparty, whose session is the one with its number.
struct Counterparty {
    fix: FixPeer,
    ring: u32,
    number: u64,
    turns_since: u32,
    acknowledged: u64,
}

struct Bench<D: Device> {
    engine: Engine<NicTransport<D>, Recorder>,
    peers: Vec<Counterparty>,
    now_ns: u64,
}

impl<D: Device + Wire> Bench<D> {
    /// A session on each of the rings.
    fn new(device: D, rings: &[u32]) -> Self {
        let mut text = String::from(
            "[DEFAULT]\nConnectionType=acceptor\nDevice=sim:tap0\nNicAddress=10.0.0.1/24\nSocketAcceptPort=9876\n",
        );
        for (at, ring) in rings.iter().enumerate() {
            text += &format!(
                "[SESSION]\nBeginString=FIX.4.4\nSenderCompID=NIC\nTargetCompID=PEER{at}\nNicRing={ring}\n"
            );
        }
        let (settings, _) = Settings::parse(Path::new("test.cfg"), &text).expect("the settings are right");
        let transport = transport_with(device, CONFIG, 7);
        let engine = Engine::with_transport(&settings, transport, START_NS, |_| Recorder::default());
        let mut bench = Self {
            engine: engine.expect("the engine starts"),
            peers: Vec::new(),
            now_ns: START_NS,
        };
        for (at, &ring) in rings.iter().enumerate() {
            let tuple = FourTuple {
                remote_port: tuple().remote_port + at as u16,
                ..tuple()
            };
            bench.peers.push(Counterparty {
                fix: FixPeer::new(&format!("PEER{at}"), tuple, 1_000_000),
                ring,
                number: 1,
                turns_since: 0,
                acknowledged: 0,
            });
            let syn = bench.peers[at].fix.tcp.syn();
            bench.card().deliver(&syn, true);
            bench.turn_until("the connection", |bench| bench.peers[at].fix.tcp.is_connected());
            let logon = bench.peers[at].fix.frame(b"A", 1, false, false);
            bench.card().deliver(&logon, true);
            bench.turn_until("the Logon", |bench| bench.engine.session(at).is_logged_on());
        }
        bench
    }

    fn card(&mut self) -> &mut D {
        self.engine.transport_mut().nic_mut().device_mut()
    }

    fn turn(&mut self) {
        self.now_ns += STEP_NS;
        self.engine.poll(self.now_ns).expect("the engine works");
        let mut buffer = [0; MAX_FRAME_BYTES];
        let device = self.engine.transport_mut().nic_mut().device_mut();
        while let Some(length) = device.take_sent(&mut buffer) {
            let mut peers = self.peers.iter_mut();
            if let Some(peer) = peers.find(|peer| peer.fix.tcp.is_addressed(&buffer[..length])) {
                peer.fix.tcp.take_frame(&buffer[..length]);
            }
        }
        for peer in &mut self.peers {
            while let Some(answer) = peer.fix.tcp.answer() {
                device.deliver(&answer, true);
            }
            let acknowledged = peer.fix.tcp.acknowledged();
            if peer.acknowledged != acknowledged {
                (peer.acknowledged, peer.turns_since) = (acknowledged, 0);
            }
            peer.turns_since += 1;
            if peer.turns_since == REPEAT_TURNS {
                peer.turns_since = 0;
                if let Some(frame) = peer.fix.repeated() {
                    device.deliver(&frame, true);
                }
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
        let frames = self.engine.transport().frame_counters();
        panic!("{what}: not within {TURNS_MAX} turns; {frames:?}");
    }

    /// Messages of each counterparty, in turn and back to back.
    fn put_on_wire(&mut self, count: u64) {
        for _ in 0..count {
            for at in 0..self.peers.len() {
                let peer = &mut self.peers[at];
                peer.number += 1;
                let frame = peer.fix.frame(b"D", peer.number, false, false);
                self.card().deliver(&frame, true);
            }
        }
    }

    /// As many, and all of them at the applications.
    fn send(&mut self, count: u64) {
        self.put_on_wire(count);
        for at in 0..self.peers.len() {
            let number = self.peers[at].number;
            self.turn_until("every message", |bench| {
                bench.engine.app(at).numbers.last() == Some(&number)
            });
            let numbers = &self.engine.app(at).numbers;
            assert!(
                numbers.iter().copied().eq(2..=number),
                "once and in order: {numbers:?}"
            );
        }
    }

    /// Where the core will write granule `nth` of the next frame of that counterparty.
    fn next_granule(&mut self, at: usize, nth: u16) -> Range<u64> {
        let ring = self.peers[at].ring;
        let mut read = |register: &reg::Register| self.card().read32(register.at(ring));
        let buffer = u64::from(read(&reg::RX_BUFFER_HI)) << 32 | u64::from(read(&reg::RX_BUFFER_LO));
        let produced = reg::field::RX_PRODUCER::granules.get(read(&reg::RX_PRODUCER)) as u16;
        let size = 1 << CONFIG.rx_buffer_log2;
        let slot = produced % size;
        let slot = if slot + MAX_FRAME_GRANULES > size { 0 } else { slot };
        let at = buffer + u64::from(slot + nth) * GRANULE_BYTES as u64;
        at..at + 1
    }
}

/// Gives how many frames the host found that lacked bytes.
fn no_byte_that_was_not_written_is_believed<D: Device + Wire>(
    device: impl Fn() -> D,
    fail: fn(&mut D, Range<u64>),
    ring: u32,
) -> u64 {
    let mut unwritten = 0;
    // From the end of the message, where nothing but a tag tells, to the headers.
    for granule in (0..GRANULES).rev() {
        let mut bench = Bench::new(device(), &[ring]);
        let mut stops = 0;
        // Where earlier messages stand in the buffer, and in its first lap; the frame alone, and others behind it.
        for messages in [30, 1, 3, 30, 3] {
            bench.send(messages);
            let before = bench.engine.app(0).verified;
            // Its frames are tracked: without a tag the bytes are summed.
            bench.send(1);
            assert_eq!(bench.engine.app(0).verified, before + 1);
            let range = bench.next_granule(0, granule);
            fail(bench.card(), range);
            bench.send(messages.min(3));
            bench.turn_until("a stop", |bench| {
                bench.engine.transport().frame_counters().ring_stops > stops
            });
            stops += 1;
            // And the connection is armed anew, with the next message at rest.
            bench.send(1);
        }
        let frames = bench.engine.transport().frame_counters();
        println!("ring {ring}, granule {granule}: {frames:?}");
        assert_eq!((frames.ring_stops, frames.device_resets), (stops, 0));
        assert_eq!(bench.engine.session(0).counters().disagreements, 0);
        assert!(bench.engine.session(0).is_logged_on());
        unwritten += frames.unwritten;
    }
    unwritten
}

/// The answer comes three polls after the write.
#[test]
fn no_byte_that_the_golden_model_could_not_write_is_believed() {
    let device = || {
        let mut device = GoldenDevice::new();
        device.answer_errors_late(3);
        device
    };
    for ring in [0, 1] {
        let unwritten =
            no_byte_that_was_not_written_is_believed(device, GoldenDevice::fail_write_within, ring);
        assert_eq!(
            unwritten,
            5 * u64::from(GRANULES),
            "each is read before the ring stops"
        );
    }
}

/// Answers take up to 2,000 clocks, and the host looks every 50.
#[test]
fn no_byte_that_the_verilated_core_could_not_write_is_believed() {
    let stalls = Stalls {
        response_clocks_max: 2_000,
        ..Stalls::NONE
    };
    for ring in [0, 1] {
        let unwritten = no_byte_that_was_not_written_is_believed(
            || VerilatedDevice::new(u64::from(ring), stalls),
            VerilatedDevice::fail_write_within,
            ring,
        );
        assert!(
            unwritten > 5,
            "only {unwritten} were read before the ring stopped"
        );
    }
}

/// Two rings at once have a frame that lacks bytes, and neither is stopped yet: each is waited for, and neither's bytes are believed.
#[test]
fn two_rings_wait_for_their_stops_side_by_side() {
    const ROUNDS: u64 = 8;
    let stalls = Stalls {
        response_clocks_max: 2_000,
        ..Stalls::NONE
    };
    let mut bench = Bench::new(VerilatedDevice::new(3, stalls), &[0, 1]);
    let mut rounds_side_by_side = 0;
    for round in 0..ROUNDS {
        bench.send(30);
        let before = bench.engine.transport().frame_counters();
        for at in 0..2 {
            let range = bench.next_granule(at, (round % u64::from(GRANULES)) as u16);
            bench.card().fail_write_within(range);
        }
        bench.put_on_wire(1);
        let mut waited_for = 0;
        let mut turns = 0;
        while bench.engine.transport().frame_counters().ring_stops < before.ring_stops + 2 {
            bench.turn();
            turns += 1;
            assert!(turns < TURNS_MAX, "round {round}: the two rings were not stopped");
            let now = bench.engine.transport().frame_counters();
            if now.ring_stops == before.ring_stops {
                waited_for = now.unwritten - before.unwritten;
            }
        }
        rounds_side_by_side += u64::from(waited_for == 2);
        // Both connections are armed anew, with the next message at rest.
        bench.send(1);
        bench.send(1);
    }
    let frames = bench.engine.transport().frame_counters();
    println!("{rounds_side_by_side} of {ROUNDS} rounds: {frames:?}");
    assert!(rounds_side_by_side > 0, "the two were never waited for at once");
    assert_eq!((frames.ring_stops, frames.device_resets), (2 * ROUNDS, 0));
    for at in 0..2 {
        assert_eq!(bench.engine.session(at).counters().disagreements, 0);
        assert!(bench.engine.session(at).is_logged_on() && bench.engine.app(at).verified > 0);
    }
}

/// A write that is lost and never answered as such: the device is reset, and nothing is lost either.
#[test]
fn a_write_that_is_lost_in_silence_costs_a_reset() {
    let mut device = GoldenDevice::new();
    device.answer_errors_late(u32::MAX);
    let mut bench = Bench::new(device, &[1]);
    bench.send(30);
    let range = bench.next_granule(0, 2);
    bench.card().fail_write_within(range);
    bench.send(3);
    bench.send(30);
    let frames = bench.engine.transport().frame_counters();
    assert_eq!(
        (frames.unwritten, frames.device_resets, frames.ring_stops),
        (1, 1, 0)
    );
}
