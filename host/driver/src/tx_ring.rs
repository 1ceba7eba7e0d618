//! The transmit ring: descriptors, one slot of frame bytes each, and the completion (docs/datapath.md, section 8).
use crate::device::Device;
use crate::error::{DmaError, RingError, SendError};
use crate::memory::{DmaArena, DmaRegion};
use crate::position::{distance, slot};
use bytemuck::Zeroable;
use fixnic_abi::entry::{TxCompletion, TxDescriptor};
use fixnic_abi::limits::{MAX_FRAME_BYTES, TX_ALIGN_BYTES, TX_DESCRIPTOR_BYTES};
use fixnic_abi::reg;
use std::sync::atomic::{fence, Ordering};

/// Shortest frame that the core sends: an Ethernet header.
pub const FRAME_BYTES_MIN: usize = 14;

const COMPLETION_BYTES: usize = size_of::<TxCompletion>();

/// The host's side of the TX ring.
///
/// Each descriptor owns one 2,048-byte slot. A frame is copied there once; the doorbell is rung once a batch.
#[derive(Debug)]
pub struct TxRing {
    descriptors: DmaRegion,
    slots: DmaRegion,
    completion: DmaRegion,
    log2: u32,
    epoch: u8,
    /// Frames queued since the ring was enabled, frames the device was told of, frames it has done; modulo 2^16.
    queued: u16,
    announced: u16,
    done: u16,
}

impl TxRing {
    /// Takes the ring's memory from the arena. `log2` is in 2..=15, which the caller has checked.
    pub(crate) fn new(log2: u32, arena: &mut DmaArena) -> Result<Self, DmaError> {
        Ok(Self {
            descriptors: arena.allocate(TX_DESCRIPTOR_BYTES << log2, MAX_FRAME_BYTES)?,
            slots: arena.allocate(MAX_FRAME_BYTES << log2, TX_ALIGN_BYTES as usize)?,
            completion: arena.allocate(COMPLETION_BYTES, 64)?,
            log2,
            epoch: 0,
            queued: 0,
            announced: 0,
            done: 0,
        })
    }

    /// Sets the ring up in the life `epoch` of the device; CONTROL.tx_enable starts it.
    pub(crate) fn enable(&mut self, device: &mut impl Device, epoch: u8) {
        self.completion
            .write(0, bytemuck::bytes_of(&TxCompletion::zeroed()));
        self.epoch = epoch;
        (self.queued, self.announced, self.done) = (0, 0, 0);
        fence(Ordering::Release);
        let (ring, completion) = (self.descriptors.iova(), self.completion.iova());
        device.write32(reg::TX_RING_LO.at(0), ring as u32);
        device.write32(reg::TX_RING_HI.at(0), (ring >> 32) as u32);
        device.write32(reg::TX_COMPLETION_LO.at(0), completion as u32);
        device.write32(reg::TX_COMPLETION_HI.at(0), (completion >> 32) as u32);
        device.write32(reg::TX_SIZE.at(0), self.log2);
    }

    /// Frames that may be queued now; reads the completion only when the ring looks full.
    #[inline]
    pub fn room(&mut self) -> Result<usize, RingError> {
        let size = 1usize << self.log2;
        let in_flight = |ring: &Self| usize::from(distance(ring.queued, ring.done));
        if in_flight(self) == size {
            self.reap()?;
        }
        Ok(size - in_flight(self))
    }

    /// Frames queued that the device has not sent yet, as of the completion it wrote last.
    pub fn in_flight(&mut self) -> Result<usize, RingError> {
        self.reap()?;
        Ok(usize::from(distance(self.queued, self.done)))
    }

    fn reap(&mut self) -> Result<(), RingError> {
        let mut bytes = [0; COMPLETION_BYTES];
        self.completion.read(0, &mut bytes);
        fence(Ordering::Acquire);
        let completion: TxCompletion = bytemuck::cast(bytes);
        if completion.epoch != self.epoch {
            // Zeros, as the host left them: nothing is done yet.
            return Ok(());
        }
        let newly_done = distance(completion.done, self.done);
        let announced = distance(self.announced, self.done);
        if newly_done > announced {
            return Err(RingError::Completion {
                done: completion.done,
                announced: self.announced,
            });
        }
        self.done = completion.done;
        Ok(())
    }

    /// Queues a frame of 14 to 2,048 bytes, without FCS. It is copied; [`TxRing::announce`] tells the device.
    #[inline]
    pub fn queue(&mut self, frame: &[u8]) -> Result<(), SendError> {
        if !(FRAME_BYTES_MIN..=MAX_FRAME_BYTES).contains(&frame.len()) {
            return Err(SendError::Length { found: frame.len() });
        }
        if self.room()? == 0 {
            return Err(SendError::Full {
                frames: 1 << self.log2,
            });
        }
        let slot = slot(self.queued, self.log2);
        let at = slot * MAX_FRAME_BYTES;
        self.slots.write(at, frame);
        let descriptor = TxDescriptor {
            address: self.slots.iova() + at as u64,
            length: frame.len() as u32,
            ..TxDescriptor::default()
        };
        self.descriptors
            .write(slot * TX_DESCRIPTOR_BYTES, bytemuck::bytes_of(&descriptor));
        self.queued = self.queued.wrapping_add(1);
        Ok(())
    }

    /// Tells the device of everything queued: one doorbell, or none if nothing is new.
    #[inline]
    pub fn announce(&mut self, device: &mut impl Device) {
        if self.announced == self.queued {
            return;
        }
        self.announced = self.queued;
        // Frame and descriptor are in memory before the device is told.
        fence(Ordering::Release);
        device.write32(reg::TX_DOORBELL.at(0), u32::from(self.queued));
    }
}
