//! Interrupt vectors that fire once and wait to be armed again.

use rust_hdl::prelude::*;

/// The one-shot logic of docs/datapath.md, section 9.
///
/// * Enters: `arm`, a pulse with the vectors to arm. For each RX ring the level "producer differs from consumer", so that what
///   came before the arming counts; for TX and errors, which have no doorbell, a pulse for each event. Events of a vector
///   that is not armed are forgotten: the host arms, looks once more, and then sleeps.
/// * Leaves: `irq[i]` for one clock, two clocks after the event or level when the vector is armed, three clocks after `arm`
///   when the level stood before; `armed`, which then drops. Not before `moderation[i]` clocks have passed since the pulse before: what the vector
///   has to say earlier is remembered.
#[derive(LogicBlock, Default)]
pub struct Irq {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Disarms all.
    pub reset: Signal<In, Bit>,
    /// Vectors to arm, one clock.
    pub arm: Signal<In, Bits<6>>,
    /// Least number of clocks between two pulses of each vector.
    pub moderation: [Signal<In, Bits<32>>; 6],
    /// Level, one a ring: the host has not seen all of it.
    pub rx_pending: Signal<In, Bits<4>>,
    /// Pulse: a TX completion was written.
    pub tx_event: Signal<In, Bit>,
    /// Pulse: an AXI error response, a refused ring or a refused doorbell.
    pub error_event: Signal<In, Bit>,
    /// Vectors that will fire.
    pub armed: Signal<Out, Bits<6>>,
    /// Pulses.
    pub irq: Signal<Out, Bits<6>>,

    armed_now: DFF<Bits<6>>,
    due: DFF<Bits<6>>, // armed, with something to say
    fired: DFF<Bits<6>>,
    wait: [DFF<Bits<32>>; 6],
    waits: [DFF<Bit>; 6],

    conditions: Signal<Local, Bits<6>>,
    says: Signal<Local, Bits<6>>,
    open: Signal<Local, Bits<6>>,
    one_open: Signal<Local, Bit>,
    fires: Signal<Local, Bits<6>>,
}

impl Logic for Irq {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, armed_now, due, fired);
        self.conditions.next = bit_cast::<6, 4>(self.rx_pending.val());
        self.conditions.next = self.conditions.val().replace_bit(4, self.tx_event.val());
        self.conditions.next = self.conditions.val().replace_bit(5, self.error_event.val());
        self.says.next = self.armed_now.q.val() & self.conditions.val();

        // Whether a vector waits is known a clock after its wait has counted down.
        self.open.next = 0.into();
        self.one_open.next = false;
        for i in 0..6_usize {
            self.one_open.next = !self.waits[i].q.val();
            self.open.next = self.open.val().replace_bit(i, self.one_open.val());
        }
        self.fires.next = self.due.q.val() & self.open.val();
        for i in 0..6_usize {
            self.wait[i].clock.next = self.clock.val();
            self.wait[i].d.next = self.wait[i].q.val();
            self.waits[i].clock.next = self.clock.val();
            self.waits[i].d.next = self.wait[i].q.val().any();
            if self.fires.val().get_bit(i) {
                self.wait[i].d.next = self.moderation[i].val();
                self.waits[i].d.next = self.moderation[i].val().any();
            } else if self.wait[i].q.val().any() {
                self.wait[i].d.next = self.wait[i].q.val() - 1;
            }
            if self.reset.val() {
                self.wait[i].d.next = 0.into();
                self.waits[i].d.next = false;
            }
        }

        // What fires is due, and what is due is armed.
        self.due.d.next = (self.due.q.val() | self.says.val()) ^ self.fires.val();
        self.fired.d.next = self.fires.val();
        self.armed_now.d.next = (self.armed_now.q.val() ^ self.fires.val()) | self.arm.val();
        self.armed.next = self.armed_now.q.val();
        self.irq.next = self.fired.q.val();
        if self.reset.val() {
            self.armed_now.d.next = 0.into();
            self.due.d.next = 0.into();
            self.fired.d.next = 0.into();
        }
    }
}
