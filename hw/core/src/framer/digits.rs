//! C4: digits to numbers.

use super::records::{EndMarks, FieldMarks, HeaderMarks, Planes, Token, ValueMask};
use rust_hdl::prelude::*;

/// Packs the digits of MsgSeqNum, weighs those of BodyLength and CheckSum, and adds up the slot's bytes.
///
/// * Enters: a slot from [`Mask`](super::mask::Mask).
/// * Leaves, one clock later: its numbers and its events, one bit each.
/// * Never stalls. Keeps nothing.
#[derive(LogicBlock, Default)]
pub struct Digits<const S: usize> {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// The slot: bytes.
    pub data: Signal<In, Bits<64>>,
    /// Digits.
    pub digit: Signal<In, Bits<8>>,
    /// Their values.
    pub planes: Signal<In, Planes>,
    /// The slot's token.
    pub token: Signal<In, Token>,
    /// With the load token.
    pub session: Signal<In, Bits<S>>,
    /// The value of 34.
    pub value: Signal<In, ValueMask>,
    /// Flags and data lengths.
    pub marks: Signal<In, FieldMarks>,
    /// The header.
    pub header_marks: Signal<In, HeaderMarks>,
    /// Digits of BodyLength, units first.
    pub length_digits: [Signal<In, Bits<4>>; 5],
    /// Ends.
    pub end_marks: Signal<In, EndMarks>,
    /// Digits of CheckSum, units first.
    pub check_digits: [Signal<In, Bits<4>>; 3],
    /// The bytes that CheckSum covers, summed in pairs.
    pub pair_sums: [Signal<In, Bits<8>>; 4],

    /// As entered.
    pub token_out: Signal<Out, Token>,
    /// As entered.
    pub session_out: Signal<Out, Bits<S>>,
    /// As entered.
    pub end_marks_out: Signal<Out, EndMarks>,
    /// The slot's digits of MsgSeqNum, BCD, the last in the low nibble.
    pub value_digits: Signal<Out, Bits<32>>,
    /// How many they are, as many ones from bit 0.
    pub value_count: Signal<Out, Bits<8>>,
    /// The value begins in this slot.
    pub starts: Signal<Out, Bit>,
    /// The value has a character that is no digit.
    pub not_digit: Signal<Out, Bit>,
    /// Rule 4.7 or 4.10 in this slot.
    pub ambiguous: Signal<Out, Bit>,
    /// PossDupFlag, PossResend, GapFillFlag, ResetSeqNumFlag is Y, from bit 0.
    pub flags: Signal<Out, Bits<4>>,
    /// BodyLength closed.
    pub found: Signal<Out, Bit>,
    /// The header breaks a rule; the count of SOH is still to check.
    pub header_bad: Signal<Out, Bit>,
    /// Position of the SOH after BodyLength, its units and 7.
    pub end_units: Signal<Out, Bits<19>>,
    /// Its tens and hundreds.
    pub end_hundreds: Signal<Out, Bits<11>>,
    /// Its thousands and ten thousands.
    pub end_thousands: Signal<Out, Bits<17>>,
    /// SOHs before BodyLength closed, none, one or more in this slot.
    pub soh_any: Signal<Out, Bit>,
    /// More than one.
    pub soh_many: Signal<Out, Bit>,
    /// The first character of MsgType came.
    pub type_first_valid: Signal<Out, Bit>,
    /// It.
    pub type_first: Signal<Out, Bits<8>>,
    /// The second character of MsgType came.
    pub type_second_valid: Signal<Out, Bit>,
    /// It.
    pub type_second: Signal<Out, Bits<8>>,
    /// Units and tens of CheckSum.
    pub check_tens: Signal<Out, Bits<7>>,
    /// Its hundreds.
    pub check_hundreds: Signal<Out, Bits<10>>,
    /// Sum of the slot's bytes that CheckSum covers.
    pub sum: Signal<Out, Bits<8>>,

    slot_token: DFF<Token>,
    slot_session: DFF<Bits<S>>,
    slot_end: DFF<EndMarks>,
    slot_value_digits: DFF<Bits<32>>,
    slot_value_count: DFF<Bits<8>>,
    slot_starts: DFF<Bit>,
    slot_not_digit: DFF<Bit>,
    slot_ambiguous: DFF<Bit>,
    slot_flags: DFF<Bits<4>>,
    slot_found: DFF<Bit>,
    slot_header_bad: DFF<Bit>,
    slot_end_units: DFF<Bits<19>>,
    slot_end_hundreds: DFF<Bits<11>>,
    slot_end_thousands: DFF<Bits<17>>,
    slot_soh_any: DFF<Bit>,
    slot_soh_many: DFF<Bit>,
    slot_first_valid: DFF<Bit>,
    slot_first: DFF<Bits<8>>,
    slot_second_valid: DFF<Bit>,
    slot_second: DFF<Bits<8>>,
    slot_check_tens: DFF<Bits<7>>,
    slot_check_hundreds: DFF<Bits<10>>,
    slot_sum: DFF<Bits<8>>,

    lane: Signal<Local, Bits<8>>,
    nibble: Signal<Local, Bits<4>>,
    pack: Signal<Local, Bits<32>>,
    count: Signal<Local, Bits<8>>,
    region: Signal<Local, Bits<8>>,
    last: Signal<Local, Bits<8>>,
    seq_nums: Signal<Local, Bits<8>>,
    before_seq_num: Signal<Local, Bits<8>>,
    second_seq_num: Signal<Local, Bits<8>>,
    seen: Signal<Local, Bit>,
    unseen: Signal<Local, Bit>,
    poss_dups: Signal<Local, Bits<8>>,
    first_poss_dup: Signal<Local, Bits<8>>,
    sohs: Signal<Local, Bits<8>>,
    second_soh: Signal<Local, Bits<8>>,
    units_and_7: Signal<Local, Bits<5>>,
    tens: Signal<Local, Bits<11>>,
    hundreds: Signal<Local, Bits<11>>,
    thousands: Signal<Local, Bits<17>>,
    ten_thousands: Signal<Local, Bits<17>>,
    check_tens_only: Signal<Local, Bits<7>>,
    check_hundreds_only: Signal<Local, Bits<10>>,
    too_short: Signal<Local, Bit>,
    type_lanes: Signal<Local, Bits<8>>,
    character: Signal<Local, Bits<8>>,
}

impl<const S: usize> Logic for Digits<S> {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            slot_token,
            slot_session,
            slot_end,
            slot_value_digits,
            slot_value_count,
            slot_starts,
            slot_not_digit,
            slot_ambiguous,
            slot_flags,
            slot_found,
            slot_header_bad,
            slot_end_units,
            slot_end_hundreds,
            slot_end_thousands,
            slot_soh_any,
            slot_soh_many,
            slot_first_valid,
            slot_first,
            slot_second_valid,
            slot_second,
            slot_check_tens,
            slot_check_hundreds,
            slot_sum
        );

        // MsgSeqNum: the digit k lanes below the last goes to nibble k.
        self.region.next = self.value.val().region;
        self.last.next = self.value.val().last;
        self.pack.next = 0.into();
        self.count.next = 0.into();
        self.lane.next = 0.into();
        self.nibble.next = 0.into();
        for k in 0..8 {
            self.lane.next = self.region.val() & (self.last.val() >> k.to_bits::<4>());
            self.nibble.next = self
                .nibble
                .val()
                .replace_bit(0, (self.lane.val() & self.planes.val().ones).any());
            self.nibble.next = self
                .nibble
                .val()
                .replace_bit(1, (self.lane.val() & self.planes.val().twos).any());
            self.nibble.next = self
                .nibble
                .val()
                .replace_bit(2, (self.lane.val() & self.planes.val().fours).any());
            self.nibble.next = self
                .nibble
                .val()
                .replace_bit(3, (self.lane.val() & self.planes.val().eights).any());
            self.pack.next =
                self.pack.val() | (bit_cast::<32, 4>(self.nibble.val()) << (k * 4).to_bits::<8>());
            self.count.next = self.count.val().replace_bit(k, self.lane.val().any());
        }
        self.slot_value_digits.d.next = self.pack.val();
        self.slot_value_count.d.next = self.count.val();
        self.slot_starts.d.next = self.value.val().starts;
        self.slot_not_digit.d.next = (self.region.val() & (!self.digit.val())).any();

        // A second 34 in the beat, a data length before the first.
        self.seq_nums.next = self.value.val().seq_nums;
        self.before_seq_num.next = 0.into();
        self.second_seq_num.next = 0.into();
        self.seen.next = false;
        self.unseen.next = true;
        for i in 0..8 {
            self.second_seq_num.next = self
                .second_seq_num
                .val()
                .replace_bit(i, self.seen.val() & self.seq_nums.val().get_bit(i));
            self.seen.next = self.seen.val() | self.seq_nums.val().get_bit(i);
            self.unseen.next = !self.seen.val();
            self.before_seq_num.next = self.before_seq_num.val().replace_bit(i, self.unseen.val());
        }
        self.slot_ambiguous.d.next = self.marks.val().doubtful
            | (self.marks.val().early_length & self.before_seq_num.val()).any()
            | (self.second_seq_num.val().any() & self.marks.val().any_new);

        // Flags; of the PossDupFlags only the first counts.
        self.poss_dups.next = self.marks.val().poss_dup;
        self.first_poss_dup.next = 0.into();
        self.seen.next = false;
        for i in 0..8 {
            self.unseen.next = !self.seen.val();
            self.first_poss_dup.next = self
                .first_poss_dup
                .val()
                .replace_bit(i, self.unseen.val() & self.poss_dups.val().get_bit(i));
            self.seen.next = self.seen.val() | self.poss_dups.val().get_bit(i);
        }
        self.nibble.next = 0.into();
        self.nibble.next = self
            .nibble
            .val()
            .replace_bit(0, (self.first_poss_dup.val() & self.marks.val().yes).any());
        self.nibble.next = self.nibble.val().replace_bit(1, self.marks.val().poss_resend);
        self.nibble.next = self.nibble.val().replace_bit(2, self.marks.val().gap_fill);
        self.nibble.next = self.nibble.val().replace_bit(3, self.marks.val().reset_seq_num);
        self.slot_flags.d.next = self.nibble.val();

        // BodyLength: the message ends at its SOH + length + 7.
        self.units_and_7.next = bit_cast::<5, 4>(self.length_digits[0].val()) + 7;
        self.tens.next = 0.into();
        self.hundreds.next = 0.into();
        self.thousands.next = 0.into();
        self.ten_thousands.next = 0.into();
        self.check_tens_only.next = 0.into();
        self.check_hundreds_only.next = 0.into();
        for k in 1usize..10 {
            if self.length_digits[1].val() == k.to_bits::<4>() {
                self.tens.next = (k * 10).to_bits::<11>();
            }
            if self.length_digits[2].val() == k.to_bits::<4>() {
                self.hundreds.next = (k * 100).to_bits::<11>();
            }
            if self.length_digits[3].val() == k.to_bits::<4>() {
                self.thousands.next = (k * 1000).to_bits::<17>();
            }
            if self.length_digits[4].val() == k.to_bits::<4>() {
                self.ten_thousands.next = (k * 10000).to_bits::<17>();
            }
            if self.check_digits[1].val() == k.to_bits::<4>() {
                self.check_tens_only.next = (k * 10).to_bits::<7>();
            }
            if self.check_digits[2].val() == k.to_bits::<4>() {
                self.check_hundreds_only.next = (k * 100).to_bits::<10>();
            }
        }
        self.slot_found.d.next = self.header_marks.val().found;
        self.slot_end_units.d.next =
            self.header_marks.val().position + bit_cast::<19, 5>(self.units_and_7.val());
        self.slot_end_hundreds.d.next = self.tens.val() + self.hundreds.val();
        self.slot_end_thousands.d.next = self.thousands.val() + self.ten_thousands.val();
        // Below 41: no digit above the tens, and 39 or less, or 40.
        self.too_short.next = (self.length_digits[4].val() == 0)
            & (self.length_digits[3].val() == 0)
            & (self.length_digits[2].val() == 0)
            & ((self.length_digits[1].val() < 4)
                | ((self.length_digits[1].val() == 4) & (self.length_digits[0].val() == 0)));
        self.slot_header_bad.d.next =
            self.header_marks.val().bad | (self.header_marks.val().found & self.too_short.val());
        self.sohs.next = self.header_marks.val().soh_before;
        self.second_soh.next = 0.into();
        self.seen.next = false;
        for i in 0..8 {
            self.second_soh.next = self
                .second_soh
                .val()
                .replace_bit(i, self.seen.val() & self.sohs.val().get_bit(i));
            self.seen.next = self.seen.val() | self.sohs.val().get_bit(i);
        }
        self.slot_soh_any.d.next = self.seen.val();
        self.slot_soh_many.d.next = self.second_soh.val().any();

        // MsgType.
        self.type_lanes.next = self.header_marks.val().type_first;
        self.character.next = 0.into();
        for i in 0..8 {
            if self.type_lanes.val().get_bit(i) {
                self.character.next = self.character.val() | self.data.val().get_bits::<8>(i * 8);
            }
        }
        self.slot_first_valid.d.next = self.type_lanes.val().any();
        self.slot_first.d.next = self.character.val();
        self.type_lanes.next = self.header_marks.val().type_second;
        self.character.next = 0.into();
        for i in 0..8 {
            if self.type_lanes.val().get_bit(i) {
                self.character.next = self.character.val() | self.data.val().get_bits::<8>(i * 8);
            }
        }
        self.slot_second_valid.d.next = self.type_lanes.val().any();
        self.slot_second.d.next = self.character.val();

        // CheckSum.
        self.slot_check_tens.d.next =
            self.check_tens_only.val() + bit_cast::<7, 4>(self.check_digits[0].val());
        self.slot_check_hundreds.d.next = self.check_hundreds_only.val();
        self.slot_sum.d.next = (self.pair_sums[0].val() + self.pair_sums[1].val())
            + (self.pair_sums[2].val() + self.pair_sums[3].val());

        self.slot_token.d.next = self.token.val();
        self.slot_session.d.next = self.session.val();
        self.slot_end.d.next = self.end_marks.val();

        self.token_out.next = self.slot_token.q.val();
        self.session_out.next = self.slot_session.q.val();
        self.end_marks_out.next = self.slot_end.q.val();
        self.value_digits.next = self.slot_value_digits.q.val();
        self.value_count.next = self.slot_value_count.q.val();
        self.starts.next = self.slot_starts.q.val();
        self.not_digit.next = self.slot_not_digit.q.val();
        self.ambiguous.next = self.slot_ambiguous.q.val();
        self.flags.next = self.slot_flags.q.val();
        self.found.next = self.slot_found.q.val();
        self.header_bad.next = self.slot_header_bad.q.val();
        self.end_units.next = self.slot_end_units.q.val();
        self.end_hundreds.next = self.slot_end_hundreds.q.val();
        self.end_thousands.next = self.slot_end_thousands.q.val();
        self.soh_any.next = self.slot_soh_any.q.val();
        self.soh_many.next = self.slot_soh_many.q.val();
        self.type_first_valid.next = self.slot_first_valid.q.val();
        self.type_first.next = self.slot_first.q.val();
        self.type_second_valid.next = self.slot_second_valid.q.val();
        self.type_second.next = self.slot_second.q.val();
        self.check_tens.next = self.slot_check_tens.q.val();
        self.check_hundreds.next = self.slot_check_hundreds.q.val();
        self.sum.next = self.slot_sum.q.val();
    }
}
