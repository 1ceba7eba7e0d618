//! A TCP counterparty that does exactly what a test tells it: it answers ARP and acknowledges what it gets by itself, but each of its own
//! segments is cut, lost, repeated and reordered by the test. Positions are bytes of the stream that it sends.

use fixnic_abi::lookup::FourTuple;
use fixnic_sim::frames::{tcp_flags, TcpFrame};
use std::collections::VecDeque;

/// MAC address that the NIC under test must have: the one that [`TcpFrame`] sends to.
pub const NIC_MAC: [u8; 6] = [0x02, 0, 0, 0, 0, 1];
/// MAC address that [`TcpFrame`] sends from.
const PEER_MAC: [u8; 6] = [0x02, 0, 0, 0, 0, 2];

const ETHERNET: usize = 14;
const TCP: usize = ETHERNET + 20;

/// The counterparty. See the [module](self).
#[derive(Debug)]
pub struct TcpPeer {
    /// The connection as the NIC sees it.
    tuple: FourTuple,
    /// TCP number of our SYN.
    initial_seq: u32,
    /// Next TCP number that we expect of the NIC, once its SYN has come.
    next_expected: Option<u32>,
    /// How far the NIC has acknowledged our stream.
    acknowledged: u64,
    /// The NIC's stream so far, in order.
    received: Vec<u8>,
    /// Frames that we answer with.
    answers: VecDeque<Vec<u8>>,
    reset: bool,
    finished: bool,
}

impl TcpPeer {
    /// A counterparty with this end of the connection; its stream begins at TCP number `initial_seq` + 1.
    pub fn new(tuple: FourTuple, initial_seq: u32) -> Self {
        Self {
            tuple,
            initial_seq,
            next_expected: None,
            acknowledged: 0,
            received: Vec::new(),
            answers: VecDeque::new(),
            reset: false,
            finished: false,
        }
    }

    /// The frame that opens the connection.
    pub fn syn(&self) -> Vec<u8> {
        self.frame(self.initial_seq, tcp_flags::SYN, &[])
    }

    /// A segment with the bytes of our stream that begin at `position`.
    pub fn segment(&self, position: u64, payload: &[u8]) -> Vec<u8> {
        self.frame(self.seq(position), tcp_flags::ACK | tcp_flags::PSH, payload)
    }

    /// The end of our stream, which is `position` bytes long.
    pub fn fin(&self, position: u64) -> Vec<u8> {
        self.frame(self.seq(position), tcp_flags::ACK | tcp_flags::FIN, &[])
    }

    fn seq(&self, position: u64) -> u32 {
        self.initial_seq.wrapping_add(1).wrapping_add(position as u32)
    }

    fn frame(&self, seq: u32, flags: u8, payload: &[u8]) -> Vec<u8> {
        let frame = TcpFrame {
            tuple: self.tuple,
            seq,
            ack: self.next_expected.unwrap_or(0),
            flags,
            payload,
            ..TcpFrame::default()
        };
        frame.build_padded()
    }

    /// Whether a frame that the NIC has sent is ARP, or for this end of the connection.
    pub fn is_addressed(&self, frame: &[u8]) -> bool {
        let is_tcp = frame[12..14] == [0x08, 0x00] && frame[ETHERNET + 9] == 6;
        !is_tcp || frame[TCP + 2..TCP + 4] == self.tuple.remote_port.to_be_bytes()
    }

    /// Takes a frame that the NIC has sent.
    pub fn take_frame(&mut self, frame: &[u8]) {
        match frame[12..14] {
            [0x08, 0x06] => self.take_arp(frame),
            [0x08, 0x00] if frame[ETHERNET + 9] == 6 => self.take_tcp(frame),
            _ => {}
        }
    }

    fn take_arp(&mut self, frame: &[u8]) {
        const REQUEST: [u8; 2] = [0, 1];
        let asked = u32::from_be_bytes(frame[38..42].try_into().expect("four bytes"));
        if frame[20..22] != REQUEST || asked != self.tuple.remote_ip {
            return;
        }
        let mut answer = frame[..42].to_vec();
        answer[..6].copy_from_slice(&frame[6..12]);
        answer[6..12].copy_from_slice(&PEER_MAC);
        answer[21] = 2;
        answer[22..28].copy_from_slice(&PEER_MAC);
        answer[28..32].copy_from_slice(&asked.to_be_bytes());
        answer[32..42].copy_from_slice(&frame[22..32]);
        answer.resize(60, 0);
        self.answers.push_back(answer);
    }

    fn take_tcp(&mut self, frame: &[u8]) {
        let number = |at: usize| u32::from_be_bytes(frame[at..at + 4].try_into().expect("four bytes"));
        let total = usize::from(u16::from_be_bytes([frame[ETHERNET + 2], frame[ETHERNET + 3]]));
        let (seq, ack, flags) = (number(TCP + 4), number(TCP + 8), frame[TCP + 13]);
        let payload = &frame[TCP + usize::from(frame[TCP + 12] >> 4) * 4..ETHERNET + total];
        if flags & tcp_flags::RST != 0 {
            self.reset = true;
            return;
        }
        if flags & tcp_flags::ACK != 0 {
            let acknowledged = ack.wrapping_sub(self.seq(0));
            if (acknowledged as i32) > 0 {
                self.acknowledged = self.acknowledged.max(u64::from(acknowledged));
            }
        }
        let syn = flags & tcp_flags::SYN != 0;
        let next = match self.next_expected {
            None if syn => seq,
            Some(next) => next,
            None => return,
        };
        let carries = syn || flags & tcp_flags::FIN != 0 || !payload.is_empty();
        if seq == next {
            self.received.extend_from_slice(payload);
            self.finished |= flags & tcp_flags::FIN != 0;
            let fin = u32::from(flags & tcp_flags::FIN != 0);
            self.next_expected = Some(next.wrapping_add(u32::from(syn) + payload.len() as u32 + fin));
        }
        if carries {
            let end = self.acknowledged;
            self.answers
                .push_back(self.frame(self.seq(end), tcp_flags::ACK, &[]));
        }
    }

    /// The next frame that we answer with.
    pub fn answer(&mut self) -> Option<Vec<u8>> {
        self.answers.pop_front()
    }

    /// Whether the NIC's SYN has come.
    pub fn is_connected(&self) -> bool {
        self.next_expected.is_some() && !self.reset
    }

    /// Whether the NIC has reset the connection.
    pub fn is_reset(&self) -> bool {
        self.reset
    }

    /// Whether the NIC has sent its last byte.
    pub fn is_finished(&self) -> bool {
        self.finished
    }

    /// How many bytes of our stream the NIC has acknowledged.
    pub fn acknowledged(&self) -> u64 {
        self.acknowledged
    }

    /// What the NIC has sent so far.
    pub fn received(&self) -> &[u8] {
        &self.received
    }
}
