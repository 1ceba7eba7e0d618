//! One stage's share of the per-session context.

use crate::blocks::Ram;
use rust_hdl::prelude::*;

/// A word a session, fetched by the load token and put back when the stage says so.
///
/// * Enters: the load token with its session, in clock L; the stage's state as a word, with `store` in the clock in
///   which it shall be written. A word stored in clock t is seen by a load in t + 1.
/// * Leaves: `restore` and `word` in clock L + 2 (block RAM is slow: its word is registered); the stage takes the word over at the end of that clock, and until then
///   `store` still writes for the session before.
#[derive(LogicBlock, Default)]
pub struct Context<D: Synth, const S: usize> {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// The load token.
    pub load: Signal<In, Bit>,
    /// With `load`: the session.
    pub session: Signal<In, Bits<S>>,
    /// Write `state` back.
    pub store: Signal<In, Bit>,
    /// What to write.
    pub state: Signal<In, D>,
    /// Take `word` over.
    pub restore: Signal<Out, Bit>,
    /// The session's word.
    pub word: Signal<Out, D>,
    /// With `restore`: the stage holds this very session already.
    pub same_session: Signal<Out, Bit>,

    ram: Ram<D, S>,
    fetched: DFF<D>,
    load_1: DFF<Bit>,
    load_2: DFF<Bit>,
    session_1: DFF<Bits<S>>,
    session_2: DFF<Bits<S>>,
    owner: DFF<Bits<S>>,
    same: DFF<Bit>,
}

impl<D: Synth, const S: usize> Logic for Context<D, S> {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, fetched, load_1, load_2, session_1, session_2, owner, same);
        self.ram.clock.next = self.clock.val();
        self.ram.read_address.next = self.session.val();
        self.ram.write_address.next = self.owner.q.val();
        self.ram.write_data.next = self.state.val();
        self.ram.write_enable.next = self.store.val();

        self.load_1.d.next = self.load.val();
        self.session_1.d.next = self.session.val();
        self.load_2.d.next = self.load_1.q.val();
        self.session_2.d.next = self.session_1.q.val();
        self.fetched.d.next = self.ram.read_data.val();
        self.same.d.next = self.session_1.q.val() == self.owner.q.val();
        if self.load_2.q.val() {
            self.owner.d.next = self.session_2.q.val();
        }
        self.restore.next = self.load_2.q.val();
        self.word.next = self.fetched.q.val();
        self.same_session.next = self.same.q.val();
    }
}
