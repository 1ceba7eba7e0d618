//! The scene: who is there, and the passing of virtual time.
use super::aside::{Aside, PlayedDevice};
use super::capture::Capture;
use super::desk::Desk;
use super::exchange::{Book, Exchange, Order};
use super::gateway::LossyGateway;
use super::latency::{Row, Table};
use super::link::Path as WirePath;
use super::nic::NicObserver;
use super::tape::{Tape, Who};
use anyhow::{ensure, Context, Result};
use fixnic::engine::Engine;
use fixnic::nic::{NicTransport, NicTransportConfig};
use fixnic::settings::Settings;
use fixnic_abi::limits::MAX_FRAME_BYTES;
use fixnic_abi::{reg, EntryKind};
use fixnic_driver::trace::Traced;
use fixnic_driver::{Device, Nic, NicConfig, Wire};
use fixnic_session::codec::Framer;
use fixnic_session::Counters;
use fixnic_sim::golden::GoldenDevice;
use fixnic_sim::verilated::{FrameStart, Stalls, VerilatedDevice, Written};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::net::Ipv4Addr;
use std::{cell::RefCell, path::Path, rc::Rc, time::Instant};

/// 2026-01-05 14:30:00 UTC, when the scene begins.
const START_NS: u64 = 1_767_623_400 * 1_000_000_000;
/// Between two looks while frames are inside a NIC.
const STEP_NS: u64 = 250;
/// How long a frame may be inside a NIC.
const BUSY_NS: u64 = 4_000;
/// How long a NIC takes to clear its tables after a reset: nothing leaves before.
const RESET_NS: u64 = 20_000;
/// The same in clocks of the core, generously.
const BUSY_CLOCKS: u64 = 1_000;
/// Between two fills.
const FILL_INTERVAL_NS: u64 = 100_000;
/// Fills before the gap.
const FILLS_BEFORE: u64 = 20;
/// Fills after it.
const FILLS_AFTER: u64 = 120;
/// Number of the first fill: after the Logon and four acknowledgements.
const FIRST_FILL: u64 = 6;
/// The scene is over by then, or something hangs.
const LONGEST_NS: u64 = 60_000_000_000;

const DESK_ADDRESS: Ipv4Addr = Ipv4Addr::new(10, 0, 0, 1);
const EXCHANGE_ADDRESS: Ipv4Addr = Ipv4Addr::new(10, 0, 0, 2);
const DESK_SETTINGS: &str = "\
[DEFAULT]
ConnectionType=initiator
BeginString=FIX.4.4
HeartBtInt=30
StartTime=00:00:00
EndTime=00:00:00
SocketConnectHost=10.0.0.2
SocketConnectPort=9876
[SESSION]
SenderCompID=DESK
TargetCompID=EXCHANGE
";
const EXCHANGE_SETTINGS: &str = "\
[DEFAULT]
ConnectionType=acceptor
BeginString=FIX.4.4
HeartBtInt=30
StartTime=00:00:00
EndTime=00:00:00
SocketAcceptHost=10.0.0.2
SocketAcceptPort=9876
FileStorePath={store}
StoreSync=1000
[SESSION]
SenderCompID=EXCHANGE
TargetCompID=DESK
";

/// What is to be played.
#[derive(Debug)]
pub struct Script<'a> {
    /// Seed of everything random.
    pub seed: u64,
    /// Messages lost.
    pub gap: u64,
    /// Round trip of the wire.
    pub rtt_ns: u64,
    /// Capture file.
    pub pcap: &'a Path,
    /// FST file.
    pub waves: Option<&'a Path>,
}

/// What came of it.
#[derive(Debug)]
pub struct Outcome {
    /// The latency table.
    pub table: Table,
    /// Clocks from the last byte of the message that showed the gap to the last AXI beat of its MSG entry.
    pub detection_clocks: u64,
    /// Messages by verdict.
    pub verdicts: Vec<u64>,
    /// ExecutionReports the desk took.
    pub reports: u64,
    /// ExecutionReports twice or out of order.
    pub violations: u64,
    /// The desk's session.
    pub counters: Counters,
    /// The desk's order state.
    pub desk_book: Book,
    /// The exchange's.
    pub exchange_book: Book,
    /// Clocks of the core that were simulated.
    pub clocks: u64,
}

type DeskNic = Traced<VerilatedDevice, NicObserver>;
type DeskEngine = Engine<NicTransport<DeskNic>, Desk>;
type ExchangeEngine = Engine<LossyGateway<NicTransport<PlayedDevice<GoldenDevice>>>, Exchange>;

struct Scene {
    tape: Rc<RefCell<Tape>>,
    capture: Rc<RefCell<Capture>>,
    desk: DeskEngine,
    exchange: ExchangeEngine,
    to_desk: WirePath,
    to_exchange: WirePath,
    now_ns: u64,
    busy_until_ns: u64,
    buffer: Box<[u8; MAX_FRAME_BYTES]>,
    rng: ChaCha8Rng,
    fills_left: u64,
    next_fill_ns: u64,
    /// When the ResendRequest reached the exchange.
    request_arrived_ns: Option<u64>,
    /// Wall time that the exchange's engine took for the resend.
    resend_cpu_ns: u64,
    /// Wall time that was spent on playing the scene within the engine's calls.
    aside: Aside,
    /// Frames that began on the desk's wire, and writes of its NIC, until the gap is found among them.
    starts: Vec<FrameStart>,
    writes: Vec<Written>,
    detection_clocks: Option<u64>,
}

/// Plays the scene to its end.
pub fn play(script: &Script<'_>) -> Result<Outcome> {
    let store = tempfile::tempdir().context("cannot make a directory for the exchange's message store")?;
    let mut scene = Scene::new(script, store.path())?;
    scene.run()?;
    scene.outcome(script)
}

impl Scene {
    fn new(script: &Script<'_>, store: &Path) -> Result<Self> {
        let mut rng = ChaCha8Rng::seed_from_u64(script.seed);
        let tape = Rc::new(RefCell::new(Tape::new(START_NS)));
        let capture = Rc::new(RefCell::new(Capture::create(script.pcap)?));

        let observer = NicObserver::new(tape.clone(), Some(capture.clone()));
        let mut core = VerilatedDevice::new(script.seed, Stalls::SOME);
        core.record_writes();
        if let Some(path) = script.waves {
            core.record_waves(path)
                .with_context(|| format!("cannot write {}", path.display()))?;
        }
        let mut device = Traced::new(core, observer);
        device.advance(START_NS);
        let nic = Nic::open(device, NicConfig::default()).context("the Verilated NIC")?;
        let config = NicTransportConfig::new(DESK_ADDRESS, 24, None, rng.random());
        let transport = NicTransport::new(nic, config, START_NS);
        let orders = orders(&mut rng);
        let (settings, _) = Settings::parse(Path::new("desk.cfg"), DESK_SETTINGS)?;
        let desk = Engine::with_transport(&settings, transport, START_NS, |_| {
            Desk::new(tape.clone(), orders.clone())
        })?;

        let aside = Aside::default();
        let mut device = PlayedDevice::new(GoldenDevice::new(), &aside);
        device.advance(START_NS);
        let nic = Nic::open(device, NicConfig::default()).context("the exchange's NIC")?;
        let config = NicTransportConfig::new(EXCHANGE_ADDRESS, 24, None, rng.random());
        let first_lost = FIRST_FILL + FILLS_BEFORE + rng.random_range(0..20);
        let transport = LossyGateway::new(
            NicTransport::new(nic, config, START_NS),
            Framer::default(),
            first_lost..=first_lost + script.gap - 1,
            &aside,
        );
        let text = EXCHANGE_SETTINGS.replace("{store}", &store.display().to_string());
        let (settings, _) = Settings::parse(Path::new("exchange.cfg"), &text)?;
        let exchange = Engine::with_transport(&settings, transport, START_NS, |_| {
            Exchange::new(tape.clone(), &aside)
        })?;

        Ok(Scene {
            tape,
            capture,
            desk,
            exchange,
            to_desk: WirePath::new(script.rtt_ns / 2),
            to_exchange: WirePath::new(script.rtt_ns / 2),
            now_ns: START_NS,
            busy_until_ns: START_NS + RESET_NS,
            buffer: Box::new([0; MAX_FRAME_BYTES]),
            rng,
            fills_left: FILLS_BEFORE + 20 + script.gap + FILLS_AFTER,
            next_fill_ns: u64::MAX,
            request_arrived_ns: None,
            resend_cpu_ns: 0,
            aside,
            starts: Vec::new(),
            writes: Vec::new(),
            detection_clocks: None,
        })
    }

    fn run(&mut self) -> Result<()> {
        loop {
            self.step()?;
            if self.desk.is_stopped() {
                self.tape.borrow_mut().end_runs();
                return Ok(());
            }
            ensure!(
                self.now_ns - START_NS < LONGEST_NS,
                "the scene is not over after {} s of virtual time",
                LONGEST_NS / 1_000_000_000
            );
        }
    }

    /// One moment: frames arrive, both engines take their turn, frames leave; then time moves to what comes next.
    fn step(&mut self) -> Result<()> {
        let now_ns = self.now_ns;
        self.tape.borrow_mut().at(now_ns);
        while let Some(frame) = self.to_desk.receive(now_ns) {
            self.desk
                .transport_mut()
                .nic_mut()
                .device_mut()
                .deliver(&frame, true);
            self.busy_until_ns = now_ns + BUSY_NS;
        }
        while let Some(frame) = self.to_exchange.receive(now_ns) {
            self.exchange
                .transport_mut()
                .inner_mut()
                .nic_mut()
                .device_mut()
                .deliver(&frame, true);
            self.busy_until_ns = now_ns + BUSY_NS;
        }
        self.desk.poll(now_ns)?;
        self.note_detection();
        self.poll_exchange()?;
        self.fill()?;
        self.send_frames()?;
        self.finish();

        let mut next = u64::MAX;
        if self.busy_until_ns > now_ns {
            next = now_ns + STEP_NS;
        }
        for at in [
            self.to_desk.next_arrival_ns(),
            self.to_exchange.next_arrival_ns(),
            self.desk.poll_timeout(),
            self.exchange.poll_timeout(),
            Some(self.next_fill_ns),
        ] {
            next = next.min(at.unwrap_or(u64::MAX));
        }
        ensure!(
            next < u64::MAX,
            "nothing is left to happen, and the scene is not over"
        );
        self.now_ns = next.max(now_ns + STEP_NS);
        Ok(())
    }

    /// The exchange's turn. The wall time of a resend is what this engine, its store and its TCP take as the counterparty; the simulated
    /// card's is none of it.
    fn poll_exchange(&mut self) -> Result<()> {
        let before = self.exchange.session(0).counters().resent;
        let (began, aside) = (Instant::now(), self.aside.spent());
        self.exchange.poll(self.now_ns)?;
        let took = began.elapsed().saturating_sub(self.aside.spent() - aside);
        let took_ns = took.as_nanos() as u64;
        if self.exchange.session(0).counters().resent > before {
            self.resend_cpu_ns += took_ns;
            self.request_arrived_ns.get_or_insert(self.now_ns);
        }
        Ok(())
    }

    fn fill(&mut self) -> Result<()> {
        if self.next_fill_ns == u64::MAX && self.fills_left > 0 && self.exchange.app(0).book().len() == ORDERS
        {
            self.next_fill_ns = self.now_ns + FILL_INTERVAL_NS;
        }
        if self.next_fill_ns > self.now_ns {
            return Ok(());
        }
        self.next_fill_ns = self.now_ns + FILL_INTERVAL_NS;
        self.fills_left -= 1;
        let Some(body) = self.exchange.app_mut(0).fill(&mut self.rng) else {
            self.fills_left = 0;
            self.next_fill_ns = u64::MAX;
            return Ok(());
        };
        self.exchange
            .send(self.now_ns, 0, b"8", body.as_bytes())
            .context("the exchange cannot send")?;
        self.exchange.poll(self.now_ns)?;
        if self.fills_left == 0 {
            self.next_fill_ns = u64::MAX;
        }
        Ok(())
    }

    fn send_frames(&mut self) -> Result<()> {
        let device = self.desk.transport_mut().nic_mut().device_mut();
        while let Some(length) = device.take_sent(&mut self.buffer[..]) {
            let frame = &self.buffer[..length];
            self.capture.borrow_mut().sent(self.now_ns, frame)?;
            self.to_exchange.send(self.now_ns, frame);
            self.busy_until_ns = self.now_ns + BUSY_NS;
        }
        let device = self.exchange.transport_mut().inner_mut().nic_mut().device_mut();
        while let Some(length) = device.take_sent(&mut self.buffer[..]) {
            self.to_desk.send(self.now_ns, &self.buffer[..length]);
            self.busy_until_ns = self.now_ns + BUSY_NS;
        }
        Ok(())
    }

    /// Once all is filled and has arrived, the desk logs out.
    fn finish(&mut self) {
        let complete = self.fills_left == 0 && self.desk.app(0).book() == self.exchange.app(0).book();
        if complete && self.desk.session(0).is_logged_on() {
            let marks = self.desk.app(0).marks();
            if marks.closed_ns.is_some() {
                self.desk.stop(self.now_ns, "done for today");
            }
        }
    }

    /// Once the ring has shown the gap: from the last byte of its frame to the last beat of its MSG entry.
    fn note_detection(&mut self) {
        let traced = self.desk.transport_mut().nic_mut().device_mut();
        let gap = traced.observer().gap();
        let core = traced.device_mut();
        while let Some(start) = core.take_frame_start() {
            self.starts.push(start);
        }
        while let Some(written) = core.take_written() {
            self.writes.push(written);
        }
        if let (Some(gap), None) = (gap, self.detection_clocks) {
            let Some(start) = self.starts.iter().find(|start| start.ts_ns == gap.ts_ns) else {
                return;
            };
            let last_byte_clock = start.clock + u64::from(gap.length).div_ceil(8) - 1;
            let entry = self
                .writes
                .iter()
                .find(|w| w.first == EntryKind::Msg as u8 && w.clock > last_byte_clock);
            self.detection_clocks = entry.map(|w| w.clock - last_byte_clock);
        }
        // What is older than a frame's way through the NIC is of no more use.
        self.starts
            .retain(|start| self.now_ns.saturating_sub(start.ts_ns) < BUSY_NS);
        self.writes
            .retain(|written| core.clock().saturating_sub(written.clock) < BUSY_CLOCKS);
    }

    fn outcome(mut self, script: &Script<'_>) -> Result<Outcome> {
        let marks = self.desk.app(0).marks();
        let gap_ns = marks.gap_ns.context("no gap was seen")?;
        let arrived_ns = self
            .request_arrived_ns
            .context("no ResendRequest reached the exchange")?;
        let first_ns = marks.first_resent_ns.context("nothing was resent")?;
        let last_ns = marks
            .last_missing_ns
            .context("the last missing message never came")?;
        let detection_clocks = self.detection_clocks.context("the ring did not show the gap")?;
        let table = Table {
            rtt_ns: script.rtt_ns,
            rows: vec![
                Row {
                    component: "gap detection",
                    reference_ns: 1_000,
                    measured_ns: detection_clocks * u64::from(reg::CLOCK_PS.reset) / 1000,
                    how: "clocks of the core, last byte to entry in host memory",
                },
                Row {
                    component: "ResendRequest on its way (RTT/2)",
                    reference_ns: script.rtt_ns / 2,
                    measured_ns: arrived_ns - gap_ns,
                    how: "virtual time, both NICs and TCPs included",
                },
                Row {
                    component: "counterparty processing, log retrieval",
                    reference_ns: 500_000,
                    measured_ns: self.resend_cpu_ns,
                    how: "wall time of this engine and its store",
                },
                Row {
                    component: "resending the missing messages",
                    reference_ns: 100_000 * script.gap,
                    measured_ns: last_ns - first_ns,
                    how: "virtual time, first to last at the application",
                },
                Row {
                    component: "return of the last message (RTT/2)",
                    reference_ns: script.rtt_ns / 2,
                    measured_ns: first_ns - arrived_ns,
                    how: "virtual time, both NICs and TCPs included",
                },
            ],
        };
        let lost = self.exchange.transport_mut().lost();
        ensure!(
            lost == script.gap,
            "{lost} messages were lost, expected {}",
            script.gap
        );
        let traced = self.desk.transport_mut().nic_mut().device_mut();
        if let Some(error) = traced.observer().capture_error() {
            anyhow::bail!("the capture is incomplete: {error:#}");
        }
        let verdicts = traced.observer().verdicts().to_vec();
        let clocks = traced.device_mut().clock();
        self.tape.borrow_mut().say(Who::Desk, "over");
        let desk = self.desk.app(0);
        Ok(Outcome {
            table,
            detection_clocks,
            verdicts,
            reports: desk.reports(),
            violations: desk.violations(),
            counters: *self.desk.session(0).counters(),
            desk_book: desk.book().clone(),
            exchange_book: self.exchange.app(0).book().clone(),
            clocks,
        })
    }
}

/// Orders that the desk sends.
const ORDERS: usize = 4;

fn orders(rng: &mut impl Rng) -> Vec<(String, Order)> {
    const SYMBOLS: [&str; ORDERS] = ["FDAX", "FESX", "FGBL", "ODAX"];
    let order = |(i, symbol): (usize, &&str)| {
        let quantity = rng.random_range(350..=450);
        let side = 1 + (i as u8 & 1);
        (
            format!("O{}", i + 1),
            Order {
                symbol: (*symbol).to_owned(),
                side,
                quantity,
                ..Order::default()
            },
        )
    };
    SYMBOLS.iter().enumerate().map(order).collect()
}
