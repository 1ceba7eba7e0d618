//! Aggregates of engines: traffic for them, their comparison with the golden model, and what they take of a wire.
mod compare;
mod rate;
mod traffic;

pub use compare::{Aggregates, Seen};
pub use rate::{measure, Load, Rate, LOADS};
pub use traffic::actions;
