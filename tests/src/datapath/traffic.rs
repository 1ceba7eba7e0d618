//! What goes over the wire in each case.
use fixnic_abi::lookup::FourTuple;
use fixnic_sim::frames::{fix_message, TcpFrame};
use fixnic_sim::verilated::{FrameGap, Stalls};
use rand::seq::SliceRandom;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

/// TCP number of every session's first byte.
pub const TCP_SEQ: u32 = 1_000_000;
const PAYLOAD_BYTES_MAX: usize = 1460;
/// Ethernet, IPv4 and TCP headers without options.
const HEADER_BYTES: usize = 54;
/// The shortest frame of Ethernet, FCS aside.
const FRAME_BYTES_MIN: usize = 60;
const FRAME_BYTES_MAX: usize = HEADER_BYTES + PAYLOAD_BYTES_MAX;
const STREAM_MESSAGE_BYTES: usize = 70;

/// Traffic to measure.
pub struct Case {
    /// As it is printed.
    pub name: &'static str,
    /// Frames sent.
    pub frames: usize,
    /// What they carry.
    pub content: Content,
    /// Sessions, served in turn.
    pub sessions: usize,
    /// Whether the sessions are where the core expects them.
    pub place: Place,
    /// The host.
    pub host: Host,
}

/// Where a session's first frame stands in its stream.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// At the byte that the core was armed for.
    Kept,
    /// Behind a message that was lost, and nobody answers where the core believes to have found the stream again: it searches all along.
    Lost,
}

/// What frames carry.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// Nothing, in frames of the least length.
    Bare,
    /// Whole messages.
    Messages {
        /// Bytes of each.
        bytes: usize,
        /// How many.
        a_frame: usize,
    },
    /// Messages of 70 bytes without regard to where frames end.
    Stream(Lengths),
}

/// Lengths of frames.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Lengths {
    /// 60 bytes, of which 6 are payload.
    Least,
    /// All from 60 to 1,514, one after the other.
    Rising,
    /// All from 60 to 1,514, shuffled.
    Shuffled,
}

/// How the host takes what is written to it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// A beat every clock.
    Ready,
    /// With stalls at random, and pauses in which the ingress FIFO fills.
    Stalls,
}

impl Host {
    /// The world around the core.
    pub fn stalls(self, gap: FrameGap) -> Stalls {
        let ready = Stalls {
            rx_gap: gap,
            ..Stalls::NONE
        };
        match self {
            Host::Ready => ready,
            Host::Stalls => Stalls {
                write_address: 64,
                write_data: 64,
                response_clocks_max: 40,
                write_pause: 20,
                write_pause_clocks_max: 3_000,
                ..ready
            },
        }
    }
}

const fn case(name: &'static str, frames: usize, content: Content, sessions: usize) -> Case {
    Case {
        name,
        frames,
        content,
        sessions,
        place: Place::Kept,
        host: Host::Ready,
    }
}

const fn lost(name: &'static str, frames: usize, content: Content, sessions: usize) -> Case {
    Case {
        place: Place::Lost,
        ..case(name, frames, content, sessions)
    }
}

const PACKED: Content = Content::Messages {
    bytes: 70,
    a_frame: 20,
};
const ONE_OF_170: Content = Content::Messages {
    bytes: 170,
    a_frame: 1,
};
const ONE_OF_70: Content = Content::Messages {
    bytes: 70,
    a_frame: 1,
};
const LENGTHS: usize = FRAME_BYTES_MAX - FRAME_BYTES_MIN + 1;

/// What a trading desk's wire carries, and the worst that a wire can carry.
pub const CASES: [Case; 18] = [
    case(
        "64-byte frames on the wire, of no session",
        5_000,
        Content::Bare,
        1,
    ),
    case(
        "1,500-byte frames full of 70-byte messages, one session",
        1_000,
        PACKED,
        1,
    ),
    case(
        "1,500-byte frames full of 70-byte messages, 1,024 sessions in turn",
        1_000,
        PACKED,
        1_024,
    ),
    case("one 170-byte message a frame, one session", 4_000, ONE_OF_170, 1),
    case(
        "one 170-byte message a frame, 1,024 sessions in turn",
        4_000,
        ONE_OF_170,
        1_024,
    ),
    case("one 70-byte message a frame, one session", 4_000, ONE_OF_70, 1),
    case(
        "one 70-byte message a frame, two sessions in turn",
        4_000,
        ONE_OF_70,
        2,
    ),
    case(
        "one 70-byte message a frame, 1,024 sessions in turn",
        4_000,
        ONE_OF_70,
        1_024,
    ),
    case(
        "64-byte frames on the wire with 6 bytes of a stream each, one session",
        14_336,
        Content::Stream(Lengths::Least),
        1,
    ),
    case(
        "64-byte frames on the wire with 6 bytes of a stream each, 1,024 sessions in turn",
        14_336,
        Content::Stream(Lengths::Least),
        1_024,
    ),
    case(
        "a stream in frames of all lengths from 60 to 1,514 bytes, one session",
        LENGTHS,
        Content::Stream(Lengths::Rising),
        1,
    ),
    case(
        "streams in frames of all lengths from 60 to 1,514 bytes, 1,024 sessions in turn",
        LENGTHS,
        Content::Stream(Lengths::Rising),
        1_024,
    ),
    case(
        "streams in frames of all lengths from 60 to 1,514 bytes, shuffled, 1,024 sessions in turn",
        LENGTHS,
        Content::Stream(Lengths::Shuffled),
        1_024,
    ),
    lost(
        "1,500-byte frames full of 70-byte messages, one session that lost its place",
        1_000,
        PACKED,
        1,
    ),
    lost(
        "one 70-byte message a frame, one session that lost its place",
        4_000,
        ONE_OF_70,
        1,
    ),
    lost(
        "one 70-byte message a frame, 1,024 sessions in turn that lost their places",
        4_000,
        ONE_OF_70,
        1_024,
    ),
    lost(
        "streams in frames of all lengths from 60 to 1,514 bytes, shuffled, one session that lost its place",
        LENGTHS,
        Content::Stream(Lengths::Shuffled),
        1,
    ),
    Case {
        name: "streams in frames of all lengths, shuffled, 1,024 sessions in turn, to a host that stalls",
        frames: LENGTHS,
        content: Content::Stream(Lengths::Shuffled),
        sessions: 1_024,
        place: Place::Kept,
        host: Host::Stalls,
    },
];

/// A frame of the wire.
pub struct Frame {
    /// Without FCS.
    pub bytes: Vec<u8>,
    /// Offset in `bytes` after the last byte of each message that has a verdict: none of a session that lost its place.
    pub message_ends: Vec<usize>,
}

/// What a session has sent.
struct Stream {
    messages: usize,
    tcp_seq: u32,
    /// The end of a message that was begun.
    rest: Vec<u8>,
}

impl Stream {
    fn next(&mut self, bytes: usize) -> Vec<u8> {
        self.messages += 1;
        message(bytes, self.messages)
    }

    /// So many bytes, and where in them messages end.
    fn cut(&mut self, bytes: usize) -> (Vec<u8>, Vec<usize>) {
        let (mut payload, mut ends) = (Vec::new(), Vec::new());
        while payload.len() < bytes {
            if self.rest.is_empty() {
                self.rest = self.next(STREAM_MESSAGE_BYTES);
            }
            let taken = self.rest.len().min(bytes - payload.len());
            payload.extend(self.rest.drain(..taken));
            if self.rest.is_empty() {
                ends.push(payload.len());
            }
        }
        (payload, ends)
    }
}

/// The connection of a session.
pub fn tuple(session: usize) -> FourTuple {
    let plain = TcpFrame::default().tuple;
    FourTuple {
        local_port: plain.local_port + session as u16,
        ..plain
    }
}

/// All frames of a case. `seed` shuffles.
pub fn frames(case: &Case, seed: u64) -> Vec<Frame> {
    let mut streams: Vec<Stream> = (0..case.sessions)
        .map(|_| Stream {
            messages: 0,
            tcp_seq: TCP_SEQ,
            rest: Vec::new(),
        })
        .map(|mut stream| {
            if case.place == Place::Lost {
                let hole = stream.next(STREAM_MESSAGE_BYTES).len();
                stream.tcp_seq = stream.tcp_seq.wrapping_add(hole as u32);
            }
            stream
        })
        .collect();
    let mut lengths: Vec<usize> = (FRAME_BYTES_MIN..=FRAME_BYTES_MAX).collect();
    match case.content {
        Content::Stream(Lengths::Least) => lengths = vec![FRAME_BYTES_MIN],
        Content::Stream(Lengths::Shuffled) => lengths.shuffle(&mut ChaCha8Rng::seed_from_u64(seed)),
        _ => {}
    }
    (0..case.frames)
        .map(|frame| {
            let session = frame % case.sessions;
            let stream = &mut streams[session];
            let (payload, ends) = match case.content {
                Content::Bare => (Vec::new(), Vec::new()),
                Content::Messages { bytes, a_frame } => (
                    (0..a_frame).flat_map(|_| stream.next(bytes)).collect(),
                    (1..=a_frame).map(|count| count * bytes).collect(),
                ),
                Content::Stream(_) => stream.cut(lengths[frame % lengths.len()] - HEADER_BYTES),
            };
            assert!(payload.len() <= PAYLOAD_BYTES_MAX);
            let bytes = TcpFrame {
                tuple: tuple(session),
                seq: stream.tcp_seq,
                payload: &payload,
                ..TcpFrame::default()
            }
            .build_padded();
            stream.tcp_seq = stream.tcp_seq.wrapping_add(payload.len() as u32);
            Frame {
                bytes,
                message_ends: ends
                    .into_iter()
                    .filter(|_| case.place == Place::Kept)
                    .map(|end| HEADER_BYTES + end)
                    .collect(),
            }
        })
        .collect()
}

/// A message of exactly `bytes` bytes.
pub fn message(bytes: usize, number: usize) -> Vec<u8> {
    let head = format!("35=8|34={number:06}|49=A|56=B|58=");
    let with = |fill: usize| fix_message(&format!("{head}{}|", "x".repeat(fill)));
    (0..bytes)
        .map(with)
        .find(|message| message.len() == bytes)
        .expect("a filler of the right length")
}
