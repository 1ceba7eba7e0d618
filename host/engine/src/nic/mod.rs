//! The NIC as a [`Transport`](crate::transport::Transport): TCP in user space over the driver's rings, with the core's tags at their places
//! in the stream.
//!
//! Frames come through the RX ring in order and go to smoltcp, which is the authority on the stream. Beside it, an `Offload` a
//! connection follows what the core says about the same frames: it arms the core at message boundaries, awaits fences as entries of
//! the ring, and turns MSG entries into [`Mark`](crate::transport::Mark)s. Nothing waits: commands under way are state.
//!
//! A card has one owner, a [`NicTransport`], which may lend RX rings to other threads ([`NicTransport::lend_to_thread`]); each runs TCP and sessions of its own over
//! a [`RingTransport`]. Both are the same code over what `card` asks of a card; what owner and threads tell each other is in `threads`.
//!
//! ```no_run
//! use fixnic::echo::Echo;
//! use fixnic::engine::{spawn, Engine};
//! use fixnic::nic::{NicTransport, NicTransportConfig, RingTransport};
//! use fixnic::settings::Settings;
//! # use fixnic_driver::{Device, Nic};
//! # fn now_ns() -> u64 { 0 }
//! # fn run<D: Device>(nic: Nic<D>, config: NicTransportConfig, settings: Settings) -> Result<(), Box<dyn std::error::Error>> {
//!
//! // The owner of the card, and an engine on a thread of its own for the sessions of each of the rings 1 and 2.
//! let mut owner = NicTransport::new(nic, config, now_ns());
//! let mut engines = Vec::new();
//! for ring in [1, 2] {
//!     let settings = settings.on_ring(ring);
//!     let handle = owner.lend_to_thread(ring.into(), &settings.accept_ports())?;
//!     engines.push(spawn(&format!("ring {ring}"), move || {
//!         let transport = RingTransport::new(handle, now_ns());
//!         Engine::with_transport(&settings, transport, now_ns(), |_session| Echo::default())
//!     })?);
//! }
//! // The owner's own sessions, if it has any. Its turns serve all.
//! let mut engine = Engine::with_transport(&settings.on_ring(0), owner, now_ns(), |_session| Echo::default())?;
//! loop {
//!     engine.poll(now_ns())?;
//! }
//! # }
//! ```

mod card;
mod config;
mod connection;
mod offload;
mod phy;
mod segment;
mod threads;
mod transport;

pub use config::{FrameCounters, NicTransportConfig};
pub use offload::OffloadCounters;
pub use threads::ThreadError;
pub use transport::{CardTransport, NicTransport, OwnCard, RingCard, RingHandle, RingTransport};
