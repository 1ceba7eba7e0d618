//! What the transport itself must know of a received frame: which connection, which TCP numbers.

use fixnic_abi::lookup::FourTuple;
use smoltcp::wire::{
    ArpOperation, ArpPacket, EthernetFrame, EthernetProtocol, IpProtocol, Ipv4Packet, TcpPacket,
};

/// A TCP segment's place in its stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// The connection, as the receiver sees it.
    pub tuple: FourTuple,
    /// TCP number of SYN, or of the first payload byte.
    pub seq: u32,
    /// Payload bytes.
    pub len: u32,
    /// SYN is set.
    pub syn: bool,
}

impl Segment {
    /// Reads the headers of a frame; `None` if it is not IPv4 TCP. Checksums are not looked at.
    pub fn parse(frame: &[u8]) -> Option<Self> {
        let ethernet = EthernetFrame::new_checked(frame).ok()?;
        if ethernet.ethertype() != EthernetProtocol::Ipv4 {
            return None;
        }
        let ip = Ipv4Packet::new_checked(ethernet.payload()).ok()?;
        if ip.version() != 4
            || ip.next_header() != IpProtocol::Tcp
            || ip.frag_offset() != 0
            || ip.more_frags()
        {
            return None;
        }
        let tcp = TcpPacket::new_checked(ip.payload()).ok()?;
        Some(Self {
            tuple: FourTuple {
                local_ip: ip.dst_addr().to_bits(),
                remote_ip: ip.src_addr().to_bits(),
                local_port: tcp.dst_port(),
                remote_port: tcp.src_port(),
            },
            seq: tcp.seq_number().0 as u32,
            len: tcp.payload().len() as u32,
            syn: tcp.syn(),
        })
    }
}

/// Whether a frame is an ARP reply.
pub(super) fn is_arp_reply(frame: &[u8]) -> bool {
    let arp = EthernetFrame::new_checked(frame)
        .ok()
        .filter(|ethernet| ethernet.ethertype() == EthernetProtocol::Arp)
        .and_then(|ethernet| {
            ArpPacket::new_checked(ethernet.payload())
                .ok()
                .map(|arp| arp.operation())
        });
    arp == Some(ArpOperation::Reply)
}
