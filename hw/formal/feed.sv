// The payload that is parsed is the frame's payload: each of its bytes once, in order, and no other (docs/datapath.md, 3). Frames of all
// lengths, a FIFO that may be empty at any time, and beats as PayloadBeats leaves them: the first is the seventh of the frame.
`include "formal.svh"
module feed (input clock, input reset, input [`PayloadBeat_bits-1:0] beat, input beat_valid, input known, input [7:0] offset,
             input [16:0] payload_end, input nothing, input pause, input extend, input [15:0] extra, input start, input parse, input searched);
    wire beat_read, ready, feeding, p_valid, p_eof, n_valid, n_eof;
    wire [63:0] p_data, n_data;
    wire [7:0] p_keep, n_keep;
    fixnic_core$order$feed dut (.clock(clock), .reset(reset), .beat(beat), .beat_valid(beat_valid), .beat_read(beat_read), .known(known),
        .offset(offset), .payload_end(payload_end), .nothing(nothing), .pause(pause), .extend(extend), .extra(extra), .ready(ready), .start(start),
        .parse(parse), .feeding(feeding), .p_valid(p_valid), .p_data(p_data), .p_keep(p_keep), .p_eof(p_eof), .searched(searched),
        .n_valid(n_valid), .n_data(n_data), .n_keep(n_keep), .n_eof(n_eof));
    `PAST_VALID
    (* hierconn *) wire \dut.counted.q , \dut.primed.q , \dut.drained.q , \dut.fed.q , \dut.begun.q , \dut.skips.q , \dut.parsed.q ;
    (* hierconn *) wire [14:0] \dut.skip_beats.q , \dut.end_beats.q ;
    (* hierconn *) wire \dut.took.q , \dut.skipped_one.q ;
    wire [14:0] skip_beats = \dut.skip_beats.q - \dut.skipped_one.q , end_beats = \dut.end_beats.q - \dut.took.q ;
    (* hierconn *) wire [2:0] \dut.start_lane.q , \dut.end_lane.q ;
    (* hierconn *) wire \dut.end_later.q , \dut.end_next.q , \dut.end_here.q , \dut.end_inside.q , \dut.start_first.q ;
    wire [2:0] last_lane = beat[`PayloadBeat_last_lane];
    wire eof = beat[`PayloadBeat_eof], early = beat[`PayloadBeat_early], take = beat_read;

    // The FIFO holds what it offers; figures stand from when they are known until the frame is started; a frame has 256 beats at most.
    reg [7:0] number; // of the beat at the FIFO's output
    always @(posedge clock) if (begun && $past(beat_valid && !beat_read)) assume (beat_valid && $stable(beat));
    reg named, extended, extended_1, paused;
    reg [15:0] added;
    always @(posedge clock) if (begun && $past((known || named) && !start && !reset)) assume ($stable({offset, payload_end, nothing}));
    always @(posedge clock) if (begun && $past(start)) assume (!known);
    always @(*) begin
        assume (!beat_valid || ((number != 255 || eof) && (!early || (eof && number == 0)) && (eof || last_lane == 7)));
        assume (!known || nothing || (offset >= 54 && {9'd0, offset} <= payload_end));
        assume (!(extend || start) || (ready && known));
        assume (!extend || (pause && paused && !start && !extended && !nothing && {10'd0, offset} + {2'd0, extra} < {1'd0, payload_end}));
        assume (!start || (!extended_1 && !(parse && nothing)));
    end
    always @(posedge clock) begin
        named <= !reset && (known || named) && !start;
        extended <= !reset && (extend || extended) && !start;
        extended_1 <= extend;
        paused <= pause;
        if (extend) added <= extra;
        number <= reset ? 0 : take ? (eof ? 0 : number + 1) : number;
    end

    // The frame at the FIFO's output: it was started, or has passed before its start. Places count from the first beat's first byte.
    wire [17:0] first_waiting = offset - 18'd48 + (extended ? added : 0), end_waiting = payload_end - 18'd48;
    reg started, passed, parses;
    reg [17:0] first_started, end_started;
    wire started_now = started || (start && !passed), parses_now = started ? parses : start && parse;
    wire [17:0] first = started ? first_started : first_waiting, last = started ? end_started : end_waiting, place = {7'd0, number, 3'd0};
    wire [7:0] is_payload;
    genvar i;
    generate for (i = 0; i < 8; i = i + 1) assign is_payload[i] = !early && i <= last_lane && place + i >= first && place + i < last; endgenerate
    always @(posedge clock) begin
        started <= !reset && started_now && !(take && eof);
        passed <= !reset && (passed ? !start : take && eof && !started_now);
        if (start && !started) {parses, first_started, end_started} <= {parse, first_waiting, end_waiting};
    end
    reg shown, shown_last, shown_early;
    reg [7:0] shown_keep;
    reg [63:0] shown_data;
    always @(posedge clock) begin
        shown <= !reset && take && started_now && parses_now && |is_payload;
        shown_early <= !reset && take && started_now && parses_now && |is_payload && !(start && searched);
        shown_keep <= is_payload;
        shown_data <= beat[`PayloadBeat_data];
        shown_last <= eof || place + 8 >= last;
    end
    reg early_valid, early_eof;
    reg [7:0] early_keep;
    reg [63:0] early_data;
    always @(posedge clock) {early_valid, early_eof, early_keep, early_data} <= {n_valid && !reset, n_eof, n_keep, n_data};
    wire [14:0] first_beat = first[17:3], end_beat = last[17:3], here = {7'd0, number};
    wire figures = started || (\dut.primed.q && !passed);

    always @(posedge clock) if (running) begin
        what_is_thrown_away_is_no_payload: assert (!(take && !started_now) || nothing || is_payload == 0);
        each_payload_beat_is_passed_on: assert (p_valid == shown);
        exactly_its_payload_bytes_are_kept: assert (!p_valid || (p_keep == shown_keep && p_data == shown_data));
        the_last_payload_beat_is_told: assert (!p_valid || p_eof == shown_last);
        a_clock_early_it_is_the_same: assert (early_valid == shown_early && (!early_valid || {early_keep, early_data, early_eof} == {p_keep, p_data, p_eof}));
        a_frame_is_started_once: assert (!(start && started) && feeding == started);
        lemma_frames: assert (\dut.fed.q == started && (!passed || \dut.drained.q ) && !(passed && started) && (\dut.counted.q || !\dut.primed.q ) && (!\dut.primed.q || !started));
        lemma_counted: assert ((!\dut.counted.q || named) && (!\dut.primed.q || \dut.drained.q == passed) && (!passed || (\dut.primed.q && number == 0)) && (started || \dut.primed.q || number == 0) && (!extended || \dut.primed.q ));
        lemma_parsed: assert (!started || \dut.parsed.q == parses);
        lemma_range: assert ((!extended || (!nothing && {10'd0, offset} + {2'd0, added} < {1'd0, payload_end})) && (!(started && parses) || (first_started < 18'h3ffff && first_started <= end_started && end_started < 18'h20000)));
        lemma_first: assert (!figures || nothing && !started || !parses && started || (\dut.start_lane.q == first[2:0] && (\dut.begun.q ? started && first_beat < here && skip_beats == 0 : first_beat >= here && first_beat == here + skip_beats)));
        lemma_end: assert (!figures || nothing && !started || !parses && started || (\dut.end_lane.q == last[2:0] && end_beats == end_beat - here) && (!\dut.skipped_one.q || \dut.took.q ));
        lemma_flags: assert (!figures || nothing && !started || !parses && started || extended_1 || (\dut.end_later.q == (end_beat > here) && \dut.end_next.q == (end_beat == here + 15'd1) &&
            \dut.end_here.q == (end_beat == here) && \dut.end_inside.q == (last[2:0] != 0) && \dut.skips.q == (skip_beats != 0) && \dut.start_first.q == (first[2:0] < last[2:0])));
    end
    `COVER(a_payload_of_three_beats, p_valid && p_eof && started && number == 4)
    `COVER(an_overlap_is_skipped, p_valid && started && extended == 0 && first_started > 18)
    `COVER(a_frame_passes_before_its_start, passed && start)
    `COVER(a_frame_ends_before_its_payload, take && eof && started_now && parses_now && place + last_lane + 1 < last)
endmodule
