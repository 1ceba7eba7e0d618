//! A FIX session as a sans-IO state machine: codec, sequence rules, recovery.
#![forbid(unsafe_code)]
