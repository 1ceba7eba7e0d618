//! Interrupt vectors that fire once and wait to be armed again.

use rust_hdl::prelude::*;

/// The one-shot logic of docs/datapath.md, section 9.
///
/// * Enters: `arm`, a pulse with the vectors to arm. For each RX ring the level "producer differs from consumer", so that what
///   came before the arming counts; for TX and errors, which have no doorbell, a pulse for each event. Events of a vector
///   that is not armed are forgotten: the host arms, looks once more, and then sleeps.
/// * Leaves: `irq[i]` for one clock, the clock after the event or level when the vector is armed, two clocks after `arm`
///   when the level stood before; `armed`, which then drops.
#[derive(LogicBlock, Default)]
pub struct Irq {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Disarms all.
    pub reset: Signal<In, Bit>,
    /// Vectors to arm, one clock.
    pub arm: Signal<In, Bits<6>>,
    /// Level, one a ring: the host has not seen all of it.
    pub rx_pending: Signal<In, Bits<4>>,
    /// Pulse: a TX completion was written.
    pub tx_event: Signal<In, Bit>,
    /// Pulse: an AXI error response or a refused ring.
    pub error_event: Signal<In, Bit>,
    /// Vectors that will fire.
    pub armed: Signal<Out, Bits<6>>,
    /// Pulses.
    pub irq: Signal<Out, Bits<6>>,

    armed_now: DFF<Bits<6>>,
    fired: DFF<Bits<6>>,

    conditions: Signal<Local, Bits<6>>,
    fires: Signal<Local, Bits<6>>,
}

impl Logic for Irq {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, armed_now, fired);
        self.conditions.next = bit_cast::<6, 4>(self.rx_pending.val());
        self.conditions.next = self.conditions.val().replace_bit(4, self.tx_event.val());
        self.conditions.next = self.conditions.val().replace_bit(5, self.error_event.val());
        self.fires.next = self.armed_now.q.val() & self.conditions.val();

        self.fired.d.next = self.fires.val();
        self.armed_now.d.next = (self.armed_now.q.val() ^ self.fires.val()) | self.arm.val();
        self.armed.next = self.armed_now.q.val();
        self.irq.next = self.fired.q.val();
        if self.reset.val() {
            self.armed_now.d.next = 0.into();
            self.fired.d.next = 0.into();
        }
    }
}
