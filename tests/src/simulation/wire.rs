//! The wire between two NICs: frames are lost, repeated, delayed (and so overtaken), damaged, cut off for a while; connections are
//! reset by segments that neither side sent.

use rand::Rng;
use rand_chacha::ChaCha8Rng;

use super::MS_NS;

/// How long a frame is on its way.
const WIRE_NS: u64 = 50_000;
/// Frames on their way at most: more are lost, as in a full queue.
const QUEUE_MAX: usize = 4096;
/// Ethernet, IPv4 and TCP without options.
const HEADERS_LEN: usize = 54;

/// What happens to frames, in percent.
#[derive(Debug, Clone, Copy, Default)]
pub struct Faults {
    lost: u32,
    repeated: u32,
    delayed: u32,
    damaged: u32,
}

impl Faults {
    pub fn draw(rng: &mut ChaCha8Rng) -> Faults {
        let mut percent = || {
            if rng.random_range(0..3) == 0 {
                rng.random_range(0..15)
            } else {
                0
            }
        };
        Faults {
            lost: percent(),
            repeated: percent(),
            delayed: percent(),
            damaged: percent(),
        }
    }
}

#[derive(Debug)]
struct UnderWay {
    arrival_ns: u64,
    to: usize,
    frame: Vec<u8>,
    fcs_good: bool,
}

#[derive(Debug)]
pub struct Link {
    rng: ChaCha8Rng,
    pub faults: Faults,
    under_way: Vec<UnderWay>,
    /// Until when nothing passes, towards side 0 and side 1.
    cut_until_ns: [u64; 2],
    /// The last TCP segment towards either side.
    last_segment: [Option<Vec<u8>>; 2],
}

impl Link {
    pub fn new(rng: ChaCha8Rng) -> Link {
        Link {
            rng,
            faults: Faults::default(),
            under_way: Vec::new(),
            cut_until_ns: [0; 2],
            last_segment: [None, None],
        }
    }

    /// A frame for side `to`.
    pub fn carry(&mut self, now_ns: u64, to: usize, frame: &[u8]) {
        if is_tcp(frame) {
            self.last_segment[to] = Some(frame.to_vec());
        }
        let mut hits = |percent: u32| self.rng.random_range(0..100) < percent;
        let faults = self.faults;
        let (lost, repeated, delayed, damaged) = (
            hits(faults.lost),
            hits(faults.repeated),
            hits(faults.delayed),
            hits(faults.damaged),
        );
        if lost || self.cut_until_ns[to] > now_ns || self.under_way.len() >= QUEUE_MAX {
            return;
        }
        let delay_ns = if delayed {
            self.rng.random_range(0..20 * MS_NS)
        } else {
            0
        };
        let mut frame = frame.to_vec();
        // Damage that Ethernet sees, and damage that only the checksums of IP and TCP see.
        let fcs_good = !damaged || self.rng.random();
        if damaged {
            let at = self.rng.random_range(14..frame.len());
            frame[at] ^= 1 << self.rng.random_range(0..8);
        }
        let arrival_ns = now_ns + WIRE_NS + delay_ns;
        if repeated {
            self.under_way.push(UnderWay {
                arrival_ns: arrival_ns + WIRE_NS,
                to,
                frame: frame.clone(),
                fcs_good,
            });
        }
        self.under_way.push(UnderWay {
            arrival_ns,
            to,
            frame,
            fcs_good,
        });
    }

    /// The next frame that has arrived: to whom, its bytes, and whether its FCS is good.
    pub fn arrived(&mut self, now_ns: u64) -> Option<(usize, Vec<u8>, bool)> {
        let (at, _) = self
            .under_way
            .iter()
            .enumerate()
            .filter(|(_, frame)| frame.arrival_ns <= now_ns)
            .min_by_key(|(at, frame)| (frame.arrival_ns, *at))?;
        let arrived = self.under_way.remove(at);
        Some((arrived.to, arrived.frame, arrived.fcs_good))
    }

    pub fn next_arrival(&self) -> Option<u64> {
        self.under_way.iter().map(|frame| frame.arrival_ns).min()
    }

    /// Nothing passes until then: towards side 0, side 1 or (2) both.
    pub fn partition(&mut self, until_ns: u64, towards: usize) {
        for side in 0..2 {
            if towards == side || towards == 2 {
                self.cut_until_ns[side] = until_ns;
            }
        }
    }

    /// Sends a RST that fits the connection to one side, as middleboxes do. False when there is no connection.
    pub fn reset(&mut self, now_ns: u64) -> bool {
        let to = self.rng.random_range(0..2);
        let Some(segment) = &self.last_segment[to] else {
            return false;
        };
        self.under_way.push(UnderWay {
            arrival_ns: now_ns,
            to,
            frame: rst_after(segment),
            fcs_good: true,
        });
        true
    }

    /// What is on its way to a side whose NIC is reset.
    pub fn lose_towards(&mut self, side: usize) {
        self.under_way.retain(|frame| frame.to != side);
    }

    /// Everything passes from now on.
    pub fn calm(&mut self) {
        self.faults = Faults::default();
        self.cut_until_ns = [0; 2];
    }
}

/// Whether this is an IPv4 segment of TCP without IP options.
fn is_tcp(frame: &[u8]) -> bool {
    frame.len() >= HEADERS_LEN && frame[12..14] == [8, 0] && frame[14] == 0x45 && frame[23] == 6
}

/// The RST that the sender of this segment would send next.
fn rst_after(segment: &[u8]) -> Vec<u8> {
    let mut frame = segment[..HEADERS_LEN].to_vec();
    let ip_len = usize::from(u16::from_be_bytes([segment[16], segment[17]]));
    let tcp_header_len = usize::from(segment[46] >> 4) * 4;
    let payload_len = ip_len.saturating_sub(20 + tcp_header_len) as u32;
    let flags = segment[47];
    // SYN and FIN take a number too.
    let taken = payload_len + u32::from(flags & 1) + u32::from(flags >> 1 & 1);
    let number = u32::from_be_bytes([segment[38], segment[39], segment[40], segment[41]]).wrapping_add(taken);
    frame[38..42].copy_from_slice(&number.to_be_bytes());
    frame[16..18].copy_from_slice(&40_u16.to_be_bytes());
    frame[46] = 5 << 4;
    // RST and ACK.
    frame[47] = 0x14;
    frame[24..26].fill(0);
    let sum = checksum(&frame[14..34], 0);
    frame[24..26].copy_from_slice(&sum.to_be_bytes());
    frame[50..52].fill(0);
    let pseudo: u32 = frame[26..34]
        .chunks(2)
        .map(|word| u32::from(u16::from_be_bytes([word[0], word[1]])))
        .sum::<u32>()
        + 6
        + 20;
    let sum = checksum(&frame[34..54], pseudo);
    frame[50..52].copy_from_slice(&sum.to_be_bytes());
    // The shortest frame of Ethernet.
    frame.resize(60, 0);
    frame
}

/// The Internet checksum (RFC 1071).
fn checksum(bytes: &[u8], start: u32) -> u16 {
    let mut sum = start;
    for word in bytes.chunks(2) {
        sum += u32::from(u16::from_be_bytes([word[0], word.get(1).copied().unwrap_or(0)]));
    }
    while sum > 0xffff {
        sum = (sum & 0xffff) + (sum >> 16);
    }
    !(sum as u16)
}
