//! One TCP connection over the NIC.

use super::offload::Offload;
use fixnic_abi::lookup::FourTuple;
use fixnic_driver::Place;
use smoltcp::iface::SocketHandle;
use std::net::SocketAddr;

/// Where a connection stands, seen from its owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    /// We connect.
    Connecting,
    /// A counterparty connects to this listener.
    Accepting { listener: SocketAddr },
    /// Up, and known to the owner.
    Open,
    /// The owner has closed it; the last bytes leave.
    Closing { deadline_ns: u64 },
    /// Given up; the reset leaves with the next poll.
    Aborted,
}

#[derive(Debug)]
pub(super) struct Connection {
    pub handle: SocketHandle,
    pub tuple: FourTuple,
    pub phase: Phase,
    /// From the counterparty's SYN on.
    pub offload: Option<Offload>,
    /// Where the core has it.
    pub place: Option<Place>,
    /// RX ring of its last ARM.
    pub ring: Option<u8>,
    /// The core has no place for it, or its engine no ring here.
    pub no_place: bool,
    /// A place was asked for, and the owner of the card has not answered yet.
    pub awaits_place: bool,
    /// The message boundary at which it may be armed when an answer has come, of the card's owner or the core: ring, position and number.
    pub boundary: Option<(u8, u64, u64)>,
    /// Bytes handed to the owner.
    pub received: u64,
    /// A Readable event waits to be taken.
    pub readable_queued: bool,
    /// The owner waits for Writable.
    pub awaits_room: bool,
    /// The owner knows that the counterparty has sent its last byte.
    pub end_known: bool,
}

impl Connection {
    pub fn new(handle: SocketHandle, tuple: FourTuple, phase: Phase) -> Self {
        Self {
            handle,
            tuple,
            phase,
            offload: None,
            place: None,
            ring: None,
            no_place: false,
            awaits_place: false,
            boundary: None,
            received: 0,
            readable_queued: false,
            awaits_room: false,
            end_known: false,
        }
    }
}
