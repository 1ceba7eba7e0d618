//! Reads and writes registers of engines.

use rust_hdl::prelude::*;

/// An AXI4-Lite master for four slaves that share addresses and data.
///
/// * Enters: `go` for one clock with an access and the engines it is for: one for a read, any for a write, which then reaches all of them in the same
///   clock as long as they are at rest.
/// * Leaves: `done` from the clock after the last response until the next `go`, with what was read.
/// * When an engine holds its response back, it waits.
#[derive(LogicBlock, Default)]
pub struct EngineBus {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Forgets what is under way.
    pub reset: Signal<In, Bit>,
    /// Begin.
    pub go: Signal<In, Bit>,
    /// It is a write.
    pub is_write: Signal<In, Bit>,
    /// A bit an engine.
    pub whom: Signal<In, Bits<4>>,
    /// Number of the 32-bit register.
    pub register: Signal<In, Bits<10>>,
    /// What to write.
    pub data: Signal<In, Bits<32>>,
    /// Nothing is under way.
    pub done: Signal<Out, Bit>,
    /// What was read.
    pub got: Signal<Out, Bits<32>>,

    /// Address of a read or write.
    pub m_addr: Signal<Out, Bits<12>>,
    /// What to write.
    pub m_wdata: Signal<Out, Bits<32>>,
    /// Write address valid, a bit an engine as all that follow.
    pub m_awvalid: Signal<Out, Bits<4>>,
    /// Taken.
    pub m_awready: Signal<In, Bits<4>>,
    /// Write data valid.
    pub m_wvalid: Signal<Out, Bits<4>>,
    /// Taken.
    pub m_wready: Signal<In, Bits<4>>,
    /// Write response valid; always taken.
    pub m_bvalid: Signal<In, Bits<4>>,
    /// Read address valid.
    pub m_arvalid: Signal<Out, Bits<4>>,
    /// Taken.
    pub m_arready: Signal<In, Bits<4>>,
    /// Read data valid; always taken.
    pub m_rvalid: Signal<In, Bits<4>>,
    /// Read data of each engine.
    pub m_rdata: [Signal<In, Bits<32>>; 4],

    address: DFF<Bits<12>>,
    written: DFF<Bits<32>>,
    aw_due: DFF<Bits<4>>,
    w_due: DFF<Bits<4>>,
    b_due: DFF<Bits<4>>,
    ar_due: DFF<Bits<4>>,
    r_due: DFF<Bits<4>>,
    read: DFF<Bits<32>>,
    due: Signal<Local, Bits<4>>,
}

impl Logic for EngineBus {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, address, written, aw_due, w_due, b_due, ar_due, r_due, read);
        self.aw_due.d.next = self.aw_due.q.val() & !self.m_awready.val();
        self.w_due.d.next = self.w_due.q.val() & !self.m_wready.val();
        self.b_due.d.next = self.b_due.q.val() & !self.m_bvalid.val();
        self.ar_due.d.next = self.ar_due.q.val() & !self.m_arready.val();
        self.r_due.d.next = self.r_due.q.val() & !self.m_rvalid.val();
        for i in 0..4_usize {
            if self.m_rvalid.val().get_bit(i) && self.r_due.q.val().get_bit(i) {
                self.read.d.next = self.m_rdata[i].val();
            }
        }
        self.due.next = self.b_due.q.val() | self.r_due.q.val();
        self.done.next = !self.due.val().any();
        self.got.next = self.read.q.val();
        if self.go.val() {
            self.address.d.next = bit_cast::<12, 10>(self.register.val()) << 2;
            self.written.d.next = self.data.val();
            if self.is_write.val() {
                self.aw_due.d.next = self.whom.val();
                self.w_due.d.next = self.whom.val();
                self.b_due.d.next = self.whom.val();
            } else {
                self.ar_due.d.next = self.whom.val();
                self.r_due.d.next = self.whom.val();
            }
        }
        self.m_addr.next = self.address.q.val();
        self.m_wdata.next = self.written.q.val();
        self.m_awvalid.next = self.aw_due.q.val();
        self.m_wvalid.next = self.w_due.q.val();
        self.m_arvalid.next = self.ar_due.q.val();
        if self.reset.val() {
            self.aw_due.d.next = 0.into();
            self.w_due.d.next = 0.into();
            self.b_due.d.next = 0.into();
            self.ar_due.d.next = 0.into();
            self.r_due.d.next = 0.into();
        }
    }
}
