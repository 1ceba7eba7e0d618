// Where a session's stream begins anew: at the first `8=FIX` of the payload that is its first byte or has SOH before it, or where it is
// known (docs/datapath.md, 3, rule 2). From there on each byte leaves once, unchanged; none before it does.
`include "formal.svh"
module search (input clock, input reset, input restart, input [18:0] first_seq, input known, input [18:0] known_seq, input s_valid,
               input [63:0] s_data, input [7:0] s_keep, input s_last, input flush);
    wire load, found, leaves, leaves_last;
    wire [18:0] start;
    wire [63:0] leaves_data;
    wire [7:0] leaves_keep;
    fixnic_core$order$search dut (.clock(clock), .restart(restart), .first_seq(first_seq), .known(known), .known_seq(known_seq),
        .s_valid(s_valid), .s_data(s_data), .s_keep(s_keep), .s_last(s_last), .flush(flush), .load(load), .start(start), .found(found),
        .m_valid(leaves), .m_data(leaves_data), .m_keep(leaves_keep), .m_last(leaves_last));
    // The reader's register.
    reg m_valid, m_last;
    reg [63:0] m_data;
    reg [7:0] m_keep;
    always @(posedge clock) {m_valid, m_last, m_data, m_keep} <= {leaves, leaves_last, leaves_data, leaves_keep};
    `PAST_VALID
    (* hierconn *) wire \dut.first.q , \dut.start_known.q , \dut.was_found.q , \dut.found_now.q , \dut.passing.q ;
    (* hierconn *) wire [18:0] \dut.number.q , \dut.start_seq.q , \dut.hit_number.q ;
    (* hierconn *) wire [2:0] \dut.hit_lane.q ;
    (* hierconn *) wire [7:0] \dut.hits.q ;
    (* hierconn *) wire [`StartClasses_bits-1:0] \dut.classes_0.q , \dut.classes_1.q ;
    (* hierconn *) wire [`SearchBeat_bits-1:0] \dut.stage_0.q , \dut.stage_1.q , \dut.stage_2.q , \dut.stage_3.q , \dut.stage_4.q , \dut.stage_5.q ;

    // One frame after the other: its bytes are contiguous, up to 256 beats of them; then it is flushed for so many clocks at most.
    reg [8:0] count;
    reg [5:0] flushed;
    reg ended;
    wire first = count == 0, shift = s_valid || flush;
    wire [7:0] lowest = s_keep & ~(s_keep << 1);
    always @(*) begin
        assume (!reset || restart);
        assume (!(restart && (s_valid || flush)));
        assume (!s_valid || (!ended && count != 256 && s_keep != 0 && (lowest & (lowest - 8'd1)) == 0));
        assume (!s_valid || ((first || s_keep[0]) && (s_last || s_keep[7])));
        assume (!flush || ((ended || (s_valid && s_last)) && flushed != 63));
    end
    reg known_1;
    reg [18:0] known_at;
    always @(posedge clock) begin
        count <= restart ? 0 : count + s_valid;
        ended <= !restart && (ended || (s_valid && s_last));
        flushed <= restart ? 0 : flushed + flush;
        if (restart) {known_1, known_at} <= {known, known_seq};
    end

    // The beats that were taken, the youngest first, and the TCP number of the youngest's lane 0; eight less for each one before.
    reg [5:0] valid, lasts, firsts; // firsts: the frame's first
    reg [63:0] data [0:5];
    reg [7:0] keep [0:5];
    reg [18:0] number;
    integer n;
    always @(posedge clock) begin
        if (shift) begin
            valid <= {valid[4:0], s_valid};
            lasts <= {lasts[4:0], s_last};
            firsts <= {firsts[4:0], s_valid && first};
            data[0] <= s_data;
            keep[0] <= s_keep;
            for (n = 1; n < 6; n = n + 1) begin data[n] <= data[n - 1]; keep[n] <= keep[n - 1]; end
            number <= number + 8;
        end
        if (restart) begin
            valid <= 0;
            firsts <= 0;
            number <= first_seq - 8;
        end
    end

    // Where the pattern ends in a beat, by its bytes and those of the beat before.
    function [7:0] ends(input is_valid, input is_first, input [63:0] this_data, input [7:0] this_keep, input [63:0] last_data, input [7:0] last_keep);
        reg [127:0] bytes;
        reg [15:0] kept;
        integer i;
        begin
            bytes = {this_data, last_data};
            kept = {this_keep, is_first ? 8'd0 : last_keep};
            for (i = 0; i < 8; i = i + 1)
                ends[i] = is_valid && &kept[i + 4 +: 5] && bytes[8 * (i + 4) +: 40] == "XIF=8" && (!kept[i + 3] || bytes[8 * (i + 3) +: 8] == 8'h01);
        end
    endfunction
    function [2:0] lowest_lane(input [7:0] lanes);
        lowest_lane = lanes[0] ? 0 : lanes[1] ? 1 : lanes[2] ? 2 : lanes[3] ? 3 : lanes[4] ? 4 : lanes[5] ? 5 : lanes[6] ? 6 : 7;
    endfunction
    wire [7:0] ends_in = ends(s_valid, first, s_data, s_keep, data[0], keep[0]);
    wire [7:0] ends_0 = ends(valid[0], firsts[0], data[0], keep[0], data[1], keep[1]), ends_1 = ends(valid[1], firsts[1], data[1], keep[1], data[2], keep[2]);
    // The first of them.
    reg seen;
    reg [18:0] seen_at, seen_beat;
    always @(posedge clock) begin
        if (s_valid && !seen && (known_1 ? first : |ends_in)) begin
            seen <= 1;
            seen_at <= known_1 ? number + 8 + lowest_lane(s_keep) : number + 8 + lowest_lane(ends_in) - 4;
            seen_beat <= number + 8;
        end
        if (restart) seen <= 0;
    end

    // What of a beat lies behind the start.
    function [7:0] behind(input [18:0] from, input [18:0] at);
        reg [18:0] distance;
        integer i;
        for (i = 0; i < 8; i = i + 1) begin
            distance = at + i - from;
            behind[i] = !distance[18];
        end
    endfunction
    wire [18:0] number_2 = number - 16, number_3 = number - 24, number_4 = number - 32, number_5 = number - 40, seen_for = number - seen_beat;
    function starts_in(input [18:0] from, input [18:0] at);
        reg [18:0] distance;
        begin
            distance = from - at;
            starts_in = distance < 8;
        end
    endfunction
    reg left, left_last;
    reg [7:0] left_keep;
    reg [63:0] left_data;
    reg loaded, started;
    reg [1:0] since_load;
    always @(posedge clock) begin
        left <= shift && valid[5] && seen && |(keep[5] & behind(seen_at, number_5));
        {left_keep, left_data, left_last} <= {keep[5] & behind(seen_at, number_5), data[5], lasts[5]};
        loaded <= !restart && (load || loaded);
        since_load <= load ? 1 : since_load + (since_load != 3);
        if (restart) started <= 0;
        else if (shift && valid[5] && seen && starts_in(seen_at, number_5)) started <= 1;
    end
    // Its beat is there until it has left; none is empty.
    wire [5:0] there;
    genvar g;
    generate for (g = 0; g < 6; g = g + 1) begin
        wire [18:0] in_beat = seen_at - (number - 19'd8 * g);
        assign there[g] = !(valid[g] && keep[g] == 0) && (!(seen && in_beat < 8) || (valid[g] && keep[g][in_beat[2:0]]));
    end endgenerate
    wire [18:0] before = seen_at - number_5, into = seen_at - seen_beat + 19'd8;
    wire seen_2 = seen && seen_for >= 16;
    wire [18:0] first_in_0 = number + (known_1 ? lowest_lane(keep[0]) : lowest_lane(ends_0) - 19'd4);
    wire [18:0] first_in_1 = number - 19'd8 + (known_1 ? lowest_lane(keep[1]) : lowest_lane(ends_1) - 19'd4);
    wire [18:0] told_next = \dut.hit_number.q + \dut.hit_lane.q ;
    reg was_restart, load_1;
    always @(posedge clock) {was_restart, load_1} <= {restart, load};

    // Classes that the block keeps of a beat: `=`, `8`, `F`, `I`, `X`, SOH; before the first beat SOH in lane 7.
    function [7:0] lanes(input is_valid, input [63:0] of, input [7:0] kept, input [7:0] character);
        integer i;
        for (i = 0; i < 8; i = i + 1) lanes[i] = is_valid && kept[i] && of[8 * i +: 8] == character;
    endfunction
    wire [7:0] low_0 = keep[0] & ~(keep[0] << 1), low_1 = keep[1] & ~(keep[1] << 1), low_2 = keep[2] & ~(keep[2] << 1);
    wire [7:0] soh_0 = first ? 8'h80 : lanes(valid[0], data[0], keep[0], 8'h01) | (firsts[0] ? low_0 >> 1 : 8'd0);
    wire [7:0] soh_1 = firsts[0] ? 8'h80 : lanes(valid[1], data[1], keep[1], 8'h01) | (firsts[1] ? low_1 >> 1 : 8'd0);
    wire [`StartClasses_bits-1:0] c0 = \dut.classes_0.q , c1 = \dut.classes_1.q ;
    wire [7:0] keep_2 = seen_2 && starts_in(seen_at, number_2) ? keep[2] & behind(seen_at, number_2) : keep[2];
    wire [7:0] keep_3 = seen_2 && starts_in(seen_at, number_3) ? keep[3] & behind(seen_at, number_3) : keep[3];
    wire [7:0] keep_4 = seen_2 && starts_in(seen_at, number_4) ? keep[4] & behind(seen_at, number_4) : keep[4];
    wire [7:0] keep_5 = seen_2 && starts_in(seen_at, number_5) ? keep[5] & behind(seen_at, number_5) : keep[5];
    wire [`SearchBeat_bits-1:0] b0 = \dut.stage_0.q , b1 = \dut.stage_1.q , b2 = \dut.stage_2.q , b3 = \dut.stage_3.q , b4 = \dut.stage_4.q , b5 = \dut.stage_5.q ;
    `define SAME(b, n, k, s) (b[`SearchBeat_valid] == valid[n] && (!valid[n] || (b[`SearchBeat_data] == data[n] && b[`SearchBeat_last] == lasts[n] && b[`SearchBeat_keep] == k && b[`SearchBeat_starts] == (s))))

    always @(posedge clock) if (running) begin
        the_start_is_the_first_of_the_payload: assert (!load_1 || was_restart || (seen && start == (known_1 ? known_at : seen_at)));
        it_is_told_once: assert (!(load && loaded));
        each_byte_from_the_start_on_leaves_and_no_other: assert (m_valid == left && (!m_valid || (m_keep == left_keep && m_data == left_data)));
        the_last_beat_is_told: assert (!m_valid || m_last == left_last);
        the_start_is_told_three_clocks_before_its_beat: assert (!m_valid || (loaded && since_load == 3));
        eight_clocks_empty_it: assert (flushed < 8 || (valid == 0 && !m_valid));
        lemma_number: assert (\dut.number.q == number - 19'd12);
        lemma_known: assert (\dut.start_known.q == known_1);
        lemma_first: assert (\dut.first.q == first);
        lemma_frame: assert ((!first || (valid == 0 && !seen && !ended && firsts == 0)) && (flushed == 0 || ended) && count <= 256 && (count != 1 || ended || firsts[0]) && (!firsts[0] || (valid[0] && count == 1)));
        lemma_flushed: assert ((flushed < 2 || !valid[0]) && (flushed < 3 || !valid[1]) && (flushed < 4 || !valid[2]) && (flushed < 5 || !valid[3]) && (flushed < 6 || !valid[4]) && (flushed < 7 || !valid[5]));
        lemma_keep: assert ((!valid[0] || (low_0 & (low_0 - 8'd1)) == 0) && (!valid[1] || (low_1 & (low_1 - 8'd1)) == 0) && (!valid[2] || (low_2 & (low_2 - 8'd1)) == 0) && (!valid[0] || firsts[0] || keep[0][0]) && (!valid[1] || firsts[1] || keep[1][0]) && (!valid[2] || firsts[2] || keep[2][0]) &&
            (!valid[0] || ended || keep[0][7]) && (!valid[0] || !valid[1] || keep[1][7]) && (!valid[1] || !valid[2] || keep[2][7]) && (!valid[2] || !valid[3] || keep[3][7]));
        lemma_contiguous: assert ((first || ended || valid[0]) && (valid[4:0] & ~valid[5:1] & ~firsts[4:0]) == 0 && (firsts & ~valid) == 0 && (firsts & (firsts - 6'd1)) == 0 && (firsts == 0 || {1'b0, valid} < {firsts, 1'b0}));
        lemma_start: assert (!seen || (seen_for[2:0] == 0 && into < 16 && seen_for <= {count + flushed, 3'd0} && (!known_1 || starts_in(seen_at, seen_beat))));
        lemma_there: assert (&there);
        lemma_started: assert (\dut.passing.q == started && started == (seen && before[18]));
        lemma_load: assert (\dut.found_now.q == load && (!load || (seen && seen_for == 16)) && (loaded || !load_1 || was_restart) && (!seen_2 || load || loaded) && (!loaded || (seen_2 && since_load != 0 && (since_load == 3 || seen_for <= 16 + 8 * since_load))) && (!load || \dut.was_found.q ));
        lemma_same: assert (`SAME(b0, 0, keep[0], 0) && `SAME(b1, 1, keep[1], 0) && `SAME(b2, 2, keep_2, seen_2 && starts_in(seen_at, number_2)) && `SAME(b3, 3, keep_3, seen_2 && starts_in(seen_at, number_3)) &&
            `SAME(b4, 4, keep_4, seen_2 && starts_in(seen_at, number_4)) && `SAME(b5, 5, keep_5, seen_2 && starts_in(seen_at, number_5)));
        lemma_classes: assert (c0 == {lanes(valid[0], data[0], keep[0], "X"), lanes(valid[0], data[0], keep[0], "I"), lanes(valid[0], data[0], keep[0], "F"), lanes(valid[0], data[0], keep[0], "="), lanes(valid[0], data[0], keep[0], "8"), soh_0} &&
            (first || c1 == {lanes(valid[1], data[1], keep[1], "X"), lanes(valid[1], data[1], keep[1], "I"), lanes(valid[1], data[1], keep[1], "F"), lanes(valid[1], data[1], keep[1], "="), lanes(valid[1], data[1], keep[1], "8"), soh_1}));
        lemma_hits: assert (\dut.hits.q == ends_1 && \dut.was_found.q == seen_2);
        lemma_first_seen: assert (!seen || ((seen_for != 0 || (seen_at == first_in_0 && (known_1 ? firsts[0] : ends_0 != 0 && ends_1 == 0))) &&
            (seen_for != 8 || (seen_at == first_in_1 && (known_1 ? firsts[1] : ends_1 != 0)))));
        lemma_told: assert (known_1 ? start == known_at : !seen_2 || (load ? told_next == seen_at : start == seen_at));
        lemma_seen: assert ((seen || known_1 || (ends_0 == 0 && ends_1 == 0)) && (!known_1 || (seen == !first)));
    end
    `COVER(a_start_across_two_beats, load && !known_1 && seen_at[2:0] != number_3[2:0] && starts_in(seen_at, number_3))
    `COVER(a_known_start, load && known_1)
    `COVER(the_first_byte_is_a_start, load && !known_1 && firsts[3] && seen_at == number_3 + 19'd5)
    `COVER(a_start_behind_others, load && !known_1 && count == 6 && seen_at == number_2)
endmodule
