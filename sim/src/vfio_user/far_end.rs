//! What the simulated device's wire leads to.
use fixnic_abi::limits::MAX_FRAME_BYTES;
use fixnic_abi::reg::{self, field};
use fixnic_driver::{Device, Tap, Wire};
use pcap_file::pcap::PcapReader;
use pcap_file::pcapng::{Block, PcapNgReader};
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// Frames moved in one direction before the clock runs on.
const BATCH: usize = 64;
/// Longest frame taken from a TAP interface: beyond what the device takes, so that it sees long ones as such.
const TAP_FRAME_BYTES_MAX: usize = 16 * 1024;

/// The other end of the wire.
pub trait FarEnd<D> {
    /// Takes what the device has sent and gives what has come for it. Says how many frames that were. `buffer` is scratch.
    fn exchange(&mut self, device: &mut D, buffer: &mut [u8; MAX_FRAME_BYTES]) -> io::Result<usize>;
}

/// Which end the wire has, as given on the command line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum WireSetting {
    /// `none`: nobody listens and nobody sends.
    #[default]
    Unplugged,
    /// `loopback`: what the device sends comes back.
    Loopback,
    /// `tap:NAME`: a TAP interface, so that the machine's own network stack is at the other end.
    Tap(String),
    /// `pcap:FILE`: the frames of a capture (pcap or pcapng) arrive, each time that reception is switched on.
    Pcap(PathBuf),
}

impl FromStr for WireSetting {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once(':') {
            None if text == "none" => Ok(Self::Unplugged),
            None if text == "loopback" => Ok(Self::Loopback),
            // Linux, IFNAMSIZ: 15 bytes and a zero.
            Some(("tap", name)) if (1..=15).contains(&name.len()) && !name.contains('/') => {
                Ok(Self::Tap(name.to_owned()))
            }
            Some(("pcap", path)) if !path.is_empty() => Ok(Self::Pcap(path.into())),
            _ => Err(format!(
                "wire {text:?}: expected none, loopback, tap:NAME (a name of 1 to 15 bytes) or pcap:FILE"
            )),
        }
    }
}

impl fmt::Display for WireSetting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unplugged => write!(f, "none"),
            Self::Loopback => write!(f, "loopback"),
            Self::Tap(name) => write!(f, "tap:{name}"),
            Self::Pcap(path) => write!(f, "pcap:{}", path.display()),
        }
    }
}

impl WireSetting {
    /// Opens what the wire leads to.
    pub fn open<D: Device + Wire>(&self) -> io::Result<Box<dyn FarEnd<D>>> {
        Ok(match self {
            Self::Unplugged => Box::new(Unplugged),
            Self::Loopback => Box::new(Loopback),
            Self::Tap(name) => Box::new(TapEnd {
                tap: Tap::open(name).map_err(io::Error::other)?,
                received: vec![0; TAP_FRAME_BYTES_MAX],
            }),
            Self::Pcap(path) => {
                let frames = read_capture(path)
                    .map_err(|error| io::Error::new(error.kind(), format!("{self}: {error}")))?;
                Box::new(Playback { frames, next: 0 })
            }
        })
    }
}

struct Unplugged;

impl<D: Wire> FarEnd<D> for Unplugged {
    fn exchange(&mut self, device: &mut D, buffer: &mut [u8; MAX_FRAME_BYTES]) -> io::Result<usize> {
        Ok((0..BATCH)
            .take_while(|_| device.take_sent(buffer).is_some())
            .count())
    }
}

struct Loopback;

impl<D: Wire> FarEnd<D> for Loopback {
    fn exchange(&mut self, device: &mut D, buffer: &mut [u8; MAX_FRAME_BYTES]) -> io::Result<usize> {
        let mut frames = 0;
        while frames < BATCH {
            let Some(length) = device.take_sent(buffer) else {
                break;
            };
            device.deliver(&buffer[..length], true);
            frames += 1;
        }
        Ok(frames)
    }
}

struct TapEnd {
    tap: Tap,
    received: Vec<u8>,
}

impl<D: Wire> FarEnd<D> for TapEnd {
    fn exchange(&mut self, device: &mut D, buffer: &mut [u8; MAX_FRAME_BYTES]) -> io::Result<usize> {
        let mut frames = 0;
        while frames < BATCH {
            let Some(length) = self.tap.receive(&mut self.received)? else {
                break;
            };
            device.deliver(&self.received[..length], true);
            frames += 1;
        }
        while frames < 2 * BATCH {
            let Some(length) = device.take_sent(buffer) else {
                break;
            };
            // The kernel refuses frames while the interface is down or its queue is full; a wire loses them then.
            let _ = self.tap.send(&buffer[..length]);
            frames += 1;
        }
        Ok(frames)
    }
}

struct Playback {
    frames: Vec<Vec<u8>>,
    next: usize,
}

impl<D: Device + Wire> FarEnd<D> for Playback {
    fn exchange(&mut self, device: &mut D, buffer: &mut [u8; MAX_FRAME_BYTES]) -> io::Result<usize> {
        let mut frames = (0..BATCH)
            .take_while(|_| device.take_sent(buffer).is_some())
            .count();
        let control = device.read32(reg::CONTROL.at(0));
        if field::CONTROL::rx_enable.get(control) == 0 {
            self.next = 0;
        } else if let Some(frame) = self.frames.get(self.next) {
            device.deliver(frame, true);
            self.next += 1;
            frames += 1;
        }
        Ok(frames)
    }
}

/// The frames of a capture file, in either format.
fn read_capture(path: &Path) -> io::Result<Vec<Vec<u8>>> {
    /// First bytes of a pcapng file: a Section Header Block.
    const PCAPNG: [u8; 4] = [0x0a, 0x0d, 0x0d, 0x0a];
    let bytes = fs::read(path)?;
    let bad = |error| io::Error::new(io::ErrorKind::InvalidData, format!("not a capture: {error}"));
    let mut frames = Vec::new();
    if bytes.starts_with(&PCAPNG) {
        let mut reader = PcapNgReader::new(&bytes[..]).map_err(bad)?;
        while let Some(block) = reader.next_block() {
            match block.map_err(bad)? {
                Block::EnhancedPacket(packet) => frames.push(packet.data.into_owned()),
                Block::SimplePacket(packet) => frames.push(packet.data.into_owned()),
                _ => {}
            }
        }
    } else {
        let mut reader = PcapReader::new(&bytes[..]).map_err(bad)?;
        while let Some(packet) = reader.next_packet() {
            frames.push(packet.map_err(bad)?.data.into_owned());
        }
    }
    Ok(frames)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read_as_they_are_written() {
        for text in ["none", "loopback", "tap:fix0", "pcap:/tmp/a:b.pcap"] {
            assert_eq!(text.parse::<WireSetting>().unwrap().to_string(), text);
        }
        for text in [
            "",
            "tap",
            "tap:",
            "tap:a/b",
            "tap:0123456789abcdef",
            "pcap:",
            "wire",
            "loopback:1",
        ] {
            assert!(text.parse::<WireSetting>().is_err(), "{text:?}");
        }
    }
}
