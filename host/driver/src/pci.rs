//! What a fixnic function is on the PCI bus: its IDs, its BARs, its address.
//!
//! Names and offsets are those of the PCI Express Base Specification, chapter 7.
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// Vendor ID. AMD's (Xilinx), whose PCIe block presents the function.
pub const VENDOR_ID: u16 = 0x10EE;
/// Device ID.
pub const DEVICE_ID: u16 = 0xF1C5;
/// Class code: Ethernet controller.
pub const CLASS_ETHERNET: u32 = 0x02_00_00;
/// BAR with the registers.
pub const REGISTERS_BAR: u32 = 0;
/// BAR with the MSI-X table and its pending bits.
pub const MSIX_BAR: u32 = 2;

/// How a device tells that something has happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Interrupts {
    /// It does not: the driver polls its rings, and [`Device::take_interrupt`](crate::Device::take_interrupt) is always false.
    #[default]
    Polled,
    /// By MSI-X, one vector each.
    MsiX,
}

/// Address of a PCI function: domain, bus, device, function.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PciAddress {
    domain: u16,
    bus: u8,
    device: u8,
    function: u8,
}

/// Not a PCI address.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{found:?} is not a PCI address: expected dddd:bb:dd.f in hexadecimal, such as 0000:03:00.0 (lspci -D shows them)")]
pub struct BadPciAddress {
    /// What was given.
    pub found: String,
}

impl FromStr for PciAddress {
    type Err = BadPciAddress;

    fn from_str(text: &str) -> Result<Self, BadPciAddress> {
        parse(text).ok_or_else(|| BadPciAddress {
            found: text.to_owned(),
        })
    }
}

fn parse(text: &str) -> Option<PciAddress> {
    fn hex(text: &str, digits: usize, max: u16) -> Option<u16> {
        let all_hex = text.len() == digits && text.bytes().all(|b| b.is_ascii_hexdigit());
        let value = u16::from_str_radix(text, 16).ok()?;
        (all_hex && value <= max).then_some(value)
    }
    // The domain may be left out, as lspci does when there is one only.
    let (domain, rest) = match text.matches(':').count() {
        1 => ("0000", text),
        _ => text.split_once(':')?,
    };
    let (bus, rest) = rest.split_once(':')?;
    let (device, function) = rest.split_once('.')?;
    Some(PciAddress {
        domain: hex(domain, 4, u16::MAX)?,
        bus: hex(bus, 2, 0xff)? as u8,
        device: hex(device, 2, 0x1f)? as u8,
        function: hex(function, 1, 7)? as u8,
    })
}

impl fmt::Display for PciAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            domain,
            bus,
            device,
            function,
        } = self;
        write!(f, "{domain:04x}:{bus:02x}:{device:02x}.{function:x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_as_linux_writes_them() {
        for text in ["0000:03:00.0", "00ff:ff:1f.7"] {
            assert_eq!(text.parse::<PciAddress>().unwrap().to_string(), text);
        }
        assert_eq!(
            "03:00.1".parse::<PciAddress>().unwrap().to_string(),
            "0000:03:00.1"
        );
        assert_eq!(
            "0000:AF:00.0".parse::<PciAddress>().unwrap().to_string(),
            "0000:af:00.0"
        );
        for text in [
            "",
            "03",
            "03:00",
            "0000:03:00",
            "000:03:00.0",
            "0000:03:20.0",
            "0000:03:00.8",
            "0000:03:00.0 ",
            "0000:+3:00.0",
            "../03:00.0",
            "0:0000:03:00.0",
        ] {
            assert!(text.parse::<PciAddress>().is_err(), "{text:?}");
        }
    }
}
