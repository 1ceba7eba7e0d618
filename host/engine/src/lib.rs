//! The FIX engine that a trading process embeds: NIC or kernel sockets, session, store.
#![forbid(unsafe_code)]

pub mod settings;
