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
/// * Enters: beats and arrivals from the ingress FIFO; the ring's room.
/// * Leaves: beats one clock after they were taken, with `sof`; one `Admission` a delivered frame with its first beat.
/// * The decision about a frame (docs/datapath.md, 1.4) is made when its first beat waits and takes one clock. The ring's free
///   entries are exact only when no frame is under way, because nobody knows how many messages a frame will give; with
///   frames under way each of them counts as the most it could need, and if that leaves too little, the gate waits until the
///   frames have finished and decides then.
/// * Commands and resets are let through at a boundary when nothing is under way.
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

    /// Receive and the ring are enabled.
    pub cfg_enabled: Signal<In, Bit>,
    /// Free entries of the ring.
    pub ring_entries_free: Signal<In, Bits<16>>,
    /// The ring has room for the longest frame, if it starts at `ring_granule`.
    pub ring_granules_ok: Signal<In, Bit>,
    /// Where the next frame's bytes start.
    pub ring_granule: Signal<In, Bits<16>>,
    /// `ring_granules_ok` and `ring_granule` follow from all granules taken so far.
    pub ring_settled: Signal<In, Bit>,
    /// The frame takes its first granule, at `ring_granule`.
    pub ring_first: Signal<Out, Bit>,
    /// The frame takes one more granule.
    pub ring_more: Signal<Out, Bit>,

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
    /// A frame was dropped because receive is off.
    pub stat_disabled: Signal<Out, Bit>,
    /// A frame was dropped because the ring had no room.
    pub stat_ring: Signal<Out, Bit>,

    state: DFF<GateState>,
    first: DFF<Bit>,
    beat_in_granule: DFF<Bits<3>>,
    settle: DFF<Bits<3>>,    // clocks until the figures below are true again
    reserved: DFF<Bits<16>>, // entries that the frames under way may need
    under_way: DFF<Bits<6>>,
    none_now: DFF<Bit>,
    none_before: DFF<Bit>,
    none_under_way: DFF<Bit>, // late, so that `entries_ok` has followed
    many_under_way: DFF<Bit>,
    entries_wanted: DFF<Bits<16>>,
    entries_ok: DFF<Bit>,
    done_delay: DFF<Bits<4>>,
    drop_disabled: DFF<Bits<32>>,
    drop_ring: DFF<Bits<32>>,
    out_valid: DFF<Bit>,
    out_beat: DFF<Beat>,
    out_sof: DFF<Bit>,
    admit: DFF<Bit>,
    admitted: DFF<Admission>,
    was_disabled: DFF<Bit>,
    was_ring: DFF<Bit>,
    started: DFF<Bit>,

    deliver: Signal<Local, Bit>,
    refuse: Signal<Local, Bit>,
    finish: Signal<Local, Bit>,
    take: Signal<Local, Bit>,
    settle_clocks: Code<5, 3>,
    frame_entries: Code<{ fixnic_abi::limits::RX_FRAME_ENTRIES_MAX as u64 }, 16>,
    many: Code<24, 6>,
}

impl Logic for FrameGate {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            state,
            first,
            beat_in_granule,
            settle,
            reserved,
            under_way,
            none_now,
            none_before,
            none_under_way,
            many_under_way,
            entries_wanted,
            entries_ok,
            done_delay,
            drop_disabled,
            drop_ring,
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
        self.was_disabled.d.next = false;
        self.refuse.next = false;
        self.started.d.next = false;
        self.ring_first.next = false;
        self.ring_more.next = false;
        if self.settle.q.val().any() {
            self.settle.d.next = self.settle.q.val() - 1;
        }

        match self.state.q.val() {
            GateState::Boundary => {
                self.first.d.next = true;
                self.beat_in_granule.d.next = 0.into();
                if self.quiet_request.val() {
                    if self.none_under_way.q.val() && !self.settle.q.val().any() {
                        self.state.d.next = GateState::Quiet;
                    }
                } else if self.command_ready.val() {
                    if self.none_under_way.q.val() && !self.settle.q.val().any() {
                        self.started.d.next = true;
                        self.state.d.next = GateState::Command;
                    }
                } else if self.s_beat_valid.val() && self.s_arrival_valid.val() {
                    if !self.cfg_enabled.val() {
                        self.was_disabled.d.next = true;
                        self.drop_disabled.d.next = self.drop_disabled.q.val() + 1;
                        self.state.d.next = GateState::Drop;
                    } else if !self.settle.q.val().any()
                        && self.ring_settled.val()
                        && !self.many_under_way.q.val()
                    {
                        if !self.ring_granules_ok.val() {
                            self.refuse.next = true;
                        } else if self.entries_ok.q.val() {
                            self.deliver.next = true;
                        } else if self.none_under_way.q.val() {
                            self.refuse.next = true;
                        }
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
        self.was_ring.d.next = self.refuse.val();
        if self.refuse.val() {
            self.drop_ring.d.next = self.drop_ring.q.val() + 1;
            self.state.d.next = GateState::Drop;
        }

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
                self.ring_first.next = self.first.q.val();
                self.ring_more.next = !self.first.q.val() && !self.beat_in_granule.q.val().any();
            }
        }
        self.s_beat_read.next = self.take.val();
        // The arrival has served when the decision is made; the next one is needed two clocks later at the earliest.
        self.s_arrival_read.next = self.admit.q.val() || self.was_disabled.q.val() || self.was_ring.q.val();

        // What the frames under way may still need.
        if self.deliver.val() && !self.finish.val() {
            self.under_way.d.next = self.under_way.q.val() + 1;
            self.reserved.d.next = self.reserved.q.val() + self.frame_entries.val();
        }
        if self.finish.val() && !self.deliver.val() {
            self.under_way.d.next = self.under_way.q.val() - 1;
            self.reserved.d.next = self.reserved.q.val() - self.frame_entries.val();
        }
        self.none_now.d.next = !self.under_way.q.val().any();
        self.none_before.d.next = self.none_now.q.val();
        self.none_under_way.d.next = self.none_before.q.val() && self.none_now.q.val();
        self.many_under_way.d.next = self.under_way.q.val() >= self.many.val();
        self.entries_wanted.d.next = self.reserved.q.val() + self.frame_entries.val();
        self.entries_ok.d.next = self.ring_entries_free.val() >= self.entries_wanted.q.val();

        self.admitted.d.next.ts_ns = self.s_arrival.val().ts_ns;
        self.admitted.d.next.drop_fifo = self.s_arrival.val().drop_fifo;
        self.admitted.d.next.drop_disabled = self.drop_disabled.q.val();
        self.admitted.d.next.drop_ring = self.drop_ring.q.val();
        self.admitted.d.next.granule = self.ring_granule.val();

        self.command_start.next = self.started.q.val();
        self.quiet.next = self.state.q.val() == GateState::Quiet;
        self.idle.next = self.none_under_way.q.val()
            && ((self.state.q.val() == GateState::Boundary) || (self.state.q.val() == GateState::Quiet));
        self.m_valid.next = self.out_valid.q.val();
        self.m_beat.next = self.out_beat.q.val();
        self.m_sof.next = self.out_sof.q.val();
        self.admission_valid.next = self.admit.q.val();
        self.admission.next = self.admitted.q.val();
        self.stat_disabled.next = self.was_disabled.q.val();
        self.stat_ring.next = self.was_ring.q.val();
        if self.zero_counts.val() {
            self.drop_disabled.d.next = 0.into();
            self.drop_ring.d.next = 0.into();
        }
        if self.reset.val() {
            self.state.d.next = GateState::Boundary;
            self.settle.d.next = self.settle_clocks.val();
            self.reserved.d.next = 0.into();
            self.under_way.d.next = 0.into();
            self.done_delay.d.next = 0.into();
            self.drop_disabled.d.next = 0.into();
            self.drop_ring.d.next = 0.into();
            self.out_valid.d.next = false;
            self.admit.d.next = false;
            self.started.d.next = false;
        }
    }
}
