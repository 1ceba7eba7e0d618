//! An initiator's way back to its counterparty: which address next, when, and what its name means by then.

use std::io;
use std::net::{SocketAddr, ToSocketAddrs};
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::thread;

use crate::settings::{Backoff, HostPort};

/// How often the answer to a look-up is asked for, in nanoseconds.
const LOOK_UP_TURN_NS: u64 = 20_000_000;
/// How long a look-up may take before the addresses of the last one are tried, in nanoseconds.
const LOOK_UP_TIMEOUT_NS: u64 = 5_000_000_000;

/// Finds the addresses of a host.
pub trait Resolver: Send {
    /// The addresses, waited for: called when the engine starts.
    ///
    /// # Errors
    /// The system's own.
    fn look_up(&mut self, host: &HostPort) -> io::Result<Vec<SocketAddr>>;

    /// Asks for the addresses, or looks whether the answer to that is there; `None` until it is. Called again with the same host, or
    /// with another, which puts the question that was open out of mind. It must not block.
    fn poll_look_up(&mut self, host: &HostPort) -> Option<io::Result<Vec<SocketAddr>>>;
}

/// The system's look-up, on a thread of its own for each question.
#[derive(Debug, Default)]
pub struct SystemResolver {
    open: Option<(HostPort, Receiver<io::Result<Vec<SocketAddr>>>)>,
}

fn system_look_up(host: &HostPort) -> io::Result<Vec<SocketAddr>> {
    Ok((host.host.as_str(), host.port).to_socket_addrs()?.collect())
}

impl Resolver for SystemResolver {
    fn look_up(&mut self, host: &HostPort) -> io::Result<Vec<SocketAddr>> {
        system_look_up(host)
    }

    fn poll_look_up(&mut self, host: &HostPort) -> Option<io::Result<Vec<SocketAddr>>> {
        let Some((_, answer)) = self.open.as_ref().filter(|(asked, _)| asked == host) else {
            let (sender, answer) = mpsc::sync_channel(1);
            let name = host.clone();
            let asked = thread::Builder::new()
                .name("fixnic-look-up".to_owned())
                .spawn(move || drop(sender.send(system_look_up(&name))));
            self.open = Some((host.clone(), answer));
            return asked.err().map(Err);
        };
        let found = match answer.try_recv() {
            Ok(found) => found,
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => Err(io::ErrorKind::Interrupted.into()),
        };
        self.open = None;
        Some(found)
    }
}

/// A host and what its name means.
pub(crate) struct Host {
    name: HostPort,
    addresses: Vec<SocketAddr>,
}

impl Host {
    /// A host whose name is looked up now.
    ///
    /// # Errors
    /// The look-up's own, and NotFound when the name has no address.
    pub fn look_up(name: HostPort, resolver: &mut dyn Resolver) -> io::Result<Host> {
        let addresses = resolver.look_up(&name)?;
        if addresses.is_empty() {
            return Err(io::ErrorKind::NotFound.into());
        }
        Ok(Host { name, addresses })
    }

    /// Whether the name may come to mean another address.
    fn is_name(&self) -> bool {
        self.name.host.parse::<std::net::IpAddr>().is_err()
    }
}

/// When and where to connect next. Names are looked up again before each attempt but the first, on a thread of their own, so that a
/// slow name server holds no session up.
pub(crate) struct Reconnect {
    hosts: Vec<Host>,
    /// Host and address to be tried next.
    next: (usize, usize),
    at_ns: u64,
    backoff: Backoff,
    /// The next pause, before jitter.
    pause_ns: u64,
    random: u64,
    /// The host's name is to be looked up before it is tried.
    stale: bool,
    /// When a look-up under way is given up.
    look_up_deadline_ns: Option<u64>,
    resolver: Box<dyn Resolver>,
}

impl std::fmt::Debug for Reconnect {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reconnect")
            .field("next", &self.next)
            .field("at_ns", &self.at_ns)
            .finish_non_exhaustive()
    }
}

impl Reconnect {
    /// Connects from `now_ns` on, to `hosts` in turn. `seed` decides the jitter.
    pub fn new(
        hosts: Vec<Host>,
        backoff: Backoff,
        seed: u64,
        resolver: Box<dyn Resolver>,
        now_ns: u64,
    ) -> Reconnect {
        Reconnect {
            hosts,
            next: (0, 0),
            at_ns: now_ns,
            backoff,
            pause_ns: backoff.interval_ns,
            random: seed,
            stale: false,
            look_up_deadline_ns: None,
            resolver,
        }
    }

    /// When [`Reconnect::due`] has something to say.
    pub fn at_ns(&self) -> u64 {
        self.at_ns
    }

    /// Connects at `now_ns`, whatever pause was meant.
    pub fn at_once(&mut self, now_ns: u64) {
        self.at_ns = now_ns;
    }

    /// The address to connect to, if it is time and the name is known.
    pub fn due(&mut self, now_ns: u64) -> Option<SocketAddr> {
        if self.at_ns > now_ns || self.hosts.is_empty() {
            return None;
        }
        let (at, _) = self.next;
        if self.stale && self.hosts[at].is_name() && !self.answered(now_ns) {
            self.at_ns = now_ns.saturating_add(LOOK_UP_TURN_NS);
            return None;
        }
        self.stale = false;
        let (at, address) = self.next;
        Some(self.hosts[at].addresses[address])
    }

    /// Asks for the host's addresses, or looks whether they are there. True when there is no more to wait for.
    fn answered(&mut self, now_ns: u64) -> bool {
        let (at, _) = self.next;
        let host = &mut self.hosts[at];
        let deadline_ns = *self
            .look_up_deadline_ns
            .get_or_insert(now_ns.saturating_add(LOOK_UP_TIMEOUT_NS));
        let reason = match self.resolver.poll_look_up(&host.name) {
            None if now_ns < deadline_ns => return false,
            None => "no answer".to_owned(),
            Some(Err(error)) => error.to_string(),
            Some(Ok(addresses)) if addresses.is_empty() => "the name has no address".to_owned(),
            Some(Ok(addresses)) => {
                if addresses != host.addresses {
                    tracing::info!(
                        host = host.name.host,
                        ?addresses,
                        "the name means other addresses now"
                    );
                    host.addresses = addresses;
                    self.next.1 = 0;
                }
                return true;
            }
        };
        tracing::warn!(
            host = host.name.host,
            reason,
            "the name cannot be looked up: its last known address is tried"
        );
        true
    }

    /// The attempt failed, or the connection ended before the session was up: the next address, after a pause that grows. Says the
    /// address that failed and the pause, in nanoseconds.
    pub fn failed(&mut self, now_ns: u64) -> (SocketAddr, u64) {
        let (at, address) = self.next;
        let failed = self.hosts[at].addresses[address];
        self.next = if address + 1 < self.hosts[at].addresses.len() {
            (at, address + 1)
        } else {
            ((at + 1) % self.hosts.len(), 0)
        };
        let pause_ns = self.pause(now_ns);
        self.pause_ns = self.pause_ns.saturating_mul(2).min(self.backoff.max_ns());
        (failed, pause_ns)
    }

    /// The session was up and its connection ended: back to the same address after the first pause.
    pub fn ended(&mut self, now_ns: u64) {
        self.pause_ns = self.backoff.interval_ns;
        self.pause(now_ns);
    }

    fn pause(&mut self, now_ns: u64) -> u64 {
        let mut pause_ns = self.pause_ns;
        if self.backoff.max_ns() > self.backoff.interval_ns {
            // Between half and all of it, so that many sessions do not come back at the same moment.
            let half = pause_ns / 2;
            pause_ns = half + self.next_random() % (pause_ns - half + 1);
        }
        self.stale = true;
        self.look_up_deadline_ns = None;
        self.at_ns = now_ns.saturating_add(pause_ns);
        pause_ns
    }

    /// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
    fn next_random(&mut self) -> u64 {
        self.random = self.random.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.random;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}
