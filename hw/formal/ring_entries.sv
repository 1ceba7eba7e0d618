// There is room for every entry that is taken (docs/datapath.md, 6.5): one RX ring, with frames that are let in only where it has said since the last one
// that there is room (*room* shows that of the gate), which take no more entries than were kept for them (*steering* has the bound), one frame after the
// other, and with FENCEs, which are taken while no frame is under way (*gate*) and the ring has said that there is room for one (*commands*).
`include "formal.svh"
module ring_entries (input clock, input admit, input [5:0] admit_entries, input take, input fence, input done, input [5:0] left_over, input doorbell,
                     input [31:0] doorbell_counts, input restart);
    // Any allowed sizes; they stand while the ring is on.
    (* anyconst *) wire [3:0] entry_log2;
    always @(*) assume (entry_log2 >= 7);
    // Power-up, then the ring goes on, as often as it has drained: its counts are zeroed, those of frames under way are not.
    reg [2:0] age = 0;
    always @(posedge clock) age <= age + (age != 7);
    wire forget = age < 4, reset = forget || restart, running = age > 4;
    wire [15:0] entry, consumed;
    wire entries_ok, fence_ok, finish;
    wire [5:0] finish_entries;
    fixnic_core$rings$rings$0 dut (.clock(clock), .reset(reset), .forget(forget), .entry_log2(entry_log2), .buffer_log2(4'd7), .admit(admit), .admit_entries(admit_entries),
        .finish(finish), .finish_entries(finish_entries), .entries_ok(entries_ok), .fence_ok(fence_ok), .take_entry(take || fence), .entry(entry), .first(1'b0), .more(1'b0),
        .doorbell(doorbell), .doorbell_counts(doorbell_counts), .consumed(consumed));
    // Registers of the block, by their names after flattening.
    (* hierconn *) wire [15:0] \dut.entries_held.q , \dut.free.q , \dut.wanted.q , \dut.kept.q , \dut.given_back.q , \dut.entries_asked.q , \dut.entries_out.q ,
        \dut.entry_last.q , \dut.lap.q ;
    (* hierconn *) wire [31:0] \dut.asked.q ;
    (* hierconn *) wire \dut.ring_1.q , \dut.ring_2.q , \dut.ring_3.q , \dut.entries_fit.q ;

    // The frames' ends come to the ring four clocks later (choice.an_end_is_given_to_its_ring).
    reg [3:0] ended;
    reg [5:0] ended_1, ended_2, ended_3, ended_4;
    always @(posedge clock) begin
        ended <= forget ? 0 : {ended[2:0], done};
        {ended_4, ended_3, ended_2, ended_1} <= {ended_3, ended_2, ended_1, done_entries};
    end
    assign finish = ended[3], finish_entries = ended_4;

    // Counts that run free, modulo 2^16, in terms of each other so that no step of the proof adds many numbers. `let_in`: what all frames were let in with, and
    // the 40 of one more; `had`: what those of them had that have ended, `had_N` N clocks before. `most`: the count of entries once all are taken that are kept.
    // `start`: the count where the frame whose turn it is began; `unused`: that less `had`, so that it falls by what a frame leaves over.
    reg [15:0] let_in, had, had_1, had_2, had_3, had_4, start, unused, most, needed_1;
    reg [5:0] taken_by_frame;
    reg [2:0] since_doorbell, since_admission, since_entry;
    reg said, said_for_fence; // the ring has said so since the last admission, and since the last entry
    wire [15:0] still_to_take = most - entry, ended_lately = had - had_4;
    wire [5:0] taken_with_this = taken_by_frame + take;
    wire [5:0] done_entries = taken_with_this + left_over;
    wire said_now = entries_ok && since_admission >= 3, said_for_fence_now = fence_ok && since_entry >= 3;
    always @(posedge clock) begin
        if (forget) {let_in, had, had_1, had_2, had_3, had_4} <= {16'd40, 80'd0};
        else begin
            if (admit) let_in <= let_in + {10'd0, admit_entries};
            if (done) had <= had + {10'd0, done_entries};
            {had_4, had_3, had_2, had_1} <= {had_3, had_2, had_1, had};
        end
        if (reset) start <= 0; else if (done || fence) start <= entry + (take || fence);
        unused <= forget ? 0 : restart ? -had : unused + fence - (done ? {10'd0, left_over} : 16'd0);
        most <= reset ? 0 : most + (admit ? {10'd0, admit_entries} : 16'd0) + fence - (done ? {10'd0, left_over} : 16'd0);
        needed_1 <= needed;
        taken_by_frame <= forget || done ? 0 : taken_with_this;
        since_doorbell <= reset ? 7 : doorbell ? 0 : since_doorbell + (since_doorbell != 7);
        since_admission <= reset || admit || fence ? 0 : since_admission + (since_admission != 7);
        since_entry <= reset || take || fence ? 0 : since_entry + (since_entry != 7);
        said <= !(reset || admit || fence) && (said || said_now);
        said_for_fence <= !(reset || take || fence) && (said_for_fence || said_for_fence_now);
    end
    always @(*) begin
        assume (!doorbell || (since_doorbell >= 3 && !forget)); // The register bus leaves at least four clocks between two writes (axi_lite.writes_are_apart).
        assume (!admit || (said && admit_entries <= 40 && !reset));
        assume (!take || (still_to_take != 0 && taken_by_frame < 40 && !reset));
        assume (!done || ({1'b0, taken_with_this} + left_over <= 40 && left_over + take <= still_to_take && !reset));
        assume (!fence || (still_to_take == 0 && taken_by_frame == 0 && said_for_fence && !take && !admit && !reset));
        assume (!restart || (still_to_take == 0 && taken_by_frame == 0 && ended == 0));
    end
    wire [16:0] size = 17'd1 << entry_log2;
    // What the host holds, and what it may come to hold.
    wire [15:0] held = entry - consumed, needed = most - consumed;

    // The steps from what was known to what the ring compares, one addition each: *each* proves an implication at a time.
    wire [17:0] lately_held = \dut.entries_held.q + ended_lately + taken_by_frame;
    wire stays = most + 16'd40 == entry - taken_by_frame + let_in - had, promised = let_in - had_4 == still_to_take + 16'd40 + taken_by_frame + ended_lately;
    wire needs = {1'b0, needed} == held + still_to_take, follows = held <= lately_held;
    wire ordered = held + {2'd0, still_to_take} <= lately_held + {2'd0, still_to_take};
    wire regrouped = lately_held + still_to_take + 18'd40 == \dut.entries_held.q + {2'd0, let_in - had_4};
    wire lately = ended_lately <= 160 && taken_by_frame <= 40, total = \dut.entries_held.q + {1'b0, let_in - had_4} >= {1'b0, needed} + 17'd40;
    wire had_room = needed_1 + 17'd40 <= size, falls = needed <= needed_1;
    wire most_adds_up = most + 16'd40 == unused + let_in, entry_adds_up = entry == unused + had + taken_by_frame;
    always @(posedge clock) if (running) begin
        an_entry_is_taken_only_while_one_is_free: assert (!(take || fence) || held < size);
        a_frame_is_let_in_only_with_room_for_its_entries: assert (!admit || {1'b0, needed} + admit_entries <= size);
        lemma_sizes: assert (\dut.entry_last.q == size - 17'd1 && \dut.lap.q == size[15:0]);
        lemma_doorbell: assert ((!\dut.ring_1.q || since_doorbell == 0) && (!\dut.ring_2.q || since_doorbell == 1) && (!\dut.ring_3.q || since_doorbell == 2));
        lemma_credit: assert ((!\dut.ring_2.q || (\dut.entries_asked.q == \dut.asked.q [15:0] - consumed && \dut.entries_out.q <= held))
            && (!(\dut.ring_3.q && \dut.entries_fit.q ) || \dut.asked.q [15:0] - consumed <= held));
        lemma_taken: assert (taken_by_frame <= 40 && (!ended[0] || ended_1 <= 40) && (!ended[1] || ended_2 <= 40) && (!ended[2] || ended_3 <= 40) && (!ended[3] || ended_4 <= 40));
        lemma_kept: assert (\dut.kept.q == let_in);
        lemma_given_back: assert (\dut.given_back.q == had_4);
        lemma_had: assert (had == had_1 + (ended[0] ? ended_1 : 16'd0));
        lemma_start: assert (entry == start + taken_by_frame);
        lemma_unused: assert (start == unused + had);
        lemma_most: assert (most_adds_up);
        lemma_entry: assert (entry_adds_up);
        lemma_lately: assert (ended_lately <= 160);
        lemma_follows: assert (follows || since_admission < 1);
        lemma_still: assert (!(most_adds_up && entry_adds_up) || stays);
        lemma_promised: assert (!stays || promised);
        lemma_needs: assert (held > needed || needs);
        lemma_order: assert (!follows || ordered);
        lemma_regrouped: assert (!(promised && lately) || regrouped);
        lemma_total: assert (since_admission < 1 || !(ordered && regrouped && needs) || total);
        lemma_before: assert (since_admission < 2 || \dut.free.q < \dut.wanted.q || had_room);
        lemma_falls: assert (since_admission < 1 || falls);
        lemma_enough: assert (since_admission < 2 || \dut.free.q < \dut.wanted.q || !(had_room && falls) || {1'b0, needed} + 17'd40 <= size);
        lemma_needed: assert (held <= needed && needed <= size);
        lemma_said: assert (!(said || said_now) || {1'b0, needed} + 17'd40 <= size);
        lemma_said_for_fence: assert (!(said_for_fence || said_for_fence_now) || {1'b0, held} + 17'd2 <= size);
    end
    `COVER(a_frame_is_let_in_with_the_least_room, admit && {1'b0, needed} + 17'd40 == size)
    `COVER(a_fence_is_taken, fence && held == 2)
    `COVER(a_ring_goes_on_again, restart && held > 2 && age == 7)
endmodule
