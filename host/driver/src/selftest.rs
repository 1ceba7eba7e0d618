//! Whether a device does what the driver relies on, each part by itself: registers, both directions of DMA on every ring, interrupts,
//! refusal of addresses that are not mapped, reset.
//!
//! Only the frame buffer needs a wire, one on which what is sent comes back; the other steps send frames of an Ethertype for experiments
//! to a made-up address, and ignore what arrives.
use crate::device::{Device, ERROR_VECTOR};
use crate::error::OpenError;
use crate::mailbox::Command;
use crate::nic::{Nic, NicConfig};
use crate::pci::Interrupts;
use crate::rx_ring::RxEntry;
use fixnic_abi::counter::Counter;
use fixnic_abi::limits::MAX_FRAME_BYTES;
use fixnic_abi::reg::{self, field, Register};
use fixnic_abi::{CommandResult, FenceEntry};
use thiserror::Error;

/// Small rings, so that every slot is used several times, with either phase.
const RINGS: NicConfig = NicConfig {
    rx_rings: 1,
    rx_entry_log2: 8,
    rx_buffer_log2: 10,
    tx_log2: 5,
};
/// Three rounds of the RX ring.
const FENCES: u32 = 3 << RINGS.rx_entry_log2;
/// Ten rounds of the TX ring.
const TX_FRAMES: u64 = 10 << RINGS.tx_log2;
/// Frames under way in the loopback: within every ring and the ingress FIFO.
const LOOPBACK_WINDOW: u64 = 16;
/// Bits 32 and up of an address that no arena has: where it is written, nothing is mapped.
const UNMAPPED_HI: u32 = 0x13;

const RX_VECTOR: u32 = field::IRQ_ARM::rx.lsb;
const TX_VECTOR: u32 = field::IRQ_ARM::tx.lsb;

/// IEEE 802, local experimental Ethertype 1: no stack acts on it.
const ETHERTYPE: [u8; 2] = [0x88, 0xb5];
/// Locally administered addresses.
const ADDRESSES: [u8; 12] = [2, 0xf1, 0xc5, 0, 0, 1, 2, 0xf1, 0xc5, 0, 0, 2];
const STEP_AT: usize = 14;
const NUMBER_AT: usize = 15;
const PAYLOAD_AT: usize = 23;
const FRAME_BYTES_MIN: u64 = 60;

/// What to test.
#[derive(Debug, Clone, Copy)]
pub struct SelfTest {
    /// Frames to send round a wire that brings them back; 0: there is no such wire.
    pub loopback_frames: u64,
    /// How the device was opened: interrupts are tested if it has them.
    pub interrupts: Interrupts,
    /// How long anything may take, in nanoseconds.
    pub patience_ns: u64,
}

/// The device failed.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum SelfTestError {
    /// It could not be opened or reset.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// It did something else than it should.
    #[error("{step}: expected {expected}, found {found}")]
    Wrong {
        /// Part of the test.
        step: &'static str,
        /// What should have been.
        expected: String,
        /// What was.
        found: String,
    },
    /// Somebody else has reset it.
    #[error("{step}: the device was reset by somebody else, so nothing arrives any more; stop whoever does that, then open it again")]
    ResetByAnother {
        /// Part of the test.
        step: &'static str,
    },
    /// It did not do it in time.
    #[error("{step}: {awaited} did not come within {patience_ns} ns; {hint}")]
    Late {
        /// Part of the test.
        step: &'static str,
        /// What was waited for.
        awaited: String,
        /// How long, in nanoseconds.
        patience_ns: u64,
        /// Where to look.
        hint: &'static str,
    },
}

/// Runs every part on `device`, which is reset before and after. `now_ns` is a clock that never runs back; `passed` is told of each
/// part that has passed, and what it did.
pub fn run<D: Device>(
    device: D,
    plan: &SelfTest,
    now_ns: &mut dyn FnMut() -> u64,
    passed: &mut dyn FnMut(&'static str, String),
) -> Result<(), SelfTestError> {
    let mut run = Run {
        nic: Nic::open(device, RINGS)?,
        plan: *plan,
        now_ns,
        buffer: [0; MAX_FRAME_BYTES],
    };
    let mut part = |step, done: Result<String, SelfTestError>| done.map(|what| passed(step, what));
    part("registers", run.registers())?;
    part("rx ring", run.rx_ring())?;
    part("tx ring", run.tx_ring())?;
    if plan.loopback_frames > 0 {
        part("loopback", run.loopback())?;
    }
    if plan.interrupts == Interrupts::MsiX {
        part("interrupts", run.vectors())?;
    }
    part("confinement", run.confinement())?;
    part("reset", run.reset())
}

struct Run<'a, D: Device> {
    nic: Nic<D>,
    plan: SelfTest,
    now_ns: &'a mut dyn FnMut() -> u64,
    buffer: [u8; MAX_FRAME_BYTES],
}

impl<D: Device> Run<'_, D> {
    fn registers(&mut self) -> Result<String, SelfTestError> {
        let step = "registers";
        // All ones is what an absent device reads.
        let walking = (0..32).map(|bit| 1u32 << bit);
        let mut values = 0;
        for value in walking
            .clone()
            .chain(walking.map(|bit| !bit))
            .chain([0, 0x5555_aaaa])
        {
            let device = self.nic.device_mut();
            device.write32(reg::SCRATCH.at(0), value);
            let found = device.read32(reg::SCRATCH.at(0));
            if found == u32::MAX {
                // That was never written: better news than a wrong value.
                self.nic.check_alive().map_err(OpenError::from)?;
            }
            same(step, format_args!("SCRATCH {value:#010x}"), value, found)?;
            values += 1;
        }
        let geometry = self.nic.geometry();
        Ok(format!(
            "{values} values; {} sessions, {} slots, {} RX rings, clock {} ps",
            geometry.sessions, geometry.slots, geometry.rx_rings, geometry.clock_ps
        ))
    }

    /// Commands for a session that is not armed are refused, each with an entry in the ring: no wire needed.
    fn rx_ring(&mut self) -> Result<String, SelfTestError> {
        for _ in 0..FENCES {
            self.fence("rx ring")?;
        }
        Ok(format!("{FENCES} entries by DMA, in order, through every slot"))
    }

    fn fence(&mut self, step: &'static str) -> Result<(), SelfTestError> {
        let command = Command::SetExpected {
            session: 0,
            expected: 1,
        };
        let tag = self
            .nic
            .submit(command)
            .map_err(|error| wrong(step, "a free mailbox", error))?;
        let fence: FenceEntry = self.wait(step, "a FENCE entry", |run, entry| {
            let RxEntry::Fence(fence) = entry? else {
                return None;
            };
            run.nic.answered(&fence);
            Some(fence)
        })?;
        self.nic.return_credit();
        same(step, "the fence's tag", tag, fence.tag)?;
        same(
            step,
            "the fence's result",
            CommandResult::BadState as u8,
            fence.result,
        )
    }

    fn tx_ring(&mut self) -> Result<String, SelfTestError> {
        let step = "tx ring";
        let before = self.counter(step, Counter::TxFrames)?;
        for number in 0..TX_FRAMES {
            self.send(step, 1, number)?;
        }
        self.drain_tx(step)?;
        let sent = self.counter(step, Counter::TxFrames)? - before;
        same(step, "tx_frames", TX_FRAMES, sent)?;
        Ok(format!(
            "{TX_FRAMES} frames read by DMA and sent, through every slot"
        ))
    }

    fn loopback(&mut self) -> Result<String, SelfTestError> {
        let step = "loopback";
        self.settle(step)?;
        let frames = self.plan.loopback_frames;
        let (mut sent, mut bytes) = (0, 0);
        for number in 0..frames {
            if sent - number <= LOOPBACK_WINDOW / 2 {
                while sent < frames && sent < number + LOOPBACK_WINDOW {
                    self.queue(step, 2, sent)?;
                    sent += 1;
                }
                // One doorbell of either ring for half a window.
                self.nic.announce();
                self.nic.return_credit();
            }
            let length = self.wait(step, "a frame sent round the wire", |run, entry| {
                let RxEntry::Frame(frame) = entry? else {
                    return None;
                };
                let length = run.nic.read_frame(&frame, &mut run.buffer);
                is_ours(&run.buffer[..length], 2).then_some(length)
            })?;
            let mut expected = [0; MAX_FRAME_BYTES];
            let expected = fill(&mut expected, 2, number);
            let found = &self.buffer[..length];
            if found != expected {
                let at = found.iter().zip(expected).position(|(a, b)| a != b);
                let what = format!("the {} bytes of frame {number}", expected.len());
                return Err(wrong(
                    step,
                    &what,
                    format_args!("{length} bytes, first difference at {at:?}"),
                ));
            }
            bytes += length;
        }
        self.nic.return_credit();
        self.drain_tx(step)?;
        Ok(format!("{frames} frames, {bytes} bytes, every byte compared"))
    }

    fn vectors(&mut self) -> Result<String, SelfTestError> {
        let step = "interrupts";
        for vector in [RX_VECTOR, TX_VECTOR] {
            self.settle(step)?;
            self.take(vector);
            self.arm(vector);
            match vector {
                RX_VECTOR => self.fence(step)?,
                _ => self.send(step, 1, 0)?,
            }
            self.wait_vector(step, vector)?;
            self.settle(step)?;
            // Disarmed by firing: more of the same does not fire it again.
            self.fence(step)?;
            self.send(step, 1, 1)?;
            self.drain_tx(step)?;
            same(
                step,
                format_args!("vector {vector} while disarmed"),
                false,
                self.take(vector),
            )?;
        }
        Ok("vectors of RX ring 0 and TX fire once when armed".into())
    }

    /// A completion goes to where nothing is mapped, then a descriptor is fetched from there: both must fail and be counted, and the second
    /// may send nothing.
    fn confinement(&mut self) -> Result<String, SelfTestError> {
        let step = "confinement";
        self.settle(step)?;
        self.unmapped(step, &reg::TX_COMPLETION_HI, Counter::AxiWriteError)?;
        self.nic.reset()?;
        let sent = self.counter(step, Counter::TxFrames)?;
        self.unmapped(step, &reg::TX_RING_HI, Counter::AxiReadError)?;
        same(step, "tx_frames", sent, self.counter(step, Counter::TxFrames)?)?;
        Ok("a write and a read of addresses that are not mapped were refused and counted".into())
    }

    /// Has the device send one frame while the address whose upper half is in `register` leads nowhere.
    fn unmapped(
        &mut self,
        step: &'static str,
        register: &Register,
        errors: Counter,
    ) -> Result<(), SelfTestError> {
        let before = self.counter(step, errors)?;
        self.take(ERROR_VECTOR);
        self.arm(ERROR_VECTOR);
        let rx_only = field::CONTROL::rx_enable.put(1);
        let both = rx_only | field::CONTROL::tx_enable.put(1);
        let device = self.nic.device_mut();
        device.write32(reg::CONTROL.at(0), rx_only);
        device.write32(register.at(0), UNMAPPED_HI);
        device.write32(reg::CONTROL.at(0), both);
        device.write32(reg::TX_DOORBELL.at(0), 1);
        let end = self.deadline();
        while self.counter(step, errors)? == before {
            self.in_time(
                end,
                step,
                Counter::ALL[errors as usize].name,
                "is the IOMMU on, and the mapping no larger than the arena?",
            )?;
        }
        if self.plan.interrupts == Interrupts::MsiX {
            self.wait_vector(step, ERROR_VECTOR)?;
        }
        Ok(())
    }

    fn reset(&mut self) -> Result<String, SelfTestError> {
        let step = "reset";
        let before = self.nic.epoch();
        self.nic.reset()?;
        same(step, "the epoch", before.wrapping_add(1), self.nic.epoch())?;
        self.fence(step)?;
        self.send(step, 3, 0)?;
        self.drain_tx(step)?;
        Ok(format!(
            "epoch {before} became {}, the rings work again",
            self.nic.epoch()
        ))
    }

    /// Sends frame `number`, as soon as there is room. What arrives meanwhile is ignored, except during the loopback, whose window
    /// keeps within the room.
    fn send(&mut self, step: &'static str, tag: u8, number: u64) -> Result<(), SelfTestError> {
        self.queue(step, tag, number)?;
        self.nic.announce();
        Ok(())
    }

    fn queue(&mut self, step: &'static str, tag: u8, number: u64) -> Result<(), SelfTestError> {
        let mut frame = [0; MAX_FRAME_BYTES];
        let frame = fill(&mut frame, tag, number);
        let end = self.deadline();
        while self.tx(step, |nic| nic.tx_room())? == 0 {
            self.discard(step)?;
            self.in_time(
                end,
                step,
                "room in the TX ring",
                "does the device read memory? see STATUS and axi_read_error",
            )?;
        }
        self.nic
            .queue(frame)
            .map_err(|error| wrong(step, "a frame taken", error))
    }

    fn drain_tx(&mut self, step: &'static str) -> Result<(), SelfTestError> {
        let end = self.deadline();
        while self.tx(step, |nic| nic.tx_in_flight())? > 0 {
            self.discard(step)?;
            self.in_time(
                end,
                step,
                "the TX completion",
                "does the device write memory? see STATUS and axi_write_error",
            )?;
        }
        Ok(())
    }

    /// Waits until everything sent is out, and back where the wire brings it back, and takes what has arrived.
    fn settle(&mut self, step: &'static str) -> Result<(), SelfTestError> {
        self.drain_tx(step)?;
        let end = self.deadline();
        let sent = self.counter(step, Counter::TxFrames)?;
        while self.plan.loopback_frames > 0 && self.counter(step, Counter::RxFrames)? < sent {
            self.discard(step)?;
            self.in_time(end, step, "what was sent", "does the wire bring frames back?")?;
        }
        while self.discard(step)? {}
        Ok(())
    }

    fn discard(&mut self, step: &'static str) -> Result<bool, SelfTestError> {
        let found = self.entry(step)?.is_some();
        if found {
            self.nic.return_credit();
        }
        Ok(found)
    }

    fn entry(&mut self, step: &'static str) -> Result<Option<RxEntry>, SelfTestError> {
        let now_ns = (self.now_ns)();
        self.nic.advance(now_ns);
        let entry = self
            .nic
            .poll()
            .map_err(|error| wrong(step, "a ring in order", error))?;
        Ok(entry)
    }

    /// Polls until `wanted` takes an entry; entries that it does not take are dropped. The room of what it takes stays the host's: the caller
    /// gives it back.
    fn wait<T>(
        &mut self,
        step: &'static str,
        awaited: &str,
        mut wanted: impl FnMut(&mut Self, Option<RxEntry>) -> Option<T>,
    ) -> Result<T, SelfTestError> {
        let end = self.deadline();
        loop {
            let entry = self.entry(step)?;
            if let Some(found) = wanted(self, entry) {
                return Ok(found);
            }
            if entry.is_some() {
                self.nic.return_credit();
            }
            self.in_time(
                end,
                step,
                awaited,
                "does the wire bring frames back, and does the device write memory? see the statistics",
            )?;
        }
    }

    fn wait_vector(&mut self, step: &'static str, vector: u32) -> Result<(), SelfTestError> {
        let end = self.deadline();
        while !self.take(vector) {
            self.in_time(
                end,
                step,
                &format!("interrupt {vector}"),
                "is MSI-X on, and interrupt remapping? see /proc/interrupts",
            )?;
        }
        Ok(())
    }

    fn take(&mut self, vector: u32) -> bool {
        let now_ns = (self.now_ns)();
        self.nic.advance(now_ns);
        self.nic.device_mut().take_interrupt(vector)
    }

    fn arm(&mut self, vector: u32) {
        self.nic.arm_interrupt(vector);
    }

    fn tx<T>(
        &mut self,
        step: &'static str,
        ask: impl FnOnce(&mut Nic<D>) -> Result<T, crate::RingError>,
    ) -> Result<T, SelfTestError> {
        ask(&mut self.nic).map_err(|error| wrong(step, "a TX ring in order", error))
    }

    fn counter(&mut self, step: &'static str, counter: Counter) -> Result<u64, SelfTestError> {
        let stats = self.nic.stats().map_err(|error| wrong(step, "a device", error))?;
        Ok(stats.get(counter))
    }

    fn deadline(&mut self) -> u64 {
        (self.now_ns)().saturating_add(self.plan.patience_ns)
    }

    fn in_time(
        &mut self,
        end_ns: u64,
        step: &'static str,
        awaited: &str,
        hint: &'static str,
    ) -> Result<(), SelfTestError> {
        if (self.now_ns)() < end_ns {
            return Ok(());
        }
        // A device that is gone, or that somebody else has reset, is the better news.
        if self.nic.is_reset_by_another().map_err(OpenError::from)? {
            return Err(SelfTestError::ResetByAnother { step });
        }
        Err(SelfTestError::Late {
            step,
            awaited: awaited.to_owned(),
            patience_ns: self.plan.patience_ns,
            hint,
        })
    }
}

/// Frame `number` of a part: its length and every byte of it depend on both.
fn fill(buffer: &mut [u8; MAX_FRAME_BYTES], tag: u8, number: u64) -> &[u8] {
    let length = (FRAME_BYTES_MIN + number * 131 % (1_514 - FRAME_BYTES_MIN + 1)) as usize;
    let frame = &mut buffer[..length];
    frame[..12].copy_from_slice(&ADDRESSES);
    frame[12..STEP_AT].copy_from_slice(&ETHERTYPE);
    frame[STEP_AT] = tag;
    frame[NUMBER_AT..PAYLOAD_AT].copy_from_slice(&number.to_le_bytes());
    // xorshift: no byte tells its neighbour.
    let mut state = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    for byte in &mut frame[PAYLOAD_AT..] {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        *byte = state as u8;
    }
    frame
}

fn is_ours(frame: &[u8], tag: u8) -> bool {
    frame.len() >= PAYLOAD_AT && frame[12..STEP_AT] == ETHERTYPE && frame[STEP_AT] == tag
}

fn wrong(step: &'static str, expected: &str, found: impl ToString) -> SelfTestError {
    SelfTestError::Wrong {
        step,
        expected: expected.to_owned(),
        found: found.to_string(),
    }
}

fn same<T: PartialEq + std::fmt::Debug>(
    step: &'static str,
    what: impl ToString,
    expected: T,
    found: T,
) -> Result<(), SelfTestError> {
    if expected == found {
        return Ok(());
    }
    Err(SelfTestError::Wrong {
        step,
        expected: format!("{} {expected:?}", what.to_string()),
        found: format!("{found:?}"),
    })
}
