//! An exchange that loses messages: at logon it sends 60 orders, and a relay in front of it swallows most of them once.
//!
//! `lossy-exchange SETTINGS LISTEN`: the acceptor of the settings file, on its own port; counterparties connect to LISTEN.
//! scripts/test-vfio has it at the far end of a card's wire.
#![forbid(unsafe_code)]

use fixnic::app::{Application, Disposition, MessageMeta, Outbox};
use fixnic::engine::Engine;
use fixnic::session::codec::MessageView;
use fixnic::settings::{SessionName, Settings};
use fixnic_tests::relay::{Action, Direction, Relay, Rule};
use std::error::Error;
use std::net::{Ipv4Addr, SocketAddr};
use std::ops::RangeInclusive;
use std::sync::atomic::AtomicBool;

/// Orders sent at logon; their MsgSeqNums are 2 to 61, behind the Logon's.
const ORDERS: usize = 60;
/// The gap: 50 messages, with some before and some after.
const SWALLOWED: RangeInclusive<u64> = 6..=55;

struct Burst;

impl Application for Burst {
    fn on_logon(&mut self, _session: &SessionName, out: &mut Outbox) {
        for number in 1..=ORDERS {
            let body =
                format!("11=ORDER-{number}\x0155=ACME\x0154=1\x0138=100\x0140=1\x0160=20260101-00:00:00\x01");
            out.send(b"D", body.as_bytes()).expect("room for sixty orders");
        }
    }

    fn on_message(
        &mut self,
        _message: &MessageView<'_>,
        _meta: &MessageMeta,
        _out: &mut Outbox,
    ) -> Disposition {
        Disposition::Accepted
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(path), Some(listen)) = (arguments.next(), arguments.next()) else {
        return Err("usage: lossy-exchange SETTINGS LISTEN".into());
    };
    let (settings, _) = Settings::load(&path)?;
    let mut engine = Engine::new(&settings, |_| Burst)?;
    let port = engine
        .listen_addresses()
        .next()
        .ok_or("the settings name no acceptor")?
        .port();
    let rule = Rule::originals(Direction::FromTarget, SWALLOWED, Action::Swallow);
    let target = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let _relay = Relay::start(listen.parse()?, target, vec![rule])?;
    engine.run_until(&AtomicBool::new(false))?;
    Ok(())
}
