//! Who the NIC is on its network, and what it counts.

use crate::settings::NicSettings;
use std::net::Ipv4Addr;

/// Who the NIC is on its network, and how much it buffers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NicTransportConfig {
    /// Our address.
    pub address: Ipv4Addr,
    /// Length of our network's prefix, in bits.
    pub prefix_len: u8,
    /// Where everything outside our network goes.
    pub gateway: Option<Ipv4Addr>,
    /// Our MAC address.
    pub mac: [u8; 6],
    /// Where initial TCP numbers and local ports come from. Counterparties should not be able to guess it.
    pub seed: u64,
    /// Bytes of a connection's receive buffer, and of its send buffer.
    pub buffer_bytes: usize,
}

impl NicTransportConfig {
    /// With the MAC address 02:46:49 and the last three bytes of the IPv4 address: locally administered, and different
    /// for all on one network of at least /8.
    pub fn new(address: Ipv4Addr, prefix_len: u8, gateway: Option<Ipv4Addr>, seed: u64) -> Self {
        let [_, b, c, d] = address.octets();
        let mac = [0x02, b'F', b'I', b, c, d];
        Self {
            address,
            prefix_len,
            gateway,
            mac,
            seed,
            buffer_bytes: 64 * 1024,
        }
    }
}

impl NicTransportConfig {
    /// What a settings file says.
    pub fn from_settings(settings: &NicSettings, seed: u64) -> Self {
        let config = Self::new(
            settings.address.address,
            settings.address.prefix_len,
            settings.gateway,
            seed,
        );
        let mac = settings.mac.map_or(config.mac, |mac| mac.0);
        Self { mac, ..config }
    }
}

/// What became of received frames.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct FrameCounters {
    /// Frames handed to TCP and ARP.
    pub accepted: u64,
    /// Frames with a wrong FCS or checksum, or cut.
    pub bad: u64,
    /// Frames whose checksums the core does not verify: IP options, fragments, lying lengths.
    pub unsupported: u64,
    /// Frames of ring 0 handed to the thread whose port they are for; ARP replies once for each thread.
    pub passed_on: u64,
    /// Such frames that the thread had no room for. TCP repeats them.
    pub pass_dropped: u64,
    /// Frames that the core had to drop before one of these.
    pub dropped: u64,
    /// Times the device was reset because of what it wrote into a ring.
    pub device_resets: u64,
    /// Times the core stopped an RX ring because of a write error.
    pub ring_stops: u64,
    /// Frames whose bytes were not all written, found before their ring was seen to be stopped.
    pub unwritten: u64,
}
