// Four rings, each for itself (docs/datapath.md, 1.5 and 6): who is admitted, placed, filled or asked for is the ring that is named, and what
// one ring is like never reaches another: two cores in which one ring, whichever, is told and tells the same, and all others may be told and
// tell anything, say the same of that ring. The rings give anything here; what they are like is ring's. Ports and ports of rings only.
`include "formal.svh"
module choice (input clock, input reset, input zero_counts, input [63:0] entry_base0, input [63:0] entry_base1, input [63:0] entry_base2,
               input [63:0] entry_base3, input [63:0] buffer_base0, input [63:0] buffer_base1, input [63:0] buffer_base2,
               input [63:0] buffer_base3, input [31:0] doorbell_counts, input [1:0] gate_ring, input [1:0] fence_ring,
               // Of both cores, a in the low half.
               input [7:0] enable, input [7:0] doorbell, input [127:0] written, input [1:0] admit, input [3:0] admit_ring,
               input [11:0] admit_entries, input [1:0] first, input [1:0] more, input [3:0] filling, input [3:0] format_ring,
               input [1:0] take_entry, input [1:0] finish, input [3:0] finish_ring, input [11:0] finish_entries);
    wire [3:0] a_refused, a_pending, a_draining, a_live, a_begins;
    wire [15:0] a_entries0, a_granules0, a_entries1, a_granules1, a_entries2, a_granules2, a_entries3, a_granules3, a_gate_granule, a_gate_mask, a_format_entry,
        a_format_mask, a_format_lap_bit;
    wire [63:0] a_gate_buffer, a_format_base;
    wire a_gate_on, a_gate_room, a_gate_full, a_fence_on, a_fence_ok;
    fixnic_core$rings a (
        .clock(clock), .reset(reset), .zero_counts(zero_counts), .enable(enable[0+:4]), .doorbell(doorbell[0+:4]),
        .doorbell_counts(doorbell_counts), .gate_ring(gate_ring), .fence_ring(fence_ring), .entry_base$0(entry_base0),
        .buffer_base$0(buffer_base0), .entry_log2$0(4'd7), .buffer_log2$0(4'd7), .written$0(written[0+:16]), .entries$0(a_entries0),
        .granules$0(a_granules0), .entry_base$1(entry_base1), .buffer_base$1(buffer_base1), .entry_log2$1(4'd7), .buffer_log2$1(4'd7),
        .written$1(written[16+:16]), .entries$1(a_entries1), .granules$1(a_granules1), .entry_base$2(entry_base2),
        .buffer_base$2(buffer_base2), .entry_log2$2(4'd7), .buffer_log2$2(4'd7), .written$2(written[32+:16]), .entries$2(a_entries2),
        .granules$2(a_granules2), .entry_base$3(entry_base3), .buffer_base$3(buffer_base3), .entry_log2$3(4'd7), .buffer_log2$3(4'd7),
        .written$3(written[48+:16]), .entries$3(a_entries3), .granules$3(a_granules3), .admit(admit[0] ? 4'd1 << admit_ring[1:0] : 4'd0), .first(first[0]), .more(more[0]),
        .take_entry(take_entry[0]), .finish(finish[0]), .filling(filling[0+:2]),
        .format_ring(format_ring[0+:2]), .finish_ring(finish_ring[0+:2]), .admit_entries(admit_entries[0+:6]),
        .finish_entries(finish_entries[0+:6]), .refused(a_refused), .pending(a_pending), .draining(a_draining), .live(a_live),
        .begins(a_begins), .gate_granule(a_gate_granule), .gate_mask(a_gate_mask), .format_entry(a_format_entry),
        .format_mask(a_format_mask), .format_lap_bit(a_format_lap_bit), .gate_buffer(a_gate_buffer), .format_base(a_format_base),
        .gate_on(a_gate_on), .gate_room(a_gate_room), .gate_full(a_gate_full), .fence_on(a_fence_on), .fence_ok(a_fence_ok));
    wire [3:0] b_refused, b_pending, b_draining, b_live, b_begins;
    wire [15:0] b_entries0, b_granules0, b_entries1, b_granules1, b_entries2, b_granules2, b_entries3, b_granules3, b_gate_granule, b_gate_mask, b_format_entry,
        b_format_mask, b_format_lap_bit;
    wire [63:0] b_gate_buffer, b_format_base;
    wire b_gate_on, b_gate_room, b_gate_full, b_fence_on, b_fence_ok;
    fixnic_core$rings b (
        .clock(clock), .reset(reset), .zero_counts(zero_counts), .enable(enable[4+:4]), .doorbell(doorbell[4+:4]),
        .doorbell_counts(doorbell_counts), .gate_ring(gate_ring), .fence_ring(fence_ring), .entry_base$0(entry_base0),
        .buffer_base$0(buffer_base0), .entry_log2$0(4'd7), .buffer_log2$0(4'd7), .written$0(written[64+:16]), .entries$0(b_entries0),
        .granules$0(b_granules0), .entry_base$1(entry_base1), .buffer_base$1(buffer_base1), .entry_log2$1(4'd7), .buffer_log2$1(4'd7),
        .written$1(written[80+:16]), .entries$1(b_entries1), .granules$1(b_granules1), .entry_base$2(entry_base2),
        .buffer_base$2(buffer_base2), .entry_log2$2(4'd7), .buffer_log2$2(4'd7), .written$2(written[96+:16]), .entries$2(b_entries2),
        .granules$2(b_granules2), .entry_base$3(entry_base3), .buffer_base$3(buffer_base3), .entry_log2$3(4'd7), .buffer_log2$3(4'd7),
        .written$3(written[112+:16]), .entries$3(b_entries3), .granules$3(b_granules3), .admit(admit[1] ? 4'd1 << admit_ring[3:2] : 4'd0), .first(first[1]), .more(more[1]),
        .take_entry(take_entry[1]), .finish(finish[1]), .filling(filling[2+:2]),
        .format_ring(format_ring[2+:2]), .finish_ring(finish_ring[2+:2]), .admit_entries(admit_entries[6+:6]),
        .finish_entries(finish_entries[6+:6]), .refused(b_refused), .pending(b_pending), .draining(b_draining), .live(b_live),
        .begins(b_begins), .gate_granule(b_gate_granule), .gate_mask(b_gate_mask), .format_entry(b_format_entry),
        .format_mask(b_format_mask), .format_lap_bit(b_format_lap_bit), .gate_buffer(b_gate_buffer), .format_base(b_format_base),
        .gate_on(b_gate_on), .gate_room(b_gate_room), .gate_full(b_gate_full), .fence_on(b_fence_on), .fence_ok(b_fence_ok));
    `PAST_VALID
    // What the rings are told and tell, by their names after flattening.
    (* hierconn *) wire [15:0] \a.rings$0.entry , \a.rings$0.entry_mask , \a.rings$0.granule_mask , \a.rings$0.lap_bit , \a.rings$0.granule , \a.rings$0.granules ,
        \a.rings$0.consumed ;
    (* hierconn *) wire \a.rings$0.entries_ok , \a.rings$0.idle , \a.rings$0.fence_ok , \a.rings$0.granules_ok , \a.rings$0.granules_ok_after , \a.rings$0.refused ,
        \a.rings$0.reset , \a.rings$0.forget , \a.rings$0.admit , \a.rings$0.finish , \a.rings$0.take_entry , \a.rings$0.first , \a.rings$0.more , \a.rings$0.doorbell ;
    (* hierconn *) wire [5:0] \a.rings$0.admit_entries , \a.rings$0.finish_entries ;
    (* hierconn *) wire [15:0] \a.rings$1.entry , \a.rings$1.entry_mask , \a.rings$1.granule_mask , \a.rings$1.lap_bit , \a.rings$1.granule , \a.rings$1.granules ,
        \a.rings$1.consumed ;
    (* hierconn *) wire \a.rings$1.entries_ok , \a.rings$1.idle , \a.rings$1.fence_ok , \a.rings$1.granules_ok , \a.rings$1.granules_ok_after , \a.rings$1.refused ,
        \a.rings$1.reset , \a.rings$1.forget , \a.rings$1.admit , \a.rings$1.finish , \a.rings$1.take_entry , \a.rings$1.first , \a.rings$1.more , \a.rings$1.doorbell ;
    (* hierconn *) wire [5:0] \a.rings$1.admit_entries , \a.rings$1.finish_entries ;
    (* hierconn *) wire [15:0] \a.rings$2.entry , \a.rings$2.entry_mask , \a.rings$2.granule_mask , \a.rings$2.lap_bit , \a.rings$2.granule , \a.rings$2.granules ,
        \a.rings$2.consumed ;
    (* hierconn *) wire \a.rings$2.entries_ok , \a.rings$2.idle , \a.rings$2.fence_ok , \a.rings$2.granules_ok , \a.rings$2.granules_ok_after , \a.rings$2.refused ,
        \a.rings$2.reset , \a.rings$2.forget , \a.rings$2.admit , \a.rings$2.finish , \a.rings$2.take_entry , \a.rings$2.first , \a.rings$2.more , \a.rings$2.doorbell ;
    (* hierconn *) wire [5:0] \a.rings$2.admit_entries , \a.rings$2.finish_entries ;
    (* hierconn *) wire [15:0] \a.rings$3.entry , \a.rings$3.entry_mask , \a.rings$3.granule_mask , \a.rings$3.lap_bit , \a.rings$3.granule , \a.rings$3.granules ,
        \a.rings$3.consumed ;
    (* hierconn *) wire \a.rings$3.entries_ok , \a.rings$3.idle , \a.rings$3.fence_ok , \a.rings$3.granules_ok , \a.rings$3.granules_ok_after , \a.rings$3.refused ,
        \a.rings$3.reset , \a.rings$3.forget , \a.rings$3.admit , \a.rings$3.finish , \a.rings$3.take_entry , \a.rings$3.first , \a.rings$3.more , \a.rings$3.doorbell ;
    (* hierconn *) wire [5:0] \a.rings$3.admit_entries , \a.rings$3.finish_entries ;
    (* hierconn *) wire [15:0] \b.rings$0.entry , \b.rings$0.entry_mask , \b.rings$0.granule_mask , \b.rings$0.lap_bit , \b.rings$0.granule , \b.rings$0.granules ,
        \b.rings$0.consumed ;
    (* hierconn *) wire \b.rings$0.entries_ok , \b.rings$0.idle , \b.rings$0.fence_ok , \b.rings$0.granules_ok , \b.rings$0.granules_ok_after , \b.rings$0.refused ,
        \b.rings$0.reset , \b.rings$0.forget , \b.rings$0.admit , \b.rings$0.finish , \b.rings$0.take_entry , \b.rings$0.first , \b.rings$0.more , \b.rings$0.doorbell ;
    (* hierconn *) wire [5:0] \b.rings$0.admit_entries , \b.rings$0.finish_entries ;
    (* hierconn *) wire [15:0] \b.rings$1.entry , \b.rings$1.entry_mask , \b.rings$1.granule_mask , \b.rings$1.lap_bit , \b.rings$1.granule , \b.rings$1.granules ,
        \b.rings$1.consumed ;
    (* hierconn *) wire \b.rings$1.entries_ok , \b.rings$1.idle , \b.rings$1.fence_ok , \b.rings$1.granules_ok , \b.rings$1.granules_ok_after , \b.rings$1.refused ,
        \b.rings$1.reset , \b.rings$1.forget , \b.rings$1.admit , \b.rings$1.finish , \b.rings$1.take_entry , \b.rings$1.first , \b.rings$1.more , \b.rings$1.doorbell ;
    (* hierconn *) wire [5:0] \b.rings$1.admit_entries , \b.rings$1.finish_entries ;
    (* hierconn *) wire [15:0] \b.rings$2.entry , \b.rings$2.entry_mask , \b.rings$2.granule_mask , \b.rings$2.lap_bit , \b.rings$2.granule , \b.rings$2.granules ,
        \b.rings$2.consumed ;
    (* hierconn *) wire \b.rings$2.entries_ok , \b.rings$2.idle , \b.rings$2.fence_ok , \b.rings$2.granules_ok , \b.rings$2.granules_ok_after , \b.rings$2.refused ,
        \b.rings$2.reset , \b.rings$2.forget , \b.rings$2.admit , \b.rings$2.finish , \b.rings$2.take_entry , \b.rings$2.first , \b.rings$2.more , \b.rings$2.doorbell ;
    (* hierconn *) wire [5:0] \b.rings$2.admit_entries , \b.rings$2.finish_entries ;
    (* hierconn *) wire [15:0] \b.rings$3.entry , \b.rings$3.entry_mask , \b.rings$3.granule_mask , \b.rings$3.lap_bit , \b.rings$3.granule , \b.rings$3.granules ,
        \b.rings$3.consumed ;
    (* hierconn *) wire \b.rings$3.entries_ok , \b.rings$3.idle , \b.rings$3.fence_ok , \b.rings$3.granules_ok , \b.rings$3.granules_ok_after , \b.rings$3.refused ,
        \b.rings$3.reset , \b.rings$3.forget , \b.rings$3.admit , \b.rings$3.finish , \b.rings$3.take_entry , \b.rings$3.first , \b.rings$3.more , \b.rings$3.doorbell ;
    (* hierconn *) wire [5:0] \b.rings$3.admit_entries , \b.rings$3.finish_entries ;
    (* anyconst *) wire [1:0] looked_at;
    wire [117:0] a_tells0 = {\a.rings$0.entry , \a.rings$0.entry_mask , \a.rings$0.granule_mask , \a.rings$0.lap_bit , \a.rings$0.granule , \a.rings$0.granules ,
        \a.rings$0.consumed , \a.rings$0.entries_ok , \a.rings$0.idle , \a.rings$0.fence_ok , \a.rings$0.granules_ok , \a.rings$0.granules_ok_after , \a.rings$0.refused };
    wire [19:0] a_told0 = {\a.rings$0.reset , \a.rings$0.forget , \a.rings$0.admit , \a.rings$0.finish , \a.rings$0.take_entry , \a.rings$0.first , \a.rings$0.more ,
        \a.rings$0.doorbell , \a.rings$0.admit ? \a.rings$0.admit_entries : 6'd0, \a.rings$0.finish ? \a.rings$0.finish_entries : 6'd0};
    wire [117:0] a_tells1 = {\a.rings$1.entry , \a.rings$1.entry_mask , \a.rings$1.granule_mask , \a.rings$1.lap_bit , \a.rings$1.granule , \a.rings$1.granules ,
        \a.rings$1.consumed , \a.rings$1.entries_ok , \a.rings$1.idle , \a.rings$1.fence_ok , \a.rings$1.granules_ok , \a.rings$1.granules_ok_after , \a.rings$1.refused };
    wire [19:0] a_told1 = {\a.rings$1.reset , \a.rings$1.forget , \a.rings$1.admit , \a.rings$1.finish , \a.rings$1.take_entry , \a.rings$1.first , \a.rings$1.more ,
        \a.rings$1.doorbell , \a.rings$1.admit ? \a.rings$1.admit_entries : 6'd0, \a.rings$1.finish ? \a.rings$1.finish_entries : 6'd0};
    wire [117:0] a_tells2 = {\a.rings$2.entry , \a.rings$2.entry_mask , \a.rings$2.granule_mask , \a.rings$2.lap_bit , \a.rings$2.granule , \a.rings$2.granules ,
        \a.rings$2.consumed , \a.rings$2.entries_ok , \a.rings$2.idle , \a.rings$2.fence_ok , \a.rings$2.granules_ok , \a.rings$2.granules_ok_after , \a.rings$2.refused };
    wire [19:0] a_told2 = {\a.rings$2.reset , \a.rings$2.forget , \a.rings$2.admit , \a.rings$2.finish , \a.rings$2.take_entry , \a.rings$2.first , \a.rings$2.more ,
        \a.rings$2.doorbell , \a.rings$2.admit ? \a.rings$2.admit_entries : 6'd0, \a.rings$2.finish ? \a.rings$2.finish_entries : 6'd0};
    wire [117:0] a_tells3 = {\a.rings$3.entry , \a.rings$3.entry_mask , \a.rings$3.granule_mask , \a.rings$3.lap_bit , \a.rings$3.granule , \a.rings$3.granules ,
        \a.rings$3.consumed , \a.rings$3.entries_ok , \a.rings$3.idle , \a.rings$3.fence_ok , \a.rings$3.granules_ok , \a.rings$3.granules_ok_after , \a.rings$3.refused };
    wire [19:0] a_told3 = {\a.rings$3.reset , \a.rings$3.forget , \a.rings$3.admit , \a.rings$3.finish , \a.rings$3.take_entry , \a.rings$3.first , \a.rings$3.more ,
        \a.rings$3.doorbell , \a.rings$3.admit ? \a.rings$3.admit_entries : 6'd0, \a.rings$3.finish ? \a.rings$3.finish_entries : 6'd0};
    wire [117:0] a_tells = looked_at == 0 ? a_tells0 : looked_at == 1 ? a_tells1 : looked_at == 2 ? a_tells2 : a_tells3;
    wire [19:0] a_told = looked_at == 0 ? a_told0 : looked_at == 1 ? a_told1 : looked_at == 2 ? a_told2 : a_told3;
    wire [35:0] a_figures = {a_pending[looked_at], a_draining[looked_at], a_live[looked_at], a_begins[looked_at], looked_at == 0 ? {a_entries0, a_granules0}
        : looked_at == 1 ? {a_entries1, a_granules1} : looked_at == 2 ? {a_entries2, a_granules2} : {a_entries3, a_granules3}};
    wire [117:0] b_tells0 = {\b.rings$0.entry , \b.rings$0.entry_mask , \b.rings$0.granule_mask , \b.rings$0.lap_bit , \b.rings$0.granule , \b.rings$0.granules ,
        \b.rings$0.consumed , \b.rings$0.entries_ok , \b.rings$0.idle , \b.rings$0.fence_ok , \b.rings$0.granules_ok , \b.rings$0.granules_ok_after , \b.rings$0.refused };
    wire [19:0] b_told0 = {\b.rings$0.reset , \b.rings$0.forget , \b.rings$0.admit , \b.rings$0.finish , \b.rings$0.take_entry , \b.rings$0.first , \b.rings$0.more ,
        \b.rings$0.doorbell , \b.rings$0.admit ? \b.rings$0.admit_entries : 6'd0, \b.rings$0.finish ? \b.rings$0.finish_entries : 6'd0};
    wire [117:0] b_tells1 = {\b.rings$1.entry , \b.rings$1.entry_mask , \b.rings$1.granule_mask , \b.rings$1.lap_bit , \b.rings$1.granule , \b.rings$1.granules ,
        \b.rings$1.consumed , \b.rings$1.entries_ok , \b.rings$1.idle , \b.rings$1.fence_ok , \b.rings$1.granules_ok , \b.rings$1.granules_ok_after , \b.rings$1.refused };
    wire [19:0] b_told1 = {\b.rings$1.reset , \b.rings$1.forget , \b.rings$1.admit , \b.rings$1.finish , \b.rings$1.take_entry , \b.rings$1.first , \b.rings$1.more ,
        \b.rings$1.doorbell , \b.rings$1.admit ? \b.rings$1.admit_entries : 6'd0, \b.rings$1.finish ? \b.rings$1.finish_entries : 6'd0};
    wire [117:0] b_tells2 = {\b.rings$2.entry , \b.rings$2.entry_mask , \b.rings$2.granule_mask , \b.rings$2.lap_bit , \b.rings$2.granule , \b.rings$2.granules ,
        \b.rings$2.consumed , \b.rings$2.entries_ok , \b.rings$2.idle , \b.rings$2.fence_ok , \b.rings$2.granules_ok , \b.rings$2.granules_ok_after , \b.rings$2.refused };
    wire [19:0] b_told2 = {\b.rings$2.reset , \b.rings$2.forget , \b.rings$2.admit , \b.rings$2.finish , \b.rings$2.take_entry , \b.rings$2.first , \b.rings$2.more ,
        \b.rings$2.doorbell , \b.rings$2.admit ? \b.rings$2.admit_entries : 6'd0, \b.rings$2.finish ? \b.rings$2.finish_entries : 6'd0};
    wire [117:0] b_tells3 = {\b.rings$3.entry , \b.rings$3.entry_mask , \b.rings$3.granule_mask , \b.rings$3.lap_bit , \b.rings$3.granule , \b.rings$3.granules ,
        \b.rings$3.consumed , \b.rings$3.entries_ok , \b.rings$3.idle , \b.rings$3.fence_ok , \b.rings$3.granules_ok , \b.rings$3.granules_ok_after , \b.rings$3.refused };
    wire [19:0] b_told3 = {\b.rings$3.reset , \b.rings$3.forget , \b.rings$3.admit , \b.rings$3.finish , \b.rings$3.take_entry , \b.rings$3.first , \b.rings$3.more ,
        \b.rings$3.doorbell , \b.rings$3.admit ? \b.rings$3.admit_entries : 6'd0, \b.rings$3.finish ? \b.rings$3.finish_entries : 6'd0};
    wire [117:0] b_tells = looked_at == 0 ? b_tells0 : looked_at == 1 ? b_tells1 : looked_at == 2 ? b_tells2 : b_tells3;
    wire [19:0] b_told = looked_at == 0 ? b_told0 : looked_at == 1 ? b_told1 : looked_at == 2 ? b_told2 : b_told3;
    wire [35:0] b_figures = {b_pending[looked_at], b_draining[looked_at], b_live[looked_at], b_begins[looked_at], looked_at == 0 ? {b_entries0, b_granules0}
        : looked_at == 1 ? {b_entries1, b_granules1} : looked_at == 2 ? {b_entries2, b_granules2} : {b_entries3, b_granules3}};
    // The ring that is looked at is told the same by all around it, and tells the same.
    always @(*) begin
        assume (enable[looked_at] == enable[4 + looked_at]);
        assume (doorbell[looked_at] == doorbell[4 + looked_at]);
        assume (written[16 * looked_at +: 16] == written[64 + 16 * looked_at +: 16]);
        assume (a_tells == b_tells);
        assume ((admit[0] && admit_ring[1:0] == looked_at) == (admit[1] && admit_ring[3:2] == looked_at));
        assume ((first[0] && filling[1:0] == looked_at) == (first[1] && filling[3:2] == looked_at));
        assume ((more[0] && filling[1:0] == looked_at) == (more[1] && filling[3:2] == looked_at));
        assume ((take_entry[0] && format_ring[1:0] == looked_at) == (take_entry[1] && format_ring[3:2] == looked_at));
        assume ((finish[0] && finish_ring[1:0] == looked_at) == (finish[1] && finish_ring[3:2] == looked_at));
        assume (admit_ring[1:0] != looked_at || admit_ring[3:2] != looked_at || admit_entries[5:0] == admit_entries[11:6]);
        assume (finish_ring[1:0] != looked_at || finish_ring[3:2] != looked_at || finish_entries[5:0] == finish_entries[11:6]);
    end
    wire [3:0] firsts = {\a.rings$3.first , \a.rings$2.first , \a.rings$1.first , \a.rings$0.first }, mores = {\a.rings$3.more , \a.rings$2.more , \a.rings$1.more ,
        \a.rings$0.more }, takes = {\a.rings$3.take_entry , \a.rings$2.take_entry , \a.rings$1.take_entry , \a.rings$0.take_entry }, admits = {\a.rings$3.admit ,
            \a.rings$2.admit , \a.rings$1.admit , \a.rings$0.admit }, finishes = {\a.rings$3.finish , \a.rings$2.finish , \a.rings$1.finish , \a.rings$0.finish };
    wire [3:0] doorbells = {\a.rings$3.doorbell , \a.rings$2.doorbell , \a.rings$1.doorbell , \a.rings$0.doorbell }, refusals = {\a.rings$3.refused ,
        \a.rings$2.refused , \a.rings$1.refused , \a.rings$0.refused }, fences = {\a.rings$3.fence_ok , \a.rings$2.fence_ok , \a.rings$1.fence_ok , \a.rings$0.fence_ok };
    wire [3:0] entries_oks = {\a.rings$3.entries_ok , \a.rings$2.entries_ok , \a.rings$1.entries_ok , \a.rings$0.entries_ok }, granules_oks = {\a.rings$3.granules_ok ,
        \a.rings$2.granules_ok , \a.rings$1.granules_ok , \a.rings$0.granules_ok }, idles = {\a.rings$3.idle , \a.rings$2.idle , \a.rings$1.idle , \a.rings$0.idle };
    wire [63:0] entries = {\a.rings$3.entry , \a.rings$2.entry , \a.rings$1.entry , \a.rings$0.entry }, masks = {\a.rings$3.entry_mask , \a.rings$2.entry_mask ,
        \a.rings$1.entry_mask , \a.rings$0.entry_mask }, laps = {\a.rings$3.lap_bit , \a.rings$2.lap_bit , \a.rings$1.lap_bit , \a.rings$0.lap_bit },
            granules = {\a.rings$3.granule , \a.rings$2.granule , \a.rings$1.granule , \a.rings$0.granule }, granule_masks = {\a.rings$3.granule_mask ,
            \a.rings$2.granule_mask , \a.rings$1.granule_mask , \a.rings$0.granule_mask };
    wire [255:0] entry_bases = {entry_base3, entry_base2, entry_base1, entry_base0}, buffer_bases = {buffer_base3, buffer_base2, buffer_base1, buffer_base0};
    wire [15:0] write_count = written[16 * looked_at +: 16], entry_count = entries[16 * looked_at +: 16];
    // As it was one clock before, and two or more.
    reg settled = 0;
    reg first_1, more_1, fence_1, on_1, on_2, drains_1, drains_2, more_2, more_3, room_1, full_1, live_1, live_2;
    reg [1:0] filling_1, finish_ring_1, finish_ring_2, finish_ring_3, finish_ring_4;
    reg finish_1, finish_2, finish_3, finish_4;
    reg [5:0] kept_1, kept_2, kept_3, kept_4;
    reg [15:0] granule_1, mask_1, mask_2;
    reg [63:0] buffer_1, buffer_2;
    always @(posedge clock) begin
        {first_1, more_1, filling_1} <= {!reset && first[0], !reset && more[0], filling[1:0]};
        {finish_4, finish_3, finish_2, finish_1} <= reset ? 0 : {finish_3, finish_2, finish_1, finish[0]};
        {finish_ring_4, finish_ring_3, finish_ring_2, finish_ring_1} <= {finish_ring_3, finish_ring_2, finish_ring_1, finish_ring[1:0]};
        {kept_4, kept_3, kept_2, kept_1} <= {kept_3, kept_2, kept_1, finish_entries[5:0]};
        fence_1 <= fences[fence_ring];
        {on_2, on_1} <= {on_1, enable[looked_at]};
        {drains_2, drains_1} <= {drains_1, idles[looked_at] && entry_count == write_count};
        settled <= running;
        granule_1 <= granules[16 * gate_ring +: 16];
        {mask_2, mask_1} <= {mask_1, granule_masks[16 * gate_ring +: 16]};
        {buffer_2, buffer_1} <= {buffer_1, buffer_bases[64 * gate_ring +: 64]};
        {live_2, live_1} <= {live_1, a_live[looked_at]};
        room_1 <= granules_oks[looked_at] && entries_oks[looked_at];
        full_1 <= !granules_oks[looked_at] || (!entries_oks[looked_at] && idles[looked_at]);
        {more_3, more_2} <= reset ? 0 : {more_2, mores[looked_at]};
    end
    wire calm = !more_2 && !more_3;

    always @(posedge clock) if (running) begin
        bytes_go_to_the_ring_that_is_filled: assert (firsts == first_1 << filling_1 && mores == more_1 << filling_1);
        an_entry_is_of_the_ring_that_is_named: assert (takes == take_entry[0] << format_ring[1:0]);
        an_entry_is_placed_by_its_ring: assert (a_format_entry == entries[16 * format_ring[1:0] +: 16] && a_format_mask == masks[16 * format_ring[1:0] +: 16]
            && a_format_lap_bit == laps[16 * format_ring[1:0] +: 16] && a_format_base == entry_bases[64 * format_ring[1:0] +: 64]);
        a_frame_is_placed_by_its_ring: assert (!settled || (a_gate_granule == granule_1 && a_gate_buffer == buffer_2 && a_gate_mask == mask_2));
        an_admission_is_kept_by_its_ring: assert (admits == admit[0] << admit_ring[1:0] && (!admits[0] || \a.rings$0.admit_entries == admit_entries[5:0]) && (!admits[3] || \a.rings$3.admit_entries == admit_entries[5:0]));
        an_end_is_given_to_its_ring: assert (finishes == finish_4 << finish_ring_4 && (!finishes[0] || \a.rings$0.finish_entries == kept_4) && (!finishes[3] || \a.rings$3.finish_entries == kept_4));
        a_doorbell_is_of_its_ring: assert (doorbells == doorbell[3:0] && a_refused == refusals);
        a_fence_asks_its_ring: assert (a_fence_ok == fence_1);
        the_gate_learns_the_room_of_the_ring_it_names: assert (gate_ring != looked_at || !calm || (a_gate_room == room_1 && a_gate_full == full_1));
        frames_are_let_in_only_while_it_is_on: assert (gate_ring != looked_at || !a_gate_on || (live_1 && live_2));
        no_ring_is_on_that_is_not_enabled: assert (!a_live[looked_at] || on_1);
        a_ring_goes_on_when_it_has_drained: assert (!a_live[looked_at] || live_1 || drains_2);
        another_ring_never_stops_a_frame: assert (gate_ring != looked_at || {a_gate_on, a_gate_room, a_gate_full} == {b_gate_on, b_gate_room, b_gate_full});
        nothing_of_another_ring_reaches_a_ring: assert (a_told == b_told);
        figures_are_of_one_ring: assert (a_figures == b_figures);
    end
    `COVER(another_ring_is_full, gate_ring == looked_at && a_gate_on && b_gate_on && a_gate_room && b_gate_room && a_tells3 != b_tells3)
    `COVER(a_ring_is_full, gate_ring == looked_at && a_gate_full && a_gate_on)
    `COVER(two_rings_fill, firsts == 2 && first[1] && filling[3:2] == 2)
    `COVER(a_ring_is_on_again, a_live[looked_at] && !live_1 && a_begins == 0)
endmodule
