//! The PCI function: what a client's requests do to the device behind it.
use super::config_space::{ConfigSpace, MSIX_BAR_BYTES};
use fixnic_abi::reg::BAR0_BYTES;
use fixnic_driver::device::VECTORS;
use fixnic_driver::pci::{MSIX_BAR, REGISTERS_BAR};
use fixnic_driver::{Device, DmaWindows, Wire};
use std::fs::File;
use std::io::{self, Write};
use std::os::fd::OwnedFd;
use vfio_bindings::bindings::vfio::{
    VFIO_IRQ_SET_ACTION_TRIGGER, VFIO_IRQ_SET_DATA_EVENTFD, VFIO_IRQ_SET_DATA_NONE,
    VFIO_PCI_CONFIG_REGION_INDEX, VFIO_PCI_MSIX_IRQ_INDEX,
};

/// A device as a PCI function.
pub struct PciFunction<D> {
    device: D,
    power_up: Box<dyn FnMut() -> D>,
    config: ConfigSpace,
    msix_bar: Vec<u8>,
    windows: DmaWindows,
    vectors: Vec<Option<File>>,
    resets: u64,
}

impl<D: Device + Wire> PciFunction<D> {
    /// A function whose device is made by `power_up`, at first and after each reset.
    pub fn new(mut power_up: Box<dyn FnMut() -> D>) -> Self {
        let windows = DmaWindows::new();
        Self {
            device: attach(&mut power_up, &windows),
            power_up,
            config: ConfigSpace::new(),
            msix_bar: vec![0; MSIX_BAR_BYTES],
            windows,
            vectors: no_vectors(),
            resets: 0,
        }
    }

    /// The device, for the far end of its wire.
    pub fn device_mut(&mut self) -> &mut D {
        &mut self.device
    }

    /// Times that the client has reset the function.
    pub fn resets(&self) -> u64 {
        self.resets
    }

    /// Reads a region. What is not there reads as zeros, a BAR that is switched off as all ones.
    pub fn read(&mut self, region: u32, offset: u64, out: &mut [u8]) {
        out.fill(0);
        match region {
            VFIO_PCI_CONFIG_REGION_INDEX => self.config.read(offset, out),
            REGISTERS_BAR | MSIX_BAR if !self.config.memory_space() => out.fill(0xff),
            REGISTERS_BAR => self.read_registers(offset, out),
            MSIX_BAR => {
                if let Some(bytes) = range(offset, out.len()).and_then(|range| self.msix_bar.get(range)) {
                    out.copy_from_slice(bytes);
                }
            }
            _ => {}
        }
    }

    /// Registers are 32 bits wide; other widths get the bytes of the words they touch, each word read once.
    fn read_registers(&mut self, offset: u64, out: &mut [u8]) {
        let mut word = None;
        for (byte, at) in out.iter_mut().zip(offset..) {
            if at >= u64::from(BAR0_BYTES) {
                break;
            }
            let (register, lane) = (at as u32 & !3, at as usize & 3);
            let value = match word {
                Some((known, value)) if known == register => value,
                _ => self.device.read32(register),
            };
            word = Some((register, value));
            *byte = value.to_le_bytes()[lane];
        }
    }

    /// Writes a region. Registers take whole words only, as the core's bus does.
    pub fn write(&mut self, region: u32, offset: u64, data: &[u8]) {
        match region {
            VFIO_PCI_CONFIG_REGION_INDEX => {
                if self.config.write(offset, data) {
                    self.reset();
                }
                self.windows.set_open(self.config.bus_master());
            }
            REGISTERS_BAR if self.config.memory_space() && offset.is_multiple_of(4) => {
                let (words, _) = data.as_chunks::<4>();
                let registers = (offset..u64::from(BAR0_BYTES)).step_by(4);
                for (word, register) in words.iter().zip(registers) {
                    self.device.write32(register as u32, u32::from_le_bytes(*word));
                }
            }
            MSIX_BAR if self.config.memory_space() => {
                if let Some(bytes) = range(offset, data.len()).and_then(|range| self.msix_bar.get_mut(range))
                {
                    bytes.copy_from_slice(data);
                }
            }
            _ => {}
        }
    }

    /// Shows the device memory of the client.
    pub fn map(
        &mut self,
        iova: u64,
        bytes: u64,
        file: OwnedFd,
        offset: u64,
        writable: bool,
    ) -> io::Result<()> {
        self.windows
            .map(iova, bytes, file, offset, writable)
            .map_err(io::Error::other)
    }

    /// Takes memory back. The device's clock stands while this runs, so that no access is under way when it returns.
    pub fn unmap(&mut self, iova: u64, bytes: u64) {
        self.windows.unmap(iova, bytes);
    }

    /// Takes all memory back.
    pub fn unmap_all(&mut self) {
        self.windows.unmap_all();
    }

    /// VFIO_DEVICE_SET_IRQS: connects vectors to event descriptors, fires them, or disconnects them all.
    pub fn set_irqs(
        &mut self,
        index: u32,
        flags: u32,
        start: u32,
        count: u32,
        fds: Vec<File>,
    ) -> io::Result<()> {
        let refused = |why: &str| Err(io::Error::new(io::ErrorKind::InvalidInput, why.to_owned()));
        if index != VFIO_PCI_MSIX_IRQ_INDEX {
            // INTx, MSI and the notices have no vectors; disabling them is no error.
            return match count {
                0 => Ok(()),
                _ => refused("only MSI-X has vectors"),
            };
        }
        if flags & VFIO_IRQ_SET_ACTION_TRIGGER == 0 {
            return refused("MSI-X vectors are masked in their table, not by this request");
        }
        let Some(end) = start.checked_add(count).filter(|end| *end <= VECTORS) else {
            return refused("no such vector");
        };
        let chosen = start as usize..end as usize;
        if flags & VFIO_IRQ_SET_DATA_EVENTFD != 0 {
            let mut fds = fds.into_iter();
            self.vectors[chosen].fill_with(|| fds.next());
        } else if flags & VFIO_IRQ_SET_DATA_NONE != 0 {
            if count == 0 {
                self.vectors = no_vectors();
            }
            for vector in &self.vectors[chosen] {
                fire(vector);
            }
        }
        Ok(())
    }

    /// Function-level reset: the device is as after power-up. Its memory stays shown, as an IOMMU's mappings do; configuration space loses
    /// what was written.
    pub fn reset(&mut self) {
        self.config = ConfigSpace::new();
        self.windows.set_open(false);
        self.msix_bar.fill(0);
        self.device = attach(&mut self.power_up, &self.windows);
        self.resets += 1;
    }

    /// The client is gone: nothing of its memory and its descriptors is kept.
    pub fn disconnect(&mut self) {
        self.unmap_all();
        self.vectors = no_vectors();
        self.reset();
        self.resets = 0;
    }

    /// Lets the device run up to `now_ns` and passes its interrupts on.
    pub fn advance(&mut self, now_ns: u64) {
        self.device.advance(now_ns);
        for (number, vector) in (0..).zip(&self.vectors) {
            // Without bus mastering a function cannot send MSI-X.
            if self.device.take_interrupt(number) && self.config.bus_master() {
                fire(vector);
            }
        }
    }
}

fn no_vectors() -> Vec<Option<File>> {
    (0..VECTORS).map(|_| None).collect()
}

fn attach<D: Device>(power_up: &mut dyn FnMut() -> D, windows: &DmaWindows) -> D {
    let mut device = power_up();
    device
        .map_dma(&windows.host_memory())
        .expect("a device without memory takes memory");
    device
}

fn fire(vector: &Option<File>) {
    if let Some(mut event) = vector.as_ref() {
        // It can only fail when the counter is full, and then whoever reads it has been told already.
        let _ = event.write(&1u64.to_ne_bytes());
    }
}

fn range(offset: u64, bytes: usize) -> Option<std::ops::Range<usize>> {
    let start = usize::try_from(offset).ok()?;
    Some(start..start.checked_add(bytes)?)
}
