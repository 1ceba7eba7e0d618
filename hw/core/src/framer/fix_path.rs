//! The FIX path: from the payload bytes of a frame to the verdicts of the messages that end in it.

use super::accumulate::Accumulate;
use super::align::Align;
use super::boundary::Boundary;
use super::classify::Classify;
use super::digits::Digits;
use super::look_back::LookBack;
use super::mask::Mask;
use super::verdict::Judge;
use rust_hdl::prelude::*;

/// Framing, scan and sequence check for `2^S` sessions. Cut-through: never stalls, has no queue, takes a beat every clock.
///
/// # A frame
///
/// | clock | port |
/// |---|---|
/// | L | `f_load` with `f_session`, `f_parse` |
/// | L + 2 | `f_rotation`, `f_lane` |
/// | L + 3 or later | first beat with `s_valid`; bubbles are allowed anywhere between beats |
/// | E | `f_end` with `f_commit`: at least 1 clock after the beat with `s_eof`, or 2 after L when there is no beat |
/// | E + 4 or later | `f_load` of the next frame, whatever its session |
///
/// A frame that is not parsed sends the same two pulses with `f_parse` = 0 and no beat: no session is touched, and its end
/// leaves in its turn. (The four clocks after E are only needed after a parsed frame.)
///
/// A load without an end may be followed by another, of whatever session, after 4 clocks: if no beat came, it is forgotten.
///
/// * `m_valid`: 7 clocks after the beat that holds the message's last byte; 8 when the rotation moves that byte into the
///   next stream beat, counted with the frame's next beat if bubbles come between. One more for a loss found in a header.
/// * `e_valid`: 9 clocks after E, later than every `m_valid` of the frame.
///
/// A frame with `f_fresh` (docs/datapath.md, section 3) begins at a start: nothing of the session's context is left, and the
/// number of the first good message is taken for the expected one.
///
/// Why four clocks after E: the sequence state of a verdict in the frame's last slot is stored three clocks after E has
/// reached its stage. Together, 8 clocks lie between a frame's last payload beat and the next one's first; on the wire
/// FCS, gap, preamble and headers take at least 9.
///
/// # Commands
///
/// `cmd_valid` may come when the last frame's `e_valid` has passed, and the next `f_load` or `cmd_valid` after `cmd_done`, which
/// comes a fixed number of clocks later. ARM must come before the first frame of a session: contexts are undefined after power-up.
#[derive(LogicBlock, Default)]
pub struct FixPath<const S: usize> {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Synchronous, for 10 clocks or more. Forgets what is in the pipeline, not the sessions.
    pub reset: Signal<In, Bit>,

    /// Applies a command; one clock, the arguments with it.
    pub cmd_valid: Signal<In, Bit>,
    /// 1: ARM (all state of the session starts anew); 0: SET_EXPECTED (expected; gap closed, high-water 0, HOLD left).
    pub cmd_arm: Signal<In, Bit>,
    /// With `cmd_arm` 0: RESYNC_OK; nothing changes but by `cmd_hold`.
    pub cmd_confirm: Signal<In, Bit>,
    /// With `cmd_confirm`: the session goes to HOLD.
    pub cmd_hold: Signal<In, Bit>,
    /// Session the command is for.
    pub cmd_session: Signal<In, Bits<S>>,
    /// ARM: TCP number of the first byte of the first message; its low 19 bits are used.
    pub cmd_tcp_seq: Signal<In, Bits<32>>,
    /// Next MsgSeqNum, ten BCD digits, first digit highest. Not 0, no digit above 9.
    pub cmd_expected: Signal<In, Bits<40>>,
    /// One clock: the command has taken effect; `e_hold` says whether the session is in HOLD then.
    pub cmd_done: Signal<Out, Bit>,

    /// A frame begins.
    pub f_load: Signal<In, Bit>,
    /// With `f_load`: its session.
    pub f_session: Signal<In, Bits<S>>,
    /// With `f_load`: the frame has bytes to parse.
    pub f_parse: Signal<In, Bit>,
    /// Two clocks after `f_load`: (TCP number of the first parsed byte - its lane in its beat) mod 8.
    pub f_rotation: Signal<In, Bits<3>>,
    /// Two clocks after `f_load`: TCP number of the first parsed byte mod 8.
    pub f_lane: Signal<In, Bits<3>>,
    /// With `f_load`: the first parsed byte is a start.
    pub f_fresh: Signal<In, Bit>,
    /// One clock after `f_fresh`: its TCP number, low 19 bits.
    pub f_start: Signal<In, Bits<19>>,
    /// A beat of parsed payload.
    pub s_valid: Signal<In, Bit>,
    /// Lane 0 in the low byte.
    pub s_data: Signal<In, Bits<64>>,
    /// Lanes that hold parsed payload: contiguous from beat to beat, at least one a beat.
    pub s_keep: Signal<In, Bits<8>>,
    /// With `s_valid`: the frame's last parsed beat.
    pub s_eof: Signal<In, Bit>,
    /// The frame ends.
    pub f_end: Signal<In, Bit>,
    /// With `f_end`: the frame was good, keep what it did to its session. Otherwise the session is as before the frame.
    pub f_commit: Signal<In, Bit>,

    /// A message ended or framing was lost.
    pub m_valid: Signal<Out, Bit>,
    /// `fixnic_abi::Verdict`.
    pub m_verdict: Signal<Out, Bits<4>>,
    /// `fixnic_abi::entry::msg_flags`, all of them.
    pub m_flags: Signal<Out, Bits<16>>,
    /// First two characters of MsgType, the first in the low byte.
    pub m_type: Signal<Out, Bits<16>>,
    /// MsgSeqNum, ten BCD digits; 0 when MALFORMED or AMBIGUOUS.
    pub m_received: Signal<Out, Bits<40>>,
    /// Expected MsgSeqNum when the message was checked.
    pub m_expected: Signal<Out, Bits<40>>,
    /// TCP number of the message's first byte, low 19 bits.
    pub m_start: Signal<Out, Bits<19>>,
    /// TCP number of its last byte, low 19 bits; without meaning when framing is lost.
    pub m_end: Signal<Out, Bits<19>>,

    /// It is the candidate.
    pub m_candidate: Signal<Out, Bit>,

    /// A frame's end leaves: every `m_valid` of it has passed.
    pub e_valid: Signal<Out, Bit>,
    /// With `e_valid`: framing was lost in this frame.
    pub e_lost: Signal<Out, Bit>,
    /// With `e_valid` of a parsed frame: the session is in HOLD after it.
    pub e_hold: Signal<Out, Bit>,
    /// 6 clocks after E, not from a register: framing was lost in this frame, or may have been.
    pub e_lost_soon: Signal<Out, Bit>,
    /// With `e_valid` of a parsed frame: since the start no message has become the candidate.
    pub e_probing: Signal<Out, Bit>,
    /// With `e_valid` of a committed frame: TCP number of the last byte of the message under way, or of the last one until its
    /// BodyLength is read; low 19 bits.
    pub e_message_end: Signal<Out, Bits<19>>,

    align: Align<S>,
    classify: Classify<S>,
    look_back: LookBack,
    boundary: Boundary<S>,
    mask: Mask<S>,
    digits: Digits<S>,
    accumulate: Accumulate<S>,
    judge: Judge<S>,

    frame_parsed: DFF<Bit>,
    // A command is a frame without bytes, whose load takes other words than the stored ones.
    command_active: DFF<Bit>,
    command_arms: DFF<Bit>,
    command_confirms: DFF<Bit>,
    command_holds: DFF<Bit>,
    frame_fresh: DFF<Bit>,
    command_session: DFF<Bits<S>>,
    command_expected: DFF<Bits<40>>,
    command_start: DFF<Bits<19>>, // or of a frame with f_fresh
    frame_loads: DFF<Bit>,
    command_before_start: DFF<Bits<19>>,
    command_load: DFF<Bit>,
    command_wait: DFF<Bit>,
    command_end: DFF<Bit>,
    fresh: Signal<Local, Bit>,
    parsed_end: Signal<Local, Bit>,
}

impl<const S: usize> Logic for FixPath<S> {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            frame_parsed,
            command_active,
            command_arms,
            command_confirms,
            command_holds,
            frame_fresh,
            command_session,
            command_expected,
            command_start,
            frame_loads,
            command_before_start,
            command_load,
            command_wait,
            command_end
        );
        self.align.clock.next = self.clock.val();
        self.classify.clock.next = self.clock.val();
        self.look_back.clock.next = self.clock.val();
        self.boundary.clock.next = self.clock.val();
        self.mask.clock.next = self.clock.val();
        self.digits.clock.next = self.clock.val();
        self.accumulate.clock.next = self.clock.val();
        self.judge.clock.next = self.clock.val();
        self.align.reset.next = self.reset.val();
        self.judge.reset.next = self.reset.val();

        // Commands
        self.command_load.d.next = self.cmd_valid.val();
        self.command_wait.d.next = self.command_load.q.val();
        self.command_end.d.next = self.command_wait.q.val();
        if self.judge.ended.val() | self.reset.val() {
            self.command_active.d.next = false;
        }
        if self.cmd_valid.val() {
            self.command_active.d.next = true;
            self.command_arms.d.next = self.cmd_arm.val();
            self.command_confirms.d.next = self.cmd_confirm.val();
            self.command_holds.d.next = self.cmd_hold.val();
            self.frame_fresh.d.next = false;
            self.command_session.d.next = self.cmd_session.val();
            self.command_expected.d.next = self.cmd_expected.val();
            self.command_start.d.next = self.cmd_tcp_seq.val().get_bits::<19>(0);
        }
        self.command_before_start.d.next = self.command_start.q.val() - 1;
        if self.f_load.val() {
            self.frame_fresh.d.next = self.f_fresh.val();
        }
        self.frame_loads.d.next = self.f_load.val();
        if self.frame_loads.q.val() {
            self.command_start.d.next = self.f_start.val();
        }
        // It holds until the next load, which is eight clocks away at least: the last stage needs seven.
        self.fresh.next =
            (self.command_active.q.val() & self.command_arms.q.val()) | self.frame_fresh.q.val();
        self.align.fresh.next = self.fresh.val();
        self.classify.fresh.next = self.fresh.val();
        self.boundary.fresh.next = self.fresh.val();
        self.mask.fresh.next = self.fresh.val();
        self.accumulate.fresh.next = self.fresh.val();
        self.judge.fresh.next = self.fresh.val();
        self.classify.fresh_beat.next = self.command_start.q.val().get_bits::<16>(3);
        self.boundary.fresh_end.next = self.command_before_start.q.val();
        self.judge.fresh_start.next = self.command_start.q.val();
        self.judge.fresh_expected.next = self.command_expected.q.val();
        self.judge.set_expected.next = self.command_active.q.val() & (!self.command_confirms.q.val());
        self.judge.set_hold.next =
            self.command_active.q.val() & self.command_confirms.q.val() & self.command_holds.q.val();
        self.judge.probe.next = self.frame_fresh.q.val();

        // In
        if self.f_load.val() {
            self.frame_parsed.d.next = self.f_parse.val();
        }
        self.parsed_end.next = self.f_end.val() & self.f_commit.val() & self.frame_parsed.q.val();
        self.align.token.next.load = (self.f_load.val() & self.f_parse.val()) | self.command_load.q.val();
        self.align.token.next.end = self.f_end.val() | self.command_end.q.val();
        self.align.token.next.save = self.parsed_end.val() | self.command_end.q.val();
        self.align.session.next = self.f_session.val();
        if self.command_load.q.val() {
            self.align.session.next = self.command_session.q.val();
        }
        self.align.rotation.next = self.f_rotation.val();
        self.align.lane.next = self.f_lane.val();
        self.align.valid.next = self.s_valid.val();
        self.align.data.next = self.s_data.val();
        self.align.keep.next = self.s_keep.val();
        self.align.eof.next = self.s_eof.val();

        // C0 to C1
        self.classify.data.next = self.align.beat_data.val();
        self.classify.shown.next = self.align.shown.val();
        self.classify.new_lanes.next = self.align.new_lanes.val();
        self.classify.whole.next = self.align.whole.val();
        self.classify.replay.next = self.align.replay.val();
        self.classify.token.next = self.align.token_out.val();
        self.classify.session.next = self.align.session_out.val();

        // C1 to C2
        self.look_back.data.next = self.classify.data_out.val();
        self.look_back.remember.next = self.classify.remember.val();
        self.look_back.classes.next = self.classify.classes.val();
        for d in 0..10 {
            self.look_back.is_digit[d].next = self.classify.is_digit[d].val();
        }
        self.boundary.beat.next = self.classify.beat.val();
        self.boundary.next_beat.next = self.classify.next_beat.val();
        self.boundary.shown.next = self.classify.shown_out.val();
        self.boundary.new_lanes.next = self.classify.new_lanes_out.val();
        self.boundary.whole.next = self.classify.whole_out.val();
        self.boundary.remember.next = self.classify.remember.val();
        self.boundary.token.next = self.classify.token_out.val();
        self.boundary.session.next = self.classify.session_out.val();
        self.boundary.end_known.next = self.accumulate.end_known.val();
        self.boundary.end_low.next = self.accumulate.end_low.val();
        self.boundary.end_high.next = self.accumulate.end_high.val();

        // C2 to C3
        self.mask.beat.next = self.boundary.beat_out.val();
        self.mask.shown.next = self.boundary.shown_out.val();
        self.mask.new_lanes.next = self.boundary.new_lanes_out.val();
        self.mask.whole.next = self.boundary.whole_out.val();
        self.mask.remember.next = self.boundary.remember_out.val();
        self.mask.token.next = self.boundary.token_out.val();
        self.mask.session.next = self.boundary.session_out.val();
        self.mask.bounds.next = self.boundary.bounds.val();
        self.mask.ends_here.next = self.boundary.ends_here_out.val();
        self.mask.data.next = self.look_back.data_out.val();
        self.mask.soh.next = self.look_back.soh.val();
        self.mask.digit.next = self.look_back.digit.val();
        self.mask.planes.next = self.look_back.planes.val();
        self.mask.header.next = self.look_back.header.val();
        self.mask.fields.next = self.look_back.fields.val();

        // C3 to C4
        self.digits.data.next = self.mask.data_out.val();
        self.digits.digit.next = self.mask.digit_out.val();
        self.digits.planes.next = self.mask.planes_out.val();
        self.digits.token.next = self.mask.token_out.val();
        self.digits.session.next = self.mask.session_out.val();
        self.digits.value.next = self.mask.value.val();
        self.digits.marks.next = self.mask.marks.val();
        self.digits.header_marks.next = self.mask.header_marks.val();
        self.digits.end_marks.next = self.mask.end_marks.val();
        for k in 0..5 {
            self.digits.length_digits[k].next = self.mask.length_digits[k].val();
        }
        for k in 0..3 {
            self.digits.check_digits[k].next = self.mask.check_digits[k].val();
        }
        for k in 0..4 {
            self.digits.pair_sums[k].next = self.mask.pair_sums[k].val();
        }

        // C4 to C5
        self.accumulate.token.next = self.digits.token_out.val();
        self.accumulate.session.next = self.digits.session_out.val();
        self.accumulate.end_marks.next = self.digits.end_marks_out.val();
        self.accumulate.value_digits.next = self.digits.value_digits.val();
        self.accumulate.value_count.next = self.digits.value_count.val();
        self.accumulate.starts.next = self.digits.starts.val();
        self.accumulate.not_digit.next = self.digits.not_digit.val();
        self.accumulate.slot_ambiguous.next = self.digits.ambiguous.val();
        self.accumulate.slot_flags.next = self.digits.flags.val();
        self.accumulate.found.next = self.digits.found.val();
        self.accumulate.slot_header_bad.next = self.digits.header_bad.val();
        self.accumulate.end_units.next = self.digits.end_units.val();
        self.accumulate.end_hundreds.next = self.digits.end_hundreds.val();
        self.accumulate.end_thousands.next = self.digits.end_thousands.val();
        self.accumulate.soh_any.next = self.digits.soh_any.val();
        self.accumulate.soh_many.next = self.digits.soh_many.val();
        self.accumulate.type_first_valid.next = self.digits.type_first_valid.val();
        self.accumulate.type_first.next = self.digits.type_first.val();
        self.accumulate.type_second_valid.next = self.digits.type_second_valid.val();
        self.accumulate.type_second.next = self.digits.type_second.val();
        self.accumulate.check_tens.next = self.digits.check_tens.val();
        self.accumulate.check_hundreds.next = self.digits.check_hundreds.val();
        self.accumulate.sum.next = self.digits.sum.val();

        // C5 to C6
        self.judge.token.next = self.digits.token_out.val();
        self.judge.session.next = self.digits.session_out.val();
        self.judge.end_marks.next = self.accumulate.end_marks_out.val();
        self.judge.header_bad.next = self.accumulate.header_bad.val();
        self.judge.check.next = self.accumulate.check.val();
        self.judge.body_sum.next = self.accumulate.body_sum.val();
        self.judge.received.next = self.accumulate.received.val();
        self.judge.number_good.next = self.accumulate.number_good.val();
        self.judge.ambiguous.next = self.accumulate.ambiguous.val();
        self.judge.flags.next = self.accumulate.flags.val();
        self.judge.msg_type.next = self.accumulate.msg_type.val();
        self.judge.type_long.next = self.accumulate.type_long.val();
        self.judge.message_end.next = self.boundary.message_end_out.val();

        // Out
        self.m_valid.next = self.judge.m_valid.val();
        self.m_verdict.next = self.judge.m_verdict.val();
        self.m_flags.next = self.judge.m_flags.val();
        self.m_type.next = self.judge.m_type.val();
        self.m_received.next = self.judge.m_received.val();
        self.m_expected.next = self.judge.m_expected.val();
        self.m_start.next = self.judge.m_start.val();
        self.m_end.next = self.judge.m_end.val();
        self.m_candidate.next = self.judge.m_candidate.val();
        self.e_valid.next = self.judge.ended.val() & (!self.command_active.q.val());
        self.e_lost.next = self.judge.lost_out.val();
        self.e_hold.next = self.judge.hold_out.val();
        self.e_lost_soon.next = self.judge.lost_soon_out.val();
        self.e_probing.next = self.judge.probing_out.val();
        self.e_message_end.next = self.boundary.saved_end.val();
        self.cmd_done.next = self.judge.ended.val() & self.command_active.q.val();
    }
}
