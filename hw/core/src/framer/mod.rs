//! FIX framing, field scan and sequence check of one TCP stream a session, eight bytes a clock.
//!
//! The rules are docs/datapath.md, sections 4 and 5. One block a stage, one file a block, in the order of the data:
//!
//! | stage | block | does |
//! |---|---|---|
//! | C0 | [`align`] | bytes into the lanes of the stream |
//! | C1 | [`classify`] | characters into classes, beats numbered |
//! | C2 | [`look_back`] | tags and delimiters matched over two beats |
//! | C2 | [`boundary`] | which lanes belong to which message |
//! | C3 | [`mask`] | which matches count |
//! | C4 | [`digits`] | digits into numbers |
//! | C5 | [`accumulate`] | the message so far |
//! | C6 | [`verdict`] | the verdict and the session's sequence state |
//!
//! Each stage keeps its own share of the sessions' state ([`context`]), fetched and put back by tokens that travel with the
//! data, so that frames of different sessions follow each other without a pause for a state of hundreds of bits.

pub mod accumulate;
pub mod align;
pub mod boundary;
pub mod classify;
pub mod context;
pub mod digits;
pub mod fix_path;
pub mod look_back;
pub mod mask;
pub mod records;
pub mod verdict;

pub use fix_path::FixPath;
