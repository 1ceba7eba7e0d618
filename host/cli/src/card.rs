//! `fixnic device`: find cards, hand them over, look into them, test them.
use crate::card_list;
use anyhow::{Context, Result};
use clap::{Args, Subcommand};
use fixnic_abi::reg::{self, Access};
use fixnic_driver::nic::{Nic, NicConfig};
use fixnic_driver::pci::{Interrupts, PciAddress};
use fixnic_driver::selftest::{self, SelfTest};
use fixnic_driver::vfio::{Rebound, System, VfioDevice, VfioError};
use fixnic_driver::vfio_user::VfioUserDevice;
use fixnic_driver::Device;
use std::io::{self, Write};
use std::path::PathBuf;
use std::str::FromStr;
use std::time::{Duration, Instant};

/// Find cards, hand them over to user space and back, look into them, test them.
#[derive(Debug, Args)]
pub struct DeviceArgs {
    #[command(subcommand)]
    command: DeviceCommand,
}

#[derive(Debug, Subcommand)]
enum DeviceCommand {
    /// Show the cards of this machine, their drivers and IOMMU groups
    List {
        /// Every PCI function, not only what is or might be a fixnic.
        #[arg(long)]
        all: bool,
        /// As a JSON array, one object a function.
        #[arg(long)]
        json: bool,
    },
    /// Hand a card to vfio-pci (needs root)
    Bind {
        /// PCI address, such as 0000:03:00.0.
        address: PciAddress,
    },
    /// Take a card from vfio-pci and give it back to the driver that it had (needs root)
    Unbind {
        /// PCI address, such as 0000:03:00.0.
        address: PciAddress,
    },
    /// Show what a card is, its registers and its statistics; resets it
    Info {
        /// PCI address, or vfio-user:PATH for a simulated card.
        device: Target,
    },
    /// Test a card: registers, DMA of every ring, interrupts, refusal of unmapped addresses, reset
    Selftest(SelfTestArgs),
}

#[derive(Debug, Args)]
struct SelfTestArgs {
    /// PCI address, or vfio-user:PATH for a simulated card.
    device: Target,
    /// Send so many frames round a wire that brings them back (a loopback plug), and compare every byte.
    #[arg(long, value_name = "FRAMES", default_value_t = 0)]
    loopback: u64,
    /// Do without interrupts.
    #[arg(long)]
    polled: bool,
    /// Seconds that any one thing may take.
    #[arg(long, value_name = "SECONDS", default_value_t = 5)]
    patience: u64,
}

/// A device given on the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A card behind vfio-pci.
    Card(PciAddress),
    /// A simulated card in another process.
    Socket(PathBuf),
}

impl FromStr for Target {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.strip_prefix("vfio-user:") {
            Some("") => Err("vfio-user: needs the path of a socket".into()),
            Some(path) => Ok(Self::Socket(path.into())),
            None => text.parse().map(Self::Card).map_err(|error| format!("{error}")),
        }
    }
}

impl Target {
    fn open(&self, interrupts: Interrupts) -> Result<Box<dyn Device>, VfioError> {
        Ok(match self {
            Self::Card(address) => Box::new(VfioDevice::open(*address, interrupts)?),
            Self::Socket(path) => Box::new(VfioUserDevice::open(path, interrupts)?),
        })
    }
}

/// Runs one of the commands.
pub fn run(args: &DeviceArgs) -> Result<()> {
    let mut out = io::stdout().lock();
    let done = match &args.command {
        DeviceCommand::List { all, json } => card_list::run(&mut out, &System::host(), *all, *json),
        DeviceCommand::Bind { address } => bind(&mut out, *address),
        DeviceCommand::Unbind { address } => unbind(&mut out, *address),
        DeviceCommand::Info { device } => info(&mut out, device),
        DeviceCommand::Selftest(args) => selftest(&mut out, args),
    };
    match done {
        // `fixnic device info ... | head` is not an error.
        Err(error) if is_broken_pipe(&error) => Ok(()),
        other => other,
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .downcast_ref::<io::Error>()
        .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

fn bind(out: &mut impl Write, address: PciAddress) -> Result<()> {
    let system = System::host();
    let bound = system.bind(address)?;
    tell(out, address, &bound)?;
    if let Some(group) = bound.group {
        let node = system.group_node(group);
        writeln!(out, "for an ordinary user: chown USER {}", node.display())?;
    }
    Ok(())
}

fn unbind(out: &mut impl Write, address: PciAddress) -> Result<()> {
    let unbound = System::host().unbind(address)?;
    tell(out, address, &unbound)
}

fn tell(out: &mut impl Write, address: PciAddress, change: &Rebound) -> Result<()> {
    let name = |driver: &Option<String>| driver.clone().unwrap_or_else(|| "no driver".into());
    match change.before == change.now {
        true => writeln!(out, "{address}: {}, as before", name(&change.now))?,
        false => writeln!(
            out,
            "{address}: {} instead of {}",
            name(&change.now),
            name(&change.before)
        )?,
    }
    Ok(())
}

fn info(out: &mut impl Write, target: &Target) -> Result<()> {
    let device = target.open(Interrupts::Polled)?;
    let mut nic = Nic::open(device, NicConfig::default())?;
    let geometry = nic.geometry();
    writeln!(out, "{}", card_list::identity(nic.device_mut()))?;
    writeln!(
        out,
        "{} sessions, {} lookup slots, {} RX rings, {} bytes a beat, clock {} ps, {} pages",
        geometry.sessions,
        geometry.slots,
        geometry.rx_rings,
        geometry.lanes,
        geometry.clock_ps,
        if nic.huge_pages() { "2 MiB" } else { "4 KiB" }
    )?;
    writeln!(out, "\nregisters")?;
    for register in reg::ALL {
        let is_counter = [reg::STAT_LO.name, reg::STAT_HI.name].contains(&register.name);
        if is_counter || register.access == Access::WriteOnly {
            continue;
        }
        for index in 0..register.count {
            let offset = register.at(index);
            let value = nic.device_mut().read32(offset);
            let index = if register.count > 1 {
                format!("[{index}]")
            } else {
                String::new()
            };
            write!(
                out,
                "  {offset:#05x}  {:<18} {value:#010x}",
                format!("{}{index}", register.name)
            )?;
            for part in register.fields {
                write!(out, "  {}={}", part.name, part.get(value))?;
            }
            writeln!(out)?;
        }
    }
    writeln!(out, "\nstatistics")?;
    for (name, value) in nic.stats()?.iter() {
        writeln!(out, "  {name:<22} {value}")?;
    }
    Ok(())
}

fn selftest(out: &mut impl Write, args: &SelfTestArgs) -> Result<()> {
    let interrupts = if args.polled {
        Interrupts::Polled
    } else {
        Interrupts::MsiX
    };
    let device = args.device.open(interrupts)?;
    let plan = SelfTest {
        loopback_frames: args.loopback,
        interrupts,
        patience_ns: Duration::from_secs(args.patience).as_nanos() as u64,
    };
    let start = Instant::now();
    let mut written = Ok(());
    let tested = selftest::run(
        device,
        &plan,
        &mut || start.elapsed().as_nanos() as u64,
        &mut |part, what| {
            let line = writeln!(out, "ok  {part:<12}  {what}").and_then(|()| out.flush());
            if written.is_ok() {
                written = line;
            }
        },
    );
    tested.context("self-test failed")?;
    written?;
    if args.loopback == 0 {
        writeln!(
            out,
            "not tested: the frame buffer, which needs --loopback and a wire that brings frames back"
        )?;
    }
    if args.polled {
        writeln!(out, "not tested: interrupts")?;
    }
    writeln!(out, "passed in {:.1} s", start.elapsed().as_secs_f64())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_addresses_or_sockets() {
        assert_eq!(
            "0000:03:00.0".parse::<Target>().unwrap(),
            Target::Card("03:00.0".parse().unwrap())
        );
        assert_eq!(
            "vfio-user:/run/x".parse::<Target>().unwrap(),
            Target::Socket("/run/x".into())
        );
        for text in ["", "vfio-user:", "eth0"] {
            assert!(text.parse::<Target>().is_err(), "{text:?}");
        }
    }
}
