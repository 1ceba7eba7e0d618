//! The end of each frame: whether it is good, what it did to its session, its entries.
#![allow(missing_docs)] // of the methods that RustHDL derives

use super::candidate_table::CandidateWord;
use super::entry_format::EntryEvent;
use super::entry_words::{FrameBody, MsgBody, ResyncBody};
use super::words::{CommitView, FrameEnd, Segment, SessionWord};
use crate::blocks::Code;
use fixnic_abi::entry::{frame_flags, msg_flags};
use fixnic_abi::limits::NO_SESSION;
use fixnic_abi::{EntryKind, FrameClass, SessionState, Verdict};
use rust_hdl::prelude::*;

/// Where the block is with the near frame, the last that was handed over.
#[derive(Copy, Clone, Debug, PartialEq, LogicState)]
pub enum NearState {
    /// There is none; the next one's length is compared, if its end is there.
    Idle,
    /// Its end is awaited: whether it is good.
    End,
    /// Its length is compared with what the IPv4 header says.
    Compare,
    /// The class is final.
    Judge,
    /// Its last beat is awaited, so that the FIX path can be told its end.
    Close,
    /// The place of the far frame is awaited.
    Move,
}

/// Where the block is with the far frame, the one before.
#[derive(Copy, Clone, Debug, PartialEq, LogicState)]
pub enum FarState {
    /// There is none.
    Idle,
    /// The FIX path's end is awaited.
    Path,
    /// Its last message is on its way.
    Last,
    /// The RESYNC event goes out, if one is due.
    Propose,
    /// The FRAME event goes out, and the session's word is written back.
    Tell,
}

/// Ends frames one after the other, while [`SegmentOrder`](super::segment_order::SegmentOrder) feeds the next.
///
/// * Enters: segments, followed while no frame is near and kept from `hand` on; frame ends from a FIFO; the FIX path's messages and ends.
/// * Leaves: the end token for the FIX path; MSG, RESYNC and FRAME events; writes to the session and candidate tables; the view of both frames. The
///   end token goes out two clocks after the last payload beat, when the frame's end is known five clocks before, or the frame is handed over two
///   clocks before with its end there since the clock before that; FRAME five to seven clocks after segment and end are there, or fourteen after the end token when the segment was parsed, fifteen when the session
///   looks for its place.
/// * Two frames are in the block: the near one is judged while the far one's end passes the FIX path.
/// * Waits for whatever is missing. Nothing behind it can make it wait.
///
/// A frame that ends before the length its IPv4 header gives is found out too late to take its payload back: what came
/// of it has been parsed, its class becomes BAD_LENGTH, and it is never committed.
#[derive(LogicBlock, Default)]
pub struct FrameCommit {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Forgets the frames it is in.
    pub reset: Signal<In, Bit>,
    /// What the headers and the session say of the frame.
    pub segment: Signal<In, Segment>,
    /// It is handed over.
    pub hand: Signal<In, Bit>,
    /// It may be handed over in the next clock, if none is in this one.
    pub ready: Signal<Out, Bit>,
    /// Beats of it are still to come.
    pub feeding: Signal<In, Bit>,
    /// A start was found in it.
    pub start_found: Signal<In, Bit>,
    /// Both frames, for the next one.
    pub view: Signal<Out, CommitView>,
    /// No frame is in the block.
    pub idle: Signal<Out, Bit>,
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
    /// Session to read or write in the candidate table.
    pub candidate_session: Signal<Out, Bits<10>>,
    /// Its candidate, three clocks later.
    pub candidate_word: Signal<In, CandidateWord>,
    /// Writes it.
    pub candidate_write: Signal<Out, Bit>,
    /// What is written.
    pub candidate_update: Signal<Out, CandidateWord>,
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
    /// It is the session's candidate.
    pub m_candidate: Signal<In, Bit>,
    /// The frame's end has left the FIX path.
    pub e_valid: Signal<In, Bit>,
    /// Framing was lost.
    pub e_lost: Signal<In, Bit>,
    /// The session is in HOLD.
    pub e_hold: Signal<In, Bit>,
    /// No candidate has been found since the start.
    pub e_probing: Signal<In, Bit>,
    /// TCP number of the last byte of the message under way, or of the last one until its BodyLength is read; low bits.
    pub e_message_end: Signal<In, Bits<19>>,
    /// Six clocks after the end token: framing was lost in its frame, or may have been.
    pub e_lost_soon: Signal<In, Bit>,

    /// MSG or FRAME.
    pub event_valid: Signal<Out, Bit>,
    /// Its content.
    pub item: Signal<Out, EntryEvent>,

    // The near frame.
    near: DFF<NearState>,
    s: DFF<Segment>,
    last: DFF<FrameEnd>,
    ended: DFF<Bit>, // no frame was near in the clock before, and the next one's end was there
    cut_short: DFF<Bit>,
    good: DFF<Bit>,
    commit: DFF<Bit>,
    // Its end for the FIX path.
    finish: DFF<Bit>,
    finish_commits: DFF<Bit>,
    since_end: DFF<Bits<3>>, // clocks since `finish`, seven at most
    lost: DFF<Bit>,          // framing, in the last parsed frame, once `since_end` is seven
    settled: DFF<Bit>,       // no frame is near, and `since_end` is seven
    path_open: DFF<Bit>,     // a parsed frame was handed over and its end is not told
    // The far frame.
    far: DFF<FarState>,
    t: DFF<Segment>,
    t_last: DFF<FrameEnd>,
    t_good: DFF<Bit>,
    t_commit: DFF<Bit>,
    after: DFF<SessionWord>, // the far frame, and until the next one is there what it left
    told: DFF<Bit>,          // the session's word is on its way into the table
    written: DFF<Bit>,       // it has got there: a read that began before this clock may not have it
    written_session: DFF<Bits<10>>,
    messages: DFF<Bits<8>>,
    // The candidate found in the frame.
    found: DFF<Bit>,
    found_seq: DFF<Bits<32>>,
    found_number: DFF<Bits<40>>,
    candidate_1: DFF<Bit>,
    candidate_2: DFF<Bit>,
    // Messages on their way: 1 as they come, 2 with their TCP number.
    msg_1: DFF<Bit>,
    body_1: DFF<MsgBody>,
    start_1: DFF<Bits<19>>,
    seq_end_1: DFF<Bits<32>>,
    msg_2: DFF<Bit>,
    body_2: DFF<MsgBody>,
    out_valid: DFF<Bit>,
    out: DFF<EntryEvent>,

    hidden: Signal<Local, Bit>,
    far_seq_end: Signal<Local, Bits<32>>,
    last_byte: Signal<Local, Bits<19>>,
    ahead: Signal<Local, Bits<19>>,
    repeats: Signal<Local, Bits<6>>,
    candidate: Signal<Local, CandidateWord>,
    proposal: Signal<Local, ResyncBody>,
    proposes: Signal<Local, Bit>,
    framing_is_lost: Signal<Local, Bit>,
    verdict_stands: Signal<Local, Bit>,
    k_resync: Code<{ EntryKind::Resync as u64 }, 8>,
    s_search: Code<{ SessionState::Search as u64 }, 3>,
    s_probe: Code<{ SessionState::Probe as u64 }, 3>,
    s_candidate: Code<{ SessionState::Candidate as u64 }, 3>,
    v_malformed: Code<{ Verdict::Malformed as u64 }, 4>,
    v_ambiguous: Code<{ Verdict::Ambiguous as u64 }, 4>,
    v_untracked: Code<{ Verdict::Untracked as u64 }, 8>,
    unseen: Code<{ (msg_flags::VERIFIED | msg_flags::GAP_OPENED | msg_flags::GAP_CLOSED) as u64 }, 16>,
    moves: Signal<Local, Bit>,
    closes: Signal<Local, Bit>,
    losing: Signal<Local, Bit>,
    prior: Signal<Local, SessionWord>,
    of_far: Signal<Local, Bit>,
    segment_bad: Signal<Local, Bit>,
    is_good: Signal<Local, Bit>,
    flags: Signal<Local, Bits<16>>,
    frame: Signal<Local, FrameBody>,
    length: Signal<Local, Bits<19>>,
    seq_end: Signal<Local, Bits<32>>,
    seq_high: Signal<Local, Bits<13>>,
    session: Signal<Local, Bits<10>>,
    far_session: Signal<Local, Bits<10>>,
    frame_bytes: Signal<Local, Bits<17>>,
    is_cut_short: Signal<Local, Bit>,
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
    spacing: Code<2, 3>, // so that the load token is four clocks behind the end token
    standard: Code<1514, 12>,
    standard_vlan: Code<1518, 12>,
}

impl Logic for FrameCommit {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            near,
            s,
            last,
            ended,
            cut_short,
            good,
            commit,
            finish,
            finish_commits,
            since_end,
            lost,
            settled,
            path_open,
            far,
            t,
            t_last,
            t_good,
            t_commit,
            after,
            told,
            written,
            written_session,
            messages,
            found,
            found_seq,
            found_number,
            candidate_1,
            candidate_2,
            msg_1,
            body_1,
            start_1,
            seq_end_1,
            msg_2,
            body_2,
            out_valid,
            out
        );
        self.segment_bad.next = false;
        self.is_good.next = false;
        self.finish.d.next = false;
        self.told.d.next = false;
        self.written.d.next = self.told.q.val() && (self.t.q.val().taken || self.t.q.val().loses);
        self.written_session.d.next = self.t.q.val().session;
        self.moves.next = false;
        self.closes.next = false;
        self.table_write.next = false;
        self.frame_end_read.next = false;
        self.out_valid.d.next = false;
        self.out.d.next.frame = false;
        self.out.d.next.body = self.body_2.q.val().into();
        self.ended.d.next = false;
        self.frame_bytes.next = bit_cast::<17, 12>(self.last.q.val().length);
        self.is_cut_short.next = self.s.q.val().is_tcp && (self.s.q.val().end > self.frame_bytes.val());

        // Flags of FRAME.
        self.far_session.next = self.t.q.val().session;
        self.flags.next = 0.into();
        if self.t_commit.q.val() {
            self.flags.next = self.flags.val() | self.committed.val();
        }
        if self.t_last.q.val().fcs_bad {
            self.flags.next = self.flags.val() | self.fcs_bad.val();
        }
        if self.t_last.q.val().truncated {
            self.flags.next = self.flags.val() | self.truncated.val();
        }
        if (self.t_last.q.val().length > self.standard_vlan.val())
            || ((self.t_last.q.val().length > self.standard.val()) && !self.t.q.val().vlan)
        {
            self.flags.next = self.flags.val() | self.oversize.val();
        }
        if self.t.q.val().vlan {
            self.flags.next = self.flags.val() | self.vlan.val();
        }
        if self.t_last.q.val().ip_sum_bad {
            self.flags.next = self.flags.val() | self.ip_checksum_bad.val();
        }
        if self.t_last.q.val().tcp_sum_bad {
            self.flags.next = self.flags.val() | self.tcp_checksum_bad.val();
        }
        // FRAME; the fields that only the gate knows stay zero.
        self.frame.next.kind = self.k_frame.val();
        self.frame.next.class = bit_cast::<8, 4>(self.t.q.val().class);
        self.frame.next.flags = self.flags.val();
        self.frame.next.session = self.no_session.val();
        self.frame.next.generation = 0.into();
        self.frame.next.ts_ns = 0.into();
        self.frame.next.granule = 0.into();
        self.frame.next.length = bit_cast::<16, 12>(self.t_last.q.val().length);
        self.frame.next.dropped = 0.into();
        self.frame.next.payload_offset = 0.into();
        self.frame.next.payload_length = 0.into();
        self.frame.next.session_state = 0.into();
        self.frame.next.messages = self.messages.q.val();
        if self.t.q.val().class > self.unknown.val() {
            self.frame.next.session = bit_cast::<16, 10>(self.far_session.val());
            self.frame.next.generation = self.t.q.val().generation;
            self.frame.next.payload_offset = bit_cast::<16, 8>(self.t.q.val().payload_offset);
            self.frame.next.payload_length = self.t.q.val().payload_length;
            self.frame.next.session_state = bit_cast::<8, 3>(self.after.q.val().state);
        }

        // The near frame.
        match self.near.q.val() {
            NearState::Idle => {
                self.s.d.next = self.segment.val();
                self.last.d.next = self.frame_end.val();
                self.last.d.next.ip_sum_bad = self.frame_end.val().ip_sum_bad && self.segment.val().plain_ip;
                self.ended.d.next = self.frame_end_valid.val();
                // What it hangs on stands for some clocks before the frame is handed over.
                self.cut_short.d.next = self.is_cut_short.val();
                if self.hand.val() {
                    self.near.d.next = NearState::End;
                    if self.ended.q.val() {
                        self.frame_end_read.next = true;
                        self.near.d.next = NearState::Judge;
                    }
                    self.path_open.d.next = self.segment.val().parse || self.segment.val().searching;
                }
            }
            NearState::End => {
                self.last.d.next = self.frame_end.val();
                if self.frame_end_valid.val() {
                    self.frame_end_read.next = true;
                    self.near.d.next = NearState::Compare;
                }
            }
            NearState::Compare => {
                self.cut_short.d.next = self.is_cut_short.val();
                self.last.d.next.ip_sum_bad = self.last.q.val().ip_sum_bad && self.s.q.val().plain_ip;
                self.near.d.next = NearState::Judge;
            }
            NearState::Judge => {
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
                self.commit.d.next = self.is_good.val() && self.s.q.val().taken && !self.cut_short.q.val();
                self.near.d.next = NearState::Close;
            }
            NearState::Close => {
                if !self.feeding.val() || (!self.s.q.val().parse && !self.s.q.val().searching) {
                    self.closes.next = true;
                    self.finish.d.next = self.s.q.val().parse;
                    self.near.d.next = NearState::Move;
                    if self.far.q.val() == FarState::Idle {
                        self.moves.next = true;
                    }
                }
            }
            NearState::Move => {
                if self.far.q.val() == FarState::Idle {
                    self.moves.next = true;
                }
            }
            _ => {
                self.near.d.next = NearState::Idle;
            }
        }
        if self.moves.val() {
            self.near.d.next = NearState::Idle;
        }
        if self.start_found.val() {
            self.s.d.next.parse = true;
        }
        self.f_end.next = self.finish.q.val();
        self.f_commit.next = self.finish_commits.q.val();
        if self.closes.val() {
            self.path_open.d.next = false;
        }
        if self.closes.val() && self.s.q.val().parse {
            self.finish_commits.d.next = self.commit.q.val();
            self.since_end.d.next = 0.into();
        } else if !self.since_end.q.val().all() {
            self.since_end.d.next = self.since_end.q.val() + 1;
        }

        // What is proposed: the candidate found in this frame, or the one of an earlier frame again.
        self.candidate.next = self.candidate_word.val();
        self.candidate_write.next = false;
        self.proposes.next = false;
        self.repeats.next = self.candidate.val().frames + 1;
        self.candidate_update.next.tcp_seq = self.candidate.val().tcp_seq;
        self.candidate_update.next.number = self.candidate.val().number;
        self.candidate_update.next.frames = self.repeats.val();
        self.proposal.next.tcp_seq = self.candidate.val().tcp_seq;
        self.proposal.next.received = self.candidate.val().number;
        if self.found.q.val() {
            self.candidate_update.next.tcp_seq = self.found_seq.q.val();
            self.candidate_update.next.number = self.found_number.q.val();
            self.candidate_update.next.frames = 0.into();
            self.proposal.next.tcp_seq = self.found_seq.q.val();
            self.proposal.next.received = self.found_number.q.val();
        }
        self.proposal.next.kind = self.k_resync.val();
        self.proposal.next.reserved = 0.into();
        self.proposal.next.session = bit_cast::<16, 10>(self.far_session.val());
        self.proposal.next.generation = self.t.q.val().generation;
        self.proposal.next.rcv_nxt = self.after.q.val().rcv_nxt;
        self.proposal.next.reserved_high = 0.into();
        self.candidate_session.next = self.t.q.val().session;
        // The next message begins behind the frame only if BodyLength was read: otherwise its predecessor's end is known.
        self.far_seq_end.next = self.t.q.val().seq_end;
        self.last_byte.next = self.far_seq_end.val().get_bits::<19>(0) - 1;
        self.ahead.next = self.e_message_end.val() - self.last_byte.val();

        // The far frame.
        self.prior.next.state = self.t.q.val().state;
        self.prior.next.generation = self.t.q.val().generation;
        self.prior.next.rcv_nxt = self.t.q.val().rcv_nxt;
        self.prior.next.ahead = 0.into();
        if self.t.q.val().follows {
            self.prior.next = self.after.q.val();
        }
        match self.far.q.val() {
            FarState::Idle => {
                // Whether it moves is known late: what is of no frame yet may be anything.
                self.t.d.next = self.s.q.val();
                self.t_last.d.next = self.last.q.val();
                self.t_good.d.next = self.good.q.val();
                self.t_commit.d.next = self.commit.q.val();
                if self.moves.val() {
                    self.far.d.next = FarState::Path;
                }
            }
            FarState::Path => {
                self.after.d.next = self.prior.val();
                if self.t_commit.q.val() {
                    self.after.d.next.rcv_nxt = self.t.q.val().seq_end;
                    self.after.d.next.state = self.s_track.val();
                    self.after.d.next.ahead = 0.into();
                    if !self.t.q.val().parse {
                        self.after.d.next.state = self.s_search.val();
                        self.after.d.next.ahead = self.t.q.val().ahead;
                    } else {
                        if !self.ahead.val().get_bit(18) && !self.e_lost.val() {
                            self.after.d.next.ahead = self.ahead.val().get_bits::<18>(0);
                        }
                        if self.e_lost.val() {
                            self.after.d.next.state = self.s_search.val();
                        } else if self.t.q.val().hidden {
                            self.after.d.next.state = self.s_candidate.val();
                            if self.e_probing.val() {
                                self.after.d.next.state = self.s_probe.val();
                            }
                        } else if self.e_hold.val() {
                            self.after.d.next.state = self.s_hold.val();
                        }
                    }
                }
                if self.t_good.q.val() && self.t.q.val().loses {
                    self.after.d.next.state = self.s_lost.val();
                }
                if !self.t.q.val().parse {
                    self.far.d.next = FarState::Tell;
                } else if self.e_valid.val() {
                    self.far.d.next = FarState::Last;
                }
            }
            FarState::Last => {
                self.far.d.next = FarState::Tell;
                if self.t.q.val().hidden {
                    self.far.d.next = FarState::Propose;
                }
            }
            FarState::Propose => {
                if self.t_commit.q.val() && (self.after.q.val().state == self.s_candidate.val()) {
                    self.candidate_write.next = true;
                    self.proposes.next = self.found.q.val() || self.candidate.val().frames.all();
                }
                self.out_valid.d.next = self.proposes.val();
                self.out.d.next.body = self.proposal.val().into();
                self.far.d.next = FarState::Tell;
            }
            FarState::Tell => {
                self.told.d.next = true;
                // What is not taken leaves the word as it is.
                self.table_write.next =
                    self.t_commit.q.val() || (self.t_good.q.val() && self.t.q.val().loses);
                self.found.d.next = false;
                self.out_valid.d.next = true;
                self.out.d.next.frame = true;
                self.out.d.next.body = self.frame.val().into();
                self.messages.d.next = 0.into();
                self.far.d.next = FarState::Idle;
            }
            _ => {
                self.far.d.next = FarState::Idle;
            }
        }
        // As `moves` and `closes`, of registers and `feeding` alone: who hands over hangs on it.
        self.ready.next = (self.near.q.val() == NearState::Idle)
            || ((self.far.q.val() == FarState::Idle)
                && ((self.near.q.val() == NearState::Move)
                    || ((self.near.q.val() == NearState::Close)
                        && (!self.feeding.val() || (!self.s.q.val().parse && !self.s.q.val().searching)))));
        self.idle.next = (self.near.q.val() == NearState::Idle) && (self.far.q.val() == FarState::Idle);

        // What the next frame may know.
        self.losing.next = self.e_lost_soon.val();
        if self.since_end.q.val().all() {
            self.losing.next = self.lost.q.val();
        }
        self.lost.d.next = self.losing.val();
        self.view.next.near_busy = self.near.q.val() != NearState::Idle;
        self.view.next.near_changes =
            (self.near.q.val() != NearState::Idle) && (self.s.q.val().taken || self.s.q.val().loses);
        self.view.next.near_parses = self.s.q.val().parse && !self.s.q.val().searching;
        self.view.next.near_hidden = self.s.q.val().hidden;
        self.view.next.near_session = self.s.q.val().session;
        self.view.next.near_seq_end = self.s.q.val().seq_end;
        self.view.next.far_idle = self.far.q.val() == FarState::Idle;
        self.view.next.far_changes = ((self.far.q.val() != FarState::Idle) || self.told.q.val())
            && (self.t.q.val().taken || self.t.q.val().loses);
        self.view.next.far_commits = (self.far.q.val() != FarState::Idle)
            && self.t_commit.q.val()
            && self.t.q.val().parse
            && !self.t.q.val().searching;
        self.view.next.far_hidden = self.t.q.val().hidden;
        self.view.next.far_session = self.t.q.val().session;
        self.view.next.far_seq_end = self.t.q.val().seq_end;
        self.view.next.written = self.written.q.val();
        self.view.next.written_session = self.written_session.q.val();
        self.view.next.path_free = !self.path_open.q.val() && (self.since_end.q.val() > self.spacing.val());
        // A clock ahead, as near and since_end will be.
        self.settled.d.next = (self.moves.val()
            || ((self.near.q.val() == NearState::Idle) && !self.hand.val()))
            && !(self.closes.val() && self.s.q.val().parse)
            && self.since_end.q.val().get_bits::<2>(1).all()
            && !self.reset.val();
        self.view.next.settled = self.settled.q.val();
        self.view.next.settles = ((self.near.q.val() == NearState::Idle)
            || ((self.far.q.val() == FarState::Idle)
                && ((self.near.q.val() == NearState::Move)
                    || ((self.near.q.val() == NearState::Close)
                        && !self.s.q.val().parse
                        && (!self.feeding.val() || !self.s.q.val().searching)))))
            && self.since_end.q.val().get_bits::<2>(1).all();
        self.view.next.spoils = !self.finish_commits.q.val() || self.losing.val();
        self.view.next.spoiled = !self.finish_commits.q.val() || self.lost.q.val();

        // Messages 1: as they come. Of the far frame until its end has left the FIX path, of the near one afterwards.
        self.of_far.next = (self.far.q.val() == FarState::Path) && self.t.q.val().parse;
        self.hidden.next = self.s.q.val().hidden;
        if self.of_far.val() {
            self.hidden.next = self.t.q.val().hidden;
        }
        self.framing_is_lost.next = (self.m_flags.val() & self.framing_lost.val()).any();
        self.msg_1.d.next = false;
        if self.m_valid.val() && !(self.hidden.val() && self.framing_is_lost.val()) {
            self.msg_1.d.next = true;
        }
        if self.msg_1.q.val() {
            self.messages.d.next = self.messages.q.val() + 1;
        }
        self.body_1.d.next.kind = self.k_msg.val();
        self.body_1.d.next.verdict = bit_cast::<8, 4>(self.m_verdict.val());
        self.body_1.d.next.flags = self.m_flags.val();
        self.session.next = self.s.q.val().session;
        self.body_1.d.next.generation = self.s.q.val().generation;
        self.seq_end_1.d.next = self.s.q.val().seq_end;
        if self.of_far.val() {
            self.session.next = self.t.q.val().session;
            self.body_1.d.next.generation = self.t.q.val().generation;
            self.seq_end_1.d.next = self.t.q.val().seq_end;
        }
        self.body_1.d.next.session = bit_cast::<16, 10>(self.session.val());
        self.body_1.d.next.tcp_seq = 0.into();
        self.length.next = self.m_end.val() - self.m_start.val();
        self.body_1.d.next.length = bit_cast::<32, 19>(self.length.val());
        self.body_1.d.next.received = self.m_received.val();
        self.body_1.d.next.expected = self.m_expected.val();
        self.body_1.d.next.msg_type = self.m_type.val();
        self.verdict_stands.next = (self.m_verdict.val() == self.v_malformed.val())
            || (self.m_verdict.val() == self.v_ambiguous.val());
        if self.hidden.val() {
            self.body_1.d.next.flags = self.m_flags.val() & (!self.unseen.val());
            self.body_1.d.next.expected = 0.into();
            if !self.verdict_stands.val() {
                self.body_1.d.next.verdict = self.v_untracked.val();
            }
        }
        self.candidate_1.d.next = self.m_valid.val() && self.m_candidate.val();
        self.candidate_2.d.next = self.candidate_1.q.val();
        self.body_1.d.next.reserved = 0.into();
        self.start_1.d.next = self.m_start.val();
        // Messages 2: the first byte lies before the frame's end, by less than 2^19.
        self.msg_2.d.next = self.msg_1.q.val();
        self.body_2.d.next = self.body_1.q.val();
        self.seq_end.next = self.seq_end_1.q.val();
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
        if self.candidate_2.q.val() {
            self.found.d.next = true;
            self.found_seq.d.next = self.body_2.q.val().tcp_seq;
            self.found_number.d.next = self.body_2.q.val().received;
        }

        self.table_session.next = self.t.q.val().session;
        self.table_update.next = self.after.q.val();
        self.event_valid.next = self.out_valid.q.val();
        self.item.next = self.out.q.val();
        if self.reset.val() {
            self.near.d.next = NearState::Idle;
            self.far.d.next = FarState::Idle;
            self.ended.d.next = false;
            self.path_open.d.next = false;
            self.told.d.next = false;
            self.written.d.next = false;
            self.finish.d.next = false;
            self.since_end.d.next = 7.into();
            self.messages.d.next = 0.into();
            self.found.d.next = false;
            self.candidate_1.d.next = false;
            self.candidate_2.d.next = false;
            self.msg_1.d.next = false;
            self.msg_2.d.next = false;
            self.out_valid.d.next = false;
        }
    }
}
