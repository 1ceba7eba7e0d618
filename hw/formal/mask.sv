// Which matches count (docs/datapath.md, 4), of one session, whichever, among all others: the characters of a message are read one by one, from its first to its last, and
// what mask and digits tell of a slot is what its new characters say, wherever frames are cut and whatever other sessions' frames come between. The stream's beats are as
// `stream` proves them, the matches as `patterns` does, the message's end as `bounds` does.
`include "formal.svh"
`include "characters.svh"
module mask (input clock, input [2:0] token, input [9:0] session, input fresh, input [2:0] fresh_lane, input [3:0] count, input [63:0] data, input [7:0] shown, input [15:0] beat,
             input [`Bounds_bits-1:0] bounds, input ends_here, input [16:0] length);
    (* anyconst *) wire [9:0] looked_at;
    reg [3:0] age = 0;
    always @(posedge clock) age <= age + (age != 15);
    wire running = age > 10;
    // Tokens and slots: a slot comes from three clocks after the load token to the end token's clock.
    wire load = token[`Token_load], ends = token[`Token_end], save = token[`Token_save], slot = count != 0;
    reg open, used, load_1, load_2, save_1;
    reg [2:0] since_load, since_end;
    reg [9:0] of_1, of_2;
    always @(posedge clock) begin
        open <= running && (load || (open && !ends));
        used <= running && !load && (used || slot);
        since_load <= !running ? 7 : load ? 1 : since_load + (since_load != 7);
        since_end <= !running ? 7 : ends ? 1 : since_end + (since_end != 7);
        {load_2, load_1, save_1} <= {load_1, load, save};
        {of_2, of_1} <= {of_1, session};
    end
    always @(*) begin
        assume (running || !(load || ends || slot));
        assume (!load || (since_load >= 4 && since_end >= 4 && !ends && !slot && !(open && used)));
        assume (!ends || (open && since_load >= 2));
        assume (!save || ends);
        assume (!slot || (open && since_load >= 3));
    end

    // The session at the beginning of its open beat. Its message ends `to_end` lanes on, or the last one did if BodyLength has not come (below 0: in an earlier beat);
    // BodyLength closed `ago` lanes before (31: more than 30).
    reg loaded, mine, known, known_kept;
    reg [2:0] lane, lane_kept; // of its next byte
    reg [63:0] here, here_kept, last_kept; // the beat's bytes below it; the beat before
    reg signed [18:0] to_end, to_end_kept;
    reg [4:0] ago, ago_kept;
    reg [1:0] sohs, sohs_kept; // before BodyLength: none, one, more
    reg body, body_kept, number, number_kept, dup, dup_kept, data_seen, data_seen_kept, inside, inside_kept; // 34=, 43= and a data length have come; the value of 34 goes on
    wire sure = mine && known;

    // The slot. Lanes of other sessions may be any.
    (* anyseq *) wire [7:0] any_lanes;
    wire [3:0] upto = {1'b0, lane} + count;
    wire [7:0] old = ~(8'hFF << lane), seen = ~(8'hFF << upto), new_lanes = !slot ? 8'd0 : sure ? seen & ~old : any_lanes;
    wire whole = new_lanes[7], replay = load_2, remember = whole || replay;
    wire [63:0] old_bits = {{8{old[7]}}, {8{old[6]}}, {8{old[5]}}, {8{old[4]}}, {8{old[3]}}, {8{old[2]}}, {8{old[1]}}, {8{old[0]}}};
    always @(*) begin
        assume (!slot || (any_lanes != 0 && count <= 8));
        if (slot && sure) assume (upto <= 8 && shown == seen && ((data ^ here) & old_bits) == 0);
        if (replay && of_2 == looked_at && (fresh || known_kept)) assume (shown == 8'hFF && data == (fresh ? 64'd0 : last_kept));
    end
    // Its matches.
    wire [71:0] characters;
    reg [71:0] before;
    reg [31:0] last_planes;
    reg remembered = 0;
    genvar i, b;
    wire [31:0] planes;
    wire [7:0] last_soh, same_planes;
    generate for (i = 0; i < 8; i = i + 1) begin
        assign characters[9 * i +: 9] = shown[i] ? {1'b0, data[8 * i +: 8]} : 9'h100, last_soh[i] = before[9 * i +: 9] == 9'd1;
        assign same_planes[i] = before[9 * i + 8] || before[9 * i +: 4] == {last_planes[24 + i], last_planes[16 + i], last_planes[8 + i], last_planes[i]};
        for (b = 0; b < 4; b = b + 1) assign planes[8 * b + i] = data[8 * i + b];
    end endgenerate
    always @(posedge clock) if (remember) {before, last_planes, remembered} <= {characters, planes, 1'b1};
    wire [143:0] w = {characters, before};
    wire [63:0] before_bytes = {before[70:63], before[61:54], before[52:45], before[43:36], before[34:27], before[25:18], before[16:9], before[7:0]};
    wire [7:0] soh, digit, begins, body_length, two, three, four, five, msg_type, seq_num, poss_dup, yes, poss_resend, gap_fill, reset_seq_num, data_length, trailer;
    characters matches (.w(w), .soh(soh), .digit(digit), .begins(begins), .body_length(body_length), .two(two), .three(three), .four(four), .five(five), .msg_type(msg_type), .seq_num(seq_num),
        .poss_dup(poss_dup), .yes(yes), .poss_resend(poss_resend), .gap_fill(gap_fill), .reset_seq_num(reset_seq_num), .data_length(data_length), .trailer(trailer));
    // Its bounds.
    wire [7:0] at_end, at_body_end, at_fifth, in_trailer, behind, up_to_body_end;
    generate for (i = 0; i < 8; i = i + 1) begin
        wire signed [18:0] left = to_end - i;
        assign at_end[i] = left == 0, at_body_end[i] = left == 7, at_fifth[i] = left == -5, in_trailer[i] = left >= 0 && left < 7, behind[i] = left < 0, up_to_body_end[i] = left >= 7;
    end endgenerate
    wire end_here = to_end >= 0 && to_end < 8;
    always @(*) if (slot && sure) begin
        assume (((bounds[`Bounds_end] ^ at_end) & new_lanes) == 0 && ((bounds[`Bounds_body_end] ^ at_body_end) & new_lanes) == 0 && ((bounds[`Bounds_fifth] ^ at_fifth) & new_lanes) == 0);
        assume ((bounds[`Bounds_body] & in_trailer & seen) == 0 && (~bounds[`Bounds_body] & up_to_body_end & seen) == 0 && (!end_here || (bounds[`Bounds_body] & behind & seen) == 0));
        assume (!(end_here || !body) || ((bounds[`Bounds_following] ^ behind) & new_lanes) == 0);
        assume (ends_here == end_here);
    end

    wire [7:0] digit_1, value_count, sum;
    wire [63:0] data_1;
    wire [31:0] planes_1;
    wire [2:0] token_1;
    wire [`ValueMask_bits-1:0] value;
    wire [`FieldMarks_bits-1:0] marks;
    wire [`HeaderMarks_bits-1:0] header_marks;
    wire [`EndMarks_bits-1:0] end_marks, end_out;
    wire [3:0] l0, l1, l2, l3, l4, c0, c1, c2, flags;
    wire [7:0] p0, p1, p2, p3, type_first, type_second;
    wire starts, not_digit, ambiguous, found, header_bad, soh_any, soh_many, first_valid, second_valid;
    fixnic_core$path$mask dut (.clock(clock), .fresh(fresh), .beat(beat), .data(data), .shown(shown), .new_lanes(new_lanes), .whole(whole), .remember(remember), .token(token), .session(session),
        .soh(soh), .digit(digit), .planes(planes), .header({msg_type, five, four, three, two, body_length, begins}),
        .fields({trailer, data_length, reset_seq_num, gap_fill, poss_resend, yes, poss_dup, seq_num}), .bounds(bounds), .ends_here(ends_here), .data_out(data_1), .digit_out(digit_1),
        .planes_out(planes_1), .token_out(token_1), .value(value), .marks(marks), .header_marks(header_marks), .length_digits$0(l0), .length_digits$1(l1), .length_digits$2(l2),
        .length_digits$3(l3), .length_digits$4(l4), .end_marks(end_marks), .check_digits$0(c0), .check_digits$1(c1), .check_digits$2(c2), .pair_sums$0(p0), .pair_sums$1(p1),
        .pair_sums$2(p2), .pair_sums$3(p3));
    fixnic_core$path$digits digits (.clock(clock), .data(data_1), .digit(digit_1), .planes(planes_1), .value(value), .marks(marks), .header_marks(header_marks), .length_digits$0(l0),
        .length_digits$1(l1), .length_digits$2(l2), .length_digits$3(l3), .length_digits$4(l4), .end_marks(end_marks), .check_digits$0(c0), .check_digits$1(c1), .check_digits$2(c2),
        .pair_sums$0(p0), .pair_sums$1(p1), .pair_sums$2(p2), .pair_sums$3(p3), .end_marks_out(end_out), .value_count(value_count), .sum(sum), .starts(starts), .not_digit(not_digit),
        .ambiguous(ambiguous), .flags(flags), .found(found), .header_bad(header_bad), .soh_any(soh_any), .soh_many(soh_many), .type_first_valid(first_valid), .type_first(type_first),
        .type_second_valid(second_valid), .type_second(type_second));
    // Registers of the block, by their names after flattening, and the word of the session that is looked at.
    (* hierconn *) wire [9:0] \dut.saved.ram.watched , \dut.saved.owner.q , \dut.saved.session_1.q , \dut.saved.session_2.q ;
    (* hierconn *) wire [`MaskContext_bits-1:0] \dut.saved.ram.word , \dut.saved.ram.read_data , \dut.saved.fetched.q ;
    (* hierconn *) wire [2:0] \dut.slot_token.q , \dut.searched.q ;
    (* hierconn *) wire [7:0] \dut.last_found.q , \dut.last_soh.q ;
    (* hierconn *) wire [31:0] \dut.last_planes.q ;
    (* hierconn *) wire \dut.saved.load_1.q , \dut.saved.load_2.q , \dut.in_body.q , \dut.wants_seq_num.q , \dut.value_open.q , \dut.seen_seq_num.q , \dut.seen_poss_dup.q , \dut.sealed.q ;
    always @(*) assume (\dut.saved.ram.watched == looked_at);

    // The characters one by one: those of the beat that were there before bring back what they said, the new ones count.
    integer n;
    reg in_body, far, ended, v_number, v_dup, v_data, v_sealed, v_inside, second; // far: BodyLength closed in this beat
    reg [1:0] v_sohs, new_sohs;
    reg [4:0] v_ago;
    reg [7:0] right_begins, right_region, first_at, second_at;
    reg [3:0] right_flags, digits_of_it;
    reg signed [18:0] header;
    reg right_found, bad_begin, bad_type, bad_length, bad_count, ends_body, ends_message, bad_trailer, had_number, early_data, late_flag, later_number;
    reg any_flag, short;
    function [3:0] low(input [143:0] w, input [3:0] lane, input [3:0] ago); low = w[9 * (8 + lane - ago) +: 4]; endfunction
    always @(*) begin
        {in_body, far, ended, second, v_number, v_dup, v_sealed, v_data, v_inside, v_sohs, v_ago} = {body, 3'b000, number, dup, data_seen, 1'b0, inside, sohs, ago};
        {new_sohs, right_begins, right_region, first_at, second_at, right_flags} = 0;
        {right_found, bad_begin, bad_type, bad_length, bad_count, ends_body, ends_message, bad_trailer, had_number, early_data, late_flag, later_number} = 0;
        {any_flag, short, digits_of_it} = 0;
        header = 0;
        for (n = 0; n < 8; n = n + 1) if (n < upto) begin
            // 4.1: the fifth character of a message.
            if (n >= lane && at_fifth[n] && (ended || !body) && !begins[n]) bad_begin = 1;
            // 4.7: the value of MsgSeqNum runs to the next SOH.
            if (soh[n]) v_inside = 0;
            else if (v_inside && n >= lane) right_region[n] = 1;
            if (!in_body && behind[n]) begin
                // 4.2: BodyLength is the first; behind exactly one SOH. One whose SOH is the last message's has none before it: framing is lost, in whichever way it is told.
                digits_of_it = five[n] ? 5 : four[n] ? 4 : three[n] ? 3 : two[n] ? 2 : 1;
                if (body_length[n] && (!end_here || $signed(n - to_end) > digits_of_it + 3)) begin
                    // 4.3: 41 or more.
                    short = (digits_of_it < 5 || low(w, n, 5) == 0) && (digits_of_it < 4 || low(w, n, 4) == 0) && (digits_of_it < 3 || low(w, n, 3) == 0) &&
                            (digits_of_it < 2 || low(w, n, 2) < 4 || (low(w, n, 2) == 4 && low(w, n, 1) == 0));
                    if (n >= lane) {right_found, bad_length, bad_count} = {1'b1, short, v_sohs != 1};
                    {in_body, far, v_ago} = {2'b11, 5'd0};
                    header = n - to_end;
                end else if (soh[n]) begin
                    v_sohs = v_sohs + (v_sohs != 2);
                    if (n >= lane) new_sohs = new_sohs + (new_sohs != 2);
                end
            end else if (in_body) begin
                // 4.4 and 4.11: 35= and the first two characters of its value.
                if (n >= lane) begin
                    if (v_ago == 3 && !msg_type[n]) bad_type = 1;
                    if (v_ago == 4 && !soh[n]) first_at[n] = 1;
                    if (v_ago == 5 && !soh[n] && w[9 * (7 + n) +: 9] != 9'd1) second_at[n] = 1;
                end
                if (far || up_to_body_end[n]) begin
                    any_flag = poss_dup[n] || poss_resend[n] || gap_fill[n] || reset_seq_num[n];
                    // 4.7: the first 34=, and one behind it in the same beat.
                    if (seq_num[n]) begin
                        if (!number) {right_begins[n], v_inside} = 2'b11;
                        if (v_number && !number) second = 1;
                        if (v_number && number && n >= lane) later_number = 1;
                        v_number = 1;
                    end
                    // 4.10
                    if (data_length[n]) v_data = 1;
                    if (n >= lane && data_length[n] && !v_number) early_data = 1;
                    if (n >= lane && any_flag && v_sealed) late_flag = 1;
                    // 4.8: the first 43=; 4.9: any other.
                    if (n >= lane) right_flags = right_flags | {reset_seq_num[n], gap_fill[n], poss_resend[n], poss_dup[n] && !v_dup && yes[n]};
                    if (poss_dup[n]) v_dup = 1;
                end
                // 4.5
                if (!far && at_body_end[n] && n >= lane) ends_body = 1;
                if (!far && at_end[n]) begin
                    if (n >= lane) {ends_message, bad_trailer, had_number} = {1'b1, !trailer[n], v_number};
                    {in_body, ended, v_number, v_dup, v_sealed, v_data, v_sohs} = {2'b01, 6'd0};
                end
            end
            v_ago = v_ago + (v_ago != 31);
        end
    end
    // 4.2: no BodyLength up to the fourth beat behind that of the last message's end.
    wire timed_out = whole && !in_body && !end_here && (to_end >>> 3) == -19'sd4;
    wire lost_now = bad_begin || bad_type || bad_length || timed_out, lost = lost_now || bad_count || bad_trailer;
    always @(*) assume (length >= 41 && length <= 99999);
    always @(posedge clock) begin
        loaded <= running && (load_2 || loaded);
        if (!running) {mine, known, known_kept} <= 0;
        else if (load_2) begin
            mine <= of_2 == looked_at;
            known <= known_kept || fresh;
        end else if (slot && lost) known <= 0;
        if (load_2) begin
            {body, number, dup, data_seen, inside, sohs} <= fresh ? 7'd0 : {body_kept, number_kept, dup_kept, data_seen_kept, inside_kept, sohs_kept};
            {lane, here, to_end, ago} <= fresh ? {fresh_lane, 64'd0, {16'd0, fresh_lane} - 19'd1, 5'd31} : {lane_kept, here_kept, to_end_kept, ago_kept};
        end else if (slot && sure) begin
            {lane, here} <= {upto[2:0], data};
            if (whole) begin
                {body, number, dup, inside, sohs, ago} <= {in_body, v_number, v_dup, v_inside, v_sohs, v_ago};
                data_seen <= v_sealed || v_data;
                to_end <= far ? {2'd0, length} + 19'd7 - {14'd0, v_ago} : to_end - 19'sd8;
            end
        end
        if (running && save_1 && mine) begin
            {known_kept, body_kept, number_kept, dup_kept, data_seen_kept, inside_kept, sohs_kept} <= {known, body, number, dup, data_seen, inside, sohs};
            {lane_kept, here_kept, to_end_kept, ago_kept} <= {lane, here, to_end, ago};
            last_kept <= before_bytes;
        end
    end
    // What the block keeps of it: of a beat's beginning.
    function [`MaskContext_bits-1:0] right_word(input body, input number, input dup, input data_seen, input inside, input signed [18:0] to_end, input [4:0] ago);
        reg signed [18:0] beats;
        begin
            beats = to_end >>> 3;
            right_word[`MaskContext_in_body] = body;
            right_word[`MaskContext_wants_seq_num] = body && !number;
            right_word[`MaskContext_value_open] = inside;
            right_word[`MaskContext_seen_seq_num] = number;
            right_word[`MaskContext_seen_poss_dup] = dup;
            right_word[`MaskContext_sealed] = data_seen;
            right_word[`MaskContext_searched] = body || beats >= 0 ? 3'd0 : 3'd0 - beats[2:0] - 3'd1;
            right_word[`MaskContext_last_found] = ago <= 8 ? 8'd1 << (4'd8 - ago[3:0]) : 8'd0;
        end
    endfunction
    wire [`MaskContext_bits-1:0] word = \dut.saved.ram.word , live;
    assign live[`MaskContext_in_body] = \dut.in_body.q , live[`MaskContext_wants_seq_num] = \dut.wants_seq_num.q , live[`MaskContext_value_open] = \dut.value_open.q ;
    assign live[`MaskContext_seen_seq_num] = \dut.seen_seq_num.q , live[`MaskContext_seen_poss_dup] = \dut.seen_poss_dup.q , live[`MaskContext_sealed] = \dut.sealed.q ;
    assign live[`MaskContext_searched] = body ? 3'd0 : \dut.searched.q , live[`MaskContext_last_found] = \dut.last_found.q ;
    wire [`MaskContext_bits-1:0] word_kept = body_kept ? word & ~(17'd7 << 6) : word;
    wire [`MaskContext_bits-1:0] right_live = right_word(body, number, dup, data_seen, inside, to_end, ago);
    wire [`MaskContext_bits-1:0] right_kept = right_word(body_kept, number_kept, dup_kept, data_seen_kept, inside_kept, to_end_kept, ago_kept);

    // What the slot one and two clocks ago said. Where framing is lost the rest of the slot is nobody's, but for what ended in it.
    reg here_1, here_2, calm_1, calm_2, slot_1, slot_2, starts_1;
    reg [7:0] begins_1, region_1, first_1, second_1, first_2, second_2, seen_1;
    reg [63:0] data_2;
    reg [3:0] flags_1, flags_2, ends_1, ends_2;
    reg [2:0] doubts_1, doubts_2;
    reg [5:0] bad_1, bad_2;
    reg [2:0] head_1, head_2;
    always @(posedge clock) begin
        {here_2, here_1, calm_2, calm_1} <= {here_1, slot && sure, calm_1, slot && sure && !lost};
        {slot_2, slot_1} <= {slot_1, slot};
        {begins_1, region_1, starts_1, seen_1} <= {right_begins, right_region, |(right_begins & new_lanes), seen};
        {first_2, second_2, first_1, second_1} <= {first_1, second_1, first_at, second_at};
        data_2 <= data_1;
        {flags_2, flags_1} <= {flags_1, right_flags};
        {ends_2, ends_1} <= {ends_1, had_number, bad_trailer, ends_message, ends_body};
        {doubts_2, doubts_1} <= {doubts_1, second, early_data, late_flag};
        {bad_2, bad_1} <= {bad_1, lost, bad_count, timed_out, bad_length, bad_type, bad_begin};
        {head_2, head_1} <= {head_1, right_found, new_sohs};
    end
    // A good message ended in the slot of the clock before.
    reg ended_3;
    always @(posedge clock) ended_3 <= here_2 && ends_2[1] && !ends_2[2];
    function [7:0] character(input [63:0] data, input [7:0] lanes);
        integer k;
        begin
            character = 0;
            for (k = 0; k < 8; k = k + 1) if (lanes[k]) character = data[8 * k +: 8];
        end
    endfunction

    always @(posedge clock) if (running) begin
        the_first_34_begins_the_number: assert (!calm_1 || ((value[`ValueMask_seq_nums] & seen_1) == begins_1 && value[`ValueMask_starts] == starts_1));
        its_value_runs_on_to_the_next_soh: assert (!calm_1 || value[`ValueMask_region] == region_1);
        a_second_34_of_its_beat_is_ambiguous: assert (!(calm_2 && doubts_2[2]) || ambiguous);
        a_data_length_before_34_is_ambiguous: assert (!(calm_2 && doubts_2[1]) || ambiguous);
        a_flag_in_a_beat_behind_a_data_length_is_ambiguous: assert (!(calm_2 && doubts_2[0]) || ambiguous);
        nothing_else_is_ambiguous: assert (!(calm_2 && ambiguous) || doubts_2 != 0);
        the_first_43_is_the_flag: assert (!calm_2 || flags[0] == flags_2[0]);
        other_flags_count_wherever_they_stand_in_the_body: assert (!calm_2 || flags[3:1] == flags_2[3:1]);
        the_first_body_length_counts: assert (!(here_2 && (!bad_2[5] || (bad_2[4] && bad_2[3:0] == 0 && !ends_2[2]))) || found == head_2[2]);
        sohs_before_it_are_counted: assert (!(here_2 && (!bad_2[5] || (bad_2[4] && bad_2[3:0] == 0 && !ends_2[2]))) || {soh_many, soh_any} == {head_2[1], head_2[1:0] != 0});
        a_message_begins_with_8_fix: assert (!(here_2 && bad_2[0]) || header_bad);
        type_follows_body_length: assert (!(here_2 && bad_2[1]) || header_bad);
        a_body_below_41_bytes_is_bad: assert (!(here_2 && bad_2[2]) || header_bad);
        body_length_comes_within_four_beats: assert (!(here_2 && bad_2[3]) || header_bad);
        nothing_else_is_a_bad_header: assert (!(calm_2 && header_bad));
        msg_type_is_the_value_of_35: assert (!calm_2 || (first_valid == (first_2 != 0) && second_valid == (second_2 != 0) && (!first_valid || type_first == character(data_2, first_2)) && (!second_valid || type_second == character(data_2, second_2))));
        body_and_message_end_where_they_do: assert (!here_2 || {end_out[`EndMarks_message], end_out[`EndMarks_body]} == ends_2[1:0]);
        a_trailer_that_does_not_stand_there_is_bad: assert (!(here_2 && ends_2[1]) || end_out[`EndMarks_trailer_bad] == ends_2[2]);
        a_message_without_34_is_told: assert (!(here_2 && ends_2[1] && !ends_2[2]) || end_out[`EndMarks_has_seq_num] == ends_2[3]);
        a_number_and_a_type_are_whole_before_their_message_ends: assert (!(here_2 && ends_2[1] && !ends_2[2]) || !(starts || value_count != 0 || found || first_valid || second_valid));
        no_number_begins_right_behind_it: assert (!(ended_3 && calm_2) || !(starts || value_count != 0));
        lemma_header: assert (!(slot && sure && right_found && !lost) || (header >= 11 && header <= 48)); // as `bounds` assumes
        a_clock_without_new_bytes_tells_nothing: assert (slot_2 || !(starts || not_digit || ambiguous || flags != 0 || found || header_bad || soh_any || first_valid || second_valid || value_count != 0 || sum != 0 || end_out[`EndMarks_message] || end_out[`EndMarks_body]));
        its_context_is_its_session_s: assert (!(sure && since_load >= 3) || live == right_live);
        lemma_tokens: assert ({\dut.saved.load_1.q , \dut.saved.load_2.q , \dut.saved.session_1.q , \dut.saved.session_2.q , \dut.slot_token.q [2]} == {load_1, load_2, of_1, of_2, save_1} &&
            load_1 == (since_load == 1) && load_2 == (since_load == 2) && (!save_1 || since_end == 1));
        lemma_owner: assert ((loaded || !(mine || known_kept || save_1)) && (!loaded || (remembered && (\dut.saved.owner.q == looked_at) == mine)));
        lemma_open: assert ((!(open && since_load >= 3) || loaded) && (!used || (loaded && since_load >= 4)) && (!open || since_end == 7 || since_end > since_load) && (!(load_1 || load_2) || since_end >= 5));
        lemma_kept: assert (!known_kept || word_kept == right_kept);
        lemma_read: assert (!known_kept || ((!(load_1 && of_1 == looked_at) || \dut.saved.ram.read_data == word) && (!(load_2 && of_2 == looked_at) || \dut.saved.fetched.q == word)));
        lemma_session: assert (!sure || (body ? to_end >= 0 && to_end <= 100100 && (ago == 31 || to_end + $signed({1'b0, ago}) >= 48) : to_end >= -32 && to_end <= 6 && ago == 31 && !(number || dup || data_seen)) && ago != 0 && (number || !inside));
        lemma_session_kept: assert (!known_kept || (body_kept ? to_end_kept >= 0 && to_end_kept <= 100100 && (ago_kept == 31 || to_end_kept + $signed({1'b0, ago_kept}) >= 48) : to_end_kept >= -32 && to_end_kept <= 6 && ago_kept == 31 && !(number_kept || dup_kept || data_seen_kept)) && ago_kept != 0 && (number_kept || !inside_kept));
    end
    // Framing was not lost in the bytes of the open beat that came before: a message ends in a SOH, behind it stands 8=FIX, behind BodyLength 35=.
    wire [71:0] characters_here, characters_kept, characters_last;
    wire [7:0] old_kept = ~(8'hFF << lane_kept), closes, closes_kept;
    generate for (i = 0; i < 8; i = i + 1) begin
        assign characters_here[9 * i +: 9] = {!old[i], here[8 * i +: 8]}, characters_kept[9 * i +: 9] = {!old_kept[i], here_kept[8 * i +: 8]}, characters_last[9 * i +: 9] = {1'b0, last_kept[8 * i +: 8]};
    end endgenerate
    characters of_here (.w({characters_here, before}), .body_length(closes));
    characters of_kept (.w({characters_kept, characters_last}), .body_length(closes_kept));
    function in_order(input body, input [2:0] lane, input [63:0] here, input [63:0] last, input [1:0] sohs, input signed [18:0] to_end, input [7:0] closes);
        integer k, c;
        reg [127:0] text;
        reg [39:0] begin_string;
        reg [1:0] counted;
        begin
            in_order = sohs != 3 && (body || to_end < 0 || sohs == 0);
            {text, begin_string} = {here, last, "XIF=8"};
            // Of a header: its SOHs in the beat of the last message's end, which a SOH ends, or nothing before a start.
            counted = 0;
            for (k = 7; k >= 0; k = k - 1) begin
                if (to_end == k - 8 && (sohs != counted || last[8 * k +: 8] > 8'd1)) in_order = 0;
                if (last[8 * k +: 8] == 8'd1) counted = counted + (counted != 2);
            end
            for (k = -13; k < 2; k = k + 1) for (c = 1; c <= 5; c = c + 1)
                if (to_end == k && $signed({1'b0, lane}) > k + 5 && k + c >= -8 && text[8 * (k + c >= -8 ? k + c + 8 : 0) +: 8] != begin_string[8 * (c - 1) +: 8]) in_order = 0;
            for (k = 0; k < 7; k = k + 1) begin
                if (body && to_end == k && lane > k && here[8 * k +: 8] != 8'd1) in_order = 0;
                if (!body && to_end < 0 && closes[k] && (closes & ((8'd1 << k) - 8'd1)) == 0 && lane > k + 3 && here[8 * (k + 1) +: 24] != "=53") in_order = 0;
            end
        end
    endfunction
    always @(posedge clock) if (running)
        lemma_order: assert ((!sure || since_load < 3 || !(before[71] || before[62] || before[53] || before[44] || before[35] || before[26] || before[17] || before[8])) && (!sure || since_load < 3 || in_order(body, lane, here, before_bytes, sohs, to_end, closes)) && (!known_kept || in_order(body_kept, lane_kept, here_kept, last_kept, sohs_kept, to_end_kept, closes_kept)));
    // A start in mid-beat has nothing before it.
    wire [63:0] before_start = ~(64'hFFFFFFFFFFFFFF00 << {to_end[2:0], 3'd0}), before_start_kept = ~(64'hFFFFFFFFFFFFFF00 << {to_end_kept[2:0], 3'd0});
    always @(posedge clock) if (running)
        lemma_start: assert ((!sure || body || to_end < 0 || (lane > to_end[2:0] && (here & before_start) == 0)) && (!known_kept || body_kept || to_end_kept < 0 || (lane_kept > to_end_kept[2:0] && (here_kept & before_start_kept) == 0)));
    // A value does not run past the body's last SOH.
    wire [3:0] body_end_lane = to_end[2:0] + 4'd1, body_end_lane_kept = to_end_kept[2:0] + 4'd1;
    always @(posedge clock) if (running)
        lemma_value: assert ((!sure || since_load < 3 || !(body && to_end < 7 && inside) || before[9 * body_end_lane +: 9] != 9'd1) && (!known_kept || !(body_kept && to_end_kept < 7 && inside_kept) || last_kept[8 * body_end_lane_kept +: 8] != 8'd1));
    always @(posedge clock) if (remembered)
        lemma_last: assert (\dut.last_soh.q == last_soh && \dut.last_planes.q == last_planes && same_planes == 8'hFF);
    `COVER(a_34_behind_the_first_is_passed_over, slot && sure && !lost && later_number && known_kept)
    `COVER(a_number_over_two_frames, slot && sure && !lost && known_kept && inside_kept && lane_kept != 0 && right_region != 0)
    `COVER(a_message_of_three_frames_ends, slot && sure && !lost && ends_message && had_number && known_kept && body_kept)
    `COVER(a_frame_is_not_kept, mine && known_kept && load_2 && of_2 == looked_at && number && !number_kept && since_end < 7)
endmodule
