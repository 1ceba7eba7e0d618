//! A desk that keeps the state of its orders, of one leg and of several, from ExecutionReports alone.
//!
//! `cargo run --example order_state -- 5001` sends a few orders to the example `exchange` and prints what becomes of them.
//!
//! Reports that come a second time change nothing: after a crash a message may be handed over again, flagged PossDup, and a
//! counterparty may say the same under another number, flagged PossResend. Their ExecID (17) tells.

use std::collections::{BTreeMap, HashSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::Arc;

use fixnic::app::{Application, Disposition, MessageMeta, Outbox};
use fixnic::engine::Engine;
use fixnic::session::codec::{FieldWriter, MessageView};
use fixnic::settings::{SessionName, Settings, SettingsBuilder, SettingsError};

/// How much of an order or of one of its legs is done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// CumQty (14).
    pub filled: u64,
    /// LeavesQty (151).
    pub leaves: u64,
}

/// One order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Order {
    /// OrdStatus (39): 0 new, 1 partially filled, 2 filled; a space before the first report.
    pub status: char,
    /// All of it.
    pub whole: Progress,
    /// Its legs by LegRefID (654).
    pub legs: BTreeMap<String, Progress>,
}

impl Order {
    /// Whether no more reports are to come.
    pub fn is_done(&self) -> bool {
        self.status == '2' && self.whole.leaves == 0
    }
}

/// The orders of one session.
#[derive(Debug, Default)]
pub struct OrderState {
    /// By ClOrdID (11).
    pub orders: BTreeMap<String, Order>,
    /// Reports that had been seen.
    pub repeated: u64,
    executions: HashSet<Vec<u8>>,
    /// Set once all orders are done.
    pub done: Arc<AtomicBool>,
}

impl OrderState {
    /// Sends an order; with `legs` of several.
    pub fn order(&mut self, out: &mut Outbox, cl_ord_id: &str, quantity: u64, legs: &[&str]) {
        let mut body = Vec::new();
        let mut fields = FieldWriter(&mut body);
        fields.text(11, cl_ord_id).text(54, "1").text(55, "ACME");
        if !legs.is_empty() {
            fields.uint(555, legs.len() as u64);
            for leg in legs {
                fields.text(600, leg).text(654, &format!("{cl_ord_id}-{leg}"));
            }
        }
        fields.uint(38, quantity).text(40, "2").text(44, "12.5");
        let msg_type: &[u8] = if legs.is_empty() { b"D" } else { b"AB" };
        match out.send(msg_type, &body) {
            Ok(_) => drop(self.orders.insert(cl_ord_id.to_owned(), Order::default())),
            Err(error) => tracing::warn!(%error, cl_ord_id, "not sent"),
        }
    }

    /// Applies a report. `None`: it lacks what a report must have.
    pub fn apply(&mut self, report: &MessageView<'_>) -> Option<()> {
        let exec_id = report.get(17)?;
        let progress = Progress {
            filled: report.uint(14).ok()?,
            leaves: report.uint(151).ok()?,
        };
        let status = report.text(39)?.chars().next()?;
        let order = self.orders.entry(report.text(11)?.to_owned()).or_default();
        if !self.executions.insert(exec_id.to_vec()) {
            self.repeated += 1;
            return Some(());
        }
        match report.text(654) {
            Some(leg) => drop(order.legs.insert(leg.to_owned(), progress)),
            None => {
                order.whole = progress;
                order.status = status;
            }
        }
        if self.orders.values().all(Order::is_done) {
            self.done.store(true, Ordering::Release);
        }
        Some(())
    }
}

impl Application for OrderState {
    fn on_logon(&mut self, _session: &SessionName, out: &mut Outbox) {
        if self.orders.is_empty() {
            self.order(out, "single", 100, &[]);
            self.order(out, "spread", 7, &["MAR", "JUN"]);
            self.order(out, "one", 1, &[]);
        }
    }

    fn on_message(
        &mut self,
        message: &MessageView<'_>,
        _meta: &MessageMeta,
        _out: &mut Outbox,
    ) -> Disposition {
        match message.msg_type() {
            b"8" => match self.apply(message) {
                Some(()) => Disposition::Accepted,
                None => Disposition::BusinessReject {
                    reason: fixnic::session::codec::BusinessRejectReason::ConditionallyRequiredFieldMissing,
                    text: "a report without 11, 14, 17, 39 or 151".to_owned(),
                },
            },
            _ => Disposition::unsupported(),
        }
    }

    /// An order that was not taken while we were away is not meant any more.
    fn is_stale(&mut self, stored: &MessageView<'_>) -> bool {
        matches!(stored.msg_type(), b"D" | b"AB")
    }
}

/// An initiator towards this port.
///
/// # Errors
/// As [`SettingsBuilder::build`].
pub fn settings(port: u16) -> Result<Settings, SettingsError> {
    let built = SettingsBuilder::new()
        .set("ConnectionType", "initiator")
        .set("HeartBtInt", 30)
        .session()
        .set("BeginString", "FIX.4.4")
        .set("SenderCompID", "DESK")
        .set("TargetCompID", "EXCHANGE")
        .set("SocketConnectHost", "127.0.0.1")
        .set("SocketConnectPort", port)
        .set("ReconnectInterval", 1)
        .build()?;
    Ok(built.0)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let port = std::env::args().nth(1).map_or(Ok(5001), |port| port.parse())?;
    let state = OrderState::default();
    let done = Arc::clone(&state.done);
    let mut state = Some(state);
    let mut engine = Engine::new(&settings(port)?, |_| state.take().unwrap_or_default())?;
    engine.run_until(&done)?;
    for (cl_ord_id, order) in &engine.app(0).orders {
        println!("{cl_ord_id}: {order:?}");
    }
    Ok(())
}
