//! The fast way through a message in which nothing is out of the ordinary: eight bytes at a time, branching on nothing but the
//! fields that the session layer reads.
//!
//! Whatever is unusual (a field without value, a tag that is no number, a data length, a header field twice) is left to the careful
//! reader in [`super::view`], which knows what to answer. So this one only ever says "as it should be" or "look closely".

use super::frame::TRAILER_LEN;
use super::view::{Span, HEADER_SLOTS, SLOTS, SOH};

/// A byte repeated over a word.
const fn all(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

const HIGH: u64 = all(0x80);

/// What a tag means to the scan: 0 nothing, [`CAREFUL`] an end of it, else its slot and one.
type Class = u8;

/// A data length, whose data may hold anything, or a CheckSum before the end.
const CAREFUL: Class = u8::MAX;

/// Tags above are of no interest.
const TAGS: usize = 2048;

static CLASSES: [Class; TAGS] = classes();

const fn classes() -> [Class; TAGS] {
    let mut classes = [0; TAGS];
    let mut tag = 0;
    while tag < TAGS as u32 {
        classes[tag as usize] = match super::view::slot_of(tag) {
            Some(slot) => slot as Class + 1,
            None if tag == 0 || tag == super::field::CHECK_SUM => CAREFUL,
            None if super::field::data_field_of(tag).is_some() => CAREFUL,
            None => 0,
        };
        tag += 1;
    }
    classes
}

fn word(bytes: &[u8], at: usize) -> Option<u64> {
    let word = bytes.get(at..at + 8)?;
    Some(u64::from_le_bytes(word.try_into().ok()?))
}

/// The bits of the bytes that are SOH, for up to 64 bytes.
#[inline]
fn soh_bits(block: &[u8]) -> u64 {
    let mut bits = 0;
    let (words, rest) = block.as_chunks::<8>();
    for (nth, word) in words.iter().enumerate() {
        let x = u64::from_le_bytes(*word) ^ all(SOH);
        // The high bit of each byte that is zero, exactly; then one bit for each byte.
        let zero = !(((x & !HIGH) + !HIGH) | x) & HIGH;
        let gathered = (zero >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        bits |= gathered << (nth * 8);
    }
    for (nth, byte) in rest.iter().enumerate() {
        bits |= u64::from(*byte == SOH) << (words.len() * 8 + nth);
    }
    bits
}

/// Fills the slots of one framed message, if nothing in it needs a careful look; they are of no use otherwise. `bytes` are at most
/// `u32::MAX`.
#[inline]
pub(super) fn scan(bytes: &[u8], spans: &mut [Span; SLOTS]) -> Option<()> {
    let (content, trailer) = bytes.split_last_chunk::<TRAILER_LEN>()?;
    let [b'1', b'0', b'=', b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', SOH] = trailer else {
        return None;
    };
    let mut start = 0;
    for (nth, block) in content.chunks(64).enumerate() {
        let mut bits = soh_bits(block);
        while bits != 0 {
            let end = nth * 64 + bits.trailing_zeros() as usize;
            bits &= bits - 1;
            note(bytes, start, end, spans)?;
            start = end + 1;
        }
    }
    // The content ends with a SOH, and begins with 8, 9 and 35.
    let [begin_string, body_length, msg_type, ..] = spans;
    let in_order = start == content.len()
        && begin_string.start == 2
        && body_length.start == begin_string.end + 3
        && msg_type.start == body_length.end + 4;
    in_order.then_some(())
}

/// Notes the field that ends before the SOH at `end`.
#[inline(always)]
fn note(bytes: &[u8], start: usize, end: usize, spans: &mut [Span; SLOTS]) -> Option<()> {
    // The trailer follows, so eight bytes are there.
    let word = word(bytes, start)?;
    let x = word ^ all(b'=');
    let equals = x.wrapping_sub(all(1)) & !x & HIGH;
    let digits = equals.trailing_zeros() as usize / 8;
    // No tag, or one of more than seven digits; or no value.
    if !(1..8).contains(&digits) || start + digits + 1 >= end {
        return None;
    }
    // The digits' values, the last one in the highest byte.
    let values = (word ^ all(b'0')) << (64 - 8 * digits);
    let beyond_nine = (values.wrapping_add(all(0x80 - 10)) | values) & HIGH;
    if beyond_nine != 0 || word as u8 == b'0' {
        return None;
    }
    if digits > 4 {
        return Some(());
    }
    // Four digits in the upper half: pairs first, then both pairs.
    let pairs = (values >> 32).wrapping_mul(10) + (values >> 40);
    let tag = (((pairs & 0xff) * 100) + ((pairs >> 16) & 0xff)) as usize;
    match CLASSES.get(tag).copied().unwrap_or(0) {
        0 => {}
        CAREFUL => return None,
        class => {
            let slot = usize::from(class) - 1;
            if spans[slot].start == 0 {
                spans[slot] = Span {
                    start: (start + digits + 1) as u32,
                    end: end as u32,
                };
            } else if slot < HEADER_SLOTS {
                return None;
            }
        }
    }
    Some(())
}
