//! The lease as it is.
mod sync {
    pub use loom::sync::atomic::Ordering;
    pub use loom::sync::atomic::{AtomicBool, AtomicU32, AtomicU64};
    pub use loom::sync::{Arc, Mutex};
}
#[allow(dead_code)]
#[path = "../../src/lease.rs"]
pub mod lease;
