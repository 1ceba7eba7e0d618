//! An exchange simulator: takes orders of one leg and of several, and fills each in two parts.
//!
//! `cargo run --example exchange -- 5001` listens for the desk of the example `order_state`.

use fixnic::app::{Application, Disposition, MessageMeta, Outbox};
use fixnic::engine::Engine;
use fixnic::session::codec::{FieldWriter, MessageView};
use fixnic::settings::{Settings, SettingsBuilder, SettingsError};

/// Tags of orders and reports (FIX 4.4 Vol. 4).
mod tag {
    pub const AVG_PX: u32 = 6;
    pub const CL_ORD_ID: u32 = 11;
    pub const CUM_QTY: u32 = 14;
    pub const EXEC_ID: u32 = 17;
    pub const LAST_PX: u32 = 31;
    pub const LAST_QTY: u32 = 32;
    pub const ORDER_ID: u32 = 37;
    pub const ORDER_QTY: u32 = 38;
    pub const ORD_STATUS: u32 = 39;
    pub const PRICE: u32 = 44;
    pub const SIDE: u32 = 54;
    pub const SYMBOL: u32 = 55;
    pub const EXEC_TYPE: u32 = 150;
    pub const LEAVES_QTY: u32 = 151;
    pub const MULTI_LEG_REPORTING_TYPE: u32 = 442;
    pub const LEG_SYMBOL: u32 = 600;
    pub const LEG_REF_ID: u32 = 654;
}

/// The exchange's side of one session.
#[derive(Debug, Default)]
pub struct Exchange {
    orders: u64,
    executions: u64,
    body: Vec<u8>,
}

/// What one report says.
struct Report<'a> {
    order_id: u64,
    cl_ord_id: &'a [u8],
    symbol: &'a [u8],
    side: &'a [u8],
    exec_type: &'a [u8],
    ord_status: &'a [u8],
    quantity: u64,
    filled: u64,
    last: u64,
    price: &'a [u8],
    /// LegRefID (654), when the report is about one leg.
    leg: Option<&'a [u8]>,
    multi_leg: bool,
}

impl Exchange {
    /// Orders taken so far.
    pub fn orders(&self) -> u64 {
        self.orders
    }

    fn report(&mut self, out: &mut Outbox, report: &Report<'_>) {
        self.executions += 1;
        self.body.clear();
        let mut fields = FieldWriter(&mut self.body);
        fields
            .uint(tag::ORDER_ID, report.order_id)
            .bytes(tag::CL_ORD_ID, report.cl_ord_id)
            .uint(tag::EXEC_ID, self.executions)
            .bytes(tag::EXEC_TYPE, report.exec_type)
            .bytes(tag::ORD_STATUS, report.ord_status)
            .bytes(tag::SYMBOL, report.symbol)
            .bytes(tag::SIDE, report.side)
            .uint(tag::LEAVES_QTY, report.quantity - report.filled)
            .uint(tag::CUM_QTY, report.filled)
            .bytes(tag::AVG_PX, report.price);
        if report.last > 0 {
            fields
                .uint(tag::LAST_QTY, report.last)
                .bytes(tag::LAST_PX, report.price);
        }
        if report.multi_leg {
            // 2: of one leg, 3: of the whole.
            let kind: &[u8] = if report.leg.is_some() { b"2" } else { b"3" };
            fields.bytes(tag::MULTI_LEG_REPORTING_TYPE, kind);
        }
        if let Some(leg) = report.leg {
            fields.bytes(tag::LEG_REF_ID, leg);
        }
        if let Err(error) = out.send(b"8", &self.body) {
            tracing::warn!(%error, "a report was dropped");
        }
    }

    /// New, half of it filled, all of it filled; each leg before the whole.
    fn take(&mut self, order: &MessageView<'_>, multi_leg: bool, out: &mut Outbox) -> Option<()> {
        let cl_ord_id = order.get(tag::CL_ORD_ID)?;
        let side = order.get(tag::SIDE)?;
        let symbol = order.get(tag::SYMBOL).unwrap_or(b"[N/A]");
        let price = order.get(tag::PRICE).unwrap_or(b"1");
        let quantity = order.uint(tag::ORDER_QTY).ok().filter(|quantity| *quantity > 0)?;
        let mut legs: Vec<(&[u8], &[u8])> = Vec::new();
        for field in order.fields().map_while(Result::ok) {
            match (field.tag, legs.last_mut()) {
                (tag::LEG_SYMBOL, _) => legs.push((field.value, b"")),
                (tag::LEG_REF_ID, Some(leg)) => leg.1 = field.value,
                _ => {}
            }
        }
        self.orders += 1;
        let mut report = Report {
            order_id: self.orders,
            cl_ord_id,
            symbol,
            side,
            exec_type: b"0",
            ord_status: b"0",
            quantity,
            filled: 0,
            last: 0,
            price,
            leg: None,
            multi_leg,
        };
        self.report(out, &report);
        report.exec_type = b"F";
        let half = quantity.div_ceil(2);
        for (filled, last) in [(half, half), (quantity, quantity - half)] {
            if last == 0 {
                continue;
            }
            report.filled = filled;
            report.last = last;
            report.ord_status = if filled == quantity { b"2" } else { b"1" };
            for (leg_symbol, leg) in &legs {
                self.report(
                    out,
                    &Report {
                        symbol: leg_symbol,
                        leg: Some(leg),
                        ..report
                    },
                );
            }
            self.report(out, &report);
        }
        Some(())
    }
}

impl Application for Exchange {
    fn on_message(
        &mut self,
        message: &MessageView<'_>,
        _meta: &MessageMeta,
        out: &mut Outbox,
    ) -> Disposition {
        let taken = match message.msg_type() {
            b"D" => self.take(message, false, out),
            b"AB" => self.take(message, true, out),
            _ => return Disposition::unsupported(),
        };
        match taken {
            Some(()) => Disposition::Accepted,
            None => Disposition::BusinessReject {
                reason: fixnic::session::codec::BusinessRejectReason::ConditionallyRequiredFieldMissing,
                text: "ClOrdID, Side and OrderQty are needed".to_owned(),
            },
        }
    }
}

/// An acceptor on this port; 0 lets the system choose.
///
/// # Errors
/// As [`SettingsBuilder::build`].
pub fn settings(port: u16) -> Result<Settings, SettingsError> {
    let built = SettingsBuilder::new()
        .set("ConnectionType", "acceptor")
        .set("SocketAcceptHost", "127.0.0.1")
        .set("SocketAcceptPort", port)
        .session()
        .set("BeginString", "FIX.4.4")
        .set("SenderCompID", "EXCHANGE")
        .set("TargetCompID", "DESK")
        .build()?;
    Ok(built.0)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let port = std::env::args().nth(1).map_or(Ok(5001), |port| port.parse())?;
    let mut engine = Engine::new(&settings(port)?, |_| Exchange::default())?;
    for address in engine.listen_addresses() {
        println!("listening on {address}");
    }
    engine.run_until(&std::sync::atomic::AtomicBool::new(false))?;
    Ok(())
}
