//! Why a card cannot be used, and which command mends it.
use crate::error::DeviceGone;
use crate::pci::PciAddress;
use crate::vfio::system::Holder;
use std::io;
use std::path::PathBuf;
use thiserror::Error;

/// A card could not be found, bound or opened.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum VfioError {
    /// No such function on the bus.
    #[error("there is no PCI device {address}; `fixnic device list` shows the candidates")]
    NotFound {
        /// Address asked for.
        address: PciAddress,
    },
    /// The function is in no IOMMU group.
    #[error("{address} is in no IOMMU group, so its DMA cannot be confined; switch VT-d or AMD-Vi on in the firmware, add `intel_iommu=on` (Intel) to the kernel's command line and reboot")]
    NoIommu {
        /// The function.
        address: PciAddress,
    },
    /// Another driver has the function.
    #[error("{address} is bound to {}, not to vfio-pci; as root: fixnic device bind {address}", driver.as_deref().unwrap_or("no driver"))]
    WrongDriver {
        /// The function.
        address: PciAddress,
        /// Its driver.
        driver: Option<String>,
    },
    /// vfio-pci was offered the function and did not take it.
    #[error("vfio-pci did not take {address}: the kernel log says why (dmesg | grep {address})")]
    NotTaken {
        /// The function.
        address: PciAddress,
    },
    /// The kernel has no vfio-pci driver loaded.
    #[error("the kernel's vfio-pci driver is not there ({} is missing); as root: modprobe vfio-pci", path.display())]
    ModuleMissing {
        /// What shows that it is loaded.
        path: PathBuf,
    },
    /// The group has other functions, with drivers of their own.
    #[error("IOMMU group {group} of {address} also holds {}, with drivers that DMA on their own; bind them too, as root: {}",
        list(others), others.iter().map(|(a, _)| format!("fixnic device bind {a}")).collect::<Vec<_>>().join(" && "))]
    GroupNotViable {
        /// The function.
        address: PciAddress,
        /// Its group.
        group: u32,
        /// The others and their drivers.
        others: Vec<(PciAddress, String)>,
    },
    /// A device node may not be opened.
    #[error("{} may not be opened for reading and writing: {cause}; as root: {mend}", path.display())]
    NotPermitted {
        /// The node.
        path: PathBuf,
        /// What the kernel said.
        cause: io::Error,
        /// Command that mends it.
        mend: String,
    },
    /// Another process has the group open.
    #[error("{address} is in use: {} has {} open; stop it, or use another card", list_holders(holders), path.display())]
    Busy {
        /// The function.
        address: PciAddress,
        /// The group's node.
        path: PathBuf,
        /// Processes that have it open, as far as they can be seen.
        holders: Vec<Holder>,
    },
    /// A simulated card has a client already.
    #[error("the simulated card on {} serves another client; stop that one, or start another `fixnic sim-device`", socket.display())]
    SocketBusy {
        /// Its socket.
        socket: PathBuf,
    },
    /// A BAR is not as it must be.
    #[error("BAR{bar} of {address} has {found_bytes:#x} bytes, {}mappable, where {expected_bytes:#x} mappable bytes are expected; check what the card is flashed with", if *mappable { "" } else { "not " })]
    Bar {
        /// The function.
        address: PciAddress,
        /// Number of the BAR.
        bar: u32,
        /// Bytes needed.
        expected_bytes: u64,
        /// Bytes found.
        found_bytes: u64,
        /// Whether it can be mapped.
        mappable: bool,
    },
    /// Too few interrupt vectors.
    #[error("{address} has {found} MSI-X vectors where {expected} are needed; open it polled, or check what it is flashed with")]
    Vectors {
        /// The function.
        address: PciAddress,
        /// Vectors needed.
        expected: u32,
        /// Vectors found.
        found: u32,
    },
    /// The function cannot be reset on its own.
    #[error("{address} has no function-level reset (PCIe device capabilities, bit 28): what an earlier owner left running cannot be stopped; check what it is flashed with")]
    NoReset {
        /// The function.
        address: PciAddress,
    },
    /// A bit of the command register does not stick.
    #[error("the command register of {address} reads {found:#06x} after {expected:#06x} was set (memory space, bus master); somebody else configures it, or the card is gone")]
    Command {
        /// The function.
        address: PciAddress,
        /// Bits set.
        expected: u16,
        /// Register read.
        found: u16,
    },
    /// Its configuration space reads as all ones.
    #[error(transparent)]
    Gone(#[from] DeviceGone),
    /// A request to the kernel or to the device's process failed.
    #[error("{device}: {step} failed: {cause}")]
    Step {
        /// PCI address, or path of the socket.
        device: String,
        /// What was being done.
        step: &'static str,
        /// What was said.
        cause: Box<dyn std::error::Error + Send + Sync>,
    },
    /// A file of sysfs could not be read or written.
    #[error("{}: {cause}; writing there needs root", path.display())]
    Sysfs {
        /// The file.
        path: PathBuf,
        /// What the kernel said.
        cause: io::Error,
    },
    /// Somebody else has decided on the function's driver.
    #[error("{address} is reserved for driver {found:?} ({}); if that is yours, as root: echo > {}", path.display(), path.display())]
    Overridden {
        /// The function.
        address: PciAddress,
        /// The driver.
        found: String,
        /// The file that says so.
        path: PathBuf,
    },
}

fn list(others: &[(PciAddress, String)]) -> String {
    let names: Vec<_> = others
        .iter()
        .map(|(a, driver)| format!("{a} ({driver})"))
        .collect();
    names.join(", ")
}

fn list_holders(holders: &[Holder]) -> String {
    if holders.is_empty() {
        return "another process (root sees which: fuser)".into();
    }
    let names: Vec<_> = holders.iter().map(Holder::to_string).collect();
    names.join(" and ")
}
