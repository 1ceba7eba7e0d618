//! A FIX counterparty over [`TcpPeer`]: it sends the messages that a test names, cut as the test says, and reads what it is asked for.

use crate::nic::START_NS;
use crate::tcp_peer::TcpPeer;
use fixnic_abi::lookup::FourTuple;
use fixnic_session::codec::{Encoder, Framer, Header, MessageView, Split};

/// What every message begins with, and too little to know its length by.
const BEGINNING: &[u8] = b"8=FIX.4";

/// Payload of a repeated segment at the most, in bytes.
const SEGMENT_MAX: usize = 1_000;

/// The Text (58) of an application message: whatever eight bytes of it are another message's show.
pub fn text(number: u64) -> String {
    format!("{number:08}").repeat(20)
}

/// The counterparty, PEER to our NIC. See the [module](self).
#[derive(Debug)]
pub struct FixPeer {
    /// Its connection.
    pub tcp: TcpPeer,
    encoder: Encoder,
    /// What of its stream was sent.
    sent: Vec<u8>,
    /// Bytes of the next message that were sent with the one before.
    begun: usize,
    /// Bytes of our stream that were read.
    read: usize,
}

impl FixPeer {
    /// A counterparty named `comp_id` at this connection, whose stream begins at TCP number `initial_seq` + 1.
    pub fn new(comp_id: &str, tuple: FourTuple, initial_seq: u32) -> Self {
        Self {
            tcp: TcpPeer::new(tuple, initial_seq),
            encoder: Encoder::new("FIX.4.4", &[(49, comp_id), (56, "NIC")]),
            sent: Vec::new(),
            begun: 0,
            read: 0,
        }
    }

    /// The frame with a message: a Logon, or an application message whose ClOrdID is its number, with a [`text`]. With `begin_next` the first bytes of
    /// the message after it come along, so that the segment does not end where a message does.
    pub fn frame(&mut self, kind: &[u8], number: u64, poss_dup: bool, begin_next: bool) -> Vec<u8> {
        let mut message = message(&mut self.encoder, kind, number, poss_dup);
        message.drain(..self.begun);
        self.begun = 0;
        if begin_next {
            message.extend(BEGINNING);
            self.begun = BEGINNING.len();
        }
        let frame = self.tcp.segment(self.sent.len() as u64, &message);
        self.sent.extend(message);
        frame
    }

    /// The frame that begins with the first byte that our side has not acknowledged, if there is one.
    pub fn repeated(&self) -> Option<Vec<u8>> {
        let position = self.tcp.acknowledged();
        let rest = &self.sent[position as usize..];
        let segment = &rest[..rest.len().min(SEGMENT_MAX)];
        (!segment.is_empty()).then(|| self.tcp.segment(position, segment))
    }

    /// BeginSeqNo and EndSeqNo of the next ResendRequest that was not asked for yet.
    ///
    /// # Panics
    /// When our side sends what is no message.
    pub fn resend_request(&mut self) -> Option<(u64, u64)> {
        while let Split::Message { len } = Framer::default().split(&self.tcp.received()[self.read..]) {
            let bytes = &self.tcp.received()[self.read..self.read + len];
            self.read += len;
            let view = MessageView::parse(bytes).expect("the engine sends messages");
            let number = |tag| std::str::from_utf8(view.get(tag)?).ok()?.parse().ok();
            if view.msg_type() == b"2" {
                return Some((number(7)?, number(16)?));
            }
        }
        None
    }
}

/// A Logon, or an application message whose ClOrdID is its number, with a [`text`]; all are sent at one time.
pub fn message(encoder: &mut Encoder, kind: &[u8], number: u64, poss_dup: bool) -> Vec<u8> {
    let time = encoder.timestamp(START_NS);
    let header = Header {
        msg_type: kind,
        msg_seq_num: number,
        poss_dup,
        poss_resend: false,
        sending_time_ns: START_NS,
        orig_sending_time: poss_dup.then_some(time.as_bytes()),
    };
    let mut message = Vec::new();
    encoder.encode(&mut message, &header, |fields| {
        match kind {
            b"A" => fields.uint(98, 0).uint(108, 30),
            _ => fields.uint(11, number).text(58, &text(number)),
        };
    });
    message
}
