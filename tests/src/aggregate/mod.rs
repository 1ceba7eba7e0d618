//! Aggregates of engines: traffic for them, their comparison with the golden model, and what they take of a wire.
mod card;
mod compare;
mod rate;
mod traffic;

pub use card::{GoldenCard, HeldCard, VerilatedCard};
pub use compare::{Aggregates, Seen};
pub use rate::{measure, Load, Rate, LOADS};
pub use traffic::actions;
