//! Lease and channel with every `Release` weakened.
mod sync {
    pub use loom::cell::UnsafeCell;
    pub use loom::sync::atomic::{AtomicBool, AtomicU32, AtomicU64};
    pub use loom::sync::{Arc, Mutex};
    #[allow(non_snake_case)]
    pub mod Ordering {
        pub use loom::sync::atomic::Ordering::Relaxed as Release;
        pub use loom::sync::atomic::Ordering::{Acquire, Relaxed};
    }
}
#[allow(dead_code)]
#[path = "../../src/channel.rs"]
pub mod channel;
#[allow(dead_code)]
#[path = "../../src/lease.rs"]
pub mod lease;
