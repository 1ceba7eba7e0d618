//! A wrapper around a device that has happen to it what PCI Express allows, and more than a simulated device does by itself.
//!
//! Between device and host stands a bus on which writes of either direction are posted and arrive later; a step of it is taken with
//! every call of the [`Device`] trait. What keeps its order there, and what need not, is told in bus.rs. Interrupts come late, or not at
//! all, or for nothing. At a chosen step the device is gone: reads give all ones, writes go nowhere, and what was under way
//! stays as it is, half written. Everything follows from the plan's seed.
//!
//! For in-process devices: the memory that they are shown is not an arena.
mod bus;
#[cfg(test)]
mod tests;

pub(crate) use bus::Bus;

use crate::device::{Device, VECTORS};
use crate::error::DmaError;
use crate::memory::HostMemory;
use crate::wire::Wire;
use bus::Random;
use fixnic_abi::reg;
use std::collections::VecDeque;

/// What an absent device's registers read.
const ALL_ONES: u32 = u32::MAX;

/// What happens to a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FaultPlan {
    /// Decides everything that is left to chance.
    pub seed: u64,
    /// Writes and interrupts arrive later than they were sent.
    pub delays: bool,
    /// Frame bytes overtake earlier writes, as writes with the relaxed ordering attribute may.
    pub reorders: bool,
    /// Writes arrive in parts, the last byte of a ring entry last.
    pub tears: bool,
    /// One interrupt in four never comes.
    pub lost_interrupts: bool,
    /// Interrupts come that nothing has caused.
    pub spurious_interrupts: bool,
    /// The device is gone from this step on.
    pub gone_at: Option<u64>,
}

impl FaultPlan {
    /// Everything that a host must bear without noticing, and no interrupt lost or made up.
    pub fn bus(seed: u64) -> Self {
        Self {
            seed,
            delays: true,
            reorders: true,
            tears: true,
            lost_interrupts: false,
            spurious_interrupts: false,
            gone_at: None,
        }
    }

    /// The same, with interrupts lost and made up.
    pub fn all(seed: u64) -> Self {
        Self {
            lost_interrupts: true,
            spurious_interrupts: true,
            ..Self::bus(seed)
        }
    }

    /// The same, until the device is gone.
    pub fn gone_at(self, step: u64) -> Self {
        Self {
            gone_at: Some(step),
            ..self
        }
    }
}

/// What has happened, so that a test can tell that it did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FaultCounts {
    /// Calls of the device.
    pub steps: u64,
    /// Device writes that had to wait.
    pub delayed: u64,
    /// Device writes that arrived in parts, with a step in between.
    pub torn: u64,
    /// Device writes that overtook others.
    pub overtaken: u64,
    /// Register writes that had to wait.
    pub delayed_registers: u64,
    /// Interrupts that never came.
    pub lost: u64,
    /// Interrupts without a cause.
    pub spurious: u64,
}

/// A device with faults. See the [module](self).
#[derive(Debug)]
pub struct Faulty<D> {
    device: D,
    plan: FaultPlan,
    random: Random,
    bus: Bus,
    /// Register writes on their way to the device.
    registers: VecDeque<(u32, u32)>,
    /// For each vector, the writes that must arrive before its message does.
    interrupts: [Option<u64>; VECTORS as usize],
    counts: FaultCounts,
}

impl<D: Device> Faulty<D> {
    /// Wraps a device before the driver opens it.
    pub fn new(device: D, plan: FaultPlan) -> Self {
        Self {
            device,
            plan,
            random: Random::new(plan.seed),
            bus: Bus::new(&plan),
            registers: VecDeque::new(),
            interrupts: [None; VECTORS as usize],
            counts: FaultCounts::default(),
        }
    }

    /// The device inside.
    pub fn device_mut(&mut self) -> &mut D {
        &mut self.device
    }

    /// What has happened so far.
    pub fn counts(&self) -> FaultCounts {
        let (delayed, torn, overtaken) = self.bus.counts();
        FaultCounts {
            delayed,
            torn,
            overtaken,
            ..self.counts
        }
    }

    /// Whether the device is gone.
    pub fn is_gone(&self) -> bool {
        self.plan.gone_at.is_some_and(|at| self.counts.steps >= at)
    }

    /// One step of the bus: something that is under way arrives, or not.
    fn step(&mut self) {
        let was_gone = self.is_gone();
        self.counts.steps += 1;
        if self.is_gone() {
            if !was_gone {
                self.bus.cut();
                self.registers.clear();
                self.interrupts = [None; VECTORS as usize];
            }
            return;
        }
        while !self.registers.is_empty() && (!self.plan.delays || self.random.one_in(2)) {
            self.deliver_register();
        }
        self.bus.step();
        self.take_messages();
    }

    fn deliver_register(&mut self) {
        let Some((offset, value)) = self.registers.pop_front() else {
            return;
        };
        // The device's memory cannot be told from the host's by address alone: rings are known by where the driver puts them.
        if offset == reg::RX_BUFFER_LO.at(0) {
            self.bus.set_buffer_low(value);
        } else if offset == reg::RX_BUFFER_HI.at(0) {
            self.bus.set_buffer_high(value);
        } else if offset == reg::RX_SIZE.at(0) {
            self.bus
                .set_buffer_size(reg::field::RX_SIZE::buffer_log2.get(value));
        }
        self.device.write32(offset, value);
    }

    /// An MSI-X message is a write, and stays behind those that were posted before it.
    fn take_messages(&mut self) {
        for (vector, waiting) in (0..).zip(&mut self.interrupts) {
            if self.device.take_interrupt(vector) {
                if self.plan.lost_interrupts && self.random.one_in(4) {
                    self.counts.lost += 1;
                } else {
                    *waiting = Some(self.bus.posted());
                }
            }
        }
    }
}

impl<D: Device> Device for Faulty<D> {
    fn read32(&mut self, offset: u32) -> u32 {
        self.step();
        if self.is_gone() {
            return ALL_ONES;
        }
        // A read pushes the host's writes before it, and its answer the device's (PCIe base specification, 2.4.1).
        while !self.registers.is_empty() {
            self.deliver_register();
        }
        let value = self.device.read32(offset);
        self.bus.flush();
        value
    }

    fn write32(&mut self, offset: u32, value: u32) {
        self.step();
        if self.is_gone() {
            return;
        }
        self.registers.push_back((offset, value));
        if self.plan.delays {
            self.counts.delayed_registers += 1;
        } else {
            self.deliver_register();
        }
    }

    fn map_dma(&mut self, memory: &HostMemory) -> Result<(), DmaError> {
        self.bus.map(Some(memory.clone()));
        self.device.map_dma(&HostMemory::behind(self.bus.clone()))
    }

    fn unmap_dma(&mut self, iova: u64) {
        // The caller has stopped the device by a read, which left nothing under way.
        self.device.unmap_dma(iova);
        self.bus.map(None);
    }

    fn take_interrupt(&mut self, vector: u32) -> bool {
        self.step();
        if self.is_gone() {
            return false;
        }
        if self.plan.spurious_interrupts && self.random.one_in(8) {
            self.counts.spurious += 1;
            return true;
        }
        let arrived = self.bus.arrived();
        let may_come = !self.plan.delays || self.random.one_in(2);
        self.interrupts[vector as usize]
            .take_if(|behind| may_come && *behind <= arrived)
            .is_some()
    }

    fn advance(&mut self, now_ns: u64) {
        self.step();
        if !self.is_gone() {
            self.device.advance(now_ns);
        }
    }
}

impl<D: Wire> Wire for Faulty<D> {
    fn deliver(&mut self, frame: &[u8], fcs_good: bool) {
        self.device.deliver(frame, fcs_good);
    }

    fn take_sent(&mut self, buffer: &mut [u8]) -> Option<usize> {
        self.device.take_sent(buffer)
    }
}
