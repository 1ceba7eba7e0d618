//! Puts the entries of each frame in order and in their place.
#![allow(missing_docs)] // of the methods that RustHDL derives

use super::entry_words::{EntryWord, FenceBody, FrameBody, LossBody};
use super::words::Admission;
use crate::axi::words::PlacedEntry;
use crate::blocks::Code;
use fixnic_abi::EntryKind;
use rust_hdl::prelude::*;

/// Which entry comes next.
#[derive(Copy, Clone, Debug, PartialEq, LogicState)]
pub enum FormatState {
    /// Between frames.
    Await,
    /// The figures of a FENCE's ring are fetched.
    FenceRing,
    /// A FENCE.
    Fence,
    /// Adds up the drops before the frame.
    SumFirst,
    /// Adds up the drops before the frame.
    SumSecond,
    /// Compares them with what the last LOSS entry said.
    Compare,
    /// A LOSS entry, if they differ.
    Loss,
    /// MSG entries, and at last FRAME.
    Frame,
}

/// An entry without what only the gate knew.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct EntryEvent {
    /// The frame's last entry, FRAME; otherwise MSG or RESYNC.
    pub frame: Bit,
    /// `MsgBody`, `ResyncBody` or `FrameBody`.
    pub body: Bits<240>,
}

/// Entries in the order of docs/datapath.md, 6.5: LOSS if due, MSG, RESYNC if due, FRAME; FENCE between frames.
///
/// * Enters: admissions and entry events, each from a FIFO; a FENCE, held until `fence_done`; the figures of the ring at `ring`, in
///   the same clock. One ring is dealt with at a time: its count is fetched before its first entry and goes on here.
/// * Leaves: entries with their addresses, four clocks after the event was taken; `frame_done` when a FRAME entry has taken its place.
/// * Never stalls: the gate admits no frame without slack in the FIFO behind.
#[derive(LogicBlock, Default)]
pub struct EntryFormat {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Forgets the frame it is in.
    pub reset: Signal<In, Bit>,
    /// A reset by CONTROL: drops are counted anew.
    pub zero_counts: Signal<In, Bit>,
    /// Number of this life of the device.
    pub epoch: Signal<In, Bits<8>>,
    /// Of the next frame.
    pub admission: Signal<In, Admission>,
    /// There is one.
    pub admission_valid: Signal<In, Bit>,
    /// It is taken.
    pub admission_read: Signal<Out, Bit>,
    /// MSG, RESYNC and FRAME.
    pub item: Signal<In, EntryEvent>,
    /// There is one.
    pub event_valid: Signal<In, Bit>,
    /// It is taken.
    pub event_read: Signal<Out, Bit>,
    /// A FENCE.
    pub fence: Signal<In, FenceBody>,
    /// Its ring.
    pub fence_ring: Signal<In, Bits<2>>,
    /// There is one.
    pub fence_valid: Signal<In, Bit>,
    /// It has taken its place.
    pub fence_done: Signal<Out, Bit>,

    /// The ring that is dealt with.
    pub ring: Signal<Out, Bits<2>>,
    /// Count of its entries.
    pub ring_entry: Signal<In, Bits<16>>,
    /// Number of its entries less one.
    pub ring_mask: Signal<In, Bits<16>>,
    /// The bit of the count that turns with each lap.
    pub ring_lap_bit: Signal<In, Bits<16>>,
    /// Where its entries are.
    pub ring_base: Signal<In, Bits<64>>,
    /// It takes an entry.
    pub take_entry: Signal<Out, Bit>,

    /// An entry.
    pub m_valid: Signal<Out, Bit>,
    /// Its content.
    pub m_entry: Signal<Out, PlacedEntry>,
    /// A frame's last entry has taken its place.
    pub frame_done: Signal<Out, Bit>,
    /// Its ring.
    pub done_ring: Signal<Out, Bits<2>>,
    /// Entries that were kept free for it.
    pub done_entries: Signal<Out, Bits<6>>,
    /// An event passes, for the statistics.
    pub stat_event: Signal<Out, Bit>,
    /// It is a FRAME.
    pub stat_frame: Signal<Out, Bit>,
    /// It is a RESYNC.
    pub stat_resync: Signal<Out, Bit>,
    /// Verdict or class; 0 for a RESYNC.
    pub stat_code: Signal<Out, Bits<8>>,
    /// Flags of a FRAME.
    pub stat_flags: Signal<Out, Bits<16>>,
    /// Length of a FRAME.
    pub stat_length: Signal<Out, Bits<16>>,

    state: DFF<FormatState>,
    two_drops: DFF<Bits<32>>,
    dropped: DFF<Bits<32>>,
    told: [DFF<Bits<32>>; 4], // what each ring's last LOSS entry said
    told_here: DFF<Bits<32>>,
    differs: DFF<Bit>,
    tells_1: DFF<Bit>, // a LOSS entry says what was dropped: kept a clock later, by which time the frame is not over
    at: DFF<Bits<2>>,  // the ring
    count: DFF<Bits<16>>,
    mask: DFF<Bits<16>>,
    lap_bit: DFF<Bits<16>>,
    start: DFF<Bits<64>>, // address of its entries
    // 1: the entry is chosen.
    valid_1: DFF<Bit>,
    frame_1: DFF<Bit>,
    event_1: DFF<Bit>,
    body_1: DFF<Bits<240>>,
    // 2: it has its place.
    valid_2: DFF<Bit>,
    frame_2: DFF<Bit>,
    word_2: DFF<EntryWord>,
    place_2: DFF<Bits<16>>,
    base_2: DFF<Bits<64>>,
    ring_2: DFF<Bits<2>>,
    // 3 and 4: its address.
    valid_3: DFF<Bit>,
    entry_3: DFF<PlacedEntry>,
    low_3: DFF<Bits<33>>,
    high_3: DFF<Bits<32>>,
    valid_4: DFF<Bit>,
    entry_4: DFF<PlacedEntry>,
    done: DFF<Bit>,
    done_at: DFF<Bits<2>>,
    kept: DFF<Bits<6>>,
    fenced: DFF<Bit>,
    tells: Signal<Local, Bit>,
    lap: Signal<Local, Bits<16>>,

    frame: Signal<Local, FrameBody>,
    loss: Signal<Local, LossBody>,
    event_body: Signal<Local, Bits<240>>,
    stat_body: Signal<Local, Bits<240>>,
    base: Signal<Local, Bits<64>>,
    high: Signal<Local, Bits<32>>,
    phase_byte: Signal<Local, Bits<8>>,
    kind: Signal<Local, Bits<8>>,
    kind_resync: Code<{ EntryKind::Resync as u64 }, 8>,
    kind_loss: Code<{ EntryKind::Loss as u64 }, 8>,
}

impl Logic for EntryFormat {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self, clock, state, two_drops, dropped, told_here, differs, tells_1, at, count, mask, lap_bit,
            start, valid_1, frame_1, event_1, body_1, valid_2, frame_2, word_2, place_2, base_2, ring_2,
            valid_3, entry_3, low_3, high_3, valid_4, entry_4, done, done_at, kept, fenced
        );
        // A FRAME event, with what only the gate knew.
        self.event_body.next = self.item.val().body;
        self.frame.next.kind = self.event_body.val().get_bits::<8>(0);
        self.frame.next.class = self.event_body.val().get_bits::<8>(8);
        self.frame.next.flags = self.event_body.val().get_bits::<16>(16);
        self.frame.next.session = self.event_body.val().get_bits::<16>(32);
        self.frame.next.generation = self.event_body.val().get_bits::<16>(48);
        self.frame.next.ts_ns = self.admission.val().ts_ns;
        self.frame.next.granule = self.admission.val().granule;
        self.frame.next.length = self.event_body.val().get_bits::<16>(144);
        self.frame.next.dropped = self.dropped.q.val();
        self.frame.next.payload_offset = self.event_body.val().get_bits::<16>(192);
        self.frame.next.payload_length = self.event_body.val().get_bits::<16>(208);
        self.frame.next.session_state = self.event_body.val().get_bits::<8>(224);
        self.frame.next.messages = self.event_body.val().get_bits::<8>(232);
        self.loss.next.kind = self.kind_loss.val();
        self.loss.next.reserved = 0.into();
        self.loss.next.drop_fifo = self.admission.val().drop_fifo;
        self.loss.next.drop_disabled = self.admission.val().drop_disabled;
        self.loss.next.drop_ring = self.admission.val().drop_ring;
        self.loss.next.reserved_high = 0.into();

        // 1: choose.
        self.valid_1.d.next = false;
        self.frame_1.d.next = false;
        self.event_1.d.next = false;
        self.event_read.next = false;
        self.fenced.d.next = false;
        self.tells.next = false;
        match self.state.q.val() {
            FormatState::Await => {
                if self.fence_valid.val() && !self.fenced.q.val() {
                    self.at.d.next = self.fence_ring.val();
                    self.state.d.next = FormatState::FenceRing;
                } else if self.admission_valid.val() && !self.frame_1.q.val() {
                    self.at.d.next = self.admission.val().ring;
                    self.state.d.next = FormatState::SumFirst;
                }
            }
            FormatState::FenceRing => {
                self.count.d.next = self.ring_entry.val();
                self.mask.d.next = self.ring_mask.val();
                self.lap_bit.d.next = self.ring_lap_bit.val();
                self.start.d.next = self.ring_base.val();
                self.state.d.next = FormatState::Fence;
            }
            FormatState::Fence => {
                self.valid_1.d.next = true;
                self.fenced.d.next = true;
                self.state.d.next = FormatState::Await;
            }
            FormatState::SumFirst => {
                self.count.d.next = self.ring_entry.val();
                self.mask.d.next = self.ring_mask.val();
                self.lap_bit.d.next = self.ring_lap_bit.val();
                self.start.d.next = self.ring_base.val();
                self.two_drops.d.next = self.admission.val().drop_fifo + self.admission.val().drop_disabled;
                self.state.d.next = FormatState::SumSecond;
            }
            FormatState::SumSecond => {
                self.dropped.d.next = self.two_drops.q.val() + self.admission.val().drop_ring;
                self.state.d.next = FormatState::Compare;
            }
            FormatState::Compare => {
                self.state.d.next = FormatState::Loss;
            }
            FormatState::Loss => {
                if self.differs.q.val() {
                    self.valid_1.d.next = true;
                    self.tells.next = true;
                }
                self.state.d.next = FormatState::Frame;
            }
            FormatState::Frame => {
                if self.event_valid.val() {
                    self.event_read.next = true;
                    self.valid_1.d.next = true;
                    self.event_1.d.next = true;
                    if self.item.val().frame {
                        self.frame_1.d.next = true;
                        self.kept.d.next = self.admission.val().entries;
                        self.state.d.next = FormatState::Await;
                    }
                }
            }
            _ => {
                self.state.d.next = FormatState::Await;
            }
        }
        // The admission has served.
        self.admission_read.next = self.frame_1.q.val();
        // The entry's content follows the state alone, whether there is an entry or not.
        self.body_1.d.next = self.event_body.val();
        if self.item.val().frame {
            self.body_1.d.next = self.frame.val().into();
        }
        if self.state.q.val() == FormatState::Loss {
            self.body_1.d.next = self.loss.val().into();
        }
        if self.state.q.val() == FormatState::Fence {
            self.body_1.d.next = self.fence.val().into();
        }
        self.tells_1.d.next = self.tells.val() && !self.zero_counts.val() && !self.reset.val();
        self.differs.d.next = self.dropped.q.val() != self.told_here.q.val();
        self.told_here.d.next = 0.into();
        for i in 0..4_usize {
            self.told[i].clock.next = self.clock.val();
            self.told[i].d.next = self.told[i].q.val();
            if self.at.q.val() == i.to_bits::<2>() {
                self.told_here.d.next = self.told[i].q.val();
                if self.tells_1.q.val() {
                    self.told[i].d.next = self.dropped.q.val();
                }
            }
            if self.zero_counts.val() || self.reset.val() {
                self.told[i].d.next = 0.into();
            }
        }
        self.fence_done.next = self.fenced.q.val();
        self.stat_body.next = self.body_1.q.val();
        self.stat_event.next = self.event_1.q.val();
        self.stat_frame.next = self.frame_1.q.val();
        self.kind.next = self.stat_body.val().get_bits::<8>(0);
        self.stat_resync.next = self.event_1.q.val() && (self.kind.val() == self.kind_resync.val());
        self.stat_code.next = self.stat_body.val().get_bits::<8>(8);
        self.stat_flags.next = self.stat_body.val().get_bits::<16>(16);
        self.stat_length.next = self.stat_body.val().get_bits::<16>(144);

        // 2: the place.
        self.ring.next = self.at.q.val();
        self.take_entry.next = self.valid_1.q.val();
        if self.valid_1.q.val() {
            self.count.d.next = self.count.q.val() + 1;
        }
        self.done.d.next = self.frame_1.q.val();
        self.done_at.d.next = self.at.q.val();
        self.frame_done.next = self.done.q.val();
        self.done_ring.next = self.done_at.q.val();
        self.done_entries.next = self.kept.q.val();
        self.valid_2.d.next = self.valid_1.q.val();
        self.frame_2.d.next = self.frame_1.q.val();
        self.lap.next = self.count.q.val() & self.lap_bit.q.val();
        self.phase_byte.next = 1.into();
        if self.lap.val().any() {
            self.phase_byte.next = 0.into();
        }
        self.word_2.d.next.body = self.body_1.q.val();
        self.word_2.d.next.epoch = self.epoch.val();
        self.word_2.d.next.phase = self.phase_byte.val();
        self.place_2.d.next = self.count.q.val() & self.mask.q.val();
        self.base_2.d.next = self.start.q.val();
        self.ring_2.d.next = self.at.q.val();

        // 3 and 4: the address.
        self.base.next = self.base_2.q.val();
        self.valid_3.d.next = self.valid_2.q.val();
        self.entry_3.d.next.data = self.word_2.q.val().into();
        self.entry_3.d.next.frame = self.frame_2.q.val();
        self.entry_3.d.next.ring = self.ring_2.q.val();
        self.high_3.d.next = self.base.val().get_bits::<32>(32);
        self.low_3.d.next = bit_cast::<33, 32>(self.base.val().get_bits::<32>(0))
            + (bit_cast::<33, 16>(self.place_2.q.val()) << 5);
        self.valid_4.d.next = self.valid_3.q.val();
        self.entry_4.d.next = self.entry_3.q.val();
        self.high.next = self.high_3.q.val() + bit_cast::<32, 1>(self.low_3.q.val().get_bits::<1>(32));
        self.entry_4.d.next.address = (bit_cast::<64, 32>(self.high.val()) << 32)
            | bit_cast::<64, 32>(self.low_3.q.val().get_bits::<32>(0));
        self.m_valid.next = self.valid_4.q.val();
        self.m_entry.next = self.entry_4.q.val();

        if self.reset.val() {
            self.state.d.next = FormatState::Await;
            self.valid_1.d.next = false;
            self.frame_1.d.next = false;
            self.event_1.d.next = false;
            self.valid_2.d.next = false;
            self.valid_3.d.next = false;
            self.valid_4.d.next = false;
            self.done.d.next = false;
            self.fenced.d.next = false;
        }
    }
}
