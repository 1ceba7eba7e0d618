//! A device in this process as a PCI function for others, over a vfio-user socket.
//!
//! Whoever speaks vfio-user can use it: QEMU (`vfio-user-pci`), cloud-hypervisor, and the driver's own
//! [`VfioUserDevice`](fixnic_driver::vfio_user::VfioUserDevice). To them it is a card: configuration space with MSI-X and Function Level
//! Reset, registers in BAR0, DMA into the memory that they map, interrupts. One client at a time.
//!
//! The crate `vfio_user` speaks the protocol; its client waits for a full answer even where the answer is an error, so requests that
//! can be answered are never refused: what does not exist reads as zeros.
mod clock;
mod config_space;
mod connection;
mod doorman;
mod far_end;
mod function;

pub use far_end::{FarEnd, WireSetting};

use clock::Clock;
use config_space::{CONFIG_BYTES, MSIX_BAR_BYTES};
use doorman::Doorman;
use fixnic_abi::reg::BAR0_BYTES;
use fixnic_driver::device::VECTORS;
use fixnic_driver::pci::{MSIX_BAR, REGISTERS_BAR};
use fixnic_driver::{Device, Refusal, Wire};
use function::PciFunction;
use std::fs::{self, File};
use std::io;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use vfio_bindings::bindings::vfio::{
    vfio_region_info, VFIO_IRQ_INFO_EVENTFD, VFIO_PCI_CONFIG_REGION_INDEX, VFIO_PCI_MSIX_IRQ_INDEX,
    VFIO_PCI_NUM_IRQS, VFIO_PCI_NUM_REGIONS, VFIO_REGION_INFO_FLAG_READ, VFIO_REGION_INFO_FLAG_WRITE,
};
use vfio_user::{DmaMapFlags, DmaUnmapFlags, IrqInfo, Server, ServerBackend, ServerRegion};

/// A device that waits for clients on a socket.
pub struct VfioUserServer<D> {
    socket: PathBuf,
    listener: UnixListener,
    server: Server,
    clock: Clock<D>,
    /// Refused accesses of all clients so far.
    refusals: u64,
}

/// What one client has done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ClientSummary {
    /// Reads of any region.
    pub reads: u64,
    /// Writes of any region.
    pub writes: u64,
    /// Ranges of memory shown.
    pub maps: u64,
    /// Ranges of memory that came without a file and cannot be reached: QEMU's ROMs.
    pub maps_without_file: u64,
    /// Times that the function was reset.
    pub resets: u64,
    /// Accesses of the device to memory that the client had not shown it, or not for writing.
    pub refusals: u64,
    /// The last of them.
    pub last_refusal: Option<Refusal>,
}

impl<D: Device + Wire + 'static> VfioUserServer<D> {
    /// Starts a device made by `power_up`, its wire leading to `far_end`, and listens on `socket`. A socket left over by a process that is gone is
    /// replaced; one that is in use is not.
    pub fn bind(
        socket: &Path,
        power_up: impl FnMut() -> D + Send + 'static,
        far_end: impl FnOnce() -> io::Result<Box<dyn FarEnd<D>>> + Send + 'static,
    ) -> io::Result<Self> {
        let listener = listen(socket)?;
        let server = Server::from_owned_fd(listener.try_clone()?.into(), true, interrupts(), regions());
        Ok(Self {
            socket: socket.to_owned(),
            listener,
            server,
            clock: Clock::start(power_up, far_end)?,
            refusals: 0,
        })
    }

    /// Waits for a client and serves it until it goes. Others who come meanwhile are turned away; who comes once it has gone waits for
    /// the next call.
    pub fn serve_client(&mut self) -> io::Result<ClientSummary> {
        let mut session = Session {
            clock: &self.clock,
            listener: &self.listener,
            doorman: None,
            summary: ClientSummary::default(),
        };
        let served = self.server.run(&mut session);
        let mut summary = session.summary;
        drop(session);
        let before = self.refusals;
        let asked = self.clock.ask(|function| {
            let told = (function.resets(), function.windows().refusals());
            function.disconnect();
            told
        });
        let (resets, (refusals, last)) = asked.ok_or_else(ended)?;
        self.refusals = refusals;
        summary.resets = resets;
        summary.refusals = refusals - before;
        summary.last_refusal = last.filter(|_| summary.refusals > 0);
        match served {
            // A client that was killed in the middle of a message is gone like any other.
            Ok(()) | Err(vfio_user::Error::StreamRead(_) | vfio_user::Error::StreamWrite(_)) => Ok(summary),
            Err(vfio_user::Error::ReceiveWithFd(_)) => Ok(summary),
            Err(error) => Err(io::Error::other(error)),
        }
    }
}

impl<D> Drop for VfioUserServer<D> {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.socket);
    }
}

fn listen(socket: &Path) -> io::Result<UnixListener> {
    let told = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", socket.display()));
    match UnixListener::bind(socket) {
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => match UnixStream::connect(socket) {
            Err(refused) if refused.kind() == io::ErrorKind::ConnectionRefused => {
                fs::remove_file(socket).map_err(told)?;
                UnixListener::bind(socket).map_err(told)
            }
            _ => Err(told(error)),
        },
        other => other.map_err(told),
    }
}

fn regions() -> Vec<ServerRegion> {
    let bytes = |index| match index {
        REGISTERS_BAR => u64::from(BAR0_BYTES),
        MSIX_BAR => MSIX_BAR_BYTES as u64,
        VFIO_PCI_CONFIG_REGION_INDEX => CONFIG_BYTES as u64,
        _ => 0,
    };
    (0..VFIO_PCI_NUM_REGIONS)
        .map(|index| ServerRegion {
            region_info: vfio_region_info {
                argsz: size_of::<vfio_region_info>() as u32,
                index,
                size: bytes(index),
                flags: match bytes(index) {
                    0 => 0,
                    _ => VFIO_REGION_INFO_FLAG_READ | VFIO_REGION_INFO_FLAG_WRITE,
                },
                ..Default::default()
            },
            sparse_areas: Vec::new(),
            mmap_fd: None,
        })
        .collect()
}

fn interrupts() -> Vec<IrqInfo> {
    (0..VFIO_PCI_NUM_IRQS)
        .map(|index| IrqInfo {
            index,
            flags: VFIO_IRQ_INFO_EVENTFD,
            count: if index == VFIO_PCI_MSIX_IRQ_INDEX {
                VECTORS
            } else {
                0
            },
        })
        .collect()
}

fn ended() -> io::Error {
    io::Error::other("the device's thread has ended")
}

/// One client's connection.
struct Session<'a, D> {
    clock: &'a Clock<D>,
    listener: &'a UnixListener,
    doorman: Option<Doorman>,
    summary: ClientSummary,
}

impl<D: Device + Wire + 'static> Session<'_, D> {
    fn ask<R: Send + 'static>(
        &mut self,
        job: impl FnOnce(&mut PciFunction<D>) -> R + Send + 'static,
    ) -> io::Result<R> {
        // The first request shows that the connection is taken.
        if self.doorman.is_none() {
            self.doorman = Some(Doorman::start(self.listener)?);
        }
        self.clock.ask(job).ok_or_else(ended)
    }
}

impl<D: Device + Wire + 'static> ServerBackend for Session<'_, D> {
    fn region_read(&mut self, region: u32, offset: u64, data: &mut [u8]) -> io::Result<()> {
        self.summary.reads += 1;
        let length = data.len();
        let bytes = self.ask(move |function| {
            let mut bytes = vec![0; length];
            function.read(region, offset, &mut bytes);
            bytes
        })?;
        data.copy_from_slice(&bytes);
        Ok(())
    }

    fn region_write(&mut self, region: u32, offset: u64, data: &[u8]) -> io::Result<()> {
        self.summary.writes += 1;
        let data = data.to_vec();
        self.ask(move |function| function.write(region, offset, &data))
    }

    fn dma_map(
        &mut self,
        flags: DmaMapFlags,
        offset: u64,
        address: u64,
        size: u64,
        file: Option<File>,
    ) -> io::Result<()> {
        self.summary.maps += 1;
        let Some(file) = file else {
            // A ROM, which no device has a reason to read.
            self.summary.maps_without_file += 1;
            return Ok(());
        };
        let writable = flags.contains(DmaMapFlags::WRITE);
        self.ask(move |function| function.map(address, size, file.into(), offset, writable))?
    }

    fn dma_unmap(&mut self, flags: DmaUnmapFlags, address: u64, size: u64) -> io::Result<()> {
        self.ask(move |function| {
            if flags.contains(DmaUnmapFlags::UNMAP_ALL) {
                function.unmap_all();
            } else {
                // Ranges that match no single map are common: a guest's IOMMU withdraws its whole space at once.
                function.unmap(address, size);
            }
        })
    }

    fn reset(&mut self) -> io::Result<()> {
        self.ask(PciFunction::reset)
    }

    fn set_irqs(&mut self, index: u32, flags: u32, start: u32, count: u32, fds: Vec<File>) -> io::Result<()> {
        self.ask(move |function| function.set_irqs(index, flags, start, count, fds))?
    }
}
