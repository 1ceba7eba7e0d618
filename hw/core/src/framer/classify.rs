//! C1: what kind of character stands in each lane.

use super::context::Context;
use super::records::{Classes, Token};
use crate::blocks::Code;
use rust_hdl::prelude::*;

/// Turns characters into masks and numbers the stream beats.
///
/// * Enters: a slot from [`Align`](super::align::Align).
/// * Leaves, one clock later: the slot, its character classes (of the shown lanes only), and its beat's number.
/// * Never stalls.
#[derive(LogicBlock, Default)]
pub struct Classify<const S: usize> {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// The context starts anew.
    pub fresh: Signal<In, Bit>,
    /// With `fresh`: number of the beat of the first byte, that is TCP number / 8.
    pub fresh_beat: Signal<In, Bits<16>>,
    /// The slot: bytes.
    pub data: Signal<In, Bits<64>>,
    /// Lanes that hold bytes of the stream.
    pub shown: Signal<In, Bits<8>>,
    /// Lanes that are new.
    pub new_lanes: Signal<In, Bits<8>>,
    /// The beat is complete.
    pub whole: Signal<In, Bit>,
    /// The slot is a replay.
    pub replay: Signal<In, Bit>,
    /// Its token.
    pub token: Signal<In, Token>,
    /// With the load token.
    pub session: Signal<In, Bits<S>>,

    /// The slot, one clock later.
    pub data_out: Signal<Out, Bits<64>>,
    /// As entered.
    pub shown_out: Signal<Out, Bits<8>>,
    /// As entered.
    pub new_lanes_out: Signal<Out, Bits<8>>,
    /// As entered.
    pub whole_out: Signal<Out, Bit>,
    /// The beat is complete or a replay: look-back starts from it.
    pub remember: Signal<Out, Bit>,
    /// As entered.
    pub token_out: Signal<Out, Token>,
    /// As entered.
    pub session_out: Signal<Out, Bits<S>>,
    /// Character classes.
    pub classes: Signal<Out, Classes>,
    /// Lanes that hold the digit d, for each d.
    pub is_digit: [Signal<Out, Bits<8>>; 10],
    /// Number of the beat, modulo 2^16.
    pub beat: Signal<Out, Bits<16>>,
    /// Number of the next one.
    pub next_beat: Signal<Out, Bits<16>>,

    slot_data: DFF<Bits<64>>,
    slot_shown: DFF<Bits<8>>,
    slot_new: DFF<Bits<8>>,
    slot_whole: DFF<Bit>,
    slot_remember: DFF<Bit>,
    slot_token: DFF<Token>,
    slot_session: DFF<Bits<S>>,
    slot_classes: DFF<Classes>,
    slot_digits: [DFF<Bits<8>>; 10],
    slot_beat: DFF<Bits<16>>,
    slot_next_beat: DFF<Bits<16>>,

    saved: Context<Bits<16>, S>,
    open_beat: DFF<Bits<16>>,

    character: Signal<Local, Bits<8>>,
    high_nibble: Signal<Local, Bits<4>>,
    low_nibble: Signal<Local, Bits<4>>,
    lanes: Signal<Local, Bits<8>>,
    soh: Signal<Local, Bits<8>>,
    equals: Signal<Local, Bits<8>>,
    letter_f: Signal<Local, Bits<8>>,
    letter_i: Signal<Local, Bits<8>>,
    letter_x: Signal<Local, Bits<8>>,
    letter_y: Signal<Local, Bits<8>>,
    any_digit: Signal<Local, Bits<8>>,
    following_beat: Signal<Local, Bits<16>>,

    code_soh: Code<0x01, 8>,
    code_equals: Code<{ b'=' as u64 }, 8>,
    code_f: Code<{ b'F' as u64 }, 8>,
    code_i: Code<{ b'I' as u64 }, 8>,
    code_x: Code<{ b'X' as u64 }, 8>,
    code_y: Code<{ b'Y' as u64 }, 8>,
    digits_high_nibble: Code<{ (b'0' >> 4) as u64 }, 4>,
}

impl<const S: usize> Logic for Classify<S> {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            slot_data,
            slot_shown,
            slot_new,
            slot_whole,
            slot_remember,
            slot_token,
            slot_session,
            slot_classes,
            slot_beat,
            slot_next_beat,
            open_beat
        );

        self.soh.next = 0.into();
        self.equals.next = 0.into();
        self.letter_f.next = 0.into();
        self.letter_i.next = 0.into();
        self.letter_x.next = 0.into();
        self.letter_y.next = 0.into();
        self.character.next = 0.into();
        for i in 0..8 {
            self.character.next = self.data.val().get_bits::<8>(i * 8);
            self.soh.next = self
                .soh
                .val()
                .replace_bit(i, self.character.val() == self.code_soh.val());
            self.equals.next = self
                .equals
                .val()
                .replace_bit(i, self.character.val() == self.code_equals.val());
            self.letter_f.next = self
                .letter_f
                .val()
                .replace_bit(i, self.character.val() == self.code_f.val());
            self.letter_i.next = self
                .letter_i
                .val()
                .replace_bit(i, self.character.val() == self.code_i.val());
            self.letter_x.next = self
                .letter_x
                .val()
                .replace_bit(i, self.character.val() == self.code_x.val());
            self.letter_y.next = self
                .letter_y
                .val()
                .replace_bit(i, self.character.val() == self.code_y.val());
        }
        self.any_digit.next = 0.into();
        self.lanes.next = 0.into();
        self.high_nibble.next = 0.into();
        self.low_nibble.next = 0.into();
        for digit in 0..10 {
            self.lanes.next = 0.into();
            for i in 0..8 {
                self.low_nibble.next = self.data.val().get_bits::<4>(i * 8);
                self.high_nibble.next = self.data.val().get_bits::<4>((i * 8) + 4);
                self.lanes.next = self.lanes.val().replace_bit(
                    i,
                    (self.low_nibble.val() == digit.to_bits::<4>())
                        & (self.high_nibble.val() == self.digits_high_nibble.val()),
                );
            }
            self.slot_digits[digit].clock.next = self.clock.val();
            self.slot_digits[digit].d.next = self.lanes.val() & self.shown.val();
            self.any_digit.next = self.any_digit.val() | self.lanes.val();
        }
        self.slot_classes.d.next.soh = self.soh.val() & self.shown.val();
        self.slot_classes.d.next.equals = self.equals.val() & self.shown.val();
        self.slot_classes.d.next.letter_f = self.letter_f.val() & self.shown.val();
        self.slot_classes.d.next.letter_i = self.letter_i.val() & self.shown.val();
        self.slot_classes.d.next.letter_x = self.letter_x.val() & self.shown.val();
        self.slot_classes.d.next.letter_y = self.letter_y.val() & self.shown.val();
        self.slot_classes.d.next.digit = self.any_digit.val() & self.shown.val();

        self.following_beat.next = self.open_beat.q.val() + 1;
        self.slot_beat.d.next = self.open_beat.q.val();
        self.slot_next_beat.d.next = self.following_beat.val();
        if self.whole.val() {
            self.open_beat.d.next = self.following_beat.val();
        }
        self.saved.clock.next = self.clock.val();
        self.saved.load.next = self.token.val().load;
        self.saved.session.next = self.session.val();
        self.saved.store.next = self.slot_token.q.val().save;
        self.saved.state.next = self.open_beat.q.val();
        if self.saved.restore.val() {
            self.open_beat.d.next = self.saved.word.val();
            if self.fresh.val() {
                self.open_beat.d.next = self.fresh_beat.val();
            }
        }

        self.slot_data.d.next = self.data.val();
        self.slot_shown.d.next = self.shown.val();
        self.slot_new.d.next = self.new_lanes.val();
        self.slot_whole.d.next = self.whole.val();
        self.slot_remember.d.next = self.whole.val() | self.replay.val();
        self.slot_token.d.next = self.token.val();
        self.slot_session.d.next = self.session.val();

        self.data_out.next = self.slot_data.q.val();
        self.shown_out.next = self.slot_shown.q.val();
        self.new_lanes_out.next = self.slot_new.q.val();
        self.whole_out.next = self.slot_whole.q.val();
        self.remember.next = self.slot_remember.q.val();
        self.token_out.next = self.slot_token.q.val();
        self.session_out.next = self.slot_session.q.val();
        self.classes.next = self.slot_classes.q.val();
        for digit in 0..10 {
            self.is_digit[digit].next = self.slot_digits[digit].q.val();
        }
        self.beat.next = self.slot_beat.q.val();
        self.next_beat.next = self.slot_next_beat.q.val();
    }
}
