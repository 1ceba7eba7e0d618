// AXI4-Lite slave (IHI 0022, A3.2.1 and A3.3.1) of the register bus, with a master that may do anything the rules allow.
`include "formal.svh"
module axi_lite (input clock, input reset, input [11:0] awaddr, input awvalid, input [31:0] wdata, input [3:0] wstrb, input wvalid,
                 input bready, input [11:0] araddr, input arvalid, input rready, input hold, input [31:0] read_data);
    wire awready, wready, bvalid, arready, rvalid, is_write, write;
    wire [31:0] rdata, write_data;
    wire [9:0] address;
    fixnic_core$registers$bus dut (.clock, .reset, .awaddr, .awvalid, .awready, .wdata, .wstrb, .wvalid, .wready, .bvalid, .bready, .araddr,
        .arvalid, .arready, .rdata, .rvalid, .rready, .address, .is_write, .hold, .write, .write_data, .read_data);
    `PAST_VALID

    // What the slave owes: accepted and not yet answered, never more than one of each kind.
    reg [1:0] addresses, words, reads;
    reg [31:0] word;
    reg whole;
    always @(posedge clock)
        if (reset) {addresses, words, reads} <= 0;
        else begin
            addresses <= addresses + (awvalid && awready) - (bvalid && bready);
            words <= words + (wvalid && wready) - (bvalid && bready);
            reads <= reads + (arvalid && arready) - (rvalid && rready);
            if (wvalid && wready) {word, whole} <= {wdata, &wstrb};
        end

    reg [2:0] since_write = 7;
    always @(posedge clock) since_write <= write ? 0 : since_write + (since_write != 7);

    always @(posedge clock) if (running) begin
        bvalid_stands: assert (!($past(bvalid && !bready)) || bvalid);
        rvalid_stands: assert (!($past(rvalid && !rready)) || rvalid);
        rdata_stands: assert (!($past(rvalid && !rready)) || rdata == $past(rdata));
        // A response only to what was asked.
        response_after_address_and_data: assert (!bvalid || (addresses == 1 && words == 1));
        read_response_after_address: assert (!rvalid || reads == 1);
        at_most_one_each: assert (addresses <= 1 && words <= 1 && reads <= 1);
        // A register is written only for a write that was accepted whole, with its data.
        // A doorbell's credit is worked out before the next can come.
        writes_are_apart: assert (!write || since_write >= 3);
        write_has_its_data: assert (!write || (is_write && addresses == 1 && words == 1 && whole && write_data == word));
    end
    `COVER(write_answered, bvalid && bready)
    `COVER(read_answered, rvalid && rready)
    `COVER(register_written, write)
    `COVER(both_wait, addresses == 1 && words == 1 && reads == 1)
endmodule
