//! Settings in QuickFIX's .cfg format and with its key names, so that existing files work.
//!
//! A key nobody knows is a [`Warning`] with file and line; a key that QuickFIX honours and this engine does not is one
//! too, unless its value asks for what happens anyway; a wrong value is a [`SettingsError`] that says what would be right.
//!
//! Honoured keys, and what holds when nobody gives them:
//!
//! | Key | Values | Default |
//! |---|---|---|
//! | BeginString | FIX.4.0 to FIX.4.4, FIXT.1.1 | required |
//! | SenderCompID, TargetCompID | printable ASCII | required |
//! | SessionQualifier | text | none |
//! | SenderSubID, TargetSubID | text | not sent |
//! | DefaultApplVerID | FIX.5.0SP2, or its number | required with FIXT.1.1 |
//! | ConnectionType | initiator, acceptor | required |
//! | HeartBtInt | seconds | required of an initiator |
//! | SocketConnectHost, SocketConnectPort (and with 1, 2, ...) | host, port | required of an initiator |
//! | SocketAcceptHost (or SocketAcceptAddress), SocketAcceptPort | address, port | all addresses; port required of an acceptor |
//! | SocketNodelay, SocketTcpNoDelay | Y, N | Y |
//! | ReconnectInterval | seconds | 30 |
//! | LogonTimeout, LogoutTimeout | seconds | 10, 2 |
//! | ResetOnLogon, ResetOnLogout, ResetOnDisconnect | Y, N | N |
//! | CheckLatency, MaxLatency | Y or N, seconds | Y, 120 |
//! | CheckCompID | Y, N | Y |
//! | ValidateLengthAndChecksum | Y, N (CheckSum only: BodyLength frames messages) | Y |
//! | TimeStampPrecision | SECONDS, MILLIS, MICROS, NANOS, or 0 to 9 digits | MILLIS |
//! | MillisecondsInTimeStamp | Y, N; for settings without TimeStampPrecision | Y |
//! | EnableLastMsgSeqNumProcessed | Y, N | N |
//! | ResendRequestChunkSize, MaxMessagesInResendRequest | messages, 0 for all | 0 |
//! | ClosedResendInterval, SendRedundantResendRequests | Y, N | N |
//! | EnableNextExpectedMsgSeqNum, SendNextExpectedMsgSeqNum | Y, N | N |
//! | StartTime, EndTime (and StartDay, EndDay) | hh:mm:ss, which a zone may follow; days of the week | around the clock |
//! | Weekdays | days with commas between, on which daily hours start | all |
//! | LogonTime, LogoutTime, LogonDay, LogoutDay | as StartTime and so on | the session's hours |
//! | TimeZone, UseLocalTime | a zone of the IANA database; Y, N | UTC |
//! | NonStopSession | Y, N; Y puts all of the hours out of force | N |
//! | UseDataDictionary | Y, N | N |
//! | DataDictionary; with FIXT.1.1 TransportDataDictionary and AppDataDictionary | files in QuickFIX's XML format | required by UseDataDictionary=Y |
//! | AppDataDictionary.FIX.4.0 to AppDataDictionary.FIX.5.0SP2 | files for messages of other versions (ApplVerID) | those messages are refused |
//! | AllowUnknownMsgFields | Y, N | N |
//! | ValidateFieldsOutOfOrder, ValidateFieldsHaveValues, ValidateUserDefinedFields | Y, N | Y |
//! | RefreshOnLogon | Y, N; Y: the store is released between connections, for a process that stands by | N |
//! | PersistMessages | Y, N | Y |
//! | FileStorePath | directory | memory, with a warning |
//! | FileLogPath | directory of text logs of messages and events | none |
//!
//! and keys of this engine alone:
//!
//! | Key | Values | Default |
//! |---|---|---|
//! | Device | kernel, sim:TAPNAME, vfio:DDDD:BB:DD.F, vfio-user:SOCKET | kernel |
//! | NicAddress | a.b.c.d/len | required of a NIC |
//! | NicGateway | a.b.c.d | none |
//! | NicMac | xx:xx:xx:xx:xx:xx | the device's |
//! | NicRing | 0 to 3: the RX ring of the session's frames | 0 |
//! | NicThreads | Y, N; Y: `fixnic run` and `serve` poll each NicRing of 1 to 3 on a thread of its own | N |
//! | ReconnectIntervalMax | seconds; pauses double up to it, with jitter | ReconnectInterval: all pauses are equal |
//! | ReconnectSeed | a number, for the same jitter again | chosen, and logged |
//! | Username, Password | text, sent in Logon as 553 and 554 | not sent |
//! | StoreSync | message, batch, or milliseconds | batch |
//! | StoreSegmentSize | MiB, 1 to 256 | 64 |
//! | StoreIncoming | Y, N: received messages are kept too, for `fixnic journal` | N |
//! | MaxMessageLength | bytes, 1024 to 16777216; a longer message is garbled | 65536 |
//! | MaxGapMessages, MaxGapBytes | messages and bytes kept while a gap is open; more is a Logout | 100000, 67108864 |
//! | MaxTransmitBytes | bytes that may wait to be sent; beyond, `send` is refused | 16777216 |
//! | ResendBatchSize | messages resent before others get their turn | 64 |
//! | ResendTimeout, ResendAttempts | seconds without progress until a resend is asked for again; how often, before a Logout | 10, 3 |
//! | Compatibility | FIX, QuickFIX | FIX |

mod builder;
mod error;
mod file;
mod hours;
mod keys;
mod read;
mod rings;
mod value;

use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use fixnic_dictionary::Options;
use fixnic_store::SyncPolicy;

use crate::schedule::SessionHours;

pub use builder::SettingsBuilder;
pub use error::{SettingsError, Warning};

use file::{Section, SettingsFile};
use keys::Treatment;
use value::Keys;

/// Everything a settings file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// What carries the TCP connections of all sessions.
    pub device: DeviceSetting,
    /// Addresses of the NIC; `None` with the kernel's sockets.
    pub nic: Option<NicSettings>,
    /// The sessions, in the order of the file.
    pub sessions: Vec<SessionSettings>,
}

/// `Device`: what carries the TCP connections.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum DeviceSetting {
    /// `kernel`: the operating system's sockets.
    #[default]
    Kernel,
    /// `sim:NAME`: the Verilated NIC on the TAP interface of this name.
    Sim {
        /// Name of the TAP interface.
        tap: String,
    },
    /// `vfio:BDF`: a card, by its PCI address.
    Vfio {
        /// PCI address, such as `0000:03:00.0`.
        bdf: String,
    },
    /// `vfio-user:SOCKET`: a simulated card in another process.
    VfioUser {
        /// Path of its socket.
        socket: String,
    },
}

/// `NicAddress`, `NicGateway`, `NicMac`: who the NIC is on its network; `NicThreads`: who polls it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NicSettings {
    /// The NIC's own address and network.
    pub address: Ipv4Cidr,
    /// Where everything outside the network goes; `None`: nowhere.
    pub gateway: Option<Ipv4Addr>,
    /// The NIC's own MAC address; `None`: the device's.
    pub mac: Option<MacAddress>,
    /// `NicThreads`: the sessions of each ring of 1 or more run on a thread of their own ([`CardEngines`](crate::engine::CardEngines)).
    pub threads: bool,
}

/// An address with the length of its network's prefix, as in 10.0.0.2/24.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ipv4Cidr {
    /// The address.
    pub address: Ipv4Addr,
    /// Length of the prefix, in bits, from 1 to 32.
    pub prefix_len: u8,
}

/// A station's MAC address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MacAddress(pub [u8; 6]);

/// What identifies a session among all others.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SessionName {
    /// BeginString (8), such as `FIX.4.4` or `FIXT.1.1`.
    pub begin_string: String,
    /// Our CompID (49 of what we send).
    pub sender_comp_id: String,
    /// The counterparty's CompID (56 of what we send).
    pub target_comp_id: String,
    /// Tells sessions with the same CompIDs apart; not on the wire.
    pub qualifier: Option<String>,
}

/// Who connects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// We connect to the first of these that answers, in turn.
    Initiator {
        /// SocketConnectHost and SocketConnectPort, then those with a number.
        addresses: Vec<HostPort>,
        /// Pauses between two attempts.
        backoff: Backoff,
    },
    /// We accept connections; several sessions may share an address and are told apart by their Logon.
    Acceptor {
        /// Where to listen.
        address: SocketAddr,
    },
}

/// Pauses between an initiator's attempts to connect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Backoff {
    /// `ReconnectInterval`: the first pause, in nanoseconds, and the one after a session that was up.
    pub interval_ns: u64,
    /// `ReconnectIntervalMax`: pauses double from attempt to attempt up to this one, in nanoseconds, and each is cut by up to a half
    /// at random. `None`: all are `interval_ns`, as in QuickFIX.
    pub interval_max_ns: Option<u64>,
    /// `ReconnectSeed`: what the randomness begins with. `None`: the engine chooses, and logs it.
    pub seed: Option<u64>,
}

impl Backoff {
    /// The longest pause, in nanoseconds.
    pub fn max_ns(&self) -> u64 {
        self.interval_max_ns
            .unwrap_or(self.interval_ns)
            .max(self.interval_ns)
    }
}

/// A host, by name or address, and a port.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostPort {
    /// Name or address; a name is looked up when the engine starts, and again before each further attempt to connect.
    pub host: String,
    /// TCP port.
    pub port: u16,
}

/// `Compatibility`: whose reading of the rules to follow where scripts in circulation differ from the specification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Compatibility {
    /// The FIX specification's.
    #[default]
    Specification,
    /// QuickFIX's.
    QuickFix,
}

/// One session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionSettings {
    /// What identifies the session.
    pub name: SessionName,
    /// SenderSubID (50) of what we send.
    pub sender_sub_id: Option<String>,
    /// TargetSubID (57) of what we send.
    pub target_sub_id: Option<String>,
    /// Username (553) of our Logon.
    pub username: Option<String>,
    /// Password (554) of our Logon.
    pub password: Option<Secret>,
    /// DefaultApplVerID (1137), needed when BeginString is FIXT.1.1.
    pub default_appl_ver_id: Option<String>,
    /// Who connects, and where.
    pub role: Role,
    /// HeartBtInt (108) in seconds; an acceptor takes the counterparty's.
    pub heart_bt_int_s: u32,
    /// How long a connection may take to complete its Logon, in nanoseconds.
    pub logon_timeout_ns: u64,
    /// How long to wait for the answer to our Logout, in nanoseconds.
    pub logout_timeout_ns: u64,
    /// Both numbers begin at 1 with each Logon.
    pub reset_on_logon: bool,
    /// Both numbers begin at 1 after a Logout.
    pub reset_on_logout: bool,
    /// Both numbers begin at 1 after a disconnection.
    pub reset_on_disconnect: bool,
    /// How far SendingTime (52) may be off, in nanoseconds; `None`: unchecked.
    pub max_latency_ns: Option<u64>,
    /// Messages with other CompIDs than the session's are refused.
    pub check_comp_id: bool,
    /// Messages with a wrong CheckSum (10) are garbled.
    pub validate_check_sum: bool,
    /// Digits behind the second in the SendingTime we send.
    pub timestamp_digits: u8,
    /// LastMsgSeqNumProcessed (369) is sent.
    pub last_msg_seq_num_processed: bool,
    /// A ResendRequest is repeated with every message ahead of a gap.
    pub redundant_resend_requests: bool,
    /// Most messages asked for in one ResendRequest; 0: all of a gap.
    pub resend_request_chunk_size: u64,
    /// ResendRequests end at the last missing number instead of 0 (infinity).
    pub closed_resend_interval: bool,
    /// NextExpectedMsgSeqNum (789) is sent and heeded in Logon.
    pub next_expected_msg_seq_num: bool,
    /// Whose reading of the rules to follow.
    pub compatibility: Compatibility,
    /// `UseDataDictionary`: messages are validated; `None`: they are not.
    pub validation: Option<ValidationSettings>,
    /// When the session may be up, and when its numbers begin anew.
    pub hours: SessionHours,
    /// `NicRing`: the NIC's receive ring for the session's frames, once the NIC follows them.
    pub nic_ring: u8,
    /// Small segments are sent at once (TCP_NODELAY).
    pub no_delay: bool,
    /// Where the session's messages and numbers are kept.
    pub store: StoreSettings,
    /// What bounds memory and waiting.
    pub limits: Limits,
    /// `FileLogPath`: a directory for the session's message and event logs; `None`: there are none.
    pub file_log_path: Option<PathBuf>,
    /// Line of the section's head.
    pub line: usize,
}

/// What bounds a session's memory and its waiting for a resend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// `MaxMessageLength`: the longest message taken, in bytes.
    pub message_len_max: usize,
    /// `MaxGapMessages`: messages kept while a gap is open; one more is a Logout.
    pub gap_messages_max: usize,
    /// `MaxGapBytes`: bytes kept while a gap is open; more is a Logout.
    pub gap_bytes_max: usize,
    /// `MaxTransmitBytes`: bytes that may wait to be sent; more is a `SendError::Backlog`.
    pub transmit_bytes_max: usize,
    /// `ResendBatchSize`: messages resent before others get their turn.
    pub resend_batch: usize,
    /// `ResendTimeout`: when a resend that makes no progress is asked for again, in nanoseconds.
    pub resend_timeout_ns: u64,
    /// `ResendAttempts`: how often the same messages are asked for before the session ends with a Logout.
    pub resend_attempts_max: u32,
}

/// What a session's messages are validated against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValidationSettings {
    /// `TransportDataDictionary`, or `DataDictionary`: header, trailer and administrative messages.
    pub transport: PathBuf,
    /// With FIXT.1.1 `AppDataDictionary`, for DefaultApplVerID, and `AppDataDictionary.VERSION`, by ApplVerID (1128): all other
    /// messages. Empty: they are in `transport` too.
    pub applications: Vec<(String, PathBuf)>,
    /// What is checked.
    pub options: Options,
}

/// A value that does not show in debug texts.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(pub String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(...)")
    }
}

/// Where a session's messages and numbers are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoreSettings {
    /// `FileStorePath`: a directory; `None`: in memory, lost with the process.
    pub directory: Option<PathBuf>,
    /// `PersistMessages`: when not, only numbers are kept and a resend is a GapFill.
    pub persist_messages: bool,
    /// `StoreSync`: what a stored message has survived.
    pub sync: SyncPolicy,
    /// `StoreSegmentSize`: length at which a file of the log is closed and the next one begun, in bytes.
    pub segment_len_max: u64,
    /// `RefreshOnLogon`: the store is open only while the session has a connection, and read again before each; another process may
    /// have it in between.
    pub refresh_on_logon: bool,
    /// `StoreIncoming`: received messages are kept too, with the NIC's verdicts and their times.
    pub incoming: bool,
}

impl Settings {
    /// Reads a settings file.
    ///
    /// # Errors
    /// When the file cannot be read, a line has no meaning, a key has a wrong value or a needed key is missing.
    pub fn load(path: impl AsRef<Path>) -> Result<(Settings, Vec<Warning>), SettingsError> {
        let path = path.as_ref();
        let read_error = |source| SettingsError::Read {
            path: path.to_owned(),
            source,
        };
        let len = std::fs::metadata(path).map_err(read_error)?.len();
        if len > file::MAX_FILE_LEN {
            let limit = format!("{len} bytes, over the limit of {}", file::MAX_FILE_LEN);
            return Err(read_error(std::io::Error::new(
                std::io::ErrorKind::FileTooLarge,
                limit,
            )));
        }
        Settings::parse(path, &std::fs::read_to_string(path).map_err(read_error)?)
    }

    /// Reads the text of a settings file; `path` is what errors and warnings call it.
    ///
    /// # Errors
    /// As [`Settings::load`].
    pub fn parse(path: &Path, text: &str) -> Result<(Settings, Vec<Warning>), SettingsError> {
        let mut warnings = Vec::new();
        let file = SettingsFile::parse(path, text, &mut warnings)?;
        for section in std::iter::once(&file.default).chain(&file.sessions) {
            warn_of_keys(path, section, &mut warnings);
        }
        let Some(first) = file.sessions.first() else {
            return Err(SettingsError::NoSession {
                path: path.to_owned(),
            });
        };
        // One engine drives one device: the first session speaks for all.
        let first_keys = Keys {
            path,
            section: first,
            default: &file.default,
        };
        let (device, nic) = read::device(&first_keys)?;
        let mut sessions: Vec<SessionSettings> = Vec::new();
        for section in &file.sessions {
            let keys = Keys {
                path,
                section,
                default: &file.default,
            };
            let (other, other_nic) = read::device(&keys)?;
            if let (true, Some(entry)) = (other != device, keys.get("Device")) {
                return Err(keys.bad_value(entry, format!("Device={device} as in the first [SESSION]")));
            }
            let threads = |nic: &Option<NicSettings>| nic.as_ref().is_some_and(|nic| nic.threads);
            if let (true, Some(entry)) = (threads(&other_nic) != threads(&nic), keys.get("NicThreads")) {
                return Err(keys.bad_value(entry, "the same as in the first [SESSION]: give it in [DEFAULT]"));
            }
            let session = read::session(&keys)?;
            if threads(&nic) {
                rings::check_port(&keys, &session, &sessions)?;
            }
            if let Some(first) = sessions.iter().find(|other| other.name == session.name) {
                return Err(SettingsError::RepeatedSession {
                    path: path.to_owned(),
                    line: session.line,
                    first_line: first.line,
                    id: session.name.to_string(),
                });
            }
            if session.store.directory.is_none() {
                warnings.push(Warning::MemoryStore {
                    path: path.to_owned(),
                    line: section.line,
                    session: session.name.to_string(),
                });
            }
            sessions.push(session);
        }
        let settings = Settings {
            device,
            nic,
            sessions,
        };
        rings::warn(&settings, &first_keys, &mut warnings);
        warnings.sort_by_key(Warning::line);
        Ok((settings, warnings))
    }
}

fn warn_of_keys(path: &Path, section: &Section, warnings: &mut Vec<Warning>) {
    for entry in &section.entries {
        match keys::treatment(&entry.key) {
            None => warnings.push(Warning::UnknownKey {
                path: path.to_owned(),
                line: entry.line,
                key: entry.key.clone(),
            }),
            Some(Treatment::NotHonoured { harmless, instead })
                if !harmless.contains(&entry.value.as_str()) =>
            {
                warnings.push(Warning::NotHonoured {
                    path: path.to_owned(),
                    line: entry.line,
                    key: entry.key.clone(),
                    value: entry.value.clone(),
                    instead,
                });
            }
            Some(Treatment::Partly { whole, but }) if !whole.contains(&entry.value.as_str()) => {
                warnings.push(Warning::PartlyHonoured {
                    path: path.to_owned(),
                    line: entry.line,
                    key: entry.key.clone(),
                    value: entry.value.clone(),
                    but,
                });
            }
            Some(_) => {}
        }
    }
}

impl std::str::FromStr for DeviceSetting {
    type Err = ();

    fn from_str(text: &str) -> Result<DeviceSetting, ()> {
        // An interface name is at most 15 bytes and has neither a slash nor a space (Linux, IFNAMSIZ).
        let interface = |name: &&str| {
            (1..=15).contains(&name.len()) && !name.contains(['/', ' ', ':']) && name.is_ascii()
        };
        match text.split_once(':') {
            None if text == "kernel" => Ok(DeviceSetting::Kernel),
            Some(("sim", tap)) => Some(tap)
                .filter(interface)
                .map(|tap| DeviceSetting::Sim { tap: tap.to_owned() })
                .ok_or(()),
            Some(("vfio-user", socket)) if !socket.is_empty() => Ok(DeviceSetting::VfioUser {
                socket: socket.to_owned(),
            }),
            Some(("vfio", bdf)) if is_pci_address(bdf) => Ok(DeviceSetting::Vfio { bdf: bdf.to_owned() }),
            _ => Err(()),
        }
    }
}

/// Whether `text` reads dddd:bb:dd.f in hexadecimal, as Linux writes PCI addresses.
fn is_pci_address(text: &str) -> bool {
    let pattern = b"hhhh:hh:hh.h";
    text.len() == pattern.len()
        && text.bytes().zip(pattern).all(|(b, p)| {
            if *p == b'h' {
                b.is_ascii_hexdigit()
            } else {
                b == *p
            }
        })
}

impl fmt::Display for DeviceSetting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DeviceSetting::Kernel => f.write_str("kernel"),
            DeviceSetting::Sim { tap } => write!(f, "sim:{tap}"),
            DeviceSetting::Vfio { bdf } => write!(f, "vfio:{bdf}"),
            DeviceSetting::VfioUser { socket } => write!(f, "vfio-user:{socket}"),
        }
    }
}

impl fmt::Display for SessionName {
    /// As QuickFIX writes it: BeginString:SenderCompID->TargetCompID:qualifier.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}->{}",
            self.begin_string, self.sender_comp_id, self.target_comp_id
        )?;
        self.qualifier
            .as_ref()
            .map_or(Ok(()), |qualifier| write!(f, ":{qualifier}"))
    }
}
