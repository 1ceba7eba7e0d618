//! Sums the IPv4 header and the TCP segment, and measures the frame.

use super::words::{Beat, FrameEnd};
use crate::blocks::Code;
use rust_hdl::prelude::*;

/// Internet checksums (RFC 1071) over the frame as it passes; right when the folded sum is 0xFFFF.
///
/// * Enters: beats, any gaps.
/// * Leaves: `m_valid` with the frame's end nine clocks after its last beat.
/// * Never stalls.
///
/// All words are taken with the first byte low: the sum is then byte-swapped, which 0xFFFF does not mind. For a frame that is
/// not plain IPv4 and TCP, or lies about its length, the two verdicts have no meaning.
#[derive(LogicBlock)]
pub struct Checksum {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Forgets the frame it is in.
    pub reset: Signal<In, Bit>,
    /// A beat.
    pub s_valid: Signal<In, Bit>,
    /// Its content.
    pub s_beat: Signal<In, Beat>,
    /// It is the frame's first.
    pub s_sof: Signal<In, Bit>,
    /// The frame has ended.
    pub m_valid: Signal<Out, Bit>,
    /// What is known of it.
    pub frame_end: Signal<Out, FrameEnd>,

    // 1: which beat.
    index: DFF<Bits<9>>,
    valid_1: DFF<Bit>,
    sof_1: DFF<Bit>,
    beat_1: DFF<Beat>,
    index_1: DFF<Bits<9>>,
    // 2: which bytes count. `left` is how many bytes of the segment come from this beat on.
    vlan: DFF<Bit>,
    left: DFF<Bits<17>>,
    tcp_length: DFF<Bits<16>>,
    valid_2: DFF<Bit>,
    sof_2: DFF<Bit>,
    data_2: DFF<Bits<64>>,
    ip_2: DFF<Bits<8>>,
    tcp_2: DFF<Bits<8>>,
    // 3: bytes that count.
    valid_3: DFF<Bit>,
    sof_3: DFF<Bit>,
    ip_words: DFF<Bits<64>>,
    tcp_words: DFF<Bits<64>>,
    pseudo_3: DFF<Bits<18>>,
    // 4 and 5: sum of a beat.
    valid_4: DFF<Bit>,
    sof_4: DFF<Bit>,
    ip_low: DFF<Bits<18>>,
    ip_high: DFF<Bits<18>>,
    tcp_low: DFF<Bits<18>>,
    tcp_high: DFF<Bits<18>>,
    pseudo_4: DFF<Bits<18>>,
    valid_5: DFF<Bit>,
    sof_5: DFF<Bit>,
    ip_beat: DFF<Bits<18>>,
    tcp_beat: DFF<Bits<18>>,
    pseudo_5: DFF<Bits<18>>,
    // 6: sum of the frame.
    ip_sum: DFF<Bits<20>>,
    tcp_sum: DFF<Bits<27>>,
    pseudo_6: DFF<Bits<18>>,
    // 7: with the pseudo header's rest; 8 and 9: folded.
    ip_7: DFF<Bits<17>>,
    tcp_7: DFF<Bits<27>>,
    ip_8: DFF<Bits<17>>,
    tcp_8: DFF<Bits<17>>,
    ip_bad: DFF<Bit>,
    tcp_bad: DFF<Bit>,
    // The frame's end, on its way.
    ends: [DFF<Bit>; 8],
    metas: [DFF<FrameEnd>; 8],

    data_1: Signal<Local, Bits<64>>,
    left_low: Signal<Local, Bits<3>>,
    is_vlan: Signal<Local, Bit>,
    total_swapped: Signal<Local, Bits<16>>,
    total: Signal<Local, Bits<16>>,
    segment: Signal<Local, Bits<8>>,
    started: Signal<Local, Bits<8>>,
    ip_mask: Signal<Local, Bits<8>>,
    ones_lane: Signal<Local, Bits<64>>,
    ip_bytes: Signal<Local, Bits<64>>,
    tcp_bytes: Signal<Local, Bits<64>>,
    tcp_length_swapped: Signal<Local, Bits<16>>,
    ip_base: Signal<Local, Bits<20>>,
    tcp_base: Signal<Local, Bits<27>>,
    meta: Signal<Local, FrameEnd>,
    length: Signal<Local, Bits<12>>,
    ethertype_vlan: Code<0x0081, 16>, // 0x8100, first byte low
    protocol: Code<0x0600, 18>,       // zero and protocol 6, first byte low
    ip_header: Code<20, 16>,
    plain_gone: Code<10, 17>, // bytes of the datagram in beats 0 to 2
    vlan_gone: Code<6, 17>,
    none: Code<0x00, 8>,
    last_word: Code<0xc0, 8>,
    last_three_words: Code<0xfc, 8>,
    first_word: Code<0x03, 8>,
    first_three_words: Code<0x3f, 8>,
    all: Code<0xff, 8>,
    ones: Code<0xffff, 17>,
}

impl Default for Checksum {
    fn default() -> Self {
        Self {
            ends: array_init::array_init(|_| Default::default()),
            metas: array_init::array_init(|_| Default::default()),
            clock: Default::default(),
            reset: Default::default(),
            s_valid: Default::default(),
            s_beat: Default::default(),
            s_sof: Default::default(),
            m_valid: Default::default(),
            frame_end: Default::default(),
            index: Default::default(),
            valid_1: Default::default(),
            sof_1: Default::default(),
            beat_1: Default::default(),
            index_1: Default::default(),
            vlan: Default::default(),
            left: Default::default(),
            tcp_length: Default::default(),
            valid_2: Default::default(),
            sof_2: Default::default(),
            data_2: Default::default(),
            ip_2: Default::default(),
            tcp_2: Default::default(),
            valid_3: Default::default(),
            sof_3: Default::default(),
            ip_words: Default::default(),
            tcp_words: Default::default(),
            pseudo_3: Default::default(),
            valid_4: Default::default(),
            sof_4: Default::default(),
            ip_low: Default::default(),
            ip_high: Default::default(),
            tcp_low: Default::default(),
            tcp_high: Default::default(),
            pseudo_4: Default::default(),
            valid_5: Default::default(),
            sof_5: Default::default(),
            ip_beat: Default::default(),
            tcp_beat: Default::default(),
            pseudo_5: Default::default(),
            ip_sum: Default::default(),
            tcp_sum: Default::default(),
            pseudo_6: Default::default(),
            ip_7: Default::default(),
            tcp_7: Default::default(),
            ip_8: Default::default(),
            tcp_8: Default::default(),
            ip_bad: Default::default(),
            tcp_bad: Default::default(),
            data_1: Default::default(),
            left_low: Default::default(),
            is_vlan: Default::default(),
            total_swapped: Default::default(),
            total: Default::default(),
            segment: Default::default(),
            started: Default::default(),
            ip_mask: Default::default(),
            ones_lane: Default::default(),
            ip_bytes: Default::default(),
            tcp_bytes: Default::default(),
            tcp_length_swapped: Default::default(),
            ip_base: Default::default(),
            tcp_base: Default::default(),
            meta: Default::default(),
            length: Default::default(),
            ethertype_vlan: Default::default(),
            protocol: Default::default(),
            ip_header: Default::default(),
            plain_gone: Default::default(),
            vlan_gone: Default::default(),
            none: Default::default(),
            last_word: Default::default(),
            last_three_words: Default::default(),
            first_word: Default::default(),
            first_three_words: Default::default(),
            all: Default::default(),
            ones: Default::default(),
        }
    }
}

impl Logic for Checksum {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self, clock, index, valid_1, sof_1, beat_1, index_1, vlan, left, tcp_length, valid_2, sof_2,
            data_2, ip_2, tcp_2, valid_3, sof_3, ip_words, tcp_words, pseudo_3, valid_4, sof_4, ip_low,
            ip_high, tcp_low, tcp_high, pseudo_4, valid_5, sof_5, ip_beat, tcp_beat, pseudo_5, ip_sum,
            tcp_sum, pseudo_6, ip_7, tcp_7, ip_8, tcp_8, ip_bad, tcp_bad
        );
        for i in 0..8 {
            self.ends[i].clock.next = self.clock.val();
            self.metas[i].clock.next = self.clock.val();
        }
        // 1: which beat.
        self.valid_1.d.next = self.s_valid.val();
        self.sof_1.d.next = self.s_sof.val();
        self.beat_1.d.next = self.s_beat.val();
        self.index_1.d.next = self.index.q.val();
        if self.s_sof.val() {
            self.index_1.d.next = 0.into();
        }
        if self.s_valid.val() {
            self.index.d.next = self.index.q.val() + 1;
            if self.s_sof.val() {
                self.index.d.next = 1.into();
            }
        }

        // 2: which bytes count.
        self.data_2.d.next = self.beat_1.q.val().data;
        self.valid_2.d.next = self.valid_1.q.val();
        self.sof_2.d.next = self.sof_1.q.val();
        self.data_1.next = self.beat_1.q.val().data;
        self.is_vlan.next = self.vlan.q.val();
        if self.index_1.q.val() == 1 {
            self.is_vlan.next = self.data_1.val().get_bits::<16>(32) == self.ethertype_vlan.val();
        }
        self.total_swapped.next = self.data_1.val().get_bits::<16>(0);
        if self.vlan.q.val() {
            self.total_swapped.next = self.data_1.val().get_bits::<16>(32);
        }
        self.total.next = (self.total_swapped.val() << 8) | (self.total_swapped.val() >> 8);
        if self.valid_1.q.val() {
            self.vlan.d.next = self.is_vlan.val();
            self.left.d.next = self.left.q.val() - 8;
            if self.index_1.q.val() == 2 {
                self.tcp_length.d.next = self.total.val() - self.ip_header.val();
                self.left.d.next = bit_cast::<17, 16>(self.total.val()) - self.plain_gone.val();
                if self.vlan.q.val() {
                    self.left.d.next = bit_cast::<17, 16>(self.total.val()) - self.vlan_gone.val();
                }
            }
        }
        self.left_low.next = self.left.q.val().get_bits::<3>(0);
        self.segment.next = self.none.val();
        if !self.left.q.val().get_bit(16) {
            if self.left.q.val().get_bits::<13>(3).any() {
                self.segment.next = self.all.val();
            } else {
                for i in 0..8 {
                    self.segment.next = self
                        .segment
                        .val()
                        .replace_bit(i, i.to_bits::<3>() < self.left_low.val());
                }
            }
        }
        // The TCP sum begins with the addresses, at byte 26, or 30 behind a tag.
        self.started.next = self.all.val();
        if self.index_1.q.val() < 3 {
            self.started.next = self.none.val();
        } else if self.index_1.q.val() == 3 {
            self.started.next = self.last_three_words.val();
            if self.vlan.q.val() {
                self.started.next = self.last_word.val();
            }
        }
        self.tcp_2.d.next = self.segment.val() & self.started.val();
        // The IPv4 header is bytes 14 to 33, or 18 to 37 behind a tag.
        self.ip_mask.next = self.none.val();
        if self.index_1.q.val() == 1 {
            self.ip_mask.next = self.last_word.val();
            if self.is_vlan.val() {
                self.ip_mask.next = self.none.val();
            }
        } else if self.index_1.q.val() == 2 {
            self.ip_mask.next = self.all.val();
            if self.vlan.q.val() {
                self.ip_mask.next = self.last_three_words.val();
            }
        } else if self.index_1.q.val() == 3 {
            self.ip_mask.next = self.all.val();
        } else if self.index_1.q.val() == 4 {
            self.ip_mask.next = self.first_word.val();
            if self.vlan.q.val() {
                self.ip_mask.next = self.first_three_words.val();
            }
        }
        self.ip_2.d.next = self.ip_mask.val();

        // 3: bytes that count.
        self.ones_lane.next = 0xff.into();
        self.ip_bytes.next = 0.into();
        self.tcp_bytes.next = 0.into();
        for i in 0..8 {
            if self.ip_2.q.val().get_bit(i) {
                self.ip_bytes.next = self.ip_bytes.val() | (self.ones_lane.val() << (i * 8).to_bits::<8>());
            }
            if self.tcp_2.q.val().get_bit(i) {
                self.tcp_bytes.next = self.tcp_bytes.val() | (self.ones_lane.val() << (i * 8).to_bits::<8>());
            }
        }
        self.ip_words.d.next = self.data_2.q.val() & self.ip_bytes.val();
        self.tcp_words.d.next = self.data_2.q.val() & self.tcp_bytes.val();
        self.valid_3.d.next = self.valid_2.q.val();
        self.sof_3.d.next = self.sof_2.q.val();
        self.tcp_length_swapped.next = (self.tcp_length.q.val() << 8) | (self.tcp_length.q.val() >> 8);
        self.pseudo_3.d.next = bit_cast::<18, 16>(self.tcp_length_swapped.val()) + self.protocol.val();

        // 4 and 5: sum of a beat.
        self.valid_4.d.next = self.valid_3.q.val();
        self.sof_4.d.next = self.sof_3.q.val();
        self.pseudo_4.d.next = self.pseudo_3.q.val();
        self.ip_low.d.next = bit_cast::<18, 16>(self.ip_words.q.val().get_bits::<16>(0))
            + bit_cast::<18, 16>(self.ip_words.q.val().get_bits::<16>(16));
        self.ip_high.d.next = bit_cast::<18, 16>(self.ip_words.q.val().get_bits::<16>(32))
            + bit_cast::<18, 16>(self.ip_words.q.val().get_bits::<16>(48));
        self.tcp_low.d.next = bit_cast::<18, 16>(self.tcp_words.q.val().get_bits::<16>(0))
            + bit_cast::<18, 16>(self.tcp_words.q.val().get_bits::<16>(16));
        self.tcp_high.d.next = bit_cast::<18, 16>(self.tcp_words.q.val().get_bits::<16>(32))
            + bit_cast::<18, 16>(self.tcp_words.q.val().get_bits::<16>(48));
        self.valid_5.d.next = self.valid_4.q.val();
        self.sof_5.d.next = self.sof_4.q.val();
        self.pseudo_5.d.next = self.pseudo_4.q.val();
        self.ip_beat.d.next = self.ip_low.q.val() + self.ip_high.q.val();
        self.tcp_beat.d.next = self.tcp_low.q.val() + self.tcp_high.q.val();

        // 6: sum of the frame.
        self.ip_base.next = self.ip_sum.q.val();
        self.tcp_base.next = self.tcp_sum.q.val();
        if self.sof_5.q.val() {
            self.ip_base.next = 0.into();
            self.tcp_base.next = 0.into();
        }
        self.pseudo_6.d.next = self.pseudo_5.q.val();
        if self.valid_5.q.val() {
            self.ip_sum.d.next = self.ip_base.val() + bit_cast::<20, 18>(self.ip_beat.q.val());
            self.tcp_sum.d.next = self.tcp_base.val() + bit_cast::<27, 18>(self.tcp_beat.q.val());
        }

        // 7: with the pseudo header's rest; 8 and 9: folded, as often as a carry may come out, and looked at.
        self.ip_7.d.next = bit_cast::<17, 16>(self.ip_sum.q.val().get_bits::<16>(0))
            + bit_cast::<17, 4>(self.ip_sum.q.val().get_bits::<4>(16));
        self.tcp_7.d.next = self.tcp_sum.q.val() + bit_cast::<27, 18>(self.pseudo_6.q.val());
        self.ip_8.d.next = bit_cast::<17, 16>(self.ip_7.q.val().get_bits::<16>(0))
            + bit_cast::<17, 1>(self.ip_7.q.val().get_bits::<1>(16));
        self.tcp_8.d.next = bit_cast::<17, 16>(self.tcp_7.q.val().get_bits::<16>(0))
            + bit_cast::<17, 11>(self.tcp_7.q.val().get_bits::<11>(16));
        self.ip_bad.d.next = self.ip_8.q.val() != self.ones.val();
        // The last carry is not added: the sum with it is all ones, or it is not.
        self.tcp_bad.d.next = !self.tcp_8.q.val().get_bits::<15>(1).all()
            || (self.tcp_8.q.val().get_bits::<1>(0) == self.tcp_8.q.val().get_bits::<1>(16));

        // The frame's end, on its way.
        self.length.next = bit_cast::<12, 9>(self.index_1.q.val()) << 3;
        self.meta.next.length = self.length.val() + bit_cast::<12, 3>(self.beat_1.q.val().last_lane) + 1;
        self.meta.next.fcs_bad = self.beat_1.q.val().fcs_bad;
        self.meta.next.truncated = self.beat_1.q.val().truncated;
        self.meta.next.ip_sum_bad = false;
        self.meta.next.tcp_sum_bad = false;
        self.metas[0].d.next = self.meta.val();
        self.ends[0].d.next = self.valid_1.q.val() && self.beat_1.q.val().eof;
        for i in 1..8 {
            self.metas[i].d.next = self.metas[i - 1].q.val();
            self.ends[i].d.next = self.ends[i - 1].q.val();
        }
        self.m_valid.next = self.ends[7].q.val();
        self.frame_end.next = self.metas[7].q.val();
        self.frame_end.next.ip_sum_bad = self.ip_bad.q.val();
        self.frame_end.next.tcp_sum_bad = self.tcp_bad.q.val();

        if self.reset.val() {
            self.valid_1.d.next = false;
            for i in 0..8 {
                self.ends[i].d.next = false;
            }
        }
    }
}
