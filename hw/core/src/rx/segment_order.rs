//! TCP order: which payload is parsed, and what a frame does to its session (docs/datapath.md, section 3).
#![allow(missing_docs)] // of the methods that RustHDL derives

use super::payload_feed::PayloadFeed;
use super::search::Search;
use super::words::{CommitView, Headers, LookupResult, PayloadBeat, Segment, SessionWord};
use crate::blocks::Code;
use fixnic_abi::{FrameClass, SessionState};
use rust_hdl::prelude::*;

/// Where the block is with a frame.
#[derive(Copy, Clone, Debug, PartialEq, LogicState)]
pub enum OrderState {
    /// Headers and lookup result are awaited.
    Headers,
    /// The session table is being read since the clock before, if no frame before stands in the way.
    Read,
    /// Its output is being registered.
    Fetch,
    /// delta = seq - rcv_nxt, and delta + len.
    Delta,
    /// The class follows from both.
    Class,
    /// The session has lost its place: how far behind the payload's first byte the next message begins, if that is known.
    Where,
    /// Whether that is in the payload.
    Start,
    /// Whether the payload is parsed from there, searched, or not looked at.
    Decide,
    /// An overlap, or what lies before a known start, is skipped, when it is certain.
    Overlap,
    /// The first clock of two in which the skipped bytes are counted.
    Skip,
    /// The frame is complete but for its beats, and waits for its turn.
    Ready,
    /// It is handed over.
    Hand,
}

/// Finds out what becomes of a frame while the one before is fed to the FIX path.
///
/// * Enters: beats, headers and lookup results, each from a FIFO; what [`FrameCommit`](super::frame_commit::FrameCommit) says of the
///   frames before.
/// * Leaves: load token and payload beats for the FIX path; what it knows of the frame, for `FrameCommit`.
/// * The first payload beat goes out six clocks after headers and lookup result are there. Beats of frames of one session and of
///   different sessions follow each other at the spacing of the FIX path: eight clocks between the last of one and the first of the next.
/// * Waits for whatever is missing, and for `FrameCommit` to take the frame.
///
/// A frame whose predecessor in the pipeline is of the same session and parsed *follows* it: it reckons with the rcv_nxt that
/// the predecessor will leave, and is only fed when that is certain, because the predecessor was good and did not lose
/// framing. If not, everything begins again when the predecessor was written back. Behind any other frame that may change the same
/// session it waits for the write-back at once.
///
/// The payload of a session that has lost its place passes through [`Search`], which asks the FIX path for a fresh context when it has
/// found a start. Such a frame takes four clocks more before it is fed and eight more afterwards, and no frame follows it.
#[derive(LogicBlock, Default)]
pub struct SegmentOrder {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Forgets the frame it is in.
    pub reset: Signal<In, Bit>,

    /// Beats of frames.
    pub beat: Signal<In, PayloadBeat>,
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
    /// Its word, two clocks later.
    pub table_word: Signal<In, SessionWord>,
    /// A frame begins.
    pub f_load: Signal<Out, Bit>,
    /// Its session.
    pub f_session: Signal<Out, Bits<10>>,
    /// It has bytes to parse.
    pub f_parse: Signal<Out, Bit>,
    /// Lanes to move up; from two clocks after `f_load` on.
    pub f_rotation: Signal<Out, Bits<3>>,
    /// Lane of the first byte in the stream; likewise.
    pub f_lane: Signal<Out, Bits<3>>,
    /// With `f_load`: the first byte begins a message, whatever came before.
    pub f_fresh: Signal<Out, Bit>,
    /// One clock after `f_fresh`: its TCP number, low 19 bits.
    pub f_start: Signal<Out, Bits<19>>,
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
    /// It is handed over; its beats follow.
    pub m_hand: Signal<Out, Bit>,
    /// It may be handed over in the next clock, if none is in this one.
    pub m_ready: Signal<In, Bit>,
    /// Beats of the frame that was handed over are still to come.
    pub m_feeding: Signal<Out, Bit>,
    /// A start was found in it: it is parsed.
    pub m_start_found: Signal<Out, Bit>,
    /// The frames before.
    pub view: Signal<In, CommitView>,
    /// No frame is in the block.
    pub idle: Signal<Out, Bit>,

    feed: PayloadFeed,
    state: DFF<OrderState>,
    h: DFF<Headers>,
    found: DFF<LookupResult>,
    word: DFF<SessionWord>,
    follows: DFF<Bit>,
    again: DFF<Bit>, // it did not leave what was reckoned with: wait for the write-back
    rcv_nxt_next: DFF<Bits<32>>, // as the frame before will leave it
    // A clock ahead, as near, far and written frames will be.
    tracked: DFF<Bit>,
    near_same: DFF<Bit>,
    far_same: DFF<Bit>,
    written_same: DFF<Bit>,
    delta: DFF<Bits<32>>,
    no_delta: DFF<Bit>,     // delta is 0
    no_reach: DFF<Bit>,     // reach is 0
    has_payload: DFF<Bit>,  // payload_length is not
    reach: DFF<Bits<32>>,   // delta + len
    seq_end: DFF<Bits<32>>, // seq + len
    is_tcp: DFF<Bit>,
    may_parse: DFF<Bit>, // as far as the headers decide it
    frame_class: DFF<Bits<4>>,
    parse: DFF<Bit>,
    lane: DFF<Bits<3>>, // of the first parsed byte in the stream
    rotation: DFF<Bits<3>>,
    loses: DFF<Bit>,       // a good frame of this class makes the session LOST
    taken: DFF<Bit>,       // a good frame of this class moves rcv_nxt
    hidden: DFF<Bit>,      // the session looks for its place
    hidden_next: DFF<Bit>, // as the frame before will leave it
    // A session that has lost its place.
    first_seq: DFF<Bits<32>>, // of the first byte that is taken
    first_lane: DFF<Bits<3>>, // its lane in its beat
    base_seq: DFF<Bits<19>>,  // of lane 0 of that beat
    start_seq: DFF<Bits<32>>, // of the next message, if it is known
    ahead_by: DFF<Bits<32>>,  // how far behind the payload's first byte that is
    known: DFF<Bit>,          // it is known, and not before the payload
    beyond: DFF<Bit>,         // it is behind the payload
    left: DFF<Bits<18>>,      // by how much
    searching: DFF<Bit>,
    search: Search,
    // The frame that passes the search.
    passing: DFF<Bit>,
    passing_session: DFF<Bits<10>>,
    passing_rotation: DFF<Bits<3>>,
    flushed: DFF<Bits<3>>,
    extra: DFF<Bits<16>>,
    load: DFF<Bit>,
    load_1: DFF<Bit>,
    asked: DFF<Bit>,   // the load token has left, or does now
    handing: DFF<Bit>, // the state is Hand: beats and their counts hang on it
    paused: DFF<Bit>,  // no beat was thrown away in the last clock
    path_valid: DFF<Bit>,
    path_data: DFF<Bits<64>>,
    path_keep: DFF<Bits<8>>,
    path_eof: DFF<Bit>,
    loaded: DFF<Bit>, // two clocks ago or more

    near: Signal<Local, Bit>,
    far: Signal<Local, Bit>,
    written: Signal<Local, Bit>,
    same_near: Signal<Local, Bit>,
    same_far: Signal<Local, Bit>,
    asks_for: Signal<Local, Bits<10>>,
    rcv_nxt: Signal<Local, Bits<32>>,
    table_state: Signal<Local, Bits<3>>,
    tcp_seq: Signal<Local, Bits<32>>,
    offset: Signal<Local, Bits<8>>,
    behind: Signal<Local, Bits<16>>,
    segment: Signal<Local, Segment>,
    certain: Signal<Local, Bit>,
    mistaken: Signal<Local, Bit>,
    parses: Signal<Local, Bit>,
    takes: Signal<Local, Bit>,
    loses_place: Signal<Local, Bit>,
    redo: Signal<Local, Bit>,
    table_hidden: Signal<Local, Bit>,
    wide_length: Signal<Local, Bits<32>>,
    first_low: Signal<Local, Bits<32>>,
    start_low: Signal<Local, Bits<32>>,
    found_start: Signal<Local, Bits<19>>,
    will_be_certain: Signal<Local, Bit>,
    may_hand: Signal<Local, Bit>,
    stays: Signal<Local, Bit>, // nothing more is to be found out
    hand: Signal<Local, Bit>,
    early: Signal<Local, Bit>,
    zero: Code<0, 16>,
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
    s_search: Code<{ SessionState::Search as u64 }, 3>,
    s_probe: Code<{ SessionState::Probe as u64 }, 3>,
    s_candidate: Code<{ SessionState::Candidate as u64 }, 3>,
}

#[expect(
    clippy::collapsible_if,
    reason = "while a frame passes the search, and then when its last beat was taken"
)]
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
            follows,
            again,
            rcv_nxt_next,
            tracked,
            near_same,
            far_same,
            written_same,
            delta,
            no_delta,
            no_reach,
            has_payload,
            reach,
            seq_end,
            is_tcp,
            may_parse,
            frame_class,
            parse,
            lane,
            rotation,
            loses,
            taken,
            hidden,
            hidden_next,
            first_seq,
            first_lane,
            base_seq,
            start_seq,
            ahead_by,
            known,
            beyond,
            left,
            searching,
            passing,
            passing_session,
            passing_rotation,
            flushed,
            extra,
            load,
            load_1,
            loaded,
            asked,
            handing,
            paused,
            path_valid,
            path_data,
            path_keep,
            path_eof
        );
        self.feed.clock.next = self.clock.val();
        self.feed.reset.next = self.reset.val();
        self.search.clock.next = self.clock.val();
        self.parses.next = false;
        self.takes.next = false;
        self.loses_place.next = false;
        self.redo.next = false;
        self.stays.next = true;
        self.frame_read.next = false;
        self.handing.d.next = false;
        self.hand.next = self.handing.q.val();
        self.feed.extend.next = false;

        // What the frames before may still do to the session.
        self.near.next = self.tracked.q.val() && self.view.val().near_changes && self.near_same.q.val();
        self.far.next = self.tracked.q.val() && self.view.val().far_changes && self.far_same.q.val();
        self.written.next = self.tracked.q.val() && self.view.val().written && self.written_same.q.val();
        self.asks_for.next = self.found.q.val().session;
        if self.state.q.val() == OrderState::Headers {
            self.asks_for.next = self.lookup.val().session;
        }
        self.same_near.next = self.view.val().near_session == self.asks_for.val();
        self.same_far.next = self.view.val().far_session == self.asks_for.val();
        self.near_same.d.next = self.same_near.val();
        self.far_same.d.next = self.same_far.val();
        if self.view.val().far_idle {
            self.far_same.d.next = self.same_near.val();
        }
        self.written_same.d.next = self.same_far.val();
        self.certain.next = !self.follows.q.val() || (self.view.val().settled && !self.view.val().spoiled);
        self.will_be_certain.next =
            !self.follows.q.val() || (self.view.val().settles && !self.view.val().spoils);
        self.may_hand.next = self.will_be_certain.val() && self.m_ready.val() && self.feed.ready.val();
        self.mistaken.next = self.follows.q.val() && self.view.val().settled && self.view.val().spoiled;

        self.rcv_nxt.next = self.word.q.val().rcv_nxt;
        if self.follows.q.val() {
            self.rcv_nxt.next = self.rcv_nxt_next.q.val();
        }
        self.table_state.next = self.word.q.val().state;
        self.behind.next = self.delta.q.val().get_bits::<16>(0);
        self.tcp_seq.next = self.h.q.val().tcp_seq;
        self.offset.next = self.h.q.val().payload_offset;
        self.rotation.d.next = self.tcp_seq.val().get_bits::<3>(0) - self.offset.val().get_bits::<3>(0);
        self.seq_end.d.next = self.h.q.val().tcp_seq + bit_cast::<32, 16>(self.h.q.val().payload_length);
        self.wide_length.next = bit_cast::<32, 16>(self.h.q.val().payload_length);
        self.first_low.next = self.first_seq.q.val();
        self.table_hidden.next = (self.table_state.val() == self.s_probe.val())
            || (self.table_state.val() == self.s_candidate.val());
        if self.follows.q.val() {
            self.table_hidden.next = self.hidden_next.q.val();
        }
        match self.state.q.val() {
            OrderState::Headers => {
                self.h.d.next = self.headers.val();
                self.found.d.next = self.lookup.val();
                self.tracked.d.next =
                    self.lookup.val().hit && (self.headers.val().class == self.unknown.val());
                self.again.d.next = false;
                if self.headers_valid.val() && self.lookup_valid.val() {
                    self.frame_read.next = true;
                    self.state.d.next = OrderState::Read;
                }
            }
            OrderState::Read => {
                self.is_tcp.d.next = self.h.q.val().class == self.unknown.val();
                self.may_parse.d.next =
                    self.tracked.q.val() && self.h.q.val().payload_length.any() && !self.h.q.val().control;
                self.has_payload.d.next = self.h.q.val().payload_length.any();
                self.follows.d.next = false;
                self.rcv_nxt_next.d.next = self.view.val().far_seq_end;
                self.hidden_next.d.next = self.view.val().far_hidden;
                if self.near.val() {
                    self.rcv_nxt_next.d.next = self.view.val().near_seq_end;
                    self.hidden_next.d.next = self.view.val().near_hidden;
                    if self.view.val().near_parses && !self.again.q.val() {
                        self.follows.d.next = true;
                        self.state.d.next = OrderState::Fetch;
                    }
                } else if self.far.val() {
                    if self.view.val().far_commits && !self.view.val().near_busy && !self.again.q.val() {
                        self.follows.d.next = true;
                        self.state.d.next = OrderState::Fetch;
                    }
                } else if !self.written.val() {
                    self.state.d.next = OrderState::Fetch;
                }
            }
            OrderState::Fetch => {
                self.word.d.next = self.table_word.val();
                self.state.d.next = OrderState::Delta;
            }
            OrderState::Delta => {
                self.delta.d.next = self.h.q.val().tcp_seq - self.rcv_nxt.val();
                self.reach.d.next = self.seq_end.q.val() - self.rcv_nxt.val();
                self.no_delta.d.next = self.h.q.val().tcp_seq == self.rcv_nxt.val();
                self.no_reach.d.next = self.seq_end.q.val() == self.rcv_nxt.val();
                // An overlap is parsed from rcv_nxt on, and a frame in order begins there.
                self.lane.d.next = self.rcv_nxt.val().get_bits::<3>(0);
                self.state.d.next = OrderState::Class;
            }
            OrderState::Class => {
                self.loses.d.next = false;
                self.searching.d.next = false;
                self.extra.d.next = self.zero.val() - self.behind.val();
                self.frame_class.d.next = self.h.q.val().class;
                self.state.d.next = OrderState::Ready;
                if self.tracked.q.val() {
                    if (self.table_state.val() == self.s_lost.val())
                        || (self.table_state.val() == self.s_free.val())
                    {
                        self.frame_class.d.next = self.not_tracked.val();
                    } else if self.h.q.val().control {
                        self.frame_class.d.next = self.control.val();
                        self.loses.d.next = self.has_payload.q.val()
                            && !self.no_reach.q.val()
                            && !self.reach.q.val().get_bit(31);
                    } else if !self.has_payload.q.val() {
                        self.frame_class.d.next = self.empty.val();
                    } else if self.no_delta.q.val() {
                        self.frame_class.d.next = self.in_order.val();
                        self.takes.next = true;
                    } else if !self.delta.q.val().get_bit(31) {
                        // Where its next message begins, the frame before says only when it is written back.
                        self.frame_class.d.next = self.ahead.val();
                        self.takes.next = true;
                        self.loses_place.next = true;
                        self.redo.next = self.follows.q.val();
                    } else if self.reach.q.val().get_bit(31) || self.no_reach.q.val() {
                        self.frame_class.d.next = self.old.val();
                    } else {
                        self.frame_class.d.next = self.overlap.val();
                        self.takes.next = true;
                        self.stays.next = false;
                        self.state.d.next = OrderState::Overlap;
                    }
                }
                if (self.table_state.val() == self.s_search.val()) && !self.follows.q.val() {
                    self.loses_place.next = true;
                }
                self.taken.d.next = self.takes.val();
                self.hidden.d.next = self.takes.val() && (self.loses_place.val() || self.table_hidden.val());
                self.parses.next = self.takes.val() && !self.loses_place.val();
                self.parse.d.next = self.parses.val();
                if self.takes.val() && self.loses_place.val() {
                    self.stays.next = false;
                    self.state.d.next = OrderState::Where;
                }
                if self.redo.val() {
                    self.state.d.next = OrderState::Read;
                }
                // At once, if nothing stands in the way, whether it is parsed or not.
                if self.stays.val()
                    && self.may_hand.val()
                    && (self.load_1.q.val() || self.loaded.q.val() || !self.may_parse.q.val())
                {
                    self.handing.d.next = true;
                    self.state.d.next = OrderState::Hand;
                }
            }
            OrderState::Where => {
                self.first_seq.d.next = self.word.q.val().rcv_nxt;
                if self.frame_class.q.val() == self.ahead.val() {
                    self.first_seq.d.next = self.h.q.val().tcp_seq;
                }
                self.ahead_by.d.next = bit_cast::<32, 18>(self.word.q.val().ahead) - self.delta.q.val();
                self.start_seq.d.next =
                    self.word.q.val().rcv_nxt + bit_cast::<32, 18>(self.word.q.val().ahead);
                self.state.d.next = OrderState::Start;
            }
            OrderState::Start => {
                self.first_lane.d.next = self.first_low.val().get_bits::<3>(0) - self.rotation.q.val();
                self.known.d.next = self.word.q.val().ahead.any() && !self.ahead_by.q.val().get_bit(31);
                self.beyond.d.next = self.ahead_by.q.val() >= self.wide_length.val();
                self.left.d.next =
                    self.ahead_by.q.val().get_bits::<18>(0) - self.wide_length.val().get_bits::<18>(0);
                self.state.d.next = OrderState::Decide;
            }
            OrderState::Decide => {
                self.base_seq.d.next =
                    self.first_low.val().get_bits::<19>(0) - bit_cast::<19, 3>(self.first_lane.q.val());
                self.state.d.next = OrderState::Ready;
                if !self.known.q.val() || !self.beyond.q.val() {
                    self.left.d.next = 0.into();
                    self.searching.d.next = true;
                    if self.frame_class.q.val() == self.overlap.val() {
                        self.state.d.next = OrderState::Overlap;
                    }
                    if self.known.q.val() {
                        self.extra.d.next = self.ahead_by.q.val().get_bits::<16>(0);
                        self.state.d.next = OrderState::Overlap;
                    }
                }
            }
            OrderState::Overlap => {
                if self.mistaken.val() {
                    self.state.d.next = OrderState::Read;
                } else if self.certain.val() && self.feed.ready.val() && self.paused.q.val() {
                    self.feed.extend.next = true;
                    self.state.d.next = OrderState::Skip;
                }
            }
            OrderState::Skip => {
                self.state.d.next = OrderState::Ready;
            }
            OrderState::Ready => {
                if self.mistaken.val() {
                    self.state.d.next = OrderState::Read;
                } else if self.may_hand.val()
                    && (self.load_1.q.val() || self.loaded.q.val() || !self.parse.q.val())
                {
                    self.handing.d.next = true;
                    self.state.d.next = OrderState::Hand;
                }
            }
            OrderState::Hand => {
                self.state.d.next = OrderState::Headers;
            }
            _ => {
                self.state.d.next = OrderState::Headers;
            }
        }
        self.m_hand.next = self.handing.q.val();

        // The session's context is asked for as soon as the FIX path is free, whether the frame will be parsed or not.
        self.early.next = (self.state.q.val() == OrderState::Fetch)
            || (self.state.q.val() == OrderState::Delta)
            || (self.state.q.val() == OrderState::Class)
            || (self.state.q.val() == OrderState::Where)
            || (self.state.q.val() == OrderState::Start)
            || (self.state.q.val() == OrderState::Decide)
            || (self.state.q.val() == OrderState::Overlap)
            || (self.state.q.val() == OrderState::Skip)
            || (self.state.q.val() == OrderState::Ready)
            || (self.state.q.val() == OrderState::Hand);
        self.load.d.next = false;
        self.load_1.d.next = self.load.q.val();
        if self.load_1.q.val() {
            self.loaded.d.next = true;
        }
        if self.hand.val() {
            // A load that is on its way was this frame's, not the next one's.
            self.asked.d.next = false;
            self.load_1.d.next = false;
            self.loaded.d.next = false;
        } else if self.early.val()
            && self.may_parse.q.val()
            && self.view.val().path_free
            && !self.asked.q.val()
            && !self.mistaken.val()
            && !self.redo.val()
        {
            self.load.d.next = true;
            self.asked.d.next = true;
        }
        if self.redo.val()
            || (self.mistaken.val()
                && ((self.state.q.val() == OrderState::Overlap) || (self.state.q.val() == OrderState::Ready)))
        {
            self.again.d.next = true;
            self.asked.d.next = false;
            self.load_1.d.next = false;
            self.loaded.d.next = false;
        }
        // The search asks for it anew, when the frame it searches has been handed over.
        self.found_start.next = self.search.start.val();
        self.f_load.next = self.load.q.val() || self.search.load.val();
        self.f_session.next = self.found.q.val().session;
        self.f_parse.next = true;
        self.f_rotation.next = self.rotation.q.val();
        self.f_lane.next = self.lane.q.val();
        self.f_fresh.next = self.passing.q.val();
        self.f_start.next = self.found_start.val();
        if self.passing.q.val() {
            self.f_session.next = self.passing_session.q.val();
            self.f_rotation.next = self.passing_rotation.q.val();
            self.f_lane.next = self.found_start.val().get_bits::<3>(0);
        }
        self.m_start_found.next = self.search.load.val();

        // Beats.
        self.feed.pause.next = self.state.q.val() == OrderState::Overlap;
        self.paused.d.next = self.state.q.val() == OrderState::Overlap;
        self.feed.beat.next = self.beat.val();
        self.feed.beat_valid.next = self.beat_valid.val();
        self.beat_read.next = self.feed.beat_read.val();
        self.feed.known.next = self.early.val();
        self.feed.offset.next = self.h.q.val().payload_offset;
        self.feed.payload_end.next = self.h.q.val().end;
        self.feed.nothing.next = !self.is_tcp.q.val();
        self.feed.extra.next = self.extra.q.val();
        self.feed.start.next = self.hand.val();
        self.feed.parse.next = self.parse.q.val() || self.searching.q.val();
        self.feed.searched.next = self.searching.q.val();
        self.m_feeding.next = self.feed.feeding.val() || self.passing.q.val();
        self.p_valid.next = self.path_valid.q.val();
        self.p_data.next = self.path_data.q.val();
        self.p_keep.next = self.path_keep.q.val();
        self.p_eof.next = self.path_eof.q.val();

        // Through the search, and out of it when the last beat was taken.
        self.start_low.next = self.start_seq.q.val();
        // Until the frame is handed over: that it is, is known late.
        self.search.restart.next = !self.passing.q.val();
        self.search.first_seq.next = self.base_seq.q.val();
        self.search.known.next = self.known.q.val();
        self.search.known_seq.next = self.start_low.val().get_bits::<19>(0);
        self.search.s_valid.next = self.feed.p_valid.val() && self.passing.q.val();
        self.search.s_data.next = self.feed.p_data.val();
        self.search.s_keep.next = self.feed.p_keep.val();
        self.search.s_last.next = self.feed.p_eof.val();
        self.search.flush.next = self.passing.q.val() && !self.feed.feeding.val();
        if self.passing.q.val() {
            if !self.feed.feeding.val() {
                self.flushed.d.next = self.flushed.q.val() + 1;
                if self.flushed.q.val().all() {
                    self.passing.d.next = false;
                }
            }
        }
        if self.hand.val() {
            self.passing.d.next = self.searching.q.val();
            self.passing_session.d.next = self.found.q.val().session;
            self.passing_rotation.d.next = self.rotation.q.val();
            self.flushed.d.next = 0.into();
        }

        // To the FIX path from registers of its own. While a frame passes the search, no other is handed over.
        self.path_valid.d.next = self.feed.n_valid.val();
        self.path_data.d.next = self.feed.n_data.val();
        self.path_keep.d.next = self.feed.n_keep.val();
        self.path_eof.d.next = self.feed.n_eof.val();
        if self.passing.q.val() {
            self.path_valid.d.next = self.search.m_valid.val();
            self.path_data.d.next = self.search.m_data.val();
            self.path_keep.d.next = self.search.m_keep.val();
            self.path_eof.d.next = self.search.m_last.val();
        }

        // What is known of the frame.
        self.segment.next.class = self.frame_class.q.val();
        self.segment.next.is_tcp = self.is_tcp.q.val();
        self.segment.next.taken = self.taken.q.val();
        self.segment.next.parse = self.parse.q.val();
        self.segment.next.searching = self.searching.q.val();
        self.segment.next.hidden = self.hidden.q.val();
        self.segment.next.ahead = self.left.q.val();
        self.segment.next.loses = self.loses.q.val();
        self.segment.next.follows = self.follows.q.val();
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
        // A clock early: the word has a register behind the table's RAM.
        self.table_read.next = self.asks_for.val();
        self.idle.next =
            (self.state.q.val() == OrderState::Headers) && !self.feed.feeding.val() && !self.passing.q.val();
        if self.reset.val() {
            self.state.d.next = OrderState::Headers;
            self.handing.d.next = false;
            self.load.d.next = false;
            self.load_1.d.next = false;
            self.asked.d.next = false;
            self.loaded.d.next = false;
            self.passing.d.next = false;
            self.path_valid.d.next = false;
        }
    }
}
