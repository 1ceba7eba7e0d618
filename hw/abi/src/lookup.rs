//! Where a session's 4-tuple may stand in the core's lookup table.
//!
//! The table has two banks of 1,024 buckets with two ways each. A 4-tuple has one bucket in each bank; the host
//! chooses any free way of the two buckets and names it as the ARM command's slot. The core reads both buckets and compares
//! all 96 bits, so the hash decides only where to look.

/// Banks of the table.
pub const BANKS: u32 = 2;
/// Ways of a bucket.
pub const WAYS: u32 = 2;
/// Bits of a bucket number.
pub const BUCKET_BITS: u32 = 10;
/// For each bank and each bit of the bucket number, the bits of [`FourTuple::bits`] whose parity it is. Drawn at random, such that the
/// low ten bits of each port and each address alone reach every bucket: neighbours do not collide.
pub const MASKS: [[u128; 10]; 2] = [
    [
        0x89d802f0_0cfc1585_0f962075,
        0x81b9b245_d65e6e5b_5197585e,
        0xfced0934_19e27c54_8631a485,
        0x2803a08e_f9143e86_29cc05ae,
        0x0ec5d71f_b56a05b0_4caa20f9,
        0x2494f804_3b139224_bfd80440,
        0xb68ca665_9f1701ac_f56a3379,
        0x0199702a_817d74d4_aff732e5,
        0xc3277a9f_ab30bfd1_5c2b9591,
        0xc8331ac3_666e2e77_f8d7f06d,
    ],
    [
        0xe511ca9d_1c36fa71_7ee10087,
        0x6cf804c8_93a943c8_01868e66,
        0xdc0261db_646f3245_efee9b67,
        0x864401cc_026584d0_1e69340b,
        0xd551de0a_194812f0_b1b6e15a,
        0x73add6a4_a189cfef_1bab0f4a,
        0x1d10fc82_49fd1cce_b715a0a8,
        0x7cc59781_41873120_b311d4f5,
        0xb1418139_5637c7ec_b5ee5136,
        0x3c51a7ce_c2c7fdcb_f9413a79,
    ],
];

/// For each bit of an engine's number in an aggregate, the bits of [`FourTuple::bits`] whose parity it is: at random, but
/// independent of the buckets, and such that four neighbours in any port or address have an engine each.
pub const ENGINE_MASKS: [u128; 2] = [0x2abc5619_25abd89b_d67e4d92, 0x3cbb7daa_64c184fa_48a7c825];

/// A TCP connection as the receiving side sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FourTuple {
    /// Destination address of received frames: ours. As a number, so 10.0.0.1 is 0x0A00_0001.
    pub local_ip: u32,
    /// Source address of received frames.
    pub remote_ip: u32,
    /// Destination port of received frames.
    pub local_port: u16,
    /// Source port of received frames.
    pub remote_port: u16,
}

impl FourTuple {
    /// The 96 bits that are hashed and compared: remote port in the low bits, then local port, remote and local address.
    pub const fn bits(&self) -> u128 {
        (self.local_ip as u128) << 64
            | (self.remote_ip as u128) << 32
            | (self.local_port as u128) << 16
            | self.remote_port as u128
    }

    /// The tuple's bucket in a bank (0 or 1).
    pub const fn bucket(&self, bank: usize) -> u32 {
        let (mut hash, mut bit) = (0, 0);
        while bit < BUCKET_BITS {
            hash |= ((self.bits() & MASKS[bank][bit as usize]).count_ones() & 1) << bit;
            bit += 1;
        }
        hash
    }

    /// The engine of an aggregate of `1 << engines_log2` engines that the tuple's frames go through.
    pub const fn engine(&self, engines_log2: u32) -> u32 {
        let low = (self.bits() & ENGINE_MASKS[0]).count_ones() & 1;
        let high = (self.bits() & ENGINE_MASKS[1]).count_ones() & 1;
        (high << 1 | low) & ((1 << engines_log2) - 1)
    }

    /// The four slots in which the tuple may stand.
    pub const fn slots(&self) -> [u16; 4] {
        let (a, b) = (self.bucket(0), self.bucket(1));
        [slot(0, a, 0), slot(0, a, 1), slot(1, b, 0), slot(1, b, 1)]
    }
}

/// Number of a slot: way in bit 0, bucket in bits 10:1, bank in bit 11.
pub const fn slot(bank: u32, bucket: u32, way: u32) -> u16 {
    (bank << (BUCKET_BITS + 1) | bucket << 1 | way) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_four_and_in_range() {
        let tuple = FourTuple {
            local_ip: 0x0A00_0001,
            remote_ip: 0x0A00_0002,
            local_port: 40_000,
            remote_port: 9_876,
        };
        let slots = tuple.slots();
        for (i, s) in slots.iter().enumerate() {
            assert!(u32::from(*s) < crate::limits::SLOTS);
            assert!(!slots[..i].contains(s));
        }
    }

    #[test]
    fn neighbours_have_an_engine_each() {
        for field in 0..4 {
            let engines = (0..4u16).map(|i| {
                let mut tuple = FourTuple {
                    local_ip: 0x0A00_0004,
                    remote_ip: 0x0A00_0008,
                    local_port: 40_000,
                    remote_port: 9_876,
                };
                match field {
                    0 => tuple.local_ip += u32::from(i),
                    1 => tuple.remote_ip += u32::from(i),
                    2 => tuple.local_port += i,
                    _ => tuple.remote_port += i,
                }
                assert_eq!(tuple.engine(0), 0);
                assert_eq!(tuple.engine(1), tuple.engine(2) & 1);
                1 << tuple.engine(2)
            });
            assert_eq!(engines.fold(0, |seen, engine| seen | engine), 0b1111);
        }
    }

    #[test]
    fn a_full_set_of_sessions_fits() {
        // 1,024 connections from one address to one port, as an exchange's clients look: each finds a free slot.
        let mut taken = [false; crate::limits::SLOTS as usize];
        for i in 0..crate::limits::SESSIONS as u16 {
            let tuple = FourTuple {
                local_ip: 0x0A00_0001,
                remote_ip: 0x0A00_0002,
                local_port: 30_000 + i,
                remote_port: 9_876,
            };
            let free = tuple
                .slots()
                .into_iter()
                .find(|s| !taken[usize::from(*s)])
                .expect("a free slot");
            taken[usize::from(free)] = true;
        }
    }
}
