//! Ring entries and actions in words.
use super::scenario::Action;
use fixnic_abi::entry::{frame_flags, msg_flags, EntryLayout};
use fixnic_abi::{
    CommandResult, EntryKind, FenceEntry, FrameClass, FrameEntry, LossEntry, MsgEntry, Named, ResyncEntry,
    SessionState, Verdict,
};

/// The layout of an entry by its first byte.
pub fn layout(kind: u8) -> Option<EntryLayout> {
    Some(match EntryKind::from_bits(kind)? {
        EntryKind::Msg => MsgEntry::LAYOUT,
        EntryKind::Frame => FrameEntry::LAYOUT,
        EntryKind::Fence => FenceEntry::LAYOUT,
        EntryKind::Loss => LossEntry::LAYOUT,
        EntryKind::Resync => ResyncEntry::LAYOUT,
    })
}

/// Two entries side by side, the fields that differ marked.
pub fn side_by_side(golden: &[u8; 32], found: &[u8; 32]) -> String {
    let (Some(layout), true) = (layout(golden[0]), golden[0] == found[0]) else {
        return format!("  golden {}\n  found  {}\n", one_line(golden), one_line(found));
    };
    let mut text = format!("  {} entry\n", layout.name);
    for field in layout.fields {
        let range = field.offset..field.offset + field.bytes;
        let (expected, got) = (&golden[range.clone()], &found[range]);
        let mark = if expected == got { ' ' } else { '*' };
        let expected = value(layout.name, field.name, expected);
        let got = value(layout.name, field.name, got);
        text += &format!("{mark} {:<15} golden {expected:<40} found {got}\n", field.name);
    }
    text
}

/// An entry in one line.
pub fn one_line(entry: &[u8; 32]) -> String {
    let Some(layout) = layout(entry[0]) else {
        return format!("no entry: {}", hex(entry));
    };
    let fields: Vec<String> = layout
        .fields
        .iter()
        .filter(|field| !field.name.starts_with("reserved"))
        .map(|field| {
            let bytes = &entry[field.offset..field.offset + field.bytes];
            format!("{}={}", field.name, value(layout.name, field.name, bytes))
        })
        .collect();
    fields.join(" ")
}

fn value(layout: &str, field: &str, bytes: &[u8]) -> String {
    let number = bytes
        .iter()
        .rev()
        .fold(0u64, |number, byte| number << 8 | u64::from(*byte));
    match (layout, field) {
        (_, "kind") => named(EntryKind::ALL, number),
        (_, "verdict") => named(Verdict::ALL, number),
        (_, "class") => named(FrameClass::ALL, number),
        (_, "session_state") => named(SessionState::ALL, number),
        (_, "result") => named(CommandResult::ALL, number),
        ("MSG", "flags") => flags(msg_flags::ALL, number),
        ("FRAME", "flags") => flags(frame_flags::ALL, number),
        (_, "received" | "expected") => format!("{number:x}"),
        ("MSG", "msg_type") => format!("{:?}", String::from_utf8_lossy(bytes)),
        (_, "tcp_seq" | "rcv_nxt" | "tag") => format!("{number:#x}"),
        _ => number.to_string(),
    }
}

fn named(all: &[Named], number: u64) -> String {
    all.iter()
        .find(|named| u64::from(named.value) == number)
        .map_or_else(|| format!("{number}?"), |named| named.name.to_string())
}

fn flags(all: &[Named], number: u64) -> String {
    let names: Vec<&str> = all
        .iter()
        .filter(|flag| u64::from(flag.value) & number != 0)
        .map(|flag| flag.name)
        .collect();
    format!("{number:#x}({})", names.join("|"))
}

/// Bytes in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Bytes as text where they are text, SOH as `|`.
pub fn readable(bytes: &[u8]) -> String {
    bytes
        .iter()
        .map(|byte| match byte {
            1 => '|',
            32..127 => char::from(*byte),
            _ => '.',
        })
        .collect()
}

/// The actions of an episode, one a line, with the bytes of frames.
pub fn describe(actions: &[Action]) -> String {
    let mut text = String::new();
    for (number, action) in actions.iter().enumerate() {
        text += &match action {
            Action::Frame { bytes, fcs_good } => {
                let (fcs, from) = (if *fcs_good { "" } else { ", FCS bad" }, bytes.len().min(34));
                format!(
                    "{number}: frame of {}{fcs}: {}\n     {}\n",
                    bytes.len(),
                    hex(bytes),
                    readable(&bytes[from..])
                )
            }
            other => format!("{number}: {other:?}\n"),
        };
    }
    text
}
