//! Refuses what RustHDL translates to Verilog with another meaning.
//!
//! RustHDL prints each expression of a kernel as it stands, but Rust and Verilog disagree on precedence and on the width at which
//! an expression is evaluated. The compiler does not notice and RustHDL's simulator agrees with Rust, so that such a kernel
//! is only found out in the Verilog. This pass walks the kernels of a whole design and names each expression
//! of the kinds in [`Mistranslation`]; [`crate::emit`] writes no Verilog for a design that has one.

use rust_hdl::core::ast::{
    Verilog, VerilogBlock, VerilogBlockOrConditional, VerilogConditional, VerilogExpression, VerilogOp,
    VerilogOpUnary, VerilogStatement,
};
use rust_hdl::core::probe::Probe;
use rust_hdl::prelude::*;
use std::fmt;

/// Why an expression means something else in Verilog, with what to write in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistranslation {
    /// `a & b == c`: Verilog binds `==` closer than `&`. Write the parentheses.
    Precedence,
    /// `bit_cast::<16, 8>(a + b)`: Verilog adds at 16 bits and keeps the carry. Stage the sum through a local signal.
    CastOfArithmetic,
    /// `a + 1 == b`, `!a == 0`: literals have 32 bits in Verilog and so has the whole comparison. Stage the left side.
    ComparedWithLiteral,
    /// `a << (n + 8)`: the amount is evaluated at 32 bits and does not wrap. Stage the amount.
    ShiftAmount,
    /// `(a + b).get_bit(3)`: Verilog selects bits of names only. Stage the operand.
    SelectOfExpression,
    /// `a.replace_bit(i, !b)`: the negation is evaluated at the width of `a` and sets the bits above. Stage the bit.
    ReplacedByArithmetic,
}

impl fmt::Display for Mistranslation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Precedence => "operators of different precedence without parentheses: write them",
            Self::CastOfArithmetic => "cast of arithmetic, whose carry survives in Verilog: assign it to a local first",
            Self::ComparedWithLiteral => {
                "arithmetic compared with a literal, evaluated at 32 bits in Verilog: assign it to a local first"
            }
            Self::ShiftAmount => "arithmetic in a shift amount, which does not wrap in Verilog: assign it to a local first",
            Self::SelectOfExpression => "bits selected from an expression, which Verilog lacks: assign it to a local first",
            Self::ReplacedByArithmetic => {
                "replace_bit with a negation or a sum, which spills into higher bits in Verilog: assign it to a local first"
            }
        })
    }
}

/// One expression that would be mistranslated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Path of the block in the design.
    pub block: String,
    /// The statement it stands in: the name assigned to, or the kind of the statement.
    pub statement: String,
    /// What is wrong with it.
    pub kind: Mistranslation,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.block, self.statement, self.kind)
    }
}

/// Every expression of the design under `top` that would be mistranslated.
pub fn check<B: Block>(top: &B, name: &str) -> Vec<Finding> {
    let mut linter = Linter::default();
    top.accept(name, &mut linter);
    linter.findings
}

#[derive(Default)]
struct Linter {
    path: Vec<String>,
    loop_variables: Vec<String>,
    statement: String,
    findings: Vec<Finding>,
}

impl Probe for Linter {
    fn visit_start_scope(&mut self, name: &str, node: &dyn Block) {
        self.path.push(name.to_owned());
        if let Verilog::Combinatorial(kernel) = node.hdl() {
            self.block(&kernel);
        }
    }

    fn visit_end_scope(&mut self, _name: &str, _node: &dyn Block) {
        self.path.pop();
    }
}

impl Linter {
    fn report(&mut self, kind: Mistranslation) {
        let finding = Finding {
            block: self.path.join("."),
            statement: self.statement.clone(),
            kind,
        };
        if !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }

    fn block(&mut self, block: &VerilogBlock) {
        for statement in block {
            self.visit_statement(statement);
        }
    }

    fn visit_statement(&mut self, statement: &VerilogStatement) {
        match statement {
            VerilogStatement::Assignment(target, value) => {
                self.statement = name_of(target);
                self.expression(value);
            }
            VerilogStatement::SliceAssignment {
                base,
                offset,
                replacement,
                ..
            } => {
                self.statement = name_of(base);
                self.expression(offset);
                self.expression(replacement);
            }
            VerilogStatement::If(conditional) => self.conditional(conditional),
            VerilogStatement::Match(choice) => {
                self.statement = "match".to_owned();
                self.expression(&choice.test);
                for case in &choice.cases {
                    self.block(&case.block);
                }
            }
            VerilogStatement::Loop(repeat) => {
                self.loop_variables.push(repeat.index.clone());
                self.block(&repeat.block);
                self.loop_variables.pop();
            }
            VerilogStatement::Macro(block) => self.block(block),
            VerilogStatement::Comment(_) | VerilogStatement::Link(_) => {}
        }
    }

    fn conditional(&mut self, conditional: &VerilogConditional) {
        self.statement = "if".to_owned();
        self.expression(&conditional.test);
        self.block(&conditional.then);
        match &conditional.otherwise {
            VerilogBlockOrConditional::Block(block) => self.block(block),
            VerilogBlockOrConditional::Conditional(statement) => self.visit_statement(statement),
            VerilogBlockOrConditional::None => {}
        }
    }

    fn expression(&mut self, expression: &VerilogExpression) {
        use VerilogExpression as E;
        match expression {
            E::Binary(left, op, right) => {
                self.binary(left, op, right);
                self.expression(left);
                self.expression(right);
            }
            E::Cast(inner, _) => {
                if self.is_arithmetic(inner) {
                    self.report(Mistranslation::CastOfArithmetic);
                }
                self.expression(inner);
            }
            E::Index(base, at) | E::Slice(base, _, at) => {
                if !matches!(**base, E::Signal(_)) {
                    self.report(Mistranslation::SelectOfExpression);
                }
                self.expression(base);
                self.expression(at);
            }
            E::IndexReplace(base, at, value) => {
                if self.is_arithmetic(value) {
                    self.report(Mistranslation::ReplacedByArithmetic);
                }
                self.expression(base);
                self.expression(at);
                self.expression(value);
            }
            E::Paren(inner) | E::Signed(inner) | E::Unsigned(inner) | E::Unary(_, inner) => {
                self.expression(inner)
            }
            E::Signal(_) | E::Literal(_) => {}
        }
    }

    fn binary(&mut self, left: &VerilogExpression, op: &VerilogOp, right: &VerilogExpression) {
        use VerilogOp as O;
        let binds = precedence(op);
        let left_binds = operator(left).map_or(u8::MAX, precedence);
        let right_binds = operator(right).map_or(u8::MAX, precedence);
        if left_binds < binds || right_binds <= binds {
            self.report(Mistranslation::Precedence);
        }
        let compares = matches!(op, O::Eq | O::Ne | O::Lt | O::Le | O::Gt | O::Ge);
        let arithmetic = self.is_arithmetic(left) || self.is_arithmetic(right);
        if compares && arithmetic && (has_literal(left) || has_literal(right)) {
            self.report(Mistranslation::ComparedWithLiteral);
        }
        if matches!(op, O::Shl | O::Shr) && self.is_arithmetic(right) {
            self.report(Mistranslation::ShiftAmount);
        }
    }

    /// Whether the value depends on the width it is evaluated at.
    fn is_arithmetic(&self, expression: &VerilogExpression) -> bool {
        use VerilogExpression as E;
        if self.is_constant(expression) {
            return false;
        }
        match expression {
            E::Binary(left, op, right) => {
                matches!(
                    op,
                    VerilogOp::Add | VerilogOp::Sub | VerilogOp::Mul | VerilogOp::Shl
                ) || self.is_arithmetic(left)
                    || self.is_arithmetic(right)
            }
            E::Unary(VerilogOpUnary::Not | VerilogOpUnary::Neg, _) => true,
            E::Paren(inner) => self.is_arithmetic(inner),
            _ => false,
        }
    }

    /// Known when the loops are unrolled, which is before Verilog sees it.
    fn is_constant(&self, expression: &VerilogExpression) -> bool {
        use VerilogExpression as E;
        match expression {
            E::Literal(_) => true,
            E::Signal(name) => self.loop_variables.contains(name),
            E::Paren(inner) | E::Unsigned(inner) | E::Cast(inner, _) => self.is_constant(inner),
            E::Binary(left, _, right) => self.is_constant(left) && self.is_constant(right),
            _ => false,
        }
    }
}

fn name_of(target: &VerilogExpression) -> String {
    match target {
        VerilogExpression::Signal(name) => name.clone(),
        _ => "assignment".to_owned(),
    }
}

fn operator(expression: &VerilogExpression) -> Option<&VerilogOp> {
    match expression {
        VerilogExpression::Binary(_, op, _) => Some(op),
        _ => None,
    }
}

fn has_literal(expression: &VerilogExpression) -> bool {
    match expression {
        VerilogExpression::Literal(_) => true,
        VerilogExpression::Paren(inner) => has_literal(inner),
        VerilogExpression::Binary(left, _, right) => has_literal(left) || has_literal(right),
        _ => false,
    }
}

/// How close an operator binds in Verilog (IEEE 1364-2005, table 5-4); higher is closer.
fn precedence(op: &VerilogOp) -> u8 {
    use VerilogOp as O;
    match op {
        O::Mul => 11,
        O::Add | O::Sub => 10,
        O::Shl | O::Shr => 9,
        O::Lt | O::Le | O::Gt | O::Ge => 8,
        O::Eq | O::Ne => 7,
        O::BitAnd => 6,
        O::BitXor => 5,
        O::BitOr => 4,
        O::LogicalAnd => 3,
        O::LogicalOr => 2,
    }
}
