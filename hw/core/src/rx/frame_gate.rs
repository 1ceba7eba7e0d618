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
/// * The decision about a frame (docs/datapath.md, 1.5) is made when its first beat waits and its ring is known, and takes one clock. The ring's free
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
    /// It has room for the entries of the longest frame, whatever those under way need.
    pub ring_entries_ok: Signal<In, Bit>,
    /// No frame of it is under way.
    pub ring_idle: Signal<In, Bit>,
    /// The ring has room for the longest frame, if it starts at `ring_granule`.
    pub ring_granules_ok: Signal<In, Bit>,
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
    held: DFF<Bit>,
    first: DFF<Bit>,
    beat_in_granule: DFF<Bits<3>>,
    settle: DFF<Bits<3>>, // clocks until the ring's entries are true again after an admission
    granule_settle: DFF<Bits<2>>, // the same for its granules
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
    admitted: DFF<Admission>,
    was_disabled: DFF<Bit>,
    was_ring: DFF<Bit>,
    started: DFF<Bit>,

    decides: Signal<Local, Bit>,
    deliver: Signal<Local, Bit>,
    refuse: Signal<Local, Bit>,
    forbid: Signal<Local, Bit>,
    finish: Signal<Local, Bit>,
    take: Signal<Local, Bit>,
    last_admitted: Signal<Local, Admission>,
    settle_clocks: Code<5, 3>,
    granule_clocks: Code<2, 2>,
    many: Code<24, 6>,
}

impl Logic for FrameGate {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            state,
            held,
            first,
            beat_in_granule,
            settle,
            granule_settle,
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
            admitted,
            was_disabled,
            was_ring,
            started
        );
        // A frame's end counts once the ring's free entries have followed its FRAME entry.
        self.done_delay.d.next = (self.done_delay.q.val() << 1).replace_bit(0, self.frame_done.val());
        self.finish.next = self.done_delay.q.val().get_bit(3);
        self.deliver.next = false;
        self.take.next = false;
        self.admit.d.next = false;
        self.refuse.next = false;
        self.forbid.next = false;
        self.started.d.next = false;
        self.ring_first.next = false;
        self.ring_more.next = false;
        if self.settle.q.val().any() {
            self.settle.d.next = self.settle.q.val() - 1;
        }
        if self.granule_settle.q.val().any() {
            self.granule_settle.d.next = self.granule_settle.q.val() - 1;
        }
        self.held.d.next = self.quiet_request.val()
            || self.command_ready.val()
            || (self.state.q.val() == GateState::Command);
        self.hold.next = self.held.q.val();

        match self.state.q.val() {
            GateState::Boundary => {
                self.first.d.next = true;
                self.beat_in_granule.d.next = 0.into();
                if self.s_known.val() {
                    if self.s_beat_valid.val() && self.s_arrival_valid.val() {
                        if !self.cfg_enabled.val() || !self.ring_on.val() {
                            self.forbid.next = true;
                        } else if !self.settle.q.val().any()
                            && !self.granule_settle.q.val().any()
                            && !self.many_under_way.q.val()
                        {
                            if !self.ring_granules_ok.val() {
                                self.refuse.next = true;
                            } else if self.ring_entries_ok.val() {
                                self.deliver.next = true;
                            } else if self.ring_idle.val() {
                                self.refuse.next = true;
                            }
                        }
                    }
                } else if self.held.q.val()
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
            GateState::Deliver => {
                self.take.next = self.s_beat_valid.val() && self.slack.val();
            }
            GateState::Drop => {
                self.take.next = self.s_beat_valid.val();
            }
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
        if self.deliver.val() {
            self.state.d.next = GateState::Deliver;
            self.settle.d.next = self.settle_clocks.val();
            self.admit.d.next = true;
        }
        self.was_disabled.d.next = self.forbid.val();
        self.was_ring.d.next = self.refuse.val();
        if self.refuse.val() || self.forbid.val() {
            self.state.d.next = GateState::Drop;
        }
        self.decides.next = self.deliver.val() || self.refuse.val() || self.forbid.val();
        self.s_known_read.next = self.decides.val();
        if self.decides.val() {
            self.last_ts.d.next = self.s_arrival.val().ts_ns;
        }
        self.last_ts_ns.next = self.last_ts.q.val();

        self.out_valid.d.next = false;
        self.out_beat.d.next = self.s_beat.val();
        self.out_sof.d.next = self.first.q.val();
        if self.take.val() {
            self.first.d.next = false;
            self.beat_in_granule.d.next = self.beat_in_granule.q.val() + 1;
            if self.s_beat.val().eof {
                self.state.d.next = GateState::Boundary;
            }
            if self.state.q.val() == GateState::Deliver {
                self.out_valid.d.next = true;
                // The next granule is taken with the last beat of the one before, if that is not the frame's last.
                self.ring_first.next = self.first.q.val();
                self.ring_more.next = self.beat_in_granule.q.val().all() && !self.s_beat.val().eof;
                if self.first.q.val() || (self.beat_in_granule.q.val().all() && !self.s_beat.val().eof) {
                    self.granule_settle.d.next = self.granule_clocks.val();
                }
            }
        }
        self.s_beat_read.next = self.take.val();
        // The arrival has served when the decision is made; the next one is needed two clocks later at the earliest.
        self.s_arrival_read.next = self.admit.q.val() || self.was_disabled.q.val() || self.was_ring.q.val();

        if self.deliver.val() && !self.finish.val() {
            self.under_way.d.next = self.under_way.q.val() + 1;
        }
        if self.finish.val() && !self.deliver.val() {
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
        for i in 0..4_usize {
            self.disabled[i].clock.next = self.clock.val();
            self.disabled[i].d.next = self.disabled[i].q.val();
            self.no_room[i].clock.next = self.clock.val();
            self.no_room[i].d.next = self.no_room[i].q.val();
            if self.s_ring.val() == i.to_bits::<2>() {
                self.admitted.d.next.drop_disabled = self.disabled[i].q.val();
                self.admitted.d.next.drop_ring = self.no_room[i].q.val();
                if self.forbid.val() {
                    self.disabled[i].d.next = self.disabled[i].q.val() + 1;
                }
                if self.refuse.val() {
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
        // Its ring is asked for until the frame has passed.
        if self.state.q.val() == GateState::Deliver {
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
        self.admission.next = self.admitted.q.val();
        self.stat_disabled.next = self.was_disabled.q.val();
        self.stat_ring.next = self.was_ring.q.val();
        if self.zero_counts.val() {
            self.last_ts.d.next = 0.into();
        }
        if self.reset.val() {
            self.state.d.next = GateState::Boundary;
            self.held.d.next = true;
            self.settle.d.next = self.settle_clocks.val();
            self.granule_settle.d.next = 0.into();
            self.under_way.d.next = 0.into();
            self.done_delay.d.next = 0.into();
            self.last_ts.d.next = 0.into();
            self.out_valid.d.next = false;
            self.admit.d.next = false;
            self.was_disabled.d.next = false;
            self.was_ring.d.next = false;
            self.started.d.next = false;
        }
    }
}
