//! A FIX session over a NIC behind a bus with faults: a gap is recovered whatever the bus does to the NIC's writes, and a NIC that disappears
//! takes the session down with a reason and without a loss. The seed of a failure is printed; it gives the same faults again.

use fixnic::app::{Application, Disposition, MessageMeta, Outbox};
use fixnic::engine::Engine;
use fixnic::nic::NicTransport;
use fixnic::session::codec::MessageView;
use fixnic::settings::{SessionName, Settings};
use fixnic_driver::{FaultCounts, FaultPlan, Faulty, Wire};
use fixnic_sim::GoldenDevice;
use fixnic_tests::fix_peer::FixPeer;
use fixnic_tests::nic::{exchange, transport, tuple, START_NS};
use std::ops::RangeInclusive;
use std::path::Path;

/// Virtual time between two polls, in nanoseconds.
const STEP_NS: u64 = 20_000;
/// Turns that anything may take.
const TURNS_MAX: usize = 50_000;
/// The counterparty's reports, and those among them that are lost at first.
const REPORTS: RangeInclusive<u64> = 2..=60;
const LOST: RangeInclusive<u64> = 20..=39;

type Card = Faulty<GoldenDevice>;

/// Keeps what it is given.
#[derive(Debug, Default)]
struct Recorder {
    numbers: Vec<u64>,
    logouts: Vec<String>,
}

impl Application for Recorder {
    fn on_message(&mut self, _: &MessageView<'_>, meta: &MessageMeta, _: &mut Outbox) -> Disposition {
        self.numbers.push(meta.msg_seq_num);
        Disposition::Accepted
    }

    fn on_logout(&mut self, _: &SessionName, reason: &str) {
        self.logouts.push(reason.to_owned());
    }
}

/// An acceptor on a NIC with faults, and a counterparty that sends reports and answers ResendRequests.
struct Bench {
    engine: Engine<NicTransport<Card>, Recorder>,
    peer: FixPeer,
    now_ns: u64,
    has_sent: bool,
}

impl Bench {
    fn new(plan: FaultPlan, store: &Path) -> Self {
        // On virtual time nobody waits for a real disk: the store is written, and synced when an hour has passed.
        let settings = format!(
            "[DEFAULT]\nConnectionType=acceptor\nSocketAcceptPort=9876\nDevice=sim:tap0\nNicAddress=10.0.0.1/24\n\
             FileStorePath={}\nStoreSync=3600000\n[SESSION]\nBeginString=FIX.4.4\nSenderCompID=NIC\nTargetCompID=PEER\n",
            store.display()
        );
        let (settings, _) =
            Settings::parse(Path::new("test.cfg"), &settings).expect("the settings are right");
        let card = Faulty::new(GoldenDevice::new(), plan);
        let engine = Engine::with_transport(&settings, transport(card, 7), START_NS, |_| Recorder::default());
        Self {
            engine: engine.expect("the engine starts"),
            peer: FixPeer::new("PEER", tuple(), 1_000_000),
            now_ns: START_NS,
            has_sent: false,
        }
    }

    fn card(&mut self) -> &mut Card {
        self.engine.transport_mut().nic_mut().device_mut()
    }

    fn received(&self) -> &[u64] {
        &self.engine.app(0).numbers
    }

    fn expected(&self) -> u64 {
        self.engine.session(0).expected_incoming()
    }

    /// One turn; an error is the card's loss.
    fn turn(&mut self) -> Result<(), String> {
        self.now_ns += STEP_NS;
        self.engine.poll(self.now_ns).map_err(|error| error.to_string())?;
        if !self.card().is_gone() {
            exchange(self.engine.transport_mut(), &mut self.peer.tcp);
        }
        while let Some((from, to)) = self.peer.resend_request() {
            let last = if to == 0 { *REPORTS.end() } else { to };
            for number in from..=last {
                self.report(number, true);
            }
        }
        Ok(())
    }

    fn turn_until(&mut self, what: &str, reached: impl Fn(&Self) -> bool) -> Result<(), String> {
        for _ in 0..TURNS_MAX {
            if reached(self) {
                return Ok(());
            }
            self.turn()?;
        }
        panic!("{what} did not come; the application has {:?}", self.received());
    }

    fn log_on(&mut self, number: u64) -> Result<(), String> {
        let syn = self.peer.tcp.syn();
        self.card().deliver(&syn, true);
        self.turn_until("the connection", |bench| bench.peer.tcp.is_connected())?;
        self.send(b"A", number, false);
        self.turn_until("the Logon", |bench| bench.engine.session(0).is_logged_on())
    }

    fn report(&mut self, number: u64, poss_dup: bool) {
        self.send(b"D", number, poss_dup);
    }

    fn send(&mut self, kind: &[u8], number: u64, poss_dup: bool) {
        let frame = self.peer.frame(kind, number, poss_dup, false);
        if !self.card().is_gone() {
            self.card().deliver(&frame, true);
        }
        self.has_sent = true;
    }

    /// Sends the reports from `first` on, those in `lost` only when they are asked for, and waits for all of them.
    fn reports(&mut self, first: u64, lost: RangeInclusive<u64>) -> Result<(), String> {
        for number in first..=*REPORTS.end() {
            if !lost.contains(&number) {
                self.report(number, false);
            }
            // Some share a turn, some have turns in between.
            for _ in 0..number % 3 {
                self.turn()?;
            }
        }
        self.turn_until("the last report", |bench| bench.expected() > *REPORTS.end())
    }
}

fn run(plan: FaultPlan) -> FaultCounts {
    println!("{plan:?}");
    let directory = tempfile::TempDir::new().unwrap();
    let mut bench = Bench::new(plan, directory.path());
    bench.log_on(1).unwrap();
    bench.reports(*REPORTS.start(), LOST).unwrap();
    assert_eq!(
        bench.received(),
        REPORTS.collect::<Vec<_>>(),
        "every report once and in order"
    );
    let counters = bench.engine.transport().frame_counters();
    assert_eq!(counters.device_resets, 0, "the ring was trusted throughout");
    assert_eq!(bench.engine.session(0).counters().disagreements, 0);
    bench.card().counts()
}

#[test]
fn a_gap_is_recovered_whatever_the_bus_does() {
    for seed in 0..12 {
        let counts = run(FaultPlan::all(seed));
        assert!(counts.torn > 10 && counts.delayed_registers > 10, "{counts:?}");
    }
}

/// The card disappears at some step; the session goes down, is told why, and a new card with the same store goes on where it stood.
#[test]
fn a_card_that_disappears_costs_no_message_and_repeats_none() {
    let mut lost_in_session = 0;
    // From the first Logon to beyond the last report, as the undisturbed run takes so many steps.
    let directory = tempfile::TempDir::new().unwrap();
    let mut bench = Bench::new(FaultPlan::bus(0), directory.path());
    bench.log_on(1).unwrap();
    let first = bench.card().counts().steps;
    bench.reports(*REPORTS.start(), LOST).unwrap();
    let last = bench.card().counts().steps;
    assert!(last > first + 100);
    for seed in 0..25 {
        let at = first + (last - first) * seed / 24;
        println!("seed {seed}, gone at step {at}");
        let directory = tempfile::TempDir::new().unwrap();
        let mut bench = Bench::new(FaultPlan::bus(seed).gone_at(at), directory.path());
        let ended = bench
            .log_on(1)
            .and_then(|()| bench.reports(*REPORTS.start(), LOST))
            // A card that disappears after the last report is noticed by the next look at it.
            .and_then(|()| bench.turn_until("the loss of the card", |_| false));
        let error = ended.expect_err("the card is gone");
        assert!(error.contains("the device is gone"), "{error}");
        let before = bench.received().to_vec();
        let app = bench.engine.app(0);
        if bench.has_sent && !before.is_empty() {
            assert_eq!(app.logouts.len(), 1, "the application is told once");
            assert!(app.logouts[0].contains("the device is gone"), "{:?}", app.logouts);
            lost_in_session += 1;
        }
        drop(bench);

        let mut bench = Bench::new(FaultPlan::bus(seed + 100), directory.path());
        let expected = bench.expected();
        assert_eq!(
            expected,
            before.last().map_or(expected, |last| last + 1),
            "the store is intact"
        );
        // The counterparty has sent everything, and logs on with the number after it.
        bench.log_on(REPORTS.end() + 1).unwrap();
        if bench.expected() <= *REPORTS.end() {
            bench
                .turn_until("the rest", |bench| bench.expected() > *REPORTS.end())
                .unwrap();
        }
        let all = [before, bench.received().to_vec()].concat();
        assert_eq!(all, REPORTS.collect::<Vec<_>>(), "every report once and in order");
    }
    assert!(lost_in_session > 15, "only {lost_in_session} times");
}
