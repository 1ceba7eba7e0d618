//! Each expression that RustHDL is known to mistranslate is refused, and its mended twin is not.
#![allow(missing_docs)]

use fixnic_core::emit::{self, EmitError};
use fixnic_core::framer::FixPath;
use fixnic_core::lint::Mistranslation;
use rust_hdl::prelude::*;

/// A block with enough ports and locals for one small kernel.
macro_rules! block {
    ($name:ident) => {
        #[derive(LogicBlock, Default)]
        struct $name {
            pub a: Signal<In, Bits<8>>,
            pub b: Signal<In, Bits<8>>,
            pub c: Signal<In, Bits<8>>,
            pub flag: Signal<Out, Bit>,
            pub narrow: Signal<Out, Bits<8>>,
            pub wide: Signal<Out, Bits<16>>,
            pub staged: Signal<Local, Bits<8>>,
            pub single: Signal<Local, Bit>,
        }
    };
}

fn refusals<B: Block>(block: B) -> Vec<Mistranslation> {
    match emit::verilog(block, "block") {
        Ok(_) => Vec::new(),
        Err(EmitError::Mistranslated(findings)) => findings.into_iter().map(|finding| finding.kind).collect(),
        Err(other) => panic!("{other}"),
    }
}

block!(PrecedenceFaulty);
impl Logic for PrecedenceFaulty {
    #[hdl_gen]
    fn update(&mut self) {
        self.flag.next = self.a.val().any() & self.b.val().any() == self.c.val().any();
    }
}

block!(PrecedenceMended);
impl Logic for PrecedenceMended {
    #[hdl_gen]
    fn update(&mut self) {
        self.flag.next = self.a.val().any() & (self.b.val().any() == self.c.val().any());
    }
}

#[test]
fn precedence() {
    assert_eq!(
        refusals(PrecedenceFaulty::default()),
        [Mistranslation::Precedence]
    );
    assert_eq!(refusals(PrecedenceMended::default()), []);
}

block!(CarryFaulty);
impl Logic for CarryFaulty {
    #[hdl_gen]
    fn update(&mut self) {
        self.wide.next = bit_cast::<16, 8>(self.a.val() + self.b.val());
    }
}

block!(CarryMended);
impl Logic for CarryMended {
    #[hdl_gen]
    fn update(&mut self) {
        self.staged.next = self.a.val() + self.b.val();
        self.wide.next = bit_cast::<16, 8>(self.staged.val());
    }
}

#[test]
fn carry_that_survives_a_cast() {
    assert_eq!(
        refusals(CarryFaulty::default()),
        [Mistranslation::CastOfArithmetic]
    );
    assert_eq!(refusals(CarryMended::default()), []);
}

block!(LiteralFaulty);
impl Logic for LiteralFaulty {
    #[hdl_gen]
    fn update(&mut self) {
        self.flag.next = self.a.val() - self.b.val() == 3;
    }
}

block!(LiteralMended);
impl Logic for LiteralMended {
    #[hdl_gen]
    fn update(&mut self) {
        self.staged.next = self.a.val() - self.b.val();
        self.flag.next = self.staged.val() == 3;
    }
}

#[test]
fn sum_compared_with_a_literal() {
    assert_eq!(
        refusals(LiteralFaulty::default()),
        [Mistranslation::ComparedWithLiteral]
    );
    assert_eq!(refusals(LiteralMended::default()), []);
}

block!(ShiftFaulty);
impl Logic for ShiftFaulty {
    #[hdl_gen]
    fn update(&mut self) {
        self.staged.next = self.a.val() << (self.b.val() + 8);
    }
}

block!(ShiftMended);
impl Logic for ShiftMended {
    #[hdl_gen]
    fn update(&mut self) {
        self.staged.next = self.b.val() + 8;
        self.wide.next = bit_cast::<16, 8>(self.a.val()) << bit_cast::<16, 8>(self.staged.val());
    }
}

#[test]
fn shift_amount_that_should_wrap() {
    assert_eq!(refusals(ShiftFaulty::default()), [Mistranslation::ShiftAmount]);
    assert_eq!(refusals(ShiftMended::default()), []);
}

block!(NegationFaulty);
impl Logic for NegationFaulty {
    #[hdl_gen]
    fn update(&mut self) {
        self.flag.next = !self.a.val() == 0;
    }
}

block!(NegationMended);
impl Logic for NegationMended {
    #[hdl_gen]
    fn update(&mut self) {
        self.staged.next = !self.a.val();
        self.flag.next = self.staged.val() == 0;
    }
}

#[test]
fn negation_compared_with_a_literal() {
    assert_eq!(
        refusals(NegationFaulty::default()),
        [Mistranslation::ComparedWithLiteral]
    );
    assert_eq!(refusals(NegationMended::default()), []);
}

block!(ReplaceFaulty);
impl Logic for ReplaceFaulty {
    #[hdl_gen]
    fn update(&mut self) {
        self.staged.next = self.staged.val().replace_bit(0, !self.flag.val());
    }
}

block!(ReplaceMended);
impl Logic for ReplaceMended {
    #[hdl_gen]
    fn update(&mut self) {
        self.single.next = !self.flag.val();
        self.staged.next = self.staged.val().replace_bit(0, self.single.val());
    }
}

#[test]
fn negation_that_spills_into_higher_bits() {
    assert_eq!(
        refusals(ReplaceFaulty::default()),
        [Mistranslation::ReplacedByArithmetic]
    );
    assert_eq!(refusals(ReplaceMended::default()), []);
}

#[test]
fn the_product_passes() {
    assert_eq!(refusals(FixPath::<10>::default()), []);
}
