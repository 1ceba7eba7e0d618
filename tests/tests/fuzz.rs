//! Bytes nobody would send: to the framer, the parser and the session, and a log nobody wrote: to the store's reader.
//!
//! Each target takes a corpus of its own, mutates it and looks that nothing panics, hangs, or grows past its limit. A few thousand
//! inputs in an ordinary run; `make fuzz MINUTES=N` goes on for so long with each. The seed of a failing input is printed.

use std::time::{Duration, Instant};

use fixnic_session::codec::{Encoder, Framer, Header, MessageView, Split};
use fixnic_session::{
    Application, Disposition, MemoryStore, MessageMeta, Outgoing, Role, Session, SessionConfig,
};
use fixnic_store::journal;
use fixnic_store::simulated::SimulatedDisk;
use fixnic_store::{IncomingNote, LogStore, StoreOptions, SyncPolicy, SEGMENT_LEN_MIN};
use rand::Rng;
use rand_chacha::rand_core::SeedableRng;
use rand_chacha::ChaCha8Rng;

const NOW_NS: u64 = 1_767_623_400 * 1_000_000_000;
/// Inputs of an ordinary run.
const INPUTS: u64 = 3_000;
const MESSAGE_LEN_MAX: usize = 4096;

/// Gives `target` a generator for each seed, for as long as was asked.
fn fuzz(name: &str, target: impl Fn(&mut ChaCha8Rng) + std::panic::RefUnwindSafe) {
    let number = |name: &str| {
        std::env::var(name).ok().map(|text| {
            text.parse::<u64>()
                .unwrap_or_else(|_| panic!("{name}={text} is no number"))
        })
    };
    let first = number("FIXNIC_FUZZ_SEED").unwrap_or(0);
    let minutes = number("FIXNIC_FUZZ_MINUTES");
    let inputs = number("FIXNIC_FUZZ_INPUTS").unwrap_or(INPUTS);
    let began = Instant::now();
    let mut seed = first;
    loop {
        let more = match minutes {
            Some(minutes) => began.elapsed() < Duration::from_secs(60 * minutes),
            None => seed < first + inputs,
        };
        if !more {
            break;
        }
        let caught = std::panic::catch_unwind(|| target(&mut ChaCha8Rng::seed_from_u64(seed)));
        if let Err(reason) = caught {
            eprintln!("FIXNIC_FUZZ_SEED={seed} FIXNIC_FUZZ_INPUTS=1 shows it: {name}");
            std::panic::resume_unwind(reason);
        }
        seed += 1;
    }
    println!(
        "{name}: {} inputs in {} s",
        seed - first,
        began.elapsed().as_secs()
    );
}

/// Values that limits are made of.
const NUMBERS: [&str; 12] = [
    "0",
    "1",
    "2",
    "00",
    "-1",
    "9999999999",
    "18446744073709551615",
    "18446744073709551616",
    "4294967296",
    "1e3",
    "",
    "000000000000000000000000001",
];
const TAGS: [&str; 24] = [
    "8",
    "9",
    "35",
    "34",
    "49",
    "56",
    "52",
    "43",
    "97",
    "122",
    "123",
    "36",
    "7",
    "16",
    "108",
    "141",
    "789",
    "112",
    "95",
    "96",
    "10",
    "0",
    "4294967296",
    "a",
];
const MSG_TYPES: [&str; 12] = ["A", "0", "1", "2", "3", "4", "5", "8", "D", "j", "", "ZZZZZ"];

/// A message that is right in its framing, and right, nearly right or wrong in all else.
fn message(rng: &mut ChaCha8Rng, number: u64) -> Vec<u8> {
    let mut encoder = Encoder::new("FIX.4.4", &[(49, "THEM"), (56, "US")]);
    let time = encoder.timestamp(NOW_NS);
    let poss_dup = rng.random_range(0..6) == 0;
    let header = Header {
        msg_type: MSG_TYPES[rng.random_range(0..MSG_TYPES.len())].as_bytes(),
        msg_seq_num: match rng.random_range(0..8) {
            0 => rng.random(),
            1 => rng.random_range(0..300),
            _ => number,
        },
        poss_dup,
        poss_resend: rng.random_range(0..20) == 0,
        sending_time_ns: NOW_NS,
        orig_sending_time: (poss_dup && rng.random_range(0..4) > 0).then_some(time.as_bytes()),
    };
    let mut out = Vec::new();
    encoder.encode(&mut out, &header, |fields| {
        for _ in 0..rng.random_range(0..6) {
            let tag = TAGS[rng.random_range(0..TAGS.len())];
            let value: String = match rng.random_range(0..4) {
                0 => NUMBERS[rng.random_range(0..NUMBERS.len())].into(),
                1 => ["Y", "N", "X"][rng.random_range(0..3)].into(),
                2 => rng.random_range(0..200_u32).to_string(),
                _ => "x".repeat(rng.random_range(0..300)),
            };
            fields.raw(format!("{tag}={value}\x01").as_bytes());
        }
    });
    out
}

/// Bytes changed, taken out, put in, repeated, cut.
fn mutate(rng: &mut ChaCha8Rng, bytes: &mut Vec<u8>) {
    for _ in 0..rng.random_range(0..5) {
        if bytes.is_empty() {
            return;
        }
        let at = rng.random_range(0..bytes.len());
        match rng.random_range(0..7) {
            0 => bytes[at] = rng.random(),
            1 => bytes[at] ^= 1 << rng.random_range(0..8),
            2 => bytes[at] = [1, b'=', b'8', b'0', b'9'][rng.random_range(0..5)],
            3 => drop(bytes.remove(at)),
            4 => bytes.insert(at, [1, b'=', b'1', rng.random()][rng.random_range(0..4)]),
            5 => bytes.truncate(at),
            _ => {
                let end = (at + rng.random_range(1..60)).min(bytes.len());
                let piece = bytes[at..end].to_vec();
                let to = rng.random_range(0..=bytes.len());
                bytes.splice(to..to, piece);
            }
        }
    }
}

/// Frames a whole buffer, as an engine would; every byte is accounted for, and each step takes some.
fn frame(framer: &Framer, bytes: &[u8]) {
    let mut at = 0;
    while at < bytes.len() {
        match framer.split(&bytes[at..]) {
            Split::Message { len } => {
                assert!(len > 0 && at + len <= bytes.len());
                if let Ok(view) = MessageView::parse(&bytes[at..at + len]) {
                    let _ = (
                        view.msg_type(),
                        view.msg_seq_num(),
                        view.poss_dup(),
                        view.defect(),
                    );
                    assert!(view.fields().count() <= len);
                }
                at += len;
            }
            Split::Garbled { skip, .. } => {
                assert!(skip > 0 && at + skip <= bytes.len());
                at += skip;
            }
            Split::Incomplete { need } => {
                assert!(need > bytes.len() - at && need <= framer.message_len_max.max(64) + 64);
                return;
            }
        }
    }
}

#[test]
fn the_codec_takes_any_bytes() {
    fuzz("codec", |rng| {
        let mut bytes = Vec::new();
        for number in 0..rng.random_range(1..4) {
            let mut one = message(rng, number);
            mutate(rng, &mut one);
            bytes.extend(one);
        }
        for swallow_to_stated_end in [false, true] {
            let framer = Framer {
                message_len_max: MESSAGE_LEN_MAX,
                swallow_to_stated_end,
                validate_check_sum: true,
            };
            frame(&framer, &bytes);
        }
        // Not only what the framer lets through.
        if let Ok(view) = MessageView::parse(&bytes) {
            let _ = view.fields().count();
        }
    });
}

/// Looks that a message which the session has read by what earlier ones looked like says what a reader says that knows none.
#[derive(Default)]
struct Compare(u64);

impl Application for Compare {
    fn on_message(
        &mut self,
        view: &MessageView<'_>,
        meta: &MessageMeta,
        _: &mut dyn Outgoing,
    ) -> Disposition {
        let fresh = MessageView::parse(view.bytes()).expect("a delivered message can be read");
        let header = |view: &MessageView<'_>| {
            let flags = (view.poss_dup(), view.poss_resend(), view.gap_fill());
            let ids = [view.sender_comp_id(), view.target_comp_id(), view.sending_time()];
            let ids = ids.map(|id| id.map(<[u8]>::to_vec));
            (
                view.msg_type().to_vec(),
                view.msg_seq_num(),
                flags,
                ids,
                view.defect(),
            )
        };
        assert_eq!(header(view), header(&fresh));
        assert_eq!(view.msg_seq_num(), Some(meta.msg_seq_num));
        for field in view.fields().map_while(Result::ok) {
            assert_eq!(view.get(field.tag), fresh.get(field.tag), "{}", field.tag);
        }
        self.0 += 1;
        Disposition::Accepted
    }
}

/// One message after another of the same look: ExecutionReports whose values differ, now and then in their lengths too.
fn look_alike(rng: &mut ChaCha8Rng, now_ns: u64, number: u64) -> Vec<u8> {
    let mut encoder = Encoder::new("FIX.4.4", &[(49, "THEM"), (56, "US")]);
    let mut out = Vec::new();
    let header = Header {
        msg_type: b"8",
        msg_seq_num: number,
        poss_dup: false,
        poss_resend: false,
        sending_time_ns: now_ns,
        orig_sending_time: None,
    };
    encoder.encode(&mut out, &header, |fields| {
        fields
            .uint(17, rng.random_range(95..105))
            .uint(37, rng.random_range(100..999));
        fields.text(55, "FIXN").uint(38, rng.random_range(1..2_000));
        if rng.random_range(0..10) == 0 {
            fields.text(58, ["text", "43=Y", "34=2", ""][rng.random_range(0..4)]);
        }
    });
    out
}

#[test]
fn the_session_takes_any_messages() {
    fuzz("session", |rng| {
        let role = [Role::Acceptor, Role::Initiator][rng.random_range(0..2)];
        let mut config = SessionConfig::new(role, "FIX.4.4", "US", "THEM");
        config.message_len_max = MESSAGE_LEN_MAX;
        config.queue_messages_max = 50;
        config.queue_bytes_max = 20_000;
        config.transmit_bytes_max = 50_000;
        config.enable_next_expected = rng.random();
        config.compatibility_quickfix = rng.random();
        config.resend_request_chunk = rng.random::<bool>().then_some(3);
        let mut session = Session::new(config, MemoryStore::new(NOW_NS));
        let mut app = Compare::default();
        let (mut now_ns, mut out) = (NOW_NS, Vec::new());
        session.connected(now_ns).expect("it was disconnected");
        let mut stream = Vec::new();
        let alike: bool = rng.random();
        for step in 0..rng.random_range(1..60_u64) {
            let mut bytes = if step == 0 && rng.random_range(0..8) > 0 {
                let mut logon = Vec::new();
                let header = Header {
                    msg_type: b"A",
                    msg_seq_num: 1,
                    poss_dup: false,
                    poss_resend: false,
                    sending_time_ns: now_ns,
                    orig_sending_time: None,
                };
                Encoder::new("FIX.4.4", &[(49, "THEM"), (56, "US")]).encode(&mut logon, &header, |fields| {
                    fields.uint(98, 0).uint(108, 30);
                });
                logon
            } else if alike && rng.random_range(0..8) > 0 {
                look_alike(rng, now_ns, session.expected_incoming())
            } else {
                message(rng, session.expected_incoming())
            };
            if rng.random_range(0..6) == 0 {
                mutate(rng, &mut bytes);
            }
            stream.extend(bytes);
            let used = session.handle_bytes(now_ns, &stream, &mut app);
            stream.drain(..used);
            stream.truncate(2 * MESSAGE_LEN_MAX);
            match rng.random_range(0..12) {
                0 => {
                    now_ns += rng.random_range(0..100_000_000_000);
                    session.handle_timeout(now_ns);
                }
                1 => drop(session.send(now_ns, b"8", b"37=1\x01")),
                2 => drop(session.logout(now_ns, "bye")),
                3 => drop(session.reset(now_ns)),
                4 => {
                    session.disconnected(now_ns);
                    stream.clear();
                    session.connected(now_ns).expect("it was disconnected");
                }
                _ => {}
            }
            // A counterparty that asks for everything, again and again, gets it in bounded pieces.
            for _ in 0..20 {
                out.clear();
                if session.poll_transmit(now_ns, &mut app, &mut out) == 0 {
                    break;
                }
            }
            while session.poll_event().is_some() {}
            assert!(session.queued() <= 50);
        }
    });
}

/// A log of a few segments.
fn log(rng: &mut ChaCha8Rng) -> SimulatedDisk {
    let options = StoreOptions {
        sync: SyncPolicy::EveryBatch,
        segment_len_max: SEGMENT_LEN_MIN,
    };
    let mut store = LogStore::open_on(SimulatedDisk::new(), options, NOW_NS).expect("an empty log");
    for number in 1..rng.random_range(2..80) {
        store
            .append_outgoing(number, &vec![b'x'; rng.random_range(0..300)])
            .expect("room");
        store.set_next_incoming(number).expect("room");
        if rng.random_range(0..4) == 0 {
            let note = IncomingNote {
                received_ns: NOW_NS,
                verdict: 1,
                verified: true,
            };
            store.note_incoming(number, note, b"theirs").expect("room");
        }
        store.commit(NOW_NS).expect("room");
    }
    store.disk().clone()
}

#[test]
fn the_store_opens_or_refuses_any_log_and_a_repair_makes_it_readable() {
    fuzz("store", |rng| {
        let mut disk = log(rng);
        let whole = LogStore::open_on(disk.clone(), StoreOptions::default(), NOW_NS).expect("a sound log");
        let segment = rng.random_range(0..=whole.segment());
        let mut bytes = disk.content(segment).expect("a segment").to_vec();
        mutate(rng, &mut bytes);
        disk.set_content(segment, bytes);
        if let Ok(mut store) = LogStore::open_on(disk.clone(), StoreOptions::default(), NOW_NS) {
            assert!(store.next_outgoing() <= whole.next_outgoing());
            for number in 0..store.next_outgoing() {
                let mut message = Vec::new();
                if let Ok(true) = store.read_outgoing(number, &mut message) {
                    assert!(
                        message.iter().all(|byte| *byte == b'x'),
                        "a message nobody stored"
                    );
                }
            }
        }
        let Ok(summary) = journal::read_on(&mut disk, &mut |_| {}) else {
            return;
        };
        if summary.is_damaged() && journal::repair_on(&mut disk, &mut |_| Ok(())).is_ok() {
            let again = journal::read_on(&mut disk, &mut |_| {}).expect("a repaired log can be read");
            assert!(
                !again.is_damaged(),
                "{:?} after {:?}",
                again.faults,
                summary.faults
            );
            LogStore::open_on(disk, StoreOptions::default(), NOW_NS).expect("a repaired log opens");
        }
    });
}
