//! The NIC's transport against a counterparty whose segments are cut, lost, repeated and reordered: the tags must be those that
//! software framing finds, and come back after every disturbance.

use fixnic::nic::NicTransport;
use fixnic::transport::{ConnectionId, Mark, MarkKind, Received, StreamOffload, Transport, TransportEvent};
use fixnic_abi::reg;
use fixnic_driver::{Device, Wire};
use fixnic_session::codec::{Framer, Split};
use fixnic_session::Verdict;
use fixnic_sim::frames::fix_message;
use fixnic_sim::{GoldenDevice, Stalls, VerilatedDevice};
use fixnic_tests::nic::{exchange, transport, tuple, PORT, START_NS};
use fixnic_tests::tcp_peer::TcpPeer;
use rand::Rng;
use rand_chacha::rand_core::SeedableRng;
use rand_chacha::ChaCha8Rng;
use std::collections::HashMap;

/// Virtual time between two polls, in nanoseconds.
const STEP_NS: u64 = 20_000;
/// The counterparty's stream begins shortly before TCP numbers wrap.
const INITIAL_SEQ: u32 = u32::MAX - 5_000;

/// One accepted connection, and its owner's view of the stream.
struct Bench<D: Device + Wire> {
    transport: NicTransport<D>,
    peer: TcpPeer,
    now_ns: u64,
    id: ConnectionId,
    messages: Vec<Vec<u8>>,
    sent: Vec<u8>,
    stream: Vec<u8>,
    marks: Vec<Mark>,
    /// End of the messages framed so far, and the number that comes next.
    boundary: usize,
    expected: u64,
}

impl<D: Device + Wire> Bench<D> {
    /// A connection over which the counterparty is going to send `messages`.
    fn connected(device: D, seed: u64, messages: Vec<Vec<u8>>) -> Self {
        let mut transport = transport(device, seed);
        transport
            .listen(([0, 0, 0, 0], PORT).into())
            .expect("the port is free");
        let mut peer = TcpPeer::new(tuple(), INITIAL_SEQ);
        let mut now_ns = START_NS;
        transport.nic_mut().device_mut().deliver(&peer.syn(), true);
        let id = loop {
            now_ns += STEP_NS;
            assert!(now_ns < START_NS + 1_000_000_000, "no connection within a second");
            transport.poll(now_ns).expect("the NIC works");
            exchange(&mut transport, &mut peer);
            match transport.next_event() {
                Some(TransportEvent::Accepted { id, peer, .. }) => {
                    assert_eq!(peer.port(), 40_000);
                    break id;
                }
                None => {}
                other => panic!("expected Accepted, found {other:?}"),
            }
        };
        let sent = messages.concat();
        let mut bench = Self {
            transport,
            peer,
            now_ns,
            id,
            messages,
            sent,
            stream: Vec::new(),
            marks: Vec::new(),
            boundary: 0,
            expected: 1,
        };
        bench.transport.message_boundary(id, 0, 0, 1);
        bench.turn();
        bench
    }

    fn deliver(&mut self, frame: &[u8]) {
        self.transport.nic_mut().device_mut().deliver(frame, true);
    }

    /// Puts `len` bytes of the stream from `at` on the wire, as far as there are so many, and lets everything settle.
    fn segment(&mut self, at: usize, len: usize) {
        let len = len.min(self.sent.len() - at);
        let frame = self.peer.segment(at as u64, &self.sent[at..at + len]);
        self.deliver(&frame);
        self.turn();
    }

    /// What an owner does: receive, take marks, frame, tell where the next message begins.
    fn turn(&mut self) {
        for _ in 0..4 {
            self.now_ns += STEP_NS;
            self.transport.poll(self.now_ns).expect("the NIC works");
            exchange(&mut self.transport, &mut self.peer);
            while let Some(event) = self.transport.next_event() {
                assert!(matches!(event, TransportEvent::Readable { .. }), "{event:?}");
            }
            while let Ok(Received::Bytes(_)) = self.transport.receive(self.id, &mut self.stream, 4_096) {}
            let mut marks = Vec::new();
            self.transport.take_marks(self.id, usize::MAX, &mut marks);
            self.marks.extend(marks);
            let (mut position, mut expected) = (self.boundary, self.expected);
            loop {
                if self
                    .transport
                    .proposed_boundary(self.id)
                    .is_some_and(|proposed| proposed <= self.boundary as u64)
                {
                    self.transport
                        .answer_proposal(self.id, self.boundary as u64, self.expected);
                }
                match Framer::default().split(&self.stream[self.boundary..]) {
                    Split::Message { len } => {
                        self.boundary += len;
                        self.expected += 1;
                        (position, expected) = (self.boundary, self.expected);
                    }
                    // BodyLength has arrived and says where the message ends.
                    Split::Incomplete { need } if need > 41 => {
                        (position, expected) = (self.boundary + need, self.expected + 1);
                        break;
                    }
                    Split::Incomplete { .. } => break,
                    Split::Garbled { reason, .. } => panic!("{reason} at {}", self.boundary),
                }
            }
            self.transport
                .message_boundary(self.id, 0, position as u64, expected);
            self.transport.flush(self.now_ns).expect("the NIC works");
        }
    }

    /// Positions of the messages that have a tag; panics at a tag that is not what software finds there.
    fn tagged(&self) -> Vec<usize> {
        let mut starts = HashMap::new();
        let mut at = 0;
        for (number, message) in (1..).zip(&self.messages) {
            starts.insert(at, (number, message.len()));
            at += message.len();
        }
        let mut tagged = Vec::new();
        for mark in &self.marks {
            if let MarkKind::Message { len, tag } = mark.kind {
                let (number, length) = starts[&(mark.position as usize)];
                assert_eq!((tag.msg_seq_num, len), (number, length), "at {}", mark.position);
                assert_eq!((tag.verdict, tag.expected), (Verdict::InSequence, number));
                assert!(tag.verified);
                tagged.push(mark.position as usize);
            }
        }
        assert!(tagged.is_sorted_by(|a, b| a < b), "each message once, in order");
        tagged
    }

    /// Sends messages from the stream's present end on, each in a segment of its own, and expects a tag for each.
    fn calm(&mut self, count: usize) {
        let first = self.expected as usize - 1;
        let lengths: Vec<usize> = self.messages[first..first + count].iter().map(Vec::len).collect();
        for len in lengths {
            let start = self.boundary;
            self.segment(start, len);
            assert_eq!(
                self.tagged().last(),
                Some(&start),
                "a tag for the message at {start}"
            );
        }
    }
}

fn messages(rng: &mut ChaCha8Rng, count: u64) -> Vec<Vec<u8>> {
    (1..=count)
        .map(|number| {
            let text = "x".repeat(rng.random_range(1..400));
            let kind = ["D", "8", "0", "AE"][rng.random_range(0..4)];
            fix_message(&format!(
                "35={kind}|34={number}|49=A|52=20260922-12:00:00|56=B|58={text}|"
            ))
        })
        .collect()
}

fn seeded(seed: u64) -> ChaCha8Rng {
    println!("seed {seed}");
    ChaCha8Rng::seed_from_u64(seed)
}

fn every_message_has_its_tag<D: Device + Wire>(device: D) {
    let mut rng = seeded(1);
    let messages = messages(&mut rng, 1_000);
    let mut bench = Bench::connected(device, 1, messages);
    let (mut at, end) = (0, bench.sent.len());
    while at < end {
        let longest = if rng.random_bool(0.5) { 1_460 } else { 40 };
        let len = rng.random_range(1..=longest).min(end - at);
        bench.segment(at, len);
        at += len;
    }
    assert_eq!(bench.stream, bench.sent);
    assert_eq!(bench.expected, 1_001, "software framing finds every message");
    let expects = MarkKind::Expects { expected: 1 };
    assert_eq!(
        bench.marks[0],
        Mark {
            position: 0,
            kind: expects
        }
    );
    assert_eq!(bench.tagged().len(), 1_000);
    let counters = bench.transport.offload_counters();
    assert_eq!(
        (counters.tags, counters.armed, counters.lost, counters.stale),
        (1_000, 1, 0, 0)
    );
    // An acknowledgement may be delayed by 10 ms.
    bench.now_ns += 20_000_000;
    bench.turn();
    assert_eq!(bench.peer.acknowledged(), end as u64);
}

#[test]
fn every_message_has_its_tag_however_the_stream_is_cut() {
    every_message_has_its_tag(GoldenDevice::new());
}

#[test]
fn every_message_has_its_tag_from_the_verilated_core() {
    every_message_has_its_tag(VerilatedDevice::new(1, Stalls::NONE));
}

fn tags_come_back<D: Device + Wire>(device: D) {
    let mut rng = seeded(2);
    let messages = messages(&mut rng, 600);
    let disturbed: usize = messages[..500].iter().map(Vec::len).sum();
    let mut bench = Bench::connected(device, 2, messages);
    let (mut at, mut losses) = (0, 0);
    while at < disturbed {
        let len = rng.random_range(1..=1_000);
        match rng.random_range(0..20) {
            // Lost, and sent again after those behind it.
            0 => {
                let behind = rng.random_range(1..=600);
                bench.segment(at + len, behind);
                bench.segment(at, len);
                at += len + behind;
                losses += 1;
            }
            // Repeated, and then again in part with what follows.
            1 => {
                bench.segment(at, len);
                bench.segment(at, len);
                let overlap = rng.random_range(0..len);
                let more = rng.random_range(0..200);
                bench.segment(at + overlap, len - overlap + more);
                at += len + more;
            }
            // Damaged on the way, then again.
            2 => {
                let mut frame = bench.peer.segment(at as u64, &bench.sent[at..at + len]);
                frame[54 + len - 1] ^= 0x20;
                bench.deliver(&frame);
                bench.turn();
                bench.segment(at, len);
                at += len;
            }
            _ => {
                bench.segment(at, len);
                at += len;
            }
        }
        assert_eq!(bench.stream, bench.sent[..at]);
    }
    // The rest of a message that was begun.
    let ends = bench.messages.iter().scan(0, |end, message| {
        *end += message.len();
        Some(*end)
    });
    let end = ends
        .into_iter()
        .find(|end| *end >= at)
        .expect("messages are left");
    if end > at {
        bench.segment(at, end - at);
    }
    bench.calm(20);
    let counters = bench.transport.offload_counters();
    println!(
        "{losses} losses, {} of {} messages tagged: {counters:?}",
        bench.tagged().len(),
        bench.expected - 1
    );
    assert!(losses > 10, "{losses} losses: too few to show anything");
    assert!(counters.lost >= losses, "each loss costs the core its place");
    assert!(counters.armed + counters.confirmed > losses);
    assert!(counters.confirmed > 0, "no loss left a message to be proposed");
    assert_eq!((counters.denied, counters.answered_late), (0, 0));
    assert_eq!(
        counters.stale, 0,
        "the core says nothing of a stream that it does not follow"
    );
    assert!(bench.transport.frame_counters().bad > 0);
    let untracked = bench.marks.iter().filter(|mark| mark.kind == MarkKind::Untracked);
    assert_eq!(untracked.count() as u64, counters.lost);
}

#[test]
fn tags_come_back_after_every_disturbance() {
    tags_come_back(GoldenDevice::new());
}

#[test]
fn tags_of_the_verilated_core_come_back_after_every_disturbance() {
    tags_come_back(VerilatedDevice::new(2, Stalls::NONE));
}

/// One segment of a stream that never rests is lost and comes again `behind` segments later.
fn one_lost_segment<D: Device + Wire>(device: D, behind: usize) {
    let mut rng = seeded(3);
    let messages = messages(&mut rng, 120);
    let mut bench = Bench::connected(device, 3, messages);
    bench.calm(20);
    let lost = bench.boundary;
    let lengths: Vec<usize> = bench.messages[20..].iter().map(Vec::len).collect();
    let mut at = lost + lengths[0];
    for len in &lengths[1..=behind] {
        bench.segment(at, *len);
        at += len;
    }
    assert_eq!(bench.boundary, lost, "the hole holds everything back");
    bench.segment(lost, lengths[0]);
    assert_eq!(bench.boundary, at);
    let unverified = behind + 1;
    bench.calm(80 - behind);
    assert_eq!(
        bench.tagged().len(),
        bench.expected as usize - 1 - unverified,
        "only what came up to the host's answer passes unverified"
    );
    let counters = bench.transport.offload_counters();
    assert_eq!(
        (counters.lost, counters.proposed, counters.confirmed),
        (1, 1, 1),
        "{counters:?}"
    );
    assert_eq!(
        (counters.armed, counters.stale, counters.refused),
        (1, 0, 0),
        "without ARM: {counters:?}"
    );
    assert!(bench.transport.is_offloaded(bench.id));
}

#[test]
fn after_one_lost_segment_messages_are_verified_again_without_arm() {
    // 70 frames behind it the core proposes again, and that changes nothing.
    for behind in [1, 5, 70] {
        one_lost_segment(GoldenDevice::new(), behind);
    }
}

#[test]
fn after_one_lost_segment_the_verilated_core_verifies_again_without_arm() {
    for behind in [1, 5, 70] {
        one_lost_segment(VerilatedDevice::new(3, Stalls::NONE), behind);
    }
}

#[test]
fn a_device_reset_by_somebody_else_is_set_up_again() {
    let mut rng = seeded(3);
    let messages = messages(&mut rng, 40);
    let mut bench = Bench::connected(GoldenDevice::new(), 3, messages);
    bench.calm(10);
    let device = bench.transport.nic_mut().device_mut();
    device.write32(reg::CONTROL.offset, 1 << 31);
    // Nothing arrives any more, until a look at the device shows why.
    let start = bench.boundary;
    bench.segment(start, 50);
    assert_eq!(bench.stream.len(), start);
    bench.now_ns += 1_000_000_000;
    bench.turn();
    assert_eq!(bench.transport.frame_counters().device_resets, 1);
    bench.calm(10);
    assert_eq!(bench.transport.offload_counters().armed, 2);
}

#[test]
fn a_connection_ends_in_order_and_its_place_comes_back() {
    let mut rng = seeded(4);
    let messages = messages(&mut rng, 10);
    let mut bench = Bench::connected(GoldenDevice::new(), 4, messages);
    bench.calm(10);
    let (id, end) = (bench.id, bench.sent.len());
    let fin = bench.peer.fin(end as u64);
    bench.deliver(&fin);
    bench.turn();
    assert!(matches!(
        bench.transport.receive(id, &mut Vec::new(), 1),
        Ok(Received::End)
    ));
    assert_eq!(
        bench.transport.send(id, b"last words").expect("our half is open"),
        10
    );
    bench.transport.close(id);
    assert!(
        bench.transport.send(id, b"x").is_err() || bench.transport.receive(id, &mut Vec::new(), 1).is_err()
    );
    for _ in 0..10 {
        bench.now_ns += STEP_NS;
        bench.transport.poll(bench.now_ns).expect("the NIC works");
        exchange(&mut bench.transport, &mut bench.peer);
    }
    assert_eq!(bench.peer.received(), b"last words");
    assert!(bench.peer.is_finished() && !bench.peer.is_reset());
    assert!(bench.transport.nic_mut().mailbox_is_idle());
    let place = bench.transport.nic_mut().lookup().take(tuple());
    assert!(place.is_ok(), "DISARM has given the place back: {place:?}");
}

#[test]
fn a_silent_connection_stays_as_long_as_the_counterparty_is_there() {
    let mut rng = seeded(5);
    let messages = messages(&mut rng, 20);
    let mut bench = Bench::connected(GoldenDevice::new(), 5, messages);
    bench.calm(10);
    // Ten minutes: far longer than any session's heartbeats are apart.
    for _ in 0..6_000 {
        bench.now_ns += 100_000_000;
        bench.turn();
    }
    assert!(!bench.peer.is_reset());
    bench.calm(10);
    // It goes away, and its place is not kept for ever.
    for _ in 0..300 {
        bench.now_ns += 100_000_000;
        bench.transport.poll(bench.now_ns).expect("the NIC works");
    }
    exchange(&mut bench.transport, &mut bench.peer);
    assert!(bench.peer.is_reset(), "a counterparty that is gone is given up");
    let received = bench.transport.receive(bench.id, &mut Vec::new(), 1);
    assert!(received.is_err(), "{received:?}");
}
