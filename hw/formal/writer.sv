// AXI4 write bursts (docs/datapath.md, 6.5 and 6.7): what goes to the channels of AW and W, and what comes of the responses. The channels and
// the FIFO of kinds give anything here; that they keep each word and its turn is proved by channel and wide_fifo, whose conditions are proved here.
`include "formal.svh"
module writer (input clock, input reset, input [`HalfNote_bits-1:0] half_note, input half_valid, input [`PlacedBytes_bits-1:0] half,
               input [`EntryNote_bits-1:0] entry_note, input entry_valid, input [`PlacedBytes_bits-1:0] entry,
               input [`PlacedBytes_bits-1:0] completion, input completion_valid, input awready, input wready, input [1:0] bresp,
               input bvalid, input [3:0] live, input [3:0] zero_entries, input aw_goes, input w_goes);
    wire half_read, entry_read, completion_read, awvalid, wlast, wvalid, bready, idle, completion_done, stat_error;
    wire [63:0] awaddr;
    wire [7:0] awlen;
    wire [255:0] wdata;
    wire [3:0] ring_error;
    wire [15:0] written0, written1, written2, written3;
    fixnic_core$writer dut (.clock(clock), .reset(reset), .half_note(half_note), .half_valid(half_valid), .half_read(half_read), .half(half),
        .entry_note(entry_note), .entry_valid(entry_valid), .entry_read(entry_read), .entry(entry), .completion(completion),
        .completion_valid(completion_valid), .completion_read(completion_read), .awaddr(awaddr), .awlen(awlen), .awvalid(awvalid),
        .awready(awready), .wdata(wdata), .wlast(wlast), .wvalid(wvalid), .wready(wready), .bresp(bresp), .bvalid(bvalid), .bready(bready),
        .live(live), .entries_written$0(written0), .entries_written$1(written1), .entries_written$2(written2),
        .entries_written$3(written3), .zero_entries(zero_entries), .idle(idle), .completion_done(completion_done),
        .stat_error(stat_error), .ring_error(ring_error));
    `PAST_VALID
    // What enters the channels and the FIFO of kinds, and what they say, by their names after flattening.
    (* hierconn *) wire \dut.addresses.ready , \dut.last.ready , \dut.data$0.ready , \dut.data$1.ready , \dut.data$2.ready , \dut.data$3.ready ;
    (* hierconn *) wire \dut.addresses.write , \dut.addresses.left , \dut.addresses.valid ;
    (* hierconn *) wire [`WriteAddress_bits-1:0] \dut.addresses.data_in , \dut.addresses.data_out ;
    (* hierconn *) wire \dut.last.write , \dut.last.data_in , \dut.last.data_out , \dut.last.left , \dut.last.valid ;
    (* hierconn *) wire \dut.data$0.write , \dut.data$1.write , \dut.data$2.write , \dut.data$3.write ;
    (* hierconn *) wire [63:0] \dut.data$0.data_in , \dut.data$1.data_in , \dut.data$2.data_in , \dut.data$3.data_in ;
    (* hierconn *) wire [63:0] \dut.data$0.data_out , \dut.data$1.data_out , \dut.data$2.data_out , \dut.data$3.data_out ;
    (* hierconn *) wire \dut.kinds.write , \dut.kinds.read , \dut.kinds.valid ;
    (* hierconn *) wire [4:0] \dut.kinds.data_in , \dut.kinds.data_out ;
    (* hierconn *) wire [15:0] \dut.kinds.level ;
    // Registers that lemmas speak of.
    (* hierconn *) wire \dut.second_due.q , \dut.half_muted.q , \dut.room.q , \dut.any_issued.q , \dut.bytes_out.q , \dut.frame_out.q ;
    (* hierconn *) wire \dut.beat_1.q , \dut.burst_1.q , \dut.mute_1.q , \dut.entry_1.q , \dut.beat_2.q , \dut.burst_2.q , \dut.beat_3.q , \dut.burst_3.q ;
    (* hierconn *) wire [4:0] \dut.beats_under_way.q , \dut.bursts_under_way.q ;
    (* hierconn *) wire [7:0] \dut.frames_issued.q ;
    wire aw = \dut.addresses.write , w = \dut.last.write , two_beats = \dut.addresses.data_in [`WriteAddress_two_beats];
    wire [63:0] aw_address = \dut.addresses.data_in [`WriteAddress_address];

    // What the channels and the FIFO hold: what the others prove of them.
    reg [5:0] aw_held, w_held, kinds_held, kinds_before;
    reg aw_went, w_went;
    always @(posedge clock) begin
        aw_held <= reset ? 0 : aw_held + aw - aw_goes;
        w_held <= reset ? 0 : w_held + w - w_goes;
        aw_went <= !reset && aw_goes;
        w_went <= !reset && w_goes;
        kinds_held <= reset ? 0 : kinds_held + \dut.kinds.write - \dut.kinds.read ;
        kinds_before <= reset ? 0 : kinds_held;
    end
    always @(*) begin
        assume (!(aw_goes && aw_held == 0) && !(w_goes && w_held == 0) && \dut.addresses.left == aw_went && \dut.last.left == w_went);
        assume (!running || \dut.kinds.level == kinds_before);
        assume (!\dut.kinds.valid || kinds_held != 0);
    end

    // Turns, and their bytes two clocks later. Halves alternate; no more frames are under way than entries are kept for.
    reg half_second, h1, h2, h3, e1, e2, e3, c1, c2, c3, first1, first2, first3, last1, last2, last3, mute1, mute2, mute3, half_mute;
    reg [1:0] ring1;
    reg [8:0] frames;
    reg [`PlacedBytes_bits-1:0] done1, done2, bytes3;
    wire second = half_note[`HalfNote_second], is_frame = entry_note[`EntryNote_frame];
    wire [1:0] half_ring = half_note[`HalfNote_ring], entry_ring = entry_note[`EntryNote_ring];
    wire mute = entry_read ? !live[entry_ring] : half_read && (second ? half_mute : !live[half_ring]);
    always @(posedge clock) begin
        half_second <= !reset && (half_second ^ half_read);
        if (half_read && !second) half_mute <= !live[half_ring];
        {h3, h2, h1} <= reset ? 0 : {h2, h1, half_read};
        {e3, e2, e1} <= reset ? 0 : {e2, e1, entry_read};
        {c3, c2, c1} <= reset ? 0 : {c2, c1, completion_read};
        {first3, first2, first1} <= {first2, first1, !(half_read && second)};
        {last3, last2, last1} <= {last2, last1, !(half_read && !second)};
        {mute3, mute2, mute1} <= {mute2, mute1, mute};
        ring1 <= entry_read ? entry_ring : half_read ? half_ring : 2'd0;
        {done2, done1} <= {done1, completion};
        bytes3 <= e2 ? entry : h2 ? half : done2;
        frames <= reset ? 0 : frames + (half_read && half_note[`HalfNote_frame_end]) - (entry_read && is_frame);
    end
    // Both halves of a granule come with its address: what the packer proves. Of a granule all addresses are multiples of 64.
    wire [63:0] half_at = half[`PlacedBytes_address], entry_at = entry[`PlacedBytes_address], done_at = done2[`PlacedBytes_address];
    always @(*) begin
        assume (second == half_second && (frames < 200 || frames == 511));
        assume (half_at[5:0] == 0 && entry_at[4:0] == 0 && done_at[4:0] == 0);
    end
    wire goes3 = (h3 || e3 || c3) && !mute3;

    // The beats that the addresses ask for; responses.
    reg due, a1, a2, bad1, bad2;
    reg [4:0] kind1, kind2;
    (* anyconst *) wire [1:0] looked_at;
    reg [15:0] count;
    wire [4:0] head = \dut.kinds.data_out ;
    wire [15:0] written = looked_at == 0 ? written0 : looked_at == 1 ? written1 : looked_at == 2 ? written2 : written3;
    always @(posedge clock) begin
        due <= !reset && (aw ? two_beats : due && !w);
        {a2, a1} <= reset ? 0 : {a1, \dut.kinds.read };
        {kind2, kind1} <= {kind1, head};
        {bad2, bad1} <= {bad1, !head[4] && bresp != 0};
        count <= reset || zero_entries[looked_at] ? 0 : count + (a1 && kind1[3:2] == looked_at && kind1[1:0] == 1);
    end

    always @(posedge clock) if (running) begin
        one_turn_a_clock: assert (half_read + entry_read + completion_read <= 1 && (!half_read || half_valid) && (!entry_read || entry_valid) && (!completion_read || completion_valid));
        a_burst_has_the_beats_that_its_address_says: assert ((!aw || (w && !due)) && (!w || aw != due));
        wlast_is_the_last_beat: assert (!w || \dut.last.data_in == (aw ? !two_beats : due));
        awlen_is_the_beats_less_one: assert (\dut.addresses.ready == awready && awvalid == \dut.addresses.valid && awlen == \dut.addresses.data_out [`WriteAddress_two_beats] && awaddr == \dut.addresses.data_out [`WriteAddress_address]);
        w_is_what_waits_for_it: assert ({\dut.last.ready , \dut.data$0.ready , \dut.data$1.ready , \dut.data$2.ready , \dut.data$3.ready } == {5{wready}} && wvalid == \dut.last.valid && wlast == \dut.last.data_out && wdata == {\dut.data$3.data_out , \dut.data$2.data_out , \dut.data$1.data_out , \dut.data$0.data_out });
        a_turn_is_issued_once_three_clocks_later: assert (aw == (goes3 && first3) && w == goes3);
        each_lane_goes_with_its_beat: assert ({\dut.data$3.write , \dut.data$2.write , \dut.data$1.write , \dut.data$0.write } == {4{w}});
        a_burst_goes_where_it_was_asked_to: assert (!aw || (aw_address == bytes3[`PlacedBytes_address] && two_beats == h3));
        bytes_go_unchanged: assert (!w || {\dut.data$3.data_in , \dut.data$2.data_in , \dut.data$1.data_in , \dut.data$0.data_in } == bytes3[`PlacedBytes_data]);
        no_burst_crosses_4_kib: assert (!aw || aw_address[11:5] + two_beats < 8'd128);
        nothing_is_issued_for_a_ring_that_is_off: assert (!w || !mute3);
        a_frame_entry_waits_for_its_frame: assert (!(entry_read && is_frame) || frames != 0);
        each_burst_waits_for_its_response: assert (\dut.kinds.write == (((h1 || c1) && first1 && !mute1) || e1) && (!\dut.kinds.write || \dut.kinds.data_in == {mute1, ring1, c1, e1}));
        bready_only_with_a_burst_under_way: assert (bready == (\dut.kinds.valid && !head[4]));
        a_response_ends_one_burst: assert (\dut.kinds.read == (\dut.kinds.valid && (head[4] || bvalid)));
        an_entry_counts_when_it_is_answered: assert (written == count);
        an_error_is_of_its_ring: assert (ring_error[looked_at] == (a2 && bad2 && kind2[3:2] == looked_at && kind2[1:0] != 2) && stat_error == (a2 && bad2));
        a_completion_is_told_when_answered: assert (completion_done == (a2 && kind2[1:0] == 2));
        the_channels_never_overflow: assert ((!aw || aw_held < 16) && (!w || w_held < 16));
        at_most_32_bursts_are_under_way: assert (!\dut.kinds.write || kinds_held < 32);
        idle_says_that_nothing_is_under_way: assert (!idle || (aw_held == 0 && w_held == 0 && kinds_before == 0 && !aw && !w));
        lemma_turns: assert (\dut.second_due.q == half_second && (!half_second || \dut.half_muted.q == half_mute));
        lemma_1: assert (\dut.beat_1.q == (h1 || e1 || c1) && \dut.entry_1.q == e1 && \dut.burst_1.q == (\dut.beat_1.q && first1) && (!\dut.beat_1.q || \dut.mute_1.q == mute1));
        lemma_2: assert (\dut.beat_2.q == ((h2 || e2 || c2) && !mute2) && \dut.burst_2.q == (\dut.beat_2.q && first2));
        lemma_3: assert (\dut.beat_3.q == goes3 && \dut.burst_3.q == (goes3 && first3));
        lemma_one: assert (h1 + e1 + c1 <= 1 && h2 + e2 + c2 <= 1 && h3 + e3 + c3 <= 1 && (!(e1 || c1) || (first1 && last1)) && (!(e2 || c2) || (first2 && last2)) && (!(e3 || c3) || (first3 && last3)));
        lemma_halves: assert ((!h1 || first1 != last1) && (!h2 || first2 != last2) && (!h3 || first3 != last3));
        lemma_due: assert (due == (h3 ? last3 && !mute3 : h2 ? last2 && !mute2 : h1 ? last1 && !mute1 : half_second && !half_mute));
        lemma_alternate: assert ((h1 ? half_second == first1 : h2 ? half_second == first2 : !h3 || half_second == first3)
                                 && (!h1 || (h2 ? first1 != first2 : !h3 || first1 != first3)) && (!(h2 && h3) || first2 != first3));
        lemma_between: assert ((!(half_second && !h1) || (!e1 && !c1 && (h2 || (!e2 && !c2 && (h3 || (!e3 && !c3))))))
                               && (!(h1 && last1 && !h2) || (!e2 && !c2 && (h3 || (!e3 && !c3)))) && (!(h2 && last2 && !h3) || (!e3 && !c3)));
        lemma_mute: assert ((!half_second || (h1 ? half_mute == mute1 : h2 ? half_mute == mute2 : !h3 || half_mute == mute3))
                            && (!(h1 && last1) || (h2 ? mute1 == mute2 : !h3 || mute1 == mute3)) && (!(h2 && last2 && h3) || mute2 == mute3));
        lemma_w: assert (\dut.beats_under_way.q == w_held + w_went + \dut.beat_2.q + \dut.beat_3.q && \dut.beats_under_way.q + (\dut.beat_1.q && !mute1) + half_second <= 15);
        lemma_aw: assert (\dut.bursts_under_way.q == aw_held + aw_went + \dut.burst_2.q + \dut.burst_3.q && \dut.bursts_under_way.q + (\dut.burst_1.q && !mute1) <= 15);
        lemma_room: assert (!\dut.room.q || (\dut.beats_under_way.q <= 12 && \dut.bursts_under_way.q <= 12 && kinds_held <= 29));
        lemma_kinds: assert (kinds_held + \dut.burst_1.q <= 31);
        lemma_frames: assert (frames + \dut.frame_out.q == \dut.frames_issued.q + \dut.bytes_out.q && (!\dut.any_issued.q || (frames != 0 && !\dut.frame_out.q )));
    end
    `COVER(a_granule_goes_out, aw && two_beats && h2 && e1)
    `COVER(a_frame_entry_follows_its_frame, entry_read && is_frame && live[entry_ring])
    `COVER(a_ring_is_off, e1 && mute1)
    `COVER(the_channels_fill, w_held == 14)
    `COVER(an_error_comes_back, ring_error[2] && stat_error)
    `COVER(it_is_idle_again, idle && count == 2)
endmodule
