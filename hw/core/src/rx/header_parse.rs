//! Finds the fields of Ethernet, 802.1Q, IPv4 and TCP headers.

use super::words::{Beat, Headers, LookupKey};
use crate::blocks::Code;
use fixnic_abi::FrameClass;
use rust_hdl::prelude::*;

/// Tells the class of a frame as far as its headers decide it (docs/datapath.md, section 2), and its 4-tuple.
///
/// * Enters: beats, any gaps.
/// * Leaves: once a frame, `m_valid` with `headers` five clocks after beat 6 (bytes 48 to 55) or after the last beat of a shorter
///   frame; `key_valid` with `key` two clocks after the beat with the ports' last byte, 4 or with a tag 5, or after the last beat of a shorter
///   frame. So a frame's key comes before its headers.
/// * Never stalls.
///
/// Fields of bytes that a short frame does not have are left from a frame before; such a frame is OTHER here or,
/// when its end is compared with its total length, BAD_LENGTH.
#[derive(LogicBlock, Default)]
pub struct HeaderParse {
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

    /// The headers are known.
    pub m_valid: Signal<Out, Bit>,
    /// The headers.
    pub headers: Signal<Out, Headers>,
    /// The 4-tuple is known.
    pub key_valid: Signal<Out, Bit>,
    /// The 4-tuple, if the frame has one: its headers say whether it counts.
    pub key: Signal<Out, LookupKey>,

    // 1: which beat.
    index: DFF<Bits<3>>,
    data_1: DFF<Bits<64>>,
    index_1: DFF<Bits<3>>,
    valid_1: DFF<Bit>,
    last_1: DFF<Bit>,
    last_lane_1: DFF<Bits<3>>,
    // 2: all header bytes.
    // 32 bits each: raw_12 holds bytes 12 to 15.
    raw_12: DFF<Bits<32>>,
    raw_16: DFF<Bits<32>>,
    raw_20: DFF<Bits<32>>,
    raw_24: DFF<Bits<32>>,
    raw_28: DFF<Bits<32>>,
    raw_32: DFF<Bits<32>>,
    raw_36: DFF<Bits<32>>,
    raw_40: DFF<Bits<32>>,
    raw_44: DFF<Bits<32>>,
    raw_48: DFF<Bits<32>>,
    has_tag: DFF<Bit>, // by what stands where a tag would: true from beat 4 on
    keyed: DFF<Bit>,
    key_2: DFF<Bit>,
    fired: DFF<Bit>,
    fire_2: DFF<Bit>,
    length_2: DFF<Bits<6>>,
    vlan_2: DFF<Bit>, // of the frame, if it ended; else 56
    // 3: fields in their places, tag or not.
    fire_3: DFF<Bit>,
    length_3: DFF<Bits<6>>,
    vlan_3: DFF<Bit>,
    ether: DFF<Bits<32>>,      // Ethertype, version and IHL, TOS
    total_id: DFF<Bits<32>>,   // total length, identification
    frag_proto: DFF<Bits<32>>, // flags and fragment offset, TTL, protocol
    port_seq: DFF<Bits<32>>,
    seq_ack: DFF<Bits<32>>,
    ack_flags: DFF<Bits<32>>, // acknowledgment, data offset, flags
    // 4: checks.
    fire_4: DFF<Bit>,
    vlan_4: DFF<Bit>,
    short_4: DFF<Bit>,
    whole_4: DFF<Bit>, // long enough to be looked up
    not_ip_4: DFF<Bit>,
    ihl_low_4: DFF<Bit>,
    ihl_high_4: DFF<Bit>,
    fragment_4: DFF<Bit>,
    not_tcp_4: DFF<Bit>,
    total_low_4: DFF<Bit>,
    offset_low_4: DFF<Bit>,
    control_4: DFF<Bit>,
    total_4: DFF<Bits<16>>,
    cut_4: DFF<Bit>,               // shorter than its headers
    header_bytes_4: DFF<Bits<16>>, // of IPv4 and TCP
    seq_4: DFF<Bits<32>>,
    // 5: the class.
    fire_5: DFF<Bit>,
    headers_5: DFF<Headers>,

    sum_src: Signal<Local, Bits<32>>, // header checksum, source address
    src_dst: Signal<Local, Bits<32>>,
    dst_port: Signal<Local, Bits<32>>,
    ports: Signal<Local, Bits<32>>, // destination port, TCP number
    keys: Signal<Local, Bit>,
    fires: Signal<Local, Bit>,
    beat_bytes: Signal<Local, Bits<6>>,
    length_now: Signal<Local, Bits<6>>,
    ethertype: Signal<Local, Bits<16>>,
    total: Signal<Local, Bits<16>>,
    header_words: Signal<Local, Bits<5>>,
    tcp_bytes: Signal<Local, Bits<16>>,
    l3: Signal<Local, Bits<17>>,
    l3_short: Signal<Local, Bits<8>>,
    data_offset: Signal<Local, Bits<4>>,
    payload: Signal<Local, Bits<16>>,
    not_whole_tcp: Signal<Local, Bit>,
    last_header_beat: Code<6, 3>,
    last_key_beat: Code<4, 3>,
    last_tagged_key_beat: Code<5, 3>,
    ethertype_vlan: Code<0x0081, 16>, // 0x8100, first byte low
    ethertype_ipv4: Code<0x0008, 16>, // 0x0800, first byte low
    protocol_tcp: Code<6, 8>,
    version_4: Code<4, 4>,
    ihl_plain: Code<5, 4>,
    ip_words: Code<5, 5>,
    fragment_bits: Code<0xff3f, 16>, // MF and offset, first byte low
    control_bits: Code<0b111, 8>,    // RST, SYN, FIN
    ethertype_lane: Code<5, 3>,      // of its second byte, in beat 1
    plain_ip_end: Code<34, 6>,
    vlan_ip_end: Code<38, 6>,
    total_min: Code<40, 16>,
    ip_bytes: Code<20, 16>,
    plain_l3: Code<14, 17>,
    vlan_l3: Code<18, 17>,
    plain_l3_short: Code<14, 8>,
    vlan_l3_short: Code<18, 8>,
    whole: Code<56, 6>,
    steered_min: Code<54, 6>,
    other: Code<{ FrameClass::Other as u64 }, 4>,
    bad_length: Code<{ FrameClass::BadLength as u64 }, 4>,
    ip_options: Code<{ FrameClass::IpOptions as u64 }, 4>,
    fragment: Code<{ FrameClass::Fragment as u64 }, 4>,
    unknown: Code<{ FrameClass::Unknown as u64 }, 4>,
}

impl Logic for HeaderParse {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            index,
            data_1,
            index_1,
            valid_1,
            last_1,
            last_lane_1,
            raw_12,
            raw_16,
            raw_20,
            raw_24,
            raw_28,
            raw_32,
            raw_36,
            raw_40,
            raw_44,
            raw_48,
            has_tag,
            keyed,
            key_2,
            fired,
            fire_2,
            length_2,
            vlan_2,
            fire_3,
            length_3,
            vlan_3,
            ether,
            total_id,
            frag_proto,
            port_seq,
            seq_ack,
            ack_flags,
            fire_4,
            vlan_4,
            short_4,
            whole_4,
            not_ip_4,
            ihl_low_4,
            ihl_high_4,
            fragment_4,
            not_tcp_4,
            total_low_4,
            offset_low_4,
            control_4,
            total_4,
            cut_4,
            header_bytes_4,
            seq_4,
            fire_5,
            headers_5
        );
        // 1: which beat; 7 stands for all later ones.
        self.valid_1.d.next = self.s_valid.val();
        self.data_1.d.next = self.s_beat.val().data;
        self.last_1.d.next = self.s_beat.val().eof;
        self.last_lane_1.d.next = self.s_beat.val().last_lane;
        self.index_1.d.next = self.index.q.val();
        if self.s_sof.val() {
            self.index_1.d.next = 0.into();
        }
        if self.s_valid.val() {
            if self.s_sof.val() {
                self.index.d.next = 1.into();
            } else if !self.index.q.val().all() {
                self.index.d.next = self.index.q.val() + 1;
            }
        }

        // 2: all header bytes.
        self.fires.next = false;
        self.keys.next = false;
        if self.valid_1.q.val() {
            if self.index_1.q.val() == 1 {
                self.raw_12.d.next = self.data_1.q.val().get_bits::<32>(32);
            }
            if self.index_1.q.val() == 2 {
                self.raw_16.d.next = self.data_1.q.val().get_bits::<32>(0);
                self.raw_20.d.next = self.data_1.q.val().get_bits::<32>(32);
            }
            if self.index_1.q.val() == 3 {
                self.raw_24.d.next = self.data_1.q.val().get_bits::<32>(0);
                self.raw_28.d.next = self.data_1.q.val().get_bits::<32>(32);
            }
            if self.index_1.q.val() == 4 {
                self.raw_32.d.next = self.data_1.q.val().get_bits::<32>(0);
                self.raw_36.d.next = self.data_1.q.val().get_bits::<32>(32);
            }
            if self.index_1.q.val() == 5 {
                self.raw_40.d.next = self.data_1.q.val().get_bits::<32>(0);
                self.raw_44.d.next = self.data_1.q.val().get_bits::<32>(32);
            }
            if self.index_1.q.val() == 6 {
                self.raw_48.d.next = self.data_1.q.val().get_bits::<32>(0);
            }
            self.fires.next = !self.fired.q.val()
                && ((self.index_1.q.val() == self.last_header_beat.val()) || self.last_1.q.val());
            self.keys.next = !self.keyed.q.val()
                && (((self.index_1.q.val() == self.last_key_beat.val()) && !self.has_tag.q.val())
                    || (self.index_1.q.val() == self.last_tagged_key_beat.val())
                    || self.last_1.q.val());
            if self.last_1.q.val() {
                self.keyed.d.next = false;
            } else if self.keys.val() {
                self.keyed.d.next = true;
            }
            if self.last_1.q.val() {
                self.fired.d.next = false;
            } else if self.fires.val() {
                self.fired.d.next = true;
            }
        }
        self.fire_2.d.next = self.fires.val();
        self.key_2.d.next = self.keys.val();
        self.has_tag.d.next = self.raw_12.q.val().get_bits::<16>(0) == self.ethertype_vlan.val();
        self.beat_bytes.next = bit_cast::<6, 3>(self.index_1.q.val()) << 3;
        self.length_now.next = self.whole.val();
        if self.last_1.q.val() {
            self.length_now.next = self.beat_bytes.val() + bit_cast::<6, 3>(self.last_lane_1.q.val()) + 1;
        }
        self.length_2.d.next = self.length_now.val();
        self.ethertype.next = self.raw_12.q.val().get_bits::<16>(0);
        if self.index_1.q.val() == 1 {
            self.ethertype.next = self.data_1.q.val().get_bits::<16>(32);
        }
        // An Ethertype is there unless the frame ended before byte 14; of the length itself this would hang on its sum.
        self.vlan_2.d.next = (self.ethertype.val() == self.ethertype_vlan.val())
            && (!self.last_1.q.val()
                || self.index_1.q.val().get_bits::<2>(1).any()
                || (self.index_1.q.val().get_bit(0)
                    && (self.last_lane_1.q.val() >= self.ethertype_lane.val())));

        // The 4-tuple, out of network order, as soon as it is there: whether it counts is known with the headers.
        self.sum_src.next = self.raw_24.q.val();
        self.src_dst.next = self.raw_28.q.val();
        self.dst_port.next = self.raw_32.q.val();
        self.ports.next = self.raw_36.q.val();
        if self.has_tag.q.val() {
            self.sum_src.next = self.raw_28.q.val();
            self.src_dst.next = self.raw_32.q.val();
            self.dst_port.next = self.raw_36.q.val();
            self.ports.next = self.raw_40.q.val();
        }
        self.key_valid.next = self.key_2.q.val();
        self.key.next.remote_ip = (bit_cast::<32, 8>(self.sum_src.val().get_bits::<8>(16)) << 24)
            | (bit_cast::<32, 8>(self.sum_src.val().get_bits::<8>(24)) << 16)
            | (bit_cast::<32, 8>(self.src_dst.val().get_bits::<8>(0)) << 8)
            | bit_cast::<32, 8>(self.src_dst.val().get_bits::<8>(8));
        self.key.next.local_ip = (bit_cast::<32, 8>(self.src_dst.val().get_bits::<8>(16)) << 24)
            | (bit_cast::<32, 8>(self.src_dst.val().get_bits::<8>(24)) << 16)
            | (bit_cast::<32, 8>(self.dst_port.val().get_bits::<8>(0)) << 8)
            | bit_cast::<32, 8>(self.dst_port.val().get_bits::<8>(8));
        self.key.next.remote_port =
            (self.dst_port.val().get_bits::<16>(16) << 8) | (self.dst_port.val().get_bits::<16>(16) >> 8);
        self.key.next.local_port =
            (self.ports.val().get_bits::<16>(0) << 8) | (self.ports.val().get_bits::<16>(0) >> 8);

        // 3: fields in their places. A tag moves everything behind the addresses by four bytes.
        self.fire_3.d.next = self.fire_2.q.val();
        self.length_3.d.next = self.length_2.q.val();
        self.vlan_3.d.next = self.vlan_2.q.val();
        self.ether.d.next = self.raw_12.q.val();
        self.total_id.d.next = self.raw_16.q.val();
        self.frag_proto.d.next = self.raw_20.q.val();
        self.port_seq.d.next = self.raw_36.q.val();
        self.seq_ack.d.next = self.raw_40.q.val();
        self.ack_flags.d.next = self.raw_44.q.val();
        if self.vlan_2.q.val() {
            self.ether.d.next = self.raw_16.q.val();
            self.total_id.d.next = self.raw_20.q.val();
            self.frag_proto.d.next = self.raw_24.q.val();
            self.port_seq.d.next = self.raw_40.q.val();
            self.seq_ack.d.next = self.raw_44.q.val();
            self.ack_flags.d.next = self.raw_48.q.val();
        }

        // 4: checks, and numbers out of network order.
        self.fire_4.d.next = self.fire_3.q.val();
        self.vlan_4.d.next = self.vlan_3.q.val();
        self.short_4.d.next = self.length_3.q.val() < self.plain_ip_end.val();
        if self.vlan_3.q.val() {
            self.short_4.d.next = self.length_3.q.val() < self.vlan_ip_end.val();
        }
        self.whole_4.d.next = self.length_3.q.val() >= self.steered_min.val();
        self.not_ip_4.d.next = (self.ether.q.val().get_bits::<16>(0) != self.ethertype_ipv4.val())
            || (self.ether.q.val().get_bits::<4>(20) != self.version_4.val());
        self.ihl_low_4.d.next = self.ether.q.val().get_bits::<4>(16) < self.ihl_plain.val();
        self.ihl_high_4.d.next = self.ether.q.val().get_bits::<4>(16) > self.ihl_plain.val();
        self.fragment_4.d.next = (self.frag_proto.q.val().get_bits::<16>(0) & self.fragment_bits.val()).any();
        self.not_tcp_4.d.next = self.frag_proto.q.val().get_bits::<8>(24) != self.protocol_tcp.val();
        self.total.next =
            (self.total_id.q.val().get_bits::<16>(0) << 8) | (self.total_id.q.val().get_bits::<16>(0) >> 8);
        self.total_4.d.next = self.total.val();
        self.total_low_4.d.next = self.total.val() < self.total_min.val();
        self.data_offset.next = self.ack_flags.q.val().get_bits::<4>(20);
        self.offset_low_4.d.next = self.data_offset.val() < self.ihl_plain.val();
        self.control_4.d.next = (self.ack_flags.q.val().get_bits::<8>(24) & self.control_bits.val()).any();
        self.tcp_bytes.next = bit_cast::<16, 4>(self.data_offset.val()) << 2;
        self.header_bytes_4.d.next = self.tcp_bytes.val() + self.ip_bytes.val();
        // Headers are whole words: the bytes of the last do not matter.
        self.header_words.next = bit_cast::<5, 4>(self.data_offset.val()) + self.ip_words.val();
        self.cut_4.d.next = !self.total.val().get_bits::<9>(7).any()
            && (self.total.val().get_bits::<5>(2) < self.header_words.val());
        self.seq_4.d.next = (bit_cast::<32, 8>(self.port_seq.q.val().get_bits::<8>(16)) << 24)
            | (bit_cast::<32, 8>(self.port_seq.q.val().get_bits::<8>(24)) << 16)
            | (bit_cast::<32, 8>(self.seq_ack.q.val().get_bits::<8>(0)) << 8)
            | bit_cast::<32, 8>(self.seq_ack.q.val().get_bits::<8>(8));

        // 5: the class, the first that holds.
        self.fire_5.d.next = self.fire_4.q.val();
        self.not_whole_tcp.next = self.short_4.q.val()
            || self.not_ip_4.q.val()
            || self.ihl_low_4.q.val()
            || self.ihl_high_4.q.val()
            || self.fragment_4.q.val()
            || self.not_tcp_4.q.val()
            || self.total_low_4.q.val()
            || self.offset_low_4.q.val()
            || self.cut_4.q.val();
        self.payload.next = self.total_4.q.val() - self.header_bytes_4.q.val();
        self.headers_5.d.next.class = self.unknown.val();
        if self.short_4.q.val() || self.not_ip_4.q.val() {
            self.headers_5.d.next.class = self.other.val();
        } else if self.ihl_low_4.q.val() {
            self.headers_5.d.next.class = self.bad_length.val();
        } else if self.ihl_high_4.q.val() {
            self.headers_5.d.next.class = self.ip_options.val();
        } else if self.fragment_4.q.val() {
            self.headers_5.d.next.class = self.fragment.val();
        } else if self.not_tcp_4.q.val() {
            self.headers_5.d.next.class = self.other.val();
        } else if self.total_low_4.q.val() || self.offset_low_4.q.val() || self.cut_4.q.val() {
            self.headers_5.d.next.class = self.bad_length.val();
        }
        self.headers_5.d.next.vlan = self.vlan_4.q.val();
        self.headers_5.d.next.control = self.control_4.q.val();
        self.headers_5.d.next.plain_ip = !self.short_4.q.val()
            && !self.not_ip_4.q.val()
            && !self.ihl_low_4.q.val()
            && !self.ihl_high_4.q.val();
        self.headers_5.d.next.tcp_seq = self.seq_4.q.val();
        self.headers_5.d.next.payload_length = self.payload.val();
        self.l3_short.next = self.plain_l3_short.val();
        self.l3.next = self.plain_l3.val();
        if self.vlan_4.q.val() {
            self.l3_short.next = self.vlan_l3_short.val();
            self.l3.next = self.vlan_l3.val();
        }
        self.headers_5.d.next.payload_offset =
            self.header_bytes_4.q.val().get_bits::<8>(0) + self.l3_short.val();
        self.headers_5.d.next.end = bit_cast::<17, 16>(self.total_4.q.val()) + self.l3.val();

        self.headers_5.d.next.steered = self.whole_4.q.val() && !self.not_whole_tcp.val();
        self.m_valid.next = self.fire_5.q.val();
        self.headers.next = self.headers_5.q.val();
        if self.reset.val() {
            self.valid_1.d.next = false;
            self.keyed.d.next = false;
            self.key_2.d.next = false;
            self.fired.d.next = false;
            self.fire_2.d.next = false;
            self.fire_3.d.next = false;
            self.fire_4.d.next = false;
            self.fire_5.d.next = false;
        }
    }
}
