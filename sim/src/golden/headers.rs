//! Section 2: Ethernet, IPv4 and TCP.
use fixnic_abi::lookup::FourTuple;

const ETHERTYPE_VLAN: u16 = 0x8100;
const ETHERTYPE_IPV4: u16 = 0x0800;
const PROTOCOL_TCP: u8 = 6;
const IPV4_HEADER_BYTES: usize = 20;
const TCP_HEADER_BYTES_MIN: usize = 20;
/// Longest standard frame without FCS; a tag adds four bytes.
const STANDARD_FRAME_BYTES: usize = 1514;
/// Shortest frame that is looked up.
const STEERED_BYTES_MIN: usize = 54;
const TCP_FIN: u8 = 1;
const TCP_SYN: u8 = 2;
const TCP_RST: u8 = 4;

/// What the headers alone say of a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Headers {
    /// Has one 802.1Q tag.
    pub vlan: bool,
    /// Longer than standard Ethernet allows.
    pub oversize: bool,
    /// The IPv4 header checksum is wrong.
    pub ip_checksum_bad: bool,
    /// The 4-tuple that steers the frame (rule 1.4).
    pub steering: Option<FourTuple>,
    /// How far the parse came.
    pub content: Content,
}

/// The frame's kind as far as rule 2.2 tells without the lookup table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// Not IPv4 TCP.
    Other,
    /// A length field lies.
    BadLength,
    /// IPv4 with options.
    IpOptions,
    /// An IPv4 fragment.
    Fragment,
    /// A TCP segment.
    Tcp(Segment),
    /// A TCP segment whose IPv4 total length says more than came: BAD_LENGTH, but that is known only at the frame's end.
    CutShort(Segment),
}

/// A TCP segment in its frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// The connection.
    pub tuple: FourTuple,
    /// TCP number of the first payload byte.
    pub seq: u32,
    /// SYN, FIN or RST is set.
    pub control: bool,
    /// Offset of the payload in the frame.
    pub payload_offset: usize,
    /// Bytes of payload.
    pub payload_length: usize,
    /// The TCP checksum is wrong.
    pub checksum_bad: bool,
}

/// Reads a frame's headers. `frame` is what is delivered: at most `MAX_FRAME_BYTES`.
pub fn parse(frame: &[u8]) -> Headers {
    let vlan = frame.len() >= 14 && be16(frame, 12) == ETHERTYPE_VLAN;
    let l3 = if vlan { 18 } else { 14 };
    let standard = if vlan {
        STANDARD_FRAME_BYTES + 4
    } else {
        STANDARD_FRAME_BYTES
    };
    let mut headers = Headers {
        vlan,
        oversize: frame.len() > standard,
        ip_checksum_bad: false,
        steering: None,
        content: Content::Other,
    };
    if frame.len() < l3 + IPV4_HEADER_BYTES || be16(frame, l3 - 2) != ETHERTYPE_IPV4 || frame[l3] >> 4 != 4 {
        return headers;
    }
    let ihl = frame[l3] & 0xF;
    headers.ip_checksum_bad = ihl == 5 && fold(sum(&frame[l3..l3 + IPV4_HEADER_BYTES])) != 0xFFFF;
    headers.content = ipv4(frame, l3, ihl);
    headers.steering = steering(frame, l3, ihl);
    headers
}

/// Rule 1.4: the frame's 4-tuple, if what is before it says TCP.
fn steering(frame: &[u8], l3: usize, ihl: u8) -> Option<FourTuple> {
    let plain = ihl == 5 && frame.len() >= STEERED_BYTES_MIN && be16(frame, l3 + 6) & 0x3FFF == 0;
    if !plain || frame[l3 + 9] != PROTOCOL_TCP {
        return None;
    }
    let total_length = usize::from(be16(frame, l3 + 2));
    let data_offset = usize::from(frame[l3 + 32] >> 4);
    let headers = IPV4_HEADER_BYTES + 4 * data_offset;
    let fits = total_length >= IPV4_HEADER_BYTES + TCP_HEADER_BYTES_MIN && data_offset >= 5;
    (fits && headers <= total_length).then(|| tuple(frame, l3))
}

fn tuple(frame: &[u8], l3: usize) -> FourTuple {
    FourTuple {
        local_ip: be32(frame, l3 + 16),
        remote_ip: be32(frame, l3 + 12),
        local_port: be16(frame, l3 + 22),
        remote_port: be16(frame, l3 + 20),
    }
}

fn ipv4(frame: &[u8], l3: usize, ihl: u8) -> Content {
    match ihl {
        0..5 => return Content::BadLength,
        5 => {}
        _ => return Content::IpOptions,
    }
    // MF and the thirteen bits of the fragment offset (RFC 791, 3.1).
    if be16(frame, l3 + 6) & 0x3FFF != 0 {
        return Content::Fragment;
    }
    if frame[l3 + 9] != PROTOCOL_TCP {
        return Content::Other;
    }
    let total_length = usize::from(be16(frame, l3 + 2));
    let tcp = l3 + IPV4_HEADER_BYTES;
    if total_length < IPV4_HEADER_BYTES + TCP_HEADER_BYTES_MIN || frame.len() < tcp + TCP_HEADER_BYTES_MIN {
        return Content::BadLength;
    }
    let data_offset = usize::from(frame[tcp + 12] >> 4);
    let header_length = IPV4_HEADER_BYTES + 4 * data_offset;
    if data_offset < 5 || header_length > total_length {
        return Content::BadLength;
    }
    let segment = &frame[tcp..frame.len().min(l3 + total_length)];
    let pseudo_header = sum(&frame[l3 + 12..l3 + 20]) + u64::from(PROTOCOL_TCP) + segment.len() as u64;
    let found = Segment {
        tuple: tuple(frame, l3),
        seq: be32(frame, tcp + 4),
        control: frame[tcp + 13] & (TCP_FIN | TCP_SYN | TCP_RST) != 0,
        payload_offset: l3 + header_length,
        payload_length: total_length - header_length,
        checksum_bad: fold(pseudo_header + sum(segment)) != 0xFFFF,
    };
    if l3 + total_length > frame.len() {
        Content::CutShort(found)
    } else {
        Content::Tcp(found)
    }
}

fn be16(bytes: &[u8], at: usize) -> u16 {
    u16::from_be_bytes([bytes[at], bytes[at + 1]])
}

fn be32(bytes: &[u8], at: usize) -> u32 {
    u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

/// Sum of the big-endian 16-bit words, an odd last byte padded with zero (RFC 1071).
fn sum(bytes: &[u8]) -> u64 {
    bytes
        .chunks(2)
        .map(|word| u64::from(u16::from_be_bytes([word[0], word.get(1).copied().unwrap_or(0)])))
        .sum()
}

fn fold(mut sum: u64) -> u64 {
    while sum > 0xFFFF {
        sum = (sum & 0xFFFF) + (sum >> 16);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frames::TcpFrame;

    fn segment(frame: &[u8]) -> Segment {
        match parse(frame).content {
            Content::Tcp(segment) => segment,
            other => panic!("expected a TCP segment, found {other:?}"),
        }
    }

    #[test]
    fn a_segment_is_found_where_it_lies() {
        let frame = TcpFrame {
            seq: 0xFFFF_FFF0,
            payload: b"8=FIX",
            ..TcpFrame::default()
        };
        let bytes = frame.build();
        let found = segment(&bytes);
        assert_eq!(found.tuple, frame.tuple);
        assert_eq!(
            (found.seq, found.control, found.checksum_bad),
            (0xFFFF_FFF0, false, false)
        );
        assert_eq!(&bytes[found.payload_offset..][..found.payload_length], b"8=FIX");
        assert!(!parse(&bytes).ip_checksum_bad);
    }

    #[test]
    fn tag_options_and_padding_shift_the_payload() {
        let mut bytes = TcpFrame {
            vlan: Some(7),
            options: &[1, 1, 1, 1, 1, 1, 1, 1],
            payload: b"abc",
            ..TcpFrame::default()
        }
        .build();
        bytes.resize(100, 0xEE);
        let found = segment(&bytes);
        assert!(parse(&bytes).vlan);
        assert_eq!((found.payload_offset, found.payload_length), (18 + 20 + 28, 3));
        assert!(!found.checksum_bad);
    }

    #[test]
    fn each_checksum_covers_its_bytes() {
        let good = TcpFrame {
            payload: b"odd length 17....",
            ..TcpFrame::default()
        }
        .build();
        for at in 14..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 0x20;
            let headers = parse(&bad);
            let tcp_bad = matches!(headers.content, Content::Tcp(s) if s.checksum_bad);
            assert!(
                headers.ip_checksum_bad
                    || tcp_bad
                    || at == 14
                    || matches!(headers.content, Content::BadLength | Content::CutShort(_)),
                "byte {at}"
            );
            assert_eq!(headers.ip_checksum_bad, (15..34).contains(&at), "byte {at}");
        }
    }

    #[test]
    fn classes_come_in_their_order() {
        let good = TcpFrame {
            payload: b"x",
            ..TcpFrame::default()
        }
        .build();
        let with = |changes: &[(usize, u8)]| {
            let mut frame = good.clone();
            for (at, value) in changes {
                frame[*at] = *value;
            }
            parse(&frame).content
        };
        assert_eq!(with(&[(12, 0x86), (13, 0xDD)]), Content::Other);
        assert_eq!(with(&[(14, 0x64)]), Content::Other);
        assert_eq!(with(&[(14, 0x44), (23, 17)]), Content::BadLength);
        assert_eq!(with(&[(14, 0x46), (23, 17)]), Content::IpOptions);
        assert_eq!(with(&[(20, 0x20), (23, 17)]), Content::Fragment);
        assert_eq!(with(&[(21, 0x01), (23, 17)]), Content::Fragment);
        assert_eq!(with(&[(23, 17), (17, 0)]), Content::Other);
        assert_eq!(with(&[(16, 0), (17, 39)]), Content::BadLength);
        assert!(matches!(with(&[(16, 0), (17, 200)]), Content::CutShort(s) if s.payload_length == 160));
        assert_eq!(with(&[(46, 0x40)]), Content::BadLength);
        assert_eq!(with(&[(46, 0x60)]), Content::BadLength);
    }

    #[test]
    fn every_truncation_is_survived() {
        let good = TcpFrame {
            vlan: Some(1),
            payload: b"payload",
            ..TcpFrame::default()
        }
        .build();
        for end in 0..good.len() {
            let headers = parse(&good[..end]);
            assert_eq!(headers.vlan, end >= 14, "{end}");
            assert!(!matches!(headers.content, Content::Tcp(_)), "{end}");
        }
    }

    #[test]
    fn a_frame_is_steered_by_its_tuple_even_when_cut_short() {
        let whole = TcpFrame {
            payload: b"0123456789",
            ..TcpFrame::default()
        };
        let tagged = TcpFrame {
            vlan: Some(1),
            ..whole
        }
        .build();
        let whole = whole.build();
        for length in 54..whole.len() {
            assert_eq!(
                parse(&whole[..length]).steering,
                Some(TcpFrame::default().tuple),
                "{length}"
            );
            assert_eq!(
                parse(&tagged[..length]).steering,
                Some(TcpFrame::default().tuple),
                "{length}"
            );
        }
        assert_eq!(parse(&whole[..53]).steering, None);
        for (at, value) in [
            (12, 0),
            (14, 0x46),
            (20, 0x20),
            (23, 17),
            (46, 0x40),
            (46, 0xF0),
            (17, 39),
        ] {
            let mut wrong = whole.clone();
            wrong[at] = value;
            assert_eq!(parse(&wrong).steering, None, "byte {at} is {value:#x}");
        }
    }

    #[test]
    fn standard_length_allows_four_more_with_a_tag() {
        let plain = TcpFrame::default().build();
        let tagged = TcpFrame {
            vlan: Some(1),
            ..TcpFrame::default()
        }
        .build();
        let oversize = |frame: &[u8], length| {
            let mut frame = frame.to_vec();
            frame.resize(length, 0);
            parse(&frame).oversize
        };
        assert!(!oversize(&plain, 1514) && oversize(&plain, 1515));
        assert!(!oversize(&tagged, 1518) && oversize(&tagged, 1519));
    }
}
