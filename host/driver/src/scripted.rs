//! A scripted device for the driver's own tests: it keeps registers, and writes into the rings exactly what a test tells it
//! to, byte by byte if need be. It knows nothing of frames or FIX; that is what the golden model is for.
use crate::device::Device;
use crate::error::DmaError;
use crate::memory::HostMemory;
use crate::wire::Wire;
use bytemuck::{bytes_of, Pod};
use fixnic_abi::entry::{TxCompletion, TxDescriptor};
use fixnic_abi::limits::{ENTRY_BYTES, GRANULE_BYTES};
use fixnic_abi::reg::{self, field, BAR0_BYTES};
use fixnic_abi::{EntryKind, FenceEntry, FrameEntry, MsgEntry};
use std::collections::VecDeque;
use std::ops::Range;

pub struct ScriptedDevice {
    pub registers: Vec<u32>,
    pub memory: Option<HostMemory>,
    /// Every register write, in order.
    pub writes: Vec<(u32, u32)>,
    /// Every read gives all ones.
    pub gone: bool,
    /// CONTROL.reset never clears.
    pub stuck: bool,
    /// Entries and granules written since the ring was enabled.
    pub entries: u16,
    pub granules: u16,
    pub sent: VecDeque<Vec<u8>>,
}

impl Default for ScriptedDevice {
    fn default() -> Self {
        let mut registers = vec![0; BAR0_BYTES as usize / 4];
        for register in reg::ALL {
            for i in 0..register.count {
                registers[register.at(i) as usize / 4] = register.reset;
            }
        }
        Self {
            registers,
            memory: None,
            writes: Vec::new(),
            gone: false,
            stuck: false,
            entries: 0,
            granules: 0,
            sent: VecDeque::new(),
        }
    }
}

impl ScriptedDevice {
    pub fn register(&mut self, register: &reg::Register) -> &mut u32 {
        &mut self.registers[register.offset as usize / 4]
    }

    fn address(&mut self, low: &reg::Register, high: &reg::Register) -> u64 {
        u64::from(*self.register(high)) << 32 | u64::from(*self.register(low))
    }

    pub fn epoch(&mut self) -> u8 {
        *self.register(&reg::EPOCH) as u8
    }

    /// Address of the next entry, and the phase it must have.
    pub fn next_entry(&mut self) -> (u64, u8) {
        let log2 = field::RX_SIZE::entry_log2.get(*self.register(&reg::RX_SIZE));
        let slot = u64::from(self.entries) % (1 << log2);
        let phase = 1 ^ (self.entries >> log2) as u8 & 1;
        (
            self.address(&reg::RX_ENTRY_LO, &reg::RX_ENTRY_HI) + slot * ENTRY_BYTES as u64,
            phase,
        )
    }

    pub fn write(&self, iova: u64, bytes: &[u8]) {
        self.memory.as_ref().unwrap().write(iova, bytes).unwrap();
    }

    /// Writes an entry with this life's epoch and the right phase.
    pub fn push(&mut self, entry: impl Pod) {
        let (at, phase) = self.next_entry();
        let mut bytes = bytes_of(&entry).to_vec();
        bytes[30] = self.epoch();
        bytes[31] = phase;
        self.write(at, &bytes);
        self.entries = self.entries.wrapping_add(1);
    }

    /// Where the next frame goes (docs/datapath.md, 6.3).
    pub fn next_granule(&mut self) -> u16 {
        let size = 1u32 << field::RX_SIZE::buffer_log2.get(*self.register(&reg::RX_SIZE));
        let at = u32::from(self.granules);
        if at % size + 32 > size {
            (at.div_ceil(size) * size) as u16
        } else {
            at as u16
        }
    }

    /// Writes a frame's bytes and its FRAME entry.
    pub fn push_frame(&mut self, frame: &[u8]) -> FrameEntry {
        self.push_frame_without(frame, 0..0)
    }

    /// The same, but for these bytes of the frame's granules, whose write fails.
    pub fn push_frame_without(&mut self, frame: &[u8], missing: Range<usize>) -> FrameEntry {
        let granule = self.next_granule();
        let size = 1u64 << field::RX_SIZE::buffer_log2.get(*self.register(&reg::RX_SIZE));
        let at = self.address(&reg::RX_BUFFER_LO, &reg::RX_BUFFER_HI)
            + u64::from(granule) % size * GRANULE_BYTES as u64;
        let mut granules = frame.to_vec();
        granules.resize(frame.len().next_multiple_of(GRANULE_BYTES), 0);
        self.write(at, &granules[..missing.start]);
        self.write(at + missing.end as u64, &granules[missing.end..]);
        self.granules = granule.wrapping_add(frame.len().div_ceil(GRANULE_BYTES) as u16);
        let entry = frame_entry(granule, frame.len());
        self.push(entry);
        entry
    }

    /// Answers the command in the mailbox.
    pub fn push_fence(&mut self, result: u8) {
        let entry = FenceEntry {
            kind: EntryKind::Fence as u8,
            result,
            op: *self.register(&reg::CMD_GO) as u8,
            session: *self.register(&reg::CMD_SESSION) as u16,
            tag: *self.register(&reg::CMD_TAG),
            ..FenceEntry::default()
        };
        self.push(entry);
    }

    /// Sends every frame announced, and writes the completion.
    pub fn transmit(&mut self) {
        let memory = self.memory.clone().unwrap();
        let ring = self.address(&reg::TX_RING_LO, &reg::TX_RING_HI);
        let size = 1u64 << *self.register(&reg::TX_SIZE);
        let announced = *self.register(&reg::TX_DOORBELL) as u16;
        let mut done = self.sent_count();
        while done != announced {
            let mut descriptor = TxDescriptor::default();
            let at = ring + u64::from(done) % size * ENTRY_BYTES as u64;
            memory.read(at, bytemuck::bytes_of_mut(&mut descriptor)).unwrap();
            let mut frame = vec![0; descriptor.length as usize];
            memory.read(descriptor.address, &mut frame).unwrap();
            self.sent.push_back(frame);
            done = done.wrapping_add(1);
        }
        self.complete(done);
    }

    fn sent_count(&mut self) -> u16 {
        let at = self.address(&reg::TX_COMPLETION_LO, &reg::TX_COMPLETION_HI);
        let mut bytes = [0; 2];
        self.memory.as_ref().unwrap().read(at, &mut bytes).unwrap();
        u16::from_le_bytes(bytes)
    }

    /// Writes a TX completion.
    pub fn complete(&mut self, done: u16) {
        let at = self.address(&reg::TX_COMPLETION_LO, &reg::TX_COMPLETION_HI);
        let completion = TxCompletion {
            done,
            epoch: self.epoch(),
            ..TxCompletion::default()
        };
        self.write(at, bytes_of(&completion));
    }

    /// Values written to a register so far.
    pub fn written(&self, register: &reg::Register) -> Vec<u32> {
        self.writes
            .iter()
            .filter(|(offset, _)| *offset == register.offset)
            .map(|(_, value)| *value)
            .collect()
    }
}

/// A FRAME entry of a frame without a session.
pub fn frame_entry(granule: u16, length: usize) -> FrameEntry {
    FrameEntry {
        kind: EntryKind::Frame as u8,
        granule,
        length: length as u16,
        ..FrameEntry::default()
    }
}

/// A MSG entry that can be told from others by `tcp_seq`.
pub fn msg_entry(tcp_seq: u32) -> MsgEntry {
    MsgEntry {
        kind: EntryKind::Msg as u8,
        tcp_seq,
        ..MsgEntry::default()
    }
}

impl Device for ScriptedDevice {
    fn read32(&mut self, offset: u32) -> u32 {
        if self.gone {
            return u32::MAX;
        }
        self.registers[offset as usize / 4]
    }

    fn write32(&mut self, offset: u32, value: u32) {
        self.writes.push((offset, value));
        self.registers[offset as usize / 4] = value;
        if offset == reg::CONTROL.offset && field::CONTROL::reset.get(value) == 1 && !self.stuck {
            *self.register(&reg::CONTROL) = 0;
            *self.register(&reg::EPOCH) += 1;
            (self.entries, self.granules) = (0, 0);
        }
    }

    fn map_dma(&mut self, memory: &HostMemory) -> Result<(), DmaError> {
        self.memory = Some(memory.clone());
        Ok(())
    }

    fn unmap_dma(&mut self, iova: u64) {
        self.memory.take_if(|memory| memory.iova() == iova);
    }

    fn take_interrupt(&mut self, _vector: u32) -> bool {
        false
    }

    fn advance(&mut self, _now_ns: u64) {}
}

impl Wire for ScriptedDevice {
    fn deliver(&mut self, frame: &[u8], _fcs_good: bool) {
        self.push_frame(frame);
    }

    fn take_sent(&mut self, buffer: &mut [u8]) -> Option<usize> {
        let frame = self.sent.pop_front()?;
        let length = frame.len().min(buffer.len());
        buffer[..length].copy_from_slice(&frame[..length]);
        Some(length)
    }
}
