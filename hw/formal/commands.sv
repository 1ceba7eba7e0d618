// A command is checked in the order of docs/datapath.md, 7; a refused one changes nothing, an accepted one raises the generation by one,
// and the FENCE tells what came of it, in its ring. Of the memory of the sessions' rings the word of one session, whichever, is kept.
`include "formal.svh"
module commands (input clock, input reset, input go, input start, input [`Command_bits-1:0] command, input ring_on, input ring_room,
                 input path_done, input path_is_held, input fence_done, input [`CandidateWord_bits-1:0] candidate, input [`SessionWord_bits-1:0] table_word,
                 input clear, input [9:0] clear_session);
    wire idle, ready, applying, done, table_write, lookup_write, path_valid, path_arm, fence_valid, stat_ok, stat_refused;
    wire [1:0] fence_ring;
    wire [7:0] result, session_state;
    wire [9:0] table_session;
    wire [11:0] lookup_slot;
    wire [`Slot_bits-1:0] lookup_content;
    wire [`SessionWord_bits-1:0] update;
    wire [239:0] fence;
    fixnic_core$commands dut (.clock(clock), .reset(reset), .go(go), .command(command), .idle(idle), .result(result),
        .session_state(session_state), .clear(clear), .clear_session(clear_session), .fence_ring(fence_ring), .ring_on(ring_on), .ring_room(ring_room), .ready(ready), .start(start), .applying(applying),
        .done(done), .table_session(table_session), .table_word(table_word), .table_write(table_write), .table_update(update), .candidate_word(candidate),
        .lookup_write(lookup_write), .lookup_slot(lookup_slot), .lookup_content(lookup_content), .path_valid(path_valid),
        .path_arm(path_arm), .path_done(path_done), .path_is_held(path_is_held), .fence(fence), .fence_valid(fence_valid), .fence_done(fence_done),
        .stat_ok(stat_ok), .stat_refused(stat_refused));
    `PAST_VALID
    // The mailbox holds its words from `go` until the command was applied; the gate starts what is ready, a clock later.
    always @(posedge clock) if (begun && $past(go || !idle)) assume ($stable(command));
    always @(posedge clock) assume (begun && $past(ready) ? 1 : !start);
    // A reset clears while the gate is quiet, and so while no command is applied (*gate*).
    always @(*) assume (!clear || !applying);
    // The session's word does not change while nothing else runs, until the command itself writes it.
    always @(posedge clock) if (begun && $past(applying)) assume ($stable(table_word));
    always @(posedge clock) if (begun && $past(applying)) assume ($stable(candidate));
    wire [7:0] op = command[`Command_op];
    wire answers = op == `command_op_RESYNC_OK || op == `command_op_RESYNC_NO;
    wire is_slotted = op == `command_op_ARM || op == `command_op_DISARM, is_expecting = op == `command_op_ARM || op == `command_op_SET_EXPECTED || op == `command_op_RESYNC_OK;
    wire [39:0] expected = command[`Command_expected];
    wire digits_bad = expected[3:0] > 9 || expected[7:4] > 9 || expected[11:8] > 9 || expected[15:12] > 9 || expected[19:16] > 9 ||
        expected[23:20] > 9 || expected[27:24] > 9 || expected[31:28] > 9 || expected[35:32] > 9 || expected[39:36] > 9;
    wire [2:0] state = table_word[`SessionWord_state];
    wire has_its_place = state == `session_state_ARMED || state == `session_state_TRACK || state == `session_state_HOLD;
    wire [7:0] right =
        op < `command_op_ARM || op > `command_op_RESYNC_NO ? `command_result_BAD_OP :
        command[`Command_session] >= 1024 ? `command_result_BAD_SESSION :
        is_slotted && command[`Command_slot] >= 4096 ? `command_result_BAD_SLOT :
        op == `command_op_ARM && command[`Command_ring] >= 4 ? `command_result_BAD_RING :
        is_expecting && (digits_bad || expected == 0) ? `command_result_BAD_EXPECTED :
        op == `command_op_SET_EXPECTED && !has_its_place || answers && state != `session_state_CANDIDATE ? `command_result_BAD_STATE :
        answers && (command[`Command_generation] != table_word[`SessionWord_generation] || command[`Command_tcp_seq] != candidate[`CandidateWord_tcp_seq]) ?
            `command_result_STALE : `command_result_OK;
    wire [15:0] generation = table_word[`SessionWord_generation], generation_after = update[`SessionWord_generation];
    wire ok = right == `command_result_OK;
    wire known = right != `command_result_BAD_OP && right != `command_result_BAD_SESSION;
    wire named_ring = op == `command_op_ARM && command[`Command_ring] < 4;
    // What the FIX path said last decides about RESYNC_OK.
    reg held;
    always @(posedge clock) if (path_done && in_path) held <= path_is_held;
    wire [2:0] state_after = !known ? `session_state_FREE : !ok ? state : op == `command_op_ARM ? `session_state_ARMED :
        op == `command_op_DISARM ? `session_state_FREE : op == `command_op_RESYNC_NO ? `session_state_SEARCH :
        op == `command_op_RESYNC_OK ? (held ? `session_state_HOLD : `session_state_TRACK) :
        state == `session_state_HOLD ? `session_state_TRACK : state;
    wire [31:0] rcv_nxt_after = !known ? 0 : !ok ? table_word[`SessionWord_rcv_nxt] : op == `command_op_ARM ? command[`Command_tcp_seq] :
        op == `command_op_DISARM ? 0 : table_word[`SessionWord_rcv_nxt];
    // The ring of the last ARM of one session, since its memory was last cleared.
    (* hierconn *) wire [9:0] \dut.rings.watched ;
    (* hierconn *) wire [1:0] \dut.rings.word , \dut.stored_ring.q , \dut.rings.read_data ;
    wire of_it = command[`Command_session] == \dut.rings.watched , forgets = clear && clear_session == \dut.rings.watched ;
    reg armed = 0;
    reg [1:0] its_ring;
    always @(posedge clock) begin
        if (lookup_write && op == `command_op_ARM && of_it) its_ring <= command[`Command_ring];
        armed <= !forgets && (armed || (lookup_write && op == `command_op_ARM && of_it));
    end
    // Registers of the block, by their names after flattening: where the command is (CommandState in hw/core).
    (* hierconn *) wire [3:0] \dut.state.q ;
    (* hierconn *) wire \dut.known.q , \dut.fine.q ;
    wire at_ring = \dut.state.q >= 3, in_path = \dut.state.q == 11, at_fence = \dut.state.q == 12;

    always @(posedge clock) if (running) begin
        a_refused_command_changes_nothing: assert (!(table_write || lookup_write || path_valid) || ok);
        the_result_is_the_first_that_holds: assert (!fence_valid || fence[`FenceBody_result] == right);
        a_stale_answer_changes_nothing: assert (!(table_write && answers) || command[`Command_generation] == generation);
        the_generation_rises_by_one: assert (!table_write || generation_after == generation + 16'd1);
        a_fence_has_the_new_generation: assert (!fence_valid || right != `command_result_OK || fence[`FenceBody_generation] == generation_after);
        a_refusal_has_the_old_generation: assert (!fence_valid || ok || fence[`FenceBody_generation] == (known ? generation : 0));
        the_fence_tells_the_state_after: assert (!fence_valid || fence[`FenceBody_session_state] == state_after);
        the_fence_tells_the_tcp_number_after: assert (!fence_valid || fence[`FenceBody_rcv_nxt] == rcv_nxt_after);
        the_fence_goes_to_the_ring_of_its_arm: assert (!(ready || applying) || (known && op != `command_op_ARM) || fence_ring == (known && named_ring ? command[`Command_ring] : 0));
        a_fence_goes_to_the_ring_of_the_last_arm: assert (!(ready || applying) || !known || op == `command_op_ARM || !(of_it && armed) || fence_ring == its_ring);
        the_fence_names_its_command: assert (!fence_valid || (fence[`FenceBody_tag] == command[`Command_tag] && fence[`FenceBody_op] == op));
        nothing_changes_before_its_turn: assert (applying || !(table_write || lookup_write || path_valid || fence_valid));
        a_command_waits_for_its_fence: assert (!ready || !ring_on || ring_room);
        the_session_is_its_own: assert (!table_write || table_session == command[`Command_session]);
        the_lookup_names_the_session: assert (!lookup_write || (lookup_slot == command[`Command_slot] && lookup_content[`Slot_taken] == (op == `command_op_ARM)
                                                  && lookup_content[`Slot_session] == command[`Command_session]));
        lemma_state: assert (\dut.state.q <= 12 && (!in_path || ok));
        lemma_applies: assert (applying == (\dut.state.q >= 5) && (!path_valid || ((in_path || at_fence) && op != `command_op_DISARM && op != `command_op_RESYNC_NO)));
        lemma_ring: assert (!at_ring || (known && op != `command_op_ARM) || fence_ring == (known && named_ring ? command[`Command_ring] : 0));
        lemma_word: assert (!armed || \dut.rings.word == its_ring);
        lemma_stored_ring: assert (!(of_it && armed) || ((\dut.state.q != 1 || \dut.rings.read_data == its_ring) && (\dut.state.q != 2 || \dut.stored_ring.q == its_ring)));
        lemma_its_ring: assert (!at_ring || !known || op == `command_op_ARM || !(of_it && armed) || fence_ring == its_ring);
        lemma_result: assert (!(in_path || at_fence) || (result == right && \dut.known.q == known && \dut.fine.q == ok));
        lemma_generation: assert (!(in_path || at_fence) || generation_after == (ok ? generation + 16'd1 : known ? generation : 16'd0));
        lemma_state_after: assert (!at_fence && !(in_path && op != `command_op_RESYNC_OK) || update[`SessionWord_state] == state_after);
        lemma_tcp_number_after: assert (!(in_path || at_fence) || update[`SessionWord_rcv_nxt] == rcv_nxt_after);
    end
    `COVER(an_arm_is_done, done && op == `command_op_ARM && ok)
    `COVER(a_disarm_is_done, done && op == `command_op_DISARM && ok)
    `COVER(hold_is_left, table_write && state == `session_state_HOLD && update[`SessionWord_state] == `session_state_TRACK)
    `COVER(a_stale_answer, done && right == `command_result_STALE)
    `COVER(an_answer_is_taken, done && answers && ok)
    `COVER(a_bad_state, done && right == `command_result_BAD_STATE)
endmodule
