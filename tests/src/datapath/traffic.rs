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
    /// What stands before the payload.
    pub headers: Headers,
    /// What comes again.
    pub repeats: Repeats,
    /// The host.
    pub host: Host,
    /// The closest spacing without a drop, if the host is ready.
    pub keeps_up_with: FrameGap,
}

/// Where a session's first frame stands in its stream.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// At the byte that the core was armed for.
    Kept,
    /// Behind a message that was lost, and nobody answers where the core believes to have found the stream again: it searches all along.
    Lost,
}

/// Ethernet, IPv4 and TCP headers of a frame.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Headers {
    /// 54 bytes.
    Plain,
    /// An 802.1Q tag among them.
    Tagged,
    /// TCP's timestamp option at their end.
    Timestamps,
}

impl Headers {
    /// NOP, NOP and a timestamp option of ten bytes (RFC 7323, appendix A).
    const OPTIONS: [u8; 12] = [1, 1, 8, 10, 0, 0, 0, 1, 0, 0, 0, 1];
    const VLAN: u16 = 100;

    const fn bytes(self) -> usize {
        match self {
            Headers::Plain => HEADER_BYTES,
            Headers::Tagged => HEADER_BYTES + 4,
            Headers::Timestamps => HEADER_BYTES + Self::OPTIONS.len(),
        }
    }
}

/// Bytes of a stream that come again.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Repeats {
    /// None.
    Nothing,
    /// The last so many bytes of a frame's payload, at the head of the next one of its session.
    Tail(usize),
    /// Each frame, twice in all.
    Frame,
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
        headers: Headers::Plain,
        repeats: Repeats::Nothing,
        host: Host::Ready,
        keeps_up_with: FrameGap::LineRate,
    }
}

const fn with_headers(name: &'static str, headers: Headers, content: Content, sessions: usize) -> Case {
    Case {
        headers,
        ..case(name, 4_000, content, sessions)
    }
}

/// Frames of the least length.
const fn repeated(name: &'static str, repeats: Repeats, sessions: usize) -> Case {
    Case {
        repeats,
        ..case(name, 24_576, Content::Stream(Lengths::Least), sessions)
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
pub const CASES: [Case; 26] = [
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
    with_headers(
        "one 70-byte message a frame with an 802.1Q tag, one session",
        Headers::Tagged,
        ONE_OF_70,
        1,
    ),
    with_headers(
        "one 70-byte message a frame with TCP timestamps, one session",
        Headers::Timestamps,
        ONE_OF_70,
        1,
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
    // Each waits for the one before: what of it is new hangs on where that one ended.
    Case {
        keeps_up_with: FrameGap::Clocks(5),
        ..repeated(
            "64-byte frames on the wire whose first 2 bytes of a stream came before, one session",
            Repeats::Tail(2),
            1,
        )
    },
    repeated(
        "64-byte frames on the wire whose first 2 bytes of a stream came before, 1,024 sessions in turn",
        Repeats::Tail(2),
        1_024,
    ),
    repeated(
        "64-byte frames on the wire with 6 bytes of a stream, each sent twice, one session",
        Repeats::Frame,
        1,
    ),
    repeated(
        "64-byte frames on the wire with 6 bytes of a stream, each sent twice, 1,024 sessions in turn",
        Repeats::Frame,
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
        "64-byte frames on the wire with 6 bytes of a stream each, one session that lost its place",
        14_336,
        Content::Stream(Lengths::Least),
        1,
    ),
    // All make their proposals in one round, and the RESYNC entries take longer than its frames.
    Case {
        keeps_up_with: FrameGap::Clocks(4),
        ..lost(
            "64-byte frames on the wire with 6 bytes of a stream each, 1,024 sessions in turn that lost their places",
            14_336,
            Content::Stream(Lengths::Least),
            1_024,
        )
    },
    lost(
        "streams in frames of all lengths from 60 to 1,514 bytes, shuffled, one session that lost its place",
        LENGTHS,
        Content::Stream(Lengths::Shuffled),
        1,
    ),
    Case {
        name: "streams in frames of all lengths, shuffled, 1,024 sessions in turn, to a host that stalls",
        host: Host::Stalls,
        ..case("", LENGTHS, Content::Stream(Lengths::Shuffled), 1_024)
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
    /// The payload sent last; none behind a frame that came again.
    last: Vec<u8>,
}

/// Payload of a frame.
struct Payload {
    bytes: Vec<u8>,
    /// How many of them came before.
    repeated: usize,
    /// Where messages end in it that did not end before.
    ends: Vec<usize>,
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

    /// The next frame's payload; `frame_bytes` is the frame's length where content has none of its own.
    fn payload(&mut self, case: &Case, frame_bytes: usize) -> Payload {
        if case.repeats == Repeats::Frame && !self.last.is_empty() {
            let bytes = std::mem::take(&mut self.last);
            return Payload {
                repeated: bytes.len(),
                ends: Vec::new(),
                bytes,
            };
        }
        let mut bytes = match case.repeats {
            Repeats::Tail(tail) => self.last.split_off(self.last.len().saturating_sub(tail)),
            Repeats::Nothing | Repeats::Frame => Vec::new(),
        };
        let repeated = bytes.len();
        let (new, ends) = match case.content {
            Content::Bare => (Vec::new(), Vec::new()),
            Content::Messages { bytes, a_frame } => (
                (0..a_frame).flat_map(|_| self.next(bytes)).collect(),
                (1..=a_frame).map(|count| count * bytes).collect(),
            ),
            Content::Stream(_) => self.cut(frame_bytes - case.headers.bytes() - repeated),
        };
        bytes.extend(new);
        self.last.clone_from(&bytes);
        Payload {
            bytes,
            repeated,
            ends: ends.into_iter().map(|end| repeated + end).collect(),
        }
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
            last: Vec::new(),
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
            let payload = stream.payload(case, lengths[frame % lengths.len()]);
            assert!(payload.bytes.len() <= PAYLOAD_BYTES_MAX);
            let bytes = TcpFrame {
                tuple: tuple(session),
                seq: stream.tcp_seq.wrapping_sub(payload.repeated as u32),
                payload: &payload.bytes,
                vlan: (case.headers == Headers::Tagged).then_some(Headers::VLAN),
                options: match case.headers {
                    Headers::Timestamps => &Headers::OPTIONS,
                    Headers::Plain | Headers::Tagged => &[],
                },
                ..TcpFrame::default()
            }
            .build_padded();
            let new = payload.bytes.len() - payload.repeated;
            stream.tcp_seq = stream.tcp_seq.wrapping_add(new as u32);
            let ends = payload.ends.into_iter();
            Frame {
                bytes,
                message_ends: ends
                    .filter(|_| case.place == Place::Kept)
                    .map(|end| case.headers.bytes() + end)
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
