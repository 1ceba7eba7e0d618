//! The end of each frame: whether it is good, what it did to its session, its entries.
#![allow(missing_docs)] // of the methods that RustHDL derives

use super::entry_format::EntryEvent;
use super::entry_words::{FrameBody, MsgBody};
use super::words::{FrameEnd, Segment, SessionWord};
use crate::blocks::Code;
use fixnic_abi::entry::{frame_flags, msg_flags};
use fixnic_abi::limits::NO_SESSION;
use fixnic_abi::{EntryKind, FrameClass, SessionState};
use rust_hdl::prelude::*;

/// Where the block is with a frame.
#[derive(Copy, Clone, Debug, PartialEq, LogicState)]
pub enum CommitState {
    /// No frame was handed over; messages of the next may come.
    Idle,
    /// The end of the frame is awaited: whether it is good.
    End,
    /// Its length is compared with what the IPv4 header says.
    Compare,
    /// The class is final.
    Judge,
    /// The FIX path's end is awaited.
    Path,
    /// The FRAME event goes out, and the session's word is written back.
    Tell,
}

/// Ends frames one after the other, while [`SegmentOrder`](super::segment_order::SegmentOrder) feeds the next.
///
/// * Enters: segments, followed while `ready` and kept from `hand` on; frame ends from a FIFO; the FIX path's messages and ends.
/// * Leaves: the end token for the FIX path; MSG and FRAME events; writes to the session table. FRAME goes out five clocks after
///   segment and end are there, fourteen when the segment was parsed.
/// * Waits for whatever is missing. Nothing behind it can make it wait.
///
/// A frame that ends before the length its IPv4 header gives is found out too late to take its payload back: what came
/// of it has been parsed, its class becomes BAD_LENGTH, and it is never committed.
#[derive(LogicBlock, Default)]
pub struct FrameCommit {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Forgets the frame it is in.
    pub reset: Signal<In, Bit>,
    /// What the headers and the session say of the frame.
    pub segment: Signal<In, Segment>,
    /// All its beats were fed.
    pub hand: Signal<In, Bit>,
    /// It may be handed over.
    pub ready: Signal<Out, Bit>,
    /// A segment that may change `held_session` is not yet written back.
    pub holds: Signal<Out, Bit>,
    /// Its session.
    pub held_session: Signal<Out, Bits<10>>,
    /// The FIX path may not yet begin another frame.
    pub path_busy: Signal<Out, Bit>,
    /// Ends of frames.
    pub frame_end: Signal<In, FrameEnd>,
    /// There is one.
    pub frame_end_valid: Signal<In, Bit>,
    /// It is taken.
    pub frame_end_read: Signal<Out, Bit>,
    /// Writes the session's word back.
    pub table_write: Signal<Out, Bit>,
    /// The session.
    pub table_session: Signal<Out, Bits<10>>,
    /// The word.
    pub table_update: Signal<Out, SessionWord>,
    /// The frame ends, for the FIX path.
    pub f_end: Signal<Out, Bit>,
    /// It is good.
    pub f_commit: Signal<Out, Bit>,

    /// A message.
    pub m_valid: Signal<In, Bit>,
    /// Its verdict.
    pub m_verdict: Signal<In, Bits<4>>,
    /// Its flags.
    pub m_flags: Signal<In, Bits<16>>,
    /// Its MsgType.
    pub m_type: Signal<In, Bits<16>>,
    /// Its MsgSeqNum.
    pub m_received: Signal<In, Bits<40>>,
    /// Expected MsgSeqNum.
    pub m_expected: Signal<In, Bits<40>>,
    /// TCP number of its first byte, low bits.
    pub m_start: Signal<In, Bits<19>>,
    /// TCP number of its last byte, low bits.
    pub m_end: Signal<In, Bits<19>>,
    /// The frame's end has left the FIX path.
    pub e_valid: Signal<In, Bit>,
    /// Framing was lost.
    pub e_lost: Signal<In, Bit>,
    /// The session is in HOLD.
    pub e_hold: Signal<In, Bit>,

    /// MSG or FRAME.
    pub event_valid: Signal<Out, Bit>,
    /// Its content.
    pub item: Signal<Out, EntryEvent>,

    state: DFF<CommitState>,
    s: DFF<Segment>,
    told: DFF<Bit>, // the session's word is on its way into the table
    good: DFF<Bit>,
    last: DFF<FrameEnd>,
    cut_short: DFF<Bit>,
    commit: DFF<Bit>,
    messages: DFF<Bits<8>>,
    after: DFF<SessionWord>,
    finish: DFF<Bit>,
    finished: DFF<Bits<4>>, // in the last four clocks
    // Messages on their way: 1 as they come, 2 with their TCP number.
    msg_1: DFF<Bit>,
    body_1: DFF<MsgBody>,
    start_1: DFF<Bits<19>>,
    msg_2: DFF<Bit>,
    body_2: DFF<MsgBody>,
    out_valid: DFF<Bit>,
    out: DFF<EntryEvent>,

    segment_bad: Signal<Local, Bit>,
    is_good: Signal<Local, Bit>,
    flags: Signal<Local, Bits<16>>,
    frame: Signal<Local, FrameBody>,
    length: Signal<Local, Bits<19>>,
    seq_end: Signal<Local, Bits<32>>,
    seq_high: Signal<Local, Bits<13>>,
    session_wide: Signal<Local, Bits<16>>,
    frame_bytes: Signal<Local, Bits<17>>,
    k_msg: Code<{ EntryKind::Msg as u64 }, 8>,
    k_frame: Code<{ EntryKind::Frame as u64 }, 8>,
    no_session: Code<{ NO_SESSION as u64 }, 16>,
    unknown: Code<{ FrameClass::Unknown as u64 }, 4>,
    bad_length: Code<{ FrameClass::BadLength as u64 }, 4>,
    s_track: Code<{ SessionState::Track as u64 }, 3>,
    s_lost: Code<{ SessionState::Lost as u64 }, 3>,
    s_hold: Code<{ SessionState::Hold as u64 }, 3>,
    framing_lost: Code<{ msg_flags::FRAMING_LOST as u64 }, 16>,
    committed: Code<{ frame_flags::COMMITTED as u64 }, 16>,
    fcs_bad: Code<{ frame_flags::FCS_BAD as u64 }, 16>,
    truncated: Code<{ frame_flags::TRUNCATED as u64 }, 16>,
    oversize: Code<{ frame_flags::OVERSIZE as u64 }, 16>,
    vlan: Code<{ frame_flags::VLAN as u64 }, 16>,
    ip_checksum_bad: Code<{ frame_flags::IP_CHECKSUM_BAD as u64 }, 16>,
    tcp_checksum_bad: Code<{ frame_flags::TCP_CHECKSUM_BAD as u64 }, 16>,
    standard: Code<1514, 12>,
    standard_vlan: Code<1518, 12>,
}

impl Logic for FrameCommit {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self, clock, state, s, told, good, last, cut_short, commit, messages, after, finish, finished,
            msg_1, body_1, start_1, msg_2, body_2, out_valid, out
        );
        self.segment_bad.next = false;
        self.is_good.next = false;
        self.finish.d.next = false;
        self.told.d.next = false;
        self.table_write.next = false;
        self.frame_end_read.next = false;
        self.out_valid.d.next = false;
        self.out.d.next.frame = false;
        self.out.d.next.body = self.body_2.q.val().into();
        self.session_wide.next = bit_cast::<16, 10>(self.s.q.val().session);
        self.seq_end.next = self.s.q.val().seq_end;
        self.frame_bytes.next = bit_cast::<17, 12>(self.last.q.val().length);

        // Flags of FRAME.
        self.flags.next = 0.into();
        if self.commit.q.val() {
            self.flags.next = self.flags.val() | self.committed.val();
        }
        if self.last.q.val().fcs_bad {
            self.flags.next = self.flags.val() | self.fcs_bad.val();
        }
        if self.last.q.val().truncated {
            self.flags.next = self.flags.val() | self.truncated.val();
        }
        if (self.last.q.val().length > self.standard_vlan.val())
            || ((self.last.q.val().length > self.standard.val()) && !self.s.q.val().vlan)
        {
            self.flags.next = self.flags.val() | self.oversize.val();
        }
        if self.s.q.val().vlan {
            self.flags.next = self.flags.val() | self.vlan.val();
        }
        if self.last.q.val().ip_sum_bad {
            self.flags.next = self.flags.val() | self.ip_checksum_bad.val();
        }
        if self.last.q.val().tcp_sum_bad {
            self.flags.next = self.flags.val() | self.tcp_checksum_bad.val();
        }
        // FRAME; the fields that only the gate knows stay zero.
        self.frame.next.kind = self.k_frame.val();
        self.frame.next.class = bit_cast::<8, 4>(self.s.q.val().class);
        self.frame.next.flags = self.flags.val();
        self.frame.next.session = self.no_session.val();
        self.frame.next.generation = 0.into();
        self.frame.next.ts_ns = 0.into();
        self.frame.next.granule = 0.into();
        self.frame.next.length = bit_cast::<16, 12>(self.last.q.val().length);
        self.frame.next.dropped = 0.into();
        self.frame.next.payload_offset = 0.into();
        self.frame.next.payload_length = 0.into();
        self.frame.next.session_state = 0.into();
        self.frame.next.messages = self.messages.q.val();
        if self.s.q.val().class > self.unknown.val() {
            self.frame.next.session = self.session_wide.val();
            self.frame.next.generation = self.s.q.val().generation;
            self.frame.next.payload_offset = bit_cast::<16, 8>(self.s.q.val().payload_offset);
            self.frame.next.payload_length = self.s.q.val().payload_length;
            self.frame.next.session_state = bit_cast::<8, 3>(self.after.q.val().state);
        }

        match self.state.q.val() {
            CommitState::Idle => {
                self.s.d.next = self.segment.val();
                if self.hand.val() {
                    self.state.d.next = CommitState::End;
                }
            }
            CommitState::End => {
                self.last.d.next = self.frame_end.val();
                if self.frame_end_valid.val() {
                    self.state.d.next = CommitState::Compare;
                }
            }
            CommitState::Compare => {
                self.cut_short.d.next =
                    self.s.q.val().is_tcp && (self.s.q.val().end > self.frame_bytes.val());
                self.last.d.next.ip_sum_bad = self.last.q.val().ip_sum_bad && self.s.q.val().plain_ip;
                self.state.d.next = CommitState::Judge;
            }
            CommitState::Judge => {
                if self.cut_short.q.val() {
                    self.s.d.next.class = self.bad_length.val();
                    self.s.d.next.loses = false;
                }
                self.segment_bad.next =
                    self.last.q.val().tcp_sum_bad && self.s.q.val().is_tcp && !self.cut_short.q.val();
                self.last.d.next.tcp_sum_bad = self.segment_bad.val();
                self.is_good.next = !self.segment_bad.val()
                    && !self.last.q.val().ip_sum_bad
                    && !self.last.q.val().fcs_bad
                    && !self.last.q.val().truncated;
                self.good.d.next = self.is_good.val();
                self.commit.d.next = self.is_good.val() && self.s.q.val().parse && !self.cut_short.q.val();
                self.finish.d.next = self.s.q.val().parse;
                self.state.d.next = CommitState::Path;
            }
            CommitState::Path => {
                self.after.d.next.state = self.s.q.val().state;
                self.after.d.next.generation = self.s.q.val().generation;
                self.after.d.next.rcv_nxt = self.s.q.val().rcv_nxt;
                if self.commit.q.val() {
                    self.after.d.next.rcv_nxt = self.seq_end.val();
                    self.after.d.next.state = self.s_track.val();
                    if self.e_lost.val() {
                        self.after.d.next.state = self.s_lost.val();
                    } else if self.e_hold.val() {
                        self.after.d.next.state = self.s_hold.val();
                    }
                }
                if self.good.q.val() && self.s.q.val().loses {
                    self.after.d.next.state = self.s_lost.val();
                }
                if self.e_valid.val() || !self.s.q.val().parse {
                    self.state.d.next = CommitState::Tell;
                }
            }
            CommitState::Tell => {
                self.told.d.next = true;
                self.table_write.next = self.s.q.val().class > self.unknown.val();
                self.out_valid.d.next = true;
                self.out.d.next.frame = true;
                self.out.d.next.body = self.frame.val().into();
                self.messages.d.next = 0.into();
                self.frame_end_read.next = true;
                self.state.d.next = CommitState::Idle;
            }
            _ => {
                self.state.d.next = CommitState::Idle;
            }
        }
        self.ready.next = self.state.q.val() == CommitState::Idle;
        self.holds.next = ((self.state.q.val() != CommitState::Idle) || self.told.q.val())
            && (self.s.q.val().parse || self.s.q.val().loses);
        self.held_session.next = self.s.q.val().session;
        self.finished.d.next = (self.finished.q.val() << 1) | bit_cast::<4, 1>(self.finish.q.val().into());
        self.path_busy.next = self.finish.q.val()
            || self.finished.q.val().any()
            || (self.s.q.val().parse
                && ((self.state.q.val() == CommitState::End)
                    || (self.state.q.val() == CommitState::Compare)
                    || (self.state.q.val() == CommitState::Judge)));
        self.f_end.next = self.finish.q.val();
        self.f_commit.next = self.commit.q.val();

        // Messages 1: as they come.
        self.msg_1.d.next = self.m_valid.val();
        if self.m_valid.val() {
            self.messages.d.next = self.messages.q.val() + 1;
        }
        self.body_1.d.next.kind = self.k_msg.val();
        self.body_1.d.next.verdict = bit_cast::<8, 4>(self.m_verdict.val());
        self.body_1.d.next.flags = self.m_flags.val();
        self.body_1.d.next.session = self.session_wide.val();
        self.body_1.d.next.generation = self.s.q.val().generation;
        self.body_1.d.next.tcp_seq = 0.into();
        self.length.next = self.m_end.val() - self.m_start.val();
        self.body_1.d.next.length = bit_cast::<32, 19>(self.length.val());
        self.body_1.d.next.received = self.m_received.val();
        self.body_1.d.next.expected = self.m_expected.val();
        self.body_1.d.next.msg_type = self.m_type.val();
        self.body_1.d.next.reserved = 0.into();
        self.start_1.d.next = self.m_start.val();
        // Messages 2: the first byte lies before the frame's end, by less than 2^19.
        self.msg_2.d.next = self.msg_1.q.val();
        self.body_2.d.next = self.body_1.q.val();
        self.seq_high.next = self.seq_end.val().get_bits::<13>(19);
        if self.start_1.q.val() > self.seq_end.val().get_bits::<19>(0) {
            self.seq_high.next = self.seq_end.val().get_bits::<13>(19) - 1;
        }
        self.body_2.d.next.tcp_seq =
            (bit_cast::<32, 13>(self.seq_high.val()) << 19) | bit_cast::<32, 19>(self.start_1.q.val());
        self.body_2.d.next.length = self.body_1.q.val().length + 1;
        if (self.body_1.q.val().flags & self.framing_lost.val()).any() {
            self.body_2.d.next.length = 0.into();
        }
        if self.msg_2.q.val() {
            self.out_valid.d.next = true;
        }

        self.table_session.next = self.s.q.val().session;
        self.table_update.next = self.after.q.val();
        self.event_valid.next = self.out_valid.q.val();
        self.item.next = self.out.q.val();
        if self.reset.val() {
            self.state.d.next = CommitState::Idle;
            self.told.d.next = false;
            self.finish.d.next = false;
            self.finished.d.next = 0.into();
            self.messages.d.next = 0.into();
            self.msg_1.d.next = false;
            self.msg_2.d.next = false;
            self.out_valid.d.next = false;
        }
    }
}
