// No entry and no write outside the configured ring and buffer, whatever arrives: every address that the packer and the formatter
// give lies where the ring says (docs/datapath.md, 6.2, 6.3).
`include "formal.svh"
module places (input clock, input reset, input start, input [15:0] start_granule, input s_valid, input [`Beat_bits-1:0] beat,
               input zero_counts, input [7:0] epoch, input [`Admission_bits-1:0] admission, input admission_valid,
               input [`EntryEvent_bits-1:0] item, input event_valid, input [239:0] fence, input fence_valid, input [15:0] ring_entry);
    // Any ring that the registers accept: logarithms in 7..=15, both addresses multiples of 64.
    (* anyconst *) wire [3:0] entry_log2, granule_log2;
    (* anyconst *) wire [63:0] entries_at, buffer_at;
    always @(*) assume (entry_log2 >= 7 && granule_log2 >= 7 && entries_at[5:0] == 0 && buffer_at[5:0] == 0);
    wire [15:0] entry_mask = (17'd1 << entry_log2) - 1, granule_mask = (17'd1 << granule_log2) - 1;
    wire half_valid, admission_read, event_read, fence_done, take_entry, entry_valid, frame_done, stat_event, stat_frame;
    wire [`GranuleHalf_bits-1:0] half;
    wire [`PlacedEntry_bits-1:0] placed;
    fixnic_core$packer packer (.clock(clock), .reset(reset), .start(start), .start_granule(start_granule), .start_base(buffer_at),
        .start_mask(granule_mask), .s_valid(s_valid),
        .s_beat(beat), .m_valid(half_valid), .m_half(half));
    fixnic_core$format format (.clock(clock), .reset(reset), .zero_counts(zero_counts), .epoch(epoch), .admission(admission),
        .admission_valid(admission_valid), .admission_read(admission_read), .item(item), .event_valid(event_valid),
        .event_read(event_read), .fence(fence), .fence_valid(fence_valid), .fence_done(fence_done), .take_entry(take_entry),
        .ring_entry(ring_entry), .ring_mask(entry_mask), .ring_lap_bit(entry_mask + 16'd1), .ring_base(entries_at), .m_valid(entry_valid), .m_entry(placed), .frame_done(frame_done));
    // Their copies of the ring's figures are these from the beginning: nothing is written before the first was taken over.
    (* hierconn *) wire [63:0] \packer.base.q , \format.start.q ;
    (* hierconn *) wire [15:0] \packer.mask.q , \format.mask.q ;
    wire [159:0] copies = {\packer.base.q , \packer.mask.q , \format.start.q , \format.mask.q };
    wire [159:0] figures = {buffer_at, granule_mask, entries_at, entry_mask};
    always @(*) if (!begun) assume (copies == figures);
    `PAST_VALID
    // `start` comes before a frame's first beat, and not before what the last frame left was padded.
    reg in_frame, started;
    reg [2:0] since_end;
    wire eof = beat[`Beat_eof];
    always @(posedge clock) begin
        in_frame <= reset ? 0 : s_valid ? !eof : in_frame;
        started <= reset ? 0 : start ? 1 : started && !s_valid;
        since_end <= reset || (s_valid && eof) ? 0 : since_end + (since_end != 7);
    end
    always @(*) begin
        assume (!start || (!in_frame && !started && !s_valid));
        assume (!s_valid || in_frame || started);
        assume (!s_valid || in_frame || since_end >= 1);
    end
    wire [63:0] in_buffer = half[`GranuleHalf_address] - buffer_at, in_entries = placed[`PlacedEntry_address] - entries_at;

    always @(posedge clock) if (running) begin
        lemma_copies: assert (copies == figures);
        bytes_lie_in_the_buffer: assert (!half_valid || in_buffer <= {42'd0, granule_mask, 6'b100000});
        entries_lie_in_the_ring: assert (!entry_valid || (in_entries <= {43'd0, entry_mask, 5'd0} && in_entries[4:0] == 0));
    end
    `COVER(bytes_at_the_end, half_valid && in_buffer == {42'd0, granule_mask, 6'd0})
    `COVER(a_frame_entry, entry_valid && placed[`PlacedEntry_frame])
    `COVER(an_entry_at_the_end, entry_valid && in_entries == {43'd0, entry_mask, 5'd0})
endmodule
