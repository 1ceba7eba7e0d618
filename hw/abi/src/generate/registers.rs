//! BAR0 as a structure of volatile cells, for the driver.
use crate::reg::{self, Access, Register};
use std::fmt::Write;

const WORD: u32 = 4;

/// The Rust module.
pub fn registers() -> String {
    let out = String::from(
        "// Generated from hw/abi by `make gen`; do not edit.\n\
         //! BAR0 as a structure: every register by name, as a cell that may be read (`RO`), written (`WO`) or both (`RW`).\n\
         #![allow(missing_docs)]\n\
         use volatile_register::{RO, RW, WO};\n",
    );
    let mut body = Body::new("Registers", "The registers of BAR0.");
    let mut arrays = String::new();
    let mut rest = reg::ALL;
    while let [first, ..] = rest {
        let members = rest
            .iter()
            .take_while(|r| (r.count, r.stride) == (first.count, first.stride));
        let members = if first.count > 1 { members.count() } else { 1 };
        let (group, others) = rest.split_at(members);
        if first.count > 1 {
            let prefix = first.name.split('_').next().unwrap_or(first.name);
            let name = format!("{}{}Registers", &prefix[..1], prefix[1..].to_lowercase());
            let mut element = Body::new(&name, &format!("One of the {} groups {prefix}_*.", first.count));
            for register in group {
                let field = register.name[prefix.len() + 1..].to_lowercase();
                element.cell(register, &field, register.offset - first.offset);
            }
            arrays += &element.finish(first.stride);
            let kind = format!("[{name}; {}]", first.count);
            body.field(
                &prefix.to_lowercase(),
                &kind,
                "",
                first.offset,
                first.count * first.stride,
            );
        } else {
            body.cell(first, &first.name.to_lowercase(), first.offset);
        }
        rest = others;
    }
    out + &body.finish(reg::BAR0_BYTES) + &arrays
}

/// A structure under construction.
struct Body {
    name: String,
    text: String,
    checks: String,
    end: u32,
}

impl Body {
    fn new(name: &str, description: &str) -> Self {
        Self {
            name: name.to_owned(),
            text: format!("\n/// {description}\n#[repr(C)]\npub struct {name} {{\n"),
            checks: String::new(),
            end: 0,
        }
    }

    fn cell(&mut self, register: &Register, field: &str, offset: u32) {
        let kind = match register.access {
            Access::ReadOnly => "RO<u32>",
            Access::ReadWrite => "RW<u32>",
            Access::WriteOnly => "WO<u32>",
        };
        self.field(field, kind, register.description.trim(), offset, WORD);
    }

    fn field(&mut self, name: &str, kind: &str, description: &str, offset: u32, bytes: u32) {
        self.reserve(offset);
        // Writing to a String cannot fail.
        if !description.is_empty() {
            let _ = writeln!(self.text, "    /// {description}");
        }
        let _ = writeln!(self.text, "    pub {name}: {kind},");
        let _ = writeln!(
            self.checks,
            "const _: () = assert!(core::mem::offset_of!({}, {name}) == {offset:#x});",
            self.name
        );
        self.end = offset + bytes;
    }

    /// Fills up to `offset`. Cells, too: nothing of a BAR may be read but when the program says so.
    fn reserve(&mut self, offset: u32) {
        assert!(
            offset >= self.end,
            "registers of {} overlap at {offset:#x}",
            self.name
        );
        if offset > self.end {
            let words = (offset - self.end) / WORD;
            let _ = writeln!(self.text, "    _at_{:#x}: [RO<u32>; {words}],", self.end);
        }
    }

    fn finish(mut self, bytes: u32) -> String {
        self.reserve(bytes);
        let Self {
            name, text, checks, ..
        } = self;
        format!("{text}}}\n{checks}const _: () = assert!(size_of::<{name}>() == {bytes:#x});\n")
    }
}
