//! The conformance application: an acceptor that echoes.
//!
//! NewOrderSingle (D), SecurityDefinition (d) and Email (C) go back with a fresh header and otherwise unchanged. A
//! PossResend message whose ClOrdID (11) was already seen in the session is dropped; any other type is answered by a
//! BusinessMessageReject with 380=3.

use std::collections::{HashSet, VecDeque};

use fixnic_session::codec::{MessageView, SOH};

use crate::app::{Application, Disposition, MessageMeta, Outbox};
use crate::settings::SessionName;

/// ClOrdIDs remembered; the oldest are forgotten first.
const ORDERS_MAX: usize = 100_000;
const CL_ORD_ID: u32 = 11;

/// The echo application.
#[derive(Debug, Default)]
pub struct Echo {
    seen: HashSet<Vec<u8>>,
    in_order: VecDeque<Vec<u8>>,
    body: Vec<u8>,
}

impl Echo {
    /// Notes a ClOrdID; false when it was there already.
    fn note(&mut self, cl_ord_id: &[u8]) -> bool {
        if self.seen.contains(cl_ord_id) {
            return false;
        }
        if self.in_order.len() == ORDERS_MAX {
            if let Some(oldest) = self.in_order.pop_front() {
                self.seen.remove(&oldest);
            }
        }
        self.seen.insert(cl_ord_id.to_vec());
        self.in_order.push_back(cl_ord_id.to_vec());
        true
    }
}

impl Application for Echo {
    fn on_message(&mut self, message: &MessageView<'_>, meta: &MessageMeta, out: &mut Outbox) -> Disposition {
        if !matches!(message.msg_type(), b"D" | b"d" | b"C") {
            return Disposition::unsupported();
        }
        if let Some(cl_ord_id) = message.get(CL_ORD_ID) {
            let is_new = self.note(cl_ord_id);
            if meta.poss_resend && !is_new {
                return Disposition::Accepted;
            }
        }
        let mut body = std::mem::take(&mut self.body);
        copy_body(message, &mut body);
        // The engine reads only what there is room to answer, so this is a session that is going down.
        if let Err(error) = out.send(message.msg_type(), &body) {
            tracing::warn!(msg_seq_num = meta.msg_seq_num, %error, "an echo was dropped");
        }
        self.body = body;
        Disposition::Accepted
    }

    fn on_logout(&mut self, _session: &SessionName, _reason: &str) {
        self.seen.clear();
        self.in_order.clear();
    }
}

/// Copies the fields that belong neither to the standard header nor to the trailer.
fn copy_body(message: &MessageView<'_>, body: &mut Vec<u8>) {
    body.clear();
    let mut fields = message.fields();
    loop {
        let start = fields.position();
        let Some(Ok(field)) = fields.next() else { break };
        if !is_header_or_trailer(field.tag) {
            body.extend_from_slice(&message.bytes()[start..fields.position()]);
        }
    }
    debug_assert!(body.is_empty() || body.ends_with(&[SOH]));
}

/// Whether a tag belongs to the standard header or trailer (FIX 4.4 volume 2, "Standard Message Header" and "Trailer";
/// ApplVerID and its kin from FIXT 1.1).
fn is_header_or_trailer(tag: u32) -> bool {
    matches!(
        tag,
        8..=10 | 34 | 35 | 43 | 49 | 50 | 52 | 56 | 57 | 89..=91 | 93 | 97 | 115 | 116 | 122 | 128 | 129 | 142..=145
            | 212 | 213 | 347 | 369 | 627..=630 | 1128 | 1129 | 1156
    )
}
