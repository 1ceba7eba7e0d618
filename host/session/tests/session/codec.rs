//! The codec under arbitrary bytes.

use proptest::prelude::*;

use fixnic_session::codec::{parse_utc_timestamp, Encoder, Fields, Framer, Header, MessageView, Split};
use fixnic_session::{MemoryStore, Role, Session};

use crate::util::scripted::{config, frame};
use crate::util::{Recorder, START_NS};

/// Bytes that look like FIX more often than not.
fn fixlike() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        Just(b"8=FIX.4.4\x01".to_vec()),
        Just(b"8=FIX".to_vec()),
        Just(b"\x01".to_vec()),
        Just(b"35=D\x01".to_vec()),
        Just(b"10=000\x01".to_vec()),
        Just(b"95=4\x0196=".to_vec()),
        (0u32..200).prop_map(|n| format!("9={n}\x01").into_bytes()),
        (0u32..1000, "[a-z0-9=]{0,6}").prop_map(|(tag, value)| format!("{tag}={value}\x01").into_bytes()),
        ("[A-Z0-9]{1,2}", 0u64..9, "[ -~]{0,20}").prop_map(|(t, seq, text)| {
            frame(
                "FIX.4.4",
                &format!("35={t}|49=THEM|56=US|34={seq}|52=20240101-00:00:00|58=x{text}|"),
            )
        }),
        prop::collection::vec(any::<u8>(), 0..8),
    ];
    prop::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
}

/// A body field list that may hold data with any bytes.
fn body() -> impl Strategy<Value = Vec<(u32, u32, Vec<u8>)>> {
    let pairs = prop::sample::select(vec![(95, 96), (90, 91), (354, 355), (621, 622), (0, 58), (0, 11)]);
    prop::collection::vec(
        (pairs, prop::collection::vec(any::<u8>(), 1..40)).prop_map(|((length_tag, tag), mut value)| {
            if length_tag == 0 {
                value.iter_mut().filter(|b| **b == 1).for_each(|b| *b = b'.');
            }
            (length_tag, tag, value)
        }),
        0..6,
    )
}

fn encode(seq: u64, body: &[(u32, u32, Vec<u8>)]) -> Vec<u8> {
    let mut encoder = Encoder::new("FIX.4.4", &[(49, "THEM"), (56, "US")]);
    let mut out = Vec::new();
    let header = Header {
        msg_type: b"B",
        msg_seq_num: seq,
        poss_dup: false,
        poss_resend: false,
        sending_time_ns: START_NS,
        orig_sending_time: None,
    };
    encoder.encode(&mut out, &header, |fields| {
        for (length_tag, tag, value) in body {
            match length_tag {
                0 => fields.bytes(*tag, value),
                _ => fields.data(*length_tag, *tag, value),
            };
        }
    });
    out
}

/// Splits a whole stream, message by message.
fn split_all(framer: &Framer, bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut at = 0;
    let mut out = Vec::new();
    while at < bytes.len() {
        match framer.split(&bytes[at..]) {
            Split::Message { len } => {
                out.push(bytes[at..at + len].to_vec());
                at += len;
            }
            Split::Garbled { skip, .. } => {
                assert!(
                    skip > 0 && skip <= bytes.len() - at,
                    "skip {skip} of {}",
                    bytes.len() - at
                );
                at += skip;
            }
            Split::Incomplete { need } => {
                assert!(need > bytes.len() - at, "need {need}, have {}", bytes.len() - at);
                break;
            }
        }
    }
    out
}

proptest! {
    #[test]
    fn framing_never_panics_and_always_gets_on(bytes in fixlike(), swallow in any::<bool>()) {
        split_all(&Framer { message_len_max: 300, swallow_to_stated_end: swallow, ..Framer::default() }, &bytes);
    }

    #[test]
    fn reading_never_panics(bytes in fixlike()) {
        if let Ok(view) = MessageView::parse(&bytes) {
            prop_assert_eq!(view.bytes(), &bytes[..]);
            let _ = (view.msg_seq_num(), view.get(58), view.get(77), view.uint(108), view.defect());
        }
        prop_assert!(Fields::over(&bytes).count() <= bytes.len());
        let _ = parse_utc_timestamp(&bytes);
    }

    #[test]
    fn a_session_never_panics(bytes in fixlike()) {
        let mut session = Session::new(config(Role::Acceptor), MemoryStore::new(START_NS));
        let mut app = Recorder::default();
        session.connected(START_NS).unwrap();
        let logon = frame("FIX.4.4", "35=A|49=THEM|56=US|34=1|52=20240101-00:00:00|98=0|108=30|");
        session.handle_bytes(START_NS, &logon, &mut app);
        let used = session.handle_bytes(START_NS, &bytes, &mut app);
        prop_assert!(used <= bytes.len());
        let mut out = Vec::new();
        for _ in 0..1000 {
            if session.poll_transmit(START_NS, &mut app, &mut out) == 0 {
                break;
            }
        }
        crate::util::cut(&out);
    }

    #[test]
    fn splitting_does_not_depend_on_segments(bytes in fixlike(), cut_at in any::<prop::sample::Index>()) {
        let framer = Framer { message_len_max: 300, ..Framer::default() };
        let whole = split_all(&framer, &bytes);
        let cut_at = cut_at.index(bytes.len() + 1);
        // What arrives in two segments: the first as far as it goes, then the rest.
        let mut at = 0;
        let mut messages = Vec::new();
        for end in [cut_at, bytes.len()] {
            while at < end {
                match framer.split(&bytes[at..end]) {
                    Split::Message { len } => {
                        messages.push(bytes[at..at + len].to_vec());
                        at += len;
                    }
                    Split::Garbled { skip, .. } => at += skip,
                    Split::Incomplete { .. } => break,
                }
            }
        }
        prop_assert_eq!(messages, whole);
    }

    #[test]
    fn messages_are_found_at_every_split(first in body(), second in body()) {
        let (a, b) = (encode(1, &first), encode(2, &second));
        let stream = [&a[..], &b[..]].concat();
        let framer = Framer::default();
        for end in 0..a.len() {
            let Split::Incomplete { need } = framer.split(&stream[..end]) else {
                return Err(TestCaseError::fail("expected an incomplete message"));
            };
            prop_assert!(need > end && need <= a.len());
        }
        for end in a.len()..=stream.len() {
            prop_assert_eq!(framer.split(&stream[..end]), Split::Message { len: a.len() });
        }
        prop_assert_eq!(split_all(&framer, &stream), vec![a, b]);
    }

    #[test]
    fn what_is_encoded_is_read_back(seq in any::<u64>(), fields in body()) {
        let message = encode(seq, &fields);
        let view = MessageView::parse(&message).unwrap();
        prop_assert_eq!(view.msg_seq_num(), Some(seq));
        prop_assert_eq!(view.defect(), None);
        let read: Vec<_> = view.fields().map(|f| f.unwrap()).skip(7).map(|f| (f.tag, f.value.to_vec())).collect();
        let mut written = Vec::new();
        for (length_tag, tag, value) in &fields {
            if *length_tag != 0 {
                written.push((*length_tag, value.len().to_string().into_bytes()));
            }
            written.push((*tag, value.clone()));
        }
        prop_assert_eq!(&read[..read.len() - 1], &written[..]);
    }
}
