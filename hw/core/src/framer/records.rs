//! What travels from stage to stage, and what each stage keeps of a session.
//!
//! A *slot* is one clock's worth of a stage's input: a stream beat of which some lanes are new, a token, or nothing. In
//! masks of eight bits, bit i belongs to lane i; a match stands at the lane of its pattern's last character.
#![allow(missing_docs)] // of the accessors that `LogicStruct` derives

use rust_hdl::prelude::*;

/// Marks that travel in the slots with the data.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct Token {
    /// A parsed frame begins: fetch its session's context.
    pub load: Bit,
    /// A frame ends.
    pub end: Bit,
    /// With `end`: put the session's context back.
    pub save: Bit,
}

/// Classes of the shown characters of a beat.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct Classes {
    /// The field delimiter, 0x01.
    pub soh: Bits<8>,
    /// `=`
    pub equals: Bits<8>,
    /// `F`
    pub letter_f: Bits<8>,
    /// `I`
    pub letter_i: Bits<8>,
    /// `X`
    pub letter_x: Bits<8>,
    /// `Y`
    pub letter_y: Bits<8>,
    /// `0` to `9`
    pub digit: Bits<8>,
}

/// Bits 0 to 3 of each lane's character: the value of a digit, one mask a bit.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct Planes {
    /// Weight 1.
    pub ones: Bits<8>,
    /// Weight 2.
    pub twos: Bits<8>,
    /// Weight 4.
    pub fours: Bits<8>,
    /// Weight 8.
    pub eights: Bits<8>,
}

/// Patterns of the header.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct HeaderMatches {
    /// `8=FIX`
    pub begin_string: Bits<8>,
    /// SOH `9=` d{1,5} SOH
    pub body_length: Bits<8>,
    /// The same with two digits or more.
    pub digits_2: Bits<8>,
    /// With three or more.
    pub digits_3: Bits<8>,
    /// With four or more.
    pub digits_4: Bits<8>,
    /// With five.
    pub digits_5: Bits<8>,
    /// SOH `35=`
    pub msg_type: Bits<8>,
}

/// Patterns of the body and the trailer.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct FieldMatches {
    /// SOH `34=`
    pub seq_num: Bits<8>,
    /// SOH `43=` and two characters.
    pub poss_dup: Bits<8>,
    /// `Y` SOH, whatever comes before.
    pub yes: Bits<8>,
    /// SOH `97=Y` SOH
    pub poss_resend: Bits<8>,
    /// SOH `123=Y` SOH
    pub gap_fill: Bits<8>,
    /// SOH `141=Y` SOH
    pub reset_seq_num: Bits<8>,
    /// SOH T `=`, T the tag of a data length.
    pub data_length: Bits<8>,
    /// SOH `10=` ddd SOH
    pub trailer: Bits<8>,
}

/// Which lanes of a beat belong to what part of a message, told from where the message ends.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct Bounds {
    /// Counted in CheckSum, of this message or of the next.
    pub summed: Bits<8>,
    /// Before the trailer.
    pub body: Bits<8>,
    /// The last character of the body.
    pub body_end: Bits<8>,
    /// The last character of the message.
    pub end: Bits<8>,
    /// After the last character of the message.
    pub following: Bits<8>,
    /// The fifth character of the next message.
    pub fifth: Bits<8>,
}

/// The value of MsgSeqNum in this slot.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct ValueMask {
    /// New characters of the value.
    pub region: Bits<8>,
    /// The last shown character of the value, one lane.
    pub last: Bits<8>,
    /// `=` of each `34=` in this beat while none was seen in an earlier one.
    pub seq_nums: Bits<8>,
    /// A value begins in this slot.
    pub starts: Bit,
}

/// Fields found in this slot, within the body.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct FieldMarks {
    /// Each PossDupFlag of this beat while none was seen in an earlier one, at its second character.
    pub poss_dup: Bits<8>,
    /// New `Y` SOH.
    pub yes: Bits<8>,
    /// New data-length tags of this beat while no `34=` was seen in an earlier one.
    pub early_length: Bits<8>,
    /// PossResend is Y.
    pub poss_resend: Bit,
    /// GapFillFlag is Y.
    pub gap_fill: Bit,
    /// ResetSeqNumFlag is Y.
    pub reset_seq_num: Bit,
    /// One of the flags stands in a later beat than a data length: it may be data.
    pub doubtful: Bit,
    /// The slot has new characters.
    pub any_new: Bit,
}

/// What the header said in this slot.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct HeaderMarks {
    /// BodyLength closed.
    pub found: Bit,
    /// TCP number of the SOH that closed it, low 19 bits.
    pub position: Bits<19>,
    /// A rule of the header is broken (4.1, 4.2 without its count of SOH, 4.4).
    pub bad: Bit,
    /// New SOHs before that one.
    pub soh_before: Bits<8>,
    /// First character of MsgType.
    pub type_first: Bits<8>,
    /// Second character of MsgType.
    pub type_second: Bits<8>,
}

/// What ended in this slot.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct EndMarks {
    /// The body.
    pub body: Bit,
    /// The message.
    pub message: Bit,
    /// With `message`: the trailer does not stand where BodyLength says.
    pub trailer_bad: Bit,
    /// With `message`: it has a `34=`.
    pub has_seq_num: Bit,
}

/// Context of [`Align`](super::align::Align).
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct AlignContext {
    /// The last whole stream beat.
    pub last_whole: Bits<64>,
    /// The stream beat the next byte belongs to, as far as it has come.
    pub open: Bits<64>,
}

/// Context of [`Boundary`](super::boundary::Boundary).
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct BoundaryContext {
    /// TCP number of the message's last byte, low 19 bits; of the last message's until BodyLength is known.
    pub message_end: Bits<19>,
    /// The open beat holds it.
    pub ends_here: Bit,
    /// The beat before the open one holds it.
    pub ended_before: Bit,
}

/// Context of [`Mask`](super::mask::Mask).
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct MaskContext {
    /// BodyLength is known.
    pub in_body: Bit,
    /// A `34=` in this beat would be the first.
    pub wants_seq_num: Bit,
    /// The value of 34 runs on from the beat before.
    pub value_open: Bit,
    /// 34 was found.
    pub seen_seq_num: Bit,
    /// 43 was found.
    pub seen_poss_dup: Bit,
    /// A data length was found.
    pub sealed: Bit,
    /// Beats searched for BodyLength.
    pub searched: Bits<3>,
    /// Where BodyLength closed in the beat before.
    pub last_found: Bits<8>,
}

/// Context of [`Accumulate`](super::accumulate::Accumulate).
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct AccumulateContext {
    /// MsgSeqNum as far as it has come, BCD.
    pub received: Bits<40>,
    /// How many digits it has, as many ones from bit 0.
    pub digits: Bits<10>,
    /// It has another character, or too many.
    pub bad_number: Bit,
    /// Rule 4.7 or 4.10.
    pub ambiguous: Bit,
    /// PossDupFlag, PossResend, GapFillFlag, ResetSeqNumFlag, from bit 0.
    pub flags: Bits<4>,
    /// Running sum of the message.
    pub sum: Bits<8>,
    /// Sum up to the body's end.
    pub body_sum: Bits<8>,
    /// First two characters of MsgType.
    pub msg_type: Bits<16>,
    /// It has two or more.
    pub type_long: Bit,
    /// SOHs before BodyLength closed: none, one, more (2).
    pub soh_count: Bits<2>,
}

/// Context of [`Judge`](super::verdict::Judge).
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct SequenceContext {
    /// Next MsgSeqNum, BCD.
    pub expected: Bits<40>,
    /// The highest MsgSeqNum received while the gap is open, BCD.
    pub high_water: Bits<40>,
    /// A gap is open.
    pub gap_open: Bit,
    /// The host must say which number comes next.
    pub hold: Bit,
    /// The next good number is taken as expected.
    pub probing: Bit,
    /// `expected` is still to move on by one.
    pub advance: Bit,
    /// TCP number of the message's first byte, low 19 bits.
    pub message_start: Bits<19>,
}
