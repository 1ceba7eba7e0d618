//! A 100G MAC's receive side: frames in on a stream of 64 lanes.
use super::super::mac::{FrameStart, KEPT_MAX, LINE_OVERHEAD_BYTES};
use super::super::stalls::{Dice, FrameGap, Stalls};
use super::ffi::{Wire, WIDE_LANES};
use std::collections::VecDeque;

/// Bytes that 100 Gb/s bring in a clock of 322.265625 MHz: 1,280 / 33.
const LINE_BYTES_TIMES: u64 = 33;
const LINE_BYTES_A_CLOCK: u64 = 1_280;

/// The receive side of the MAC. A beat comes in the clock after its last byte was on the wire.
#[derive(Debug, Default)]
pub struct WideMac {
    queue: VecDeque<(Vec<u8>, bool)>,
    /// Bytes of the first queued frame that are already over.
    sent: usize,
    gap_clocks: u32,
    /// How far the line is, and where the frame on it began, in bytes times 33.
    line: u64,
    on_line: bool,
    begun: u64,
    free_at: u64,
    frames: u64,
    starts: VecDeque<FrameStart>,
}

impl WideMac {
    /// Queues a frame. An empty one is no frame.
    pub fn push(&mut self, bytes: &[u8], fcs_good: bool) {
        if !bytes.is_empty() {
            self.queue.push_back((bytes.to_vec(), fcs_good));
        }
    }

    /// Whether nothing is on the wire or waits.
    pub fn idle(&self) -> bool {
        self.queue.is_empty()
    }

    /// Whether a frame waits that has not begun.
    pub fn waiting(&self) -> bool {
        self.queue.len() > usize::from(self.sent > 0)
    }

    /// The oldest start that nobody has taken yet.
    pub fn take_start(&mut self) -> Option<FrameStart> {
        self.starts.pop_front()
    }

    /// Drives one clock.
    pub fn drive(&mut self, wire: &mut Wire, clock: u64, ts_ns: u64, stalls: &Stalls, dice: &mut Dice) {
        self.line += LINE_BYTES_A_CLOCK;
        let mut noise = || if stalls.noise { dice.word() } else { 0 };
        for pair in wire.tdata.as_chunks_mut::<2>().0 {
            let word = noise();
            *pair = [word as u32, (word >> 32) as u32];
        }
        (wire.tkeep, wire.tvalid) = (noise(), 0);
        (wire.tlast, wire.tuser) = (noise() as u8 & 1, noise() as u8 & 1);
        if self.queue.is_empty() || !self.may_send(stalls, dice) {
            return;
        }
        if self.sent == 0 {
            let start = FrameStart {
                frame: self.frames,
                ts_ns,
                clock,
            };
            self.starts.push_back(start);
            if self.starts.len() > KEPT_MAX {
                self.starts.pop_front();
            }
            self.frames += 1;
        }
        let (frame, fcs_good) = &self.queue[0];
        let rest = &frame[self.sent..];
        let bytes = rest.len().min(WIDE_LANES);
        for (at, byte) in rest[..bytes].iter().enumerate() {
            let (word, shift) = (&mut wire.tdata[at / 4], 8 * (at % 4));
            *word = *word & !(0xFF << shift) | u32::from(*byte) << shift;
        }
        let last = rest.len() == bytes;
        wire.tvalid = 1;
        wire.tkeep = u64::MAX >> (WIDE_LANES - bytes);
        wire.tlast = last.into();
        if last {
            wire.tuser = (!fcs_good).into();
        }
        self.sent += bytes;
        if last {
            self.queue.pop_front();
            self.sent = 0;
            // On a full line the next frame's beginning is counted from this one's, so that all lengths average out.
            self.on_line = stalls.rx_gap == FrameGap::LineRate && !self.queue.is_empty();
            self.begun = self.free_at;
            self.gap_clocks = match stalls.rx_gap {
                FrameGap::LineRate | FrameGap::BackToBack => 0,
                FrameGap::Clocks(clocks) => clocks,
                FrameGap::Random(max) => dice.up_to(max),
            };
        }
    }

    fn may_send(&mut self, stalls: &Stalls, dice: &mut Dice) -> bool {
        if stalls.rx_gap == FrameGap::LineRate {
            return self.line_brought_it();
        }
        if self.sent > 0 {
            return stalls.rx_idle == 0 || dice.bytes()[0] >= stalls.rx_idle;
        }
        if self.gap_clocks > 0 {
            self.gap_clocks -= 1;
            return false;
        }
        true
    }

    /// Whether the next beat has been on the line.
    fn line_brought_it(&mut self) -> bool {
        let length = self.queue[0].0.len();
        if !self.on_line {
            self.begun = self.free_at.max(self.line - LINE_BYTES_A_CLOCK);
            self.on_line = true;
        }
        let end = (self.sent + WIDE_LANES).min(length) as u64;
        let there = self.line >= self.begun + LINE_BYTES_TIMES * end;
        if there && end == length as u64 {
            self.free_at = self.begun + LINE_BYTES_TIMES * (length as u64 + LINE_OVERHEAD_BYTES);
        }
        there
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn starts(length: usize, frames: usize, stalls: &Stalls) -> (Vec<FrameStart>, Vec<Vec<u8>>) {
        let (mut mac, mut dice) = (WideMac::default(), Dice::new(1));
        let sent: Vec<Vec<u8>> = (0..frames)
            .map(|i| (0..length).map(|at| (at * 7 + i) as u8).collect())
            .collect();
        sent.iter().for_each(|frame| mac.push(frame, true));
        let mut wire = Wire {
            tkeep: 0,
            tdata: [0; WIDE_LANES / 4],
            tvalid: 0,
            tlast: 0,
            tuser: 0,
        };
        let (mut seen, mut current, mut clock) = (Vec::new(), Vec::new(), 0);
        while !mac.idle() {
            mac.drive(&mut wire, clock, clock, stalls, &mut dice);
            if wire.tvalid == 1 {
                let bytes = wire.tdata.iter().flat_map(|word| word.to_le_bytes());
                current.extend(bytes.take(wire.tkeep.count_ones() as usize));
                if wire.tlast == 1 {
                    seen.push(std::mem::take(&mut current));
                }
            }
            clock += 1;
        }
        assert_eq!(seen, sent);
        (std::iter::from_fn(|| mac.take_start()).collect(), seen)
    }

    #[test]
    fn the_line_brings_a_hundred_gigabits() {
        // 84 bytes of the line a frame: 148.81 million a second, one in 2.1656 clocks. 1,538 bytes: one in 39.65.
        for (length, line_bytes) in [(60, 84), (1_514, 1_538)] {
            let frames = 3_301;
            let (starts, _) = starts(length, frames, &Stalls::NONE);
            let clocks = starts[frames - 1].clock - starts[0].clock;
            let expected = (frames as u64 - 1) * line_bytes * LINE_BYTES_TIMES / LINE_BYTES_A_CLOCK;
            assert!(clocks.abs_diff(expected) <= 1, "{clocks} clocks, not {expected}");
        }
    }

    #[test]
    fn frames_arrive_whole_whatever_stalls() {
        for length in [1, 63, 64, 65, 128, 1_514] {
            starts(length, 50, &Stalls::SOME);
        }
    }
}
