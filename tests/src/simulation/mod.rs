//! The whole system on virtual time: an engine at each end, each on a simulated NIC, a wire between them on which everything
//! goes wrong that goes wrong on wires, processes that die, disks that lose what was not synced, clocks that jump.
//!
//! One seed says everything: the same seed is the same run. What must hold is in [`check`], apart from what happens.

pub mod check;
mod side;
mod store;
mod wire;

use fixnic_driver::{Device, Wire as NicWire};
use fixnic_store::simulated::Crash;
use rand::Rng;
use rand_chacha::rand_core::SeedableRng;
use rand_chacha::ChaCha8Rng;

use crate::nic::START_NS;
use check::Checker;
use side::Side;
use wire::{Faults, Link};

const MS_NS: u64 = 1_000_000;
const SECOND_NS: u64 = 1_000_000_000;
/// Shortest step of time while anything moves.
const STEP_NS: u64 = 10_000;
/// How long the system may take to come to rest once nothing goes wrong any more.
const CALM_NS: u64 = 300 * SECOND_NS;
/// Steps of one run at most: a run that does not move on in time.
const STEPS_MAX: u64 = 3_000_000;

/// What a run is made of; drawn from its seed.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The seed.
    pub seed: u64,
    /// Messages that each side is given to send.
    pub messages: u64,
    /// How long things go wrong.
    pub storm_ns: u64,
    /// The longest pause between two misfortunes, in nanoseconds.
    misfortune_ns: u64,
    /// The power may fail, not only the process.
    power: bool,
    /// Clocks jump.
    jumps: bool,
}

impl Plan {
    /// The plan of a seed. `small` is for slow devices.
    pub fn of(seed: u64, small: bool) -> Plan {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        Plan {
            seed,
            messages: rng.random_range(20..if small { 30 } else { 120 }),
            storm_ns: rng.random_range(1..if small { 3 } else { 30 }) * SECOND_NS,
            misfortune_ns: rng.random_range(100..6_000) * MS_NS,
            power: rng.random(),
            jumps: rng.random(),
        }
    }
}

/// What a run came to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Outcome {
    /// Messages delivered, repetitions included.
    pub delivered: u64,
    /// Messages that came again after a crash, flagged.
    pub repeated: u64,
    /// Processes that died.
    pub crashes: u64,
    /// TCP connections reset by a stranger's segment.
    pub resets: u64,
    /// Gaps that were opened.
    pub gaps: u64,
    /// Messages sent again.
    pub resent: u64,
    /// Messages that the NIC vouched for.
    pub verified: u64,
}

/// Runs a plan between two sides on these devices; a new one is made whenever a process starts.
///
/// # Panics
/// When anything is not as [`check`] demands, with the plan.
pub fn run<A: Device + NicWire, B: Device + NicWire>(
    plan: &Plan,
    mut first: impl FnMut(u64) -> A,
    mut second: impl FnMut(u64) -> B,
) -> Outcome {
    let mut world = World::new(plan, &mut first, &mut second);
    world.storm(&mut first, &mut second);
    world.calm();
    world.outcome()
}

struct World<A: Device, B: Device> {
    plan: Plan,
    rng: ChaCha8Rng,
    now_ns: u64,
    steps: u64,
    link: Link,
    first: Side<A>,
    second: Side<B>,
    checker: Checker,
    /// When each side is given its next message.
    next_message_ns: [u64; 2],
    crashes: u64,
    resets: u64,
}

impl<A: Device + NicWire, B: Device + NicWire> World<A, B> {
    fn new(plan: &Plan, first: &mut impl FnMut(u64) -> A, second: &mut impl FnMut(u64) -> B) -> Self {
        // The plan took from the same seed; what happens is drawn from another stream.
        let mut rng = ChaCha8Rng::seed_from_u64(plan.seed);
        rng.set_stream(1);
        let checker = Checker::default();
        let settings = side::Settings::draw(&mut rng, plan.jumps);
        World {
            first: Side::new(0, first(rng.random()), &settings, &checker, rng.random()),
            second: Side::new(1, second(rng.random()), &settings, &checker, rng.random()),
            plan: plan.clone(),
            now_ns: START_NS,
            steps: 0,
            link: Link::new(ChaCha8Rng::seed_from_u64(rng.random())),
            checker,
            next_message_ns: [START_NS; 2],
            crashes: 0,
            resets: 0,
            rng,
        }
    }

    /// Everything goes wrong, for as long as the plan says.
    fn storm(&mut self, first: &mut impl FnMut(u64) -> A, second: &mut impl FnMut(u64) -> B) {
        let end_ns = START_NS + self.plan.storm_ns;
        let mut misfortune_ns = START_NS + self.rng.random_range(0..self.plan.misfortune_ns);
        self.link.faults = Faults::draw(&mut self.rng);
        while self.now_ns < end_ns {
            self.step(misfortune_ns.min(end_ns));
            if self.now_ns < misfortune_ns {
                continue;
            }
            misfortune_ns = self.now_ns + self.rng.random_range(0..self.plan.misfortune_ns);
            match self.rng.random_range(0..10) {
                0..=2 => self.link.faults = Faults::draw(&mut self.rng),
                3 => {
                    let length_ns = self.rng.random_range(1..20_000) * MS_NS;
                    self.link
                        .partition(self.now_ns + length_ns, self.rng.random_range(0..3));
                }
                4 | 5 => {
                    if self.link.reset(self.now_ns) {
                        self.resets += 1;
                    }
                }
                6 | 7 => self.crash(first, second),
                8 if self.plan.jumps => {
                    let ahead_ns = self.rng.random_range(0..40 * SECOND_NS);
                    match self.rng.random_range(0..2) {
                        0 => self.first.jump(ahead_ns),
                        _ => self.second.jump(ahead_ns),
                    }
                }
                _ => self.link.faults = Faults::default(),
            }
        }
    }

    fn crash(&mut self, first: &mut impl FnMut(u64) -> A, second: &mut impl FnMut(u64) -> B) {
        let crash = if self.plan.power && self.rng.random() {
            Crash::Power
        } else {
            Crash::Process
        };
        self.crashes += 1;
        let seed = self.rng.random();
        if self.rng.random() {
            let device = first(seed);
            self.first.crash(crash, device, self.now_ns, &mut self.rng);
            self.link.lose_towards(0);
        } else {
            let device = second(seed);
            self.second.crash(crash, device, self.now_ns, &mut self.rng);
            self.link.lose_towards(1);
        }
    }

    /// Nothing goes wrong any more: everything must come to rest.
    fn calm(&mut self) {
        self.link.calm();
        let end_ns = self.now_ns + CALM_NS;
        loop {
            let given = self.first.given >= self.plan.messages && self.second.given >= self.plan.messages;
            if given
                && self
                    .checker
                    .is_complete(self.first.stored(), self.second.stored())
            {
                break;
            }
            assert!(
                self.now_ns < end_ns,
                "not at rest after {} s without faults: {:?}\n{}\n{}",
                CALM_NS / SECOND_NS,
                self.plan,
                self.first.describe(),
                self.second.describe()
            );
            self.step(u64::MAX);
        }
        let sides = [self.first.journal(), self.second.journal()];
        self.checker.check(&self.plan, &sides);
    }

    /// One moment, and then on to the next at which anything is due.
    fn step(&mut self, not_beyond_ns: u64) {
        self.steps += 1;
        assert!(self.steps < STEPS_MAX, "time stands still: {:?}", self.plan);
        let now_ns = self.now_ns;
        let mut moved = false;
        while let Some((to, frame, fcs_good)) = self.link.arrived(now_ns) {
            moved = true;
            match to {
                0 => self.first.deliver(&frame, fcs_good),
                _ => self.second.deliver(&frame, fcs_good),
            }
        }
        let pace_ns = self.plan.storm_ns / self.plan.messages;
        for at in 0..2 {
            if self.next_message_ns[at] > now_ns {
                continue;
            }
            self.next_message_ns[at] = now_ns + self.rng.random_range(0..2 * pace_ns);
            let len = self.rng.random_range(1..400);
            match at {
                0 => self.first.give(now_ns, self.plan.messages, len),
                _ => self.second.give(now_ns, self.plan.messages, len),
            }
        }
        let link = &mut self.link;
        moved |= self
            .first
            .turn(now_ns, &mut self.rng, &mut |frame| link.carry(now_ns, 1, frame));
        moved |= self
            .second
            .turn(now_ns, &mut self.rng, &mut |frame| link.carry(now_ns, 0, frame));
        let due = [
            self.first.due(now_ns),
            self.second.due(now_ns),
            self.link.next_arrival(),
            (self.first.given < self.plan.messages).then_some(self.next_message_ns[0]),
            (self.second.given < self.plan.messages).then_some(self.next_message_ns[1]),
        ];
        let soon = now_ns + STEP_NS;
        let due = due.into_iter().flatten().min().unwrap_or(now_ns + SECOND_NS);
        self.now_ns = if moved { soon } else { due.max(soon) }.min(not_beyond_ns.max(soon));
    }

    fn outcome(&self) -> Outcome {
        let counters = [self.first.counters(), self.second.counters()];
        let (delivered, repeated, verified) = self.checker.counts();
        Outcome {
            delivered,
            repeated,
            verified,
            crashes: self.crashes,
            resets: self.resets,
            gaps: counters.iter().map(|c| c.gaps).sum(),
            resent: counters.iter().map(|c| c.resent).sum(),
        }
    }
}
