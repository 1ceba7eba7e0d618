//! The exchange: acknowledges orders and fills them bit by bit.
use super::aside::Aside;
use super::tape::{Tape, Who};
use fixnic::app::{Application, Disposition, Event, MessageMeta, Outbox};
use fixnic::settings::SessionName;
use fixnic_session::codec::MessageView;
use rand::{Rng, RngCore};
use std::{cell::RefCell, collections::BTreeMap, fmt::Write, rc::Rc};

/// An order as either side sees it. Prices are in ticks of 0.01.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Order {
    /// Symbol (55).
    pub symbol: String,
    /// Side (54): 1 buys, 2 sells.
    pub side: u8,
    /// OrderQty (38).
    pub quantity: u64,
    /// CumQty (14).
    pub filled: u64,
    /// Sum of quantity times price over the fills.
    pub filled_value: u64,
    /// ExecutionReports that concern it.
    pub reports: u64,
}

/// Orders by ClOrdID (11).
pub type Book = BTreeMap<String, Order>;

/// The exchange's application.
#[derive(Debug)]
pub struct Exchange {
    tape: Rc<RefCell<Tape>>,
    aside: Aside,
    book: Book,
    reports: u64,
}

impl Exchange {
    /// An exchange without orders.
    pub fn new(tape: Rc<RefCell<Tape>>, aside: &Aside) -> Self {
        Exchange {
            tape,
            aside: aside.clone(),
            book: Book::new(),
            reports: 0,
        }
    }

    /// The orders, as the exchange knows them.
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// Fills a part of some order that is not complete yet, and returns the ExecutionReport's fields.
    pub fn fill(&mut self, rng: &mut dyn RngCore) -> Option<String> {
        let open: Vec<String> = self
            .book
            .iter()
            .filter(|(_, o)| o.filled < o.quantity)
            .map(|(id, _)| id.clone())
            .collect();
        let id = open.get(rng.random_range(0..open.len().max(1)))?;
        let order = self.book.get_mut(id)?;
        let quantity = rng.random_range(1..=10).min(order.quantity - order.filled);
        let price = rng.random_range(9_900..10_100);
        order.filled += quantity;
        order.filled_value += quantity * price;
        order.reports += 1;
        self.reports += 1;
        Some(report(self.reports, id, order, Some((quantity, price))))
    }
}

/// Fields of an ExecutionReport (35=8) after the standard header; `fill` is LastQty and LastPx.
fn report(exec_id: u64, id: &str, order: &Order, fill: Option<(u64, u64)>) -> String {
    let (exec_type, status) = match fill {
        None => ('0', '0'),
        Some(_) if order.filled == order.quantity => ('F', '2'),
        Some(_) => ('F', '1'),
    };
    let mut body = format!(
        "37=E{id}\x0111={id}\x0117={exec_id}\x01150={exec_type}\x0139={status}\x0155={}\x0154={}\x0138={}\x01",
        order.symbol, order.side, order.quantity
    );
    if let Some((quantity, price)) = fill {
        let _ = write!(body, "32={quantity}\x0131={}.{:02}\x01", price / 100, price % 100);
    }
    let average = order.filled_value.checked_div(order.filled).unwrap_or(0);
    let left = order.quantity - order.filled;
    let _ = write!(
        body,
        "151={left}\x0114={}\x016={}.{:02}\x01",
        order.filled,
        average / 100,
        average % 100
    );
    body
}

impl Application for Exchange {
    fn on_message(
        &mut self,
        message: &MessageView<'_>,
        _meta: &MessageMeta,
        out: &mut Outbox,
    ) -> Disposition {
        if message.msg_type() != b"D" {
            return Disposition::unsupported();
        }
        let text = |tag| message.text(tag).unwrap_or_default().to_owned();
        let order = Order {
            symbol: text(55),
            side: message.uint(54).unwrap_or(1) as u8,
            quantity: message.uint(38).unwrap_or(0),
            reports: 1,
            ..Order::default()
        };
        self.reports += 1;
        let body = report(self.reports, &text(11), &order, None);
        self.book.insert(text(11), order);
        // No room would mean that the desk does not read; the demo's few reports find some.
        let _ = out.send(b"8", body.as_bytes());
        Disposition::Accepted
    }

    fn on_event(&mut self, _session: &SessionName, event: &Event) {
        self.aside.of(|| {
            let mut tape = self.tape.borrow_mut();
            match event {
                Event::ResendStarted { begin, end } => {
                    tape.say(
                        Who::Exchange,
                        format_args!("ResendRequest arrived; resending 34={begin}..{end} with 43=Y"),
                    );
                }
                Event::ResendCompleted { resent, gap_filled } => {
                    tape.say(
                        Who::Exchange,
                        format_args!("resend complete: {resent} messages, {gap_filled} numbers gap-filled"),
                    );
                }
                _ => {}
            }
        });
    }
}
