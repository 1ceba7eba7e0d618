//! The MAC: frames in on `s_axis_rx`, frames out on `m_axis_tx`.
use super::ffi::{Inputs, Outputs};
use super::stalls::{Dice, FrameGap, Stalls};
use std::collections::VecDeque;

const LANES: usize = 8;
/// Preamble, FCS and average gap between frames, in bytes (IEEE 802.3, 4.4.2).
pub(super) const LINE_OVERHEAD_BYTES: u64 = 24;
/// Most starts and sent frames kept for whoever asks.
pub(super) const KEPT_MAX: usize = 65_536;

/// When a frame's first beat entered the core.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FrameStart {
    /// Number of the frame, counted from 0 in the order of delivery.
    pub frame: u64,
    /// `ts_ns` in that clock.
    pub ts_ns: u64,
    /// The clock, counted from power-up.
    pub clock: u64,
}

#[derive(Debug)]
struct RxFrame {
    bytes: Vec<u8>,
    fcs_good: bool,
}

/// The receive side of the MAC.
#[derive(Debug, Default)]
pub struct RxMac {
    queue: VecDeque<RxFrame>,
    /// Bytes of the first queued frame that are already over.
    sent: usize,
    /// Idle clocks still to pass before the next frame.
    gap_clocks: u32,
    /// On the line, a frame may begin when this many bytes have passed.
    line_free_at: u64,
    line_bytes: u64,
    frames: u64,
    starts: VecDeque<FrameStart>,
}

impl RxMac {
    /// Queues a frame. An empty one is no frame.
    pub fn push(&mut self, bytes: &[u8], fcs_good: bool) {
        if !bytes.is_empty() {
            self.queue.push_back(RxFrame {
                bytes: bytes.to_vec(),
                fcs_good,
            });
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
    pub fn drive(&mut self, inputs: &mut Inputs, clock: u64, stalls: &Stalls, dice: &mut Dice) {
        self.line_bytes += LANES as u64;
        let frame_waits = !self.queue.is_empty() && self.may_send(stalls, dice);
        let noise = if stalls.noise { dice.word() } else { 0 };
        if !frame_waits {
            inputs.s_axis_rx_tvalid = 0;
            inputs.s_axis_rx_tdata = noise;
            inputs.s_axis_rx_tkeep = noise as u8;
            inputs.s_axis_rx_tlast = noise as u8 >> 7;
            inputs.s_axis_rx_tuser = (noise >> 8) as u8 & 1;
            return;
        }
        if self.sent == 0 {
            let start = FrameStart {
                frame: self.frames,
                ts_ns: inputs.ts_ns,
                clock,
            };
            self.starts.push_back(start);
            if self.starts.len() > KEPT_MAX {
                self.starts.pop_front();
            }
            self.frames += 1;
            // On a full line the next frame's beginning is counted from this one's, so that odd lengths average out.
            let begun = self.line_free_at.max(self.line_bytes - (LANES as u64 - 1));
            self.line_free_at = begun + self.queue[0].bytes.len() as u64 + LINE_OVERHEAD_BYTES;
        }
        let frame = &self.queue[0];
        let rest = &frame.bytes[self.sent..];
        let bytes = rest.len().min(LANES);
        let mut lanes = noise.to_le_bytes();
        lanes[..bytes].copy_from_slice(&rest[..bytes]);
        let last = rest.len() == bytes;
        inputs.s_axis_rx_tvalid = 1;
        inputs.s_axis_rx_tdata = u64::from_le_bytes(lanes);
        inputs.s_axis_rx_tkeep = (0xFFu16 >> (LANES - bytes)) as u8;
        inputs.s_axis_rx_tlast = last.into();
        // The FCS is known at the end only.
        inputs.s_axis_rx_tuser = if last {
            (!frame.fcs_good).into()
        } else {
            (noise >> 9) as u8 & 1
        };
        self.sent += bytes;
        if last {
            self.end_frame(stalls, dice);
        }
    }

    fn may_send(&mut self, stalls: &Stalls, dice: &mut Dice) -> bool {
        if self.sent > 0 {
            return stalls.rx_idle == 0 || dice.bytes()[0] >= stalls.rx_idle;
        }
        if self.gap_clocks > 0 {
            self.gap_clocks -= 1;
            return false;
        }
        if stalls.rx_gap == FrameGap::LineRate && self.line_bytes < self.line_free_at {
            return false;
        }
        true
    }

    fn end_frame(&mut self, stalls: &Stalls, dice: &mut Dice) {
        self.queue.pop_front();
        self.sent = 0;
        self.gap_clocks = match stalls.rx_gap {
            FrameGap::LineRate | FrameGap::BackToBack => 0,
            FrameGap::Clocks(clocks) => clocks,
            FrameGap::Random(max) => dice.up_to(max),
        };
    }
}

/// The transmit side of the MAC.
#[derive(Debug, Default)]
pub struct TxMac {
    current: Vec<u8>,
    sent: VecDeque<Vec<u8>>,
    held: Option<(u64, u8, u8)>,
}

impl TxMac {
    /// Takes the oldest frame that nobody has taken yet.
    pub fn take(&mut self) -> Option<Vec<u8>> {
        self.sent.pop_front()
    }

    /// Drives one clock.
    pub fn drive(&mut self, inputs: &mut Inputs, stalls: &Stalls, dice: &mut Dice) {
        let stalled = stalls.tx > 0 && dice.bytes()[0] < stalls.tx;
        inputs.m_axis_tx_tready = (!stalled).into();
    }

    /// Sees what the core gave in this clock. Panics when the core breaks AXI4-Stream or starves the MAC within a frame.
    pub fn observe(&mut self, inputs: &Inputs, outputs: &Outputs) {
        let beat = (
            outputs.m_axis_tx_tdata,
            outputs.m_axis_tx_tkeep,
            outputs.m_axis_tx_tlast,
        );
        if outputs.m_axis_tx_tvalid == 0 {
            assert!(
                self.held.is_none(),
                "m_axis_tx_tvalid fell before tready (AXI4-Stream, 2.2.1)"
            );
            assert!(
                self.current.is_empty(),
                "m_axis_tx starved the MAC after {} bytes of a frame",
                self.current.len()
            );
            return;
        }
        if let Some(held) = self.held {
            assert_eq!(
                held, beat,
                "m_axis_tx changed a beat that waited for tready (AXI4-Stream, 2.2.1)"
            );
        }
        if inputs.m_axis_tx_tready == 0 {
            self.held = Some(beat);
            return;
        }
        self.held = None;
        let (data, keep, last) = beat;
        let lanes = keep.trailing_ones() as usize;
        assert!(
            keep as u16 == (1u16 << lanes) - 1 && lanes > 0,
            "m_axis_tx_tkeep {keep:#010b} has holes"
        );
        assert!(
            last == 1 || lanes == LANES,
            "m_axis_tx_tkeep {keep:#010b} before the last beat"
        );
        self.current.extend(&data.to_le_bytes()[..lanes]);
        if last == 1 {
            self.sent.push_back(std::mem::take(&mut self.current));
            if self.sent.len() > KEPT_MAX {
                self.sent.pop_front();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rx(stalls: &Stalls, frames: &[Vec<u8>], clocks: u64) -> (Vec<Vec<u8>>, Vec<FrameStart>) {
        let (mut mac, mut dice, mut inputs) = (RxMac::default(), Dice::new(1), Inputs::default());
        for frame in frames {
            mac.push(frame, true);
        }
        let (mut seen, mut current) = (Vec::new(), Vec::new());
        for clock in 0..clocks {
            inputs.ts_ns = 1000 + clock;
            mac.drive(&mut inputs, clock, stalls, &mut dice);
            if inputs.s_axis_rx_tvalid == 1 {
                let lanes = inputs.s_axis_rx_tkeep.count_ones() as usize;
                current.extend(&inputs.s_axis_rx_tdata.to_le_bytes()[..lanes]);
                if inputs.s_axis_rx_tlast == 1 {
                    assert_eq!(inputs.s_axis_rx_tuser, 0);
                    seen.push(std::mem::take(&mut current));
                }
            }
        }
        (seen, std::iter::from_fn(|| mac.take_start()).collect())
    }

    #[test]
    fn frames_arrive_whole_whatever_stalls() {
        let frames: Vec<Vec<u8>> = (1..200)
            .map(|length| (0..length).map(|i| (i * length) as u8).collect())
            .collect();
        for stalls in [Stalls::NONE, Stalls::SOME] {
            let (seen, starts) = rx(&stalls, &frames, 20_000);
            assert_eq!(seen, frames);
            assert_eq!(starts.len(), frames.len());
            assert!(starts.iter().all(|start| start.ts_ns == 1000 + start.clock));
        }
    }

    #[test]
    fn the_line_carries_a_shortest_frame_in_ten_and_a_half_clocks() {
        let frames = vec![vec![0; 60]; 1001];
        let (_, starts) = rx(&Stalls::NONE, &frames, 11_000);
        assert_eq!(starts[1000].clock - starts[0].clock, 10_500);
        let back_to_back = Stalls {
            rx_gap: FrameGap::BackToBack,
            ..Stalls::NONE
        };
        let (_, starts) = rx(&back_to_back, &frames, 11_000);
        assert_eq!(starts[1000].clock - starts[0].clock, 8_000);
    }

    fn tx(beats: &[(u8, u8, u8, u8)]) -> TxMac {
        let mut mac = TxMac::default();
        for (valid, keep, last, ready) in beats {
            let outputs = Outputs {
                m_axis_tx_tvalid: *valid,
                m_axis_tx_tkeep: *keep,
                m_axis_tx_tlast: *last,
                m_axis_tx_tdata: 0x0807_0605_0403_0201,
                ..Outputs::default()
            };
            mac.observe(
                &Inputs {
                    m_axis_tx_tready: *ready,
                    ..Inputs::default()
                },
                &outputs,
            );
        }
        mac
    }

    #[test]
    fn a_sent_frame_is_collected() {
        let mut mac = tx(&[(0, 0, 0, 1), (1, 0xFF, 0, 0), (1, 0xFF, 0, 1), (1, 0x07, 1, 1)]);
        assert_eq!(mac.take(), Some(vec![1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3]));
        assert_eq!(mac.take(), None);
    }

    #[test]
    #[should_panic(expected = "starved the MAC after 8 bytes")]
    fn a_starved_frame_is_told() {
        tx(&[(1, 0xFF, 0, 1), (0, 0, 0, 1)]);
    }

    #[test]
    #[should_panic(expected = "changed a beat that waited")]
    fn a_changed_beat_is_told() {
        tx(&[(1, 0xFF, 0, 0), (1, 0x0F, 1, 1)]);
    }

    #[test]
    #[should_panic(expected = "has holes")]
    fn a_hole_is_told() {
        tx(&[(1, 0b101, 1, 1)]);
    }
}
