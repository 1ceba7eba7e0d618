//! Lease and channel as they are.
mod sync {
    pub use loom::cell::UnsafeCell;
    pub use loom::sync::atomic::Ordering;
    pub use loom::sync::atomic::{AtomicBool, AtomicU32, AtomicU64};
    pub use loom::sync::{Arc, Mutex};
}
#[allow(dead_code)]
#[path = "../../src/channel.rs"]
pub mod channel;
#[allow(dead_code)]
#[path = "../../src/lease.rs"]
pub mod lease;
