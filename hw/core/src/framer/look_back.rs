//! C2: tags and delimiters, matched over this beat and the one before.

use super::records::{Classes, FieldMatches, HeaderMatches, Planes};
use rust_hdl::prelude::*;

/// Matches every pattern of the framing and the scan in all lanes at once, wherever it may be: later stages decide which
/// matches count.
///
/// * Enters: a slot from [`Classify`](super::classify::Classify).
/// * Leaves, one clock later: the slot's data and its matches, at the lane of the pattern's last character. Matches of
///   lanes shown again stand again.
/// * Never stalls. Keeps no context: the classes of the beat before are refilled by the replay.
///
/// `soh_ago[3]` reads: the lanes with SOH three characters before.
#[derive(LogicBlock, Default)]
pub struct LookBack {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// The slot: bytes.
    pub data: Signal<In, Bits<64>>,
    /// The beat is complete or a replay: the next one looks back on it.
    pub remember: Signal<In, Bit>,
    /// Character classes.
    pub classes: Signal<In, Classes>,
    /// Lanes that hold the digit d.
    pub is_digit: [Signal<In, Bits<8>>; 10],

    /// As entered.
    pub data_out: Signal<Out, Bits<64>>,
    /// SOH.
    pub soh: Signal<Out, Bits<8>>,
    /// Digits.
    pub digit: Signal<Out, Bits<8>>,
    /// The digits' values.
    pub planes: Signal<Out, Planes>,
    /// Patterns of the header.
    pub header: Signal<Out, HeaderMatches>,
    /// Patterns of body and trailer.
    pub fields: Signal<Out, FieldMatches>,

    slot_data: DFF<Bits<64>>,
    slot_soh: DFF<Bits<8>>,
    slot_digit: DFF<Bits<8>>,
    slot_planes: DFF<Planes>,
    slot_header: DFF<HeaderMatches>,
    slot_fields: DFF<FieldMatches>,
    last_classes: DFF<Classes>,
    last_is_digit: [DFF<Bits<8>>; 10],

    soh_window: Signal<Local, Bits<16>>,
    equals_window: Signal<Local, Bits<16>>,
    f_window: Signal<Local, Bits<16>>,
    i_window: Signal<Local, Bits<16>>,
    y_window: Signal<Local, Bits<16>>,
    digit_window: Signal<Local, Bits<16>>,
    value_window: [Signal<Local, Bits<16>>; 10],
    this_class: Signal<Local, Bits<8>>,
    last_class: Signal<Local, Bits<8>>,
    soh_ago: [Signal<Local, Bits<8>>; 9],
    equals_ago: [Signal<Local, Bits<8>>; 9],
    f_ago: [Signal<Local, Bits<8>>; 9],
    i_ago: [Signal<Local, Bits<8>>; 9],
    y_ago: [Signal<Local, Bits<8>>; 9],
    digit_ago: [Signal<Local, Bits<8>>; 9],
    d0_ago: [Signal<Local, Bits<8>>; 9],
    d1_ago: [Signal<Local, Bits<8>>; 9],
    d2_ago: [Signal<Local, Bits<8>>; 9],
    d3_ago: [Signal<Local, Bits<8>>; 9],
    d4_ago: [Signal<Local, Bits<8>>; 9],
    d5_ago: [Signal<Local, Bits<8>>; 9],
    d6_ago: [Signal<Local, Bits<8>>; 9],
    d7_ago: [Signal<Local, Bits<8>>; 9],
    d8_ago: [Signal<Local, Bits<8>>; 9],
    d9_ago: [Signal<Local, Bits<8>>; 9],
    body_length: [Signal<Local, Bits<8>>; 6],
    yes: Signal<Local, Bits<8>>,
    is_yes: Signal<Local, Bits<8>>,
    even_to_8: Signal<Local, Bits<8>>,
    length_9x: Signal<Local, Bits<8>>,
    length_2xx: Signal<Local, Bits<8>>,
    length_3xx: Signal<Local, Bits<8>>,
    length_4xx: Signal<Local, Bits<8>>,
    length_6xx: Signal<Local, Bits<8>>,
    plane: Signal<Local, Bits<8>>,
}

impl Logic for LookBack {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            slot_data,
            slot_soh,
            slot_digit,
            slot_planes,
            slot_header,
            slot_fields,
            last_classes
        );
        for d in 0..10 {
            self.last_is_digit[d].clock.next = self.clock.val();
            self.last_is_digit[d].d.next = self.last_is_digit[d].q.val();
        }
        if self.remember.val() {
            self.last_classes.d.next = self.classes.val();
            for d in 0..10 {
                self.last_is_digit[d].d.next = self.is_digit[d].val();
            }
        }

        // Sixteen lanes: this beat above the one before.
        self.this_class.next = self.classes.val().soh;
        self.last_class.next = self.last_classes.q.val().soh;
        self.soh_window.next =
            (bit_cast::<16, 8>(self.this_class.val()) << 8) | bit_cast::<16, 8>(self.last_class.val());
        self.this_class.next = self.classes.val().equals;
        self.last_class.next = self.last_classes.q.val().equals;
        self.equals_window.next =
            (bit_cast::<16, 8>(self.this_class.val()) << 8) | bit_cast::<16, 8>(self.last_class.val());
        self.this_class.next = self.classes.val().letter_f;
        self.last_class.next = self.last_classes.q.val().letter_f;
        self.f_window.next =
            (bit_cast::<16, 8>(self.this_class.val()) << 8) | bit_cast::<16, 8>(self.last_class.val());
        self.this_class.next = self.classes.val().letter_i;
        self.last_class.next = self.last_classes.q.val().letter_i;
        self.i_window.next =
            (bit_cast::<16, 8>(self.this_class.val()) << 8) | bit_cast::<16, 8>(self.last_class.val());
        self.this_class.next = self.classes.val().letter_y;
        self.last_class.next = self.last_classes.q.val().letter_y;
        self.y_window.next =
            (bit_cast::<16, 8>(self.this_class.val()) << 8) | bit_cast::<16, 8>(self.last_class.val());
        self.this_class.next = self.classes.val().digit;
        self.last_class.next = self.last_classes.q.val().digit;
        self.digit_window.next =
            (bit_cast::<16, 8>(self.this_class.val()) << 8) | bit_cast::<16, 8>(self.last_class.val());
        for d in 0..10 {
            self.this_class.next = self.is_digit[d].val();
            self.last_class.next = self.last_is_digit[d].q.val();
            self.value_window[d].next =
                (bit_cast::<16, 8>(self.this_class.val()) << 8) | bit_cast::<16, 8>(self.last_class.val());
        }
        for ago in 0..9 {
            self.soh_ago[ago].next = self.soh_window.val().get_bits::<8>(8 - ago);
            self.equals_ago[ago].next = self.equals_window.val().get_bits::<8>(8 - ago);
            self.f_ago[ago].next = self.f_window.val().get_bits::<8>(8 - ago);
            self.i_ago[ago].next = self.i_window.val().get_bits::<8>(8 - ago);
            self.y_ago[ago].next = self.y_window.val().get_bits::<8>(8 - ago);
            self.digit_ago[ago].next = self.digit_window.val().get_bits::<8>(8 - ago);
            self.d0_ago[ago].next = self.value_window[0].val().get_bits::<8>(8 - ago);
            self.d1_ago[ago].next = self.value_window[1].val().get_bits::<8>(8 - ago);
            self.d2_ago[ago].next = self.value_window[2].val().get_bits::<8>(8 - ago);
            self.d3_ago[ago].next = self.value_window[3].val().get_bits::<8>(8 - ago);
            self.d4_ago[ago].next = self.value_window[4].val().get_bits::<8>(8 - ago);
            self.d5_ago[ago].next = self.value_window[5].val().get_bits::<8>(8 - ago);
            self.d6_ago[ago].next = self.value_window[6].val().get_bits::<8>(8 - ago);
            self.d7_ago[ago].next = self.value_window[7].val().get_bits::<8>(8 - ago);
            self.d8_ago[ago].next = self.value_window[8].val().get_bits::<8>(8 - ago);
            self.d9_ago[ago].next = self.value_window[9].val().get_bits::<8>(8 - ago);
        }

        // 8=FIX
        self.slot_header.d.next.begin_string = self.d8_ago[4].val()
            & self.equals_ago[3].val()
            & self.f_ago[2].val()
            & self.i_ago[1].val()
            & self.classes.val().letter_x;
        // SOH 9= d{1,5} SOH, for each count of digits
        self.body_length[1].next = self.soh_ago[0].val()
            & self.digit_ago[1].val()
            & self.equals_ago[2].val()
            & self.d9_ago[3].val()
            & self.soh_ago[4].val();
        self.body_length[2].next = self.soh_ago[0].val()
            & self.digit_ago[1].val()
            & self.digit_ago[2].val()
            & self.equals_ago[3].val()
            & self.d9_ago[4].val()
            & self.soh_ago[5].val();
        self.body_length[3].next = self.soh_ago[0].val()
            & self.digit_ago[1].val()
            & self.digit_ago[2].val()
            & self.digit_ago[3].val()
            & self.equals_ago[4].val()
            & self.d9_ago[5].val()
            & self.soh_ago[6].val();
        self.body_length[4].next = self.soh_ago[0].val()
            & self.digit_ago[1].val()
            & self.digit_ago[2].val()
            & self.digit_ago[3].val()
            & self.digit_ago[4].val()
            & self.equals_ago[5].val()
            & self.d9_ago[6].val()
            & self.soh_ago[7].val();
        self.body_length[5].next = self.soh_ago[0].val()
            & self.digit_ago[1].val()
            & self.digit_ago[2].val()
            & self.digit_ago[3].val()
            & self.digit_ago[4].val()
            & self.digit_ago[5].val()
            & self.equals_ago[6].val()
            & self.d9_ago[7].val()
            & self.soh_ago[8].val();
        self.slot_header.d.next.digits_5 = self.body_length[5].val();
        self.slot_header.d.next.digits_4 = self.body_length[4].val() | self.body_length[5].val();
        self.slot_header.d.next.digits_3 =
            self.body_length[3].val() | self.body_length[4].val() | self.body_length[5].val();
        self.slot_header.d.next.digits_2 = self.body_length[2].val()
            | self.body_length[3].val()
            | self.body_length[4].val()
            | self.body_length[5].val();
        self.slot_header.d.next.body_length = self.body_length[1].val()
            | self.body_length[2].val()
            | self.body_length[3].val()
            | self.body_length[4].val()
            | self.body_length[5].val();
        // SOH 35=
        self.slot_header.d.next.msg_type =
            self.soh_ago[3].val() & self.d3_ago[2].val() & self.d5_ago[1].val() & self.equals_ago[0].val();

        // SOH 34=
        self.slot_fields.d.next.seq_num =
            self.soh_ago[3].val() & self.d3_ago[2].val() & self.d4_ago[1].val() & self.equals_ago[0].val();
        // SOH 43= and two characters
        self.slot_fields.d.next.poss_dup =
            self.soh_ago[5].val() & self.d4_ago[4].val() & self.d3_ago[3].val() & self.equals_ago[2].val();
        // Y SOH, =Y SOH
        self.yes.next = self.y_ago[1].val() & self.soh_ago[0].val();
        self.is_yes.next = self.equals_ago[2].val() & self.yes.val();
        self.slot_fields.d.next.yes = self.yes.val();
        // SOH 97=Y SOH, SOH 123=Y SOH, SOH 141=Y SOH
        self.slot_fields.d.next.poss_resend =
            self.soh_ago[5].val() & self.d9_ago[4].val() & self.d7_ago[3].val() & self.is_yes.val();
        self.slot_fields.d.next.gap_fill = self.soh_ago[6].val()
            & self.d1_ago[5].val()
            & self.d2_ago[4].val()
            & self.d3_ago[3].val()
            & self.is_yes.val();
        self.slot_fields.d.next.reset_seq_num = self.soh_ago[6].val()
            & self.d1_ago[5].val()
            & self.d4_ago[4].val()
            & self.d1_ago[3].val()
            & self.is_yes.val();
        // SOH T =, T one of 90 93 95 212 348 350 352 354 356 358 360 362 364 445 618 621
        self.length_9x.next = self.soh_ago[3].val()
            & self.d9_ago[2].val()
            & (self.d0_ago[1].val() | self.d3_ago[1].val() | self.d5_ago[1].val());
        self.length_2xx.next = self.d2_ago[3].val() & self.d1_ago[2].val() & self.d2_ago[1].val();
        self.even_to_8.next = self.d0_ago[1].val()
            | self.d2_ago[1].val()
            | self.d4_ago[1].val()
            | self.d6_ago[1].val()
            | self.d8_ago[1].val();
        self.length_3xx.next = self.d3_ago[3].val()
            & ((self.d4_ago[2].val() & self.d8_ago[1].val())
                | (self.d5_ago[2].val() & self.even_to_8.val())
                | (self.d6_ago[2].val()
                    & (self.d0_ago[1].val() | self.d2_ago[1].val() | self.d4_ago[1].val())));
        self.length_4xx.next = self.d4_ago[3].val() & self.d4_ago[2].val() & self.d5_ago[1].val();
        self.length_6xx.next = self.d6_ago[3].val()
            & ((self.d1_ago[2].val() & self.d8_ago[1].val()) | (self.d2_ago[2].val() & self.d1_ago[1].val()));
        self.slot_fields.d.next.data_length = self.equals_ago[0].val()
            & (self.length_9x.val()
                | (self.soh_ago[4].val()
                    & (self.length_2xx.val()
                        | self.length_3xx.val()
                        | self.length_4xx.val()
                        | self.length_6xx.val())));
        // SOH 10= ddd SOH
        self.slot_fields.d.next.trailer = self.soh_ago[7].val()
            & self.d1_ago[6].val()
            & self.d0_ago[5].val()
            & self.equals_ago[4].val()
            & self.digit_ago[3].val()
            & self.digit_ago[2].val()
            & self.digit_ago[1].val()
            & self.soh_ago[0].val();

        // Bits 0 to 3 of every lane.
        self.plane.next = 0.into();
        for i in 0..8 {
            self.plane.next = self.plane.val().replace_bit(i, self.data.val().get_bit(i * 8));
        }
        self.slot_planes.d.next.ones = self.plane.val();
        for i in 0..8 {
            self.plane.next = self
                .plane
                .val()
                .replace_bit(i, self.data.val().get_bit((i * 8) + 1));
        }
        self.slot_planes.d.next.twos = self.plane.val();
        for i in 0..8 {
            self.plane.next = self
                .plane
                .val()
                .replace_bit(i, self.data.val().get_bit((i * 8) + 2));
        }
        self.slot_planes.d.next.fours = self.plane.val();
        for i in 0..8 {
            self.plane.next = self
                .plane
                .val()
                .replace_bit(i, self.data.val().get_bit((i * 8) + 3));
        }
        self.slot_planes.d.next.eights = self.plane.val();

        self.slot_data.d.next = self.data.val();
        self.slot_soh.d.next = self.soh_ago[0].val();
        self.slot_digit.d.next = self.digit_ago[0].val();

        self.data_out.next = self.slot_data.q.val();
        self.soh.next = self.slot_soh.q.val();
        self.digit.next = self.slot_digit.q.val();
        self.planes.next = self.slot_planes.q.val();
        self.header.next = self.slot_header.q.val();
        self.fields.next = self.slot_fields.q.val();
    }
}
