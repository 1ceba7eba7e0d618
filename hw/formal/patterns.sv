// Patterns (docs/datapath.md, 4): each that framing and scan look for is matched at the lane of its last character, exactly where it stands, in the slot's beat
// and the one before it: the last that was complete or shown again. A lane that is not shown holds no character.
`include "formal.svh"
module patterns (input clock, input [63:0] data, input [7:0] shown, input whole, input replay);
    wire [63:0] data_1, data_out;
    wire [7:0] soh, digit;
    wire remember;
    wire [`Classes_bits-1:0] classes;
    wire [79:0] is_digit;
    wire [`Planes_bits-1:0] planes;
    wire [`HeaderMatches_bits-1:0] header;
    wire [`FieldMatches_bits-1:0] fields;
    fixnic_core$path$classify classify (.clock(clock), .data(data), .shown(shown), .whole(whole), .replay(replay), .data_out(data_1), .remember(remember), .classes(classes),
        .is_digit$0(is_digit[7:0]), .is_digit$1(is_digit[15:8]), .is_digit$2(is_digit[23:16]), .is_digit$3(is_digit[31:24]), .is_digit$4(is_digit[39:32]),
        .is_digit$5(is_digit[47:40]), .is_digit$6(is_digit[55:48]), .is_digit$7(is_digit[63:56]), .is_digit$8(is_digit[71:64]), .is_digit$9(is_digit[79:72]));
    fixnic_core$path$look_back look_back (.clock(clock), .data(data_1), .remember(remember), .classes(classes),
        .is_digit$0(is_digit[7:0]), .is_digit$1(is_digit[15:8]), .is_digit$2(is_digit[23:16]), .is_digit$3(is_digit[31:24]), .is_digit$4(is_digit[39:32]),
        .is_digit$5(is_digit[47:40]), .is_digit$6(is_digit[55:48]), .is_digit$7(is_digit[63:56]), .is_digit$8(is_digit[71:64]), .is_digit$9(is_digit[79:72]),
        .data_out(data_out), .soh(soh), .digit(digit), .planes(planes), .header(header), .fields(fields));
    // Registers of the block, by their names after flattening.
    (* hierconn *) wire [`Classes_bits-1:0] \look_back.last_classes.q ;
    (* hierconn *) wire [7:0] \look_back.last_is_digit$0.q , \look_back.last_is_digit$1.q , \look_back.last_is_digit$2.q , \look_back.last_is_digit$3.q , \look_back.last_is_digit$4.q ;
    (* hierconn *) wire [7:0] \look_back.last_is_digit$5.q , \look_back.last_is_digit$6.q , \look_back.last_is_digit$7.q , \look_back.last_is_digit$8.q , \look_back.last_is_digit$9.q ;

    // Sixteen characters of nine bits, the slot's behind those of the beat before; bit 8 says that the lane is not shown. They are told two clocks later.
    wire [71:0] here;
    genvar i, d;
    generate for (i = 0; i < 8; i = i + 1) assign here[9 * i +: 9] = shown[i] ? {1'b0, data[8 * i +: 8]} : 9'h100; endgenerate
    reg [71:0] before, here_1;
    reg [143:0] w_1, w;
    reg [63:0] data_2, data_3;
    reg known = 0, known_1 = 0, known_2 = 0;
    always @(posedge clock) begin
        if (whole || replay) {before, known} <= {here, 1'b1};
        {w, w_1} <= {w_1, here, before};
        {data_3, data_2} <= {data_2, data};
        {known_2, known_1} <= {known_1, known};
    end
    wire running = known_2;
    wire [71:0] last = w_1[71:0]; // as look_back has it
    function is(input [143:0] w, input [3:0] lane, input [3:0] ago, input [7:0] c); is = w[9 * (8 + lane - ago) +: 9] == {1'b0, c}; endfunction
    function number(input [143:0] w, input [3:0] lane, input [3:0] ago); number = w[9 * (8 + lane - ago) +: 9] >= "0" && w[9 * (8 + lane - ago) +: 9] <= "9"; endfunction
    wire [7:0] begins, msg_type, seq_num, poss_dup, yes, poss_resend, gap_fill, reset_seq_num, data_length, trailer, are_soh, are_digit, body_length, two, three, four, five;
    wire [7:0] last_soh, last_equals, last_f, last_i, last_y, last_digit;
    wire [79:0] last_is;
    `define C(ago, c) is(w, i, ago, c)
    `define N(ago) number(w, i, ago)
    localparam [7:0] SOH = 1;
    generate for (i = 0; i < 8; i = i + 1) begin
        assign are_soh[i] = `C(0, SOH), are_digit[i] = `N(0);
        assign begins[i] = `C(4, "8") && `C(3, "=") && `C(2, "F") && `C(1, "I") && `C(0, "X");
        // SOH 9= and one to five digits, SOH
        wire one = `C(0, SOH) && `N(1) && `C(2, "=") && `C(3, "9") && `C(4, SOH);
        wire exactly_2 = `C(0, SOH) && `N(1) && `N(2) && `C(3, "=") && `C(4, "9") && `C(5, SOH);
        wire exactly_3 = `C(0, SOH) && `N(1) && `N(2) && `N(3) && `C(4, "=") && `C(5, "9") && `C(6, SOH);
        wire exactly_4 = `C(0, SOH) && `N(1) && `N(2) && `N(3) && `N(4) && `C(5, "=") && `C(6, "9") && `C(7, SOH);
        assign five[i] = `C(0, SOH) && `N(1) && `N(2) && `N(3) && `N(4) && `N(5) && `C(6, "=") && `C(7, "9") && `C(8, SOH);
        assign four[i] = exactly_4 || five[i], three[i] = exactly_3 || four[i], two[i] = exactly_2 || three[i], body_length[i] = one || two[i];
        assign msg_type[i] = `C(3, SOH) && `C(2, "3") && `C(1, "5") && `C(0, "=");
        assign seq_num[i] = `C(3, SOH) && `C(2, "3") && `C(1, "4") && `C(0, "=");
        assign poss_dup[i] = `C(5, SOH) && `C(4, "4") && `C(3, "3") && `C(2, "="); // and two characters
        assign yes[i] = `C(1, "Y") && `C(0, SOH);
        assign poss_resend[i] = `C(5, SOH) && `C(4, "9") && `C(3, "7") && `C(2, "=") && `C(1, "Y") && `C(0, SOH);
        assign gap_fill[i] = `C(6, SOH) && `C(5, "1") && `C(4, "2") && `C(3, "3") && `C(2, "=") && `C(1, "Y") && `C(0, SOH);
        assign reset_seq_num[i] = `C(6, SOH) && `C(5, "1") && `C(4, "4") && `C(3, "1") && `C(2, "=") && `C(1, "Y") && `C(0, SOH);
        wire [23:0] tag = {w[9 * (8 + i - 3) +: 8], w[9 * (8 + i - 2) +: 8], w[9 * (8 + i - 1) +: 8]};
        wire all_shown = !(w[9 * (8 + i - 3) + 8] || w[9 * (8 + i - 2) + 8] || w[9 * (8 + i - 1) + 8]);
        wire of_2 = tag[15:0] == "90" || tag[15:0] == "93" || tag[15:0] == "95";
        wire of_3 = tag == "212" || tag == "348" || tag == "350" || tag == "352" || tag == "354" || tag == "356" || tag == "358" || tag == "360" || tag == "362" || tag == "364" || tag == "445" || tag == "618" || tag == "621";
        assign data_length[i] = `C(0, "=") && all_shown && ((tag[23:16] == SOH && of_2) || (`C(4, SOH) && of_3));
        assign trailer[i] = `C(7, SOH) && `C(6, "1") && `C(5, "0") && `C(4, "=") && `N(3) && `N(2) && `N(1) && `C(0, SOH);
        wire [8:0] c = last[9 * i +: 9];
        assign last_soh[i] = c == SOH, last_equals[i] = c == "=", last_f[i] = c == "F", last_i[i] = c == "I", last_y[i] = c == "Y", last_digit[i] = c >= "0" && c <= "9";
        for (d = 0; d < 10; d = d + 1) assign last_is[8 * d + i] = c == "0" + d;
    end endgenerate
    wire [31:0] values;
    generate for (i = 0; i < 8; i = i + 1) for (d = 0; d < 4; d = d + 1) assign values[8 * d + i] = data_3[8 * i + d]; endgenerate

    always @(posedge clock) if (running) begin
        body_length_is_found_where_it_stands: assert (header[`HeaderMatches_body_length] == body_length);
        its_digits_are_counted: assert ({header[`HeaderMatches_digits_5], header[`HeaderMatches_digits_4], header[`HeaderMatches_digits_3], header[`HeaderMatches_digits_2]} == {five, four, three, two});
        begin_string_and_msg_type_are_found: assert ({header[`HeaderMatches_begin_string], header[`HeaderMatches_msg_type]} == {begins, msg_type});
        msg_seq_num_is_found_where_it_stands: assert (fields[`FieldMatches_seq_num] == seq_num);
        the_trailer_is_found_where_it_stands: assert (fields[`FieldMatches_trailer] == trailer);
        flags_are_found_where_they_stand: assert ({fields[`FieldMatches_poss_dup], fields[`FieldMatches_yes], fields[`FieldMatches_poss_resend], fields[`FieldMatches_gap_fill], fields[`FieldMatches_reset_seq_num]}
                                                  == {poss_dup, yes, poss_resend, gap_fill, reset_seq_num});
        data_lengths_are_those_of_the_rule: assert (fields[`FieldMatches_data_length] == data_length);
        characters_pass_with_class_and_value: assert (data_out == data_3 && soh == are_soh && digit == are_digit && planes == values);
    end
    always @(posedge clock) if (known_1)
        lemma_last: assert (\look_back.last_classes.q [`Classes_soh] == last_soh && \look_back.last_classes.q [`Classes_equals] == last_equals && \look_back.last_classes.q [`Classes_letter_f] == last_f &&
            \look_back.last_classes.q [`Classes_letter_i] == last_i && \look_back.last_classes.q [`Classes_letter_y] == last_y && \look_back.last_classes.q [`Classes_digit] == last_digit &&
            {\look_back.last_is_digit$9.q , \look_back.last_is_digit$8.q , \look_back.last_is_digit$7.q , \look_back.last_is_digit$6.q , \look_back.last_is_digit$5.q ,
             \look_back.last_is_digit$4.q , \look_back.last_is_digit$3.q , \look_back.last_is_digit$2.q , \look_back.last_is_digit$1.q , \look_back.last_is_digit$0.q } == last_is);
    `COVER(a_trailer_over_two_beats, fields[`FieldMatches_trailer] == 8'h08)
    `COVER(a_length_of_five_digits, header[`HeaderMatches_digits_5] == 8'h01)
    `COVER(msg_seq_num_twice, fields[`FieldMatches_seq_num] == 8'h88)
endmodule
