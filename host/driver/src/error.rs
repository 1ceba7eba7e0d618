//! Errors: what was expected, what was found, where, and what would mend it.
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
