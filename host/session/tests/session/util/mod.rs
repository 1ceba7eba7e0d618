//! Two harnesses on virtual time: a session against a scripted counterparty, and two sessions on a link.

pub mod disk;
pub mod pair;
pub mod scripted;

use fixnic_session::codec::{Framer, MessageView, Split};
use fixnic_session::{Application, Disposition, MessageMeta, Outgoing, SendError};

/// 2024-01-01 00:00:00 UTC.
pub const START_NS: u64 = 1_704_067_200 * S;
pub const MS: u64 = 1_000_000;
pub const S: u64 = 1_000_000_000;

/// A message as a test reads it.
#[derive(Clone, PartialEq, Eq)]
pub struct Message(pub Vec<u8>);

impl Message {
    pub fn get(&self, tag: u32) -> Option<String> {
        let view = MessageView::parse(&self.0).expect("a message that can be read");
        view.get(tag)
            .map(|value| String::from_utf8_lossy(value).into_owned())
    }

    pub fn num(&self, tag: u32) -> u64 {
        self.get(tag)
            .unwrap_or_else(|| panic!("no tag {tag} in {self:?}"))
            .parse()
            .expect("a number")
    }

    pub fn msg_type(&self) -> String {
        self.get(35).expect("35")
    }

    pub fn seq(&self) -> u64 {
        self.num(34)
    }

    pub fn is_poss_dup(&self) -> bool {
        self.get(43).as_deref() == Some("Y")
    }

    /// MsgType, 34, `p` for 43=Y, and 36 of a SequenceReset or 7-16 of a ResendRequest: `D5`, `D5p`, `4:7p>9`, `2:3[5-0]`.
    pub fn brief(&self) -> String {
        let dup = if self.is_poss_dup() { "p" } else { "" };
        match self.msg_type().as_str() {
            "4" => format!("4:{}{dup}>{}", self.seq(), self.num(36)),
            "2" => format!("2:{}{dup}[{}-{}]", self.seq(), self.num(7), self.num(16)),
            t if t.as_bytes()[0].is_ascii_digit() => format!("{t}:{}{dup}", self.seq()),
            t => format!("{t}{}{dup}", self.seq()),
        }
    }
}

impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", String::from_utf8_lossy(&self.0).replace('\x01', "|"))
    }
}

pub fn briefs(messages: &[Message]) -> String {
    messages.iter().map(Message::brief).collect::<Vec<_>>().join(" ")
}

/// Cuts bytes that hold only whole, good messages.
pub fn cut(bytes: &[u8]) -> Vec<Message> {
    let mut at = 0;
    let mut out = Vec::new();
    while at < bytes.len() {
        match Framer::default().split(&bytes[at..]) {
            Split::Message { len } => {
                out.push(Message(bytes[at..at + len].to_vec()));
                at += len;
            }
            other => panic!("a session transmitted something that is no message: {other:?}"),
        }
    }
    out
}

/// An application that remembers what it was given.
#[derive(Default)]
pub struct Recorder {
    pub received: Vec<(MessageMeta, Message)>,
    pub rejects: Vec<Message>,
    /// Numbers of stored messages that are stale.
    pub stale: Vec<u64>,
    /// The answer to the next message, instead of Accepted.
    pub dispositions: Vec<Disposition>,
    /// MsgType and body of a message sent from inside each callback, and what became of them.
    pub reply: Option<(&'static str, String)>,
    pub replied: Vec<Result<u64, SendError>>,
}

impl Recorder {
    pub fn seqs(&self) -> Vec<u64> {
        self.received.iter().map(|(meta, _)| meta.msg_seq_num).collect()
    }

    /// ClOrdIDs (11) in the order received.
    pub fn ids(&self) -> Vec<String> {
        self.received
            .iter()
            .filter_map(|(_, message)| message.get(11))
            .collect()
    }
}

impl Application for Recorder {
    fn on_message(
        &mut self,
        message: &MessageView<'_>,
        meta: &MessageMeta,
        out: &mut dyn Outgoing,
    ) -> Disposition {
        if let Some((msg_type, body)) = &self.reply {
            self.replied.push(out.send(msg_type.as_bytes(), body.as_bytes()));
        }
        self.received.push((*meta, Message(message.bytes().to_vec())));
        self.dispositions.pop().unwrap_or(Disposition::Accepted)
    }

    fn on_reject(&mut self, message: &MessageView<'_>, _meta: &MessageMeta, _out: &mut dyn Outgoing) {
        self.rejects.push(Message(message.bytes().to_vec()));
    }

    fn is_stale(&mut self, stored: &MessageView<'_>) -> bool {
        stored.msg_seq_num().is_some_and(|seq| self.stale.contains(&seq))
    }
}
