// Whose the next frame is (docs/datapath.md, 1.4): each frame's headers leave with the result of its own key, once and in order, with the bound of its entries. Keys and headers come from
// a FIFO each, in any clock, whichever first; the lookup answers seven clocks later, with anything. Frames are counted modulo 256, and any one of 256 is followed.
`include "formal.svh"
module steering (input clock, input reset, input [`LookupKey_bits-1:0] s_key, input s_valid, input [`Headers_bits-1:0] s_headers, input s_headers_valid, input hold,
                 input [`LookupResult_bits-1:0] result, input m_read);
    wire s_read, s_headers_read, idle, lookup_valid, m_valid;
    wire [`LookupKey_bits-1:0] lookup_key;
    wire [1:0] ring;
    wire [5:0] m_entries;
    wire [`Headers_bits-1:0] given_headers;
    wire [`LookupResult_bits-1:0] given_result;
    reg [7:1] asked; // N clocks ago
    wire result_valid = asked[7];
    fixnic_core$steering dut (.clock(clock), .reset(reset), .s_key(s_key), .s_valid(s_valid), .s_read(s_read), .s_headers(s_headers), .s_headers_valid(s_headers_valid),
        .s_headers_read(s_headers_read), .hold(hold), .idle(idle), .lookup_valid(lookup_valid), .lookup_key(lookup_key), .result_valid(result_valid), .result(result),
        .ring(ring), .m_valid(m_valid), .m_entries(m_entries), .m_read(m_read), .given_headers(given_headers), .given_result(given_result));
    `PAST_VALID
    (* hierconn *) wire \dut.found.q , \dut.bounded.q , \dut.moved.q , \dut.asked.q ;
    (* hierconn *) wire [`LookupResult_bits-1:0] \dut.found_result.q ;
    (* hierconn *) wire [5:0] \dut.bound.q ;

    // The FIFOs hold what they offer; the gate reads what is there.
    always @(posedge clock) if (begun && $past(s_valid && !s_read)) assume (s_valid && $stable(s_key));
    always @(posedge clock) if (begun && $past(s_headers_valid && !s_headers_read && !reset)) assume (s_headers_valid && $stable(s_headers));
    always @(*) assume (!m_read || m_valid);

    // Frames whose key was looked up, whose result came, whose headers were taken, which the gate decided about.
    reg [7:0] keys, results, taken, given;
    (* anyconst *) wire [7:0] frame;
    reg [`Headers_bits-1:0] its_headers;
    reg [`LookupResult_bits-1:0] its_result;
    reg [1:0] waits;
    reg decided, decided_frame, stood;
    reg [7:0] what_stood;
    always @(posedge clock) begin
        asked <= reset ? 0 : {asked[6:1], lookup_valid};
        keys <= reset ? 0 : keys + s_read;
        results <= reset ? 0 : results + result_valid;
        taken <= reset ? 0 : taken + s_headers_read;
        given <= reset ? 0 : given + m_read;
        if (result_valid && results == frame) its_result <= result;
        if (s_headers_valid && taken == frame) its_headers <= s_headers;
        // Both are there, and the frame is not.
        waits <= reset || m_valid || !s_headers_valid || s_headers_read || results == given ? 0 : waits + 1;
        decided <= !reset && m_read;
        decided_frame <= !reset && m_read && given == frame;
        stood <= !reset && m_valid && !m_read;
        what_stood <= {m_entries, ring};
    end
    wire [7:0] under_way = keys - given;
    wire there = m_valid && given == frame, steered = its_headers[`Headers_steered], hit = its_result[`LookupResult_hit] && steered;
    // LOSS, FRAME, and what a payload of that length can give at most.
    function [5:0] most(input [15:0] length); most = length >= 1024 ? `limit_rx_frame_entries_max : length / 32 + 5; endfunction

    always @(posedge clock) if (running) begin
        a_key_is_looked_up_when_the_one_before_has_moved_on: assert (lookup_valid == (s_valid && !hold && under_way == m_valid) && s_read == lookup_valid && (!lookup_valid || lookup_key == s_key));
        with_hold_none_is_looked_up: assert (!hold || (!lookup_valid && !s_read));
        idle_says_that_none_is_under_way: assert (idle == (keys == given));
        headers_are_taken_once_a_frame: assert ((!s_headers_read || s_headers_valid) && taken + s_headers_read == given + m_valid);
        a_frame_is_offered_with_its_result: assert (under_way <= 2 && (!m_valid || results != given));
        what_is_known_is_offered: assert (waits <= 2);
        it_stands_until_it_is_read: assert (!stood || (m_valid && {m_entries, ring} == what_stood));
        its_own_headers_leave: assert (!(there || decided_frame) || given_headers == its_headers);
        its_own_result_leaves: assert (!(there || decided_frame) || (given_result[`LookupResult_session] == its_result[`LookupResult_session] && given_result[`LookupResult_hit] == hit
                                       && (!steered || given_result[`LookupResult_ring] == its_result[`LookupResult_ring])));
        what_is_not_steered_has_no_ring: assert (!(m_valid || decided) || given_headers[`Headers_steered] || (!given_result[`LookupResult_hit] && given_result[`LookupResult_ring] == 0));
        the_ring_is_that_of_its_result: assert (!m_valid || ring == given_result[`LookupResult_ring]);
        its_entries_are_bounded: assert (!there || m_entries == (hit ? most(its_headers[`Headers_payload_length]) : 2));
        lemma_counts: assert (under_way == {7'd0, m_valid} + \dut.asked.q && results == given + m_valid + \dut.found.q && (!\dut.found.q || \dut.asked.q ));
        lemma_asked: assert ((asked & (asked - 7'd1)) == 0 && (asked != 0) == (\dut.asked.q && !\dut.found.q ));
        lemma_found: assert (!(\dut.found.q && given + m_valid == frame) || \dut.found_result.q == its_result);
        lemma_headers: assert ((!\dut.moved.q || (m_valid && s_headers_valid)) && (!\dut.bounded.q || s_headers_valid)
                               && (!(\dut.bounded.q && taken == frame) || its_headers == s_headers) && (!\dut.bounded.q || \dut.bound.q == most(s_headers[`Headers_payload_length])));
        lemma_known: assert (waits == 0 || m_valid || (waits == 1 && \dut.found.q && \dut.bounded.q ));
    end
    `COVER(a_frame_with_its_session, there && hit && m_read && its_headers[`Headers_payload_length] == 100 && ring == 2)
    `COVER(a_frame_that_is_not_steered, there && !steered && its_result[`LookupResult_hit])
    `COVER(headers_come_long_after_the_result, \dut.found.q && !s_headers_valid && !m_valid && waits == 0 && stood == 0 && results == 3)
    `COVER(one_is_held_and_one_looked_up, m_valid && \dut.found.q && s_headers_valid && taken == given + 1)
    `COVER(it_is_held_off, hold && s_valid && idle && given == 2)
endmodule
