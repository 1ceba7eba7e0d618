//! The contract between the fixnic core and its driver: registers, ring entries, verdicts, counters.
#![no_std]
#![forbid(unsafe_code)]
