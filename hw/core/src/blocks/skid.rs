//! Two registers between a channel and whoever fills it, so that no path leads from its `ready` back into the design.

use rust_hdl::prelude::*;

/// A register slice for a valid/ready channel.
///
/// * Enters: `data_in` with `write`, only while `free`; `free` is a register.
/// * Leaves: `data_out` with `valid` one clock later, kept until `ready`; every clock if wanted.
/// * When `ready` is away, it takes one word more and then is not `free`.
#[derive(LogicBlock, Default)]
pub struct Skid<D: Synth> {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Empties it.
    pub reset: Signal<In, Bit>,
    /// Take `data_in`.
    pub write: Signal<In, Bit>,
    /// The word to take.
    pub data_in: Signal<In, D>,
    /// A word can be taken.
    pub free: Signal<Out, Bit>,
    /// `data_out` is a word.
    pub valid: Signal<Out, Bit>,
    /// The oldest word.
    pub data_out: Signal<Out, D>,
    /// It is taken.
    pub ready: Signal<In, Bit>,

    out_valid: DFF<Bit>,
    out: DFF<D>,
    spare_valid: DFF<Bit>,
    spare: DFF<D>,
}

impl<D: Synth> Logic for Skid<D> {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, out_valid, out, spare_valid, spare);
        if !self.spare_valid.q.val() {
            self.spare.d.next = self.data_in.val();
        }
        if self.ready.val() || !self.out_valid.q.val() {
            self.out.d.next = self.data_in.val();
            if self.spare_valid.q.val() {
                self.out.d.next = self.spare.q.val();
            }
            self.out_valid.d.next = self.write.val() || self.spare_valid.q.val();
            self.spare_valid.d.next = false;
        } else if self.write.val() {
            self.spare_valid.d.next = true;
        }
        self.free.next = !self.spare_valid.q.val();
        self.valid.next = self.out_valid.q.val();
        self.data_out.next = self.out.q.val();
        if self.reset.val() {
            self.out_valid.d.next = false;
            self.spare_valid.d.next = false;
        }
    }
}
