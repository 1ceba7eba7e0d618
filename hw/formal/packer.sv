// Granules leave the packer whole: two halves each, the frame's last padded (docs/datapath.md, 6.3).
`include "formal.svh"
module packer (input clock, input reset, input start, input [15:0] start_granule, input s_valid, input [`Beat_bits-1:0] beat);
    (* anyconst *) wire [15:0] granule_mask;
    wire half_valid;
    wire [`GranuleHalf_bits-1:0] half;
    fixnic_core$packer dut (.clock(clock), .reset(reset), .start(start), .start_granule(start_granule), .start_base(64'd0),
        .start_mask(granule_mask), .s_valid(s_valid),
        .s_beat(beat), .m_valid(half_valid), .m_half(half));
    `PAST_VALID
    // `start` comes before a frame's first beat, and not before what the last frame left was padded.
    reg in_frame, started, second;
    reg [2:0] since_end;
    wire eof = beat[`Beat_eof];
    // Halves that the frames so far fill, less those that came, and the beats of the open half.
    reg [1:0] beats;
    reg odd;
    reg [2:0] owed;
    wire closes = s_valid && (eof || beats == 3), pads = s_valid && eof && !odd;
    always @(posedge clock) begin
        in_frame <= reset ? 0 : s_valid ? !eof : in_frame;
        started <= reset ? 0 : start ? 1 : started && !s_valid;
        since_end <= reset || (s_valid && eof) ? 0 : since_end + (since_end != 7);
        second <= reset ? 0 : second ^ half_valid;
        beats <= reset || start || closes ? 0 : beats + s_valid;
        odd <= reset || start ? 0 : odd ^ closes;
        owed <= reset ? 0 : owed + closes + pads - half_valid;
    end
    always @(*) begin
        assume (!start || (!in_frame && !started && !s_valid));
        assume (!s_valid || in_frame || started);
        assume (!s_valid || in_frame || since_end >= 2);
    end
    always @(posedge clock) if (running) begin
        a_granule_is_aligned: assert (!half_valid || half[256 +: 6] == 0);
        halves_come_in_pairs: assert (!half_valid || half[`GranuleHalf_second] == second);
        a_frame_ends_with_a_second_half: assert (!half_valid || !half[`GranuleHalf_frame_end] || half[`GranuleHalf_second]);
        no_half_is_lost: assert (owed <= 4 && (!half_valid || owed != 0));
        all_halves_come: assert (since_end < 5 || in_frame || owed == 0);
    end
    `COVER(a_padded_granule, half_valid && half[`GranuleHalf_frame_end])
    `COVER(a_full_granule, half_valid && half[`GranuleHalf_second] && !half[`GranuleHalf_frame_end])
endmodule
