//! FIX sessions over the simulated NIC: what the hardware says of a message and what the session does about it must fit, through gaps,
//! resets and ambiguous messages; and where the hardware lies, the session must notice and go on without it.

use fixnic::app::{Application, Disposition, Event, MessageMeta, Outbox};
use fixnic::engine::Engine;
use fixnic::nic::NicTransport;
use fixnic::session::codec::{Encoder, FieldWriter, Framer, Header, MessageView, Split};
use fixnic::settings::{SessionName, Settings};
use fixnic::transport::ConnectionId;
use fixnic_abi::counter::Counter;
use fixnic_driver::{Device, Wire};
use fixnic_sim::golden::Fault;
use fixnic_sim::{GoldenDevice, Stalls, VerilatedDevice};
use fixnic_tests::nic::{exchange, transport, tuple, START_NS};
use fixnic_tests::tcp_peer::TcpPeer;
use std::path::Path;

/// Virtual time between two polls, in nanoseconds.
const STEP_NS: u64 = 20_000;

const SETTINGS: &str = "\
[DEFAULT]
ConnectionType=acceptor
SocketAcceptPort=9876
Device=sim:tap0
NicAddress=10.0.0.1/24
[SESSION]
BeginString=FIX.4.4
SenderCompID=NIC
TargetCompID=PEER
";

/// Keeps what it is given.
#[derive(Debug, Default)]
struct Recorder {
    /// MsgSeqNum of each message, and whether the hardware vouched for it.
    messages: Vec<(u64, bool)>,
    disagreements: Vec<String>,
}

impl Application for Recorder {
    fn on_message(&mut self, _: &MessageView<'_>, meta: &MessageMeta, _: &mut Outbox) -> Disposition {
        self.messages.push((meta.msg_seq_num, meta.verified));
        Disposition::Accepted
    }

    fn on_event(&mut self, _: &SessionName, event: &Event) {
        if let Event::Disagreement { difference, .. } = event {
            self.disagreements.push(format!("{difference:?}"));
        }
    }
}

/// An acceptor on the NIC, and a counterparty that sends what the test says.
struct Bench<D: Device + Wire> {
    engine: Engine<NicTransport<D>, Recorder>,
    peer: TcpPeer,
    encoder: Encoder,
    now_ns: u64,
    /// What the counterparty has sent, and how much of the engine's answers was read.
    sent: u64,
    read: usize,
}

impl<D: Device + Wire> Bench<D> {
    fn logged_on(device: D) -> Self {
        let (settings, _) = Settings::parse(Path::new("test.cfg"), SETTINGS).expect("the settings are right");
        let engine =
            Engine::with_transport(&settings, transport(device, 7), START_NS, |_| Recorder::default())
                .expect("the engine starts");
        let mut bench = Self {
            engine,
            peer: TcpPeer::new(tuple(), 1_000_000),
            encoder: Encoder::new("FIX.4.4", &[(49, "PEER"), (56, "NIC")]),
            now_ns: START_NS,
            sent: 0,
            read: 0,
        };
        let syn = bench.peer.syn();
        bench.device().deliver(&syn, true);
        bench.turn();
        assert!(bench.peer.is_connected());
        bench.send(b"A", 1, false, |fields| {
            fields.uint(98, 0).uint(108, 30);
        });
        assert_eq!(bench.answers(), ["A"]);
        bench
    }

    fn device(&mut self) -> &mut D {
        self.engine.transport_mut().nic_mut().device_mut()
    }

    fn turn(&mut self) {
        for _ in 0..8 {
            self.now_ns += STEP_NS;
            self.engine.poll(self.now_ns).expect("the engine works");
            exchange(self.engine.transport_mut(), &mut self.peer);
        }
    }

    /// Sends one message in a segment of its own.
    fn send(&mut self, kind: &[u8], number: u64, poss_dup: bool, body: impl FnOnce(&mut FieldWriter<'_>)) {
        let time = self.encoder.timestamp(self.now_ns);
        let header = Header {
            msg_type: kind,
            msg_seq_num: number,
            poss_dup,
            poss_resend: false,
            sending_time_ns: self.now_ns,
            orig_sending_time: poss_dup.then_some(time.as_bytes()),
        };
        let mut message = Vec::new();
        self.encoder.encode(&mut message, &header, body);
        let frame = self.peer.segment(self.sent, &message);
        self.device().deliver(&frame, true);
        self.sent += message.len() as u64;
        self.turn();
    }

    fn report(&mut self, number: u64, poss_dup: bool) {
        self.send(b"8", number, poss_dup, |fields| {
            fields.uint(17, number).text(39, "0").text(150, "0");
        });
    }

    /// MsgTypes of what the engine has sent since the last call, and fields 7 and 16 of a ResendRequest.
    fn answers(&mut self) -> Vec<String> {
        let mut answers = Vec::new();
        while let Split::Message { len } = Framer::default().split(&self.peer.received()[self.read..]) {
            let bytes = &self.peer.received()[self.read..self.read + len];
            let view = MessageView::parse(bytes).expect("the engine sends messages");
            let mut text = String::from_utf8_lossy(view.msg_type()).into_owned();
            if text == "2" {
                let field = |tag| String::from_utf8_lossy(view.get(tag).unwrap_or_default()).into_owned();
                text = format!("2 {}-{}", field(7), field(16));
            }
            answers.push(text);
            self.read += len;
        }
        answers
    }

    fn count(&mut self, counter: Counter) -> u64 {
        let stats = self.engine.transport_mut().nic_mut().stats();
        stats.expect("the device is there").get(counter)
    }

    /// Numbers `from..=to` in a row must reach the application vouched for by the hardware.
    fn verified_reports(&mut self, from: u64, to: u64) {
        let in_sequence = self.count(Counter::VerdictInSequence);
        for number in from..=to {
            self.report(number, false);
            assert_eq!(self.engine.app(0).messages.last(), Some(&(number, true)));
        }
        assert_eq!(
            self.count(Counter::VerdictInSequence) - in_sequence,
            to - from + 1
        );
        assert!(self.engine.session(0).tags_trusted());
    }

    fn numbers(&self) -> Vec<u64> {
        self.engine
            .app(0)
            .messages
            .iter()
            .map(|(number, _)| *number)
            .collect()
    }

    fn disagreements(&self) -> u64 {
        self.engine.session(0).counters().disagreements
    }
}

fn gap<D: Device + Wire>(device: D) {
    let mut bench = Bench::logged_on(device);
    bench.verified_reports(2, 5);
    // 6 and 7 are missing.
    bench.report(8, false);
    bench.report(9, false);
    assert_eq!(bench.count(Counter::VerdictGap), 2);
    assert_eq!(bench.answers(), ["2 6-0"]);
    assert_eq!(
        bench.numbers(),
        [2, 3, 4, 5],
        "nothing behind the gap reaches the application"
    );
    bench.report(6, true);
    assert_eq!(bench.engine.app(0).messages.last(), Some(&(6, true)));
    bench.report(7, true);
    assert_eq!(bench.numbers(), [2, 3, 4, 5, 6, 7, 8, 9]);
    // The queue was released past what was resent: the hardware has been told.
    assert_eq!(bench.engine.transport().offload_counters().set_expected, 1);
    bench.report(8, true);
    bench.report(9, true);
    assert_eq!(bench.count(Counter::VerdictPossDupLow), 2);
    assert_eq!(bench.engine.session(0).counters().duplicates_dropped, 2);
    bench.verified_reports(10, 20);
    assert_eq!(bench.numbers(), (2..=20).collect::<Vec<_>>());
    assert_eq!(bench.disagreements(), 0);
    assert!(bench.engine.transport().is_offloaded(ConnectionId(1)));
}

#[test]
fn a_gap_is_seen_by_the_hardware_and_recovered_by_the_session() {
    gap(GoldenDevice::new());
    gap(VerilatedDevice::new(1, Stalls::NONE));
}

fn gap_fill<D: Device + Wire>(device: D) {
    let mut bench = Bench::logged_on(device);
    bench.verified_reports(2, 3);
    bench.send(b"4", 4, false, |fields| {
        fields.yes(123).uint(36, 50);
    });
    bench.verified_reports(50, 60);
    assert_eq!(bench.disagreements(), 0);
}

#[test]
fn a_gap_fill_moves_the_hardware() {
    gap_fill(GoldenDevice::new());
    gap_fill(VerilatedDevice::new(2, Stalls::NONE));
}

fn reset<D: Device + Wire>(device: D) {
    let mut bench = Bench::logged_on(device);
    bench.verified_reports(2, 3);
    bench.send(b"4", 1, false, |fields| {
        fields.uint(36, 1_000);
    });
    bench.verified_reports(1_000, 1_005);
    assert_eq!(bench.disagreements(), 0);
    // In session, by a Logon.
    bench.send(b"A", 1, false, |fields| {
        fields.uint(98, 0).uint(108, 30).yes(141);
    });
    bench.verified_reports(2, 6);
    assert_eq!(bench.disagreements(), 0);
}

#[test]
fn a_reset_leaves_hold_by_the_session_s_word() {
    reset(GoldenDevice::new());
    reset(VerilatedDevice::new(3, Stalls::NONE));
}

fn ambiguous<D: Device + Wire>(device: D) {
    let mut bench = Bench::logged_on(device);
    bench.verified_reports(2, 3);
    // Data that looks like fields: only a parser that knows data lengths can tell.
    bench.send(b"8", 4, false, |fields| {
        fields.uint(17, 4).data(95, 96, b"0123456789\x0143=Y\x0134=9\x01");
    });
    assert_eq!(bench.count(Counter::VerdictAmbiguous), 1);
    assert_eq!(bench.engine.app(0).messages.last(), Some(&(4, false)));
    bench.verified_reports(5, 10);
    assert_eq!(bench.disagreements(), 0);
}

#[test]
fn an_ambiguous_message_is_parsed_and_the_hardware_goes_on_after_it() {
    ambiguous(GoldenDevice::new());
    ambiguous(VerilatedDevice::new(4, Stalls::NONE));
}

#[test]
fn a_hardware_that_lies_is_found_out_and_done_without() {
    let mut bench = Bench::logged_on(GoldenDevice::new());
    bench.verified_reports(2, 5);
    bench.device().golden().set_fault(Some(Fault::GapUnseen));
    bench.report(8, false);
    let found = bench.engine.app(0).disagreements.clone();
    assert_eq!(found.len(), 1, "one event");
    assert!(found[0].contains("Verdict"), "{found:?}");
    assert_eq!(bench.disagreements(), 1);
    assert!(!bench.engine.session(0).tags_trusted());
    assert_eq!(bench.answers(), ["2 6-0"], "software has seen the gap");
    bench.report(6, true);
    bench.report(7, true);
    for number in 9..=12 {
        bench.report(number, false);
    }
    assert_eq!(
        bench.numbers(),
        (2..=12).collect::<Vec<_>>(),
        "nothing lost, nothing twice"
    );
    assert!(bench.engine.app(0).messages[4..]
        .iter()
        .all(|(_, verified)| !verified));
    assert_eq!(bench.disagreements(), 1, "tags are not looked at any more");
}
