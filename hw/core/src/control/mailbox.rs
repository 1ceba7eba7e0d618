//! The CMD registers: arguments, and one command at a time.

use super::page::word;
use crate::blocks::Code;
use fixnic_abi::reg::{self, field};
use rust_hdl::prelude::*;

/// The mailbox of docs/datapath.md, section 7.
///
/// * A page as [`page`](super::page) describes.
/// * A write to CMD_GO while no command is under way gives `go` for one clock, two clocks after; operation and
///   arguments then stand until the next `go`, whatever is written to the registers meanwhile, not sooner than two clocks later. While
///   one is under way, it only sets overrun.
/// * Enters: `done` with the outcome, at least one clock after `go`. `clear` forgets the command under way: whoever applies it must forget it too.
#[derive(LogicBlock, Default)]
pub struct Mailbox {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// To reset values.
    pub clear: Signal<In, Bit>,
    /// Write `data`.
    pub write: Signal<In, Bit>,
    /// Register within the page.
    pub word: Signal<In, Bits<4>>,
    /// What to write.
    pub data: Signal<In, Bits<32>>,
    /// The register at `word`, two clocks later.
    pub read_data: Signal<Out, Bits<32>>,

    /// Pulse: a command starts.
    pub go: Signal<Out, Bit>,
    /// Low byte of the value written to CMD_GO.
    pub op: Signal<Out, Bits<8>>,
    /// CMD_SLOT.
    pub slot: Signal<Out, Bits<32>>,
    /// CMD_SESSION.
    pub session: Signal<Out, Bits<32>>,
    /// CMD_LOCAL_IP.
    pub local_ip: Signal<Out, Bits<32>>,
    /// CMD_REMOTE_IP.
    pub remote_ip: Signal<Out, Bits<32>>,
    /// CMD_PORTS.
    pub ports: Signal<Out, Bits<32>>,
    /// CMD_TCP_SEQ.
    pub tcp_seq: Signal<Out, Bits<32>>,
    /// CMD_EXPECTED_HI and CMD_EXPECTED_LO: ten BCD digits.
    pub expected: Signal<Out, Bits<40>>,
    /// CMD_TAG.
    pub tag: Signal<Out, Bits<32>>,
    /// CMD_GENERATION, its low half.
    pub generation: Signal<Out, Bits<16>>,
    /// CMD_RING.
    pub ring: Signal<Out, Bits<32>>,
    /// Pulse: the command is done.
    pub done: Signal<In, Bit>,
    /// With `done`: `CommandResult`.
    pub result: Signal<In, Bits<8>>,
    /// With `done`: `SessionState`.
    pub session_state: Signal<In, Bits<8>>,

    // As written.
    next_slot: DFF<Bits<32>>,
    next_session: DFF<Bits<32>>,
    next_local_ip: DFF<Bits<32>>,
    next_remote_ip: DFF<Bits<32>>,
    next_ports: DFF<Bits<32>>,
    next_tcp_seq: DFF<Bits<32>>,
    next_expected_lo: DFF<Bits<32>>,
    next_expected_hi: DFF<Bits<32>>,
    next_tag: DFF<Bits<32>>,
    next_generation: DFF<Bits<32>>,
    next_ring: DFF<Bits<32>>,
    // As of the last CMD_GO.
    go_op: DFF<Bits<8>>,
    go_slot: DFF<Bits<32>>,
    go_session: DFF<Bits<32>>,
    go_local_ip: DFF<Bits<32>>,
    go_remote_ip: DFF<Bits<32>>,
    go_ports: DFF<Bits<32>>,
    go_tcp_seq: DFF<Bits<32>>,
    go_expected_lo: DFF<Bits<32>>,
    go_expected_hi: DFF<Bits<8>>,
    go_tag: DFF<Bits<32>>,
    go_generation: DFF<Bits<16>>,
    go_ring: DFF<Bits<32>>,

    at: DFF<Bits<16>>, // `word`, one bit each
    starting: DFF<Bit>,
    started: DFF<Bit>,
    busy: DFF<Bit>,
    overrun: DFF<Bit>,
    last_result: DFF<Bits<8>>,
    last_state: DFF<Bits<8>>,
    read_now: DFF<Bits<32>>,

    start: Signal<Local, Bit>,
    here: Signal<Local, Bit>,
    at_now: Signal<Local, Bits<16>>,
    status: Signal<Local, Bits<32>>,
    read_next: Signal<Local, Bits<32>>,

    at_slot: Code<{ word(&reg::CMD_SLOT) }, 4>,
    at_session: Code<{ word(&reg::CMD_SESSION) }, 4>,
    at_local_ip: Code<{ word(&reg::CMD_LOCAL_IP) }, 4>,
    at_remote_ip: Code<{ word(&reg::CMD_REMOTE_IP) }, 4>,
    at_ports: Code<{ word(&reg::CMD_PORTS) }, 4>,
    at_tcp_seq: Code<{ word(&reg::CMD_TCP_SEQ) }, 4>,
    at_expected_lo: Code<{ word(&reg::CMD_EXPECTED_LO) }, 4>,
    at_expected_hi: Code<{ word(&reg::CMD_EXPECTED_HI) }, 4>,
    at_tag: Code<{ word(&reg::CMD_TAG) }, 4>,
    at_generation: Code<{ word(&reg::CMD_GENERATION) }, 4>,
    at_ring: Code<{ word(&reg::CMD_RING) }, 4>,
    at_go: Code<{ word(&reg::CMD_GO) }, 4>,
    at_status: Code<{ word(&reg::CMD_STATUS) }, 4>,
    busy_lsb: Code<{ field::CMD_STATUS::busy.lsb as u64 }, 5>,
    overrun_lsb: Code<{ field::CMD_STATUS::overrun.lsb as u64 }, 5>,
    result_lsb: Code<{ field::CMD_STATUS::result.lsb as u64 }, 5>,
    session_state_lsb: Code<{ field::CMD_STATUS::session_state.lsb as u64 }, 5>,
}

impl Logic for Mailbox {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            next_slot,
            next_session,
            next_local_ip,
            next_remote_ip,
            next_ports,
            next_tcp_seq,
            next_expected_lo,
            next_expected_hi,
            next_tag,
            next_generation,
            next_ring,
            go_op,
            go_slot,
            go_session,
            go_local_ip,
            go_remote_ip,
            go_ports,
            go_tcp_seq,
            go_expected_lo,
            go_expected_hi,
            go_tag,
            go_generation,
            go_ring,
            at,
            starting,
            started,
            busy,
            overrun,
            last_result,
            last_state,
            read_now
        );
        self.at_now.next = 0.into();
        self.here.next = false;
        for i in 0..16_usize {
            self.here.next = self.word.val() == i.to_bits::<4>();
            self.at_now.next = self.at_now.val().replace_bit(i, self.here.val());
        }
        self.at.d.next = self.at_now.val();
        self.start.next = false;
        if self.write.val() {
            if self.at.q.val().get_bit(self.at_slot.val().index()) {
                self.next_slot.d.next = self.data.val();
            }
            if self.at.q.val().get_bit(self.at_session.val().index()) {
                self.next_session.d.next = self.data.val();
            }
            if self.at.q.val().get_bit(self.at_local_ip.val().index()) {
                self.next_local_ip.d.next = self.data.val();
            }
            if self.at.q.val().get_bit(self.at_remote_ip.val().index()) {
                self.next_remote_ip.d.next = self.data.val();
            }
            if self.at.q.val().get_bit(self.at_ports.val().index()) {
                self.next_ports.d.next = self.data.val();
            }
            if self.at.q.val().get_bit(self.at_tcp_seq.val().index()) {
                self.next_tcp_seq.d.next = self.data.val();
            }
            if self.at.q.val().get_bit(self.at_expected_lo.val().index()) {
                self.next_expected_lo.d.next = self.data.val();
            }
            if self.at.q.val().get_bit(self.at_expected_hi.val().index()) {
                self.next_expected_hi.d.next = self.data.val();
            }
            if self.at.q.val().get_bit(self.at_tag.val().index()) {
                self.next_tag.d.next = self.data.val();
            }
            if self.at.q.val().get_bit(self.at_generation.val().index()) {
                self.next_generation.d.next = self.data.val();
            }
            if self.at.q.val().get_bit(self.at_ring.val().index()) {
                self.next_ring.d.next = self.data.val();
            }
            if self.at.q.val().get_bit(self.at_go.val().index()) {
                self.start.next = !self.busy.q.val();
                self.overrun.d.next = self.busy.q.val();
            }
        }

        // The arguments are many: they follow the operation a clock later.
        self.starting.d.next = self.start.val();
        self.started.d.next = self.starting.q.val();
        if self.start.val() {
            self.busy.d.next = true;
            self.go_op.d.next = self.data.val().get_bits::<8>(0);
        }
        if self.starting.q.val() {
            self.go_slot.d.next = self.next_slot.q.val();
            self.go_session.d.next = self.next_session.q.val();
            self.go_local_ip.d.next = self.next_local_ip.q.val();
            self.go_remote_ip.d.next = self.next_remote_ip.q.val();
            self.go_ports.d.next = self.next_ports.q.val();
            self.go_tcp_seq.d.next = self.next_tcp_seq.q.val();
            self.go_expected_lo.d.next = self.next_expected_lo.q.val();
            self.go_expected_hi.d.next = self.next_expected_hi.q.val().get_bits::<8>(0);
            self.go_tag.d.next = self.next_tag.q.val();
            self.go_generation.d.next = self.next_generation.q.val().get_bits::<16>(0);
            self.go_ring.d.next = self.next_ring.q.val();
        }
        if self.done.val() {
            self.busy.d.next = false;
            self.last_result.d.next = self.result.val();
            self.last_state.d.next = self.session_state.val();
        }
        self.go.next = self.started.q.val();
        self.op.next = self.go_op.q.val();
        self.slot.next = self.go_slot.q.val();
        self.session.next = self.go_session.q.val();
        self.local_ip.next = self.go_local_ip.q.val();
        self.remote_ip.next = self.go_remote_ip.q.val();
        self.ports.next = self.go_ports.q.val();
        self.tcp_seq.next = self.go_tcp_seq.q.val();
        self.expected.next = bit_cast::<40, 32>(self.go_expected_lo.q.val())
            | (bit_cast::<40, 8>(self.go_expected_hi.q.val()) << 32);
        self.tag.next = self.go_tag.q.val();
        self.generation.next = self.go_generation.q.val();
        self.ring.next = self.go_ring.q.val();

        self.status.next = (bit_cast::<32, 8>(self.last_result.q.val()) << self.result_lsb.val())
            | (bit_cast::<32, 8>(self.last_state.q.val()) << self.session_state_lsb.val());
        self.status.next = self
            .status
            .val()
            .replace_bit(self.busy_lsb.val().index(), self.busy.q.val());
        self.status.next = self
            .status
            .val()
            .replace_bit(self.overrun_lsb.val().index(), self.overrun.q.val());
        self.read_next.next = 0.into();
        if self.at.q.val().get_bit(self.at_slot.val().index()) {
            self.read_next.next = self.read_next.val() | self.next_slot.q.val();
        }
        if self.at.q.val().get_bit(self.at_session.val().index()) {
            self.read_next.next = self.read_next.val() | self.next_session.q.val();
        }
        if self.at.q.val().get_bit(self.at_local_ip.val().index()) {
            self.read_next.next = self.read_next.val() | self.next_local_ip.q.val();
        }
        if self.at.q.val().get_bit(self.at_remote_ip.val().index()) {
            self.read_next.next = self.read_next.val() | self.next_remote_ip.q.val();
        }
        if self.at.q.val().get_bit(self.at_ports.val().index()) {
            self.read_next.next = self.read_next.val() | self.next_ports.q.val();
        }
        if self.at.q.val().get_bit(self.at_tcp_seq.val().index()) {
            self.read_next.next = self.read_next.val() | self.next_tcp_seq.q.val();
        }
        if self.at.q.val().get_bit(self.at_expected_lo.val().index()) {
            self.read_next.next = self.read_next.val() | self.next_expected_lo.q.val();
        }
        if self.at.q.val().get_bit(self.at_expected_hi.val().index()) {
            self.read_next.next = self.read_next.val() | self.next_expected_hi.q.val();
        }
        if self.at.q.val().get_bit(self.at_tag.val().index()) {
            self.read_next.next = self.read_next.val() | self.next_tag.q.val();
        }
        if self.at.q.val().get_bit(self.at_generation.val().index()) {
            self.read_next.next = self.read_next.val() | self.next_generation.q.val();
        }
        if self.at.q.val().get_bit(self.at_ring.val().index()) {
            self.read_next.next = self.read_next.val() | self.next_ring.q.val();
        }
        if self.at.q.val().get_bit(self.at_status.val().index()) {
            self.read_next.next = self.read_next.val() | self.status.val();
        }
        self.read_now.d.next = self.read_next.val();
        self.read_data.next = self.read_now.q.val();

        if self.clear.val() {
            self.next_slot.d.next = 0.into();
            self.next_session.d.next = 0.into();
            self.next_local_ip.d.next = 0.into();
            self.next_remote_ip.d.next = 0.into();
            self.next_ports.d.next = 0.into();
            self.next_tcp_seq.d.next = 0.into();
            self.next_expected_lo.d.next = 0.into();
            self.next_expected_hi.d.next = 0.into();
            self.next_tag.d.next = 0.into();
            self.next_generation.d.next = 0.into();
            self.next_ring.d.next = 0.into();
            self.starting.d.next = false;
            self.started.d.next = false;
            self.busy.d.next = false;
            self.overrun.d.next = false;
            self.last_result.d.next = 0.into();
            self.last_state.d.next = 0.into();
        }
    }
}
