//! C2, beside the look-back: where the message ends, lane by lane.

use super::context::Context;
use super::records::{BoundaryContext, Bounds, Token};
use rust_hdl::prelude::*;

/// Compares the number of each beat with the position of the message's last byte and cuts the beat accordingly.
///
/// * Enters: a slot from [`Classify`](super::classify::Classify); from [`Accumulate`](super::accumulate::Accumulate), four
///   clocks after the slot in which BodyLength closed, the position of the message's end.
/// * Leaves, one clock later: the slot's lanes and token, and the masks of [`Bounds`].
/// * Never stalls. The position comes late, but not too late: a body has 41 bytes or more (rule 4.3), so that the beat
///   before the one that holds the end comes five slots after BodyLength, or later.
///
/// The end's low three bits say where in a beat it is; whether in this beat, the next or the one before is known from
/// three bits that shift from beat to beat, so that the comparison of the beat's number stands alone in its clock.
///
/// The position of a BodyLength that closed in a frame's last slots arrives when the frame has ended. The context is
/// stored after it; if the next frame is of the same session, it keeps the registers and does not fetch what is not written yet.
#[derive(LogicBlock, Default)]
pub struct Boundary<const S: usize> {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// The context starts anew.
    pub fresh: Signal<In, Bit>,
    /// With `fresh`: TCP number of the byte before the first, low 19 bits.
    pub fresh_end: Signal<In, Bits<19>>,
    /// Number of the beat.
    pub beat: Signal<In, Bits<16>>,
    /// Number of the next one.
    pub next_beat: Signal<In, Bits<16>>,
    /// Lanes that hold bytes of the stream.
    pub shown: Signal<In, Bits<8>>,
    /// Lanes that are new.
    pub new_lanes: Signal<In, Bits<8>>,
    /// The beat is complete.
    pub whole: Signal<In, Bit>,
    /// The beat is complete or a replay.
    pub remember: Signal<In, Bit>,
    /// Its token.
    pub token: Signal<In, Token>,
    /// With the load token.
    pub session: Signal<In, Bits<S>>,
    /// BodyLength closed four slots ago: the message ends at `end_low` + `end_high`.
    pub end_known: Signal<In, Bit>,
    /// Position of the SOH after BodyLength, 7, and the two low digits' share.
    pub end_low: Signal<In, Bits<19>>,
    /// The high digits' share.
    pub end_high: Signal<In, Bits<17>>,

    /// As entered.
    pub beat_out: Signal<Out, Bits<16>>,
    /// As entered.
    pub shown_out: Signal<Out, Bits<8>>,
    /// As entered.
    pub new_lanes_out: Signal<Out, Bits<8>>,
    /// As entered.
    pub whole_out: Signal<Out, Bit>,
    /// As entered.
    pub remember_out: Signal<Out, Bit>,
    /// As entered.
    pub token_out: Signal<Out, Token>,
    /// As entered.
    pub session_out: Signal<Out, Bits<S>>,
    /// The masks.
    pub bounds: Signal<Out, Bounds>,
    /// The message ends in this beat.
    pub ends_here_out: Signal<Out, Bit>,
    /// TCP number of the last byte of the message, or of the one before until BodyLength is known; not of this slot but live.
    pub message_end_out: Signal<Out, Bits<19>>,
    /// The same as it was put back with the last frame, from six clocks after its end token entered on.
    pub saved_end: Signal<Out, Bits<19>>,

    slot_beat: DFF<Bits<16>>,
    slot_shown: DFF<Bits<8>>,
    slot_new: DFF<Bits<8>>,
    slot_whole: DFF<Bit>,
    slot_remember: DFF<Bit>,
    slot_token: DFF<Token>,
    slot_session: DFF<Bits<S>>,
    slot_bounds: DFF<Bounds>,
    slot_ends_here: DFF<Bit>,

    saved: Context<BoundaryContext, S>,
    message_end: DFF<Bits<19>>,
    ends_here: DFF<Bit>,
    ended_before: DFF<Bit>,
    put_back: DFF<Bits<19>>,
    kept: DFF<Bit>, // the registers hold the saved state of their session
    save_1: DFF<Bit>,
    save_2: DFF<Bit>,
    save_3: DFF<Bit>,
    save_4: DFF<Bit>,

    end_beat: Signal<Local, Bits<16>>,
    end_lane: Signal<Local, Bits<3>>,
    ends_next: Signal<Local, Bit>,
    last_lane: Signal<Local, Bit>,
    up_to_body_end: Signal<Local, Bits<8>>,
    after_end: Signal<Local, Bits<8>>,
    at_end: Signal<Local, Bits<8>>,
    at_body_end: Signal<Local, Bits<8>>,
    at_fifth: Signal<Local, Bits<8>>,
    first_end_lane: Signal<Local, Bits<3>>,
    restore: Signal<Local, Bit>,
}

impl<const S: usize> Logic for Boundary<S> {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            slot_beat,
            slot_shown,
            slot_new,
            slot_whole,
            slot_remember,
            slot_token,
            slot_session,
            slot_bounds,
            slot_ends_here,
            message_end,
            ends_here,
            ended_before,
            put_back,
            kept,
            save_1,
            save_2,
            save_3,
            save_4
        );
        self.end_beat.next = self.message_end.q.val().get_bits::<16>(3);
        self.end_lane.next = self.message_end.q.val().get_bits::<3>(0);
        self.ends_next.next = self.next_beat.val() == self.end_beat.val();
        self.last_lane.next = self.end_lane.val() == 7;

        // The trailer has seven bytes: the body ends one lane above the end's, in the beat before; or in lane 0 of
        // the same beat when the message ends in lane 7.
        self.up_to_body_end.next = 0.into();
        self.after_end.next = 0.into();
        self.at_end.next = 0.into();
        self.at_body_end.next = 0.into();
        self.at_fifth.next = 0.into();
        for i in 0..8 {
            self.after_end.next = self
                .after_end
                .val()
                .replace_bit(i, i.to_bits::<3>() > self.end_lane.val());
            self.at_end.next = self.at_end.val().replace_bit(
                i,
                self.ends_here.q.val() & (i.to_bits::<3>() == self.end_lane.val()),
            );
        }
        self.up_to_body_end.next = self.up_to_body_end.val().replace_bit(0, true);
        self.at_body_end.next = self
            .at_body_end
            .val()
            .replace_bit(0, self.ends_here.q.val() & self.last_lane.val());
        for i in 1..8 {
            self.up_to_body_end.next = self
                .up_to_body_end
                .val()
                .replace_bit(i, (i - 1).to_bits::<3>() <= self.end_lane.val());
            self.at_body_end.next = self.at_body_end.val().replace_bit(
                i,
                self.ends_next.val() & ((i - 1).to_bits::<3>() == self.end_lane.val()),
            );
        }
        for i in 0..5 {
            self.at_fifth.next = self.at_fifth.val().replace_bit(
                i,
                self.ended_before.q.val() & ((i + 3).to_bits::<3>() == self.end_lane.val()),
            );
        }
        for i in 5..8 {
            self.at_fifth.next = self.at_fifth.val().replace_bit(
                i,
                self.ends_here.q.val() & ((i - 5).to_bits::<3>() == self.end_lane.val()),
            );
        }
        self.slot_bounds.d.next.end = self.at_end.val();
        self.slot_bounds.d.next.body_end = self.at_body_end.val();
        self.slot_bounds.d.next.fifth = self.at_fifth.val();
        self.slot_bounds.d.next.summed = 0xff.into();
        self.slot_bounds.d.next.body = 0xff.into();
        self.slot_bounds.d.next.following = 0xff.into();
        if self.ends_next.val() & (!self.last_lane.val()) {
            self.slot_bounds.d.next.summed = self.up_to_body_end.val();
            self.slot_bounds.d.next.body = self.up_to_body_end.val();
        }
        if self.ends_here.q.val() {
            self.slot_bounds.d.next.following = self.after_end.val();
            self.slot_bounds.d.next.summed = self.after_end.val();
            self.slot_bounds.d.next.body = 0.into();
            if self.last_lane.val() {
                self.slot_bounds.d.next.summed = 1.into();
                self.slot_bounds.d.next.body = 1.into();
            }
        }
        self.slot_ends_here.d.next = self.ends_here.q.val();

        if self.whole.val() {
            self.ends_here.d.next = self.ends_next.val();
            self.ended_before.d.next = self.ends_here.q.val();
        }
        // BodyLength closes after the fifth character: a beat that is still open must not look for it again from
        // the new end.
        if self.end_known.val() {
            self.message_end.d.next = self.end_low.val() + bit_cast::<19, 17>(self.end_high.val());
            self.ended_before.d.next = false;
        }

        // Stored five clocks after the end token entered, when the position can no longer come.
        self.save_1.d.next = self.slot_token.q.val().save;
        self.save_2.d.next = self.save_1.q.val();
        self.save_3.d.next = self.save_2.q.val();
        self.save_4.d.next = self.save_3.q.val();
        self.saved.clock.next = self.clock.val();
        self.saved.load.next = self.token.val().load;
        self.saved.session.next = self.session.val();
        self.saved.store.next = self.save_4.q.val();
        self.saved.state.next.message_end = self.message_end.q.val();
        self.saved.state.next.ends_here = self.ends_here.q.val();
        self.saved.state.next.ended_before = self.ended_before.q.val();
        if self.save_4.q.val() {
            self.put_back.d.next = self.message_end.q.val();
        }
        if self.token.val().save {
            self.kept.d.next = true;
        }
        self.restore.next = false;
        if self.saved.restore.val() {
            self.kept.d.next = false;
            self.restore.next = (!self.kept.q.val()) | (!self.saved.same_session.val()) | self.fresh.val();
        }
        self.first_end_lane.next = self.fresh_end.val().get_bits::<3>(0);
        if self.restore.val() {
            self.message_end.d.next = self.saved.word.val().message_end;
            self.ends_here.d.next = self.saved.word.val().ends_here;
            self.ended_before.d.next = self.saved.word.val().ended_before;
            if self.fresh.val() {
                self.message_end.d.next = self.fresh_end.val();
                self.ended_before.d.next = self.first_end_lane.val() == 7;
                self.ends_here.d.next = self.first_end_lane.val() != 7;
            }
        }

        self.slot_beat.d.next = self.beat.val();
        self.slot_shown.d.next = self.shown.val();
        self.slot_new.d.next = self.new_lanes.val();
        self.slot_whole.d.next = self.whole.val();
        self.slot_remember.d.next = self.remember.val();
        self.slot_token.d.next = self.token.val();
        self.slot_session.d.next = self.session.val();

        self.beat_out.next = self.slot_beat.q.val();
        self.shown_out.next = self.slot_shown.q.val();
        self.new_lanes_out.next = self.slot_new.q.val();
        self.whole_out.next = self.slot_whole.q.val();
        self.remember_out.next = self.slot_remember.q.val();
        self.token_out.next = self.slot_token.q.val();
        self.session_out.next = self.slot_session.q.val();
        self.bounds.next = self.slot_bounds.q.val();
        self.ends_here_out.next = self.slot_ends_here.q.val();
        self.message_end_out.next = self.message_end.q.val();
        self.saved_end.next = self.put_back.q.val();
    }
}
