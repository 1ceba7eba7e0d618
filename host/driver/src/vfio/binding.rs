//! Handing a function to vfio-pci, and back.
//!
//! The choice stands in sysfs alone (`driver_override`), so that it ends with a reboot, and taking it back lets the kernel choose the
//! driver that it would have chosen anyway.
use super::error::VfioError;
use super::system::{System, VFIO_PCI};
use crate::pci::PciAddress;
use std::fs;
use std::path::PathBuf;

/// What binding or unbinding has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rebound {
    /// Driver before.
    pub before: Option<String>,
    /// Driver now.
    pub now: Option<String>,
    /// IOMMU group.
    pub group: Option<u32>,
}

impl System {
    /// Binds a function to vfio-pci. When the kernel refuses, the function goes back to where it was.
    pub fn bind(&self, address: PciAddress) -> Result<Rebound, VfioError> {
        let function = self.function(address)?;
        if function.group.is_none() {
            return Err(VfioError::NoIommu { address });
        }
        let module = self.bus().join("drivers").join(VFIO_PCI);
        if !module.is_dir() {
            return Err(VfioError::ModuleMissing { path: module });
        }
        let before = function.driver;
        if before.as_deref() != Some(VFIO_PCI) {
            self.check_override(address)?;
            if let Err(error) = self.rebind(address, before.is_some(), VFIO_PCI) {
                // Best effort: the first error is the one to tell.
                let _ = self.rebind(address, false, "");
                return Err(error);
            }
        }
        let function = self.function(address)?;
        if function.driver.as_deref() != Some(VFIO_PCI) {
            let _ = self.rebind(address, false, "");
            return Err(VfioError::NotTaken { address });
        }
        Ok(Rebound {
            before,
            now: function.driver,
            group: function.group,
        })
    }

    /// Takes a function from vfio-pci and lets the kernel choose its driver again. A process that uses the function is asked to let go of
    /// it first; this call waits for that.
    pub fn unbind(&self, address: PciAddress) -> Result<Rebound, VfioError> {
        let before = self.function(address)?.driver;
        if before.as_deref() == Some(VFIO_PCI) {
            self.rebind(address, true, "")?;
        }
        let function = self.function(address)?;
        Ok(Rebound {
            before,
            now: function.driver,
            group: function.group,
        })
    }

    fn override_file(&self, address: PciAddress) -> PathBuf {
        self.directory(address).join("driver_override")
    }

    fn check_override(&self, address: PciAddress) -> Result<(), VfioError> {
        let path = self.override_file(address);
        let found = fs::read_to_string(&path).unwrap_or_default();
        match found.trim() {
            "" | "(null)" | VFIO_PCI => Ok(()),
            found => Err(VfioError::Overridden {
                address,
                found: found.to_owned(),
                path,
            }),
        }
    }

    fn rebind(&self, address: PciAddress, bound: bool, driver: &str) -> Result<(), VfioError> {
        // The line feed alone clears the override.
        write(self.override_file(address), &format!("{driver}\n"))?;
        if bound {
            write(
                self.directory(address).join("driver/unbind"),
                &address.to_string(),
            )?;
        }
        write(self.bus().join("drivers_probe"), &address.to_string())
    }
}

fn write(path: PathBuf, text: &str) -> Result<(), VfioError> {
    fs::write(&path, text).map_err(|cause| VfioError::Sysfs { path, cause })
}
