// The statistics (docs/registers.md) of one counter, whichever of the 38, or of a number that is none, among all others: each event raises it by one (RxBytes
// by the frame's bytes), a snapshot holds what came up to the clock of its latch and nothing later, and a read gives the snapshot. Of the two memories the word
// of that number is kept, all others may give anything.
`include "formal.svh"
module statistics (input clock, input reset, input [37:0] events, input [11:0] rx_bytes, input latch, input [5:0] read_index);
    wire busy;
    wire [63:0] read_value;
    fixnic_core$statistics dut (.clock(clock), .reset(reset), .events(events), .rx_bytes(rx_bytes), .latch(latch), .busy(busy), .read_index(read_index),
        .read_value(read_value));
    // A reset comes in any clock. The first one has a reset, or it is a clock some time after one, behind the visits of a walk, and nothing has been counted.
    reg running = 0;
    always @(posedge clock) running <= 1;
    (* anyconst *) wire [5:0] number;
    wire counter = number < 38, bytes = number == 1; // RxBytes is the second of fixnic_abi::counter::Counter
    // Registers of the block, by their names after flattening.
    (* hierconn *) wire [7:0] \dut.counts$0.q , \dut.counts$1.q , \dut.counts$2.q , \dut.counts$3.q , \dut.counts$4.q , \dut.counts$5.q , \dut.counts$6.q , \dut.counts$7.q , \dut.counts$8.q , \dut.counts$9.q , \dut.counts$10.q , \dut.counts$11.q , \dut.counts$12.q ;
    (* hierconn *) wire [7:0] \dut.counts$13.q , \dut.counts$14.q , \dut.counts$15.q , \dut.counts$16.q , \dut.counts$17.q , \dut.counts$18.q , \dut.counts$19.q , \dut.counts$20.q , \dut.counts$21.q , \dut.counts$22.q , \dut.counts$23.q , \dut.counts$24.q , \dut.counts$25.q ;
    (* hierconn *) wire [7:0] \dut.counts$26.q , \dut.counts$27.q , \dut.counts$28.q , \dut.counts$29.q , \dut.counts$30.q , \dut.counts$31.q , \dut.counts$32.q , \dut.counts$33.q , \dut.counts$34.q , \dut.counts$35.q , \dut.counts$36.q , \dut.counts$37.q ;
    (* hierconn *) wire [7:0] \dut.chain$0.q , \dut.chain$1.q , \dut.chain$2.q , \dut.chain$3.q , \dut.chain$4.q , \dut.chain$5.q , \dut.chain$6.q , \dut.chain$7.q , \dut.chain$8.q , \dut.chain$9.q , \dut.chain$10.q , \dut.chain$11.q , \dut.chain$12.q ;
    (* hierconn *) wire [7:0] \dut.chain$13.q , \dut.chain$14.q , \dut.chain$15.q , \dut.chain$16.q , \dut.chain$17.q , \dut.chain$18.q , \dut.chain$19.q , \dut.chain$20.q , \dut.chain$21.q , \dut.chain$22.q , \dut.chain$23.q , \dut.chain$24.q , \dut.chain$25.q ;
    (* hierconn *) wire [7:0] \dut.chain$26.q , \dut.chain$27.q , \dut.chain$28.q , \dut.chain$29.q , \dut.chain$30.q , \dut.chain$31.q , \dut.chain$32.q , \dut.chain$33.q , \dut.chain$34.q , \dut.chain$35.q , \dut.chain$36.q , \dut.chain$37.q ;
    (* hierconn *) wire [19:0] \dut.byte_count.q , \dut.byte_chain.q , \dut.fetch_count.q , \dut.total_count.q , \dut.delta.q ;
    (* hierconn *) wire [5:0] \dut.totals.watched , \dut.latched.watched , \dut.step.q , \dut.fetch_index.q , \dut.total_index.q , \dut.delta_index.q , \dut.low_index.q , \dut.sum_index.q ;
    (* hierconn *) wire [63:0] \dut.totals.word , \dut.latched.word , \dut.totals.read_data , \dut.latched.read_data , \dut.total.q , \dut.delta_total.q , \dut.sum.q ;
    (* hierconn *) wire [32:0] \dut.low_sum.q ;
    (* hierconn *) wire [31:0] \dut.low_high.q ;
    (* hierconn *) wire \dut.load.q , \dut.drain.q , \dut.snapshot.q , \dut.zero.q , \dut.fetch_is_bytes.q , \dut.total_is_bytes.q , \dut.fetch_visit.q , \dut.total_visit.q , \dut.delta_visit.q , \dut.low_visit.q , \dut.sum_visit.q ;
    (* hierconn *) wire \dut.fetch_snapshot.q , \dut.total_snapshot.q , \dut.delta_snapshot.q , \dut.low_snapshot.q , \dut.sum_snapshot.q ;
    always @(*) assume (\dut.totals.watched == number && \dut.latched.watched == number);
    wire [303:0] counts = {\dut.counts$37.q , \dut.counts$36.q , \dut.counts$35.q , \dut.counts$34.q , \dut.counts$33.q , \dut.counts$32.q , \dut.counts$31.q , \dut.counts$30.q , \dut.counts$29.q , \dut.counts$28.q , \dut.counts$27.q , \dut.counts$26.q , \dut.counts$25.q ,
        \dut.counts$24.q , \dut.counts$23.q , \dut.counts$22.q , \dut.counts$21.q , \dut.counts$20.q , \dut.counts$19.q , \dut.counts$18.q , \dut.counts$17.q , \dut.counts$16.q , \dut.counts$15.q , \dut.counts$14.q , \dut.counts$13.q , \dut.counts$12.q ,
        \dut.counts$11.q , \dut.counts$10.q , \dut.counts$9.q , \dut.counts$8.q , \dut.counts$7.q , \dut.counts$6.q , \dut.counts$5.q , \dut.counts$4.q , \dut.counts$3.q , \dut.counts$2.q , \dut.counts$1.q , \dut.counts$0.q };
    wire [303:0] chain = {\dut.chain$37.q , \dut.chain$36.q , \dut.chain$35.q , \dut.chain$34.q , \dut.chain$33.q , \dut.chain$32.q , \dut.chain$31.q , \dut.chain$30.q , \dut.chain$29.q , \dut.chain$28.q , \dut.chain$27.q , \dut.chain$26.q , \dut.chain$25.q ,
        \dut.chain$24.q , \dut.chain$23.q , \dut.chain$22.q , \dut.chain$21.q , \dut.chain$20.q , \dut.chain$19.q , \dut.chain$18.q , \dut.chain$17.q , \dut.chain$16.q , \dut.chain$15.q , \dut.chain$14.q , \dut.chain$13.q , \dut.chain$12.q ,
        \dut.chain$11.q , \dut.chain$10.q , \dut.chain$9.q , \dut.chain$8.q , \dut.chain$7.q , \dut.chain$6.q , \dut.chain$5.q , \dut.chain$4.q , \dut.chain$3.q , \dut.chain$2.q , \dut.chain$1.q , \dut.chain$0.q };
    wire [5:0] step = \dut.step.q ;
    wire load = \dut.load.q , drain = \dut.drain.q , snapshot = \dut.snapshot.q , zero = \dut.zero.q ;

    // Written again from the rules: the count, and what the last latch found. A latch is heard 72 clocks after the one before, 64 after a reset.
    wire [63:0] all_events = {26'd0, events};
    wire [11:0] raise = !all_events[number] ? 0 : bytes ? rx_bytes : 1;
    reg [63:0] count, wanted, wanted_1, wanted_2;
    reg [6:0] left;
    reg [1:0] asked;
    wire take = latch && left == 0 && !reset;
    wire [63:0] count_now = reset ? 0 : count + raise;
    always @(posedge clock) begin
        count <= count_now;
        left <= reset ? 64 : take ? 72 : left - (left != 0);
        if (reset || take) wanted <= count_now;
        {wanted_2, wanted_1} <= {wanted_1, wanted};
        asked <= reset ? 0 : {asked[0], read_index == number && left == 0};
    end
    // As the walk goes: the count as the chain has it, as of the last visit, as of the one before, and clocks since that visit.
    reg [63:0] copy, done, before;
    reg [2:0] since;
    reg of_snapshot;
    wire visit = counter && step == number && !zero;
    always @(posedge clock) begin
        copy <= reset ? 0 : load ? count : copy;
        since <= reset ? 7 : visit ? 0 : since + (since != 7);
        if (reset) {done, before} <= 0;
        else if (visit) {done, before, of_snapshot} <= {copy, done, snapshot};
    end
    wire [5:0] behind = step - number - 6'd1;
    wire walks = !zero && !drain, visited = walks && step > number, drained = drain && step != 56;
    wire [63:0] to_copy = count - copy, to_done = copy - done, lag = done - before;
    wire [7:0] one_of = chain[8 * (drain ? number : number - step) +: 8];
    function [63:0] most(input [6:0] clocks); most = bytes ? {45'd0, clocks, 12'd0} - clocks : {57'd0, clocks}; endfunction // 4,095 bytes a clock
    wire in_way = !(zero && step < 6); // what a reset found on its way to the memories has passed

    wire visits = \dut.fetch_visit.q || \dut.total_visit.q || \dut.delta_visit.q || \dut.low_visit.q || \dut.sum_visit.q ;
    wire nothing_counted = counts == 0 && chain == 0 && \dut.byte_count.q == 0 && \dut.byte_chain.q == 0 && \dut.totals.word == 0 && \dut.latched.word == 0 && count == 0 && wanted == 0 && copy == 0 && done == 0;
    always @(*) if (!running) assume (reset || (nothing_counted && step >= 45 && load == (step == 63) && !(drain || snapshot || zero || visits || of_snapshot) && since == 7 && left == 0 && asked == 0));

    always @(posedge clock) if (running) begin
        an_event_raises_its_count_by_one: assert (!counter || (bytes ? \dut.byte_count.q == count[19:0] : counts[8 * number +: 8] == count[7:0]));
        a_snapshot_is_that_of_its_latch: assert (zero ? wanted == 0 && asked == 0 : !snapshot || !counter || ((drain && !drained ? count : copy) == wanted && (bytes || !(drained || (walks && step <= number)) || one_of == copy[7:0])));
        its_total_follows_its_count: assert ((zero && step <= number) || (\dut.totals.word == (since < 5 ? before : done) && (!counter || !visited || (done == copy && of_snapshot == snapshot))));
        a_read_gives_the_snapshot: assert (!asked[1] || read_value == wanted_2);
        it_is_busy_until_it_stands: assert (busy == (left != 0));
        lemma_none: assert (counter || (count == 0 && wanted == 0 && done == 0 && since == 7));
        lemma_step: assert (load == (drain ? step == 56 : step == 63) && (!drain || (snapshot && step >= 56)) && !(zero && snapshot) &&
            left == (drain ? 8'd128 - step : zero || snapshot ? 8'd64 - step : 0));
        lemma_since: assert (!counter || (visited ? since == (behind > 7 ? 7 : behind) : drain ? since >= (step == 63 ? 7 : step - 6'd56) : since == 7));
        lemma_chain: assert (!counter || bytes || !((walks && step <= number) || drained) || one_of == copy[7:0]);
        lemma_byte_chain: assert (!bytes || zero || \dut.byte_chain.q == copy[19:0]);
        lemma_behind: assert (!counter || (to_copy <= most(drained ? step - 6'd56 : drain ? 65 : step + (walks && snapshot ? 8 : 1)) &&
            (drained || (walks && snapshot && !visited) ? to_done <= most(109) : drain ? count - done <= most(109) : zero ? copy == 0 && done == 0 : visited || to_done <= most(71))));
        lemma_lag: assert (!counter || since >= 5 || lag <= most(109));
        lemma_way: assert (!in_way || {\dut.fetch_visit.q && \dut.fetch_index.q == number, \dut.total_visit.q && \dut.total_index.q == number, \dut.delta_visit.q && \dut.delta_index.q == number,
                                       \dut.low_visit.q && \dut.low_index.q == number, \dut.sum_visit.q && \dut.sum_index.q == number} == {since == 0, since == 1, since == 2, since == 3, since == 4});
        lemma_reset: assert (!zero || !((\dut.fetch_visit.q && step > 0) || (\dut.total_visit.q && step > 1) || (\dut.delta_visit.q && step > 2) || (\dut.low_visit.q && step > 3) || (\dut.sum_visit.q && step > 4)));
        lemma_read: assert (!asked[0] || \dut.latched.read_data == wanted_1);
        lemma_kind: assert (!in_way || ((since != 0 || (\dut.fetch_snapshot.q == of_snapshot && \dut.fetch_is_bytes.q == bytes)) && (since != 1 || (\dut.total_snapshot.q == of_snapshot && \dut.total_is_bytes.q == bytes))
            && (since != 2 || \dut.delta_snapshot.q == of_snapshot) && (since != 3 || \dut.low_snapshot.q == of_snapshot) && (since != 4 || \dut.sum_snapshot.q == of_snapshot)));
        lemma_fetch: assert (since != 0 || (\dut.fetch_count.q == (bytes ? done[19:0] : {12'd0, done[7:0]}) && \dut.totals.read_data == before));
        lemma_total: assert (since != 1 || (\dut.total_count.q == (bytes ? done[19:0] : {12'd0, done[7:0]}) && \dut.total.q == before));
        lemma_delta: assert (since != 2 || (\dut.delta.q == lag && \dut.delta_total.q == before));
        lemma_low: assert (since != 3 || (\dut.low_sum.q == {1'b0, before[31:0]} + lag[19:0] && \dut.low_high.q == before[63:32]));
        lemma_sum: assert (since != 4 || \dut.sum.q == done);
        lemma_latched: assert ((zero && step <= number) || (counter && snapshot && !(visited && since >= 5)) || \dut.latched.word == wanted);
    end
    `COVER(a_snapshot_has_it, since == 5 && of_snapshot && visited && \dut.latched.word == 3 && number == 2 && count == 4)
    `COVER(bytes_are_counted, since == 5 && bytes && \dut.totals.word == 4095 && !snapshot)
    `COVER(a_late_counter, visited && number == 12 && done == 2)
    `COVER(no_counter, asked[1] && number == 38)
    `COVER(a_reset_while_it_counts, zero && step == 3 && count == 2 && wanted_2 == 0)
endmodule
