//! Random FIX messages, right ones and all kinds of wrong ones.
use super::Rng;
use fixnic_sim::frames::push_checksum;

const BEGIN_STRINGS: [&str; 6] = ["FIX.4.0", "FIX.4.2", "FIX.4.4", "FIXT.1.1", "FIX.5.0SP2", "FIX"];
const MSG_TYPES: [&str; 16] = [
    "0", "1", "2", "3", "4", "5", "A", "D", "8", "9", "AE", "6", "j", "AEX", "", "5x",
];
/// Tags whose value gives the length of the next field, and three that look like it.
const DATA_LENGTHS: [(u32, u32); 19] = [
    (90, 91),
    (93, 89),
    (95, 96),
    (212, 213),
    (348, 349),
    (350, 351),
    (352, 353),
    (354, 355),
    (356, 357),
    (358, 359),
    (360, 361),
    (362, 363),
    (364, 365),
    (445, 446),
    (618, 619),
    (621, 622),
    (94, 96),
    (349, 350),
    (1095, 96),
];
/// What data may hold to fool a parser.
const DATA_BAITS: [&str; 14] = [
    "|34=7|",
    "|10=123|",
    "8=FIX.4.2|9=55|",
    "|43=Y|",
    "|43=N|",
    "|95=1|",
    "xx",
    "|97=Y|",
    "|123=Y|",
    "|141=Y|",
    "|",
    "=",
    "|34=",
    "|43=",
];
const BODY_LENGTH_MIN: usize = 41;

/// A message numbered `number`; a few are broken in one way or another.
pub fn message(rng: &mut Rng, number: u64) -> Vec<u8> {
    let mut body = body(rng, number);
    let target = if rng.chance(15) {
        BODY_LENGTH_MIN - 1
    } else {
        BODY_LENGTH_MIN
    };
    if body.len() < target {
        let fill = target.saturating_sub(body.len() + 4);
        body.extend(b"58=");
        body.extend(vec![b'x'; fill]);
        body.push(1);
    }
    if rng.chance(15) {
        filler(rng, &mut body, 2500);
    }
    let mut message = Vec::with_capacity(body.len() + 32);
    message.extend(b"8=");
    message.extend(begin_string(rng).bytes());
    let length = if rng.chance(6) {
        body.len() + rng.below(9) - 4
    } else {
        body.len()
    };
    let length = match rng.below(400) {
        0..20 => format!("{length:05}"),
        20 => format!("{length:06}"),
        21 => String::new(),
        22 => format!("{length}x"),
        23 => "99999".into(),
        _ => length.to_string(),
    };
    message.extend(format!("\x019={length}\x01").bytes());
    message.extend(&body);
    match rng.below(120) {
        0 => message.extend(b"10=000\x01"),
        1 => message.extend(b"10=12\x013"),
        2 => message.extend(b"10=999\x01"),
        3 => {}
        _ => push_checksum(&mut message),
    }
    if rng.chance(6) {
        let at = rng.below(message.len());
        message[at] = [1, b'=', b'0', b'8', b'9', b'Y', rng.byte()][rng.below(7)];
    }
    message
}

fn begin_string(rng: &mut Rng) -> String {
    if rng.chance(8) {
        return format!("FIX.4.4{}", "9".repeat(rng.below(30)));
    }
    if rng.chance(4) {
        return "FIX|49=A".replace('|', "\x01");
    }
    BEGIN_STRINGS[rng.below(BEGIN_STRINGS.len())].into()
}

fn body(rng: &mut Rng, number: u64) -> Vec<u8> {
    let mut fields: Vec<Vec<u8>> = Vec::new();
    if !rng.chance(12) {
        fields.push(number_field(rng, number));
    }
    for tag in ["49=", "56="] {
        let mut field = format!("{tag}A").into_bytes();
        text(rng, &mut field, 8);
        fields.push(field);
    }
    for (tag, chance) in [("43", 90), ("97", 80), ("123", 60), ("141", 60), ("43", 30)] {
        if rng.chance(chance) {
            let value = ["Y", "Y", "Y", "N", "", "YY", "y"][rng.below(7)];
            fields.push(format!("{tag}={value}").into_bytes());
        }
    }
    if rng.chance(500) {
        fields.push(b"52=20240101-00:00:00.123".to_vec());
    }
    for _ in 0..rng.below(5) {
        let mut field = [
            "58=", "1=", "434=", "134=", "3=4", "11=", "143=", "34", "1034=", "410=",
        ][rng.below(10)]
        .as_bytes()
        .to_vec();
        text(rng, &mut field, 40);
        fields.push(field);
    }
    if rng.chance(120) {
        fields.push(data_field(rng));
    }
    if rng.chance(8) {
        fields.push(format!("34={}", rng.below(100)).into_bytes());
    }
    if rng.chance(500) {
        rng.shuffle(&mut fields);
    }
    let msg_type = if rng.chance(700) {
        "8"
    } else {
        MSG_TYPES[rng.below(MSG_TYPES.len())]
    };
    // A reset in every tenth message would keep each session in HOLD.
    let msg_type = if msg_type == "4" && !rng.chance(250) {
        "D"
    } else {
        msg_type
    };
    let tag = if rng.chance(3) { "36" } else { "35" };
    let mut body = format!("{tag}={msg_type}\x01").into_bytes();
    for field in fields {
        body.extend(field);
        body.push(1);
    }
    body
}

fn number_field(rng: &mut Rng, number: u64) -> Vec<u8> {
    match rng.below(250) {
        0 => "34=12345678901".into(),
        1 => "34=12a4".into(),
        2 => "34=".into(),
        3 => "34=9999999999".into(),
        4 => format!("34={number}\x0134={number}"),
        5 => format!("34={number}\x0134=1"),
        6 => "34=-1".into(),
        7 => "34=0".into(),
        8..16 => format!("34=00{number}"),
        16..20 => format!("34={number:010}"),
        20 => format!("34={number:011}"),
        21 => "34=4294967297".into(),
        _ => format!("34={number}"),
    }
    .into_bytes()
}

fn data_field(rng: &mut Rng) -> Vec<u8> {
    let mut data = String::new();
    for _ in 0..rng.below(6) {
        data += &DATA_BAITS[rng.below(DATA_BAITS.len())].replace('|', "\x01");
    }
    let (length_tag, data_tag) = DATA_LENGTHS[rng.below(DATA_LENGTHS.len())];
    format!("{length_tag}={}\x01{data_tag}={data}", data.len()).into_bytes()
}

fn text(rng: &mut Rng, field: &mut Vec<u8>, max: usize) {
    for _ in 0..rng.below(max) {
        field.push(b"=Y0123456789FIXABz.:8439"[rng.below(24)]);
    }
}

fn filler(rng: &mut Rng, body: &mut Vec<u8>, max: usize) {
    body.extend(b"58=");
    body.extend(vec![b'q'; rng.below(max)]);
    body.push(1);
}
