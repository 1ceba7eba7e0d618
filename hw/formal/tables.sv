// The tables of sessions and candidates: of any one session, whichever, a read gives the word that was last written to it, by the receive path, a command
// or a reset, and nothing that is written to another changes it. Of each memory the word of that session is kept, all others may give anything.
`include "formal.svh"
module tables (input clock, input reset, input cmd_active, input [9:0] rx_read, input rx_write, input [9:0] rx_session, input [`SessionWord_bits-1:0] rx_update,
               input [9:0] cmd_session, input cmd_write, input [`SessionWord_bits-1:0] cmd_update, input clear, input [9:0] clear_session,
               input candidate_write, input [`CandidateWord_bits-1:0] candidate_update);
    wire [`SessionWord_bits-1:0] word;
    wire [`CandidateWord_bits-1:0] candidate;
    fixnic_core$sessions sessions (.clock(clock), .cmd_active(cmd_active), .rx_read(rx_read), .rx_write(rx_write), .rx_session(rx_session), .rx_update(rx_update),
        .cmd_session(cmd_session), .cmd_write(cmd_write), .cmd_update(cmd_update), .clear(clear), .clear_session(clear_session), .word(word));
    fixnic_core$candidates candidates (.clock(clock), .cmd_active(cmd_active), .rx_session(rx_session), .rx_write(candidate_write), .rx_update(candidate_update),
        .cmd_session(cmd_session), .word(candidate));
    `PAST_VALID
    (* hierconn *) wire [9:0] \sessions.ram.watched , \candidates.ram.watched ;
    (* hierconn *) wire [`SessionWord_bits-1:0] \sessions.ram.word ;
    (* hierconn *) wire [`CandidateWord_bits-1:0] \candidates.ram.word ;
    (* anyconst *) wire [9:0] session;
    always @(*) assume (\sessions.ram.watched == session && \candidates.ram.watched == session);

    // The word that was written last, and whether there is one; delayed, since a read gives what was written two clocks before it.
    wire by_reset = clear, by_command = !clear && cmd_active && cmd_write, by_frame = !clear && !cmd_active && rx_write;
    wire writes = by_reset && clear_session == session || by_command && cmd_session == session || by_frame && rx_session == session;
    wire [`SessionWord_bits-1:0] update = by_reset ? 0 : by_command ? cmd_update : rx_update;
    wire proposes = candidate_write && rx_session == session;
    reg [`SessionWord_bits-1:0] last [1:4];
    reg [`CandidateWord_bits-1:0] proposed [1:5];
    reg [4:1] known, reads, wrote;
    reg [5:1] candidate_known, candidate_reads, candidate_wrote;
    integer n;
    always @(posedge clock) begin
        if (writes) last[1] <= update;
        if (proposes) proposed[1] <= candidate_update;
        for (n = 2; n <= 4; n = n + 1) last[n] <= last[n - 1];
        for (n = 2; n <= 5; n = n + 1) proposed[n] <= proposed[n - 1];
        known <= reset ? 0 : {known[3:1], known[1] || writes};
        candidate_known <= reset ? 0 : {candidate_known[4:1], candidate_known[1] || proposes};
        wrote <= {wrote[3:1], writes};
        candidate_wrote <= {candidate_wrote[4:1], proposes};
        reads <= {reads[3:1], (cmd_active ? cmd_session : rx_read) == session};
        candidate_reads <= {candidate_reads[4:1], (cmd_active ? cmd_session : rx_session) == session};
    end
    // Index N is N clocks ago: the read began two (three) clocks ago, and what was written in the clock right before it may or may not be there.
    wire told = reads[2] && known[4] && !wrote[3], candidate_told = candidate_reads[3] && candidate_known[5] && !candidate_wrote[4];

    always @(posedge clock) if (running) begin
        a_read_gives_what_was_written_last: assert (!told || word == last[4]);
        a_candidate_is_the_one_written_last: assert (!candidate_told || candidate == proposed[5]);
        lemma_session: assert (!known[2] || \sessions.ram.word == last[2]);
        lemma_candidate: assert (!candidate_known[2] || \candidates.ram.word == proposed[2]);
    end
    `COVER(a_frame_wrote_it, told && wrote[4] && word[`SessionWord_rcv_nxt] == 32'h12345678)
    `COVER(it_was_cleared, told && word == 0 && !wrote[4])
    `COVER(it_is_written_while_it_is_read, told && wrote[2])
    `COVER(a_candidate_is_read, candidate_told && cmd_active && !candidate_wrote[5])
endmodule
