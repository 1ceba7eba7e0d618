//! RX rings of every size on the Verilated core and on the golden model: each is filled until it refuses frames, emptied in parts and
//! goes round.
use fixnic_abi::counter::Counter;
use fixnic_abi::limits::{
    GRANULE_BYTES, MAX_FRAME_GRANULES, RING_LOG2_MAX, RING_LOG2_MIN, RX_FRAME_ENTRIES_MAX,
};
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::CommandOp;
use fixnic_sim::frames::TcpFrame;
use fixnic_sim::verilated::{FrameGap, Stalls};
use fixnic_tests::differential::corpus::numbered;
use fixnic_tests::differential::{self, Action, CommandArguments, Coverage, Rng, RINGS};

/// Sizes for which the usual host memory has room, from the smallest ring on, and the others.
const SMALL_SIZES: u32 = 6;
const LARGE: u32 = RING_LOG2_MIN + SMALL_SIZES;
const LARGE_SIZES: u32 = RING_LOG2_MAX + 1 - LARGE;
const MAX_SEGMENT: usize = 1460;
/// A full ring refuses them: fewer entries and granules are left than one frame may take.
const FRAMES_REFUSED: usize = 3;
/// Times that a full ring is given room for a frame, and no more.
const BOUNDARIES: usize = 6;
/// No more than the smallest ring has entries for.
const FRAMES_IN_A_ROW: usize = 60;
const FIRST_SESSION: u32 = 0x2A5;

fn compare(actions: &[Action]) -> Coverage {
    differential::compare(1, actions)
}

/// One session a ring, whose messages come back to back, many a frame.
struct Load {
    rng: Rng,
    next: [u32; RINGS],
    number: [u64; RINGS],
    pending: [Vec<u8>; RINGS],
    tag: u32,
    actions: Vec<Action>,
}

impl Load {
    fn new(seed: u64) -> Self {
        Self {
            rng: Rng::new(seed),
            next: [0; RINGS],
            number: [1; RINGS],
            pending: Default::default(),
            tag: 0,
            actions: vec![Action::Stalls(Stalls {
                rx_gap: FrameGap::LineRate,
                ..Stalls::NONE
            })],
        }
    }

    fn tuple(ring: usize) -> FourTuple {
        FourTuple {
            local_ip: 0x0A00_0001,
            remote_ip: 0x0A00_0002,
            local_port: 40_000 + ring as u16,
            remote_port: 9_876,
        }
    }

    /// The ring's session begins anew.
    fn arm(&mut self, ring: usize) {
        self.next[ring] = self.rng.word() as u32;
        self.number[ring] = 1;
        self.pending[ring].clear();
        self.tag += 1;
        let tuple = Self::tuple(ring);
        let arguments = CommandArguments {
            op: CommandOp::Arm as u32,
            slot: tuple.slots()[0].into(),
            session: FIRST_SESSION ^ ring as u32,
            ring: ring as u32,
            tuple,
            tcp_seq: self.next[ring],
            generation: 0,
            expected_bcd: 1,
            tag: self.tag,
        };
        self.actions.push(Action::Command(arguments, 0));
    }

    /// The stream's next bytes in one segment.
    fn segment(&mut self, ring: usize, length: usize) {
        while self.pending[ring].len() < length {
            let message = numbered(self.number[ring], false);
            self.pending[ring].extend(message);
            self.number[ring] += 1;
        }
        let payload: Vec<u8> = self.pending[ring].drain(..length).collect();
        let frame = TcpFrame {
            tuple: Self::tuple(ring),
            seq: self.next[ring],
            payload: &payload,
            ..TcpFrame::default()
        };
        self.next[ring] = self.next[ring].wrapping_add(length as u32);
        self.actions.push(Action::Frame {
            bytes: frame.build_padded(),
            fcs_good: true,
        });
    }

    /// Frames that take at least so much of each ring, in turn, so that frames of all rings are under way at once.
    fn fill(&mut self, entries: [usize; RINGS], granules: [usize; RINGS]) {
        let message_bytes = numbered(1_000, false).len();
        // The smallest number of entries of a full segment: its FRAME entry, and the messages of which it has the end.
        let a_frame = (MAX_SEGMENT / message_bytes, MAX_SEGMENT.div_ceil(GRANULE_BYTES));
        let mut left: [usize; RINGS] = std::array::from_fn(|ring| {
            let entries = entries[ring].div_ceil(a_frame.0);
            let granules = granules[ring].div_ceil(a_frame.1);
            entries.min(granules) + FRAMES_REFUSED
        });
        while let Some(ring) = (0..RINGS)
            .max_by_key(|ring| left[*ring])
            .filter(|ring| left[*ring] > 0)
        {
            left[ring] -= 1;
            self.segment(ring, MAX_SEGMENT);
            let other = self.rng.below(RINGS);
            let length = self.rng.below(100);
            if length < 20 {
                self.segment(other, length);
            }
        }
    }
}

/// Rings of these sizes, each filled, given back a part, and filled again so often; then all is given back and they go on.
fn fill_all(load: &mut Load, sizes: [(u32, u32); RINGS], rounds: usize) {
    for (ring, (entries, granules)) in sizes.into_iter().enumerate() {
        load.actions.push(Action::Ring(ring, entries, granules));
    }
    load.actions.push(Action::Control(1));
    for round in 0..=rounds {
        (0..RINGS).for_each(|ring| load.arm(ring));
        load.actions.push(Action::Settle);
        if round < rounds {
            load.fill(
                sizes.map(|(entries, _)| 1 << entries),
                sizes.map(|(_, granules)| 1 << granules),
            );
            // Most rings have no granules left then, but entries.
            for ring in 0..RINGS {
                load.actions.push(Action::PartialCredit(ring, u16::MAX, 0));
            }
            load.fill(sizes.map(|(entries, _)| 1 << (entries - 2)), [usize::MAX; RINGS]);
        } else {
            load.fill([200; RINGS], [200; RINGS]);
        }
        load.actions.push(Action::Settle);
        for _ in 0..BOUNDARIES {
            for (ring, (entries, granules)) in sizes.into_iter().enumerate() {
                // One too few of either for a frame, then just enough of both.
                for more in [1, 0] {
                    let kept = |log2: u32, frame: u16| (1u16 << log2) - frame + more;
                    load.actions.push(Action::PartialCredit(
                        ring,
                        kept(entries, RX_FRAME_ENTRIES_MAX),
                        kept(granules, MAX_FRAME_GRANULES),
                    ));
                    let length = 1 + load.rng.below(MAX_SEGMENT);
                    load.segment(ring, length);
                    load.segment(ring, 7);
                    load.actions.push(Action::Settle);
                }
            }
        }
        // Many frames of one ring under way at once, so that one is admitted in the clock in which another one ends.
        load.actions.push(Action::Credit);
        for ring in 0..RINGS {
            for _ in 0..FRAMES_IN_A_ROW {
                load.segment(ring, 1);
            }
            load.actions.push(Action::Settle);
        }
        load.actions.push(Action::Credit);
    }
}

/// The sizes of all rings, so that each ring has each of them in some `shift`, of entries and of granules, seldom the same of both.
fn sizes(smallest: u32, count: u32, shift: u32) -> [(u32, u32); RINGS] {
    std::array::from_fn(|ring| {
        let ring = ring as u32;
        (
            smallest + (ring + shift) % count,
            smallest + (2 * ring + 5 * shift + 1) % count,
        )
    })
}

#[test]
fn small_rings_fill_and_go_round() {
    let mut load = Load::new(1);
    for shift in 0..SMALL_SIZES {
        fill_all(&mut load, sizes(RING_LOG2_MIN, SMALL_SIZES, shift), 2);
    }
    let coverage = compare(&load.actions);
    let dropped = coverage.counter(Counter::DropRing);
    let least = FRAMES_REFUSED as u64 * u64::from(SMALL_SIZES);
    assert!(
        dropped > least,
        "{dropped} frames dropped, expected more than {least}"
    );
}

#[test]
fn large_rings_fill_and_go_round() {
    let mut load = Load::new(2);
    load.actions.push(Action::LargeMemory(1 << 32));
    for shift in 0..LARGE_SIZES {
        fill_all(&mut load, sizes(LARGE, LARGE_SIZES, shift), 1);
    }
    let coverage = compare(&load.actions);
    let dropped = coverage.counter(Counter::DropRing);
    let least = FRAMES_REFUSED as u64 * u64::from(LARGE_SIZES);
    assert!(
        dropped > least,
        "{dropped} frames dropped, expected more than {least}"
    );
}
