//! State, generation and next TCP number of each session.

use super::words::SessionWord;
use crate::blocks::Ram;
use rust_hdl::prelude::*;

/// The session table with its two users, of which only one is at work at a time: the mailbox works between frames.
///
/// * Enters: reads and writes of both; clearing writes.
/// * Leaves: the word, two clocks after the session; a word written in clock t is seen by a read in t + 2.
#[derive(LogicBlock, Default)]
pub struct SessionTable {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// The mailbox is at work.
    pub cmd_active: Signal<In, Bit>,
    /// Session to read for the receive path.
    pub rx_read: Signal<In, Bits<10>>,
    /// The receive path writes.
    pub rx_write: Signal<In, Bit>,
    /// The session it writes.
    pub rx_session: Signal<In, Bits<10>>,
    /// What it writes.
    pub rx_update: Signal<In, SessionWord>,
    /// Session of the mailbox, to read and to write.
    pub cmd_session: Signal<In, Bits<10>>,
    /// The mailbox writes.
    pub cmd_write: Signal<In, Bit>,
    /// What it writes.
    pub cmd_update: Signal<In, SessionWord>,
    /// Clears a session.
    pub clear: Signal<In, Bit>,
    /// The session to clear.
    pub clear_session: Signal<In, Bits<10>>,
    /// The word that was asked for.
    pub word: Signal<Out, SessionWord>,

    ram: Ram<SessionWord, 10>,
    write: DFF<Bit>,
    session: DFF<Bits<10>>,
    update: DFF<SessionWord>,
    fetched: DFF<SessionWord>,
}

impl Logic for SessionTable {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, write, session, update, fetched);
        self.ram.clock.next = self.clock.val();
        self.ram.read_address.next = self.rx_read.val();
        self.write.d.next = self.rx_write.val();
        self.session.d.next = self.rx_session.val();
        self.update.d.next = self.rx_update.val();
        if self.cmd_active.val() {
            self.ram.read_address.next = self.cmd_session.val();
            self.write.d.next = self.cmd_write.val();
            self.session.d.next = self.cmd_session.val();
            self.update.d.next = self.cmd_update.val();
        }
        if self.clear.val() {
            self.write.d.next = true;
            self.session.d.next = self.clear_session.val();
            self.update.d.next.state = 0.into();
            self.update.d.next.generation = 0.into();
            self.update.d.next.rcv_nxt = 0.into();
            self.update.d.next.ahead = 0.into();
        }
        self.ram.write_enable.next = self.write.q.val();
        self.ram.write_address.next = self.session.q.val();
        self.ram.write_data.next = self.update.q.val();
        self.fetched.d.next = self.ram.read_data.val();
        self.word.next = self.fetched.q.val();
    }
}
