//! `fixnic sim-device`: a simulated card for others, over a vfio-user socket.
use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use fixnic_driver::{Device, Wire};
use fixnic_sim::vfio_user::{VfioUserServer, WireSetting};
use fixnic_sim::GoldenDevice;
use std::path::PathBuf;

/// Serve a simulated card on a vfio-user socket, to QEMU, cloud-hypervisor or `fixnic ... vfio-user:PATH`.
#[derive(Debug, Args)]
pub struct SimDeviceArgs {
    /// Socket to listen on.
    #[arg(long, value_name = "PATH")]
    socket: PathBuf,
    /// Where its wire leads: none, loopback, tap:NAME, or pcap:FILE, whose frames arrive each time that reception is switched on.
    #[arg(long, default_value_t)]
    wire: WireSetting,
    /// What stands for the card.
    #[arg(long, value_enum, default_value_t)]
    model: Model,
    /// Leave after so many clients, instead of serving one after the other for ever.
    #[arg(long, value_name = "N")]
    clients: Option<u64>,
}

/// Which model of the core.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Model {
    /// The core's Verilog under Verilator, clock by clock.
    #[cfg(feature = "verilated")]
    #[default]
    Verilated,
    /// The specification as a program: the same results, without clocks.
    #[cfg_attr(not(feature = "verilated"), default)]
    Golden,
}

/// Serves clients.
pub fn run(args: &SimDeviceArgs) -> Result<()> {
    match args.model {
        #[cfg(feature = "verilated")]
        Model::Verilated => {
            let seed = 1;
            serve(args, "Verilated core", move || {
                fixnic_sim::VerilatedDevice::new(seed, fixnic_sim::Stalls::NONE)
            })
        }
        Model::Golden => serve(args, "golden model", GoldenDevice::new),
    }
}

fn serve<D: Device + Wire + 'static>(
    args: &SimDeviceArgs,
    name: &str,
    power_up: impl FnMut() -> D + Send + 'static,
) -> Result<()> {
    let wire = args.wire.clone();
    let mut server = VfioUserServer::bind(&args.socket, power_up, move || wire.open())
        .with_context(|| format!("cannot serve {}", args.socket.display()))?;
    println!("{name} on {}, wire {}", args.socket.display(), args.wire);
    let mut served = 0;
    while args.clients.is_none_or(|clients| served < clients) {
        let done = server.serve_client()?;
        served += 1;
        println!(
            "client {served} has gone: {} reads, {} writes, {} ranges of memory ({} unreachable), {} resets",
            done.reads, done.writes, done.maps, done.maps_without_file, done.resets
        );
        if let Some(refusal) = done.last_refusal {
            println!(
                "client {served}: {} DMA accesses refused, the last a {refusal}",
                done.refusals
            );
        }
    }
    Ok(())
}
