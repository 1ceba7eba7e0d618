//! The store: durable before the first byte, and what happens when it fails.

use std::cell::RefCell;
use std::rc::Rc;

use fixnic_session::{DisconnectReason, Event, MemoryStore, MessageStore, Role, SendError, StoreError};

use crate::util::scripted::{config, Scripted};
use crate::util::{briefs, START_NS};

/// What a store was asked for, and what survives a crash.
#[derive(Default)]
struct Disk {
    calls: Vec<String>,
    /// Operations that fail from now on.
    failing: Option<&'static str>,
    committed: Option<MemoryStore>,
    /// Commits so far, and how many of them are durable; a disk that is not slow makes each durable at once.
    commits: u64,
    slow: Option<u64>,
}

/// A store whose content survives a crash as of its last commit.
#[derive(Clone)]
struct Watched {
    live: MemoryStore,
    disk: Rc<RefCell<Disk>>,
}

impl Watched {
    fn new() -> Self {
        Watched {
            live: MemoryStore::new(START_NS),
            disk: Rc::default(),
        }
    }

    fn call(&self, operation: &'static str, number: u64) -> Result<(), StoreError> {
        let mut disk = self.disk.borrow_mut();
        disk.calls.push(format!("{operation} {number}"));
        match disk.failing {
            Some(failing) if failing == operation => {
                Err(StoreError::new(operation, "No space left on device"))
            }
            _ => Ok(()),
        }
    }

    /// What a new process finds.
    fn after_crash(&self) -> Watched {
        let live = self
            .disk
            .borrow()
            .committed
            .clone()
            .unwrap_or(MemoryStore::new(START_NS));
        Watched {
            live,
            disk: Rc::default(),
        }
    }
}

impl MessageStore for Watched {
    fn next_outgoing(&self) -> u64 {
        self.live.next_outgoing()
    }
    fn next_incoming(&self) -> u64 {
        self.live.next_incoming()
    }
    fn created_ns(&self) -> u64 {
        self.live.created_ns()
    }
    fn append_outgoing(&mut self, number: u64, message: &[u8]) -> Result<(), StoreError> {
        self.call("append", number)?;
        self.live.append_outgoing(number, message)
    }
    fn set_next_outgoing(&mut self, number: u64) -> Result<(), StoreError> {
        self.call("outgoing", number)?;
        self.live.set_next_outgoing(number)
    }
    fn set_next_incoming(&mut self, number: u64) -> Result<(), StoreError> {
        self.call("incoming", number)?;
        self.live.set_next_incoming(number)
    }
    fn read_outgoing(&mut self, number: u64, message: &mut Vec<u8>) -> Result<bool, StoreError> {
        self.call("read", number)?;
        self.live.read_outgoing(number, message)
    }
    fn commit(&mut self, now_ns: u64) -> Result<(), StoreError> {
        self.call("commit", 0)?;
        self.disk.borrow_mut().committed = Some(self.live.clone());
        self.disk.borrow_mut().commits += 1;
        self.live.commit(now_ns)
    }
    fn commits(&self) -> u64 {
        self.disk.borrow().commits
    }
    fn durable(&mut self) -> Result<u64, StoreError> {
        let disk = self.disk.borrow();
        if disk.failing == Some("durable") {
            return Err(StoreError::new("durable", "Input/output error"));
        }
        Ok(disk.slow.unwrap_or(disk.commits))
    }
    fn reset(&mut self, now_ns: u64) -> Result<(), StoreError> {
        self.call("reset", 0)?;
        self.live.reset(now_ns)
    }
}

fn up() -> (Scripted<Watched>, Rc<RefCell<Disk>>) {
    let store = Watched::new();
    let disk = store.disk.clone();
    let mut s = Scripted::with_store(config(Role::Acceptor), store);
    s.connect();
    s.feed("A", 1, "98=0|108=30|");
    disk.borrow_mut().calls.clear();
    (s, disk)
}

fn store_failed(s: &mut Scripted<Watched>) -> bool {
    s.disconnected();
    s.events.iter().any(|e| matches!(e, Event::StoreFailed(_)))
        && s.events
            .iter()
            .any(|e| matches!(e, Event::Disconnect(DisconnectReason::Store)))
}

#[test]
fn messages_are_durable_before_their_first_byte_leaves() {
    let (mut s, disk) = up();
    for id in 0..3 {
        s.session
            .send(s.now_ns, b"8", format!("37={id}\x01").as_bytes())
            .unwrap();
    }
    assert_eq!(disk.borrow().calls, ["append 2", "append 3", "append 4"]);
    let mut bytes = Vec::new();
    s.session.poll_transmit(s.now_ns, &mut s.app, &mut bytes);
    assert_eq!(
        disk.borrow().calls.last().unwrap(),
        "commit 0",
        "once for all three"
    );
    assert_eq!(disk.borrow().calls.len(), 4);
    assert_eq!(disk.borrow().committed.as_ref().unwrap().next_outgoing(), 5);
    // Nothing new, nothing to commit.
    s.session.poll_transmit(s.now_ns, &mut s.app, &mut bytes);
    assert_eq!(disk.borrow().calls.len(), 4);
}

#[test]
fn nothing_leaves_that_was_not_stored() {
    let (mut s, disk) = up();
    disk.borrow_mut().failing = Some("append");
    assert_eq!(s.session.send(s.now_ns, b"8", b"37=1\x01"), Err(SendError::Store));
    assert!(s.transmit().is_empty());
    assert!(store_failed(&mut s));
}

#[test]
fn nothing_leaves_that_was_not_committed() {
    let (mut s, disk) = up();
    disk.borrow_mut().failing = Some("commit");
    s.session.send(s.now_ns, b"8", b"37=1\x01").unwrap();
    assert!(s.transmit().is_empty());
    assert!(store_failed(&mut s));
}

#[test]
fn no_answer_leaves_that_was_not_stored() {
    let (mut s, disk) = up();
    disk.borrow_mut().failing = Some("append");
    assert!(s.feed("1", 2, "112=x|").is_empty());
    assert!(store_failed(&mut s));
}

#[test]
fn a_store_that_fails_under_a_callback_takes_the_session_down_and_the_message_may_come_again() {
    let (mut s, disk) = up();
    disk.borrow_mut().failing = Some("append");
    s.app.reply = Some(("8", "37=1\x01".to_owned()));
    assert!(s.order(2).is_empty());
    assert_eq!(s.app.replied, [Err(SendError::Store)]);
    assert!(!SendError::Store.may_be_retried());
    assert!(store_failed(&mut s));
    assert_eq!(disk.borrow().calls, ["append 2"], "nothing is recorded any more");
}

#[test]
fn incoming_number_that_cannot_be_stored_takes_the_session_down() {
    let (mut s, disk) = up();
    disk.borrow_mut().failing = Some("incoming");
    s.order(2);
    assert!(store_failed(&mut s));
    assert_eq!(s.expected(), 2);
}

#[test]
fn a_stored_message_that_cannot_be_read_takes_the_session_down() {
    let (mut s, disk) = up();
    s.session.send(s.now_ns, b"8", b"37=1\x01").unwrap();
    s.transmit();
    disk.borrow_mut().failing = Some("read");
    assert!(s.feed("2", 2, "7=2|16=0|").is_empty(), "it is not gap-filled");
    assert!(store_failed(&mut s));
}

#[test]
fn a_reset_that_cannot_be_stored_takes_the_session_down() {
    let store = Watched::new();
    store.disk.borrow_mut().failing = Some("reset");
    let mut s = Scripted::with_store(config(Role::Acceptor), store);
    s.connect();
    assert!(s.feed("A", 1, "98=0|108=30|141=Y|").is_empty());
    assert!(store_failed(&mut s));
}

#[test]
fn store_errors_say_what_and_why() {
    let error = StoreError::new("append", "No space left on device");
    assert_eq!(
        error.to_string(),
        "message store, append: No space left on device"
    );
}

#[test]
fn the_number_of_a_logon_is_not_used_again_after_a_crash() {
    let store = Watched::new();
    let mut s = Scripted::with_store(config(Role::Initiator), store.clone());
    assert_eq!(briefs(&s.connect()), "A1");
    // The process dies with its Logon on the wire.
    let mut s = Scripted::with_store(config(Role::Initiator), store.after_crash());
    assert_eq!(briefs(&s.connect()), "A2");
}

#[test]
fn no_number_is_used_twice_across_a_crash() {
    let store = Watched::new();
    let mut s = Scripted::with_store(config(Role::Acceptor), store.clone());
    s.connect();
    s.feed("A", 1, "98=0|108=30|");
    s.session.send(s.now_ns, b"8", b"37=first\x01").unwrap();
    let left = s.transmit();
    // Stored in memory, never transmitted: this one may be lost.
    s.session.send(s.now_ns, b"8", b"37=second\x01").unwrap();
    let mut s = Scripted::with_store(config(Role::Acceptor), store.after_crash());
    s.connect();
    assert_eq!(briefs(&s.feed("A", 2, "98=0|108=30|")), "A3", "2 was on the wire");
    let again = s.feed("2", 3, "7=2|16=2|");
    assert_eq!(
        (again[0].get(37), again[0].get(122)),
        (left[0].get(37), left[0].get(52))
    );
}

#[test]
fn after_a_crash_a_message_may_come_twice_flagged_but_never_a_hole() {
    let store = Watched::new();
    let mut s = Scripted::with_store(config(Role::Acceptor), store.clone());
    s.connect();
    s.feed("A", 1, "98=0|108=30|");
    s.order(2);
    // 3 is handed over, and the process dies before anything is committed.
    let third = s.message("D", 3, "11=3|");
    s.session.handle_bytes(s.now_ns, &third, &mut s.app);
    assert_eq!(s.app.seqs(), [2, 3]);

    let mut s = Scripted::with_store(config(Role::Acceptor), store.after_crash());
    s.connect();
    assert_eq!(
        briefs(&s.feed("A", 4, "98=0|108=30|")).split(' ').next_back(),
        Some("2:3[3-0]")
    );
    s.feed_resent("D", 3, "11=3|");
    assert_eq!(s.app.seqs(), [3]);
    assert!(s.app.received[0].0.poss_dup);
    assert_eq!(s.expected(), 5);
}

#[test]
fn nothing_leaves_before_a_slow_disk_has_it_and_nothing_overtakes_it() {
    let (mut s, disk) = up();
    let durable = disk.borrow().commits;
    disk.borrow_mut().slow = Some(durable);
    s.session.send(s.now_ns, b"8", b"37=1\x01").unwrap();
    assert_eq!(briefs(&s.transmit()), "");
    assert!(s.session.awaits_store());
    // What is received meanwhile is taken, and what is sent waits behind.
    s.order(2);
    assert_eq!(s.expected(), 3);
    s.session.send(s.now_ns, b"8", b"37=2\x01").unwrap();
    // The resend asked for covers a message that has not left as an original.
    assert_eq!(briefs(&s.feed("2", 3, "7=2|16=0|")), "");
    // The first is durable, what came after it is not.
    disk.borrow_mut().slow = Some(durable + 1);
    assert_eq!(briefs(&s.transmit()), "8:2");
    assert_eq!(briefs(&s.transmit()), "");
    disk.borrow_mut().slow = None;
    assert_eq!(briefs(&s.transmit()), "8:3 8:2p 8:3p");
    assert!(!s.session.awaits_store());
}

#[test]
fn a_disk_that_refuses_later_ends_the_session_and_nothing_leaves() {
    let (mut s, disk) = up();
    let durable = disk.borrow().commits;
    disk.borrow_mut().slow = Some(durable);
    s.session.send(s.now_ns, b"8", b"37=1\x01").unwrap();
    assert_eq!(briefs(&s.transmit()), "");
    disk.borrow_mut().failing = Some("durable");
    assert_eq!(briefs(&s.transmit()), "");
    assert!(store_failed(&mut s));
}
