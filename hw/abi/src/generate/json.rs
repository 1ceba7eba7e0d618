use super::{ENUMS, FLAGS};
use crate::{counter::Counter, entry, limits, lookup, reg, Named};
use serde_json::{json, Map, Value};

/// The JSON description: enough for a foreign testbench to program the core and decode a ring.
pub fn json() -> Value {
    json!({
        "abi_version": { "major": crate::ABI_VERSION >> 16, "minor": crate::ABI_VERSION & 0xFFFF },
        "id": crate::ID,
        "byte_order": "little",
        "bar0_bytes": reg::BAR0_BYTES,
        "limits": limits::ALL.iter().map(|(n, v)| (n.to_lowercase(), json!(v))).collect::<Map<_, _>>(),
        "registers": reg::ALL.iter().map(register).collect::<Vec<_>>(),
        "structures": entry::LAYOUTS.iter().map(layout).collect::<Vec<_>>(),
        "phase": { "offset": entry::PHASE_OFFSET, "mask": entry::PHASE, "first_pass": 1 },
        "enums": named(ENUMS),
        "flags": named(FLAGS),
        "counters": Counter::ALL.iter().enumerate()
            .map(|(i, c)| json!({ "number": i, "name": c.name, "description": c.description.trim() }))
            .collect::<Vec<_>>(),
        "lookup": {
            "banks": lookup::BANKS,
            "buckets": 1 << lookup::BUCKET_BITS,
            "ways": lookup::WAYS,
            "tuple_bits": [
                { "name": "remote_port", "lsb": 0, "width": 16 },
                { "name": "local_port", "lsb": 16, "width": 16 },
                { "name": "remote_ip", "lsb": 32, "width": 32 },
                { "name": "local_ip", "lsb": 64, "width": 32 },
            ],
            "bucket_bits": "bit i is the parity of the tuple under masks[bank][i]",
            "masks": lookup::MASKS.map(|bank| bank.map(|mask| format!("{mask:#026x}"))),
            "engine_bits": "bit i of an engine's number is the parity of the tuple under engine_masks[i]; as many bits as ENGINES_LOG2 says",
            "engine_masks": lookup::ENGINE_MASKS.map(|mask| format!("{mask:#026x}")),
            "slot": "bank << 11 | bucket << 1 | way",
        },
    })
}

fn register(r: &reg::Register) -> Value {
    json!({
        "name": r.name,
        "offset": r.offset,
        "count": r.count,
        "stride": r.stride,
        "access": r.access.name(),
        "reset": r.reset,
        "description": r.description.trim(),
        "fields": r.fields.iter()
            .map(|f| json!({ "name": f.name, "lsb": f.lsb, "width": f.width, "description": f.description }))
            .collect::<Vec<_>>(),
    })
}

fn layout(l: &entry::EntryLayout) -> Value {
    json!({
        "name": l.name,
        "kind": l.kind,
        "bytes": limits::ENTRY_BYTES,
        "description": l.description.trim(),
        "fields": l.fields.iter()
            .map(|f| json!({ "name": f.name, "offset": f.offset, "bytes": f.bytes, "description": f.description.trim() }))
            .collect::<Vec<_>>(),
    })
}

fn named(sets: &[(&str, &[Named])]) -> Value {
    let values = |set: &[Named]| -> Vec<Value> {
        set.iter()
            .map(|v| json!({ "name": v.name, "value": v.value, "description": v.description.trim() }))
            .collect()
    };
    sets.iter()
        .map(|(name, set)| ((*name).to_owned(), json!(values(set))))
        .collect::<Map<_, _>>()
        .into()
}
