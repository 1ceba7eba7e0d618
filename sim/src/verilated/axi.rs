//! Host memory behind an AXI4 slave, in order, with stalls. It holds the core to the protocol and panics where it breaks it.
use super::ffi::{Inputs, Outputs};
use super::stalls::{Dice, Stalls};
use fixnic_driver::HostMemory;
use std::collections::VecDeque;
use std::ops::Range;

const BEAT_BYTES: u64 = 32;
/// Bursts and beats that the slave takes before it waits.
const BURSTS_MAX: usize = 8;
const WRITE_BEATS_MAX: usize = 64;
const BEAT_BYTES_LOG2: u8 = 5;
const INCR: u8 = 1;
const OKAY: u8 = 0;
const DECERR: u8 = 3;
/// A burst stays within an aligned block of this size (AXI4, A3.4.1).
const BURST_BOUNDARY_BYTES: u64 = 4096;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Address {
    address: u64,
    /// Beats less one.
    len: u8,
    /// Logarithm of a beat's bytes.
    size: u8,
    burst: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct WriteBeat {
    data: [u32; 8],
    strobe: u32,
    last: bool,
}

/// A write beat as memory saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Clock in which the core handed the beat over.
    pub clock: u64,
    /// Address of the beat.
    pub address: u64,
    /// Its first byte: the kind, when it is a ring entry.
    pub first: u8,
}

#[derive(Debug)]
struct Read {
    address: u64,
    beats_left: u16,
    ready_at: u64,
}

/// A channel's payload that has been offered and not taken: it must stand.
#[derive(Debug)]
struct Held<T> {
    channel: &'static str,
    offered: Option<T>,
}

impl<T: PartialEq + Copy + std::fmt::Debug> Held<T> {
    fn new(channel: &'static str) -> Self {
        Self {
            channel,
            offered: None,
        }
    }

    /// Gives the payload when it is taken in this clock.
    fn observe(&mut self, valid: bool, ready: bool, payload: T) -> Option<T> {
        if let Some(offered) = self.offered {
            assert!(valid, "{}: valid fell before ready (AXI4, A3.2.1)", self.channel);
            assert_eq!(
                offered, payload,
                "{}: payload changed before ready (AXI4, A3.2.1)",
                self.channel
            );
        }
        self.offered = (valid && !ready).then_some(payload);
        (valid && ready).then_some(payload)
    }
}

/// The slave.
#[derive(Debug)]
pub struct AxiSlave {
    memory: Option<HostMemory>,
    write_address: Held<Address>,
    write_data: Held<WriteBeat>,
    read_address: Held<Address>,
    bursts: VecDeque<Address>,
    beats: VecDeque<(WriteBeat, u64)>,
    /// Where the next beat of the first burst goes, its number, and whether one of its beats failed.
    beat_index: u16,
    burst_failed: bool,
    responses: VecDeque<(u8, u64)>,
    reads: VecDeque<Read>,
    /// A response or read beat that the core has not taken yet stays as it is.
    response_offered: bool,
    read_offered: bool,
    pause_until: u64,
    written: Option<VecDeque<Written>>,
    /// The next burst that begins in one of these fails, and whether the first burst is such a one.
    fails_within: Vec<Range<u64>>,
    burst_refused: bool,
}

impl Default for AxiSlave {
    fn default() -> Self {
        Self {
            memory: None,
            write_address: Held::new("m_axi_aw"),
            write_data: Held::new("m_axi_w"),
            read_address: Held::new("m_axi_ar"),
            bursts: VecDeque::new(),
            beats: VecDeque::new(),
            beat_index: 0,
            burst_failed: false,
            responses: VecDeque::new(),
            reads: VecDeque::new(),
            response_offered: false,
            read_offered: false,
            pause_until: 0,
            written: None,
            fails_within: Vec::new(),
            burst_refused: false,
        }
    }
}

impl AxiSlave {
    /// The memory behind it; without, every access is answered with DECERR.
    pub fn map(&mut self, memory: Option<HostMemory>) {
        self.memory = memory;
    }

    /// First address of the memory.
    pub fn mapped_at(&self) -> Option<u64> {
        self.memory.as_ref().map(HostMemory::iova)
    }

    /// Whether nothing is under way.
    pub fn idle(&self) -> bool {
        self.bursts.is_empty() && self.beats.is_empty() && self.responses.is_empty() && self.reads.is_empty()
    }

    /// The next burst that begins in this range fails, and changes nothing; that of an earlier call too.
    pub fn fail_write_within(&mut self, range: Range<u64>) {
        self.fails_within.push(range);
    }

    /// Keeps a record of write beats from here on, for [`AxiSlave::take_written`].
    pub fn record_writes(&mut self) {
        self.written = Some(VecDeque::new());
    }

    /// The oldest recorded write beat.
    pub fn take_written(&mut self) -> Option<Written> {
        self.written.as_mut()?.pop_front()
    }

    /// Drives one clock.
    pub fn drive(&mut self, inputs: &mut Inputs, clock: u64, stalls: &Stalls, dice: &mut Dice) {
        let roll = dice.bytes();
        let pause_roll = u16::from_le_bytes([roll[6], roll[7]]);
        if pause_roll < stalls.write_pause {
            self.pause_until = clock + u64::from(dice.up_to(stalls.write_pause_clocks_max));
        }
        let writes = clock >= self.pause_until;
        let address_room = self.bursts.len() < BURSTS_MAX;
        inputs.m_axi_awready = (writes && address_room && roll[0] >= stalls.write_address).into();
        inputs.m_axi_wready =
            (writes && self.beats.len() < WRITE_BEATS_MAX && roll[1] >= stalls.write_data).into();
        inputs.m_axi_arready = (self.reads.len() < BURSTS_MAX && roll[2] >= stalls.read_address).into();

        // Once offered, a response stands until it is taken.
        self.response_offered |= self
            .responses
            .front()
            .is_some_and(|(_, ready_at)| *ready_at <= clock);
        inputs.m_axi_bvalid = self.response_offered.into();
        inputs.m_axi_bresp = self.responses.front().map_or(OKAY, |(response, _)| *response);

        let data_waits = self.reads.front().is_some_and(|read| read.ready_at <= clock);
        if !self.read_offered && data_waits && roll[3] >= stalls.read_data {
            self.read_offered = true;
            self.offer_read(inputs);
        }
        inputs.m_axi_rvalid = self.read_offered.into();
    }

    fn offer_read(&self, inputs: &mut Inputs) {
        let read = &self.reads[0];
        let mut bytes = [0; BEAT_BYTES as usize];
        let response = match &self.memory {
            Some(memory) if memory.read(read.address, &mut bytes).is_ok() => OKAY,
            _ => DECERR,
        };
        for (word, bytes) in inputs.m_axi_rdata.iter_mut().zip(bytes.as_chunks::<4>().0) {
            *word = u32::from_le_bytes(*bytes);
        }
        inputs.m_axi_rresp = response;
        inputs.m_axi_rlast = (read.beats_left == 1).into();
    }

    /// Sees what the core gave in this clock.
    pub fn observe(
        &mut self,
        inputs: &Inputs,
        outputs: &Outputs,
        clock: u64,
        stalls: &Stalls,
        dice: &mut Dice,
    ) {
        let address = Address {
            address: outputs.m_axi_awaddr,
            len: outputs.m_axi_awlen,
            size: outputs.m_axi_awsize,
            burst: outputs.m_axi_awburst,
        };
        let taken =
            self.write_address
                .observe(outputs.m_axi_awvalid == 1, inputs.m_axi_awready == 1, address);
        if let Some(burst) = taken {
            check_burst(self.write_address.channel, burst);
            self.bursts.push_back(burst);
        }
        let beat = WriteBeat {
            data: if outputs.m_axi_wvalid == 1 {
                outputs.m_axi_wdata
            } else {
                [0; 8]
            },
            strobe: outputs.m_axi_wstrb,
            last: outputs.m_axi_wlast == 1,
        };
        let taken = self
            .write_data
            .observe(outputs.m_axi_wvalid == 1, inputs.m_axi_wready == 1, beat);
        if let Some(beat) = taken {
            self.beats.push_back((beat, clock));
        }
        while let (Some(burst), Some((beat, clock))) =
            (self.bursts.front().copied(), self.beats.front().copied())
        {
            self.beats.pop_front();
            self.write(burst, beat, clock);
            if beat.last {
                let response = if self.burst_failed { DECERR } else { OKAY };
                let delay = u64::from(dice.up_to(stalls.response_clocks_max));
                self.responses.push_back((response, clock + 1 + delay));
                self.bursts.pop_front();
                self.beat_index = 0;
                self.burst_failed = false;
            }
        }
        if inputs.m_axi_bvalid == 1 && outputs.m_axi_bready == 1 {
            self.responses.pop_front();
            self.response_offered = false;
        }

        let address = Address {
            address: outputs.m_axi_araddr,
            len: outputs.m_axi_arlen,
            size: outputs.m_axi_arsize,
            burst: outputs.m_axi_arburst,
        };
        let taken = self
            .read_address
            .observe(outputs.m_axi_arvalid == 1, inputs.m_axi_arready == 1, address);
        if let Some(burst) = taken {
            check_burst(self.read_address.channel, burst);
            let delay = u64::from(dice.up_to(stalls.response_clocks_max));
            self.reads.push_back(Read {
                address: burst.address,
                beats_left: u16::from(burst.len) + 1,
                ready_at: clock + 1 + delay,
            });
        }
        if inputs.m_axi_rvalid == 1 && outputs.m_axi_rready == 1 {
            self.read_offered = false;
            let read = &mut self.reads[0];
            read.address += BEAT_BYTES;
            read.beats_left -= 1;
            if read.beats_left == 0 {
                self.reads.pop_front();
            }
        }
    }

    fn write(&mut self, burst: Address, beat: WriteBeat, clock: u64) {
        assert_eq!(
            beat.last,
            self.beat_index == u16::from(burst.len),
            "m_axi_w: wlast at beat {} of a burst of {} (AXI4, A3.4.1)",
            self.beat_index,
            u16::from(burst.len) + 1
        );
        let address = burst.address + u64::from(self.beat_index) * BEAT_BYTES;
        self.beat_index += 1;
        let mut bytes = [0; BEAT_BYTES as usize];
        for (word, bytes) in beat.data.iter().zip(bytes.as_chunks_mut::<4>().0) {
            *bytes = word.to_le_bytes();
        }
        if let Some(written) = &mut self.written {
            written.push_back(Written {
                clock,
                address,
                first: bytes[0],
            });
        }
        let is_first = address == burst.address;
        let begins_within = self
            .fails_within
            .iter()
            .position(|range| is_first && range.contains(&address));
        let fails = begins_within.map(|at| self.fails_within.swap_remove(at));
        self.burst_refused = fails.is_some() || self.burst_refused && !is_first;
        let written = match (&self.memory, beat.strobe) {
            _ if self.burst_refused => false,
            (None, _) => false,
            (Some(memory), u32::MAX) => memory.write(address, &bytes).is_ok(),
            (Some(memory), strobe) => (0..BEAT_BYTES)
                .filter(|lane| strobe >> lane & 1 == 1)
                .all(|lane| memory.write(address + lane, &bytes[lane as usize..][..1]).is_ok()),
        };
        self.burst_failed |= !written;
    }
}

fn check_burst(channel: &str, burst: Address) {
    let Address {
        address,
        len,
        size,
        burst,
    } = burst;
    assert_eq!(
        (size, burst),
        (BEAT_BYTES_LOG2, INCR),
        "{channel}: size and type of the burst at {address:#x}"
    );
    assert_eq!(
        address % BEAT_BYTES,
        0,
        "{channel}: address {address:#x} is not aligned to a beat"
    );
    let last = address + u64::from(len) * BEAT_BYTES;
    assert_eq!(
        address / BURST_BOUNDARY_BYTES,
        last / BURST_BOUNDARY_BYTES,
        "{channel}: the burst of {} beats at {address:#x} crosses 4 KiB (AXI4, A3.4.1)",
        u16::from(len) + 1
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use fixnic_driver::DmaArena;

    struct Bench {
        slave: AxiSlave,
        memory: HostMemory,
        inputs: Inputs,
        clock: u64,
        dice: Dice,
    }

    impl Bench {
        fn new() -> Self {
            let memory = DmaArena::new(1 << 16).unwrap().host_memory();
            let mut slave = AxiSlave::default();
            slave.map(Some(memory.clone()));
            Self {
                slave,
                memory,
                inputs: Inputs::default(),
                clock: 0,
                dice: Dice::new(7),
            }
        }

        /// One clock with what the core gives; the slave's side of it.
        fn clock(&mut self, outputs: &Outputs) -> Inputs {
            let stalls = Stalls::NONE;
            let outputs = &Outputs {
                m_axi_awsize: BEAT_BYTES_LOG2,
                m_axi_awburst: INCR,
                m_axi_arsize: BEAT_BYTES_LOG2,
                m_axi_arburst: INCR,
                ..*outputs
            };
            self.slave
                .drive(&mut self.inputs, self.clock, &stalls, &mut self.dice);
            self.slave
                .observe(&self.inputs, outputs, self.clock, &stalls, &mut self.dice);
            self.clock += 1;
            self.inputs
        }

        /// Writes one beat with its address in the same clock and gives the response.
        fn write(&mut self, address: u64, strobe: u32) -> u8 {
            self.clock(&Outputs {
                m_axi_awaddr: address,
                m_axi_awvalid: 1,
                m_axi_wdata: [0x0403_0201; 8],
                m_axi_wstrb: strobe,
                m_axi_wlast: 1,
                m_axi_wvalid: 1,
                ..Outputs::default()
            });
            (0..10)
                .map(|_| {
                    self.clock(&Outputs {
                        m_axi_bready: 1,
                        ..Outputs::default()
                    })
                })
                .find(|inputs| inputs.m_axi_bvalid == 1)
                .expect("a response")
                .m_axi_bresp
        }
    }

    #[test]
    fn a_write_reaches_memory_and_is_answered() {
        let mut b = Bench::new();
        let base = b.memory.iova();
        assert_eq!(b.write(base + 64, u32::MAX), OKAY);
        assert_eq!(b.write(base + 96, 0b11), OKAY);
        let mut bytes = [0; 36];
        b.memory.read(base + 64, &mut bytes).unwrap();
        assert_eq!((&bytes[30..34], &bytes[34..]), (&[3, 4, 1, 2][..], &[0, 0][..]));
        assert!(b.slave.idle());
    }

    #[test]
    fn nothing_behind_an_address_is_a_decode_error() {
        let mut b = Bench::new();
        assert_eq!(b.write(0x1000, u32::MAX), DECERR);
        b.clock(&Outputs {
            m_axi_araddr: 0x1000,
            m_axi_arvalid: 1,
            ..Outputs::default()
        });
        b.clock(&Outputs::default());
        let inputs = b.clock(&Outputs {
            m_axi_rready: 1,
            ..Outputs::default()
        });
        assert_eq!(
            (inputs.m_axi_rvalid, inputs.m_axi_rresp, inputs.m_axi_rlast),
            (1, DECERR, 1)
        );
    }

    #[test]
    fn a_burst_is_read_beat_by_beat() {
        let mut b = Bench::new();
        let base = b.memory.iova();
        b.memory.write(base, &[1; 32]).unwrap();
        b.memory.write(base + 32, &[2; 32]).unwrap();
        b.clock(&Outputs {
            m_axi_araddr: base,
            m_axi_arlen: 1,
            m_axi_arvalid: 1,
            ..Outputs::default()
        });
        let beats: Vec<(u32, u8)> = (0..10)
            .map(|_| {
                b.clock(&Outputs {
                    m_axi_rready: 1,
                    ..Outputs::default()
                })
            })
            .filter(|inputs| inputs.m_axi_rvalid == 1)
            .map(|inputs| (inputs.m_axi_rdata[7], inputs.m_axi_rlast))
            .collect();
        assert_eq!(beats, [(0x0101_0101, 0), (0x0202_0202, 1)]);
    }

    #[test]
    #[should_panic(expected = "crosses 4 KiB")]
    fn a_burst_across_a_page_is_told() {
        let mut b = Bench::new();
        let address = b.memory.iova() + 4096 - 32;
        b.clock(&Outputs {
            m_axi_awaddr: address,
            m_axi_awlen: 1,
            m_axi_awvalid: 1,
            ..Outputs::default()
        });
    }

    #[test]
    #[should_panic(expected = "wlast at beat 0 of a burst of 2")]
    fn a_wrong_last_beat_is_told() {
        let mut b = Bench::new();
        let address = b.memory.iova();
        b.clock(&Outputs {
            m_axi_awaddr: address,
            m_axi_awlen: 1,
            m_axi_awvalid: 1,
            m_axi_wlast: 1,
            m_axi_wvalid: 1,
            ..Outputs::default()
        });
    }

    #[test]
    #[should_panic(expected = "m_axi_aw: valid fell before ready")]
    fn a_withdrawn_address_is_told() {
        let mut held = Held::new("m_axi_aw");
        held.observe(true, false, 1);
        held.observe(false, true, 1);
    }
}
