//! Random streams of FIX messages, with everything wrong that the rules speak of.

use rand::Rng;
use rand_chacha::ChaCha8Rng;

/// A stream of one session, from ARM on.
pub struct Stream {
    /// TCP number of the first byte.
    pub tcp_seq: u32,
    /// MsgSeqNum expected first.
    pub expected: u64,
    /// All bytes.
    pub bytes: Vec<u8>,
    /// For each message: the index after its last byte, and the number a session in good order expects there.
    pub numbers: Vec<(usize, u64)>,
}

/// A stream of about `messages` messages.
pub fn random(rng: &mut ChaCha8Rng, messages: usize) -> Stream {
    let expected = match rng.random_range(0..6) {
        0 => 1,
        1 => rng.random_range(95..101),
        2 => rng.random_range(999_999_990..1_000_000_010),
        3 => rng.random_range(1..10_000_000_000),
        4 => 10_000_000_000 - rng.random_range(1..40),
        _ => rng.random_range(1..2000),
    };
    // Half of the streams cross a boundary of 2^19 bytes or 2^32 bytes.
    let tcp_seq = match rng.random_range(0..4) {
        0 => 0u32.wrapping_sub(rng.random_range(1..2000)),
        1 => (rng.random_range(1..8192u32) << 19).wrapping_sub(rng.random_range(1..2000)),
        _ => rng.random(),
    };
    let mut stream = Stream {
        tcp_seq,
        expected,
        bytes: Vec::new(),
        numbers: Vec::new(),
    };
    let mut number = expected;
    for _ in 0..messages {
        message(rng, &mut number, &mut stream.bytes);
        stream.numbers.push((stream.bytes.len(), number));
    }
    stream
}

fn chance(rng: &mut ChaCha8Rng, per_mille: u32) -> bool {
    rng.random_ratio(per_mille, 1000)
}

fn pick<'a>(rng: &mut ChaCha8Rng, choices: &[&'a str]) -> &'a str {
    choices[rng.random_range(0..choices.len())]
}

fn text(rng: &mut ChaCha8Rng, longest: usize) -> String {
    let length = rng.random_range(0..longest);
    (0..length)
        .map(|_| char::from(b"=Y0123456789FIXABz.:8439"[rng.random_range(0..24)]))
        .collect()
}

fn message(rng: &mut ChaCha8Rng, number: &mut u64, out: &mut Vec<u8>) {
    let fields = fields(rng, number);
    let msg_type = pick(
        rng,
        &["0", "D", "8", "AE", "D", "8", "j", "A", "5", "AEX", "A", "2"],
    );
    let msg_type = match rng.random_range(0..300) {
        0 => "",
        1 => "4",
        _ => msg_type,
    };
    let mut body = format!("35={msg_type}\x01");
    for field in fields {
        body.push_str(&field);
        body.push('\x01');
    }
    let shortest = if chance(rng, 985) { 41 } else { 40 };
    if body.len() < shortest {
        body.push_str(&format!(
            "58={}\x01",
            "x".repeat(shortest.saturating_sub(body.len() + 4))
        ));
    }
    if chance(rng, 15) {
        body.push_str(&format!("58={}\x01", "q".repeat(rng.random_range(0..3000))));
    }
    if chance(rng, 2) {
        body.push_str(&format!("58={}\x01", "q".repeat(rng.random_range(9000..12000))));
    }
    if chance(rng, 1) {
        body.push_str(&format!(
            "58={}\x01",
            "q".repeat(rng.random_range(60_000..99_000))
        ));
    }
    let mut length = body.len();
    if chance(rng, 6) {
        length = (length + 4).saturating_sub(rng.random_range(0..9));
    }
    let start = out.len();
    let version = pick(rng, &["FIX.4.2", "FIX.4.4", "FIXT.1.1", "FIX.5.0SP2"]);
    let length = if chance(rng, 50) {
        format!("{length:05}")
    } else {
        length.to_string()
    };
    out.extend_from_slice(format!("8={version}\x019={length}\x01{body}").as_bytes());
    let mut sum = u32::from(out[start..].iter().fold(0u8, |sum, &byte| sum.wrapping_add(byte)));
    match rng.random_range(0..80) {
        0 => sum = rng.random_range(0..1000),
        1 if sum < 232 => sum += 256, // right modulo 256, and wrong
        _ => {}
    }
    out.extend_from_slice(format!("10={sum:03}\x01").as_bytes());
    damage(rng, start, out);
}

/// Now and then: a byte changed anywhere, rubbish between messages, a header without end.
fn damage(rng: &mut ChaCha8Rng, start: usize, out: &mut Vec<u8>) {
    if chance(rng, 5) {
        let at = rng.random_range(start..out.len());
        out[at] = [1, b'=', b'0', b'8', b'9', rng.random()][rng.random_range(0..6)];
    }
    if chance(rng, 1) {
        for _ in 0..rng.random_range(0..60) {
            out.push([1, b'=', b'9', b'8', b'5', b'x'][rng.random_range(0..6)]);
        }
    }
    if chance(rng, 1) {
        out.extend_from_slice(
            pick(
                rng,
                &[
                    "8=FIX.4.2\x0135=A\x01",
                    "8=FIX.4.2.AND.SO.ON",
                    "8=FIX\x019=5\x019=",
                    "8=FIX.4.2\x019=000041\x01",
                ],
            )
            .as_bytes(),
        );
    }
}

fn fields(rng: &mut ChaCha8Rng, number: &mut u64) -> Vec<String> {
    let mut poss_dup = chance(rng, 30);
    let mut sent = *number;
    match rng.random_range(0..24) {
        0 => sent += rng.random_range(1..20),
        1 => sent = sent.saturating_sub(rng.random_range(1..10)).max(1),
        2 => {
            sent = sent.saturating_sub(rng.random_range(1..4)).max(1);
            poss_dup = true;
        }
        _ => *number += 1,
    }
    let mut fields = Vec::new();
    let seq_num = match rng.random_range(0..240) {
        0..4 => format!("34=00{sent}"),
        4 => "34=12345678901".to_owned(),
        5 => "34=12a4".to_owned(),
        6 => "34=".to_owned(),
        7 => "34=9999999999".to_owned(),
        8 => format!("34={sent}\x0134={sent}"),
        9 => String::new(),
        _ => format!("34={sent}"),
    };
    if !seq_num.is_empty() {
        fields.push(seq_num);
    }
    for tag in ["49", "56"] {
        fields.push(format!("{tag}=A{}", text(rng, 8)));
    }
    if poss_dup {
        fields.push("43=Y".to_owned());
    } else if chance(rng, 50) {
        fields.push("43=N".to_owned());
    }
    let rare: [(u32, &str); 9] = [
        (20, "43="),
        (40, "43=Y"),
        (80, "97=Y"),
        (80, "123=Y"),
        (40, "123=N"),
        (15, "141=Y"),
        (40, "141=N"),
        (500, "52=20240101-00:00:00"),
        (20, "34"),
    ];
    for (per_mille, field) in rare {
        if chance(rng, per_mille) {
            fields.push(field.to_owned());
        }
    }
    for _ in 0..rng.random_range(0..5) {
        let tag = pick(rng, &["58=", "1=", "434=", "134=", "3=4", "11="]);
        fields.push(format!("{tag}{}", text(rng, 40)));
    }
    if chance(rng, 60) {
        let data = data_field(rng);
        if chance(rng, 800) {
            shuffle_after_first(rng, &mut fields);
            fields.push(data);
        } else {
            fields.push(data);
            shuffle_after_first(rng, &mut fields);
            if chance(rng, 200) {
                fields.rotate_left(1);
            }
        }
    } else if chance(rng, 600) {
        shuffle_after_first(rng, &mut fields);
    }
    fields
}

fn shuffle_after_first(rng: &mut ChaCha8Rng, fields: &mut [String]) {
    for i in (2..fields.len()).rev() {
        fields.swap(i, rng.random_range(1..=i));
    }
}

/// Data that looks like all a framer looks for.
fn data_field(rng: &mut ChaCha8Rng) -> String {
    let mut data = String::new();
    for _ in 0..rng.random_range(0..6) {
        data.push_str(pick(
            rng,
            &[
                "\x0134=7\x01",
                "\x0110=123\x01",
                "8=FIX.4.2\x019=55\x01",
                "\x0143=Y\x01",
                "\x0195=1\x01",
                "xx",
                "\x0197=Y\x01",
                "\x01141=Y\x01",
                "\x01",
            ],
        ));
    }
    let tag = [
        95, 354, 212, 621, 90, 93, 360, 445, 618, 348, 350, 352, 356, 358, 362, 364,
    ][rng.random_range(0..16)];
    let data_tag = tag + 1;
    format!("{tag}={}\x01{data_tag}={data}", data.len())
}
