// The verdict (docs/datapath.md, 5) of one session, whichever, among all others: what is VERIFIED has its CheckSum and its trailer, what is
// IN_SEQUENCE has exactly the number that is expected, that number advances by one with each of them, and only a frame that is
// kept changes any of it.
`include "formal.svh"
module judge (input clock, input [2:0] token, input [9:0] session, input fresh, input set_expected, input probe, input set_hold,
              input [39:0] fresh_expected, input [18:0] fresh_start, input slot, input [3:0] end_marks, input header_bad, input [9:0] check,
              input [7:0] body_sum, input [39:0] received, input number_good, input ambiguous, input [3:0] flags, input [15:0] msg_type,
              input type_long, input [18:0] message_end);
    (* anyconst *) wire [9:0] looked_at;
    reg [3:0] age = 0;
    always @(posedge clock) age <= age + (age != 15);
    wire reset = age < 10, running = age > 10; // ten clocks, as FixPath asks for
    wire m_valid, m_candidate, ended, lost_out, hold_out, lost_soon_out, probing_out;
    wire [3:0] m_verdict;
    wire [15:0] m_flags, m_type;
    wire [39:0] m_received, m_expected;
    wire [18:0] m_start, m_end;
    fixnic_core$path$judge dut (.clock(clock), .reset(reset), .fresh(fresh), .set_expected(set_expected), .probe(probe), .set_hold(set_hold),
        .fresh_expected(fresh_expected), .fresh_start(fresh_start), .token(token), .session(session), .end_marks(end_marks),
        .header_bad(header_bad), .check(check), .body_sum(body_sum), .received(received), .number_good(number_good),
        .ambiguous(ambiguous), .flags(flags), .msg_type(msg_type), .type_long(type_long), .message_end(message_end),
        .m_valid(m_valid), .m_verdict(m_verdict), .m_flags(m_flags), .m_type(m_type), .m_received(m_received),
        .m_expected(m_expected), .m_start(m_start), .m_end(m_end), .m_candidate(m_candidate), .ended(ended), .lost_out(lost_out),
        .hold_out(hold_out), .lost_soon_out(lost_soon_out), .probing_out(probing_out));
    // Registers of the block, by their names after flattening, and the word of the session that is looked at.
    (* hierconn *) wire [9:0] \dut.saved.ram.watched , \dut.saved.owner.q ;
    (* hierconn *) wire [`SequenceContext_bits-1:0] \dut.saved.ram.word ;
    (* hierconn *) wire [39:0] \dut.expected.q , \dut.high_water.q ;
    (* hierconn *) wire [18:0] \dut.message_start.q ;
    (* hierconn *) wire \dut.gap_open.q , \dut.hold.q , \dut.probing.q , \dut.advance.q , \dut.lost.q , \dut.save_1.q , \dut.save_2.q , \dut.save_3.q ;
    always @(*) assume (\dut.saved.ram.watched == looked_at);

    // Tokens, as FixPath's ports have them, and slots between them: from the fourth clock after the load to the first after the end.
    wire load = token[`Token_load], ends = token[`Token_end], save = token[`Token_save];
    reg open, used;
    reg [2:0] since_load, since_end;
    reg load_1, load_2, save_1, save_2, save_3;
    reg [9:0] session_1, session_2;
    wire message = end_marks[`EndMarks_message], trailer_bad = end_marks[`EndMarks_trailer_bad], has_seq_num = end_marks[`EndMarks_has_seq_num];
    always @(posedge clock) begin
        open <= !reset && (load || (open && !ends));
        used <= !load && (used || slot);
        since_load <= reset ? 7 : load ? 1 : since_load + (since_load != 7);
        since_end <= reset ? 7 : ends ? 1 : since_end + (since_end != 7);
        {load_2, load_1} <= reset ? 0 : {load_1, load};
        {save_3, save_2, save_1} <= reset ? 0 : {save_2, save_1, save};
        {session_2, session_1} <= {session_1, session};
    end
    always @(*) begin
        assume (!reset || !(load || ends));
        assume (!load || (since_load >= 4 && since_end >= 4 && !ends && !slot && !(open && used)));
        assume (!ends || open);
        assume (!save || ends);
        assume (!slot || (since_load >= 4 && (open || since_end == 1)));
        assume (!(message || header_bad) || slot);
    end

    // The session as the rules have it: live while its frame passes, kept when the frame was good.
    function [39:0] successor(input [39:0] number);
        integer k;
        reg carry;
        begin
            carry = number != 40'h9999999999;
            for (k = 0; k < 10; k = k + 1) begin
                successor[4 * k +: 4] = carry ? (number[4 * k +: 4] == 9 ? 4'd0 : number[4 * k +: 4] + 4'd1) : number[4 * k +: 4];
                carry = carry && number[4 * k +: 4] == 9;
            end
        end
    endfunction
    reg loaded, mine, known, known_kept, hold, hold_kept, gap, gap_kept, probing, probing_kept;
    reg [39:0] expected, expected_kept, high, high_kept;
    reg [18:0] start, start_kept;
    reg [3:0] since, since_kept; // slots behind the one in which a message ended
    // The slot before.
    reg message_1, trailer_bad_1, has_seq_num_1, good_1, ambiguous_1, type_long_1, header_bad_1, header_bad_2, lost_1;
    reg [9:0] check_1;
    reg [7:0] body_sum_1;
    reg [3:0] flags_1;
    reg [15:0] msg_type_1;
    reg [18:0] message_end_1;
    reg [39:0] received_1;
    always @(posedge clock) begin
        {message_1, trailer_bad_1, has_seq_num_1} <= reset ? 3'd0 : {message, trailer_bad, has_seq_num};
        {good_1, ambiguous_1, check_1, body_sum_1, flags_1, msg_type_1, type_long_1} <= {number_good, ambiguous, check, body_sum, flags, msg_type, type_long};
        {message_end_1, received_1} <= {message_end, received};
        {header_bad_2, header_bad_1} <= reset ? 2'd0 : {header_bad_1, header_bad};
        lost_1 <= lost;
    end
    // Framing is lost from a bad trailer or the clock after a bad header on, until the frame has ended or another begins.
    reg lost;
    reg [3:0] ended_in;
    always @(posedge clock) begin
        ended_in <= reset ? 0 : {ended_in[2:0], ends};
        lost <= reset || ended_in[3] || load_2 ? 0 : lost || (message && trailer_bad) || header_bad_1;
    end
    always @(*) if (message) assume (!header_bad_1);
    // A message has 59 bytes or more, its number's value ends in an earlier slot than it, and another's may begin in the clock behind it.
    always @(*) if (message && mine) assume (since >= 6);
    always @(*) if (message && !trailer_bad) assume (received == received_1 && msg_type == msg_type_1 && type_long == type_long_1);

    wire number_ok = good_1 && !ambiguous_1, resets = !type_long_1 && (msg_type_1[7:0] == "4" || (msg_type_1[7:0] == "A" && flags_1[3]));
    wire malformed = trailer_bad_1 || check_1 != {2'd0, body_sum_1} || !has_seq_num_1;
    wire [3:0] right = malformed ? `verdict_MALFORMED : !number_ok ? `verdict_AMBIGUOUS : probing || hold ? `verdict_UNTRACKED :
        received_1 == expected ? `verdict_IN_SEQUENCE : received_1 > expected ? `verdict_GAP : flags_1[0] ? `verdict_POSS_DUP_LOW : `verdict_TOO_LOW;
    wire told = message_1 && !lost_1, whole = told && !malformed;
    wire adopts = whole && number_ok && probing, counts = told && right == `verdict_IN_SEQUENCE, rises = told && right == `verdict_GAP;
    wire closes = counts && gap && received_1 == high;
    wire [`SequenceContext_bits-1:0] word = \dut.saved.ram.word ;
    always @(posedge clock) begin
        loaded <= !reset && (load_2 || loaded);
        if (reset) {mine, known, known_kept} <= 0;
        else if (load_2) begin
            mine <= session_2 == looked_at;
            known <= known_kept || (fresh && set_expected);
            expected <= set_expected ? fresh_expected : expected_kept;
            high <= set_expected || probe ? 0 : high_kept;
            gap <= set_expected || probe ? 0 : gap_kept;
            hold <= set_expected || probe ? 0 : hold_kept || set_hold;
            probing <= set_expected ? 0 : probe || probing_kept;
            start <= fresh ? fresh_start : start_kept;
            since <= fresh ? 0 : since_kept;
        end else begin
            since <= slot ? (message ? 0 : since + (since != 15)) : since;
            if (told && !trailer_bad_1) start <= message_end_1 + 19'd1;
            if (counts && !resets) expected <= successor(expected);
            if (adopts) begin
                expected <= resets ? received_1 : successor(received_1);
                probing <= 0;
            end
            if (rises) begin
                gap <= 1;
                if (!gap || received_1 > high) high <= received_1;
            end
            if (closes) gap <= 0;
            if (whole && (number_ok ? resets || (right == `verdict_IN_SEQUENCE && expected == 40'h9999999999) || (adopts && received_1 == 40'h9999999999) : !probing)) hold <= 1;
        end
        if (save_3 && mine) {known_kept, expected_kept, high_kept, gap_kept, hold_kept, probing_kept, start_kept, since_kept} <=
            {known, expected, high, gap, hold, probing, start, since};
    end
    wire sure = mine && known;
    wire verified = |(m_flags & `msg_flags_VERIFIED);

    always @(posedge clock) if (running) begin
        each_message_has_one_verdict: assert (m_valid == (told || (header_bad_2 && !lost_1)));
        what_is_verified_has_checksum_and_trailer: assert (!(m_valid && verified) || (told && !trailer_bad_1 && has_seq_num_1 && check_1 == {2'd0, body_sum_1}));
        nothing_is_verified_after_framing_was_lost: assert (!(m_valid && verified) || !lost_1);
        the_verdict_is_the_first_that_holds: assert (!(m_valid && sure && message_1) || m_verdict == right);
        in_sequence_is_the_expected_number: assert (!(m_valid && sure && m_verdict == `verdict_IN_SEQUENCE) || (verified && number_ok && received_1 == expected && m_received == received_1 && !hold && !probing));
        the_number_is_the_messages: assert (!(m_valid && told) || m_received == (malformed || !number_ok ? 40'd0 : received_1));
        the_expected_number_advances_by_one: assert (!(m_valid && sure && !probing && (message_1 || !\dut.advance.q )) || m_expected == expected);
        messages_adjoin: assert (!(m_valid && sure) || (m_start == start && (!message_1 || m_end == message_end_1)));
        gaps_open_and_close: assert (!(m_valid && sure && message_1 && !malformed) || (|(m_flags & `msg_flags_GAP_OPENED) == (rises && !gap) && |(m_flags & `msg_flags_GAP_CLOSED) == closes));
        the_end_leaves_behind_all_verdicts: assert (!m_valid || (!ended && (open || since_end <= 3)));
        a_loss_is_told_with_the_end: assert (!ended || (lost_out == lost));
        hold_is_told_with_the_end: assert (!(ended && sure) || hold_out == hold || \dut.advance.q );
        lemma_owner: assert (!loaded || (\dut.saved.owner.q == looked_at) == mine);
        lemma_open: assert ((!(open && since_load >= 3) || loaded) && (since_load < 3 || !load_1 && !load_2));
        lemma_tokens: assert (load_1 == (since_load == 1) && load_2 == (since_load == 2) && (!save_1 || since_end == 1) && (!save_2 || since_end == 2) && (!save_3 || since_end == 3));
        lemma_saves: assert ({save_1, save_2, save_3} == {\dut.save_1.q , \dut.save_2.q , \dut.save_3.q });
        lemma_lost: assert (!loaded || \dut.lost.q == lost);
        lemma_live: assert (!sure || ({\dut.probing.q , \dut.message_start.q } == {probing, start} && \dut.gap_open.q == gap && (!gap || \dut.high_water.q == high) &&
            (\dut.advance.q ? !probing && expected == successor(\dut.expected.q ) && hold == (\dut.hold.q || \dut.expected.q == 40'h9999999999) && since <= 3
                            : hold == \dut.hold.q && (probing || expected == \dut.expected.q ))));
        lemma_kept: assert (!known_kept || ({word[`SequenceContext_probing], word[`SequenceContext_message_start]} == {probing_kept, start_kept} &&
            word[`SequenceContext_gap_open] == gap_kept && (!gap_kept || word[`SequenceContext_high_water] == high_kept) &&
            (word[`SequenceContext_advance] ? !probing_kept && expected_kept == successor(word[`SequenceContext_expected]) && since_kept <= 2 &&
                                              hold_kept == (word[`SequenceContext_hold] || word[`SequenceContext_expected] == 40'h9999999999)
                                            : hold_kept == word[`SequenceContext_hold] && (probing_kept || expected_kept == word[`SequenceContext_expected]))));
    end
    `COVER(two_messages_in_sequence, m_valid && sure && m_verdict == `verdict_IN_SEQUENCE && m_received == 40'h10)
    `COVER(a_gap_closes, m_valid && sure && closes)
    `COVER(a_candidate_is_adopted, m_valid && sure && m_candidate)
    `COVER(a_bad_frame_is_forgotten, mine && known_kept && load_2 && expected != expected_kept)
    `COVER(framing_is_lost, ended && mine && lost_out)
endmodule
