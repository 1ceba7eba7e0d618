//! Errors: what was expected, what was found, where, and what would mend it.
use fixnic_abi::lookup::FourTuple;
use std::io;
use thiserror::Error;

/// Memory for the device could not be had, or could not be shown to it.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum DmaError {
    /// The kernel refused the memory.
    #[error("no {bytes} bytes of DMA memory: {step} failed: {source}; free memory or ask for smaller rings")]
    Allocate {
        /// Bytes asked for.
        bytes: usize,
        /// System call that failed.
        step: &'static str,
        /// What the kernel said.
        source: io::Error,
    },
    /// The arena has no room for another region.
    #[error(
        "the DMA arena of {capacity} bytes has {free} left where {wanted} are needed; make the arena larger"
    )]
    ArenaFull {
        /// Bytes of the arena.
        capacity: usize,
        /// Bytes left, after alignment.
        free: usize,
        /// Bytes asked for.
        wanted: usize,
    },
    /// The IOMMU did not take the mapping.
    #[error("mapping {bytes} bytes at IOVA {iova:#x} for the device failed: {source}; check RLIMIT_MEMLOCK (ulimit -l)")]
    Map {
        /// Address for the device.
        iova: u64,
        /// Bytes of the mapping.
        bytes: usize,
        /// What the kernel said.
        source: io::Error,
    },
    /// The mapping would pin more memory than this process may.
    #[error("{bytes} bytes of DMA memory would be pinned, and RLIMIT_MEMLOCK allows {limit} where {locked} are pinned already; raise it (`ulimit -l unlimited`, or LimitMEMLOCK=infinity in the service) or ask for smaller rings")]
    MemoryLock {
        /// Bytes of the mapping.
        bytes: u64,
        /// The process's limit in bytes.
        limit: u64,
        /// Bytes that it has pinned already.
        locked: u64,
    },
    /// The device cannot reach memory that is not an arena of this process.
    #[error("only an arena of this process can be mapped for this device; allocate one with DmaArena::new")]
    NotAnArena,
    /// Nothing is mapped at the address, or not for writing.
    #[error("access to {bytes} bytes at IOVA {iova:#x} refused: {reason}")]
    Refused {
        /// First address of the access.
        iova: u64,
        /// Bytes of the access.
        bytes: usize,
        /// What stands against it.
        reason: &'static str,
    },
    /// The device has a mapping already, and has room for one.
    #[error("the device already has memory mapped at IOVA {mapped:#x}; unmap it before mapping {iova:#x}")]
    AlreadyMapped {
        /// Address of the mapping that stands.
        mapped: u64,
        /// Address asked for.
        iova: u64,
    },
    /// An access by IOVA reaches outside the mapped memory.
    #[error("access to {bytes} bytes at IOVA {iova:#x} lies outside the mapped {start:#x}..{end:#x}")]
    OutOfRange {
        /// First address of the access.
        iova: u64,
        /// Bytes of the access.
        bytes: usize,
        /// First mapped address.
        start: u64,
        /// Address after the last mapped one.
        end: u64,
    },
}

/// Reads return all ones: the device was unplugged, lost its link or was reset by somebody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the device is gone: {register} reads {found:#010x}; check the card's power and PCIe link, then open it again")]
pub struct DeviceGone {
    /// Register that was read.
    pub register: &'static str,
    /// What it read.
    pub found: u32,
}

/// The device could not be opened, or not be started again after a reset.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum OpenError {
    /// Nobody answers.
    #[error(transparent)]
    Gone(#[from] DeviceGone),
    /// Something else answers.
    #[error("not a fixnic device: ID reads {found:#010x} where {expected:#010x} is expected; check the address, and what the card is flashed with")]
    NotFixnic {
        /// ID of the contract.
        expected: u32,
        /// ID read.
        found: u32,
    },
    /// The device speaks another contract.
    #[error("the device speaks version {found} of the register contract, this driver version {expected}; use the driver of the device's release, or flash the card anew")]
    AbiMajor {
        /// Major version of this driver.
        expected: u32,
        /// Major version read.
        found: u32,
    },
    /// The build has a geometry that this driver cannot use.
    #[error("GEOMETRY.{field} is {found}, this driver handles {min} to {max}; use a build of the core within that")]
    Geometry {
        /// Field of GEOMETRY.
        field: &'static str,
        /// Value read.
        found: u32,
        /// Smallest usable.
        min: u32,
        /// Largest usable.
        max: u32,
    },
    /// A size given is out of range.
    #[error("{name} is {found}, and must be {min} to {max}")]
    Config {
        /// Name of the setting.
        name: &'static str,
        /// Value given.
        found: u32,
        /// Smallest allowed.
        min: u32,
        /// Largest allowed.
        max: u32,
    },
    /// The reset did not finish.
    #[error("the device did not finish its reset within {reads} reads of CONTROL; power-cycle the card")]
    ResetTimeout {
        /// How often CONTROL was read.
        reads: u32,
    },
    /// The device refused a ring whose size the driver holds for right.
    #[error("the device refused a ring (STATUS {status:#x}); driver and core disagree on the sizes allowed, take both from one release")]
    RingRefused {
        /// STATUS as read.
        status: u32,
    },
    /// The DMA memory.
    #[error(transparent)]
    Dma(#[from] DmaError),
}

/// A ring cannot be trusted any more: the device wrote something that the contract does not allow, after which it is to be reset, or could not write
/// what it had to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RingError {
    /// An entry of another life of the device.
    #[error("RX ring {ring}, entry {entry}: epoch {found} where {expected} is expected; the device was reset by somebody else, open it again")]
    Epoch {
        /// Number of the ring.
        ring: u32,
        /// Count of the entry, modulo 2^16.
        entry: u16,
        /// Epoch of this life.
        expected: u8,
        /// Epoch in the entry.
        found: u8,
    },
    /// A field out of its range.
    #[error("RX ring {ring}, entry {entry}: {field} is {found} where {expected} is expected; reset the device, and report this")]
    Corrupt {
        /// Number of the ring.
        ring: u32,
        /// Count of the entry, modulo 2^16.
        entry: u16,
        /// Name of the field.
        field: &'static str,
        /// What it holds.
        found: u32,
        /// What it may hold.
        expected: &'static str,
    },
    /// The completion is ahead of what was given to send.
    #[error("the TX completion says {done} where only {announced} frames were announced; reset the device, and report this")]
    Completion {
        /// Count in the completion.
        done: u16,
        /// Count last written to the doorbell.
        announced: u16,
    },
    /// Bytes of a frame were never written. A write error stops the ring (docs/datapath.md, 6.9).
    #[error("RX ring {ring}, entry {entry}: the frame's bytes in slot {slot} of the buffer were never written; when Nic::stopped_rings has the ring, start it anew with Nic::restart_ring, and if it does not, reset the device")]
    Unwritten {
        /// Number of the ring.
        ring: u32,
        /// Count of the FRAME entry, modulo 2^16.
        entry: u16,
        /// Slot of the granule in the buffer.
        slot: usize,
    },
    /// The device was reset, or the core stopped the ring, while it was lent.
    #[error("RX ring {ring} is wanted back, as a write error stopped it, or the device was reset or closed by its owner; drop it, and have it lent anew")]
    Ended {
        /// Number of the ring.
        ring: u32,
    },
}

/// A ring could not be lent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum LendError {
    /// Ring 0 is the owner's, and the rings that were not asked for at open are off.
    #[error("RX ring {ring} cannot be lent: rings 1 to {last} can, as NicConfig.rx_rings was {rings} at open", last = rings - 1)]
    NoSuchRing {
        /// Number given.
        ring: u32,
        /// Rings asked for at open.
        rings: u32,
    },
    /// The core has stopped it.
    #[error("RX ring {ring} was stopped by a write error; it can be lent when Nic::restart_ring says that it runs")]
    Stopped {
        /// Number of the ring.
        ring: u32,
    },
    /// Some thread has it.
    #[error("RX ring {ring} is lent already; it can be lent anew when its thread has dropped it and Nic::serve_rings was called")]
    Lent {
        /// Number of the ring.
        ring: u32,
    },
}

/// A frame could not be queued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum SendError {
    /// Every slot holds a frame that the device has not sent yet. Try again when it has.
    #[error("the TX ring is full: {frames} frames wait")]
    Full {
        /// Frames of the ring.
        frames: usize,
    },
    /// Too short or too long.
    #[error("a frame of {found} bytes cannot be sent: 14 to 2048 bytes are possible")]
    Length {
        /// Length given.
        found: usize,
    },
    /// The ring cannot be trusted.
    #[error(transparent)]
    Ring(#[from] RingError),
}

/// A command could not be queued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum MailboxError {
    /// Too many wait.
    #[error(
        "{commands} mailbox commands wait already; the device answers none of them, see whether it is alive"
    )]
    Full {
        /// Commands that wait.
        commands: usize,
    },
    /// The ring that ARM names is off.
    #[error("RX ring {ring} is off: it was not asked for at open, a write error stopped it, or the device was reset and its thread has not dropped it yet")]
    RingOff {
        /// Number of the ring.
        ring: u8,
    },
    /// The ring that ARM names is of another engine than the connection.
    #[error("RX ring {ring} belongs to another engine than the connection: of {engines} engines it needs a ring that is {engine} modulo {engines}")]
    WrongEngine {
        /// Number of the ring.
        ring: u8,
        /// The connection's engine.
        engine: u32,
        /// Engines of the device.
        engines: u32,
    },
    /// MsgSeqNum out of the hardware's range.
    #[error("expected MsgSeqNum {found} is out of the hardware's range of 1 to 9999999999; run this session without offload")]
    Expected {
        /// Number given.
        found: u64,
    },
}

/// A connection found no place in the core.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum LookupError {
    /// Every session number of the connection's engine is taken.
    #[error("all {sessions} sessions of the device, or of the connection's engine in it, are taken; the connection runs without offload")]
    SessionsFull {
        /// Sessions of the build, or of one engine of it.
        sessions: usize,
    },
    /// Every slot in which the connection might stand is taken.
    #[error("the lookup slots {slots:?} of {tuple:?} are all taken; the connection runs without offload")]
    BucketsFull {
        /// The connection.
        tuple: FourTuple,
        /// The slots in which it might stand.
        slots: [u16; 4],
    },
    /// The connection has a place already.
    #[error("{tuple:?} is session {session} already; release it before taking it again")]
    Taken {
        /// The connection.
        tuple: FourTuple,
        /// Its session number.
        session: u16,
    },
}
