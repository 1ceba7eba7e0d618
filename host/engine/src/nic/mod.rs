//! The NIC as a [`Transport`](crate::transport::Transport): TCP in user space over the driver's rings, with the core's tags at their places
//! in the stream.
//!
//! Frames come through the RX ring in order and go to smoltcp, which is the authority on the stream. Beside it, an `Offload` a
//! connection follows what the core says about the same frames: it arms the core at message boundaries, awaits fences as entries of
//! the ring, and turns MSG entries into [`Mark`](crate::transport::Mark)s. Nothing waits: commands under way are state.

mod config;
mod connection;
mod offload;
mod phy;
mod segment;
mod transport;

pub use config::{FrameCounters, NicTransportConfig};
pub use offload::OffloadCounters;
pub use transport::NicTransport;
