//! Section 8: transmit.
use super::host::{HostPort, ReadError};
use fixnic_abi::entry::{TxCompletion, TxDescriptor};
use fixnic_abi::limits::{MAX_FRAME_BYTES, TX_ALIGN_BYTES, TX_DESCRIPTOR_BYTES};

const SIZE_LOG2_MIN: u32 = 2;
const SIZE_LOG2_MAX: u32 = 15;
const FRAME_BYTES_MIN: u32 = 14;

/// Where the TX ring lies and how large it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Geometry {
    /// Address of the descriptors.
    pub ring: u64,
    /// Address of the completion.
    pub completion: u64,
    /// Logarithm of the descriptors.
    pub log2: u32,
}

impl Geometry {
    /// Whether the core would take this size.
    pub fn valid(&self) -> bool {
        (SIZE_LOG2_MIN..=SIZE_LOG2_MAX).contains(&self.log2)
    }
}

/// What became of one descriptor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sent {
    /// The frame went out.
    Frame(Vec<u8>),
    /// Skipped for its address or length.
    BadDescriptor,
    /// Skipped because memory answered with an error.
    ReadError,
}

/// The descriptors done since the ring was enabled.
#[derive(Debug, Default)]
pub struct Transmit {
    done: u16,
}

impl Transmit {
    /// Whether the ring holds the descriptors up to `producer`.
    pub fn has_room(&self, geometry: &Geometry, producer: u16) -> bool {
        u32::from(producer.wrapping_sub(self.done)) <= 1 << geometry.log2
    }

    /// Does the descriptors up to `producer`, each with its completion.
    pub fn run(&mut self, geometry: &Geometry, producer: u16, epoch: u8, host: &mut HostPort) -> Vec<Sent> {
        let mut all = Vec::new();
        while self.done != producer {
            all.push(send(geometry, self.done, host));
            self.done = self.done.wrapping_add(1);
            let completion = TxCompletion {
                done: self.done,
                epoch,
                ..TxCompletion::default()
            };
            host.write(geometry.completion, bytemuck::bytes_of(&completion));
        }
        all
    }
}

fn send(geometry: &Geometry, index: u16, host: &HostPort) -> Sent {
    let slot = u64::from(index % (1 << geometry.log2));
    let mut bytes = [0; TX_DESCRIPTOR_BYTES];
    if host.read(geometry.ring + slot * TX_DESCRIPTOR_BYTES as u64, &mut bytes) == Err(ReadError) {
        return Sent::ReadError;
    }
    let descriptor: TxDescriptor = bytemuck::cast(bytes);
    let (address, length) = (descriptor.address, descriptor.length);
    if address % TX_ALIGN_BYTES != 0 || !(FRAME_BYTES_MIN..=MAX_FRAME_BYTES as u32).contains(&length) {
        return Sent::BadDescriptor;
    }
    let mut frame = vec![0; length as usize];
    match host.read(address, &mut frame) {
        Ok(()) => Sent::Frame(frame),
        Err(ReadError) => Sent::ReadError,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fixnic_driver::DmaArena;

    #[test]
    fn descriptors_are_done_in_order_and_bad_ones_skipped() {
        let arena = DmaArena::new(64 << 10).unwrap();
        let memory = arena.host_memory();
        let base = memory.iova();
        let geometry = Geometry {
            ring: base,
            completion: base + 0x400,
            log2: 2,
        };
        let frames = base + 0x1000;
        let mut host = HostPort::default();
        host.map(Some(memory.clone()));
        memory.write(frames, &[7; 2048]).unwrap();
        let mut transmit = Transmit::default();
        let mut send = |index: u16, address, length| {
            let descriptor = TxDescriptor {
                address,
                length,
                ..TxDescriptor::default()
            };
            memory
                .write(base + u64::from(index % 4) * 32, bytemuck::bytes_of(&descriptor))
                .unwrap();
            let sent = transmit.run(&geometry, index + 1, 3, &mut host);
            let mut completion = [0; 32];
            memory.read(geometry.completion, &mut completion).unwrap();
            assert_eq!(completion[..2], (index + 1).to_le_bytes());
            assert_eq!((completion[30], completion[31]), (3, 0));
            assert_eq!(sent.len(), 1);
            sent[0].clone()
        };
        assert_eq!(send(0, frames, 14), Sent::Frame(vec![7; 14]));
        assert_eq!(send(1, frames, 13), Sent::BadDescriptor);
        assert_eq!(send(2, frames, 2049), Sent::BadDescriptor);
        assert_eq!(send(3, frames + 1024, 64), Sent::BadDescriptor);
        assert_eq!(send(4, 0, 64), Sent::ReadError);
        assert_eq!(send(5, frames, 2048), Sent::Frame(vec![7; 2048]));
    }
}
