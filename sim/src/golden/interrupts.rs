//! Section 9: interrupt vectors.

/// Vectors armed and fired, one bit each.
#[derive(Debug, Default)]
pub struct Interrupts {
    armed: u32,
    fired: u32,
}

/// Vector of RX ring 0.
pub const RX: u32 = 0;
/// Vector of TX completion.
pub const TX: u32 = 4;
/// Vector of errors.
pub const ERROR: u32 = 5;
const VECTORS_MASK: u32 = 0x3F;

impl Interrupts {
    /// IRQ_ARM was written.
    pub fn arm(&mut self, vectors: u32) {
        self.armed |= vectors & VECTORS_MASK;
    }

    /// What IRQ_ARM reads.
    pub fn armed(&self) -> u32 {
        self.armed
    }

    /// Fires a vector if it is armed.
    pub fn raise(&mut self, vector: u32) {
        self.fired |= self.armed & 1 << vector;
        self.armed &= !(1 << vector);
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
}
