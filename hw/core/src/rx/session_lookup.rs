//! Finds the session of a 4-tuple.
#![allow(missing_docs)] // of the methods that RustHDL derives

use super::words::{LookupKey, LookupResult};
use crate::blocks::Ram;
use fixnic_abi::lookup::MASKS;
use rust_hdl::prelude::*;

/// What stands in a slot.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct Slot {
    /// The slot is taken.
    pub taken: Bit,
    /// Session of the 4-tuple.
    pub session: Bits<10>,
    /// RX ring of the 4-tuple.
    pub ring: Bits<2>,
    /// The 4-tuple, as `FourTuple::bits` orders it.
    pub key: Bits<96>,
}

/// One way of one bank: 1,024 slots and a comparator.
///
/// * Enters: a bucket number; two clocks later the 4-tuple to compare with. Writes.
/// * Leaves: `same`, `session` and `ring`, four clocks after the bucket number.
#[derive(LogicBlock, Default)]
pub struct LookupWay {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Where to look.
    pub bucket: Signal<In, Bits<10>>,
    /// What to compare with, two clocks later.
    pub key: Signal<In, Bits<96>>,
    /// The slot holds the 4-tuple.
    pub same: Signal<Out, Bit>,
    /// Its session.
    pub session: Signal<Out, Bits<10>>,
    /// Its ring.
    pub ring: Signal<Out, Bits<2>>,
    /// Writes a slot.
    pub write: Signal<In, Bit>,
    /// Its bucket.
    pub write_bucket: Signal<In, Bits<10>>,
    /// What to write.
    pub write_slot: Signal<In, Slot>,

    ram: Ram<Slot, 10>,
    slot: DFF<Slot>,
    compared: DFF<Bits<13>>, // it is taken, and each twelfth is the same
    compared_session: DFF<Bits<10>>,
    compared_ring: DFF<Bits<2>>,
    all_same: DFF<Bit>,
    found: DFF<Bits<10>>,
    found_ring: DFF<Bits<2>>,
    stored: Signal<Local, Bits<96>>,
    equal: Signal<Local, Bits<13>>,
}

impl Logic for LookupWay {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            slot,
            compared,
            compared_session,
            compared_ring,
            all_same,
            found,
            found_ring
        );
        self.ram.clock.next = self.clock.val();
        self.ram.read_address.next = self.bucket.val();
        self.ram.write_enable.next = self.write.val();
        self.ram.write_address.next = self.write_bucket.val();
        self.ram.write_data.next = self.write_slot.val();
        self.slot.d.next = self.ram.read_data.val();
        self.stored.next = self.slot.q.val().key;
        self.equal.next = 0.into();
        for i in 0..12 {
            self.equal.next = self.equal.val().replace_bit(
                i,
                self.stored.val().get_bits::<8>(i * 8) == self.key.val().get_bits::<8>(i * 8),
            );
        }
        self.compared.d.next = self.equal.val().replace_bit(12, self.slot.q.val().taken);
        self.compared_session.d.next = self.slot.q.val().session;
        self.compared_ring.d.next = self.slot.q.val().ring;
        self.all_same.d.next = self.compared.q.val().all();
        self.found.d.next = self.compared_session.q.val();
        self.found_ring.d.next = self.compared_ring.q.val();
        self.same.next = self.all_same.q.val();
        self.session.next = self.found.q.val();
        self.ring.next = self.found_ring.q.val();
    }
}

/// What a quarter of the 4-tuple adds to both banks' bucket numbers, each bit of which is a parity.
///
/// * Enters: 24 bits of the 4-tuple, every clock if wanted.
/// * Leaves: their parities a clock later. Never stalls.
#[derive(LogicBlock)]
pub struct BucketParity {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// The quarter.
    pub key: Signal<In, Bits<24>>,
    /// For the bucket in bank A.
    pub bucket_a: Signal<Out, Bits<10>>,
    /// For that in bank B.
    pub bucket_b: Signal<Out, Bits<10>>,

    parity_a: DFF<Bits<10>>,
    parity_b: DFF<Bits<10>>,
    odd_a: Signal<Local, Bits<10>>,
    odd_b: Signal<Local, Bits<10>>,
    masks_a: [Constant<Bits<24>>; 10],
    masks_b: [Constant<Bits<24>>; 10],
}

impl BucketParity {
    /// The block for bits `24 * quarter` and up.
    fn new(quarter: usize) -> Self {
        let mask = |bank: usize, bit: usize| {
            Constant::new(bits::<24>(
                (MASKS[bank][bit] >> (24 * quarter)) as u64 & 0xff_ffff,
            ))
        };
        Self {
            clock: Default::default(),
            key: Default::default(),
            bucket_a: Default::default(),
            bucket_b: Default::default(),
            parity_a: Default::default(),
            parity_b: Default::default(),
            odd_a: Default::default(),
            odd_b: Default::default(),
            masks_a: array_init::array_init(|bit| mask(0, bit)),
            masks_b: array_init::array_init(|bit| mask(1, bit)),
        }
    }
}

impl Logic for BucketParity {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, parity_a, parity_b);
        self.odd_a.next = 0.into();
        self.odd_b.next = 0.into();
        for i in 0..10 {
            self.odd_a.next = self
                .odd_a
                .val()
                .replace_bit(i, (self.key.val() & self.masks_a[i].val()).xor());
            self.odd_b.next = self
                .odd_b
                .val()
                .replace_bit(i, (self.key.val() & self.masks_b[i].val()).xor());
        }
        self.parity_a.d.next = self.odd_a.val();
        self.parity_b.d.next = self.odd_b.val();
        self.bucket_a.next = self.parity_a.q.val();
        self.bucket_b.next = self.parity_b.q.val();
    }
}

/// The table of `fixnic_abi::lookup`: two banks of 1,024 buckets with two ways; all 96 bits are compared.
///
/// * Enters: a 4-tuple with `s_valid`, every clock if wanted. Writes from the mailbox, or the clearing of a bucket
///   number in both banks; neither while a 4-tuple is on its way.
/// * Leaves: `m_valid` with the result seven clocks later. If a 4-tuple stands in several slots, the first in the order of
///   `FourTuple::slots` counts.
/// * Never stalls.
#[derive(LogicBlock)]
pub struct SessionLookup {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Forgets what is on its way, not the table.
    pub reset: Signal<In, Bit>,
    /// A 4-tuple.
    pub s_valid: Signal<In, Bit>,
    /// Its content.
    pub s_key: Signal<In, LookupKey>,
    /// The result is there.
    pub m_valid: Signal<Out, Bit>,
    /// The result.
    pub m_result: Signal<Out, LookupResult>,
    /// Writes a slot.
    pub write: Signal<In, Bit>,
    /// Clears the bucket of `slot` in both ways of both banks.
    pub clear: Signal<In, Bit>,
    /// Its number: way in bit 0, bucket in bits 10:1, bank in bit 11.
    pub slot: Signal<In, Bits<12>>,
    /// What to write.
    pub content: Signal<In, Slot>,

    write_ways: DFF<Bits<4>>, // bank A way 0, A 1, B 0, B 1
    write_bucket: DFF<Bits<10>>,
    write_slot: DFF<Slot>,
    valids: DFF<Bits<7>>,
    key_1: DFF<Bits<96>>,
    key_2: DFF<Bits<96>>,
    key_3: DFF<Bits<96>>,
    key_4: DFF<Bits<96>>,
    quarter_0: BucketParity, // of the 4-tuple's low 24 bits
    quarter_1: BucketParity,
    quarter_2: BucketParity,
    quarter_3: BucketParity,
    bucket_a: DFF<Bits<10>>,
    bucket_b: DFF<Bits<10>>,
    way_a0: LookupWay,
    way_a1: LookupWay,
    way_b0: LookupWay,
    way_b1: LookupWay,
    result: DFF<LookupResult>,
    tuple: Signal<Local, Bits<96>>,
    ways: Signal<Local, Bits<4>>,
}

impl Default for SessionLookup {
    fn default() -> Self {
        Self {
            clock: Default::default(),
            reset: Default::default(),
            s_valid: Default::default(),
            s_key: Default::default(),
            m_valid: Default::default(),
            m_result: Default::default(),
            write: Default::default(),
            clear: Default::default(),
            slot: Default::default(),
            content: Default::default(),
            write_ways: Default::default(),
            write_bucket: Default::default(),
            write_slot: Default::default(),
            valids: Default::default(),
            key_1: Default::default(),
            key_2: Default::default(),
            key_3: Default::default(),
            key_4: Default::default(),
            quarter_0: BucketParity::new(0),
            quarter_1: BucketParity::new(1),
            quarter_2: BucketParity::new(2),
            quarter_3: BucketParity::new(3),
            bucket_a: Default::default(),
            bucket_b: Default::default(),
            way_a0: Default::default(),
            way_a1: Default::default(),
            way_b0: Default::default(),
            way_b1: Default::default(),
            result: Default::default(),
            tuple: Default::default(),
            ways: Default::default(),
        }
    }
}

impl Logic for SessionLookup {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            write_ways,
            write_bucket,
            write_slot,
            valids,
            key_1,
            key_2,
            key_3,
            key_4,
            bucket_a,
            bucket_b,
            result
        );
        clock!(self, clock, quarter_0, quarter_1, quarter_2, quarter_3, way_a0, way_a1, way_b0, way_b1);

        // Writes.
        self.write_bucket.d.next = self.slot.val().get_bits::<10>(1);
        self.write_slot.d.next = self.content.val();
        self.ways.next = 0.into();
        if self.write.val() {
            if self.slot.val().get_bit(11) {
                self.ways.next = 4.into();
            } else {
                self.ways.next = 1.into();
            }
            if self.slot.val().get_bit(0) {
                self.ways.next = self.ways.val() << 1;
            }
        }
        if self.clear.val() {
            self.ways.next = 15.into();
            self.write_slot.d.next.taken = false;
        }
        self.write_ways.d.next = self.ways.val();
        self.way_a0.write.next = self.write_ways.q.val().get_bit(0);
        self.way_a1.write.next = self.write_ways.q.val().get_bit(1);
        self.way_b0.write.next = self.write_ways.q.val().get_bit(2);
        self.way_b1.write.next = self.write_ways.q.val().get_bit(3);
        self.way_a0.write_bucket.next = self.write_bucket.q.val();
        self.way_a1.write_bucket.next = self.write_bucket.q.val();
        self.way_b0.write_bucket.next = self.write_bucket.q.val();
        self.way_b1.write_bucket.next = self.write_bucket.q.val();
        self.way_a0.write_slot.next = self.write_slot.q.val();
        self.way_a1.write_slot.next = self.write_slot.q.val();
        self.way_b0.write_slot.next = self.write_slot.q.val();
        self.way_b1.write_slot.next = self.write_slot.q.val();

        // 1 and 2: each bit of a bucket number is a parity.
        self.valids.d.next = (self.valids.q.val() << 1) | bit_cast::<7, 1>(self.s_valid.val().into());
        self.tuple.next = (bit_cast::<96, 32>(self.s_key.val().local_ip) << 64)
            | (bit_cast::<96, 32>(self.s_key.val().remote_ip) << 32)
            | (bit_cast::<96, 16>(self.s_key.val().local_port) << 16)
            | bit_cast::<96, 16>(self.s_key.val().remote_port);
        self.key_1.d.next = self.tuple.val();
        self.key_2.d.next = self.key_1.q.val();
        self.key_3.d.next = self.key_2.q.val();
        self.key_4.d.next = self.key_3.q.val();
        self.quarter_0.key.next = self.tuple.val().get_bits::<24>(0);
        self.quarter_1.key.next = self.tuple.val().get_bits::<24>(24);
        self.quarter_2.key.next = self.tuple.val().get_bits::<24>(48);
        self.quarter_3.key.next = self.tuple.val().get_bits::<24>(72);
        self.bucket_a.d.next = self.quarter_0.bucket_a.val()
            ^ self.quarter_1.bucket_a.val()
            ^ self.quarter_2.bucket_a.val()
            ^ self.quarter_3.bucket_a.val();
        self.bucket_b.d.next = self.quarter_0.bucket_b.val()
            ^ self.quarter_1.bucket_b.val()
            ^ self.quarter_2.bucket_b.val()
            ^ self.quarter_3.bucket_b.val();

        // 3 to 6: the slots.
        self.way_a0.bucket.next = self.bucket_a.q.val();
        self.way_a1.bucket.next = self.bucket_a.q.val();
        self.way_b0.bucket.next = self.bucket_b.q.val();
        self.way_b1.bucket.next = self.bucket_b.q.val();
        self.way_a0.key.next = self.key_4.q.val();
        self.way_a1.key.next = self.key_4.q.val();
        self.way_b0.key.next = self.key_4.q.val();
        self.way_b1.key.next = self.key_4.q.val();

        // 7: the first of them.
        self.result.d.next.hit = true;
        if self.way_a0.same.val() {
            self.result.d.next.session = self.way_a0.session.val();
            self.result.d.next.ring = self.way_a0.ring.val();
        } else if self.way_a1.same.val() {
            self.result.d.next.session = self.way_a1.session.val();
            self.result.d.next.ring = self.way_a1.ring.val();
        } else if self.way_b0.same.val() {
            self.result.d.next.session = self.way_b0.session.val();
            self.result.d.next.ring = self.way_b0.ring.val();
        } else {
            self.result.d.next.session = self.way_b1.session.val();
            self.result.d.next.ring = self.way_b1.ring.val();
            if !self.way_b1.same.val() {
                self.result.d.next.hit = false;
                self.result.d.next.ring = 0.into();
            }
        }
        self.m_valid.next = self.valids.q.val().get_bit(6);
        self.m_result.next = self.result.q.val();
        if self.reset.val() {
            self.valids.d.next = 0.into();
        }
    }
}
