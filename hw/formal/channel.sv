// What fills AW or W: a word stands until it is taken, and each comes once, in its turn and unchanged (hw/core/src/blocks/channel.rs).
// Any one word is followed from where it enters, whichever; so it holds of each of them.
`include "formal.svh"
module channel (input clock, input reset, input write, input [`BLOCK_data_in-1:0] data_in, input ready);
    wire valid, left;
    wire [`BLOCK_data_in-1:0] data_out;
    `BLOCK dut (.clock(clock), .reset(reset), .write(write), .data_in(data_in), .valid(valid), .data_out(data_out), .ready(ready), .left(left));
    `PAST_VALID
    // Registers of the block, by their names after flattening, and the word of its RAM that is kept.
    (* hierconn *) wire [3:0] \dut.write_address.q , \dut.read_address.q , \dut.address_after.q , \dut.ram.watched ;
    (* hierconn *) wire [`BLOCK_data_in-1:0] \dut.ram.word ;
    (* hierconn *) wire \dut.any.q ;
    reg [4:0] held, before;
    reg followed, was_taken, took, stands;
    reg [`BLOCK_data_in-1:0] value, shown;
    rand reg choose;
    wire goes = valid && ready, follows = write && choose && !followed;
    always @(posedge clock) begin
        held <= reset ? 0 : held + write - goes;
        took <= !reset && goes;
        followed <= !reset && (follows || (followed && !(goes && before == 0)));
        before <= follows ? held - goes : before - goes;
        if (follows) value <= data_in;
        stands <= !reset && valid && !ready;
        shown <= data_out;
    end
    // Who writes counts what is under way. The word that is kept is one that is followed.
    wire shows_kept = \dut.ram.watched == \dut.read_address.q ;
    always @(*) begin
        assume (!write || held < 16);
        assume (!follows || \dut.ram.watched == \dut.write_address.q );
    end
    always @(posedge clock) if (running) begin
        valid_stands_until_ready: assert (!stands || valid);
        each_word_comes_in_its_turn: assert (!(followed && valid && before == 0) || data_out == value);
        valid_says_that_it_holds_one: assert (valid == (held != 0));
        left_says_what_was_taken: assert (left == took);
        lemma_held: assert (held <= 16 && held[3:0] == \dut.write_address.q - \dut.read_address.q && \dut.address_after.q == \dut.read_address.q + 4'd1);
        lemma_followed: assert (!followed || (before < held && \dut.ram.word == value && \dut.ram.watched == \dut.read_address.q + before[3:0]));
    end
    `COVER(it_is_full, held == 16)
    `COVER(a_word_waits, followed && goes && before == 0 && shown == value && stands && held == 3)
endmodule
