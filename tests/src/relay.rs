//! A man in the middle who loses FIX messages.
//!
//! TCP between two engines loses nothing, so a gap in MsgSeqNum never shows there. The relay terminates TCP on both
//! sides, cuts the streams into FIX messages and, as its [`Rule`]s say, swallows, repeats or delays some of them, as
//! a faulty gateway would. It needs only a port to listen on and an address to connect to, so it serves peers on the
//! loopback as well as peers behind a TAP interface.

use std::io::{self, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::ops::RangeInclusive;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::JoinHandle;
use std::time::Duration;

/// Longest message relayed, in bytes; a stream that claims a longer one is cut off.
const MAX_MESSAGE_LEN: usize = 1 << 20;
/// How long a wait for something to be seen may take before the test fails.
const PATIENCE: Duration = Duration::from_secs(60);

/// Which way a message goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From who connected to the relay to whom the relay connected.
    ToTarget,
    /// The other way.
    FromTarget,
}

/// What becomes of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// It goes on as it came.
    Pass,
    /// It does not go on.
    Swallow,
    /// It goes on this many more times.
    Repeat(usize),
    /// It goes on behind the next this many messages of its direction.
    Delay(usize),
}

/// Which messages get an [`Action`] other than to pass. The first rule that matches counts.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Which way.
    pub direction: Direction,
    /// MsgSeqNum (34).
    pub msg_seq_num: RangeInclusive<u64>,
    /// PossDupFlag (43): originals (`Some(false)`), resent messages, or both.
    pub poss_dup: Option<bool>,
    /// What becomes of them.
    pub action: Action,
    /// How many messages the rule acts on before it is used up.
    pub times: usize,
}

impl Rule {
    /// A rule for originals with these numbers, each time they pass.
    pub fn originals(direction: Direction, msg_seq_num: RangeInclusive<u64>, action: Action) -> Rule {
        Rule {
            direction,
            msg_seq_num,
            poss_dup: Some(false),
            action,
            times: usize::MAX,
        }
    }

    fn matches(&self, direction: Direction, message: &Seen) -> bool {
        self.times > 0
            && self.direction == direction
            && self.msg_seq_num.contains(&message.msg_seq_num)
            && self.poss_dup.is_none_or(|poss_dup| poss_dup == message.poss_dup)
    }
}

/// A message that came by, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Which way it went.
    pub direction: Direction,
    /// MsgType (35).
    pub msg_type: String,
    /// MsgSeqNum (34).
    pub msg_seq_num: u64,
    /// PossDupFlag (43) is Y.
    pub poss_dup: bool,
    /// What became of it.
    pub action: Action,
    /// The message, with `|` for SOH.
    pub text: String,
}

/// A relay at work. Dropping it closes its connections and ends its threads.
#[derive(Debug)]
pub struct Relay {
    address: SocketAddr,
    shared: Arc<Shared>,
    acceptor: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    target: SocketAddr,
    state: Mutex<State>,
    changed: Condvar,
    stopped: AtomicBool,
}

#[derive(Debug)]
struct State {
    rules: Vec<Rule>,
    seen: Vec<Seen>,
    connections: Vec<TcpStream>,
}

impl Relay {
    /// Relays what connects to `listen` to `target`.
    ///
    /// # Errors
    /// When the relay cannot listen there.
    pub fn start(listen: SocketAddr, target: SocketAddr, rules: Vec<Rule>) -> io::Result<Relay> {
        let listener = TcpListener::bind(listen)?;
        let address = listener.local_addr()?;
        let state = Mutex::new(State {
            rules,
            seen: Vec::new(),
            connections: Vec::new(),
        });
        let shared = Arc::new(Shared {
            target,
            state,
            changed: Condvar::new(),
            stopped: AtomicBool::new(false),
        });
        let for_thread = Arc::clone(&shared);
        let acceptor = std::thread::spawn(move || accept_connections(&listener, &for_thread));
        Ok(Relay {
            address,
            shared,
            acceptor: Some(acceptor),
        })
    }

    /// Where the relay listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Adds a rule.
    pub fn add_rule(&self, rule: Rule) {
        self.shared.lock().rules.push(rule);
    }

    /// From now on everything passes.
    pub fn clear_rules(&self) {
        self.shared.lock().rules.clear();
    }

    /// Everything that came by so far, in the order in which it came.
    pub fn seen(&self) -> Vec<Seen> {
        self.shared.lock().seen.clone()
    }

    /// Waits until a message that came by satisfies `condition`, and returns it.
    ///
    /// # Panics
    /// When none does within a minute.
    pub fn wait_until_seen(&self, mut condition: impl FnMut(&Seen) -> bool) -> Seen {
        let mut state = self.shared.lock();
        loop {
            if let Some(seen) = state.seen.iter().find(|seen| condition(seen)) {
                return seen.clone();
            }
            let (next, timeout) = self
                .shared
                .changed
                .wait_timeout(state, PATIENCE)
                .expect("no relay thread panicked");
            assert!(
                !timeout.timed_out(),
                "no such message came by; seen: {:#?}",
                next.seen
            );
            state = next;
        }
    }

    /// Cuts every connection, as a failing network does.
    pub fn disconnect(&self) {
        for connection in self.shared.lock().connections.drain(..) {
            // Whoever reads from it sees the end of the stream; an error says it was cut already.
            let _ = connection.shutdown(Shutdown::Both);
        }
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        self.disconnect();
        // A connection wakes the acceptor out of its wait; when that fails it has ended already.
        let _ = TcpStream::connect(self.address);
        if let Some(acceptor) = self.acceptor.take() {
            let _ = acceptor.join();
        }
        self.disconnect();
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no relay thread panicked")
    }

    fn decide(&self, message: &mut Seen) {
        let mut state = self.lock();
        if let Some(rule) = state
            .rules
            .iter_mut()
            .find(|rule| rule.matches(message.direction, message))
        {
            rule.times -= 1;
            message.action = rule.action;
        }
        state.seen.push(message.clone());
        self.changed.notify_all();
    }
}

fn accept_connections(listener: &TcpListener, shared: &Arc<Shared>) {
    for stream in listener.incoming() {
        if shared.stopped.load(Ordering::SeqCst) {
            return;
        }
        let Ok(client) = stream else { continue };
        // Without the target the client finds its connection closed, and tries again as engines do.
        let Ok(target) = TcpStream::connect(shared.target) else {
            continue;
        };
        if let Err(error) = relay_connection(client, target, shared) {
            eprintln!("relay: cannot relay a connection: {error}");
        }
    }
}

fn relay_connection(client: TcpStream, target: TcpStream, shared: &Arc<Shared>) -> io::Result<()> {
    client.set_nodelay(true)?;
    target.set_nodelay(true)?;
    let halves = [
        (client.try_clone()?, target.try_clone()?, Direction::ToTarget),
        (target.try_clone()?, client.try_clone()?, Direction::FromTarget),
    ];
    shared.lock().connections.extend([client, target]);
    for (from, to, direction) in halves {
        let shared = Arc::clone(shared);
        std::thread::spawn(move || {
            relay_half(&from, &to, direction, &shared);
            let _ = to.shutdown(Shutdown::Write);
        });
    }
    Ok(())
}

/// Relays one direction to its end.
fn relay_half(mut from: &TcpStream, mut to: &TcpStream, direction: Direction, shared: &Shared) {
    let mut buffer = Vec::new();
    let mut delayed: Vec<(usize, Vec<u8>)> = Vec::new();
    let mut chunk = [0; 16 * 1024];
    loop {
        match from.read(&mut chunk) {
            Ok(0) | Err(_) => break,
            Ok(n) => buffer.extend_from_slice(&chunk[..n]),
        }
        let mut out = Vec::new();
        while let Some(len) = message_len(&buffer) {
            let message: Vec<u8> = buffer.drain(..len).collect();
            let mut seen = describe(direction, &message);
            shared.decide(&mut seen);
            for (behind, _) in &mut delayed {
                *behind = behind.saturating_sub(1);
            }
            match seen.action {
                Action::Pass => out.extend_from_slice(&message),
                Action::Swallow => {}
                Action::Repeat(times) => (0..=times).for_each(|_| out.extend_from_slice(&message)),
                Action::Delay(behind) => delayed.push((behind, message)),
            }
            delayed.retain(|(behind, message)| {
                let due = *behind == 0;
                if due {
                    out.extend_from_slice(message);
                }
                !due
            });
        }
        if buffer.len() > MAX_MESSAGE_LEN || to.write_all(&out).is_err() {
            break;
        }
    }
}

/// The length of the whole message at the start of `buffer`, found by BodyLength (9).
fn message_len(buffer: &[u8]) -> Option<usize> {
    let mut fields = buffer.splitn(3, |b| *b == 1);
    let begin_string = fields.next()?;
    let body_length = fields.next()?;
    fields.next()?;
    let digits = std::str::from_utf8(body_length.strip_prefix(b"9=")?).ok()?;
    let header_len = begin_string.len() + body_length.len() + 2;
    let len = header_len + digits.parse::<usize>().ok()? + "10=000|".len();
    (buffer.len() >= len).then_some(len)
}

fn describe(direction: Direction, message: &[u8]) -> Seen {
    let text = String::from_utf8_lossy(message).replace('\x01', "|");
    let field = |tag: &str| {
        let start = text.find(&format!("|{tag}="))? + tag.len() + 2;
        text[start..].split('|').next().map(str::to_owned)
    };
    Seen {
        direction,
        msg_type: field("35").unwrap_or_default(),
        msg_seq_num: field("34").and_then(|number| number.parse().ok()).unwrap_or(0),
        poss_dup: field("43").as_deref() == Some("Y"),
        action: Action::Pass,
        text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(number: u64) -> Vec<u8> {
        let body = format!("35=8\x0134={number}\x01");
        format!("8=FIX.4.4\x019={}\x01{body}10=000\x01", body.len()).into_bytes()
    }

    /// What arrives behind a relay with `rules` when messages 1 to 6 are sent through it.
    fn numbers_behind(rules: Vec<Rule>) -> Vec<u64> {
        let target = TcpListener::bind("127.0.0.1:0").unwrap();
        let listen = "127.0.0.1:0".parse().unwrap();
        let relay = Relay::start(listen, target.local_addr().unwrap(), rules).unwrap();
        let mut sender = TcpStream::connect(relay.address()).unwrap();
        let (mut receiver, _) = target.accept().unwrap();
        for number in 1..=6 {
            // One byte at a time: a message is whole however it was cut.
            for byte in message(number) {
                sender.write_all(&[byte]).unwrap();
            }
        }
        sender.shutdown(Shutdown::Write).unwrap();
        let mut received = Vec::new();
        receiver.read_to_end(&mut received).unwrap();
        assert_eq!(relay.seen().len(), 6);
        let mut numbers = Vec::new();
        while let Some(len) = message_len(&received) {
            let message: Vec<u8> = received.drain(..len).collect();
            numbers.push(describe(Direction::ToTarget, &message).msg_seq_num);
        }
        assert!(received.is_empty());
        numbers
    }

    #[test]
    fn messages_pass_are_swallowed_repeated_and_delayed() {
        let rule = |numbers, action| Rule::originals(Direction::ToTarget, numbers, action);
        assert_eq!(numbers_behind(vec![]), [1, 2, 3, 4, 5, 6]);
        assert_eq!(numbers_behind(vec![rule(2..=4, Action::Swallow)]), [1, 5, 6]);
        assert_eq!(
            numbers_behind(vec![rule(2..=2, Action::Repeat(2))]),
            [1, 2, 2, 2, 3, 4, 5, 6]
        );
        assert_eq!(
            numbers_behind(vec![rule(2..=2, Action::Delay(2))]),
            [1, 3, 4, 2, 5, 6]
        );
        let once = Rule {
            times: 1,
            ..rule(2..=4, Action::Swallow)
        };
        assert_eq!(numbers_behind(vec![once]), [1, 3, 4, 5, 6]);
        let other_way = Rule::originals(Direction::FromTarget, 1..=6, Action::Swallow);
        assert_eq!(numbers_behind(vec![other_way]), [1, 2, 3, 4, 5, 6]);
    }
}
