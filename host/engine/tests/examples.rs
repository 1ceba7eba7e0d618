//! The examples talk to each other over kernel TCP, each engine on a thread of its own.

#[allow(dead_code)]
#[path = "../examples/exchange.rs"]
mod exchange;
#[allow(dead_code)]
#[path = "../examples/order_state.rs"]
mod order_state;

use std::sync::atomic::Ordering;
use std::sync::Arc;

use fixnic::engine::{spawn, Engine};
use fixnic::session::codec::{Encoder, Header, MessageView};

use exchange::Exchange;
use order_state::{OrderState, Progress};

#[test]
fn the_desk_s_orders_of_one_leg_and_of_several_are_filled_by_the_exchange() {
    let exchange = spawn("exchange", || {
        Engine::new(&exchange::settings(0).unwrap(), |_| Exchange::default())
    })
    .unwrap();
    let port = exchange.listen_addresses()[0].port();
    let state = OrderState::default();
    let done = Arc::clone(&state.done);
    let desk = spawn("desk", move || {
        let mut state = Some(state);
        Engine::new(&order_state::settings(port).unwrap(), |_| state.take().unwrap())
    })
    .unwrap();
    while !done.load(Ordering::Acquire) {
        assert!(!desk.has_ended() && !exchange.has_ended());
        std::thread::yield_now();
    }
    let desk = desk.stop().unwrap();
    let exchange = exchange.stop().unwrap();
    assert_eq!(exchange[0].orders(), 3);
    let orders = &desk[0].orders;
    let all = |filled| Progress { filled, leaves: 0 };
    assert!(orders.values().all(|order| order.is_done()));
    assert_eq!((orders["single"].whole, orders["one"].whole), (all(100), all(1)));
    let spread = &orders["spread"];
    assert_eq!(spread.whole, all(7));
    let legs: Vec<(&str, Progress)> = spread.legs.iter().map(|(leg, p)| (leg.as_str(), *p)).collect();
    assert_eq!(legs, [("spread-JUN", all(7)), ("spread-MAR", all(7))]);
    assert!(orders["single"].legs.is_empty());
}

#[test]
fn a_report_that_comes_twice_counts_once() {
    let mut bytes = Vec::new();
    let header = Header {
        msg_type: b"8",
        msg_seq_num: 2,
        poss_dup: true,
        poss_resend: false,
        sending_time_ns: 0,
        orig_sending_time: None,
    };
    Encoder::new("FIX.4.4", &[(49, "EXCHANGE"), (56, "DESK")]).encode(&mut bytes, &header, |fields| {
        fields
            .text(11, "a")
            .text(17, "e1")
            .text(39, "1")
            .uint(14, 5)
            .uint(151, 5);
    });
    let report = MessageView::parse(&bytes).unwrap();
    let mut state = OrderState::default();
    assert!(state.apply(&report).is_some() && state.apply(&report).is_some());
    assert_eq!((state.repeated, state.orders["a"].whole.filled), (1, 5));
}

#[test]
fn an_engine_that_cannot_be_made_on_its_thread_says_why() {
    let held = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = held.local_addr().unwrap().port();
    let spawned = spawn("exchange", move || {
        Engine::new(&exchange::settings(port).unwrap(), |_| Exchange::default())
    });
    assert!(matches!(spawned, Err(fixnic::engine::EngineError::Transport(_))));
}
