//! The RX rings of a NIC that sessions ask for (`NicRing`), and the threads that poll them (`NicThreads`).

use super::value::Keys;
use super::{DeviceSetting, Role, SessionSettings, Settings, SettingsError, Warning};

impl Settings {
    /// The sessions with this `NicRing`, for the engine on that ring's thread
    /// ([`NicTransport::lend_to_thread`](crate::nic::NicTransport::lend_to_thread)).
    pub fn on_ring(&self, ring: u8) -> Settings {
        let sessions = self.sessions.iter().filter(|session| session.nic_ring == ring);
        Settings {
            sessions: sessions.cloned().collect(),
            ..self.clone()
        }
    }

    /// Ports on which the sessions accept connections, each once; 0, for one that is free, is none.
    pub fn accept_ports(&self) -> Vec<u16> {
        let mut ports: Vec<u16> = self.sessions.iter().filter_map(accept_port).collect();
        ports.sort_unstable();
        ports.dedup();
        ports
    }

    /// Receive rings that the sessions need of a NIC: one more than the highest `NicRing`.
    pub fn nic_rings(&self) -> u32 {
        let highest = self.sessions.iter().map(|session| session.nic_ring).max();
        u32::from(highest.unwrap_or(0)) + 1
    }

    /// The rings whose sessions run on a thread of their own, in order: with `NicThreads` each `NicRing` of 1 or more that a session has, without it none.
    pub fn thread_rings(&self) -> Vec<u8> {
        if !self.nic.as_ref().is_some_and(|nic| nic.threads) {
            return Vec::new();
        }
        let mut rings: Vec<u8> = self.sessions.iter().map(|session| session.nic_ring).collect();
        rings.retain(|ring| *ring > 0);
        rings.sort_unstable();
        rings.dedup();
        rings
    }
}

fn accept_port(session: &SessionSettings) -> Option<u16> {
    match &session.role {
        Role::Acceptor { address } => Some(address.port()).filter(|port| *port != 0),
        Role::Initiator { .. } => None,
    }
}

/// `NicThreads`, which asks for a NIC.
pub(super) fn threads(keys: &Keys<'_>, device: &DeviceSetting) -> Result<bool, SettingsError> {
    let threads = keys.yes_no("NicThreads", false)?;
    match keys.get("NicThreads") {
        Some(entry) if threads && *device == DeviceSetting::Kernel => Err(keys.bad_value(
            entry,
            "N with Device=kernel, which has no RX rings that threads could poll",
        )),
        _ => Ok(threads),
    }
}

/// What sessions with a thread for each ring cannot do: listen on a port of another thread's. `before` are those of the sections before.
pub(super) fn check_port(
    keys: &Keys<'_>,
    session: &SessionSettings,
    before: &[SessionSettings],
) -> Result<(), SettingsError> {
    let port = accept_port(session);
    let shares = |other: &&SessionSettings| {
        port.is_some() && accept_port(other) == port && other.nic_ring != session.nic_ring
    };
    match (before.iter().find(shares), keys.get("SocketAcceptPort")) {
        (Some(other), Some(entry)) => Err(keys.bad_value(
            entry,
            format!(
                "with NicThreads=Y a port for each NicRing: this session has NicRing={}, and session {} at line {}, which listens there too, NicRing={}",
                session.nic_ring, other.name, other.line, other.nic_ring
            ),
        )),
        _ => Ok(()),
    }
}

/// `NicThreads=Y` without a ring that could have a thread.
pub(super) fn warn(settings: &Settings, keys: &Keys<'_>, warnings: &mut Vec<Warning>) {
    let asks = settings.nic.as_ref().is_some_and(|nic| nic.threads);
    let is_idle = asks && settings.thread_rings().is_empty();
    if let (true, Some(entry)) = (is_idle, keys.get("NicThreads")) {
        warnings.push(Warning::PartlyHonoured {
            path: keys.path.to_owned(),
            line: entry.line,
            key: entry.key.clone(),
            value: entry.value.clone(),
            but: "no session has NicRing=1 to 3, so one thread polls all",
        });
    }
}
