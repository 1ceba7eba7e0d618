//! The FIX path: from the payload bytes of a frame to the verdicts of the messages that end in it.

use rust_hdl::prelude::*;

/// Framing, scan and sequence check for `2^S` sessions. Cut-through: never stalls, has no queue, takes a beat every clock.
///
/// # A frame
///
/// | clock | port |
/// |---|---|
/// | L | `f_load` with `f_session`, `f_parse`, `f_rotation`, `f_lane` |
/// | L + 2 or later | first beat with `s_valid`; bubbles are allowed anywhere between beats |
/// | E | `f_end` with `f_commit`: at least 1 clock after the beat with `s_eof`, or after L when there is no beat |
/// | E + 4 or later | `f_load` of the next frame, whatever its session |
///
/// A frame that is not parsed sends the same two pulses with `f_parse` = 0 and no beat: no session is touched, and its end
/// leaves in its turn. (The four clocks after E are only needed after a parsed frame.)
///
/// * `m_valid`: 7 clocks after the beat that holds the message's last byte, 8 when the rotation moves that byte into
///   the next stream beat; 8 and 9 for a framing loss.
/// * `e_valid`: 9 clocks after E, later than every `m_valid` of the frame.
///
/// # Commands
///
/// `cmd_valid` may come when the last frame's `e_valid` has passed, and the next `f_load` or `cmd_valid` after `cmd_done`, which
/// comes a fixed number of clocks later. ARM must come before the first frame of a session: contexts are undefined after power-up.
#[derive(LogicBlock, Default)]
pub struct FixPath<const S: usize> {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Synchronous. Forgets what is in the pipeline, not the sessions.
    pub reset: Signal<In, Bit>,

    /// Applies a command; one clock, the arguments with it.
    pub cmd_valid: Signal<In, Bit>,
    /// 1: ARM (all state of the session starts anew); 0: SET_EXPECTED (expected; gap closed, high-water 0, HOLD left).
    pub cmd_arm: Signal<In, Bit>,
    /// Session the command is for.
    pub cmd_session: Signal<In, Bits<S>>,
    /// ARM: TCP number of the first byte of the first message; its low 19 bits are used.
    pub cmd_tcp_seq: Signal<In, Bits<32>>,
    /// Next MsgSeqNum, ten BCD digits, first digit highest. Not 0, no digit above 9.
    pub cmd_expected: Signal<In, Bits<40>>,
    /// One clock: the command has taken effect.
    pub cmd_done: Signal<Out, Bit>,

    /// A frame begins.
    pub f_load: Signal<In, Bit>,
    /// With `f_load`: its session.
    pub f_session: Signal<In, Bits<S>>,
    /// With `f_load`: the frame has bytes to parse.
    pub f_parse: Signal<In, Bit>,
    /// With `f_load`: (TCP number of the first parsed byte - its lane in its beat) mod 8.
    pub f_rotation: Signal<In, Bits<3>>,
    /// With `f_load`: TCP number of the first parsed byte mod 8.
    pub f_lane: Signal<In, Bits<3>>,
    /// A beat of parsed payload.
    pub s_valid: Signal<In, Bit>,
    /// Lane 0 in the low byte.
    pub s_data: Signal<In, Bits<64>>,
    /// Lanes that hold parsed payload: contiguous from beat to beat, at least one a beat.
    pub s_keep: Signal<In, Bits<8>>,
    /// With `s_valid`: the frame's last parsed beat.
    pub s_eof: Signal<In, Bit>,
    /// The frame ends.
    pub f_end: Signal<In, Bit>,
    /// With `f_end`: the frame was good, keep what it did to its session. Otherwise the session is as before the frame.
    pub f_commit: Signal<In, Bit>,

    /// A message ended or framing was lost.
    pub m_valid: Signal<Out, Bit>,
    /// `fixnic_abi::Verdict`.
    pub m_verdict: Signal<Out, Bits<4>>,
    /// `fixnic_abi::entry::msg_flags`, all of them.
    pub m_flags: Signal<Out, Bits<16>>,
    /// First two characters of MsgType, the first in the low byte.
    pub m_type: Signal<Out, Bits<16>>,
    /// MsgSeqNum, ten BCD digits; 0 when MALFORMED or AMBIGUOUS.
    pub m_received: Signal<Out, Bits<40>>,
    /// Expected MsgSeqNum when the message was checked.
    pub m_expected: Signal<Out, Bits<40>>,
    /// TCP number of the message's first byte, low 19 bits.
    pub m_start: Signal<Out, Bits<19>>,
    /// TCP number of its last byte, low 19 bits; without meaning when framing is lost.
    pub m_end: Signal<Out, Bits<19>>,

    /// A frame's end leaves: every `m_valid` of it has passed.
    pub e_valid: Signal<Out, Bit>,
    /// With `e_valid`: framing was lost in this frame.
    pub e_lost: Signal<Out, Bit>,
    /// With `e_valid` of a parsed frame: the session is in HOLD after it.
    pub e_hold: Signal<Out, Bit>,
}

impl<const S: usize> Logic for FixPath<S> {
    #[hdl_gen]
    fn update(&mut self) {
        self.cmd_done.next = false;
        self.m_valid.next = false;
        self.m_verdict.next = 0.into();
        self.m_flags.next = 0.into();
        self.m_type.next = 0.into();
        self.m_received.next = 0.into();
        self.m_expected.next = 0.into();
        self.m_start.next = 0.into();
        self.m_end.next = 0.into();
        self.e_valid.next = false;
        self.e_lost.next = false;
        self.e_hold.next = false;
    }
}
