//! The whole device: opened, its rings set up, reset, closed.
use crate::device::Device;
use crate::error::{DeviceGone, LendError, MailboxError, OpenError, RingError, SendError};
use crate::lent_ring::{LentRing, OtherRing};
use crate::lookup::LookupTable;
use crate::mailbox::{Command, Mailbox, Tag, CHOSEN_TAG_MIN};
use crate::memory::DmaArena;
use crate::rx_ring::{RxEntry, RxRing};
use crate::stats::Stats;
use crate::tx_ring::TxRing;
use fixnic_abi::limits::{
    ENTRY_BYTES, GRANULE_BYTES, MAX_FRAME_BYTES, RING_LOG2_MAX, RING_LOG2_MIN, RX_RINGS_MAX,
};
use fixnic_abi::lookup::{BANKS, BUCKET_BITS, WAYS};
use fixnic_abi::reg::{self, field, Register};
use fixnic_abi::{FenceEntry, FrameEntry};

/// What an absent device's registers read.
const ALL_ONES: u32 = u32::MAX;
/// Reads of CONTROL after which a reset is given up: 0.1 s at a microsecond each, where a reset takes less than one.
const RESET_READS_MAX: u32 = 100_000;
/// Reads of STATUS after which a reset is commanded even if the core is not idle: tables are cleared in 1,024 clocks.
const IDLE_READS_MAX: u32 = 2_000;
/// Smallest logarithm of the TX ring (TX_SIZE).
const TX_LOG2_MIN: u32 = 2;

/// Number and sizes of the rings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NicConfig {
    /// RX rings, 1 to what the build has. Ring 0 is polled with [`Nic::poll`], the others may be lent to threads ([`Nic::lend_ring`]).
    pub rx_rings: u32,
    /// Logarithm of the RX ring's entries, 7 to 15.
    pub rx_entry_log2: u32,
    /// Logarithm of the RX buffer's 64-byte granules, 7 to 15.
    pub rx_buffer_log2: u32,
    /// Logarithm of the TX ring's frames, 2 to 15.
    pub tx_log2: u32,
}

impl Default for NicConfig {
    /// One RX ring of 4,096 entries, 1 MiB of frames, 512 frames to send.
    fn default() -> Self {
        Self {
            rx_rings: 1,
            rx_entry_log2: 12,
            rx_buffer_log2: 14,
            tx_log2: 9,
        }
    }
}

impl NicConfig {
    fn check(&self) -> Result<(), OpenError> {
        let ring = RING_LOG2_MIN..=RING_LOG2_MAX;
        for (name, value, range) in [
            ("rx_rings", self.rx_rings, 1..=RX_RINGS_MAX),
            ("rx_entry_log2", self.rx_entry_log2, ring.clone()),
            ("rx_buffer_log2", self.rx_buffer_log2, ring),
            ("tx_log2", self.tx_log2, TX_LOG2_MIN..=RING_LOG2_MAX),
        ] {
            if !range.contains(&value) {
                return Err(OpenError::Config {
                    name,
                    found: value,
                    min: *range.start(),
                    max: *range.end(),
                });
            }
        }
        Ok(())
    }

    /// Bytes of all rings, with room for their alignment.
    fn arena_bytes(&self) -> usize {
        let ring = (ENTRY_BYTES << self.rx_entry_log2) + (GRANULE_BYTES << self.rx_buffer_log2);
        let rx = (ring + 2 * MAX_FRAME_BYTES) * self.rx_rings as usize;
        let tx = (ENTRY_BYTES + MAX_FRAME_BYTES) << self.tx_log2;
        rx + tx + 8 * MAX_FRAME_BYTES
    }
}

/// What the build has, from the GEOMETRY register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Geometry {
    /// Sessions.
    pub sessions: u16,
    /// Slots of the lookup table.
    pub slots: u32,
    /// RX rings.
    pub rx_rings: u32,
    /// Logarithm of the engines of an aggregate; 0 where there is one.
    pub engines_log2: u32,
    /// Bytes of a beat.
    pub lanes: u32,
    /// Period of the core's clock in picoseconds.
    pub clock_ps: u32,
}

/// An open device with its rings. Dropping it stops the device and takes its memory back.
#[derive(Debug)]
pub struct Nic<D: Device> {
    device: D,
    arena: DmaArena,
    geometry: Geometry,
    epoch: u8,
    rx: RxRing,
    /// Rings 1 and up.
    others: Vec<OtherRing>,
    /// Ring of each session's last ARM, where fences of its other commands go.
    session_rings: Vec<u8>,
    frames_discarded: u64,
    tx: TxRing,
    mailbox: Mailbox,
    lookup: LookupTable,
}

impl<D: Device> Nic<D> {
    /// Opens a device: makes sure that it is one and speaks this contract, resets it, and starts its rings. Sessions are
    /// armed afterwards, one by one.
    ///
    /// Of an aggregate each engine's first ring is opened, though `config` asks for fewer rings: [`Nic::rx_rings`] tells how many there are, and
    /// those beside ring 0 are polled, or emptied by [`Nic::serve_rings`].
    pub fn open(mut device: D, config: NicConfig) -> Result<Self, OpenError> {
        config.check()?;
        let geometry = identify(&mut device)?;
        // What of an engine's frames is of no session comes to its first ring, whether a session asks for that ring or not.
        let engines = 1 << geometry.engines_log2;
        if config.rx_rings > geometry.rx_rings {
            return Err(OpenError::Config {
                name: "rx_rings",
                found: config.rx_rings,
                min: 1,
                max: geometry.rx_rings,
            });
        }
        let config = NicConfig {
            rx_rings: config.rx_rings.max(engines),
            ..config
        };
        let mut arena = DmaArena::new(config.arena_bytes())?;
        let rx = RxRing::new(0, config.rx_entry_log2, config.rx_buffer_log2, &mut arena)?;
        let others = (1..config.rx_rings)
            .map(|number| RxRing::new(number, config.rx_entry_log2, config.rx_buffer_log2, &mut arena))
            .map(|ring| ring.map(OtherRing::new))
            .collect::<Result<_, _>>()?;
        let tx = TxRing::new(config.tx_log2, &mut arena)?;
        // Whatever used the device before may have left it writing.
        reset(&mut device)?;
        device.map_dma(&arena.host_memory())?;
        let mut nic = Self {
            device,
            arena,
            geometry,
            epoch: 0,
            rx,
            others,
            session_rings: vec![0; usize::from(geometry.sessions)],
            frames_discarded: 0,
            tx,
            mailbox: Mailbox::new(),
            lookup: LookupTable::new(geometry.sessions, geometry.slots, geometry.engines_log2),
        };
        nic.start()?;
        Ok(nic)
    }

    fn start(&mut self) -> Result<(), OpenError> {
        self.epoch = read_alive(&mut self.device, &reg::EPOCH)? as u8;
        self.rx.enable(&mut self.device, self.epoch);
        for other in &mut self.others {
            other.enable(&mut self.device, self.epoch);
        }
        self.tx.enable(&mut self.device, self.epoch);
        let control = field::CONTROL::rx_enable.put(1) | field::CONTROL::tx_enable.put(1);
        self.device.write32(reg::CONTROL.at(0), control);
        let status = read_alive(&mut self.device, &reg::STATUS)?;
        if field::STATUS::ring_refused.get(status) != 0 {
            return Err(OpenError::RingRefused { status });
        }
        Ok(())
    }

    /// Resets the device and starts it anew, with nothing armed, queued or waiting. Frames in the rings are lost; TCP
    /// brings them again. Rings that are lent are off from then on until their threads have dropped them.
    pub fn reset(&mut self) -> Result<(), OpenError> {
        self.others.iter_mut().for_each(OtherRing::end);
        reset(&mut self.device)?;
        self.mailbox.clear();
        self.lookup.clear();
        self.session_rings.fill(0);
        self.start()
    }

    /// RX rings that are set up, ring 0 among them.
    pub fn rx_rings(&self) -> u32 {
        self.others.len() as u32 + 1
    }

    /// The RX rings that a write error has stopped, a bit each (STATUS.ring_stopped; docs/datapath.md, 6.9). Not for the poll path: it waits for the
    /// device. Nothing arrives in a stopped ring, and what it holds may be in part what the failed write left there: it is not to be polled
    /// any more. [`Nic::restart_ring`] sets it up anew. Other rings go on.
    pub fn stopped_rings(&mut self) -> Result<u32, DeviceGone> {
        let status = read_alive(&mut self.device, &reg::STATUS)?;
        Ok(field::STATUS::ring_stopped.get(status) & ((1 << self.rx_rings()) - 1))
    }

    /// Starts a stopped ring anew, empty. False: not yet, call again; the core still writes what was under way, or the ring is lent and its thread,
    /// which is told with its next poll, has not dropped it yet. True: the ring runs, and one that had been lent can be lent anew.
    ///
    /// Frames meanwhile were dropped and counted; TCP repeats them. Sessions of the ring may have moved on without the host: they are
    /// to be armed anew. A command whose fence was lost with the ring is given once more, under its tag.
    pub fn restart_ring(&mut self, number: u32) -> Result<bool, DeviceGone> {
        if self.stopped_rings()? & 1 << number == 0 {
            return Ok(true);
        }
        if number == 0 {
            let mut begin = Begin {
                mailbox: &mut self.mailbox,
                session_rings: &self.session_rings,
                epoch: self.epoch,
            };
            return Ok(begin.ring(&mut self.device, &mut self.rx));
        }
        if let Some(other) = self.others.get_mut(number as usize - 1) {
            other.stop();
        }
        self.restart_others();
        Ok(self
            .others
            .get(number as usize - 1)
            .is_some_and(|other| !other.is_off()))
    }

    /// Rings that were off and are here again begin anew.
    fn restart_others(&mut self) {
        let mut begin = Begin {
            mailbox: &mut self.mailbox,
            session_rings: &self.session_rings,
            epoch: self.epoch,
        };
        for other in &mut self.others {
            other.begin_anew(&mut self.device, &mut begin);
        }
    }

    /// Entries that an RX ring has room for.
    pub fn rx_entries(&self) -> u32 {
        self.rx.entries()
    }

    /// What the build has.
    pub fn geometry(&self) -> Geometry {
        self.geometry
    }

    /// Number of this life of the device, raised by each reset.
    pub fn epoch(&self) -> u8 {
        self.epoch
    }

    /// Whether the DMA memory is made of huge pages.
    pub fn huge_pages(&self) -> bool {
        self.arena.huge_pages()
    }

    /// The next entry of the RX ring, if there is one. See [`RxRing::poll`]. A fence is handed to the mailbox as well: pass it on
    /// to [`Nic::answered`].
    #[inline(always)]
    pub fn poll(&mut self) -> Result<Option<RxEntry>, RingError> {
        self.rx.poll()
    }

    /// Copies the bytes of a frame polled since the last [`Nic::return_credit`]. See [`RxRing::read_frame`].
    #[inline]
    pub fn read_frame(&self, frame: &FrameEntry, out: &mut [u8; MAX_FRAME_BYTES]) -> usize {
        self.rx.read_frame(frame, out)
    }

    /// Gives the room of everything polled back to the device.
    #[inline]
    pub fn return_credit(&mut self) {
        self.rx.return_credit(&mut self.device);
    }

    /// Lends RX ring `number`, 1 or higher, to a thread that polls it; sessions are steered there by the ring in [`Command::Arm`]. What the
    /// ring holds already goes along. The owner calls [`Nic::serve_rings`] as often as it polls. Dropping the ring gives it back.
    ///
    /// # Errors
    /// When there is no such ring, or it is lent or stopped.
    pub fn lend_ring(&mut self, number: u32) -> Result<LentRing, LendError> {
        let rings = self.others.len() as u32 + 1;
        let none = LendError::NoSuchRing { ring: number, rings };
        let index = number.checked_sub(1).ok_or(none)? as usize;
        let other = self.others.get_mut(index).ok_or(none)?;
        if other.is_off() && !other.is_lent() {
            return Err(LendError::Stopped { ring: number });
        }
        other.lend().ok_or(LendError::Lent { ring: number })
    }

    /// Does for rings 1 and up what their pollers cannot: writes the credit that they returned to the device, takes back what they dropped, and gives
    /// a fence that one of them has found, for [`Nic::answered`]. Call it until there is no fence. A ring that nobody polls is emptied
    /// here, so that its fences still come; its frames are counted and discarded. No system call, no lock but when a ring comes back.
    ///
    /// # Errors
    /// As [`Nic::poll`], of a ring that nobody polls.
    #[inline]
    pub fn serve_rings(&mut self) -> Result<Option<FenceEntry>, RingError> {
        if self.others.iter().any(OtherRing::is_off) {
            self.restart_others();
        }
        for other in &mut self.others {
            let fence = other.serve(&mut self.device, &mut self.frames_discarded)?;
            if fence.is_some() {
                return Ok(fence);
            }
        }
        Ok(None)
    }

    /// Frames found in rings 1 and up while nobody polled them.
    pub fn frames_discarded(&self) -> u64 {
        self.frames_discarded
    }

    /// Frames that may be queued for sending now.
    #[inline]
    pub fn tx_room(&mut self) -> Result<usize, RingError> {
        self.tx.room()
    }

    /// Queues a frame for sending; [`Nic::announce`] starts it.
    #[inline]
    pub fn queue(&mut self, frame: &[u8]) -> Result<(), SendError> {
        self.tx.queue(frame)
    }

    /// Tells the device of the frames queued.
    #[inline]
    pub fn announce(&mut self) {
        self.tx.announce(&mut self.device);
    }

    /// Frames queued and not yet sent.
    pub fn tx_in_flight(&mut self) -> Result<usize, RingError> {
        self.tx.in_flight()
    }

    /// Queues a mailbox command; its fence comes through [`Nic::poll`] or [`Nic::serve_rings`] with the tag returned.
    pub fn submit(&mut self, command: Command) -> Result<Tag, MailboxError> {
        self.take_ring_of(&command)?;
        self.mailbox.submit(&mut self.device, command)
    }

    /// The same under a tag of the caller's, [`CHOSEN_TAG_MIN`] or higher, for those who know their commands' tags before the mailbox has
    /// them. No two commands on their way may share one.
    pub fn submit_as(&mut self, tag: Tag, command: Command) -> Result<(), MailboxError> {
        debug_assert!(
            tag >= CHOSEN_TAG_MIN,
            "the tags below are the mailbox's own: {tag}"
        );
        self.take_ring_of(&command)?;
        self.mailbox.submit_as(&mut self.device, tag, command)
    }

    /// Takes note of the ring of an ARM, if it can be there.
    fn take_ring_of(&mut self, command: &Command) -> Result<(), MailboxError> {
        if let Command::Arm { ring, place, .. } = *command {
            let (engine, engines) = (self.lookup.engine(&place.tuple), self.lookup.engines());
            if u32::from(ring) % engines != engine {
                return Err(MailboxError::WrongEngine {
                    ring,
                    engine,
                    engines,
                });
            }
            // With its ring off the command would have no fence.
            let other = usize::from(ring)
                .checked_sub(1)
                .map(|index| self.others.get(index));
            if other.is_some_and(|other| other.is_none_or(OtherRing::is_off)) {
                return Err(MailboxError::RingOff { ring });
            }
            if let Some(last) = self.session_rings.get_mut(usize::from(place.session)) {
                *last = ring;
            }
        }
        Ok(())
    }

    #[cfg(test)]
    pub(crate) fn go_on_from_tag(&mut self, tag: Tag) {
        self.mailbox.go_on_from_tag(tag);
    }

    /// The command that a polled fence answers; `None` if it answers none of ours. Starts the next command.
    pub fn answered(&mut self, fence: &FenceEntry) -> Option<Command> {
        self.mailbox.on_fence(&mut self.device, fence)
    }

    /// Whether no command waits or is under way.
    pub fn mailbox_is_idle(&self) -> bool {
        self.mailbox.is_idle()
    }

    /// Session numbers and lookup slots.
    pub fn lookup(&mut self) -> &mut LookupTable {
        &mut self.lookup
    }

    /// Every counter, latched together.
    pub fn stats(&mut self) -> Result<Stats, DeviceGone> {
        let stats = Stats::read(&mut self.device);
        // Counters of a device that is gone would be all ones as well.
        self.check_alive().map(|()| stats)
    }

    /// Reads ID, to see whether the device is still there. Not for the poll path: it waits for the device.
    pub fn check_alive(&mut self) -> Result<(), DeviceGone> {
        read_alive(&mut self.device, &reg::ID).map(drop)
    }

    /// Reads EPOCH, to see whether somebody else has reset the device, after which nothing would arrive any more. Not for the
    /// poll path either.
    pub fn is_reset_by_another(&mut self) -> Result<bool, DeviceGone> {
        Ok(read_alive(&mut self.device, &reg::EPOCH)? as u8 != self.epoch)
    }

    /// Lets a simulated device run up to `now_ns`.
    #[inline]
    pub fn advance(&mut self, now_ns: u64) {
        self.device.advance(now_ns);
    }

    /// Has `vector` fire once, when there is something new (IRQ_ARM; docs/datapath.md, section 9).
    pub fn arm_interrupt(&mut self, vector: u32) {
        self.device.write32(reg::IRQ_ARM.at(0), 1 << vector);
    }

    /// The device, for its interrupts, or for the far end of a simulated wire.
    pub fn device_mut(&mut self) -> &mut D {
        &mut self.device
    }
}

/// What a ring's new beginning within a life of the device takes.
pub(crate) struct Begin<'a> {
    mailbox: &'a mut Mailbox,
    session_rings: &'a [u8],
    pub(crate) epoch: u8,
}

impl Begin<'_> {
    /// Enables a ring that the core has stopped, unless its memory may still be written to or the command under way may still
    /// leave its fence there.
    pub(crate) fn ring(&mut self, device: &mut impl Device, ring: &mut RxRing) -> bool {
        let number = ring.number();
        let is_draining = field::RX_ENABLE::draining.get(device.read32(reg::RX_ENABLE.at(number))) == 1;
        let its_fence_is_lost = self.mailbox.under_way().is_some_and(|command| {
            let last = self.session_rings.get(usize::from(command.session()));
            u32::from(command.ring().or(last.copied()).unwrap_or(0)) == number
        });
        let mut is_busy = || field::CMD_STATUS::busy.get(device.read32(reg::CMD_STATUS.at(0))) == 1;
        if is_draining || its_fence_is_lost && is_busy() {
            return false;
        }
        ring.enable(device, self.epoch);
        if its_fence_is_lost {
            self.mailbox.repeat(device);
        }
        true
    }
}

impl<D: Device> Drop for Nic<D> {
    fn drop(&mut self) {
        self.others.iter_mut().for_each(OtherRing::end);
        // Nothing may write to the memory once it is unmapped. A device that is gone does not.
        let _ = reset(&mut self.device);
        self.device.unmap_dma(self.arena.host_memory().iova());
    }
}

fn read_alive(device: &mut impl Device, register: &Register) -> Result<u32, DeviceGone> {
    match device.read32(register.at(0)) {
        ALL_ONES => Err(DeviceGone {
            register: register.name,
            found: ALL_ONES,
        }),
        value => Ok(value),
    }
}

fn identify(device: &mut impl Device) -> Result<Geometry, OpenError> {
    let id = read_alive(device, &reg::ID)?;
    if id != fixnic_abi::ID {
        return Err(OpenError::NotFixnic {
            expected: fixnic_abi::ID,
            found: id,
        });
    }
    let version = read_alive(device, &reg::ABI_VERSION)?;
    let major = field::ABI_VERSION::major;
    if major.get(version) != major.get(fixnic_abi::ABI_VERSION) {
        let expected = major.get(fixnic_abi::ABI_VERSION);
        return Err(OpenError::AbiMajor {
            expected,
            found: major.get(version),
        });
    }
    let geometry = read_alive(device, &reg::GEOMETRY)?;
    let clock_ps = read_alive(device, &reg::CLOCK_PS)?;
    let engines_log2 = read_alive(device, &reg::ENGINES_LOG2)?;
    use field::GEOMETRY::{lanes, rx_rings, sessions_log2, slots_log2};
    let slots_expected = (BANKS * WAYS).ilog2() + BUCKET_BITS;
    for (name, found, min, max) in [
        // Session numbers have 16 bits, and NO_SESSION is not one of them.
        ("sessions_log2", sessions_log2.get(geometry), 0, 15),
        // The hash that chooses a slot is part of the contract.
        (
            "slots_log2",
            slots_log2.get(geometry),
            slots_expected,
            slots_expected,
        ),
        (
            "rx_rings",
            rx_rings.get(geometry),
            1,
            fixnic_abi::limits::RX_RINGS_MAX,
        ),
        (
            "engines_log2",
            engines_log2,
            0,
            fixnic_abi::limits::ENGINES_MAX.ilog2(),
        ),
    ] {
        if !(min..=max).contains(&found) {
            return Err(OpenError::Geometry {
                field: name,
                found,
                min,
                max,
            });
        }
    }
    Ok(Geometry {
        sessions: 1 << sessions_log2.get(geometry),
        slots: 1 << slots_log2.get(geometry),
        rx_rings: rx_rings.get(geometry),
        engines_log2,
        lanes: lanes.get(geometry),
        clock_ps,
    })
}

/// Resets the device and waits until it has. Not in the poll path, bounded.
fn reset(device: &mut impl Device) -> Result<(), OpenError> {
    // After power-up the core clears its tables first, and does not see a reset meanwhile. One that is in the middle of traffic may
    // never be idle, and does see it.
    for _ in 0..IDLE_READS_MAX {
        if field::STATUS::idle.get(read_alive(device, &reg::STATUS)?) == 1 {
            break;
        }
    }
    device.write32(reg::CONTROL.at(0), field::CONTROL::reset.put(1));
    for _ in 0..RESET_READS_MAX {
        let control = read_alive(device, &reg::CONTROL)?;
        if field::CONTROL::reset.get(control) == 0 {
            return Ok(());
        }
    }
    Err(OpenError::ResetTimeout {
        reads: RESET_READS_MAX,
    })
}
