//! Beats on their way to the FIX path, without those that never hold payload.
#![allow(missing_docs)] // of the methods that RustHDL derives

use super::words::{Beat, PayloadBeat};
use crate::blocks::Code;
use rust_hdl::prelude::*;

/// Bytes of a frame before its first beat that may hold TCP payload: six whole beats of Ethernet, IPv4 and TCP header.
pub const SKIPPED_BYTES: u64 = 48;

/// Throws the first six beats of each frame away, but for the frame's last: each frame leaves one beat or more.
///
/// * Enters: beats, any gaps.
/// * Leaves: in the same clock, the beats that stay; `early` marks the last beat of a frame that ends before payload can begin.
/// * Never stalls.
#[derive(LogicBlock, Default)]
pub struct PayloadBeats {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// A beat.
    pub s_valid: Signal<In, Bit>,
    /// Its content.
    pub s_beat: Signal<In, Beat>,
    /// It is the frame's first.
    pub s_sof: Signal<In, Bit>,
    /// A beat that stays.
    pub m_valid: Signal<Out, Bit>,
    /// Its content.
    pub m_beat: Signal<Out, PayloadBeat>,

    seen: DFF<Bits<3>>, // beats of the frame so far, six at most
    all_seen: DFF<Bit>, // six
    count: Signal<Local, Bits<3>>,
    late: Signal<Local, Bit>,
    all_but_one: Code<{ SKIPPED_BYTES / 8 - 1 }, 3>,
}

impl Logic for PayloadBeats {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, seen, all_seen);
        self.count.next = self.seen.q.val();
        if self.s_sof.val() {
            self.count.next = 0.into();
        }
        self.late.next = self.all_seen.q.val() && !self.s_sof.val();
        if self.s_valid.val() {
            self.seen.d.next = self.count.val();
            if !self.late.val() {
                self.seen.d.next = self.count.val() + 1;
            }
            self.all_seen.d.next = self.late.val() || (self.count.val() == self.all_but_one.val());
        }
        self.m_valid.next = self.s_valid.val() && (self.late.val() || self.s_beat.val().eof);
        self.m_beat.next.data = self.s_beat.val().data;
        self.m_beat.next.last_lane = self.s_beat.val().last_lane;
        self.m_beat.next.eof = self.s_beat.val().eof;
        self.m_beat.next.early = !self.late.val();
    }
}
