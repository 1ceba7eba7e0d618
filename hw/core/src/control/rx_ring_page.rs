//! The registers of one RX ring.

use super::page::word;
use crate::blocks::Code;
use fixnic_abi::limits::{RING_LOG2_MAX, RING_LOG2_MIN};
use fixnic_abi::reg::{self, field};
use rust_hdl::prelude::*;

/// Addresses, sizes, enable and doorbell of a ring (docs/datapath.md, section 6).
///
/// * A page as [`page`](super::page) describes. Addresses and sizes ignore writes while the ring is on.
/// * Enabling the ring with a size out of range leaves it off and gives `refused` for one clock.
/// * `stop` turns it off, and it stays off while `stop` is 1. So does `failed`, for one clock: a write error, which `stopped` remembers until
///   the ring is enabled anew; as `doorbell_failed` does of a refused doorbell.
#[derive(LogicBlock, Default)]
pub struct RxRingPage {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// To reset values.
    pub clear: Signal<In, Bit>,
    /// Write `data`.
    pub write: Signal<In, Bit>,
    /// Register within the page.
    pub word: Signal<In, Bits<4>>,
    /// What to write.
    pub data: Signal<In, Bits<32>>,
    /// The register at `word`, two clocks later.
    pub read_data: Signal<Out, Bits<32>>,

    /// Turn the ring off.
    pub stop: Signal<In, Bit>,
    /// A write of the ring was answered with an error.
    pub failed: Signal<In, Bit>,
    /// The ring was turned off by `failed`.
    pub stopped: Signal<Out, Bit>,
    /// A doorbell was refused.
    pub doorbell_refused: Signal<In, Bit>,
    /// One was refused since the ring was enabled.
    pub doorbell_failed: Signal<Out, Bit>,
    /// Something of the ring is under way.
    pub draining: Signal<In, Bit>,
    /// Frames dropped because receive or the ring was off.
    pub drop_disabled: Signal<In, Bits<32>>,
    /// Frames dropped because the ring had no room.
    pub drop_ring: Signal<In, Bits<32>>,
    /// The ring is on; its rise zeroes the counts.
    pub enable: Signal<Out, Bit>,
    /// Pulse: enabled with a size out of range.
    pub refused: Signal<Out, Bit>,
    /// Address of the entries, its low six bits 0.
    pub entry_base: Signal<Out, Bits<64>>,
    /// Address of the frame buffer, its low six bits 0.
    pub buffer_base: Signal<Out, Bits<64>>,
    /// Logarithm of the entries.
    pub entry_log2: Signal<Out, Bits<4>>,
    /// Logarithm of the granules.
    pub buffer_log2: Signal<Out, Bits<4>>,
    /// Pulse, the clock after the write.
    pub doorbell: Signal<Out, Bit>,
    /// With `doorbell`: entries consumed.
    pub doorbell_entries: Signal<Out, Bits<16>>,
    /// With `doorbell`: granules consumed.
    pub doorbell_granules: Signal<Out, Bits<16>>,
    /// Entries written.
    pub producer_entries: Signal<In, Bits<16>>,
    /// Granules written.
    pub producer_granules: Signal<In, Bits<16>>,

    entry_lo: DFF<Bits<32>>,
    entry_hi: DFF<Bits<32>>,
    buffer_lo: DFF<Bits<32>>,
    buffer_hi: DFF<Bits<32>>,
    size: DFF<Bits<32>>,
    sizes_fit: DFF<Bit>,
    enabled: DFF<Bit>,
    has_failed: DFF<Bit>,
    bad_doorbell: DFF<Bit>,
    refusal: DFF<Bit>,
    rung: DFF<Bit>,
    consumed: DFF<Bits<32>>,
    at: DFF<Bits<16>>, // `word`, one bit each
    read_now: DFF<Bits<32>>,

    entry_size: Signal<Local, Bits<8>>,
    buffer_size: Signal<Local, Bits<8>>,
    on: Signal<Local, Bit>,
    producer: Signal<Local, Bits<32>>,
    enable_word: Signal<Local, Bits<32>>,
    here: Signal<Local, Bit>,
    at_now: Signal<Local, Bits<16>>,
    read_next: Signal<Local, Bits<32>>,

    at_entry_lo: Code<{ word(&reg::RX_ENTRY_LO) }, 4>,
    at_entry_hi: Code<{ word(&reg::RX_ENTRY_HI) }, 4>,
    at_buffer_lo: Code<{ word(&reg::RX_BUFFER_LO) }, 4>,
    at_buffer_hi: Code<{ word(&reg::RX_BUFFER_HI) }, 4>,
    at_size: Code<{ word(&reg::RX_SIZE) }, 4>,
    at_enable: Code<{ word(&reg::RX_ENABLE) }, 4>,
    at_doorbell: Code<{ word(&reg::RX_DOORBELL) }, 4>,
    at_producer: Code<{ word(&reg::RX_PRODUCER) }, 4>,
    at_drop_disabled: Code<{ word(&reg::RX_DROP_DISABLED) }, 4>,
    at_drop_ring: Code<{ word(&reg::RX_DROP_RING) }, 4>,
    enable_lsb: Code<{ field::RX_ENABLE::enable.lsb as u64 }, 5>,
    draining_lsb: Code<{ field::RX_ENABLE::draining.lsb as u64 }, 5>,
    entry_log2_lsb: Code<{ field::RX_SIZE::entry_log2.lsb as u64 }, 5>,
    buffer_log2_lsb: Code<{ field::RX_SIZE::buffer_log2.lsb as u64 }, 5>,
    producer_entries_lsb: Code<{ field::RX_PRODUCER::entries.lsb as u64 }, 5>,
    producer_granules_lsb: Code<{ field::RX_PRODUCER::granules.lsb as u64 }, 5>,
    consumed_entries_lsb: Code<{ field::RX_DOORBELL::entries.lsb as u64 }, 5>,
    consumed_granules_lsb: Code<{ field::RX_DOORBELL::granules.lsb as u64 }, 5>,
    log2_min: Code<{ RING_LOG2_MIN as u64 }, 8>,
    log2_max: Code<{ RING_LOG2_MAX as u64 }, 8>,
    aligned: Code<{ !63 }, 64>,
}

impl Logic for RxRingPage {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            entry_lo,
            entry_hi,
            buffer_lo,
            buffer_hi,
            size,
            sizes_fit,
            enabled,
            has_failed,
            bad_doorbell,
            refusal,
            rung,
            consumed,
            at,
            read_now
        );
        self.entry_size.next = self.size.q.val().get_bits::<8>(self.entry_log2_lsb.val().index());
        self.buffer_size.next = self
            .size
            .q
            .val()
            .get_bits::<8>(self.buffer_log2_lsb.val().index());
        self.sizes_fit.d.next = (self.entry_size.val() >= self.log2_min.val())
            && (self.entry_size.val() <= self.log2_max.val())
            && (self.buffer_size.val() >= self.log2_min.val())
            && (self.buffer_size.val() <= self.log2_max.val());

        self.at_now.next = 0.into();
        self.here.next = false;
        for i in 0..16_usize {
            self.here.next = self.word.val() == i.to_bits::<4>();
            self.at_now.next = self.at_now.val().replace_bit(i, self.here.val());
        }
        self.at.d.next = self.at_now.val();

        self.on.next = self.data.val().get_bit(0);
        self.refusal.d.next = false;
        self.rung.d.next = false;
        self.consumed.d.next = self.data.val();
        if self.write.val() {
            if !self.enabled.q.val() {
                if self.at.q.val().get_bit(self.at_entry_lo.val().index()) {
                    self.entry_lo.d.next = self.data.val();
                }
                if self.at.q.val().get_bit(self.at_entry_hi.val().index()) {
                    self.entry_hi.d.next = self.data.val();
                }
                if self.at.q.val().get_bit(self.at_buffer_lo.val().index()) {
                    self.buffer_lo.d.next = self.data.val();
                }
                if self.at.q.val().get_bit(self.at_buffer_hi.val().index()) {
                    self.buffer_hi.d.next = self.data.val();
                }
                if self.at.q.val().get_bit(self.at_size.val().index()) {
                    self.size.d.next = self.data.val();
                }
            }
            if self.at.q.val().get_bit(self.at_enable.val().index()) {
                self.enabled.d.next = self.on.val() && (self.enabled.q.val() || self.sizes_fit.q.val());
                self.refusal.d.next = self.on.val() && !self.enabled.q.val() && !self.sizes_fit.q.val();
                if self.on.val() && !self.enabled.q.val() && self.sizes_fit.q.val() {
                    self.has_failed.d.next = false;
                    self.bad_doorbell.d.next = false;
                }
            }
            if self.at.q.val().get_bit(self.at_doorbell.val().index()) {
                self.rung.d.next = true;
            }
        }
        if self.doorbell_refused.val() {
            self.bad_doorbell.d.next = true;
        }
        if self.failed.val() && self.enabled.q.val() {
            self.enabled.d.next = false;
            self.has_failed.d.next = true;
        }
        if self.stop.val() {
            self.enabled.d.next = false;
        }

        self.stopped.next = self.has_failed.q.val();
        self.doorbell_failed.next = self.bad_doorbell.q.val();
        self.enable.next = self.enabled.q.val();
        self.refused.next = self.refusal.q.val();
        self.entry_base.next = (bit_cast::<64, 32>(self.entry_lo.q.val())
            | (bit_cast::<64, 32>(self.entry_hi.q.val()) << 32))
            & self.aligned.val();
        self.buffer_base.next = (bit_cast::<64, 32>(self.buffer_lo.q.val())
            | (bit_cast::<64, 32>(self.buffer_hi.q.val()) << 32))
            & self.aligned.val();
        self.entry_log2.next = self.size.q.val().get_bits::<4>(self.entry_log2_lsb.val().index());
        self.buffer_log2.next = self
            .size
            .q
            .val()
            .get_bits::<4>(self.buffer_log2_lsb.val().index());
        self.doorbell.next = self.rung.q.val();
        self.doorbell_entries.next = self
            .consumed
            .q
            .val()
            .get_bits::<16>(self.consumed_entries_lsb.val().index());
        self.doorbell_granules.next = self
            .consumed
            .q
            .val()
            .get_bits::<16>(self.consumed_granules_lsb.val().index());

        self.producer.next = (bit_cast::<32, 16>(self.producer_entries.val())
            << self.producer_entries_lsb.val())
            | (bit_cast::<32, 16>(self.producer_granules.val()) << self.producer_granules_lsb.val());
        self.enable_word.next = 0.into();
        self.enable_word.next = self
            .enable_word
            .val()
            .replace_bit(self.enable_lsb.val().index(), self.enabled.q.val());
        self.enable_word.next = self
            .enable_word
            .val()
            .replace_bit(self.draining_lsb.val().index(), self.draining.val());
        self.read_next.next = 0.into();
        if self.at.q.val().get_bit(self.at_entry_lo.val().index()) {
            self.read_next.next = self.read_next.val() | self.entry_lo.q.val();
        }
        if self.at.q.val().get_bit(self.at_entry_hi.val().index()) {
            self.read_next.next = self.read_next.val() | self.entry_hi.q.val();
        }
        if self.at.q.val().get_bit(self.at_buffer_lo.val().index()) {
            self.read_next.next = self.read_next.val() | self.buffer_lo.q.val();
        }
        if self.at.q.val().get_bit(self.at_buffer_hi.val().index()) {
            self.read_next.next = self.read_next.val() | self.buffer_hi.q.val();
        }
        if self.at.q.val().get_bit(self.at_size.val().index()) {
            self.read_next.next = self.read_next.val() | self.size.q.val();
        }
        if self.at.q.val().get_bit(self.at_enable.val().index()) {
            self.read_next.next = self.read_next.val() | self.enable_word.val();
        }
        if self.at.q.val().get_bit(self.at_producer.val().index()) {
            self.read_next.next = self.read_next.val() | self.producer.val();
        }
        if self.at.q.val().get_bit(self.at_drop_disabled.val().index()) {
            self.read_next.next = self.read_next.val() | self.drop_disabled.val();
        }
        if self.at.q.val().get_bit(self.at_drop_ring.val().index()) {
            self.read_next.next = self.read_next.val() | self.drop_ring.val();
        }
        self.read_now.d.next = self.read_next.val();
        self.read_data.next = self.read_now.q.val();

        if self.clear.val() {
            self.entry_lo.d.next = 0.into();
            self.entry_hi.d.next = 0.into();
            self.buffer_lo.d.next = 0.into();
            self.buffer_hi.d.next = 0.into();
            self.size.d.next = 0.into();
            self.enabled.d.next = false;
            self.has_failed.d.next = false;
            self.bad_doorbell.d.next = false;
            self.refusal.d.next = false;
            self.rung.d.next = false;
        }
    }
}
