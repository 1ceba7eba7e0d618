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
