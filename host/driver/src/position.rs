//! Where a ring stands: arithmetic of counts modulo 2^16, the width in which core and host exchange them.
//!
//! A count runs from 0 when the ring is enabled and wraps at 2^16; its low bits are a slot of a ring of 2^log2 slots, 1 to 15. Host and
//! device keep their own counts, and a slot's phase bit says on which pass over the ring it was written.
use fixnic_abi::entry::PHASE;
use fixnic_abi::limits::MAX_FRAME_GRANULES;

/// Slot of the entry that has `count` entries before it.
#[inline]
pub fn slot(count: u16, log2: u32) -> usize {
    usize::from(count) & ((1 << log2) - 1)
}

/// Phase bit of the entry that has `count` entries before it: 1 on the first pass over the ring, 0 on the second, and so on.
#[inline]
pub fn phase(count: u16, log2: u32) -> u8 {
    !(count >> log2) as u8 & PHASE
}

/// Granule at which the next frame begins when `consumed` are behind it: a frame that might not fit before the end of a buffer of
/// 2^log2 granules starts at its beginning.
#[inline]
pub fn next_granule(consumed: u16, log2: u32) -> u16 {
    let size = 1u16 << log2;
    let to_end = size - (consumed & (size - 1));
    if to_end < MAX_FRAME_GRANULES {
        consumed.wrapping_add(to_end)
    } else {
        consumed
    }
}

/// How far `ahead` is in front of `behind`.
#[inline]
pub fn distance(ahead: u16, behind: u16) -> u16 {
    ahead.wrapping_sub(behind)
}

#[cfg(test)]
mod tests {
    //! Every count and every size, against the same in counts that do not wrap; then every order in which device and host can take
    //! their steps on rings small enough for that.
    use super::*;
    use std::collections::{HashSet, VecDeque};

    /// Three times round the counts' range.
    const TOTAL: u64 = 3 << 16;

    #[test]
    fn slots_and_phases_are_those_of_counts_that_do_not_wrap() {
        for log2 in 1..=15 {
            for total in 0..TOTAL {
                let count = total as u16;
                assert_eq!(
                    slot(count, log2) as u64,
                    total % (1 << log2),
                    "{total} of 2^{log2}"
                );
                let pass = total >> log2;
                assert_eq!(phase(count, log2), (pass % 2 == 0) as u8, "{total} of 2^{log2}");
            }
        }
    }

    #[test]
    fn a_slot_s_phase_changes_with_every_pass() {
        for log2 in 1..=15 {
            for count in 0..=u16::MAX {
                let next_pass = count.wrapping_add(1 << log2);
                assert_eq!(slot(count, log2), slot(next_pass, log2));
                assert_ne!(phase(count, log2), phase(next_pass, log2));
            }
        }
    }

    #[test]
    fn frames_never_wrap_inside_a_buffer_and_waste_less_than_the_longest() {
        for log2 in 6..=15 {
            let size = 1u64 << log2;
            for total in 0..TOTAL {
                let next = distance(next_granule(total as u16, log2), total as u16);
                let start = total + u64::from(next);
                assert!(next < MAX_FRAME_GRANULES, "{total} of 2^{log2}");
                assert!(
                    start % size + u64::from(MAX_FRAME_GRANULES) <= size,
                    "the longest frame at {total} of 2^{log2}"
                );
                assert!(next == 0 || start.is_multiple_of(size));
            }
        }
    }

    #[test]
    fn distances_hold_for_every_pair_within_a_ring() {
        for behind in 0..=u16::MAX {
            for ahead in [0u16, 1, 2, 127, 128, 0x7fff, 0x8000] {
                assert_eq!(distance(behind.wrapping_add(ahead), behind), ahead);
            }
        }
    }

    /// The RX ring between a device and a host, one entry a time. An entry's value is the unwrapped count at which it was written, modulo
    /// something that tells neighbours and passes apart.
    #[derive(Clone, PartialEq, Eq, Hash)]
    struct Ring {
        /// Body and phase byte of each slot; the body is written first, the phase byte in a step of its own.
        bodies: Vec<u8>,
        phases: Vec<u8>,
        /// Counts, modulo 2^16 each: written bodies, written phases, polled, given back, and what the device knows of that.
        begun: u16,
        written: u16,
        polled: u16,
        credited: u16,
        known: u16,
    }

    /// Modulus of the bodies: greater than any ring tried, and odd, so that a stale body never looks right.
    const BODY: u16 = 251;

    impl Ring {
        fn new(log2: u32, start: u16) -> Self {
            // As after many passes: every slot holds the entry of the pass before.
            let slots = 1usize << log2;
            let mut ring = Self {
                bodies: vec![0; slots],
                phases: vec![0; slots],
                begun: start,
                written: start,
                polled: start,
                credited: start,
                known: start,
            };
            for back in 1..=slots as u16 {
                let count = start.wrapping_sub(back);
                ring.bodies[slot(count, log2)] = (count % BODY) as u8;
                ring.phases[slot(count, log2)] = phase(count, log2);
            }
            ring
        }

        /// Every state that one step of either side leads to.
        fn steps(&self, log2: u32) -> Vec<Self> {
            let mut next = Vec::new();
            let mut step = |change: &dyn Fn(&mut Self)| {
                let mut ring = self.clone();
                change(&mut ring);
                next.push(ring);
            };
            // The device writes a body where it knows of room, and its phase byte after that.
            if self.begun == self.written && u32::from(distance(self.begun, self.known)) < 1 << log2 {
                step(&|ring| {
                    ring.bodies[slot(ring.begun, log2)] = (ring.begun % BODY) as u8;
                    ring.begun = ring.begun.wrapping_add(1);
                });
            }
            if self.begun != self.written {
                step(&|ring| {
                    ring.phases[slot(ring.written, log2)] = phase(ring.written, log2);
                    ring.written = ring.written.wrapping_add(1);
                });
            }
            // The doorbell reaches it some time after the host has rung it.
            if self.known != self.credited {
                step(&|ring| ring.known = ring.credited);
            }
            // The host takes an entry whose phase is right, and gives room back.
            if self.phases[slot(self.polled, log2)] == phase(self.polled, log2) {
                assert_ne!(
                    self.polled, self.written,
                    "an entry of an earlier pass was taken for a new one"
                );
                assert_eq!(
                    u16::from(self.bodies[slot(self.polled, log2)]),
                    self.polled % BODY,
                    "an entry was taken before it was whole, or after it was overwritten"
                );
                step(&|ring| ring.polled = ring.polled.wrapping_add(1));
            } else {
                assert_eq!(self.polled, self.written, "a written entry does not show");
            }
            if self.credited != self.polled {
                step(&|ring| ring.credited = ring.polled);
            }
            next
        }
    }

    /// All states that can be reached in `entries` entries from `start` on.
    fn explore(log2: u32, start: u16, entries: u16) -> usize {
        let first = Ring::new(log2, start);
        let mut seen = HashSet::from([first.clone()]);
        let mut open = VecDeque::from([first]);
        let mut has_finished = false;
        while let Some(ring) = open.pop_front() {
            let steps = ring.steps(log2);
            assert!(!steps.is_empty(), "device and host wait for each other");
            for next in steps {
                has_finished |= distance(next.known, start) == entries;
                if distance(next.begun, start) <= entries && seen.insert(next.clone()) {
                    open.push_back(next);
                }
            }
        }
        assert!(has_finished, "the last entry never made its way");
        seen.len()
    }

    #[test]
    fn no_order_of_steps_loses_repeats_or_tears_an_entry() {
        let mut states = 0;
        for log2 in 1..=3 {
            // From the beginning of a pass, and over the end of the counts' range.
            for start in [0, 1, 0u16.wrapping_sub(3 << log2)] {
                states += explore(log2, start, 5 << log2);
            }
        }
        assert!(states > 5_000, "only {states} states");
    }

    /// The TX ring: a host that queues and announces, a device that learns of it, sends, and tells how far it is, and a completion that
    /// is seen late.
    #[derive(Clone, Copy, PartialEq, Eq, Hash)]
    struct Transmit {
        queued: u16,
        announced: u16,
        known: u16,
        sent: u16,
        completed: u16,
        done: u16,
    }

    #[test]
    fn no_order_of_steps_overwrites_a_frame_that_is_not_sent() {
        for log2 in 2..=3u32 {
            let start = 0u16.wrapping_sub(2 << log2);
            let first = Transmit {
                queued: start,
                announced: start,
                known: start,
                sent: start,
                completed: start,
                done: start,
            };
            let mut seen = HashSet::from([first]);
            let mut open = vec![first];
            while let Some(at) = open.pop() {
                let in_flight = u32::from(distance(at.queued, at.done));
                assert!(in_flight <= 1 << log2);
                // What the driver checks of each completion holds in every order.
                assert!(distance(at.completed, at.done) <= distance(at.announced, at.done));
                assert!(
                    u32::from(distance(at.queued, at.sent)) <= 1 << log2,
                    "a slot is written before its frame is sent"
                );
                let mut next = vec![
                    Transmit {
                        announced: at.queued,
                        ..at
                    },
                    Transmit {
                        known: at.announced,
                        ..at
                    },
                    Transmit {
                        completed: at.sent,
                        ..at
                    },
                    Transmit {
                        done: at.completed,
                        ..at
                    },
                ];
                if in_flight < 1 << log2 {
                    next.push(Transmit {
                        queued: at.queued.wrapping_add(1),
                        ..at
                    });
                }
                if at.sent != at.known {
                    next.push(Transmit {
                        sent: at.sent.wrapping_add(1),
                        ..at
                    });
                }
                next.retain(|next| distance(next.queued, start) <= 4 << log2);
                open.extend(next.into_iter().filter(|next| seen.insert(*next)));
            }
            assert!(seen.len() > 1_000, "only {} states", seen.len());
        }
    }
}
