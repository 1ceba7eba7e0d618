//! Two sessions on a link that loses, repeats and delays chosen messages, on virtual time.

use super::disk::Disk;
use super::{cut, Message, Recorder, MS, START_NS};
use fixnic_session::{Event, Role, Session, SessionConfig};
use std::collections::VecDeque;

/// What the link does with a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Pass,
    Drop,
    Twice,
}

type Rule = Box<dyn FnMut(&Message) -> Fate>;

pub struct Node {
    pub session: Session<Disk>,
    pub app: Recorder,
    pub events: Vec<Event>,
    /// All it ever transmitted, lost messages included.
    pub transmitted: Vec<Message>,
    /// What the link does with what this node transmits.
    pub rule: Rule,
    /// On their way to this node, with arrival times.
    inbound: VecDeque<(u64, Message)>,
}

impl Node {
    fn new(config: SessionConfig) -> Self {
        Node {
            session: Session::new(config, Disk::new()),
            app: Recorder::default(),
            events: Vec::new(),
            transmitted: Vec::new(),
            rule: Box::new(|_| Fate::Pass),
            inbound: VecDeque::new(),
        }
    }

    pub fn briefs(&self) -> String {
        super::briefs(&self.transmitted)
    }

    fn transmit(
        &mut self,
        now_ns: u64,
        arrival_ns: u64,
        to: &mut VecDeque<(u64, Message)>,
        steps_left: &mut u64,
    ) {
        let mut bytes = Vec::new();
        while self.session.poll_transmit(now_ns, &mut self.app, &mut bytes) > 0 {
            *steps_left = steps_left.checked_sub(1).expect("a bounded number of steps");
        }
        for message in cut(&bytes) {
            self.transmitted.push(message.clone());
            match (self.rule)(&message) {
                Fate::Pass => to.push_back((arrival_ns, message)),
                Fate::Drop => {}
                Fate::Twice => to.extend([(arrival_ns, message.clone()), (arrival_ns, message)]),
            }
        }
        self.poll_events();
    }

    /// The process dies and is started again; its application keeps what it was given.
    pub fn crash(&mut self) {
        let store = self.session.store().after_crash();
        self.session = Session::new(self.session.config().clone(), store);
    }

    fn poll_events(&mut self) -> bool {
        let mut closed = false;
        while let Some(event) = self.session.poll_event() {
            closed |= matches!(event, Event::Disconnect(_));
            self.events.push(event);
        }
        closed
    }
}

pub struct Pair {
    pub now_ns: u64,
    pub latency_ns: u64,
    pub client: Node,
    pub server: Node,
    /// Steps left before a run counts as endless.
    pub steps_left: u64,
    /// Asked after each message that a node received, before anything is committed: does its process die now?
    pub dies: Box<dyn FnMut() -> bool>,
}

impl Pair {
    pub fn new() -> Self {
        Pair::with(|_| {}, |_| {})
    }

    pub fn with(client: impl FnOnce(&mut SessionConfig), server: impl FnOnce(&mut SessionConfig)) -> Self {
        let mut c = SessionConfig::new(Role::Initiator, "FIX.4.4", "CLIENT", "SERVER");
        let mut s = SessionConfig::new(Role::Acceptor, "FIX.4.4", "SERVER", "CLIENT");
        client(&mut c);
        server(&mut s);
        Pair {
            now_ns: START_NS,
            latency_ns: MS,
            client: Node::new(c),
            server: Node::new(s),
            steps_left: 200_000,
            dies: Box::new(|| false),
        }
    }

    /// A pair that has logged on.
    pub fn up() -> Self {
        let mut pair = Pair::new();
        pair.log_on();
        pair
    }

    pub fn log_on(&mut self) {
        self.connect();
        self.run(100 * MS);
        assert!(self.client.session.is_logged_on() && self.server.session.is_logged_on());
    }

    pub fn connect(&mut self) {
        self.server.session.connected(self.now_ns).unwrap();
        self.client.session.connected(self.now_ns).unwrap();
    }

    /// The transport breaks: what is on its way is lost.
    pub fn cut(&mut self) {
        for node in [&mut self.client, &mut self.server] {
            node.inbound.clear();
            node.session.disconnected(self.now_ns);
        }
    }

    /// Lets `ns` pass.
    pub fn run(&mut self, ns: u64) {
        let end = self.now_ns + ns;
        loop {
            self.steps_left = self.steps_left.checked_sub(1).expect("a bounded number of steps");
            self.exchange();
            let next = [&self.client, &self.server]
                .into_iter()
                .flat_map(|node| {
                    [
                        node.session.poll_timeout(),
                        node.inbound.front().map(|(at, _)| *at),
                    ]
                })
                .flatten()
                .min()
                .filter(|&at| at <= end);
            match next {
                Some(at) => self.now_ns = self.now_ns.max(at),
                None => break,
            }
            let mut closed = false;
            let mut crashed = false;
            for node in [&mut self.client, &mut self.server] {
                if node.session.poll_timeout().is_some_and(|at| at <= self.now_ns) {
                    node.session.handle_timeout(self.now_ns);
                }
                if node.inbound.front().is_some_and(|(at, _)| *at <= self.now_ns) {
                    let (_, message) = node.inbound.pop_front().unwrap();
                    node.session.handle_bytes(self.now_ns, &message.0, &mut node.app);
                    if (self.dies)() {
                        node.crash();
                        crashed = true;
                    }
                }
                closed |= node.poll_events();
            }
            if crashed {
                self.cut();
            } else if closed {
                self.exchange();
                self.close();
            }
        }
        self.now_ns = end;
    }

    /// One side closed the transport: what was sent still arrives, then both are disconnected.
    fn close(&mut self) {
        for node in [&mut self.client, &mut self.server] {
            while let Some((_, message)) = node.inbound.pop_front() {
                node.session.handle_bytes(self.now_ns, &message.0, &mut node.app);
            }
            node.poll_events();
            node.session.disconnected(self.now_ns);
        }
    }

    /// Moves what is ready onto the link.
    fn exchange(&mut self) {
        let arrival_ns = self.now_ns + self.latency_ns;
        self.client.transmit(
            self.now_ns,
            arrival_ns,
            &mut self.server.inbound,
            &mut self.steps_left,
        );
        self.server.transmit(
            self.now_ns,
            arrival_ns,
            &mut self.client.inbound,
            &mut self.steps_left,
        );
    }

    /// The client sends application messages with ClOrdIDs from `ids`.
    pub fn client_sends(&mut self, ids: std::ops::Range<u64>) {
        for id in ids {
            let body = format!("11={id}\x01");
            self.client
                .session
                .send(self.now_ns, b"D", body.as_bytes())
                .expect("a session that is up");
        }
    }

    /// The server sends application messages with ClOrdIDs from `ids`.
    pub fn server_sends(&mut self, ids: std::ops::Range<u64>) {
        for id in ids {
            let body = format!("11={id}\x01");
            self.server
                .session
                .send(self.now_ns, b"8", body.as_bytes())
                .expect("a session that is up");
        }
    }
}
