//! Aggregates of one, two and four engines against the golden model, on random episodes of many sessions.
//!
//! `FIXNIC_AGGREGATE_FRAMES` sets the frames of each number of engines, `FIXNIC_AGGREGATE_SEED` the first seed.
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::CommandOp;
use fixnic_abi::{CommandResult, EntryKind};
use fixnic_sim::frames::TcpFrame;
use fixnic_sim::golden::Fault;
use fixnic_sim::verilated::{FrameGap, Stalls};
use fixnic_tests::aggregate::{actions, Aggregates, Seen};
use fixnic_tests::differential::{Action, CommandArguments, Profile};

const FRAMES_DEFAULT: u64 = 800;
/// Episodes that run at once.
const EPISODES: u64 = 4;
const EPISODE_FRAMES: usize = 100;

fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).map_or(default, |text| {
        text.parse()
            .unwrap_or_else(|_| panic!("{name}={text}: expected a number"))
    })
}

fn run(engines: usize, seed: u64, fault: Option<Fault>) -> Result<Seen, String> {
    let actions = actions(seed, Profile::of(seed), engines as u32, EPISODES, EPISODE_FRAMES);
    let mut both = Aggregates::new(engines, seed, fault);
    both.run(&actions)?;
    Ok(both.seen)
}

fn compare(engines: usize) {
    let frames = setting("FIXNIC_AGGREGATE_FRAMES", FRAMES_DEFAULT);
    let first = setting("FIXNIC_AGGREGATE_SEED", 0);
    let runs = frames.div_ceil(EPISODES * EPISODE_FRAMES as u64);
    let (mut delivered, mut kinds, mut fences, mut lost) = ([0; 4], [0u64; 256], [0u64; 256], 0);
    for seed in first..first + runs {
        let seen = run(engines, seed, None)
            .unwrap_or_else(|difference| panic!("{engines} engines, seed {seed}: {difference}"));
        println!("{engines} engines, seed {seed}: {seen:?}");
        delivered
            .iter_mut()
            .zip(seen.delivered)
            .for_each(|(all, one)| *all += one);
        seen.kinds
            .iter()
            .for_each(|(kind, count)| kinds[usize::from(*kind)] += count);
        seen.fences
            .iter()
            .for_each(|(result, count)| fences[usize::from(*result)] += count);
        lost += seen.lost;
    }
    assert!(
        delivered.iter().all(|count| *count > 0),
        "{delivered:?} frames in the rings"
    );
    for kind in [
        EntryKind::Msg,
        EntryKind::Frame,
        EntryKind::Fence,
        EntryKind::Loss,
        EntryKind::Resync,
    ] {
        assert!(kinds[kind as usize] > 0, "no {kind:?} entry");
    }
    for result in [CommandResult::Ok, CommandResult::BadRing, CommandResult::BadState] {
        assert!(fences[result as usize] > 0, "no FENCE with {result:?}");
    }
    println!("{engines} engines: {lost} frames lost in front of an engine");
}

#[test]
fn one_engine_does_what_the_golden_model_does() {
    compare(1);
}

#[test]
fn two_engines_do_what_the_golden_model_does() {
    compare(2);
}

#[test]
fn four_engines_do_what_the_golden_model_does() {
    compare(4);
}

/// The connection with a given remote port, and whose it is among `engines`.
fn tuple(remote_port: u16, engines: usize) -> (FourTuple, u32) {
    let tuple = FourTuple {
        local_ip: 0x0A00_0001,
        remote_ip: 0x0A00_0002,
        local_port: 40_000,
        remote_port,
    };
    (tuple, tuple.engine(engines.ilog2()))
}

#[test]
fn a_burst_for_one_engine_is_lost_there_only_and_counted_to_the_frame() {
    const ENGINES: usize = 2;
    // Session 2 of engine 0, session 3 of engine 1, each in its engine's second ring.
    let sessions: Vec<(FourTuple, u32)> = (0..ENGINES as u32)
        .map(|engine| {
            let port = (9_000..).find(|port| tuple(*port, ENGINES).1 == engine);
            tuple(port.expect("a port for each engine"), ENGINES)
        })
        .collect();
    let mut both = Aggregates::new(ENGINES, 1, None);
    let mut set_up = vec![Action::Control(1)];
    set_up.extend((0..4).map(|ring| Action::Ring(ring, 12, 12)));
    for (tuple, engine) in &sessions {
        let arguments = CommandArguments {
            op: CommandOp::Arm as u32,
            slot: tuple.slots()[0].into(),
            session: 2 + engine,
            ring: 2 + engine,
            tuple: *tuple,
            tcp_seq: 1,
            generation: 0,
            expected_bcd: 1,
            tag: *engine,
        };
        set_up.push(Action::Command(arguments, 0));
    }
    set_up.push(Action::Stalls(Stalls {
        rx_gap: FrameGap::BackToBack,
        ..Stalls::NONE
    }));
    both.run(&set_up).expect("the same on both sides");

    let frame = |engine: usize| {
        TcpFrame {
            tuple: sessions[engine].0,
            seq: 1,
            payload: &[b'8'; 200],
            ..TcpFrame::default()
        }
        .build()
    };
    // Fifteen in sixteen for engine 1: what is left is less than engine 0 takes.
    let frames: Vec<Vec<u8>> = (0..640).map(|i| frame((i % 16 != 0).into())).collect();
    both.burst(&frames).expect("the same on both sides");
    let lost = both.seen.lost;
    assert!(lost > 100 && lost < 600, "{lost} of 640 lost");
    assert_eq!(both.seen.delivered[2], 40, "engine 0 loses nothing");
    assert_eq!(both.seen.delivered[3] + lost, 600);
    // And what follows tells all of them.
    both.burst(&[frame(1)]).expect("the same on both sides");
    assert_eq!(both.seen.lost, lost);
    assert!(both.seen.kinds[&(EntryKind::Loss as u8)] > 0);
}

#[test]
fn a_broken_rule_is_seen() {
    for fault in [Fault::WrongRing, Fault::GapUnseen, Fault::LastByteLost] {
        let seen = (2..4).any(|seed| run(2, seed, Some(fault)).is_err());
        assert!(seen, "{fault:?} makes no difference");
    }
}
