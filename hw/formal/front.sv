// The registers of an aggregate (docs/datapath.md, 12.3, 12.4 and 12.8): AXI4-Lite towards the host; each of its requests goes to the engines that the
// rule names, with the number that the register has there, once, and to no other; a command goes to its session's engine, and
// an ARM that mixes engines to engine 0 with a ring that there is not, which is refused with BAD_RING. Engines answer what they were asked, when they like.
`include "formal.svh"
module front (input clock, input reset, input lanes_idle, input [11:0] awaddr, input awvalid, input [31:0] wdata, input [3:0] wstrb, input wvalid,
              input bready, input [11:0] araddr, input arvalid, input rready, input [3:0] m_awready, input [3:0] m_wready, input [3:0] m_bvalid,
              input [3:0] m_arready, input [3:0] m_rvalid, input [127:0] m_rdata, input [23:0] engine_irq);
    (* anyconst *) wire [1:0] log2;
    wire awready, wready, bvalid, arready, rvalid;
    wire [31:0] rdata, m_wdata;
    wire [11:0] m_addr;
    wire [3:0] m_awvalid, m_wvalid, m_arvalid;
    wire [5:0] irq;
    fixnic_front dut (.clock(clock), .reset(reset), .engines_log2(log2), .lanes_idle(lanes_idle), .s_axil_awaddr(awaddr), .s_axil_awvalid(awvalid),
        .s_axil_awready(awready), .s_axil_wdata(wdata), .s_axil_wstrb(wstrb), .s_axil_wvalid(wvalid), .s_axil_wready(wready), .s_axil_bvalid(bvalid),
        .s_axil_bready(bready), .s_axil_araddr(araddr), .s_axil_arvalid(arvalid), .s_axil_arready(arready), .s_axil_rdata(rdata),
        .s_axil_rvalid(rvalid), .s_axil_rready(rready), .m_axil_addr(m_addr), .m_axil_wdata(m_wdata), .m_axil_awvalid(m_awvalid),
        .m_axil_awready(m_awready), .m_axil_wvalid(m_wvalid), .m_axil_wready(m_wready), .m_axil_bvalid(m_bvalid), .m_axil_arvalid(m_arvalid),
        .m_axil_arready(m_arready), .m_axil_rvalid(m_rvalid), .m_axil_rdata_0(m_rdata[31:0]), .m_axil_rdata_1(m_rdata[63:32]),
        .m_axil_rdata_2(m_rdata[95:64]), .m_axil_rdata_3(m_rdata[127:96]), .engine_irq_0(engine_irq[5:0]), .engine_irq_1(engine_irq[11:6]),
        .engine_irq_2(engine_irq[17:12]), .engine_irq_3(engine_irq[23:18]), .irq(irq));
    `PAST_VALID
    // Registers of the block, by their names after flattening. FrontState: Idle, Decode, Next, Wait, Respond. Kind: Own, Shared, Each, Counter, Command, Plain.
    (* hierconn *) wire [2:0] \dut.state.q , \dut.kind.q ;
    (* hierconn *) wire [3:0] \dut.step.q , \dut.bus.aw_due.q , \dut.bus.w_due.q , \dut.bus.b_due.q , \dut.bus.ar_due.q , \dut.bus.r_due.q ;
    (* hierconn *) wire [9:0] \dut.register.q , \dut.own_register.q , \dut.aw_register.q , \dut.ar_register.q ;
    (* hierconn *) wire [1:0] \dut.own_engine.q , \dut.engine.q , \dut.hash.q , \dut.target.q , \dut.last_target.q ;
    (* hierconn *) wire [31:0] \dut.w_data.q , \dut.session.q , \dut.ring.q , \dut.target_ring.q , \dut.bus.read.q ;
    (* hierconn *) wire \dut.write_turn.q , \dut.over.q , \dut.aw_held.q , \dut.w_held.q , \dut.ar_held.q , \dut.w_whole.q , \dut.response_write.q , \dut.response_read.q ;
    wire [2:0] state = \dut.state.q , kind = \dut.kind.q ;
    wire [3:0] step = \dut.step.q ;
    wire [3:0] present = log2 == 2 ? 15 : log2 == 1 ? 3 : 1;
    wire [1:0] last_engine = log2 == 2 ? 3 : log2 == 1 ? 1 : 0;
    wire is_write = \dut.write_turn.q ;

    // The host's requests that are not answered yet.
    reg [1:0] addresses, words, reads;
    reg [9:0] write_register, read_register;
    reg [31:0] word;
    reg whole;
    wire written = bvalid && bready, told = rvalid && rready;
    always @(posedge clock)
        if (reset) {addresses, words, reads} <= 0;
        else begin
            addresses <= addresses + (awvalid && awready) - written;
            words <= words + (wvalid && wready) - written;
            reads <= reads + (arvalid && arready) - told;
            if (awvalid && awready) write_register <= awaddr[11:2];
            if (wvalid && wready) {word, whole} <= {wdata, &wstrb};
            if (arvalid && arready) read_register <= araddr[11:2];
        end

    // Engines answer an access that they have taken, and nothing else.
    reg [3:0] have_address, have_word, have_read;
    wire [3:0] answers = m_bvalid | m_rvalid;
    always @(posedge clock) begin
        have_address <= reset ? 0 : (have_address & ~m_bvalid) | (m_awvalid & m_awready);
        have_word <= reset ? 0 : (have_word & ~m_bvalid) | (m_wvalid & m_wready);
        have_read <= reset ? 0 : (have_read & ~m_rvalid) | (m_arvalid & m_arready);
    end
    always @(*) begin
        assume (log2 != 3);
        if (running) assume ((m_bvalid & ~(have_address & have_word)) == 0 && (m_rvalid & ~have_read) == 0);
    end

    // What the request is, and whose by the rule.
    wire [9:0] asked = is_write ? write_register : read_register;
    wire is_ring = asked[9:6] == `register_RX_ENTRY_LO >> 6;
    wire is_moderation = asked >= `register_IRQ_MODERATION && asked < `register_IRQ_MODERATION + `limit_rx_rings;
    wire [1:0] number = is_ring ? asked[5:4] : asked - `register_IRQ_MODERATION;
    wire [1:0] number_there = number >> log2;
    wire of_each = asked == `register_STATUS || asked == `register_CONTROL || asked == `register_IRQ_ARM;
    wire is_counter = asked >= `register_STAT_LO;
    wire is_command = is_write && asked == `register_CMD_GO;
    wire is_shared = is_write && !of_each && !is_moderation && asked != `register_ENGINES_LOG2 && asked != `register_CMD_STATUS && asked != `register_CMD_GO
                     && asked != `register_IRQ_MODERATION + `limit_rx_rings && (asked < 16 || asked[9:4] == `register_CMD_SLOT >> 4);
    wire is_plain = asked == `register_ENGINES_LOG2 || (is_write && !whole);
    reg [1:0] commanded; // the engine of the last command
    wire [9:0] register_there = is_ring ? {asked[9:6], number_there, asked[3:0]} : is_moderation ? `register_IRQ_MODERATION + number_there : asked;
    wire [3:0] one = 4'd1 << (is_ring || is_moderation ? number & last_engine : asked == `register_CMD_STATUS ? commanded : 2'd0);
    wire [3:0] whose = is_plain ? 4'd0 : of_each || is_counter || is_shared ? present : one;

    // What was asked of engines for this request: how often each has answered; and of a command, what engine 0 has told and what the engine was given.
    reg [11:0] answered;
    reg [31:0] session, ring, local_ip, remote_ip, ports, ring_given, ring_there;
    reg was_busy, seen_status, seen_all, gone;
    wire [31:0] answer = m_rvalid[0] ? m_rdata[31:0] : m_rvalid[1] ? m_rdata[63:32] : m_rvalid[2] ? m_rdata[95:64] : m_rdata[127:96];
    wire begins = state == 1;
    integer i;
    always @(posedge clock) begin
        for (i = 0; i < 4; i = i + 1)
            answered[3 * i +: 3] <= reset || begins ? 0 : answered[3 * i +: 3] + (answers[i] && answered[3 * i +: 3] != 7);
        if (reset || begins) {was_busy, seen_status, seen_all, gone} <= 0;
        else if (is_command && m_rvalid != 0) begin
            if (m_addr[11:2] == `register_CMD_STATUS) {seen_status, was_busy} <= {1'b1, answer[0]};
            if (m_addr[11:2] == `register_CMD_SESSION) session <= answer;
            if (m_addr[11:2] == `register_CMD_LOCAL_IP) local_ip <= answer;
            if (m_addr[11:2] == `register_CMD_REMOTE_IP) remote_ip <= answer;
            if (m_addr[11:2] == `register_CMD_PORTS) ports <= answer;
            if (m_addr[11:2] == `register_CMD_RING) {seen_all, ring} <= {1'b1, answer};
        end else if (is_command && m_bvalid != 0) begin
            if (m_addr[11:2] == `register_CMD_RING) {ring_given, ring_there} <= {m_wdata, 30'd0, m_bvalid[2] || m_bvalid[3], m_bvalid[1] || m_bvalid[3]};
            if (m_addr[11:2] == `register_CMD_GO) gone <= 1;
        end
        if (reset) commanded <= 0;
        else if (is_command && m_bvalid != 0 && m_addr[11:2] == `register_CMD_GO) commanded <= {m_bvalid[2] || m_bvalid[3], m_bvalid[1] || m_bvalid[3]};
    end
    // Rule 12.4.
    wire [31:0] local_mask_0, local_mask_1, remote_mask_0, remote_mask_1, ports_mask_0, ports_mask_1;
    assign {local_mask_0, remote_mask_0, ports_mask_0} = `engine_mask_0;
    assign {local_mask_1, remote_mask_1, ports_mask_1} = `engine_mask_1;
    wire [1:0] of_local = {^(local_mask_1 & local_ip), ^(local_mask_0 & local_ip)}, of_remote = {^(remote_mask_1 & remote_ip), ^(remote_mask_0 & remote_ip)},
        of_ports = {^(ports_mask_1 & ports), ^(ports_mask_0 & ports)};
    wire [7:0] op = word[7:0];
    wire [1:0] of_tuple = (of_local ^ of_remote ^ of_ports) & last_engine;
    wire mixes = (session[1:0] & last_engine) != of_tuple || (ring[1:0] & last_engine) != of_tuple || ring >= `limit_rx_rings;
    wire known = op >= `command_op_ARM && op <= `command_op_RESYNC_NO && session < `limit_sessions;
    wire refused = op == `command_op_ARM && mixes;
    wire [1:0] target = known && !refused ? session[1:0] & last_engine : 2'd0;
    wire [3:0] target_bit = 4'd1 << target;
    wire [3:0] valid = m_awvalid | m_wvalid | m_arvalid, writes = m_awvalid | m_wvalid;
    wire goes = is_command && m_addr[11:2] == `register_CMD_GO && writes != 0;
    wire [11:0] expected_answers;
    genvar n;
    generate for (n = 0; n < 4; n = n + 1) begin : each
        assign expected_answers[3 * n +: 3] = !whose[n] ? 0 : is_counter && !is_plain ? 2 : 1;
    end endgenerate
    reg stood_b, stood_r;
    reg [31:0] rdata_before;
    always @(posedge clock) begin
        stood_b <= !reset && bvalid && !bready;
        stood_r <= !reset && rvalid && !rready;
        rdata_before <= rdata;
    end

    // What is under way at the engines, and of a command how many steps are done.
    wire [3:0] due = \dut.bus.b_due.q | \dut.bus.r_due.q , asked_now = kind == 1 ? present : kind == 2 || kind == 3 ? 4'd1 << \dut.engine.q
        : kind != 4 ? one : step == 0 ? 4'd1 << \dut.last_target.q : step < 6 ? 4'd1 : 4'd1 << \dut.target.q ;
    wire writes_now = kind == 4 ? step > 6 : is_write, over = \dut.over.q ;
    wire [9:0] address_now = kind == 3 ? {asked[9:1], step[0]} : kind != 4 ? register_there : step == 0 ? `register_CMD_STATUS : step == 1 ? `register_CMD_SESSION
        : step == 2 ? `register_CMD_LOCAL_IP : step == 3 ? `register_CMD_REMOTE_IP : step == 4 ? `register_CMD_PORTS : step == 8 ? `register_CMD_GO : `register_CMD_RING;
    wire [31:0] data_now = kind != 4 || step == 8 ? word : step == 7 ? \dut.target_ring.q : \dut.ring.q , got = \dut.bus.read.q ;
    wire waits = state == 3, done = waits && due == 0, commands = kind == 4 && state >= 2;
    wire [3:0] steps = step + done;
    wire [11:0] answers_now;
    generate for (n = 0; n < 4; n = n + 1) begin : counted
        assign answers_now[3 * n +: 3] = kind == 5 ? 0 : over ? expected_answers[3 * n +: 3] : kind < 2 ? waits && asked_now[n] && !due[n]
            : n < \dut.engine.q ? (kind == 3 ? 2 : 1) : n > \dut.engine.q ? 0 : (kind == 3 && step[0]) + (waits && !due[n]);
    end endgenerate
    always @(posedge clock) if (running) begin
        responses_stand: assert ((!stood_b || bvalid) && (!stood_r || (rvalid && rdata == rdata_before)));
        a_response_answers_a_request: assert ((!bvalid || (addresses == 1 && words == 1 && is_write)) && (!rvalid || (reads == 1 && !is_write)) && !(bvalid && rvalid));
        one_request_of_a_kind_at_once: assert (addresses <= 1 && words <= 1 && reads <= 1);
        engines_that_are_not_are_never_asked: assert ((valid & ~present) == 0);
        a_request_goes_to_its_engines_only: assert (is_command || (valid & ~whose) == 0);
        a_request_has_the_registers_number_there: assert (is_command || valid == 0 || (is_counter ? m_addr[11:3] == asked[9:1] : m_addr[11:2] == register_there));
        a_read_reads_and_a_write_writes: assert ((m_arvalid == 0 || !is_write || is_command) && (writes == 0 || is_write));
        each_engine_is_asked_once: assert (is_command || !(bvalid || rvalid) || answered == expected_answers);
        what_is_written_is_the_hosts: assert (is_command || of_each || writes == 0 || m_wdata == word);
        a_command_goes_to_its_engine: assert (!goes || (writes & ~target_bit) == 0);
        a_command_goes_as_it_was_given: assert (!goes || (m_wdata == word && whole && seen_status && seen_all && !was_busy && ring_there == target));
        an_arm_has_its_ring_there: assert (!goes || op != `command_op_ARM || refused || ring_given == ring >> log2);
        an_arm_that_mixes_engines_is_refused: assert (!goes || !refused || (target == 0 && ring_given >= `limit_rx_rings));
        a_command_while_one_waits_is_ignored: assert (!(is_command && bvalid && whole) || gone == !was_busy);
        the_ring_is_as_the_host_wrote_it: assert (!(is_command && bvalid && gone) || (ring_given == ring && ring_there == target));
        lemma_held: assert (\dut.aw_held.q == (addresses == 1) && \dut.w_held.q == (words == 1) && \dut.ar_held.q == (reads == 1)
                            && (addresses == 0 || \dut.aw_register.q == write_register) && (reads == 0 || \dut.ar_register.q == read_register)
                            && (words == 0 || (\dut.w_data.q == word && \dut.w_whole.q == whole)));
        lemma_request: assert (state == 0 || ((is_write ? addresses == 1 && words == 1 : reads == 1) && \dut.register.q == asked));
        lemma_state: assert (state <= 4 && (state < 2 || kind <= 5) && (state == 4 ? \dut.response_write.q != \dut.response_read.q && \dut.response_write.q == is_write : !bvalid && !rvalid)
                             && (state < 4 || \dut.over.q ) && (state != 3 || !\dut.over.q || kind == 5) && (state != 1 || !\dut.over.q ));
        lemma_kind: assert (state < 2 || kind == (is_plain ? 5 : of_each ? 2 : is_command ? 4 : is_counter ? 3 : is_shared ? 1 : 0));
        lemma_own: assert (state < 2 || (\dut.own_register.q == register_there || is_counter) && (kind == 4 || of_each || is_counter || is_shared || is_plain || 4'd1 << \dut.own_engine.q == one));
        lemma_bus: assert (\dut.bus.b_due.q == (\dut.bus.aw_due.q | have_address) && \dut.bus.b_due.q == (\dut.bus.w_due.q | have_word)
                           && \dut.bus.r_due.q == (\dut.bus.ar_due.q | have_read) && (\dut.bus.aw_due.q & have_address) == 0 && (\dut.bus.w_due.q & have_word) == 0
                           && (\dut.bus.ar_due.q & have_read) == 0 && (state == 3 || (\dut.bus.b_due.q | \dut.bus.r_due.q ) == 0) && (\dut.bus.b_due.q == 0 || \dut.bus.r_due.q == 0));
        lemma_asks: assert (due == 0 || (waits && kind != 5 && !(kind == 4 && step == 6) && (due & ~asked_now) == 0 && m_addr[11:2] == address_now && (\dut.bus.b_due.q == 0 ? !writes_now
                            : writes_now && (kind == 2 || m_wdata == data_now))));
        lemma_engine: assert (state < 2 || over || (\dut.engine.q <= last_engine && (kind == 2 ? step == \dut.engine.q : kind == 3 ? step[3:1] == \dut.engine.q
                              : \dut.engine.q == 0 && (kind == 4 ? step <= 9 : step == 0))));
        lemma_answered: assert (state < 2 || kind == 4 || answered == answers_now);
        lemma_begin: assert (state != 1 || (step == 0 && \dut.engine.q == 0 && \dut.hash.q == 0));
        lemma_commanded: assert (commanded <= last_engine && \dut.last_target.q <= last_engine && 
                                \dut.last_target.q == (commands && waits && step == 8 && due != 0 ? \dut.target.q : commanded));
        lemma_got: assert (!(commands && done) || (step == 0 ? got[0] == was_busy : step == 1 ? got == session : step == 2 ? got == local_ip : step == 3 ? got == remote_ip
                           : step == 4 ? got == ports : step != 5 || got == ring));
        lemma_seen: assert (!commands || (seen_status == (steps > 0) && seen_all == (steps > 5) && gone == (steps > 8) && (!was_busy || step == 0 || (over && step == 1))
                            && (!over || (step == 1 ? was_busy : step == 10 && !was_busy)) && (steps == 0 ? !was_busy : 1)));
        lemma_known: assert (!commands || ((step < 2 || \dut.session.q == session) && (step < 6 || \dut.ring.q == ring)
                             && \dut.hash.q == ((step > 2 ? of_local : 0) ^ (step > 3 ? of_remote : 0) ^ (step > 4 ? of_ports : 0))));
        lemma_target: assert (!commands || !(step > 6 || (step == 6 && waits)) || (\dut.target.q == target && \dut.target_ring.q == (refused ? 32'hffffffff : ring >> log2)));
        lemma_given: assert (!commands || !(steps > 7) || (ring_there == target && ring_given == (steps > 9 ? ring : \dut.target_ring.q )));
        lemma_whole: assert (commands ? whole : state < 2 || !gone);
    end
    `COVER(a_write_is_answered, written && answered != 0)
    `COVER(a_counter_of_two_engines_is_read, told && log2 == 1 && is_counter)
    `COVER(a_rings_register_of_engine_1, m_awvalid == 2 && is_ring && number == 3 && m_addr[7:6] == 1)
    `COVER(a_command_of_engine_1_goes, goes && target == 1 && op == `command_op_DISARM)
    `COVER(a_mixed_arm_goes, goes && refused && ring < 4)
endmodule
