module fixnic_core(clock,reset,ts_ns,s_axis_rx_tdata,s_axis_rx_tkeep,s_axis_rx_tvalid,s_axis_rx_tlast,s_axis_rx_tuser,m_axis_tx_tdata,m_axis_tx_tkeep,m_axis_tx_tvalid,m_axis_tx_tready,m_axis_tx_tlast,s_axil_awaddr,s_axil_awvalid,s_axil_awready,s_axil_wdata,s_axil_wstrb,s_axil_wvalid,s_axil_wready,s_axil_bresp,s_axil_bvalid,s_axil_bready,s_axil_araddr,s_axil_arvalid,s_axil_arready,s_axil_rdata,s_axil_rresp,s_axil_rvalid,s_axil_rready,m_axi_awaddr,m_axi_awlen,m_axi_awsize,m_axi_awburst,m_axi_awvalid,m_axi_awready,m_axi_wdata,m_axi_wstrb,m_axi_wlast,m_axi_wvalid,m_axi_wready,m_axi_bresp,m_axi_bvalid,m_axi_bready,m_axi_araddr,m_axi_arlen,m_axi_arsize,m_axi_arburst,m_axi_arvalid,m_axi_arready,m_axi_rdata,m_axi_rresp,m_axi_rlast,m_axi_rvalid,m_axi_rready,irq,dbg_verdict_valid,dbg_ingress_drop);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  [63:0] ts_ns;
    input wire  [63:0] s_axis_rx_tdata;
    input wire  [7:0] s_axis_rx_tkeep;
    input wire  s_axis_rx_tvalid;
    input wire  s_axis_rx_tlast;
    input wire  s_axis_rx_tuser;
    output reg  [63:0] m_axis_tx_tdata;
    output reg  [7:0] m_axis_tx_tkeep;
    output reg  m_axis_tx_tvalid;
    input wire  m_axis_tx_tready;
    output reg  m_axis_tx_tlast;
    input wire  [11:0] s_axil_awaddr;
    input wire  s_axil_awvalid;
    output reg  s_axil_awready;
    input wire  [31:0] s_axil_wdata;
    input wire  [3:0] s_axil_wstrb;
    input wire  s_axil_wvalid;
    output reg  s_axil_wready;
    output reg  [1:0] s_axil_bresp;
    output reg  s_axil_bvalid;
    input wire  s_axil_bready;
    input wire  [11:0] s_axil_araddr;
    input wire  s_axil_arvalid;
    output reg  s_axil_arready;
    output reg  [31:0] s_axil_rdata;
    output reg  [1:0] s_axil_rresp;
    output reg  s_axil_rvalid;
    input wire  s_axil_rready;
    output reg  [63:0] m_axi_awaddr;
    output reg  [7:0] m_axi_awlen;
    output reg  [2:0] m_axi_awsize;
    output reg  [1:0] m_axi_awburst;
    output reg  m_axi_awvalid;
    input wire  m_axi_awready;
    output reg  [255:0] m_axi_wdata;
    output reg  [31:0] m_axi_wstrb;
    output reg  m_axi_wlast;
    output reg  m_axi_wvalid;
    input wire  m_axi_wready;
    input wire  [1:0] m_axi_bresp;
    input wire  m_axi_bvalid;
    output reg  m_axi_bready;
    output reg  [63:0] m_axi_araddr;
    output reg  [7:0] m_axi_arlen;
    output reg  [2:0] m_axi_arsize;
    output reg  [1:0] m_axi_arburst;
    output reg  m_axi_arvalid;
    input wire  m_axi_arready;
    input wire  [255:0] m_axi_rdata;
    input wire  [1:0] m_axi_rresp;
    input wire  m_axi_rlast;
    input wire  m_axi_rvalid;
    output reg  m_axi_rready;
    output reg  [5:0] irq;
    output reg  dbg_verdict_valid;
    output reg  dbg_ingress_drop;

    // Constant declarations
    localparam  beats_most = 16'h1d6;
    localparam  halves_most = 16'h1e0;
    localparam  entries_most = 16'h12c;
    localparam  fence_room = 16'h2;
    localparam  all_bytes = 32'hffffffff;

    // Stub signals
    reg  ingress$clock;
    reg  ingress$reset;
    reg  ingress$zero_counts;
    reg  [63:0] ingress$ts_ns;
    reg  [63:0] ingress$s_tdata;
    reg  [7:0] ingress$s_tkeep;
    reg  ingress$s_tvalid;
    reg  ingress$s_tlast;
    reg  ingress$s_tuser;
    wire  [69:0] ingress$beat;
    wire  ingress$beat_valid;
    reg  ingress$beat_read;
    wire  [95:0] ingress$arrival;
    wire  ingress$arrival_valid;
    reg  ingress$arrival_read;
    wire  ingress$stat_frame;
    wire  ingress$stat_refused;
    reg  gate$clock;
    reg  gate$reset;
    reg  gate$zero_counts;
    reg  [69:0] gate$s_beat;
    reg  gate$s_beat_valid;
    wire  gate$s_beat_read;
    reg  [95:0] gate$s_arrival;
    reg  gate$s_arrival_valid;
    wire  gate$s_arrival_read;
    reg  gate$cfg_enabled;
    reg  [15:0] gate$ring_entries_free;
    reg  gate$ring_granules_ok;
    reg  [15:0] gate$ring_granule;
    reg  gate$ring_settled;
    wire  gate$ring_first;
    wire  gate$ring_more;
    reg  gate$slack;
    reg  gate$frame_done;
    reg  gate$command_ready;
    wire  gate$command_start;
    reg  gate$command_done;
    reg  gate$quiet_request;
    wire  gate$quiet;
    wire  gate$idle;
    wire  gate$m_valid;
    wire  [69:0] gate$m_beat;
    wire  gate$m_sof;
    wire  gate$admission_valid;
    wire  [175:0] gate$admission;
    wire  gate$stat_disabled;
    wire  gate$stat_ring;
    reg  packer$clock;
    reg  packer$reset;
    reg  [159:0] packer$cfg;
    reg  packer$start;
    reg  [15:0] packer$start_granule;
    reg  packer$s_valid;
    reg  [69:0] packer$s_beat;
    wire  packer$m_valid;
    wire  [321:0] packer$m_half;
    reg  parse$clock;
    reg  parse$reset;
    reg  parse$s_valid;
    reg  [69:0] parse$s_beat;
    reg  parse$s_sof;
    wire  parse$key_valid;
    wire  [95:0] parse$key;
    wire  parse$m_valid;
    wire  [79:0] parse$headers;
    reg  checksum$clock;
    reg  checksum$reset;
    reg  checksum$s_valid;
    reg  [69:0] checksum$s_beat;
    reg  checksum$s_sof;
    wire  checksum$m_valid;
    wire  [15:0] checksum$frame_end;
    reg  lookup$clock;
    reg  lookup$reset;
    reg  lookup$s_valid;
    reg  [95:0] lookup$s_key;
    wire  lookup$m_valid;
    wire  [10:0] lookup$m_result;
    reg  lookup$write;
    reg  lookup$clear;
    reg  [11:0] lookup$slot;
    reg  [106:0] lookup$content;
    reg  sessions$clock;
    reg  sessions$cmd_active;
    reg  [9:0] sessions$rx_read;
    reg  sessions$rx_write;
    reg  [9:0] sessions$rx_session;
    reg  [50:0] sessions$rx_update;
    reg  [9:0] sessions$cmd_session;
    reg  sessions$cmd_write;
    reg  [50:0] sessions$cmd_update;
    reg  sessions$clear;
    reg  [9:0] sessions$clear_session;
    wire  [50:0] sessions$word;
    reg  order$clock;
    reg  order$reset;
    reg  [69:0] order$beat;
    reg  order$beat_valid;
    wire  order$beat_read;
    reg  [79:0] order$headers;
    reg  order$headers_valid;
    reg  [10:0] order$lookup;
    reg  order$lookup_valid;
    wire  order$frame_read;
    wire  [9:0] order$table_read;
    reg  [50:0] order$table_word;
    wire  order$f_load;
    wire  [9:0] order$f_session;
    wire  order$f_parse;
    wire  [2:0] order$f_rotation;
    wire  [2:0] order$f_lane;
    wire  order$p_valid;
    wire  [63:0] order$p_data;
    wire  [7:0] order$p_keep;
    wire  order$p_eof;
    wire  [142:0] order$m_segment;
    wire  order$m_hand;
    reg  order$m_ready;
    reg  order$holds;
    reg  [9:0] order$held_session;
    reg  order$path_busy;
    wire  order$idle;
    reg  commit$clock;
    reg  commit$reset;
    reg  [142:0] commit$segment;
    reg  commit$hand;
    wire  commit$ready;
    wire  commit$holds;
    wire  [9:0] commit$held_session;
    wire  commit$path_busy;
    reg  [15:0] commit$frame_end;
    reg  commit$frame_end_valid;
    wire  commit$frame_end_read;
    wire  commit$table_write;
    wire  [9:0] commit$table_session;
    wire  [50:0] commit$table_update;
    wire  commit$f_end;
    wire  commit$f_commit;
    reg  commit$m_valid;
    reg  [3:0] commit$m_verdict;
    reg  [15:0] commit$m_flags;
    reg  [15:0] commit$m_type;
    reg  [39:0] commit$m_received;
    reg  [39:0] commit$m_expected;
    reg  [18:0] commit$m_start;
    reg  [18:0] commit$m_end;
    reg  commit$e_valid;
    reg  commit$e_lost;
    reg  commit$e_hold;
    wire  commit$event_valid;
    wire  [240:0] commit$item;
    reg  path$clock;
    reg  path$reset;
    reg  path$cmd_valid;
    reg  path$cmd_arm;
    reg  [9:0] path$cmd_session;
    reg  [31:0] path$cmd_tcp_seq;
    reg  [39:0] path$cmd_expected;
    wire  path$cmd_done;
    reg  path$f_load;
    reg  [9:0] path$f_session;
    reg  path$f_parse;
    reg  [2:0] path$f_rotation;
    reg  [2:0] path$f_lane;
    reg  path$s_valid;
    reg  [63:0] path$s_data;
    reg  [7:0] path$s_keep;
    reg  path$s_eof;
    reg  path$f_end;
    reg  path$f_commit;
    wire  path$m_valid;
    wire  [3:0] path$m_verdict;
    wire  [15:0] path$m_flags;
    wire  [15:0] path$m_type;
    wire  [39:0] path$m_received;
    wire  [39:0] path$m_expected;
    wire  [18:0] path$m_start;
    wire  [18:0] path$m_end;
    wire  path$e_valid;
    wire  path$e_lost;
    wire  path$e_hold;
    reg  format$clock;
    reg  format$reset;
    reg  format$zero_counts;
    reg  [159:0] format$cfg;
    reg  [7:0] format$epoch;
    reg  [175:0] format$admission;
    reg  format$admission_valid;
    wire  format$admission_read;
    reg  [240:0] format$item;
    reg  format$event_valid;
    wire  format$event_read;
    reg  [239:0] format$fence;
    reg  format$fence_valid;
    wire  format$fence_done;
    wire  format$take_entry;
    reg  [15:0] format$entry;
    reg  format$phase;
    wire  format$m_valid;
    wire  [320:0] format$m_entry;
    wire  format$frame_done;
    wire  format$stat_event;
    wire  format$stat_frame;
    wire  [7:0] format$stat_code;
    wire  [15:0] format$stat_flags;
    wire  [15:0] format$stat_length;
    reg  ring$clock;
    reg  ring$reset;
    reg  [159:0] ring$cfg;
    reg  ring$take_entry;
    wire  [15:0] ring$entry;
    wire  ring$phase;
    wire  [15:0] ring$entries_free;
    reg  ring$first;
    reg  ring$more;
    wire  [15:0] ring$granule;
    wire  ring$granules_ok;
    wire  ring$settled;
    wire  [15:0] ring$granules;
    reg  ring$doorbell;
    reg  [31:0] ring$doorbell_counts;
    wire  ring$refused;
    wire  [15:0] ring$consumed;
    reg  writer$clock;
    reg  writer$reset;
    reg  [321:0] writer$half;
    reg  writer$half_valid;
    wire  writer$half_read;
    reg  [320:0] writer$entry;
    reg  writer$entry_valid;
    wire  writer$entry_read;
    reg  [320:0] writer$completion;
    reg  writer$completion_valid;
    wire  writer$completion_read;
    wire  [63:0] writer$awaddr;
    wire  [7:0] writer$awlen;
    wire  writer$awvalid;
    reg  writer$awready;
    wire  [255:0] writer$wdata;
    wire  writer$wlast;
    wire  writer$wvalid;
    reg  writer$wready;
    reg  [1:0] writer$bresp;
    reg  writer$bvalid;
    wire  writer$bready;
    wire  [15:0] writer$entries_written;
    reg  writer$zero_entries;
    wire  writer$idle;
    wire  writer$completion_done;
    wire  writer$stat_error;
    reg  engine$clock;
    reg  engine$reset;
    reg  engine$enable;
    reg  [63:0] engine$ring_base;
    reg  [3:0] engine$ring_log2;
    reg  engine$doorbell;
    reg  [15:0] engine$doorbell_count;
    wire  engine$idle;
    wire  [63:0] engine$m_axi_araddr;
    wire  [7:0] engine$m_axi_arlen;
    wire  [2:0] engine$m_axi_arsize;
    wire  [1:0] engine$m_axi_arburst;
    wire  engine$m_axi_arvalid;
    reg  engine$m_axi_arready;
    reg  [255:0] engine$m_axi_rdata;
    reg  [1:0] engine$m_axi_rresp;
    reg  engine$m_axi_rlast;
    reg  engine$m_axi_rvalid;
    wire  engine$m_axi_rready;
    wire  [63:0] engine$m_axis_tx_tdata;
    wire  [7:0] engine$m_axis_tx_tkeep;
    wire  engine$m_axis_tx_tvalid;
    wire  engine$m_axis_tx_tlast;
    reg  engine$m_axis_tx_tready;
    wire  engine$completion_valid;
    wire  [15:0] engine$completion_done;
    reg  engine$completion_ready;
    wire  engine$event_tx_frame;
    wire  engine$event_bad_descriptor;
    wire  engine$event_read_error;
    reg  registers$clock;
    reg  registers$reset;
    reg  [11:0] registers$s_axil_awaddr;
    reg  registers$s_axil_awvalid;
    wire  registers$s_axil_awready;
    reg  [31:0] registers$s_axil_wdata;
    reg  [3:0] registers$s_axil_wstrb;
    reg  registers$s_axil_wvalid;
    wire  registers$s_axil_wready;
    wire  [1:0] registers$s_axil_bresp;
    wire  registers$s_axil_bvalid;
    reg  registers$s_axil_bready;
    reg  [11:0] registers$s_axil_araddr;
    reg  registers$s_axil_arvalid;
    wire  registers$s_axil_arready;
    wire  [31:0] registers$s_axil_rdata;
    wire  [1:0] registers$s_axil_rresp;
    wire  registers$s_axil_rvalid;
    reg  registers$s_axil_rready;
    wire  registers$cfg_rx_enable;
    wire  registers$cfg_tx_enable;
    wire  registers$reset_request;
    reg  registers$reset_done;
    reg  [7:0] registers$epoch;
    reg  registers$stat_idle;
    reg  registers$axi_error;
    wire  registers$rx_ring_enable;
    wire  [63:0] registers$rx_ring_entry_base;
    wire  [63:0] registers$rx_ring_buffer_base;
    wire  [3:0] registers$rx_ring_entry_log2;
    wire  [3:0] registers$rx_ring_buffer_log2;
    wire  registers$rx_doorbell;
    wire  [15:0] registers$rx_doorbell_entries;
    wire  [15:0] registers$rx_doorbell_granules;
    reg  [15:0] registers$rx_producer_entries;
    reg  [15:0] registers$rx_producer_granules;
    reg  registers$rx_pending;
    wire  [63:0] registers$tx_ring_base;
    wire  [63:0] registers$tx_completion_base;
    wire  [3:0] registers$tx_ring_log2;
    wire  registers$tx_doorbell;
    wire  [15:0] registers$tx_doorbell_count;
    reg  registers$tx_event;
    wire  registers$cmd_go;
    wire  [7:0] registers$cmd_op;
    wire  [31:0] registers$cmd_slot;
    wire  [31:0] registers$cmd_session;
    wire  [31:0] registers$cmd_local_ip;
    wire  [31:0] registers$cmd_remote_ip;
    wire  [15:0] registers$cmd_local_port;
    wire  [15:0] registers$cmd_remote_port;
    wire  [31:0] registers$cmd_tcp_seq;
    wire  [39:0] registers$cmd_expected;
    wire  [31:0] registers$cmd_tag;
    reg  registers$cmd_done;
    reg  [7:0] registers$cmd_result;
    reg  [7:0] registers$cmd_session_state;
    wire  registers$stat_latch;
    reg  registers$stat_busy;
    wire  [5:0] registers$stat_index;
    reg  [63:0] registers$stat_value;
    wire  [5:0] registers$irq;
    reg  commands$clock;
    reg  commands$reset;
    reg  commands$go;
    reg  [271:0] commands$command;
    wire  commands$idle;
    wire  [7:0] commands$result;
    wire  [7:0] commands$session_state;
    reg  commands$ring_on;
    reg  commands$ring_room;
    wire  commands$ready;
    reg  commands$start;
    wire  commands$applying;
    wire  commands$done;
    wire  [9:0] commands$table_session;
    reg  [50:0] commands$table_word;
    wire  commands$table_write;
    wire  [50:0] commands$table_update;
    wire  commands$lookup_write;
    wire  [11:0] commands$lookup_slot;
    wire  [106:0] commands$lookup_content;
    wire  commands$path_valid;
    wire  commands$path_arm;
    reg  commands$path_done;
    wire  [239:0] commands$fence;
    wire  commands$fence_valid;
    reg  commands$fence_done;
    wire  commands$stat_ok;
    wire  commands$stat_refused;
    reg  statistics$clock;
    reg  statistics$reset;
    reg  [36:0] statistics$events;
    reg  [11:0] statistics$rx_bytes;
    reg  statistics$latch;
    wire  statistics$busy;
    reg  [5:0] statistics$read_index;
    wire  [63:0] statistics$read_value;
    reg  life$clock;
    reg  life$reset;
    reg  life$go;
    reg  life$quiet;
    reg  life$drained;
    wire  life$quiet_request;
    wire  life$stopped;
    wire  life$finished;
    wire  life$clear;
    wire  [9:0] life$address;
    wire  [7:0] life$epoch;
    reg  beats$clock;
    reg  beats$reset;
    reg  beats$write;
    reg  [69:0] beats$data_in;
    reg  beats$read;
    wire  beats$valid;
    wire  [69:0] beats$data_out;
    wire  [15:0] beats$level;
    reg  headers$clock;
    reg  headers$reset;
    reg  headers$write;
    reg  [79:0] headers$data_in;
    reg  headers$read;
    wire  headers$valid;
    wire  [79:0] headers$data_out;
    wire  [15:0] headers$level;
    reg  results$clock;
    reg  results$reset;
    reg  results$write;
    reg  [10:0] results$data_in;
    reg  results$read;
    wire  results$valid;
    wire  [10:0] results$data_out;
    wire  [15:0] results$level;
    reg  ends$clock;
    reg  ends$reset;
    reg  ends$write;
    reg  [15:0] ends$data_in;
    reg  ends$read;
    wire  ends$valid;
    wire  [15:0] ends$data_out;
    wire  [15:0] ends$level;
    reg  admissions$clock;
    reg  admissions$reset;
    reg  admissions$write;
    reg  [175:0] admissions$data_in;
    reg  admissions$read;
    wire  admissions$valid;
    wire  [175:0] admissions$data_out;
    wire  [15:0] admissions$level;
    reg  events$clock;
    reg  events$reset;
    reg  events$write;
    reg  [240:0] events$data_in;
    reg  events$read;
    wire  events$valid;
    wire  [240:0] events$data_out;
    wire  [15:0] events$level;
    reg  halves$clock;
    reg  halves$reset;
    reg  halves$write;
    reg  [321:0] halves$data_in;
    reg  halves$read;
    wire  halves$valid;
    wire  [321:0] halves$data_out;
    wire  [15:0] halves$level;
    reg  entries$clock;
    reg  entries$reset;
    reg  entries$write;
    reg  [320:0] entries$data_in;
    reg  entries$read;
    wire  entries$valid;
    wire  [320:0] entries$data_out;
    wire  [15:0] entries$level;
    reg  beats_slack$d;
    wire  beats_slack$q;
    reg  beats_slack$clock;
    reg  halves_slack$d;
    wire  halves_slack$q;
    reg  halves_slack$clock;
    reg  entries_slack$d;
    wire  entries_slack$q;
    reg  entries_slack$clock;
    reg  slack$d;
    wire  slack$q;
    reg  slack$clock;
    reg  ring_room$d;
    wire  ring_room$q;
    reg  ring_room$clock;
    reg  calm$d;
    wire  calm$q;
    reg  calm$clock;
    reg  [3:0] calm_clocks$d;
    wire  [3:0] calm_clocks$q;
    reg  calm_clocks$clock;
    reg  drained$d;
    wire  drained$q;
    reg  drained$clock;
    reg  [36:0] counted$d;
    wire  [36:0] counted$q;
    reg  counted$clock;
    reg  [11:0] bytes$d;
    wire  [11:0] bytes$q;
    reg  bytes$clock;
    reg  [159:0] cfg_ring$d;
    wire  [159:0] cfg_ring$q;
    reg  cfg_ring$clock;
    reg  [5:0] ring_on$d;
    wire  [5:0] ring_on$q;
    reg  ring_on$clock;
    reg  pending$d;
    wire  pending$q;
    reg  pending$clock;

    // Local signals
    reg  [36:0] happened;
    reg  ring_reset;
    reg  soft_reset;
    reg  code_is;
    reg  [15:0] length;
    reg  [15:0] one;
    reg  ring_begins;
    reg  quiet_now;
    reg  [320:0] completion;
    reg  [15:0] flags;
    reg  [7:0] code;
    reg  [175:0] admitted;
    reg  [271:0] arguments;

    // Sub module instances
    fixnic_core$ingress ingress(
        .clock(ingress$clock),
        .reset(ingress$reset),
        .zero_counts(ingress$zero_counts),
        .ts_ns(ingress$ts_ns),
        .s_tdata(ingress$s_tdata),
        .s_tkeep(ingress$s_tkeep),
        .s_tvalid(ingress$s_tvalid),
        .s_tlast(ingress$s_tlast),
        .s_tuser(ingress$s_tuser),
        .beat(ingress$beat),
        .beat_valid(ingress$beat_valid),
        .beat_read(ingress$beat_read),
        .arrival(ingress$arrival),
        .arrival_valid(ingress$arrival_valid),
        .arrival_read(ingress$arrival_read),
        .stat_frame(ingress$stat_frame),
        .stat_refused(ingress$stat_refused)
    );
    fixnic_core$gate gate(
        .clock(gate$clock),
        .reset(gate$reset),
        .zero_counts(gate$zero_counts),
        .s_beat(gate$s_beat),
        .s_beat_valid(gate$s_beat_valid),
        .s_beat_read(gate$s_beat_read),
        .s_arrival(gate$s_arrival),
        .s_arrival_valid(gate$s_arrival_valid),
        .s_arrival_read(gate$s_arrival_read),
        .cfg_enabled(gate$cfg_enabled),
        .ring_entries_free(gate$ring_entries_free),
        .ring_granules_ok(gate$ring_granules_ok),
        .ring_granule(gate$ring_granule),
        .ring_settled(gate$ring_settled),
        .ring_first(gate$ring_first),
        .ring_more(gate$ring_more),
        .slack(gate$slack),
        .frame_done(gate$frame_done),
        .command_ready(gate$command_ready),
        .command_start(gate$command_start),
        .command_done(gate$command_done),
        .quiet_request(gate$quiet_request),
        .quiet(gate$quiet),
        .idle(gate$idle),
        .m_valid(gate$m_valid),
        .m_beat(gate$m_beat),
        .m_sof(gate$m_sof),
        .admission_valid(gate$admission_valid),
        .admission(gate$admission),
        .stat_disabled(gate$stat_disabled),
        .stat_ring(gate$stat_ring)
    );
    fixnic_core$packer packer(
        .clock(packer$clock),
        .reset(packer$reset),
        .cfg(packer$cfg),
        .start(packer$start),
        .start_granule(packer$start_granule),
        .s_valid(packer$s_valid),
        .s_beat(packer$s_beat),
        .m_valid(packer$m_valid),
        .m_half(packer$m_half)
    );
    fixnic_core$parse parse(
        .clock(parse$clock),
        .reset(parse$reset),
        .s_valid(parse$s_valid),
        .s_beat(parse$s_beat),
        .s_sof(parse$s_sof),
        .key_valid(parse$key_valid),
        .key(parse$key),
        .m_valid(parse$m_valid),
        .headers(parse$headers)
    );
    fixnic_core$checksum checksum(
        .clock(checksum$clock),
        .reset(checksum$reset),
        .s_valid(checksum$s_valid),
        .s_beat(checksum$s_beat),
        .s_sof(checksum$s_sof),
        .m_valid(checksum$m_valid),
        .frame_end(checksum$frame_end)
    );
    fixnic_core$lookup lookup(
        .clock(lookup$clock),
        .reset(lookup$reset),
        .s_valid(lookup$s_valid),
        .s_key(lookup$s_key),
        .m_valid(lookup$m_valid),
        .m_result(lookup$m_result),
        .write(lookup$write),
        .clear(lookup$clear),
        .slot(lookup$slot),
        .content(lookup$content)
    );
    fixnic_core$sessions sessions(
        .clock(sessions$clock),
        .cmd_active(sessions$cmd_active),
        .rx_read(sessions$rx_read),
        .rx_write(sessions$rx_write),
        .rx_session(sessions$rx_session),
        .rx_update(sessions$rx_update),
        .cmd_session(sessions$cmd_session),
        .cmd_write(sessions$cmd_write),
        .cmd_update(sessions$cmd_update),
        .clear(sessions$clear),
        .clear_session(sessions$clear_session),
        .word(sessions$word)
    );
    fixnic_core$order order(
        .clock(order$clock),
        .reset(order$reset),
        .beat(order$beat),
        .beat_valid(order$beat_valid),
        .beat_read(order$beat_read),
        .headers(order$headers),
        .headers_valid(order$headers_valid),
        .lookup(order$lookup),
        .lookup_valid(order$lookup_valid),
        .frame_read(order$frame_read),
        .table_read(order$table_read),
        .table_word(order$table_word),
        .f_load(order$f_load),
        .f_session(order$f_session),
        .f_parse(order$f_parse),
        .f_rotation(order$f_rotation),
        .f_lane(order$f_lane),
        .p_valid(order$p_valid),
        .p_data(order$p_data),
        .p_keep(order$p_keep),
        .p_eof(order$p_eof),
        .m_segment(order$m_segment),
        .m_hand(order$m_hand),
        .m_ready(order$m_ready),
        .holds(order$holds),
        .held_session(order$held_session),
        .path_busy(order$path_busy),
        .idle(order$idle)
    );
    fixnic_core$commit commit(
        .clock(commit$clock),
        .reset(commit$reset),
        .segment(commit$segment),
        .hand(commit$hand),
        .ready(commit$ready),
        .holds(commit$holds),
        .held_session(commit$held_session),
        .path_busy(commit$path_busy),
        .frame_end(commit$frame_end),
        .frame_end_valid(commit$frame_end_valid),
        .frame_end_read(commit$frame_end_read),
        .table_write(commit$table_write),
        .table_session(commit$table_session),
        .table_update(commit$table_update),
        .f_end(commit$f_end),
        .f_commit(commit$f_commit),
        .m_valid(commit$m_valid),
        .m_verdict(commit$m_verdict),
        .m_flags(commit$m_flags),
        .m_type(commit$m_type),
        .m_received(commit$m_received),
        .m_expected(commit$m_expected),
        .m_start(commit$m_start),
        .m_end(commit$m_end),
        .e_valid(commit$e_valid),
        .e_lost(commit$e_lost),
        .e_hold(commit$e_hold),
        .event_valid(commit$event_valid),
        .item(commit$item)
    );
    fixnic_core$path path(
        .clock(path$clock),
        .reset(path$reset),
        .cmd_valid(path$cmd_valid),
        .cmd_arm(path$cmd_arm),
        .cmd_session(path$cmd_session),
        .cmd_tcp_seq(path$cmd_tcp_seq),
        .cmd_expected(path$cmd_expected),
        .cmd_done(path$cmd_done),
        .f_load(path$f_load),
        .f_session(path$f_session),
        .f_parse(path$f_parse),
        .f_rotation(path$f_rotation),
        .f_lane(path$f_lane),
        .s_valid(path$s_valid),
        .s_data(path$s_data),
        .s_keep(path$s_keep),
        .s_eof(path$s_eof),
        .f_end(path$f_end),
        .f_commit(path$f_commit),
        .m_valid(path$m_valid),
        .m_verdict(path$m_verdict),
        .m_flags(path$m_flags),
        .m_type(path$m_type),
        .m_received(path$m_received),
        .m_expected(path$m_expected),
        .m_start(path$m_start),
        .m_end(path$m_end),
        .e_valid(path$e_valid),
        .e_lost(path$e_lost),
        .e_hold(path$e_hold)
    );
    fixnic_core$format format(
        .clock(format$clock),
        .reset(format$reset),
        .zero_counts(format$zero_counts),
        .cfg(format$cfg),
        .epoch(format$epoch),
        .admission(format$admission),
        .admission_valid(format$admission_valid),
        .admission_read(format$admission_read),
        .item(format$item),
        .event_valid(format$event_valid),
        .event_read(format$event_read),
        .fence(format$fence),
        .fence_valid(format$fence_valid),
        .fence_done(format$fence_done),
        .take_entry(format$take_entry),
        .entry(format$entry),
        .phase(format$phase),
        .m_valid(format$m_valid),
        .m_entry(format$m_entry),
        .frame_done(format$frame_done),
        .stat_event(format$stat_event),
        .stat_frame(format$stat_frame),
        .stat_code(format$stat_code),
        .stat_flags(format$stat_flags),
        .stat_length(format$stat_length)
    );
    fixnic_core$ring ring(
        .clock(ring$clock),
        .reset(ring$reset),
        .cfg(ring$cfg),
        .take_entry(ring$take_entry),
        .entry(ring$entry),
        .phase(ring$phase),
        .entries_free(ring$entries_free),
        .first(ring$first),
        .more(ring$more),
        .granule(ring$granule),
        .granules_ok(ring$granules_ok),
        .settled(ring$settled),
        .granules(ring$granules),
        .doorbell(ring$doorbell),
        .doorbell_counts(ring$doorbell_counts),
        .refused(ring$refused),
        .consumed(ring$consumed)
    );
    fixnic_core$writer writer(
        .clock(writer$clock),
        .reset(writer$reset),
        .half(writer$half),
        .half_valid(writer$half_valid),
        .half_read(writer$half_read),
        .entry(writer$entry),
        .entry_valid(writer$entry_valid),
        .entry_read(writer$entry_read),
        .completion(writer$completion),
        .completion_valid(writer$completion_valid),
        .completion_read(writer$completion_read),
        .awaddr(writer$awaddr),
        .awlen(writer$awlen),
        .awvalid(writer$awvalid),
        .awready(writer$awready),
        .wdata(writer$wdata),
        .wlast(writer$wlast),
        .wvalid(writer$wvalid),
        .wready(writer$wready),
        .bresp(writer$bresp),
        .bvalid(writer$bvalid),
        .bready(writer$bready),
        .entries_written(writer$entries_written),
        .zero_entries(writer$zero_entries),
        .idle(writer$idle),
        .completion_done(writer$completion_done),
        .stat_error(writer$stat_error)
    );
    fixnic_core$engine engine(
        .clock(engine$clock),
        .reset(engine$reset),
        .enable(engine$enable),
        .ring_base(engine$ring_base),
        .ring_log2(engine$ring_log2),
        .doorbell(engine$doorbell),
        .doorbell_count(engine$doorbell_count),
        .idle(engine$idle),
        .m_axi_araddr(engine$m_axi_araddr),
        .m_axi_arlen(engine$m_axi_arlen),
        .m_axi_arsize(engine$m_axi_arsize),
        .m_axi_arburst(engine$m_axi_arburst),
        .m_axi_arvalid(engine$m_axi_arvalid),
        .m_axi_arready(engine$m_axi_arready),
        .m_axi_rdata(engine$m_axi_rdata),
        .m_axi_rresp(engine$m_axi_rresp),
        .m_axi_rlast(engine$m_axi_rlast),
        .m_axi_rvalid(engine$m_axi_rvalid),
        .m_axi_rready(engine$m_axi_rready),
        .m_axis_tx_tdata(engine$m_axis_tx_tdata),
        .m_axis_tx_tkeep(engine$m_axis_tx_tkeep),
        .m_axis_tx_tvalid(engine$m_axis_tx_tvalid),
        .m_axis_tx_tlast(engine$m_axis_tx_tlast),
        .m_axis_tx_tready(engine$m_axis_tx_tready),
        .completion_valid(engine$completion_valid),
        .completion_done(engine$completion_done),
        .completion_ready(engine$completion_ready),
        .event_tx_frame(engine$event_tx_frame),
        .event_bad_descriptor(engine$event_bad_descriptor),
        .event_read_error(engine$event_read_error)
    );
    fixnic_core$registers registers(
        .clock(registers$clock),
        .reset(registers$reset),
        .s_axil_awaddr(registers$s_axil_awaddr),
        .s_axil_awvalid(registers$s_axil_awvalid),
        .s_axil_awready(registers$s_axil_awready),
        .s_axil_wdata(registers$s_axil_wdata),
        .s_axil_wstrb(registers$s_axil_wstrb),
        .s_axil_wvalid(registers$s_axil_wvalid),
        .s_axil_wready(registers$s_axil_wready),
        .s_axil_bresp(registers$s_axil_bresp),
        .s_axil_bvalid(registers$s_axil_bvalid),
        .s_axil_bready(registers$s_axil_bready),
        .s_axil_araddr(registers$s_axil_araddr),
        .s_axil_arvalid(registers$s_axil_arvalid),
        .s_axil_arready(registers$s_axil_arready),
        .s_axil_rdata(registers$s_axil_rdata),
        .s_axil_rresp(registers$s_axil_rresp),
        .s_axil_rvalid(registers$s_axil_rvalid),
        .s_axil_rready(registers$s_axil_rready),
        .cfg_rx_enable(registers$cfg_rx_enable),
        .cfg_tx_enable(registers$cfg_tx_enable),
        .reset_request(registers$reset_request),
        .reset_done(registers$reset_done),
        .epoch(registers$epoch),
        .stat_idle(registers$stat_idle),
        .axi_error(registers$axi_error),
        .rx_ring_enable(registers$rx_ring_enable),
        .rx_ring_entry_base(registers$rx_ring_entry_base),
        .rx_ring_buffer_base(registers$rx_ring_buffer_base),
        .rx_ring_entry_log2(registers$rx_ring_entry_log2),
        .rx_ring_buffer_log2(registers$rx_ring_buffer_log2),
        .rx_doorbell(registers$rx_doorbell),
        .rx_doorbell_entries(registers$rx_doorbell_entries),
        .rx_doorbell_granules(registers$rx_doorbell_granules),
        .rx_producer_entries(registers$rx_producer_entries),
        .rx_producer_granules(registers$rx_producer_granules),
        .rx_pending(registers$rx_pending),
        .tx_ring_base(registers$tx_ring_base),
        .tx_completion_base(registers$tx_completion_base),
        .tx_ring_log2(registers$tx_ring_log2),
        .tx_doorbell(registers$tx_doorbell),
        .tx_doorbell_count(registers$tx_doorbell_count),
        .tx_event(registers$tx_event),
        .cmd_go(registers$cmd_go),
        .cmd_op(registers$cmd_op),
        .cmd_slot(registers$cmd_slot),
        .cmd_session(registers$cmd_session),
        .cmd_local_ip(registers$cmd_local_ip),
        .cmd_remote_ip(registers$cmd_remote_ip),
        .cmd_local_port(registers$cmd_local_port),
        .cmd_remote_port(registers$cmd_remote_port),
        .cmd_tcp_seq(registers$cmd_tcp_seq),
        .cmd_expected(registers$cmd_expected),
        .cmd_tag(registers$cmd_tag),
        .cmd_done(registers$cmd_done),
        .cmd_result(registers$cmd_result),
        .cmd_session_state(registers$cmd_session_state),
        .stat_latch(registers$stat_latch),
        .stat_busy(registers$stat_busy),
        .stat_index(registers$stat_index),
        .stat_value(registers$stat_value),
        .irq(registers$irq)
    );
    fixnic_core$commands commands(
        .clock(commands$clock),
        .reset(commands$reset),
        .go(commands$go),
        .command(commands$command),
        .idle(commands$idle),
        .result(commands$result),
        .session_state(commands$session_state),
        .ring_on(commands$ring_on),
        .ring_room(commands$ring_room),
        .ready(commands$ready),
        .start(commands$start),
        .applying(commands$applying),
        .done(commands$done),
        .table_session(commands$table_session),
        .table_word(commands$table_word),
        .table_write(commands$table_write),
        .table_update(commands$table_update),
        .lookup_write(commands$lookup_write),
        .lookup_slot(commands$lookup_slot),
        .lookup_content(commands$lookup_content),
        .path_valid(commands$path_valid),
        .path_arm(commands$path_arm),
        .path_done(commands$path_done),
        .fence(commands$fence),
        .fence_valid(commands$fence_valid),
        .fence_done(commands$fence_done),
        .stat_ok(commands$stat_ok),
        .stat_refused(commands$stat_refused)
    );
    fixnic_core$statistics statistics(
        .clock(statistics$clock),
        .reset(statistics$reset),
        .events(statistics$events),
        .rx_bytes(statistics$rx_bytes),
        .latch(statistics$latch),
        .busy(statistics$busy),
        .read_index(statistics$read_index),
        .read_value(statistics$read_value)
    );
    fixnic_core$life life(
        .clock(life$clock),
        .reset(life$reset),
        .go(life$go),
        .quiet(life$quiet),
        .drained(life$drained),
        .quiet_request(life$quiet_request),
        .stopped(life$stopped),
        .finished(life$finished),
        .clear(life$clear),
        .address(life$address),
        .epoch(life$epoch)
    );
    fixnic_core$beats beats(
        .clock(beats$clock),
        .reset(beats$reset),
        .write(beats$write),
        .data_in(beats$data_in),
        .read(beats$read),
        .valid(beats$valid),
        .data_out(beats$data_out),
        .level(beats$level)
    );
    fixnic_core$headers headers(
        .clock(headers$clock),
        .reset(headers$reset),
        .write(headers$write),
        .data_in(headers$data_in),
        .read(headers$read),
        .valid(headers$valid),
        .data_out(headers$data_out),
        .level(headers$level)
    );
    fixnic_core$results results(
        .clock(results$clock),
        .reset(results$reset),
        .write(results$write),
        .data_in(results$data_in),
        .read(results$read),
        .valid(results$valid),
        .data_out(results$data_out),
        .level(results$level)
    );
    fixnic_core$ends ends(
        .clock(ends$clock),
        .reset(ends$reset),
        .write(ends$write),
        .data_in(ends$data_in),
        .read(ends$read),
        .valid(ends$valid),
        .data_out(ends$data_out),
        .level(ends$level)
    );
    fixnic_core$admissions admissions(
        .clock(admissions$clock),
        .reset(admissions$reset),
        .write(admissions$write),
        .data_in(admissions$data_in),
        .read(admissions$read),
        .valid(admissions$valid),
        .data_out(admissions$data_out),
        .level(admissions$level)
    );
    fixnic_core$events events(
        .clock(events$clock),
        .reset(events$reset),
        .write(events$write),
        .data_in(events$data_in),
        .read(events$read),
        .valid(events$valid),
        .data_out(events$data_out),
        .level(events$level)
    );
    fixnic_core$halves halves(
        .clock(halves$clock),
        .reset(halves$reset),
        .write(halves$write),
        .data_in(halves$data_in),
        .read(halves$read),
        .valid(halves$valid),
        .data_out(halves$data_out),
        .level(halves$level)
    );
    fixnic_core$entries entries(
        .clock(entries$clock),
        .reset(entries$reset),
        .write(entries$write),
        .data_in(entries$data_in),
        .read(entries$read),
        .valid(entries$valid),
        .data_out(entries$data_out),
        .level(entries$level)
    );
    fixnic_core$beats_slack beats_slack(
        .d(beats_slack$d),
        .q(beats_slack$q),
        .clock(beats_slack$clock)
    );
    fixnic_core$halves_slack halves_slack(
        .d(halves_slack$d),
        .q(halves_slack$q),
        .clock(halves_slack$clock)
    );
    fixnic_core$entries_slack entries_slack(
        .d(entries_slack$d),
        .q(entries_slack$q),
        .clock(entries_slack$clock)
    );
    fixnic_core$slack slack(
        .d(slack$d),
        .q(slack$q),
        .clock(slack$clock)
    );
    fixnic_core$ring_room ring_room(
        .d(ring_room$d),
        .q(ring_room$q),
        .clock(ring_room$clock)
    );
    fixnic_core$calm calm(
        .d(calm$d),
        .q(calm$q),
        .clock(calm$clock)
    );
    fixnic_core$calm_clocks calm_clocks(
        .d(calm_clocks$d),
        .q(calm_clocks$q),
        .clock(calm_clocks$clock)
    );
    fixnic_core$drained drained(
        .d(drained$d),
        .q(drained$q),
        .clock(drained$clock)
    );
    fixnic_core$counted counted(
        .d(counted$d),
        .q(counted$q),
        .clock(counted$clock)
    );
    fixnic_core$bytes bytes(
        .d(bytes$d),
        .q(bytes$q),
        .clock(bytes$clock)
    );
    fixnic_core$cfg_ring cfg_ring(
        .d(cfg_ring$d),
        .q(cfg_ring$q),
        .clock(cfg_ring$clock)
    );
    fixnic_core$ring_on ring_on(
        .d(ring_on$d),
        .q(ring_on$q),
        .clock(ring_on$clock)
    );
    fixnic_core$pending pending(
        .d(pending$d),
        .q(pending$q),
        .clock(pending$clock)
    );

    // Update code
    always @(*) begin
        beats_slack$clock = clock;
        halves_slack$clock = clock;
        entries_slack$clock = clock;
        slack$clock = clock;
        ring_room$clock = clock;
        calm$clock = clock;
        calm_clocks$clock = clock;
        drained$clock = clock;
        counted$clock = clock;
        bytes$clock = clock;
        cfg_ring$clock = clock;
        ring_on$clock = clock;
        pending$clock = clock;
        beats_slack$d = beats_slack$q;
        halves_slack$d = halves_slack$q;
        entries_slack$d = entries_slack$q;
        slack$d = slack$q;
        ring_room$d = ring_room$q;
        calm$d = calm$q;
        calm_clocks$d = calm_clocks$q;
        drained$d = drained$q;
        counted$d = counted$q;
        bytes$d = bytes$q;
        cfg_ring$d = cfg_ring$q;
        ring_on$d = ring_on$q;
        pending$d = pending$q;
        ingress$clock = clock;
        gate$clock = clock;
        packer$clock = clock;
        parse$clock = clock;
        checksum$clock = clock;
        lookup$clock = clock;
        sessions$clock = clock;
        order$clock = clock;
        commit$clock = clock;
        path$clock = clock;
        format$clock = clock;
        ring$clock = clock;
        writer$clock = clock;
        engine$clock = clock;
        registers$clock = clock;
        commands$clock = clock;
        statistics$clock = clock;
        life$clock = clock;
        beats$clock = clock;
        headers$clock = clock;
        results$clock = clock;
        ends$clock = clock;
        admissions$clock = clock;
        events$clock = clock;
        halves$clock = clock;
        entries$clock = clock;
        soft_reset = life$stopped;
        ingress$reset = reset;
        gate$reset = reset;
        packer$reset = reset;
        parse$reset = reset;
        checksum$reset = reset;
        lookup$reset = reset;
        order$reset = reset;
        commit$reset = reset;
        path$reset = reset;
        format$reset = reset;
        writer$reset = reset;
        engine$reset = reset;
        registers$reset = reset;
        statistics$reset = reset || soft_reset;
        life$reset = reset;
        beats$reset = reset;
        headers$reset = reset;
        results$reset = reset;
        ends$reset = reset;
        admissions$reset = reset;
        events$reset = reset;
        halves$reset = reset;
        entries$reset = reset;
        commands$reset = reset || soft_reset;
        ring_on$d = (ring_on$q << 32'h1) | ((registers$rx_ring_enable) & 6'h3f);
        ring_begins = ring_on$q[32'h0] && ~ring_on$q[32'h1];
        ring_reset = reset || soft_reset || ring_begins;
        one = 32'h1;
        cfg_ring$d[(64'h0)+:(64)] = registers$rx_ring_entry_base;
        cfg_ring$d[(64'h40)+:(64)] = registers$rx_ring_buffer_base;
        cfg_ring$d[(64'h80)+:(16)] = (one << registers$rx_ring_entry_log2) - 32'h1;
        cfg_ring$d[(64'h90)+:(16)] = (one << registers$rx_ring_buffer_log2) - 32'h1;
        ring$reset = ring_reset;
        ingress$zero_counts = soft_reset;
        gate$zero_counts = soft_reset;
        format$zero_counts = soft_reset;
        ingress$ts_ns = ts_ns;
        ingress$s_tdata = s_axis_rx_tdata;
        ingress$s_tkeep = s_axis_rx_tkeep;
        ingress$s_tvalid = s_axis_rx_tvalid;
        ingress$s_tlast = s_axis_rx_tlast;
        ingress$s_tuser = s_axis_rx_tuser;
        ingress$beat_read = gate$s_beat_read;
        ingress$arrival_read = gate$s_arrival_read;
        gate$s_beat = ingress$beat;
        gate$s_beat_valid = ingress$beat_valid;
        gate$s_arrival = ingress$arrival;
        gate$s_arrival_valid = ingress$arrival_valid;
        gate$cfg_enabled = registers$cfg_rx_enable && &ring_on$q;
        gate$ring_entries_free = ring$entries_free;
        gate$ring_granules_ok = ring$granules_ok;
        gate$ring_granule = ring$granule;
        gate$ring_settled = ring$settled;
        ring$first = gate$ring_first;
        ring$more = gate$ring_more;
        gate$slack = slack$q;
        gate$frame_done = format$frame_done;
        gate$command_ready = commands$ready;
        gate$command_done = commands$done;
        gate$quiet_request = life$quiet_request;
        packer$cfg = cfg_ring$q;
        packer$start = gate$admission_valid;
        admitted = gate$admission;
        packer$start_granule = admitted[(64'ha0)+:(16)];
        packer$s_valid = gate$m_valid;
        packer$s_beat = gate$m_beat;
        halves$write = packer$m_valid;
        halves$data_in = packer$m_half;
        halves$read = writer$half_read;
        parse$s_valid = gate$m_valid;
        parse$s_beat = gate$m_beat;
        parse$s_sof = gate$m_sof;
        checksum$s_valid = gate$m_valid;
        checksum$s_beat = gate$m_beat;
        checksum$s_sof = gate$m_sof;
        lookup$s_valid = parse$key_valid;
        lookup$s_key = parse$key;
        lookup$write = commands$lookup_write;
        lookup$content = commands$lookup_content;
        lookup$clear = life$clear;
        lookup$slot = commands$lookup_slot;
        if (life$clear) begin
            lookup$slot = ((life$address) & 12'hfff) << 32'h1;
        end
        beats$write = gate$m_valid;
        beats$data_in = gate$m_beat;
        beats$read = order$beat_read;
        headers$write = parse$m_valid;
        headers$data_in = parse$headers;
        headers$read = order$frame_read;
        results$write = lookup$m_valid;
        results$data_in = lookup$m_result;
        results$read = order$frame_read;
        ends$write = checksum$m_valid;
        ends$data_in = checksum$frame_end;
        ends$read = commit$frame_end_read;
        order$beat = beats$data_out;
        order$beat_valid = beats$valid;
        order$headers = headers$data_out;
        order$headers_valid = headers$valid;
        order$lookup = results$data_out;
        order$lookup_valid = results$valid;
        commit$frame_end = ends$data_out;
        commit$frame_end_valid = ends$valid;
        order$table_word = sessions$word;
        sessions$rx_read = order$table_read;
        sessions$rx_write = commit$table_write;
        sessions$rx_session = commit$table_session;
        sessions$rx_update = commit$table_update;
        sessions$cmd_active = commands$applying;
        sessions$cmd_session = commands$table_session;
        sessions$cmd_write = commands$table_write;
        sessions$cmd_update = commands$table_update;
        sessions$clear = life$clear;
        sessions$clear_session = life$address;
        path$f_load = order$f_load;
        path$f_session = order$f_session;
        path$f_parse = order$f_parse;
        path$f_rotation = order$f_rotation;
        path$f_lane = order$f_lane;
        path$f_end = commit$f_end;
        path$f_commit = commit$f_commit;
        path$s_valid = order$p_valid;
        path$s_data = order$p_data;
        path$s_keep = order$p_keep;
        path$s_eof = order$p_eof;
        commit$m_valid = path$m_valid;
        commit$m_verdict = path$m_verdict;
        commit$m_flags = path$m_flags;
        commit$m_type = path$m_type;
        commit$m_received = path$m_received;
        commit$m_expected = path$m_expected;
        commit$m_start = path$m_start;
        commit$m_end = path$m_end;
        commit$e_valid = path$e_valid;
        commit$e_lost = path$e_lost;
        commit$e_hold = path$e_hold;
        arguments[(64'h0)+:(8)] = registers$cmd_op;
        arguments[(64'h8)+:(32)] = registers$cmd_slot;
        arguments[(64'h28)+:(32)] = registers$cmd_session;
        arguments[(64'h48)+:(32)] = registers$cmd_local_ip;
        arguments[(64'h68)+:(32)] = registers$cmd_remote_ip;
        arguments[(64'h88)+:(32)] = (((registers$cmd_local_port) & 32'hffffffff) << 32'h10) | ((registers$cmd_remote_port) & 32'hffffffff);
        arguments[(64'ha8)+:(32)] = registers$cmd_tcp_seq;
        arguments[(64'hc8)+:(40)] = registers$cmd_expected;
        arguments[(64'hf0)+:(32)] = registers$cmd_tag;
        path$cmd_valid = commands$path_valid;
        path$cmd_arm = commands$path_arm;
        path$cmd_session = commands$table_session;
        path$cmd_tcp_seq = arguments[(64'ha8)+:(32)];
        path$cmd_expected = arguments[(64'hc8)+:(40)];
        commit$segment = order$m_segment;
        commit$hand = order$m_hand;
        order$m_ready = commit$ready;
        order$holds = commit$holds;
        order$held_session = commit$held_session;
        order$path_busy = commit$path_busy;
        admissions$write = gate$admission_valid;
        admissions$data_in = gate$admission;
        admissions$read = format$admission_read;
        events$write = commit$event_valid;
        events$data_in = commit$item;
        events$read = format$event_read;
        format$cfg = cfg_ring$q;
        format$epoch = life$epoch;
        format$admission = admissions$data_out;
        format$admission_valid = admissions$valid;
        format$item = events$data_out;
        format$event_valid = events$valid;
        format$fence = commands$fence;
        format$fence_valid = commands$fence_valid;
        format$entry = ring$entry;
        format$phase = ring$phase;
        entries$write = format$m_valid;
        entries$data_in = format$m_entry;
        entries$read = writer$entry_read;
        ring$cfg = cfg_ring$q;
        ring$take_entry = format$take_entry;
        ring$doorbell = registers$rx_doorbell;
        ring$doorbell_counts = (((registers$rx_doorbell_granules) & 32'hffffffff) << 32'h10) | ((registers$rx_doorbell_entries) & 32'hffffffff);
        beats_slack$d = beats$level < beats_most;
        halves_slack$d = halves$level < halves_most;
        entries_slack$d = entries$level < entries_most;
        slack$d = beats_slack$q && halves_slack$q && entries_slack$q;
        writer$half = halves$data_out;
        writer$half_valid = halves$valid;
        writer$entry = entries$data_out;
        writer$entry_valid = entries$valid;
        completion[(64'h0)+:(256)] = (((life$epoch) & 256'hffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff) << 32'hf0) | ((engine$completion_done) & 256'hffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff);
        completion[(64'h100)+:(64)] = registers$tx_completion_base;
        completion[(64'h140)+:(1)] = 1'b0;
        writer$completion = completion;
        writer$completion_valid = engine$completion_valid;
        writer$zero_entries = ring_begins;
        m_axi_awaddr = writer$awaddr;
        m_axi_awlen = writer$awlen;
        m_axi_awvalid = writer$awvalid;
        m_axi_wdata = writer$wdata;
        m_axi_wlast = writer$wlast;
        m_axi_wvalid = writer$wvalid;
        m_axi_bready = writer$bready;
        writer$awready = m_axi_awready;
        writer$wready = m_axi_wready;
        writer$bresp = m_axi_bresp;
        writer$bvalid = m_axi_bvalid;
        m_axi_awsize = 32'h5;
        m_axi_awburst = 32'h1;
        m_axi_wstrb = all_bytes;
        m_axi_araddr = engine$m_axi_araddr;
        m_axi_arlen = engine$m_axi_arlen;
        m_axi_arvalid = engine$m_axi_arvalid;
        m_axi_rready = engine$m_axi_rready;
        engine$m_axi_arready = m_axi_arready;
        engine$m_axi_rdata = m_axi_rdata;
        engine$m_axi_rresp = m_axi_rresp;
        engine$m_axi_rlast = m_axi_rlast;
        engine$m_axi_rvalid = m_axi_rvalid;
        m_axi_arsize = engine$m_axi_arsize;
        m_axi_arburst = engine$m_axi_arburst;
        engine$enable = registers$cfg_tx_enable;
        engine$ring_base = registers$tx_ring_base;
        engine$ring_log2 = registers$tx_ring_log2;
        engine$doorbell = registers$tx_doorbell;
        engine$doorbell_count = registers$tx_doorbell_count;
        engine$completion_ready = writer$completion_read;
        engine$m_axis_tx_tready = m_axis_tx_tready;
        m_axis_tx_tdata = engine$m_axis_tx_tdata;
        m_axis_tx_tkeep = engine$m_axis_tx_tkeep;
        m_axis_tx_tvalid = engine$m_axis_tx_tvalid;
        m_axis_tx_tlast = engine$m_axis_tx_tlast;
        registers$s_axil_awaddr = s_axil_awaddr;
        registers$s_axil_awvalid = s_axil_awvalid;
        registers$s_axil_wdata = s_axil_wdata;
        registers$s_axil_wstrb = s_axil_wstrb;
        registers$s_axil_wvalid = s_axil_wvalid;
        registers$s_axil_bready = s_axil_bready;
        registers$s_axil_araddr = s_axil_araddr;
        registers$s_axil_arvalid = s_axil_arvalid;
        registers$s_axil_rready = s_axil_rready;
        s_axil_awready = registers$s_axil_awready;
        s_axil_wready = registers$s_axil_wready;
        s_axil_bresp = registers$s_axil_bresp;
        s_axil_bvalid = registers$s_axil_bvalid;
        s_axil_arready = registers$s_axil_arready;
        s_axil_rdata = registers$s_axil_rdata;
        s_axil_rresp = registers$s_axil_rresp;
        s_axil_rvalid = registers$s_axil_rvalid;
        registers$stat_value = statistics$read_value;
        registers$stat_busy = statistics$busy;
        registers$epoch = life$epoch;
        registers$reset_done = life$finished;
        registers$stat_idle = calm$q;
        registers$axi_error = writer$stat_error || engine$event_read_error;
        registers$rx_producer_entries = ring$entry;
        registers$rx_producer_granules = ring$granules;
        pending$d = writer$entries_written != ring$consumed;
        registers$rx_pending = pending$q && &ring_on$q;
        registers$tx_event = writer$completion_done;
        registers$cmd_done = commands$done;
        registers$cmd_result = commands$result;
        registers$cmd_session_state = commands$session_state;
        irq = registers$irq;
        commands$go = registers$cmd_go;
        commands$command = arguments;
        commands$ring_on = ring_on$q[32'h5];
        commands$ring_room = ring_room$q;
        commands$start = gate$command_start;
        commands$table_word = sessions$word;
        commands$path_done = path$cmd_done;
        commands$fence_done = format$fence_done;
        ring_room$d = ring$entries_free >= fence_room;
        life$go = registers$reset_request;
        life$quiet = gate$quiet;
        life$drained = drained$q;
        drained$d = writer$idle && engine$idle && ~|halves$level && ~|entries$level && ~|events$level;
        quiet_now = drained$q && gate$idle && order$idle && commit$ready && commands$idle && ~ingress$beat_valid && ~life$quiet_request;
        calm_clocks$d = 32'h0;
        calm$d = 1'b0;
        if (quiet_now) begin
            calm_clocks$d = calm_clocks$q;
            calm$d = &calm_clocks$q;
            if (~&calm_clocks$q) begin
                calm_clocks$d = calm_clocks$q + 32'h1;
            end
        end
        happened = 32'h0;
        code_is = 1'b0;
        happened = (happened & ~(1 << (32'h0)) | ((ingress$stat_frame) << (32'h0)));
        happened = (happened & ~(1 << (32'h2)) | ((format$stat_frame) << (32'h2)));
        happened = (happened & ~(1 << (32'h3)) | ((ingress$stat_refused) << (32'h3)));
        happened = (happened & ~(1 << (32'h4)) | ((gate$stat_disabled) << (32'h4)));
        happened = (happened & ~(1 << (32'h5)) | ((gate$stat_ring) << (32'h5)));
        happened = (happened & ~(1 << (32'h1e)) | ((commands$stat_ok) << (32'h1e)));
        happened = (happened & ~(1 << (32'h1f)) | ((commands$stat_refused) << (32'h1f)));
        happened = (happened & ~(1 << (32'h20)) | ((ring$refused) << (32'h20)));
        happened = (happened & ~(1 << (32'h21)) | ((engine$event_tx_frame) << (32'h21)));
        happened = (happened & ~(1 << (32'h22)) | ((engine$event_bad_descriptor) << (32'h22)));
        happened = (happened & ~(1 << (32'h23)) | ((writer$stat_error) << (32'h23)));
        happened = (happened & ~(1 << (32'h24)) | ((engine$event_read_error) << (32'h24)));
        flags = format$stat_flags;
        code = format$stat_code;
        if (format$stat_frame) begin
            happened = (happened & ~(1 << (32'h6)) | ((flags[32'h1]) << (32'h6)));
            happened = (happened & ~(1 << (32'h7)) | ((flags[32'h2]) << (32'h7)));
            happened = (happened & ~(1 << (32'h8)) | ((flags[32'h3]) << (32'h8)));
            happened = (happened & ~(1 << (32'h9)) | ((flags[32'h5]) << (32'h9)));
            happened = (happened & ~(1 << (32'ha)) | ((flags[32'h6]) << (32'ha)));
            code_is = code == 0;
            happened = (happened & ~(1 << (0 + 32'hb)) | ((code_is) << (0 + 32'hb)));
            code_is = code == 1;
            happened = (happened & ~(1 << (1 + 32'hb)) | ((code_is) << (1 + 32'hb)));
            code_is = code == 2;
            happened = (happened & ~(1 << (2 + 32'hb)) | ((code_is) << (2 + 32'hb)));
            code_is = code == 3;
            happened = (happened & ~(1 << (3 + 32'hb)) | ((code_is) << (3 + 32'hb)));
            code_is = code == 4;
            happened = (happened & ~(1 << (4 + 32'hb)) | ((code_is) << (4 + 32'hb)));
            code_is = code == 5;
            happened = (happened & ~(1 << (5 + 32'hb)) | ((code_is) << (5 + 32'hb)));
            code_is = code == 6;
            happened = (happened & ~(1 << (6 + 32'hb)) | ((code_is) << (6 + 32'hb)));
            code_is = code == 7;
            happened = (happened & ~(1 << (7 + 32'hb)) | ((code_is) << (7 + 32'hb)));
            code_is = code == 8;
            happened = (happened & ~(1 << (8 + 32'hb)) | ((code_is) << (8 + 32'hb)));
            code_is = code == 9;
            happened = (happened & ~(1 << (9 + 32'hb)) | ((code_is) << (9 + 32'hb)));
            code_is = code == 10;
            happened = (happened & ~(1 << (10 + 32'hb)) | ((code_is) << (10 + 32'hb)));
            code_is = code == 11;
            happened = (happened & ~(1 << (11 + 32'hb)) | ((code_is) << (11 + 32'hb)));
        end
        else if (format$stat_event) begin
            code_is = code == 1;
            happened = (happened & ~(1 << (1 + 32'h16)) | ((code_is) << (1 + 32'h16)));
            code_is = code == 2;
            happened = (happened & ~(1 << (2 + 32'h16)) | ((code_is) << (2 + 32'h16)));
            code_is = code == 3;
            happened = (happened & ~(1 << (3 + 32'h16)) | ((code_is) << (3 + 32'h16)));
            code_is = code == 4;
            happened = (happened & ~(1 << (4 + 32'h16)) | ((code_is) << (4 + 32'h16)));
            code_is = code == 5;
            happened = (happened & ~(1 << (5 + 32'h16)) | ((code_is) << (5 + 32'h16)));
            code_is = code == 6;
            happened = (happened & ~(1 << (6 + 32'h16)) | ((code_is) << (6 + 32'h16)));
            code_is = code == 7;
            happened = (happened & ~(1 << (7 + 32'h16)) | ((code_is) << (7 + 32'h16)));
        end
        happened = (happened & ~(1 << (32'h1)) | ((format$stat_frame) << (32'h1)));
        counted$d = happened;
        statistics$events = counted$q;
        length = format$stat_length;
        bytes$d = length[(32'h0)+:(12)];
        statistics$rx_bytes = bytes$q;
        statistics$latch = registers$stat_latch;
        statistics$read_index = registers$stat_index;
        dbg_verdict_valid = path$m_valid;
        dbg_ingress_drop = ingress$stat_refused;
    end

endmodule // fixnic_core

module fixnic_core$admissions(clock,reset,write,data_in,read,valid,data_out,level);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  write;
    input wire  [175:0] data_in;
    input wire  read;
    output reg  valid;
    output reg  [175:0] data_out;
    output reg  [15:0] level;

    // Stub signals
    reg  ram$clock;
    reg  [4:0] ram$read_address;
    wire  [175:0] ram$read_data;
    reg  [4:0] ram$write_address;
    reg  [175:0] ram$write_data;
    reg  ram$write_enable;
    reg  [4:0] write_address$d;
    wire  [4:0] write_address$q;
    reg  write_address$clock;
    reg  [4:0] next_address$d;
    wire  [4:0] next_address$q;
    reg  next_address$clock;
    reg  [4:0] held_address$d;
    wire  [4:0] held_address$q;
    reg  held_address$clock;
    reg  [4:0] address_after$d;
    wire  [4:0] address_after$q;
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
    reg  fetched$d;
    wire  fetched$q;
    reg  fetched$clock;
    reg  out_valid$d;
    wire  out_valid$q;
    reg  out_valid$clock;
    reg  [175:0] out$d;
    wire  [175:0] out$q;
    reg  out$clock;

    // Local signals
    reg  take;
    reg  fetch;
    reg  next_is_last;

    // Sub module instances
    fixnic_core$admissions$ram ram(
        .clock(ram$clock),
        .read_address(ram$read_address),
        .read_data(ram$read_data),
        .write_address(ram$write_address),
        .write_data(ram$write_data),
        .write_enable(ram$write_enable)
    );
    fixnic_core$admissions$write_address write_address(
        .d(write_address$d),
        .q(write_address$q),
        .clock(write_address$clock)
    );
    fixnic_core$admissions$next_address next_address(
        .d(next_address$d),
        .q(next_address$q),
        .clock(next_address$clock)
    );
    fixnic_core$admissions$held_address held_address(
        .d(held_address$d),
        .q(held_address$q),
        .clock(held_address$clock)
    );
    fixnic_core$admissions$address_after address_after(
        .d(address_after$d),
        .q(address_after$q),
        .clock(address_after$clock)
    );
    fixnic_core$admissions$any_stored any_stored(
        .d(any_stored$d),
        .q(any_stored$q),
        .clock(any_stored$clock)
    );
    fixnic_core$admissions$wrote wrote(
        .d(wrote$d),
        .q(wrote$q),
        .clock(wrote$clock)
    );
    fixnic_core$admissions$gave gave(
        .d(gave$d),
        .q(gave$q),
        .clock(gave$clock)
    );
    fixnic_core$admissions$count count(
        .d(count$d),
        .q(count$q),
        .clock(count$clock)
    );
    fixnic_core$admissions$fetched fetched(
        .d(fetched$d),
        .q(fetched$q),
        .clock(fetched$clock)
    );
    fixnic_core$admissions$out_valid out_valid(
        .d(out_valid$d),
        .q(out_valid$q),
        .clock(out_valid$clock)
    );
    fixnic_core$admissions$out out(
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
        fetched$clock = clock;
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
        fetched$d = fetched$q;
        out_valid$d = out_valid$q;
        out$d = out$q;
        ram$clock = clock;
        ram$write_enable = write;
        ram$write_address = write_address$q;
        ram$write_data = data_in;
        take = read || ~out_valid$q;
        fetch = (take || ~fetched$q) && any_stored$q;
        ram$read_address = held_address$q;
        if (take || ~fetched$q) begin
            ram$read_address = next_address$q;
            fetched$d = any_stored$q;
        end
        if (fetch) begin
            held_address$d = next_address$q;
            next_address$d = address_after$q;
            address_after$d = address_after$q + 32'h1;
        end
        if (take) begin
            out$d = ram$read_data;
            out_valid$d = fetched$q;
        end
        next_is_last = address_after$q == write_address$q;
        if (write) begin
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
            fetched$d = 1'b0;
            out_valid$d = 1'b0;
        end
    end

endmodule // fixnic_core$admissions

module fixnic_core$admissions$address_after(d,q,clock);

    // Module arguments
    input wire  [4:0] d;
    output reg  [4:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 5'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$admissions$address_after

module fixnic_core$admissions$any_stored(d,q,clock);

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

endmodule // fixnic_core$admissions$any_stored

module fixnic_core$admissions$count(d,q,clock);

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

endmodule // fixnic_core$admissions$count

module fixnic_core$admissions$fetched(d,q,clock);

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

endmodule // fixnic_core$admissions$fetched

module fixnic_core$admissions$gave(d,q,clock);

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

endmodule // fixnic_core$admissions$gave

module fixnic_core$admissions$held_address(d,q,clock);

    // Module arguments
    input wire  [4:0] d;
    output reg  [4:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 5'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$admissions$held_address

module fixnic_core$admissions$next_address(d,q,clock);

    // Module arguments
    input wire  [4:0] d;
    output reg  [4:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 5'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$admissions$next_address

module fixnic_core$admissions$out(d,q,clock);

    // Module arguments
    input wire  [175:0] d;
    output reg  [175:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 176'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$admissions$out

module fixnic_core$admissions$out_valid(d,q,clock);

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

endmodule // fixnic_core$admissions$out_valid

module fixnic_core$admissions$ram(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [4:0] read_address;
    output reg  [175:0] read_data;
    input wire  [4:0] write_address;
    input wire  [175:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [175:0] words [0:31];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_core$admissions$ram

module fixnic_core$admissions$write_address(d,q,clock);

    // Module arguments
    input wire  [4:0] d;
    output reg  [4:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 5'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$admissions$write_address

module fixnic_core$admissions$wrote(d,q,clock);

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

endmodule // fixnic_core$admissions$wrote

module fixnic_core$beats(clock,reset,write,data_in,read,valid,data_out,level);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  write;
    input wire  [69:0] data_in;
    input wire  read;
    output reg  valid;
    output reg  [69:0] data_out;
    output reg  [15:0] level;

    // Stub signals
    reg  ram$clock;
    reg  [8:0] ram$read_address;
    wire  [69:0] ram$read_data;
    reg  [8:0] ram$write_address;
    reg  [69:0] ram$write_data;
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
    reg  fetched$d;
    wire  fetched$q;
    reg  fetched$clock;
    reg  out_valid$d;
    wire  out_valid$q;
    reg  out_valid$clock;
    reg  [69:0] out$d;
    wire  [69:0] out$q;
    reg  out$clock;

    // Local signals
    reg  take;
    reg  fetch;
    reg  next_is_last;

    // Sub module instances
    fixnic_core$beats$ram ram(
        .clock(ram$clock),
        .read_address(ram$read_address),
        .read_data(ram$read_data),
        .write_address(ram$write_address),
        .write_data(ram$write_data),
        .write_enable(ram$write_enable)
    );
    fixnic_core$beats$write_address write_address(
        .d(write_address$d),
        .q(write_address$q),
        .clock(write_address$clock)
    );
    fixnic_core$beats$next_address next_address(
        .d(next_address$d),
        .q(next_address$q),
        .clock(next_address$clock)
    );
    fixnic_core$beats$held_address held_address(
        .d(held_address$d),
        .q(held_address$q),
        .clock(held_address$clock)
    );
    fixnic_core$beats$address_after address_after(
        .d(address_after$d),
        .q(address_after$q),
        .clock(address_after$clock)
    );
    fixnic_core$beats$any_stored any_stored(
        .d(any_stored$d),
        .q(any_stored$q),
        .clock(any_stored$clock)
    );
    fixnic_core$beats$wrote wrote(
        .d(wrote$d),
        .q(wrote$q),
        .clock(wrote$clock)
    );
    fixnic_core$beats$gave gave(
        .d(gave$d),
        .q(gave$q),
        .clock(gave$clock)
    );
    fixnic_core$beats$count count(
        .d(count$d),
        .q(count$q),
        .clock(count$clock)
    );
    fixnic_core$beats$fetched fetched(
        .d(fetched$d),
        .q(fetched$q),
        .clock(fetched$clock)
    );
    fixnic_core$beats$out_valid out_valid(
        .d(out_valid$d),
        .q(out_valid$q),
        .clock(out_valid$clock)
    );
    fixnic_core$beats$out out(
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
        fetched$clock = clock;
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
        fetched$d = fetched$q;
        out_valid$d = out_valid$q;
        out$d = out$q;
        ram$clock = clock;
        ram$write_enable = write;
        ram$write_address = write_address$q;
        ram$write_data = data_in;
        take = read || ~out_valid$q;
        fetch = (take || ~fetched$q) && any_stored$q;
        ram$read_address = held_address$q;
        if (take || ~fetched$q) begin
            ram$read_address = next_address$q;
            fetched$d = any_stored$q;
        end
        if (fetch) begin
            held_address$d = next_address$q;
            next_address$d = address_after$q;
            address_after$d = address_after$q + 32'h1;
        end
        if (take) begin
            out$d = ram$read_data;
            out_valid$d = fetched$q;
        end
        next_is_last = address_after$q == write_address$q;
        if (write) begin
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
            fetched$d = 1'b0;
            out_valid$d = 1'b0;
        end
    end

endmodule // fixnic_core$beats

module fixnic_core$beats$address_after(d,q,clock);

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

endmodule // fixnic_core$beats$address_after

module fixnic_core$beats$any_stored(d,q,clock);

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

endmodule // fixnic_core$beats$any_stored

module fixnic_core$beats$count(d,q,clock);

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

endmodule // fixnic_core$beats$count

module fixnic_core$beats$fetched(d,q,clock);

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

endmodule // fixnic_core$beats$fetched

module fixnic_core$beats$gave(d,q,clock);

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

endmodule // fixnic_core$beats$gave

module fixnic_core$beats$held_address(d,q,clock);

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

endmodule // fixnic_core$beats$held_address

module fixnic_core$beats$next_address(d,q,clock);

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

endmodule // fixnic_core$beats$next_address

module fixnic_core$beats$out(d,q,clock);

    // Module arguments
    input wire  [69:0] d;
    output reg  [69:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 70'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$beats$out

module fixnic_core$beats$out_valid(d,q,clock);

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

endmodule // fixnic_core$beats$out_valid

module fixnic_core$beats$ram(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [8:0] read_address;
    output reg  [69:0] read_data;
    input wire  [8:0] write_address;
    input wire  [69:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [69:0] words [0:511];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_core$beats$ram

module fixnic_core$beats$write_address(d,q,clock);

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

endmodule // fixnic_core$beats$write_address

module fixnic_core$beats$wrote(d,q,clock);

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

endmodule // fixnic_core$beats$wrote

module fixnic_core$beats_slack(d,q,clock);

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

endmodule // fixnic_core$beats_slack

module fixnic_core$bytes(d,q,clock);

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

endmodule // fixnic_core$bytes

module fixnic_core$calm(d,q,clock);

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

endmodule // fixnic_core$calm

module fixnic_core$calm_clocks(d,q,clock);

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

endmodule // fixnic_core$calm_clocks

module fixnic_core$cfg_ring(d,q,clock);

    // Module arguments
    input wire  [159:0] d;
    output reg  [159:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 160'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$cfg_ring

module fixnic_core$checksum(clock,reset,s_valid,s_beat,s_sof,m_valid,frame_end);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  s_valid;
    input wire  [69:0] s_beat;
    input wire  s_sof;
    output reg  m_valid;
    output reg  [15:0] frame_end;

    // Constant declarations
    localparam  ethertype_vlan = 16'h81;
    localparam  protocol = 18'b11000000000;
    localparam  ip_header = 16'h14;
    localparam  plain_gone = 17'b1010;
    localparam  vlan_gone = 17'b110;
    localparam  none = 8'h0;
    localparam  last_word = 8'hc0;
    localparam  last_three_words = 8'hfc;
    localparam  first_word = 8'h3;
    localparam  first_three_words = 8'h3f;
    localparam  all = 8'hff;
    localparam  ones = 17'b1111111111111111;

    // Stub signals
    reg  [8:0] index$d;
    wire  [8:0] index$q;
    reg  index$clock;
    reg  valid_1$d;
    wire  valid_1$q;
    reg  valid_1$clock;
    reg  sof_1$d;
    wire  sof_1$q;
    reg  sof_1$clock;
    reg  [69:0] beat_1$d;
    wire  [69:0] beat_1$q;
    reg  beat_1$clock;
    reg  [8:0] index_1$d;
    wire  [8:0] index_1$q;
    reg  index_1$clock;
    reg  vlan$d;
    wire  vlan$q;
    reg  vlan$clock;
    reg  [16:0] left$d;
    wire  [16:0] left$q;
    reg  left$clock;
    reg  [15:0] tcp_length$d;
    wire  [15:0] tcp_length$q;
    reg  tcp_length$clock;
    reg  valid_2$d;
    wire  valid_2$q;
    reg  valid_2$clock;
    reg  sof_2$d;
    wire  sof_2$q;
    reg  sof_2$clock;
    reg  [63:0] data_2$d;
    wire  [63:0] data_2$q;
    reg  data_2$clock;
    reg  [7:0] ip_2$d;
    wire  [7:0] ip_2$q;
    reg  ip_2$clock;
    reg  [7:0] tcp_2$d;
    wire  [7:0] tcp_2$q;
    reg  tcp_2$clock;
    reg  valid_3$d;
    wire  valid_3$q;
    reg  valid_3$clock;
    reg  sof_3$d;
    wire  sof_3$q;
    reg  sof_3$clock;
    reg  [63:0] ip_words$d;
    wire  [63:0] ip_words$q;
    reg  ip_words$clock;
    reg  [63:0] tcp_words$d;
    wire  [63:0] tcp_words$q;
    reg  tcp_words$clock;
    reg  [17:0] pseudo_3$d;
    wire  [17:0] pseudo_3$q;
    reg  pseudo_3$clock;
    reg  valid_4$d;
    wire  valid_4$q;
    reg  valid_4$clock;
    reg  sof_4$d;
    wire  sof_4$q;
    reg  sof_4$clock;
    reg  [17:0] ip_low$d;
    wire  [17:0] ip_low$q;
    reg  ip_low$clock;
    reg  [17:0] ip_high$d;
    wire  [17:0] ip_high$q;
    reg  ip_high$clock;
    reg  [17:0] tcp_low$d;
    wire  [17:0] tcp_low$q;
    reg  tcp_low$clock;
    reg  [17:0] tcp_high$d;
    wire  [17:0] tcp_high$q;
    reg  tcp_high$clock;
    reg  [17:0] pseudo_4$d;
    wire  [17:0] pseudo_4$q;
    reg  pseudo_4$clock;
    reg  valid_5$d;
    wire  valid_5$q;
    reg  valid_5$clock;
    reg  sof_5$d;
    wire  sof_5$q;
    reg  sof_5$clock;
    reg  [17:0] ip_beat$d;
    wire  [17:0] ip_beat$q;
    reg  ip_beat$clock;
    reg  [17:0] tcp_beat$d;
    wire  [17:0] tcp_beat$q;
    reg  tcp_beat$clock;
    reg  [17:0] pseudo_5$d;
    wire  [17:0] pseudo_5$q;
    reg  pseudo_5$clock;
    reg  [19:0] ip_sum$d;
    wire  [19:0] ip_sum$q;
    reg  ip_sum$clock;
    reg  [26:0] tcp_sum$d;
    wire  [26:0] tcp_sum$q;
    reg  tcp_sum$clock;
    reg  [17:0] pseudo_6$d;
    wire  [17:0] pseudo_6$q;
    reg  pseudo_6$clock;
    reg  [16:0] ip_7$d;
    wire  [16:0] ip_7$q;
    reg  ip_7$clock;
    reg  [26:0] tcp_7$d;
    wire  [26:0] tcp_7$q;
    reg  tcp_7$clock;
    reg  [16:0] ip_8$d;
    wire  [16:0] ip_8$q;
    reg  ip_8$clock;
    reg  [16:0] tcp_8$d;
    wire  [16:0] tcp_8$q;
    reg  tcp_8$clock;
    reg  [16:0] ip_9$d;
    wire  [16:0] ip_9$q;
    reg  ip_9$clock;
    reg  [16:0] tcp_9$d;
    wire  [16:0] tcp_9$q;
    reg  tcp_9$clock;
    reg  ends$0$d;
    wire  ends$0$q;
    reg  ends$0$clock;
    reg  ends$1$d;
    wire  ends$1$q;
    reg  ends$1$clock;
    reg  ends$2$d;
    wire  ends$2$q;
    reg  ends$2$clock;
    reg  ends$3$d;
    wire  ends$3$q;
    reg  ends$3$clock;
    reg  ends$4$d;
    wire  ends$4$q;
    reg  ends$4$clock;
    reg  ends$5$d;
    wire  ends$5$q;
    reg  ends$5$clock;
    reg  ends$6$d;
    wire  ends$6$q;
    reg  ends$6$clock;
    reg  ends$7$d;
    wire  ends$7$q;
    reg  ends$7$clock;
    reg  [15:0] metas$0$d;
    wire  [15:0] metas$0$q;
    reg  metas$0$clock;
    reg  [15:0] metas$1$d;
    wire  [15:0] metas$1$q;
    reg  metas$1$clock;
    reg  [15:0] metas$2$d;
    wire  [15:0] metas$2$q;
    reg  metas$2$clock;
    reg  [15:0] metas$3$d;
    wire  [15:0] metas$3$q;
    reg  metas$3$clock;
    reg  [15:0] metas$4$d;
    wire  [15:0] metas$4$q;
    reg  metas$4$clock;
    reg  [15:0] metas$5$d;
    wire  [15:0] metas$5$q;
    reg  metas$5$clock;
    reg  [15:0] metas$6$d;
    wire  [15:0] metas$6$q;
    reg  metas$6$clock;
    reg  [15:0] metas$7$d;
    wire  [15:0] metas$7$q;
    reg  metas$7$clock;

    // Local signals
    reg  [63:0] data_1;
    reg  [2:0] left_low;
    reg  is_vlan;
    reg  [15:0] total_swapped;
    reg  [15:0] total;
    reg  [7:0] segment;
    reg  [7:0] started;
    reg  [7:0] ip_mask;
    reg  [63:0] ones_lane;
    reg  [63:0] ip_bytes;
    reg  [63:0] tcp_bytes;
    reg  [15:0] tcp_length_swapped;
    reg  [19:0] ip_base;
    reg  [26:0] tcp_base;
    reg  [15:0] meta;
    reg  [11:0] length;

    // Sub module instances
    fixnic_core$checksum$index index(
        .d(index$d),
        .q(index$q),
        .clock(index$clock)
    );
    fixnic_core$checksum$valid_1 valid_1(
        .d(valid_1$d),
        .q(valid_1$q),
        .clock(valid_1$clock)
    );
    fixnic_core$checksum$sof_1 sof_1(
        .d(sof_1$d),
        .q(sof_1$q),
        .clock(sof_1$clock)
    );
    fixnic_core$checksum$beat_1 beat_1(
        .d(beat_1$d),
        .q(beat_1$q),
        .clock(beat_1$clock)
    );
    fixnic_core$checksum$index_1 index_1(
        .d(index_1$d),
        .q(index_1$q),
        .clock(index_1$clock)
    );
    fixnic_core$checksum$vlan vlan(
        .d(vlan$d),
        .q(vlan$q),
        .clock(vlan$clock)
    );
    fixnic_core$checksum$left left(
        .d(left$d),
        .q(left$q),
        .clock(left$clock)
    );
    fixnic_core$checksum$tcp_length tcp_length(
        .d(tcp_length$d),
        .q(tcp_length$q),
        .clock(tcp_length$clock)
    );
    fixnic_core$checksum$valid_2 valid_2(
        .d(valid_2$d),
        .q(valid_2$q),
        .clock(valid_2$clock)
    );
    fixnic_core$checksum$sof_2 sof_2(
        .d(sof_2$d),
        .q(sof_2$q),
        .clock(sof_2$clock)
    );
    fixnic_core$checksum$data_2 data_2(
        .d(data_2$d),
        .q(data_2$q),
        .clock(data_2$clock)
    );
    fixnic_core$checksum$ip_2 ip_2(
        .d(ip_2$d),
        .q(ip_2$q),
        .clock(ip_2$clock)
    );
    fixnic_core$checksum$tcp_2 tcp_2(
        .d(tcp_2$d),
        .q(tcp_2$q),
        .clock(tcp_2$clock)
    );
    fixnic_core$checksum$valid_3 valid_3(
        .d(valid_3$d),
        .q(valid_3$q),
        .clock(valid_3$clock)
    );
    fixnic_core$checksum$sof_3 sof_3(
        .d(sof_3$d),
        .q(sof_3$q),
        .clock(sof_3$clock)
    );
    fixnic_core$checksum$ip_words ip_words(
        .d(ip_words$d),
        .q(ip_words$q),
        .clock(ip_words$clock)
    );
    fixnic_core$checksum$tcp_words tcp_words(
        .d(tcp_words$d),
        .q(tcp_words$q),
        .clock(tcp_words$clock)
    );
    fixnic_core$checksum$pseudo_3 pseudo_3(
        .d(pseudo_3$d),
        .q(pseudo_3$q),
        .clock(pseudo_3$clock)
    );
    fixnic_core$checksum$valid_4 valid_4(
        .d(valid_4$d),
        .q(valid_4$q),
        .clock(valid_4$clock)
    );
    fixnic_core$checksum$sof_4 sof_4(
        .d(sof_4$d),
        .q(sof_4$q),
        .clock(sof_4$clock)
    );
    fixnic_core$checksum$ip_low ip_low(
        .d(ip_low$d),
        .q(ip_low$q),
        .clock(ip_low$clock)
    );
    fixnic_core$checksum$ip_high ip_high(
        .d(ip_high$d),
        .q(ip_high$q),
        .clock(ip_high$clock)
    );
    fixnic_core$checksum$tcp_low tcp_low(
        .d(tcp_low$d),
        .q(tcp_low$q),
        .clock(tcp_low$clock)
    );
    fixnic_core$checksum$tcp_high tcp_high(
        .d(tcp_high$d),
        .q(tcp_high$q),
        .clock(tcp_high$clock)
    );
    fixnic_core$checksum$pseudo_4 pseudo_4(
        .d(pseudo_4$d),
        .q(pseudo_4$q),
        .clock(pseudo_4$clock)
    );
    fixnic_core$checksum$valid_5 valid_5(
        .d(valid_5$d),
        .q(valid_5$q),
        .clock(valid_5$clock)
    );
    fixnic_core$checksum$sof_5 sof_5(
        .d(sof_5$d),
        .q(sof_5$q),
        .clock(sof_5$clock)
    );
    fixnic_core$checksum$ip_beat ip_beat(
        .d(ip_beat$d),
        .q(ip_beat$q),
        .clock(ip_beat$clock)
    );
    fixnic_core$checksum$tcp_beat tcp_beat(
        .d(tcp_beat$d),
        .q(tcp_beat$q),
        .clock(tcp_beat$clock)
    );
    fixnic_core$checksum$pseudo_5 pseudo_5(
        .d(pseudo_5$d),
        .q(pseudo_5$q),
        .clock(pseudo_5$clock)
    );
    fixnic_core$checksum$ip_sum ip_sum(
        .d(ip_sum$d),
        .q(ip_sum$q),
        .clock(ip_sum$clock)
    );
    fixnic_core$checksum$tcp_sum tcp_sum(
        .d(tcp_sum$d),
        .q(tcp_sum$q),
        .clock(tcp_sum$clock)
    );
    fixnic_core$checksum$pseudo_6 pseudo_6(
        .d(pseudo_6$d),
        .q(pseudo_6$q),
        .clock(pseudo_6$clock)
    );
    fixnic_core$checksum$ip_7 ip_7(
        .d(ip_7$d),
        .q(ip_7$q),
        .clock(ip_7$clock)
    );
    fixnic_core$checksum$tcp_7 tcp_7(
        .d(tcp_7$d),
        .q(tcp_7$q),
        .clock(tcp_7$clock)
    );
    fixnic_core$checksum$ip_8 ip_8(
        .d(ip_8$d),
        .q(ip_8$q),
        .clock(ip_8$clock)
    );
    fixnic_core$checksum$tcp_8 tcp_8(
        .d(tcp_8$d),
        .q(tcp_8$q),
        .clock(tcp_8$clock)
    );
    fixnic_core$checksum$ip_9 ip_9(
        .d(ip_9$d),
        .q(ip_9$q),
        .clock(ip_9$clock)
    );
    fixnic_core$checksum$tcp_9 tcp_9(
        .d(tcp_9$d),
        .q(tcp_9$q),
        .clock(tcp_9$clock)
    );
    fixnic_core$checksum$ends$0 ends$0(
        .d(ends$0$d),
        .q(ends$0$q),
        .clock(ends$0$clock)
    );
    fixnic_core$checksum$ends$1 ends$1(
        .d(ends$1$d),
        .q(ends$1$q),
        .clock(ends$1$clock)
    );
    fixnic_core$checksum$ends$2 ends$2(
        .d(ends$2$d),
        .q(ends$2$q),
        .clock(ends$2$clock)
    );
    fixnic_core$checksum$ends$3 ends$3(
        .d(ends$3$d),
        .q(ends$3$q),
        .clock(ends$3$clock)
    );
    fixnic_core$checksum$ends$4 ends$4(
        .d(ends$4$d),
        .q(ends$4$q),
        .clock(ends$4$clock)
    );
    fixnic_core$checksum$ends$5 ends$5(
        .d(ends$5$d),
        .q(ends$5$q),
        .clock(ends$5$clock)
    );
    fixnic_core$checksum$ends$6 ends$6(
        .d(ends$6$d),
        .q(ends$6$q),
        .clock(ends$6$clock)
    );
    fixnic_core$checksum$ends$7 ends$7(
        .d(ends$7$d),
        .q(ends$7$q),
        .clock(ends$7$clock)
    );
    fixnic_core$checksum$metas$0 metas$0(
        .d(metas$0$d),
        .q(metas$0$q),
        .clock(metas$0$clock)
    );
    fixnic_core$checksum$metas$1 metas$1(
        .d(metas$1$d),
        .q(metas$1$q),
        .clock(metas$1$clock)
    );
    fixnic_core$checksum$metas$2 metas$2(
        .d(metas$2$d),
        .q(metas$2$q),
        .clock(metas$2$clock)
    );
    fixnic_core$checksum$metas$3 metas$3(
        .d(metas$3$d),
        .q(metas$3$q),
        .clock(metas$3$clock)
    );
    fixnic_core$checksum$metas$4 metas$4(
        .d(metas$4$d),
        .q(metas$4$q),
        .clock(metas$4$clock)
    );
    fixnic_core$checksum$metas$5 metas$5(
        .d(metas$5$d),
        .q(metas$5$q),
        .clock(metas$5$clock)
    );
    fixnic_core$checksum$metas$6 metas$6(
        .d(metas$6$d),
        .q(metas$6$q),
        .clock(metas$6$clock)
    );
    fixnic_core$checksum$metas$7 metas$7(
        .d(metas$7$d),
        .q(metas$7$q),
        .clock(metas$7$clock)
    );

    // Update code
    always @(*) begin
        index$clock = clock;
        valid_1$clock = clock;
        sof_1$clock = clock;
        beat_1$clock = clock;
        index_1$clock = clock;
        vlan$clock = clock;
        left$clock = clock;
        tcp_length$clock = clock;
        valid_2$clock = clock;
        sof_2$clock = clock;
        data_2$clock = clock;
        ip_2$clock = clock;
        tcp_2$clock = clock;
        valid_3$clock = clock;
        sof_3$clock = clock;
        ip_words$clock = clock;
        tcp_words$clock = clock;
        pseudo_3$clock = clock;
        valid_4$clock = clock;
        sof_4$clock = clock;
        ip_low$clock = clock;
        ip_high$clock = clock;
        tcp_low$clock = clock;
        tcp_high$clock = clock;
        pseudo_4$clock = clock;
        valid_5$clock = clock;
        sof_5$clock = clock;
        ip_beat$clock = clock;
        tcp_beat$clock = clock;
        pseudo_5$clock = clock;
        ip_sum$clock = clock;
        tcp_sum$clock = clock;
        pseudo_6$clock = clock;
        ip_7$clock = clock;
        tcp_7$clock = clock;
        ip_8$clock = clock;
        tcp_8$clock = clock;
        ip_9$clock = clock;
        tcp_9$clock = clock;
        index$d = index$q;
        valid_1$d = valid_1$q;
        sof_1$d = sof_1$q;
        beat_1$d = beat_1$q;
        index_1$d = index_1$q;
        vlan$d = vlan$q;
        left$d = left$q;
        tcp_length$d = tcp_length$q;
        valid_2$d = valid_2$q;
        sof_2$d = sof_2$q;
        data_2$d = data_2$q;
        ip_2$d = ip_2$q;
        tcp_2$d = tcp_2$q;
        valid_3$d = valid_3$q;
        sof_3$d = sof_3$q;
        ip_words$d = ip_words$q;
        tcp_words$d = tcp_words$q;
        pseudo_3$d = pseudo_3$q;
        valid_4$d = valid_4$q;
        sof_4$d = sof_4$q;
        ip_low$d = ip_low$q;
        ip_high$d = ip_high$q;
        tcp_low$d = tcp_low$q;
        tcp_high$d = tcp_high$q;
        pseudo_4$d = pseudo_4$q;
        valid_5$d = valid_5$q;
        sof_5$d = sof_5$q;
        ip_beat$d = ip_beat$q;
        tcp_beat$d = tcp_beat$q;
        pseudo_5$d = pseudo_5$q;
        ip_sum$d = ip_sum$q;
        tcp_sum$d = tcp_sum$q;
        pseudo_6$d = pseudo_6$q;
        ip_7$d = ip_7$q;
        tcp_7$d = tcp_7$q;
        ip_8$d = ip_8$q;
        tcp_8$d = tcp_8$q;
        ip_9$d = ip_9$q;
        tcp_9$d = tcp_9$q;
        ends$0$clock = clock;
        metas$0$clock = clock;
        ends$1$clock = clock;
        metas$1$clock = clock;
        ends$2$clock = clock;
        metas$2$clock = clock;
        ends$3$clock = clock;
        metas$3$clock = clock;
        ends$4$clock = clock;
        metas$4$clock = clock;
        ends$5$clock = clock;
        metas$5$clock = clock;
        ends$6$clock = clock;
        metas$6$clock = clock;
        ends$7$clock = clock;
        metas$7$clock = clock;
        valid_1$d = s_valid;
        sof_1$d = s_sof;
        beat_1$d = s_beat;
        index_1$d = index$q;
        if (s_sof) begin
            index_1$d = 32'h0;
        end
        if (s_valid) begin
            index$d = index$q + 32'h1;
            if (s_sof) begin
                index$d = 32'h1;
            end
        end
        data_2$d = beat_1$q[(64'h0)+:(64)];
        valid_2$d = valid_1$q;
        sof_2$d = sof_1$q;
        data_1 = beat_1$q[(64'h0)+:(64)];
        is_vlan = vlan$q;
        if (index_1$q == 32'h1) begin
            is_vlan = data_1[(32'h20)+:(16)] == ethertype_vlan;
        end
        total_swapped = data_1[(32'h0)+:(16)];
        if (vlan$q) begin
            total_swapped = data_1[(32'h20)+:(16)];
        end
        total = (total_swapped << 32'h8) | (total_swapped >> 32'h8);
        if (valid_1$q) begin
            vlan$d = is_vlan;
            left$d = left$q - 32'h8;
            if (index_1$q == 32'h2) begin
                tcp_length$d = total - ip_header;
                left$d = ((total) & 17'h1ffff) - plain_gone;
                if (vlan$q) begin
                    left$d = ((total) & 17'h1ffff) - vlan_gone;
                end
            end
        end
        left_low = left$q[(32'h0)+:(3)];
        segment = none;
        if (~left$q[32'h10]) begin
            if (|left$q[(32'h3)+:(13)]) begin
                segment = all;
            end
            else begin
                segment = (segment & ~(1 << (0)) | ((0 < left_low) << (0)));
                segment = (segment & ~(1 << (1)) | ((1 < left_low) << (1)));
                segment = (segment & ~(1 << (2)) | ((2 < left_low) << (2)));
                segment = (segment & ~(1 << (3)) | ((3 < left_low) << (3)));
                segment = (segment & ~(1 << (4)) | ((4 < left_low) << (4)));
                segment = (segment & ~(1 << (5)) | ((5 < left_low) << (5)));
                segment = (segment & ~(1 << (6)) | ((6 < left_low) << (6)));
                segment = (segment & ~(1 << (7)) | ((7 < left_low) << (7)));
            end
        end
        started = all;
        if (index_1$q < 32'h3) begin
            started = none;
        end
        else if (index_1$q == 32'h3) begin
            started = last_three_words;
            if (vlan$q) begin
                started = last_word;
            end
        end
        tcp_2$d = segment & started;
        ip_mask = none;
        if (index_1$q == 32'h1) begin
            ip_mask = last_word;
            if (is_vlan) begin
                ip_mask = none;
            end
        end
        else if (index_1$q == 32'h2) begin
            ip_mask = all;
            if (vlan$q) begin
                ip_mask = last_three_words;
            end
        end
        else if (index_1$q == 32'h3) begin
            ip_mask = all;
        end
        else if (index_1$q == 32'h4) begin
            ip_mask = first_word;
            if (vlan$q) begin
                ip_mask = first_three_words;
            end
        end
        ip_2$d = ip_mask;
        ones_lane = 32'hff;
        ip_bytes = 32'h0;
        tcp_bytes = 32'h0;
        if (ip_2$q[0]) begin
            ip_bytes = ip_bytes | (ones_lane << (0 * 32'h8));
        end
        if (tcp_2$q[0]) begin
            tcp_bytes = tcp_bytes | (ones_lane << (0 * 32'h8));
        end
        if (ip_2$q[1]) begin
            ip_bytes = ip_bytes | (ones_lane << (1 * 32'h8));
        end
        if (tcp_2$q[1]) begin
            tcp_bytes = tcp_bytes | (ones_lane << (1 * 32'h8));
        end
        if (ip_2$q[2]) begin
            ip_bytes = ip_bytes | (ones_lane << (2 * 32'h8));
        end
        if (tcp_2$q[2]) begin
            tcp_bytes = tcp_bytes | (ones_lane << (2 * 32'h8));
        end
        if (ip_2$q[3]) begin
            ip_bytes = ip_bytes | (ones_lane << (3 * 32'h8));
        end
        if (tcp_2$q[3]) begin
            tcp_bytes = tcp_bytes | (ones_lane << (3 * 32'h8));
        end
        if (ip_2$q[4]) begin
            ip_bytes = ip_bytes | (ones_lane << (4 * 32'h8));
        end
        if (tcp_2$q[4]) begin
            tcp_bytes = tcp_bytes | (ones_lane << (4 * 32'h8));
        end
        if (ip_2$q[5]) begin
            ip_bytes = ip_bytes | (ones_lane << (5 * 32'h8));
        end
        if (tcp_2$q[5]) begin
            tcp_bytes = tcp_bytes | (ones_lane << (5 * 32'h8));
        end
        if (ip_2$q[6]) begin
            ip_bytes = ip_bytes | (ones_lane << (6 * 32'h8));
        end
        if (tcp_2$q[6]) begin
            tcp_bytes = tcp_bytes | (ones_lane << (6 * 32'h8));
        end
        if (ip_2$q[7]) begin
            ip_bytes = ip_bytes | (ones_lane << (7 * 32'h8));
        end
        if (tcp_2$q[7]) begin
            tcp_bytes = tcp_bytes | (ones_lane << (7 * 32'h8));
        end
        ip_words$d = data_2$q & ip_bytes;
        tcp_words$d = data_2$q & tcp_bytes;
        valid_3$d = valid_2$q;
        sof_3$d = sof_2$q;
        tcp_length_swapped = (tcp_length$q << 32'h8) | (tcp_length$q >> 32'h8);
        pseudo_3$d = ((tcp_length_swapped) & 18'h3ffff) + protocol;
        valid_4$d = valid_3$q;
        sof_4$d = sof_3$q;
        pseudo_4$d = pseudo_3$q;
        ip_low$d = ((ip_words$q[(32'h0)+:(16)]) & 18'h3ffff) + ((ip_words$q[(32'h10)+:(16)]) & 18'h3ffff);
        ip_high$d = ((ip_words$q[(32'h20)+:(16)]) & 18'h3ffff) + ((ip_words$q[(32'h30)+:(16)]) & 18'h3ffff);
        tcp_low$d = ((tcp_words$q[(32'h0)+:(16)]) & 18'h3ffff) + ((tcp_words$q[(32'h10)+:(16)]) & 18'h3ffff);
        tcp_high$d = ((tcp_words$q[(32'h20)+:(16)]) & 18'h3ffff) + ((tcp_words$q[(32'h30)+:(16)]) & 18'h3ffff);
        valid_5$d = valid_4$q;
        sof_5$d = sof_4$q;
        pseudo_5$d = pseudo_4$q;
        ip_beat$d = ip_low$q + ip_high$q;
        tcp_beat$d = tcp_low$q + tcp_high$q;
        ip_base = ip_sum$q;
        tcp_base = tcp_sum$q;
        if (sof_5$q) begin
            ip_base = 32'h0;
            tcp_base = 32'h0;
        end
        pseudo_6$d = pseudo_5$q;
        if (valid_5$q) begin
            ip_sum$d = ip_base + ((ip_beat$q) & 20'hfffff);
            tcp_sum$d = tcp_base + ((tcp_beat$q) & 27'h7ffffff);
        end
        ip_7$d = ((ip_sum$q[(32'h0)+:(16)]) & 17'h1ffff) + ((ip_sum$q[(32'h10)+:(4)]) & 17'h1ffff);
        tcp_7$d = tcp_sum$q + ((pseudo_6$q) & 27'h7ffffff);
        ip_8$d = ((ip_7$q[(32'h0)+:(16)]) & 17'h1ffff) + ((ip_7$q[(32'h10)+:(1)]) & 17'h1ffff);
        tcp_8$d = ((tcp_7$q[(32'h0)+:(16)]) & 17'h1ffff) + ((tcp_7$q[(32'h10)+:(11)]) & 17'h1ffff);
        ip_9$d = ip_8$q;
        tcp_9$d = ((tcp_8$q[(32'h0)+:(16)]) & 17'h1ffff) + ((tcp_8$q[(32'h10)+:(1)]) & 17'h1ffff);
        length = ((index_1$q) & 12'hfff) << 32'h3;
        meta[(64'h0)+:(12)] = length + ((beat_1$q[(64'h40)+:(3)]) & 12'hfff) + 32'h1;
        meta[(64'hc)+:(1)] = beat_1$q[(64'h44)+:(1)];
        meta[(64'hd)+:(1)] = beat_1$q[(64'h45)+:(1)];
        meta[(64'he)+:(1)] = 1'b0;
        meta[(64'hf)+:(1)] = 1'b0;
        metas$0$d = meta;
        ends$0$d = valid_1$q && beat_1$q[(64'h43)+:(1)];
        metas$1$d = metas$0$q;
        ends$1$d = ends$0$q;
        metas$2$d = metas$1$q;
        ends$2$d = ends$1$q;
        metas$3$d = metas$2$q;
        ends$3$d = ends$2$q;
        metas$4$d = metas$3$q;
        ends$4$d = ends$3$q;
        metas$5$d = metas$4$q;
        ends$5$d = ends$4$q;
        metas$6$d = metas$5$q;
        ends$6$d = ends$5$q;
        metas$7$d = metas$6$q;
        ends$7$d = ends$6$q;
        m_valid = ends$7$q;
        frame_end = metas$7$q;
        frame_end[(64'he)+:(1)] = ip_9$q != ones;
        frame_end[(64'hf)+:(1)] = tcp_9$q != ones;
        if (reset) begin
            valid_1$d = 1'b0;
            ends$0$d = 1'b0;
            ends$1$d = 1'b0;
            ends$2$d = 1'b0;
            ends$3$d = 1'b0;
            ends$4$d = 1'b0;
            ends$5$d = 1'b0;
            ends$6$d = 1'b0;
            ends$7$d = 1'b0;
        end
    end

endmodule // fixnic_core$checksum

module fixnic_core$checksum$beat_1(d,q,clock);

    // Module arguments
    input wire  [69:0] d;
    output reg  [69:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 70'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$checksum$beat_1

module fixnic_core$checksum$data_2(d,q,clock);

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

endmodule // fixnic_core$checksum$data_2

module fixnic_core$checksum$ends$0(d,q,clock);

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

endmodule // fixnic_core$checksum$ends$0

module fixnic_core$checksum$ends$1(d,q,clock);

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

endmodule // fixnic_core$checksum$ends$1

module fixnic_core$checksum$ends$2(d,q,clock);

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

endmodule // fixnic_core$checksum$ends$2

module fixnic_core$checksum$ends$3(d,q,clock);

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

endmodule // fixnic_core$checksum$ends$3

module fixnic_core$checksum$ends$4(d,q,clock);

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

endmodule // fixnic_core$checksum$ends$4

module fixnic_core$checksum$ends$5(d,q,clock);

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

endmodule // fixnic_core$checksum$ends$5

module fixnic_core$checksum$ends$6(d,q,clock);

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

endmodule // fixnic_core$checksum$ends$6

module fixnic_core$checksum$ends$7(d,q,clock);

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

endmodule // fixnic_core$checksum$ends$7

module fixnic_core$checksum$index(d,q,clock);

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

endmodule // fixnic_core$checksum$index

module fixnic_core$checksum$index_1(d,q,clock);

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

endmodule // fixnic_core$checksum$index_1

module fixnic_core$checksum$ip_2(d,q,clock);

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

endmodule // fixnic_core$checksum$ip_2

module fixnic_core$checksum$ip_7(d,q,clock);

    // Module arguments
    input wire  [16:0] d;
    output reg  [16:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 17'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$checksum$ip_7

module fixnic_core$checksum$ip_8(d,q,clock);

    // Module arguments
    input wire  [16:0] d;
    output reg  [16:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 17'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$checksum$ip_8

module fixnic_core$checksum$ip_9(d,q,clock);

    // Module arguments
    input wire  [16:0] d;
    output reg  [16:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 17'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$checksum$ip_9

module fixnic_core$checksum$ip_beat(d,q,clock);

    // Module arguments
    input wire  [17:0] d;
    output reg  [17:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 18'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$checksum$ip_beat

module fixnic_core$checksum$ip_high(d,q,clock);

    // Module arguments
    input wire  [17:0] d;
    output reg  [17:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 18'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$checksum$ip_high

module fixnic_core$checksum$ip_low(d,q,clock);

    // Module arguments
    input wire  [17:0] d;
    output reg  [17:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 18'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$checksum$ip_low

module fixnic_core$checksum$ip_sum(d,q,clock);

    // Module arguments
    input wire  [19:0] d;
    output reg  [19:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 20'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$checksum$ip_sum

module fixnic_core$checksum$ip_words(d,q,clock);

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

endmodule // fixnic_core$checksum$ip_words

module fixnic_core$checksum$left(d,q,clock);

    // Module arguments
    input wire  [16:0] d;
    output reg  [16:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 17'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$checksum$left

module fixnic_core$checksum$metas$0(d,q,clock);

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

endmodule // fixnic_core$checksum$metas$0

module fixnic_core$checksum$metas$1(d,q,clock);

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

endmodule // fixnic_core$checksum$metas$1

module fixnic_core$checksum$metas$2(d,q,clock);

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

endmodule // fixnic_core$checksum$metas$2

module fixnic_core$checksum$metas$3(d,q,clock);

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

endmodule // fixnic_core$checksum$metas$3

module fixnic_core$checksum$metas$4(d,q,clock);

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

endmodule // fixnic_core$checksum$metas$4

module fixnic_core$checksum$metas$5(d,q,clock);

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

endmodule // fixnic_core$checksum$metas$5

module fixnic_core$checksum$metas$6(d,q,clock);

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

endmodule // fixnic_core$checksum$metas$6

module fixnic_core$checksum$metas$7(d,q,clock);

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

endmodule // fixnic_core$checksum$metas$7

module fixnic_core$checksum$pseudo_3(d,q,clock);

    // Module arguments
    input wire  [17:0] d;
    output reg  [17:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 18'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$checksum$pseudo_3

module fixnic_core$checksum$pseudo_4(d,q,clock);

    // Module arguments
    input wire  [17:0] d;
    output reg  [17:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 18'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$checksum$pseudo_4

module fixnic_core$checksum$pseudo_5(d,q,clock);

    // Module arguments
    input wire  [17:0] d;
    output reg  [17:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 18'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$checksum$pseudo_5

module fixnic_core$checksum$pseudo_6(d,q,clock);

    // Module arguments
    input wire  [17:0] d;
    output reg  [17:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 18'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$checksum$pseudo_6

module fixnic_core$checksum$sof_1(d,q,clock);

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

endmodule // fixnic_core$checksum$sof_1

module fixnic_core$checksum$sof_2(d,q,clock);

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

endmodule // fixnic_core$checksum$sof_2

module fixnic_core$checksum$sof_3(d,q,clock);

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

endmodule // fixnic_core$checksum$sof_3

module fixnic_core$checksum$sof_4(d,q,clock);

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

endmodule // fixnic_core$checksum$sof_4

module fixnic_core$checksum$sof_5(d,q,clock);

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

endmodule // fixnic_core$checksum$sof_5

module fixnic_core$checksum$tcp_2(d,q,clock);

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

endmodule // fixnic_core$checksum$tcp_2

module fixnic_core$checksum$tcp_7(d,q,clock);

    // Module arguments
    input wire  [26:0] d;
    output reg  [26:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 27'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$checksum$tcp_7

module fixnic_core$checksum$tcp_8(d,q,clock);

    // Module arguments
    input wire  [16:0] d;
    output reg  [16:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 17'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$checksum$tcp_8

module fixnic_core$checksum$tcp_9(d,q,clock);

    // Module arguments
    input wire  [16:0] d;
    output reg  [16:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 17'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$checksum$tcp_9

module fixnic_core$checksum$tcp_beat(d,q,clock);

    // Module arguments
    input wire  [17:0] d;
    output reg  [17:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 18'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$checksum$tcp_beat

module fixnic_core$checksum$tcp_high(d,q,clock);

    // Module arguments
    input wire  [17:0] d;
    output reg  [17:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 18'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$checksum$tcp_high

module fixnic_core$checksum$tcp_length(d,q,clock);

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

endmodule // fixnic_core$checksum$tcp_length

module fixnic_core$checksum$tcp_low(d,q,clock);

    // Module arguments
    input wire  [17:0] d;
    output reg  [17:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 18'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$checksum$tcp_low

module fixnic_core$checksum$tcp_sum(d,q,clock);

    // Module arguments
    input wire  [26:0] d;
    output reg  [26:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 27'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$checksum$tcp_sum

module fixnic_core$checksum$tcp_words(d,q,clock);

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

endmodule // fixnic_core$checksum$tcp_words

module fixnic_core$checksum$valid_1(d,q,clock);

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

endmodule // fixnic_core$checksum$valid_1

module fixnic_core$checksum$valid_2(d,q,clock);

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

endmodule // fixnic_core$checksum$valid_2

module fixnic_core$checksum$valid_3(d,q,clock);

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

endmodule // fixnic_core$checksum$valid_3

module fixnic_core$checksum$valid_4(d,q,clock);

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

endmodule // fixnic_core$checksum$valid_4

module fixnic_core$checksum$valid_5(d,q,clock);

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

endmodule // fixnic_core$checksum$valid_5

module fixnic_core$checksum$vlan(d,q,clock);

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

endmodule // fixnic_core$checksum$vlan

module fixnic_core$commands(clock,reset,go,command,idle,result,session_state,ring_on,ring_room,ready,start,applying,done,table_session,table_word,table_write,table_update,lookup_write,lookup_slot,lookup_content,path_valid,path_arm,path_done,fence,fence_valid,fence_done,stat_ok,stat_refused);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  go;
    input wire  [271:0] command;
    output reg  idle;
    output reg  [7:0] result;
    output reg  [7:0] session_state;
    input wire  ring_on;
    input wire  ring_room;
    output reg  ready;
    input wire  start;
    output reg  applying;
    output reg  done;
    output reg  [9:0] table_session;
    input wire  [50:0] table_word;
    output reg  table_write;
    output reg  [50:0] table_update;
    output reg  lookup_write;
    output reg  [11:0] lookup_slot;
    output reg  [106:0] lookup_content;
    output reg  path_valid;
    output reg  path_arm;
    input wire  path_done;
    output reg  [239:0] fence;
    output reg  fence_valid;
    input wire  fence_done;
    output reg  stat_ok;
    output reg  stat_refused;

    // Constant declarations
    localparam  nine = 4'h9;
    localparam  sessions = 32'h400;
    localparam  slots = 32'h1000;
    localparam  op_arm = 8'h1;
    localparam  op_disarm = 8'h2;
    localparam  op_set = 8'h3;
    localparam  r_ok = 8'h0;
    localparam  r_bad_op = 8'h1;
    localparam  r_bad_session = 8'h2;
    localparam  r_bad_slot = 8'h3;
    localparam  r_bad_expected = 8'h4;
    localparam  r_bad_state = 8'h5;
    localparam  k_fence = 8'h3;
    localparam  s_free = 3'b0;
    localparam  s_armed = 3'b1;
    localparam  s_track = 3'b10;
    localparam  s_lost = 3'b11;
    localparam  s_hold = 3'b100;

    // Enums
    localparam CommandState$Idle = 0;
    localparam CommandState$Wait = 1;
    localparam CommandState$Read = 2;
    localparam CommandState$Fetch = 3;
    localparam CommandState$Check = 4;
    localparam CommandState$Apply = 5;
    localparam CommandState$Path = 6;
    localparam CommandState$Fence = 7;

    // Stub signals
    reg  [2:0] state$d;
    wire  [2:0] state$q;
    reg  state$clock;
    reg  [50:0] word$d;
    wire  [50:0] word$q;
    reg  word$clock;
    reg  is_arm$d;
    wire  is_arm$q;
    reg  is_arm$clock;
    reg  is_disarm$d;
    wire  is_disarm$q;
    reg  is_disarm$clock;
    reg  is_set$d;
    wire  is_set$q;
    reg  is_set$clock;
    reg  session_bad$d;
    wire  session_bad$q;
    reg  session_bad$clock;
    reg  slot_bad$d;
    wire  slot_bad$q;
    reg  slot_bad$clock;
    reg  [9:0] digit_bad$d;
    wire  [9:0] digit_bad$q;
    reg  digit_bad$clock;
    reg  digits_zero$d;
    wire  digits_zero$q;
    reg  digits_zero$clock;
    reg  [7:0] verdict$d;
    wire  [7:0] verdict$q;
    reg  verdict$clock;
    reg  [50:0] after$d;
    wire  [50:0] after$q;
    reg  after$clock;
    reg  known$d;
    wire  known$q;
    reg  known$clock;
    reg  sent$d;
    wire  sent$q;
    reg  sent$clock;
    reg  ok$d;
    wire  ok$q;
    reg  ok$clock;
    reg  refused$d;
    wire  refused$q;
    reg  refused$clock;

    // Local signals
    reg  [271:0] cmd;
    reg  [39:0] expected;
    reg  [9:0] digits;
    reg  state_bad;
    reg  [106:0] content;
    reg  [31:0] slot;
    reg  [31:0] session;
    reg  [239:0] body;

    // Sub module instances
    fixnic_core$commands$state state(
        .d(state$d),
        .q(state$q),
        .clock(state$clock)
    );
    fixnic_core$commands$word word(
        .d(word$d),
        .q(word$q),
        .clock(word$clock)
    );
    fixnic_core$commands$is_arm is_arm(
        .d(is_arm$d),
        .q(is_arm$q),
        .clock(is_arm$clock)
    );
    fixnic_core$commands$is_disarm is_disarm(
        .d(is_disarm$d),
        .q(is_disarm$q),
        .clock(is_disarm$clock)
    );
    fixnic_core$commands$is_set is_set(
        .d(is_set$d),
        .q(is_set$q),
        .clock(is_set$clock)
    );
    fixnic_core$commands$session_bad session_bad(
        .d(session_bad$d),
        .q(session_bad$q),
        .clock(session_bad$clock)
    );
    fixnic_core$commands$slot_bad slot_bad(
        .d(slot_bad$d),
        .q(slot_bad$q),
        .clock(slot_bad$clock)
    );
    fixnic_core$commands$digit_bad digit_bad(
        .d(digit_bad$d),
        .q(digit_bad$q),
        .clock(digit_bad$clock)
    );
    fixnic_core$commands$digits_zero digits_zero(
        .d(digits_zero$d),
        .q(digits_zero$q),
        .clock(digits_zero$clock)
    );
    fixnic_core$commands$verdict verdict(
        .d(verdict$d),
        .q(verdict$q),
        .clock(verdict$clock)
    );
    fixnic_core$commands$after after(
        .d(after$d),
        .q(after$q),
        .clock(after$clock)
    );
    fixnic_core$commands$known known(
        .d(known$d),
        .q(known$q),
        .clock(known$clock)
    );
    fixnic_core$commands$sent sent(
        .d(sent$d),
        .q(sent$q),
        .clock(sent$clock)
    );
    fixnic_core$commands$ok ok(
        .d(ok$d),
        .q(ok$q),
        .clock(ok$clock)
    );
    fixnic_core$commands$refused refused(
        .d(refused$d),
        .q(refused$q),
        .clock(refused$clock)
    );

    // Update code
    always @(*) begin
        state$clock = clock;
        word$clock = clock;
        is_arm$clock = clock;
        is_disarm$clock = clock;
        is_set$clock = clock;
        session_bad$clock = clock;
        slot_bad$clock = clock;
        digit_bad$clock = clock;
        digits_zero$clock = clock;
        verdict$clock = clock;
        after$clock = clock;
        known$clock = clock;
        sent$clock = clock;
        ok$clock = clock;
        refused$clock = clock;
        state$d = state$q;
        word$d = word$q;
        is_arm$d = is_arm$q;
        is_disarm$d = is_disarm$q;
        is_set$d = is_set$q;
        session_bad$d = session_bad$q;
        slot_bad$d = slot_bad$q;
        digit_bad$d = digit_bad$q;
        digits_zero$d = digits_zero$q;
        verdict$d = verdict$q;
        after$d = after$q;
        known$d = known$q;
        sent$d = sent$q;
        ok$d = ok$q;
        refused$d = refused$q;
        cmd = command;
        slot = cmd[(64'h8)+:(32)];
        session = cmd[(64'h28)+:(32)];
        expected = cmd[(64'hc8)+:(40)];
        is_arm$d = cmd[(64'h0)+:(8)] == op_arm;
        is_disarm$d = cmd[(64'h0)+:(8)] == op_disarm;
        is_set$d = cmd[(64'h0)+:(8)] == op_set;
        session_bad$d = session >= sessions;
        slot_bad$d = slot >= slots;
        digits = 32'h0;
        digits = (digits & ~(1 << (0)) | ((expected[(0 * 32'h4)+:(4)] > nine) << (0)));
        digits = (digits & ~(1 << (1)) | ((expected[(1 * 32'h4)+:(4)] > nine) << (1)));
        digits = (digits & ~(1 << (2)) | ((expected[(2 * 32'h4)+:(4)] > nine) << (2)));
        digits = (digits & ~(1 << (3)) | ((expected[(3 * 32'h4)+:(4)] > nine) << (3)));
        digits = (digits & ~(1 << (4)) | ((expected[(4 * 32'h4)+:(4)] > nine) << (4)));
        digits = (digits & ~(1 << (5)) | ((expected[(5 * 32'h4)+:(4)] > nine) << (5)));
        digits = (digits & ~(1 << (6)) | ((expected[(6 * 32'h4)+:(4)] > nine) << (6)));
        digits = (digits & ~(1 << (7)) | ((expected[(7 * 32'h4)+:(4)] > nine) << (7)));
        digits = (digits & ~(1 << (8)) | ((expected[(8 * 32'h4)+:(4)] > nine) << (8)));
        digits = (digits & ~(1 << (9)) | ((expected[(9 * 32'h4)+:(4)] > nine) << (9)));
        digit_bad$d = digits;
        digits_zero$d = ~|expected;
        ready = 1'b0;
        done = 1'b0;
        table_write = 1'b0;
        lookup_write = 1'b0;
        path_valid = 1'b0;
        fence_valid = 1'b0;
        state_bad = 1'b0;
        ok$d = 1'b0;
        refused$d = 1'b0;
        case (state$q)
            CommandState$Idle:
                begin
                    if (go) begin
                        state$d = CommandState$Wait;
                    end
                end
            CommandState$Wait:
                begin
                    ready = ~ring_on || ring_room;
                    if (start) begin
                        ready = 1'b0;
                        state$d = CommandState$Read;
                    end
                end
            CommandState$Read:
                begin
                    state$d = CommandState$Fetch;
                end
            CommandState$Fetch:
                begin
                    word$d = table_word;
                    state$d = CommandState$Check;
                end
            CommandState$Check:
                begin
                    state_bad = (word$q[(64'h0)+:(3)] == s_free) || (word$q[(64'h0)+:(3)] == s_lost);
                    known$d = 1'b1;
                    verdict$d = r_ok;
                    if (~is_arm$q && ~is_disarm$q && ~is_set$q) begin
                        verdict$d = r_bad_op;
                        known$d = 1'b0;
                    end
                    else if (session_bad$q) begin
                        verdict$d = r_bad_session;
                        known$d = 1'b0;
                    end
                    else if (slot_bad$q && ~is_set$q) begin
                        verdict$d = r_bad_slot;
                    end
                    else if ((|digit_bad$q || digits_zero$q) && ~is_disarm$q) begin
                        verdict$d = r_bad_expected;
                    end
                    else if (state_bad && is_set$q) begin
                        verdict$d = r_bad_state;
                    end
                    state$d = CommandState$Apply;
                end
            CommandState$Apply:
                begin
                    after$d = word$q;
                    state$d = CommandState$Fence;
                    if (verdict$q == r_ok) begin
                        after$d[(64'h3)+:(16)] = word$q[(64'h3)+:(16)] + 32'h1;
                        if (is_arm$q) begin
                            after$d[(64'h0)+:(3)] = s_armed;
                            after$d[(64'h13)+:(32)] = cmd[(64'ha8)+:(32)];
                        end
                        else if (is_disarm$q) begin
                            after$d[(64'h0)+:(3)] = s_free;
                            after$d[(64'h13)+:(32)] = 32'h0;
                        end
                        else if (word$q[(64'h0)+:(3)] == s_hold) begin
                            after$d[(64'h0)+:(3)] = s_track;
                        end
                        lookup_write = ~is_set$q;
                        ok$d = 1'b1;
                        sent$d = 1'b0;
                        state$d = CommandState$Path;
                    end
                    else begin
                        refused$d = 1'b1;
                        if (~known$q) begin
                            after$d[(64'h0)+:(3)] = s_free;
                            after$d[(64'h3)+:(16)] = 32'h0;
                            after$d[(64'h13)+:(32)] = 32'h0;
                        end
                    end
                end
            CommandState$Path:
                begin
                    table_write = 1'b1;
                    sent$d = 1'b1;
                    path_valid = ~sent$q && ~is_disarm$q;
                    if (is_disarm$q || path_done) begin
                        state$d = CommandState$Fence;
                    end
                end
            CommandState$Fence:
                begin
                    fence_valid = ring_on;
                    if (fence_done || ~ring_on) begin
                        done = 1'b1;
                        state$d = CommandState$Idle;
                    end
                end
            default:
                begin
                    state$d = CommandState$Idle;
                end
        endcase
        table_session = session[(32'h0)+:(10)];
        table_update = after$q;
        lookup_slot = slot[(32'h0)+:(12)];
        content[(64'h0)+:(1)] = is_arm$q;
        content[(64'h1)+:(10)] = session[(32'h0)+:(10)];
        content[(64'hb)+:(96)] = (((cmd[(64'h48)+:(32)]) & 96'hffffffffffffffffffffffff) << 32'h40) | (((cmd[(64'h68)+:(32)]) & 96'hffffffffffffffffffffffff) << 32'h20) | ((cmd[(64'h88)+:(32)]) & 96'hffffffffffffffffffffffff);
        lookup_content = content;
        path_arm = is_arm$q;
        body[(64'h0)+:(8)] = k_fence;
        body[(64'h8)+:(8)] = cmd[(64'h0)+:(8)];
        body[(64'h10)+:(8)] = verdict$q;
        body[(64'h18)+:(8)] = ((after$q[(64'h0)+:(3)]) & 8'hff);
        body[(64'h20)+:(16)] = session[(32'h0)+:(16)];
        body[(64'h30)+:(16)] = after$q[(64'h3)+:(16)];
        body[(64'h40)+:(32)] = cmd[(64'hf0)+:(32)];
        body[(64'h60)+:(32)] = after$q[(64'h13)+:(32)];
        body[(64'h80)+:(112)] = 32'h0;
        fence = body;
        idle = state$q == CommandState$Idle;
        applying = (state$q != CommandState$Idle) && (state$q != CommandState$Wait);
        result = verdict$q;
        session_state = ((after$q[(64'h0)+:(3)]) & 8'hff);
        stat_ok = ok$q;
        stat_refused = refused$q;
        if (reset) begin
            state$d = CommandState$Idle;
        end
    end

endmodule // fixnic_core$commands

module fixnic_core$commands$after(d,q,clock);

    // Module arguments
    input wire  [50:0] d;
    output reg  [50:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 51'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$commands$after

module fixnic_core$commands$digit_bad(d,q,clock);

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

endmodule // fixnic_core$commands$digit_bad

module fixnic_core$commands$digits_zero(d,q,clock);

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

endmodule // fixnic_core$commands$digits_zero

module fixnic_core$commands$is_arm(d,q,clock);

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

endmodule // fixnic_core$commands$is_arm

module fixnic_core$commands$is_disarm(d,q,clock);

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

endmodule // fixnic_core$commands$is_disarm

module fixnic_core$commands$is_set(d,q,clock);

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

endmodule // fixnic_core$commands$is_set

module fixnic_core$commands$known(d,q,clock);

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

endmodule // fixnic_core$commands$known

module fixnic_core$commands$ok(d,q,clock);

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

endmodule // fixnic_core$commands$ok

module fixnic_core$commands$refused(d,q,clock);

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

endmodule // fixnic_core$commands$refused

module fixnic_core$commands$sent(d,q,clock);

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

endmodule // fixnic_core$commands$sent

module fixnic_core$commands$session_bad(d,q,clock);

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

endmodule // fixnic_core$commands$session_bad

module fixnic_core$commands$slot_bad(d,q,clock);

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

endmodule // fixnic_core$commands$slot_bad

module fixnic_core$commands$state(d,q,clock);

    // Module arguments
    input wire  [2:0] d;
    output reg  [2:0] q;
    input wire  clock;

    // Enums
    localparam CommandState$Idle = 0;
    localparam CommandState$Wait = 1;
    localparam CommandState$Read = 2;
    localparam CommandState$Fetch = 3;
    localparam CommandState$Check = 4;
    localparam CommandState$Apply = 5;
    localparam CommandState$Path = 6;
    localparam CommandState$Fence = 7;

    // Update code (custom)
    initial begin
       q = 64'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$commands$state

module fixnic_core$commands$verdict(d,q,clock);

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

endmodule // fixnic_core$commands$verdict

module fixnic_core$commands$word(d,q,clock);

    // Module arguments
    input wire  [50:0] d;
    output reg  [50:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 51'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$commands$word

module fixnic_core$commit(clock,reset,segment,hand,ready,holds,held_session,path_busy,frame_end,frame_end_valid,frame_end_read,table_write,table_session,table_update,f_end,f_commit,m_valid,m_verdict,m_flags,m_type,m_received,m_expected,m_start,m_end,e_valid,e_lost,e_hold,event_valid,item);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  [142:0] segment;
    input wire  hand;
    output reg  ready;
    output reg  holds;
    output reg  [9:0] held_session;
    output reg  path_busy;
    input wire  [15:0] frame_end;
    input wire  frame_end_valid;
    output reg  frame_end_read;
    output reg  table_write;
    output reg  [9:0] table_session;
    output reg  [50:0] table_update;
    output reg  f_end;
    output reg  f_commit;
    input wire  m_valid;
    input wire  [3:0] m_verdict;
    input wire  [15:0] m_flags;
    input wire  [15:0] m_type;
    input wire  [39:0] m_received;
    input wire  [39:0] m_expected;
    input wire  [18:0] m_start;
    input wire  [18:0] m_end;
    input wire  e_valid;
    input wire  e_lost;
    input wire  e_hold;
    output reg  event_valid;
    output reg  [240:0] item;

    // Constant declarations
    localparam  k_msg = 8'h1;
    localparam  k_frame = 8'h2;
    localparam  no_session = 16'hffff;
    localparam  unknown = 4'h4;
    localparam  bad_length = 4'h1;
    localparam  s_track = 3'b10;
    localparam  s_lost = 3'b11;
    localparam  s_hold = 3'b100;
    localparam  framing_lost = 16'h100;
    localparam  committed = 16'h1;
    localparam  fcs_bad = 16'h2;
    localparam  truncated = 16'h4;
    localparam  oversize = 16'h8;
    localparam  vlan = 16'h10;
    localparam  ip_checksum_bad = 16'h20;
    localparam  tcp_checksum_bad = 16'h40;
    localparam  standard = 12'h5ea;
    localparam  standard_vlan = 12'h5ee;

    // Enums
    localparam CommitState$Idle = 0;
    localparam CommitState$End = 1;
    localparam CommitState$Compare = 2;
    localparam CommitState$Judge = 3;
    localparam CommitState$Path = 4;
    localparam CommitState$Tell = 5;

    // Stub signals
    reg  [2:0] state$d;
    wire  [2:0] state$q;
    reg  state$clock;
    reg  [142:0] s$d;
    wire  [142:0] s$q;
    reg  s$clock;
    reg  told$d;
    wire  told$q;
    reg  told$clock;
    reg  good$d;
    wire  good$q;
    reg  good$clock;
    reg  [15:0] last$d;
    wire  [15:0] last$q;
    reg  last$clock;
    reg  cut_short$d;
    wire  cut_short$q;
    reg  cut_short$clock;
    reg  commit$d;
    wire  commit$q;
    reg  commit$clock;
    reg  [7:0] messages$d;
    wire  [7:0] messages$q;
    reg  messages$clock;
    reg  [50:0] after$d;
    wire  [50:0] after$q;
    reg  after$clock;
    reg  finish$d;
    wire  finish$q;
    reg  finish$clock;
    reg  [3:0] finished$d;
    wire  [3:0] finished$q;
    reg  finished$clock;
    reg  msg_1$d;
    wire  msg_1$q;
    reg  msg_1$clock;
    reg  [239:0] body_1$d;
    wire  [239:0] body_1$q;
    reg  body_1$clock;
    reg  [18:0] start_1$d;
    wire  [18:0] start_1$q;
    reg  start_1$clock;
    reg  msg_2$d;
    wire  msg_2$q;
    reg  msg_2$clock;
    reg  [239:0] body_2$d;
    wire  [239:0] body_2$q;
    reg  body_2$clock;
    reg  out_valid$d;
    wire  out_valid$q;
    reg  out_valid$clock;
    reg  [240:0] out$d;
    wire  [240:0] out$q;
    reg  out$clock;

    // Local signals
    reg  segment_bad;
    reg  is_good;
    reg  [15:0] flags;
    reg  [239:0] frame;
    reg  [18:0] length;
    reg  [31:0] seq_end;
    reg  [12:0] seq_high;
    reg  [15:0] session_wide;
    reg  [16:0] frame_bytes;

    // Sub module instances
    fixnic_core$commit$state state(
        .d(state$d),
        .q(state$q),
        .clock(state$clock)
    );
    fixnic_core$commit$s s(
        .d(s$d),
        .q(s$q),
        .clock(s$clock)
    );
    fixnic_core$commit$told told(
        .d(told$d),
        .q(told$q),
        .clock(told$clock)
    );
    fixnic_core$commit$good good(
        .d(good$d),
        .q(good$q),
        .clock(good$clock)
    );
    fixnic_core$commit$last last(
        .d(last$d),
        .q(last$q),
        .clock(last$clock)
    );
    fixnic_core$commit$cut_short cut_short(
        .d(cut_short$d),
        .q(cut_short$q),
        .clock(cut_short$clock)
    );
    fixnic_core$commit$commit commit(
        .d(commit$d),
        .q(commit$q),
        .clock(commit$clock)
    );
    fixnic_core$commit$messages messages(
        .d(messages$d),
        .q(messages$q),
        .clock(messages$clock)
    );
    fixnic_core$commit$after after(
        .d(after$d),
        .q(after$q),
        .clock(after$clock)
    );
    fixnic_core$commit$finish finish(
        .d(finish$d),
        .q(finish$q),
        .clock(finish$clock)
    );
    fixnic_core$commit$finished finished(
        .d(finished$d),
        .q(finished$q),
        .clock(finished$clock)
    );
    fixnic_core$commit$msg_1 msg_1(
        .d(msg_1$d),
        .q(msg_1$q),
        .clock(msg_1$clock)
    );
    fixnic_core$commit$body_1 body_1(
        .d(body_1$d),
        .q(body_1$q),
        .clock(body_1$clock)
    );
    fixnic_core$commit$start_1 start_1(
        .d(start_1$d),
        .q(start_1$q),
        .clock(start_1$clock)
    );
    fixnic_core$commit$msg_2 msg_2(
        .d(msg_2$d),
        .q(msg_2$q),
        .clock(msg_2$clock)
    );
    fixnic_core$commit$body_2 body_2(
        .d(body_2$d),
        .q(body_2$q),
        .clock(body_2$clock)
    );
    fixnic_core$commit$out_valid out_valid(
        .d(out_valid$d),
        .q(out_valid$q),
        .clock(out_valid$clock)
    );
    fixnic_core$commit$out out(
        .d(out$d),
        .q(out$q),
        .clock(out$clock)
    );

    // Update code
    always @(*) begin
        state$clock = clock;
        s$clock = clock;
        told$clock = clock;
        good$clock = clock;
        last$clock = clock;
        cut_short$clock = clock;
        commit$clock = clock;
        messages$clock = clock;
        after$clock = clock;
        finish$clock = clock;
        finished$clock = clock;
        msg_1$clock = clock;
        body_1$clock = clock;
        start_1$clock = clock;
        msg_2$clock = clock;
        body_2$clock = clock;
        out_valid$clock = clock;
        out$clock = clock;
        state$d = state$q;
        s$d = s$q;
        told$d = told$q;
        good$d = good$q;
        last$d = last$q;
        cut_short$d = cut_short$q;
        commit$d = commit$q;
        messages$d = messages$q;
        after$d = after$q;
        finish$d = finish$q;
        finished$d = finished$q;
        msg_1$d = msg_1$q;
        body_1$d = body_1$q;
        start_1$d = start_1$q;
        msg_2$d = msg_2$q;
        body_2$d = body_2$q;
        out_valid$d = out_valid$q;
        out$d = out$q;
        segment_bad = 1'b0;
        is_good = 1'b0;
        finish$d = 1'b0;
        told$d = 1'b0;
        table_write = 1'b0;
        frame_end_read = 1'b0;
        out_valid$d = 1'b0;
        out$d[(64'h0)+:(1)] = 1'b0;
        out$d[(64'h1)+:(240)] = body_2$q;
        session_wide = ((s$q[(64'h9)+:(10)]) & 16'hffff);
        seq_end = s$q[(64'h46)+:(32)];
        frame_bytes = ((last$q[(64'h0)+:(12)]) & 17'h1ffff);
        flags = 32'h0;
        if (commit$q) begin
            flags = flags | committed;
        end
        if (last$q[(64'hc)+:(1)]) begin
            flags = flags | fcs_bad;
        end
        if (last$q[(64'hd)+:(1)]) begin
            flags = flags | truncated;
        end
        if ((last$q[(64'h0)+:(12)] > standard_vlan) || ((last$q[(64'h0)+:(12)] > standard) && ~s$q[(64'h7)+:(1)])) begin
            flags = flags | oversize;
        end
        if (s$q[(64'h7)+:(1)]) begin
            flags = flags | vlan;
        end
        if (last$q[(64'he)+:(1)]) begin
            flags = flags | ip_checksum_bad;
        end
        if (last$q[(64'hf)+:(1)]) begin
            flags = flags | tcp_checksum_bad;
        end
        frame[(64'h0)+:(8)] = k_frame;
        frame[(64'h8)+:(8)] = ((s$q[(64'h0)+:(4)]) & 8'hff);
        frame[(64'h10)+:(16)] = flags;
        frame[(64'h20)+:(16)] = no_session;
        frame[(64'h30)+:(16)] = 32'h0;
        frame[(64'h40)+:(64)] = 32'h0;
        frame[(64'h80)+:(16)] = 32'h0;
        frame[(64'h90)+:(16)] = ((last$q[(64'h0)+:(12)]) & 16'hffff);
        frame[(64'ha0)+:(32)] = 32'h0;
        frame[(64'hc0)+:(16)] = 32'h0;
        frame[(64'hd0)+:(16)] = 32'h0;
        frame[(64'he0)+:(8)] = 32'h0;
        frame[(64'he8)+:(8)] = messages$q;
        if (s$q[(64'h0)+:(4)] > unknown) begin
            frame[(64'h20)+:(16)] = session_wide;
            frame[(64'h30)+:(16)] = s$q[(64'h16)+:(16)];
            frame[(64'hc0)+:(16)] = ((s$q[(64'h66)+:(8)]) & 16'hffff);
            frame[(64'hd0)+:(16)] = s$q[(64'h6e)+:(16)];
            frame[(64'he0)+:(8)] = ((after$q[(64'h0)+:(3)]) & 8'hff);
        end
        case (state$q)
            CommitState$Idle:
                begin
                    s$d = segment;
                    if (hand) begin
                        state$d = CommitState$End;
                    end
                end
            CommitState$End:
                begin
                    last$d = frame_end;
                    if (frame_end_valid) begin
                        state$d = CommitState$Compare;
                    end
                end
            CommitState$Compare:
                begin
                    cut_short$d = s$q[(64'h4)+:(1)] && (s$q[(64'h7e)+:(17)] > frame_bytes);
                    last$d[(64'he)+:(1)] = last$q[(64'he)+:(1)] && s$q[(64'h8)+:(1)];
                    state$d = CommitState$Judge;
                end
            CommitState$Judge:
                begin
                    if (cut_short$q) begin
                        s$d[(64'h0)+:(4)] = bad_length;
                        s$d[(64'h6)+:(1)] = 1'b0;
                    end
                    segment_bad = last$q[(64'hf)+:(1)] && s$q[(64'h4)+:(1)] && ~cut_short$q;
                    last$d[(64'hf)+:(1)] = segment_bad;
                    is_good = ~segment_bad && ~last$q[(64'he)+:(1)] && ~last$q[(64'hc)+:(1)] && ~last$q[(64'hd)+:(1)];
                    good$d = is_good;
                    commit$d = is_good && s$q[(64'h5)+:(1)] && ~cut_short$q;
                    finish$d = s$q[(64'h5)+:(1)];
                    state$d = CommitState$Path;
                end
            CommitState$Path:
                begin
                    after$d[(64'h0)+:(3)] = s$q[(64'h13)+:(3)];
                    after$d[(64'h3)+:(16)] = s$q[(64'h16)+:(16)];
                    after$d[(64'h13)+:(32)] = s$q[(64'h26)+:(32)];
                    if (commit$q) begin
                        after$d[(64'h13)+:(32)] = seq_end;
                        after$d[(64'h0)+:(3)] = s_track;
                        if (e_lost) begin
                            after$d[(64'h0)+:(3)] = s_lost;
                        end
                        else if (e_hold) begin
                            after$d[(64'h0)+:(3)] = s_hold;
                        end
                    end
                    if (good$q && s$q[(64'h6)+:(1)]) begin
                        after$d[(64'h0)+:(3)] = s_lost;
                    end
                    if (e_valid || ~s$q[(64'h5)+:(1)]) begin
                        state$d = CommitState$Tell;
                    end
                end
            CommitState$Tell:
                begin
                    told$d = 1'b1;
                    table_write = s$q[(64'h0)+:(4)] > unknown;
                    out_valid$d = 1'b1;
                    out$d[(64'h0)+:(1)] = 1'b1;
                    out$d[(64'h1)+:(240)] = frame;
                    messages$d = 32'h0;
                    frame_end_read = 1'b1;
                    state$d = CommitState$Idle;
                end
            default:
                begin
                    state$d = CommitState$Idle;
                end
        endcase
        ready = state$q == CommitState$Idle;
        holds = ((state$q != CommitState$Idle) || told$q) && (s$q[(64'h5)+:(1)] || s$q[(64'h6)+:(1)]);
        held_session = s$q[(64'h9)+:(10)];
        finished$d = (finished$q << 32'h1) | ((finish$q) & 4'hf);
        path_busy = finish$q || |finished$q || (s$q[(64'h5)+:(1)] && ((state$q == CommitState$End) || (state$q == CommitState$Compare) || (state$q == CommitState$Judge)));
        f_end = finish$q;
        f_commit = commit$q;
        msg_1$d = m_valid;
        if (m_valid) begin
            messages$d = messages$q + 32'h1;
        end
        body_1$d[(64'h0)+:(8)] = k_msg;
        body_1$d[(64'h8)+:(8)] = ((m_verdict) & 8'hff);
        body_1$d[(64'h10)+:(16)] = m_flags;
        body_1$d[(64'h20)+:(16)] = session_wide;
        body_1$d[(64'h30)+:(16)] = s$q[(64'h16)+:(16)];
        body_1$d[(64'h40)+:(32)] = 32'h0;
        length = m_end - m_start;
        body_1$d[(64'h60)+:(32)] = ((length) & 32'hffffffff);
        body_1$d[(64'h80)+:(40)] = m_received;
        body_1$d[(64'ha8)+:(40)] = m_expected;
        body_1$d[(64'hd0)+:(16)] = m_type;
        body_1$d[(64'he0)+:(16)] = 32'h0;
        start_1$d = m_start;
        msg_2$d = msg_1$q;
        body_2$d = body_1$q;
        seq_high = seq_end[(32'h13)+:(13)];
        if (start_1$q > seq_end[(32'h0)+:(19)]) begin
            seq_high = seq_end[(32'h13)+:(13)] - 32'h1;
        end
        body_2$d[(64'h40)+:(32)] = (((seq_high) & 32'hffffffff) << 32'h13) | ((start_1$q) & 32'hffffffff);
        body_2$d[(64'h60)+:(32)] = body_1$q[(64'h60)+:(32)] + 32'h1;
        if (|(body_1$q[(64'h10)+:(16)] & framing_lost)) begin
            body_2$d[(64'h60)+:(32)] = 32'h0;
        end
        if (msg_2$q) begin
            out_valid$d = 1'b1;
        end
        table_session = s$q[(64'h9)+:(10)];
        table_update = after$q;
        event_valid = out_valid$q;
        item = out$q;
        if (reset) begin
            state$d = CommitState$Idle;
            told$d = 1'b0;
            finish$d = 1'b0;
            finished$d = 32'h0;
            messages$d = 32'h0;
            msg_1$d = 1'b0;
            msg_2$d = 1'b0;
            out_valid$d = 1'b0;
        end
    end

endmodule // fixnic_core$commit

module fixnic_core$commit$after(d,q,clock);

    // Module arguments
    input wire  [50:0] d;
    output reg  [50:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 51'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$commit$after

module fixnic_core$commit$body_1(d,q,clock);

    // Module arguments
    input wire  [239:0] d;
    output reg  [239:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 240'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$commit$body_1

module fixnic_core$commit$body_2(d,q,clock);

    // Module arguments
    input wire  [239:0] d;
    output reg  [239:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 240'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$commit$body_2

module fixnic_core$commit$commit(d,q,clock);

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

endmodule // fixnic_core$commit$commit

module fixnic_core$commit$cut_short(d,q,clock);

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

endmodule // fixnic_core$commit$cut_short

module fixnic_core$commit$finish(d,q,clock);

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

endmodule // fixnic_core$commit$finish

module fixnic_core$commit$finished(d,q,clock);

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

endmodule // fixnic_core$commit$finished

module fixnic_core$commit$good(d,q,clock);

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

endmodule // fixnic_core$commit$good

module fixnic_core$commit$last(d,q,clock);

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

endmodule // fixnic_core$commit$last

module fixnic_core$commit$messages(d,q,clock);

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

endmodule // fixnic_core$commit$messages

module fixnic_core$commit$msg_1(d,q,clock);

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

endmodule // fixnic_core$commit$msg_1

module fixnic_core$commit$msg_2(d,q,clock);

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

endmodule // fixnic_core$commit$msg_2

module fixnic_core$commit$out(d,q,clock);

    // Module arguments
    input wire  [240:0] d;
    output reg  [240:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 241'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$commit$out

module fixnic_core$commit$out_valid(d,q,clock);

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

endmodule // fixnic_core$commit$out_valid

module fixnic_core$commit$s(d,q,clock);

    // Module arguments
    input wire  [142:0] d;
    output reg  [142:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 143'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$commit$s

module fixnic_core$commit$start_1(d,q,clock);

    // Module arguments
    input wire  [18:0] d;
    output reg  [18:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 19'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$commit$start_1

module fixnic_core$commit$state(d,q,clock);

    // Module arguments
    input wire  [2:0] d;
    output reg  [2:0] q;
    input wire  clock;

    // Enums
    localparam CommitState$Idle = 0;
    localparam CommitState$End = 1;
    localparam CommitState$Compare = 2;
    localparam CommitState$Judge = 3;
    localparam CommitState$Path = 4;
    localparam CommitState$Tell = 5;

    // Update code (custom)
    initial begin
       q = 64'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$commit$state

module fixnic_core$commit$told(d,q,clock);

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

endmodule // fixnic_core$commit$told

module fixnic_core$counted(d,q,clock);

    // Module arguments
    input wire  [36:0] d;
    output reg  [36:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 37'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$counted

module fixnic_core$drained(d,q,clock);

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

endmodule // fixnic_core$drained

module fixnic_core$ends(clock,reset,write,data_in,read,valid,data_out,level);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  write;
    input wire  [15:0] data_in;
    input wire  read;
    output reg  valid;
    output reg  [15:0] data_out;
    output reg  [15:0] level;

    // Stub signals
    reg  ram$clock;
    reg  [4:0] ram$read_address;
    wire  [15:0] ram$read_data;
    reg  [4:0] ram$write_address;
    reg  [15:0] ram$write_data;
    reg  ram$write_enable;
    reg  [4:0] write_address$d;
    wire  [4:0] write_address$q;
    reg  write_address$clock;
    reg  [4:0] next_address$d;
    wire  [4:0] next_address$q;
    reg  next_address$clock;
    reg  [4:0] held_address$d;
    wire  [4:0] held_address$q;
    reg  held_address$clock;
    reg  [4:0] address_after$d;
    wire  [4:0] address_after$q;
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
    reg  fetched$d;
    wire  fetched$q;
    reg  fetched$clock;
    reg  out_valid$d;
    wire  out_valid$q;
    reg  out_valid$clock;
    reg  [15:0] out$d;
    wire  [15:0] out$q;
    reg  out$clock;

    // Local signals
    reg  take;
    reg  fetch;
    reg  next_is_last;

    // Sub module instances
    fixnic_core$ends$ram ram(
        .clock(ram$clock),
        .read_address(ram$read_address),
        .read_data(ram$read_data),
        .write_address(ram$write_address),
        .write_data(ram$write_data),
        .write_enable(ram$write_enable)
    );
    fixnic_core$ends$write_address write_address(
        .d(write_address$d),
        .q(write_address$q),
        .clock(write_address$clock)
    );
    fixnic_core$ends$next_address next_address(
        .d(next_address$d),
        .q(next_address$q),
        .clock(next_address$clock)
    );
    fixnic_core$ends$held_address held_address(
        .d(held_address$d),
        .q(held_address$q),
        .clock(held_address$clock)
    );
    fixnic_core$ends$address_after address_after(
        .d(address_after$d),
        .q(address_after$q),
        .clock(address_after$clock)
    );
    fixnic_core$ends$any_stored any_stored(
        .d(any_stored$d),
        .q(any_stored$q),
        .clock(any_stored$clock)
    );
    fixnic_core$ends$wrote wrote(
        .d(wrote$d),
        .q(wrote$q),
        .clock(wrote$clock)
    );
    fixnic_core$ends$gave gave(
        .d(gave$d),
        .q(gave$q),
        .clock(gave$clock)
    );
    fixnic_core$ends$count count(
        .d(count$d),
        .q(count$q),
        .clock(count$clock)
    );
    fixnic_core$ends$fetched fetched(
        .d(fetched$d),
        .q(fetched$q),
        .clock(fetched$clock)
    );
    fixnic_core$ends$out_valid out_valid(
        .d(out_valid$d),
        .q(out_valid$q),
        .clock(out_valid$clock)
    );
    fixnic_core$ends$out out(
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
        fetched$clock = clock;
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
        fetched$d = fetched$q;
        out_valid$d = out_valid$q;
        out$d = out$q;
        ram$clock = clock;
        ram$write_enable = write;
        ram$write_address = write_address$q;
        ram$write_data = data_in;
        take = read || ~out_valid$q;
        fetch = (take || ~fetched$q) && any_stored$q;
        ram$read_address = held_address$q;
        if (take || ~fetched$q) begin
            ram$read_address = next_address$q;
            fetched$d = any_stored$q;
        end
        if (fetch) begin
            held_address$d = next_address$q;
            next_address$d = address_after$q;
            address_after$d = address_after$q + 32'h1;
        end
        if (take) begin
            out$d = ram$read_data;
            out_valid$d = fetched$q;
        end
        next_is_last = address_after$q == write_address$q;
        if (write) begin
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
            fetched$d = 1'b0;
            out_valid$d = 1'b0;
        end
    end

endmodule // fixnic_core$ends

module fixnic_core$ends$address_after(d,q,clock);

    // Module arguments
    input wire  [4:0] d;
    output reg  [4:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 5'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$ends$address_after

module fixnic_core$ends$any_stored(d,q,clock);

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

endmodule // fixnic_core$ends$any_stored

module fixnic_core$ends$count(d,q,clock);

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

endmodule // fixnic_core$ends$count

module fixnic_core$ends$fetched(d,q,clock);

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

endmodule // fixnic_core$ends$fetched

module fixnic_core$ends$gave(d,q,clock);

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

endmodule // fixnic_core$ends$gave

module fixnic_core$ends$held_address(d,q,clock);

    // Module arguments
    input wire  [4:0] d;
    output reg  [4:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 5'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$ends$held_address

module fixnic_core$ends$next_address(d,q,clock);

    // Module arguments
    input wire  [4:0] d;
    output reg  [4:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 5'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$ends$next_address

module fixnic_core$ends$out(d,q,clock);

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

endmodule // fixnic_core$ends$out

module fixnic_core$ends$out_valid(d,q,clock);

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

endmodule // fixnic_core$ends$out_valid

module fixnic_core$ends$ram(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [4:0] read_address;
    output reg  [15:0] read_data;
    input wire  [4:0] write_address;
    input wire  [15:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [15:0] words [0:31];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_core$ends$ram

module fixnic_core$ends$write_address(d,q,clock);

    // Module arguments
    input wire  [4:0] d;
    output reg  [4:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 5'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$ends$write_address

module fixnic_core$ends$wrote(d,q,clock);

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

endmodule // fixnic_core$ends$wrote

module fixnic_core$engine(clock,reset,enable,ring_base,ring_log2,doorbell,doorbell_count,idle,m_axi_araddr,m_axi_arlen,m_axi_arsize,m_axi_arburst,m_axi_arvalid,m_axi_arready,m_axi_rdata,m_axi_rresp,m_axi_rlast,m_axi_rvalid,m_axi_rready,m_axis_tx_tdata,m_axis_tx_tkeep,m_axis_tx_tvalid,m_axis_tx_tlast,m_axis_tx_tready,completion_valid,completion_done,completion_ready,event_tx_frame,event_bad_descriptor,event_read_error);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  enable;
    input wire  [63:0] ring_base;
    input wire  [3:0] ring_log2;
    input wire  doorbell;
    input wire  [15:0] doorbell_count;
    output reg  idle;
    output reg  [63:0] m_axi_araddr;
    output reg  [7:0] m_axi_arlen;
    output reg  [2:0] m_axi_arsize;
    output reg  [1:0] m_axi_arburst;
    output reg  m_axi_arvalid;
    input wire  m_axi_arready;
    input wire  [255:0] m_axi_rdata;
    input wire  [1:0] m_axi_rresp;
    input wire  m_axi_rlast;
    input wire  m_axi_rvalid;
    output reg  m_axi_rready;
    output reg  [63:0] m_axis_tx_tdata;
    output reg  [7:0] m_axis_tx_tkeep;
    output reg  m_axis_tx_tvalid;
    output reg  m_axis_tx_tlast;
    input wire  m_axis_tx_tready;
    output reg  completion_valid;
    output reg  [15:0] completion_done;
    input wire  completion_ready;
    output reg  event_tx_frame;
    output reg  event_bad_descriptor;
    output reg  event_read_error;

    // Stub signals
    reg  fetch$clock;
    reg  fetch$reset;
    reg  fetch$run;
    reg  fetch$restart;
    wire  fetch$busy;
    reg  [63:0] fetch$ring_base;
    reg  [3:0] fetch$ring_log2;
    reg  [15:0] fetch$producer;
    wire  [63:0] fetch$araddr;
    wire  [7:0] fetch$arlen;
    wire  fetch$arvalid;
    reg  fetch$arready;
    reg  [255:0] fetch$rdata;
    reg  [1:0] fetch$rresp;
    reg  fetch$rlast;
    reg  fetch$rvalid;
    wire  fetch$buffer_write;
    wire  [6:0] fetch$buffer_address;
    wire  fetch$frame_valid;
    wire  fetch$frame_skip;
    wire  [10:0] fetch$frame_last_byte;
    wire  fetch$frame_half;
    reg  fetch$frame_ready;
    wire  fetch$event_bad_descriptor;
    wire  fetch$event_read_error;
    reg  send$clock;
    reg  send$reset;
    reg  send$run;
    wire  send$busy;
    reg  send$frame_valid;
    reg  send$frame_skip;
    reg  [10:0] send$frame_last_byte;
    reg  send$frame_half;
    wire  send$frame_ready;
    wire  [6:0] send$buffer_address;
    reg  [63:0] send$buffer_word$0;
    reg  [63:0] send$buffer_word$1;
    reg  [63:0] send$buffer_word$2;
    reg  [63:0] send$buffer_word$3;
    wire  [63:0] send$tdata;
    wire  [7:0] send$tkeep;
    wire  send$tvalid;
    wire  send$tlast;
    reg  send$tready;
    wire  send$done;
    wire  send$sent;
    reg  buffer$0$clock;
    reg  [6:0] buffer$0$read_address;
    wire  [63:0] buffer$0$read_data;
    reg  [6:0] buffer$0$write_address;
    reg  [63:0] buffer$0$write_data;
    reg  buffer$0$write_enable;
    reg  buffer$1$clock;
    reg  [6:0] buffer$1$read_address;
    wire  [63:0] buffer$1$read_data;
    reg  [6:0] buffer$1$write_address;
    reg  [63:0] buffer$1$write_data;
    reg  buffer$1$write_enable;
    reg  buffer$2$clock;
    reg  [6:0] buffer$2$read_address;
    wire  [63:0] buffer$2$read_data;
    reg  [6:0] buffer$2$write_address;
    reg  [63:0] buffer$2$write_data;
    reg  buffer$2$write_enable;
    reg  buffer$3$clock;
    reg  [6:0] buffer$3$read_address;
    wire  [63:0] buffer$3$read_data;
    reg  [6:0] buffer$3$write_address;
    reg  [63:0] buffer$3$write_data;
    reg  buffer$3$write_enable;
    reg  running$d;
    wire  running$q;
    reg  running$clock;
    reg  was_enabled$d;
    wire  was_enabled$q;
    reg  was_enabled$clock;
    reg  [15:0] producer$d;
    wire  [15:0] producer$q;
    reg  producer$clock;
    reg  [15:0] done$d;
    wire  [15:0] done$q;
    reg  done$clock;
    reg  completing$d;
    wire  completing$q;
    reg  completing$clock;
    reg  started$d;
    wire  started$q;
    reg  started$clock;
    reg  at_rest$d;
    wire  at_rest$q;
    reg  at_rest$clock;

    // Local signals
    reg  run;
    reg  quiet;
    reg  start;

    // Sub module instances
    fixnic_core$engine$fetch fetch(
        .clock(fetch$clock),
        .reset(fetch$reset),
        .run(fetch$run),
        .restart(fetch$restart),
        .busy(fetch$busy),
        .ring_base(fetch$ring_base),
        .ring_log2(fetch$ring_log2),
        .producer(fetch$producer),
        .araddr(fetch$araddr),
        .arlen(fetch$arlen),
        .arvalid(fetch$arvalid),
        .arready(fetch$arready),
        .rdata(fetch$rdata),
        .rresp(fetch$rresp),
        .rlast(fetch$rlast),
        .rvalid(fetch$rvalid),
        .buffer_write(fetch$buffer_write),
        .buffer_address(fetch$buffer_address),
        .frame_valid(fetch$frame_valid),
        .frame_skip(fetch$frame_skip),
        .frame_last_byte(fetch$frame_last_byte),
        .frame_half(fetch$frame_half),
        .frame_ready(fetch$frame_ready),
        .event_bad_descriptor(fetch$event_bad_descriptor),
        .event_read_error(fetch$event_read_error)
    );
    fixnic_core$engine$send send(
        .clock(send$clock),
        .reset(send$reset),
        .run(send$run),
        .busy(send$busy),
        .frame_valid(send$frame_valid),
        .frame_skip(send$frame_skip),
        .frame_last_byte(send$frame_last_byte),
        .frame_half(send$frame_half),
        .frame_ready(send$frame_ready),
        .buffer_address(send$buffer_address),
        .buffer_word$0(send$buffer_word$0),
        .buffer_word$1(send$buffer_word$1),
        .buffer_word$2(send$buffer_word$2),
        .buffer_word$3(send$buffer_word$3),
        .tdata(send$tdata),
        .tkeep(send$tkeep),
        .tvalid(send$tvalid),
        .tlast(send$tlast),
        .tready(send$tready),
        .done(send$done),
        .sent(send$sent)
    );
    fixnic_core$engine$buffer$0 buffer$0(
        .clock(buffer$0$clock),
        .read_address(buffer$0$read_address),
        .read_data(buffer$0$read_data),
        .write_address(buffer$0$write_address),
        .write_data(buffer$0$write_data),
        .write_enable(buffer$0$write_enable)
    );
    fixnic_core$engine$buffer$1 buffer$1(
        .clock(buffer$1$clock),
        .read_address(buffer$1$read_address),
        .read_data(buffer$1$read_data),
        .write_address(buffer$1$write_address),
        .write_data(buffer$1$write_data),
        .write_enable(buffer$1$write_enable)
    );
    fixnic_core$engine$buffer$2 buffer$2(
        .clock(buffer$2$clock),
        .read_address(buffer$2$read_address),
        .read_data(buffer$2$read_data),
        .write_address(buffer$2$write_address),
        .write_data(buffer$2$write_data),
        .write_enable(buffer$2$write_enable)
    );
    fixnic_core$engine$buffer$3 buffer$3(
        .clock(buffer$3$clock),
        .read_address(buffer$3$read_address),
        .read_data(buffer$3$read_data),
        .write_address(buffer$3$write_address),
        .write_data(buffer$3$write_data),
        .write_enable(buffer$3$write_enable)
    );
    fixnic_core$engine$running running(
        .d(running$d),
        .q(running$q),
        .clock(running$clock)
    );
    fixnic_core$engine$was_enabled was_enabled(
        .d(was_enabled$d),
        .q(was_enabled$q),
        .clock(was_enabled$clock)
    );
    fixnic_core$engine$producer producer(
        .d(producer$d),
        .q(producer$q),
        .clock(producer$clock)
    );
    fixnic_core$engine$done done(
        .d(done$d),
        .q(done$q),
        .clock(done$clock)
    );
    fixnic_core$engine$completing completing(
        .d(completing$d),
        .q(completing$q),
        .clock(completing$clock)
    );
    fixnic_core$engine$started started(
        .d(started$d),
        .q(started$q),
        .clock(started$clock)
    );
    fixnic_core$engine$at_rest at_rest(
        .d(at_rest$d),
        .q(at_rest$q),
        .clock(at_rest$clock)
    );

    // Update code
    always @(*) begin
        running$clock = clock;
        was_enabled$clock = clock;
        producer$clock = clock;
        done$clock = clock;
        completing$clock = clock;
        started$clock = clock;
        at_rest$clock = clock;
        running$d = running$q;
        was_enabled$d = was_enabled$q;
        producer$d = producer$q;
        done$d = done$q;
        completing$d = completing$q;
        started$d = started$q;
        at_rest$d = at_rest$q;
        fetch$clock = clock;
        send$clock = clock;
        fetch$reset = reset;
        send$reset = reset;
        run = running$q && enable;
        quiet = ~fetch$busy && ~send$busy && ~completing$q;
        start = enable && ~running$q && quiet;
        running$d = run || start;
        was_enabled$d = enable;
        if (doorbell) begin
            producer$d = doorbell_count;
        end
        if (~was_enabled$q) begin
            producer$d = 32'h0;
        end
        started$d = start;
        at_rest$d = quiet && ~start && ~started$q;
        idle = at_rest$q;
        fetch$run = run;
        fetch$restart = start;
        fetch$ring_base = ring_base;
        fetch$ring_log2 = ring_log2;
        fetch$producer = producer$q;
        m_axi_araddr = fetch$araddr;
        m_axi_arlen = fetch$arlen;
        m_axi_arsize = 32'h5;
        m_axi_arburst = 32'h1;
        m_axi_arvalid = fetch$arvalid;
        fetch$arready = m_axi_arready;
        fetch$rdata = m_axi_rdata;
        fetch$rresp = m_axi_rresp;
        fetch$rlast = m_axi_rlast;
        fetch$rvalid = m_axi_rvalid;
        m_axi_rready = 1'b1;
        buffer$0$clock = clock;
        buffer$0$write_enable = fetch$buffer_write;
        buffer$0$write_address = fetch$buffer_address;
        buffer$0$write_data = m_axi_rdata[(0 * 32'h40)+:(64)];
        buffer$0$read_address = send$buffer_address;
        send$buffer_word$0 = buffer$0$read_data;
        buffer$1$clock = clock;
        buffer$1$write_enable = fetch$buffer_write;
        buffer$1$write_address = fetch$buffer_address;
        buffer$1$write_data = m_axi_rdata[(1 * 32'h40)+:(64)];
        buffer$1$read_address = send$buffer_address;
        send$buffer_word$1 = buffer$1$read_data;
        buffer$2$clock = clock;
        buffer$2$write_enable = fetch$buffer_write;
        buffer$2$write_address = fetch$buffer_address;
        buffer$2$write_data = m_axi_rdata[(2 * 32'h40)+:(64)];
        buffer$2$read_address = send$buffer_address;
        send$buffer_word$2 = buffer$2$read_data;
        buffer$3$clock = clock;
        buffer$3$write_enable = fetch$buffer_write;
        buffer$3$write_address = fetch$buffer_address;
        buffer$3$write_data = m_axi_rdata[(3 * 32'h40)+:(64)];
        buffer$3$read_address = send$buffer_address;
        send$buffer_word$3 = buffer$3$read_data;
        send$run = run;
        send$frame_valid = fetch$frame_valid;
        send$frame_skip = fetch$frame_skip;
        send$frame_last_byte = fetch$frame_last_byte;
        send$frame_half = fetch$frame_half;
        fetch$frame_ready = send$frame_ready;
        m_axis_tx_tdata = send$tdata;
        m_axis_tx_tkeep = send$tkeep;
        m_axis_tx_tvalid = send$tvalid;
        m_axis_tx_tlast = send$tlast;
        send$tready = m_axis_tx_tready;
        if (completion_ready) begin
            completing$d = 1'b0;
        end
        if (send$done) begin
            done$d = done$q + 32'h1;
            completing$d = 1'b1;
        end
        if (start) begin
            done$d = 32'h0;
        end
        completion_valid = completing$q;
        completion_done = done$q;
        event_tx_frame = send$sent;
        event_bad_descriptor = fetch$event_bad_descriptor;
        event_read_error = fetch$event_read_error;
        if (reset) begin
            running$d = 1'b0;
            was_enabled$d = 1'b0;
            producer$d = 32'h0;
            done$d = 32'h0;
            completing$d = 1'b0;
            started$d = 1'b0;
            at_rest$d = 1'b1;
        end
    end

endmodule // fixnic_core$engine

module fixnic_core$engine$at_rest(d,q,clock);

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

endmodule // fixnic_core$engine$at_rest

module fixnic_core$engine$buffer$0(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [6:0] read_address;
    output reg  [63:0] read_data;
    input wire  [6:0] write_address;
    input wire  [63:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [63:0] words [0:127];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_core$engine$buffer$0

module fixnic_core$engine$buffer$1(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [6:0] read_address;
    output reg  [63:0] read_data;
    input wire  [6:0] write_address;
    input wire  [63:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [63:0] words [0:127];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_core$engine$buffer$1

module fixnic_core$engine$buffer$2(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [6:0] read_address;
    output reg  [63:0] read_data;
    input wire  [6:0] write_address;
    input wire  [63:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [63:0] words [0:127];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_core$engine$buffer$2

module fixnic_core$engine$buffer$3(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [6:0] read_address;
    output reg  [63:0] read_data;
    input wire  [6:0] write_address;
    input wire  [63:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [63:0] words [0:127];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_core$engine$buffer$3

module fixnic_core$engine$completing(d,q,clock);

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

endmodule // fixnic_core$engine$completing

module fixnic_core$engine$done(d,q,clock);

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

endmodule // fixnic_core$engine$done

module fixnic_core$engine$fetch(clock,reset,run,restart,busy,ring_base,ring_log2,producer,araddr,arlen,arvalid,arready,rdata,rresp,rlast,rvalid,buffer_write,buffer_address,frame_valid,frame_skip,frame_last_byte,frame_half,frame_ready,event_bad_descriptor,event_read_error);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  run;
    input wire  restart;
    output reg  busy;
    input wire  [63:0] ring_base;
    input wire  [3:0] ring_log2;
    input wire  [15:0] producer;
    output reg  [63:0] araddr;
    output reg  [7:0] arlen;
    output reg  arvalid;
    input wire  arready;
    input wire  [255:0] rdata;
    input wire  [1:0] rresp;
    input wire  rlast;
    input wire  rvalid;
    output reg  buffer_write;
    output reg  [6:0] buffer_address;
    output reg  frame_valid;
    output reg  frame_skip;
    output reg  [10:0] frame_last_byte;
    output reg  frame_half;
    input wire  frame_ready;
    output reg  event_bad_descriptor;
    output reg  event_read_error;

    // Constant declarations
    localparam  length_min = 32'he;
    localparam  length_max = 32'h800;

    // Enums
    localparam Fetch$Wait = 0;
    localparam Fetch$Offset = 1;
    localparam Fetch$AddressLow = 2;
    localparam Fetch$AddressHigh = 3;
    localparam Fetch$AskDescriptor = 4;
    localparam Fetch$Descriptor = 5;
    localparam Fetch$Inspect = 6;
    localparam Fetch$Decide = 7;
    localparam Fetch$AskFrame = 8;
    localparam Fetch$Frame = 9;
    localparam Fetch$Ready = 10;

    // Stub signals
    reg  [3:0] state$d;
    wire  [3:0] state$q;
    reg  state$clock;
    reg  [15:0] fetched$d;
    wire  [15:0] fetched$q;
    reg  fetched$clock;
    reg  waits$d;
    wire  waits$q;
    reg  waits$clock;
    reg  was_busy$d;
    wire  was_busy$q;
    reg  was_busy$clock;
    reg  [15:0] mask$d;
    wire  [15:0] mask$q;
    reg  mask$clock;
    reg  [31:0] offset$d;
    wire  [31:0] offset$q;
    reg  offset$clock;
    reg  [32:0] low_sum$d;
    wire  [32:0] low_sum$q;
    reg  low_sum$clock;
    reg  [63:0] address$d;
    wire  [63:0] address$q;
    reg  address$clock;
    reg  [7:0] beats_less_one$d;
    wire  [7:0] beats_less_one$q;
    reg  beats_less_one$clock;
    reg  asking$d;
    wire  asking$q;
    reg  asking$clock;
    reg  [31:0] length$d;
    wire  [31:0] length$q;
    reg  length$clock;
    reg  [10:0] last_byte$d;
    wire  [10:0] last_byte$q;
    reg  last_byte$clock;
    reg  misaligned$d;
    wire  misaligned$q;
    reg  misaligned$clock;
    reg  too_short$d;
    wire  too_short$q;
    reg  too_short$clock;
    reg  too_long$d;
    wire  too_long$q;
    reg  too_long$clock;
    reg  [5:0] beat$d;
    wire  [5:0] beat$q;
    reg  beat$clock;
    reg  failed$d;
    wire  failed$q;
    reg  failed$clock;
    reg  skip$d;
    wire  skip$q;
    reg  skip$clock;
    reg  half$d;
    wire  half$q;
    reg  half$clock;
    reg  bad_descriptor$d;
    wire  bad_descriptor$q;
    reg  bad_descriptor$clock;
    reg  read_error$d;
    wire  read_error$q;
    reg  read_error$clock;

    // Local signals
    reg  [31:0] high_sum;
    reg  [31:0] length_less_one;
    reg  error;
    reg  behind;
    reg  [15:0] in_ring;

    // Sub module instances
    fixnic_core$engine$fetch$state state(
        .d(state$d),
        .q(state$q),
        .clock(state$clock)
    );
    fixnic_core$engine$fetch$fetched fetched(
        .d(fetched$d),
        .q(fetched$q),
        .clock(fetched$clock)
    );
    fixnic_core$engine$fetch$waits waits(
        .d(waits$d),
        .q(waits$q),
        .clock(waits$clock)
    );
    fixnic_core$engine$fetch$was_busy was_busy(
        .d(was_busy$d),
        .q(was_busy$q),
        .clock(was_busy$clock)
    );
    fixnic_core$engine$fetch$mask mask(
        .d(mask$d),
        .q(mask$q),
        .clock(mask$clock)
    );
    fixnic_core$engine$fetch$offset offset(
        .d(offset$d),
        .q(offset$q),
        .clock(offset$clock)
    );
    fixnic_core$engine$fetch$low_sum low_sum(
        .d(low_sum$d),
        .q(low_sum$q),
        .clock(low_sum$clock)
    );
    fixnic_core$engine$fetch$address address(
        .d(address$d),
        .q(address$q),
        .clock(address$clock)
    );
    fixnic_core$engine$fetch$beats_less_one beats_less_one(
        .d(beats_less_one$d),
        .q(beats_less_one$q),
        .clock(beats_less_one$clock)
    );
    fixnic_core$engine$fetch$asking asking(
        .d(asking$d),
        .q(asking$q),
        .clock(asking$clock)
    );
    fixnic_core$engine$fetch$length length(
        .d(length$d),
        .q(length$q),
        .clock(length$clock)
    );
    fixnic_core$engine$fetch$last_byte last_byte(
        .d(last_byte$d),
        .q(last_byte$q),
        .clock(last_byte$clock)
    );
    fixnic_core$engine$fetch$misaligned misaligned(
        .d(misaligned$d),
        .q(misaligned$q),
        .clock(misaligned$clock)
    );
    fixnic_core$engine$fetch$too_short too_short(
        .d(too_short$d),
        .q(too_short$q),
        .clock(too_short$clock)
    );
    fixnic_core$engine$fetch$too_long too_long(
        .d(too_long$d),
        .q(too_long$q),
        .clock(too_long$clock)
    );
    fixnic_core$engine$fetch$beat beat(
        .d(beat$d),
        .q(beat$q),
        .clock(beat$clock)
    );
    fixnic_core$engine$fetch$failed failed(
        .d(failed$d),
        .q(failed$q),
        .clock(failed$clock)
    );
    fixnic_core$engine$fetch$skip skip(
        .d(skip$d),
        .q(skip$q),
        .clock(skip$clock)
    );
    fixnic_core$engine$fetch$half half(
        .d(half$d),
        .q(half$q),
        .clock(half$clock)
    );
    fixnic_core$engine$fetch$bad_descriptor bad_descriptor(
        .d(bad_descriptor$d),
        .q(bad_descriptor$q),
        .clock(bad_descriptor$clock)
    );
    fixnic_core$engine$fetch$read_error read_error(
        .d(read_error$d),
        .q(read_error$q),
        .clock(read_error$clock)
    );

    // Update code
    always @(*) begin
        state$clock = clock;
        fetched$clock = clock;
        was_busy$clock = clock;
        waits$clock = clock;
        mask$clock = clock;
        offset$clock = clock;
        low_sum$clock = clock;
        address$clock = clock;
        beats_less_one$clock = clock;
        asking$clock = clock;
        length$clock = clock;
        last_byte$clock = clock;
        misaligned$clock = clock;
        too_short$clock = clock;
        too_long$clock = clock;
        beat$clock = clock;
        failed$clock = clock;
        skip$clock = clock;
        half$clock = clock;
        bad_descriptor$clock = clock;
        read_error$clock = clock;
        state$d = state$q;
        fetched$d = fetched$q;
        was_busy$d = was_busy$q;
        waits$d = waits$q;
        mask$d = mask$q;
        offset$d = offset$q;
        low_sum$d = low_sum$q;
        address$d = address$q;
        beats_less_one$d = beats_less_one$q;
        asking$d = asking$q;
        length$d = length$q;
        last_byte$d = last_byte$q;
        misaligned$d = misaligned$q;
        too_short$d = too_short$q;
        too_long$d = too_long$q;
        beat$d = beat$q;
        failed$d = failed$q;
        skip$d = skip$q;
        half$d = half$q;
        bad_descriptor$d = bad_descriptor$q;
        read_error$d = read_error$q;
        in_ring = 32'h0;
        in_ring = (in_ring & ~(1 << (0)) | ((0 < ring_log2) << (0)));
        in_ring = (in_ring & ~(1 << (1)) | ((1 < ring_log2) << (1)));
        in_ring = (in_ring & ~(1 << (2)) | ((2 < ring_log2) << (2)));
        in_ring = (in_ring & ~(1 << (3)) | ((3 < ring_log2) << (3)));
        in_ring = (in_ring & ~(1 << (4)) | ((4 < ring_log2) << (4)));
        in_ring = (in_ring & ~(1 << (5)) | ((5 < ring_log2) << (5)));
        in_ring = (in_ring & ~(1 << (6)) | ((6 < ring_log2) << (6)));
        in_ring = (in_ring & ~(1 << (7)) | ((7 < ring_log2) << (7)));
        in_ring = (in_ring & ~(1 << (8)) | ((8 < ring_log2) << (8)));
        in_ring = (in_ring & ~(1 << (9)) | ((9 < ring_log2) << (9)));
        in_ring = (in_ring & ~(1 << (10)) | ((10 < ring_log2) << (10)));
        in_ring = (in_ring & ~(1 << (11)) | ((11 < ring_log2) << (11)));
        in_ring = (in_ring & ~(1 << (12)) | ((12 < ring_log2) << (12)));
        in_ring = (in_ring & ~(1 << (13)) | ((13 < ring_log2) << (13)));
        in_ring = (in_ring & ~(1 << (14)) | ((14 < ring_log2) << (14)));
        mask$d = in_ring;
        behind = fetched$q != producer;
        waits$d = behind;
        offset$d = ((fetched$q & mask$q) & 32'hffffffff) << 32'h5;
        low_sum$d = ((ring_base[(32'h0)+:(32)]) & 33'h1ffffffff) + ((offset$q) & 33'h1ffffffff);
        high_sum = ring_base[(32'h20)+:(32)] + ((low_sum$q[(32'h20)+:(1)]) & 32'hffffffff);
        length_less_one = length$q - 32'h1;
        last_byte$d = length_less_one[(32'h0)+:(11)];
        misaligned$d = |address$q[(32'h0)+:(11)];
        too_short$d = length$q < length_min;
        too_long$d = length$q > length_max;
        error = failed$q || |rresp;
        bad_descriptor$d = 1'b0;
        read_error$d = 1'b0;
        buffer_write = 1'b0;
        case (state$q)
            Fetch$Wait:
                begin
                    failed$d = 1'b0;
                    beat$d = 32'h0;
                    if (run && waits$q) begin
                        state$d = Fetch$Offset;
                    end
                end
            Fetch$Offset:
                begin
                    state$d = Fetch$AddressLow;
                end
            Fetch$AddressLow:
                begin
                    state$d = Fetch$AddressHigh;
                end
            Fetch$AddressHigh:
                begin
                    address$d = ((low_sum$q[(32'h0)+:(32)]) & 64'hffffffffffffffff) | (((high_sum) & 64'hffffffffffffffff) << 32'h20);
                    beats_less_one$d = 32'h0;
                    asking$d = 1'b1;
                    fetched$d = fetched$q + 32'h1;
                    state$d = Fetch$AskDescriptor;
                end
            Fetch$AskDescriptor:
                begin
                    if (arready) begin
                        asking$d = 1'b0;
                        state$d = Fetch$Descriptor;
                    end
                end
            Fetch$Descriptor:
                begin
                    address$d = rdata[(32'h0)+:(64)];
                    length$d = rdata[(32'h40)+:(32)];
                    if (rvalid) begin
                        state$d = Fetch$Inspect;
                        if (error) begin
                            read_error$d = 1'b1;
                            skip$d = 1'b1;
                            state$d = Fetch$Ready;
                        end
                    end
                end
            Fetch$Inspect:
                begin
                    state$d = Fetch$Decide;
                end
            Fetch$Decide:
                begin
                    beats_less_one$d = ((last_byte$q[(32'h5)+:(6)]) & 8'hff);
                    if (~run) begin
                        state$d = Fetch$Wait;
                    end
                    else if (misaligned$q || too_short$q || too_long$q) begin
                        bad_descriptor$d = 1'b1;
                        skip$d = 1'b1;
                        state$d = Fetch$Ready;
                    end
                    else begin
                        asking$d = 1'b1;
                        state$d = Fetch$AskFrame;
                    end
                end
            Fetch$AskFrame:
                begin
                    if (arready) begin
                        asking$d = 1'b0;
                        state$d = Fetch$Frame;
                    end
                end
            Fetch$Frame:
                begin
                    buffer_write = rvalid;
                    if (rvalid) begin
                        beat$d = beat$q + 32'h1;
                        failed$d = error;
                        if (rlast) begin
                            read_error$d = error;
                            skip$d = error;
                            state$d = Fetch$Ready;
                        end
                    end
                end
            Fetch$Ready:
                begin
                    if (frame_ready || ~run) begin
                        half$d = ~half$q;
                        state$d = Fetch$Wait;
                    end
                end
            default:
                begin
                    state$d = Fetch$Wait;
                end
        endcase
        araddr = address$q;
        arlen = beats_less_one$q;
        arvalid = asking$q;
        buffer_address = ((beat$q) & 7'h7f);
        buffer_address = (buffer_address & ~(1 << (32'h6)) | ((half$q) << (32'h6)));
        frame_valid = state$q == Fetch$Ready;
        frame_skip = skip$q;
        frame_last_byte = last_byte$q;
        frame_half = half$q;
        event_bad_descriptor = bad_descriptor$q;
        event_read_error = read_error$q;
        was_busy$d = (state$q != Fetch$Wait) || (run && behind);
        busy = was_busy$q;
        if (restart) begin
            fetched$d = 32'h0;
            waits$d = 1'b0;
        end
        if (reset) begin
            state$d = Fetch$Wait;
            fetched$d = 32'h0;
            waits$d = 1'b0;
            asking$d = 1'b0;
            half$d = 1'b0;
        end
    end

endmodule // fixnic_core$engine$fetch

module fixnic_core$engine$fetch$address(d,q,clock);

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

endmodule // fixnic_core$engine$fetch$address

module fixnic_core$engine$fetch$asking(d,q,clock);

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

endmodule // fixnic_core$engine$fetch$asking

module fixnic_core$engine$fetch$bad_descriptor(d,q,clock);

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

endmodule // fixnic_core$engine$fetch$bad_descriptor

module fixnic_core$engine$fetch$beat(d,q,clock);

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

endmodule // fixnic_core$engine$fetch$beat

module fixnic_core$engine$fetch$beats_less_one(d,q,clock);

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

endmodule // fixnic_core$engine$fetch$beats_less_one

module fixnic_core$engine$fetch$failed(d,q,clock);

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

endmodule // fixnic_core$engine$fetch$failed

module fixnic_core$engine$fetch$fetched(d,q,clock);

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

endmodule // fixnic_core$engine$fetch$fetched

module fixnic_core$engine$fetch$half(d,q,clock);

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

endmodule // fixnic_core$engine$fetch$half

module fixnic_core$engine$fetch$last_byte(d,q,clock);

    // Module arguments
    input wire  [10:0] d;
    output reg  [10:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 11'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$engine$fetch$last_byte

module fixnic_core$engine$fetch$length(d,q,clock);

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

endmodule // fixnic_core$engine$fetch$length

module fixnic_core$engine$fetch$low_sum(d,q,clock);

    // Module arguments
    input wire  [32:0] d;
    output reg  [32:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 33'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$engine$fetch$low_sum

module fixnic_core$engine$fetch$mask(d,q,clock);

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

endmodule // fixnic_core$engine$fetch$mask

module fixnic_core$engine$fetch$misaligned(d,q,clock);

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

endmodule // fixnic_core$engine$fetch$misaligned

module fixnic_core$engine$fetch$offset(d,q,clock);

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

endmodule // fixnic_core$engine$fetch$offset

module fixnic_core$engine$fetch$read_error(d,q,clock);

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

endmodule // fixnic_core$engine$fetch$read_error

module fixnic_core$engine$fetch$skip(d,q,clock);

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

endmodule // fixnic_core$engine$fetch$skip

module fixnic_core$engine$fetch$state(d,q,clock);

    // Module arguments
    input wire  [3:0] d;
    output reg  [3:0] q;
    input wire  clock;

    // Enums
    localparam Fetch$Wait = 0;
    localparam Fetch$Offset = 1;
    localparam Fetch$AddressLow = 2;
    localparam Fetch$AddressHigh = 3;
    localparam Fetch$AskDescriptor = 4;
    localparam Fetch$Descriptor = 5;
    localparam Fetch$Inspect = 6;
    localparam Fetch$Decide = 7;
    localparam Fetch$AskFrame = 8;
    localparam Fetch$Frame = 9;
    localparam Fetch$Ready = 10;

    // Update code (custom)
    initial begin
       q = 64'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$engine$fetch$state

module fixnic_core$engine$fetch$too_long(d,q,clock);

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

endmodule // fixnic_core$engine$fetch$too_long

module fixnic_core$engine$fetch$too_short(d,q,clock);

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

endmodule // fixnic_core$engine$fetch$too_short

module fixnic_core$engine$fetch$waits(d,q,clock);

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

endmodule // fixnic_core$engine$fetch$waits

module fixnic_core$engine$fetch$was_busy(d,q,clock);

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

endmodule // fixnic_core$engine$fetch$was_busy

module fixnic_core$engine$producer(d,q,clock);

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

endmodule // fixnic_core$engine$producer

module fixnic_core$engine$running(d,q,clock);

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

endmodule // fixnic_core$engine$running

module fixnic_core$engine$send(clock,reset,run,busy,frame_valid,frame_skip,frame_last_byte,frame_half,frame_ready,buffer_address,buffer_word$0,buffer_word$1,buffer_word$2,buffer_word$3,tdata,tkeep,tvalid,tlast,tready,done,sent);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  run;
    output reg  busy;
    input wire  frame_valid;
    input wire  frame_skip;
    input wire  [10:0] frame_last_byte;
    input wire  frame_half;
    output reg  frame_ready;
    output reg  [6:0] buffer_address;
    input wire  [63:0] buffer_word$0;
    input wire  [63:0] buffer_word$1;
    input wire  [63:0] buffer_word$2;
    input wire  [63:0] buffer_word$3;
    output reg  [63:0] tdata;
    output reg  [7:0] tkeep;
    output reg  tvalid;
    output reg  tlast;
    input wire  tready;
    output reg  done;
    output reg  sent;

    // Enums
    localparam Send$Wait = 0;
    localparam Send$Address = 1;
    localparam Send$Word = 2;
    localparam Send$Beats = 3;
    localparam Send$Last = 4;

    // Stub signals
    reg  [2:0] state$d;
    wire  [2:0] state$q;
    reg  state$clock;
    reg  half$d;
    wire  half$q;
    reg  half$clock;
    reg  [5:0] word_number$d;
    wire  [5:0] word_number$q;
    reg  word_number$clock;
    reg  [63:0] word$0$d;
    wire  [63:0] word$0$q;
    reg  word$0$clock;
    reg  [63:0] word$1$d;
    wire  [63:0] word$1$q;
    reg  word$1$clock;
    reg  [63:0] word$2$d;
    wire  [63:0] word$2$q;
    reg  word$2$clock;
    reg  [63:0] word$3$d;
    wire  [63:0] word$3$q;
    reg  word$3$clock;
    reg  [7:0] beat$d;
    wire  [7:0] beat$q;
    reg  beat$clock;
    reg  [7:0] last_beat$d;
    wire  [7:0] last_beat$q;
    reg  last_beat$clock;
    reg  [7:0] last_keep$d;
    wire  [7:0] last_keep$q;
    reg  last_keep$clock;
    reg  [63:0] data$d;
    wire  [63:0] data$q;
    reg  data$clock;
    reg  [7:0] keep$d;
    wire  [7:0] keep$q;
    reg  keep$clock;
    reg  valid$d;
    wire  valid$q;
    reg  valid$clock;
    reg  last$d;
    wire  last$q;
    reg  last$clock;
    reg  finished$d;
    wire  finished$q;
    reg  finished$clock;
    reg  finished_frame$d;
    wire  finished_frame$q;
    reg  finished_frame$clock;

    // Local signals
    reg  next_word;
    reg  advance;
    reg  is_last;
    reg  [2:0] lane;
    reg  [7:0] lanes;
    reg  [1:0] place;
    reg  [63:0] chosen;

    // Sub module instances
    fixnic_core$engine$send$state state(
        .d(state$d),
        .q(state$q),
        .clock(state$clock)
    );
    fixnic_core$engine$send$half half(
        .d(half$d),
        .q(half$q),
        .clock(half$clock)
    );
    fixnic_core$engine$send$word_number word_number(
        .d(word_number$d),
        .q(word_number$q),
        .clock(word_number$clock)
    );
    fixnic_core$engine$send$word$0 word$0(
        .d(word$0$d),
        .q(word$0$q),
        .clock(word$0$clock)
    );
    fixnic_core$engine$send$word$1 word$1(
        .d(word$1$d),
        .q(word$1$q),
        .clock(word$1$clock)
    );
    fixnic_core$engine$send$word$2 word$2(
        .d(word$2$d),
        .q(word$2$q),
        .clock(word$2$clock)
    );
    fixnic_core$engine$send$word$3 word$3(
        .d(word$3$d),
        .q(word$3$q),
        .clock(word$3$clock)
    );
    fixnic_core$engine$send$beat beat(
        .d(beat$d),
        .q(beat$q),
        .clock(beat$clock)
    );
    fixnic_core$engine$send$last_beat last_beat(
        .d(last_beat$d),
        .q(last_beat$q),
        .clock(last_beat$clock)
    );
    fixnic_core$engine$send$last_keep last_keep(
        .d(last_keep$d),
        .q(last_keep$q),
        .clock(last_keep$clock)
    );
    fixnic_core$engine$send$data data(
        .d(data$d),
        .q(data$q),
        .clock(data$clock)
    );
    fixnic_core$engine$send$keep keep(
        .d(keep$d),
        .q(keep$q),
        .clock(keep$clock)
    );
    fixnic_core$engine$send$valid valid(
        .d(valid$d),
        .q(valid$q),
        .clock(valid$clock)
    );
    fixnic_core$engine$send$last last(
        .d(last$d),
        .q(last$q),
        .clock(last$clock)
    );
    fixnic_core$engine$send$finished finished(
        .d(finished$d),
        .q(finished$q),
        .clock(finished$clock)
    );
    fixnic_core$engine$send$finished_frame finished_frame(
        .d(finished_frame$d),
        .q(finished_frame$q),
        .clock(finished_frame$clock)
    );

    // Update code
    always @(*) begin
        state$clock = clock;
        half$clock = clock;
        word_number$clock = clock;
        beat$clock = clock;
        last_beat$clock = clock;
        last_keep$clock = clock;
        data$clock = clock;
        keep$clock = clock;
        valid$clock = clock;
        last$clock = clock;
        finished$clock = clock;
        finished_frame$clock = clock;
        state$d = state$q;
        half$d = half$q;
        word_number$d = word_number$q;
        beat$d = beat$q;
        last_beat$d = last_beat$q;
        last_keep$d = last_keep$q;
        data$d = data$q;
        keep$d = keep$q;
        valid$d = valid$q;
        last$d = last$q;
        finished$d = finished$q;
        finished_frame$d = finished_frame$q;
        lane = frame_last_byte[(32'h0)+:(3)];
        lanes = 32'h1;
        lanes = (lanes & ~(1 << (1)) | (((1 - 32'h1) < lane) << (1)));
        lanes = (lanes & ~(1 << (2)) | (((2 - 32'h1) < lane) << (2)));
        lanes = (lanes & ~(1 << (3)) | (((3 - 32'h1) < lane) << (3)));
        lanes = (lanes & ~(1 << (4)) | (((4 - 32'h1) < lane) << (4)));
        lanes = (lanes & ~(1 << (5)) | (((5 - 32'h1) < lane) << (5)));
        lanes = (lanes & ~(1 << (6)) | (((6 - 32'h1) < lane) << (6)));
        lanes = (lanes & ~(1 << (7)) | (((7 - 32'h1) < lane) << (7)));
        place = beat$q[(32'h0)+:(2)];
        chosen = 32'h0;
        if (place == 0) begin
            chosen = word$0$q;
        end
        if (place == 1) begin
            chosen = word$1$q;
        end
        if (place == 2) begin
            chosen = word$2$q;
        end
        if (place == 3) begin
            chosen = word$3$q;
        end
        is_last = beat$q == last_beat$q;
        advance = tready || ~valid$q;
        next_word = 1'b0;
        frame_ready = 1'b0;
        finished$d = 1'b0;
        finished_frame$d = 1'b0;
        case (state$q)
            Send$Wait:
                begin
                    half$d = frame_half;
                    word_number$d = 32'h0;
                    beat$d = 32'h0;
                    last_beat$d = frame_last_byte[(32'h3)+:(8)];
                    last_keep$d = lanes;
                    if (run && frame_valid) begin
                        frame_ready = 1'b1;
                        if (frame_skip) begin
                            finished$d = 1'b1;
                        end
                        else begin
                            state$d = Send$Address;
                        end
                    end
                end
            Send$Address:
                begin
                    state$d = Send$Word;
                end
            Send$Word:
                begin
                    next_word = 1'b1;
                    state$d = Send$Beats;
                end
            Send$Beats:
                begin
                    if (advance) begin
                        valid$d = 1'b1;
                        data$d = chosen;
                        keep$d = 32'hff;
                        last$d = is_last;
                        beat$d = beat$q + 32'h1;
                        next_word = &place;
                        if (is_last) begin
                            keep$d = last_keep$q;
                            state$d = Send$Last;
                        end
                    end
                end
            Send$Last:
                begin
                    if (advance) begin
                        valid$d = 1'b0;
                        finished$d = 1'b1;
                        finished_frame$d = 1'b1;
                        state$d = Send$Wait;
                    end
                end
            default:
                begin
                    state$d = Send$Wait;
                end
        endcase
        if (next_word) begin
            word_number$d = word_number$q + 32'h1;
        end
        word$0$clock = clock;
        word$0$d = word$0$q;
        if (next_word) begin
            word$0$d = buffer_word$0;
        end
        word$1$clock = clock;
        word$1$d = word$1$q;
        if (next_word) begin
            word$1$d = buffer_word$1;
        end
        word$2$clock = clock;
        word$2$d = word$2$q;
        if (next_word) begin
            word$2$d = buffer_word$2;
        end
        word$3$clock = clock;
        word$3$d = word$3$q;
        if (next_word) begin
            word$3$d = buffer_word$3;
        end
        buffer_address = ((word_number$q) & 7'h7f);
        buffer_address = (buffer_address & ~(1 << (32'h6)) | ((half$q) << (32'h6)));
        tdata = data$q;
        tkeep = keep$q;
        tvalid = valid$q;
        tlast = last$q;
        done = finished$q;
        sent = finished_frame$q;
        busy = (state$q != Send$Wait) || finished$q;
        if (reset) begin
            state$d = Send$Wait;
            valid$d = 1'b0;
            finished$d = 1'b0;
            finished_frame$d = 1'b0;
        end
    end

endmodule // fixnic_core$engine$send

module fixnic_core$engine$send$beat(d,q,clock);

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

endmodule // fixnic_core$engine$send$beat

module fixnic_core$engine$send$data(d,q,clock);

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

endmodule // fixnic_core$engine$send$data

module fixnic_core$engine$send$finished(d,q,clock);

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

endmodule // fixnic_core$engine$send$finished

module fixnic_core$engine$send$finished_frame(d,q,clock);

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

endmodule // fixnic_core$engine$send$finished_frame

module fixnic_core$engine$send$half(d,q,clock);

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

endmodule // fixnic_core$engine$send$half

module fixnic_core$engine$send$keep(d,q,clock);

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

endmodule // fixnic_core$engine$send$keep

module fixnic_core$engine$send$last(d,q,clock);

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

endmodule // fixnic_core$engine$send$last

module fixnic_core$engine$send$last_beat(d,q,clock);

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

endmodule // fixnic_core$engine$send$last_beat

module fixnic_core$engine$send$last_keep(d,q,clock);

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

endmodule // fixnic_core$engine$send$last_keep

module fixnic_core$engine$send$state(d,q,clock);

    // Module arguments
    input wire  [2:0] d;
    output reg  [2:0] q;
    input wire  clock;

    // Enums
    localparam Send$Wait = 0;
    localparam Send$Address = 1;
    localparam Send$Word = 2;
    localparam Send$Beats = 3;
    localparam Send$Last = 4;

    // Update code (custom)
    initial begin
       q = 64'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$engine$send$state

module fixnic_core$engine$send$valid(d,q,clock);

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

endmodule // fixnic_core$engine$send$valid

module fixnic_core$engine$send$word$0(d,q,clock);

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

endmodule // fixnic_core$engine$send$word$0

module fixnic_core$engine$send$word$1(d,q,clock);

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

endmodule // fixnic_core$engine$send$word$1

module fixnic_core$engine$send$word$2(d,q,clock);

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

endmodule // fixnic_core$engine$send$word$2

module fixnic_core$engine$send$word$3(d,q,clock);

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

endmodule // fixnic_core$engine$send$word$3

module fixnic_core$engine$send$word_number(d,q,clock);

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

endmodule // fixnic_core$engine$send$word_number

module fixnic_core$engine$started(d,q,clock);

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

endmodule // fixnic_core$engine$started

module fixnic_core$engine$was_enabled(d,q,clock);

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

endmodule // fixnic_core$engine$was_enabled

module fixnic_core$entries(clock,reset,write,data_in,read,valid,data_out,level);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  write;
    input wire  [320:0] data_in;
    input wire  read;
    output reg  valid;
    output reg  [320:0] data_out;
    output reg  [15:0] level;

    // Stub signals
    reg  ram$clock;
    reg  [8:0] ram$read_address;
    wire  [320:0] ram$read_data;
    reg  [8:0] ram$write_address;
    reg  [320:0] ram$write_data;
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
    reg  fetched$d;
    wire  fetched$q;
    reg  fetched$clock;
    reg  out_valid$d;
    wire  out_valid$q;
    reg  out_valid$clock;
    reg  [320:0] out$d;
    wire  [320:0] out$q;
    reg  out$clock;

    // Local signals
    reg  take;
    reg  fetch;
    reg  next_is_last;

    // Sub module instances
    fixnic_core$entries$ram ram(
        .clock(ram$clock),
        .read_address(ram$read_address),
        .read_data(ram$read_data),
        .write_address(ram$write_address),
        .write_data(ram$write_data),
        .write_enable(ram$write_enable)
    );
    fixnic_core$entries$write_address write_address(
        .d(write_address$d),
        .q(write_address$q),
        .clock(write_address$clock)
    );
    fixnic_core$entries$next_address next_address(
        .d(next_address$d),
        .q(next_address$q),
        .clock(next_address$clock)
    );
    fixnic_core$entries$held_address held_address(
        .d(held_address$d),
        .q(held_address$q),
        .clock(held_address$clock)
    );
    fixnic_core$entries$address_after address_after(
        .d(address_after$d),
        .q(address_after$q),
        .clock(address_after$clock)
    );
    fixnic_core$entries$any_stored any_stored(
        .d(any_stored$d),
        .q(any_stored$q),
        .clock(any_stored$clock)
    );
    fixnic_core$entries$wrote wrote(
        .d(wrote$d),
        .q(wrote$q),
        .clock(wrote$clock)
    );
    fixnic_core$entries$gave gave(
        .d(gave$d),
        .q(gave$q),
        .clock(gave$clock)
    );
    fixnic_core$entries$count count(
        .d(count$d),
        .q(count$q),
        .clock(count$clock)
    );
    fixnic_core$entries$fetched fetched(
        .d(fetched$d),
        .q(fetched$q),
        .clock(fetched$clock)
    );
    fixnic_core$entries$out_valid out_valid(
        .d(out_valid$d),
        .q(out_valid$q),
        .clock(out_valid$clock)
    );
    fixnic_core$entries$out out(
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
        fetched$clock = clock;
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
        fetched$d = fetched$q;
        out_valid$d = out_valid$q;
        out$d = out$q;
        ram$clock = clock;
        ram$write_enable = write;
        ram$write_address = write_address$q;
        ram$write_data = data_in;
        take = read || ~out_valid$q;
        fetch = (take || ~fetched$q) && any_stored$q;
        ram$read_address = held_address$q;
        if (take || ~fetched$q) begin
            ram$read_address = next_address$q;
            fetched$d = any_stored$q;
        end
        if (fetch) begin
            held_address$d = next_address$q;
            next_address$d = address_after$q;
            address_after$d = address_after$q + 32'h1;
        end
        if (take) begin
            out$d = ram$read_data;
            out_valid$d = fetched$q;
        end
        next_is_last = address_after$q == write_address$q;
        if (write) begin
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
            fetched$d = 1'b0;
            out_valid$d = 1'b0;
        end
    end

endmodule // fixnic_core$entries

module fixnic_core$entries$address_after(d,q,clock);

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

endmodule // fixnic_core$entries$address_after

module fixnic_core$entries$any_stored(d,q,clock);

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

endmodule // fixnic_core$entries$any_stored

module fixnic_core$entries$count(d,q,clock);

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

endmodule // fixnic_core$entries$count

module fixnic_core$entries$fetched(d,q,clock);

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

endmodule // fixnic_core$entries$fetched

module fixnic_core$entries$gave(d,q,clock);

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

endmodule // fixnic_core$entries$gave

module fixnic_core$entries$held_address(d,q,clock);

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

endmodule // fixnic_core$entries$held_address

module fixnic_core$entries$next_address(d,q,clock);

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

endmodule // fixnic_core$entries$next_address

module fixnic_core$entries$out(d,q,clock);

    // Module arguments
    input wire  [320:0] d;
    output reg  [320:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 321'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$entries$out

module fixnic_core$entries$out_valid(d,q,clock);

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

endmodule // fixnic_core$entries$out_valid

module fixnic_core$entries$ram(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [8:0] read_address;
    output reg  [320:0] read_data;
    input wire  [8:0] write_address;
    input wire  [320:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [320:0] words [0:511];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_core$entries$ram

module fixnic_core$entries$write_address(d,q,clock);

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

endmodule // fixnic_core$entries$write_address

module fixnic_core$entries$wrote(d,q,clock);

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

endmodule // fixnic_core$entries$wrote

module fixnic_core$entries_slack(d,q,clock);

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

endmodule // fixnic_core$entries_slack

module fixnic_core$events(clock,reset,write,data_in,read,valid,data_out,level);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  write;
    input wire  [240:0] data_in;
    input wire  read;
    output reg  valid;
    output reg  [240:0] data_out;
    output reg  [15:0] level;

    // Stub signals
    reg  ram$clock;
    reg  [8:0] ram$read_address;
    wire  [240:0] ram$read_data;
    reg  [8:0] ram$write_address;
    reg  [240:0] ram$write_data;
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
    reg  fetched$d;
    wire  fetched$q;
    reg  fetched$clock;
    reg  out_valid$d;
    wire  out_valid$q;
    reg  out_valid$clock;
    reg  [240:0] out$d;
    wire  [240:0] out$q;
    reg  out$clock;

    // Local signals
    reg  take;
    reg  fetch;
    reg  next_is_last;

    // Sub module instances
    fixnic_core$events$ram ram(
        .clock(ram$clock),
        .read_address(ram$read_address),
        .read_data(ram$read_data),
        .write_address(ram$write_address),
        .write_data(ram$write_data),
        .write_enable(ram$write_enable)
    );
    fixnic_core$events$write_address write_address(
        .d(write_address$d),
        .q(write_address$q),
        .clock(write_address$clock)
    );
    fixnic_core$events$next_address next_address(
        .d(next_address$d),
        .q(next_address$q),
        .clock(next_address$clock)
    );
    fixnic_core$events$held_address held_address(
        .d(held_address$d),
        .q(held_address$q),
        .clock(held_address$clock)
    );
    fixnic_core$events$address_after address_after(
        .d(address_after$d),
        .q(address_after$q),
        .clock(address_after$clock)
    );
    fixnic_core$events$any_stored any_stored(
        .d(any_stored$d),
        .q(any_stored$q),
        .clock(any_stored$clock)
    );
    fixnic_core$events$wrote wrote(
        .d(wrote$d),
        .q(wrote$q),
        .clock(wrote$clock)
    );
    fixnic_core$events$gave gave(
        .d(gave$d),
        .q(gave$q),
        .clock(gave$clock)
    );
    fixnic_core$events$count count(
        .d(count$d),
        .q(count$q),
        .clock(count$clock)
    );
    fixnic_core$events$fetched fetched(
        .d(fetched$d),
        .q(fetched$q),
        .clock(fetched$clock)
    );
    fixnic_core$events$out_valid out_valid(
        .d(out_valid$d),
        .q(out_valid$q),
        .clock(out_valid$clock)
    );
    fixnic_core$events$out out(
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
        fetched$clock = clock;
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
        fetched$d = fetched$q;
        out_valid$d = out_valid$q;
        out$d = out$q;
        ram$clock = clock;
        ram$write_enable = write;
        ram$write_address = write_address$q;
        ram$write_data = data_in;
        take = read || ~out_valid$q;
        fetch = (take || ~fetched$q) && any_stored$q;
        ram$read_address = held_address$q;
        if (take || ~fetched$q) begin
            ram$read_address = next_address$q;
            fetched$d = any_stored$q;
        end
        if (fetch) begin
            held_address$d = next_address$q;
            next_address$d = address_after$q;
            address_after$d = address_after$q + 32'h1;
        end
        if (take) begin
            out$d = ram$read_data;
            out_valid$d = fetched$q;
        end
        next_is_last = address_after$q == write_address$q;
        if (write) begin
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
            fetched$d = 1'b0;
            out_valid$d = 1'b0;
        end
    end

endmodule // fixnic_core$events

module fixnic_core$events$address_after(d,q,clock);

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

endmodule // fixnic_core$events$address_after

module fixnic_core$events$any_stored(d,q,clock);

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

endmodule // fixnic_core$events$any_stored

module fixnic_core$events$count(d,q,clock);

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

endmodule // fixnic_core$events$count

module fixnic_core$events$fetched(d,q,clock);

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

endmodule // fixnic_core$events$fetched

module fixnic_core$events$gave(d,q,clock);

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

endmodule // fixnic_core$events$gave

module fixnic_core$events$held_address(d,q,clock);

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

endmodule // fixnic_core$events$held_address

module fixnic_core$events$next_address(d,q,clock);

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

endmodule // fixnic_core$events$next_address

module fixnic_core$events$out(d,q,clock);

    // Module arguments
    input wire  [240:0] d;
    output reg  [240:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 241'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$events$out

module fixnic_core$events$out_valid(d,q,clock);

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

endmodule // fixnic_core$events$out_valid

module fixnic_core$events$ram(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [8:0] read_address;
    output reg  [240:0] read_data;
    input wire  [8:0] write_address;
    input wire  [240:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [240:0] words [0:511];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_core$events$ram

module fixnic_core$events$write_address(d,q,clock);

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

endmodule // fixnic_core$events$write_address

module fixnic_core$events$wrote(d,q,clock);

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

endmodule // fixnic_core$events$wrote

module fixnic_core$format(clock,reset,zero_counts,cfg,epoch,admission,admission_valid,admission_read,item,event_valid,event_read,fence,fence_valid,fence_done,take_entry,entry,phase,m_valid,m_entry,frame_done,stat_event,stat_frame,stat_code,stat_flags,stat_length);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  zero_counts;
    input wire  [159:0] cfg;
    input wire  [7:0] epoch;
    input wire  [175:0] admission;
    input wire  admission_valid;
    output reg  admission_read;
    input wire  [240:0] item;
    input wire  event_valid;
    output reg  event_read;
    input wire  [239:0] fence;
    input wire  fence_valid;
    output reg  fence_done;
    output reg  take_entry;
    input wire  [15:0] entry;
    input wire  phase;
    output reg  m_valid;
    output reg  [320:0] m_entry;
    output reg  frame_done;
    output reg  stat_event;
    output reg  stat_frame;
    output reg  [7:0] stat_code;
    output reg  [15:0] stat_flags;
    output reg  [15:0] stat_length;

    // Constant declarations
    localparam  kind_loss = 8'h4;

    // Enums
    localparam FormatState$Await = 0;
    localparam FormatState$SumFirst = 1;
    localparam FormatState$SumSecond = 2;
    localparam FormatState$Compare = 3;
    localparam FormatState$Frame = 4;

    // Stub signals
    reg  [2:0] state$d;
    wire  [2:0] state$q;
    reg  state$clock;
    reg  [31:0] two_drops$d;
    wire  [31:0] two_drops$q;
    reg  two_drops$clock;
    reg  [31:0] dropped$d;
    wire  [31:0] dropped$q;
    reg  dropped$clock;
    reg  [31:0] told$d;
    wire  [31:0] told$q;
    reg  told$clock;
    reg  valid_1$d;
    wire  valid_1$q;
    reg  valid_1$clock;
    reg  frame_1$d;
    wire  frame_1$q;
    reg  frame_1$clock;
    reg  event_1$d;
    wire  event_1$q;
    reg  event_1$clock;
    reg  [239:0] body_1$d;
    wire  [239:0] body_1$q;
    reg  body_1$clock;
    reg  valid_2$d;
    wire  valid_2$q;
    reg  valid_2$clock;
    reg  frame_2$d;
    wire  frame_2$q;
    reg  frame_2$clock;
    reg  [255:0] word_2$d;
    wire  [255:0] word_2$q;
    reg  word_2$clock;
    reg  [15:0] place_2$d;
    wire  [15:0] place_2$q;
    reg  place_2$clock;
    reg  valid_3$d;
    wire  valid_3$q;
    reg  valid_3$clock;
    reg  [320:0] entry_3$d;
    wire  [320:0] entry_3$q;
    reg  entry_3$clock;
    reg  [32:0] low_3$d;
    wire  [32:0] low_3$q;
    reg  low_3$clock;
    reg  valid_4$d;
    wire  valid_4$q;
    reg  valid_4$clock;
    reg  [320:0] entry_4$d;
    wire  [320:0] entry_4$q;
    reg  entry_4$clock;
    reg  done$d;
    wire  done$q;
    reg  done$clock;
    reg  fenced$d;
    wire  fenced$q;
    reg  fenced$clock;

    // Local signals
    reg  [239:0] frame;
    reg  [239:0] loss;
    reg  [239:0] event_body;
    reg  [239:0] stat_body;
    reg  [63:0] base;
    reg  [31:0] high;
    reg  [7:0] phase_byte;

    // Sub module instances
    fixnic_core$format$state state(
        .d(state$d),
        .q(state$q),
        .clock(state$clock)
    );
    fixnic_core$format$two_drops two_drops(
        .d(two_drops$d),
        .q(two_drops$q),
        .clock(two_drops$clock)
    );
    fixnic_core$format$dropped dropped(
        .d(dropped$d),
        .q(dropped$q),
        .clock(dropped$clock)
    );
    fixnic_core$format$told told(
        .d(told$d),
        .q(told$q),
        .clock(told$clock)
    );
    fixnic_core$format$valid_1 valid_1(
        .d(valid_1$d),
        .q(valid_1$q),
        .clock(valid_1$clock)
    );
    fixnic_core$format$frame_1 frame_1(
        .d(frame_1$d),
        .q(frame_1$q),
        .clock(frame_1$clock)
    );
    fixnic_core$format$event_1 event_1(
        .d(event_1$d),
        .q(event_1$q),
        .clock(event_1$clock)
    );
    fixnic_core$format$body_1 body_1(
        .d(body_1$d),
        .q(body_1$q),
        .clock(body_1$clock)
    );
    fixnic_core$format$valid_2 valid_2(
        .d(valid_2$d),
        .q(valid_2$q),
        .clock(valid_2$clock)
    );
    fixnic_core$format$frame_2 frame_2(
        .d(frame_2$d),
        .q(frame_2$q),
        .clock(frame_2$clock)
    );
    fixnic_core$format$word_2 word_2(
        .d(word_2$d),
        .q(word_2$q),
        .clock(word_2$clock)
    );
    fixnic_core$format$place_2 place_2(
        .d(place_2$d),
        .q(place_2$q),
        .clock(place_2$clock)
    );
    fixnic_core$format$valid_3 valid_3(
        .d(valid_3$d),
        .q(valid_3$q),
        .clock(valid_3$clock)
    );
    fixnic_core$format$entry_3 entry_3(
        .d(entry_3$d),
        .q(entry_3$q),
        .clock(entry_3$clock)
    );
    fixnic_core$format$low_3 low_3(
        .d(low_3$d),
        .q(low_3$q),
        .clock(low_3$clock)
    );
    fixnic_core$format$valid_4 valid_4(
        .d(valid_4$d),
        .q(valid_4$q),
        .clock(valid_4$clock)
    );
    fixnic_core$format$entry_4 entry_4(
        .d(entry_4$d),
        .q(entry_4$q),
        .clock(entry_4$clock)
    );
    fixnic_core$format$done done(
        .d(done$d),
        .q(done$q),
        .clock(done$clock)
    );
    fixnic_core$format$fenced fenced(
        .d(fenced$d),
        .q(fenced$q),
        .clock(fenced$clock)
    );

    // Update code
    always @(*) begin
        state$clock = clock;
        two_drops$clock = clock;
        dropped$clock = clock;
        told$clock = clock;
        valid_1$clock = clock;
        frame_1$clock = clock;
        event_1$clock = clock;
        body_1$clock = clock;
        valid_2$clock = clock;
        frame_2$clock = clock;
        word_2$clock = clock;
        place_2$clock = clock;
        valid_3$clock = clock;
        entry_3$clock = clock;
        low_3$clock = clock;
        valid_4$clock = clock;
        entry_4$clock = clock;
        done$clock = clock;
        fenced$clock = clock;
        state$d = state$q;
        two_drops$d = two_drops$q;
        dropped$d = dropped$q;
        told$d = told$q;
        valid_1$d = valid_1$q;
        frame_1$d = frame_1$q;
        event_1$d = event_1$q;
        body_1$d = body_1$q;
        valid_2$d = valid_2$q;
        frame_2$d = frame_2$q;
        word_2$d = word_2$q;
        place_2$d = place_2$q;
        valid_3$d = valid_3$q;
        entry_3$d = entry_3$q;
        low_3$d = low_3$q;
        valid_4$d = valid_4$q;
        entry_4$d = entry_4$q;
        done$d = done$q;
        fenced$d = fenced$q;
        event_body = item[(64'h1)+:(240)];
        frame[(64'h0)+:(8)] = event_body[(32'h0)+:(8)];
        frame[(64'h8)+:(8)] = event_body[(32'h8)+:(8)];
        frame[(64'h10)+:(16)] = event_body[(32'h10)+:(16)];
        frame[(64'h20)+:(16)] = event_body[(32'h20)+:(16)];
        frame[(64'h30)+:(16)] = event_body[(32'h30)+:(16)];
        frame[(64'h40)+:(64)] = admission[(64'h0)+:(64)];
        frame[(64'h80)+:(16)] = admission[(64'ha0)+:(16)];
        frame[(64'h90)+:(16)] = event_body[(32'h90)+:(16)];
        frame[(64'ha0)+:(32)] = dropped$q;
        frame[(64'hc0)+:(16)] = event_body[(32'hc0)+:(16)];
        frame[(64'hd0)+:(16)] = event_body[(32'hd0)+:(16)];
        frame[(64'he0)+:(8)] = event_body[(32'he0)+:(8)];
        frame[(64'he8)+:(8)] = event_body[(32'he8)+:(8)];
        loss[(64'h0)+:(8)] = kind_loss;
        loss[(64'h8)+:(56)] = 32'h0;
        loss[(64'h40)+:(32)] = admission[(64'h40)+:(32)];
        loss[(64'h60)+:(32)] = admission[(64'h60)+:(32)];
        loss[(64'h80)+:(32)] = admission[(64'h80)+:(32)];
        loss[(64'ha0)+:(80)] = 32'h0;
        valid_1$d = 1'b0;
        frame_1$d = 1'b0;
        event_1$d = 1'b0;
        event_read = 1'b0;
        admission_read = 1'b0;
        fenced$d = 1'b0;
        case (state$q)
            FormatState$Await:
                begin
                    if (fence_valid && ~fenced$q) begin
                        valid_1$d = 1'b1;
                        body_1$d = fence;
                        fenced$d = 1'b1;
                    end
                    else if (admission_valid) begin
                        state$d = FormatState$SumFirst;
                    end
                end
            FormatState$SumFirst:
                begin
                    two_drops$d = admission[(64'h40)+:(32)] + admission[(64'h60)+:(32)];
                    state$d = FormatState$SumSecond;
                end
            FormatState$SumSecond:
                begin
                    dropped$d = two_drops$q + admission[(64'h80)+:(32)];
                    state$d = FormatState$Compare;
                end
            FormatState$Compare:
                begin
                    if (dropped$q != told$q) begin
                        valid_1$d = 1'b1;
                        body_1$d = loss;
                        told$d = dropped$q;
                    end
                    state$d = FormatState$Frame;
                end
            FormatState$Frame:
                begin
                    if (event_valid) begin
                        event_read = 1'b1;
                        valid_1$d = 1'b1;
                        event_1$d = 1'b1;
                        body_1$d = event_body;
                        if (item[(64'h0)+:(1)]) begin
                            frame_1$d = 1'b1;
                            body_1$d = frame;
                            admission_read = 1'b1;
                            state$d = FormatState$Await;
                        end
                    end
                end
            default:
                begin
                    state$d = FormatState$Await;
                end
        endcase
        fence_done = fenced$q;
        stat_body = body_1$q;
        stat_event = event_1$q;
        stat_frame = frame_1$q;
        stat_code = stat_body[(32'h8)+:(8)];
        stat_flags = stat_body[(32'h10)+:(16)];
        stat_length = stat_body[(32'h90)+:(16)];
        take_entry = valid_1$q;
        done$d = frame_1$q;
        frame_done = done$q;
        valid_2$d = valid_1$q;
        frame_2$d = frame_1$q;
        phase_byte = 32'h0;
        if (phase) begin
            phase_byte = 32'h1;
        end
        word_2$d[(64'h0)+:(240)] = body_1$q;
        word_2$d[(64'hf0)+:(8)] = epoch;
        word_2$d[(64'hf8)+:(8)] = phase_byte;
        place_2$d = entry & cfg[(64'h80)+:(16)];
        base = cfg[(64'h0)+:(64)];
        valid_3$d = valid_2$q;
        entry_3$d[(64'h0)+:(256)] = word_2$q;
        entry_3$d[(64'h140)+:(1)] = frame_2$q;
        low_3$d = ((base[(32'h0)+:(32)]) & 33'h1ffffffff) + (((place_2$q) & 33'h1ffffffff) << 32'h5);
        valid_4$d = valid_3$q;
        entry_4$d = entry_3$q;
        high = base[(32'h20)+:(32)] + ((low_3$q[(32'h20)+:(1)]) & 32'hffffffff);
        entry_4$d[(64'h100)+:(64)] = (((high) & 64'hffffffffffffffff) << 32'h20) | ((low_3$q[(32'h0)+:(32)]) & 64'hffffffffffffffff);
        m_valid = valid_4$q;
        m_entry = entry_4$q;
        if (zero_counts) begin
            told$d = 32'h0;
        end
        if (reset) begin
            state$d = FormatState$Await;
            told$d = 32'h0;
            valid_1$d = 1'b0;
            frame_1$d = 1'b0;
            event_1$d = 1'b0;
            valid_2$d = 1'b0;
            valid_3$d = 1'b0;
            valid_4$d = 1'b0;
            done$d = 1'b0;
            fenced$d = 1'b0;
        end
    end

endmodule // fixnic_core$format

module fixnic_core$format$body_1(d,q,clock);

    // Module arguments
    input wire  [239:0] d;
    output reg  [239:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 240'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$format$body_1

module fixnic_core$format$done(d,q,clock);

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

endmodule // fixnic_core$format$done

module fixnic_core$format$dropped(d,q,clock);

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

endmodule // fixnic_core$format$dropped

module fixnic_core$format$entry_3(d,q,clock);

    // Module arguments
    input wire  [320:0] d;
    output reg  [320:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 321'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$format$entry_3

module fixnic_core$format$entry_4(d,q,clock);

    // Module arguments
    input wire  [320:0] d;
    output reg  [320:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 321'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$format$entry_4

module fixnic_core$format$event_1(d,q,clock);

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

endmodule // fixnic_core$format$event_1

module fixnic_core$format$fenced(d,q,clock);

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

endmodule // fixnic_core$format$fenced

module fixnic_core$format$frame_1(d,q,clock);

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

endmodule // fixnic_core$format$frame_1

module fixnic_core$format$frame_2(d,q,clock);

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

endmodule // fixnic_core$format$frame_2

module fixnic_core$format$low_3(d,q,clock);

    // Module arguments
    input wire  [32:0] d;
    output reg  [32:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 33'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$format$low_3

module fixnic_core$format$place_2(d,q,clock);

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

endmodule // fixnic_core$format$place_2

module fixnic_core$format$state(d,q,clock);

    // Module arguments
    input wire  [2:0] d;
    output reg  [2:0] q;
    input wire  clock;

    // Enums
    localparam FormatState$Await = 0;
    localparam FormatState$SumFirst = 1;
    localparam FormatState$SumSecond = 2;
    localparam FormatState$Compare = 3;
    localparam FormatState$Frame = 4;

    // Update code (custom)
    initial begin
       q = 64'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$format$state

module fixnic_core$format$told(d,q,clock);

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

endmodule // fixnic_core$format$told

module fixnic_core$format$two_drops(d,q,clock);

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

endmodule // fixnic_core$format$two_drops

module fixnic_core$format$valid_1(d,q,clock);

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

endmodule // fixnic_core$format$valid_1

module fixnic_core$format$valid_2(d,q,clock);

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

endmodule // fixnic_core$format$valid_2

module fixnic_core$format$valid_3(d,q,clock);

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

endmodule // fixnic_core$format$valid_3

module fixnic_core$format$valid_4(d,q,clock);

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

endmodule // fixnic_core$format$valid_4

module fixnic_core$format$word_2(d,q,clock);

    // Module arguments
    input wire  [255:0] d;
    output reg  [255:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 256'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$format$word_2

module fixnic_core$gate(clock,reset,zero_counts,s_beat,s_beat_valid,s_beat_read,s_arrival,s_arrival_valid,s_arrival_read,cfg_enabled,ring_entries_free,ring_granules_ok,ring_granule,ring_settled,ring_first,ring_more,slack,frame_done,command_ready,command_start,command_done,quiet_request,quiet,idle,m_valid,m_beat,m_sof,admission_valid,admission,stat_disabled,stat_ring);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  zero_counts;
    input wire  [69:0] s_beat;
    input wire  s_beat_valid;
    output reg  s_beat_read;
    input wire  [95:0] s_arrival;
    input wire  s_arrival_valid;
    output reg  s_arrival_read;
    input wire  cfg_enabled;
    input wire  [15:0] ring_entries_free;
    input wire  ring_granules_ok;
    input wire  [15:0] ring_granule;
    input wire  ring_settled;
    output reg  ring_first;
    output reg  ring_more;
    input wire  slack;
    input wire  frame_done;
    input wire  command_ready;
    output reg  command_start;
    input wire  command_done;
    input wire  quiet_request;
    output reg  quiet;
    output reg  idle;
    output reg  m_valid;
    output reg  [69:0] m_beat;
    output reg  m_sof;
    output reg  admission_valid;
    output reg  [175:0] admission;
    output reg  stat_disabled;
    output reg  stat_ring;

    // Constant declarations
    localparam  settle_clocks = 3'b101;
    localparam  frame_entries = 16'h28;
    localparam  many = 6'b11000;

    // Enums
    localparam GateState$Boundary = 0;
    localparam GateState$Deliver = 1;
    localparam GateState$Drop = 2;
    localparam GateState$Command = 3;
    localparam GateState$Quiet = 4;

    // Stub signals
    reg  [2:0] state$d;
    wire  [2:0] state$q;
    reg  state$clock;
    reg  first$d;
    wire  first$q;
    reg  first$clock;
    reg  [2:0] beat_in_granule$d;
    wire  [2:0] beat_in_granule$q;
    reg  beat_in_granule$clock;
    reg  [2:0] settle$d;
    wire  [2:0] settle$q;
    reg  settle$clock;
    reg  [15:0] reserved$d;
    wire  [15:0] reserved$q;
    reg  reserved$clock;
    reg  [5:0] under_way$d;
    wire  [5:0] under_way$q;
    reg  under_way$clock;
    reg  none_now$d;
    wire  none_now$q;
    reg  none_now$clock;
    reg  none_before$d;
    wire  none_before$q;
    reg  none_before$clock;
    reg  none_under_way$d;
    wire  none_under_way$q;
    reg  none_under_way$clock;
    reg  many_under_way$d;
    wire  many_under_way$q;
    reg  many_under_way$clock;
    reg  [15:0] entries_wanted$d;
    wire  [15:0] entries_wanted$q;
    reg  entries_wanted$clock;
    reg  entries_ok$d;
    wire  entries_ok$q;
    reg  entries_ok$clock;
    reg  [3:0] done_delay$d;
    wire  [3:0] done_delay$q;
    reg  done_delay$clock;
    reg  [31:0] drop_disabled$d;
    wire  [31:0] drop_disabled$q;
    reg  drop_disabled$clock;
    reg  [31:0] drop_ring$d;
    wire  [31:0] drop_ring$q;
    reg  drop_ring$clock;
    reg  out_valid$d;
    wire  out_valid$q;
    reg  out_valid$clock;
    reg  [69:0] out_beat$d;
    wire  [69:0] out_beat$q;
    reg  out_beat$clock;
    reg  out_sof$d;
    wire  out_sof$q;
    reg  out_sof$clock;
    reg  admit$d;
    wire  admit$q;
    reg  admit$clock;
    reg  [175:0] admitted$d;
    wire  [175:0] admitted$q;
    reg  admitted$clock;
    reg  was_disabled$d;
    wire  was_disabled$q;
    reg  was_disabled$clock;
    reg  was_ring$d;
    wire  was_ring$q;
    reg  was_ring$clock;
    reg  started$d;
    wire  started$q;
    reg  started$clock;

    // Local signals
    reg  deliver;
    reg  refuse;
    reg  finish;
    reg  take;

    // Sub module instances
    fixnic_core$gate$state state(
        .d(state$d),
        .q(state$q),
        .clock(state$clock)
    );
    fixnic_core$gate$first first(
        .d(first$d),
        .q(first$q),
        .clock(first$clock)
    );
    fixnic_core$gate$beat_in_granule beat_in_granule(
        .d(beat_in_granule$d),
        .q(beat_in_granule$q),
        .clock(beat_in_granule$clock)
    );
    fixnic_core$gate$settle settle(
        .d(settle$d),
        .q(settle$q),
        .clock(settle$clock)
    );
    fixnic_core$gate$reserved reserved(
        .d(reserved$d),
        .q(reserved$q),
        .clock(reserved$clock)
    );
    fixnic_core$gate$under_way under_way(
        .d(under_way$d),
        .q(under_way$q),
        .clock(under_way$clock)
    );
    fixnic_core$gate$none_now none_now(
        .d(none_now$d),
        .q(none_now$q),
        .clock(none_now$clock)
    );
    fixnic_core$gate$none_before none_before(
        .d(none_before$d),
        .q(none_before$q),
        .clock(none_before$clock)
    );
    fixnic_core$gate$none_under_way none_under_way(
        .d(none_under_way$d),
        .q(none_under_way$q),
        .clock(none_under_way$clock)
    );
    fixnic_core$gate$many_under_way many_under_way(
        .d(many_under_way$d),
        .q(many_under_way$q),
        .clock(many_under_way$clock)
    );
    fixnic_core$gate$entries_wanted entries_wanted(
        .d(entries_wanted$d),
        .q(entries_wanted$q),
        .clock(entries_wanted$clock)
    );
    fixnic_core$gate$entries_ok entries_ok(
        .d(entries_ok$d),
        .q(entries_ok$q),
        .clock(entries_ok$clock)
    );
    fixnic_core$gate$done_delay done_delay(
        .d(done_delay$d),
        .q(done_delay$q),
        .clock(done_delay$clock)
    );
    fixnic_core$gate$drop_disabled drop_disabled(
        .d(drop_disabled$d),
        .q(drop_disabled$q),
        .clock(drop_disabled$clock)
    );
    fixnic_core$gate$drop_ring drop_ring(
        .d(drop_ring$d),
        .q(drop_ring$q),
        .clock(drop_ring$clock)
    );
    fixnic_core$gate$out_valid out_valid(
        .d(out_valid$d),
        .q(out_valid$q),
        .clock(out_valid$clock)
    );
    fixnic_core$gate$out_beat out_beat(
        .d(out_beat$d),
        .q(out_beat$q),
        .clock(out_beat$clock)
    );
    fixnic_core$gate$out_sof out_sof(
        .d(out_sof$d),
        .q(out_sof$q),
        .clock(out_sof$clock)
    );
    fixnic_core$gate$admit admit(
        .d(admit$d),
        .q(admit$q),
        .clock(admit$clock)
    );
    fixnic_core$gate$admitted admitted(
        .d(admitted$d),
        .q(admitted$q),
        .clock(admitted$clock)
    );
    fixnic_core$gate$was_disabled was_disabled(
        .d(was_disabled$d),
        .q(was_disabled$q),
        .clock(was_disabled$clock)
    );
    fixnic_core$gate$was_ring was_ring(
        .d(was_ring$d),
        .q(was_ring$q),
        .clock(was_ring$clock)
    );
    fixnic_core$gate$started started(
        .d(started$d),
        .q(started$q),
        .clock(started$clock)
    );

    // Update code
    always @(*) begin
        state$clock = clock;
        first$clock = clock;
        beat_in_granule$clock = clock;
        settle$clock = clock;
        reserved$clock = clock;
        under_way$clock = clock;
        none_now$clock = clock;
        none_before$clock = clock;
        none_under_way$clock = clock;
        many_under_way$clock = clock;
        entries_wanted$clock = clock;
        entries_ok$clock = clock;
        done_delay$clock = clock;
        drop_disabled$clock = clock;
        drop_ring$clock = clock;
        out_valid$clock = clock;
        out_beat$clock = clock;
        out_sof$clock = clock;
        admit$clock = clock;
        admitted$clock = clock;
        was_disabled$clock = clock;
        was_ring$clock = clock;
        started$clock = clock;
        state$d = state$q;
        first$d = first$q;
        beat_in_granule$d = beat_in_granule$q;
        settle$d = settle$q;
        reserved$d = reserved$q;
        under_way$d = under_way$q;
        none_now$d = none_now$q;
        none_before$d = none_before$q;
        none_under_way$d = none_under_way$q;
        many_under_way$d = many_under_way$q;
        entries_wanted$d = entries_wanted$q;
        entries_ok$d = entries_ok$q;
        done_delay$d = done_delay$q;
        drop_disabled$d = drop_disabled$q;
        drop_ring$d = drop_ring$q;
        out_valid$d = out_valid$q;
        out_beat$d = out_beat$q;
        out_sof$d = out_sof$q;
        admit$d = admit$q;
        admitted$d = admitted$q;
        was_disabled$d = was_disabled$q;
        was_ring$d = was_ring$q;
        started$d = started$q;
        done_delay$d = ((done_delay$q << 32'h1) & ~(1 << (32'h0)) | ((frame_done) << (32'h0)));
        finish = done_delay$q[32'h3];
        deliver = 1'b0;
        take = 1'b0;
        admit$d = 1'b0;
        was_disabled$d = 1'b0;
        refuse = 1'b0;
        started$d = 1'b0;
        ring_first = 1'b0;
        ring_more = 1'b0;
        if (|settle$q) begin
            settle$d = settle$q - 32'h1;
        end
        case (state$q)
            GateState$Boundary:
                begin
                    first$d = 1'b1;
                    beat_in_granule$d = 32'h0;
                    if (quiet_request) begin
                        if (none_under_way$q && ~|settle$q) begin
                            state$d = GateState$Quiet;
                        end
                    end
                    else if (command_ready) begin
                        if (none_under_way$q && ~|settle$q) begin
                            started$d = 1'b1;
                            state$d = GateState$Command;
                        end
                    end
                    else if (s_beat_valid && s_arrival_valid) begin
                        if (~cfg_enabled) begin
                            was_disabled$d = 1'b1;
                            drop_disabled$d = drop_disabled$q + 32'h1;
                            state$d = GateState$Drop;
                        end
                        else if (~|settle$q && ring_settled && ~many_under_way$q) begin
                            if (~ring_granules_ok) begin
                                refuse = 1'b1;
                            end
                            else if (entries_ok$q) begin
                                deliver = 1'b1;
                            end
                            else if (none_under_way$q) begin
                                refuse = 1'b1;
                            end
                        end
                    end
                end
            GateState$Deliver:
                begin
                    take = s_beat_valid && slack;
                end
            GateState$Drop:
                begin
                    take = s_beat_valid;
                end
            GateState$Command:
                begin
                    if (command_done) begin
                        settle$d = settle_clocks;
                        state$d = GateState$Boundary;
                    end
                end
            GateState$Quiet:
                begin
                    if (~quiet_request) begin
                        settle$d = settle_clocks;
                        state$d = GateState$Boundary;
                    end
                end
            default:
                begin
                    state$d = GateState$Boundary;
                end
        endcase
        if (deliver) begin
            state$d = GateState$Deliver;
            settle$d = settle_clocks;
            admit$d = 1'b1;
        end
        was_ring$d = refuse;
        if (refuse) begin
            drop_ring$d = drop_ring$q + 32'h1;
            state$d = GateState$Drop;
        end
        out_valid$d = 1'b0;
        out_beat$d = s_beat;
        out_sof$d = first$q;
        if (take) begin
            first$d = 1'b0;
            beat_in_granule$d = beat_in_granule$q + 32'h1;
            if (s_beat[(64'h43)+:(1)]) begin
                state$d = GateState$Boundary;
            end
            if (state$q == GateState$Deliver) begin
                out_valid$d = 1'b1;
                ring_first = first$q;
                ring_more = ~first$q && ~|beat_in_granule$q;
            end
        end
        s_beat_read = take;
        s_arrival_read = admit$q || was_disabled$q || was_ring$q;
        if (deliver && ~finish) begin
            under_way$d = under_way$q + 32'h1;
            reserved$d = reserved$q + frame_entries;
        end
        if (finish && ~deliver) begin
            under_way$d = under_way$q - 32'h1;
            reserved$d = reserved$q - frame_entries;
        end
        none_now$d = ~|under_way$q;
        none_before$d = none_now$q;
        none_under_way$d = none_before$q && none_now$q;
        many_under_way$d = under_way$q >= many;
        entries_wanted$d = reserved$q + frame_entries;
        entries_ok$d = ring_entries_free >= entries_wanted$q;
        admitted$d[(64'h0)+:(64)] = s_arrival[(64'h0)+:(64)];
        admitted$d[(64'h40)+:(32)] = s_arrival[(64'h40)+:(32)];
        admitted$d[(64'h60)+:(32)] = drop_disabled$q;
        admitted$d[(64'h80)+:(32)] = drop_ring$q;
        admitted$d[(64'ha0)+:(16)] = ring_granule;
        command_start = started$q;
        quiet = state$q == GateState$Quiet;
        idle = none_under_way$q && ((state$q == GateState$Boundary) || (state$q == GateState$Quiet));
        m_valid = out_valid$q;
        m_beat = out_beat$q;
        m_sof = out_sof$q;
        admission_valid = admit$q;
        admission = admitted$q;
        stat_disabled = was_disabled$q;
        stat_ring = was_ring$q;
        if (zero_counts) begin
            drop_disabled$d = 32'h0;
            drop_ring$d = 32'h0;
        end
        if (reset) begin
            state$d = GateState$Boundary;
            settle$d = settle_clocks;
            reserved$d = 32'h0;
            under_way$d = 32'h0;
            done_delay$d = 32'h0;
            drop_disabled$d = 32'h0;
            drop_ring$d = 32'h0;
            out_valid$d = 1'b0;
            admit$d = 1'b0;
            started$d = 1'b0;
        end
    end

endmodule // fixnic_core$gate

module fixnic_core$gate$admit(d,q,clock);

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

endmodule // fixnic_core$gate$admit

module fixnic_core$gate$admitted(d,q,clock);

    // Module arguments
    input wire  [175:0] d;
    output reg  [175:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 176'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$gate$admitted

module fixnic_core$gate$beat_in_granule(d,q,clock);

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

endmodule // fixnic_core$gate$beat_in_granule

module fixnic_core$gate$done_delay(d,q,clock);

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

endmodule // fixnic_core$gate$done_delay

module fixnic_core$gate$drop_disabled(d,q,clock);

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

endmodule // fixnic_core$gate$drop_disabled

module fixnic_core$gate$drop_ring(d,q,clock);

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

endmodule // fixnic_core$gate$drop_ring

module fixnic_core$gate$entries_ok(d,q,clock);

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

endmodule // fixnic_core$gate$entries_ok

module fixnic_core$gate$entries_wanted(d,q,clock);

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

endmodule // fixnic_core$gate$entries_wanted

module fixnic_core$gate$first(d,q,clock);

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

endmodule // fixnic_core$gate$first

module fixnic_core$gate$many_under_way(d,q,clock);

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

endmodule // fixnic_core$gate$many_under_way

module fixnic_core$gate$none_before(d,q,clock);

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

endmodule // fixnic_core$gate$none_before

module fixnic_core$gate$none_now(d,q,clock);

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

endmodule // fixnic_core$gate$none_now

module fixnic_core$gate$none_under_way(d,q,clock);

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

endmodule // fixnic_core$gate$none_under_way

module fixnic_core$gate$out_beat(d,q,clock);

    // Module arguments
    input wire  [69:0] d;
    output reg  [69:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 70'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$gate$out_beat

module fixnic_core$gate$out_sof(d,q,clock);

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

endmodule // fixnic_core$gate$out_sof

module fixnic_core$gate$out_valid(d,q,clock);

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

endmodule // fixnic_core$gate$out_valid

module fixnic_core$gate$reserved(d,q,clock);

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

endmodule // fixnic_core$gate$reserved

module fixnic_core$gate$settle(d,q,clock);

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

endmodule // fixnic_core$gate$settle

module fixnic_core$gate$started(d,q,clock);

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

endmodule // fixnic_core$gate$started

module fixnic_core$gate$state(d,q,clock);

    // Module arguments
    input wire  [2:0] d;
    output reg  [2:0] q;
    input wire  clock;

    // Enums
    localparam GateState$Boundary = 0;
    localparam GateState$Deliver = 1;
    localparam GateState$Drop = 2;
    localparam GateState$Command = 3;
    localparam GateState$Quiet = 4;

    // Update code (custom)
    initial begin
       q = 64'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$gate$state

module fixnic_core$gate$under_way(d,q,clock);

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

endmodule // fixnic_core$gate$under_way

module fixnic_core$gate$was_disabled(d,q,clock);

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

endmodule // fixnic_core$gate$was_disabled

module fixnic_core$gate$was_ring(d,q,clock);

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

endmodule // fixnic_core$gate$was_ring

module fixnic_core$halves(clock,reset,write,data_in,read,valid,data_out,level);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  write;
    input wire  [321:0] data_in;
    input wire  read;
    output reg  valid;
    output reg  [321:0] data_out;
    output reg  [15:0] level;

    // Stub signals
    reg  ram$clock;
    reg  [8:0] ram$read_address;
    wire  [321:0] ram$read_data;
    reg  [8:0] ram$write_address;
    reg  [321:0] ram$write_data;
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
    reg  fetched$d;
    wire  fetched$q;
    reg  fetched$clock;
    reg  out_valid$d;
    wire  out_valid$q;
    reg  out_valid$clock;
    reg  [321:0] out$d;
    wire  [321:0] out$q;
    reg  out$clock;

    // Local signals
    reg  take;
    reg  fetch;
    reg  next_is_last;

    // Sub module instances
    fixnic_core$halves$ram ram(
        .clock(ram$clock),
        .read_address(ram$read_address),
        .read_data(ram$read_data),
        .write_address(ram$write_address),
        .write_data(ram$write_data),
        .write_enable(ram$write_enable)
    );
    fixnic_core$halves$write_address write_address(
        .d(write_address$d),
        .q(write_address$q),
        .clock(write_address$clock)
    );
    fixnic_core$halves$next_address next_address(
        .d(next_address$d),
        .q(next_address$q),
        .clock(next_address$clock)
    );
    fixnic_core$halves$held_address held_address(
        .d(held_address$d),
        .q(held_address$q),
        .clock(held_address$clock)
    );
    fixnic_core$halves$address_after address_after(
        .d(address_after$d),
        .q(address_after$q),
        .clock(address_after$clock)
    );
    fixnic_core$halves$any_stored any_stored(
        .d(any_stored$d),
        .q(any_stored$q),
        .clock(any_stored$clock)
    );
    fixnic_core$halves$wrote wrote(
        .d(wrote$d),
        .q(wrote$q),
        .clock(wrote$clock)
    );
    fixnic_core$halves$gave gave(
        .d(gave$d),
        .q(gave$q),
        .clock(gave$clock)
    );
    fixnic_core$halves$count count(
        .d(count$d),
        .q(count$q),
        .clock(count$clock)
    );
    fixnic_core$halves$fetched fetched(
        .d(fetched$d),
        .q(fetched$q),
        .clock(fetched$clock)
    );
    fixnic_core$halves$out_valid out_valid(
        .d(out_valid$d),
        .q(out_valid$q),
        .clock(out_valid$clock)
    );
    fixnic_core$halves$out out(
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
        fetched$clock = clock;
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
        fetched$d = fetched$q;
        out_valid$d = out_valid$q;
        out$d = out$q;
        ram$clock = clock;
        ram$write_enable = write;
        ram$write_address = write_address$q;
        ram$write_data = data_in;
        take = read || ~out_valid$q;
        fetch = (take || ~fetched$q) && any_stored$q;
        ram$read_address = held_address$q;
        if (take || ~fetched$q) begin
            ram$read_address = next_address$q;
            fetched$d = any_stored$q;
        end
        if (fetch) begin
            held_address$d = next_address$q;
            next_address$d = address_after$q;
            address_after$d = address_after$q + 32'h1;
        end
        if (take) begin
            out$d = ram$read_data;
            out_valid$d = fetched$q;
        end
        next_is_last = address_after$q == write_address$q;
        if (write) begin
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
            fetched$d = 1'b0;
            out_valid$d = 1'b0;
        end
    end

endmodule // fixnic_core$halves

module fixnic_core$halves$address_after(d,q,clock);

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

endmodule // fixnic_core$halves$address_after

module fixnic_core$halves$any_stored(d,q,clock);

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

endmodule // fixnic_core$halves$any_stored

module fixnic_core$halves$count(d,q,clock);

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

endmodule // fixnic_core$halves$count

module fixnic_core$halves$fetched(d,q,clock);

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

endmodule // fixnic_core$halves$fetched

module fixnic_core$halves$gave(d,q,clock);

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

endmodule // fixnic_core$halves$gave

module fixnic_core$halves$held_address(d,q,clock);

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

endmodule // fixnic_core$halves$held_address

module fixnic_core$halves$next_address(d,q,clock);

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

endmodule // fixnic_core$halves$next_address

module fixnic_core$halves$out(d,q,clock);

    // Module arguments
    input wire  [321:0] d;
    output reg  [321:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 322'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$halves$out

module fixnic_core$halves$out_valid(d,q,clock);

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

endmodule // fixnic_core$halves$out_valid

module fixnic_core$halves$ram(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [8:0] read_address;
    output reg  [321:0] read_data;
    input wire  [8:0] write_address;
    input wire  [321:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [321:0] words [0:511];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_core$halves$ram

module fixnic_core$halves$write_address(d,q,clock);

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

endmodule // fixnic_core$halves$write_address

module fixnic_core$halves$wrote(d,q,clock);

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

endmodule // fixnic_core$halves$wrote

module fixnic_core$halves_slack(d,q,clock);

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

endmodule // fixnic_core$halves_slack

module fixnic_core$headers(clock,reset,write,data_in,read,valid,data_out,level);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  write;
    input wire  [79:0] data_in;
    input wire  read;
    output reg  valid;
    output reg  [79:0] data_out;
    output reg  [15:0] level;

    // Stub signals
    reg  ram$clock;
    reg  [4:0] ram$read_address;
    wire  [79:0] ram$read_data;
    reg  [4:0] ram$write_address;
    reg  [79:0] ram$write_data;
    reg  ram$write_enable;
    reg  [4:0] write_address$d;
    wire  [4:0] write_address$q;
    reg  write_address$clock;
    reg  [4:0] next_address$d;
    wire  [4:0] next_address$q;
    reg  next_address$clock;
    reg  [4:0] held_address$d;
    wire  [4:0] held_address$q;
    reg  held_address$clock;
    reg  [4:0] address_after$d;
    wire  [4:0] address_after$q;
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
    reg  fetched$d;
    wire  fetched$q;
    reg  fetched$clock;
    reg  out_valid$d;
    wire  out_valid$q;
    reg  out_valid$clock;
    reg  [79:0] out$d;
    wire  [79:0] out$q;
    reg  out$clock;

    // Local signals
    reg  take;
    reg  fetch;
    reg  next_is_last;

    // Sub module instances
    fixnic_core$headers$ram ram(
        .clock(ram$clock),
        .read_address(ram$read_address),
        .read_data(ram$read_data),
        .write_address(ram$write_address),
        .write_data(ram$write_data),
        .write_enable(ram$write_enable)
    );
    fixnic_core$headers$write_address write_address(
        .d(write_address$d),
        .q(write_address$q),
        .clock(write_address$clock)
    );
    fixnic_core$headers$next_address next_address(
        .d(next_address$d),
        .q(next_address$q),
        .clock(next_address$clock)
    );
    fixnic_core$headers$held_address held_address(
        .d(held_address$d),
        .q(held_address$q),
        .clock(held_address$clock)
    );
    fixnic_core$headers$address_after address_after(
        .d(address_after$d),
        .q(address_after$q),
        .clock(address_after$clock)
    );
    fixnic_core$headers$any_stored any_stored(
        .d(any_stored$d),
        .q(any_stored$q),
        .clock(any_stored$clock)
    );
    fixnic_core$headers$wrote wrote(
        .d(wrote$d),
        .q(wrote$q),
        .clock(wrote$clock)
    );
    fixnic_core$headers$gave gave(
        .d(gave$d),
        .q(gave$q),
        .clock(gave$clock)
    );
    fixnic_core$headers$count count(
        .d(count$d),
        .q(count$q),
        .clock(count$clock)
    );
    fixnic_core$headers$fetched fetched(
        .d(fetched$d),
        .q(fetched$q),
        .clock(fetched$clock)
    );
    fixnic_core$headers$out_valid out_valid(
        .d(out_valid$d),
        .q(out_valid$q),
        .clock(out_valid$clock)
    );
    fixnic_core$headers$out out(
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
        fetched$clock = clock;
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
        fetched$d = fetched$q;
        out_valid$d = out_valid$q;
        out$d = out$q;
        ram$clock = clock;
        ram$write_enable = write;
        ram$write_address = write_address$q;
        ram$write_data = data_in;
        take = read || ~out_valid$q;
        fetch = (take || ~fetched$q) && any_stored$q;
        ram$read_address = held_address$q;
        if (take || ~fetched$q) begin
            ram$read_address = next_address$q;
            fetched$d = any_stored$q;
        end
        if (fetch) begin
            held_address$d = next_address$q;
            next_address$d = address_after$q;
            address_after$d = address_after$q + 32'h1;
        end
        if (take) begin
            out$d = ram$read_data;
            out_valid$d = fetched$q;
        end
        next_is_last = address_after$q == write_address$q;
        if (write) begin
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
            fetched$d = 1'b0;
            out_valid$d = 1'b0;
        end
    end

endmodule // fixnic_core$headers

module fixnic_core$headers$address_after(d,q,clock);

    // Module arguments
    input wire  [4:0] d;
    output reg  [4:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 5'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$headers$address_after

module fixnic_core$headers$any_stored(d,q,clock);

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

endmodule // fixnic_core$headers$any_stored

module fixnic_core$headers$count(d,q,clock);

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

endmodule // fixnic_core$headers$count

module fixnic_core$headers$fetched(d,q,clock);

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

endmodule // fixnic_core$headers$fetched

module fixnic_core$headers$gave(d,q,clock);

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

endmodule // fixnic_core$headers$gave

module fixnic_core$headers$held_address(d,q,clock);

    // Module arguments
    input wire  [4:0] d;
    output reg  [4:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 5'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$headers$held_address

module fixnic_core$headers$next_address(d,q,clock);

    // Module arguments
    input wire  [4:0] d;
    output reg  [4:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 5'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$headers$next_address

module fixnic_core$headers$out(d,q,clock);

    // Module arguments
    input wire  [79:0] d;
    output reg  [79:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 80'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$headers$out

module fixnic_core$headers$out_valid(d,q,clock);

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

endmodule // fixnic_core$headers$out_valid

module fixnic_core$headers$ram(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [4:0] read_address;
    output reg  [79:0] read_data;
    input wire  [4:0] write_address;
    input wire  [79:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [79:0] words [0:31];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_core$headers$ram

module fixnic_core$headers$write_address(d,q,clock);

    // Module arguments
    input wire  [4:0] d;
    output reg  [4:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 5'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$headers$write_address

module fixnic_core$headers$wrote(d,q,clock);

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

endmodule // fixnic_core$headers$wrote

module fixnic_core$ingress(clock,reset,zero_counts,ts_ns,s_tdata,s_tkeep,s_tvalid,s_tlast,s_tuser,beat,beat_valid,beat_read,arrival,arrival_valid,arrival_read,stat_frame,stat_refused);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  zero_counts;
    input wire  [63:0] ts_ns;
    input wire  [63:0] s_tdata;
    input wire  [7:0] s_tkeep;
    input wire  s_tvalid;
    input wire  s_tlast;
    input wire  s_tuser;
    output reg  [69:0] beat;
    output reg  beat_valid;
    input wire  beat_read;
    output reg  [95:0] arrival;
    output reg  arrival_valid;
    input wire  arrival_read;
    output reg  stat_frame;
    output reg  stat_refused;

    // Constant declarations
    localparam  max_beats = 9'b100000000;
    localparam  room_level = 16'h2fc;
    localparam  full_lane = 3'b111;

    // Enums
    localparam IngressState$Idle = 0;
    localparam IngressState$Accept = 1;
    localparam IngressState$Refuse = 2;
    localparam IngressState$Cut = 3;

    // Stub signals
    reg  [63:0] in_data$d;
    wire  [63:0] in_data$q;
    reg  in_data$clock;
    reg  [7:0] in_keep$d;
    wire  [7:0] in_keep$q;
    reg  in_keep$clock;
    reg  in_valid$d;
    wire  in_valid$q;
    reg  in_valid$clock;
    reg  in_last$d;
    wire  in_last$q;
    reg  in_last$clock;
    reg  in_user$d;
    wire  in_user$q;
    reg  in_user$clock;
    reg  [63:0] in_ts_ns$d;
    wire  [63:0] in_ts_ns$q;
    reg  in_ts_ns$clock;
    reg  [1:0] state$d;
    wire  [1:0] state$q;
    reg  state$clock;
    reg  [8:0] beats_left$d;
    wire  [8:0] beats_left$q;
    reg  beats_left$clock;
    reg  room$d;
    wire  room$q;
    reg  room$clock;
    reg  [63:0] kept_data$d;
    wire  [63:0] kept_data$q;
    reg  kept_data$clock;
    reg  write$d;
    wire  write$q;
    reg  write$clock;
    reg  [69:0] word$d;
    wire  [69:0] word$q;
    reg  word$clock;
    reg  announce$d;
    wire  announce$q;
    reg  announce$clock;
    reg  [95:0] announced$d;
    wire  [95:0] announced$q;
    reg  announced$clock;
    reg  refused$d;
    wire  refused$q;
    reg  refused$clock;
    reg  [31:0] refused_count$d;
    wire  [31:0] refused_count$q;
    reg  refused_count$clock;
    reg  began$d;
    wire  began$q;
    reg  began$clock;
    reg  beats$clock;
    reg  beats$reset;
    reg  beats$write;
    reg  [69:0] beats$data_in;
    reg  beats$read;
    wire  beats$valid;
    wire  [69:0] beats$data_out;
    wire  [15:0] beats$level;
    reg  arrivals$clock;
    reg  arrivals$reset;
    reg  arrivals$write;
    reg  [95:0] arrivals$data_in;
    reg  arrivals$read;
    wire  arrivals$valid;
    wire  [95:0] arrivals$data_out;
    wire  [15:0] arrivals$level;

    // Local signals
    reg  [2:0] last_lane;

    // Sub module instances
    fixnic_core$ingress$in_data in_data(
        .d(in_data$d),
        .q(in_data$q),
        .clock(in_data$clock)
    );
    fixnic_core$ingress$in_keep in_keep(
        .d(in_keep$d),
        .q(in_keep$q),
        .clock(in_keep$clock)
    );
    fixnic_core$ingress$in_valid in_valid(
        .d(in_valid$d),
        .q(in_valid$q),
        .clock(in_valid$clock)
    );
    fixnic_core$ingress$in_last in_last(
        .d(in_last$d),
        .q(in_last$q),
        .clock(in_last$clock)
    );
    fixnic_core$ingress$in_user in_user(
        .d(in_user$d),
        .q(in_user$q),
        .clock(in_user$clock)
    );
    fixnic_core$ingress$in_ts_ns in_ts_ns(
        .d(in_ts_ns$d),
        .q(in_ts_ns$q),
        .clock(in_ts_ns$clock)
    );
    fixnic_core$ingress$state state(
        .d(state$d),
        .q(state$q),
        .clock(state$clock)
    );
    fixnic_core$ingress$beats_left beats_left(
        .d(beats_left$d),
        .q(beats_left$q),
        .clock(beats_left$clock)
    );
    fixnic_core$ingress$room room(
        .d(room$d),
        .q(room$q),
        .clock(room$clock)
    );
    fixnic_core$ingress$kept_data kept_data(
        .d(kept_data$d),
        .q(kept_data$q),
        .clock(kept_data$clock)
    );
    fixnic_core$ingress$write write(
        .d(write$d),
        .q(write$q),
        .clock(write$clock)
    );
    fixnic_core$ingress$word word(
        .d(word$d),
        .q(word$q),
        .clock(word$clock)
    );
    fixnic_core$ingress$announce announce(
        .d(announce$d),
        .q(announce$q),
        .clock(announce$clock)
    );
    fixnic_core$ingress$announced announced(
        .d(announced$d),
        .q(announced$q),
        .clock(announced$clock)
    );
    fixnic_core$ingress$refused refused(
        .d(refused$d),
        .q(refused$q),
        .clock(refused$clock)
    );
    fixnic_core$ingress$refused_count refused_count(
        .d(refused_count$d),
        .q(refused_count$q),
        .clock(refused_count$clock)
    );
    fixnic_core$ingress$began began(
        .d(began$d),
        .q(began$q),
        .clock(began$clock)
    );
    fixnic_core$ingress$beats beats(
        .clock(beats$clock),
        .reset(beats$reset),
        .write(beats$write),
        .data_in(beats$data_in),
        .read(beats$read),
        .valid(beats$valid),
        .data_out(beats$data_out),
        .level(beats$level)
    );
    fixnic_core$ingress$arrivals arrivals(
        .clock(arrivals$clock),
        .reset(arrivals$reset),
        .write(arrivals$write),
        .data_in(arrivals$data_in),
        .read(arrivals$read),
        .valid(arrivals$valid),
        .data_out(arrivals$data_out),
        .level(arrivals$level)
    );

    // Update code
    always @(*) begin
        in_data$clock = clock;
        in_keep$clock = clock;
        in_valid$clock = clock;
        in_last$clock = clock;
        in_user$clock = clock;
        in_ts_ns$clock = clock;
        state$clock = clock;
        beats_left$clock = clock;
        room$clock = clock;
        kept_data$clock = clock;
        write$clock = clock;
        word$clock = clock;
        announce$clock = clock;
        announced$clock = clock;
        refused$clock = clock;
        refused_count$clock = clock;
        began$clock = clock;
        in_data$d = in_data$q;
        in_keep$d = in_keep$q;
        in_valid$d = in_valid$q;
        in_last$d = in_last$q;
        in_user$d = in_user$q;
        in_ts_ns$d = in_ts_ns$q;
        state$d = state$q;
        beats_left$d = beats_left$q;
        room$d = room$q;
        kept_data$d = kept_data$q;
        write$d = write$q;
        word$d = word$q;
        announce$d = announce$q;
        announced$d = announced$q;
        refused$d = refused$q;
        refused_count$d = refused_count$q;
        began$d = began$q;
        beats$clock = clock;
        beats$reset = reset;
        arrivals$clock = clock;
        arrivals$reset = reset;
        in_data$d = s_tdata;
        in_keep$d = s_tkeep;
        in_valid$d = s_tvalid;
        in_last$d = s_tlast;
        in_user$d = s_tuser;
        in_ts_ns$d = ts_ns;
        room$d = beats$level < room_level;
        last_lane = 32'h0;
        if (in_keep$q[0]) begin
            last_lane = 0;
        end
        if (in_keep$q[1]) begin
            last_lane = 1;
        end
        if (in_keep$q[2]) begin
            last_lane = 2;
        end
        if (in_keep$q[3]) begin
            last_lane = 3;
        end
        if (in_keep$q[4]) begin
            last_lane = 4;
        end
        if (in_keep$q[5]) begin
            last_lane = 5;
        end
        if (in_keep$q[6]) begin
            last_lane = 6;
        end
        if (in_keep$q[7]) begin
            last_lane = 7;
        end
        write$d = 1'b0;
        announce$d = 1'b0;
        refused$d = 1'b0;
        began$d = 1'b0;
        word$d[(64'h0)+:(64)] = in_data$q;
        word$d[(64'h40)+:(3)] = last_lane;
        word$d[(64'h43)+:(1)] = in_last$q;
        word$d[(64'h44)+:(1)] = in_last$q && in_user$q;
        word$d[(64'h45)+:(1)] = 1'b0;
        announced$d[(64'h0)+:(64)] = in_ts_ns$q;
        announced$d[(64'h40)+:(32)] = refused_count$q;
        if (in_valid$q) begin
            case (state$q)
                IngressState$Idle:
                    begin
                        began$d = 1'b1;
                        beats_left$d = max_beats - 32'h1;
                        if (room$q) begin
                            write$d = 1'b1;
                            announce$d = 1'b1;
                            if (~in_last$q) begin
                                state$d = IngressState$Accept;
                            end
                        end
                        else begin
                            refused$d = 1'b1;
                            refused_count$d = refused_count$q + 32'h1;
                            if (~in_last$q) begin
                                state$d = IngressState$Refuse;
                            end
                        end
                    end
                IngressState$Accept:
                    begin
                        beats_left$d = beats_left$q - 32'h1;
                        write$d = 1'b1;
                        kept_data$d = in_data$q;
                        if (in_last$q) begin
                            state$d = IngressState$Idle;
                        end
                        else if (beats_left$q == 32'h1) begin
                            write$d = 1'b0;
                            state$d = IngressState$Cut;
                        end
                    end
                IngressState$Refuse:
                    begin
                        if (in_last$q) begin
                            state$d = IngressState$Idle;
                        end
                    end
                IngressState$Cut:
                    begin
                        word$d[(64'h0)+:(64)] = kept_data$q;
                        word$d[(64'h40)+:(3)] = full_lane;
                        word$d[(64'h45)+:(1)] = 1'b1;
                        if (in_last$q) begin
                            write$d = 1'b1;
                            state$d = IngressState$Idle;
                        end
                    end
                default:
                    begin
                        state$d = IngressState$Idle;
                    end
            endcase
        end
        beats$write = write$q;
        beats$data_in = word$q;
        arrivals$write = announce$q;
        arrivals$data_in = announced$q;
        beats$read = beat_read;
        beat = beats$data_out;
        beat_valid = beats$valid;
        arrivals$read = arrival_read;
        arrival = arrivals$data_out;
        arrival_valid = arrivals$valid;
        stat_frame = began$q;
        stat_refused = refused$q;
        if (zero_counts) begin
            refused_count$d = 32'h0;
        end
        if (reset) begin
            in_valid$d = 1'b0;
            state$d = IngressState$Idle;
            room$d = 1'b0;
            write$d = 1'b0;
            announce$d = 1'b0;
            refused_count$d = 32'h0;
        end
    end

endmodule // fixnic_core$ingress

module fixnic_core$ingress$announce(d,q,clock);

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

endmodule // fixnic_core$ingress$announce

module fixnic_core$ingress$announced(d,q,clock);

    // Module arguments
    input wire  [95:0] d;
    output reg  [95:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 96'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$ingress$announced

module fixnic_core$ingress$arrivals(clock,reset,write,data_in,read,valid,data_out,level);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  write;
    input wire  [95:0] data_in;
    input wire  read;
    output reg  valid;
    output reg  [95:0] data_out;
    output reg  [15:0] level;

    // Stub signals
    reg  ram$clock;
    reg  [9:0] ram$read_address;
    wire  [95:0] ram$read_data;
    reg  [9:0] ram$write_address;
    reg  [95:0] ram$write_data;
    reg  ram$write_enable;
    reg  [9:0] write_address$d;
    wire  [9:0] write_address$q;
    reg  write_address$clock;
    reg  [9:0] next_address$d;
    wire  [9:0] next_address$q;
    reg  next_address$clock;
    reg  [9:0] held_address$d;
    wire  [9:0] held_address$q;
    reg  held_address$clock;
    reg  [9:0] address_after$d;
    wire  [9:0] address_after$q;
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
    reg  fetched$d;
    wire  fetched$q;
    reg  fetched$clock;
    reg  out_valid$d;
    wire  out_valid$q;
    reg  out_valid$clock;
    reg  [95:0] out$d;
    wire  [95:0] out$q;
    reg  out$clock;

    // Local signals
    reg  take;
    reg  fetch;
    reg  next_is_last;

    // Sub module instances
    fixnic_core$ingress$arrivals$ram ram(
        .clock(ram$clock),
        .read_address(ram$read_address),
        .read_data(ram$read_data),
        .write_address(ram$write_address),
        .write_data(ram$write_data),
        .write_enable(ram$write_enable)
    );
    fixnic_core$ingress$arrivals$write_address write_address(
        .d(write_address$d),
        .q(write_address$q),
        .clock(write_address$clock)
    );
    fixnic_core$ingress$arrivals$next_address next_address(
        .d(next_address$d),
        .q(next_address$q),
        .clock(next_address$clock)
    );
    fixnic_core$ingress$arrivals$held_address held_address(
        .d(held_address$d),
        .q(held_address$q),
        .clock(held_address$clock)
    );
    fixnic_core$ingress$arrivals$address_after address_after(
        .d(address_after$d),
        .q(address_after$q),
        .clock(address_after$clock)
    );
    fixnic_core$ingress$arrivals$any_stored any_stored(
        .d(any_stored$d),
        .q(any_stored$q),
        .clock(any_stored$clock)
    );
    fixnic_core$ingress$arrivals$wrote wrote(
        .d(wrote$d),
        .q(wrote$q),
        .clock(wrote$clock)
    );
    fixnic_core$ingress$arrivals$gave gave(
        .d(gave$d),
        .q(gave$q),
        .clock(gave$clock)
    );
    fixnic_core$ingress$arrivals$count count(
        .d(count$d),
        .q(count$q),
        .clock(count$clock)
    );
    fixnic_core$ingress$arrivals$fetched fetched(
        .d(fetched$d),
        .q(fetched$q),
        .clock(fetched$clock)
    );
    fixnic_core$ingress$arrivals$out_valid out_valid(
        .d(out_valid$d),
        .q(out_valid$q),
        .clock(out_valid$clock)
    );
    fixnic_core$ingress$arrivals$out out(
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
        fetched$clock = clock;
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
        fetched$d = fetched$q;
        out_valid$d = out_valid$q;
        out$d = out$q;
        ram$clock = clock;
        ram$write_enable = write;
        ram$write_address = write_address$q;
        ram$write_data = data_in;
        take = read || ~out_valid$q;
        fetch = (take || ~fetched$q) && any_stored$q;
        ram$read_address = held_address$q;
        if (take || ~fetched$q) begin
            ram$read_address = next_address$q;
            fetched$d = any_stored$q;
        end
        if (fetch) begin
            held_address$d = next_address$q;
            next_address$d = address_after$q;
            address_after$d = address_after$q + 32'h1;
        end
        if (take) begin
            out$d = ram$read_data;
            out_valid$d = fetched$q;
        end
        next_is_last = address_after$q == write_address$q;
        if (write) begin
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
            fetched$d = 1'b0;
            out_valid$d = 1'b0;
        end
    end

endmodule // fixnic_core$ingress$arrivals

module fixnic_core$ingress$arrivals$address_after(d,q,clock);

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

endmodule // fixnic_core$ingress$arrivals$address_after

module fixnic_core$ingress$arrivals$any_stored(d,q,clock);

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

endmodule // fixnic_core$ingress$arrivals$any_stored

module fixnic_core$ingress$arrivals$count(d,q,clock);

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

endmodule // fixnic_core$ingress$arrivals$count

module fixnic_core$ingress$arrivals$fetched(d,q,clock);

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

endmodule // fixnic_core$ingress$arrivals$fetched

module fixnic_core$ingress$arrivals$gave(d,q,clock);

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

endmodule // fixnic_core$ingress$arrivals$gave

module fixnic_core$ingress$arrivals$held_address(d,q,clock);

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

endmodule // fixnic_core$ingress$arrivals$held_address

module fixnic_core$ingress$arrivals$next_address(d,q,clock);

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

endmodule // fixnic_core$ingress$arrivals$next_address

module fixnic_core$ingress$arrivals$out(d,q,clock);

    // Module arguments
    input wire  [95:0] d;
    output reg  [95:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 96'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$ingress$arrivals$out

module fixnic_core$ingress$arrivals$out_valid(d,q,clock);

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

endmodule // fixnic_core$ingress$arrivals$out_valid

module fixnic_core$ingress$arrivals$ram(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [9:0] read_address;
    output reg  [95:0] read_data;
    input wire  [9:0] write_address;
    input wire  [95:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [95:0] words [0:1023];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_core$ingress$arrivals$ram

module fixnic_core$ingress$arrivals$write_address(d,q,clock);

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

endmodule // fixnic_core$ingress$arrivals$write_address

module fixnic_core$ingress$arrivals$wrote(d,q,clock);

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

endmodule // fixnic_core$ingress$arrivals$wrote

module fixnic_core$ingress$beats(clock,reset,write,data_in,read,valid,data_out,level);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  write;
    input wire  [69:0] data_in;
    input wire  read;
    output reg  valid;
    output reg  [69:0] data_out;
    output reg  [15:0] level;

    // Stub signals
    reg  ram$clock;
    reg  [9:0] ram$read_address;
    wire  [69:0] ram$read_data;
    reg  [9:0] ram$write_address;
    reg  [69:0] ram$write_data;
    reg  ram$write_enable;
    reg  [9:0] write_address$d;
    wire  [9:0] write_address$q;
    reg  write_address$clock;
    reg  [9:0] next_address$d;
    wire  [9:0] next_address$q;
    reg  next_address$clock;
    reg  [9:0] held_address$d;
    wire  [9:0] held_address$q;
    reg  held_address$clock;
    reg  [9:0] address_after$d;
    wire  [9:0] address_after$q;
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
    reg  fetched$d;
    wire  fetched$q;
    reg  fetched$clock;
    reg  out_valid$d;
    wire  out_valid$q;
    reg  out_valid$clock;
    reg  [69:0] out$d;
    wire  [69:0] out$q;
    reg  out$clock;

    // Local signals
    reg  take;
    reg  fetch;
    reg  next_is_last;

    // Sub module instances
    fixnic_core$ingress$beats$ram ram(
        .clock(ram$clock),
        .read_address(ram$read_address),
        .read_data(ram$read_data),
        .write_address(ram$write_address),
        .write_data(ram$write_data),
        .write_enable(ram$write_enable)
    );
    fixnic_core$ingress$beats$write_address write_address(
        .d(write_address$d),
        .q(write_address$q),
        .clock(write_address$clock)
    );
    fixnic_core$ingress$beats$next_address next_address(
        .d(next_address$d),
        .q(next_address$q),
        .clock(next_address$clock)
    );
    fixnic_core$ingress$beats$held_address held_address(
        .d(held_address$d),
        .q(held_address$q),
        .clock(held_address$clock)
    );
    fixnic_core$ingress$beats$address_after address_after(
        .d(address_after$d),
        .q(address_after$q),
        .clock(address_after$clock)
    );
    fixnic_core$ingress$beats$any_stored any_stored(
        .d(any_stored$d),
        .q(any_stored$q),
        .clock(any_stored$clock)
    );
    fixnic_core$ingress$beats$wrote wrote(
        .d(wrote$d),
        .q(wrote$q),
        .clock(wrote$clock)
    );
    fixnic_core$ingress$beats$gave gave(
        .d(gave$d),
        .q(gave$q),
        .clock(gave$clock)
    );
    fixnic_core$ingress$beats$count count(
        .d(count$d),
        .q(count$q),
        .clock(count$clock)
    );
    fixnic_core$ingress$beats$fetched fetched(
        .d(fetched$d),
        .q(fetched$q),
        .clock(fetched$clock)
    );
    fixnic_core$ingress$beats$out_valid out_valid(
        .d(out_valid$d),
        .q(out_valid$q),
        .clock(out_valid$clock)
    );
    fixnic_core$ingress$beats$out out(
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
        fetched$clock = clock;
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
        fetched$d = fetched$q;
        out_valid$d = out_valid$q;
        out$d = out$q;
        ram$clock = clock;
        ram$write_enable = write;
        ram$write_address = write_address$q;
        ram$write_data = data_in;
        take = read || ~out_valid$q;
        fetch = (take || ~fetched$q) && any_stored$q;
        ram$read_address = held_address$q;
        if (take || ~fetched$q) begin
            ram$read_address = next_address$q;
            fetched$d = any_stored$q;
        end
        if (fetch) begin
            held_address$d = next_address$q;
            next_address$d = address_after$q;
            address_after$d = address_after$q + 32'h1;
        end
        if (take) begin
            out$d = ram$read_data;
            out_valid$d = fetched$q;
        end
        next_is_last = address_after$q == write_address$q;
        if (write) begin
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
            fetched$d = 1'b0;
            out_valid$d = 1'b0;
        end
    end

endmodule // fixnic_core$ingress$beats

module fixnic_core$ingress$beats$address_after(d,q,clock);

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

endmodule // fixnic_core$ingress$beats$address_after

module fixnic_core$ingress$beats$any_stored(d,q,clock);

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

endmodule // fixnic_core$ingress$beats$any_stored

module fixnic_core$ingress$beats$count(d,q,clock);

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

endmodule // fixnic_core$ingress$beats$count

module fixnic_core$ingress$beats$fetched(d,q,clock);

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

endmodule // fixnic_core$ingress$beats$fetched

module fixnic_core$ingress$beats$gave(d,q,clock);

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

endmodule // fixnic_core$ingress$beats$gave

module fixnic_core$ingress$beats$held_address(d,q,clock);

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

endmodule // fixnic_core$ingress$beats$held_address

module fixnic_core$ingress$beats$next_address(d,q,clock);

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

endmodule // fixnic_core$ingress$beats$next_address

module fixnic_core$ingress$beats$out(d,q,clock);

    // Module arguments
    input wire  [69:0] d;
    output reg  [69:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 70'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$ingress$beats$out

module fixnic_core$ingress$beats$out_valid(d,q,clock);

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

endmodule // fixnic_core$ingress$beats$out_valid

module fixnic_core$ingress$beats$ram(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [9:0] read_address;
    output reg  [69:0] read_data;
    input wire  [9:0] write_address;
    input wire  [69:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [69:0] words [0:1023];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_core$ingress$beats$ram

module fixnic_core$ingress$beats$write_address(d,q,clock);

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

endmodule // fixnic_core$ingress$beats$write_address

module fixnic_core$ingress$beats$wrote(d,q,clock);

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

endmodule // fixnic_core$ingress$beats$wrote

module fixnic_core$ingress$beats_left(d,q,clock);

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

endmodule // fixnic_core$ingress$beats_left

module fixnic_core$ingress$began(d,q,clock);

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

endmodule // fixnic_core$ingress$began

module fixnic_core$ingress$in_data(d,q,clock);

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

endmodule // fixnic_core$ingress$in_data

module fixnic_core$ingress$in_keep(d,q,clock);

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

endmodule // fixnic_core$ingress$in_keep

module fixnic_core$ingress$in_last(d,q,clock);

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

endmodule // fixnic_core$ingress$in_last

module fixnic_core$ingress$in_ts_ns(d,q,clock);

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

endmodule // fixnic_core$ingress$in_ts_ns

module fixnic_core$ingress$in_user(d,q,clock);

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

endmodule // fixnic_core$ingress$in_user

module fixnic_core$ingress$in_valid(d,q,clock);

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

endmodule // fixnic_core$ingress$in_valid

module fixnic_core$ingress$kept_data(d,q,clock);

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

endmodule // fixnic_core$ingress$kept_data

module fixnic_core$ingress$refused(d,q,clock);

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

endmodule // fixnic_core$ingress$refused

module fixnic_core$ingress$refused_count(d,q,clock);

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

endmodule // fixnic_core$ingress$refused_count

module fixnic_core$ingress$room(d,q,clock);

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

endmodule // fixnic_core$ingress$room

module fixnic_core$ingress$state(d,q,clock);

    // Module arguments
    input wire  [1:0] d;
    output reg  [1:0] q;
    input wire  clock;

    // Enums
    localparam IngressState$Idle = 0;
    localparam IngressState$Accept = 1;
    localparam IngressState$Refuse = 2;
    localparam IngressState$Cut = 3;

    // Update code (custom)
    initial begin
       q = 64'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$ingress$state

module fixnic_core$ingress$word(d,q,clock);

    // Module arguments
    input wire  [69:0] d;
    output reg  [69:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 70'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$ingress$word

module fixnic_core$ingress$write(d,q,clock);

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

endmodule // fixnic_core$ingress$write

module fixnic_core$life(clock,reset,go,quiet,drained,quiet_request,stopped,finished,clear,address,epoch);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  go;
    input wire  quiet;
    input wire  drained;
    output reg  quiet_request;
    output reg  stopped;
    output reg  finished;
    output reg  clear;
    output reg  [9:0] address;
    output reg  [7:0] epoch;

    // Enums
    localparam ResetState$Idle = 0;
    localparam ResetState$Quiet = 1;
    localparam ResetState$Drain = 2;
    localparam ResetState$Clear = 3;

    // Stub signals
    reg  [1:0] state$d;
    wire  [1:0] state$q;
    reg  state$clock;
    reg  [9:0] count$d;
    wire  [9:0] count$q;
    reg  count$clock;
    reg  [7:0] life$d;
    wire  [7:0] life$q;
    reg  life$clock;
    reg  stop$d;
    wire  stop$q;
    reg  stop$clock;
    reg  last$d;
    wire  last$q;
    reg  last$clock;
    reg  asked$d;
    wire  asked$q;
    reg  asked$clock;
    reg  wanted$d;
    wire  wanted$q;
    reg  wanted$clock;
    reg  [5:0] calm$d;
    wire  [5:0] calm$q;
    reg  calm$clock;

    // Sub module instances
    fixnic_core$life$state state(
        .d(state$d),
        .q(state$q),
        .clock(state$clock)
    );
    fixnic_core$life$count count(
        .d(count$d),
        .q(count$q),
        .clock(count$clock)
    );
    fixnic_core$life$life life(
        .d(life$d),
        .q(life$q),
        .clock(life$clock)
    );
    fixnic_core$life$stop stop(
        .d(stop$d),
        .q(stop$q),
        .clock(stop$clock)
    );
    fixnic_core$life$last last(
        .d(last$d),
        .q(last$q),
        .clock(last$clock)
    );
    fixnic_core$life$asked asked(
        .d(asked$d),
        .q(asked$q),
        .clock(asked$clock)
    );
    fixnic_core$life$wanted wanted(
        .d(wanted$d),
        .q(wanted$q),
        .clock(wanted$clock)
    );
    fixnic_core$life$calm calm(
        .d(calm$d),
        .q(calm$q),
        .clock(calm$clock)
    );

    // Update code
    always @(*) begin
        state$clock = clock;
        count$clock = clock;
        life$clock = clock;
        stop$clock = clock;
        last$clock = clock;
        asked$clock = clock;
        wanted$clock = clock;
        calm$clock = clock;
        state$d = state$q;
        count$d = count$q;
        life$d = life$q;
        stop$d = stop$q;
        last$d = last$q;
        asked$d = asked$q;
        wanted$d = wanted$q;
        calm$d = calm$q;
        stop$d = 1'b0;
        last$d = 1'b0;
        clear = 1'b0;
        if (go) begin
            wanted$d = 1'b1;
        end
        case (state$q)
            ResetState$Idle:
                begin
                    count$d = 32'h0;
                    if (go | wanted$q) begin
                        wanted$d = 1'b0;
                        asked$d = 1'b1;
                        state$d = ResetState$Quiet;
                    end
                end
            ResetState$Quiet:
                begin
                    calm$d = 32'h0;
                    if (quiet) begin
                        state$d = ResetState$Drain;
                    end
                end
            ResetState$Drain:
                begin
                    calm$d = calm$q + 32'h1;
                    if (~drained) begin
                        calm$d = 32'h0;
                    end
                    else if (&calm$q) begin
                        stop$d = 1'b1;
                        life$d = life$q + 32'h1;
                        state$d = ResetState$Clear;
                    end
                end
            ResetState$Clear:
                begin
                    clear = 1'b1;
                    count$d = count$q + 32'h1;
                    if (&count$q) begin
                        last$d = asked$q;
                        asked$d = 1'b0;
                        state$d = ResetState$Idle;
                    end
                end
            default:
                begin
                    state$d = ResetState$Idle;
                end
        endcase
        quiet_request = state$q != ResetState$Idle;
        stopped = stop$q;
        finished = last$q;
        address = count$q;
        epoch = life$q;
        if (reset) begin
            state$d = ResetState$Clear;
            count$d = 32'h0;
            life$d = 32'h1;
            stop$d = 1'b0;
            last$d = 1'b0;
            asked$d = 1'b0;
            wanted$d = 1'b0;
        end
    end

endmodule // fixnic_core$life

module fixnic_core$life$asked(d,q,clock);

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

endmodule // fixnic_core$life$asked

module fixnic_core$life$calm(d,q,clock);

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

endmodule // fixnic_core$life$calm

module fixnic_core$life$count(d,q,clock);

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

endmodule // fixnic_core$life$count

module fixnic_core$life$last(d,q,clock);

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

endmodule // fixnic_core$life$last

module fixnic_core$life$life(d,q,clock);

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

endmodule // fixnic_core$life$life

module fixnic_core$life$state(d,q,clock);

    // Module arguments
    input wire  [1:0] d;
    output reg  [1:0] q;
    input wire  clock;

    // Enums
    localparam ResetState$Idle = 0;
    localparam ResetState$Quiet = 1;
    localparam ResetState$Drain = 2;
    localparam ResetState$Clear = 3;

    // Update code (custom)
    initial begin
       q = 64'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$life$state

module fixnic_core$life$stop(d,q,clock);

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

endmodule // fixnic_core$life$stop

module fixnic_core$life$wanted(d,q,clock);

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

endmodule // fixnic_core$life$wanted

module fixnic_core$lookup(clock,reset,s_valid,s_key,m_valid,m_result,write,clear,slot,content);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  s_valid;
    input wire  [95:0] s_key;
    output reg  m_valid;
    output reg  [10:0] m_result;
    input wire  write;
    input wire  clear;
    input wire  [11:0] slot;
    input wire  [106:0] content;

    // Constant declarations
    localparam  masks_a$0 = 96'h89d802f00cfc15850f962075;
    localparam  masks_a$1 = 96'h81b9b245d65e6e5b5197585e;
    localparam  masks_a$2 = 96'hfced093419e27c548631a485;
    localparam  masks_a$3 = 96'h2803a08ef9143e8629cc05ae;
    localparam  masks_a$4 = 96'hec5d71fb56a05b04caa20f9;
    localparam  masks_a$5 = 96'h2494f8043b139224bfd80440;
    localparam  masks_a$6 = 96'hb68ca6659f1701acf56a3379;
    localparam  masks_a$7 = 96'h199702a817d74d4aff732e5;
    localparam  masks_a$8 = 96'hc3277a9fab30bfd15c2b9591;
    localparam  masks_a$9 = 96'hc8331ac3666e2e77f8d7f06d;
    localparam  masks_b$0 = 96'he511ca9d1c36fa717ee10087;
    localparam  masks_b$1 = 96'h6cf804c893a943c801868e66;
    localparam  masks_b$2 = 96'hdc0261db646f3245efee9b67;
    localparam  masks_b$3 = 96'h864401cc026584d01e69340b;
    localparam  masks_b$4 = 96'hd551de0a194812f0b1b6e15a;
    localparam  masks_b$5 = 96'h73add6a4a189cfef1bab0f4a;
    localparam  masks_b$6 = 96'h1d10fc8249fd1cceb715a0a8;
    localparam  masks_b$7 = 96'h7cc5978141873120b311d4f5;
    localparam  masks_b$8 = 96'hb14181395637c7ecb5ee5136;
    localparam  masks_b$9 = 96'h3c51a7cec2c7fdcbf9413a79;

    // Stub signals
    reg  [3:0] write_ways$d;
    wire  [3:0] write_ways$q;
    reg  write_ways$clock;
    reg  [9:0] write_bucket$d;
    wire  [9:0] write_bucket$q;
    reg  write_bucket$clock;
    reg  [106:0] write_slot$d;
    wire  [106:0] write_slot$q;
    reg  write_slot$clock;
    reg  [5:0] valids$d;
    wire  [5:0] valids$q;
    reg  valids$clock;
    reg  [95:0] key_1$d;
    wire  [95:0] key_1$q;
    reg  key_1$clock;
    reg  [95:0] key_2$d;
    wire  [95:0] key_2$q;
    reg  key_2$clock;
    reg  [95:0] key_3$d;
    wire  [95:0] key_3$q;
    reg  key_3$clock;
    reg  [95:0] key_4$d;
    wire  [95:0] key_4$q;
    reg  key_4$clock;
    reg  [9:0] bucket_a$d;
    wire  [9:0] bucket_a$q;
    reg  bucket_a$clock;
    reg  [9:0] bucket_b$d;
    wire  [9:0] bucket_b$q;
    reg  bucket_b$clock;
    reg  way_a0$clock;
    reg  [9:0] way_a0$bucket;
    reg  [95:0] way_a0$key;
    wire  [3:0] way_a0$same;
    wire  [9:0] way_a0$session;
    reg  way_a0$write;
    reg  [9:0] way_a0$write_bucket;
    reg  [106:0] way_a0$write_slot;
    reg  way_a1$clock;
    reg  [9:0] way_a1$bucket;
    reg  [95:0] way_a1$key;
    wire  [3:0] way_a1$same;
    wire  [9:0] way_a1$session;
    reg  way_a1$write;
    reg  [9:0] way_a1$write_bucket;
    reg  [106:0] way_a1$write_slot;
    reg  way_b0$clock;
    reg  [9:0] way_b0$bucket;
    reg  [95:0] way_b0$key;
    wire  [3:0] way_b0$same;
    wire  [9:0] way_b0$session;
    reg  way_b0$write;
    reg  [9:0] way_b0$write_bucket;
    reg  [106:0] way_b0$write_slot;
    reg  way_b1$clock;
    reg  [9:0] way_b1$bucket;
    reg  [95:0] way_b1$key;
    wire  [3:0] way_b1$same;
    wire  [9:0] way_b1$session;
    reg  way_b1$write;
    reg  [9:0] way_b1$write_bucket;
    reg  [106:0] way_b1$write_slot;
    reg  [10:0] result$d;
    wire  [10:0] result$q;
    reg  result$clock;

    // Local signals
    reg  [9:0] hash_a;
    reg  [9:0] hash_b;
    reg  [3:0] ways;

    // Sub module instances
    fixnic_core$lookup$write_ways write_ways(
        .d(write_ways$d),
        .q(write_ways$q),
        .clock(write_ways$clock)
    );
    fixnic_core$lookup$write_bucket write_bucket(
        .d(write_bucket$d),
        .q(write_bucket$q),
        .clock(write_bucket$clock)
    );
    fixnic_core$lookup$write_slot write_slot(
        .d(write_slot$d),
        .q(write_slot$q),
        .clock(write_slot$clock)
    );
    fixnic_core$lookup$valids valids(
        .d(valids$d),
        .q(valids$q),
        .clock(valids$clock)
    );
    fixnic_core$lookup$key_1 key_1(
        .d(key_1$d),
        .q(key_1$q),
        .clock(key_1$clock)
    );
    fixnic_core$lookup$key_2 key_2(
        .d(key_2$d),
        .q(key_2$q),
        .clock(key_2$clock)
    );
    fixnic_core$lookup$key_3 key_3(
        .d(key_3$d),
        .q(key_3$q),
        .clock(key_3$clock)
    );
    fixnic_core$lookup$key_4 key_4(
        .d(key_4$d),
        .q(key_4$q),
        .clock(key_4$clock)
    );
    fixnic_core$lookup$bucket_a bucket_a(
        .d(bucket_a$d),
        .q(bucket_a$q),
        .clock(bucket_a$clock)
    );
    fixnic_core$lookup$bucket_b bucket_b(
        .d(bucket_b$d),
        .q(bucket_b$q),
        .clock(bucket_b$clock)
    );
    fixnic_core$lookup$way_a0 way_a0(
        .clock(way_a0$clock),
        .bucket(way_a0$bucket),
        .key(way_a0$key),
        .same(way_a0$same),
        .session(way_a0$session),
        .write(way_a0$write),
        .write_bucket(way_a0$write_bucket),
        .write_slot(way_a0$write_slot)
    );
    fixnic_core$lookup$way_a1 way_a1(
        .clock(way_a1$clock),
        .bucket(way_a1$bucket),
        .key(way_a1$key),
        .same(way_a1$same),
        .session(way_a1$session),
        .write(way_a1$write),
        .write_bucket(way_a1$write_bucket),
        .write_slot(way_a1$write_slot)
    );
    fixnic_core$lookup$way_b0 way_b0(
        .clock(way_b0$clock),
        .bucket(way_b0$bucket),
        .key(way_b0$key),
        .same(way_b0$same),
        .session(way_b0$session),
        .write(way_b0$write),
        .write_bucket(way_b0$write_bucket),
        .write_slot(way_b0$write_slot)
    );
    fixnic_core$lookup$way_b1 way_b1(
        .clock(way_b1$clock),
        .bucket(way_b1$bucket),
        .key(way_b1$key),
        .same(way_b1$same),
        .session(way_b1$session),
        .write(way_b1$write),
        .write_bucket(way_b1$write_bucket),
        .write_slot(way_b1$write_slot)
    );
    fixnic_core$lookup$result result(
        .d(result$d),
        .q(result$q),
        .clock(result$clock)
    );

    // Update code
    always @(*) begin
        write_ways$clock = clock;
        write_bucket$clock = clock;
        write_slot$clock = clock;
        valids$clock = clock;
        key_1$clock = clock;
        key_2$clock = clock;
        key_3$clock = clock;
        key_4$clock = clock;
        bucket_a$clock = clock;
        bucket_b$clock = clock;
        result$clock = clock;
        write_ways$d = write_ways$q;
        write_bucket$d = write_bucket$q;
        write_slot$d = write_slot$q;
        valids$d = valids$q;
        key_1$d = key_1$q;
        key_2$d = key_2$q;
        key_3$d = key_3$q;
        key_4$d = key_4$q;
        bucket_a$d = bucket_a$q;
        bucket_b$d = bucket_b$q;
        result$d = result$q;
        way_a0$clock = clock;
        way_a1$clock = clock;
        way_b0$clock = clock;
        way_b1$clock = clock;
        write_bucket$d = slot[(32'h1)+:(10)];
        write_slot$d = content;
        ways = 32'h0;
        if (write) begin
            if (slot[32'hb]) begin
                ways = 32'h4;
            end
            else begin
                ways = 32'h1;
            end
            if (slot[32'h0]) begin
                ways = ways << 32'h1;
            end
        end
        if (clear) begin
            ways = 32'hf;
            write_slot$d[(64'h0)+:(1)] = 1'b0;
        end
        write_ways$d = ways;
        way_a0$write = write_ways$q[32'h0];
        way_a1$write = write_ways$q[32'h1];
        way_b0$write = write_ways$q[32'h2];
        way_b1$write = write_ways$q[32'h3];
        way_a0$write_bucket = write_bucket$q;
        way_a1$write_bucket = write_bucket$q;
        way_b0$write_bucket = write_bucket$q;
        way_b1$write_bucket = write_bucket$q;
        way_a0$write_slot = write_slot$q;
        way_a1$write_slot = write_slot$q;
        way_b0$write_slot = write_slot$q;
        way_b1$write_slot = write_slot$q;
        valids$d = (valids$q << 32'h1) | ((s_valid) & 6'h3f);
        key_1$d = (((s_key[(64'h40)+:(32)]) & 96'hffffffffffffffffffffffff) << 32'h40) | (((s_key[(64'h20)+:(32)]) & 96'hffffffffffffffffffffffff) << 32'h20) | (((s_key[(64'h10)+:(16)]) & 96'hffffffffffffffffffffffff) << 32'h10) | ((s_key[(64'h0)+:(16)]) & 96'hffffffffffffffffffffffff);
        key_2$d = key_1$q;
        key_3$d = key_2$q;
        key_4$d = key_3$q;
        hash_a = 32'h0;
        hash_b = 32'h0;
        hash_a = (hash_a & ~(1 << (0)) | ((^(key_1$q & masks_a$0)) << (0)));
        hash_b = (hash_b & ~(1 << (0)) | ((^(key_1$q & masks_b$0)) << (0)));
        hash_a = (hash_a & ~(1 << (1)) | ((^(key_1$q & masks_a$1)) << (1)));
        hash_b = (hash_b & ~(1 << (1)) | ((^(key_1$q & masks_b$1)) << (1)));
        hash_a = (hash_a & ~(1 << (2)) | ((^(key_1$q & masks_a$2)) << (2)));
        hash_b = (hash_b & ~(1 << (2)) | ((^(key_1$q & masks_b$2)) << (2)));
        hash_a = (hash_a & ~(1 << (3)) | ((^(key_1$q & masks_a$3)) << (3)));
        hash_b = (hash_b & ~(1 << (3)) | ((^(key_1$q & masks_b$3)) << (3)));
        hash_a = (hash_a & ~(1 << (4)) | ((^(key_1$q & masks_a$4)) << (4)));
        hash_b = (hash_b & ~(1 << (4)) | ((^(key_1$q & masks_b$4)) << (4)));
        hash_a = (hash_a & ~(1 << (5)) | ((^(key_1$q & masks_a$5)) << (5)));
        hash_b = (hash_b & ~(1 << (5)) | ((^(key_1$q & masks_b$5)) << (5)));
        hash_a = (hash_a & ~(1 << (6)) | ((^(key_1$q & masks_a$6)) << (6)));
        hash_b = (hash_b & ~(1 << (6)) | ((^(key_1$q & masks_b$6)) << (6)));
        hash_a = (hash_a & ~(1 << (7)) | ((^(key_1$q & masks_a$7)) << (7)));
        hash_b = (hash_b & ~(1 << (7)) | ((^(key_1$q & masks_b$7)) << (7)));
        hash_a = (hash_a & ~(1 << (8)) | ((^(key_1$q & masks_a$8)) << (8)));
        hash_b = (hash_b & ~(1 << (8)) | ((^(key_1$q & masks_b$8)) << (8)));
        hash_a = (hash_a & ~(1 << (9)) | ((^(key_1$q & masks_a$9)) << (9)));
        hash_b = (hash_b & ~(1 << (9)) | ((^(key_1$q & masks_b$9)) << (9)));
        bucket_a$d = hash_a;
        bucket_b$d = hash_b;
        way_a0$bucket = bucket_a$q;
        way_a1$bucket = bucket_a$q;
        way_b0$bucket = bucket_b$q;
        way_b1$bucket = bucket_b$q;
        way_a0$key = key_4$q;
        way_a1$key = key_4$q;
        way_b0$key = key_4$q;
        way_b1$key = key_4$q;
        result$d[(64'h0)+:(1)] = 1'b1;
        if (&way_a0$same) begin
            result$d[(64'h1)+:(10)] = way_a0$session;
        end
        else if (&way_a1$same) begin
            result$d[(64'h1)+:(10)] = way_a1$session;
        end
        else if (&way_b0$same) begin
            result$d[(64'h1)+:(10)] = way_b0$session;
        end
        else begin
            result$d[(64'h1)+:(10)] = way_b1$session;
            result$d[(64'h0)+:(1)] = &way_b1$same;
        end
        m_valid = valids$q[32'h5];
        m_result = result$q;
        if (reset) begin
            valids$d = 32'h0;
        end
    end

endmodule // fixnic_core$lookup

module fixnic_core$lookup$bucket_a(d,q,clock);

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

endmodule // fixnic_core$lookup$bucket_a

module fixnic_core$lookup$bucket_b(d,q,clock);

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

endmodule // fixnic_core$lookup$bucket_b

module fixnic_core$lookup$key_1(d,q,clock);

    // Module arguments
    input wire  [95:0] d;
    output reg  [95:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 96'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$lookup$key_1

module fixnic_core$lookup$key_2(d,q,clock);

    // Module arguments
    input wire  [95:0] d;
    output reg  [95:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 96'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$lookup$key_2

module fixnic_core$lookup$key_3(d,q,clock);

    // Module arguments
    input wire  [95:0] d;
    output reg  [95:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 96'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$lookup$key_3

module fixnic_core$lookup$key_4(d,q,clock);

    // Module arguments
    input wire  [95:0] d;
    output reg  [95:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 96'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$lookup$key_4

module fixnic_core$lookup$result(d,q,clock);

    // Module arguments
    input wire  [10:0] d;
    output reg  [10:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 11'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$lookup$result

module fixnic_core$lookup$valids(d,q,clock);

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

endmodule // fixnic_core$lookup$valids

module fixnic_core$lookup$way_a0(clock,bucket,key,same,session,write,write_bucket,write_slot);

    // Module arguments
    input wire  clock;
    input wire  [9:0] bucket;
    input wire  [95:0] key;
    output reg  [3:0] same;
    output reg  [9:0] session;
    input wire  write;
    input wire  [9:0] write_bucket;
    input wire  [106:0] write_slot;

    // Stub signals
    reg  ram$clock;
    reg  [9:0] ram$read_address;
    wire  [106:0] ram$read_data;
    reg  [9:0] ram$write_address;
    reg  [106:0] ram$write_data;
    reg  ram$write_enable;
    reg  [106:0] slot$d;
    wire  [106:0] slot$q;
    reg  slot$clock;
    reg  [3:0] compared$d;
    wire  [3:0] compared$q;
    reg  compared$clock;
    reg  [9:0] found$d;
    wire  [9:0] found$q;
    reg  found$clock;

    // Local signals
    reg  [95:0] stored;
    reg  [3:0] equal;

    // Sub module instances
    fixnic_core$lookup$way_a0$ram ram(
        .clock(ram$clock),
        .read_address(ram$read_address),
        .read_data(ram$read_data),
        .write_address(ram$write_address),
        .write_data(ram$write_data),
        .write_enable(ram$write_enable)
    );
    fixnic_core$lookup$way_a0$slot slot(
        .d(slot$d),
        .q(slot$q),
        .clock(slot$clock)
    );
    fixnic_core$lookup$way_a0$compared compared(
        .d(compared$d),
        .q(compared$q),
        .clock(compared$clock)
    );
    fixnic_core$lookup$way_a0$found found(
        .d(found$d),
        .q(found$q),
        .clock(found$clock)
    );

    // Update code
    always @(*) begin
        slot$clock = clock;
        compared$clock = clock;
        found$clock = clock;
        slot$d = slot$q;
        compared$d = compared$q;
        found$d = found$q;
        ram$clock = clock;
        ram$read_address = bucket;
        ram$write_enable = write;
        ram$write_address = write_bucket;
        ram$write_data = write_slot;
        slot$d = ram$read_data;
        stored = slot$q[(64'hb)+:(96)];
        equal = 32'h0;
        equal = (equal & ~(1 << (0)) | ((stored[(0 * 32'h20)+:(32)] == key[(0 * 32'h20)+:(32)]) << (0)));
        equal = (equal & ~(1 << (1)) | ((stored[(1 * 32'h20)+:(32)] == key[(1 * 32'h20)+:(32)]) << (1)));
        equal = (equal & ~(1 << (2)) | ((stored[(2 * 32'h20)+:(32)] == key[(2 * 32'h20)+:(32)]) << (2)));
        compared$d = (equal & ~(1 << (32'h3)) | ((slot$q[(64'h0)+:(1)]) << (32'h3)));
        found$d = slot$q[(64'h1)+:(10)];
        same = compared$q;
        session = found$q;
    end

endmodule // fixnic_core$lookup$way_a0

module fixnic_core$lookup$way_a0$compared(d,q,clock);

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

endmodule // fixnic_core$lookup$way_a0$compared

module fixnic_core$lookup$way_a0$found(d,q,clock);

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

endmodule // fixnic_core$lookup$way_a0$found

module fixnic_core$lookup$way_a0$ram(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [9:0] read_address;
    output reg  [106:0] read_data;
    input wire  [9:0] write_address;
    input wire  [106:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [106:0] words [0:1023];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_core$lookup$way_a0$ram

module fixnic_core$lookup$way_a0$slot(d,q,clock);

    // Module arguments
    input wire  [106:0] d;
    output reg  [106:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 107'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$lookup$way_a0$slot

module fixnic_core$lookup$way_a1(clock,bucket,key,same,session,write,write_bucket,write_slot);

    // Module arguments
    input wire  clock;
    input wire  [9:0] bucket;
    input wire  [95:0] key;
    output reg  [3:0] same;
    output reg  [9:0] session;
    input wire  write;
    input wire  [9:0] write_bucket;
    input wire  [106:0] write_slot;

    // Stub signals
    reg  ram$clock;
    reg  [9:0] ram$read_address;
    wire  [106:0] ram$read_data;
    reg  [9:0] ram$write_address;
    reg  [106:0] ram$write_data;
    reg  ram$write_enable;
    reg  [106:0] slot$d;
    wire  [106:0] slot$q;
    reg  slot$clock;
    reg  [3:0] compared$d;
    wire  [3:0] compared$q;
    reg  compared$clock;
    reg  [9:0] found$d;
    wire  [9:0] found$q;
    reg  found$clock;

    // Local signals
    reg  [95:0] stored;
    reg  [3:0] equal;

    // Sub module instances
    fixnic_core$lookup$way_a1$ram ram(
        .clock(ram$clock),
        .read_address(ram$read_address),
        .read_data(ram$read_data),
        .write_address(ram$write_address),
        .write_data(ram$write_data),
        .write_enable(ram$write_enable)
    );
    fixnic_core$lookup$way_a1$slot slot(
        .d(slot$d),
        .q(slot$q),
        .clock(slot$clock)
    );
    fixnic_core$lookup$way_a1$compared compared(
        .d(compared$d),
        .q(compared$q),
        .clock(compared$clock)
    );
    fixnic_core$lookup$way_a1$found found(
        .d(found$d),
        .q(found$q),
        .clock(found$clock)
    );

    // Update code
    always @(*) begin
        slot$clock = clock;
        compared$clock = clock;
        found$clock = clock;
        slot$d = slot$q;
        compared$d = compared$q;
        found$d = found$q;
        ram$clock = clock;
        ram$read_address = bucket;
        ram$write_enable = write;
        ram$write_address = write_bucket;
        ram$write_data = write_slot;
        slot$d = ram$read_data;
        stored = slot$q[(64'hb)+:(96)];
        equal = 32'h0;
        equal = (equal & ~(1 << (0)) | ((stored[(0 * 32'h20)+:(32)] == key[(0 * 32'h20)+:(32)]) << (0)));
        equal = (equal & ~(1 << (1)) | ((stored[(1 * 32'h20)+:(32)] == key[(1 * 32'h20)+:(32)]) << (1)));
        equal = (equal & ~(1 << (2)) | ((stored[(2 * 32'h20)+:(32)] == key[(2 * 32'h20)+:(32)]) << (2)));
        compared$d = (equal & ~(1 << (32'h3)) | ((slot$q[(64'h0)+:(1)]) << (32'h3)));
        found$d = slot$q[(64'h1)+:(10)];
        same = compared$q;
        session = found$q;
    end

endmodule // fixnic_core$lookup$way_a1

module fixnic_core$lookup$way_a1$compared(d,q,clock);

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

endmodule // fixnic_core$lookup$way_a1$compared

module fixnic_core$lookup$way_a1$found(d,q,clock);

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

endmodule // fixnic_core$lookup$way_a1$found

module fixnic_core$lookup$way_a1$ram(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [9:0] read_address;
    output reg  [106:0] read_data;
    input wire  [9:0] write_address;
    input wire  [106:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [106:0] words [0:1023];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_core$lookup$way_a1$ram

module fixnic_core$lookup$way_a1$slot(d,q,clock);

    // Module arguments
    input wire  [106:0] d;
    output reg  [106:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 107'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$lookup$way_a1$slot

module fixnic_core$lookup$way_b0(clock,bucket,key,same,session,write,write_bucket,write_slot);

    // Module arguments
    input wire  clock;
    input wire  [9:0] bucket;
    input wire  [95:0] key;
    output reg  [3:0] same;
    output reg  [9:0] session;
    input wire  write;
    input wire  [9:0] write_bucket;
    input wire  [106:0] write_slot;

    // Stub signals
    reg  ram$clock;
    reg  [9:0] ram$read_address;
    wire  [106:0] ram$read_data;
    reg  [9:0] ram$write_address;
    reg  [106:0] ram$write_data;
    reg  ram$write_enable;
    reg  [106:0] slot$d;
    wire  [106:0] slot$q;
    reg  slot$clock;
    reg  [3:0] compared$d;
    wire  [3:0] compared$q;
    reg  compared$clock;
    reg  [9:0] found$d;
    wire  [9:0] found$q;
    reg  found$clock;

    // Local signals
    reg  [95:0] stored;
    reg  [3:0] equal;

    // Sub module instances
    fixnic_core$lookup$way_b0$ram ram(
        .clock(ram$clock),
        .read_address(ram$read_address),
        .read_data(ram$read_data),
        .write_address(ram$write_address),
        .write_data(ram$write_data),
        .write_enable(ram$write_enable)
    );
    fixnic_core$lookup$way_b0$slot slot(
        .d(slot$d),
        .q(slot$q),
        .clock(slot$clock)
    );
    fixnic_core$lookup$way_b0$compared compared(
        .d(compared$d),
        .q(compared$q),
        .clock(compared$clock)
    );
    fixnic_core$lookup$way_b0$found found(
        .d(found$d),
        .q(found$q),
        .clock(found$clock)
    );

    // Update code
    always @(*) begin
        slot$clock = clock;
        compared$clock = clock;
        found$clock = clock;
        slot$d = slot$q;
        compared$d = compared$q;
        found$d = found$q;
        ram$clock = clock;
        ram$read_address = bucket;
        ram$write_enable = write;
        ram$write_address = write_bucket;
        ram$write_data = write_slot;
        slot$d = ram$read_data;
        stored = slot$q[(64'hb)+:(96)];
        equal = 32'h0;
        equal = (equal & ~(1 << (0)) | ((stored[(0 * 32'h20)+:(32)] == key[(0 * 32'h20)+:(32)]) << (0)));
        equal = (equal & ~(1 << (1)) | ((stored[(1 * 32'h20)+:(32)] == key[(1 * 32'h20)+:(32)]) << (1)));
        equal = (equal & ~(1 << (2)) | ((stored[(2 * 32'h20)+:(32)] == key[(2 * 32'h20)+:(32)]) << (2)));
        compared$d = (equal & ~(1 << (32'h3)) | ((slot$q[(64'h0)+:(1)]) << (32'h3)));
        found$d = slot$q[(64'h1)+:(10)];
        same = compared$q;
        session = found$q;
    end

endmodule // fixnic_core$lookup$way_b0

module fixnic_core$lookup$way_b0$compared(d,q,clock);

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

endmodule // fixnic_core$lookup$way_b0$compared

module fixnic_core$lookup$way_b0$found(d,q,clock);

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

endmodule // fixnic_core$lookup$way_b0$found

module fixnic_core$lookup$way_b0$ram(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [9:0] read_address;
    output reg  [106:0] read_data;
    input wire  [9:0] write_address;
    input wire  [106:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [106:0] words [0:1023];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_core$lookup$way_b0$ram

module fixnic_core$lookup$way_b0$slot(d,q,clock);

    // Module arguments
    input wire  [106:0] d;
    output reg  [106:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 107'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$lookup$way_b0$slot

module fixnic_core$lookup$way_b1(clock,bucket,key,same,session,write,write_bucket,write_slot);

    // Module arguments
    input wire  clock;
    input wire  [9:0] bucket;
    input wire  [95:0] key;
    output reg  [3:0] same;
    output reg  [9:0] session;
    input wire  write;
    input wire  [9:0] write_bucket;
    input wire  [106:0] write_slot;

    // Stub signals
    reg  ram$clock;
    reg  [9:0] ram$read_address;
    wire  [106:0] ram$read_data;
    reg  [9:0] ram$write_address;
    reg  [106:0] ram$write_data;
    reg  ram$write_enable;
    reg  [106:0] slot$d;
    wire  [106:0] slot$q;
    reg  slot$clock;
    reg  [3:0] compared$d;
    wire  [3:0] compared$q;
    reg  compared$clock;
    reg  [9:0] found$d;
    wire  [9:0] found$q;
    reg  found$clock;

    // Local signals
    reg  [95:0] stored;
    reg  [3:0] equal;

    // Sub module instances
    fixnic_core$lookup$way_b1$ram ram(
        .clock(ram$clock),
        .read_address(ram$read_address),
        .read_data(ram$read_data),
        .write_address(ram$write_address),
        .write_data(ram$write_data),
        .write_enable(ram$write_enable)
    );
    fixnic_core$lookup$way_b1$slot slot(
        .d(slot$d),
        .q(slot$q),
        .clock(slot$clock)
    );
    fixnic_core$lookup$way_b1$compared compared(
        .d(compared$d),
        .q(compared$q),
        .clock(compared$clock)
    );
    fixnic_core$lookup$way_b1$found found(
        .d(found$d),
        .q(found$q),
        .clock(found$clock)
    );

    // Update code
    always @(*) begin
        slot$clock = clock;
        compared$clock = clock;
        found$clock = clock;
        slot$d = slot$q;
        compared$d = compared$q;
        found$d = found$q;
        ram$clock = clock;
        ram$read_address = bucket;
        ram$write_enable = write;
        ram$write_address = write_bucket;
        ram$write_data = write_slot;
        slot$d = ram$read_data;
        stored = slot$q[(64'hb)+:(96)];
        equal = 32'h0;
        equal = (equal & ~(1 << (0)) | ((stored[(0 * 32'h20)+:(32)] == key[(0 * 32'h20)+:(32)]) << (0)));
        equal = (equal & ~(1 << (1)) | ((stored[(1 * 32'h20)+:(32)] == key[(1 * 32'h20)+:(32)]) << (1)));
        equal = (equal & ~(1 << (2)) | ((stored[(2 * 32'h20)+:(32)] == key[(2 * 32'h20)+:(32)]) << (2)));
        compared$d = (equal & ~(1 << (32'h3)) | ((slot$q[(64'h0)+:(1)]) << (32'h3)));
        found$d = slot$q[(64'h1)+:(10)];
        same = compared$q;
        session = found$q;
    end

endmodule // fixnic_core$lookup$way_b1

module fixnic_core$lookup$way_b1$compared(d,q,clock);

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

endmodule // fixnic_core$lookup$way_b1$compared

module fixnic_core$lookup$way_b1$found(d,q,clock);

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

endmodule // fixnic_core$lookup$way_b1$found

module fixnic_core$lookup$way_b1$ram(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [9:0] read_address;
    output reg  [106:0] read_data;
    input wire  [9:0] write_address;
    input wire  [106:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [106:0] words [0:1023];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_core$lookup$way_b1$ram

module fixnic_core$lookup$way_b1$slot(d,q,clock);

    // Module arguments
    input wire  [106:0] d;
    output reg  [106:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 107'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$lookup$way_b1$slot

module fixnic_core$lookup$write_bucket(d,q,clock);

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

endmodule // fixnic_core$lookup$write_bucket

module fixnic_core$lookup$write_slot(d,q,clock);

    // Module arguments
    input wire  [106:0] d;
    output reg  [106:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 107'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$lookup$write_slot

module fixnic_core$lookup$write_ways(d,q,clock);

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

endmodule // fixnic_core$lookup$write_ways

module fixnic_core$order(clock,reset,beat,beat_valid,beat_read,headers,headers_valid,lookup,lookup_valid,frame_read,table_read,table_word,f_load,f_session,f_parse,f_rotation,f_lane,p_valid,p_data,p_keep,p_eof,m_segment,m_hand,m_ready,holds,held_session,path_busy,idle);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  [69:0] beat;
    input wire  beat_valid;
    output reg  beat_read;
    input wire  [79:0] headers;
    input wire  headers_valid;
    input wire  [10:0] lookup;
    input wire  lookup_valid;
    output reg  frame_read;
    output reg  [9:0] table_read;
    input wire  [50:0] table_word;
    output reg  f_load;
    output reg  [9:0] f_session;
    output reg  f_parse;
    output reg  [2:0] f_rotation;
    output reg  [2:0] f_lane;
    output reg  p_valid;
    output reg  [63:0] p_data;
    output reg  [7:0] p_keep;
    output reg  p_eof;
    output reg  [142:0] m_segment;
    output reg  m_hand;
    input wire  m_ready;
    input wire  holds;
    input wire  [9:0] held_session;
    input wire  path_busy;
    output reg  idle;

    // Constant declarations
    localparam  eight = 18'b1000;
    localparam  unknown = 4'h4;
    localparam  not_tracked = 4'h5;
    localparam  control = 4'h6;
    localparam  empty = 4'h7;
    localparam  in_order = 4'h8;
    localparam  ahead = 4'h9;
    localparam  old = 4'ha;
    localparam  overlap = 4'hb;
    localparam  s_free = 3'b0;
    localparam  s_lost = 3'b11;

    // Enums
    localparam OrderState$Headers = 0;
    localparam OrderState$Read = 1;
    localparam OrderState$Fetch = 2;
    localparam OrderState$Delta = 3;
    localparam OrderState$Reach = 4;
    localparam OrderState$Class = 5;
    localparam OrderState$Load = 6;
    localparam OrderState$Feed = 7;
    localparam OrderState$Hand = 8;

    // Stub signals
    reg  [3:0] state$d;
    wire  [3:0] state$q;
    reg  state$clock;
    reg  [79:0] h$d;
    wire  [79:0] h$q;
    reg  h$clock;
    reg  [10:0] found$d;
    wire  [10:0] found$q;
    reg  found$clock;
    reg  [50:0] word$d;
    wire  [50:0] word$q;
    reg  word$clock;
    reg  [17:0] header_left$d;
    wire  [17:0] header_left$q;
    reg  header_left$clock;
    reg  [17:0] end_left$d;
    wire  [17:0] end_left$q;
    reg  end_left$clock;
    reg  [17:0] start_left$d;
    wire  [17:0] start_left$q;
    reg  start_left$clock;
    reg  drained$d;
    wire  drained$q;
    reg  drained$clock;
    reg  [31:0] delta$d;
    wire  [31:0] delta$q;
    reg  delta$clock;
    reg  [31:0] reach$d;
    wire  [31:0] reach$q;
    reg  reach$clock;
    reg  [31:0] seq_end$d;
    wire  [31:0] seq_end$q;
    reg  seq_end$clock;
    reg  is_tcp$d;
    wire  is_tcp$q;
    reg  is_tcp$clock;
    reg  [3:0] frame_class$d;
    wire  [3:0] frame_class$q;
    reg  frame_class$clock;
    reg  parse$d;
    wire  parse$q;
    reg  parse$clock;
    reg  [17:0] skip$d;
    wire  [17:0] skip$q;
    reg  skip$clock;
    reg  [2:0] lane$d;
    wire  [2:0] lane$q;
    reg  lane$clock;
    reg  [2:0] rotation$d;
    wire  [2:0] rotation$q;
    reg  rotation$clock;
    reg  loses$d;
    wire  loses$q;
    reg  loses$clock;
    reg  valid_1$d;
    wire  valid_1$q;
    reg  valid_1$clock;
    reg  [63:0] data_1$d;
    wire  [63:0] data_1$q;
    reg  data_1$clock;
    reg  [7:0] from_1$d;
    wire  [7:0] from_1$q;
    reg  from_1$clock;
    reg  [7:0] until_1$d;
    wire  [7:0] until_1$q;
    reg  until_1$clock;
    reg  last_1$d;
    wire  last_1$q;
    reg  last_1$clock;
    reg  valid_2$d;
    wire  valid_2$q;
    reg  valid_2$clock;
    reg  [63:0] data_2$d;
    wire  [63:0] data_2$q;
    reg  data_2$clock;
    reg  [7:0] keep_2$d;
    wire  [7:0] keep_2$q;
    reg  keep_2$clock;
    reg  last_2$d;
    wire  last_2$q;
    reg  last_2$clock;
    reg  load$d;
    wire  load$q;
    reg  load$clock;

    // Local signals
    reg  take;
    reg  [7:0] lanes;
    reg  [7:0] from;
    reg  [7:0] before_end;
    reg  [7:0] keep;
    reg  [31:0] seq_low;
    reg  [31:0] tcp_seq;
    reg  [7:0] offset;
    reg  [2:0] from_low;
    reg  [2:0] until_low;
    reg  ends_here;
    reg  [142:0] segment;
    reg  waits;
    reg  parses;
    reg  early;

    // Sub module instances
    fixnic_core$order$state state(
        .d(state$d),
        .q(state$q),
        .clock(state$clock)
    );
    fixnic_core$order$h h(
        .d(h$d),
        .q(h$q),
        .clock(h$clock)
    );
    fixnic_core$order$found found(
        .d(found$d),
        .q(found$q),
        .clock(found$clock)
    );
    fixnic_core$order$word word(
        .d(word$d),
        .q(word$q),
        .clock(word$clock)
    );
    fixnic_core$order$header_left header_left(
        .d(header_left$d),
        .q(header_left$q),
        .clock(header_left$clock)
    );
    fixnic_core$order$end_left end_left(
        .d(end_left$d),
        .q(end_left$q),
        .clock(end_left$clock)
    );
    fixnic_core$order$start_left start_left(
        .d(start_left$d),
        .q(start_left$q),
        .clock(start_left$clock)
    );
    fixnic_core$order$drained drained(
        .d(drained$d),
        .q(drained$q),
        .clock(drained$clock)
    );
    fixnic_core$order$delta delta(
        .d(delta$d),
        .q(delta$q),
        .clock(delta$clock)
    );
    fixnic_core$order$reach reach(
        .d(reach$d),
        .q(reach$q),
        .clock(reach$clock)
    );
    fixnic_core$order$seq_end seq_end(
        .d(seq_end$d),
        .q(seq_end$q),
        .clock(seq_end$clock)
    );
    fixnic_core$order$is_tcp is_tcp(
        .d(is_tcp$d),
        .q(is_tcp$q),
        .clock(is_tcp$clock)
    );
    fixnic_core$order$frame_class frame_class(
        .d(frame_class$d),
        .q(frame_class$q),
        .clock(frame_class$clock)
    );
    fixnic_core$order$parse parse(
        .d(parse$d),
        .q(parse$q),
        .clock(parse$clock)
    );
    fixnic_core$order$skip skip(
        .d(skip$d),
        .q(skip$q),
        .clock(skip$clock)
    );
    fixnic_core$order$lane lane(
        .d(lane$d),
        .q(lane$q),
        .clock(lane$clock)
    );
    fixnic_core$order$rotation rotation(
        .d(rotation$d),
        .q(rotation$q),
        .clock(rotation$clock)
    );
    fixnic_core$order$loses loses(
        .d(loses$d),
        .q(loses$q),
        .clock(loses$clock)
    );
    fixnic_core$order$valid_1 valid_1(
        .d(valid_1$d),
        .q(valid_1$q),
        .clock(valid_1$clock)
    );
    fixnic_core$order$data_1 data_1(
        .d(data_1$d),
        .q(data_1$q),
        .clock(data_1$clock)
    );
    fixnic_core$order$from_1 from_1(
        .d(from_1$d),
        .q(from_1$q),
        .clock(from_1$clock)
    );
    fixnic_core$order$until_1 until_1(
        .d(until_1$d),
        .q(until_1$q),
        .clock(until_1$clock)
    );
    fixnic_core$order$last_1 last_1(
        .d(last_1$d),
        .q(last_1$q),
        .clock(last_1$clock)
    );
    fixnic_core$order$valid_2 valid_2(
        .d(valid_2$d),
        .q(valid_2$q),
        .clock(valid_2$clock)
    );
    fixnic_core$order$data_2 data_2(
        .d(data_2$d),
        .q(data_2$q),
        .clock(data_2$clock)
    );
    fixnic_core$order$keep_2 keep_2(
        .d(keep_2$d),
        .q(keep_2$q),
        .clock(keep_2$clock)
    );
    fixnic_core$order$last_2 last_2(
        .d(last_2$d),
        .q(last_2$q),
        .clock(last_2$clock)
    );
    fixnic_core$order$load load(
        .d(load$d),
        .q(load$q),
        .clock(load$clock)
    );

    // Update code
    always @(*) begin
        state$clock = clock;
        h$clock = clock;
        found$clock = clock;
        word$clock = clock;
        header_left$clock = clock;
        end_left$clock = clock;
        start_left$clock = clock;
        drained$clock = clock;
        delta$clock = clock;
        reach$clock = clock;
        seq_end$clock = clock;
        is_tcp$clock = clock;
        frame_class$clock = clock;
        parse$clock = clock;
        skip$clock = clock;
        lane$clock = clock;
        rotation$clock = clock;
        loses$clock = clock;
        valid_1$clock = clock;
        data_1$clock = clock;
        from_1$clock = clock;
        until_1$clock = clock;
        last_1$clock = clock;
        valid_2$clock = clock;
        data_2$clock = clock;
        keep_2$clock = clock;
        last_2$clock = clock;
        load$clock = clock;
        state$d = state$q;
        h$d = h$q;
        found$d = found$q;
        word$d = word$q;
        header_left$d = header_left$q;
        end_left$d = end_left$q;
        start_left$d = start_left$q;
        drained$d = drained$q;
        delta$d = delta$q;
        reach$d = reach$q;
        seq_end$d = seq_end$q;
        is_tcp$d = is_tcp$q;
        frame_class$d = frame_class$q;
        parse$d = parse$q;
        skip$d = skip$q;
        lane$d = lane$q;
        rotation$d = rotation$q;
        loses$d = loses$q;
        valid_1$d = valid_1$q;
        data_1$d = data_1$q;
        from_1$d = from_1$q;
        until_1$d = until_1$q;
        last_1$d = last_1$q;
        valid_2$d = valid_2$q;
        data_2$d = data_2$q;
        keep_2$d = keep_2$q;
        last_2$d = last_2$q;
        load$d = load$q;
        parses = 1'b0;
        load$d = 1'b0;
        frame_read = 1'b0;
        m_hand = 1'b0;
        waits = holds && found$q[(64'h0)+:(1)] && (held_session == found$q[(64'h1)+:(10)]);
        seq_low = h$q[(64'h7)+:(32)];
        if (frame_class$q == overlap) begin
            seq_low = word$q[(64'h13)+:(32)];
        end
        lane$d = seq_low[(32'h0)+:(3)];
        tcp_seq = h$q[(64'h7)+:(32)];
        offset = h$q[(64'h27)+:(8)];
        rotation$d = tcp_seq[(32'h0)+:(3)] - offset[(32'h0)+:(3)];
        case (state$q)
            OrderState$Headers:
                begin
                    h$d = headers;
                    found$d = lookup;
                    header_left$d = ((headers[(64'h27)+:(8)]) & 18'h3ffff);
                    end_left$d = ((headers[(64'h3f)+:(17)]) & 18'h3ffff);
                    drained$d = 1'b0;
                    if (headers_valid && lookup_valid) begin
                        state$d = OrderState$Read;
                    end
                end
            OrderState$Read:
                begin
                    is_tcp$d = h$q[(64'h0)+:(4)] == unknown;
                    if (~waits) begin
                        state$d = OrderState$Fetch;
                    end
                end
            OrderState$Fetch:
                begin
                    word$d = table_word;
                    state$d = OrderState$Delta;
                end
            OrderState$Delta:
                begin
                    delta$d = h$q[(64'h7)+:(32)] - word$q[(64'h13)+:(32)];
                    seq_end$d = h$q[(64'h7)+:(32)] + ((h$q[(64'h2f)+:(16)]) & 32'hffffffff);
                    state$d = OrderState$Reach;
                end
            OrderState$Reach:
                begin
                    reach$d = delta$q + ((h$q[(64'h2f)+:(16)]) & 32'hffffffff);
                    state$d = OrderState$Class;
                end
            OrderState$Class:
                begin
                    loses$d = 1'b0;
                    skip$d = 32'h0;
                    frame_class$d = h$q[(64'h0)+:(4)];
                    if (is_tcp$q && found$q[(64'h0)+:(1)]) begin
                        if ((word$q[(64'h0)+:(3)] == s_lost) || (word$q[(64'h0)+:(3)] == s_free)) begin
                            frame_class$d = not_tracked;
                        end
                        else if (h$q[(64'h5)+:(1)]) begin
                            frame_class$d = control;
                            loses$d = |h$q[(64'h2f)+:(16)] && |reach$q && ~reach$q[32'h1f];
                        end
                        else if (~|h$q[(64'h2f)+:(16)]) begin
                            frame_class$d = empty;
                        end
                        else if (~|delta$q) begin
                            frame_class$d = in_order;
                            parses = 1'b1;
                        end
                        else if (~delta$q[32'h1f]) begin
                            frame_class$d = ahead;
                            loses$d = 1'b1;
                        end
                        else if (reach$q[32'h1f] || ~|reach$q) begin
                            frame_class$d = old;
                        end
                        else begin
                            frame_class$d = overlap;
                            parses = 1'b1;
                            skip$d = ((h$q[(64'h2f)+:(16)]) & 18'h3ffff) - reach$q[(32'h0)+:(18)];
                        end
                    end
                    parse$d = parses;
                    state$d = OrderState$Load;
                    if (~parses) begin
                        state$d = OrderState$Feed;
                    end
                end
            OrderState$Load:
                begin
                    start_left$d = header_left$q + skip$q;
                    if (~path_busy) begin
                        load$d = 1'b1;
                        state$d = OrderState$Feed;
                    end
                end
            OrderState$Feed:
                begin
                    if (drained$q) begin
                        state$d = OrderState$Hand;
                    end
                end
            OrderState$Hand:
                begin
                    if (m_ready) begin
                        m_hand = 1'b1;
                        frame_read = 1'b1;
                        state$d = OrderState$Headers;
                    end
                end
            default:
                begin
                    state$d = OrderState$Headers;
                end
        endcase
        early = ~is_tcp$q && (state$q != OrderState$Read);
        take = 1'b0;
        if (beat_valid && ~drained$q) begin
            if ((state$q == OrderState$Feed) && ~load$q) begin
                take = 1'b1;
            end
            if (((state$q == OrderState$Read) || (state$q == OrderState$Fetch) || (state$q == OrderState$Delta) || (state$q == OrderState$Reach) || (state$q == OrderState$Class)) && (|header_left$q[(32'h3)+:(15)] || early)) begin
                take = 1'b1;
            end
        end
        beat_read = take;
        if (take) begin
            header_left$d = header_left$q - eight;
            start_left$d = start_left$q - eight;
            end_left$d = end_left$q - eight;
            if (beat[(64'h43)+:(1)]) begin
                drained$d = 1'b1;
                if (state$q == OrderState$Feed) begin
                    state$d = OrderState$Hand;
                end
            end
        end
        from_low = start_left$q[(32'h0)+:(3)];
        from = 32'h0;
        if (start_left$q[32'h11]) begin
            from = 32'hff;
        end
        else if (~|start_left$q[(32'h3)+:(14)]) begin
            from = (from & ~(1 << (0)) | ((0 >= from_low) << (0)));
            from = (from & ~(1 << (1)) | ((1 >= from_low) << (1)));
            from = (from & ~(1 << (2)) | ((2 >= from_low) << (2)));
            from = (from & ~(1 << (3)) | ((3 >= from_low) << (3)));
            from = (from & ~(1 << (4)) | ((4 >= from_low) << (4)));
            from = (from & ~(1 << (5)) | ((5 >= from_low) << (5)));
            from = (from & ~(1 << (6)) | ((6 >= from_low) << (6)));
            from = (from & ~(1 << (7)) | ((7 >= from_low) << (7)));
        end
        until_low = end_left$q[(32'h0)+:(3)];
        before_end = 32'h0;
        ends_here = 1'b1;
        if (~end_left$q[32'h11]) begin
            if (|end_left$q[(32'h3)+:(14)]) begin
                before_end = 32'hff;
                ends_here = end_left$q == eight;
            end
            else begin
                before_end = (before_end & ~(1 << (0)) | ((0 < until_low) << (0)));
                before_end = (before_end & ~(1 << (1)) | ((1 < until_low) << (1)));
                before_end = (before_end & ~(1 << (2)) | ((2 < until_low) << (2)));
                before_end = (before_end & ~(1 << (3)) | ((3 < until_low) << (3)));
                before_end = (before_end & ~(1 << (4)) | ((4 < until_low) << (4)));
                before_end = (before_end & ~(1 << (5)) | ((5 < until_low) << (5)));
                before_end = (before_end & ~(1 << (6)) | ((6 < until_low) << (6)));
                before_end = (before_end & ~(1 << (7)) | ((7 < until_low) << (7)));
            end
        end
        lanes = 32'h0;
        lanes = (lanes & ~(1 << (0)) | ((0 <= beat[(64'h40)+:(3)]) << (0)));
        lanes = (lanes & ~(1 << (1)) | ((1 <= beat[(64'h40)+:(3)]) << (1)));
        lanes = (lanes & ~(1 << (2)) | ((2 <= beat[(64'h40)+:(3)]) << (2)));
        lanes = (lanes & ~(1 << (3)) | ((3 <= beat[(64'h40)+:(3)]) << (3)));
        lanes = (lanes & ~(1 << (4)) | ((4 <= beat[(64'h40)+:(3)]) << (4)));
        lanes = (lanes & ~(1 << (5)) | ((5 <= beat[(64'h40)+:(3)]) << (5)));
        lanes = (lanes & ~(1 << (6)) | ((6 <= beat[(64'h40)+:(3)]) << (6)));
        lanes = (lanes & ~(1 << (7)) | ((7 <= beat[(64'h40)+:(3)]) << (7)));
        valid_1$d = take && parse$q && (state$q == OrderState$Feed);
        data_1$d = beat[(64'h0)+:(64)];
        from_1$d = from;
        until_1$d = before_end & lanes;
        last_1$d = beat[(64'h43)+:(1)] || ends_here;
        keep = from_1$q & until_1$q;
        valid_2$d = valid_1$q && |keep;
        data_2$d = data_1$q;
        keep_2$d = keep;
        last_2$d = last_1$q;
        p_valid = valid_2$q;
        p_data = data_2$q;
        p_keep = keep_2$q;
        p_eof = last_2$q;
        f_load = load$q;
        f_session = found$q[(64'h1)+:(10)];
        f_parse = parse$q;
        f_rotation = rotation$q;
        f_lane = lane$q;
        segment[(64'h0)+:(4)] = frame_class$q;
        segment[(64'h4)+:(1)] = is_tcp$q;
        segment[(64'h5)+:(1)] = parse$q;
        segment[(64'h6)+:(1)] = loses$q;
        segment[(64'h7)+:(1)] = h$q[(64'h4)+:(1)];
        segment[(64'h8)+:(1)] = h$q[(64'h6)+:(1)];
        segment[(64'h9)+:(10)] = found$q[(64'h1)+:(10)];
        segment[(64'h13)+:(3)] = word$q[(64'h0)+:(3)];
        segment[(64'h16)+:(16)] = word$q[(64'h3)+:(16)];
        segment[(64'h26)+:(32)] = word$q[(64'h13)+:(32)];
        segment[(64'h46)+:(32)] = seq_end$q;
        segment[(64'h66)+:(8)] = h$q[(64'h27)+:(8)];
        segment[(64'h6e)+:(16)] = h$q[(64'h2f)+:(16)];
        segment[(64'h7e)+:(17)] = h$q[(64'h3f)+:(17)];
        m_segment = segment;
        table_read = found$q[(64'h1)+:(10)];
        idle = state$q == OrderState$Headers;
        if (reset) begin
            state$d = OrderState$Headers;
            valid_1$d = 1'b0;
            valid_2$d = 1'b0;
            load$d = 1'b0;
        end
    end

endmodule // fixnic_core$order

module fixnic_core$order$data_1(d,q,clock);

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

endmodule // fixnic_core$order$data_1

module fixnic_core$order$data_2(d,q,clock);

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

endmodule // fixnic_core$order$data_2

module fixnic_core$order$delta(d,q,clock);

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

endmodule // fixnic_core$order$delta

module fixnic_core$order$drained(d,q,clock);

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

endmodule // fixnic_core$order$drained

module fixnic_core$order$end_left(d,q,clock);

    // Module arguments
    input wire  [17:0] d;
    output reg  [17:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 18'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$order$end_left

module fixnic_core$order$found(d,q,clock);

    // Module arguments
    input wire  [10:0] d;
    output reg  [10:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 11'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$order$found

module fixnic_core$order$frame_class(d,q,clock);

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

endmodule // fixnic_core$order$frame_class

module fixnic_core$order$from_1(d,q,clock);

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

endmodule // fixnic_core$order$from_1

module fixnic_core$order$h(d,q,clock);

    // Module arguments
    input wire  [79:0] d;
    output reg  [79:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 80'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$order$h

module fixnic_core$order$header_left(d,q,clock);

    // Module arguments
    input wire  [17:0] d;
    output reg  [17:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 18'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$order$header_left

module fixnic_core$order$is_tcp(d,q,clock);

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

endmodule // fixnic_core$order$is_tcp

module fixnic_core$order$keep_2(d,q,clock);

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

endmodule // fixnic_core$order$keep_2

module fixnic_core$order$lane(d,q,clock);

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

endmodule // fixnic_core$order$lane

module fixnic_core$order$last_1(d,q,clock);

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

endmodule // fixnic_core$order$last_1

module fixnic_core$order$last_2(d,q,clock);

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

endmodule // fixnic_core$order$last_2

module fixnic_core$order$load(d,q,clock);

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

endmodule // fixnic_core$order$load

module fixnic_core$order$loses(d,q,clock);

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

endmodule // fixnic_core$order$loses

module fixnic_core$order$parse(d,q,clock);

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

endmodule // fixnic_core$order$parse

module fixnic_core$order$reach(d,q,clock);

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

endmodule // fixnic_core$order$reach

module fixnic_core$order$rotation(d,q,clock);

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

endmodule // fixnic_core$order$rotation

module fixnic_core$order$seq_end(d,q,clock);

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

endmodule // fixnic_core$order$seq_end

module fixnic_core$order$skip(d,q,clock);

    // Module arguments
    input wire  [17:0] d;
    output reg  [17:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 18'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$order$skip

module fixnic_core$order$start_left(d,q,clock);

    // Module arguments
    input wire  [17:0] d;
    output reg  [17:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 18'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$order$start_left

module fixnic_core$order$state(d,q,clock);

    // Module arguments
    input wire  [3:0] d;
    output reg  [3:0] q;
    input wire  clock;

    // Enums
    localparam OrderState$Headers = 0;
    localparam OrderState$Read = 1;
    localparam OrderState$Fetch = 2;
    localparam OrderState$Delta = 3;
    localparam OrderState$Reach = 4;
    localparam OrderState$Class = 5;
    localparam OrderState$Load = 6;
    localparam OrderState$Feed = 7;
    localparam OrderState$Hand = 8;

    // Update code (custom)
    initial begin
       q = 64'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$order$state

module fixnic_core$order$until_1(d,q,clock);

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

endmodule // fixnic_core$order$until_1

module fixnic_core$order$valid_1(d,q,clock);

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

endmodule // fixnic_core$order$valid_1

module fixnic_core$order$valid_2(d,q,clock);

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

endmodule // fixnic_core$order$valid_2

module fixnic_core$order$word(d,q,clock);

    // Module arguments
    input wire  [50:0] d;
    output reg  [50:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 51'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$order$word

module fixnic_core$packer(clock,reset,cfg,start,start_granule,s_valid,s_beat,m_valid,m_half);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  [159:0] cfg;
    input wire  start;
    input wire  [15:0] start_granule;
    input wire  s_valid;
    input wire  [69:0] s_beat;
    output reg  m_valid;
    output reg  [321:0] m_half;

    // Constant declarations
    localparam  last_quarter = 2'b11;

    // Stub signals
    reg  [15:0] granule$d;
    wire  [15:0] granule$q;
    reg  granule$clock;
    reg  [1:0] quarter$d;
    wire  [1:0] quarter$q;
    reg  quarter$clock;
    reg  [255:0] beats$d;
    wire  [255:0] beats$q;
    reg  beats$clock;
    reg  second$d;
    wire  second$q;
    reg  second$clock;
    reg  full$d;
    wire  full$q;
    reg  full$clock;
    reg  full_second$d;
    wire  full_second$q;
    reg  full_second$clock;
    reg  full_last$d;
    wire  full_last$q;
    reg  full_last$clock;
    reg  [15:0] full_granule$d;
    wire  [15:0] full_granule$q;
    reg  full_granule$clock;
    reg  pad$d;
    wire  pad$q;
    reg  pad$clock;
    reg  [15:0] pad_granule$d;
    wire  [15:0] pad_granule$q;
    reg  pad_granule$clock;
    reg  valid_2$d;
    wire  valid_2$q;
    reg  valid_2$clock;
    reg  [321:0] half_2$d;
    wire  [321:0] half_2$q;
    reg  half_2$clock;
    reg  [32:0] low_2$d;
    wire  [32:0] low_2$q;
    reg  low_2$clock;
    reg  valid_3$d;
    wire  valid_3$q;
    reg  valid_3$clock;
    reg  [321:0] half_3$d;
    wire  [321:0] half_3$q;
    reg  half_3$clock;

    // Local signals
    reg  [63:0] lanes;
    reg  [63:0] ones_lane;
    reg  [63:0] data;
    reg  [15:0] place;
    reg  [63:0] base_low;
    reg  [31:0] high;

    // Sub module instances
    fixnic_core$packer$granule granule(
        .d(granule$d),
        .q(granule$q),
        .clock(granule$clock)
    );
    fixnic_core$packer$quarter quarter(
        .d(quarter$d),
        .q(quarter$q),
        .clock(quarter$clock)
    );
    fixnic_core$packer$beats beats(
        .d(beats$d),
        .q(beats$q),
        .clock(beats$clock)
    );
    fixnic_core$packer$second second(
        .d(second$d),
        .q(second$q),
        .clock(second$clock)
    );
    fixnic_core$packer$full full(
        .d(full$d),
        .q(full$q),
        .clock(full$clock)
    );
    fixnic_core$packer$full_second full_second(
        .d(full_second$d),
        .q(full_second$q),
        .clock(full_second$clock)
    );
    fixnic_core$packer$full_last full_last(
        .d(full_last$d),
        .q(full_last$q),
        .clock(full_last$clock)
    );
    fixnic_core$packer$full_granule full_granule(
        .d(full_granule$d),
        .q(full_granule$q),
        .clock(full_granule$clock)
    );
    fixnic_core$packer$pad pad(
        .d(pad$d),
        .q(pad$q),
        .clock(pad$clock)
    );
    fixnic_core$packer$pad_granule pad_granule(
        .d(pad_granule$d),
        .q(pad_granule$q),
        .clock(pad_granule$clock)
    );
    fixnic_core$packer$valid_2 valid_2(
        .d(valid_2$d),
        .q(valid_2$q),
        .clock(valid_2$clock)
    );
    fixnic_core$packer$half_2 half_2(
        .d(half_2$d),
        .q(half_2$q),
        .clock(half_2$clock)
    );
    fixnic_core$packer$low_2 low_2(
        .d(low_2$d),
        .q(low_2$q),
        .clock(low_2$clock)
    );
    fixnic_core$packer$valid_3 valid_3(
        .d(valid_3$d),
        .q(valid_3$q),
        .clock(valid_3$clock)
    );
    fixnic_core$packer$half_3 half_3(
        .d(half_3$d),
        .q(half_3$q),
        .clock(half_3$clock)
    );

    // Update code
    always @(*) begin
        granule$clock = clock;
        quarter$clock = clock;
        beats$clock = clock;
        second$clock = clock;
        full$clock = clock;
        full_second$clock = clock;
        full_last$clock = clock;
        full_granule$clock = clock;
        pad$clock = clock;
        pad_granule$clock = clock;
        valid_2$clock = clock;
        half_2$clock = clock;
        low_2$clock = clock;
        valid_3$clock = clock;
        half_3$clock = clock;
        granule$d = granule$q;
        quarter$d = quarter$q;
        beats$d = beats$q;
        second$d = second$q;
        full$d = full$q;
        full_second$d = full_second$q;
        full_last$d = full_last$q;
        full_granule$d = full_granule$q;
        pad$d = pad$q;
        pad_granule$d = pad_granule$q;
        valid_2$d = valid_2$q;
        half_2$d = half_2$q;
        low_2$d = low_2$q;
        valid_3$d = valid_3$q;
        half_3$d = half_3$q;
        ones_lane = 32'hff;
        lanes = 32'h0;
        if (0 <= s_beat[(64'h40)+:(3)]) begin
            lanes = lanes | (ones_lane << (0 * 32'h8));
        end
        if (1 <= s_beat[(64'h40)+:(3)]) begin
            lanes = lanes | (ones_lane << (1 * 32'h8));
        end
        if (2 <= s_beat[(64'h40)+:(3)]) begin
            lanes = lanes | (ones_lane << (2 * 32'h8));
        end
        if (3 <= s_beat[(64'h40)+:(3)]) begin
            lanes = lanes | (ones_lane << (3 * 32'h8));
        end
        if (4 <= s_beat[(64'h40)+:(3)]) begin
            lanes = lanes | (ones_lane << (4 * 32'h8));
        end
        if (5 <= s_beat[(64'h40)+:(3)]) begin
            lanes = lanes | (ones_lane << (5 * 32'h8));
        end
        if (6 <= s_beat[(64'h40)+:(3)]) begin
            lanes = lanes | (ones_lane << (6 * 32'h8));
        end
        if (7 <= s_beat[(64'h40)+:(3)]) begin
            lanes = lanes | (ones_lane << (7 * 32'h8));
        end
        data = s_beat[(64'h0)+:(64)] & lanes;
        if (start) begin
            granule$d = start_granule;
            quarter$d = 32'h0;
            second$d = 1'b0;
        end
        full$d = 1'b0;
        full_second$d = second$q;
        full_last$d = s_beat[(64'h43)+:(1)];
        full_granule$d = granule$q;
        if (s_valid) begin
            quarter$d = quarter$q + 32'h1;
            if (quarter$q == 32'h0) begin
                beats$d[(64'h0)+:(64)] = data;
                beats$d[(64'h40)+:(64)] = 32'h0;
                beats$d[(64'h80)+:(64)] = 32'h0;
                beats$d[(64'hc0)+:(64)] = 32'h0;
            end
            if (quarter$q == 32'h1) begin
                beats$d[(64'h40)+:(64)] = data;
            end
            if (quarter$q == 32'h2) begin
                beats$d[(64'h80)+:(64)] = data;
            end
            if (quarter$q == 32'h3) begin
                beats$d[(64'hc0)+:(64)] = data;
            end
            if ((quarter$q == last_quarter) || s_beat[(64'h43)+:(1)]) begin
                full$d = 1'b1;
                second$d = ~second$q;
                if (second$q) begin
                    granule$d = granule$q + 32'h1;
                end
            end
        end
        pad$d = full$q && full_last$q && ~full_second$q;
        pad_granule$d = full_granule$q;
        valid_2$d = full$q || pad$q;
        half_2$d[(64'h0)+:(256)] = beats$q;
        half_2$d[(64'h140)+:(1)] = full_second$q;
        half_2$d[(64'h141)+:(1)] = full_second$q && full_last$q;
        place = full_granule$q & cfg[(64'h90)+:(16)];
        if (pad$q) begin
            half_2$d[(64'h0)+:(256)] = 32'h0;
            half_2$d[(64'h140)+:(1)] = 1'b1;
            half_2$d[(64'h141)+:(1)] = 1'b1;
            place = pad_granule$q & cfg[(64'h90)+:(16)];
        end
        base_low = cfg[(64'h40)+:(64)];
        low_2$d = ((base_low[(32'h0)+:(32)]) & 33'h1ffffffff) + (((place) & 33'h1ffffffff) << 32'h6);
        valid_3$d = valid_2$q;
        half_3$d = half_2$q;
        high = base_low[(32'h20)+:(32)] + ((low_2$q[(32'h20)+:(1)]) & 32'hffffffff);
        half_3$d[(64'h100)+:(64)] = (((high) & 64'hffffffffffffffff) << 32'h20) | ((low_2$q[(32'h0)+:(32)]) & 64'hffffffffffffffff);
        m_valid = valid_3$q;
        m_half = half_3$q;
        if (reset) begin
            full$d = 1'b0;
            pad$d = 1'b0;
            valid_2$d = 1'b0;
            valid_3$d = 1'b0;
        end
    end

endmodule // fixnic_core$packer

module fixnic_core$packer$beats(d,q,clock);

    // Module arguments
    input wire  [255:0] d;
    output reg  [255:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 256'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$packer$beats

module fixnic_core$packer$full(d,q,clock);

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

endmodule // fixnic_core$packer$full

module fixnic_core$packer$full_granule(d,q,clock);

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

endmodule // fixnic_core$packer$full_granule

module fixnic_core$packer$full_last(d,q,clock);

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

endmodule // fixnic_core$packer$full_last

module fixnic_core$packer$full_second(d,q,clock);

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

endmodule // fixnic_core$packer$full_second

module fixnic_core$packer$granule(d,q,clock);

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

endmodule // fixnic_core$packer$granule

module fixnic_core$packer$half_2(d,q,clock);

    // Module arguments
    input wire  [321:0] d;
    output reg  [321:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 322'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$packer$half_2

module fixnic_core$packer$half_3(d,q,clock);

    // Module arguments
    input wire  [321:0] d;
    output reg  [321:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 322'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$packer$half_3

module fixnic_core$packer$low_2(d,q,clock);

    // Module arguments
    input wire  [32:0] d;
    output reg  [32:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 33'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$packer$low_2

module fixnic_core$packer$pad(d,q,clock);

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

endmodule // fixnic_core$packer$pad

module fixnic_core$packer$pad_granule(d,q,clock);

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

endmodule // fixnic_core$packer$pad_granule

module fixnic_core$packer$quarter(d,q,clock);

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

endmodule // fixnic_core$packer$quarter

module fixnic_core$packer$second(d,q,clock);

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

endmodule // fixnic_core$packer$second

module fixnic_core$packer$valid_2(d,q,clock);

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

endmodule // fixnic_core$packer$valid_2

module fixnic_core$packer$valid_3(d,q,clock);

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

endmodule // fixnic_core$packer$valid_3

module fixnic_core$parse(clock,reset,s_valid,s_beat,s_sof,key_valid,key,m_valid,headers);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  s_valid;
    input wire  [69:0] s_beat;
    input wire  s_sof;
    output reg  key_valid;
    output reg  [95:0] key;
    output reg  m_valid;
    output reg  [79:0] headers;

    // Constant declarations
    localparam  last_header_beat = 3'b110;
    localparam  ethertype_vlan = 16'h81;
    localparam  ethertype_ipv4 = 16'h8;
    localparam  protocol_tcp = 8'h6;
    localparam  version_4 = 4'h4;
    localparam  ihl_plain = 4'h5;
    localparam  fragment_bits = 16'hff3f;
    localparam  control_bits = 8'h7;
    localparam  ethernet_bytes = 6'b1110;
    localparam  plain_ip_end = 6'b100010;
    localparam  vlan_ip_end = 6'b100110;
    localparam  total_min = 16'h28;
    localparam  ip_bytes = 16'h14;
    localparam  plain_l3 = 17'b1110;
    localparam  vlan_l3 = 17'b10010;
    localparam  plain_l3_short = 8'he;
    localparam  vlan_l3_short = 8'h12;
    localparam  whole = 6'b111000;
    localparam  other = 4'h0;
    localparam  bad_length = 4'h1;
    localparam  ip_options = 4'h2;
    localparam  fragment = 4'h3;
    localparam  unknown = 4'h4;

    // Stub signals
    reg  [2:0] index$d;
    wire  [2:0] index$q;
    reg  index$clock;
    reg  [63:0] data_1$d;
    wire  [63:0] data_1$q;
    reg  data_1$clock;
    reg  [2:0] index_1$d;
    wire  [2:0] index_1$q;
    reg  index_1$clock;
    reg  valid_1$d;
    wire  valid_1$q;
    reg  valid_1$clock;
    reg  last_1$d;
    wire  last_1$q;
    reg  last_1$clock;
    reg  [2:0] last_lane_1$d;
    wire  [2:0] last_lane_1$q;
    reg  last_lane_1$clock;
    reg  [31:0] raw_12$d;
    wire  [31:0] raw_12$q;
    reg  raw_12$clock;
    reg  [31:0] raw_16$d;
    wire  [31:0] raw_16$q;
    reg  raw_16$clock;
    reg  [31:0] raw_20$d;
    wire  [31:0] raw_20$q;
    reg  raw_20$clock;
    reg  [31:0] raw_24$d;
    wire  [31:0] raw_24$q;
    reg  raw_24$clock;
    reg  [31:0] raw_28$d;
    wire  [31:0] raw_28$q;
    reg  raw_28$clock;
    reg  [31:0] raw_32$d;
    wire  [31:0] raw_32$q;
    reg  raw_32$clock;
    reg  [31:0] raw_36$d;
    wire  [31:0] raw_36$q;
    reg  raw_36$clock;
    reg  [31:0] raw_40$d;
    wire  [31:0] raw_40$q;
    reg  raw_40$clock;
    reg  [31:0] raw_44$d;
    wire  [31:0] raw_44$q;
    reg  raw_44$clock;
    reg  [31:0] raw_48$d;
    wire  [31:0] raw_48$q;
    reg  raw_48$clock;
    reg  fired$d;
    wire  fired$q;
    reg  fired$clock;
    reg  fire_2$d;
    wire  fire_2$q;
    reg  fire_2$clock;
    reg  [5:0] length_2$d;
    wire  [5:0] length_2$q;
    reg  length_2$clock;
    reg  fire_3$d;
    wire  fire_3$q;
    reg  fire_3$clock;
    reg  [5:0] length_3$d;
    wire  [5:0] length_3$q;
    reg  length_3$clock;
    reg  vlan_3$d;
    wire  vlan_3$q;
    reg  vlan_3$clock;
    reg  [31:0] ether$d;
    wire  [31:0] ether$q;
    reg  ether$clock;
    reg  [31:0] total_id$d;
    wire  [31:0] total_id$q;
    reg  total_id$clock;
    reg  [31:0] frag_proto$d;
    wire  [31:0] frag_proto$q;
    reg  frag_proto$clock;
    reg  [31:0] sum_src$d;
    wire  [31:0] sum_src$q;
    reg  sum_src$clock;
    reg  [31:0] src_dst$d;
    wire  [31:0] src_dst$q;
    reg  src_dst$clock;
    reg  [31:0] dst_port$d;
    wire  [31:0] dst_port$q;
    reg  dst_port$clock;
    reg  [31:0] port_seq$d;
    wire  [31:0] port_seq$q;
    reg  port_seq$clock;
    reg  [31:0] seq_ack$d;
    wire  [31:0] seq_ack$q;
    reg  seq_ack$clock;
    reg  [31:0] ack_flags$d;
    wire  [31:0] ack_flags$q;
    reg  ack_flags$clock;
    reg  fire_4$d;
    wire  fire_4$q;
    reg  fire_4$clock;
    reg  vlan_4$d;
    wire  vlan_4$q;
    reg  vlan_4$clock;
    reg  short_4$d;
    wire  short_4$q;
    reg  short_4$clock;
    reg  not_ip_4$d;
    wire  not_ip_4$q;
    reg  not_ip_4$clock;
    reg  ihl_low_4$d;
    wire  ihl_low_4$q;
    reg  ihl_low_4$clock;
    reg  ihl_high_4$d;
    wire  ihl_high_4$q;
    reg  ihl_high_4$clock;
    reg  fragment_4$d;
    wire  fragment_4$q;
    reg  fragment_4$clock;
    reg  not_tcp_4$d;
    wire  not_tcp_4$q;
    reg  not_tcp_4$clock;
    reg  total_low_4$d;
    wire  total_low_4$q;
    reg  total_low_4$clock;
    reg  offset_low_4$d;
    wire  offset_low_4$q;
    reg  offset_low_4$clock;
    reg  control_4$d;
    wire  control_4$q;
    reg  control_4$clock;
    reg  [15:0] total_4$d;
    wire  [15:0] total_4$q;
    reg  total_4$clock;
    reg  [15:0] header_bytes_4$d;
    wire  [15:0] header_bytes_4$q;
    reg  header_bytes_4$clock;
    reg  [31:0] seq_4$d;
    wire  [31:0] seq_4$q;
    reg  seq_4$clock;
    reg  [95:0] key_4$d;
    wire  [95:0] key_4$q;
    reg  key_4$clock;
    reg  fire_5$d;
    wire  fire_5$q;
    reg  fire_5$clock;
    reg  [79:0] headers_5$d;
    wire  [79:0] headers_5$q;
    reg  headers_5$clock;

    // Local signals
    reg  fires;
    reg  [5:0] beat_bytes;
    reg  vlan;
    reg  [15:0] total;
    reg  [15:0] tcp_bytes;
    reg  [16:0] l3;
    reg  [7:0] l3_short;
    reg  [3:0] data_offset;
    reg  [15:0] payload;

    // Sub module instances
    fixnic_core$parse$index index(
        .d(index$d),
        .q(index$q),
        .clock(index$clock)
    );
    fixnic_core$parse$data_1 data_1(
        .d(data_1$d),
        .q(data_1$q),
        .clock(data_1$clock)
    );
    fixnic_core$parse$index_1 index_1(
        .d(index_1$d),
        .q(index_1$q),
        .clock(index_1$clock)
    );
    fixnic_core$parse$valid_1 valid_1(
        .d(valid_1$d),
        .q(valid_1$q),
        .clock(valid_1$clock)
    );
    fixnic_core$parse$last_1 last_1(
        .d(last_1$d),
        .q(last_1$q),
        .clock(last_1$clock)
    );
    fixnic_core$parse$last_lane_1 last_lane_1(
        .d(last_lane_1$d),
        .q(last_lane_1$q),
        .clock(last_lane_1$clock)
    );
    fixnic_core$parse$raw_12 raw_12(
        .d(raw_12$d),
        .q(raw_12$q),
        .clock(raw_12$clock)
    );
    fixnic_core$parse$raw_16 raw_16(
        .d(raw_16$d),
        .q(raw_16$q),
        .clock(raw_16$clock)
    );
    fixnic_core$parse$raw_20 raw_20(
        .d(raw_20$d),
        .q(raw_20$q),
        .clock(raw_20$clock)
    );
    fixnic_core$parse$raw_24 raw_24(
        .d(raw_24$d),
        .q(raw_24$q),
        .clock(raw_24$clock)
    );
    fixnic_core$parse$raw_28 raw_28(
        .d(raw_28$d),
        .q(raw_28$q),
        .clock(raw_28$clock)
    );
    fixnic_core$parse$raw_32 raw_32(
        .d(raw_32$d),
        .q(raw_32$q),
        .clock(raw_32$clock)
    );
    fixnic_core$parse$raw_36 raw_36(
        .d(raw_36$d),
        .q(raw_36$q),
        .clock(raw_36$clock)
    );
    fixnic_core$parse$raw_40 raw_40(
        .d(raw_40$d),
        .q(raw_40$q),
        .clock(raw_40$clock)
    );
    fixnic_core$parse$raw_44 raw_44(
        .d(raw_44$d),
        .q(raw_44$q),
        .clock(raw_44$clock)
    );
    fixnic_core$parse$raw_48 raw_48(
        .d(raw_48$d),
        .q(raw_48$q),
        .clock(raw_48$clock)
    );
    fixnic_core$parse$fired fired(
        .d(fired$d),
        .q(fired$q),
        .clock(fired$clock)
    );
    fixnic_core$parse$fire_2 fire_2(
        .d(fire_2$d),
        .q(fire_2$q),
        .clock(fire_2$clock)
    );
    fixnic_core$parse$length_2 length_2(
        .d(length_2$d),
        .q(length_2$q),
        .clock(length_2$clock)
    );
    fixnic_core$parse$fire_3 fire_3(
        .d(fire_3$d),
        .q(fire_3$q),
        .clock(fire_3$clock)
    );
    fixnic_core$parse$length_3 length_3(
        .d(length_3$d),
        .q(length_3$q),
        .clock(length_3$clock)
    );
    fixnic_core$parse$vlan_3 vlan_3(
        .d(vlan_3$d),
        .q(vlan_3$q),
        .clock(vlan_3$clock)
    );
    fixnic_core$parse$ether ether(
        .d(ether$d),
        .q(ether$q),
        .clock(ether$clock)
    );
    fixnic_core$parse$total_id total_id(
        .d(total_id$d),
        .q(total_id$q),
        .clock(total_id$clock)
    );
    fixnic_core$parse$frag_proto frag_proto(
        .d(frag_proto$d),
        .q(frag_proto$q),
        .clock(frag_proto$clock)
    );
    fixnic_core$parse$sum_src sum_src(
        .d(sum_src$d),
        .q(sum_src$q),
        .clock(sum_src$clock)
    );
    fixnic_core$parse$src_dst src_dst(
        .d(src_dst$d),
        .q(src_dst$q),
        .clock(src_dst$clock)
    );
    fixnic_core$parse$dst_port dst_port(
        .d(dst_port$d),
        .q(dst_port$q),
        .clock(dst_port$clock)
    );
    fixnic_core$parse$port_seq port_seq(
        .d(port_seq$d),
        .q(port_seq$q),
        .clock(port_seq$clock)
    );
    fixnic_core$parse$seq_ack seq_ack(
        .d(seq_ack$d),
        .q(seq_ack$q),
        .clock(seq_ack$clock)
    );
    fixnic_core$parse$ack_flags ack_flags(
        .d(ack_flags$d),
        .q(ack_flags$q),
        .clock(ack_flags$clock)
    );
    fixnic_core$parse$fire_4 fire_4(
        .d(fire_4$d),
        .q(fire_4$q),
        .clock(fire_4$clock)
    );
    fixnic_core$parse$vlan_4 vlan_4(
        .d(vlan_4$d),
        .q(vlan_4$q),
        .clock(vlan_4$clock)
    );
    fixnic_core$parse$short_4 short_4(
        .d(short_4$d),
        .q(short_4$q),
        .clock(short_4$clock)
    );
    fixnic_core$parse$not_ip_4 not_ip_4(
        .d(not_ip_4$d),
        .q(not_ip_4$q),
        .clock(not_ip_4$clock)
    );
    fixnic_core$parse$ihl_low_4 ihl_low_4(
        .d(ihl_low_4$d),
        .q(ihl_low_4$q),
        .clock(ihl_low_4$clock)
    );
    fixnic_core$parse$ihl_high_4 ihl_high_4(
        .d(ihl_high_4$d),
        .q(ihl_high_4$q),
        .clock(ihl_high_4$clock)
    );
    fixnic_core$parse$fragment_4 fragment_4(
        .d(fragment_4$d),
        .q(fragment_4$q),
        .clock(fragment_4$clock)
    );
    fixnic_core$parse$not_tcp_4 not_tcp_4(
        .d(not_tcp_4$d),
        .q(not_tcp_4$q),
        .clock(not_tcp_4$clock)
    );
    fixnic_core$parse$total_low_4 total_low_4(
        .d(total_low_4$d),
        .q(total_low_4$q),
        .clock(total_low_4$clock)
    );
    fixnic_core$parse$offset_low_4 offset_low_4(
        .d(offset_low_4$d),
        .q(offset_low_4$q),
        .clock(offset_low_4$clock)
    );
    fixnic_core$parse$control_4 control_4(
        .d(control_4$d),
        .q(control_4$q),
        .clock(control_4$clock)
    );
    fixnic_core$parse$total_4 total_4(
        .d(total_4$d),
        .q(total_4$q),
        .clock(total_4$clock)
    );
    fixnic_core$parse$header_bytes_4 header_bytes_4(
        .d(header_bytes_4$d),
        .q(header_bytes_4$q),
        .clock(header_bytes_4$clock)
    );
    fixnic_core$parse$seq_4 seq_4(
        .d(seq_4$d),
        .q(seq_4$q),
        .clock(seq_4$clock)
    );
    fixnic_core$parse$key_4 key_4(
        .d(key_4$d),
        .q(key_4$q),
        .clock(key_4$clock)
    );
    fixnic_core$parse$fire_5 fire_5(
        .d(fire_5$d),
        .q(fire_5$q),
        .clock(fire_5$clock)
    );
    fixnic_core$parse$headers_5 headers_5(
        .d(headers_5$d),
        .q(headers_5$q),
        .clock(headers_5$clock)
    );

    // Update code
    always @(*) begin
        index$clock = clock;
        data_1$clock = clock;
        index_1$clock = clock;
        valid_1$clock = clock;
        last_1$clock = clock;
        last_lane_1$clock = clock;
        raw_12$clock = clock;
        raw_16$clock = clock;
        raw_20$clock = clock;
        raw_24$clock = clock;
        raw_28$clock = clock;
        raw_32$clock = clock;
        raw_36$clock = clock;
        raw_40$clock = clock;
        raw_44$clock = clock;
        raw_48$clock = clock;
        fired$clock = clock;
        fire_2$clock = clock;
        length_2$clock = clock;
        fire_3$clock = clock;
        length_3$clock = clock;
        vlan_3$clock = clock;
        ether$clock = clock;
        total_id$clock = clock;
        frag_proto$clock = clock;
        sum_src$clock = clock;
        src_dst$clock = clock;
        dst_port$clock = clock;
        port_seq$clock = clock;
        seq_ack$clock = clock;
        ack_flags$clock = clock;
        fire_4$clock = clock;
        vlan_4$clock = clock;
        short_4$clock = clock;
        not_ip_4$clock = clock;
        ihl_low_4$clock = clock;
        ihl_high_4$clock = clock;
        fragment_4$clock = clock;
        not_tcp_4$clock = clock;
        total_low_4$clock = clock;
        offset_low_4$clock = clock;
        control_4$clock = clock;
        total_4$clock = clock;
        header_bytes_4$clock = clock;
        seq_4$clock = clock;
        key_4$clock = clock;
        fire_5$clock = clock;
        headers_5$clock = clock;
        index$d = index$q;
        data_1$d = data_1$q;
        index_1$d = index_1$q;
        valid_1$d = valid_1$q;
        last_1$d = last_1$q;
        last_lane_1$d = last_lane_1$q;
        raw_12$d = raw_12$q;
        raw_16$d = raw_16$q;
        raw_20$d = raw_20$q;
        raw_24$d = raw_24$q;
        raw_28$d = raw_28$q;
        raw_32$d = raw_32$q;
        raw_36$d = raw_36$q;
        raw_40$d = raw_40$q;
        raw_44$d = raw_44$q;
        raw_48$d = raw_48$q;
        fired$d = fired$q;
        fire_2$d = fire_2$q;
        length_2$d = length_2$q;
        fire_3$d = fire_3$q;
        length_3$d = length_3$q;
        vlan_3$d = vlan_3$q;
        ether$d = ether$q;
        total_id$d = total_id$q;
        frag_proto$d = frag_proto$q;
        sum_src$d = sum_src$q;
        src_dst$d = src_dst$q;
        dst_port$d = dst_port$q;
        port_seq$d = port_seq$q;
        seq_ack$d = seq_ack$q;
        ack_flags$d = ack_flags$q;
        fire_4$d = fire_4$q;
        vlan_4$d = vlan_4$q;
        short_4$d = short_4$q;
        not_ip_4$d = not_ip_4$q;
        ihl_low_4$d = ihl_low_4$q;
        ihl_high_4$d = ihl_high_4$q;
        fragment_4$d = fragment_4$q;
        not_tcp_4$d = not_tcp_4$q;
        total_low_4$d = total_low_4$q;
        offset_low_4$d = offset_low_4$q;
        control_4$d = control_4$q;
        total_4$d = total_4$q;
        header_bytes_4$d = header_bytes_4$q;
        seq_4$d = seq_4$q;
        key_4$d = key_4$q;
        fire_5$d = fire_5$q;
        headers_5$d = headers_5$q;
        valid_1$d = s_valid;
        data_1$d = s_beat[(64'h0)+:(64)];
        last_1$d = s_beat[(64'h43)+:(1)];
        last_lane_1$d = s_beat[(64'h40)+:(3)];
        index_1$d = index$q;
        if (s_sof) begin
            index_1$d = 32'h0;
        end
        if (s_valid) begin
            if (s_sof) begin
                index$d = 32'h1;
            end
            else if (~&index$q) begin
                index$d = index$q + 32'h1;
            end
        end
        fires = 1'b0;
        if (valid_1$q) begin
            if (index_1$q == 32'h1) begin
                raw_12$d = data_1$q[(32'h20)+:(32)];
            end
            if (index_1$q == 32'h2) begin
                raw_16$d = data_1$q[(32'h0)+:(32)];
                raw_20$d = data_1$q[(32'h20)+:(32)];
            end
            if (index_1$q == 32'h3) begin
                raw_24$d = data_1$q[(32'h0)+:(32)];
                raw_28$d = data_1$q[(32'h20)+:(32)];
            end
            if (index_1$q == 32'h4) begin
                raw_32$d = data_1$q[(32'h0)+:(32)];
                raw_36$d = data_1$q[(32'h20)+:(32)];
            end
            if (index_1$q == 32'h5) begin
                raw_40$d = data_1$q[(32'h0)+:(32)];
                raw_44$d = data_1$q[(32'h20)+:(32)];
            end
            if (index_1$q == 32'h6) begin
                raw_48$d = data_1$q[(32'h0)+:(32)];
            end
            fires = ~fired$q && ((index_1$q == last_header_beat) || last_1$q);
            if (last_1$q) begin
                fired$d = 1'b0;
            end
            else if (fires) begin
                fired$d = 1'b1;
            end
        end
        fire_2$d = fires;
        beat_bytes = ((index_1$q) & 6'h3f) << 32'h3;
        length_2$d = whole;
        if (last_1$q) begin
            length_2$d = beat_bytes + ((last_lane_1$q) & 6'h3f) + 32'h1;
        end
        vlan = (raw_12$q[(32'h0)+:(16)] == ethertype_vlan) && (length_2$q >= ethernet_bytes);
        fire_3$d = fire_2$q;
        length_3$d = length_2$q;
        vlan_3$d = vlan;
        ether$d = raw_12$q;
        total_id$d = raw_16$q;
        frag_proto$d = raw_20$q;
        sum_src$d = raw_24$q;
        src_dst$d = raw_28$q;
        dst_port$d = raw_32$q;
        port_seq$d = raw_36$q;
        seq_ack$d = raw_40$q;
        ack_flags$d = raw_44$q;
        if (vlan) begin
            ether$d = raw_16$q;
            total_id$d = raw_20$q;
            frag_proto$d = raw_24$q;
            sum_src$d = raw_28$q;
            src_dst$d = raw_32$q;
            dst_port$d = raw_36$q;
            port_seq$d = raw_40$q;
            seq_ack$d = raw_44$q;
            ack_flags$d = raw_48$q;
        end
        fire_4$d = fire_3$q;
        vlan_4$d = vlan_3$q;
        short_4$d = length_3$q < plain_ip_end;
        if (vlan_3$q) begin
            short_4$d = length_3$q < vlan_ip_end;
        end
        not_ip_4$d = (ether$q[(32'h0)+:(16)] != ethertype_ipv4) || (ether$q[(32'h14)+:(4)] != version_4);
        ihl_low_4$d = ether$q[(32'h10)+:(4)] < ihl_plain;
        ihl_high_4$d = ether$q[(32'h10)+:(4)] > ihl_plain;
        fragment_4$d = |(frag_proto$q[(32'h0)+:(16)] & fragment_bits);
        not_tcp_4$d = frag_proto$q[(32'h18)+:(8)] != protocol_tcp;
        total = (total_id$q[(32'h0)+:(16)] << 32'h8) | (total_id$q[(32'h0)+:(16)] >> 32'h8);
        total_4$d = total;
        total_low_4$d = total < total_min;
        data_offset = ack_flags$q[(32'h14)+:(4)];
        offset_low_4$d = data_offset < ihl_plain;
        control_4$d = |(ack_flags$q[(32'h18)+:(8)] & control_bits);
        tcp_bytes = ((data_offset) & 16'hffff) << 32'h2;
        header_bytes_4$d = tcp_bytes + ip_bytes;
        seq_4$d = (((port_seq$q[(32'h10)+:(8)]) & 32'hffffffff) << 32'h18) | (((port_seq$q[(32'h18)+:(8)]) & 32'hffffffff) << 32'h10) | (((seq_ack$q[(32'h0)+:(8)]) & 32'hffffffff) << 32'h8) | ((seq_ack$q[(32'h8)+:(8)]) & 32'hffffffff);
        key_4$d[(64'h20)+:(32)] = (((sum_src$q[(32'h10)+:(8)]) & 32'hffffffff) << 32'h18) | (((sum_src$q[(32'h18)+:(8)]) & 32'hffffffff) << 32'h10) | (((src_dst$q[(32'h0)+:(8)]) & 32'hffffffff) << 32'h8) | ((src_dst$q[(32'h8)+:(8)]) & 32'hffffffff);
        key_4$d[(64'h40)+:(32)] = (((src_dst$q[(32'h10)+:(8)]) & 32'hffffffff) << 32'h18) | (((src_dst$q[(32'h18)+:(8)]) & 32'hffffffff) << 32'h10) | (((dst_port$q[(32'h0)+:(8)]) & 32'hffffffff) << 32'h8) | ((dst_port$q[(32'h8)+:(8)]) & 32'hffffffff);
        key_4$d[(64'h0)+:(16)] = (dst_port$q[(32'h10)+:(16)] << 32'h8) | (dst_port$q[(32'h10)+:(16)] >> 32'h8);
        key_4$d[(64'h10)+:(16)] = (port_seq$q[(32'h0)+:(16)] << 32'h8) | (port_seq$q[(32'h0)+:(16)] >> 32'h8);
        fire_5$d = fire_4$q;
        payload = total_4$q - header_bytes_4$q;
        headers_5$d[(64'h0)+:(4)] = unknown;
        if (short_4$q || not_ip_4$q) begin
            headers_5$d[(64'h0)+:(4)] = other;
        end
        else if (ihl_low_4$q) begin
            headers_5$d[(64'h0)+:(4)] = bad_length;
        end
        else if (ihl_high_4$q) begin
            headers_5$d[(64'h0)+:(4)] = ip_options;
        end
        else if (fragment_4$q) begin
            headers_5$d[(64'h0)+:(4)] = fragment;
        end
        else if (not_tcp_4$q) begin
            headers_5$d[(64'h0)+:(4)] = other;
        end
        else if (total_low_4$q || offset_low_4$q || (header_bytes_4$q > total_4$q)) begin
            headers_5$d[(64'h0)+:(4)] = bad_length;
        end
        headers_5$d[(64'h4)+:(1)] = vlan_4$q;
        headers_5$d[(64'h5)+:(1)] = control_4$q;
        headers_5$d[(64'h6)+:(1)] = ~short_4$q && ~not_ip_4$q && ~ihl_low_4$q && ~ihl_high_4$q;
        headers_5$d[(64'h7)+:(32)] = seq_4$q;
        headers_5$d[(64'h2f)+:(16)] = payload;
        l3_short = plain_l3_short;
        l3 = plain_l3;
        if (vlan_4$q) begin
            l3_short = vlan_l3_short;
            l3 = vlan_l3;
        end
        headers_5$d[(64'h27)+:(8)] = header_bytes_4$q[(32'h0)+:(8)] + l3_short;
        headers_5$d[(64'h3f)+:(17)] = ((total_4$q) & 17'h1ffff) + l3;
        key_valid = fire_4$q;
        key = key_4$q;
        m_valid = fire_5$q;
        headers = headers_5$q;
        if (reset) begin
            valid_1$d = 1'b0;
            fired$d = 1'b0;
            fire_2$d = 1'b0;
            fire_3$d = 1'b0;
            fire_4$d = 1'b0;
            fire_5$d = 1'b0;
        end
    end

endmodule // fixnic_core$parse

module fixnic_core$parse$ack_flags(d,q,clock);

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

endmodule // fixnic_core$parse$ack_flags

module fixnic_core$parse$control_4(d,q,clock);

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

endmodule // fixnic_core$parse$control_4

module fixnic_core$parse$data_1(d,q,clock);

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

endmodule // fixnic_core$parse$data_1

module fixnic_core$parse$dst_port(d,q,clock);

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

endmodule // fixnic_core$parse$dst_port

module fixnic_core$parse$ether(d,q,clock);

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

endmodule // fixnic_core$parse$ether

module fixnic_core$parse$fire_2(d,q,clock);

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

endmodule // fixnic_core$parse$fire_2

module fixnic_core$parse$fire_3(d,q,clock);

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

endmodule // fixnic_core$parse$fire_3

module fixnic_core$parse$fire_4(d,q,clock);

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

endmodule // fixnic_core$parse$fire_4

module fixnic_core$parse$fire_5(d,q,clock);

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

endmodule // fixnic_core$parse$fire_5

module fixnic_core$parse$fired(d,q,clock);

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

endmodule // fixnic_core$parse$fired

module fixnic_core$parse$frag_proto(d,q,clock);

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

endmodule // fixnic_core$parse$frag_proto

module fixnic_core$parse$fragment_4(d,q,clock);

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

endmodule // fixnic_core$parse$fragment_4

module fixnic_core$parse$header_bytes_4(d,q,clock);

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

endmodule // fixnic_core$parse$header_bytes_4

module fixnic_core$parse$headers_5(d,q,clock);

    // Module arguments
    input wire  [79:0] d;
    output reg  [79:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 80'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$parse$headers_5

module fixnic_core$parse$ihl_high_4(d,q,clock);

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

endmodule // fixnic_core$parse$ihl_high_4

module fixnic_core$parse$ihl_low_4(d,q,clock);

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

endmodule // fixnic_core$parse$ihl_low_4

module fixnic_core$parse$index(d,q,clock);

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

endmodule // fixnic_core$parse$index

module fixnic_core$parse$index_1(d,q,clock);

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

endmodule // fixnic_core$parse$index_1

module fixnic_core$parse$key_4(d,q,clock);

    // Module arguments
    input wire  [95:0] d;
    output reg  [95:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 96'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$parse$key_4

module fixnic_core$parse$last_1(d,q,clock);

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

endmodule // fixnic_core$parse$last_1

module fixnic_core$parse$last_lane_1(d,q,clock);

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

endmodule // fixnic_core$parse$last_lane_1

module fixnic_core$parse$length_2(d,q,clock);

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

endmodule // fixnic_core$parse$length_2

module fixnic_core$parse$length_3(d,q,clock);

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

endmodule // fixnic_core$parse$length_3

module fixnic_core$parse$not_ip_4(d,q,clock);

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

endmodule // fixnic_core$parse$not_ip_4

module fixnic_core$parse$not_tcp_4(d,q,clock);

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

endmodule // fixnic_core$parse$not_tcp_4

module fixnic_core$parse$offset_low_4(d,q,clock);

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

endmodule // fixnic_core$parse$offset_low_4

module fixnic_core$parse$port_seq(d,q,clock);

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

endmodule // fixnic_core$parse$port_seq

module fixnic_core$parse$raw_12(d,q,clock);

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

endmodule // fixnic_core$parse$raw_12

module fixnic_core$parse$raw_16(d,q,clock);

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

endmodule // fixnic_core$parse$raw_16

module fixnic_core$parse$raw_20(d,q,clock);

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

endmodule // fixnic_core$parse$raw_20

module fixnic_core$parse$raw_24(d,q,clock);

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

endmodule // fixnic_core$parse$raw_24

module fixnic_core$parse$raw_28(d,q,clock);

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

endmodule // fixnic_core$parse$raw_28

module fixnic_core$parse$raw_32(d,q,clock);

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

endmodule // fixnic_core$parse$raw_32

module fixnic_core$parse$raw_36(d,q,clock);

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

endmodule // fixnic_core$parse$raw_36

module fixnic_core$parse$raw_40(d,q,clock);

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

endmodule // fixnic_core$parse$raw_40

module fixnic_core$parse$raw_44(d,q,clock);

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

endmodule // fixnic_core$parse$raw_44

module fixnic_core$parse$raw_48(d,q,clock);

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

endmodule // fixnic_core$parse$raw_48

module fixnic_core$parse$seq_4(d,q,clock);

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

endmodule // fixnic_core$parse$seq_4

module fixnic_core$parse$seq_ack(d,q,clock);

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

endmodule // fixnic_core$parse$seq_ack

module fixnic_core$parse$short_4(d,q,clock);

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

endmodule // fixnic_core$parse$short_4

module fixnic_core$parse$src_dst(d,q,clock);

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

endmodule // fixnic_core$parse$src_dst

module fixnic_core$parse$sum_src(d,q,clock);

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

endmodule // fixnic_core$parse$sum_src

module fixnic_core$parse$total_4(d,q,clock);

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

endmodule // fixnic_core$parse$total_4

module fixnic_core$parse$total_id(d,q,clock);

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

endmodule // fixnic_core$parse$total_id

module fixnic_core$parse$total_low_4(d,q,clock);

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

endmodule // fixnic_core$parse$total_low_4

module fixnic_core$parse$valid_1(d,q,clock);

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

endmodule // fixnic_core$parse$valid_1

module fixnic_core$parse$vlan_3(d,q,clock);

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

endmodule // fixnic_core$parse$vlan_3

module fixnic_core$parse$vlan_4(d,q,clock);

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

endmodule // fixnic_core$parse$vlan_4

module fixnic_core$path(clock,reset,cmd_valid,cmd_arm,cmd_session,cmd_tcp_seq,cmd_expected,cmd_done,f_load,f_session,f_parse,f_rotation,f_lane,s_valid,s_data,s_keep,s_eof,f_end,f_commit,m_valid,m_verdict,m_flags,m_type,m_received,m_expected,m_start,m_end,e_valid,e_lost,e_hold);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  cmd_valid;
    input wire  cmd_arm;
    input wire  [9:0] cmd_session;
    input wire  [31:0] cmd_tcp_seq;
    input wire  [39:0] cmd_expected;
    output reg  cmd_done;
    input wire  f_load;
    input wire  [9:0] f_session;
    input wire  f_parse;
    input wire  [2:0] f_rotation;
    input wire  [2:0] f_lane;
    input wire  s_valid;
    input wire  [63:0] s_data;
    input wire  [7:0] s_keep;
    input wire  s_eof;
    input wire  f_end;
    input wire  f_commit;
    output reg  m_valid;
    output reg  [3:0] m_verdict;
    output reg  [15:0] m_flags;
    output reg  [15:0] m_type;
    output reg  [39:0] m_received;
    output reg  [39:0] m_expected;
    output reg  [18:0] m_start;
    output reg  [18:0] m_end;
    output reg  e_valid;
    output reg  e_lost;
    output reg  e_hold;

    // Stub signals
    reg  align$clock;
    reg  align$reset;
    reg  align$fresh;
    reg  [2:0] align$token;
    reg  [9:0] align$session;
    reg  [2:0] align$rotation;
    reg  [2:0] align$lane;
    reg  align$valid;
    reg  [63:0] align$data;
    reg  [7:0] align$keep;
    reg  align$eof;
    wire  [63:0] align$beat_data;
    wire  [7:0] align$shown;
    wire  [7:0] align$new_lanes;
    wire  align$whole;
    wire  align$replay;
    wire  [2:0] align$token_out;
    wire  [9:0] align$session_out;
    reg  classify$clock;
    reg  classify$fresh;
    reg  [15:0] classify$fresh_beat;
    reg  [63:0] classify$data;
    reg  [7:0] classify$shown;
    reg  [7:0] classify$new_lanes;
    reg  classify$whole;
    reg  classify$replay;
    reg  [2:0] classify$token;
    reg  [9:0] classify$session;
    wire  [63:0] classify$data_out;
    wire  [7:0] classify$shown_out;
    wire  [7:0] classify$new_lanes_out;
    wire  classify$whole_out;
    wire  classify$remember;
    wire  [2:0] classify$token_out;
    wire  [9:0] classify$session_out;
    wire  [55:0] classify$classes;
    wire  [7:0] classify$is_digit$0;
    wire  [7:0] classify$is_digit$1;
    wire  [7:0] classify$is_digit$2;
    wire  [7:0] classify$is_digit$3;
    wire  [7:0] classify$is_digit$4;
    wire  [7:0] classify$is_digit$5;
    wire  [7:0] classify$is_digit$6;
    wire  [7:0] classify$is_digit$7;
    wire  [7:0] classify$is_digit$8;
    wire  [7:0] classify$is_digit$9;
    wire  [15:0] classify$beat;
    wire  [15:0] classify$next_beat;
    reg  look_back$clock;
    reg  [63:0] look_back$data;
    reg  look_back$remember;
    reg  [55:0] look_back$classes;
    reg  [7:0] look_back$is_digit$0;
    reg  [7:0] look_back$is_digit$1;
    reg  [7:0] look_back$is_digit$2;
    reg  [7:0] look_back$is_digit$3;
    reg  [7:0] look_back$is_digit$4;
    reg  [7:0] look_back$is_digit$5;
    reg  [7:0] look_back$is_digit$6;
    reg  [7:0] look_back$is_digit$7;
    reg  [7:0] look_back$is_digit$8;
    reg  [7:0] look_back$is_digit$9;
    wire  [63:0] look_back$data_out;
    wire  [7:0] look_back$soh;
    wire  [7:0] look_back$digit;
    wire  [31:0] look_back$planes;
    wire  [55:0] look_back$header;
    wire  [63:0] look_back$fields;
    reg  boundary$clock;
    reg  boundary$fresh;
    reg  [18:0] boundary$fresh_end;
    reg  [15:0] boundary$beat;
    reg  [15:0] boundary$next_beat;
    reg  [7:0] boundary$shown;
    reg  [7:0] boundary$new_lanes;
    reg  boundary$whole;
    reg  boundary$remember;
    reg  [2:0] boundary$token;
    reg  [9:0] boundary$session;
    reg  boundary$end_known;
    reg  [18:0] boundary$end_low;
    reg  [16:0] boundary$end_high;
    wire  [15:0] boundary$beat_out;
    wire  [7:0] boundary$shown_out;
    wire  [7:0] boundary$new_lanes_out;
    wire  boundary$whole_out;
    wire  boundary$remember_out;
    wire  [2:0] boundary$token_out;
    wire  [9:0] boundary$session_out;
    wire  [47:0] boundary$bounds;
    wire  boundary$ends_here_out;
    wire  [18:0] boundary$message_end_out;
    reg  mask$clock;
    reg  mask$fresh;
    reg  [15:0] mask$beat;
    reg  [63:0] mask$data;
    reg  [7:0] mask$shown;
    reg  [7:0] mask$new_lanes;
    reg  mask$whole;
    reg  mask$remember;
    reg  [2:0] mask$token;
    reg  [9:0] mask$session;
    reg  [7:0] mask$soh;
    reg  [7:0] mask$digit;
    reg  [31:0] mask$planes;
    reg  [55:0] mask$header;
    reg  [63:0] mask$fields;
    reg  [47:0] mask$bounds;
    reg  mask$ends_here;
    wire  [63:0] mask$data_out;
    wire  [7:0] mask$digit_out;
    wire  [31:0] mask$planes_out;
    wire  [2:0] mask$token_out;
    wire  [9:0] mask$session_out;
    wire  [24:0] mask$value;
    wire  [28:0] mask$marks;
    wire  [44:0] mask$header_marks;
    wire  [3:0] mask$length_digits$0;
    wire  [3:0] mask$length_digits$1;
    wire  [3:0] mask$length_digits$2;
    wire  [3:0] mask$length_digits$3;
    wire  [3:0] mask$length_digits$4;
    wire  [3:0] mask$end_marks;
    wire  [3:0] mask$check_digits$0;
    wire  [3:0] mask$check_digits$1;
    wire  [3:0] mask$check_digits$2;
    wire  [7:0] mask$pair_sums$0;
    wire  [7:0] mask$pair_sums$1;
    wire  [7:0] mask$pair_sums$2;
    wire  [7:0] mask$pair_sums$3;
    reg  digits$clock;
    reg  [63:0] digits$data;
    reg  [7:0] digits$digit;
    reg  [31:0] digits$planes;
    reg  [2:0] digits$token;
    reg  [9:0] digits$session;
    reg  [24:0] digits$value;
    reg  [28:0] digits$marks;
    reg  [44:0] digits$header_marks;
    reg  [3:0] digits$length_digits$0;
    reg  [3:0] digits$length_digits$1;
    reg  [3:0] digits$length_digits$2;
    reg  [3:0] digits$length_digits$3;
    reg  [3:0] digits$length_digits$4;
    reg  [3:0] digits$end_marks;
    reg  [3:0] digits$check_digits$0;
    reg  [3:0] digits$check_digits$1;
    reg  [3:0] digits$check_digits$2;
    reg  [7:0] digits$pair_sums$0;
    reg  [7:0] digits$pair_sums$1;
    reg  [7:0] digits$pair_sums$2;
    reg  [7:0] digits$pair_sums$3;
    wire  [2:0] digits$token_out;
    wire  [9:0] digits$session_out;
    wire  [3:0] digits$end_marks_out;
    wire  [31:0] digits$value_digits;
    wire  [7:0] digits$value_count;
    wire  digits$starts;
    wire  digits$not_digit;
    wire  digits$ambiguous;
    wire  [3:0] digits$flags;
    wire  digits$found;
    wire  digits$header_bad;
    wire  [18:0] digits$end_units;
    wire  [10:0] digits$end_hundreds;
    wire  [16:0] digits$end_thousands;
    wire  digits$soh_any;
    wire  digits$soh_many;
    wire  digits$type_first_valid;
    wire  [7:0] digits$type_first;
    wire  digits$type_second_valid;
    wire  [7:0] digits$type_second;
    wire  [6:0] digits$check_tens;
    wire  [9:0] digits$check_hundreds;
    wire  [7:0] digits$sum;
    reg  accumulate$clock;
    reg  accumulate$fresh;
    reg  [2:0] accumulate$token;
    reg  [9:0] accumulate$session;
    reg  [3:0] accumulate$end_marks;
    reg  [31:0] accumulate$value_digits;
    reg  [7:0] accumulate$value_count;
    reg  accumulate$starts;
    reg  accumulate$not_digit;
    reg  accumulate$slot_ambiguous;
    reg  [3:0] accumulate$slot_flags;
    reg  accumulate$found;
    reg  accumulate$slot_header_bad;
    reg  [18:0] accumulate$end_units;
    reg  [10:0] accumulate$end_hundreds;
    reg  [16:0] accumulate$end_thousands;
    reg  accumulate$soh_any;
    reg  accumulate$soh_many;
    reg  accumulate$type_first_valid;
    reg  [7:0] accumulate$type_first;
    reg  accumulate$type_second_valid;
    reg  [7:0] accumulate$type_second;
    reg  [6:0] accumulate$check_tens;
    reg  [9:0] accumulate$check_hundreds;
    reg  [7:0] accumulate$sum;
    wire  [3:0] accumulate$end_marks_out;
    wire  accumulate$end_known;
    wire  [18:0] accumulate$end_low;
    wire  [16:0] accumulate$end_high;
    wire  accumulate$header_bad;
    wire  [9:0] accumulate$check;
    wire  [7:0] accumulate$body_sum;
    wire  [39:0] accumulate$received;
    wire  accumulate$number_good;
    wire  accumulate$ambiguous;
    wire  [3:0] accumulate$flags;
    wire  [15:0] accumulate$msg_type;
    wire  accumulate$type_long;
    reg  judge$clock;
    reg  judge$reset;
    reg  judge$fresh;
    reg  judge$set_expected;
    reg  [39:0] judge$fresh_expected;
    reg  [18:0] judge$fresh_start;
    reg  [2:0] judge$token;
    reg  [9:0] judge$session;
    reg  [3:0] judge$end_marks;
    reg  judge$header_bad;
    reg  [9:0] judge$check;
    reg  [7:0] judge$body_sum;
    reg  [39:0] judge$received;
    reg  judge$number_good;
    reg  judge$ambiguous;
    reg  [3:0] judge$flags;
    reg  [15:0] judge$msg_type;
    reg  judge$type_long;
    reg  [18:0] judge$message_end;
    wire  judge$m_valid;
    wire  [3:0] judge$m_verdict;
    wire  [15:0] judge$m_flags;
    wire  [15:0] judge$m_type;
    wire  [39:0] judge$m_received;
    wire  [39:0] judge$m_expected;
    wire  [18:0] judge$m_start;
    wire  [18:0] judge$m_end;
    wire  judge$ended;
    wire  judge$lost_out;
    wire  judge$hold_out;
    reg  frame_parsed$d;
    wire  frame_parsed$q;
    reg  frame_parsed$clock;
    reg  command_active$d;
    wire  command_active$q;
    reg  command_active$clock;
    reg  command_arms$d;
    wire  command_arms$q;
    reg  command_arms$clock;
    reg  [9:0] command_session$d;
    wire  [9:0] command_session$q;
    reg  command_session$clock;
    reg  [39:0] command_expected$d;
    wire  [39:0] command_expected$q;
    reg  command_expected$clock;
    reg  [18:0] command_start$d;
    wire  [18:0] command_start$q;
    reg  command_start$clock;
    reg  [18:0] command_before_start$d;
    wire  [18:0] command_before_start$q;
    reg  command_before_start$clock;
    reg  command_load$d;
    wire  command_load$q;
    reg  command_load$clock;
    reg  command_wait$d;
    wire  command_wait$q;
    reg  command_wait$clock;
    reg  command_end$d;
    wire  command_end$q;
    reg  command_end$clock;

    // Local signals
    reg  arming;
    reg  parsed_end;

    // Sub module instances
    fixnic_core$path$align align(
        .clock(align$clock),
        .reset(align$reset),
        .fresh(align$fresh),
        .token(align$token),
        .session(align$session),
        .rotation(align$rotation),
        .lane(align$lane),
        .valid(align$valid),
        .data(align$data),
        .keep(align$keep),
        .eof(align$eof),
        .beat_data(align$beat_data),
        .shown(align$shown),
        .new_lanes(align$new_lanes),
        .whole(align$whole),
        .replay(align$replay),
        .token_out(align$token_out),
        .session_out(align$session_out)
    );
    fixnic_core$path$classify classify(
        .clock(classify$clock),
        .fresh(classify$fresh),
        .fresh_beat(classify$fresh_beat),
        .data(classify$data),
        .shown(classify$shown),
        .new_lanes(classify$new_lanes),
        .whole(classify$whole),
        .replay(classify$replay),
        .token(classify$token),
        .session(classify$session),
        .data_out(classify$data_out),
        .shown_out(classify$shown_out),
        .new_lanes_out(classify$new_lanes_out),
        .whole_out(classify$whole_out),
        .remember(classify$remember),
        .token_out(classify$token_out),
        .session_out(classify$session_out),
        .classes(classify$classes),
        .is_digit$0(classify$is_digit$0),
        .is_digit$1(classify$is_digit$1),
        .is_digit$2(classify$is_digit$2),
        .is_digit$3(classify$is_digit$3),
        .is_digit$4(classify$is_digit$4),
        .is_digit$5(classify$is_digit$5),
        .is_digit$6(classify$is_digit$6),
        .is_digit$7(classify$is_digit$7),
        .is_digit$8(classify$is_digit$8),
        .is_digit$9(classify$is_digit$9),
        .beat(classify$beat),
        .next_beat(classify$next_beat)
    );
    fixnic_core$path$look_back look_back(
        .clock(look_back$clock),
        .data(look_back$data),
        .remember(look_back$remember),
        .classes(look_back$classes),
        .is_digit$0(look_back$is_digit$0),
        .is_digit$1(look_back$is_digit$1),
        .is_digit$2(look_back$is_digit$2),
        .is_digit$3(look_back$is_digit$3),
        .is_digit$4(look_back$is_digit$4),
        .is_digit$5(look_back$is_digit$5),
        .is_digit$6(look_back$is_digit$6),
        .is_digit$7(look_back$is_digit$7),
        .is_digit$8(look_back$is_digit$8),
        .is_digit$9(look_back$is_digit$9),
        .data_out(look_back$data_out),
        .soh(look_back$soh),
        .digit(look_back$digit),
        .planes(look_back$planes),
        .header(look_back$header),
        .fields(look_back$fields)
    );
    fixnic_core$path$boundary boundary(
        .clock(boundary$clock),
        .fresh(boundary$fresh),
        .fresh_end(boundary$fresh_end),
        .beat(boundary$beat),
        .next_beat(boundary$next_beat),
        .shown(boundary$shown),
        .new_lanes(boundary$new_lanes),
        .whole(boundary$whole),
        .remember(boundary$remember),
        .token(boundary$token),
        .session(boundary$session),
        .end_known(boundary$end_known),
        .end_low(boundary$end_low),
        .end_high(boundary$end_high),
        .beat_out(boundary$beat_out),
        .shown_out(boundary$shown_out),
        .new_lanes_out(boundary$new_lanes_out),
        .whole_out(boundary$whole_out),
        .remember_out(boundary$remember_out),
        .token_out(boundary$token_out),
        .session_out(boundary$session_out),
        .bounds(boundary$bounds),
        .ends_here_out(boundary$ends_here_out),
        .message_end_out(boundary$message_end_out)
    );
    fixnic_core$path$mask mask(
        .clock(mask$clock),
        .fresh(mask$fresh),
        .beat(mask$beat),
        .data(mask$data),
        .shown(mask$shown),
        .new_lanes(mask$new_lanes),
        .whole(mask$whole),
        .remember(mask$remember),
        .token(mask$token),
        .session(mask$session),
        .soh(mask$soh),
        .digit(mask$digit),
        .planes(mask$planes),
        .header(mask$header),
        .fields(mask$fields),
        .bounds(mask$bounds),
        .ends_here(mask$ends_here),
        .data_out(mask$data_out),
        .digit_out(mask$digit_out),
        .planes_out(mask$planes_out),
        .token_out(mask$token_out),
        .session_out(mask$session_out),
        .value(mask$value),
        .marks(mask$marks),
        .header_marks(mask$header_marks),
        .length_digits$0(mask$length_digits$0),
        .length_digits$1(mask$length_digits$1),
        .length_digits$2(mask$length_digits$2),
        .length_digits$3(mask$length_digits$3),
        .length_digits$4(mask$length_digits$4),
        .end_marks(mask$end_marks),
        .check_digits$0(mask$check_digits$0),
        .check_digits$1(mask$check_digits$1),
        .check_digits$2(mask$check_digits$2),
        .pair_sums$0(mask$pair_sums$0),
        .pair_sums$1(mask$pair_sums$1),
        .pair_sums$2(mask$pair_sums$2),
        .pair_sums$3(mask$pair_sums$3)
    );
    fixnic_core$path$digits digits(
        .clock(digits$clock),
        .data(digits$data),
        .digit(digits$digit),
        .planes(digits$planes),
        .token(digits$token),
        .session(digits$session),
        .value(digits$value),
        .marks(digits$marks),
        .header_marks(digits$header_marks),
        .length_digits$0(digits$length_digits$0),
        .length_digits$1(digits$length_digits$1),
        .length_digits$2(digits$length_digits$2),
        .length_digits$3(digits$length_digits$3),
        .length_digits$4(digits$length_digits$4),
        .end_marks(digits$end_marks),
        .check_digits$0(digits$check_digits$0),
        .check_digits$1(digits$check_digits$1),
        .check_digits$2(digits$check_digits$2),
        .pair_sums$0(digits$pair_sums$0),
        .pair_sums$1(digits$pair_sums$1),
        .pair_sums$2(digits$pair_sums$2),
        .pair_sums$3(digits$pair_sums$3),
        .token_out(digits$token_out),
        .session_out(digits$session_out),
        .end_marks_out(digits$end_marks_out),
        .value_digits(digits$value_digits),
        .value_count(digits$value_count),
        .starts(digits$starts),
        .not_digit(digits$not_digit),
        .ambiguous(digits$ambiguous),
        .flags(digits$flags),
        .found(digits$found),
        .header_bad(digits$header_bad),
        .end_units(digits$end_units),
        .end_hundreds(digits$end_hundreds),
        .end_thousands(digits$end_thousands),
        .soh_any(digits$soh_any),
        .soh_many(digits$soh_many),
        .type_first_valid(digits$type_first_valid),
        .type_first(digits$type_first),
        .type_second_valid(digits$type_second_valid),
        .type_second(digits$type_second),
        .check_tens(digits$check_tens),
        .check_hundreds(digits$check_hundreds),
        .sum(digits$sum)
    );
    fixnic_core$path$accumulate accumulate(
        .clock(accumulate$clock),
        .fresh(accumulate$fresh),
        .token(accumulate$token),
        .session(accumulate$session),
        .end_marks(accumulate$end_marks),
        .value_digits(accumulate$value_digits),
        .value_count(accumulate$value_count),
        .starts(accumulate$starts),
        .not_digit(accumulate$not_digit),
        .slot_ambiguous(accumulate$slot_ambiguous),
        .slot_flags(accumulate$slot_flags),
        .found(accumulate$found),
        .slot_header_bad(accumulate$slot_header_bad),
        .end_units(accumulate$end_units),
        .end_hundreds(accumulate$end_hundreds),
        .end_thousands(accumulate$end_thousands),
        .soh_any(accumulate$soh_any),
        .soh_many(accumulate$soh_many),
        .type_first_valid(accumulate$type_first_valid),
        .type_first(accumulate$type_first),
        .type_second_valid(accumulate$type_second_valid),
        .type_second(accumulate$type_second),
        .check_tens(accumulate$check_tens),
        .check_hundreds(accumulate$check_hundreds),
        .sum(accumulate$sum),
        .end_marks_out(accumulate$end_marks_out),
        .end_known(accumulate$end_known),
        .end_low(accumulate$end_low),
        .end_high(accumulate$end_high),
        .header_bad(accumulate$header_bad),
        .check(accumulate$check),
        .body_sum(accumulate$body_sum),
        .received(accumulate$received),
        .number_good(accumulate$number_good),
        .ambiguous(accumulate$ambiguous),
        .flags(accumulate$flags),
        .msg_type(accumulate$msg_type),
        .type_long(accumulate$type_long)
    );
    fixnic_core$path$judge judge(
        .clock(judge$clock),
        .reset(judge$reset),
        .fresh(judge$fresh),
        .set_expected(judge$set_expected),
        .fresh_expected(judge$fresh_expected),
        .fresh_start(judge$fresh_start),
        .token(judge$token),
        .session(judge$session),
        .end_marks(judge$end_marks),
        .header_bad(judge$header_bad),
        .check(judge$check),
        .body_sum(judge$body_sum),
        .received(judge$received),
        .number_good(judge$number_good),
        .ambiguous(judge$ambiguous),
        .flags(judge$flags),
        .msg_type(judge$msg_type),
        .type_long(judge$type_long),
        .message_end(judge$message_end),
        .m_valid(judge$m_valid),
        .m_verdict(judge$m_verdict),
        .m_flags(judge$m_flags),
        .m_type(judge$m_type),
        .m_received(judge$m_received),
        .m_expected(judge$m_expected),
        .m_start(judge$m_start),
        .m_end(judge$m_end),
        .ended(judge$ended),
        .lost_out(judge$lost_out),
        .hold_out(judge$hold_out)
    );
    fixnic_core$path$frame_parsed frame_parsed(
        .d(frame_parsed$d),
        .q(frame_parsed$q),
        .clock(frame_parsed$clock)
    );
    fixnic_core$path$command_active command_active(
        .d(command_active$d),
        .q(command_active$q),
        .clock(command_active$clock)
    );
    fixnic_core$path$command_arms command_arms(
        .d(command_arms$d),
        .q(command_arms$q),
        .clock(command_arms$clock)
    );
    fixnic_core$path$command_session command_session(
        .d(command_session$d),
        .q(command_session$q),
        .clock(command_session$clock)
    );
    fixnic_core$path$command_expected command_expected(
        .d(command_expected$d),
        .q(command_expected$q),
        .clock(command_expected$clock)
    );
    fixnic_core$path$command_start command_start(
        .d(command_start$d),
        .q(command_start$q),
        .clock(command_start$clock)
    );
    fixnic_core$path$command_before_start command_before_start(
        .d(command_before_start$d),
        .q(command_before_start$q),
        .clock(command_before_start$clock)
    );
    fixnic_core$path$command_load command_load(
        .d(command_load$d),
        .q(command_load$q),
        .clock(command_load$clock)
    );
    fixnic_core$path$command_wait command_wait(
        .d(command_wait$d),
        .q(command_wait$q),
        .clock(command_wait$clock)
    );
    fixnic_core$path$command_end command_end(
        .d(command_end$d),
        .q(command_end$q),
        .clock(command_end$clock)
    );

    // Update code
    always @(*) begin
        frame_parsed$clock = clock;
        command_active$clock = clock;
        command_arms$clock = clock;
        command_session$clock = clock;
        command_expected$clock = clock;
        command_start$clock = clock;
        command_before_start$clock = clock;
        command_load$clock = clock;
        command_wait$clock = clock;
        command_end$clock = clock;
        frame_parsed$d = frame_parsed$q;
        command_active$d = command_active$q;
        command_arms$d = command_arms$q;
        command_session$d = command_session$q;
        command_expected$d = command_expected$q;
        command_start$d = command_start$q;
        command_before_start$d = command_before_start$q;
        command_load$d = command_load$q;
        command_wait$d = command_wait$q;
        command_end$d = command_end$q;
        align$clock = clock;
        classify$clock = clock;
        look_back$clock = clock;
        boundary$clock = clock;
        mask$clock = clock;
        digits$clock = clock;
        accumulate$clock = clock;
        judge$clock = clock;
        align$reset = reset;
        judge$reset = reset;
        command_load$d = cmd_valid;
        command_wait$d = command_load$q;
        command_end$d = command_wait$q;
        if (judge$ended | reset) begin
            command_active$d = 1'b0;
        end
        if (cmd_valid) begin
            command_active$d = 1'b1;
            command_arms$d = cmd_arm;
            command_session$d = cmd_session;
            command_expected$d = cmd_expected;
            command_start$d = cmd_tcp_seq[(32'h0)+:(19)];
        end
        command_before_start$d = command_start$q - 32'h1;
        arming = command_active$q & command_arms$q;
        align$fresh = arming;
        classify$fresh = arming;
        boundary$fresh = arming;
        mask$fresh = arming;
        accumulate$fresh = arming;
        judge$fresh = arming;
        classify$fresh_beat = command_start$q[(32'h3)+:(16)];
        boundary$fresh_end = command_before_start$q;
        judge$fresh_start = command_start$q;
        judge$fresh_expected = command_expected$q;
        judge$set_expected = command_active$q;
        if (f_load) begin
            frame_parsed$d = f_parse;
        end
        parsed_end = f_end & f_commit & frame_parsed$q;
        align$token[(64'h0)+:(1)] = (f_load & f_parse) | command_load$q;
        align$token[(64'h1)+:(1)] = f_end | command_end$q;
        align$token[(64'h2)+:(1)] = parsed_end | command_end$q;
        align$session = f_session;
        if (command_load$q) begin
            align$session = command_session$q;
        end
        align$rotation = f_rotation;
        align$lane = f_lane;
        align$valid = s_valid;
        align$data = s_data;
        align$keep = s_keep;
        align$eof = s_eof;
        classify$data = align$beat_data;
        classify$shown = align$shown;
        classify$new_lanes = align$new_lanes;
        classify$whole = align$whole;
        classify$replay = align$replay;
        classify$token = align$token_out;
        classify$session = align$session_out;
        look_back$data = classify$data_out;
        look_back$remember = classify$remember;
        look_back$classes = classify$classes;
        look_back$is_digit$0 = classify$is_digit$0;
        look_back$is_digit$1 = classify$is_digit$1;
        look_back$is_digit$2 = classify$is_digit$2;
        look_back$is_digit$3 = classify$is_digit$3;
        look_back$is_digit$4 = classify$is_digit$4;
        look_back$is_digit$5 = classify$is_digit$5;
        look_back$is_digit$6 = classify$is_digit$6;
        look_back$is_digit$7 = classify$is_digit$7;
        look_back$is_digit$8 = classify$is_digit$8;
        look_back$is_digit$9 = classify$is_digit$9;
        boundary$beat = classify$beat;
        boundary$next_beat = classify$next_beat;
        boundary$shown = classify$shown_out;
        boundary$new_lanes = classify$new_lanes_out;
        boundary$whole = classify$whole_out;
        boundary$remember = classify$remember;
        boundary$token = classify$token_out;
        boundary$session = classify$session_out;
        boundary$end_known = accumulate$end_known;
        boundary$end_low = accumulate$end_low;
        boundary$end_high = accumulate$end_high;
        mask$beat = boundary$beat_out;
        mask$shown = boundary$shown_out;
        mask$new_lanes = boundary$new_lanes_out;
        mask$whole = boundary$whole_out;
        mask$remember = boundary$remember_out;
        mask$token = boundary$token_out;
        mask$session = boundary$session_out;
        mask$bounds = boundary$bounds;
        mask$ends_here = boundary$ends_here_out;
        mask$data = look_back$data_out;
        mask$soh = look_back$soh;
        mask$digit = look_back$digit;
        mask$planes = look_back$planes;
        mask$header = look_back$header;
        mask$fields = look_back$fields;
        digits$data = mask$data_out;
        digits$digit = mask$digit_out;
        digits$planes = mask$planes_out;
        digits$token = mask$token_out;
        digits$session = mask$session_out;
        digits$value = mask$value;
        digits$marks = mask$marks;
        digits$header_marks = mask$header_marks;
        digits$end_marks = mask$end_marks;
        digits$length_digits$0 = mask$length_digits$0;
        digits$length_digits$1 = mask$length_digits$1;
        digits$length_digits$2 = mask$length_digits$2;
        digits$length_digits$3 = mask$length_digits$3;
        digits$length_digits$4 = mask$length_digits$4;
        digits$check_digits$0 = mask$check_digits$0;
        digits$check_digits$1 = mask$check_digits$1;
        digits$check_digits$2 = mask$check_digits$2;
        digits$pair_sums$0 = mask$pair_sums$0;
        digits$pair_sums$1 = mask$pair_sums$1;
        digits$pair_sums$2 = mask$pair_sums$2;
        digits$pair_sums$3 = mask$pair_sums$3;
        accumulate$token = digits$token_out;
        accumulate$session = digits$session_out;
        accumulate$end_marks = digits$end_marks_out;
        accumulate$value_digits = digits$value_digits;
        accumulate$value_count = digits$value_count;
        accumulate$starts = digits$starts;
        accumulate$not_digit = digits$not_digit;
        accumulate$slot_ambiguous = digits$ambiguous;
        accumulate$slot_flags = digits$flags;
        accumulate$found = digits$found;
        accumulate$slot_header_bad = digits$header_bad;
        accumulate$end_units = digits$end_units;
        accumulate$end_hundreds = digits$end_hundreds;
        accumulate$end_thousands = digits$end_thousands;
        accumulate$soh_any = digits$soh_any;
        accumulate$soh_many = digits$soh_many;
        accumulate$type_first_valid = digits$type_first_valid;
        accumulate$type_first = digits$type_first;
        accumulate$type_second_valid = digits$type_second_valid;
        accumulate$type_second = digits$type_second;
        accumulate$check_tens = digits$check_tens;
        accumulate$check_hundreds = digits$check_hundreds;
        accumulate$sum = digits$sum;
        judge$token = digits$token_out;
        judge$session = digits$session_out;
        judge$end_marks = accumulate$end_marks_out;
        judge$header_bad = accumulate$header_bad;
        judge$check = accumulate$check;
        judge$body_sum = accumulate$body_sum;
        judge$received = accumulate$received;
        judge$number_good = accumulate$number_good;
        judge$ambiguous = accumulate$ambiguous;
        judge$flags = accumulate$flags;
        judge$msg_type = accumulate$msg_type;
        judge$type_long = accumulate$type_long;
        judge$message_end = boundary$message_end_out;
        m_valid = judge$m_valid;
        m_verdict = judge$m_verdict;
        m_flags = judge$m_flags;
        m_type = judge$m_type;
        m_received = judge$m_received;
        m_expected = judge$m_expected;
        m_start = judge$m_start;
        m_end = judge$m_end;
        e_valid = judge$ended & (~command_active$q);
        e_lost = judge$lost_out;
        e_hold = judge$hold_out;
        cmd_done = judge$ended & command_active$q;
    end

endmodule // fixnic_core$path

module fixnic_core$path$accumulate(clock,fresh,token,session,end_marks,value_digits,value_count,starts,not_digit,slot_ambiguous,slot_flags,found,slot_header_bad,end_units,end_hundreds,end_thousands,soh_any,soh_many,type_first_valid,type_first,type_second_valid,type_second,check_tens,check_hundreds,sum,end_marks_out,end_known,end_low,end_high,header_bad,check,body_sum,received,number_good,ambiguous,flags,msg_type,type_long);

    // Module arguments
    input wire  clock;
    input wire  fresh;
    input wire  [2:0] token;
    input wire  [9:0] session;
    input wire  [3:0] end_marks;
    input wire  [31:0] value_digits;
    input wire  [7:0] value_count;
    input wire  starts;
    input wire  not_digit;
    input wire  slot_ambiguous;
    input wire  [3:0] slot_flags;
    input wire  found;
    input wire  slot_header_bad;
    input wire  [18:0] end_units;
    input wire  [10:0] end_hundreds;
    input wire  [16:0] end_thousands;
    input wire  soh_any;
    input wire  soh_many;
    input wire  type_first_valid;
    input wire  [7:0] type_first;
    input wire  type_second_valid;
    input wire  [7:0] type_second;
    input wire  [6:0] check_tens;
    input wire  [9:0] check_hundreds;
    input wire  [7:0] sum;
    output reg  [3:0] end_marks_out;
    output reg  end_known;
    output reg  [18:0] end_low;
    output reg  [16:0] end_high;
    output reg  header_bad;
    output reg  [9:0] check;
    output reg  [7:0] body_sum;
    output reg  [39:0] received;
    output reg  number_good;
    output reg  ambiguous;
    output reg  [3:0] flags;
    output reg  [15:0] msg_type;
    output reg  type_long;

    // Stub signals
    reg  [3:0] slot_end$d;
    wire  [3:0] slot_end$q;
    reg  slot_end$clock;
    reg  slot_end_known$d;
    wire  slot_end_known$q;
    reg  slot_end_known$clock;
    reg  [18:0] slot_end_low$d;
    wire  [18:0] slot_end_low$q;
    reg  slot_end_low$clock;
    reg  [16:0] slot_end_high$d;
    wire  [16:0] slot_end_high$q;
    reg  slot_end_high$clock;
    reg  slot_bad$d;
    wire  slot_bad$q;
    reg  slot_bad$clock;
    reg  [9:0] slot_check$d;
    wire  [9:0] slot_check$q;
    reg  slot_check$clock;
    reg  saved$clock;
    reg  saved$load;
    reg  [9:0] saved$session;
    reg  saved$store;
    reg  [90:0] saved$state;
    wire  saved$restore;
    wire  [90:0] saved$word;
    wire  saved$same_session;
    reg  [39:0] number$d;
    wire  [39:0] number$q;
    reg  number$clock;
    reg  [9:0] digits$d;
    wire  [9:0] digits$q;
    reg  digits$clock;
    reg  bad_number$d;
    wire  bad_number$q;
    reg  bad_number$clock;
    reg  doubt$d;
    wire  doubt$q;
    reg  doubt$clock;
    reg  [3:0] seen_flags$d;
    wire  [3:0] seen_flags$q;
    reg  seen_flags$clock;
    reg  [7:0] running_sum$d;
    wire  [7:0] running_sum$q;
    reg  running_sum$clock;
    reg  [7:0] final_sum$d;
    wire  [7:0] final_sum$q;
    reg  final_sum$clock;
    reg  [15:0] type_chars$d;
    wire  [15:0] type_chars$q;
    reg  type_chars$clock;
    reg  type_has_second$d;
    wire  type_has_second$q;
    reg  type_has_second$clock;
    reg  [1:0] soh_count$d;
    wire  [1:0] soh_count$q;
    reg  soh_count$clock;
    reg  save_1$d;
    wire  save_1$q;
    reg  save_1$clock;
    reg  save_2$d;
    wire  save_2$q;
    reg  save_2$clock;

    // Local signals
    reg  [1:0] soh_before;
    reg  [1:0] soh_now;
    reg  [39:0] base;
    reg  [9:0] base_digits;
    reg  [39:0] shifted;
    reg  [9:0] shifted_digits;
    reg  overflow;
    reg  [7:0] sum_now;
    reg  [15:0] type_base;

    // Sub module instances
    fixnic_core$path$accumulate$slot_end slot_end(
        .d(slot_end$d),
        .q(slot_end$q),
        .clock(slot_end$clock)
    );
    fixnic_core$path$accumulate$slot_end_known slot_end_known(
        .d(slot_end_known$d),
        .q(slot_end_known$q),
        .clock(slot_end_known$clock)
    );
    fixnic_core$path$accumulate$slot_end_low slot_end_low(
        .d(slot_end_low$d),
        .q(slot_end_low$q),
        .clock(slot_end_low$clock)
    );
    fixnic_core$path$accumulate$slot_end_high slot_end_high(
        .d(slot_end_high$d),
        .q(slot_end_high$q),
        .clock(slot_end_high$clock)
    );
    fixnic_core$path$accumulate$slot_bad slot_bad(
        .d(slot_bad$d),
        .q(slot_bad$q),
        .clock(slot_bad$clock)
    );
    fixnic_core$path$accumulate$slot_check slot_check(
        .d(slot_check$d),
        .q(slot_check$q),
        .clock(slot_check$clock)
    );
    fixnic_core$path$accumulate$saved saved(
        .clock(saved$clock),
        .load(saved$load),
        .session(saved$session),
        .store(saved$store),
        .state(saved$state),
        .restore(saved$restore),
        .word(saved$word),
        .same_session(saved$same_session)
    );
    fixnic_core$path$accumulate$number number(
        .d(number$d),
        .q(number$q),
        .clock(number$clock)
    );
    fixnic_core$path$accumulate$digits digits(
        .d(digits$d),
        .q(digits$q),
        .clock(digits$clock)
    );
    fixnic_core$path$accumulate$bad_number bad_number(
        .d(bad_number$d),
        .q(bad_number$q),
        .clock(bad_number$clock)
    );
    fixnic_core$path$accumulate$doubt doubt(
        .d(doubt$d),
        .q(doubt$q),
        .clock(doubt$clock)
    );
    fixnic_core$path$accumulate$seen_flags seen_flags(
        .d(seen_flags$d),
        .q(seen_flags$q),
        .clock(seen_flags$clock)
    );
    fixnic_core$path$accumulate$running_sum running_sum(
        .d(running_sum$d),
        .q(running_sum$q),
        .clock(running_sum$clock)
    );
    fixnic_core$path$accumulate$final_sum final_sum(
        .d(final_sum$d),
        .q(final_sum$q),
        .clock(final_sum$clock)
    );
    fixnic_core$path$accumulate$type_chars type_chars(
        .d(type_chars$d),
        .q(type_chars$q),
        .clock(type_chars$clock)
    );
    fixnic_core$path$accumulate$type_has_second type_has_second(
        .d(type_has_second$d),
        .q(type_has_second$q),
        .clock(type_has_second$clock)
    );
    fixnic_core$path$accumulate$soh_count soh_count(
        .d(soh_count$d),
        .q(soh_count$q),
        .clock(soh_count$clock)
    );
    fixnic_core$path$accumulate$save_1 save_1(
        .d(save_1$d),
        .q(save_1$q),
        .clock(save_1$clock)
    );
    fixnic_core$path$accumulate$save_2 save_2(
        .d(save_2$d),
        .q(save_2$q),
        .clock(save_2$clock)
    );

    // Update code
    always @(*) begin
        slot_end$clock = clock;
        slot_end_known$clock = clock;
        slot_end_low$clock = clock;
        slot_end_high$clock = clock;
        slot_bad$clock = clock;
        slot_check$clock = clock;
        number$clock = clock;
        digits$clock = clock;
        bad_number$clock = clock;
        doubt$clock = clock;
        seen_flags$clock = clock;
        running_sum$clock = clock;
        final_sum$clock = clock;
        type_chars$clock = clock;
        type_has_second$clock = clock;
        soh_count$clock = clock;
        save_1$clock = clock;
        save_2$clock = clock;
        slot_end$d = slot_end$q;
        slot_end_known$d = slot_end_known$q;
        slot_end_low$d = slot_end_low$q;
        slot_end_high$d = slot_end_high$q;
        slot_bad$d = slot_bad$q;
        slot_check$d = slot_check$q;
        number$d = number$q;
        digits$d = digits$q;
        bad_number$d = bad_number$q;
        doubt$d = doubt$q;
        seen_flags$d = seen_flags$q;
        running_sum$d = running_sum$q;
        final_sum$d = final_sum$q;
        type_chars$d = type_chars$q;
        type_has_second$d = type_has_second$q;
        soh_count$d = soh_count$q;
        save_1$d = save_1$q;
        save_2$d = save_2$q;
        soh_before = soh_count$q;
        if (end_marks[(64'h1)+:(1)]) begin
            soh_before = 32'h0;
        end
        soh_now = soh_before;
        if (soh_many) begin
            soh_now = 32'h2;
        end
        else if (soh_any) begin
            soh_now = 32'h2;
            if (soh_before == 32'h0) begin
                soh_now = 32'h1;
            end
        end
        soh_count$d = soh_now;
        base = number$q;
        base_digits = digits$q;
        if (starts) begin
            base = 32'h0;
            base_digits = 32'h0;
        end
        shifted = base;
        shifted_digits = base_digits;
        overflow = 1'b0;
        if (value_count[0]) begin
            shifted = base << ((0 * 32'h4) + 32'h4);
            shifted_digits = base_digits << (0 + 32'h1);
            overflow = base_digits[32'h9 - 0];
        end
        if (value_count[1]) begin
            shifted = base << ((1 * 32'h4) + 32'h4);
            shifted_digits = base_digits << (1 + 32'h1);
            overflow = base_digits[32'h9 - 1];
        end
        if (value_count[2]) begin
            shifted = base << ((2 * 32'h4) + 32'h4);
            shifted_digits = base_digits << (2 + 32'h1);
            overflow = base_digits[32'h9 - 2];
        end
        if (value_count[3]) begin
            shifted = base << ((3 * 32'h4) + 32'h4);
            shifted_digits = base_digits << (3 + 32'h1);
            overflow = base_digits[32'h9 - 3];
        end
        if (value_count[4]) begin
            shifted = base << ((4 * 32'h4) + 32'h4);
            shifted_digits = base_digits << (4 + 32'h1);
            overflow = base_digits[32'h9 - 4];
        end
        if (value_count[5]) begin
            shifted = base << ((5 * 32'h4) + 32'h4);
            shifted_digits = base_digits << (5 + 32'h1);
            overflow = base_digits[32'h9 - 5];
        end
        if (value_count[6]) begin
            shifted = base << ((6 * 32'h4) + 32'h4);
            shifted_digits = base_digits << (6 + 32'h1);
            overflow = base_digits[32'h9 - 6];
        end
        if (value_count[7]) begin
            shifted = base << ((7 * 32'h4) + 32'h4);
            shifted_digits = base_digits << (7 + 32'h1);
            overflow = base_digits[32'h9 - 7];
        end
        number$d = shifted | ((value_digits) & 40'hffffffffff);
        digits$d = shifted_digits | ((value_count) & 10'h3ff);
        bad_number$d = (bad_number$q & (~starts)) | overflow | not_digit;
        doubt$d = slot_ambiguous;
        seen_flags$d = slot_flags;
        if (~slot_end$q[(64'h1)+:(1)]) begin
            doubt$d = slot_ambiguous | doubt$q;
            seen_flags$d = slot_flags | seen_flags$q;
        end
        sum_now = running_sum$q + sum;
        running_sum$d = sum_now;
        if (end_marks[(64'h0)+:(1)]) begin
            final_sum$d = sum_now;
            running_sum$d = 32'h0;
        end
        type_base = type_chars$q;
        if (found) begin
            type_base = 32'h0;
            type_has_second$d = 1'b0;
        end
        if (type_first_valid) begin
            type_base = ((type_first) & 16'hffff);
        end
        type_chars$d = type_base;
        if (type_second_valid) begin
            type_chars$d = type_base | (((type_second) & 16'hffff) << 32'h8);
            type_has_second$d = 1'b1;
        end
        slot_end$d = end_marks;
        slot_end_known$d = found;
        slot_end_low$d = end_units + ((end_hundreds) & 19'h7ffff);
        slot_end_high$d = end_thousands;
        slot_bad$d = slot_header_bad | (found & (soh_now != 32'h1));
        slot_check$d = check_hundreds + ((check_tens) & 10'h3ff);
        save_1$d = token[(64'h2)+:(1)];
        save_2$d = save_1$q;
        saved$clock = clock;
        saved$load = token[(64'h0)+:(1)];
        saved$session = session;
        saved$store = save_2$q;
        saved$state[(64'h0)+:(40)] = number$q;
        saved$state[(64'h28)+:(10)] = digits$q;
        saved$state[(64'h32)+:(1)] = bad_number$q;
        saved$state[(64'h33)+:(1)] = doubt$q;
        saved$state[(64'h34)+:(4)] = seen_flags$q;
        saved$state[(64'h38)+:(8)] = running_sum$q;
        saved$state[(64'h40)+:(8)] = final_sum$q;
        saved$state[(64'h48)+:(16)] = type_chars$q;
        saved$state[(64'h58)+:(1)] = type_has_second$q;
        saved$state[(64'h59)+:(2)] = soh_count$q;
        if (saved$restore) begin
            number$d = saved$word[(64'h0)+:(40)];
            digits$d = saved$word[(64'h28)+:(10)];
            bad_number$d = saved$word[(64'h32)+:(1)];
            doubt$d = saved$word[(64'h33)+:(1)];
            seen_flags$d = saved$word[(64'h34)+:(4)];
            running_sum$d = saved$word[(64'h38)+:(8)];
            final_sum$d = saved$word[(64'h40)+:(8)];
            type_chars$d = saved$word[(64'h48)+:(16)];
            type_has_second$d = saved$word[(64'h58)+:(1)];
            soh_count$d = saved$word[(64'h59)+:(2)];
            if (fresh) begin
                number$d = 32'h0;
                digits$d = 32'h0;
                bad_number$d = 1'b0;
                doubt$d = 1'b0;
                seen_flags$d = 32'h0;
                running_sum$d = 32'h0;
                final_sum$d = 32'h0;
                type_chars$d = 32'h0;
                type_has_second$d = 1'b0;
                soh_count$d = 32'h0;
            end
        end
        end_marks_out = slot_end$q;
        end_known = slot_end_known$q;
        end_low = slot_end_low$q;
        end_high = slot_end_high$q;
        header_bad = slot_bad$q;
        check = slot_check$q;
        body_sum = final_sum$q;
        received = number$q;
        number_good = digits$q[32'h0] & (~bad_number$q);
        ambiguous = doubt$q;
        flags = seen_flags$q;
        msg_type = type_chars$q;
        type_long = type_has_second$q;
    end

endmodule // fixnic_core$path$accumulate

module fixnic_core$path$accumulate$bad_number(d,q,clock);

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

endmodule // fixnic_core$path$accumulate$bad_number

module fixnic_core$path$accumulate$digits(d,q,clock);

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

endmodule // fixnic_core$path$accumulate$digits

module fixnic_core$path$accumulate$doubt(d,q,clock);

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

endmodule // fixnic_core$path$accumulate$doubt

module fixnic_core$path$accumulate$final_sum(d,q,clock);

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

endmodule // fixnic_core$path$accumulate$final_sum

module fixnic_core$path$accumulate$number(d,q,clock);

    // Module arguments
    input wire  [39:0] d;
    output reg  [39:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 40'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$path$accumulate$number

module fixnic_core$path$accumulate$running_sum(d,q,clock);

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

endmodule // fixnic_core$path$accumulate$running_sum

module fixnic_core$path$accumulate$save_1(d,q,clock);

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

endmodule // fixnic_core$path$accumulate$save_1

module fixnic_core$path$accumulate$save_2(d,q,clock);

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

endmodule // fixnic_core$path$accumulate$save_2

module fixnic_core$path$accumulate$saved(clock,load,session,store,state,restore,word,same_session);

    // Module arguments
    input wire  clock;
    input wire  load;
    input wire  [9:0] session;
    input wire  store;
    input wire  [90:0] state;
    output reg  restore;
    output reg  [90:0] word;
    output reg  same_session;

    // Stub signals
    reg  ram$clock;
    reg  [9:0] ram$read_address;
    wire  [90:0] ram$read_data;
    reg  [9:0] ram$write_address;
    reg  [90:0] ram$write_data;
    reg  ram$write_enable;
    reg  [90:0] fetched$d;
    wire  [90:0] fetched$q;
    reg  fetched$clock;
    reg  load_1$d;
    wire  load_1$q;
    reg  load_1$clock;
    reg  load_2$d;
    wire  load_2$q;
    reg  load_2$clock;
    reg  [9:0] session_1$d;
    wire  [9:0] session_1$q;
    reg  session_1$clock;
    reg  [9:0] session_2$d;
    wire  [9:0] session_2$q;
    reg  session_2$clock;
    reg  [9:0] owner$d;
    wire  [9:0] owner$q;
    reg  owner$clock;
    reg  same$d;
    wire  same$q;
    reg  same$clock;

    // Sub module instances
    fixnic_core$path$accumulate$saved$ram ram(
        .clock(ram$clock),
        .read_address(ram$read_address),
        .read_data(ram$read_data),
        .write_address(ram$write_address),
        .write_data(ram$write_data),
        .write_enable(ram$write_enable)
    );
    fixnic_core$path$accumulate$saved$fetched fetched(
        .d(fetched$d),
        .q(fetched$q),
        .clock(fetched$clock)
    );
    fixnic_core$path$accumulate$saved$load_1 load_1(
        .d(load_1$d),
        .q(load_1$q),
        .clock(load_1$clock)
    );
    fixnic_core$path$accumulate$saved$load_2 load_2(
        .d(load_2$d),
        .q(load_2$q),
        .clock(load_2$clock)
    );
    fixnic_core$path$accumulate$saved$session_1 session_1(
        .d(session_1$d),
        .q(session_1$q),
        .clock(session_1$clock)
    );
    fixnic_core$path$accumulate$saved$session_2 session_2(
        .d(session_2$d),
        .q(session_2$q),
        .clock(session_2$clock)
    );
    fixnic_core$path$accumulate$saved$owner owner(
        .d(owner$d),
        .q(owner$q),
        .clock(owner$clock)
    );
    fixnic_core$path$accumulate$saved$same same(
        .d(same$d),
        .q(same$q),
        .clock(same$clock)
    );

    // Update code
    always @(*) begin
        fetched$clock = clock;
        load_1$clock = clock;
        load_2$clock = clock;
        session_1$clock = clock;
        session_2$clock = clock;
        owner$clock = clock;
        same$clock = clock;
        fetched$d = fetched$q;
        load_1$d = load_1$q;
        load_2$d = load_2$q;
        session_1$d = session_1$q;
        session_2$d = session_2$q;
        owner$d = owner$q;
        same$d = same$q;
        ram$clock = clock;
        ram$read_address = session;
        ram$write_address = owner$q;
        ram$write_data = state;
        ram$write_enable = store;
        load_1$d = load;
        session_1$d = session;
        load_2$d = load_1$q;
        session_2$d = session_1$q;
        fetched$d = ram$read_data;
        same$d = session_1$q == owner$q;
        if (load_2$q) begin
            owner$d = session_2$q;
        end
        restore = load_2$q;
        word = fetched$q;
        same_session = same$q;
    end

endmodule // fixnic_core$path$accumulate$saved

module fixnic_core$path$accumulate$saved$fetched(d,q,clock);

    // Module arguments
    input wire  [90:0] d;
    output reg  [90:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 91'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$path$accumulate$saved$fetched

module fixnic_core$path$accumulate$saved$load_1(d,q,clock);

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

endmodule // fixnic_core$path$accumulate$saved$load_1

module fixnic_core$path$accumulate$saved$load_2(d,q,clock);

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

endmodule // fixnic_core$path$accumulate$saved$load_2

module fixnic_core$path$accumulate$saved$owner(d,q,clock);

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

endmodule // fixnic_core$path$accumulate$saved$owner

module fixnic_core$path$accumulate$saved$ram(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [9:0] read_address;
    output reg  [90:0] read_data;
    input wire  [9:0] write_address;
    input wire  [90:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [90:0] words [0:1023];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_core$path$accumulate$saved$ram

module fixnic_core$path$accumulate$saved$same(d,q,clock);

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

endmodule // fixnic_core$path$accumulate$saved$same

module fixnic_core$path$accumulate$saved$session_1(d,q,clock);

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

endmodule // fixnic_core$path$accumulate$saved$session_1

module fixnic_core$path$accumulate$saved$session_2(d,q,clock);

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

endmodule // fixnic_core$path$accumulate$saved$session_2

module fixnic_core$path$accumulate$seen_flags(d,q,clock);

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

endmodule // fixnic_core$path$accumulate$seen_flags

module fixnic_core$path$accumulate$slot_bad(d,q,clock);

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

endmodule // fixnic_core$path$accumulate$slot_bad

module fixnic_core$path$accumulate$slot_check(d,q,clock);

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

endmodule // fixnic_core$path$accumulate$slot_check

module fixnic_core$path$accumulate$slot_end(d,q,clock);

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

endmodule // fixnic_core$path$accumulate$slot_end

module fixnic_core$path$accumulate$slot_end_high(d,q,clock);

    // Module arguments
    input wire  [16:0] d;
    output reg  [16:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 17'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$path$accumulate$slot_end_high

module fixnic_core$path$accumulate$slot_end_known(d,q,clock);

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

endmodule // fixnic_core$path$accumulate$slot_end_known

module fixnic_core$path$accumulate$slot_end_low(d,q,clock);

    // Module arguments
    input wire  [18:0] d;
    output reg  [18:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 19'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$path$accumulate$slot_end_low

module fixnic_core$path$accumulate$soh_count(d,q,clock);

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

endmodule // fixnic_core$path$accumulate$soh_count

module fixnic_core$path$accumulate$type_chars(d,q,clock);

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

endmodule // fixnic_core$path$accumulate$type_chars

module fixnic_core$path$accumulate$type_has_second(d,q,clock);

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

endmodule // fixnic_core$path$accumulate$type_has_second

module fixnic_core$path$align(clock,reset,fresh,token,session,rotation,lane,valid,data,keep,eof,beat_data,shown,new_lanes,whole,replay,token_out,session_out);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  fresh;
    input wire  [2:0] token;
    input wire  [9:0] session;
    input wire  [2:0] rotation;
    input wire  [2:0] lane;
    input wire  valid;
    input wire  [63:0] data;
    input wire  [7:0] keep;
    input wire  eof;
    output reg  [63:0] beat_data;
    output reg  [7:0] shown;
    output reg  [7:0] new_lanes;
    output reg  whole;
    output reg  replay;
    output reg  [2:0] token_out;
    output reg  [9:0] session_out;

    // Stub signals
    reg  [2:0] frame_rotation$d;
    wire  [2:0] frame_rotation$q;
    reg  frame_rotation$clock;
    reg  [7:0] this_beat$d;
    wire  [7:0] this_beat$q;
    reg  this_beat$clock;
    reg  [7:0] earlier$d;
    wire  [7:0] earlier$q;
    reg  earlier$clock;
    reg  first$d;
    wire  first$q;
    reg  first$clock;
    reg  [63:0] held$d;
    wire  [63:0] held$q;
    reg  held$clock;
    reg  [7:0] held_lanes$d;
    wire  [7:0] held_lanes$q;
    reg  held_lanes$clock;
    reg  ended$d;
    wire  ended$q;
    reg  ended$clock;
    reg  [63:0] slot_data$d;
    wire  [63:0] slot_data$q;
    reg  slot_data$clock;
    reg  [7:0] slot_shown$d;
    wire  [7:0] slot_shown$q;
    reg  slot_shown$clock;
    reg  [7:0] slot_new$d;
    wire  [7:0] slot_new$q;
    reg  slot_new$clock;
    reg  slot_replay$d;
    wire  slot_replay$q;
    reg  slot_replay$clock;
    reg  [2:0] slot_token$d;
    wire  [2:0] slot_token$q;
    reg  slot_token$clock;
    reg  [9:0] slot_session$d;
    wire  [9:0] slot_session$q;
    reg  slot_session$clock;
    reg  saved$clock;
    reg  saved$load;
    reg  [9:0] saved$session;
    reg  saved$store;
    reg  [127:0] saved$state;
    wire  saved$restore;
    wire  [127:0] saved$word;
    wire  saved$same_session;
    reg  [63:0] last_whole$d;
    wire  [63:0] last_whole$q;
    reg  last_whole$clock;
    reg  [63:0] open$d;
    wire  [63:0] open$q;
    reg  open$clock;
    reg  store$d;
    wire  store$q;
    reg  store$clock;

    // Local signals
    reg  [7:0] lanes;
    reg  [63:0] rotated_1;
    reg  [63:0] rotated_2;
    reg  [63:0] rotated;
    reg  [7:0] keep_1;
    reg  [7:0] keep_2;
    reg  [7:0] keep_rotated;
    reg  [7:0] arrived;
    reg  [7:0] old;
    reg  [63:0] take_new;
    reg  [63:0] take_open;
    reg  [63:0] byte_mask;
    reg  [63:0] merged;

    // Sub module instances
    fixnic_core$path$align$frame_rotation frame_rotation(
        .d(frame_rotation$d),
        .q(frame_rotation$q),
        .clock(frame_rotation$clock)
    );
    fixnic_core$path$align$this_beat this_beat(
        .d(this_beat$d),
        .q(this_beat$q),
        .clock(this_beat$clock)
    );
    fixnic_core$path$align$earlier earlier(
        .d(earlier$d),
        .q(earlier$q),
        .clock(earlier$clock)
    );
    fixnic_core$path$align$first first(
        .d(first$d),
        .q(first$q),
        .clock(first$clock)
    );
    fixnic_core$path$align$held held(
        .d(held$d),
        .q(held$q),
        .clock(held$clock)
    );
    fixnic_core$path$align$held_lanes held_lanes(
        .d(held_lanes$d),
        .q(held_lanes$q),
        .clock(held_lanes$clock)
    );
    fixnic_core$path$align$ended ended(
        .d(ended$d),
        .q(ended$q),
        .clock(ended$clock)
    );
    fixnic_core$path$align$slot_data slot_data(
        .d(slot_data$d),
        .q(slot_data$q),
        .clock(slot_data$clock)
    );
    fixnic_core$path$align$slot_shown slot_shown(
        .d(slot_shown$d),
        .q(slot_shown$q),
        .clock(slot_shown$clock)
    );
    fixnic_core$path$align$slot_new slot_new(
        .d(slot_new$d),
        .q(slot_new$q),
        .clock(slot_new$clock)
    );
    fixnic_core$path$align$slot_replay slot_replay(
        .d(slot_replay$d),
        .q(slot_replay$q),
        .clock(slot_replay$clock)
    );
    fixnic_core$path$align$slot_token slot_token(
        .d(slot_token$d),
        .q(slot_token$q),
        .clock(slot_token$clock)
    );
    fixnic_core$path$align$slot_session slot_session(
        .d(slot_session$d),
        .q(slot_session$q),
        .clock(slot_session$clock)
    );
    fixnic_core$path$align$saved saved(
        .clock(saved$clock),
        .load(saved$load),
        .session(saved$session),
        .store(saved$store),
        .state(saved$state),
        .restore(saved$restore),
        .word(saved$word),
        .same_session(saved$same_session)
    );
    fixnic_core$path$align$last_whole last_whole(
        .d(last_whole$d),
        .q(last_whole$q),
        .clock(last_whole$clock)
    );
    fixnic_core$path$align$open open(
        .d(open$d),
        .q(open$q),
        .clock(open$clock)
    );
    fixnic_core$path$align$store store(
        .d(store$d),
        .q(store$q),
        .clock(store$clock)
    );

    // Update code
    always @(*) begin
        frame_rotation$clock = clock;
        this_beat$clock = clock;
        earlier$clock = clock;
        first$clock = clock;
        held$clock = clock;
        held_lanes$clock = clock;
        ended$clock = clock;
        slot_data$clock = clock;
        slot_shown$clock = clock;
        slot_new$clock = clock;
        slot_replay$clock = clock;
        slot_token$clock = clock;
        slot_session$clock = clock;
        last_whole$clock = clock;
        open$clock = clock;
        store$clock = clock;
        frame_rotation$d = frame_rotation$q;
        this_beat$d = this_beat$q;
        earlier$d = earlier$q;
        first$d = first$q;
        held$d = held$q;
        held_lanes$d = held_lanes$q;
        ended$d = ended$q;
        slot_data$d = slot_data$q;
        slot_shown$d = slot_shown$q;
        slot_new$d = slot_new$q;
        slot_replay$d = slot_replay$q;
        slot_token$d = slot_token$q;
        slot_session$d = slot_session$q;
        last_whole$d = last_whole$q;
        open$d = open$q;
        store$d = store$q;
        saved$clock = clock;
        saved$load = token[(64'h0)+:(1)];
        saved$session = session;
        rotated_1 = data;
        keep_1 = keep;
        if (frame_rotation$q[32'h0]) begin
            rotated_1 = (data << 32'h8) | (data >> 32'h38);
            keep_1 = (keep << 32'h1) | (keep >> 32'h7);
        end
        rotated_2 = rotated_1;
        keep_2 = keep_1;
        if (frame_rotation$q[32'h1]) begin
            rotated_2 = (rotated_1 << 32'h10) | (rotated_1 >> 32'h30);
            keep_2 = (keep_1 << 32'h2) | (keep_1 >> 32'h6);
        end
        rotated = rotated_2;
        keep_rotated = keep_2;
        if (frame_rotation$q[32'h2]) begin
            rotated = (rotated_2 << 32'h20) | (rotated_2 >> 32'h20);
            keep_rotated = (keep_2 << 32'h4) | (keep_2 >> 32'h4);
        end
        arrived = 32'h0;
        ended$d = valid & eof;
        if (valid) begin
            arrived = (keep_rotated & this_beat$q) | held_lanes$q;
            held_lanes$d = keep_rotated & (~this_beat$q);
            held$d = rotated;
        end
        else if (ended$q) begin
            arrived = held_lanes$q;
            held_lanes$d = 32'h0;
        end
        old = 32'h0;
        if (first$q) begin
            old = earlier$q;
        end
        if (|arrived) begin
            first$d = 1'b0;
        end
        take_new = 32'h0;
        take_open = 32'h0;
        byte_mask = 32'hff;
        if (this_beat$q[0]) begin
            take_new = take_new | (byte_mask << (0 * 32'h8));
        end
        if (old[0]) begin
            take_open = take_open | (byte_mask << (0 * 32'h8));
        end
        if (this_beat$q[1]) begin
            take_new = take_new | (byte_mask << (1 * 32'h8));
        end
        if (old[1]) begin
            take_open = take_open | (byte_mask << (1 * 32'h8));
        end
        if (this_beat$q[2]) begin
            take_new = take_new | (byte_mask << (2 * 32'h8));
        end
        if (old[2]) begin
            take_open = take_open | (byte_mask << (2 * 32'h8));
        end
        if (this_beat$q[3]) begin
            take_new = take_new | (byte_mask << (3 * 32'h8));
        end
        if (old[3]) begin
            take_open = take_open | (byte_mask << (3 * 32'h8));
        end
        if (this_beat$q[4]) begin
            take_new = take_new | (byte_mask << (4 * 32'h8));
        end
        if (old[4]) begin
            take_open = take_open | (byte_mask << (4 * 32'h8));
        end
        if (this_beat$q[5]) begin
            take_new = take_new | (byte_mask << (5 * 32'h8));
        end
        if (old[5]) begin
            take_open = take_open | (byte_mask << (5 * 32'h8));
        end
        if (this_beat$q[6]) begin
            take_new = take_new | (byte_mask << (6 * 32'h8));
        end
        if (old[6]) begin
            take_open = take_open | (byte_mask << (6 * 32'h8));
        end
        if (this_beat$q[7]) begin
            take_new = take_new | (byte_mask << (7 * 32'h8));
        end
        if (old[7]) begin
            take_open = take_open | (byte_mask << (7 * 32'h8));
        end
        merged = (rotated & take_new) | (held$q & (~take_new));
        if (valid | (ended$q & |held_lanes$q)) begin
            slot_data$d = (merged & (~take_open)) | (open$q & take_open);
        end
        slot_new$d = arrived;
        slot_shown$d = arrived | old;
        slot_replay$d = 1'b0;
        slot_token$d = token;
        slot_session$d = session;
        if (token[(64'h0)+:(1)]) begin
            frame_rotation$d = rotation;
            first$d = 1'b1;
            held_lanes$d = 32'h0;
        end
        lanes = 32'h0;
        lanes = (lanes & ~(1 << (0)) | ((0 >= rotation) << (0)));
        lanes = (lanes & ~(1 << (1)) | ((1 >= rotation) << (1)));
        lanes = (lanes & ~(1 << (2)) | ((2 >= rotation) << (2)));
        lanes = (lanes & ~(1 << (3)) | ((3 >= rotation) << (3)));
        lanes = (lanes & ~(1 << (4)) | ((4 >= rotation) << (4)));
        lanes = (lanes & ~(1 << (5)) | ((5 >= rotation) << (5)));
        lanes = (lanes & ~(1 << (6)) | ((6 >= rotation) << (6)));
        lanes = (lanes & ~(1 << (7)) | ((7 >= rotation) << (7)));
        if (token[(64'h0)+:(1)]) begin
            this_beat$d = lanes;
        end
        lanes = 32'h0;
        lanes = (lanes & ~(1 << (0)) | ((0 < lane) << (0)));
        lanes = (lanes & ~(1 << (1)) | ((1 < lane) << (1)));
        lanes = (lanes & ~(1 << (2)) | ((2 < lane) << (2)));
        lanes = (lanes & ~(1 << (3)) | ((3 < lane) << (3)));
        lanes = (lanes & ~(1 << (4)) | ((4 < lane) << (4)));
        lanes = (lanes & ~(1 << (5)) | ((5 < lane) << (5)));
        lanes = (lanes & ~(1 << (6)) | ((6 < lane) << (6)));
        lanes = (lanes & ~(1 << (7)) | ((7 < lane) << (7)));
        if (token[(64'h0)+:(1)]) begin
            earlier$d = lanes;
        end
        if (slot_new$q[32'h7] | slot_replay$q) begin
            last_whole$d = slot_data$q;
        end
        if (|slot_new$q) begin
            open$d = slot_data$q;
        end
        if (saved$restore) begin
            slot_replay$d = 1'b1;
            slot_shown$d = 32'hff;
            slot_data$d = saved$word[(64'h0)+:(64)];
            open$d = saved$word[(64'h40)+:(64)];
            if (fresh) begin
                slot_data$d = 32'h0;
                open$d = 32'h0;
            end
        end
        store$d = slot_token$q[(64'h2)+:(1)];
        saved$store = store$q;
        saved$state[(64'h0)+:(64)] = last_whole$q;
        saved$state[(64'h40)+:(64)] = open$q;
        if (reset) begin
            slot_new$d = 32'h0;
            slot_replay$d = 1'b0;
            slot_token$d[(64'h0)+:(1)] = 1'b0;
            slot_token$d[(64'h1)+:(1)] = 1'b0;
            slot_token$d[(64'h2)+:(1)] = 1'b0;
            held_lanes$d = 32'h0;
            ended$d = 1'b0;
        end
        beat_data = slot_data$q;
        shown = slot_shown$q;
        new_lanes = slot_new$q;
        whole = slot_new$q[32'h7];
        replay = slot_replay$q;
        token_out = slot_token$q;
        session_out = slot_session$q;
    end

endmodule // fixnic_core$path$align

module fixnic_core$path$align$earlier(d,q,clock);

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

endmodule // fixnic_core$path$align$earlier

module fixnic_core$path$align$ended(d,q,clock);

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

endmodule // fixnic_core$path$align$ended

module fixnic_core$path$align$first(d,q,clock);

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

endmodule // fixnic_core$path$align$first

module fixnic_core$path$align$frame_rotation(d,q,clock);

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

endmodule // fixnic_core$path$align$frame_rotation

module fixnic_core$path$align$held(d,q,clock);

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

endmodule // fixnic_core$path$align$held

module fixnic_core$path$align$held_lanes(d,q,clock);

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

endmodule // fixnic_core$path$align$held_lanes

module fixnic_core$path$align$last_whole(d,q,clock);

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

endmodule // fixnic_core$path$align$last_whole

module fixnic_core$path$align$open(d,q,clock);

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

endmodule // fixnic_core$path$align$open

module fixnic_core$path$align$saved(clock,load,session,store,state,restore,word,same_session);

    // Module arguments
    input wire  clock;
    input wire  load;
    input wire  [9:0] session;
    input wire  store;
    input wire  [127:0] state;
    output reg  restore;
    output reg  [127:0] word;
    output reg  same_session;

    // Stub signals
    reg  ram$clock;
    reg  [9:0] ram$read_address;
    wire  [127:0] ram$read_data;
    reg  [9:0] ram$write_address;
    reg  [127:0] ram$write_data;
    reg  ram$write_enable;
    reg  [127:0] fetched$d;
    wire  [127:0] fetched$q;
    reg  fetched$clock;
    reg  load_1$d;
    wire  load_1$q;
    reg  load_1$clock;
    reg  load_2$d;
    wire  load_2$q;
    reg  load_2$clock;
    reg  [9:0] session_1$d;
    wire  [9:0] session_1$q;
    reg  session_1$clock;
    reg  [9:0] session_2$d;
    wire  [9:0] session_2$q;
    reg  session_2$clock;
    reg  [9:0] owner$d;
    wire  [9:0] owner$q;
    reg  owner$clock;
    reg  same$d;
    wire  same$q;
    reg  same$clock;

    // Sub module instances
    fixnic_core$path$align$saved$ram ram(
        .clock(ram$clock),
        .read_address(ram$read_address),
        .read_data(ram$read_data),
        .write_address(ram$write_address),
        .write_data(ram$write_data),
        .write_enable(ram$write_enable)
    );
    fixnic_core$path$align$saved$fetched fetched(
        .d(fetched$d),
        .q(fetched$q),
        .clock(fetched$clock)
    );
    fixnic_core$path$align$saved$load_1 load_1(
        .d(load_1$d),
        .q(load_1$q),
        .clock(load_1$clock)
    );
    fixnic_core$path$align$saved$load_2 load_2(
        .d(load_2$d),
        .q(load_2$q),
        .clock(load_2$clock)
    );
    fixnic_core$path$align$saved$session_1 session_1(
        .d(session_1$d),
        .q(session_1$q),
        .clock(session_1$clock)
    );
    fixnic_core$path$align$saved$session_2 session_2(
        .d(session_2$d),
        .q(session_2$q),
        .clock(session_2$clock)
    );
    fixnic_core$path$align$saved$owner owner(
        .d(owner$d),
        .q(owner$q),
        .clock(owner$clock)
    );
    fixnic_core$path$align$saved$same same(
        .d(same$d),
        .q(same$q),
        .clock(same$clock)
    );

    // Update code
    always @(*) begin
        fetched$clock = clock;
        load_1$clock = clock;
        load_2$clock = clock;
        session_1$clock = clock;
        session_2$clock = clock;
        owner$clock = clock;
        same$clock = clock;
        fetched$d = fetched$q;
        load_1$d = load_1$q;
        load_2$d = load_2$q;
        session_1$d = session_1$q;
        session_2$d = session_2$q;
        owner$d = owner$q;
        same$d = same$q;
        ram$clock = clock;
        ram$read_address = session;
        ram$write_address = owner$q;
        ram$write_data = state;
        ram$write_enable = store;
        load_1$d = load;
        session_1$d = session;
        load_2$d = load_1$q;
        session_2$d = session_1$q;
        fetched$d = ram$read_data;
        same$d = session_1$q == owner$q;
        if (load_2$q) begin
            owner$d = session_2$q;
        end
        restore = load_2$q;
        word = fetched$q;
        same_session = same$q;
    end

endmodule // fixnic_core$path$align$saved

module fixnic_core$path$align$saved$fetched(d,q,clock);

    // Module arguments
    input wire  [127:0] d;
    output reg  [127:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 128'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$path$align$saved$fetched

module fixnic_core$path$align$saved$load_1(d,q,clock);

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

endmodule // fixnic_core$path$align$saved$load_1

module fixnic_core$path$align$saved$load_2(d,q,clock);

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

endmodule // fixnic_core$path$align$saved$load_2

module fixnic_core$path$align$saved$owner(d,q,clock);

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

endmodule // fixnic_core$path$align$saved$owner

module fixnic_core$path$align$saved$ram(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [9:0] read_address;
    output reg  [127:0] read_data;
    input wire  [9:0] write_address;
    input wire  [127:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [127:0] words [0:1023];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_core$path$align$saved$ram

module fixnic_core$path$align$saved$same(d,q,clock);

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

endmodule // fixnic_core$path$align$saved$same

module fixnic_core$path$align$saved$session_1(d,q,clock);

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

endmodule // fixnic_core$path$align$saved$session_1

module fixnic_core$path$align$saved$session_2(d,q,clock);

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

endmodule // fixnic_core$path$align$saved$session_2

module fixnic_core$path$align$slot_data(d,q,clock);

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

endmodule // fixnic_core$path$align$slot_data

module fixnic_core$path$align$slot_new(d,q,clock);

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

endmodule // fixnic_core$path$align$slot_new

module fixnic_core$path$align$slot_replay(d,q,clock);

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

endmodule // fixnic_core$path$align$slot_replay

module fixnic_core$path$align$slot_session(d,q,clock);

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

endmodule // fixnic_core$path$align$slot_session

module fixnic_core$path$align$slot_shown(d,q,clock);

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

endmodule // fixnic_core$path$align$slot_shown

module fixnic_core$path$align$slot_token(d,q,clock);

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

endmodule // fixnic_core$path$align$slot_token

module fixnic_core$path$align$store(d,q,clock);

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

endmodule // fixnic_core$path$align$store

module fixnic_core$path$align$this_beat(d,q,clock);

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

endmodule // fixnic_core$path$align$this_beat

module fixnic_core$path$boundary(clock,fresh,fresh_end,beat,next_beat,shown,new_lanes,whole,remember,token,session,end_known,end_low,end_high,beat_out,shown_out,new_lanes_out,whole_out,remember_out,token_out,session_out,bounds,ends_here_out,message_end_out);

    // Module arguments
    input wire  clock;
    input wire  fresh;
    input wire  [18:0] fresh_end;
    input wire  [15:0] beat;
    input wire  [15:0] next_beat;
    input wire  [7:0] shown;
    input wire  [7:0] new_lanes;
    input wire  whole;
    input wire  remember;
    input wire  [2:0] token;
    input wire  [9:0] session;
    input wire  end_known;
    input wire  [18:0] end_low;
    input wire  [16:0] end_high;
    output reg  [15:0] beat_out;
    output reg  [7:0] shown_out;
    output reg  [7:0] new_lanes_out;
    output reg  whole_out;
    output reg  remember_out;
    output reg  [2:0] token_out;
    output reg  [9:0] session_out;
    output reg  [47:0] bounds;
    output reg  ends_here_out;
    output reg  [18:0] message_end_out;

    // Stub signals
    reg  [15:0] slot_beat$d;
    wire  [15:0] slot_beat$q;
    reg  slot_beat$clock;
    reg  [7:0] slot_shown$d;
    wire  [7:0] slot_shown$q;
    reg  slot_shown$clock;
    reg  [7:0] slot_new$d;
    wire  [7:0] slot_new$q;
    reg  slot_new$clock;
    reg  slot_whole$d;
    wire  slot_whole$q;
    reg  slot_whole$clock;
    reg  slot_remember$d;
    wire  slot_remember$q;
    reg  slot_remember$clock;
    reg  [2:0] slot_token$d;
    wire  [2:0] slot_token$q;
    reg  slot_token$clock;
    reg  [9:0] slot_session$d;
    wire  [9:0] slot_session$q;
    reg  slot_session$clock;
    reg  [47:0] slot_bounds$d;
    wire  [47:0] slot_bounds$q;
    reg  slot_bounds$clock;
    reg  slot_ends_here$d;
    wire  slot_ends_here$q;
    reg  slot_ends_here$clock;
    reg  saved$clock;
    reg  saved$load;
    reg  [9:0] saved$session;
    reg  saved$store;
    reg  [20:0] saved$state;
    wire  saved$restore;
    wire  [20:0] saved$word;
    wire  saved$same_session;
    reg  [18:0] message_end$d;
    wire  [18:0] message_end$q;
    reg  message_end$clock;
    reg  ends_here$d;
    wire  ends_here$q;
    reg  ends_here$clock;
    reg  ended_before$d;
    wire  ended_before$q;
    reg  ended_before$clock;
    reg  kept$d;
    wire  kept$q;
    reg  kept$clock;
    reg  save_1$d;
    wire  save_1$q;
    reg  save_1$clock;
    reg  save_2$d;
    wire  save_2$q;
    reg  save_2$clock;
    reg  save_3$d;
    wire  save_3$q;
    reg  save_3$clock;
    reg  save_4$d;
    wire  save_4$q;
    reg  save_4$clock;

    // Local signals
    reg  [15:0] end_beat;
    reg  [2:0] end_lane;
    reg  ends_next;
    reg  last_lane;
    reg  [7:0] up_to_body_end;
    reg  [7:0] after_end;
    reg  [7:0] at_end;
    reg  [7:0] at_body_end;
    reg  [7:0] at_fifth;
    reg  [2:0] first_end_lane;
    reg  restore;

    // Sub module instances
    fixnic_core$path$boundary$slot_beat slot_beat(
        .d(slot_beat$d),
        .q(slot_beat$q),
        .clock(slot_beat$clock)
    );
    fixnic_core$path$boundary$slot_shown slot_shown(
        .d(slot_shown$d),
        .q(slot_shown$q),
        .clock(slot_shown$clock)
    );
    fixnic_core$path$boundary$slot_new slot_new(
        .d(slot_new$d),
        .q(slot_new$q),
        .clock(slot_new$clock)
    );
    fixnic_core$path$boundary$slot_whole slot_whole(
        .d(slot_whole$d),
        .q(slot_whole$q),
        .clock(slot_whole$clock)
    );
    fixnic_core$path$boundary$slot_remember slot_remember(
        .d(slot_remember$d),
        .q(slot_remember$q),
        .clock(slot_remember$clock)
    );
    fixnic_core$path$boundary$slot_token slot_token(
        .d(slot_token$d),
        .q(slot_token$q),
        .clock(slot_token$clock)
    );
    fixnic_core$path$boundary$slot_session slot_session(
        .d(slot_session$d),
        .q(slot_session$q),
        .clock(slot_session$clock)
    );
    fixnic_core$path$boundary$slot_bounds slot_bounds(
        .d(slot_bounds$d),
        .q(slot_bounds$q),
        .clock(slot_bounds$clock)
    );
    fixnic_core$path$boundary$slot_ends_here slot_ends_here(
        .d(slot_ends_here$d),
        .q(slot_ends_here$q),
        .clock(slot_ends_here$clock)
    );
    fixnic_core$path$boundary$saved saved(
        .clock(saved$clock),
        .load(saved$load),
        .session(saved$session),
        .store(saved$store),
        .state(saved$state),
        .restore(saved$restore),
        .word(saved$word),
        .same_session(saved$same_session)
    );
    fixnic_core$path$boundary$message_end message_end(
        .d(message_end$d),
        .q(message_end$q),
        .clock(message_end$clock)
    );
    fixnic_core$path$boundary$ends_here ends_here(
        .d(ends_here$d),
        .q(ends_here$q),
        .clock(ends_here$clock)
    );
    fixnic_core$path$boundary$ended_before ended_before(
        .d(ended_before$d),
        .q(ended_before$q),
        .clock(ended_before$clock)
    );
    fixnic_core$path$boundary$kept kept(
        .d(kept$d),
        .q(kept$q),
        .clock(kept$clock)
    );
    fixnic_core$path$boundary$save_1 save_1(
        .d(save_1$d),
        .q(save_1$q),
        .clock(save_1$clock)
    );
    fixnic_core$path$boundary$save_2 save_2(
        .d(save_2$d),
        .q(save_2$q),
        .clock(save_2$clock)
    );
    fixnic_core$path$boundary$save_3 save_3(
        .d(save_3$d),
        .q(save_3$q),
        .clock(save_3$clock)
    );
    fixnic_core$path$boundary$save_4 save_4(
        .d(save_4$d),
        .q(save_4$q),
        .clock(save_4$clock)
    );

    // Update code
    always @(*) begin
        slot_beat$clock = clock;
        slot_shown$clock = clock;
        slot_new$clock = clock;
        slot_whole$clock = clock;
        slot_remember$clock = clock;
        slot_token$clock = clock;
        slot_session$clock = clock;
        slot_bounds$clock = clock;
        slot_ends_here$clock = clock;
        message_end$clock = clock;
        ends_here$clock = clock;
        ended_before$clock = clock;
        kept$clock = clock;
        save_1$clock = clock;
        save_2$clock = clock;
        save_3$clock = clock;
        save_4$clock = clock;
        slot_beat$d = slot_beat$q;
        slot_shown$d = slot_shown$q;
        slot_new$d = slot_new$q;
        slot_whole$d = slot_whole$q;
        slot_remember$d = slot_remember$q;
        slot_token$d = slot_token$q;
        slot_session$d = slot_session$q;
        slot_bounds$d = slot_bounds$q;
        slot_ends_here$d = slot_ends_here$q;
        message_end$d = message_end$q;
        ends_here$d = ends_here$q;
        ended_before$d = ended_before$q;
        kept$d = kept$q;
        save_1$d = save_1$q;
        save_2$d = save_2$q;
        save_3$d = save_3$q;
        save_4$d = save_4$q;
        end_beat = message_end$q[(32'h3)+:(16)];
        end_lane = message_end$q[(32'h0)+:(3)];
        ends_next = next_beat == end_beat;
        last_lane = end_lane == 32'h7;
        up_to_body_end = 32'h0;
        after_end = 32'h0;
        at_end = 32'h0;
        at_body_end = 32'h0;
        at_fifth = 32'h0;
        after_end = (after_end & ~(1 << (0)) | ((0 > end_lane) << (0)));
        at_end = (at_end & ~(1 << (0)) | ((ends_here$q & (0 == end_lane)) << (0)));
        after_end = (after_end & ~(1 << (1)) | ((1 > end_lane) << (1)));
        at_end = (at_end & ~(1 << (1)) | ((ends_here$q & (1 == end_lane)) << (1)));
        after_end = (after_end & ~(1 << (2)) | ((2 > end_lane) << (2)));
        at_end = (at_end & ~(1 << (2)) | ((ends_here$q & (2 == end_lane)) << (2)));
        after_end = (after_end & ~(1 << (3)) | ((3 > end_lane) << (3)));
        at_end = (at_end & ~(1 << (3)) | ((ends_here$q & (3 == end_lane)) << (3)));
        after_end = (after_end & ~(1 << (4)) | ((4 > end_lane) << (4)));
        at_end = (at_end & ~(1 << (4)) | ((ends_here$q & (4 == end_lane)) << (4)));
        after_end = (after_end & ~(1 << (5)) | ((5 > end_lane) << (5)));
        at_end = (at_end & ~(1 << (5)) | ((ends_here$q & (5 == end_lane)) << (5)));
        after_end = (after_end & ~(1 << (6)) | ((6 > end_lane) << (6)));
        at_end = (at_end & ~(1 << (6)) | ((ends_here$q & (6 == end_lane)) << (6)));
        after_end = (after_end & ~(1 << (7)) | ((7 > end_lane) << (7)));
        at_end = (at_end & ~(1 << (7)) | ((ends_here$q & (7 == end_lane)) << (7)));
        up_to_body_end = (up_to_body_end & ~(1 << (32'h0)) | ((1'b1) << (32'h0)));
        at_body_end = (at_body_end & ~(1 << (32'h0)) | ((ends_here$q & last_lane) << (32'h0)));
        up_to_body_end = (up_to_body_end & ~(1 << (1)) | (((1 - 32'h1) <= end_lane) << (1)));
        at_body_end = (at_body_end & ~(1 << (1)) | ((ends_next & ((1 - 32'h1) == end_lane)) << (1)));
        up_to_body_end = (up_to_body_end & ~(1 << (2)) | (((2 - 32'h1) <= end_lane) << (2)));
        at_body_end = (at_body_end & ~(1 << (2)) | ((ends_next & ((2 - 32'h1) == end_lane)) << (2)));
        up_to_body_end = (up_to_body_end & ~(1 << (3)) | (((3 - 32'h1) <= end_lane) << (3)));
        at_body_end = (at_body_end & ~(1 << (3)) | ((ends_next & ((3 - 32'h1) == end_lane)) << (3)));
        up_to_body_end = (up_to_body_end & ~(1 << (4)) | (((4 - 32'h1) <= end_lane) << (4)));
        at_body_end = (at_body_end & ~(1 << (4)) | ((ends_next & ((4 - 32'h1) == end_lane)) << (4)));
        up_to_body_end = (up_to_body_end & ~(1 << (5)) | (((5 - 32'h1) <= end_lane) << (5)));
        at_body_end = (at_body_end & ~(1 << (5)) | ((ends_next & ((5 - 32'h1) == end_lane)) << (5)));
        up_to_body_end = (up_to_body_end & ~(1 << (6)) | (((6 - 32'h1) <= end_lane) << (6)));
        at_body_end = (at_body_end & ~(1 << (6)) | ((ends_next & ((6 - 32'h1) == end_lane)) << (6)));
        up_to_body_end = (up_to_body_end & ~(1 << (7)) | (((7 - 32'h1) <= end_lane) << (7)));
        at_body_end = (at_body_end & ~(1 << (7)) | ((ends_next & ((7 - 32'h1) == end_lane)) << (7)));
        at_fifth = (at_fifth & ~(1 << (0)) | ((ended_before$q & ((0 + 32'h3) == end_lane)) << (0)));
        at_fifth = (at_fifth & ~(1 << (1)) | ((ended_before$q & ((1 + 32'h3) == end_lane)) << (1)));
        at_fifth = (at_fifth & ~(1 << (2)) | ((ended_before$q & ((2 + 32'h3) == end_lane)) << (2)));
        at_fifth = (at_fifth & ~(1 << (3)) | ((ended_before$q & ((3 + 32'h3) == end_lane)) << (3)));
        at_fifth = (at_fifth & ~(1 << (4)) | ((ended_before$q & ((4 + 32'h3) == end_lane)) << (4)));
        at_fifth = (at_fifth & ~(1 << (5)) | ((ends_here$q & ((5 - 32'h5) == end_lane)) << (5)));
        at_fifth = (at_fifth & ~(1 << (6)) | ((ends_here$q & ((6 - 32'h5) == end_lane)) << (6)));
        at_fifth = (at_fifth & ~(1 << (7)) | ((ends_here$q & ((7 - 32'h5) == end_lane)) << (7)));
        slot_bounds$d[(64'h18)+:(8)] = at_end;
        slot_bounds$d[(64'h10)+:(8)] = at_body_end;
        slot_bounds$d[(64'h28)+:(8)] = at_fifth;
        slot_bounds$d[(64'h0)+:(8)] = 32'hff;
        slot_bounds$d[(64'h8)+:(8)] = 32'hff;
        slot_bounds$d[(64'h20)+:(8)] = 32'hff;
        if (ends_next & (~last_lane)) begin
            slot_bounds$d[(64'h0)+:(8)] = up_to_body_end;
            slot_bounds$d[(64'h8)+:(8)] = up_to_body_end;
        end
        if (ends_here$q) begin
            slot_bounds$d[(64'h20)+:(8)] = after_end;
            slot_bounds$d[(64'h0)+:(8)] = after_end;
            slot_bounds$d[(64'h8)+:(8)] = 32'h0;
            if (last_lane) begin
                slot_bounds$d[(64'h0)+:(8)] = 32'h1;
                slot_bounds$d[(64'h8)+:(8)] = 32'h1;
            end
        end
        slot_ends_here$d = ends_here$q;
        if (whole) begin
            ends_here$d = ends_next;
            ended_before$d = ends_here$q;
        end
        if (end_known) begin
            message_end$d = end_low + ((end_high) & 19'h7ffff);
            ended_before$d = 1'b0;
        end
        save_1$d = slot_token$q[(64'h2)+:(1)];
        save_2$d = save_1$q;
        save_3$d = save_2$q;
        save_4$d = save_3$q;
        saved$clock = clock;
        saved$load = token[(64'h0)+:(1)];
        saved$session = session;
        saved$store = save_4$q;
        saved$state[(64'h0)+:(19)] = message_end$q;
        saved$state[(64'h13)+:(1)] = ends_here$q;
        saved$state[(64'h14)+:(1)] = ended_before$q;
        if (token[(64'h2)+:(1)]) begin
            kept$d = 1'b1;
        end
        restore = 1'b0;
        if (saved$restore) begin
            kept$d = 1'b0;
            restore = (~kept$q) | (~saved$same_session) | fresh;
        end
        first_end_lane = fresh_end[(32'h0)+:(3)];
        if (restore) begin
            message_end$d = saved$word[(64'h0)+:(19)];
            ends_here$d = saved$word[(64'h13)+:(1)];
            ended_before$d = saved$word[(64'h14)+:(1)];
            if (fresh) begin
                message_end$d = fresh_end;
                ended_before$d = first_end_lane == 32'h7;
                ends_here$d = first_end_lane != 32'h7;
            end
        end
        slot_beat$d = beat;
        slot_shown$d = shown;
        slot_new$d = new_lanes;
        slot_whole$d = whole;
        slot_remember$d = remember;
        slot_token$d = token;
        slot_session$d = session;
        beat_out = slot_beat$q;
        shown_out = slot_shown$q;
        new_lanes_out = slot_new$q;
        whole_out = slot_whole$q;
        remember_out = slot_remember$q;
        token_out = slot_token$q;
        session_out = slot_session$q;
        bounds = slot_bounds$q;
        ends_here_out = slot_ends_here$q;
        message_end_out = message_end$q;
    end

endmodule // fixnic_core$path$boundary

module fixnic_core$path$boundary$ended_before(d,q,clock);

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

endmodule // fixnic_core$path$boundary$ended_before

module fixnic_core$path$boundary$ends_here(d,q,clock);

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

endmodule // fixnic_core$path$boundary$ends_here

module fixnic_core$path$boundary$kept(d,q,clock);

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

endmodule // fixnic_core$path$boundary$kept

module fixnic_core$path$boundary$message_end(d,q,clock);

    // Module arguments
    input wire  [18:0] d;
    output reg  [18:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 19'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$path$boundary$message_end

module fixnic_core$path$boundary$save_1(d,q,clock);

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

endmodule // fixnic_core$path$boundary$save_1

module fixnic_core$path$boundary$save_2(d,q,clock);

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

endmodule // fixnic_core$path$boundary$save_2

module fixnic_core$path$boundary$save_3(d,q,clock);

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

endmodule // fixnic_core$path$boundary$save_3

module fixnic_core$path$boundary$save_4(d,q,clock);

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

endmodule // fixnic_core$path$boundary$save_4

module fixnic_core$path$boundary$saved(clock,load,session,store,state,restore,word,same_session);

    // Module arguments
    input wire  clock;
    input wire  load;
    input wire  [9:0] session;
    input wire  store;
    input wire  [20:0] state;
    output reg  restore;
    output reg  [20:0] word;
    output reg  same_session;

    // Stub signals
    reg  ram$clock;
    reg  [9:0] ram$read_address;
    wire  [20:0] ram$read_data;
    reg  [9:0] ram$write_address;
    reg  [20:0] ram$write_data;
    reg  ram$write_enable;
    reg  [20:0] fetched$d;
    wire  [20:0] fetched$q;
    reg  fetched$clock;
    reg  load_1$d;
    wire  load_1$q;
    reg  load_1$clock;
    reg  load_2$d;
    wire  load_2$q;
    reg  load_2$clock;
    reg  [9:0] session_1$d;
    wire  [9:0] session_1$q;
    reg  session_1$clock;
    reg  [9:0] session_2$d;
    wire  [9:0] session_2$q;
    reg  session_2$clock;
    reg  [9:0] owner$d;
    wire  [9:0] owner$q;
    reg  owner$clock;
    reg  same$d;
    wire  same$q;
    reg  same$clock;

    // Sub module instances
    fixnic_core$path$boundary$saved$ram ram(
        .clock(ram$clock),
        .read_address(ram$read_address),
        .read_data(ram$read_data),
        .write_address(ram$write_address),
        .write_data(ram$write_data),
        .write_enable(ram$write_enable)
    );
    fixnic_core$path$boundary$saved$fetched fetched(
        .d(fetched$d),
        .q(fetched$q),
        .clock(fetched$clock)
    );
    fixnic_core$path$boundary$saved$load_1 load_1(
        .d(load_1$d),
        .q(load_1$q),
        .clock(load_1$clock)
    );
    fixnic_core$path$boundary$saved$load_2 load_2(
        .d(load_2$d),
        .q(load_2$q),
        .clock(load_2$clock)
    );
    fixnic_core$path$boundary$saved$session_1 session_1(
        .d(session_1$d),
        .q(session_1$q),
        .clock(session_1$clock)
    );
    fixnic_core$path$boundary$saved$session_2 session_2(
        .d(session_2$d),
        .q(session_2$q),
        .clock(session_2$clock)
    );
    fixnic_core$path$boundary$saved$owner owner(
        .d(owner$d),
        .q(owner$q),
        .clock(owner$clock)
    );
    fixnic_core$path$boundary$saved$same same(
        .d(same$d),
        .q(same$q),
        .clock(same$clock)
    );

    // Update code
    always @(*) begin
        fetched$clock = clock;
        load_1$clock = clock;
        load_2$clock = clock;
        session_1$clock = clock;
        session_2$clock = clock;
        owner$clock = clock;
        same$clock = clock;
        fetched$d = fetched$q;
        load_1$d = load_1$q;
        load_2$d = load_2$q;
        session_1$d = session_1$q;
        session_2$d = session_2$q;
        owner$d = owner$q;
        same$d = same$q;
        ram$clock = clock;
        ram$read_address = session;
        ram$write_address = owner$q;
        ram$write_data = state;
        ram$write_enable = store;
        load_1$d = load;
        session_1$d = session;
        load_2$d = load_1$q;
        session_2$d = session_1$q;
        fetched$d = ram$read_data;
        same$d = session_1$q == owner$q;
        if (load_2$q) begin
            owner$d = session_2$q;
        end
        restore = load_2$q;
        word = fetched$q;
        same_session = same$q;
    end

endmodule // fixnic_core$path$boundary$saved

module fixnic_core$path$boundary$saved$fetched(d,q,clock);

    // Module arguments
    input wire  [20:0] d;
    output reg  [20:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 21'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$path$boundary$saved$fetched

module fixnic_core$path$boundary$saved$load_1(d,q,clock);

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

endmodule // fixnic_core$path$boundary$saved$load_1

module fixnic_core$path$boundary$saved$load_2(d,q,clock);

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

endmodule // fixnic_core$path$boundary$saved$load_2

module fixnic_core$path$boundary$saved$owner(d,q,clock);

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

endmodule // fixnic_core$path$boundary$saved$owner

module fixnic_core$path$boundary$saved$ram(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [9:0] read_address;
    output reg  [20:0] read_data;
    input wire  [9:0] write_address;
    input wire  [20:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [20:0] words [0:1023];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_core$path$boundary$saved$ram

module fixnic_core$path$boundary$saved$same(d,q,clock);

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

endmodule // fixnic_core$path$boundary$saved$same

module fixnic_core$path$boundary$saved$session_1(d,q,clock);

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

endmodule // fixnic_core$path$boundary$saved$session_1

module fixnic_core$path$boundary$saved$session_2(d,q,clock);

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

endmodule // fixnic_core$path$boundary$saved$session_2

module fixnic_core$path$boundary$slot_beat(d,q,clock);

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

endmodule // fixnic_core$path$boundary$slot_beat

module fixnic_core$path$boundary$slot_bounds(d,q,clock);

    // Module arguments
    input wire  [47:0] d;
    output reg  [47:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 48'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$path$boundary$slot_bounds

module fixnic_core$path$boundary$slot_ends_here(d,q,clock);

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

endmodule // fixnic_core$path$boundary$slot_ends_here

module fixnic_core$path$boundary$slot_new(d,q,clock);

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

endmodule // fixnic_core$path$boundary$slot_new

module fixnic_core$path$boundary$slot_remember(d,q,clock);

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

endmodule // fixnic_core$path$boundary$slot_remember

module fixnic_core$path$boundary$slot_session(d,q,clock);

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

endmodule // fixnic_core$path$boundary$slot_session

module fixnic_core$path$boundary$slot_shown(d,q,clock);

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

endmodule // fixnic_core$path$boundary$slot_shown

module fixnic_core$path$boundary$slot_token(d,q,clock);

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

endmodule // fixnic_core$path$boundary$slot_token

module fixnic_core$path$boundary$slot_whole(d,q,clock);

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

endmodule // fixnic_core$path$boundary$slot_whole

module fixnic_core$path$classify(clock,fresh,fresh_beat,data,shown,new_lanes,whole,replay,token,session,data_out,shown_out,new_lanes_out,whole_out,remember,token_out,session_out,classes,is_digit$0,is_digit$1,is_digit$2,is_digit$3,is_digit$4,is_digit$5,is_digit$6,is_digit$7,is_digit$8,is_digit$9,beat,next_beat);

    // Module arguments
    input wire  clock;
    input wire  fresh;
    input wire  [15:0] fresh_beat;
    input wire  [63:0] data;
    input wire  [7:0] shown;
    input wire  [7:0] new_lanes;
    input wire  whole;
    input wire  replay;
    input wire  [2:0] token;
    input wire  [9:0] session;
    output reg  [63:0] data_out;
    output reg  [7:0] shown_out;
    output reg  [7:0] new_lanes_out;
    output reg  whole_out;
    output reg  remember;
    output reg  [2:0] token_out;
    output reg  [9:0] session_out;
    output reg  [55:0] classes;
    output reg  [7:0] is_digit$0;
    output reg  [7:0] is_digit$1;
    output reg  [7:0] is_digit$2;
    output reg  [7:0] is_digit$3;
    output reg  [7:0] is_digit$4;
    output reg  [7:0] is_digit$5;
    output reg  [7:0] is_digit$6;
    output reg  [7:0] is_digit$7;
    output reg  [7:0] is_digit$8;
    output reg  [7:0] is_digit$9;
    output reg  [15:0] beat;
    output reg  [15:0] next_beat;

    // Constant declarations
    localparam  code_soh = 8'h1;
    localparam  code_equals = 8'h3d;
    localparam  code_f = 8'h46;
    localparam  code_i = 8'h49;
    localparam  code_x = 8'h58;
    localparam  code_y = 8'h59;
    localparam  digits_high_nibble = 4'h3;

    // Stub signals
    reg  [63:0] slot_data$d;
    wire  [63:0] slot_data$q;
    reg  slot_data$clock;
    reg  [7:0] slot_shown$d;
    wire  [7:0] slot_shown$q;
    reg  slot_shown$clock;
    reg  [7:0] slot_new$d;
    wire  [7:0] slot_new$q;
    reg  slot_new$clock;
    reg  slot_whole$d;
    wire  slot_whole$q;
    reg  slot_whole$clock;
    reg  slot_remember$d;
    wire  slot_remember$q;
    reg  slot_remember$clock;
    reg  [2:0] slot_token$d;
    wire  [2:0] slot_token$q;
    reg  slot_token$clock;
    reg  [9:0] slot_session$d;
    wire  [9:0] slot_session$q;
    reg  slot_session$clock;
    reg  [55:0] slot_classes$d;
    wire  [55:0] slot_classes$q;
    reg  slot_classes$clock;
    reg  [7:0] slot_digits$0$d;
    wire  [7:0] slot_digits$0$q;
    reg  slot_digits$0$clock;
    reg  [7:0] slot_digits$1$d;
    wire  [7:0] slot_digits$1$q;
    reg  slot_digits$1$clock;
    reg  [7:0] slot_digits$2$d;
    wire  [7:0] slot_digits$2$q;
    reg  slot_digits$2$clock;
    reg  [7:0] slot_digits$3$d;
    wire  [7:0] slot_digits$3$q;
    reg  slot_digits$3$clock;
    reg  [7:0] slot_digits$4$d;
    wire  [7:0] slot_digits$4$q;
    reg  slot_digits$4$clock;
    reg  [7:0] slot_digits$5$d;
    wire  [7:0] slot_digits$5$q;
    reg  slot_digits$5$clock;
    reg  [7:0] slot_digits$6$d;
    wire  [7:0] slot_digits$6$q;
    reg  slot_digits$6$clock;
    reg  [7:0] slot_digits$7$d;
    wire  [7:0] slot_digits$7$q;
    reg  slot_digits$7$clock;
    reg  [7:0] slot_digits$8$d;
    wire  [7:0] slot_digits$8$q;
    reg  slot_digits$8$clock;
    reg  [7:0] slot_digits$9$d;
    wire  [7:0] slot_digits$9$q;
    reg  slot_digits$9$clock;
    reg  [15:0] slot_beat$d;
    wire  [15:0] slot_beat$q;
    reg  slot_beat$clock;
    reg  [15:0] slot_next_beat$d;
    wire  [15:0] slot_next_beat$q;
    reg  slot_next_beat$clock;
    reg  saved$clock;
    reg  saved$load;
    reg  [9:0] saved$session;
    reg  saved$store;
    reg  [15:0] saved$state;
    wire  saved$restore;
    wire  [15:0] saved$word;
    wire  saved$same_session;
    reg  [15:0] open_beat$d;
    wire  [15:0] open_beat$q;
    reg  open_beat$clock;

    // Local signals
    reg  [7:0] character;
    reg  [3:0] high_nibble;
    reg  [3:0] low_nibble;
    reg  [7:0] lanes;
    reg  [7:0] soh;
    reg  [7:0] equals;
    reg  [7:0] letter_f;
    reg  [7:0] letter_i;
    reg  [7:0] letter_x;
    reg  [7:0] letter_y;
    reg  [7:0] any_digit;
    reg  [15:0] following_beat;

    // Sub module instances
    fixnic_core$path$classify$slot_data slot_data(
        .d(slot_data$d),
        .q(slot_data$q),
        .clock(slot_data$clock)
    );
    fixnic_core$path$classify$slot_shown slot_shown(
        .d(slot_shown$d),
        .q(slot_shown$q),
        .clock(slot_shown$clock)
    );
    fixnic_core$path$classify$slot_new slot_new(
        .d(slot_new$d),
        .q(slot_new$q),
        .clock(slot_new$clock)
    );
    fixnic_core$path$classify$slot_whole slot_whole(
        .d(slot_whole$d),
        .q(slot_whole$q),
        .clock(slot_whole$clock)
    );
    fixnic_core$path$classify$slot_remember slot_remember(
        .d(slot_remember$d),
        .q(slot_remember$q),
        .clock(slot_remember$clock)
    );
    fixnic_core$path$classify$slot_token slot_token(
        .d(slot_token$d),
        .q(slot_token$q),
        .clock(slot_token$clock)
    );
    fixnic_core$path$classify$slot_session slot_session(
        .d(slot_session$d),
        .q(slot_session$q),
        .clock(slot_session$clock)
    );
    fixnic_core$path$classify$slot_classes slot_classes(
        .d(slot_classes$d),
        .q(slot_classes$q),
        .clock(slot_classes$clock)
    );
    fixnic_core$path$classify$slot_digits$0 slot_digits$0(
        .d(slot_digits$0$d),
        .q(slot_digits$0$q),
        .clock(slot_digits$0$clock)
    );
    fixnic_core$path$classify$slot_digits$1 slot_digits$1(
        .d(slot_digits$1$d),
        .q(slot_digits$1$q),
        .clock(slot_digits$1$clock)
    );
    fixnic_core$path$classify$slot_digits$2 slot_digits$2(
        .d(slot_digits$2$d),
        .q(slot_digits$2$q),
        .clock(slot_digits$2$clock)
    );
    fixnic_core$path$classify$slot_digits$3 slot_digits$3(
        .d(slot_digits$3$d),
        .q(slot_digits$3$q),
        .clock(slot_digits$3$clock)
    );
    fixnic_core$path$classify$slot_digits$4 slot_digits$4(
        .d(slot_digits$4$d),
        .q(slot_digits$4$q),
        .clock(slot_digits$4$clock)
    );
    fixnic_core$path$classify$slot_digits$5 slot_digits$5(
        .d(slot_digits$5$d),
        .q(slot_digits$5$q),
        .clock(slot_digits$5$clock)
    );
    fixnic_core$path$classify$slot_digits$6 slot_digits$6(
        .d(slot_digits$6$d),
        .q(slot_digits$6$q),
        .clock(slot_digits$6$clock)
    );
    fixnic_core$path$classify$slot_digits$7 slot_digits$7(
        .d(slot_digits$7$d),
        .q(slot_digits$7$q),
        .clock(slot_digits$7$clock)
    );
    fixnic_core$path$classify$slot_digits$8 slot_digits$8(
        .d(slot_digits$8$d),
        .q(slot_digits$8$q),
        .clock(slot_digits$8$clock)
    );
    fixnic_core$path$classify$slot_digits$9 slot_digits$9(
        .d(slot_digits$9$d),
        .q(slot_digits$9$q),
        .clock(slot_digits$9$clock)
    );
    fixnic_core$path$classify$slot_beat slot_beat(
        .d(slot_beat$d),
        .q(slot_beat$q),
        .clock(slot_beat$clock)
    );
    fixnic_core$path$classify$slot_next_beat slot_next_beat(
        .d(slot_next_beat$d),
        .q(slot_next_beat$q),
        .clock(slot_next_beat$clock)
    );
    fixnic_core$path$classify$saved saved(
        .clock(saved$clock),
        .load(saved$load),
        .session(saved$session),
        .store(saved$store),
        .state(saved$state),
        .restore(saved$restore),
        .word(saved$word),
        .same_session(saved$same_session)
    );
    fixnic_core$path$classify$open_beat open_beat(
        .d(open_beat$d),
        .q(open_beat$q),
        .clock(open_beat$clock)
    );

    // Update code
    always @(*) begin
        slot_data$clock = clock;
        slot_shown$clock = clock;
        slot_new$clock = clock;
        slot_whole$clock = clock;
        slot_remember$clock = clock;
        slot_token$clock = clock;
        slot_session$clock = clock;
        slot_classes$clock = clock;
        slot_beat$clock = clock;
        slot_next_beat$clock = clock;
        open_beat$clock = clock;
        slot_data$d = slot_data$q;
        slot_shown$d = slot_shown$q;
        slot_new$d = slot_new$q;
        slot_whole$d = slot_whole$q;
        slot_remember$d = slot_remember$q;
        slot_token$d = slot_token$q;
        slot_session$d = slot_session$q;
        slot_classes$d = slot_classes$q;
        slot_beat$d = slot_beat$q;
        slot_next_beat$d = slot_next_beat$q;
        open_beat$d = open_beat$q;
        soh = 32'h0;
        equals = 32'h0;
        letter_f = 32'h0;
        letter_i = 32'h0;
        letter_x = 32'h0;
        letter_y = 32'h0;
        character = 32'h0;
        character = data[(0 * 32'h8)+:(8)];
        soh = (soh & ~(1 << (0)) | ((character == code_soh) << (0)));
        equals = (equals & ~(1 << (0)) | ((character == code_equals) << (0)));
        letter_f = (letter_f & ~(1 << (0)) | ((character == code_f) << (0)));
        letter_i = (letter_i & ~(1 << (0)) | ((character == code_i) << (0)));
        letter_x = (letter_x & ~(1 << (0)) | ((character == code_x) << (0)));
        letter_y = (letter_y & ~(1 << (0)) | ((character == code_y) << (0)));
        character = data[(1 * 32'h8)+:(8)];
        soh = (soh & ~(1 << (1)) | ((character == code_soh) << (1)));
        equals = (equals & ~(1 << (1)) | ((character == code_equals) << (1)));
        letter_f = (letter_f & ~(1 << (1)) | ((character == code_f) << (1)));
        letter_i = (letter_i & ~(1 << (1)) | ((character == code_i) << (1)));
        letter_x = (letter_x & ~(1 << (1)) | ((character == code_x) << (1)));
        letter_y = (letter_y & ~(1 << (1)) | ((character == code_y) << (1)));
        character = data[(2 * 32'h8)+:(8)];
        soh = (soh & ~(1 << (2)) | ((character == code_soh) << (2)));
        equals = (equals & ~(1 << (2)) | ((character == code_equals) << (2)));
        letter_f = (letter_f & ~(1 << (2)) | ((character == code_f) << (2)));
        letter_i = (letter_i & ~(1 << (2)) | ((character == code_i) << (2)));
        letter_x = (letter_x & ~(1 << (2)) | ((character == code_x) << (2)));
        letter_y = (letter_y & ~(1 << (2)) | ((character == code_y) << (2)));
        character = data[(3 * 32'h8)+:(8)];
        soh = (soh & ~(1 << (3)) | ((character == code_soh) << (3)));
        equals = (equals & ~(1 << (3)) | ((character == code_equals) << (3)));
        letter_f = (letter_f & ~(1 << (3)) | ((character == code_f) << (3)));
        letter_i = (letter_i & ~(1 << (3)) | ((character == code_i) << (3)));
        letter_x = (letter_x & ~(1 << (3)) | ((character == code_x) << (3)));
        letter_y = (letter_y & ~(1 << (3)) | ((character == code_y) << (3)));
        character = data[(4 * 32'h8)+:(8)];
        soh = (soh & ~(1 << (4)) | ((character == code_soh) << (4)));
        equals = (equals & ~(1 << (4)) | ((character == code_equals) << (4)));
        letter_f = (letter_f & ~(1 << (4)) | ((character == code_f) << (4)));
        letter_i = (letter_i & ~(1 << (4)) | ((character == code_i) << (4)));
        letter_x = (letter_x & ~(1 << (4)) | ((character == code_x) << (4)));
        letter_y = (letter_y & ~(1 << (4)) | ((character == code_y) << (4)));
        character = data[(5 * 32'h8)+:(8)];
        soh = (soh & ~(1 << (5)) | ((character == code_soh) << (5)));
        equals = (equals & ~(1 << (5)) | ((character == code_equals) << (5)));
        letter_f = (letter_f & ~(1 << (5)) | ((character == code_f) << (5)));
        letter_i = (letter_i & ~(1 << (5)) | ((character == code_i) << (5)));
        letter_x = (letter_x & ~(1 << (5)) | ((character == code_x) << (5)));
        letter_y = (letter_y & ~(1 << (5)) | ((character == code_y) << (5)));
        character = data[(6 * 32'h8)+:(8)];
        soh = (soh & ~(1 << (6)) | ((character == code_soh) << (6)));
        equals = (equals & ~(1 << (6)) | ((character == code_equals) << (6)));
        letter_f = (letter_f & ~(1 << (6)) | ((character == code_f) << (6)));
        letter_i = (letter_i & ~(1 << (6)) | ((character == code_i) << (6)));
        letter_x = (letter_x & ~(1 << (6)) | ((character == code_x) << (6)));
        letter_y = (letter_y & ~(1 << (6)) | ((character == code_y) << (6)));
        character = data[(7 * 32'h8)+:(8)];
        soh = (soh & ~(1 << (7)) | ((character == code_soh) << (7)));
        equals = (equals & ~(1 << (7)) | ((character == code_equals) << (7)));
        letter_f = (letter_f & ~(1 << (7)) | ((character == code_f) << (7)));
        letter_i = (letter_i & ~(1 << (7)) | ((character == code_i) << (7)));
        letter_x = (letter_x & ~(1 << (7)) | ((character == code_x) << (7)));
        letter_y = (letter_y & ~(1 << (7)) | ((character == code_y) << (7)));
        any_digit = 32'h0;
        lanes = 32'h0;
        high_nibble = 32'h0;
        low_nibble = 32'h0;
        lanes = 32'h0;
        low_nibble = data[(0 * 32'h8)+:(4)];
        high_nibble = data[((0 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (0)) | (((low_nibble == 0) & (high_nibble == digits_high_nibble)) << (0)));
        low_nibble = data[(1 * 32'h8)+:(4)];
        high_nibble = data[((1 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (1)) | (((low_nibble == 0) & (high_nibble == digits_high_nibble)) << (1)));
        low_nibble = data[(2 * 32'h8)+:(4)];
        high_nibble = data[((2 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (2)) | (((low_nibble == 0) & (high_nibble == digits_high_nibble)) << (2)));
        low_nibble = data[(3 * 32'h8)+:(4)];
        high_nibble = data[((3 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (3)) | (((low_nibble == 0) & (high_nibble == digits_high_nibble)) << (3)));
        low_nibble = data[(4 * 32'h8)+:(4)];
        high_nibble = data[((4 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (4)) | (((low_nibble == 0) & (high_nibble == digits_high_nibble)) << (4)));
        low_nibble = data[(5 * 32'h8)+:(4)];
        high_nibble = data[((5 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (5)) | (((low_nibble == 0) & (high_nibble == digits_high_nibble)) << (5)));
        low_nibble = data[(6 * 32'h8)+:(4)];
        high_nibble = data[((6 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (6)) | (((low_nibble == 0) & (high_nibble == digits_high_nibble)) << (6)));
        low_nibble = data[(7 * 32'h8)+:(4)];
        high_nibble = data[((7 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (7)) | (((low_nibble == 0) & (high_nibble == digits_high_nibble)) << (7)));
        slot_digits$0$clock = clock;
        slot_digits$0$d = lanes & shown;
        any_digit = any_digit | lanes;
        lanes = 32'h0;
        low_nibble = data[(0 * 32'h8)+:(4)];
        high_nibble = data[((0 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (0)) | (((low_nibble == 1) & (high_nibble == digits_high_nibble)) << (0)));
        low_nibble = data[(1 * 32'h8)+:(4)];
        high_nibble = data[((1 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (1)) | (((low_nibble == 1) & (high_nibble == digits_high_nibble)) << (1)));
        low_nibble = data[(2 * 32'h8)+:(4)];
        high_nibble = data[((2 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (2)) | (((low_nibble == 1) & (high_nibble == digits_high_nibble)) << (2)));
        low_nibble = data[(3 * 32'h8)+:(4)];
        high_nibble = data[((3 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (3)) | (((low_nibble == 1) & (high_nibble == digits_high_nibble)) << (3)));
        low_nibble = data[(4 * 32'h8)+:(4)];
        high_nibble = data[((4 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (4)) | (((low_nibble == 1) & (high_nibble == digits_high_nibble)) << (4)));
        low_nibble = data[(5 * 32'h8)+:(4)];
        high_nibble = data[((5 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (5)) | (((low_nibble == 1) & (high_nibble == digits_high_nibble)) << (5)));
        low_nibble = data[(6 * 32'h8)+:(4)];
        high_nibble = data[((6 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (6)) | (((low_nibble == 1) & (high_nibble == digits_high_nibble)) << (6)));
        low_nibble = data[(7 * 32'h8)+:(4)];
        high_nibble = data[((7 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (7)) | (((low_nibble == 1) & (high_nibble == digits_high_nibble)) << (7)));
        slot_digits$1$clock = clock;
        slot_digits$1$d = lanes & shown;
        any_digit = any_digit | lanes;
        lanes = 32'h0;
        low_nibble = data[(0 * 32'h8)+:(4)];
        high_nibble = data[((0 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (0)) | (((low_nibble == 2) & (high_nibble == digits_high_nibble)) << (0)));
        low_nibble = data[(1 * 32'h8)+:(4)];
        high_nibble = data[((1 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (1)) | (((low_nibble == 2) & (high_nibble == digits_high_nibble)) << (1)));
        low_nibble = data[(2 * 32'h8)+:(4)];
        high_nibble = data[((2 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (2)) | (((low_nibble == 2) & (high_nibble == digits_high_nibble)) << (2)));
        low_nibble = data[(3 * 32'h8)+:(4)];
        high_nibble = data[((3 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (3)) | (((low_nibble == 2) & (high_nibble == digits_high_nibble)) << (3)));
        low_nibble = data[(4 * 32'h8)+:(4)];
        high_nibble = data[((4 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (4)) | (((low_nibble == 2) & (high_nibble == digits_high_nibble)) << (4)));
        low_nibble = data[(5 * 32'h8)+:(4)];
        high_nibble = data[((5 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (5)) | (((low_nibble == 2) & (high_nibble == digits_high_nibble)) << (5)));
        low_nibble = data[(6 * 32'h8)+:(4)];
        high_nibble = data[((6 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (6)) | (((low_nibble == 2) & (high_nibble == digits_high_nibble)) << (6)));
        low_nibble = data[(7 * 32'h8)+:(4)];
        high_nibble = data[((7 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (7)) | (((low_nibble == 2) & (high_nibble == digits_high_nibble)) << (7)));
        slot_digits$2$clock = clock;
        slot_digits$2$d = lanes & shown;
        any_digit = any_digit | lanes;
        lanes = 32'h0;
        low_nibble = data[(0 * 32'h8)+:(4)];
        high_nibble = data[((0 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (0)) | (((low_nibble == 3) & (high_nibble == digits_high_nibble)) << (0)));
        low_nibble = data[(1 * 32'h8)+:(4)];
        high_nibble = data[((1 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (1)) | (((low_nibble == 3) & (high_nibble == digits_high_nibble)) << (1)));
        low_nibble = data[(2 * 32'h8)+:(4)];
        high_nibble = data[((2 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (2)) | (((low_nibble == 3) & (high_nibble == digits_high_nibble)) << (2)));
        low_nibble = data[(3 * 32'h8)+:(4)];
        high_nibble = data[((3 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (3)) | (((low_nibble == 3) & (high_nibble == digits_high_nibble)) << (3)));
        low_nibble = data[(4 * 32'h8)+:(4)];
        high_nibble = data[((4 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (4)) | (((low_nibble == 3) & (high_nibble == digits_high_nibble)) << (4)));
        low_nibble = data[(5 * 32'h8)+:(4)];
        high_nibble = data[((5 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (5)) | (((low_nibble == 3) & (high_nibble == digits_high_nibble)) << (5)));
        low_nibble = data[(6 * 32'h8)+:(4)];
        high_nibble = data[((6 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (6)) | (((low_nibble == 3) & (high_nibble == digits_high_nibble)) << (6)));
        low_nibble = data[(7 * 32'h8)+:(4)];
        high_nibble = data[((7 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (7)) | (((low_nibble == 3) & (high_nibble == digits_high_nibble)) << (7)));
        slot_digits$3$clock = clock;
        slot_digits$3$d = lanes & shown;
        any_digit = any_digit | lanes;
        lanes = 32'h0;
        low_nibble = data[(0 * 32'h8)+:(4)];
        high_nibble = data[((0 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (0)) | (((low_nibble == 4) & (high_nibble == digits_high_nibble)) << (0)));
        low_nibble = data[(1 * 32'h8)+:(4)];
        high_nibble = data[((1 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (1)) | (((low_nibble == 4) & (high_nibble == digits_high_nibble)) << (1)));
        low_nibble = data[(2 * 32'h8)+:(4)];
        high_nibble = data[((2 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (2)) | (((low_nibble == 4) & (high_nibble == digits_high_nibble)) << (2)));
        low_nibble = data[(3 * 32'h8)+:(4)];
        high_nibble = data[((3 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (3)) | (((low_nibble == 4) & (high_nibble == digits_high_nibble)) << (3)));
        low_nibble = data[(4 * 32'h8)+:(4)];
        high_nibble = data[((4 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (4)) | (((low_nibble == 4) & (high_nibble == digits_high_nibble)) << (4)));
        low_nibble = data[(5 * 32'h8)+:(4)];
        high_nibble = data[((5 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (5)) | (((low_nibble == 4) & (high_nibble == digits_high_nibble)) << (5)));
        low_nibble = data[(6 * 32'h8)+:(4)];
        high_nibble = data[((6 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (6)) | (((low_nibble == 4) & (high_nibble == digits_high_nibble)) << (6)));
        low_nibble = data[(7 * 32'h8)+:(4)];
        high_nibble = data[((7 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (7)) | (((low_nibble == 4) & (high_nibble == digits_high_nibble)) << (7)));
        slot_digits$4$clock = clock;
        slot_digits$4$d = lanes & shown;
        any_digit = any_digit | lanes;
        lanes = 32'h0;
        low_nibble = data[(0 * 32'h8)+:(4)];
        high_nibble = data[((0 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (0)) | (((low_nibble == 5) & (high_nibble == digits_high_nibble)) << (0)));
        low_nibble = data[(1 * 32'h8)+:(4)];
        high_nibble = data[((1 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (1)) | (((low_nibble == 5) & (high_nibble == digits_high_nibble)) << (1)));
        low_nibble = data[(2 * 32'h8)+:(4)];
        high_nibble = data[((2 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (2)) | (((low_nibble == 5) & (high_nibble == digits_high_nibble)) << (2)));
        low_nibble = data[(3 * 32'h8)+:(4)];
        high_nibble = data[((3 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (3)) | (((low_nibble == 5) & (high_nibble == digits_high_nibble)) << (3)));
        low_nibble = data[(4 * 32'h8)+:(4)];
        high_nibble = data[((4 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (4)) | (((low_nibble == 5) & (high_nibble == digits_high_nibble)) << (4)));
        low_nibble = data[(5 * 32'h8)+:(4)];
        high_nibble = data[((5 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (5)) | (((low_nibble == 5) & (high_nibble == digits_high_nibble)) << (5)));
        low_nibble = data[(6 * 32'h8)+:(4)];
        high_nibble = data[((6 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (6)) | (((low_nibble == 5) & (high_nibble == digits_high_nibble)) << (6)));
        low_nibble = data[(7 * 32'h8)+:(4)];
        high_nibble = data[((7 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (7)) | (((low_nibble == 5) & (high_nibble == digits_high_nibble)) << (7)));
        slot_digits$5$clock = clock;
        slot_digits$5$d = lanes & shown;
        any_digit = any_digit | lanes;
        lanes = 32'h0;
        low_nibble = data[(0 * 32'h8)+:(4)];
        high_nibble = data[((0 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (0)) | (((low_nibble == 6) & (high_nibble == digits_high_nibble)) << (0)));
        low_nibble = data[(1 * 32'h8)+:(4)];
        high_nibble = data[((1 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (1)) | (((low_nibble == 6) & (high_nibble == digits_high_nibble)) << (1)));
        low_nibble = data[(2 * 32'h8)+:(4)];
        high_nibble = data[((2 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (2)) | (((low_nibble == 6) & (high_nibble == digits_high_nibble)) << (2)));
        low_nibble = data[(3 * 32'h8)+:(4)];
        high_nibble = data[((3 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (3)) | (((low_nibble == 6) & (high_nibble == digits_high_nibble)) << (3)));
        low_nibble = data[(4 * 32'h8)+:(4)];
        high_nibble = data[((4 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (4)) | (((low_nibble == 6) & (high_nibble == digits_high_nibble)) << (4)));
        low_nibble = data[(5 * 32'h8)+:(4)];
        high_nibble = data[((5 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (5)) | (((low_nibble == 6) & (high_nibble == digits_high_nibble)) << (5)));
        low_nibble = data[(6 * 32'h8)+:(4)];
        high_nibble = data[((6 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (6)) | (((low_nibble == 6) & (high_nibble == digits_high_nibble)) << (6)));
        low_nibble = data[(7 * 32'h8)+:(4)];
        high_nibble = data[((7 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (7)) | (((low_nibble == 6) & (high_nibble == digits_high_nibble)) << (7)));
        slot_digits$6$clock = clock;
        slot_digits$6$d = lanes & shown;
        any_digit = any_digit | lanes;
        lanes = 32'h0;
        low_nibble = data[(0 * 32'h8)+:(4)];
        high_nibble = data[((0 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (0)) | (((low_nibble == 7) & (high_nibble == digits_high_nibble)) << (0)));
        low_nibble = data[(1 * 32'h8)+:(4)];
        high_nibble = data[((1 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (1)) | (((low_nibble == 7) & (high_nibble == digits_high_nibble)) << (1)));
        low_nibble = data[(2 * 32'h8)+:(4)];
        high_nibble = data[((2 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (2)) | (((low_nibble == 7) & (high_nibble == digits_high_nibble)) << (2)));
        low_nibble = data[(3 * 32'h8)+:(4)];
        high_nibble = data[((3 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (3)) | (((low_nibble == 7) & (high_nibble == digits_high_nibble)) << (3)));
        low_nibble = data[(4 * 32'h8)+:(4)];
        high_nibble = data[((4 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (4)) | (((low_nibble == 7) & (high_nibble == digits_high_nibble)) << (4)));
        low_nibble = data[(5 * 32'h8)+:(4)];
        high_nibble = data[((5 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (5)) | (((low_nibble == 7) & (high_nibble == digits_high_nibble)) << (5)));
        low_nibble = data[(6 * 32'h8)+:(4)];
        high_nibble = data[((6 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (6)) | (((low_nibble == 7) & (high_nibble == digits_high_nibble)) << (6)));
        low_nibble = data[(7 * 32'h8)+:(4)];
        high_nibble = data[((7 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (7)) | (((low_nibble == 7) & (high_nibble == digits_high_nibble)) << (7)));
        slot_digits$7$clock = clock;
        slot_digits$7$d = lanes & shown;
        any_digit = any_digit | lanes;
        lanes = 32'h0;
        low_nibble = data[(0 * 32'h8)+:(4)];
        high_nibble = data[((0 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (0)) | (((low_nibble == 8) & (high_nibble == digits_high_nibble)) << (0)));
        low_nibble = data[(1 * 32'h8)+:(4)];
        high_nibble = data[((1 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (1)) | (((low_nibble == 8) & (high_nibble == digits_high_nibble)) << (1)));
        low_nibble = data[(2 * 32'h8)+:(4)];
        high_nibble = data[((2 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (2)) | (((low_nibble == 8) & (high_nibble == digits_high_nibble)) << (2)));
        low_nibble = data[(3 * 32'h8)+:(4)];
        high_nibble = data[((3 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (3)) | (((low_nibble == 8) & (high_nibble == digits_high_nibble)) << (3)));
        low_nibble = data[(4 * 32'h8)+:(4)];
        high_nibble = data[((4 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (4)) | (((low_nibble == 8) & (high_nibble == digits_high_nibble)) << (4)));
        low_nibble = data[(5 * 32'h8)+:(4)];
        high_nibble = data[((5 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (5)) | (((low_nibble == 8) & (high_nibble == digits_high_nibble)) << (5)));
        low_nibble = data[(6 * 32'h8)+:(4)];
        high_nibble = data[((6 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (6)) | (((low_nibble == 8) & (high_nibble == digits_high_nibble)) << (6)));
        low_nibble = data[(7 * 32'h8)+:(4)];
        high_nibble = data[((7 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (7)) | (((low_nibble == 8) & (high_nibble == digits_high_nibble)) << (7)));
        slot_digits$8$clock = clock;
        slot_digits$8$d = lanes & shown;
        any_digit = any_digit | lanes;
        lanes = 32'h0;
        low_nibble = data[(0 * 32'h8)+:(4)];
        high_nibble = data[((0 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (0)) | (((low_nibble == 9) & (high_nibble == digits_high_nibble)) << (0)));
        low_nibble = data[(1 * 32'h8)+:(4)];
        high_nibble = data[((1 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (1)) | (((low_nibble == 9) & (high_nibble == digits_high_nibble)) << (1)));
        low_nibble = data[(2 * 32'h8)+:(4)];
        high_nibble = data[((2 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (2)) | (((low_nibble == 9) & (high_nibble == digits_high_nibble)) << (2)));
        low_nibble = data[(3 * 32'h8)+:(4)];
        high_nibble = data[((3 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (3)) | (((low_nibble == 9) & (high_nibble == digits_high_nibble)) << (3)));
        low_nibble = data[(4 * 32'h8)+:(4)];
        high_nibble = data[((4 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (4)) | (((low_nibble == 9) & (high_nibble == digits_high_nibble)) << (4)));
        low_nibble = data[(5 * 32'h8)+:(4)];
        high_nibble = data[((5 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (5)) | (((low_nibble == 9) & (high_nibble == digits_high_nibble)) << (5)));
        low_nibble = data[(6 * 32'h8)+:(4)];
        high_nibble = data[((6 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (6)) | (((low_nibble == 9) & (high_nibble == digits_high_nibble)) << (6)));
        low_nibble = data[(7 * 32'h8)+:(4)];
        high_nibble = data[((7 * 32'h8) + 32'h4)+:(4)];
        lanes = (lanes & ~(1 << (7)) | (((low_nibble == 9) & (high_nibble == digits_high_nibble)) << (7)));
        slot_digits$9$clock = clock;
        slot_digits$9$d = lanes & shown;
        any_digit = any_digit | lanes;
        slot_classes$d[(64'h0)+:(8)] = soh & shown;
        slot_classes$d[(64'h8)+:(8)] = equals & shown;
        slot_classes$d[(64'h10)+:(8)] = letter_f & shown;
        slot_classes$d[(64'h18)+:(8)] = letter_i & shown;
        slot_classes$d[(64'h20)+:(8)] = letter_x & shown;
        slot_classes$d[(64'h28)+:(8)] = letter_y & shown;
        slot_classes$d[(64'h30)+:(8)] = any_digit & shown;
        following_beat = open_beat$q + 32'h1;
        slot_beat$d = open_beat$q;
        slot_next_beat$d = following_beat;
        if (whole) begin
            open_beat$d = following_beat;
        end
        saved$clock = clock;
        saved$load = token[(64'h0)+:(1)];
        saved$session = session;
        saved$store = slot_token$q[(64'h2)+:(1)];
        saved$state = open_beat$q;
        if (saved$restore) begin
            open_beat$d = saved$word;
            if (fresh) begin
                open_beat$d = fresh_beat;
            end
        end
        slot_data$d = data;
        slot_shown$d = shown;
        slot_new$d = new_lanes;
        slot_whole$d = whole;
        slot_remember$d = whole | replay;
        slot_token$d = token;
        slot_session$d = session;
        data_out = slot_data$q;
        shown_out = slot_shown$q;
        new_lanes_out = slot_new$q;
        whole_out = slot_whole$q;
        remember = slot_remember$q;
        token_out = slot_token$q;
        session_out = slot_session$q;
        classes = slot_classes$q;
        is_digit$0 = slot_digits$0$q;
        is_digit$1 = slot_digits$1$q;
        is_digit$2 = slot_digits$2$q;
        is_digit$3 = slot_digits$3$q;
        is_digit$4 = slot_digits$4$q;
        is_digit$5 = slot_digits$5$q;
        is_digit$6 = slot_digits$6$q;
        is_digit$7 = slot_digits$7$q;
        is_digit$8 = slot_digits$8$q;
        is_digit$9 = slot_digits$9$q;
        beat = slot_beat$q;
        next_beat = slot_next_beat$q;
    end

endmodule // fixnic_core$path$classify

module fixnic_core$path$classify$open_beat(d,q,clock);

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

endmodule // fixnic_core$path$classify$open_beat

module fixnic_core$path$classify$saved(clock,load,session,store,state,restore,word,same_session);

    // Module arguments
    input wire  clock;
    input wire  load;
    input wire  [9:0] session;
    input wire  store;
    input wire  [15:0] state;
    output reg  restore;
    output reg  [15:0] word;
    output reg  same_session;

    // Stub signals
    reg  ram$clock;
    reg  [9:0] ram$read_address;
    wire  [15:0] ram$read_data;
    reg  [9:0] ram$write_address;
    reg  [15:0] ram$write_data;
    reg  ram$write_enable;
    reg  [15:0] fetched$d;
    wire  [15:0] fetched$q;
    reg  fetched$clock;
    reg  load_1$d;
    wire  load_1$q;
    reg  load_1$clock;
    reg  load_2$d;
    wire  load_2$q;
    reg  load_2$clock;
    reg  [9:0] session_1$d;
    wire  [9:0] session_1$q;
    reg  session_1$clock;
    reg  [9:0] session_2$d;
    wire  [9:0] session_2$q;
    reg  session_2$clock;
    reg  [9:0] owner$d;
    wire  [9:0] owner$q;
    reg  owner$clock;
    reg  same$d;
    wire  same$q;
    reg  same$clock;

    // Sub module instances
    fixnic_core$path$classify$saved$ram ram(
        .clock(ram$clock),
        .read_address(ram$read_address),
        .read_data(ram$read_data),
        .write_address(ram$write_address),
        .write_data(ram$write_data),
        .write_enable(ram$write_enable)
    );
    fixnic_core$path$classify$saved$fetched fetched(
        .d(fetched$d),
        .q(fetched$q),
        .clock(fetched$clock)
    );
    fixnic_core$path$classify$saved$load_1 load_1(
        .d(load_1$d),
        .q(load_1$q),
        .clock(load_1$clock)
    );
    fixnic_core$path$classify$saved$load_2 load_2(
        .d(load_2$d),
        .q(load_2$q),
        .clock(load_2$clock)
    );
    fixnic_core$path$classify$saved$session_1 session_1(
        .d(session_1$d),
        .q(session_1$q),
        .clock(session_1$clock)
    );
    fixnic_core$path$classify$saved$session_2 session_2(
        .d(session_2$d),
        .q(session_2$q),
        .clock(session_2$clock)
    );
    fixnic_core$path$classify$saved$owner owner(
        .d(owner$d),
        .q(owner$q),
        .clock(owner$clock)
    );
    fixnic_core$path$classify$saved$same same(
        .d(same$d),
        .q(same$q),
        .clock(same$clock)
    );

    // Update code
    always @(*) begin
        fetched$clock = clock;
        load_1$clock = clock;
        load_2$clock = clock;
        session_1$clock = clock;
        session_2$clock = clock;
        owner$clock = clock;
        same$clock = clock;
        fetched$d = fetched$q;
        load_1$d = load_1$q;
        load_2$d = load_2$q;
        session_1$d = session_1$q;
        session_2$d = session_2$q;
        owner$d = owner$q;
        same$d = same$q;
        ram$clock = clock;
        ram$read_address = session;
        ram$write_address = owner$q;
        ram$write_data = state;
        ram$write_enable = store;
        load_1$d = load;
        session_1$d = session;
        load_2$d = load_1$q;
        session_2$d = session_1$q;
        fetched$d = ram$read_data;
        same$d = session_1$q == owner$q;
        if (load_2$q) begin
            owner$d = session_2$q;
        end
        restore = load_2$q;
        word = fetched$q;
        same_session = same$q;
    end

endmodule // fixnic_core$path$classify$saved

module fixnic_core$path$classify$saved$fetched(d,q,clock);

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

endmodule // fixnic_core$path$classify$saved$fetched

module fixnic_core$path$classify$saved$load_1(d,q,clock);

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

endmodule // fixnic_core$path$classify$saved$load_1

module fixnic_core$path$classify$saved$load_2(d,q,clock);

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

endmodule // fixnic_core$path$classify$saved$load_2

module fixnic_core$path$classify$saved$owner(d,q,clock);

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

endmodule // fixnic_core$path$classify$saved$owner

module fixnic_core$path$classify$saved$ram(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [9:0] read_address;
    output reg  [15:0] read_data;
    input wire  [9:0] write_address;
    input wire  [15:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [15:0] words [0:1023];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_core$path$classify$saved$ram

module fixnic_core$path$classify$saved$same(d,q,clock);

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

endmodule // fixnic_core$path$classify$saved$same

module fixnic_core$path$classify$saved$session_1(d,q,clock);

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

endmodule // fixnic_core$path$classify$saved$session_1

module fixnic_core$path$classify$saved$session_2(d,q,clock);

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

endmodule // fixnic_core$path$classify$saved$session_2

module fixnic_core$path$classify$slot_beat(d,q,clock);

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

endmodule // fixnic_core$path$classify$slot_beat

module fixnic_core$path$classify$slot_classes(d,q,clock);

    // Module arguments
    input wire  [55:0] d;
    output reg  [55:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 56'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$path$classify$slot_classes

module fixnic_core$path$classify$slot_data(d,q,clock);

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

endmodule // fixnic_core$path$classify$slot_data

module fixnic_core$path$classify$slot_digits$0(d,q,clock);

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

endmodule // fixnic_core$path$classify$slot_digits$0

module fixnic_core$path$classify$slot_digits$1(d,q,clock);

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

endmodule // fixnic_core$path$classify$slot_digits$1

module fixnic_core$path$classify$slot_digits$2(d,q,clock);

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

endmodule // fixnic_core$path$classify$slot_digits$2

module fixnic_core$path$classify$slot_digits$3(d,q,clock);

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

endmodule // fixnic_core$path$classify$slot_digits$3

module fixnic_core$path$classify$slot_digits$4(d,q,clock);

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

endmodule // fixnic_core$path$classify$slot_digits$4

module fixnic_core$path$classify$slot_digits$5(d,q,clock);

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

endmodule // fixnic_core$path$classify$slot_digits$5

module fixnic_core$path$classify$slot_digits$6(d,q,clock);

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

endmodule // fixnic_core$path$classify$slot_digits$6

module fixnic_core$path$classify$slot_digits$7(d,q,clock);

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

endmodule // fixnic_core$path$classify$slot_digits$7

module fixnic_core$path$classify$slot_digits$8(d,q,clock);

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

endmodule // fixnic_core$path$classify$slot_digits$8

module fixnic_core$path$classify$slot_digits$9(d,q,clock);

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

endmodule // fixnic_core$path$classify$slot_digits$9

module fixnic_core$path$classify$slot_new(d,q,clock);

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

endmodule // fixnic_core$path$classify$slot_new

module fixnic_core$path$classify$slot_next_beat(d,q,clock);

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

endmodule // fixnic_core$path$classify$slot_next_beat

module fixnic_core$path$classify$slot_remember(d,q,clock);

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

endmodule // fixnic_core$path$classify$slot_remember

module fixnic_core$path$classify$slot_session(d,q,clock);

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

endmodule // fixnic_core$path$classify$slot_session

module fixnic_core$path$classify$slot_shown(d,q,clock);

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

endmodule // fixnic_core$path$classify$slot_shown

module fixnic_core$path$classify$slot_token(d,q,clock);

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

endmodule // fixnic_core$path$classify$slot_token

module fixnic_core$path$classify$slot_whole(d,q,clock);

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

endmodule // fixnic_core$path$classify$slot_whole

module fixnic_core$path$command_active(d,q,clock);

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

endmodule // fixnic_core$path$command_active

module fixnic_core$path$command_arms(d,q,clock);

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

endmodule // fixnic_core$path$command_arms

module fixnic_core$path$command_before_start(d,q,clock);

    // Module arguments
    input wire  [18:0] d;
    output reg  [18:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 19'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$path$command_before_start

module fixnic_core$path$command_end(d,q,clock);

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

endmodule // fixnic_core$path$command_end

module fixnic_core$path$command_expected(d,q,clock);

    // Module arguments
    input wire  [39:0] d;
    output reg  [39:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 40'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$path$command_expected

module fixnic_core$path$command_load(d,q,clock);

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

endmodule // fixnic_core$path$command_load

module fixnic_core$path$command_session(d,q,clock);

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

endmodule // fixnic_core$path$command_session

module fixnic_core$path$command_start(d,q,clock);

    // Module arguments
    input wire  [18:0] d;
    output reg  [18:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 19'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$path$command_start

module fixnic_core$path$command_wait(d,q,clock);

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

endmodule // fixnic_core$path$command_wait

module fixnic_core$path$digits(clock,data,digit,planes,token,session,value,marks,header_marks,length_digits$0,length_digits$1,length_digits$2,length_digits$3,length_digits$4,end_marks,check_digits$0,check_digits$1,check_digits$2,pair_sums$0,pair_sums$1,pair_sums$2,pair_sums$3,token_out,session_out,end_marks_out,value_digits,value_count,starts,not_digit,ambiguous,flags,found,header_bad,end_units,end_hundreds,end_thousands,soh_any,soh_many,type_first_valid,type_first,type_second_valid,type_second,check_tens,check_hundreds,sum);

    // Module arguments
    input wire  clock;
    input wire  [63:0] data;
    input wire  [7:0] digit;
    input wire  [31:0] planes;
    input wire  [2:0] token;
    input wire  [9:0] session;
    input wire  [24:0] value;
    input wire  [28:0] marks;
    input wire  [44:0] header_marks;
    input wire  [3:0] length_digits$0;
    input wire  [3:0] length_digits$1;
    input wire  [3:0] length_digits$2;
    input wire  [3:0] length_digits$3;
    input wire  [3:0] length_digits$4;
    input wire  [3:0] end_marks;
    input wire  [3:0] check_digits$0;
    input wire  [3:0] check_digits$1;
    input wire  [3:0] check_digits$2;
    input wire  [7:0] pair_sums$0;
    input wire  [7:0] pair_sums$1;
    input wire  [7:0] pair_sums$2;
    input wire  [7:0] pair_sums$3;
    output reg  [2:0] token_out;
    output reg  [9:0] session_out;
    output reg  [3:0] end_marks_out;
    output reg  [31:0] value_digits;
    output reg  [7:0] value_count;
    output reg  starts;
    output reg  not_digit;
    output reg  ambiguous;
    output reg  [3:0] flags;
    output reg  found;
    output reg  header_bad;
    output reg  [18:0] end_units;
    output reg  [10:0] end_hundreds;
    output reg  [16:0] end_thousands;
    output reg  soh_any;
    output reg  soh_many;
    output reg  type_first_valid;
    output reg  [7:0] type_first;
    output reg  type_second_valid;
    output reg  [7:0] type_second;
    output reg  [6:0] check_tens;
    output reg  [9:0] check_hundreds;
    output reg  [7:0] sum;

    // Stub signals
    reg  [2:0] slot_token$d;
    wire  [2:0] slot_token$q;
    reg  slot_token$clock;
    reg  [9:0] slot_session$d;
    wire  [9:0] slot_session$q;
    reg  slot_session$clock;
    reg  [3:0] slot_end$d;
    wire  [3:0] slot_end$q;
    reg  slot_end$clock;
    reg  [31:0] slot_value_digits$d;
    wire  [31:0] slot_value_digits$q;
    reg  slot_value_digits$clock;
    reg  [7:0] slot_value_count$d;
    wire  [7:0] slot_value_count$q;
    reg  slot_value_count$clock;
    reg  slot_starts$d;
    wire  slot_starts$q;
    reg  slot_starts$clock;
    reg  slot_not_digit$d;
    wire  slot_not_digit$q;
    reg  slot_not_digit$clock;
    reg  slot_ambiguous$d;
    wire  slot_ambiguous$q;
    reg  slot_ambiguous$clock;
    reg  [3:0] slot_flags$d;
    wire  [3:0] slot_flags$q;
    reg  slot_flags$clock;
    reg  slot_found$d;
    wire  slot_found$q;
    reg  slot_found$clock;
    reg  slot_header_bad$d;
    wire  slot_header_bad$q;
    reg  slot_header_bad$clock;
    reg  [18:0] slot_end_units$d;
    wire  [18:0] slot_end_units$q;
    reg  slot_end_units$clock;
    reg  [10:0] slot_end_hundreds$d;
    wire  [10:0] slot_end_hundreds$q;
    reg  slot_end_hundreds$clock;
    reg  [16:0] slot_end_thousands$d;
    wire  [16:0] slot_end_thousands$q;
    reg  slot_end_thousands$clock;
    reg  slot_soh_any$d;
    wire  slot_soh_any$q;
    reg  slot_soh_any$clock;
    reg  slot_soh_many$d;
    wire  slot_soh_many$q;
    reg  slot_soh_many$clock;
    reg  slot_first_valid$d;
    wire  slot_first_valid$q;
    reg  slot_first_valid$clock;
    reg  [7:0] slot_first$d;
    wire  [7:0] slot_first$q;
    reg  slot_first$clock;
    reg  slot_second_valid$d;
    wire  slot_second_valid$q;
    reg  slot_second_valid$clock;
    reg  [7:0] slot_second$d;
    wire  [7:0] slot_second$q;
    reg  slot_second$clock;
    reg  [6:0] slot_check_tens$d;
    wire  [6:0] slot_check_tens$q;
    reg  slot_check_tens$clock;
    reg  [9:0] slot_check_hundreds$d;
    wire  [9:0] slot_check_hundreds$q;
    reg  slot_check_hundreds$clock;
    reg  [7:0] slot_sum$d;
    wire  [7:0] slot_sum$q;
    reg  slot_sum$clock;

    // Local signals
    reg  [7:0] lane;
    reg  [3:0] nibble;
    reg  [31:0] pack;
    reg  [7:0] count;
    reg  [7:0] region;
    reg  [7:0] last;
    reg  [7:0] seq_nums;
    reg  [7:0] before_seq_num;
    reg  [7:0] second_seq_num;
    reg  seen;
    reg  unseen;
    reg  [7:0] poss_dups;
    reg  [7:0] first_poss_dup;
    reg  [7:0] sohs;
    reg  [7:0] second_soh;
    reg  [4:0] units_and_7;
    reg  [10:0] tens;
    reg  [10:0] hundreds;
    reg  [16:0] thousands;
    reg  [16:0] ten_thousands;
    reg  [6:0] check_tens_only;
    reg  [9:0] check_hundreds_only;
    reg  too_short;
    reg  [7:0] type_lanes;
    reg  [7:0] character;

    // Sub module instances
    fixnic_core$path$digits$slot_token slot_token(
        .d(slot_token$d),
        .q(slot_token$q),
        .clock(slot_token$clock)
    );
    fixnic_core$path$digits$slot_session slot_session(
        .d(slot_session$d),
        .q(slot_session$q),
        .clock(slot_session$clock)
    );
    fixnic_core$path$digits$slot_end slot_end(
        .d(slot_end$d),
        .q(slot_end$q),
        .clock(slot_end$clock)
    );
    fixnic_core$path$digits$slot_value_digits slot_value_digits(
        .d(slot_value_digits$d),
        .q(slot_value_digits$q),
        .clock(slot_value_digits$clock)
    );
    fixnic_core$path$digits$slot_value_count slot_value_count(
        .d(slot_value_count$d),
        .q(slot_value_count$q),
        .clock(slot_value_count$clock)
    );
    fixnic_core$path$digits$slot_starts slot_starts(
        .d(slot_starts$d),
        .q(slot_starts$q),
        .clock(slot_starts$clock)
    );
    fixnic_core$path$digits$slot_not_digit slot_not_digit(
        .d(slot_not_digit$d),
        .q(slot_not_digit$q),
        .clock(slot_not_digit$clock)
    );
    fixnic_core$path$digits$slot_ambiguous slot_ambiguous(
        .d(slot_ambiguous$d),
        .q(slot_ambiguous$q),
        .clock(slot_ambiguous$clock)
    );
    fixnic_core$path$digits$slot_flags slot_flags(
        .d(slot_flags$d),
        .q(slot_flags$q),
        .clock(slot_flags$clock)
    );
    fixnic_core$path$digits$slot_found slot_found(
        .d(slot_found$d),
        .q(slot_found$q),
        .clock(slot_found$clock)
    );
    fixnic_core$path$digits$slot_header_bad slot_header_bad(
        .d(slot_header_bad$d),
        .q(slot_header_bad$q),
        .clock(slot_header_bad$clock)
    );
    fixnic_core$path$digits$slot_end_units slot_end_units(
        .d(slot_end_units$d),
        .q(slot_end_units$q),
        .clock(slot_end_units$clock)
    );
    fixnic_core$path$digits$slot_end_hundreds slot_end_hundreds(
        .d(slot_end_hundreds$d),
        .q(slot_end_hundreds$q),
        .clock(slot_end_hundreds$clock)
    );
    fixnic_core$path$digits$slot_end_thousands slot_end_thousands(
        .d(slot_end_thousands$d),
        .q(slot_end_thousands$q),
        .clock(slot_end_thousands$clock)
    );
    fixnic_core$path$digits$slot_soh_any slot_soh_any(
        .d(slot_soh_any$d),
        .q(slot_soh_any$q),
        .clock(slot_soh_any$clock)
    );
    fixnic_core$path$digits$slot_soh_many slot_soh_many(
        .d(slot_soh_many$d),
        .q(slot_soh_many$q),
        .clock(slot_soh_many$clock)
    );
    fixnic_core$path$digits$slot_first_valid slot_first_valid(
        .d(slot_first_valid$d),
        .q(slot_first_valid$q),
        .clock(slot_first_valid$clock)
    );
    fixnic_core$path$digits$slot_first slot_first(
        .d(slot_first$d),
        .q(slot_first$q),
        .clock(slot_first$clock)
    );
    fixnic_core$path$digits$slot_second_valid slot_second_valid(
        .d(slot_second_valid$d),
        .q(slot_second_valid$q),
        .clock(slot_second_valid$clock)
    );
    fixnic_core$path$digits$slot_second slot_second(
        .d(slot_second$d),
        .q(slot_second$q),
        .clock(slot_second$clock)
    );
    fixnic_core$path$digits$slot_check_tens slot_check_tens(
        .d(slot_check_tens$d),
        .q(slot_check_tens$q),
        .clock(slot_check_tens$clock)
    );
    fixnic_core$path$digits$slot_check_hundreds slot_check_hundreds(
        .d(slot_check_hundreds$d),
        .q(slot_check_hundreds$q),
        .clock(slot_check_hundreds$clock)
    );
    fixnic_core$path$digits$slot_sum slot_sum(
        .d(slot_sum$d),
        .q(slot_sum$q),
        .clock(slot_sum$clock)
    );

    // Update code
    always @(*) begin
        slot_token$clock = clock;
        slot_session$clock = clock;
        slot_end$clock = clock;
        slot_value_digits$clock = clock;
        slot_value_count$clock = clock;
        slot_starts$clock = clock;
        slot_not_digit$clock = clock;
        slot_ambiguous$clock = clock;
        slot_flags$clock = clock;
        slot_found$clock = clock;
        slot_header_bad$clock = clock;
        slot_end_units$clock = clock;
        slot_end_hundreds$clock = clock;
        slot_end_thousands$clock = clock;
        slot_soh_any$clock = clock;
        slot_soh_many$clock = clock;
        slot_first_valid$clock = clock;
        slot_first$clock = clock;
        slot_second_valid$clock = clock;
        slot_second$clock = clock;
        slot_check_tens$clock = clock;
        slot_check_hundreds$clock = clock;
        slot_sum$clock = clock;
        slot_token$d = slot_token$q;
        slot_session$d = slot_session$q;
        slot_end$d = slot_end$q;
        slot_value_digits$d = slot_value_digits$q;
        slot_value_count$d = slot_value_count$q;
        slot_starts$d = slot_starts$q;
        slot_not_digit$d = slot_not_digit$q;
        slot_ambiguous$d = slot_ambiguous$q;
        slot_flags$d = slot_flags$q;
        slot_found$d = slot_found$q;
        slot_header_bad$d = slot_header_bad$q;
        slot_end_units$d = slot_end_units$q;
        slot_end_hundreds$d = slot_end_hundreds$q;
        slot_end_thousands$d = slot_end_thousands$q;
        slot_soh_any$d = slot_soh_any$q;
        slot_soh_many$d = slot_soh_many$q;
        slot_first_valid$d = slot_first_valid$q;
        slot_first$d = slot_first$q;
        slot_second_valid$d = slot_second_valid$q;
        slot_second$d = slot_second$q;
        slot_check_tens$d = slot_check_tens$q;
        slot_check_hundreds$d = slot_check_hundreds$q;
        slot_sum$d = slot_sum$q;
        region = value[(64'h0)+:(8)];
        last = value[(64'h8)+:(8)];
        pack = 32'h0;
        count = 32'h0;
        lane = 32'h0;
        nibble = 32'h0;
        lane = region & (last >> 0);
        nibble = (nibble & ~(1 << (32'h0)) | ((|(lane & planes[(64'h0)+:(8)])) << (32'h0)));
        nibble = (nibble & ~(1 << (32'h1)) | ((|(lane & planes[(64'h8)+:(8)])) << (32'h1)));
        nibble = (nibble & ~(1 << (32'h2)) | ((|(lane & planes[(64'h10)+:(8)])) << (32'h2)));
        nibble = (nibble & ~(1 << (32'h3)) | ((|(lane & planes[(64'h18)+:(8)])) << (32'h3)));
        pack = pack | (((nibble) & 32'hffffffff) << (0 * 32'h4));
        count = (count & ~(1 << (0)) | ((|lane) << (0)));
        lane = region & (last >> 1);
        nibble = (nibble & ~(1 << (32'h0)) | ((|(lane & planes[(64'h0)+:(8)])) << (32'h0)));
        nibble = (nibble & ~(1 << (32'h1)) | ((|(lane & planes[(64'h8)+:(8)])) << (32'h1)));
        nibble = (nibble & ~(1 << (32'h2)) | ((|(lane & planes[(64'h10)+:(8)])) << (32'h2)));
        nibble = (nibble & ~(1 << (32'h3)) | ((|(lane & planes[(64'h18)+:(8)])) << (32'h3)));
        pack = pack | (((nibble) & 32'hffffffff) << (1 * 32'h4));
        count = (count & ~(1 << (1)) | ((|lane) << (1)));
        lane = region & (last >> 2);
        nibble = (nibble & ~(1 << (32'h0)) | ((|(lane & planes[(64'h0)+:(8)])) << (32'h0)));
        nibble = (nibble & ~(1 << (32'h1)) | ((|(lane & planes[(64'h8)+:(8)])) << (32'h1)));
        nibble = (nibble & ~(1 << (32'h2)) | ((|(lane & planes[(64'h10)+:(8)])) << (32'h2)));
        nibble = (nibble & ~(1 << (32'h3)) | ((|(lane & planes[(64'h18)+:(8)])) << (32'h3)));
        pack = pack | (((nibble) & 32'hffffffff) << (2 * 32'h4));
        count = (count & ~(1 << (2)) | ((|lane) << (2)));
        lane = region & (last >> 3);
        nibble = (nibble & ~(1 << (32'h0)) | ((|(lane & planes[(64'h0)+:(8)])) << (32'h0)));
        nibble = (nibble & ~(1 << (32'h1)) | ((|(lane & planes[(64'h8)+:(8)])) << (32'h1)));
        nibble = (nibble & ~(1 << (32'h2)) | ((|(lane & planes[(64'h10)+:(8)])) << (32'h2)));
        nibble = (nibble & ~(1 << (32'h3)) | ((|(lane & planes[(64'h18)+:(8)])) << (32'h3)));
        pack = pack | (((nibble) & 32'hffffffff) << (3 * 32'h4));
        count = (count & ~(1 << (3)) | ((|lane) << (3)));
        lane = region & (last >> 4);
        nibble = (nibble & ~(1 << (32'h0)) | ((|(lane & planes[(64'h0)+:(8)])) << (32'h0)));
        nibble = (nibble & ~(1 << (32'h1)) | ((|(lane & planes[(64'h8)+:(8)])) << (32'h1)));
        nibble = (nibble & ~(1 << (32'h2)) | ((|(lane & planes[(64'h10)+:(8)])) << (32'h2)));
        nibble = (nibble & ~(1 << (32'h3)) | ((|(lane & planes[(64'h18)+:(8)])) << (32'h3)));
        pack = pack | (((nibble) & 32'hffffffff) << (4 * 32'h4));
        count = (count & ~(1 << (4)) | ((|lane) << (4)));
        lane = region & (last >> 5);
        nibble = (nibble & ~(1 << (32'h0)) | ((|(lane & planes[(64'h0)+:(8)])) << (32'h0)));
        nibble = (nibble & ~(1 << (32'h1)) | ((|(lane & planes[(64'h8)+:(8)])) << (32'h1)));
        nibble = (nibble & ~(1 << (32'h2)) | ((|(lane & planes[(64'h10)+:(8)])) << (32'h2)));
        nibble = (nibble & ~(1 << (32'h3)) | ((|(lane & planes[(64'h18)+:(8)])) << (32'h3)));
        pack = pack | (((nibble) & 32'hffffffff) << (5 * 32'h4));
        count = (count & ~(1 << (5)) | ((|lane) << (5)));
        lane = region & (last >> 6);
        nibble = (nibble & ~(1 << (32'h0)) | ((|(lane & planes[(64'h0)+:(8)])) << (32'h0)));
        nibble = (nibble & ~(1 << (32'h1)) | ((|(lane & planes[(64'h8)+:(8)])) << (32'h1)));
        nibble = (nibble & ~(1 << (32'h2)) | ((|(lane & planes[(64'h10)+:(8)])) << (32'h2)));
        nibble = (nibble & ~(1 << (32'h3)) | ((|(lane & planes[(64'h18)+:(8)])) << (32'h3)));
        pack = pack | (((nibble) & 32'hffffffff) << (6 * 32'h4));
        count = (count & ~(1 << (6)) | ((|lane) << (6)));
        lane = region & (last >> 7);
        nibble = (nibble & ~(1 << (32'h0)) | ((|(lane & planes[(64'h0)+:(8)])) << (32'h0)));
        nibble = (nibble & ~(1 << (32'h1)) | ((|(lane & planes[(64'h8)+:(8)])) << (32'h1)));
        nibble = (nibble & ~(1 << (32'h2)) | ((|(lane & planes[(64'h10)+:(8)])) << (32'h2)));
        nibble = (nibble & ~(1 << (32'h3)) | ((|(lane & planes[(64'h18)+:(8)])) << (32'h3)));
        pack = pack | (((nibble) & 32'hffffffff) << (7 * 32'h4));
        count = (count & ~(1 << (7)) | ((|lane) << (7)));
        slot_value_digits$d = pack;
        slot_value_count$d = count;
        slot_starts$d = value[(64'h18)+:(1)];
        slot_not_digit$d = |(region & (~digit));
        seq_nums = value[(64'h10)+:(8)];
        before_seq_num = 32'h0;
        second_seq_num = 32'h0;
        seen = 1'b0;
        unseen = 1'b1;
        second_seq_num = (second_seq_num & ~(1 << (0)) | ((seen & seq_nums[0]) << (0)));
        seen = seen | seq_nums[0];
        unseen = ~seen;
        before_seq_num = (before_seq_num & ~(1 << (0)) | ((unseen) << (0)));
        second_seq_num = (second_seq_num & ~(1 << (1)) | ((seen & seq_nums[1]) << (1)));
        seen = seen | seq_nums[1];
        unseen = ~seen;
        before_seq_num = (before_seq_num & ~(1 << (1)) | ((unseen) << (1)));
        second_seq_num = (second_seq_num & ~(1 << (2)) | ((seen & seq_nums[2]) << (2)));
        seen = seen | seq_nums[2];
        unseen = ~seen;
        before_seq_num = (before_seq_num & ~(1 << (2)) | ((unseen) << (2)));
        second_seq_num = (second_seq_num & ~(1 << (3)) | ((seen & seq_nums[3]) << (3)));
        seen = seen | seq_nums[3];
        unseen = ~seen;
        before_seq_num = (before_seq_num & ~(1 << (3)) | ((unseen) << (3)));
        second_seq_num = (second_seq_num & ~(1 << (4)) | ((seen & seq_nums[4]) << (4)));
        seen = seen | seq_nums[4];
        unseen = ~seen;
        before_seq_num = (before_seq_num & ~(1 << (4)) | ((unseen) << (4)));
        second_seq_num = (second_seq_num & ~(1 << (5)) | ((seen & seq_nums[5]) << (5)));
        seen = seen | seq_nums[5];
        unseen = ~seen;
        before_seq_num = (before_seq_num & ~(1 << (5)) | ((unseen) << (5)));
        second_seq_num = (second_seq_num & ~(1 << (6)) | ((seen & seq_nums[6]) << (6)));
        seen = seen | seq_nums[6];
        unseen = ~seen;
        before_seq_num = (before_seq_num & ~(1 << (6)) | ((unseen) << (6)));
        second_seq_num = (second_seq_num & ~(1 << (7)) | ((seen & seq_nums[7]) << (7)));
        seen = seen | seq_nums[7];
        unseen = ~seen;
        before_seq_num = (before_seq_num & ~(1 << (7)) | ((unseen) << (7)));
        slot_ambiguous$d = marks[(64'h1b)+:(1)] | |(marks[(64'h10)+:(8)] & before_seq_num) | (|second_seq_num & marks[(64'h1c)+:(1)]);
        poss_dups = marks[(64'h0)+:(8)];
        first_poss_dup = 32'h0;
        seen = 1'b0;
        unseen = ~seen;
        first_poss_dup = (first_poss_dup & ~(1 << (0)) | ((unseen & poss_dups[0]) << (0)));
        seen = seen | poss_dups[0];
        unseen = ~seen;
        first_poss_dup = (first_poss_dup & ~(1 << (1)) | ((unseen & poss_dups[1]) << (1)));
        seen = seen | poss_dups[1];
        unseen = ~seen;
        first_poss_dup = (first_poss_dup & ~(1 << (2)) | ((unseen & poss_dups[2]) << (2)));
        seen = seen | poss_dups[2];
        unseen = ~seen;
        first_poss_dup = (first_poss_dup & ~(1 << (3)) | ((unseen & poss_dups[3]) << (3)));
        seen = seen | poss_dups[3];
        unseen = ~seen;
        first_poss_dup = (first_poss_dup & ~(1 << (4)) | ((unseen & poss_dups[4]) << (4)));
        seen = seen | poss_dups[4];
        unseen = ~seen;
        first_poss_dup = (first_poss_dup & ~(1 << (5)) | ((unseen & poss_dups[5]) << (5)));
        seen = seen | poss_dups[5];
        unseen = ~seen;
        first_poss_dup = (first_poss_dup & ~(1 << (6)) | ((unseen & poss_dups[6]) << (6)));
        seen = seen | poss_dups[6];
        unseen = ~seen;
        first_poss_dup = (first_poss_dup & ~(1 << (7)) | ((unseen & poss_dups[7]) << (7)));
        seen = seen | poss_dups[7];
        nibble = 32'h0;
        nibble = (nibble & ~(1 << (32'h0)) | ((|(first_poss_dup & marks[(64'h8)+:(8)])) << (32'h0)));
        nibble = (nibble & ~(1 << (32'h1)) | ((marks[(64'h18)+:(1)]) << (32'h1)));
        nibble = (nibble & ~(1 << (32'h2)) | ((marks[(64'h19)+:(1)]) << (32'h2)));
        nibble = (nibble & ~(1 << (32'h3)) | ((marks[(64'h1a)+:(1)]) << (32'h3)));
        slot_flags$d = nibble;
        units_and_7 = ((length_digits$0) & 5'h1f) + 32'h7;
        tens = 32'h0;
        hundreds = 32'h0;
        thousands = 32'h0;
        ten_thousands = 32'h0;
        check_tens_only = 32'h0;
        check_hundreds_only = 32'h0;
        if (length_digits$1 == 1) begin
            tens = (1 * 32'ha);
        end
        if (length_digits$2 == 1) begin
            hundreds = (1 * 32'h64);
        end
        if (length_digits$3 == 1) begin
            thousands = (1 * 32'h3e8);
        end
        if (length_digits$4 == 1) begin
            ten_thousands = (1 * 32'h2710);
        end
        if (check_digits$1 == 1) begin
            check_tens_only = (1 * 32'ha);
        end
        if (check_digits$2 == 1) begin
            check_hundreds_only = (1 * 32'h64);
        end
        if (length_digits$1 == 2) begin
            tens = (2 * 32'ha);
        end
        if (length_digits$2 == 2) begin
            hundreds = (2 * 32'h64);
        end
        if (length_digits$3 == 2) begin
            thousands = (2 * 32'h3e8);
        end
        if (length_digits$4 == 2) begin
            ten_thousands = (2 * 32'h2710);
        end
        if (check_digits$1 == 2) begin
            check_tens_only = (2 * 32'ha);
        end
        if (check_digits$2 == 2) begin
            check_hundreds_only = (2 * 32'h64);
        end
        if (length_digits$1 == 3) begin
            tens = (3 * 32'ha);
        end
        if (length_digits$2 == 3) begin
            hundreds = (3 * 32'h64);
        end
        if (length_digits$3 == 3) begin
            thousands = (3 * 32'h3e8);
        end
        if (length_digits$4 == 3) begin
            ten_thousands = (3 * 32'h2710);
        end
        if (check_digits$1 == 3) begin
            check_tens_only = (3 * 32'ha);
        end
        if (check_digits$2 == 3) begin
            check_hundreds_only = (3 * 32'h64);
        end
        if (length_digits$1 == 4) begin
            tens = (4 * 32'ha);
        end
        if (length_digits$2 == 4) begin
            hundreds = (4 * 32'h64);
        end
        if (length_digits$3 == 4) begin
            thousands = (4 * 32'h3e8);
        end
        if (length_digits$4 == 4) begin
            ten_thousands = (4 * 32'h2710);
        end
        if (check_digits$1 == 4) begin
            check_tens_only = (4 * 32'ha);
        end
        if (check_digits$2 == 4) begin
            check_hundreds_only = (4 * 32'h64);
        end
        if (length_digits$1 == 5) begin
            tens = (5 * 32'ha);
        end
        if (length_digits$2 == 5) begin
            hundreds = (5 * 32'h64);
        end
        if (length_digits$3 == 5) begin
            thousands = (5 * 32'h3e8);
        end
        if (length_digits$4 == 5) begin
            ten_thousands = (5 * 32'h2710);
        end
        if (check_digits$1 == 5) begin
            check_tens_only = (5 * 32'ha);
        end
        if (check_digits$2 == 5) begin
            check_hundreds_only = (5 * 32'h64);
        end
        if (length_digits$1 == 6) begin
            tens = (6 * 32'ha);
        end
        if (length_digits$2 == 6) begin
            hundreds = (6 * 32'h64);
        end
        if (length_digits$3 == 6) begin
            thousands = (6 * 32'h3e8);
        end
        if (length_digits$4 == 6) begin
            ten_thousands = (6 * 32'h2710);
        end
        if (check_digits$1 == 6) begin
            check_tens_only = (6 * 32'ha);
        end
        if (check_digits$2 == 6) begin
            check_hundreds_only = (6 * 32'h64);
        end
        if (length_digits$1 == 7) begin
            tens = (7 * 32'ha);
        end
        if (length_digits$2 == 7) begin
            hundreds = (7 * 32'h64);
        end
        if (length_digits$3 == 7) begin
            thousands = (7 * 32'h3e8);
        end
        if (length_digits$4 == 7) begin
            ten_thousands = (7 * 32'h2710);
        end
        if (check_digits$1 == 7) begin
            check_tens_only = (7 * 32'ha);
        end
        if (check_digits$2 == 7) begin
            check_hundreds_only = (7 * 32'h64);
        end
        if (length_digits$1 == 8) begin
            tens = (8 * 32'ha);
        end
        if (length_digits$2 == 8) begin
            hundreds = (8 * 32'h64);
        end
        if (length_digits$3 == 8) begin
            thousands = (8 * 32'h3e8);
        end
        if (length_digits$4 == 8) begin
            ten_thousands = (8 * 32'h2710);
        end
        if (check_digits$1 == 8) begin
            check_tens_only = (8 * 32'ha);
        end
        if (check_digits$2 == 8) begin
            check_hundreds_only = (8 * 32'h64);
        end
        if (length_digits$1 == 9) begin
            tens = (9 * 32'ha);
        end
        if (length_digits$2 == 9) begin
            hundreds = (9 * 32'h64);
        end
        if (length_digits$3 == 9) begin
            thousands = (9 * 32'h3e8);
        end
        if (length_digits$4 == 9) begin
            ten_thousands = (9 * 32'h2710);
        end
        if (check_digits$1 == 9) begin
            check_tens_only = (9 * 32'ha);
        end
        if (check_digits$2 == 9) begin
            check_hundreds_only = (9 * 32'h64);
        end
        slot_found$d = header_marks[(64'h0)+:(1)];
        slot_end_units$d = header_marks[(64'h1)+:(19)] + ((units_and_7) & 19'h7ffff);
        slot_end_hundreds$d = tens + hundreds;
        slot_end_thousands$d = thousands + ten_thousands;
        too_short = (length_digits$4 == 32'h0) & (length_digits$3 == 32'h0) & (length_digits$2 == 32'h0) & ((length_digits$1 < 32'h4) | ((length_digits$1 == 32'h4) & (length_digits$0 == 32'h0)));
        slot_header_bad$d = header_marks[(64'h14)+:(1)] | (header_marks[(64'h0)+:(1)] & too_short);
        sohs = header_marks[(64'h15)+:(8)];
        second_soh = 32'h0;
        seen = 1'b0;
        second_soh = (second_soh & ~(1 << (0)) | ((seen & sohs[0]) << (0)));
        seen = seen | sohs[0];
        second_soh = (second_soh & ~(1 << (1)) | ((seen & sohs[1]) << (1)));
        seen = seen | sohs[1];
        second_soh = (second_soh & ~(1 << (2)) | ((seen & sohs[2]) << (2)));
        seen = seen | sohs[2];
        second_soh = (second_soh & ~(1 << (3)) | ((seen & sohs[3]) << (3)));
        seen = seen | sohs[3];
        second_soh = (second_soh & ~(1 << (4)) | ((seen & sohs[4]) << (4)));
        seen = seen | sohs[4];
        second_soh = (second_soh & ~(1 << (5)) | ((seen & sohs[5]) << (5)));
        seen = seen | sohs[5];
        second_soh = (second_soh & ~(1 << (6)) | ((seen & sohs[6]) << (6)));
        seen = seen | sohs[6];
        second_soh = (second_soh & ~(1 << (7)) | ((seen & sohs[7]) << (7)));
        seen = seen | sohs[7];
        slot_soh_any$d = seen;
        slot_soh_many$d = |second_soh;
        type_lanes = header_marks[(64'h1d)+:(8)];
        character = 32'h0;
        if (type_lanes[0]) begin
            character = character | data[(0 * 32'h8)+:(8)];
        end
        if (type_lanes[1]) begin
            character = character | data[(1 * 32'h8)+:(8)];
        end
        if (type_lanes[2]) begin
            character = character | data[(2 * 32'h8)+:(8)];
        end
        if (type_lanes[3]) begin
            character = character | data[(3 * 32'h8)+:(8)];
        end
        if (type_lanes[4]) begin
            character = character | data[(4 * 32'h8)+:(8)];
        end
        if (type_lanes[5]) begin
            character = character | data[(5 * 32'h8)+:(8)];
        end
        if (type_lanes[6]) begin
            character = character | data[(6 * 32'h8)+:(8)];
        end
        if (type_lanes[7]) begin
            character = character | data[(7 * 32'h8)+:(8)];
        end
        slot_first_valid$d = |type_lanes;
        slot_first$d = character;
        type_lanes = header_marks[(64'h25)+:(8)];
        character = 32'h0;
        if (type_lanes[0]) begin
            character = character | data[(0 * 32'h8)+:(8)];
        end
        if (type_lanes[1]) begin
            character = character | data[(1 * 32'h8)+:(8)];
        end
        if (type_lanes[2]) begin
            character = character | data[(2 * 32'h8)+:(8)];
        end
        if (type_lanes[3]) begin
            character = character | data[(3 * 32'h8)+:(8)];
        end
        if (type_lanes[4]) begin
            character = character | data[(4 * 32'h8)+:(8)];
        end
        if (type_lanes[5]) begin
            character = character | data[(5 * 32'h8)+:(8)];
        end
        if (type_lanes[6]) begin
            character = character | data[(6 * 32'h8)+:(8)];
        end
        if (type_lanes[7]) begin
            character = character | data[(7 * 32'h8)+:(8)];
        end
        slot_second_valid$d = |type_lanes;
        slot_second$d = character;
        slot_check_tens$d = check_tens_only + ((check_digits$0) & 7'h7f);
        slot_check_hundreds$d = check_hundreds_only;
        slot_sum$d = (pair_sums$0 + pair_sums$1) + (pair_sums$2 + pair_sums$3);
        slot_token$d = token;
        slot_session$d = session;
        slot_end$d = end_marks;
        token_out = slot_token$q;
        session_out = slot_session$q;
        end_marks_out = slot_end$q;
        value_digits = slot_value_digits$q;
        value_count = slot_value_count$q;
        starts = slot_starts$q;
        not_digit = slot_not_digit$q;
        ambiguous = slot_ambiguous$q;
        flags = slot_flags$q;
        found = slot_found$q;
        header_bad = slot_header_bad$q;
        end_units = slot_end_units$q;
        end_hundreds = slot_end_hundreds$q;
        end_thousands = slot_end_thousands$q;
        soh_any = slot_soh_any$q;
        soh_many = slot_soh_many$q;
        type_first_valid = slot_first_valid$q;
        type_first = slot_first$q;
        type_second_valid = slot_second_valid$q;
        type_second = slot_second$q;
        check_tens = slot_check_tens$q;
        check_hundreds = slot_check_hundreds$q;
        sum = slot_sum$q;
    end

endmodule // fixnic_core$path$digits

module fixnic_core$path$digits$slot_ambiguous(d,q,clock);

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

endmodule // fixnic_core$path$digits$slot_ambiguous

module fixnic_core$path$digits$slot_check_hundreds(d,q,clock);

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

endmodule // fixnic_core$path$digits$slot_check_hundreds

module fixnic_core$path$digits$slot_check_tens(d,q,clock);

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

endmodule // fixnic_core$path$digits$slot_check_tens

module fixnic_core$path$digits$slot_end(d,q,clock);

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

endmodule // fixnic_core$path$digits$slot_end

module fixnic_core$path$digits$slot_end_hundreds(d,q,clock);

    // Module arguments
    input wire  [10:0] d;
    output reg  [10:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 11'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$path$digits$slot_end_hundreds

module fixnic_core$path$digits$slot_end_thousands(d,q,clock);

    // Module arguments
    input wire  [16:0] d;
    output reg  [16:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 17'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$path$digits$slot_end_thousands

module fixnic_core$path$digits$slot_end_units(d,q,clock);

    // Module arguments
    input wire  [18:0] d;
    output reg  [18:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 19'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$path$digits$slot_end_units

module fixnic_core$path$digits$slot_first(d,q,clock);

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

endmodule // fixnic_core$path$digits$slot_first

module fixnic_core$path$digits$slot_first_valid(d,q,clock);

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

endmodule // fixnic_core$path$digits$slot_first_valid

module fixnic_core$path$digits$slot_flags(d,q,clock);

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

endmodule // fixnic_core$path$digits$slot_flags

module fixnic_core$path$digits$slot_found(d,q,clock);

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

endmodule // fixnic_core$path$digits$slot_found

module fixnic_core$path$digits$slot_header_bad(d,q,clock);

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

endmodule // fixnic_core$path$digits$slot_header_bad

module fixnic_core$path$digits$slot_not_digit(d,q,clock);

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

endmodule // fixnic_core$path$digits$slot_not_digit

module fixnic_core$path$digits$slot_second(d,q,clock);

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

endmodule // fixnic_core$path$digits$slot_second

module fixnic_core$path$digits$slot_second_valid(d,q,clock);

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

endmodule // fixnic_core$path$digits$slot_second_valid

module fixnic_core$path$digits$slot_session(d,q,clock);

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

endmodule // fixnic_core$path$digits$slot_session

module fixnic_core$path$digits$slot_soh_any(d,q,clock);

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

endmodule // fixnic_core$path$digits$slot_soh_any

module fixnic_core$path$digits$slot_soh_many(d,q,clock);

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

endmodule // fixnic_core$path$digits$slot_soh_many

module fixnic_core$path$digits$slot_starts(d,q,clock);

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

endmodule // fixnic_core$path$digits$slot_starts

module fixnic_core$path$digits$slot_sum(d,q,clock);

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

endmodule // fixnic_core$path$digits$slot_sum

module fixnic_core$path$digits$slot_token(d,q,clock);

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

endmodule // fixnic_core$path$digits$slot_token

module fixnic_core$path$digits$slot_value_count(d,q,clock);

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

endmodule // fixnic_core$path$digits$slot_value_count

module fixnic_core$path$digits$slot_value_digits(d,q,clock);

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

endmodule // fixnic_core$path$digits$slot_value_digits

module fixnic_core$path$frame_parsed(d,q,clock);

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

endmodule // fixnic_core$path$frame_parsed

module fixnic_core$path$judge(clock,reset,fresh,set_expected,fresh_expected,fresh_start,token,session,end_marks,header_bad,check,body_sum,received,number_good,ambiguous,flags,msg_type,type_long,message_end,m_valid,m_verdict,m_flags,m_type,m_received,m_expected,m_start,m_end,ended,lost_out,hold_out);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  fresh;
    input wire  set_expected;
    input wire  [39:0] fresh_expected;
    input wire  [18:0] fresh_start;
    input wire  [2:0] token;
    input wire  [9:0] session;
    input wire  [3:0] end_marks;
    input wire  header_bad;
    input wire  [9:0] check;
    input wire  [7:0] body_sum;
    input wire  [39:0] received;
    input wire  number_good;
    input wire  ambiguous;
    input wire  [3:0] flags;
    input wire  [15:0] msg_type;
    input wire  type_long;
    input wire  [18:0] message_end;
    output reg  m_valid;
    output reg  [3:0] m_verdict;
    output reg  [15:0] m_flags;
    output reg  [15:0] m_type;
    output reg  [39:0] m_received;
    output reg  [39:0] m_expected;
    output reg  [18:0] m_start;
    output reg  [18:0] m_end;
    output reg  ended;
    output reg  lost_out;
    output reg  hold_out;

    // Constant declarations
    localparam  verdict_in_sequence = 4'h1;
    localparam  verdict_gap = 4'h2;
    localparam  verdict_poss_dup_low = 4'h3;
    localparam  verdict_too_low = 4'h4;
    localparam  verdict_malformed = 4'h5;
    localparam  verdict_ambiguous = 4'h6;
    localparam  verdict_untracked = 4'h7;
    localparam  flag_verified = 16'h1;
    localparam  flag_poss_dup = 16'h2;
    localparam  flag_poss_resend = 16'h4;
    localparam  flag_gap_fill = 16'h8;
    localparam  flag_admin = 16'h10;
    localparam  flag_reset = 16'h20;
    localparam  flag_gap_opened = 16'h40;
    localparam  flag_gap_closed = 16'h80;
    localparam  flag_framing_lost = 16'h100;
    localparam  type_sequence_reset = 8'h34;
    localparam  type_logon = 8'h41;
    localparam  type_heartbeat = 8'h30;
    localparam  type_logout = 8'h35;

    // Stub signals
    reg  equal$d;
    wire  equal$q;
    reg  equal$clock;
    reg  higher$d;
    wire  higher$q;
    reg  higher$clock;
    reg  at_high_water$d;
    wire  at_high_water$q;
    reg  at_high_water$clock;
    reg  above_high_water$d;
    wire  above_high_water$q;
    reg  above_high_water$clock;
    reg  type_resets$d;
    wire  type_resets$q;
    reg  type_resets$clock;
    reg  type_is_logon$d;
    wire  type_is_logon$q;
    reg  type_is_logon$clock;
    reg  type_is_admin$d;
    wire  type_is_admin$q;
    reg  type_is_admin$clock;
    reg  [9:0] nines$d;
    wire  [9:0] nines$q;
    reg  nines$clock;
    reg  all_nines$d;
    wire  all_nines$q;
    reg  all_nines$clock;
    reg  [39:0] successor$d;
    wire  [39:0] successor$q;
    reg  successor$clock;
    reg  valid$d;
    wire  valid$q;
    reg  valid$clock;
    reg  [3:0] verdict$d;
    wire  [3:0] verdict$q;
    reg  verdict$clock;
    reg  malformed$d;
    wire  malformed$q;
    reg  malformed$clock;
    reg  framing_lost$d;
    wire  framing_lost$q;
    reg  framing_lost$clock;
    reg  unclear$d;
    wire  unclear$q;
    reg  unclear$clock;
    reg  in_sequence$d;
    wire  in_sequence$q;
    reg  in_sequence$clock;
    reg  gap$d;
    wire  gap$q;
    reg  gap$clock;
    reg  reset_flag$d;
    wire  reset_flag$q;
    reg  reset_flag$clock;
    reg  [15:0] found_flags$d;
    wire  [15:0] found_flags$q;
    reg  found_flags$clock;
    reg  [15:0] found_type$d;
    wire  [15:0] found_type$q;
    reg  found_type$clock;
    reg  [18:0] last_byte$d;
    wire  [18:0] last_byte$q;
    reg  last_byte$clock;
    reg  header_was_bad$d;
    wire  header_was_bad$q;
    reg  header_was_bad$clock;
    reg  lost$d;
    wire  lost$q;
    reg  lost$clock;
    reg  end_1$d;
    wire  end_1$q;
    reg  end_1$clock;
    reg  end_2$d;
    wire  end_2$q;
    reg  end_2$clock;
    reg  end_3$d;
    wire  end_3$q;
    reg  end_3$clock;
    reg  end_4$d;
    wire  end_4$q;
    reg  end_4$clock;
    reg  save_1$d;
    wire  save_1$q;
    reg  save_1$clock;
    reg  save_2$d;
    wire  save_2$q;
    reg  save_2$clock;
    reg  save_3$d;
    wire  save_3$q;
    reg  save_3$clock;
    reg  saved$clock;
    reg  saved$load;
    reg  [9:0] saved$session;
    reg  saved$store;
    reg  [100:0] saved$state;
    wire  saved$restore;
    wire  [100:0] saved$word;
    wire  saved$same_session;
    reg  [39:0] expected$d;
    wire  [39:0] expected$q;
    reg  expected$clock;
    reg  [39:0] high_water$d;
    wire  [39:0] high_water$q;
    reg  high_water$clock;
    reg  gap_open$d;
    wire  gap_open$q;
    reg  gap_open$clock;
    reg  hold$d;
    wire  hold$q;
    reg  hold$clock;
    reg  [18:0] message_start$d;
    wire  [18:0] message_start$q;
    reg  message_start$clock;

    // Local signals
    reg  [7:0] type_char;
    reg  [3:0] digit;
    reg  [3:0] next_digit;
    reg  [9:0] nine_lanes;
    reg  carry;
    reg  [39:0] incremented;
    reg  resets;
    reg  [15:0] gathered_flags;
    reg  [15:0] out_flags;
    reg  gap_closes;
    reg  no_number;

    // Sub module instances
    fixnic_core$path$judge$equal equal(
        .d(equal$d),
        .q(equal$q),
        .clock(equal$clock)
    );
    fixnic_core$path$judge$higher higher(
        .d(higher$d),
        .q(higher$q),
        .clock(higher$clock)
    );
    fixnic_core$path$judge$at_high_water at_high_water(
        .d(at_high_water$d),
        .q(at_high_water$q),
        .clock(at_high_water$clock)
    );
    fixnic_core$path$judge$above_high_water above_high_water(
        .d(above_high_water$d),
        .q(above_high_water$q),
        .clock(above_high_water$clock)
    );
    fixnic_core$path$judge$type_resets type_resets(
        .d(type_resets$d),
        .q(type_resets$q),
        .clock(type_resets$clock)
    );
    fixnic_core$path$judge$type_is_logon type_is_logon(
        .d(type_is_logon$d),
        .q(type_is_logon$q),
        .clock(type_is_logon$clock)
    );
    fixnic_core$path$judge$type_is_admin type_is_admin(
        .d(type_is_admin$d),
        .q(type_is_admin$q),
        .clock(type_is_admin$clock)
    );
    fixnic_core$path$judge$nines nines(
        .d(nines$d),
        .q(nines$q),
        .clock(nines$clock)
    );
    fixnic_core$path$judge$all_nines all_nines(
        .d(all_nines$d),
        .q(all_nines$q),
        .clock(all_nines$clock)
    );
    fixnic_core$path$judge$successor successor(
        .d(successor$d),
        .q(successor$q),
        .clock(successor$clock)
    );
    fixnic_core$path$judge$valid valid(
        .d(valid$d),
        .q(valid$q),
        .clock(valid$clock)
    );
    fixnic_core$path$judge$verdict verdict(
        .d(verdict$d),
        .q(verdict$q),
        .clock(verdict$clock)
    );
    fixnic_core$path$judge$malformed malformed(
        .d(malformed$d),
        .q(malformed$q),
        .clock(malformed$clock)
    );
    fixnic_core$path$judge$framing_lost framing_lost(
        .d(framing_lost$d),
        .q(framing_lost$q),
        .clock(framing_lost$clock)
    );
    fixnic_core$path$judge$unclear unclear(
        .d(unclear$d),
        .q(unclear$q),
        .clock(unclear$clock)
    );
    fixnic_core$path$judge$in_sequence in_sequence(
        .d(in_sequence$d),
        .q(in_sequence$q),
        .clock(in_sequence$clock)
    );
    fixnic_core$path$judge$gap gap(
        .d(gap$d),
        .q(gap$q),
        .clock(gap$clock)
    );
    fixnic_core$path$judge$reset_flag reset_flag(
        .d(reset_flag$d),
        .q(reset_flag$q),
        .clock(reset_flag$clock)
    );
    fixnic_core$path$judge$found_flags found_flags(
        .d(found_flags$d),
        .q(found_flags$q),
        .clock(found_flags$clock)
    );
    fixnic_core$path$judge$found_type found_type(
        .d(found_type$d),
        .q(found_type$q),
        .clock(found_type$clock)
    );
    fixnic_core$path$judge$last_byte last_byte(
        .d(last_byte$d),
        .q(last_byte$q),
        .clock(last_byte$clock)
    );
    fixnic_core$path$judge$header_was_bad header_was_bad(
        .d(header_was_bad$d),
        .q(header_was_bad$q),
        .clock(header_was_bad$clock)
    );
    fixnic_core$path$judge$lost lost(
        .d(lost$d),
        .q(lost$q),
        .clock(lost$clock)
    );
    fixnic_core$path$judge$end_1 end_1(
        .d(end_1$d),
        .q(end_1$q),
        .clock(end_1$clock)
    );
    fixnic_core$path$judge$end_2 end_2(
        .d(end_2$d),
        .q(end_2$q),
        .clock(end_2$clock)
    );
    fixnic_core$path$judge$end_3 end_3(
        .d(end_3$d),
        .q(end_3$q),
        .clock(end_3$clock)
    );
    fixnic_core$path$judge$end_4 end_4(
        .d(end_4$d),
        .q(end_4$q),
        .clock(end_4$clock)
    );
    fixnic_core$path$judge$save_1 save_1(
        .d(save_1$d),
        .q(save_1$q),
        .clock(save_1$clock)
    );
    fixnic_core$path$judge$save_2 save_2(
        .d(save_2$d),
        .q(save_2$q),
        .clock(save_2$clock)
    );
    fixnic_core$path$judge$save_3 save_3(
        .d(save_3$d),
        .q(save_3$q),
        .clock(save_3$clock)
    );
    fixnic_core$path$judge$saved saved(
        .clock(saved$clock),
        .load(saved$load),
        .session(saved$session),
        .store(saved$store),
        .state(saved$state),
        .restore(saved$restore),
        .word(saved$word),
        .same_session(saved$same_session)
    );
    fixnic_core$path$judge$expected expected(
        .d(expected$d),
        .q(expected$q),
        .clock(expected$clock)
    );
    fixnic_core$path$judge$high_water high_water(
        .d(high_water$d),
        .q(high_water$q),
        .clock(high_water$clock)
    );
    fixnic_core$path$judge$gap_open gap_open(
        .d(gap_open$d),
        .q(gap_open$q),
        .clock(gap_open$clock)
    );
    fixnic_core$path$judge$hold hold(
        .d(hold$d),
        .q(hold$q),
        .clock(hold$clock)
    );
    fixnic_core$path$judge$message_start message_start(
        .d(message_start$d),
        .q(message_start$q),
        .clock(message_start$clock)
    );

    // Update code
    always @(*) begin
        equal$clock = clock;
        higher$clock = clock;
        at_high_water$clock = clock;
        above_high_water$clock = clock;
        type_resets$clock = clock;
        type_is_logon$clock = clock;
        type_is_admin$clock = clock;
        nines$clock = clock;
        all_nines$clock = clock;
        successor$clock = clock;
        valid$clock = clock;
        verdict$clock = clock;
        malformed$clock = clock;
        framing_lost$clock = clock;
        unclear$clock = clock;
        in_sequence$clock = clock;
        gap$clock = clock;
        reset_flag$clock = clock;
        found_flags$clock = clock;
        found_type$clock = clock;
        last_byte$clock = clock;
        header_was_bad$clock = clock;
        lost$clock = clock;
        end_1$clock = clock;
        end_2$clock = clock;
        end_3$clock = clock;
        end_4$clock = clock;
        save_1$clock = clock;
        save_2$clock = clock;
        save_3$clock = clock;
        expected$clock = clock;
        high_water$clock = clock;
        gap_open$clock = clock;
        hold$clock = clock;
        message_start$clock = clock;
        equal$d = equal$q;
        higher$d = higher$q;
        at_high_water$d = at_high_water$q;
        above_high_water$d = above_high_water$q;
        type_resets$d = type_resets$q;
        type_is_logon$d = type_is_logon$q;
        type_is_admin$d = type_is_admin$q;
        nines$d = nines$q;
        all_nines$d = all_nines$q;
        successor$d = successor$q;
        valid$d = valid$q;
        verdict$d = verdict$q;
        malformed$d = malformed$q;
        framing_lost$d = framing_lost$q;
        unclear$d = unclear$q;
        in_sequence$d = in_sequence$q;
        gap$d = gap$q;
        reset_flag$d = reset_flag$q;
        found_flags$d = found_flags$q;
        found_type$d = found_type$q;
        last_byte$d = last_byte$q;
        header_was_bad$d = header_was_bad$q;
        lost$d = lost$q;
        end_1$d = end_1$q;
        end_2$d = end_2$q;
        end_3$d = end_3$q;
        end_4$d = end_4$q;
        save_1$d = save_1$q;
        save_2$d = save_2$q;
        save_3$d = save_3$q;
        expected$d = expected$q;
        high_water$d = high_water$q;
        gap_open$d = gap_open$q;
        hold$d = hold$q;
        message_start$d = message_start$q;
        equal$d = received == expected$q;
        higher$d = received > expected$q;
        at_high_water$d = received == high_water$q;
        above_high_water$d = received > high_water$q;
        type_char = msg_type[(32'h0)+:(8)];
        type_resets$d = (~type_long) & (type_char == type_sequence_reset);
        type_is_logon$d = (~type_long) & (type_char == type_logon);
        type_is_admin$d = (~type_long) & ((type_char == type_logon) | ((type_char >= type_heartbeat) & (type_char <= type_logout)));
        nine_lanes = 32'h0;
        carry = 1'b1;
        incremented = 32'h0;
        digit = 32'h0;
        next_digit = 32'h0;
        digit = expected$q[(0 * 32'h4)+:(4)];
        nine_lanes = (nine_lanes & ~(1 << (0)) | ((digit == 32'h9) << (0)));
        next_digit = digit;
        if (carry) begin
            next_digit = digit + 32'h1;
            if (nines$q[0]) begin
                next_digit = 32'h0;
            end
        end
        incremented = incremented | (((next_digit) & 40'hffffffffff) << (0 * 32'h4));
        carry = carry & nines$q[0];
        digit = expected$q[(1 * 32'h4)+:(4)];
        nine_lanes = (nine_lanes & ~(1 << (1)) | ((digit == 32'h9) << (1)));
        next_digit = digit;
        if (carry) begin
            next_digit = digit + 32'h1;
            if (nines$q[1]) begin
                next_digit = 32'h0;
            end
        end
        incremented = incremented | (((next_digit) & 40'hffffffffff) << (1 * 32'h4));
        carry = carry & nines$q[1];
        digit = expected$q[(2 * 32'h4)+:(4)];
        nine_lanes = (nine_lanes & ~(1 << (2)) | ((digit == 32'h9) << (2)));
        next_digit = digit;
        if (carry) begin
            next_digit = digit + 32'h1;
            if (nines$q[2]) begin
                next_digit = 32'h0;
            end
        end
        incremented = incremented | (((next_digit) & 40'hffffffffff) << (2 * 32'h4));
        carry = carry & nines$q[2];
        digit = expected$q[(3 * 32'h4)+:(4)];
        nine_lanes = (nine_lanes & ~(1 << (3)) | ((digit == 32'h9) << (3)));
        next_digit = digit;
        if (carry) begin
            next_digit = digit + 32'h1;
            if (nines$q[3]) begin
                next_digit = 32'h0;
            end
        end
        incremented = incremented | (((next_digit) & 40'hffffffffff) << (3 * 32'h4));
        carry = carry & nines$q[3];
        digit = expected$q[(4 * 32'h4)+:(4)];
        nine_lanes = (nine_lanes & ~(1 << (4)) | ((digit == 32'h9) << (4)));
        next_digit = digit;
        if (carry) begin
            next_digit = digit + 32'h1;
            if (nines$q[4]) begin
                next_digit = 32'h0;
            end
        end
        incremented = incremented | (((next_digit) & 40'hffffffffff) << (4 * 32'h4));
        carry = carry & nines$q[4];
        digit = expected$q[(5 * 32'h4)+:(4)];
        nine_lanes = (nine_lanes & ~(1 << (5)) | ((digit == 32'h9) << (5)));
        next_digit = digit;
        if (carry) begin
            next_digit = digit + 32'h1;
            if (nines$q[5]) begin
                next_digit = 32'h0;
            end
        end
        incremented = incremented | (((next_digit) & 40'hffffffffff) << (5 * 32'h4));
        carry = carry & nines$q[5];
        digit = expected$q[(6 * 32'h4)+:(4)];
        nine_lanes = (nine_lanes & ~(1 << (6)) | ((digit == 32'h9) << (6)));
        next_digit = digit;
        if (carry) begin
            next_digit = digit + 32'h1;
            if (nines$q[6]) begin
                next_digit = 32'h0;
            end
        end
        incremented = incremented | (((next_digit) & 40'hffffffffff) << (6 * 32'h4));
        carry = carry & nines$q[6];
        digit = expected$q[(7 * 32'h4)+:(4)];
        nine_lanes = (nine_lanes & ~(1 << (7)) | ((digit == 32'h9) << (7)));
        next_digit = digit;
        if (carry) begin
            next_digit = digit + 32'h1;
            if (nines$q[7]) begin
                next_digit = 32'h0;
            end
        end
        incremented = incremented | (((next_digit) & 40'hffffffffff) << (7 * 32'h4));
        carry = carry & nines$q[7];
        digit = expected$q[(8 * 32'h4)+:(4)];
        nine_lanes = (nine_lanes & ~(1 << (8)) | ((digit == 32'h9) << (8)));
        next_digit = digit;
        if (carry) begin
            next_digit = digit + 32'h1;
            if (nines$q[8]) begin
                next_digit = 32'h0;
            end
        end
        incremented = incremented | (((next_digit) & 40'hffffffffff) << (8 * 32'h4));
        carry = carry & nines$q[8];
        digit = expected$q[(9 * 32'h4)+:(4)];
        nine_lanes = (nine_lanes & ~(1 << (9)) | ((digit == 32'h9) << (9)));
        next_digit = digit;
        if (carry) begin
            next_digit = digit + 32'h1;
            if (nines$q[9]) begin
                next_digit = 32'h0;
            end
        end
        incremented = incremented | (((next_digit) & 40'hffffffffff) << (9 * 32'h4));
        carry = carry & nines$q[9];
        nines$d = nine_lanes;
        all_nines$d = &nines$q;
        successor$d = incremented;
        resets = type_resets$q | (type_is_logon$q & flags[32'h3]);
        gathered_flags = 32'h0;
        if (flags[32'h0]) begin
            gathered_flags = gathered_flags | flag_poss_dup;
        end
        if (flags[32'h1]) begin
            gathered_flags = gathered_flags | flag_poss_resend;
        end
        if (flags[32'h2]) begin
            gathered_flags = gathered_flags | flag_gap_fill;
        end
        if (type_is_admin$q) begin
            gathered_flags = gathered_flags | flag_admin;
        end
        if (resets) begin
            gathered_flags = gathered_flags | flag_reset;
        end
        found_flags$d = gathered_flags;
        found_type$d = msg_type;
        reset_flag$d = resets;
        last_byte$d = message_end;
        header_was_bad$d = header_bad;
        valid$d = 1'b0;
        verdict$d = 32'h0;
        malformed$d = 1'b0;
        framing_lost$d = 1'b0;
        unclear$d = 1'b0;
        in_sequence$d = 1'b0;
        gap$d = 1'b0;
        if (~lost$q) begin
            if (end_marks[(64'h1)+:(1)]) begin
                valid$d = 1'b1;
                if (end_marks[(64'h2)+:(1)]) begin
                    verdict$d = verdict_malformed;
                    malformed$d = 1'b1;
                    framing_lost$d = 1'b1;
                    lost$d = 1'b1;
                end
                else if ((check != ((body_sum) & 10'h3ff)) | (~end_marks[(64'h3)+:(1)])) begin
                    verdict$d = verdict_malformed;
                    malformed$d = 1'b1;
                end
                else if (ambiguous | (~number_good)) begin
                    verdict$d = verdict_ambiguous;
                    unclear$d = 1'b1;
                end
                else if (hold$q) begin
                    verdict$d = verdict_untracked;
                end
                else if (equal$q) begin
                    verdict$d = verdict_in_sequence;
                    in_sequence$d = 1'b1;
                end
                else if (higher$q) begin
                    verdict$d = verdict_gap;
                    gap$d = 1'b1;
                end
                else if (flags[32'h0]) begin
                    verdict$d = verdict_poss_dup_low;
                end
                else begin
                    verdict$d = verdict_too_low;
                end
            end
            else if (header_was_bad$q) begin
                valid$d = 1'b1;
                verdict$d = verdict_malformed;
                malformed$d = 1'b1;
                framing_lost$d = 1'b1;
                lost$d = 1'b1;
            end
        end
        gap_closes = in_sequence$q & gap_open$q & at_high_water$q;
        out_flags = found_flags$q;
        if (framing_lost$q) begin
            out_flags = flag_framing_lost;
        end
        if (~malformed$q) begin
            out_flags = out_flags | flag_verified;
        end
        if (gap$q & (~gap_open$q)) begin
            out_flags = out_flags | flag_gap_opened;
        end
        if (gap_closes) begin
            out_flags = out_flags | flag_gap_closed;
            gap_open$d = 1'b0;
        end
        if (gap$q) begin
            gap_open$d = 1'b1;
            if ((~gap_open$q) | above_high_water$q) begin
                high_water$d = received;
            end
        end
        if (in_sequence$q & (~reset_flag$q) & (~all_nines$q)) begin
            expected$d = successor$q;
        end
        if (unclear$q | (in_sequence$q & all_nines$q) | (valid$q & reset_flag$q & (~malformed$q))) begin
            hold$d = 1'b1;
        end
        if (valid$q & (~framing_lost$q)) begin
            message_start$d = last_byte$q + 32'h1;
        end
        end_1$d = token[(64'h1)+:(1)];
        end_2$d = end_1$q;
        end_3$d = end_2$q;
        end_4$d = end_3$q;
        save_1$d = token[(64'h2)+:(1)];
        save_2$d = save_1$q;
        save_3$d = save_2$q;
        saved$clock = clock;
        saved$load = token[(64'h0)+:(1)];
        saved$session = session;
        saved$store = save_3$q;
        saved$state[(64'h0)+:(40)] = expected$q;
        saved$state[(64'h28)+:(40)] = high_water$q;
        saved$state[(64'h50)+:(1)] = gap_open$q;
        saved$state[(64'h51)+:(1)] = hold$q;
        saved$state[(64'h52)+:(19)] = message_start$q;
        if (end_4$q) begin
            lost$d = 1'b0;
        end
        if (saved$restore) begin
            lost$d = 1'b0;
            expected$d = saved$word[(64'h0)+:(40)];
            high_water$d = saved$word[(64'h28)+:(40)];
            gap_open$d = saved$word[(64'h50)+:(1)];
            hold$d = saved$word[(64'h51)+:(1)];
            message_start$d = saved$word[(64'h52)+:(19)];
            if (set_expected) begin
                expected$d = fresh_expected;
                high_water$d = 32'h0;
                gap_open$d = 1'b0;
                hold$d = 1'b0;
            end
            if (fresh) begin
                message_start$d = fresh_start;
            end
        end
        if (reset) begin
            valid$d = 1'b0;
            end_1$d = 1'b0;
            end_2$d = 1'b0;
            end_3$d = 1'b0;
            end_4$d = 1'b0;
            save_1$d = 1'b0;
            save_2$d = 1'b0;
            save_3$d = 1'b0;
        end
        no_number = malformed$q | unclear$q;
        m_valid = valid$q;
        m_verdict = verdict$q;
        m_flags = out_flags;
        m_type = found_type$q;
        if (framing_lost$q) begin
            m_type = 32'h0;
        end
        m_received = received;
        if (no_number) begin
            m_received = 32'h0;
        end
        m_expected = expected$q;
        m_start = message_start$q;
        m_end = last_byte$q;
        ended = end_4$q;
        lost_out = lost$q;
        hold_out = hold$q;
    end

endmodule // fixnic_core$path$judge

module fixnic_core$path$judge$above_high_water(d,q,clock);

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

endmodule // fixnic_core$path$judge$above_high_water

module fixnic_core$path$judge$all_nines(d,q,clock);

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

endmodule // fixnic_core$path$judge$all_nines

module fixnic_core$path$judge$at_high_water(d,q,clock);

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

endmodule // fixnic_core$path$judge$at_high_water

module fixnic_core$path$judge$end_1(d,q,clock);

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

endmodule // fixnic_core$path$judge$end_1

module fixnic_core$path$judge$end_2(d,q,clock);

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

endmodule // fixnic_core$path$judge$end_2

module fixnic_core$path$judge$end_3(d,q,clock);

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

endmodule // fixnic_core$path$judge$end_3

module fixnic_core$path$judge$end_4(d,q,clock);

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

endmodule // fixnic_core$path$judge$end_4

module fixnic_core$path$judge$equal(d,q,clock);

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

endmodule // fixnic_core$path$judge$equal

module fixnic_core$path$judge$expected(d,q,clock);

    // Module arguments
    input wire  [39:0] d;
    output reg  [39:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 40'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$path$judge$expected

module fixnic_core$path$judge$found_flags(d,q,clock);

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

endmodule // fixnic_core$path$judge$found_flags

module fixnic_core$path$judge$found_type(d,q,clock);

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

endmodule // fixnic_core$path$judge$found_type

module fixnic_core$path$judge$framing_lost(d,q,clock);

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

endmodule // fixnic_core$path$judge$framing_lost

module fixnic_core$path$judge$gap(d,q,clock);

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

endmodule // fixnic_core$path$judge$gap

module fixnic_core$path$judge$gap_open(d,q,clock);

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

endmodule // fixnic_core$path$judge$gap_open

module fixnic_core$path$judge$header_was_bad(d,q,clock);

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

endmodule // fixnic_core$path$judge$header_was_bad

module fixnic_core$path$judge$high_water(d,q,clock);

    // Module arguments
    input wire  [39:0] d;
    output reg  [39:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 40'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$path$judge$high_water

module fixnic_core$path$judge$higher(d,q,clock);

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

endmodule // fixnic_core$path$judge$higher

module fixnic_core$path$judge$hold(d,q,clock);

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

endmodule // fixnic_core$path$judge$hold

module fixnic_core$path$judge$in_sequence(d,q,clock);

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

endmodule // fixnic_core$path$judge$in_sequence

module fixnic_core$path$judge$last_byte(d,q,clock);

    // Module arguments
    input wire  [18:0] d;
    output reg  [18:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 19'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$path$judge$last_byte

module fixnic_core$path$judge$lost(d,q,clock);

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

endmodule // fixnic_core$path$judge$lost

module fixnic_core$path$judge$malformed(d,q,clock);

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

endmodule // fixnic_core$path$judge$malformed

module fixnic_core$path$judge$message_start(d,q,clock);

    // Module arguments
    input wire  [18:0] d;
    output reg  [18:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 19'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$path$judge$message_start

module fixnic_core$path$judge$nines(d,q,clock);

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

endmodule // fixnic_core$path$judge$nines

module fixnic_core$path$judge$reset_flag(d,q,clock);

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

endmodule // fixnic_core$path$judge$reset_flag

module fixnic_core$path$judge$save_1(d,q,clock);

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

endmodule // fixnic_core$path$judge$save_1

module fixnic_core$path$judge$save_2(d,q,clock);

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

endmodule // fixnic_core$path$judge$save_2

module fixnic_core$path$judge$save_3(d,q,clock);

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

endmodule // fixnic_core$path$judge$save_3

module fixnic_core$path$judge$saved(clock,load,session,store,state,restore,word,same_session);

    // Module arguments
    input wire  clock;
    input wire  load;
    input wire  [9:0] session;
    input wire  store;
    input wire  [100:0] state;
    output reg  restore;
    output reg  [100:0] word;
    output reg  same_session;

    // Stub signals
    reg  ram$clock;
    reg  [9:0] ram$read_address;
    wire  [100:0] ram$read_data;
    reg  [9:0] ram$write_address;
    reg  [100:0] ram$write_data;
    reg  ram$write_enable;
    reg  [100:0] fetched$d;
    wire  [100:0] fetched$q;
    reg  fetched$clock;
    reg  load_1$d;
    wire  load_1$q;
    reg  load_1$clock;
    reg  load_2$d;
    wire  load_2$q;
    reg  load_2$clock;
    reg  [9:0] session_1$d;
    wire  [9:0] session_1$q;
    reg  session_1$clock;
    reg  [9:0] session_2$d;
    wire  [9:0] session_2$q;
    reg  session_2$clock;
    reg  [9:0] owner$d;
    wire  [9:0] owner$q;
    reg  owner$clock;
    reg  same$d;
    wire  same$q;
    reg  same$clock;

    // Sub module instances
    fixnic_core$path$judge$saved$ram ram(
        .clock(ram$clock),
        .read_address(ram$read_address),
        .read_data(ram$read_data),
        .write_address(ram$write_address),
        .write_data(ram$write_data),
        .write_enable(ram$write_enable)
    );
    fixnic_core$path$judge$saved$fetched fetched(
        .d(fetched$d),
        .q(fetched$q),
        .clock(fetched$clock)
    );
    fixnic_core$path$judge$saved$load_1 load_1(
        .d(load_1$d),
        .q(load_1$q),
        .clock(load_1$clock)
    );
    fixnic_core$path$judge$saved$load_2 load_2(
        .d(load_2$d),
        .q(load_2$q),
        .clock(load_2$clock)
    );
    fixnic_core$path$judge$saved$session_1 session_1(
        .d(session_1$d),
        .q(session_1$q),
        .clock(session_1$clock)
    );
    fixnic_core$path$judge$saved$session_2 session_2(
        .d(session_2$d),
        .q(session_2$q),
        .clock(session_2$clock)
    );
    fixnic_core$path$judge$saved$owner owner(
        .d(owner$d),
        .q(owner$q),
        .clock(owner$clock)
    );
    fixnic_core$path$judge$saved$same same(
        .d(same$d),
        .q(same$q),
        .clock(same$clock)
    );

    // Update code
    always @(*) begin
        fetched$clock = clock;
        load_1$clock = clock;
        load_2$clock = clock;
        session_1$clock = clock;
        session_2$clock = clock;
        owner$clock = clock;
        same$clock = clock;
        fetched$d = fetched$q;
        load_1$d = load_1$q;
        load_2$d = load_2$q;
        session_1$d = session_1$q;
        session_2$d = session_2$q;
        owner$d = owner$q;
        same$d = same$q;
        ram$clock = clock;
        ram$read_address = session;
        ram$write_address = owner$q;
        ram$write_data = state;
        ram$write_enable = store;
        load_1$d = load;
        session_1$d = session;
        load_2$d = load_1$q;
        session_2$d = session_1$q;
        fetched$d = ram$read_data;
        same$d = session_1$q == owner$q;
        if (load_2$q) begin
            owner$d = session_2$q;
        end
        restore = load_2$q;
        word = fetched$q;
        same_session = same$q;
    end

endmodule // fixnic_core$path$judge$saved

module fixnic_core$path$judge$saved$fetched(d,q,clock);

    // Module arguments
    input wire  [100:0] d;
    output reg  [100:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 101'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$path$judge$saved$fetched

module fixnic_core$path$judge$saved$load_1(d,q,clock);

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

endmodule // fixnic_core$path$judge$saved$load_1

module fixnic_core$path$judge$saved$load_2(d,q,clock);

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

endmodule // fixnic_core$path$judge$saved$load_2

module fixnic_core$path$judge$saved$owner(d,q,clock);

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

endmodule // fixnic_core$path$judge$saved$owner

module fixnic_core$path$judge$saved$ram(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [9:0] read_address;
    output reg  [100:0] read_data;
    input wire  [9:0] write_address;
    input wire  [100:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [100:0] words [0:1023];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_core$path$judge$saved$ram

module fixnic_core$path$judge$saved$same(d,q,clock);

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

endmodule // fixnic_core$path$judge$saved$same

module fixnic_core$path$judge$saved$session_1(d,q,clock);

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

endmodule // fixnic_core$path$judge$saved$session_1

module fixnic_core$path$judge$saved$session_2(d,q,clock);

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

endmodule // fixnic_core$path$judge$saved$session_2

module fixnic_core$path$judge$successor(d,q,clock);

    // Module arguments
    input wire  [39:0] d;
    output reg  [39:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 40'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$path$judge$successor

module fixnic_core$path$judge$type_is_admin(d,q,clock);

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

endmodule // fixnic_core$path$judge$type_is_admin

module fixnic_core$path$judge$type_is_logon(d,q,clock);

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

endmodule // fixnic_core$path$judge$type_is_logon

module fixnic_core$path$judge$type_resets(d,q,clock);

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

endmodule // fixnic_core$path$judge$type_resets

module fixnic_core$path$judge$unclear(d,q,clock);

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

endmodule // fixnic_core$path$judge$unclear

module fixnic_core$path$judge$valid(d,q,clock);

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

endmodule // fixnic_core$path$judge$valid

module fixnic_core$path$judge$verdict(d,q,clock);

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

endmodule // fixnic_core$path$judge$verdict

module fixnic_core$path$look_back(clock,data,remember,classes,is_digit$0,is_digit$1,is_digit$2,is_digit$3,is_digit$4,is_digit$5,is_digit$6,is_digit$7,is_digit$8,is_digit$9,data_out,soh,digit,planes,header,fields);

    // Module arguments
    input wire  clock;
    input wire  [63:0] data;
    input wire  remember;
    input wire  [55:0] classes;
    input wire  [7:0] is_digit$0;
    input wire  [7:0] is_digit$1;
    input wire  [7:0] is_digit$2;
    input wire  [7:0] is_digit$3;
    input wire  [7:0] is_digit$4;
    input wire  [7:0] is_digit$5;
    input wire  [7:0] is_digit$6;
    input wire  [7:0] is_digit$7;
    input wire  [7:0] is_digit$8;
    input wire  [7:0] is_digit$9;
    output reg  [63:0] data_out;
    output reg  [7:0] soh;
    output reg  [7:0] digit;
    output reg  [31:0] planes;
    output reg  [55:0] header;
    output reg  [63:0] fields;

    // Stub signals
    reg  [63:0] slot_data$d;
    wire  [63:0] slot_data$q;
    reg  slot_data$clock;
    reg  [7:0] slot_soh$d;
    wire  [7:0] slot_soh$q;
    reg  slot_soh$clock;
    reg  [7:0] slot_digit$d;
    wire  [7:0] slot_digit$q;
    reg  slot_digit$clock;
    reg  [31:0] slot_planes$d;
    wire  [31:0] slot_planes$q;
    reg  slot_planes$clock;
    reg  [55:0] slot_header$d;
    wire  [55:0] slot_header$q;
    reg  slot_header$clock;
    reg  [63:0] slot_fields$d;
    wire  [63:0] slot_fields$q;
    reg  slot_fields$clock;
    reg  [55:0] last_classes$d;
    wire  [55:0] last_classes$q;
    reg  last_classes$clock;
    reg  [7:0] last_is_digit$0$d;
    wire  [7:0] last_is_digit$0$q;
    reg  last_is_digit$0$clock;
    reg  [7:0] last_is_digit$1$d;
    wire  [7:0] last_is_digit$1$q;
    reg  last_is_digit$1$clock;
    reg  [7:0] last_is_digit$2$d;
    wire  [7:0] last_is_digit$2$q;
    reg  last_is_digit$2$clock;
    reg  [7:0] last_is_digit$3$d;
    wire  [7:0] last_is_digit$3$q;
    reg  last_is_digit$3$clock;
    reg  [7:0] last_is_digit$4$d;
    wire  [7:0] last_is_digit$4$q;
    reg  last_is_digit$4$clock;
    reg  [7:0] last_is_digit$5$d;
    wire  [7:0] last_is_digit$5$q;
    reg  last_is_digit$5$clock;
    reg  [7:0] last_is_digit$6$d;
    wire  [7:0] last_is_digit$6$q;
    reg  last_is_digit$6$clock;
    reg  [7:0] last_is_digit$7$d;
    wire  [7:0] last_is_digit$7$q;
    reg  last_is_digit$7$clock;
    reg  [7:0] last_is_digit$8$d;
    wire  [7:0] last_is_digit$8$q;
    reg  last_is_digit$8$clock;
    reg  [7:0] last_is_digit$9$d;
    wire  [7:0] last_is_digit$9$q;
    reg  last_is_digit$9$clock;

    // Local signals
    reg  [15:0] soh_window;
    reg  [15:0] equals_window;
    reg  [15:0] f_window;
    reg  [15:0] i_window;
    reg  [15:0] y_window;
    reg  [15:0] digit_window;
    reg  [15:0] value_window$0;
    reg  [15:0] value_window$1;
    reg  [15:0] value_window$2;
    reg  [15:0] value_window$3;
    reg  [15:0] value_window$4;
    reg  [15:0] value_window$5;
    reg  [15:0] value_window$6;
    reg  [15:0] value_window$7;
    reg  [15:0] value_window$8;
    reg  [15:0] value_window$9;
    reg  [7:0] this_class;
    reg  [7:0] last_class;
    reg  [7:0] soh_ago$0;
    reg  [7:0] soh_ago$1;
    reg  [7:0] soh_ago$2;
    reg  [7:0] soh_ago$3;
    reg  [7:0] soh_ago$4;
    reg  [7:0] soh_ago$5;
    reg  [7:0] soh_ago$6;
    reg  [7:0] soh_ago$7;
    reg  [7:0] soh_ago$8;
    reg  [7:0] equals_ago$0;
    reg  [7:0] equals_ago$1;
    reg  [7:0] equals_ago$2;
    reg  [7:0] equals_ago$3;
    reg  [7:0] equals_ago$4;
    reg  [7:0] equals_ago$5;
    reg  [7:0] equals_ago$6;
    reg  [7:0] equals_ago$7;
    reg  [7:0] equals_ago$8;
    reg  [7:0] f_ago$0;
    reg  [7:0] f_ago$1;
    reg  [7:0] f_ago$2;
    reg  [7:0] f_ago$3;
    reg  [7:0] f_ago$4;
    reg  [7:0] f_ago$5;
    reg  [7:0] f_ago$6;
    reg  [7:0] f_ago$7;
    reg  [7:0] f_ago$8;
    reg  [7:0] i_ago$0;
    reg  [7:0] i_ago$1;
    reg  [7:0] i_ago$2;
    reg  [7:0] i_ago$3;
    reg  [7:0] i_ago$4;
    reg  [7:0] i_ago$5;
    reg  [7:0] i_ago$6;
    reg  [7:0] i_ago$7;
    reg  [7:0] i_ago$8;
    reg  [7:0] y_ago$0;
    reg  [7:0] y_ago$1;
    reg  [7:0] y_ago$2;
    reg  [7:0] y_ago$3;
    reg  [7:0] y_ago$4;
    reg  [7:0] y_ago$5;
    reg  [7:0] y_ago$6;
    reg  [7:0] y_ago$7;
    reg  [7:0] y_ago$8;
    reg  [7:0] digit_ago$0;
    reg  [7:0] digit_ago$1;
    reg  [7:0] digit_ago$2;
    reg  [7:0] digit_ago$3;
    reg  [7:0] digit_ago$4;
    reg  [7:0] digit_ago$5;
    reg  [7:0] digit_ago$6;
    reg  [7:0] digit_ago$7;
    reg  [7:0] digit_ago$8;
    reg  [7:0] d0_ago$0;
    reg  [7:0] d0_ago$1;
    reg  [7:0] d0_ago$2;
    reg  [7:0] d0_ago$3;
    reg  [7:0] d0_ago$4;
    reg  [7:0] d0_ago$5;
    reg  [7:0] d0_ago$6;
    reg  [7:0] d0_ago$7;
    reg  [7:0] d0_ago$8;
    reg  [7:0] d1_ago$0;
    reg  [7:0] d1_ago$1;
    reg  [7:0] d1_ago$2;
    reg  [7:0] d1_ago$3;
    reg  [7:0] d1_ago$4;
    reg  [7:0] d1_ago$5;
    reg  [7:0] d1_ago$6;
    reg  [7:0] d1_ago$7;
    reg  [7:0] d1_ago$8;
    reg  [7:0] d2_ago$0;
    reg  [7:0] d2_ago$1;
    reg  [7:0] d2_ago$2;
    reg  [7:0] d2_ago$3;
    reg  [7:0] d2_ago$4;
    reg  [7:0] d2_ago$5;
    reg  [7:0] d2_ago$6;
    reg  [7:0] d2_ago$7;
    reg  [7:0] d2_ago$8;
    reg  [7:0] d3_ago$0;
    reg  [7:0] d3_ago$1;
    reg  [7:0] d3_ago$2;
    reg  [7:0] d3_ago$3;
    reg  [7:0] d3_ago$4;
    reg  [7:0] d3_ago$5;
    reg  [7:0] d3_ago$6;
    reg  [7:0] d3_ago$7;
    reg  [7:0] d3_ago$8;
    reg  [7:0] d4_ago$0;
    reg  [7:0] d4_ago$1;
    reg  [7:0] d4_ago$2;
    reg  [7:0] d4_ago$3;
    reg  [7:0] d4_ago$4;
    reg  [7:0] d4_ago$5;
    reg  [7:0] d4_ago$6;
    reg  [7:0] d4_ago$7;
    reg  [7:0] d4_ago$8;
    reg  [7:0] d5_ago$0;
    reg  [7:0] d5_ago$1;
    reg  [7:0] d5_ago$2;
    reg  [7:0] d5_ago$3;
    reg  [7:0] d5_ago$4;
    reg  [7:0] d5_ago$5;
    reg  [7:0] d5_ago$6;
    reg  [7:0] d5_ago$7;
    reg  [7:0] d5_ago$8;
    reg  [7:0] d6_ago$0;
    reg  [7:0] d6_ago$1;
    reg  [7:0] d6_ago$2;
    reg  [7:0] d6_ago$3;
    reg  [7:0] d6_ago$4;
    reg  [7:0] d6_ago$5;
    reg  [7:0] d6_ago$6;
    reg  [7:0] d6_ago$7;
    reg  [7:0] d6_ago$8;
    reg  [7:0] d7_ago$0;
    reg  [7:0] d7_ago$1;
    reg  [7:0] d7_ago$2;
    reg  [7:0] d7_ago$3;
    reg  [7:0] d7_ago$4;
    reg  [7:0] d7_ago$5;
    reg  [7:0] d7_ago$6;
    reg  [7:0] d7_ago$7;
    reg  [7:0] d7_ago$8;
    reg  [7:0] d8_ago$0;
    reg  [7:0] d8_ago$1;
    reg  [7:0] d8_ago$2;
    reg  [7:0] d8_ago$3;
    reg  [7:0] d8_ago$4;
    reg  [7:0] d8_ago$5;
    reg  [7:0] d8_ago$6;
    reg  [7:0] d8_ago$7;
    reg  [7:0] d8_ago$8;
    reg  [7:0] d9_ago$0;
    reg  [7:0] d9_ago$1;
    reg  [7:0] d9_ago$2;
    reg  [7:0] d9_ago$3;
    reg  [7:0] d9_ago$4;
    reg  [7:0] d9_ago$5;
    reg  [7:0] d9_ago$6;
    reg  [7:0] d9_ago$7;
    reg  [7:0] d9_ago$8;
    reg  [7:0] body_length$0;
    reg  [7:0] body_length$1;
    reg  [7:0] body_length$2;
    reg  [7:0] body_length$3;
    reg  [7:0] body_length$4;
    reg  [7:0] body_length$5;
    reg  [7:0] yes;
    reg  [7:0] is_yes;
    reg  [7:0] even_to_8;
    reg  [7:0] length_9x;
    reg  [7:0] length_2xx;
    reg  [7:0] length_3xx;
    reg  [7:0] length_4xx;
    reg  [7:0] length_6xx;
    reg  [7:0] plane;

    // Sub module instances
    fixnic_core$path$look_back$slot_data slot_data(
        .d(slot_data$d),
        .q(slot_data$q),
        .clock(slot_data$clock)
    );
    fixnic_core$path$look_back$slot_soh slot_soh(
        .d(slot_soh$d),
        .q(slot_soh$q),
        .clock(slot_soh$clock)
    );
    fixnic_core$path$look_back$slot_digit slot_digit(
        .d(slot_digit$d),
        .q(slot_digit$q),
        .clock(slot_digit$clock)
    );
    fixnic_core$path$look_back$slot_planes slot_planes(
        .d(slot_planes$d),
        .q(slot_planes$q),
        .clock(slot_planes$clock)
    );
    fixnic_core$path$look_back$slot_header slot_header(
        .d(slot_header$d),
        .q(slot_header$q),
        .clock(slot_header$clock)
    );
    fixnic_core$path$look_back$slot_fields slot_fields(
        .d(slot_fields$d),
        .q(slot_fields$q),
        .clock(slot_fields$clock)
    );
    fixnic_core$path$look_back$last_classes last_classes(
        .d(last_classes$d),
        .q(last_classes$q),
        .clock(last_classes$clock)
    );
    fixnic_core$path$look_back$last_is_digit$0 last_is_digit$0(
        .d(last_is_digit$0$d),
        .q(last_is_digit$0$q),
        .clock(last_is_digit$0$clock)
    );
    fixnic_core$path$look_back$last_is_digit$1 last_is_digit$1(
        .d(last_is_digit$1$d),
        .q(last_is_digit$1$q),
        .clock(last_is_digit$1$clock)
    );
    fixnic_core$path$look_back$last_is_digit$2 last_is_digit$2(
        .d(last_is_digit$2$d),
        .q(last_is_digit$2$q),
        .clock(last_is_digit$2$clock)
    );
    fixnic_core$path$look_back$last_is_digit$3 last_is_digit$3(
        .d(last_is_digit$3$d),
        .q(last_is_digit$3$q),
        .clock(last_is_digit$3$clock)
    );
    fixnic_core$path$look_back$last_is_digit$4 last_is_digit$4(
        .d(last_is_digit$4$d),
        .q(last_is_digit$4$q),
        .clock(last_is_digit$4$clock)
    );
    fixnic_core$path$look_back$last_is_digit$5 last_is_digit$5(
        .d(last_is_digit$5$d),
        .q(last_is_digit$5$q),
        .clock(last_is_digit$5$clock)
    );
    fixnic_core$path$look_back$last_is_digit$6 last_is_digit$6(
        .d(last_is_digit$6$d),
        .q(last_is_digit$6$q),
        .clock(last_is_digit$6$clock)
    );
    fixnic_core$path$look_back$last_is_digit$7 last_is_digit$7(
        .d(last_is_digit$7$d),
        .q(last_is_digit$7$q),
        .clock(last_is_digit$7$clock)
    );
    fixnic_core$path$look_back$last_is_digit$8 last_is_digit$8(
        .d(last_is_digit$8$d),
        .q(last_is_digit$8$q),
        .clock(last_is_digit$8$clock)
    );
    fixnic_core$path$look_back$last_is_digit$9 last_is_digit$9(
        .d(last_is_digit$9$d),
        .q(last_is_digit$9$q),
        .clock(last_is_digit$9$clock)
    );

    // Update code
    always @(*) begin
        slot_data$clock = clock;
        slot_soh$clock = clock;
        slot_digit$clock = clock;
        slot_planes$clock = clock;
        slot_header$clock = clock;
        slot_fields$clock = clock;
        last_classes$clock = clock;
        slot_data$d = slot_data$q;
        slot_soh$d = slot_soh$q;
        slot_digit$d = slot_digit$q;
        slot_planes$d = slot_planes$q;
        slot_header$d = slot_header$q;
        slot_fields$d = slot_fields$q;
        last_classes$d = last_classes$q;
        last_is_digit$0$clock = clock;
        last_is_digit$0$d = last_is_digit$0$q;
        last_is_digit$1$clock = clock;
        last_is_digit$1$d = last_is_digit$1$q;
        last_is_digit$2$clock = clock;
        last_is_digit$2$d = last_is_digit$2$q;
        last_is_digit$3$clock = clock;
        last_is_digit$3$d = last_is_digit$3$q;
        last_is_digit$4$clock = clock;
        last_is_digit$4$d = last_is_digit$4$q;
        last_is_digit$5$clock = clock;
        last_is_digit$5$d = last_is_digit$5$q;
        last_is_digit$6$clock = clock;
        last_is_digit$6$d = last_is_digit$6$q;
        last_is_digit$7$clock = clock;
        last_is_digit$7$d = last_is_digit$7$q;
        last_is_digit$8$clock = clock;
        last_is_digit$8$d = last_is_digit$8$q;
        last_is_digit$9$clock = clock;
        last_is_digit$9$d = last_is_digit$9$q;
        if (remember) begin
            last_classes$d = classes;
            last_is_digit$0$d = is_digit$0;
            last_is_digit$1$d = is_digit$1;
            last_is_digit$2$d = is_digit$2;
            last_is_digit$3$d = is_digit$3;
            last_is_digit$4$d = is_digit$4;
            last_is_digit$5$d = is_digit$5;
            last_is_digit$6$d = is_digit$6;
            last_is_digit$7$d = is_digit$7;
            last_is_digit$8$d = is_digit$8;
            last_is_digit$9$d = is_digit$9;
        end
        this_class = classes[(64'h0)+:(8)];
        last_class = last_classes$q[(64'h0)+:(8)];
        soh_window = (((this_class) & 16'hffff) << 32'h8) | ((last_class) & 16'hffff);
        this_class = classes[(64'h8)+:(8)];
        last_class = last_classes$q[(64'h8)+:(8)];
        equals_window = (((this_class) & 16'hffff) << 32'h8) | ((last_class) & 16'hffff);
        this_class = classes[(64'h10)+:(8)];
        last_class = last_classes$q[(64'h10)+:(8)];
        f_window = (((this_class) & 16'hffff) << 32'h8) | ((last_class) & 16'hffff);
        this_class = classes[(64'h18)+:(8)];
        last_class = last_classes$q[(64'h18)+:(8)];
        i_window = (((this_class) & 16'hffff) << 32'h8) | ((last_class) & 16'hffff);
        this_class = classes[(64'h28)+:(8)];
        last_class = last_classes$q[(64'h28)+:(8)];
        y_window = (((this_class) & 16'hffff) << 32'h8) | ((last_class) & 16'hffff);
        this_class = classes[(64'h30)+:(8)];
        last_class = last_classes$q[(64'h30)+:(8)];
        digit_window = (((this_class) & 16'hffff) << 32'h8) | ((last_class) & 16'hffff);
        this_class = is_digit$0;
        last_class = last_is_digit$0$q;
        value_window$0 = (((this_class) & 16'hffff) << 32'h8) | ((last_class) & 16'hffff);
        this_class = is_digit$1;
        last_class = last_is_digit$1$q;
        value_window$1 = (((this_class) & 16'hffff) << 32'h8) | ((last_class) & 16'hffff);
        this_class = is_digit$2;
        last_class = last_is_digit$2$q;
        value_window$2 = (((this_class) & 16'hffff) << 32'h8) | ((last_class) & 16'hffff);
        this_class = is_digit$3;
        last_class = last_is_digit$3$q;
        value_window$3 = (((this_class) & 16'hffff) << 32'h8) | ((last_class) & 16'hffff);
        this_class = is_digit$4;
        last_class = last_is_digit$4$q;
        value_window$4 = (((this_class) & 16'hffff) << 32'h8) | ((last_class) & 16'hffff);
        this_class = is_digit$5;
        last_class = last_is_digit$5$q;
        value_window$5 = (((this_class) & 16'hffff) << 32'h8) | ((last_class) & 16'hffff);
        this_class = is_digit$6;
        last_class = last_is_digit$6$q;
        value_window$6 = (((this_class) & 16'hffff) << 32'h8) | ((last_class) & 16'hffff);
        this_class = is_digit$7;
        last_class = last_is_digit$7$q;
        value_window$7 = (((this_class) & 16'hffff) << 32'h8) | ((last_class) & 16'hffff);
        this_class = is_digit$8;
        last_class = last_is_digit$8$q;
        value_window$8 = (((this_class) & 16'hffff) << 32'h8) | ((last_class) & 16'hffff);
        this_class = is_digit$9;
        last_class = last_is_digit$9$q;
        value_window$9 = (((this_class) & 16'hffff) << 32'h8) | ((last_class) & 16'hffff);
        soh_ago$0 = soh_window[(32'h8 - 0)+:(8)];
        equals_ago$0 = equals_window[(32'h8 - 0)+:(8)];
        f_ago$0 = f_window[(32'h8 - 0)+:(8)];
        i_ago$0 = i_window[(32'h8 - 0)+:(8)];
        y_ago$0 = y_window[(32'h8 - 0)+:(8)];
        digit_ago$0 = digit_window[(32'h8 - 0)+:(8)];
        d0_ago$0 = value_window$0[(32'h8 - 0)+:(8)];
        d1_ago$0 = value_window$1[(32'h8 - 0)+:(8)];
        d2_ago$0 = value_window$2[(32'h8 - 0)+:(8)];
        d3_ago$0 = value_window$3[(32'h8 - 0)+:(8)];
        d4_ago$0 = value_window$4[(32'h8 - 0)+:(8)];
        d5_ago$0 = value_window$5[(32'h8 - 0)+:(8)];
        d6_ago$0 = value_window$6[(32'h8 - 0)+:(8)];
        d7_ago$0 = value_window$7[(32'h8 - 0)+:(8)];
        d8_ago$0 = value_window$8[(32'h8 - 0)+:(8)];
        d9_ago$0 = value_window$9[(32'h8 - 0)+:(8)];
        soh_ago$1 = soh_window[(32'h8 - 1)+:(8)];
        equals_ago$1 = equals_window[(32'h8 - 1)+:(8)];
        f_ago$1 = f_window[(32'h8 - 1)+:(8)];
        i_ago$1 = i_window[(32'h8 - 1)+:(8)];
        y_ago$1 = y_window[(32'h8 - 1)+:(8)];
        digit_ago$1 = digit_window[(32'h8 - 1)+:(8)];
        d0_ago$1 = value_window$0[(32'h8 - 1)+:(8)];
        d1_ago$1 = value_window$1[(32'h8 - 1)+:(8)];
        d2_ago$1 = value_window$2[(32'h8 - 1)+:(8)];
        d3_ago$1 = value_window$3[(32'h8 - 1)+:(8)];
        d4_ago$1 = value_window$4[(32'h8 - 1)+:(8)];
        d5_ago$1 = value_window$5[(32'h8 - 1)+:(8)];
        d6_ago$1 = value_window$6[(32'h8 - 1)+:(8)];
        d7_ago$1 = value_window$7[(32'h8 - 1)+:(8)];
        d8_ago$1 = value_window$8[(32'h8 - 1)+:(8)];
        d9_ago$1 = value_window$9[(32'h8 - 1)+:(8)];
        soh_ago$2 = soh_window[(32'h8 - 2)+:(8)];
        equals_ago$2 = equals_window[(32'h8 - 2)+:(8)];
        f_ago$2 = f_window[(32'h8 - 2)+:(8)];
        i_ago$2 = i_window[(32'h8 - 2)+:(8)];
        y_ago$2 = y_window[(32'h8 - 2)+:(8)];
        digit_ago$2 = digit_window[(32'h8 - 2)+:(8)];
        d0_ago$2 = value_window$0[(32'h8 - 2)+:(8)];
        d1_ago$2 = value_window$1[(32'h8 - 2)+:(8)];
        d2_ago$2 = value_window$2[(32'h8 - 2)+:(8)];
        d3_ago$2 = value_window$3[(32'h8 - 2)+:(8)];
        d4_ago$2 = value_window$4[(32'h8 - 2)+:(8)];
        d5_ago$2 = value_window$5[(32'h8 - 2)+:(8)];
        d6_ago$2 = value_window$6[(32'h8 - 2)+:(8)];
        d7_ago$2 = value_window$7[(32'h8 - 2)+:(8)];
        d8_ago$2 = value_window$8[(32'h8 - 2)+:(8)];
        d9_ago$2 = value_window$9[(32'h8 - 2)+:(8)];
        soh_ago$3 = soh_window[(32'h8 - 3)+:(8)];
        equals_ago$3 = equals_window[(32'h8 - 3)+:(8)];
        f_ago$3 = f_window[(32'h8 - 3)+:(8)];
        i_ago$3 = i_window[(32'h8 - 3)+:(8)];
        y_ago$3 = y_window[(32'h8 - 3)+:(8)];
        digit_ago$3 = digit_window[(32'h8 - 3)+:(8)];
        d0_ago$3 = value_window$0[(32'h8 - 3)+:(8)];
        d1_ago$3 = value_window$1[(32'h8 - 3)+:(8)];
        d2_ago$3 = value_window$2[(32'h8 - 3)+:(8)];
        d3_ago$3 = value_window$3[(32'h8 - 3)+:(8)];
        d4_ago$3 = value_window$4[(32'h8 - 3)+:(8)];
        d5_ago$3 = value_window$5[(32'h8 - 3)+:(8)];
        d6_ago$3 = value_window$6[(32'h8 - 3)+:(8)];
        d7_ago$3 = value_window$7[(32'h8 - 3)+:(8)];
        d8_ago$3 = value_window$8[(32'h8 - 3)+:(8)];
        d9_ago$3 = value_window$9[(32'h8 - 3)+:(8)];
        soh_ago$4 = soh_window[(32'h8 - 4)+:(8)];
        equals_ago$4 = equals_window[(32'h8 - 4)+:(8)];
        f_ago$4 = f_window[(32'h8 - 4)+:(8)];
        i_ago$4 = i_window[(32'h8 - 4)+:(8)];
        y_ago$4 = y_window[(32'h8 - 4)+:(8)];
        digit_ago$4 = digit_window[(32'h8 - 4)+:(8)];
        d0_ago$4 = value_window$0[(32'h8 - 4)+:(8)];
        d1_ago$4 = value_window$1[(32'h8 - 4)+:(8)];
        d2_ago$4 = value_window$2[(32'h8 - 4)+:(8)];
        d3_ago$4 = value_window$3[(32'h8 - 4)+:(8)];
        d4_ago$4 = value_window$4[(32'h8 - 4)+:(8)];
        d5_ago$4 = value_window$5[(32'h8 - 4)+:(8)];
        d6_ago$4 = value_window$6[(32'h8 - 4)+:(8)];
        d7_ago$4 = value_window$7[(32'h8 - 4)+:(8)];
        d8_ago$4 = value_window$8[(32'h8 - 4)+:(8)];
        d9_ago$4 = value_window$9[(32'h8 - 4)+:(8)];
        soh_ago$5 = soh_window[(32'h8 - 5)+:(8)];
        equals_ago$5 = equals_window[(32'h8 - 5)+:(8)];
        f_ago$5 = f_window[(32'h8 - 5)+:(8)];
        i_ago$5 = i_window[(32'h8 - 5)+:(8)];
        y_ago$5 = y_window[(32'h8 - 5)+:(8)];
        digit_ago$5 = digit_window[(32'h8 - 5)+:(8)];
        d0_ago$5 = value_window$0[(32'h8 - 5)+:(8)];
        d1_ago$5 = value_window$1[(32'h8 - 5)+:(8)];
        d2_ago$5 = value_window$2[(32'h8 - 5)+:(8)];
        d3_ago$5 = value_window$3[(32'h8 - 5)+:(8)];
        d4_ago$5 = value_window$4[(32'h8 - 5)+:(8)];
        d5_ago$5 = value_window$5[(32'h8 - 5)+:(8)];
        d6_ago$5 = value_window$6[(32'h8 - 5)+:(8)];
        d7_ago$5 = value_window$7[(32'h8 - 5)+:(8)];
        d8_ago$5 = value_window$8[(32'h8 - 5)+:(8)];
        d9_ago$5 = value_window$9[(32'h8 - 5)+:(8)];
        soh_ago$6 = soh_window[(32'h8 - 6)+:(8)];
        equals_ago$6 = equals_window[(32'h8 - 6)+:(8)];
        f_ago$6 = f_window[(32'h8 - 6)+:(8)];
        i_ago$6 = i_window[(32'h8 - 6)+:(8)];
        y_ago$6 = y_window[(32'h8 - 6)+:(8)];
        digit_ago$6 = digit_window[(32'h8 - 6)+:(8)];
        d0_ago$6 = value_window$0[(32'h8 - 6)+:(8)];
        d1_ago$6 = value_window$1[(32'h8 - 6)+:(8)];
        d2_ago$6 = value_window$2[(32'h8 - 6)+:(8)];
        d3_ago$6 = value_window$3[(32'h8 - 6)+:(8)];
        d4_ago$6 = value_window$4[(32'h8 - 6)+:(8)];
        d5_ago$6 = value_window$5[(32'h8 - 6)+:(8)];
        d6_ago$6 = value_window$6[(32'h8 - 6)+:(8)];
        d7_ago$6 = value_window$7[(32'h8 - 6)+:(8)];
        d8_ago$6 = value_window$8[(32'h8 - 6)+:(8)];
        d9_ago$6 = value_window$9[(32'h8 - 6)+:(8)];
        soh_ago$7 = soh_window[(32'h8 - 7)+:(8)];
        equals_ago$7 = equals_window[(32'h8 - 7)+:(8)];
        f_ago$7 = f_window[(32'h8 - 7)+:(8)];
        i_ago$7 = i_window[(32'h8 - 7)+:(8)];
        y_ago$7 = y_window[(32'h8 - 7)+:(8)];
        digit_ago$7 = digit_window[(32'h8 - 7)+:(8)];
        d0_ago$7 = value_window$0[(32'h8 - 7)+:(8)];
        d1_ago$7 = value_window$1[(32'h8 - 7)+:(8)];
        d2_ago$7 = value_window$2[(32'h8 - 7)+:(8)];
        d3_ago$7 = value_window$3[(32'h8 - 7)+:(8)];
        d4_ago$7 = value_window$4[(32'h8 - 7)+:(8)];
        d5_ago$7 = value_window$5[(32'h8 - 7)+:(8)];
        d6_ago$7 = value_window$6[(32'h8 - 7)+:(8)];
        d7_ago$7 = value_window$7[(32'h8 - 7)+:(8)];
        d8_ago$7 = value_window$8[(32'h8 - 7)+:(8)];
        d9_ago$7 = value_window$9[(32'h8 - 7)+:(8)];
        soh_ago$8 = soh_window[(32'h8 - 8)+:(8)];
        equals_ago$8 = equals_window[(32'h8 - 8)+:(8)];
        f_ago$8 = f_window[(32'h8 - 8)+:(8)];
        i_ago$8 = i_window[(32'h8 - 8)+:(8)];
        y_ago$8 = y_window[(32'h8 - 8)+:(8)];
        digit_ago$8 = digit_window[(32'h8 - 8)+:(8)];
        d0_ago$8 = value_window$0[(32'h8 - 8)+:(8)];
        d1_ago$8 = value_window$1[(32'h8 - 8)+:(8)];
        d2_ago$8 = value_window$2[(32'h8 - 8)+:(8)];
        d3_ago$8 = value_window$3[(32'h8 - 8)+:(8)];
        d4_ago$8 = value_window$4[(32'h8 - 8)+:(8)];
        d5_ago$8 = value_window$5[(32'h8 - 8)+:(8)];
        d6_ago$8 = value_window$6[(32'h8 - 8)+:(8)];
        d7_ago$8 = value_window$7[(32'h8 - 8)+:(8)];
        d8_ago$8 = value_window$8[(32'h8 - 8)+:(8)];
        d9_ago$8 = value_window$9[(32'h8 - 8)+:(8)];
        slot_header$d[(64'h0)+:(8)] = d8_ago$4 & equals_ago$3 & f_ago$2 & i_ago$1 & classes[(64'h20)+:(8)];
        body_length$1 = soh_ago$0 & digit_ago$1 & equals_ago$2 & d9_ago$3 & soh_ago$4;
        body_length$2 = soh_ago$0 & digit_ago$1 & digit_ago$2 & equals_ago$3 & d9_ago$4 & soh_ago$5;
        body_length$3 = soh_ago$0 & digit_ago$1 & digit_ago$2 & digit_ago$3 & equals_ago$4 & d9_ago$5 & soh_ago$6;
        body_length$4 = soh_ago$0 & digit_ago$1 & digit_ago$2 & digit_ago$3 & digit_ago$4 & equals_ago$5 & d9_ago$6 & soh_ago$7;
        body_length$5 = soh_ago$0 & digit_ago$1 & digit_ago$2 & digit_ago$3 & digit_ago$4 & digit_ago$5 & equals_ago$6 & d9_ago$7 & soh_ago$8;
        slot_header$d[(64'h28)+:(8)] = body_length$5;
        slot_header$d[(64'h20)+:(8)] = body_length$4 | body_length$5;
        slot_header$d[(64'h18)+:(8)] = body_length$3 | body_length$4 | body_length$5;
        slot_header$d[(64'h10)+:(8)] = body_length$2 | body_length$3 | body_length$4 | body_length$5;
        slot_header$d[(64'h8)+:(8)] = body_length$1 | body_length$2 | body_length$3 | body_length$4 | body_length$5;
        slot_header$d[(64'h30)+:(8)] = soh_ago$3 & d3_ago$2 & d5_ago$1 & equals_ago$0;
        slot_fields$d[(64'h0)+:(8)] = soh_ago$3 & d3_ago$2 & d4_ago$1 & equals_ago$0;
        slot_fields$d[(64'h8)+:(8)] = soh_ago$5 & d4_ago$4 & d3_ago$3 & equals_ago$2;
        yes = y_ago$1 & soh_ago$0;
        is_yes = equals_ago$2 & yes;
        slot_fields$d[(64'h10)+:(8)] = yes;
        slot_fields$d[(64'h18)+:(8)] = soh_ago$5 & d9_ago$4 & d7_ago$3 & is_yes;
        slot_fields$d[(64'h20)+:(8)] = soh_ago$6 & d1_ago$5 & d2_ago$4 & d3_ago$3 & is_yes;
        slot_fields$d[(64'h28)+:(8)] = soh_ago$6 & d1_ago$5 & d4_ago$4 & d1_ago$3 & is_yes;
        length_9x = soh_ago$3 & d9_ago$2 & (d0_ago$1 | d3_ago$1 | d5_ago$1);
        length_2xx = d2_ago$3 & d1_ago$2 & d2_ago$1;
        even_to_8 = d0_ago$1 | d2_ago$1 | d4_ago$1 | d6_ago$1 | d8_ago$1;
        length_3xx = d3_ago$3 & ((d4_ago$2 & d8_ago$1) | (d5_ago$2 & even_to_8) | (d6_ago$2 & (d0_ago$1 | d2_ago$1 | d4_ago$1)));
        length_4xx = d4_ago$3 & d4_ago$2 & d5_ago$1;
        length_6xx = d6_ago$3 & ((d1_ago$2 & d8_ago$1) | (d2_ago$2 & d1_ago$1));
        slot_fields$d[(64'h30)+:(8)] = equals_ago$0 & (length_9x | (soh_ago$4 & (length_2xx | length_3xx | length_4xx | length_6xx)));
        slot_fields$d[(64'h38)+:(8)] = soh_ago$7 & d1_ago$6 & d0_ago$5 & equals_ago$4 & digit_ago$3 & digit_ago$2 & digit_ago$1 & soh_ago$0;
        plane = 32'h0;
        plane = (plane & ~(1 << (0)) | ((data[0 * 32'h8]) << (0)));
        plane = (plane & ~(1 << (1)) | ((data[1 * 32'h8]) << (1)));
        plane = (plane & ~(1 << (2)) | ((data[2 * 32'h8]) << (2)));
        plane = (plane & ~(1 << (3)) | ((data[3 * 32'h8]) << (3)));
        plane = (plane & ~(1 << (4)) | ((data[4 * 32'h8]) << (4)));
        plane = (plane & ~(1 << (5)) | ((data[5 * 32'h8]) << (5)));
        plane = (plane & ~(1 << (6)) | ((data[6 * 32'h8]) << (6)));
        plane = (plane & ~(1 << (7)) | ((data[7 * 32'h8]) << (7)));
        slot_planes$d[(64'h0)+:(8)] = plane;
        plane = (plane & ~(1 << (0)) | ((data[(0 * 32'h8) + 32'h1]) << (0)));
        plane = (plane & ~(1 << (1)) | ((data[(1 * 32'h8) + 32'h1]) << (1)));
        plane = (plane & ~(1 << (2)) | ((data[(2 * 32'h8) + 32'h1]) << (2)));
        plane = (plane & ~(1 << (3)) | ((data[(3 * 32'h8) + 32'h1]) << (3)));
        plane = (plane & ~(1 << (4)) | ((data[(4 * 32'h8) + 32'h1]) << (4)));
        plane = (plane & ~(1 << (5)) | ((data[(5 * 32'h8) + 32'h1]) << (5)));
        plane = (plane & ~(1 << (6)) | ((data[(6 * 32'h8) + 32'h1]) << (6)));
        plane = (plane & ~(1 << (7)) | ((data[(7 * 32'h8) + 32'h1]) << (7)));
        slot_planes$d[(64'h8)+:(8)] = plane;
        plane = (plane & ~(1 << (0)) | ((data[(0 * 32'h8) + 32'h2]) << (0)));
        plane = (plane & ~(1 << (1)) | ((data[(1 * 32'h8) + 32'h2]) << (1)));
        plane = (plane & ~(1 << (2)) | ((data[(2 * 32'h8) + 32'h2]) << (2)));
        plane = (plane & ~(1 << (3)) | ((data[(3 * 32'h8) + 32'h2]) << (3)));
        plane = (plane & ~(1 << (4)) | ((data[(4 * 32'h8) + 32'h2]) << (4)));
        plane = (plane & ~(1 << (5)) | ((data[(5 * 32'h8) + 32'h2]) << (5)));
        plane = (plane & ~(1 << (6)) | ((data[(6 * 32'h8) + 32'h2]) << (6)));
        plane = (plane & ~(1 << (7)) | ((data[(7 * 32'h8) + 32'h2]) << (7)));
        slot_planes$d[(64'h10)+:(8)] = plane;
        plane = (plane & ~(1 << (0)) | ((data[(0 * 32'h8) + 32'h3]) << (0)));
        plane = (plane & ~(1 << (1)) | ((data[(1 * 32'h8) + 32'h3]) << (1)));
        plane = (plane & ~(1 << (2)) | ((data[(2 * 32'h8) + 32'h3]) << (2)));
        plane = (plane & ~(1 << (3)) | ((data[(3 * 32'h8) + 32'h3]) << (3)));
        plane = (plane & ~(1 << (4)) | ((data[(4 * 32'h8) + 32'h3]) << (4)));
        plane = (plane & ~(1 << (5)) | ((data[(5 * 32'h8) + 32'h3]) << (5)));
        plane = (plane & ~(1 << (6)) | ((data[(6 * 32'h8) + 32'h3]) << (6)));
        plane = (plane & ~(1 << (7)) | ((data[(7 * 32'h8) + 32'h3]) << (7)));
        slot_planes$d[(64'h18)+:(8)] = plane;
        slot_data$d = data;
        slot_soh$d = soh_ago$0;
        slot_digit$d = digit_ago$0;
        data_out = slot_data$q;
        soh = slot_soh$q;
        digit = slot_digit$q;
        planes = slot_planes$q;
        header = slot_header$q;
        fields = slot_fields$q;
    end

endmodule // fixnic_core$path$look_back

module fixnic_core$path$look_back$last_classes(d,q,clock);

    // Module arguments
    input wire  [55:0] d;
    output reg  [55:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 56'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$path$look_back$last_classes

module fixnic_core$path$look_back$last_is_digit$0(d,q,clock);

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

endmodule // fixnic_core$path$look_back$last_is_digit$0

module fixnic_core$path$look_back$last_is_digit$1(d,q,clock);

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

endmodule // fixnic_core$path$look_back$last_is_digit$1

module fixnic_core$path$look_back$last_is_digit$2(d,q,clock);

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

endmodule // fixnic_core$path$look_back$last_is_digit$2

module fixnic_core$path$look_back$last_is_digit$3(d,q,clock);

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

endmodule // fixnic_core$path$look_back$last_is_digit$3

module fixnic_core$path$look_back$last_is_digit$4(d,q,clock);

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

endmodule // fixnic_core$path$look_back$last_is_digit$4

module fixnic_core$path$look_back$last_is_digit$5(d,q,clock);

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

endmodule // fixnic_core$path$look_back$last_is_digit$5

module fixnic_core$path$look_back$last_is_digit$6(d,q,clock);

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

endmodule // fixnic_core$path$look_back$last_is_digit$6

module fixnic_core$path$look_back$last_is_digit$7(d,q,clock);

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

endmodule // fixnic_core$path$look_back$last_is_digit$7

module fixnic_core$path$look_back$last_is_digit$8(d,q,clock);

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

endmodule // fixnic_core$path$look_back$last_is_digit$8

module fixnic_core$path$look_back$last_is_digit$9(d,q,clock);

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

endmodule // fixnic_core$path$look_back$last_is_digit$9

module fixnic_core$path$look_back$slot_data(d,q,clock);

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

endmodule // fixnic_core$path$look_back$slot_data

module fixnic_core$path$look_back$slot_digit(d,q,clock);

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

endmodule // fixnic_core$path$look_back$slot_digit

module fixnic_core$path$look_back$slot_fields(d,q,clock);

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

endmodule // fixnic_core$path$look_back$slot_fields

module fixnic_core$path$look_back$slot_header(d,q,clock);

    // Module arguments
    input wire  [55:0] d;
    output reg  [55:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 56'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$path$look_back$slot_header

module fixnic_core$path$look_back$slot_planes(d,q,clock);

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

endmodule // fixnic_core$path$look_back$slot_planes

module fixnic_core$path$look_back$slot_soh(d,q,clock);

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

endmodule // fixnic_core$path$look_back$slot_soh

module fixnic_core$path$mask(clock,fresh,beat,data,shown,new_lanes,whole,remember,token,session,soh,digit,planes,header,fields,bounds,ends_here,data_out,digit_out,planes_out,token_out,session_out,value,marks,header_marks,length_digits$0,length_digits$1,length_digits$2,length_digits$3,length_digits$4,end_marks,check_digits$0,check_digits$1,check_digits$2,pair_sums$0,pair_sums$1,pair_sums$2,pair_sums$3);

    // Module arguments
    input wire  clock;
    input wire  fresh;
    input wire  [15:0] beat;
    input wire  [63:0] data;
    input wire  [7:0] shown;
    input wire  [7:0] new_lanes;
    input wire  whole;
    input wire  remember;
    input wire  [2:0] token;
    input wire  [9:0] session;
    input wire  [7:0] soh;
    input wire  [7:0] digit;
    input wire  [31:0] planes;
    input wire  [55:0] header;
    input wire  [63:0] fields;
    input wire  [47:0] bounds;
    input wire  ends_here;
    output reg  [63:0] data_out;
    output reg  [7:0] digit_out;
    output reg  [31:0] planes_out;
    output reg  [2:0] token_out;
    output reg  [9:0] session_out;
    output reg  [24:0] value;
    output reg  [28:0] marks;
    output reg  [44:0] header_marks;
    output reg  [3:0] length_digits$0;
    output reg  [3:0] length_digits$1;
    output reg  [3:0] length_digits$2;
    output reg  [3:0] length_digits$3;
    output reg  [3:0] length_digits$4;
    output reg  [3:0] end_marks;
    output reg  [3:0] check_digits$0;
    output reg  [3:0] check_digits$1;
    output reg  [3:0] check_digits$2;
    output reg  [7:0] pair_sums$0;
    output reg  [7:0] pair_sums$1;
    output reg  [7:0] pair_sums$2;
    output reg  [7:0] pair_sums$3;

    // Stub signals
    reg  [63:0] slot_data$d;
    wire  [63:0] slot_data$q;
    reg  slot_data$clock;
    reg  [7:0] slot_digit$d;
    wire  [7:0] slot_digit$q;
    reg  slot_digit$clock;
    reg  [31:0] slot_planes$d;
    wire  [31:0] slot_planes$q;
    reg  slot_planes$clock;
    reg  [2:0] slot_token$d;
    wire  [2:0] slot_token$q;
    reg  slot_token$clock;
    reg  [9:0] slot_session$d;
    wire  [9:0] slot_session$q;
    reg  slot_session$clock;
    reg  [24:0] slot_value$d;
    wire  [24:0] slot_value$q;
    reg  slot_value$clock;
    reg  [28:0] slot_marks$d;
    wire  [28:0] slot_marks$q;
    reg  slot_marks$clock;
    reg  [44:0] slot_header$d;
    wire  [44:0] slot_header$q;
    reg  slot_header$clock;
    reg  [3:0] slot_length_digits$0$d;
    wire  [3:0] slot_length_digits$0$q;
    reg  slot_length_digits$0$clock;
    reg  [3:0] slot_length_digits$1$d;
    wire  [3:0] slot_length_digits$1$q;
    reg  slot_length_digits$1$clock;
    reg  [3:0] slot_length_digits$2$d;
    wire  [3:0] slot_length_digits$2$q;
    reg  slot_length_digits$2$clock;
    reg  [3:0] slot_length_digits$3$d;
    wire  [3:0] slot_length_digits$3$q;
    reg  slot_length_digits$3$clock;
    reg  [3:0] slot_length_digits$4$d;
    wire  [3:0] slot_length_digits$4$q;
    reg  slot_length_digits$4$clock;
    reg  [3:0] slot_end$d;
    wire  [3:0] slot_end$q;
    reg  slot_end$clock;
    reg  [3:0] slot_check_digits$0$d;
    wire  [3:0] slot_check_digits$0$q;
    reg  slot_check_digits$0$clock;
    reg  [3:0] slot_check_digits$1$d;
    wire  [3:0] slot_check_digits$1$q;
    reg  slot_check_digits$1$clock;
    reg  [3:0] slot_check_digits$2$d;
    wire  [3:0] slot_check_digits$2$q;
    reg  slot_check_digits$2$clock;
    reg  [7:0] slot_pair_sums$0$d;
    wire  [7:0] slot_pair_sums$0$q;
    reg  slot_pair_sums$0$clock;
    reg  [7:0] slot_pair_sums$1$d;
    wire  [7:0] slot_pair_sums$1$q;
    reg  slot_pair_sums$1$clock;
    reg  [7:0] slot_pair_sums$2$d;
    wire  [7:0] slot_pair_sums$2$q;
    reg  slot_pair_sums$2$clock;
    reg  [7:0] slot_pair_sums$3$d;
    wire  [7:0] slot_pair_sums$3$q;
    reg  slot_pair_sums$3$clock;
    reg  saved$clock;
    reg  saved$load;
    reg  [9:0] saved$session;
    reg  saved$store;
    reg  [16:0] saved$state;
    wire  saved$restore;
    wire  [16:0] saved$word;
    wire  saved$same_session;
    reg  in_body$d;
    wire  in_body$q;
    reg  in_body$clock;
    reg  wants_seq_num$d;
    wire  wants_seq_num$q;
    reg  wants_seq_num$clock;
    reg  value_open$d;
    wire  value_open$q;
    reg  value_open$clock;
    reg  seen_seq_num$d;
    wire  seen_seq_num$q;
    reg  seen_seq_num$clock;
    reg  seen_poss_dup$d;
    wire  seen_poss_dup$q;
    reg  seen_poss_dup$clock;
    reg  sealed$d;
    wire  sealed$q;
    reg  sealed$clock;
    reg  [2:0] searched$d;
    wire  [2:0] searched$q;
    reg  searched$clock;
    reg  [7:0] last_found$d;
    wire  [7:0] last_found$q;
    reg  last_found$clock;
    reg  [7:0] last_soh$d;
    wire  [7:0] last_soh$q;
    reg  last_soh$clock;
    reg  [31:0] last_planes$d;
    wire  [31:0] last_planes$q;
    reg  last_planes$clock;

    // Local signals
    reg  [7:0] found;
    reg  [15:0] found_window;
    reg  [7:0] found_3_ago;
    reg  [7:0] found_4_ago;
    reg  [7:0] found_5_ago;
    reg  found_before;
    reg  no_find_yet;
    reg  [7:0] unfound_lanes;
    reg  [7:0] lengths_closed;
    reg  [2:0] closed_lane;
    reg  timed_out;
    reg  fifth_bad;
    reg  type_bad;
    reg  [15:0] soh_window;
    reg  [7:0] soh_1_ago;
    reg  [7:0] body;
    reg  [7:0] body_new;
    reg  [7:0] poss_dups;
    reg  [7:0] lengths;
    reg  [7:0] early_lengths;
    reg  [7:0] flag_matches;
    reg  [7:0] seq_nums;
    reg  [7:0] starts;
    reg  [7:0] difference;
    reg  borrow;
    reg  [7:0] closing;
    reg  [7:0] last_shown;
    reg  [15:0] ones_window;
    reg  [15:0] twos_window;
    reg  [15:0] fours_window;
    reg  [15:0] eights_window;
    reg  [7:0] this_plane;
    reg  [7:0] last_plane;
    reg  [7:0] ones_ago$0;
    reg  [7:0] ones_ago$1;
    reg  [7:0] ones_ago$2;
    reg  [7:0] ones_ago$3;
    reg  [7:0] ones_ago$4;
    reg  [7:0] twos_ago$0;
    reg  [7:0] twos_ago$1;
    reg  [7:0] twos_ago$2;
    reg  [7:0] twos_ago$3;
    reg  [7:0] twos_ago$4;
    reg  [7:0] fours_ago$0;
    reg  [7:0] fours_ago$1;
    reg  [7:0] fours_ago$2;
    reg  [7:0] fours_ago$3;
    reg  [7:0] fours_ago$4;
    reg  [7:0] eights_ago$0;
    reg  [7:0] eights_ago$1;
    reg  [7:0] eights_ago$2;
    reg  [7:0] eights_ago$3;
    reg  [7:0] eights_ago$4;
    reg  [7:0] has_length_digit$0;
    reg  [7:0] has_length_digit$1;
    reg  [7:0] has_length_digit$2;
    reg  [7:0] has_length_digit$3;
    reg  [7:0] has_length_digit$4;
    reg  [3:0] nibble;
    reg  [7:0] counted;
    reg  [7:0] even_byte;
    reg  [7:0] odd_byte;

    // Sub module instances
    fixnic_core$path$mask$slot_data slot_data(
        .d(slot_data$d),
        .q(slot_data$q),
        .clock(slot_data$clock)
    );
    fixnic_core$path$mask$slot_digit slot_digit(
        .d(slot_digit$d),
        .q(slot_digit$q),
        .clock(slot_digit$clock)
    );
    fixnic_core$path$mask$slot_planes slot_planes(
        .d(slot_planes$d),
        .q(slot_planes$q),
        .clock(slot_planes$clock)
    );
    fixnic_core$path$mask$slot_token slot_token(
        .d(slot_token$d),
        .q(slot_token$q),
        .clock(slot_token$clock)
    );
    fixnic_core$path$mask$slot_session slot_session(
        .d(slot_session$d),
        .q(slot_session$q),
        .clock(slot_session$clock)
    );
    fixnic_core$path$mask$slot_value slot_value(
        .d(slot_value$d),
        .q(slot_value$q),
        .clock(slot_value$clock)
    );
    fixnic_core$path$mask$slot_marks slot_marks(
        .d(slot_marks$d),
        .q(slot_marks$q),
        .clock(slot_marks$clock)
    );
    fixnic_core$path$mask$slot_header slot_header(
        .d(slot_header$d),
        .q(slot_header$q),
        .clock(slot_header$clock)
    );
    fixnic_core$path$mask$slot_length_digits$0 slot_length_digits$0(
        .d(slot_length_digits$0$d),
        .q(slot_length_digits$0$q),
        .clock(slot_length_digits$0$clock)
    );
    fixnic_core$path$mask$slot_length_digits$1 slot_length_digits$1(
        .d(slot_length_digits$1$d),
        .q(slot_length_digits$1$q),
        .clock(slot_length_digits$1$clock)
    );
    fixnic_core$path$mask$slot_length_digits$2 slot_length_digits$2(
        .d(slot_length_digits$2$d),
        .q(slot_length_digits$2$q),
        .clock(slot_length_digits$2$clock)
    );
    fixnic_core$path$mask$slot_length_digits$3 slot_length_digits$3(
        .d(slot_length_digits$3$d),
        .q(slot_length_digits$3$q),
        .clock(slot_length_digits$3$clock)
    );
    fixnic_core$path$mask$slot_length_digits$4 slot_length_digits$4(
        .d(slot_length_digits$4$d),
        .q(slot_length_digits$4$q),
        .clock(slot_length_digits$4$clock)
    );
    fixnic_core$path$mask$slot_end slot_end(
        .d(slot_end$d),
        .q(slot_end$q),
        .clock(slot_end$clock)
    );
    fixnic_core$path$mask$slot_check_digits$0 slot_check_digits$0(
        .d(slot_check_digits$0$d),
        .q(slot_check_digits$0$q),
        .clock(slot_check_digits$0$clock)
    );
    fixnic_core$path$mask$slot_check_digits$1 slot_check_digits$1(
        .d(slot_check_digits$1$d),
        .q(slot_check_digits$1$q),
        .clock(slot_check_digits$1$clock)
    );
    fixnic_core$path$mask$slot_check_digits$2 slot_check_digits$2(
        .d(slot_check_digits$2$d),
        .q(slot_check_digits$2$q),
        .clock(slot_check_digits$2$clock)
    );
    fixnic_core$path$mask$slot_pair_sums$0 slot_pair_sums$0(
        .d(slot_pair_sums$0$d),
        .q(slot_pair_sums$0$q),
        .clock(slot_pair_sums$0$clock)
    );
    fixnic_core$path$mask$slot_pair_sums$1 slot_pair_sums$1(
        .d(slot_pair_sums$1$d),
        .q(slot_pair_sums$1$q),
        .clock(slot_pair_sums$1$clock)
    );
    fixnic_core$path$mask$slot_pair_sums$2 slot_pair_sums$2(
        .d(slot_pair_sums$2$d),
        .q(slot_pair_sums$2$q),
        .clock(slot_pair_sums$2$clock)
    );
    fixnic_core$path$mask$slot_pair_sums$3 slot_pair_sums$3(
        .d(slot_pair_sums$3$d),
        .q(slot_pair_sums$3$q),
        .clock(slot_pair_sums$3$clock)
    );
    fixnic_core$path$mask$saved saved(
        .clock(saved$clock),
        .load(saved$load),
        .session(saved$session),
        .store(saved$store),
        .state(saved$state),
        .restore(saved$restore),
        .word(saved$word),
        .same_session(saved$same_session)
    );
    fixnic_core$path$mask$in_body in_body(
        .d(in_body$d),
        .q(in_body$q),
        .clock(in_body$clock)
    );
    fixnic_core$path$mask$wants_seq_num wants_seq_num(
        .d(wants_seq_num$d),
        .q(wants_seq_num$q),
        .clock(wants_seq_num$clock)
    );
    fixnic_core$path$mask$value_open value_open(
        .d(value_open$d),
        .q(value_open$q),
        .clock(value_open$clock)
    );
    fixnic_core$path$mask$seen_seq_num seen_seq_num(
        .d(seen_seq_num$d),
        .q(seen_seq_num$q),
        .clock(seen_seq_num$clock)
    );
    fixnic_core$path$mask$seen_poss_dup seen_poss_dup(
        .d(seen_poss_dup$d),
        .q(seen_poss_dup$q),
        .clock(seen_poss_dup$clock)
    );
    fixnic_core$path$mask$sealed sealed(
        .d(sealed$d),
        .q(sealed$q),
        .clock(sealed$clock)
    );
    fixnic_core$path$mask$searched searched(
        .d(searched$d),
        .q(searched$q),
        .clock(searched$clock)
    );
    fixnic_core$path$mask$last_found last_found(
        .d(last_found$d),
        .q(last_found$q),
        .clock(last_found$clock)
    );
    fixnic_core$path$mask$last_soh last_soh(
        .d(last_soh$d),
        .q(last_soh$q),
        .clock(last_soh$clock)
    );
    fixnic_core$path$mask$last_planes last_planes(
        .d(last_planes$d),
        .q(last_planes$q),
        .clock(last_planes$clock)
    );

    // Update code
    always @(*) begin
        slot_data$clock = clock;
        slot_digit$clock = clock;
        slot_planes$clock = clock;
        slot_token$clock = clock;
        slot_session$clock = clock;
        slot_value$clock = clock;
        slot_marks$clock = clock;
        slot_header$clock = clock;
        slot_end$clock = clock;
        in_body$clock = clock;
        wants_seq_num$clock = clock;
        value_open$clock = clock;
        seen_seq_num$clock = clock;
        seen_poss_dup$clock = clock;
        sealed$clock = clock;
        searched$clock = clock;
        last_found$clock = clock;
        last_soh$clock = clock;
        last_planes$clock = clock;
        slot_data$d = slot_data$q;
        slot_digit$d = slot_digit$q;
        slot_planes$d = slot_planes$q;
        slot_token$d = slot_token$q;
        slot_session$d = slot_session$q;
        slot_value$d = slot_value$q;
        slot_marks$d = slot_marks$q;
        slot_header$d = slot_header$q;
        slot_end$d = slot_end$q;
        in_body$d = in_body$q;
        wants_seq_num$d = wants_seq_num$q;
        value_open$d = value_open$q;
        seen_seq_num$d = seen_seq_num$q;
        seen_poss_dup$d = seen_poss_dup$q;
        sealed$d = sealed$q;
        searched$d = searched$q;
        last_found$d = last_found$q;
        last_soh$d = last_soh$q;
        last_planes$d = last_planes$q;
        found = 32'h0;
        if (~in_body$q) begin
            found = header[(64'h8)+:(8)];
        end
        found_window = (((found) & 16'hffff) << 32'h8) | ((last_found$q) & 16'hffff);
        found_3_ago = found_window[(32'h5)+:(8)];
        found_4_ago = found_window[(32'h4)+:(8)];
        found_5_ago = found_window[(32'h3)+:(8)];
        found_before = 1'b0;
        no_find_yet = 1'b1;
        unfound_lanes = 32'h0;
        found_before = found_before | found[0];
        no_find_yet = ~found_before;
        unfound_lanes = (unfound_lanes & ~(1 << (0)) | ((no_find_yet) << (0)));
        found_before = found_before | found[1];
        no_find_yet = ~found_before;
        unfound_lanes = (unfound_lanes & ~(1 << (1)) | ((no_find_yet) << (1)));
        found_before = found_before | found[2];
        no_find_yet = ~found_before;
        unfound_lanes = (unfound_lanes & ~(1 << (2)) | ((no_find_yet) << (2)));
        found_before = found_before | found[3];
        no_find_yet = ~found_before;
        unfound_lanes = (unfound_lanes & ~(1 << (3)) | ((no_find_yet) << (3)));
        found_before = found_before | found[4];
        no_find_yet = ~found_before;
        unfound_lanes = (unfound_lanes & ~(1 << (4)) | ((no_find_yet) << (4)));
        found_before = found_before | found[5];
        no_find_yet = ~found_before;
        unfound_lanes = (unfound_lanes & ~(1 << (5)) | ((no_find_yet) << (5)));
        found_before = found_before | found[6];
        no_find_yet = ~found_before;
        unfound_lanes = (unfound_lanes & ~(1 << (6)) | ((no_find_yet) << (6)));
        found_before = found_before | found[7];
        no_find_yet = ~found_before;
        unfound_lanes = (unfound_lanes & ~(1 << (7)) | ((no_find_yet) << (7)));
        slot_header$d[(64'h15)+:(8)] = 32'h0;
        if (ends_here | (~in_body$q)) begin
            slot_header$d[(64'h15)+:(8)] = soh & bounds[(64'h20)+:(8)] & new_lanes & unfound_lanes;
        end
        slot_header$d[(64'h0)+:(1)] = |(found & new_lanes);
        lengths_closed = header[(64'h8)+:(8)];
        closed_lane = 32'h0;
        closed_lane = (closed_lane & ~(1 << (32'h0)) | ((lengths_closed[32'h1] | lengths_closed[32'h3] | lengths_closed[32'h5] | lengths_closed[32'h7]) << (32'h0)));
        closed_lane = (closed_lane & ~(1 << (32'h1)) | ((lengths_closed[32'h2] | lengths_closed[32'h3] | lengths_closed[32'h6] | lengths_closed[32'h7]) << (32'h1)));
        closed_lane = (closed_lane & ~(1 << (32'h2)) | ((lengths_closed[32'h4] | lengths_closed[32'h5] | lengths_closed[32'h6] | lengths_closed[32'h7]) << (32'h2)));
        slot_header$d[(64'h1)+:(19)] = (((beat) & 19'h7ffff) << 32'h3) | ((closed_lane) & 19'h7ffff);
        timed_out = whole & (~ends_here) & (~in_body$q) & (~|found) & (searched$q == 32'h3);
        fifth_bad = |(bounds[(64'h28)+:(8)] & new_lanes & (~header[(64'h0)+:(8)]));
        type_bad = |(found_3_ago & new_lanes & (~header[(64'h30)+:(8)]));
        slot_header$d[(64'h14)+:(1)] = timed_out | fifth_bad | type_bad;
        soh_window = (((soh) & 16'hffff) << 32'h8) | ((last_soh$q) & 16'hffff);
        soh_1_ago = soh_window[(32'h7)+:(8)];
        slot_header$d[(64'h1d)+:(8)] = found_4_ago & new_lanes & (~soh);
        slot_header$d[(64'h25)+:(8)] = found_5_ago & new_lanes & (~soh) & (~soh_1_ago);
        body = 32'h0;
        if (in_body$q) begin
            body = bounds[(64'h8)+:(8)];
        end
        seq_nums = 32'h0;
        early_lengths = 32'h0;
        if (wants_seq_num$q) begin
            seq_nums = fields[(64'h0)+:(8)] & bounds[(64'h8)+:(8)];
            early_lengths = fields[(64'h30)+:(8)] & bounds[(64'h8)+:(8)] & new_lanes;
        end
        if (found[32'h0]) begin
            body = body | 32'h80;
            seq_nums = seq_nums | (fields[(64'h0)+:(8)] & 32'h80);
            early_lengths = early_lengths | (fields[(64'h30)+:(8)] & new_lanes & 32'h80);
        end
        body_new = body & new_lanes;
        lengths = fields[(64'h30)+:(8)] & body;
        poss_dups = fields[(64'h8)+:(8)] & body;
        slot_marks$d[(64'h0)+:(8)] = 32'h0;
        if (~seen_poss_dup$q) begin
            slot_marks$d[(64'h0)+:(8)] = poss_dups;
        end
        slot_marks$d[(64'h8)+:(8)] = fields[(64'h10)+:(8)] & new_lanes;
        slot_marks$d[(64'h10)+:(8)] = early_lengths;
        slot_marks$d[(64'h18)+:(1)] = |(fields[(64'h18)+:(8)] & body_new);
        slot_marks$d[(64'h19)+:(1)] = |(fields[(64'h20)+:(8)] & body_new);
        slot_marks$d[(64'h1a)+:(1)] = |(fields[(64'h28)+:(8)] & body_new);
        flag_matches = fields[(64'h8)+:(8)] | fields[(64'h18)+:(8)] | fields[(64'h20)+:(8)] | fields[(64'h28)+:(8)];
        slot_marks$d[(64'h1b)+:(1)] = sealed$q & |(flag_matches & body_new);
        slot_marks$d[(64'h1c)+:(1)] = |new_lanes;
        starts = seq_nums << 32'h1;
        starts = (starts & ~(1 << (32'h0)) | ((value_open$q) << (32'h0)));
        difference = soh - starts;
        borrow = (soh < starts) | seq_nums[32'h7];
        last_shown = shown & (~(shown >> 32'h1));
        closing = (soh & (~difference)) >> 32'h1;
        if (borrow) begin
            closing = closing | last_shown;
        end
        slot_value$d[(64'h8)+:(8)] = closing;
        slot_value$d[(64'h0)+:(8)] = difference & (~soh) & new_lanes;
        slot_value$d[(64'h10)+:(8)] = seq_nums;
        slot_value$d[(64'h18)+:(1)] = |(seq_nums & new_lanes);
        this_plane = planes[(64'h0)+:(8)];
        last_plane = last_planes$q[(64'h0)+:(8)];
        ones_window = (((this_plane) & 16'hffff) << 32'h8) | ((last_plane) & 16'hffff);
        this_plane = planes[(64'h8)+:(8)];
        last_plane = last_planes$q[(64'h8)+:(8)];
        twos_window = (((this_plane) & 16'hffff) << 32'h8) | ((last_plane) & 16'hffff);
        this_plane = planes[(64'h10)+:(8)];
        last_plane = last_planes$q[(64'h10)+:(8)];
        fours_window = (((this_plane) & 16'hffff) << 32'h8) | ((last_plane) & 16'hffff);
        this_plane = planes[(64'h18)+:(8)];
        last_plane = last_planes$q[(64'h18)+:(8)];
        eights_window = (((this_plane) & 16'hffff) << 32'h8) | ((last_plane) & 16'hffff);
        has_length_digit$0 = header[(64'h8)+:(8)];
        has_length_digit$1 = header[(64'h10)+:(8)];
        has_length_digit$2 = header[(64'h18)+:(8)];
        has_length_digit$3 = header[(64'h20)+:(8)];
        has_length_digit$4 = header[(64'h28)+:(8)];
        nibble = 32'h0;
        ones_ago$0 = ones_window[(32'h7 - 0)+:(8)];
        twos_ago$0 = twos_window[(32'h7 - 0)+:(8)];
        fours_ago$0 = fours_window[(32'h7 - 0)+:(8)];
        eights_ago$0 = eights_window[(32'h7 - 0)+:(8)];
        nibble = (nibble & ~(1 << (32'h0)) | ((|(has_length_digit$0 & ones_ago$0)) << (32'h0)));
        nibble = (nibble & ~(1 << (32'h1)) | ((|(has_length_digit$0 & twos_ago$0)) << (32'h1)));
        nibble = (nibble & ~(1 << (32'h2)) | ((|(has_length_digit$0 & fours_ago$0)) << (32'h2)));
        nibble = (nibble & ~(1 << (32'h3)) | ((|(has_length_digit$0 & eights_ago$0)) << (32'h3)));
        slot_length_digits$0$clock = clock;
        slot_length_digits$0$d = nibble;
        ones_ago$1 = ones_window[(32'h7 - 1)+:(8)];
        twos_ago$1 = twos_window[(32'h7 - 1)+:(8)];
        fours_ago$1 = fours_window[(32'h7 - 1)+:(8)];
        eights_ago$1 = eights_window[(32'h7 - 1)+:(8)];
        nibble = (nibble & ~(1 << (32'h0)) | ((|(has_length_digit$1 & ones_ago$1)) << (32'h0)));
        nibble = (nibble & ~(1 << (32'h1)) | ((|(has_length_digit$1 & twos_ago$1)) << (32'h1)));
        nibble = (nibble & ~(1 << (32'h2)) | ((|(has_length_digit$1 & fours_ago$1)) << (32'h2)));
        nibble = (nibble & ~(1 << (32'h3)) | ((|(has_length_digit$1 & eights_ago$1)) << (32'h3)));
        slot_length_digits$1$clock = clock;
        slot_length_digits$1$d = nibble;
        ones_ago$2 = ones_window[(32'h7 - 2)+:(8)];
        twos_ago$2 = twos_window[(32'h7 - 2)+:(8)];
        fours_ago$2 = fours_window[(32'h7 - 2)+:(8)];
        eights_ago$2 = eights_window[(32'h7 - 2)+:(8)];
        nibble = (nibble & ~(1 << (32'h0)) | ((|(has_length_digit$2 & ones_ago$2)) << (32'h0)));
        nibble = (nibble & ~(1 << (32'h1)) | ((|(has_length_digit$2 & twos_ago$2)) << (32'h1)));
        nibble = (nibble & ~(1 << (32'h2)) | ((|(has_length_digit$2 & fours_ago$2)) << (32'h2)));
        nibble = (nibble & ~(1 << (32'h3)) | ((|(has_length_digit$2 & eights_ago$2)) << (32'h3)));
        slot_length_digits$2$clock = clock;
        slot_length_digits$2$d = nibble;
        ones_ago$3 = ones_window[(32'h7 - 3)+:(8)];
        twos_ago$3 = twos_window[(32'h7 - 3)+:(8)];
        fours_ago$3 = fours_window[(32'h7 - 3)+:(8)];
        eights_ago$3 = eights_window[(32'h7 - 3)+:(8)];
        nibble = (nibble & ~(1 << (32'h0)) | ((|(has_length_digit$3 & ones_ago$3)) << (32'h0)));
        nibble = (nibble & ~(1 << (32'h1)) | ((|(has_length_digit$3 & twos_ago$3)) << (32'h1)));
        nibble = (nibble & ~(1 << (32'h2)) | ((|(has_length_digit$3 & fours_ago$3)) << (32'h2)));
        nibble = (nibble & ~(1 << (32'h3)) | ((|(has_length_digit$3 & eights_ago$3)) << (32'h3)));
        slot_length_digits$3$clock = clock;
        slot_length_digits$3$d = nibble;
        ones_ago$4 = ones_window[(32'h7 - 4)+:(8)];
        twos_ago$4 = twos_window[(32'h7 - 4)+:(8)];
        fours_ago$4 = fours_window[(32'h7 - 4)+:(8)];
        eights_ago$4 = eights_window[(32'h7 - 4)+:(8)];
        nibble = (nibble & ~(1 << (32'h0)) | ((|(has_length_digit$4 & ones_ago$4)) << (32'h0)));
        nibble = (nibble & ~(1 << (32'h1)) | ((|(has_length_digit$4 & twos_ago$4)) << (32'h1)));
        nibble = (nibble & ~(1 << (32'h2)) | ((|(has_length_digit$4 & fours_ago$4)) << (32'h2)));
        nibble = (nibble & ~(1 << (32'h3)) | ((|(has_length_digit$4 & eights_ago$4)) << (32'h3)));
        slot_length_digits$4$clock = clock;
        slot_length_digits$4$d = nibble;
        nibble = (nibble & ~(1 << (32'h0)) | ((|(bounds[(64'h18)+:(8)] & ones_ago$0)) << (32'h0)));
        nibble = (nibble & ~(1 << (32'h1)) | ((|(bounds[(64'h18)+:(8)] & twos_ago$0)) << (32'h1)));
        nibble = (nibble & ~(1 << (32'h2)) | ((|(bounds[(64'h18)+:(8)] & fours_ago$0)) << (32'h2)));
        nibble = (nibble & ~(1 << (32'h3)) | ((|(bounds[(64'h18)+:(8)] & eights_ago$0)) << (32'h3)));
        slot_check_digits$0$clock = clock;
        slot_check_digits$0$d = nibble;
        nibble = (nibble & ~(1 << (32'h0)) | ((|(bounds[(64'h18)+:(8)] & ones_ago$1)) << (32'h0)));
        nibble = (nibble & ~(1 << (32'h1)) | ((|(bounds[(64'h18)+:(8)] & twos_ago$1)) << (32'h1)));
        nibble = (nibble & ~(1 << (32'h2)) | ((|(bounds[(64'h18)+:(8)] & fours_ago$1)) << (32'h2)));
        nibble = (nibble & ~(1 << (32'h3)) | ((|(bounds[(64'h18)+:(8)] & eights_ago$1)) << (32'h3)));
        slot_check_digits$1$clock = clock;
        slot_check_digits$1$d = nibble;
        nibble = (nibble & ~(1 << (32'h0)) | ((|(bounds[(64'h18)+:(8)] & ones_ago$2)) << (32'h0)));
        nibble = (nibble & ~(1 << (32'h1)) | ((|(bounds[(64'h18)+:(8)] & twos_ago$2)) << (32'h1)));
        nibble = (nibble & ~(1 << (32'h2)) | ((|(bounds[(64'h18)+:(8)] & fours_ago$2)) << (32'h2)));
        nibble = (nibble & ~(1 << (32'h3)) | ((|(bounds[(64'h18)+:(8)] & eights_ago$2)) << (32'h3)));
        slot_check_digits$2$clock = clock;
        slot_check_digits$2$d = nibble;
        counted = bounds[(64'h0)+:(8)] & new_lanes;
        even_byte = 32'h0;
        odd_byte = 32'h0;
        even_byte = 32'h0;
        odd_byte = 32'h0;
        if (counted[0 * 32'h2]) begin
            even_byte = data[(0 * 32'h10)+:(8)];
        end
        if (counted[(0 * 32'h2) + 32'h1]) begin
            odd_byte = data[((0 * 32'h10) + 32'h8)+:(8)];
        end
        slot_pair_sums$0$clock = clock;
        slot_pair_sums$0$d = even_byte + odd_byte;
        even_byte = 32'h0;
        odd_byte = 32'h0;
        if (counted[1 * 32'h2]) begin
            even_byte = data[(1 * 32'h10)+:(8)];
        end
        if (counted[(1 * 32'h2) + 32'h1]) begin
            odd_byte = data[((1 * 32'h10) + 32'h8)+:(8)];
        end
        slot_pair_sums$1$clock = clock;
        slot_pair_sums$1$d = even_byte + odd_byte;
        even_byte = 32'h0;
        odd_byte = 32'h0;
        if (counted[2 * 32'h2]) begin
            even_byte = data[(2 * 32'h10)+:(8)];
        end
        if (counted[(2 * 32'h2) + 32'h1]) begin
            odd_byte = data[((2 * 32'h10) + 32'h8)+:(8)];
        end
        slot_pair_sums$2$clock = clock;
        slot_pair_sums$2$d = even_byte + odd_byte;
        even_byte = 32'h0;
        odd_byte = 32'h0;
        if (counted[3 * 32'h2]) begin
            even_byte = data[(3 * 32'h10)+:(8)];
        end
        if (counted[(3 * 32'h2) + 32'h1]) begin
            odd_byte = data[((3 * 32'h10) + 32'h8)+:(8)];
        end
        slot_pair_sums$3$clock = clock;
        slot_pair_sums$3$d = even_byte + odd_byte;
        slot_end$d[(64'h0)+:(1)] = |(bounds[(64'h10)+:(8)] & new_lanes);
        slot_end$d[(64'h1)+:(1)] = |(bounds[(64'h18)+:(8)] & new_lanes);
        slot_end$d[(64'h2)+:(1)] = |(bounds[(64'h18)+:(8)] & new_lanes & (~fields[(64'h38)+:(8)]));
        slot_end$d[(64'h3)+:(1)] = seen_seq_num$q;
        if (remember) begin
            last_planes$d = planes;
            last_soh$d = soh;
            last_found$d = found;
        end
        if (whole) begin
            value_open$d = borrow;
            wants_seq_num$d = (~ends_here) & (in_body$q | |found) & (~seen_seq_num$q) & (~|seq_nums);
            if (ends_here) begin
                in_body$d = 1'b0;
                seen_seq_num$d = 1'b0;
                seen_poss_dup$d = 1'b0;
                sealed$d = 1'b0;
                searched$d = 32'h0;
            end
            else begin
                in_body$d = in_body$q | |found;
                seen_seq_num$d = seen_seq_num$q | |seq_nums;
                seen_poss_dup$d = seen_poss_dup$q | |poss_dups;
                sealed$d = sealed$q | |lengths;
                if (~in_body$q) begin
                    searched$d = searched$q + 32'h1;
                end
            end
        end
        saved$clock = clock;
        saved$load = token[(64'h0)+:(1)];
        saved$session = session;
        saved$store = slot_token$q[(64'h2)+:(1)];
        saved$state[(64'h0)+:(1)] = in_body$q;
        saved$state[(64'h1)+:(1)] = wants_seq_num$q;
        saved$state[(64'h2)+:(1)] = value_open$q;
        saved$state[(64'h3)+:(1)] = seen_seq_num$q;
        saved$state[(64'h4)+:(1)] = seen_poss_dup$q;
        saved$state[(64'h5)+:(1)] = sealed$q;
        saved$state[(64'h6)+:(3)] = searched$q;
        saved$state[(64'h9)+:(8)] = last_found$q;
        if (saved$restore) begin
            in_body$d = saved$word[(64'h0)+:(1)];
            wants_seq_num$d = saved$word[(64'h1)+:(1)];
            value_open$d = saved$word[(64'h2)+:(1)];
            seen_seq_num$d = saved$word[(64'h3)+:(1)];
            seen_poss_dup$d = saved$word[(64'h4)+:(1)];
            sealed$d = saved$word[(64'h5)+:(1)];
            searched$d = saved$word[(64'h6)+:(3)];
            last_found$d = saved$word[(64'h9)+:(8)];
            if (fresh) begin
                in_body$d = 1'b0;
                wants_seq_num$d = 1'b0;
                value_open$d = 1'b0;
                seen_seq_num$d = 1'b0;
                seen_poss_dup$d = 1'b0;
                sealed$d = 1'b0;
                searched$d = 32'h0;
                last_found$d = 32'h0;
            end
        end
        slot_data$d = data;
        slot_digit$d = digit;
        slot_planes$d = planes;
        slot_token$d = token;
        slot_session$d = session;
        data_out = slot_data$q;
        digit_out = slot_digit$q;
        planes_out = slot_planes$q;
        token_out = slot_token$q;
        session_out = slot_session$q;
        value = slot_value$q;
        marks = slot_marks$q;
        header_marks = slot_header$q;
        end_marks = slot_end$q;
        length_digits$0 = slot_length_digits$0$q;
        length_digits$1 = slot_length_digits$1$q;
        length_digits$2 = slot_length_digits$2$q;
        length_digits$3 = slot_length_digits$3$q;
        length_digits$4 = slot_length_digits$4$q;
        check_digits$0 = slot_check_digits$0$q;
        check_digits$1 = slot_check_digits$1$q;
        check_digits$2 = slot_check_digits$2$q;
        pair_sums$0 = slot_pair_sums$0$q;
        pair_sums$1 = slot_pair_sums$1$q;
        pair_sums$2 = slot_pair_sums$2$q;
        pair_sums$3 = slot_pair_sums$3$q;
    end

endmodule // fixnic_core$path$mask

module fixnic_core$path$mask$in_body(d,q,clock);

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

endmodule // fixnic_core$path$mask$in_body

module fixnic_core$path$mask$last_found(d,q,clock);

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

endmodule // fixnic_core$path$mask$last_found

module fixnic_core$path$mask$last_planes(d,q,clock);

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

endmodule // fixnic_core$path$mask$last_planes

module fixnic_core$path$mask$last_soh(d,q,clock);

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

endmodule // fixnic_core$path$mask$last_soh

module fixnic_core$path$mask$saved(clock,load,session,store,state,restore,word,same_session);

    // Module arguments
    input wire  clock;
    input wire  load;
    input wire  [9:0] session;
    input wire  store;
    input wire  [16:0] state;
    output reg  restore;
    output reg  [16:0] word;
    output reg  same_session;

    // Stub signals
    reg  ram$clock;
    reg  [9:0] ram$read_address;
    wire  [16:0] ram$read_data;
    reg  [9:0] ram$write_address;
    reg  [16:0] ram$write_data;
    reg  ram$write_enable;
    reg  [16:0] fetched$d;
    wire  [16:0] fetched$q;
    reg  fetched$clock;
    reg  load_1$d;
    wire  load_1$q;
    reg  load_1$clock;
    reg  load_2$d;
    wire  load_2$q;
    reg  load_2$clock;
    reg  [9:0] session_1$d;
    wire  [9:0] session_1$q;
    reg  session_1$clock;
    reg  [9:0] session_2$d;
    wire  [9:0] session_2$q;
    reg  session_2$clock;
    reg  [9:0] owner$d;
    wire  [9:0] owner$q;
    reg  owner$clock;
    reg  same$d;
    wire  same$q;
    reg  same$clock;

    // Sub module instances
    fixnic_core$path$mask$saved$ram ram(
        .clock(ram$clock),
        .read_address(ram$read_address),
        .read_data(ram$read_data),
        .write_address(ram$write_address),
        .write_data(ram$write_data),
        .write_enable(ram$write_enable)
    );
    fixnic_core$path$mask$saved$fetched fetched(
        .d(fetched$d),
        .q(fetched$q),
        .clock(fetched$clock)
    );
    fixnic_core$path$mask$saved$load_1 load_1(
        .d(load_1$d),
        .q(load_1$q),
        .clock(load_1$clock)
    );
    fixnic_core$path$mask$saved$load_2 load_2(
        .d(load_2$d),
        .q(load_2$q),
        .clock(load_2$clock)
    );
    fixnic_core$path$mask$saved$session_1 session_1(
        .d(session_1$d),
        .q(session_1$q),
        .clock(session_1$clock)
    );
    fixnic_core$path$mask$saved$session_2 session_2(
        .d(session_2$d),
        .q(session_2$q),
        .clock(session_2$clock)
    );
    fixnic_core$path$mask$saved$owner owner(
        .d(owner$d),
        .q(owner$q),
        .clock(owner$clock)
    );
    fixnic_core$path$mask$saved$same same(
        .d(same$d),
        .q(same$q),
        .clock(same$clock)
    );

    // Update code
    always @(*) begin
        fetched$clock = clock;
        load_1$clock = clock;
        load_2$clock = clock;
        session_1$clock = clock;
        session_2$clock = clock;
        owner$clock = clock;
        same$clock = clock;
        fetched$d = fetched$q;
        load_1$d = load_1$q;
        load_2$d = load_2$q;
        session_1$d = session_1$q;
        session_2$d = session_2$q;
        owner$d = owner$q;
        same$d = same$q;
        ram$clock = clock;
        ram$read_address = session;
        ram$write_address = owner$q;
        ram$write_data = state;
        ram$write_enable = store;
        load_1$d = load;
        session_1$d = session;
        load_2$d = load_1$q;
        session_2$d = session_1$q;
        fetched$d = ram$read_data;
        same$d = session_1$q == owner$q;
        if (load_2$q) begin
            owner$d = session_2$q;
        end
        restore = load_2$q;
        word = fetched$q;
        same_session = same$q;
    end

endmodule // fixnic_core$path$mask$saved

module fixnic_core$path$mask$saved$fetched(d,q,clock);

    // Module arguments
    input wire  [16:0] d;
    output reg  [16:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 17'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$path$mask$saved$fetched

module fixnic_core$path$mask$saved$load_1(d,q,clock);

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

endmodule // fixnic_core$path$mask$saved$load_1

module fixnic_core$path$mask$saved$load_2(d,q,clock);

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

endmodule // fixnic_core$path$mask$saved$load_2

module fixnic_core$path$mask$saved$owner(d,q,clock);

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

endmodule // fixnic_core$path$mask$saved$owner

module fixnic_core$path$mask$saved$ram(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [9:0] read_address;
    output reg  [16:0] read_data;
    input wire  [9:0] write_address;
    input wire  [16:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [16:0] words [0:1023];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_core$path$mask$saved$ram

module fixnic_core$path$mask$saved$same(d,q,clock);

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

endmodule // fixnic_core$path$mask$saved$same

module fixnic_core$path$mask$saved$session_1(d,q,clock);

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

endmodule // fixnic_core$path$mask$saved$session_1

module fixnic_core$path$mask$saved$session_2(d,q,clock);

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

endmodule // fixnic_core$path$mask$saved$session_2

module fixnic_core$path$mask$sealed(d,q,clock);

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

endmodule // fixnic_core$path$mask$sealed

module fixnic_core$path$mask$searched(d,q,clock);

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

endmodule // fixnic_core$path$mask$searched

module fixnic_core$path$mask$seen_poss_dup(d,q,clock);

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

endmodule // fixnic_core$path$mask$seen_poss_dup

module fixnic_core$path$mask$seen_seq_num(d,q,clock);

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

endmodule // fixnic_core$path$mask$seen_seq_num

module fixnic_core$path$mask$slot_check_digits$0(d,q,clock);

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

endmodule // fixnic_core$path$mask$slot_check_digits$0

module fixnic_core$path$mask$slot_check_digits$1(d,q,clock);

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

endmodule // fixnic_core$path$mask$slot_check_digits$1

module fixnic_core$path$mask$slot_check_digits$2(d,q,clock);

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

endmodule // fixnic_core$path$mask$slot_check_digits$2

module fixnic_core$path$mask$slot_data(d,q,clock);

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

endmodule // fixnic_core$path$mask$slot_data

module fixnic_core$path$mask$slot_digit(d,q,clock);

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

endmodule // fixnic_core$path$mask$slot_digit

module fixnic_core$path$mask$slot_end(d,q,clock);

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

endmodule // fixnic_core$path$mask$slot_end

module fixnic_core$path$mask$slot_header(d,q,clock);

    // Module arguments
    input wire  [44:0] d;
    output reg  [44:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 45'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$path$mask$slot_header

module fixnic_core$path$mask$slot_length_digits$0(d,q,clock);

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

endmodule // fixnic_core$path$mask$slot_length_digits$0

module fixnic_core$path$mask$slot_length_digits$1(d,q,clock);

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

endmodule // fixnic_core$path$mask$slot_length_digits$1

module fixnic_core$path$mask$slot_length_digits$2(d,q,clock);

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

endmodule // fixnic_core$path$mask$slot_length_digits$2

module fixnic_core$path$mask$slot_length_digits$3(d,q,clock);

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

endmodule // fixnic_core$path$mask$slot_length_digits$3

module fixnic_core$path$mask$slot_length_digits$4(d,q,clock);

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

endmodule // fixnic_core$path$mask$slot_length_digits$4

module fixnic_core$path$mask$slot_marks(d,q,clock);

    // Module arguments
    input wire  [28:0] d;
    output reg  [28:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 29'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$path$mask$slot_marks

module fixnic_core$path$mask$slot_pair_sums$0(d,q,clock);

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

endmodule // fixnic_core$path$mask$slot_pair_sums$0

module fixnic_core$path$mask$slot_pair_sums$1(d,q,clock);

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

endmodule // fixnic_core$path$mask$slot_pair_sums$1

module fixnic_core$path$mask$slot_pair_sums$2(d,q,clock);

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

endmodule // fixnic_core$path$mask$slot_pair_sums$2

module fixnic_core$path$mask$slot_pair_sums$3(d,q,clock);

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

endmodule // fixnic_core$path$mask$slot_pair_sums$3

module fixnic_core$path$mask$slot_planes(d,q,clock);

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

endmodule // fixnic_core$path$mask$slot_planes

module fixnic_core$path$mask$slot_session(d,q,clock);

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

endmodule // fixnic_core$path$mask$slot_session

module fixnic_core$path$mask$slot_token(d,q,clock);

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

endmodule // fixnic_core$path$mask$slot_token

module fixnic_core$path$mask$slot_value(d,q,clock);

    // Module arguments
    input wire  [24:0] d;
    output reg  [24:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 25'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$path$mask$slot_value

module fixnic_core$path$mask$value_open(d,q,clock);

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

endmodule // fixnic_core$path$mask$value_open

module fixnic_core$path$mask$wants_seq_num(d,q,clock);

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

endmodule // fixnic_core$path$mask$wants_seq_num

module fixnic_core$pending(d,q,clock);

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

endmodule // fixnic_core$pending

module fixnic_core$registers(clock,reset,s_axil_awaddr,s_axil_awvalid,s_axil_awready,s_axil_wdata,s_axil_wstrb,s_axil_wvalid,s_axil_wready,s_axil_bresp,s_axil_bvalid,s_axil_bready,s_axil_araddr,s_axil_arvalid,s_axil_arready,s_axil_rdata,s_axil_rresp,s_axil_rvalid,s_axil_rready,cfg_rx_enable,cfg_tx_enable,reset_request,reset_done,epoch,stat_idle,axi_error,rx_ring_enable,rx_ring_entry_base,rx_ring_buffer_base,rx_ring_entry_log2,rx_ring_buffer_log2,rx_doorbell,rx_doorbell_entries,rx_doorbell_granules,rx_producer_entries,rx_producer_granules,rx_pending,tx_ring_base,tx_completion_base,tx_ring_log2,tx_doorbell,tx_doorbell_count,tx_event,cmd_go,cmd_op,cmd_slot,cmd_session,cmd_local_ip,cmd_remote_ip,cmd_local_port,cmd_remote_port,cmd_tcp_seq,cmd_expected,cmd_tag,cmd_done,cmd_result,cmd_session_state,stat_latch,stat_busy,stat_index,stat_value,irq);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  [11:0] s_axil_awaddr;
    input wire  s_axil_awvalid;
    output reg  s_axil_awready;
    input wire  [31:0] s_axil_wdata;
    input wire  [3:0] s_axil_wstrb;
    input wire  s_axil_wvalid;
    output reg  s_axil_wready;
    output reg  [1:0] s_axil_bresp;
    output reg  s_axil_bvalid;
    input wire  s_axil_bready;
    input wire  [11:0] s_axil_araddr;
    input wire  s_axil_arvalid;
    output reg  s_axil_arready;
    output reg  [31:0] s_axil_rdata;
    output reg  [1:0] s_axil_rresp;
    output reg  s_axil_rvalid;
    input wire  s_axil_rready;
    output reg  cfg_rx_enable;
    output reg  cfg_tx_enable;
    output reg  reset_request;
    input wire  reset_done;
    input wire  [7:0] epoch;
    input wire  stat_idle;
    input wire  axi_error;
    output reg  rx_ring_enable;
    output reg  [63:0] rx_ring_entry_base;
    output reg  [63:0] rx_ring_buffer_base;
    output reg  [3:0] rx_ring_entry_log2;
    output reg  [3:0] rx_ring_buffer_log2;
    output reg  rx_doorbell;
    output reg  [15:0] rx_doorbell_entries;
    output reg  [15:0] rx_doorbell_granules;
    input wire  [15:0] rx_producer_entries;
    input wire  [15:0] rx_producer_granules;
    input wire  rx_pending;
    output reg  [63:0] tx_ring_base;
    output reg  [63:0] tx_completion_base;
    output reg  [3:0] tx_ring_log2;
    output reg  tx_doorbell;
    output reg  [15:0] tx_doorbell_count;
    input wire  tx_event;
    output reg  cmd_go;
    output reg  [7:0] cmd_op;
    output reg  [31:0] cmd_slot;
    output reg  [31:0] cmd_session;
    output reg  [31:0] cmd_local_ip;
    output reg  [31:0] cmd_remote_ip;
    output reg  [15:0] cmd_local_port;
    output reg  [15:0] cmd_remote_port;
    output reg  [31:0] cmd_tcp_seq;
    output reg  [39:0] cmd_expected;
    output reg  [31:0] cmd_tag;
    input wire  cmd_done;
    input wire  [7:0] cmd_result;
    input wire  [7:0] cmd_session_state;
    output reg  stat_latch;
    input wire  stat_busy;
    output reg  [5:0] stat_index;
    input wire  [63:0] stat_value;
    output reg  [5:0] irq;

    // Constant declarations
    localparam  page_general = 6'b0;
    localparam  page_mailbox = 6'b100;
    localparam  page_rx_ring = 6'b1000;
    localparam  page_tx_ring = 6'b1100;
    localparam  pages_statistics = 3'b100;
    localparam  at_id = 4'h0;
    localparam  at_abi_version = 4'h1;
    localparam  at_geometry = 4'h2;
    localparam  at_clock_ps = 4'h3;
    localparam  at_epoch = 4'h4;
    localparam  at_control = 4'h5;
    localparam  at_status = 4'h6;
    localparam  at_scratch = 4'h7;
    localparam  at_irq_arm = 4'h8;
    localparam  at_stat_latch = 4'h9;
    localparam  id = 32'h4e584946;
    localparam  abi_version = 32'h10000;
    localparam  geometry = 32'h8010c0a;
    localparam  clock_ps = 32'h1900;
    localparam  rx_enable_lsb = 5'b0;
    localparam  tx_enable_lsb = 5'b1;
    localparam  reset_lsb = 5'b11111;
    localparam  idle_lsb = 5'b0;
    localparam  ring_refused_lsb = 5'b1;
    localparam  axi_error_lsb = 5'b10;
    localparam  remote_port_lsb = 5'b0;
    localparam  local_port_lsb = 5'b10000;

    // Stub signals
    reg  bus$clock;
    reg  bus$reset;
    reg  [11:0] bus$awaddr;
    reg  bus$awvalid;
    wire  bus$awready;
    reg  [31:0] bus$wdata;
    reg  [3:0] bus$wstrb;
    reg  bus$wvalid;
    wire  bus$wready;
    wire  bus$bvalid;
    reg  bus$bready;
    reg  [11:0] bus$araddr;
    reg  bus$arvalid;
    wire  bus$arready;
    wire  [31:0] bus$rdata;
    wire  bus$rvalid;
    reg  bus$rready;
    wire  [9:0] bus$address;
    wire  bus$is_write;
    reg  bus$hold;
    wire  bus$write;
    wire  [31:0] bus$write_data;
    reg  [31:0] bus$read_data;
    reg  commands$clock;
    reg  commands$clear;
    reg  commands$write;
    reg  [3:0] commands$word;
    reg  [31:0] commands$data;
    wire  [31:0] commands$read_data;
    wire  commands$go;
    wire  [7:0] commands$op;
    wire  [31:0] commands$slot;
    wire  [31:0] commands$session;
    wire  [31:0] commands$local_ip;
    wire  [31:0] commands$remote_ip;
    wire  [31:0] commands$ports;
    wire  [31:0] commands$tcp_seq;
    wire  [39:0] commands$expected;
    wire  [31:0] commands$tag;
    reg  commands$done;
    reg  [7:0] commands$result;
    reg  [7:0] commands$session_state;
    reg  rx_ring$clock;
    reg  rx_ring$clear;
    reg  rx_ring$write;
    reg  [3:0] rx_ring$word;
    reg  [31:0] rx_ring$data;
    wire  [31:0] rx_ring$read_data;
    reg  rx_ring$stop;
    wire  rx_ring$enable;
    wire  rx_ring$refused;
    wire  [63:0] rx_ring$entry_base;
    wire  [63:0] rx_ring$buffer_base;
    wire  [3:0] rx_ring$entry_log2;
    wire  [3:0] rx_ring$buffer_log2;
    wire  rx_ring$doorbell;
    wire  [15:0] rx_ring$doorbell_entries;
    wire  [15:0] rx_ring$doorbell_granules;
    reg  [15:0] rx_ring$producer_entries;
    reg  [15:0] rx_ring$producer_granules;
    reg  tx_ring$clock;
    reg  tx_ring$clear;
    reg  tx_ring$write;
    reg  [3:0] tx_ring$word;
    reg  [31:0] tx_ring$data;
    wire  [31:0] tx_ring$read_data;
    reg  tx_ring$set_enable;
    reg  tx_ring$enable_value;
    reg  tx_ring$stop;
    wire  tx_ring$enable;
    wire  tx_ring$refused;
    wire  [63:0] tx_ring$ring_base;
    wire  [63:0] tx_ring$completion_base;
    wire  [3:0] tx_ring$log2;
    wire  tx_ring$doorbell;
    wire  [15:0] tx_ring$doorbell_count;
    reg  vectors$clock;
    reg  vectors$reset;
    reg  [5:0] vectors$arm;
    reg  [3:0] vectors$rx_pending;
    reg  vectors$tx_event;
    reg  vectors$error_event;
    wire  [5:0] vectors$armed;
    wire  [5:0] vectors$irq;
    reg  in_general$d;
    wire  in_general$q;
    reg  in_general$clock;
    reg  in_mailbox$d;
    wire  in_mailbox$q;
    reg  in_mailbox$clock;
    reg  in_rx_ring$d;
    wire  in_rx_ring$q;
    reg  in_rx_ring$clock;
    reg  in_tx_ring$d;
    wire  in_tx_ring$q;
    reg  in_tx_ring$clock;
    reg  in_statistics$d;
    wire  in_statistics$q;
    reg  in_statistics$clock;
    reg  at_latch$d;
    wire  at_latch$q;
    reg  at_latch$clock;
    reg  rx_enabled$d;
    wire  rx_enabled$q;
    reg  rx_enabled$clock;
    reg  [31:0] scratch$d;
    wire  [31:0] scratch$q;
    reg  scratch$clock;
    reg  requested$d;
    wire  requested$q;
    reg  requested$clock;
    reg  resetting$d;
    wire  resetting$q;
    reg  resetting$clock;
    reg  ring_refused$d;
    wire  ring_refused$q;
    reg  ring_refused$clock;
    reg  axi_failed$d;
    wire  axi_failed$q;
    reg  axi_failed$clock;
    reg  [5:0] arm$d;
    wire  [5:0] arm$q;
    reg  arm$clock;
    reg  latch$d;
    wire  latch$q;
    reg  latch$clock;
    reg  [31:0] general$d;
    wire  [31:0] general$q;
    reg  general$clock;

    // Local signals
    reg  clear;
    reg  [5:0] page;
    reg  [3:0] word;
    reg  [31:0] data;
    reg  write;
    reg  write_general;
    reg  write_control;
    reg  wants_reset;
    reg  refused;
    reg  [31:0] control;
    reg  [31:0] status;
    reg  [31:0] general_next;
    reg  [31:0] counter_half;
    reg  [31:0] read;

    // Sub module instances
    fixnic_core$registers$bus bus(
        .clock(bus$clock),
        .reset(bus$reset),
        .awaddr(bus$awaddr),
        .awvalid(bus$awvalid),
        .awready(bus$awready),
        .wdata(bus$wdata),
        .wstrb(bus$wstrb),
        .wvalid(bus$wvalid),
        .wready(bus$wready),
        .bvalid(bus$bvalid),
        .bready(bus$bready),
        .araddr(bus$araddr),
        .arvalid(bus$arvalid),
        .arready(bus$arready),
        .rdata(bus$rdata),
        .rvalid(bus$rvalid),
        .rready(bus$rready),
        .address(bus$address),
        .is_write(bus$is_write),
        .hold(bus$hold),
        .write(bus$write),
        .write_data(bus$write_data),
        .read_data(bus$read_data)
    );
    fixnic_core$registers$commands commands(
        .clock(commands$clock),
        .clear(commands$clear),
        .write(commands$write),
        .word(commands$word),
        .data(commands$data),
        .read_data(commands$read_data),
        .go(commands$go),
        .op(commands$op),
        .slot(commands$slot),
        .session(commands$session),
        .local_ip(commands$local_ip),
        .remote_ip(commands$remote_ip),
        .ports(commands$ports),
        .tcp_seq(commands$tcp_seq),
        .expected(commands$expected),
        .tag(commands$tag),
        .done(commands$done),
        .result(commands$result),
        .session_state(commands$session_state)
    );
    fixnic_core$registers$rx_ring rx_ring(
        .clock(rx_ring$clock),
        .clear(rx_ring$clear),
        .write(rx_ring$write),
        .word(rx_ring$word),
        .data(rx_ring$data),
        .read_data(rx_ring$read_data),
        .stop(rx_ring$stop),
        .enable(rx_ring$enable),
        .refused(rx_ring$refused),
        .entry_base(rx_ring$entry_base),
        .buffer_base(rx_ring$buffer_base),
        .entry_log2(rx_ring$entry_log2),
        .buffer_log2(rx_ring$buffer_log2),
        .doorbell(rx_ring$doorbell),
        .doorbell_entries(rx_ring$doorbell_entries),
        .doorbell_granules(rx_ring$doorbell_granules),
        .producer_entries(rx_ring$producer_entries),
        .producer_granules(rx_ring$producer_granules)
    );
    fixnic_core$registers$tx_ring tx_ring(
        .clock(tx_ring$clock),
        .clear(tx_ring$clear),
        .write(tx_ring$write),
        .word(tx_ring$word),
        .data(tx_ring$data),
        .read_data(tx_ring$read_data),
        .set_enable(tx_ring$set_enable),
        .enable_value(tx_ring$enable_value),
        .stop(tx_ring$stop),
        .enable(tx_ring$enable),
        .refused(tx_ring$refused),
        .ring_base(tx_ring$ring_base),
        .completion_base(tx_ring$completion_base),
        .log2(tx_ring$log2),
        .doorbell(tx_ring$doorbell),
        .doorbell_count(tx_ring$doorbell_count)
    );
    fixnic_core$registers$vectors vectors(
        .clock(vectors$clock),
        .reset(vectors$reset),
        .arm(vectors$arm),
        .rx_pending(vectors$rx_pending),
        .tx_event(vectors$tx_event),
        .error_event(vectors$error_event),
        .armed(vectors$armed),
        .irq(vectors$irq)
    );
    fixnic_core$registers$in_general in_general(
        .d(in_general$d),
        .q(in_general$q),
        .clock(in_general$clock)
    );
    fixnic_core$registers$in_mailbox in_mailbox(
        .d(in_mailbox$d),
        .q(in_mailbox$q),
        .clock(in_mailbox$clock)
    );
    fixnic_core$registers$in_rx_ring in_rx_ring(
        .d(in_rx_ring$d),
        .q(in_rx_ring$q),
        .clock(in_rx_ring$clock)
    );
    fixnic_core$registers$in_tx_ring in_tx_ring(
        .d(in_tx_ring$d),
        .q(in_tx_ring$q),
        .clock(in_tx_ring$clock)
    );
    fixnic_core$registers$in_statistics in_statistics(
        .d(in_statistics$d),
        .q(in_statistics$q),
        .clock(in_statistics$clock)
    );
    fixnic_core$registers$at_latch at_latch(
        .d(at_latch$d),
        .q(at_latch$q),
        .clock(at_latch$clock)
    );
    fixnic_core$registers$rx_enabled rx_enabled(
        .d(rx_enabled$d),
        .q(rx_enabled$q),
        .clock(rx_enabled$clock)
    );
    fixnic_core$registers$scratch scratch(
        .d(scratch$d),
        .q(scratch$q),
        .clock(scratch$clock)
    );
    fixnic_core$registers$requested requested(
        .d(requested$d),
        .q(requested$q),
        .clock(requested$clock)
    );
    fixnic_core$registers$resetting resetting(
        .d(resetting$d),
        .q(resetting$q),
        .clock(resetting$clock)
    );
    fixnic_core$registers$ring_refused ring_refused(
        .d(ring_refused$d),
        .q(ring_refused$q),
        .clock(ring_refused$clock)
    );
    fixnic_core$registers$axi_failed axi_failed(
        .d(axi_failed$d),
        .q(axi_failed$q),
        .clock(axi_failed$clock)
    );
    fixnic_core$registers$arm arm(
        .d(arm$d),
        .q(arm$q),
        .clock(arm$clock)
    );
    fixnic_core$registers$latch latch(
        .d(latch$d),
        .q(latch$q),
        .clock(latch$clock)
    );
    fixnic_core$registers$general general(
        .d(general$d),
        .q(general$q),
        .clock(general$clock)
    );

    // Update code
    always @(*) begin
        in_general$clock = clock;
        in_mailbox$clock = clock;
        in_rx_ring$clock = clock;
        in_tx_ring$clock = clock;
        in_statistics$clock = clock;
        at_latch$clock = clock;
        rx_enabled$clock = clock;
        scratch$clock = clock;
        requested$clock = clock;
        resetting$clock = clock;
        ring_refused$clock = clock;
        axi_failed$clock = clock;
        arm$clock = clock;
        latch$clock = clock;
        general$clock = clock;
        in_general$d = in_general$q;
        in_mailbox$d = in_mailbox$q;
        in_rx_ring$d = in_rx_ring$q;
        in_tx_ring$d = in_tx_ring$q;
        in_statistics$d = in_statistics$q;
        at_latch$d = at_latch$q;
        rx_enabled$d = rx_enabled$q;
        scratch$d = scratch$q;
        requested$d = requested$q;
        resetting$d = resetting$q;
        ring_refused$d = ring_refused$q;
        axi_failed$d = axi_failed$q;
        arm$d = arm$q;
        latch$d = latch$q;
        general$d = general$q;
        bus$clock = clock;
        commands$clock = clock;
        rx_ring$clock = clock;
        tx_ring$clock = clock;
        vectors$clock = clock;
        clear = reset || (reset_done && resetting$q);
        bus$reset = reset;
        bus$awaddr = s_axil_awaddr;
        bus$awvalid = s_axil_awvalid;
        s_axil_awready = bus$awready;
        bus$wdata = s_axil_wdata;
        bus$wstrb = s_axil_wstrb;
        bus$wvalid = s_axil_wvalid;
        s_axil_wready = bus$wready;
        s_axil_bresp = 32'h0;
        s_axil_bvalid = bus$bvalid;
        bus$bready = s_axil_bready;
        bus$araddr = s_axil_araddr;
        bus$arvalid = s_axil_arvalid;
        s_axil_arready = bus$arready;
        s_axil_rdata = bus$rdata;
        s_axil_rresp = 32'h0;
        s_axil_rvalid = bus$rvalid;
        bus$rready = s_axil_rready;
        page = bus$address[(32'h4)+:(6)];
        word = bus$address[(32'h0)+:(4)];
        data = bus$write_data;
        in_general$d = page == page_general;
        in_mailbox$d = page == page_mailbox;
        in_rx_ring$d = page == page_rx_ring;
        in_tx_ring$d = page == page_tx_ring;
        in_statistics$d = bus$address[(32'h7)+:(3)] == pages_statistics;
        at_latch$d = word == at_stat_latch;
        bus$hold = stat_busy && (in_statistics$q || (in_general$q && at_latch$q));
        write = bus$write && ~resetting$q;
        write_general = write && in_general$q;
        write_control = write_general && (word == at_control);
        wants_reset = data[reset_lsb];
        requested$d = 1'b0;
        if (write_control) begin
            rx_enabled$d = data[rx_enable_lsb];
            requested$d = wants_reset;
            resetting$d = wants_reset;
        end
        if (resetting$q) begin
            rx_enabled$d = 1'b0;
        end
        arm$d = 32'h0;
        latch$d = 1'b0;
        if (write_general) begin
            if (word == at_scratch) begin
                scratch$d = data;
            end
            if (word == at_irq_arm) begin
                arm$d = data[(32'h0)+:(6)];
            end
            if (word == at_stat_latch) begin
                latch$d = data[32'h0];
            end
        end
        refused = rx_ring$refused || tx_ring$refused;
        if (refused) begin
            ring_refused$d = 1'b1;
        end
        if (axi_error) begin
            axi_failed$d = 1'b1;
        end
        cfg_rx_enable = rx_enabled$q;
        reset_request = requested$q;
        stat_latch = latch$q;
        commands$clear = clear;
        commands$write = write && in_mailbox$q;
        commands$word = word;
        commands$data = data;
        commands$done = cmd_done;
        commands$result = cmd_result;
        commands$session_state = cmd_session_state;
        cmd_go = commands$go;
        cmd_op = commands$op;
        cmd_slot = commands$slot;
        cmd_session = commands$session;
        cmd_local_ip = commands$local_ip;
        cmd_remote_ip = commands$remote_ip;
        cmd_local_port = commands$ports[(local_port_lsb)+:(16)];
        cmd_remote_port = commands$ports[(remote_port_lsb)+:(16)];
        cmd_tcp_seq = commands$tcp_seq;
        cmd_expected = commands$expected;
        cmd_tag = commands$tag;
        rx_ring$clear = clear;
        rx_ring$write = write && in_rx_ring$q;
        rx_ring$word = word;
        rx_ring$data = data;
        rx_ring$stop = resetting$q;
        rx_ring$producer_entries = rx_producer_entries;
        rx_ring$producer_granules = rx_producer_granules;
        rx_ring_enable = rx_ring$enable;
        rx_ring_entry_base = rx_ring$entry_base;
        rx_ring_buffer_base = rx_ring$buffer_base;
        rx_ring_entry_log2 = rx_ring$entry_log2;
        rx_ring_buffer_log2 = rx_ring$buffer_log2;
        rx_doorbell = rx_ring$doorbell;
        rx_doorbell_entries = rx_ring$doorbell_entries;
        rx_doorbell_granules = rx_ring$doorbell_granules;
        tx_ring$clear = clear;
        tx_ring$write = write && in_tx_ring$q;
        tx_ring$word = word;
        tx_ring$data = data;
        tx_ring$set_enable = write_control;
        tx_ring$enable_value = data[tx_enable_lsb] && ~wants_reset;
        tx_ring$stop = resetting$q;
        cfg_tx_enable = tx_ring$enable;
        tx_ring_base = tx_ring$ring_base;
        tx_completion_base = tx_ring$completion_base;
        tx_ring_log2 = tx_ring$log2;
        tx_doorbell = tx_ring$doorbell;
        tx_doorbell_count = tx_ring$doorbell_count;
        vectors$reset = clear;
        vectors$arm = arm$q;
        vectors$rx_pending = 32'h0;
        vectors$rx_pending = (vectors$rx_pending & ~(1 << (32'h0)) | ((rx_pending) << (32'h0)));
        vectors$tx_event = tx_event;
        vectors$error_event = axi_error || refused;
        irq = vectors$irq;
        control = 32'h0;
        control = (control & ~(1 << (rx_enable_lsb)) | ((rx_enabled$q) << (rx_enable_lsb)));
        control = (control & ~(1 << (tx_enable_lsb)) | ((tx_ring$enable) << (tx_enable_lsb)));
        control = (control & ~(1 << (reset_lsb)) | ((resetting$q) << (reset_lsb)));
        status = 32'h0;
        status = (status & ~(1 << (idle_lsb)) | ((stat_idle) << (idle_lsb)));
        status = (status & ~(1 << (ring_refused_lsb)) | ((ring_refused$q) << (ring_refused_lsb)));
        status = (status & ~(1 << (axi_error_lsb)) | ((axi_failed$q) << (axi_error_lsb)));
        general_next = 32'h0;
        if (word == at_id) begin
            general_next = general_next | id;
        end
        if (word == at_abi_version) begin
            general_next = general_next | abi_version;
        end
        if (word == at_geometry) begin
            general_next = general_next | geometry;
        end
        if (word == at_clock_ps) begin
            general_next = general_next | clock_ps;
        end
        if (word == at_epoch) begin
            general_next = general_next | ((epoch) & 32'hffffffff);
        end
        if (word == at_control) begin
            general_next = general_next | control;
        end
        if (word == at_status) begin
            general_next = general_next | status;
        end
        if (word == at_scratch) begin
            general_next = general_next | scratch$q;
        end
        if (word == at_irq_arm) begin
            general_next = general_next | ((vectors$armed) & 32'hffffffff);
        end
        general$d = general_next;
        stat_index = bus$address[(32'h1)+:(6)];
        counter_half = stat_value[(32'h0)+:(32)];
        if (bus$address[32'h0]) begin
            counter_half = stat_value[(32'h20)+:(32)];
        end
        read = 32'h0;
        if (in_general$q) begin
            read = read | general$q;
        end
        if (in_mailbox$q) begin
            read = read | commands$read_data;
        end
        if (in_rx_ring$q) begin
            read = read | rx_ring$read_data;
        end
        if (in_tx_ring$q) begin
            read = read | tx_ring$read_data;
        end
        if (in_statistics$q) begin
            read = read | counter_half;
        end
        bus$read_data = read;
        if (clear) begin
            rx_enabled$d = 1'b0;
            scratch$d = 32'h0;
            requested$d = 1'b0;
            resetting$d = 1'b0;
            ring_refused$d = 1'b0;
            axi_failed$d = 1'b0;
            arm$d = 32'h0;
            latch$d = 1'b0;
        end
    end

endmodule // fixnic_core$registers

module fixnic_core$registers$arm(d,q,clock);

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

endmodule // fixnic_core$registers$arm

module fixnic_core$registers$at_latch(d,q,clock);

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

endmodule // fixnic_core$registers$at_latch

module fixnic_core$registers$axi_failed(d,q,clock);

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

endmodule // fixnic_core$registers$axi_failed

module fixnic_core$registers$bus(clock,reset,awaddr,awvalid,awready,wdata,wstrb,wvalid,wready,bvalid,bready,araddr,arvalid,arready,rdata,rvalid,rready,address,is_write,hold,write,write_data,read_data);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  [11:0] awaddr;
    input wire  awvalid;
    output reg  awready;
    input wire  [31:0] wdata;
    input wire  [3:0] wstrb;
    input wire  wvalid;
    output reg  wready;
    output reg  bvalid;
    input wire  bready;
    input wire  [11:0] araddr;
    input wire  arvalid;
    output reg  arready;
    output reg  [31:0] rdata;
    output reg  rvalid;
    input wire  rready;
    output reg  [9:0] address;
    output reg  is_write;
    input wire  hold;
    output reg  write;
    output reg  [31:0] write_data;
    input wire  [31:0] read_data;

    // Enums
    localparam Access$Idle = 0;
    localparam Access$Decode = 1;
    localparam Access$Settle = 2;
    localparam Access$Act = 3;
    localparam Access$Respond = 4;

    // Stub signals
    reg  [2:0] access$d;
    wire  [2:0] access$q;
    reg  access$clock;
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

    // Local signals
    reg  write_waits;

    // Sub module instances
    fixnic_core$registers$bus$access access(
        .d(access$d),
        .q(access$q),
        .clock(access$clock)
    );
    fixnic_core$registers$bus$write_turn write_turn(
        .d(write_turn$d),
        .q(write_turn$q),
        .clock(write_turn$clock)
    );
    fixnic_core$registers$bus$register register(
        .d(register$d),
        .q(register$q),
        .clock(register$clock)
    );
    fixnic_core$registers$bus$aw_held aw_held(
        .d(aw_held$d),
        .q(aw_held$q),
        .clock(aw_held$clock)
    );
    fixnic_core$registers$bus$aw_register aw_register(
        .d(aw_register$d),
        .q(aw_register$q),
        .clock(aw_register$clock)
    );
    fixnic_core$registers$bus$w_held w_held(
        .d(w_held$d),
        .q(w_held$q),
        .clock(w_held$clock)
    );
    fixnic_core$registers$bus$w_data w_data(
        .d(w_data$d),
        .q(w_data$q),
        .clock(w_data$clock)
    );
    fixnic_core$registers$bus$w_whole w_whole(
        .d(w_whole$d),
        .q(w_whole$q),
        .clock(w_whole$clock)
    );
    fixnic_core$registers$bus$ar_held ar_held(
        .d(ar_held$d),
        .q(ar_held$q),
        .clock(ar_held$clock)
    );
    fixnic_core$registers$bus$ar_register ar_register(
        .d(ar_register$d),
        .q(ar_register$q),
        .clock(ar_register$clock)
    );
    fixnic_core$registers$bus$response_write response_write(
        .d(response_write$d),
        .q(response_write$q),
        .clock(response_write$clock)
    );
    fixnic_core$registers$bus$response_read response_read(
        .d(response_read$d),
        .q(response_read$q),
        .clock(response_read$clock)
    );
    fixnic_core$registers$bus$result result(
        .d(result$d),
        .q(result$q),
        .clock(result$clock)
    );

    // Update code
    always @(*) begin
        access$clock = clock;
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
        access$d = access$q;
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
        awready = ~aw_held$q;
        wready = ~w_held$q;
        arready = ~ar_held$q;
        if (awvalid && ~aw_held$q) begin
            aw_held$d = 1'b1;
            aw_register$d = awaddr[(32'h2)+:(10)];
        end
        if (wvalid && ~w_held$q) begin
            w_held$d = 1'b1;
            w_data$d = wdata;
            w_whole$d = &wstrb;
        end
        if (arvalid && ~ar_held$q) begin
            ar_held$d = 1'b1;
            ar_register$d = araddr[(32'h2)+:(10)];
        end
        write = 1'b0;
        write_waits = aw_held$q && w_held$q;
        case (access$q)
            Access$Idle:
                begin
                    if (write_waits && ~(ar_held$q && write_turn$q)) begin
                        write_turn$d = 1'b1;
                        register$d = aw_register$q;
                        access$d = Access$Decode;
                    end
                    else if (ar_held$q) begin
                        write_turn$d = 1'b0;
                        register$d = ar_register$q;
                        access$d = Access$Decode;
                    end
                end
            Access$Decode:
                begin
                    access$d = Access$Settle;
                end
            Access$Settle:
                begin
                    if (~hold) begin
                        access$d = Access$Act;
                    end
                end
            Access$Act:
                begin
                    write = write_turn$q && w_whole$q;
                    result$d = read_data;
                    response_write$d = write_turn$q;
                    response_read$d = ~write_turn$q;
                    access$d = Access$Respond;
                end
            Access$Respond:
                begin
                    if (response_write$q && bready) begin
                        response_write$d = 1'b0;
                        aw_held$d = 1'b0;
                        w_held$d = 1'b0;
                        access$d = Access$Idle;
                    end
                    if (response_read$q && rready) begin
                        response_read$d = 1'b0;
                        ar_held$d = 1'b0;
                        access$d = Access$Idle;
                    end
                end
            default:
                begin
                    access$d = Access$Idle;
                end
        endcase
        bvalid = response_write$q;
        rvalid = response_read$q;
        rdata = result$q;
        address = register$q;
        is_write = write_turn$q;
        write_data = w_data$q;
        if (reset) begin
            access$d = Access$Idle;
            write_turn$d = 1'b0;
            aw_held$d = 1'b0;
            w_held$d = 1'b0;
            ar_held$d = 1'b0;
            response_write$d = 1'b0;
            response_read$d = 1'b0;
        end
    end

endmodule // fixnic_core$registers$bus

module fixnic_core$registers$bus$access(d,q,clock);

    // Module arguments
    input wire  [2:0] d;
    output reg  [2:0] q;
    input wire  clock;

    // Enums
    localparam Access$Idle = 0;
    localparam Access$Decode = 1;
    localparam Access$Settle = 2;
    localparam Access$Act = 3;
    localparam Access$Respond = 4;

    // Update code (custom)
    initial begin
       q = 64'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$registers$bus$access

module fixnic_core$registers$bus$ar_held(d,q,clock);

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

endmodule // fixnic_core$registers$bus$ar_held

module fixnic_core$registers$bus$ar_register(d,q,clock);

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

endmodule // fixnic_core$registers$bus$ar_register

module fixnic_core$registers$bus$aw_held(d,q,clock);

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

endmodule // fixnic_core$registers$bus$aw_held

module fixnic_core$registers$bus$aw_register(d,q,clock);

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

endmodule // fixnic_core$registers$bus$aw_register

module fixnic_core$registers$bus$register(d,q,clock);

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

endmodule // fixnic_core$registers$bus$register

module fixnic_core$registers$bus$response_read(d,q,clock);

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

endmodule // fixnic_core$registers$bus$response_read

module fixnic_core$registers$bus$response_write(d,q,clock);

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

endmodule // fixnic_core$registers$bus$response_write

module fixnic_core$registers$bus$result(d,q,clock);

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

endmodule // fixnic_core$registers$bus$result

module fixnic_core$registers$bus$w_data(d,q,clock);

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

endmodule // fixnic_core$registers$bus$w_data

module fixnic_core$registers$bus$w_held(d,q,clock);

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

endmodule // fixnic_core$registers$bus$w_held

module fixnic_core$registers$bus$w_whole(d,q,clock);

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

endmodule // fixnic_core$registers$bus$w_whole

module fixnic_core$registers$bus$write_turn(d,q,clock);

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

endmodule // fixnic_core$registers$bus$write_turn

module fixnic_core$registers$commands(clock,clear,write,word,data,read_data,go,op,slot,session,local_ip,remote_ip,ports,tcp_seq,expected,tag,done,result,session_state);

    // Module arguments
    input wire  clock;
    input wire  clear;
    input wire  write;
    input wire  [3:0] word;
    input wire  [31:0] data;
    output reg  [31:0] read_data;
    output reg  go;
    output reg  [7:0] op;
    output reg  [31:0] slot;
    output reg  [31:0] session;
    output reg  [31:0] local_ip;
    output reg  [31:0] remote_ip;
    output reg  [31:0] ports;
    output reg  [31:0] tcp_seq;
    output reg  [39:0] expected;
    output reg  [31:0] tag;
    input wire  done;
    input wire  [7:0] result;
    input wire  [7:0] session_state;

    // Constant declarations
    localparam  at_slot = 4'h0;
    localparam  at_session = 4'h1;
    localparam  at_local_ip = 4'h2;
    localparam  at_remote_ip = 4'h3;
    localparam  at_ports = 4'h4;
    localparam  at_tcp_seq = 4'h5;
    localparam  at_expected_lo = 4'h6;
    localparam  at_expected_hi = 4'h7;
    localparam  at_tag = 4'h8;
    localparam  at_go = 4'h9;
    localparam  at_status = 4'ha;
    localparam  busy_lsb = 5'b0;
    localparam  overrun_lsb = 5'b1;
    localparam  result_lsb = 5'b1000;
    localparam  session_state_lsb = 5'b10000;

    // Stub signals
    reg  [31:0] next_slot$d;
    wire  [31:0] next_slot$q;
    reg  next_slot$clock;
    reg  [31:0] next_session$d;
    wire  [31:0] next_session$q;
    reg  next_session$clock;
    reg  [31:0] next_local_ip$d;
    wire  [31:0] next_local_ip$q;
    reg  next_local_ip$clock;
    reg  [31:0] next_remote_ip$d;
    wire  [31:0] next_remote_ip$q;
    reg  next_remote_ip$clock;
    reg  [31:0] next_ports$d;
    wire  [31:0] next_ports$q;
    reg  next_ports$clock;
    reg  [31:0] next_tcp_seq$d;
    wire  [31:0] next_tcp_seq$q;
    reg  next_tcp_seq$clock;
    reg  [31:0] next_expected_lo$d;
    wire  [31:0] next_expected_lo$q;
    reg  next_expected_lo$clock;
    reg  [31:0] next_expected_hi$d;
    wire  [31:0] next_expected_hi$q;
    reg  next_expected_hi$clock;
    reg  [31:0] next_tag$d;
    wire  [31:0] next_tag$q;
    reg  next_tag$clock;
    reg  [7:0] go_op$d;
    wire  [7:0] go_op$q;
    reg  go_op$clock;
    reg  [31:0] go_slot$d;
    wire  [31:0] go_slot$q;
    reg  go_slot$clock;
    reg  [31:0] go_session$d;
    wire  [31:0] go_session$q;
    reg  go_session$clock;
    reg  [31:0] go_local_ip$d;
    wire  [31:0] go_local_ip$q;
    reg  go_local_ip$clock;
    reg  [31:0] go_remote_ip$d;
    wire  [31:0] go_remote_ip$q;
    reg  go_remote_ip$clock;
    reg  [31:0] go_ports$d;
    wire  [31:0] go_ports$q;
    reg  go_ports$clock;
    reg  [31:0] go_tcp_seq$d;
    wire  [31:0] go_tcp_seq$q;
    reg  go_tcp_seq$clock;
    reg  [31:0] go_expected_lo$d;
    wire  [31:0] go_expected_lo$q;
    reg  go_expected_lo$clock;
    reg  [7:0] go_expected_hi$d;
    wire  [7:0] go_expected_hi$q;
    reg  go_expected_hi$clock;
    reg  [31:0] go_tag$d;
    wire  [31:0] go_tag$q;
    reg  go_tag$clock;
    reg  starting$d;
    wire  starting$q;
    reg  starting$clock;
    reg  busy$d;
    wire  busy$q;
    reg  busy$clock;
    reg  overrun$d;
    wire  overrun$q;
    reg  overrun$clock;
    reg  [7:0] last_result$d;
    wire  [7:0] last_result$q;
    reg  last_result$clock;
    reg  [7:0] last_state$d;
    wire  [7:0] last_state$q;
    reg  last_state$clock;
    reg  [31:0] read_now$d;
    wire  [31:0] read_now$q;
    reg  read_now$clock;

    // Local signals
    reg  start;
    reg  [31:0] status;
    reg  [31:0] read_next;

    // Sub module instances
    fixnic_core$registers$commands$next_slot next_slot(
        .d(next_slot$d),
        .q(next_slot$q),
        .clock(next_slot$clock)
    );
    fixnic_core$registers$commands$next_session next_session(
        .d(next_session$d),
        .q(next_session$q),
        .clock(next_session$clock)
    );
    fixnic_core$registers$commands$next_local_ip next_local_ip(
        .d(next_local_ip$d),
        .q(next_local_ip$q),
        .clock(next_local_ip$clock)
    );
    fixnic_core$registers$commands$next_remote_ip next_remote_ip(
        .d(next_remote_ip$d),
        .q(next_remote_ip$q),
        .clock(next_remote_ip$clock)
    );
    fixnic_core$registers$commands$next_ports next_ports(
        .d(next_ports$d),
        .q(next_ports$q),
        .clock(next_ports$clock)
    );
    fixnic_core$registers$commands$next_tcp_seq next_tcp_seq(
        .d(next_tcp_seq$d),
        .q(next_tcp_seq$q),
        .clock(next_tcp_seq$clock)
    );
    fixnic_core$registers$commands$next_expected_lo next_expected_lo(
        .d(next_expected_lo$d),
        .q(next_expected_lo$q),
        .clock(next_expected_lo$clock)
    );
    fixnic_core$registers$commands$next_expected_hi next_expected_hi(
        .d(next_expected_hi$d),
        .q(next_expected_hi$q),
        .clock(next_expected_hi$clock)
    );
    fixnic_core$registers$commands$next_tag next_tag(
        .d(next_tag$d),
        .q(next_tag$q),
        .clock(next_tag$clock)
    );
    fixnic_core$registers$commands$go_op go_op(
        .d(go_op$d),
        .q(go_op$q),
        .clock(go_op$clock)
    );
    fixnic_core$registers$commands$go_slot go_slot(
        .d(go_slot$d),
        .q(go_slot$q),
        .clock(go_slot$clock)
    );
    fixnic_core$registers$commands$go_session go_session(
        .d(go_session$d),
        .q(go_session$q),
        .clock(go_session$clock)
    );
    fixnic_core$registers$commands$go_local_ip go_local_ip(
        .d(go_local_ip$d),
        .q(go_local_ip$q),
        .clock(go_local_ip$clock)
    );
    fixnic_core$registers$commands$go_remote_ip go_remote_ip(
        .d(go_remote_ip$d),
        .q(go_remote_ip$q),
        .clock(go_remote_ip$clock)
    );
    fixnic_core$registers$commands$go_ports go_ports(
        .d(go_ports$d),
        .q(go_ports$q),
        .clock(go_ports$clock)
    );
    fixnic_core$registers$commands$go_tcp_seq go_tcp_seq(
        .d(go_tcp_seq$d),
        .q(go_tcp_seq$q),
        .clock(go_tcp_seq$clock)
    );
    fixnic_core$registers$commands$go_expected_lo go_expected_lo(
        .d(go_expected_lo$d),
        .q(go_expected_lo$q),
        .clock(go_expected_lo$clock)
    );
    fixnic_core$registers$commands$go_expected_hi go_expected_hi(
        .d(go_expected_hi$d),
        .q(go_expected_hi$q),
        .clock(go_expected_hi$clock)
    );
    fixnic_core$registers$commands$go_tag go_tag(
        .d(go_tag$d),
        .q(go_tag$q),
        .clock(go_tag$clock)
    );
    fixnic_core$registers$commands$starting starting(
        .d(starting$d),
        .q(starting$q),
        .clock(starting$clock)
    );
    fixnic_core$registers$commands$busy busy(
        .d(busy$d),
        .q(busy$q),
        .clock(busy$clock)
    );
    fixnic_core$registers$commands$overrun overrun(
        .d(overrun$d),
        .q(overrun$q),
        .clock(overrun$clock)
    );
    fixnic_core$registers$commands$last_result last_result(
        .d(last_result$d),
        .q(last_result$q),
        .clock(last_result$clock)
    );
    fixnic_core$registers$commands$last_state last_state(
        .d(last_state$d),
        .q(last_state$q),
        .clock(last_state$clock)
    );
    fixnic_core$registers$commands$read_now read_now(
        .d(read_now$d),
        .q(read_now$q),
        .clock(read_now$clock)
    );

    // Update code
    always @(*) begin
        next_slot$clock = clock;
        next_session$clock = clock;
        next_local_ip$clock = clock;
        next_remote_ip$clock = clock;
        next_ports$clock = clock;
        next_tcp_seq$clock = clock;
        next_expected_lo$clock = clock;
        next_expected_hi$clock = clock;
        next_tag$clock = clock;
        go_op$clock = clock;
        go_slot$clock = clock;
        go_session$clock = clock;
        go_local_ip$clock = clock;
        go_remote_ip$clock = clock;
        go_ports$clock = clock;
        go_tcp_seq$clock = clock;
        go_expected_lo$clock = clock;
        go_expected_hi$clock = clock;
        go_tag$clock = clock;
        starting$clock = clock;
        busy$clock = clock;
        overrun$clock = clock;
        last_result$clock = clock;
        last_state$clock = clock;
        read_now$clock = clock;
        next_slot$d = next_slot$q;
        next_session$d = next_session$q;
        next_local_ip$d = next_local_ip$q;
        next_remote_ip$d = next_remote_ip$q;
        next_ports$d = next_ports$q;
        next_tcp_seq$d = next_tcp_seq$q;
        next_expected_lo$d = next_expected_lo$q;
        next_expected_hi$d = next_expected_hi$q;
        next_tag$d = next_tag$q;
        go_op$d = go_op$q;
        go_slot$d = go_slot$q;
        go_session$d = go_session$q;
        go_local_ip$d = go_local_ip$q;
        go_remote_ip$d = go_remote_ip$q;
        go_ports$d = go_ports$q;
        go_tcp_seq$d = go_tcp_seq$q;
        go_expected_lo$d = go_expected_lo$q;
        go_expected_hi$d = go_expected_hi$q;
        go_tag$d = go_tag$q;
        starting$d = starting$q;
        busy$d = busy$q;
        overrun$d = overrun$q;
        last_result$d = last_result$q;
        last_state$d = last_state$q;
        read_now$d = read_now$q;
        start = 1'b0;
        if (write) begin
            if (word == at_slot) begin
                next_slot$d = data;
            end
            if (word == at_session) begin
                next_session$d = data;
            end
            if (word == at_local_ip) begin
                next_local_ip$d = data;
            end
            if (word == at_remote_ip) begin
                next_remote_ip$d = data;
            end
            if (word == at_ports) begin
                next_ports$d = data;
            end
            if (word == at_tcp_seq) begin
                next_tcp_seq$d = data;
            end
            if (word == at_expected_lo) begin
                next_expected_lo$d = data;
            end
            if (word == at_expected_hi) begin
                next_expected_hi$d = data;
            end
            if (word == at_tag) begin
                next_tag$d = data;
            end
            if (word == at_go) begin
                start = ~busy$q;
                overrun$d = busy$q;
            end
        end
        starting$d = start;
        if (start) begin
            busy$d = 1'b1;
            go_op$d = data[(32'h0)+:(8)];
            go_slot$d = next_slot$q;
            go_session$d = next_session$q;
            go_local_ip$d = next_local_ip$q;
            go_remote_ip$d = next_remote_ip$q;
            go_ports$d = next_ports$q;
            go_tcp_seq$d = next_tcp_seq$q;
            go_expected_lo$d = next_expected_lo$q;
            go_expected_hi$d = next_expected_hi$q[(32'h0)+:(8)];
            go_tag$d = next_tag$q;
        end
        if (done) begin
            busy$d = 1'b0;
            last_result$d = result;
            last_state$d = session_state;
        end
        go = starting$q;
        op = go_op$q;
        slot = go_slot$q;
        session = go_session$q;
        local_ip = go_local_ip$q;
        remote_ip = go_remote_ip$q;
        ports = go_ports$q;
        tcp_seq = go_tcp_seq$q;
        expected = ((go_expected_lo$q) & 40'hffffffffff) | (((go_expected_hi$q) & 40'hffffffffff) << 32'h20);
        tag = go_tag$q;
        status = (((last_result$q) & 32'hffffffff) << result_lsb) | (((last_state$q) & 32'hffffffff) << session_state_lsb);
        status = (status & ~(1 << (busy_lsb)) | ((busy$q) << (busy_lsb)));
        status = (status & ~(1 << (overrun_lsb)) | ((overrun$q) << (overrun_lsb)));
        read_next = 32'h0;
        if (word == at_slot) begin
            read_next = read_next | next_slot$q;
        end
        if (word == at_session) begin
            read_next = read_next | next_session$q;
        end
        if (word == at_local_ip) begin
            read_next = read_next | next_local_ip$q;
        end
        if (word == at_remote_ip) begin
            read_next = read_next | next_remote_ip$q;
        end
        if (word == at_ports) begin
            read_next = read_next | next_ports$q;
        end
        if (word == at_tcp_seq) begin
            read_next = read_next | next_tcp_seq$q;
        end
        if (word == at_expected_lo) begin
            read_next = read_next | next_expected_lo$q;
        end
        if (word == at_expected_hi) begin
            read_next = read_next | next_expected_hi$q;
        end
        if (word == at_tag) begin
            read_next = read_next | next_tag$q;
        end
        if (word == at_status) begin
            read_next = read_next | status;
        end
        read_now$d = read_next;
        read_data = read_now$q;
        if (clear) begin
            next_slot$d = 32'h0;
            next_session$d = 32'h0;
            next_local_ip$d = 32'h0;
            next_remote_ip$d = 32'h0;
            next_ports$d = 32'h0;
            next_tcp_seq$d = 32'h0;
            next_expected_lo$d = 32'h0;
            next_expected_hi$d = 32'h0;
            next_tag$d = 32'h0;
            starting$d = 1'b0;
            busy$d = 1'b0;
            overrun$d = 1'b0;
            last_result$d = 32'h0;
            last_state$d = 32'h0;
        end
    end

endmodule // fixnic_core$registers$commands

module fixnic_core$registers$commands$busy(d,q,clock);

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

endmodule // fixnic_core$registers$commands$busy

module fixnic_core$registers$commands$go_expected_hi(d,q,clock);

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

endmodule // fixnic_core$registers$commands$go_expected_hi

module fixnic_core$registers$commands$go_expected_lo(d,q,clock);

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

endmodule // fixnic_core$registers$commands$go_expected_lo

module fixnic_core$registers$commands$go_local_ip(d,q,clock);

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

endmodule // fixnic_core$registers$commands$go_local_ip

module fixnic_core$registers$commands$go_op(d,q,clock);

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

endmodule // fixnic_core$registers$commands$go_op

module fixnic_core$registers$commands$go_ports(d,q,clock);

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

endmodule // fixnic_core$registers$commands$go_ports

module fixnic_core$registers$commands$go_remote_ip(d,q,clock);

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

endmodule // fixnic_core$registers$commands$go_remote_ip

module fixnic_core$registers$commands$go_session(d,q,clock);

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

endmodule // fixnic_core$registers$commands$go_session

module fixnic_core$registers$commands$go_slot(d,q,clock);

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

endmodule // fixnic_core$registers$commands$go_slot

module fixnic_core$registers$commands$go_tag(d,q,clock);

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

endmodule // fixnic_core$registers$commands$go_tag

module fixnic_core$registers$commands$go_tcp_seq(d,q,clock);

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

endmodule // fixnic_core$registers$commands$go_tcp_seq

module fixnic_core$registers$commands$last_result(d,q,clock);

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

endmodule // fixnic_core$registers$commands$last_result

module fixnic_core$registers$commands$last_state(d,q,clock);

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

endmodule // fixnic_core$registers$commands$last_state

module fixnic_core$registers$commands$next_expected_hi(d,q,clock);

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

endmodule // fixnic_core$registers$commands$next_expected_hi

module fixnic_core$registers$commands$next_expected_lo(d,q,clock);

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

endmodule // fixnic_core$registers$commands$next_expected_lo

module fixnic_core$registers$commands$next_local_ip(d,q,clock);

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

endmodule // fixnic_core$registers$commands$next_local_ip

module fixnic_core$registers$commands$next_ports(d,q,clock);

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

endmodule // fixnic_core$registers$commands$next_ports

module fixnic_core$registers$commands$next_remote_ip(d,q,clock);

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

endmodule // fixnic_core$registers$commands$next_remote_ip

module fixnic_core$registers$commands$next_session(d,q,clock);

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

endmodule // fixnic_core$registers$commands$next_session

module fixnic_core$registers$commands$next_slot(d,q,clock);

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

endmodule // fixnic_core$registers$commands$next_slot

module fixnic_core$registers$commands$next_tag(d,q,clock);

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

endmodule // fixnic_core$registers$commands$next_tag

module fixnic_core$registers$commands$next_tcp_seq(d,q,clock);

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

endmodule // fixnic_core$registers$commands$next_tcp_seq

module fixnic_core$registers$commands$overrun(d,q,clock);

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

endmodule // fixnic_core$registers$commands$overrun

module fixnic_core$registers$commands$read_now(d,q,clock);

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

endmodule // fixnic_core$registers$commands$read_now

module fixnic_core$registers$commands$starting(d,q,clock);

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

endmodule // fixnic_core$registers$commands$starting

module fixnic_core$registers$general(d,q,clock);

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

endmodule // fixnic_core$registers$general

module fixnic_core$registers$in_general(d,q,clock);

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

endmodule // fixnic_core$registers$in_general

module fixnic_core$registers$in_mailbox(d,q,clock);

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

endmodule // fixnic_core$registers$in_mailbox

module fixnic_core$registers$in_rx_ring(d,q,clock);

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

endmodule // fixnic_core$registers$in_rx_ring

module fixnic_core$registers$in_statistics(d,q,clock);

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

endmodule // fixnic_core$registers$in_statistics

module fixnic_core$registers$in_tx_ring(d,q,clock);

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

endmodule // fixnic_core$registers$in_tx_ring

module fixnic_core$registers$latch(d,q,clock);

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

endmodule // fixnic_core$registers$latch

module fixnic_core$registers$requested(d,q,clock);

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

endmodule // fixnic_core$registers$requested

module fixnic_core$registers$resetting(d,q,clock);

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

endmodule // fixnic_core$registers$resetting

module fixnic_core$registers$ring_refused(d,q,clock);

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

endmodule // fixnic_core$registers$ring_refused

module fixnic_core$registers$rx_enabled(d,q,clock);

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

endmodule // fixnic_core$registers$rx_enabled

module fixnic_core$registers$rx_ring(clock,clear,write,word,data,read_data,stop,enable,refused,entry_base,buffer_base,entry_log2,buffer_log2,doorbell,doorbell_entries,doorbell_granules,producer_entries,producer_granules);

    // Module arguments
    input wire  clock;
    input wire  clear;
    input wire  write;
    input wire  [3:0] word;
    input wire  [31:0] data;
    output reg  [31:0] read_data;
    input wire  stop;
    output reg  enable;
    output reg  refused;
    output reg  [63:0] entry_base;
    output reg  [63:0] buffer_base;
    output reg  [3:0] entry_log2;
    output reg  [3:0] buffer_log2;
    output reg  doorbell;
    output reg  [15:0] doorbell_entries;
    output reg  [15:0] doorbell_granules;
    input wire  [15:0] producer_entries;
    input wire  [15:0] producer_granules;

    // Constant declarations
    localparam  at_entry_lo = 4'h0;
    localparam  at_entry_hi = 4'h1;
    localparam  at_buffer_lo = 4'h2;
    localparam  at_buffer_hi = 4'h3;
    localparam  at_size = 4'h4;
    localparam  at_enable = 4'h5;
    localparam  at_doorbell = 4'h6;
    localparam  at_producer = 4'h7;
    localparam  entry_log2_lsb = 5'b0;
    localparam  buffer_log2_lsb = 5'b1000;
    localparam  producer_entries_lsb = 5'b0;
    localparam  producer_granules_lsb = 5'b10000;
    localparam  consumed_entries_lsb = 5'b0;
    localparam  consumed_granules_lsb = 5'b10000;
    localparam  log2_min = 8'h7;
    localparam  log2_max = 8'hf;
    localparam  aligned = 64'hffffffffffffffc0;

    // Stub signals
    reg  [31:0] entry_lo$d;
    wire  [31:0] entry_lo$q;
    reg  entry_lo$clock;
    reg  [31:0] entry_hi$d;
    wire  [31:0] entry_hi$q;
    reg  entry_hi$clock;
    reg  [31:0] buffer_lo$d;
    wire  [31:0] buffer_lo$q;
    reg  buffer_lo$clock;
    reg  [31:0] buffer_hi$d;
    wire  [31:0] buffer_hi$q;
    reg  buffer_hi$clock;
    reg  [31:0] size$d;
    wire  [31:0] size$q;
    reg  size$clock;
    reg  sizes_fit$d;
    wire  sizes_fit$q;
    reg  sizes_fit$clock;
    reg  enabled$d;
    wire  enabled$q;
    reg  enabled$clock;
    reg  refusal$d;
    wire  refusal$q;
    reg  refusal$clock;
    reg  rung$d;
    wire  rung$q;
    reg  rung$clock;
    reg  [31:0] consumed$d;
    wire  [31:0] consumed$q;
    reg  consumed$clock;
    reg  [31:0] read_now$d;
    wire  [31:0] read_now$q;
    reg  read_now$clock;

    // Local signals
    reg  [7:0] entry_size;
    reg  [7:0] buffer_size;
    reg  on;
    reg  [31:0] producer;
    reg  [31:0] enable_word;
    reg  [31:0] read_next;

    // Sub module instances
    fixnic_core$registers$rx_ring$entry_lo entry_lo(
        .d(entry_lo$d),
        .q(entry_lo$q),
        .clock(entry_lo$clock)
    );
    fixnic_core$registers$rx_ring$entry_hi entry_hi(
        .d(entry_hi$d),
        .q(entry_hi$q),
        .clock(entry_hi$clock)
    );
    fixnic_core$registers$rx_ring$buffer_lo buffer_lo(
        .d(buffer_lo$d),
        .q(buffer_lo$q),
        .clock(buffer_lo$clock)
    );
    fixnic_core$registers$rx_ring$buffer_hi buffer_hi(
        .d(buffer_hi$d),
        .q(buffer_hi$q),
        .clock(buffer_hi$clock)
    );
    fixnic_core$registers$rx_ring$size size(
        .d(size$d),
        .q(size$q),
        .clock(size$clock)
    );
    fixnic_core$registers$rx_ring$sizes_fit sizes_fit(
        .d(sizes_fit$d),
        .q(sizes_fit$q),
        .clock(sizes_fit$clock)
    );
    fixnic_core$registers$rx_ring$enabled enabled(
        .d(enabled$d),
        .q(enabled$q),
        .clock(enabled$clock)
    );
    fixnic_core$registers$rx_ring$refusal refusal(
        .d(refusal$d),
        .q(refusal$q),
        .clock(refusal$clock)
    );
    fixnic_core$registers$rx_ring$rung rung(
        .d(rung$d),
        .q(rung$q),
        .clock(rung$clock)
    );
    fixnic_core$registers$rx_ring$consumed consumed(
        .d(consumed$d),
        .q(consumed$q),
        .clock(consumed$clock)
    );
    fixnic_core$registers$rx_ring$read_now read_now(
        .d(read_now$d),
        .q(read_now$q),
        .clock(read_now$clock)
    );

    // Update code
    always @(*) begin
        entry_lo$clock = clock;
        entry_hi$clock = clock;
        buffer_lo$clock = clock;
        buffer_hi$clock = clock;
        size$clock = clock;
        sizes_fit$clock = clock;
        enabled$clock = clock;
        refusal$clock = clock;
        rung$clock = clock;
        consumed$clock = clock;
        read_now$clock = clock;
        entry_lo$d = entry_lo$q;
        entry_hi$d = entry_hi$q;
        buffer_lo$d = buffer_lo$q;
        buffer_hi$d = buffer_hi$q;
        size$d = size$q;
        sizes_fit$d = sizes_fit$q;
        enabled$d = enabled$q;
        refusal$d = refusal$q;
        rung$d = rung$q;
        consumed$d = consumed$q;
        read_now$d = read_now$q;
        entry_size = size$q[(entry_log2_lsb)+:(8)];
        buffer_size = size$q[(buffer_log2_lsb)+:(8)];
        sizes_fit$d = (entry_size >= log2_min) && (entry_size <= log2_max) && (buffer_size >= log2_min) && (buffer_size <= log2_max);
        on = data[32'h0];
        refusal$d = 1'b0;
        rung$d = 1'b0;
        consumed$d = data;
        if (write) begin
            if (~enabled$q) begin
                if (word == at_entry_lo) begin
                    entry_lo$d = data;
                end
                if (word == at_entry_hi) begin
                    entry_hi$d = data;
                end
                if (word == at_buffer_lo) begin
                    buffer_lo$d = data;
                end
                if (word == at_buffer_hi) begin
                    buffer_hi$d = data;
                end
                if (word == at_size) begin
                    size$d = data;
                end
            end
            if (word == at_enable) begin
                enabled$d = on && (enabled$q || sizes_fit$q);
                refusal$d = on && ~enabled$q && ~sizes_fit$q;
            end
            if (word == at_doorbell) begin
                rung$d = 1'b1;
            end
        end
        if (stop) begin
            enabled$d = 1'b0;
        end
        enable = enabled$q;
        refused = refusal$q;
        entry_base = (((entry_lo$q) & 64'hffffffffffffffff) | (((entry_hi$q) & 64'hffffffffffffffff) << 32'h20)) & aligned;
        buffer_base = (((buffer_lo$q) & 64'hffffffffffffffff) | (((buffer_hi$q) & 64'hffffffffffffffff) << 32'h20)) & aligned;
        entry_log2 = size$q[(entry_log2_lsb)+:(4)];
        buffer_log2 = size$q[(buffer_log2_lsb)+:(4)];
        doorbell = rung$q;
        doorbell_entries = consumed$q[(consumed_entries_lsb)+:(16)];
        doorbell_granules = consumed$q[(consumed_granules_lsb)+:(16)];
        producer = (((producer_entries) & 32'hffffffff) << producer_entries_lsb) | (((producer_granules) & 32'hffffffff) << producer_granules_lsb);
        enable_word = 32'h0;
        enable_word = (enable_word & ~(1 << (32'h0)) | ((enabled$q) << (32'h0)));
        read_next = 32'h0;
        if (word == at_entry_lo) begin
            read_next = read_next | entry_lo$q;
        end
        if (word == at_entry_hi) begin
            read_next = read_next | entry_hi$q;
        end
        if (word == at_buffer_lo) begin
            read_next = read_next | buffer_lo$q;
        end
        if (word == at_buffer_hi) begin
            read_next = read_next | buffer_hi$q;
        end
        if (word == at_size) begin
            read_next = read_next | size$q;
        end
        if (word == at_enable) begin
            read_next = read_next | enable_word;
        end
        if (word == at_producer) begin
            read_next = read_next | producer;
        end
        read_now$d = read_next;
        read_data = read_now$q;
        if (clear) begin
            entry_lo$d = 32'h0;
            entry_hi$d = 32'h0;
            buffer_lo$d = 32'h0;
            buffer_hi$d = 32'h0;
            size$d = 32'h0;
            enabled$d = 1'b0;
            refusal$d = 1'b0;
            rung$d = 1'b0;
        end
    end

endmodule // fixnic_core$registers$rx_ring

module fixnic_core$registers$rx_ring$buffer_hi(d,q,clock);

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

endmodule // fixnic_core$registers$rx_ring$buffer_hi

module fixnic_core$registers$rx_ring$buffer_lo(d,q,clock);

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

endmodule // fixnic_core$registers$rx_ring$buffer_lo

module fixnic_core$registers$rx_ring$consumed(d,q,clock);

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

endmodule // fixnic_core$registers$rx_ring$consumed

module fixnic_core$registers$rx_ring$enabled(d,q,clock);

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

endmodule // fixnic_core$registers$rx_ring$enabled

module fixnic_core$registers$rx_ring$entry_hi(d,q,clock);

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

endmodule // fixnic_core$registers$rx_ring$entry_hi

module fixnic_core$registers$rx_ring$entry_lo(d,q,clock);

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

endmodule // fixnic_core$registers$rx_ring$entry_lo

module fixnic_core$registers$rx_ring$read_now(d,q,clock);

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

endmodule // fixnic_core$registers$rx_ring$read_now

module fixnic_core$registers$rx_ring$refusal(d,q,clock);

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

endmodule // fixnic_core$registers$rx_ring$refusal

module fixnic_core$registers$rx_ring$rung(d,q,clock);

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

endmodule // fixnic_core$registers$rx_ring$rung

module fixnic_core$registers$rx_ring$size(d,q,clock);

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

endmodule // fixnic_core$registers$rx_ring$size

module fixnic_core$registers$rx_ring$sizes_fit(d,q,clock);

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

endmodule // fixnic_core$registers$rx_ring$sizes_fit

module fixnic_core$registers$scratch(d,q,clock);

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

endmodule // fixnic_core$registers$scratch

module fixnic_core$registers$tx_ring(clock,clear,write,word,data,read_data,set_enable,enable_value,stop,enable,refused,ring_base,completion_base,log2,doorbell,doorbell_count);

    // Module arguments
    input wire  clock;
    input wire  clear;
    input wire  write;
    input wire  [3:0] word;
    input wire  [31:0] data;
    output reg  [31:0] read_data;
    input wire  set_enable;
    input wire  enable_value;
    input wire  stop;
    output reg  enable;
    output reg  refused;
    output reg  [63:0] ring_base;
    output reg  [63:0] completion_base;
    output reg  [3:0] log2;
    output reg  doorbell;
    output reg  [15:0] doorbell_count;

    // Constant declarations
    localparam  at_ring_lo = 4'h0;
    localparam  at_ring_hi = 4'h1;
    localparam  at_completion_lo = 4'h2;
    localparam  at_completion_hi = 4'h3;
    localparam  at_size = 4'h4;
    localparam  at_doorbell = 4'h5;
    localparam  log2_min = 32'h2;
    localparam  log2_max = 32'hf;
    localparam  aligned = 64'hffffffffffffffc0;

    // Stub signals
    reg  [31:0] ring_lo$d;
    wire  [31:0] ring_lo$q;
    reg  ring_lo$clock;
    reg  [31:0] ring_hi$d;
    wire  [31:0] ring_hi$q;
    reg  ring_hi$clock;
    reg  [31:0] completion_lo$d;
    wire  [31:0] completion_lo$q;
    reg  completion_lo$clock;
    reg  [31:0] completion_hi$d;
    wire  [31:0] completion_hi$q;
    reg  completion_hi$clock;
    reg  [31:0] size$d;
    wire  [31:0] size$q;
    reg  size$clock;
    reg  size_fits$d;
    wire  size_fits$q;
    reg  size_fits$clock;
    reg  enabled$d;
    wire  enabled$q;
    reg  enabled$clock;
    reg  refusal$d;
    wire  refusal$q;
    reg  refusal$clock;
    reg  rung$d;
    wire  rung$q;
    reg  rung$clock;
    reg  [15:0] written$d;
    wire  [15:0] written$q;
    reg  written$clock;
    reg  [31:0] read_now$d;
    wire  [31:0] read_now$q;
    reg  read_now$clock;

    // Local signals
    reg  [31:0] read_next;

    // Sub module instances
    fixnic_core$registers$tx_ring$ring_lo ring_lo(
        .d(ring_lo$d),
        .q(ring_lo$q),
        .clock(ring_lo$clock)
    );
    fixnic_core$registers$tx_ring$ring_hi ring_hi(
        .d(ring_hi$d),
        .q(ring_hi$q),
        .clock(ring_hi$clock)
    );
    fixnic_core$registers$tx_ring$completion_lo completion_lo(
        .d(completion_lo$d),
        .q(completion_lo$q),
        .clock(completion_lo$clock)
    );
    fixnic_core$registers$tx_ring$completion_hi completion_hi(
        .d(completion_hi$d),
        .q(completion_hi$q),
        .clock(completion_hi$clock)
    );
    fixnic_core$registers$tx_ring$size size(
        .d(size$d),
        .q(size$q),
        .clock(size$clock)
    );
    fixnic_core$registers$tx_ring$size_fits size_fits(
        .d(size_fits$d),
        .q(size_fits$q),
        .clock(size_fits$clock)
    );
    fixnic_core$registers$tx_ring$enabled enabled(
        .d(enabled$d),
        .q(enabled$q),
        .clock(enabled$clock)
    );
    fixnic_core$registers$tx_ring$refusal refusal(
        .d(refusal$d),
        .q(refusal$q),
        .clock(refusal$clock)
    );
    fixnic_core$registers$tx_ring$rung rung(
        .d(rung$d),
        .q(rung$q),
        .clock(rung$clock)
    );
    fixnic_core$registers$tx_ring$written written(
        .d(written$d),
        .q(written$q),
        .clock(written$clock)
    );
    fixnic_core$registers$tx_ring$read_now read_now(
        .d(read_now$d),
        .q(read_now$q),
        .clock(read_now$clock)
    );

    // Update code
    always @(*) begin
        ring_lo$clock = clock;
        ring_hi$clock = clock;
        completion_lo$clock = clock;
        completion_hi$clock = clock;
        size$clock = clock;
        size_fits$clock = clock;
        enabled$clock = clock;
        refusal$clock = clock;
        rung$clock = clock;
        written$clock = clock;
        read_now$clock = clock;
        ring_lo$d = ring_lo$q;
        ring_hi$d = ring_hi$q;
        completion_lo$d = completion_lo$q;
        completion_hi$d = completion_hi$q;
        size$d = size$q;
        size_fits$d = size_fits$q;
        enabled$d = enabled$q;
        refusal$d = refusal$q;
        rung$d = rung$q;
        written$d = written$q;
        read_now$d = read_now$q;
        size_fits$d = (size$q >= log2_min) && (size$q <= log2_max);
        refusal$d = 1'b0;
        rung$d = 1'b0;
        written$d = data[(32'h0)+:(16)];
        if (write) begin
            if (~enabled$q) begin
                if (word == at_ring_lo) begin
                    ring_lo$d = data;
                end
                if (word == at_ring_hi) begin
                    ring_hi$d = data;
                end
                if (word == at_completion_lo) begin
                    completion_lo$d = data;
                end
                if (word == at_completion_hi) begin
                    completion_hi$d = data;
                end
                if (word == at_size) begin
                    size$d = data;
                end
            end
            if (word == at_doorbell) begin
                rung$d = 1'b1;
            end
        end
        if (set_enable) begin
            enabled$d = enable_value && (enabled$q || size_fits$q);
            refusal$d = enable_value && ~enabled$q && ~size_fits$q;
        end
        if (stop) begin
            enabled$d = 1'b0;
        end
        enable = enabled$q;
        refused = refusal$q;
        ring_base = (((ring_lo$q) & 64'hffffffffffffffff) | (((ring_hi$q) & 64'hffffffffffffffff) << 32'h20)) & aligned;
        completion_base = (((completion_lo$q) & 64'hffffffffffffffff) | (((completion_hi$q) & 64'hffffffffffffffff) << 32'h20)) & aligned;
        log2 = size$q[(32'h0)+:(4)];
        doorbell = rung$q;
        doorbell_count = written$q;
        read_next = 32'h0;
        if (word == at_ring_lo) begin
            read_next = read_next | ring_lo$q;
        end
        if (word == at_ring_hi) begin
            read_next = read_next | ring_hi$q;
        end
        if (word == at_completion_lo) begin
            read_next = read_next | completion_lo$q;
        end
        if (word == at_completion_hi) begin
            read_next = read_next | completion_hi$q;
        end
        if (word == at_size) begin
            read_next = read_next | size$q;
        end
        read_now$d = read_next;
        read_data = read_now$q;
        if (clear) begin
            ring_lo$d = 32'h0;
            ring_hi$d = 32'h0;
            completion_lo$d = 32'h0;
            completion_hi$d = 32'h0;
            size$d = 32'h0;
            enabled$d = 1'b0;
            refusal$d = 1'b0;
            rung$d = 1'b0;
        end
    end

endmodule // fixnic_core$registers$tx_ring

module fixnic_core$registers$tx_ring$completion_hi(d,q,clock);

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

endmodule // fixnic_core$registers$tx_ring$completion_hi

module fixnic_core$registers$tx_ring$completion_lo(d,q,clock);

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

endmodule // fixnic_core$registers$tx_ring$completion_lo

module fixnic_core$registers$tx_ring$enabled(d,q,clock);

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

endmodule // fixnic_core$registers$tx_ring$enabled

module fixnic_core$registers$tx_ring$read_now(d,q,clock);

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

endmodule // fixnic_core$registers$tx_ring$read_now

module fixnic_core$registers$tx_ring$refusal(d,q,clock);

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

endmodule // fixnic_core$registers$tx_ring$refusal

module fixnic_core$registers$tx_ring$ring_hi(d,q,clock);

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

endmodule // fixnic_core$registers$tx_ring$ring_hi

module fixnic_core$registers$tx_ring$ring_lo(d,q,clock);

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

endmodule // fixnic_core$registers$tx_ring$ring_lo

module fixnic_core$registers$tx_ring$rung(d,q,clock);

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

endmodule // fixnic_core$registers$tx_ring$rung

module fixnic_core$registers$tx_ring$size(d,q,clock);

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

endmodule // fixnic_core$registers$tx_ring$size

module fixnic_core$registers$tx_ring$size_fits(d,q,clock);

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

endmodule // fixnic_core$registers$tx_ring$size_fits

module fixnic_core$registers$tx_ring$written(d,q,clock);

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

endmodule // fixnic_core$registers$tx_ring$written

module fixnic_core$registers$vectors(clock,reset,arm,rx_pending,tx_event,error_event,armed,irq);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  [5:0] arm;
    input wire  [3:0] rx_pending;
    input wire  tx_event;
    input wire  error_event;
    output reg  [5:0] armed;
    output reg  [5:0] irq;

    // Stub signals
    reg  [5:0] armed_now$d;
    wire  [5:0] armed_now$q;
    reg  armed_now$clock;
    reg  [5:0] fired$d;
    wire  [5:0] fired$q;
    reg  fired$clock;

    // Local signals
    reg  [5:0] conditions;
    reg  [5:0] fires;

    // Sub module instances
    fixnic_core$registers$vectors$armed_now armed_now(
        .d(armed_now$d),
        .q(armed_now$q),
        .clock(armed_now$clock)
    );
    fixnic_core$registers$vectors$fired fired(
        .d(fired$d),
        .q(fired$q),
        .clock(fired$clock)
    );

    // Update code
    always @(*) begin
        armed_now$clock = clock;
        fired$clock = clock;
        armed_now$d = armed_now$q;
        fired$d = fired$q;
        conditions = ((rx_pending) & 6'h3f);
        conditions = (conditions & ~(1 << (32'h4)) | ((tx_event) << (32'h4)));
        conditions = (conditions & ~(1 << (32'h5)) | ((error_event) << (32'h5)));
        fires = armed_now$q & conditions;
        fired$d = fires;
        armed_now$d = (armed_now$q ^ fires) | arm;
        armed = armed_now$q;
        irq = fired$q;
        if (reset) begin
            armed_now$d = 32'h0;
            fired$d = 32'h0;
        end
    end

endmodule // fixnic_core$registers$vectors

module fixnic_core$registers$vectors$armed_now(d,q,clock);

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

endmodule // fixnic_core$registers$vectors$armed_now

module fixnic_core$registers$vectors$fired(d,q,clock);

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

endmodule // fixnic_core$registers$vectors$fired

module fixnic_core$results(clock,reset,write,data_in,read,valid,data_out,level);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  write;
    input wire  [10:0] data_in;
    input wire  read;
    output reg  valid;
    output reg  [10:0] data_out;
    output reg  [15:0] level;

    // Stub signals
    reg  ram$clock;
    reg  [4:0] ram$read_address;
    wire  [10:0] ram$read_data;
    reg  [4:0] ram$write_address;
    reg  [10:0] ram$write_data;
    reg  ram$write_enable;
    reg  [4:0] write_address$d;
    wire  [4:0] write_address$q;
    reg  write_address$clock;
    reg  [4:0] next_address$d;
    wire  [4:0] next_address$q;
    reg  next_address$clock;
    reg  [4:0] held_address$d;
    wire  [4:0] held_address$q;
    reg  held_address$clock;
    reg  [4:0] address_after$d;
    wire  [4:0] address_after$q;
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
    reg  fetched$d;
    wire  fetched$q;
    reg  fetched$clock;
    reg  out_valid$d;
    wire  out_valid$q;
    reg  out_valid$clock;
    reg  [10:0] out$d;
    wire  [10:0] out$q;
    reg  out$clock;

    // Local signals
    reg  take;
    reg  fetch;
    reg  next_is_last;

    // Sub module instances
    fixnic_core$results$ram ram(
        .clock(ram$clock),
        .read_address(ram$read_address),
        .read_data(ram$read_data),
        .write_address(ram$write_address),
        .write_data(ram$write_data),
        .write_enable(ram$write_enable)
    );
    fixnic_core$results$write_address write_address(
        .d(write_address$d),
        .q(write_address$q),
        .clock(write_address$clock)
    );
    fixnic_core$results$next_address next_address(
        .d(next_address$d),
        .q(next_address$q),
        .clock(next_address$clock)
    );
    fixnic_core$results$held_address held_address(
        .d(held_address$d),
        .q(held_address$q),
        .clock(held_address$clock)
    );
    fixnic_core$results$address_after address_after(
        .d(address_after$d),
        .q(address_after$q),
        .clock(address_after$clock)
    );
    fixnic_core$results$any_stored any_stored(
        .d(any_stored$d),
        .q(any_stored$q),
        .clock(any_stored$clock)
    );
    fixnic_core$results$wrote wrote(
        .d(wrote$d),
        .q(wrote$q),
        .clock(wrote$clock)
    );
    fixnic_core$results$gave gave(
        .d(gave$d),
        .q(gave$q),
        .clock(gave$clock)
    );
    fixnic_core$results$count count(
        .d(count$d),
        .q(count$q),
        .clock(count$clock)
    );
    fixnic_core$results$fetched fetched(
        .d(fetched$d),
        .q(fetched$q),
        .clock(fetched$clock)
    );
    fixnic_core$results$out_valid out_valid(
        .d(out_valid$d),
        .q(out_valid$q),
        .clock(out_valid$clock)
    );
    fixnic_core$results$out out(
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
        fetched$clock = clock;
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
        fetched$d = fetched$q;
        out_valid$d = out_valid$q;
        out$d = out$q;
        ram$clock = clock;
        ram$write_enable = write;
        ram$write_address = write_address$q;
        ram$write_data = data_in;
        take = read || ~out_valid$q;
        fetch = (take || ~fetched$q) && any_stored$q;
        ram$read_address = held_address$q;
        if (take || ~fetched$q) begin
            ram$read_address = next_address$q;
            fetched$d = any_stored$q;
        end
        if (fetch) begin
            held_address$d = next_address$q;
            next_address$d = address_after$q;
            address_after$d = address_after$q + 32'h1;
        end
        if (take) begin
            out$d = ram$read_data;
            out_valid$d = fetched$q;
        end
        next_is_last = address_after$q == write_address$q;
        if (write) begin
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
            fetched$d = 1'b0;
            out_valid$d = 1'b0;
        end
    end

endmodule // fixnic_core$results

module fixnic_core$results$address_after(d,q,clock);

    // Module arguments
    input wire  [4:0] d;
    output reg  [4:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 5'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$results$address_after

module fixnic_core$results$any_stored(d,q,clock);

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

endmodule // fixnic_core$results$any_stored

module fixnic_core$results$count(d,q,clock);

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

endmodule // fixnic_core$results$count

module fixnic_core$results$fetched(d,q,clock);

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

endmodule // fixnic_core$results$fetched

module fixnic_core$results$gave(d,q,clock);

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

endmodule // fixnic_core$results$gave

module fixnic_core$results$held_address(d,q,clock);

    // Module arguments
    input wire  [4:0] d;
    output reg  [4:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 5'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$results$held_address

module fixnic_core$results$next_address(d,q,clock);

    // Module arguments
    input wire  [4:0] d;
    output reg  [4:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 5'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$results$next_address

module fixnic_core$results$out(d,q,clock);

    // Module arguments
    input wire  [10:0] d;
    output reg  [10:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 11'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$results$out

module fixnic_core$results$out_valid(d,q,clock);

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

endmodule // fixnic_core$results$out_valid

module fixnic_core$results$ram(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [4:0] read_address;
    output reg  [10:0] read_data;
    input wire  [4:0] write_address;
    input wire  [10:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [10:0] words [0:31];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_core$results$ram

module fixnic_core$results$write_address(d,q,clock);

    // Module arguments
    input wire  [4:0] d;
    output reg  [4:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 5'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$results$write_address

module fixnic_core$results$wrote(d,q,clock);

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

endmodule // fixnic_core$results$wrote

module fixnic_core$ring(clock,reset,cfg,take_entry,entry,phase,entries_free,first,more,granule,granules_ok,settled,granules,doorbell,doorbell_counts,refused,consumed);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  [159:0] cfg;
    input wire  take_entry;
    output reg  [15:0] entry;
    output reg  phase;
    output reg  [15:0] entries_free;
    input wire  first;
    input wire  more;
    output reg  [15:0] granule;
    output reg  granules_ok;
    output reg  settled;
    output reg  [15:0] granules;
    input wire  doorbell;
    input wire  [31:0] doorbell_counts;
    output reg  refused;
    output reg  [15:0] consumed;

    // Constant declarations
    localparam  longest_less_one = 16'h1f;
    localparam  settle_clocks = 3'b100;

    // Stub signals
    reg  [15:0] entry_count$d;
    wire  [15:0] entry_count$q;
    reg  entry_count$clock;
    reg  [15:0] granule_count$d;
    wire  [15:0] granule_count$q;
    reg  granule_count$clock;
    reg  [15:0] entries_back$d;
    wire  [15:0] entries_back$q;
    reg  entries_back$clock;
    reg  [15:0] granules_back$d;
    wire  [15:0] granules_back$q;
    reg  granules_back$clock;
    reg  [15:0] entries_held$d;
    wire  [15:0] entries_held$q;
    reg  entries_held$clock;
    reg  [15:0] free$d;
    wire  [15:0] free$q;
    reg  free$clock;
    reg  [15:0] lap_bit$d;
    wire  [15:0] lap_bit$q;
    reg  lap_bit$clock;
    reg  [15:0] in_ring$d;
    wire  [15:0] in_ring$q;
    reg  in_ring$clock;
    reg  [15:0] next_lap$d;
    wire  [15:0] next_lap$q;
    reg  next_lap$clock;
    reg  [15:0] start_at$d;
    wire  [15:0] start_at$q;
    reg  start_at$clock;
    reg  [15:0] used$d;
    wire  [15:0] used$q;
    reg  used$clock;
    reg  ok$d;
    wire  ok$q;
    reg  ok$clock;
    reg  [2:0] settle$d;
    wire  [2:0] settle$q;
    reg  settle$clock;
    reg  ring_1$d;
    wire  ring_1$q;
    reg  ring_1$clock;
    reg  ring_2$d;
    wire  ring_2$q;
    reg  ring_2$clock;
    reg  [31:0] asked$d;
    wire  [31:0] asked$q;
    reg  asked$clock;
    reg  [15:0] entries_asked$d;
    wire  [15:0] entries_asked$q;
    reg  entries_asked$clock;
    reg  [15:0] granules_asked$d;
    wire  [15:0] granules_asked$q;
    reg  granules_asked$clock;
    reg  [15:0] entries_out$d;
    wire  [15:0] entries_out$q;
    reg  entries_out$clock;
    reg  [15:0] granules_out$d;
    wire  [15:0] granules_out$q;
    reg  granules_out$clock;
    reg  was_refused$d;
    wire  was_refused$q;
    reg  was_refused$clock;

    // Local signals
    reg  [15:0] lap;

    // Sub module instances
    fixnic_core$ring$entry_count entry_count(
        .d(entry_count$d),
        .q(entry_count$q),
        .clock(entry_count$clock)
    );
    fixnic_core$ring$granule_count granule_count(
        .d(granule_count$d),
        .q(granule_count$q),
        .clock(granule_count$clock)
    );
    fixnic_core$ring$entries_back entries_back(
        .d(entries_back$d),
        .q(entries_back$q),
        .clock(entries_back$clock)
    );
    fixnic_core$ring$granules_back granules_back(
        .d(granules_back$d),
        .q(granules_back$q),
        .clock(granules_back$clock)
    );
    fixnic_core$ring$entries_held entries_held(
        .d(entries_held$d),
        .q(entries_held$q),
        .clock(entries_held$clock)
    );
    fixnic_core$ring$free free(
        .d(free$d),
        .q(free$q),
        .clock(free$clock)
    );
    fixnic_core$ring$lap_bit lap_bit(
        .d(lap_bit$d),
        .q(lap_bit$q),
        .clock(lap_bit$clock)
    );
    fixnic_core$ring$in_ring in_ring(
        .d(in_ring$d),
        .q(in_ring$q),
        .clock(in_ring$clock)
    );
    fixnic_core$ring$next_lap next_lap(
        .d(next_lap$d),
        .q(next_lap$q),
        .clock(next_lap$clock)
    );
    fixnic_core$ring$start_at start_at(
        .d(start_at$d),
        .q(start_at$q),
        .clock(start_at$clock)
    );
    fixnic_core$ring$used used(
        .d(used$d),
        .q(used$q),
        .clock(used$clock)
    );
    fixnic_core$ring$ok ok(
        .d(ok$d),
        .q(ok$q),
        .clock(ok$clock)
    );
    fixnic_core$ring$settle settle(
        .d(settle$d),
        .q(settle$q),
        .clock(settle$clock)
    );
    fixnic_core$ring$ring_1 ring_1(
        .d(ring_1$d),
        .q(ring_1$q),
        .clock(ring_1$clock)
    );
    fixnic_core$ring$ring_2 ring_2(
        .d(ring_2$d),
        .q(ring_2$q),
        .clock(ring_2$clock)
    );
    fixnic_core$ring$asked asked(
        .d(asked$d),
        .q(asked$q),
        .clock(asked$clock)
    );
    fixnic_core$ring$entries_asked entries_asked(
        .d(entries_asked$d),
        .q(entries_asked$q),
        .clock(entries_asked$clock)
    );
    fixnic_core$ring$granules_asked granules_asked(
        .d(granules_asked$d),
        .q(granules_asked$q),
        .clock(granules_asked$clock)
    );
    fixnic_core$ring$entries_out entries_out(
        .d(entries_out$d),
        .q(entries_out$q),
        .clock(entries_out$clock)
    );
    fixnic_core$ring$granules_out granules_out(
        .d(granules_out$d),
        .q(granules_out$q),
        .clock(granules_out$clock)
    );
    fixnic_core$ring$was_refused was_refused(
        .d(was_refused$d),
        .q(was_refused$q),
        .clock(was_refused$clock)
    );

    // Update code
    always @(*) begin
        entry_count$clock = clock;
        granule_count$clock = clock;
        entries_back$clock = clock;
        granules_back$clock = clock;
        entries_held$clock = clock;
        free$clock = clock;
        lap_bit$clock = clock;
        in_ring$clock = clock;
        next_lap$clock = clock;
        start_at$clock = clock;
        used$clock = clock;
        ok$clock = clock;
        settle$clock = clock;
        ring_1$clock = clock;
        ring_2$clock = clock;
        asked$clock = clock;
        entries_asked$clock = clock;
        granules_asked$clock = clock;
        entries_out$clock = clock;
        granules_out$clock = clock;
        was_refused$clock = clock;
        entry_count$d = entry_count$q;
        granule_count$d = granule_count$q;
        entries_back$d = entries_back$q;
        granules_back$d = granules_back$q;
        entries_held$d = entries_held$q;
        free$d = free$q;
        lap_bit$d = lap_bit$q;
        in_ring$d = in_ring$q;
        next_lap$d = next_lap$q;
        start_at$d = start_at$q;
        used$d = used$q;
        ok$d = ok$q;
        settle$d = settle$q;
        ring_1$d = ring_1$q;
        ring_2$d = ring_2$q;
        asked$d = asked$q;
        entries_asked$d = entries_asked$q;
        granules_asked$d = granules_asked$q;
        entries_out$d = entries_out$q;
        granules_out$d = granules_out$q;
        was_refused$d = was_refused$q;
        if (take_entry) begin
            entry_count$d = entry_count$q + 32'h1;
        end
        entries_held$d = entry_count$q - entries_back$q;
        free$d = cfg[(64'h80)+:(16)] - entries_held$q + 32'h1;
        entry = entry_count$q;
        lap_bit$d = cfg[(64'h80)+:(16)] + 32'h1;
        lap = entry_count$q & lap_bit$q;
        phase = ~|lap;
        entries_free = free$q;
        if (first) begin
            granule_count$d = start_at$q + 32'h1;
        end
        if (more) begin
            granule_count$d = granule_count$q + 32'h1;
        end
        if (first || more) begin
            settle$d = settle_clocks;
        end
        else if (|settle$q) begin
            settle$d = settle$q - 32'h1;
        end
        in_ring$d = (granule_count$q & cfg[(64'h90)+:(16)]) + longest_less_one;
        next_lap$d = granule_count$q | cfg[(64'h90)+:(16)];
        start_at$d = granule_count$q;
        if (in_ring$q > cfg[(64'h90)+:(16)]) begin
            start_at$d = next_lap$q + 32'h1;
        end
        used$d = start_at$q + longest_less_one - granules_back$q;
        ok$d = used$q <= cfg[(64'h90)+:(16)];
        granule = start_at$q;
        granules_ok = ok$q;
        settled = ~|settle$q;
        granules = granule_count$q;
        ring_1$d = doorbell;
        asked$d = doorbell_counts;
        ring_2$d = ring_1$q;
        entries_asked$d = asked$q[(32'h0)+:(16)] - entries_back$q;
        granules_asked$d = asked$q[(32'h10)+:(16)] - granules_back$q;
        entries_out$d = entry_count$q - entries_back$q;
        granules_out$d = granule_count$q - granules_back$q;
        was_refused$d = 1'b0;
        if (ring_2$q) begin
            if ((entries_asked$q <= entries_out$q) && (granules_asked$q <= granules_out$q)) begin
                entries_back$d = entries_back$q + entries_asked$q;
                granules_back$d = granules_back$q + granules_asked$q;
            end
            else begin
                was_refused$d = 1'b1;
            end
        end
        refused = was_refused$q;
        consumed = entries_back$q;
        if (reset) begin
            entry_count$d = 32'h0;
            granule_count$d = 32'h0;
            entries_back$d = 32'h0;
            granules_back$d = 32'h0;
            settle$d = settle_clocks;
            ring_1$d = 1'b0;
            ring_2$d = 1'b0;
        end
    end

endmodule // fixnic_core$ring

module fixnic_core$ring$asked(d,q,clock);

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

endmodule // fixnic_core$ring$asked

module fixnic_core$ring$entries_asked(d,q,clock);

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

endmodule // fixnic_core$ring$entries_asked

module fixnic_core$ring$entries_back(d,q,clock);

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

endmodule // fixnic_core$ring$entries_back

module fixnic_core$ring$entries_held(d,q,clock);

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

endmodule // fixnic_core$ring$entries_held

module fixnic_core$ring$entries_out(d,q,clock);

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

endmodule // fixnic_core$ring$entries_out

module fixnic_core$ring$entry_count(d,q,clock);

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

endmodule // fixnic_core$ring$entry_count

module fixnic_core$ring$free(d,q,clock);

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

endmodule // fixnic_core$ring$free

module fixnic_core$ring$granule_count(d,q,clock);

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

endmodule // fixnic_core$ring$granule_count

module fixnic_core$ring$granules_asked(d,q,clock);

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

endmodule // fixnic_core$ring$granules_asked

module fixnic_core$ring$granules_back(d,q,clock);

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

endmodule // fixnic_core$ring$granules_back

module fixnic_core$ring$granules_out(d,q,clock);

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

endmodule // fixnic_core$ring$granules_out

module fixnic_core$ring$in_ring(d,q,clock);

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

endmodule // fixnic_core$ring$in_ring

module fixnic_core$ring$lap_bit(d,q,clock);

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

endmodule // fixnic_core$ring$lap_bit

module fixnic_core$ring$next_lap(d,q,clock);

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

endmodule // fixnic_core$ring$next_lap

module fixnic_core$ring$ok(d,q,clock);

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

endmodule // fixnic_core$ring$ok

module fixnic_core$ring$ring_1(d,q,clock);

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

endmodule // fixnic_core$ring$ring_1

module fixnic_core$ring$ring_2(d,q,clock);

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

endmodule // fixnic_core$ring$ring_2

module fixnic_core$ring$settle(d,q,clock);

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

endmodule // fixnic_core$ring$settle

module fixnic_core$ring$start_at(d,q,clock);

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

endmodule // fixnic_core$ring$start_at

module fixnic_core$ring$used(d,q,clock);

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

endmodule // fixnic_core$ring$used

module fixnic_core$ring$was_refused(d,q,clock);

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

endmodule // fixnic_core$ring$was_refused

module fixnic_core$ring_on(d,q,clock);

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

endmodule // fixnic_core$ring_on

module fixnic_core$ring_room(d,q,clock);

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

endmodule // fixnic_core$ring_room

module fixnic_core$sessions(clock,cmd_active,rx_read,rx_write,rx_session,rx_update,cmd_session,cmd_write,cmd_update,clear,clear_session,word);

    // Module arguments
    input wire  clock;
    input wire  cmd_active;
    input wire  [9:0] rx_read;
    input wire  rx_write;
    input wire  [9:0] rx_session;
    input wire  [50:0] rx_update;
    input wire  [9:0] cmd_session;
    input wire  cmd_write;
    input wire  [50:0] cmd_update;
    input wire  clear;
    input wire  [9:0] clear_session;
    output reg  [50:0] word;

    // Stub signals
    reg  ram$clock;
    reg  [9:0] ram$read_address;
    wire  [50:0] ram$read_data;
    reg  [9:0] ram$write_address;
    reg  [50:0] ram$write_data;
    reg  ram$write_enable;
    reg  write$d;
    wire  write$q;
    reg  write$clock;
    reg  [9:0] session$d;
    wire  [9:0] session$q;
    reg  session$clock;
    reg  [50:0] update$d;
    wire  [50:0] update$q;
    reg  update$clock;

    // Sub module instances
    fixnic_core$sessions$ram ram(
        .clock(ram$clock),
        .read_address(ram$read_address),
        .read_data(ram$read_data),
        .write_address(ram$write_address),
        .write_data(ram$write_data),
        .write_enable(ram$write_enable)
    );
    fixnic_core$sessions$write write(
        .d(write$d),
        .q(write$q),
        .clock(write$clock)
    );
    fixnic_core$sessions$session session(
        .d(session$d),
        .q(session$q),
        .clock(session$clock)
    );
    fixnic_core$sessions$update update(
        .d(update$d),
        .q(update$q),
        .clock(update$clock)
    );

    // Update code
    always @(*) begin
        write$clock = clock;
        session$clock = clock;
        update$clock = clock;
        write$d = write$q;
        session$d = session$q;
        update$d = update$q;
        ram$clock = clock;
        ram$read_address = rx_read;
        write$d = rx_write;
        session$d = rx_session;
        update$d = rx_update;
        if (cmd_active) begin
            ram$read_address = cmd_session;
            write$d = cmd_write;
            session$d = cmd_session;
            update$d = cmd_update;
        end
        if (clear) begin
            write$d = 1'b1;
            session$d = clear_session;
            update$d[(64'h0)+:(3)] = 32'h0;
            update$d[(64'h3)+:(16)] = 32'h0;
            update$d[(64'h13)+:(32)] = 32'h0;
        end
        ram$write_enable = write$q;
        ram$write_address = session$q;
        ram$write_data = update$q;
        word = ram$read_data;
    end

endmodule // fixnic_core$sessions

module fixnic_core$sessions$ram(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [9:0] read_address;
    output reg  [50:0] read_data;
    input wire  [9:0] write_address;
    input wire  [50:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [50:0] words [0:1023];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_core$sessions$ram

module fixnic_core$sessions$session(d,q,clock);

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

endmodule // fixnic_core$sessions$session

module fixnic_core$sessions$update(d,q,clock);

    // Module arguments
    input wire  [50:0] d;
    output reg  [50:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 51'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$sessions$update

module fixnic_core$sessions$write(d,q,clock);

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

endmodule // fixnic_core$sessions$write

module fixnic_core$slack(d,q,clock);

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

endmodule // fixnic_core$slack

module fixnic_core$statistics(clock,reset,events,rx_bytes,latch,busy,read_index,read_value);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  [36:0] events;
    input wire  [11:0] rx_bytes;
    input wire  latch;
    output reg  busy;
    input wire  [5:0] read_index;
    output reg  [63:0] read_value;

    // Constant declarations
    localparam  counters = 6'b100101;
    localparam  bytes = 6'b1;
    localparam  drain_step = 6'b111000;
    localparam  reload_step = 6'b111110;
    localparam  count_mask = 20'hff;

    // Stub signals
    reg  [7:0] counts$0$d;
    wire  [7:0] counts$0$q;
    reg  counts$0$clock;
    reg  [7:0] counts$1$d;
    wire  [7:0] counts$1$q;
    reg  counts$1$clock;
    reg  [7:0] counts$2$d;
    wire  [7:0] counts$2$q;
    reg  counts$2$clock;
    reg  [7:0] counts$3$d;
    wire  [7:0] counts$3$q;
    reg  counts$3$clock;
    reg  [7:0] counts$4$d;
    wire  [7:0] counts$4$q;
    reg  counts$4$clock;
    reg  [7:0] counts$5$d;
    wire  [7:0] counts$5$q;
    reg  counts$5$clock;
    reg  [7:0] counts$6$d;
    wire  [7:0] counts$6$q;
    reg  counts$6$clock;
    reg  [7:0] counts$7$d;
    wire  [7:0] counts$7$q;
    reg  counts$7$clock;
    reg  [7:0] counts$8$d;
    wire  [7:0] counts$8$q;
    reg  counts$8$clock;
    reg  [7:0] counts$9$d;
    wire  [7:0] counts$9$q;
    reg  counts$9$clock;
    reg  [7:0] counts$10$d;
    wire  [7:0] counts$10$q;
    reg  counts$10$clock;
    reg  [7:0] counts$11$d;
    wire  [7:0] counts$11$q;
    reg  counts$11$clock;
    reg  [7:0] counts$12$d;
    wire  [7:0] counts$12$q;
    reg  counts$12$clock;
    reg  [7:0] counts$13$d;
    wire  [7:0] counts$13$q;
    reg  counts$13$clock;
    reg  [7:0] counts$14$d;
    wire  [7:0] counts$14$q;
    reg  counts$14$clock;
    reg  [7:0] counts$15$d;
    wire  [7:0] counts$15$q;
    reg  counts$15$clock;
    reg  [7:0] counts$16$d;
    wire  [7:0] counts$16$q;
    reg  counts$16$clock;
    reg  [7:0] counts$17$d;
    wire  [7:0] counts$17$q;
    reg  counts$17$clock;
    reg  [7:0] counts$18$d;
    wire  [7:0] counts$18$q;
    reg  counts$18$clock;
    reg  [7:0] counts$19$d;
    wire  [7:0] counts$19$q;
    reg  counts$19$clock;
    reg  [7:0] counts$20$d;
    wire  [7:0] counts$20$q;
    reg  counts$20$clock;
    reg  [7:0] counts$21$d;
    wire  [7:0] counts$21$q;
    reg  counts$21$clock;
    reg  [7:0] counts$22$d;
    wire  [7:0] counts$22$q;
    reg  counts$22$clock;
    reg  [7:0] counts$23$d;
    wire  [7:0] counts$23$q;
    reg  counts$23$clock;
    reg  [7:0] counts$24$d;
    wire  [7:0] counts$24$q;
    reg  counts$24$clock;
    reg  [7:0] counts$25$d;
    wire  [7:0] counts$25$q;
    reg  counts$25$clock;
    reg  [7:0] counts$26$d;
    wire  [7:0] counts$26$q;
    reg  counts$26$clock;
    reg  [7:0] counts$27$d;
    wire  [7:0] counts$27$q;
    reg  counts$27$clock;
    reg  [7:0] counts$28$d;
    wire  [7:0] counts$28$q;
    reg  counts$28$clock;
    reg  [7:0] counts$29$d;
    wire  [7:0] counts$29$q;
    reg  counts$29$clock;
    reg  [7:0] counts$30$d;
    wire  [7:0] counts$30$q;
    reg  counts$30$clock;
    reg  [7:0] counts$31$d;
    wire  [7:0] counts$31$q;
    reg  counts$31$clock;
    reg  [7:0] counts$32$d;
    wire  [7:0] counts$32$q;
    reg  counts$32$clock;
    reg  [7:0] counts$33$d;
    wire  [7:0] counts$33$q;
    reg  counts$33$clock;
    reg  [7:0] counts$34$d;
    wire  [7:0] counts$34$q;
    reg  counts$34$clock;
    reg  [7:0] counts$35$d;
    wire  [7:0] counts$35$q;
    reg  counts$35$clock;
    reg  [7:0] counts$36$d;
    wire  [7:0] counts$36$q;
    reg  counts$36$clock;
    reg  [19:0] byte_count$d;
    wire  [19:0] byte_count$q;
    reg  byte_count$clock;
    reg  [7:0] chain$0$d;
    wire  [7:0] chain$0$q;
    reg  chain$0$clock;
    reg  [7:0] chain$1$d;
    wire  [7:0] chain$1$q;
    reg  chain$1$clock;
    reg  [7:0] chain$2$d;
    wire  [7:0] chain$2$q;
    reg  chain$2$clock;
    reg  [7:0] chain$3$d;
    wire  [7:0] chain$3$q;
    reg  chain$3$clock;
    reg  [7:0] chain$4$d;
    wire  [7:0] chain$4$q;
    reg  chain$4$clock;
    reg  [7:0] chain$5$d;
    wire  [7:0] chain$5$q;
    reg  chain$5$clock;
    reg  [7:0] chain$6$d;
    wire  [7:0] chain$6$q;
    reg  chain$6$clock;
    reg  [7:0] chain$7$d;
    wire  [7:0] chain$7$q;
    reg  chain$7$clock;
    reg  [7:0] chain$8$d;
    wire  [7:0] chain$8$q;
    reg  chain$8$clock;
    reg  [7:0] chain$9$d;
    wire  [7:0] chain$9$q;
    reg  chain$9$clock;
    reg  [7:0] chain$10$d;
    wire  [7:0] chain$10$q;
    reg  chain$10$clock;
    reg  [7:0] chain$11$d;
    wire  [7:0] chain$11$q;
    reg  chain$11$clock;
    reg  [7:0] chain$12$d;
    wire  [7:0] chain$12$q;
    reg  chain$12$clock;
    reg  [7:0] chain$13$d;
    wire  [7:0] chain$13$q;
    reg  chain$13$clock;
    reg  [7:0] chain$14$d;
    wire  [7:0] chain$14$q;
    reg  chain$14$clock;
    reg  [7:0] chain$15$d;
    wire  [7:0] chain$15$q;
    reg  chain$15$clock;
    reg  [7:0] chain$16$d;
    wire  [7:0] chain$16$q;
    reg  chain$16$clock;
    reg  [7:0] chain$17$d;
    wire  [7:0] chain$17$q;
    reg  chain$17$clock;
    reg  [7:0] chain$18$d;
    wire  [7:0] chain$18$q;
    reg  chain$18$clock;
    reg  [7:0] chain$19$d;
    wire  [7:0] chain$19$q;
    reg  chain$19$clock;
    reg  [7:0] chain$20$d;
    wire  [7:0] chain$20$q;
    reg  chain$20$clock;
    reg  [7:0] chain$21$d;
    wire  [7:0] chain$21$q;
    reg  chain$21$clock;
    reg  [7:0] chain$22$d;
    wire  [7:0] chain$22$q;
    reg  chain$22$clock;
    reg  [7:0] chain$23$d;
    wire  [7:0] chain$23$q;
    reg  chain$23$clock;
    reg  [7:0] chain$24$d;
    wire  [7:0] chain$24$q;
    reg  chain$24$clock;
    reg  [7:0] chain$25$d;
    wire  [7:0] chain$25$q;
    reg  chain$25$clock;
    reg  [7:0] chain$26$d;
    wire  [7:0] chain$26$q;
    reg  chain$26$clock;
    reg  [7:0] chain$27$d;
    wire  [7:0] chain$27$q;
    reg  chain$27$clock;
    reg  [7:0] chain$28$d;
    wire  [7:0] chain$28$q;
    reg  chain$28$clock;
    reg  [7:0] chain$29$d;
    wire  [7:0] chain$29$q;
    reg  chain$29$clock;
    reg  [7:0] chain$30$d;
    wire  [7:0] chain$30$q;
    reg  chain$30$clock;
    reg  [7:0] chain$31$d;
    wire  [7:0] chain$31$q;
    reg  chain$31$clock;
    reg  [7:0] chain$32$d;
    wire  [7:0] chain$32$q;
    reg  chain$32$clock;
    reg  [7:0] chain$33$d;
    wire  [7:0] chain$33$q;
    reg  chain$33$clock;
    reg  [7:0] chain$34$d;
    wire  [7:0] chain$34$q;
    reg  chain$34$clock;
    reg  [7:0] chain$35$d;
    wire  [7:0] chain$35$q;
    reg  chain$35$clock;
    reg  [7:0] chain$36$d;
    wire  [7:0] chain$36$q;
    reg  chain$36$clock;
    reg  [19:0] byte_chain$d;
    wire  [19:0] byte_chain$q;
    reg  byte_chain$clock;
    reg  [5:0] step$d;
    wire  [5:0] step$q;
    reg  step$clock;
    reg  load$d;
    wire  load$q;
    reg  load$clock;
    reg  drain$d;
    wire  drain$q;
    reg  drain$clock;
    reg  snapshot$d;
    wire  snapshot$q;
    reg  snapshot$clock;
    reg  zero$d;
    wire  zero$q;
    reg  zero$clock;
    reg  totals$clock;
    reg  [5:0] totals$read_address;
    wire  [63:0] totals$read_data;
    reg  [5:0] totals$write_address;
    reg  [63:0] totals$write_data;
    reg  totals$write_enable;
    reg  latched$clock;
    reg  [5:0] latched$read_address;
    wire  [63:0] latched$read_data;
    reg  [5:0] latched$write_address;
    reg  [63:0] latched$write_data;
    reg  latched$write_enable;
    reg  [63:0] value$d;
    wire  [63:0] value$q;
    reg  value$clock;
    reg  fetch_visit$d;
    wire  fetch_visit$q;
    reg  fetch_visit$clock;
    reg  fetch_snapshot$d;
    wire  fetch_snapshot$q;
    reg  fetch_snapshot$clock;
    reg  [5:0] fetch_index$d;
    wire  [5:0] fetch_index$q;
    reg  fetch_index$clock;
    reg  fetch_is_bytes$d;
    wire  fetch_is_bytes$q;
    reg  fetch_is_bytes$clock;
    reg  [19:0] fetch_count$d;
    wire  [19:0] fetch_count$q;
    reg  fetch_count$clock;
    reg  total_visit$d;
    wire  total_visit$q;
    reg  total_visit$clock;
    reg  total_snapshot$d;
    wire  total_snapshot$q;
    reg  total_snapshot$clock;
    reg  [5:0] total_index$d;
    wire  [5:0] total_index$q;
    reg  total_index$clock;
    reg  total_is_bytes$d;
    wire  total_is_bytes$q;
    reg  total_is_bytes$clock;
    reg  [19:0] total_count$d;
    wire  [19:0] total_count$q;
    reg  total_count$clock;
    reg  [63:0] total$d;
    wire  [63:0] total$q;
    reg  total$clock;
    reg  delta_visit$d;
    wire  delta_visit$q;
    reg  delta_visit$clock;
    reg  delta_snapshot$d;
    wire  delta_snapshot$q;
    reg  delta_snapshot$clock;
    reg  [5:0] delta_index$d;
    wire  [5:0] delta_index$q;
    reg  delta_index$clock;
    reg  [19:0] delta$d;
    wire  [19:0] delta$q;
    reg  delta$clock;
    reg  [63:0] delta_total$d;
    wire  [63:0] delta_total$q;
    reg  delta_total$clock;
    reg  low_visit$d;
    wire  low_visit$q;
    reg  low_visit$clock;
    reg  low_snapshot$d;
    wire  low_snapshot$q;
    reg  low_snapshot$clock;
    reg  [5:0] low_index$d;
    wire  [5:0] low_index$q;
    reg  low_index$clock;
    reg  [32:0] low_sum$d;
    wire  [32:0] low_sum$q;
    reg  low_sum$clock;
    reg  [31:0] low_high$d;
    wire  [31:0] low_high$q;
    reg  low_high$clock;
    reg  sum_visit$d;
    wire  sum_visit$q;
    reg  sum_visit$clock;
    reg  sum_snapshot$d;
    wire  sum_snapshot$q;
    reg  sum_snapshot$clock;
    reg  [5:0] sum_index$d;
    wire  [5:0] sum_index$q;
    reg  sum_index$clock;
    reg  [63:0] sum$d;
    wire  [63:0] sum$q;
    reg  sum$clock;

    // Local signals
    reg  take;
    reg  [19:0] difference;
    reg  [31:0] high_sum;

    // Sub module instances
    fixnic_core$statistics$counts$0 counts$0(
        .d(counts$0$d),
        .q(counts$0$q),
        .clock(counts$0$clock)
    );
    fixnic_core$statistics$counts$1 counts$1(
        .d(counts$1$d),
        .q(counts$1$q),
        .clock(counts$1$clock)
    );
    fixnic_core$statistics$counts$2 counts$2(
        .d(counts$2$d),
        .q(counts$2$q),
        .clock(counts$2$clock)
    );
    fixnic_core$statistics$counts$3 counts$3(
        .d(counts$3$d),
        .q(counts$3$q),
        .clock(counts$3$clock)
    );
    fixnic_core$statistics$counts$4 counts$4(
        .d(counts$4$d),
        .q(counts$4$q),
        .clock(counts$4$clock)
    );
    fixnic_core$statistics$counts$5 counts$5(
        .d(counts$5$d),
        .q(counts$5$q),
        .clock(counts$5$clock)
    );
    fixnic_core$statistics$counts$6 counts$6(
        .d(counts$6$d),
        .q(counts$6$q),
        .clock(counts$6$clock)
    );
    fixnic_core$statistics$counts$7 counts$7(
        .d(counts$7$d),
        .q(counts$7$q),
        .clock(counts$7$clock)
    );
    fixnic_core$statistics$counts$8 counts$8(
        .d(counts$8$d),
        .q(counts$8$q),
        .clock(counts$8$clock)
    );
    fixnic_core$statistics$counts$9 counts$9(
        .d(counts$9$d),
        .q(counts$9$q),
        .clock(counts$9$clock)
    );
    fixnic_core$statistics$counts$10 counts$10(
        .d(counts$10$d),
        .q(counts$10$q),
        .clock(counts$10$clock)
    );
    fixnic_core$statistics$counts$11 counts$11(
        .d(counts$11$d),
        .q(counts$11$q),
        .clock(counts$11$clock)
    );
    fixnic_core$statistics$counts$12 counts$12(
        .d(counts$12$d),
        .q(counts$12$q),
        .clock(counts$12$clock)
    );
    fixnic_core$statistics$counts$13 counts$13(
        .d(counts$13$d),
        .q(counts$13$q),
        .clock(counts$13$clock)
    );
    fixnic_core$statistics$counts$14 counts$14(
        .d(counts$14$d),
        .q(counts$14$q),
        .clock(counts$14$clock)
    );
    fixnic_core$statistics$counts$15 counts$15(
        .d(counts$15$d),
        .q(counts$15$q),
        .clock(counts$15$clock)
    );
    fixnic_core$statistics$counts$16 counts$16(
        .d(counts$16$d),
        .q(counts$16$q),
        .clock(counts$16$clock)
    );
    fixnic_core$statistics$counts$17 counts$17(
        .d(counts$17$d),
        .q(counts$17$q),
        .clock(counts$17$clock)
    );
    fixnic_core$statistics$counts$18 counts$18(
        .d(counts$18$d),
        .q(counts$18$q),
        .clock(counts$18$clock)
    );
    fixnic_core$statistics$counts$19 counts$19(
        .d(counts$19$d),
        .q(counts$19$q),
        .clock(counts$19$clock)
    );
    fixnic_core$statistics$counts$20 counts$20(
        .d(counts$20$d),
        .q(counts$20$q),
        .clock(counts$20$clock)
    );
    fixnic_core$statistics$counts$21 counts$21(
        .d(counts$21$d),
        .q(counts$21$q),
        .clock(counts$21$clock)
    );
    fixnic_core$statistics$counts$22 counts$22(
        .d(counts$22$d),
        .q(counts$22$q),
        .clock(counts$22$clock)
    );
    fixnic_core$statistics$counts$23 counts$23(
        .d(counts$23$d),
        .q(counts$23$q),
        .clock(counts$23$clock)
    );
    fixnic_core$statistics$counts$24 counts$24(
        .d(counts$24$d),
        .q(counts$24$q),
        .clock(counts$24$clock)
    );
    fixnic_core$statistics$counts$25 counts$25(
        .d(counts$25$d),
        .q(counts$25$q),
        .clock(counts$25$clock)
    );
    fixnic_core$statistics$counts$26 counts$26(
        .d(counts$26$d),
        .q(counts$26$q),
        .clock(counts$26$clock)
    );
    fixnic_core$statistics$counts$27 counts$27(
        .d(counts$27$d),
        .q(counts$27$q),
        .clock(counts$27$clock)
    );
    fixnic_core$statistics$counts$28 counts$28(
        .d(counts$28$d),
        .q(counts$28$q),
        .clock(counts$28$clock)
    );
    fixnic_core$statistics$counts$29 counts$29(
        .d(counts$29$d),
        .q(counts$29$q),
        .clock(counts$29$clock)
    );
    fixnic_core$statistics$counts$30 counts$30(
        .d(counts$30$d),
        .q(counts$30$q),
        .clock(counts$30$clock)
    );
    fixnic_core$statistics$counts$31 counts$31(
        .d(counts$31$d),
        .q(counts$31$q),
        .clock(counts$31$clock)
    );
    fixnic_core$statistics$counts$32 counts$32(
        .d(counts$32$d),
        .q(counts$32$q),
        .clock(counts$32$clock)
    );
    fixnic_core$statistics$counts$33 counts$33(
        .d(counts$33$d),
        .q(counts$33$q),
        .clock(counts$33$clock)
    );
    fixnic_core$statistics$counts$34 counts$34(
        .d(counts$34$d),
        .q(counts$34$q),
        .clock(counts$34$clock)
    );
    fixnic_core$statistics$counts$35 counts$35(
        .d(counts$35$d),
        .q(counts$35$q),
        .clock(counts$35$clock)
    );
    fixnic_core$statistics$counts$36 counts$36(
        .d(counts$36$d),
        .q(counts$36$q),
        .clock(counts$36$clock)
    );
    fixnic_core$statistics$byte_count byte_count(
        .d(byte_count$d),
        .q(byte_count$q),
        .clock(byte_count$clock)
    );
    fixnic_core$statistics$chain$0 chain$0(
        .d(chain$0$d),
        .q(chain$0$q),
        .clock(chain$0$clock)
    );
    fixnic_core$statistics$chain$1 chain$1(
        .d(chain$1$d),
        .q(chain$1$q),
        .clock(chain$1$clock)
    );
    fixnic_core$statistics$chain$2 chain$2(
        .d(chain$2$d),
        .q(chain$2$q),
        .clock(chain$2$clock)
    );
    fixnic_core$statistics$chain$3 chain$3(
        .d(chain$3$d),
        .q(chain$3$q),
        .clock(chain$3$clock)
    );
    fixnic_core$statistics$chain$4 chain$4(
        .d(chain$4$d),
        .q(chain$4$q),
        .clock(chain$4$clock)
    );
    fixnic_core$statistics$chain$5 chain$5(
        .d(chain$5$d),
        .q(chain$5$q),
        .clock(chain$5$clock)
    );
    fixnic_core$statistics$chain$6 chain$6(
        .d(chain$6$d),
        .q(chain$6$q),
        .clock(chain$6$clock)
    );
    fixnic_core$statistics$chain$7 chain$7(
        .d(chain$7$d),
        .q(chain$7$q),
        .clock(chain$7$clock)
    );
    fixnic_core$statistics$chain$8 chain$8(
        .d(chain$8$d),
        .q(chain$8$q),
        .clock(chain$8$clock)
    );
    fixnic_core$statistics$chain$9 chain$9(
        .d(chain$9$d),
        .q(chain$9$q),
        .clock(chain$9$clock)
    );
    fixnic_core$statistics$chain$10 chain$10(
        .d(chain$10$d),
        .q(chain$10$q),
        .clock(chain$10$clock)
    );
    fixnic_core$statistics$chain$11 chain$11(
        .d(chain$11$d),
        .q(chain$11$q),
        .clock(chain$11$clock)
    );
    fixnic_core$statistics$chain$12 chain$12(
        .d(chain$12$d),
        .q(chain$12$q),
        .clock(chain$12$clock)
    );
    fixnic_core$statistics$chain$13 chain$13(
        .d(chain$13$d),
        .q(chain$13$q),
        .clock(chain$13$clock)
    );
    fixnic_core$statistics$chain$14 chain$14(
        .d(chain$14$d),
        .q(chain$14$q),
        .clock(chain$14$clock)
    );
    fixnic_core$statistics$chain$15 chain$15(
        .d(chain$15$d),
        .q(chain$15$q),
        .clock(chain$15$clock)
    );
    fixnic_core$statistics$chain$16 chain$16(
        .d(chain$16$d),
        .q(chain$16$q),
        .clock(chain$16$clock)
    );
    fixnic_core$statistics$chain$17 chain$17(
        .d(chain$17$d),
        .q(chain$17$q),
        .clock(chain$17$clock)
    );
    fixnic_core$statistics$chain$18 chain$18(
        .d(chain$18$d),
        .q(chain$18$q),
        .clock(chain$18$clock)
    );
    fixnic_core$statistics$chain$19 chain$19(
        .d(chain$19$d),
        .q(chain$19$q),
        .clock(chain$19$clock)
    );
    fixnic_core$statistics$chain$20 chain$20(
        .d(chain$20$d),
        .q(chain$20$q),
        .clock(chain$20$clock)
    );
    fixnic_core$statistics$chain$21 chain$21(
        .d(chain$21$d),
        .q(chain$21$q),
        .clock(chain$21$clock)
    );
    fixnic_core$statistics$chain$22 chain$22(
        .d(chain$22$d),
        .q(chain$22$q),
        .clock(chain$22$clock)
    );
    fixnic_core$statistics$chain$23 chain$23(
        .d(chain$23$d),
        .q(chain$23$q),
        .clock(chain$23$clock)
    );
    fixnic_core$statistics$chain$24 chain$24(
        .d(chain$24$d),
        .q(chain$24$q),
        .clock(chain$24$clock)
    );
    fixnic_core$statistics$chain$25 chain$25(
        .d(chain$25$d),
        .q(chain$25$q),
        .clock(chain$25$clock)
    );
    fixnic_core$statistics$chain$26 chain$26(
        .d(chain$26$d),
        .q(chain$26$q),
        .clock(chain$26$clock)
    );
    fixnic_core$statistics$chain$27 chain$27(
        .d(chain$27$d),
        .q(chain$27$q),
        .clock(chain$27$clock)
    );
    fixnic_core$statistics$chain$28 chain$28(
        .d(chain$28$d),
        .q(chain$28$q),
        .clock(chain$28$clock)
    );
    fixnic_core$statistics$chain$29 chain$29(
        .d(chain$29$d),
        .q(chain$29$q),
        .clock(chain$29$clock)
    );
    fixnic_core$statistics$chain$30 chain$30(
        .d(chain$30$d),
        .q(chain$30$q),
        .clock(chain$30$clock)
    );
    fixnic_core$statistics$chain$31 chain$31(
        .d(chain$31$d),
        .q(chain$31$q),
        .clock(chain$31$clock)
    );
    fixnic_core$statistics$chain$32 chain$32(
        .d(chain$32$d),
        .q(chain$32$q),
        .clock(chain$32$clock)
    );
    fixnic_core$statistics$chain$33 chain$33(
        .d(chain$33$d),
        .q(chain$33$q),
        .clock(chain$33$clock)
    );
    fixnic_core$statistics$chain$34 chain$34(
        .d(chain$34$d),
        .q(chain$34$q),
        .clock(chain$34$clock)
    );
    fixnic_core$statistics$chain$35 chain$35(
        .d(chain$35$d),
        .q(chain$35$q),
        .clock(chain$35$clock)
    );
    fixnic_core$statistics$chain$36 chain$36(
        .d(chain$36$d),
        .q(chain$36$q),
        .clock(chain$36$clock)
    );
    fixnic_core$statistics$byte_chain byte_chain(
        .d(byte_chain$d),
        .q(byte_chain$q),
        .clock(byte_chain$clock)
    );
    fixnic_core$statistics$step step(
        .d(step$d),
        .q(step$q),
        .clock(step$clock)
    );
    fixnic_core$statistics$load load(
        .d(load$d),
        .q(load$q),
        .clock(load$clock)
    );
    fixnic_core$statistics$drain drain(
        .d(drain$d),
        .q(drain$q),
        .clock(drain$clock)
    );
    fixnic_core$statistics$snapshot snapshot(
        .d(snapshot$d),
        .q(snapshot$q),
        .clock(snapshot$clock)
    );
    fixnic_core$statistics$zero zero(
        .d(zero$d),
        .q(zero$q),
        .clock(zero$clock)
    );
    fixnic_core$statistics$totals totals(
        .clock(totals$clock),
        .read_address(totals$read_address),
        .read_data(totals$read_data),
        .write_address(totals$write_address),
        .write_data(totals$write_data),
        .write_enable(totals$write_enable)
    );
    fixnic_core$statistics$latched latched(
        .clock(latched$clock),
        .read_address(latched$read_address),
        .read_data(latched$read_data),
        .write_address(latched$write_address),
        .write_data(latched$write_data),
        .write_enable(latched$write_enable)
    );
    fixnic_core$statistics$value value(
        .d(value$d),
        .q(value$q),
        .clock(value$clock)
    );
    fixnic_core$statistics$fetch_visit fetch_visit(
        .d(fetch_visit$d),
        .q(fetch_visit$q),
        .clock(fetch_visit$clock)
    );
    fixnic_core$statistics$fetch_snapshot fetch_snapshot(
        .d(fetch_snapshot$d),
        .q(fetch_snapshot$q),
        .clock(fetch_snapshot$clock)
    );
    fixnic_core$statistics$fetch_index fetch_index(
        .d(fetch_index$d),
        .q(fetch_index$q),
        .clock(fetch_index$clock)
    );
    fixnic_core$statistics$fetch_is_bytes fetch_is_bytes(
        .d(fetch_is_bytes$d),
        .q(fetch_is_bytes$q),
        .clock(fetch_is_bytes$clock)
    );
    fixnic_core$statistics$fetch_count fetch_count(
        .d(fetch_count$d),
        .q(fetch_count$q),
        .clock(fetch_count$clock)
    );
    fixnic_core$statistics$total_visit total_visit(
        .d(total_visit$d),
        .q(total_visit$q),
        .clock(total_visit$clock)
    );
    fixnic_core$statistics$total_snapshot total_snapshot(
        .d(total_snapshot$d),
        .q(total_snapshot$q),
        .clock(total_snapshot$clock)
    );
    fixnic_core$statistics$total_index total_index(
        .d(total_index$d),
        .q(total_index$q),
        .clock(total_index$clock)
    );
    fixnic_core$statistics$total_is_bytes total_is_bytes(
        .d(total_is_bytes$d),
        .q(total_is_bytes$q),
        .clock(total_is_bytes$clock)
    );
    fixnic_core$statistics$total_count total_count(
        .d(total_count$d),
        .q(total_count$q),
        .clock(total_count$clock)
    );
    fixnic_core$statistics$total total(
        .d(total$d),
        .q(total$q),
        .clock(total$clock)
    );
    fixnic_core$statistics$delta_visit delta_visit(
        .d(delta_visit$d),
        .q(delta_visit$q),
        .clock(delta_visit$clock)
    );
    fixnic_core$statistics$delta_snapshot delta_snapshot(
        .d(delta_snapshot$d),
        .q(delta_snapshot$q),
        .clock(delta_snapshot$clock)
    );
    fixnic_core$statistics$delta_index delta_index(
        .d(delta_index$d),
        .q(delta_index$q),
        .clock(delta_index$clock)
    );
    fixnic_core$statistics$delta delta(
        .d(delta$d),
        .q(delta$q),
        .clock(delta$clock)
    );
    fixnic_core$statistics$delta_total delta_total(
        .d(delta_total$d),
        .q(delta_total$q),
        .clock(delta_total$clock)
    );
    fixnic_core$statistics$low_visit low_visit(
        .d(low_visit$d),
        .q(low_visit$q),
        .clock(low_visit$clock)
    );
    fixnic_core$statistics$low_snapshot low_snapshot(
        .d(low_snapshot$d),
        .q(low_snapshot$q),
        .clock(low_snapshot$clock)
    );
    fixnic_core$statistics$low_index low_index(
        .d(low_index$d),
        .q(low_index$q),
        .clock(low_index$clock)
    );
    fixnic_core$statistics$low_sum low_sum(
        .d(low_sum$d),
        .q(low_sum$q),
        .clock(low_sum$clock)
    );
    fixnic_core$statistics$low_high low_high(
        .d(low_high$d),
        .q(low_high$q),
        .clock(low_high$clock)
    );
    fixnic_core$statistics$sum_visit sum_visit(
        .d(sum_visit$d),
        .q(sum_visit$q),
        .clock(sum_visit$clock)
    );
    fixnic_core$statistics$sum_snapshot sum_snapshot(
        .d(sum_snapshot$d),
        .q(sum_snapshot$q),
        .clock(sum_snapshot$clock)
    );
    fixnic_core$statistics$sum_index sum_index(
        .d(sum_index$d),
        .q(sum_index$q),
        .clock(sum_index$clock)
    );
    fixnic_core$statistics$sum sum(
        .d(sum$d),
        .q(sum$q),
        .clock(sum$clock)
    );

    // Update code
    always @(*) begin
        byte_count$clock = clock;
        byte_chain$clock = clock;
        step$clock = clock;
        load$clock = clock;
        drain$clock = clock;
        snapshot$clock = clock;
        zero$clock = clock;
        value$clock = clock;
        fetch_visit$clock = clock;
        fetch_snapshot$clock = clock;
        fetch_index$clock = clock;
        fetch_is_bytes$clock = clock;
        fetch_count$clock = clock;
        total_visit$clock = clock;
        total_snapshot$clock = clock;
        total_index$clock = clock;
        total_is_bytes$clock = clock;
        total_count$clock = clock;
        total$clock = clock;
        delta_visit$clock = clock;
        delta_snapshot$clock = clock;
        delta_index$clock = clock;
        delta$clock = clock;
        delta_total$clock = clock;
        low_visit$clock = clock;
        low_snapshot$clock = clock;
        low_index$clock = clock;
        low_sum$clock = clock;
        low_high$clock = clock;
        sum_visit$clock = clock;
        sum_snapshot$clock = clock;
        sum_index$clock = clock;
        sum$clock = clock;
        byte_count$d = byte_count$q;
        byte_chain$d = byte_chain$q;
        step$d = step$q;
        load$d = load$q;
        drain$d = drain$q;
        snapshot$d = snapshot$q;
        zero$d = zero$q;
        value$d = value$q;
        fetch_visit$d = fetch_visit$q;
        fetch_snapshot$d = fetch_snapshot$q;
        fetch_index$d = fetch_index$q;
        fetch_is_bytes$d = fetch_is_bytes$q;
        fetch_count$d = fetch_count$q;
        total_visit$d = total_visit$q;
        total_snapshot$d = total_snapshot$q;
        total_index$d = total_index$q;
        total_is_bytes$d = total_is_bytes$q;
        total_count$d = total_count$q;
        total$d = total$q;
        delta_visit$d = delta_visit$q;
        delta_snapshot$d = delta_snapshot$q;
        delta_index$d = delta_index$q;
        delta$d = delta$q;
        delta_total$d = delta_total$q;
        low_visit$d = low_visit$q;
        low_snapshot$d = low_snapshot$q;
        low_index$d = low_index$q;
        low_sum$d = low_sum$q;
        low_high$d = low_high$q;
        sum_visit$d = sum_visit$q;
        sum_snapshot$d = sum_snapshot$q;
        sum_index$d = sum_index$q;
        sum$d = sum$q;
        totals$clock = clock;
        latched$clock = clock;
        counts$0$clock = clock;
        counts$0$d = counts$0$q;
        if (events[0]) begin
            counts$0$d = counts$0$q + 32'h1;
        end
        if (reset) begin
            counts$0$d = 32'h0;
        end
        counts$1$clock = clock;
        counts$1$d = counts$1$q;
        if (events[1]) begin
            counts$1$d = counts$1$q + 32'h1;
        end
        if (reset) begin
            counts$1$d = 32'h0;
        end
        counts$2$clock = clock;
        counts$2$d = counts$2$q;
        if (events[2]) begin
            counts$2$d = counts$2$q + 32'h1;
        end
        if (reset) begin
            counts$2$d = 32'h0;
        end
        counts$3$clock = clock;
        counts$3$d = counts$3$q;
        if (events[3]) begin
            counts$3$d = counts$3$q + 32'h1;
        end
        if (reset) begin
            counts$3$d = 32'h0;
        end
        counts$4$clock = clock;
        counts$4$d = counts$4$q;
        if (events[4]) begin
            counts$4$d = counts$4$q + 32'h1;
        end
        if (reset) begin
            counts$4$d = 32'h0;
        end
        counts$5$clock = clock;
        counts$5$d = counts$5$q;
        if (events[5]) begin
            counts$5$d = counts$5$q + 32'h1;
        end
        if (reset) begin
            counts$5$d = 32'h0;
        end
        counts$6$clock = clock;
        counts$6$d = counts$6$q;
        if (events[6]) begin
            counts$6$d = counts$6$q + 32'h1;
        end
        if (reset) begin
            counts$6$d = 32'h0;
        end
        counts$7$clock = clock;
        counts$7$d = counts$7$q;
        if (events[7]) begin
            counts$7$d = counts$7$q + 32'h1;
        end
        if (reset) begin
            counts$7$d = 32'h0;
        end
        counts$8$clock = clock;
        counts$8$d = counts$8$q;
        if (events[8]) begin
            counts$8$d = counts$8$q + 32'h1;
        end
        if (reset) begin
            counts$8$d = 32'h0;
        end
        counts$9$clock = clock;
        counts$9$d = counts$9$q;
        if (events[9]) begin
            counts$9$d = counts$9$q + 32'h1;
        end
        if (reset) begin
            counts$9$d = 32'h0;
        end
        counts$10$clock = clock;
        counts$10$d = counts$10$q;
        if (events[10]) begin
            counts$10$d = counts$10$q + 32'h1;
        end
        if (reset) begin
            counts$10$d = 32'h0;
        end
        counts$11$clock = clock;
        counts$11$d = counts$11$q;
        if (events[11]) begin
            counts$11$d = counts$11$q + 32'h1;
        end
        if (reset) begin
            counts$11$d = 32'h0;
        end
        counts$12$clock = clock;
        counts$12$d = counts$12$q;
        if (events[12]) begin
            counts$12$d = counts$12$q + 32'h1;
        end
        if (reset) begin
            counts$12$d = 32'h0;
        end
        counts$13$clock = clock;
        counts$13$d = counts$13$q;
        if (events[13]) begin
            counts$13$d = counts$13$q + 32'h1;
        end
        if (reset) begin
            counts$13$d = 32'h0;
        end
        counts$14$clock = clock;
        counts$14$d = counts$14$q;
        if (events[14]) begin
            counts$14$d = counts$14$q + 32'h1;
        end
        if (reset) begin
            counts$14$d = 32'h0;
        end
        counts$15$clock = clock;
        counts$15$d = counts$15$q;
        if (events[15]) begin
            counts$15$d = counts$15$q + 32'h1;
        end
        if (reset) begin
            counts$15$d = 32'h0;
        end
        counts$16$clock = clock;
        counts$16$d = counts$16$q;
        if (events[16]) begin
            counts$16$d = counts$16$q + 32'h1;
        end
        if (reset) begin
            counts$16$d = 32'h0;
        end
        counts$17$clock = clock;
        counts$17$d = counts$17$q;
        if (events[17]) begin
            counts$17$d = counts$17$q + 32'h1;
        end
        if (reset) begin
            counts$17$d = 32'h0;
        end
        counts$18$clock = clock;
        counts$18$d = counts$18$q;
        if (events[18]) begin
            counts$18$d = counts$18$q + 32'h1;
        end
        if (reset) begin
            counts$18$d = 32'h0;
        end
        counts$19$clock = clock;
        counts$19$d = counts$19$q;
        if (events[19]) begin
            counts$19$d = counts$19$q + 32'h1;
        end
        if (reset) begin
            counts$19$d = 32'h0;
        end
        counts$20$clock = clock;
        counts$20$d = counts$20$q;
        if (events[20]) begin
            counts$20$d = counts$20$q + 32'h1;
        end
        if (reset) begin
            counts$20$d = 32'h0;
        end
        counts$21$clock = clock;
        counts$21$d = counts$21$q;
        if (events[21]) begin
            counts$21$d = counts$21$q + 32'h1;
        end
        if (reset) begin
            counts$21$d = 32'h0;
        end
        counts$22$clock = clock;
        counts$22$d = counts$22$q;
        if (events[22]) begin
            counts$22$d = counts$22$q + 32'h1;
        end
        if (reset) begin
            counts$22$d = 32'h0;
        end
        counts$23$clock = clock;
        counts$23$d = counts$23$q;
        if (events[23]) begin
            counts$23$d = counts$23$q + 32'h1;
        end
        if (reset) begin
            counts$23$d = 32'h0;
        end
        counts$24$clock = clock;
        counts$24$d = counts$24$q;
        if (events[24]) begin
            counts$24$d = counts$24$q + 32'h1;
        end
        if (reset) begin
            counts$24$d = 32'h0;
        end
        counts$25$clock = clock;
        counts$25$d = counts$25$q;
        if (events[25]) begin
            counts$25$d = counts$25$q + 32'h1;
        end
        if (reset) begin
            counts$25$d = 32'h0;
        end
        counts$26$clock = clock;
        counts$26$d = counts$26$q;
        if (events[26]) begin
            counts$26$d = counts$26$q + 32'h1;
        end
        if (reset) begin
            counts$26$d = 32'h0;
        end
        counts$27$clock = clock;
        counts$27$d = counts$27$q;
        if (events[27]) begin
            counts$27$d = counts$27$q + 32'h1;
        end
        if (reset) begin
            counts$27$d = 32'h0;
        end
        counts$28$clock = clock;
        counts$28$d = counts$28$q;
        if (events[28]) begin
            counts$28$d = counts$28$q + 32'h1;
        end
        if (reset) begin
            counts$28$d = 32'h0;
        end
        counts$29$clock = clock;
        counts$29$d = counts$29$q;
        if (events[29]) begin
            counts$29$d = counts$29$q + 32'h1;
        end
        if (reset) begin
            counts$29$d = 32'h0;
        end
        counts$30$clock = clock;
        counts$30$d = counts$30$q;
        if (events[30]) begin
            counts$30$d = counts$30$q + 32'h1;
        end
        if (reset) begin
            counts$30$d = 32'h0;
        end
        counts$31$clock = clock;
        counts$31$d = counts$31$q;
        if (events[31]) begin
            counts$31$d = counts$31$q + 32'h1;
        end
        if (reset) begin
            counts$31$d = 32'h0;
        end
        counts$32$clock = clock;
        counts$32$d = counts$32$q;
        if (events[32]) begin
            counts$32$d = counts$32$q + 32'h1;
        end
        if (reset) begin
            counts$32$d = 32'h0;
        end
        counts$33$clock = clock;
        counts$33$d = counts$33$q;
        if (events[33]) begin
            counts$33$d = counts$33$q + 32'h1;
        end
        if (reset) begin
            counts$33$d = 32'h0;
        end
        counts$34$clock = clock;
        counts$34$d = counts$34$q;
        if (events[34]) begin
            counts$34$d = counts$34$q + 32'h1;
        end
        if (reset) begin
            counts$34$d = 32'h0;
        end
        counts$35$clock = clock;
        counts$35$d = counts$35$q;
        if (events[35]) begin
            counts$35$d = counts$35$q + 32'h1;
        end
        if (reset) begin
            counts$35$d = 32'h0;
        end
        counts$36$clock = clock;
        counts$36$d = counts$36$q;
        if (events[36]) begin
            counts$36$d = counts$36$q + 32'h1;
        end
        if (reset) begin
            counts$36$d = 32'h0;
        end
        if (events[bytes]) begin
            byte_count$d = byte_count$q + ((rx_bytes) & 20'hfffff);
        end
        take = latch && ~snapshot$q && ~zero$q;
        step$d = step$q + 32'h1;
        load$d = (step$q == reload_step) && ~drain$q;
        if (&step$q) begin
            drain$d = 1'b0;
            if (~drain$q) begin
                snapshot$d = 1'b0;
                zero$d = 1'b0;
            end
        end
        if (take) begin
            step$d = drain_step;
            load$d = 1'b1;
            drain$d = 1'b1;
            snapshot$d = 1'b1;
        end
        busy = snapshot$q || zero$q;
        chain$0$clock = clock;
        chain$0$d = chain$0$q;
        if (load$q) begin
            chain$0$d = counts$0$q;
        end
        else if (~drain$q) begin
            chain$0$d = chain$1$q;
        end
        chain$1$clock = clock;
        chain$1$d = chain$1$q;
        if (load$q) begin
            chain$1$d = counts$1$q;
        end
        else if (~drain$q) begin
            chain$1$d = chain$2$q;
        end
        chain$2$clock = clock;
        chain$2$d = chain$2$q;
        if (load$q) begin
            chain$2$d = counts$2$q;
        end
        else if (~drain$q) begin
            chain$2$d = chain$3$q;
        end
        chain$3$clock = clock;
        chain$3$d = chain$3$q;
        if (load$q) begin
            chain$3$d = counts$3$q;
        end
        else if (~drain$q) begin
            chain$3$d = chain$4$q;
        end
        chain$4$clock = clock;
        chain$4$d = chain$4$q;
        if (load$q) begin
            chain$4$d = counts$4$q;
        end
        else if (~drain$q) begin
            chain$4$d = chain$5$q;
        end
        chain$5$clock = clock;
        chain$5$d = chain$5$q;
        if (load$q) begin
            chain$5$d = counts$5$q;
        end
        else if (~drain$q) begin
            chain$5$d = chain$6$q;
        end
        chain$6$clock = clock;
        chain$6$d = chain$6$q;
        if (load$q) begin
            chain$6$d = counts$6$q;
        end
        else if (~drain$q) begin
            chain$6$d = chain$7$q;
        end
        chain$7$clock = clock;
        chain$7$d = chain$7$q;
        if (load$q) begin
            chain$7$d = counts$7$q;
        end
        else if (~drain$q) begin
            chain$7$d = chain$8$q;
        end
        chain$8$clock = clock;
        chain$8$d = chain$8$q;
        if (load$q) begin
            chain$8$d = counts$8$q;
        end
        else if (~drain$q) begin
            chain$8$d = chain$9$q;
        end
        chain$9$clock = clock;
        chain$9$d = chain$9$q;
        if (load$q) begin
            chain$9$d = counts$9$q;
        end
        else if (~drain$q) begin
            chain$9$d = chain$10$q;
        end
        chain$10$clock = clock;
        chain$10$d = chain$10$q;
        if (load$q) begin
            chain$10$d = counts$10$q;
        end
        else if (~drain$q) begin
            chain$10$d = chain$11$q;
        end
        chain$11$clock = clock;
        chain$11$d = chain$11$q;
        if (load$q) begin
            chain$11$d = counts$11$q;
        end
        else if (~drain$q) begin
            chain$11$d = chain$12$q;
        end
        chain$12$clock = clock;
        chain$12$d = chain$12$q;
        if (load$q) begin
            chain$12$d = counts$12$q;
        end
        else if (~drain$q) begin
            chain$12$d = chain$13$q;
        end
        chain$13$clock = clock;
        chain$13$d = chain$13$q;
        if (load$q) begin
            chain$13$d = counts$13$q;
        end
        else if (~drain$q) begin
            chain$13$d = chain$14$q;
        end
        chain$14$clock = clock;
        chain$14$d = chain$14$q;
        if (load$q) begin
            chain$14$d = counts$14$q;
        end
        else if (~drain$q) begin
            chain$14$d = chain$15$q;
        end
        chain$15$clock = clock;
        chain$15$d = chain$15$q;
        if (load$q) begin
            chain$15$d = counts$15$q;
        end
        else if (~drain$q) begin
            chain$15$d = chain$16$q;
        end
        chain$16$clock = clock;
        chain$16$d = chain$16$q;
        if (load$q) begin
            chain$16$d = counts$16$q;
        end
        else if (~drain$q) begin
            chain$16$d = chain$17$q;
        end
        chain$17$clock = clock;
        chain$17$d = chain$17$q;
        if (load$q) begin
            chain$17$d = counts$17$q;
        end
        else if (~drain$q) begin
            chain$17$d = chain$18$q;
        end
        chain$18$clock = clock;
        chain$18$d = chain$18$q;
        if (load$q) begin
            chain$18$d = counts$18$q;
        end
        else if (~drain$q) begin
            chain$18$d = chain$19$q;
        end
        chain$19$clock = clock;
        chain$19$d = chain$19$q;
        if (load$q) begin
            chain$19$d = counts$19$q;
        end
        else if (~drain$q) begin
            chain$19$d = chain$20$q;
        end
        chain$20$clock = clock;
        chain$20$d = chain$20$q;
        if (load$q) begin
            chain$20$d = counts$20$q;
        end
        else if (~drain$q) begin
            chain$20$d = chain$21$q;
        end
        chain$21$clock = clock;
        chain$21$d = chain$21$q;
        if (load$q) begin
            chain$21$d = counts$21$q;
        end
        else if (~drain$q) begin
            chain$21$d = chain$22$q;
        end
        chain$22$clock = clock;
        chain$22$d = chain$22$q;
        if (load$q) begin
            chain$22$d = counts$22$q;
        end
        else if (~drain$q) begin
            chain$22$d = chain$23$q;
        end
        chain$23$clock = clock;
        chain$23$d = chain$23$q;
        if (load$q) begin
            chain$23$d = counts$23$q;
        end
        else if (~drain$q) begin
            chain$23$d = chain$24$q;
        end
        chain$24$clock = clock;
        chain$24$d = chain$24$q;
        if (load$q) begin
            chain$24$d = counts$24$q;
        end
        else if (~drain$q) begin
            chain$24$d = chain$25$q;
        end
        chain$25$clock = clock;
        chain$25$d = chain$25$q;
        if (load$q) begin
            chain$25$d = counts$25$q;
        end
        else if (~drain$q) begin
            chain$25$d = chain$26$q;
        end
        chain$26$clock = clock;
        chain$26$d = chain$26$q;
        if (load$q) begin
            chain$26$d = counts$26$q;
        end
        else if (~drain$q) begin
            chain$26$d = chain$27$q;
        end
        chain$27$clock = clock;
        chain$27$d = chain$27$q;
        if (load$q) begin
            chain$27$d = counts$27$q;
        end
        else if (~drain$q) begin
            chain$27$d = chain$28$q;
        end
        chain$28$clock = clock;
        chain$28$d = chain$28$q;
        if (load$q) begin
            chain$28$d = counts$28$q;
        end
        else if (~drain$q) begin
            chain$28$d = chain$29$q;
        end
        chain$29$clock = clock;
        chain$29$d = chain$29$q;
        if (load$q) begin
            chain$29$d = counts$29$q;
        end
        else if (~drain$q) begin
            chain$29$d = chain$30$q;
        end
        chain$30$clock = clock;
        chain$30$d = chain$30$q;
        if (load$q) begin
            chain$30$d = counts$30$q;
        end
        else if (~drain$q) begin
            chain$30$d = chain$31$q;
        end
        chain$31$clock = clock;
        chain$31$d = chain$31$q;
        if (load$q) begin
            chain$31$d = counts$31$q;
        end
        else if (~drain$q) begin
            chain$31$d = chain$32$q;
        end
        chain$32$clock = clock;
        chain$32$d = chain$32$q;
        if (load$q) begin
            chain$32$d = counts$32$q;
        end
        else if (~drain$q) begin
            chain$32$d = chain$33$q;
        end
        chain$33$clock = clock;
        chain$33$d = chain$33$q;
        if (load$q) begin
            chain$33$d = counts$33$q;
        end
        else if (~drain$q) begin
            chain$33$d = chain$34$q;
        end
        chain$34$clock = clock;
        chain$34$d = chain$34$q;
        if (load$q) begin
            chain$34$d = counts$34$q;
        end
        else if (~drain$q) begin
            chain$34$d = chain$35$q;
        end
        chain$35$clock = clock;
        chain$35$d = chain$35$q;
        if (load$q) begin
            chain$35$d = counts$35$q;
        end
        else if (~drain$q) begin
            chain$35$d = chain$36$q;
        end
        chain$36$clock = clock;
        chain$36$d = chain$36$q;
        if (load$q) begin
            chain$36$d = counts$36$q;
            byte_chain$d = byte_count$q;
        end
        totals$read_address = step$q;
        fetch_visit$d = (step$q < counters) && ~zero$q;
        fetch_snapshot$d = snapshot$q;
        fetch_index$d = step$q;
        fetch_is_bytes$d = step$q == bytes;
        fetch_count$d = ((chain$0$q) & 20'hfffff);
        if (step$q == bytes) begin
            fetch_count$d = byte_chain$q;
        end
        total_visit$d = fetch_visit$q;
        total_snapshot$d = fetch_snapshot$q;
        total_index$d = fetch_index$q;
        total_is_bytes$d = fetch_is_bytes$q;
        total_count$d = fetch_count$q;
        total$d = totals$read_data;
        delta_visit$d = total_visit$q;
        delta_snapshot$d = total_snapshot$q;
        delta_index$d = total_index$q;
        delta_total$d = total$q;
        difference = total_count$q - total$q[(32'h0)+:(20)];
        delta$d = difference;
        if (~total_is_bytes$q) begin
            delta$d = difference & count_mask;
        end
        low_visit$d = delta_visit$q;
        low_snapshot$d = delta_snapshot$q;
        low_index$d = delta_index$q;
        low_sum$d = ((delta_total$q[(32'h0)+:(32)]) & 33'h1ffffffff) + ((delta$q) & 33'h1ffffffff);
        low_high$d = delta_total$q[(32'h20)+:(32)];
        sum_visit$d = low_visit$q;
        sum_snapshot$d = low_snapshot$q;
        sum_index$d = low_index$q;
        high_sum = low_high$q + ((low_sum$q[(32'h20)+:(1)]) & 32'hffffffff);
        sum$d = ((low_sum$q[(32'h0)+:(32)]) & 64'hffffffffffffffff) | (((high_sum) & 64'hffffffffffffffff) << 32'h20);
        totals$write_enable = sum_visit$q;
        totals$write_address = sum_index$q;
        totals$write_data = sum$q;
        latched$write_enable = sum_visit$q && sum_snapshot$q;
        latched$write_address = sum_index$q;
        latched$write_data = sum$q;
        if (zero$q) begin
            totals$write_enable = 1'b1;
            totals$write_address = step$q;
            totals$write_data = 32'h0;
            latched$write_enable = 1'b1;
            latched$write_address = step$q;
            latched$write_data = 32'h0;
        end
        latched$read_address = read_index;
        value$d = latched$read_data;
        read_value = value$q;
        if (reset) begin
            byte_count$d = 32'h0;
            step$d = 32'h0;
            load$d = 1'b0;
            drain$d = 1'b0;
            snapshot$d = 1'b0;
            zero$d = 1'b1;
        end
    end

endmodule // fixnic_core$statistics

module fixnic_core$statistics$byte_chain(d,q,clock);

    // Module arguments
    input wire  [19:0] d;
    output reg  [19:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 20'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$statistics$byte_chain

module fixnic_core$statistics$byte_count(d,q,clock);

    // Module arguments
    input wire  [19:0] d;
    output reg  [19:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 20'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$statistics$byte_count

module fixnic_core$statistics$chain$0(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$0

module fixnic_core$statistics$chain$1(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$1

module fixnic_core$statistics$chain$10(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$10

module fixnic_core$statistics$chain$11(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$11

module fixnic_core$statistics$chain$12(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$12

module fixnic_core$statistics$chain$13(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$13

module fixnic_core$statistics$chain$14(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$14

module fixnic_core$statistics$chain$15(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$15

module fixnic_core$statistics$chain$16(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$16

module fixnic_core$statistics$chain$17(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$17

module fixnic_core$statistics$chain$18(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$18

module fixnic_core$statistics$chain$19(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$19

module fixnic_core$statistics$chain$2(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$2

module fixnic_core$statistics$chain$20(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$20

module fixnic_core$statistics$chain$21(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$21

module fixnic_core$statistics$chain$22(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$22

module fixnic_core$statistics$chain$23(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$23

module fixnic_core$statistics$chain$24(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$24

module fixnic_core$statistics$chain$25(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$25

module fixnic_core$statistics$chain$26(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$26

module fixnic_core$statistics$chain$27(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$27

module fixnic_core$statistics$chain$28(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$28

module fixnic_core$statistics$chain$29(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$29

module fixnic_core$statistics$chain$3(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$3

module fixnic_core$statistics$chain$30(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$30

module fixnic_core$statistics$chain$31(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$31

module fixnic_core$statistics$chain$32(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$32

module fixnic_core$statistics$chain$33(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$33

module fixnic_core$statistics$chain$34(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$34

module fixnic_core$statistics$chain$35(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$35

module fixnic_core$statistics$chain$36(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$36

module fixnic_core$statistics$chain$4(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$4

module fixnic_core$statistics$chain$5(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$5

module fixnic_core$statistics$chain$6(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$6

module fixnic_core$statistics$chain$7(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$7

module fixnic_core$statistics$chain$8(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$8

module fixnic_core$statistics$chain$9(d,q,clock);

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

endmodule // fixnic_core$statistics$chain$9

module fixnic_core$statistics$counts$0(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$0

module fixnic_core$statistics$counts$1(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$1

module fixnic_core$statistics$counts$10(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$10

module fixnic_core$statistics$counts$11(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$11

module fixnic_core$statistics$counts$12(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$12

module fixnic_core$statistics$counts$13(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$13

module fixnic_core$statistics$counts$14(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$14

module fixnic_core$statistics$counts$15(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$15

module fixnic_core$statistics$counts$16(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$16

module fixnic_core$statistics$counts$17(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$17

module fixnic_core$statistics$counts$18(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$18

module fixnic_core$statistics$counts$19(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$19

module fixnic_core$statistics$counts$2(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$2

module fixnic_core$statistics$counts$20(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$20

module fixnic_core$statistics$counts$21(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$21

module fixnic_core$statistics$counts$22(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$22

module fixnic_core$statistics$counts$23(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$23

module fixnic_core$statistics$counts$24(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$24

module fixnic_core$statistics$counts$25(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$25

module fixnic_core$statistics$counts$26(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$26

module fixnic_core$statistics$counts$27(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$27

module fixnic_core$statistics$counts$28(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$28

module fixnic_core$statistics$counts$29(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$29

module fixnic_core$statistics$counts$3(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$3

module fixnic_core$statistics$counts$30(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$30

module fixnic_core$statistics$counts$31(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$31

module fixnic_core$statistics$counts$32(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$32

module fixnic_core$statistics$counts$33(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$33

module fixnic_core$statistics$counts$34(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$34

module fixnic_core$statistics$counts$35(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$35

module fixnic_core$statistics$counts$36(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$36

module fixnic_core$statistics$counts$4(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$4

module fixnic_core$statistics$counts$5(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$5

module fixnic_core$statistics$counts$6(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$6

module fixnic_core$statistics$counts$7(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$7

module fixnic_core$statistics$counts$8(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$8

module fixnic_core$statistics$counts$9(d,q,clock);

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

endmodule // fixnic_core$statistics$counts$9

module fixnic_core$statistics$delta(d,q,clock);

    // Module arguments
    input wire  [19:0] d;
    output reg  [19:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 20'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$statistics$delta

module fixnic_core$statistics$delta_index(d,q,clock);

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

endmodule // fixnic_core$statistics$delta_index

module fixnic_core$statistics$delta_snapshot(d,q,clock);

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

endmodule // fixnic_core$statistics$delta_snapshot

module fixnic_core$statistics$delta_total(d,q,clock);

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

endmodule // fixnic_core$statistics$delta_total

module fixnic_core$statistics$delta_visit(d,q,clock);

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

endmodule // fixnic_core$statistics$delta_visit

module fixnic_core$statistics$drain(d,q,clock);

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

endmodule // fixnic_core$statistics$drain

module fixnic_core$statistics$fetch_count(d,q,clock);

    // Module arguments
    input wire  [19:0] d;
    output reg  [19:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 20'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$statistics$fetch_count

module fixnic_core$statistics$fetch_index(d,q,clock);

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

endmodule // fixnic_core$statistics$fetch_index

module fixnic_core$statistics$fetch_is_bytes(d,q,clock);

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

endmodule // fixnic_core$statistics$fetch_is_bytes

module fixnic_core$statistics$fetch_snapshot(d,q,clock);

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

endmodule // fixnic_core$statistics$fetch_snapshot

module fixnic_core$statistics$fetch_visit(d,q,clock);

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

endmodule // fixnic_core$statistics$fetch_visit

module fixnic_core$statistics$latched(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [5:0] read_address;
    output reg  [63:0] read_data;
    input wire  [5:0] write_address;
    input wire  [63:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [63:0] words [0:63];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_core$statistics$latched

module fixnic_core$statistics$load(d,q,clock);

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

endmodule // fixnic_core$statistics$load

module fixnic_core$statistics$low_high(d,q,clock);

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

endmodule // fixnic_core$statistics$low_high

module fixnic_core$statistics$low_index(d,q,clock);

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

endmodule // fixnic_core$statistics$low_index

module fixnic_core$statistics$low_snapshot(d,q,clock);

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

endmodule // fixnic_core$statistics$low_snapshot

module fixnic_core$statistics$low_sum(d,q,clock);

    // Module arguments
    input wire  [32:0] d;
    output reg  [32:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 33'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$statistics$low_sum

module fixnic_core$statistics$low_visit(d,q,clock);

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

endmodule // fixnic_core$statistics$low_visit

module fixnic_core$statistics$snapshot(d,q,clock);

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

endmodule // fixnic_core$statistics$snapshot

module fixnic_core$statistics$step(d,q,clock);

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

endmodule // fixnic_core$statistics$step

module fixnic_core$statistics$sum(d,q,clock);

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

endmodule // fixnic_core$statistics$sum

module fixnic_core$statistics$sum_index(d,q,clock);

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

endmodule // fixnic_core$statistics$sum_index

module fixnic_core$statistics$sum_snapshot(d,q,clock);

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

endmodule // fixnic_core$statistics$sum_snapshot

module fixnic_core$statistics$sum_visit(d,q,clock);

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

endmodule // fixnic_core$statistics$sum_visit

module fixnic_core$statistics$total(d,q,clock);

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

endmodule // fixnic_core$statistics$total

module fixnic_core$statistics$total_count(d,q,clock);

    // Module arguments
    input wire  [19:0] d;
    output reg  [19:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 20'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$statistics$total_count

module fixnic_core$statistics$total_index(d,q,clock);

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

endmodule // fixnic_core$statistics$total_index

module fixnic_core$statistics$total_is_bytes(d,q,clock);

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

endmodule // fixnic_core$statistics$total_is_bytes

module fixnic_core$statistics$total_snapshot(d,q,clock);

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

endmodule // fixnic_core$statistics$total_snapshot

module fixnic_core$statistics$total_visit(d,q,clock);

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

endmodule // fixnic_core$statistics$total_visit

module fixnic_core$statistics$totals(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [5:0] read_address;
    output reg  [63:0] read_data;
    input wire  [5:0] write_address;
    input wire  [63:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [63:0] words [0:63];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_core$statistics$totals

module fixnic_core$statistics$value(d,q,clock);

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

endmodule // fixnic_core$statistics$value

module fixnic_core$statistics$zero(d,q,clock);

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

endmodule // fixnic_core$statistics$zero

module fixnic_core$writer(clock,reset,half,half_valid,half_read,entry,entry_valid,entry_read,completion,completion_valid,completion_read,awaddr,awlen,awvalid,awready,wdata,wlast,wvalid,wready,bresp,bvalid,bready,entries_written,zero_entries,idle,completion_done,stat_error);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  [321:0] half;
    input wire  half_valid;
    output reg  half_read;
    input wire  [320:0] entry;
    input wire  entry_valid;
    output reg  entry_read;
    input wire  [320:0] completion;
    input wire  completion_valid;
    output reg  completion_read;
    output reg  [63:0] awaddr;
    output reg  [7:0] awlen;
    output reg  awvalid;
    input wire  awready;
    output reg  [255:0] wdata;
    output reg  wlast;
    output reg  wvalid;
    input wire  wready;
    input wire  [1:0] bresp;
    input wire  bvalid;
    output reg  bready;
    output reg  [15:0] entries_written;
    input wire  zero_entries;
    output reg  idle;
    output reg  completion_done;
    output reg  stat_error;

    // Constant declarations
    localparam  one_frame = 8'h1;
    localparam  k_entry = 2'b1;
    localparam  k_completion = 2'b10;
    localparam  okay = 2'b0;
    localparam  most = 16'h1c;

    // Stub signals
    reg  addresses$clock;
    reg  addresses$reset;
    reg  addresses$write;
    reg  [64:0] addresses$data_in;
    wire  addresses$free;
    wire  addresses$valid;
    wire  [64:0] addresses$data_out;
    reg  addresses$ready;
    reg  data$clock;
    reg  data$reset;
    reg  data$write;
    reg  [256:0] data$data_in;
    wire  data$free;
    wire  data$valid;
    wire  [256:0] data$data_out;
    reg  data$ready;
    reg  second_due$d;
    wire  second_due$q;
    reg  second_due$clock;
    reg  [7:0] frames_issued$d;
    wire  [7:0] frames_issued$q;
    reg  frames_issued$clock;
    reg  any_issued$d;
    wire  any_issued$q;
    reg  any_issued$clock;
    reg  kinds$clock;
    reg  kinds$reset;
    reg  kinds$write;
    reg  [1:0] kinds$data_in;
    reg  kinds$read;
    wire  kinds$valid;
    wire  [1:0] kinds$data_out;
    wire  [15:0] kinds$level;
    reg  room$d;
    wire  room$q;
    reg  room$clock;
    reg  [15:0] written$d;
    wire  [15:0] written$q;
    reg  written$clock;
    reg  completed$d;
    wire  completed$q;
    reg  completed$clock;
    reg  error$d;
    wire  error$q;
    reg  error$clock;

    // Local signals
    reg  free;
    reg  take_half;
    reg  take_entry;
    reg  take_completion;
    reg  entry_turn;
    reg  frame_out;
    reg  bytes_out;
    reg  more_issued;
    reg  [256:0] beat;
    reg  [64:0] burst;
    reg  [256:0] sent_beat;
    reg  [64:0] sent_burst;
    reg  answered;
    reg  [1:0] kind;
    reg  issue;

    // Sub module instances
    fixnic_core$writer$addresses addresses(
        .clock(addresses$clock),
        .reset(addresses$reset),
        .write(addresses$write),
        .data_in(addresses$data_in),
        .free(addresses$free),
        .valid(addresses$valid),
        .data_out(addresses$data_out),
        .ready(addresses$ready)
    );
    fixnic_core$writer$data data(
        .clock(data$clock),
        .reset(data$reset),
        .write(data$write),
        .data_in(data$data_in),
        .free(data$free),
        .valid(data$valid),
        .data_out(data$data_out),
        .ready(data$ready)
    );
    fixnic_core$writer$second_due second_due(
        .d(second_due$d),
        .q(second_due$q),
        .clock(second_due$clock)
    );
    fixnic_core$writer$frames_issued frames_issued(
        .d(frames_issued$d),
        .q(frames_issued$q),
        .clock(frames_issued$clock)
    );
    fixnic_core$writer$any_issued any_issued(
        .d(any_issued$d),
        .q(any_issued$q),
        .clock(any_issued$clock)
    );
    fixnic_core$writer$kinds kinds(
        .clock(kinds$clock),
        .reset(kinds$reset),
        .write(kinds$write),
        .data_in(kinds$data_in),
        .read(kinds$read),
        .valid(kinds$valid),
        .data_out(kinds$data_out),
        .level(kinds$level)
    );
    fixnic_core$writer$room room(
        .d(room$d),
        .q(room$q),
        .clock(room$clock)
    );
    fixnic_core$writer$written written(
        .d(written$d),
        .q(written$q),
        .clock(written$clock)
    );
    fixnic_core$writer$completed completed(
        .d(completed$d),
        .q(completed$q),
        .clock(completed$clock)
    );
    fixnic_core$writer$error error(
        .d(error$d),
        .q(error$q),
        .clock(error$clock)
    );

    // Update code
    always @(*) begin
        second_due$clock = clock;
        frames_issued$clock = clock;
        any_issued$clock = clock;
        room$clock = clock;
        written$clock = clock;
        completed$clock = clock;
        error$clock = clock;
        second_due$d = second_due$q;
        frames_issued$d = frames_issued$q;
        any_issued$d = any_issued$q;
        room$d = room$q;
        written$d = written$q;
        completed$d = completed$q;
        error$d = error$q;
        kinds$clock = clock;
        kinds$reset = reset;
        addresses$clock = clock;
        data$clock = clock;
        addresses$reset = reset;
        data$reset = reset;
        addresses$ready = awready;
        data$ready = wready;
        free = addresses$free && data$free && room$q;
        entry_turn = ~second_due$q && entry_valid && (~entry[(64'h140)+:(1)] || any_issued$q);
        take_half = 1'b0;
        take_entry = 1'b0;
        take_completion = 1'b0;
        if (second_due$q) begin
            take_half = half_valid && data$free;
        end
        else if (free) begin
            if (entry_turn) begin
                take_entry = 1'b1;
            end
            else if (half_valid) begin
                take_half = 1'b1;
            end
            else if (completion_valid) begin
                take_completion = 1'b1;
            end
        end
        half_read = take_half;
        entry_read = take_entry;
        completion_read = take_completion;
        issue = 1'b0;
        kind = 32'h0;
        frame_out = 1'b0;
        bytes_out = take_half && half[(64'h141)+:(1)];
        beat[(64'h0)+:(256)] = half[(64'h0)+:(256)];
        beat[(64'h100)+:(1)] = 1'b1;
        burst[(64'h0)+:(64)] = half[(64'h100)+:(64)];
        burst[(64'h40)+:(1)] = 1'b0;
        if (entry_turn) begin
            beat[(64'h0)+:(256)] = entry[(64'h0)+:(256)];
            burst[(64'h0)+:(64)] = entry[(64'h100)+:(64)];
            kind = k_entry;
        end
        else if (half_valid) begin
            beat[(64'h100)+:(1)] = half[(64'h140)+:(1)];
            burst[(64'h40)+:(1)] = 1'b1;
        end
        else begin
            beat[(64'h0)+:(256)] = completion[(64'h0)+:(256)];
            burst[(64'h0)+:(64)] = completion[(64'h100)+:(64)];
            kind = k_completion;
        end
        if (take_half) begin
            second_due$d = ~half[(64'h140)+:(1)];
            issue = ~second_due$q;
        end
        if (take_entry || take_completion) begin
            issue = 1'b1;
        end
        frame_out = take_entry && entry[(64'h140)+:(1)];
        addresses$write = issue;
        addresses$data_in = burst;
        data$write = take_half || take_entry || take_completion;
        data$data_in = beat;
        if (bytes_out && ~frame_out) begin
            frames_issued$d = frames_issued$q + 32'h1;
            any_issued$d = 1'b1;
        end
        more_issued = frames_issued$q > one_frame;
        if (frame_out && ~bytes_out) begin
            frames_issued$d = frames_issued$q - 32'h1;
            any_issued$d = more_issued;
        end
        kinds$write = issue;
        kinds$data_in = kind;
        room$d = kinds$level < most;
        sent_burst = addresses$data_out;
        sent_beat = data$data_out;
        awaddr = sent_burst[(64'h0)+:(64)];
        awlen = 32'h0;
        if (sent_burst[(64'h40)+:(1)]) begin
            awlen = 32'h1;
        end
        awvalid = addresses$valid;
        wdata = sent_beat[(64'h0)+:(256)];
        wlast = sent_beat[(64'h100)+:(1)];
        wvalid = data$valid;
        bready = kinds$valid;
        answered = bvalid && kinds$valid;
        kinds$read = answered;
        completed$d = answered && (kinds$data_out == k_completion);
        error$d = answered && (bresp != okay);
        if (answered && (kinds$data_out == k_entry)) begin
            written$d = written$q + 32'h1;
        end
        if (zero_entries) begin
            written$d = 32'h0;
        end
        entries_written = written$q;
        completion_done = completed$q;
        stat_error = error$q;
        idle = ~|kinds$level && ~addresses$valid && ~data$valid;
        if (reset) begin
            second_due$d = 1'b0;
            frames_issued$d = 32'h0;
            any_issued$d = 1'b0;
            room$d = 1'b0;
            written$d = 32'h0;
        end
    end

endmodule // fixnic_core$writer

module fixnic_core$writer$addresses(clock,reset,write,data_in,free,valid,data_out,ready);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  write;
    input wire  [64:0] data_in;
    output reg  free;
    output reg  valid;
    output reg  [64:0] data_out;
    input wire  ready;

    // Stub signals
    reg  out_valid$d;
    wire  out_valid$q;
    reg  out_valid$clock;
    reg  [64:0] out$d;
    wire  [64:0] out$q;
    reg  out$clock;
    reg  spare_valid$d;
    wire  spare_valid$q;
    reg  spare_valid$clock;
    reg  [64:0] spare$d;
    wire  [64:0] spare$q;
    reg  spare$clock;

    // Sub module instances
    fixnic_core$writer$addresses$out_valid out_valid(
        .d(out_valid$d),
        .q(out_valid$q),
        .clock(out_valid$clock)
    );
    fixnic_core$writer$addresses$out out(
        .d(out$d),
        .q(out$q),
        .clock(out$clock)
    );
    fixnic_core$writer$addresses$spare_valid spare_valid(
        .d(spare_valid$d),
        .q(spare_valid$q),
        .clock(spare_valid$clock)
    );
    fixnic_core$writer$addresses$spare spare(
        .d(spare$d),
        .q(spare$q),
        .clock(spare$clock)
    );

    // Update code
    always @(*) begin
        out_valid$clock = clock;
        out$clock = clock;
        spare_valid$clock = clock;
        spare$clock = clock;
        out_valid$d = out_valid$q;
        out$d = out$q;
        spare_valid$d = spare_valid$q;
        spare$d = spare$q;
        if (~spare_valid$q) begin
            spare$d = data_in;
        end
        if (ready || ~out_valid$q) begin
            out$d = data_in;
            if (spare_valid$q) begin
                out$d = spare$q;
            end
            out_valid$d = write || spare_valid$q;
            spare_valid$d = 1'b0;
        end
        else if (write) begin
            spare_valid$d = 1'b1;
        end
        free = ~spare_valid$q;
        valid = out_valid$q;
        data_out = out$q;
        if (reset) begin
            out_valid$d = 1'b0;
            spare_valid$d = 1'b0;
        end
    end

endmodule // fixnic_core$writer$addresses

module fixnic_core$writer$addresses$out(d,q,clock);

    // Module arguments
    input wire  [64:0] d;
    output reg  [64:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 65'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$writer$addresses$out

module fixnic_core$writer$addresses$out_valid(d,q,clock);

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

endmodule // fixnic_core$writer$addresses$out_valid

module fixnic_core$writer$addresses$spare(d,q,clock);

    // Module arguments
    input wire  [64:0] d;
    output reg  [64:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 65'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$writer$addresses$spare

module fixnic_core$writer$addresses$spare_valid(d,q,clock);

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

endmodule // fixnic_core$writer$addresses$spare_valid

module fixnic_core$writer$any_issued(d,q,clock);

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

endmodule // fixnic_core$writer$any_issued

module fixnic_core$writer$completed(d,q,clock);

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

endmodule // fixnic_core$writer$completed

module fixnic_core$writer$data(clock,reset,write,data_in,free,valid,data_out,ready);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  write;
    input wire  [256:0] data_in;
    output reg  free;
    output reg  valid;
    output reg  [256:0] data_out;
    input wire  ready;

    // Stub signals
    reg  out_valid$d;
    wire  out_valid$q;
    reg  out_valid$clock;
    reg  [256:0] out$d;
    wire  [256:0] out$q;
    reg  out$clock;
    reg  spare_valid$d;
    wire  spare_valid$q;
    reg  spare_valid$clock;
    reg  [256:0] spare$d;
    wire  [256:0] spare$q;
    reg  spare$clock;

    // Sub module instances
    fixnic_core$writer$data$out_valid out_valid(
        .d(out_valid$d),
        .q(out_valid$q),
        .clock(out_valid$clock)
    );
    fixnic_core$writer$data$out out(
        .d(out$d),
        .q(out$q),
        .clock(out$clock)
    );
    fixnic_core$writer$data$spare_valid spare_valid(
        .d(spare_valid$d),
        .q(spare_valid$q),
        .clock(spare_valid$clock)
    );
    fixnic_core$writer$data$spare spare(
        .d(spare$d),
        .q(spare$q),
        .clock(spare$clock)
    );

    // Update code
    always @(*) begin
        out_valid$clock = clock;
        out$clock = clock;
        spare_valid$clock = clock;
        spare$clock = clock;
        out_valid$d = out_valid$q;
        out$d = out$q;
        spare_valid$d = spare_valid$q;
        spare$d = spare$q;
        if (~spare_valid$q) begin
            spare$d = data_in;
        end
        if (ready || ~out_valid$q) begin
            out$d = data_in;
            if (spare_valid$q) begin
                out$d = spare$q;
            end
            out_valid$d = write || spare_valid$q;
            spare_valid$d = 1'b0;
        end
        else if (write) begin
            spare_valid$d = 1'b1;
        end
        free = ~spare_valid$q;
        valid = out_valid$q;
        data_out = out$q;
        if (reset) begin
            out_valid$d = 1'b0;
            spare_valid$d = 1'b0;
        end
    end

endmodule // fixnic_core$writer$data

module fixnic_core$writer$data$out(d,q,clock);

    // Module arguments
    input wire  [256:0] d;
    output reg  [256:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 257'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$writer$data$out

module fixnic_core$writer$data$out_valid(d,q,clock);

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

endmodule // fixnic_core$writer$data$out_valid

module fixnic_core$writer$data$spare(d,q,clock);

    // Module arguments
    input wire  [256:0] d;
    output reg  [256:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 257'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$writer$data$spare

module fixnic_core$writer$data$spare_valid(d,q,clock);

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

endmodule // fixnic_core$writer$data$spare_valid

module fixnic_core$writer$error(d,q,clock);

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

endmodule // fixnic_core$writer$error

module fixnic_core$writer$frames_issued(d,q,clock);

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

endmodule // fixnic_core$writer$frames_issued

module fixnic_core$writer$kinds(clock,reset,write,data_in,read,valid,data_out,level);

    // Module arguments
    input wire  clock;
    input wire  reset;
    input wire  write;
    input wire  [1:0] data_in;
    input wire  read;
    output reg  valid;
    output reg  [1:0] data_out;
    output reg  [15:0] level;

    // Stub signals
    reg  ram$clock;
    reg  [4:0] ram$read_address;
    wire  [1:0] ram$read_data;
    reg  [4:0] ram$write_address;
    reg  [1:0] ram$write_data;
    reg  ram$write_enable;
    reg  [4:0] write_address$d;
    wire  [4:0] write_address$q;
    reg  write_address$clock;
    reg  [4:0] next_address$d;
    wire  [4:0] next_address$q;
    reg  next_address$clock;
    reg  [4:0] held_address$d;
    wire  [4:0] held_address$q;
    reg  held_address$clock;
    reg  [4:0] address_after$d;
    wire  [4:0] address_after$q;
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
    reg  fetched$d;
    wire  fetched$q;
    reg  fetched$clock;
    reg  out_valid$d;
    wire  out_valid$q;
    reg  out_valid$clock;
    reg  [1:0] out$d;
    wire  [1:0] out$q;
    reg  out$clock;

    // Local signals
    reg  take;
    reg  fetch;
    reg  next_is_last;

    // Sub module instances
    fixnic_core$writer$kinds$ram ram(
        .clock(ram$clock),
        .read_address(ram$read_address),
        .read_data(ram$read_data),
        .write_address(ram$write_address),
        .write_data(ram$write_data),
        .write_enable(ram$write_enable)
    );
    fixnic_core$writer$kinds$write_address write_address(
        .d(write_address$d),
        .q(write_address$q),
        .clock(write_address$clock)
    );
    fixnic_core$writer$kinds$next_address next_address(
        .d(next_address$d),
        .q(next_address$q),
        .clock(next_address$clock)
    );
    fixnic_core$writer$kinds$held_address held_address(
        .d(held_address$d),
        .q(held_address$q),
        .clock(held_address$clock)
    );
    fixnic_core$writer$kinds$address_after address_after(
        .d(address_after$d),
        .q(address_after$q),
        .clock(address_after$clock)
    );
    fixnic_core$writer$kinds$any_stored any_stored(
        .d(any_stored$d),
        .q(any_stored$q),
        .clock(any_stored$clock)
    );
    fixnic_core$writer$kinds$wrote wrote(
        .d(wrote$d),
        .q(wrote$q),
        .clock(wrote$clock)
    );
    fixnic_core$writer$kinds$gave gave(
        .d(gave$d),
        .q(gave$q),
        .clock(gave$clock)
    );
    fixnic_core$writer$kinds$count count(
        .d(count$d),
        .q(count$q),
        .clock(count$clock)
    );
    fixnic_core$writer$kinds$fetched fetched(
        .d(fetched$d),
        .q(fetched$q),
        .clock(fetched$clock)
    );
    fixnic_core$writer$kinds$out_valid out_valid(
        .d(out_valid$d),
        .q(out_valid$q),
        .clock(out_valid$clock)
    );
    fixnic_core$writer$kinds$out out(
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
        fetched$clock = clock;
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
        fetched$d = fetched$q;
        out_valid$d = out_valid$q;
        out$d = out$q;
        ram$clock = clock;
        ram$write_enable = write;
        ram$write_address = write_address$q;
        ram$write_data = data_in;
        take = read || ~out_valid$q;
        fetch = (take || ~fetched$q) && any_stored$q;
        ram$read_address = held_address$q;
        if (take || ~fetched$q) begin
            ram$read_address = next_address$q;
            fetched$d = any_stored$q;
        end
        if (fetch) begin
            held_address$d = next_address$q;
            next_address$d = address_after$q;
            address_after$d = address_after$q + 32'h1;
        end
        if (take) begin
            out$d = ram$read_data;
            out_valid$d = fetched$q;
        end
        next_is_last = address_after$q == write_address$q;
        if (write) begin
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
            fetched$d = 1'b0;
            out_valid$d = 1'b0;
        end
    end

endmodule // fixnic_core$writer$kinds

module fixnic_core$writer$kinds$address_after(d,q,clock);

    // Module arguments
    input wire  [4:0] d;
    output reg  [4:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 5'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$writer$kinds$address_after

module fixnic_core$writer$kinds$any_stored(d,q,clock);

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

endmodule // fixnic_core$writer$kinds$any_stored

module fixnic_core$writer$kinds$count(d,q,clock);

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

endmodule // fixnic_core$writer$kinds$count

module fixnic_core$writer$kinds$fetched(d,q,clock);

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

endmodule // fixnic_core$writer$kinds$fetched

module fixnic_core$writer$kinds$gave(d,q,clock);

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

endmodule // fixnic_core$writer$kinds$gave

module fixnic_core$writer$kinds$held_address(d,q,clock);

    // Module arguments
    input wire  [4:0] d;
    output reg  [4:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 5'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$writer$kinds$held_address

module fixnic_core$writer$kinds$next_address(d,q,clock);

    // Module arguments
    input wire  [4:0] d;
    output reg  [4:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 5'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$writer$kinds$next_address

module fixnic_core$writer$kinds$out(d,q,clock);

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

endmodule // fixnic_core$writer$kinds$out

module fixnic_core$writer$kinds$out_valid(d,q,clock);

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

endmodule // fixnic_core$writer$kinds$out_valid

module fixnic_core$writer$kinds$ram(clock,read_address,read_data,write_address,write_data,write_enable);

    // Module arguments
    input wire  clock;
    input wire  [4:0] read_address;
    output reg  [1:0] read_data;
    input wire  [4:0] write_address;
    input wire  [1:0] write_data;
    input wire  write_enable;

    // Update code (custom)
    (* ram_style = "block", no_rw_check *)
    reg [1:0] words [0:31];

    always @(posedge clock) begin
       if (write_enable) words[write_address] <= write_data;
       read_data <= words[read_address];
    end
endmodule // fixnic_core$writer$kinds$ram

module fixnic_core$writer$kinds$write_address(d,q,clock);

    // Module arguments
    input wire  [4:0] d;
    output reg  [4:0] q;
    input wire  clock;

    // Update code (custom)
    initial begin
       q = 5'h0;
    end

    always @(posedge clock) begin
       q <= d;
    end

endmodule // fixnic_core$writer$kinds$write_address

module fixnic_core$writer$kinds$wrote(d,q,clock);

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

endmodule // fixnic_core$writer$kinds$wrote

module fixnic_core$writer$room(d,q,clock);

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

endmodule // fixnic_core$writer$room

module fixnic_core$writer$second_due(d,q,clock);

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

endmodule // fixnic_core$writer$second_due

module fixnic_core$writer$written(d,q,clock);

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

endmodule // fixnic_core$writer$written
