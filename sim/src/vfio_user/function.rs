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

    /// The client's memory, as far as it has shown it.
    pub fn windows(&self) -> &DmaWindows {
        &self.windows
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
        for (byte, at) in out.iter_mut().zip(offset..u64::from(BAR0_BYTES)) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::GoldenDevice;
    use fixnic_abi::counter::Counter;
    use fixnic_abi::reg;
    use fixnic_driver::DmaArena;
    use rustix::event::{eventfd, EventfdFlags};

    const COMMAND: u64 = 4;
    const MEMORY_AND_MASTER: u8 = 0b110;
    const MEMORY_ONLY: u8 = 0b010;
    /// PCIe device control, its high byte, and the bit in it that resets the function.
    const DEVICE_CONTROL_HIGH: u64 = 0x69;
    const INITIATE_RESET: u8 = 0x80;
    const ALL_ONES: u32 = u32::MAX;

    fn function(command: u8) -> PciFunction<GoldenDevice> {
        let mut function = PciFunction::new(Box::new(GoldenDevice::new));
        function.write(VFIO_PCI_CONFIG_REGION_INDEX, COMMAND, &[command]);
        function
    }

    fn read32(function: &mut PciFunction<GoldenDevice>, offset: u32) -> u32 {
        let mut bytes = [0; 4];
        function.read(REGISTERS_BAR, offset.into(), &mut bytes);
        u32::from_le_bytes(bytes)
    }

    fn write32(function: &mut PciFunction<GoldenDevice>, offset: u32, value: u32) {
        function.write(REGISTERS_BAR, offset.into(), &value.to_le_bytes());
    }

    fn read_errors(function: &mut PciFunction<GoldenDevice>) -> u32 {
        write32(function, reg::STAT_LATCH.at(0), 1);
        read32(function, reg::STAT_LO.at(Counter::AxiReadError as u32))
    }

    /// Has the device fetch one descriptor, which is one read of host memory.
    fn fetch_descriptor(function: &mut PciFunction<GoldenDevice>, iova: u64) {
        write32(function, reg::CONTROL.at(0), 0);
        write32(function, reg::TX_RING_LO.at(0), iova as u32);
        write32(function, reg::TX_RING_HI.at(0), (iova >> 32) as u32);
        write32(function, reg::TX_COMPLETION_LO.at(0), iova as u32 + 0x800);
        write32(function, reg::TX_COMPLETION_HI.at(0), (iova >> 32) as u32);
        write32(function, reg::TX_SIZE.at(0), 4);
        write32(
            function,
            reg::CONTROL.at(0),
            reg::field::CONTROL::tx_enable.put(1),
        );
        write32(function, reg::TX_DOORBELL.at(0), 1);
        function.advance(1_000_000);
    }

    #[test]
    fn registers_answer_when_memory_space_is_on() {
        assert_eq!(read32(&mut function(0), reg::ID.at(0)), ALL_ONES);
        let mut function = function(MEMORY_ONLY);
        assert_eq!(read32(&mut function, reg::ID.at(0)), fixnic_abi::ID);
        // Any width, from any byte; nothing behind the end.
        let mut bytes = [0xaa; 3];
        function.read(REGISTERS_BAR, u64::from(reg::ID.at(0)) + 1, &mut bytes);
        assert_eq!(bytes, fixnic_abi::ID.to_le_bytes()[1..]);
        function.read(REGISTERS_BAR, u64::MAX - 1, &mut bytes);
        assert_eq!(bytes, [0; 3]);
        function.write(REGISTERS_BAR, u64::MAX - 3, &[1; 4]);
    }

    #[test]
    fn dma_needs_bus_mastering_and_a_mapping() {
        let arena = DmaArena::new(4096).unwrap();
        let memory = arena.host_memory();
        let file = memory.arena_pages().unwrap().file.try_clone_to_owned().unwrap();
        let mut function = function(MEMORY_ONLY);
        function
            .map(0x10_0000, memory.len() as u64, file, 0, true)
            .unwrap();
        fetch_descriptor(&mut function, 0x10_0000);
        assert_eq!(read_errors(&mut function), 1, "no bus master");
        function.write(VFIO_PCI_CONFIG_REGION_INDEX, COMMAND, &[MEMORY_AND_MASTER]);
        fetch_descriptor(&mut function, 0x10_0000);
        assert_eq!(read_errors(&mut function), 1, "mapped, and bus master");
        function.unmap(0x10_0000, 1);
        fetch_descriptor(&mut function, 0x10_0000);
        assert_eq!(read_errors(&mut function), 2, "no longer mapped");
    }

    #[test]
    fn a_function_level_reset_gives_a_device_as_after_power_up() {
        let mut function = function(MEMORY_AND_MASTER);
        write32(&mut function, reg::SCRATCH.at(0), 7);
        function.write(
            VFIO_PCI_CONFIG_REGION_INDEX,
            DEVICE_CONTROL_HIGH,
            &[INITIATE_RESET],
        );
        assert_eq!(function.resets(), 1);
        assert_eq!(
            read32(&mut function, reg::SCRATCH.at(0)),
            ALL_ONES,
            "memory space is off again"
        );
        function.write(VFIO_PCI_CONFIG_REGION_INDEX, COMMAND, &[MEMORY_AND_MASTER]);
        assert_eq!(read32(&mut function, reg::SCRATCH.at(0)), 0);
        assert_eq!(read32(&mut function, reg::EPOCH.at(0)), 1);
    }

    #[test]
    fn vectors_reach_their_descriptors_until_they_are_taken_back() {
        let mut function = function(MEMORY_AND_MASTER);
        let events: Vec<_> = (0..VECTORS)
            .map(|_| eventfd(0, EventfdFlags::CLOEXEC | EventfdFlags::NONBLOCK).unwrap())
            .collect();
        let clones = events
            .iter()
            .map(|fd| File::from(fd.try_clone().unwrap()))
            .collect();
        let fired = |vector: usize| rustix::io::read(&events[vector], &mut [0; 8]).is_ok();
        let msix = VFIO_PCI_MSIX_IRQ_INDEX;
        let by_fd = VFIO_IRQ_SET_ACTION_TRIGGER | VFIO_IRQ_SET_DATA_EVENTFD;
        let by_hand = VFIO_IRQ_SET_ACTION_TRIGGER | VFIO_IRQ_SET_DATA_NONE;
        function.set_irqs(msix, by_fd, 0, VECTORS, clones).unwrap();
        function.set_irqs(msix, by_hand, 2, 1, Vec::new()).unwrap();
        assert!(fired(2) && !fired(1) && !fired(3));
        // The device's own: an address that is not mapped raises the error vector.
        write32(&mut function, reg::IRQ_ARM.at(0), 1 << 5);
        fetch_descriptor(&mut function, 0x9999_0000);
        assert!(fired(5));
        function.set_irqs(msix, by_hand, 0, 0, Vec::new()).unwrap();
        function.set_irqs(msix, by_hand, 2, 1, Vec::new()).unwrap();
        assert!(!fired(2), "taken back");
        for (start, count) in [(VECTORS, 1), (0, VECTORS + 1), (u32::MAX, 2)] {
            assert!(function
                .set_irqs(msix, by_hand, start, count, Vec::new())
                .is_err());
        }
        assert!(function.set_irqs(0, by_hand, 0, 1, Vec::new()).is_err(), "INTx");
    }
}
