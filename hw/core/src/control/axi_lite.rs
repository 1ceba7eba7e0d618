//! The AXI4-Lite slave: one access at a time for the pages behind it.

use rust_hdl::prelude::*;

/// Where an access stands.
#[derive(Copy, Clone, Debug, PartialEq, LogicState)]
pub enum Access {
    /// Waits for the bus.
    Idle,
    /// `address` is new: the pages decode it.
    Decode,
    /// The decoded access may be held here.
    Settle,
    /// Writes, or takes what was read.
    Act,
    /// The response waits for the bus.
    Respond,
}

/// 32 bits, 12 bits of address, one transaction at a time, always OKAY (AXI4-Lite: ARM IHI 0022, part B).
///
/// * Enters: AW and W in either order, AR. When a write and a read wait, they take turns.
/// * Leaves: `address`, from `Decode` in clock t until the response is taken; `hold` is looked at from t + 1 on; in the
///   first clock after one in which it was 0, `write` is 1 for a write and `read_data` is taken for a read.
/// * The response follows one clock later. Registers are whole: a write with a byte strobe clear is answered and ignored.
#[derive(LogicBlock, Default)]
pub struct AxiLite {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Forgets what is under way.
    pub reset: Signal<In, Bit>,

    /// Write address.
    pub awaddr: Signal<In, Bits<12>>,
    /// Valid.
    pub awvalid: Signal<In, Bit>,
    /// Taken.
    pub awready: Signal<Out, Bit>,
    /// Write data.
    pub wdata: Signal<In, Bits<32>>,
    /// Byte strobes.
    pub wstrb: Signal<In, Bits<4>>,
    /// Valid.
    pub wvalid: Signal<In, Bit>,
    /// Taken.
    pub wready: Signal<Out, Bit>,
    /// Write response valid.
    pub bvalid: Signal<Out, Bit>,
    /// Taken.
    pub bready: Signal<In, Bit>,
    /// Read address.
    pub araddr: Signal<In, Bits<12>>,
    /// Valid.
    pub arvalid: Signal<In, Bit>,
    /// Taken.
    pub arready: Signal<Out, Bit>,
    /// Read data.
    pub rdata: Signal<Out, Bits<32>>,
    /// Valid.
    pub rvalid: Signal<Out, Bit>,
    /// Taken.
    pub rready: Signal<In, Bit>,

    /// Number of the 32-bit register.
    pub address: Signal<Out, Bits<10>>,
    /// The access is a write.
    pub is_write: Signal<Out, Bit>,
    /// The access may not proceed yet.
    pub hold: Signal<In, Bit>,
    /// Write now.
    pub write: Signal<Out, Bit>,
    /// What to write.
    pub write_data: Signal<Out, Bits<32>>,
    /// What is read.
    pub read_data: Signal<In, Bits<32>>,

    access: DFF<Access>,
    write_turn: DFF<Bit>, // the access under way, or the last one, is a write
    register: DFF<Bits<10>>,
    aw_held: DFF<Bit>,
    aw_register: DFF<Bits<10>>,
    w_held: DFF<Bit>,
    w_data: DFF<Bits<32>>,
    w_whole: DFF<Bit>,
    ar_held: DFF<Bit>,
    ar_register: DFF<Bits<10>>,
    response_write: DFF<Bit>,
    response_read: DFF<Bit>,
    result: DFF<Bits<32>>,

    write_waits: Signal<Local, Bit>,
}

impl Logic for AxiLite {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            access,
            write_turn,
            register,
            aw_held,
            aw_register,
            w_held,
            w_data,
            w_whole,
            ar_held,
            ar_register,
            response_write,
            response_read,
            result
        );
        // Each channel has room for one transfer, so that its ready comes from a register.
        self.awready.next = !self.aw_held.q.val();
        self.wready.next = !self.w_held.q.val();
        self.arready.next = !self.ar_held.q.val();
        if self.awvalid.val() && !self.aw_held.q.val() {
            self.aw_held.d.next = true;
            self.aw_register.d.next = self.awaddr.val().get_bits::<10>(2);
        }
        if self.wvalid.val() && !self.w_held.q.val() {
            self.w_held.d.next = true;
            self.w_data.d.next = self.wdata.val();
            self.w_whole.d.next = self.wstrb.val().all();
        }
        if self.arvalid.val() && !self.ar_held.q.val() {
            self.ar_held.d.next = true;
            self.ar_register.d.next = self.araddr.val().get_bits::<10>(2);
        }

        self.write.next = false;
        self.write_waits.next = self.aw_held.q.val() && self.w_held.q.val();
        match self.access.q.val() {
            Access::Idle => {
                if self.write_waits.val() && !(self.ar_held.q.val() && self.write_turn.q.val()) {
                    self.write_turn.d.next = true;
                    self.register.d.next = self.aw_register.q.val();
                    self.access.d.next = Access::Decode;
                } else if self.ar_held.q.val() {
                    self.write_turn.d.next = false;
                    self.register.d.next = self.ar_register.q.val();
                    self.access.d.next = Access::Decode;
                }
            }
            Access::Decode => {
                self.access.d.next = Access::Settle;
            }
            Access::Settle => {
                if !self.hold.val() {
                    self.access.d.next = Access::Act;
                }
            }
            Access::Act => {
                self.write.next = self.write_turn.q.val() && self.w_whole.q.val();
                self.result.d.next = self.read_data.val();
                self.response_write.d.next = self.write_turn.q.val();
                self.response_read.d.next = !self.write_turn.q.val();
                self.access.d.next = Access::Respond;
            }
            Access::Respond => {
                if self.response_write.q.val() && self.bready.val() {
                    self.response_write.d.next = false;
                    self.aw_held.d.next = false;
                    self.w_held.d.next = false;
                    self.access.d.next = Access::Idle;
                }
                if self.response_read.q.val() && self.rready.val() {
                    self.response_read.d.next = false;
                    self.ar_held.d.next = false;
                    self.access.d.next = Access::Idle;
                }
            }
            _ => {
                self.access.d.next = Access::Idle;
            }
        }

        self.bvalid.next = self.response_write.q.val();
        self.rvalid.next = self.response_read.q.val();
        self.rdata.next = self.result.q.val();
        self.address.next = self.register.q.val();
        self.is_write.next = self.write_turn.q.val();
        self.write_data.next = self.w_data.q.val();

        if self.reset.val() {
            self.access.d.next = Access::Idle;
            self.write_turn.d.next = false;
            self.aw_held.d.next = false;
            self.w_held.d.next = false;
            self.ar_held.d.next = false;
            self.response_write.d.next = false;
            self.response_read.d.next = false;
        }
    }
}
