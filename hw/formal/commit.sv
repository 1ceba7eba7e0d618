// A frame commits only after a good frame check sequence and good checksums; nothing but a good frame changes a session
// (docs/datapath.md, 2.4, 3), only one in order keeps the session's place, and of a session without it nothing is verified.
`include "formal.svh"
module commit (input clock, input reset, input [`Segment_bits-1:0] segment, input hand, input [`FrameEnd_bits-1:0] frame_end,
               input frame_end_valid, input m_valid, input [3:0] m_verdict, input [15:0] m_flags, input [15:0] m_type,
               input [39:0] m_received, input [39:0] m_expected, input [18:0] m_start, input [18:0] m_end, input e_valid,
               input e_lost, input e_hold, input e_lost_soon, input feeding,
               input start_found, input m_candidate, input e_probing, input [18:0] e_message_end,
               input [`CandidateWord_bits-1:0] candidate_word);
    wire ready, idle, frame_end_read, table_write, f_end, f_commit, event_valid, candidate_write;
    wire [`CommitView_bits-1:0] view;
    wire [9:0] table_session;
    wire [`SessionWord_bits-1:0] update;
    wire [`EntryEvent_bits-1:0] item;
    fixnic_core$commit dut (.clock(clock), .reset(reset), .segment(segment), .hand(hand), .ready(ready), .feeding(feeding), .start_found(start_found), .view(view),
        .idle(idle), .frame_end(frame_end), .frame_end_valid(frame_end_valid), .frame_end_read(frame_end_read),
        .table_write(table_write), .table_session(table_session), .table_update(update), .f_end(f_end), .f_commit(f_commit),
        .m_valid(m_valid), .m_verdict(m_verdict), .m_flags(m_flags), .m_type(m_type), .m_received(m_received),
        .m_expected(m_expected), .m_start(m_start), .m_end(m_end), .e_valid(e_valid), .e_lost(e_lost), .e_hold(e_hold),
        .e_lost_soon(e_lost_soon), .m_candidate(m_candidate), .e_probing(e_probing), .e_message_end(e_message_end),
        .candidate_word(candidate_word), .candidate_write(candidate_write), .event_valid(event_valid), .item(item));
    `PAST_VALID
    (* hierconn *) wire [2:0] \dut.near.q ;
    wire may_come = \dut.near.q == 0;
    always @(*) assume (!hand || may_come);
    always @(posedge clock) if (begun && $past(frame_end_valid && !frame_end_read)) assume (frame_end_valid && $stable(frame_end));

    // What a frame's length is compared with stands a clock before it is handed over (order.what_its_length_is_compared_with_stands).
    reg [`Segment_bits-1:0] before;
    always @(posedge clock) before <= segment;
    always @(*) assume (!hand || (before[`Segment_is_tcp] == segment[`Segment_is_tcp] && before[`Segment_end] == segment[`Segment_end]));

    // The frame that was handed over last, or is, and whether it is good by the rules.
    reg [`Segment_bits-1:0] kept;
    reg handed;
    wire [`Segment_bits-1:0] s = may_come ? segment : kept;
    always @(posedge clock) begin
        kept <= s;
        handed <= reset ? 0 : (hand || handed) && !frame_end_read;
    end
    wire cut_short = s[`Segment_is_tcp] && s[`Segment_end] > frame_end[`FrameEnd_length];
    wire tcp_bad = frame_end[`FrameEnd_tcp_sum_bad] && s[`Segment_is_tcp] && !cut_short;
    wire ip_bad = frame_end[`FrameEnd_ip_sum_bad] && s[`Segment_plain_ip];
    wire good = frame_end_valid && !frame_end[`FrameEnd_fcs_bad] && !frame_end[`FrameEnd_truncated] && !ip_bad && !tcp_bad;
    wire commits = good && s[`Segment_taken] && !cut_short;
    wire [4:0] judged = {frame_end[`FrameEnd_fcs_bad], ip_bad, tcp_bad, good, commits};

    // Judged and not yet told, the oldest first; the FIX path is told the end of the youngest that is parsed.
    wire frame_event = event_valid && item[`EntryEvent_frame];
    wire [15:0] flags = item[1 + 16 +: 16];
    reg [4:0] oldest, younger;
    reg [31:0] oldest_rcv_nxt, younger_rcv_nxt;
    reg [2:0] oldest_state, younger_state;
    reg oldest_follows, younger_follows;
    reg [1:0] count;
    always @(posedge clock) begin
        count <= reset ? 0 : count + frame_end_read - frame_event;
        if (frame_event) {oldest, oldest_rcv_nxt, oldest_state, oldest_follows} <= {younger, younger_rcv_nxt, younger_state, younger_follows};
        if (frame_end_read && count - frame_event == 0)
            {oldest, oldest_rcv_nxt, oldest_state, oldest_follows} <= {judged, s[`Segment_rcv_nxt], s[`Segment_state], s[`Segment_follows]};
        if (frame_end_read)
            {younger, younger_rcv_nxt, younger_state, younger_follows} <= {judged, s[`Segment_rcv_nxt], s[`Segment_state], s[`Segment_follows]};
    end
    // Registers of the block, by their names after flattening: where both frames are (NearState, FarState in hw/core), what is known of them.
    (* hierconn *) wire [2:0] \dut.far.q , \dut.since_end.q ;
    (* hierconn *) wire [`Segment_bits-1:0] \dut.s.q , \dut.t.q ;
    (* hierconn *) wire [`FrameEnd_bits-1:0] \dut.last.q , \dut.t_last.q ;
    (* hierconn *) wire \dut.good.q , \dut.commit.q , \dut.t_good.q , \dut.t_commit.q , \dut.lost.q , \dut.path_open.q , \dut.finish.q , \dut.finish_commits.q , \dut.settled.q , \dut.told.q ;
    // What the frame before left in the session's word, for one that follows it.
    reg [`SessionWord_bits-1:0] left;
    reg was_running = 0;
    wire at_tell = \dut.far.q == 4;
    always @(posedge clock) begin
        was_running <= running;
        if (\dut.far.q == 0 || at_tell) left <= update;
    end
    wire [31:0] rcv_nxt_before = oldest_follows ? left[`SessionWord_rcv_nxt] : oldest_rcv_nxt;
    wire [2:0] state_before = oldest_follows ? left[`SessionWord_state] : oldest_state;
    wire near_judged = \dut.near.q >= 4, far_busy = \dut.far.q != 0;
    wire [4:0] near_is = {\dut.last.q [`FrameEnd_fcs_bad], \dut.last.q [`FrameEnd_ip_sum_bad], \dut.last.q [`FrameEnd_tcp_sum_bad], \dut.good.q , \dut.commit.q };
    wire [4:0] far_is = {\dut.t_last.q [`FrameEnd_fcs_bad], \dut.t_last.q [`FrameEnd_ip_sum_bad], \dut.t_last.q [`FrameEnd_tcp_sum_bad], \dut.t_good.q , \dut.t_commit.q };
    wire [35:0] far_word = {\dut.t.q [`Segment_rcv_nxt], \dut.t.q [`Segment_state], \dut.t.q [`Segment_follows]};
    wire [35:0] younger_word = {younger_rcv_nxt, younger_state, younger_follows}, oldest_word = {oldest_rcv_nxt, oldest_state, oldest_follows};
    wire [`Segment_bits-1:0] differ = \dut.s.q ^ s;
    wire same = !{differ[`Segment_is_tcp], differ[`Segment_taken], differ[`Segment_plain_ip], differ[`Segment_end],
                  differ[`Segment_rcv_nxt], differ[`Segment_state], differ[`Segment_follows],
                  differ[`Segment_seq_end], differ[`Segment_hidden], differ[`Segment_searching], differ[`Segment_parse] && !s[`Segment_searching]};

    // The FIX path: a frame's end leaves nine clocks after it was told, and that framing was lost is feared three clocks before. A parsed
    // frame is handed over when its session was loaded, six clocks behind the last end or later (order.its_session_is_loaded_at_its_lane);
    // what is taken and neither parsed nor seen is hidden (order).
    reg [3:0] since_end;
    reg lost_feared, last_commits, ended, first_fed, seen_settled, seen_spoiled, seen_settling, seen_spoiling, seen_ready, start_seen;
    wire settled = view[`CommitView_settled], spoiled = view[`CommitView_spoiled], path_free = view[`CommitView_path_free];
    wire parses = segment[`Segment_parse], hidden = segment[`Segment_hidden], searching = segment[`Segment_searching];
    wire [3:0] now_since_end = f_end ? 0 : since_end;
    always @(posedge clock) begin
        since_end <= reset ? 15 : f_end ? 1 : since_end + (since_end != 15);
        if (since_end == 6 && !f_end) lost_feared <= e_lost_soon;
        if (f_end) last_commits <= f_commit;
        ended <= !reset && (f_end || ended);
        first_fed <= !reset && (hand ? searching : first_fed && feeding);
        start_seen <= !hand && (start_found || start_seen);
        {seen_settled, seen_spoiled} <= reset ? 2'd0 : {settled && !hand, spoiled};
        {seen_settling, seen_spoiling, seen_ready} <= reset ? 3'd0 : {view[`CommitView_settles] && !hand, view[`CommitView_spoils], ready && !hand};
    end
    always @(*) begin
        assume (e_valid == (since_end == 9));
        assume (!(e_valid && e_lost) || lost_feared);
        assume (!(hand && (parses || searching)) || now_since_end >= 6);
        assume (!(parses && searching) && (!searching || hidden) && (!(segment[`Segment_taken] && !parses) || hidden));
        assume (!(parses || searching) || segment[`Segment_taken]);
        assume (!(segment[`Segment_taken] && segment[`Segment_loses]));
        assume (!start_found || (first_fed && feeding && !start_seen)); // Search finds one start in a frame
    end
    // What the frames between judgement and FRAME leave, beside `judged`.
    reg [33:0] oldest_leaves, younger_leaves; // parsed from the first byte on, hidden, seq_end
    reg oldest_lost;
    wire [33:0] s_leaves = {s[`Segment_parse], s[`Segment_hidden], s[`Segment_seq_end]};
    always @(posedge clock) begin
        if (frame_event) oldest_leaves <= younger_leaves;
        if (frame_end_read && count - frame_event == 0) oldest_leaves <= s_leaves;
        if (frame_end_read) younger_leaves <= s_leaves;
        if (e_valid) oldest_lost <= e_lost;
    end
    wire [33:0] far_leaves = {\dut.t.q [`Segment_parse] && !\dut.t.q [`Segment_searching], \dut.t.q [`Segment_hidden], \dut.t.q [`Segment_seq_end]};
    wire [2:0] state_left = update[`SessionWord_state];
    wire keeps_place = state_left == `session_state_TRACK || state_left == `session_state_HOLD || state_left == `session_state_ARMED;
    // The frame whose messages leave the FIX path: the older of those that are parsed and whose end has not left.
    reg [1:0] owners; // hidden, of the older and of the younger
    reg [1:0] owner_count;
    wire owner_comes = (hand && parses) || start_found, owner_hidden = start_found || hidden;
    wire near_owns = \dut.near.q != 0 && \dut.s.q [`Segment_parse], far_owns = \dut.far.q == 1 && \dut.t.q [`Segment_parse];
    // Its verdicts come before its end, and seven clocks behind its first byte or later (FixPath).
    reg [2:0] since_hand;
    always @(posedge clock) since_hand <= hand ? 1 : since_hand + (since_hand != 7);
    always @(*) assume (!m_valid || (owner_count != 0 && !e_valid && (far_owns || since_hand == 7)));
    always @(posedge clock) begin
        owner_count <= reset ? 0 : owner_count + owner_comes - e_valid;
        if (e_valid) owners[0] <= owners[1];
        if (owner_comes && owner_count - e_valid == 0) owners[0] <= owner_hidden;
        if (owner_comes) owners[1] <= owner_hidden;
    end
    reg [2:0] came, came_hidden, came_loss;
    reg [15:0] came_flags_1, came_flags_2, came_flags_3;
    always @(posedge clock) begin
        came <= reset ? 0 : {came[1:0], m_valid};
        came_hidden <= {came_hidden[1:0], owners[0]};
        came_loss <= {came_loss[1:0], |(m_flags & `msg_flags_FRAMING_LOST)};
        {came_flags_3, came_flags_2, came_flags_1} <= {came_flags_2, came_flags_1, m_flags};
    end
    // A word that is written is there for a read that begins two clocks later (SessionTable), and a read begins a clock before it counts.
    reg [1:0] wrote;
    reg [9:0] wrote_1, wrote_2;
    wire [9:0] far_session = view[`CommitView_far_session];
    always @(posedge clock) begin
        wrote <= reset ? 0 : {wrote[0], table_write};
        {wrote_2, wrote_1} <= {wrote_1, table_session};
    end
    // The view a clock before, if no frame was handed over in it.
    reg was_up, before_busy, before_idle;
    reg [9:0] before_near, before_far;
    always @(posedge clock) begin
        was_up <= !reset && !hand;
        {before_busy, before_idle, before_near, before_far} <= {view[`CommitView_near_busy], view[`CommitView_far_idle], view[`CommitView_near_session], far_session};
    end
    wire near_fed = \dut.near.q != 0 && (\dut.s.q [`Segment_parse] || \dut.s.q [`Segment_searching]);
    wire msg_event = event_valid && !item[`EntryEvent_frame] && item[1 +: 8] == `entry_kind_MSG;

    always @(posedge clock) if (running) begin
        a_frame_that_commits_moves_the_tcp_number: assert (!(table_write && oldest[0]) || update[`SessionWord_rcv_nxt] == oldest_leaves[31:0]);
        a_frame_that_commits_is_written_back: assert (!(at_tell && oldest[0]) || table_write);
        only_a_frame_in_order_keeps_the_place: assert (!(table_write && oldest[0] && keeps_place) || (oldest_leaves[33:32] == 2'b10 && !oldest_lost));
        a_frame_in_order_keeps_the_place: assert (!(table_write && oldest[0] && oldest_leaves[33:32] == 2'b10 && !oldest_lost) || keeps_place);
        a_hidden_frame_verifies_nothing: assert (!(msg_event && came_hidden[2]) || !(flags & `msg_flags_VERIFIED));
        each_message_leaves_with_its_flags: assert (!came[2] || came_hidden[2] || (msg_event && flags == came_flags_3));
        only_messages_leave_as_messages: assert (!msg_event || (came[2] && !(came_hidden[2] && came_loss[2])));
        what_is_settled_stands: assert (!seen_settled || (settled && spoiled == seen_spoiled));
        what_will_be_settled_is: assert (!seen_settling || (settled && spoiled == seen_spoiling));
        who_is_told_to_be_ready_is: assert (!seen_ready || may_come);
        whose_a_session_is_is_known_a_clock_ahead: assert (!was_up ||
            ((!view[`CommitView_near_busy] || (before_busy && view[`CommitView_near_session] == before_near)) &&
            (!view[`CommitView_far_changes] || far_session == (before_idle ? before_near : before_far)) &&
            (!view[`CommitView_written] || view[`CommitView_written_session] == before_far) && (!view[`CommitView_near_changes] || view[`CommitView_near_busy])));
        what_is_settled_is_what_is_left: assert (!(ended && settled && !spoiled) || (last_commits && since_end >= 7 && !lost_feared));
        the_path_is_its_own_until_it_is_fed: assert (!(first_fed && feeding) || (!ready && !path_free));
        the_path_is_free_three_clocks_behind_an_end: assert (!path_free || now_since_end >= 3);
        lemma_since_end: assert (now_since_end >= 7 ? \dut.since_end.q == 7 : \dut.since_end.q == now_since_end);
        a_write_is_told_until_it_is_read: assert ((!table_write || (view[`CommitView_far_changes] && far_session == table_session)) &&
            (!wrote[0] || (view[`CommitView_far_changes] && far_session == wrote_1)) && (!wrote[1] || (view[`CommitView_written] && view[`CommitView_written_session] == wrote_2)));
        lemma_write: assert (!wrote[0] || (\dut.told.q && \dut.far.q == 0 && \dut.t.q [`Segment_session] == wrote_1 && (\dut.t.q [`Segment_taken] || \dut.t.q [`Segment_loses])));
        lemma_settled: assert (!\dut.settled.q || (\dut.near.q == 0 && \dut.since_end.q == 7));
        lemma_lost: assert (!ended || f_end || (\dut.finish_commits.q == last_commits && (since_end < 7 || \dut.lost.q == lost_feared)));
        lemma_owners: assert (owner_count == {1'b0, near_owns} + far_owns && (!far_owns || owners[0] == \dut.t.q [`Segment_hidden]) && (!near_owns || owners[far_owns] == \dut.s.q [`Segment_hidden]) && (owner_count != 1 || owners[1] == owners[0]));
        lemma_path: assert (((ended || f_end) && now_since_end <= 9) == (far_owns || (\dut.near.q == 5 && near_owns)) && (!far_owns || !near_fed || \dut.near.q == 5 || now_since_end >= 7 + (\dut.near.q == 2 || \dut.near.q == 4)) && (\dut.near.q != 5 || !near_owns || now_since_end <= 4) && (ended || since_end == 15 || f_end) && (!(far_owns && \dut.near.q == 5) || !near_owns || (f_end && e_valid)));
        lemma_hand: assert ((!(near_fed && \dut.near.q <= 4) || now_since_end >= 6 + since_hand) && (!(near_fed && \dut.near.q == 5 && f_end) || since_end >= 6 + since_hand));
        lemma_found: assert ((\dut.near.q == 0 || !(s[`Segment_parse] && s[`Segment_searching])) && (!far_busy || !\dut.t.q [`Segment_searching] || \dut.t.q [`Segment_hidden]) && (\dut.near.q == 0 || !\dut.s.q [`Segment_searching] || \dut.s.q [`Segment_hidden]) && (!first_fed || (\dut.near.q >= 1 && \dut.near.q <= 4 && \dut.s.q [`Segment_searching] && near_owns == start_seen) || !feeding));
        lemma_loses: assert ((\dut.near.q == 0 || !(\dut.s.q [`Segment_taken] && \dut.s.q [`Segment_loses])) && (!far_busy || !(\dut.t.q [`Segment_loses] && \dut.t.q [`Segment_taken])) &&
            (\dut.near.q < 2 || !younger[0] || \dut.s.q [`Segment_taken]) && (!far_busy || !\dut.t_commit.q || \dut.t.q [`Segment_taken]));
        lemma_leaves: assert (\dut.near.q < 2 || younger_leaves == s_leaves);
        lemma_one_leaves: assert (\dut.near.q < 2 || count != 1 || oldest_leaves == younger_leaves);
        lemma_far_leaves: assert (!far_busy || far_leaves == oldest_leaves);
        only_good_frames_commit: assert (!(frame_event && |(flags & `frame_flags_COMMITTED)) || oldest[0]);
        good_frames_commit: assert (!frame_event || |(flags & `frame_flags_COMMITTED) || !oldest[0]);
        what_is_bad_is_told: assert (!frame_event || {|(flags & `frame_flags_FCS_BAD), |(flags & `frame_flags_IP_CHECKSUM_BAD),
                                                      |(flags & `frame_flags_TCP_CHECKSUM_BAD)} == oldest[4:2]);
        one_frame_event_a_frame: assert (!frame_event || count != 0);
        at_most_two_frames: assert (count <= 2);
        only_good_frames_reach_the_fix_path: assert (!(f_end && f_commit) || younger[0]);
        a_bad_frame_leaves_the_tcp_number: assert (!table_write || oldest[0] || update[`SessionWord_rcv_nxt] == rcv_nxt_before);
        a_bad_frame_leaves_the_state: assert (!table_write || oldest[1] || update[`SessionWord_state] == state_before);
        only_good_frames_have_candidates: assert (!candidate_write || oldest[0]);
        an_end_is_taken_once_a_frame: assert (!frame_end_read || ((handed || hand) && frame_end_valid));
        lemma_states: assert (\dut.near.q <= 5 && \dut.far.q <= 4);
        lemma_handed: assert (handed == (\dut.near.q == 1));
        lemma_count: assert (count == {1'b0, \dut.near.q >= 2} + {1'b0, far_busy || frame_event} && !(far_busy && frame_event));
        lemma_segment: assert (\dut.near.q == 0 || same);
        lemma_near: assert (!near_judged || near_is == younger);
        lemma_near_word: assert (\dut.near.q < 2 || younger_word == {s[`Segment_rcv_nxt], s[`Segment_state], s[`Segment_follows]});
        lemma_one: assert (\dut.near.q < 2 || count != 1 || (oldest == younger && oldest_word == younger_word));
        lemma_far: assert (!far_busy || (far_is == oldest && far_word == oldest_word));
        lemma_left: assert (far_busy || !was_running || left == update);
        lemma_prior: assert (!far_busy || !oldest_follows || oldest[1] || left == update);
        lemma_prior_number: assert (!far_busy || !oldest_follows || oldest[0] || left[`SessionWord_rcv_nxt] == update[`SessionWord_rcv_nxt]);
        lemma_kept: assert (\dut.far.q < 2 || oldest[0] || (update[`SessionWord_rcv_nxt] == rcv_nxt_before && (oldest[1] || update[`SessionWord_state] == state_before)));
        lemma_good: assert (count == 0 || ((oldest[1] || !oldest[0]) && (younger[1] || !younger[0])));
    end
    `COVER(a_frame_commits, frame_event && |(flags & `frame_flags_COMMITTED))
    `COVER(a_bad_frame, frame_event && |(flags & `frame_flags_FCS_BAD))
    `COVER(a_frame_cut_short, frame_end_read && cut_short)
    `COVER(two_frames, count == 2 && frame_event)
    `COVER(a_session_changes_its_state, table_write && update[`SessionWord_state] != oldest_state)
    `COVER(a_hidden_message, msg_event && came_hidden[2])
    `COVER(two_frames_are_parsed, owner_count == 2 && m_valid && owners == 2'b01)
    `COVER(a_frame_keeps_its_place, table_write && oldest[0] && keeps_place)
    `COVER(a_message_between, event_valid && !item[`EntryEvent_frame])
endmodule
