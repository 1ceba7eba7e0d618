//! What one session is told at its start.

use crate::codec::{Encoder, Framer};

/// Which side opens the connection and sends the first Logon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Sends the first Logon.
    Initiator,
    /// Answers it.
    Acceptor,
}

/// What EndSeqNo (16) of a ResendRequest says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResendEnd {
    /// 0: everything from BeginSeqNo on (FIX 4.4 Vol. 2, "Resend Request").
    Open,
    /// The last number before the gap's end.
    LastMissing,
}

/// Configuration of a session. Times in the unit of their name; every limit is a bound on memory or on waiting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionConfig {
    /// Initiator or acceptor.
    pub role: Role,
    /// BeginString (8): FIX.4.2, FIX.4.4, FIXT.1.1.
    pub begin_string: String,
    /// SenderCompID (49) of what we send.
    pub sender_comp_id: String,
    /// TargetCompID (56) of what we send.
    pub target_comp_id: String,
    /// SenderSubID (50) of what we send, if any.
    pub sender_sub_id: Option<String>,
    /// TargetSubID (57) of what we send, if any.
    pub target_sub_id: Option<String>,
    /// DefaultApplVerID (1137) in our Logon; FIXT.1.1 demands one.
    pub default_appl_ver_id: Option<String>,
    /// Further fields of our Logon, such as 553 and 554.
    pub logon_fields: Vec<(u32, String)>,
    /// HeartBtInt (108) that an initiator asks for; 0 for none.
    pub heart_bt_int_s: u32,
    /// Refuse messages whose SenderCompID (49) and TargetCompID (56) are not this session's. A Logon must have them in any case.
    pub check_comp_id: bool,
    /// Take messages as garbled whose CheckSum (10) is wrong. BodyLength (9) is what frames a message and always counts.
    pub validate_check_sum: bool,
    /// Digits behind the second in the SendingTime (52) we send, 0 to 9.
    pub timestamp_digits: u8,
    /// Say in each message which of the counterparty's was processed last: LastMsgSeqNumProcessed (369).
    pub enable_last_msg_seq_num_processed: bool,
    /// Ask again with every message that arrives ahead of a gap, though the resend is under way.
    pub send_redundant_resend_requests: bool,
    /// Compare SendingTime (52) with the time given.
    pub check_latency: bool,
    /// How far SendingTime may be off, either way.
    pub max_latency_s: u32,
    /// Both numbers restart at 1 with each Logon.
    pub reset_on_logon: bool,
    /// Both numbers restart at 1 after a Logout.
    pub reset_on_logout: bool,
    /// Both numbers restart at 1 when the connection is lost.
    pub reset_on_disconnect: bool,
    /// EndSeqNo of our ResendRequests, unless they are chunked.
    pub resend_end: ResendEnd,
    /// Ask for at most this many messages at a time.
    pub resend_request_chunk: Option<u64>,
    /// Ask again when a resend makes no progress for this long.
    pub resend_timeout_ms: u64,
    /// How often the same messages are asked for, before the session gives up with a Logout.
    pub resend_attempts_max: u32,
    /// Messages of a resend that one `poll_transmit` yields.
    pub resend_batch: usize,
    /// Use NextExpectedMsgSeqNum (789) in Logon.
    pub enable_next_expected: bool,
    /// Behave as QuickFIX's own conformance scripts expect where they differ from the specification.
    pub compatibility_quickfix: bool,
    /// Longest message taken, in bytes.
    pub message_len_max: usize,
    /// Messages kept while a gap is open.
    pub queue_messages_max: usize,
    /// Bytes kept while a gap is open.
    pub queue_bytes_max: usize,
    /// Bytes that may wait for `poll_transmit`. Beyond it `send` refuses; at twice as many, answers to the counterparty's
    /// own messages included, the connection is given up.
    pub transmit_bytes_max: usize,
    /// How long a Logon may take.
    pub logon_timeout_ms: u64,
    /// How long to wait for the answer to our Logout.
    pub logout_timeout_ms: u64,
    /// How long a Logout that came with a gap waits for the gap to be filled.
    pub logout_gap_timeout_ms: u64,
}

impl SessionConfig {
    /// A session between `sender` (us) and `target`, with defaults after the specification.
    pub fn new(role: Role, begin_string: &str, sender: &str, target: &str) -> Self {
        SessionConfig {
            role,
            begin_string: begin_string.to_owned(),
            sender_comp_id: sender.to_owned(),
            target_comp_id: target.to_owned(),
            sender_sub_id: None,
            target_sub_id: None,
            default_appl_ver_id: (begin_string == "FIXT.1.1").then(|| "9".to_owned()),
            logon_fields: Vec::new(),
            heart_bt_int_s: 30,
            check_comp_id: true,
            validate_check_sum: true,
            timestamp_digits: 3,
            enable_last_msg_seq_num_processed: false,
            send_redundant_resend_requests: false,
            check_latency: true,
            max_latency_s: 120,
            reset_on_logon: false,
            reset_on_logout: false,
            reset_on_disconnect: false,
            resend_end: ResendEnd::Open,
            resend_request_chunk: None,
            resend_timeout_ms: 10_000,
            resend_attempts_max: 3,
            resend_batch: 64,
            enable_next_expected: false,
            compatibility_quickfix: false,
            message_len_max: 64 * 1024,
            queue_messages_max: 100_000,
            queue_bytes_max: 64 * 1024 * 1024,
            transmit_bytes_max: 16 * 1024 * 1024,
            logon_timeout_ms: 10_000,
            logout_timeout_ms: 2_000,
            logout_gap_timeout_ms: 10_000,
        }
    }

    /// The framer for what this session receives.
    pub fn framer(&self) -> Framer {
        Framer {
            message_len_max: self.message_len_max,
            swallow_to_stated_end: self.compatibility_quickfix,
            validate_check_sum: self.validate_check_sum,
        }
    }

    /// The encoder for what this session sends.
    pub(crate) fn encoder(&self) -> Encoder {
        let mut identity = vec![
            (49, self.sender_comp_id.as_str()),
            (56, self.target_comp_id.as_str()),
        ];
        identity.extend(self.sender_sub_id.as_deref().map(|id| (50, id)));
        identity.extend(self.target_sub_id.as_deref().map(|id| (57, id)));
        Encoder::new(&self.begin_string, &identity).with_timestamp_digits(self.timestamp_digits)
    }
}
