//! A FIX session as a sans-IO state machine: codec, sequence rules, recovery.
//!
//! No clock, no sockets, no threads: time is passed in as nanoseconds since the Unix epoch, bytes go in by
//! [`Session::handle_message`] and come out by [`Session::poll_transmit`]. FIX 4.2, 4.4 and FIXT 1.1 are spoken, after the FIX 4.4
//! Specification, Volume 2 with Errata 20030618.
//!
//! The order of calls, for each turn of the owner's loop:
//!
//! 1. [`connected`](Session::connected) once the transport is up.
//! 2. For what was received: split it by [`codec::Framer::split`], or along the NIC's verified tags while
//!    [`tags_trusted`](Session::tags_trusted), and pass each message to [`handle_message`](Session::handle_message), each
//!    garbled piece to [`handle_garbled`](Session::handle_garbled). [`handle_bytes`](Session::handle_bytes) does both
//!    where there are no tags.
//! 3. [`handle_timeout`](Session::handle_timeout) when [`poll_timeout`](Session::poll_timeout) says so.
//! 4. [`send`](Session::send) what the application wants sent; from inside a callback it sends by [`Outgoing`].
//! 5. [`poll_transmit`](Session::poll_transmit) until it yields nothing, receiving in between; [`poll_event`](Session::poll_event)
//!    until it yields nothing.
//! 6. After [`Event::Disconnect`] close the transport, then [`disconnected`](Session::disconnected).
#![forbid(unsafe_code)]

mod app;
pub mod codec;
mod config;
mod event;
mod queue;
mod session;
mod store;
mod tag;
mod validate;

pub use app::{Application, Disposition, MessageMeta, Outgoing};
pub use config::{ResendEnd, Role, SessionConfig};
pub use event::{Counters, DisconnectReason, Event};
pub use session::{AlreadyConnected, Phase, Replies, SendError, Session};
pub use store::{MemoryStore, MessageStore, StoreError};
pub use tag::{Disagreement, Tag, Verdict};
pub use validate::{Validate, Violation};
