//! Cuts the payload to be parsed out of a frame's beats.

use super::payload_beats::SKIPPED_BYTES;
use super::words::PayloadBeat;
use crate::blocks::Code;
use rust_hdl::prelude::*;

/// Takes the beats of one frame after the other, and passes those with payload on to the FIX path.
///
/// * Enters: beats from a FIFO; where the payload of the frame at its head begins and ends, while `known`; `start`, when it is
///   decided what becomes of the frame, not before `ready`.
/// * Leaves: payload beats, the first of them in the clock of `start`: `n_` in the clock in which they are taken, `p_` from registers one clock
///   later.
/// * Beats before the payload are thrown away before `start`, and all beats of a frame of which `nothing` is parsed.
/// * Waits for beats. `ready` comes two clocks after `known` and the last beat of the frame before.
#[derive(LogicBlock, Default)]
pub struct PayloadFeed {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Forgets the frame it is in.
    pub reset: Signal<In, Bit>,
    /// Beats of frames.
    pub beat: Signal<In, PayloadBeat>,
    /// There is one.
    pub beat_valid: Signal<In, Bit>,
    /// It is taken.
    pub beat_read: Signal<Out, Bit>,

    /// The figures of the next frame stand; until `start`.
    pub known: Signal<In, Bit>,
    /// Offset of its first payload byte in the frame.
    pub offset: Signal<In, Bits<8>>,
    /// Offset of the end of its payload.
    pub payload_end: Signal<In, Bits<17>>,
    /// Whatever its session is, nothing of it is parsed.
    pub nothing: Signal<In, Bit>,
    /// Throw no beat away: in the clock of `extend` and in the one before.
    pub pause: Signal<In, Bit>,
    /// Payload bytes at its beginning that are not parsed: add them to the offset. Once a frame, while `ready`; `start`
    /// two clocks later at the earliest.
    pub extend: Signal<In, Bit>,
    /// How many.
    pub extra: Signal<In, Bits<16>>,
    /// `start` may come.
    pub ready: Signal<Out, Bit>,
    /// Pass the frame.
    pub start: Signal<In, Bit>,
    /// With `start`: its payload is parsed.
    pub parse: Signal<In, Bit>,
    /// With `start`: its first beat leaves as `p_` alone.
    pub searched: Signal<In, Bit>,
    /// Beats of a frame that was started are still to come.
    pub feeding: Signal<Out, Bit>,

    /// A payload beat.
    pub p_valid: Signal<Out, Bit>,
    /// Its bytes.
    pub p_data: Signal<Out, Bits<64>>,
    /// Which of them are payload.
    pub p_keep: Signal<Out, Bits<8>>,
    /// The frame's last payload beat.
    pub p_eof: Signal<Out, Bit>,
    /// `p_valid` of the next clock, but for the first beat of a frame that is `searched`.
    pub n_valid: Signal<Out, Bit>,
    /// `p_data` of the next clock.
    pub n_data: Signal<Out, Bits<64>>,
    /// `p_keep` of the next clock.
    pub n_keep: Signal<Out, Bits<8>>,
    /// `p_eof` of the next clock.
    pub n_eof: Signal<Out, Bit>,

    fed: DFF<Bit>,     // a frame was started and its last beat was not taken
    drained: DFF<Bit>, // the next frame's last beat was taken
    counted: DFF<Bit>,
    primed: DFF<Bit>,
    parsed: DFF<Bit>,
    // Of the beat at the FIFO's output. That one is taken is known late: the counts follow a clock later, the flags, which are few, at once.
    took: DFF<Bit>,            // a beat was taken that `end_beats` still counts
    skipped_one: DFF<Bit>,     // and `skip_beats`
    skip_beats: DFF<Bits<15>>, // beats before the first parsed byte's
    skips: DFF<Bit>,           // there are some
    start_lane: DFF<Bits<3>>,
    begun: DFF<Bit>,          // the first parsed byte was in an earlier beat
    end_beats: DFF<Bits<15>>, // beats before the one of the payload's end; negative behind it
    end_later: DFF<Bit>,
    end_next: DFF<Bit>,
    end_here: DFF<Bit>,
    end_lane: DFF<Bits<3>>,
    end_inside: DFF<Bit>,  // the end is not at a beat's first lane
    start_first: DFF<Bit>, // in one beat, the payload would not be empty
    valid: DFF<Bit>,
    data: DFF<Bits<64>>,
    keep: DFF<Bits<8>>,
    last: DFF<Bit>,

    take: Signal<Local, Bit>,
    here: Signal<Local, Bits<2>>, // what `skip_beats` still counts
    here_1: Signal<Local, Bits<2>>,
    skip_low: Signal<Local, Bits<2>>,
    skip_many: Signal<Local, Bit>,
    skips_if_kept: Signal<Local, Bit>,
    skips_if_taken: Signal<Local, Bit>,
    ahead: Signal<Local, Bits<2>>, // what `end_beats` still counts
    ahead_1: Signal<Local, Bits<2>>,
    ahead_2: Signal<Local, Bits<2>>,
    end_low: Signal<Local, Bits<2>>,
    end_many: Signal<Local, Bit>,
    end_behind: Signal<Local, Bit>,
    end_few: Signal<Local, Bit>,
    later_if_kept: Signal<Local, Bit>,
    later_if_taken: Signal<Local, Bit>,
    starting: Signal<Local, Bit>,
    parses: Signal<Local, Bit>,
    shows: Signal<Local, Bit>,
    nonempty: Signal<Local, Bit>,
    from_lanes: Signal<Local, Bits<8>>,
    until_lanes: Signal<Local, Bits<8>>,
    frame_lanes: Signal<Local, Bits<8>>,
    first_offset: Signal<Local, Bits<8>>,
    end_offset: Signal<Local, Bits<18>>,
    start_offset: Signal<Local, Bits<18>>,
    skipped_short: Code<SKIPPED_BYTES, 8>,
    skipped: Code<SKIPPED_BYTES, 18>,
}

impl Logic for PayloadFeed {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            fed,
            drained,
            counted,
            primed,
            parsed,
            took,
            skipped_one,
            skip_beats,
            skips,
            start_lane,
            begun,
            end_beats,
            end_later,
            end_next,
            end_here,
            end_lane,
            end_inside,
            start_first,
            valid,
            data,
            keep,
            last
        );
        // Beats are taken for the frame that was started, or thrown away for the one that will be.
        self.starting.next = self.start.val() && !self.drained.q.val();
        self.take.next = false;
        if self.beat_valid.val() {
            if self.fed.q.val() || self.starting.val() {
                self.take.next = true;
            } else if self.primed.q.val() && !self.drained.q.val() && !self.pause.val() {
                self.take.next = self.nothing.val() || self.skips.q.val();
            }
        }
        self.beat_read.next = self.take.val();
        if self.starting.val() {
            self.fed.d.next = true;
        }
        if self.take.val() && self.beat.val().eof {
            self.fed.d.next = false;
            self.drained.d.next = true;
        }

        // Counts and flags of the beat at the FIFO's output, if it stays there and if it is taken.
        self.took.d.next = self.take.val();
        self.skipped_one.d.next = self.take.val() && self.skips.q.val();
        if self.took.q.val() {
            self.end_beats.d.next = self.end_beats.q.val() - 1;
        }
        if self.skipped_one.q.val() {
            self.skip_beats.d.next = self.skip_beats.q.val() - 1;
        }
        self.skip_low.next = self.skip_beats.q.val().get_bits::<2>(0);
        self.skip_many.next = self.skip_beats.q.val().get_bits::<13>(2).any();
        self.end_low.next = self.end_beats.q.val().get_bits::<2>(0);
        self.end_many.next = self.end_beats.q.val().get_bits::<12>(2).any();
        self.end_behind.next = self.end_beats.q.val().get_bit(14);
        self.end_few.next = !self.end_many.val() && !self.end_behind.val();
        self.here.next = bit_cast::<2, 1>(self.skipped_one.q.val().into());
        self.here_1.next = self.here.val() + 1;
        self.skips_if_kept.next = self.skip_many.val() || (self.skip_low.val() > self.here.val());
        self.skips_if_taken.next = self.skip_many.val() || (self.skip_low.val() > self.here_1.val());
        self.ahead.next = bit_cast::<2, 1>(self.took.q.val().into());
        self.ahead_1.next = self.ahead.val() + 1;
        self.ahead_2.next = self.ahead.val() + 2;
        self.later_if_kept.next =
            !self.end_behind.val() && (self.end_many.val() || (self.end_low.val() > self.ahead.val()));
        self.later_if_taken.next =
            !self.end_behind.val() && (self.end_many.val() || (self.end_low.val() > self.ahead_1.val()));
        self.skips.d.next = self.skips_if_kept.val();
        self.end_later.d.next = self.later_if_kept.val();
        self.end_next.d.next = self.end_few.val() && (self.end_low.val() == self.ahead_1.val());
        self.end_here.d.next = self.end_few.val() && (self.end_low.val() == self.ahead.val());
        self.end_inside.d.next = self.end_lane.q.val().any();
        self.start_first.d.next = self.start_lane.q.val() < self.end_lane.q.val();
        if self.take.val() {
            self.end_later.d.next = self.later_if_taken.val();
            self.end_next.d.next = self.end_few.val() && (self.end_low.val() == self.ahead_2.val());
            self.end_here.d.next = self.end_few.val() && (self.end_low.val() == self.ahead_1.val());
            if self.skips.q.val() {
                self.skips.d.next = self.skips_if_taken.val();
            }
        }
        self.first_offset.next = self.offset.val() - self.skipped_short.val();
        self.end_offset.next = bit_cast::<18, 17>(self.payload_end.val()) - self.skipped.val();
        self.start_offset.next = (bit_cast::<18, 15>(self.skip_beats.q.val()) << 3)
            + bit_cast::<18, 3>(self.start_lane.q.val())
            + bit_cast::<18, 16>(self.extra.val());
        self.primed.d.next = self.counted.q.val();
        if self.known.val() && !self.fed.q.val() && !self.counted.q.val() {
            self.counted.d.next = true;
            self.drained.d.next = false;
            self.begun.d.next = false;
            self.skip_beats.d.next = bit_cast::<15, 5>(self.first_offset.val().get_bits::<5>(3));
            self.start_lane.d.next = self.first_offset.val().get_bits::<3>(0);
            self.end_beats.d.next = self.end_offset.val().get_bits::<15>(3);
            self.end_lane.d.next = self.end_offset.val().get_bits::<3>(0);
        }
        if self.extend.val() {
            self.skip_beats.d.next = self.start_offset.val().get_bits::<15>(3);
            self.start_lane.d.next = self.start_offset.val().get_bits::<3>(0);
        }
        if self.start.val() {
            self.parsed.d.next = self.parse.val();
            self.counted.d.next = false;
            self.primed.d.next = false;
        }
        self.ready.next = self.primed.q.val();
        self.feeding.next = self.fed.q.val();

        // Lanes from the first parsed byte, before the payload's end, before the frame's end.
        self.from_lanes.next = 0xff.into();
        if !self.begun.q.val() {
            for i in 0..8_usize {
                self.from_lanes.next = self
                    .from_lanes
                    .val()
                    .replace_bit(i, i.to_bits::<3>() >= self.start_lane.q.val());
            }
        }
        self.until_lanes.next = 0xff.into();
        if !self.end_later.q.val() {
            for i in 0..8_usize {
                self.until_lanes.next = self
                    .until_lanes
                    .val()
                    .replace_bit(i, i.to_bits::<3>() < self.end_lane.q.val());
            }
        }
        self.frame_lanes.next = 0.into();
        for i in 0..8_usize {
            self.frame_lanes.next = self
                .frame_lanes
                .val()
                .replace_bit(i, i.to_bits::<3>() <= self.beat.val().last_lane);
        }
        self.parses.next = self.parsed.q.val();
        if self.start.val() {
            self.parses.next = self.parse.val();
        }
        self.nonempty.next = self.end_later.q.val()
            || (self.end_here.q.val()
                && self.end_inside.q.val()
                && (self.begun.q.val() || self.start_first.q.val()));
        self.shows.next = self.take.val()
            && (self.fed.q.val() || self.start.val())
            && self.parses.val()
            && !self.skips.q.val()
            && !self.beat.val().early;
        if self.shows.val() {
            self.begun.d.next = true;
        }
        self.valid.d.next = self.shows.val()
            && self.nonempty.val()
            && (self.begun.q.val() || (self.start_lane.q.val() <= self.beat.val().last_lane));
        self.n_data.next = self.beat.val().data;
        self.n_keep.next = self.from_lanes.val() & self.until_lanes.val() & self.frame_lanes.val();
        self.n_eof.next = self.beat.val().eof
            || !self.end_later.q.val()
            || (self.end_next.q.val() && !self.end_inside.q.val());
        self.n_valid.next = self.valid.d.val() && !(self.start.val() && self.searched.val());
        self.data.d.next = self.n_data.val();
        self.keep.d.next = self.n_keep.val();
        self.last.d.next = self.n_eof.val();
        self.p_valid.next = self.valid.q.val();
        self.p_data.next = self.data.q.val();
        self.p_keep.next = self.keep.q.val();
        self.p_eof.next = self.last.q.val();

        if self.reset.val() {
            self.fed.d.next = false;
            self.drained.d.next = false;
            self.counted.d.next = false;
            self.primed.d.next = false;
            self.took.d.next = false;
            self.skipped_one.d.next = false;
            self.valid.d.next = false;
        }
    }
}
