//! Random episodes of the core, made fit for an aggregate: sessions and rings of the engine that their 4-tuple has.
use crate::differential::{episode, Action, CommandArguments, Profile, Rng};
use fixnic_abi::limits::{RX_RINGS, SESSIONS};
use fixnic_abi::CommandOp;
use std::collections::{HashMap, VecDeque};

/// Several episodes at once, a few actions of each in turn; their commands name what an aggregate of `engines` engines takes, but for some that
/// are to be refused.
pub fn actions(seed: u64, profile: Profile, engines: u32, episodes: u64, frames: usize) -> Vec<Action> {
    let mut rng = Rng::new(seed);
    let mut sources: Vec<(VecDeque<Action>, HashMap<u32, u32>)> = (0..episodes)
        .map(|index| {
            let actions = episode(seed * episodes + index, profile, frames);
            (actions.into(), HashMap::new())
        })
        .collect();
    let mut merged = Vec::new();
    while !sources.is_empty() {
        let index = rng.below(sources.len());
        let (source, engine_of) = &mut sources[index];
        for _ in 0..1 + rng.below(4) {
            match source.pop_front() {
                Some(Action::Command(arguments, clocks)) => {
                    if rng.chance(100) {
                        merged.push(Action::Command(astray(&arguments, engines), clocks));
                    }
                    merged.push(Action::Command(fitting(&arguments, engines, engine_of), clocks));
                }
                Some(action) => merged.push(action),
                None => break,
            }
        }
        sources.retain(|(source, _)| !source.is_empty());
    }
    merged
}

/// The command for a session of its 4-tuple's engine.
fn fitting(
    arguments: &CommandArguments,
    engines: u32,
    engine_of: &mut HashMap<u32, u32>,
) -> CommandArguments {
    let mut fitting = *arguments;
    if arguments.op == CommandOp::Arm as u32 {
        let engine = arguments.tuple.engine(engines.ilog2());
        engine_of.insert(arguments.session, engine);
        if arguments.ring < RX_RINGS {
            fitting.ring = arguments.ring - arguments.ring % engines + engine;
        }
    }
    if arguments.session < SESSIONS {
        let engine = engine_of.get(&arguments.session).copied().unwrap_or(0);
        fitting.session = arguments.session - arguments.session % engines + engine;
    }
    fitting
}

/// An ARM whose session or ring is of another engine, or of none.
fn astray(arguments: &CommandArguments, engines: u32) -> CommandArguments {
    let engine = arguments.tuple.engine(engines.ilog2());
    let other = (engine + 1) % engines;
    let (session, ring) = match arguments.tag % 3 {
        0 => (engine, other),
        1 => (other, engine),
        _ => (engine, RX_RINGS + engine),
    };
    CommandArguments {
        op: CommandOp::Arm as u32,
        session,
        // Of an aggregate of one engine only the last is astray.
        ring: if engines == 1 { RX_RINGS } else { ring },
        ..*arguments
    }
}
