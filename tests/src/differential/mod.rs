//! The differential test: random episodes on a device and on the golden model, every entry, byte and counter compared.
pub mod corpus;
mod coverage;
mod decode;
mod messages;
mod rng;
mod run;
pub(crate) mod scenario;
mod shrink;
mod subject;
mod traffic;

pub use coverage::{Coverage, DUE_WHEN_ARMED, MODERATED};
pub use decode::{describe, hex, readable};
pub use rng::Rng;
pub use run::{compare, run, Difference};
pub use scenario::{Action, CommandArguments, TxFrame, RINGS};
pub use shrink::shrink;
pub use subject::{GoldenSubject, Subject};
pub use traffic::{episode, Profile};
