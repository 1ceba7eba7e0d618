// So does a FIFO whose block RAM hangs on registers alone and that gives from LUT RAM (hw/core/src/blocks/wide_fifo.rs; see fifo.sv).
// Any one word is followed from where it enters, whichever; so it holds of each of them.
`include "formal.svh"
module wide_fifo (input clock, input reset, input write, input [`BLOCK_data_in-1:0] data_in, input read);
    localparam A = `BLOCK_ram_write_address, SIZE = 1 << A;
    wire valid;
    wire [`BLOCK_data_in-1:0] data_out;
    wire [15:0] level;
    `BLOCK dut (.clock(clock), .reset(reset), .write(write), .data_in(data_in), .read(read), .valid(valid), .data_out(data_out), .level(level));
    `PAST_VALID
    // Registers of the block, by their names after flattening, and the words of its RAM and of its places that are kept.
    (* hierconn *) wire [A-1:0] \dut.write_address.q , \dut.next_address.q , \dut.address_after.q , \dut.ram.watched ;
    (* hierconn *) wire [`BLOCK_data_in-1:0] \dut.ram.word , \dut.ram.read_data , \dut.storing_word.q , \dut.fetched.q , \dut.places.word ;
    (* hierconn *) wire [3:0] \dut.put.q , \dut.take.q , \dut.take_after.q , \dut.beyond.q , \dut.places.watched ;
    (* hierconn *) wire \dut.storing.q , \dut.any_stored.q , \dut.shown.q , \dut.fetched_valid.q , \dut.out_valid.q , \dut.entered.q , \dut.gave.q , \dut.room.q , \dut.passes , \dut.arrives ;
    wire w = \dut.storing.q , n = \dut.shown.q , f = \dut.fetched_valid.q , o = \dut.out_valid.q , r = \dut.room.q ;

    // What it holds, what of it is at the output, and the word that is followed: how many are before it. If it goes to the RAM, then to the
    // address that is kept; and to the place that is kept.
    reg [A+1:0] held, held_before, before;
    reg [4:0] placed;
    reg [2:0] waited;
    reg followed, was_read, was_written;
    // Clocks since the last read, and whether none came before six clocks had passed.
    reg [2:0] since;
    reg slow;
    reg [`BLOCK_data_in-1:0] value, out_before;
    rand reg choose;
    wire follows = write && choose && !followed;
    always @(posedge clock) begin
        held <= reset ? 0 : held + write - read;
        held_before <= reset ? 0 : held;
        placed <= reset ? 0 : placed + \dut.arrives - read;
        waited <= reset || valid || held == 0 ? 0 : waited + 1;
        followed <= !reset && (follows || (followed && !(read && before == 0)));
        before <= follows ? held - read : before - read;
        if (follows) value <= data_in;
        was_read <= reset || read || !valid;
        was_written <= !reset && write;
        out_before <= data_out;
        since <= reset ? 5 : read ? 0 : since == 5 ? 5 : since + 1;
        slow <= reset || (slow && (!read || since == 5));
    end
    wire [A-1:0] next_store = \dut.write_address.q + w;
    wire is_placed = \dut.passes ? follows : followed && f && before == placed;
    always @(*) begin
        assume (!read || valid);
        assume (!write || held < SIZE + 6);
        assume (!follows || \dut.passes || \dut.ram.watched == next_store);
        assume (!is_placed || \dut.places.watched == \dut.put.q );
    end

    wire [A+1:0] ahead = placed + f + n, stored = held - ahead - w, beyond = before - ahead;
    wire [3:0] place = \dut.take.q + before[3:0];
    always @(posedge clock) if (running) begin
        each_word_comes_in_its_turn: assert (!(followed && valid && before == 0) || data_out == value);
        no_word_comes_that_was_not_written: assert (!valid || held != 0);
        // Of the word that is followed, whichever: the others' places may give anything here.
        a_word_stands_until_it_is_read: assert (was_read || (valid && (!followed || before != 0 || data_out == out_before)));
        what_is_held_is_offered: assert (waited <= 3);
        what_comes_first_is_offered_at_once: assert (!was_written || held_before != 0 || valid);
        more_than_four_come_without_a_gap: assert (valid || held <= 4);
        one_read_in_six_clocks_never_waits: assert (!slow || valid || held == 0);
        what_was_fetched_has_a_place: assert (placed <= 16);
        the_level_is_what_is_held: assert (level == held_before);
        lemma_counts: assert (held <= SIZE + 6 && held >= ahead + w && stored + w <= SIZE && stored[A-1:0] == \dut.write_address.q - \dut.next_address.q );
        lemma_stored: assert (\dut.any_stored.q == (stored != 0) && \dut.address_after.q == \dut.next_address.q + {{A-1{1'b0}}, 1'b1});
        lemma_places: assert (o == (placed != 0) && placed[3:0] == \dut.put.q - \dut.take.q && \dut.take_after.q == \dut.take.q + 4'd1);
        lemma_beyond: assert (ahead + \dut.gave.q == \dut.beyond.q + \dut.entered.q && \dut.beyond.q + \dut.entered.q <= 10);
        lemma_room: assert (r ? \dut.beyond.q <= 8 : \dut.beyond.q >= 7 && \dut.beyond.q + \dut.entered.q <= 10);
        lemma_before: assert (!followed || before < held);
        lemma_order: assert (waited <= (o ? 3 : f ? 2 : n ? 1 : 0) && (!w || o || f || n || stored != 0));
        lemma_no_gap: assert (stored < 2 || (o && placed + f >= 2 && ahead >= 3));
        lemma_since: assert (since <= 5 && (!\dut.gave.q || since == 0) && (r || !slow || \dut.beyond.q >= 8 || since == 1));
        // Of the next word to be fetched it is known by when it is fetched.
        lemma_slow: assert (!slow || !(w || n || f || stored != 0) || ahead >= 6 ||
                            (ahead == 5 && (stored != 0 || since <= (w ? 4 : n ? 2 : 3))));
        lemma_place: assert (!(followed && before < placed) || (\dut.places.word == value && \dut.places.watched == place));
        lemma_fetched: assert (!(followed && f && before == placed) || \dut.fetched.q == value);
        lemma_shown: assert (!(followed && n && before == placed + f) || \dut.ram.read_data == value);
        lemma_ram: assert (!(followed && before >= ahead && before < ahead + stored) ||
                           (\dut.ram.word == value && \dut.ram.watched == \dut.next_address.q + beyond[A-1:0]));
        lemma_storing: assert (!(followed && before == ahead + stored) || (\dut.storing_word.q == value && \dut.ram.watched == \dut.write_address.q ));
    end
    `COVER(a_word_comes_from_the_ram, followed && read && before == 0 && n && f && placed == 2)
    `COVER(a_word_passes_the_ram, followed && read && before == 0 && held == 1)
    `COVER(one_comes_as_one_goes, read && write && held == 12)
    `COVER(the_output_is_full, placed == 10)
endmodule
