//! One session against a counterparty that a test writes message by message.

use super::{cut, Message, Recorder, START_NS};
use fixnic_session::codec::{check_sum, UtcClock};
use fixnic_session::{Event, MemoryStore, MessageStore, Role, Session, SessionConfig, Tag};

pub struct Scripted<S = MemoryStore> {
    pub session: Session<S>,
    pub app: Recorder,
    pub now_ns: u64,
    pub events: Vec<Event>,
    pub begin_string: &'static str,
}

/// A configuration of our side, "US", towards "THEM".
pub fn config(role: Role) -> SessionConfig {
    SessionConfig::new(role, "FIX.4.4", "US", "THEM")
}

/// Puts 8, 9 and 10 around fields written with `|` for SOH.
pub fn frame(begin_string: &str, fields: &str) -> Vec<u8> {
    let mut out = format!("8={begin_string}|9={}|{fields}", fields.len())
        .replace('|', "\x01")
        .into_bytes();
    out.extend(format!("10={:03}\x01", check_sum(&out)).into_bytes());
    out
}

impl Scripted {
    pub fn new(config: SessionConfig) -> Self {
        Scripted::with_store(config, MemoryStore::new(START_NS))
    }

    /// An acceptor that is logged on; both sides' next number is 2.
    pub fn up() -> Self {
        Scripted::up_with(|_| {})
    }

    pub fn up_with(change: impl FnOnce(&mut SessionConfig)) -> Self {
        let mut config = config(Role::Acceptor);
        change(&mut config);
        let mut s = Scripted::new(config);
        s.connect();
        let answer = s.feed("A", 1, "98=0|108=30|");
        assert_eq!(super::briefs(&answer), "A1");
        s.events.clear();
        s
    }
}

impl<S: MessageStore> Scripted<S> {
    pub fn with_store(config: SessionConfig, store: S) -> Self {
        let session = Session::new(config, store);
        Scripted {
            session,
            app: Recorder::default(),
            now_ns: START_NS,
            events: Vec::new(),
            begin_string: "FIX.4.4",
        }
    }

    pub fn connect(&mut self) -> Vec<Message> {
        self.session
            .connected(self.now_ns)
            .expect("a disconnected session");
        self.transmit()
    }

    pub fn timestamp(&self) -> String {
        String::from_utf8(UtcClock::default().format(self.now_ns).to_vec()).unwrap()
    }

    /// A message of the counterparty's.
    pub fn message(&self, msg_type: &str, seq: u64, body: &str) -> Vec<u8> {
        let now = self.timestamp();
        frame(
            self.begin_string,
            &format!("35={msg_type}|49=THEM|56=US|34={seq}|52={now}|{body}"),
        )
    }

    /// The same as a resent one.
    pub fn resent(&self, msg_type: &str, seq: u64, body: &str) -> Vec<u8> {
        let now = self.timestamp();
        frame(
            self.begin_string,
            &format!("35={msg_type}|49=THEM|56=US|34={seq}|43=Y|52={now}|122={now}|{body}"),
        )
    }

    pub fn feed(&mut self, msg_type: &str, seq: u64, body: &str) -> Vec<Message> {
        let bytes = self.message(msg_type, seq, body);
        self.feed_bytes(&bytes)
    }

    pub fn feed_resent(&mut self, msg_type: &str, seq: u64, body: &str) -> Vec<Message> {
        let bytes = self.resent(msg_type, seq, body);
        self.feed_bytes(&bytes)
    }

    /// An application message whose ClOrdID is its number.
    pub fn order(&mut self, seq: u64) -> Vec<Message> {
        self.feed("D", seq, &format!("11={seq}|"))
    }

    pub fn feed_bytes(&mut self, bytes: &[u8]) -> Vec<Message> {
        let used = self.session.handle_bytes(self.now_ns, bytes, &mut self.app);
        assert!(
            used == bytes.len() || self.disconnected(),
            "{used} of {} bytes used",
            bytes.len()
        );
        self.transmit()
    }

    pub fn feed_tagged(&mut self, bytes: &[u8], tag: Tag) -> Vec<Message> {
        self.session
            .handle_message(self.now_ns, bytes, Some(tag), &mut self.app);
        self.transmit()
    }

    /// Lets time pass and does what is due, at its time.
    pub fn pass(&mut self, ns: u64) -> Vec<Message> {
        let end = self.now_ns + ns;
        let mut out = Vec::new();
        for _ in 0..10_000 {
            match self.session.poll_timeout().filter(|&at| at <= end) {
                Some(at) => self.now_ns = self.now_ns.max(at),
                None => {
                    self.now_ns = end;
                    return out;
                }
            }
            self.session.handle_timeout(self.now_ns);
            out.extend(self.transmit());
        }
        panic!("a session that is never done with its timeouts");
    }

    pub fn transmit(&mut self) -> Vec<Message> {
        let mut bytes = Vec::new();
        for _ in 0..10_000 {
            if self.session.poll_transmit(self.now_ns, &mut self.app, &mut bytes) == 0 {
                while let Some(event) = self.session.poll_event() {
                    self.events.push(event);
                }
                return cut(&bytes);
            }
        }
        panic!("a session that never stops transmitting");
    }

    pub fn disconnected(&mut self) -> bool {
        while let Some(event) = self.session.poll_event() {
            self.events.push(event);
        }
        self.events
            .iter()
            .any(|event| matches!(event, Event::Disconnect(_)))
    }

    /// Closes the transport and opens a new one.
    pub fn reconnect(&mut self) -> Vec<Message> {
        self.session.disconnected(self.now_ns);
        self.events.clear();
        self.connect()
    }

    pub fn expected(&self) -> u64 {
        self.session.expected_incoming()
    }
}
