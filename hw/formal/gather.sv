// What belongs to one message (docs/datapath.md, 4 and 5), gathered over slots and frames, of one session, whichever, among all others: its number, its sum, its flags and
// its type. A frame that is not kept leaves no trace. What a slot brings is as `digits` has it.
`include "formal.svh"
module gather (input clock, input [2:0] token, input [9:0] session, input fresh, input slot, input [3:0] end_marks, input [31:0] value_digits, input [3:0] come, input starts,
               input not_digit, input slot_ambiguous, input [3:0] slot_flags, input found, input slot_header_bad, input [18:0] end_units, input [10:0] end_hundreds, input [16:0] end_thousands,
               input soh_any, input soh_many, input first_valid, input [7:0] first, input second_valid, input [7:0] second, input [6:0] check_tens, input [9:0] check_hundreds, input [7:0] sum);
    (* anyconst *) wire [9:0] looked_at;
    reg [3:0] age = 0;
    always @(posedge clock) age <= age + (age != 15);
    wire running = age > 10;
    wire [7:0] value_count = ~(8'hFF << come);
    wire end_known, header_bad, number_good, ambiguous, type_long;
    wire [3:0] end_out, flags;
    wire [18:0] end_low;
    wire [16:0] end_high;
    wire [9:0] check;
    wire [7:0] body_sum;
    wire [39:0] received;
    wire [15:0] msg_type;
    fixnic_core$path$accumulate dut (.clock(clock), .fresh(fresh), .token(token), .session(session), .end_marks(end_marks), .value_digits(value_digits), .value_count(value_count), .starts(starts),
        .not_digit(not_digit), .slot_ambiguous(slot_ambiguous), .slot_flags(slot_flags), .found(found), .slot_header_bad(slot_header_bad), .end_units(end_units), .end_hundreds(end_hundreds),
        .end_thousands(end_thousands), .soh_any(soh_any), .soh_many(soh_many), .type_first_valid(first_valid), .type_first(first), .type_second_valid(second_valid), .type_second(second),
        .check_tens(check_tens), .check_hundreds(check_hundreds), .sum(sum), .end_marks_out(end_out), .end_known(end_known), .end_low(end_low), .end_high(end_high), .header_bad(header_bad),
        .check(check), .body_sum(body_sum), .received(received), .number_good(number_good), .ambiguous(ambiguous), .flags(flags), .msg_type(msg_type), .type_long(type_long));
    // Registers of the block, by their names after flattening, and the word of the session that is looked at.
    (* hierconn *) wire [9:0] \dut.saved.ram.watched , \dut.saved.owner.q , \dut.saved.session_1.q , \dut.saved.session_2.q , \dut.digits.q ;
    (* hierconn *) wire [`AccumulateContext_bits-1:0] \dut.saved.ram.word , \dut.saved.ram.read_data , \dut.saved.fetched.q ;
    (* hierconn *) wire [7:0] \dut.running_sum.q ;
    (* hierconn *) wire [1:0] \dut.soh_count.q ;
    (* hierconn *) wire \dut.saved.load_1.q , \dut.saved.load_2.q , \dut.save_1.q , \dut.save_2.q , \dut.bad_number.q ;
    always @(*) assume (\dut.saved.ram.watched == looked_at);

    // Tokens and slots: a slot comes from three clocks after the load token to the end token's clock.
    wire load = token[`Token_load], ends = token[`Token_end], save = token[`Token_save];
    reg open, used, load_1, load_2, save_1, save_2;
    reg [2:0] since_load, since_end;
    reg [9:0] of_1, of_2;
    always @(posedge clock) begin
        open <= running && (load || (open && !ends));
        used <= running && !load && (used || slot);
        since_load <= !running ? 7 : load ? 1 : since_load + (since_load != 7);
        since_end <= !running ? 7 : ends ? 1 : since_end + (since_end != 7);
        {load_2, load_1, save_2, save_1} <= {load_1, load, save_1, save};
        {of_2, of_1} <= {of_1, session};
    end
    wire message = end_marks[`EndMarks_message], body = end_marks[`EndMarks_body];
    always @(*) begin
        assume (running || !(load || ends || slot));
        assume (!load || (since_load >= 4 && since_end >= 4 && !ends && !slot && !(open && used)));
        assume (!ends || (open && since_load >= 2));
        assume (!save || ends);
        assume (!slot || (open && since_load >= 3));
        assume (come <= 8 && (value_digits >> (6'd4 * come)) == 0);
        assume (slot || (come == 0 && sum == 0 && !(starts || not_digit || slot_ambiguous || slot_flags != 0 || found || slot_header_bad || soh_any || soh_many || first_valid || second_valid || message || body)));
        assume (soh_any || !soh_many);
    end

    // The session as the rules have it: live while its frame passes, kept when the frame was good.
    reg loaded, mine, known, known_kept, other, other_kept, doubt, doubt_kept, long, long_kept, message_1;
    reg [39:0] number, number_kept;
    reg [4:0] length, length_kept; // digits, from 31 on no more are counted
    reg [7:0] total, total_kept, of_body, of_body_kept;
    reg [3:0] seen, seen_kept;
    reg [15:0] type, type_kept;
    reg [1:0] sohs, sohs_kept; // none, one, more
    wire [39:0] number_base = starts ? 0 : number;
    wire [5:0] length_now = (starts ? 0 : length) + {2'd0, come};
    wire [7:0] total_now = total + sum;
    wire [1:0] sohs_base = message ? 0 : sohs, sohs_now = soh_many || (soh_any && sohs_base != 0) ? 2 : soh_any ? 1 : sohs_base;
    wire [15:0] type_base = first_valid ? {8'd0, first} : found ? 16'd0 : type;
    always @(posedge clock) begin
        loaded <= running && (load_2 || loaded);
        if (!running) {mine, known, known_kept} <= 0;
        else if (load_2) begin
            mine <= of_2 == looked_at;
            known <= known_kept || fresh;
        end
        message_1 <= message;
        if (load_2) {number, length, other, doubt, seen, total, of_body, type, long, sohs} <= fresh ? 0 : {number_kept, length_kept, other_kept, doubt_kept, seen_kept, total_kept, of_body_kept, type_kept, long_kept, sohs_kept};
        else begin
            number <= number_base << (6'd4 * come) | value_digits;
            length <= length_now > 31 ? 31 : length_now;
            other <= (other && !starts) || not_digit;
            doubt <= (doubt && !message_1) || slot_ambiguous;
            seen <= (message_1 ? 0 : seen) | slot_flags;
            total <= body ? 0 : total_now;
            if (body) of_body <= total_now;
            type <= second_valid ? type_base | {second, 8'd0} : type_base;
            long <= second_valid || (long && !found);
            sohs <= sohs_now;
        end
        if (running && save_2 && mine) {known_kept, number_kept, length_kept, other_kept, doubt_kept, seen_kept, total_kept, of_body_kept, type_kept, long_kept, sohs_kept} <=
            {known, number, length, other, doubt, seen, total, of_body, type, long, sohs};
    end
    wire sure = mine && known;
    wire [`AccumulateContext_bits-1:0] word = \dut.saved.ram.word ;
    function [9:0] ones(input [4:0] length); ones = length >= 10 ? 10'h3FF : ~(10'h3FF << length); endfunction
    // The slot before.
    reg found_1, bad_1;
    reg [3:0] end_1;
    reg [46:0] parts_1;
    reg [16:0] check_1;
    always @(posedge clock) begin
        {found_1, end_1, parts_1, check_1} <= {found, end_marks, end_units, end_hundreds, end_thousands, check_hundreds, check_tens};
        bad_1 <= slot_header_bad || (found && sohs_now != 1);
    end

    always @(posedge clock) if (running) begin
        the_number_is_that_of_its_digits: assert (!sure || received == number);
        it_is_good_with_one_to_ten_digits: assert (!sure || number_good == (length >= 1 && length <= 10 && !other));
        the_sum_is_that_of_the_body_s_slots: assert (!sure || body_sum == of_body);
        doubt_and_flags_stand_until_its_end: assert (!sure || {ambiguous, flags} == {doubt, seen});
        the_type_is_its_first_two_characters: assert (!sure || {msg_type, type_long} == {type, long});
        one_soh_comes_before_body_length: assert (!sure || header_bad == bad_1);
        the_end_is_the_sum_of_its_parts: assert (end_known == found_1 && end_low + end_high == parts_1[46:28] + parts_1[27:17] + parts_1[16:0]);
        check_sum_is_the_sum_of_its_parts: assert (end_out == end_1 && check == check_1[16:7] + check_1[6:0]);
        lemma_tokens: assert ({\dut.saved.load_1.q , \dut.saved.load_2.q , \dut.saved.session_1.q , \dut.saved.session_2.q , \dut.save_1.q , \dut.save_2.q } == {load_1, load_2, of_1, of_2, save_1, save_2} &&
            load_1 == (since_load == 1) && load_2 == (since_load == 2) && (!save_1 || since_end == 1) && (!save_2 || since_end == 2));
        lemma_owner: assert ((loaded || !(mine || known_kept || save_1 || save_2)) && (!loaded || (\dut.saved.owner.q == looked_at) == mine));
        lemma_open: assert ((!(open && since_load >= 3) || loaded) && (!used || (loaded && since_load >= 4)) && (!open || since_end == 7 || since_end > since_load) && (!(load_1 || load_2) || since_end >= 5));
        lemma_live: assert (!sure || ({\dut.running_sum.q , \dut.soh_count.q } == {total, sohs} && \dut.digits.q == ones(length) && \dut.bad_number.q == (other || length > 10)));
        lemma_kept: assert (!known_kept || ({word[`AccumulateContext_received], word[`AccumulateContext_ambiguous], word[`AccumulateContext_flags], word[`AccumulateContext_sum], word[`AccumulateContext_body_sum],
            word[`AccumulateContext_msg_type], word[`AccumulateContext_type_long], word[`AccumulateContext_soh_count]} == {number_kept, doubt_kept, seen_kept, total_kept, of_body_kept, type_kept, long_kept, sohs_kept} &&
            word[`AccumulateContext_digits] == ones(length_kept) && word[`AccumulateContext_bad_number] == (other_kept || length_kept > 10)));
        lemma_read: assert (!known_kept || ((!(load_1 && of_1 == looked_at) || \dut.saved.ram.read_data == word) && (!(load_2 && of_2 == looked_at) || \dut.saved.fetched.q == word)));
    end
    `COVER(ten_digits_over_two_frames, sure && known_kept && number_good && received == 40'h1234567890 && length_kept == 3)
    `COVER(eleven_digits, sure && length == 11 && !other && !number_good)
    `COVER(a_sum_over_two_frames, sure && known_kept && total_kept == 8'h41 && end_out[`EndMarks_body] && body_sum == 8'hAA)
    `COVER(a_frame_is_not_kept, mine && known_kept && load_2 && of_2 == looked_at && number != number_kept && since_end < 7)
endmodule
