// Every frame on the wire is stored whole or refused whole and counted, and what was stored never exceeds the FIFO
// (docs/datapath.md, 1). The FIFOs give anything; their level is the one that was written and read, from any fill on.
`include "formal.svh"
module ingress (input clock, input reset, input zero_counts, input [63:0] ts_ns, input [63:0] s_tdata, input [7:0] s_tkeep,
                input s_tvalid, input s_tlast, input s_tuser, input beat_read, input arrival_read, input [7:0] epoch);
    wire m_valid, m_sof, stat_frame, stat_refused, arrival_valid;
    wire [`Arrival_bits-1:0] arrival;
    wire [`Beat_bits-1:0] m_beat;
    fixnic_core$ingress dut (.clock(clock), .reset(reset), .zero_counts(zero_counts), .ts_ns(ts_ns), .s_tdata(s_tdata),
        .s_tkeep(s_tkeep), .s_tvalid(s_tvalid), .s_tlast(s_tlast), .s_tuser(s_tuser), .beat_read(beat_read), .arrival_read(arrival_read), .arrival(arrival), .arrival_valid(arrival_valid), .epoch(epoch), .m_valid(m_valid),
        .m_beat(m_beat), .m_sof(m_sof), .stat_frame(stat_frame), .stat_refused(stat_refused));
    `PAST_VALID
    // Registers of the block, by their names after flattening: IngressState, its counts, the level of the FIFO of beats.
    (* hierconn *) wire [1:0] \dut.state.q ;
    (* hierconn *) wire [8:0] \dut.beats_left.q ;
    (* hierconn *) wire \dut.room.q ;
    (* hierconn *) wire [31:0] \dut.refused_count.q ;
    (* hierconn *) wire [`Arrival_bits-1:0] \dut.announced.q ;
    (* hierconn *) wire [15:0] \dut.beats.level ;
    (* hierconn *) wire [`Arrival_bits-1:0] \dut.arrivals.data_out ;
    (* hierconn *) wire [7:0] \dut.counted_in.q ;
    wire [`Arrival_bits-1:0] stored = \dut.arrivals.data_out ;
    // The FIFO of arrivals offers a word until it is taken (wide_fifo), and by whom it is taken was there a clock before (gate.an_arrival_stands_a_clock_before_its_decision).
    reg waits, is_current;
    always @(posedge clock) begin
        waits <= !reset && arrival_valid && !arrival_read;
        is_current <= stored[`Arrival_epoch] == \dut.counted_in.q ;
    end
    always @(posedge clock) if (begun && $past(arrival_valid && !arrival_read && !reset)) assume (arrival_valid && $stable(stored));
    wire storing = \dut.state.q == 1, refusing = \dut.state.q == 2, cutting = \dut.state.q == 3;

    // The FIFO: what it holds, and its level, which follows a clock later.
    (* anyconst *) wire [10:0] filled;
    always @(*) assume (filled <= 1022);
    reg [10:0] held, held_before;
    always @(posedge clock) begin
        held <= reset ? filled : held + m_valid - beat_read;
        held_before <= reset ? filled : held;
    end
    always @(*) assume (!beat_read || held != 0);
    always @(*) assume (!running || \dut.beats.level == held_before);

    // The wire, as far as the block looked at it two clocks later.
    reg within, within_before, begins, begins_before, ends, ends_before;
    always @(posedge clock) begin
        within <= reset ? 0 : s_tvalid ? !s_tlast : within;
        within_before <= reset ? 0 : within;
        begins <= !reset && s_tvalid && !within;
        begins_before <= !reset && begins;
        ends <= !reset && s_tvalid && s_tlast;
        ends_before <= !reset && ends;
    end
    // The frame that is being looked at was taken; a stored one has not ended.
    reg taken, open;
    wire taken_now = stat_frame ? m_sof : taken, eof = m_beat[`Beat_eof], open_now = m_valid ? !eof : open;
    reg [31:0] refusals;
    reg was_zeroed;
    wire [31:0] refusals_now = was_zeroed ? 0 : refusals + stat_refused;
    always @(posedge clock) begin
        taken <= !reset && taken_now;
        open <= !reset && open_now;
        was_zeroed <= reset || zero_counts;
        refusals <= reset ? 0 : refusals_now;
    end

    always @(posedge clock) if (running) begin
        a_frame_is_counted_once: assert (stat_frame == begins_before);
        a_frame_is_taken_or_refused: assert (stat_frame == (m_sof || stat_refused) && !(m_sof && stat_refused));
        a_frame_is_stored_from_its_first_beat: assert (m_valid ? m_sof == !open : !m_sof);
        a_taken_frame_has_its_end: assert ((m_valid && eof) == (ends_before && taken_now));
        a_refused_frame_stores_nothing: assert (!m_valid || taken_now);
        the_fifo_never_overflows: assert (!m_valid || held < 1024);
        an_arrival_tells_the_drops_before_it: assert (!m_sof || \dut.announced.q [`Arrival_drop_fifo] == refusals);
        an_arrival_that_stood_tells_the_drops: assert (!(arrival_valid && waits) || (arrival[`Arrival_ts_ns] == stored[`Arrival_ts_ns] && arrival[`Arrival_drop_fifo] == (is_current ? stored[`Arrival_drop_fifo] : 0)));
        lemma_state: assert ((\dut.state.q != 0) == within_before && (storing || cutting) == open_now && (!refusing || !taken_now)
                             && (!(storing || cutting) || taken_now));
        lemma_held: assert (held + m_valid + (storing ? \dut.beats_left.q : cutting) <= 1022 && held_before <= 1022);
        lemma_left: assert (!storing || (\dut.beats_left.q >= 1 && \dut.beats_left.q <= 255));
        lemma_room: assert (!\dut.room.q || held <= 766);
        lemma_refusals: assert (\dut.refused_count.q == refusals_now);
    end
    `COVER(a_frame_is_refused, stat_refused)
    `COVER(a_frame_is_stored, m_valid && eof && !m_sof)
    `COVER(a_frame_follows_a_refused_one, m_sof && refusals == 2)
    `COVER(drops_of_an_older_epoch, arrival_valid && waits && stored[`Arrival_drop_fifo] != 0 && arrival[`Arrival_drop_fifo] == 0)
endmodule
