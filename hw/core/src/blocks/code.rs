//! A named constant inside a kernel.

use rust_hdl::core::ast::VerilogLiteral;
use rust_hdl::core::atom::{Atom, AtomKind};
use rust_hdl::core::constraint::PinConstraint;
use rust_hdl::core::probe::Probe;
use rust_hdl::core::synth::VCDValue;
use rust_hdl::core::type_descriptor::TypeDescriptor;
use rust_hdl::prelude::*;

/// A constant of `N` bits with the value `V`, declared by the type of a block's field.
///
/// A Rust `const` may not be named in a RustHDL kernel (it would be emitted as an undeclared name), and RustHDL's own
/// `Constant` has no default, so that a block with one must spell out all its other fields. This one is emitted as a
/// `localparam` and leaves `#[derive(Default)]` to work:
///
/// ```text
/// soh: Code<0x01, 8>,
/// malformed: Code<{ Verdict::Malformed as u64 }, 4>,
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Code<const V: u64, const N: usize>;

impl<const V: u64, const N: usize> Code<V, N> {
    /// The value; usable in kernels.
    pub fn val(&self) -> Bits<N> {
        V.into()
    }
}

impl<const V: u64, const N: usize> Logic for Code<V, N> {
    fn update(&mut self) {}
    fn connect(&mut self) {}
}

impl<const V: u64, const N: usize> Atom for Code<V, N> {
    fn bits(&self) -> usize {
        N
    }
    fn connected(&self) -> bool {
        true
    }
    fn changed(&self) -> bool {
        false
    }
    fn kind(&self) -> AtomKind {
        AtomKind::Constant
    }
    fn descriptor(&self) -> TypeDescriptor {
        Bits::<N>::descriptor()
    }
    fn vcd(&self) -> VCDValue {
        self.val().vcd()
    }
    fn id(&self) -> usize {
        0 // only told apart by the dumping of RustHDL's own simulator, which is not used
    }
    fn verilog(&self) -> VerilogLiteral {
        self.val().verilog()
    }
    fn constraints(&self) -> Vec<PinConstraint> {
        Vec::new()
    }
}

impl<const V: u64, const N: usize> Block for Code<V, N> {
    fn connect_all(&mut self) {}
    fn update_all(&mut self) {}
    fn has_changed(&self) -> bool {
        false
    }
    fn accept(&self, name: &str, probe: &mut dyn Probe) {
        probe.visit_atom(name, self);
    }
}
