//! A card, through the Linux kernel's VFIO.
//!
//! The kernel confines the card to the memory that we map (IOMMU group, container), shows its registers and hands its
//! interrupts over as event file descriptors. Its interface: Documentation/driver-api/vfio.rst. [`System`] looks at the
//! machine and binds cards; [`VfioDevice`] is an open one. An ordinary user who owns the group's node can open a card.
//!
//! vfio-ioctls owns the container, the group and the device; pci-driver reads the capabilities; volatile-register describes the registers.
#![allow(unsafe_code)]

mod bar;
mod binding;
pub(crate) mod config_space;
mod error;
mod memlock;
pub mod registers;
mod system;

pub use binding::Rebound;
pub use error::VfioError;
pub use system::{Function, Holder, System, VFIO_PCI};

use crate::device::{Device, Seldom, ERROR_INTERVAL_NS, ERROR_VECTOR, VECTORS};
use crate::error::{DeviceGone, DmaError};
use crate::memory::HostMemory;
use crate::pci::{Interrupts, PciAddress, REGISTERS_BAR};
use bar::Bar;
use config_space::{ConfigSpace, BUS_MASTER, COMMAND, CONFIG_BYTES, MEMORY_SPACE};
use fixnic_abi::reg::{self, BAR0_BYTES};
use registers::Registers;
use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd};
use std::sync::Arc;
use vfio_bindings::bindings::vfio::{
    VFIO_PCI_CONFIG_REGION_INDEX, VFIO_PCI_ERR_IRQ_INDEX, VFIO_PCI_MSIX_IRQ_INDEX, VFIO_PCI_REQ_IRQ_INDEX,
    VFIO_REGION_INFO_FLAG_MMAP, VFIO_REGION_INFO_FLAG_READ, VFIO_REGION_INFO_FLAG_WRITE,
};
use vfio_ioctls::{VfioContainer, VfioError as KernelError, VfioOps};
use vmm_sys_util::eventfd::{EventFd, EFD_CLOEXEC, EFD_NONBLOCK};

/// How often [`Device::advance`] asks whether the kernel wants the card back, in nanoseconds: it costs two system calls.
const NOTICE_INTERVAL_NS: u64 = 100_000_000;
/// An absent device's register.
const ALL_ONES: u32 = u32::MAX;

/// An open card. Dropping it stops its DMA, resets it, and closes it.
pub struct VfioDevice {
    address: PciAddress,
    /// Memory that the IOMMU lets the card reach. The clone keeps it mapped here as long as it is mapped there.
    mapped: Option<HostMemory>,
    /// One per vector; empty when polled.
    vectors: Vec<EventFd>,
    /// The kernel wants the card back: somebody unbinds it or takes it out.
    release: Option<EventFd>,
    /// The card reported an error that PCIe could not mend.
    fault: Option<EventFd>,
    /// When the kernel is asked whether it wants the card back.
    notice: Seldom,
    /// When the errors vector is looked at, and the time last heard of.
    errors: Seldom,
    now_ns: u64,
    /// Set when the kernel has taken the card: it is not touched any more, and reads as all ones.
    gone: bool,
    bar: Bar,
    device: vfio_ioctls::VfioDevice,
    container: Arc<VfioContainer>,
}

impl VfioDevice {
    /// Opens the card at `address` on this machine, reset and without memory, as [`Nic::open`](crate::Nic::open) takes it.
    pub fn open(address: PciAddress, interrupts: Interrupts) -> Result<Self, VfioError> {
        let system = System::host();
        let group = system.check(address)?;
        let failed = |step, source: KernelError| step_failed(address, step, source);

        // 1. Container, group, device. The group can be open once: this is where a second process is turned away.
        let container = VfioContainer::new(None).map_err(|e| failed("opening the VFIO container", e))?;
        let container = Arc::new(container);
        let operations: Arc<dyn VfioOps> = container.clone();
        let device = vfio_ioctls::VfioDevice::new(&system.directory(address), operations, true).map_err(
            |e| match e {
                KernelError::OpenGroup(source, _) if source.kind() == io::ErrorKind::ResourceBusy => {
                    system.busy(address, group)
                }
                other => failed("opening the group and the device", other),
            },
        )?;

        // 2. Whatever the card was doing for its last owner ends here.
        let config = read_config(&device)?;
        if !config.has_function_level_reset() {
            return Err(VfioError::NoReset { address });
        }
        device.reset();

        // 3. Registers.
        let bar = map_registers(address, &device)?;

        // 4. The card may DMA, but only into what map_dma shows; VFIO leaves this bit to us.
        set_command(address, &device, MEMORY_SPACE | BUS_MASTER)?;
        if bar.registers().id.read() == ALL_ONES {
            // Nobody answers behind a configuration space that does.
            return Err(VfioError::Gone(DeviceGone {
                register: reg::ID.name,
                found: ALL_ONES,
            }));
        }

        // 5. Interrupts, and the kernel's own notices where it has them.
        let vectors = match interrupts {
            Interrupts::Polled => Vec::new(),
            Interrupts::MsiX => enable_vectors(address, &device)?,
        };
        let release = notice(&device, VFIO_PCI_REQ_IRQ_INDEX);
        let fault = notice(&device, VFIO_PCI_ERR_IRQ_INDEX);

        Ok(Self {
            address,
            mapped: None,
            vectors,
            release,
            fault,
            notice: Seldom::new(NOTICE_INTERVAL_NS),
            errors: Seldom::new(ERROR_INTERVAL_NS),
            now_ns: 0,
            gone: false,
            bar,
            device,
            container,
        })
    }

    /// Its address.
    pub fn address(&self) -> PciAddress {
        self.address
    }

    /// Becomes readable when `vector` fires, for threads that sleep; `None` when the card is polled. Reading it is
    /// [`Device::take_interrupt`]'s.
    pub fn interrupt_fd(&self, vector: u32) -> Option<BorrowedFd<'_>> {
        let event = self.vectors.get(vector as usize)?;
        // SAFETY: the descriptor is open as long as the EventFd is, which is borrowed.
        Some(unsafe { BorrowedFd::borrow_raw(event.as_raw_fd()) })
    }

    /// The registers by name, for what is not in a hurry; `None` once the kernel has taken the card.
    pub fn registers(&self) -> Option<&Registers> {
        (!self.gone).then(|| self.bar.registers())
    }

    /// Whether the kernel has taken the card: it was unbound, taken out, or failed beyond PCIe's means.
    pub fn is_gone(&self) -> bool {
        self.gone
    }
}

impl Device for VfioDevice {
    #[inline]
    fn read32(&mut self, offset: u32) -> u32 {
        if self.gone {
            return ALL_ONES;
        }
        self.bar.read32(offset)
    }

    #[inline]
    fn write32(&mut self, offset: u32, value: u32) {
        if !self.gone {
            self.bar.write32(offset, value);
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
        memlock::check(memory.len() as u64)?;
        // SAFETY: the pages are an arena's, which no reference ever points into; `self.mapped` keeps them mapped until they are
        // unmapped from the IOMMU.
        unsafe { self.container.vfio_dma_map(iova, memory.len(), pages.base) }.map_err(|error| {
            DmaError::Map {
                iova,
                bytes: memory.len(),
                source: errno(error),
            }
        })?;
        self.mapped = Some(memory.clone());
        Ok(())
    }

    fn unmap_dma(&mut self, iova: u64) {
        if let Some(memory) = self.mapped.take_if(|memory| memory.iova() == iova) {
            if let Err(error) = self.container.vfio_dma_unmap(iova, memory.len()) {
                // The card may still write there: the pages must never be anything else again.
                eprintln!(
                    "fixnic: {}: unmapping IOVA {iova:#x} failed: {error}; its memory is kept",
                    self.address
                );
                std::mem::forget(memory);
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

    fn advance(&mut self, now_ns: u64) {
        self.now_ns = now_ns;
        if !self.notice.is_due(now_ns) {
            return;
        }
        let fired = |event: &Option<EventFd>| event.as_ref().is_some_and(|event| event.read().is_ok());
        self.gone |= fired(&self.release) || fired(&self.fault);
    }
}

impl Drop for VfioDevice {
    fn drop(&mut self) {
        // Quiesce, unmap, close: the fields go in their order after this. A card that is gone takes no harm from any of it.
        let _ = set_command(self.address, &self.device, MEMORY_SPACE);
        if !self.vectors.is_empty() {
            let _ = self.device.disable_msix();
        }
        self.device.reset();
        if let Some(memory) = &self.mapped {
            let iova = memory.iova();
            self.unmap_dma(iova);
        }
    }
}

fn step_failed(
    device: impl ToString,
    step: &'static str,
    cause: impl std::error::Error + Send + Sync + 'static,
) -> VfioError {
    VfioError::Step {
        device: device.to_string(),
        step,
        cause: Box::new(cause),
    }
}

fn errno(error: KernelError) -> io::Error {
    match error {
        KernelError::IommuDmaMap(errno) => io::Error::from_raw_os_error(errno.errno()),
        other => io::Error::other(other),
    }
}

/// The crate only logs when a read fails; what it did not fill stays all ones, as PCIe would have it.
fn read_config(device: &vfio_ioctls::VfioDevice) -> Result<ConfigSpace, VfioError> {
    let mut bytes = [0xff; CONFIG_BYTES];
    device.region_read(VFIO_PCI_CONFIG_REGION_INDEX, &mut bytes, 0);
    Ok(ConfigSpace::new(bytes)?)
}

fn set_command(address: PciAddress, device: &vfio_ioctls::VfioDevice, bits: u16) -> Result<(), VfioError> {
    let switched = MEMORY_SPACE | BUS_MASTER;
    let wanted = read_config(device)?.command() & !switched | bits;
    device.region_write(VFIO_PCI_CONFIG_REGION_INDEX, &wanted.to_le_bytes(), COMMAND);
    let found = read_config(device)?.command();
    if found & switched != bits {
        return Err(VfioError::Command {
            address,
            expected: bits,
            found,
        });
    }
    Ok(())
}

fn map_registers(address: PciAddress, device: &vfio_ioctls::VfioDevice) -> Result<Bar, VfioError> {
    let wanted = VFIO_REGION_INFO_FLAG_READ | VFIO_REGION_INFO_FLAG_WRITE | VFIO_REGION_INFO_FLAG_MMAP;
    let bytes = device.get_region_size(REGISTERS_BAR);
    let mappable = device.get_region_flags(REGISTERS_BAR) & wanted == wanted;
    if bytes < u64::from(BAR0_BYTES) || !mappable {
        return Err(VfioError::Bar {
            address,
            bar: REGISTERS_BAR,
            expected_bytes: BAR0_BYTES.into(),
            found_bytes: bytes,
            mappable,
        });
    }
    // SAFETY: the descriptor is open as long as the device is, which is borrowed.
    let file = unsafe { BorrowedFd::borrow_raw(device.as_raw_fd()) };
    Bar::map(file.as_fd(), device.get_region_offset(REGISTERS_BAR))
        .map_err(|source| step_failed(address, "mapping BAR0", source))
}

pub(crate) fn event_fds(count: u32) -> io::Result<Vec<EventFd>> {
    (0..count)
        .map(|_| EventFd::new(EFD_NONBLOCK | EFD_CLOEXEC))
        .collect()
}

fn enable_vectors(address: PciAddress, device: &vfio_ioctls::VfioDevice) -> Result<Vec<EventFd>, VfioError> {
    let found = device
        .get_irq_info(VFIO_PCI_MSIX_IRQ_INDEX)
        .map_or(0, |info| info.count);
    if found < VECTORS {
        return Err(VfioError::Vectors {
            address,
            expected: VECTORS,
            found,
        });
    }
    let vectors = event_fds(VECTORS).map_err(|e| step_failed(address, "creating event descriptors", e))?;
    device
        .enable_msix(vectors.iter().collect())
        .map_err(|e| step_failed(address, "enabling MSI-X", e))?;
    Ok(vectors)
}

/// Not every kernel and bus has these; without them the card is merely lost without a notice.
fn notice(device: &vfio_ioctls::VfioDevice, index: u32) -> Option<EventFd> {
    device.get_irq_info(index).filter(|info| info.count > 0)?;
    let event = EventFd::new(EFD_NONBLOCK | EFD_CLOEXEC).ok()?;
    device.enable_irq(index, vec![&event]).ok()?;
    Some(event)
}
