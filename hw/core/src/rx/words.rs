//! What travels between the blocks of the receive path.
#![allow(missing_docs)] // of the methods that RustHDL derives

use rust_hdl::prelude::*;

/// One beat of a frame behind the ingress FIFO.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct Beat {
    /// Bytes, the first on the wire in the low byte.
    pub data: Bits<64>,
    /// Number of the last lane that holds a byte of the frame; 7 but for the last beat.
    pub last_lane: Bits<3>,
    /// The frame's last beat.
    pub eof: Bit,
    /// With `eof`: the frame check sequence was wrong.
    pub fcs_bad: Bit,
    /// With `eof`: the frame was cut at its greatest length.
    pub truncated: Bit,
}

/// One beat of a frame behind its fixed headers.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct PayloadBeat {
    /// Bytes, the first on the wire in the low byte.
    pub data: Bits<64>,
    /// Number of the last lane that holds a byte of the frame; 7 but for the last beat.
    pub last_lane: Bits<3>,
    /// The frame's last beat.
    pub eof: Bit,
    /// The frame ended where no payload can be.
    pub early: Bit,
}

/// What is known of a frame when it arrives.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct Arrival {
    /// Time of the first beat in nanoseconds.
    pub ts_ns: Bits<64>,
    /// Frames that the ingress FIFO had refused before it.
    pub drop_fifo: Bits<32>,
    /// The epoch that they were counted in.
    pub epoch: Bits<8>,
}

/// What the entries of a delivered frame need from the gate.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct Admission {
    /// Time of the first beat in nanoseconds.
    pub ts_ns: Bits<64>,
    /// Frames dropped before it by the ingress FIFO.
    pub drop_fifo: Bits<32>,
    /// Frames of its ring dropped before it because receive or the ring was off.
    pub drop_disabled: Bits<32>,
    /// Frames of its ring dropped before it because the ring had no room.
    pub drop_ring: Bits<32>,
    /// Count of the granule in which it begins.
    pub granule: Bits<16>,
    /// Its ring.
    pub ring: Bits<2>,
    /// Entries that are kept free for it.
    pub entries: Bits<6>,
}

/// What the headers say, sent when the last header byte has come or the frame has ended before.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct Headers {
    /// `FrameClass`, as far as the headers decide it; UNKNOWN stands for a well-formed TCP segment.
    pub class: Bits<4>,
    /// The frame is one of which the 4-tuple counts (docs/datapath.md, 1.4).
    pub steered: Bit,
    /// Has a tag.
    pub vlan: Bit,
    /// SYN, FIN or RST is set.
    pub control: Bit,
    /// The IPv4 header checksum counts: Ethertype, version and IHL are right.
    pub plain_ip: Bit,
    /// TCP number of the first payload byte (or of SYN).
    pub tcp_seq: Bits<32>,
    /// Offset of the first payload byte in the frame.
    pub payload_offset: Bits<8>,
    /// Payload bytes.
    pub payload_length: Bits<16>,
    /// Length that the IPv4 header gives the frame, padding excluded.
    pub end: Bits<17>,
}

/// What is known of a frame when it has ended.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct FrameEnd {
    /// Length in bytes.
    pub length: Bits<12>,
    /// The frame check sequence was wrong.
    pub fcs_bad: Bit,
    /// Cut at the greatest length.
    pub truncated: Bit,
    /// The sum over the IPv4 header is wrong, if it has one.
    pub ip_sum_bad: Bit,
    /// The sum over pseudo header and segment is wrong, if it has one.
    pub tcp_sum_bad: Bit,
}

/// Outcome of the lookup.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct LookupResult {
    /// The 4-tuple is in the table.
    pub hit: Bit,
    /// Its session.
    pub session: Bits<10>,
    /// Its RX ring; 0 without a hit.
    pub ring: Bits<2>,
}

/// What the core keeps of a session beside the FIX path's context.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct SessionWord {
    /// `SessionState`.
    pub state: Bits<3>,
    /// Generation, raised by each command.
    pub generation: Bits<16>,
    /// Next TCP number the session accepts.
    pub rcv_nxt: Bits<32>,
    /// How far behind that the message after the one under way begins; 0 when that is unknown.
    pub ahead: Bits<18>,
}

/// The 4-tuple as `fixnic_abi::lookup::FourTuple::bits` orders it.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct LookupKey {
    /// Source port.
    pub remote_port: Bits<16>,
    /// Destination port.
    pub local_port: Bits<16>,
    /// Source address.
    pub remote_ip: Bits<32>,
    /// Destination address.
    pub local_ip: Bits<32>,
}

/// What headers and session say of a frame.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct Segment {
    /// `FrameClass`, as far as it is known before the frame has ended.
    pub class: Bits<4>,
    /// A well-formed TCP segment, if the frame is long enough.
    pub is_tcp: Bit,
    /// Its payload, or the end of it, is taken if the frame is good.
    pub taken: Bit,
    /// Some of it is parsed; of a searched one, when a start was found.
    pub parse: Bit,
    /// Its payload is parsed from a start on, which is found as it passes.
    pub searching: Bit,
    /// The session looks for its place: nothing is verified.
    pub hidden: Bit,
    /// If it is taken and not parsed: how far behind its end the next message begins, 0 when that is unknown.
    pub ahead: Bits<18>,
    /// If the frame is good, the session is LOST.
    pub loses: Bit,
    /// The frame before is of the same session and parsed: what it leaves counts, not `state` and `rcv_nxt`.
    pub follows: Bit,
    /// Has a tag.
    pub vlan: Bit,
    /// The IPv4 header checksum counts.
    pub plain_ip: Bit,
    /// Session, if there is one.
    pub session: Bits<10>,
    /// `SessionState` before the frame.
    pub state: Bits<3>,
    /// Generation of the session.
    pub generation: Bits<16>,
    /// Next TCP number before the frame.
    pub rcv_nxt: Bits<32>,
    /// TCP number behind the payload.
    pub seq_end: Bits<32>,
    /// Offset of the first payload byte in the frame.
    pub payload_offset: Bits<8>,
    /// Payload bytes.
    pub payload_length: Bits<16>,
    /// Length that the IPv4 header gives the frame, padding excluded.
    pub end: Bits<17>,
}

/// What becomes of the frames that were handed over, for the one that will be: *near*, the last of them, not judged yet or still
/// waiting; *far*, the one before, whose end is on its way through the FIX path.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct CommitView {
    /// There is a near frame.
    pub near_busy: Bit,
    /// It may change its session.
    pub near_changes: Bit,
    /// It is parsed from its first byte on.
    pub near_parses: Bit,
    /// Its session looks for its place.
    pub near_hidden: Bit,
    /// Its session.
    pub near_session: Bits<10>,
    /// TCP number behind its payload.
    pub near_seq_end: Bits<32>,
    /// No frame is far: the next clock's far session is the near one now.
    pub far_idle: Bit,
    /// The far frame may change its session, and is not yet written back.
    pub far_changes: Bit,
    /// It is good and parsed from its first byte on.
    pub far_commits: Bit,
    /// Its session looks for its place.
    pub far_hidden: Bit,
    /// Its session.
    pub far_session: Bits<10>,
    /// TCP number behind its payload.
    pub far_seq_end: Bits<32>,
    /// A session's word got into the table in the clock before: a read that began then may not have it.
    pub written: Bit,
    /// The session.
    pub written_session: Bits<10>,
    /// The FIX path may begin a frame.
    pub path_free: Bit,
    /// Of the last parsed frame that ended it is known what it leaves.
    pub settled: Bit,
    /// With `settled`: not what it would have as a good frame that keeps framing.
    pub spoiled: Bit,
    /// `settled` in the next clock, unless a frame is handed over in this one.
    pub settles: Bit,
    /// `spoiled` in the next clock, if `settles`.
    pub spoils: Bit,
}
