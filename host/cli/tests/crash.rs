//! `fixnic serve` killed at any moment, and with a disk that is full: what a counterparty sees, and what the store says.
//!
//! `make kill KILLS=1000` kills more often than a test run does; FIXNIC_KILL_SEED chooses other moments.

use std::io::{BufRead, BufReader, Read};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use fixnic::app::{Application, Disposition, Event, MessageMeta, Outbox};
use fixnic::engine::Engine;
use fixnic::session::codec::MessageView;
use fixnic::settings::{SessionName, Settings};
use fixnic::transport::KernelTransport;
use fixnic_store::{LogStore, SyncPolicy};

const SECOND_NS: u64 = 1_000_000_000;
/// How often the engine is killed unless FIXNIC_KILLS says otherwise.
const KILLS: u64 = 10;
const ORDERS_PER_LIFE: u64 = 40;
/// What chooses the moments unless FIXNIC_KILL_SEED says otherwise.
const SEED: u64 = 0x0dd5_eed5;
/// Turns of the loop before a test gives up; each waits up to [`TURN`].
const TURNS: usize = 20_000;
const TURN: Duration = Duration::from_millis(2);

/// A port that was free a moment ago.
fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}

/// Settings of the exchange below `directory`, and its store's log.
fn exchange(directory: &Path, port: u16) -> (PathBuf, PathBuf) {
    let path = directory.join("exchange.cfg");
    let text = format!(
        "[SESSION]\nConnectionType=acceptor\nSocketAcceptHost=127.0.0.1\nSocketAcceptPort={port}\nBeginString=FIX.4.4\n\
         SenderCompID=EXCHANGE\nTargetCompID=TRADER\nFileStorePath={}\n",
        directory.join("store").display()
    );
    std::fs::write(&path, text).unwrap();
    (path, directory.join("store/FIX.4.4-EXCHANGE-TRADER.fixlog"))
}

/// Keeps what came back, and why we ever logged out.
#[derive(Debug, Default)]
struct Trader {
    echoes: Vec<(String, u64)>,
    logouts_sent: Vec<String>,
}

impl Application for Trader {
    fn on_message(
        &mut self,
        message: &MessageView<'_>,
        meta: &MessageMeta,
        _out: &mut Outbox,
    ) -> Disposition {
        self.echoes
            .push((message.text(11).unwrap_or("-").to_owned(), meta.msg_seq_num));
        Disposition::Accepted
    }

    fn on_event(&mut self, _session: &SessionName, event: &Event) {
        if let Event::LogoutSent { text } = event {
            self.logouts_sent.push(text.clone());
        }
    }
}

/// A trader within the test, on a clock that may be put forward.
struct Client {
    engine: Engine<KernelTransport, Trader>,
    ahead_ns: u64,
    orders: u64,
}

impl Client {
    fn new(port: u16) -> Client {
        let text = format!(
            "[SESSION]\nConnectionType=initiator\nSocketConnectHost=127.0.0.1\nSocketConnectPort={port}\n\
             ReconnectInterval=1\nBeginString=FIX.4.4\nSenderCompID=TRADER\nTargetCompID=EXCHANGE\nHeartBtInt=60\n"
        );
        let (settings, _) = Settings::parse(Path::new("trader.cfg"), &text).unwrap();
        let transport = KernelTransport::new(true).unwrap();
        let engine =
            Engine::with_transport(&settings, transport, system_time_ns(), |_| Trader::default()).unwrap();
        Client {
            engine,
            ahead_ns: 0,
            orders: 0,
        }
    }

    fn now_ns(&self) -> u64 {
        system_time_ns() + self.ahead_ns
    }

    /// Polls until `done`.
    fn run_until(&mut self, what: &str, mut done: impl FnMut(&mut Client) -> bool) {
        for _ in 0..TURNS {
            let now_ns = self.now_ns();
            self.engine.poll(now_ns).unwrap();
            if done(self) {
                return;
            }
            self.engine.wait(now_ns, TURN).unwrap();
        }
        panic!(
            "{what} does not come: {:?}, {:?}",
            self.engine.session(0).phase(),
            self.engine.app(0)
        );
    }

    fn is_up(&self) -> bool {
        self.engine.session(0).is_logged_on()
    }

    fn send_order(&mut self) {
        let body = format!("11={}\x01", self.orders + 1);
        self.engine.send(self.now_ns(), 0, b"D", body.as_bytes()).unwrap();
        self.orders += 1;
    }

    /// Waits until the connection is lost, and puts the clock forward to where it is made again.
    fn lose_connection(&mut self) {
        self.run_until("the end of the connection", |client| !client.is_up());
        self.ahead_ns = SECOND_NS;
    }

    /// Waits for the Logon, and puts the clock right again: else it would be ahead by a second more after each lost connection, and
    /// in the end by more than MaxLatency.
    fn log_on(&mut self) {
        self.run_until("the Logon", |client| client.is_up());
        self.ahead_ns = 0;
    }
}

fn system_time_ns() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_nanos() as u64
}

fn serve(settings: &Path) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("fixnic"));
    command.arg("serve").arg(settings).args(["--app", "echo"]);
    command
}

/// Starts the exchange and waits until it listens.
fn start(mut command: Command) -> (Child, impl BufRead) {
    let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
    let mut log = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    while !line.contains("listening") {
        line.clear();
        assert!(
            log.read_line(&mut line).unwrap() > 0,
            "the exchange ended before it listened"
        );
    }
    (child, log)
}

/// A number from the environment.
fn setting(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok()?;
    Some(
        text.parse()
            .unwrap_or_else(|_| panic!("{name}={text}: expected a whole number")),
    )
}

/// SplitMix64: enough for choosing moments.
fn random(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[test]
fn an_engine_killed_at_any_moment_uses_no_number_twice_and_loses_no_order() {
    let kills = setting("FIXNIC_KILLS").unwrap_or(KILLS);
    let mut seed = setting("FIXNIC_KILL_SEED").unwrap_or(SEED);
    println!("FIXNIC_KILLS={kills} FIXNIC_KILL_SEED={seed}");
    let directory = tempfile::tempdir().unwrap();
    let port = free_port();
    let (settings, log) = exchange(directory.path(), port);
    let mut client = Client::new(port);
    for _ in 0..kills {
        let (mut child, _log) = start(serve(&settings));
        client.log_on();
        // Orders one by one, and the kill somewhere among them, when so many of their echoes at least are there.
        let kill_after = random(&mut seed) % ORDERS_PER_LIFE;
        let echoed = client.engine.app(0).echoes.len() as u64 + random(&mut seed) % (kill_after + 1);
        for order in 0..ORDERS_PER_LIFE {
            if order == kill_after {
                client.run_until("an echo", |client| {
                    client.engine.app(0).echoes.len() as u64 >= echoed
                });
                child.kill().unwrap();
            }
            if client.is_up() {
                client.send_order();
            }
            let now_ns = client.now_ns();
            client.engine.poll(now_ns).unwrap();
        }
        child.wait().unwrap();
        client.lose_connection();
    }
    let (mut child, _log) = start(serve(&settings));
    client.log_on();
    client.run_until("every echo", |client| {
        client.engine.app(0).echoes.len() as u64 >= client.orders
    });
    let app = client.engine.app(0);
    let expected: Vec<String> = (1..=client.orders).map(|order| order.to_string()).collect();
    let echoed: Vec<String> = app.echoes.iter().map(|(order, _)| order.clone()).collect();
    assert_eq!(echoed, expected, "every order was echoed once and in order");
    assert!(
        app.echoes.windows(2).all(|pair| pair[0].1 < pair[1].1),
        "numbers rise: {:?}",
        app.echoes
    );
    // A number used twice would have been too low at its second use, and answered by a Logout.
    assert_eq!(app.logouts_sent, Vec::<String>::new());
    child.kill().unwrap();
    child.wait().unwrap();
    let store = LogStore::open(&log, SyncPolicy::EveryBatch, 1).unwrap();
    assert!(store.next_outgoing() > app.echoes.last().unwrap().1);
    println!("{kills} kills, {} orders, each echoed once", client.orders);
}

#[test]
fn a_full_disk_ends_the_session_and_nothing_unstored_was_sent() {
    let directory = tempfile::tempdir().unwrap();
    let port = free_port();
    let (settings, log) = exchange(directory.path(), port);
    let plain = serve(&settings);
    // Files may not grow past 40 blocks of 512 bytes; with SIGXFSZ ignored a write there fails, as on a full disk.
    let mut limited = Command::new("sh");
    limited
        .arg("-c")
        .arg("trap '' XFSZ; ulimit -f 40; exec \"$@\"")
        .arg("sh");
    limited.arg(plain.get_program()).args(plain.get_args());
    let (mut child, mut stderr) = start(limited);
    let mut client = Client::new(port);
    client.run_until("the Logon", |client| client.is_up());
    client.run_until("the full disk", |client| {
        // One at a time, so that the disk fills step by step.
        if client.is_up() && client.engine.app(0).echoes.len() as u64 == client.orders {
            client.send_order();
        }
        !client.is_up()
    });
    let mut text = String::new();
    stderr.read_to_string(&mut text).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(1), "{text}");
    assert!(text.contains("cannot append at byte"), "{text}");
    assert!(text.contains("nothing was acknowledged"), "{text}");
    assert!(text.contains("no session is left"), "{text}");

    let mut store = LogStore::open(&log, SyncPolicy::EveryBatch, 1).unwrap();
    let echoes = &client.engine.app(0).echoes;
    assert!(
        echoes.len() > 10,
        "the disk was full too soon to show anything: {echoes:?}"
    );
    let mut stored = Vec::new();
    for (order, number) in echoes {
        assert!(
            store.read_outgoing(*number, &mut stored).unwrap(),
            "{number} was sent and not stored"
        );
        assert!(String::from_utf8_lossy(&stored).contains(&format!("\x0111={order}\x01")));
    }
}
