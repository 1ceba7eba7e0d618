//! `fixnic run` with NicThreads=Y: each ring's sessions on a thread of their own, over a simulated card behind a TAP interface, with counterparties on kernel sockets and
//! a relay that loses messages of one session. What a thread ends with ends the command.

use fixnic::engine::Engine;
use fixnic::settings::Settings;
use fixnic_tests::command::{nic_counter, program, Fixnic, Printed};
use fixnic_tests::embedded::{wait_for_notice, Command as Order, Notice, OrderFlow, Running};
use fixnic_tests::namespace::{create_tap, in_own_namespace};
use fixnic_tests::relay::{Action, Direction, Relay, Rule};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::Receiver;

const KERNEL_ADDRESS: &str = "10.77.0.1/24";
const KERNEL_IP: &str = "10.77.0.1";
const NIC_IP: &str = "10.77.0.2";
/// ExecutionReports that each counterparty sends before the next ones.
const ROUND: u64 = 40;
/// Rounds after which a test is given up, in which the NIC has not verified a round's messages of each session: on a machine with less processors than threads a
/// session is armed when its thread and the owner have had their turns.
const ROUNDS_MAX: u64 = 100;
/// Messages of session A's that the relay loses once, in the midst of a round.
const LOST: u64 = 20;
/// Messages of that round before the lost ones.
const BEFORE_LOST: u64 = 9;
/// Ports may be fixed: the namespace is the test's own. The relay's stands before the first line's.
const RELAY_PORT: u16 = 5_000;
/// What a counterparty's session says of the desk's Logout.
const LOGOUT: &str = "LogoutReceived { text: \"the engine stops\" }";

/// A session of the desk's.
struct Line {
    name: &'static str,
    ring: u8,
    port: u16,
    /// The desk listens, and the counterparty connects.
    desk_listens: bool,
}

const fn line(name: &'static str, ring: u8, port: u16, desk_listens: bool) -> Line {
    Line {
        name,
        ring,
        port,
        desk_listens,
    }
}

/// Rings 1 and 2 with a session each way, and one on the owner's thread, the last.
const LINES: [Line; 5] = [
    line("A", 1, 5_001, false),
    line("B", 1, 6_001, true),
    line("C", 2, 5_002, false),
    line("D", 2, 6_002, true),
    line("E", 0, 5_003, false),
];

impl Line {
    /// As `fixnic` names the session.
    fn session(&self) -> String {
        format!("FIX.4.4:DESK{0}->VENUE{0}", self.name)
    }

    fn section(&self, sender: &str, target: &str, listens: bool, connect: (&str, u16)) -> String {
        let role = if listens {
            format!("ConnectionType=acceptor\nSocketAcceptPort={}", self.port)
        } else {
            format!(
                "ConnectionType=initiator\nSocketConnectHost={}\nSocketConnectPort={}",
                connect.0, connect.1
            )
        };
        let name = self.name;
        format!(
            "[SESSION]\nBeginString=FIX.4.4\nSenderCompID={sender}{name}\nTargetCompID={target}{name}\nHeartBtInt=30\n\
             ReconnectInterval=1\n{role}\n"
        )
    }

    /// The desk's section; `more` are further lines.
    fn desk(&self, more: &str) -> String {
        let port = if self.name == "A" { RELAY_PORT } else { self.port };
        let section = self.section("DESK", "VENUE", self.desk_listens, (KERNEL_IP, port));
        format!("{section}NicRing={}\n{more}\n", self.ring)
    }
}

/// A counterparty at work.
struct Venue {
    engine: Running,
    notices: Receiver<Notice>,
}

impl Venue {
    fn start(line: &Line) -> Venue {
        let text = line.section("VENUE", "DESK", !line.desk_listens, (NIC_IP, line.port));
        let (settings, _) = Settings::parse(Path::new("venue.cfg"), &text).unwrap();
        let (app, notices) = OrderFlow::new(0);
        let mut app = Some(app);
        let engine = Running::start(move || Engine::new(&settings, |_| app.take().expect("one session")));
        Venue { engine, notices }
    }

    /// The desk has said that it ends, and was answered.
    fn is_logged_out(&self) {
        wait_for_notice(
            &self.notices,
            |notice| matches!(notice, Notice::Event(event) if event == LOGOUT),
        );
        wait_for_notice(&self.notices, |notice| matches!(notice, Notice::Logout(_)));
    }
}

/// The desk, its counterparties, and the relay of session A.
struct Scene {
    fixnic: Fixnic,
    venues: Vec<Venue>,
    relay: Relay,
    directory: tempfile::TempDir,
}

impl Scene {
    /// All sessions are up. `more` are further lines for the sessions of ring 2, in which DIRECTORY stands for the scene's, and `by` makes the command that becomes `fixnic`.
    fn up(lines: &'static [Line], model: &str, more: &str, by: impl FnOnce(&Path) -> Command) -> Scene {
        create_tap("tap0", KERNEL_ADDRESS);
        let venues = lines.iter().map(Venue::start).collect();
        let target = ([10, 77, 0, 1], lines[0].port).into();
        let listen = format!("{KERNEL_IP}:{RELAY_PORT}").parse().unwrap();
        let relay = Relay::start(listen, target, vec![]).unwrap();
        let directory = tempfile::tempdir().unwrap();
        let store = directory.path().join("store");
        let logs = directory.path().join("log");
        let mut text = format!(
            "[DEFAULT]\nDevice=sim:tap0\nNicAddress={NIC_IP}/24\nNicThreads=Y\nStoreIncoming=Y\nFileStorePath={}\nFileLogPath={}\n",
            store.display(),
            logs.display()
        );
        for line in lines {
            let more = match line.ring {
                2 => more.replace("DIRECTORY", directory.path().to_str().unwrap()),
                _ => String::new(),
            };
            text += &line.desk(&more);
        }
        let settings = directory.path().join("desk.cfg");
        std::fs::write(&settings, text).unwrap();
        let mut command = by(directory.path());
        command.args(["run", "--model", model]).arg(&settings);
        let mut fixnic = Fixnic::start_by(&mut command);
        for _ in lines {
            fixnic.wait_for("logon");
        }
        Scene {
            fixnic,
            venues,
            relay,
            directory,
        }
    }

    fn send(&self, at: usize, first: u64, last: u64) {
        self.venues[at].engine.command(Order::Send { first, last });
    }

    /// The highest MsgSeqNum of session A's counterparty that the relay has seen.
    fn last_from_venue_a(&self) -> u64 {
        let seen = self.relay.seen();
        let from_venue = seen.iter().filter(|seen| seen.direction == Direction::FromTarget);
        from_venue.map(|seen| seen.msg_seq_num).max().expect("a Logon")
    }
}

/// ExecutionReports that the counterparties have sent, and what the desk's applications were given.
#[derive(Default)]
struct Reports {
    /// By each counterparty.
    sent: u64,
    /// By session.
    messages: BTreeMap<String, Vec<Printed>>,
}

impl Reports {
    /// Sends rounds until each session has `least` verified messages and the last message of session A's, the first line's, is one.
    fn round_until(&mut self, scene: &mut Scene, least: u64) {
        loop {
            assert!(
                self.sent < ROUNDS_MAX * ROUND,
                "of {} verified: {:?}",
                self.sent,
                self.verified()
            );
            let count = scene.venues.len();
            (0..count).for_each(|at| scene.send(at, self.sent + 1, self.sent + ROUND));
            self.sent += ROUND;
            for message in scene.fixnic.messages(count * ROUND as usize) {
                let session = message.session.clone();
                self.messages.entry(session).or_default().push(message);
            }
            let last = self.messages[&LINES[0].session()].last();
            let verified = self.verified();
            if verified.len() == count
                && verified.into_values().all(|count| count >= least)
                && last.is_some_and(|last| last.verified)
            {
                break;
            }
        }
    }

    /// How many messages the NIC has verified, by session.
    fn verified(&self) -> BTreeMap<String, u64> {
        let verified =
            |messages: &Vec<Printed>| messages.iter().filter(|message| message.verified).count() as u64;
        self.messages
            .iter()
            .map(|(session, messages)| (session.clone(), verified(messages)))
            .collect()
    }
}

/// What `fixnic journal` says of a session's store.
fn journal(directory: &Path, line: &Line, arguments: &[&str]) -> String {
    let path = directory.join(format!("store/FIX.4.4-DESK{0}-VENUE{0}.fixlog", line.name));
    let mut command = Command::new(program());
    let output = command.arg("journal").args(arguments).arg(path).output().unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {stderr}", line.name);
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn plain(_: &Path) -> Command {
    Command::new(program())
}

/// Each ring's sessions are up on its own thread, verified there; a loss on one ring is recovered and seen by nobody else; at the end every Logout leaves and is answered.
fn each_ring_has_a_thread(lines: &'static [Line], model: &str) {
    let mut scene = Scene::up(lines, model, "", plain);
    let threads = scene.fixnic.threads();
    // A thread that has just begun has the name of the one that began it.
    let rings: BTreeSet<&String> = threads.iter().filter(|name| name.starts_with("ring-")).collect();
    assert!(rings.into_iter().eq(["ring-1", "ring-2"]), "{threads:?}");
    let mut reports = Reports::default();
    // A is armed then, so that its next gap is the hardware's to flag.
    reports.round_until(&mut scene, 1);
    let most = reports.verified().into_values().max().unwrap_or(0);
    let first_lost = scene.last_from_venue_a() + 1 + BEFORE_LOST;
    let lost = first_lost..=first_lost + LOST - 1;
    let rule = Rule::originals(Direction::FromTarget, lost, Action::Swallow);
    scene.relay.add_rule(rule);
    reports.round_until(&mut scene, most + ROUND);
    let asked_for = format!("|7={first_lost}|");
    scene
        .relay
        .wait_until_seen(|seen| seen.direction == Direction::ToTarget && seen.text.contains(&asked_for));

    let Scene {
        fixnic,
        venues,
        relay,
        directory,
    } = scene;
    let log = fixnic.stop();
    println!("{log}");
    println!("of {} verified: {:?}", reports.sent, reports.verified());
    let Reports { sent, messages } = reports;
    let ids: Vec<String> = (1..=sent).map(|id| id.to_string()).collect();
    for line in lines {
        let messages = &messages[&line.session()];
        let exec_ids: Vec<_> = messages.iter().filter_map(|message| message.field(17)).collect();
        assert_eq!(exec_ids, ids, "{}: every report once and in order", line.name);
        let resent = messages.iter().filter(|message| message.poss_dup).count();
        let lost = if line.name == "A" { LOST as usize } else { 0 };
        assert!(
            resent >= lost && (resent > 0) == (lost > 0),
            "{}: {resent} resent",
            line.name
        );
    }
    for (line, venue) in lines.iter().zip(&venues) {
        println!("{}: its Logout", line.name);
        venue.is_logged_out();
    }
    let seen = relay.seen();
    let logouts = seen.iter().filter(|seen| seen.msg_type == "5");
    assert_eq!(logouts.count(), 2, "a Logout and its answer");
    assert!(
        !log.contains("disagree"),
        "hardware and software agree to the end"
    );
    assert!(
        nic_counter(&log, "verdict_gap") > 0,
        "the hardware has flagged the gap"
    );
    assert_eq!(nic_counter(&log, "drop_fifo") + nic_counter(&log, "drop_ring"), 0);
    for ring in [1, 2] {
        let counters = format!("offload ring={ring} counters=OffloadCounters");
        let line = log.lines().find(|line| line.contains(&counters));
        let line = line.unwrap_or_else(|| panic!("no {counters:?}"));
        assert!(line.contains("armed: ") && !line.contains("armed: 0,"), "{line}");
        assert!(log.contains(&format!("frames ring={ring} counters=FrameCounters")));
    }
    // Stores and text logs are whole, whichever thread wrote them.
    let last = format!("17={sent}|");
    for line in lines {
        journal(directory.path(), line, &["verify"]);
        let received = journal(
            directory.path(),
            line,
            &["show", "--messages", "--direction", "in"],
        );
        assert!(received.contains(&last), "{}: {received}", line.name);
        let path = format!("log/FIX.4.4-DESK{0}-VENUE{0}.messages.current.log", line.name);
        let text = std::fs::read_to_string(directory.path().join(path)).unwrap();
        let reports = text.matches("\x0135=8\x01").count() as u64;
        assert!(reports >= sent, "{}: {reports} reports in the log", line.name);
    }
}

#[test]
fn each_ring_has_a_thread_and_the_owner_no_session_on_the_golden_model() {
    in_own_namespace(
        "each_ring_has_a_thread_and_the_owner_no_session_on_the_golden_model",
        || {
            each_ring_has_a_thread(&LINES[..4], "golden");
        },
    );
}

#[test]
fn each_ring_has_a_thread_on_the_verilated_core() {
    in_own_namespace("each_ring_has_a_thread_on_the_verilated_core", || {
        each_ring_has_a_thread(&LINES, "verilated");
    });
}

/// The disk of ring 2's sessions is full, so that its engine fails: the others are logged out, and the command ends with that error.
#[test]
fn a_thread_that_fails_ends_the_command_with_its_error() {
    in_own_namespace("a_thread_that_fails_ends_the_command_with_its_error", || {
        let on_small_disk = |directory: &Path| {
            let small = directory.join("small");
            std::fs::create_dir(&small).unwrap();
            // In a mount namespace of the command's own, gone with it.
            let mut command = Command::new("unshare");
            let script = "mount -t tmpfs -o size=64k tmpfs \"$1\" && shift && exec \"$@\"";
            command.args(["--mount", "sh", "-c", script, "sh"]);
            command.arg(small).arg(program());
            command
        };
        let scene = Scene::up(&LINES, "golden", "FileStorePath=DIRECTORY/small", on_small_disk);
        let on_ring = |ring: u8| (0..LINES.len()).filter(move |at| LINES[*at].ring == ring);
        on_ring(2).for_each(|at| scene.send(at, 1, 1_000));
        let Scene { fixnic, venues, .. } = scene;
        let (code, log) = fixnic.end();
        assert_eq!(code, Some(1), "{log}");
        let error = log.lines().last().unwrap_or_default();
        assert!(
            error.starts_with("fixnic: the thread of RX ring 2: no session is left"),
            "{log}"
        );
        for at in on_ring(0).chain(on_ring(1)) {
            println!("{}: its Logout", LINES[at].name);
            venues[at].is_logged_out();
        }
    });
}
