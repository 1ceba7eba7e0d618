// What of a frame goes on to the FIX path: its seventh beat and those behind it, in the same clock and unchanged, or its last one, marked as early, if
// it has no seventh: no payload begins before byte 48.
`include "formal.svh"
module payload (input clock, input reset, input s_valid, input [`Beat_bits-1:0] beat, input sof);
    wire m_valid;
    wire [`PayloadBeat_bits-1:0] m_beat;
    fixnic_core$payload dut (.clock(clock), .s_valid(s_valid), .s_beat(beat), .s_sof(sof), .m_valid(m_valid), .m_beat(m_beat));
    `PAST_VALID
    (* hierconn *) wire [2:0] \dut.seen.q ;
    (* hierconn *) wire \dut.all_seen.q ;
    // The frame's beats before this one. A reset may cut a frame short; the block knows of it by the next frame's first beat alone.
    reg [8:0] number;
    wire eof = beat[`Beat_eof], stays = number >= 6 || eof;
    always @(posedge clock) number <= reset || (s_valid && eof) ? 0 : number + s_valid;
    always @(*) assume (!s_valid || (sof == (number == 0) && (eof || number < 300)));

    always @(posedge clock) if (running) begin
        the_seventh_beat_and_later_ones_stay: assert (m_valid == (s_valid && stays));
        a_beat_that_stays_is_unchanged: assert (!m_valid || (m_beat[`PayloadBeat_data] == beat[`Beat_data] && m_beat[`PayloadBeat_last_lane] == beat[`Beat_last_lane] && m_beat[`PayloadBeat_eof] == eof));
        a_frame_without_a_seventh_beat_is_early: assert (!m_valid || m_beat[`PayloadBeat_early] == (number < 6));
        lemma_seen: assert (number == 0 || (\dut.all_seen.q == (number >= 6) && \dut.seen.q == (number >= 6 ? 6 : number)));
    end
    `COVER(a_long_frame_ends, m_valid && eof && number == 9)
    `COVER(a_frame_ends_with_its_sixth_beat, m_valid && eof && number == 5)
endmodule
