// AXI4 reads (IHI 0022, A3.2.1, A3.4.1) of the transmit engine, with any descriptor in memory and any slave.
`include "formal.svh"
module tx_fetch (input clock, input reset, input run, input restart, input [15:0] producer, input arready, input [255:0] rdata,
                 input [1:0] rresp, input rlast, input rvalid, input frame_ready);
    (* anyconst *) wire [63:0] ring_base;
    (* anyconst *) wire [3:0] ring_log2;
    always @(*) assume (ring_base[4:0] == 0);
    wire busy, arvalid, buffer_write, frame_valid, frame_skip, frame_half, event_bad_descriptor, event_read_error;
    wire [63:0] araddr;
    wire [7:0] arlen;
    wire [6:0] buffer_address;
    wire [10:0] frame_last_byte;
    fixnic_core$engine$fetch dut (.clock(clock), .reset(reset), .run(run), .restart(restart), .busy(busy), .ring_base(ring_base),
        .ring_log2(ring_log2), .producer(producer), .araddr(araddr), .arlen(arlen), .arvalid(arvalid), .arready(arready), .rdata(rdata),
        .rresp(rresp), .rlast(rlast), .rvalid(rvalid), .buffer_write(buffer_write), .buffer_address(buffer_address),
        .frame_valid(frame_valid), .frame_skip(frame_skip), .frame_last_byte(frame_last_byte), .frame_half(frame_half),
        .frame_ready(frame_ready), .event_bad_descriptor(event_bad_descriptor), .event_read_error(event_read_error));
    `PAST_VALID

    always @(*) assume (run); // CONTROL.tx_enable stands: who turns it off leaves the frame
    // The slave answers a burst with as many beats as were asked for.
    reg [8:0] owed;
    always @(posedge clock)
        if (reset) owed <= 0;
        else if (arvalid && arready) owed <= arlen + 1;
        else if (rvalid) owed <= owed - 1;
    always @(*) if (rvalid) assume (owed != 0 && rlast == (owed == 1));
    // The frame that the last descriptor asked for.
    reg [31:0] length;
    reg [63:0] address;
    reg is_descriptor, error;
    always @(posedge clock) begin
        if (arvalid && arready) is_descriptor <= arlen == 0 && !frame_asked;
        if (rvalid && is_descriptor) {length, address} <= rdata[95:0];
    end
    reg frame_asked; // the next burst is a frame's
    always @(posedge clock)
        if (reset || frame_valid) frame_asked <= 0;
        else if (rvalid && is_descriptor && rresp == 0) frame_asked <= 1;
        else if (arvalid && arready) frame_asked <= 0;
    always @(posedge clock) error <= reset || (arvalid && arready) ? 0 : error || (rvalid && rresp != 0);

    always @(posedge clock) if (running) begin
        arvalid_stands: assert (!$past(arvalid && !arready) || (arvalid && araddr == $past(araddr) && arlen == $past(arlen)));
        one_burst_at_a_time: assert (!arvalid || owed == 0);
        within_4_kib: assert (!arvalid || araddr[11:0] + 32 * (arlen + 13'd1) <= 4096);
        no_more_than_a_frame: assert (!arvalid || arlen < 64);
        a_bad_frame_is_skipped: assert (!frame_valid || frame_skip || (length >= 14 && length <= 2048 && address[10:0] == 0 && !error));
        a_frame_has_its_length: assert (!frame_valid || frame_skip || frame_last_byte == length - 1);
        bytes_stay_in_their_half: assert (!buffer_write || buffer_address[6] == frame_half);
    end
    `COVER(a_frame_is_ready, frame_valid && !frame_skip && length == 14)
    `COVER(a_frame_of_two_beats, frame_valid && !frame_skip && length == 64)
    `COVER(a_bad_descriptor, event_bad_descriptor)
    `COVER(a_read_error, event_read_error)
endmodule
