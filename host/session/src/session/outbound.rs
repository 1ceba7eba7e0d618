//! The one owner of everything that leaves: what is ready, the resend in progress, and what waits behind it.

use crate::codec::{field, Encoder, FieldWriter, Header, MessageView};

/// Numbers to be sent again, both inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Range {
    pub begin: u64,
    pub end: u64,
}

/// A resend in progress.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Resend {
    /// The next number to look at.
    pub next: u64,
    /// The last number to be covered.
    pub end: u64,
    /// The first number of the run that the next GapFill will cover.
    pub gap_start: Option<u64>,
    /// Messages sent again so far.
    pub resent: u64,
    /// Numbers gap-filled so far.
    pub gap_filled: u64,
}

/// Encoded bytes that wait, in the order in which they leave.
#[derive(Debug, Default)]
pub(crate) struct Outbound {
    /// Leaves once this many commits are durable.
    pub sealed: Option<u64>,
    /// What leaves then.
    pub sealed_bytes: Vec<u8>,
    /// Leaves behind that, with the next transmit.
    pub ready: Vec<u8>,
    /// New messages behind the resend in progress.
    pub held: Vec<u8>,
    /// The number of the first message in `held`, which no resend may cover: it has not left as an original yet.
    pub held_first: Option<u64>,
    /// The resend in progress.
    pub resend: Option<Resend>,
    /// The last transmit looked only at numbers that a gap fill will cover: there is more to do, at once.
    pub hungry: bool,
    /// The one that follows it.
    pub pending: Option<Range>,
}

impl Outbound {
    /// Where a new message goes.
    pub fn tail(&mut self) -> &mut Vec<u8> {
        if self.resend.is_some() {
            &mut self.held
        } else {
            &mut self.ready
        }
    }

    /// Bytes that wait, a resend not counted.
    pub fn waiting_bytes(&self) -> usize {
        self.sealed_bytes.len() + self.ready.len() + self.held.len()
    }

    /// What is ready waits until `commits` are durable. Nothing waits already.
    pub fn seal(&mut self, commits: u64) {
        std::mem::swap(&mut self.sealed_bytes, &mut self.ready);
        self.sealed = Some(commits);
    }

    /// Asks for a resend. While one is in progress, further requests are merged into one that follows, so that a
    /// counterparty which repeats itself costs no memory.
    pub fn request(&mut self, range: Range) -> bool {
        match &mut self.resend {
            None => {
                self.resend = Some(Resend {
                    next: range.begin,
                    end: range.end,
                    gap_start: None,
                    resent: 0,
                    gap_filled: 0,
                });
                true
            }
            Some(resend) => {
                let still_to_come = resend.gap_start.unwrap_or(resend.next) <= range.begin;
                if still_to_come && range.end <= resend.end {
                    return false;
                }
                self.pending = Some(match self.pending {
                    None => range,
                    Some(p) => Range {
                        begin: p.begin.min(range.begin),
                        end: p.end.max(range.end),
                    },
                });
                false
            }
        }
    }

    /// The resend in progress is complete: the next one starts, or what was held becomes ready.
    pub fn resend_done(&mut self) {
        self.resend = None;
        if let Some(range) = self.pending.take() {
            self.request(range);
        } else {
            self.release_held();
        }
    }

    /// Drops every resend; what was held becomes ready.
    pub fn abort_resend(&mut self) {
        self.resend = None;
        self.pending = None;
        self.release_held();
    }

    fn release_held(&mut self) {
        if self.ready.is_empty() {
            std::mem::swap(&mut self.ready, &mut self.held);
        } else {
            self.ready.append(&mut self.held);
        }
        self.held_first = None;
    }

    /// Forgets everything. What was numbered is in the store.
    pub fn clear(&mut self) {
        self.sealed = None;
        self.sealed_bytes.clear();
        self.ready.clear();
        self.held.clear();
        self.held_first = None;
        self.resend = None;
        self.pending = None;
        self.hungry = false;
    }
}

/// Encodes a stored message again: its own number, 43=Y, 122 = its first SendingTime, a fresh 52, all else as it was.
pub(crate) fn encode_resent(
    encoder: &mut Encoder,
    out: &mut Vec<u8>,
    stored: &MessageView<'_>,
    number: u64,
    now_ns: u64,
) {
    if !encoder.encode_again(out, stored, number, now_ns) {
        encode_resent_anew(encoder, out, stored, number, now_ns);
    }
}

/// The same, field by field: of a message that was stored under other settings, or by another program.
fn encode_resent_anew(
    encoder: &mut Encoder,
    out: &mut Vec<u8>,
    stored: &MessageView<'_>,
    number: u64,
    now_ns: u64,
) {
    let header = Header {
        msg_type: stored.msg_type(),
        msg_seq_num: number,
        poss_dup: true,
        poss_resend: stored.poss_resend(),
        sending_time_ns: now_ns,
        orig_sending_time: stored.sending_time(),
    };
    let sub_ids =
        [field::SENDER_SUB_ID, field::TARGET_SUB_ID].map(|tag| encoder.writes_identity(tag).then_some(tag));
    encoder.encode(out, &header, |fields| {
        for stored_field in stored.fields().map_while(Result::ok) {
            if !is_written_by_encoder(stored_field.tag) && !sub_ids.contains(&Some(stored_field.tag)) {
                // Raw, since the value of a data field may hold SOH.
                push_field(fields, stored_field.tag, stored_field.value);
            }
        }
    });
}

fn push_field(fields: &mut FieldWriter<'_>, tag: u32, value: &[u8]) {
    crate::codec::push_uint(fields.0, u64::from(tag));
    fields.0.push(b'=');
    fields.raw(value).raw(&[crate::codec::SOH]);
}

fn is_written_by_encoder(tag: u32) -> bool {
    matches!(
        tag,
        field::BEGIN_STRING
            | field::BODY_LENGTH
            | field::MSG_TYPE
            | field::MSG_SEQ_NUM
            | field::SENDER_COMP_ID
            | field::TARGET_COMP_ID
            | field::POSS_DUP_FLAG
            | field::POSS_RESEND
            | field::SENDING_TIME
            | field::ORIG_SENDING_TIME
            | field::CHECK_SUM
    )
}

/// Encodes a GapFill that covers `first` to `next - 1`.
pub(crate) fn encode_gap_fill(
    encoder: &mut Encoder,
    out: &mut Vec<u8>,
    first: u64,
    next: u64,
    last_processed: Option<u64>,
    now_ns: u64,
) {
    let now = encoder.timestamp(now_ns);
    let header = Header {
        msg_type: b"4",
        msg_seq_num: first,
        poss_dup: true,
        poss_resend: false,
        sending_time_ns: now_ns,
        orig_sending_time: Some(now.as_bytes()),
    };
    encoder.encode(out, &header, |fields| {
        if let Some(last) = last_processed {
            fields.uint(field::LAST_MSG_SEQ_NUM_PROCESSED, last);
        }
        fields.yes(field::GAP_FILL_FLAG).uint(field::NEW_SEQ_NO, next);
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::{check_sum, Framer, Split};
    use proptest::prelude::*;

    /// Fields of a body, some of which an encoder writes itself.
    fn field() -> impl Strategy<Value = &'static str> {
        prop_oneof![
            8 => Just("58=text|"),
            4 => Just("37=o|"),
            2 => Just("20001=x|"),
            1 => Just("50=SUB|"),
            1 => Just("57=TO|"),
            1 => Just("369=4|"),
            1 => Just("115=ON|"),
            1 => Just("43=Y|"),
            1 => Just("43=N|"),
            1 => Just("97=Y|"),
            1 => Just("97=N|"),
            1 => Just("122=20240101-00:00:00|"),
            1 => Just("49=X|"),
            1 => Just("34=7|"),
            1 => Just("95=5|96=a|34=|"),
            1 => Just("95=9|96=a|"),
            1 => Just("58=|"),
            1 => Just("10=000|"),
        ]
    }

    fn encoder(sub_id: bool, digits: u8) -> Encoder {
        let identity: &[(u32, &str)] = if sub_id {
            &[(49, "A"), (56, "B"), (50, "SUB")]
        } else {
            &[(49, "A"), (56, "B")]
        };
        Encoder::new("FIX.4.4", identity).with_timestamp_digits(digits)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        /// Patched or put together anew from its fields, a message that is sent again is the same one.
        #[test]
        fn a_stored_message_is_patched_to_what_its_fields_would_make(
            (sub_id, stored_sub_id) in (any::<bool>(), any::<bool>()),
            (digits, stored_digits) in (0..10u8, 0..10u8),
            number in 1..2_000_000u64,
            poss_resend in any::<bool>(),
            body in prop::collection::vec(field(), 0..12),
            wrong_number in prop::bool::weighted(0.05),
            spoiled in prop::option::weighted(0.2, (any::<prop::sample::Index>(), any::<u8>())),
        ) {
            let header = Header {
                msg_type: b"8",
                msg_seq_num: number + u64::from(wrong_number),
                poss_dup: false,
                poss_resend,
                sending_time_ns: 1_704_067_200_123_456_789,
                orig_sending_time: None,
            };
            let mut stored = Vec::new();
            let body = body.concat().replace('|', "\x01");
            encoder(stored_sub_id, stored_digits).encode(&mut stored, &header, |fields| {
                fields.raw(body.as_bytes());
            });
            if let Some((at, byte)) = spoiled {
                let at = at.index(stored.len());
                stored[at] = byte;
            }
            let Ok(view) = MessageView::parse(&stored) else { return Ok(()) };
            let mut encoder = encoder(sub_id, digits);
            let now_ns = 1_704_070_800_000_000_000;
            let (mut anew, mut again) = (Vec::new(), Vec::new());
            encode_resent_anew(&mut encoder, &mut anew, &view, number, now_ns);
            if encoder.encode_again(&mut again, &view, number, now_ns) {
                prop_assert_eq!(String::from_utf8_lossy(&again), String::from_utf8_lossy(&anew));
                prop_assert_eq!(Framer::default().split(&again), Split::Message { len: again.len() });
            }
        }
    }

    #[test]
    fn what_this_encoder_made_is_patched() {
        for (sub_id, poss_resend) in [(false, false), (false, true), (true, false), (true, true)] {
            let mut encoder = encoder(sub_id, 3);
            let header = Header {
                msg_type: b"8",
                msg_seq_num: 99,
                poss_dup: false,
                poss_resend,
                sending_time_ns: 1_704_067_200_123_456_789,
                orig_sending_time: None,
            };
            let mut stored = Vec::new();
            encoder.encode(&mut stored, &header, |fields| {
                fields.bytes(58, b"text");
            });
            let view = MessageView::parse(&stored).unwrap();
            let mut out = Vec::new();
            assert!(encoder.encode_again(&mut out, &view, 99, 1_704_070_800_000_000_000));
            let (sub_id, poss_resend) = (
                if sub_id { "50=SUB|" } else { "" },
                if poss_resend { "97=Y|" } else { "" },
            );
            let fields = format!(
                "35=8|49=A|56=B|{sub_id}34=99|43=Y|{poss_resend}52=20240101-01:00:00.000|\
                 122=20240101-00:00:00.123|58=text|"
            );
            let mut expected = format!("8=FIX.4.4|9={}|{fields}", fields.len())
                .replace('|', "\x01")
                .into_bytes();
            expected.extend(format!("10={:03}\x01", check_sum(&expected)).into_bytes());
            assert_eq!(String::from_utf8_lossy(&out), String::from_utf8_lossy(&expected));
        }
    }

    #[test]
    fn requests_during_a_resend_merge_into_one() {
        let mut outbound = Outbound::default();
        assert!(outbound.request(Range { begin: 1, end: 100 }));
        assert!(!outbound.request(Range { begin: 50, end: 100 }));
        assert_eq!(outbound.pending, None, "still to come anyway");
        outbound.resend.as_mut().unwrap().next = 60;
        for begin in [40, 30, 50] {
            outbound.request(Range { begin, end: 100 });
        }
        assert_eq!(outbound.pending, Some(Range { begin: 30, end: 100 }));
    }
}
