//! What a message costs: received in order with and without a tag, sent, resent. A word as argument chooses the lines that hold it.

use std::hint::black_box;
use std::time::Instant;

use fixnic_session::codec::{Encoder, Framer, Header, MessageView, Split};
use fixnic_session::{
    Application, Disposition, MemoryStore, MessageMeta, MessageStore, Outgoing, Role, Session, SessionConfig,
    StoreError, Tag, Verdict,
};

/// 2024-01-01 00:00:00 UTC.
const NOW_NS: u64 = 1_704_067_200_000_000_000;
/// Messages a run.
const BATCH: u64 = 1000;
/// Runs, of which the median counts.
const RUNS: usize = 201;
/// An ExecutionReport without its header.
const REPORT: &[u8] =
    b"37=order-0001\x0111=client-0001\x0117=exec-1\x01150=0\x0139=0\x0155=ACME\x0154=1\x0138=100\x0144=12.34\x01\
    151=100\x0114=0\x016=0\x01";

/// The same fields with values of other lengths, from message to message; and now and then a further field.
fn varied(seq: u64, further: bool) -> String {
    let (quantity, price) = (seq * 7919 % 100_000, seq * 104_729 % 1_000_000);
    let text = if further && seq.is_multiple_of(3) {
        "58=filled\x01"
    } else {
        ""
    };
    format!(
        "37=order-{seq}\x0111=client-{}\x0117=e{seq}\x01150=0\x0139=0\x0155=ACME\x0154=1\x0138={quantity}\x01\
         44={price}.25\x01{text}151={}\x0114=0\x016=0\x01",
        seq * 31,
        quantity / 3
    )
}

struct Count(u64);

impl Application for Count {
    fn on_message(
        &mut self,
        message: &MessageView<'_>,
        _: &MessageMeta,
        _: &mut dyn Outgoing,
    ) -> Disposition {
        self.0 += black_box(message.bytes()).len() as u64;
        Disposition::Accepted
    }
}

/// Numbers only, so that the session is measured and not a store.
struct Numbers {
    outgoing: u64,
    incoming: u64,
    last: Vec<u8>,
}

impl MessageStore for Numbers {
    fn next_outgoing(&self) -> u64 {
        self.outgoing
    }
    fn next_incoming(&self) -> u64 {
        self.incoming
    }
    fn created_ns(&self) -> u64 {
        NOW_NS
    }
    fn append_outgoing(&mut self, number: u64, message: &[u8]) -> Result<(), StoreError> {
        self.last.clear();
        self.last.extend_from_slice(message);
        self.outgoing = number + 1;
        Ok(())
    }
    fn set_next_outgoing(&mut self, number: u64) -> Result<(), StoreError> {
        self.outgoing = number;
        Ok(())
    }
    fn set_next_incoming(&mut self, number: u64) -> Result<(), StoreError> {
        self.incoming = number;
        Ok(())
    }
    fn read_outgoing(&mut self, _: u64, message: &mut Vec<u8>) -> Result<bool, StoreError> {
        message.clear();
        message.extend_from_slice(&self.last);
        Ok(true)
    }
    fn commit(&mut self, _: u64) -> Result<(), StoreError> {
        Ok(())
    }
    fn reset(&mut self, _: u64) -> Result<(), StoreError> {
        Ok(())
    }
}

/// A message of the counterparty's, appended to `out`.
fn message(encoder: &mut Encoder, out: &mut Vec<u8>, msg_type: &[u8], seq: u64, body: &[u8]) {
    let header = Header {
        msg_type,
        msg_seq_num: seq,
        poss_dup: false,
        poss_resend: false,
        sending_time_ns: NOW_NS,
        orig_sending_time: None,
    };
    encoder.encode(out, &header, |fields| {
        fields.raw(body);
    });
}

/// An acceptor that is logged on, and the encoder of its counterparty.
fn up<S: MessageStore>(store: S) -> (Session<S>, Encoder) {
    let mut session = Session::new(SessionConfig::new(Role::Acceptor, "FIX.4.4", "US", "THEM"), store);
    let mut encoder = Encoder::new("FIX.4.4", &[(49, "THEM"), (56, "US")]);
    let mut logon = Vec::new();
    message(&mut encoder, &mut logon, b"A", 1, b"98=0\x01108=30\x01");
    session.connected(NOW_NS).unwrap();
    session.handle_bytes(NOW_NS, &logon, &mut Count(0));
    session.poll_transmit(NOW_NS, &mut Count(0), &mut Vec::new());
    assert!(session.is_logged_on());
    (session, encoder)
}

fn numbers() -> Numbers {
    Numbers {
        outgoing: 1,
        incoming: 1,
        last: Vec::new(),
    }
}

/// Prints the median time of one of `BATCH` operations over many runs, each on a fresh subject.
fn measure<T>(name: &str, mut prepare: impl FnMut() -> T, mut run: impl FnMut(&mut T)) {
    let mut wanted = std::env::args().skip(1).filter(|word| !word.starts_with("--"));
    if wanted.next().is_some_and(|word| !name.contains(&word)) {
        return;
    }
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let mut subject = prepare();
            let start = Instant::now();
            run(&mut subject);
            start.elapsed().as_nanos() as f64 / BATCH as f64
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!(
        "{name:<28} {:>8.1} ns a message (best {:.1})",
        times[RUNS / 2],
        times[0]
    );
}

fn tag(seq: u64) -> Tag {
    Tag {
        verdict: Verdict::InSequence,
        verified: true,
        msg_seq_num: seq,
        expected: seq,
        poss_dup: false,
        poss_resend: false,
        gap_fill: false,
        msg_type: [b'8', 0],
    }
}

fn main() {
    let (_, mut encoder) = up(numbers());
    let mut stream = Vec::new();
    let mut ranges = Vec::new();
    for seq in 2..2 + BATCH {
        let start = stream.len();
        message(&mut encoder, &mut stream, b"8", seq, REPORT);
        ranges.push((seq, start..stream.len()));
    }
    println!(
        "the session alone, ExecutionReports of {} bytes; receive: framing, CheckSum, session check, callback",
        stream.len() as u64 / BATCH
    );

    measure(
        "receive, software",
        || up(numbers()).0,
        |session| assert_eq!(session.handle_bytes(NOW_NS, &stream, &mut Count(0)), stream.len()),
    );
    for (name, further) in [("receive, lengths vary", false), ("receive, fields vary", true)] {
        let mut stream = Vec::new();
        for seq in 2..2 + BATCH {
            message(
                &mut encoder,
                &mut stream,
                b"8",
                seq,
                varied(seq, further).as_bytes(),
            );
        }
        measure(
            name,
            || up(numbers()).0,
            |session| assert_eq!(session.handle_bytes(NOW_NS, &stream, &mut Count(0)), stream.len()),
        );
    }
    measure(
        "receive, verified tags",
        || {
            let mut session = up(numbers()).0;
            session.hardware_expects(2);
            session
        },
        |session| {
            for (seq, range) in &ranges {
                session.handle_message(NOW_NS, &stream[range.clone()], Some(tag(*seq)), &mut Count(0));
            }
            assert_eq!(session.counters().tags_used, BATCH);
        },
    );
    measure(
        "framing alone",
        || (),
        |()| {
            for (_, range) in &ranges {
                let split = Framer::default().split(black_box(&stream[range.clone()]));
                assert!(matches!(split, Split::Message { .. }));
            }
        },
    );
    measure(
        "fields alone",
        || (),
        |()| {
            for (seq, range) in &ranges {
                let view = MessageView::parse(black_box(&stream[range.clone()])).unwrap();
                assert_eq!(view.msg_seq_num(), Some(*seq));
            }
        },
    );
    let mut out = Vec::new();
    measure(
        "send and transmit",
        || up(numbers()).0,
        |session| {
            for _ in 0..BATCH {
                session.send(NOW_NS, b"8", REPORT).unwrap();
                out.clear();
                session.poll_transmit(NOW_NS, &mut Count(0), &mut out);
            }
        },
    );
    measure(
        "resend from memory",
        || {
            let (mut session, mut encoder) = up(MemoryStore::new(NOW_NS));
            for _ in 0..BATCH {
                session.send(NOW_NS, b"8", REPORT).unwrap();
            }
            session.poll_transmit(NOW_NS, &mut Count(0), &mut Vec::new());
            let mut request = Vec::new();
            message(&mut encoder, &mut request, b"2", 2, b"7=2\x0116=0\x01");
            session.handle_bytes(NOW_NS, &request, &mut Count(0));
            session
        },
        |session| {
            out.clear();
            while session.poll_transmit(NOW_NS, &mut Count(0), &mut out) > 0 {}
            assert_eq!(session.counters().resent, BATCH);
        },
    );
}
