//! A RAM of a few words in the LUTs of the fabric, read without a clock.

use rust_hdl::prelude::*;

/// `2^A` words of type `D`, one write port, one read port.
///
/// * Enters: `write_address`, `write_data`, `write_enable`; `read_address`.
/// * Leaves: `read_data`, the word at `read_address`, in the same clock. A word written in clock t is there from t + 1 on.
/// * Contents are undefined after configuration and after reset.
#[derive(LogicBlock, Default)]
pub struct LutRam<D: Synth, const A: usize> {
    /// Clock of the write port.
    pub clock: Signal<In, Clock>,
    /// Word to read.
    pub read_address: Signal<In, Bits<A>>,
    /// The word.
    pub read_data: Signal<Out, D>,
    /// Word to write.
    pub write_address: Signal<In, Bits<A>>,
    /// What to write.
    pub write_data: Signal<In, D>,
    /// Write in this clock.
    pub write_enable: Signal<In, Bit>,
}

impl<D: Synth, const A: usize> Logic for LutRam<D, A> {
    fn update(&mut self) {
        // Simulated as Verilog only.
    }

    fn connect(&mut self) {
        self.read_data.connect();
    }

    fn hdl(&self) -> Verilog {
        Verilog::Custom(format!(
            "\
(* ram_style = \"distributed\" *)
reg [{high_bit}:0] words [0:{last_word}];

always @(posedge clock) if (write_enable) words[write_address] <= write_data;
always @(*) read_data = words[read_address];
",
            high_bit = D::BITS - 1,
            last_word = (1usize << A) - 1,
        ))
    }
}
