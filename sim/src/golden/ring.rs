//! Section 6: an RX ring.
use super::host::{HostPort, Written};
use fixnic_abi::entry::{PHASE, PHASE_OFFSET};
use fixnic_abi::limits::{
    ENTRY_BYTES, GRANULE_BYTES, MAX_FRAME_GRANULES, RING_LOG2_MAX, RING_LOG2_MIN, RX_FRAME_ENTRIES_MAX,
};

/// Where a ring lies and how large it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Geometry {
    /// Address of the entries.
    pub entries: u64,
    /// Address of the frame buffer.
    pub buffer: u64,
    /// Logarithm of the entries.
    pub entry_log2: u32,
    /// Logarithm of the granules.
    pub buffer_log2: u32,
}

/// Entries and granules, each counted modulo 2^16 since the ring was enabled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Entries.
    pub entries: u16,
    /// Granules.
    pub granules: u16,
}

/// One RX ring.
#[derive(Debug, Default)]
pub struct Ring {
    on: bool,
    geometry: Geometry,
    produced: Counts,
    consumed: Counts,
    /// A write error has turned it off (rule 9).
    stopped: bool,
    /// An error is on its way that will.
    error_comes: bool,
    doorbell_was_refused: bool,
}

/// The ring's size is out of range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RingRefused;

/// The doorbell would put the consumer ahead of the producer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DoorbellRefused;

impl Ring {
    /// Turns the ring on and zeroes its counts.
    pub fn enable(&mut self, geometry: Geometry) -> Result<(), RingRefused> {
        let range = RING_LOG2_MIN..=RING_LOG2_MAX;
        if !range.contains(&geometry.entry_log2) || !range.contains(&geometry.buffer_log2) {
            return Err(RingRefused);
        }
        *self = Self {
            on: true,
            geometry,
            ..Self::default()
        };
        Ok(())
    }

    /// Turns the ring off; its counts stand until it is enabled again.
    pub fn disable(&mut self) {
        self.on = false;
    }

    /// Whether the ring is on.
    pub fn enabled(&self) -> bool {
        self.on
    }

    /// What has been written.
    pub fn produced(&self) -> Counts {
        self.produced
    }

    /// Whether the ring is on and the host has entries to read.
    pub fn pending(&self) -> bool {
        self.enabled() && self.produced.entries != self.consumed.entries
    }

    /// Whether a write error has turned it off.
    pub fn stopped(&self) -> bool {
        self.stopped
    }

    /// Whether a doorbell was refused since it was enabled.
    pub fn doorbell_was_refused(&self) -> bool {
        self.doorbell_was_refused
    }

    /// A burst to the ring; none while it is off.
    fn write(&mut self, host: &mut HostPort, address: u64, bytes: &[u8]) {
        if self.enabled() {
            match host.write(address, bytes) {
                Written::Okay => {}
                Written::Error => self.stop(),
                Written::ErrorLater => self.error_comes = true,
            }
        }
    }

    fn stop(&mut self) {
        self.on = false;
        self.stopped = true;
    }

    /// The answer to a failed write comes, to the ring whose write it was.
    pub fn answer_error(&mut self) {
        if std::mem::take(&mut self.error_comes) && self.enabled() {
            self.stop();
        }
    }

    /// Returns credit (rule 6).
    pub fn doorbell(&mut self, consumed: Counts) -> Result<(), DoorbellRefused> {
        let ahead = |new: u16, old: u16, produced: u16| new.wrapping_sub(old) > produced.wrapping_sub(old);
        if ahead(consumed.entries, self.consumed.entries, self.produced.entries)
            || ahead(consumed.granules, self.consumed.granules, self.produced.granules)
        {
            self.doorbell_was_refused = true;
            return Err(DoorbellRefused);
        }
        self.consumed = consumed;
        Ok(())
    }

    /// Entries that may still be written; none when the ring is off.
    pub fn free_entries(&self) -> u16 {
        if !self.on {
            return 0;
        }
        (1 << self.geometry.entry_log2) - self.produced.entries.wrapping_sub(self.consumed.entries)
    }

    /// Whether a frame may be delivered (rule 4).
    pub fn has_room(&self) -> bool {
        let used = u32::from(self.frame_start().wrapping_sub(self.consumed.granules));
        self.on
            && self.free_entries() >= RX_FRAME_ENTRIES_MAX
            && used + u32::from(MAX_FRAME_GRANULES) <= 1 << self.geometry.buffer_log2
    }

    /// The granule in which the next frame begins (rule 3).
    fn frame_start(&self) -> u16 {
        let size = 1u16 << self.geometry.buffer_log2;
        let at = self.produced.granules % size;
        if at + MAX_FRAME_GRANULES > size {
            self.produced.granules.wrapping_add(size - at)
        } else {
            self.produced.granules
        }
    }

    /// Writes a frame's bytes and gives the granule in which they begin. The caller has asked [`Ring::has_room`]. A ring that has
    /// stopped within the frame takes its places and writes nothing (rule 7).
    pub fn write_frame(&mut self, host: &mut HostPort, frame: &[u8]) -> u16 {
        let geometry = self.geometry;
        let start = self.frame_start();
        let granules = frame.len().div_ceil(GRANULE_BYTES);
        self.produced.granules = start.wrapping_add(granules as u16);
        let mut bytes = frame.to_vec();
        bytes.resize(granules * GRANULE_BYTES, 0);
        let slot = u64::from(start % (1 << geometry.buffer_log2));
        // One burst a granule: each has its own response.
        let addresses = (geometry.buffer + slot * GRANULE_BYTES as u64..).step_by(GRANULE_BYTES);
        for (address, granule) in addresses.zip(bytes.chunks(GRANULE_BYTES)) {
            self.write(host, address, granule);
        }
        start
    }

    /// Writes an entry with its phase bit (rule 2). In a ring that has stopped within the frame it only takes its place (rule 7).
    pub fn write_entry(&mut self, host: &mut HostPort, mut entry: [u8; ENTRY_BYTES]) {
        let geometry = self.geometry;
        let slot = self.produced.entries % (1 << geometry.entry_log2);
        let first_pass = (self.produced.entries >> geometry.entry_log2) & 1 == 0;
        entry[PHASE_OFFSET] = if first_pass { PHASE } else { 0 };
        self.write(
            host,
            geometry.entries + u64::from(slot) * ENTRY_BYTES as u64,
            &entry,
        );
        self.produced.entries = self.produced.entries.wrapping_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fixnic_driver::DmaArena;

    struct Bench {
        ring: Ring,
        host: HostPort,
        geometry: Geometry,
    }

    fn bench() -> Bench {
        let arena = DmaArena::new(64 << 10).unwrap();
        let memory = arena.host_memory();
        let geometry = Geometry {
            entries: memory.iova(),
            buffer: memory.iova() + 0x2000,
            entry_log2: 7,
            buffer_log2: 7,
        };
        let mut host = HostPort::default();
        host.map(Some(memory));
        let mut ring = Ring::default();
        ring.enable(geometry).unwrap();
        Bench { ring, host, geometry }
    }

    #[test]
    fn sizes_out_of_range_are_refused() {
        let geometry = bench().geometry;
        for (entry_log2, buffer_log2) in [(6, 7), (7, 6), (16, 7), (7, 16)] {
            let wrong = Geometry {
                entry_log2,
                buffer_log2,
                ..geometry
            };
            assert_eq!(Ring::default().enable(wrong), Err(RingRefused));
        }
    }

    #[test]
    fn the_phase_turns_with_each_pass() {
        let mut b = bench();
        for i in 0..300u16 {
            b.ring.write_entry(&mut b.host, [0; 32]);
            let mut last = [0];
            b.host
                .read(b.geometry.entries + u64::from(i % 128) * 32 + 31, &mut last)
                .unwrap();
            assert_eq!(last[0], if (i / 128) % 2 == 0 { 1 } else { 0 }, "{i}");
        }
    }

    #[test]
    fn a_frame_never_wraps_and_is_padded_with_zeros() {
        let mut b = bench();
        b.host.write(b.geometry.buffer, &[0xAA; 128]);
        assert_eq!(b.ring.write_frame(&mut b.host, &[1; 65]), 0);
        let mut granules = [0; 128];
        b.host.read(b.geometry.buffer, &mut granules).unwrap();
        assert_eq!((granules[64], &granules[65..]), (1, &[0; 63][..]));
        for start in (2..=96).step_by(2) {
            assert_eq!(b.ring.write_frame(&mut b.host, &[1; 65]), start);
        }
        // Granule 98 leaves 30: too few for the longest frame.
        b.ring
            .doorbell(Counts {
                entries: 0,
                granules: 98,
            })
            .unwrap();
        assert_eq!(b.ring.write_frame(&mut b.host, &[1; 64]), 128);
        assert_eq!(b.ring.produced().granules, 129);
    }

    #[test]
    fn room_is_for_the_worst_case() {
        let mut b = bench();
        for _ in 0..88 {
            assert!(b.ring.has_room());
            b.ring.write_entry(&mut b.host, [0; 32]);
        }
        assert_eq!(b.ring.free_entries(), 40);
        assert!(b.ring.has_room());
        b.ring.write_entry(&mut b.host, [0; 32]);
        assert!(!b.ring.has_room());
        b.ring
            .doorbell(Counts {
                entries: 1,
                granules: 0,
            })
            .unwrap();
        assert!(b.ring.has_room());
        for _ in 0..3 {
            b.ring.write_frame(&mut b.host, &[0; 2048]);
        }
        assert!(b.ring.has_room());
        b.ring.write_frame(&mut b.host, &[0; 1]);
        // 97 of 128 granules used: after the move to granule 128 nothing is free.
        assert!(!b.ring.has_room());
        b.ring
            .doorbell(Counts {
                entries: 1,
                granules: 31,
            })
            .unwrap();
        assert!(!b.ring.has_room());
        b.ring
            .doorbell(Counts {
                entries: 1,
                granules: 32,
            })
            .unwrap();
        assert!(b.ring.has_room());
    }

    #[test]
    fn a_doorbell_ahead_of_the_producer_changes_nothing() {
        let mut b = bench();
        b.ring.write_entry(&mut b.host, [0; 32]);
        b.ring.write_frame(&mut b.host, &[0; 64]);
        for (entries, granules) in [(2, 0), (0, 2), (1, 0xFFFF), (0xFFFF, 1)] {
            assert_eq!(
                b.ring.doorbell(Counts { entries, granules }),
                Err(DoorbellRefused)
            );
            assert!(b.ring.pending());
        }
        assert!(b.ring.doorbell_was_refused());
        b.ring
            .doorbell(Counts {
                entries: 1,
                granules: 1,
            })
            .unwrap();
        assert!(!b.ring.pending());
        b.ring.enable(b.geometry).unwrap();
        assert!(!b.ring.doorbell_was_refused());
    }

    #[test]
    fn a_write_error_stops_the_ring_until_it_is_enabled_anew() {
        let mut b = bench();
        let lost = Geometry {
            buffer: 1 << 40,
            ..b.geometry
        };
        b.ring.enable(lost).unwrap();
        b.ring.write_entry(&mut b.host, [1; 32]);
        assert!(b.ring.enabled() && b.ring.pending());
        b.ring.write_frame(&mut b.host, &[1; 200]);
        b.ring.write_entry(&mut b.host, [2; 32]);
        assert!(!b.ring.enabled() && b.ring.stopped() && !b.ring.has_room());
        // One burst failed; no further one was made, but the places are taken.
        assert_eq!(b.host.write_errors, 1);
        assert_eq!((b.ring.produced().entries, b.ring.produced().granules), (2, 4));
        let mut second = [0; 32];
        b.host.read(lost.entries + 32, &mut second).unwrap();
        assert_eq!(second, [0; 32]);
        b.ring.enable(b.geometry).unwrap();
        assert!(!b.ring.stopped() && b.ring.has_room());
    }
}
