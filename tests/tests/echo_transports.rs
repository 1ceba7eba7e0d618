//! `fixnic serve --app echo` over the kernel's sockets and over a simulated NIC behind a TAP interface: a scripted conversation from a plain
//! TCP client gets the answers that the rules ask for, and over both transports the same bytes but for the times in them.

use std::collections::HashMap;
use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::time::Duration;

use fixnic_tests::command::{nic_counter, Fixnic};
use fixnic_tests::namespace::{create_tap, in_own_namespace};

/// Ports may be fixed: the namespace is the test's own.
const PORT: u16 = 5_001;
const KERNEL_SIDE: [u8; 4] = [127, 0, 0, 1];
const NIC_SIDE: [u8; 4] = [10, 77, 0, 2];
const TAP_ADDRESS: &str = "10.77.0.1/24";
/// How long an answer may take before the test fails.
const PATIENCE: Duration = Duration::from_secs(120);
const MASKED: &str = "*";

/// The fields that [`told`] tells of, in its order: who wants what of which numbers, and the body.
const TOLD: [&str; 17] = [
    "35", "34", "43", "97", "98", "108", "7", "16", "123", "36", "45", "372", "380", "112", "11", "55", "58",
];

/// What the client sends in one write, and the messages that it waits for before the next.
struct Step {
    bytes: Vec<u8>,
    /// Written in pieces of this size.
    piece_bytes: usize,
    answers: &'static [&'static str],
}

/// A message of the client's. Its SendingTime is the same in every conversation (CheckLatency is off).
fn message(msg_type: &str, number: u64, header: &str, body: &str) -> Vec<u8> {
    let fields =
        format!("35={msg_type}|49=TRADER|56=EXCHANGE|34={number}|{header}52=20260901-12:00:00.000|{body}")
            .replace('|', "\x01");
    let mut bytes = format!("8=FIX.4.4\x019={}\x01{fields}", fields.len()).into_bytes();
    let sum = check_sum(&bytes);
    bytes.extend_from_slice(format!("10={sum:03}\x01").as_bytes());
    bytes
}

fn check_sum(bytes: &[u8]) -> u8 {
    bytes.iter().fold(0, |sum, byte| sum.wrapping_add(*byte))
}

const POSS_DUP: &str = "43=Y|122=20260901-11:59:59.000|";
const POSS_RESEND: &str = "97=Y|";

fn order(number: u64, header: &str, cl_ord_id: &str) -> Vec<u8> {
    let body = format!("11={cl_ord_id}|55=EUR/USD|54=1|38=1000|40=1|60=20260901-12:00:00.000|");
    message("D", number, header, &body)
}

/// Replaces the first occurrence.
fn spoilt(message: Vec<u8>, from: &str, to: &str) -> Vec<u8> {
    let text = String::from_utf8(message).expect("it is ASCII");
    assert!(text.contains(from), "{text}");
    text.replacen(from, to, 1).into_bytes()
}

fn step(messages: &[Vec<u8>], answers: &'static [&'static str]) -> Step {
    Step {
        bytes: messages.concat(),
        piece_bytes: usize::MAX,
        answers,
    }
}

/// The conversation, with what FIX 4.4 volume 2 and the echo application's own rules demand as answers.
fn conversation() -> Vec<Step> {
    let mut steps = vec![
        step(
            &[message("A", 1, "", "98=0|108=3600|")],
            &["35=A 34=1 98=0 108=3600"],
        ),
        step(&[order(2, "", "one")], &["35=D 34=2 11=one 55=EUR/USD"]),
        // A PossResend of an order that is known is dropped, one of an order that is not is taken.
        step(
            &[order(3, POSS_RESEND, "one"), order(4, POSS_RESEND, "two")],
            &["35=D 34=3 11=two 55=EUR/USD"],
        ),
        step(
            &[message("8", 5, "", "37=1|17=1|150=0|39=0|")],
            &["35=j 34=4 45=5 372=8 380=3 58=Unsupported Message Type"],
        ),
        // 6 and 7 are missing; 8 waits for them.
        step(&[order(8, "", "five")], &["35=2 34=5 7=6 16=0"]),
        step(
            &[
                order(6, POSS_DUP, "three"),
                order(7, POSS_DUP, "four"),
                order(8, POSS_DUP, "five"),
            ],
            &[
                "35=D 34=6 11=three 55=EUR/USD",
                "35=D 34=7 11=four 55=EUR/USD",
                "35=D 34=8 11=five 55=EUR/USD",
            ],
        ),
        // All since the Logon once more, a gap fill in the place of the ResendRequest.
        step(
            &[message("2", 9, "", "7=1|16=0|")],
            &[
                "35=4 34=1 43=Y 123=Y 36=2",
                "35=D 34=2 43=Y 11=one 55=EUR/USD",
                "35=D 34=3 43=Y 11=two 55=EUR/USD",
                "35=j 34=4 43=Y 45=5 372=8 380=3 58=Unsupported Message Type",
                "35=4 34=5 43=Y 123=Y 36=6",
                "35=D 34=6 43=Y 11=three 55=EUR/USD",
                "35=D 34=7 43=Y 11=four 55=EUR/USD",
                "35=D 34=8 43=Y 11=five 55=EUR/USD",
            ],
        ),
        step(&[message("1", 10, "", "112=ping|")], &["35=0 34=9 112=ping"]),
        // Garbled messages use no number up: a wrong CheckSum, a BodyLength too short, and what is no message.
        step(
            &[
                spoilt(order(11, "", "six"), "11=six", "11=sex"),
                spoilt(order(11, "", "six"), "\x019=1", "\x019="),
                b"8=FIX.4.4\x01neither this\x01".to_vec(),
                order(11, "", "six"),
            ],
            &["35=D 34=10 11=six 55=EUR/USD"],
        ),
        step(
            &[
                message("4", 12, "", "123=Y|36=20|"),
                message("1", 20, "", "112=after|"),
            ],
            &["35=0 34=11 112=after"],
        ),
        // A number that was there already: dropped with PossDupFlag.
        step(
            &[order(2, POSS_DUP, "one"), order(21, "", "seven")],
            &["35=D 34=12 11=seven 55=EUR/USD"],
        ),
        step(&[message("5", 22, "", "")], &["35=5 34=13"]),
    ];
    // Whether a message comes whole or not makes no difference.
    steps[1].piece_bytes = 1;
    steps[5].piece_bytes = 100;
    steps[8].piece_bytes = 33;
    steps
}

/// The length of the message at the start of `bytes`, once it is whole.
fn message_len(bytes: &[u8]) -> Option<usize> {
    let end = bytes.windows(4).position(|window| window == b"\x0110=")?;
    let length = end + "|10=000|".len();
    (bytes.len() >= length).then_some(length)
}

/// The fields of a message that is well formed.
fn fields(message: &[u8]) -> Vec<(String, String)> {
    let text = std::str::from_utf8(message).expect("it is ASCII");
    let fields: Vec<_> = text
        .split_terminator('\x01')
        .map(|field| {
            field
                .split_once('=')
                .unwrap_or_else(|| panic!("{field:?} in {text:?}"))
        })
        .map(|(tag, value)| (tag.to_owned(), value.to_owned()))
        .collect();
    let begins: Vec<&str> = fields.iter().take(3).map(|(tag, _)| tag.as_str()).collect();
    assert_eq!(begins, ["8", "9", "35"], "{text:?}");
    let body_starts = text.find("\x0135=").expect("there is a MsgType") + 1;
    let body_ends = text.rfind("\x0110=").expect("there is a CheckSum") + 1;
    assert_eq!(fields[1].1, (body_ends - body_starts).to_string(), "{text:?}");
    let sum = format!("{:03}", check_sum(&message[..body_ends]));
    assert_eq!(fields.last().map(|(_, value)| value), Some(&sum), "{text:?}");
    fields
}

fn value<'a>(fields: &'a [(String, String)], tag: &str) -> Option<&'a str> {
    let field = fields.iter().find(|(found, _)| found == tag);
    field.map(|(_, value)| value.as_str())
}

/// What a message says.
fn told(message: &[u8]) -> String {
    let fields = fields(message);
    let said = TOLD
        .iter()
        .filter_map(|tag| value(&fields, tag).map(|value| format!("{tag}={value}")));
    said.collect::<Vec<_>>().join(" ")
}

/// The message without its times and the CheckSum, which depends on them.
fn masked(message: &[u8]) -> String {
    let fields = fields(message).into_iter().map(|(tag, value)| {
        let value = match tag.as_str() {
            "52" | "122" | "10" => MASKED.to_owned(),
            _ => value,
        };
        format!("{tag}={value}|")
    });
    fields.collect()
}

/// Holds the conversation, and returns what was answered, message by message, to the end of the connection.
fn converse(address: SocketAddr) -> Vec<Vec<u8>> {
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE).expect("fixnic accepts");
    stream.set_nodelay(true).expect("a socket option");
    stream.set_read_timeout(Some(PATIENCE)).expect("a socket option");
    let mut messages: Vec<Vec<u8>> = Vec::new();
    let mut buffer = Vec::new();
    for step in conversation() {
        for piece in step.bytes.chunks(step.piece_bytes) {
            stream.write_all(piece).expect("fixnic reads");
        }
        let before = messages.len();
        while messages.len() < before + step.answers.len() {
            let mut bytes = [0; 4_096];
            let read = stream.read(&mut bytes).unwrap_or_else(|error| {
                panic!(
                    "{error} in place of {:?}, after {:?}",
                    step.answers,
                    messages.last().map(|m| told(m))
                )
            });
            assert!(read > 0, "the connection ended in place of {:?}", step.answers);
            buffer.extend_from_slice(&bytes[..read]);
            while let Some(length) = message_len(&buffer) {
                messages.push(buffer.drain(..length).collect());
            }
        }
        let answered: Vec<String> = messages[before..].iter().map(|message| told(message)).collect();
        assert_eq!(answered, step.answers, "at {address}");
    }
    stream.shutdown(Shutdown::Write).expect("the connection is up");
    stream
        .read_to_end(&mut buffer)
        .expect("fixnic ends the connection");
    assert_eq!(String::from_utf8_lossy(&buffer), "", "after the Logout");
    messages
}

/// What is resent says when it was sent first, and is otherwise what was sent.
fn assert_resent_as_sent(messages: &[Vec<u8>]) {
    let mut sent_at = HashMap::new();
    for message in messages {
        let fields = fields(message);
        let number = value(&fields, "34").expect("a number").to_owned();
        let sending_time = value(&fields, "52").expect("a SendingTime").to_owned();
        if value(&fields, "43").is_none() {
            assert_eq!(value(&fields, "122"), None, "{}", masked(message));
            assert_eq!(sent_at.insert(number, sending_time), None, "{}", masked(message));
        } else if value(&fields, "35") != Some("4") {
            let orig_sending_time = value(&fields, "122");
            assert_eq!(
                orig_sending_time,
                sent_at.get(&number).map(String::as_str),
                "{}",
                masked(message)
            );
            assert!(orig_sending_time <= Some(sending_time.as_str()));
        }
    }
}

/// Serves the conversation with these options of the command and settings, and returns the answers and the command's log.
fn serve(name: &str, address: [u8; 4], options: &[&str], device: &str) -> (Vec<Vec<u8>>, String) {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join(format!("{name}.cfg"));
    let text = format!(
        "[SESSION]\nConnectionType=acceptor\nSocketAcceptPort={PORT}\n{device}BeginString=FIX.4.4\n\
         SenderCompID=EXCHANGE\nTargetCompID=TRADER\nCheckLatency=N\nFileStorePath={}\n",
        directory.path().join("store").display()
    );
    std::fs::write(&path, text).expect("the settings can be written");
    let path = path.to_str().expect("a path in UTF-8");
    let command = ["serve", path, "--app", "echo"].into_iter();
    let mut fixnic = Fixnic::start(command.chain(options.iter().copied()));
    fixnic.wait_for_log("listening");
    let messages = converse(SocketAddr::from((address, PORT)));
    (messages, fixnic.stop())
}

fn answers_are_those_over_kernel_sockets(model: &str) {
    create_tap("tap0", TAP_ADDRESS);
    let (kernel, _) = serve("kernel", KERNEL_SIDE, &[], "");
    let device = "Device=sim:tap0\nNicAddress=10.77.0.2/24\n";
    let (nic, log) = serve(model, NIC_SIDE, &["--model", model], device);
    assert!(
        nic_counter(&log, "verdict_gap") > 0,
        "it came through the NIC: {log}"
    );
    for messages in [&kernel, &nic] {
        assert_resent_as_sent(messages);
    }
    let text = |messages: &[Vec<u8>]| messages.iter().map(|message| masked(message)).collect::<Vec<_>>();
    assert_eq!(text(&nic), text(&kernel));
}

#[test]
fn echo_answers_over_the_golden_nic_as_over_kernel_sockets() {
    in_own_namespace("echo_answers_over_the_golden_nic_as_over_kernel_sockets", || {
        answers_are_those_over_kernel_sockets("golden");
    });
}

#[test]
fn echo_answers_over_the_verilated_nic_as_over_kernel_sockets() {
    in_own_namespace(
        "echo_answers_over_the_verilated_nic_as_over_kernel_sockets",
        || {
            answers_are_those_over_kernel_sockets("verilated");
        },
    );
}
