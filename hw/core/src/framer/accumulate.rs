//! C5: the message so far.

use super::context::Context;
use super::records::{AccumulateContext, EndMarks, Token};
use rust_hdl::prelude::*;

/// Gathers over slots and frames what belongs to one message: its number, sum, flags and type.
///
/// * Enters: a slot from [`Digits`](super::digits::Digits).
/// * Leaves, one clock later: what ended in the slot, and the message so far with the slot included. `ambiguous` and `flags` start
///   anew in the clock after a message's end; the number with the next `34=`; the type with the next BodyLength.
/// * Never stalls.
#[derive(LogicBlock, Default)]
pub struct Accumulate<const S: usize> {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// The context starts anew.
    pub fresh: Signal<In, Bit>,
    /// The slot's token.
    pub token: Signal<In, Token>,
    /// With the load token.
    pub session: Signal<In, Bits<S>>,
    /// Ends.
    pub end_marks: Signal<In, EndMarks>,
    /// The slot's digits of MsgSeqNum, BCD.
    pub value_digits: Signal<In, Bits<32>>,
    /// How many they are, as many ones.
    pub value_count: Signal<In, Bits<8>>,
    /// The value begins in this slot.
    pub starts: Signal<In, Bit>,
    /// The value has a character that is no digit.
    pub not_digit: Signal<In, Bit>,
    /// Rule 4.7 or 4.10 in this slot.
    pub slot_ambiguous: Signal<In, Bit>,
    /// Flags of this slot.
    pub slot_flags: Signal<In, Bits<4>>,
    /// BodyLength closed.
    pub found: Signal<In, Bit>,
    /// The header breaks a rule.
    pub slot_header_bad: Signal<In, Bit>,
    /// Position of the SOH after BodyLength, its units and 7.
    pub end_units: Signal<In, Bits<19>>,
    /// Its tens and hundreds.
    pub end_hundreds: Signal<In, Bits<11>>,
    /// Its thousands and ten thousands.
    pub end_thousands: Signal<In, Bits<17>>,
    /// A SOH before BodyLength closed.
    pub soh_any: Signal<In, Bit>,
    /// More than one.
    pub soh_many: Signal<In, Bit>,
    /// The first character of MsgType came.
    pub type_first_valid: Signal<In, Bit>,
    /// It.
    pub type_first: Signal<In, Bits<8>>,
    /// The second character of MsgType came.
    pub type_second_valid: Signal<In, Bit>,
    /// It.
    pub type_second: Signal<In, Bits<8>>,
    /// Units and tens of CheckSum.
    pub check_tens: Signal<In, Bits<7>>,
    /// Its hundreds.
    pub check_hundreds: Signal<In, Bits<10>>,
    /// Sum of the slot's bytes that CheckSum covers.
    pub sum: Signal<In, Bits<8>>,

    /// As entered.
    pub end_marks_out: Signal<Out, EndMarks>,
    /// BodyLength closed: the message ends at `end_low` + `end_high`.
    pub end_known: Signal<Out, Bit>,
    /// First part of the position.
    pub end_low: Signal<Out, Bits<19>>,
    /// Second part.
    pub end_high: Signal<Out, Bits<17>>,
    /// The header breaks a rule: framing is lost.
    pub header_bad: Signal<Out, Bit>,
    /// The number CheckSum gives.
    pub check: Signal<Out, Bits<10>>,
    /// The sum of the message, up to its body's end.
    pub body_sum: Signal<Out, Bits<8>>,
    /// MsgSeqNum, BCD.
    pub received: Signal<Out, Bits<40>>,
    /// It is a number of one to ten digits.
    pub number_good: Signal<Out, Bit>,
    /// Rule 4.7 or 4.10.
    pub ambiguous: Signal<Out, Bit>,
    /// PossDupFlag, PossResend, GapFillFlag, ResetSeqNumFlag is Y, from bit 0.
    pub flags: Signal<Out, Bits<4>>,
    /// First two characters of MsgType.
    pub msg_type: Signal<Out, Bits<16>>,
    /// It has two or more.
    pub type_long: Signal<Out, Bit>,

    slot_end: DFF<EndMarks>,
    slot_end_known: DFF<Bit>,
    slot_end_low: DFF<Bits<19>>,
    slot_end_high: DFF<Bits<17>>,
    slot_bad: DFF<Bit>,
    slot_check: DFF<Bits<10>>,

    saved: Context<AccumulateContext, S>,
    number: DFF<Bits<40>>,
    digits: DFF<Bits<10>>,
    bad_number: DFF<Bit>,
    doubt: DFF<Bit>,
    seen_flags: DFF<Bits<4>>,
    running_sum: DFF<Bits<8>>,
    final_sum: DFF<Bits<8>>,
    type_chars: DFF<Bits<16>>,
    type_has_second: DFF<Bit>,
    soh_count: DFF<Bits<2>>,
    save_1: DFF<Bit>,
    save_2: DFF<Bit>,

    soh_before: Signal<Local, Bits<2>>,
    soh_now: Signal<Local, Bits<2>>,
    base: Signal<Local, Bits<40>>,
    base_digits: Signal<Local, Bits<10>>,
    shifted: Signal<Local, Bits<40>>,
    shifted_digits: Signal<Local, Bits<10>>,
    overflow: Signal<Local, Bit>,
    sum_now: Signal<Local, Bits<8>>,
    type_base: Signal<Local, Bits<16>>,
}

impl<const S: usize> Logic for Accumulate<S> {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            slot_end,
            slot_end_known,
            slot_end_low,
            slot_end_high,
            slot_bad,
            slot_check,
            number,
            digits,
            bad_number,
            doubt,
            seen_flags,
            running_sum,
            final_sum,
            type_chars,
            type_has_second,
            soh_count,
            save_1,
            save_2
        );

        // SOHs of the header, up to two. A message ends before the next one's header begins.
        self.soh_before.next = self.soh_count.q.val();
        if self.end_marks.val().message {
            self.soh_before.next = 0.into();
        }
        self.soh_now.next = self.soh_before.val();
        if self.soh_many.val() {
            self.soh_now.next = 2.into();
        } else if self.soh_any.val() {
            self.soh_now.next = 2.into();
            if self.soh_before.val() == 0 {
                self.soh_now.next = 1.into();
            }
        }
        self.soh_count.d.next = self.soh_now.val();

        // MsgSeqNum: old digits move up by as many as come.
        self.base.next = self.number.q.val();
        self.base_digits.next = self.digits.q.val();
        if self.starts.val() {
            self.base.next = 0.into();
            self.base_digits.next = 0.into();
        }
        self.shifted.next = self.base.val();
        self.shifted_digits.next = self.base_digits.val();
        self.overflow.next = false;
        for k in 0..8 {
            if self.value_count.val().get_bit(k) {
                self.shifted.next = self.base.val() << ((k * 4) + 4).to_bits::<8>();
                self.shifted_digits.next = self.base_digits.val() << (k + 1).to_bits::<4>();
                self.overflow.next = self.base_digits.val().get_bit(9 - k);
            }
        }
        self.number.d.next = self.shifted.val() | bit_cast::<40, 32>(self.value_digits.val());
        self.digits.d.next = self.shifted_digits.val() | bit_cast::<10, 8>(self.value_count.val());
        self.bad_number.d.next =
            (self.bad_number.q.val() & (!self.starts.val())) | self.overflow.val() | self.not_digit.val();

        // Flags, until the clock after the message's end.
        self.doubt.d.next = self.slot_ambiguous.val();
        self.seen_flags.d.next = self.slot_flags.val();
        if !self.slot_end.q.val().message {
            self.doubt.d.next = self.slot_ambiguous.val() | self.doubt.q.val();
            self.seen_flags.d.next = self.slot_flags.val() | self.seen_flags.q.val();
        }

        // The sum starts anew at the body's end: the trailer is masked, the next message is not.
        self.sum_now.next = self.running_sum.q.val() + self.sum.val();
        self.running_sum.d.next = self.sum_now.val();
        if self.end_marks.val().body {
            self.final_sum.d.next = self.sum_now.val();
            self.running_sum.d.next = 0.into();
        }

        // MsgType.
        self.type_base.next = self.type_chars.q.val();
        if self.found.val() {
            self.type_base.next = 0.into();
            self.type_has_second.d.next = false;
        }
        if self.type_first_valid.val() {
            self.type_base.next = bit_cast::<16, 8>(self.type_first.val());
        }
        self.type_chars.d.next = self.type_base.val();
        if self.type_second_valid.val() {
            self.type_chars.d.next = self.type_base.val() | (bit_cast::<16, 8>(self.type_second.val()) << 8);
            self.type_has_second.d.next = true;
        }

        // The slot.
        self.slot_end.d.next = self.end_marks.val();
        self.slot_end_known.d.next = self.found.val();
        self.slot_end_low.d.next = self.end_units.val() + bit_cast::<19, 11>(self.end_hundreds.val());
        self.slot_end_high.d.next = self.end_thousands.val();
        self.slot_bad.d.next = self.slot_header_bad.val() | (self.found.val() & (self.soh_now.val() != 1));
        self.slot_check.d.next = self.check_hundreds.val() + bit_cast::<10, 7>(self.check_tens.val());

        // Stored two clocks after the end token entered: flags have been cleared by then.
        self.save_1.d.next = self.token.val().save;
        self.save_2.d.next = self.save_1.q.val();
        self.saved.clock.next = self.clock.val();
        self.saved.load.next = self.token.val().load;
        self.saved.session.next = self.session.val();
        self.saved.store.next = self.save_2.q.val();
        self.saved.state.next.received = self.number.q.val();
        self.saved.state.next.digits = self.digits.q.val();
        self.saved.state.next.bad_number = self.bad_number.q.val();
        self.saved.state.next.ambiguous = self.doubt.q.val();
        self.saved.state.next.flags = self.seen_flags.q.val();
        self.saved.state.next.sum = self.running_sum.q.val();
        self.saved.state.next.body_sum = self.final_sum.q.val();
        self.saved.state.next.msg_type = self.type_chars.q.val();
        self.saved.state.next.type_long = self.type_has_second.q.val();
        self.saved.state.next.soh_count = self.soh_count.q.val();
        if self.saved.restore.val() {
            self.number.d.next = self.saved.word.val().received;
            self.digits.d.next = self.saved.word.val().digits;
            self.bad_number.d.next = self.saved.word.val().bad_number;
            self.doubt.d.next = self.saved.word.val().ambiguous;
            self.seen_flags.d.next = self.saved.word.val().flags;
            self.running_sum.d.next = self.saved.word.val().sum;
            self.final_sum.d.next = self.saved.word.val().body_sum;
            self.type_chars.d.next = self.saved.word.val().msg_type;
            self.type_has_second.d.next = self.saved.word.val().type_long;
            self.soh_count.d.next = self.saved.word.val().soh_count;
            if self.fresh.val() {
                self.number.d.next = 0.into();
                self.digits.d.next = 0.into();
                self.bad_number.d.next = false;
                self.doubt.d.next = false;
                self.seen_flags.d.next = 0.into();
                self.running_sum.d.next = 0.into();
                self.final_sum.d.next = 0.into();
                self.type_chars.d.next = 0.into();
                self.type_has_second.d.next = false;
                self.soh_count.d.next = 0.into();
            }
        }

        self.end_marks_out.next = self.slot_end.q.val();
        self.end_known.next = self.slot_end_known.q.val();
        self.end_low.next = self.slot_end_low.q.val();
        self.end_high.next = self.slot_end_high.q.val();
        self.header_bad.next = self.slot_bad.q.val();
        self.check.next = self.slot_check.q.val();
        self.body_sum.next = self.final_sum.q.val();
        self.received.next = self.number.q.val();
        self.number_good.next = self.digits.q.val().get_bit(0) & (!self.bad_number.q.val());
        self.ambiguous.next = self.doubt.q.val();
        self.flags.next = self.seen_flags.q.val();
        self.msg_type.next = self.type_chars.q.val();
        self.type_long.next = self.type_has_second.q.val();
    }
}
