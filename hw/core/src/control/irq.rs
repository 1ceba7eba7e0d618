//! Interrupt vectors that fire once and wait to be armed again.

use rust_hdl::prelude::*;

/// The one-shot logic of docs/datapath.md, section 9.
///
/// * Enters: `arm`, a pulse with the vectors to arm; for each RX ring the level "producer differs from consumer"; for TX and
///   errors, which have no doorbell, a pulse for each news. News that came while its vector was not armed is kept, so
///   that none is missed between the host's last look and its arming.
/// * Leaves: `irq[i]` for one clock, two clocks after both `arm` and the condition; `armed`, which then drops.
#[derive(LogicBlock, Default)]
pub struct Irq {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Disarms all and forgets what happened.
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
    tx_news: DFF<Bit>,
    error_news: DFF<Bit>,

    conditions: Signal<Local, Bits<6>>,
    fires: Signal<Local, Bits<6>>,
}

impl Logic for Irq {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, armed_now, fired, tx_news, error_news);
        self.conditions.next = bit_cast::<6, 4>(self.rx_pending.val());
        self.conditions.next = self.conditions.val().replace_bit(4, self.tx_news.q.val());
        self.conditions.next = self.conditions.val().replace_bit(5, self.error_news.q.val());
        self.fires.next = self.armed_now.q.val() & self.conditions.val();

        self.fired.d.next = self.fires.val();
        self.armed_now.d.next = (self.armed_now.q.val() ^ self.fires.val()) | self.arm.val();
        self.tx_news.d.next = self.tx_event.val() | (self.tx_news.q.val() & !self.fires.val().get_bit(4));
        self.error_news.d.next =
            self.error_event.val() | (self.error_news.q.val() & !self.fires.val().get_bit(5));

        self.armed.next = self.armed_now.q.val();
        self.irq.next = self.fired.q.val();
        if self.reset.val() {
            self.armed_now.d.next = 0.into();
            self.fired.d.next = 0.into();
            self.tx_news.d.next = false;
            self.error_news.d.next = false;
        }
    }
}
