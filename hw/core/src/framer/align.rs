//! C0: bytes into the lanes of the stream.

use super::context::Context;
use super::records::{AlignContext, Token};
use rust_hdl::prelude::*;

/// Rotates the payload so that lane = TCP number mod 8, whatever lane a frame's payload starts in.
///
/// * Enters: the load token; two clocks later rotation and lane; payload beats from three clocks later on; the end token.
/// * Leaves, one clock later: a slot with a stream beat, or what has come of it. A beat that straddles two stream beats
///   is held in part until its other half arrives or the frame ends ("spill": one slot more). A frame that begins in
///   mid-beat shows the old bytes before it again, so that patterns across frames are matched as if there were no
///   frames. Two clocks after the load token: the session's last whole beat as a *replay*, with no lane new, from which later
///   stages refill their look-back instead of saving it.
/// * Never stalls.
#[derive(LogicBlock, Default)]
pub struct Align<const S: usize> {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Empties the slot.
    pub reset: Signal<In, Bit>,
    /// The context starts anew: level, while an ARM passes.
    pub fresh: Signal<In, Bit>,
    /// Load and end of frames.
    pub token: Signal<In, Token>,
    /// With the load token.
    pub session: Signal<In, Bits<S>>,
    /// Two clocks after the load token: how far lanes move up.
    pub rotation: Signal<In, Bits<3>>,
    /// Two clocks after the load token: stream lane of the first byte.
    pub lane: Signal<In, Bits<3>>,
    /// A payload beat.
    pub valid: Signal<In, Bit>,
    /// Its bytes.
    pub data: Signal<In, Bits<64>>,
    /// Which of them are payload.
    pub keep: Signal<In, Bits<8>>,
    /// It is the frame's last.
    pub eof: Signal<In, Bit>,

    /// The stream beat.
    pub beat_data: Signal<Out, Bits<64>>,
    /// Lanes that hold bytes of the stream, old or new; all in a replay.
    pub shown: Signal<Out, Bits<8>>,
    /// Lanes that are new.
    pub new_lanes: Signal<Out, Bits<8>>,
    /// Lane 7 is new: the beat is complete.
    pub whole: Signal<Out, Bit>,
    /// The slot is a replay.
    pub replay: Signal<Out, Bit>,
    /// The token of this slot.
    pub token_out: Signal<Out, Token>,
    /// Its session.
    pub session_out: Signal<Out, Bits<S>>,

    // Of the frame.
    frame_rotation: DFF<Bits<3>>,
    this_beat: DFF<Bits<8>>, // lanes of a rotated beat that belong to the current stream beat, not to the next
    earlier: DFF<Bits<8>>,   // lanes before the frame's first byte
    first: DFF<Bit>,         // no byte of the frame was shown yet
    // Rotated, waiting for the rest of their stream beat.
    held: DFF<Bits<64>>,
    held_lanes: DFF<Bits<8>>,
    ended: DFF<Bit>,
    // The slot.
    slot_data: DFF<Bits<64>>,
    slot_shown: DFF<Bits<8>>,
    slot_new: DFF<Bits<8>>,
    slot_replay: DFF<Bit>,
    slot_token: DFF<Token>,
    slot_session: DFF<Bits<S>>,
    // Of the session.
    saved: Context<AlignContext, S>,
    last_whole: DFF<Bits<64>>,
    open: DFF<Bits<64>>,
    store: DFF<Bit>,

    from_rotation: Signal<Local, Bits<8>>,
    before_first: Signal<Local, Bits<8>>,
    rotated_1: Signal<Local, Bits<64>>,
    rotated_2: Signal<Local, Bits<64>>,
    rotated: Signal<Local, Bits<64>>,
    keep_1: Signal<Local, Bits<8>>,
    keep_2: Signal<Local, Bits<8>>,
    keep_rotated: Signal<Local, Bits<8>>,
    arrived: Signal<Local, Bits<8>>,
    old: Signal<Local, Bits<8>>,
    take_new: Signal<Local, Bits<64>>,
    take_open: Signal<Local, Bits<64>>,
    byte_mask: Signal<Local, Bits<64>>,
    merged: Signal<Local, Bits<64>>,
}

impl<const S: usize> Logic for Align<S> {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            frame_rotation,
            this_beat,
            earlier,
            first,
            held,
            held_lanes,
            ended,
            slot_data,
            slot_shown,
            slot_new,
            slot_replay,
            slot_token,
            slot_session,
            last_whole,
            open,
            store
        );
        self.saved.clock.next = self.clock.val();
        self.saved.load.next = self.token.val().load;
        self.saved.session.next = self.session.val();

        // Rotate by one, two and four lanes.
        self.rotated_1.next = self.data.val();
        self.keep_1.next = self.keep.val();
        if self.frame_rotation.q.val().get_bit(0) {
            self.rotated_1.next = (self.data.val() << 8) | (self.data.val() >> 56);
            self.keep_1.next = (self.keep.val() << 1) | (self.keep.val() >> 7);
        }
        self.rotated_2.next = self.rotated_1.val();
        self.keep_2.next = self.keep_1.val();
        if self.frame_rotation.q.val().get_bit(1) {
            self.rotated_2.next = (self.rotated_1.val() << 16) | (self.rotated_1.val() >> 48);
            self.keep_2.next = (self.keep_1.val() << 2) | (self.keep_1.val() >> 6);
        }
        self.rotated.next = self.rotated_2.val();
        self.keep_rotated.next = self.keep_2.val();
        if self.frame_rotation.q.val().get_bit(2) {
            self.rotated.next = (self.rotated_2.val() << 32) | (self.rotated_2.val() >> 32);
            self.keep_rotated.next = (self.keep_2.val() << 4) | (self.keep_2.val() >> 4);
        }

        // What arrives for the current stream beat, and what waits for the next.
        self.arrived.next = 0.into();
        self.ended.d.next = self.valid.val() & self.eof.val();
        if self.valid.val() {
            self.arrived.next = (self.keep_rotated.val() & self.this_beat.q.val()) | self.held_lanes.q.val();
            self.held_lanes.d.next = self.keep_rotated.val() & (!self.this_beat.q.val());
            self.held.d.next = self.rotated.val();
        } else if self.ended.q.val() {
            self.arrived.next = self.held_lanes.q.val();
            self.held_lanes.d.next = 0.into();
        }
        self.old.next = 0.into();
        if self.first.q.val() {
            self.old.next = self.earlier.q.val();
        }
        if self.arrived.val().any() {
            self.first.d.next = false;
        }

        // The beat, lane by lane: just arrived, held, or of an earlier frame.
        self.take_new.next = 0.into();
        self.take_open.next = 0.into();
        self.byte_mask.next = 0xff.into();
        for i in 0..8 {
            if self.this_beat.q.val().get_bit(i) {
                self.take_new.next = self.take_new.val() | (self.byte_mask.val() << (i * 8).to_bits::<8>());
            }
            if self.old.val().get_bit(i) {
                self.take_open.next = self.take_open.val() | (self.byte_mask.val() << (i * 8).to_bits::<8>());
            }
        }
        self.merged.next =
            (self.rotated.val() & self.take_new.val()) | (self.held.q.val() & (!self.take_new.val()));
        if self.valid.val() | (self.ended.q.val() & self.held_lanes.q.val().any()) {
            self.slot_data.d.next =
                (self.merged.val() & (!self.take_open.val())) | (self.open.q.val() & self.take_open.val());
        }
        self.slot_new.d.next = self.arrived.val();
        self.slot_shown.d.next = self.arrived.val() | self.old.val();
        self.slot_replay.d.next = false;
        self.slot_token.d.next = self.token.val();
        self.slot_session.d.next = self.session.val();

        // A frame begins.
        if self.token.val().load {
            self.first.d.next = true;
            self.held_lanes.d.next = 0.into();
        }
        self.from_rotation.next = 0.into();
        self.before_first.next = 0.into();
        for i in 0..8 {
            self.from_rotation.next = self
                .from_rotation
                .val()
                .replace_bit(i, i.to_bits::<3>() >= self.rotation.val());
            self.before_first.next = self
                .before_first
                .val()
                .replace_bit(i, i.to_bits::<3>() < self.lane.val());
        }
        if self.saved.restore.val() {
            self.frame_rotation.d.next = self.rotation.val();
            self.this_beat.d.next = self.from_rotation.val();
            self.earlier.d.next = self.before_first.val();
        }

        // The session's bytes: kept up one clock behind the slot, replayed two clocks behind the load token.
        if self.slot_new.q.val().get_bit(7) | self.slot_replay.q.val() {
            self.last_whole.d.next = self.slot_data.q.val();
        }
        if self.slot_new.q.val().any() {
            self.open.d.next = self.slot_data.q.val();
        }
        if self.saved.restore.val() {
            self.slot_replay.d.next = true;
            self.slot_shown.d.next = 0xff.into();
            self.slot_data.d.next = self.saved.word.val().last_whole;
            self.open.d.next = self.saved.word.val().open;
            if self.fresh.val() {
                self.slot_data.d.next = 0.into();
                self.open.d.next = 0.into();
            }
        }
        self.store.d.next = self.slot_token.q.val().save;
        self.saved.store.next = self.store.q.val();
        self.saved.state.next.last_whole = self.last_whole.q.val();
        self.saved.state.next.open = self.open.q.val();

        if self.reset.val() {
            self.slot_new.d.next = 0.into();
            self.slot_replay.d.next = false;
            self.slot_token.d.next.load = false;
            self.slot_token.d.next.end = false;
            self.slot_token.d.next.save = false;
            self.held_lanes.d.next = 0.into();
            self.ended.d.next = false;
        }

        self.beat_data.next = self.slot_data.q.val();
        self.shown.next = self.slot_shown.q.val();
        self.new_lanes.next = self.slot_new.q.val();
        self.whole.next = self.slot_new.q.val().get_bit(7);
        self.replay.next = self.slot_replay.q.val();
        self.token_out.next = self.slot_token.q.val();
        self.session_out.next = self.slot_session.q.val();
    }
}
