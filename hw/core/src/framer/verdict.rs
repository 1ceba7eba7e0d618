//! C6: the verdict.

use super::context::Context;
use super::records::{EndMarks, SequenceContext, Token};
use crate::blocks::Code;
use fixnic_abi::entry::msg_flags;
use fixnic_abi::Verdict;
use rust_hdl::prelude::*;

/// Compares MsgSeqNum with what the session expects and keeps the session's sequence state.
///
/// * Enters: what ended in a slot and the message so far, from [`Accumulate`](super::accumulate::Accumulate); where the message
///   ends, from [`Boundary`](super::boundary::Boundary); tokens from [`Digits`](super::digits::Digits), one stage ahead, so that
///   the expected number is compared with before the frame's first slot is here.
/// * Leaves, one clock later: the verdict. A framing loss found in the header: two clocks later. The end token: three clocks
///   after its slot, past every verdict of its frame.
/// * Never stalls.
///
/// The numbers are compared all the time, one clock before they are needed: the value of 34 is complete at least one slot
/// before the message's end. The expected number moves the clock after the verdict; its successor is computed by then, and
/// the next message is far.
#[derive(LogicBlock, Default)]
pub struct Judge<const S: usize> {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Silences the outputs.
    pub reset: Signal<In, Bit>,
    /// The context starts anew.
    pub fresh: Signal<In, Bit>,
    /// The sequence state starts anew from `fresh_expected`.
    pub set_expected: Signal<In, Bit>,
    /// With `fresh`, without `set_expected`: the number of the first message that has a good one is expected (3.5).
    pub probe: Signal<In, Bit>,
    /// The session goes to HOLD.
    pub set_hold: Signal<In, Bit>,
    /// With `set_expected`: next MsgSeqNum, BCD.
    pub fresh_expected: Signal<In, Bits<40>>,
    /// With `fresh`: TCP number of the first message, low 19 bits.
    pub fresh_start: Signal<In, Bits<19>>,
    /// Token of the next slot.
    pub token: Signal<In, Token>,
    /// With the load token.
    pub session: Signal<In, Bits<S>>,
    /// Ends.
    pub end_marks: Signal<In, EndMarks>,
    /// The header breaks a rule.
    pub header_bad: Signal<In, Bit>,
    /// The number CheckSum gives.
    pub check: Signal<In, Bits<10>>,
    /// The sum of the message.
    pub body_sum: Signal<In, Bits<8>>,
    /// MsgSeqNum, BCD; it stands in the clock of the message's end and in the one before. In the next one it may be that of what stands behind the message.
    pub received: Signal<In, Bits<40>>,
    /// It is a number.
    pub number_good: Signal<In, Bit>,
    /// Rule 4.7 or 4.10.
    pub ambiguous: Signal<In, Bit>,
    /// PossDupFlag, PossResend, GapFillFlag, ResetSeqNumFlag is Y, from bit 0.
    pub flags: Signal<In, Bits<4>>,
    /// First two characters of MsgType.
    pub msg_type: Signal<In, Bits<16>>,
    /// It has two or more.
    pub type_long: Signal<In, Bit>,
    /// TCP number of the message's last byte.
    pub message_end: Signal<In, Bits<19>>,

    /// A verdict.
    pub m_valid: Signal<Out, Bit>,
    /// It.
    pub m_verdict: Signal<Out, Bits<4>>,
    /// `msg_flags`.
    pub m_flags: Signal<Out, Bits<16>>,
    /// First two characters of MsgType.
    pub m_type: Signal<Out, Bits<16>>,
    /// MsgSeqNum.
    pub m_received: Signal<Out, Bits<40>>,
    /// What was expected.
    pub m_expected: Signal<Out, Bits<40>>,
    /// TCP number of the first byte.
    pub m_start: Signal<Out, Bits<19>>,
    /// TCP number of the last byte.
    pub m_end: Signal<Out, Bits<19>>,
    /// It is the first one since the start whose number is good: the candidate.
    pub m_candidate: Signal<Out, Bit>,
    /// The end token leaves.
    pub ended: Signal<Out, Bit>,
    /// Framing was lost in the frame.
    pub lost_out: Signal<Out, Bit>,
    /// The session is in HOLD.
    pub hold_out: Signal<Out, Bit>,
    /// Framing was lost in the frame, or may have been, three clocks before its end token leaves; not from a register.
    pub lost_soon_out: Signal<Out, Bit>,
    /// No message with a good number has come since the start.
    pub probing_out: Signal<Out, Bit>,

    // Ready before the message ends.
    equal: DFF<Bit>,
    higher: DFF<Bit>,
    at_high_water: DFF<Bit>,
    above_high_water: DFF<Bit>,
    type_resets: DFF<Bit>,
    type_is_logon: DFF<Bit>,
    type_is_admin: DFF<Bit>,
    nines: DFF<Bits<10>>,
    all_nines: DFF<Bit>,
    successor: DFF<Bits<40>>,
    // The verdict.
    valid: DFF<Bit>,
    verdict: DFF<Bits<4>>,
    malformed: DFF<Bit>,
    framing_lost: DFF<Bit>,
    unclear: DFF<Bit>,
    in_sequence: DFF<Bit>,
    gap: DFF<Bit>,
    adopted: DFF<Bit>,
    reset_flag: DFF<Bit>,
    number: DFF<Bits<40>>,
    found_flags: DFF<Bits<16>>,
    found_type: DFF<Bits<16>>,
    last_byte: DFF<Bits<19>>,
    header_was_bad: DFF<Bit>,
    // Of the frame.
    lost: DFF<Bit>,
    end_1: DFF<Bit>,
    end_2: DFF<Bit>,
    end_3: DFF<Bit>,
    end_4: DFF<Bit>,
    save_1: DFF<Bit>,
    save_2: DFF<Bit>,
    save_3: DFF<Bit>,
    // Of the session.
    saved: Context<SequenceContext, S>,
    expected: DFF<Bits<40>>,
    high_water: DFF<Bits<40>>,
    gap_open: DFF<Bit>,
    hold: DFF<Bit>,
    message_start: DFF<Bits<19>>,
    probing: DFF<Bit>,
    // An adopted number has no successor yet: it moves on when there is one, three clocks after it came.
    advance: DFF<Bit>,
    unsettled_1: DFF<Bit>,
    unsettled_2: DFF<Bit>,

    type_char: Signal<Local, Bits<8>>,
    digit: Signal<Local, Bits<4>>,
    next_digit: Signal<Local, Bits<4>>,
    nine_lanes: Signal<Local, Bits<10>>,
    carry: Signal<Local, Bit>,
    incremented: Signal<Local, Bits<40>>,
    resets: Signal<Local, Bit>,
    gathered_flags: Signal<Local, Bits<16>>,
    out_flags: Signal<Local, Bits<16>>,
    gap_closes: Signal<Local, Bit>,
    no_number: Signal<Local, Bit>,

    verdict_in_sequence: Code<{ Verdict::InSequence as u64 }, 4>,
    verdict_gap: Code<{ Verdict::Gap as u64 }, 4>,
    verdict_poss_dup_low: Code<{ Verdict::PossDupLow as u64 }, 4>,
    verdict_too_low: Code<{ Verdict::TooLow as u64 }, 4>,
    verdict_malformed: Code<{ Verdict::Malformed as u64 }, 4>,
    verdict_ambiguous: Code<{ Verdict::Ambiguous as u64 }, 4>,
    verdict_untracked: Code<{ Verdict::Untracked as u64 }, 4>,
    flag_verified: Code<{ msg_flags::VERIFIED as u64 }, 16>,
    flag_poss_dup: Code<{ msg_flags::POSS_DUP as u64 }, 16>,
    flag_poss_resend: Code<{ msg_flags::POSS_RESEND as u64 }, 16>,
    flag_gap_fill: Code<{ msg_flags::GAP_FILL as u64 }, 16>,
    flag_admin: Code<{ msg_flags::ADMIN as u64 }, 16>,
    flag_reset: Code<{ msg_flags::RESET as u64 }, 16>,
    flag_gap_opened: Code<{ msg_flags::GAP_OPENED as u64 }, 16>,
    flag_gap_closed: Code<{ msg_flags::GAP_CLOSED as u64 }, 16>,
    flag_framing_lost: Code<{ msg_flags::FRAMING_LOST as u64 }, 16>,
    type_sequence_reset: Code<{ b'4' as u64 }, 8>,
    type_logon: Code<{ b'A' as u64 }, 8>,
    type_heartbeat: Code<{ b'0' as u64 }, 8>,
    type_logout: Code<{ b'5' as u64 }, 8>,
}

impl<const S: usize> Logic for Judge<S> {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            equal,
            higher,
            at_high_water,
            above_high_water,
            type_resets,
            type_is_logon,
            type_is_admin,
            nines,
            all_nines,
            successor,
            valid,
            verdict,
            malformed,
            framing_lost,
            unclear,
            in_sequence,
            gap,
            adopted,
            reset_flag,
            number,
            found_flags,
            found_type,
            last_byte,
            header_was_bad,
            lost,
            end_1,
            end_2,
            end_3,
            end_4,
            save_1,
            save_2,
            save_3,
            expected,
            high_water,
            gap_open,
            hold,
            message_start,
            probing,
            advance,
            unsettled_1,
            unsettled_2
        );

        // Before the message ends: comparisons, the type, the expected number's successor.
        self.equal.d.next = self.received.val() == self.expected.q.val();
        self.higher.d.next = self.received.val() > self.expected.q.val();
        self.at_high_water.d.next = self.received.val() == self.high_water.q.val();
        self.above_high_water.d.next = self.received.val() > self.high_water.q.val();
        self.type_char.next = self.msg_type.val().get_bits::<8>(0);
        self.type_resets.d.next =
            (!self.type_long.val()) & (self.type_char.val() == self.type_sequence_reset.val());
        self.type_is_logon.d.next = (!self.type_long.val()) & (self.type_char.val() == self.type_logon.val());
        self.type_is_admin.d.next = (!self.type_long.val())
            & ((self.type_char.val() == self.type_logon.val())
                | ((self.type_char.val() >= self.type_heartbeat.val())
                    & (self.type_char.val() <= self.type_logout.val())));
        self.nine_lanes.next = 0.into();
        self.carry.next = true;
        self.incremented.next = 0.into();
        self.digit.next = 0.into();
        self.next_digit.next = 0.into();
        for k in 0..10 {
            self.digit.next = self.expected.q.val().get_bits::<4>(k * 4);
            self.nine_lanes.next = self.nine_lanes.val().replace_bit(k, self.digit.val() == 9);
            self.next_digit.next = self.digit.val();
            if self.carry.val() {
                self.next_digit.next = self.digit.val() + 1;
                if self.nines.q.val().get_bit(k) {
                    self.next_digit.next = 0.into();
                }
            }
            self.incremented.next =
                self.incremented.val() | (bit_cast::<40, 4>(self.next_digit.val()) << (k * 4).to_bits::<8>());
            self.carry.next = self.carry.val() & self.nines.q.val().get_bit(k);
        }
        self.nines.d.next = self.nine_lanes.val();
        self.all_nines.d.next = self.nines.q.val().all();
        self.successor.d.next = self.incremented.val();

        // The message ends.
        self.resets.next =
            self.type_resets.q.val() | (self.type_is_logon.q.val() & self.flags.val().get_bit(3));
        self.gathered_flags.next = 0.into();
        if self.flags.val().get_bit(0) {
            self.gathered_flags.next = self.gathered_flags.val() | self.flag_poss_dup.val();
        }
        if self.flags.val().get_bit(1) {
            self.gathered_flags.next = self.gathered_flags.val() | self.flag_poss_resend.val();
        }
        if self.flags.val().get_bit(2) {
            self.gathered_flags.next = self.gathered_flags.val() | self.flag_gap_fill.val();
        }
        if self.type_is_admin.q.val() {
            self.gathered_flags.next = self.gathered_flags.val() | self.flag_admin.val();
        }
        if self.resets.val() {
            self.gathered_flags.next = self.gathered_flags.val() | self.flag_reset.val();
        }
        self.found_flags.d.next = self.gathered_flags.val();
        self.found_type.d.next = self.msg_type.val();
        self.reset_flag.d.next = self.resets.val();
        self.number.d.next = self.received.val();
        self.last_byte.d.next = self.message_end.val();
        self.header_was_bad.d.next = self.header_bad.val();
        self.valid.d.next = false;
        self.verdict.d.next = 0.into();
        self.malformed.d.next = false;
        self.framing_lost.d.next = false;
        self.unclear.d.next = false;
        self.in_sequence.d.next = false;
        self.gap.d.next = false;
        self.adopted.d.next = false;
        if !self.lost.q.val() {
            if self.end_marks.val().message {
                self.valid.d.next = true;
                if self.end_marks.val().trailer_bad {
                    self.verdict.d.next = self.verdict_malformed.val();
                    self.malformed.d.next = true;
                    self.framing_lost.d.next = true;
                    self.lost.d.next = true;
                } else if (self.check.val() != bit_cast::<10, 8>(self.body_sum.val()))
                    | (!self.end_marks.val().has_seq_num)
                {
                    self.verdict.d.next = self.verdict_malformed.val();
                    self.malformed.d.next = true;
                } else if self.ambiguous.val() | (!self.number_good.val()) {
                    self.verdict.d.next = self.verdict_ambiguous.val();
                    self.unclear.d.next = true;
                } else if self.probing.q.val() {
                    self.verdict.d.next = self.verdict_untracked.val();
                    self.adopted.d.next = true;
                } else if self.hold.q.val() {
                    self.verdict.d.next = self.verdict_untracked.val();
                } else if self.equal.q.val() {
                    self.verdict.d.next = self.verdict_in_sequence.val();
                    self.in_sequence.d.next = true;
                } else if self.higher.q.val() {
                    self.verdict.d.next = self.verdict_gap.val();
                    self.gap.d.next = true;
                } else if self.flags.val().get_bit(0) {
                    self.verdict.d.next = self.verdict_poss_dup_low.val();
                } else {
                    self.verdict.d.next = self.verdict_too_low.val();
                }
            } else if self.header_was_bad.q.val() {
                // Of the slot before: a message that ended in it has had its verdict.
                self.valid.d.next = true;
                self.verdict.d.next = self.verdict_malformed.val();
                self.malformed.d.next = true;
                self.framing_lost.d.next = true;
                self.lost.d.next = true;
            }
        }

        self.lost_soon_out.next = self.lost.q.val()
            | self.header_bad.val()
            | self.header_was_bad.q.val()
            | (self.end_marks.val().message & self.end_marks.val().trailer_bad);

        // The clock after: the verdict leaves, the session moves on.
        self.gap_closes.next = self.in_sequence.q.val() & self.gap_open.q.val() & self.at_high_water.q.val();
        self.out_flags.next = self.found_flags.q.val();
        if self.framing_lost.q.val() {
            self.out_flags.next = self.flag_framing_lost.val();
        }
        if !self.malformed.q.val() {
            self.out_flags.next = self.out_flags.val() | self.flag_verified.val();
        }
        if self.gap.q.val() & (!self.gap_open.q.val()) {
            self.out_flags.next = self.out_flags.val() | self.flag_gap_opened.val();
        }
        if self.gap_closes.val() {
            self.out_flags.next = self.out_flags.val() | self.flag_gap_closed.val();
            self.gap_open.d.next = false;
        }
        if self.gap.q.val() {
            self.gap_open.d.next = true;
            if (!self.gap_open.q.val()) | self.above_high_water.q.val() {
                self.high_water.d.next = self.number.q.val();
            }
        }
        if self.in_sequence.q.val() & (!self.reset_flag.q.val()) & (!self.all_nines.q.val()) {
            self.expected.d.next = self.successor.q.val();
        }
        // Before the candidate an unclear message changes nothing.
        if (self.in_sequence.q.val() & self.all_nines.q.val())
            | ((self.unclear.q.val()
                | (self.valid.q.val() & self.reset_flag.q.val() & (!self.malformed.q.val())))
                & (!(self.unclear.q.val() & self.probing.q.val())))
        {
            self.hold.d.next = true;
        }
        self.unsettled_1.d.next = self.adopted.q.val() | self.saved.restore.val();
        self.unsettled_2.d.next = self.unsettled_1.q.val();
        if self.advance.q.val() & (!self.unsettled_1.q.val()) & (!self.unsettled_2.q.val()) {
            self.advance.d.next = false;
            if self.all_nines.q.val() {
                self.hold.d.next = true;
            } else {
                self.expected.d.next = self.successor.q.val();
            }
        }
        if self.adopted.q.val() {
            self.probing.d.next = false;
            self.expected.d.next = self.number.q.val();
            self.advance.d.next = !self.reset_flag.q.val();
        }
        if self.valid.q.val() & (!self.framing_lost.q.val()) {
            self.message_start.d.next = self.last_byte.q.val() + 1;
        }

        // Stored three clocks after the token, two after its slot: the session has moved on by then.
        self.end_1.d.next = self.token.val().end;
        self.end_2.d.next = self.end_1.q.val();
        self.end_3.d.next = self.end_2.q.val();
        self.end_4.d.next = self.end_3.q.val();
        self.save_1.d.next = self.token.val().save;
        self.save_2.d.next = self.save_1.q.val();
        self.save_3.d.next = self.save_2.q.val();
        self.saved.clock.next = self.clock.val();
        self.saved.load.next = self.token.val().load;
        self.saved.session.next = self.session.val();
        self.saved.store.next = self.save_3.q.val();
        self.saved.state.next.expected = self.expected.q.val();
        self.saved.state.next.high_water = self.high_water.q.val();
        self.saved.state.next.gap_open = self.gap_open.q.val();
        self.saved.state.next.hold = self.hold.q.val();
        self.saved.state.next.message_start = self.message_start.q.val();
        self.saved.state.next.probing = self.probing.q.val();
        self.saved.state.next.advance = self.advance.q.val();
        if self.end_4.q.val() {
            self.lost.d.next = false;
        }
        if self.saved.restore.val() {
            self.lost.d.next = false;
            self.expected.d.next = self.saved.word.val().expected;
            self.high_water.d.next = self.saved.word.val().high_water;
            self.gap_open.d.next = self.saved.word.val().gap_open;
            self.hold.d.next = self.saved.word.val().hold;
            self.message_start.d.next = self.saved.word.val().message_start;
            self.probing.d.next = self.saved.word.val().probing;
            self.advance.d.next = self.saved.word.val().advance;
            if self.set_hold.val() {
                self.hold.d.next = true;
            }
            if self.probe.val() {
                self.probing.d.next = true;
                self.advance.d.next = false;
                self.high_water.d.next = 0.into();
                self.gap_open.d.next = false;
                self.hold.d.next = false;
            }
            if self.set_expected.val() {
                self.probing.d.next = false;
                self.advance.d.next = false;
                self.expected.d.next = self.fresh_expected.val();
                self.high_water.d.next = 0.into();
                self.gap_open.d.next = false;
                self.hold.d.next = false;
            }
            if self.fresh.val() {
                self.message_start.d.next = self.fresh_start.val();
            }
        }

        if self.reset.val() {
            self.valid.d.next = false;
            self.end_1.d.next = false;
            self.end_2.d.next = false;
            self.end_3.d.next = false;
            self.end_4.d.next = false;
            self.save_1.d.next = false;
            self.save_2.d.next = false;
            self.save_3.d.next = false;
        }

        self.no_number.next = self.malformed.q.val() | self.unclear.q.val();
        self.m_valid.next = self.valid.q.val();
        self.m_verdict.next = self.verdict.q.val();
        self.m_flags.next = self.out_flags.val();
        self.m_type.next = self.found_type.q.val();
        if self.framing_lost.q.val() {
            self.m_type.next = 0.into();
        }
        self.m_received.next = self.number.q.val();
        if self.no_number.val() {
            self.m_received.next = 0.into();
        }
        self.m_expected.next = self.expected.q.val();
        self.m_start.next = self.message_start.q.val();
        self.m_end.next = self.last_byte.q.val();
        self.ended.next = self.end_4.q.val();
        self.lost_out.next = self.lost.q.val();
        self.hold_out.next = self.hold.q.val();
        self.m_candidate.next = self.adopted.q.val();
        self.probing_out.next = self.probing.q.val();
    }
}
