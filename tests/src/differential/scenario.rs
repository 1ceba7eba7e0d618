//! What happens in one episode of a differential test, from power-up on.
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::reg;
use fixnic_driver::Device;
use fixnic_sim::verilated::Stalls;

/// Bytes of host memory in an episode.
pub const MEMORY_BYTES: usize = 1 << 20;
/// Offset of the RX entries in it: off the page, so that no burst may rely on alignment beyond the contract's 64 bytes.
pub const ENTRIES: u64 = 0x40;
/// Offset of the RX buffer.
pub const BUFFER: u64 = 0x2_0080;
/// Offset of the TX descriptors.
pub const TX_RING: u64 = 0x6_0040;
/// Offset of the TX completion.
pub const TX_COMPLETION: u64 = 0x6_8000;
/// Offset of the first TX frame, a multiple of 2,048.
pub const TX_FRAMES: u64 = 0x7_0000;
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
    /// Writes all of it, CMD_GO last.
    pub fn write(&self, device: &mut impl Device) {
        let ports = u32::from(self.tuple.local_port) << 16 | u32::from(self.tuple.remote_port);
        for (register, value) in [
            (&reg::CMD_SLOT, self.slot),
            (&reg::CMD_SESSION, self.session),
            (&reg::CMD_LOCAL_IP, self.tuple.local_ip),
            (&reg::CMD_REMOTE_IP, self.tuple.remote_ip),
            (&reg::CMD_PORTS, ports),
            (&reg::CMD_TCP_SEQ, self.tcp_seq),
            (&reg::CMD_GENERATION, self.generation),
            (&reg::CMD_EXPECTED_LO, self.expected_bcd as u32),
            (&reg::CMD_EXPECTED_HI, (self.expected_bcd >> 32) as u32),
            (&reg::CMD_TAG, self.tag),
            (&reg::CMD_GO, self.op),
        ] {
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
    /// Return credit for all that was produced.
    Credit,
    /// Return credit for all but so many entries and granules.
    PartialCredit(u16, u16),
    /// A doorbell so far ahead of the producer.
    WrongDoorbell(u16, u16),
    /// CONTROL.
    Control(u32),
    /// Ring 0 off, then on with these logarithms of entries and granules.
    Ring(u32, u32),
    /// The same, with a buffer behind whose address there is no memory.
    RingWithoutBuffer(u32, u32),
    /// Ring 0 off.
    RingOff,
    /// Any other register, by its offset.
    Write(u32, u32),
    /// CONTROL.reset, and the addresses of the TX ring again.
    Reset,
    /// IRQ_ARM.
    ArmInterrupts(u32),
    /// Other stalls from here on.
    Stalls(Stalls),
}
