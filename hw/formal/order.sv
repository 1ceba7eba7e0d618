// TCP order (docs/datapath.md, 3): a frame is parsed on from exactly the byte that its session expects, reckoned with what the frames
// before it leave; behind a gap nothing is parsed, and a session that looks for its place is hidden. What the search finds and when
// beats come may be anything.
`include "formal.svh"
module order (input clock, input reset, input [`PayloadBeat_bits-1:0] beat, input beat_valid, input [`Headers_bits-1:0] headers,
              input headers_valid, input [`LookupResult_bits-1:0] lookup, input lookup_valid, input [`SessionWord_bits-1:0] table_word,
              input m_ready, input [`CommitView_bits-1:0] view);
    wire beat_read, frame_read, f_load, f_parse, f_fresh, p_valid, p_eof, m_hand, m_feeding, m_start_found, idle;
    wire [9:0] table_read, f_session;
    wire [2:0] f_rotation, f_lane;
    wire [18:0] f_start;
    wire [63:0] p_data;
    wire [7:0] p_keep;
    wire [`Segment_bits-1:0] segment;
    fixnic_core$order dut (.clock(clock), .reset(reset), .beat(beat), .beat_valid(beat_valid), .beat_read(beat_read), .headers(headers),
        .headers_valid(headers_valid), .lookup(lookup), .lookup_valid(lookup_valid), .frame_read(frame_read), .table_read(table_read),
        .table_word(table_word), .f_load(f_load), .f_session(f_session), .f_parse(f_parse), .f_rotation(f_rotation), .f_lane(f_lane),
        .f_fresh(f_fresh), .f_start(f_start), .p_valid(p_valid), .p_data(p_data), .p_keep(p_keep), .p_eof(p_eof), .m_segment(segment),
        .m_hand(m_hand), .m_ready(m_ready), .m_feeding(m_feeding), .m_start_found(m_start_found), .view(view), .idle(idle));
    `PAST_VALID
    // Registers of the block, by their names after flattening: OrderState, what it knows of the frame, and what the feed is told to skip.
    (* hierconn *) wire [3:0] \dut.state.q ;
    (* hierconn *) wire \dut.feed.extend , \dut.feed.pause , \dut.follows.q , \dut.hidden_next.q , \dut.is_tcp.q , \dut.may_parse.q , \dut.parse.q , \dut.loses.q , \dut.taken.q , \dut.hidden.q , \dut.searching.q ;
    (* hierconn *) wire \dut.tracked.q , \dut.near_same.q , \dut.far_same.q , \dut.written_same.q , \dut.has_payload.q , \dut.no_delta.q , \dut.no_reach.q ;
    (* hierconn *) wire \dut.load.q , \dut.load_1.q , \dut.loaded.q , \dut.asked.q , \dut.handing.q , \dut.passing.q , \dut.search.load ;
    (* hierconn *) wire [15:0] \dut.feed.extra , \dut.extra.q ;
    (* hierconn *) wire [31:0] \dut.rcv_nxt_next.q , \dut.delta.q , \dut.reach.q , \dut.seq_end.q ;
    (* hierconn *) wire [`Headers_bits-1:0] \dut.h.q ;
    (* hierconn *) wire [`LookupResult_bits-1:0] \dut.found.q ;
    (* hierconn *) wire [`SessionWord_bits-1:0] \dut.word.q ;
    (* hierconn *) wire [3:0] \dut.frame_class.q ;
    (* hierconn *) wire [2:0] \dut.lane.q , \dut.rotation.q ;
    wire [3:0] at = \dut.state.q ;
    // The search finds something in the frame that passes it only; once it is settled what a frame leaves, that stands until the next.
    always @(*) assume (!\dut.search.load || \dut.passing.q );
    // The headers decide as far as UNKNOWN.
    always @(*) assume (headers[`Headers_class] <= `frame_class_UNKNOWN);
    // While a frame passes the search, neither the next may be handed over nor the FIX path be asked for it (commit.the_path_is_its_own_until_it_is_fed).
    always @(*) assume (!\dut.passing.q || !(m_ready || view[`CommitView_path_free]));
    wire settled = view[`CommitView_settled], spoiled = view[`CommitView_spoiled];
    always @(posedge clock) if (begun && $past(settled && !m_hand && !reset)) assume (settled && $stable(spoiled));
    // What will be settled and who is ready is told a clock ahead (commit).
    wire settles = view[`CommitView_settles], spoils = view[`CommitView_spoils];
    always @(posedge clock) if (begun && $past(!m_hand && !reset)) assume (!$past(settles) || (settled && spoiled == $past(spoils)));
    // Whose frames commit will have is known a clock ahead (commit).
    always @(posedge clock) if (begun && $past(!m_hand && !reset)) begin
        assume (!view[`CommitView_near_busy] || ($past(view[`CommitView_near_busy]) && view[`CommitView_near_session] == $past(view[`CommitView_near_session])));
        assume (!view[`CommitView_far_changes] || view[`CommitView_far_session] == ($past(view[`CommitView_far_idle]) ? $past(view[`CommitView_near_session]) : $past(view[`CommitView_far_session])));
        assume (!view[`CommitView_written] || view[`CommitView_written_session] == $past(view[`CommitView_far_session]));
    end
    always @(*) assume (!view[`CommitView_near_changes] || view[`CommitView_near_busy]);
    reg may_come; // commit is ready
    always @(posedge clock) may_come <= m_ready && !m_hand && !reset;

    // The frame, what it reckons with, and how many bytes are skipped.
    reg [`Headers_bits-1:0] h;
    reg [`LookupResult_bits-1:0] found;
    reg [`SessionWord_bits-1:0] word;
    reg follows, follows_rightly, hidden_before, extended, asked_for;
    reg [9:0] read_before;
    reg [31:0] left_before;
    reg [15:0] skipped;
    reg paused; // in the clock before (feed assumes it)
    wire hit = found[`LookupResult_hit];
    wire [9:0] session = found[`LookupResult_session];
    wire is_tcp = h[`Headers_class] == `frame_class_UNKNOWN, control = h[`Headers_control], tracked = is_tcp && hit;
    wire near = tracked && view[`CommitView_near_changes] && view[`CommitView_near_session] == session;
    wire far = tracked && view[`CommitView_far_changes] && view[`CommitView_far_session] == session;
    always @(posedge clock) begin
        if (frame_read) {h, found} <= {headers, lookup};
        if (at == 1) begin
            follows <= near || far;
            follows_rightly <= near ? view[`CommitView_near_parses] : view[`CommitView_far_commits] && !view[`CommitView_near_busy];
            left_before <= near ? view[`CommitView_near_seq_end] : view[`CommitView_far_seq_end];
            hidden_before <= near ? view[`CommitView_near_hidden] : view[`CommitView_far_hidden];
            // The word that comes is of the session that was named a clock before, and has what was written before that.
            asked_for <= read_before == session && !(tracked && view[`CommitView_written] && view[`CommitView_written_session] == session && !near && !far);
        end
        read_before <= table_read;
        paused <= \dut.feed.pause ;
        if (at == 2) word <= table_word;
        extended <= !reset && !frame_read && !m_hand && (extended || \dut.feed.extend );
        if (\dut.feed.extend ) skipped <= \dut.feed.extra ;
    end
    wire [31:0] expected = follows ? left_before : word[`SessionWord_rcv_nxt], seq = h[`Headers_tcp_seq];
    wire [7:0] offset = h[`Headers_payload_offset];
    wire [31:0] length = {16'd0, h[`Headers_payload_length]}, delta = seq - expected, reach = delta + length;
    wire [2:0] state = word[`SessionWord_state];
    wire follow_state = state != `session_state_FREE && state != `session_state_LOST;
    wire in_place = follows ? !hidden_before : state == `session_state_ARMED || state == `session_state_TRACK || state == `session_state_HOLD;
    wire [3:0] right = !tracked ? h[`Headers_class] : !follow_state ? `frame_class_NOT_TRACKED : control ? `frame_class_CONTROL :
        length == 0 ? `frame_class_EMPTY : delta == 0 ? `frame_class_IN_ORDER : !delta[31] ? `frame_class_AHEAD :
        reach[31] || reach == 0 ? `frame_class_OLD : `frame_class_OVERLAP;
    wire takes = tracked && (right == `frame_class_IN_ORDER || right == `frame_class_AHEAD || right == `frame_class_OVERLAP);
    wire searches = tracked && right == `frame_class_AHEAD || (state == `session_state_SEARCH && !follows);
    wire [3:0] sclass = segment[`Segment_class];
    wire parse = segment[`Segment_parse], hidden = segment[`Segment_hidden], searching = segment[`Segment_searching];
    wire [16:0] first = extended ? {1'b0, skipped} : 17'd0;

    // What the FIX path was told of the frame that it will be fed.
    reg load_1, load_2, told, told_fresh;
    reg [9:0] session_1, session_2, told_session;
    reg [2:0] told_rotation, told_lane;
    always @(posedge clock) begin
        {load_2, load_1} <= {load_1, f_load && !reset};
        {session_2, session_1} <= {session_1, f_session};
        told <= !reset && !f_load && !load_1 && (load_2 || told);
        if (load_2) {told_session, told_rotation, told_lane} <= {session_2, f_rotation, f_lane};
        if (f_load) told_fresh <= f_fresh;
    end
    wire [15:0] right_words = {session, seq[2:0] - offset[2:0], expected[2:0]};
    wire rightly_told = !f_load && !load_1 && !told_fresh && (load_2 ? {session_2, f_rotation, f_lane} == right_words : told && {told_session, told_rotation, told_lane} == right_words);

    reg was_tcp;
    reg [16:0] end_before;
    always @(posedge clock) {was_tcp, end_before} <= {segment[`Segment_is_tcp], segment[`Segment_end]};

    always @(posedge clock) if (running) begin
        what_its_length_is_compared_with_stands: assert (!m_hand || (segment[`Segment_is_tcp] == was_tcp && segment[`Segment_end] == end_before));
        the_class_is_the_first_that_holds: assert (!m_hand || sclass == right);
        what_is_parsed_begins_at_the_expected_byte: assert (!(m_hand && parse) || (tracked && (sclass == `frame_class_IN_ORDER || sclass == `frame_class_OVERLAP) && seq + first == expected && first < length));
        behind_a_gap_nothing_is_parsed: assert (!(m_hand && sclass == `frame_class_AHEAD) || (!parse && hidden));
        a_session_without_its_place_is_hidden: assert (!(m_hand && (parse || searching)) || hidden || (in_place && !searching));
        a_session_with_its_place_is_seen: assert (!(m_hand && parse && in_place) || !hidden);
        it_reckons_with_what_the_frames_before_leave: assert (!m_hand || !tracked || (asked_for && (!follows || (follows_rightly && settled && !spoiled))));
        the_segment_tells_what_it_reckoned: assert (!m_hand || !tracked || (segment[`Segment_follows] == follows && segment[`Segment_session] == session && segment[`Segment_seq_end] == seq + length &&
            segment[`Segment_taken] == takes && !(takes && segment[`Segment_loses]) && segment[`Segment_rcv_nxt] == word[`SessionWord_rcv_nxt] && segment[`Segment_state] == state));
        a_frame_that_is_not_taken_does_nothing: assert (!m_hand || takes || (!parse && !searching && !segment[`Segment_taken]));
        its_session_is_loaded_at_its_lane: assert (!(m_hand && parse) || rightly_told);
        nothing_is_thrown_away_while_bytes_are_skipped: assert (!\dut.feed.extend || (\dut.feed.pause && paused));
        a_frame_is_handed_over_when_it_may_be: assert (!m_hand || may_come);
        bytes_are_skipped_once: assert (!(\dut.feed.extend && extended));
        lemma_state: assert (at <= 11 && \dut.handing.q == (at == 11) && (at == 0 || h[`Headers_class] <= `frame_class_UNKNOWN) && (at == 0 || {\dut.h.q , \dut.found.q } == {h, found}) && (!extended || at >= 9));
        lemma_read: assert (at != 1 || read_before == session);
        lemma_tracked: assert (at == 0 || \dut.tracked.q == tracked);
        lemma_same: assert (at != 1 || ((!view[`CommitView_near_busy] || \dut.near_same.q == (view[`CommitView_near_session] == session)) && (!view[`CommitView_far_changes] || \dut.far_same.q == (view[`CommitView_far_session] == session)) &&
            (!view[`CommitView_written] || \dut.written_same.q == (view[`CommitView_written_session] == session))));
        lemma_payload: assert (at < 2 || \dut.has_payload.q == (length != 0));
        lemma_zero: assert (at < 4 || (\dut.no_delta.q == (delta == 0) && \dut.no_reach.q == (reach == 0)));
        lemma_follows: assert (at < 2 || (\dut.follows.q == follows && (!follows || (follows_rightly && {\dut.rcv_nxt_next.q , \dut.hidden_next.q } == {left_before, hidden_before})) && \dut.is_tcp.q == is_tcp && \dut.may_parse.q == (tracked && length != 0 && !control) && asked_for && (!follows || tracked)));
        lemma_word: assert (at < 3 || (\dut.word.q == word && \dut.seq_end.q == seq + length));
        lemma_delta: assert (at < 4 || ({\dut.delta.q , \dut.reach.q } == {delta, reach} && \dut.lane.q == expected[2:0]));
        lemma_rotation: assert (at < 2 || \dut.rotation.q == seq[2:0] - offset[2:0]);
        lemma_class: assert (at < 5 || (\dut.frame_class.q == right && \dut.parse.q == (takes && !searches) && \dut.taken.q == takes && !(takes && \dut.loses.q ) && \dut.hidden.q == (takes && !(in_place && !searches)) && (takes || !\dut.searching.q ) && (searches || !\dut.searching.q )));
        lemma_searching: assert (at < 5 || (at >= 5 && at <= 7 ? searches && takes && !\dut.searching.q : 1));
        lemma_skip: assert (at < 8 || !\dut.parse.q || (right == `frame_class_OVERLAP ? (at == 8 ? \dut.extra.q == -delta[15:0] : extended && skipped == -delta[15:0]) : at >= 10 && !extended));
        lemma_redo: assert (at < 5 || !(follows && right == `frame_class_AHEAD));
        lemma_certain: assert (at < 9 || !follows || !(extended || at == 11) || (settled && !spoiled));
        lemma_ready: assert (at != 11 || may_come);
        lemma_loads: assert ({2'd0, \dut.load.q } + \dut.load_1.q + \dut.loaded.q == \dut.asked.q && (!\dut.asked.q || !\dut.passing.q ) && (!\dut.load.q || at >= 3) && (!\dut.load_1.q || at >= 4) && (!\dut.loaded.q || at >= 5) && (at != 11 || !\dut.parse.q || \dut.loaded.q ));
        lemma_told: assert ((!\dut.load_1.q || (load_1 && session_1 == session && !told_fresh)) && (!\dut.loaded.q || rightly_told));
    end
    `COVER(a_frame_in_order, m_hand && parse && follows)
    `COVER(an_overlap, m_hand && parse && first == 3)
    `COVER(a_gap, m_hand && sclass == `frame_class_AHEAD && searching)
    `COVER(a_frame_begins_anew, at == 1 && $past(at == 10))
endmodule
