//! The mailbox: commands, one at a time, each answered by a FENCE entry (docs/datapath.md, section 7).
use crate::device::Device;
use crate::error::MailboxError;
use crate::lookup::Place;
use fixnic_abi::{bcd, reg, CommandOp, FenceEntry, ResyncEntry};
use std::collections::VecDeque;

/// Commands that may wait at once.
pub const QUEUE_MAX: usize = 4096;

/// A command for the core.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Start tracking a connection.
    Arm {
        /// Session, slot and 4-tuple.
        place: Place,
        /// RX ring of the session's frames and fences from now on.
        ring: u8,
        /// TCP number of the first byte to parse: the first byte of a FIX message.
        tcp_seq: u32,
        /// Next expected MsgSeqNum.
        expected: u64,
    },
    /// Stop tracking a connection.
    Disarm {
        /// Session, slot and 4-tuple.
        place: Place,
    },
    /// Set the next expected MsgSeqNum.
    SetExpected {
        /// Session number.
        session: u16,
        /// Next expected MsgSeqNum.
        expected: u64,
    },
    /// The message proposed is one.
    ResyncOk {
        /// The proposal.
        proposal: Proposal,
        /// MsgSeqNum expected at its first byte.
        expected: u64,
    },
    /// The message proposed is none.
    ResyncNo {
        /// The proposal.
        proposal: Proposal,
    },
}

/// What a RESYNC entry proposes, as the answer repeats it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proposal {
    /// Session number.
    pub session: u16,
    /// Generation of the session.
    pub generation: u16,
    /// TCP number of the message's first byte.
    pub tcp_seq: u32,
}

impl From<&ResyncEntry> for Proposal {
    fn from(entry: &ResyncEntry) -> Self {
        Self {
            session: entry.session,
            generation: entry.generation,
            tcp_seq: entry.tcp_seq,
        }
    }
}

impl Command {
    /// The operation.
    pub fn op(&self) -> CommandOp {
        match self {
            Command::Arm { .. } => CommandOp::Arm,
            Command::Disarm { .. } => CommandOp::Disarm,
            Command::SetExpected { .. } => CommandOp::SetExpected,
            Command::ResyncOk { .. } => CommandOp::ResyncOk,
            Command::ResyncNo { .. } => CommandOp::ResyncNo,
        }
    }

    /// The session.
    pub fn session(&self) -> u16 {
        match self {
            Command::Arm { place, .. } | Command::Disarm { place } => place.session,
            Command::SetExpected { session, .. } => *session,
            Command::ResyncOk { proposal, .. } | Command::ResyncNo { proposal } => proposal.session,
        }
    }

    /// The RX ring that the command names.
    pub(crate) fn ring(&self) -> Option<u8> {
        match self {
            Command::Arm { ring, .. } => Some(*ring),
            _ => None,
        }
    }

    /// The expected MsgSeqNum, where the command has one.
    fn expected(&self) -> Option<u64> {
        match self {
            Command::Arm { expected, .. }
            | Command::SetExpected { expected, .. }
            | Command::ResyncOk { expected, .. } => Some(*expected),
            Command::Disarm { .. } | Command::ResyncNo { .. } => None,
        }
    }
}

/// Names a command until its fence; no two commands of 2^30 in a row share one.
pub type Tag = u32;

/// Tags from here on are chosen by those who submit; [`Mailbox::submit`] keeps to those below.
pub const CHOSEN_TAG_MIN: Tag = 1 << 30;

/// Commands waiting, and the one under way. The core takes the next one only when the fence of the last has been polled, so
/// the mailbox is never found busy and never polled.
#[derive(Debug, Default)]
pub struct Mailbox {
    next_tag: Tag,
    under_way: Option<(Tag, Command)>,
    waiting: VecDeque<(Tag, Command)>,
}

impl Mailbox {
    pub(crate) fn new() -> Self {
        Self {
            waiting: VecDeque::with_capacity(64),
            ..Self::default()
        }
    }

    /// Queues a command. Its fence carries the tag returned. Commands are applied in the order given.
    pub fn submit(&mut self, device: &mut impl Device, command: Command) -> Result<Tag, MailboxError> {
        let tag = self.next_tag;
        self.submit_as(device, tag, command)?;
        self.next_tag = (tag + 1) % CHOSEN_TAG_MIN;
        Ok(tag)
    }

    /// The same under a tag of the caller's.
    pub fn submit_as(
        &mut self,
        device: &mut impl Device,
        tag: Tag,
        command: Command,
    ) -> Result<(), MailboxError> {
        if let Some(expected) = command.expected() {
            if expected == 0 || expected > bcd::MAX {
                return Err(MailboxError::Expected { found: expected });
            }
        }
        if self.waiting.len() == QUEUE_MAX {
            return Err(MailboxError::Full { commands: QUEUE_MAX });
        }
        self.waiting.push_back((tag, command));
        self.start_next(device);
        Ok(())
    }

    /// Takes note of a fence and starts the next command. Returns the command that the fence answers; `None` for a fence that
    /// answers none of ours.
    pub fn on_fence(&mut self, device: &mut impl Device, fence: &FenceEntry) -> Option<Command> {
        let (_, command) = self.under_way.take_if(|(tag, _)| *tag == fence.tag)?;
        self.start_next(device);
        Some(command)
    }

    /// Whether no command waits or is under way.
    pub fn is_idle(&self) -> bool {
        self.under_way.is_none() && self.waiting.is_empty()
    }

    /// The command that has no fence yet.
    pub(crate) fn under_way(&self) -> Option<&Command> {
        self.under_way.as_ref().map(|(_, command)| command)
    }

    /// Gives the command under way once more, under the same tag: it was applied or refused, and its fence is lost.
    pub(crate) fn repeat(&mut self, device: &mut impl Device) {
        if let Some(command) = self.under_way.take() {
            self.waiting.push_front(command);
        }
        self.start_next(device);
    }

    /// As after so many commands.
    #[cfg(test)]
    pub(crate) fn go_on_from_tag(&mut self, tag: Tag) {
        self.next_tag = tag;
    }

    /// Forgets every command, as a reset of the device does.
    pub(crate) fn clear(&mut self) {
        self.under_way = None;
        self.waiting.clear();
    }

    fn start_next(&mut self, device: &mut impl Device) {
        if self.under_way.is_some() {
            return;
        }
        let Some((tag, command)) = self.waiting.pop_front() else {
            return;
        };
        device.write32(reg::CMD_SESSION.at(0), u32::from(command.session()));
        device.write32(reg::CMD_TAG.at(0), tag);
        if let Command::Arm { place, .. } | Command::Disarm { place } = command {
            device.write32(reg::CMD_SLOT.at(0), u32::from(place.slot));
        }
        if let Command::Arm {
            place, ring, tcp_seq, ..
        } = command
        {
            device.write32(reg::CMD_RING.at(0), u32::from(ring));
            use reg::field::CMD_PORTS::{local, remote};
            let tuple = place.tuple;
            device.write32(reg::CMD_LOCAL_IP.at(0), tuple.local_ip);
            device.write32(reg::CMD_REMOTE_IP.at(0), tuple.remote_ip);
            let ports = remote.put(u32::from(tuple.remote_port)) | local.put(u32::from(tuple.local_port));
            device.write32(reg::CMD_PORTS.at(0), ports);
            device.write32(reg::CMD_TCP_SEQ.at(0), tcp_seq);
        }
        if let Command::ResyncOk { proposal, .. } | Command::ResyncNo { proposal } = command {
            device.write32(reg::CMD_TCP_SEQ.at(0), proposal.tcp_seq);
            device.write32(reg::CMD_GENERATION.at(0), u32::from(proposal.generation));
        }
        if let Some(expected) = command.expected() {
            // Within ten digits, as submit() has checked.
            let digits = bcd::from_u64(expected).unwrap_or_default();
            device.write32(reg::CMD_EXPECTED_LO.at(0), digits as u32);
            device.write32(reg::CMD_EXPECTED_HI.at(0), (digits >> 32) as u32);
        }
        device.write32(reg::CMD_GO.at(0), command.op() as u32);
        self.under_way = Some((tag, command));
    }
}
