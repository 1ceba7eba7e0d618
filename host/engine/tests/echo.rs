//! The conformance application.

use std::path::Path;

use fixnic::app::{Application, Disposition, MessageMeta, Outbox, Outgoing, SendError};
use fixnic::echo::Echo;
use fixnic::engine::Engine;
use fixnic::session::codec::{Encoder, Header, MessageView};
use fixnic::settings::{SessionName, Settings};
use fixnic::transport::KernelTransport;

fn message(msg_type: &[u8], body: &[u8]) -> Vec<u8> {
    let header = Header {
        msg_type,
        msg_seq_num: 7,
        poss_dup: false,
        poss_resend: false,
        sending_time_ns: 0,
        orig_sending_time: None,
    };
    let mut out = Vec::new();
    let identity = [
        (49, "TRADER"),
        (56, "EXCHANGE"),
        (50, "DESK"),
        (57, "BOOK"),
        (115, "FIRM"),
    ];
    Encoder::new("FIX.4.4", &identity).encode(&mut out, &header, |fields| {
        fields.raw(body);
    });
    out
}

fn meta(poss_resend: bool) -> MessageMeta {
    MessageMeta {
        msg_seq_num: 7,
        poss_dup: false,
        poss_resend,
        queued: false,
        verified: false,
        verdict: None,
        received_ns: 0,
    }
}

/// Stands in for a session: numbers what is sent.
#[derive(Default)]
struct Sent(u64);

impl Outgoing for Sent {
    fn send(&mut self, _msg_type: &[u8], _body: &[u8]) -> Result<u64, SendError> {
        self.0 += 1;
        Ok(self.0)
    }

    fn send_poss_resend(&mut self, msg_type: &[u8], body: &[u8]) -> Result<u64, SendError> {
        self.send(msg_type, body)
    }
}

/// What the application makes of a message, and how many messages it has sent by then.
fn hand_over(
    echo: &mut Echo,
    sent: &mut Sent,
    msg_type: &[u8],
    body: &[u8],
    poss_resend: bool,
) -> (Disposition, u64) {
    let bytes = message(msg_type, body);
    let view = MessageView::parse(&bytes).unwrap();
    let disposition = echo.on_message(&view, &meta(poss_resend), &mut Outbox::new(sent));
    (disposition, sent.0)
}

#[test]
fn orders_definitions_and_emails_are_echoed_and_nothing_else() {
    let (mut echo, mut out) = (Echo::default(), Sent::default());
    for (sent, msg_type) in (0..).zip([b"D", b"d", b"C"]) {
        let (disposition, count) = hand_over(&mut echo, &mut out, msg_type, b"58=text\x01", false);
        assert_eq!((disposition, count), (Disposition::Accepted, sent + 1));
    }
    for msg_type in [&b"8"[..], b"B", b"AE"] {
        let (disposition, count) = hand_over(&mut echo, &mut out, msg_type, b"58=text\x01", false);
        assert_eq!((disposition, count), (Disposition::unsupported(), 3));
    }
}

#[test]
fn a_poss_resend_of_an_order_seen_before_is_dropped_until_logout() {
    let (mut echo, mut out) = (Echo::default(), Sent::default());
    let mut order = |id: &str, poss_resend, echo: &mut Echo| {
        hand_over(
            echo,
            &mut out,
            b"D",
            format!("11={id}\x01").as_bytes(),
            poss_resend,
        )
        .1
    };
    assert_eq!(
        order("A", true, &mut echo),
        1,
        "never seen: an order like any other"
    );
    assert_eq!(order("A", true, &mut echo), 1);
    assert_eq!(
        order("A", false, &mut echo),
        2,
        "without PossResend it is a new order"
    );
    assert_eq!(order("B", true, &mut echo), 3);
    let name = SessionName {
        begin_string: "FIX.4.4".into(),
        sender_comp_id: "EXCHANGE".into(),
        target_comp_id: "TRADER".into(),
        qualifier: None,
    };
    echo.on_logout(&name, "logged out");
    assert_eq!(order("B", true, &mut echo), 4, "forgotten at logout");
}

/// Sends one order with the given body and keeps the body of what comes back.
struct Customer {
    body: Vec<u8>,
    echoed: Option<Vec<u8>>,
}

impl Application for Customer {
    fn on_logon(&mut self, _session: &SessionName, out: &mut Outbox) {
        out.send(b"D", &self.body).unwrap();
    }

    fn on_message(
        &mut self,
        message: &MessageView<'_>,
        _meta: &MessageMeta,
        _out: &mut Outbox,
    ) -> Disposition {
        self.echoed = Some(message.bytes().to_vec());
        Disposition::Accepted
    }
}

#[test]
fn an_echo_has_a_fresh_header_and_the_body_unchanged() {
    let start_ns = 1_700_000_000_000_000_000;
    let settings = |text: String| Settings::parse(Path::new("test.cfg"), &text).unwrap().0;
    let acceptor = settings(
        "[SESSION]\nConnectionType=acceptor\nSocketAcceptHost=127.0.0.1\nSocketAcceptPort=0\nBeginString=FIX.4.4\n\
         SenderCompID=EXCHANGE\nTargetCompID=TRADER\n"
            .into(),
    );
    let transport = KernelTransport::new(true).unwrap();
    let mut exchange = Engine::with_transport(&acceptor, transport, start_ns, |_| Echo::default()).unwrap();
    let port = exchange.listen_addresses().next().unwrap().port();
    let initiator = settings(format!(
        "[SESSION]\nConnectionType=initiator\nSocketConnectHost=127.0.0.1\nSocketConnectPort={port}\n\
         BeginString=FIX.4.4\nSenderCompID=TRADER\nTargetCompID=EXCHANGE\nHeartBtInt=30\n"
    ));
    // RawData that holds SOH and looks like a header; fields of other tags in no order.
    let body = b"11=ORDER\x0195=9\x0196=\x0134=99\x018\x01\x01999=x\x0158=text\x01";
    let transport = KernelTransport::new(true).unwrap();
    let customer = |_: &_| Customer {
        body: body.to_vec(),
        echoed: None,
    };
    let mut trader = Engine::with_transport(&initiator, transport, start_ns, customer).unwrap();
    for _ in 0..4000 {
        exchange.poll(start_ns).unwrap();
        trader.poll(start_ns).unwrap();
        if trader.app(0).echoed.is_some() {
            break;
        }
        trader
            .wait(start_ns, std::time::Duration::from_millis(5))
            .unwrap();
    }
    let echoed = trader.app(0).echoed.clone().expect("the order comes back");
    let view = MessageView::parse(&echoed).unwrap();
    assert_eq!(
        (view.sender_comp_id(), view.target_comp_id()),
        (Some(&b"EXCHANGE"[..]), Some(&b"TRADER"[..]))
    );
    assert_eq!((view.msg_type(), view.msg_seq_num()), (&b"D"[..], Some(2)));
    let trailer = echoed.len() - 7;
    assert!(
        echoed[..trailer].ends_with(body),
        "{}",
        String::from_utf8_lossy(&echoed)
    );
}
