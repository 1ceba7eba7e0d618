//! What one engine of an aggregate has before it: a FIFO as wide as the wire.

use super::words::{LaneArrival, WideBeat};
use crate::blocks::{Code, Fifo, WideFifo};
use rust_hdl::prelude::*;

/// Beats of a frame that are kept besides its last: more bytes than the longest frame has.
const KEPT_BEATS: u64 = 33;
/// Beats held with which a frame is still taken. What is on its way is not counted yet: six beats at most.
const ROOM_LEVEL: u64 = 512 - (KEPT_BEATS + 1) - 6;

/// The FIFO of docs/datapath.md, 12.5, from 64 lanes a beat to the core's eight.
///
/// * Enters: the steer's beats, which cannot wait; those of engine `number` are taken, whole frames or none.
/// * Leaves: the core's stream and the time of each frame's first beat, five clocks after it came if nothing waits; eight bytes a clock while there
///   are any, with a clock between two beats of the wire where the wire has one, and one behind a beat of eight bytes or fewer. A lost frame leaves as a beat without lanes, in the place where it came.
/// * Never stalls.
#[derive(LogicBlock, Default)]
pub struct Lane {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Empties it.
    pub reset: Signal<In, Bit>,
    /// The engine.
    pub number: Signal<In, Bits<2>>,
    /// A beat.
    pub s_valid: Signal<In, Bit>,
    /// Its content.
    pub s_beat: Signal<In, WideBeat>,
    /// It is its frame's first.
    pub s_sof: Signal<In, Bit>,
    /// With `s_sof`: when it came.
    pub s_ts_ns: Signal<In, Bits<64>>,
    /// Its engine.
    pub s_engine: Signal<In, Bits<2>>,
    /// Bytes.
    pub m_tdata: Signal<Out, Bits<64>>,
    /// Lanes that hold bytes; none: the frame was lost.
    pub m_tkeep: Signal<Out, Bits<8>>,
    /// A beat.
    pub m_tvalid: Signal<Out, Bit>,
    /// The frame's last.
    pub m_tlast: Signal<Out, Bit>,
    /// With `m_tlast`: the frame check sequence is wrong.
    pub m_tuser: Signal<Out, Bit>,
    /// With a frame's first beat: when that came to the steer.
    pub m_ts_ns: Signal<Out, Bits<64>>,
    /// Nothing is held, and every loss is told.
    pub idle: Signal<Out, Bit>,

    // The wide side.
    room: DFF<Bit>,
    taking: DFF<Bit>,
    left: DFF<Bits<6>>, // beats that are still kept
    lost: DFF<Bits<16>>,
    any_lost: DFF<Bit>, // lost is not 0
    write: DFF<Bit>,
    word: DFF<WideBeat>,
    announce: DFF<Bit>,
    announced: DFF<LaneArrival>,
    beats: Fifo<WideBeat, 9>,
    arrivals: WideFifo<LaneArrival, 9>,
    // The narrow side.
    open: DFF<Bit>,
    at: DFF<Bits<3>>,
    at_after: DFF<Bits<3>>, // at + 1
    at_end: DFF<Bit>,       // behind a beat's first group: it is the last one
    spent: DFF<Bit>,        // the only group of the beat at the FIFO's output has left
    served: DFF<Bit>, // the arrival at the FIFO's output has: its frame has begun, or its losses are told
    telling: DFF<Bits<16>>, // number of the loss that is told next, from 1 on
    all_told: DFF<Bit>, // of an arrival with losses
    out_data: DFF<Bits<64>>,
    out_keep: DFF<Bits<8>>,
    out_valid: DFF<Bit>,
    out_last: DFF<Bit>,
    out_bad: DFF<Bit>,
    out_ts_ns: DFF<Bits<64>>,

    mine: Signal<Local, Bit>,
    takes: Signal<Local, Bit>,
    keeps: Signal<Local, Bit>,
    losses_told: Signal<Local, Bit>,
    arrival: Signal<Local, LaneArrival>,
    beat: Signal<Local, WideBeat>,
    end_lane: Signal<Local, Bits<6>>,
    wide: Signal<Local, Bits<512>>,
    arrives: Signal<Local, Bit>,
    begins: Signal<Local, Bit>,
    gives: Signal<Local, Bit>,
    end_group: Signal<Local, Bits<3>>,
    only_group: Signal<Local, Bit>,
    last_group: Signal<Local, Bit>,
    last_lane: Signal<Local, Bits<3>>,
    has_lane: Signal<Local, Bit>,
    lanes: Signal<Local, Bits<8>>,
    room_level: Code<ROOM_LEVEL, 16>,
    kept_beats: Code<KEPT_BEATS, 6>,
}

impl Logic for Lane {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self, clock, room, taking, left, lost, any_lost, write, word, announce, announced, open, at,
            at_after, at_end, spent, served, telling, all_told, out_data, out_keep, out_valid, out_last,
            out_bad, out_ts_ns
        );
        clock!(self, clock, beats, arrivals);
        self.beats.reset.next = self.reset.val();
        self.arrivals.reset.next = self.reset.val();

        // The wide side. Frames have a beat each at least, so that where there is room for beats there is room for arrivals.
        self.room.d.next = self.beats.level.val() < self.room_level.val();
        self.mine.next = self.s_valid.val() && (self.s_engine.val() == self.number.val());
        self.takes.next = self.taking.q.val();
        self.keeps.next = self.left.q.val().any() || self.s_beat.val().eof;
        if self.s_sof.val() {
            self.takes.next = self.room.q.val();
            self.keeps.next = true;
        }
        self.write.d.next = self.mine.val() && self.takes.val() && self.keeps.val();
        self.word.d.next = self.s_beat.val();
        self.announce.d.next = false;
        self.announced.d.next.ts_ns = self.s_ts_ns.val();
        self.announced.d.next.lost = self.lost.q.val();
        self.announced.d.next.any_lost = self.any_lost.q.val();
        self.announced.d.next.only_losses = false;
        if self.mine.val() {
            self.taking.d.next = self.takes.val();
            if self.left.q.val().any() {
                self.left.d.next = self.left.q.val() - 1;
            }
        }
        if self.mine.val() && self.s_sof.val() {
            self.left.d.next = self.kept_beats.val() - 1;
            if self.room.q.val() {
                self.announce.d.next = true;
                self.lost.d.next = 0.into();
                self.any_lost.d.next = false;
            } else {
                self.lost.d.next = self.lost.q.val() + 1;
                self.any_lost.d.next = true;
            }
        } else if self.any_lost.q.val() && !self.announce.q.val() && !self.arrivals.level.val().any() {
            self.announce.d.next = true;
            self.announced.d.next.only_losses = true;
            self.lost.d.next = 0.into();
            self.any_lost.d.next = false;
        }
        self.beats.write.next = self.write.q.val();
        self.beats.data_in.next = self.word.q.val();
        self.arrivals.write.next = self.announce.q.val();
        self.arrivals.data_in.next = self.announced.q.val();

        // The narrow side: losses first, then the frame after them. That all are told, and that a group is its beat's last, are known from registers
        // that were compared a clock ahead. The reads of both FIFOs hang on registers alone: that of beats moves three of its words.
        self.arrival.next = self.arrivals.data_out.val();
        self.beat.next = self.beats.data_out.val();
        self.end_lane.next = self.beat.val().last_lane;
        self.wide.next = self.beat.val().data;
        self.losses_told.next = !self.arrival.val().any_lost || self.all_told.q.val();
        self.arrives.next = self.arrivals.valid.val() && !self.open.q.val() && !self.served.q.val();
        self.begins.next = self.arrives.val() && self.losses_told.val() && !self.arrival.val().only_losses;
        self.gives.next =
            self.beats.valid.val() && !self.spent.q.val() && (self.open.q.val() || self.begins.val());
        self.end_group.next = self.end_lane.val().get_bits::<3>(3);
        self.only_group.next = !self.at.q.val().any() && !self.end_group.val().any();
        self.last_group.next = self.at_end.q.val() || self.only_group.val();
        self.last_lane.next = self.end_lane.val().get_bits::<3>(0);
        self.lanes.next = 0.into();
        for i in 0..8_usize {
            self.has_lane.next = self.last_lane.val() >= i.to_bits::<3>();
            self.lanes.next = self.lanes.val().replace_bit(i, self.has_lane.val());
        }

        self.out_valid.d.next = false;
        self.out_last.d.next = false;
        self.out_bad.d.next = false;
        self.out_keep.d.next = 255.into();
        self.out_ts_ns.d.next = self.arrival.val().ts_ns;
        self.out_data.d.next = 0.into();
        for i in 0..8_usize {
            if self.at.q.val() == i.to_bits::<3>() {
                self.out_data.d.next = self.wide.val().get_bits::<64>(i * 64);
            }
        }
        // While the last group is marked, its beat is there.
        self.beats.read.next = self.at_end.q.val() || self.spent.q.val();
        self.spent.d.next = self.gives.val() && self.only_group.val();
        self.arrivals.read.next = self.served.q.val();
        self.served.d.next = (self.gives.val() && self.begins.val())
            || (self.arrives.val() && self.losses_told.val() && self.arrival.val().only_losses);
        if self.gives.val() {
            self.out_valid.d.next = true;
            self.at.d.next = self.at_after.q.val();
            self.at_after.d.next = self.at_after.q.val() + 1;
            self.at_end.d.next = self.at_after.q.val() == self.end_group.val();
            self.open.d.next = true;
            if self.last_group.val() {
                self.at.d.next = 0.into();
                self.at_after.d.next = 1.into();
                self.at_end.d.next = false;
                self.out_keep.d.next = self.lanes.val();
                self.out_last.d.next = self.beat.val().eof;
                self.out_bad.d.next = self.beat.val().bad;
                self.open.d.next = !self.beat.val().eof;
            }
        }
        // A loss: the frame behind it waits.
        if self.arrives.val() && !self.losses_told.val() {
            self.out_valid.d.next = true;
            self.out_last.d.next = true;
            self.out_keep.d.next = 0.into();
            self.telling.d.next = self.telling.q.val() + 1;
            self.all_told.d.next = self.telling.q.val() == self.arrival.val().lost;
        }
        if self.served.q.val() {
            self.telling.d.next = 1.into();
            self.all_told.d.next = false;
        }
        self.m_tdata.next = self.out_data.q.val();
        self.m_tkeep.next = self.out_keep.q.val();
        self.m_tvalid.next = self.out_valid.q.val();
        self.m_tlast.next = self.out_last.q.val();
        self.m_tuser.next = self.out_bad.q.val();
        self.m_ts_ns.next = self.out_ts_ns.q.val();
        self.idle.next = !self.s_valid.val()
            && !self.write.q.val()
            && !self.announce.q.val()
            && !self.any_lost.q.val()
            && !self.beats.level.val().any()
            && !self.arrivals.level.val().any()
            && !self.out_valid.q.val();

        if self.reset.val() {
            self.room.d.next = false;
            self.taking.d.next = false;
            self.lost.d.next = 0.into();
            self.any_lost.d.next = false;
            self.write.d.next = false;
            self.announce.d.next = false;
            self.open.d.next = false;
            self.at.d.next = 0.into();
            self.at_after.d.next = 1.into();
            self.at_end.d.next = false;
            self.spent.d.next = false;
            self.served.d.next = false;
            self.telling.d.next = 1.into();
            self.all_told.d.next = false;
            self.out_valid.d.next = false;
        }
    }
}
