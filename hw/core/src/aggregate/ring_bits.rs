//! A bit for each ring, as the host numbers rings and as an engine does.

use crate::blocks::Code;
use rust_hdl::prelude::*;

/// Ring r of the host is ring r div N of engine r mod N (docs/datapath.md, 12.3).
///
/// * Enters: the engine, and bits in either numbering.
/// * Leaves: the same bits in the other one, in the same clock; bits of other engines' rings are 0.
#[derive(LogicBlock, Default)]
pub struct RingBits {
    /// Logarithm of the engines: 0, 1 or 2.
    pub engines_log2: Signal<In, Bits<2>>,
    /// The engine.
    pub engine: Signal<In, Bits<2>>,
    /// As the engine numbers its rings.
    pub own: Signal<In, Bits<4>>,
    /// The same for the host.
    pub spread: Signal<Out, Bits<4>>,
    /// As the host numbers them.
    pub host: Signal<In, Bits<4>>,
    /// The same for the engine.
    pub gathered: Signal<Out, Bits<4>>,

    two: Signal<Local, Bits<4>>,
    four: Signal<Local, Bits<4>>,
    shifted: Signal<Local, Bits<4>>,
    pair: Code<1, 2>,
    quad: Code<2, 2>,
}

impl Logic for RingBits {
    #[hdl_gen]
    fn update(&mut self) {
        // N = 2: rings e and e + 2.
        self.two.next = 0.into();
        self.two.next = self.two.val().replace_bit(0, self.own.val().get_bit(0));
        self.two.next = self.two.val().replace_bit(2, self.own.val().get_bit(1));
        self.four.next = bit_cast::<4, 1>(self.own.val().get_bit(0).into());
        self.spread.next = self.own.val();
        if self.engines_log2.val() == self.pair.val() {
            self.spread.next = self.two.val() << self.engine.val();
        }
        if self.engines_log2.val() == self.quad.val() {
            self.spread.next = self.four.val() << self.engine.val();
        }
        self.shifted.next = self.host.val() >> self.engine.val();
        self.gathered.next = self.host.val();
        if self.engines_log2.val() == self.pair.val() {
            self.gathered.next = 0.into();
            self.gathered.next = self.gathered.val().replace_bit(0, self.shifted.val().get_bit(0));
            self.gathered.next = self.gathered.val().replace_bit(1, self.shifted.val().get_bit(2));
        }
        if self.engines_log2.val() == self.quad.val() {
            self.gathered.next = bit_cast::<4, 1>(self.shifted.val().get_bit(0).into());
        }
    }
}
