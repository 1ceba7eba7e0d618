module fixnic_rx_widen(clock,reset,s_axis_tdata,s_axis_tvalid,s_axis_tlast,s_axis_tuser,m_axis_tdata,m_axis_tkeep,m_axis_tvalid,m_axis_tlast,m_axis_tuser);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  [7:0] s_axis_tdata;
    input wire  s_axis_tvalid;
    input wire  s_axis_tlast;
    input wire  s_axis_tuser;
    output reg  [63:0] m_axis_tdata;
    output reg  [7:0] m_axis_tkeep;
    output reg  m_axis_tvalid;
    output reg  m_axis_tlast;
    output reg  m_axis_tuser;

    // Stub signals
    reg  [7:0] lanes$0$d;
    wire  [7:0] lanes$0$q;
    reg  lanes$0$clock;
    reg  [7:0] lanes$1$d;
    wire  [7:0] lanes$1$q;
    reg  lanes$1$clock;
    reg  [7:0] lanes$2$d;
    wire  [7:0] lanes$2$q;
    reg  lanes$2$clock;
    reg  [7:0] lanes$3$d;
    wire  [7:0] lanes$3$q;
    reg  lanes$3$clock;
    reg  [7:0] lanes$4$d;
    wire  [7:0] lanes$4$q;
    reg  lanes$4$clock;
    reg  [7:0] lanes$5$d;
    wire  [7:0] lanes$5$q;
    reg  lanes$5$clock;
    reg  [7:0] lanes$6$d;
    wire  [7:0] lanes$6$q;
    reg  lanes$6$clock;
    reg  [7:0] lanes$7$d;
    wire  [7:0] lanes$7$q;
    reg  lanes$7$clock;
    reg  [7:0] kept$d;
    wire  [7:0] kept$q;
    reg  kept$clock;
    reg  [7:0] keep$d;
    wire  [7:0] keep$q;
    reg  keep$clock;
    reg  valid$d;
    wire  valid$q;
    reg  valid$clock;
    reg  last$d;
    wire  last$q;
    reg  last$clock;
    reg  bad$d;
    wire  bad$q;
    reg  bad$clock;

    // Local signals
    reg  [7:0] next_lane;
    reg  [7:0] taken;
    reg  [63:0] whole;
    reg  [7:0] lane;

    // Sub module instances
    fixnic_rx_widen$lanes$0 lanes$0(
        .d(lanes$0$d),
        .q(lanes$0$q),
        .clock(lanes$0$clock)
    );
    fixnic_rx_widen$lanes$1 lanes$1(
        .d(lanes$1$d),
        .q(lanes$1$q),
        .clock(lanes$1$clock)
    );
    fixnic_rx_widen$lanes$2 lanes$2(
        .d(lanes$2$d),
        .q(lanes$2$q),
        .clock(lanes$2$clock)
    );
    fixnic_rx_widen$lanes$3 lanes$3(
        .d(lanes$3$d),
        .q(lanes$3$q),
        .clock(lanes$3$clock)
    );
    fixnic_rx_widen$lanes$4 lanes$4(
        .d(lanes$4$d),
        .q(lanes$4$q),
        .clock(lanes$4$clock)
    );
    fixnic_rx_widen$lanes$5 lanes$5(
        .d(lanes$5$d),
        .q(lanes$5$q),
        .clock(lanes$5$clock)
    );
    fixnic_rx_widen$lanes$6 lanes$6(
        .d(lanes$6$d),
        .q(lanes$6$q),
        .clock(lanes$6$clock)
    );
    fixnic_rx_widen$lanes$7 lanes$7(
        .d(lanes$7$d),
        .q(lanes$7$q),
        .clock(lanes$7$clock)
    );
    fixnic_rx_widen$kept kept(
        .d(kept$d),
        .q(kept$q),
        .clock(kept$clock)
    );
    fixnic_rx_widen$keep keep(
        .d(keep$d),
        .q(keep$q),
        .clock(keep$clock)
    );
    fixnic_rx_widen$valid valid(
        .d(valid$d),
        .q(valid$q),
        .clock(valid$clock)
    );
    fixnic_rx_widen$last last(
        .d(last$d),
        .q(last$q),
        .clock(last$clock)
    );
    fixnic_rx_widen$bad bad(
        .d(bad$d),
        .q(bad$q),
        .clock(bad$clock)
    );

    // Update code
    always @(*) begin
        kept$clock = clock;
        keep$clock = clock;
        valid$clock = clock;
        last$clock = clock;
        bad$clock = clock;
        kept$d = kept$q;
        keep$d = keep$q;
        valid$d = valid$q;
        last$d = last$q;
        bad$d = bad$q;
        taken = (kept$q << 32'h1) | 32'h1;
        next_lane = taken ^ kept$q;
        whole = 32'h0;
        lanes$0$clock = clock;
        lanes$0$d = lanes$0$q;
        if (s_axis_tvalid && next_lane[0]) begin
            lanes$0$d = s_axis_tdata;
        end
        lane = lanes$0$q;
        whole = (whole >> 32'h8) | (((lane) & 64'hffffffffffffffff) << 32'h38);
        lanes$1$clock = clock;
        lanes$1$d = lanes$1$q;
        if (s_axis_tvalid && next_lane[1]) begin
            lanes$1$d = s_axis_tdata;
        end
        lane = lanes$1$q;
        whole = (whole >> 32'h8) | (((lane) & 64'hffffffffffffffff) << 32'h38);
        lanes$2$clock = clock;
        lanes$2$d = lanes$2$q;
        if (s_axis_tvalid && next_lane[2]) begin
            lanes$2$d = s_axis_tdata;
        end
        lane = lanes$2$q;
        whole = (whole >> 32'h8) | (((lane) & 64'hffffffffffffffff) << 32'h38);
        lanes$3$clock = clock;
        lanes$3$d = lanes$3$q;
        if (s_axis_tvalid && next_lane[3]) begin
            lanes$3$d = s_axis_tdata;
        end
        lane = lanes$3$q;
        whole = (whole >> 32'h8) | (((lane) & 64'hffffffffffffffff) << 32'h38);
        lanes$4$clock = clock;
        lanes$4$d = lanes$4$q;
        if (s_axis_tvalid && next_lane[4]) begin
            lanes$4$d = s_axis_tdata;
        end
        lane = lanes$4$q;
        whole = (whole >> 32'h8) | (((lane) & 64'hffffffffffffffff) << 32'h38);
        lanes$5$clock = clock;
        lanes$5$d = lanes$5$q;
        if (s_axis_tvalid && next_lane[5]) begin
            lanes$5$d = s_axis_tdata;
        end
        lane = lanes$5$q;
        whole = (whole >> 32'h8) | (((lane) & 64'hffffffffffffffff) << 32'h38);
        lanes$6$clock = clock;
        lanes$6$d = lanes$6$q;
        if (s_axis_tvalid && next_lane[6]) begin
            lanes$6$d = s_axis_tdata;
        end
        lane = lanes$6$q;
        whole = (whole >> 32'h8) | (((lane) & 64'hffffffffffffffff) << 32'h38);
        lanes$7$clock = clock;
        lanes$7$d = lanes$7$q;
        if (s_axis_tvalid && next_lane[7]) begin
            lanes$7$d = s_axis_tdata;
        end
        lane = lanes$7$q;
        whole = (whole >> 32'h8) | (((lane) & 64'hffffffffffffffff) << 32'h38);
        valid$d = 1'b0;
        if (s_axis_tvalid) begin
            kept$d = taken;
            keep$d = taken;
            last$d = s_axis_tlast;
            bad$d = s_axis_tlast && s_axis_tuser;
            if (s_axis_tlast || &taken) begin
                valid$d = 1'b1;
                kept$d = 32'h0;
            end
        end
        m_axis_tdata = whole;
        m_axis_tkeep = keep$q;
        m_axis_tvalid = valid$q;
        m_axis_tlast = last$q;
        m_axis_tuser = bad$q;
        if (reset) begin
            kept$d = 32'h0;
            valid$d = 1'b0;
        end
    end

endmodule // fixnic_rx_widen

module fixnic_rx_widen$bad(d,q,clock);

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

endmodule // fixnic_rx_widen$bad

module fixnic_rx_widen$keep(d,q,clock);

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

endmodule // fixnic_rx_widen$keep

module fixnic_rx_widen$kept(d,q,clock);

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

endmodule // fixnic_rx_widen$kept

module fixnic_rx_widen$lanes$0(d,q,clock);

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

endmodule // fixnic_rx_widen$lanes$0

module fixnic_rx_widen$lanes$1(d,q,clock);

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

endmodule // fixnic_rx_widen$lanes$1

module fixnic_rx_widen$lanes$2(d,q,clock);

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

endmodule // fixnic_rx_widen$lanes$2

module fixnic_rx_widen$lanes$3(d,q,clock);

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

endmodule // fixnic_rx_widen$lanes$3

module fixnic_rx_widen$lanes$4(d,q,clock);

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

endmodule // fixnic_rx_widen$lanes$4

module fixnic_rx_widen$lanes$5(d,q,clock);

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

endmodule // fixnic_rx_widen$lanes$5

module fixnic_rx_widen$lanes$6(d,q,clock);

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

endmodule // fixnic_rx_widen$lanes$6

module fixnic_rx_widen$lanes$7(d,q,clock);

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

endmodule // fixnic_rx_widen$lanes$7

module fixnic_rx_widen$last(d,q,clock);

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

endmodule // fixnic_rx_widen$last

module fixnic_rx_widen$valid(d,q,clock);

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

endmodule // fixnic_rx_widen$valid

module fixnic_tx_narrow(clock,reset,s_axis_tdata,s_axis_tkeep,s_axis_tvalid,s_axis_tready,s_axis_tlast,m_axis_tdata,m_axis_tvalid,m_axis_tready,m_axis_tlast);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  [63:0] s_axis_tdata;
    input wire  [7:0] s_axis_tkeep;
    input wire  s_axis_tvalid;
    output reg  s_axis_tready;
    input wire  s_axis_tlast;
    output reg  [7:0] m_axis_tdata;
    output reg  m_axis_tvalid;
    input wire  m_axis_tready;
    output reg  m_axis_tlast;

    // Stub signals
    reg  [63:0] data$d;
    wire  [63:0] data$q;
    reg  data$clock;
    reg  [7:0] keep$d;
    wire  [7:0] keep$q;
    reg  keep$clock;
    reg  last$d;
    wire  last$q;
    reg  last$clock;

    // Local signals
    reg  ends;
    reg  free;

    // Sub module instances
    fixnic_tx_narrow$data data(
        .d(data$d),
        .q(data$q),
        .clock(data$clock)
    );
    fixnic_tx_narrow$keep keep(
        .d(keep$d),
        .q(keep$q),
        .clock(keep$clock)
    );
    fixnic_tx_narrow$last last(
        .d(last$d),
        .q(last$q),
        .clock(last$clock)
    );

    // Update code
    always @(*) begin
        data$clock = clock;
        keep$clock = clock;
        last$clock = clock;
        data$d = data$q;
        keep$d = keep$q;
        last$d = last$q;
        ends = ~keep$q[32'h1];
        free = ~keep$q[32'h0] || (ends && m_axis_tready);
        if (m_axis_tready) begin
            data$d = data$q >> 32'h8;
            keep$d = keep$q >> 32'h1;
        end
        if (free) begin
            data$d = s_axis_tdata;
            keep$d = 32'h0;
            last$d = s_axis_tlast;
            if (s_axis_tvalid) begin
                keep$d = s_axis_tkeep;
            end
        end
        s_axis_tready = free;
        m_axis_tdata = data$q[(32'h0)+:(8)];
        m_axis_tvalid = keep$q[32'h0];
        m_axis_tlast = last$q && ends;
        if (reset) begin
            keep$d = 32'h0;
        end
    end

endmodule // fixnic_tx_narrow

module fixnic_tx_narrow$data(d,q,clock);

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

endmodule // fixnic_tx_narrow$data

module fixnic_tx_narrow$keep(d,q,clock);

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

endmodule // fixnic_tx_narrow$keep

module fixnic_tx_narrow$last(d,q,clock);

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

endmodule // fixnic_tx_narrow$last
