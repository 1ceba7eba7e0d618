//! What leaves: new messages, administrative messages, resends.

use crate::app::{Application, Outgoing};
use crate::codec::{field, BusinessRejectReason, FieldWriter, Header, MessageView, SessionRejectReason, SOH};
use crate::event::Event;
use crate::store::{MessageStore, StoreError};

use super::outbound::{encode_gap_fill, encode_resent, Range};
use super::{Phase, SendError, Session, Step};

/// Room for header and trailer that a body must leave.
const OVERHEAD_BYTES: usize = 512;
/// Stored numbers looked at in one call, for each message that it may yield: a long run of heartbeats must not hold
/// the caller up.
const LOOKS_PER_MESSAGE: usize = 16;
/// What older versions of FIX write for "to the last".
const END_SEQ_NO_LAST_FIX40: u64 = 999_999;

/// A session that sends at a time given: what callbacks send with.
#[derive(Debug)]
pub struct Replies<'a, S> {
    session: &'a mut Session<S>,
    now_ns: u64,
}

impl<S: MessageStore> Outgoing for Replies<'_, S> {
    fn send(&mut self, msg_type: &[u8], body: &[u8]) -> Result<u64, SendError> {
        self.session.send(self.now_ns, msg_type, body)
    }

    fn send_poss_resend(&mut self, msg_type: &[u8], body: &[u8]) -> Result<u64, SendError> {
        self.session.send_poss_resend(self.now_ns, msg_type, body)
    }
}

impl<S: MessageStore> Session<S> {
    /// The session as an [`Outgoing`] that sends at `now_ns`.
    pub fn replies(&mut self, now_ns: u64) -> Replies<'_, S> {
        Replies {
            session: self,
            now_ns,
        }
    }

    /// Bytes that wait for `poll_transmit`, a resend not counted. [`send`](Self::send) refuses beyond `transmit_bytes_max`.
    pub fn waiting_bytes(&self) -> usize {
        self.outbound.waiting_bytes()
    }

    /// Sends one application message. `body` holds the fields after the standard header, each ended by SOH, further
    /// header fields (115, 128 ...) first. The message is stored under the MsgSeqNum returned, and leaves with
    /// `poll_transmit`: at once, or behind a resend in progress. [`Outgoing`] says what becomes of it when the session goes
    /// down first.
    ///
    /// # Errors
    /// [`SendError`]; no number is used.
    pub fn send(&mut self, now_ns: u64, msg_type: &[u8], body: &[u8]) -> Result<u64, SendError> {
        self.send_application(now_ns, msg_type, body, false)
    }

    /// Sends as [`send`](Self::send) does, with PossResend (97) Y: the content may have been sent under another number.
    ///
    /// # Errors
    /// [`SendError`]; no number is used.
    pub fn send_poss_resend(&mut self, now_ns: u64, msg_type: &[u8], body: &[u8]) -> Result<u64, SendError> {
        self.send_application(now_ns, msg_type, body, true)
    }

    fn send_application(
        &mut self,
        now_ns: u64,
        msg_type: &[u8],
        body: &[u8],
        poss_resend: bool,
    ) -> Result<u64, SendError> {
        if self.phase != Phase::Active {
            return Err(SendError::NotLoggedOn { found: self.phase });
        }
        if field::is_admin(msg_type)
            || !(1..=4).contains(&msg_type.len())
            || !msg_type.iter().all(u8::is_ascii_alphanumeric)
        {
            return Err(SendError::MsgType {
                found: String::from_utf8_lossy(msg_type).into_owned(),
            });
        }
        if body.last().is_some_and(|&last| last != SOH) {
            return Err(SendError::Body);
        }
        if body.len() + OVERHEAD_BYTES > self.config.message_len_max {
            return Err(SendError::TooLong {
                found: body.len(),
                max: self.config.message_len_max,
            });
        }
        let waiting = self.outbound.waiting_bytes();
        if waiting + body.len() > self.config.transmit_bytes_max {
            return Err(SendError::Backlog {
                waiting,
                max: self.config.transmit_bytes_max,
            });
        }
        self.emit(now_ns, msg_type, poss_resend, |fields| {
            fields.raw(body);
        })
        .map_err(|error| {
            self.settle(Err(error));
            SendError::Store
        })
    }

    /// Moves our next number up to `new_seq_no` by a SequenceReset-Reset, after a failure that resends cannot mend: what lies
    /// between is lost to the counterparty for good (FIX 4.4 Vol. 2, "Sequence Reset").
    ///
    /// # Errors
    /// [`SendError`]; nothing was sent.
    pub fn send_sequence_reset(&mut self, now_ns: u64, new_seq_no: u64) -> Result<(), SendError> {
        if self.phase != Phase::Active {
            return Err(SendError::NotLoggedOn { found: self.phase });
        }
        let next = self.store.next_outgoing();
        if new_seq_no < next {
            return Err(SendError::NewSeqNo {
                expected: next,
                found: new_seq_no,
            });
        }
        if self.outbound.resend.is_some() {
            return Err(SendError::Recovering);
        }
        if let Err(error) = self.store.set_next_outgoing(new_seq_no) {
            self.settle(Err(error));
            return Err(SendError::Store);
        }
        self.uncommitted = true;
        let header = Header {
            msg_type: b"4",
            msg_seq_num: next,
            poss_dup: false,
            poss_resend: false,
            sending_time_ns: now_ns,
            orig_sending_time: None,
        };
        let last_processed = self.last_processed();
        self.encoder.encode(self.outbound.tail(), &header, |fields| {
            if let Some(last) = last_processed {
                fields.uint(field::LAST_MSG_SEQ_NUM_PROCESSED, last);
            }
            fields
                .bytes(field::GAP_FILL_FLAG, b"N")
                .uint(field::NEW_SEQ_NO, new_seq_no);
        });
        self.last_sent_ns = now_ns;
        Ok(())
    }

    /// Appends to `out` what may leave now and says how many bytes that are; 0 when there is nothing. Everything appended is
    /// durable in the store. Of a resend, at most `resend_batch` messages come with one call: receive in between and call
    /// again until 0. After a long run of administrative messages 0 may come before the end; `poll_timeout` then says "now".
    /// While the store makes what was sent durable, nothing leaves: [`awaits_store`](Self::awaits_store).
    ///
    /// `app` is asked which stored messages are stale.
    pub fn poll_transmit<A: Application>(&mut self, now_ns: u64, app: &mut A, out: &mut Vec<u8>) -> usize {
        if self.uncommitted {
            if let Err(error) = self.store.commit(now_ns) {
                self.settle(Err(error));
                return 0;
            }
            self.uncommitted = false;
        }
        let before = out.len();
        match self.release_durable(out) {
            Ok(true) => {}
            // Neither may a resend overtake what waits: it may cover the same numbers.
            Ok(false) => return out.len() - before,
            Err(error) => {
                self.settle(Err(error));
                return out.len() - before;
            }
        }
        if self.outbound.resend.is_some() {
            if let Err(error) = self.resend_batch(now_ns, app, out) {
                self.settle(Err(error));
            }
        }
        let appended = out.len() - before;
        self.outbound.hungry = appended == 0 && self.outbound.resend.is_some();
        appended
    }

    /// Appends what is ready and durable to `out`; false when some of it waits for the store.
    fn release_durable(&mut self, out: &mut Vec<u8>) -> Result<bool, StoreError> {
        loop {
            let Some(commits) = self.outbound.sealed else {
                if self.outbound.ready.is_empty() {
                    return Ok(true);
                }
                self.outbound.seal(self.store.commits());
                continue;
            };
            if self.store.durable()? < commits {
                return Ok(false);
            }
            self.outbound.sealed = None;
            let leaving = &mut self.outbound.sealed_bytes;
            if out.is_empty() {
                std::mem::swap(out, leaving);
            } else {
                out.append(leaving);
            }
        }
    }

    /// Encodes, numbers and stores one new message.
    pub(super) fn emit(
        &mut self,
        now_ns: u64,
        msg_type: &[u8],
        poss_resend: bool,
        body: impl FnOnce(&mut FieldWriter<'_>),
    ) -> Result<u64, StoreError> {
        let number = self.store.next_outgoing();
        let header = Header {
            msg_type,
            msg_seq_num: number,
            poss_dup: false,
            poss_resend,
            sending_time_ns: now_ns,
            orig_sending_time: None,
        };
        let last_processed = self.last_processed();
        let out = self.outbound.tail();
        let start = out.len();
        let range = self.encoder.encode(out, &header, |fields| {
            if let Some(last) = last_processed {
                fields.uint(field::LAST_MSG_SEQ_NUM_PROCESSED, last);
            }
            body(fields);
        });
        if let Err(error) = self.store.append_outgoing(number, &out[range]) {
            out.truncate(start);
            return Err(error);
        }
        self.uncommitted = true;
        if self.outbound.resend.is_some() {
            self.outbound.held_first.get_or_insert(number);
        }
        self.last_sent_ns = now_ns;
        self.counters.messages_out += 1;
        Ok(number)
    }

    /// LastMsgSeqNumProcessed (369), if it is sent.
    fn last_processed(&self) -> Option<u64> {
        let last = self.expected.saturating_sub(1);
        self.config.enable_last_msg_seq_num_processed.then_some(last)
    }

    pub(super) fn reject_with_text(
        &mut self,
        now_ns: u64,
        view: &MessageView<'_>,
        seq: u64,
        reason: SessionRejectReason,
        ref_tag: u32,
        text: &str,
    ) -> Step {
        // 371 to 373 came with FIX 4.2.
        let has_references = !self.is_before_fix42();
        let has_code = reason.is_of(&self.config.begin_string);
        self.emit(now_ns, b"3", false, |fields| {
            fields.uint(field::REF_SEQ_NUM, seq);
            if has_references {
                if ref_tag != 0 {
                    fields.uint(field::REF_TAG_ID, u64::from(ref_tag));
                }
                fields.bytes(field::REF_MSG_TYPE, view.msg_type());
                if has_code {
                    fields.uint(field::SESSION_REJECT_REASON, reason.code());
                }
            }
            fields.text(field::TEXT, text);
        })?;
        self.counters.rejects += 1;
        self.push(Event::Rejected {
            msg_seq_num: seq,
            reason,
            ref_tag,
        });
        Ok(())
    }

    fn is_before_fix42(&self) -> bool {
        matches!(self.config.begin_string.as_str(), "FIX.4.0" | "FIX.4.1")
    }

    /// Answers an application message by a BusinessMessageReject (35=j).
    pub(super) fn business_reject(
        &mut self,
        now_ns: u64,
        view: &MessageView<'_>,
        seq: u64,
        reason: BusinessRejectReason,
        text: &str,
    ) -> Step {
        let text = if text.is_empty() { reason.text() } else { text };
        if self.is_before_fix42() {
            // Which has no BusinessMessageReject, and no SessionRejectReason either.
            return self.reject_with_text(now_ns, view, seq, SessionRejectReason::Other, 0, text);
        }
        self.emit(now_ns, b"j", false, |fields| {
            fields
                .uint(field::REF_SEQ_NUM, seq)
                .bytes(field::REF_MSG_TYPE, view.msg_type());
            fields
                .uint(field::BUSINESS_REJECT_REASON, reason.code())
                .text(field::TEXT, text);
        })?;
        self.counters.rejects += 1;
        Ok(())
    }

    /// A ResendRequest arrived: checks its range and begins to answer it (FIX 4.4 Vol. 2, "Resend Request").
    pub(super) fn answer_resend_request(&mut self, now_ns: u64, view: &MessageView<'_>, seq: u64) -> Step {
        let (begin, end) = match (view.uint(field::BEGIN_SEQ_NO), view.uint(field::END_SEQ_NO)) {
            (Ok(begin), Ok(end)) => (begin, end),
            (Err(defect), _) | (_, Err(defect)) => {
                return self.reject(now_ns, view, seq, defect.reason, defect.tag)
            }
        };
        // What waits behind a resend has not left as an original yet.
        let last = self.outbound.held_first.unwrap_or(self.store.next_outgoing()) - 1;
        let open = end == 0 || end == END_SEQ_NO_LAST_FIX40 || end > last;
        if begin == 0 || begin > last {
            return self.reject(
                now_ns,
                view,
                seq,
                SessionRejectReason::ValueIncorrect,
                field::BEGIN_SEQ_NO,
            );
        }
        let end = if open { last } else { end };
        if end < begin {
            return self.reject(
                now_ns,
                view,
                seq,
                SessionRejectReason::ValueIncorrect,
                field::END_SEQ_NO,
            );
        }
        self.start_resend(begin, end);
        Ok(())
    }

    pub(super) fn start_resend(&mut self, begin: u64, end: u64) {
        if self.outbound.request(Range { begin, end }) {
            self.push(Event::ResendStarted { begin, end });
        }
    }

    /// Goes on with the resend in progress: application messages and Rejects again, everything else as gap fills.
    fn resend_batch<A: Application>(&mut self, now_ns: u64, app: &mut A, out: &mut Vec<u8>) -> Step {
        let Some(mut resend) = self.outbound.resend else {
            return Ok(());
        };
        let last_processed = self.last_processed();
        let mut stored = std::mem::take(&mut self.scratch);
        let mut looks_left = self.config.resend_batch.max(1).saturating_mul(LOOKS_PER_MESSAGE);
        let mut messages_left = self.config.resend_batch.max(1);
        while resend.next <= resend.end && looks_left > 0 && messages_left > 0 {
            let number = resend.next;
            looks_left -= 1;
            if !self.store.read_outgoing(number, &mut stored)? {
                self.counters.missing_from_store += 1;
                self.push(Event::MissingFromStore { msg_seq_num: number });
                stored.clear();
            }
            let mut view = MessageView::blank(&stored);
            let read = view.read_like(&mut self.stored_layouts);
            if read.is_ok() && is_resent(&view, app) {
                if let Some(first) = resend.gap_start.take() {
                    encode_gap_fill(&mut self.encoder, out, first, number, last_processed, now_ns);
                    resend.gap_filled += number - first;
                }
                encode_resent(&mut self.encoder, out, &view, number, now_ns);
                resend.resent += 1;
                messages_left -= 1;
                self.counters.resent += 1;
            } else {
                resend.gap_start.get_or_insert(number);
            }
            resend.next += 1;
        }
        self.scratch = stored;
        if resend.next <= resend.end {
            self.outbound.resend = Some(resend);
        } else {
            if let Some(first) = resend.gap_start.take() {
                encode_gap_fill(&mut self.encoder, out, first, resend.next, last_processed, now_ns);
                resend.gap_filled += resend.next - first;
            }
            self.push(Event::ResendCompleted {
                resent: resend.resent,
                gap_filled: resend.gap_filled,
            });
            self.counters.gap_filled += resend.gap_filled;
            self.outbound.resend_done();
            if let Some(next) = self.outbound.resend {
                self.push(Event::ResendStarted {
                    begin: next.next,
                    end: next.end,
                });
            }
        }
        self.last_sent_ns = now_ns;
        Ok(())
    }
}

/// Whether a stored message is sent again rather than gap-filled.
fn is_resent<A: Application>(stored: &MessageView<'_>, app: &mut A) -> bool {
    let msg_type = stored.msg_type();
    msg_type == b"3" || (!field::is_admin(msg_type) && !app.is_stale(stored))
}
