// Checksums (RFC 791, 793, 1071) and length of each frame. A ones'-complement sum is 0xFFFF exactly if the sum of its words, as a number, is a multiple of 0xFFFF
// and not 0 (the carries that come around take multiples of 0xFFFF away, and never come to 0). The words are taken with the first byte low: that is the
// ones'-complement sum with its bytes swapped (RFC 1071, 2 B), which 0xFFFF does not mind.
`include "formal.svh"
module checksum (input clock, input reset, input s_valid, input [63:0] data, input [2:0] last_lane, input eof, input fcs_bad, input truncated, input idle_sof);
    reg within = 0;
    wire s_sof = s_valid ? !within : idle_sof, m_valid;
    wire [`Beat_bits-1:0] s_beat;
    assign s_beat[`Beat_data] = data;
    assign s_beat[`Beat_last_lane] = last_lane;
    assign s_beat[`Beat_eof] = eof;
    assign s_beat[`Beat_fcs_bad] = fcs_bad;
    assign s_beat[`Beat_truncated] = truncated;
    wire [`FrameEnd_bits-1:0] frame_end;
    fixnic_core$checksum dut (.clock(clock), .reset(reset), .s_valid(s_valid), .s_beat(s_beat), .s_sof(s_sof), .m_valid(m_valid), .frame_end(frame_end));
    `PAST_VALID
    // Registers of the block, by their names after flattening.
    (* hierconn *) wire [8:0] \dut.index.q , \dut.index_1.q ;
    (* hierconn *) wire [69:0] \dut.beat_1.q ;
    (* hierconn *) wire [63:0] \dut.data_2.q , \dut.ip_words.q , \dut.tcp_words.q ;
    (* hierconn *) wire [7:0] \dut.ip_2.q , \dut.tcp_2.q ;
    (* hierconn *) wire [16:0] \dut.left.q , \dut.ip_7.q , \dut.ip_8.q , \dut.tcp_8.q ;
    (* hierconn *) wire [15:0] \dut.tcp_length.q ;
    (* hierconn *) wire [17:0] \dut.ip_low.q , \dut.ip_high.q , \dut.tcp_low.q , \dut.tcp_high.q , \dut.ip_beat.q , \dut.tcp_beat.q , \dut.pseudo_3.q , \dut.pseudo_4.q , \dut.pseudo_5.q , \dut.pseudo_6.q ;
    (* hierconn *) wire [19:0] \dut.ip_sum.q ;
    (* hierconn *) wire [26:0] \dut.tcp_sum.q , \dut.tcp_7.q ;
    (* hierconn *) wire \dut.vlan.q , \dut.valid_1.q , \dut.valid_2.q , \dut.valid_3.q , \dut.valid_4.q , \dut.valid_5.q , \dut.sof_1.q , \dut.sof_2.q , \dut.sof_3.q , \dut.sof_4.q , \dut.sof_5.q ;

    // All begin with zero, as their modules say.
    always @(*) if (!begun) assume ({\dut.vlan.q , \dut.tcp_length.q , \dut.data_2.q , \dut.beat_1.q , \dut.ip_sum.q , \dut.tcp_sum.q , \dut.tcp_7.q , \dut.ip_7.q , \dut.ip_8.q , \dut.tcp_8.q , \dut.valid_1.q , \dut.valid_2.q , \dut.valid_3.q ,
        \dut.valid_4.q , \dut.valid_5.q , \dut.sof_1.q , \dut.sof_2.q , \dut.sof_3.q , \dut.sof_4.q , \dut.sof_5.q } == 0);

    // Which beat, what the frame's own bytes say, and which of the beat's bytes count. A frame has 2,048 bytes at most; 4,088 are let in here.
    reg [8:0] beats = 0;
    reg tagged = 0;
    reg [15:0] total = 0, tcp_length = 0;
    wire [8:0] beat = within ? beats : 0;
    always @(*) assume (!s_valid || eof || (last_lane == 7 && beat < 510));
    wire tagged_now = s_valid && beat == 1 ? data[39:32] == 8'h81 && data[47:40] == 8'h00 : tagged; // bytes 12 and 13
    wire [15:0] total_now = !(s_valid && beat == 2) ? total : tagged_now ? {data[39:32], data[47:40]} : {data[7:0], data[15:8]}; // bytes 2 and 3 of the datagram
    wire [4:0] l3 = tagged_now ? 18 : 14;
    wire [16:0] datagram_end = l3 + {1'b0, total_now};
    wire [63:0] of_ip, of_tcp;
    genvar i;
    generate for (i = 0; i < 8; i = i + 1) begin
        wire [11:0] place = {beat, 3'd0} + i;
        assign of_ip[8 * i +: 8] = place >= l3 && place < l3 + 20 ? data[8 * i +: 8] : 8'd0;
        assign of_tcp[8 * i +: 8] = place >= l3 + 12 && place < datagram_end ? data[8 * i +: 8] : 8'd0; // the addresses, then the segment
    end endgenerate
    function [31:0] words(input [63:0] bytes); words = ({16'd0, bytes[15:0]} + bytes[31:16]) + ({16'd0, bytes[47:32]} + bytes[63:48]); endfunction
    // The frame's sums up to the last beat, as numbers: the header's, and of the segment with addresses, protocol and length.
    reg [31:0] ip_sum = 0, tcp_sum = 0;
    always @(posedge clock) begin
        within <= !reset && (s_valid ? !eof : within);
        {tagged, total} <= {tagged_now, total_now};
        if (s_valid) begin
            beats <= beat + 1;
            if (beat == 2) tcp_length <= total_now - 16'd20;
            ip_sum <= (beat == 0 ? 0 : ip_sum) + words(of_ip);
            tcp_sum <= (beat == 0 ? 0 : tcp_sum) + words(of_tcp);
        end
    end
    wire [31:0] pseudo = {16'd0, tcp_length[7:0], tcp_length[15:8]} + 32'h0600;

    // The same N clocks ago.
    reg [9:1] valid = 0, first = 0, ends = 0;
    reg tagged_1 = 0;
    reg [15:0] tcp_length_1 = 0;
    reg [69:0] beat_1 = 0;
    reg [63:0] data_2 = 0;
    reg [8:0] number;
    reg [11:0] long [1:9];
    reg [1:0] bad [1:9];
    reg [63:0] ip_ago [1:5], tcp_ago [1:5];
    reg [31:0] ip_sum_ago [1:9], tcp_sum_ago [1:9], pseudo_ago [1:9];
    reg [9:1] three_beats;
    integer n;
    initial for (n = 1; n <= 9; n = n + 1) {ip_sum_ago[n], tcp_sum_ago[n], pseudo_ago[n]} = 0;
    always @(posedge clock) begin
        valid <= reset ? 0 : {valid[8:1], s_valid};
        first <= {first[8:1], s_sof};
        ends <= reset ? 0 : {ends[8:1], s_valid && eof};
        three_beats <= {three_beats[8:1], beat >= 2};
        {number, tagged_1, tcp_length_1, beat_1, data_2} <= {beat, tagged, tcp_length, s_beat, beat_1[`Beat_data]};
        long[1] <= {beat, 3'd0} + last_lane + 1;
        bad[1] <= {fcs_bad, truncated};
        {ip_ago[1], tcp_ago[1]} <= {of_ip, of_tcp};
        {ip_sum_ago[1], tcp_sum_ago[1], pseudo_ago[1]} <= {ip_sum, tcp_sum, pseudo};
        for (n = 2; n <= 5; n = n + 1) {ip_ago[n], tcp_ago[n]} <= {ip_ago[n - 1], tcp_ago[n - 1]};
        for (n = 2; n <= 9; n = n + 1) {long[n], bad[n], ip_sum_ago[n], tcp_sum_ago[n], pseudo_ago[n]} <= {long[n - 1], bad[n - 1], ip_sum_ago[n - 1], tcp_sum_ago[n - 1], pseudo_ago[n - 1]};
    end
    // The sums of the frame whose last beat came nine clocks ago.
    wire [31:0] ip = ip_sum_ago[8], tcp = tcp_sum_ago[8] + pseudo_ago[8];
    wire [31:0] tcp_7 = tcp_sum_ago[6] + pseudo_ago[6], tcp_8 = tcp_sum_ago[7] + pseudo_ago[7];
    function ones(input [31:0] sum); ones = sum != 0 && sum % 32'hFFFF == 0; endfunction

    function [31:0] fold(input [31:0] sum); fold = {16'd0, sum[15:0]} + sum[31:16]; endfunction
    function [63:0] lanes(input [7:0] mask); lanes = {{8{mask[7]}}, {8{mask[6]}}, {8{mask[5]}}, {8{mask[4]}}, {8{mask[3]}}, {8{mask[2]}}, {8{mask[1]}}, {8{mask[0]}}}; endfunction
    // How many words of the IPv4 header have come with the beats so far.
    wire [3:0] counted = beats < 2 ? 0 : beats == 2 ? (tagged ? 0 : 1) : beats == 3 ? (tagged ? 3 : 5) : beats == 4 ? (tagged ? 7 : 9) : 10;
    wire [8:0] staged = valid[1] ? number : beats;

    always @(posedge clock) if (running) begin
        each_frame_ends_once_nine_clocks_later: assert (m_valid == ends[9]);
        its_length_is_told: assert (!m_valid || frame_end[`FrameEnd_length] == long[9]);
        what_is_bad_is_told: assert (!m_valid || {frame_end[`FrameEnd_fcs_bad], frame_end[`FrameEnd_truncated]} == bad[9]);
        the_ip_header_is_good_exactly_if_its_sum_is_all_ones: assert (!m_valid || frame_end[`FrameEnd_ip_sum_bad] == !ones(ip));
        the_segment_is_good_exactly_if_its_sum_is_all_ones: assert (!(m_valid && three_beats[9]) || frame_end[`FrameEnd_tcp_sum_bad] == !ones(tcp));
        lemma_beat: assert ((!within || (\dut.index.q == beats && beats != 0 && beats < 511)) && beats <= 511 && (!valid[1] || (\dut.index_1.q == number && beats == number + 1 && (within || ends[1]))));
        lemma_valid: assert ({\dut.valid_5.q , \dut.valid_4.q , \dut.valid_3.q , \dut.valid_2.q , \dut.valid_1.q } == valid[5:1] && {\dut.sof_5.q , \dut.sof_4.q , \dut.sof_3.q , \dut.sof_2.q , \dut.sof_1.q } == first[5:1]);
        lemma_first: assert (!valid[1] || first[1] == (number == 0));
        lemma_words: assert (\dut.beat_1.q == beat_1 && \dut.data_2.q == data_2 && \dut.vlan.q == tagged_1 && \dut.tcp_length.q == tcp_length_1);
        lemma_said: assert (valid[1] && number == 2 || (tagged == tagged_1 || (valid[1] && number == 1)) && tcp_length_1 == tcp_length);
        lemma_left: assert (!(within || valid[1]) || staged < 3 || \dut.left.q == (tagged ? 17'd18 : 17'd14) + {1'b0, total} - {5'd0, staged, 3'd0});
        lemma_masked: assert (!valid[2] || ((\dut.data_2.q & lanes(\dut.ip_2.q )) == ip_ago[2] && (\dut.data_2.q & lanes(\dut.tcp_2.q )) == tcp_ago[2]));
        lemma_3: assert (!valid[3] || (\dut.ip_words.q == ip_ago[3] && \dut.tcp_words.q == tcp_ago[3]));
        lemma_4: assert (!valid[4] || (\dut.ip_low.q == {16'd0, ip_ago[4][15:0]} + ip_ago[4][31:16] && \dut.ip_high.q == {16'd0, ip_ago[4][47:32]} + ip_ago[4][63:48] &&
                         \dut.tcp_low.q == {16'd0, tcp_ago[4][15:0]} + tcp_ago[4][31:16] && \dut.tcp_high.q == {16'd0, tcp_ago[4][47:32]} + tcp_ago[4][63:48]));
        lemma_5: assert (!valid[5] || (\dut.ip_beat.q == words(ip_ago[5]) && \dut.tcp_beat.q == words(tcp_ago[5])));
        lemma_6: assert (\dut.ip_sum.q == ip_sum_ago[5] && \dut.tcp_sum.q == tcp_sum_ago[5]);
        lemma_pseudo: assert (!valid[5] || \dut.pseudo_6.q == pseudo_ago[5]);
        lemma_7: assert (\dut.ip_7.q == fold(ip_sum_ago[6]) && (!ends[7] || \dut.tcp_7.q == tcp_7));
        lemma_8: assert (\dut.ip_8.q == fold(fold(ip_sum_ago[7])) && (!ends[8] || \dut.tcp_8.q == fold(tcp_8)));
        lemma_ip_bound: assert (ip_sum <= 32'hFFFF * counted);
        lemma_tcp_bound: assert (tcp_sum <= {5'd0, beats, 18'd0});
    end
    `COVER(both_are_good, m_valid && three_beats[9] && long[9] == 60 && ones(ip) && ones(tcp))
    `COVER(both_are_bad, m_valid && three_beats[9] && frame_end[`FrameEnd_ip_sum_bad] && frame_end[`FrameEnd_tcp_sum_bad] && tagged)
    `COVER(carries_come_around, m_valid && three_beats[9] && ones(tcp) && tcp[26:16] == 5 && tagged)
    `COVER(two_frames_in_a_row, m_valid && three_beats[9] && ends[5] && ones(ip))
endmodule
