// What look-back matches, by the rules of docs/datapath.md, 4: in sixteen characters of nine bits, a beat's behind those of the beat before, each pattern at the lane
// of its last character. Bit 8 says that a lane is not shown: it holds no character. `patterns` proves it of the block, `mask` takes it from there.
module characters (input [143:0] w, output [7:0] soh, digit, begins, body_length, two, three, four, five, msg_type, seq_num, poss_dup, yes, poss_resend, gap_fill, reset_seq_num, data_length, trailer);
    function is(input [143:0] w, input [3:0] lane, input [3:0] ago, input [7:0] c); is = w[9 * (8 + lane - ago) +: 9] == {1'b0, c}; endfunction
    function number(input [143:0] w, input [3:0] lane, input [3:0] ago); number = w[9 * (8 + lane - ago) +: 9] >= "0" && w[9 * (8 + lane - ago) +: 9] <= "9"; endfunction
    `define C(ago, c) is(w, i, ago, c)
    `define N(ago) number(w, i, ago)
    localparam [7:0] SOH = 1;
    genvar i;
    generate for (i = 0; i < 8; i = i + 1) begin
        assign soh[i] = `C(0, SOH), digit[i] = `N(0);
        assign begins[i] = `C(4, "8") && `C(3, "=") && `C(2, "F") && `C(1, "I") && `C(0, "X");
        // SOH 9= and one to five digits, SOH
        wire one = `C(0, SOH) && `N(1) && `C(2, "=") && `C(3, "9") && `C(4, SOH);
        wire exactly_2 = `C(0, SOH) && `N(1) && `N(2) && `C(3, "=") && `C(4, "9") && `C(5, SOH);
        wire exactly_3 = `C(0, SOH) && `N(1) && `N(2) && `N(3) && `C(4, "=") && `C(5, "9") && `C(6, SOH);
        wire exactly_4 = `C(0, SOH) && `N(1) && `N(2) && `N(3) && `N(4) && `C(5, "=") && `C(6, "9") && `C(7, SOH);
        assign five[i] = `C(0, SOH) && `N(1) && `N(2) && `N(3) && `N(4) && `N(5) && `C(6, "=") && `C(7, "9") && `C(8, SOH);
        assign four[i] = exactly_4 || five[i], three[i] = exactly_3 || four[i], two[i] = exactly_2 || three[i], body_length[i] = one || two[i];
        assign msg_type[i] = `C(3, SOH) && `C(2, "3") && `C(1, "5") && `C(0, "=");
        assign seq_num[i] = `C(3, SOH) && `C(2, "3") && `C(1, "4") && `C(0, "=");
        assign poss_dup[i] = `C(5, SOH) && `C(4, "4") && `C(3, "3") && `C(2, "="); // and two characters
        assign yes[i] = `C(1, "Y") && `C(0, SOH);
        assign poss_resend[i] = `C(5, SOH) && `C(4, "9") && `C(3, "7") && `C(2, "=") && `C(1, "Y") && `C(0, SOH);
        assign gap_fill[i] = `C(6, SOH) && `C(5, "1") && `C(4, "2") && `C(3, "3") && `C(2, "=") && `C(1, "Y") && `C(0, SOH);
        assign reset_seq_num[i] = `C(6, SOH) && `C(5, "1") && `C(4, "4") && `C(3, "1") && `C(2, "=") && `C(1, "Y") && `C(0, SOH);
        wire [23:0] tag = {w[9 * (8 + i - 3) +: 8], w[9 * (8 + i - 2) +: 8], w[9 * (8 + i - 1) +: 8]};
        wire all_shown = !(w[9 * (8 + i - 3) + 8] || w[9 * (8 + i - 2) + 8] || w[9 * (8 + i - 1) + 8]);
        wire of_2 = tag[15:0] == "90" || tag[15:0] == "93" || tag[15:0] == "95";
        wire of_3 = tag == "212" || tag == "348" || tag == "350" || tag == "352" || tag == "354" || tag == "356" || tag == "358" || tag == "360" || tag == "362" || tag == "364" || tag == "445" || tag == "618" || tag == "621";
        assign data_length[i] = `C(0, "=") && all_shown && ((tag[23:16] == SOH && of_2) || (`C(4, SOH) && of_3));
        assign trailer[i] = `C(7, SOH) && `C(6, "1") && `C(5, "0") && `C(4, "=") && `N(3) && `N(2) && `N(1) && `C(0, SOH);
    end endgenerate
endmodule
