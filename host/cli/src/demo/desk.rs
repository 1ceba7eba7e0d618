//! The trading desk: sends orders and builds their state from ExecutionReports, each of which must come once and in order.
use super::exchange::{Book, Order};
use super::tape::{Tape, Who};
use fixnic::app::{Application, Disposition, Event, MessageMeta, Outbox};
use fixnic::settings::SessionName;
use fixnic_session::codec::MessageView;
use std::{cell::RefCell, rc::Rc};

/// What the demo's figures are made of, in virtual nanoseconds.
#[derive(Debug, Default, Clone, Copy)]
pub struct Marks {
    /// The session found the gap.
    pub gap_ns: Option<u64>,
    /// The first resent message was handed to the application.
    pub first_resent_ns: Option<u64>,
    /// The last missing message was handed to the application.
    pub last_missing_ns: Option<u64>,
    /// The gap was closed and the queue released.
    pub closed_ns: Option<u64>,
}

/// The desk's application.
#[derive(Debug)]
pub struct Desk {
    tape: Rc<RefCell<Tape>>,
    orders: Vec<(String, Order)>,
    book: Book,
    next_exec_id: u64,
    violations: u64,
    missing: Option<(u64, u64)>,
    marks: Marks,
}

impl Desk {
    /// A desk that will send `orders`, by ClOrdID, when it is logged on.
    pub fn new(tape: Rc<RefCell<Tape>>, orders: Vec<(String, Order)>) -> Self {
        let book = orders.iter().cloned().collect();
        Desk {
            tape,
            orders,
            book,
            next_exec_id: 1,
            violations: 0,
            missing: None,
            marks: Marks::default(),
        }
    }

    /// The orders, as the desk knows them.
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// ExecutionReports taken.
    pub fn reports(&self) -> u64 {
        self.next_exec_id - 1
    }

    /// ExecutionReports that came twice or out of order.
    pub fn violations(&self) -> u64 {
        self.violations
    }

    /// Times of the recovery.
    pub fn marks(&self) -> Marks {
        self.marks
    }
}

impl Application for Desk {
    fn on_logon(&mut self, session: &SessionName, out: &mut Outbox) {
        self.tape
            .borrow_mut()
            .say(Who::Desk, format_args!("logged on as {session}"));
        for (id, order) in &self.orders {
            let body = format!(
                "11={id}\x0155={}\x0154={}\x0138={}\x0140=2\x0144=100.00\x01",
                order.symbol, order.side, order.quantity
            );
            // A session that has just come up has room for the demo's few orders.
            let _ = out.send(b"D", body.as_bytes());
        }
    }

    fn on_logout(&mut self, _session: &SessionName, reason: &str) {
        self.tape
            .borrow_mut()
            .say(Who::Desk, format_args!("logged out: {reason}"));
    }

    fn on_message(
        &mut self,
        message: &MessageView<'_>,
        meta: &MessageMeta,
        _out: &mut Outbox,
    ) -> Disposition {
        if message.msg_type() != b"8" {
            return Disposition::unsupported();
        }
        let mut tape = self.tape.borrow_mut();
        let now_ns = tape.now_ns();
        match self.missing {
            Some((first, last)) if (first..=last).contains(&meta.msg_seq_num) => {
                self.marks.first_resent_ns.get_or_insert(now_ns);
                if meta.msg_seq_num == last {
                    self.marks.last_missing_ns = Some(now_ns);
                }
            }
            _ => {}
        }
        let how = match (meta.queued, meta.poss_dup) {
            (true, _) => "ExecutionReport released from the queue",
            (false, true) => "ExecutionReport recovered (43=Y)",
            (false, false) => "ExecutionReport",
        };
        tape.say_of(Who::Desk, meta.msg_seq_num, how);

        let exec_id = message.uint(17).unwrap_or(0);
        if exec_id != self.next_exec_id {
            self.violations += 1;
            tape.say(
                Who::Desk,
                format_args!(
                    "VIOLATION: expected ExecID {}, found {exec_id}",
                    self.next_exec_id
                ),
            );
        }
        self.next_exec_id = exec_id + 1;
        if let Some(order) = message.text(11).and_then(|id| self.book.get_mut(id)) {
            order.reports += 1;
            if let (Ok(quantity), Some(price)) = (message.uint(32), message.text(31)) {
                order.filled += quantity;
                order.filled_value += quantity * price.replace('.', "").parse().unwrap_or(0);
            }
        }
        Disposition::Accepted
    }

    fn on_event(&mut self, _session: &SessionName, event: &Event) {
        let mut tape = self.tape.borrow_mut();
        let now_ns = tape.now_ns();
        match event {
            Event::GapOpened { expected, received } => {
                self.marks.gap_ns = Some(now_ns);
                self.missing = Some((*expected, received - 1));
                let count = received - expected;
                tape.say(
                    Who::Desk,
                    format_args!(
                        "gap: 34={expected}..{} missing ({count} messages); queueing",
                        received - 1
                    ),
                );
            }
            Event::ResendRequested { begin, end, .. } => {
                tape.say(Who::Desk, format_args!("ResendRequest 7={begin} 16={end}"));
            }
            Event::GapClosed { expected } => {
                self.marks.closed_ns = Some(now_ns);
                tape.say(
                    Who::Desk,
                    format_args!("gap closed, queue released; 34={expected} is next"),
                );
            }
            Event::ExpectedMoved { expected } => {
                tape.say(Who::Desk, format_args!("SET_EXPECTED {expected} to the NIC"));
            }
            Event::Disagreement {
                msg_seq_num,
                difference,
            } => {
                self.violations += 1;
                tape.say(
                    Who::Desk,
                    format_args!("DISAGREEMENT at 34={msg_seq_num}: {difference:?}"),
                );
            }
            _ => {}
        }
    }
}
