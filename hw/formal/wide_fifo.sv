// So does a FIFO that gives from two registers (hw/core/src/blocks/wide_fifo.rs; see fifo.sv).
// Any one word is followed from where it enters, whichever; so it holds of each of them.
`include "formal.svh"
module wide_fifo (input clock, input reset, input write, input [`BLOCK_data_in-1:0] data_in, input read);
    localparam A = `BLOCK_ram_write_address, SIZE = 1 << A;
    wire valid;
    wire [`BLOCK_data_in-1:0] data_out;
    wire [15:0] level;
    `BLOCK dut (.clock(clock), .reset(reset), .write(write), .data_in(data_in), .read(read), .valid(valid), .data_out(data_out), .level(level));
    `PAST_VALID
    // Registers of the block, by their names after flattening, and the word of its RAM that is kept.
    (* hierconn *) wire [A-1:0] \dut.write_address.q , \dut.next_address.q , \dut.held_address.q , \dut.address_after.q , \dut.ram.watched ;
    (* hierconn *) wire [`BLOCK_data_in-1:0] \dut.ram.word , \dut.ram.read_data , \dut.fetched.q , \dut.even.q , \dut.odd.q ;
    (* hierconn *) wire \dut.any_stored.q , \dut.shown.q , \dut.fetched_valid.q , \dut.even_valid.q , \dut.odd_valid.q , \dut.out_valid.q , \dut.takes_odd.q , \dut.gives_odd.q , \dut.passes ;
    wire odd = \dut.gives_odd.q , o = odd ? \dut.odd_valid.q : \dut.even_valid.q , s = odd ? \dut.even_valid.q : \dut.odd_valid.q , f = \dut.fetched_valid.q , n = \dut.shown.q ;

    // What it holds, and the word that is followed: how many are before it. If it goes to the RAM, then to the address that is kept.
    reg [A+1:0] held, held_before;
    reg [2:0] waited;
    reg followed, was_read;
    reg [A+1:0] before;
    reg [`BLOCK_data_in-1:0] value, out_before;
    rand reg choose;
    wire follows = write && choose && !followed;
    always @(posedge clock) begin
        held <= reset ? 0 : held + write - read;
        held_before <= reset ? 0 : held;
        waited <= reset || valid || held == 0 ? 0 : waited + 1;
        followed <= !reset && (follows || (followed && !(read && before == 0)));
        before <= follows ? held - read : before - read;
        if (follows) value <= data_in;
        was_read <= reset || read || !valid;
        out_before <= data_out;
    end
    always @(*) begin
        assume (!read || valid);
        assume (!write || held < SIZE);
        assume (!follows || \dut.passes || \dut.ram.watched == \dut.write_address.q );
    end

    wire [A+1:0] ahead = o + s + f, stored = held - ahead - n, beyond = before - ahead - n;
    always @(posedge clock) if (running) begin
        each_word_comes_in_its_turn: assert (!(followed && valid && before == 0) || data_out == value);
        no_word_comes_that_was_not_written: assert (!valid || held != 0);
        a_word_stands_until_it_is_read: assert (was_read || (valid && data_out == out_before));
        what_is_held_is_offered: assert (waited <= 3);
        the_level_is_what_is_held: assert (level == held_before);
        lemma_counts: assert (held <= SIZE && held >= ahead + n && stored <= SIZE && stored[A-1:0] == \dut.write_address.q - \dut.next_address.q );
        lemma_stored: assert (\dut.any_stored.q == (stored != 0) && \dut.address_after.q == \dut.next_address.q + {{A-1{1'b0}}, 1'b1});
        lemma_held: assert (!n || \dut.next_address.q == \dut.held_address.q + {{A-1{1'b0}}, 1'b1});
        lemma_before: assert (!followed || before < held);
        lemma_order: assert ((!s || o) && waited <= (o ? 3 : f ? 2 : n ? 1 : 0));
        lemma_turns: assert (\dut.out_valid.q == o && \dut.takes_odd.q == (odd ^ o ^ s));
        lemma_first: assert (!(followed && o && before == 0) || (odd ? \dut.odd.q : \dut.even.q ) == value);
        lemma_second: assert (!(followed && s && before == 1) || (odd ? \dut.even.q : \dut.odd.q ) == value);
        lemma_fetched: assert (!(followed && f && before == o + s) || \dut.fetched.q == value);
        lemma_shown: assert (!(followed && n && before == ahead) || (\dut.ram.read_data == value && \dut.ram.watched == \dut.held_address.q ));
        lemma_ram: assert (!(followed && before >= ahead) || (\dut.ram.word == value &&
                           (before < ahead + n || \dut.ram.watched == \dut.next_address.q + beyond[A-1:0])));
    end
    `COVER(a_word_comes_from_the_ram, followed && read && before == 0 && n && f && s)
    `COVER(a_word_passes_the_ram, followed && read && before == 0 && held == 1)
    `COVER(one_comes_as_one_goes, read && write && held == 6)
endmodule
