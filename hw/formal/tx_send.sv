// AXI4-Stream (IHI 0051, 2.2.1, 2.4.3) of transmission, with a MAC that may stall at any time. The buffer holds anything.
`include "formal.svh"
module tx_send (input clock, input reset, input run, input frame_valid, input frame_skip, input [10:0] frame_last_byte, input frame_half,
                input [63:0] word_0, input [63:0] word_1, input [63:0] word_2, input [63:0] word_3, input tready);
    wire busy, frame_ready, tvalid, tlast, done, sent;
    wire [6:0] buffer_address;
    wire [63:0] tdata;
    wire [7:0] tkeep;
    fixnic_core$engine$send dut (.clock(clock), .reset(reset), .run(run), .busy(busy), .frame_valid(frame_valid), .frame_skip(frame_skip),
        .frame_last_byte(frame_last_byte), .frame_half(frame_half), .frame_ready(frame_ready), .buffer_address(buffer_address),
        .buffer_word$0 (word_0), .buffer_word$1 (word_1), .buffer_word$2 (word_2), .buffer_word$3 (word_3), .tdata(tdata), .tkeep(tkeep),
        .tvalid(tvalid), .tlast(tlast), .tready(tready), .done(done), .sent(sent));
    `PAST_VALID
    always @(posedge clock) if (begun && $past(frame_valid && !frame_ready)) assume (frame_valid && $stable({frame_skip, frame_last_byte, frame_half}));

    // Bytes still to be sent of the frame that was taken.
    reg [11:0] left;
    reg in_frame;
    wire [3:0] lanes = tkeep[0] + tkeep[1] + tkeep[2] + tkeep[3] + tkeep[4] + tkeep[5] + tkeep[6] + tkeep[7];
    always @(posedge clock)
        if (reset) {left, in_frame} <= 0;
        else if (frame_valid && frame_ready && !frame_skip) {left, in_frame} <= {frame_last_byte + 12'd1, 1'b0};
        else if (tvalid && tready) {left, in_frame} <= {left - lanes, !tlast};

    always @(posedge clock) if (running) begin
        tvalid_stands: assert (!$past(tvalid && !tready) || (tvalid && {tdata, tkeep, tlast} == $past({tdata, tkeep, tlast})));
        keep_has_no_holes: assert (!tvalid || (tkeep[0] && (tkeep & (tkeep + 8'd1)) == 0));
        only_the_last_beat_is_part: assert (!tvalid || tlast || tkeep == 8'hFF);
    end
    `COVER(a_frame_of_nine_bytes, tvalid && tready && tlast && lanes == 1 && in_frame)
    `COVER(a_stall, tvalid && tready && $past(tvalid && !tready))
    `COVER(a_skipped_frame, done && !sent)
endmodule
