// Every frame that waits is decided about once: delivered whole, or dropped whole and counted for its ring
// (docs/datapath.md, 1.5). Steering and ingress FIFO hold what they offer until it is taken.
`include "formal.svh"
module gate (input clock, input reset, input zero_counts, input [`Beat_bits-1:0] s_beat, input s_beat_valid,
             input [`Arrival_bits-1:0] s_arrival, input s_arrival_valid, input s_known, input [1:0] s_ring, input none_known,
             input cfg_enabled, input ring_on, input ring_room, input ring_full, input slack,
             input frame_done, input command_ready, input command_done, input quiet_request);
    wire s_beat_read, s_arrival_read, s_known_read, m_valid, m_sof, admission_valid, stat_disabled, stat_ring, command_start, quiet;
    wire [`Beat_bits-1:0] m_beat;
    wire [31:0] off0, off1, off2, off3, full0, full1, full2, full3;
    wire [`Admission_bits-1:0] admission;
    wire [3:0] admission_ring;
    fixnic_core$gate dut (.clock(clock), .reset(reset), .zero_counts(zero_counts), .s_beat(s_beat), .s_beat_valid(s_beat_valid),
        .s_beat_read(s_beat_read), .s_arrival(s_arrival), .s_arrival_valid(s_arrival_valid), .s_arrival_read(s_arrival_read),
        .s_known(s_known), .s_ring(s_ring), .s_known_read(s_known_read), .none_known(none_known), .cfg_enabled(cfg_enabled),
        .ring_on(ring_on), .ring_room(ring_room), .ring_full(ring_full),
        .slack(slack), .frame_done(frame_done), .command_ready(command_ready), .command_done(command_done),
        .command_start(command_start), .quiet_request(quiet_request), .quiet(quiet), .m_valid(m_valid), .m_beat(m_beat),
        .m_sof(m_sof), .admission_valid(admission_valid), .admission_ring(admission_ring), .admission(admission), .stat_disabled(stat_disabled), .stat_ring(stat_ring),
        .drop_disabled$0(off0), .drop_disabled$1(off1), .drop_disabled$2(off2), .drop_disabled$3(off3),
        .drop_ring$0(full0), .drop_ring$1(full1), .drop_ring$2(full2), .drop_ring$3(full3));
    `PAST_VALID
    always @* assume (!(ring_room && ring_full));
    always @(posedge clock) if (begun && $past(s_beat_valid && !s_beat_read)) assume (s_beat_valid && $stable(s_beat));
    always @(posedge clock) if (begun && $past(s_arrival_valid && !s_arrival_read)) assume (s_arrival_valid && $stable(s_arrival));
    always @(posedge clock) if (begun && $past(s_known && !s_known_read)) assume (s_known && $stable(s_ring));
    (* hierconn *) wire [2:0] \dut.state.q ; // GateState
    (* hierconn *) wire \dut.delivers.q , \dut.drops.q , \dut.first.q , \dut.deliver.q , \dut.refuse.q , \dut.forbid.q , \dut.decided.q , \dut.told.q ;

    // The frame whose turn it is: decided about, and how.
    wire told = admission_valid || stat_disabled || stat_ring;
    reg decided, delivered, begun_frame, told_before, passed, passed_first;
    reg [1:0] ring;
    reg [`Beat_bits-1:0] passed_beat;
    wire decided_now = decided || told, delivered_now = told ? admission_valid : delivered;
    wire beat_end = s_beat_read && s_beat[`Beat_eof];
    always @(posedge clock) begin
        decided <= !reset && decided_now && !beat_end;
        delivered <= delivered_now;
        begun_frame <= !reset && (s_beat_read ? !s_beat[`Beat_eof] : begun_frame);
        if (s_known_read) ring <= s_ring;
        passed <= !reset && s_beat_read && delivered_now;
        passed_first <= !begun_frame;
        passed_beat <= s_beat;
    end
    // An admission was told whose frame has not begun yet.
    reg admitted, last_left;
    always @(posedge clock) begin
        admitted <= !reset && (admission_valid || (admitted && !(m_valid && m_sof)));
        last_left <= !reset && m_valid && m_beat[`Beat_eof];
    end
    // The ingress FIFO looks a clock long at an arrival before what it tells is right (ingress.an_arrival_that_stood_tells_the_drops): the same one was there in the clock before.
    reg arrival_stood, arrival_stood_before;
    always @(posedge clock) begin
        arrival_stood <= !reset && s_arrival_valid && !s_arrival_read;
        arrival_stood_before <= !reset && arrival_stood;
    end
    // Frames that were let in and have not ended, and how long ago the last one was let in and ended.
    reg [5:0] under_way;
    reg [2:0] since_admission, since_end;
    reg applying; // a command
    always @(*) assume (!frame_done || under_way != 0);
    always @(posedge clock) begin
        under_way <= reset ? 0 : under_way + admission_valid - frame_done;
        since_admission <= reset ? 7 : admission_valid ? 0 : since_admission + (since_admission != 7);
        since_end <= reset ? 7 : frame_done ? 0 : since_end + (since_end != 7);
        applying <= !reset && !command_done && (command_start || applying);
    end
    (* hierconn *) wire [5:0] \dut.under_way.q ;
    (* hierconn *) wire [3:0] \dut.done_delay.q ;
    (* hierconn *) wire [2:0] \dut.settle.q ;
    
    wire [2:0] ending = \dut.done_delay.q [0] + \dut.done_delay.q [1] + \dut.done_delay.q [2] + \dut.done_delay.q [3];
    // One ring's drops, counted again; the block treats all rings alike but has each on its own.
    (* anyconst *) wire [1:0] looked_at;
    wire [31:0] off = looked_at == 0 ? off0 : looked_at == 1 ? off1 : looked_at == 2 ? off2 : off3;
    wire [31:0] full = looked_at == 0 ? full0 : looked_at == 1 ? full1 : looked_at == 2 ? full2 : full3;
    reg [31:0] offs, fulls;
    reg was_zeroed;
    wire [31:0] offs_now = was_zeroed ? 0 : offs + (stat_disabled && ring == looked_at);
    wire [31:0] fulls_now = was_zeroed ? 0 : fulls + (stat_ring && ring == looked_at);
    always @(posedge clock) begin
        was_zeroed <= reset || zero_counts;
        offs <= offs_now;
        fulls <= fulls_now;
    end

    always @(posedge clock) if (running) begin
        one_decision: assert (admission_valid + stat_disabled + stat_ring <= 1);
        a_decision_takes_the_arrival: assert (s_arrival_read == told && (!told || s_arrival_valid));
        a_frame_is_decided_about_once: assert (!(told && decided));
        no_beat_is_taken_before_the_decision: assert (!s_beat_read || (decided_now && s_beat_valid));
        a_delivered_frame_passes_whole: assert (m_valid == passed && (!passed || (m_beat == passed_beat && m_sof == passed_first)));
        drops_are_counted_for_their_ring: assert (off == offs_now && full == fulls_now);
        an_admission_tells_the_drops_before_it: assert (!admission_valid || ring != looked_at || (admission[`Admission_drop_disabled] == offs && admission[`Admission_drop_ring] == fulls));
        an_arrival_stands_a_clock_before_its_decision: assert (!\dut.decided.q || arrival_stood);
        an_admission_tells_what_its_arrival_tells: assert (!admission_valid || (arrival_stood_before && admission[`Admission_ts_ns] == $past(s_arrival[`Arrival_ts_ns]) && admission[`Admission_drop_fifo] == $past(s_arrival[`Arrival_drop_fifo])));
        an_admission_names_its_ring: assert (admission_ring == (admission_valid ? 4'd1 << ring : 4'd0) && (!admission_valid || admission[`Admission_ring] == ring));
        commands_and_resets_come_between_frames: assert (!(command_start || quiet) || !decided_now);
        nothing_is_under_way_when_a_command_starts: assert (!(command_start || quiet) || (under_way == 0 && since_end == 7));
        nothing_is_let_in_while_a_command_is_applied: assert (!(command_start || applying || quiet) || !(told || m_valid));
        beats_of_two_frames_are_apart: assert (!(m_valid && last_left));
        an_admission_comes_a_clock_before_its_frame: assert (!(admission_valid && (m_valid || admitted)) && (!(m_valid && m_sof) || admitted));
        lemma_under_way: assert (under_way <= 28 && \dut.under_way.q == under_way + admission_valid + ending);
        lemma_settle: assert (\dut.state.q >= 2 || \dut.settle.q + since_admission >= 4 || admission_valid);
        lemma_applying: assert (!(command_start || applying) || \dut.state.q == 3);
        lemma_admitted: assert (admitted == ((\dut.state.q == 1 && !told && !begun_frame) || (m_valid && m_sof)));
        lemma_state: assert (\dut.state.q <= 4 && decided_now == (\dut.state.q == 1 || \dut.state.q == 2));
        lemma_carried_out: assert (\dut.delivers.q == (\dut.state.q == 1) && \dut.drops.q == (\dut.state.q == 2));
        lemma_delivered: assert (!decided_now || delivered_now == (\dut.state.q == 1));
        lemma_decision: assert (\dut.decided.q == \dut.deliver.q + \dut.refuse.q + \dut.forbid.q && (!\dut.decided.q || (\dut.state.q == 0 && s_known && s_arrival_valid)));
        lemma_told: assert (\dut.told.q == told && (!told || (s_arrival_valid && (\dut.state.q == 1 || \dut.state.q == 2))));
        lemma_first: assert (\dut.state.q != 1 && \dut.state.q != 2 ? !begun_frame : \dut.first.q == !begun_frame);
    end
    `COVER(a_frame_is_delivered, m_valid && m_beat[`Beat_eof] && !m_sof)
    `COVER(a_frame_is_dropped_for_room, stat_ring)
    `COVER(a_frame_is_dropped_for_its_ring, stat_disabled && off2 == 2)
    `COVER(a_command_starts, command_start)
    `COVER(a_reset_is_let_through, quiet)
endmodule
