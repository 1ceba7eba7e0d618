//! What each session proposes to the host.
#![allow(missing_docs)] // of the methods that RustHDL derives

use crate::blocks::Ram;
use rust_hdl::prelude::*;

/// A session's candidate (docs/datapath.md, section 3, rules 5 and 6); without meaning unless the session is in CANDIDATE.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct CandidateWord {
    /// TCP number of the message's first byte.
    pub tcp_seq: Bits<32>,
    /// Its MsgSeqNum, BCD.
    pub number: Bits<40>,
    /// Frames since it was proposed.
    pub frames: Bits<6>,
}

/// The candidates with their two users, of which only one is at work at a time: the mailbox works between frames.
///
/// * Enters: the receive path's reads and writes, the mailbox's reads.
/// * Leaves: the word, three clocks after the session; a word written in clock t is seen by a read in t + 2.
#[derive(LogicBlock, Default)]
pub struct CandidateTable {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// The mailbox is at work.
    pub cmd_active: Signal<In, Bit>,
    /// Session of the receive path, to read and to write.
    pub rx_session: Signal<In, Bits<10>>,
    /// The receive path writes.
    pub rx_write: Signal<In, Bit>,
    /// What it writes.
    pub rx_update: Signal<In, CandidateWord>,
    /// Session of the mailbox, to read.
    pub cmd_session: Signal<In, Bits<10>>,
    /// The word that was asked for.
    pub word: Signal<Out, CandidateWord>,

    ram: Ram<CandidateWord, 10>,
    write: DFF<Bit>,
    session: DFF<Bits<10>>,
    update: DFF<CandidateWord>,
    fetched: DFF<CandidateWord>, // in the RAM block, where its tool has a register
    kept: DFF<CandidateWord>,
}

impl Logic for CandidateTable {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, write, session, update, fetched, kept);
        self.ram.clock.next = self.clock.val();
        self.ram.read_address.next = self.rx_session.val();
        if self.cmd_active.val() {
            self.ram.read_address.next = self.cmd_session.val();
        }
        self.write.d.next = self.rx_write.val();
        self.session.d.next = self.rx_session.val();
        self.update.d.next = self.rx_update.val();
        self.ram.write_enable.next = self.write.q.val();
        self.ram.write_address.next = self.session.q.val();
        self.ram.write_data.next = self.update.q.val();
        self.fetched.d.next = self.ram.read_data.val();
        self.kept.d.next = self.fetched.q.val();
        self.word.next = self.kept.q.val();
    }
}
