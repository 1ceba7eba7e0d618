//! The wire between desk and exchange: 10 Gb/s, a fixed delay, nothing lost.
use std::collections::VecDeque;

/// Bytes that a frame occupies on the wire besides its own: preamble 8, FCS 4, inter-packet gap 12 (IEEE 802.3).
const OVERHEAD_BYTES: u64 = 24;
/// Picoseconds a byte takes at 10 Gb/s.
const BYTE_PS: u64 = 800;

/// One direction.
#[derive(Debug, Default)]
pub struct Path {
    delay_ns: u64,
    free_at_ns: u64,
    in_flight: VecDeque<(u64, Vec<u8>)>,
}

impl Path {
    /// A path on which the last bit of a frame arrives `delay_ns` after it left.
    pub fn new(delay_ns: u64) -> Self {
        Path {
            delay_ns,
            ..Path::default()
        }
    }

    /// Puts a frame on the wire, behind those that still leave.
    pub fn send(&mut self, now_ns: u64, frame: &[u8]) {
        let bytes = frame.len() as u64 + OVERHEAD_BYTES;
        self.free_at_ns = self.free_at_ns.max(now_ns) + (bytes * BYTE_PS).div_ceil(1000);
        self.in_flight
            .push_back((self.free_at_ns + self.delay_ns, frame.to_vec()));
    }

    /// Takes a frame that has arrived.
    pub fn receive(&mut self, now_ns: u64) -> Option<Vec<u8>> {
        if self.next_arrival_ns()? > now_ns {
            return None;
        }
        self.in_flight.pop_front().map(|(_, frame)| frame)
    }

    /// When the next frame arrives.
    pub fn next_arrival_ns(&self) -> Option<u64> {
        self.in_flight.front().map(|(at_ns, _)| *at_ns)
    }
}
