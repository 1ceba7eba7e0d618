//! A simulated card in another process, through its vfio-user socket.
//!
//! The same function that a virtual machine would be given, without the machine: no kernel driver, no IOMMU, no rights needed beyond
//! the socket's. Protocol: the vfio-user specification (libvfio-user, QEMU's docs/interop/vfio-user.rst).
#![allow(unsafe_code)]
use crate::device::{Device, Seldom, ERROR_INTERVAL_NS, ERROR_VECTOR, VECTORS};
use crate::error::DmaError;
use crate::memory::HostMemory;
use crate::pci::{Interrupts, REGISTERS_BAR};
use crate::vfio::config_space::{ConfigSpace, BUS_MASTER, COMMAND, CONFIG_BYTES, MEMORY_SPACE};
use crate::vfio::{event_fds, VfioError};
use fixnic_abi::reg::BAR0_BYTES;
use std::fmt;
use std::io;
use std::os::fd::{AsRawFd, BorrowedFd, RawFd};
use std::path::{Path, PathBuf};
use std::sync::atomic::{fence, Ordering};
use vfio_bindings::bindings::vfio::{
    VFIO_IRQ_SET_ACTION_TRIGGER, VFIO_IRQ_SET_DATA_EVENTFD, VFIO_PCI_CONFIG_REGION_INDEX,
    VFIO_PCI_MSIX_IRQ_INDEX,
};
use vfio_user::Client;
use vmm_sys_util::eventfd::EventFd;

const ALL_ONES: u32 = u32::MAX;

/// The device's process took the connection and closed it at once, as it does while it serves another client.
fn is_hang_up(error: &vfio_user::Error) -> bool {
    use io::ErrorKind::{BrokenPipe, ConnectionReset, UnexpectedEof};
    let (vfio_user::Error::StreamRead(cause) | vfio_user::Error::StreamWrite(cause)) = error else {
        return false;
    };
    matches!(cause.kind(), BrokenPipe | ConnectionReset | UnexpectedEof)
}

/// An open simulated card. When its process dies, it reads as all ones from then on.
pub struct VfioUserDevice {
    socket: PathBuf,
    client: Client,
    mapped: Option<HostMemory>,
    vectors: Vec<EventFd>,
    /// When the errors vector is looked at, and the time last heard of.
    errors: Seldom,
    now_ns: u64,
    gone: bool,
}

impl fmt::Debug for VfioUserDevice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VfioUserDevice")
            .field("socket", &self.socket)
            .field("gone", &self.gone)
            .finish_non_exhaustive()
    }
}

impl VfioUserDevice {
    /// Connects to the device that `fixnic sim-device --socket` offers, and resets it.
    pub fn open(socket: &Path, interrupts: Interrupts) -> Result<Self, VfioError> {
        let failed = |step, cause: Box<dyn std::error::Error + Send + Sync>| VfioError::Step {
            device: socket.display().to_string(),
            step,
            cause,
        };
        let protocol = |step| move |error: vfio_user::Error| failed(step, error.into());
        let client = Client::new(socket).map_err(|error| match is_hang_up(&error) {
            true => VfioError::SocketBusy {
                socket: socket.to_owned(),
            },
            false => protocol("connecting to the device's process")(error),
        })?;
        let mut device = Self {
            socket: socket.to_owned(),
            client,
            mapped: None,
            vectors: Vec::new(),
            errors: Seldom::new(ERROR_INTERVAL_NS),
            now_ns: 0,
            gone: false,
        };
        let bytes = device
            .client
            .region(REGISTERS_BAR)
            .map_or(0, |region| region.size);
        if bytes < u64::from(BAR0_BYTES) {
            let message = format!("BAR0 has {bytes:#x} bytes where {BAR0_BYTES:#x} are expected");
            return Err(failed("looking at BAR0", message.into()));
        }
        let mut config = [0xff; CONFIG_BYTES];
        device
            .client
            .region_read(VFIO_PCI_CONFIG_REGION_INDEX, 0, &mut config)
            .map_err(protocol("reading its configuration space"))?;
        let config = ConfigSpace::new(config)?;
        device.client.reset().map_err(protocol("resetting it"))?;
        let command = config.command() | MEMORY_SPACE | BUS_MASTER;
        device
            .client
            .region_write(VFIO_PCI_CONFIG_REGION_INDEX, COMMAND, &command.to_le_bytes())
            .map_err(protocol("making it bus master"))?;
        if interrupts == Interrupts::MsiX {
            device.enable_vectors().map_err(protocol("enabling MSI-X"))?;
        }
        Ok(device)
    }

    fn enable_vectors(&mut self) -> Result<(), vfio_user::Error> {
        let vectors = event_fds(VECTORS).map_err(vfio_user::Error::Backend)?;
        let fds: Vec<RawFd> = vectors.iter().map(AsRawFd::as_raw_fd).collect();
        let flags = VFIO_IRQ_SET_DATA_EVENTFD | VFIO_IRQ_SET_ACTION_TRIGGER;
        self.client
            .set_irqs(VFIO_PCI_MSIX_IRQ_INDEX, flags, 0, VECTORS, &fds)?;
        self.vectors = vectors;
        Ok(())
    }

    /// Becomes readable when `vector` fires; `None` when the device is polled.
    pub fn interrupt_fd(&self, vector: u32) -> Option<BorrowedFd<'_>> {
        let event = self.vectors.get(vector as usize)?;
        // SAFETY: the descriptor is open as long as the EventFd is, which is borrowed.
        Some(unsafe { BorrowedFd::borrow_raw(event.as_raw_fd()) })
    }

    /// Whether the device's process has gone away.
    pub fn is_gone(&self) -> bool {
        self.gone
    }
}

impl Device for VfioUserDevice {
    fn read32(&mut self, offset: u32) -> u32 {
        let mut bytes = [0xff; 4];
        if !self.gone {
            let answer = self.client.region_read(REGISTERS_BAR, offset.into(), &mut bytes);
            // The other process has written memory before it answered.
            fence(Ordering::Acquire);
            if answer.is_err() {
                self.gone = true;
                return ALL_ONES;
            }
        }
        u32::from_le_bytes(bytes)
    }

    fn write32(&mut self, offset: u32, value: u32) {
        if !self.gone {
            fence(Ordering::Release);
            let written = self
                .client
                .region_write(REGISTERS_BAR, offset.into(), &value.to_le_bytes());
            self.gone = written.is_err();
        }
    }

    fn map_dma(&mut self, memory: &HostMemory) -> Result<(), DmaError> {
        let pages = memory.arena_pages().ok_or(DmaError::NotAnArena)?;
        let iova = memory.iova();
        if let Some(mapped) = &self.mapped {
            return Err(DmaError::AlreadyMapped {
                mapped: mapped.iova(),
                iova,
            });
        }
        self.client
            .dma_map(0, iova, memory.len() as u64, pages.file.as_raw_fd())
            .map_err(|error| DmaError::Map {
                iova,
                bytes: memory.len(),
                source: io::Error::other(error),
            })?;
        self.mapped = Some(memory.clone());
        Ok(())
    }

    fn unmap_dma(&mut self, iova: u64) {
        if let Some(memory) = self.mapped.take_if(|memory| memory.iova() == iova) {
            // A process that is gone writes nowhere; the pages are a file's and may be freed either way.
            if !self.gone && self.client.dma_unmap(iova, memory.len() as u64).is_err() {
                self.gone = true;
            }
        }
    }

    fn take_interrupt(&mut self, vector: u32) -> bool {
        if vector == ERROR_VECTOR && !self.errors.is_due(self.now_ns) {
            return false;
        }
        self.vectors
            .get(vector as usize)
            .is_some_and(|event| event.read().is_ok())
    }

    /// The device's clock runs in its own process.
    fn advance(&mut self, now_ns: u64) {
        self.now_ns = now_ns;
    }
}

impl Drop for VfioUserDevice {
    fn drop(&mut self) {
        if !self.gone {
            let _ = self.client.reset();
        }
        if let Some(memory) = &self.mapped {
            let iova = memory.iova();
            self.unmap_dma(iova);
        }
        let _ = self.client.shutdown();
    }
}
