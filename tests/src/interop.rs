//! Our engine and QuickFIX joined by a relay: over kernel sockets, or with our side on a simulated NIC behind a TAP interface; either of
//! them listens.

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::mpsc::Receiver;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use fixnic::engine::Engine;
use fixnic::nic::{NicTransport, NicTransportConfig};
use fixnic::settings::Settings;
use fixnic_driver::{Nic, NicConfig, Tap, TapDevice};
use fixnic_sim::{Stalls, VerilatedDevice};
use tempfile::TempDir;

use crate::embedded::{Notice, OrderFlow, Running};
use crate::namespace::create_tap;
use crate::quickfix::{self, QuickFix, Role, Store};
use crate::relay::{Direction, Relay, Rule};

/// The kernel's side of the TAP interface, and the NIC's.
const KERNEL_ADDRESS: Ipv4Addr = Ipv4Addr::new(10, 77, 0, 1);
const NIC_ADDRESS: Ipv4Addr = Ipv4Addr::new(10, 77, 0, 2);

const CONNECT_TIMEOUT: Duration = Duration::from_secs(1);

/// What our side's bytes go through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// Kernel sockets.
    Kernel,
    /// The Verilated core behind a TAP interface; the test runs in a namespace of its own.
    Nic,
}

/// QuickFIX and our engine, TRADER being who connects and EXCHANGE who listens, with files as their stores, and a relay between them.
#[derive(Debug)]
pub struct Scene {
    link: Link,
    quickfix: Role,
    directory: TempDir,
    /// Where the listener listens.
    address: SocketAddr,
    relay: Relay,
}

/// A port that was free a moment ago; QuickFIX cannot listen on one of the system's choice.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("it listens").port()
}

impl Scene {
    /// A scene in which QuickFIX has this role, and the relay these rules.
    ///
    /// # Panics
    /// When an interface, a port or a directory cannot be had.
    pub fn new(link: Link, quickfix: Role, rules: Vec<Rule>) -> Scene {
        if link == Link::Nic {
            create_tap("tap0", &format!("{KERNEL_ADDRESS}/24"));
        }
        let ours = match link {
            Link::Kernel => Ipv4Addr::LOCALHOST,
            Link::Nic => NIC_ADDRESS,
        };
        let (listener, relay) = match (quickfix, link) {
            (Role::Initiator, _) => (ours, Ipv4Addr::LOCALHOST),
            (Role::Acceptor, Link::Kernel) => (Ipv4Addr::LOCALHOST, Ipv4Addr::LOCALHOST),
            (Role::Acceptor, Link::Nic) => (Ipv4Addr::LOCALHOST, KERNEL_ADDRESS),
        };
        let address = SocketAddr::from((listener, free_port()));
        Scene {
            link,
            quickfix,
            directory: tempfile::tempdir().expect("a directory"),
            address,
            relay: Relay::start(SocketAddr::from((relay, 0)), address, rules).expect("the relay listens"),
        }
    }

    /// The relay.
    pub fn relay(&self) -> &Relay {
        &self.relay
    }

    /// From QuickFIX to us.
    pub fn to_us(quickfix: Role) -> Direction {
        match quickfix {
            Role::Acceptor => Direction::FromTarget,
            Role::Initiator => Direction::ToTarget,
        }
    }

    /// Starts both, who listens first: QuickFIX with `theirs` as further settings of its session, our engine with `ours`, which sends `reports` ExecutionReports when it is up.
    pub fn start(&self, theirs: &str, ours: &str, reports: u64) -> (QuickFix, Running, Receiver<Notice>) {
        match self.quickfix {
            Role::Acceptor => {
                let quickfix = self.quickfix(theirs);
                let (engine, notices) = self.engine(ours, reports);
                (quickfix, engine, notices)
            }
            Role::Initiator => {
                let (engine, notices) = self.engine(ours, reports);
                // A Logon that finds nobody uses up a number all the same.
                while TcpStream::connect_timeout(&self.address, CONNECT_TIMEOUT).is_err() {
                    std::thread::yield_now();
                }
                (self.quickfix(theirs), engine, notices)
            }
        }
    }

    /// Starts QuickFIX; `more` are further settings of its session.
    fn quickfix(&self, more: &str) -> QuickFix {
        let directory = self.directory.path();
        let (port, own, other) = match self.quickfix {
            Role::Acceptor => (self.address.port(), "EXCHANGE", "TRADER"),
            Role::Initiator => (self.relay.address().port(), "TRADER", "EXCHANGE"),
        };
        let settings = quickfix::settings(self.quickfix, port, own, other, directory) + more;
        QuickFix::start(self.quickfix, Store::File, &settings, directory)
    }

    /// Starts our engine, which sends `reports` ExecutionReports when it is up; `more` are further settings of its session.
    ///
    /// # Panics
    /// When the settings are wrong.
    fn engine(&self, more: &str, reports: u64) -> (Running, Receiver<Notice>) {
        let role = match self.quickfix {
            Role::Acceptor => {
                let relay = self.relay.address();
                format!(
                    "ConnectionType=initiator\nSocketConnectHost={}\nSocketConnectPort={}\nReconnectInterval=1\n\
                     SenderCompID=TRADER\nTargetCompID=EXCHANGE\nHeartBtInt=30\n",
                    relay.ip(),
                    relay.port()
                )
            }
            Role::Initiator => format!(
                "ConnectionType=acceptor\nSocketAcceptPort={}\nSenderCompID=EXCHANGE\nTargetCompID=TRADER\n",
                self.address.port()
            ),
        };
        let device = match self.link {
            Link::Kernel => String::new(),
            Link::Nic => format!("Device=sim:tap0\nNicAddress={NIC_ADDRESS}/24\n"),
        };
        let store = self.directory.path().join("ours");
        let text = format!(
            "[SESSION]\n{role}{device}BeginString=FIX.4.4\nFileStorePath={}\n{more}",
            store.display()
        );
        let (settings, _) = Settings::parse(Path::new("interop.cfg"), &text).expect("the settings are right");
        let (app, notices) = OrderFlow::new(reports);
        let mut app = Some(app);
        let new_app = move |_: &_| app.take().expect("one session");
        let engine = match self.link {
            Link::Kernel => Running::start(move || Engine::new(&settings, new_app)),
            Link::Nic => Running::start(move || {
                let now_ns = SystemTime::now()
                    .duration_since(UNIX_EPOCH)
                    .expect("it is after 1970")
                    .as_nanos() as u64;
                let tap = Tap::open("tap0").expect("the TAP interface is there");
                let device = TapDevice::new(VerilatedDevice::new(1, Stalls::NONE), tap);
                let nic = Nic::open(device, NicConfig::default()).expect("the simulated NIC opens");
                let nic_settings = settings.nic.as_ref().expect("the settings name a NIC");
                let config = NicTransportConfig::from_settings(nic_settings, now_ns);
                let transport = NicTransport::new(nic, config, now_ns);
                Engine::with_transport(&settings, transport, now_ns, new_app)
            }),
        };
        (engine, notices)
    }
}

impl Drop for Scene {
    /// A test that fails says what came by.
    fn drop(&mut self) {
        if std::thread::panicking() {
            for seen in self.relay.seen() {
                let (direction, action, text) = (seen.direction, seen.action, seen.text);
                eprintln!("{direction:?} {action:?} {text}");
            }
        }
    }
}
