//! The stream of a session that ARM moves from ring to ring, put together again by the rule of docs/datapath.md, section 7, and fed to a session without a TCP between.

use fixnic_abi::limits::{MAX_FRAME_BYTES, NO_SESSION};
use fixnic_abi::{CommandResult, FenceEntry, FrameClass, FrameEntry, MsgEntry};
use fixnic_driver::{Device, RxEntry, Tag as CommandTag, Wire};
use fixnic_session::codec::{Encoder, Framer, MessageView, Split};
use fixnic_session::{
    Application, Disposition, MemoryStore, MessageMeta, Outgoing, Role, Session, SessionConfig, Tag,
};
use fixnic_sim::frames::TcpFrame;
use fixnic_sim::{GoldenDevice, VerilatedDevice};
use fixnic_tests::fix_peer::message;
use fixnic_tests::nic::{tuple, START_NS};
use std::collections::{BTreeSet, VecDeque};

/// Clocks in which the core comes to rest after a frame or a command.
const CLOCKS_MAX: u64 = 100_000;
pub const RINGS: usize = 3;
/// TCP number of the stream's first byte: the numbers wrap within the stream.
pub const FIRST_SEQ: u32 = u32::MAX - 900;
/// The counterparty's messages in the order of the wire, and whether they are resent. Its gateway has lost 6 and 7.
pub const MESSAGES: [(u64, bool); 16] = [
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
pub const GAP: usize = 5;
pub const RECOVERY: usize = 8;

pub trait Quiet: Device + Wire {
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

/// Takes the session's frames from the rings, whoever reads these.
pub struct Merge {
    pending: [Vec<MsgEntry>; RINGS],
    /// A fence of each ring, behind which it is not read yet, and how many had been found before it.
    held: [Option<(FenceEntry, u64)>; RINGS],
    fences_found: u64,
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
    buffer: Box<[u8; MAX_FRAME_BYTES]>,
    pub now_ns: u64,
}

impl Merge {
    /// A session that is about to be armed on `ring`.
    pub fn new(ring: usize) -> Self {
        let config = SessionConfig::new(Role::Acceptor, "FIX.4.4", "NIC", "PEER");
        let mut session = Session::new(config, MemoryStore::new(START_NS));
        session.connected(START_NS).expect("a new session");
        Self {
            pending: Default::default(),
            held: [None; RINGS],
            fences_found: 0,
            moving: VecDeque::new(),
            ring,
            generation: 0,
            position: 0,
            last_ts_ns: 0,
            frames: 0,
            frames_of_ring: [0; RINGS],
            session,
            app: Recorder::default(),
            resend_requests: 0,
            buffer: Box::new([0; MAX_FRAME_BYTES]),
            now_ns: START_NS,
        }
    }

    /// ARM was given.
    pub fn moves(&mut self, tag: CommandTag, to: usize, expected: u64) {
        self.moving.push_back(Moving { tag, to, expected });
    }

    /// The ring that the last ARM named whose fence was not taken yet.
    pub fn moving_to(&self) -> Option<usize> {
        self.moving.back().map(|moving| moving.to)
    }

    /// Whether a ring may be read. If so, how many fences have been found by now: what is found in the ring from here on is newer than these.
    pub fn may_read(&self, ring: usize) -> Option<u64> {
        self.held[ring].is_none().then_some(self.fences_found)
    }

    /// Everything has come.
    pub fn is_done(&self) -> bool {
        self.frames == MESSAGES.len() && self.moving.is_empty()
    }

    /// Takes an entry of a ring that may be read. Gives a fence that its mailbox is to be told.
    pub fn take(
        &mut self,
        ring: usize,
        entry: RxEntry,
        read_frame: impl FnOnce(&FrameEntry, &mut [u8; MAX_FRAME_BYTES]) -> usize,
    ) {
        match entry {
            RxEntry::Msg(entry) => self.pending[ring].push(entry),
            RxEntry::Frame(frame) => {
                let length = read_frame(&frame, &mut self.buffer);
                self.take_frame(ring, &frame, length);
            }
            RxEntry::Fence(fence) => {
                self.held[ring] = Some((fence, self.fences_found));
                self.fences_found += 1;
                // A ring that is held has nothing more of before.
                self.take_fence(|merge, to, _| merge.ring == to || merge.held[merge.ring].is_some());
            }
            other => panic!("ring {ring}: {other:?}"),
        }
    }

    /// A ring that may be read was found empty, when `fences_found` had been found.
    pub fn found_empty(&mut self, ring: usize, fences_found: u64) {
        self.take_fence(|merge, _, nth| merge.ring == ring && nth < fences_found);
    }

    /// Takes the oldest fence if it was found, and the ring that its session left is read, and those behind it that are then due.
    fn take_fence(&mut self, left_is_read: impl Fn(&Self, usize, u64) -> bool) {
        while let Some(Moving { tag, to, expected }) = self.moving.front() {
            let (to, expected) = (*to, *expected);
            let Some((fence, nth)) = self.held[to].filter(|(fence, _)| fence.tag == *tag) else {
                return;
            };
            if !left_is_read(self, to, nth) {
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

    fn take_frame(&mut self, ring: usize, frame: &FrameEntry, length: usize) {
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

    /// What a whole plan comes to, of which so many frames came through ring `new`.
    pub fn check(&self, new: usize, there: usize) {
        assert_eq!(self.frames, MESSAGES.len(), "every frame");
        assert!(self.moving.is_empty());
        assert_eq!(self.frames_of_ring[new], there, "frames of the new ring");
        assert_eq!(self.app.numbers, (2..=13).collect::<Vec<_>>(), "once, in order");
        assert_eq!(self.resend_requests, 1);
        let counters = self.session.counters();
        assert_eq!((counters.disagreements, counters.garbled), (0, 0));
        assert_eq!(counters.tags_used as usize, MESSAGES.len(), "every tag is used");
    }
}

/// The counterparty: what it sends, one frame after another.
pub struct Stream {
    encoder: Encoder,
    pub position: u32,
    arrived: BTreeSet<u64>,
}

impl Stream {
    pub fn new() -> Self {
        Self {
            encoder: Encoder::new("FIX.4.4", &[(49, "PEER"), (56, "NIC")]),
            position: 0,
            arrived: BTreeSet::new(),
        }
    }

    /// What a session expects that has had every message so far, queued ones included.
    pub fn expected(&self) -> u64 {
        let mut missing = (1..).filter(|number| !self.arrived.contains(number));
        missing.next().unwrap_or(1)
    }

    /// The frame of the next of [`MESSAGES`].
    pub fn frame(&mut self, (number, poss_dup): (u64, bool)) -> Vec<u8> {
        self.arrived.insert(number);
        let kind = if number == 1 { b"A" } else { b"D" };
        let payload = message(&mut self.encoder, kind, number, poss_dup);
        let frame = TcpFrame {
            tuple: tuple(),
            seq: FIRST_SEQ.wrapping_add(self.position),
            payload: &payload,
            ..TcpFrame::default()
        };
        self.position += payload.len() as u32;
        frame.build_padded()
    }
}
