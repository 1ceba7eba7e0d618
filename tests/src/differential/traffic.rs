//! Random episodes.
use super::messages::message;
use super::rng::Rng;
use super::scenario::{Action, CommandArguments, TxFrame, MEMORY_BYTES, OUTSIDE, RINGS, TX_FRAMES};
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::reg::{self, field};
use fixnic_abi::{bcd, CommandOp, SessionState};
use fixnic_driver::{Device, DmaArena, HostMemory};
use fixnic_sim::frames::{tcp_flags, write_checksums, TcpFrame};
use fixnic_sim::verilated::{FrameGap, Stalls};
use fixnic_sim::GoldenDevice;

const SESSIONS: usize = 6;
/// Frames in a row that the ingress FIFO cannot hold.
const OVERFLOW_FRAMES: usize = 150;
/// Frames in a row that the ingress FIFO surely holds, or passes on meanwhile.
const RING_FULL_FRAMES: usize = 8;
const HISTORY_BYTES_MAX: usize = 4096;
const FRAME_PAYLOAD_MAX: usize = 1994;
const MAX_SEGMENT: usize = 1460;
const MAX_FRAME_BYTES: usize = 2048;

/// What an episode stresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Sessions, messages and commands, with room in the ring.
    Sessions,
    /// Credit is withheld: the ring fills.
    RingFull,
    /// The host stalls so long that the ingress FIFO overflows.
    Overflow,
}

impl Profile {
    /// The profile of an episode by its seed: mostly sessions.
    pub fn of(seed: u64) -> Self {
        match seed % 8 {
            0 => Self::RingFull,
            1 => Self::Overflow,
            _ => Self::Sessions,
        }
    }
}

/// An episode with about so many frames.
pub fn episode(seed: u64, profile: Profile, frames: usize) -> Vec<Action> {
    let mut generator = Generator::new(seed, profile);
    generator.set_up();
    while generator.frames < frames {
        generator.step();
    }
    generator.actions
}

struct Stream {
    number: u32,
    tuple: FourTuple,
    slot: u16,
    /// RX ring of the last ARM.
    ring: u32,
    /// Bytes that follow what was sent.
    pending: Vec<u8>,
    /// The last bytes sent.
    history: Vec<u8>,
    /// TCP number of the first pending byte.
    next: u32,
    /// Number of the next message made.
    number_next: u64,
}

/// Makes episodes. A golden model of its own follows what was made, so that most of it makes sense to the device.
struct Generator {
    rng: Rng,
    profile: Profile,
    streams: Vec<Stream>,
    follower: GoldenDevice,
    memory: HostMemory,
    actions: Vec<Action>,
    frames: usize,
    tag: u32,
}

impl Generator {
    fn new(seed: u64, profile: Profile) -> Self {
        let mut rng = Rng::new(seed);
        let memory = DmaArena::new(4 << 20)
            .expect("host memory for the follower")
            .host_memory();
        let mut follower = GoldenDevice::new();
        follower.map_dma(&memory).expect("the follower has no memory yet");
        let local_ip = 0x0A00_0000 | rng.below(1 << 24) as u32;
        let streams = (0..SESSIONS as u32)
            .map(|index| {
                let tuple = FourTuple {
                    local_ip,
                    remote_ip: 0xC0A8_0000 | rng.below(4) as u32,
                    local_port: 40_000 + index as u16,
                    remote_port: 9_000 + rng.below(2) as u16,
                };
                Stream {
                    number: if index == 0 { 1023 } else { rng.below(1023) as u32 },
                    tuple,
                    slot: rng.pick(&tuple.slots()),
                    ring: rng.below(RINGS) as u32,
                    pending: Vec::new(),
                    history: Vec::new(),
                    next: 0,
                    number_next: 1,
                }
            })
            .collect();
        Self {
            rng,
            profile,
            streams,
            follower,
            memory,
            actions: Vec::new(),
            frames: 0,
            tag: 0,
        }
    }

    fn set_up(&mut self) {
        self.set_up_follower();
        self.all_rings();
        self.stalls();
        self.actions.push(Action::Control(3));
        for index in 0..SESSIONS - 1 {
            self.arm(index);
        }
    }

    /// The follower never runs out of room: its credit is returned after every frame. Its rings may share their memory.
    fn set_up_follower(&mut self) {
        let base = self.memory.iova();
        let ring = [(reg::RX_ENTRY_LO, base), (reg::RX_BUFFER_LO, base + (2 << 20))];
        for index in 0..RINGS as u32 {
            for (register, address) in ring {
                self.follower.write32(register.at(index), address as u32);
                self.follower
                    .write32(register.at(index) + 4, (address >> 32) as u32);
            }
            self.follower.write32(reg::RX_SIZE.at(index), 12 << 8 | 12);
            self.follower.write32(reg::RX_ENABLE.at(index), 1);
        }
        self.follower.write32(reg::CONTROL.offset, 1);
    }

    fn step(&mut self) {
        // Commands wait for the frames before them, so that the FIFO overflows only where there are none.
        if self.profile == Profile::Overflow && self.rng.chance(20) {
            for _ in 0..OVERFLOW_FRAMES {
                let index = self.rng.below(SESSIONS);
                self.segment(index);
            }
            return;
        }
        match self.rng.below(1000) {
            0..850 => self.session_step(),
            850..930 => self.foreign_frame(),
            930..945 => self.wrong_command(),
            945..960 => self.transmit(),
            960..985 => self.rest(),
            _ => self.switch(),
        }
    }

    /// Something that happens at rest.
    fn rest(&mut self) {
        let action = match (self.profile, self.rng.below(11)) {
            (Profile::RingFull, 0..4) => Action::Settle,
            (Profile::RingFull, 4..8) => Action::PartialCredit(
                self.rng.below(RINGS),
                self.rng.below(128) as u16,
                self.rng.below(128) as u16,
            ),
            (_, 0) => Action::WrongDoorbell(
                self.rng.below(RINGS),
                1 + self.rng.below(200) as u16,
                self.rng.below(3) as u16,
            ),
            (_, 1) => Action::WrongDoorbell(self.rng.below(RINGS), 0, 1 + self.rng.below(200) as u16),
            (_, 2) => Action::WrongTxDoorbell(1 + self.rng.below(1000) as u16),
            (_, 3 | 4) => Action::ArmInterrupts(self.rng.below(64) as u32),
            (_, 5 | 6) => {
                if self.rng.chance(500) {
                    for vector in 0..6 {
                        let clocks = self.rng.pick(&[30, 100, 300]);
                        self.actions.push(Action::Moderate(vector, clocks));
                    }
                }
                self.some_segments(3);
                Action::ArmInterruptsAndCredit(self.rng.below(64) as u32)
            }
            (_, 7) => {
                let clocks = self.rng.pick(&[0, 1, 30, 300, 2_000, 4_000]);
                Action::Moderate(self.rng.below(6), clocks)
            }
            _ => Action::Credit,
        };
        self.actions.push(action);
        if self.profile != Profile::RingFull {
            self.actions.push(Action::Credit);
        }
    }

    /// Something large that happens at rest, and seldom.
    fn switch(&mut self) {
        match self.rng.below(11) {
            9..11 => self.write_error(),
            8 => {
                self.actions.push(Action::Reset);
                self.follower
                    .write32(reg::CONTROL.offset, field::CONTROL::reset.put(1));
                self.set_up_follower();
                if self.rng.chance(500) {
                    self.some_frames();
                }
                self.all_rings();
                self.actions.push(Action::Control(3));
            }
            0 => {
                self.actions.push(Action::Control(2));
                self.some_frames();
                self.actions.push(Action::Control(3));
            }
            1 => {
                let ring = self.rng.below(RINGS);
                self.actions.push(Action::RingOff(ring));
                self.some_frames();
                self.some_segments(3);
                if self.rng.chance(500) {
                    self.wrong_command();
                }
                self.ring(ring);
            }
            2 => {
                let wrong = self
                    .rng
                    .pick(&[(6, 8), (8, 6), (16, 8), (8, 16), (0, 0), (255, 255)]);
                let ring = self.rng.below(RINGS);
                self.actions.push(Action::Ring(ring, wrong.0, wrong.1));
                self.some_frames();
                self.some_segments(3);
                self.ring(ring);
            }
            3 => {
                let ring = self.rng.below(RINGS);
                self.ring(ring);
            }
            4..6 => self.stalls(),
            6 => {
                let session = self.rng.below(SESSIONS);
                self.command(session, CommandOp::Disarm as u32);
            }
            _ => {
                let session = self.rng.below(SESSIONS);
                self.arm(session);
            }
        }
    }

    fn some_frames(&mut self) {
        for _ in 0..1 + self.rng.below(3) {
            self.foreign_frame();
        }
    }

    fn some_segments(&mut self, count: usize) {
        for _ in 0..count {
            let index = self.rng.below(SESSIONS);
            self.segment(index);
        }
    }

    /// A ring's buffer is not there: the first frame to it stops it. Others go on; the ring comes back.
    fn write_error(&mut self) {
        let index = self.rng.below(SESSIONS);
        let ring = if self.rng.chance(300) {
            0
        } else {
            self.streams[index].ring
        };
        self.actions
            .push(Action::RingWithoutBuffer(ring as usize, 11, 11));
        // One frame only may come to it before it is at rest: a segment of its session, if that is armed, or a foreign frame.
        for step in 0..6 {
            match (ring, step) {
                (0, _) | (_, 1 | 3) => self.foreign_frame(),
                (_, 0) => self.segment(index),
                _ => self.some_segments(1),
            }
            self.actions.push(Action::Settle);
        }
        self.ring(ring as usize);
    }

    fn all_rings(&mut self) {
        for ring in 0..RINGS {
            self.ring(ring);
        }
    }

    fn ring(&mut self, ring: usize) {
        let (entries, granules) = match self.profile {
            Profile::RingFull => (7, 7 + self.rng.below(2) as u32),
            Profile::Sessions => (11 + self.rng.below(2) as u32, 11),
            Profile::Overflow => (12, 11),
        };
        self.actions.push(Action::Ring(ring, entries, granules));
    }

    fn stalls(&mut self) {
        let mut stalls = match self.rng.below(4) {
            0 => Stalls::NONE,
            1 => Stalls {
                noise: true,
                rx_gap: FrameGap::Random(0),
                ..Stalls::NONE
            },
            2 => Stalls::SOME,
            _ => Stalls {
                rx_idle: self.rng.byte() / 2,
                rx_gap: FrameGap::Random(self.rng.below(40) as u32),
                tx: self.rng.byte() / 2,
                write_address: self.rng.byte() / 2,
                write_data: self.rng.byte() / 2,
                read_address: self.rng.byte() / 2,
                read_data: self.rng.byte() / 2,
                response_clocks_max: self.rng.below(100) as u32,
                noise: true,
                ..Stalls::NONE
            },
        };
        // Frames without any gap outrun what 10G carries; that is for the overflow profile.
        if stalls.rx_gap == FrameGap::Random(0) {
            stalls.rx_gap = FrameGap::LineRate;
        }
        if self.profile == Profile::RingFull && stalls.rx_gap != FrameGap::LineRate {
            stalls.rx_gap = FrameGap::Clocks(60);
        }
        if self.profile == Profile::Overflow {
            stalls.rx_gap = self.rng.pick(&[FrameGap::BackToBack, FrameGap::LineRate]);
            stalls.rx_idle = 0;
            stalls.write_pause = 30;
            stalls.write_pause_clocks_max = self.rng.pick(&[3_000, 20_000]);
        }
        self.actions.push(Action::Stalls(stalls));
    }

    fn session_step(&mut self) {
        let index = self.rng.below(SESSIONS);
        let number = self.streams[index].number as u16;
        match self.follower.golden().session_state(number) {
            SessionState::Free if self.rng.chance(300) => self.arm(index),
            SessionState::Lost if self.rng.chance(250) => self.arm(index),
            SessionState::Search | SessionState::Probe if self.rng.chance(20) => self.arm(index),
            SessionState::Candidate if self.rng.chance(200) => self.answer(index),
            _ if self.rng.chance(4) => self.answer(index),
            state if state != SessionState::Free && self.rng.chance(20) => {
                self.lose(index);
                self.segment(index);
            }
            SessionState::Hold if self.rng.chance(600) => self.command(index, CommandOp::SetExpected as u32),
            _ if self.rng.chance(5) => self.command(index, CommandOp::SetExpected as u32),
            _ => self.segment(index),
        }
    }

    /// Arms a session at the beginning of a message; now and then anywhere.
    fn arm(&mut self, index: usize) {
        let begin = match self.rng.below(6) {
            0 => u32::MAX - self.rng.below(2000) as u32,
            1 => 0x7FFF_FFFF - self.rng.below(2000) as u32,
            _ => self.rng.word() as u32,
        };
        let number = match self.rng.below(12) {
            0 => 9_999_999_990 + self.rng.below(10) as u64,
            1 => 95 + self.rng.below(5) as u64,
            2 => 999_999_990 + self.rng.below(10) as u64,
            3 => self.rng.word() % bcd::MAX + 1,
            _ => 1 + self.rng.below(2000) as u64,
        };
        let keep_stream = self.rng.chance(100);
        let ring = self.rng.below(RINGS) as u32;
        let moves = self.rng.chance(300);
        let stream = &mut self.streams[index];
        if !keep_stream {
            stream.pending.clear();
            stream.next = begin;
        }
        stream.history.clear();
        stream.number_next = number;
        if moves {
            stream.ring = ring;
        }
        self.command(index, CommandOp::Arm as u32);
    }

    fn command(&mut self, index: usize, op: u32) {
        let stream = &mut self.streams[index];
        if op == CommandOp::SetExpected as u32 && self.rng.chance(300) {
            stream.number_next = (stream.number_next + self.rng.below(40) as u64)
                .saturating_sub(20)
                .clamp(1, bcd::MAX);
        }
        self.tag += 1;
        let arguments = CommandArguments {
            op,
            slot: stream.slot.into(),
            session: stream.number,
            ring: stream.ring,
            tuple: stream.tuple,
            tcp_seq: stream.next,
            generation: 0,
            expected_bcd: bcd::from_u64(stream.number_next).expect("at most ten digits"),
            tag: self.tag,
        };
        self.push_command(arguments);
    }

    /// A segment is lost on the wire.
    fn lose(&mut self, index: usize) {
        let size = 1 + self.rng.below(400);
        self.fill(index, size);
        let stream = &mut self.streams[index];
        let size = size.min(stream.pending.len());
        stream.next = stream.next.wrapping_add(size as u32);
        stream.history.extend(stream.pending.drain(..size));
    }

    /// An answer to what a session proposes, often the right one.
    fn answer(&mut self, index: usize) {
        let stream = &self.streams[index];
        let proposal = self.follower.golden().proposal(stream.number as u16);
        let (generation, tcp_seq, number) = proposal.unwrap_or((0, stream.next, stream.number_next));
        self.tag += 1;
        let mut arguments = CommandArguments {
            op: CommandOp::ResyncOk as u32,
            slot: stream.slot.into(),
            session: stream.number,
            ring: 0,
            tuple: stream.tuple,
            tcp_seq,
            generation: generation.into(),
            expected_bcd: bcd::from_u64(number).expect("at most ten digits"),
            tag: self.tag,
        };
        match self.rng.below(14) {
            0 => arguments.generation = arguments.generation.wrapping_sub(1) & 0xFFFF,
            1 => arguments.tcp_seq = tcp_seq.wrapping_add(1 << self.rng.below(32)),
            2 => arguments.expected_bcd = bcd::from_u64(number / 2 + 1).expect("at most ten digits"),
            3 => arguments.expected_bcd = self.rng.pick(&[0, 0xA]),
            4..7 => arguments.op = CommandOp::ResyncNo as u32,
            7 => {
                arguments.op = CommandOp::ResyncNo as u32;
                arguments.generation ^= 1 << self.rng.below(16);
            }
            8 => arguments.op = CommandOp::SetExpected as u32,
            // Only the low half counts.
            9 => arguments.generation |= 0xABCD_0000,
            _ => {}
        }
        self.push_command(arguments);
    }

    fn wrong_command(&mut self) {
        let index = self.rng.below(SESSIONS);
        let stream = &self.streams[index];
        let mut arguments = CommandArguments {
            op: 3,
            slot: stream.slot.into(),
            session: stream.number,
            ring: stream.ring,
            tuple: stream.tuple,
            tcp_seq: stream.next,
            generation: 0,
            expected_bcd: 0x42,
            tag: self.rng.word() as u32,
        };
        match self.rng.below(8) {
            7 => (arguments.op, arguments.ring) = (1, self.rng.pick(&[4, 7, 256, u32::MAX])),
            0 => arguments.op = self.rng.pick(&[0, 6, 7, 255]),
            1 => arguments.session = self.rng.pick(&[1024, 1025, 4096, 65_535]),
            2 => {
                (arguments.op, arguments.slot) =
                    (1 + self.rng.below(2) as u32, self.rng.pick(&[4096, 5000, 65_535]))
            }
            3 => (arguments.op, arguments.expected_bcd) = (1, 0),
            4 => arguments.expected_bcd = self.rng.pick(&[0, 0xA, 0xF0_0000_0000, 0x12_34B6_7890]),
            // A session that was never armed, or was disarmed.
            5 => arguments.session = 7,
            _ => (arguments.op, arguments.slot, arguments.session) = (2, 17, 9),
        }
        self.push_command(arguments);
    }

    fn push_command(&mut self, arguments: CommandArguments) {
        arguments.write(&mut self.follower);
        self.return_follower_credit();
        let clocks = if self.rng.chance(500) {
            0
        } else {
            self.rng.below(200) as u32
        };
        self.actions.push(Action::Command(arguments, clocks));
    }

    fn frame(&mut self, bytes: Vec<u8>, fcs_good: bool) {
        self.follower.golden().receive(&bytes, !fcs_good, 0);
        self.return_follower_credit();
        self.actions.push(Action::Frame { bytes, fcs_good });
        self.frames += 1;
        // As many frames as the ring holds, and for an overflow more than the FIFO does.
        let frames_a_credit = match self.profile {
            Profile::RingFull => 0,
            Profile::Sessions => 48,
            Profile::Overflow => 160,
        };
        if self.frames.is_multiple_of(frames_a_credit) {
            self.actions.push(Action::Credit);
        }
        // A frame that the ring would refuse must not be one that the FIFO refuses: nobody could tell which it was.
        if self.profile == Profile::RingFull && self.frames.is_multiple_of(RING_FULL_FRAMES) {
            self.actions.push(Action::Settle);
        }
    }

    fn return_follower_credit(&mut self) {
        for ring in 0..RINGS as u32 {
            let produced = self.follower.read32(reg::RX_PRODUCER.at(ring));
            debug_assert_eq!(field::RX_PRODUCER::entries.get(produced), produced & 0xFFFF);
            self.follower.write32(reg::RX_DOORBELL.at(ring), produced);
        }
    }

    /// The next segment of a session's stream, right or wrong.
    fn segment(&mut self, index: usize) {
        let size = match self.rng.below(12) {
            0 => 1,
            1..4 => 1 + self.rng.below(16),
            4..8 => 1 + self.rng.below(220),
            8..10 => 1 + self.rng.below(700),
            10 => MAX_SEGMENT,
            _ => 1 + self.rng.below(FRAME_PAYLOAD_MAX),
        };
        self.fill(index, size);
        let rng = &mut self.rng;
        let stream = &mut self.streams[index];
        let whole = size.min(stream.pending.len());
        // Often a segment ends with its last message.
        let size = match whole_messages(&stream.pending[..whole]) {
            end if end > 0 && rng.chance(400) => end,
            _ => whole,
        };
        let back = if rng.chance(60) {
            rng.below(stream.history.len() + 1)
        } else {
            0
        };
        let forward = if rng.chance(4) {
            1 + rng.below(300) as u32
        } else {
            0
        };
        let (mut payload, seq) = match rng.below(1000) {
            // Old bytes only: again what was sent before.
            0..30 if back > 0 => {
                let from = stream.history.len() - back;
                let length = 1 + rng.below(back);
                (
                    stream.history[from..from + length].to_vec(),
                    stream.next.wrapping_sub(back as u32),
                )
            }
            30..60 => (Vec::new(), stream.next.wrapping_sub(rng.below(3) as u32)),
            _ => {
                let from = stream.history.len() - back;
                let payload = [&stream.history[from..], &stream.pending[..size]].concat();
                (
                    payload,
                    stream.next.wrapping_sub(back as u32).wrapping_add(forward),
                )
            }
        };
        payload.truncate(FRAME_PAYLOAD_MAX);
        let options = [1u8; 40];
        let option_bytes = if rng.chance(100) {
            4 * (1 + rng.below(10))
        } else {
            0
        };
        let flags = match rng.below(300) {
            0 => tcp_flags::FIN | tcp_flags::ACK,
            1 => tcp_flags::SYN,
            2 => tcp_flags::RST,
            3..100 => tcp_flags::ACK | tcp_flags::PSH,
            _ => tcp_flags::ACK,
        };
        let frame = TcpFrame {
            tuple: stream.tuple,
            seq,
            ack: rng.word() as u32,
            flags,
            vlan: rng.chance(60).then(|| rng.word() as u16),
            options: &options[..option_bytes],
            payload: &payload,
        };
        let mut bytes = frame.build();
        if rng.chance(500) {
            bytes.resize(bytes.len().max(60), 0);
        }
        let fcs_good = self.spoil(&mut bytes, frame.vlan.is_some());
        let number = self.streams[index].number as u16;
        self.frame(bytes, fcs_good);
        self.follow(index, number);
    }

    /// Moves the stream on to what the follower has accepted.
    fn follow(&mut self, index: usize, number: u16) {
        let accepted_to = self.follower.golden().rcv_nxt(number);
        let stream = &mut self.streams[index];
        let accepted = accepted_to.wrapping_sub(stream.next) as usize;
        if accepted <= stream.pending.len() {
            stream.history.extend(stream.pending.drain(..accepted));
            let over = stream.history.len().saturating_sub(HISTORY_BYTES_MAX);
            stream.history.drain(..over);
            stream.next = accepted_to;
        } else if (accepted_to.wrapping_sub(stream.next) as i32) > 0 {
            // A segment that lied about its place: the stream goes on behind it.
            stream.pending.clear();
            stream.history.clear();
            stream.next = accepted_to;
        }
    }

    fn fill(&mut self, index: usize, size: usize) {
        let (rng, stream) = (&mut self.rng, &mut self.streams[index]);
        while stream.pending.len() < size.min(FRAME_PAYLOAD_MAX) {
            let number = match rng.below(24) {
                0 => stream.number_next + 1 + rng.below(20) as u64,
                1 | 2 => stream.number_next.saturating_sub(1 + rng.below(9) as u64),
                3 => {
                    stream.number_next += 1 + rng.below(4) as u64;
                    stream.number_next
                }
                4 => {
                    stream.number_next = stream.number_next.saturating_sub(rng.below(6) as u64).max(1);
                    stream.number_next
                }
                _ => stream.number_next,
            };
            if number == stream.number_next {
                stream.number_next = (number + 1).min(bcd::MAX);
            }
            stream.pending.extend(message(rng, number));
        }
    }

    /// Damages a frame now and then. Gives whether the FCS is right.
    fn spoil(&mut self, bytes: &mut Vec<u8>, vlan: bool) -> bool {
        let rng = &mut self.rng;
        let ip = if vlan { 18 } else { 14 };
        match rng.below(300) {
            0..4 => return false,
            4..7 => {
                let at = ip + rng.below(bytes.len() - ip);
                bytes[at] ^= 1 << rng.below(8);
            }
            7..9 => bytes[ip + 11] ^= 1 << rng.below(8),
            9..12 => bytes[ip + 37] ^= 1 << rng.below(8),
            // Longer than the longest frame.
            12..14 => bytes.resize(MAX_FRAME_BYTES - 4 + rng.below(200), 0x5A),
            14 => bytes.resize(MAX_FRAME_BYTES + 1, 0),
            15 => bytes.resize(
                rng.pick(&[MAX_FRAME_BYTES, 1514, 1515, 1518, 1519])
                    .max(bytes.len()),
                0,
            ),
            // Ethernet padding that is not zero.
            16..22 => bytes.extend(vec![0xA5; 1 + rng.below(40)]),
            22 => bytes.truncate(1 + rng.below(bytes.len())),
            23 => lie(rng, bytes, ip),
            24 => {
                bytes[ip + 6] |= rng.pick(&[0x20, 0x01, 0x1F]);
                write_checksums(bytes, ip);
            }
            _ => {}
        }
        true
    }

    /// A frame of no session.
    fn foreign_frame(&mut self) {
        let rng = &mut self.rng;
        let mut bytes = match rng.below(6) {
            0 => {
                let length = 1 + rng.below(80);
                (0..length).map(|_| rng.byte()).collect()
            }
            1 => {
                // A tuple like one of ours but for one bit.
                let mut tuple = self.streams[rng.below(SESSIONS)].tuple;
                match rng.below(4) {
                    0 => tuple.local_ip ^= 1 << rng.below(32),
                    1 => tuple.remote_ip ^= 1 << rng.below(32),
                    2 => tuple.local_port ^= 1 << rng.below(16),
                    _ => tuple.remote_port ^= 1 << rng.below(16),
                }
                let payload = vec![b'8'; rng.below(300)];
                TcpFrame {
                    tuple,
                    seq: rng.word() as u32,
                    payload: &payload,
                    ..TcpFrame::default()
                }
                .build()
            }
            2 => {
                let mut bytes = vec![0xFF; 42 + rng.below(30)];
                let ethertype = rng.pick(&[0x0806u16, 0x86DD, 0x0800, 0x8100, 0x88A8]);
                bytes[12..14].copy_from_slice(&ethertype.to_be_bytes());
                bytes
            }
            _ => {
                let stream = &self.streams[rng.below(SESSIONS)];
                let payload = vec![b'9'; rng.below(200)];
                let mut bytes = TcpFrame {
                    tuple: stream.tuple,
                    seq: stream.next,
                    payload: &payload,
                    ..TcpFrame::default()
                }
                .build();
                lie(rng, &mut bytes, 14);
                bytes
            }
        };
        if rng.chance(300) {
            bytes.resize(bytes.len().max(60), 0);
        }
        let fcs_good = !rng.chance(30);
        self.frame(bytes, fcs_good);
        // A lie may have been the truth.
        for index in 0..SESSIONS {
            let number = self.streams[index].number as u16;
            self.follow(index, number);
        }
    }

    fn transmit(&mut self) {
        let count = 1 + self.rng.below(4);
        let frames = (0..count)
            .map(|_| {
                let rng = &mut self.rng;
                let slot = rng.below(16) as u64;
                let length = match rng.below(8) {
                    0 => 14,
                    1 => MAX_FRAME_BYTES as u32,
                    2 => rng.pick(&[0, 13, 2049, 65_536, u32::MAX]),
                    _ => 14 + rng.below(1500) as u32,
                };
                let offset = match rng.below(16) {
                    2 => OUTSIDE,
                    0 => TX_FRAMES + 2048 * slot + 1024,
                    1 => TX_FRAMES + 2048 * slot + 1,
                    _ => TX_FRAMES + 2048 * slot,
                };
                let bytes = if offset != OUTSIDE && (offset - TX_FRAMES).is_multiple_of(2048) {
                    vec![rng.byte(); 2048]
                } else {
                    Vec::new()
                };
                TxFrame {
                    offset,
                    length,
                    bytes,
                }
            })
            .collect();
        debug_assert!(TX_FRAMES + 17 * 2048 <= MEMORY_BYTES as u64);
        // Two frames of one doorbell may share a slot: what is sent must not change before it is sent.
        self.actions.push(Action::Settle);
        self.actions.push(Action::Transmit(distinct(frames)));
    }
}

/// The frames with the bytes that their slots hold in the end.
fn distinct(mut frames: Vec<TxFrame>) -> Vec<TxFrame> {
    for index in (0..frames.len()).rev() {
        let later = frames[index + 1..]
            .iter()
            .find(|later| later.offset == frames[index].offset);
        if let Some(bytes) = later.map(|later| later.bytes.clone()) {
            frames[index].bytes = bytes;
        }
    }
    frames
}

/// One header field that is not what it should be, often with right checksums.
fn lie(rng: &mut Rng, bytes: &mut [u8], ip: usize) {
    if bytes.len() < ip + 40 {
        return;
    }
    let total_length = u16::from_be_bytes([bytes[ip + 2], bytes[ip + 3]]);
    let checksums = rng.chance(600);
    if checksums {
        write_checksums(bytes, ip);
    }
    let length = match rng.below(12) {
        0 => total_length.wrapping_add(1 + rng.below(50) as u16),
        1 => total_length.saturating_sub(1 + rng.below(50) as u16),
        2 => rng.pick(&[0, 19, 20, 39, 40, 41, u16::MAX]),
        _ => total_length,
    };
    bytes[ip + 2..ip + 4].copy_from_slice(&length.to_be_bytes());
    match rng.below(8) {
        0 => bytes[ip] = rng.pick(&[0x40, 0x44, 0x46, 0x4F, 0x55, 0x65, 0x05]),
        1 => bytes[ip + 6] = rng.pick(&[0x20, 0x00, 0x80, 0x1F]),
        2 => bytes[ip + 7] = rng.byte(),
        3 => bytes[ip + 9] = rng.pick(&[1, 17, 6, 0]),
        4 => bytes[ip + 32] = rng.byte(),
        5 => bytes[ip - 2] = rng.pick(&[0x08, 0x81, 0x86]),
        _ => {}
    }
}

/// Where the last message that ends in `bytes` ends.
fn whole_messages(bytes: &[u8]) -> usize {
    let trailer = |window: &[u8]| window.starts_with(b"\x0110=") && window[7] == 1;
    bytes.windows(8).rposition(trailer).map_or(0, |at| at + 8)
}
