// Several cores as one device: docs/datapath.md, section 12. Emitted from hw/core/src/aggregate; needs fixnic_core.v.
// Ports of the engines' AXI4 masters lie side by side, that of engine 0 in the low bits.
module fixnic_aggregate #(
    parameter ENGINES = 2 // 1, 2 or 4
) (
    input wire clock,
    input wire reset,
    input wire [63:0] ts_ns,

    input wire [511:0] s_axis_rx_tdata,
    input wire [63:0] s_axis_rx_tkeep,
    input wire s_axis_rx_tvalid,
    input wire s_axis_rx_tlast,
    input wire s_axis_rx_tuser,
    output wire [63:0] m_axis_tx_tdata,
    output wire [7:0] m_axis_tx_tkeep,
    output wire m_axis_tx_tvalid,
    input wire m_axis_tx_tready,
    output wire m_axis_tx_tlast,

    input wire [11:0] s_axil_awaddr,
    input wire s_axil_awvalid,
    output wire s_axil_awready,
    input wire [31:0] s_axil_wdata,
    input wire [3:0] s_axil_wstrb,
    input wire s_axil_wvalid,
    output wire s_axil_wready,
    output wire [1:0] s_axil_bresp,
    output wire s_axil_bvalid,
    input wire s_axil_bready,
    input wire [11:0] s_axil_araddr,
    input wire s_axil_arvalid,
    output wire s_axil_arready,
    output wire [31:0] s_axil_rdata,
    output wire [1:0] s_axil_rresp,
    output wire s_axil_rvalid,
    input wire s_axil_rready,

    output wire [ENGINES*64-1:0] m_axi_awaddr,
    output wire [ENGINES*8-1:0] m_axi_awlen,
    output wire [ENGINES*3-1:0] m_axi_awsize,
    output wire [ENGINES*2-1:0] m_axi_awburst,
    output wire [ENGINES-1:0] m_axi_awvalid,
    input wire [ENGINES-1:0] m_axi_awready,
    output wire [ENGINES*256-1:0] m_axi_wdata,
    output wire [ENGINES*32-1:0] m_axi_wstrb,
    output wire [ENGINES-1:0] m_axi_wlast,
    output wire [ENGINES-1:0] m_axi_wvalid,
    input wire [ENGINES-1:0] m_axi_wready,
    input wire [ENGINES*2-1:0] m_axi_bresp,
    input wire [ENGINES-1:0] m_axi_bvalid,
    output wire [ENGINES-1:0] m_axi_bready,
    output wire [ENGINES*64-1:0] m_axi_araddr,
    output wire [ENGINES*8-1:0] m_axi_arlen,
    output wire [ENGINES*3-1:0] m_axi_arsize,
    output wire [ENGINES*2-1:0] m_axi_arburst,
    output wire [ENGINES-1:0] m_axi_arvalid,
    input wire [ENGINES-1:0] m_axi_arready,
    input wire [ENGINES*256-1:0] m_axi_rdata,
    input wire [ENGINES*2-1:0] m_axi_rresp,
    input wire [ENGINES-1:0] m_axi_rlast,
    input wire [ENGINES-1:0] m_axi_rvalid,
    output wire [ENGINES-1:0] m_axi_rready,

    output wire [5:0] irq,
    // For measurements: each engine's ingress FIFO has refused a frame, or was told of one that its lane has lost.
    output wire [ENGINES-1:0] dbg_ingress_drop
);
    localparam [1:0] ENGINES_LOG2 = ENGINES == 4 ? 2'd2 : ENGINES == 2 ? 2'd1 : 2'd0;
    localparam [1:0] ENGINE_MASK = ENGINES == 4 ? 2'd3 : ENGINES == 2 ? 2'd1 : 2'd0;

    // From the wire to the lanes.
    wire beat_valid, beat_sof, steer_idle;
    wire [519:0] beat;
    wire [63:0] beat_ts_ns;
    wire [1:0] beat_engine;
    fixnic_steer steer (
        .clock(clock), .reset(reset), .engine_mask(ENGINE_MASK), .ts_ns(ts_ns),
        .s_tdata(s_axis_rx_tdata), .s_tkeep(s_axis_rx_tkeep), .s_tvalid(s_axis_rx_tvalid), .s_tlast(s_axis_rx_tlast),
        .s_tuser(s_axis_rx_tuser),
        .m_valid(beat_valid), .m_beat(beat), .m_sof(beat_sof), .m_ts_ns(beat_ts_ns), .m_engine(beat_engine),
        .idle(steer_idle)
    );

    // From the registers to the engines. What is not there is never asked.
    wire [11:0] addr;
    wire [31:0] wdata;
    wire [3:0] awvalid, wvalid, arvalid;
    wire [3:0] awready, wready, bvalid, arready, rvalid;
    wire [127:0] rdata;
    wire [23:0] engine_irq;
    wire [ENGINES-1:0] lane_idle;
    reg lanes_idle;
    always @(posedge clock) lanes_idle <= steer_idle && (&lane_idle);
    assign s_axil_bresp = 2'd0;
    assign s_axil_rresp = 2'd0;
    fixnic_front front (
        .clock(clock), .reset(reset), .engines_log2(ENGINES_LOG2), .lanes_idle(lanes_idle),
        .s_axil_awaddr(s_axil_awaddr), .s_axil_awvalid(s_axil_awvalid), .s_axil_awready(s_axil_awready),
        .s_axil_wdata(s_axil_wdata), .s_axil_wstrb(s_axil_wstrb), .s_axil_wvalid(s_axil_wvalid), .s_axil_wready(s_axil_wready),
        .s_axil_bvalid(s_axil_bvalid), .s_axil_bready(s_axil_bready),
        .s_axil_araddr(s_axil_araddr), .s_axil_arvalid(s_axil_arvalid), .s_axil_arready(s_axil_arready),
        .s_axil_rdata(s_axil_rdata), .s_axil_rvalid(s_axil_rvalid), .s_axil_rready(s_axil_rready),
        .m_axil_addr(addr), .m_axil_wdata(wdata), .m_axil_awvalid(awvalid), .m_axil_awready(awready),
        .m_axil_wvalid(wvalid), .m_axil_wready(wready), .m_axil_bvalid(bvalid), .m_axil_arvalid(arvalid),
        .m_axil_arready(arready), .m_axil_rvalid(rvalid),
        .m_axil_rdata_0(rdata[0+:32]), .m_axil_rdata_1(rdata[32+:32]), .m_axil_rdata_2(rdata[64+:32]), .m_axil_rdata_3(rdata[96+:32]),
        .engine_irq_0(engine_irq[0+:6]), .engine_irq_1(engine_irq[6+:6]), .engine_irq_2(engine_irq[12+:6]), .engine_irq_3(engine_irq[18+:6]),
        .irq(irq)
    );

    wire [ENGINES*64-1:0] tx_tdata;
    wire [ENGINES*8-1:0] tx_tkeep;
    wire [ENGINES-1:0] tx_tvalid, tx_tlast;
    assign m_axis_tx_tdata = tx_tdata[63:0];
    assign m_axis_tx_tkeep = tx_tkeep[7:0];
    assign m_axis_tx_tvalid = tx_tvalid[0];
    assign m_axis_tx_tlast = tx_tlast[0];

    genvar e;
    generate
        for (e = 0; e < ENGINES; e = e + 1) begin : engines
            localparam [1:0] NUMBER = e;
            wire [63:0] rx_tdata, rx_ts_ns;
            wire [7:0] rx_tkeep;
            wire rx_tvalid, rx_tlast, rx_tuser;
            wire [1:0] bresp, rresp;
            wire verdict_valid;
            fixnic_lane lane (
                .clock(clock), .reset(reset), .number(NUMBER),
                .s_valid(beat_valid), .s_beat(beat), .s_sof(beat_sof), .s_ts_ns(beat_ts_ns), .s_engine(beat_engine),
                .m_tdata(rx_tdata), .m_tkeep(rx_tkeep), .m_tvalid(rx_tvalid), .m_tlast(rx_tlast), .m_tuser(rx_tuser),
                .m_ts_ns(rx_ts_ns), .idle(lane_idle[e])
            );
            fixnic_core core (
                .clock(clock), .reset(reset), .ts_ns(rx_ts_ns),
                .s_axis_rx_tdata(rx_tdata), .s_axis_rx_tkeep(rx_tkeep), .s_axis_rx_tvalid(rx_tvalid),
                .s_axis_rx_tlast(rx_tlast), .s_axis_rx_tuser(rx_tuser),
                .m_axis_tx_tdata(tx_tdata[e*64+:64]), .m_axis_tx_tkeep(tx_tkeep[e*8+:8]), .m_axis_tx_tvalid(tx_tvalid[e]),
                .m_axis_tx_tready(m_axis_tx_tready), .m_axis_tx_tlast(tx_tlast[e]),
                .s_axil_awaddr(addr), .s_axil_awvalid(awvalid[e]), .s_axil_awready(awready[e]),
                .s_axil_wdata(wdata), .s_axil_wstrb(4'hF), .s_axil_wvalid(wvalid[e]), .s_axil_wready(wready[e]),
                .s_axil_bresp(bresp), .s_axil_bvalid(bvalid[e]), .s_axil_bready(1'b1),
                .s_axil_araddr(addr), .s_axil_arvalid(arvalid[e]), .s_axil_arready(arready[e]),
                .s_axil_rdata(rdata[e*32+:32]), .s_axil_rresp(rresp), .s_axil_rvalid(rvalid[e]), .s_axil_rready(1'b1),
                .m_axi_awaddr(m_axi_awaddr[e*64+:64]), .m_axi_awlen(m_axi_awlen[e*8+:8]), .m_axi_awsize(m_axi_awsize[e*3+:3]),
                .m_axi_awburst(m_axi_awburst[e*2+:2]), .m_axi_awvalid(m_axi_awvalid[e]), .m_axi_awready(m_axi_awready[e]),
                .m_axi_wdata(m_axi_wdata[e*256+:256]), .m_axi_wstrb(m_axi_wstrb[e*32+:32]), .m_axi_wlast(m_axi_wlast[e]),
                .m_axi_wvalid(m_axi_wvalid[e]), .m_axi_wready(m_axi_wready[e]),
                .m_axi_bresp(m_axi_bresp[e*2+:2]), .m_axi_bvalid(m_axi_bvalid[e]), .m_axi_bready(m_axi_bready[e]),
                .m_axi_araddr(m_axi_araddr[e*64+:64]), .m_axi_arlen(m_axi_arlen[e*8+:8]), .m_axi_arsize(m_axi_arsize[e*3+:3]),
                .m_axi_arburst(m_axi_arburst[e*2+:2]), .m_axi_arvalid(m_axi_arvalid[e]), .m_axi_arready(m_axi_arready[e]),
                .m_axi_rdata(m_axi_rdata[e*256+:256]), .m_axi_rresp(m_axi_rresp[e*2+:2]), .m_axi_rlast(m_axi_rlast[e]),
                .m_axi_rvalid(m_axi_rvalid[e]), .m_axi_rready(m_axi_rready[e]),
                .irq(engine_irq[e*6+:6]), .dbg_verdict_valid(verdict_valid), .dbg_ingress_drop(dbg_ingress_drop[e])
            );
        end
        for (e = ENGINES; e < 4; e = e + 1) begin : absent
            assign awready[e] = 1'b0;
            assign wready[e] = 1'b0;
            assign bvalid[e] = 1'b0;
            assign arready[e] = 1'b0;
            assign rvalid[e] = 1'b0;
            assign rdata[e*32+:32] = 32'd0;
            assign engine_irq[e*6+:6] = 6'd0;
        end
    endgenerate
endmodule

module fixnic_steer(clock,reset,engine_mask,ts_ns,s_tdata,s_tkeep,s_tvalid,s_tlast,s_tuser,m_valid,m_beat,m_sof,m_ts_ns,m_engine,idle);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  [1:0] engine_mask;
    input wire  [63:0] ts_ns;
    input wire  [511:0] s_tdata;
    input wire  [63:0] s_tkeep;
    input wire  s_tvalid;
    input wire  s_tlast;
    input wire  s_tuser;
    output reg  m_valid;
    output reg  [519:0] m_beat;
    output reg  m_sof;
    output reg  [63:0] m_ts_ns;
    output reg  [1:0] m_engine;
    output reg  idle;

    // Constant declarations
    localparam  tag = 16'h81;
    localparam  ipv4 = 16'h8;
    localparam  version = 8'h45;
    localparam  tcp = 8'h6;
    localparam  fragment_bits = 16'hff3f;
    localparam  low_0 = 32'h9bd8ab25;
    localparam  low_1 = 32'h1956bc2a;
    localparam  low_2 = 32'h7ed6924d;
    localparam  high_0 = 32'hfa84c164;
    localparam  high_1 = 32'haa7dbb3c;
    localparam  high_2 = 32'ha74825c8;

    // Stub signals
    reg  in_frame$d;
    wire  in_frame$q;
    reg  in_frame$clock;
    reg  [3:0] valids$d;
    wire  [3:0] valids$q;
    reg  valids$clock;
    reg  [3:0] sofs$d;
    wire  [3:0] sofs$q;
    reg  sofs$clock;
    reg  [511:0] data_1$d;
    wire  [511:0] data_1$q;
    reg  data_1$clock;
    reg  [63:0] keep_1$d;
    wire  [63:0] keep_1$q;
    reg  keep_1$clock;
    reg  eof_1$d;
    wire  eof_1$q;
    reg  eof_1$clock;
    reg  bad_1$d;
    wire  bad_1$q;
    reg  bad_1$clock;
    reg  [63:0] ts_1$d;
    wire  [63:0] ts_1$q;
    reg  ts_1$clock;
    reg  [519:0] beat_2$d;
    wire  [519:0] beat_2$q;
    reg  beat_2$clock;
    reg  [2:0] group_2$d;
    wire  [2:0] group_2$q;
    reg  group_2$clock;
    reg  [7:0] group_keep_2$d;
    wire  [7:0] group_keep_2$q;
    reg  group_keep_2$clock;
    reg  [207:0] headers_2$d;
    wire  [207:0] headers_2$q;
    reg  headers_2$clock;
    reg  long_2$d;
    wire  long_2$q;
    reg  long_2$clock;
    reg  [63:0] ts_2$d;
    wire  [63:0] ts_2$q;
    reg  ts_2$clock;
    reg  [519:0] beat_3$d;
    wire  [519:0] beat_3$q;
    reg  beat_3$clock;
    reg  tcp_3$d;
    wire  tcp_3$q;
    reg  tcp_3$clock;
    reg  [1:0] parity_3$d;
    wire  [1:0] parity_3$q;
    reg  parity_3$clock;
    reg  [63:0] ts_3$d;
    wire  [63:0] ts_3$q;
    reg  ts_3$clock;
    reg  [519:0] beat_4$d;
    wire  [519:0] beat_4$q;
    reg  beat_4$clock;
    reg  [1:0] engine_4$d;
    wire  [1:0] engine_4$q;
    reg  engine_4$clock;
    reg  [63:0] ts_4$d;
    wire  [63:0] ts_4$q;
    reg  ts_4$clock;

    // Local signals
    reg  sof;
    reg  has_tag;
    reg  [7:0] group_keep;
    reg  [2:0] low_lane;
    reg  [15:0] fragment;
    reg  [5:0] parts;

    // Sub module instances
    fixnic_steer$in_frame in_frame(
        .d(in_frame$d),
        .q(in_frame$q),
        .clock(in_frame$clock)
    );
    fixnic_steer$valids valids(
        .d(valids$d),
        .q(valids$q),
        .clock(valids$clock)
    );
    fixnic_steer$sofs sofs(
        .d(sofs$d),
        .q(sofs$q),
        .clock(sofs$clock)
    );
    fixnic_steer$data_1 data_1(
        .d(data_1$d),
        .q(data_1$q),
        .clock(data_1$clock)
    );
    fixnic_steer$keep_1 keep_1(
        .d(keep_1$d),
        .q(keep_1$q),
        .clock(keep_1$clock)
    );
    fixnic_steer$eof_1 eof_1(
        .d(eof_1$d),
        .q(eof_1$q),
        .clock(eof_1$clock)
    );
    fixnic_steer$bad_1 bad_1(
        .d(bad_1$d),
        .q(bad_1$q),
        .clock(bad_1$clock)
    );
    fixnic_steer$ts_1 ts_1(
        .d(ts_1$d),
        .q(ts_1$q),
        .clock(ts_1$clock)
    );
    fixnic_steer$beat_2 beat_2(
        .d(beat_2$d),
        .q(beat_2$q),
        .clock(beat_2$clock)
    );
    fixnic_steer$group_2 group_2(
        .d(group_2$d),
        .q(group_2$q),
        .clock(group_2$clock)
    );
    fixnic_steer$group_keep_2 group_keep_2(
        .d(group_keep_2$d),
        .q(group_keep_2$q),
        .clock(group_keep_2$clock)
    );
    fixnic_steer$headers_2 headers_2(
        .d(headers_2$d),
        .q(headers_2$q),
        .clock(headers_2$clock)
    );
    fixnic_steer$long_2 long_2(
        .d(long_2$d),
        .q(long_2$q),
        .clock(long_2$clock)
    );
    fixnic_steer$ts_2 ts_2(
        .d(ts_2$d),
        .q(ts_2$q),
        .clock(ts_2$clock)
    );
    fixnic_steer$beat_3 beat_3(
        .d(beat_3$d),
        .q(beat_3$q),
        .clock(beat_3$clock)
    );
    fixnic_steer$tcp_3 tcp_3(
        .d(tcp_3$d),
        .q(tcp_3$q),
        .clock(tcp_3$clock)
    );
    fixnic_steer$parity_3 parity_3(
        .d(parity_3$d),
        .q(parity_3$q),
        .clock(parity_3$clock)
    );
    fixnic_steer$ts_3 ts_3(
        .d(ts_3$d),
        .q(ts_3$q),
        .clock(ts_3$clock)
    );
    fixnic_steer$beat_4 beat_4(
        .d(beat_4$d),
        .q(beat_4$q),
        .clock(beat_4$clock)
    );
    fixnic_steer$engine_4 engine_4(
        .d(engine_4$d),
        .q(engine_4$q),
        .clock(engine_4$clock)
    );
    fixnic_steer$ts_4 ts_4(
        .d(ts_4$d),
        .q(ts_4$q),
        .clock(ts_4$clock)
    );

    // Update code
    always @(*) begin
        in_frame$clock = clock;
        valids$clock = clock;
        sofs$clock = clock;
        data_1$clock = clock;
        keep_1$clock = clock;
        eof_1$clock = clock;
        bad_1$clock = clock;
        ts_1$clock = clock;
        beat_2$clock = clock;
        group_2$clock = clock;
        group_keep_2$clock = clock;
        headers_2$clock = clock;
        long_2$clock = clock;
        ts_2$clock = clock;
        beat_3$clock = clock;
        tcp_3$clock = clock;
        parity_3$clock = clock;
        ts_3$clock = clock;
        beat_4$clock = clock;
        engine_4$clock = clock;
        ts_4$clock = clock;
        in_frame$d = in_frame$q;
        valids$d = valids$q;
        sofs$d = sofs$q;
        data_1$d = data_1$q;
        keep_1$d = keep_1$q;
        eof_1$d = eof_1$q;
        bad_1$d = bad_1$q;
        ts_1$d = ts_1$q;
        beat_2$d = beat_2$q;
        group_2$d = group_2$q;
        group_keep_2$d = group_keep_2$q;
        headers_2$d = headers_2$q;
        long_2$d = long_2$q;
        ts_2$d = ts_2$q;
        beat_3$d = beat_3$q;
        tcp_3$d = tcp_3$q;
        parity_3$d = parity_3$q;
        ts_3$d = ts_3$q;
        beat_4$d = beat_4$q;
        engine_4$d = engine_4$q;
        ts_4$d = ts_4$q;
        sof = s_tvalid && ~in_frame$q;
        if (s_tvalid) begin
            in_frame$d = ~s_tlast;
        end
        valids$d = (valids$q << 32'h1) | ((s_tvalid) & 4'hf);
        sofs$d = (sofs$q << 32'h1) | ((sof) & 4'hf);
        data_1$d = s_tdata;
        keep_1$d = s_tkeep;
        eof_1$d = s_tlast;
        bad_1$d = s_tlast && s_tuser;
        ts_1$d = ts_ns;
        beat_2$d[(64'h0)+:(512)] = data_1$q;
        beat_2$d[(64'h200)+:(6)] = 32'h0;
        beat_2$d[(64'h206)+:(1)] = eof_1$q;
        beat_2$d[(64'h207)+:(1)] = bad_1$q;
        group_2$d = 32'h0;
        group_keep_2$d = keep_1$q[(32'h0)+:(8)];
        group_keep = keep_1$q[(1 * 32'h8)+:(8)];
        if (group_keep[32'h0]) begin
            group_2$d = 1;
            group_keep_2$d = group_keep;
        end
        group_keep = keep_1$q[(2 * 32'h8)+:(8)];
        if (group_keep[32'h0]) begin
            group_2$d = 2;
            group_keep_2$d = group_keep;
        end
        group_keep = keep_1$q[(3 * 32'h8)+:(8)];
        if (group_keep[32'h0]) begin
            group_2$d = 3;
            group_keep_2$d = group_keep;
        end
        group_keep = keep_1$q[(4 * 32'h8)+:(8)];
        if (group_keep[32'h0]) begin
            group_2$d = 4;
            group_keep_2$d = group_keep;
        end
        group_keep = keep_1$q[(5 * 32'h8)+:(8)];
        if (group_keep[32'h0]) begin
            group_2$d = 5;
            group_keep_2$d = group_keep;
        end
        group_keep = keep_1$q[(6 * 32'h8)+:(8)];
        if (group_keep[32'h0]) begin
            group_2$d = 6;
            group_keep_2$d = group_keep;
        end
        group_keep = keep_1$q[(7 * 32'h8)+:(8)];
        if (group_keep[32'h0]) begin
            group_2$d = 7;
            group_keep_2$d = group_keep;
        end
        has_tag = data_1$q[(32'h60)+:(16)] == tag;
        headers_2$d = data_1$q[(32'h60)+:(208)];
        long_2$d = keep_1$q[32'h25];
        if (has_tag) begin
            headers_2$d = data_1$q[(32'h80)+:(208)];
            long_2$d = keep_1$q[32'h29];
        end
        ts_2$d = ts_1$q;
        low_lane = 32'h0;
        if (group_keep_2$q[0]) begin
            low_lane = 0;
        end
        if (group_keep_2$q[1]) begin
            low_lane = 1;
        end
        if (group_keep_2$q[2]) begin
            low_lane = 2;
        end
        if (group_keep_2$q[3]) begin
            low_lane = 3;
        end
        if (group_keep_2$q[4]) begin
            low_lane = 4;
        end
        if (group_keep_2$q[5]) begin
            low_lane = 5;
        end
        if (group_keep_2$q[6]) begin
            low_lane = 6;
        end
        if (group_keep_2$q[7]) begin
            low_lane = 7;
        end
        beat_3$d = beat_2$q;
        beat_3$d[(64'h200)+:(6)] = (((group_2$q) & 6'h3f) << 32'h3) | ((low_lane) & 6'h3f);
        fragment = headers_2$q[(32'h40)+:(16)] & fragment_bits;
        tcp_3$d = long_2$q && (headers_2$q[(32'h0)+:(16)] == ipv4) && (headers_2$q[(32'h10)+:(8)] == version) && ~|fragment && (headers_2$q[(32'h58)+:(8)] == tcp);
        parts = 32'h0;
        parts = (parts & ~(1 << (32'h0)) | ((^(headers_2$q[(32'h70)+:(32)] & low_0)) << (32'h0)));
        parts = (parts & ~(1 << (32'h1)) | ((^(headers_2$q[(32'h90)+:(32)] & low_1)) << (32'h1)));
        parts = (parts & ~(1 << (32'h2)) | ((^(headers_2$q[(32'hb0)+:(32)] & low_2)) << (32'h2)));
        parts = (parts & ~(1 << (32'h3)) | ((^(headers_2$q[(32'h70)+:(32)] & high_0)) << (32'h3)));
        parts = (parts & ~(1 << (32'h4)) | ((^(headers_2$q[(32'h90)+:(32)] & high_1)) << (32'h4)));
        parts = (parts & ~(1 << (32'h5)) | ((^(headers_2$q[(32'hb0)+:(32)] & high_2)) << (32'h5)));
        parity_3$d = ((^parts[(32'h0)+:(3)]) & 2'h3) | (((^parts[(32'h3)+:(3)]) & 2'h3) << 32'h1);
        ts_3$d = ts_2$q;
        beat_4$d = beat_3$q;
        ts_4$d = ts_3$q;
        if (sofs$q[32'h2]) begin
            engine_4$d = 32'h0;
            if (tcp_3$q) begin
                engine_4$d = parity_3$q & engine_mask;
            end
        end
        m_valid = valids$q[32'h3];
        m_beat = beat_4$q;
        m_sof = sofs$q[32'h3];
        m_ts_ns = ts_4$q;
        m_engine = engine_4$q;
        idle = ~|valids$q;
        if (reset) begin
            in_frame$d = 1'b0;
            valids$d = 32'h0;
            sofs$d = 32'h0;
        end
    end

endmodule // fixnic_steer

module fixnic_steer$bad_1(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_steer$bad_1

module fixnic_steer$beat_2(d,q,clock);

    // Module arguments
    input wire  [519:0] d;
    output reg  [519:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 520'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_steer$beat_2

module fixnic_steer$beat_3(d,q,clock);

    // Module arguments
    input wire  [519:0] d;
    output reg  [519:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 520'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_steer$beat_3

module fixnic_steer$beat_4(d,q,clock);

    // Module arguments
    input wire  [519:0] d;
    output reg  [519:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 520'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_steer$beat_4

module fixnic_steer$data_1(d,q,clock);

    // Module arguments
    input wire  [511:0] d;
    output reg  [511:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 512'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_steer$data_1

module fixnic_steer$engine_4(d,q,clock);

    // Module arguments
    input wire  [1:0] d;
    output reg  [1:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 2'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_steer$engine_4

module fixnic_steer$eof_1(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_steer$eof_1

module fixnic_steer$group_2(d,q,clock);

    // Module arguments
    input wire  [2:0] d;
    output reg  [2:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 3'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_steer$group_2

module fixnic_steer$group_keep_2(d,q,clock);

    // Module arguments
    input wire  [7:0] d;
    output reg  [7:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 8'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_steer$group_keep_2

module fixnic_steer$headers_2(d,q,clock);

    // Module arguments
    input wire  [207:0] d;
    output reg  [207:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 208'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_steer$headers_2

module fixnic_steer$in_frame(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_steer$in_frame

module fixnic_steer$keep_1(d,q,clock);

    // Module arguments
    input wire  [63:0] d;
    output reg  [63:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 64'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_steer$keep_1

module fixnic_steer$long_2(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_steer$long_2

module fixnic_steer$parity_3(d,q,clock);

    // Module arguments
    input wire  [1:0] d;
    output reg  [1:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 2'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_steer$parity_3

module fixnic_steer$sofs(d,q,clock);

    // Module arguments
    input wire  [3:0] d;
    output reg  [3:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 4'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_steer$sofs

module fixnic_steer$tcp_3(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_steer$tcp_3

module fixnic_steer$ts_1(d,q,clock);

    // Module arguments
    input wire  [63:0] d;
    output reg  [63:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 64'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_steer$ts_1

module fixnic_steer$ts_2(d,q,clock);

    // Module arguments
    input wire  [63:0] d;
    output reg  [63:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 64'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_steer$ts_2

module fixnic_steer$ts_3(d,q,clock);

    // Module arguments
    input wire  [63:0] d;
    output reg  [63:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 64'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_steer$ts_3

module fixnic_steer$ts_4(d,q,clock);

    // Module arguments
    input wire  [63:0] d;
    output reg  [63:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 64'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_steer$ts_4

module fixnic_steer$valids(d,q,clock);

    // Module arguments
    input wire  [3:0] d;
    output reg  [3:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 4'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_steer$valids

module fixnic_lane(clock,reset,number,s_valid,s_beat,s_sof,s_ts_ns,s_engine,m_tdata,m_tkeep,m_tvalid,m_tlast,m_tuser,m_ts_ns,idle);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  [1:0] number;
    input wire  s_valid;
    input wire  [519:0] s_beat;
    input wire  s_sof;
    input wire  [63:0] s_ts_ns;
    input wire  [1:0] s_engine;
    output reg  [63:0] m_tdata;
    output reg  [7:0] m_tkeep;
    output reg  m_tvalid;
    output reg  m_tlast;
    output reg  m_tuser;
    output reg  [63:0] m_ts_ns;
    output reg  idle;

    // Constant declarations
    localparam  room_level = 16'h1d8;
    localparam  kept_beats = 6'b100001;

    // Stub signals
    reg  room$d;
    wire  room$q;
    reg  room$clock;
    reg  taking$d;
    wire  taking$q;
    reg  taking$clock;
    reg  [5:0] left$d;
    wire  [5:0] left$q;
    reg  left$clock;
    reg  [15:0] lost$d;
    wire  [15:0] lost$q;
    reg  lost$clock;
    reg  any_lost$d;
    wire  any_lost$q;
    reg  any_lost$clock;
    reg  write$d;
    wire  write$q;
    reg  write$clock;
    reg  [519:0] word$d;
    wire  [519:0] word$q;
    reg  word$clock;
    reg  announce$d;
    wire  announce$q;
    reg  announce$clock;
    reg  [81:0] announced$d;
    wire  [81:0] announced$q;
    reg  announced$clock;
    reg  beats$clock;
    reg  beats$reset;
    reg  beats$write;
    reg  [519:0] beats$data_in;
    reg  beats$read;
    wire  beats$valid;
    wire  [519:0] beats$data_out;
    wire  [15:0] beats$level;
    reg  arrivals$clock;
    reg  arrivals$reset;
    reg  arrivals$write;
    reg  [81:0] arrivals$data_in;
    reg  arrivals$read;
    wire  arrivals$valid;
    wire  [81:0] arrivals$data_out;
    wire  [15:0] arrivals$level;
    reg  open$d;
    wire  open$q;
    reg  open$clock;
    reg  [2:0] at$d;
    wire  [2:0] at$q;
    reg  at$clock;
    reg  [2:0] at_after$d;
    wire  [2:0] at_after$q;
    reg  at_after$clock;
    reg  at_end$d;
    wire  at_end$q;
    reg  at_end$clock;
    reg  spent$d;
    wire  spent$q;
    reg  spent$clock;
    reg  served$d;
    wire  served$q;
    reg  served$clock;
    reg  [15:0] telling$d;
    wire  [15:0] telling$q;
    reg  telling$clock;
    reg  all_told$d;
    wire  all_told$q;
    reg  all_told$clock;
    reg  [63:0] out_data$d;
    wire  [63:0] out_data$q;
    reg  out_data$clock;
    reg  [7:0] out_keep$d;
    wire  [7:0] out_keep$q;
    reg  out_keep$clock;
    reg  out_valid$d;
    wire  out_valid$q;
    reg  out_valid$clock;
    reg  out_last$d;
    wire  out_last$q;
    reg  out_last$clock;
    reg  out_bad$d;
    wire  out_bad$q;
    reg  out_bad$clock;
    reg  [63:0] out_ts_ns$d;
    wire  [63:0] out_ts_ns$q;
    reg  out_ts_ns$clock;

    // Local signals
    reg  mine;
    reg  takes;
    reg  keeps;
    reg  losses_told;
    reg  [81:0] arrival;
    reg  [519:0] beat;
    reg  [5:0] end_lane;
    reg  [511:0] wide;
    reg  arrives;
    reg  begins;
    reg  gives;
    reg  [2:0] end_group;
    reg  only_group;
    reg  last_group;
    reg  [2:0] last_lane;
    reg  has_lane;
    reg  [7:0] lanes;

    // Sub module instances
    fixnic_lane$room room(
        .d(room$d),
        .q(room$q),
        .clock(room$clock)
    );
    fixnic_lane$taking taking(
        .d(taking$d),
        .q(taking$q),
        .clock(taking$clock)
    );
    fixnic_lane$left left(
        .d(left$d),
        .q(left$q),
        .clock(left$clock)
    );
    fixnic_lane$lost lost(
        .d(lost$d),
        .q(lost$q),
        .clock(lost$clock)
    );
    fixnic_lane$any_lost any_lost(
        .d(any_lost$d),
        .q(any_lost$q),
        .clock(any_lost$clock)
    );
    fixnic_lane$write write(
        .d(write$d),
        .q(write$q),
        .clock(write$clock)
    );
    fixnic_lane$word word(
        .d(word$d),
        .q(word$q),
        .clock(word$clock)
    );
    fixnic_lane$announce announce(
        .d(announce$d),
        .q(announce$q),
        .clock(announce$clock)
    );
    fixnic_lane$announced announced(
        .d(announced$d),
        .q(announced$q),
        .clock(announced$clock)
    );
    fixnic_lane$beats beats(
        .clock(beats$clock),
        .reset(beats$reset),
        .write(beats$write),
        .data_in(beats$data_in),
        .read(beats$read),
        .valid(beats$valid),
        .data_out(beats$data_out),
        .level(beats$level)
    );
    fixnic_lane$arrivals arrivals(
        .clock(arrivals$clock),
        .reset(arrivals$reset),
        .write(arrivals$write),
        .data_in(arrivals$data_in),
        .read(arrivals$read),
        .valid(arrivals$valid),
        .data_out(arrivals$data_out),
        .level(arrivals$level)
    );
    fixnic_lane$open open(
        .d(open$d),
        .q(open$q),
        .clock(open$clock)
    );
    fixnic_lane$at at(
        .d(at$d),
        .q(at$q),
        .clock(at$clock)
    );
    fixnic_lane$at_after at_after(
        .d(at_after$d),
        .q(at_after$q),
        .clock(at_after$clock)
    );
    fixnic_lane$at_end at_end(
        .d(at_end$d),
        .q(at_end$q),
        .clock(at_end$clock)
    );
    fixnic_lane$spent spent(
        .d(spent$d),
        .q(spent$q),
        .clock(spent$clock)
    );
    fixnic_lane$served served(
        .d(served$d),
        .q(served$q),
        .clock(served$clock)
    );
    fixnic_lane$telling telling(
        .d(telling$d),
        .q(telling$q),
        .clock(telling$clock)
    );
    fixnic_lane$all_told all_told(
        .d(all_told$d),
        .q(all_told$q),
        .clock(all_told$clock)
    );
    fixnic_lane$out_data out_data(
        .d(out_data$d),
        .q(out_data$q),
        .clock(out_data$clock)
    );
    fixnic_lane$out_keep out_keep(
        .d(out_keep$d),
        .q(out_keep$q),
        .clock(out_keep$clock)
    );
    fixnic_lane$out_valid out_valid(
        .d(out_valid$d),
        .q(out_valid$q),
        .clock(out_valid$clock)
    );
    fixnic_lane$out_last out_last(
        .d(out_last$d),
        .q(out_last$q),
        .clock(out_last$clock)
    );
    fixnic_lane$out_bad out_bad(
        .d(out_bad$d),
        .q(out_bad$q),
        .clock(out_bad$clock)
    );
    fixnic_lane$out_ts_ns out_ts_ns(
        .d(out_ts_ns$d),
        .q(out_ts_ns$q),
        .clock(out_ts_ns$clock)
    );

    // Update code
    always @(*) begin
        room$clock = clock;
        taking$clock = clock;
        left$clock = clock;
        lost$clock = clock;
        any_lost$clock = clock;
        write$clock = clock;
        word$clock = clock;
        announce$clock = clock;
        announced$clock = clock;
        open$clock = clock;
        at$clock = clock;
        at_after$clock = clock;
        at_end$clock = clock;
        spent$clock = clock;
        served$clock = clock;
        telling$clock = clock;
        all_told$clock = clock;
        out_data$clock = clock;
        out_keep$clock = clock;
        out_valid$clock = clock;
        out_last$clock = clock;
        out_bad$clock = clock;
        out_ts_ns$clock = clock;
        room$d = room$q;
        taking$d = taking$q;
        left$d = left$q;
        lost$d = lost$q;
        any_lost$d = any_lost$q;
        write$d = write$q;
        word$d = word$q;
        announce$d = announce$q;
        announced$d = announced$q;
        open$d = open$q;
        at$d = at$q;
        at_after$d = at_after$q;
        at_end$d = at_end$q;
        spent$d = spent$q;
        served$d = served$q;
        telling$d = telling$q;
        all_told$d = all_told$q;
        out_data$d = out_data$q;
        out_keep$d = out_keep$q;
        out_valid$d = out_valid$q;
        out_last$d = out_last$q;
        out_bad$d = out_bad$q;
        out_ts_ns$d = out_ts_ns$q;
        beats$clock = clock;
        arrivals$clock = clock;
        beats$reset = reset;
        arrivals$reset = reset;
        room$d = beats$level < room_level;
        mine = s_valid && (s_engine == number);
        takes = taking$q;
        keeps = |left$q || s_beat[(64'h206)+:(1)];
        if (s_sof) begin
            takes = room$q;
            keeps = 1'b1;
        end
        write$d = mine && takes && keeps;
        word$d = s_beat;
        announce$d = 1'b0;
        announced$d[(64'h0)+:(64)] = s_ts_ns;
        announced$d[(64'h40)+:(16)] = lost$q;
        announced$d[(64'h50)+:(1)] = any_lost$q;
        announced$d[(64'h51)+:(1)] = 1'b0;
        if (mine) begin
            taking$d = takes;
            if (|left$q) begin
                left$d = left$q - 32'h1;
            end
        end
        if (mine && s_sof) begin
            left$d = kept_beats - 32'h1;
            if (room$q) begin
                announce$d = 1'b1;
                lost$d = 32'h0;
                any_lost$d = 1'b0;
            end
            else begin
                lost$d = lost$q + 32'h1;
                any_lost$d = 1'b1;
            end
        end
        else if (any_lost$q && ~announce$q && ~|arrivals$level) begin
            announce$d = 1'b1;
            announced$d[(64'h51)+:(1)] = 1'b1;
            lost$d = 32'h0;
            any_lost$d = 1'b0;
        end
        beats$write = write$q;
        beats$data_in = word$q;
        arrivals$write = announce$q;
        arrivals$data_in = announced$q;
        arrival = arrivals$data_out;
        beat = beats$data_out;
        end_lane = beat[(64'h200)+:(6)];
        wide = beat[(64'h0)+:(512)];
        losses_told = ~arrival[(64'h50)+:(1)] || all_told$q;
        arrives = arrivals$valid && ~open$q && ~served$q;
        begins = arrives && losses_told && ~arrival[(64'h51)+:(1)];
        gives = beats$valid && ~spent$q && (open$q || begins);
        end_group = end_lane[(32'h3)+:(3)];
        only_group = ~|at$q && ~|end_group;
        last_group = at_end$q || only_group;
        last_lane = end_lane[(32'h0)+:(3)];
        lanes = 32'h0;
        has_lane = last_lane >= 0;
        lanes = (lanes & ~(1 << (0)) | ((has_lane) << (0)));
        has_lane = last_lane >= 1;
        lanes = (lanes & ~(1 << (1)) | ((has_lane) << (1)));
        has_lane = last_lane >= 2;
        lanes = (lanes & ~(1 << (2)) | ((has_lane) << (2)));
        has_lane = last_lane >= 3;
        lanes = (lanes & ~(1 << (3)) | ((has_lane) << (3)));
        has_lane = last_lane >= 4;
        lanes = (lanes & ~(1 << (4)) | ((has_lane) << (4)));
        has_lane = last_lane >= 5;
        lanes = (lanes & ~(1 << (5)) | ((has_lane) << (5)));
        has_lane = last_lane >= 6;
        lanes = (lanes & ~(1 << (6)) | ((has_lane) << (6)));
        has_lane = last_lane >= 7;
        lanes = (lanes & ~(1 << (7)) | ((has_lane) << (7)));
        out_valid$d = 1'b0;
        out_last$d = 1'b0;
        out_bad$d = 1'b0;
        out_keep$d = 32'hff;
        out_ts_ns$d = arrival[(64'h0)+:(64)];
        out_data$d = 32'h0;
        if (at$q == 0) begin
            out_data$d = wide[(0 * 32'h40)+:(64)];
        end
        if (at$q == 1) begin
            out_data$d = wide[(1 * 32'h40)+:(64)];
        end
        if (at$q == 2) begin
            out_data$d = wide[(2 * 32'h40)+:(64)];
        end
        if (at$q == 3) begin
            out_data$d = wide[(3 * 32'h40)+:(64)];
        end
        if (at$q == 4) begin
            out_data$d = wide[(4 * 32'h40)+:(64)];
        end
        if (at$q == 5) begin
            out_data$d = wide[(5 * 32'h40)+:(64)];
        end
        if (at$q == 6) begin
            out_data$d = wide[(6 * 32'h40)+:(64)];
        end
        if (at$q == 7) begin
            out_data$d = wide[(7 * 32'h40)+:(64)];
        end
        beats$read = at_end$q || spent$q;
        spent$d = gives && only_group;
        arrivals$read = served$q;
        served$d = (gives && begins) || (arrives && losses_told && arrival[(64'h51)+:(1)]);
        if (gives) begin
            out_valid$d = 1'b1;
            at$d = at_after$q;
            at_after$d = at_after$q + 32'h1;
            at_end$d = at_after$q == end_group;
            open$d = 1'b1;
            if (last_group) begin
                at$d = 32'h0;
                at_after$d = 32'h1;
                at_end$d = 1'b0;
                out_keep$d = lanes;
                out_last$d = beat[(64'h206)+:(1)];
                out_bad$d = beat[(64'h207)+:(1)];
                open$d = ~beat[(64'h206)+:(1)];
            end
        end
        if (arrives && ~losses_told) begin
            out_valid$d = 1'b1;
            out_last$d = 1'b1;
            out_keep$d = 32'h0;
            telling$d = telling$q + 32'h1;
            all_told$d = telling$q == arrival[(64'h40)+:(16)];
        end
        if (served$q) begin
            telling$d = 32'h1;
            all_told$d = 1'b0;
        end
        m_tdata = out_data$q;
        m_tkeep = out_keep$q;
        m_tvalid = out_valid$q;
        m_tlast = out_last$q;
        m_tuser = out_bad$q;
        m_ts_ns = out_ts_ns$q;
        idle = ~s_valid && ~write$q && ~announce$q && ~any_lost$q && ~|beats$level && ~|arrivals$level && ~out_valid$q;
        if (reset) begin
            room$d = 1'b0;
            taking$d = 1'b0;
            lost$d = 32'h0;
            any_lost$d = 1'b0;
            write$d = 1'b0;
            announce$d = 1'b0;
            open$d = 1'b0;
            at$d = 32'h0;
            at_after$d = 32'h1;
            at_end$d = 1'b0;
            spent$d = 1'b0;
            served$d = 1'b0;
            telling$d = 32'h1;
            all_told$d = 1'b0;
            out_valid$d = 1'b0;
        end
    end

endmodule // fixnic_lane

module fixnic_lane$all_told(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$all_told

module fixnic_lane$announce(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$announce

module fixnic_lane$announced(d,q,clock);

    // Module arguments
    input wire  [81:0] d;
    output reg  [81:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 82'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$announced

module fixnic_lane$any_lost(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$any_lost

module fixnic_lane$arrivals(clock,reset,write,data_in,read,valid,data_out,level);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  write;
    input wire  [81:0] data_in;
    input wire  read;
    output reg  valid;
    output reg  [81:0] data_out;
    output reg  [15:0] level;

    // Stub signals
    reg  ram$clock;
    reg  [8:0] ram$read_address;
    wire  [81:0] ram$read_data;
    reg  [8:0] ram$write_address;
    reg  [81:0] ram$write_data;
    reg  ram$write_enable;
    reg  storing$d;
    wire  storing$q;
    reg  storing$clock;
    reg  [81:0] storing_word$d;
    wire  [81:0] storing_word$q;
    reg  storing_word$clock;
    reg  [8:0] write_address$d;
    wire  [8:0] write_address$q;
    reg  write_address$clock;
    reg  [8:0] next_address$d;
    wire  [8:0] next_address$q;
    reg  next_address$clock;
    reg  [8:0] address_after$d;
    wire  [8:0] address_after$q;
    reg  address_after$clock;
    reg  any_stored$d;
    wire  any_stored$q;
    reg  any_stored$clock;
    reg  shown$d;
    wire  shown$q;
    reg  shown$clock;
    reg  fetched_valid$d;
    wire  fetched_valid$q;
    reg  fetched_valid$clock;
    reg  [81:0] fetched$d;
    wire  [81:0] fetched$q;
    reg  fetched$clock;
    reg  places$clock;
    reg  [3:0] places$read_address;
    wire  [81:0] places$read_data;
    reg  [3:0] places$write_address;
    reg  [81:0] places$write_data;
    reg  places$write_enable;
    reg  [3:0] put$d;
    wire  [3:0] put$q;
    reg  put$clock;
    reg  [3:0] take$d;
    wire  [3:0] take$q;
    reg  take$clock;
    reg  [3:0] take_after$d;
    wire  [3:0] take_after$q;
    reg  take_after$clock;
    reg  out_valid$d;
    wire  out_valid$q;
    reg  out_valid$clock;
    reg  wrote$d;
    wire  wrote$q;
    reg  wrote$clock;
    reg  gave$d;
    wire  gave$q;
    reg  gave$clock;
    reg  [15:0] count$d;
    wire  [15:0] count$q;
    reg  count$clock;
    reg  entered$d;
    wire  entered$q;
    reg  entered$clock;
    reg  [3:0] beyond$d;
    wire  [3:0] beyond$q;
    reg  beyond$clock;
    reg  room$d;
    wire  room$q;
    reg  room$clock;

    // Local signals
    reg  passes;
    reg  passing;
    reg  fetch;
    reg  arrives;
    reg  [81:0] arriving;
    reg  next_is_last;
    reg  out_is_last;

    // Sub module instances
    fixnic_lane$arrivals$ram ram(
        .clock(ram$clock),
        .read_address(ram$read_address),
        .read_data(ram$read_data),
        .write_address(ram$write_address),
        .write_data(ram$write_data),
        .write_enable(ram$write_enable)
    );
    fixnic_lane$arrivals$storing storing(
        .d(storing$d),
        .q(storing$q),
        .clock(storing$clock)
    );
    fixnic_lane$arrivals$storing_word storing_word(
        .d(storing_word$d),
        .q(storing_word$q),
        .clock(storing_word$clock)
    );
    fixnic_lane$arrivals$write_address write_address(
        .d(write_address$d),
        .q(write_address$q),
        .clock(write_address$clock)
    );
    fixnic_lane$arrivals$next_address next_address(
        .d(next_address$d),
        .q(next_address$q),
        .clock(next_address$clock)
    );
    fixnic_lane$arrivals$address_after address_after(
        .d(address_after$d),
        .q(address_after$q),
        .clock(address_after$clock)
    );
    fixnic_lane$arrivals$any_stored any_stored(
        .d(any_stored$d),
        .q(any_stored$q),
        .clock(any_stored$clock)
    );
    fixnic_lane$arrivals$shown shown(
        .d(shown$d),
        .q(shown$q),
        .clock(shown$clock)
    );
    fixnic_lane$arrivals$fetched_valid fetched_valid(
        .d(fetched_valid$d),
        .q(fetched_valid$q),
        .clock(fetched_valid$clock)
    );
    fixnic_lane$arrivals$fetched fetched(
        .d(fetched$d),
        .q(fetched$q),
        .clock(fetched$clock)
    );
    fixnic_lane$arrivals$places places(
        .clock(places$clock),
        .read_address(places$read_address),
        .read_data(places$read_data),
        .write_address(places$write_address),
        .write_data(places$write_data),
        .write_enable(places$write_enable)
    );
    fixnic_lane$arrivals$put put(
        .d(put$d),
        .q(put$q),
        .clock(put$clock)
    );
    fixnic_lane$arrivals$take take(
        .d(take$d),
        .q(take$q),
        .clock(take$clock)
    );
    fixnic_lane$arrivals$take_after take_after(
        .d(take_after$d),
        .q(take_after$q),
        .clock(take_after$clock)
    );
    fixnic_lane$arrivals$out_valid out_valid(
        .d(out_valid$d),
        .q(out_valid$q),
        .clock(out_valid$clock)
    );
    fixnic_lane$arrivals$wrote wrote(
        .d(wrote$d),
        .q(wrote$q),
        .clock(wrote$clock)
    );
    fixnic_lane$arrivals$gave gave(
        .d(gave$d),
        .q(gave$q),
        .clock(gave$clock)
    );
    fixnic_lane$arrivals$count count(
        .d(count$d),
        .q(count$q),
        .clock(count$clock)
    );
    fixnic_lane$arrivals$entered entered(
        .d(entered$d),
        .q(entered$q),
        .clock(entered$clock)
    );
    fixnic_lane$arrivals$beyond beyond(
        .d(beyond$d),
        .q(beyond$q),
        .clock(beyond$clock)
    );
    fixnic_lane$arrivals$room room(
        .d(room$d),
        .q(room$q),
        .clock(room$clock)
    );

    // Update code
    always @(*) begin
        storing$clock = clock;
        storing_word$clock = clock;
        write_address$clock = clock;
        next_address$clock = clock;
        address_after$clock = clock;
        any_stored$clock = clock;
        shown$clock = clock;
        fetched_valid$clock = clock;
        fetched$clock = clock;
        put$clock = clock;
        take$clock = clock;
        take_after$clock = clock;
        out_valid$clock = clock;
        wrote$clock = clock;
        gave$clock = clock;
        count$clock = clock;
        entered$clock = clock;
        beyond$clock = clock;
        room$clock = clock;
        storing$d = storing$q;
        storing_word$d = storing_word$q;
        write_address$d = write_address$q;
        next_address$d = next_address$q;
        address_after$d = address_after$q;
        any_stored$d = any_stored$q;
        shown$d = shown$q;
        fetched_valid$d = fetched_valid$q;
        fetched$d = fetched$q;
        put$d = put$q;
        take$d = take$q;
        take_after$d = take_after$q;
        out_valid$d = out_valid$q;
        wrote$d = wrote$q;
        gave$d = gave$q;
        count$d = count$q;
        entered$d = entered$q;
        beyond$d = beyond$q;
        room$d = room$q;
        passes = room$q && ~storing$q && ~any_stored$q && ~shown$q && ~fetched_valid$q;
        passing = write && passes;
        storing$d = write && ~passes;
        storing_word$d = data_in;
        ram$clock = clock;
        ram$write_enable = storing$q;
        ram$write_address = write_address$q;
        ram$write_data = storing_word$q;
        fetch = any_stored$q && room$q;
        ram$read_address = next_address$q;
        if (fetch) begin
            next_address$d = address_after$q;
            address_after$d = address_after$q + 32'h1;
        end
        next_is_last = address_after$q == write_address$q;
        if (storing$q) begin
            write_address$d = write_address$q + 32'h1;
            any_stored$d = 1'b1;
        end
        else if (fetch) begin
            any_stored$d = ~next_is_last;
        end
        shown$d = fetch;
        fetched_valid$d = shown$q;
        fetched$d = ram$read_data;
        arrives = fetched_valid$q || passing;
        arriving = data_in;
        if (fetched_valid$q) begin
            arriving = fetched$q;
        end
        places$clock = clock;
        places$write_enable = arrives;
        places$write_address = put$q;
        places$write_data = arriving;
        places$read_address = take$q;
        if (arrives) begin
            put$d = put$q + 32'h1;
        end
        out_is_last = take_after$q == put$q;
        if (read) begin
            take$d = take_after$q;
            take_after$d = take_after$q + 32'h1;
        end
        out_valid$d = arrives || (out_valid$q && (~read || ~out_is_last));
        valid = out_valid$q;
        data_out = places$read_data;
        wrote$d = write;
        gave$d = read;
        entered$d = fetch || passing;
        if (entered$q && ~gave$q) begin
            beyond$d = beyond$q + 32'h1;
        end
        if (gave$q && ~entered$q) begin
            beyond$d = beyond$q - 32'h1;
        end
        room$d = ~beyond$q[32'h3];
        if (wrote$q && ~gave$q) begin
            count$d = count$q + 32'h1;
        end
        if (gave$q && ~wrote$q) begin
            count$d = count$q - 32'h1;
        end
        level = count$q;
        if (reset) begin
            storing$d = 1'b0;
            write_address$d = 32'h0;
            next_address$d = 32'h0;
            address_after$d = 32'h1;
            any_stored$d = 1'b0;
            shown$d = 1'b0;
            fetched_valid$d = 1'b0;
            put$d = 32'h0;
            take$d = 32'h0;
            take_after$d = 32'h1;
            out_valid$d = 1'b0;
            wrote$d = 1'b0;
            gave$d = 1'b0;
            count$d = 32'h0;
            entered$d = 1'b0;
            beyond$d = 32'h0;
            room$d = 1'b1;
        end
    end

endmodule // fixnic_lane$arrivals

module fixnic_lane$arrivals$address_after(d,q,clock);

    // Module arguments
    input wire  [8:0] d;
    output reg  [8:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 9'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$arrivals$address_after

module fixnic_lane$arrivals$any_stored(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$arrivals$any_stored

module fixnic_lane$arrivals$beyond(d,q,clock);

    // Module arguments
    input wire  [3:0] d;
    output reg  [3:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 4'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$arrivals$beyond

module fixnic_lane$arrivals$count(d,q,clock);

    // Module arguments
    input wire  [15:0] d;
    output reg  [15:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 16'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$arrivals$count

module fixnic_lane$arrivals$entered(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$arrivals$entered

module fixnic_lane$arrivals$fetched(d,q,clock);

    // Module arguments
    input wire  [81:0] d;
    output reg  [81:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 82'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$arrivals$fetched

module fixnic_lane$arrivals$fetched_valid(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$arrivals$fetched_valid

module fixnic_lane$arrivals$gave(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$arrivals$gave

module fixnic_lane$arrivals$next_address(d,q,clock);

    // Module arguments
    input wire  [8:0] d;
    output reg  [8:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 9'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$arrivals$next_address

module fixnic_lane$arrivals$out_valid(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$arrivals$out_valid

module fixnic_lane$arrivals$places(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [3:0] read_address;
    output reg  [81:0] read_data;
    input wire  [3:0] write_address;
    input wire  [81:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "distributed" *)
    reg [81:0] words [0:15];

    always @(posedge clock) if (write_enable) words[write_address] <= write_data;
    always @(*) read_data = words[read_address];
endmodule // fixnic_lane$arrivals$places

module fixnic_lane$arrivals$put(d,q,clock);

    // Module arguments
    input wire  [3:0] d;
    output reg  [3:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 4'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$arrivals$put

module fixnic_lane$arrivals$ram(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [8:0] read_address;
    output reg  [81:0] read_data;
    input wire  [8:0] write_address;
    input wire  [81:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [81:0] words [0:511];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_lane$arrivals$ram

module fixnic_lane$arrivals$room(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$arrivals$room

module fixnic_lane$arrivals$shown(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$arrivals$shown

module fixnic_lane$arrivals$storing(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$arrivals$storing

module fixnic_lane$arrivals$storing_word(d,q,clock);

    // Module arguments
    input wire  [81:0] d;
    output reg  [81:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 82'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$arrivals$storing_word

module fixnic_lane$arrivals$take(d,q,clock);

    // Module arguments
    input wire  [3:0] d;
    output reg  [3:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 4'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$arrivals$take

module fixnic_lane$arrivals$take_after(d,q,clock);

    // Module arguments
    input wire  [3:0] d;
    output reg  [3:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 4'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$arrivals$take_after

module fixnic_lane$arrivals$write_address(d,q,clock);

    // Module arguments
    input wire  [8:0] d;
    output reg  [8:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 9'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$arrivals$write_address

module fixnic_lane$arrivals$wrote(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$arrivals$wrote

module fixnic_lane$at(d,q,clock);

    // Module arguments
    input wire  [2:0] d;
    output reg  [2:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 3'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$at

module fixnic_lane$at_after(d,q,clock);

    // Module arguments
    input wire  [2:0] d;
    output reg  [2:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 3'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$at_after

module fixnic_lane$at_end(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$at_end

module fixnic_lane$beats(clock,reset,write,data_in,read,valid,data_out,level);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  write;
    input wire  [519:0] data_in;
    input wire  read;
    output reg  valid;
    output reg  [519:0] data_out;
    output reg  [15:0] level;

    // Stub signals
    reg  ram$clock;
    reg  [8:0] ram$read_address;
    wire  [519:0] ram$read_data;
    reg  [8:0] ram$write_address;
    reg  [519:0] ram$write_data;
    reg  ram$write_enable;
    reg  [8:0] write_address$d;
    wire  [8:0] write_address$q;
    reg  write_address$clock;
    reg  [8:0] next_address$d;
    wire  [8:0] next_address$q;
    reg  next_address$clock;
    reg  [8:0] held_address$d;
    wire  [8:0] held_address$q;
    reg  held_address$clock;
    reg  [8:0] address_after$d;
    wire  [8:0] address_after$q;
    reg  address_after$clock;
    reg  any_stored$d;
    wire  any_stored$q;
    reg  any_stored$clock;
    reg  wrote$d;
    wire  wrote$q;
    reg  wrote$clock;
    reg  gave$d;
    wire  gave$q;
    reg  gave$clock;
    reg  [15:0] count$d;
    wire  [15:0] count$q;
    reg  count$clock;
    reg  shown$d;
    wire  shown$q;
    reg  shown$clock;
    reg  fetched_valid$d;
    wire  fetched_valid$q;
    reg  fetched_valid$clock;
    reg  [519:0] fetched$d;
    wire  [519:0] fetched$q;
    reg  fetched$clock;
    reg  spare_valid$d;
    wire  spare_valid$q;
    reg  spare_valid$clock;
    reg  [519:0] spare$d;
    wire  [519:0] spare$q;
    reg  spare$clock;
    reg  out_valid$d;
    wire  out_valid$q;
    reg  out_valid$clock;
    reg  [519:0] out$d;
    wire  [519:0] out$q;
    reg  out$clock;

    // Local signals
    reg  take;
    reg  store;
    reg  passes;
    reg  arrives;
    reg  [519:0] arriving;
    reg  waits;
    reg  again;
    reg  fetch;
    reg  next_is_last;

    // Sub module instances
    fixnic_lane$beats$ram ram(
        .clock(ram$clock),
        .read_address(ram$read_address),
        .read_data(ram$read_data),
        .write_address(ram$write_address),
        .write_data(ram$write_data),
        .write_enable(ram$write_enable)
    );
    fixnic_lane$beats$write_address write_address(
        .d(write_address$d),
        .q(write_address$q),
        .clock(write_address$clock)
    );
    fixnic_lane$beats$next_address next_address(
        .d(next_address$d),
        .q(next_address$q),
        .clock(next_address$clock)
    );
    fixnic_lane$beats$held_address held_address(
        .d(held_address$d),
        .q(held_address$q),
        .clock(held_address$clock)
    );
    fixnic_lane$beats$address_after address_after(
        .d(address_after$d),
        .q(address_after$q),
        .clock(address_after$clock)
    );
    fixnic_lane$beats$any_stored any_stored(
        .d(any_stored$d),
        .q(any_stored$q),
        .clock(any_stored$clock)
    );
    fixnic_lane$beats$wrote wrote(
        .d(wrote$d),
        .q(wrote$q),
        .clock(wrote$clock)
    );
    fixnic_lane$beats$gave gave(
        .d(gave$d),
        .q(gave$q),
        .clock(gave$clock)
    );
    fixnic_lane$beats$count count(
        .d(count$d),
        .q(count$q),
        .clock(count$clock)
    );
    fixnic_lane$beats$shown shown(
        .d(shown$d),
        .q(shown$q),
        .clock(shown$clock)
    );
    fixnic_lane$beats$fetched_valid fetched_valid(
        .d(fetched_valid$d),
        .q(fetched_valid$q),
        .clock(fetched_valid$clock)
    );
    fixnic_lane$beats$fetched fetched(
        .d(fetched$d),
        .q(fetched$q),
        .clock(fetched$clock)
    );
    fixnic_lane$beats$spare_valid spare_valid(
        .d(spare_valid$d),
        .q(spare_valid$q),
        .clock(spare_valid$clock)
    );
    fixnic_lane$beats$spare spare(
        .d(spare$d),
        .q(spare$q),
        .clock(spare$clock)
    );
    fixnic_lane$beats$out_valid out_valid(
        .d(out_valid$d),
        .q(out_valid$q),
        .clock(out_valid$clock)
    );
    fixnic_lane$beats$out out(
        .d(out$d),
        .q(out$q),
        .clock(out$clock)
    );

    // Update code
    always @(*) begin
        write_address$clock = clock;
        next_address$clock = clock;
        held_address$clock = clock;
        address_after$clock = clock;
        wrote$clock = clock;
        gave$clock = clock;
        any_stored$clock = clock;
        count$clock = clock;
        shown$clock = clock;
        fetched_valid$clock = clock;
        fetched$clock = clock;
        spare_valid$clock = clock;
        spare$clock = clock;
        out_valid$clock = clock;
        out$clock = clock;
        write_address$d = write_address$q;
        next_address$d = next_address$q;
        held_address$d = held_address$q;
        address_after$d = address_after$q;
        wrote$d = wrote$q;
        gave$d = gave$q;
        any_stored$d = any_stored$q;
        count$d = count$q;
        shown$d = shown$q;
        fetched_valid$d = fetched_valid$q;
        fetched$d = fetched$q;
        spare_valid$d = spare_valid$q;
        spare$d = spare$q;
        out_valid$d = out_valid$q;
        out$d = out$q;
        passes = ~any_stored$q && ~shown$q && ~fetched_valid$q && ~spare_valid$q;
        store = write && ~passes;
        ram$clock = clock;
        ram$write_enable = store;
        ram$write_address = write_address$q;
        ram$write_data = data_in;
        waits = fetched_valid$q && spare_valid$q;
        again = shown$q && waits;
        fetch = any_stored$q && ~again;
        ram$read_address = next_address$q;
        if (again) begin
            ram$read_address = held_address$q;
        end
        if (fetch) begin
            held_address$d = next_address$q;
            next_address$d = address_after$q;
            address_after$d = address_after$q + 32'h1;
        end
        shown$d = any_stored$q || again;
        take = read || ~out_valid$q;
        fetched_valid$d = shown$q;
        if (waits) begin
            fetched_valid$d = ~take;
        end
        else begin
            fetched$d = ram$read_data;
        end
        arrives = fetched_valid$q || (write && passes);
        arriving = data_in;
        if (fetched_valid$q) begin
            arriving = fetched$q;
        end
        if (take) begin
            out$d = arriving;
            if (spare_valid$q) begin
                out$d = spare$q;
            end
            out_valid$d = arrives || spare_valid$q;
        end
        if (take || ~spare_valid$q) begin
            spare$d = arriving;
            spare_valid$d = arrives && (spare_valid$q || ~take);
        end
        next_is_last = address_after$q == write_address$q;
        if (store) begin
            write_address$d = write_address$q + 32'h1;
            any_stored$d = 1'b1;
        end
        else if (fetch) begin
            any_stored$d = ~next_is_last;
        end
        wrote$d = write;
        gave$d = read;
        if (wrote$q && ~gave$q) begin
            count$d = count$q + 32'h1;
        end
        if (gave$q && ~wrote$q) begin
            count$d = count$q - 32'h1;
        end
        valid = out_valid$q;
        data_out = out$q;
        level = count$q;
        if (reset) begin
            write_address$d = 32'h0;
            next_address$d = 32'h0;
            address_after$d = 32'h1;
            wrote$d = 1'b0;
            gave$d = 1'b0;
            any_stored$d = 1'b0;
            count$d = 32'h0;
            shown$d = 1'b0;
            fetched_valid$d = 1'b0;
            spare_valid$d = 1'b0;
            out_valid$d = 1'b0;
        end
    end

endmodule // fixnic_lane$beats

module fixnic_lane$beats$address_after(d,q,clock);

    // Module arguments
    input wire  [8:0] d;
    output reg  [8:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 9'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$beats$address_after

module fixnic_lane$beats$any_stored(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$beats$any_stored

module fixnic_lane$beats$count(d,q,clock);

    // Module arguments
    input wire  [15:0] d;
    output reg  [15:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 16'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$beats$count

module fixnic_lane$beats$fetched(d,q,clock);

    // Module arguments
    input wire  [519:0] d;
    output reg  [519:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 520'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$beats$fetched

module fixnic_lane$beats$fetched_valid(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$beats$fetched_valid

module fixnic_lane$beats$gave(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$beats$gave

module fixnic_lane$beats$held_address(d,q,clock);

    // Module arguments
    input wire  [8:0] d;
    output reg  [8:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 9'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$beats$held_address

module fixnic_lane$beats$next_address(d,q,clock);

    // Module arguments
    input wire  [8:0] d;
    output reg  [8:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 9'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$beats$next_address

module fixnic_lane$beats$out(d,q,clock);

    // Module arguments
    input wire  [519:0] d;
    output reg  [519:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 520'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$beats$out

module fixnic_lane$beats$out_valid(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$beats$out_valid

module fixnic_lane$beats$ram(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [8:0] read_address;
    output reg  [519:0] read_data;
    input wire  [8:0] write_address;
    input wire  [519:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [519:0] words [0:511];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_lane$beats$ram

module fixnic_lane$beats$shown(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$beats$shown

module fixnic_lane$beats$spare(d,q,clock);

    // Module arguments
    input wire  [519:0] d;
    output reg  [519:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 520'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$beats$spare

module fixnic_lane$beats$spare_valid(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$beats$spare_valid

module fixnic_lane$beats$write_address(d,q,clock);

    // Module arguments
    input wire  [8:0] d;
    output reg  [8:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 9'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$beats$write_address

module fixnic_lane$beats$wrote(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$beats$wrote

module fixnic_lane$left(d,q,clock);

    // Module arguments
    input wire  [5:0] d;
    output reg  [5:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 6'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$left

module fixnic_lane$lost(d,q,clock);

    // Module arguments
    input wire  [15:0] d;
    output reg  [15:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 16'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$lost

module fixnic_lane$open(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$open

module fixnic_lane$out_bad(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$out_bad

module fixnic_lane$out_data(d,q,clock);

    // Module arguments
    input wire  [63:0] d;
    output reg  [63:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 64'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$out_data

module fixnic_lane$out_keep(d,q,clock);

    // Module arguments
    input wire  [7:0] d;
    output reg  [7:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 8'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$out_keep

module fixnic_lane$out_last(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$out_last

module fixnic_lane$out_ts_ns(d,q,clock);

    // Module arguments
    input wire  [63:0] d;
    output reg  [63:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 64'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$out_ts_ns

module fixnic_lane$out_valid(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$out_valid

module fixnic_lane$room(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$room

module fixnic_lane$served(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$served

module fixnic_lane$spent(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$spent

module fixnic_lane$taking(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$taking

module fixnic_lane$telling(d,q,clock);

    // Module arguments
    input wire  [15:0] d;
    output reg  [15:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 16'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$telling

module fixnic_lane$word(d,q,clock);

    // Module arguments
    input wire  [519:0] d;
    output reg  [519:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 520'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$word

module fixnic_lane$write(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_lane$write

module fixnic_front(clock,reset,engines_log2,lanes_idle,s_axil_awaddr,s_axil_awvalid,s_axil_awready,s_axil_wdata,s_axil_wstrb,s_axil_wvalid,s_axil_wready,s_axil_bvalid,s_axil_bready,s_axil_araddr,s_axil_arvalid,s_axil_arready,s_axil_rdata,s_axil_rvalid,s_axil_rready,m_axil_addr,m_axil_wdata,m_axil_awvalid,m_axil_awready,m_axil_wvalid,m_axil_wready,m_axil_bvalid,m_axil_arvalid,m_axil_arready,m_axil_rvalid,m_axil_rdata_0,m_axil_rdata_1,m_axil_rdata_2,m_axil_rdata_3,engine_irq_0,engine_irq_1,engine_irq_2,engine_irq_3,irq);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  [1:0] engines_log2;
    input wire  lanes_idle;
    input wire  [11:0] s_axil_awaddr;
    input wire  s_axil_awvalid;
    output reg  s_axil_awready;
    input wire  [31:0] s_axil_wdata;
    input wire  [3:0] s_axil_wstrb;
    input wire  s_axil_wvalid;
    output reg  s_axil_wready;
    output reg  s_axil_bvalid;
    input wire  s_axil_bready;
    input wire  [11:0] s_axil_araddr;
    input wire  s_axil_arvalid;
    output reg  s_axil_arready;
    output reg  [31:0] s_axil_rdata;
    output reg  s_axil_rvalid;
    input wire  s_axil_rready;
    output reg  [11:0] m_axil_addr;
    output reg  [31:0] m_axil_wdata;
    output reg  [3:0] m_axil_awvalid;
    input wire  [3:0] m_axil_awready;
    output reg  [3:0] m_axil_wvalid;
    input wire  [3:0] m_axil_wready;
    input wire  [3:0] m_axil_bvalid;
    output reg  [3:0] m_axil_arvalid;
    input wire  [3:0] m_axil_arready;
    input wire  [3:0] m_axil_rvalid;
    input wire  [31:0] m_axil_rdata_0;
    input wire  [31:0] m_axil_rdata_1;
    input wire  [31:0] m_axil_rdata_2;
    input wire  [31:0] m_axil_rdata_3;
    input wire  [5:0] engine_irq_0;
    input wire  [5:0] engine_irq_1;
    input wire  [5:0] engine_irq_2;
    input wire  [5:0] engine_irq_3;
    output reg  [5:0] irq;

    // Constant declarations
    localparam  n_engines_log2 = 10'b10000;
    localparam  n_status = 10'b110;
    localparam  n_control = 10'b101;
    localparam  n_irq_arm = 10'b1000;
    localparam  n_moderation = 10'b1010;
    localparam  n_moderation_tx = 10'b1110;
    localparam  n_cmd_go = 10'b1001001;
    localparam  n_cmd_status = 10'b1001010;
    localparam  n_cmd_session = 10'b1000001;
    localparam  n_cmd_local_ip = 10'b1000010;
    localparam  n_cmd_remote_ip = 10'b1000011;
    localparam  n_cmd_ports = 10'b1000100;
    localparam  n_cmd_ring = 10'b1001100;
    localparam  arm = 8'h1;
    localparam  ops_end = 8'h6;
    localparam  sessions = 32'h400;
    localparam  rings = 32'h4;
    localparam  no_ring = 32'hffffffff;
    localparam  ring_page = 4'h2;
    localparam  tx_page = 6'b1100;
    localparam  general_page = 6'b0;
    localparam  mailbox_page = 6'b100;
    localparam  low_ports = 32'hd67e4d92;
    localparam  low_remote = 32'h25abd89b;
    localparam  low_local = 32'h2abc5619;
    localparam  high_ports = 32'h48a7c825;
    localparam  high_remote = 32'h64c184fa;
    localparam  high_local = 32'h3cbb7daa;
    localparam  plain_status = 32'hffff00fe;
    localparam  without_tx = 32'hfffffffd;
    localparam  pair = 2'b1;
    localparam  quad = 2'b10;

    // Enums
    localparam FrontState$Idle = 0;
    localparam FrontState$Decode = 1;
    localparam FrontState$Next = 2;
    localparam FrontState$Wait = 3;
    localparam FrontState$Respond = 4;
    localparam Kind$Own = 0;
    localparam Kind$Shared = 1;
    localparam Kind$Each = 2;
    localparam Kind$Counter = 3;
    localparam Kind$Command = 4;
    localparam Kind$Plain = 5;

    // Stub signals
    reg  bus$clock;
    reg  bus$reset;
    reg  bus$go;
    reg  bus$is_write;
    reg  [3:0] bus$whom;
    reg  [9:0] bus$register;
    reg  [31:0] bus$data;
    wire  bus$done;
    wire  [31:0] bus$got;
    wire  [11:0] bus$m_addr;
    wire  [31:0] bus$m_wdata;
    wire  [3:0] bus$m_awvalid;
    reg  [3:0] bus$m_awready;
    wire  [3:0] bus$m_wvalid;
    reg  [3:0] bus$m_wready;
    reg  [3:0] bus$m_bvalid;
    wire  [3:0] bus$m_arvalid;
    reg  [3:0] bus$m_arready;
    reg  [3:0] bus$m_rvalid;
    reg  [31:0] bus$m_rdata$0;
    reg  [31:0] bus$m_rdata$1;
    reg  [31:0] bus$m_rdata$2;
    reg  [31:0] bus$m_rdata$3;
    reg  [1:0] map$engines_log2;
    reg  [1:0] map$engine;
    reg  [3:0] map$own;
    wire  [3:0] map$spread;
    reg  [3:0] map$host;
    wire  [3:0] map$gathered;
    reg  [1:0] doorbells$engines_log2;
    reg  [1:0] doorbells$engine;
    reg  [3:0] doorbells$own;
    wire  [3:0] doorbells$spread;
    reg  [3:0] doorbells$host;
    wire  [3:0] doorbells$gathered;
    reg  [1:0] irq_map$0$engines_log2;
    reg  [1:0] irq_map$0$engine;
    reg  [3:0] irq_map$0$own;
    wire  [3:0] irq_map$0$spread;
    reg  [3:0] irq_map$0$host;
    wire  [3:0] irq_map$0$gathered;
    reg  [1:0] irq_map$1$engines_log2;
    reg  [1:0] irq_map$1$engine;
    reg  [3:0] irq_map$1$own;
    wire  [3:0] irq_map$1$spread;
    reg  [3:0] irq_map$1$host;
    wire  [3:0] irq_map$1$gathered;
    reg  [1:0] irq_map$2$engines_log2;
    reg  [1:0] irq_map$2$engine;
    reg  [3:0] irq_map$2$own;
    wire  [3:0] irq_map$2$spread;
    reg  [3:0] irq_map$2$host;
    wire  [3:0] irq_map$2$gathered;
    reg  [1:0] irq_map$3$engines_log2;
    reg  [1:0] irq_map$3$engine;
    reg  [3:0] irq_map$3$own;
    wire  [3:0] irq_map$3$spread;
    reg  [3:0] irq_map$3$host;
    wire  [3:0] irq_map$3$gathered;
    reg  [2:0] state$d;
    wire  [2:0] state$q;
    reg  state$clock;
    reg  write_turn$d;
    wire  write_turn$q;
    reg  write_turn$clock;
    reg  [9:0] register$d;
    wire  [9:0] register$q;
    reg  register$clock;
    reg  aw_held$d;
    wire  aw_held$q;
    reg  aw_held$clock;
    reg  [9:0] aw_register$d;
    wire  [9:0] aw_register$q;
    reg  aw_register$clock;
    reg  w_held$d;
    wire  w_held$q;
    reg  w_held$clock;
    reg  [31:0] w_data$d;
    wire  [31:0] w_data$q;
    reg  w_data$clock;
    reg  w_whole$d;
    wire  w_whole$q;
    reg  w_whole$clock;
    reg  ar_held$d;
    wire  ar_held$q;
    reg  ar_held$clock;
    reg  [9:0] ar_register$d;
    wire  [9:0] ar_register$q;
    reg  ar_register$clock;
    reg  response_write$d;
    wire  response_write$q;
    reg  response_write$clock;
    reg  response_read$d;
    wire  response_read$q;
    reg  response_read$clock;
    reg  [31:0] result$d;
    wire  [31:0] result$q;
    reg  result$clock;
    reg  [2:0] kind$d;
    wire  [2:0] kind$q;
    reg  kind$clock;
    reg  [9:0] own_register$d;
    wire  [9:0] own_register$q;
    reg  own_register$clock;
    reg  [1:0] own_engine$d;
    wire  [1:0] own_engine$q;
    reg  own_engine$clock;
    reg  [1:0] engine$d;
    wire  [1:0] engine$q;
    reg  engine$clock;
    reg  [3:0] step$d;
    wire  [3:0] step$q;
    reg  step$clock;
    reg  over$d;
    wire  over$q;
    reg  over$clock;
    reg  status$d;
    wire  status$q;
    reg  status$clock;
    reg  control$d;
    wire  control$q;
    reg  control$clock;
    reg  irq_arm$d;
    wire  irq_arm$q;
    reg  irq_arm$clock;
    reg  [31:0] merged$d;
    wire  [31:0] merged$q;
    reg  merged$clock;
    reg  all_idle$d;
    wire  all_idle$q;
    reg  all_idle$clock;
    reg  [63:0] sum$d;
    wire  [63:0] sum$q;
    reg  sum$clock;
    reg  [31:0] session$d;
    wire  [31:0] session$q;
    reg  session$clock;
    reg  [31:0] ring$d;
    wire  [31:0] ring$q;
    reg  ring$clock;
    reg  [1:0] hash$d;
    wire  [1:0] hash$q;
    reg  hash$clock;
    reg  [1:0] target$d;
    wire  [1:0] target$q;
    reg  target$clock;
    reg  [31:0] target_ring$d;
    wire  [31:0] target_ring$q;
    reg  target_ring$clock;
    reg  [1:0] last_target$d;
    wire  [1:0] last_target$q;
    reg  last_target$clock;
    reg  overrun$d;
    wire  overrun$q;
    reg  overrun$clock;
    reg  error_armed$d;
    wire  error_armed$q;
    reg  error_armed$clock;
    reg  [5:0] came$0$d;
    wire  [5:0] came$0$q;
    reg  came$0$clock;
    reg  [5:0] came$1$d;
    wire  [5:0] came$1$q;
    reg  came$1$clock;
    reg  [5:0] came$2$d;
    wire  [5:0] came$2$q;
    reg  came$2$clock;
    reg  [5:0] came$3$d;
    wire  [5:0] came$3$q;
    reg  came$3$clock;
    reg  [5:0] irq_now$d;
    wire  [5:0] irq_now$q;
    reg  irq_now$clock;
    reg  [6:0] calm_clocks$d;
    wire  [6:0] calm_clocks$q;
    reg  calm_clocks$clock;

    // Local signals
    reg  [1:0] engine_mask;
    reg  [3:0] present;
    reg  [3:0] page;
    reg  [5:0] narrow_page;
    reg  moderates;
    reg  [1:0] vector;
    reg  [1:0] own_ring;
    reg  write_waits;
    reg  go;
    reg  is_write;
    reg  [1:0] whom;
    reg  [3:0] one_hot;
    reg  [31:0] each_data;
    reg  [31:0] part;
    reg  advance;
    reg  [31:0] low_parity;
    reg  [31:0] high_parity;
    reg  [1:0] parities;
    reg  [7:0] op;
    reg  [1:0] one_of;
    reg  armable;
    reg  [3:0] of_rings;
    reg  [5:0] irq_next;

    // Sub module instances
    fixnic_front$bus bus(
        .clock(bus$clock),
        .reset(bus$reset),
        .go(bus$go),
        .is_write(bus$is_write),
        .whom(bus$whom),
        .register(bus$register),
        .data(bus$data),
        .done(bus$done),
        .got(bus$got),
        .m_addr(bus$m_addr),
        .m_wdata(bus$m_wdata),
        .m_awvalid(bus$m_awvalid),
        .m_awready(bus$m_awready),
        .m_wvalid(bus$m_wvalid),
        .m_wready(bus$m_wready),
        .m_bvalid(bus$m_bvalid),
        .m_arvalid(bus$m_arvalid),
        .m_arready(bus$m_arready),
        .m_rvalid(bus$m_rvalid),
        .m_rdata$0(bus$m_rdata$0),
        .m_rdata$1(bus$m_rdata$1),
        .m_rdata$2(bus$m_rdata$2),
        .m_rdata$3(bus$m_rdata$3)
    );
    fixnic_front$map map(
        .engines_log2(map$engines_log2),
        .engine(map$engine),
        .own(map$own),
        .spread(map$spread),
        .host(map$host),
        .gathered(map$gathered)
    );
    fixnic_front$doorbells doorbells(
        .engines_log2(doorbells$engines_log2),
        .engine(doorbells$engine),
        .own(doorbells$own),
        .spread(doorbells$spread),
        .host(doorbells$host),
        .gathered(doorbells$gathered)
    );
    fixnic_front$irq_map$0 irq_map$0(
        .engines_log2(irq_map$0$engines_log2),
        .engine(irq_map$0$engine),
        .own(irq_map$0$own),
        .spread(irq_map$0$spread),
        .host(irq_map$0$host),
        .gathered(irq_map$0$gathered)
    );
    fixnic_front$irq_map$1 irq_map$1(
        .engines_log2(irq_map$1$engines_log2),
        .engine(irq_map$1$engine),
        .own(irq_map$1$own),
        .spread(irq_map$1$spread),
        .host(irq_map$1$host),
        .gathered(irq_map$1$gathered)
    );
    fixnic_front$irq_map$2 irq_map$2(
        .engines_log2(irq_map$2$engines_log2),
        .engine(irq_map$2$engine),
        .own(irq_map$2$own),
        .spread(irq_map$2$spread),
        .host(irq_map$2$host),
        .gathered(irq_map$2$gathered)
    );
    fixnic_front$irq_map$3 irq_map$3(
        .engines_log2(irq_map$3$engines_log2),
        .engine(irq_map$3$engine),
        .own(irq_map$3$own),
        .spread(irq_map$3$spread),
        .host(irq_map$3$host),
        .gathered(irq_map$3$gathered)
    );
    fixnic_front$state state(
        .d(state$d),
        .q(state$q),
        .clock(state$clock)
    );
    fixnic_front$write_turn write_turn(
        .d(write_turn$d),
        .q(write_turn$q),
        .clock(write_turn$clock)
    );
    fixnic_front$register register(
        .d(register$d),
        .q(register$q),
        .clock(register$clock)
    );
    fixnic_front$aw_held aw_held(
        .d(aw_held$d),
        .q(aw_held$q),
        .clock(aw_held$clock)
    );
    fixnic_front$aw_register aw_register(
        .d(aw_register$d),
        .q(aw_register$q),
        .clock(aw_register$clock)
    );
    fixnic_front$w_held w_held(
        .d(w_held$d),
        .q(w_held$q),
        .clock(w_held$clock)
    );
    fixnic_front$w_data w_data(
        .d(w_data$d),
        .q(w_data$q),
        .clock(w_data$clock)
    );
    fixnic_front$w_whole w_whole(
        .d(w_whole$d),
        .q(w_whole$q),
        .clock(w_whole$clock)
    );
    fixnic_front$ar_held ar_held(
        .d(ar_held$d),
        .q(ar_held$q),
        .clock(ar_held$clock)
    );
    fixnic_front$ar_register ar_register(
        .d(ar_register$d),
        .q(ar_register$q),
        .clock(ar_register$clock)
    );
    fixnic_front$response_write response_write(
        .d(response_write$d),
        .q(response_write$q),
        .clock(response_write$clock)
    );
    fixnic_front$response_read response_read(
        .d(response_read$d),
        .q(response_read$q),
        .clock(response_read$clock)
    );
    fixnic_front$result result(
        .d(result$d),
        .q(result$q),
        .clock(result$clock)
    );
    fixnic_front$kind kind(
        .d(kind$d),
        .q(kind$q),
        .clock(kind$clock)
    );
    fixnic_front$own_register own_register(
        .d(own_register$d),
        .q(own_register$q),
        .clock(own_register$clock)
    );
    fixnic_front$own_engine own_engine(
        .d(own_engine$d),
        .q(own_engine$q),
        .clock(own_engine$clock)
    );
    fixnic_front$engine engine(
        .d(engine$d),
        .q(engine$q),
        .clock(engine$clock)
    );
    fixnic_front$step step(
        .d(step$d),
        .q(step$q),
        .clock(step$clock)
    );
    fixnic_front$over over(
        .d(over$d),
        .q(over$q),
        .clock(over$clock)
    );
    fixnic_front$status status(
        .d(status$d),
        .q(status$q),
        .clock(status$clock)
    );
    fixnic_front$control control(
        .d(control$d),
        .q(control$q),
        .clock(control$clock)
    );
    fixnic_front$irq_arm irq_arm(
        .d(irq_arm$d),
        .q(irq_arm$q),
        .clock(irq_arm$clock)
    );
    fixnic_front$merged merged(
        .d(merged$d),
        .q(merged$q),
        .clock(merged$clock)
    );
    fixnic_front$all_idle all_idle(
        .d(all_idle$d),
        .q(all_idle$q),
        .clock(all_idle$clock)
    );
    fixnic_front$sum sum(
        .d(sum$d),
        .q(sum$q),
        .clock(sum$clock)
    );
    fixnic_front$session session(
        .d(session$d),
        .q(session$q),
        .clock(session$clock)
    );
    fixnic_front$ring ring(
        .d(ring$d),
        .q(ring$q),
        .clock(ring$clock)
    );
    fixnic_front$hash hash(
        .d(hash$d),
        .q(hash$q),
        .clock(hash$clock)
    );
    fixnic_front$target target(
        .d(target$d),
        .q(target$q),
        .clock(target$clock)
    );
    fixnic_front$target_ring target_ring(
        .d(target_ring$d),
        .q(target_ring$q),
        .clock(target_ring$clock)
    );
    fixnic_front$last_target last_target(
        .d(last_target$d),
        .q(last_target$q),
        .clock(last_target$clock)
    );
    fixnic_front$overrun overrun(
        .d(overrun$d),
        .q(overrun$q),
        .clock(overrun$clock)
    );
    fixnic_front$error_armed error_armed(
        .d(error_armed$d),
        .q(error_armed$q),
        .clock(error_armed$clock)
    );
    fixnic_front$came$0 came$0(
        .d(came$0$d),
        .q(came$0$q),
        .clock(came$0$clock)
    );
    fixnic_front$came$1 came$1(
        .d(came$1$d),
        .q(came$1$q),
        .clock(came$1$clock)
    );
    fixnic_front$came$2 came$2(
        .d(came$2$d),
        .q(came$2$q),
        .clock(came$2$clock)
    );
    fixnic_front$came$3 came$3(
        .d(came$3$d),
        .q(came$3$q),
        .clock(came$3$clock)
    );
    fixnic_front$irq_now irq_now(
        .d(irq_now$d),
        .q(irq_now$q),
        .clock(irq_now$clock)
    );
    fixnic_front$calm_clocks calm_clocks(
        .d(calm_clocks$d),
        .q(calm_clocks$q),
        .clock(calm_clocks$clock)
    );

    // Update code
    always @(*) begin
        state$clock = clock;
        write_turn$clock = clock;
        register$clock = clock;
        aw_held$clock = clock;
        aw_register$clock = clock;
        w_held$clock = clock;
        w_data$clock = clock;
        w_whole$clock = clock;
        ar_held$clock = clock;
        ar_register$clock = clock;
        response_write$clock = clock;
        response_read$clock = clock;
        result$clock = clock;
        kind$clock = clock;
        own_register$clock = clock;
        own_engine$clock = clock;
        engine$clock = clock;
        step$clock = clock;
        over$clock = clock;
        status$clock = clock;
        control$clock = clock;
        irq_arm$clock = clock;
        merged$clock = clock;
        all_idle$clock = clock;
        sum$clock = clock;
        session$clock = clock;
        ring$clock = clock;
        hash$clock = clock;
        target$clock = clock;
        target_ring$clock = clock;
        last_target$clock = clock;
        overrun$clock = clock;
        error_armed$clock = clock;
        irq_now$clock = clock;
        calm_clocks$clock = clock;
        state$d = state$q;
        write_turn$d = write_turn$q;
        register$d = register$q;
        aw_held$d = aw_held$q;
        aw_register$d = aw_register$q;
        w_held$d = w_held$q;
        w_data$d = w_data$q;
        w_whole$d = w_whole$q;
        ar_held$d = ar_held$q;
        ar_register$d = ar_register$q;
        response_write$d = response_write$q;
        response_read$d = response_read$q;
        result$d = result$q;
        kind$d = kind$q;
        own_register$d = own_register$q;
        own_engine$d = own_engine$q;
        engine$d = engine$q;
        step$d = step$q;
        over$d = over$q;
        status$d = status$q;
        control$d = control$q;
        irq_arm$d = irq_arm$q;
        merged$d = merged$q;
        all_idle$d = all_idle$q;
        sum$d = sum$q;
        session$d = session$q;
        ring$d = ring$q;
        hash$d = hash$q;
        target$d = target$q;
        target_ring$d = target_ring$q;
        last_target$d = last_target$q;
        overrun$d = overrun$q;
        error_armed$d = error_armed$q;
        irq_now$d = irq_now$q;
        calm_clocks$d = calm_clocks$q;
        bus$clock = clock;
        bus$reset = reset;
        engine_mask = 32'h0;
        present = 32'h1;
        if (engines_log2 == pair) begin
            engine_mask = 32'h1;
            present = 32'h3;
        end
        if (engines_log2 == quad) begin
            engine_mask = 32'h3;
            present = 32'hf;
        end
        s_axil_awready = ~aw_held$q;
        s_axil_wready = ~w_held$q;
        s_axil_arready = ~ar_held$q;
        if (s_axil_awvalid && ~aw_held$q) begin
            aw_held$d = 1'b1;
            aw_register$d = s_axil_awaddr[(32'h2)+:(10)];
        end
        if (s_axil_wvalid && ~w_held$q) begin
            w_held$d = 1'b1;
            w_data$d = s_axil_wdata;
            w_whole$d = &s_axil_wstrb;
        end
        if (s_axil_arvalid && ~ar_held$q) begin
            ar_held$d = 1'b1;
            ar_register$d = s_axil_araddr[(32'h2)+:(10)];
        end
        map$engines_log2 = engines_log2;
        map$engine = engine$q;
        map$own = bus$got[(32'h0)+:(4)];
        if (status$q) begin
            map$own = bus$got[(32'h8)+:(4)];
        end
        map$host = w_data$q[(32'h0)+:(4)];
        doorbells$engines_log2 = engines_log2;
        doorbells$engine = engine$q;
        doorbells$own = bus$got[(32'hc)+:(4)];
        doorbells$host = 32'h0;
        page = register$q[(32'h6)+:(4)];
        narrow_page = register$q[(32'h4)+:(6)];
        moderates = (register$q >= n_moderation) && (register$q < n_moderation_tx);
        vector = register$q[(32'h4)+:(2)];
        if (moderates) begin
            vector = register$q[(32'h0)+:(2)] - 32'h2;
        end
        own_ring = vector >> engines_log2;
        part = bus$got;
        each_data = w_data$q;
        if (status$q) begin
            part = bus$got & plain_status;
            part = part | (((map$spread) & 32'hffffffff) << 32'h8) | (((doorbells$spread) & 32'hffffffff) << 32'hc);
        end
        if (irq_arm$q) begin
            part = (bus$got & 32'h10) | ((map$spread) & 32'hffffffff);
            each_data = (w_data$q & 32'h30) | ((map$gathered) & 32'hffffffff);
            if (|engine$q) begin
                each_data = (w_data$q & 32'h20) | ((map$gathered) & 32'hffffffff);
            end
        end
        if (control$q && |engine$q) begin
            each_data = w_data$q & without_tx;
        end
        low_parity = bus$got & low_local;
        high_parity = bus$got & high_local;
        if (step$q == 32'h3) begin
            low_parity = bus$got & low_remote;
            high_parity = bus$got & high_remote;
        end
        if (step$q == 32'h4) begin
            low_parity = bus$got & low_ports;
            high_parity = bus$got & high_ports;
        end
        parities = 32'h0;
        parities = (parities & ~(1 << (32'h0)) | ((^low_parity) << (32'h0)));
        parities = (parities & ~(1 << (32'h1)) | ((^high_parity) << (32'h1)));
        op = w_data$q[(32'h0)+:(8)];
        one_of = (session$q[(32'h0)+:(2)] ^ hash$q) | (ring$q[(32'h0)+:(2)] ^ hash$q);
        one_of = one_of & engine_mask;
        armable = ~|one_of && (ring$q < rings);
        go = 1'b0;
        is_write = write_turn$q;
        whom = own_engine$q;
        bus$register = own_register$q;
        bus$data = w_data$q;
        advance = 1'b0;
        write_waits = aw_held$q && w_held$q;
        case (state$q)
            FrontState$Idle:
                begin
                    step$d = 32'h0;
                    engine$d = 32'h0;
                    over$d = 1'b0;
                    merged$d = 32'h0;
                    all_idle$d = 1'b1;
                    sum$d = 32'h0;
                    hash$d = 32'h0;
                    if (write_waits && ~(ar_held$q && write_turn$q)) begin
                        write_turn$d = 1'b1;
                        register$d = aw_register$q;
                        state$d = FrontState$Decode;
                    end
                    else if (ar_held$q) begin
                        write_turn$d = 1'b0;
                        register$d = ar_register$q;
                        state$d = FrontState$Decode;
                    end
                end
            FrontState$Decode:
                begin
                    state$d = FrontState$Next;
                    own_register$d = register$q;
                    own_engine$d = 32'h0;
                    status$d = register$q == n_status;
                    control$d = register$q == n_control;
                    irq_arm$d = register$q == n_irq_arm;
                    kind$d = Kind$Own;
                    if ((register$q == n_status) || (register$q == n_control) || (register$q == n_irq_arm)) begin
                        kind$d = Kind$Each;
                    end
                    else if (register$q == n_engines_log2) begin
                        kind$d = Kind$Plain;
                        merged$d = ((engines_log2) & 32'hffffffff);
                    end
                    else if (register$q == n_cmd_status) begin
                        own_engine$d = last_target$q;
                    end
                    else if (register$q == n_cmd_go) begin
                        if (write_turn$q) begin
                            kind$d = Kind$Command;
                        end
                    end
                    else if (register$q[32'h9]) begin
                        kind$d = Kind$Counter;
                    end
                    else if (page == ring_page) begin
                        own_engine$d = vector & engine_mask;
                        own_register$d = (register$q & 32'h3cf) | (((own_ring) & 10'h3ff) << 32'h4);
                    end
                    else if (moderates) begin
                        own_engine$d = vector & engine_mask;
                        own_register$d = n_moderation + ((own_ring) & 10'h3ff);
                    end
                    else if (register$q == n_moderation_tx) begin
                        kind$d = Kind$Own;
                    end
                    else if (write_turn$q && ((narrow_page == general_page) || (narrow_page == mailbox_page))) begin
                        kind$d = Kind$Shared;
                    end
                    if (write_turn$q && ~w_whole$q) begin
                        kind$d = Kind$Plain;
                    end
                end
            FrontState$Next:
                begin
                    go = 1'b1;
                    state$d = FrontState$Wait;
                    case (kind$q)
                        Kind$Own:
                            begin
                                go = ~over$q;
                            end
                        Kind$Shared:
                            begin
                                go = ~over$q;
                            end
                        Kind$Each:
                            begin
                                whom = engine$q;
                                bus$data = each_data;
                                go = ~over$q;
                            end
                        Kind$Counter:
                            begin
                                whom = engine$q;
                                bus$register = (register$q & ~(1 << (32'h0)) | ((step$q[32'h0]) << (32'h0)));
                                go = ~over$q;
                            end
                        Kind$Command:
                            begin
                                is_write = step$q > 32'h5;
                                whom = 32'h0;
                                if (step$q == 32'h0) begin
                                    whom = last_target$q;
                                    bus$register = n_cmd_status;
                                end
                                else if (step$q == 32'h1) begin
                                    bus$register = n_cmd_session;
                                end
                                else if (step$q == 32'h2) begin
                                    bus$register = n_cmd_local_ip;
                                end
                                else if (step$q == 32'h3) begin
                                    bus$register = n_cmd_remote_ip;
                                end
                                else if (step$q == 32'h4) begin
                                    bus$register = n_cmd_ports;
                                end
                                else if (step$q == 32'h5) begin
                                    bus$register = n_cmd_ring;
                                end
                                else if (step$q == 32'h6) begin
                                    go = 1'b0;
                                    target$d = session$q[(32'h0)+:(2)] & engine_mask;
                                    target_ring$d = ring$q >> engines_log2;
                                    if ((op == arm) && ~armable) begin
                                        target$d = 32'h0;
                                        target_ring$d = no_ring;
                                    end
                                    if ((session$q >= sessions) || (op >= ops_end) || ~|op) begin
                                        target$d = 32'h0;
                                    end
                                end
                                else if (step$q == 32'h7) begin
                                    whom = target$q;
                                    bus$register = n_cmd_ring;
                                    bus$data = target_ring$q;
                                end
                                else if (step$q == 32'h8) begin
                                    whom = target$q;
                                    last_target$d = target$q;
                                    overrun$d = 1'b0;
                                end
                                else begin
                                    whom = target$q;
                                    bus$register = n_cmd_ring;
                                    bus$data = ring$q;
                                end
                                if (over$q) begin
                                    go = 1'b0;
                                end
                            end
                        Kind$Plain:
                            begin
                                go = 1'b0;
                                over$d = 1'b1;
                            end
                        default:
                            begin
                                go = 1'b0;
                                over$d = 1'b1;
                            end
                    endcase
                    if (over$q) begin
                        state$d = FrontState$Respond;
                        response_write$d = write_turn$q;
                        response_read$d = ~write_turn$q;
                        result$d = merged$q;
                        if (status$q) begin
                            result$d = merged$q | (((all_idle$q && &calm_clocks$q)) & 32'hffffffff);
                        end
                        if (irq_arm$q) begin
                            result$d = merged$q | (((error_armed$q) & 32'hffffffff) << 32'h5);
                        end
                        if (register$q == n_cmd_status) begin
                            result$d = merged$q | (((overrun$q) & 32'hffffffff) << 32'h1);
                        end
                        if (kind$q == Kind$Counter) begin
                            result$d = sum$q[(32'h0)+:(32)];
                            if (register$q[32'h0]) begin
                                result$d = sum$q[(32'h20)+:(32)];
                            end
                        end
                        if (write_turn$q && w_whole$q) begin
                            if (irq_arm$q && w_data$q[32'h5]) begin
                                error_armed$d = 1'b1;
                            end
                            if (control$q && w_data$q[32'h1f]) begin
                                error_armed$d = 1'b0;
                                overrun$d = 1'b0;
                            end
                        end
                    end
                end
            FrontState$Wait:
                begin
                    if (bus$done) begin
                        state$d = FrontState$Next;
                        step$d = step$q + 32'h1;
                        case (kind$q)
                            Kind$Own:
                                begin
                                    over$d = 1'b1;
                                    merged$d = bus$got;
                                end
                            Kind$Shared:
                                begin
                                    over$d = 1'b1;
                                end
                            Kind$Each:
                                begin
                                    merged$d = merged$q | part;
                                    all_idle$d = all_idle$q && bus$got[32'h0];
                                    advance = 1'b1;
                                end
                            Kind$Counter:
                                begin
                                    if (step$q[32'h0]) begin
                                        sum$d = sum$q + (((bus$got) & 64'hffffffffffffffff) << 32'h20);
                                        advance = 1'b1;
                                    end
                                    else begin
                                        sum$d = sum$q + ((bus$got) & 64'hffffffffffffffff);
                                    end
                                end
                            Kind$Command:
                                begin
                                    if (step$q == 32'h0) begin
                                        over$d = bus$got[32'h0];
                                        if (bus$got[32'h0]) begin
                                            overrun$d = 1'b1;
                                        end
                                    end
                                    else if (step$q == 32'h1) begin
                                        session$d = bus$got;
                                    end
                                    else if (step$q < 32'h5) begin
                                        hash$d = hash$q ^ parities;
                                    end
                                    else if (step$q == 32'h5) begin
                                        ring$d = bus$got;
                                    end
                                    else if (step$q == 32'h9) begin
                                        over$d = 1'b1;
                                    end
                                end
                            default:
                                begin
                                    over$d = 1'b1;
                                end
                        endcase
                        if (advance) begin
                            engine$d = engine$q + 32'h1;
                            over$d = engine$q == engine_mask;
                        end
                    end
                end
            FrontState$Respond:
                begin
                    if (response_write$q && s_axil_bready) begin
                        response_write$d = 1'b0;
                        aw_held$d = 1'b0;
                        w_held$d = 1'b0;
                        state$d = FrontState$Idle;
                    end
                    if (response_read$q && s_axil_rready) begin
                        response_read$d = 1'b0;
                        ar_held$d = 1'b0;
                        state$d = FrontState$Idle;
                    end
                end
            default:
                begin
                    state$d = FrontState$Idle;
                end
        endcase
        s_axil_bvalid = response_write$q;
        s_axil_rvalid = response_read$q;
        s_axil_rdata = result$q;
        one_hot = 32'h1;
        one_hot = one_hot << whom;
        bus$go = go;
        bus$is_write = is_write;
        bus$whom = one_hot;
        if (kind$q == Kind$Shared) begin
            bus$whom = present;
        end
        m_axil_addr = bus$m_addr;
        m_axil_wdata = bus$m_wdata;
        m_axil_awvalid = bus$m_awvalid;
        m_axil_wvalid = bus$m_wvalid;
        m_axil_arvalid = bus$m_arvalid;
        bus$m_awready = m_axil_awready;
        bus$m_wready = m_axil_wready;
        bus$m_bvalid = m_axil_bvalid;
        bus$m_arready = m_axil_arready;
        bus$m_rvalid = m_axil_rvalid;
        irq_next = 32'h0;
        bus$m_rdata$0 = m_axil_rdata_0;
        came$0$clock = clock;
        came$0$d = engine_irq_0;
        irq_map$0$engines_log2 = engines_log2;
        irq_map$0$engine = 0;
        irq_map$0$own = came$0$q[(32'h0)+:(4)];
        irq_map$0$host = 32'h0;
        of_rings = irq_map$0$spread;
        irq_next = irq_next | (came$0$q & 32'h30) | ((of_rings) & 6'h3f);
        bus$m_rdata$1 = m_axil_rdata_1;
        came$1$clock = clock;
        came$1$d = engine_irq_1;
        irq_map$1$engines_log2 = engines_log2;
        irq_map$1$engine = 1;
        irq_map$1$own = came$1$q[(32'h0)+:(4)];
        irq_map$1$host = 32'h0;
        of_rings = irq_map$1$spread;
        irq_next = irq_next | (came$1$q & 32'h30) | ((of_rings) & 6'h3f);
        bus$m_rdata$2 = m_axil_rdata_2;
        came$2$clock = clock;
        came$2$d = engine_irq_2;
        irq_map$2$engines_log2 = engines_log2;
        irq_map$2$engine = 2;
        irq_map$2$own = came$2$q[(32'h0)+:(4)];
        irq_map$2$host = 32'h0;
        of_rings = irq_map$2$spread;
        irq_next = irq_next | (came$2$q & 32'h30) | ((of_rings) & 6'h3f);
        bus$m_rdata$3 = m_axil_rdata_3;
        came$3$clock = clock;
        came$3$d = engine_irq_3;
        irq_map$3$engines_log2 = engines_log2;
        irq_map$3$engine = 3;
        irq_map$3$own = came$3$q[(32'h0)+:(4)];
        irq_map$3$host = 32'h0;
        of_rings = irq_map$3$spread;
        irq_next = irq_next | (came$3$q & 32'h30) | ((of_rings) & 6'h3f);
        if (~error_armed$q) begin
            irq_next = irq_next & 32'h1f;
        end
        if (irq_next[32'h5]) begin
            error_armed$d = 1'b0;
        end
        irq_now$d = irq_next;
        irq = irq_now$q;
        calm_clocks$d = 32'h0;
        if (lanes_idle) begin
            calm_clocks$d = calm_clocks$q;
            if (~&calm_clocks$q) begin
                calm_clocks$d = calm_clocks$q + 32'h1;
            end
        end
        if (reset) begin
            state$d = FrontState$Idle;
            write_turn$d = 1'b0;
            aw_held$d = 1'b0;
            w_held$d = 1'b0;
            ar_held$d = 1'b0;
            response_write$d = 1'b0;
            response_read$d = 1'b0;
            last_target$d = 32'h0;
            overrun$d = 1'b0;
            error_armed$d = 1'b0;
        end
    end

endmodule // fixnic_front

module fixnic_front$all_idle(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$all_idle

module fixnic_front$ar_held(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$ar_held

module fixnic_front$ar_register(d,q,clock);

    // Module arguments
    input wire  [9:0] d;
    output reg  [9:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 10'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$ar_register

module fixnic_front$aw_held(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$aw_held

module fixnic_front$aw_register(d,q,clock);

    // Module arguments
    input wire  [9:0] d;
    output reg  [9:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 10'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$aw_register

module fixnic_front$bus(clock,reset,go,is_write,whom,register,data,done,got,m_addr,m_wdata,m_awvalid,m_awready,m_wvalid,m_wready,m_bvalid,m_arvalid,m_arready,m_rvalid,m_rdata$0,m_rdata$1,m_rdata$2,m_rdata$3);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  go;
    input wire  is_write;
    input wire  [3:0] whom;
    input wire  [9:0] register;
    input wire  [31:0] data;
    output reg  done;
    output reg  [31:0] got;
    output reg  [11:0] m_addr;
    output reg  [31:0] m_wdata;
    output reg  [3:0] m_awvalid;
    input wire  [3:0] m_awready;
    output reg  [3:0] m_wvalid;
    input wire  [3:0] m_wready;
    input wire  [3:0] m_bvalid;
    output reg  [3:0] m_arvalid;
    input wire  [3:0] m_arready;
    input wire  [3:0] m_rvalid;
    input wire  [31:0] m_rdata$0;
    input wire  [31:0] m_rdata$1;
    input wire  [31:0] m_rdata$2;
    input wire  [31:0] m_rdata$3;

    // Stub signals
    reg  [11:0] address$d;
    wire  [11:0] address$q;
    reg  address$clock;
    reg  [31:0] written$d;
    wire  [31:0] written$q;
    reg  written$clock;
    reg  [3:0] aw_due$d;
    wire  [3:0] aw_due$q;
    reg  aw_due$clock;
    reg  [3:0] w_due$d;
    wire  [3:0] w_due$q;
    reg  w_due$clock;
    reg  [3:0] b_due$d;
    wire  [3:0] b_due$q;
    reg  b_due$clock;
    reg  [3:0] ar_due$d;
    wire  [3:0] ar_due$q;
    reg  ar_due$clock;
    reg  [3:0] r_due$d;
    wire  [3:0] r_due$q;
    reg  r_due$clock;
    reg  [31:0] read$d;
    wire  [31:0] read$q;
    reg  read$clock;

    // Local signals
    reg  [3:0] due;

    // Sub module instances
    fixnic_front$bus$address address(
        .d(address$d),
        .q(address$q),
        .clock(address$clock)
    );
    fixnic_front$bus$written written(
        .d(written$d),
        .q(written$q),
        .clock(written$clock)
    );
    fixnic_front$bus$aw_due aw_due(
        .d(aw_due$d),
        .q(aw_due$q),
        .clock(aw_due$clock)
    );
    fixnic_front$bus$w_due w_due(
        .d(w_due$d),
        .q(w_due$q),
        .clock(w_due$clock)
    );
    fixnic_front$bus$b_due b_due(
        .d(b_due$d),
        .q(b_due$q),
        .clock(b_due$clock)
    );
    fixnic_front$bus$ar_due ar_due(
        .d(ar_due$d),
        .q(ar_due$q),
        .clock(ar_due$clock)
    );
    fixnic_front$bus$r_due r_due(
        .d(r_due$d),
        .q(r_due$q),
        .clock(r_due$clock)
    );
    fixnic_front$bus$read read(
        .d(read$d),
        .q(read$q),
        .clock(read$clock)
    );

    // Update code
    always @(*) begin
        address$clock = clock;
        written$clock = clock;
        aw_due$clock = clock;
        w_due$clock = clock;
        b_due$clock = clock;
        ar_due$clock = clock;
        r_due$clock = clock;
        read$clock = clock;
        address$d = address$q;
        written$d = written$q;
        aw_due$d = aw_due$q;
        w_due$d = w_due$q;
        b_due$d = b_due$q;
        ar_due$d = ar_due$q;
        r_due$d = r_due$q;
        read$d = read$q;
        aw_due$d = aw_due$q & ~m_awready;
        w_due$d = w_due$q & ~m_wready;
        b_due$d = b_due$q & ~m_bvalid;
        ar_due$d = ar_due$q & ~m_arready;
        r_due$d = r_due$q & ~m_rvalid;
        if (m_rvalid[0] && r_due$q[0]) begin
            read$d = m_rdata$0;
        end
        if (m_rvalid[1] && r_due$q[1]) begin
            read$d = m_rdata$1;
        end
        if (m_rvalid[2] && r_due$q[2]) begin
            read$d = m_rdata$2;
        end
        if (m_rvalid[3] && r_due$q[3]) begin
            read$d = m_rdata$3;
        end
        due = b_due$q | r_due$q;
        done = ~|due;
        got = read$q;
        if (go) begin
            address$d = ((register) & 12'hfff) << 32'h2;
            written$d = data;
            if (is_write) begin
                aw_due$d = whom;
                w_due$d = whom;
                b_due$d = whom;
            end
            else begin
                ar_due$d = whom;
                r_due$d = whom;
            end
        end
        m_addr = address$q;
        m_wdata = written$q;
        m_awvalid = aw_due$q;
        m_wvalid = w_due$q;
        m_arvalid = ar_due$q;
        if (reset) begin
            aw_due$d = 32'h0;
            w_due$d = 32'h0;
            b_due$d = 32'h0;
            ar_due$d = 32'h0;
            r_due$d = 32'h0;
        end
    end

endmodule // fixnic_front$bus

module fixnic_front$bus$address(d,q,clock);

    // Module arguments
    input wire  [11:0] d;
    output reg  [11:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 12'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$bus$address

module fixnic_front$bus$ar_due(d,q,clock);

    // Module arguments
    input wire  [3:0] d;
    output reg  [3:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 4'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$bus$ar_due

module fixnic_front$bus$aw_due(d,q,clock);

    // Module arguments
    input wire  [3:0] d;
    output reg  [3:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 4'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$bus$aw_due

module fixnic_front$bus$b_due(d,q,clock);

    // Module arguments
    input wire  [3:0] d;
    output reg  [3:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 4'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$bus$b_due

module fixnic_front$bus$r_due(d,q,clock);

    // Module arguments
    input wire  [3:0] d;
    output reg  [3:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 4'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$bus$r_due

module fixnic_front$bus$read(d,q,clock);

    // Module arguments
    input wire  [31:0] d;
    output reg  [31:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 32'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$bus$read

module fixnic_front$bus$w_due(d,q,clock);

    // Module arguments
    input wire  [3:0] d;
    output reg  [3:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 4'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$bus$w_due

module fixnic_front$bus$written(d,q,clock);

    // Module arguments
    input wire  [31:0] d;
    output reg  [31:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 32'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$bus$written

module fixnic_front$calm_clocks(d,q,clock);

    // Module arguments
    input wire  [6:0] d;
    output reg  [6:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 7'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$calm_clocks

module fixnic_front$came$0(d,q,clock);

    // Module arguments
    input wire  [5:0] d;
    output reg  [5:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 6'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$came$0

module fixnic_front$came$1(d,q,clock);

    // Module arguments
    input wire  [5:0] d;
    output reg  [5:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 6'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$came$1

module fixnic_front$came$2(d,q,clock);

    // Module arguments
    input wire  [5:0] d;
    output reg  [5:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 6'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$came$2

module fixnic_front$came$3(d,q,clock);

    // Module arguments
    input wire  [5:0] d;
    output reg  [5:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 6'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$came$3

module fixnic_front$control(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$control

module fixnic_front$doorbells(engines_log2,engine,own,spread,host,gathered);

    // Module arguments
    input wire  [1:0] engines_log2;
    input wire  [1:0] engine;
    input wire  [3:0] own;
    output reg  [3:0] spread;
    input wire  [3:0] host;
    output reg  [3:0] gathered;

    // Constant declarations
    localparam  pair = 2'b1;
    localparam  quad = 2'b10;

    // Local signals
    reg  [3:0] two;
    reg  [3:0] four;
    reg  [3:0] shifted;

    // Update code
    always @(*) begin
        two = 32'h0;
        two = (two & ~(1 << (32'h0)) | ((own[32'h0]) << (32'h0)));
        two = (two & ~(1 << (32'h2)) | ((own[32'h1]) << (32'h2)));
        four = ((own[32'h0]) & 4'hf);
        spread = own;
        if (engines_log2 == pair) begin
            spread = two << engine;
        end
        if (engines_log2 == quad) begin
            spread = four << engine;
        end
        shifted = host >> engine;
        gathered = host;
        if (engines_log2 == pair) begin
            gathered = 32'h0;
            gathered = (gathered & ~(1 << (32'h0)) | ((shifted[32'h0]) << (32'h0)));
            gathered = (gathered & ~(1 << (32'h1)) | ((shifted[32'h2]) << (32'h1)));
        end
        if (engines_log2 == quad) begin
            gathered = ((shifted[32'h0]) & 4'hf);
        end
    end

endmodule // fixnic_front$doorbells

module fixnic_front$engine(d,q,clock);

    // Module arguments
    input wire  [1:0] d;
    output reg  [1:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 2'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$engine

module fixnic_front$error_armed(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$error_armed

module fixnic_front$hash(d,q,clock);

    // Module arguments
    input wire  [1:0] d;
    output reg  [1:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 2'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$hash

module fixnic_front$irq_arm(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$irq_arm

module fixnic_front$irq_map$0(engines_log2,engine,own,spread,host,gathered);

    // Module arguments
    input wire  [1:0] engines_log2;
    input wire  [1:0] engine;
    input wire  [3:0] own;
    output reg  [3:0] spread;
    input wire  [3:0] host;
    output reg  [3:0] gathered;

    // Constant declarations
    localparam  pair = 2'b1;
    localparam  quad = 2'b10;

    // Local signals
    reg  [3:0] two;
    reg  [3:0] four;
    reg  [3:0] shifted;

    // Update code
    always @(*) begin
        two = 32'h0;
        two = (two & ~(1 << (32'h0)) | ((own[32'h0]) << (32'h0)));
        two = (two & ~(1 << (32'h2)) | ((own[32'h1]) << (32'h2)));
        four = ((own[32'h0]) & 4'hf);
        spread = own;
        if (engines_log2 == pair) begin
            spread = two << engine;
        end
        if (engines_log2 == quad) begin
            spread = four << engine;
        end
        shifted = host >> engine;
        gathered = host;
        if (engines_log2 == pair) begin
            gathered = 32'h0;
            gathered = (gathered & ~(1 << (32'h0)) | ((shifted[32'h0]) << (32'h0)));
            gathered = (gathered & ~(1 << (32'h1)) | ((shifted[32'h2]) << (32'h1)));
        end
        if (engines_log2 == quad) begin
            gathered = ((shifted[32'h0]) & 4'hf);
        end
    end

endmodule // fixnic_front$irq_map$0

module fixnic_front$irq_map$1(engines_log2,engine,own,spread,host,gathered);

    // Module arguments
    input wire  [1:0] engines_log2;
    input wire  [1:0] engine;
    input wire  [3:0] own;
    output reg  [3:0] spread;
    input wire  [3:0] host;
    output reg  [3:0] gathered;

    // Constant declarations
    localparam  pair = 2'b1;
    localparam  quad = 2'b10;

    // Local signals
    reg  [3:0] two;
    reg  [3:0] four;
    reg  [3:0] shifted;

    // Update code
    always @(*) begin
        two = 32'h0;
        two = (two & ~(1 << (32'h0)) | ((own[32'h0]) << (32'h0)));
        two = (two & ~(1 << (32'h2)) | ((own[32'h1]) << (32'h2)));
        four = ((own[32'h0]) & 4'hf);
        spread = own;
        if (engines_log2 == pair) begin
            spread = two << engine;
        end
        if (engines_log2 == quad) begin
            spread = four << engine;
        end
        shifted = host >> engine;
        gathered = host;
        if (engines_log2 == pair) begin
            gathered = 32'h0;
            gathered = (gathered & ~(1 << (32'h0)) | ((shifted[32'h0]) << (32'h0)));
            gathered = (gathered & ~(1 << (32'h1)) | ((shifted[32'h2]) << (32'h1)));
        end
        if (engines_log2 == quad) begin
            gathered = ((shifted[32'h0]) & 4'hf);
        end
    end

endmodule // fixnic_front$irq_map$1

module fixnic_front$irq_map$2(engines_log2,engine,own,spread,host,gathered);

    // Module arguments
    input wire  [1:0] engines_log2;
    input wire  [1:0] engine;
    input wire  [3:0] own;
    output reg  [3:0] spread;
    input wire  [3:0] host;
    output reg  [3:0] gathered;

    // Constant declarations
    localparam  pair = 2'b1;
    localparam  quad = 2'b10;

    // Local signals
    reg  [3:0] two;
    reg  [3:0] four;
    reg  [3:0] shifted;

    // Update code
    always @(*) begin
        two = 32'h0;
        two = (two & ~(1 << (32'h0)) | ((own[32'h0]) << (32'h0)));
        two = (two & ~(1 << (32'h2)) | ((own[32'h1]) << (32'h2)));
        four = ((own[32'h0]) & 4'hf);
        spread = own;
        if (engines_log2 == pair) begin
            spread = two << engine;
        end
        if (engines_log2 == quad) begin
            spread = four << engine;
        end
        shifted = host >> engine;
        gathered = host;
        if (engines_log2 == pair) begin
            gathered = 32'h0;
            gathered = (gathered & ~(1 << (32'h0)) | ((shifted[32'h0]) << (32'h0)));
            gathered = (gathered & ~(1 << (32'h1)) | ((shifted[32'h2]) << (32'h1)));
        end
        if (engines_log2 == quad) begin
            gathered = ((shifted[32'h0]) & 4'hf);
        end
    end

endmodule // fixnic_front$irq_map$2

module fixnic_front$irq_map$3(engines_log2,engine,own,spread,host,gathered);

    // Module arguments
    input wire  [1:0] engines_log2;
    input wire  [1:0] engine;
    input wire  [3:0] own;
    output reg  [3:0] spread;
    input wire  [3:0] host;
    output reg  [3:0] gathered;

    // Constant declarations
    localparam  pair = 2'b1;
    localparam  quad = 2'b10;

    // Local signals
    reg  [3:0] two;
    reg  [3:0] four;
    reg  [3:0] shifted;

    // Update code
    always @(*) begin
        two = 32'h0;
        two = (two & ~(1 << (32'h0)) | ((own[32'h0]) << (32'h0)));
        two = (two & ~(1 << (32'h2)) | ((own[32'h1]) << (32'h2)));
        four = ((own[32'h0]) & 4'hf);
        spread = own;
        if (engines_log2 == pair) begin
            spread = two << engine;
        end
        if (engines_log2 == quad) begin
            spread = four << engine;
        end
        shifted = host >> engine;
        gathered = host;
        if (engines_log2 == pair) begin
            gathered = 32'h0;
            gathered = (gathered & ~(1 << (32'h0)) | ((shifted[32'h0]) << (32'h0)));
            gathered = (gathered & ~(1 << (32'h1)) | ((shifted[32'h2]) << (32'h1)));
        end
        if (engines_log2 == quad) begin
            gathered = ((shifted[32'h0]) & 4'hf);
        end
    end

endmodule // fixnic_front$irq_map$3

module fixnic_front$irq_now(d,q,clock);

    // Module arguments
    input wire  [5:0] d;
    output reg  [5:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 6'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$irq_now

module fixnic_front$kind(d,q,clock);

    // Module arguments
    input wire  [2:0] d;
    output reg  [2:0] q;
    input wire  clock;

    // Enums
    localparam Kind$Own = 0;
    localparam Kind$Shared = 1;
    localparam Kind$Each = 2;
    localparam Kind$Counter = 3;
    localparam Kind$Command = 4;
    localparam Kind$Plain = 5;

    // Update code (custom)
    initial begin
       q = 64'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$kind

module fixnic_front$last_target(d,q,clock);

    // Module arguments
    input wire  [1:0] d;
    output reg  [1:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 2'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$last_target

module fixnic_front$map(engines_log2,engine,own,spread,host,gathered);

    // Module arguments
    input wire  [1:0] engines_log2;
    input wire  [1:0] engine;
    input wire  [3:0] own;
    output reg  [3:0] spread;
    input wire  [3:0] host;
    output reg  [3:0] gathered;

    // Constant declarations
    localparam  pair = 2'b1;
    localparam  quad = 2'b10;

    // Local signals
    reg  [3:0] two;
    reg  [3:0] four;
    reg  [3:0] shifted;

    // Update code
    always @(*) begin
        two = 32'h0;
        two = (two & ~(1 << (32'h0)) | ((own[32'h0]) << (32'h0)));
        two = (two & ~(1 << (32'h2)) | ((own[32'h1]) << (32'h2)));
        four = ((own[32'h0]) & 4'hf);
        spread = own;
        if (engines_log2 == pair) begin
            spread = two << engine;
        end
        if (engines_log2 == quad) begin
            spread = four << engine;
        end
        shifted = host >> engine;
        gathered = host;
        if (engines_log2 == pair) begin
            gathered = 32'h0;
            gathered = (gathered & ~(1 << (32'h0)) | ((shifted[32'h0]) << (32'h0)));
            gathered = (gathered & ~(1 << (32'h1)) | ((shifted[32'h2]) << (32'h1)));
        end
        if (engines_log2 == quad) begin
            gathered = ((shifted[32'h0]) & 4'hf);
        end
    end

endmodule // fixnic_front$map

module fixnic_front$merged(d,q,clock);

    // Module arguments
    input wire  [31:0] d;
    output reg  [31:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 32'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$merged

module fixnic_front$over(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$over

module fixnic_front$overrun(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$overrun

module fixnic_front$own_engine(d,q,clock);

    // Module arguments
    input wire  [1:0] d;
    output reg  [1:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 2'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$own_engine

module fixnic_front$own_register(d,q,clock);

    // Module arguments
    input wire  [9:0] d;
    output reg  [9:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 10'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$own_register

module fixnic_front$register(d,q,clock);

    // Module arguments
    input wire  [9:0] d;
    output reg  [9:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 10'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$register

module fixnic_front$response_read(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$response_read

module fixnic_front$response_write(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$response_write

module fixnic_front$result(d,q,clock);

    // Module arguments
    input wire  [31:0] d;
    output reg  [31:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 32'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$result

module fixnic_front$ring(d,q,clock);

    // Module arguments
    input wire  [31:0] d;
    output reg  [31:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 32'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$ring

module fixnic_front$session(d,q,clock);

    // Module arguments
    input wire  [31:0] d;
    output reg  [31:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 32'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$session

module fixnic_front$state(d,q,clock);

    // Module arguments
    input wire  [2:0] d;
    output reg  [2:0] q;
    input wire  clock;

    // Enums
    localparam FrontState$Idle = 0;
    localparam FrontState$Decode = 1;
    localparam FrontState$Next = 2;
    localparam FrontState$Wait = 3;
    localparam FrontState$Respond = 4;

    // Update code (custom)
    initial begin
       q = 64'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$state

module fixnic_front$status(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$status

module fixnic_front$step(d,q,clock);

    // Module arguments
    input wire  [3:0] d;
    output reg  [3:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 4'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$step

module fixnic_front$sum(d,q,clock);

    // Module arguments
    input wire  [63:0] d;
    output reg  [63:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 64'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$sum

module fixnic_front$target(d,q,clock);

    // Module arguments
    input wire  [1:0] d;
    output reg  [1:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 2'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$target

module fixnic_front$target_ring(d,q,clock);

    // Module arguments
    input wire  [31:0] d;
    output reg  [31:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 32'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$target_ring

module fixnic_front$w_data(d,q,clock);

    // Module arguments
    input wire  [31:0] d;
    output reg  [31:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 32'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$w_data

module fixnic_front$w_held(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$w_held

module fixnic_front$w_whole(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$w_whole

module fixnic_front$write_turn(d,q,clock);

    // Module arguments
    input wire  d;
    output reg  q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 1'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_front$write_turn
