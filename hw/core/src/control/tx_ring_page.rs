//! The registers of the TX ring.

use super::page::word;
use crate::blocks::Code;
use fixnic_abi::limits::RING_LOG2_MAX;
use fixnic_abi::reg;
use rust_hdl::prelude::*;

/// Smallest logarithm of the descriptors (TX_SIZE).
const TX_LOG2_MIN: u64 = 2;

/// Addresses, size and doorbell of the TX ring; its enable is written in CONTROL.
///
/// * A page as [`page`](super::page) describes. Addresses and size ignore writes while TX is on.
/// * `set_enable` with `enable_value` turns TX on or off; on with a size out of range leaves it off and
///   gives `refused` for one clock.
/// * `stop` turns it off, and it stays off while `stop` is 1.
#[derive(LogicBlock, Default)]
pub struct TxRingPage {
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

    /// Pulse: turn TX on or off.
    pub set_enable: Signal<In, Bit>,
    /// With `set_enable`: on.
    pub enable_value: Signal<In, Bit>,
    /// Turn TX off.
    pub stop: Signal<In, Bit>,
    /// TX is on; its rise zeroes the counts.
    pub enable: Signal<Out, Bit>,
    /// Pulse: enabled with a size out of range.
    pub refused: Signal<Out, Bit>,
    /// Address of the descriptors, its low six bits 0.
    pub ring_base: Signal<Out, Bits<64>>,
    /// Address of the completion, its low six bits 0.
    pub completion_base: Signal<Out, Bits<64>>,
    /// Logarithm of the descriptors.
    pub log2: Signal<Out, Bits<4>>,
    /// Pulse, the clock after the write.
    pub doorbell: Signal<Out, Bit>,
    /// With `doorbell`: descriptors written.
    pub doorbell_count: Signal<Out, Bits<16>>,

    ring_lo: DFF<Bits<32>>,
    ring_hi: DFF<Bits<32>>,
    completion_lo: DFF<Bits<32>>,
    completion_hi: DFF<Bits<32>>,
    size: DFF<Bits<32>>,
    size_fits: DFF<Bit>,
    enabled: DFF<Bit>,
    refusal: DFF<Bit>,
    rung: DFF<Bit>,
    written: DFF<Bits<16>>,
    at: DFF<Bits<16>>, // `word`, one bit each
    read_now: DFF<Bits<32>>,

    here: Signal<Local, Bit>,
    at_now: Signal<Local, Bits<16>>,
    read_next: Signal<Local, Bits<32>>,

    at_ring_lo: Code<{ word(&reg::TX_RING_LO) }, 4>,
    at_ring_hi: Code<{ word(&reg::TX_RING_HI) }, 4>,
    at_completion_lo: Code<{ word(&reg::TX_COMPLETION_LO) }, 4>,
    at_completion_hi: Code<{ word(&reg::TX_COMPLETION_HI) }, 4>,
    at_size: Code<{ word(&reg::TX_SIZE) }, 4>,
    at_doorbell: Code<{ word(&reg::TX_DOORBELL) }, 4>,
    log2_min: Code<TX_LOG2_MIN, 32>,
    log2_max: Code<{ RING_LOG2_MAX as u64 }, 32>,
    aligned: Code<{ !63 }, 64>,
}

impl Logic for TxRingPage {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            ring_lo,
            ring_hi,
            completion_lo,
            completion_hi,
            size,
            size_fits,
            enabled,
            refusal,
            rung,
            written,
            at,
            read_now
        );
        self.size_fits.d.next =
            (self.size.q.val() >= self.log2_min.val()) && (self.size.q.val() <= self.log2_max.val());

        self.at_now.next = 0.into();
        self.here.next = false;
        for i in 0..16_usize {
            self.here.next = self.word.val() == i.to_bits::<4>();
            self.at_now.next = self.at_now.val().replace_bit(i, self.here.val());
        }
        self.at.d.next = self.at_now.val();

        self.refusal.d.next = false;
        self.rung.d.next = false;
        self.written.d.next = self.data.val().get_bits::<16>(0);
        if self.write.val() {
            if !self.enabled.q.val() {
                if self.at.q.val().get_bit(self.at_ring_lo.val().index()) {
                    self.ring_lo.d.next = self.data.val();
                }
                if self.at.q.val().get_bit(self.at_ring_hi.val().index()) {
                    self.ring_hi.d.next = self.data.val();
                }
                if self.at.q.val().get_bit(self.at_completion_lo.val().index()) {
                    self.completion_lo.d.next = self.data.val();
                }
                if self.at.q.val().get_bit(self.at_completion_hi.val().index()) {
                    self.completion_hi.d.next = self.data.val();
                }
                if self.at.q.val().get_bit(self.at_size.val().index()) {
                    self.size.d.next = self.data.val();
                }
            }
            if self.at.q.val().get_bit(self.at_doorbell.val().index()) {
                self.rung.d.next = true;
            }
        }
        if self.set_enable.val() {
            self.enabled.d.next = self.enable_value.val() && (self.enabled.q.val() || self.size_fits.q.val());
            self.refusal.d.next = self.enable_value.val() && !self.enabled.q.val() && !self.size_fits.q.val();
        }
        if self.stop.val() {
            self.enabled.d.next = false;
        }

        self.enable.next = self.enabled.q.val();
        self.refused.next = self.refusal.q.val();
        self.ring_base.next = (bit_cast::<64, 32>(self.ring_lo.q.val())
            | (bit_cast::<64, 32>(self.ring_hi.q.val()) << 32))
            & self.aligned.val();
        self.completion_base.next = (bit_cast::<64, 32>(self.completion_lo.q.val())
            | (bit_cast::<64, 32>(self.completion_hi.q.val()) << 32))
            & self.aligned.val();
        self.log2.next = self.size.q.val().get_bits::<4>(0);
        self.doorbell.next = self.rung.q.val();
        self.doorbell_count.next = self.written.q.val();

        self.read_next.next = 0.into();
        if self.at.q.val().get_bit(self.at_ring_lo.val().index()) {
            self.read_next.next = self.read_next.val() | self.ring_lo.q.val();
        }
        if self.at.q.val().get_bit(self.at_ring_hi.val().index()) {
            self.read_next.next = self.read_next.val() | self.ring_hi.q.val();
        }
        if self.at.q.val().get_bit(self.at_completion_lo.val().index()) {
            self.read_next.next = self.read_next.val() | self.completion_lo.q.val();
        }
        if self.at.q.val().get_bit(self.at_completion_hi.val().index()) {
            self.read_next.next = self.read_next.val() | self.completion_hi.q.val();
        }
        if self.at.q.val().get_bit(self.at_size.val().index()) {
            self.read_next.next = self.read_next.val() | self.size.q.val();
        }
        self.read_now.d.next = self.read_next.val();
        self.read_data.next = self.read_now.q.val();

        if self.clear.val() {
            self.ring_lo.d.next = 0.into();
            self.ring_hi.d.next = 0.into();
            self.completion_lo.d.next = 0.into();
            self.completion_hi.d.next = 0.into();
            self.size.d.next = 0.into();
            self.enabled.d.next = false;
            self.refusal.d.next = false;
            self.rung.d.next = false;
        }
    }
}
