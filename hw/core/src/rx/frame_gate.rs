//! Decides at each frame boundary what comes next: a frame delivered, a frame dropped, a command, a reset.
#![allow(missing_docs)] // of the methods that RustHDL derives

use super::words::{Admission, Arrival, Beat};
use crate::blocks::Code;
use rust_hdl::prelude::*;

/// What the gate is doing.
#[derive(Copy, Clone, Debug, PartialEq, LogicState)]
pub enum GateState {
    /// Between frames.
    Boundary,
    /// Beats of a delivered frame pass.
    Deliver,
    /// Beats of a dropped frame are thrown away.
    Drop,
    /// A command is being applied.
    Command,
    /// Held by a reset.
    Quiet,
}

/// Lets frames into the pipeline, one after the other. Behind it nothing is dropped and nothing stalls.
///
/// * Enters: beats and arrivals from the ingress FIFO; the next frame's ring from `Steering`, and that ring's room.
/// * Leaves: beats one clock after they were taken, with `sof`; one `Admission` a delivered frame with its first beat.
/// * The decision about a frame (docs/datapath.md, 1.5) is made when its ring is known, with the last beat of the frame before at the earliest, and
///   seven clocks behind that frame's first, when the ring's figures have followed its granule. It is a register a clock later (`s_known_read`), and the first beat is taken the clock after that: eight beats pass every nine clocks. Nothing
///   leads to what comes of the decision but through that register. The ring's free
///   entries are exact only when no frame of it is under way, because nobody knows how many messages a frame will give; with
///   frames under way each of them counts as the most it could need, and if that leaves too little, the gate waits until the
///   ring's frames have finished and decides then.
/// * Commands and resets are let through at a boundary when nothing is under way. No frame is looked up from the clock on in which one waits
///   (`hold`); those that were looked up come first.
/// * When an output FIFO runs short (`slack` is 0), no beat is taken.
#[derive(LogicBlock, Default)]
pub struct FrameGate {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Forgets the frame it is in.
    pub reset: Signal<In, Bit>,
    /// A reset by CONTROL: drops are counted anew.
    pub zero_counts: Signal<In, Bit>,
    /// Beats.
    pub s_beat: Signal<In, Beat>,
    /// There is one.
    pub s_beat_valid: Signal<In, Bit>,
    /// It is taken.
    pub s_beat_read: Signal<Out, Bit>,
    /// Arrivals.
    pub s_arrival: Signal<In, Arrival>,
    /// There is one.
    pub s_arrival_valid: Signal<In, Bit>,
    /// It is taken.
    pub s_arrival_read: Signal<Out, Bit>,
    /// The next frame's ring is known.
    pub s_known: Signal<In, Bit>,
    /// Most entries that it may give.
    pub s_entries: Signal<In, Bits<6>>,
    /// Its ring.
    pub s_ring: Signal<In, Bits<2>>,
    /// The frame is decided about.
    pub s_known_read: Signal<Out, Bit>,
    /// Look no further frame up.
    pub hold: Signal<Out, Bit>,
    /// No frame is looked up that was not decided about.
    pub none_known: Signal<In, Bit>,

    /// Receive is enabled.
    pub cfg_enabled: Signal<In, Bit>,
    /// The next frame's ring is on.
    pub ring_on: Signal<In, Bit>,
    /// It has room for the longest frame, whatever those under way need.
    pub ring_room: Signal<In, Bit>,
    /// It has none, whatever those under way leave.
    pub ring_full: Signal<In, Bit>,
    /// Where the next frame's bytes start.
    pub ring_granule: Signal<In, Bits<16>>,
    /// The frame takes its first granule, at `ring_granule`.
    pub ring_first: Signal<Out, Bit>,
    /// The frame takes one more granule.
    pub ring_more: Signal<Out, Bit>,
    /// Ring of the frame that takes them, and of an admission.
    pub filling: Signal<Out, Bits<2>>,

    /// All output FIFOs have slack for what is under way and more.
    pub slack: Signal<In, Bit>,
    /// A frame's FRAME entry was handed to the ring.
    pub frame_done: Signal<In, Bit>,

    /// A command wants to be applied and has room for its FENCE.
    pub command_ready: Signal<In, Bit>,
    /// Apply it.
    pub command_start: Signal<Out, Bit>,
    /// It is applied.
    pub command_done: Signal<In, Bit>,
    /// A reset wants the pipeline empty.
    pub quiet_request: Signal<In, Bit>,
    /// It is.
    pub quiet: Signal<Out, Bit>,
    /// No frame and no command is under way.
    pub idle: Signal<Out, Bit>,

    /// A beat of a delivered frame.
    pub m_valid: Signal<Out, Bit>,
    /// Its content.
    pub m_beat: Signal<Out, Beat>,
    /// It is the frame's first.
    pub m_sof: Signal<Out, Bit>,
    /// A frame is delivered; with its first beat at the latest.
    pub admission_valid: Signal<Out, Bit>,
    /// With it: its ring, one bit each.
    pub admission_ring: Signal<Out, Bits<4>>,
    /// What its entries need.
    pub admission: Signal<Out, Admission>,
    /// Arrival of the last frame that was decided about; 0 if there was none since reset.
    pub last_ts_ns: Signal<Out, Bits<64>>,
    /// A frame was dropped because receive is off.
    pub stat_disabled: Signal<Out, Bit>,
    /// A frame was dropped because the ring had no room.
    pub stat_ring: Signal<Out, Bit>,
    /// Frames of each ring dropped because receive or the ring was off.
    pub drop_disabled: [Signal<Out, Bits<32>>; 4],
    /// Frames of each ring dropped because it had no room.
    pub drop_ring: [Signal<Out, Bits<32>>; 4],

    state: DFF<GateState>,
    // The decision, and that there is one.
    deliver: DFF<Bit>,
    refuse: DFF<Bit>,
    forbid: DFF<Bit>,
    decided: DFF<Bit>,
    told: DFF<Bit>, // a clock later
    enabled: DFF<Bit>,
    settled: DFF<Bit>, // the ring's figures are true
    held: DFF<Bit>,
    first: DFF<Bit>,
    beat_in_granule: DFF<Bits<3>>,
    settle: DFF<Bits<3>>, // clocks until the ring's entries are true again after an admission
    grew: DFF<Bit>,       // a granule was taken that was not the frame's first
    under_way: DFF<Bits<6>>,
    none_now: DFF<Bit>,
    none_before: DFF<Bit>,
    none_under_way: DFF<Bit>,
    many_under_way: DFF<Bit>,
    done_delay: DFF<Bits<4>>,
    disabled: [DFF<Bits<32>>; 4],
    no_room: [DFF<Bits<32>>; 4],
    last_ts: DFF<Bits<64>>,
    out_valid: DFF<Bit>,
    out_beat: DFF<Beat>,
    out_sof: DFF<Bit>,
    admit: DFF<Bit>,
    admit_to: DFF<Bits<4>>,
    delivers: DFF<Bit>, // the state is Deliver
    drops: DFF<Bit>,    // it is Drop
    admitted: DFF<Admission>,
    was_disabled: DFF<Bit>,
    was_ring: DFF<Bit>,
    started: DFF<Bit>,

    finish: Signal<Local, Bit>,
    ends: Signal<Local, Bit>,
    take: Signal<Local, Bit>,
    last_admitted: Signal<Local, Admission>,
    to_ring: Signal<Local, Bits<4>>,
    settle_clocks: Code<5, 3>,
    many: Code<24, 6>,
}

impl Logic for FrameGate {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            state,
            deliver,
            refuse,
            forbid,
            decided,
            told,
            enabled,
            settled,
            held,
            first,
            beat_in_granule,
            settle,
            grew,
            under_way,
            none_now,
            none_before,
            none_under_way,
            many_under_way,
            done_delay,
            last_ts,
            out_valid,
            out_beat,
            out_sof,
            admit,
            admit_to,
            delivers,
            drops,
            admitted,
            was_disabled,
            was_ring,
            started
        );
        // A frame's end counts once the ring's free entries have followed its FRAME entry.
        self.done_delay.d.next = (self.done_delay.q.val() << 1).replace_bit(0, self.frame_done.val());
        self.finish.next = self.done_delay.q.val().get_bit(3);
        self.take.next = false;
        self.deliver.d.next = false;
        self.refuse.d.next = false;
        self.forbid.d.next = false;
        self.decided.d.next = false;
        self.enabled.d.next = self.cfg_enabled.val();
        self.started.d.next = false;
        self.ring_first.next = false;
        self.ring_more.next = false;
        self.grew.d.next = false;
        // The ring's figures follow the frame's first granule, for which the frame may wait.
        if self.settle.q.val().any() && !(self.delivers.q.val() && self.first.q.val()) {
            self.settle.d.next = self.settle.q.val() - 1;
        }
        self.held.d.next = self.quiet_request.val()
            || self.command_ready.val()
            || (self.state.q.val() == GateState::Command);
        self.hold.next = self.held.q.val();

        self.settled.d.next = !self.settle.q.val().any()
            && !self.many_under_way.q.val()
            && (self.state.q.val() != GateState::Command)
            && (self.state.q.val() != GateState::Quiet);
        self.take.next =
            self.s_beat_valid.val() && (self.drops.q.val() || (self.delivers.q.val() && self.slack.val()));
        self.ends.next = self.take.val() && self.s_beat.val().eof;

        // With the last beat of the frame before, if the next one is known by then.
        if self.s_known.val()
            && self.s_arrival_valid.val()
            && !self.decided.q.val()
            && !self.told.q.val()
            && (self.ends.val() || (self.state.q.val() == GateState::Boundary))
        {
            if !self.enabled.q.val() || !self.ring_on.val() {
                self.forbid.d.next = true;
                self.decided.d.next = true;
            } else if self.settled.q.val() && !self.grew.q.val() {
                self.deliver.d.next = self.ring_room.val();
                self.refuse.d.next = self.ring_full.val();
                self.decided.d.next = self.ring_room.val() || self.ring_full.val();
            }
        }

        match self.state.q.val() {
            GateState::Boundary => {
                self.first.d.next = true;
                self.beat_in_granule.d.next = 0.into();
                if !self.s_known.val()
                    && self.held.q.val()
                    && self.none_known.val()
                    && self.none_under_way.q.val()
                    && !self.settle.q.val().any()
                {
                    if self.quiet_request.val() {
                        self.state.d.next = GateState::Quiet;
                    } else if self.command_ready.val() {
                        self.started.d.next = true;
                        self.state.d.next = GateState::Command;
                    }
                }
            }
            GateState::Deliver => {}
            GateState::Drop => {}
            GateState::Command => {
                if self.command_done.val() {
                    self.settle.d.next = self.settle_clocks.val();
                    self.state.d.next = GateState::Boundary;
                }
            }
            GateState::Quiet => {
                if !self.quiet_request.val() {
                    self.settle.d.next = self.settle_clocks.val();
                    self.state.d.next = GateState::Boundary;
                }
            }
            _ => {
                self.state.d.next = GateState::Boundary;
            }
        }
        // The decision is carried out.
        if self.deliver.q.val() {
            self.state.d.next = GateState::Deliver;
            self.delivers.d.next = true;
            self.settle.d.next = self.settle_clocks.val();
        }
        if self.refuse.q.val() || self.forbid.q.val() {
            self.state.d.next = GateState::Drop;
            self.drops.d.next = true;
        }
        self.admit.d.next = self.deliver.q.val();
        self.was_disabled.d.next = self.forbid.q.val();
        self.was_ring.d.next = self.refuse.q.val();
        self.told.d.next = self.decided.q.val();
        self.s_known_read.next = self.decided.q.val();
        if self.decided.q.val() {
            self.last_ts.d.next = self.s_arrival.val().ts_ns;
        }
        self.last_ts_ns.next = self.last_ts.q.val();

        self.out_valid.d.next = false;
        self.out_beat.d.next = self.s_beat.val();
        self.out_sof.d.next = self.first.q.val();
        if self.take.val() {
            self.first.d.next = false;
            self.beat_in_granule.d.next = self.beat_in_granule.q.val() + 1;
            if self.ends.val() {
                self.state.d.next = GateState::Boundary;
                self.delivers.d.next = false;
                self.drops.d.next = false;
            }
            if self.delivers.q.val() {
                self.out_valid.d.next = true;
                // The next granule is taken with the last beat of the one before, if that is not the frame's last.
                self.ring_first.next = self.first.q.val();
                self.ring_more.next = self.beat_in_granule.q.val().all() && !self.s_beat.val().eof;
                self.grew.d.next = self.beat_in_granule.q.val().all() && !self.s_beat.val().eof;
            }
        }
        self.s_beat_read.next = self.take.val();
        // The arrival has served when the decision is carried out; the next one is needed a clock later at the earliest.
        self.s_arrival_read.next = self.told.q.val();

        if self.deliver.q.val() && !self.finish.val() {
            self.under_way.d.next = self.under_way.q.val() + 1;
        }
        if self.finish.val() && !self.deliver.q.val() {
            self.under_way.d.next = self.under_way.q.val() - 1;
        }
        self.none_now.d.next = !self.under_way.q.val().any();
        self.none_before.d.next = self.none_now.q.val();
        self.none_under_way.d.next = self.none_before.q.val() && self.none_now.q.val();
        self.many_under_way.d.next = self.under_way.q.val() >= self.many.val();

        // Drops are counted the clock after the decision, before the next one.
        self.admitted.d.next.ts_ns = self.s_arrival.val().ts_ns;
        self.admitted.d.next.drop_fifo = self.s_arrival.val().drop_fifo;
        self.admitted.d.next.granule = self.ring_granule.val();
        self.admitted.d.next.ring = self.s_ring.val();
        self.admitted.d.next.entries = self.s_entries.val();
        self.admitted.d.next.drop_disabled = 0.into();
        self.admitted.d.next.drop_ring = 0.into();
        self.last_admitted.next = self.admitted.q.val();
        self.filling.next = self.last_admitted.val().ring;
        self.to_ring.next = 0.into();
        for i in 0..4_usize {
            self.disabled[i].clock.next = self.clock.val();
            self.disabled[i].d.next = self.disabled[i].q.val();
            self.no_room[i].clock.next = self.clock.val();
            self.no_room[i].d.next = self.no_room[i].q.val();
            self.to_ring.next = self
                .to_ring
                .val()
                .replace_bit(i, self.deliver.q.val() && (self.s_ring.val() == i.to_bits::<2>()));
            if self.s_ring.val() == i.to_bits::<2>() {
                self.admitted.d.next.drop_disabled = self.disabled[i].q.val();
                self.admitted.d.next.drop_ring = self.no_room[i].q.val();
                if self.forbid.q.val() {
                    self.disabled[i].d.next = self.disabled[i].q.val() + 1;
                }
                if self.refuse.q.val() {
                    self.no_room[i].d.next = self.no_room[i].q.val() + 1;
                }
            }
            self.drop_disabled[i].next = self.disabled[i].q.val();
            self.drop_ring[i].next = self.no_room[i].q.val();
            if self.zero_counts.val() || self.reset.val() {
                self.disabled[i].d.next = 0.into();
                self.no_room[i].d.next = 0.into();
            }
        }
        self.admit_to.d.next = self.to_ring.val();
        // Its ring is asked for until the frame has passed.
        if self.delivers.q.val() {
            self.admitted.d.next = self.admitted.q.val();
        }

        self.command_start.next = self.started.q.val();
        self.quiet.next = self.state.q.val() == GateState::Quiet;
        self.idle.next = self.none_under_way.q.val()
            && self.none_known.val()
            && ((self.state.q.val() == GateState::Boundary) || (self.state.q.val() == GateState::Quiet));
        self.m_valid.next = self.out_valid.q.val();
        self.m_beat.next = self.out_beat.q.val();
        self.m_sof.next = self.out_sof.q.val();
        self.admission_valid.next = self.admit.q.val();
        self.admission_ring.next = self.admit_to.q.val();
        self.admission.next = self.admitted.q.val();
        self.stat_disabled.next = self.was_disabled.q.val();
        self.stat_ring.next = self.was_ring.q.val();
        if self.zero_counts.val() {
            self.last_ts.d.next = 0.into();
        }
        if self.reset.val() {
            self.state.d.next = GateState::Boundary;
            self.deliver.d.next = false;
            self.refuse.d.next = false;
            self.forbid.d.next = false;
            self.decided.d.next = false;
            self.told.d.next = false;
            self.settled.d.next = false;
            self.held.d.next = true;
            self.settle.d.next = self.settle_clocks.val();
            self.under_way.d.next = 0.into();
            self.done_delay.d.next = 0.into();
            self.last_ts.d.next = 0.into();
            self.out_valid.d.next = false;
            self.admit.d.next = false;
            self.admit_to.d.next = 0.into();
            self.delivers.d.next = false;
            self.drops.d.next = false;
            self.was_disabled.d.next = false;
            self.was_ring.d.next = false;
            self.started.d.next = false;
        }
    }
}
