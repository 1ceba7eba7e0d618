//! The receive ring: entries and the buffer of frame bytes (docs/datapath.md, section 6).
use crate::device::Device;
use crate::error::{DmaError, RingError};
use crate::memory::{DmaArena, DmaRegion};
use crate::position;
use bytemuck::Zeroable;
use fixnic_abi::entry::{PHASE, PHASE_OFFSET};
use fixnic_abi::limits::{ENTRY_BYTES, GRANULE_BYTES, MAX_FRAME_BYTES};
use fixnic_abi::{reg, EntryKind, FenceEntry, FrameEntry, LossEntry, MsgEntry, ResyncEntry};
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::mem::offset_of;
use std::sync::atomic::{fence, Ordering};

/// What the core writes at once at the least: a granule is two beats (docs/datapath.md, 6.11).
const BEAT_BYTES: usize = 32;
const ENTRY_WORDS: usize = ENTRY_BYTES / size_of::<u64>();

/// One entry of the ring, as the device wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RxEntry {
    /// A FIX message with its verdict; counts when the FRAME entry after it has COMMITTED.
    Msg(MsgEntry),
    /// A frame; its bytes are read with [`RxRing::read_frame`].
    Frame(FrameEntry),
    /// A mailbox command was applied or refused here.
    Fence(FenceEntry),
    /// Frames were dropped before the next one.
    Loss(LossEntry),
    /// The core proposes a message of a session that had lost its place.
    Resync(ResyncEntry),
}

/// The host's side of one RX ring.
///
/// [`RxRing::poll`] makes no system call and takes no lock; it touches one cache line when there is nothing.
///
/// A FRAME entry may come though the write of some of the frame's bytes has failed: the core learns of that later, and stops the ring then. So the first word of
/// each beat of a granule that is the device's holds a number that nobody else knows. Where it still stands, nothing was written.
#[derive(Debug)]
pub struct RxRing {
    number: u32,
    entries: DmaRegion,
    buffer: DmaRegion,
    entry_log2: u32,
    buffer_log2: u32,
    epoch: u8,
    /// Entries and granules polled since the ring was enabled, modulo 2^16.
    consumed_entries: u16,
    consumed_granules: u16,
    /// What the device was last told of the two.
    credited: (u16, u16),
    /// Stands in each beat of the buffer that the device has not written since it was given to it.
    unwritten: u64,
}

impl RxRing {
    /// Takes the ring's memory from the arena. Both logarithms are in 7..=15, which the caller has checked.
    pub(crate) fn new(
        number: u32,
        entry_log2: u32,
        buffer_log2: u32,
        arena: &mut DmaArena,
    ) -> Result<Self, DmaError> {
        Ok(Self {
            number,
            entries: arena.allocate(ENTRY_BYTES << entry_log2, MAX_FRAME_BYTES)?,
            buffer: arena.allocate(GRANULE_BYTES << buffer_log2, MAX_FRAME_BYTES)?,
            entry_log2,
            buffer_log2,
            epoch: 0,
            consumed_entries: 0,
            consumed_granules: 0,
            credited: (0, 0),
            // Not to be guessed, so that no counterparty sends it; and not 0, with which granules are padded.
            unwritten: RandomState::new().hash_one(number) | 1,
        })
    }

    /// Enables the ring, from the first entry on, in the life `epoch` of the device.
    pub(crate) fn enable(&mut self, device: &mut impl Device, epoch: u8) {
        // Entries of an earlier life must not look like new ones.
        let zero = FrameEntry::zeroed();
        for slot in 0..1 << self.entry_log2 {
            self.entries.write(slot * ENTRY_BYTES, bytemuck::bytes_of(&zero));
        }
        self.mark_unwritten(0, 1 << self.buffer_log2);
        self.epoch = epoch;
        (self.consumed_entries, self.consumed_granules, self.credited) = (0, 0, (0, 0));
        fence(Ordering::Release);
        let (entries, buffer) = (self.entries.iova(), self.buffer.iova());
        device.write32(reg::RX_ENTRY_LO.at(self.number), entries as u32);
        device.write32(reg::RX_ENTRY_HI.at(self.number), (entries >> 32) as u32);
        device.write32(reg::RX_BUFFER_LO.at(self.number), buffer as u32);
        device.write32(reg::RX_BUFFER_HI.at(self.number), (buffer >> 32) as u32);
        use reg::field::RX_SIZE;
        let size = RX_SIZE::entry_log2.put(self.entry_log2) | RX_SIZE::buffer_log2.put(self.buffer_log2);
        device.write32(reg::RX_SIZE.at(self.number), size);
        device.write32(reg::RX_ENABLE.at(self.number), 1);
    }

    /// The next entry, if the device has written one. The room of what was polled stays the host's until
    /// [`RxRing::return_credit`].
    ///
    /// An entry that contradicts the contract is an error, and stays: the ring cannot be trusted from there on and the device has to
    /// be reset. So does a frame whose bytes were not all written, [`RingError::Unwritten`]: nothing behind it can be trusted either, and
    /// the ring is to be started anew when the core has stopped it.
    // Inlined for the same reason as `DmaRegion::read_if`.
    #[inline(always)]
    pub fn poll(&mut self) -> Result<Option<RxEntry>, RingError> {
        let slot = position::slot(self.consumed_entries, self.entry_log2);
        let phase = position::phase(self.consumed_entries, self.entry_log2);
        let Some(words) = self
            .entries
            .read_if::<ENTRY_WORDS>(slot * ENTRY_BYTES, PHASE_OFFSET, |byte| byte & PHASE == phase)
        else {
            return Ok(None);
        };
        let entry = self.decode(words)?;
        if let RxEntry::Frame(frame) = &entry {
            let after = self.granules_after(frame)?;
            self.check_written(frame.granule, after)?;
            self.consumed_granules = after;
        }
        self.consumed_entries = self.consumed_entries.wrapping_add(1);
        Ok(Some(entry))
    }

    #[inline(always)]
    fn decode(&self, words: [u64; ENTRY_WORDS]) -> Result<RxEntry, RingError> {
        // Epoch and kind stand at the same place in every entry. They are cut out of their words, so that these stay whole.
        let byte = |offset: usize| words[offset / size_of::<u64>()].to_ne_bytes()[offset % size_of::<u64>()];
        let epoch = byte(offset_of!(FrameEntry, epoch));
        if epoch != self.epoch {
            return Err(RingError::Epoch {
                ring: self.number,
                entry: self.consumed_entries,
                expected: self.epoch,
                found: epoch,
            });
        }
        let kind = byte(offset_of!(FrameEntry, kind));
        match EntryKind::from_bits(kind) {
            Some(EntryKind::Msg) => Ok(RxEntry::Msg(*bytemuck::cast_ref(&words))),
            Some(EntryKind::Frame) => Ok(RxEntry::Frame(*bytemuck::cast_ref(&words))),
            Some(EntryKind::Fence) => Ok(RxEntry::Fence(*bytemuck::cast_ref(&words))),
            Some(EntryKind::Loss) => Ok(RxEntry::Loss(*bytemuck::cast_ref(&words))),
            Some(EntryKind::Resync) => Ok(RxEntry::Resync(*bytemuck::cast_ref(&words))),
            None => Err(self.corrupt("kind", u32::from(kind), "1 to 5")),
        }
    }

    #[cold]
    fn corrupt(&self, field: &'static str, found: u32, expected: &'static str) -> RingError {
        RingError::Corrupt {
            ring: self.number,
            entry: self.consumed_entries,
            field,
            found,
            expected,
        }
    }

    /// The granule count after a frame; checks all that later accesses rely on.
    fn granules_after(&self, frame: &FrameEntry) -> Result<u16, RingError> {
        let length = usize::from(frame.length);
        if !(1..=MAX_FRAME_BYTES).contains(&length) {
            return Err(self.corrupt("FRAME.length", u32::from(frame.length), "1 to 2048"));
        }
        if usize::from(frame.payload_offset) + usize::from(frame.payload_length) > length {
            return Err(self.corrupt(
                "FRAME.payload_offset + payload_length",
                u32::from(frame.payload_offset) + u32::from(frame.payload_length),
                "at most FRAME.length",
            ));
        }
        if frame.granule != position::next_granule(self.consumed_granules, self.buffer_log2) {
            return Err(self.corrupt(
                "FRAME.granule",
                u32::from(frame.granule),
                "the granule after the frame before, or the buffer's beginning",
            ));
        }
        Ok(frame.granule.wrapping_add(length.div_ceil(GRANULE_BYTES) as u16))
    }

    /// Whether the device has written every beat of a frame's granules. Their FRAME entry was read with `Acquire`, and comes after them.
    #[inline]
    fn check_written(&self, from: u16, to: u16) -> Result<(), RingError> {
        let slot = position::slot(from, self.buffer_log2);
        // A frame does not wrap within the buffer.
        let bytes = slot * GRANULE_BYTES..(slot + usize::from(position::distance(to, from))) * GRANULE_BYTES;
        match self.buffer.find_word(bytes, BEAT_BYTES, self.unwritten) {
            Some(beat) => Err(self.not_written(slot + beat * BEAT_BYTES / GRANULE_BYTES)),
            None => Ok(()),
        }
    }

    #[cold]
    fn not_written(&self, slot: usize) -> RingError {
        RingError::Unwritten {
            ring: self.number,
            entry: self.consumed_entries,
            slot,
        }
    }

    /// Prepares the granules before count `to`, from `from` on, for the device.
    #[inline]
    fn mark_unwritten(&self, from: u16, to: u16) {
        let size = 1 << self.buffer_log2;
        let first = position::slot(from, self.buffer_log2);
        let end = first + usize::from(position::distance(to, from));
        for slots in [first..end.min(size), 0..end.saturating_sub(size)] {
            let bytes = slots.start * GRANULE_BYTES..slots.end * GRANULE_BYTES;
            self.buffer.fill_words(bytes, BEAT_BYTES, self.unwritten);
        }
    }

    /// Copies a frame's bytes to the beginning of `out` and returns how many they are. Only for a frame polled since the last
    /// [`RxRing::return_credit`]: the device reuses the room after that.
    #[inline]
    pub fn read_frame(&self, frame: &FrameEntry, out: &mut [u8; MAX_FRAME_BYTES]) -> usize {
        let length = usize::from(frame.length).min(MAX_FRAME_BYTES);
        let granule = position::slot(frame.granule, self.buffer_log2);
        self.buffer.read(granule * GRANULE_BYTES, &mut out[..length]);
        length
    }

    /// Gives the device back the room of everything polled so far: one doorbell, or none if nothing was polled.
    #[inline]
    pub fn return_credit(&mut self, device: &mut impl Device) {
        if let Some(credit) = self.take_credit() {
            ring_doorbell(device, self.number, credit);
        }
    }

    /// What the doorbell is to be told, if something was polled since the last call.
    #[inline]
    pub(crate) fn take_credit(&mut self) -> Option<u32> {
        let consumed = (self.consumed_entries, self.consumed_granules);
        if consumed == self.credited {
            return None;
        }
        self.mark_unwritten(self.credited.1, self.consumed_granules);
        self.credited = consumed;
        Some(self.credit())
    }

    /// What the doorbell was last told.
    pub(crate) fn credit(&self) -> u32 {
        use reg::field::RX_DOORBELL::{entries, granules};
        entries.put(u32::from(self.credited.0)) | granules.put(u32::from(self.credited.1))
    }

    /// Entries that the ring has room for.
    pub fn entries(&self) -> u32 {
        1 << self.entry_log2
    }

    /// Number of the ring.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The life of the device that the ring belongs to.
    pub fn epoch(&self) -> u8 {
        self.epoch
    }
}

/// Returns credit to the device.
#[inline]
pub(crate) fn ring_doorbell(device: &mut impl Device, number: u32, credit: u32) {
    // The frame bytes were read before the device may write over them.
    fence(Ordering::Release);
    device.write32(reg::RX_DOORBELL.at(number), credit);
}
