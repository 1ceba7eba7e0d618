//! What Linux shows of PCI functions, IOMMU groups and VFIO nodes.
use super::error::VfioError;
use crate::pci::{PciAddress, DEVICE_ID, VENDOR_ID};
use std::ffi::OsStr;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Name of the kernel driver that hands functions to user space.
pub const VFIO_PCI: &str = "vfio-pci";

/// Where Linux shows its devices. Tests have trees of their own.
#[derive(Debug, Clone)]
pub struct System {
    sys: PathBuf,
    dev: PathBuf,
    proc: PathBuf,
    run: PathBuf,
}

/// A process that has a card's group open.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Holder {
    /// Its process ID.
    pub pid: u32,
    /// Its name, as far as it can be seen.
    pub command: String,
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "process {} ({})", self.pid, self.command)
    }
}

/// One PCI function as sysfs shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Function {
    /// Its address.
    pub address: PciAddress,
    /// Vendor ID.
    pub vendor: u16,
    /// Device ID.
    pub device: u16,
    /// Class code: base class, subclass, programming interface.
    pub class: u32,
    /// The driver bound to it.
    pub driver: Option<String>,
    /// Its IOMMU group.
    pub group: Option<u32>,
}

impl Function {
    /// Whether its IDs are a fixnic's.
    pub fn is_fixnic(&self) -> bool {
        (self.vendor, self.device) == (VENDOR_ID, DEVICE_ID)
    }
}

impl Default for System {
    fn default() -> Self {
        Self::host()
    }
}

impl System {
    /// This machine.
    pub fn host() -> Self {
        Self {
            sys: "/sys".into(),
            dev: "/dev".into(),
            proc: "/proc".into(),
            run: "/run".into(),
        }
    }

    /// Directories `sys`, `dev`, `proc` and `run` under `root`, instead of this machine's.
    pub fn under(root: &Path) -> Self {
        Self {
            sys: root.join("sys"),
            dev: root.join("dev"),
            proc: root.join("proc"),
            run: root.join("run"),
        }
    }

    /// Sysfs directory of a function.
    pub fn directory(&self, address: PciAddress) -> PathBuf {
        self.sys.join("bus/pci/devices").join(address.to_string())
    }

    pub(super) fn bus(&self) -> PathBuf {
        self.sys.join("bus/pci")
    }

    /// Where it is kept which driver a function had before it was bound, until the next boot.
    pub(super) fn note(&self, address: PciAddress) -> PathBuf {
        self.run.join("fixnic").join(address.to_string())
    }

    /// Node through which a group is opened.
    pub fn group_node(&self, group: u32) -> PathBuf {
        self.dev.join("vfio").join(group.to_string())
    }

    pub(super) fn container_node(&self) -> PathBuf {
        self.dev.join("vfio/vfio")
    }

    /// Every PCI function, by address.
    pub fn functions(&self) -> Result<Vec<Function>, VfioError> {
        let directory = self.sys.join("bus/pci/devices");
        let unreadable = |cause| VfioError::Sysfs {
            path: directory.clone(),
            cause,
        };
        let mut functions = Vec::new();
        for entry in fs::read_dir(&directory).map_err(unreadable)? {
            let name = entry.map_err(unreadable)?.file_name();
            let address = name.to_str().and_then(|name| name.parse().ok());
            // A function may leave while the directory is read.
            if let Some(function) = address.and_then(|address| self.function(address).ok()) {
                functions.push(function);
            }
        }
        functions.sort_by_key(|function| function.address);
        Ok(functions)
    }

    /// One function.
    pub fn function(&self, address: PciAddress) -> Result<Function, VfioError> {
        let directory = self.directory(address);
        if !directory.is_dir() {
            return Err(VfioError::NotFound { address });
        }
        let number = |name: &str| {
            let path = directory.join(name);
            let text = fs::read_to_string(&path).map_err(|cause| VfioError::Sysfs {
                path: path.clone(),
                cause,
            })?;
            u32::from_str_radix(text.trim().trim_start_matches("0x"), 16).map_err(|error| VfioError::Sysfs {
                path,
                cause: io::Error::new(io::ErrorKind::InvalidData, error),
            })
        };
        Ok(Function {
            address,
            vendor: number("vendor")? as u16,
            device: number("device")? as u16,
            class: number("class")?,
            driver: link_name(&directory.join("driver")),
            group: link_name(&directory.join("iommu_group")).and_then(|name| name.parse().ok()),
        })
    }

    /// Functions of a group other than `address` whose drivers are not VFIO's. Bridges and functions without a driver do no DMA of their own.
    fn strangers(&self, address: PciAddress, group: u32) -> Vec<(PciAddress, String)> {
        let directory = self
            .sys
            .join("kernel/iommu_groups")
            .join(group.to_string())
            .join("devices");
        let names = fs::read_dir(directory).into_iter().flatten().flatten();
        let mut strangers: Vec<_> = names
            .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
            .filter(|other| *other != address)
            .filter_map(|other| {
                let driver = self.function(other).ok()?.driver?;
                (!matches!(driver.as_str(), VFIO_PCI | "pcieport" | "pci-stub")).then_some((other, driver))
            })
            .collect();
        strangers.sort();
        strangers
    }

    /// Processes that have a group open, as far as this one may look.
    pub fn holders(&self, group: u32) -> Vec<Holder> {
        let node = self.group_node(group);
        let mut holders: Vec<Holder> = fs::read_dir(&self.proc)
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|entry| {
                let pid = entry.file_name().to_str()?.parse().ok()?;
                let mut descriptors = fs::read_dir(entry.path().join("fd")).ok()?.flatten();
                let holds = descriptors.any(|fd| fs::read_link(fd.path()).is_ok_and(|target| target == node));
                let command = || fs::read_to_string(entry.path().join("comm")).unwrap_or_default();
                holds.then(|| Holder {
                    pid,
                    command: command().trim().to_owned(),
                })
            })
            .collect();
        holders.sort();
        holders
    }

    /// Finds everything that would keep `address` from being opened, the first thing to mend first. Says its IOMMU group.
    pub fn check(&self, address: PciAddress) -> Result<u32, VfioError> {
        let function = self.function(address)?;
        let group = function.group.ok_or(VfioError::NoIommu { address })?;
        if function.driver.as_deref() != Some(VFIO_PCI) {
            return Err(VfioError::WrongDriver {
                address,
                driver: function.driver,
            });
        }
        let others = self.strangers(address, group);
        if !others.is_empty() {
            return Err(VfioError::GroupNotViable {
                address,
                group,
                others,
            });
        }
        let container = self.container_node();
        may_open(&container, |node| {
            format!("modprobe vfio-pci && chmod 666 {}", node.display())
        })?;
        // A group can be open once: trying it here would be a race with ourselves, so its rights are looked at.
        let node = self.group_node(group);
        may_open(&node, |node| {
            let user = rustix::process::geteuid().as_raw();
            format!("chown {user} {}", node.display())
        })?;
        Ok(group)
    }

    /// The error for a group that the kernel calls busy.
    pub fn busy(&self, address: PciAddress, group: u32) -> VfioError {
        VfioError::Busy {
            address,
            holders: self.holders(group),
            path: self.group_node(group),
        }
    }
}

fn may_open(node: &Path, mend: impl FnOnce(&Path) -> String) -> Result<(), VfioError> {
    use rustix::fs::{accessat, Access, AtFlags, CWD};
    accessat(CWD, node, Access::READ_OK | Access::WRITE_OK, AtFlags::EACCESS).map_err(|errno| {
        VfioError::NotPermitted {
            path: node.to_owned(),
            cause: errno.into(),
            mend: mend(node),
        }
    })
}

fn link_name(link: &Path) -> Option<String> {
    let target = fs::read_link(link).ok()?;
    target.file_name().and_then(OsStr::to_str).map(str::to_owned)
}
