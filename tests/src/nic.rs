//! A NIC under test with one counterparty on its wire, on virtual time.

use crate::tcp_peer::{TcpPeer, NIC_MAC};
use fixnic::nic::{NicTransport, NicTransportConfig};
use fixnic_abi::limits::MAX_FRAME_BYTES;
use fixnic_abi::lookup::FourTuple;
use fixnic_driver::{Device, Nic, NicConfig, Wire};
use std::net::Ipv4Addr;

/// Port on which the NIC under test listens.
pub const PORT: u16 = 9_876;
/// The NIC's address.
pub const NIC_IP: Ipv4Addr = Ipv4Addr::new(10, 0, 0, 1);
/// The counterparty's address.
pub const PEER_IP: Ipv4Addr = Ipv4Addr::new(10, 0, 0, 2);
/// Where virtual time begins: a day in 2026, in nanoseconds since 1970.
pub const START_NS: u64 = 1_790_000_000_000_000_000;

/// The connection from the counterparty's port 40,000 to [`PORT`], as the NIC sees it.
pub fn tuple() -> FourTuple {
    FourTuple {
        local_ip: NIC_IP.to_bits(),
        remote_ip: PEER_IP.to_bits(),
        local_port: PORT,
        remote_port: 40_000,
    }
}

/// An open NIC as a transport, at [`NIC_IP`].
///
/// # Panics
/// When the device does not open.
pub fn transport<D: Device>(device: D, seed: u64) -> NicTransport<D> {
    transport_with(device, NicConfig::default(), seed)
}

/// The same with rings as `rings` says.
///
/// # Panics
/// When the device does not open.
pub fn transport_with<D: Device>(device: D, rings: NicConfig, seed: u64) -> NicTransport<D> {
    let nic = Nic::open(device, rings).expect("the device opens");
    let config = NicTransportConfig {
        mac: NIC_MAC,
        ..NicTransportConfig::new(NIC_IP, 24, None, seed)
    };
    NicTransport::new(nic, config, START_NS)
}

/// Hands every frame that the NIC has sent to the counterparty, and its answers to the NIC. Returns how many frames went either way.
pub fn exchange<D: Device + Wire>(transport: &mut NicTransport<D>, peer: &mut TcpPeer) -> usize {
    let mut buffer = [0; MAX_FRAME_BYTES];
    let mut frames = 0;
    let device = transport.nic_mut().device_mut();
    while let Some(length) = device.take_sent(&mut buffer) {
        peer.take_frame(&buffer[..length]);
        frames += 1;
    }
    while let Some(answer) = peer.answer() {
        device.deliver(&answer, true);
        frames += 1;
    }
    frames
}
