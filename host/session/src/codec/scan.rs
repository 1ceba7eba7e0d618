//! The fast ways through a message in which nothing is out of the ordinary.
//!
//! [`scan`] goes from SOH to SOH and branches on nothing but the header fields that the session layer reads. [`Layouts`] remembers
//! which tags came in which order in the last message of a type: a message that repeats them needs only to be compared.
//!
//! Whatever is unusual (a field without value, a tag that is no number, a data length, a header field twice) is left to the careful
//! reader in [`super::view`], which knows what to answer. So these only ever say "as it should be" or "look closely".

use wide::u8x16;

use super::frame::TRAILER_LEN;
use super::view::{Span, HEADER_SLOTS, SOH};

/// A byte repeated over a word.
const fn all(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

const HIGH: u64 = all(0x80);

/// What a tag means to the scan: 0 nothing, [`CAREFUL`] an end of it, else its slot and one.
type Class = u8;

/// A data length, whose data may hold anything, a signature, or a CheckSum before the end.
const CAREFUL: Class = u8::MAX;

/// Tags above are of no interest.
const TAGS: usize = 4096;

static CLASSES: [Class; TAGS] = classes();

const fn classes() -> [Class; TAGS] {
    let mut classes = [0; TAGS];
    let mut tag = 0;
    while tag < TAGS as u32 {
        classes[tag as usize] = match super::view::slot_of(tag) {
            Some(slot) => slot as Class + 1,
            None if tag == 0 || tag == super::field::CHECK_SUM => CAREFUL,
            None if super::field::data_field_of(tag).is_some() => CAREFUL,
            None if tag == super::field::SIGNATURE => CAREFUL,
            None => 0,
        };
        tag += 1;
    }
    classes
}

#[inline(always)]
fn word(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// Whether a message ends with SOH, `10=`, three digits and SOH: its last eight bytes.
#[inline(always)]
pub(super) fn ends_in_trailer(bytes: &[u8]) -> bool {
    const DIGITS: u64 = 0x00ff_ffff_0000_0000;
    let Some(end) = bytes.last_chunk::<8>() else {
        return false;
    };
    let end = u64::from_le_bytes(*end);
    let values = (end ^ all(b'0')) & DIGITS;
    let beyond_nine = values.wrapping_add(all(0x80 - 10)) | values;
    end & !DIGITS == u64::from_le_bytes(*b"\x0110=\0\0\0\x01") && beyond_nine & HIGH & DIGITS == 0
}

/// The content of a framed message: all before its trailer, which is as it should be.
#[inline(always)]
fn content_of(bytes: &[u8]) -> Option<&[u8]> {
    ends_in_trailer(bytes).then(|| &bytes[..bytes.len() - TRAILER_LEN])
}

/// How many bytes stand before the first SOH; eight when there is none.
#[inline(always)]
pub(super) fn soh_within(bytes: [u8; 8]) -> usize {
    let x = u64::from_le_bytes(bytes) ^ all(SOH);
    (x.wrapping_sub(all(1)) & !x & HIGH).trailing_zeros() as usize / 8
}

/// The decimal number of one to eight digits that ends at `end`; `None` says nothing.
#[inline(always)]
pub(super) fn short_uint(bytes: &[u8], start: usize, end: usize) -> Option<u64> {
    let digits = end.wrapping_sub(start);
    if !(1..=8).contains(&digits) {
        return None;
    }
    // The last digit is in the highest byte; what stands before the first one counts as zero.
    let shift = 64 - 8 * digits;
    let values = (word(bytes, end.checked_sub(8)?)? ^ all(b'0')) >> shift << shift;
    if (values.wrapping_add(all(0x80 - 10)) | values) & HIGH != 0 {
        return None;
    }
    // Pairs of digits, then pairs of pairs, then both halves.
    let pairs = (values.wrapping_mul(10) + (values >> 8)) & 0x00ff_00ff_00ff_00ff;
    let fours = (pairs.wrapping_mul(100) + (pairs >> 16)) & 0x0000_ffff_0000_ffff;
    Some((fours.wrapping_mul(10_000) + (fours >> 32)) & 0xffff_ffff)
}

/// Whether two values are the same: names, mostly, for which a call costs more than the comparison.
#[inline(always)]
pub(crate) fn is_same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    match a.len() {
        8..17 => a.first_chunk::<8>() == b.first_chunk::<8>() && a.last_chunk::<8>() == b.last_chunk::<8>(),
        4..8 => a.first_chunk::<4>() == b.first_chunk::<4>() && a.last_chunk::<4>() == b.last_chunk::<4>(),
        0..4 => a.iter().zip(b).all(|(a, b)| a == b),
        _ => a == b,
    }
}

/// The bits of the bytes that are SOH.
#[inline(always)]
fn soh_bits(block: &[u8; 64]) -> u64 {
    let (rows, _) = block.as_chunks::<16>();
    rows.iter().rev().fold(0, |bits, row| {
        bits << 16 | u64::from(u8x16::new(*row).simd_eq(u8x16::splat(SOH)).to_bitmask())
    })
}

/// Calls `at_end` with the place of each SOH, in order, until it says `None`.
#[inline(always)]
fn for_each_soh(content: &[u8], mut at_end: impl FnMut(usize) -> Option<()>) -> Option<()> {
    let mut each = |mut bits: u64, base: usize| {
        while bits != 0 {
            at_end(base + bits.trailing_zeros() as usize)?;
            bits &= bits - 1;
        }
        Some(())
    };
    let (blocks, rest) = content.as_chunks::<64>();
    for (nth, block) in blocks.iter().enumerate() {
        each(soh_bits(block), nth * 64)?;
    }
    let from = content.len() - rest.len();
    match content.last_chunk::<64>() {
        // The last 64 bytes, without those that were looked at.
        Some(block) if !rest.is_empty() => each(soh_bits(block) >> (64 - rest.len()), from),
        Some(_) => Some(()),
        None => {
            let mut block = [0; 64];
            block[..rest.len()].copy_from_slice(rest);
            each(soh_bits(&block), from)
        }
    }
}

/// Fills the slots of one framed message, if nothing in it needs a careful look; they are of no use otherwise. `bytes` are at most
/// `u32::MAX`.
#[inline]
pub(super) fn scan(bytes: &[u8], spans: &mut [Span; HEADER_SLOTS]) -> Option<()> {
    let content = content_of(bytes)?;
    let mut start = 0;
    for_each_soh(content, |end| {
        note(bytes, start, end, spans)?;
        start = end + 1;
        Some(())
    })?;
    // The content ends with a SOH, and begins with 8, 9 and 35.
    let [begin_string, body_length, msg_type, ..] = spans;
    let in_order = start == content.len()
        && begin_string.start == 2
        && body_length.start == begin_string.end + 3
        && msg_type.start == body_length.end + 4;
    in_order.then_some(())
}

/// The digits of a tag at the start of `word`, before their '='; `None` if it is no tag of one to seven digits.
#[inline(always)]
fn tag_digits(word: u64) -> Option<(usize, u64)> {
    let x = word ^ all(b'=');
    let equals = x.wrapping_sub(all(1)) & !x & HIGH;
    let digits = equals.trailing_zeros() as usize / 8;
    if !(1..8).contains(&digits) {
        return None;
    }
    // The digits' values, the last one in the highest byte.
    let values = (word ^ all(b'0')) << (64 - 8 * digits);
    let beyond_nine = (values.wrapping_add(all(0x80 - 10)) | values) & HIGH;
    if beyond_nine != 0 || word as u8 == b'0' {
        return None;
    }
    Some((digits, values))
}

/// What the tag of these digits means.
#[inline(always)]
fn class_of(digits: usize, values: u64) -> Class {
    if digits > 4 {
        // From 40000 to 43999 there are data lengths among FIX's own tags.
        let may_be_length = digits == 5 && (values >> 24) as u8 == 4 && (values >> 32) as u8 <= 3;
        return if may_be_length { CAREFUL } else { 0 };
    }
    // Four digits in the upper half: pairs first, then both pairs.
    let pairs = (values >> 32).wrapping_mul(10) + (values >> 40);
    let tag = (((pairs & 0xff) * 100) + ((pairs >> 16) & 0xff)) as usize;
    CLASSES.get(tag).copied().unwrap_or(0)
}

/// Notes the field that ends before the SOH at `end`.
#[inline(always)]
fn note(bytes: &[u8], start: usize, end: usize, spans: &mut [Span; HEADER_SLOTS]) -> Option<()> {
    // The trailer follows, so eight bytes are there.
    let (digits, values) = tag_digits(word(bytes, start)?)?;
    // No value.
    if start + digits + 1 >= end {
        return None;
    }
    match class_of(digits, values) {
        0 => {}
        CAREFUL => return None,
        class => {
            let span = &mut spans[usize::from(class) - 1];
            if span.start != 0 {
                return None;
            }
            *span = Span {
                start: (start + digits + 1) as u32,
                end: end as u32,
            };
        }
    }
    Some(())
}

/// Fields of the longest message that is remembered.
const FIELDS_MAX: usize = 64;
/// Messages remembered, by the low bits of MsgType's first character.
const LAYOUTS: usize = 8;
/// Longest run of messages for which a layout that did not come again is left alone.
const PAUSE_MAX: u8 = 63;

/// A tag and its '=', as they stand in the message.
#[derive(Debug, Clone, Copy)]
struct Known {
    text: u64,
    /// Of the bytes that count.
    mask: u64,
    /// How many they are.
    len: u64,
}

impl Known {
    /// Whether the field from `start` to the SOH at `end` has this tag, and a value.
    #[inline(always)]
    fn check(&self, bytes: &[u8], start: u32, end: usize) -> Option<()> {
        let at = start as usize;
        let text = u64::from_le_bytes(*bytes.get(at..at + 8)?.first_chunk()?);
        let is_same = text & self.mask == self.text && end as u64 != u64::from(start) + self.len;
        is_same.then_some(())
    }
}

/// A header field of a layout.
#[derive(Debug, Clone, Copy)]
struct Placed {
    slot: u8,
    /// Which field it is.
    field: u8,
    /// Length of its tag and '='.
    len: u8,
}

/// Rows of the longest message of which the shape is remembered.
const ROWS_MAX: usize = 32;

/// Sixteen bytes of a message of which all but the values is known: tags, '=' and SOH, and that no SOH is in the values.
#[derive(Debug, Clone, Copy)]
struct Row {
    /// Zero where a value stands.
    text: u8x16,
    /// Of the bytes that count.
    mask: u8x16,
}

/// A message whose values have the lengths of the last one's: nothing in it moves.
#[derive(Debug, Clone, Default)]
struct Shape {
    /// The last one overlaps the one before, unless the length is a multiple of sixteen.
    rows: Vec<Row>,
    len: usize,
    spans: [Span; HEADER_SLOTS],
    pause: Pause,
}

impl Shape {
    #[inline(always)]
    fn compare(&self, bytes: &[u8], spans: &mut [Span; HEADER_SLOTS]) -> Option<()> {
        if bytes.len() != self.len {
            return None;
        }
        let (whole, _) = bytes.as_chunks::<16>();
        let mut differs = u8x16::splat(0);
        let mut rows = self.rows.iter();
        for (row, known) in whole.iter().zip(&mut rows) {
            differs |= known.differs(row);
        }
        if let Some(known) = rows.next() {
            differs |= known.differs(bytes.last_chunk()?);
        }
        if differs.simd_eq(u8x16::splat(0)).to_bitmask() != 0xffff {
            return None;
        }
        *spans = self.spans;
        Some(())
    }

    /// Remembers a message whose `fields` begin at `starts`, the trailer behind them.
    #[cold]
    fn learn(
        &mut self,
        bytes: &[u8],
        fields: &[Known],
        starts: &[u32; FIELDS_MAX],
        spans: &[Span; HEADER_SLOTS],
    ) {
        self.rows.clear();
        self.len = 0;
        if bytes.len() > 16 * ROWS_MAX || bytes.len() < 16 {
            return;
        }
        let (mut text, mut mask) = ([0; 16 * ROWS_MAX], [0; 16 * ROWS_MAX]);
        let trailer = bytes.len() - TRAILER_LEN;
        let mut keep = |from: usize, to: usize| {
            text[from..to].copy_from_slice(&bytes[from..to]);
            mask[from..to].fill(0xff);
        };
        keep(trailer, trailer + 3);
        keep(bytes.len() - 1, bytes.len());
        for (nth, known) in fields.iter().enumerate() {
            let (start, next) = (starts[nth] as usize, starts[nth + 1] as usize);
            keep(start, start + known.len as usize);
            keep(next - 1, next);
        }
        let ends = (16..=bytes.len()).step_by(16);
        for end in ends.chain((!bytes.len().is_multiple_of(16)).then_some(bytes.len())) {
            let row = |of: &[u8]| {
                of[..end]
                    .last_chunk()
                    .map_or(u8x16::splat(0), |row| u8x16::new(*row))
            };
            self.rows.push(Row {
                text: row(&text),
                mask: row(&mask),
            });
        }
        self.len = bytes.len();
        self.spans = *spans;
    }
}

impl Row {
    /// Not zero where something else stands, or a SOH more or less.
    #[inline(always)]
    fn differs(&self, row: &[u8; 16]) -> u8x16 {
        let (row, soh) = (u8x16::new(*row), u8x16::splat(SOH));
        ((row ^ self.text) & self.mask) | (row.simd_eq(soh) ^ self.text.simd_eq(soh))
    }
}

/// What did not come again is not remembered anew each time.
#[derive(Debug, Clone, Copy, Default)]
struct Pause {
    /// Messages to come for which nothing is remembered.
    left: u8,
    /// The last such run; 0 once what was remembered has come again.
    last: u8,
}

impl Pause {
    /// Begins a run that is longer than the last one.
    fn begin(&mut self) {
        self.left = self.last;
        self.last = (2 * self.last + 1).min(PAUSE_MAX);
    }

    /// Whether a run is under way; one message of it is over then.
    #[inline(always)]
    fn is_under_way(&mut self) -> bool {
        let under_way = self.left > 0;
        self.left -= u8::from(under_way);
        under_way
    }
}

/// The tags of one message in their order. [`scan`] found nothing unusual in it, so that nothing is in any other message with
/// these tags in this order, whatever their values: only a value may be missing.
#[derive(Debug, Clone, Default)]
struct Layout {
    known: Vec<Known>,
    header: Vec<Placed>,
    pause: Pause,
    shape: Shape,
}

/// What messages of a session look like: it sees the same few again and again.
#[derive(Debug, Clone)]
pub(crate) struct Layouts {
    layouts: [Layout; LAYOUTS],
    /// Where the fields of the message looked at begin, and where the last one ends.
    starts: [u32; FIELDS_MAX],
    /// Messages for which a comparison was enough.
    #[cfg(test)]
    pub compared: u64,
    /// Messages of which even the shape was the same.
    #[cfg(test)]
    pub shapes: u64,
}

impl Default for Layouts {
    fn default() -> Self {
        Layouts {
            // Room for all that is ever in them: hot paths do not allocate.
            layouts: std::array::from_fn(|_| Layout {
                known: Vec::with_capacity(FIELDS_MAX),
                header: Vec::with_capacity(HEADER_SLOTS),
                shape: Shape {
                    rows: Vec::with_capacity(ROWS_MAX),
                    ..Shape::default()
                },
                ..Layout::default()
            }),
            starts: [0; FIELDS_MAX],
            #[cfg(test)]
            compared: 0,
            #[cfg(test)]
            shapes: 0,
        }
    }
}

impl Layouts {
    /// As [`scan`].
    #[inline]
    pub(super) fn scan(&mut self, bytes: &[u8], spans: &mut [Span; HEADER_SLOTS]) -> Option<()> {
        let layout = &mut self.layouts[type_hint(bytes) % LAYOUTS];
        let content = content_of(bytes)?;
        if layout.shape.compare(bytes, spans).is_some() {
            layout.shape.pause.last = 0;
            #[cfg(test)]
            {
                self.shapes += 1;
            }
            return Some(());
        }
        if layout.pause.is_under_way() {
            return scan(bytes, spans);
        }
        if layout.compare(bytes, content, &mut self.starts, spans).is_some() {
            layout.pause.last = 0;
            if !layout.shape.pause.is_under_way() {
                layout.shape.pause.begin();
                layout.shape.learn(bytes, &layout.known, &self.starts, spans);
            }
            #[cfg(test)]
            {
                self.compared += 1;
            }
            return Some(());
        }
        layout.learn(bytes, spans)
    }
}

/// The first character of MsgType where it usually is: a guess, which only chooses a layout.
#[inline(always)]
fn type_hint(bytes: &[u8]) -> usize {
    // Behind `8=FIX.4.4|9=`.
    const BODY_LENGTH_AT: usize = 12;
    let Some(word) = word(bytes, BODY_LENGTH_AT) else {
        return 0;
    };
    bytes
        .get(BODY_LENGTH_AT + soh_within(word.to_le_bytes()) + 4)
        .map_or(0, |&byte| usize::from(byte))
}

impl Layout {
    /// Fills the slots if the message has just these fields, each with a value.
    #[inline(always)]
    fn compare(
        &self,
        bytes: &[u8],
        content: &[u8],
        starts: &mut [u32; FIELDS_MAX],
        spans: &mut [Span; HEADER_SLOTS],
    ) -> Option<()> {
        let mut start = 0u32;
        let mut fields = self.known.iter().zip(&mut starts[1..]);
        for_each_soh(content, |end| {
            let (known, next) = fields.next()?;
            known.check(bytes, start, end)?;
            start = end as u32 + 1;
            *next = start;
            Some(())
        })?;
        if start as usize != content.len() || fields.next().is_some() {
            return None;
        }
        self.place(starts, spans);
        Some(())
    }

    #[inline(always)]
    fn place(&self, starts: &[u32; FIELDS_MAX], spans: &mut [Span; HEADER_SLOTS]) {
        for placed in &self.header {
            let field = usize::from(placed.field) % FIELDS_MAX;
            spans[usize::from(placed.slot)] = Span {
                start: starts[field] + u32::from(placed.len),
                end: starts[(field + 1) % FIELDS_MAX] - 1,
            };
        }
    }

    /// Scans the message and remembers what it looks like.
    #[cold]
    fn learn(&mut self, bytes: &[u8], spans: &mut [Span; HEADER_SLOTS]) -> Option<()> {
        // Messages that never look the same twice are not learnt each time.
        if !self.known.is_empty() {
            self.pause.begin();
        }
        self.known.clear();
        self.header.clear();
        let content = content_of(bytes)?;
        scan(bytes, spans)?;
        let mut start = 0;
        let learnt = for_each_soh(content, |end| {
            let word = word(bytes, start)?;
            let (digits, values) = tag_digits(word)?;
            let mask = u64::MAX >> (56 - 8 * digits);
            let class = class_of(digits, values);
            if class != 0 {
                self.header.push(Placed {
                    slot: class - 1,
                    field: self.known.len() as u8,
                    len: digits as u8 + 1,
                });
            }
            self.known.push(Known {
                text: word & mask,
                mask,
                len: digits as u64 + 1,
            });
            start = end + 1;
            (self.known.len() < FIELDS_MAX).then_some(())
        });
        if learnt.is_none() {
            // Too long: half a layout fits no message.
            self.known.clear();
            self.header.clear();
        }
        Some(())
    }
}
