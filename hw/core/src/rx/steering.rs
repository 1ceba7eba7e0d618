//! Finds out whose the next frames are, before the gate decides about them.
#![allow(missing_docs)] // of the methods that RustHDL derives

use super::words::{Headers, LookupKey, LookupResult};
use crate::blocks::Code;
use fixnic_abi::limits::RX_FRAME_ENTRIES_MAX;
use rust_hdl::prelude::*;

/// Looks frames up in their order and holds the result of the next one for the gate (docs/datapath.md, 1.4).
///
/// * Enters: headers and keys of the frames in the ingress FIFO, each from a FIFO, in step; results of the lookup.
/// * Leaves: `m_valid` with `ring` and `m_entries` of the oldest frame, eight clocks after its key was there and two after its headers were, until the
///   clock of `m_read`; its headers and result stay for the clock after `m_read`, too.
/// * One frame is held for the gate and one is being looked up: a frame every eight clocks. While the gate does not read, both wait. No
///   input reaches an output in the same clock, `hold` and what comes with a key aside.
/// * `hold` starts no lookup any more; `idle` then says that no frame was looked up that the gate has not decided about. So a
///   command that changes the table falls between two frames.
#[derive(LogicBlock, Default)]
pub struct Steering {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Forgets the frames it has.
    pub reset: Signal<In, Bit>,
    /// Key of the next frame to look up.
    pub s_key: Signal<In, LookupKey>,
    /// It is there.
    pub s_valid: Signal<In, Bit>,
    /// It is taken.
    pub s_read: Signal<Out, Bit>,
    /// Headers of the oldest frame of which they were not taken.
    pub s_headers: Signal<In, Headers>,
    /// They are there.
    pub s_headers_valid: Signal<In, Bit>,
    /// They are taken.
    pub s_headers_read: Signal<Out, Bit>,
    /// Start no lookup.
    pub hold: Signal<In, Bit>,
    /// No frame is held or being looked up.
    pub idle: Signal<Out, Bit>,

    /// A key for the lookup.
    pub lookup_valid: Signal<Out, Bit>,
    /// The key.
    pub lookup_key: Signal<Out, LookupKey>,
    /// A result of the lookup.
    pub result_valid: Signal<In, Bit>,
    /// The result.
    pub result: Signal<In, LookupResult>,

    /// The ring of the oldest frame.
    pub ring: Signal<Out, Bits<2>>,
    /// The oldest frame is known.
    pub m_valid: Signal<Out, Bit>,
    /// Most entries that it may give.
    pub m_entries: Signal<Out, Bits<6>>,
    /// The gate decides about it.
    pub m_read: Signal<In, Bit>,
    /// Headers of the frame that was decided about in the clock before.
    pub given_headers: Signal<Out, Headers>,
    /// Its lookup result.
    pub given_result: Signal<Out, LookupResult>,

    // Being looked up.
    asked: DFF<Bit>,
    bound: DFF<Bits<6>>, // entries, if it is of a session
    bounded: DFF<Bit>,   // its headers are there, since the clock before
    found: DFF<Bit>,
    found_result: DFF<LookupResult>,
    // Held for the gate.
    ready: DFF<Bit>,
    moved: DFF<Bit>,
    headers: DFF<Headers>,
    hit: DFF<LookupResult>,
    entries: DFF<Bits<6>>,

    ask: Signal<Local, Bit>,
    next_result: Signal<Local, LookupResult>,
    moves: Signal<Local, Bit>,
    length: Signal<Local, Bits<16>>,
    most: Code<{ RX_FRAME_ENTRIES_MAX as u64 }, 6>,
    // LOSS, FRAME, a message that ends, one that is broken, and one entry more; each further message takes more than 32 bytes.
    least: Code<5, 6>,
    without_session: Code<2, 6>, // LOSS and FRAME
}

impl Logic for Steering {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            asked,
            bound,
            bounded,
            found,
            found_result,
            ready,
            moved,
            headers,
            hit,
            entries
        );
        // Ask.
        self.ask.next = self.s_valid.val() && !self.asked.q.val() && !self.hold.val();
        self.s_read.next = self.ask.val();
        self.lookup_valid.next = self.ask.val();
        self.lookup_key.next = self.s_key.val();
        if self.ask.val() {
            self.asked.d.next = true;
        }
        self.length.next = self.s_headers.val().payload_length;
        self.bound.d.next = bit_cast::<6, 5>(self.length.val().get_bits::<5>(5)) + self.least.val();
        if self.length.val().get_bits::<6>(10).any() {
            self.bound.d.next = self.most.val();
        }

        self.next_result.next = self.found_result.q.val();
        if self.result_valid.val() {
            self.found.d.next = true;
            self.next_result.next = self.result.val();
            self.found_result.d.next = self.result.val();
        }
        // The answer moves on when the frame before it was decided about. Until then what is not yet ready follows what comes:
        // the registers' enable is `ready` alone.
        self.bounded.d.next = self.s_headers_valid.val() && !self.moved.q.val();
        self.moves.next =
            (self.found.q.val() || self.result_valid.val()) && self.bounded.q.val() && !self.ready.q.val();
        self.moved.d.next = self.moves.val();
        if !self.ready.q.val() {
            self.headers.d.next = self.s_headers.val();
            self.hit.d.next = self.next_result.val();
            self.entries.d.next = self.bound.q.val();
            if !self.next_result.val().hit || !self.s_headers.val().steered {
                self.entries.d.next = self.without_session.val();
            }
            // Of a frame whose 4-tuple does not count, the answer does not either.
            if !self.s_headers.val().steered {
                self.hit.d.next.hit = false;
                self.hit.d.next.ring = 0.into();
            }
        }
        if self.m_read.val() {
            self.ready.d.next = false;
        }
        if self.moves.val() {
            self.asked.d.next = false;
            self.found.d.next = false;
            self.ready.d.next = true;
        }

        self.s_headers_read.next = self.moved.q.val();
        self.ring.next = self.hit.q.val().ring;
        self.m_valid.next = self.ready.q.val();
        self.m_entries.next = self.entries.q.val();
        self.given_headers.next = self.headers.q.val();
        self.given_result.next = self.hit.q.val();
        self.idle.next = !self.asked.q.val() && !self.ready.q.val();
        if self.reset.val() {
            self.asked.d.next = false;
            self.found.d.next = false;
            self.ready.d.next = false;
            self.moved.d.next = false;
            self.bounded.d.next = false;
        }
    }
}
