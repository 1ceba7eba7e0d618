//! Engines over kernel sockets on the loopback. Sockets are real; time is the test's own.

use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::time::Duration;

use fixnic::app::{Application, Disposition, MessageMeta, Outbox};
use fixnic::echo::Echo;
use fixnic::engine::{Engine, EngineError};
use fixnic::session::codec::MessageView;
use fixnic::session::SendError;
use fixnic::settings::{SessionName, Settings};
use fixnic::transport::KernelTransport;

const START_NS: u64 = 1_700_000_000_000_000_000;
const SECOND_NS: u64 = 1_000_000_000;
/// Turns of a loop before a test gives up; each waits up to [`TURN`] for a socket.
const TURNS: usize = 4000;
const TURN: Duration = Duration::from_millis(5);

/// Keeps what it is told.
#[derive(Debug, Default)]
struct Recorder {
    received: Vec<(String, u64)>,
    logons: usize,
    logouts: Vec<String>,
}

impl Application for Recorder {
    fn on_logon(&mut self, _session: &SessionName, _out: &mut Outbox) {
        self.logons += 1;
    }

    fn on_logout(&mut self, _session: &SessionName, reason: &str) {
        self.logouts.push(reason.to_owned());
    }

    fn on_message(
        &mut self,
        message: &MessageView<'_>,
        meta: &MessageMeta,
        _out: &mut Outbox,
    ) -> Disposition {
        self.received
            .push((message.text(11).unwrap_or("-").to_owned(), meta.msg_seq_num));
        Disposition::Accepted
    }
}

type EchoEngine = Engine<KernelTransport, Echo>;
type RecordingEngine = Engine<KernelTransport, Recorder>;

fn settings(text: &str) -> Settings {
    Settings::parse(Path::new("test.cfg"), text).unwrap().0
}

fn acceptor(counterparties: &[&str], more: &str) -> EchoEngine {
    let mut text = format!(
        "[DEFAULT]\nConnectionType=acceptor\nSocketAcceptHost=127.0.0.1\nSocketAcceptPort=0\nSenderCompID=EXCHANGE\n\
         BeginString=FIX.4.4\n{more}"
    );
    for counterparty in counterparties {
        text.push_str(&format!("[SESSION]\nTargetCompID={counterparty}\n"));
    }
    Engine::with_transport(
        &settings(&text),
        KernelTransport::new(true).unwrap(),
        START_NS,
        |_| Echo::default(),
    )
    .unwrap()
}

fn address_of(engine: &EchoEngine) -> SocketAddr {
    let addresses: Vec<SocketAddr> = engine.listen_addresses().collect();
    assert_eq!(addresses.len(), 1, "sessions of one address share a listener");
    addresses[0]
}

fn initiator(name: &str, address: SocketAddr, more: &str) -> RecordingEngine {
    let text = format!(
        "[DEFAULT]\nConnectionType=initiator\nSocketConnectHost={}\nSocketConnectPort={}\nSenderCompID={name}\n\
         TargetCompID=EXCHANGE\nBeginString=FIX.4.4\nHeartBtInt=30\nReconnectInterval=5\n{more}[SESSION]\n",
        address.ip(),
        address.port()
    );
    Engine::with_transport(
        &settings(&text),
        KernelTransport::new(true).unwrap(),
        START_NS,
        |_| Recorder::default(),
    )
    .unwrap()
}

/// Polls both engines at `now_ns` until `done`.
fn run_both(
    acceptor: &mut EchoEngine,
    initiator: &mut RecordingEngine,
    now_ns: u64,
    mut done: impl FnMut(&mut EchoEngine, &mut RecordingEngine) -> bool,
) {
    for _ in 0..TURNS {
        acceptor.poll(now_ns).unwrap();
        initiator.poll(now_ns).unwrap();
        if done(acceptor, initiator) {
            return;
        }
        // Either may have something: one waits, the other is looked at with the next turn.
        initiator.wait(now_ns, TURN).unwrap();
    }
    panic!(
        "not done; initiator: {:?}, acceptor: {:?}",
        initiator.session(0).phase(),
        acceptor.session(0).phase()
    );
}

/// A client of the test's own, byte for byte.
struct Client(TcpStream);

impl Client {
    fn connect(address: SocketAddr) -> Client {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_nonblocking(true).unwrap();
        Client(stream)
    }

    fn send(&mut self, bytes: &[u8]) {
        self.0.write_all(bytes).unwrap();
    }

    /// Polls the engine until the connection ends; what it said until then.
    fn read_to_end(&mut self, engine: &mut EchoEngine, now_ns: u64) -> Vec<u8> {
        let mut received = Vec::new();
        for _ in 0..TURNS {
            engine.poll(now_ns).unwrap();
            let mut chunk = [0; 4096];
            match self.0.read(&mut chunk) {
                Ok(0) => return received,
                Ok(n) => received.extend_from_slice(&chunk[..n]),
                Err(error) if error.kind() == ErrorKind::WouldBlock => engine.wait(now_ns, TURN).unwrap(),
                Err(error) if error.kind() == ErrorKind::ConnectionReset => return received,
                Err(error) => panic!("{error}"),
            }
        }
        panic!(
            "the engine does not close the connection; it said {:?}",
            String::from_utf8_lossy(&received)
        );
    }
}

fn message(msg_type: &str, sender: &str, target: &str, rest: &str) -> Vec<u8> {
    numbered_message(msg_type, sender, target, 1, rest)
}

fn numbered_message(msg_type: &str, sender: &str, target: &str, number: u64, rest: &str) -> Vec<u8> {
    let body = format!(
        "35={msg_type}\x0149={sender}\x0156={target}\x0134={number}\x0152=20231114-22:13:20\x01{}",
        rest.replace('|', "\x01")
    );
    let mut bytes = format!("8=FIX.4.4\x019={}\x01{body}", body.len()).into_bytes();
    let sum = bytes.iter().fold(0_u8, |sum, b| sum.wrapping_add(*b));
    bytes.extend(format!("10={sum:03}\x01").bytes());
    bytes
}

fn logon(sender: &str, target: &str) -> Vec<u8> {
    message("A", sender, target, "98=0|108=30|")
}

#[test]
fn logon_orders_echoed_in_order_and_an_orderly_logout() {
    let mut exchange = acceptor(&["TRADER"], "");
    let mut trader = initiator("TRADER", address_of(&exchange), "");
    assert!(matches!(
        trader.send(START_NS, 0, b"D", b"11=0\x01"),
        Err(SendError::NotLoggedOn { .. })
    ));
    run_both(&mut exchange, &mut trader, START_NS, |_, trader| {
        trader.app(0).logons == 1
    });

    let mut numbers = Vec::new();
    for order in 0..500 {
        numbers.push(
            trader
                .send(START_NS, 0, b"D", format!("11={order}\x01").as_bytes())
                .unwrap(),
        );
    }
    assert_eq!(numbers, (2..502).collect::<Vec<u64>>());
    run_both(&mut exchange, &mut trader, START_NS, |_, trader| {
        trader.app(0).received.len() >= 500
    });
    let expected: Vec<(String, u64)> = (0..500).map(|order| (order.to_string(), order + 2)).collect();
    assert_eq!(trader.app(0).received, expected);

    trader.stop(START_NS, "done for today");
    run_both(&mut exchange, &mut trader, START_NS, |exchange, trader| {
        trader.is_stopped() && !exchange.session(0).is_logged_on()
    });
    assert_eq!(trader.app(0).logouts, ["logged out"]);
}

#[test]
fn sessions_on_one_port_are_told_apart_by_their_logon() {
    let mut exchange = acceptor(&["ALPHA", "BETA"], "");
    let address = address_of(&exchange);
    let mut beta = initiator("BETA", address, "");
    run_both(&mut exchange, &mut beta, START_NS, |_, beta| {
        beta.app(0).logons == 1
    });
    assert!(!exchange.session(0).is_logged_on());
    assert!(exchange.session(1).is_logged_on());
    let mut alpha = initiator("ALPHA", address, "");
    run_both(&mut exchange, &mut alpha, START_NS, |exchange, alpha| {
        alpha.app(0).logons == 1 && exchange.session(0).is_logged_on() && exchange.session(1).is_logged_on()
    });
}

#[test]
fn a_logon_that_names_no_free_session_is_closed_without_an_answer() {
    let mut exchange = acceptor(&["TRADER"], "");
    let address = address_of(&exchange);
    for first_bytes in [
        logon("NOBODY", "EXCHANGE"),
        logon("TRADER", "ELSEWHERE"),
        message("D", "TRADER", "EXCHANGE", "11=1|"),
        b"GET / HTTP/1.1\r\n\r\n".to_vec(),
        b"8=FIX.4.4\x019=999999\x01".to_vec(),
    ] {
        let mut client = Client::connect(address);
        client.send(&first_bytes);
        assert_eq!(
            client.read_to_end(&mut exchange, START_NS),
            b"",
            "{}",
            String::from_utf8_lossy(&first_bytes)
        );
    }
    let mut trader = initiator("TRADER", address, "");
    run_both(&mut exchange, &mut trader, START_NS, |_, trader| {
        trader.app(0).logons == 1
    });
    let numbers = |engine: &EchoEngine| {
        (
            engine.session(0).next_outgoing(),
            engine.session(0).expected_incoming(),
        )
    };
    let before = numbers(&exchange);
    let mut second = Client::connect(address);
    second.send(&logon("TRADER", "EXCHANGE"));
    assert_eq!(second.read_to_end(&mut exchange, START_NS), b"");
    assert_eq!(numbers(&exchange), before, "a second Logon consumes no number");
    assert!(exchange.session(0).is_logged_on());
}

#[test]
fn a_connection_that_stops_in_its_logon_is_closed_in_time_and_delays_nobody() {
    let mut exchange = acceptor(&["TRADER", "STALLED"], "LogonTimeout=10\n");
    let address = address_of(&exchange);
    let mut silent = Client::connect(address);
    let mut stalled = Client::connect(address);
    let bytes = logon("STALLED", "EXCHANGE");
    stalled.send(&bytes[..bytes.len() / 2]);
    let mut trader = initiator("TRADER", address, "");
    run_both(&mut exchange, &mut trader, START_NS, |_, trader| {
        trader.app(0).logons == 1
    });
    assert_eq!(silent.read_to_end(&mut exchange, START_NS + 10 * SECOND_NS), b"");
    assert_eq!(stalled.read_to_end(&mut exchange, START_NS + 10 * SECOND_NS), b"");
    assert!(exchange.session(0).is_logged_on());
}

#[test]
fn an_initiator_comes_back_after_reconnect_interval() {
    // A port where nobody listens.
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mut trader = initiator("TRADER", address, "");
    for _ in 0..TURNS {
        trader.poll(START_NS).unwrap();
        if trader.poll_timeout() == Some(START_NS + 5 * SECOND_NS) {
            break;
        }
        trader.wait(START_NS, TURN).unwrap();
    }
    assert_eq!(
        trader.poll_timeout(),
        Some(START_NS + 5 * SECOND_NS),
        "refused, and to be tried again"
    );
    let text = format!(
        "[SESSION]\nConnectionType=acceptor\nSocketAcceptHost=127.0.0.1\nSocketAcceptPort={}\nSenderCompID=EXCHANGE\n\
         TargetCompID=TRADER\nBeginString=FIX.4.4\n",
        address.port()
    );
    let transport = KernelTransport::new(true).unwrap();
    let mut exchange =
        Engine::with_transport(&settings(&text), transport, START_NS, |_| Echo::default()).unwrap();
    trader.poll(START_NS + 4 * SECOND_NS).unwrap();
    assert_eq!(trader.poll_timeout(), Some(START_NS + 5 * SECOND_NS));
    run_both(
        &mut exchange,
        &mut trader,
        START_NS + 5 * SECOND_NS,
        |_, trader| trader.app(0).logons == 1,
    );
}

#[test]
fn a_restarted_acceptor_goes_on_with_its_numbers_and_refuses_used_ones() {
    let directory = tempfile::tempdir().unwrap();
    let store = format!("FileStorePath={}\n", directory.path().display());
    let mut exchange = acceptor(&["TRADER"], &store);
    let mut trader = initiator("TRADER", address_of(&exchange), "");
    run_both(&mut exchange, &mut trader, START_NS, |_, trader| {
        trader.app(0).logons == 1
    });
    trader.send(START_NS, 0, b"D", b"11=first\x01").unwrap();
    run_both(&mut exchange, &mut trader, START_NS, |_, trader| {
        trader.app(0).received.len() == 1
    });

    // The exchange's process ends without a word, and another takes over its store.
    drop(exchange);
    for _ in 0..TURNS {
        trader.poll(START_NS).unwrap();
        if trader.app(0).logouts.len() == 1 {
            break;
        }
        trader.wait(START_NS, TURN).unwrap();
    }
    let mut exchange = acceptor(&["TRADER"], &store);
    assert_eq!(
        (
            exchange.session(0).next_outgoing(),
            exchange.session(0).expected_incoming()
        ),
        (3, 3)
    );
    // It listens elsewhere, so the trader starts anew too, from memory: its numbers begin at 1, which is too low.
    let mut amnesic = initiator("TRADER", address_of(&exchange), "");
    run_both(&mut exchange, &mut amnesic, START_NS, |_, amnesic| {
        amnesic.session(0).counters().messages_in > 0 && !amnesic.session(0).is_logged_on()
    });
    assert_eq!(
        amnesic.app(0).logons,
        0,
        "a Logon with a number used before is refused"
    );
}

#[test]
fn a_busy_port_and_a_held_store_are_clear_errors() {
    let directory = tempfile::tempdir().unwrap();
    let exchange = acceptor(
        &["TRADER"],
        &format!("FileStorePath={}\n", directory.path().display()),
    );
    let port = address_of(&exchange).port();
    let text = |port: u16, path: &str| {
        settings(&format!(
            "[SESSION]\nConnectionType=acceptor\nSocketAcceptHost=127.0.0.1\nSocketAcceptPort={port}\n\
             SenderCompID=EXCHANGE\nTargetCompID=TRADER\nBeginString=FIX.4.4\nFileStorePath={path}\n"
        ))
    };
    let other = directory.path().join("other");
    let error = Engine::new(&text(port, other.to_str().unwrap()), |_| Echo::default()).unwrap_err();
    assert!(matches!(error, EngineError::Transport(_)), "{error}");
    assert!(
        error
            .to_string()
            .contains("the port is busy: stop the program that holds it"),
        "{error}"
    );
    let error = Engine::new(&text(0, directory.path().to_str().unwrap()), |_| Echo::default()).unwrap_err();
    assert!(error.to_string().contains("held by another process"), "{error}");
}

#[test]
fn a_counterparty_that_floods_and_reads_nothing_is_held_back_and_delays_nobody() {
    let mut exchange = acceptor(&["TRADER", "FLOODER"], "");
    let address = address_of(&exchange);
    let mut flooder = Client::connect(address);
    flooder.send(&logon("FLOODER", "EXCHANGE"));
    let mut trader = initiator("TRADER", address, "");
    run_both(&mut exchange, &mut trader, START_NS, |exchange, trader| {
        trader.app(0).logons == 1 && exchange.session(1).is_logged_on()
    });

    // Emails of 32 KiB, echoed into the flooder's face, until nobody takes more of them.
    let text = "x".repeat(32 * 1024);
    let mut number = 1;
    let mut unsent = Vec::new();
    let mut refused = 0;
    for _ in 0..TURNS {
        if unsent.is_empty() {
            number += 1;
            unsent = numbered_message("C", "FLOODER", "EXCHANGE", number, &format!("58={text}|"));
        }
        match flooder.0.write(&unsent) {
            Ok(n) => {
                unsent.drain(..n);
                refused = 0;
            }
            Err(error) if error.kind() == ErrorKind::WouldBlock => refused += 1,
            Err(error) => panic!("{error}"),
        }
        exchange.poll(START_NS).unwrap();
        if refused > 100 {
            break;
        }
    }
    assert!(
        refused > 100,
        "the engine goes on taking what it cannot answer, {number} messages so far"
    );
    let taken = number * text.len() as u64;
    assert!(
        taken < 64 << 20,
        "{taken} bytes were taken before the flooder was held back"
    );

    trader.send(START_NS, 0, b"D", b"11=order\x01").unwrap();
    run_both(&mut exchange, &mut trader, START_NS, |_, trader| {
        trader.app(0).received.len() == 1
    });

    // Once it reads again, every answer comes, and the session goes on.
    let mut received = 0;
    let mut chunk = vec![0; 1 << 20];
    for _ in 0..100 * TURNS {
        exchange.poll(START_NS).unwrap();
        match flooder.0.read(&mut chunk) {
            Ok(0) => panic!("the flooder was disconnected"),
            Ok(n) => received += n as u64,
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            Err(error) => panic!("{error}"),
        }
        let whole = number - 1 - u64::from(!unsent.is_empty());
        if received > whole * text.len() as u64 {
            return;
        }
    }
    panic!("only {received} bytes of the answers came");
}

#[test]
fn a_counterparty_that_stops_in_mid_message_delays_nobody() {
    let mut exchange = acceptor(&["TRADER", "STALLER"], "");
    let address = address_of(&exchange);
    let mut staller = Client::connect(address);
    staller.send(&logon("STALLER", "EXCHANGE"));
    let mut trader = initiator("TRADER", address, "");
    run_both(&mut exchange, &mut trader, START_NS, |exchange, trader| {
        trader.app(0).logons == 1 && exchange.session(1).is_logged_on()
    });
    let message = numbered_message("D", "STALLER", "EXCHANGE", 2, "11=half|");
    staller.send(&message[..message.len() / 2]);
    for order in 0..100 {
        let body = format!("11={order}\x01");
        trader.send(START_NS, 0, b"D", body.as_bytes()).unwrap();
    }
    run_both(&mut exchange, &mut trader, START_NS, |_, trader| {
        trader.app(0).received.len() == 100
    });
    assert!(exchange.session(1).is_logged_on(), "it has its time");
    // Then it is asked, and given up; what the session had is kept.
    for at_ns in [37, 74].map(|second| START_NS + second * SECOND_NS) {
        for _ in 0..100 {
            exchange.poll(at_ns).unwrap();
        }
    }
    let rest = staller.read_to_end(&mut exchange, START_NS + 77 * SECOND_NS);
    assert!(String::from_utf8_lossy(&rest).contains("No answer to the TestRequest"));
    assert_eq!(exchange.session(1).expected_incoming(), 2);
}
