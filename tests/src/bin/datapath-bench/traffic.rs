//! What goes over the wire in each case.
use fixnic_abi::lookup::FourTuple;
use fixnic_sim::frames::{fix_message, TcpFrame};

/// TCP number of every session's first byte.
pub const TCP_SEQ: u32 = 1_000_000;
const PAYLOAD_BYTES_MAX: usize = 1460;
/// Ethernet, IPv4 and TCP headers without options.
const HEADER_BYTES: usize = 54;

/// Traffic to measure.
pub struct Case {
    /// As it is printed.
    pub name: &'static str,
    /// Frames sent.
    pub frames: usize,
    /// Bytes of a message; of no meaning for frames that carry none.
    pub message_bytes: usize,
    /// Messages in each frame.
    pub messages_a_frame: usize,
    /// Sessions, served in turn.
    pub sessions: usize,
}

/// What a trading desk's wire carries, and the worst that a wire can carry.
pub const CASES: [Case; 7] = [
    Case {
        name: "64-byte frames",
        frames: 5_000,
        message_bytes: 0,
        messages_a_frame: 0,
        sessions: 1,
    },
    Case {
        name: "1,500-byte frames full of 70-byte messages, one session",
        frames: 1_000,
        message_bytes: 70,
        messages_a_frame: 20,
        sessions: 1,
    },
    Case {
        name: "1,500-byte frames full of 70-byte messages, 1,024 sessions in turn",
        frames: 1_000,
        message_bytes: 70,
        messages_a_frame: 20,
        sessions: 1_024,
    },
    Case {
        name: "one 170-byte message a frame, one session",
        frames: 4_000,
        message_bytes: 170,
        messages_a_frame: 1,
        sessions: 1,
    },
    Case {
        name: "one 170-byte message a frame, 1,024 sessions in turn",
        frames: 4_000,
        message_bytes: 170,
        messages_a_frame: 1,
        sessions: 1_024,
    },
    Case {
        name: "one 70-byte message a frame, one session",
        frames: 4_000,
        message_bytes: 70,
        messages_a_frame: 1,
        sessions: 1,
    },
    Case {
        name: "one 70-byte message a frame, 1,024 sessions in turn",
        frames: 4_000,
        message_bytes: 70,
        messages_a_frame: 1,
        sessions: 1_024,
    },
];

/// A frame of the wire.
pub struct Frame {
    /// Without FCS.
    pub bytes: Vec<u8>,
    /// Offset in `bytes` after the last byte of each message.
    pub message_ends: Vec<usize>,
}

/// The connection of a session.
pub fn tuple(session: usize) -> FourTuple {
    let plain = TcpFrame::default().tuple;
    FourTuple {
        local_port: plain.local_port + session as u16,
        ..plain
    }
}

/// All frames of a case.
pub fn frames(case: &Case) -> Vec<Frame> {
    // Of each session: messages sent, and the TCP number that is next.
    let mut streams = vec![(0, TCP_SEQ); case.sessions];
    (0..case.frames)
        .map(|frame| {
            let session = frame % case.sessions;
            let (number, seq) = &mut streams[session];
            let mut payload = Vec::new();
            let mut message_ends = Vec::new();
            for _ in 0..case.messages_a_frame {
                *number += 1;
                payload.extend(message(case.message_bytes, *number));
                message_ends.push(HEADER_BYTES + payload.len());
            }
            assert!(payload.len() <= PAYLOAD_BYTES_MAX);
            let bytes = TcpFrame {
                tuple: tuple(session),
                seq: *seq,
                payload: &payload,
                ..TcpFrame::default()
            }
            .build_padded();
            *seq = seq.wrapping_add(payload.len() as u32);
            Frame { bytes, message_ends }
        })
        .collect()
}

/// A message of exactly `bytes` bytes.
fn message(bytes: usize, number: usize) -> Vec<u8> {
    let head = format!("35=8|34={number:06}|49=A|56=B|58=");
    let with = |fill: usize| fix_message(&format!("{head}{}|", "x".repeat(fill)));
    (0..bytes)
        .map(with)
        .find(|message| message.len() == bytes)
        .expect("a filler of the right length")
}
