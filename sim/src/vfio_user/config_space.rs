//! Configuration space of the simulated function.
//!
//! Layout and names: PCI Express Base Specification 5.0, chapter 7. Two capabilities: MSI-X and PCI Express with Function Level Reset.
use fixnic_driver::device::VECTORS;
use fixnic_driver::pci::{CLASS_ETHERNET, DEVICE_ID, MSIX_BAR, VENDOR_ID};

/// Bytes of the space: the extended one is there and empty.
pub const CONFIG_BYTES: usize = 4096;
/// Bytes of the BAR with the MSI-X table.
pub const MSIX_BAR_BYTES: usize = 0x1000;

const COMMAND: usize = 0x04;
const MEMORY_SPACE: u16 = 1 << 1;
const BUS_MASTER: u16 = 1 << 2;
const INTERRUPT_DISABLE: u16 = 1 << 10;
const STATUS: usize = 0x06;
const CAPABILITIES_LIST: u16 = 1 << 4;
const CLASS_AND_REVISION: usize = 0x08;
const BAR0: usize = 0x10;
const MEMORY_BAR_64: u32 = 0b100;
/// Both BARs are of 4 KiB.
const BAR_MASK: u64 = !0xfff;
const SUBSYSTEM: usize = 0x2c;
const CAPABILITIES: usize = 0x34;
const INTERRUPT_LINE: usize = 0x3c;

const MSIX: usize = 0x40;
const MSIX_ID: u8 = 0x11;
const MSIX_CONTROL: usize = MSIX + 2;
/// MSI-X Enable and Function Mask.
const MSIX_WRITABLE: u16 = 0xc000;
/// Where the pending bits lie in the BAR, behind the table.
const PENDING_BITS: u32 = 0x800;

const EXPRESS: usize = 0x60;
const EXPRESS_ID: u8 = 0x10;
/// Version 2 of the capability, a PCI Express endpoint.
const EXPRESS_ENDPOINT_V2: u16 = 0x0002;
const DEVICE_CAPABILITIES: usize = EXPRESS + 4;
const ROLE_BASED_ERRORS: u32 = 1 << 15;
const FUNCTION_LEVEL_RESET: u32 = 1 << 28;
const DEVICE_CONTROL: usize = EXPRESS + 8;
/// Writing 1 resets the function; reads as 0.
const INITIATE_RESET: u16 = 1 << 15;

/// The space, and which of its bits can be written.
#[derive(Debug, Clone)]
pub struct ConfigSpace {
    bytes: Vec<u8>,
    writable: Vec<u8>,
}

impl ConfigSpace {
    /// As after power-up.
    pub fn new() -> Self {
        let mut space = Self {
            bytes: vec![0; CONFIG_BYTES],
            writable: vec![0; CONFIG_BYTES],
        };
        space.put(0, &VENDOR_ID.to_le_bytes());
        space.put(2, &DEVICE_ID.to_le_bytes());
        space.allow(
            COMMAND,
            &(MEMORY_SPACE | BUS_MASTER | INTERRUPT_DISABLE).to_le_bytes(),
        );
        space.put(STATUS, &CAPABILITIES_LIST.to_le_bytes());
        space.put(CLASS_AND_REVISION, &(CLASS_ETHERNET << 8).to_le_bytes());
        for bar in [BAR0, BAR0 + 4 * MSIX_BAR as usize] {
            space.put(bar, &MEMORY_BAR_64.to_le_bytes());
            space.allow(bar, &BAR_MASK.to_le_bytes());
        }
        space.put(SUBSYSTEM, &VENDOR_ID.to_le_bytes());
        space.put(SUBSYSTEM + 2, &DEVICE_ID.to_le_bytes());
        space.put(CAPABILITIES, &[MSIX as u8]);
        space.allow(INTERRUPT_LINE, &[0xff]);

        space.put(MSIX, &[MSIX_ID, EXPRESS as u8]);
        space.put(MSIX_CONTROL, &(VECTORS as u16 - 1).to_le_bytes());
        space.allow(MSIX_CONTROL, &MSIX_WRITABLE.to_le_bytes());
        space.put(MSIX + 4, &MSIX_BAR.to_le_bytes());
        space.put(MSIX + 8, &(PENDING_BITS | MSIX_BAR).to_le_bytes());

        space.put(EXPRESS, &[EXPRESS_ID, 0]);
        space.put(EXPRESS + 2, &EXPRESS_ENDPOINT_V2.to_le_bytes());
        space.put(
            DEVICE_CAPABILITIES,
            &(ROLE_BASED_ERRORS | FUNCTION_LEVEL_RESET).to_le_bytes(),
        );
        space.allow(DEVICE_CONTROL, &(!INITIATE_RESET).to_le_bytes());
        space
    }

    fn put(&mut self, at: usize, bytes: &[u8]) {
        self.bytes[at..at + bytes.len()].copy_from_slice(bytes);
    }

    fn allow(&mut self, at: usize, mask: &[u8]) {
        self.writable[at..at + mask.len()].copy_from_slice(mask);
    }

    fn word(&self, at: usize) -> u16 {
        u16::from_le_bytes([self.bytes[at], self.bytes[at + 1]])
    }

    /// Reads bytes; behind the end, zeros.
    pub fn read(&self, offset: u64, out: &mut [u8]) {
        out.fill(0);
        let bytes = self.bytes.get(start(offset)..).unwrap_or_default();
        for (to, from) in out.iter_mut().zip(bytes) {
            *to = *from;
        }
    }

    /// Writes the bits that can be written. Says whether the write asks for a function-level reset.
    pub fn write(&mut self, offset: u64, data: &[u8]) -> bool {
        let mut reset = false;
        for (&byte, at) in data.iter().zip(start(offset)..CONFIG_BYTES) {
            let mask = self.writable[at];
            self.bytes[at] = self.bytes[at] & !mask | byte & mask;
            reset |= at == DEVICE_CONTROL + 1 && byte & (INITIATE_RESET >> 8) as u8 != 0;
        }
        reset
    }

    /// Whether the BARs answer.
    pub fn memory_space(&self) -> bool {
        self.word(COMMAND) & MEMORY_SPACE != 0
    }

    /// Whether the function may DMA.
    pub fn bus_master(&self) -> bool {
        self.word(COMMAND) & BUS_MASTER != 0
    }
}

/// The offset as an index, at most the end.
fn start(offset: u64) -> usize {
    offset.min(CONFIG_BYTES as u64) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<const N: usize>(space: &ConfigSpace, offset: usize) -> [u8; N] {
        let mut out = [0xaa; N];
        space.read(offset as u64, &mut out);
        out
    }

    #[test]
    fn the_capability_list_holds_msix_and_express_and_ends() {
        let space = ConfigSpace::new();
        let mut at = read::<1>(&space, CAPABILITIES)[0];
        let mut ids = Vec::new();
        while at != 0 {
            let [id, next] = read(&space, at.into());
            ids.push(id);
            at = next;
            assert!(ids.len() < 10, "the list does not end");
        }
        assert_eq!(ids, [MSIX_ID, EXPRESS_ID]);
    }

    #[test]
    fn bars_are_sized_by_writing_ones() {
        let mut space = ConfigSpace::new();
        for bar in [BAR0, BAR0 + 8] {
            assert!(!space.write(bar as u64, &[0xff; 8]));
            let found = u64::from_le_bytes(read(&space, bar));
            assert_eq!(!(found & !0xf) + 1, 0x1000);
            assert_eq!(found & 0xf, u64::from(MEMORY_BAR_64));
        }
        // BAR4 is none.
        space.write(BAR0 as u64 + 16, &[0xff; 8]);
        assert_eq!(read::<8>(&space, BAR0 + 16), [0; 8]);
    }

    #[test]
    fn identity_and_capabilities_cannot_be_written() {
        let mut space = ConfigSpace::new();
        let before: [u8; 4] = read(&space, 0);
        space.write(0, &[0; 4]);
        assert_eq!(read::<4>(&space, 0), before);
        space.write(MSIX as u64, &[0; 12]);
        assert_eq!(read::<1>(&space, MSIX), [MSIX_ID]);
        assert_eq!(u16::from_le_bytes(read(&space, MSIX_CONTROL)), VECTORS as u16 - 1);
    }

    #[test]
    fn reset_is_asked_for_by_one_bit() {
        let mut space = ConfigSpace::new();
        assert!(!space.write(DEVICE_CONTROL as u64, &0x7fffu16.to_le_bytes()));
        assert!(space.write(DEVICE_CONTROL as u64, &INITIATE_RESET.to_le_bytes()));
        assert!(space.write(DEVICE_CONTROL as u64 + 1, &[0x80]));
        assert_eq!(
            u16::from_le_bytes(read(&space, DEVICE_CONTROL)) & INITIATE_RESET,
            0
        );
    }

    #[test]
    fn nothing_lies_behind_the_end() {
        let mut space = ConfigSpace::new();
        assert!(!space.write(CONFIG_BYTES as u64 - 1, &[0xff; 8]));
        assert!(!space.write(u64::MAX, &[0xff; 8]));
        let mut out = [0xff; 4];
        space.read(u64::MAX - 1, &mut out);
        space.read(CONFIG_BYTES as u64 - 2, &mut out);
        assert_eq!(out, [0; 4]);
    }
}
