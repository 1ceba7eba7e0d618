//! Reads descriptors and the frames they name.

use crate::blocks::Code;
use fixnic_abi::entry::TxDescriptor;
use fixnic_abi::limits::{MAX_FRAME_BYTES, TX_ALIGN_BYTES, TX_DESCRIPTOR_BYTES};
use rust_hdl::prelude::*;

/// Shortest frame: two addresses and an Ethertype.
const FRAME_BYTES_MIN: u64 = 14;

// The positions of address and length in the beat, and the shifts for the sizes, stand as literals below.
const _: () = {
    assert!(TxDescriptor::LAYOUT.offset("address") == 0 && TxDescriptor::LAYOUT.offset("length") == 8);
    assert!(TX_DESCRIPTOR_BYTES == 32 && TX_ALIGN_BYTES == 2048 && MAX_FRAME_BYTES == 2048);
};

/// Where the descriptor under way stands.
#[derive(Copy, Clone, Debug, PartialEq, LogicState)]
pub enum Fetch {
    /// Nothing to do.
    Wait,
    /// Its place in the ring is known.
    Offset,
    /// The low half of its address is known.
    AddressLow,
    /// All of it.
    AddressHigh,
    /// The read of the descriptor waits to be taken.
    AskDescriptor,
    /// The descriptor comes.
    Descriptor,
    /// It is looked at.
    Inspect,
    /// It is right or not.
    Decide,
    /// The read of the frame waits to be taken.
    AskFrame,
    /// The frame comes.
    Frame,
    /// The outcome waits to be taken.
    Ready,
}

/// One descriptor at a time, and its frame into one half of a buffer.
///
/// * Enters: `producer`, descriptors written; AXI4 read data of 32 bytes a beat, always taken.
/// * Leaves: the beats of a frame for the buffer, half `frame_half`; then `frame_valid` until `frame_ready`, with
///   `frame_skip` for a descriptor that gives no frame. The halves take turns, one a descriptor: who takes an outcome
///   has no more use for the half of the one before.
/// * `run` low: a burst under way is read to its end, then all is dropped. `restart` zeroes the count, while not `busy`.
#[derive(LogicBlock, Default)]
pub struct TxFetch {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Forgets all, bursts under way too.
    pub reset: Signal<In, Bit>,
    /// Start descriptors.
    pub run: Signal<In, Bit>,
    /// Begin with descriptor 0.
    pub restart: Signal<In, Bit>,
    /// A descriptor is under way or waits.
    pub busy: Signal<Out, Bit>,

    /// Address of the descriptors.
    pub ring_base: Signal<In, Bits<64>>,
    /// Logarithm of the descriptors.
    pub ring_log2: Signal<In, Bits<4>>,
    /// Descriptors written.
    pub producer: Signal<In, Bits<16>>,

    /// AXI4 read address.
    pub araddr: Signal<Out, Bits<64>>,
    /// Beats less one.
    pub arlen: Signal<Out, Bits<8>>,
    /// Valid.
    pub arvalid: Signal<Out, Bit>,
    /// Taken.
    pub arready: Signal<In, Bit>,
    /// AXI4 read data.
    pub rdata: Signal<In, Bits<256>>,
    /// Response.
    pub rresp: Signal<In, Bits<2>>,
    /// Last beat of the burst.
    pub rlast: Signal<In, Bit>,
    /// Valid.
    pub rvalid: Signal<In, Bit>,

    /// `rdata` is a beat of the frame.
    pub buffer_write: Signal<Out, Bit>,
    /// Its place: half and beat.
    pub buffer_address: Signal<Out, Bits<7>>,

    /// A descriptor is done with here.
    pub frame_valid: Signal<Out, Bit>,
    /// With it: there is no frame.
    pub frame_skip: Signal<Out, Bit>,
    /// With it: number of the frame's last byte.
    pub frame_last_byte: Signal<Out, Bits<11>>,
    /// With it: where the frame is.
    pub frame_half: Signal<Out, Bit>,
    /// Taken.
    pub frame_ready: Signal<In, Bit>,

    /// Pulse: a descriptor was wrong.
    pub event_bad_descriptor: Signal<Out, Bit>,
    /// Pulse: a burst had a response other than OKAY.
    pub event_read_error: Signal<Out, Bit>,

    state: DFF<Fetch>,
    fetched: DFF<Bits<16>>, // descriptors begun
    waits: DFF<Bit>,        // not as many as were written
    was_busy: DFF<Bit>,
    mask: DFF<Bits<16>>,
    offset: DFF<Bits<32>>,
    low_sum: DFF<Bits<33>>,
    address: DFF<Bits<64>>,
    beats_less_one: DFF<Bits<8>>,
    asking: DFF<Bit>,
    length: DFF<Bits<32>>,
    last_byte: DFF<Bits<11>>,
    misaligned: DFF<Bit>,
    too_short: DFF<Bit>,
    too_long: DFF<Bit>,
    beat: DFF<Bits<6>>,
    failed: DFF<Bit>,
    skip: DFF<Bit>,
    half: DFF<Bit>,
    bad_descriptor: DFF<Bit>,
    read_error: DFF<Bit>,

    high_sum: Signal<Local, Bits<32>>,
    length_less_one: Signal<Local, Bits<32>>,
    error: Signal<Local, Bit>,
    behind: Signal<Local, Bit>,
    in_ring: Signal<Local, Bits<16>>,

    length_min: Code<FRAME_BYTES_MIN, 32>,
    length_max: Code<{ MAX_FRAME_BYTES as u64 }, 32>,
}

impl Logic for TxFetch {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            state,
            fetched,
            was_busy,
            waits,
            mask,
            offset,
            low_sum,
            address,
            beats_less_one,
            asking,
            length,
            last_byte,
            misaligned,
            too_short,
            too_long,
            beat,
            failed,
            skip,
            half,
            bad_descriptor,
            read_error
        );
        self.in_ring.next = 0.into();
        for i in 0..15 {
            self.in_ring.next = self
                .in_ring
                .val()
                .replace_bit(i, i.to_bits::<4>() < self.ring_log2.val());
        }
        self.mask.d.next = self.in_ring.val();
        self.behind.next = self.fetched.q.val() != self.producer.val();
        self.waits.d.next = self.behind.val();
        self.offset.d.next = bit_cast::<32, 16>(self.fetched.q.val() & self.mask.q.val()) << 5;
        self.low_sum.d.next = bit_cast::<33, 32>(self.ring_base.val().get_bits::<32>(0))
            + bit_cast::<33, 32>(self.offset.q.val());
        self.high_sum.next = self.ring_base.val().get_bits::<32>(32)
            + bit_cast::<32, 1>(self.low_sum.q.val().get_bits::<1>(32));
        self.length_less_one.next = self.length.q.val() - 1;
        self.last_byte.d.next = self.length_less_one.val().get_bits::<11>(0);
        self.misaligned.d.next = self.address.q.val().get_bits::<11>(0).any();
        self.too_short.d.next = self.length.q.val() < self.length_min.val();
        self.too_long.d.next = self.length.q.val() > self.length_max.val();
        self.error.next = self.failed.q.val() || self.rresp.val().any();

        self.bad_descriptor.d.next = false;
        self.read_error.d.next = false;
        self.buffer_write.next = false;
        match self.state.q.val() {
            Fetch::Wait => {
                self.failed.d.next = false;
                self.beat.d.next = 0.into();
                if self.run.val() && self.waits.q.val() {
                    self.state.d.next = Fetch::Offset;
                }
            }
            Fetch::Offset => {
                self.state.d.next = Fetch::AddressLow;
            }
            Fetch::AddressLow => {
                self.state.d.next = Fetch::AddressHigh;
            }
            Fetch::AddressHigh => {
                self.address.d.next = bit_cast::<64, 32>(self.low_sum.q.val().get_bits::<32>(0))
                    | (bit_cast::<64, 32>(self.high_sum.val()) << 32);
                self.beats_less_one.d.next = 0.into();
                self.asking.d.next = true;
                self.fetched.d.next = self.fetched.q.val() + 1;
                self.state.d.next = Fetch::AskDescriptor;
            }
            Fetch::AskDescriptor => {
                if self.arready.val() {
                    self.asking.d.next = false;
                    self.state.d.next = Fetch::Descriptor;
                }
            }
            Fetch::Descriptor => {
                self.address.d.next = self.rdata.val().get_bits::<64>(0);
                self.length.d.next = self.rdata.val().get_bits::<32>(64);
                if self.rvalid.val() {
                    self.state.d.next = Fetch::Inspect;
                    if self.error.val() {
                        self.read_error.d.next = true;
                        self.skip.d.next = true;
                        self.state.d.next = Fetch::Ready;
                    }
                }
            }
            Fetch::Inspect => {
                self.state.d.next = Fetch::Decide;
            }
            Fetch::Decide => {
                self.beats_less_one.d.next = bit_cast::<8, 6>(self.last_byte.q.val().get_bits::<6>(5));
                if !self.run.val() {
                    self.state.d.next = Fetch::Wait;
                } else if self.misaligned.q.val() || self.too_short.q.val() || self.too_long.q.val() {
                    self.bad_descriptor.d.next = true;
                    self.skip.d.next = true;
                    self.state.d.next = Fetch::Ready;
                } else {
                    self.asking.d.next = true;
                    self.state.d.next = Fetch::AskFrame;
                }
            }
            Fetch::AskFrame => {
                if self.arready.val() {
                    self.asking.d.next = false;
                    self.state.d.next = Fetch::Frame;
                }
            }
            Fetch::Frame => {
                self.buffer_write.next = self.rvalid.val();
                if self.rvalid.val() {
                    self.beat.d.next = self.beat.q.val() + 1;
                    self.failed.d.next = self.error.val();
                    if self.rlast.val() {
                        self.read_error.d.next = self.error.val();
                        self.skip.d.next = self.error.val();
                        self.state.d.next = Fetch::Ready;
                    }
                }
            }
            Fetch::Ready => {
                if self.frame_ready.val() || !self.run.val() {
                    self.half.d.next = !self.half.q.val();
                    self.state.d.next = Fetch::Wait;
                }
            }
            _ => {
                self.state.d.next = Fetch::Wait;
            }
        }

        self.araddr.next = self.address.q.val();
        self.arlen.next = self.beats_less_one.q.val();
        self.arvalid.next = self.asking.q.val();
        self.buffer_address.next = bit_cast::<7, 6>(self.beat.q.val());
        self.buffer_address.next = self.buffer_address.val().replace_bit(6, self.half.q.val());
        self.frame_valid.next = self.state.q.val() == Fetch::Ready;
        self.frame_skip.next = self.skip.q.val();
        self.frame_last_byte.next = self.last_byte.q.val();
        self.frame_half.next = self.half.q.val();
        self.event_bad_descriptor.next = self.bad_descriptor.q.val();
        self.event_read_error.next = self.read_error.q.val();
        // A register, so that `run` may depend on it without a loop; what begins was waiting a clock before.
        self.was_busy.d.next = (self.state.q.val() != Fetch::Wait) || (self.run.val() && self.behind.val());
        self.busy.next = self.was_busy.q.val();

        if self.restart.val() {
            self.fetched.d.next = 0.into();
            self.waits.d.next = false;
        }
        if self.reset.val() {
            self.state.d.next = Fetch::Wait;
            self.fetched.d.next = 0.into();
            self.waits.d.next = false;
            self.asking.d.next = false;
            self.half.d.next = false;
        }
    }
}
