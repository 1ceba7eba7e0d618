//! A function's configuration space, read once and parsed.
use crate::error::DeviceGone;
use pci_driver::config::caps::PciExpressCapability;
use pci_driver::config::PciConfig;
use pci_driver::regions::{BackedByPciSubregion, PciMemoryRegion};

/// Bytes of the conventional configuration space, capabilities included.
pub const CONFIG_BYTES: usize = 256;
/// Offset of the command register.
pub const COMMAND: u64 = 0x04;
/// Command register: the function answers to its BARs.
pub const MEMORY_SPACE: u16 = 1 << 1;
/// Command register: the function may DMA and send MSI-X.
pub const BUS_MASTER: u16 = 1 << 2;

/// The first 256 bytes.
#[derive(Debug, Clone)]
pub struct ConfigSpace {
    bytes: [u8; CONFIG_BYTES],
}

impl ConfigSpace {
    /// Parses what was read. A function that is gone reads as all ones.
    pub fn new(bytes: [u8; CONFIG_BYTES]) -> Result<Self, DeviceGone> {
        let space = Self { bytes };
        match space.word(0) {
            0xffff => Err(DeviceGone {
                register: "the vendor ID in configuration space",
                found: u32::MAX,
            }),
            _ => Ok(space),
        }
    }

    fn word(&self, at: usize) -> u16 {
        u16::from_le_bytes([self.bytes[at], self.bytes[at + 1]])
    }

    /// The command register.
    pub fn command(&self) -> u16 {
        self.word(COMMAND as usize)
    }

    /// Whether the function can be reset on its own: PCIe device capabilities, Function Level Reset.
    pub fn has_function_level_reset(&self) -> bool {
        let region = PciMemoryRegion::new(&self.bytes);
        let config = PciConfig::backed_by(&region);
        let capability = || -> std::io::Result<bool> {
            let capabilities = config.capabilities()?;
            let Some(express) = capabilities.of_type::<PciExpressCapability>()?.next() else {
                return Ok(false);
            };
            express
                .device_capabilities()
                .function_level_reset_capability()
                .read()
        };
        capability().unwrap_or(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn space(device_capabilities: u32) -> [u8; CONFIG_BYTES] {
        let mut bytes = [0; CONFIG_BYTES];
        bytes[0] = 0xee;
        bytes[6] = 0x10;
        bytes[0x34] = 0x40;
        bytes[0x40..0x44].copy_from_slice(&[0x10, 0x00, 0x02, 0x00]);
        bytes[0x44..0x48].copy_from_slice(&device_capabilities.to_le_bytes());
        bytes
    }

    #[test]
    fn reset_is_found_in_the_express_capability() {
        assert!(ConfigSpace::new(space(1 << 28))
            .unwrap()
            .has_function_level_reset());
        assert!(!ConfigSpace::new(space(!(1 << 28)))
            .unwrap()
            .has_function_level_reset());
        let mut without = space(1 << 28);
        without[6] = 0;
        assert!(!ConfigSpace::new(without).unwrap().has_function_level_reset());
        // A list that runs in a circle.
        let mut circle = space(0);
        circle[0x40..0x42].copy_from_slice(&[0x05, 0x40]);
        assert!(!ConfigSpace::new(circle).unwrap().has_function_level_reset());
    }

    #[test]
    fn an_absent_function_is_gone() {
        assert!(ConfigSpace::new([0xff; CONFIG_BYTES]).is_err());
    }
}
