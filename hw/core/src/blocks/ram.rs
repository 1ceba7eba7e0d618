//! A simple dual-port RAM that synthesis tools map to block RAM.

use rust_hdl::prelude::*;

/// `2^A` words of type `D`, one write port, one read port, one clock.
///
/// * Enters: `write_address`, `write_data`, `write_enable`; `read_address`.
/// * Leaves: `read_data`, the word at `read_address` one clock later. A word written in clock t is seen by an address
///   presented in clock t + 1; an address presented in clock t gives an undefined word, the old or the new one: no
///   block may rely on either.
/// * Contents are undefined after configuration and after reset.
///
/// `no_rw_check` says the same to yosys, which otherwise adds a comparison and a multiplexer behind the slow output of the block RAM.
///
/// RustHDL's own RAM carries no attributes, and Vivado and yosys then build large ones from logic.
#[derive(LogicBlock, Default)]
pub struct Ram<D: Synth, const A: usize> {
    /// Clock of both ports.
    pub clock: Signal<In, Clock>,
    /// Word to read.
    pub read_address: Signal<In, Bits<A>>,
    /// The word, one clock after its address.
    pub read_data: Signal<Out, D>,
    /// Word to write.
    pub write_address: Signal<In, Bits<A>>,
    /// What to write.
    pub write_data: Signal<In, D>,
    /// Write in this clock.
    pub write_enable: Signal<In, Bit>,
    _style: RamStyle,
}

/// What the synthesis tool shall build the RAM from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RamStyle {
    /// Block RAM (RAMB36, DP16KD).
    #[default]
    Block,
    /// UltraRAM of AMD UltraScale+, for very large tables.
    Ultra,
    /// LUT RAM, for a few words.
    Distributed,
}

impl<D: Synth, const A: usize> Ram<D, A> {
    /// A RAM of the given style; `Default` gives block RAM.
    pub fn new(style: RamStyle) -> Self {
        Self {
            _style: style,
            ..Self::default()
        }
    }
}

impl<D: Synth, const A: usize> Logic for Ram<D, A> {
    fn update(&mut self) {
        // Simulated as Verilog only.
    }

    fn connect(&mut self) {
        self.read_data.connect();
    }

    fn hdl(&self) -> Verilog {
        let style = match self._style {
            RamStyle::Block => "block",
            RamStyle::Ultra => "ultra",
            RamStyle::Distributed => "distributed",
        };
        Verilog::Custom(format!(
            "\
(* ram_style = \"{style}\", no_rw_check *)
reg [{high_bit}:0] words [0:{last_word}];

always @(posedge clock) begin
   if (write_enable) words[write_address] <= write_data;
   read_data <= words[read_address];
end
",
            high_bit = D::BITS - 1,
            last_word = (1usize << A) - 1,
        ))
    }
}
