//! The fixnic driver: device trait, DMA memory, rings, mailbox.
//!
//! One driver body serves every device: a card behind VFIO, the core under Verilator, the golden model. It is generic over
//! [`Device`], never `dyn` in the poll path. What the device does is told in docs/datapath.md; offsets, layouts
//! and limits come from `fixnic-abi`.
//!
//! Unsafe code lives here and in the simulation only: in [`memory`], where memory is shared with a device, in [`vfio`], where
//! registers are, in [`tap`], for two ioctls, and in [`channel`], where a slot is handed from one thread to another.
//!
//! Threads: a device, its registers and its mailbox belong to the one that owns the [`Nic`]. It may lend the RX rings 1 and up to others, one ring
//! a thread ([`lent_ring`]); all that owner and poller share is in `lease`, and what else threads tell each other goes through a [`channel`]. A race checker tries the
//! orders of steps of both (tests/lease_orders). What runs beside the driver is the device; every order of their steps on small rings is tried in `position`, and [`faults`] has a bus that delays, tears
//! and reorders.
#![deny(unsafe_code)]

#[allow(unsafe_code)]
pub mod channel;
pub mod device;
pub mod error;
pub mod faults;
mod lease;
pub mod lent_ring;
pub mod lookup;
pub mod mailbox;
pub mod memory;
pub mod nic;
pub mod pci;
mod position;
pub mod rx_ring;
pub mod selftest;
pub mod stats;
pub mod tap;
pub mod tap_device;
pub mod trace;
pub mod tx_ring;
#[cfg(feature = "vfio")]
pub mod vfio;
#[cfg(feature = "vfio")]
pub mod vfio_user;
pub mod windows;
pub mod wire;

pub use device::Device;
pub use error::{
    DeviceGone, DmaError, LendError, LookupError, MailboxError, OpenError, RingError, SendError,
};
pub use faults::{FaultCounts, FaultPlan, Faulty};
pub use lent_ring::LentRing;
pub use lookup::{LookupTable, Place};
pub use mailbox::{Command, Proposal, Tag};
pub use memory::{DmaArena, DmaRegion, HostMemory};
pub use nic::{Geometry, Nic, NicConfig};
pub use rx_ring::{RxEntry, RxRing};
pub use stats::Stats;
pub use tap::{Tap, TapError};
pub use tap_device::TapDevice;
pub use tx_ring::TxRing;
pub use windows::{DmaWindows, Refusal};
pub use wire::Wire;

mod sync {
    //! What `lease` and `channel` are made of; their test has a race checker's.
    pub use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};
    pub use std::sync::{Arc, Mutex};

    /// A cell with the race checker's way of access.
    #[derive(Debug)]
    pub struct UnsafeCell<T>(std::cell::UnsafeCell<T>);

    impl<T> UnsafeCell<T> {
        pub fn new(value: T) -> Self {
            Self(std::cell::UnsafeCell::new(value))
        }

        #[inline(always)]
        pub fn with_mut<R>(&self, access: impl FnOnce(*mut T) -> R) -> R {
            access(self.0.get())
        }
    }
}

#[cfg(test)]
mod scripted;
#[cfg(test)]
mod tests;
