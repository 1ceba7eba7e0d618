//! Frames and FIX messages for tests, benches and demonstrations.
use fixnic_abi::lookup::FourTuple;

/// Flags of a TCP header (RFC 9293, 3.1).
pub mod tcp_flags {
    /// No more data from the sender.
    pub const FIN: u8 = 0x01;
    /// Synchronise sequence numbers.
    pub const SYN: u8 = 0x02;
    /// Reset the connection.
    pub const RST: u8 = 0x04;
    /// Push.
    pub const PSH: u8 = 0x08;
    /// The acknowledgement number counts.
    pub const ACK: u8 = 0x10;
}

const ETHERNET_BYTES_MIN: usize = 60;

/// An Ethernet frame with one TCP segment, checksums right.
#[derive(Debug, Clone, Copy)]
pub struct TcpFrame<'a> {
    /// The connection as its receiver sees it.
    pub tuple: FourTuple,
    /// TCP number of the first payload byte.
    pub seq: u32,
    /// Acknowledgement number.
    pub ack: u32,
    /// Flags of the TCP header.
    pub flags: u8,
    /// 802.1Q tag control information, if the frame has a tag.
    pub vlan: Option<u16>,
    /// TCP options, a multiple of four bytes, at most 40.
    pub options: &'a [u8],
    /// The payload.
    pub payload: &'a [u8],
}

impl Default for TcpFrame<'_> {
    fn default() -> Self {
        Self {
            tuple: FourTuple {
                local_ip: 0x0A00_0001,
                remote_ip: 0x0A00_0002,
                local_port: 40_000,
                remote_port: 9_876,
            },
            seq: 1,
            ack: 1,
            flags: tcp_flags::ACK,
            vlan: None,
            options: &[],
            payload: &[],
        }
    }
}

impl TcpFrame<'_> {
    /// The frame without FCS and without padding.
    pub fn build(&self) -> Vec<u8> {
        assert!(
            self.options.len() <= 40 && self.options.len().is_multiple_of(4),
            "TCP options of {} bytes",
            self.options.len()
        );
        let mut frame = Vec::with_capacity(58 + self.options.len() + self.payload.len());
        frame.extend([0x02, 0, 0, 0, 0, 1, 0x02, 0, 0, 0, 0, 2]);
        if let Some(tag) = self.vlan {
            frame.extend(0x8100u16.to_be_bytes());
            frame.extend(tag.to_be_bytes());
        }
        frame.extend(0x0800u16.to_be_bytes());
        let ip = frame.len();
        let total_length = (40 + self.options.len() + self.payload.len()) as u16;
        frame.extend([0x45, 0]);
        frame.extend(total_length.to_be_bytes());
        // Identification 0, don't fragment, time to live 64, TCP, checksum to come.
        frame.extend([0, 0, 0x40, 0, 64, 6, 0, 0]);
        frame.extend(self.tuple.remote_ip.to_be_bytes());
        frame.extend(self.tuple.local_ip.to_be_bytes());
        frame.extend(self.tuple.remote_port.to_be_bytes());
        frame.extend(self.tuple.local_port.to_be_bytes());
        frame.extend(self.seq.to_be_bytes());
        frame.extend(self.ack.to_be_bytes());
        frame.extend([((5 + self.options.len() / 4) << 4) as u8, self.flags]);
        // Window; checksum and urgent pointer to come.
        frame.extend([0xFF, 0xFF, 0, 0, 0, 0]);
        frame.extend(self.options);
        frame.extend(self.payload);
        write_checksums(&mut frame, ip);
        frame
    }

    /// The frame padded to the shortest length that Ethernet allows, 60 bytes without FCS.
    pub fn build_padded(&self) -> Vec<u8> {
        let mut frame = self.build();
        frame.resize(frame.len().max(ETHERNET_BYTES_MIN), 0);
        frame
    }
}

/// Writes both checksums of an IPv4 TCP frame whose IPv4 header of 20 bytes begins at `ip`. Works for what a sender would build; the caller
/// answers for the lengths.
pub fn write_checksums(frame: &mut [u8], ip: usize) {
    let total_length = usize::from(u16::from_be_bytes([frame[ip + 2], frame[ip + 3]]));
    frame[ip + 10..ip + 12].fill(0);
    let header = checksum(frame[ip..ip + 20].iter().copied(), 0);
    frame[ip + 10..ip + 12].copy_from_slice(&header.to_be_bytes());
    frame[ip + 36..ip + 38].fill(0);
    let pseudo = 6 + (total_length - 20) as u32;
    let segment = checksum(frame[ip + 12..ip + total_length].iter().copied(), pseudo);
    frame[ip + 36..ip + 38].copy_from_slice(&segment.to_be_bytes());
}

fn checksum(bytes: impl Iterator<Item = u8>, start: u32) -> u16 {
    let mut sum = start;
    for (i, byte) in bytes.enumerate() {
        sum += u32::from(byte) << if i % 2 == 0 { 8 } else { 0 };
        sum = (sum & 0xFFFF) + (sum >> 16);
    }
    !(sum as u16)
}

/// A FIX.4.4 message around `body`, written with `|` for SOH and ending with it: BeginString, BodyLength and CheckSum are added.
pub fn fix_message(body: &str) -> Vec<u8> {
    wrap_body(
        b"FIX.4.4",
        &body
            .bytes()
            .map(|byte| if byte == b'|' { 1 } else { byte })
            .collect::<Vec<_>>(),
    )
}

/// A FIX message around the bytes of `body`, which end with SOH.
pub fn wrap_body(begin_string: &[u8], body: &[u8]) -> Vec<u8> {
    let mut message = Vec::with_capacity(body.len() + 32);
    message.extend(b"8=");
    message.extend(begin_string);
    message.extend(format!("\x019={}\x01", body.len()).bytes());
    message.extend(body);
    push_checksum(&mut message);
    message
}

/// Appends CheckSum, the sum of the bytes so far.
pub fn push_checksum(message: &mut Vec<u8>) {
    let sum = message.iter().fold(0u8, |sum, byte| sum.wrapping_add(*byte));
    message.extend(format!("10={sum:03}\x01").bytes());
}

#[cfg(test)]
mod tests {
    use super::*;
    use etherparse::{NetSlice, SlicedPacket, TransportSlice};

    #[test]
    fn another_parser_finds_the_checksums_right() {
        let frame = TcpFrame {
            vlan: Some(5),
            options: &[1; 12],
            payload: b"an odd payload.",
            ..TcpFrame::default()
        };
        let bytes = frame.build();
        let packet = SlicedPacket::from_ethernet(&bytes).unwrap();
        let (Some(NetSlice::Ipv4(ip)), Some(TransportSlice::Tcp(tcp))) = (packet.net, packet.transport)
        else {
            panic!("expected TCP over IPv4");
        };
        assert_eq!(
            ip.header().header_checksum(),
            ip.header().to_header().calc_header_checksum()
        );
        let expected = tcp
            .to_header()
            .calc_checksum_ipv4(&ip.header().to_header(), tcp.payload())
            .unwrap();
        assert_eq!(tcp.checksum(), expected);
        assert_eq!(tcp.payload(), frame.payload);
        assert_eq!(u32::from(ip.header().destination_addr()), frame.tuple.local_ip);
        assert_eq!(tcp.destination_port(), frame.tuple.local_port);
    }

    #[test]
    fn a_message_has_its_length_and_sum() {
        let message = fix_message("35=0|34=1|");
        assert_eq!(
            message,
            b"8=FIX.4.4\x019=10\x0135=0\x0134=1\x0110=165\x01".as_slice()
        );
    }
}
