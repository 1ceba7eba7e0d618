//! Aggregates of engines: traffic for them, and their comparison with the golden model.
mod compare;
mod traffic;

pub use compare::{Aggregates, Seen};
pub use traffic::actions;
