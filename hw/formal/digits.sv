// The numbers of a slot (docs/datapath.md, 4 and 5), from mask and digits together: the sum of the bytes that CheckSum covers, the digits of CheckSum and BodyLength as
// decimal numbers, and the digits of MsgSeqNum in their order. Which lanes count is said by look-back and boundary: `patterns` and `bounds` prove that.
`include "formal.svh"
module digits (input clock, input [15:0] beat, input [63:0] data, input [3:0] come, input [3:0] before, input whole, input remember, input [7:0] soh, input [7:0] digit,
               input [`HeaderMatches_bits-1:0] header, input [`FieldMatches_bits-1:0] fields, input [`Bounds_bits-1:0] bounds, input ends_here, input [2:0] token);
    // The slot shows its beat's first lanes, and the last of these are new.
    wire [7:0] shown = ~(8'hFF << come), new_lanes = shown & 8'hFF << before;
    always @(*) assume (come <= 8 && before <= come && (whole == (come == 8 && before < 8) || remember) && (!whole || come == 8) && (soh & ~shown) == 0 && (digit & ~shown) == 0 && (soh & digit) == 0);
    wire [31:0] planes;
    genvar i, b;
    generate for (i = 0; i < 8; i = i + 1) for (b = 0; b < 4; b = b + 1) assign planes[8 * b + i] = data[8 * i + b]; endgenerate
    wire [63:0] data_1;
    wire [7:0] digit_1;
    wire [31:0] planes_1;
    wire [`ValueMask_bits-1:0] value;
    wire [`FieldMarks_bits-1:0] marks;
    wire [`HeaderMarks_bits-1:0] header_marks;
    wire [`EndMarks_bits-1:0] end_marks, end_out;
    wire [3:0] l0, l1, l2, l3, l4, c0, c1, c2;
    wire [7:0] p0, p1, p2, p3, value_count, sum;
    wire [31:0] value_digits;
    wire found, not_digit;
    wire [18:0] end_units;
    wire [10:0] end_hundreds;
    wire [16:0] end_thousands;
    wire [6:0] check_tens;
    wire [9:0] check_hundreds;
    fixnic_core$path$mask mask (.clock(clock), .beat(beat), .data(data), .shown(shown), .new_lanes(new_lanes), .whole(whole), .remember(remember), .token(token), .soh(soh), .digit(digit),
        .planes(planes), .header(header), .fields(fields), .bounds(bounds), .ends_here(ends_here), .data_out(data_1), .digit_out(digit_1), .planes_out(planes_1), .value(value), .marks(marks),
        .header_marks(header_marks), .length_digits$0(l0), .length_digits$1(l1), .length_digits$2(l2), .length_digits$3(l3), .length_digits$4(l4), .end_marks(end_marks),
        .check_digits$0(c0), .check_digits$1(c1), .check_digits$2(c2), .pair_sums$0(p0), .pair_sums$1(p1), .pair_sums$2(p2), .pair_sums$3(p3));
    fixnic_core$path$digits dut (.clock(clock), .data(data_1), .digit(digit_1), .planes(planes_1), .value(value), .marks(marks), .header_marks(header_marks), .length_digits$0(l0),
        .length_digits$1(l1), .length_digits$2(l2), .length_digits$3(l3), .length_digits$4(l4), .end_marks(end_marks), .check_digits$0(c0), .check_digits$1(c1), .check_digits$2(c2),
        .pair_sums$0(p0), .pair_sums$1(p1), .pair_sums$2(p2), .pair_sums$3(p3), .end_marks_out(end_out), .value_digits(value_digits), .value_count(value_count), .not_digit(not_digit),
        .found(found), .end_units(end_units), .end_hundreds(end_hundreds), .end_thousands(end_thousands), .check_tens(check_tens), .check_hundreds(check_hundreds), .sum(sum));
    (* hierconn *) wire [31:0] \mask.last_planes.q ;
    (* hierconn *) wire \mask.value_open.q , \mask.in_body.q , \mask.saved.restore ;

    // The bytes that look-back remembers, those of the beat before, below the slot's; known once there are any.
    reg [63:0] last;
    reg known = 0, known_1 = 0, known_2 = 0;
    always @(posedge clock) begin
        if (remember) {last, known} <= {data, 1'b1};
        {known_2, known_1} <= {known_1, known};
    end
    wire running = known_2;
    wire [127:0] both = {data, last};
    function [3:0] low(input [127:0] both, input [2:0] lane, input [3:0] ago); low = both[8 * (8 + lane - ago) +: 4]; endfunction

    // The sum of those that count, modulo 256.
    integer n;
    wire [7:0] summed = bounds[`Bounds_summed] & new_lanes;
    `define BYTE(n) (summed[n] ? data[8 * (n) +: 8] : 8'd0)
    wire [7:0] right_sum = ((`BYTE(0) + `BYTE(1)) + (`BYTE(2) + `BYTE(3))) + ((`BYTE(4) + `BYTE(5)) + (`BYTE(6) + `BYTE(7)));
    // CheckSum: three digits before the lane in which the message ends.
    wire [7:0] ends = bounds[`Bounds_end], closes = header[`HeaderMatches_body_length];
    function [2:0] lane_of(input [7:0] one); lane_of = {|one[7:4], |(one & 8'hCC), |(one & 8'hAA)}; endfunction
    wire [2:0] end_lane = lane_of(ends), close_lane = lane_of(closes);
    wire [3:0] units = low(both, end_lane, 1), tens = low(both, end_lane, 2), hundreds = low(both, end_lane, 3);
    wire check_stands = ends != 0 && units < 10 && tens < 10 && hundreds < 10;
    wire [9:0] right_check = 10'd100 * hundreds + 10'd10 * tens + units;
    // BodyLength: up to five before the SOH that closes it; a message ends it and the trailer's 7 bytes later. Look-back finds one in a beat: behind it comes 35=.
    wire [2:0] count = |header[`HeaderMatches_digits_5] ? 5 : |header[`HeaderMatches_digits_4] ? 4 : |header[`HeaderMatches_digits_3] ? 3 : |header[`HeaderMatches_digits_2] ? 2 : 1;
    wire [3:0] b0 = low(both, close_lane, 1), b1 = count < 2 ? 0 : low(both, close_lane, 2), b2 = count < 3 ? 0 : low(both, close_lane, 3), b3 = count < 4 ? 0 : low(both, close_lane, 4), b4 = count < 5 ? 0 : low(both, close_lane, 5);
    always @(*) begin
        assume ((ends & (ends - 8'd1)) == 0 && (closes & (closes - 8'd1)) == 0);
        assume ((header[`HeaderMatches_digits_2] & ~closes) == 0 && (header[`HeaderMatches_digits_3] & ~header[`HeaderMatches_digits_2]) == 0 &&
                (header[`HeaderMatches_digits_4] & ~header[`HeaderMatches_digits_3]) == 0 && (header[`HeaderMatches_digits_5] & ~header[`HeaderMatches_digits_4]) == 0);
    end
    wire length_stands = closes != 0 && b0 < 10 && b1 < 10 && b2 < 10 && b3 < 10 && b4 < 10;
    // In three parts, which accumulate adds: the SOH's place with units and 7, tens and hundreds, and what is above.
    wire [18:0] right_units = {beat, close_lane} + (5'd7 + b0);
    wire [10:0] right_hundreds = 11'd10 * b1 + 11'd100 * b2;
    wire [16:0] right_thousands = 17'd1000 * b3 + 17'd10000 * b4;

    // The same two clocks ago.
    reg [7:0] sum_1, sum_2;
    reg [9:0] check_1, check_2;
    reg [46:0] end_1, end_2;
    reg check_1_stands, check_2_stands, length_1_stands, length_2_stands, closes_1, closes_2;
    // MsgSeqNum in the clock behind mask, which tells where a value begins: from there (or from the beat before) to the next SOH each new character is pushed in.
    reg [63:0] text;
    reg [7:0] soh_1, digit_text, new_1;
    reg open, whole_1, restored;
    always @(posedge clock) begin
        {sum_2, sum_1, check_2, check_1, end_2, end_1} <= {sum_1, right_sum, check_1, right_check, end_1, right_units, right_hundreds, right_thousands};
        {check_2_stands, check_1_stands, length_2_stands, length_1_stands, closes_2, closes_1} <= {check_1_stands, check_stands, length_1_stands, length_stands, closes_1, |(closes & new_lanes) && !\mask.in_body.q };
        {text, soh_1, digit_text, new_1, open, whole_1, restored} <= {data, soh, digit, new_lanes, \mask.value_open.q , whole, \mask.saved.restore };
    end
    wire [7:0] begins = value[`ValueMask_seq_nums];
    reg inside, twice, other, other_2, one_2;
    reg [31:0] digits, digits_2;
    reg [7:0] pushed, pushed_2;
    reg begun_value;
    always @(*) begin
        {inside, begun_value, twice, other, digits, pushed} = {open, open, 1'b0, 1'b0, 32'd0, 8'd0};
        for (n = 0; n < 8; n = n + 1) begin
            if (soh_1[n]) inside = 0;
            if (inside && new_1[n]) {digits, pushed, other} = {digits[27:0], text[8 * n +: 4], pushed[6:0], 1'b1, other || !digit_text[n]};
            if (begins[n]) {inside, begun_value, twice} = {1'b1, 1'b1, twice || begun_value};
        end
    end
    reg [7:0] fields_1;
    always @(posedge clock) begin
        {digits_2, pushed_2, other_2, one_2} <= {digits, pushed, other, !twice};
        fields_1 <= fields[`FieldMatches_seq_num];
    end
    // A 34= ends in its '=', which is no SOH.
    always @(*) assume ((fields[`FieldMatches_seq_num] & (soh | digit | ~shown)) == 0);

    always @(posedge clock) if (running) begin
        the_sum_is_that_of_the_bytes_that_count: assert (sum == sum_2);
        check_sum_is_its_three_digits: assert (!check_2_stands || check_hundreds + check_tens == check_2);
        body_length_s_units_and_seven_are_added_to_its_place: assert (!length_2_stands || end_units == end_2[46:28]);
        its_tens_and_hundreds_are_decimal: assert (!length_2_stands || end_hundreds == end_2[27:17]);
        its_thousands_are_decimal: assert (!length_2_stands || end_thousands == end_2[16:0]);
        body_length_counts_where_it_is_new: assert (found == closes_2);
        a_value_begins_with_34: assert ((begins & ~fields_1) == 0);
        msg_seq_num_has_its_digits_in_order: assert (!one_2 || (value_digits == digits_2 && value_count == pushed_2));
        another_character_is_told: assert (!one_2 || not_digit == other_2);
        the_value_runs_on_to_the_next_soh: assert (!whole_1 || restored || twice || \mask.value_open.q == inside);
    end
    always @(posedge clock) if (known)
        lemma_last: assert (\mask.last_planes.q == {last[59], last[51], last[43], last[35], last[27], last[19], last[11], last[3], last[58], last[50], last[42], last[34], last[26], last[18], last[10], last[2],
            last[57], last[49], last[41], last[33], last[25], last[17], last[9], last[1], last[56], last[48], last[40], last[32], last[24], last[16], last[8], last[0]});
    `COVER(a_check_sum_over_two_beats, check_2_stands && check_2 == 255)
    `COVER(a_body_of_99999_bytes, length_2_stands && found && {end_units, end_hundreds, end_thousands} == {19'd16, 11'd990, 17'd99000})
    `COVER(eight_digits, one_2 && value_count == 8'hFF && value_digits == 32'h12345678)
    `COVER(a_value_over_two_beats, one_2 && pushed == 8'h03 && pushed_2 == 8'h07 && !other && !other_2)
endmodule
