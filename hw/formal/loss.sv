// The end of the loss chain (docs/datapath.md, 1.7): the drops that a frame's admission tells reach its ring: a LOSS entry before the frame's
// first one if they sum up to another number than that ring's last LOSS entry said, and only then, with the three counts; the FRAME
// entry has their sum. That an admission has each drop before it exactly once is proved of ingress and gate.
`include "formal.svh"
module loss (input clock, input reset, input zero_counts, input [7:0] epoch, input [`Admission_bits-1:0] admission, input admission_valid,
             input [`EntryEvent_bits-1:0] item, input event_valid, input [239:0] fence, input [1:0] fence_ring, input fence_valid,
             input [15:0] ring_entry, input [15:0] ring_mask, input [15:0] ring_lap_bit, input [63:0] ring_base);
    wire admission_read, event_read, fence_done, take_entry, m_valid, frame_done, stat_event, stat_frame;
    wire [1:0] ring;
    wire [`PlacedEntry_bits-1:0] m_entry;
    fixnic_core$format dut (.clock(clock), .reset(reset), .zero_counts(zero_counts), .epoch(epoch), .admission(admission),
        .admission_valid(admission_valid), .admission_read(admission_read), .item(item), .event_valid(event_valid),
        .event_read(event_read), .fence(fence), .fence_ring(fence_ring), .fence_valid(fence_valid), .fence_done(fence_done), .ring(ring),
        .take_entry(take_entry), .ring_entry(ring_entry), .ring_mask(ring_mask), .ring_lap_bit(ring_lap_bit), .ring_base(ring_base),
        .m_valid(m_valid), .m_entry(m_entry), .frame_done(frame_done), .stat_event(stat_event), .stat_frame(stat_frame));
    `PAST_VALID
    // Registers of the block, by their names after flattening.
    (* hierconn *) wire [2:0] \dut.state.q ; // FormatState
    (* hierconn *) wire [239:0] \dut.body_1.q ;
    (* hierconn *) wire [31:0] \dut.two_drops.q , \dut.dropped.q , \dut.told_here.q , \dut.told$0.q , \dut.told$1.q , \dut.told$2.q , \dut.told$3.q ;
    (* hierconn *) wire [1:0] \dut.at.q , \dut.ring_2.q ;
    (* hierconn *) wire \dut.differs.q , \dut.tells_1.q , \dut.valid_2.q , \dut.valid_3.q , \dut.frame_2.q ;
    (* hierconn *) wire [`EntryWord_bits-1:0] \dut.word_2.q ;
    (* hierconn *) wire [`PlacedEntry_bits-1:0] \dut.entry_3.q ;
    wire [2:0] state = \dut.state.q ;

    // What the FIFOs hold stands until it is taken; what is in them is what their names say. Counts are zeroed when nothing is under way.
    wire [7:0] item_kind = item[1 +: 8], fence_kind = fence[7:0], kind = \dut.body_1.q [7:0];
    wire last = item[0];
    reg waits, item_waits;
    reg [`Admission_bits-1:0] admission_before;
    reg [`EntryEvent_bits-1:0] item_before;
    reg [2:0] none;
    always @(posedge clock) begin
        waits <= !reset && admission_valid && !admission_read;
        admission_before <= admission;
        item_waits <= !reset && event_valid && !event_read;
        item_before <= item;
        none <= reset || admission_valid ? 0 : none + (none != 7);
    end
    always @(*) begin
        assume (!waits || (admission_valid && admission == admission_before));
        assume (!item_waits || (event_valid && item == item_before));
        assume (!event_valid || (last ? item_kind == `entry_kind_FRAME : item_kind == `entry_kind_MSG || item_kind == `entry_kind_RESYNC));
        assume (fence_kind == `entry_kind_FENCE);
        assume (!(zero_counts && begun) || (!admission_valid && none == 7));
    end
    wire [31:0] drop_fifo = admission[`Admission_drop_fifo], drop_disabled = admission[`Admission_drop_disabled], drop_ring = admission[`Admission_drop_ring];
    wire [31:0] sum = drop_fifo + drop_disabled + drop_ring;
    // One ring, and what its last LOSS entry said.
    (* anyconst *) wire [1:0] looked_at;
    reg [31:0] said;
    reg within, read_1;
    reg take_1, take_2, take_3;
    reg [239:0] body_1, body_2, body_3, item_body;
    reg [1:0] ring_1, ring_2, ring_3;
    wire is_loss = take_entry && kind == `entry_kind_LOSS, here = ring == looked_at;
    wire [31:0] told = looked_at == 0 ? \dut.told$0.q : looked_at == 1 ? \dut.told$1.q : looked_at == 2 ? \dut.told$2.q : \dut.told$3.q ;
    always @(posedge clock) begin
        said <= reset || zero_counts ? 0 : is_loss && here ? sum : said;
        within <= !reset && (stat_event ? !stat_frame : within);
        read_1 <= !reset && event_read;
        item_body <= item[1 +: 240];
        {take_3, take_2, take_1} <= reset ? 0 : {take_2, take_1, take_entry};
        {body_3, body_2, body_1} <= {body_2, body_1, \dut.body_1.q };
        {ring_3, ring_2, ring_1} <= {ring_2, ring_1, ring};
    end
    wire [239:0] loss_body = {80'd0, drop_ring, drop_disabled, drop_fifo, 56'd0, 8'd`entry_kind_LOSS};

    always @(posedge clock) if (running) begin
        a_loss_tells_the_three_counts: assert (!is_loss || (\dut.body_1.q == loss_body && admission_valid && ring == admission[`Admission_ring]));
        what_was_dropped_is_told_before_the_frame: assert (!(stat_event && here) || said == sum);
        nothing_is_told_twice: assert (!(is_loss && here) || said != sum);
        a_loss_comes_before_the_frames_entries: assert (!is_loss || !within);
        a_frame_tells_the_sum: assert (!stat_frame || \dut.body_1.q [`FrameBody_dropped] == sum);
        each_event_becomes_one_entry: assert (stat_event == read_1 && (!stat_event || take_entry) && (!(stat_event && !stat_frame) || \dut.body_1.q == item_body));
        an_entry_leaves_as_it_was_made: assert (m_valid == take_3 && (!m_valid || (m_entry[239:0] == body_3 && m_entry[`PlacedEntry_ring] == ring_3)));
        an_entry_is_of_its_frames_ring: assert (!(stat_event || is_loss) || ring == admission[`Admission_ring]);
        lemma_state: assert (state < 3 || (admission_valid && \dut.at.q == admission[`Admission_ring]));
        lemma_sums: assert ((state != 4 || \dut.two_drops.q == drop_fifo + drop_disabled) && (state < 5 || \dut.dropped.q == sum));
        lemma_told: assert (told == said && \dut.tells_1.q == is_loss);
        lemma_here: assert (\dut.at.q != looked_at || ((!(state == 4 || state == 5) || \dut.told_here.q == told) && (state != 6 || \dut.differs.q == (sum != told))));
        lemma_frame: assert (state != 7 || is_loss || \dut.at.q != looked_at || said == sum);
        lemma_within: assert (!within || state == 7 || stat_frame);
        lemma_loss: assert (!is_loss || (state == 7 && !stat_event));
        lemma_none: assert (none == 0 || !(waits || is_loss || stat_event) || (stat_frame && none == 0));
        lemma_item: assert (!stat_event || (admission_valid && ring == admission[`Admission_ring] && (stat_frame || state == 7)));
        lemma_stages: assert (\dut.valid_2.q == take_1 && \dut.valid_3.q == take_2 && (!take_1 || (\dut.word_2.q [239:0] == body_1 && \dut.ring_2.q == ring_1))
                              && (!take_2 || (\dut.entry_3.q [239:0] == body_2 && \dut.entry_3.q [`PlacedEntry_ring] == ring_2)));
    end
    `COVER(a_loss_is_told, is_loss && here && said != 0)
    `COVER(a_frame_after_a_loss, stat_frame && here && said != 0)
    `COVER(a_frame_without_a_loss, stat_frame && here && said == 0 && drop_fifo != 0)
endmodule
