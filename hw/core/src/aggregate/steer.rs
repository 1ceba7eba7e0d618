//! Says which engine a frame of the wide wire goes to.

use super::words::WideBeat;
use crate::blocks::Code;
use fixnic_abi::lookup::ENGINE_MASKS;
use rust_hdl::prelude::*;

/// The part of an engine's mask for 32 bits of the 4-tuple as they lie on the wire: source address, destination address, ports.
const fn mask(bit: usize, word: u32) -> u64 {
    let (ports, addresses) = (ENGINE_MASKS[bit] as u32, ENGINE_MASKS[bit] >> 32);
    (match word {
        0 => (addresses as u32).swap_bytes(),
        1 => ((addresses >> 32) as u32).swap_bytes(),
        _ => (ports as u16).swap_bytes() as u32 | (((ports >> 16) as u16).swap_bytes() as u32) << 16,
    }) as u64
}

/// The rule of docs/datapath.md, 12.2. All it needs lies in a frame's first beat.
///
/// * Enters: the MAC's stream, 64 lanes a beat, which cannot wait; `engine_mask`, the number of engines less one.
/// * Leaves: each beat four clocks later, with its frame's engine; `m_sof` and the time of that beat with the first.
/// * Never stalls.
#[derive(LogicBlock, Default)]
pub struct Steer {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Forgets the beats it has.
    pub reset: Signal<In, Bit>,
    /// Engines less one: 0, 1 or 3.
    pub engine_mask: Signal<In, Bits<2>>,
    /// Time in nanoseconds.
    pub ts_ns: Signal<In, Bits<64>>,
    /// Bytes.
    pub s_tdata: Signal<In, Bits<512>>,
    /// Lanes that hold bytes, from lane 0 on without a gap.
    pub s_tkeep: Signal<In, Bits<64>>,
    /// A beat.
    pub s_tvalid: Signal<In, Bit>,
    /// The frame's last.
    pub s_tlast: Signal<In, Bit>,
    /// With `s_tlast`: the frame check sequence is wrong.
    pub s_tuser: Signal<In, Bit>,
    /// A beat.
    pub m_valid: Signal<Out, Bit>,
    /// Its content.
    pub m_beat: Signal<Out, WideBeat>,
    /// It is its frame's first.
    pub m_sof: Signal<Out, Bit>,
    /// With `m_sof`: when it came.
    pub m_ts_ns: Signal<Out, Bits<64>>,
    /// Its frame's engine.
    pub m_engine: Signal<Out, Bits<2>>,
    /// No beat is on its way.
    pub idle: Signal<Out, Bit>,

    in_frame: DFF<Bit>,
    valids: DFF<Bits<4>>,
    sofs: DFF<Bits<4>>,
    // 1: the wire.
    data_1: DFF<Bits<512>>,
    keep_1: DFF<Bits<64>>,
    eof_1: DFF<Bit>,
    bad_1: DFF<Bit>,
    ts_1: DFF<Bits<64>>,
    // 2: the headers, from the Ethertype to the ports; the last group of eight lanes.
    beat_2: DFF<WideBeat>,
    group_2: DFF<Bits<3>>,
    group_keep_2: DFF<Bits<8>>,
    headers_2: DFF<Bits<208>>,
    long_2: DFF<Bit>,
    ts_2: DFF<Bits<64>>,
    // 3: parities, and whether they count.
    beat_3: DFF<WideBeat>,
    tcp_3: DFF<Bit>,
    parity_3: DFF<Bits<2>>,
    ts_3: DFF<Bits<64>>,
    // 4: the engine.
    beat_4: DFF<WideBeat>,
    engine_4: DFF<Bits<2>>,
    ts_4: DFF<Bits<64>>,

    sof: Signal<Local, Bit>,
    has_tag: Signal<Local, Bit>,
    group_keep: Signal<Local, Bits<8>>,
    low_lane: Signal<Local, Bits<3>>,
    fragment: Signal<Local, Bits<16>>,
    parts: Signal<Local, Bits<6>>,
    tag: Code<0x0081, 16>, // bytes 0x81, 0x00
    ipv4: Code<0x0008, 16>,
    version: Code<0x45, 8>,
    tcp: Code<6, 8>,
    fragment_bits: Code<0xFF3F, 16>, // MF and offset, as they lie on the wire
    low_0: Code<{ mask(0, 0) }, 32>,
    low_1: Code<{ mask(0, 1) }, 32>,
    low_2: Code<{ mask(0, 2) }, 32>,
    high_0: Code<{ mask(1, 0) }, 32>,
    high_1: Code<{ mask(1, 1) }, 32>,
    high_2: Code<{ mask(1, 2) }, 32>,
}

impl Logic for Steer {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            in_frame,
            valids,
            sofs,
            data_1,
            keep_1,
            eof_1,
            bad_1,
            ts_1,
            beat_2,
            group_2,
            group_keep_2,
            headers_2,
            long_2,
            ts_2,
            beat_3,
            tcp_3,
            parity_3,
            ts_3,
            beat_4,
            engine_4,
            ts_4
        );
        self.sof.next = self.s_tvalid.val() && !self.in_frame.q.val();
        if self.s_tvalid.val() {
            self.in_frame.d.next = !self.s_tlast.val();
        }
        self.valids.d.next = (self.valids.q.val() << 1) | bit_cast::<4, 1>(self.s_tvalid.val().into());
        self.sofs.d.next = (self.sofs.q.val() << 1) | bit_cast::<4, 1>(self.sof.val().into());

        // 1.
        self.data_1.d.next = self.s_tdata.val();
        self.keep_1.d.next = self.s_tkeep.val();
        self.eof_1.d.next = self.s_tlast.val();
        self.bad_1.d.next = self.s_tlast.val() && self.s_tuser.val();
        self.ts_1.d.next = self.ts_ns.val();

        // 2.
        self.beat_2.d.next.data = self.data_1.q.val();
        self.beat_2.d.next.last_lane = 0.into();
        self.beat_2.d.next.eof = self.eof_1.q.val();
        self.beat_2.d.next.bad = self.bad_1.q.val();
        self.group_2.d.next = 0.into();
        self.group_keep_2.d.next = self.keep_1.q.val().get_bits::<8>(0);
        for i in 1..8_usize {
            self.group_keep.next = self.keep_1.q.val().get_bits::<8>(i * 8);
            if self.group_keep.val().get_bit(0) {
                self.group_2.d.next = i.to_bits::<3>();
                self.group_keep_2.d.next = self.group_keep.val();
            }
        }
        self.has_tag.next = self.data_1.q.val().get_bits::<16>(96) == self.tag.val();
        self.headers_2.d.next = self.data_1.q.val().get_bits::<208>(96);
        self.long_2.d.next = self.keep_1.q.val().get_bit(37);
        if self.has_tag.val() {
            self.headers_2.d.next = self.data_1.q.val().get_bits::<208>(128);
            self.long_2.d.next = self.keep_1.q.val().get_bit(41);
        }
        self.ts_2.d.next = self.ts_1.q.val();

        // 3.
        self.low_lane.next = 0.into();
        for i in 0..8_usize {
            if self.group_keep_2.q.val().get_bit(i) {
                self.low_lane.next = i.to_bits::<3>();
            }
        }
        self.beat_3.d.next = self.beat_2.q.val();
        self.beat_3.d.next.last_lane =
            (bit_cast::<6, 3>(self.group_2.q.val()) << 3) | bit_cast::<6, 3>(self.low_lane.val());
        self.fragment.next = self.headers_2.q.val().get_bits::<16>(64) & self.fragment_bits.val();
        self.tcp_3.d.next = self.long_2.q.val()
            && (self.headers_2.q.val().get_bits::<16>(0) == self.ipv4.val())
            && (self.headers_2.q.val().get_bits::<8>(16) == self.version.val())
            && !self.fragment.val().any()
            && (self.headers_2.q.val().get_bits::<8>(88) == self.tcp.val());
        self.parts.next = 0.into();
        self.parts.next = self.parts.val().replace_bit(
            0,
            (self.headers_2.q.val().get_bits::<32>(112) & self.low_0.val()).xor(),
        );
        self.parts.next = self.parts.val().replace_bit(
            1,
            (self.headers_2.q.val().get_bits::<32>(144) & self.low_1.val()).xor(),
        );
        self.parts.next = self.parts.val().replace_bit(
            2,
            (self.headers_2.q.val().get_bits::<32>(176) & self.low_2.val()).xor(),
        );
        self.parts.next = self.parts.val().replace_bit(
            3,
            (self.headers_2.q.val().get_bits::<32>(112) & self.high_0.val()).xor(),
        );
        self.parts.next = self.parts.val().replace_bit(
            4,
            (self.headers_2.q.val().get_bits::<32>(144) & self.high_1.val()).xor(),
        );
        self.parts.next = self.parts.val().replace_bit(
            5,
            (self.headers_2.q.val().get_bits::<32>(176) & self.high_2.val()).xor(),
        );
        self.parity_3.d.next = bit_cast::<2, 1>(self.parts.val().get_bits::<3>(0).xor().into())
            | (bit_cast::<2, 1>(self.parts.val().get_bits::<3>(3).xor().into()) << 1);
        self.ts_3.d.next = self.ts_2.q.val();

        // 4.
        self.beat_4.d.next = self.beat_3.q.val();
        self.ts_4.d.next = self.ts_3.q.val();
        if self.sofs.q.val().get_bit(2) {
            self.engine_4.d.next = 0.into();
            if self.tcp_3.q.val() {
                self.engine_4.d.next = self.parity_3.q.val() & self.engine_mask.val();
            }
        }

        self.m_valid.next = self.valids.q.val().get_bit(3);
        self.m_beat.next = self.beat_4.q.val();
        self.m_sof.next = self.sofs.q.val().get_bit(3);
        self.m_ts_ns.next = self.ts_4.q.val();
        self.m_engine.next = self.engine_4.q.val();
        self.idle.next = !self.valids.q.val().any();
        if self.reset.val() {
            self.in_frame.d.next = false;
            self.valids.d.next = 0.into();
            self.sofs.d.next = 0.into();
        }
    }
}
