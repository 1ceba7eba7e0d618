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
/// * Leaves: `same`, `session` and `ring`, three clocks after the bucket number.
#[derive(LogicBlock, Default)]
pub struct LookupWay {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Where to look.
    pub bucket: Signal<In, Bits<10>>,
    /// What to compare with, two clocks later.
    pub key: Signal<In, Bits<96>>,
    /// The slot holds the 4-tuple: it is taken, and all twelfths are the same.
    pub same: Signal<Out, Bits<13>>,
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
    compared: DFF<Bits<13>>,
    found: DFF<Bits<10>>,
    found_ring: DFF<Bits<2>>,
    stored: Signal<Local, Bits<96>>,
    equal: Signal<Local, Bits<13>>,
}

impl Logic for LookupWay {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, slot, compared, found, found_ring);
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
        self.found.d.next = self.slot.q.val().session;
        self.same.next = self.compared.q.val();
        self.session.next = self.found.q.val();
        self.found_ring.d.next = self.slot.q.val().ring;
        self.ring.next = self.found_ring.q.val();
    }
}

/// The table of `fixnic_abi::lookup`: two banks of 1,024 buckets with two ways; all 96 bits are compared. A key that is not
/// `steered` hits nothing.
///
/// * Enters: a 4-tuple with `s_valid`, every clock if wanted. Writes from the mailbox, or the clearing of a bucket
///   number in both banks; neither while a 4-tuple is on its way.
/// * Leaves: `m_valid` with the result five clocks later. If a 4-tuple stands in several slots, the first in the order of
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
    valids: DFF<Bits<5>>,
    steered: DFF<Bits<4>>,
    key_1: DFF<Bits<96>>,
    key_2: DFF<Bits<96>>,
    key_3: DFF<Bits<96>>,
    bucket_a: DFF<Bits<10>>,
    bucket_b: DFF<Bits<10>>,
    way_a0: LookupWay,
    way_a1: LookupWay,
    way_b0: LookupWay,
    way_b1: LookupWay,
    result: DFF<LookupResult>,
    tuple: Signal<Local, Bits<96>>,
    hash_a: Signal<Local, Bits<10>>,
    hash_b: Signal<Local, Bits<10>>,
    ways: Signal<Local, Bits<4>>,
    masks_a: [Constant<Bits<96>>; 10],
    masks_b: [Constant<Bits<96>>; 10],
}

fn mask(bank: usize, bit: usize) -> Constant<Bits<96>> {
    let mask = MASKS[bank][bit];
    let (high, low) = ((mask >> 64) as u64, mask as u64);
    Constant::new((bits::<96>(high) << 64) | bits::<96>(low))
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
            steered: Default::default(),
            key_1: Default::default(),
            key_2: Default::default(),
            key_3: Default::default(),
            bucket_a: Default::default(),
            bucket_b: Default::default(),
            way_a0: Default::default(),
            way_a1: Default::default(),
            way_b0: Default::default(),
            way_b1: Default::default(),
            result: Default::default(),
            tuple: Default::default(),
            hash_a: Default::default(),
            hash_b: Default::default(),
            ways: Default::default(),
            masks_a: array_init::array_init(|bit| mask(0, bit)),
            masks_b: array_init::array_init(|bit| mask(1, bit)),
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
            steered,
            key_1,
            key_2,
            key_3,
            bucket_a,
            bucket_b,
            result
        );
        clock!(self, clock, way_a0, way_a1, way_b0, way_b1);

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

        // 1: each bit of a bucket number is a parity.
        self.valids.d.next = (self.valids.q.val() << 1) | bit_cast::<5, 1>(self.s_valid.val().into());
        self.steered.d.next = (self.steered.q.val() << 1) | bit_cast::<4, 1>(self.s_key.val().steered.into());
        self.tuple.next = (bit_cast::<96, 32>(self.s_key.val().local_ip) << 64)
            | (bit_cast::<96, 32>(self.s_key.val().remote_ip) << 32)
            | (bit_cast::<96, 16>(self.s_key.val().local_port) << 16)
            | bit_cast::<96, 16>(self.s_key.val().remote_port);
        self.key_1.d.next = self.tuple.val();
        self.key_2.d.next = self.key_1.q.val();
        self.key_3.d.next = self.key_2.q.val();
        self.hash_a.next = 0.into();
        self.hash_b.next = 0.into();
        for i in 0..10 {
            self.hash_a.next = self
                .hash_a
                .val()
                .replace_bit(i, (self.tuple.val() & self.masks_a[i].val()).xor());
            self.hash_b.next = self
                .hash_b
                .val()
                .replace_bit(i, (self.tuple.val() & self.masks_b[i].val()).xor());
        }
        self.bucket_a.d.next = self.hash_a.val();
        self.bucket_b.d.next = self.hash_b.val();

        // 2 to 4: the slots.
        self.way_a0.bucket.next = self.bucket_a.q.val();
        self.way_a1.bucket.next = self.bucket_a.q.val();
        self.way_b0.bucket.next = self.bucket_b.q.val();
        self.way_b1.bucket.next = self.bucket_b.q.val();
        self.way_a0.key.next = self.key_3.q.val();
        self.way_a1.key.next = self.key_3.q.val();
        self.way_b0.key.next = self.key_3.q.val();
        self.way_b1.key.next = self.key_3.q.val();

        // 5: the first of them.
        self.result.d.next.hit = self.steered.q.val().get_bit(3);
        if self.way_a0.same.val().all() {
            self.result.d.next.session = self.way_a0.session.val();
            self.result.d.next.ring = self.way_a0.ring.val();
        } else if self.way_a1.same.val().all() {
            self.result.d.next.session = self.way_a1.session.val();
            self.result.d.next.ring = self.way_a1.ring.val();
        } else if self.way_b0.same.val().all() {
            self.result.d.next.session = self.way_b0.session.val();
            self.result.d.next.ring = self.way_b0.ring.val();
        } else {
            self.result.d.next.session = self.way_b1.session.val();
            self.result.d.next.ring = self.way_b1.ring.val();
            if !self.way_b1.same.val().all() {
                self.result.d.next.hit = false;
                self.result.d.next.ring = 0.into();
            }
        }
        if !self.steered.q.val().get_bit(3) {
            self.result.d.next.ring = 0.into();
        }
        self.m_valid.next = self.valids.q.val().get_bit(4);
        self.m_result.next = self.result.q.val();
        if self.reset.val() {
            self.valids.d.next = 0.into();
        }
    }
}
