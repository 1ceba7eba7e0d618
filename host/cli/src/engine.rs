//! What `fixnic run` and `fixnic serve` share: settings, log, signals, the device, the way an error ends the command.

use crate::device::{self, SimArgs};
use anyhow::Result;
use fixnic::app::Application;
use fixnic::engine::{CardError, Engine, EngineError};
use fixnic::settings::{DeviceSetting, SessionSettings, Settings, SettingsError};
use fixnic_driver::vfio::VfioError;
use fixnic_driver::TapError;
use fixnic_store::StoreError;
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;
use std::io::{self, IsTerminal};
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::AtomicBool;
use std::sync::Arc;
use tracing_subscriber::filter::{EnvFilter, LevelFilter};

/// The help text on exit codes and signals.
pub const AFTER_HELP: &str = "\
Exit codes:
  0  every session was logged out in order
  1  the command failed at work
  2  the command line or the settings file is wrong
  3  it could not start: a port is busy, a store is held or damaged, a right is missing

SIGINT and SIGTERM log every session out; a second one ends the command at once. FIXNIC_LOG sets what is logged (info).";

/// Runs the sessions of a settings file until a signal comes, `new_app` making each one's application.
pub fn run<A: Application + Send + 'static>(
    path: &Path,
    sim: SimArgs,
    new_app: impl FnMut(&SessionSettings) -> A + Clone + Send + 'static,
) -> Result<()> {
    let filter = EnvFilter::builder()
        .with_default_directive(LevelFilter::INFO.into())
        .with_env_var("FIXNIC_LOG");
    tracing_subscriber::fmt()
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal())
        .with_env_filter(filter.from_env_lossy())
        .init();
    let (settings, warnings) = Settings::load(path)?;
    for warning in warnings {
        tracing::warn!("{warning}");
    }
    let stop = stop_on_signals()?;
    match &settings.device {
        DeviceSetting::Kernel => {
            let mut engine = Engine::new(&settings, new_app)?;
            for address in engine.listen_addresses() {
                tracing::info!(%address, "listening");
            }
            Ok(engine.run_until(&stop)?)
        }
        _ => device::run(&settings, sim, &stop, new_app),
    }
}

/// A flag that SIGINT and SIGTERM set. The second signal ends the process, in case the first is not obeyed.
fn stop_on_signals() -> Result<Arc<AtomicBool>> {
    let stop = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        flag::register_conditional_shutdown(signal, 1, Arc::clone(&stop))?;
        flag::register(signal, Arc::clone(&stop))?;
    }
    Ok(stop)
}

/// The exit code for an error of any subcommand, as [`AFTER_HELP`] lists them.
pub fn exit_code(error: &anyhow::Error) -> ExitCode {
    let code = if error.is::<SettingsError>() {
        2
    } else if error.is::<TapError>() || error.is::<VfioError>() {
        3
    } else if let Some(error) = error.downcast_ref::<StoreError>() {
        // `fixnic journal` found damage, or nothing to look at.
        if matches!(error, StoreError::Damaged { .. }) {
            1
        } else {
            3
        }
    } else {
        let of_card = error.downcast_ref::<CardError>();
        let of_engine = of_card.and_then(CardError::engine_error);
        match of_engine.or_else(|| error.downcast_ref()) {
            None if of_card.is_some() => 2,
            Some(
                EngineError::Device { .. } | EngineError::Resolve { .. } | EngineError::Dictionary { .. },
            ) => 2,
            // Only what is done at an address is done at the start.
            Some(EngineError::Transport(error)) if error.address.is_none() => 1,
            Some(EngineError::Transport(_) | EngineError::Store { .. }) => 3,
            _ => 1,
        }
    };
    ExitCode::from(code)
}
