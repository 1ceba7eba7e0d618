//! `fixnic device list`: the cards of this machine.
use anyhow::Result;
use fixnic_abi::reg::{self, field};
use fixnic_driver::pci::{Interrupts, VENDOR_ID};
use fixnic_driver::vfio::{Function, System, VfioDevice, VfioError, VFIO_PCI};
use fixnic_driver::Device;
use serde::Serialize;
use std::io::Write;

/// One function, as `--json` shows it.
#[derive(Debug, Serialize)]
struct Listed {
    address: String,
    vendor: String,
    device: String,
    driver: Option<String>,
    iommu_group: Option<u32>,
    /// Its IDs are a fixnic's.
    is_candidate: bool,
    /// Version of the register contract, when it is ours and free to be asked.
    abi: Option<String>,
    /// Processes that have its group open.
    held_by: Vec<u32>,
    /// What can be said of it, or the command that makes it usable.
    state: String,
}

/// Shows the candidates, or all functions.
pub fn run(out: &mut impl Write, system: &System, all: bool, json: bool) -> Result<()> {
    let functions = system.functions()?;
    let shown: Vec<_> = functions
        .iter()
        .filter(|function| all || function.is_fixnic() || function.vendor == VENDOR_ID)
        .map(|function| listed(system, function))
        .collect();
    if json {
        serde_json::to_writer_pretty(&mut *out, &shown)?;
        writeln!(out)?;
        return Ok(());
    }
    if shown.is_empty() {
        writeln!(
            out,
            "no candidates among {} PCI functions (--all shows them)",
            functions.len()
        )?;
        return Ok(());
    }
    writeln!(
        out,
        "{:<12}  {:<9}  {:<12}  {:<5}  state",
        "address", "IDs", "driver", "group"
    )?;
    for card in shown {
        writeln!(
            out,
            "{}  {}:{}  {:<12}  {:<5}  {}",
            card.address,
            card.vendor,
            card.device,
            card.driver.as_deref().unwrap_or("-"),
            card.iommu_group.map_or("-".into(), |group| group.to_string()),
            card.state
        )?;
    }
    Ok(())
}

fn listed(system: &System, function: &Function) -> Listed {
    let mut listed = Listed {
        address: function.address.to_string(),
        vendor: format!("{:04x}", function.vendor),
        device: format!("{:04x}", function.device),
        driver: function.driver.clone(),
        iommu_group: function.group,
        is_candidate: function.is_fixnic(),
        abi: None,
        held_by: Vec::new(),
        state: String::new(),
    };
    // Only a card that is ours and free is opened, to ask it.
    listed.state = match (function.is_fixnic(), function.driver.as_deref()) {
        (false, _) => "not a fixnic".into(),
        (true, Some(VFIO_PCI)) => match VfioDevice::open(function.address, Interrupts::Polled) {
            Ok(mut device) => {
                listed.abi = abi_version(&mut device);
                identity(&mut device)
            }
            Err(error) => {
                if let (VfioError::Busy { .. }, Some(group)) = (&error, function.group) {
                    listed.held_by = system.holders(group).iter().map(|holder| holder.pid).collect();
                }
                error.to_string()
            }
        },
        (true, _) => format!("fixnic device bind {}", function.address),
    };
    listed
}

/// What a device's ID and version say.
pub fn identity(device: &mut impl Device) -> String {
    match abi_version(device) {
        Some(version) => format!("fixnic, ABI {version}"),
        None => format!(
            "ID reads {:#010x}, not a fixnic's {:#010x}",
            device.read32(reg::ID.at(0)),
            fixnic_abi::ID
        ),
    }
}

fn abi_version(device: &mut impl Device) -> Option<String> {
    use field::ABI_VERSION::{major, minor};
    (device.read32(reg::ID.at(0)) == fixnic_abi::ID).then(|| {
        let version = device.read32(reg::ABI_VERSION.at(0));
        format!("{}.{}", major.get(version), minor.get(version))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use tempfile::TempDir;

    /// A machine with a fixnic and a function of somebody else's, neither with a driver.
    fn machine() -> (TempDir, System) {
        let root = TempDir::new().unwrap();
        for (address, vendor, device) in [
            ("0000:03:00.0", "0x10ee", "0xf1c5"),
            ("0000:00:1f.2", "0x8086", "0x2922"),
        ] {
            let directory = root.path().join("sys/bus/pci/devices").join(address);
            fs::create_dir_all(&directory).unwrap();
            for (file, text) in [("vendor", vendor), ("device", device), ("class", "0x020000")] {
                fs::write(directory.join(file), text).unwrap();
            }
        }
        let system = System::under(root.path());
        (root, system)
    }

    fn list(all: bool, json: bool) -> String {
        let (_root, system) = machine();
        let mut out = Vec::new();
        run(&mut out, &system, all, json).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn candidates_are_listed_with_what_to_do_next() {
        let text = list(false, false);
        assert!(text.contains("0000:03:00.0  10ee:f1c5  -"), "{text}");
        assert!(text.contains("fixnic device bind 0000:03:00.0"), "{text}");
        assert!(!text.contains("8086"), "{text}");
        assert!(list(true, false).contains("not a fixnic"));
    }

    #[test]
    fn the_list_is_machine_readable() {
        let listed: serde_json::Value = serde_json::from_str(&list(true, true)).unwrap();
        assert_eq!(listed[0]["address"], "0000:00:1f.2");
        assert_eq!(listed[0]["is_candidate"], false);
        assert_eq!(listed[1]["is_candidate"], true);
        assert_eq!(listed[1]["device"], "f1c5");
        assert!(listed[1]["driver"].is_null() && listed[1]["abi"].is_null());
        assert_eq!(listed[1]["held_by"], serde_json::json!([]));
    }
}
