//! TCP order: which payload is parsed, and what a frame does to its session (docs/datapath.md, section 3).
#![allow(missing_docs)] // of the methods that RustHDL derives

use super::words::{Beat, Headers, LookupResult, Segment, SessionWord};
use crate::blocks::Code;
use fixnic_abi::{FrameClass, SessionState};
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
    /// It waits to be handed over.
    Hand,
}

/// Feeds frames one after the other to the FIX path, while [`FrameCommit`](super::frame_commit::FrameCommit) ends the one before.
///
/// * Enters: beats, headers and lookup results, each from a FIFO.
/// * Leaves: load token and payload beats for the FIX path; what it knows of the frame, for `FrameCommit`.
/// * The first payload beat goes out ten clocks after headers and lookup result are there, and the beats before it have been thrown
///   away by then. A frame without payload to parse takes two clocks more than it has beats.
/// * Waits for whatever is missing; for `FrameCommit` to take the frame; and, before it reads the session's word, until a
///   segment of the same session was written back.
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
    /// Headers and lookup result are taken.
    pub frame_read: Signal<Out, Bit>,

    /// Session to read.
    pub table_read: Signal<Out, Bits<10>>,
    /// Its word, one clock later.
    pub table_word: Signal<In, SessionWord>,
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
    /// What is known of the frame.
    pub m_segment: Signal<Out, Segment>,
    /// All its beats were fed.
    pub m_hand: Signal<Out, Bit>,
    /// It may be handed over.
    pub m_ready: Signal<In, Bit>,
    /// A segment that may change `held_session` is not yet written back.
    pub holds: Signal<In, Bit>,
    /// Its session.
    pub held_session: Signal<In, Bits<10>>,
    /// The FIX path may not yet begin a frame.
    pub path_busy: Signal<In, Bit>,
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

    take: Signal<Local, Bit>,
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
    segment: Signal<Local, Segment>,
    waits: Signal<Local, Bit>,
    parses: Signal<Local, Bit>,
    early: Signal<Local, Bit>,
    eight: Code<8, 18>,
    unknown: Code<{ FrameClass::Unknown as u64 }, 4>,
    not_tracked: Code<{ FrameClass::NotTracked as u64 }, 4>,
    control: Code<{ FrameClass::Control as u64 }, 4>,
    empty: Code<{ FrameClass::Empty as u64 }, 4>,
    in_order: Code<{ FrameClass::InOrder as u64 }, 4>,
    ahead: Code<{ FrameClass::Ahead as u64 }, 4>,
    old: Code<{ FrameClass::Old as u64 }, 4>,
    overlap: Code<{ FrameClass::Overlap as u64 }, 4>,
    s_free: Code<{ SessionState::Free as u64 }, 3>,
    s_lost: Code<{ SessionState::Lost as u64 }, 3>,
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
            valid_1,
            data_1,
            from_1,
            until_1,
            last_1,
            valid_2,
            data_2,
            keep_2,
            last_2,
            load
        );
        self.parses.next = false;
        self.load.d.next = false;
        self.frame_read.next = false;
        self.m_hand.next = false;
        self.waits.next = self.holds.val()
            && self.found.q.val().hit
            && (self.held_session.val() == self.found.q.val().session);

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
                if self.headers_valid.val() && self.lookup_valid.val() {
                    self.state.d.next = OrderState::Read;
                }
            }
            OrderState::Read => {
                self.is_tcp.d.next = self.h.q.val().class == self.unknown.val();
                if !self.waits.val() {
                    self.state.d.next = OrderState::Fetch;
                }
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
                        self.parses.next = true;
                    } else if !self.delta.q.val().get_bit(31) {
                        self.frame_class.d.next = self.ahead.val();
                        self.loses.d.next = true;
                    } else if self.reach.q.val().get_bit(31) || !self.reach.q.val().any() {
                        self.frame_class.d.next = self.old.val();
                    } else {
                        self.frame_class.d.next = self.overlap.val();
                        self.parses.next = true;
                        self.skip.d.next = bit_cast::<18, 16>(self.h.q.val().payload_length)
                            - self.reach.q.val().get_bits::<18>(0);
                    }
                }
                self.parse.d.next = self.parses.val();
                self.state.d.next = OrderState::Load;
                if !self.parses.val() {
                    self.state.d.next = OrderState::Feed;
                }
            }
            OrderState::Load => {
                self.start_left.d.next = self.header_left.q.val() + self.skip.q.val();
                if !self.path_busy.val() {
                    self.load.d.next = true;
                    self.state.d.next = OrderState::Feed;
                }
            }
            OrderState::Feed => {
                if self.drained.q.val() {
                    self.state.d.next = OrderState::Hand;
                }
            }
            OrderState::Hand => {
                if self.m_ready.val() {
                    self.m_hand.next = true;
                    self.frame_read.next = true;
                    self.state.d.next = OrderState::Headers;
                }
            }
            _ => {
                self.state.d.next = OrderState::Headers;
            }
        }

        // Beats: those before the payload are thrown away while the class is found, the rest is taken in Feed. The
        // payload's offset is below 256, so that five bits of header_left say whether a whole beat is before it.
        self.early.next = !self.is_tcp.q.val() && (self.state.q.val() != OrderState::Read);
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
                && (self.header_left.q.val().get_bits::<5>(3).any() || self.early.val())
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
                if self.state.q.val() == OrderState::Feed {
                    self.state.d.next = OrderState::Hand;
                }
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
        // What is known of the frame.
        self.segment.next.class = self.frame_class.q.val();
        self.segment.next.is_tcp = self.is_tcp.q.val();
        self.segment.next.parse = self.parse.q.val();
        self.segment.next.loses = self.loses.q.val();
        self.segment.next.vlan = self.h.q.val().vlan;
        self.segment.next.plain_ip = self.h.q.val().plain_ip;
        self.segment.next.session = self.found.q.val().session;
        self.segment.next.state = self.word.q.val().state;
        self.segment.next.generation = self.word.q.val().generation;
        self.segment.next.rcv_nxt = self.word.q.val().rcv_nxt;
        self.segment.next.seq_end = self.seq_end.q.val();
        self.segment.next.payload_offset = self.h.q.val().payload_offset;
        self.segment.next.payload_length = self.h.q.val().payload_length;
        self.segment.next.end = self.h.q.val().end;
        self.m_segment.next = self.segment.val();
        self.table_read.next = self.found.q.val().session;
        self.idle.next = self.state.q.val() == OrderState::Headers;
        if self.reset.val() {
            self.state.d.next = OrderState::Headers;
            self.valid_1.d.next = false;
            self.valid_2.d.next = false;
            self.load.d.next = false;
        }
    }
}
