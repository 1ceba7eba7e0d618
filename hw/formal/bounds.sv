// Where a message ends (docs/datapath.md, 4.5), of one session, whichever, among all others: exactly BodyLength and a trailer behind
// the SOH that closed BodyLength, wherever frames are cut and whatever other sessions' frames come between. The stream's beats are as
// `stream` proves them; BodyLength may close anywhere in a header, and its sum comes four clocks later.
`include "formal.svh"
module bounds (input clock, input [2:0] token, input [9:0] session, input fresh, input [18:0] fresh_end, input [3:0] count, input ends_frame,
               input closes, input [16:0] body_length, input [18:0] end_low, input [16:0] end_high, input replay);
    (* anyconst *) wire [9:0] looked_at;
    reg [3:0] age = 0;
    always @(posedge clock) age <= age + (age != 15);
    wire running = age > 10;
    // Tokens and slots: a slot has new bytes from three clocks after the load token to the end token's clock.
    wire load = token[`Token_load], ends = token[`Token_end], save = token[`Token_save];
    reg open, load_1, load_2, was_empty, last_saved;
    reg [3:0] saves, ended;
    reg [3:0] since_load, since_end;
    reg [9:0] of_1, of_2;
    wire slot = count != 0;
    reg used;
    always @(posedge clock) begin
        open <= running && (load || (open && !ends));
        if (ends) {was_empty, last_saved} <= {!used && !slot, save};
        used <= running && !load && (used || slot);
        since_load <= !running ? 15 : load ? 1 : since_load + (since_load != 15);
        since_end <= !running ? 15 : ends ? 1 : since_end + (since_end != 15);
        {load_2, load_1} <= {load_1, load};
        {of_2, of_1} <= {of_1, session};
    end
    always @(*) begin
        assume (running || !(load || ends || slot));
        assume (!load || (since_load >= 4 && since_end >= 4 && !ends && !slot && !(open && used)));
        assume (!(load && was_empty) || since_end >= 8); // a command: the next load comes after its end has left
        assume (!ends || (open && since_load >= 2));
        assume (!save || ends);
        assume (!slot || (open && since_load >= 3 && count <= 8));
        assume (replay == load_2);
    end
    always @(posedge clock) if (since_load >= 1 && since_load <= 3) assume ($stable({fresh, fresh_end}));

    // The session: the next byte of its stream, the end of its message, or of the last one until BodyLength has closed.
    reg loaded, mine, known, known_kept, body, body_kept;
    reg [18:0] gone, gone_kept, finish, finish_kept;
    reg [3:0] slots, slots_kept; // behind the one in which a message ended
    wire [18:0] upto = gone + {15'd0, count}, behind = gone - finish, behind_upto = upto - finish;
    wire [7:0] from = 8'hFF << gone[2:0], until = 8'hFF >> (3'd0 - upto[2:0]);
    wire [7:0] new_lanes = !slot ? 8'd0 : from & until;
    wire sure = mine && known;
    // A slot does not pass its beat. Once a header is longer than it may be, framing is lost, and the session starts anew (4.2).
    always @(*) assume (!slot || {1'b0, gone[2:0]} + count <= 8);
    wire overdue = slot && !body && behind > 19'd40;
    // BodyLength closes in the slot, 11 bytes behind the last message's end or more; a body has 41 to 99,999 bytes.
    (* anyseq *) wire [18:0] closed_at;
    wire [18:0] header = closed_at - finish, in_slot = closed_at - gone;
    wire closes_here = closes && slot && sure;
    always @(*) assume (!closes_here || (!body && header >= 19'd11 && header <= 19'd48 && in_slot < {15'd0, count} && body_length >= 41 && body_length <= 99999));
    wire [18:0] finish_next = closed_at + {2'd0, body_length} + 19'd7;
    wire ends_here = slot && body && (finish - gone) < {15'd0, count};
    reg [3:0] closed;
    reg [18:0] sum_1, sum_2, sum_3, sum_4, old_1, old_2, old_3, old_4;
    always @(posedge clock) begin
        closed <= !running ? 0 : {closed[2:0], closes_here};
        {sum_4, sum_3, sum_2, sum_1} <= {sum_3, sum_2, sum_1, finish_next};
        if (closes_here) old_1 <= finish;
    end
    wire end_known = closed[3];
    always @(*) assume (!end_known || end_low + {2'd0, end_high} == sum_4);
    always @(posedge clock) begin
        loaded <= running && (load_2 || loaded);
        if (load_2) begin
            mine <= of_2 == looked_at;
            known <= known_kept || fresh;
            gone <= fresh ? fresh_end + 19'd1 : gone_kept;
            finish <= fresh ? fresh_end : finish_kept;
            body <= !fresh && body_kept;
            slots <= fresh ? 0 : slots_kept;
        end else begin
            gone <= upto;
            if (overdue && !closes_here) known <= 0;
            if (closes_here) {body, finish} <= {1'b1, finish_next};
            else if (ends_here) body <= 0;
            if (slot) slots <= ends_here ? 0 : slots + (slots != 15);
        end
        if (!running) {mine, known, known_kept} <= 0;
        else if (saves[0] && mine) {known_kept, gone_kept, body_kept, finish_kept, slots_kept} <= {known, gone, body, finish, slots};
    end

    wire [15:0] beat = gone[18:3], next_beat = beat + 16'd1, beat_out;
    wire [7:0] shown_out, new_out;
    wire whole_out, remember_out, ends_out;
    wire [2:0] token_out;
    wire [9:0] session_out;
    wire [`Bounds_bits-1:0] masks;
    wire [18:0] message_end, saved_end;
    (* anyseq *) wire [15:0] any_beat;
    (* anyseq *) wire [7:0] any_lanes;
    // Beats of the other sessions may be any.
    wire [15:0] beat_in = sure ? beat : any_beat;
    wire [7:0] new_in = sure ? new_lanes : slot ? any_lanes : 8'd0;
    wire [15:0] next_in = beat_in + 16'd1;
    fixnic_core$path$boundary dut (.clock(clock), .fresh(fresh), .fresh_end(fresh_end), .beat(beat_in), .next_beat(next_in),
        .shown(8'hFF), .new_lanes(new_in), .whole(new_in[7]), .remember(new_in[7] || replay), .token(token), .session(session), .end_known(end_known_any),
        .end_low(end_low), .end_high(end_high), .beat_out(beat_out), .shown_out(shown_out), .new_lanes_out(new_out), .whole_out(whole_out),
        .remember_out(remember_out), .token_out(token_out), .session_out(session_out), .bounds(masks), .ends_here_out(ends_out),
        .message_end_out(message_end), .saved_end(saved_end));
    // So may their ends, up to four clocks behind their frames.
    (* anyseq *) wire any_end_known;
    reg [3:0] others;
    always @(posedge clock) others <= !running ? 0 : {others[2:0], slot && !sure};
    wire end_known_any = end_known || (any_end_known && others[3]);
    (* hierconn *) wire [9:0] \dut.saved.ram.watched , \dut.saved.owner.q , \dut.saved.session_1.q , \dut.saved.session_2.q ;
    (* hierconn *) wire [`BoundaryContext_bits-1:0] \dut.saved.ram.word , \dut.saved.ram.read_data , \dut.saved.fetched.q ;
    (* hierconn *) wire \dut.saved.load_1.q , \dut.saved.load_2.q , \dut.ends_here.q , \dut.ended_before.q , \dut.kept.q , \dut.save_1.q , \dut.save_2.q , \dut.save_3.q , \dut.save_4.q ;
    (* hierconn *) wire [2:0] \dut.slot_token.q ;
    always @(*) assume (\dut.saved.ram.watched == looked_at);

    // The slot before, and what the rules say of its lanes.
    reg sure_1, slot_1, body_1, saving, saved_mine;
    reg [18:0] gone_1, finish_1;
    reg [7:0] new_1, shown_1;
    reg [18:0] ended_at;
    always @(posedge clock) begin
        {sure_1, slot_1, body_1, gone_1, finish_1, new_1, shown_1} <= {sure, slot, body, gone, finish, new_lanes, until};
        ended <= !running ? 0 : {ended[2:0], ends_here && sure};
        if (ends_here && sure) ended_at <= finish;
        saves <= !running ? 0 : {saves[2:0], save};
        if (saves[0]) saved_mine <= mine;
    end
    wire [7:0] at_end, at_body_end, at_fifth, in_trailer, behind_end, up_to_body_end;
    genvar i;
    generate for (i = 0; i < 8; i = i + 1) begin
        wire [18:0] place = {gone_1[18:3], i[2:0]}, to_end = finish_1 - place;
        assign at_end[i] = to_end == 0, at_body_end[i] = to_end == 19'd7, at_fifth[i] = place == finish_1 + 19'd5;
        assign in_trailer[i] = to_end < 19'd7, up_to_body_end[i] = to_end >= 19'd7 && to_end < 19'h40000, behind_end[i] = to_end >= 19'h40000;
    end endgenerate
    wire here = running && sure_1 && slot_1;
    wire [7:0] of = new_1, all = shown_1; // those that are shown again are cut as before
    wire pending = |closed;
    wire [18:0] said = pending ? old_1 : finish; // what the block has been told
    wire [`BoundaryContext_bits-1:0] word = \dut.saved.ram.word ;
    // The word in memory is the session's when its end has been stored, five clocks behind the end token.
    wire stored = !((saves[0] ? mine : saved_mine) && save_pending);
    wire [15:0] to_finish = finish[18:3] - gone[18:3];
    wire [18:0] behind_old = gone - old_1;
    wire save_pending = |saves || \dut.save_4.q ;

    always @(posedge clock) if (running) begin
        a_message_ends_where_body_length_says: assert (!here || (masks[`Bounds_end] & of) == (at_end & of));
        its_body_ends_seven_bytes_before: assert (!here || (masks[`Bounds_body_end] & of) == (at_body_end & of));
        the_sum_leaves_out_the_trailer: assert (!here || (masks[`Bounds_summed] & of) == (~in_trailer & of));
        the_body_ends_before_the_trailer: assert (!here || ((masks[`Bounds_body] & all & in_trailer) == 0 && (all & up_to_body_end & ~masks[`Bounds_body]) == 0 && (!ends_out || (masks[`Bounds_body] & all & behind_end) == 0)));
        the_beat_of_the_end_is_told: assert (!here || ends_out == (finish_1[18:3] == gone_1[18:3]));
        the_next_message_follows_it: assert (!here || !(ends_out || !body_1) || (masks[`Bounds_following] & of) == (behind_end & of));
        the_fifth_byte_is_the_next_message_s: assert (!here || (masks[`Bounds_fifth] & of) == (at_fifth & of));
        the_end_stands_for_its_verdict: assert (!(ended[3] && mine) || message_end == ended_at);
        lemma_apart: assert (!(ends_here && sure) || slots >= 6);
        lemma_tokens: assert ({\dut.saved.load_1.q , \dut.saved.load_2.q , \dut.saved.session_1.q , \dut.saved.session_2.q } == {load_1, load_2, of_1, of_2} && load_1 == (since_load == 1) && load_2 == (since_load == 2) && (!(open && since_load >= 3) || loaded) && (!used || (loaded && since_load >= 4)));
        lemma_order: assert ((!open || since_end == 15 || since_end >= since_load + 5'd4) && (open || since_load >= since_end) && (since_load != 1 || !used));
        lemma_saves: assert (saves == {\dut.save_3.q , \dut.save_2.q , \dut.save_1.q , \dut.slot_token.q [2]} && (!saves[0] || (since_end == 1 && since_load >= 3)) && (!saves[1] || since_end == 2) && (!saves[2] || since_end == 3) && (!saves[3] || since_end == 4) && (!\dut.save_4.q || since_end == 5) && (!save_pending || (loaded && (was_empty || \dut.kept.q ))));
        lemma_closed: assert ((closed == 0 || (sure && body)) && (!closed[0] || (open ? used && since_load >= 4 : since_end <= 1)) && (!closed[1] || (open ? used && since_load >= 5 : since_end <= 2)) && (!closed[2] || (open ? used && since_load >= 6 : since_end <= 3)) && (!closed[3] || (open ? used && since_load >= 7 : since_end <= 4)));
        lemma_others: assert ((others == 0 || !sure) && (!others[0] || (open ? used && since_load >= 4 : since_end <= 1)) && (!others[1] || (open ? used && since_load >= 5 : since_end <= 2)) && (!others[2] || (open ? used && since_load >= 6 : since_end <= 3)) && (!others[3] || (open ? used && since_load >= 7 : since_end <= 4)));
        lemma_owner: assert (!loaded || (\dut.saved.owner.q == looked_at) == mine);
        lemma_said: assert (!sure || since_load < 3 || message_end == said);
        lemma_here: assert (!sure || since_load < 3 || (\dut.ends_here.q == (beat == said[18:3]) && (\dut.ended_before.q == (beat - 16'd1 == said[18:3]))));
        lemma_finish: assert (!sure || (body ? finish - gone < 19'h20000 && finish - gone + {12'd0, slots, 3'd0} >= 19'd51 : behind - 19'd1 < 19'd56 && behind - 19'd1 <= {12'd0, slots, 3'd7}));
        lemma_kept: assert (!known_kept || (body_kept ? finish_kept - gone_kept < 19'h20000 && finish_kept - gone_kept + {12'd0, slots_kept, 3'd0} >= 19'd51 : gone_kept - finish_kept - 19'd1 < 19'd56 && gone_kept - finish_kept - 19'd1 <= {12'd0, slots_kept, 3'd7}));
        lemma_same: assert ((!\dut.kept.q || !loaded || !(open && since_load >= 3)) && (!known_kept || loaded) && (!((\dut.kept.q || save_pending) && mine && known_kept && !saves[0]) || (known && {gone, finish, body, slots} == {gone_kept, finish_kept, body_kept, slots_kept})));
        lemma_sums: assert ((closed & (closed - 4'd1)) == 0 && (!closed[0] || sum_1 == finish) && (!closed[1] || sum_2 == finish) && (!closed[2] || sum_3 == finish) && (!closed[3] || sum_4 == finish));
        lemma_far: assert ((closed == 0 || (behind_old >= 19'd12 && behind_old < 19'd128)) && (!closed[0] || to_finish >= 16'd5) && (!closed[1] || to_finish >= 16'd4) && (!closed[2] || to_finish >= 16'd3) && (!closed[3] || to_finish >= 16'd2));
        lemma_keeps: assert (!(last_saved && !was_empty && (since_end <= 5 || (load_1 && since_end <= 6) || (load_2 && since_end <= 7))) || \dut.kept.q );
        lemma_read: assert ((!(load_1 && of_1 == looked_at && known_kept && (since_end >= 7 || !(last_saved && mine))) || \dut.saved.ram.read_data == word) &&
            (!(load_2 && of_2 == looked_at && known_kept && (since_end >= 8 || !(last_saved && mine))) || \dut.saved.fetched.q == word));
        lemma_ended: assert (!(ended != 0 && sure) || said == ended_at);
        lemma_saved: assert ((!save_pending || last_saved) && (!(load_1 && was_empty) || since_end >= 9) && (!(load_2 && was_empty) || since_end >= 10) && (!(load_1 || load_2) || since_end >= 5) && (!load_2 || since_end >= 6) && (!save_pending || saves[0] || saved_mine == mine));
        lemma_word: assert (!known_kept || !stored || (word[`BoundaryContext_message_end] == finish_kept && word[`BoundaryContext_ends_here] == (gone_kept[18:3] == finish_kept[18:3]) &&
            word[`BoundaryContext_ended_before] == (gone_kept[18:3] - 16'd1 == finish_kept[18:3])));
    end
    // Ten clocks without a token leave none in the block.
    always @(posedge clock) if (!running)
        lemma_quiet: assert ((age < 2 || (\dut.slot_token.q == 0 && !\dut.saved.load_1.q )) && (age < 3 || !(\dut.save_1.q || \dut.saved.load_2.q )) && (age < 4 || !\dut.save_2.q ) && (age < 5 || !\dut.save_3.q ) && (age < 6 || !\dut.save_4.q ));
    `COVER(a_message_ends, here && (masks[`Bounds_end] & of) != 0 && known_kept)
    `COVER(an_end_comes_behind_its_frame, end_known && since_end == 3 && saved_mine && saves != 0)
    `COVER(its_next_frame_is_there_before_it_is_stored, load && \dut.save_3.q && session == looked_at && mine && closed != 0)
endmodule
