//! What must hold whatever happens, apart from what happens.
//!
//! * Each application has every message that its counterparty's journal holds, once and in order; a repetition comes only after a
//!   crash of the application's own process, and flagged PossDup.
//! * No number is used for two messages: what was delivered under a number is what the sender's journal has under it.
//! * The receiver's journal holds what was delivered, and every message that the sender's holds reached it.
//! * A message is accepted, and then lost, only if its process died before it was durable: then it never left.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::Plan;

/// What one application was handed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivered {
    /// MsgSeqNum (34).
    pub number: u64,
    /// ClOrdID (11).
    pub id: String,
    /// PossDupFlag (43).
    pub poss_dup: bool,
    /// The NIC vouched for it.
    pub verified: bool,
    /// Lives of the process before this one.
    pub life: u64,
}

/// What one side's log holds at the end: application messages by number, with their ClOrdIDs.
#[derive(Debug, Clone, Default)]
pub struct JournalOf {
    /// Ours.
    pub outgoing: BTreeMap<u64, String>,
    /// The counterparty's, as received, in that order.
    pub incoming: Vec<(u64, String)>,
}

/// What both applications were handed, as they were handed it.
#[derive(Debug, Clone, Default)]
pub struct Checker {
    seen: [Arc<Mutex<Vec<Delivered>>>; 2],
}

impl Checker {
    /// The list of an application of side `at`.
    pub fn seen(&self, at: usize) -> Arc<Mutex<Vec<Delivered>>> {
        Arc::clone(&self.seen[at])
    }

    fn list(&self, at: usize) -> MutexGuard<'_, Vec<Delivered>> {
        self.seen[at].lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether each side was handed everything up to the last number that the other has used. `stored`: of each side, the number of
    /// its last stored application message.
    pub fn is_complete(&self, first: u64, second: u64) -> bool {
        let highest = |at| self.list(at).iter().map(|delivered| delivered.number).max();
        highest(1).unwrap_or(0) >= first && highest(0).unwrap_or(0) >= second
    }

    /// Messages delivered, repeated, and vouched for by the NIC.
    pub fn counts(&self) -> (u64, u64, u64) {
        let (mut delivered, mut repeated, mut verified) = (0, 0, 0);
        for at in 0..2 {
            let mut highest = 0;
            for message in self.list(at).iter() {
                delivered += 1;
                verified += u64::from(message.verified);
                repeated += u64::from(message.number <= highest);
                highest = highest.max(message.number);
            }
        }
        (delivered, repeated, verified)
    }

    /// Checks everything.
    ///
    /// # Panics
    /// When anything does not hold.
    pub fn check(&self, plan: &Plan, journals: &[JournalOf; 2]) {
        for at in 0..2 {
            let seen = self.list(at);
            check_order(plan, at, &seen);
            check_journals(
                plan,
                at,
                &seen,
                &journals[1 - at].outgoing,
                &journals[at].incoming,
            );
        }
    }
}

/// Once, in order, repeated only by a later life and flagged.
fn check_order(plan: &Plan, at: usize, seen: &[Delivered]) {
    let mut highest: Option<&Delivered> = None;
    for message in seen {
        if let Some(last) = highest {
            if message.number <= last.number {
                let same = seen.iter().find(|m| m.number == message.number);
                assert!(
                    same.is_some_and(|m| m.id == message.id),
                    "side {at}: another message under a used number: {message:?}, {plan:?}"
                );
                assert!(
                    message.poss_dup && same.is_some_and(|m| m.life < message.life),
                    "side {at}: repeated without a crash or a flag: {message:?} after {last:?}, {plan:?}"
                );
                continue;
            }
        }
        highest = Some(message);
    }
}

fn check_journals(
    plan: &Plan,
    at: usize,
    seen: &[Delivered],
    sent: &BTreeMap<u64, String>,
    received: &[(u64, String)],
) {
    let unique: BTreeMap<u64, &str> = seen.iter().map(|m| (m.number, m.id.as_str())).collect();
    let expected: BTreeMap<u64, &str> = sent.iter().map(|(n, id)| (*n, id.as_str())).collect();
    assert_eq!(
        unique, expected,
        "side {at}: what was delivered is what the counterparty's journal holds, {plan:?}"
    );
    for (number, id) in received {
        assert_eq!(
            sent.get(number),
            Some(id),
            "side {at}: received under {number}, and never sent so, {plan:?}"
        );
    }
}
