//! TCP order: which payload is parsed, and what a frame does to its session (docs/datapath.md, section 3).
#![allow(missing_docs)] // of the methods that RustHDL derives

use super::entry_format::EntryEvent;
use super::entry_words::{FrameBody, MsgBody};
use super::words::{Beat, FrameEnd, Headers, LookupResult, SessionWord};
use crate::blocks::Code;
use fixnic_abi::entry::{frame_flags, msg_flags};
use fixnic_abi::limits::NO_SESSION;
use fixnic_abi::{EntryKind, FrameClass, SessionState};
use rust_hdl::prelude::*;

/// Where the block is with a frame.
#[derive(Copy, Clone, Debug, PartialEq, LogicState)]
pub enum OrderState {
    /// Headers and lookup result are awaited.
    Headers,
    /// The session table is being read.
    Read,
    /// Its output is being registered.
    Fetch,
    /// delta = seq - rcv_nxt.
    Delta,
    /// delta + len.
    Reach,
    /// The class follows from both.
    Class,
    /// The frame is announced to the FIX path.
    Load,
    /// Beats pass or are thrown away.
    Feed,
    /// The end of the frame is awaited: whether it is good.
    End,
    /// Its length is compared with what the IPv4 header says.
    Compare,
    /// The class is final.
    Judge,
    /// The FIX path's end is awaited.
    Path,
    /// What the frame did to its session is written back.
    Commit,
    /// The FRAME event goes out.
    Tell,
}

/// Takes frames one after the other through the FIX path and keeps the session table.
///
/// * Enters: beats, headers, lookup results and frame ends, each from a FIFO; the FIX path's messages and ends.
/// * Leaves: load token, payload beats and end token for the FIX path; events for the entries; writes to the session table.
/// * The first payload beat goes out ten clocks after headers and lookup result are there, and the beats before it have been thrown
///   away by then; the FRAME event follows 14 clocks after the frame's end is known.
/// * Waits for whatever is missing. Nothing behind it can make it wait.
///
/// A frame that ends before the length its IPv4 header gives is found out too late to take its payload back: what came
/// of it has been parsed, its class becomes BAD_LENGTH, and it is never committed.
#[derive(LogicBlock, Default)]
pub struct SegmentOrder {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Forgets the frame it is in.
    pub reset: Signal<In, Bit>,

    /// Beats of frames.
    pub beat: Signal<In, Beat>,
    /// There is one.
    pub beat_valid: Signal<In, Bit>,
    /// It is taken.
    pub beat_read: Signal<Out, Bit>,
    /// Headers of frames.
    pub headers: Signal<In, Headers>,
    /// There is one.
    pub headers_valid: Signal<In, Bit>,
    /// Lookup results of frames.
    pub lookup: Signal<In, LookupResult>,
    /// There is one.
    pub lookup_valid: Signal<In, Bit>,
    /// Ends of frames.
    pub frame_end: Signal<In, FrameEnd>,
    /// There is one.
    pub frame_end_valid: Signal<In, Bit>,
    /// Headers, lookup result and end are taken.
    pub frame_read: Signal<Out, Bit>,

    /// Session to read.
    pub table_read: Signal<Out, Bits<10>>,
    /// Its word, one clock later.
    pub table_word: Signal<In, SessionWord>,
    /// Writes the session's word back.
    pub table_write: Signal<Out, Bit>,
    /// The session.
    pub table_session: Signal<Out, Bits<10>>,
    /// The word.
    pub table_update: Signal<Out, SessionWord>,

    /// A frame begins.
    pub f_load: Signal<Out, Bit>,
    /// Its session.
    pub f_session: Signal<Out, Bits<10>>,
    /// It has bytes to parse.
    pub f_parse: Signal<Out, Bit>,
    /// Lanes to move up.
    pub f_rotation: Signal<Out, Bits<3>>,
    /// Lane of the first byte in the stream.
    pub f_lane: Signal<Out, Bits<3>>,
    /// A payload beat.
    pub p_valid: Signal<Out, Bit>,
    /// Its bytes.
    pub p_data: Signal<Out, Bits<64>>,
    /// Which of them are payload.
    pub p_keep: Signal<Out, Bits<8>>,
    /// The frame's last payload beat.
    pub p_eof: Signal<Out, Bit>,
    /// The frame ends.
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
    /// No frame is in the block.
    pub idle: Signal<Out, Bit>,

    state: DFF<OrderState>,
    h: DFF<Headers>,
    found: DFF<LookupResult>,
    word: DFF<SessionWord>,
    header_left: DFF<Bits<18>>, // bytes before the payload, counted from the next beat on
    end_left: DFF<Bits<18>>,    // bytes before the payload's end, likewise
    start_left: DFF<Bits<18>>,  // bytes before the first parsed byte, likewise
    drained: DFF<Bit>,          // the frame's last beat was taken
    delta: DFF<Bits<32>>,
    reach: DFF<Bits<32>>,   // delta + len
    seq_end: DFF<Bits<32>>, // seq + len
    is_tcp: DFF<Bit>,
    frame_class: DFF<Bits<4>>,
    parse: DFF<Bit>,
    skip: DFF<Bits<18>>,
    lane: DFF<Bits<3>>, // of the first parsed byte in the stream
    rotation: DFF<Bits<3>>,
    loses: DFF<Bit>, // a good frame of this class makes the session LOST
    good: DFF<Bit>,
    last: DFF<FrameEnd>,
    cut_short: DFF<Bit>,
    commit: DFF<Bit>,
    lost: DFF<Bit>,
    hold: DFF<Bit>,
    messages: DFF<Bits<8>>,
    after: DFF<SessionWord>,
    // Payload on its way: 1 masks, 2 lanes.
    valid_1: DFF<Bit>,
    data_1: DFF<Bits<64>>,
    from_1: DFF<Bits<8>>,
    until_1: DFF<Bits<8>>,
    last_1: DFF<Bit>,
    valid_2: DFF<Bit>,
    data_2: DFF<Bits<64>>,
    keep_2: DFF<Bits<8>>,
    last_2: DFF<Bit>,
    load: DFF<Bit>,
    finish: DFF<Bit>,
    // Messages on their way: 1 as they come, 2 with their TCP number.
    msg_1: DFF<Bit>,
    body_1: DFF<MsgBody>,
    start_1: DFF<Bits<19>>,
    msg_2: DFF<Bit>,
    body_2: DFF<MsgBody>,
    out_valid: DFF<Bit>,
    out: DFF<EntryEvent>,

    take: Signal<Local, Bit>,
    segment_bad: Signal<Local, Bit>,
    is_good: Signal<Local, Bit>,
    lanes: Signal<Local, Bits<8>>,
    from: Signal<Local, Bits<8>>,
    before_end: Signal<Local, Bits<8>>,
    keep: Signal<Local, Bits<8>>,
    seq_low: Signal<Local, Bits<32>>,
    tcp_seq: Signal<Local, Bits<32>>,
    offset: Signal<Local, Bits<8>>,
    from_low: Signal<Local, Bits<3>>,
    until_low: Signal<Local, Bits<3>>,
    ends_here: Signal<Local, Bit>,
    flags: Signal<Local, Bits<16>>,
    frame: Signal<Local, FrameBody>,
    length: Signal<Local, Bits<19>>,
    seq_high: Signal<Local, Bits<13>>,
    session_wide: Signal<Local, Bits<16>>,
    frame_bytes: Signal<Local, Bits<17>>,
    eight: Code<8, 18>,
    k_msg: Code<{ EntryKind::Msg as u64 }, 8>,
    k_frame: Code<{ EntryKind::Frame as u64 }, 8>,
    no_session: Code<{ NO_SESSION as u64 }, 16>,
    unknown: Code<{ FrameClass::Unknown as u64 }, 4>,
    bad_length: Code<{ FrameClass::BadLength as u64 }, 4>,
    not_tracked: Code<{ FrameClass::NotTracked as u64 }, 4>,
    control: Code<{ FrameClass::Control as u64 }, 4>,
    empty: Code<{ FrameClass::Empty as u64 }, 4>,
    in_order: Code<{ FrameClass::InOrder as u64 }, 4>,
    ahead: Code<{ FrameClass::Ahead as u64 }, 4>,
    old: Code<{ FrameClass::Old as u64 }, 4>,
    overlap: Code<{ FrameClass::Overlap as u64 }, 4>,
    s_free: Code<{ SessionState::Free as u64 }, 3>,
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

impl Logic for SegmentOrder {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            state,
            h,
            found,
            word,
            header_left,
            end_left,
            start_left,
            drained,
            delta,
            reach,
            seq_end,
            is_tcp,
            frame_class,
            parse,
            skip,
            lane,
            rotation,
            loses,
            good,
            last,
            cut_short,
            commit,
            lost,
            hold,
            messages,
            after,
            valid_1,
            data_1,
            from_1,
            until_1,
            last_1,
            valid_2,
            data_2,
            keep_2,
            last_2,
            load,
            finish,
            msg_1,
            body_1,
            start_1,
            msg_2,
            body_2,
            out_valid,
            out
        );
        self.segment_bad.next = false;
        self.is_good.next = false;
        self.load.d.next = false;
        self.finish.d.next = false;
        self.table_write.next = false;
        self.frame_read.next = false;
        self.out_valid.d.next = false;
        self.out.d.next.frame = false;
        self.out.d.next.body = self.body_2.q.val().into();
        self.session_wide.next = bit_cast::<16, 10>(self.found.q.val().session);
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
            || ((self.last.q.val().length > self.standard.val()) && !self.h.q.val().vlan)
        {
            self.flags.next = self.flags.val() | self.oversize.val();
        }
        if self.h.q.val().vlan {
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
        self.frame.next.class = bit_cast::<8, 4>(self.frame_class.q.val());
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
        if self.frame_class.q.val() > self.unknown.val() {
            self.frame.next.session = self.session_wide.val();
            self.frame.next.generation = self.word.q.val().generation;
            self.frame.next.payload_offset = bit_cast::<16, 8>(self.h.q.val().payload_offset);
            self.frame.next.payload_length = self.h.q.val().payload_length;
            self.frame.next.session_state = bit_cast::<8, 3>(self.after.q.val().state);
        }

        self.seq_low.next = self.h.q.val().tcp_seq;
        if self.frame_class.q.val() == self.overlap.val() {
            self.seq_low.next = self.word.q.val().rcv_nxt;
        }
        self.lane.d.next = self.seq_low.val().get_bits::<3>(0);
        self.tcp_seq.next = self.h.q.val().tcp_seq;
        self.offset.next = self.h.q.val().payload_offset;
        self.rotation.d.next = self.tcp_seq.val().get_bits::<3>(0) - self.offset.val().get_bits::<3>(0);
        match self.state.q.val() {
            OrderState::Headers => {
                self.h.d.next = self.headers.val();
                self.found.d.next = self.lookup.val();
                self.header_left.d.next = bit_cast::<18, 8>(self.headers.val().payload_offset);
                self.end_left.d.next = bit_cast::<18, 17>(self.headers.val().end);
                self.drained.d.next = false;
                self.messages.d.next = 0.into();
                if self.headers_valid.val() && self.lookup_valid.val() {
                    self.state.d.next = OrderState::Read;
                }
            }
            OrderState::Read => {
                self.is_tcp.d.next = self.h.q.val().class == self.unknown.val();
                self.state.d.next = OrderState::Fetch;
            }
            OrderState::Fetch => {
                self.word.d.next = self.table_word.val();
                self.state.d.next = OrderState::Delta;
            }
            OrderState::Delta => {
                self.delta.d.next = self.h.q.val().tcp_seq - self.word.q.val().rcv_nxt;
                self.seq_end.d.next =
                    self.h.q.val().tcp_seq + bit_cast::<32, 16>(self.h.q.val().payload_length);
                self.state.d.next = OrderState::Reach;
            }
            OrderState::Reach => {
                self.reach.d.next = self.delta.q.val() + bit_cast::<32, 16>(self.h.q.val().payload_length);
                self.state.d.next = OrderState::Class;
            }
            OrderState::Class => {
                self.parse.d.next = false;
                self.loses.d.next = false;
                self.skip.d.next = 0.into();
                self.frame_class.d.next = self.h.q.val().class;
                if self.is_tcp.q.val() && self.found.q.val().hit {
                    if (self.word.q.val().state == self.s_lost.val())
                        || (self.word.q.val().state == self.s_free.val())
                    {
                        self.frame_class.d.next = self.not_tracked.val();
                    } else if self.h.q.val().control {
                        self.frame_class.d.next = self.control.val();
                        self.loses.d.next = self.h.q.val().payload_length.any()
                            && self.reach.q.val().any()
                            && !self.reach.q.val().get_bit(31);
                    } else if !self.h.q.val().payload_length.any() {
                        self.frame_class.d.next = self.empty.val();
                    } else if !self.delta.q.val().any() {
                        self.frame_class.d.next = self.in_order.val();
                        self.parse.d.next = true;
                    } else if !self.delta.q.val().get_bit(31) {
                        self.frame_class.d.next = self.ahead.val();
                        self.loses.d.next = true;
                    } else if self.reach.q.val().get_bit(31) || !self.reach.q.val().any() {
                        self.frame_class.d.next = self.old.val();
                    } else {
                        self.frame_class.d.next = self.overlap.val();
                        self.parse.d.next = true;
                        self.skip.d.next = bit_cast::<18, 16>(self.h.q.val().payload_length)
                            - self.reach.q.val().get_bits::<18>(0);
                    }
                }
                self.state.d.next = OrderState::Load;
            }
            OrderState::Load => {
                self.load.d.next = true;
                self.start_left.d.next = self.header_left.q.val() + self.skip.q.val();
                self.state.d.next = OrderState::Feed;
            }
            OrderState::Feed => {
                if self.drained.q.val() {
                    self.state.d.next = OrderState::End;
                }
            }
            OrderState::End => {
                self.last.d.next = self.frame_end.val();
                if self.frame_end_valid.val() {
                    self.state.d.next = OrderState::Compare;
                }
            }
            OrderState::Compare => {
                self.cut_short.d.next = self.is_tcp.q.val() && (self.h.q.val().end > self.frame_bytes.val());
                self.last.d.next.ip_sum_bad = self.last.q.val().ip_sum_bad && self.h.q.val().plain_ip;
                self.state.d.next = OrderState::Judge;
            }
            OrderState::Judge => {
                if self.cut_short.q.val() {
                    self.frame_class.d.next = self.bad_length.val();
                    self.loses.d.next = false;
                }
                self.segment_bad.next =
                    self.last.q.val().tcp_sum_bad && self.is_tcp.q.val() && !self.cut_short.q.val();
                self.last.d.next.tcp_sum_bad = self.segment_bad.val();
                self.is_good.next = !self.segment_bad.val()
                    && !self.last.q.val().ip_sum_bad
                    && !self.last.q.val().fcs_bad
                    && !self.last.q.val().truncated;
                self.good.d.next = self.is_good.val();
                self.commit.d.next = self.is_good.val() && self.parse.q.val() && !self.cut_short.q.val();
                self.finish.d.next = true;
                self.state.d.next = OrderState::Path;
            }
            OrderState::Path => {
                self.lost.d.next = self.e_lost.val();
                self.hold.d.next = self.e_hold.val();
                if self.e_valid.val() {
                    self.state.d.next = OrderState::Commit;
                }
            }
            OrderState::Commit => {
                self.after.d.next = self.word.q.val();
                if self.commit.q.val() {
                    self.after.d.next.rcv_nxt = self.seq_end.q.val();
                    self.after.d.next.state = self.s_track.val();
                    if self.hold.q.val() {
                        self.after.d.next.state = self.s_hold.val();
                    }
                }
                if (self.commit.q.val() && self.lost.q.val()) || (self.good.q.val() && self.loses.q.val()) {
                    self.after.d.next.state = self.s_lost.val();
                }
                self.state.d.next = OrderState::Tell;
            }
            OrderState::Tell => {
                self.table_write.next = self.frame_class.q.val() > self.unknown.val();
                self.out_valid.d.next = true;
                self.out.d.next.frame = true;
                self.out.d.next.body = self.frame.val().into();
                self.frame_read.next = true;
                self.state.d.next = OrderState::Headers;
            }
            _ => {
                self.state.d.next = OrderState::Headers;
            }
        }

        // Beats: those before the payload are thrown away while the class is found, the rest is taken in Feed.
        self.take.next = false;
        if self.beat_valid.val() && !self.drained.q.val() {
            if (self.state.q.val() == OrderState::Feed) && !self.load.q.val() {
                self.take.next = true;
            }
            if ((self.state.q.val() == OrderState::Read)
                || (self.state.q.val() == OrderState::Fetch)
                || (self.state.q.val() == OrderState::Delta)
                || (self.state.q.val() == OrderState::Reach)
                || (self.state.q.val() == OrderState::Class))
                && self.header_left.q.val().get_bits::<15>(3).any()
            {
                self.take.next = true;
            }
        }
        self.beat_read.next = self.take.val();
        if self.take.val() {
            self.header_left.d.next = self.header_left.q.val() - self.eight.val();
            self.start_left.d.next = self.start_left.q.val() - self.eight.val();
            self.end_left.d.next = self.end_left.q.val() - self.eight.val();
            if self.beat.val().eof {
                self.drained.d.next = true;
            }
        }

        // Payload 1: lanes from the first parsed byte, lanes before the end of the payload and of the frame.
        self.from_low.next = self.start_left.q.val().get_bits::<3>(0);
        self.from.next = 0.into();
        if self.start_left.q.val().get_bit(17) {
            self.from.next = 0xff.into();
        } else if !self.start_left.q.val().get_bits::<14>(3).any() {
            for i in 0..8_usize {
                self.from.next = self
                    .from
                    .val()
                    .replace_bit(i, i.to_bits::<3>() >= self.from_low.val());
            }
        }
        self.until_low.next = self.end_left.q.val().get_bits::<3>(0);
        self.before_end.next = 0.into();
        self.ends_here.next = true;
        if !self.end_left.q.val().get_bit(17) {
            if self.end_left.q.val().get_bits::<14>(3).any() {
                self.before_end.next = 0xff.into();
                self.ends_here.next = self.end_left.q.val() == self.eight.val();
            } else {
                for i in 0..8_usize {
                    self.before_end.next = self
                        .before_end
                        .val()
                        .replace_bit(i, i.to_bits::<3>() < self.until_low.val());
                }
            }
        }
        self.lanes.next = 0.into();
        for i in 0..8_usize {
            self.lanes.next = self
                .lanes
                .val()
                .replace_bit(i, i.to_bits::<3>() <= self.beat.val().last_lane);
        }
        self.valid_1.d.next =
            self.take.val() && self.parse.q.val() && (self.state.q.val() == OrderState::Feed);
        self.data_1.d.next = self.beat.val().data;
        self.from_1.d.next = self.from.val();
        self.until_1.d.next = self.before_end.val() & self.lanes.val();
        self.last_1.d.next = self.beat.val().eof || self.ends_here.val();
        // Payload 2: out.
        self.keep.next = self.from_1.q.val() & self.until_1.q.val();
        self.valid_2.d.next = self.valid_1.q.val() && self.keep.val().any();
        self.data_2.d.next = self.data_1.q.val();
        self.keep_2.d.next = self.keep.val();
        self.last_2.d.next = self.last_1.q.val();
        self.p_valid.next = self.valid_2.q.val();
        self.p_data.next = self.data_2.q.val();
        self.p_keep.next = self.keep_2.q.val();
        self.p_eof.next = self.last_2.q.val();

        self.f_load.next = self.load.q.val();
        self.f_session.next = self.found.q.val().session;
        self.f_parse.next = self.parse.q.val();
        self.f_rotation.next = self.rotation.q.val();
        self.f_lane.next = self.lane.q.val();
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
        self.body_1.d.next.generation = self.word.q.val().generation;
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
        self.seq_high.next = self.seq_end.q.val().get_bits::<13>(19);
        if self.start_1.q.val() > self.seq_end.q.val().get_bits::<19>(0) {
            self.seq_high.next = self.seq_end.q.val().get_bits::<13>(19) - 1;
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

        self.table_read.next = self.found.q.val().session;
        self.table_session.next = self.found.q.val().session;
        self.table_update.next = self.after.q.val();
        self.event_valid.next = self.out_valid.q.val();
        self.item.next = self.out.q.val();
        self.idle.next = self.state.q.val() == OrderState::Headers;
        if self.reset.val() {
            self.state.d.next = OrderState::Headers;
            self.valid_1.d.next = false;
            self.valid_2.d.next = false;
            self.load.d.next = false;
            self.finish.d.next = false;
            self.msg_1.d.next = false;
            self.msg_2.d.next = false;
            self.out_valid.d.next = false;
        }
    }
}
