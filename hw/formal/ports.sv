// The FIX path's ports (hw/core/src/framer/fix_path.rs) as TCP order and commit drive them, with what they know of each other: each parsed frame's load comes three clocks or more before its beats and four
// or more behind the load and the end before it; its end comes once, a clock or more behind its last beat; beats go straight from the feed, or through the search and from nowhere else.
// Headers, beats, words of the table, frames' ends and what the FIX path answers may be anything.
`include "formal.svh"
module ports (input clock, input reset, input [`PayloadBeat_bits-1:0] beat, input beat_valid, input [`Headers_bits-1:0] headers,
              input headers_valid, input [`LookupResult_bits-1:0] lookup, input lookup_valid, input [`SessionWord_bits-1:0] table_word,
              input [`FrameEnd_bits-1:0] frame_end, input frame_end_valid, input m_valid, input [3:0] m_verdict, input [15:0] m_flags, input [15:0] m_type,
              input [39:0] m_received, input [39:0] m_expected, input [18:0] m_start, input [18:0] m_end, input e_valid, input e_lost, input e_hold, input e_lost_soon,
              input m_candidate, input e_probing, input [18:0] e_message_end, input [`CandidateWord_bits-1:0] candidate_word);
    wire f_load, p_valid, p_eof, hand, ready, feeding, start_found, f_end, f_commit;
    wire [9:0] f_session;
    wire [2:0] f_rotation, f_lane;
    wire f_fresh;
    wire [18:0] f_start;
    wire [63:0] p_data;
    wire [7:0] p_keep;
    wire [`Segment_bits-1:0] segment;
    wire [`CommitView_bits-1:0] view;
    fixnic_core$order order (.clock(clock), .reset(reset), .beat(beat), .beat_valid(beat_valid), .headers(headers), .headers_valid(headers_valid), .lookup(lookup), .lookup_valid(lookup_valid),
        .table_word(table_word), .f_load(f_load), .f_session(f_session), .f_rotation(f_rotation), .f_lane(f_lane), .f_fresh(f_fresh), .f_start(f_start), .p_valid(p_valid), .p_data(p_data),
        .p_keep(p_keep), .p_eof(p_eof), .m_segment(segment), .m_hand(hand), .m_ready(ready), .m_feeding(feeding), .m_start_found(start_found), .view(view));
    fixnic_core$commit commit (.clock(clock), .reset(reset), .segment(segment), .hand(hand), .ready(ready), .feeding(feeding), .start_found(start_found), .view(view),
        .frame_end(frame_end), .frame_end_valid(frame_end_valid), .f_end(f_end), .f_commit(f_commit),
        .m_valid(m_valid), .m_verdict(m_verdict), .m_flags(m_flags), .m_type(m_type), .m_received(m_received), .m_expected(m_expected), .m_start(m_start), .m_end(m_end), .e_valid(e_valid),
        .e_lost(e_lost), .e_hold(e_hold), .e_lost_soon(e_lost_soon), .m_candidate(m_candidate), .e_probing(e_probing), .e_message_end(e_message_end), .candidate_word(candidate_word));
    // A reset lasts two clocks or more: the first ends what passes the search, the second empties it.
    reg [1:0] clocks = 0;
    wire running = clocks == 2;
    always @(posedge clock) clocks <= running ? 2 : clocks + 1;
    always @(*) assume (reset == !running && clocks <= 2);
    (* hierconn *) wire [3:0] \order.state.q ;
    (* hierconn *) wire [`Headers_bits-1:0] \order.h.q ;
    (* hierconn *) wire \order.load.q , \order.load_1.q , \order.loaded.q , \order.asked.q , \order.handing.q , \order.passing.q , \order.parse.q , \order.searching.q , \order.follows.q ;
    (* hierconn *) wire [2:0] \order.flushed.q , \commit.near.q , \commit.since_end.q ;
    (* hierconn *) wire [9:0] \order.passing_session.q ;
    (* hierconn *) wire \order.feed.fed.q , \order.feed.primed.q , \order.feed.counted.q , \order.feed.parsed.q , \order.feed.valid.q , \order.feed.p_valid , \order.feed.p_eof ;
    (* hierconn *) wire [63:0] \order.feed.p_data ;
    (* hierconn *) wire [7:0] \order.feed.p_keep ;
    (* hierconn *) wire \order.search.restart , \order.search.s_valid , \order.search.s_last , \order.search.flush , \order.search.load , \order.search.m_valid , \order.search.m_last ;
    (* hierconn *) wire [63:0] \order.search.s_data , \order.search.m_data ;
    (* hierconn *) wire [7:0] \order.search.s_keep , \order.search.m_keep , \order.search.hits.q ;
    (* hierconn *) wire \order.search.found_now.q , \order.search.was_found.q , \order.search.passing.q ;
    (* hierconn *) wire [`SearchBeat_bits-1:0] \order.search.stage_0.q , \order.search.stage_1.q , \order.search.stage_2.q , \order.search.stage_3.q , \order.search.stage_4.q , \order.search.stage_5.q ;
    (* hierconn *) wire [`StartClasses_bits-1:0] \order.search.classes_0.q ;
    (* hierconn *) wire [`LookupResult_bits-1:0] \order.found.q ;
    (* hierconn *) wire [18:0] \order.search.first_seq ;
    (* hierconn *) wire [31:0] \order.first_seq.q ;
    (* hierconn *) wire [2:0] \order.first_lane.q , \order.rotation.q , \order.passing_rotation.q ;
    (* hierconn *) wire \order.may_parse.q , \order.tracked.q , \order.has_payload.q , \commit.settled.q , \commit.path_open.q , \commit.finish.q ;
    (* hierconn *) wire [`Segment_bits-1:0] \commit.s.q ;
    wire [2:0] near = \commit.near.q ;
    wire [3:0] at = \order.state.q ;
    wire s_parse = \commit.s.q [`Segment_parse], s_searching = \commit.s.q [`Segment_searching], open = near >= 1 && near <= 4;
    wire passing = \order.passing.q , fed = \order.feed.fed.q , shown = \order.feed.valid.q ;

    wire fed_parsed = fed && \order.feed.parsed.q ;
    // Clocks since the last load and end, 7 at most and before the first one; the clock itself is 0.
    reg [2:0] load_before, end_before;
    wire [2:0] since_load = f_load ? 0 : load_before, since_end = f_end ? 0 : end_before;
    reg parses, searches; // the frame that was handed over last
    reg [9:0] its_session, session_1, loaded_session;
    reg let_out, let_last;
    reg [63:0] let_data;
    reg [7:0] let_keep;
    reg fresh, anew; // asked for in the last clock before the order of a frame behind another is reckoned anew
    always @(posedge clock) begin
        load_before <= reset ? 7 : since_load + (since_load != 7);
        end_before <= reset ? 7 : since_end + (since_end != 7);
        if (reset) {parses, searches} <= 0;
        else if (hand) {parses, searches, its_session} <= {segment[`Segment_parse], segment[`Segment_searching], segment[`Segment_session]};
        if (f_load) {loaded_session, fresh, anew} <= {f_session, f_fresh, at == 4 && \order.follows.q };
        {let_out, let_last, let_data, let_keep} <= {!reset && \order.search.m_valid , \order.search.m_last , \order.search.m_data , \order.search.m_keep };
    end
    // A frame that is parsed, or whose start was found, is owed an end.
    reg owed;
    // Of a load out of the search two clocks ago; where its frame's beats begin, by the headers and as the search was told; the start that it gives.
    reg load_1, load_2;
    reg [2:0] its_rotation, searched_at, start_low;
    wire [2:0] rotation = \order.h.q [`Headers_tcp_seq] - \order.h.q [`Headers_payload_offset];
    always @(posedge clock) begin
        owed <= !reset && (hand ? segment[`Segment_parse] : start_found || owed && !f_end);
        {load_2, load_1} <= reset ? 0 : {load_1, \order.search.load };
        if (hand) {its_rotation, searched_at} <= {rotation, \order.search.first_seq [2:0]};
        start_low <= f_start[2:0];
    end
    wire [5:0] held = {\order.search.stage_5.q [`SearchBeat_valid], \order.search.stage_4.q [`SearchBeat_valid], \order.search.stage_3.q [`SearchBeat_valid],
                       \order.search.stage_2.q [`SearchBeat_valid], \order.search.stage_1.q [`SearchBeat_valid], \order.search.stage_0.q [`SearchBeat_valid]};
    wire [5:0] starts = held & {\order.search.stage_5.q [`SearchBeat_starts], \order.search.stage_4.q [`SearchBeat_starts], \order.search.stage_3.q [`SearchBeat_starts],
                       \order.search.stage_2.q [`SearchBeat_starts], \order.search.stage_1.q [`SearchBeat_starts], \order.search.stage_0.q [`SearchBeat_starts]};

    always @(posedge clock) if (running) begin
        beats_come_three_clocks_behind_their_load: assert (!p_valid || since_load >= 3);
        a_load_is_four_clocks_behind_the_last: assert (!f_load || load_before >= 4 || (load_before == 3 && anew));
        a_load_is_four_clocks_behind_an_end: assert (!f_load || (!f_end && end_before >= 4));
        it_is_their_frame_s_load: assert (!p_valid || (loaded_session == its_session && fresh == searches));
        beats_are_of_a_frame_whose_end_is_to_come: assert (!p_valid || (open && s_parse && !f_end));
        an_end_comes_behind_the_last_beat: assert (!f_end || (!p_valid && !fed_parsed && !passing && since_load >= 2));
        an_end_comes_once_a_parsed_frame: assert ((!f_end || owed) && !(hand && owed && !f_end));
        a_load_out_of_the_search_tells_its_place: assert (!(load_2 && passing) || (f_rotation == its_rotation && f_rotation == searched_at && f_lane == start_low));
        straight_from_the_feed: assert (!(\order.feed.p_valid && !searches) || (p_valid && {p_data, p_keep, p_eof} == {\order.feed.p_data , \order.feed.p_keep , \order.feed.p_eof }));
        or_through_the_search: assert (!(\order.feed.p_valid && searches) || (\order.search.s_valid && !\order.search.restart
                                       && {\order.search.s_data , \order.search.s_keep , \order.search.s_last } == {\order.feed.p_data , \order.feed.p_keep , \order.feed.p_eof }));
        what_it_lets_out_goes_on: assert (!let_out || (p_valid && {p_data, p_keep, p_eof} == {let_data, let_keep, let_last}));
        nothing_comes_from_elsewhere: assert (!p_valid || let_out || (\order.feed.p_valid && !searches));
        nothing_stays_in_the_search: assert (passing || held == 0);
        the_search_is_flushed_behind_its_last_beat: assert (!\order.search.flush || !fed);
        lemma_near: assert (near <= 5 && at <= 11 && \order.handing.q == (at == 11) && (!hand || (near == 0 && \order.feed.primed.q )));
    end
    always @(posedge clock) if (running) begin
        lemma_feed: assert ((!fed || \order.feed.parsed.q == (parses || searches)) && (!\order.feed.primed.q || (!fed && \order.feed.counted.q )) && (!shown || parses || searches) && (!\order.feed.counted.q || !fed));
        lemma_open: assert (\commit.path_open.q == (open && (s_parse || s_searching)) && (!open || (s_searching == searches && (searches || s_parse == parses))));
        lemma_fed: assert (!(fed_parsed || shown || passing) || open);
        lemma_kinds: assert (!(parses && searches) && (at < 5 || !(\order.parse.q && \order.searching.q )) && (at < 5 || at > 7 || (!\order.parse.q && !\order.searching.q )));
        lemma_passing: assert ((!passing || (searches && (\order.flushed.q == 0 || (!fed && !shown)))) && (!(fed && searches) || passing) && (!(shown && searches) || passing));
        lemma_flush: assert (!passing || (\order.flushed.q < 2 || !held[0]) && (\order.flushed.q < 3 || !held[1]) && (\order.flushed.q < 4 || !held[2]) && (\order.flushed.q < 5 || !held[3])
                             && (\order.flushed.q < 6 || !held[4]) && (\order.flushed.q < 7 || !held[5]));
        lemma_found: assert ((!\order.search.found_now.q || (passing && \order.search.was_found.q && (starts & 6'h30) == 0 && !\order.search.passing.q )) && (starts == 0 || \order.search.was_found.q ) && (!\order.search.passing.q || \order.search.was_found.q ));
        lemma_classes: assert ((\order.search.hits.q == 0 || held[1]) && (\order.search.classes_0.q [`StartClasses_letter_x] == 0 || held[0]) && (!passing || \order.search.was_found.q == (s_parse || \order.search.found_now.q )));
        lemma_load_of_search: assert (!passing || (\order.passing_session.q == its_session && (!\order.search.was_found.q || \order.search.found_now.q || (loaded_session == its_session && fresh))
                                      && (!starts[4] || since_load >= 1) && (!starts[5] || since_load >= 2) && (!\order.search.passing.q || since_load >= 3)));
        lemma_load_of_feed: assert (!((fed || shown) && parses) || (since_load >= 3 && loaded_session == its_session && !fresh && s_parse && open));
        lemma_asked: assert (!(\order.load_1.q || \order.loaded.q ) || (loaded_session == \order.found.q [`LookupResult_session] && !fresh));
        lemma_at_load: assert ((!\order.asked.q || at >= 3) && (passing ? \order.flushed.q <= 3 || since_load >= \order.flushed.q - 3
                               : (at != 0 || load_before >= 1) && (at != 1 || load_before >= (anew ? 1 : 2)) && (at != 2 || load_before >= (anew ? 2 : 3)) && (at < 3 || \order.asked.q || load_before >= (anew ? 3 : 4))));
        // A frame that follows another asks for its load when the path is free, at once.
        lemma_follows: assert (!(\order.follows.q && at >= 2) || (!open || (s_parse && !s_searching)) &&
                               (!(at >= 3 && \order.may_parse.q && !\commit.path_open.q && since_end >= 4) || \order.asked.q || (view[`CommitView_settled] && view[`CommitView_spoiled])) && (!(\order.load.q && at >= 4) || since_end == 4));
        lemma_may: assert (at < 2 || (\order.has_payload.q == (\order.h.q [`Headers_payload_length] != 0) && \order.may_parse.q == (\order.tracked.q && \order.has_payload.q && !\order.h.q [`Headers_control])
                           && (at < 5 || !\order.parse.q || \order.may_parse.q )));
        lemma_owed: assert (owed == (open && s_parse || f_end));
        lemma_place: assert ((at < 2 || \order.rotation.q == rotation) && (!passing || (\order.passing_rotation.q == its_rotation && searched_at == its_rotation)));
        lemma_base: assert ((at != 7 || \order.first_lane.q == \order.first_seq.q [2:0] - rotation) && (at < 8 || !\order.searching.q || \order.search.first_seq [2:0] == rotation));
        lemma_late: assert (!(at == 4 && !\order.load.q && \order.asked.q ) || since_load >= 1);
        lemma_settled: assert (!\commit.settled.q || (near == 0 && since_end == 7));
        lemma_later: assert (!(\order.follows.q && (at == 8 || at == 10) && since_end == 7 && \order.asked.q ) || since_load >= 2);
        lemma_since: assert (\commit.since_end.q == since_end && (f_end == \commit.finish.q ));
        lemma_apart: assert ((!(shown && passing) || end_before >= 1) && (!held[0] || end_before >= 2) && (!held[1] || end_before >= 3) && (!\order.search.found_now.q || end_before >= 4));
        lemma_unfound: assert (\order.search.was_found.q && !\order.search.found_now.q || ((!(shown && passing) || load_before >= 1) && (!held[0] || load_before >= 2) && (!held[1] || load_before >= 3)
                               && (!\order.search.found_now.q || load_before >= 4)));
        lemma_end: assert (!(open || passing) || !f_end || near == 1);
        lemma_loads: assert ({2'd0, \order.load.q } + \order.load_1.q + \order.loaded.q == \order.asked.q && (!\order.asked.q || !passing) && (!\order.load_1.q || since_load == 1) && (!\order.loaded.q || since_load >= 2)
                             && (at != 11 || !\order.parse.q || (\order.loaded.q && !f_load)));
    end
    `COVER(a_frame_in_order, p_valid && p_eof && parses && since_load == 3)
    `COVER(an_end, f_end && f_commit)
    `COVER(a_frame_through_the_search, p_valid && searches && fresh)
endmodule
