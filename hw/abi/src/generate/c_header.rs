use super::{ENUMS, FLAGS};
use crate::{counter::Counter, entry, limits, lookup, reg};
use std::fmt::Write;

/// The C header.
pub fn c_header() -> String {
    let mut out = String::from(
        "/* SPDX-License-Identifier: MIT OR Apache-2.0 */\n\
         /* Generated from hw/abi by `make gen`; do not edit. Little endian throughout. */\n\
         #ifndef FIXNIC_ABI_H\n#define FIXNIC_ABI_H\n\n#include <stdint.h>\n\n",
    );
    define(
        &mut out,
        "FIXNIC_ABI_VERSION",
        &format!("{:#010x}u", crate::ABI_VERSION),
    );
    define(&mut out, "FIXNIC_ID_VALUE", &format!("{:#010x}u", crate::ID));
    for (name, value) in limits::ALL {
        define(&mut out, &format!("FIXNIC_{name}"), &format!("{value}u"));
    }
    out.push_str("\n/* Registers: offsets in BAR0. */\n");
    for r in reg::ALL {
        let name = format!("FIXNIC_REG_{}", r.name);
        if r.count > 1 {
            define(
                &mut out,
                &format!("{name}(i)"),
                &format!("({:#05x}u + {:#x}u * (i))", r.offset, r.stride),
            );
        } else {
            define(&mut out, &name, &format!("{:#05x}u", r.offset));
        }
        for f in r.fields {
            let field = format!("FIXNIC_{}_{}", r.name, f.name.to_uppercase());
            define(&mut out, &format!("{field}_LSB"), &f.lsb.to_string());
            define(&mut out, &format!("{field}_WIDTH"), &f.width.to_string());
        }
    }
    for (name, values) in ENUMS {
        let _ = writeln!(out, "\nenum fixnic_{name} {{");
        for v in *values {
            let _ = writeln!(
                out,
                "    FIXNIC_{}_{} = {}, /* {} */",
                name.to_uppercase(),
                v.name,
                v.value,
                v.description.trim()
            );
        }
        out.push_str("};\n");
    }
    for (name, values) in FLAGS {
        let _ = writeln!(out, "\n/* {name} */");
        let prefix = name.trim_end_matches('s').to_uppercase();
        for v in *values {
            define(
                &mut out,
                &format!("FIXNIC_{prefix}_{}", v.name),
                &format!("{:#06x}u /* {} */", v.value, v.description.trim()),
            );
        }
    }
    for layout in entry::LAYOUTS {
        let name = layout.name.to_lowercase();
        let _ = writeln!(
            out,
            "\n/* {} */\nstruct fixnic_{name} {{",
            layout.description.trim()
        );
        for f in layout.fields {
            let (ty, array) = match f.bytes {
                1 => ("uint8_t", String::new()),
                2 if f.name != "msg_type" => ("uint16_t", String::new()),
                4 => ("uint32_t", String::new()),
                8 => ("uint64_t", String::new()),
                n => ("uint8_t", format!("[{n}]")),
            };
            let _ = writeln!(
                out,
                "    {ty} {}{array}; /* {}: {} */",
                f.name,
                f.offset,
                f.description.trim()
            );
        }
        let _ = writeln!(
            out,
            "}};\n_Static_assert(sizeof(struct fixnic_{name}) == {}, \"fixnic_{name}\");",
            limits::ENTRY_BYTES
        );
    }
    out.push_str("\n/* Numbers of the counters. */\nenum fixnic_counter {\n");
    for (i, c) in Counter::ALL.iter().enumerate() {
        let _ = writeln!(
            out,
            "    FIXNIC_COUNTER_{} = {i}, /* {} */",
            c.name.to_uppercase(),
            c.description.trim()
        );
    }
    out.push_str("};\n\n/* Lookup: bit i of a bucket number is the parity of the 4-tuple under mask i, given as words 31:0, 63:32, 95:64. */\n");
    for (bank, masks) in lookup::MASKS.iter().enumerate() {
        let list: Vec<_> = masks
            .iter()
            .map(|m| {
                format!(
                    "{{ {:#010x}u, {:#010x}u, {:#010x}u }}",
                    *m as u32,
                    (m >> 32) as u32,
                    (m >> 64) as u32
                )
            })
            .collect();
        define(
            &mut out,
            &format!("FIXNIC_LOOKUP_MASKS_{bank}"),
            &format!("{{ \\\n    {} }}", list.join(", \\\n    ")),
        );
    }
    out.push_str("\n#endif /* FIXNIC_ABI_H */\n");
    out
}

fn define(out: &mut String, name: &str, value: &str) {
    let _ = writeln!(out, "#define {name} {value}");
}
