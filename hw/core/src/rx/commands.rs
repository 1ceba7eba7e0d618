//! Applies commands between frames (docs/datapath.md, section 7).
#![allow(missing_docs)] // of the methods that RustHDL derives

use crate::blocks::{Code, Ram};
use crate::rx::candidate_table::CandidateWord;
use crate::rx::entry_words::FenceBody;
use crate::rx::session_lookup::Slot;
use crate::rx::words::SessionWord;
use fixnic_abi::limits::{RX_RINGS, SESSIONS, SLOTS};
use fixnic_abi::{CommandOp, CommandResult, EntryKind, SessionState};
use rust_hdl::prelude::*;

/// A command's arguments as they stand in the registers.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct Command {
    /// `CommandOp`.
    pub op: Bits<8>,
    /// Slot of the lookup table.
    pub slot: Bits<32>,
    /// Session.
    pub session: Bits<32>,
    /// RX ring of the session.
    pub ring: Bits<32>,
    /// Our address.
    pub local_ip: Bits<32>,
    /// Their address.
    pub remote_ip: Bits<32>,
    /// Their port in the low half, ours in the high half.
    pub ports: Bits<32>,
    /// First TCP number to parse, or the one proposed.
    pub tcp_seq: Bits<32>,
    /// Generation of the proposal.
    pub generation: Bits<16>,
    /// Expected MsgSeqNum, BCD.
    pub expected: Bits<40>,
    /// Comes back in the FENCE.
    pub tag: Bits<32>,
}

/// Where the command is.
#[derive(Copy, Clone, Debug, PartialEq, LogicState)]
pub enum CommandState {
    /// None.
    Idle,
    /// The session's ring is being read.
    Look,
    /// The ring of the FENCE follows.
    Aim,
    /// Its figures are awaited.
    Settle,
    /// It waits for a frame boundary.
    Wait,
    /// The session table is being read.
    Read,
    /// Its word is on its way.
    Await,
    /// It is being registered.
    Fetch,
    /// The arguments are compared with what the session proposes.
    Compare,
    /// The arguments are checked against the session.
    Check,
    /// Tables are written.
    Apply,
    /// The FIX path takes its part.
    Path,
    /// The FENCE waits for its place.
    Fence,
}

/// One command at a time.
///
/// * Enters: `go` with the arguments, which stay until `done`; `start` from the gate when nothing is under way; whether the ring of the
///   FENCE is on and has room, one clock after `fence_ring`.
/// * Leaves: writes to the lookup and session tables, a command for the FIX path, a FENCE; then `done` for the gate.
/// * Takes nine clocks from `start` to the FENCE, more by what the FIX path takes.
#[derive(LogicBlock, Default)]
pub struct Commands {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Forgets the command.
    pub reset: Signal<In, Bit>,
    /// A command starts; never while one is under way.
    pub go: Signal<In, Bit>,
    /// The arguments.
    pub command: Signal<In, Command>,
    /// No command waits or is being applied.
    pub idle: Signal<Out, Bit>,
    /// With `done`: `CommandResult`.
    pub result: Signal<Out, Bits<8>>,
    /// With `done`: `SessionState` after the command.
    pub session_state: Signal<Out, Bits<8>>,

    /// Ring of the FENCE.
    pub fence_ring: Signal<Out, Bits<2>>,
    /// It is enabled.
    pub ring_on: Signal<In, Bit>,
    /// It has room for a FENCE and one more.
    pub ring_room: Signal<In, Bit>,
    /// Arrival of the last frame before the command.
    pub last_ts_ns: Signal<In, Bits<64>>,
    /// Forget the ring of the session at `clear_session`.
    pub clear: Signal<In, Bit>,
    /// The session.
    pub clear_session: Signal<In, Bits<10>>,
    /// The command can be applied.
    pub ready: Signal<Out, Bit>,
    /// Apply it.
    pub start: Signal<In, Bit>,
    /// It is being applied: the session table is the mailbox's.
    pub applying: Signal<Out, Bit>,
    /// It is applied.
    pub done: Signal<Out, Bit>,

    /// Session to read.
    pub table_session: Signal<Out, Bits<10>>,
    /// Its word, two clocks later.
    pub table_word: Signal<In, SessionWord>,
    /// Writes the session's word.
    pub table_write: Signal<Out, Bit>,
    /// The word.
    pub table_update: Signal<Out, SessionWord>,
    /// Its candidate, three clocks after the session.
    pub candidate_word: Signal<In, CandidateWord>,
    /// Writes a lookup slot.
    pub lookup_write: Signal<Out, Bit>,
    /// Its number.
    pub lookup_slot: Signal<Out, Bits<12>>,
    /// Its content.
    pub lookup_content: Signal<Out, Slot>,
    /// A command for the FIX path.
    pub path_valid: Signal<Out, Bit>,
    /// It is ARM.
    pub path_arm: Signal<Out, Bit>,
    /// It is RESYNC_OK; neither: SET_EXPECTED.
    pub path_confirm: Signal<Out, Bit>,
    /// With `path_confirm`: the number is not the one proposed, the session goes to HOLD.
    pub path_hold: Signal<Out, Bit>,
    /// The FIX path has applied it.
    pub path_done: Signal<In, Bit>,
    /// With `path_done`: the session is in HOLD.
    pub path_is_held: Signal<In, Bit>,

    /// A FENCE.
    pub fence: Signal<Out, FenceBody>,
    /// There is one.
    pub fence_valid: Signal<Out, Bit>,
    /// It has taken its place.
    pub fence_done: Signal<In, Bit>,
    /// A command was applied.
    pub stat_ok: Signal<Out, Bit>,
    /// A command was refused.
    pub stat_refused: Signal<Out, Bit>,

    state: DFF<CommandState>,
    applies: DFF<Bit>, // one of those from Read on
    asks: DFF<Bit>,    // the FIX path, a clock later
    word: DFF<SessionWord>,
    is_arm: DFF<Bit>,
    is_disarm: DFF<Bit>,
    is_set: DFF<Bit>,
    is_ok: DFF<Bit>,
    is_no: DFF<Bit>,
    fine: DFF<Bit>,             // the verdict is OK
    stale: DFF<Bits<3>>,        // the generation, each half of the TCP number
    other_number: DFF<Bits<4>>, // each fourth of it
    session_bad: DFF<Bit>,
    slot_bad: DFF<Bit>,
    ring_bad: DFF<Bit>,
    rings: Ram<Bits<2>, 10>, // of each session's last ARM
    stored_ring: DFF<Bits<2>>,
    target: DFF<Bits<2>>,
    digit_bad: DFF<Bits<10>>,
    digits_zero: DFF<Bit>,
    verdict: DFF<Bits<8>>,
    after: DFF<SessionWord>,
    known: DFF<Bit>, // op and session are right: the session's word means something
    sent: DFF<Bit>,
    ok: DFF<Bit>,
    refused: DFF<Bit>,

    cmd: Signal<Local, Command>,
    candidate: Signal<Local, CandidateWord>,
    expected: Signal<Local, Bits<40>>,
    candidate_seq: Signal<Local, Bits<32>>,
    answered_seq: Signal<Local, Bits<32>>,
    candidate_number: Signal<Local, Bits<40>>,
    differs: Signal<Local, Bits<3>>,
    differs_number: Signal<Local, Bits<4>>,
    digits: Signal<Local, Bits<10>>,
    state_bad: Signal<Local, Bit>,
    content: Signal<Local, Slot>,
    slot: Signal<Local, Bits<32>>,
    session: Signal<Local, Bits<32>>,
    ring: Signal<Local, Bits<32>>,
    body: Signal<Local, FenceBody>,
    nine: Code<9, 4>,
    sessions: Code<{ SESSIONS as u64 }, 32>,
    slots: Code<{ SLOTS as u64 }, 32>,
    rx_rings: Code<{ RX_RINGS as u64 }, 32>,
    op_arm: Code<{ CommandOp::Arm as u64 }, 8>,
    op_disarm: Code<{ CommandOp::Disarm as u64 }, 8>,
    op_set: Code<{ CommandOp::SetExpected as u64 }, 8>,
    op_ok: Code<{ CommandOp::ResyncOk as u64 }, 8>,
    op_no: Code<{ CommandOp::ResyncNo as u64 }, 8>,
    r_ok: Code<{ CommandResult::Ok as u64 }, 8>,
    r_bad_op: Code<{ CommandResult::BadOp as u64 }, 8>,
    r_bad_session: Code<{ CommandResult::BadSession as u64 }, 8>,
    r_bad_slot: Code<{ CommandResult::BadSlot as u64 }, 8>,
    r_bad_ring: Code<{ CommandResult::BadRing as u64 }, 8>,
    r_bad_expected: Code<{ CommandResult::BadExpected as u64 }, 8>,
    r_bad_state: Code<{ CommandResult::BadState as u64 }, 8>,
    r_stale: Code<{ CommandResult::Stale as u64 }, 8>,
    k_fence: Code<{ EntryKind::Fence as u64 }, 8>,
    s_search: Code<{ SessionState::Search as u64 }, 3>,
    s_candidate: Code<{ SessionState::Candidate as u64 }, 3>,
    s_free: Code<{ SessionState::Free as u64 }, 3>,
    s_armed: Code<{ SessionState::Armed as u64 }, 3>,
    s_track: Code<{ SessionState::Track as u64 }, 3>,
    s_hold: Code<{ SessionState::Hold as u64 }, 3>,
}

impl Logic for Commands {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            state,
            applies,
            asks,
            word,
            is_arm,
            is_disarm,
            is_set,
            is_ok,
            is_no,
            fine,
            stale,
            other_number,
            session_bad,
            slot_bad,
            ring_bad,
            stored_ring,
            target,
            digit_bad,
            digits_zero,
            verdict,
            after,
            known,
            sent,
            ok,
            refused
        );
        self.cmd.next = self.command.val();
        self.slot.next = self.cmd.val().slot;
        self.session.next = self.cmd.val().session;
        self.expected.next = self.cmd.val().expected;
        self.ring.next = self.cmd.val().ring;
        self.rings.clock.next = self.clock.val();
        self.rings.read_address.next = self.session.val().get_bits::<10>(0);
        self.stored_ring.d.next = self.rings.read_data.val();
        self.rings.write_enable.next = false;
        self.rings.write_address.next = self.session.val().get_bits::<10>(0);
        self.rings.write_data.next = self.ring.val().get_bits::<2>(0);
        // What the arguments alone tell; they stand still.
        self.is_arm.d.next = self.cmd.val().op == self.op_arm.val();
        self.is_disarm.d.next = self.cmd.val().op == self.op_disarm.val();
        self.is_set.d.next = self.cmd.val().op == self.op_set.val();
        self.is_ok.d.next = self.cmd.val().op == self.op_ok.val();
        self.is_no.d.next = self.cmd.val().op == self.op_no.val();
        self.candidate.next = self.candidate_word.val();
        self.session_bad.d.next = self.session.val() >= self.sessions.val();
        self.slot_bad.d.next = self.slot.val() >= self.slots.val();
        self.ring_bad.d.next = self.ring.val() >= self.rx_rings.val();
        self.digits.next = 0.into();
        for i in 0..10 {
            self.digits.next = self
                .digits
                .val()
                .replace_bit(i, self.expected.val().get_bits::<4>(i * 4) > self.nine.val());
        }
        self.digit_bad.d.next = self.digits.val();
        self.candidate_seq.next = self.candidate.val().tcp_seq;
        self.answered_seq.next = self.cmd.val().tcp_seq;
        self.candidate_number.next = self.candidate.val().number;
        self.differs.next = 0.into();
        self.differs.next = self
            .differs
            .val()
            .replace_bit(2, self.word.q.val().generation != self.cmd.val().generation);
        for i in 0..2 {
            self.differs.next = self.differs.val().replace_bit(
                i,
                self.candidate_seq.val().get_bits::<16>(i * 16)
                    != self.answered_seq.val().get_bits::<16>(i * 16),
            );
        }
        self.differs_number.next = 0.into();
        for i in 0..4 {
            self.differs_number.next = self.differs_number.val().replace_bit(
                i,
                self.candidate_number.val().get_bits::<10>(i * 10)
                    != self.expected.val().get_bits::<10>(i * 10),
            );
        }
        self.digits_zero.d.next = !self.expected.val().any();

        self.ready.next = false;
        self.done.next = false;
        self.table_write.next = false;
        self.lookup_write.next = false;
        self.path_valid.next = self.asks.q.val();
        self.asks.d.next = false;
        self.fence_valid.next = false;
        self.state_bad.next = false;
        self.ok.d.next = false;
        self.refused.d.next = false;
        match self.state.q.val() {
            CommandState::Idle => {
                if self.go.val() {
                    self.state.d.next = CommandState::Look;
                }
            }
            CommandState::Look => {
                self.state.d.next = CommandState::Aim;
            }
            CommandState::Aim => {
                self.target.d.next = self.stored_ring.q.val();
                if self.is_arm.q.val() {
                    self.target.d.next = self.ring.val().get_bits::<2>(0);
                }
                if (!self.is_arm.q.val()
                    && !self.is_disarm.q.val()
                    && !self.is_set.q.val()
                    && !self.is_ok.q.val()
                    && !self.is_no.q.val())
                    || self.session_bad.q.val()
                    || (self.is_arm.q.val() && self.ring_bad.q.val())
                {
                    self.target.d.next = 0.into();
                }
                self.state.d.next = CommandState::Settle;
            }
            CommandState::Settle => {
                self.state.d.next = CommandState::Wait;
            }
            CommandState::Wait => {
                self.ready.next = !self.ring_on.val() || self.ring_room.val();
                if self.start.val() {
                    self.ready.next = false;
                    self.applies.d.next = true;
                    self.state.d.next = CommandState::Read;
                }
            }
            CommandState::Read => {
                self.state.d.next = CommandState::Await;
            }
            CommandState::Await => {
                self.state.d.next = CommandState::Fetch;
            }
            CommandState::Fetch => {
                self.word.d.next = self.table_word.val();
                self.state.d.next = CommandState::Compare;
            }
            CommandState::Compare => {
                self.stale.d.next = self.differs.val();
                self.other_number.d.next = self.differs_number.val();
                self.state.d.next = CommandState::Check;
            }
            CommandState::Check => {
                self.state_bad.next = (self.word.q.val().state != self.s_armed.val())
                    && (self.word.q.val().state != self.s_track.val())
                    && (self.word.q.val().state != self.s_hold.val());
                if self.is_ok.q.val() || self.is_no.q.val() {
                    self.state_bad.next = self.word.q.val().state != self.s_candidate.val();
                }
                self.known.d.next = true;
                self.verdict.d.next = self.r_ok.val();
                self.fine.d.next = true;
                if !self.is_arm.q.val()
                    && !self.is_disarm.q.val()
                    && !self.is_set.q.val()
                    && !self.is_ok.q.val()
                    && !self.is_no.q.val()
                {
                    self.verdict.d.next = self.r_bad_op.val();
                    self.fine.d.next = false;
                    self.known.d.next = false;
                } else if self.session_bad.q.val() {
                    self.verdict.d.next = self.r_bad_session.val();
                    self.fine.d.next = false;
                    self.known.d.next = false;
                } else if self.slot_bad.q.val() && (self.is_arm.q.val() || self.is_disarm.q.val()) {
                    self.verdict.d.next = self.r_bad_slot.val();
                    self.fine.d.next = false;
                } else if self.ring_bad.q.val() && self.is_arm.q.val() {
                    self.verdict.d.next = self.r_bad_ring.val();
                    self.fine.d.next = false;
                } else if (self.digit_bad.q.val().any() || self.digits_zero.q.val())
                    && !self.is_disarm.q.val()
                    && !self.is_no.q.val()
                {
                    self.verdict.d.next = self.r_bad_expected.val();
                    self.fine.d.next = false;
                } else if self.state_bad.val() && !self.is_arm.q.val() && !self.is_disarm.q.val() {
                    self.verdict.d.next = self.r_bad_state.val();
                    self.fine.d.next = false;
                } else if self.stale.q.val().any() && (self.is_ok.q.val() || self.is_no.q.val()) {
                    self.verdict.d.next = self.r_stale.val();
                    self.fine.d.next = false;
                }
                self.state.d.next = CommandState::Apply;
            }
            CommandState::Apply => {
                self.after.d.next = self.word.q.val();
                self.state.d.next = CommandState::Fence;
                if self.fine.q.val() {
                    self.after.d.next.generation = self.word.q.val().generation + 1;
                    if self.is_arm.q.val() {
                        self.after.d.next.state = self.s_armed.val();
                        self.after.d.next.rcv_nxt = self.cmd.val().tcp_seq;
                        self.after.d.next.ahead = 0.into();
                    } else if self.is_disarm.q.val() {
                        self.after.d.next.state = self.s_free.val();
                        self.after.d.next.rcv_nxt = 0.into();
                        self.after.d.next.ahead = 0.into();
                    } else if self.is_no.q.val() {
                        self.after.d.next.state = self.s_search.val();
                        self.after.d.next.ahead = 0.into();
                    } else if self.word.q.val().state == self.s_hold.val() {
                        self.after.d.next.state = self.s_track.val();
                    }
                    self.lookup_write.next = self.is_arm.q.val() || self.is_disarm.q.val();
                    self.rings.write_enable.next = self.is_arm.q.val();
                    self.ok.d.next = true;
                    self.sent.d.next = false;
                    self.state.d.next = CommandState::Path;
                } else {
                    self.refused.d.next = true;
                    if !self.known.q.val() {
                        self.after.d.next.state = self.s_free.val();
                        self.after.d.next.generation = 0.into();
                        self.after.d.next.rcv_nxt = 0.into();
                    }
                }
            }
            CommandState::Path => {
                self.table_write.next = true;
                self.sent.d.next = true;
                self.asks.d.next = !self.sent.q.val() && !self.is_disarm.q.val() && !self.is_no.q.val();
                if self.is_disarm.q.val() || self.is_no.q.val() || self.path_done.val() {
                    self.state.d.next = CommandState::Fence;
                }
                if self.is_ok.q.val() && self.path_done.val() {
                    self.after.d.next.state = self.s_track.val();
                    if self.path_is_held.val() {
                        self.after.d.next.state = self.s_hold.val();
                    }
                }
            }
            CommandState::Fence => {
                // What the FIX path has answered.
                self.table_write.next = self.is_ok.q.val() && self.fine.q.val();
                self.fence_valid.next = self.ring_on.val();
                if self.fence_done.val() || !self.ring_on.val() {
                    self.done.next = true;
                    self.applies.d.next = false;
                    self.state.d.next = CommandState::Idle;
                }
            }
            _ => {
                self.state.d.next = CommandState::Idle;
            }
        }

        self.table_session.next = self.session.val().get_bits::<10>(0);
        self.table_update.next = self.after.q.val();
        self.lookup_slot.next = self.slot.val().get_bits::<12>(0);
        self.content.next.taken = self.is_arm.q.val();
        self.content.next.session = self.session.val().get_bits::<10>(0);
        self.content.next.ring = self.ring.val().get_bits::<2>(0);
        self.content.next.key = (bit_cast::<96, 32>(self.cmd.val().local_ip) << 64)
            | (bit_cast::<96, 32>(self.cmd.val().remote_ip) << 32)
            | bit_cast::<96, 32>(self.cmd.val().ports);
        self.lookup_content.next = self.content.val();
        self.path_arm.next = self.is_arm.q.val();
        self.path_confirm.next = self.is_ok.q.val();
        self.path_hold.next = self.other_number.q.val().any();

        self.body.next.kind = self.k_fence.val();
        self.body.next.op = self.cmd.val().op;
        self.body.next.result = self.verdict.q.val();
        self.body.next.session_state = bit_cast::<8, 3>(self.after.q.val().state);
        self.body.next.session = self.session.val().get_bits::<16>(0);
        self.body.next.generation = self.after.q.val().generation;
        self.body.next.tag = self.cmd.val().tag;
        self.body.next.rcv_nxt = self.after.q.val().rcv_nxt;
        self.body.next.ts_ns = self.last_ts_ns.val();
        self.body.next.reserved = 0.into();
        self.fence_ring.next = self.target.q.val();
        if self.clear.val() {
            self.rings.write_enable.next = true;
            self.rings.write_address.next = self.clear_session.val();
            self.rings.write_data.next = 0.into();
        }
        self.fence.next = self.body.val();
        self.idle.next = self.state.q.val() == CommandState::Idle;
        self.applying.next = self.applies.q.val();
        self.result.next = self.verdict.q.val();
        self.session_state.next = bit_cast::<8, 3>(self.after.q.val().state);
        self.stat_ok.next = self.ok.q.val();
        self.stat_refused.next = self.refused.q.val();
        if self.reset.val() {
            self.state.d.next = CommandState::Idle;
            self.applies.d.next = false;
            self.asks.d.next = false;
        }
    }
}
