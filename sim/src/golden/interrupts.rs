//! Section 9: interrupt vectors.

use fixnic_abi::limits::IRQ_VECTORS;
use fixnic_abi::reg;

const VECTORS: usize = IRQ_VECTORS as usize;

/// Vectors armed and fired, one bit each, and their moderation.
#[derive(Debug, Default)]
pub struct Interrupts {
    armed: u32,
    /// Armed ones that have something to say and wait for their time.
    due: u32,
    fired: u32,
    moderation_clocks: [u32; VECTORS],
    /// When each may fire again.
    open_at_ns: [u64; VECTORS],
    now_ns: u64,
}

/// Vector of RX ring 0; those of the other rings follow.
pub const RX: u32 = 0;
/// Vector of TX completion.
pub const TX: u32 = 4;
/// Vector of errors.
pub const ERROR: u32 = 5;
const VECTORS_MASK: u32 = (1 << IRQ_VECTORS) - 1;

impl Interrupts {
    /// IRQ_ARM was written.
    pub fn arm(&mut self, vectors: u32) {
        self.armed |= vectors & VECTORS_MASK;
    }

    /// What IRQ_ARM reads.
    pub fn armed(&self) -> u32 {
        self.armed
    }

    /// Fires a vector if it is armed, at once or when its moderation allows.
    pub fn raise(&mut self, vector: u32) {
        self.due |= self.armed & 1 << vector;
        self.fire_due();
    }

    /// Time passes.
    pub fn advance(&mut self, now_ns: u64) {
        self.now_ns = self.now_ns.max(now_ns);
        self.fire_due();
    }

    /// IRQ_MODERATION was written.
    pub fn moderate(&mut self, vector: usize, clocks: u32) {
        self.moderation_clocks[vector] = clocks;
    }

    /// What IRQ_MODERATION reads.
    pub fn moderation(&self, vector: usize) -> u32 {
        self.moderation_clocks[vector]
    }

    fn fire_due(&mut self) {
        for vector in 0..VECTORS {
            if self.due & 1 << vector != 0 && self.now_ns >= self.open_at_ns[vector] {
                let clocks = u64::from(self.moderation_clocks[vector]);
                self.open_at_ns[vector] =
                    self.now_ns + (clocks * u64::from(reg::CLOCK_PS.reset)).div_ceil(1000);
                self.due &= !(1 << vector);
                self.armed &= !(1 << vector);
                self.fired |= 1 << vector;
            }
        }
    }

    /// Whether a vector has fired since the last call.
    pub fn take(&mut self, vector: u32) -> bool {
        let fired = self.fired & 1 << vector != 0;
        self.fired &= !(1 << vector);
        fired
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vector_fires_once_when_armed() {
        let mut interrupts = Interrupts::default();
        interrupts.raise(TX);
        assert!(!interrupts.take(TX));
        interrupts.arm(1 << TX | 1 << 31);
        assert_eq!(interrupts.armed(), 1 << TX);
        interrupts.raise(TX);
        interrupts.raise(TX);
        assert_eq!(interrupts.armed(), 0);
        assert!(interrupts.take(TX) && !interrupts.take(TX));
    }

    #[test]
    fn a_moderated_vector_waits_and_forgets_nothing() {
        let mut interrupts = Interrupts::default();
        interrupts.moderate(TX as usize, 1000);
        for fired_ns in [0, 6_400, 12_800] {
            interrupts.arm(1 << TX);
            interrupts.raise(TX);
            interrupts.advance(fired_ns - u64::from(fired_ns > 0));
            assert_eq!(interrupts.take(TX), fired_ns == 0, "{fired_ns}");
            interrupts.advance(fired_ns);
            assert_eq!(interrupts.take(TX), fired_ns > 0, "{fired_ns}");
            assert_eq!(interrupts.armed(), 0);
        }
    }
}
