//! A session that ARM moves from one RX ring to another, and back, around a FIX gap: the messages before it, the gap and the recovery come
//! through two rings. Below TCP and the engine, where nothing but the rule of the rings brings the stream into its order again: a host that reads
//! a ring on behind an ARM's FENCE only when it has found the ring that the session left empty has every frame in the order of the wire, in
//! whatever order it looks at the two (docs/datapath.md, section 7).

use fixnic_abi::limits::{MAX_FRAME_BYTES, NO_SESSION};
use fixnic_abi::{CommandResult, FenceEntry, FrameClass, FrameEntry, MsgEntry};
use fixnic_driver::{Command, Device, LentRing, Nic, NicConfig, Place, RxEntry, Tag as CommandTag, Wire};
use fixnic_session::codec::{Encoder, Framer, Header, MessageView, Split};
use fixnic_session::{
    Application, Disposition, MemoryStore, MessageMeta, Outgoing, Role, Session, SessionConfig, Tag,
};
use fixnic_sim::frames::TcpFrame;
use fixnic_sim::{GoldenDevice, Stalls, VerilatedDevice};
use fixnic_tests::nic::{tuple, START_NS};
use std::collections::{BTreeSet, VecDeque};

/// Virtual time between two frames, in nanoseconds: more than the core takes for one.
const STEP_NS: u64 = 100_000;
/// Clocks in which the core comes to rest after a frame or a command.
const CLOCKS_MAX: u64 = 100_000;
const RINGS: usize = 3;
/// TCP number of the stream's first byte: the numbers wrap within the stream.
const FIRST_SEQ: u32 = u32::MAX - 900;
/// The counterparty's messages in the order of the wire, and whether they are resent. Its gateway has lost 6 and 7.
const MESSAGES: [(u64, bool); 16] = [
    (1, false),
    (2, false),
    (3, false),
    (4, false),
    (5, false),
    (8, false),
    (9, false),
    (10, false),
    (6, true),
    (7, true),
    (8, true),
    (9, true),
    (10, true),
    (11, false),
    (12, false),
    (13, false),
];
/// Where the gap shows, and where its recovery begins.
const GAP: usize = 5;
const RECOVERY: usize = 8;

/// In which order the host looks at the ring that the session was on first, and at the one to which it is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    OldFirst,
    NewFirst,
    /// An entry of each in turn.
    Alternating,
    /// The old ring only when everything has arrived, and nothing more is to be had from the new one.
    OldStarved,
    NewStarved,
}

const ORDERS: [Order; 5] = [
    Order::OldFirst,
    Order::NewFirst,
    Order::Alternating,
    Order::OldStarved,
    Order::NewStarved,
];

/// What is tried: the rings, old and new; before which frames the session is moved there and back, a frame that does not come for never; after how many
/// frames the host looks.
#[derive(Debug, Clone, Copy)]
struct Plan {
    rings: [usize; 2],
    moves: [usize; 2],
    order: Order,
    frames_per_look: usize,
}

trait Quiet: Device + Wire {
    fn settle(&mut self);
}

impl Quiet for GoldenDevice {
    /// It does everything at once.
    fn settle(&mut self) {}
}

impl Quiet for VerilatedDevice {
    fn settle(&mut self) {
        self.run_until_quiet(CLOCKS_MAX).expect("the core comes to rest");
    }
}

#[derive(Default)]
struct Recorder {
    numbers: Vec<u64>,
}

impl Application for Recorder {
    fn on_message(
        &mut self,
        message: &MessageView<'_>,
        meta: &MessageMeta,
        _: &mut dyn Outgoing,
    ) -> Disposition {
        let id = format!("{}", meta.msg_seq_num);
        assert_eq!(
            message.get(11),
            Some(id.as_bytes()),
            "the message is its number's"
        );
        self.numbers.push(meta.msg_seq_num);
        Disposition::Accepted
    }
}

/// An ARM whose fence was not taken yet.
struct Moving {
    tag: CommandTag,
    to: usize,
    expected: u64,
}

/// The host: it takes the session's frames from two rings, and feeds a session without a TCP between.
struct Host<D: Device> {
    nic: Nic<D>,
    /// Rings 1 and up.
    lent: Vec<LentRing>,
    place: Place,
    pending: [Vec<MsgEntry>; RINGS],
    /// A fence of each ring, behind which it is not read yet.
    held: [Option<FenceEntry>; RINGS],
    moving: VecDeque<Moving>,
    /// Where the session's next frame comes from.
    ring: usize,
    generation: u16,
    /// Position in the stream, and time of the last frame.
    position: u32,
    last_ts_ns: u64,
    frames: usize,
    frames_of_ring: [usize; RINGS],
    session: Session<MemoryStore>,
    app: Recorder,
    resend_requests: u32,
    now_ns: u64,
    buffer: Box<[u8; MAX_FRAME_BYTES]>,
}

impl<D: Quiet> Host<D> {
    fn new(device: D) -> Self {
        let config = NicConfig {
            rx_rings: RINGS as u32,
            rx_entry_log2: 7,
            rx_buffer_log2: 8,
            tx_log2: 2,
        };
        let mut nic = Nic::open(device, config).expect("the device opens");
        let lent = (1..RINGS as u32)
            .map(|ring| nic.lend_ring(ring).expect("the ring is there"))
            .collect();
        let place = nic.lookup().take(tuple()).expect("the table is empty");
        let config = SessionConfig::new(Role::Acceptor, "FIX.4.4", "NIC", "PEER");
        let mut session = Session::new(config, MemoryStore::new(START_NS));
        session.connected(START_NS).expect("a new session");
        Self {
            nic,
            lent,
            place,
            pending: Default::default(),
            held: [None; RINGS],
            moving: VecDeque::new(),
            ring: 0,
            generation: 0,
            position: 0,
            last_ts_ns: 0,
            frames: 0,
            frames_of_ring: [0; RINGS],
            session,
            app: Recorder::default(),
            resend_requests: 0,
            now_ns: START_NS,
            buffer: Box::new([0; MAX_FRAME_BYTES]),
        }
    }

    fn arm(&mut self, to: usize, position: u32, expected: u64) {
        // The mailbox has one command under way: the fence before is looked for, wherever the host is otherwise.
        if let Some(before) = self.moving.back().map(|moving| moving.to) {
            while !self.nic.mailbox_is_idle() && self.poll(before) {}
        }
        assert!(self.nic.mailbox_is_idle());
        let arm = Command::Arm {
            place: self.place,
            ring: to as u8,
            tcp_seq: FIRST_SEQ.wrapping_add(position),
            expected,
        };
        let tag = self.nic.submit(arm).expect("the mailbox has room");
        self.moving.push_back(Moving { tag, to, expected });
        self.nic.device_mut().settle();
    }

    /// Takes an entry of a ring, if there is one and it may be read.
    fn poll(&mut self, ring: usize) -> bool {
        if self.held[ring].is_some() {
            return false;
        }
        let polled = match ring {
            0 => self.nic.poll(),
            _ => self.lent[ring - 1].poll(),
        };
        match polled.expect("the ring is right") {
            None => {
                self.take_fence(|host, _| host.ring == ring);
                return false;
            }
            Some(RxEntry::Msg(entry)) => self.pending[ring].push(entry),
            Some(RxEntry::Frame(frame)) => self.take_frame(ring, &frame),
            Some(RxEntry::Fence(fence)) => {
                self.held[ring] = Some(fence);
                let told = match ring {
                    0 => Some(fence),
                    _ => self.nic.serve_rings().expect("the ring is lent"),
                };
                assert_eq!(told, Some(fence));
                assert!(self.nic.answered(&fence).is_some(), "the fence is of our command");
                // A ring that is held has nothing more of before.
                self.take_fence(|host, to| host.ring == to || host.held[host.ring].is_some());
            }
            Some(other) => panic!("ring {ring}: {other:?}"),
        }
        true
    }

    /// Takes the oldest fence if it was found, and the ring that its session left is read, and those behind it that are then due.
    fn take_fence(&mut self, left_is_read: impl Fn(&Self, usize) -> bool) {
        while let Some(Moving { tag, to, expected }) = self.moving.front() {
            let (to, expected) = (*to, *expected);
            let Some(fence) = self.held[to].filter(|fence| fence.tag == *tag) else {
                return;
            };
            if !left_is_read(self, to) {
                return;
            }
            self.held[to] = None;
            self.moving.pop_front();
            assert_eq!(fence.result, CommandResult::Ok as u8);
            assert_eq!(
                fence.ts_ns, self.last_ts_ns,
                "the fence comes after the session's last frame in the ring that it left"
            );
            self.ring = to;
            self.generation = fence.generation;
            assert!(self.session.hardware_expects(expected));
        }
    }

    fn take_frame(&mut self, ring: usize, frame: &FrameEntry) {
        let length = match ring {
            0 => self.nic.read_frame(frame, &mut self.buffer),
            _ => self.lent[ring - 1].read_frame(frame, &mut self.buffer),
        };
        assert!(frame.session != NO_SESSION && frame.class == FrameClass::InOrder as u8);
        assert_eq!(ring, self.ring, "a frame out of the session's ring");
        assert!(frame.ts_ns > self.last_ts_ns, "ts_ns tells the order");
        assert_eq!(frame.generation, self.generation);
        self.last_ts_ns = frame.ts_ns;
        self.frames += 1;
        self.frames_of_ring[ring] += 1;
        let payload =
            usize::from(frame.payload_offset)..usize::from(frame.payload_offset + frame.payload_length);
        assert!(payload.end <= length);
        let [entry] = self.pending[ring][..] else {
            panic!("{} MSG entries of one message", self.pending[ring].len())
        };
        self.pending[ring].clear();
        assert_eq!(
            entry.tcp_seq,
            FIRST_SEQ.wrapping_add(self.position),
            "a frame out of order"
        );
        assert_eq!(
            (entry.length as usize, entry.generation),
            (payload.len(), frame.generation)
        );
        self.position += entry.length;
        let tag = Tag::from_entry(&entry, true).expect("a tag of the contract");
        let bytes = &self.buffer[payload];
        self.session
            .handle_message(self.now_ns, bytes, Some(tag), &mut self.app);
        self.transmit();
    }

    fn transmit(&mut self) {
        let mut sent = Vec::new();
        while self.session.poll_transmit(self.now_ns, &mut self.app, &mut sent) > 0 {}
        let mut rest = &sent[..];
        while let Split::Message { len } = Framer::default().split(rest) {
            let view = MessageView::parse(&rest[..len]).expect("the session sends messages");
            if view.msg_type() == b"2" {
                assert_eq!(view.get(7), Some(b"6".as_slice()), "BeginSeqNo");
                self.resend_requests += 1;
            }
            rest = &rest[len..];
        }
    }

    fn look(&mut self, plan: &Plan, all_has_arrived: bool) {
        let [old, new] = plan.rings;
        let rings: &[usize] = match plan.order {
            Order::OldFirst => &[old, new],
            Order::NewFirst => &[new, old],
            Order::Alternating => {
                while self.poll(old) | self.poll(new) {}
                &[]
            }
            Order::OldStarved if all_has_arrived => &[new, old],
            Order::OldStarved => &[new],
            Order::NewStarved if all_has_arrived => &[old, new],
            Order::NewStarved => &[old],
        };
        for ring in rings {
            while self.poll(*ring) {}
        }
        self.nic.return_credit();
        self.lent.iter_mut().for_each(LentRing::return_credit);
        assert_eq!(self.nic.serve_rings(), Ok(None));
    }
}

fn message(encoder: &mut Encoder, (number, poss_dup): (u64, bool)) -> Vec<u8> {
    let time = encoder.timestamp(START_NS);
    let header = Header {
        msg_type: if number == 1 { b"A" } else { b"D" },
        msg_seq_num: number,
        poss_dup,
        poss_resend: false,
        sending_time_ns: START_NS,
        orig_sending_time: poss_dup.then_some(time.as_bytes()),
    };
    let mut message = Vec::new();
    encoder.encode(&mut message, &header, |fields| {
        match number {
            1 => fields.uint(98, 0).uint(108, 30),
            _ => fields.uint(11, number),
        };
    });
    message
}

/// Runs a plan on a device of its own.
fn run<D: Quiet>(device: D, plan: &Plan) {
    let mut host = Host::new(device);
    let mut encoder = Encoder::new("FIX.4.4", &[(49, "PEER"), (56, "NIC")]);
    let [old, new] = plan.rings;
    host.ring = old;
    host.arm(old, 0, 1);
    let mut position = 0;
    let mut arrived = BTreeSet::new();
    for (nth, sent) in MESSAGES.into_iter().enumerate() {
        for (at, to) in plan.moves.into_iter().zip([new, old]) {
            if at == nth {
                // What a session expects that has had every message so far, queued ones included.
                let expected = (1..).find(|number| !arrived.contains(number));
                host.arm(to, position, expected.unwrap_or(1));
            }
        }
        arrived.insert(sent.0);
        let payload = message(&mut encoder, sent);
        let frame = TcpFrame {
            tuple: tuple(),
            seq: FIRST_SEQ.wrapping_add(position),
            payload: &payload,
            ..TcpFrame::default()
        };
        position += payload.len() as u32;
        host.now_ns += STEP_NS;
        host.nic.advance(host.now_ns);
        host.nic.device_mut().deliver(&frame.build_padded(), true);
        host.nic.device_mut().settle();
        if (nth + 1).is_multiple_of(plan.frames_per_look) {
            host.look(plan, false);
        }
    }
    // Each look takes all up to a fence at least, and there are no more than three.
    for _ in 0..4 {
        host.look(plan, true);
    }
    assert_eq!(host.frames, MESSAGES.len(), "every frame");
    assert!(host.moving.is_empty() && host.nic.mailbox_is_idle());
    let at = |nth: usize| nth.min(MESSAGES.len());
    let there = at(plan.moves[1]) - at(plan.moves[0]);
    assert_eq!(host.frames_of_ring[new], there, "frames of the new ring");
    assert_eq!(host.app.numbers, (2..=13).collect::<Vec<_>>(), "once, in order");
    assert_eq!(host.resend_requests, 1);
    let counters = host.session.counters();
    assert_eq!((counters.disagreements, counters.garbled), (0, 0));
    assert_eq!(counters.tags_used as usize, MESSAGES.len(), "every tag is used");
}

const NEVER: usize = usize::MAX;

fn plans(rings: [usize; 2], moves: &[[usize; 2]], looks: &[usize]) -> Vec<Plan> {
    let mut plans = Vec::new();
    for moves in moves {
        for order in ORDERS {
            for frames_per_look in looks {
                plans.push(Plan {
                    rings,
                    moves: *moves,
                    order,
                    frames_per_look: *frames_per_look,
                });
            }
        }
    }
    plans
}

/// Moved before each frame, and back before each later one or never.
#[test]
fn a_gap_across_two_rings_of_the_golden_model_keeps_its_order() {
    let end = MESSAGES.len();
    let moves: Vec<[usize; 2]> = (1..=end)
        .flat_map(|there| (there..=end).map(move |back| [there, back]))
        .map(|[there, back]| [there, if back == end { NEVER } else { back }])
        .collect();
    for rings in [[1, 2], [2, 1], [0, 1], [2, 0]] {
        for plan in plans(rings, &moves, &[1, 3, NEVER]) {
            println!("{plan:?}");
            run(GoldenDevice::new(), &plan);
        }
    }
}

/// The gap, the recovery, or both in the other ring; and the moves on either side of a message at the gap's ends.
#[test]
fn a_gap_across_two_rings_of_the_verilated_core_keeps_its_order() {
    let moves = [
        [GAP, NEVER],
        [GAP + 1, NEVER],
        [RECOVERY, NEVER],
        [RECOVERY + 1, NEVER],
        [GAP, RECOVERY],
        [GAP + 1, RECOVERY + 2],
        [2, RECOVERY + 3],
    ];
    for (seed, rings) in (1..).zip([[1, 2], [0, 1], [2, 0]]) {
        for plan in plans(rings, &moves, &[1, NEVER]) {
            println!("{plan:?}");
            run(VerilatedDevice::new(seed, Stalls::SOME), &plan);
        }
    }
}
