//! QuickFIX behind a TAP interface, our engine on the simulated NIC at the other end, and a relay between that swallows, repeats and
//! delays messages: the hardware flags the gaps, the session recovers them, and the two agree to the end.

use fixnic::engine::Engine;
use fixnic::nic::{NicTransport, NicTransportConfig};
use fixnic::settings::Settings;
use fixnic_driver::{Device, Nic, NicConfig, Tap, TapDevice, Wire};
use fixnic_sim::{GoldenDevice, Stalls, VerilatedDevice};
use fixnic_tests::command::{nic_counter, Fixnic};
use fixnic_tests::embedded::{OrderFlow, Running};
use fixnic_tests::namespace::{create_tap, in_own_namespace};
use fixnic_tests::quickfix::{self, QuickFix, Role, Store};
use fixnic_tests::relay::{Action, Direction, Relay, Rule};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

const REPORTS: u64 = 300;
/// Ports may be fixed: the namespace is the test's own.
const QUICKFIX_PORT: u16 = 5_001;
const NIC_PORT: u16 = 5_002;
const KERNEL_ADDRESS: &str = "10.77.0.1/24";

fn ids() -> Vec<String> {
    (1..=REPORTS).map(|id| id.to_string()).collect()
}

/// `fixnic run` as initiator TRADER on the NIC; QuickFIX is the acceptor EXCHANGE.
fn fixnic_recovers_what_quickfix_resends(options: &[&str]) {
    create_tap("tap0", KERNEL_ADDRESS);
    let directory = tempfile::tempdir().unwrap();
    let quickfix_settings = quickfix::settings(
        Role::Acceptor,
        QUICKFIX_PORT,
        "EXCHANGE",
        "TRADER",
        directory.path(),
    );
    let mut quickfix = QuickFix::start(
        Role::Acceptor,
        Store::Memory,
        &quickfix_settings,
        directory.path(),
    );
    let from_quickfix = |numbers, action| Rule::originals(Direction::FromTarget, numbers, action);
    let rules = vec![
        // A gap of 50, one of a single message, one message late; and resent messages that come twice.
        from_quickfix(40..=89, Action::Swallow),
        from_quickfix(150..=150, Action::Swallow),
        from_quickfix(200..=200, Action::Delay(5)),
        Rule {
            direction: Direction::FromTarget,
            msg_seq_num: 60..=70,
            poss_dup: Some(true),
            action: Action::Repeat(1),
            times: usize::MAX,
        },
    ];
    let target = ([127, 0, 0, 1], QUICKFIX_PORT).into();
    let relay = Relay::start("10.77.0.1:0".parse().unwrap(), target, rules).unwrap();

    let settings = directory.path().join("fixnic.cfg");
    let text = format!(
        "[SESSION]\nConnectionType=initiator\nSocketConnectHost=10.77.0.1\nSocketConnectPort={}\nReconnectInterval=1\n\
         Device=sim:tap0\nNicAddress=10.77.0.2/24\n\
         BeginString=FIX.4.4\nSenderCompID=TRADER\nTargetCompID=EXCHANGE\nHeartBtInt=30\nFileStorePath={}\n",
        relay.address().port(),
        directory.path().join("ours").display()
    );
    std::fs::write(&settings, text).unwrap();
    let command = ["run"].into_iter().chain(options.iter().copied());
    let mut fixnic = Fixnic::start(command.chain([settings.to_str().unwrap()]));
    fixnic.wait_for("logon");
    quickfix.wait_for("logon");
    // The first gap is closed before the next opens.
    let mut messages = Vec::new();
    for count in [140, REPORTS - 140] {
        quickfix.send(count);
        messages.extend(fixnic.messages(count as usize));
    }
    let exec_ids: Vec<_> = messages.iter().filter_map(|message| message.field(17)).collect();
    assert_eq!(exec_ids, ids(), "every ExecutionReport once and in order");
    let resent = messages.iter().filter(|message| message.poss_dup).count();
    assert!(resent >= 51, "the swallowed ones came as resends, {resent} did");
    relay.wait_until_seen(|seen| seen.direction == Direction::ToTarget && seen.text.contains("|7=40|"));

    let log = fixnic.stop();
    quickfix.wait_for("logout");
    println!("{log}");
    assert!(
        !log.contains("disagree"),
        "hardware and software agree to the end"
    );
    let counter = |name| nic_counter(&log, name);
    assert!(counter("verdict_gap") >= 52, "the hardware has flagged the gaps");
    assert!(
        counter("verdict_poss_dup_low") >= 11,
        "and the resent messages that came twice"
    );
    assert_eq!(counter("verdict_malformed") + counter("verdict_ambiguous"), 0);
    assert_eq!(counter("drop_fifo") + counter("drop_ring"), 0);
    let verified = messages.iter().filter(|message| message.verified).count();
    println!("{verified} of {REPORTS} messages verified by the NIC");
    assert!(verified > 250, "{verified} of {REPORTS} verified");
    quickfix.stop();
}

/// Our engine as acceptor EXCHANGE on the NIC; QuickFIX is the initiator TRADER and loses messages.
fn quickfix_gets_what_it_lost_from_our_store<D>(new_device: impl FnOnce() -> D + Send + 'static)
where
    D: Device + Wire + 'static,
{
    create_tap("tap0", KERNEL_ADDRESS);
    let directory = tempfile::tempdir().unwrap();
    let text = format!(
        "[SESSION]\nConnectionType=acceptor\nSocketAcceptPort={NIC_PORT}\nDevice=sim:tap0\nNicAddress=10.77.0.2/24\n\
         BeginString=FIX.4.4\nSenderCompID=EXCHANGE\nTargetCompID=TRADER\nFileStorePath={}\n",
        directory.path().join("ours").display()
    );
    let (settings, _) = Settings::parse(Path::new("acceptor.cfg"), &text).unwrap();
    let (app, _notices) = OrderFlow::new(REPORTS);
    let mut app = Some(app);
    let engine = Running::start(move || {
        let device = TapDevice::new(
            new_device(),
            Tap::open("tap0").expect("the TAP interface is there"),
        );
        let nic = Nic::open(device, NicConfig::default()).expect("the simulated NIC opens");
        let nic_settings = settings.nic.as_ref().expect("the settings name a NIC");
        let now_ns = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .expect("it is after 1970")
            .as_nanos() as u64;
        let transport = NicTransport::new(nic, NicTransportConfig::from_settings(nic_settings, 1), now_ns);
        Engine::with_transport(&settings, transport, now_ns, |_| app.take().expect("one session"))
    });
    let to_quickfix = |numbers, action| Rule::originals(Direction::FromTarget, numbers, action);
    let rules = vec![
        to_quickfix(20..=69, Action::Swallow),
        to_quickfix(120..=120, Action::Delay(3)),
    ];
    let target = ([10, 77, 0, 2], NIC_PORT).into();
    let relay = Relay::start("127.0.0.1:0".parse().unwrap(), target, rules).unwrap();
    let port = relay.address().port();
    let quickfix_settings = quickfix::settings(Role::Initiator, port, "TRADER", "EXCHANGE", directory.path());
    let mut quickfix = QuickFix::start(Role::Initiator, Store::File, &quickfix_settings, directory.path());

    let delivered = quickfix.wait_for_delivered(REPORTS as usize);
    let exec_ids: Vec<String> = delivered.iter().map(|message| message.exec_id.clone()).collect();
    assert_eq!(exec_ids, ids(), "every ExecutionReport once and in order");
    let resent = delivered.iter().filter(|message| message.poss_dup).count();
    assert!(resent >= 50, "the swallowed ones came as resends, {resent} did");
    relay.wait_until_seen(|seen| seen.direction == Direction::ToTarget && seen.msg_type == "2");

    let counters = engine.stop()[0];
    quickfix.wait_for("logout");
    assert!(counters.resent >= 50, "{counters:?}");
    assert_eq!(
        (counters.missing_from_store, counters.disagreements),
        (0, 0),
        "{counters:?}"
    );
    assert!(
        counters.tags_used > 0,
        "the ResendRequest came through the hardware: {counters:?}"
    );
    assert_eq!(
        quickfix.delivered().len(),
        REPORTS as usize,
        "nothing is delivered twice"
    );
}

#[test]
fn a_gap_from_quickfix_through_the_golden_nic() {
    in_own_namespace("a_gap_from_quickfix_through_the_golden_nic", || {
        fixnic_recovers_what_quickfix_resends(&["--model", "golden"]);
    });
}

#[test]
fn a_gap_at_quickfix_through_the_golden_nic() {
    in_own_namespace("a_gap_at_quickfix_through_the_golden_nic", || {
        quickfix_gets_what_it_lost_from_our_store(GoldenDevice::new);
    });
}

#[test]
fn a_gap_from_quickfix_through_the_verilated_nic() {
    in_own_namespace("a_gap_from_quickfix_through_the_verilated_nic", || {
        fixnic_recovers_what_quickfix_resends(&["--model", "verilated"]);
    });
}

#[test]
fn a_gap_at_quickfix_through_the_verilated_nic() {
    in_own_namespace("a_gap_at_quickfix_through_the_verilated_nic", || {
        quickfix_gets_what_it_lost_from_our_store(|| VerilatedDevice::new(1, Stalls::NONE));
    });
}
