//! Reset by CONTROL, the clearing of the tables, and the epoch (docs/datapath.md, section 10).
#![allow(missing_docs)] // of the methods that RustHDL derives

use rust_hdl::prelude::*;

/// How far the reset is.
#[derive(Copy, Clone, Debug, PartialEq, LogicState)]
pub enum ResetState {
    /// None under way.
    Idle,
    /// The gate stops at a frame boundary.
    Quiet,
    /// Writes and reads under way finish.
    Drain,
    /// Lookup and session tables are cleared, an address a clock.
    Clear,
}

/// Stops, drains, clears, and begins a new epoch.
///
/// * Enters: `go` from CONTROL, at any time: while the tables are still being cleared it waits; `reset`, after which the tables are cleared too.
/// * Leaves: `quiet_request` until all is done; `stopped` for one clock when nothing is under way any more; 1,024 clearing writes.
#[derive(LogicBlock, Default)]
pub struct ResetEpoch {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Power-up: epoch 1, tables are cleared.
    pub reset: Signal<In, Bit>,
    /// CONTROL.reset was written.
    pub go: Signal<In, Bit>,
    /// The gate holds, and nothing is under way behind it.
    pub quiet: Signal<In, Bit>,
    /// No write and no read is under way.
    pub drained: Signal<In, Bit>,
    /// Hold the gate.
    pub quiet_request: Signal<Out, Bit>,
    /// Nothing is under way any more: counts start anew.
    pub stopped: Signal<Out, Bit>,
    /// All is done; not after power-up.
    pub finished: Signal<Out, Bit>,
    /// Clear the tables at `address`.
    pub clear: Signal<Out, Bit>,
    /// Bucket and session.
    pub address: Signal<Out, Bits<10>>,
    /// Number of this life of the device.
    pub epoch: Signal<Out, Bits<8>>,

    state: DFF<ResetState>,
    count: DFF<Bits<10>>,
    life: DFF<Bits<8>>,
    stop: DFF<Bit>,
    last: DFF<Bit>,
    asked: DFF<Bit>,
    // CONTROL.reset was written while the tables were still being cleared after power-up.
    wanted: DFF<Bit>,
    // Writes take a few clocks from the gate to the writer: both must say so for a while.
    calm: DFF<Bits<6>>,
}

impl Logic for ResetEpoch {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, state, count, life, stop, last, asked, wanted, calm);
        self.stop.d.next = false;
        self.last.d.next = false;
        self.clear.next = false;
        if self.go.val() {
            self.wanted.d.next = true;
        }
        match self.state.q.val() {
            ResetState::Idle => {
                self.count.d.next = 0.into();
                if self.go.val() | self.wanted.q.val() {
                    self.wanted.d.next = false;
                    self.asked.d.next = true;
                    self.state.d.next = ResetState::Quiet;
                }
            }
            ResetState::Quiet => {
                self.calm.d.next = 0.into();
                if self.quiet.val() {
                    self.state.d.next = ResetState::Drain;
                }
            }
            ResetState::Drain => {
                self.calm.d.next = self.calm.q.val() + 1;
                if !self.drained.val() {
                    self.calm.d.next = 0.into();
                } else if self.calm.q.val().all() {
                    self.stop.d.next = true;
                    self.life.d.next = self.life.q.val() + 1;
                    self.state.d.next = ResetState::Clear;
                }
            }
            ResetState::Clear => {
                self.clear.next = true;
                self.count.d.next = self.count.q.val() + 1;
                if self.count.q.val().all() {
                    self.last.d.next = self.asked.q.val();
                    self.asked.d.next = false;
                    self.state.d.next = ResetState::Idle;
                }
            }
            _ => {
                self.state.d.next = ResetState::Idle;
            }
        }
        self.quiet_request.next = self.state.q.val() != ResetState::Idle;
        self.stopped.next = self.stop.q.val();
        self.finished.next = self.last.q.val();
        self.address.next = self.count.q.val();
        self.epoch.next = self.life.q.val();
        if self.reset.val() {
            self.state.d.next = ResetState::Clear;
            self.count.d.next = 0.into();
            self.life.d.next = 1.into();
            self.stop.d.next = false;
            self.last.d.next = false;
            self.asked.d.next = false;
            self.wanted.d.next = false;
        }
    }
}
