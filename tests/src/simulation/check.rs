//! What must hold whatever happens, apart from what happens. Each [`Rule`] is checked by itself, and shown to be in
//! tests/tests/simulation_sabotage.rs, where each is broken.

use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use fixnic::session::codec::{field, MessageView};

/// What must hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// An application has each message once. A repetition comes only after a crash of its own process, and flagged PossDup.
    Once,
    /// An application has messages in the order of their numbers.
    InOrder,
    /// Nothing is missing before what was delivered, and at the end nothing at all, but what the sender called stale, and the last
    /// messages of a numbering that a reset ended while the connection failed or the gateway lost messages; and what the gateway lost
    /// right behind our Logon that answers a reset, which it lost too: the counterparty knows of no new numbering then, and takes a message
    /// for the next of the old one when its number is that one's. FIX has nothing to tell them apart by.
    NothingLost,
    /// A reset in session over a connection that loses nothing costs no message, in neither direction.
    ResetLosesNothing,
    /// Within a numbering no number is used for two messages, and none goes down.
    NumberUsedOnce,
    /// What arrives, is resent or stands in a journal was given by the application, under that number.
    NothingMadeUp,
    /// The receiver's journal holds what was delivered, and nothing that the sender's has not.
    JournalsAgree,
    /// The sessions come back, and everything is delivered, soon after nothing goes wrong any more.
    ComeBack,
    /// Queues and memory stay below their limits.
    Bounded,
}

/// Ends the run because a rule does not hold.
pub fn demand(holds: bool, rule: Rule, what: impl FnOnce() -> String) {
    assert!(holds, "rule {rule:?} is broken: {}", what());
}

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

/// ClOrdID (11) of an order.
pub fn order_id(message: &[u8]) -> Option<String> {
    let view = MessageView::parse(message).ok()?;
    order_id_of(&view)
}

fn order_id_of(view: &MessageView<'_>) -> Option<String> {
    (view.msg_type() == b"D").then(|| view.text(11).unwrap_or_default().to_owned())
}

/// What is known of one side from the outside; it outlives its processes.
#[derive(Debug, Default)]
pub struct Book {
    /// What its application was handed.
    pub seen: Vec<Delivered>,
    /// ClOrdIDs that its session has taken, with the number it gave them.
    accepted: HashMap<String, u64>,
    /// Those of the present numbering, and of the one before it.
    current: Vec<String>,
    before: Vec<String>,
    /// What it called stale.
    stale: BTreeSet<String>,
    /// Messages that its gateway lost.
    pub lost: u64,
    /// Its gateway has lost the Logon that begins the present numbering, and these orders behind such a Logon.
    beginning_lost: bool,
    lost_at_beginning: BTreeSet<String>,
    /// Whether it is logged on, as its application knows.
    up: bool,
    /// How often it was logged out or died.
    pub downs: u64,
    /// How often its process died.
    lives: u64,
    /// How often its numbers were reset in session.
    pub resets_in_session: u64,
    /// What has left in the present numbering: the highest number, and the orders.
    highest: u64,
    used: HashMap<u64, String>,
    /// The Logon with which the numbering began that it belongs to, if it began with one that resets.
    reset_left: Vec<u8>,
    /// The session has followed the counterparty's reset, in this life: our own Logon counts as number 1 again, and 2 leaves next, unless
    /// the process died with what it had numbered.
    followed_reset: Option<u64>,
    /// The counterparty drains the line for a reset; our Heartbeat that says so has left, and no Logon since.
    drains: bool,
    drained: bool,
}

/// A book that the side's parts share.
#[derive(Debug, Clone, Default)]
pub struct SharedBook(Arc<Mutex<Book>>);

impl SharedBook {
    /// The book.
    pub fn lock(&self) -> MutexGuard<'_, Book> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Book {
    /// The session has taken an order and given it a number.
    pub fn accept(&mut self, id: String, number: u64) {
        self.current.push(id.clone());
        self.accepted.insert(id, number);
    }

    /// The same from inside a callback, which may come between the end of a reset and the word that it has ended: nothing says which
    /// numbering the number belongs to.
    pub fn accept_answer(&mut self, id: String, number: u64) {
        self.accepted.insert(id, number);
    }

    /// The application calls an order stale.
    pub fn call_stale(&mut self, id: String) {
        self.stale.insert(id);
    }

    /// The session is up; `reset`: with both numbers at their beginning.
    pub fn logged_on(&mut self, reset: bool) {
        if reset {
            self.before = std::mem::take(&mut self.current);
            self.resets_in_session += u64::from(self.up);
            self.followed_reset = Some(self.lives);
        }
        self.up = true;
    }

    /// The session is down.
    pub fn logged_out(&mut self) {
        self.downs += 1;
        self.up = false;
    }

    /// The process has died, and its store still has what `stored` says.
    pub fn crashed(&mut self, mut stored: impl FnMut(u64, &str) -> bool) {
        self.logged_out();
        self.lives += 1;
        let accepted = &self.accepted;
        self.current
            .retain(|id| accepted.get(id).is_some_and(|number| stored(*number, id)));
    }

    /// A message is on its way to the connection. `first` is the first message of the numbering in the store.
    pub fn left(&mut self, message: &[u8], first: impl FnOnce() -> Option<Vec<u8>>) {
        let view = MessageView::parse(message).expect("what leaves can be read");
        let number = view.msg_seq_num().expect("what leaves has a number");
        let logon = view.msg_type() == b"A";
        let reset = logon && view.flag(field::RESET_SEQ_NUM_FLAG);
        self.drains &= !logon;
        self.beginning_lost &= !logon;
        let answer = view.msg_type() == b"0" && view.get(field::TEST_REQ_ID).is_some();
        self.drained = self.drains && (self.drained || answer);
        let lower = number <= self.highest && !view.poss_dup();
        let followed = lower
            && self
                .followed_reset
                .is_some_and(|life| number == 2 || life < self.lives);
        let mut begins = reset || followed;
        if lower && !begins {
            // A numbering may have begun by a Logon that is in the store and never left: the connection or the process ended before.
            let never_left = first().filter(|first| is_reset(first) && *first != self.reset_left);
            begins = never_left.is_some();
            self.reset_left = never_left.unwrap_or_default();
        }
        if reset {
            self.reset_left = message.to_vec();
        }
        if begins {
            (self.highest, self.followed_reset) = (0, None);
            self.used.clear();
        }
        if !view.poss_dup() {
            let highest = self.highest;
            demand(number > highest, Rule::NumberUsedOnce, || {
                format!("{number} leaves behind {highest}: {}", printable(message))
            });
            self.highest = number;
            // Whatever it was, the new numbering has begun to leave.
            self.followed_reset = None;
        } else if view.msg_type() == b"4" {
            let new = view.uint(field::NEW_SEQ_NO).unwrap_or(0);
            demand(new > number, Rule::NumberUsedOnce, || {
                format!("a gap fill backwards leaves: {}", printable(message))
            });
        }
        let Some(id) = order_id_of(&view) else { return };
        let given = self.accepted.get(&id).copied();
        demand(given == Some(number), Rule::NothingMadeUp, || {
            format!(
                "sent under {number}, and given as {given:?}: {}",
                printable(message)
            )
        });
        let used = self.used.entry(number).or_insert_with(|| id.clone());
        demand(*used == id, Rule::NumberUsedOnce, || {
            format!("{number} was {used} and is {id}")
        });
    }

    /// The gateway has lost this message.
    pub fn lost(&mut self, message: &[u8]) {
        self.lost += 1;
        self.beginning_lost |= is_reset(message);
        if self.beginning_lost {
            self.lost_at_beginning.extend(order_id(message));
        }
    }

    /// Whether this is an order between the Heartbeat that answers the counterparty's drain and the Logon that resets.
    pub fn is_order_behind_a_drain(&self, message: &[u8]) -> bool {
        self.drained && order_id(message).is_some()
    }
}

fn is_reset(message: &[u8]) -> bool {
    MessageView::parse(message)
        .is_ok_and(|view| view.msg_type() == b"A" && view.flag(field::RESET_SEQ_NUM_FLAG))
}

fn printable(message: &[u8]) -> String {
    String::from_utf8_lossy(message).replace('\x01', "|")
}

/// What one side's log holds at the end.
#[derive(Debug, Clone, Default)]
pub struct JournalOf {
    /// Our messages, by numbering: the number, and the ClOrdID of an order.
    pub outgoing: Vec<Vec<(u64, Option<String>)>>,
    /// The counterparty's orders, as received, in that order.
    pub incoming: Vec<(u64, String)>,
}

/// A reset in session that is under way.
#[derive(Debug, Clone, Copy)]
struct Watched {
    resets: [u64; 2],
    downs: [u64; 2],
    lost: [u64; 2],
}

/// Both sides' books, and the resets under way.
#[derive(Debug, Clone, Default)]
pub struct Checker {
    books: [SharedBook; 2],
    watched: [Option<Watched>; 2],
    clean_resets: u64,
}

impl Checker {
    /// The book of side `at`.
    pub fn book(&self, at: usize) -> SharedBook {
        self.books[at].clone()
    }

    /// Messages that the application of side `at` was handed.
    pub fn handed(&self, at: usize) -> usize {
        self.books[at].lock().seen.len()
    }

    /// Side `at` has begun a reset in session.
    pub fn reset_begins(&mut self, at: usize) {
        let mut books = [self.books[0].lock(), self.books[1].lock()];
        books[1 - at].drains = true;
        self.watched[at] = Some(Watched {
            resets: [0, 1].map(|side| books[side].resets_in_session),
            downs: [0, 1].map(|side| books[side].downs),
            lost: [0, 1].map(|side| books[side].lost),
        });
    }

    /// Looks whether a reset is complete, and what it cost.
    pub fn check_resets(&mut self) {
        for at in 0..2 {
            let Some(watched) = self.watched[at] else {
                continue;
            };
            let books = [self.books[0].lock(), self.books[1].lock()];
            let disturbed = |side: usize| {
                books[side].downs != watched.downs[side] || books[side].lost != watched.lost[side]
            };
            if disturbed(0) || disturbed(1) {
                self.watched[at] = None;
            } else if [0, 1]
                .iter()
                .all(|side| books[*side].resets_in_session > watched.resets[*side])
            {
                // It may as well have been a reset of the other side that came first.
                for side in 0..2 {
                    let sender = &books[side];
                    let seen: BTreeSet<&str> = books[1 - side].seen.iter().map(|m| m.id.as_str()).collect();
                    let lost: Vec<&String> = sender
                        .before
                        .iter()
                        .filter(|id| !seen.contains(id.as_str()) && !sender.stale.contains(*id))
                        .collect();
                    demand(lost.is_empty(), Rule::ResetLosesNothing, || {
                        format!("side {at} reset, side {side}'s {lost:?} did not arrive")
                    });
                }
                self.clean_resets += 1;
                self.watched[at] = None;
            }
        }
    }

    /// Resets in session that cost nothing.
    pub fn clean_resets(&self) -> u64 {
        self.clean_resets
    }

    /// Messages delivered, repeated, and vouched for by the NIC.
    pub fn counts(&self) -> (u64, u64, u64) {
        let (mut delivered, mut repeated, mut verified) = (0, 0, 0);
        for book in &self.books {
            let mut ids = BTreeSet::new();
            for message in &book.lock().seen {
                delivered += 1;
                verified += u64::from(message.verified);
                repeated += u64::from(!ids.insert(message.id.clone()));
            }
        }
        (delivered, repeated, verified)
    }

    /// Checks everything that can be checked at the end. Returns the orders that resets lost.
    ///
    /// # Panics
    /// When a rule does not hold.
    pub fn check(&self, journals: &[JournalOf; 2]) -> u64 {
        let mut cut = 0;
        for at in 0..2 {
            let way = Way {
                to: at,
                sender: &self.books[1 - at].lock(),
                receiver: &self.books[at].lock(),
                sent: &journals[1 - at].outgoing,
                received: &journals[at].incoming,
            };
            let places = way.places();
            way.check_order(&places);
            cut += way.check_complete();
            way.check_journals(&places);
        }
        cut
    }
}

/// Where an order stands in its sender's journal: which numbering, and its number.
type Places<'a> = HashMap<&'a str, (usize, u64)>;

/// One direction.
struct Way<'a> {
    to: usize,
    sender: &'a Book,
    receiver: &'a Book,
    sent: &'a [Vec<(u64, Option<String>)>],
    received: &'a [(u64, String)],
}

impl fmt::Display for Way<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "to side {}", self.to)
    }
}

impl<'a> Way<'a> {
    /// The sender's journal, each number once.
    fn places(&self) -> Places<'a> {
        let mut places = Places::new();
        for (numbering, messages) in self.sent.iter().enumerate() {
            let mut highest = 0;
            for (number, id) in messages {
                demand(*number > highest, Rule::NumberUsedOnce, || {
                    format!("{self}: the journal has {number} behind {highest} in numbering {numbering}")
                });
                highest = *number;
                let Some(id) = id else { continue };
                let given = self.sender.accepted.get(id).copied();
                demand(given == Some(*number), Rule::NothingMadeUp, || {
                    format!("{self}: {id} stands in the journal under {number}, and was given as {given:?}")
                });
                demand(
                    places.insert(id, (numbering, *number)).is_none(),
                    Rule::NumberUsedOnce,
                    || format!("{self}: {id} stands in the journal twice"),
                );
            }
        }
        places
    }

    /// Once, in order, repeated only by a later life and flagged.
    fn check_order(&self, places: &Places<'_>) {
        let mut first_life: HashMap<&str, u64> = HashMap::new();
        let mut highest = (0, 0);
        for message in &self.receiver.seen {
            let place = places.get(message.id.as_str()).copied();
            demand(
                place.is_some_and(|(_, number)| number == message.number),
                Rule::NothingMadeUp,
                || format!("{self}: {message:?} was delivered, the sender's journal has it at {place:?}"),
            );
            match first_life.get(message.id.as_str()) {
                Some(life) => demand(message.poss_dup && *life < message.life, Rule::Once, || {
                    format!("{self}: repeated without a crash or a flag: {message:?}, first in life {life}")
                }),
                None => {
                    first_life.insert(&message.id, message.life);
                    let place = place.unwrap_or_default();
                    demand(place > highest, Rule::InOrder, || {
                        format!("{self}: {message:?} at {place:?} came after {highest:?}")
                    });
                    highest = place;
                }
            }
        }
    }

    /// No hole, and no end missing but where a reset cut it off. Returns how many a reset cut off.
    fn check_complete(&self) -> u64 {
        let seen: BTreeSet<&str> = self.receiver.seen.iter().map(|m| m.id.as_str()).collect();
        let mut cut = 0;
        for (numbering, messages) in self.sent.iter().enumerate() {
            let orders = messages
                .iter()
                .filter_map(|(number, id)| Some((number, id.as_ref()?)));
            let missing: Vec<_> = orders
                .clone()
                .filter(|(_, id)| !seen.contains(id.as_str()) && !self.sender.stale.contains(*id))
                .collect();
            let last_seen = orders
                .filter(|(_, id)| seen.contains(id.as_str()))
                .map(|(number, _)| *number)
                .max()
                .unwrap_or(0);
            let ended = numbering + 1 < self.sent.len();
            let lost: Vec<_> = missing
                .iter()
                .filter(|(number, id)| {
                    !ended || **number < last_seen && !self.sender.lost_at_beginning.contains(*id)
                })
                .collect();
            demand(lost.is_empty(), Rule::NothingLost, || {
                format!("{self}: of numbering {numbering} {lost:?} did not arrive, the last that did is {last_seen}")
            });
            cut += missing.len() as u64;
        }
        cut
    }

    fn check_journals(&self, places: &Places<'_>) {
        let mut received = BTreeSet::new();
        for (number, id) in self.received {
            let place = places.get(id.as_str());
            demand(
                place.is_some_and(|(_, sent)| sent == number),
                Rule::JournalsAgree,
                || format!("{self}: received {id} under {number}, the sender's journal has it at {place:?}"),
            );
            received.insert(id.as_str());
        }
        for message in &self.receiver.seen {
            // What was handed over just before a crash stands in no journal before it has come again, and it does not come again when
            // it is stale by then, or of a numbering that has ended.
            let ended = places
                .get(message.id.as_str())
                .is_some_and(|(numbering, _)| numbering + 1 < self.sent.len());
            let crashed = message.life < self.receiver.lives;
            let may_miss = crashed && (ended || self.sender.stale.contains(&message.id));
            demand(
                may_miss || received.contains(message.id.as_str()),
                Rule::JournalsAgree,
                || format!("{self}: {message:?} was delivered, and does not stand in the receiver's journal"),
            );
        }
    }
}
