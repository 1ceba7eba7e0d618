//! The top module `fixnic_core`.

use crate::axi::words::{EntryNote, GranuleHalf, HalfNote, PlacedBytes, PlacedEntry};
use crate::axi::writer::AxiWriter;
use crate::blocks::{Code, Fifo, NotedFifo, WideFifo};
use crate::control::{Registers, Statistics};
use crate::framer::FixPath;
use crate::rx::candidate_table::CandidateTable;
use crate::rx::checksum::Checksum;
use crate::rx::commands::{Command, Commands};
use crate::rx::entry_format::{EntryEvent, EntryFormat};
use crate::rx::frame_commit::FrameCommit;
use crate::rx::frame_gate::FrameGate;
use crate::rx::frame_packer::FramePacker;
use crate::rx::header_parse::HeaderParse;
use crate::rx::ingress_fifo::IngressFifo;
use crate::rx::payload_beats::PayloadBeats;
use crate::rx::reset_epoch::ResetEpoch;
use crate::rx::rings::RxRings;
use crate::rx::segment_order::SegmentOrder;
use crate::rx::session_lookup::SessionLookup;
use crate::rx::session_table::SessionTable;
use crate::rx::steering::Steering;
use crate::rx::words::{Admission, FrameEnd, Headers, LookupKey, LookupResult, PayloadBeat};
use crate::tx::TxEngine;
use fixnic_abi::counter::Counter;
use rust_hdl::prelude::*;

/// The core: AXI4-Stream from and to the MAC, AXI4-Lite registers, an AXI4 master to host memory.
///
/// ```text
/// s_axis_rx -+-> ingress -----------------> gate -+-> packer -----------------------> halves -> writer -> m_axi
///            |                               ^ ^   +-> payload -> beats -+                       ^
///            +-> parse -> keys -> steering --+ |   +-> headers ----------+-> order <-> path      |
///            |            ^-> lookup   rings --+                         |   +-> events -> format -> entries
///            +-> checksum ---------------------------------> ends -------+
/// ```
///
/// Whose a frame is is known before the gate decides about it, so that a full ring holds up no other's frames.
/// Behind the gate nothing is lost and nothing stalls but `order`, which feeds frames one after the other; the gate
/// admits beats only while all FIFOs have slack.
#[derive(LogicBlock, Default)]
pub struct FixnicCore {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Synchronous, high, for two clocks or more: registers have their reset values a clock later.
    pub reset: Signal<In, Bit>,
    /// Time in nanoseconds.
    pub ts_ns: Signal<In, Bits<64>>,

    /// From the MAC, which cannot wait.
    pub s_axis_rx_tdata: Signal<In, Bits<64>>,
    /// Lanes from 0 on without a gap; all but in the last beat.
    pub s_axis_rx_tkeep: Signal<In, Bits<8>>,
    /// A beat.
    pub s_axis_rx_tvalid: Signal<In, Bit>,
    /// The frame's last.
    pub s_axis_rx_tlast: Signal<In, Bit>,
    /// With `tlast`: the frame check sequence is wrong.
    pub s_axis_rx_tuser: Signal<In, Bit>,
    /// To the MAC.
    pub m_axis_tx_tdata: Signal<Out, Bits<64>>,
    /// Lanes from 0 on without a gap.
    pub m_axis_tx_tkeep: Signal<Out, Bits<8>>,
    /// A beat; no gap within a frame.
    pub m_axis_tx_tvalid: Signal<Out, Bit>,
    /// It is taken.
    pub m_axis_tx_tready: Signal<In, Bit>,
    /// The frame's last.
    pub m_axis_tx_tlast: Signal<Out, Bit>,

    /// Register writes: address.
    pub s_axil_awaddr: Signal<In, Bits<12>>,
    /// It is there.
    pub s_axil_awvalid: Signal<In, Bit>,
    /// It is taken.
    pub s_axil_awready: Signal<Out, Bit>,
    /// Register writes: data.
    pub s_axil_wdata: Signal<In, Bits<32>>,
    /// All bytes, or the write is ignored.
    pub s_axil_wstrb: Signal<In, Bits<4>>,
    /// It is there.
    pub s_axil_wvalid: Signal<In, Bit>,
    /// It is taken.
    pub s_axil_wready: Signal<Out, Bit>,
    /// Always OKAY.
    pub s_axil_bresp: Signal<Out, Bits<2>>,
    /// The write is answered.
    pub s_axil_bvalid: Signal<Out, Bit>,
    /// The answer is taken.
    pub s_axil_bready: Signal<In, Bit>,
    /// Register reads: address.
    pub s_axil_araddr: Signal<In, Bits<12>>,
    /// It is there.
    pub s_axil_arvalid: Signal<In, Bit>,
    /// It is taken.
    pub s_axil_arready: Signal<Out, Bit>,
    /// Register reads: data.
    pub s_axil_rdata: Signal<Out, Bits<32>>,
    /// Always OKAY.
    pub s_axil_rresp: Signal<Out, Bits<2>>,
    /// It is there.
    pub s_axil_rvalid: Signal<Out, Bit>,
    /// It is taken.
    pub s_axil_rready: Signal<In, Bit>,
    /// Host memory writes: address; one ID, in order.
    pub m_axi_awaddr: Signal<Out, Bits<64>>,
    /// Beats less one.
    pub m_axi_awlen: Signal<Out, Bits<8>>,
    /// 32 bytes.
    pub m_axi_awsize: Signal<Out, Bits<3>>,
    /// INCR.
    pub m_axi_awburst: Signal<Out, Bits<2>>,
    /// It is there.
    pub m_axi_awvalid: Signal<Out, Bit>,
    /// It is taken.
    pub m_axi_awready: Signal<In, Bit>,
    /// Host memory writes: data.
    pub m_axi_wdata: Signal<Out, Bits<256>>,
    /// All bytes.
    pub m_axi_wstrb: Signal<Out, Bits<32>>,
    /// Last of the burst.
    pub m_axi_wlast: Signal<Out, Bit>,
    /// It is there.
    pub m_axi_wvalid: Signal<Out, Bit>,
    /// It is taken.
    pub m_axi_wready: Signal<In, Bit>,
    /// Whether the write went well.
    pub m_axi_bresp: Signal<In, Bits<2>>,
    /// It is there.
    pub m_axi_bvalid: Signal<In, Bit>,
    /// It is taken.
    pub m_axi_bready: Signal<Out, Bit>,
    /// Host memory reads: address; one at a time.
    pub m_axi_araddr: Signal<Out, Bits<64>>,
    /// Beats less one.
    pub m_axi_arlen: Signal<Out, Bits<8>>,
    /// 32 bytes.
    pub m_axi_arsize: Signal<Out, Bits<3>>,
    /// INCR.
    pub m_axi_arburst: Signal<Out, Bits<2>>,
    /// It is there.
    pub m_axi_arvalid: Signal<Out, Bit>,
    /// It is taken.
    pub m_axi_arready: Signal<In, Bit>,
    /// Host memory reads: data.
    pub m_axi_rdata: Signal<In, Bits<256>>,
    /// Whether the read went well.
    pub m_axi_rresp: Signal<In, Bits<2>>,
    /// Last of the burst.
    pub m_axi_rlast: Signal<In, Bit>,
    /// It is there.
    pub m_axi_rvalid: Signal<In, Bit>,
    /// It is taken.
    pub m_axi_rready: Signal<Out, Bit>,
    /// Interrupt vectors, pulses of one clock.
    pub irq: Signal<Out, Bits<6>>,
    /// For measurements: a message's verdict leaves the FIX path.
    pub dbg_verdict_valid: Signal<Out, Bit>,
    /// For measurements: the ingress FIFO has refused a frame.
    pub dbg_ingress_drop: Signal<Out, Bit>,

    ingress: IngressFifo,
    gate: FrameGate,
    packer: FramePacker,
    parse: HeaderParse,
    checksum: Checksum,
    lookup: SessionLookup,
    sessions: SessionTable,
    candidates: CandidateTable,
    order: SegmentOrder,
    commit: FrameCommit,
    path: FixPath<10>,
    format: EntryFormat,
    steering: Steering,
    rings: RxRings,
    writer: AxiWriter,
    engine: TxEngine,
    registers: Registers,
    commands: Commands,
    statistics: Statistics,
    life: ResetEpoch,
    arrived: WideFifo<Headers, 10>,
    keys: Fifo<LookupKey, 10>,
    payload: PayloadBeats,
    beats: WideFifo<PayloadBeat, 9>,
    headers: Fifo<Headers, 5>,
    results: Fifo<LookupResult, 5>,
    all_ends: Fifo<FrameEnd, 10>,
    fates: Fifo<Bits<1>, 5>, // whether each frame that was decided about is delivered
    ends: Fifo<FrameEnd, 5>,
    admissions: WideFifo<Admission, 5>,
    events: WideFifo<EntryEvent, 9>,
    halves: NotedFifo<PlacedBytes, HalfNote, 9>,
    entries: NotedFifo<PlacedBytes, EntryNote, 9>,

    beats_slack: DFF<Bit>,
    halves_slack: DFF<Bit>,
    entries_slack: DFF<Bit>,
    slack: DFF<Bit>,
    calm: DFF<Bit>,
    calm_clocks: DFF<Bits<4>>,
    drained: DFF<Bit>,
    counted: DFF<Bits<38>>,
    bytes: DFF<Bits<12>>,

    happened: Signal<Local, Bits<38>>,
    soft_reset: Signal<Local, Bit>,
    code_is: Signal<Local, Bit>,
    length: Signal<Local, Bits<16>>,
    quiet_now: Signal<Local, Bit>,
    fated: Signal<Local, Bit>,
    half: Signal<Local, GranuleHalf>,
    half_bytes: Signal<Local, PlacedBytes>,
    half_note: Signal<Local, HalfNote>,
    entry: Signal<Local, PlacedEntry>,
    entry_bytes: Signal<Local, PlacedBytes>,
    entry_note: Signal<Local, EntryNote>,
    completion: Signal<Local, PlacedBytes>,
    flags: Signal<Local, Bits<16>>,
    code: Signal<Local, Bits<8>>,
    admitted: Signal<Local, Admission>,
    arguments: Signal<Local, Command>,
    beats_most: Code<470, 16>,
    halves_most: Code<480, 16>,
    entries_most: Code<300, 16>,
    all_bytes: Code<0xffff_ffff, 32>,
}

// The kernel's literals rely on the order of the counters.
const _: () = {
    assert!(
        Counter::RxFrames as u32 == 0 && Counter::RxBytes as u32 == 1 && Counter::RxDelivered as u32 == 2
    );
    assert!(
        Counter::DropFifo as u32 == 3 && Counter::DropDisabled as u32 == 4 && Counter::DropRing as u32 == 5
    );
    assert!(Counter::FcsBad as u32 == 6 && Counter::Truncated as u32 == 7 && Counter::Oversize as u32 == 8);
    assert!(Counter::IpChecksumBad as u32 == 9 && Counter::TcpChecksumBad as u32 == 10);
    assert!(Counter::ClassOther as u32 == 11 && Counter::ClassOverlap as u32 == 22);
    assert!(Counter::VerdictInSequence as u32 == 23 && Counter::VerdictUntracked as u32 == 29);
    assert!(Counter::CommandOk as u32 == 30 && Counter::CommandRefused as u32 == 31);
    assert!(Counter::DoorbellRefused as u32 == 32 && Counter::TxFrames as u32 == 33);
    assert!(Counter::TxBadDescriptor as u32 == 34);
    assert!(Counter::AxiWriteError as u32 == 35 && Counter::AxiReadError as u32 == 36);
    assert!(Counter::Resync as u32 == 37);
};

impl Logic for FixnicCore {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            beats_slack,
            halves_slack,
            entries_slack,
            slack,
            calm,
            calm_clocks,
            drained,
            counted,
            bytes
        );
        clock!(
            self, clock, ingress, gate, packer, parse, checksum, lookup, sessions, candidates, order, commit,
            path, format, steering, rings, writer, engine, registers, commands, statistics, life, arrived,
            keys, all_ends, fates, payload, beats, headers, results, ends, admissions, events, halves,
            entries
        );
        self.soft_reset.next = self.life.stopped.val();
        self.ingress.reset.next = self.reset.val();
        self.gate.reset.next = self.reset.val();
        self.packer.reset.next = self.reset.val();
        self.parse.reset.next = self.reset.val();
        self.checksum.reset.next = self.reset.val();
        self.lookup.reset.next = self.reset.val();
        self.order.reset.next = self.reset.val();
        self.commit.reset.next = self.reset.val();
        self.path.reset.next = self.reset.val();
        self.format.reset.next = self.reset.val();
        self.writer.reset.next = self.reset.val();
        self.engine.reset.next = self.reset.val();
        self.registers.reset.next = self.reset.val();
        self.statistics.reset.next = self.reset.val() || self.soft_reset.val();
        self.life.reset.next = self.reset.val();
        self.steering.reset.next = self.reset.val();
        self.rings.reset.next = self.reset.val();
        self.arrived.reset.next = self.reset.val();
        self.all_ends.reset.next = self.reset.val();
        self.fates.reset.next = self.reset.val();
        self.keys.reset.next = self.reset.val();
        self.beats.reset.next = self.reset.val();
        self.headers.reset.next = self.reset.val();
        self.results.reset.next = self.reset.val();
        self.ends.reset.next = self.reset.val();
        self.admissions.reset.next = self.reset.val();
        self.events.reset.next = self.reset.val();
        self.halves.reset.next = self.reset.val();
        self.entries.reset.next = self.reset.val();
        self.commands.reset.next = self.reset.val() || self.soft_reset.val();
        // The rings.
        self.rings.zero_counts.next = self.soft_reset.val();
        self.rings.enable.next = self.registers.rx_ring_enable.val();
        self.rings.doorbell.next = self.registers.rx_doorbell.val();
        self.rings.doorbell_counts.next = (bit_cast::<32, 16>(self.registers.rx_doorbell_granules.val())
            << 16)
            | bit_cast::<32, 16>(self.registers.rx_doorbell_entries.val());
        for i in 0..4_usize {
            self.rings.entry_base[i].next = self.registers.rx_ring_entry_base[i].val();
            self.rings.buffer_base[i].next = self.registers.rx_ring_buffer_base[i].val();
            self.rings.entry_log2[i].next = self.registers.rx_ring_entry_log2[i].val();
            self.rings.buffer_log2[i].next = self.registers.rx_ring_buffer_log2[i].val();
            self.rings.written[i].next = self.writer.entries_written[i].val();
            self.registers.rx_producer_entries[i].next = self.rings.entries[i].val();
            self.registers.rx_producer_granules[i].next = self.rings.granules[i].val();
            self.registers.rx_drop_disabled[i].next = self.gate.drop_disabled[i].val();
            self.registers.rx_drop_ring[i].next = self.gate.drop_ring[i].val();
        }
        self.registers.rx_ring_failed.next = self.writer.ring_error.val();
        self.registers.rx_doorbell_refused.next = self.rings.refused.val();
        self.registers.rx_ring_draining.next = self.rings.draining.val();
        self.registers.rx_pending.next = self.rings.pending.val();
        self.writer.live.next = self.rings.live.val();
        self.writer.zero_entries.next = self.rings.begins.val();
        self.ingress.zero_counts.next = self.soft_reset.val();
        self.ingress.epoch.next = self.life.epoch.val();
        self.gate.zero_counts.next = self.soft_reset.val();
        self.format.zero_counts.next = self.soft_reset.val();

        // From the wire to the gate.
        self.ingress.ts_ns.next = self.ts_ns.val();
        self.ingress.s_tdata.next = self.s_axis_rx_tdata.val();
        self.ingress.s_tkeep.next = self.s_axis_rx_tkeep.val();
        self.ingress.s_tvalid.next = self.s_axis_rx_tvalid.val();
        self.ingress.s_tlast.next = self.s_axis_rx_tlast.val();
        self.ingress.s_tuser.next = self.s_axis_rx_tuser.val();
        self.ingress.beat_read.next = self.gate.s_beat_read.val();
        self.ingress.arrival_read.next = self.gate.s_arrival_read.val();
        self.gate.s_beat.next = self.ingress.beat.val();
        self.gate.s_beat_valid.next = self.ingress.beat_valid.val();
        self.gate.s_arrival.next = self.ingress.arrival.val();
        self.gate.s_arrival_valid.next = self.ingress.arrival_valid.val();
        self.gate.cfg_enabled.next = self.registers.cfg_rx_enable.val();
        self.gate.ring_on.next = self.rings.gate_on.val();
        self.gate.ring_room.next = self.rings.gate_room.val();
        self.gate.ring_full.next = self.rings.gate_full.val();
        self.gate.ring_granule.next = self.rings.gate_granule.val();
        self.gate.s_known.next = self.steering.m_valid.val();
        self.gate.s_entries.next = self.steering.m_entries.val();
        self.gate.s_ring.next = self.steering.ring.val();
        self.gate.none_known.next = self.steering.idle.val();
        self.steering.m_read.next = self.gate.s_known_read.val();
        self.steering.hold.next = self.gate.hold.val();
        self.rings.gate_ring.next = self.steering.ring.val();
        self.rings.first.next = self.gate.ring_first.val();
        self.rings.more.next = self.gate.ring_more.val();
        self.rings.filling.next = self.gate.filling.val();
        self.admitted.next = self.gate.admission.val();
        self.rings.admit.next = self.gate.admission_ring.val();
        self.rings.admit_entries.next = self.admitted.val().entries;
        self.gate.slack.next = self.slack.q.val();
        self.gate.frame_done.next = self.format.frame_done.val();
        self.gate.command_ready.next = self.commands.ready.val();
        self.gate.command_done.next = self.commands.done.val();
        self.gate.quiet_request.next = self.life.quiet_request.val();

        // From the gate to the frame's bytes in host memory.
        self.packer.start.next = self.gate.admission_valid.val();
        self.packer.start_ring.next = self.admitted.val().ring;
        self.packer.start_base.next = self.rings.gate_buffer.val();
        self.packer.start_mask.next = self.rings.gate_mask.val();
        self.packer.start_granule.next = self.admitted.val().granule;
        self.packer.s_valid.next = self.gate.m_valid.val();
        self.packer.s_beat.next = self.gate.m_beat.val();
        self.halves.write.next = self.packer.m_valid.val();
        self.half.next = self.packer.m_half.val();
        self.half_bytes.next.data = self.half.val().data;
        self.half_bytes.next.address = self.half.val().address;
        self.half_note.next.second = self.half.val().second;
        self.half_note.next.frame_end = self.half.val().frame_end;
        self.half_note.next.ring = self.half.val().ring;
        self.halves.data_in.next = self.half_bytes.val();
        self.halves.note_in.next = self.half_note.val();
        self.halves.read.next = self.writer.half_read.val();

        // Whose the frames are that wait before the gate.
        self.parse.s_valid.next = self.ingress.m_valid.val();
        self.parse.s_beat.next = self.ingress.m_beat.val();
        self.parse.s_sof.next = self.ingress.m_sof.val();
        self.checksum.s_valid.next = self.ingress.m_valid.val();
        self.checksum.s_beat.next = self.ingress.m_beat.val();
        self.checksum.s_sof.next = self.ingress.m_sof.val();
        self.arrived.write.next = self.parse.m_valid.val();
        self.arrived.data_in.next = self.parse.headers.val();
        self.arrived.read.next = self.steering.s_headers_read.val();
        self.keys.write.next = self.parse.key_valid.val();
        self.keys.data_in.next = self.parse.key.val();
        self.keys.read.next = self.steering.s_read.val();
        self.steering.s_headers.next = self.arrived.data_out.val();
        self.steering.s_headers_valid.next = self.arrived.valid.val();
        self.steering.s_key.next = self.keys.data_out.val();
        self.steering.s_valid.next = self.keys.valid.val();
        self.steering.result_valid.next = self.lookup.m_valid.val();
        self.steering.result.next = self.lookup.m_result.val();
        self.lookup.s_valid.next = self.steering.lookup_valid.val();
        self.lookup.s_key.next = self.steering.lookup_key.val();

        // From the gate to what is known of the frame.
        self.lookup.write.next = self.commands.lookup_write.val();
        self.lookup.content.next = self.commands.lookup_content.val();
        self.lookup.clear.next = self.life.clear.val();
        self.lookup.slot.next = self.commands.lookup_slot.val();
        if self.life.clear.val() {
            self.lookup.slot.next = bit_cast::<12, 10>(self.life.address.val()) << 1;
        }
        self.payload.s_valid.next = self.gate.m_valid.val();
        self.payload.s_beat.next = self.gate.m_beat.val();
        self.payload.s_sof.next = self.gate.m_sof.val();
        self.beats.write.next = self.payload.m_valid.val();
        self.beats.data_in.next = self.payload.m_beat.val();
        self.beats.read.next = self.order.beat_read.val();
        self.headers.write.next = self.gate.admission_valid.val();
        self.headers.data_in.next = self.steering.given_headers.val();
        self.headers.read.next = self.order.frame_read.val();
        self.results.write.next = self.gate.admission_valid.val();
        self.results.data_in.next = self.steering.given_result.val();
        self.results.read.next = self.order.frame_read.val();
        // The end of each frame is known before the gate; behind it only those of delivered frames count.
        self.all_ends.write.next = self.checksum.m_valid.val();
        self.all_ends.data_in.next = self.checksum.frame_end.val();
        self.fates.write.next = self.gate.s_arrival_read.val();
        self.fates.data_in.next = self.gate.admission_valid.val().into();
        self.fated.next = self.all_ends.valid.val() && self.fates.valid.val();
        self.all_ends.read.next = self.fated.val();
        self.fates.read.next = self.fated.val();
        self.ends.write.next = self.fated.val() && self.fates.data_out.val().any();
        self.ends.data_in.next = self.all_ends.data_out.val();
        self.ends.read.next = self.commit.frame_end_read.val();

        // TCP order and the FIX path.
        self.order.beat.next = self.beats.data_out.val();
        self.order.beat_valid.next = self.beats.valid.val();
        self.order.headers.next = self.headers.data_out.val();
        self.order.headers_valid.next = self.headers.valid.val();
        self.order.lookup.next = self.results.data_out.val();
        self.order.lookup_valid.next = self.results.valid.val();
        self.commit.frame_end.next = self.ends.data_out.val();
        self.commit.frame_end_valid.next = self.ends.valid.val();
        self.order.table_word.next = self.sessions.word.val();
        self.sessions.rx_read.next = self.order.table_read.val();
        self.sessions.rx_write.next = self.commit.table_write.val();
        self.sessions.rx_session.next = self.commit.table_session.val();
        self.sessions.rx_update.next = self.commit.table_update.val();
        self.sessions.cmd_active.next = self.commands.applying.val();
        self.sessions.cmd_session.next = self.commands.table_session.val();
        self.sessions.cmd_write.next = self.commands.table_write.val();
        self.sessions.cmd_update.next = self.commands.table_update.val();
        self.candidates.cmd_active.next = self.commands.applying.val();
        self.candidates.cmd_session.next = self.commands.table_session.val();
        self.candidates.rx_session.next = self.commit.candidate_session.val();
        self.candidates.rx_write.next = self.commit.candidate_write.val();
        self.candidates.rx_update.next = self.commit.candidate_update.val();
        self.commit.candidate_word.next = self.candidates.word.val();
        self.commands.candidate_word.next = self.candidates.word.val();
        self.sessions.clear.next = self.life.clear.val();
        self.sessions.clear_session.next = self.life.address.val();
        self.path.f_load.next = self.order.f_load.val();
        self.path.f_session.next = self.order.f_session.val();
        self.path.f_parse.next = self.order.f_parse.val();
        self.path.f_rotation.next = self.order.f_rotation.val();
        self.path.f_lane.next = self.order.f_lane.val();
        self.path.f_fresh.next = self.order.f_fresh.val();
        self.path.f_start.next = self.order.f_start.val();
        self.path.f_end.next = self.commit.f_end.val();
        self.path.f_commit.next = self.commit.f_commit.val();
        self.path.s_valid.next = self.order.p_valid.val();
        self.path.s_data.next = self.order.p_data.val();
        self.path.s_keep.next = self.order.p_keep.val();
        self.path.s_eof.next = self.order.p_eof.val();
        self.commit.m_valid.next = self.path.m_valid.val();
        self.commit.m_verdict.next = self.path.m_verdict.val();
        self.commit.m_flags.next = self.path.m_flags.val();
        self.commit.m_type.next = self.path.m_type.val();
        self.commit.m_received.next = self.path.m_received.val();
        self.commit.m_expected.next = self.path.m_expected.val();
        self.commit.m_start.next = self.path.m_start.val();
        self.commit.m_end.next = self.path.m_end.val();
        self.commit.m_candidate.next = self.path.m_candidate.val();
        self.commit.e_probing.next = self.path.e_probing.val();
        self.commit.e_message_end.next = self.path.e_message_end.val();
        self.commit.e_valid.next = self.path.e_valid.val();
        self.commit.e_lost.next = self.path.e_lost.val();
        self.commit.e_hold.next = self.path.e_hold.val();
        self.commit.e_lost_soon.next = self.path.e_lost_soon.val();
        self.arguments.next.op = self.registers.cmd_op.val();
        self.arguments.next.slot = self.registers.cmd_slot.val();
        self.arguments.next.session = self.registers.cmd_session.val();
        self.arguments.next.ring = self.registers.cmd_ring.val();
        self.arguments.next.local_ip = self.registers.cmd_local_ip.val();
        self.arguments.next.remote_ip = self.registers.cmd_remote_ip.val();
        self.arguments.next.ports = (bit_cast::<32, 16>(self.registers.cmd_local_port.val()) << 16)
            | bit_cast::<32, 16>(self.registers.cmd_remote_port.val());
        self.arguments.next.tcp_seq = self.registers.cmd_tcp_seq.val();
        self.arguments.next.expected = self.registers.cmd_expected.val();
        self.arguments.next.generation = self.registers.cmd_generation.val();
        self.arguments.next.tag = self.registers.cmd_tag.val();
        self.path.cmd_valid.next = self.commands.path_valid.val();
        self.path.cmd_arm.next = self.commands.path_arm.val();
        self.path.cmd_confirm.next = self.commands.path_confirm.val();
        self.path.cmd_hold.next = self.commands.path_hold.val();
        self.commands.path_is_held.next = self.path.e_hold.val();
        self.path.cmd_session.next = self.commands.table_session.val();
        self.path.cmd_tcp_seq.next = self.arguments.val().tcp_seq;
        self.path.cmd_expected.next = self.arguments.val().expected;

        self.commit.segment.next = self.order.m_segment.val();
        self.commit.hand.next = self.order.m_hand.val();
        self.order.m_ready.next = self.commit.ready.val();
        self.order.view.next = self.commit.view.val();
        self.commit.feeding.next = self.order.m_feeding.val();
        self.commit.start_found.next = self.order.m_start_found.val();

        // Entries.
        self.admissions.write.next = self.gate.admission_valid.val();
        self.admissions.data_in.next = self.gate.admission.val();
        self.admissions.read.next = self.format.admission_read.val();
        self.events.write.next = self.commit.event_valid.val();
        self.events.data_in.next = self.commit.item.val();
        self.events.read.next = self.format.event_read.val();
        self.format.ring_entry.next = self.rings.format_entry.val();
        self.format.ring_mask.next = self.rings.format_mask.val();
        self.format.ring_lap_bit.next = self.rings.format_lap_bit.val();
        self.format.ring_base.next = self.rings.format_base.val();
        self.rings.format_ring.next = self.format.ring.val();
        self.rings.take_entry.next = self.format.take_entry.val();
        self.rings.finish.next = self.format.frame_done.val();
        self.rings.finish_ring.next = self.format.done_ring.val();
        self.rings.finish_entries.next = self.format.done_entries.val();
        self.format.epoch.next = self.life.epoch.val();
        self.format.admission.next = self.admissions.data_out.val();
        self.format.admission_valid.next = self.admissions.valid.val();
        self.format.item.next = self.events.data_out.val();
        self.format.event_valid.next = self.events.valid.val();
        self.format.fence.next = self.commands.fence.val();
        self.format.fence_valid.next = self.commands.fence_valid.val();
        self.format.fence_ring.next = self.commands.fence_ring.val();
        self.rings.fence_ring.next = self.commands.fence_ring.val();
        self.entries.write.next = self.format.m_valid.val();
        self.entry.next = self.format.m_entry.val();
        self.entry_bytes.next.data = self.entry.val().data;
        self.entry_bytes.next.address = self.entry.val().address;
        self.entry_note.next.frame = self.entry.val().frame;
        self.entry_note.next.ring = self.entry.val().ring;
        self.entries.data_in.next = self.entry_bytes.val();
        self.entries.note_in.next = self.entry_note.val();
        self.entries.read.next = self.writer.entry_read.val();

        // Slack for what is under way when the gate stops: beats in its pipeline, entries of every frame behind it.
        self.beats_slack.d.next = self.beats.level.val() < self.beats_most.val();
        self.halves_slack.d.next = self.halves.level.val() < self.halves_most.val();
        self.entries_slack.d.next = self.entries.level.val() < self.entries_most.val();
        self.slack.d.next =
            self.beats_slack.q.val() && self.halves_slack.q.val() && self.entries_slack.q.val();

        // Host memory.
        self.writer.half.next = self.halves.data_out.val();
        self.writer.half_note.next = self.halves.note.val();
        self.writer.half_valid.next = self.halves.valid.val();
        self.writer.entry.next = self.entries.data_out.val();
        self.writer.entry_note.next = self.entries.note.val();
        self.writer.entry_valid.next = self.entries.valid.val();
        self.completion.next.data = (bit_cast::<256, 8>(self.life.epoch.val()) << 240)
            | bit_cast::<256, 16>(self.engine.completion_done.val());
        self.completion.next.address = self.registers.tx_completion_base.val();
        self.writer.completion.next = self.completion.val();
        self.writer.completion_valid.next = self.engine.completion_valid.val();
        self.m_axi_awaddr.next = self.writer.awaddr.val();
        self.m_axi_awlen.next = self.writer.awlen.val();
        self.m_axi_awvalid.next = self.writer.awvalid.val();
        self.m_axi_wdata.next = self.writer.wdata.val();
        self.m_axi_wlast.next = self.writer.wlast.val();
        self.m_axi_wvalid.next = self.writer.wvalid.val();
        self.m_axi_bready.next = self.writer.bready.val();
        self.writer.awready.next = self.m_axi_awready.val();
        self.writer.wready.next = self.m_axi_wready.val();
        self.writer.bresp.next = self.m_axi_bresp.val();
        self.writer.bvalid.next = self.m_axi_bvalid.val();
        self.m_axi_awsize.next = 5.into();
        self.m_axi_awburst.next = 1.into();
        self.m_axi_wstrb.next = self.all_bytes.val();
        self.m_axi_araddr.next = self.engine.m_axi_araddr.val();
        self.m_axi_arlen.next = self.engine.m_axi_arlen.val();
        self.m_axi_arvalid.next = self.engine.m_axi_arvalid.val();
        self.m_axi_rready.next = self.engine.m_axi_rready.val();
        self.engine.m_axi_arready.next = self.m_axi_arready.val();
        self.engine.m_axi_rdata.next = self.m_axi_rdata.val();
        self.engine.m_axi_rresp.next = self.m_axi_rresp.val();
        self.engine.m_axi_rlast.next = self.m_axi_rlast.val();
        self.engine.m_axi_rvalid.next = self.m_axi_rvalid.val();
        self.m_axi_arsize.next = self.engine.m_axi_arsize.val();
        self.m_axi_arburst.next = self.engine.m_axi_arburst.val();

        // Transmit.
        self.engine.enable.next = self.registers.cfg_tx_enable.val();
        self.engine.ring_base.next = self.registers.tx_ring_base.val();
        self.engine.ring_log2.next = self.registers.tx_ring_log2.val();
        self.engine.doorbell.next = self.registers.tx_doorbell.val();
        self.engine.doorbell_count.next = self.registers.tx_doorbell_count.val();
        self.engine.completion_ready.next = self.writer.completion_read.val();
        self.engine.m_axis_tx_tready.next = self.m_axis_tx_tready.val();
        self.m_axis_tx_tdata.next = self.engine.m_axis_tx_tdata.val();
        self.m_axis_tx_tkeep.next = self.engine.m_axis_tx_tkeep.val();
        self.m_axis_tx_tvalid.next = self.engine.m_axis_tx_tvalid.val();
        self.m_axis_tx_tlast.next = self.engine.m_axis_tx_tlast.val();

        // Registers.
        self.registers.s_axil_awaddr.next = self.s_axil_awaddr.val();
        self.registers.s_axil_awvalid.next = self.s_axil_awvalid.val();
        self.registers.s_axil_wdata.next = self.s_axil_wdata.val();
        self.registers.s_axil_wstrb.next = self.s_axil_wstrb.val();
        self.registers.s_axil_wvalid.next = self.s_axil_wvalid.val();
        self.registers.s_axil_bready.next = self.s_axil_bready.val();
        self.registers.s_axil_araddr.next = self.s_axil_araddr.val();
        self.registers.s_axil_arvalid.next = self.s_axil_arvalid.val();
        self.registers.s_axil_rready.next = self.s_axil_rready.val();
        self.s_axil_awready.next = self.registers.s_axil_awready.val();
        self.s_axil_wready.next = self.registers.s_axil_wready.val();
        self.s_axil_bresp.next = self.registers.s_axil_bresp.val();
        self.s_axil_bvalid.next = self.registers.s_axil_bvalid.val();
        self.s_axil_arready.next = self.registers.s_axil_arready.val();
        self.s_axil_rdata.next = self.registers.s_axil_rdata.val();
        self.s_axil_rresp.next = self.registers.s_axil_rresp.val();
        self.s_axil_rvalid.next = self.registers.s_axil_rvalid.val();
        self.registers.stat_value.next = self.statistics.read_value.val();
        self.registers.stat_busy.next = self.statistics.busy.val();
        self.registers.epoch.next = self.life.epoch.val();
        self.registers.reset_done.next = self.life.finished.val();
        self.registers.stat_idle.next = self.calm.q.val();
        self.registers.axi_error.next = self.writer.stat_error.val() || self.engine.event_read_error.val();
        self.registers.tx_doorbell_refused.next = self.engine.doorbell_refused.val();
        self.registers.tx_event.next = self.writer.completion_done.val();
        self.registers.cmd_done.next = self.commands.done.val();
        self.registers.cmd_result.next = self.commands.result.val();
        self.registers.cmd_session_state.next = self.commands.session_state.val();
        self.irq.next = self.registers.irq.val();

        // Commands.
        self.commands.go.next = self.registers.cmd_go.val();
        self.commands.command.next = self.arguments.val();
        self.commands.ring_on.next = self.rings.fence_on.val();
        self.commands.ring_room.next = self.rings.fence_ok.val();
        self.commands.last_ts_ns.next = self.gate.last_ts_ns.val();
        self.commands.clear.next = self.life.clear.val();
        self.commands.clear_session.next = self.life.address.val();
        self.commands.start.next = self.gate.command_start.val();
        self.commands.table_word.next = self.sessions.word.val();
        self.commands.path_done.next = self.path.cmd_done.val();
        self.commands.fence_done.next = self.format.fence_done.val();

        // Reset.
        self.life.go.next = self.registers.reset_request.val();
        self.life.quiet.next = self.gate.quiet.val();
        self.life.drained.next = self.drained.q.val();
        self.drained.d.next = self.writer.idle.val()
            && self.engine.idle.val()
            && !self.halves.level.val().any()
            && !self.entries.level.val().any()
            && !self.events.level.val().any();
        self.quiet_now.next = self.drained.q.val()
            && self.gate.idle.val()
            && self.order.idle.val()
            && self.commit.idle.val()
            && self.commands.idle.val()
            && !self.ingress.beat_valid.val()
            && !self.life.quiet_request.val();
        // Things pass from block to block in the open for a few clocks: only a lasting calm counts.
        self.calm_clocks.d.next = 0.into();
        self.calm.d.next = false;
        if self.quiet_now.val() {
            self.calm_clocks.d.next = self.calm_clocks.q.val();
            self.calm.d.next = self.calm_clocks.q.val().all();
            if !self.calm_clocks.q.val().all() {
                self.calm_clocks.d.next = self.calm_clocks.q.val() + 1;
            }
        }

        // Statistics, one bit a counter.
        self.happened.next = 0.into();
        self.code_is.next = false;
        self.happened.next = self.happened.val().replace_bit(0, self.ingress.stat_frame.val());
        self.happened.next = self.happened.val().replace_bit(2, self.format.stat_frame.val());
        self.happened.next = self
            .happened
            .val()
            .replace_bit(3, self.ingress.stat_refused.val());
        self.happened.next = self.happened.val().replace_bit(4, self.gate.stat_disabled.val());
        self.happened.next = self.happened.val().replace_bit(5, self.gate.stat_ring.val());
        self.happened.next = self.happened.val().replace_bit(30, self.commands.stat_ok.val());
        self.happened.next = self
            .happened
            .val()
            .replace_bit(31, self.commands.stat_refused.val());
        self.happened.next = self
            .happened
            .val()
            .replace_bit(32, self.rings.refused.val().any());
        self.happened.next = self
            .happened
            .val()
            .replace_bit(33, self.engine.event_tx_frame.val());
        self.happened.next = self
            .happened
            .val()
            .replace_bit(34, self.engine.event_bad_descriptor.val());
        self.happened.next = self.happened.val().replace_bit(35, self.writer.stat_error.val());
        self.happened.next = self
            .happened
            .val()
            .replace_bit(36, self.engine.event_read_error.val());
        self.happened.next = self.happened.val().replace_bit(37, self.format.stat_resync.val());
        self.flags.next = self.format.stat_flags.val();
        self.code.next = self.format.stat_code.val();
        if self.format.stat_frame.val() {
            self.happened.next = self.happened.val().replace_bit(6, self.flags.val().get_bit(1));
            self.happened.next = self.happened.val().replace_bit(7, self.flags.val().get_bit(2));
            self.happened.next = self.happened.val().replace_bit(8, self.flags.val().get_bit(3));
            self.happened.next = self.happened.val().replace_bit(9, self.flags.val().get_bit(5));
            self.happened.next = self.happened.val().replace_bit(10, self.flags.val().get_bit(6));
            for i in 0..12_usize {
                self.code_is.next = self.code.val() == i.to_bits::<8>();
                self.happened.next = self.happened.val().replace_bit(i + 11, self.code_is.val());
            }
        } else if self.format.stat_event.val() {
            for i in 1..8_usize {
                self.code_is.next = self.code.val() == i.to_bits::<8>();
                self.happened.next = self.happened.val().replace_bit(i + 22, self.code_is.val());
            }
        }
        self.happened.next = self.happened.val().replace_bit(1, self.format.stat_frame.val());
        self.counted.d.next = self.happened.val();
        self.statistics.events.next = self.counted.q.val();
        self.length.next = self.format.stat_length.val();
        self.bytes.d.next = self.length.val().get_bits::<12>(0);
        self.statistics.rx_bytes.next = self.bytes.q.val();
        self.statistics.latch.next = self.registers.stat_latch.val();
        self.statistics.read_index.next = self.registers.stat_index.val();

        self.dbg_verdict_valid.next = self.path.m_valid.val();
        self.dbg_ingress_drop.next = self.ingress.stat_refused.val();
    }
}
