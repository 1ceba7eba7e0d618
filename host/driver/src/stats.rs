//! The core's counters, latched as one snapshot.
use crate::device::Device;
use fixnic_abi::counter::Counter;
use fixnic_abi::reg;

/// One snapshot of every counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stats {
    values: [u64; Counter::ALL.len()],
}

impl Stats {
    pub(crate) fn read(device: &mut impl Device) -> Self {
        device.write32(reg::STAT_LATCH.at(0), 1);
        let mut values = [0; Counter::ALL.len()];
        for (value, i) in values.iter_mut().zip(0..) {
            let low = u64::from(device.read32(reg::STAT_LO.at(i)));
            let high = u64::from(device.read32(reg::STAT_HI.at(i)));
            *value = high << 32 | low;
        }
        Self { values }
    }

    /// One counter.
    pub fn get(&self, counter: Counter) -> u64 {
        self.values[counter as usize]
    }

    /// Every counter with its name, in the contract's order.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, u64)> + '_ {
        Counter::ALL
            .iter()
            .zip(self.values)
            .map(|(info, value)| (info.name, value))
    }

    /// Frames dropped, all causes.
    pub fn dropped(&self) -> u64 {
        [Counter::DropFifo, Counter::DropDisabled, Counter::DropRing]
            .iter()
            .map(|c| self.get(*c))
            .sum()
    }
}
