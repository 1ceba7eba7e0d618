//! A wrapper around a device that shows every entry of RX ring 0 to an observer, before the driver sees it: for captures,
//! demonstrations and tests.
//!
//! It finds the ring by watching the driver's register writes and reads it as the driver would, with a position of its
//! own. It looks after each [`Device::advance`], so it suits in-process devices.
use crate::{Device, DmaError, HostMemory, Wire};
use fixnic_abi::entry::PHASE;
use fixnic_abi::limits::{ENTRY_BYTES, GRANULE_BYTES, MAX_FRAME_BYTES};
use fixnic_abi::{reg, EntryKind, FenceEntry, FrameEntry, LossEntry, MsgEntry, ResyncEntry};

/// Receives what the ring shows, in the order of the ring.
pub trait Observer {
    /// A frame, the MSG entries that came before it, and its bytes.
    fn frame(&mut self, frame: &FrameEntry, messages: &[MsgEntry], bytes: &[u8]);
    /// A command took effect or was refused.
    fn fence(&mut self, _fence: &FenceEntry) {}
    /// Frames were dropped.
    fn loss(&mut self, _loss: &LossEntry) {}
    /// A message of a session that had lost its place is proposed.
    fn resync(&mut self, _proposal: &ResyncEntry) {}
}

/// A device under observation. See the [module](self).
#[derive(Debug)]
pub struct Traced<D, O> {
    device: D,
    observer: O,
    memory: Option<HostMemory>,
    entries_iova: u64,
    buffer_iova: u64,
    size: u32,
    enabled: bool,
    /// Entries seen since the ring was enabled.
    seen: u64,
    messages: Vec<MsgEntry>,
    frame: Box<[u8; MAX_FRAME_BYTES]>,
}

impl<D: Device, O: Observer> Traced<D, O> {
    /// Wraps a device before the driver opens it.
    pub fn new(device: D, observer: O) -> Self {
        Traced {
            device,
            observer,
            memory: None,
            entries_iova: 0,
            buffer_iova: 0,
            size: 0,
            enabled: false,
            seen: 0,
            messages: Vec::new(),
            frame: Box::new([0; MAX_FRAME_BYTES]),
        }
    }

    /// The device inside.
    pub fn device_mut(&mut self) -> &mut D {
        &mut self.device
    }

    /// The observer.
    pub fn observer(&self) -> &O {
        &self.observer
    }

    fn look(&mut self) {
        let Some(memory) = self.memory.as_ref().filter(|_| self.enabled) else {
            return;
        };
        let entry_log2 = reg::field::RX_SIZE::entry_log2.get(self.size);
        let granules = 1u64 << reg::field::RX_SIZE::buffer_log2.get(self.size);
        loop {
            let slot = self.seen & ((1 << entry_log2) - 1);
            let phase = u8::from(self.seen >> entry_log2 & 1 == 0);
            let mut entry = [0; ENTRY_BYTES];
            if memory
                .read(self.entries_iova + slot * ENTRY_BYTES as u64, &mut entry)
                .is_err()
                || entry[ENTRY_BYTES - 1] & PHASE != phase
            {
                return;
            }
            self.seen += 1;
            match EntryKind::from_bits(entry[0]) {
                Some(EntryKind::Msg) => self.messages.push(bytemuck::pod_read_unaligned(&entry)),
                Some(EntryKind::Frame) => {
                    let frame: FrameEntry = bytemuck::pod_read_unaligned(&entry);
                    let granule = u64::from(frame.granule) & (granules - 1);
                    let bytes = &mut self.frame[..usize::from(frame.length).min(MAX_FRAME_BYTES)];
                    if memory
                        .read(self.buffer_iova + granule * GRANULE_BYTES as u64, bytes)
                        .is_ok()
                    {
                        self.observer.frame(&frame, &self.messages, bytes);
                    }
                    self.messages.clear();
                }
                Some(EntryKind::Fence) => self.observer.fence(&bytemuck::pod_read_unaligned(&entry)),
                Some(EntryKind::Loss) => self.observer.loss(&bytemuck::pod_read_unaligned(&entry)),
                Some(EntryKind::Resync) => self.observer.resync(&bytemuck::pod_read_unaligned(&entry)),
                None => {}
            }
        }
    }
}

fn set_half(address: &mut u64, high: bool, value: u32) {
    let shift = 32 * u32::from(high);
    *address = *address & !(u64::from(u32::MAX) << shift) | u64::from(value) << shift;
}

impl<D: Device, O: Observer> Device for Traced<D, O> {
    fn read32(&mut self, offset: u32) -> u32 {
        self.device.read32(offset)
    }

    fn write32(&mut self, offset: u32, value: u32) {
        if offset == reg::RX_ENTRY_LO.at(0) || offset == reg::RX_ENTRY_HI.at(0) {
            set_half(&mut self.entries_iova, offset == reg::RX_ENTRY_HI.at(0), value);
        } else if offset == reg::RX_BUFFER_LO.at(0) || offset == reg::RX_BUFFER_HI.at(0) {
            set_half(&mut self.buffer_iova, offset == reg::RX_BUFFER_HI.at(0), value);
        } else if offset == reg::RX_SIZE.at(0) {
            self.size = value;
        } else if offset == reg::RX_ENABLE.at(0) {
            self.seen = if self.enabled { self.seen } else { 0 };
            self.enabled = value & 1 != 0;
        }
        self.device.write32(offset, value);
    }

    fn map_dma(&mut self, memory: &HostMemory) -> Result<(), DmaError> {
        self.memory = Some(memory.clone());
        self.device.map_dma(memory)
    }

    fn unmap_dma(&mut self, iova: u64) {
        self.memory = None;
        self.device.unmap_dma(iova);
    }

    fn take_interrupt(&mut self, vector: u32) -> bool {
        self.device.take_interrupt(vector)
    }

    fn advance(&mut self, now_ns: u64) {
        self.device.advance(now_ns);
        self.look();
    }
}

impl<D: Wire, O> Wire for Traced<D, O> {
    fn deliver(&mut self, frame: &[u8], fcs_good: bool) {
        self.device.deliver(frame, fcs_good);
    }

    fn take_sent(&mut self, buffer: &mut [u8]) -> Option<usize> {
        self.device.take_sent(buffer)
    }
}
