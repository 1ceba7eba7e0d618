//! The devices that a settings file can name besides the kernel's sockets.

use crate::sim_device::Model;
use anyhow::{Context, Result};
use clap::Args;
use fixnic::app::Application;
use fixnic::engine::{CardEngines, EngineError};
use fixnic::nic::{NicTransport, NicTransportConfig};
use fixnic::settings::{DeviceSetting, SessionSettings, Settings};
use fixnic_driver::pci::Interrupts;
use fixnic_driver::vfio::VfioDevice;
use fixnic_driver::vfio_user::VfioUserDevice;
use fixnic_driver::{Device, Nic, NicConfig, Tap, TapDevice, Wire};
use fixnic_sim::GoldenDevice;
use std::hash::{BuildHasher, RandomState};
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::{SystemTime, UNIX_EPOCH};

/// How the simulated NIC is simulated.
#[derive(Debug, Clone, Copy, Default, Args)]
pub struct SimArgs {
    /// With Device=sim: what stands for the card
    #[arg(long, value_enum, default_value_t)]
    model: Model,
}

/// Runs the sessions over the NIC that the settings ask for, until `stop` is set.
pub fn run<A: Application + Send + 'static>(
    settings: &Settings,
    sim: SimArgs,
    stop: &AtomicBool,
    new_app: impl FnMut(&SessionSettings) -> A + Clone + Send + 'static,
) -> Result<()> {
    match &settings.device {
        DeviceSetting::Kernel => Err(unknown(settings).into()),
        DeviceSetting::Sim { tap } => run_simulated(settings, Tap::open(tap)?, sim.model, stop, new_app),
        // Threads poll the rings: interrupts would only disturb it.
        DeviceSetting::Vfio { bdf } => {
            let device = VfioDevice::open(bdf.parse()?, Interrupts::Polled)?;
            run_on_nic(settings, device, stop, new_app, |_| ())
        }
        DeviceSetting::VfioUser { socket } => {
            let device = VfioUserDevice::open(Path::new(socket), Interrupts::Polled)?;
            run_on_nic(settings, device, stop, new_app, |_| ())
        }
    }
}

fn run_simulated<A: Application + Send + 'static>(
    settings: &Settings,
    tap: Tap,
    model: Model,
    stop: &AtomicBool,
    new_app: impl FnMut(&SessionSettings) -> A + Clone + Send + 'static,
) -> Result<()> {
    tracing::info!(?model, "simulated NIC");
    match model {
        #[cfg(feature = "verilated")]
        Model::Verilated => {
            let device = fixnic_sim::VerilatedDevice::new(1, fixnic_sim::Stalls::NONE);
            run_on_nic(settings, TapDevice::new(device, tap), stop, new_app, log_tap)
        }
        Model::Golden => {
            let device = TapDevice::new(GoldenDevice::new(), tap);
            run_on_nic(settings, device, stop, new_app, log_tap)
        }
    }
}

fn log_tap<D: Device + Wire>(device: &mut TapDevice<D>) {
    tracing::info!(counters = ?device.counters(), "tap");
}

fn unknown(settings: &Settings) -> EngineError {
    EngineError::Device {
        device: settings.device.clone(),
    }
}

/// Runs the sessions over `device`; at the end `log_device` tells what it has to tell beyond the core's counters.
fn run_on_nic<D: Device, A: Application + Send + 'static>(
    settings: &Settings,
    device: D,
    stop: &AtomicBool,
    new_app: impl FnMut(&SessionSettings) -> A + Clone + Send + 'static,
    log_device: impl FnOnce(&mut D),
) -> Result<()> {
    let nic_settings = settings.nic.as_ref().ok_or_else(|| unknown(settings))?;
    let rings = NicConfig {
        rx_rings: settings.nic_rings(),
        ..NicConfig::default()
    };
    let nic =
        Nic::open(device, rings).with_context(|| format!("the NIC {} does not open", settings.device))?;
    // Every hasher state is seeded by the system, so that nobody can guess our TCP numbers.
    let seed = RandomState::new().hash_one(std::process::id());
    let config = NicTransportConfig::from_settings(nic_settings, seed);
    tracing::debug!(seed, "TCP numbers");
    let transport = NicTransport::new(nic, config, now_ns());
    let mut engines = CardEngines::start(settings, transport, new_app)?;
    for address in engines.listen_addresses() {
        tracing::info!(%address, "listening");
    }
    let ran = engines.run_until(stop);
    for ended in engines.ended() {
        let ring = ended.ring;
        tracing::info!(ring, counters = ?ended.offload, "offload");
        tracing::info!(ring, counters = ?ended.frames, "frames");
    }
    let transport = engines.owner_mut().transport_mut();
    log_counters(transport);
    log_device(transport.nic_mut().device_mut());
    Ok(ran?)
}

/// UTC in nanoseconds since 1970. A clock before that stands still: timers then wait for it to be set.
fn now_ns() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_nanos() as u64)
}

/// What the NIC has counted, one line each; counters that stayed zero are left out.
fn log_counters<D: Device>(transport: &mut NicTransport<D>) {
    match transport.nic_mut().stats() {
        Ok(stats) => {
            for (counter, value) in stats.iter().filter(|(_, value)| *value > 0) {
                tracing::info!(counter, value, "nic");
            }
        }
        Err(error) => tracing::warn!(%error, "no counters"),
    }
    tracing::info!(counters = ?transport.offload_counters(), "offload");
    tracing::info!(counters = ?transport.frame_counters(), "frames");
}
