//! Reads descriptors and frames from host memory and sends them.

use super::{TxFetch, TxSend};
use crate::blocks::Ram;
use rust_hdl::prelude::*;

/// The TX ring of docs/datapath.md, section 8.
///
/// * Enters: `doorbell` with the count of descriptors written; descriptors and frames by AXI4 reads of 32-byte beats, one burst at a time.
/// * Leaves: frames on `m_axis_tx`, each without a gap between its beats as far as `tready` allows; a completion
///   request after each frame or skipped descriptor, two clocks later. A newer count may replace one that was not yet taken.
/// * One frame is fetched while the one before is sent. A frame is sent when it has arrived whole: its first beat
///   leaves five clocks after its last beat was read, if the wire is free.
/// * `enable` falling: the burst under way is read to its end, the frame being sent is sent to its end, the completion
///   asked for is written, then `idle`. A frame that waits is dropped and not counted as done. `enable` rising zeroes the
///   counts; if it rises before `idle`, descriptors are begun when all that has ended.
/// * `idle` is three clocks late: look at it three clocks after `enable` or `doorbell` changed, or later.
#[derive(LogicBlock, Default)]
pub struct TxEngine {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Reset of power-up, synchronous. AXI bursts under way are forgotten: the bus must be reset as well.
    pub reset: Signal<In, Bit>,

    /// Send frames.
    pub enable: Signal<In, Bit>,
    /// Address of the descriptors, a multiple of 64.
    pub ring_base: Signal<In, Bits<64>>,
    /// Logarithm of the descriptors, 2 to 15.
    pub ring_log2: Signal<In, Bits<4>>,
    /// Pulse: the host wrote descriptors.
    pub doorbell: Signal<In, Bit>,
    /// With `doorbell`: descriptors written since `enable` rose, modulo 2^16.
    pub doorbell_count: Signal<In, Bits<16>>,
    /// No burst, frame or completion is under way, and no descriptor waits.
    pub idle: Signal<Out, Bit>,

    /// AXI4 read address.
    pub m_axi_araddr: Signal<Out, Bits<64>>,
    /// Beats less one.
    pub m_axi_arlen: Signal<Out, Bits<8>>,
    /// 32 bytes a beat.
    pub m_axi_arsize: Signal<Out, Bits<3>>,
    /// INCR.
    pub m_axi_arburst: Signal<Out, Bits<2>>,
    /// Valid.
    pub m_axi_arvalid: Signal<Out, Bit>,
    /// Taken.
    pub m_axi_arready: Signal<In, Bit>,
    /// AXI4 read data.
    pub m_axi_rdata: Signal<In, Bits<256>>,
    /// Response.
    pub m_axi_rresp: Signal<In, Bits<2>>,
    /// Last beat of the burst.
    pub m_axi_rlast: Signal<In, Bit>,
    /// Valid.
    pub m_axi_rvalid: Signal<In, Bit>,
    /// Taken; always 1.
    pub m_axi_rready: Signal<Out, Bit>,

    /// Frame bytes, the first on the wire in the low byte.
    pub m_axis_tx_tdata: Signal<Out, Bits<64>>,
    /// Lanes that hold bytes.
    pub m_axis_tx_tkeep: Signal<Out, Bits<8>>,
    /// Valid.
    pub m_axis_tx_tvalid: Signal<Out, Bit>,
    /// Last beat of the frame.
    pub m_axis_tx_tlast: Signal<Out, Bit>,
    /// Taken.
    pub m_axis_tx_tready: Signal<In, Bit>,

    /// A completion is to be written; may stay up with a newer count.
    pub completion_valid: Signal<Out, Bit>,
    /// With it: descriptors done since `enable` rose, modulo 2^16.
    pub completion_done: Signal<Out, Bits<16>>,
    /// Taken.
    pub completion_ready: Signal<In, Bit>,

    /// Pulse: a doorbell asked for more descriptors than the ring has; it changed nothing.
    pub doorbell_refused: Signal<Out, Bit>,
    /// Pulse for `Counter::TxFrames`.
    pub event_tx_frame: Signal<Out, Bit>,
    /// Pulse for `Counter::TxBadDescriptor`.
    pub event_bad_descriptor: Signal<Out, Bit>,
    /// Pulse for `Counter::AxiReadError`: once a burst.
    pub event_read_error: Signal<Out, Bit>,

    fetch: TxFetch,
    send: TxSend,
    buffer: [Ram<Bits<64>, 7>; 4], // two frames, a RAM for each beat of a word
    running: DFF<Bit>,
    was_enabled: DFF<Bit>,
    rung_1: DFF<Bit>,
    count_1: DFF<Bits<16>>,
    rung_2: DFF<Bit>,
    count_2: DFF<Bits<16>>,
    asked: DFF<Bits<16>>,
    ring_size: DFF<Bits<16>>,
    was_refused: DFF<Bit>,
    rung_lately: DFF<Bits<4>>,
    producer: DFF<Bits<16>>,
    done: DFF<Bits<16>>,
    completing: DFF<Bit>,
    started: DFF<Bit>,
    rested: DFF<Bit>, // all that was under way has ended
    at_rest: DFF<Bit>,

    one: Signal<Local, Bits<16>>,
    run: Signal<Local, Bit>,
    quiet: Signal<Local, Bit>,
    begins_anew: Signal<Local, Bit>, // what is counted next is counted from 0
    start: Signal<Local, Bit>,
}

impl Logic for TxEngine {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            running,
            was_enabled,
            rung_1,
            count_1,
            rung_2,
            count_2,
            asked,
            ring_size,
            was_refused,
            rung_lately,
            producer,
            done,
            completing,
            started,
            rested,
            at_rest
        );
        clock!(self, clock, fetch, send);
        self.fetch.reset.next = self.reset.val();
        self.send.reset.next = self.reset.val();

        // The counts start anew with each rise of `enable`, which may come while the last run is still ending.
        self.one.next = 1.into();
        self.run.next = self.running.q.val() && self.enable.val();
        self.quiet.next = !self.fetch.busy.val() && !self.send.busy.val() && !self.completing.q.val();
        self.rested.d.next = self.quiet.val();
        self.begins_anew.next = !self.running.q.val() && self.rested.q.val();
        self.start.next = self.enable.val() && self.begins_anew.val() && self.quiet.val();
        self.running.d.next = self.run.val() || self.start.val();
        self.was_enabled.d.next = self.enable.val();
        // A doorbell may ask for as many descriptors as the ring has, and no more.
        self.rung_1.d.next = self.doorbell.val();
        self.count_1.d.next = self.doorbell_count.val();
        self.rung_2.d.next = self.rung_1.q.val();
        self.count_2.d.next = self.count_1.q.val();
        self.asked.d.next = self.count_1.q.val();
        if self.running.q.val() {
            self.asked.d.next = self.count_1.q.val() - self.done.q.val();
        }
        self.ring_size.d.next = self.one.val() << self.ring_log2.val();
        self.was_refused.d.next = false;
        if self.rung_2.q.val() && self.was_enabled.q.val() {
            if self.asked.q.val() <= self.ring_size.q.val() {
                self.producer.d.next = self.count_2.q.val();
            } else {
                self.was_refused.d.next = true;
            }
        }
        self.doorbell_refused.next = self.was_refused.q.val();
        if !self.was_enabled.q.val() {
            self.producer.d.next = 0.into();
        }
        self.started.d.next = self.start.val();
        // A doorbell is on its way for three clocks, and one more until its descriptors are begun.
        self.rung_lately.d.next = (self.rung_lately.q.val() << 1).replace_bit(0, self.doorbell.val());
        self.at_rest.d.next = self.quiet.val()
            && (!self.enable.val() || self.running.q.val())
            && !self.started.q.val()
            && !self.doorbell.val()
            && !self.rung_lately.q.val().any();
        self.idle.next = self.at_rest.q.val();

        self.fetch.run.next = self.run.val();
        self.fetch.restart.next = self.begins_anew.val();
        self.fetch.ring_base.next = self.ring_base.val();
        self.fetch.ring_log2.next = self.ring_log2.val();
        self.fetch.producer.next = self.producer.q.val();
        self.m_axi_araddr.next = self.fetch.araddr.val();
        self.m_axi_arlen.next = self.fetch.arlen.val();
        self.m_axi_arsize.next = 5.into();
        self.m_axi_arburst.next = 1.into();
        self.m_axi_arvalid.next = self.fetch.arvalid.val();
        self.fetch.arready.next = self.m_axi_arready.val();
        self.fetch.rdata.next = self.m_axi_rdata.val();
        self.fetch.rresp.next = self.m_axi_rresp.val();
        self.fetch.rlast.next = self.m_axi_rlast.val();
        self.fetch.rvalid.next = self.m_axi_rvalid.val();
        self.m_axi_rready.next = true;

        for i in 0..4 {
            self.buffer[i].clock.next = self.clock.val();
            self.buffer[i].write_enable.next = self.fetch.buffer_write.val();
            self.buffer[i].write_address.next = self.fetch.buffer_address.val();
            self.buffer[i].write_data.next = self.m_axi_rdata.val().get_bits::<64>(i * 64);
            self.buffer[i].read_address.next = self.send.buffer_address.val();
            self.send.buffer_word[i].next = self.buffer[i].read_data.val();
        }

        self.send.run.next = self.run.val();
        self.send.frame_valid.next = self.fetch.frame_valid.val();
        self.send.frame_skip.next = self.fetch.frame_skip.val();
        self.send.frame_last_byte.next = self.fetch.frame_last_byte.val();
        self.send.frame_half.next = self.fetch.frame_half.val();
        self.fetch.frame_ready.next = self.send.frame_ready.val();
        self.m_axis_tx_tdata.next = self.send.tdata.val();
        self.m_axis_tx_tkeep.next = self.send.tkeep.val();
        self.m_axis_tx_tvalid.next = self.send.tvalid.val();
        self.m_axis_tx_tlast.next = self.send.tlast.val();
        self.send.tready.next = self.m_axis_tx_tready.val();

        if self.completion_ready.val() {
            self.completing.d.next = false;
        }
        if self.send.done.val() {
            self.done.d.next = self.done.q.val() + 1;
            self.completing.d.next = true;
        }
        if self.begins_anew.val() {
            self.done.d.next = 0.into();
        }
        self.completion_valid.next = self.completing.q.val();
        self.completion_done.next = self.done.q.val();
        self.event_tx_frame.next = self.send.sent.val();
        self.event_bad_descriptor.next = self.fetch.event_bad_descriptor.val();
        self.event_read_error.next = self.fetch.event_read_error.val();

        if self.reset.val() {
            self.running.d.next = false;
            self.rung_1.d.next = false;
            self.rung_lately.d.next = 0.into();
            self.rung_2.d.next = false;
            self.was_enabled.d.next = false;
            self.producer.d.next = 0.into();
            self.done.d.next = 0.into();
            self.completing.d.next = false;
            self.started.d.next = false;
            self.rested.d.next = false;
            self.at_rest.d.next = true;
        }
    }
}
