//! What a new segment says of the ones before it, so that opening reads only the last one.
//!
//! | Payload byte | Field |
//! |---|---|
//! | 0..8 | next outgoing number |
//! | 8..16 | next incoming number |
//! | 16..24 | creation time, nanoseconds since 1970 |
//! | 24..32 | lowest number that the new segment may hold |
//! | 32..36 | number of spans |
//! | 36..40 | number of anchors; 0xffffffff: left out, there are too many |
//! | 40.. | spans: segment (4 bytes), first number (8); of each older segment that holds messages |
//! | .. | anchors: offset (4 bytes), number (8); of the segment before |

use crate::index::{Anchor, Index, Span};
use crate::record::{read_u32, read_u64, Mismatch, MAX_PAYLOAD_LEN};
use crate::state::State;

const FIXED_LEN: usize = 40;
const ENTRY_LEN: usize = 12;
const LEFT_OUT: u32 = u32::MAX;

/// The payload for a segment that begins in this state, behind one with these anchors.
pub(crate) fn encode(state: &State, anchors: &[Anchor]) -> Vec<u8> {
    let spans = state.index.spans();
    let entries = spans.len() + anchors.len();
    let anchors = Some(anchors).filter(|_| FIXED_LEN + entries * ENTRY_LEN <= MAX_PAYLOAD_LEN);
    let mut bytes = Vec::with_capacity(FIXED_LEN + entries * ENTRY_LEN);
    for word in [
        state.next_outgoing,
        state.next_incoming,
        state.created_ns,
        state.index.from(),
    ] {
        bytes.extend(word.to_le_bytes());
    }
    bytes.extend((spans.len() as u32).to_le_bytes());
    bytes.extend(
        anchors
            .map_or(LEFT_OUT, |anchors| anchors.len() as u32)
            .to_le_bytes(),
    );
    for Span { segment, from } in spans {
        bytes.extend(segment.to_le_bytes());
        bytes.extend(from.to_le_bytes());
    }
    for Anchor { number, offset } in anchors.unwrap_or_default() {
        bytes.extend(offset.to_le_bytes());
        bytes.extend(number.to_le_bytes());
    }
    bytes
}

/// The state at the beginning of a segment.
///
/// # Errors
/// When the payload is none of [`encode`]'s.
pub(crate) fn decode_state(bytes: &[u8]) -> Result<State, Mismatch> {
    let (spans, _) = entries(bytes)?;
    let spans = spans
        .chunks_exact(ENTRY_LEN)
        .map(|entry| Span {
            segment: read_u32(entry, 0..4),
            from: read_u64(entry, 4..12),
        })
        .collect();
    Ok(State::at_start(
        read_u64(bytes, 0..8),
        read_u64(bytes, 8..16),
        read_u64(bytes, 16..24),
        Index::at_start(spans, read_u64(bytes, 24..32)),
    ))
}

/// The anchors of the segment before; `None` when they were left out.
///
/// # Errors
/// When the payload is none of [`encode`]'s.
pub(crate) fn decode_anchors(bytes: &[u8]) -> Result<Option<Vec<Anchor>>, Mismatch> {
    let (_, anchors) = entries(bytes)?;
    Ok(anchors.map(|anchors| {
        anchors
            .chunks_exact(ENTRY_LEN)
            .map(|entry| Anchor {
                offset: read_u32(entry, 0..4),
                number: read_u64(entry, 4..12),
            })
            .collect()
    }))
}

type Entries<'a> = (&'a [u8], Option<&'a [u8]>);

fn entries(bytes: &[u8]) -> Result<Entries<'_>, Mismatch> {
    let wrong = |expected: String| Mismatch::new(expected, format!("{} bytes", bytes.len()));
    let Some((fixed, rest)) = bytes.split_at_checked(FIXED_LEN) else {
        return Err(wrong(format!("a snapshot of at least {FIXED_LEN} bytes")));
    };
    let (spans, anchors) = (read_u32(fixed, 32..36), read_u32(fixed, 36..40));
    let anchors = Some(anchors).filter(|count| *count != LEFT_OUT);
    let spans_len = spans as usize * ENTRY_LEN;
    let anchors_len = anchors.unwrap_or(0) as usize * ENTRY_LEN;
    if rest.len() != spans_len + anchors_len {
        return Err(wrong(format!(
            "a snapshot of {} bytes",
            FIXED_LEN + spans_len + anchors_len
        )));
    }
    let (spans, rest) = rest.split_at(spans_len);
    Ok((spans, anchors.map(|_| rest)))
}
