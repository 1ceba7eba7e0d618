// The steer of an aggregate (docs/datapath.md, 12.2 and 12.6): a frame's engine follows from its first beat by the rule, all its beats go to that
// one engine, and each beat leaves once, unchanged, in order, four clocks after it came.
`include "formal.svh"
module steer (input clock, input reset, input [63:0] ts_ns, input [511:0] s_tdata, input [6:0] lanes, input s_tvalid, input s_tlast, input s_tuser);
    (* anyconst *) wire [1:0] engine_mask;
    wire m_valid, m_sof, idle;
    wire [`WideBeat_bits-1:0] m_beat;
    wire [63:0] m_ts_ns, s_tkeep = ~(64'hffffffffffffffff << lanes);
    wire [1:0] m_engine;
    fixnic_steer dut (.clock(clock), .reset(reset), .engine_mask(engine_mask), .ts_ns(ts_ns), .s_tdata(s_tdata), .s_tkeep(s_tkeep),
        .s_tvalid(s_tvalid), .s_tlast(s_tlast), .s_tuser(s_tuser), .m_valid(m_valid), .m_beat(m_beat), .m_sof(m_sof), .m_ts_ns(m_ts_ns),
        .m_engine(m_engine), .idle(idle));
    `PAST_VALID
    // Lanes are filled from lane 0 on, all of them but in a frame's last beat.
    always @(*) assume (engine_mask != 2 && lanes >= 1 && lanes <= 64 && (s_tlast || lanes == 64));
    // The wire, up to four clocks ago.
    reg within;
    reg [4:0] started; // a frame began, and came so far
    (* hierconn *) wire [3:0] \dut.valids.q , \dut.sofs.q ;
    (* hierconn *) wire \dut.in_frame.q ;
    reg [3:0] valid, sof, last, bad;
    reg [511:0] data1, data2, data3, data4;
    reg [63:0] ts1, ts2, ts3, ts4;
    reg [6:0] lanes1, lanes2, lanes3, lanes4;
    always @(posedge clock) begin
        within <= !reset && (s_tvalid ? !s_tlast : within);
        started <= reset ? 0 : {started[3:0], started[0] || s_tvalid};
        valid <= reset ? 0 : {valid[2:0], s_tvalid};
        sof <= reset ? 0 : {sof[2:0], s_tvalid && !within};
        last <= {last[2:0], s_tlast};
        bad <= {bad[2:0], s_tlast && s_tuser};
        {data4, data3, data2, data1} <= {data3, data2, data1, s_tdata};
        {ts4, ts3, ts2, ts1} <= {ts3, ts2, ts1, ts_ns};
        {lanes4, lanes3, lanes2, lanes1} <= {lanes3, lanes2, lanes1, lanes};
    end
    // The rule. Masks are of {destination address, source address, destination port, source port} as numbers, the wire has the first byte low.
    function [31:0] swapped(input [31:0] word); swapped = {word[7:0], word[15:8], word[23:16], word[31:24]}; endfunction
    function parity(input [95:0] mask, input [95:0] tuple);
        parity = (^(mask[63:32] & swapped(tuple[31:0]))) ^ (^(mask[95:64] & swapped(tuple[63:32]))) ^ (^({mask[15:0], mask[31:16]} & swapped(tuple[95:64])));
    endfunction
    wire tagged = data4[96 +: 16] == 16'h0081;
    wire [207:0] from_type = tagged ? data4[128 +: 208] : data4[96 +: 208];
    wire tcp = lanes4 >= (tagged ? 18 : 14) + 24 && from_type[15:0] == 16'h0008 && from_type[23:16] == 8'h45
               && (from_type[79:64] & 16'hff3f) == 0 && from_type[95:88] == 6;
    wire [1:0] by_rule = tcp ? {parity(`engine_mask_1, from_type[112 +: 96]), parity(`engine_mask_0, from_type[112 +: 96])} & engine_mask : 2'd0;
    reg [1:0] engine;
    wire [1:0] engine_now = sof[3] ? by_rule : engine;
    always @(posedge clock) engine <= engine_now;

    always @(posedge clock) if (running) begin
        a_frame_goes_to_the_engine_of_the_rule: assert (!(m_valid && m_sof) || m_engine == by_rule);
        a_frame_stays_on_its_engine: assert (!m_valid || m_engine == engine_now);
        each_beat_leaves_once: assert (m_valid == valid[3] && m_sof == sof[3]);
        a_beat_leaves_unchanged: assert (!m_valid || (m_beat[`WideBeat_data] == data4 && m_beat[`WideBeat_last_lane] == lanes4 - 7'd1
                                         && m_beat[`WideBeat_eof] == last[3] && m_beat[`WideBeat_bad] == bad[3]));
        a_frame_has_the_time_of_its_first_beat: assert (!m_sof || m_ts_ns == ts4);
        idle_says_that_no_beat_is_on_its_way: assert (idle == (valid == 0));
        lemma_stages: assert (\dut.in_frame.q == within && \dut.valids.q == valid && \dut.sofs.q == sof && (!within || started[0]));
        lemma_started: assert ((valid & ~sof & ~started[4:1]) == 0 && (started[4:1] & ~started[3:0]) == 0);
        lemma_engine: assert (!started[4] || sof[3] || m_engine == engine);
    end
    `COVER(a_frame_of_engine_3, m_valid && m_sof && m_engine == 3 && m_beat[`WideBeat_eof])
    `COVER(a_tagged_frame, m_valid && m_sof && tagged && tcp && m_engine == 1)
    `COVER(a_long_frame_of_engine_2, m_valid && !m_sof && m_engine == 2 && m_beat[`WideBeat_last_lane] == 5)
endmodule
