// The gate keeps to a ring's room: what *ring* and *ring_entries* assume of it, shown of gate and rings as they stand together, for ring 0; *choice* says
// the same of all four. A frame begins only where the ring says that the longest one has room, in the granule that its admission tells; it is let in only
// if the ring has said, since the last frame or FENCE, that there is room for its entries.
`include "formal.svh"
module room (input clock, input reset, input [`Beat_bits-1:0] s_beat, input s_beat_valid, input [`Arrival_bits-1:0] s_arrival, input s_arrival_valid, input s_known,
             input [1:0] s_ring, input [5:0] s_entries, input none_known, input cfg_enabled, input slack, input frame_done, input [1:0] done_ring, input [5:0] done_entries,
             input command_ready, input command_done, input quiet_request, input [3:0] doorbell, input [31:0] doorbell_counts, input [2:0] others_on, input [1:0] format_ring,
             input take_entry, input fence, input [1:0] fence_ring, input [15:0] written0, input [15:0] written1, input [15:0] written2, input [15:0] written3);
    // Any allowed sizes; they stand while the ring is on. It is on from the reset on.
    (* anyconst *) wire [3:0] entry_log2, granule_log2;
    always @(*) assume (entry_log2 >= 7 && granule_log2 >= 7);
    wire ring_on, ring_room, ring_full, ring_first, ring_more, s_beat_read, s_arrival_read, s_known_read, admission_valid;
    wire [15:0] ring_granule;
    wire [1:0] filling;
    wire [`Admission_bits-1:0] admission;
    wire [3:0] admission_ring;
    fixnic_core$gate gate (.clock(clock), .reset(reset), .zero_counts(1'b0), .s_beat(s_beat), .s_beat_valid(s_beat_valid), .s_beat_read(s_beat_read),
        .s_arrival(s_arrival), .s_arrival_valid(s_arrival_valid), .s_arrival_read(s_arrival_read), .s_known(s_known), .s_ring(s_ring), .s_entries(s_entries),
        .s_known_read(s_known_read), .none_known(none_known), .cfg_enabled(cfg_enabled), .ring_on(ring_on), .ring_room(ring_room), .ring_full(ring_full),
        .ring_granule(ring_granule), .ring_first(ring_first), .ring_more(ring_more), .filling(filling), .slack(slack), .frame_done(frame_done),
        .command_ready(command_ready), .command_done(command_done), .quiet_request(quiet_request), .admission_valid(admission_valid),
        .admission_ring(admission_ring), .admission(admission));
    fixnic_core$rings rings (.clock(clock), .reset(reset), .zero_counts(1'b0), .enable({others_on, 1'b1}), .doorbell(doorbell), .doorbell_counts(doorbell_counts),
        .entry_log2$0(entry_log2), .buffer_log2$0(granule_log2), .entry_log2$1(4'd7), .buffer_log2$1(4'd7), .entry_log2$2(4'd7), .buffer_log2$2(4'd7), .entry_log2$3(4'd7), .buffer_log2$3(4'd7),
        .written$0(written0), .written$1(written1), .written$2(written2), .written$3(written3), .gate_ring(s_ring), .gate_on(ring_on), .gate_room(ring_room), .gate_full(ring_full),
        .gate_granule(ring_granule), .first(ring_first), .more(ring_more), .filling(filling), .admit(admission_ring), .admit_entries(admission[`Admission_entries]), .format_ring(format_ring),
        .take_entry(take_entry), .finish(frame_done), .finish_ring(done_ring), .finish_entries(done_entries), .fence_ring(fence_ring));
    `PAST_VALID
    always @(posedge clock) if (begun && $past(s_beat_valid && !s_beat_read)) assume (s_beat_valid && $stable(s_beat));
    always @(posedge clock) if (begun && $past(s_arrival_valid && !s_arrival_read)) assume (s_arrival_valid && $stable(s_arrival));
    always @(posedge clock) if (begun && $past(s_known && !s_known_read)) assume (s_known && $stable({s_ring, s_entries}));
    // What ring 0 is told and tells, by its names after flattening.
    (* hierconn *) wire \rings.rings$0.first , \rings.rings$0.more , \rings.rings$0.granules_ok , \rings.rings$0.reset , \rings.rings$0.granules_ok_after , \rings.rings$0.admit , \rings.rings$0.entries_ok ;
    (* hierconn *) wire [15:0] \rings.rings$0.granule , \rings.rings$0.granules ;
    wire first = \rings.rings$0.first , more = \rings.rings$0.more , restarts = \rings.rings$0.reset , admits = \rings.rings$0.admit ;

    // A frame has 256 beats at most; the register bus leaves at least four clocks between two doorbells.
    reg [7:0] number;
    reg [2:0] since_doorbell, since_granule, since_admission;
    reg said; // as in *ring_entries*
    reg [5:0] in_frame;
    reg [15:0] first_granule;
    always @(posedge clock) begin
        number <= reset ? 0 : s_beat_read ? (s_beat[`Beat_eof] ? 0 : number + 1) : number;
        since_doorbell <= reset ? 7 : doorbell != 0 ? 0 : since_doorbell + (since_doorbell != 7);
        since_granule <= reset || restarts ? 7 : first || more ? 0 : since_granule + (since_granule != 7);
        in_frame <= reset || restarts ? 0 : first ? 1 : in_frame + more;
        since_admission <= reset || restarts || admits || fence ? 0 : since_admission + (since_admission != 7);
        said <= !(reset || restarts || admits || fence) && (said || (\rings.rings$0.entries_ok && since_admission >= 3));
        if (admission_ring[0]) first_granule <= admission[`Admission_granule];
    end
    always @(*) begin
        assume (!s_beat_valid || number != 255 || s_beat[`Beat_eof]);
        assume (doorbell == 0 || since_doorbell >= 3);
        // Commands are applied from their start until they are done, and so is the FENCE taken (*commands*).
        assume (!fence || (take_entry && \gate.state.q == 3));
    end

    // Registers of gate and ring, by their names after flattening.
    (* hierconn *) wire [2:0] \gate.state.q ; // GateState
    (* hierconn *) wire \gate.delivers.q , \gate.drops.q , \gate.first.q , \gate.deliver.q , \gate.refuse.q , \gate.forbid.q , \gate.decided.q , \gate.told.q , \gate.admit.q , \gate.was_disabled.q , \gate.was_ring.q ;
    (* hierconn *) wire [2:0] \gate.beat_in_granule.q , \gate.settle.q ;
    (* hierconn *) wire \gate.settled.q ;
    (* hierconn *) wire [5:0] \rings.on$0.q ;
    (* hierconn *) wire [3:0] \rings.takes_frames.q , \rings.with_room.q , \rings.took_more.q ;
    (* hierconn *) wire [15:0] \rings.rings$0.granules_back.q , \rings.rings$0.lap_left.q , \rings.rings$0.lap_end.q , \rings.rings$0.granule_last.q , \rings.rings$0.size.q ;
    (* hierconn *) wire \rings.rings$0.at_end.q , \rings.rings$0.ring_1.q , \rings.rings$0.ring_2.q , \rings.rings$0.ring_3.q ;
    wire [5:0] on = \rings.on$0.q ;
    wire [16:0] granule_size = 17'd1 << granule_log2;
    wire [15:0] granule_last = granule_size - 1, granules = \rings.rings$0.granules , granule = \rings.rings$0.granule , back = \rings.rings$0.granules_back.q ;
    wire [15:0] granules_held = granules - back, with_longest = granule + 16'd31 - back, left = granule_size - (granules & granule_last);
    wire [5:0] in_frame_now = first ? 1 : in_frame + more;
    wire fills = \gate.state.q == 1 && filling == 0; // a frame of ring 0 passes, or waits to
    reg ran = 0; // a clock before, too
    always @(posedge clock) ran <= running;
    reg zeroed; // since the ring was turned on
    always @(posedge clock) zeroed <= !reset && (zeroed || (restarts && on[1]));

    always @(posedge clock) if (running) begin
        a_frame_begins_only_where_there_is_room: assert (!first || (since_granule >= 3 && \rings.rings$0.granules_ok && !more && !restarts));
        a_frame_begins_in_the_granule_of_its_admission: assert (!first || granule == first_granule);
        a_frame_is_let_in_only_where_its_ring_has_said_so: assert (!admits || said);
        a_frame_takes_32_granules_at_most: assert (!more || (in_frame != 0 && in_frame < 32 && !restarts));
        lemma_state: assert (\gate.state.q <= 4 && \gate.delivers.q == (\gate.state.q == 1) && \gate.drops.q == (\gate.state.q == 2));
        lemma_decision: assert (\gate.decided.q == \gate.deliver.q + \gate.refuse.q + \gate.forbid.q && (!\gate.decided.q || \gate.state.q == 0));
        lemma_told: assert (\gate.told.q == \gate.admit.q + \gate.was_disabled.q + \gate.was_ring.q && (!\gate.told.q || (\gate.admit.q ? \gate.state.q == 1 && \gate.first.q : \gate.state.q == 2)));
        lemma_first: assert (\gate.state.q != 1 && \gate.state.q != 2 ? number == 0 : \gate.first.q == (number == 0));
        lemma_settle: assert (!(\gate.state.q == 1 && \gate.first.q ) || (\gate.settle.q == 5 && (!\gate.settled.q || \gate.admit.q )));
        lemma_beat_in_granule: assert (\gate.state.q != 1 || \gate.beat_in_granule.q == number[2:0]);
        lemma_on: assert ((on & (on + 6'd1)) == 0 && (!\rings.takes_frames.q [0] || on == 63 || !ran) && (!restarts || on <= 3) && (zeroed == (on >= 7)));
        lemma_sizes: assert (on == 0 || (\rings.rings$0.granule_last.q == granule_last && \rings.rings$0.size.q == granule_size[15:0]));
        lemma_fills: assert (!(fills || first || more || (\gate.deliver.q && s_ring == 0)) || on == 63);
        lemma_doorbell: assert ((!\rings.rings$0.ring_1.q || since_doorbell == 0) && (!\rings.rings$0.ring_2.q || since_doorbell == 1) && (!\rings.rings$0.ring_3.q || since_doorbell == 2) || !ran);
        lemma_lap: assert (!zeroed || (\rings.rings$0.lap_left.q == left && \rings.rings$0.lap_end.q == (granules | granule_last) + 16'd1 && \rings.rings$0.at_end.q == (left < 32)));
        lemma_held: assert (!zeroed || (granules_held <= granule_size && in_frame <= 32 && (in_frame == 0 || granules_held + (32 - in_frame) <= granule_size)));
        lemma_in_frame: assert (!fills || number == 0 || in_frame_now == 1 + number[7:3]);
        lemma_since: assert (on != 63 || \gate.state.q == 3 || since_admission + {1'b0, \gate.settle.q } >= 3);
        lemma_settled: assert (!\gate.settled.q || !\rings.takes_frames.q [0] || since_admission >= 4 || !ran);
        lemma_took_more: assert (!\rings.took_more.q [0] || since_admission >= 5 || !ran);
        lemma_with_room: assert (!\rings.with_room.q [0] || since_admission < 4 || said || !zeroed || !ran);
        lemma_deliver: assert (!(\gate.deliver.q && s_ring == 0) || (said && since_admission >= 5));
        lemma_admits: assert (admits == (\gate.admit.q && filling == 0));
        lemma_waits: assert (!(fills && \gate.first.q ) || (\rings.rings$0.granules_ok && with_longest <= granule_last && (\gate.admit.q ? admission[`Admission_granule] : first_granule) == granule && since_granule >= 2 && !more && !first));
        lemma_takes: assert (!first || (with_longest <= granule_last && fills == (number != 0)));
    end
    `COVER(a_frame_begins_three_clocks_behind_a_granule, first && since_granule == 3)
    `COVER(a_frame_of_two_granules, more && in_frame == 1)
endmodule
