//! Engines on threads of their own, and what other threads have to do with them.

use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use fixnic::app::{Application, Disposition, MessageMeta, Outbox, SendError};
use fixnic::echo::Echo;
use fixnic::engine::{spawn, Engine};
use fixnic::session::codec::MessageView;
use fixnic::settings::{SessionName, Settings, SettingsBuilder};
use fixnic::transport::{KernelTransport, Transport};

/// How long something may take before the test fails.
const PATIENCE: Duration = Duration::from_secs(60);
/// A wait that nobody outlasts.
const FOR_EVER: Duration = Duration::from_secs(1_000_000);

/// Sends what another thread hands over, and tells it the number.
struct Desk {
    orders: Receiver<String>,
    told: Sender<Result<u64, SendError>>,
    /// ClOrdID (11) and MsgSeqNum of what comes back; the Logon as an empty one.
    seen: Sender<(String, u64)>,
}

impl Application for Desk {
    fn on_logon(&mut self, _session: &SessionName, _out: &mut Outbox) {
        self.seen.send((String::new(), 1)).unwrap();
    }

    fn on_turn(&mut self, _session: &SessionName, out: &mut Outbox) {
        while let Ok(order) = self.orders.try_recv() {
            let told = out.send(b"D", format!("11={order}\x01").as_bytes());
            self.told.send(told).unwrap();
        }
    }

    fn on_message(
        &mut self,
        message: &MessageView<'_>,
        meta: &MessageMeta,
        _out: &mut Outbox,
    ) -> Disposition {
        let id = message.text(11).unwrap_or_default().to_owned();
        self.seen.send((id, meta.msg_seq_num)).unwrap();
        Disposition::Accepted
    }
}

fn settings(role: &str, port: u16) -> Settings {
    let (us, them) = match role {
        "acceptor" => ("EXCHANGE", "DESK"),
        _ => ("DESK", "EXCHANGE"),
    };
    SettingsBuilder::new()
        .session()
        .set("ConnectionType", role)
        .set("BeginString", "FIX.4.4")
        .set("SenderCompID", us)
        .set("TargetCompID", them)
        .set("HeartBtInt", 30)
        .set("SocketAcceptHost", "127.0.0.1")
        .set("SocketAcceptPort", port)
        .set("SocketConnectHost", "127.0.0.1")
        .set("SocketConnectPort", port.max(1))
        .build()
        .unwrap()
        .0
}

#[test]
fn a_waker_ends_the_wait_of_another_thread_under_way_or_next() {
    let (give, wakers) = mpsc::channel();
    let (done, is_done) = mpsc::channel();
    std::thread::spawn(move || {
        let mut transport = KernelTransport::new(true).unwrap();
        give.send(transport.waker().unwrap()).unwrap();
        for _ in 0..3 {
            transport.wait(FOR_EVER).unwrap();
            done.send(()).unwrap();
        }
    });
    let waker = wakers.recv().unwrap();
    for _ in 0..3 {
        waker.wake();
        is_done.recv_timeout(PATIENCE).expect("the wait ends");
    }
}

#[test]
fn another_thread_sends_through_a_running_engine_and_is_told_the_number() {
    let exchange = spawn("exchange", || {
        Engine::new(&settings("acceptor", 0), |_| Echo::default())
    })
    .unwrap();
    let port = exchange.listen_addresses()[0].port();
    let (order, orders) = mpsc::channel();
    let (told, is_told) = mpsc::channel();
    let (seen, is_seen) = mpsc::channel();
    let desk = spawn("desk", move || {
        let mut desk = Some(Desk { orders, told, seen });
        Engine::new(&settings("initiator", port), |_| desk.take().unwrap())
    })
    .unwrap();
    let next = || is_seen.recv_timeout(PATIENCE).expect("the counterparty answers");
    assert_eq!(next(), (String::new(), 1));
    for number in 2..20 {
        order.send(format!("order-{number}")).unwrap();
        desk.wake();
        assert_eq!(is_told.recv_timeout(PATIENCE), Ok(Ok(number)));
        assert_eq!(next(), (format!("order-{number}"), number), "echoed in order");
    }
    desk.stop().unwrap();
    exchange.stop().unwrap();
}
