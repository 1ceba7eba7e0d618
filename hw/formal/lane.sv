// What an engine of an aggregate has before it (docs/datapath.md, 12.5 and 12.6): a frame is stored whole or lost whole and counted; what is stored leaves
// once, in order, unchanged, with its time; each loss is told in its place. The FIFOs give anything, but what was written keeps its
// place in them: that is proved in fifo and wide_fifo. What of the words ahead of the frame that is followed, whichever, is assumed, follows from it.
// What an arrival tells is exact while fewer than 65,537 frames are lost between two that are stored; sums over all arrivals are compared modulo 2^SUM.
`include "formal.svh"
`define SUM 8
module lane (input clock, input reset, input s_valid, input [`WideBeat_bits-1:0] s_beat, input s_sof, input [63:0] s_ts_ns, input [1:0] s_engine);
    (* anyconst *) wire [1:0] number;
    wire m_tvalid, m_tlast, m_tuser, idle;
    wire [63:0] m_tdata, m_ts_ns;
    wire [7:0] m_tkeep;
    fixnic_lane dut (.clock(clock), .reset(reset), .number(number), .s_valid(s_valid), .s_beat(s_beat), .s_sof(s_sof), .s_ts_ns(s_ts_ns),
        .s_engine(s_engine), .m_tdata(m_tdata), .m_tkeep(m_tkeep), .m_tvalid(m_tvalid), .m_tlast(m_tlast), .m_tuser(m_tuser),
        .m_ts_ns(m_ts_ns), .idle(idle));
    `PAST_VALID
    // Registers of the block and ports of its FIFOs, by their names after flattening.
    (* hierconn *) wire \dut.room.q , \dut.taking.q , \dut.write.q , \dut.announce.q , \dut.any_lost.q , \dut.open.q , \dut.spent.q , \dut.served.q , \dut.served.d , \dut.at_end.q , \dut.all_told.q ;
    (* hierconn *) wire \dut.beats.valid , \dut.beats.read , \dut.arrivals.valid , \dut.arrivals.read ;
    (* hierconn *) wire [5:0] \dut.left.q ;
    (* hierconn *) wire [2:0] \dut.at.q , \dut.at_after.q ;
    (* hierconn *) wire [15:0] \dut.lost.q , \dut.telling.q , \dut.beats.level , \dut.arrivals.level ;
    (* hierconn *) wire [`WideBeat_bits-1:0] \dut.word.q , \dut.beats.data_out ;
    (* hierconn *) wire [`LaneArrival_bits-1:0] \dut.announced.q , \dut.arrivals.data_out ;
    wire store = \dut.write.q , announce = \dut.announce.q , read = \dut.beats.read , open = \dut.open.q , spent = \dut.spent.q ;
    // An arrival is taken where it is served; its FIFO is read a clock later.
    wire take = \dut.served.d , served = \dut.served.q , offered = \dut.arrivals.valid && !served;
    wire [`WideBeat_bits-1:0] word = \dut.word.q , head = \dut.beats.data_out ;
    wire [`LaneArrival_bits-1:0] announced = \dut.announced.q , arrival = \dut.arrivals.data_out ;
    wire only_losses = announced[`LaneArrival_only_losses];

    // The steer's beats: a frame's are of one engine, of which this is told a clock later.
    reg within;
    reg [1:0] engine;
    always @(posedge clock) begin
        within <= !reset && (s_valid ? !s_beat[`WideBeat_eof] : within);
        if (s_valid) engine <= s_engine;
    end
    always @(*) assume (s_sof == (s_valid && !within) && (!(s_valid && within) || s_engine == engine));
    wire mine = s_valid && s_engine == number;
    reg beat_1, begins_1, ends_1, taken, partial;
    reg [`WideBeat_bits-1:0] word_1;
    reg [63:0] ts_1;
    reg [5:0] beats_before; // of the frame, up to 33
    wire taken_now = begins_1 ? announce && !only_losses : taken, keeps = beats_before < 33 || ends_1;
    wire [5:0] beats_now = beats_before == 33 ? 33 : beats_before + 1;
    // Frames lost since the last arrival.
    reg [15:0] since;
    reg any_since;
    wire refuses = begins_1 && !taken_now;
    wire [15:0] since_now = (announce ? 0 : since) + refuses;
    wire any_since_now = refuses || (any_since && !announce);
    wire ours = within && engine == number; // a frame of this engine has begun and not ended
    wire partial_now = store ? !word[`WideBeat_eof] : partial;
    always @(posedge clock) begin
        beat_1 <= !reset && mine;
        begins_1 <= !reset && mine && s_sof;
        ends_1 <= mine && s_beat[`WideBeat_eof];
        word_1 <= s_beat;
        ts_1 <= s_ts_ns;
        taken <= !reset && taken_now;
        partial <= !reset && partial_now;
        beats_before <= reset ? 0 : mine && s_sof ? 0 : beat_1 ? beats_now : beats_before;
        since <= reset ? 0 : since_now;
        any_since <= !reset && any_since_now;
    end

    // The FIFOs: what they hold; of the beats, how many frames end there; of the arrivals, how many are of frames and how many losses they tell.
    // From any fill on, with frames of a beat each.
    (* anyconst *) wire [10:0] filled;
    always @(*) assume (filled <= 508);
    reg [10:0] held, held_before, held_earlier, ends, arrivals, arrivals_before, frames;
    reg [`SUM-1:0] queued;
    reg stands, arrival_stands;
    reg [`WideBeat_bits-1:0] head_before;
    reg [`LaneArrival_bits-1:0] arrival_before;
    wire head_ends = head[`WideBeat_eof], of_frame = !arrival[`LaneArrival_only_losses];
    wire [`SUM-1:0] told_of_it = take ? arrival[`LaneArrival_lost] : 0, announced_now = announce ? announced[`LaneArrival_lost] : 0;
    wire [`SUM-1:0] losses_to_come = \dut.lost.q + announced_now + queued; // before it is deducted what of the next arrival was told
    always @(posedge clock) begin
        held <= reset ? filled : held + store - read;
        held_before <= reset ? filled : held;
        held_earlier <= reset ? filled : held_before;
        ends <= reset ? filled : ends + (store && word[`WideBeat_eof]) - (read && head_ends);
        arrivals <= reset ? filled : arrivals + announce - take;
        arrivals_before <= reset ? filled : arrivals + served;
        frames <= reset ? filled : frames + (announce && !only_losses) - (take && of_frame);
        queued <= reset ? 0 : queued + announced_now - told_of_it;
        stands <= !reset && \dut.beats.valid && !read;
        arrival_stands <= !reset && offered && !take;
        head_before <= head;
        arrival_before <= arrival;
    end
    always @(*) if (running) begin
        assume (\dut.beats.level == held_before && \dut.arrivals.level == arrivals_before);
        assume (!\dut.beats.valid || held != 0);
        assume (!offered || arrivals != 0);
        assume (!stands || (\dut.beats.valid && head == head_before));
        assume (!arrival_stands || (\dut.arrivals.valid && arrival == arrival_before));
        // What is there is what was written.
        assume (!\dut.beats.valid || (head_ends ? ends != 0 : held > ends));
        assume (!offered || (of_frame ? frames != 0 : arrivals > frames));
        assume (!offered || ((of_frame || arrival[`LaneArrival_any_lost]) && (arrival[`LaneArrival_any_lost] || arrival[`LaneArrival_lost] == 0)));
        assume (arrivals != 0 || queued == 0);
    end

    // What leaves, a clock after it was at the FIFOs' outputs.
    reg leaving; // a frame has begun and not ended
    reg [2:0] group;
    reg was_read, was_taken, told_all_of_it;
    reg [`SUM-1:0] owed; // frames that were lost and are not told yet
    reg [16:0] told_here;
    wire tells = m_tvalid && m_tkeep == 0, gives = m_tvalid && m_tkeep != 0;
    wire [5:0] last_lane = head_before[`WideBeat_last_lane];
    wire is_last = group == last_lane[5:3];
    wire [`SUM-1:0] owed_now = owed + refuses - tells;
    wire [16:0] told_here_now = told_here + tells;
    wire [16:0] to_be_told = {arrival_before[`LaneArrival_any_lost] && arrival_before[`LaneArrival_lost] == 0, arrival_before[`LaneArrival_lost]};
    wire [16:0] to_be_told_next = {arrival[`LaneArrival_any_lost] && arrival[`LaneArrival_lost] == 0, arrival[`LaneArrival_lost]};
    wire [16:0] told_of_next = was_taken ? 0 : told_here_now;
    wire leaving_now = gives ? !m_tlast : leaving;
    wire [2:0] group_now = !gives ? group : is_last ? 0 : group + 1;
    wire only_group = gives && is_last && group == 0; // its beat is read in this clock, that of another last group was in the one before
    reg only_group_before;
    wire ended_unread = spent && head_ends;
    reg could_give;
    reg was_idle;
    always @(posedge clock) begin
        leaving <= !reset && leaving_now;
        group <= reset ? 0 : group_now;
        was_read <= !reset && read;
        was_taken <= !reset && take;
        owed <= reset ? 0 : owed_now;
        told_here <= reset || was_taken ? 0 : told_here_now;
        could_give <= !reset && (open ? \dut.beats.valid && !spent : offered && (told_of_next != to_be_told_next || (\dut.beats.valid && !spent && of_frame)));
        only_group_before <= !reset && only_group;
        was_idle <= !reset && idle;
    end

    // A stored frame, whichever: what is ahead of it in either FIFO.
    rand reg choose;
    wire follows = begins_1 && taken_now && choose && !followed;
    reg followed;
    reg [10:0] arrivals_ahead, frames_ahead, beats_ahead, ends_ahead;
    reg [`SUM-1:0] queued_ahead, due; // due: of those that were owed when it was stored
    reg [63:0] ts_then;
    reg [`WideBeat_bits-1:0] first_beat;
    reg [`LaneArrival_bits-1:0] its_arrival;
    wire [`SUM-1:0] its_arrival_lost = its_arrival[`LaneArrival_lost];
    wire [`SUM-1:0] due_now = due - tells;
    wire its_turn = followed && arrivals_ahead == 0 && take;
    always @(posedge clock) begin
        followed <= !reset && (follows || (followed && !its_turn));
        arrivals_ahead <= follows ? arrivals - take : arrivals_ahead - take;
        frames_ahead <= (follows ? frames : frames_ahead) - (take && of_frame);
        beats_ahead <= (follows ? held : beats_ahead) - read;
        ends_ahead <= (follows ? ends : ends_ahead) - (read && head_ends);
        queued_ahead <= (follows ? queued : queued_ahead) - told_of_it;
        due <= follows ? owed_now : due_now;
        if (follows) begin
            ts_then <= ts_1;
            first_beat <= word_1;
            its_arrival <= announced;
        end
    end
    always @(*) if (running && followed) begin
        assume (arrivals_ahead != 0 || (frames_ahead == 0 && queued_ahead == 0 && (!offered || arrival == its_arrival)));
        assume (beats_ahead != 0 || !\dut.beats.valid || head == first_beat);
        // The last beat ahead of it ends a frame; while there is none, there is no end.
        assume ((beats_ahead == 0) == (ends_ahead == 0));
        assume (beats_ahead == 0 || !\dut.beats.valid || (head_ends ? ends_ahead != 0 : beats_ahead > ends_ahead));
        assume (arrivals_ahead == 0 || !offered || (of_frame ? frames_ahead != 0 : arrivals_ahead > frames_ahead));
    end

    always @(posedge clock) if (running) begin
        a_frame_is_stored_whole_or_lost_whole: assert (store == (beat_1 && taken_now && keeps));
        a_beat_is_stored_unchanged: assert (!store || word == word_1);
        an_arrival_is_of_a_frame_or_of_losses: assert (!announce || only_losses == !begins_1);
        an_arrival_has_the_frames_time: assert (!(announce && !only_losses) || announced[`LaneArrival_ts_ns] == ts_1);
        an_arrival_tells_the_losses_before_it: assert (!announce || (announced[`LaneArrival_lost] == since && announced[`LaneArrival_any_lost] == any_since
                                                       && (!only_losses || any_since)));
        the_fifos_never_overflow: assert ((!store || held < 512) && (!announce || arrivals + served < 512));
        a_beat_leaves_unchanged: assert (!gives || (m_tdata == head_before[64 * group +: 64] && m_tkeep == (is_last ? 8'hff >> ~last_lane[2:0] : 8'hff)
                                         && m_tlast == (is_last && head_before[`WideBeat_eof]) && m_tuser == (is_last && head_before[`WideBeat_bad])));
        a_beat_leaves_once: assert (was_read == ((gives && is_last && !only_group) || only_group_before) && (!only_group_before || !gives));
        a_frame_leaves_with_its_arrival: assert (was_taken ? (gives ? !leaving && !arrival_before[`LaneArrival_only_losses] : arrival_before[`LaneArrival_only_losses])
                                                 : !gives || leaving);
        a_frame_leaves_with_its_time: assert (!(gives && !leaving) || m_ts_ns == arrival_before[`LaneArrival_ts_ns]);
        an_arrival_is_read_when_it_is_served: assert (\dut.arrivals.read == was_taken);
        a_loss_is_a_beat_without_lanes: assert (!tells || (m_tlast && !m_tuser && !leaving));
        losses_come_before_their_frame: assert (!was_taken || (told_here_now == to_be_told && !tells));
        what_can_leave_leaves: assert (!could_give || m_tvalid);
        what_was_lost_is_told_or_to_be_told: assert (owed_now == losses_to_come - told_of_next[`SUM-1:0]);
        a_frame_leaves_in_its_turn: assert (!its_turn || (\dut.beats.valid && head == first_beat && !open && arrival[`LaneArrival_ts_ns] == ts_then));
        a_loss_is_told_in_its_place: assert (!its_turn || due_now == 0);
        idle_says_that_nothing_is_held: assert (!(idle && was_idle) || (held == 0 && arrivals == 0 && owed_now == 0));
        lemma_taking: assert (\dut.taking.q == taken_now && partial_now == (ours && taken_now) && (!begins_1 || beat_1) && beats_before <= 33);
        lemma_left: assert (!ours || \dut.left.q == 33 - (beat_1 ? beats_now : beats_before));
        lemma_since: assert (\dut.lost.q == since_now && \dut.any_lost.q == any_since_now && (any_since || since == 0) && (any_since_now || since_now == 0));
        lemma_room: assert (held <= held_before + 1 && held_before <= held_earlier + 1 && (!\dut.room.q || held_earlier <= 471));
        lemma_held: assert (held + store + (ours && taken_now ? \dut.left.q + 1 : 0) <= 508 && ends <= held);
        lemma_ends: assert (frames <= 509 && frames + open + ended_unread == ends + partial);
        lemma_arrivals: assert (arrivals >= frames && arrivals <= frames + 2 && (!(announce && only_losses) || arrivals <= 1));
        lemma_group: assert (open == leaving_now && \dut.at.q == group_now && \dut.at_after.q == \dut.at.q + 3'd1);
        lemma_end: assert (\dut.at.q == 0 ? !\dut.at_end.q : open && stands && \dut.at.q <= last_lane[5:3] && \dut.at_end.q == (\dut.at.q == last_lane[5:3]));
        lemma_spent: assert (spent == only_group && (!spent || stands));
        lemma_telling: assert (served == was_taken && (served || \dut.telling.q == 16'd1 + told_of_next[15:0]));
        lemma_told: assert (served ? told_of_next == 0 : \dut.all_told.q ? arrival_stands && told_of_next == to_be_told && told_of_next != 0 && !open
                            : told_of_next == 0 || (arrival_stands && !open && told_of_next < to_be_told));
        lemma_followed: assert (!followed || (arrivals_ahead < arrivals && frames_ahead < frames && arrivals_ahead >= frames_ahead && beats_ahead < held
                                && ends_ahead <= beats_ahead && frames_ahead + open + ended_unread == ends_ahead && its_arrival[`LaneArrival_ts_ns] == ts_then
                                && !its_arrival[`LaneArrival_only_losses] && (its_arrival[`LaneArrival_any_lost] || its_arrival[`LaneArrival_lost] == 0)));
        lemma_place: assert (!followed || due_now == queued_ahead + its_arrival_lost - told_of_next[`SUM-1:0]);
    end
    `COVER(a_frame_is_lost, refuses)
    `COVER(a_long_frame_is_cut, beat_1 && taken_now && !keeps)
    `COVER(a_frame_after_a_loss_leaves, its_turn && told_of_next == 1)
    `COVER(a_frame_behind_another_leaves, its_turn && was_read && held > 3)
    `COVER(losses_alone_are_told, take && !of_frame && told_of_next == 2)
    `COVER(a_beat_of_few_bytes_leaves, only_group && m_tlast && m_tkeep == 7)
    `COVER(two_beats_and_a_part_leave, was_read && m_tlast && m_tkeep == 7)
endmodule
