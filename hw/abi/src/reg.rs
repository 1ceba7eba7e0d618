//! The register map of BAR0: 32-bit registers on AXI4-Lite, little endian.
//!
//! Unmapped addresses read as zero and ignore writes. A read of all ones from ID means that the device is gone.
use crate::limits::{IRQ_VECTORS, RX_RINGS_MAX};

/// Bytes of BAR0.
pub const BAR0_BYTES: u32 = 0x1000;

/// Who may do what with a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Read only; writes are ignored.
    ReadOnly,
    /// Read and write.
    ReadWrite,
    /// Writing does something; reads give zero.
    WriteOnly,
}

impl Access {
    /// Short name for tables: RO, RW, WO.
    pub const fn name(self) -> &'static str {
        match self {
            Access::ReadOnly => "RO",
            Access::ReadWrite => "RW",
            Access::WriteOnly => "WO",
        }
    }
}

/// Some bits of a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Name.
    pub name: &'static str,
    /// Lowest bit.
    pub lsb: u32,
    /// Width in bits.
    pub width: u32,
    /// What it holds.
    pub description: &'static str,
}

impl Field {
    /// The field's value in a register's value.
    pub const fn get(&self, register: u32) -> u32 {
        (register >> self.lsb) & self.mask()
    }

    /// The field's value moved to its place in the register; bits beyond its width are dropped.
    pub const fn put(&self, value: u32) -> u32 {
        (value & self.mask()) << self.lsb
    }

    const fn mask(&self) -> u32 {
        ((1u64 << self.width) - 1) as u32
    }
}

/// One register, or an array of them.
#[derive(Debug, Clone, Copy)]
pub struct Register {
    /// Name.
    pub name: &'static str,
    /// Offset in BAR0, in bytes.
    pub offset: u32,
    /// How many there are.
    pub count: u32,
    /// Distance between two of an array, in bytes.
    pub stride: u32,
    /// Who may do what.
    pub access: Access,
    /// Value after reset.
    pub reset: u32,
    /// What it is for.
    pub description: &'static str,
    /// Its parts; empty for a plain number.
    pub fields: &'static [Field],
}

impl Register {
    /// Offset of one register of an array, in bytes.
    pub const fn at(&self, index: u32) -> u32 {
        assert!(index < self.count);
        self.offset + index * self.stride
    }
}

macro_rules! registers {
    ($($(#[doc = $doc:literal])+ $name:ident @ $offset:literal $([$count:expr; $stride:literal])? $access:ident = $reset:expr
        $(, { $($field:ident: $lsb:literal + $width:literal = $fdoc:literal,)+ })?;)+) => {
        $(
            $(#[doc = $doc])+
            pub const $name: Register = Register {
                name: stringify!($name),
                offset: $offset,
                count: registers!(@or 1 $(, $count)?),
                stride: registers!(@or 4 $(, $stride)?),
                access: Access::$access,
                reset: $reset,
                description: concat!($($doc),+),
                fields: &[$($(Field { name: stringify!($field), lsb: $lsb, width: $width, description: $fdoc },)+)?],
            };
        )+
        /// Every register, in the order of the offsets.
        pub const ALL: &[Register] = &[$($name,)+];
        /// The fields of registers as constants, one module a register.
        pub mod field {
            $($(
                #[doc = concat!("Fields of ", stringify!($name), ".")]
                #[allow(non_snake_case)]
                pub mod $name {
                    use super::super::Field;
                    $(#[doc = $fdoc] #[allow(non_upper_case_globals)]
                    pub const $field: Field = Field { name: stringify!($field), lsb: $lsb, width: $width, description: $fdoc };)+
                }
            )?)+
        }
    };
    (@or $default:expr) => { $default };
    (@or $default:expr, $given:expr) => { $given };
}

registers! {
    /// "FIXN" in ASCII.
    ID @ 0x000 ReadOnly = crate::ID;
    /// Version of this contract.
    ABI_VERSION @ 0x004 ReadOnly = crate::ABI_VERSION, {
        minor: 0 + 16 = "Minor version: additions that an older driver may ignore.",
        major: 16 + 16 = "Major version: a driver refuses one that it does not know.",
    };
    /// What this build has.
    GEOMETRY @ 0x008 ReadOnly = 0x0804_0C0A, {
        sessions_log2: 0 + 8 = "Logarithm of the sessions.",
        slots_log2: 8 + 8 = "Logarithm of the lookup slots.",
        rx_rings: 16 + 8 = "RX rings.",
        lanes: 24 + 8 = "Bytes of a beat of the stream.",
    };
    /// Period of the core's clock in picoseconds, as built.
    CLOCK_PS @ 0x00C ReadOnly = 6_400;
    /// Number of this life of the device: 1 after power-up, raised by each reset, modulo 256.
    EPOCH @ 0x010 ReadOnly = 1;
    /// Main switches.
    CONTROL @ 0x014 ReadWrite = 0, {
        rx_enable: 0 + 1 = "Deliver frames.",
        tx_enable: 1 + 1 = "Send frames; 0 to 1 zeroes the TX counts.",
        reset: 31 + 1 = "Reset at the next frame boundary; reads 1 until done.",
    };
    /// What the device is doing.
    STATUS @ 0x018 ReadOnly = 1, {
        idle: 0 + 1 = "No frame, command or AXI write is under way.",
        ring_refused: 1 + 1 = "A ring or the TX ring was enabled with a size out of range; cleared by a reset.",
        axi_error: 2 + 1 = "An AXI response was not OKAY; cleared by a reset.",
        ring_stopped: 8 + 4 = "RX rings that a write error has stopped, a bit each; cleared when the ring is enabled anew.",
        doorbell_refused: 12 + 4 = "RX rings of which a doorbell was refused, a bit each; cleared when the ring is enabled anew.",
        tx_doorbell_refused: 16 + 1 = "A TX doorbell was refused; cleared when CONTROL.tx_enable goes from 0 to 1.",
    };
    /// Holds what is written; for tests of the register path.
    SCRATCH @ 0x01C ReadWrite = 0;
    /// Interrupt vectors to arm: writing 1 arms, a vector disarms when it fires. Reads the armed ones.
    IRQ_ARM @ 0x020 ReadWrite = 0, {
        rx: 0 + 4 = "RX rings 0 to 3.",
        tx: 4 + 1 = "TX completion.",
        error: 5 + 1 = "Errors.",
    };
    /// Bit 0 latches every counter as one snapshot.
    STAT_LATCH @ 0x024 WriteOnly = 0;
    /// Clocks that pass at least between two interrupts of a vector; 0: any.
    IRQ_MODERATION @ 0x028 [IRQ_VECTORS; 4] ReadWrite = 0;
    /// Logarithm of the engines of an aggregate: session, ring and 4-tuple of an ARM must be of the same one. 0 where there is one.
    ENGINES_LOG2 @ 0x040 ReadOnly = 0;

    /// Slot of the lookup table.
    CMD_SLOT @ 0x100 ReadWrite = 0;
    /// Session number.
    CMD_SESSION @ 0x104 ReadWrite = 0;
    /// Our address: destination of received frames.
    CMD_LOCAL_IP @ 0x108 ReadWrite = 0;
    /// Their address: source of received frames.
    CMD_REMOTE_IP @ 0x10C ReadWrite = 0;
    /// The two ports.
    CMD_PORTS @ 0x110 ReadWrite = 0, {
        remote: 0 + 16 = "Source port of received frames.",
        local: 16 + 16 = "Destination port of received frames.",
    };
    /// ARM: TCP number of the first byte to parse, the first byte of a FIX message. RESYNC_OK, RESYNC_NO: the number proposed.
    CMD_TCP_SEQ @ 0x114 ReadWrite = 0;
    /// Low eight BCD digits of the expected MsgSeqNum.
    CMD_EXPECTED_LO @ 0x118 ReadWrite = 0;
    /// High two BCD digits of the expected MsgSeqNum.
    CMD_EXPECTED_HI @ 0x11C ReadWrite = 0;
    /// Comes back in the FENCE entry.
    CMD_TAG @ 0x120 ReadWrite = 0;
    /// Writing a CommandOp starts it with the arguments above.
    CMD_GO @ 0x124 WriteOnly = 0;
    /// Where the mailbox stands.
    CMD_STATUS @ 0x128 ReadOnly = 0, {
        busy: 0 + 1 = "A command waits or is being applied.",
        overrun: 1 + 1 = "CMD_GO was written while busy, and ignored; cleared by the next accepted CMD_GO.",
        result: 8 + 8 = "CommandResult of the last command.",
        session_state: 16 + 8 = "SessionState after the last command.",
    };
    /// RESYNC_OK, RESYNC_NO: generation of the proposal, in the low 16 bits.
    CMD_GENERATION @ 0x12C ReadWrite = 0;

    /// RX ring of the session: its frames and its FENCE entries go there from now on.
    CMD_RING @ 0x130 ReadWrite = 0;

    /// Address of the ring's entries, low half; a multiple of 64.
    RX_ENTRY_LO @ 0x200 [RX_RINGS_MAX; 0x40] ReadWrite = 0;
    /// Address of the ring's entries, high half.
    RX_ENTRY_HI @ 0x204 [RX_RINGS_MAX; 0x40] ReadWrite = 0;
    /// Address of the ring's frame buffer, low half; a multiple of 64.
    RX_BUFFER_LO @ 0x208 [RX_RINGS_MAX; 0x40] ReadWrite = 0;
    /// Address of the ring's frame buffer, high half.
    RX_BUFFER_HI @ 0x20C [RX_RINGS_MAX; 0x40] ReadWrite = 0;
    /// Sizes of the ring.
    RX_SIZE @ 0x210 [RX_RINGS_MAX; 0x40] ReadWrite = 0, {
        entry_log2: 0 + 8 = "Logarithm of the entries, 7 to 15.",
        buffer_log2: 8 + 8 = "Logarithm of the granules, 7 to 15.",
    };
    /// The ring's switch. Addresses and sizes can be changed only while it is off.
    RX_ENABLE @ 0x214 [RX_RINGS_MAX; 0x40] ReadWrite = 0, {
        enable: 0 + 1 = "The ring is on; 0 to 1 zeroes its counts.",
        draining: 1 + 1 = "Read only: the ring's memory may still be written to. A ring that was turned off is free when this is 0.",
    };
    /// Returns credit.
    RX_DOORBELL @ 0x218 [RX_RINGS_MAX; 0x40] WriteOnly = 0, {
        entries: 0 + 16 = "Entries consumed since the ring was enabled, modulo 2^16.",
        granules: 16 + 16 = "Granules consumed since the ring was enabled, modulo 2^16.",
    };
    /// How far the core has written.
    RX_PRODUCER @ 0x21C [RX_RINGS_MAX; 0x40] ReadOnly = 0, {
        entries: 0 + 16 = "Entries written, modulo 2^16.",
        granules: 16 + 16 = "Granules written, modulo 2^16.",
    };
    /// Frames of the ring dropped since reset because receive or the ring was off, modulo 2^32.
    RX_DROP_DISABLED @ 0x220 [RX_RINGS_MAX; 0x40] ReadOnly = 0;
    /// Frames of the ring dropped since reset because it had no room, modulo 2^32.
    RX_DROP_RING @ 0x224 [RX_RINGS_MAX; 0x40] ReadOnly = 0;

    /// Address of the TX ring, low half; a multiple of 64.
    TX_RING_LO @ 0x300 ReadWrite = 0;
    /// Address of the TX ring, high half.
    TX_RING_HI @ 0x304 ReadWrite = 0;
    /// Address of the TX completion, low half; a multiple of 64.
    TX_COMPLETION_LO @ 0x308 ReadWrite = 0;
    /// Address of the TX completion, high half.
    TX_COMPLETION_HI @ 0x30C ReadWrite = 0;
    /// Logarithm of the TX descriptors, 2 to 15.
    TX_SIZE @ 0x310 ReadWrite = 0;
    /// Descriptors written since the ring was enabled, modulo 2^16.
    TX_DOORBELL @ 0x314 WriteOnly = 0;

    /// Low halves of the latched counters.
    STAT_LO @ 0x800 [crate::counter::Counter::ALL.len() as u32; 8] ReadOnly = 0;
    /// High halves of the latched counters.
    STAT_HI @ 0x804 [crate::counter::Counter::ALL.len() as u32; 8] ReadOnly = 0;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn registers_do_not_overlap() {
        let mut seen = [None; BAR0_BYTES as usize / 4];
        for register in ALL {
            for i in 0..register.count {
                let at = register.at(i);
                assert_eq!(at % 4, 0, "{}", register.name);
                let word = &mut seen[at as usize / 4];
                assert!(word.is_none(), "{} and {:?} share {at:#x}", register.name, word);
                *word = Some(register.name);
            }
        }
    }

    #[test]
    fn fields_do_not_overlap() {
        for register in ALL {
            let mut used = 0u32;
            for field in register.fields {
                let mask = field.put(u32::MAX);
                assert_eq!(used & mask, 0, "{}.{}", register.name, field.name);
                assert_eq!(mask.count_ones(), field.width, "{}.{}", register.name, field.name);
                used |= mask;
            }
        }
    }

    #[test]
    fn geometry_says_what_the_limits_say() {
        use field::GEOMETRY::{lanes, rx_rings, sessions_log2, slots_log2};
        assert_eq!(1 << sessions_log2.get(GEOMETRY.reset), crate::limits::SESSIONS);
        assert_eq!(1 << slots_log2.get(GEOMETRY.reset), crate::limits::SLOTS);
        assert_eq!(rx_rings.get(GEOMETRY.reset), crate::limits::RX_RINGS);
        assert_eq!(lanes.get(GEOMETRY.reset), 8);
    }
}
