//! What happens in one episode of a differential test, from power-up on.
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::reg::{self, Register};
use fixnic_driver::Device;
use fixnic_sim::verilated::Stalls;

/// Bytes of host memory in an episode, unless its layout is a large one.
pub const MEMORY_BYTES: usize = 0x1E_0000;
/// RX rings.
pub const RINGS: usize = fixnic_abi::limits::RX_RINGS as usize;

/// Where the RX rings lie in host memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// Bytes of host memory.
    pub memory_bytes: usize,
    /// Offset of the first ring's entries: off the page, so that no burst may rely on alignment beyond the contract's 64 bytes.
    first: u64,
    /// Bytes from one ring's entries to the next one's.
    pub ring_bytes: u64,
    /// Offset of the buffer from its ring's entries.
    buffer_in_ring: u64,
}

impl Layout {
    /// Room for 2^12 entries and granules in each ring.
    pub const SMALL: Self = Self {
        memory_bytes: MEMORY_BYTES,
        first: 0x40,
        ring_bytes: 0x6_1000,
        buffer_in_ring: 0x2_0040,
    };
    /// Room for the 2^15 entries and granules of the largest rings, behind all that the small layout has.
    pub const LARGE: Self = Self {
        memory_bytes: MEMORY_BYTES + RINGS * 0x30_1000,
        first: MEMORY_BYTES as u64 + 0x40,
        ring_bytes: 0x30_1000,
        buffer_in_ring: 0x10_0040,
    };

    /// Offset of a ring's entries.
    pub fn entries(&self, ring: usize) -> u64 {
        self.first + ring as u64 * self.ring_bytes
    }

    /// Offset of a ring's buffer.
    pub fn buffer(&self, ring: usize) -> u64 {
        self.entries(ring) + self.buffer_in_ring
    }

    /// The ring in whose part of the memory an offset lies.
    pub fn ring_at(&self, offset: u64) -> Option<usize> {
        let ring = (offset & !0xFFF).checked_sub(self.first & !0xFFF)? / self.ring_bytes;
        (ring < RINGS as u64).then_some(ring as usize)
    }
}

/// Offset of the TX descriptors.
pub const TX_RING: u64 = 0x1A_0040;
/// Offset of the TX completion.
pub const TX_COMPLETION: u64 = 0x1A_8000;
/// Offset of the first TX frame, a multiple of 2,048.
pub const TX_FRAMES: u64 = 0x1B_0000;
/// Logarithm of the TX descriptors.
pub const TX_LOG2: u32 = 4;

/// Offset behind which there is no memory.
pub const OUTSIDE: u64 = 1 << 32;

/// A mailbox command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CommandArguments {
    /// CMD_GO.
    pub op: u32,
    /// CMD_SLOT.
    pub slot: u32,
    /// CMD_SESSION.
    pub session: u32,
    /// CMD_RING.
    pub ring: u32,
    /// CMD_LOCAL_IP, CMD_REMOTE_IP, CMD_PORTS.
    pub tuple: FourTuple,
    /// CMD_TCP_SEQ.
    pub tcp_seq: u32,
    /// CMD_GENERATION.
    pub generation: u32,
    /// CMD_EXPECTED_LO and CMD_EXPECTED_HI.
    pub expected_bcd: u64,
    /// CMD_TAG.
    pub tag: u32,
}

impl CommandArguments {
    /// What is written to which register, CMD_GO last.
    pub fn registers(&self) -> [(&'static Register, u32); 12] {
        let ports = u32::from(self.tuple.local_port) << 16 | u32::from(self.tuple.remote_port);
        [
            (&reg::CMD_SLOT, self.slot),
            (&reg::CMD_SESSION, self.session),
            (&reg::CMD_RING, self.ring),
            (&reg::CMD_LOCAL_IP, self.tuple.local_ip),
            (&reg::CMD_REMOTE_IP, self.tuple.remote_ip),
            (&reg::CMD_PORTS, ports),
            (&reg::CMD_TCP_SEQ, self.tcp_seq),
            (&reg::CMD_GENERATION, self.generation),
            (&reg::CMD_EXPECTED_LO, self.expected_bcd as u32),
            (&reg::CMD_EXPECTED_HI, (self.expected_bcd >> 32) as u32),
            (&reg::CMD_TAG, self.tag),
            (&reg::CMD_GO, self.op),
        ]
    }

    /// Writes all of it.
    pub fn write(&self, device: &mut impl Device) {
        for (register, value) in self.registers() {
            device.write32(register.offset, value);
        }
    }
}

/// A descriptor, and the frame's bytes if its address is good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TxFrame {
    /// Address, from the memory's start.
    pub offset: u64,
    /// Length as the descriptor says.
    pub length: u32,
    /// What stands at the address.
    pub bytes: Vec<u8>,
}

/// One thing that happens. All but frames, commands and transmission happen while the device is at rest.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// A frame on the wire.
    Frame {
        /// Without FCS.
        bytes: Vec<u8>,
        /// The FCS was right.
        fcs_good: bool,
    },
    /// A command once every earlier frame has begun and so many clocks have passed.
    Command(CommandArguments, u32),
    /// Descriptors and a doorbell, while frames come in.
    Transmit(Vec<TxFrame>),
    /// Wait for rest and compare everything.
    Settle,
    /// Return credit of every ring for all that was produced.
    Credit,
    /// Return credit of a ring for all but so many entries and granules.
    PartialCredit(usize, u16, u16),
    /// A doorbell of a ring so far ahead of the producer.
    WrongDoorbell(usize, u16, u16),
    /// A TX doorbell for so many descriptors more than the ring has.
    WrongTxDoorbell(u16),
    /// CONTROL.
    Control(u32),
    /// A ring off, then on with these logarithms of entries and granules.
    Ring(usize, u32, u32),
    /// The same, with a buffer behind whose address there is no memory. At most one frame may come to the ring before it is at rest again.
    RingWithoutBuffer(usize, u32, u32),
    /// A ring off.
    RingOff(usize),
    /// Any other register, by its offset.
    Write(u32, u32),
    /// CONTROL.reset, and the addresses of the TX ring again.
    Reset,
    /// IRQ_ARM.
    ArmInterrupts(u32),
    /// IRQ_ARM of all vectors, shortly after that of these, and the credit of every ring right behind it: what an armed vector had to say is
    /// remembered.
    ArmInterruptsAndCredit(u32),
    /// IRQ_MODERATION of a vector, in clocks.
    Moderate(usize, u32),
    /// CONTROL.reset, and from here on fresh host memory at this address, a multiple of the page size.
    Memory(u64),
    /// The same, with room for the largest rings.
    LargeMemory(u64),
    /// The time is this, in nanoseconds, if it was earlier. No command may wait for credit.
    Time(u64),
    /// Other stalls from here on.
    Stalls(Stalls),
}
