//! Section 4: a stream into messages.

/// A message that ended, or the end of all framing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Index of the byte at which it is found.
    pub found_at: usize,
    /// Index of the message's first byte.
    pub start: usize,
    /// What was found; `None` when framing is lost.
    pub message: Option<Message>,
}

/// What section 4 says of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// CheckSum is right.
    pub check_good: bool,
    /// It has a MsgSeqNum (rule 7).
    pub has_seq_num: bool,
    /// Its number, if it is one.
    pub seq_num: Option<u64>,
    /// Rule 7 or 10.
    pub ambiguous: bool,
    /// PossDupFlag is Y.
    pub poss_dup: bool,
    /// PossResend is Y.
    pub poss_resend: bool,
    /// GapFillFlag is Y.
    pub gap_fill: bool,
    /// ResetSeqNumFlag is Y.
    pub reset_seq_num: bool,
    /// The value of MsgType.
    pub msg_type: Vec<u8>,
}

const SOH: u8 = 1;
const DATA_LENGTHS: [&str; 16] = [
    "90", "93", "95", "212", "348", "350", "352", "354", "356", "358", "360", "362", "364", "445", "618",
    "621",
];

/// Every event of `stream`, whose first byte has the TCP number `tcp_seq`; the last one is the loss of framing if it is lost.
pub fn events(stream: &[u8], tcp_seq: u32) -> Vec<Event> {
    let stream = Positioned {
        bytes: stream,
        tcp_seq,
    };
    let mut events = Vec::new();
    let mut start = 0;
    while let Some(event) = stream.next_event(start) {
        let lost = event.message.is_none();
        start = event.found_at + 1;
        events.push(event);
        if lost {
            break;
        }
    }
    events
}

struct Positioned<'a> {
    bytes: &'a [u8],
    tcp_seq: u32,
}

impl Positioned<'_> {
    /// Number of the stream beat that holds byte `index`; -1 is the byte before the first.
    fn beat(&self, index: i64) -> i64 {
        (i64::from(self.tcp_seq) + index).div_euclid(8)
    }

    /// Whether `pattern` ends at byte `index`.
    fn ends(&self, pattern: &[u8], index: usize) -> bool {
        self.bytes[..=index].ends_with(pattern)
    }

    fn next_event(&self, s: usize) -> Option<Event> {
        let lost = |found_at: usize| {
            (found_at < self.bytes.len()).then_some(Event {
                found_at,
                start: s,
                message: None,
            })
        };
        if s + 4 < self.bytes.len() && !self.ends(b"8=FIX", s + 4) {
            return lost(s + 4);
        }
        let search_end = self.beat(s as i64 - 1) + 4;
        let within = |&i: &usize| self.beat(i as i64) <= search_end;
        let closed = (s..self.bytes.len())
            .take_while(within)
            .find_map(|i| Some((i, self.body_length(s, i)?)));
        let Some((p, body_length)) = closed else {
            let last_searched = (s..)
                .take_while(within)
                .last()
                .expect("the beat of s itself is searched");
            return lost(last_searched);
        };
        if self.bytes[s..p].iter().filter(|&&byte| byte == SOH).count() != 1 || body_length < 41 {
            return lost(p);
        }
        if p + 3 >= self.bytes.len() {
            return None;
        }
        if !self.ends(b"\x0135=", p + 3) {
            return lost(p + 3);
        }
        let body_end = p + body_length;
        let end = body_end + 7;
        if end >= self.bytes.len() {
            return None;
        }
        let trailer = &self.bytes[body_end..=end];
        let digits = &trailer[4..7];
        if !(trailer.starts_with(b"\x0110=") && digits.iter().all(u8::is_ascii_digit) && trailer[7] == SOH) {
            return lost(end);
        }
        let sum = self.bytes[s..=body_end]
            .iter()
            .fold(0u8, |sum, &byte| sum.wrapping_add(byte));
        let mut message = self.body(p, body_end);
        message.check_good = decimal(digits) == Some(u64::from(sum));
        Some(Event {
            found_at: end,
            start: s,
            message: Some(message),
        })
    }

    /// The value of a BodyLength field of a message from `s` on, if it closes at `index`.
    fn body_length(&self, s: usize, index: usize) -> Option<usize> {
        let before = self.bytes[s..=index].strip_suffix(&[SOH])?;
        let digits = before
            .iter()
            .rev()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let (head, value) = before.split_at(before.len() - digits);
        if !(1..=5).contains(&digits) || !head.ends_with(b"\x019=") {
            return None;
        }
        decimal(value).map(|value| value as usize)
    }

    /// Rules 7 to 11 over the body `p + 1 ..= body_end`.
    fn body(&self, p: usize, body_end: usize) -> Message {
        let (mut seq_num_at, mut poss_dup_seen, mut sealed_in) = (None, false, None);
        let mut message = Message {
            check_good: false,
            has_seq_num: false,
            seq_num: None,
            ambiguous: false,
            poss_dup: false,
            poss_resend: false,
            gap_fill: false,
            reset_seq_num: false,
            msg_type: self.value_from(p + 4).to_vec(),
        };
        for i in p + 1..=body_end {
            let beat = self.beat(i as i64);
            if self.ends(b"\x0134=", i) {
                match seq_num_at {
                    None => seq_num_at = Some(i),
                    Some(first) if self.beat(first as i64) == beat => message.ambiguous = true,
                    Some(_) => {}
                }
            }
            let dup = i >= 2 && self.ends(b"\x0143=", i - 2);
            let resend = self.ends(b"\x0197=Y\x01", i);
            let gap_fill = self.ends(b"\x01123=Y\x01", i);
            let reset = self.ends(b"\x01141=Y\x01", i);
            if dup && !poss_dup_seen {
                poss_dup_seen = true;
                message.poss_dup = self.ends(b"Y\x01", i);
            }
            message.poss_resend |= resend;
            message.gap_fill |= gap_fill;
            message.reset_seq_num |= reset;
            if (dup || resend || gap_fill || reset) && sealed_in.is_some_and(|first| first < beat) {
                message.ambiguous = true;
            }
            if DATA_LENGTHS
                .iter()
                .any(|tag| self.ends(format!("\x01{tag}=").as_bytes(), i))
            {
                message.ambiguous |= seq_num_at.is_none();
                sealed_in = sealed_in.or(Some(beat));
            }
        }
        if let Some(at) = seq_num_at {
            message.has_seq_num = true;
            let value = self.value_from(at + 1);
            message.seq_num = if value.len() <= 10 { decimal(value) } else { None };
        }
        message
    }

    fn value_from(&self, from: usize) -> &[u8] {
        let rest = &self.bytes[from..];
        &rest[..rest.iter().position(|&byte| byte == SOH).unwrap_or(rest.len())]
    }
}

/// The number, if there is a digit and nothing else.
fn decimal(text: &[u8]) -> Option<u64> {
    if text.is_empty() || !text.iter().all(u8::is_ascii_digit) {
        return None;
    }
    std::str::from_utf8(text).ok()?.parse().ok()
}
