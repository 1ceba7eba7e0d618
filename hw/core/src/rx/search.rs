//! Where a message may begin in the payload of a session that has lost its place (docs/datapath.md, section 3, rule 2).
#![allow(missing_docs)] // of the methods that RustHDL derives

use crate::blocks::Code;
use rust_hdl::prelude::*;

/// A payload beat on its way through the search.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct SearchBeat {
    /// There is one.
    pub valid: Bit,
    /// Its bytes.
    pub data: Bits<64>,
    /// Which of them are payload; from the start on, if it lies in this beat.
    pub keep: Bits<8>,
    /// The frame's last payload beat.
    pub last: Bit,
    /// The start lies in this beat.
    pub starts: Bit,
}

/// Lanes that hold each character of the pattern.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct StartClasses {
    /// The field delimiter, or the place before the first byte.
    pub soh: Bits<8>,
    /// `8`
    pub eight: Bits<8>,
    /// `=`
    pub equals: Bits<8>,
    /// `F`
    pub letter_f: Bits<8>,
    /// `I`
    pub letter_i: Bits<8>,
    /// `X`
    pub letter_x: Bits<8>,
}

/// Finds the first `8=FIX` that is the first byte or has SOH before it, and lets the payload through from there on.
///
/// * Enters: `restart` for one clock or more, the last of them with the start if it is known, then the payload beats of one frame, one a clock or with bubbles; `flush` for eight clocks from the clock of the last beat on, or later.
/// * Leaves: `load` for one clock, when the start is found; the beats from the start on, the first one two clocks after `load` or later, for a
///   register of the reader's: they follow `s_valid` and `flush` in the same clock.
/// * Six beats deep: a beat moves on when another one comes, or with `flush`. Never stalls, takes a beat every clock.
#[derive(LogicBlock, Default)]
pub struct Search {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// A frame to be searched begins; forgets the one before.
    pub restart: Signal<In, Bit>,
    /// With `restart`: TCP number of lane 0 of the first payload beat, low 19 bits.
    pub first_seq: Signal<In, Bits<19>>,
    /// With `restart`: the start is known, the first payload byte.
    pub known: Signal<In, Bit>,
    /// With `known`: its TCP number.
    pub known_seq: Signal<In, Bits<19>>,
    /// A payload beat.
    pub s_valid: Signal<In, Bit>,
    /// Its bytes.
    pub s_data: Signal<In, Bits<64>>,
    /// Which of them are payload: contiguous from beat to beat, at least one a beat.
    pub s_keep: Signal<In, Bits<8>>,
    /// The frame's last payload beat.
    pub s_last: Signal<In, Bit>,
    /// No beat comes any more: let out what is held.
    pub flush: Signal<In, Bit>,

    /// The start is found.
    pub load: Signal<Out, Bit>,
    /// From one clock after `load` until the next: its TCP number, low 19 bits.
    pub start: Signal<Out, Bits<19>>,
    /// It was found since `restart`.
    pub found: Signal<Out, Bit>,
    /// A beat at or after the start.
    pub m_valid: Signal<Out, Bit>,
    /// Its bytes.
    pub m_data: Signal<Out, Bits<64>>,
    /// Which of them are payload from the start on.
    pub m_keep: Signal<Out, Bits<8>>,
    /// The frame's last payload beat.
    pub m_last: Signal<Out, Bit>,

    first: DFF<Bit>, // the next beat is the frame's first
    // TCP number of lane 0 of the beat in stage 0, less 12: of the byte eight before, less the four of the pattern.
    number: DFF<Bits<19>>,
    classes_0: DFF<StartClasses>,
    classes_1: DFF<StartClasses>,
    hits: DFF<Bits<8>>, // where the pattern ends in the beat in stage 1
    stage_0: DFF<SearchBeat>,
    stage_1: DFF<SearchBeat>,
    stage_2: DFF<SearchBeat>,
    stage_3: DFF<SearchBeat>,
    stage_4: DFF<SearchBeat>,
    stage_5: DFF<SearchBeat>,
    start_known: DFF<Bit>,
    was_found: DFF<Bit>,
    found_now: DFF<Bit>,
    start_seq: DFF<Bits<19>>,
    hit_number: DFF<Bits<19>>, // `number` a clock ago, and the lane
    hit_lane: DFF<Bits<3>>,
    passing: DFF<Bit>,

    shift: Signal<Local, Bit>,
    character: Signal<Local, Bits<8>>,
    soh: Signal<Local, Bits<8>>,
    eight: Signal<Local, Bits<8>>,
    equals: Signal<Local, Bits<8>>,
    letter_f: Signal<Local, Bits<8>>,
    letter_i: Signal<Local, Bits<8>>,
    letter_x: Signal<Local, Bits<8>>,
    lowest: Signal<Local, Bits<8>>,
    this_class: Signal<Local, Bits<8>>,
    last_class: Signal<Local, Bits<8>>,
    soh_window: Signal<Local, Bits<16>>,
    eight_window: Signal<Local, Bits<16>>,
    equals_window: Signal<Local, Bits<16>>,
    f_window: Signal<Local, Bits<16>>,
    i_window: Signal<Local, Bits<16>>,
    hit: Signal<Local, Bit>,
    lane: Signal<Local, Bits<3>>,
    from_this: Signal<Local, Bits<8>>,
    from_last: Signal<Local, Bits<8>>,
    in_last: Signal<Local, Bit>,
    leaving: Signal<Local, SearchBeat>,

    code_soh: Code<0x01, 8>,
    code_eight: Code<{ b'8' as u64 }, 8>,
    code_equals: Code<{ b'=' as u64 }, 8>,
    code_f: Code<{ b'F' as u64 }, 8>,
    code_i: Code<{ b'I' as u64 }, 8>,
    code_x: Code<{ b'X' as u64 }, 8>,
    first_number: Code<{ (1 << 19) - 20 }, 19>,
}

impl Logic for Search {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            first,
            number,
            classes_0,
            classes_1,
            hits,
            stage_0,
            stage_1,
            stage_2,
            stage_3,
            stage_4,
            stage_5,
            start_known,
            was_found,
            found_now,
            start_seq,
            hit_number,
            hit_lane,
            passing
        );
        self.shift.next = self.s_valid.val() || self.flush.val();

        // Characters of the beat that comes.
        self.soh.next = 0.into();
        self.eight.next = 0.into();
        self.equals.next = 0.into();
        self.letter_f.next = 0.into();
        self.letter_i.next = 0.into();
        self.letter_x.next = 0.into();
        self.character.next = 0.into();
        for i in 0..8 {
            self.character.next = self.s_data.val().get_bits::<8>(i * 8);
            self.soh.next = self
                .soh
                .val()
                .replace_bit(i, self.character.val() == self.code_soh.val());
            self.eight.next = self
                .eight
                .val()
                .replace_bit(i, self.character.val() == self.code_eight.val());
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
        }
        self.lowest.next = 0.into();
        if self.first.q.val() {
            self.lowest.next = self.s_keep.val() & (!(self.s_keep.val() << 1));
        }

        // The pattern, at its last character, in the beat of stage 0 and the one before.
        self.this_class.next = self.classes_0.q.val().soh;
        self.last_class.next = self.classes_1.q.val().soh;
        self.soh_window.next =
            (bit_cast::<16, 8>(self.this_class.val()) << 8) | bit_cast::<16, 8>(self.last_class.val());
        self.this_class.next = self.classes_0.q.val().eight;
        self.last_class.next = self.classes_1.q.val().eight;
        self.eight_window.next =
            (bit_cast::<16, 8>(self.this_class.val()) << 8) | bit_cast::<16, 8>(self.last_class.val());
        self.this_class.next = self.classes_0.q.val().equals;
        self.last_class.next = self.classes_1.q.val().equals;
        self.equals_window.next =
            (bit_cast::<16, 8>(self.this_class.val()) << 8) | bit_cast::<16, 8>(self.last_class.val());
        self.this_class.next = self.classes_0.q.val().letter_f;
        self.last_class.next = self.classes_1.q.val().letter_f;
        self.f_window.next =
            (bit_cast::<16, 8>(self.this_class.val()) << 8) | bit_cast::<16, 8>(self.last_class.val());
        self.this_class.next = self.classes_0.q.val().letter_i;
        self.last_class.next = self.classes_1.q.val().letter_i;
        self.i_window.next =
            (bit_cast::<16, 8>(self.this_class.val()) << 8) | bit_cast::<16, 8>(self.last_class.val());

        // The first place where it ends in the beat of stage 1: four lanes above the start, in this beat or the one before.
        self.hit.next = false;
        self.lane.next = 0.into();
        self.from_this.next = 0xff.into();
        self.from_last.next = 0.into();
        self.in_last.next = false;
        for i in 0..8_usize {
            if self.hits.q.val().get_bit(i) && !self.hit.val() {
                self.hit.next = true;
                self.lane.next = i.to_bits::<3>();
            }
        }
        self.in_last.next = !self.lane.val().get_bit(2);
        if self.in_last.val() {
            for i in 4..8_usize {
                self.from_last.next = self
                    .from_last
                    .val()
                    .replace_bit(i, (i - 4).to_bits::<2>() >= self.lane.val().get_bits::<2>(0));
            }
        }
        if self.lane.val().get_bit(2) {
            for i in 0..4_usize {
                self.from_this.next = self
                    .from_this
                    .val()
                    .replace_bit(i, i.to_bits::<2>() >= self.lane.val().get_bits::<2>(0));
            }
        }

        self.found_now.d.next = false;
        if self.shift.val() {
            self.stage_0.d.next.valid = self.s_valid.val();
            self.stage_0.d.next.data = self.s_data.val();
            self.stage_0.d.next.keep = self.s_keep.val();
            self.stage_0.d.next.last = self.s_last.val();
            self.stage_0.d.next.starts = false;
            self.classes_0.d.next.soh = 0.into();
            self.classes_0.d.next.eight = 0.into();
            self.classes_0.d.next.equals = 0.into();
            self.classes_0.d.next.letter_f = 0.into();
            self.classes_0.d.next.letter_i = 0.into();
            self.classes_0.d.next.letter_x = 0.into();
            if self.s_valid.val() {
                self.first.d.next = false;
                self.classes_0.d.next.soh = (self.soh.val() & self.s_keep.val()) | (self.lowest.val() >> 1);
                self.classes_0.d.next.eight = self.eight.val() & self.s_keep.val();
                self.classes_0.d.next.equals = self.equals.val() & self.s_keep.val();
                self.classes_0.d.next.letter_f = self.letter_f.val() & self.s_keep.val();
                self.classes_0.d.next.letter_i = self.letter_i.val() & self.s_keep.val();
                self.classes_0.d.next.letter_x = self.letter_x.val() & self.s_keep.val();
            }
            self.number.d.next = self.number.q.val() + 8;
            self.classes_1.d.next = self.classes_0.q.val();
            self.hits.d.next = self.soh_window.val().get_bits::<8>(3)
                & self.eight_window.val().get_bits::<8>(4)
                & self.equals_window.val().get_bits::<8>(5)
                & self.f_window.val().get_bits::<8>(6)
                & self.i_window.val().get_bits::<8>(7)
                & self.classes_0.q.val().letter_x;
            self.stage_1.d.next = self.stage_0.q.val();
            self.stage_2.d.next = self.stage_1.q.val();
            self.stage_3.d.next = self.stage_2.q.val();
            self.stage_4.d.next = self.stage_3.q.val();
            self.stage_5.d.next = self.stage_4.q.val();
            if self.start_known.q.val() {
                if self.stage_1.q.val().valid && !self.was_found.q.val() {
                    self.was_found.d.next = true;
                    self.found_now.d.next = true;
                    self.stage_2.d.next.starts = true;
                }
            } else if self.hit.val() && !self.was_found.q.val() {
                self.was_found.d.next = true;
                self.found_now.d.next = true;
                if self.in_last.val() {
                    self.stage_3.d.next.starts = true;
                    self.stage_3.d.next.keep = self.stage_2.q.val().keep & self.from_last.val();
                } else {
                    self.stage_2.d.next.starts = true;
                    self.stage_2.d.next.keep = self.stage_1.q.val().keep & self.from_this.val();
                }
            }
        }
        self.hit_number.d.next = self.number.q.val();
        self.hit_lane.d.next = self.lane.val();
        if self.found_now.q.val() && !self.start_known.q.val() {
            self.start_seq.d.next = self.hit_number.q.val() + bit_cast::<19, 3>(self.hit_lane.q.val());
        }
        self.leaving.next = self.stage_5.q.val();
        self.m_valid.next = self.shift.val()
            && self.leaving.val().valid
            && (self.passing.q.val() || self.leaving.val().starts);
        self.m_data.next = self.leaving.val().data;
        self.m_keep.next = self.leaving.val().keep;
        self.m_last.next = self.leaving.val().last;
        if self.shift.val() && self.stage_5.q.val().valid && self.stage_5.q.val().starts {
            self.passing.d.next = true;
        }

        if self.restart.val() {
            self.first.d.next = true;
            self.number.d.next = self.first_seq.val() + self.first_number.val();
            // The place before lane 0 counts as SOH.
            self.classes_0.d.next.soh = 0x80.into();
            self.classes_0.d.next.eight = 0.into();
            self.classes_0.d.next.equals = 0.into();
            self.classes_0.d.next.letter_f = 0.into();
            self.classes_0.d.next.letter_i = 0.into();
            self.classes_0.d.next.letter_x = 0.into();
            self.classes_1.d.next.letter_x = 0.into();
            self.hits.d.next = 0.into();
            self.was_found.d.next = false;
            self.start_known.d.next = self.known.val();
            self.start_seq.d.next = self.known_seq.val();
            self.passing.d.next = false;
            self.stage_0.d.next.valid = false;
            self.stage_1.d.next.valid = false;
            self.stage_2.d.next.valid = false;
            self.stage_3.d.next.valid = false;
            self.stage_4.d.next.valid = false;
            self.stage_5.d.next.valid = false;
        }

        self.load.next = self.found_now.q.val();
        self.start.next = self.start_seq.q.val();
        self.found.next = self.was_found.q.val();
    }
}
