// Phase, credit and room of one RX ring (docs/datapath.md, 6.1 to 6.6), with entries and granules that are taken only where there
// is room (*ring_entries* and *room* show that they are), and a host that may ring with anything.
`include "formal.svh"
module ring (input clock, input take_entry, input first, input more, input admit, input [5:0] admit_entries, input finish,
             input [5:0] finish_entries, input doorbell, input [31:0] doorbell_counts);
    // Any allowed sizes; they stand while the ring is on.
    (* anyconst *) wire [3:0] entry_log2, granule_log2;
    wire [16:0] size = 17'd1 << entry_log2, granule_size = 17'd1 << granule_log2;
    wire [15:0] entry_last = size - 1, granule_last = granule_size - 1;
    always @(*) assume (entry_log2 >= 7 && granule_log2 >= 7);
    // Enabling holds the ring's reset until its sizes have followed.
    reg [2:0] age = 0;
    always @(posedge clock) age <= age + (age != 7);
    wire reset = age < 4, running = age > 4;
    wire [15:0] entry, lap_bit, granule, granules, consumed, entry_mask, granule_mask;
    wire entries_ok, idle, fence_ok, granules_ok, granules_ok_after, refused;
    fixnic_core$rings$rings$0 dut (.clock(clock), .reset(reset), .forget(reset), .entry_log2(entry_log2), .buffer_log2(granule_log2),
        .entry_mask(entry_mask), .granule_mask(granule_mask), .admit(admit), .admit_entries(admit_entries), .finish(finish),
        .finish_entries(finish_entries), .entries_ok(entries_ok), .idle(idle), .fence_ok(fence_ok), .take_entry(take_entry),
        .entry(entry), .lap_bit(lap_bit), .first(first), .more(more), .granule(granule), .granules_ok(granules_ok), .granules_ok_after(granules_ok_after),
        .granules(granules), .doorbell(doorbell), .doorbell_counts(doorbell_counts), .refused(refused), .consumed(consumed));
    // Registers of the block, by their names after flattening.
    (* hierconn *) wire [15:0] \dut.granules_back.q , \dut.lap_left.q , \dut.lap_end.q , \dut.kept.q , \dut.given_back.q ;
    (* hierconn *) wire \dut.at_end.q ;

    // The register bus leaves at least four clocks between two writes (axi_lite.writes_are_apart).
    reg [2:0] since_doorbell, since_change, since_granule;
    always @(posedge clock) begin
        since_doorbell <= reset ? 7 : doorbell ? 0 : since_doorbell + (since_doorbell != 7);
        since_change <= reset || admit || finish || take_entry ? 0 : since_change + (since_change != 7);
        since_granule <= reset || first || more ? 0 : since_granule + (since_granule != 7);
    end
    always @(*) assume (!doorbell || (since_doorbell >= 3 && !reset));

    // Written again from the rules: what was taken, what the host holds, what is kept for frames under way.
    reg [15:0] taken, held, let_in, finished, granules_back, asked_entries, asked_granules, consumed_before;
    reg [3:0] asked;
    reg [5:0] in_frame;
    wire [15:0] more_consumed = consumed - consumed_before, entries_held_now = taken - consumed_before;
    wire [15:0] granules_back_now = asked[3] && !refused ? asked_granules : granules_back;
    wire [15:0] granules_held = granules - granules_back_now, skipped = granule - granules;
    wire [15:0] granules_with_longest = granule + 16'd31 - granules_back_now;
    wire [15:0] next_lap = (granules | granule_last) + 16'd1, left = granule_size - (granules & granule_last);
    wire [15:0] wanted = let_in - finished; // of the frames under way and the longest one more
    wire settled = since_granule >= 3;
    always @(*) begin
        assume (!take_entry || (held < size && !reset));
        // A frame begins where the ring says, and takes at most 32 granules.
        assume (!first || (settled && granules_ok && !more && !reset));
        assume (!more || (in_frame != 0 && in_frame < 32));
        assume (!admit || !reset);
        assume (!finish || (finish_entries + 16'd40 <= wanted && !reset));
        // The gate holds fewer than 64 frames under way (gate.many_under_way), each with at most 63 entries kept.
        assume (!admit || wanted < 16'd4136);
    end
    always @(posedge clock) begin
        consumed_before <= reset ? 0 : consumed;
        asked <= reset ? 0 : {asked[2:0], doorbell};
        if (doorbell) {asked_granules, asked_entries} <= doorbell_counts;
        taken <= reset ? 0 : taken + take_entry;
        held <= reset ? 0 : held + take_entry - more_consumed;
        if (reset) {let_in, finished} <= {16'd40, 16'd0};
        else {let_in, finished} <= {let_in + (admit ? {10'd0, admit_entries} : 16'd0), finished + (finish ? {10'd0, finish_entries} : 16'd0)};
        in_frame <= reset ? 0 : first ? 1 : in_frame + more;
        granules_back <= reset ? 0 : granules_back_now;
    end

    // What it said two clocks ago, in the clock of a granule that no other came next to.
    reg [1:0] ahead, asked_ahead;
    reg [15:0] back_1, back_2, back_3;
    always @(posedge clock) begin
        ahead <= {ahead[0], granules_ok_after};
        asked_ahead <= reset ? 0 : {asked_ahead[0], more && since_granule >= 1};
        {back_3, back_2, back_1} <= {back_2, back_1, granules_back_now};
    end
    wire foretold = asked_ahead[1] && since_granule == 1;

    always @(posedge clock) if (running) begin
        room_is_told_ahead: assert (!(foretold && back_1 == back_3) || ahead[1] == granules_ok);
        entry_counts_what_was_taken: assert (entry == taken);
        // Phase 1 while the count's bit is 0: the first pass, then every second.
        the_phase_turns_with_each_lap: assert (lap_bit == size[15:0] && entry_mask == entry_last && granule_mask == granule_last);
        credit_never_exceeds_what_is_held: assert (more_consumed <= held);
        no_entry_beyond_the_ring: assert (held <= size);
        a_doorbell_is_taken_or_refused_whole: assert (!asked[3] || (refused ? more_consumed == 0 : consumed == asked_entries));
        only_a_doorbell_returns_credit: assert (asked[3] || (more_consumed == 0 && !refused));
        room_counts_what_is_under_way: assert (!(entries_ok && since_change >= 4 && since_doorbell >= 7) || held + {1'b0, wanted} <= size);
        a_frame_does_not_wrap: assert ((granule & granule_last) + 17'd32 <= granule_size);
        a_frame_begins_at_the_next_place: assert (skipped == 0 || ((granule & granule_last) == 0 && skipped < 32));
        room_is_for_the_longest_frame: assert (!(settled && granules_ok) || granules_with_longest <= granule_last);
        no_granule_beyond_the_buffer: assert (granules_held <= granule_size);
        lemma_lap: assert (\dut.lap_left.q == left && \dut.lap_end.q == next_lap && \dut.at_end.q == (left < 32));
        lemma_granules_back: assert (\dut.granules_back.q == granules_back_now);
        lemma_back: assert (asked[3] || back_1 == granules_back_now);
        lemma_wanted: assert (\dut.kept.q == let_in && \dut.given_back.q == finished && wanted < 16'd4136 + 16'd63);
        lemma_asked: assert (asked == {since_doorbell == 3, since_doorbell == 2, since_doorbell == 1, since_doorbell == 0});
        lemma_held: assert (held == entries_held_now);
        lemma_frame: assert (in_frame <= 32 && (in_frame == 0 || granules_held + (32 - in_frame) <= granule_size));
    end
    `COVER(a_granule_is_followed_by_room, foretold && ahead[1])
    `COVER(a_doorbell_is_refused, refused)
    `COVER(credit_comes_back, more_consumed == 3)
    `COVER(a_frame_begins, first && in_frame > 2)
endmodule
