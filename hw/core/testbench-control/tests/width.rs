//! The width converter of 1G boards: every frame comes out with its bytes, its end and its error, whatever stalls.

use fixnic_core_testbench_control::{seeded, Block, ChaCha8Rng};
use rand::seq::SliceRandom;
use rand::Rng;

/// Shortest and longest frame that the converter is shown; the longest has a tag.
const LENGTHS: std::ops::RangeInclusive<usize> = 1..=1518;
const LANES: usize = 8;

#[derive(Clone, Debug, PartialEq, Eq)]
struct Frame {
    bytes: Vec<u8>,
    bad: bool,
}

/// All lengths, shuffled, with random bytes and some bad ones.
fn frames(rng: &mut ChaCha8Rng) -> Vec<Frame> {
    let mut lengths: Vec<usize> = LENGTHS.collect();
    lengths.shuffle(rng);
    let frame = |length: usize| Frame {
        bytes: (0..length).map(|_| rng.random()).collect(),
        bad: rng.random_ratio(1, 4),
    };
    lengths.into_iter().map(frame).collect()
}

/// Bytes and end of one beat. Panics where `tkeep` is not what AXI4-Stream gives a MAC.
fn beat(data: u64, keep: u64, last: bool) -> Vec<u8> {
    let lanes = keep.count_ones() as usize;
    assert!(lanes > 0 && keep == (1 << lanes) - 1, "tkeep {keep:#b} has holes");
    assert!(last || lanes == LANES, "tkeep {keep:#b} before the last beat");
    data.to_le_bytes()[..lanes].to_vec()
}

/// Sends the frames through `rx_widen`; `idle_percent` of the clocks bring no byte.
fn widen(frames: &[Frame], idle_percent: u32, rng: &mut ChaCha8Rng) -> (Vec<Frame>, u64) {
    let mut block = Block::new("rx_widen");
    for input in ["s_axis_tdata", "s_axis_tvalid", "s_axis_tlast", "s_axis_tuser"] {
        block.set(input, 0);
    }
    block.reset();
    let first_clock = block.clock();
    let (mut seen, mut current) = (Vec::new(), Vec::new());
    let mut observe = |block: &Block| {
        if block.is("m_axis_tvalid") {
            let last = block.is("m_axis_tlast");
            current.extend(beat(block.get("m_axis_tdata"), block.get("m_axis_tkeep"), last));
            let bad = block.is("m_axis_tuser");
            assert!(last || !bad, "tuser before the last beat");
            if last {
                let bytes = std::mem::take(&mut current);
                seen.push(Frame { bytes, bad });
            }
        }
    };
    for frame in frames {
        for (at, byte) in frame.bytes.iter().enumerate() {
            while rng.random_range(0..100) < idle_percent {
                block.set("s_axis_tvalid", 0);
                block.set("s_axis_tlast", rng.random_range(0..2));
                block.set("s_axis_tdata", rng.random_range(0..256));
                block.settle();
                observe(&block);
                block.edge();
            }
            let last = at + 1 == frame.bytes.len();
            // Before the last byte, tuser means nothing.
            let user = if last { frame.bad } else { rng.random() };
            block.set("s_axis_tvalid", 1);
            block.set("s_axis_tdata", (*byte).into());
            block.set("s_axis_tlast", last.into());
            block.set("s_axis_tuser", user.into());
            block.settle();
            observe(&block);
            block.edge();
        }
    }
    let clocks = block.clock() - first_clock;
    block.set("s_axis_tvalid", 0);
    block.settle();
    observe(&block);
    (seen, clocks)
}

#[test]
fn frames_of_all_lengths_are_widened_back_to_back() {
    let mut rng = seeded(1);
    let frames = frames(&mut rng);
    let (seen, clocks) = widen(&frames, 0, &mut rng);
    assert_eq!(seen, frames);
    let bytes: usize = frames.iter().map(|frame| frame.bytes.len()).sum();
    assert_eq!(clocks, bytes as u64, "a byte a clock and no gap between frames");
}

#[test]
fn frames_of_all_lengths_are_widened_with_idle_clocks() {
    let mut rng = seeded(2);
    let frames = frames(&mut rng);
    assert_eq!(widen(&frames, 30, &mut rng).0, frames);
}

/// Sends the frames through `tx_narrow`; `idle_percent` of the clocks bring no beat, `stall_percent` take no byte.
fn narrow(
    frames: &[Frame],
    idle_percent: u32,
    stall_percent: u32,
    rng: &mut ChaCha8Rng,
) -> (Vec<Vec<u8>>, u64) {
    let mut block = Block::new("tx_narrow");
    for input in [
        "s_axis_tdata",
        "s_axis_tkeep",
        "s_axis_tvalid",
        "s_axis_tlast",
        "m_axis_tready",
    ] {
        block.set(input, 0);
    }
    block.reset();
    let mut beats = frames.iter().flat_map(|frame| {
        let count = frame.bytes.len().div_ceil(LANES);
        frame.bytes.chunks(LANES).enumerate().map(move |(at, lanes)| {
            let mut data = [0xEE; LANES];
            data[..lanes.len()].copy_from_slice(lanes);
            (
                u64::from_le_bytes(data),
                (1u64 << lanes.len()) - 1,
                at + 1 == count,
            )
        })
    });
    let first_clock = block.clock();
    let mut offered = None;
    let mut held: Option<(u64, bool)> = None;
    let (mut seen, mut current) = (Vec::new(), Vec::new());
    while seen.len() < frames.len() {
        if offered.is_none() && rng.random_range(0..100) >= idle_percent {
            offered = beats.next();
        }
        let (data, keep, last) = offered.unwrap_or((rng.random(), 0xFF, true));
        block.set("s_axis_tvalid", offered.is_some().into());
        block.set("s_axis_tdata", data);
        block.set("s_axis_tkeep", keep);
        block.set("s_axis_tlast", last.into());
        let ready = rng.random_range(0..100) >= stall_percent;
        block.set("m_axis_tready", ready.into());
        block.settle();
        if block.is("s_axis_tready") {
            offered = None;
        }
        let valid = block.is("m_axis_tvalid");
        let byte = (block.get("m_axis_tdata"), block.is("m_axis_tlast"));
        if let Some(held) = held.take() {
            assert!(valid && byte == held, "a byte changed before it was taken");
        }
        if valid && !ready {
            held = Some(byte);
        }
        if valid && ready {
            current.push(byte.0 as u8);
            if byte.1 {
                seen.push(std::mem::take(&mut current));
            }
        }
        block.edge();
        let limit = 1_000 + 40 * frames.iter().map(|frame| frame.bytes.len() as u64).sum::<u64>();
        assert!(
            block.clock() - first_clock < limit,
            "frame {} does not end",
            seen.len()
        );
    }
    (seen, block.clock() - first_clock)
}

fn bytes_of(frames: &[Frame]) -> Vec<Vec<u8>> {
    frames.iter().map(|frame| frame.bytes.clone()).collect()
}

#[test]
fn frames_of_all_lengths_are_narrowed_without_a_gap() {
    let mut rng = seeded(3);
    let frames = frames(&mut rng);
    let (seen, clocks) = narrow(&frames, 0, 0, &mut rng);
    assert_eq!(seen, bytes_of(&frames));
    let bytes: usize = frames.iter().map(|frame| frame.bytes.len()).sum();
    assert_eq!(
        clocks,
        bytes as u64 + 1,
        "a byte a clock, the first one clock after its beat"
    );
}

#[test]
fn frames_of_all_lengths_are_narrowed_whatever_stalls() {
    for (idle_percent, stall_percent) in [(80, 0), (0, 40), (80, 40)] {
        let mut rng = seeded(4);
        let frames = frames(&mut rng);
        assert_eq!(
            narrow(&frames, idle_percent, stall_percent, &mut rng).0,
            bytes_of(&frames)
        );
    }
}
