//! What the core does for one connection, as the host knows it from the ring: armed, following, lost; and the marks that come of it.
//!
//! The core follows the stream by itself and loses its place when a segment is missing (docs/datapath.md, section 3). It then searches
//! for a message and proposes it; the host answers when its own stream has come to that byte. Where the stream is at rest, the
//! host arms it anew, at a message boundary that no byte received so far lies beyond: whatever arrives between the command and its
//! fence is seen, and a boundary that was passed meanwhile is given up for the next one.

use crate::transport::{Mark, MarkKind};
use fixnic_abi::entry::msg_flags;
use fixnic_abi::{CommandResult, FenceEntry, MsgEntry, ResyncEntry, SessionState};
use fixnic_driver::{Command, Place, Proposal, Tag as CommandTag};

/// Marks kept for the session's owner to take. A receive buffer holds fewer messages than this.
const MARKS_MAX: usize = 4096;

/// What happened to tags and commands of all connections.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct OffloadCounters {
    /// Tags of verified messages handed on.
    pub tags: u64,
    /// MSG entries whose frame was bad.
    pub void: u64,
    /// MSG entries of messages that the core did not verify.
    pub unverified: u64,
    /// MSG entries of an older generation, or of a connection that the host does not follow.
    pub stale: u64,
    /// Tags not kept because nobody took them.
    pub overflow: u64,
    /// Times the core lost its place in a stream.
    pub lost: u64,
    /// ARM commands, the first of each connection included.
    pub armed: u64,
    /// ARM commands whose boundary the stream had passed when the fence came.
    pub armed_late: u64,
    /// SET_EXPECTED commands.
    pub set_expected: u64,
    /// Commands that the core refused.
    pub refused: u64,
    /// Messages that the core proposed after it had lost its place, each counted once.
    pub proposed: u64,
    /// Proposals that took the place of one that was not answered yet.
    pub superseded: u64,
    /// Proposals that were confirmed, and the core took it.
    pub confirmed: u64,
    /// Proposals that were no message of the stream.
    pub denied: u64,
    /// Answers that came when the core had given up the proposal.
    pub answered_late: u64,
    /// Connections for which the core had no place.
    pub no_place: u64,
    /// Connections that run without offload, as they are of an engine of the aggregate that the thread has no ring of.
    pub no_ring: u64,
}

/// ARMs too late, one after the other, after which no further one is given: what comes next always comes sooner than an ARM takes effect, and each makes the core forget what it proposes.
/// The core looks for its place then by itself, and its proposal is answered.
const LATE_ARMS_MAX: u8 = 2;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Never armed, or not armed any more.
    Idle,
    /// ARM is on its way.
    Arming {
        tag: CommandTag,
        position: u64,
        expected: u64,
    },
    /// The core follows the stream, and its tags count.
    Following,
    /// The core has lost its place.
    Lost,
}

/// Which number the core expects after a fence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expects {
    /// This one.
    Number(u64),
    /// The one that the next tag tells: the core has counted on from the message that was confirmed.
    AsTold,
}

/// RESYNC_OK or RESYNC_NO on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Answering {
    tag: CommandTag,
    proposal: Proposal,
    /// What was expected where the proposal was confirmed; `None` when it was denied.
    expected: Option<u64>,
}

/// One connection's half of the mailbox and its tags.
#[derive(Debug)]
pub(super) struct Offload {
    /// TCP number of the stream's first byte.
    first_seq: u32,
    /// End of the farthest payload in a good frame so far, as a position in the stream.
    seen_end: u64,
    /// Where the next verified message begins, if the core does not lose its place.
    tagged_end: u64,
    state: State,
    /// ARMs one after the other that came too late.
    late_arms: u8,
    generation: u16,
    /// The number the core expects, due as a mark before the next tag.
    expects: Option<Expects>,
    /// What the core proposes, with its position in the stream.
    proposal: Option<(Proposal, u64)>,
    /// An answer on its way.
    answering: Option<Answering>,
    /// SET_EXPECTED on its way, and one that waits for it.
    setting: Option<(CommandTag, u64)>,
    wanted: Option<u64>,
    marks: Vec<Mark>,
}

impl Offload {
    pub fn new(first_seq: u32) -> Self {
        Self {
            first_seq,
            seen_end: 0,
            tagged_end: 0,
            state: State::Idle,
            late_arms: 0,
            generation: 0,
            expects: None,
            proposal: None,
            answering: None,
            setting: None,
            wanted: None,
            marks: Vec::with_capacity(64),
        }
    }

    /// The stream position of a TCP number, which is less than 2^31 from the end of what was seen; `None` before the stream's beginning.
    fn position(&self, tcp_seq: u32) -> Option<u64> {
        let from_end = tcp_seq.wrapping_sub(self.tcp_seq(self.seen_end)) as i32;
        self.seen_end.checked_add_signed(i64::from(from_end))
    }

    /// The TCP number of a stream position.
    fn tcp_seq(&self, position: u64) -> u32 {
        self.first_seq.wrapping_add(position as u32)
    }

    /// Takes note of a good frame's payload, in the order of the ring. TCP takes nothing beyond `window_end`, whatever
    /// arrives.
    pub fn segment(&mut self, tcp_seq: u32, len: u32, window_end: u64) {
        if let Some(position) = self.position(tcp_seq) {
            let end = position + u64::from(len);
            if end <= window_end {
                self.seen_end = self.seen_end.max(end);
            }
        }
    }

    /// Takes a MSG entry whose FRAME entry has COMMITTED.
    #[inline]
    pub fn message(&mut self, entry: &MsgEntry, counters: &mut OffloadCounters) {
        let is_ours = entry.generation == self.generation;
        let is_verified = entry.flags & msg_flags::VERIFIED != 0;
        if is_ours && !is_verified && matches!(self.state, State::Following | State::Lost) {
            counters.unverified += 1;
            return;
        }
        if self.state != State::Following || !is_ours {
            counters.stale += 1;
            return;
        }
        let (Some(position), Some(tag)) = (
            self.position(entry.tcp_seq),
            fixnic_session::Tag::from_entry(entry, true),
        ) else {
            counters.stale += 1;
            return;
        };
        let expects = self.expects.take().map(|expects| match expects {
            Expects::Number(expected) => expected,
            Expects::AsTold => tag.expected,
        });
        if let Some(expected) = expects {
            self.mark(
                Mark {
                    position,
                    kind: MarkKind::Expects { expected },
                },
                counters,
            );
        }
        self.tagged_end = position + u64::from(entry.length);
        let kind = MarkKind::Message {
            len: entry.length as usize,
            tag,
        };
        counters.tags += u64::from(self.mark(Mark { position, kind }, counters));
    }

    /// Takes the session state that a FRAME entry shows.
    pub fn state_after_frame(&mut self, state: u8, counters: &mut OffloadCounters) {
        use SessionState::{Armed, Hold, Lost, Track};
        let core_state = SessionState::from_bits(state);
        let has_its_place = matches!(core_state, Some(Armed | Track | Hold));
        // It does not look for its place: only an ARM helps.
        if core_state == Some(Lost) {
            self.late_arms = 0;
        }
        if self.state == State::Following && !has_its_place {
            counters.lost += 1;
            self.lose();
        }
    }

    /// Takes a RESYNC entry, when its FRAME entry has been taken.
    pub fn resync(&mut self, entry: &ResyncEntry, counters: &mut OffloadCounters) {
        let proposal = Proposal::from(entry);
        let is_known = self.proposal.is_some_and(|(known, _)| known == proposal)
            || self
                .answering
                .is_some_and(|answering| answering.proposal == proposal);
        if is_known {
            return;
        }
        // A command on its way makes the core forget it.
        let position = self.position(entry.tcp_seq).filter(|_| self.state == State::Lost);
        let Some(position) = position else {
            counters.stale += 1;
            return;
        };
        counters.proposed += 1;
        counters.superseded += u64::from(self.proposal.replace((proposal, position)).is_some());
    }

    /// The position of a proposal that waits for its answer.
    pub fn proposed(&self) -> Option<u64> {
        let (_, position) = self.proposal.filter(|_| self.answering.is_none())?;
        Some(position)
    }

    /// The answer to the proposal, when the stream has come to the beginning of a message at `position`, where `expected` is expected.
    pub fn answer(&self, position: u64, expected: u64) -> Option<Command> {
        let proposed = self.proposed().filter(|proposed| *proposed <= position)?;
        let (proposal, _) = self.proposal?;
        Some(if proposed == position {
            Command::ResyncOk { proposal, expected }
        } else {
            Command::ResyncNo { proposal }
        })
    }

    /// The answer was submitted.
    pub fn answering(&mut self, tag: CommandTag, command: &Command, counters: &mut OffloadCounters) {
        let Some((proposal, _)) = self.proposal.take() else {
            return;
        };
        let expected = match command {
            Command::ResyncOk { expected, .. } => Some(*expected),
            _ => None,
        };
        counters.denied += u64::from(expected.is_none());
        self.answering = Some(Answering {
            tag,
            proposal,
            expected,
        });
    }

    /// The fence of an answer.
    fn answered(&mut self, answering: Answering, fence: &FenceEntry, counters: &mut OffloadCounters) {
        self.answering = None;
        let ok = fence.result == CommandResult::Ok as u8;
        counters.answered_late += u64::from(!ok);
        let Some(expected) = answering.expected.filter(|_| ok && self.state == State::Lost) else {
            self.wanted = None;
            return;
        };
        counters.confirmed += 1;
        self.late_arms = 0;
        self.state = State::Following;
        self.generation = fence.generation;
        self.proposal = None;
        self.tagged_end = self.seen_end;
        // In HOLD the core waits for a number: the newest that the session has asked for meanwhile.
        self.expects = Some(Expects::AsTold);
        if SessionState::from_bits(fence.session_state) == Some(SessionState::Hold) {
            self.expects = None;
            self.wanted = self.wanted.or(Some(expected));
        }
    }

    fn lose(&mut self) {
        self.state = State::Lost;
        (self.expects, self.wanted) = (None, None);
        // Not counted against the limit: there is one for each ARM.
        self.marks.push(Mark {
            position: self.tagged_end,
            kind: MarkKind::Untracked,
        });
    }

    /// Takes a FENCE entry of this connection.
    pub fn fence(&mut self, fence: &FenceEntry, counters: &mut OffloadCounters) -> Answer {
        let ok = fence.result == CommandResult::Ok as u8;
        counters.refused += u64::from(!ok);
        if let Some(answering) = self.answering.filter(|answering| answering.tag == fence.tag) {
            self.answered(answering, fence, counters);
        }
        match self.state {
            State::Arming {
                tag,
                position,
                expected,
            } if tag == fence.tag => {
                // Bytes beyond the boundary came under the old state; the core will not see them again.
                let late = self.seen_end > position;
                counters.armed_late += u64::from(ok && late);
                if !ok || late {
                    self.late_arms = self.late_arms.saturating_add(u8::from(ok));
                    self.state = State::Lost;
                    self.wanted = None;
                } else {
                    self.late_arms = 0;
                    self.state = State::Following;
                    self.tagged_end = position;
                    self.generation = fence.generation;
                    self.expects = Some(Expects::Number(expected));
                }
            }
            _ if self.setting.is_some_and(|(tag, _)| tag == fence.tag) => {
                let expected = self.setting.take().map(|(_, expected)| expected);
                if ok && self.state == State::Following {
                    self.generation = fence.generation;
                    self.expects = expected.map(Expects::Number);
                }
            }
            _ => {}
        }
        match self
            .wanted
            .take_if(|_| self.setting.is_none() && self.state == State::Following)
        {
            Some(expected) => Answer::SetExpected(expected),
            None => Answer::Nothing,
        }
    }

    /// Whether the core could be armed at a message boundary now.
    pub fn wants_boundary(&self, position: u64) -> bool {
        matches!(self.state, State::Idle | State::Lost)
            && position >= self.seen_end
            && self.setting.is_none()
            && self.answering.is_none()
            && self.late_arms < LATE_ARMS_MAX
    }

    /// Whether ARM is on its way.
    pub fn is_arming(&self) -> bool {
        matches!(self.state, State::Arming { .. })
    }

    /// The ARM command for a boundary.
    pub fn arm(&self, place: Place, ring: u8, position: u64, expected: u64) -> Command {
        Command::Arm {
            place,
            ring,
            tcp_seq: self.tcp_seq(position),
            expected,
        }
    }

    /// ARM was submitted.
    pub fn arming(&mut self, tag: CommandTag, position: u64, expected: u64, counters: &mut OffloadCounters) {
        counters.armed += 1;
        self.proposal = None;
        self.state = State::Arming {
            tag,
            position,
            expected,
        };
    }

    /// Whether SET_EXPECTED is to be submitted now. While another is on its way the newest number waits; when the core does not follow
    /// the stream, ARM will say it.
    pub fn wants_expected(&mut self, expected: u64) -> bool {
        match self.state {
            State::Following if self.setting.is_none() => true,
            State::Lost if self.answering.is_some() => {
                self.wanted = Some(expected);
                false
            }
            State::Following | State::Arming { .. } => {
                self.wanted = Some(expected);
                false
            }
            State::Idle | State::Lost => false,
        }
    }

    /// SET_EXPECTED was submitted.
    pub fn setting(&mut self, tag: CommandTag, expected: u64, counters: &mut OffloadCounters) {
        counters.set_expected += 1;
        // Until its fence the core counts from another number than the session.
        self.expects = None;
        self.setting = Some((tag, expected));
    }

    /// The device was reset, or the ring stopped: nothing is armed any more, or it does not count.
    pub fn reset(&mut self) {
        if self.state == State::Following {
            self.lose();
        }
        self.state = State::Idle;
        self.late_arms = 0;
        (self.expects, self.setting, self.wanted) = (None, None, None);
        (self.proposal, self.answering) = (None, None);
    }

    /// Moves up to `limit` of the marks that lie within the first `received` bytes of the stream to the end of `marks`.
    pub fn take_marks(&mut self, received: u64, limit: usize, marks: &mut Vec<Mark>) {
        // Most often the two change places: all has been received, and nothing waits there.
        let all = self.marks.last().is_some_and(|last| last.position < received);
        if all && marks.is_empty() && self.marks.len() <= limit {
            std::mem::swap(marks, &mut self.marks);
            return;
        }
        let within = |mark: &&Mark| match mark.kind {
            MarkKind::Message { .. } => mark.position < received,
            MarkKind::Expects { .. } | MarkKind::Untracked => mark.position <= received,
        };
        let count = self.marks.iter().take(limit).take_while(within).count();
        marks.extend(self.marks.drain(..count));
    }

    /// Whether the core follows the stream.
    pub fn is_following(&self) -> bool {
        self.state == State::Following
    }

    // Inlined, as its callers are: a mark is written where it stays, not moved while it is still on its way to memory.
    #[inline(always)]
    fn mark(&mut self, mark: Mark, counters: &mut OffloadCounters) -> bool {
        if self.marks.len() >= MARKS_MAX {
            counters.overflow += 1;
            return false;
        }
        self.marks.push(mark);
        true
    }
}

/// What a fence leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// Nothing more.
    Nothing,
    /// SET_EXPECTED with this number.
    SetExpected(u64),
}

#[cfg(test)]
mod tests {
    use super::*;
    use fixnic_abi::lookup::FourTuple;
    use fixnic_abi::{bcd, EntryKind, Verdict};

    /// The stream begins shortly before TCP numbers wrap.
    const FIRST_SEQ: u32 = u32::MAX - 99;
    const WINDOW_END: u64 = 1 << 20;

    struct Setup {
        offload: Offload,
        counters: OffloadCounters,
        generation: u16,
    }

    impl Setup {
        fn new() -> Self {
            Self {
                offload: Offload::new(FIRST_SEQ),
                counters: OffloadCounters::default(),
                generation: 0,
            }
        }

        fn armed(position: u64, expected: u64) -> Self {
            let mut setup = Self::new();
            setup.segment(0, position as u32);
            setup.offload.arming(1, position, expected, &mut setup.counters);
            setup.fence(1, CommandResult::Ok);
            setup
        }

        fn segment(&mut self, position: u64, len: u32) {
            self.offload
                .segment(FIRST_SEQ.wrapping_add(position as u32), len, WINDOW_END);
        }

        fn fence(&mut self, tag: u32, result: CommandResult) -> Answer {
            self.generation += u16::from(result == CommandResult::Ok);
            let entry = FenceEntry {
                kind: EntryKind::Fence as u8,
                tag,
                result: result as u8,
                generation: self.generation,
                ..FenceEntry::default()
            };
            self.offload.fence(&entry, &mut self.counters)
        }

        fn message(&mut self, position: u64, number: u64) {
            let entry = MsgEntry {
                kind: EntryKind::Msg as u8,
                verdict: Verdict::InSequence as u8,
                flags: msg_flags::VERIFIED,
                generation: self.generation,
                tcp_seq: FIRST_SEQ.wrapping_add(position as u32),
                length: 100,
                received: bcd::to_bytes(bcd::from_u64(number).unwrap()),
                expected: bcd::to_bytes(bcd::from_u64(number).unwrap()),
                ..MsgEntry::default()
            };
            self.segment(position, 100);
            self.offload.message(&entry, &mut self.counters);
        }

        /// Positions and numbers: of messages as they are, of Expects negative, of Untracked 0.
        fn marks(&mut self, received: u64) -> Vec<(u64, i64)> {
            let mut marks = Vec::new();
            self.offload.take_marks(received, MARKS_MAX, &mut marks);
            marks
                .into_iter()
                .map(|mark| match mark.kind {
                    MarkKind::Message { tag, .. } => (mark.position, tag.msg_seq_num as i64),
                    MarkKind::Expects { expected } => (mark.position, -(expected as i64)),
                    MarkKind::Untracked => (mark.position, 0),
                })
                .collect()
        }
    }

    #[test]
    fn tags_come_in_stream_order_across_the_wrap() {
        let mut setup = Setup::armed(0, 7);
        for i in 0..3 {
            setup.message(i * 100, 7 + i);
        }
        assert_eq!(
            setup.marks(0),
            [(0, -7)],
            "no tag before a byte of its message was received"
        );
        assert_eq!(setup.marks(150), [(0, 7), (100, 8)]);
        assert_eq!(setup.marks(300), [(200, 9)]);
    }

    #[test]
    fn a_boundary_passed_before_the_fence_is_given_up() {
        let mut setup = Setup::new();
        assert!(setup.offload.wants_boundary(0));
        setup.offload.arming(1, 0, 1, &mut setup.counters);
        assert!(!setup.offload.wants_boundary(0), "one ARM at a time");
        setup.segment(0, 100);
        setup.fence(1, CommandResult::Ok);
        assert!(!setup.offload.is_following());
        assert_eq!(setup.counters.armed_late, 1);
        // Bytes up to 100 were seen; a boundary in the middle of them is of no use.
        assert!(!setup.offload.wants_boundary(60));
        assert!(setup.offload.wants_boundary(100));
    }

    /// A stream whose messages always come before its ARM takes effect: after two that came too late the core's proposal is waited for.
    #[test]
    fn arms_that_come_too_late_make_way_for_the_cores_proposal() {
        let mut setup = Setup::new();
        for tag in 1..=2 {
            let at = 100 * u64::from(tag - 1);
            assert!(setup.offload.wants_boundary(at), "ARM {tag}");
            setup.offload.arming(tag, at, 1, &mut setup.counters);
            setup.segment(at, 100);
            setup.fence(tag, CommandResult::Ok);
        }
        assert_eq!(setup.counters.armed_late, 2);
        assert!(!setup.offload.wants_boundary(200), "the core looks for its place");
        setup.segment(200, 100);
        setup.resync(200);
        assert_eq!(setup.offload.proposed(), Some(200));
        // A core that does not look is armed.
        setup
            .offload
            .state_after_frame(SessionState::Lost as u8, &mut setup.counters);
        assert!(setup.offload.wants_boundary(300));
    }

    #[test]
    fn segments_outside_the_window_are_not_believed() {
        let mut setup = Setup::new();
        setup.segment(WINDOW_END, 1);
        setup.segment(u64::from(u32::MAX), 1);
        assert!(setup.offload.wants_boundary(0));
    }

    #[test]
    fn a_lost_place_ends_the_tags_until_the_next_arm() {
        let mut setup = Setup::armed(0, 1);
        setup.message(0, 1);
        setup
            .offload
            .state_after_frame(SessionState::Lost as u8, &mut setup.counters);
        setup.message(100, 2);
        assert_eq!(setup.marks(1_000), [(0, -1), (0, 1), (100, 0)]);
        assert_eq!(setup.counters.stale, 1);
        setup.offload.arming(2, 200, 3, &mut setup.counters);
        setup.fence(2, CommandResult::Ok);
        setup.message(200, 3);
        assert_eq!(setup.marks(1_000), [(200, -3), (200, 3)]);
    }

    #[test]
    fn an_older_generation_counts_for_nothing() {
        let mut setup = Setup::armed(0, 1);
        setup.generation -= 1;
        setup.message(0, 1);
        assert_eq!((setup.counters.stale, setup.marks(1_000)), (1, vec![]));
    }

    #[test]
    fn set_expected_counts_from_its_fence_and_the_newest_number_wins() {
        let mut setup = Setup::armed(0, 1);
        setup.message(0, 1);
        assert!(setup.offload.wants_expected(5));
        setup.offload.setting(2, 5, &mut setup.counters);
        // Two more numbers before the fence: one command answers both.
        assert!(!setup.offload.wants_expected(6));
        assert!(!setup.offload.wants_expected(7));
        setup.message(100, 2);
        assert_eq!(setup.fence(2, CommandResult::Ok), Answer::SetExpected(7));
        assert!(setup.offload.wants_expected(7));
        setup.offload.setting(3, 7, &mut setup.counters);
        assert_eq!(setup.fence(3, CommandResult::Ok), Answer::Nothing);
        setup.message(200, 7);
        assert_eq!(
            setup.marks(1_000),
            [(0, -1), (0, 1), (100, 2), (200, -7), (200, 7)]
        );
    }

    #[test]
    fn a_refused_command_changes_nothing() {
        let mut setup = Setup::armed(0, 1);
        setup.offload.setting(2, 5, &mut setup.counters);
        setup.fence(2, CommandResult::BadState);
        setup.message(0, 1);
        assert_eq!(
            setup.marks(1_000),
            [(0, 1)],
            "no Expects: verdicts are not compared"
        );
        assert_eq!(setup.counters.refused, 1);
        let mut setup = Setup::new();
        setup.offload.arming(1, 0, 1, &mut setup.counters);
        assert!(!setup.offload.wants_expected(9));
        assert_eq!(setup.fence(1, CommandResult::BadSlot), Answer::Nothing);
        assert!(setup.offload.wants_boundary(0), "to be tried again");
    }

    #[test]
    fn arm_names_the_boundary_by_its_tcp_number() {
        let setup = Setup::new();
        let tuple = FourTuple {
            local_ip: 1,
            remote_ip: 2,
            local_port: 3,
            remote_port: 4,
        };
        let place = Place {
            session: 0,
            slot: 0,
            tuple,
        };
        let command = setup.offload.arm(place, 2, 150, 9);
        assert_eq!(
            command,
            Command::Arm {
                place,
                ring: 2,
                tcp_seq: 50,
                expected: 9
            }
        );
    }

    #[test]
    fn tags_nobody_takes_are_dropped_and_counted() {
        let mut setup = Setup::armed(0, 1);
        for i in 0..MARKS_MAX as u64 + 10 {
            setup.message(i * 100, 1 + i);
        }
        // The Expects mark takes one place.
        assert_eq!(setup.counters.overflow, 11);
        assert_eq!(setup.marks(u64::MAX).len(), MARKS_MAX);
    }

    impl Setup {
        /// Armed at 0, lost with a segment ahead at 200, which the core proposes.
        fn proposing() -> Self {
            let mut setup = Self::armed(0, 1);
            setup.message(0, 1);
            setup.segment(200, 100);
            setup.lose_place();
            setup.resync(200);
            setup
        }

        fn lose_place(&mut self) {
            self.offload
                .state_after_frame(SessionState::Candidate as u8, &mut self.counters);
        }

        fn resync(&mut self, position: u64) {
            let entry = ResyncEntry {
                kind: EntryKind::Resync as u8,
                session: 3,
                generation: self.generation,
                tcp_seq: FIRST_SEQ.wrapping_add(position as u32),
                ..ResyncEntry::default()
            };
            self.offload.resync(&entry, &mut self.counters);
        }

        fn answer(&mut self, tag: u32, position: u64, expected: u64) -> Option<Command> {
            let command = self.offload.answer(position, expected)?;
            self.offload.answering(tag, &command, &mut self.counters);
            Some(command)
        }

        fn fence_in(&mut self, tag: u32, state: SessionState) -> Answer {
            self.generation += 1;
            let entry = FenceEntry {
                kind: EntryKind::Fence as u8,
                tag,
                session_state: state as u8,
                generation: self.generation,
                ..FenceEntry::default()
            };
            self.offload.fence(&entry, &mut self.counters)
        }
    }

    #[test]
    fn a_proposal_is_confirmed_when_the_stream_has_come_to_it() {
        let mut setup = Setup::proposing();
        assert_eq!(setup.offload.proposed(), Some(200));
        assert_eq!(setup.offload.answer(100, 2), None, "not there yet");
        let Some(Command::ResyncOk { proposal, expected }) = setup.answer(7, 200, 3) else {
            panic!("expected RESYNC_OK")
        };
        assert_eq!(
            (proposal.tcp_seq, proposal.generation, expected),
            (FIRST_SEQ.wrapping_add(200), 1, 3)
        );
        assert_eq!(setup.offload.proposed(), None, "one answer at a time");
        assert!(!setup.offload.wants_boundary(300), "no ARM meanwhile");
        assert_eq!(setup.fence_in(7, SessionState::Track), Answer::Nothing);
        // The first tag tells the number, and the session compares from there on.
        setup.message(300, 4);
        setup.message(400, 5);
        assert_eq!(
            setup.marks(500),
            [(0, -1), (0, 1), (100, 0), (300, -4), (300, 4), (400, 5)]
        );
        assert_eq!((setup.counters.confirmed, setup.counters.armed), (1, 1));
    }

    #[test]
    fn a_core_that_counts_otherwise_is_told_the_number() {
        let mut setup = Setup::proposing();
        setup.answer(7, 200, 2);
        assert_eq!(setup.fence_in(7, SessionState::Hold), Answer::SetExpected(2));
        // A number that the session has come to meanwhile is the better one.
        let mut setup = Setup::proposing();
        setup.answer(7, 200, 2);
        assert!(!setup.offload.wants_expected(9));
        assert_eq!(setup.fence_in(7, SessionState::Hold), Answer::SetExpected(9));
    }

    #[test]
    fn bait_is_denied() {
        let mut setup = Setup::proposing();
        let Some(Command::ResyncNo { proposal }) = setup.answer(7, 250, 3) else {
            panic!("expected RESYNC_NO")
        };
        assert_eq!(proposal.tcp_seq, FIRST_SEQ.wrapping_add(200));
        setup.fence_in(7, SessionState::Search);
        assert!(!setup.offload.is_following());
        setup.resync(300);
        assert_eq!(setup.offload.proposed(), Some(300));
        assert_eq!((setup.counters.denied, setup.counters.confirmed), (1, 0));
    }

    #[test]
    fn a_late_answer_leaves_the_newer_proposal_open() {
        let mut setup = Setup::proposing();
        // Made again: no new one. Another place: it takes the first one's place.
        setup.resync(200);
        setup.resync(400);
        assert_eq!((setup.counters.proposed, setup.counters.superseded), (2, 1));
        setup.answer(7, 400, 5);
        setup.resync(400);
        setup.segment(600, 100);
        setup.resync(600);
        assert_eq!(setup.offload.proposed(), None, "while an answer is on its way");
        assert_eq!(setup.fence(7, CommandResult::Stale), Answer::Nothing);
        assert_eq!((setup.counters.answered_late, setup.counters.confirmed), (1, 0));
        assert_eq!(setup.offload.proposed(), Some(600));
        // ARM makes the core forget it, and so does a reset.
        setup.offload.arming(8, 700, 6, &mut setup.counters);
        assert_eq!(setup.offload.proposed(), None);
        setup.resync(600);
        assert_eq!(setup.offload.proposed(), None);
        let mut setup = Setup::proposing();
        setup.offload.reset();
        assert_eq!(setup.offload.proposed(), None);
    }
}
