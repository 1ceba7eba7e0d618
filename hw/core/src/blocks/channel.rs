//! What fills an AXI channel whose `ready` shall lead nowhere but to a counter.

use super::LutRam;
use rust_hdl::prelude::*;

/// 16 words on their way into a valid/ready channel.
///
/// * Enters: `data_in` with `write`. There is no full flag: who writes counts with `left` what is under way.
/// * Leaves: `data_out` with `valid` one clock later, kept until `ready`; every clock if wanted. `left` the clock after a word was taken.
/// * When `ready` is away, words wait in LUTs: no wide register waits for it.
#[derive(LogicBlock, Default)]
pub struct Channel<D: Synth> {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Empties it.
    pub reset: Signal<In, Bit>,
    /// Take `data_in`.
    pub write: Signal<In, Bit>,
    /// The word to take.
    pub data_in: Signal<In, D>,
    /// `data_out` is a word.
    pub valid: Signal<Out, Bit>,
    /// The oldest word.
    pub data_out: Signal<Out, D>,
    /// It is taken.
    pub ready: Signal<In, Bit>,
    /// A word was taken.
    pub left: Signal<Out, Bit>,

    ram: LutRam<D, 4>,
    write_address: DFF<Bits<4>>,
    read_address: DFF<Bits<4>>,
    address_after: DFF<Bits<4>>, // read_address + 1
    any: DFF<Bit>,
    gone: DFF<Bit>,

    goes: Signal<Local, Bit>,
    is_last: Signal<Local, Bit>,
}

impl<D: Synth> Logic for Channel<D> {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, write_address, read_address, address_after, any, gone);
        self.ram.clock.next = self.clock.val();
        self.ram.write_enable.next = self.write.val();
        self.ram.write_address.next = self.write_address.q.val();
        self.ram.write_data.next = self.data_in.val();
        self.ram.read_address.next = self.read_address.q.val();

        self.goes.next = self.any.q.val() && self.ready.val();
        self.is_last.next = self.address_after.q.val() == self.write_address.q.val();
        if self.goes.val() {
            self.read_address.d.next = self.address_after.q.val();
            self.address_after.d.next = self.address_after.q.val() + 1;
            self.any.d.next = !self.is_last.val();
        }
        if self.write.val() {
            self.write_address.d.next = self.write_address.q.val() + 1;
            self.any.d.next = true;
        }
        self.gone.d.next = self.goes.val();
        self.left.next = self.gone.q.val();
        self.valid.next = self.any.q.val();
        self.data_out.next = self.ram.read_data.val();
        if self.reset.val() {
            self.write_address.d.next = 0.into();
            self.read_address.d.next = 0.into();
            self.address_after.d.next = 1.into();
            self.any.d.next = false;
            self.gone.d.next = false;
        }
    }
}
