// Granules leave the packer whole, and each half of one is what the frame's beats say: its bytes, its granule's address in the frame's ring, and which
// half it is (docs/datapath.md, 6.3). A half leaves three clocks after the beat that fills it, a second one of zeros one clock behind the first.
`include "formal.svh"
module packer (input clock, input reset, input start, input [15:0] start_granule, input [1:0] start_ring, input [63:0] start_base,
               input [15:0] start_mask, input s_valid, input [`Beat_bits-1:0] beat);
    wire half_valid;
    wire [`GranuleHalf_bits-1:0] half;
    fixnic_core$packer dut (.clock(clock), .reset(reset), .start(start), .start_granule(start_granule), .start_ring(start_ring),
        .start_base(start_base), .start_mask(start_mask), .s_valid(s_valid), .s_beat(beat), .m_valid(half_valid), .m_half(half));
    `PAST_VALID
    // `start` comes before a frame's first beat, and between a frame's last beat and the next one's first is a clock at least (gate.beats_of_two_frames_are_apart).
    reg in_frame, started, second, ended;
    reg [2:0] since_end;
    wire eof = beat[`Beat_eof];
    wire [2:0] last_lane = beat[`Beat_last_lane];
    // Halves that the frames so far fill, less those that came, and the beats of the open half.
    reg [1:0] beats;
    reg odd;
    reg [2:0] owed;
    wire closes = s_valid && (eof || beats == 3), pads = s_valid && eof && !odd;
    always @(posedge clock) begin
        in_frame <= reset ? 0 : s_valid ? !eof : in_frame;
        started <= reset ? 0 : start ? 1 : started && !s_valid;
        ended <= !reset && s_valid && eof;
        since_end <= reset || (s_valid && eof) ? 0 : since_end + (since_end != 7);
        second <= reset ? 0 : second ^ half_valid;
        beats <= reset || start || closes ? 0 : beats + s_valid;
        odd <= reset || start ? 0 : odd ^ closes;
        owed <= reset ? 0 : owed + closes + pads - half_valid;
    end
    always @(*) begin
        assume (!start || (!in_frame && !started && !s_valid && start_base[5:0] == 0));
        assume (!s_valid || in_frame || (started && !ended));
    end

    // What is to leave. The frame's figures are those of its `start`, its granules follow each other from the first one on.
    reg [63:0] base;
    reg [15:0] mask, granule;
    reg [1:0] ring;
    reg [191:0] open; // the open half's beats so far
    wire [63:0] new_bytes = beat[`Beat_data] & ({64{1'b1}} >> (8 * (3'd7 - last_lane)));
    wire [255:0] filled = beats == 0 ? new_bytes : beats == 1 ? {new_bytes, open[63:0]} : beats == 2 ? {new_bytes, open[127:0]} : {new_bytes, open};
    always @(posedge clock) begin
        if (start) {base, mask, granule, ring} <= {start_base, start_mask, start_granule, start_ring};
        if (closes && odd) granule <= granule + 1;
        if (s_valid && beats == 0) open[63:0] <= new_bytes;
        if (s_valid && beats == 1) open[127:64] <= new_bytes;
        if (s_valid && beats == 2) open[191:128] <= new_bytes;
    end
    reg filled_1, filled_2, filled_3, pad_1, pad_2, pad_3, pad_4, second_1, second_2, second_3, end_1, end_2, end_3;
    reg [255:0] bytes_1, bytes_2, bytes_3;
    reg [63:0] at_1, at_2, at_3, at_4;
    reg [1:0] ring_1, ring_2, ring_3, ring_4;
    always @(posedge clock) begin
        {filled_1, filled_2, filled_3} <= reset ? 0 : {closes, filled_1, filled_2};
        {pad_1, pad_2, pad_3, pad_4} <= reset ? 0 : {pads, pad_1, pad_2, pad_3};
        {second_1, second_2, second_3} <= {odd, second_1, second_2};
        {end_1, end_2, end_3} <= {eof && odd, end_1, end_2};
        {bytes_1, bytes_2, bytes_3} <= {filled, bytes_1, bytes_2};
        {at_1, at_2, at_3, at_4} <= {base + {42'd0, granule & mask, 6'd0}, at_1, at_2, at_3};
        {ring_1, ring_2, ring_3, ring_4} <= {ring, ring_1, ring_2, ring_3};
    end
    wire [`GranuleHalf_bits-1:0] due = filled_3 ? {ring_3, end_3, second_3, at_3, bytes_3} : {ring_4, 2'b11, at_4, 256'd0};

    wire [2:0] under_way = filled_1 + filled_2 + filled_3 + pad_1 + pad_2 + pad_3 + pad_4;
    (* hierconn *) wire [63:0] \dut.base.q ;
    (* hierconn *) wire [15:0] \dut.mask.q , \dut.granule.q , \dut.granule_after.q ;
    (* hierconn *) wire [1:0] \dut.ring.q , \dut.quarter.q ;
    (* hierconn *) wire \dut.second.q ;
    (* hierconn *) wire [255:0] \dut.beats.q ;

    always @(posedge clock) if (running) begin
        a_granule_is_aligned: assert (!half_valid || half[256 +: 6] == 0);
        halves_come_in_pairs: assert (!half_valid || half[`GranuleHalf_second] == second);
        a_frame_ends_with_a_second_half: assert (!half_valid || !half[`GranuleHalf_frame_end] || half[`GranuleHalf_second]);
        no_half_is_lost: assert (owed <= 4 && (!half_valid || owed != 0));
        all_halves_come: assert (since_end < 5 || in_frame || owed == 0);
        a_half_comes_when_it_is_full: assert (half_valid == (filled_3 || pad_4) && !(filled_3 && pad_4));
        a_half_has_its_bytes_and_its_place: assert (!half_valid || half == due);
        lemma_figures: assert (!(started || in_frame) || base[5:0] == 0 && {\dut.base.q , \dut.mask.q , \dut.granule.q , \dut.ring.q } == {base, mask, granule, ring});
        lemma_granule_after: assert (!(in_frame && odd) || \dut.granule_after.q == granule + 16'd1);
        lemma_open: assert (!(started || in_frame) || (\dut.quarter.q == beats && \dut.second.q == odd && (in_frame || (beats == 0 && !odd))));
        lemma_beats: assert (!in_frame || ((beats == 0 || \dut.beats.q == {192'd0, open[63:0]} || beats > 1) && (beats < 2 || \dut.beats.q == {128'd0, open[127:0]} || beats > 2) && (beats < 3 || \dut.beats.q == {64'd0, open})));
        lemma_owed: assert (owed == under_way && second == ((in_frame && odd) ^ under_way[0]) && !(in_frame && started) && (!in_frame || since_end != 0 || !ended));
    end
    `COVER(a_padded_granule, half_valid && half[`GranuleHalf_frame_end])
    `COVER(a_full_granule, half_valid && half[`GranuleHalf_second] && !half[`GranuleHalf_frame_end])
    `COVER(a_granule_behind_the_last_of_the_ring, half_valid && mask == 16'h7f && granule == 16'h80 && half[256 +: 64] == base)
    `COVER(frames_one_clock_apart, pad_2 && s_valid)
endmodule
