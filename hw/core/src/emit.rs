//! Writes a block and all it contains as Verilog.

use crate::lint::{self, Finding};
use rust_hdl::core::atom::Atom;
use rust_hdl::core::module_defines::ModuleDefines;
use rust_hdl::core::probe::Probe;
use rust_hdl::prelude::*;
use std::collections::BTreeSet;

/// Why a design was not emitted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EmitError {
    /// Kernels that RustHDL would mistranslate.
    #[error("{} expression(s) would mean something else in Verilog:\n{}", .0.len(), lines(.0))]
    Mistranslated(Vec<Finding>),
    /// A port cannot be renamed because its new name is in use.
    #[error("port {port} of {module} would be renamed to {renamed}, which the module already uses: rename one of them")]
    PortCollision {
        /// The top module.
        module: String,
        /// The port as RustHDL names it, with `$`.
        port: String,
        /// The name it would get.
        renamed: String,
    },
    /// A name that RustHDL allows and Verilog does not.
    #[error("{name} is a reserved word of SystemVerilog: rename the signal, block or port of that name")]
    ReservedWord {
        /// The word.
        name: String,
    },
    /// The emitted text has no module of the expected name.
    #[error("RustHDL emitted no module {module}: the name must be a Verilog identifier")]
    NoModule {
        /// The name asked for.
        module: String,
    },
}

fn lines(findings: &[Finding]) -> String {
    findings
        .iter()
        .map(|finding| format!("  {finding}"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The Verilog of `top` under the module name `name`.
///
/// RustHDL names the port `tdata` of an interface `s_axis_rx` `s_axis_rx$tdata`; ports of the top module are renamed to
/// `s_axis_rx_tdata`, the name tools infer the bus from.
///
/// # Errors
/// [`EmitError::Mistranslated`] if the lint finds anything, [`EmitError::PortCollision`] if a new port name is taken,
/// [`EmitError::ReservedWord`] if a name is a keyword.
pub fn verilog<B: Block>(mut top: B, name: &str) -> Result<String, EmitError> {
    top.connect_all();
    let findings = lint::check(&top, name);
    if !findings.is_empty() {
        return Err(EmitError::Mistranslated(findings));
    }
    let mut modules = ModuleDefines::default();
    top.accept(name, &mut modules);
    let mut names = Names::default();
    top.accept(name, &mut names);
    if let Some(name) = names
        .0
        .into_iter()
        .find(|name| RESERVED_WORDS.contains(&name.as_str()))
    {
        return Err(EmitError::ReservedWord { name });
    }
    rename_ports(&tidy(&modules.defines()), name)
}

/// Every name in the design that is emitted as it stands.
#[derive(Default)]
struct Names(BTreeSet<String>);

impl Probe for Names {
    fn visit_start_scope(&mut self, name: &str, _node: &dyn Block) {
        self.0.insert(name.to_owned());
    }

    fn visit_atom(&mut self, name: &str, _signal: &dyn Atom) {
        self.0.insert(name.to_owned());
    }
}

/// Words of IEEE 1800-2017, annex B, that make likely names.
const RESERVED_WORDS: &[&str] = &[
    "accept_on",
    "alias",
    "always",
    "and",
    "assert",
    "assign",
    "assume",
    "automatic",
    "before",
    "begin",
    "bind",
    "bins",
    "bit",
    "break",
    "buf",
    "byte",
    "case",
    "cell",
    "chandle",
    "checker",
    "class",
    "clocking",
    "config",
    "const",
    "constraint",
    "context",
    "continue",
    "cover",
    "cross",
    "deassign",
    "default",
    "design",
    "disable",
    "dist",
    "do",
    "edge",
    "else",
    "end",
    "enum",
    "event",
    "expect",
    "export",
    "extends",
    "extern",
    "final",
    "first_match",
    "for",
    "force",
    "forever",
    "fork",
    "function",
    "generate",
    "global",
    "if",
    "iff",
    "implies",
    "import",
    "incdir",
    "include",
    "initial",
    "inout",
    "input",
    "inside",
    "instance",
    "int",
    "integer",
    "interconnect",
    "interface",
    "intersect",
    "join",
    "large",
    "let",
    "liblist",
    "library",
    "local",
    "localparam",
    "logic",
    "longint",
    "macromodule",
    "matches",
    "medium",
    "modport",
    "module",
    "nand",
    "negedge",
    "nettype",
    "new",
    "nexttime",
    "nor",
    "not",
    "null",
    "or",
    "output",
    "package",
    "packed",
    "parameter",
    "posedge",
    "primitive",
    "priority",
    "program",
    "property",
    "protected",
    "pull0",
    "pull1",
    "pure",
    "rand",
    "real",
    "realtime",
    "ref",
    "reg",
    "reject_on",
    "release",
    "repeat",
    "restrict",
    "return",
    "scalared",
    "sequence",
    "shortint",
    "shortreal",
    "signed",
    "small",
    "soft",
    "solve",
    "specify",
    "static",
    "string",
    "strong",
    "struct",
    "super",
    "supply0",
    "supply1",
    "table",
    "tagged",
    "task",
    "this",
    "throughout",
    "time",
    "timeprecision",
    "timeunit",
    "tri",
    "type",
    "typedef",
    "union",
    "unique",
    "unsigned",
    "until",
    "use",
    "uwire",
    "var",
    "vectored",
    "virtual",
    "void",
    "wait",
    "wand",
    "weak",
    "while",
    "wildcard",
    "wire",
    "with",
    "within",
    "wor",
    "xnor",
    "xor",
];

/// Without trailing blanks and runs of empty lines, so that the committed file has none.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut empty = true;
    for line in text.lines().map(str::trim_end) {
        if !(empty && line.is_empty()) {
            out.push_str(line);
            out.push('\n');
        }
        empty = line.is_empty();
    }
    out
}

fn rename_ports(text: &str, module: &str) -> Result<String, EmitError> {
    let missing = || EmitError::NoModule {
        module: module.to_owned(),
    };
    let start = text.find(&format!("module {module}(")).ok_or_else(missing)?;
    let end = start + text[start..].find("endmodule").ok_or_else(missing)?;
    let body = &text[start..end];
    let header = body.find(");").ok_or_else(missing)?;
    let ports: BTreeSet<&str> = identifiers(&body[..header])
        .filter(|word| word.contains('$'))
        .collect();
    let used: BTreeSet<&str> = identifiers(body).collect();
    let mut taken = BTreeSet::new();
    for port in &ports {
        let renamed = port.replace('$', "_");
        if used.contains(renamed.as_str()) || !taken.insert(renamed.clone()) {
            return Err(EmitError::PortCollision {
                module: module.to_owned(),
                port: (*port).to_owned(),
                renamed,
            });
        }
    }
    let mut out = String::with_capacity(text.len());
    out.push_str(&text[..start]);
    let mut copied = 0;
    for word in identifiers(body).filter(|word| ports.contains(word)) {
        // `word` is a slice of `body`: its place follows from the addresses.
        let at = word.as_ptr() as usize - body.as_ptr() as usize;
        out.push_str(&body[copied..at]);
        out.push_str(&word.replace('$', "_"));
        copied = at + word.len();
    }
    out.push_str(&body[copied..]);
    out.push_str(&text[end..]);
    Ok(out)
}

/// Identifiers, keywords and the digits of literals; `$signed` and its like come out without their sign, which harms nobody.
fn identifiers(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '$'))
        .filter(|word| word.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ports_lose_their_dollar_and_nothing_else_does() {
        let text = "module top(s_axis$tdata,clock);\n input wire s_axis$tdata;\n child$s_axis$tdata = s_axis$tdata;\nendmodule // top\nmodule top$child(s_axis$tdata);\nendmodule\n";
        let renamed = rename_ports(text, "top").unwrap();
        assert!(renamed.contains(
            "module top(s_axis_tdata,clock);\n input wire s_axis_tdata;\n child$s_axis$tdata = s_axis_tdata;"
        ));
        assert!(renamed.contains("module top$child(s_axis$tdata);"));
    }

    #[derive(LogicBlock, Default)]
    struct Keyword {
        packed: Signal<Out, Bit>,
    }

    impl Logic for Keyword {
        #[hdl_gen]
        fn update(&mut self) {
            self.packed.next = false;
        }
    }

    #[test]
    fn keywords_are_refused_as_names() {
        let error = verilog(Keyword::default(), "top").unwrap_err();
        assert_eq!(
            error,
            EmitError::ReservedWord {
                name: "packed".into()
            }
        );
    }

    #[test]
    fn a_renamed_port_must_not_meet_another_name() {
        let text = "module top(a$b,clock);\n reg a_b;\nendmodule // top\n";
        let error = rename_ports(text, "top").unwrap_err();
        assert_eq!(
            error,
            EmitError::PortCollision {
                module: "top".into(),
                port: "a$b".into(),
                renamed: "a_b".into()
            }
        );
        let text = "module top(a$b_c,a_b$c);\nendmodule // top\n";
        assert!(matches!(
            rename_ports(text, "top"),
            Err(EmitError::PortCollision { .. })
        ));
    }
}
