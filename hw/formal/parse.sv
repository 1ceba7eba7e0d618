// The header parser (docs/datapath.md, 1.4 and 2; RFC 791, 793, IEEE 802.1Q): what is told of a frame is what its bytes say. A frame that has ended before a
// field tells nothing of that field; a frame that has it tells it exactly.
`include "formal.svh"
module parse (input clock, input reset, input s_valid, input [63:0] data, input [2:0] last_lane, input eof, input idle_sof);
    reg within;
    wire s_sof = s_valid ? !within : idle_sof, m_valid, key_valid;
    wire [`Beat_bits-1:0] s_beat;
    assign s_beat[`Beat_data] = data;
    assign s_beat[`Beat_last_lane] = last_lane;
    assign s_beat[`Beat_eof] = eof;
    assign s_beat[`Beat_fcs_bad] = 0;
    assign s_beat[`Beat_truncated] = 0;
    wire [`Headers_bits-1:0] headers;
    wire [`LookupKey_bits-1:0] key;
    fixnic_core$parse dut (.clock(clock), .reset(reset), .s_valid(s_valid), .s_beat(s_beat), .s_sof(s_sof), .m_valid(m_valid), .headers(headers),
        .key_valid(key_valid), .key(key));
    `PAST_VALID
    (* hierconn *) wire [2:0] \dut.index.q , \dut.index_1.q ;
    (* hierconn *) wire \dut.keyed.q , \dut.key_2.q , \dut.has_tag.q ;
    (* hierconn *) wire \dut.fired.q , \dut.valid_1.q , \dut.fire_2.q , \dut.fire_3.q , \dut.fire_4.q , \dut.fire_5.q ;
    (* hierconn *) wire [31:0] \dut.raw_12.q , \dut.raw_16.q , \dut.raw_20.q , \dut.raw_24.q , \dut.raw_28.q , \dut.raw_32.q , \dut.raw_36.q , \dut.raw_40.q , \dut.raw_44.q , \dut.raw_48.q ;
    always @(*) assume (eof || last_lane == 7);

    // The frame's first 56 bytes, the first in the high bits; the beat that comes is among them. Beats from the seventh on are not told apart.
    reg [2:0] beats;
    reg [447:0] bytes;
    wire [2:0] beat = within ? beats : 0;
    wire [63:0] wire_order = {data[7:0], data[15:8], data[23:16], data[31:24], data[39:32], data[47:40], data[55:48], data[63:56]};
    reg [447:0] now;
    integer n;
    always @(*) begin
        now = bytes;
        for (n = 0; n < 7; n = n + 1) if (beat == n) now[(6 - n) * 64 +: 64] = wire_order;
    end
    // It is told with the seventh beat or the last of a shorter frame. Length is at least 56 if it has not ended.
    wire tells = s_valid && beat <= 6 && (beat == 6 || eof);
    wire [6:0] length = eof ? {beat, 3'd0} + last_lane + 1 : 56;
    // The 4-tuple is told with the beat that has its last byte, or the last of a shorter frame.
    wire is_tag = now[351 -: 16] == 16'h8100;
    wire tells_key = s_valid && beat <= 5 && (eof ? !(beat == 5 && !is_tag) : beat == (is_tag ? 5 : 4));
    wire [6:0] key_length = {beat, 3'd0} + last_lane + 1;

    // Which beats have ever come: the block keeps them until the same beat of another frame.
    reg valid_1, within_1;
    reg [2:0] beat_1, beats_1;
    reg [6:0] seen, seen_before;
    reg [447:0] bytes_before;
    always @(posedge clock) begin
        seen_before <= reset ? 0 : seen;
        seen <= reset ? 0 : s_valid && beat <= 6 ? seen | 7'd1 << beat : seen;
        bytes_before <= bytes;
        {valid_1, beat_1} <= {!reset && s_valid, beat};
        {within_1, beats_1} <= {!reset && within, beats};
        within <= !reset && (s_valid ? !eof : within);
        if (s_valid) begin
            beats <= beat == 7 ? 7 : beat + 1;
            bytes <= now;
        end
    end
    // By its bytes, two clocks after the beat that tells it (the key) and five (the rest).
    reg [447:0] f [1:5];
    reg [6:0] long [1:5], key_long [1:2];
    reg [5:1] tell;
    reg [2:1] tell_key;
    reg [447:0] key_bytes [1:2];
    reg [447:0] bytes_before_2;
    reg seen_before_2;
    always @(posedge clock) begin
        tell_key <= reset ? 0 : {tell_key[1], tells_key};
        {key_bytes[2], key_long[2]} <= {key_bytes[1], key_long[1]};
        {key_bytes[1], key_long[1]} <= {now, key_length};
        {bytes_before_2, seen_before_2} <= {bytes_before, !reset && seen_before[1]};
        tell <= reset ? 0 : {tell[4:1], tells};
        f[1] <= now;
        long[1] <= length;
        for (n = 2; n <= 5; n = n + 1) {f[n], long[n]} <= {f[n - 1], long[n - 1]};
    end
    function tag(input [447:0] f, input [6:0] long); tag = long >= 14 && f[351 -: 16] == 16'h8100; endfunction
    // From the last byte of the MAC addresses on, without the tag: byte 0 of it is byte 12 of an untagged frame, 16 of a tagged one.
    function [287:0] plain(input [447:0] f, input is_tagged); plain = is_tagged ? f[319 -: 288] : f[351 -: 288]; endfunction
    function [31:0] swapped(input [31:0] word); swapped = {word[7:0], word[15:8], word[23:16], word[31:24]}; endfunction
    wire key_tag = tag(key_bytes[2], key_long[2]), tag_5 = tag(f[5], long[5]);
    wire [287:0] key_plain = plain(key_bytes[2], key_tag), p5 = plain(f[5], tag_5);
    wire [6:0] l3 = tag_5 ? 18 : 14;
    // Fields at their places in the datagram of RFC 791 and the segment of RFC 793 behind twenty bytes of it.
    `define AT(p, byte, bits) p[287 - 16 - 8 * (byte) -: bits]
    // The class by the headers alone, in the order of docs/datapath.md, 2.2; 4 data offset + 20 may not exceed the total length.
    function [3:0] class(input [287:0] p, input [6:0] long, input [6:0] l3);
        reg [15:0] total;
        reg [6:0] whole;
        begin
            total = `AT(p, 2, 16);
            whole = 20 + 4 * `AT(p, 32, 4);
            class = long < l3 + 20 || p[287 -: 16] != 16'h0800 || `AT(p, 0, 4) != 4 ? `frame_class_OTHER
                    : p[287 - 16 - 4 -: 4] < 5 ? `frame_class_BAD_LENGTH
                    : p[287 - 16 - 4 -: 4] > 5 ? `frame_class_IP_OPTIONS
                    : p[287 - 16 - 50 -: 14] != 0 ? `frame_class_FRAGMENT
                    : `AT(p, 9, 8) != 6 ? `frame_class_OTHER
                    : total < 40 || `AT(p, 32, 4) < 5 || whole > total ? `frame_class_BAD_LENGTH
                    : `frame_class_UNKNOWN;
        end
    endfunction
    wire [3:0] class_5 = class(p5, long[5], l3);
    wire ip = long[5] >= l3 + 20, tcp = long[5] >= l3 + 34, whole_key = key_long[2] >= (key_tag ? 42 : 38);
    wire decided = class_5 != `frame_class_UNKNOWN && !(class_5 == `frame_class_BAD_LENGTH && `AT(p5, 2, 16) >= 40 && p5[287 - 16 - 4 -: 4] == 5);
    wire [15:0] header_bytes = 20 + 4 * `AT(p5, 32, 4), total = `AT(p5, 2, 16);
    wire [3:0] told = headers[`Headers_class];

    always @(posedge clock) if (running) begin
        headers_are_told_once_a_frame: assert (m_valid == tell[5]);
        a_key_is_told_once_a_frame: assert (key_valid == tell_key[2]);
        the_tag_is_told: assert (!m_valid || headers[`Headers_vlan] == tag_5);
        the_class_is_the_first_that_holds: assert (!m_valid || (tcp || decided ? told == class_5 : told == `frame_class_UNKNOWN || told == `frame_class_BAD_LENGTH));
        a_plain_header_is_told: assert (!m_valid || headers[`Headers_plain_ip] == (ip && p5[287 -: 16] == 16'h0800 && `AT(p5, 0, 8) == 8'h45));
        the_end_is_that_of_the_datagram: assert (!(m_valid && ip) || headers[`Headers_end] == l3 + total);
        the_tcp_number_is_told: assert (!(m_valid && tcp) || headers[`Headers_tcp_seq] == `AT(p5, 24, 32));
        the_flags_are_told: assert (!(m_valid && tcp) || headers[`Headers_control] == (p5[287 - 16 - 269 -: 3] != 0));
        the_payload_is_behind_the_headers: assert (!(m_valid && tcp && told == `frame_class_UNKNOWN) || (headers[`Headers_payload_offset] == l3 + header_bytes && headers[`Headers_payload_length] == total - header_bytes));
        the_4_tuple_is_told: assert (!(key_valid && whole_key) || (key[`LookupKey_remote_ip] == `AT(key_plain, 12, 32) && key[`LookupKey_local_ip] == `AT(key_plain, 16, 32)
                                     && key[`LookupKey_remote_port] == `AT(key_plain, 20, 16) && key[`LookupKey_local_port] == `AT(key_plain, 22, 16)));
        what_is_looked_up_is_tcp: assert (!m_valid || headers[`Headers_steered] == (long[5] >= 54 && class_5 == `frame_class_UNKNOWN));
        lemma_key: assert (\dut.keyed.q == (within_1 && beats_1 >= (bytes_before[351 -: 16] == 16'h8100 ? 6 : 5)) && \dut.key_2.q == tell_key[2]);
        lemma_tag: assert (!seen_before_2 || \dut.has_tag.q == (bytes_before_2[351 -: 16] == 16'h8100));
        lemma_beat: assert ((!within || (\dut.index.q == beats && beats != 0 && &(seen | 7'h7f << beats))) && \dut.valid_1.q == valid_1 && (!valid_1 || \dut.index_1.q == beat_1));
        lemma_told: assert (\dut.fired.q == (within_1 && beats_1 == 7) && \dut.fire_2.q == tell[2] && \dut.fire_3.q == tell[3] && \dut.fire_4.q == tell[4] && \dut.fire_5.q == tell[5]);
        lemma_bytes: assert ((!seen_before[1] || swapped(\dut.raw_12.q ) == bytes_before[351 -: 32])
                             && (!seen_before[2] || swapped(\dut.raw_16.q ) == bytes_before[319 -: 32])
                             && (!seen_before[2] || swapped(\dut.raw_20.q ) == bytes_before[287 -: 32])
                             && (!seen_before[3] || swapped(\dut.raw_24.q ) == bytes_before[255 -: 32])
                             && (!seen_before[3] || swapped(\dut.raw_28.q ) == bytes_before[223 -: 32])
                             && (!seen_before[4] || swapped(\dut.raw_32.q ) == bytes_before[191 -: 32])
                             && (!seen_before[4] || swapped(\dut.raw_36.q ) == bytes_before[159 -: 32])
                             && (!seen_before[5] || swapped(\dut.raw_40.q ) == bytes_before[127 -: 32])
                             && (!seen_before[5] || swapped(\dut.raw_44.q ) == bytes_before[95 -: 32])
                             && (!seen_before[6] || swapped(\dut.raw_48.q ) == bytes_before[63 -: 32]));
    end
    `COVER(a_segment_with_payload, m_valid && tcp && told == `frame_class_UNKNOWN && headers[`Headers_payload_length] == 100 && header_bytes == 52 && !tag_5)
    `COVER(a_tagged_segment, m_valid && tcp && told == `frame_class_UNKNOWN && tag_5 && headers[`Headers_control])
    `COVER(a_fragment, m_valid && told == `frame_class_FRAGMENT)
    `COVER(options, m_valid && told == `frame_class_IP_OPTIONS && tag_5)
    `COVER(too_long_a_header, m_valid && tcp && told == `frame_class_BAD_LENGTH && total == 44)
    `COVER(another_protocol, m_valid && ip && told == `frame_class_OTHER && p5[287 -: 16] == 16'h0800)
    `COVER(it_ends_within_the_header, m_valid && ip && !tcp && told == `frame_class_UNKNOWN)
    `COVER(it_is_looked_up, m_valid && headers[`Headers_steered])
    `COVER(a_tagged_key, key_valid && whole_key && key_tag && key[`LookupKey_local_port] == 5000)
    `COVER(an_untagged_key, key_valid && whole_key && !key_tag && key[`LookupKey_local_port] == 5000)
endmodule
