//! The hot paths allocate nothing once their buffers have grown.

use std::hint::black_box;

use fixnic_session::codec::{Encoder, Header, MessageView};
use fixnic_session::{
    Application, Disposition, MessageMeta, MessageStore, Outgoing, Role, Session, SessionConfig, StoreError,
    Tag, Verdict,
};

const NOW_NS: u64 = 1_704_067_200_000_000_000;
const BODY: &[u8] = b"37=o1\x0111=c1\x0117=e1\x01150=0\x0139=0\x0155=ACME\x0154=1\x0138=100\x0144=12.34\x01";
const MESSAGES: u64 = 1000;

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

/// Numbers only: what a store allocates is its own affair.
struct Numbers {
    outgoing: u64,
    incoming: u64,
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
    fn append_outgoing(&mut self, number: u64, _: &[u8]) -> Result<(), StoreError> {
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
    fn read_outgoing(&mut self, _: u64, _: &mut Vec<u8>) -> Result<bool, StoreError> {
        Ok(false)
    }
    fn commit(&mut self, _: u64) -> Result<(), StoreError> {
        Ok(())
    }
    fn reset(&mut self, _: u64) -> Result<(), StoreError> {
        Ok(())
    }
}

fn append(encoder: &mut Encoder, out: &mut Vec<u8>, msg_type: &[u8], seq: u64, body: &[u8]) {
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

fn up() -> (Session<Numbers>, Encoder) {
    let store = Numbers {
        outgoing: 1,
        incoming: 1,
    };
    let mut session = Session::new(SessionConfig::new(Role::Acceptor, "FIX.4.4", "US", "THEM"), store);
    let mut encoder = Encoder::new("FIX.4.4", &[(49, "THEM"), (56, "US")]);
    let mut logon = Vec::new();
    append(&mut encoder, &mut logon, b"A", 1, b"98=0\x01108=30\x01");
    session.connected(NOW_NS).unwrap();
    session.handle_bytes(NOW_NS, &logon, &mut Count(0));
    session.poll_transmit(NOW_NS, &mut Count(0), &mut Vec::new());
    while session.poll_event().is_some() {}
    (session, encoder)
}

fn allocations(run: impl FnOnce()) -> u64 {
    allocation_counter::measure(run).count_total
}

#[test]
fn receiving_in_order_allocates_nothing_with_and_without_tags() {
    let (mut session, mut encoder) = up();
    let mut stream = Vec::new();
    for seq in 2..2 + MESSAGES {
        append(&mut encoder, &mut stream, b"8", seq, BODY);
    }
    let mut app = Count(0);
    let count = allocations(|| {
        assert_eq!(session.handle_bytes(NOW_NS, &stream, &mut app), stream.len());
        assert!(session.poll_event().is_none());
    });
    assert_eq!((count, session.counters().delivered), (0, MESSAGES));

    let (mut session, _) = up();
    session.hardware_expects(2);
    let count = allocations(|| {
        let len = stream.len() / MESSAGES as usize;
        let mut at = 0;
        for seq in 2..2 + MESSAGES {
            // All messages have the same length but for the digits of their number.
            let end = (at + len - 4..)
                .find(|&end| stream[end - 7..end].starts_with(b"10=") && stream[end - 1] == 1);
            let end = end.unwrap();
            let tag = Tag {
                verdict: Verdict::InSequence,
                verified: true,
                msg_seq_num: seq,
                expected: seq,
                poss_dup: false,
                poss_resend: false,
                gap_fill: false,
                msg_type: [b'8', 0],
            };
            session.handle_message(NOW_NS, &stream[at..end], Some(tag), &mut app);
            at = end;
        }
    });
    assert_eq!((count, session.counters().tags_used), (0, MESSAGES));
}

#[test]
fn sending_allocates_nothing_once_the_buffers_have_grown() {
    let (mut session, _) = up();
    let mut out = Vec::new();
    let mut turn = || {
        out.clear();
        for _ in 0..10 {
            session.send(NOW_NS, b"8", BODY).unwrap();
        }
        while session.poll_transmit(NOW_NS, &mut Count(0), &mut out) > 0 {}
    };
    // The session's buffers and the caller's change places: all must have grown.
    (0..8).for_each(|_| turn());
    let count = allocations(|| (0..MESSAGES / 10).for_each(|_| turn()));
    assert_eq!(count, 0);
}

/// Answers each message.
struct Answering;

impl Application for Answering {
    fn on_message(&mut self, _: &MessageView<'_>, _: &MessageMeta, out: &mut dyn Outgoing) -> Disposition {
        out.send(b"8", BODY).unwrap();
        Disposition::Accepted
    }
}

#[test]
fn answering_from_a_callback_allocates_nothing_once_the_buffers_have_grown() {
    let (mut session, mut encoder) = up();
    let (mut out, mut stream) = (Vec::new(), Vec::new());
    let mut seq = 2;
    let mut turn = |counted: bool| {
        stream.clear();
        for _ in 0..10 {
            append(&mut encoder, &mut stream, b"8", seq, BODY);
            seq += 1;
        }
        let mut run = || {
            out.clear();
            session.handle_bytes(NOW_NS, &stream, &mut Answering);
            while session.poll_transmit(NOW_NS, &mut Answering, &mut out) > 0 {}
        };
        if counted {
            assert_eq!(allocations(run), 0);
        } else {
            run();
        }
    };
    // The session's buffers and the caller's change places: all must have grown.
    (0..8).for_each(|_| turn(false));
    (0..MESSAGES / 10).for_each(|_| turn(true));
    assert_eq!(session.counters().messages_out, 1 + 80 + MESSAGES);
}

#[test]
fn the_counter_counts() {
    assert!(allocations(|| drop(black_box(vec![1]))) > 0);
}
