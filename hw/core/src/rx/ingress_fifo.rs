//! Takes whole frames from the MAC or refuses them whole.
#![allow(missing_docs)] // of the methods that RustHDL derives

use super::words::{Arrival, Beat};
use crate::blocks::{Code, Fifo, WideFifo};
use rust_hdl::prelude::*;

/// Beats of the longest frame.
const MAX_BEATS: u64 = fixnic_abi::limits::MAX_FRAME_BYTES as u64 / 8;
/// Beats that the FIFO holds.
const CAPACITY: u64 = 1024;

/// Where the block is within the frame on the wire.
#[derive(Copy, Clone, Debug, PartialEq, LogicState)]
pub enum IngressState {
    /// Between frames.
    Idle,
    /// The frame is taken.
    Accept,
    /// The frame is refused.
    Refuse,
    /// The frame is longer than the longest; what comes is discarded.
    Cut,
}

/// The one place where a frame may be lost to lack of room (docs/datapath.md, section 1).
///
/// * Enters: the MAC's stream, which cannot wait. A frame is taken when there is room for the longest frame at its first beat.
///   A frame of one beat without lanes is one that was lost in front of the core: it counts as refused (section 12.5).
/// * Leaves: beats two clocks after they came, as they are stored, at `m_valid`; and beats five clocks after they came, while the frame still arrives; one `Arrival` a frame, not later than its first beat;
///   its count of refused frames is right from the clock after that on.
/// * A frame of more than `MAX_FRAME_BYTES` is cut; its last beat is kept back until the wire's last beat has told whether
///   the frame check sequence was right.
#[derive(LogicBlock, Default)]
pub struct IngressFifo {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Empties the FIFO.
    pub reset: Signal<In, Bit>,
    /// A reset by CONTROL: drops are counted anew, and frames that wait here were before the new count.
    pub zero_counts: Signal<In, Bit>,
    /// The new epoch, from the clock of `zero_counts` on.
    pub epoch: Signal<In, Bits<8>>,
    /// Time in nanoseconds.
    pub ts_ns: Signal<In, Bits<64>>,
    /// Bytes.
    pub s_tdata: Signal<In, Bits<64>>,
    /// Lanes that hold bytes, from lane 0 on without a gap.
    pub s_tkeep: Signal<In, Bits<8>>,
    /// A beat.
    pub s_tvalid: Signal<In, Bit>,
    /// The frame's last beat.
    pub s_tlast: Signal<In, Bit>,
    /// With `s_tlast`: the frame check sequence is wrong.
    pub s_tuser: Signal<In, Bit>,

    /// The oldest beat.
    pub beat: Signal<Out, Beat>,
    /// There is one.
    pub beat_valid: Signal<Out, Bit>,
    /// Take it.
    pub beat_read: Signal<In, Bit>,
    /// Of the oldest frame whose arrival was not yet taken.
    pub arrival: Signal<Out, Arrival>,
    /// There is one.
    pub arrival_valid: Signal<Out, Bit>,
    /// Take it.
    pub arrival_read: Signal<In, Bit>,
    /// A beat is stored, for those who look at frames before their turn.
    pub m_valid: Signal<Out, Bit>,
    /// Its content.
    pub m_beat: Signal<Out, Beat>,
    /// It is its frame's first.
    pub m_sof: Signal<Out, Bit>,
    /// A frame began.
    pub stat_frame: Signal<Out, Bit>,
    /// A frame was refused.
    pub stat_refused: Signal<Out, Bit>,

    in_data: DFF<Bits<64>>,
    in_keep: DFF<Bits<8>>,
    in_valid: DFF<Bit>,
    in_last: DFF<Bit>,
    in_user: DFF<Bit>,
    in_ts_ns: DFF<Bits<64>>,
    state: DFF<IngressState>,
    beats_left: DFF<Bits<9>>,
    room: DFF<Bit>,
    kept_data: DFF<Bits<64>>,
    write: DFF<Bit>,
    word: DFF<Beat>,
    announce: DFF<Bit>,
    announced: DFF<Arrival>,
    refused: DFF<Bit>,
    refused_count: DFF<Bits<32>>,
    began: DFF<Bit>,
    counted_in: DFF<Bits<8>>, // the epoch of refused_count
    of_old: DFF<Bit>,         // the arrival is of another epoch
    beats: Fifo<Beat, 10>,
    arrivals: WideFifo<Arrival, 10>,
    stored: Signal<Local, Arrival>,
    last_lane: Signal<Local, Bits<3>>,
    max_beats: Code<MAX_BEATS, 9>,
    // Two beats at the registers above are not yet counted in the level.
    room_level: Code<{ CAPACITY - MAX_BEATS - 4 }, 16>,
    full_lane: Code<7, 3>,
}

impl Logic for IngressFifo {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            in_data,
            in_keep,
            in_valid,
            in_last,
            in_user,
            in_ts_ns,
            state,
            beats_left,
            room,
            kept_data,
            write,
            word,
            announce,
            announced,
            refused,
            refused_count,
            began,
            counted_in,
            of_old
        );
        self.beats.clock.next = self.clock.val();
        self.beats.reset.next = self.reset.val();
        self.arrivals.clock.next = self.clock.val();
        self.arrivals.reset.next = self.reset.val();

        self.in_data.d.next = self.s_tdata.val();
        self.in_keep.d.next = self.s_tkeep.val();
        self.in_valid.d.next = self.s_tvalid.val();
        self.in_last.d.next = self.s_tlast.val();
        self.in_user.d.next = self.s_tuser.val();
        self.in_ts_ns.d.next = self.ts_ns.val();
        self.room.d.next = self.beats.level.val() < self.room_level.val();

        self.last_lane.next = 0.into();
        for i in 0..8 {
            if self.in_keep.q.val().get_bit(i) {
                self.last_lane.next = i.to_bits::<3>();
            }
        }

        self.write.d.next = false;
        self.announce.d.next = false;
        self.refused.d.next = false;
        self.began.d.next = false;
        self.word.d.next.data = self.in_data.q.val();
        self.word.d.next.last_lane = self.last_lane.val();
        self.word.d.next.eof = self.in_last.q.val();
        self.word.d.next.fcs_bad = self.in_last.q.val() && self.in_user.q.val();
        self.word.d.next.truncated = false;
        self.announced.d.next.ts_ns = self.in_ts_ns.q.val();
        self.announced.d.next.drop_fifo = self.refused_count.q.val();
        self.announced.d.next.epoch = self.counted_in.q.val();
        self.counted_in.d.next = self.epoch.val();
        if self.in_valid.q.val() {
            match self.state.q.val() {
                IngressState::Idle => {
                    self.began.d.next = true;
                    self.beats_left.d.next = self.max_beats.val() - 1;
                    if self.room.q.val() && self.in_keep.q.val().get_bit(0) {
                        self.write.d.next = true;
                        self.announce.d.next = true;
                        if !self.in_last.q.val() {
                            self.state.d.next = IngressState::Accept;
                        }
                    } else {
                        self.refused.d.next = true;
                        self.refused_count.d.next = self.refused_count.q.val() + 1;
                        if !self.in_last.q.val() {
                            self.state.d.next = IngressState::Refuse;
                        }
                    }
                }
                IngressState::Accept => {
                    self.beats_left.d.next = self.beats_left.q.val() - 1;
                    self.write.d.next = true;
                    self.kept_data.d.next = self.in_data.q.val();
                    if self.in_last.q.val() {
                        self.state.d.next = IngressState::Idle;
                    } else if self.beats_left.q.val() == 1 {
                        self.write.d.next = false;
                        self.state.d.next = IngressState::Cut;
                    }
                }
                IngressState::Refuse => {
                    if self.in_last.q.val() {
                        self.state.d.next = IngressState::Idle;
                    }
                }
                IngressState::Cut => {
                    self.word.d.next.data = self.kept_data.q.val();
                    self.word.d.next.last_lane = self.full_lane.val();
                    self.word.d.next.truncated = true;
                    if self.in_last.q.val() {
                        self.write.d.next = true;
                        self.state.d.next = IngressState::Idle;
                    }
                }
                _ => {
                    self.state.d.next = IngressState::Idle;
                }
            }
        }
        self.beats.write.next = self.write.q.val();
        self.beats.data_in.next = self.word.q.val();
        self.m_valid.next = self.write.q.val();
        self.m_beat.next = self.word.q.val();
        self.m_sof.next = self.announce.q.val();
        self.arrivals.write.next = self.announce.q.val();
        self.arrivals.data_in.next = self.announced.q.val();

        self.beats.read.next = self.beat_read.val();
        self.beat.next = self.beats.data_out.val();
        self.beat_valid.next = self.beats.valid.val();
        self.arrivals.read.next = self.arrival_read.val();
        self.arrival.next = self.arrivals.data_out.val();
        self.stored.next = self.arrivals.data_out.val();
        self.of_old.d.next = self.stored.val().epoch != self.counted_in.q.val();
        if self.of_old.q.val() {
            self.arrival.next.drop_fifo = 0.into();
        }
        self.arrival_valid.next = self.arrivals.valid.val();
        self.stat_frame.next = self.began.q.val();
        self.stat_refused.next = self.refused.q.val();
        if self.zero_counts.val() {
            self.refused_count.d.next = 0.into();
        }
        if self.reset.val() {
            self.in_valid.d.next = false;
            self.state.d.next = IngressState::Idle;
            self.room.d.next = false;
            self.write.d.next = false;
            self.announce.d.next = false;
            self.refused_count.d.next = 0.into();
        }
    }
}
