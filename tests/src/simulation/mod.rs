//! The whole system on virtual time: an engine at each end, each on a simulated NIC, a wire between them on which everything
//! goes wrong that goes wrong on wires, gateways that lose messages, processes that die, disks that lose what was not synced,
//! clocks that jump, numbers that are reset in session.
//!
//! One seed says everything: the same seed is the same run. What must hold is in [`check`], apart from what happens.

pub mod check;
mod gateway;
pub mod sabotage;
mod side;
mod store;
mod wire;

use fixnic_driver::{Device, Wire as NicWire};
use fixnic_store::simulated::Crash;
use rand::Rng;
use rand_chacha::rand_core::SeedableRng;
use rand_chacha::ChaCha8Rng;
use std::fmt;
use std::ops::AddAssign;

use crate::nic::START_NS;
use check::{demand, Checker, Rule};
use gateway::Losses;
use sabotage::Sabotage;
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
    /// Gateways lose messages.
    lossy: bool,
    /// Numbers are reset in session.
    resets: bool,
    /// Orders that are given at once, at most.
    burst_max: u32,
    /// Of so many orders one is stale when it is to be resent; 0: none.
    stale_one_in: u64,
    /// What is broken on purpose.
    sabotage: Option<Sabotage>,
    /// Measures the memory that engines take.
    meter: Meter,
}

/// Calls what it is given, and says how many bytes more were taken than given back meanwhile.
#[derive(Clone, Copy)]
pub struct Meter(pub fn(&mut dyn FnMut()) -> i64);

impl fmt::Debug for Meter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Meter")
    }
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
            lossy: rng.random(),
            resets: rng.random(),
            burst_max: [1, 1, 10][rng.random_range(0..3)],
            stale_one_in: [0, 0, 3, 10][rng.random_range(0..4)],
            sabotage: None,
            meter: Meter(|call| {
                call();
                0
            }),
        }
    }

    /// The same, with the memory measured that engines take.
    pub fn metered(self, meter: Meter) -> Plan {
        Plan { meter, ..self }
    }

    /// The same, with something broken on purpose.
    pub fn sabotaged(self, sabotage: Option<Sabotage>) -> Plan {
        Plan { sabotage, ..self }
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
    /// Messages with which a NIC that had lost its place was back in it.
    pub confirmed: u64,
    /// Messages that gateways lost.
    pub lost: u64,
    /// Resets in session, those of either side counted.
    pub session_resets: u64,
    /// Resets in session that nothing disturbed.
    pub clean_resets: u64,
    /// Orders that a disturbed reset cost.
    pub cut: u64,
    /// Numbers covered by gap fills.
    pub gap_filled: u64,
}

impl AddAssign for Outcome {
    fn add_assign(&mut self, other: Outcome) {
        self.delivered += other.delivered;
        self.repeated += other.repeated;
        self.crashes += other.crashes;
        self.resets += other.resets;
        self.gaps += other.gaps;
        self.resent += other.resent;
        self.verified += other.verified;
        self.confirmed += other.confirmed;
        self.lost += other.lost;
        self.session_resets += other.session_resets;
        self.clean_resets += other.clean_resets;
        self.cut += other.cut;
        self.gap_filled += other.gap_filled;
    }
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
    let cut = world.calm();
    world.outcome(cut)
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
    /// The side that dies as soon as its application has been handed more than this.
    dies_at_delivery: Option<(usize, usize)>,
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
            first: Side::new(
                0,
                first(rng.random()),
                &settings,
                plan,
                checker.book(0),
                rng.random(),
            ),
            second: Side::new(
                1,
                second(rng.random()),
                &settings,
                plan,
                checker.book(1),
                rng.random(),
            ),
            plan: plan.clone(),
            now_ns: START_NS,
            steps: 0,
            link: Link::new(ChaCha8Rng::seed_from_u64(rng.random())),
            checker,
            next_message_ns: [START_NS; 2],
            dies_at_delivery: None,
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
            if let Some((at, handed)) = self.dies_at_delivery {
                if self.checker.handed(at) > handed {
                    self.dies_at_delivery = None;
                    self.crash(at, first, second);
                }
            }
            if self.now_ns < misfortune_ns {
                continue;
            }
            misfortune_ns = self.now_ns + self.rng.random_range(0..self.plan.misfortune_ns);
            match self.rng.random_range(0..14) {
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
                6 | 7 => {
                    let at = self.rng.random_range(0..2);
                    if self.rng.random() {
                        // Just after its application has been handed something, before that is durable.
                        self.dies_at_delivery = Some((at, self.checker.handed(at)));
                    } else {
                        self.crash(at, first, second);
                    }
                }
                8 if self.plan.jumps => {
                    let ahead_ns = self.rng.random_range(0..40 * SECOND_NS);
                    match self.rng.random_range(0..2) {
                        0 => self.first.jump(ahead_ns),
                        _ => self.second.jump(ahead_ns),
                    }
                }
                9 | 10 if self.plan.lossy => {
                    let losses = Losses::draw(&mut self.rng);
                    match self.rng.random_range(0..2) {
                        0 => self.first.lose(losses),
                        _ => self.second.lose(losses),
                    }
                }
                11 | 12 if self.plan.resets => self.reset_numbers(),
                _ => self.link.faults = Faults::default(),
            }
        }
    }

    /// One side, or both at once, ask for a reset of the numbers.
    fn reset_numbers(&mut self) {
        let who = self.rng.random_range(0..5);
        if who != 0 && self.first.reset(self.now_ns) {
            self.checker.reset_begins(0);
        }
        if who < 3 && self.second.reset(self.now_ns) {
            self.checker.reset_begins(1);
        }
        // Orders that are on their way meanwhile.
        for next_ns in &mut self.next_message_ns {
            *next_ns = self.now_ns + self.rng.random_range(0..2 * MS_NS);
        }
    }

    fn crash(&mut self, at: usize, first: &mut impl FnMut(u64) -> A, second: &mut impl FnMut(u64) -> B) {
        let always = self.plan.sabotage == Some(Sabotage::LyingDisk);
        let crash = if always || self.plan.power && self.rng.random() {
            Crash::Power
        } else {
            Crash::Process
        };
        self.crashes += 1;
        let seed = self.rng.random();
        if at == 0 {
            let device = first(seed);
            self.first.crash(crash, device, self.now_ns, &mut self.rng);
        } else {
            let device = second(seed);
            self.second.crash(crash, device, self.now_ns, &mut self.rng);
        }
        self.link.lose_towards(at);
    }

    /// Nothing goes wrong any more: everything must come to rest. Returns what disturbed resets have cost.
    fn calm(&mut self) -> u64 {
        self.link.calm();
        self.first.lose(Losses::default());
        self.second.lose(Losses::default());
        let end_ns = self.now_ns + CALM_NS;
        while !self.is_at_rest() {
            demand(self.now_ns < end_ns, Rule::ComeBack, || {
                format!(
                    "not at rest after {} s without faults\n{}\n{}",
                    CALM_NS / SECOND_NS,
                    self.first.describe(),
                    self.second.describe()
                )
            });
            self.step(u64::MAX);
        }
        let sides = [self.first.journal(), self.second.journal()];
        self.checker.check(&sides)
    }

    /// Both sides are up, have sent everything, and have passed the other's last order.
    fn is_at_rest(&self) -> bool {
        self.first.is_at_rest()
            && self.second.is_at_rest()
            && self.first.expected() > self.second.stored()
            && self.second.expected() > self.first.stored()
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
            for _ in 0..self.rng.random_range(1..=self.plan.burst_max) {
                let len = self.rng.random_range(1..400);
                match at {
                    0 => self.first.give(now_ns, len),
                    _ => self.second.give(now_ns, len),
                }
            }
        }
        let link = &mut self.link;
        moved |= self
            .first
            .turn(now_ns, &mut self.rng, &mut |frame| link.carry(now_ns, 1, frame));
        moved |= self
            .second
            .turn(now_ns, &mut self.rng, &mut |frame| link.carry(now_ns, 0, frame));
        self.checker.check_resets();
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

    fn outcome(&self, cut: u64) -> Outcome {
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
            confirmed: self.first.confirmed() + self.second.confirmed(),
            lost: [0, 1].map(|at| self.checker.book(at).lock().lost).iter().sum(),
            session_resets: [0, 1]
                .map(|at| self.checker.book(at).lock().resets_in_session)
                .iter()
                .sum(),
            clean_resets: self.checker.clean_resets(),
            cut,
            gap_filled: counters.iter().map(|c| c.gap_filled).sum(),
        }
    }
}
