// From payload beats to the stream's beats, of one session, whichever, among all others: each parsed byte comes once, in order, in the
// lane and the beat of its TCP number, and what earlier frames left of a beat comes again as it was (docs/datapath.md, "stream beat").
`include "formal.svh"
module stream (input clock, input [2:0] token, input [9:0] session, input fresh, input [15:0] fresh_beat, input [2:0] rotation,
               input [2:0] lane, input valid, input [63:0] data, input [7:0] keep, input eof);
    (* anyconst *) wire [9:0] looked_at;
    reg [3:0] age = 0;
    always @(posedge clock) age <= age + (age != 15);
    wire reset = age < 10, running = age > 10;
    wire [63:0] beat_data, data_out;
    wire [7:0] shown, new_lanes, shown_out, new_out;
    wire whole, replay, whole_out, remember;
    wire [2:0] token_1, token_2;
    wire [9:0] session_1, session_2;
    wire [15:0] beat, next_beat;
    fixnic_core$path$align align (.clock(clock), .reset(reset), .fresh(fresh), .token(token), .session(session), .rotation(rotation),
        .lane(lane), .valid(valid), .data(data), .keep(keep), .eof(eof), .beat_data(beat_data), .shown(shown), .new_lanes(new_lanes),
        .whole(whole), .replay(replay), .token_out(token_1), .session_out(session_1));
    fixnic_core$path$classify classify (.clock(clock), .fresh(fresh), .fresh_beat(fresh_beat), .data(beat_data), .shown(shown),
        .new_lanes(new_lanes), .whole(whole), .replay(replay), .token(token_1), .session(session_1), .data_out(data_out),
        .shown_out(shown_out), .new_lanes_out(new_out), .whole_out(whole_out), .remember(remember), .token_out(token_2),
        .session_out(session_2), .beat(beat), .next_beat(next_beat));
    (* hierconn *) wire [9:0] \align.saved.ram.watched , \classify.saved.ram.watched , \align.saved.owner.q , \classify.saved.owner.q ;
    (* hierconn *) wire [`AlignContext_bits-1:0] \align.saved.ram.word ;
    (* hierconn *) wire [15:0] \classify.saved.ram.word , \classify.open_beat.q ;
    (* hierconn *) wire [63:0] \align.open.q , \align.last_whole.q , \align.held.q ;
    (* hierconn *) wire [7:0] \align.held_lanes.q , \align.this_beat.q , \align.earlier.q ;
    (* hierconn *) wire [2:0] \align.frame_rotation.q ;
    (* hierconn *) wire \align.first.q , \align.ended.q , \align.store.q ;
    always @(*) assume (\align.saved.ram.watched == looked_at && \classify.saved.ram.watched == looked_at);

    // Frames as FixPath's ports have them.
    wire load = token[`Token_load], ends = token[`Token_end], save = token[`Token_save];
    reg open, used, closed, load_1, load_2, load_3, ends_1, ends_2, save_1, save_2;
    reg [2:0] since_load, since_end;
    reg [9:0] of_1, of_2;
    always @(posedge clock) begin
        open <= !reset && (load || (open && !ends));
        used <= !reset && !load && (used || valid);
        closed <= !reset && !load && (closed || (valid && eof));
        since_load <= reset ? 7 : load ? 1 : since_load + (since_load != 7);
        since_end <= reset ? 7 : ends ? 1 : since_end + (since_end != 7);
        {load_3, load_2, load_1} <= reset ? 0 : {load_2, load_1, load};
        {save_2, save_1, ends_2, ends_1} <= reset ? 0 : {save_1, save, ends_1, ends};
        {of_2, of_1} <= {of_1, session};
    end
    always @(*) begin
        assume (running || !(load || ends || valid));
        assume (!load || (since_load >= 4 && since_end >= 4 && !ends && !valid && !(open && used)));
        assume (!ends || (open && !valid && (closed || !used)));
        assume (!save || (ends && since_load >= 2));
        assume (!valid || (open && since_load >= 3 && !closed && keep != 0));
    end
    always @(posedge clock) if (since_load >= 2 && since_load <= 4) assume ($stable({fresh, fresh_beat}));

    // The session's stream: the TCP number of the next byte to come and of the next to leave, and the byte with one number, whichever.
    (* anyconst *) wire [18:0] number;
    reg loaded, mine, known, known_kept, seen, seen_kept, seen_1;
    reg [18:0] come, come_kept, gone, gone_1;
    reg [7:0] value, value_kept, value_1;
    reg [2:0] turned;
    wire [7:0] lowest = keep & -keep;
    wire [2:0] first_lane = {|(lowest & 8'hF0), |(lowest & 8'hCC), |(lowest & 8'hAA)};
    wire [2:0] first_place = first_lane + turned, its_lane = number[2:0] - turned;
    // Its payload is contiguous from beat to beat, and the first byte of the frame is the next one of the stream (order, feed).
    wire [8:0] run = {1'b0, keep} + {1'b0, lowest};
    always @(*) if (valid) assume (((run & (run - 9'd1)) == 0) && (used ? keep[0] : 1) && (eof || keep[7]));
    always @(*) if (valid && mine && !used) assume (first_place == come[2:0]);
    always @(*) if (load_2 && of_2 == looked_at && known_kept && !fresh) assume (lane == come_kept[2:0]);
    wire [3:0] count = keep[0] + keep[1] + keep[2] + keep[3] + keep[4] + keep[5] + keep[6] + keep[7];
    wire [3:0] left = new_lanes[0] + new_lanes[1] + new_lanes[2] + new_lanes[3] + new_lanes[4] + new_lanes[5] + new_lanes[6] + new_lanes[7];
    wire [18:0] behind_come = number - come, behind_gone = number - gone, behind_gone_1 = number - gone_1;
    wire comes = valid && behind_come < {15'd0, count};
    // Before a start, in its beat and the one before, stands 0, no character of any pattern.
    wire [18:0] ahead_of_start = {fresh_beat, lane} - 19'd1 - number;
    wire before_start = ahead_of_start < {15'd0, 1'b1, lane};
    always @(posedge clock) begin
        loaded <= !reset && (load_2 || loaded);
        if (load_2) begin
            mine <= of_2 == looked_at;
            known <= known_kept || fresh;
            come <= fresh ? {fresh_beat, lane} : come_kept;
            gone <= fresh ? {fresh_beat, lane} : come_kept;
            {seen, value} <= fresh ? {before_start, 8'd0} : {seen_kept, value_kept};
            turned <= rotation;
        end else begin
            if (valid) come <= come + {15'd0, count};
            if (comes) {seen, value} <= {1'b1, data[8 * its_lane +: 8]};
            gone <= gone + {15'd0, left};
        end
        {gone_1, seen_1, value_1} <= {gone, seen, value};
        if (reset) {mine, known, known_kept} <= 0;
        else if (save_2 && mine) {known_kept, come_kept, seen_kept, value_kept} <= {known, come, seen, value};
    end
    wire sure = mine && known && since_load >= 4;
    reg sure_1, replay_1;
    always @(posedge clock) {sure_1, replay_1} <= {sure, replay};
    wire [7:0] below = (8'd1 << gone_1[2:0]) - 8'd1, upto = new_out | below;
    wire [8:0] upto_run = {1'b0, upto} + 9'd1;
    wire [7:0] before = (8'd1 << gone[2:0]) - 8'd1;
    wire [7:0] held = \align.held_lanes.q , slot_upto = new_lanes | before;
    wire [8:0] slot_run = {1'b0, slot_upto} + 9'd1;
    wire [3:0] held_count = held[0] + held[1] + held[2] + held[3] + held[4] + held[5] + held[6] + held[7];
    wire placed_here = mine && known && since_load >= 3;
    wire [18:0] at_least = gone + {15'd0, left}, waiting = come - at_least; // from the first byte that is held
    wire [18:0] behind_held = number - at_least;
    wire [7:0] held_right = held_count == 0 ? 8'd0 : ((8'd1 << come[2:0]) - 8'd1) & ~((8'd1 << at_least[2:0]) - 8'd1);
    // The looked-at byte stands in the open beat, in the last whole one.
    wire in_open = seen && number[18:3] == gone[18:3] && number[2:0] < gone[2:0], in_whole = seen && number[18:3] == gone[18:3] - 16'd1;
    wire kept_open = seen_kept && number[18:3] == come_kept[18:3] && number[2:0] < come_kept[2:0], kept_whole = seen_kept && number[18:3] == come_kept[18:3] - 16'd1;
    wire shows = seen_1 && number[18:3] == gone_1[18:3] && upto[number[2:0]], slot_shows = seen && number[18:3] == gone[18:3] && slot_upto[number[2:0]];
    wire [5:0] at = {number[2:0], 3'd0};
    wire [63:0] kept_open_beat = \align.saved.ram.word [127:64], kept_whole_beat = \align.saved.ram.word [63:0];

    always @(posedge clock) if (running) begin
        new_bytes_continue_the_stream: assert (!(sure_1 && new_out != 0) || ((new_out & below) == 0 && new_out[gone_1[2:0]] && (upto_run & (upto_run - 9'd1)) == 0 && beat == gone_1[18:3]));
        they_are_the_bytes_that_came: assert (!(sure_1 && new_out != 0 && shows) || data_out[at +: 8] == value_1);
        the_beat_is_shown_from_its_first_lane: assert (!(sure_1 && new_out != 0) || shown_out == upto);
        a_beat_is_whole_with_its_last_lane: assert (!(sure_1 && new_out != 0) || (whole_out == new_out[7] && next_beat == beat + 16'd1));
        no_byte_is_kept_back: assert (!(ends_2 && mine && known) || gone == come);
        no_byte_is_invented: assert (!(mine && known) || come - gone <= 19'd15);
        the_last_whole_beat_comes_again: assert (!(replay_1 && mine && known) || (remember && shown_out == 8'hFF && new_out == 0 && (!in_whole || data_out[at +: 8] == value)));
        lemma_tokens: assert (load_1 == (since_load == 1) && load_2 == (since_load == 2) && load_3 == (since_load == 3) && ends_1 == (since_end == 1) && ends_2 == (since_end == 2) && (ends_1 || !save_1) && (ends_2 || !save_2) &&
            token_1 == {save_1, ends_1, load_1} && token_2 == {save_2, ends_2, load_2} && \align.store.q == save_2);
        lemma_owner: assert (!loaded || ((\align.saved.owner.q == looked_at) == mine && (since_load == 3 || (\classify.saved.owner.q == looked_at) == mine)));
        lemma_open: assert ((!(open && since_load >= 3) || loaded) && (!used || (loaded && since_load >= 4)) && (!closed || used));
        lemma_frame: assert (!(loaded && since_load >= 3) || (\align.frame_rotation.q == turned && \align.this_beat.q == 8'hFF << turned));
        lemma_replay: assert (replay == load_3);
        lemma_number: assert (!sure || \classify.open_beat.q == gone[18:3]);
        lemma_waits: assert (!placed_here || (waiting == {15'd0, held_count} && (!\align.ended.q || closed) && (held_count == 0 || ((\align.ended.q || !closed) && used)) && waiting <= 19'd7));
        lemma_held: assert (!placed_here || (held == held_right && (!(behind_held < waiting) || (seen && \align.held.q [at +: 8] == value))));
        lemma_turned: assert (!placed_here || ((!used || closed || come[2:0] == turned) && (used || (\align.first.q && gone == come))));
        lemma_first: assert (!placed_here || (\align.first.q ? left == 0 && \align.earlier.q == (8'd1 << at_least[2:0]) - 8'd1 : used && (held_count == 0 && closed || at_least[2:0] == 0)));
        lemma_slot: assert (!sure || new_lanes == 0 || ((new_lanes & before) == 0 && new_lanes[gone[2:0]] && (slot_run & (slot_run - 9'd1)) == 0 && (!slot_shows || beat_data[at +: 8] == value) && shown == slot_upto));
        lemma_session: assert (!sure || ((!in_whole || \align.last_whole.q [at +: 8] == value) && (new_lanes != 0 || !in_open || \align.open.q [at +: 8] == value)));
        lemma_kept: assert (!known_kept || ((!kept_open || kept_open_beat[at +: 8] == value_kept) && (!kept_whole || kept_whole_beat[at +: 8] == value_kept) && \classify.saved.ram.word == come_kept[18:3]));
    end
    `COVER(a_beat_of_two_frames, sure_1 && new_out == 8'hF0 && known_kept && shows && value_1 == 8'h38 && number[2:0] == 1)
    `COVER(a_spilled_beat, sure && new_lanes != 0 && since_end == 1)
    `COVER(a_frame_of_three_beats, sure_1 && new_out == 8'h07 && gone_1[4:3] == 2)
endmodule
