//! How obstructive the world around the core is.
use rand::{RngCore, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// The space between two frames on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrameGap {
    /// 10G Ethernet's own: preamble, FCS and an average of twelve bytes of gap, 24 bytes in all.
    LineRate,
    /// None: harder than any wire.
    BackToBack,
    /// So many idle clocks.
    Clocks(u32),
    /// Up to so many idle clocks.
    Random(u32),
}

/// Stalls of every port. Chances are in 256ths per clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stalls {
    /// An idle clock within a frame on `s_axis_rx`.
    pub rx_idle: u8,
    /// Space between frames on `s_axis_rx`.
    pub rx_gap: FrameGap,
    /// `m_axis_tx_tready` is low.
    pub tx: u8,
    /// `m_axi_awready` is low.
    pub write_address: u8,
    /// `m_axi_wready` is low.
    pub write_data: u8,
    /// `m_axi_arready` is low.
    pub read_address: u8,
    /// `m_axi_rvalid` is low though data waits.
    pub read_data: u8,
    /// A response comes up to so many clocks late.
    pub response_clocks_max: u32,
    /// Chance in 65,536ths per clock that all of the write side stops for a while.
    pub write_pause: u16,
    /// For at most so many clocks.
    pub write_pause_clocks_max: u32,
    /// Lanes and signals that mean nothing carry random bits instead of zeros.
    pub noise: bool,
}

impl Stalls {
    /// A host that is always ready, and a wire at line rate.
    pub const NONE: Stalls = Stalls {
        rx_idle: 0,
        rx_gap: FrameGap::LineRate,
        tx: 0,
        write_address: 0,
        write_data: 0,
        read_address: 0,
        read_data: 0,
        response_clocks_max: 0,
        write_pause: 0,
        write_pause_clocks_max: 0,
        noise: false,
    };

    /// Everything stalls now and then.
    pub const SOME: Stalls = Stalls {
        rx_idle: 32,
        rx_gap: FrameGap::Random(12),
        tx: 64,
        write_address: 64,
        write_data: 64,
        read_address: 64,
        read_data: 64,
        response_clocks_max: 40,
        write_pause: 0,
        write_pause_clocks_max: 0,
        noise: true,
    };
}

/// The dice of one clock, from a seed.
#[derive(Debug)]
pub struct Dice {
    rng: ChaCha8Rng,
}

impl Dice {
    /// Dice that fall the same way for the same seed.
    pub fn new(seed: u64) -> Self {
        Self {
            rng: ChaCha8Rng::seed_from_u64(seed),
        }
    }

    /// Eight independent bytes.
    pub fn bytes(&mut self) -> [u8; 8] {
        self.word().to_le_bytes()
    }

    /// Sixty-four random bits.
    pub fn word(&mut self) -> u64 {
        self.rng.next_u64()
    }

    /// A number from 0 to `max`.
    pub fn up_to(&mut self, max: u32) -> u32 {
        if max == 0 {
            return 0;
        }
        (self.word() % (u64::from(max) + 1)) as u32
    }
}
