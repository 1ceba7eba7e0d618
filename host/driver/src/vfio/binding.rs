//! Handing a function to vfio-pci, and back.
//!
//! The choice stands in sysfs alone (`driver_override`), so that it ends with a reboot. Which driver there was before is noted under
//! /run, and taking the choice back restores it.
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
        let has_changed = before.as_deref() != Some(VFIO_PCI);
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
        if has_changed {
            self.note_driver(address, before.as_deref().unwrap_or_default())?;
        }
        Ok(Rebound {
            before,
            now: function.driver,
            group: function.group,
        })
    }

    /// Takes a function from vfio-pci and gives it back to the driver that it had when it was bound; where that is not known, the kernel
    /// chooses. A process that uses the function is asked to let go of it first; this call waits for that.
    pub fn unbind(&self, address: PciAddress) -> Result<Rebound, VfioError> {
        let before = self.function(address)?.driver;
        if before.as_deref() == Some(VFIO_PCI) {
            let note = self.note(address);
            match fs::read_to_string(&note).ok().as_deref().map(str::trim) {
                None => self.rebind(address, true, "")?,
                // It had none: the kernel is not asked to choose one.
                Some("") => self.release(address)?,
                Some(driver) => {
                    self.rebind(address, true, "")?;
                    if self.function(address)?.driver.as_deref() != Some(driver) {
                        self.rebind(address, false, driver)?;
                        write(self.override_file(address), "\n")?;
                    }
                }
            }
            // Without a note there is nothing to remove.
            let _ = fs::remove_file(note);
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

    fn note_driver(&self, address: PciAddress, driver: &str) -> Result<(), VfioError> {
        let note = self.note(address);
        if let Some(directory) = note.parent() {
            fs::create_dir_all(directory).map_err(|cause| VfioError::Sysfs {
                path: directory.to_owned(),
                cause,
            })?;
        }
        write(note, &format!("{driver}\n"))
    }

    /// Leaves the function without a driver and without a choice of one.
    fn release(&self, address: PciAddress) -> Result<(), VfioError> {
        // The line feed alone clears the override.
        write(self.override_file(address), "\n")?;
        write(
            self.directory(address).join("driver/unbind"),
            &address.to_string(),
        )
    }

    fn rebind(&self, address: PciAddress, bound: bool, driver: &str) -> Result<(), VfioError> {
        if bound {
            self.release(address)?;
        }
        write(self.override_file(address), &format!("{driver}\n"))?;
        write(self.bus().join("drivers_probe"), &address.to_string())
    }
}

fn write(path: PathBuf, text: &str) -> Result<(), VfioError> {
    fs::write(&path, text).map_err(|cause| VfioError::Sysfs { path, cause })
}
