// Generated from hw/abi by `make gen`; do not edit.
//! BAR0 as a structure: every register by name, as a cell that may be read (`RO`), written (`WO`) or both (`RW`).
#![allow(missing_docs)]
use volatile_register::{RO, RW, WO};

/// The registers of BAR0.
#[repr(C)]
pub struct Registers {
    /// "FIXN" in ASCII.
    pub id: RO<u32>,
    /// Version of this contract.
    pub abi_version: RO<u32>,
    /// What this build has.
    pub geometry: RO<u32>,
    /// Period of the core's clock in picoseconds, as built.
    pub clock_ps: RO<u32>,
    /// Number of this life of the device: 1 after power-up, raised by each reset, modulo 256.
    pub epoch: RO<u32>,
    /// Main switches.
    pub control: RW<u32>,
    /// What the device is doing.
    pub status: RO<u32>,
    /// Holds what is written; for tests of the register path.
    pub scratch: RW<u32>,
    /// Interrupt vectors to arm: writing 1 arms, a vector disarms when it fires. Reads the armed ones.
    pub irq_arm: RW<u32>,
    /// Bit 0 latches every counter as one snapshot.
    pub stat_latch: WO<u32>,
    pub irq: [IrqRegisters; 6],
    /// Logarithm of the engines of an aggregate: session, ring and 4-tuple of an ARM must be of the same one. 0 where there is one.
    pub engines_log2: RO<u32>,
    _at_0x44: [RO<u32>; 47],
    /// Slot of the lookup table.
    pub cmd_slot: RW<u32>,
    /// Session number.
    pub cmd_session: RW<u32>,
    /// Our address: destination of received frames.
    pub cmd_local_ip: RW<u32>,
    /// Their address: source of received frames.
    pub cmd_remote_ip: RW<u32>,
    /// The two ports.
    pub cmd_ports: RW<u32>,
    /// ARM: TCP number of the first byte to parse, the first byte of a FIX message. RESYNC_OK, RESYNC_NO: the number proposed.
    pub cmd_tcp_seq: RW<u32>,
    /// Low eight BCD digits of the expected MsgSeqNum.
    pub cmd_expected_lo: RW<u32>,
    /// High two BCD digits of the expected MsgSeqNum.
    pub cmd_expected_hi: RW<u32>,
    /// Comes back in the FENCE entry.
    pub cmd_tag: RW<u32>,
    /// Writing a CommandOp starts it with the arguments above.
    pub cmd_go: WO<u32>,
    /// Where the mailbox stands.
    pub cmd_status: RO<u32>,
    /// RESYNC_OK, RESYNC_NO: generation of the proposal, in the low 16 bits.
    pub cmd_generation: RW<u32>,
    /// RX ring of the session: its frames and its FENCE entries go there from now on.
    pub cmd_ring: RW<u32>,
    _at_0x134: [RO<u32>; 51],
    pub rx: [RxRegisters; 4],
    /// Address of the TX ring, low half; a multiple of 64.
    pub tx_ring_lo: RW<u32>,
    /// Address of the TX ring, high half.
    pub tx_ring_hi: RW<u32>,
    /// Address of the TX completion, low half; a multiple of 64.
    pub tx_completion_lo: RW<u32>,
    /// Address of the TX completion, high half.
    pub tx_completion_hi: RW<u32>,
    /// Logarithm of the TX descriptors, 2 to 15.
    pub tx_size: RW<u32>,
    /// Descriptors written since the ring was enabled, modulo 2^16.
    pub tx_doorbell: WO<u32>,
    _at_0x318: [RO<u32>; 314],
    pub stat: [StatRegisters; 38],
    _at_0x930: [RO<u32>; 436],
}
const _: () = assert!(core::mem::offset_of!(Registers, id) == 0x0);
const _: () = assert!(core::mem::offset_of!(Registers, abi_version) == 0x4);
const _: () = assert!(core::mem::offset_of!(Registers, geometry) == 0x8);
const _: () = assert!(core::mem::offset_of!(Registers, clock_ps) == 0xc);
const _: () = assert!(core::mem::offset_of!(Registers, epoch) == 0x10);
const _: () = assert!(core::mem::offset_of!(Registers, control) == 0x14);
const _: () = assert!(core::mem::offset_of!(Registers, status) == 0x18);
const _: () = assert!(core::mem::offset_of!(Registers, scratch) == 0x1c);
const _: () = assert!(core::mem::offset_of!(Registers, irq_arm) == 0x20);
const _: () = assert!(core::mem::offset_of!(Registers, stat_latch) == 0x24);
const _: () = assert!(core::mem::offset_of!(Registers, irq) == 0x28);
const _: () = assert!(core::mem::offset_of!(Registers, engines_log2) == 0x40);
const _: () = assert!(core::mem::offset_of!(Registers, cmd_slot) == 0x100);
const _: () = assert!(core::mem::offset_of!(Registers, cmd_session) == 0x104);
const _: () = assert!(core::mem::offset_of!(Registers, cmd_local_ip) == 0x108);
const _: () = assert!(core::mem::offset_of!(Registers, cmd_remote_ip) == 0x10c);
const _: () = assert!(core::mem::offset_of!(Registers, cmd_ports) == 0x110);
const _: () = assert!(core::mem::offset_of!(Registers, cmd_tcp_seq) == 0x114);
const _: () = assert!(core::mem::offset_of!(Registers, cmd_expected_lo) == 0x118);
const _: () = assert!(core::mem::offset_of!(Registers, cmd_expected_hi) == 0x11c);
const _: () = assert!(core::mem::offset_of!(Registers, cmd_tag) == 0x120);
const _: () = assert!(core::mem::offset_of!(Registers, cmd_go) == 0x124);
const _: () = assert!(core::mem::offset_of!(Registers, cmd_status) == 0x128);
const _: () = assert!(core::mem::offset_of!(Registers, cmd_generation) == 0x12c);
const _: () = assert!(core::mem::offset_of!(Registers, cmd_ring) == 0x130);
const _: () = assert!(core::mem::offset_of!(Registers, rx) == 0x200);
const _: () = assert!(core::mem::offset_of!(Registers, tx_ring_lo) == 0x300);
const _: () = assert!(core::mem::offset_of!(Registers, tx_ring_hi) == 0x304);
const _: () = assert!(core::mem::offset_of!(Registers, tx_completion_lo) == 0x308);
const _: () = assert!(core::mem::offset_of!(Registers, tx_completion_hi) == 0x30c);
const _: () = assert!(core::mem::offset_of!(Registers, tx_size) == 0x310);
const _: () = assert!(core::mem::offset_of!(Registers, tx_doorbell) == 0x314);
const _: () = assert!(core::mem::offset_of!(Registers, stat) == 0x800);
const _: () = assert!(size_of::<Registers>() == 0x1000);

/// One of the 6 groups IRQ_*.
#[repr(C)]
pub struct IrqRegisters {
    /// Clocks that pass at least between two interrupts of a vector; 0: any.
    pub moderation: RW<u32>,
}
const _: () = assert!(core::mem::offset_of!(IrqRegisters, moderation) == 0x0);
const _: () = assert!(size_of::<IrqRegisters>() == 0x4);

/// One of the 4 groups RX_*.
#[repr(C)]
pub struct RxRegisters {
    /// Address of the ring's entries, low half; a multiple of 64.
    pub entry_lo: RW<u32>,
    /// Address of the ring's entries, high half.
    pub entry_hi: RW<u32>,
    /// Address of the ring's frame buffer, low half; a multiple of 64.
    pub buffer_lo: RW<u32>,
    /// Address of the ring's frame buffer, high half.
    pub buffer_hi: RW<u32>,
    /// Sizes of the ring.
    pub size: RW<u32>,
    /// The ring's switch. Addresses and sizes can be changed only while it is off.
    pub enable: RW<u32>,
    /// Returns credit.
    pub doorbell: WO<u32>,
    /// How far the core has written.
    pub producer: RO<u32>,
    /// Frames of the ring dropped since reset because receive or the ring was off, modulo 2^32.
    pub drop_disabled: RO<u32>,
    /// Frames of the ring dropped since reset because it had no room, modulo 2^32.
    pub drop_ring: RO<u32>,
    _at_0x28: [RO<u32>; 6],
}
const _: () = assert!(core::mem::offset_of!(RxRegisters, entry_lo) == 0x0);
const _: () = assert!(core::mem::offset_of!(RxRegisters, entry_hi) == 0x4);
const _: () = assert!(core::mem::offset_of!(RxRegisters, buffer_lo) == 0x8);
const _: () = assert!(core::mem::offset_of!(RxRegisters, buffer_hi) == 0xc);
const _: () = assert!(core::mem::offset_of!(RxRegisters, size) == 0x10);
const _: () = assert!(core::mem::offset_of!(RxRegisters, enable) == 0x14);
const _: () = assert!(core::mem::offset_of!(RxRegisters, doorbell) == 0x18);
const _: () = assert!(core::mem::offset_of!(RxRegisters, producer) == 0x1c);
const _: () = assert!(core::mem::offset_of!(RxRegisters, drop_disabled) == 0x20);
const _: () = assert!(core::mem::offset_of!(RxRegisters, drop_ring) == 0x24);
const _: () = assert!(size_of::<RxRegisters>() == 0x40);

/// One of the 38 groups STAT_*.
#[repr(C)]
pub struct StatRegisters {
    /// Low halves of the latched counters.
    pub lo: RO<u32>,
    /// High halves of the latched counters.
    pub hi: RO<u32>,
}
const _: () = assert!(core::mem::offset_of!(StatRegisters, lo) == 0x0);
const _: () = assert!(core::mem::offset_of!(StatRegisters, hi) == 0x4);
const _: () = assert!(size_of::<StatRegisters>() == 0x8);
