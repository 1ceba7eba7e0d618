//! Rates and latencies of the Verilated core at its ports: what goes over the wire, and what is measured. Clock cycles, so exact.
mod bench;
mod traffic;

pub use bench::{measure, Clocks, Measured, Spread, CLOCK_HZ, RELAXED_CLOCKS, SEED};
pub(crate) use traffic::message;
pub use traffic::{Case, Content, Headers, Host, Lengths, Place, Repeats, CASES};
