//! What the desk's NIC says, told and captured.
use super::capture::Capture;
use super::tape::{Tape, Who};
use fixnic_abi::entry::{frame_flags, msg_flags};
use fixnic_abi::{FenceEntry, FrameEntry, LossEntry, MsgEntry, Verdict};
use fixnic_driver::trace::Observer;
use std::{cell::RefCell, rc::Rc};

/// The frame in which the hardware saw the gap.
#[derive(Debug, Clone, Copy)]
pub struct GapFrame {
    /// `ts_ns` of its first beat.
    pub ts_ns: u64,
    /// Its length in bytes.
    pub length: u16,
}

/// Watches the ring.
pub struct NicObserver {
    tape: Rc<RefCell<Tape>>,
    capture: Option<Rc<RefCell<Capture>>>,
    gap: Option<GapFrame>,
    verdicts: [u64; Verdict::ALL.len()],
    capture_error: Option<anyhow::Error>,
}

impl NicObserver {
    /// Tells on `tape`, and writes received frames to `capture`.
    pub fn new(tape: Rc<RefCell<Tape>>, capture: Option<Rc<RefCell<Capture>>>) -> Self {
        NicObserver {
            tape,
            capture,
            gap: None,
            verdicts: Default::default(),
            capture_error: None,
        }
    }

    /// The frame in which the gap opened, once it has.
    pub fn gap(&self) -> Option<GapFrame> {
        self.gap
    }

    /// Messages by verdict, in the order of `Verdict::ALL`.
    pub fn verdicts(&self) -> &[u64] {
        &self.verdicts
    }

    /// Why the capture could not be written.
    pub fn capture_error(&self) -> Option<&anyhow::Error> {
        self.capture_error.as_ref()
    }
}

impl Observer for NicObserver {
    fn frame(&mut self, frame: &FrameEntry, messages: &[MsgEntry], bytes: &[u8]) {
        let committed = frame.flags & frame_flags::COMMITTED != 0;
        for message in messages.iter().filter(|_| committed) {
            let Some(verdict) = Verdict::from_bits(message.verdict) else {
                continue;
            };
            self.verdicts[verdict as usize - 1] += 1;
            let (received, expected) = (message.received_seq_num(), message.expected_seq_num());
            let verified = if message.flags & msg_flags::VERIFIED != 0 {
                "VERIFIED "
            } else {
                ""
            };
            let mut what = format!("{verified}{}", verdict.name());
            if matches!(verdict, Verdict::Gap | Verdict::PossDupLow | Verdict::TooLow) {
                what += &format!(", expected {}", expected.unwrap_or(0));
            }
            if message.flags & msg_flags::GAP_OPENED != 0 {
                self.gap.get_or_insert(GapFrame {
                    ts_ns: frame.ts_ns,
                    length: frame.length,
                });
                what += ", GAP_OPENED";
            }
            if message.flags & msg_flags::GAP_CLOSED != 0 {
                what += ", GAP_CLOSED";
            }
            self.tape
                .borrow_mut()
                .say_of(Who::Nic, received.unwrap_or(0), &what);
        }
        if let Some(capture) = &self.capture {
            if let Err(error) = capture.borrow_mut().received(frame.ts_ns, frame, messages, bytes) {
                self.capture_error.get_or_insert(error);
            }
        }
    }

    fn fence(&mut self, fence: &FenceEntry) {
        let name = |value: Option<&'static str>| value.unwrap_or("?");
        let op = name(fixnic_abi::CommandOp::from_bits(fence.op).map(|op| op.name()));
        let result = name(fixnic_abi::CommandResult::from_bits(fence.result).map(|result| result.name()));
        self.tape.borrow_mut().say(
            Who::Nic,
            format_args!(
                "fence: {op} {result}, session {} generation {}",
                fence.session, fence.generation
            ),
        );
    }

    fn loss(&mut self, loss: &LossEntry) {
        self.tape.borrow_mut().say(
            Who::Nic,
            format_args!(
                "LOSS: fifo {}, disabled {}, ring {}",
                loss.drop_fifo, loss.drop_disabled, loss.drop_ring
            ),
        );
    }
}
