// Patterns (docs/datapath.md, 4): each that framing and scan look for is matched at the lane of its last character, exactly where it stands, in the slot's beat
// and the one before it: the last that was complete or shown again. A lane that is not shown holds no character.
`include "formal.svh"
`include "characters.svh"
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
    wire [7:0] begins, msg_type, seq_num, poss_dup, yes, poss_resend, gap_fill, reset_seq_num, data_length, trailer, are_soh, are_digit, body_length, two, three, four, five;
    characters right (.w(w), .soh(are_soh), .digit(are_digit), .begins(begins), .body_length(body_length), .two(two), .three(three), .four(four), .five(five), .msg_type(msg_type), .seq_num(seq_num),
        .poss_dup(poss_dup), .yes(yes), .poss_resend(poss_resend), .gap_fill(gap_fill), .reset_seq_num(reset_seq_num), .data_length(data_length), .trailer(trailer));
    wire [7:0] last_soh, last_equals, last_f, last_i, last_y, last_digit;
    wire [79:0] last_is;
    localparam [7:0] SOH = 1;
    generate for (i = 0; i < 8; i = i + 1) begin
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
