//! The first 30 bytes of each kind of entry; epoch and phase are added when it takes its place in the ring.
//!
//! The layouts are those of `fixnic_abi::entry`; a test compares every offset.
#![allow(missing_docs)] // of the methods that RustHDL derives

use rust_hdl::prelude::*;

/// MSG.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
#[allow(missing_docs)] // told in fixnic_abi::MsgEntry
pub struct MsgBody {
    pub kind: Bits<8>,
    pub verdict: Bits<8>,
    pub flags: Bits<16>,
    pub session: Bits<16>,
    pub generation: Bits<16>,
    pub tcp_seq: Bits<32>,
    pub length: Bits<32>,
    pub received: Bits<40>,
    pub expected: Bits<40>,
    pub msg_type: Bits<16>,
    pub reserved: Bits<16>,
}

/// FRAME.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
#[allow(missing_docs)] // told in fixnic_abi::FrameEntry
pub struct FrameBody {
    pub kind: Bits<8>,
    pub class: Bits<8>,
    pub flags: Bits<16>,
    pub session: Bits<16>,
    pub generation: Bits<16>,
    pub ts_ns: Bits<64>,
    pub granule: Bits<16>,
    pub length: Bits<16>,
    pub dropped: Bits<32>,
    pub payload_offset: Bits<16>,
    pub payload_length: Bits<16>,
    pub session_state: Bits<8>,
    pub messages: Bits<8>,
}

/// FENCE.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
#[allow(missing_docs)] // told in fixnic_abi::FenceEntry
pub struct FenceBody {
    pub kind: Bits<8>,
    pub op: Bits<8>,
    pub result: Bits<8>,
    pub session_state: Bits<8>,
    pub session: Bits<16>,
    pub generation: Bits<16>,
    pub tag: Bits<32>,
    pub rcv_nxt: Bits<32>,
    pub ts_ns: Bits<64>,
    pub reserved: Bits<48>,
}

/// LOSS.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
#[allow(missing_docs)] // told in fixnic_abi::LossEntry
pub struct LossBody {
    pub kind: Bits<8>,
    pub reserved: Bits<56>,
    pub drop_fifo: Bits<32>,
    pub drop_disabled: Bits<32>,
    pub drop_ring: Bits<32>,
    pub reserved_high: Bits<80>,
}

/// RESYNC.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
#[allow(missing_docs)] // told in fixnic_abi::ResyncEntry
pub struct ResyncBody {
    pub kind: Bits<8>,
    pub reserved: Bits<24>,
    pub session: Bits<16>,
    pub generation: Bits<16>,
    pub tcp_seq: Bits<32>,
    pub rcv_nxt: Bits<32>,
    pub received: Bits<40>,
    pub reserved_high: Bits<72>,
}

/// What follows the body of every entry.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
#[allow(missing_docs)] // told in fixnic_abi::entry
pub struct EntryWord {
    pub body: Bits<240>,
    pub epoch: Bits<8>,
    pub phase: Bits<8>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use fixnic_abi::entry::{EntryLayout, FenceEntry, FrameEntry, LossEntry, MsgEntry, ResyncEntry};

    /// Names, offsets and widths in bits of a structure's fields, from RustHDL's own description.
    fn fields(descriptor: TypeDescriptor) -> Vec<(String, usize, usize)> {
        let TypeKind::Composite(fields) = descriptor.kind else {
            panic!("{} is not a structure", descriptor.name)
        };
        let mut offset = 0;
        fields
            .into_iter()
            .map(|field| {
                let TypeKind::Bits(width) = field.kind.kind else {
                    panic!("{} is not a number", field.fieldname)
                };
                let at = offset;
                offset += width;
                (field.fieldname, at, width)
            })
            .collect()
    }

    fn compare(layout: EntryLayout, descriptor: TypeDescriptor) {
        let ours = fields(descriptor);
        assert_eq!(ours.len() + 2, layout.fields.len(), "{}", layout.name);
        for ((name, offset, width), theirs) in ours.iter().zip(layout.fields) {
            assert_eq!(name, theirs.name, "{}", layout.name);
            assert_eq!(*offset, theirs.offset * 8, "{}.{name}", layout.name);
            assert_eq!(*width, theirs.bytes * 8, "{}.{name}", layout.name);
        }
    }

    #[test]
    fn layouts_are_those_of_the_contract() {
        compare(MsgEntry::LAYOUT, MsgBody::descriptor());
        compare(FrameEntry::LAYOUT, FrameBody::descriptor());
        compare(FenceEntry::LAYOUT, FenceBody::descriptor());
        compare(LossEntry::LAYOUT, LossBody::descriptor());
        compare(ResyncEntry::LAYOUT, ResyncBody::descriptor());
    }
}
