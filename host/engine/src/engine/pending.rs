//! Accepted connections that have not yet said whose they are.

use fixnic_session::codec::{Framer, MessageView, Split};
use std::collections::BTreeMap;
use std::net::SocketAddr;

use crate::transport::{ConnectionId, Received, Transport};

/// Connections without a Logon at most; a further one is closed at once.
const MAX_PENDING: usize = 1024;
/// Bytes received from one connection at a time.
const RECEIVE_LIMIT: usize = 4096;
/// Longest first message, in bytes.
const MAX_LOGON_LEN: usize = 8192;

/// An accepted connection before its Logon.
#[derive(Debug)]
pub(crate) struct Stranger {
    pub listener: SocketAddr,
    pub peer: SocketAddr,
    received: Vec<u8>,
    deadline_ns: u64,
}

/// What a stranger's first message says of its session, from our point of view.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Identity {
    pub begin_string: Vec<u8>,
    pub sender_comp_id: Vec<u8>,
    pub target_comp_id: Vec<u8>,
}

/// What became of a stranger that was read.
#[derive(Debug)]
pub(crate) enum Reading {
    /// Its first message is not complete.
    Waits,
    /// It named its session; the bytes received so far begin with that message.
    Named {
        identity: Identity,
        stranger: Stranger,
        received: Vec<u8>,
    },
    /// It is to be closed.
    Refused { peer: SocketAddr, reason: &'static str },
}

/// All strangers.
#[derive(Debug, Default)]
pub(crate) struct Pending {
    strangers: BTreeMap<ConnectionId, Stranger>,
}

impl Pending {
    /// Keeps a new connection until its Logon or `deadline_ns`; false when there are too many.
    pub fn insert(
        &mut self,
        id: ConnectionId,
        listener: SocketAddr,
        peer: SocketAddr,
        deadline_ns: u64,
    ) -> bool {
        if self.strangers.len() >= MAX_PENDING {
            return false;
        }
        self.strangers.insert(
            id,
            Stranger {
                listener,
                peer,
                received: Vec::new(),
                deadline_ns,
            },
        );
        true
    }

    pub fn contains(&self, id: ConnectionId) -> bool {
        self.strangers.contains_key(&id)
    }

    pub fn remove(&mut self, id: ConnectionId) {
        self.strangers.remove(&id);
    }

    /// The connections whose time is over, taken out.
    pub fn take_expired(&mut self, now_ns: u64) -> Vec<(ConnectionId, Stranger)> {
        if self.strangers.is_empty() {
            return Vec::new();
        }
        self.strangers
            .extract_if(.., |_, stranger| stranger.deadline_ns <= now_ns)
            .collect()
    }

    /// All connections, taken out.
    pub fn take_all(&mut self) -> Vec<ConnectionId> {
        std::mem::take(&mut self.strangers).into_keys().collect()
    }

    pub fn poll_timeout(&self) -> Option<u64> {
        self.strangers.values().map(|stranger| stranger.deadline_ns).min()
    }

    /// Reads what a stranger sent. It is taken out unless it [`Reading::Waits`].
    pub fn read<T: Transport>(&mut self, id: ConnectionId, transport: &mut T) -> Reading {
        let Some(stranger) = self.strangers.get_mut(&id) else {
            return Reading::Waits;
        };
        let peer = stranger.peer;
        let reading = loop {
            match transport.receive(id, &mut stranger.received, RECEIVE_LIMIT) {
                Ok(Received::Bytes(_)) => {}
                Ok(Received::Nothing) => return Reading::Waits,
                Ok(Received::End) | Err(_) => break Err("it closed the connection before its Logon"),
            }
            match identify(&stranger.received) {
                Ok(None) => {}
                Ok(Some(identity)) => break Ok(identity),
                Err(reason) => break Err(reason),
            }
        };
        let taken = self.strangers.remove(&id);
        match (reading, taken) {
            (Ok(identity), Some(mut stranger)) => {
                let received = std::mem::take(&mut stranger.received);
                Reading::Named {
                    identity,
                    stranger,
                    received,
                }
            }
            (Err(reason), _) => Reading::Refused { peer, reason },
            (Ok(_), None) => Reading::Waits,
        }
    }
}

/// The session that the first message in `received` names; `None` while it is not complete.
fn identify(received: &[u8]) -> Result<Option<Identity>, &'static str> {
    let framer = Framer {
        message_len_max: MAX_LOGON_LEN,
        ..Framer::default()
    };
    let len = match framer.split(received) {
        Split::Message { len } => len,
        Split::Incomplete { .. } => return Ok(None),
        Split::Garbled { .. } => return Err("its first bytes are no FIX message"),
    };
    let view = MessageView::parse(&received[..len]).map_err(|_| "its first message cannot be read")?;
    if view.msg_type() != b"A" {
        return Err("its first message is no Logon");
    }
    match (view.sender_comp_id(), view.target_comp_id()) {
        (Some(theirs), Some(ours)) => Ok(Some(Identity {
            begin_string: view.begin_string().to_vec(),
            sender_comp_id: ours.to_vec(),
            target_comp_id: theirs.to_vec(),
        })),
        _ => Err("its Logon lacks SenderCompID or TargetCompID"),
    }
}
