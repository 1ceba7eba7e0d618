//! The FIX engine that a trading process embeds: NIC or kernel sockets, session, store.
//!
//! ```no_run
//! use fixnic::{echo::Echo, engine::Engine, settings::Settings};
//! use std::sync::atomic::AtomicBool;
//!
//! let (settings, warnings) = Settings::load("acceptor.cfg")?;
//! warnings.iter().for_each(|warning| eprintln!("{warning}"));
//! let mut engine = Engine::new(&settings, |_session| Echo::default())?;
//! engine.run_until(&AtomicBool::new(false))?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![forbid(unsafe_code)]

pub mod app;
mod dictionaries;
pub mod echo;
pub mod engine;
pub mod nic;
pub mod schedule;
pub mod settings;
pub mod store;
mod text_log;
pub mod transport;

pub use fixnic_dictionary as dictionary;
pub use fixnic_session as session;
pub use text_log::LogError;
