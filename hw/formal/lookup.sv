// The lookup (hw/abi/src/lookup.rs): of any 4-tuple, whatever the table holds, the result comes seven clocks later and is that of the first taken slot with all its 96 bits, in the
// order A0, A1, B0, B1, of its buckets by the masks of the contract; a write goes to the slot that it names. Of each way's memory the word of one bucket, whichever, is kept.
`include "formal.svh"
module lookup (input clock, input reset, input s_valid, input [`LookupKey_bits-1:0] s_key, input write, input clear, input [11:0] slot, input [`Slot_bits-1:0] content);
    localparam W = `Slot_bits;
    wire m_valid;
    wire [`LookupResult_bits-1:0] m_result;
    fixnic_core$lookup dut (.clock(clock), .reset(reset), .s_valid(s_valid), .s_key(s_key), .m_valid(m_valid), .m_result(m_result), .write(write), .clear(clear), .slot(slot), .content(content));
    `PAST_VALID
    (* hierconn *) wire [9:0] \dut.way_a0.ram.watched , \dut.way_a1.ram.watched , \dut.way_b0.ram.watched , \dut.way_b1.ram.watched , \dut.bucket_a.q , \dut.bucket_b.q ;
    (* hierconn *) wire [9:0] \dut.quarter_0.parity_a.q , \dut.quarter_1.parity_a.q , \dut.quarter_2.parity_a.q , \dut.quarter_3.parity_a.q ;
    (* hierconn *) wire [9:0] \dut.quarter_0.parity_b.q , \dut.quarter_1.parity_b.q , \dut.quarter_2.parity_b.q , \dut.quarter_3.parity_b.q ;
    (* hierconn *) wire [W-1:0] \dut.way_a0.ram.word , \dut.way_a1.ram.word , \dut.way_b0.ram.word , \dut.way_b1.ram.word ;
    (* hierconn *) wire [W-1:0] \dut.way_a0.ram.read_data , \dut.way_a1.ram.read_data , \dut.way_b0.ram.read_data , \dut.way_b1.ram.read_data ;
    (* hierconn *) wire [W-1:0] \dut.way_a0.slot.q , \dut.way_a1.slot.q , \dut.way_b0.slot.q , \dut.way_b1.slot.q ;
    (* hierconn *) wire [6:0] \dut.valids.q ;
    (* hierconn *) wire [95:0] \dut.key_1.q , \dut.key_2.q , \dut.key_3.q , \dut.key_4.q ;
    (* anyconst *) wire [9:0] in_a, in_b;
    always @(*) assume (\dut.way_a0.ram.watched == in_a && \dut.way_a1.ram.watched == in_a && \dut.way_b0.ram.watched == in_b && \dut.way_b1.ram.watched == in_b);

    // The parity of the 4-tuple's bits under a mask of the contract, by its quarters.
    function [3:0] odd(input [95:0] bits, input [95:0] mask);
        odd = {^(bits[95:72] & mask[95:72]), ^(bits[71:48] & mask[71:48]), ^(bits[47:24] & mask[47:24]), ^(bits[23:0] & mask[23:0])};
    endfunction
    // In their order A0, A1, B0, B1; bits of a bucket number by quarters.
    wire [39:0] quarters_a, quarters_b;
    reg [95:0] tuple [1:4];
    `define QUARTERS(at, mask_a, mask_b) \
        assign {quarters_a[30 + at], quarters_a[20 + at], quarters_a[10 + at], quarters_a[at]} = odd(tuple[1], mask_a); \
        assign {quarters_b[30 + at], quarters_b[20 + at], quarters_b[10 + at], quarters_b[at]} = odd(tuple[1], mask_b);
    `QUARTERS(0, `bucket_mask_0_0, `bucket_mask_1_0)
    `QUARTERS(1, `bucket_mask_0_1, `bucket_mask_1_1)
    `QUARTERS(2, `bucket_mask_0_2, `bucket_mask_1_2)
    `QUARTERS(3, `bucket_mask_0_3, `bucket_mask_1_3)
    `QUARTERS(4, `bucket_mask_0_4, `bucket_mask_1_4)
    `QUARTERS(5, `bucket_mask_0_5, `bucket_mask_1_5)
    `QUARTERS(6, `bucket_mask_0_6, `bucket_mask_1_6)
    `QUARTERS(7, `bucket_mask_0_7, `bucket_mask_1_7)
    `QUARTERS(8, `bucket_mask_0_8, `bucket_mask_1_8)
    `QUARTERS(9, `bucket_mask_0_9, `bucket_mask_1_9)
    wire [9:0] bucket_a = quarters_a[9:0] ^ quarters_a[19:10] ^ quarters_a[29:20] ^ quarters_a[39:30];
    wire [9:0] bucket_b = quarters_b[9:0] ^ quarters_b[19:10] ^ quarters_b[29:20] ^ quarters_b[39:30];

    // The four slots, with all that was written before this clock. Number: bank, bucket, way.
    reg [W-1:0] slots [0:3];
    reg [4*W-1:0] written [1:4];
    wire [4*W-1:0] all = {slots[3], slots[2], slots[1], slots[0]};
    wire [4*W-1:0] words = {\dut.way_b1.ram.word , \dut.way_b0.ram.word , \dut.way_a1.ram.word , \dut.way_a0.ram.word };
    wire [3:0] cleared = {4{clear}} & {{2{slot[10:1] == in_b}}, {2{slot[10:1] == in_a}}};
    wire [3:0] named = {4{write}} & {slot == {1'b1, in_b, 1'b1}, slot == {1'b1, in_b, 1'b0}, slot == {1'b0, in_a, 1'b1}, slot == {1'b0, in_a, 1'b0}};
    always @(*) if (!begun) assume (all == words && written[1] == words);

    // What is to come, from the slots as they are when the 4-tuple has come. Index N is N clocks after it.
    wire [3:0] same;
    genvar i;
    generate for (i = 0; i < 4; i = i + 1) assign same[i] = slots[i][`Slot_taken] && slots[i][`Slot_key] == tuple[1]; endgenerate
    wire [W-1:0] first = same[0] ? slots[0] : same[1] ? slots[1] : same[2] ? slots[2] : slots[3];
    reg [3:0] sames [2:7];
    reg [9:0] session [2:7];
    reg [1:0] ring [2:7];
    reg [7:1] valid;
    reg [9:0] a_2, b_2;
    // It is looked up in the buckets that are kept, and nothing was written to these slots in the clock after it came: that may or may not be there.
    reg [7:2] there, still;
    integer n;
    always @(posedge clock) begin
        for (n = 0; n < 4; n = n + 1) if (cleared[n] || named[n]) begin
            slots[n] <= content;
            if (clear) slots[n][`Slot_taken] <= 0;
        end
        written[1] <= all;
        for (n = 2; n <= 4; n = n + 1) written[n] <= written[n - 1];
        tuple[1] <= {s_key[`LookupKey_local_ip], s_key[`LookupKey_remote_ip], s_key[`LookupKey_local_port], s_key[`LookupKey_remote_port]};
        for (n = 2; n <= 4; n = n + 1) tuple[n] <= tuple[n - 1];
        valid <= reset ? 0 : {valid[6:1], s_valid};
        {a_2, b_2} <= {bucket_a, bucket_b};
        there <= {there[6:2], bucket_a == in_a && bucket_b == in_b};
        still <= {still[6:2], !(cleared | named)};
        {sames[2], session[2], ring[2]} <= {same, first[`Slot_session], first[`Slot_ring]};
        for (n = 3; n <= 7; n = n + 1) {sames[n], session[n], ring[n]} <= {sames[n - 1], session[n - 1], ring[n - 1]};
    end
    reg [5:0] age = 0;
    always @(posedge clock) if (age != 32) age <= age + 1;
    wire told = m_valid && there[7] && still[7] && age >= 8;
    wire hit = m_result[`LookupResult_hit];
    wire [3:0] now;
    generate for (i = 0; i < 4; i = i + 1) assign now[i] = written[3][i * W +: 1] && written[3][i * W + 13 +: 96] == tuple[4]; endgenerate

    always @(posedge clock) if (running) begin
        a_result_comes_seven_clocks_later: assert (m_valid == valid[7]);
        it_hits_exactly_if_a_taken_slot_has_the_4_tuple: assert (!told || hit == |sames[7]);
        it_is_of_the_first_slot: assert (!(told && hit) || (m_result[`LookupResult_session] == session[7] && m_result[`LookupResult_ring] == ring[7]));
        a_miss_has_ring_0: assert (!(m_valid && !hit) || m_result[`LookupResult_ring] == 0);
        a_write_goes_to_its_slot_and_no_other: assert (words == written[1]);
        lemma_valid: assert (\dut.valids.q == valid);
        lemma_key: assert (age < 5 || {\dut.key_1.q , \dut.key_2.q , \dut.key_3.q , \dut.key_4.q } == {tuple[1], tuple[2], tuple[3], tuple[4]});
        lemma_quarters_a: assert (age < 2 || quarters_a == {\dut.quarter_3.parity_a.q , \dut.quarter_2.parity_a.q , \dut.quarter_1.parity_a.q , \dut.quarter_0.parity_a.q });
        lemma_quarters_b: assert (age < 2 || quarters_b == {\dut.quarter_3.parity_b.q , \dut.quarter_2.parity_b.q , \dut.quarter_1.parity_b.q , \dut.quarter_0.parity_b.q });
        lemma_bucket: assert (age < 3 || (\dut.bucket_a.q == a_2 && \dut.bucket_b.q == b_2 && there[2] == (a_2 == in_a && b_2 == in_b)));
        lemma_read: assert (!(there[3] && still[3]) || age < 4 || {\dut.way_b1.ram.read_data , \dut.way_b0.ram.read_data , \dut.way_a1.ram.read_data , \dut.way_a0.ram.read_data } == written[2]);
        lemma_slot: assert (!(there[4] && still[4]) || age < 5 || {\dut.way_b1.slot.q , \dut.way_b0.slot.q , \dut.way_a1.slot.q , \dut.way_a0.slot.q } == written[3]);
        lemma_same: assert (age < 5 || now == sames[4]);
        lemma_session: assert (age < 5 || (session[4] == (now[0] ? written[3][1 +: 10] : now[1] ? written[3][W + 1 +: 10] : now[2] ? written[3][2 * W + 1 +: 10] : written[3][3 * W + 1 +: 10])
                               && ring[4] == (now[0] ? written[3][11 +: 2] : now[1] ? written[3][W + 11 +: 2] : now[2] ? written[3][2 * W + 11 +: 2] : written[3][3 * W + 11 +: 2])));
    end
    `COVER(it_stands_in_a0, told && hit && sames[7] == 1 && session[7] == 1000 && ring[7] == 3)
    `COVER(it_stands_in_a1_and_b0, told && hit && sames[7] == 6)
    `COVER(it_stands_in_b1, told && hit && sames[7] == 8)
    `COVER(it_stands_nowhere, told && !hit && &{written[4][0], written[4][W], written[4][2 * W], written[4][3 * W]})
    `COVER(two_in_consecutive_clocks, told && hit && valid[6] && there[6] && still[6] && sames[6] == 0)
    `COVER(it_is_written_while_one_is_under_way, told && hit && |sames[7] && !still[6])
endmodule
