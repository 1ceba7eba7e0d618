use super::{ENUMS, FLAGS};
use crate::{counter::Counter, entry, limits, lookup, reg, Named};
use std::fmt::Write;

/// docs/registers.md.
pub fn markdown() -> String {
    let mut out = String::from(
        "# The contract: registers, ring entries, verdicts, counters\n\n\
         Generated from hw/abi by `make gen`; do not edit. What the core does with all this: [datapath.md](datapath.md).\n\n\
         All numbers are little endian. ABI version ",
    );
    let _ = writeln!(
        out,
        "{}.{}.\n",
        crate::ABI_VERSION >> 16,
        crate::ABI_VERSION & 0xFFFF
    );
    registers(&mut out);
    entries(&mut out);
    out.push_str("## Values\n");
    for (name, values) in ENUMS {
        named(&mut out, name, "Value", values);
    }
    out.push_str("\n## Flags\n");
    for (name, values) in FLAGS {
        named(&mut out, name, "Mask", values);
    }
    let _ = write!(
        out,
        "\n## Lookup\n\nThe 4-tuple as 96 bits: remote port (15:0), local port (31:16), remote address (63:32), local address (95:64). \
         Each bit of a bucket number is the parity of the tuple under a mask. \
         {} banks of {} buckets with {} ways; slot = bank << 11 | bucket << 1 | way.\n\n| Bank | Bit | Mask |\n|---|---|---|\n",
        lookup::BANKS,
        1 << lookup::BUCKET_BITS,
        lookup::WAYS
    );
    for (bank, masks) in lookup::MASKS.iter().enumerate() {
        for (bit, mask) in masks.iter().enumerate() {
            let _ = writeln!(out, "| {bank} | {bit} | {mask:#026x} |");
        }
    }
    out.push_str("\nIn an aggregate of engines, each bit of an engine's number is the parity of the tuple under a mask of its own:\n\n| Bit | ENGINE_MASKS |\n|---|---|\n");
    for (bit, mask) in lookup::ENGINE_MASKS.iter().enumerate() {
        let _ = writeln!(out, "| {bit} | {mask:#026x} |");
    }
    out.push_str("\n## Counters\n\n64 bits each, at STAT_LO and STAT_HI, latched together by STAT_LATCH.\n\n| Number | Name | Counts |\n|---|---|---|\n");
    for (i, c) in Counter::ALL.iter().enumerate() {
        let _ = writeln!(out, "| {i} | {} | {} |", c.name, c.description.trim());
    }
    out.push_str("\n## Limits\n\n| Name | Value |\n|---|---|\n");
    for (name, value) in limits::ALL {
        let _ = writeln!(out, "| {name} | {value} |");
    }
    out
}

fn registers(out: &mut String) {
    out.push_str("## Registers (BAR0)\n\n| Offset | Name | Access | Reset | What |\n|---|---|---|---|---|\n");
    for r in reg::ALL {
        let index = if r.count > 1 {
            format!(" + {:#x} i, i < {}", r.stride, r.count)
        } else {
            String::new()
        };
        let _ = writeln!(
            out,
            "| {:#05x}{index} | {} | {} | {:#x} | {} |",
            r.offset,
            r.name,
            r.access.name(),
            r.reset,
            r.description.trim()
        );
    }
    for r in reg::ALL.iter().filter(|r| !r.fields.is_empty()) {
        let _ = writeln!(out, "\n### {}\n\n| Bits | Name | What |\n|---|---|---|", r.name);
        for f in r.fields {
            let _ = writeln!(
                out,
                "| {}:{} | {} | {} |",
                f.lsb + f.width - 1,
                f.lsb,
                f.name,
                f.description
            );
        }
    }
    out.push('\n');
}

fn entries(out: &mut String) {
    out.push_str("## Structures in host memory\n");
    for layout in entry::LAYOUTS {
        let _ = writeln!(
            out,
            "\n### {}\n\n{}\n\n| Offset | Bytes | Field | What |\n|---|---|---|---|",
            layout.name,
            layout.description.trim()
        );
        for f in layout.fields {
            let _ = writeln!(
                out,
                "| {} | {} | {} | {} |",
                f.offset,
                f.bytes,
                f.name,
                f.description.trim()
            );
        }
    }
    out.push('\n');
}

fn named(out: &mut String, name: &str, column: &str, values: &[Named]) {
    let _ = writeln!(
        out,
        "\n### {name}\n\n| {column} | Name | Meaning |\n|---|---|---|"
    );
    for v in values {
        let value = if column == "Mask" {
            format!("{:#06x}", v.value)
        } else {
            v.value.to_string()
        };
        let _ = writeln!(out, "| {value} | {} | {} |", v.name, v.description.trim());
    }
}
