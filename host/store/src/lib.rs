//! The message store: an append log that survives the death of its process.
#![forbid(unsafe_code)]
