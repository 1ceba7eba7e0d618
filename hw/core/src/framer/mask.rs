//! C3: which matches count.

use super::context::Context;
use super::records::{
    Bounds, EndMarks, FieldMarks, FieldMatches, HeaderMarks, HeaderMatches, MaskContext, Planes, Token,
    ValueMask,
};
use rust_hdl::prelude::*;

/// Knows which part of a message each beat is in, and lets through the matches that belong there.
///
/// * Enters: a slot from [`LookBack`](super::look_back::LookBack) and [`Boundary`](super::boundary::Boundary).
/// * Leaves, one clock later: the slot's new events; the characters of MsgSeqNum's value; the digits of BodyLength
///   and CheckSum; the bytes that CheckSum covers, summed in pairs.
/// * Never stalls.
///
/// Level state moves only with a whole beat; while a beat is incomplete its old lanes are shown again, so that every mask of
/// the beat is made anew, and events are those of the new lanes.
///
/// The value of 34 begins after its '=' and runs to the next SOH: SOH mask minus start mask. The borrow runs from
/// each start to the SOH that ends it, and out of lane 7 when the value is still open.
#[derive(LogicBlock, Default)]
pub struct Mask<const S: usize> {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// The context starts anew.
    pub fresh: Signal<In, Bit>,
    /// Number of the beat.
    pub beat: Signal<In, Bits<16>>,
    /// The slot: bytes.
    pub data: Signal<In, Bits<64>>,
    /// Lanes that hold bytes of the stream.
    pub shown: Signal<In, Bits<8>>,
    /// Lanes that are new.
    pub new_lanes: Signal<In, Bits<8>>,
    /// The beat is complete.
    pub whole: Signal<In, Bit>,
    /// The beat is complete or a replay.
    pub remember: Signal<In, Bit>,
    /// Its token.
    pub token: Signal<In, Token>,
    /// With the load token.
    pub session: Signal<In, Bits<S>>,
    /// SOH.
    pub soh: Signal<In, Bits<8>>,
    /// Digits.
    pub digit: Signal<In, Bits<8>>,
    /// The digits' values.
    pub planes: Signal<In, Planes>,
    /// Patterns of the header.
    pub header: Signal<In, HeaderMatches>,
    /// Patterns of body and trailer.
    pub fields: Signal<In, FieldMatches>,
    /// Where the message ends.
    pub bounds: Signal<In, Bounds>,
    /// It ends in this beat.
    pub ends_here: Signal<In, Bit>,

    /// As entered.
    pub data_out: Signal<Out, Bits<64>>,
    /// As entered.
    pub digit_out: Signal<Out, Bits<8>>,
    /// As entered.
    pub planes_out: Signal<Out, Planes>,
    /// As entered.
    pub token_out: Signal<Out, Token>,
    /// As entered.
    pub session_out: Signal<Out, Bits<S>>,
    /// The value of 34.
    pub value: Signal<Out, ValueMask>,
    /// Flags and data lengths.
    pub marks: Signal<Out, FieldMarks>,
    /// The header.
    pub header_marks: Signal<Out, HeaderMarks>,
    /// Digits of BodyLength, units first; zero where it has none.
    pub length_digits: [Signal<Out, Bits<4>>; 5],
    /// Ends.
    pub end_marks: Signal<Out, EndMarks>,
    /// Digits of CheckSum, units first.
    pub check_digits: [Signal<Out, Bits<4>>; 3],
    /// Sums of the new bytes that CheckSum covers, in lanes 0 and 1, 2 and 3, 4 and 5, 6 and 7.
    pub pair_sums: [Signal<Out, Bits<8>>; 4],

    slot_data: DFF<Bits<64>>,
    slot_digit: DFF<Bits<8>>,
    slot_planes: DFF<Planes>,
    slot_token: DFF<Token>,
    slot_session: DFF<Bits<S>>,
    slot_value: DFF<ValueMask>,
    slot_marks: DFF<FieldMarks>,
    slot_header: DFF<HeaderMarks>,
    slot_length_digits: [DFF<Bits<4>>; 5],
    slot_end: DFF<EndMarks>,
    slot_check_digits: [DFF<Bits<4>>; 3],
    slot_pair_sums: [DFF<Bits<8>>; 4],

    saved: Context<MaskContext, S>,
    in_body: DFF<Bit>,
    wants_seq_num: DFF<Bit>,
    value_open: DFF<Bit>,
    seen_seq_num: DFF<Bit>,
    seen_poss_dup: DFF<Bit>,
    sealed: DFF<Bit>,
    searched: DFF<Bits<3>>,
    last_found: DFF<Bits<8>>,
    last_soh: DFF<Bits<8>>,
    last_planes: DFF<Planes>,

    // Header.
    found: Signal<Local, Bits<8>>,
    found_window: Signal<Local, Bits<16>>,
    found_3_ago: Signal<Local, Bits<8>>,
    found_4_ago: Signal<Local, Bits<8>>,
    found_5_ago: Signal<Local, Bits<8>>,
    found_before: Signal<Local, Bit>,
    no_find_yet: Signal<Local, Bit>,
    unfound_lanes: Signal<Local, Bits<8>>,
    lengths_closed: Signal<Local, Bits<8>>,
    closed_lane: Signal<Local, Bits<3>>,
    timed_out: Signal<Local, Bit>,
    fifth_bad: Signal<Local, Bit>,
    type_bad: Signal<Local, Bit>,
    soh_window: Signal<Local, Bits<16>>,
    soh_1_ago: Signal<Local, Bits<8>>,
    // Fields.
    body: Signal<Local, Bits<8>>,
    body_new: Signal<Local, Bits<8>>,
    poss_dups: Signal<Local, Bits<8>>,
    lengths: Signal<Local, Bits<8>>,
    early_lengths: Signal<Local, Bits<8>>,
    flag_matches: Signal<Local, Bits<8>>,
    // The value.
    seq_nums: Signal<Local, Bits<8>>,
    starts: Signal<Local, Bits<8>>,
    difference: Signal<Local, Bits<8>>,
    borrow: Signal<Local, Bit>,
    closing: Signal<Local, Bits<8>>,
    last_shown: Signal<Local, Bits<8>>,
    // Digits.
    ones_window: Signal<Local, Bits<16>>,
    twos_window: Signal<Local, Bits<16>>,
    fours_window: Signal<Local, Bits<16>>,
    eights_window: Signal<Local, Bits<16>>,
    this_plane: Signal<Local, Bits<8>>,
    last_plane: Signal<Local, Bits<8>>,
    ones_ago: [Signal<Local, Bits<8>>; 5],
    twos_ago: [Signal<Local, Bits<8>>; 5],
    fours_ago: [Signal<Local, Bits<8>>; 5],
    eights_ago: [Signal<Local, Bits<8>>; 5],
    has_length_digit: [Signal<Local, Bits<8>>; 5],
    nibble: Signal<Local, Bits<4>>,
    // The sum.
    counted: Signal<Local, Bits<8>>,
    even_byte: Signal<Local, Bits<8>>,
    odd_byte: Signal<Local, Bits<8>>,
}

impl<const S: usize> Logic for Mask<S> {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            slot_data,
            slot_digit,
            slot_planes,
            slot_token,
            slot_session,
            slot_value,
            slot_marks,
            slot_header,
            slot_end,
            in_body,
            wants_seq_num,
            value_open,
            seen_seq_num,
            seen_poss_dup,
            sealed,
            searched,
            last_found,
            last_soh,
            last_planes
        );

        // Header: 9= counts until it is found; 35= must close three characters later, then come MsgType's characters.
        self.found.next = 0.into();
        if !self.in_body.q.val() {
            self.found.next = self.header.val().body_length;
        }
        self.found_window.next =
            (bit_cast::<16, 8>(self.found.val()) << 8) | bit_cast::<16, 8>(self.last_found.q.val());
        self.found_3_ago.next = self.found_window.val().get_bits::<8>(5);
        self.found_4_ago.next = self.found_window.val().get_bits::<8>(4);
        self.found_5_ago.next = self.found_window.val().get_bits::<8>(3);
        self.found_before.next = false;
        self.no_find_yet.next = true;
        self.unfound_lanes.next = 0.into();
        for i in 0..8 {
            self.found_before.next = self.found_before.val() | self.found.val().get_bit(i);
            self.no_find_yet.next = !self.found_before.val();
            self.unfound_lanes.next = self.unfound_lanes.val().replace_bit(i, self.no_find_yet.val());
        }
        self.slot_header.d.next.soh_before = 0.into();
        if self.ends_here.val() | (!self.in_body.q.val()) {
            self.slot_header.d.next.soh_before = self.soh.val()
                & self.bounds.val().following
                & self.new_lanes.val()
                & self.unfound_lanes.val();
        }
        self.slot_header.d.next.found = (self.found.val() & self.new_lanes.val()).any();
        self.lengths_closed.next = self.header.val().body_length;
        self.closed_lane.next = 0.into();
        self.closed_lane.next = self.closed_lane.val().replace_bit(
            0,
            self.lengths_closed.val().get_bit(1)
                | self.lengths_closed.val().get_bit(3)
                | self.lengths_closed.val().get_bit(5)
                | self.lengths_closed.val().get_bit(7),
        );
        self.closed_lane.next = self.closed_lane.val().replace_bit(
            1,
            self.lengths_closed.val().get_bit(2)
                | self.lengths_closed.val().get_bit(3)
                | self.lengths_closed.val().get_bit(6)
                | self.lengths_closed.val().get_bit(7),
        );
        self.closed_lane.next = self.closed_lane.val().replace_bit(
            2,
            self.lengths_closed.val().get_bit(4)
                | self.lengths_closed.val().get_bit(5)
                | self.lengths_closed.val().get_bit(6)
                | self.lengths_closed.val().get_bit(7),
        );
        self.slot_header.d.next.position =
            (bit_cast::<19, 16>(self.beat.val()) << 3) | bit_cast::<19, 3>(self.closed_lane.val());
        self.timed_out.next = self.whole.val()
            & (!self.ends_here.val())
            & (!self.in_body.q.val())
            & (!self.found.val().any())
            & (self.searched.q.val() == 3);
        self.fifth_bad.next =
            (self.bounds.val().fifth & self.new_lanes.val() & (!self.header.val().begin_string)).any();
        self.type_bad.next =
            (self.found_3_ago.val() & self.new_lanes.val() & (!self.header.val().msg_type)).any();
        self.slot_header.d.next.bad = self.timed_out.val() | self.fifth_bad.val() | self.type_bad.val();
        self.soh_window.next =
            (bit_cast::<16, 8>(self.soh.val()) << 8) | bit_cast::<16, 8>(self.last_soh.q.val());
        self.soh_1_ago.next = self.soh_window.val().get_bits::<8>(7);
        self.slot_header.d.next.type_first =
            self.found_4_ago.val() & self.new_lanes.val() & (!self.soh.val());
        self.slot_header.d.next.type_second =
            self.found_5_ago.val() & self.new_lanes.val() & (!self.soh.val()) & (!self.soh_1_ago.val());

        // Fields of the body. When BodyLength closes in lane 0 and MsgType is empty, a tag can complete in lane 7 of
        // the same beat, and nowhere before: lane 7 only, which keeps the header out of the subtraction below.
        self.body.next = 0.into();
        if self.in_body.q.val() {
            self.body.next = self.bounds.val().body;
        }
        self.seq_nums.next = 0.into();
        self.early_lengths.next = 0.into();
        if self.wants_seq_num.q.val() {
            self.seq_nums.next = self.fields.val().seq_num & self.bounds.val().body;
            self.early_lengths.next =
                self.fields.val().data_length & self.bounds.val().body & self.new_lanes.val();
        }
        if self.found.val().get_bit(0) {
            self.body.next = self.body.val() | 0x80;
            self.seq_nums.next = self.seq_nums.val() | (self.fields.val().seq_num & 0x80);
            self.early_lengths.next =
                self.early_lengths.val() | (self.fields.val().data_length & self.new_lanes.val() & 0x80);
        }
        self.body_new.next = self.body.val() & self.new_lanes.val();
        self.lengths.next = self.fields.val().data_length & self.body.val();
        self.poss_dups.next = self.fields.val().poss_dup & self.body.val();
        self.slot_marks.d.next.poss_dup = 0.into();
        if !self.seen_poss_dup.q.val() {
            self.slot_marks.d.next.poss_dup = self.poss_dups.val();
        }
        self.slot_marks.d.next.yes = self.fields.val().yes & self.new_lanes.val();
        self.slot_marks.d.next.early_length = self.early_lengths.val();
        self.slot_marks.d.next.poss_resend = (self.fields.val().poss_resend & self.body_new.val()).any();
        self.slot_marks.d.next.gap_fill = (self.fields.val().gap_fill & self.body_new.val()).any();
        self.slot_marks.d.next.reset_seq_num = (self.fields.val().reset_seq_num & self.body_new.val()).any();
        self.flag_matches.next = self.fields.val().poss_dup
            | self.fields.val().poss_resend
            | self.fields.val().gap_fill
            | self.fields.val().reset_seq_num;
        self.slot_marks.d.next.doubtful =
            self.sealed.q.val() & (self.flag_matches.val() & self.body_new.val()).any();
        self.slot_marks.d.next.any_new = self.new_lanes.val().any();

        // The value of 34.
        self.starts.next = self.seq_nums.val() << 1;
        self.starts.next = self.starts.val().replace_bit(0, self.value_open.q.val());
        self.difference.next = self.soh.val() - self.starts.val();
        self.borrow.next = (self.soh.val() < self.starts.val()) | self.seq_nums.val().get_bit(7);
        self.last_shown.next = self.shown.val() & (!(self.shown.val() >> 1));
        self.closing.next = (self.soh.val() & (!self.difference.val())) >> 1;
        if self.borrow.val() {
            self.closing.next = self.closing.val() | self.last_shown.val();
        }
        self.slot_value.d.next.last = self.closing.val();
        self.slot_value.d.next.region = self.difference.val() & (!self.soh.val()) & self.new_lanes.val();
        self.slot_value.d.next.seq_nums = self.seq_nums.val();
        self.slot_value.d.next.starts = (self.seq_nums.val() & self.new_lanes.val()).any();

        // Digits before the SOH of BodyLength and before the last SOH of the message.
        self.this_plane.next = self.planes.val().ones;
        self.last_plane.next = self.last_planes.q.val().ones;
        self.ones_window.next =
            (bit_cast::<16, 8>(self.this_plane.val()) << 8) | bit_cast::<16, 8>(self.last_plane.val());
        self.this_plane.next = self.planes.val().twos;
        self.last_plane.next = self.last_planes.q.val().twos;
        self.twos_window.next =
            (bit_cast::<16, 8>(self.this_plane.val()) << 8) | bit_cast::<16, 8>(self.last_plane.val());
        self.this_plane.next = self.planes.val().fours;
        self.last_plane.next = self.last_planes.q.val().fours;
        self.fours_window.next =
            (bit_cast::<16, 8>(self.this_plane.val()) << 8) | bit_cast::<16, 8>(self.last_plane.val());
        self.this_plane.next = self.planes.val().eights;
        self.last_plane.next = self.last_planes.q.val().eights;
        self.eights_window.next =
            (bit_cast::<16, 8>(self.this_plane.val()) << 8) | bit_cast::<16, 8>(self.last_plane.val());
        self.has_length_digit[0].next = self.header.val().body_length;
        self.has_length_digit[1].next = self.header.val().digits_2;
        self.has_length_digit[2].next = self.header.val().digits_3;
        self.has_length_digit[3].next = self.header.val().digits_4;
        self.has_length_digit[4].next = self.header.val().digits_5;
        self.nibble.next = 0.into();
        for k in 0..5 {
            self.ones_ago[k].next = self.ones_window.val().get_bits::<8>(7 - k);
            self.twos_ago[k].next = self.twos_window.val().get_bits::<8>(7 - k);
            self.fours_ago[k].next = self.fours_window.val().get_bits::<8>(7 - k);
            self.eights_ago[k].next = self.eights_window.val().get_bits::<8>(7 - k);
            self.nibble.next = self
                .nibble
                .val()
                .replace_bit(0, (self.has_length_digit[k].val() & self.ones_ago[k].val()).any());
            self.nibble.next = self
                .nibble
                .val()
                .replace_bit(1, (self.has_length_digit[k].val() & self.twos_ago[k].val()).any());
            self.nibble.next = self.nibble.val().replace_bit(
                2,
                (self.has_length_digit[k].val() & self.fours_ago[k].val()).any(),
            );
            self.nibble.next = self.nibble.val().replace_bit(
                3,
                (self.has_length_digit[k].val() & self.eights_ago[k].val()).any(),
            );
            self.slot_length_digits[k].clock.next = self.clock.val();
            self.slot_length_digits[k].d.next = self.nibble.val();
        }
        for k in 0..3 {
            self.nibble.next = self
                .nibble
                .val()
                .replace_bit(0, (self.bounds.val().end & self.ones_ago[k].val()).any());
            self.nibble.next = self
                .nibble
                .val()
                .replace_bit(1, (self.bounds.val().end & self.twos_ago[k].val()).any());
            self.nibble.next = self
                .nibble
                .val()
                .replace_bit(2, (self.bounds.val().end & self.fours_ago[k].val()).any());
            self.nibble.next = self
                .nibble
                .val()
                .replace_bit(3, (self.bounds.val().end & self.eights_ago[k].val()).any());
            self.slot_check_digits[k].clock.next = self.clock.val();
            self.slot_check_digits[k].d.next = self.nibble.val();
        }

        // The sum.
        self.counted.next = self.bounds.val().summed & self.new_lanes.val();
        self.even_byte.next = 0.into();
        self.odd_byte.next = 0.into();
        for k in 0..4 {
            self.even_byte.next = 0.into();
            self.odd_byte.next = 0.into();
            if self.counted.val().get_bit(k * 2) {
                self.even_byte.next = self.data.val().get_bits::<8>(k * 16);
            }
            if self.counted.val().get_bit((k * 2) + 1) {
                self.odd_byte.next = self.data.val().get_bits::<8>((k * 16) + 8);
            }
            self.slot_pair_sums[k].clock.next = self.clock.val();
            self.slot_pair_sums[k].d.next = self.even_byte.val() + self.odd_byte.val();
        }

        // Ends.
        self.slot_end.d.next.body = (self.bounds.val().body_end & self.new_lanes.val()).any();
        self.slot_end.d.next.message = (self.bounds.val().end & self.new_lanes.val()).any();
        self.slot_end.d.next.trailer_bad =
            (self.bounds.val().end & self.new_lanes.val() & (!self.fields.val().trailer)).any();
        self.slot_end.d.next.has_seq_num = self.seen_seq_num.q.val();

        // Level state.
        if self.remember.val() {
            self.last_planes.d.next = self.planes.val();
            self.last_soh.d.next = self.soh.val();
            self.last_found.d.next = self.found.val();
        }
        if self.whole.val() {
            self.value_open.d.next = self.borrow.val();
            self.wants_seq_num.d.next = (!self.ends_here.val())
                & (self.in_body.q.val() | self.found.val().any())
                & (!self.seen_seq_num.q.val())
                & (!self.seq_nums.val().any());
            if self.ends_here.val() {
                self.in_body.d.next = false;
                self.seen_seq_num.d.next = false;
                self.seen_poss_dup.d.next = false;
                self.sealed.d.next = false;
                self.searched.d.next = 0.into();
            } else {
                self.in_body.d.next = self.in_body.q.val() | self.found.val().any();
                self.seen_seq_num.d.next = self.seen_seq_num.q.val() | self.seq_nums.val().any();
                self.seen_poss_dup.d.next = self.seen_poss_dup.q.val() | self.poss_dups.val().any();
                self.sealed.d.next = self.sealed.q.val() | self.lengths.val().any();
                if !self.in_body.q.val() {
                    self.searched.d.next = self.searched.q.val() + 1;
                }
            }
        }

        self.saved.clock.next = self.clock.val();
        self.saved.load.next = self.token.val().load;
        self.saved.session.next = self.session.val();
        self.saved.store.next = self.slot_token.q.val().save;
        self.saved.state.next.in_body = self.in_body.q.val();
        self.saved.state.next.wants_seq_num = self.wants_seq_num.q.val();
        self.saved.state.next.value_open = self.value_open.q.val();
        self.saved.state.next.seen_seq_num = self.seen_seq_num.q.val();
        self.saved.state.next.seen_poss_dup = self.seen_poss_dup.q.val();
        self.saved.state.next.sealed = self.sealed.q.val();
        self.saved.state.next.searched = self.searched.q.val();
        self.saved.state.next.last_found = self.last_found.q.val();
        if self.saved.restore.val() {
            self.in_body.d.next = self.saved.word.val().in_body;
            self.wants_seq_num.d.next = self.saved.word.val().wants_seq_num;
            self.value_open.d.next = self.saved.word.val().value_open;
            self.seen_seq_num.d.next = self.saved.word.val().seen_seq_num;
            self.seen_poss_dup.d.next = self.saved.word.val().seen_poss_dup;
            self.sealed.d.next = self.saved.word.val().sealed;
            self.searched.d.next = self.saved.word.val().searched;
            self.last_found.d.next = self.saved.word.val().last_found;
            if self.fresh.val() {
                self.in_body.d.next = false;
                self.wants_seq_num.d.next = false;
                self.value_open.d.next = false;
                self.seen_seq_num.d.next = false;
                self.seen_poss_dup.d.next = false;
                self.sealed.d.next = false;
                self.searched.d.next = 0.into();
                self.last_found.d.next = 0.into();
            }
        }

        self.slot_data.d.next = self.data.val();
        self.slot_digit.d.next = self.digit.val();
        self.slot_planes.d.next = self.planes.val();
        self.slot_token.d.next = self.token.val();
        self.slot_session.d.next = self.session.val();

        self.data_out.next = self.slot_data.q.val();
        self.digit_out.next = self.slot_digit.q.val();
        self.planes_out.next = self.slot_planes.q.val();
        self.token_out.next = self.slot_token.q.val();
        self.session_out.next = self.slot_session.q.val();
        self.value.next = self.slot_value.q.val();
        self.marks.next = self.slot_marks.q.val();
        self.header_marks.next = self.slot_header.q.val();
        self.end_marks.next = self.slot_end.q.val();
        for k in 0..5 {
            self.length_digits[k].next = self.slot_length_digits[k].q.val();
        }
        for k in 0..3 {
            self.check_digits[k].next = self.slot_check_digits[k].q.val();
        }
        for k in 0..4 {
            self.pair_sums[k].next = self.slot_pair_sums[k].q.val();
        }
    }
}
