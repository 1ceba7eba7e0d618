//! Sends a frame from the buffer without a gap.

use rust_hdl::prelude::*;

/// Where the frame stands.
#[derive(Copy, Clone, Debug, PartialEq, LogicState)]
pub enum Send {
    /// Takes the next frame.
    Wait,
    /// The buffer is given the address of its first word.
    Address,
    /// The first word comes.
    Word,
    /// Beats leave.
    Beats,
    /// The last beat waits to be taken.
    Last,
}

/// From words of four beats to beats.
///
/// * Enters: an outcome of [`TxFetch`](super::TxFetch); the buffer's word one clock after `buffer_address`.
/// * Leaves: the frame on `tdata`, from four clocks after it was taken, a beat in every clock in which `tready` allows it.
///   `done` for each outcome, `sent` with it for a frame: in the clock after the last beat was taken.
/// * Takes an outcome only while `run`; a frame that was begun is always sent to its end.
#[derive(LogicBlock, Default)]
pub struct TxSend {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Forgets all.
    pub reset: Signal<In, Bit>,
    /// Begin frames.
    pub run: Signal<In, Bit>,
    /// A frame is under way.
    pub busy: Signal<Out, Bit>,

    /// A descriptor's outcome.
    pub frame_valid: Signal<In, Bit>,
    /// With it: there is no frame.
    pub frame_skip: Signal<In, Bit>,
    /// With it: number of the frame's last byte.
    pub frame_last_byte: Signal<In, Bits<11>>,
    /// With it: where the frame is.
    pub frame_half: Signal<In, Bit>,
    /// Taken.
    pub frame_ready: Signal<Out, Bit>,

    /// Word of the buffer: half and number.
    pub buffer_address: Signal<Out, Bits<7>>,
    /// Its four beats.
    pub buffer_word: [Signal<In, Bits<64>>; 4],

    /// AXI4-Stream.
    pub tdata: Signal<Out, Bits<64>>,
    /// Lanes that hold bytes.
    pub tkeep: Signal<Out, Bits<8>>,
    /// Valid.
    pub tvalid: Signal<Out, Bit>,
    /// Last beat of the frame.
    pub tlast: Signal<Out, Bit>,
    /// Taken.
    pub tready: Signal<In, Bit>,

    /// Pulse: a descriptor is done.
    pub done: Signal<Out, Bit>,
    /// With `done`: its frame was sent.
    pub sent: Signal<Out, Bit>,

    state: DFF<Send>,
    half: DFF<Bit>,
    word_number: DFF<Bits<6>>,
    stepped: DFF<Bit>, // the word was taken: the buffer's address follows a clock later
    word: [DFF<Bits<64>>; 4],
    beat: DFF<Bits<8>>,
    last_beat: DFF<Bits<8>>,
    last_keep: DFF<Bits<8>>,
    data: DFF<Bits<64>>,
    keep: DFF<Bits<8>>,
    valid: DFF<Bit>,
    last: DFF<Bit>,
    finished: DFF<Bit>,
    finished_frame: DFF<Bit>,

    next_word: Signal<Local, Bit>,
    advance: Signal<Local, Bit>,
    is_last: Signal<Local, Bit>,
    lane: Signal<Local, Bits<3>>,
    lanes: Signal<Local, Bits<8>>,
    place: Signal<Local, Bits<2>>,
    chosen: Signal<Local, Bits<64>>,
}

impl Logic for TxSend {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            state,
            half,
            word_number,
            stepped,
            beat,
            last_beat,
            last_keep,
            data,
            keep,
            valid,
            last,
            finished,
            finished_frame
        );
        self.lane.next = self.frame_last_byte.val().get_bits::<3>(0);
        self.lanes.next = 1.into();
        for i in 1..8 {
            self.lanes.next = self
                .lanes
                .val()
                .replace_bit(i, (i - 1).to_bits::<3>() < self.lane.val());
        }
        self.place.next = self.beat.q.val().get_bits::<2>(0);
        self.chosen.next = 0.into();
        for i in 0..4 {
            if self.place.val() == i.to_bits::<2>() {
                self.chosen.next = self.word[i].q.val();
            }
        }
        self.is_last.next = self.beat.q.val() == self.last_beat.q.val();
        self.advance.next = self.tready.val() || !self.valid.q.val();
        self.next_word.next = false;
        self.frame_ready.next = false;
        self.finished.d.next = false;
        self.finished_frame.d.next = false;
        match self.state.q.val() {
            Send::Wait => {
                self.half.d.next = self.frame_half.val();
                self.word_number.d.next = 0.into();
                self.beat.d.next = 0.into();
                self.last_beat.d.next = self.frame_last_byte.val().get_bits::<8>(3);
                self.last_keep.d.next = self.lanes.val();
                if self.run.val() && self.frame_valid.val() {
                    self.frame_ready.next = true;
                    if self.frame_skip.val() {
                        self.finished.d.next = true;
                    } else {
                        self.state.d.next = Send::Address;
                    }
                }
            }
            Send::Address => {
                self.state.d.next = Send::Word;
            }
            Send::Word => {
                self.next_word.next = true;
                self.state.d.next = Send::Beats;
            }
            Send::Beats => {
                if self.advance.val() {
                    self.valid.d.next = true;
                    self.data.d.next = self.chosen.val();
                    self.keep.d.next = 0xff.into();
                    self.last.d.next = self.is_last.val();
                    self.beat.d.next = self.beat.q.val() + 1;
                    // The buffer has had the next word ready since the last change of its address, two beats ago.
                    self.next_word.next = self.place.val().all();
                    if self.is_last.val() {
                        self.keep.d.next = self.last_keep.q.val();
                        self.state.d.next = Send::Last;
                    }
                }
            }
            Send::Last => {
                if self.advance.val() {
                    self.valid.d.next = false;
                    self.finished.d.next = true;
                    self.finished_frame.d.next = true;
                    self.state.d.next = Send::Wait;
                }
            }
            _ => {
                self.state.d.next = Send::Wait;
            }
        }
        self.stepped.d.next = self.next_word.val();
        if self.stepped.q.val() {
            self.word_number.d.next = self.word_number.q.val() + 1;
        }
        for i in 0..4 {
            self.word[i].clock.next = self.clock.val();
            self.word[i].d.next = self.word[i].q.val();
            if self.next_word.val() {
                self.word[i].d.next = self.buffer_word[i].val();
            }
        }
        self.buffer_address.next = bit_cast::<7, 6>(self.word_number.q.val());
        self.buffer_address.next = self.buffer_address.val().replace_bit(6, self.half.q.val());

        self.tdata.next = self.data.q.val();
        self.tkeep.next = self.keep.q.val();
        self.tvalid.next = self.valid.q.val();
        self.tlast.next = self.last.q.val();
        self.done.next = self.finished.q.val();
        self.sent.next = self.finished_frame.q.val();
        self.busy.next = (self.state.q.val() != Send::Wait) || self.finished.q.val();

        if self.reset.val() {
            self.state.d.next = Send::Wait;
            self.valid.d.next = false;
            self.finished.d.next = false;
            self.finished_frame.d.next = false;
            self.stepped.d.next = false;
        }
    }
}
