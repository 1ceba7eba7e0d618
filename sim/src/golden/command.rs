//! Section 7: the mailbox.
use super::session::{has_its_place, Session};
use super::verdict::Sequence;
use fixnic_abi::limits::{RX_RINGS, SESSIONS, SLOTS};
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::{bcd, CommandOp, CommandResult, EntryKind, FenceEntry, SessionState};
use std::collections::HashMap;

/// The CMD registers at CMD_GO.
#[derive(Debug, Clone, Copy)]
pub struct Command {
    /// Operation, as given.
    pub op: u8,
    /// Slot of the lookup table.
    pub slot: u32,
    /// Session number.
    pub session: u32,
    /// RX ring of the session, for ARM.
    pub ring: u32,
    /// The connection.
    pub tuple: FourTuple,
    /// First TCP number to parse, or the one proposed.
    pub tcp_seq: u32,
    /// Generation of the proposal.
    pub generation: u32,
    /// Expected MsgSeqNum, ten BCD digits.
    pub expected_bcd: u64,
    /// Comes back in the FENCE.
    pub tag: u32,
}

/// What stands in a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    tuple: FourTuple,
    /// The connection's session.
    pub session: u16,
    /// The ring of its frames.
    pub ring: usize,
}

/// Lookup table and sessions.
#[derive(Debug, Default)]
pub struct Tables {
    slots: HashMap<u16, Hit>,
    /// Ring of each session's last ARM.
    rings: HashMap<u32, usize>,
    sessions: HashMap<u16, Session>,
}

impl Tables {
    /// The session and the ring of a connection (rule 2.5).
    pub fn find(&self, tuple: &FourTuple) -> Option<Hit> {
        tuple.slots().iter().find_map(|slot| match self.slots.get(slot) {
            Some(hit) if hit.tuple == *tuple => Some(*hit),
            _ => None,
        })
    }

    /// The ring that a command's FENCE goes to.
    pub fn fence_ring(&self, command: &Command) -> usize {
        match CommandOp::from_bits(command.op) {
            None => 0,
            Some(_) if command.session >= SESSIONS => 0,
            Some(CommandOp::Arm) if command.ring >= RX_RINGS => 0,
            Some(CommandOp::Arm) => command.ring as usize,
            Some(_) => self.rings.get(&command.session).copied().unwrap_or(0),
        }
    }

    /// A session; one that was never armed is FREE.
    pub fn session(&mut self, number: u16) -> &mut Session {
        self.sessions.entry(number).or_default()
    }

    /// Applies a command and gives its FENCE, without epoch.
    pub fn apply(&mut self, command: &Command) -> FenceEntry {
        let result = match self.try_apply(command) {
            Ok(()) => CommandResult::Ok,
            Err(refusal) => refusal,
        };
        let session = match result {
            CommandResult::BadOp | CommandResult::BadSession => Session::default(),
            _ => self.session(command.session as u16).clone(),
        };
        FenceEntry {
            kind: EntryKind::Fence as u8,
            op: command.op,
            result: result as u8,
            session_state: session.state as u8,
            session: command.session as u16,
            generation: session.generation,
            tag: command.tag,
            rcv_nxt: session.rcv_nxt,
            ..FenceEntry::default()
        }
    }

    fn try_apply(&mut self, command: &Command) -> Result<(), CommandResult> {
        let op = CommandOp::from_bits(command.op).ok_or(CommandResult::BadOp)?;
        if command.session >= SESSIONS {
            return Err(CommandResult::BadSession);
        }
        if matches!(op, CommandOp::Arm | CommandOp::Disarm) && command.slot >= SLOTS {
            return Err(CommandResult::BadSlot);
        }
        if op == CommandOp::Arm && command.ring >= RX_RINGS {
            return Err(CommandResult::BadRing);
        }
        let expected = match bcd::to_u64(command.expected_bcd) {
            Some(number) if number > 0 => Some(number),
            _ => None,
        };
        let (slot, number) = (command.slot as u16, command.session as u16);
        match op {
            CommandOp::Arm => {
                let expected = expected.ok_or(CommandResult::BadExpected)?;
                let hit = Hit {
                    tuple: command.tuple,
                    session: number,
                    ring: command.ring as usize,
                };
                self.slots.insert(slot, hit);
                self.rings.insert(command.session, hit.ring);
                self.session(number).arm(command.tcp_seq, expected);
            }
            CommandOp::Disarm => {
                self.slots.remove(&slot);
                self.session(number).disarm();
            }
            CommandOp::SetExpected => {
                let expected = expected.ok_or(CommandResult::BadExpected)?;
                let session = self.session(number);
                if !has_its_place(session.state) {
                    return Err(CommandResult::BadState);
                }
                if session.state == SessionState::Hold {
                    session.state = SessionState::Track;
                }
                session.sequence = Sequence::new(expected);
            }
            CommandOp::ResyncOk => {
                let expected = expected.ok_or(CommandResult::BadExpected)?;
                self.open_proposal(command)?.confirm(expected);
            }
            CommandOp::ResyncNo => self.open_proposal(command)?.search(),
        }
        let session = self.session(number);
        session.generation = session.generation.wrapping_add(1);
        Ok(())
    }

    /// The session, if the command answers what it proposes.
    fn open_proposal(&mut self, command: &Command) -> Result<&mut Session, CommandResult> {
        let session = self.session(command.session as u16);
        let candidate = session.candidate().ok_or(CommandResult::BadState)?;
        if command.generation as u16 != session.generation || command.tcp_seq != candidate.tcp_seq {
            return Err(CommandResult::Stale);
        }
        Ok(session)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn command(op: u8) -> Command {
        let tuple = FourTuple {
            local_ip: 1,
            remote_ip: 2,
            local_port: 3,
            remote_port: 4,
        };
        Command {
            op,
            slot: u32::from(tuple.slots()[2]),
            session: 9,
            ring: 2,
            tuple,
            tcp_seq: 1234,
            generation: 0,
            expected_bcd: 0x17,
            tag: 0xFEED,
        }
    }

    fn result(fence: FenceEntry) -> CommandResult {
        CommandResult::from_bits(fence.result).unwrap()
    }

    #[test]
    fn a_session_is_armed_found_and_disarmed() {
        let mut tables = Tables::default();
        let tuple = command(1).tuple;
        let fence = tables.apply(&command(1));
        assert_eq!(
            (result(fence), fence.generation, fence.rcv_nxt, fence.tag),
            (CommandResult::Ok, 1, 1234, 0xFEED)
        );
        assert_eq!(fence.session_state, SessionState::Armed as u8);
        assert_eq!(
            tables.find(&tuple).map(|hit| (hit.session, hit.ring)),
            Some((9, 2))
        );
        assert_eq!(
            tables.find(&FourTuple {
                local_port: 4,
                ..tuple
            }),
            None
        );
        let fence = tables.apply(&command(2));
        assert_eq!(
            (fence.generation, fence.rcv_nxt, fence.session_state),
            (2, 0, SessionState::Free as u8)
        );
        assert_eq!(tables.find(&tuple), None);
    }

    #[test]
    fn a_slot_that_is_not_the_connections_is_never_found() {
        let mut tables = Tables::default();
        let wrong = (0..SLOTS)
            .find(|slot| !command(1).tuple.slots().contains(&(*slot as u16)))
            .unwrap();
        assert_eq!(
            result(tables.apply(&Command {
                slot: wrong,
                ..command(1)
            })),
            CommandResult::Ok
        );
        assert_eq!(tables.find(&command(1).tuple), None);
    }

    #[test]
    fn refusals_come_in_their_order_and_change_nothing() {
        let mut tables = Tables::default();
        let all_wrong = Command {
            op: 0,
            session: 1024,
            slot: 4096,
            ring: 4,
            expected_bcd: 0,
            ..command(1)
        };
        assert_eq!(result(tables.apply(&all_wrong)), CommandResult::BadOp);
        assert_eq!(
            result(tables.apply(&Command { op: 1, ..all_wrong })),
            CommandResult::BadSession
        );
        assert_eq!(
            result(tables.apply(&Command {
                op: 1,
                session: 0,
                ..all_wrong
            })),
            CommandResult::BadSlot
        );
        assert_eq!(
            result(tables.apply(&Command {
                op: 1,
                session: 0,
                slot: 0,
                ..all_wrong
            })),
            CommandResult::BadRing
        );
        let expected_wrong = Command {
            op: 3,
            session: 0,
            ..all_wrong
        };
        assert_eq!(result(tables.apply(&expected_wrong)), CommandResult::BadExpected);
        let digit_wrong = Command {
            expected_bcd: 0xA1,
            ..expected_wrong
        };
        assert_eq!(result(tables.apply(&digit_wrong)), CommandResult::BadExpected);
        let fence = tables.apply(&Command {
            expected_bcd: 1,
            ..expected_wrong
        });
        assert_eq!((result(fence), fence.generation), (CommandResult::BadState, 0));
    }

    #[test]
    fn fences_go_where_the_session_is() {
        let mut tables = Tables::default();
        assert_eq!(tables.fence_ring(&command(1)), 2);
        assert_eq!(tables.fence_ring(&command(3)), 0, "never armed");
        tables.apply(&command(1));
        tables.apply(&command(2));
        assert_eq!(tables.fence_ring(&command(3)), 2, "DISARM keeps the ring");
        let elsewhere = Command {
            ring: 4,
            ..command(1)
        };
        for refused in [
            command(0),
            Command {
                session: 1024,
                ..command(3)
            },
            elsewhere,
        ] {
            assert_eq!(tables.fence_ring(&refused), 0, "{refused:?}");
        }
        tables.apply(&elsewhere);
        assert_eq!(tables.fence_ring(&command(3)), 2, "a refused ARM moves nothing");
    }

    #[test]
    fn set_expected_leaves_hold() {
        let mut tables = Tables::default();
        tables.apply(&command(1));
        for (before, after) in [
            (SessionState::Armed, SessionState::Armed),
            (SessionState::Track, SessionState::Track),
            (SessionState::Hold, SessionState::Track),
        ] {
            let session = tables.session(9);
            session.state = before;
            session.sequence.high_water = Some(5);
            let fence = tables.apply(&Command {
                expected_bcd: 0x99,
                ..command(3)
            });
            assert_eq!(fence.session_state, after as u8);
            assert_eq!(tables.session(9).sequence, Sequence::new(99));
        }
        assert_eq!(tables.session(9).generation, 4);
    }
}
