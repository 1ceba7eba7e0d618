//! Several threads poll the golden model, or the Verilated core, one RX ring each, while frames arrive steered to all of them.
//!
//! The core's clocks run on the owner's thread, a few with each of its turns; its writes to host memory are what the other threads see.
use fixnic_abi::counter::Counter;
use fixnic_abi::limits::MAX_FRAME_BYTES;
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::{reg, CommandResult, FenceEntry};
use fixnic_driver::error::LendError;
use fixnic_driver::{Command, LentRing, MailboxError, Nic, NicConfig, OpenError, Place};
use fixnic_driver::{Device, RingError, RxEntry, Tag, Wire};
use fixnic_sim::GoldenDevice;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

/// Frames for each ring of the golden model, many times what one holds.
const FRAMES: u32 = 20_000;
/// And of the core, which takes some dozen clocks for each.
#[cfg(feature = "verilated")]
const FRAMES_OF_THE_CORE: u32 = 3_000;
/// Frames that may be in a ring of 128 entries and 128 granules without being dropped: each takes two of both at most, and room for 40 and
/// 32 must be left, twice that where the buffer wraps.
const WINDOW: u32 = 20;
/// Turns without progress after which a test is given up.
const TURNS_MAX: u32 = 5_000_000;

/// A device whose time passes with its owner's turns.
trait Stepped: Device + Wire {
    fn step(&mut self);
}

impl Stepped for GoldenDevice {
    /// It does everything at once.
    fn step(&mut self) {}
}

#[cfg(feature = "verilated")]
impl Stepped for fixnic_sim::VerilatedDevice {
    fn step(&mut self) {
        self.run(16);
    }
}

fn open(rx_rings: u32) -> Nic<GoldenDevice> {
    open_on(GoldenDevice::new(), rx_rings)
}

fn open_on<D: Device>(device: D, rx_rings: u32) -> Nic<D> {
    let config = NicConfig {
        rx_rings,
        rx_entry_log2: 7,
        rx_buffer_log2: 7,
        tx_log2: 2,
    };
    Nic::open(device, config).unwrap()
}

fn tuple(ring: u32) -> FourTuple {
    FourTuple {
        local_ip: 0x0A00_0001,
        remote_ip: 0x0A00_0100 + ring,
        local_port: 40_000,
        remote_port: 9_000 + ring as u16,
    }
}

/// An empty segment of the ring's session, with padding behind it that no other frame has.
fn frame(ring: u32, number: u32) -> Vec<u8> {
    let tuple = tuple(ring);
    let mut frame = vec![2; 12];
    frame.extend([0x08, 0x00, 0x45, 0, 0, 40, 0, 0, 0, 0, 64, 6, 0, 0]);
    frame.extend(tuple.remote_ip.to_be_bytes());
    frame.extend(tuple.local_ip.to_be_bytes());
    frame.extend(tuple.remote_port.to_be_bytes());
    frame.extend(tuple.local_port.to_be_bytes());
    frame.extend([0; 8]);
    frame.extend([0x50, 0x10, 1, 0, 0, 0, 0, 0]);
    let padding = 6 + number % 60;
    frame.extend((0..padding).map(|at| (number * 31 + ring * 7 + at) as u8));
    frame.extend(number.to_be_bytes());
    frame
}

/// The fence that rings 1 and up have for the owner, after what their pollers need was done.
fn serve<D: Stepped>(nic: &mut Nic<D>) -> Option<FenceEntry> {
    nic.device_mut().step();
    nic.serve_rings().unwrap()
}

/// A session for each ring, armed.
fn arm<D: Stepped>(nic: &mut Nic<D>, rings: u32) -> Vec<Place> {
    (0..rings)
        .map(|ring| {
            let place = nic.lookup().take(tuple(ring)).unwrap();
            let arm = Command::Arm {
                place,
                ring: ring as u8,
                tcp_seq: 0,
                expected: 1,
            };
            let tag = nic.submit(arm).unwrap();
            let fence = turn_until(nic, |nic| match ring {
                0 => match nic.poll().unwrap() {
                    Some(RxEntry::Fence(fence)) => Some(fence),
                    None => {
                        nic.device_mut().step();
                        None
                    }
                    other => panic!("{other:?} where a fence was due"),
                },
                _ => serve(nic),
            });
            assert_eq!((fence.tag, fence.result), (tag, CommandResult::Ok as u8));
            assert_eq!(nic.answered(&fence), Some(arm));
            place
        })
        .collect()
}

/// What was found in one ring.
#[derive(Default)]
struct Found {
    frames: u32,
    fences: Vec<Tag>,
    buffer: Vec<u8>,
}

impl Found {
    fn take(&mut self, ring: u32, entry: RxEntry, read: impl FnOnce(&mut [u8; MAX_FRAME_BYTES]) -> usize) {
        match entry {
            RxEntry::Frame(_) => {
                let mut bytes = [0; MAX_FRAME_BYTES];
                let length = read(&mut bytes);
                self.buffer.clear();
                self.buffer.extend(&bytes[..length]);
                assert_eq!(
                    self.buffer,
                    frame(ring, self.frames),
                    "ring {ring}, frame {}",
                    self.frames
                );
                self.frames += 1;
            }
            RxEntry::Fence(fence) => self.fences.push(fence.tag),
            other => panic!("ring {ring}: {other:?} after {} frames", self.frames),
        }
    }
}

/// Polls a ring until the test is done, or the ring is wanted back.
fn poll(mut ring: LentRing, received: &AtomicU32, done: &AtomicBool) -> Found {
    let mut found = Found::default();
    let number = ring.number();
    while !done.load(Ordering::Acquire) {
        match ring.poll() {
            Ok(Some(entry)) => {
                let read = |out: &mut _| match &entry {
                    RxEntry::Frame(frame) => ring.read_frame(frame, out),
                    _ => 0,
                };
                found.take(number, entry, read);
            }
            Ok(None) => thread::yield_now(),
            Err(RingError::Ended { .. }) => break,
            Err(error) => panic!("{error}"),
        }
        ring.return_credit();
        received.store(found.frames, Ordering::Release);
    }
    found
}

/// Every frame once, whole, in the order of its ring; every command answered, in the ring of its session; no ring out of credit.
fn all_rings<D: Stepped>(device: D, rings: u32, frames: u32) {
    let mut nic = open_on(device, rings);
    let places = arm(&mut nic, rings);
    let received: Vec<_> = (0..rings).map(|_| AtomicU32::new(0)).collect();
    let mut submitted: Vec<Vec<Tag>> = vec![Vec::new(); rings as usize];
    let mut answered = Vec::new();
    let done = AtomicBool::new(false);
    let mut found = Found::default();
    let others: Vec<Found> = thread::scope(|scope| {
        // Within the scope, so that it ends its pollers if something fails here.
        let mut nic = nic;
        nic.return_credit();
        let pollers: Vec<_> = (1..rings)
            .map(|ring| {
                let lent = nic.lend_ring(ring).unwrap();
                assert_eq!(lent.number(), ring);
                assert_eq!(nic.lend_ring(ring).map(drop), Err(LendError::Lent { ring }));
                let (received, done) = (&received[ring as usize], &done);
                scope.spawn(move || poll(lent, received, done))
            })
            .collect();
        let mut sent = vec![0; rings as usize];
        let mut idle_turns = 0;
        while received
            .iter()
            .any(|count| count.load(Ordering::Acquire) < frames)
            || !nic.mailbox_is_idle()
        {
            idle_turns += 1;
            assert!(
                idle_turns < TURNS_MAX,
                "stuck: sent {sent:?}, received {received:?}"
            );
            for ring in 0..rings {
                let index = ring as usize;
                // Credit was returned before this count was raised, and is passed on before the next frame.
                let room = received[index].load(Ordering::Acquire) + WINDOW;
                while let Some(fence) = serve(&mut nic) {
                    assert!(nic.answered(&fence).is_some(), "a fence of nobody's");
                    answered.push(fence.tag);
                }
                if sent[index] < frames.min(room) {
                    nic.device_mut().deliver(&frame(ring, sent[index]), true);
                    sent[index] += 1;
                    idle_turns = 0;
                    if sent[index] % 100 == 50 {
                        let session = places[index].session;
                        let expected = u64::from(sent[index]);
                        let tag = nic.submit(Command::SetExpected { session, expected });
                        submitted[index].push(tag.unwrap());
                    }
                }
            }
            while let Some(entry) = nic.poll().unwrap() {
                if let RxEntry::Fence(fence) = &entry {
                    assert!(nic.answered(fence).is_some(), "a fence of nobody's");
                    answered.push(fence.tag);
                }
                let read = |out: &mut _| match &entry {
                    RxEntry::Frame(frame) => nic.read_frame(frame, out),
                    _ => 0,
                };
                found.take(0, entry, read);
            }
            nic.return_credit();
            received[0].store(found.frames, Ordering::Release);
            thread::yield_now();
        }
        done.store(true, Ordering::Release);
        let others = pollers.into_iter().map(|poller| poller.join().unwrap()).collect();
        let stats = nic.stats().unwrap();
        assert_eq!(stats.dropped(), 0);
        assert_eq!(stats.get(Counter::DoorbellRefused), 0);
        assert_eq!(stats.get(Counter::RxDelivered), u64::from(frames * rings));
        assert_eq!(nic.frames_discarded(), 0);
        others
    });
    for (ring, found) in std::iter::once(found).chain(others).enumerate() {
        assert_eq!(found.frames, frames, "ring {ring}");
        assert_eq!(found.fences, submitted[ring], "ring {ring}");
    }
    answered.sort_unstable();
    let mut all: Vec<_> = submitted.concat();
    all.sort_unstable();
    assert_eq!(answered, all);
}

#[test]
fn two_threads_get_every_frame_of_their_rings() {
    all_rings(GoldenDevice::new(), 2, FRAMES);
}

#[test]
fn four_threads_get_every_frame_of_their_rings() {
    all_rings(GoldenDevice::new(), 4, FRAMES);
}

#[cfg(feature = "verilated")]
#[test]
fn two_threads_get_every_frame_of_the_core_s_rings() {
    let device = fixnic_sim::VerilatedDevice::new(1, fixnic_sim::Stalls::NONE);
    all_rings(device, 2, FRAMES_OF_THE_CORE);
}

#[cfg(feature = "verilated")]
#[test]
fn four_threads_get_every_frame_of_the_core_s_rings() {
    let stalls = fixnic_sim::Stalls {
        noise: true,
        ..fixnic_sim::Stalls::NONE
    };
    let device = fixnic_sim::VerilatedDevice::new(2, stalls);
    all_rings(device, 4, FRAMES_OF_THE_CORE);
}

/// Waits, polling, for what another thread does.
fn turn_until<D: Device, T>(nic: &mut Nic<D>, mut what: impl FnMut(&mut Nic<D>) -> Option<T>) -> T {
    for _ in 0..TURNS_MAX {
        if let Some(found) = what(nic) {
            return found;
        }
        thread::yield_now();
    }
    panic!("nothing came of it");
}

#[test]
fn a_reset_takes_lent_rings_back_and_lends_them_anew() {
    let mut nic = open(3);
    let places = arm(&mut nic, 3);
    nic.return_credit();
    let epoch = nic.epoch();
    let (received, done) = (AtomicU32::new(0), AtomicBool::new(false));
    let (nic, held) = thread::scope(|scope| {
        let mut nic = nic;
        let lent = nic.lend_ring(1).unwrap();
        let mut held = nic.lend_ring(2).unwrap();
        assert_eq!((lent.epoch(), held.epoch()), (epoch, epoch));
        let poller = scope.spawn(|| poll(lent, &received, &done));
        for number in 0..10 {
            nic.device_mut().deliver(&frame(1, number), true);
        }
        turn_until(&mut nic, |nic| {
            assert_eq!(serve(nic), None);
            (received.load(Ordering::Acquire) == 10).then_some(())
        });
        // The holder of ring 2 has frames that it returns no credit for, and a fence that the owner has not asked for, before the reset.
        for number in 0..3 {
            nic.device_mut().deliver(&frame(2, number), true);
            assert!(matches!(held.poll(), Ok(Some(RxEntry::Frame(_)))));
        }
        let session = places[2].session;
        nic.submit(Command::SetExpected { session, expected: 5 }).unwrap();
        assert!(matches!(held.poll(), Ok(Some(RxEntry::Fence(_)))));
        nic.reset().unwrap();
        // The thread hears of it and drops the ring.
        assert_eq!(poller.join().unwrap().frames, 10);
        (nic, held)
    });
    let mut nic = nic;
    let place = nic.lookup().take(tuple(2)).unwrap();
    let to = |ring| Command::Arm {
        place,
        ring,
        tcp_seq: 0,
        expected: 1,
    };
    // Both are off until the owner has seen them come back, and ring 2 is still held.
    assert_eq!(nic.submit(to(1)), Err(MailboxError::RingOff { ring: 1 }));
    assert_eq!(serve(&mut nic), None);
    assert_eq!(nic.lend_ring(2).map(drop), Err(LendError::Lent { ring: 2 }));
    assert_eq!(nic.submit(to(2)), Err(MailboxError::RingOff { ring: 2 }));
    let mut held = held;
    assert_eq!(held.poll(), Err(RingError::Ended { ring: 2 }));
    // Neither that credit nor that fence means anything to the device any more.
    held.return_credit();
    assert_eq!(serve(&mut nic), None);
    drop(held);
    assert_eq!(serve(&mut nic), None);
    nic.lookup().release(place.session);
    arm(&mut nic, 3);
    for ring in 1..3 {
        let mut lent = nic.lend_ring(ring).unwrap();
        assert_eq!(lent.epoch(), epoch + 1);
        nic.device_mut().deliver(&frame(ring, 0), true);
        let mut found = Found::default();
        let Ok(Some(entry @ RxEntry::Frame(at))) = lent.poll() else {
            panic!("no frame in ring {ring}")
        };
        found.take(ring, entry, |out| lent.read_frame(&at, out));
        assert_eq!(lent.poll(), Ok(None));
    }
    assert_eq!(nic.stats().unwrap().get(Counter::DoorbellRefused), 0);
}

/// Its fences still come, so that its sessions can be disarmed, and it never fills up.
#[test]
fn a_ring_that_nobody_polls_is_emptied_by_its_owner() {
    let mut nic = open(2);
    let places = arm(&mut nic, 2);
    let mut lent = nic.lend_ring(1).unwrap();
    for number in 0..5 {
        nic.device_mut().deliver(&frame(1, number), true);
    }
    for _ in 0..2 {
        assert!(matches!(lent.poll(), Ok(Some(RxEntry::Frame(_)))));
    }
    lent.return_credit();
    drop(lent);
    for number in 5..1_000 {
        nic.device_mut().deliver(&frame(1, number), true);
        assert_eq!(serve(&mut nic), None);
    }
    assert_eq!(nic.frames_discarded(), 998);
    assert_eq!(nic.stats().unwrap().dropped(), 0);
    let disarm = Command::Disarm { place: places[1] };
    let tag = nic.submit(disarm).unwrap();
    let fence = serve(&mut nic).unwrap();
    assert_eq!(fence.tag, tag);
    assert_eq!(nic.answered(&fence), Some(disarm));
    // Its next poller goes on where the owner stopped.
    let mut lent = nic.lend_ring(1).unwrap();
    assert_eq!(lent.poll(), Ok(None));
    let place = nic.lookup().place(places[1].session).unwrap();
    nic.submit(Command::Arm {
        place,
        ring: 1,
        tcp_seq: 0,
        expected: 1,
    })
    .unwrap();
    let Ok(Some(RxEntry::Fence(seen))) = lent.poll() else {
        panic!("no fence")
    };
    assert_eq!(serve(&mut nic), Some(seen));
    assert_eq!(serve(&mut nic), None);
}

/// A fence that the owner has not taken yet holds back the ring behind the next one, and loses neither, even when the ring is dropped then.
#[test]
fn a_fence_waits_for_the_one_before() {
    for dropped in [false, true] {
        let mut nic = open(2);
        let places = arm(&mut nic, 2);
        let mut lent = nic.lend_ring(1).unwrap();
        let session = places[1].session;
        let mut seen = Vec::new();
        for expected in 1..3 {
            nic.submit(Command::SetExpected { session, expected }).unwrap();
            let Ok(Some(RxEntry::Fence(fence))) = lent.poll() else {
                panic!("no fence")
            };
            // Known to the mailbox by other ways than from the ring: the next command starts at once.
            assert!(nic.answered(&fence).is_some());
            seen.push(fence);
        }
        nic.device_mut().deliver(&frame(1, 0), true);
        assert_eq!(lent.poll(), Ok(None), "waits");
        let mut lent = Some(lent);
        if dropped {
            lent = None;
        }
        assert_eq!(serve(&mut nic), Some(seen[0]));
        if let Some(lent) = &mut lent {
            assert!(matches!(lent.poll(), Ok(Some(RxEntry::Frame(_)))));
        }
        assert_eq!(serve(&mut nic), Some(seen[1]));
        assert_eq!(serve(&mut nic), None);
    }
}

#[test]
fn rings_that_are_not_there_are_refused() {
    let mut nic = open(2);
    for ring in [0, 2, u32::MAX] {
        assert_eq!(
            nic.lend_ring(ring).map(drop),
            Err(LendError::NoSuchRing { ring, rings: 2 })
        );
    }
    let place = nic.lookup().take(tuple(0)).unwrap();
    let arm = Command::Arm {
        place,
        ring: 2,
        tcp_seq: 0,
        expected: 1,
    };
    assert_eq!(nic.submit(arm), Err(MailboxError::RingOff { ring: 2 }));
    for rx_rings in [0, 5] {
        let config = NicConfig {
            rx_rings,
            ..NicConfig::default()
        };
        let refused = Nic::open(GoldenDevice::new(), config).map(drop);
        assert!(
            matches!(refused, Err(OpenError::Config { name: "rx_rings", found, .. }) if found == rx_rings),
            "{refused:?}"
        );
    }
}

/// Where a ring's entries are, for a write there to fail.
fn entries_of(nic: &mut Nic<GoldenDevice>, ring: u32) -> std::ops::Range<u64> {
    let begin = address(nic, &reg::RX_ENTRY_LO, &reg::RX_ENTRY_HI, ring);
    begin..begin + (32 << 7)
}

/// Where its frames are.
fn buffer_of(nic: &mut Nic<GoldenDevice>, ring: u32) -> std::ops::Range<u64> {
    let begin = address(nic, &reg::RX_BUFFER_LO, &reg::RX_BUFFER_HI, ring);
    begin..begin + (64 << 7)
}

fn address(nic: &mut Nic<GoldenDevice>, low: &reg::Register, high: &reg::Register, ring: u32) -> u64 {
    let device = nic.device_mut();
    u64::from(device.read32(high.at(ring))) << 32 | u64::from(device.read32(low.at(ring)))
}

/// Whoever polls the ring is told of a frame that was not written before the core has its answer, and of nothing behind it; the ring is dropped when its
/// owner wants to start it anew.
#[test]
fn a_frame_that_was_not_written_ends_what_a_ring_gives() {
    for number in [0, 1] {
        let mut nic = open(2);
        arm(&mut nic, 2);
        nic.return_credit();
        let mut lent = (number == 1).then(|| nic.lend_ring(1).unwrap());
        let poll = |nic: &mut Nic<GoldenDevice>, lent: &mut Option<LentRing>| match lent {
            Some(ring) => ring.poll(),
            None => nic.poll(),
        };
        nic.device_mut().deliver(&frame(number, 0), true);
        nic.device_mut().answer_errors_late(2);
        let buffer = buffer_of(&mut nic, number);
        nic.device_mut().fail_write_within(buffer);
        for nth in [1, 2] {
            nic.device_mut().deliver(&frame(number, nth), true);
        }
        assert!(matches!(poll(&mut nic, &mut lent), Ok(Some(RxEntry::Frame(_)))));
        for advance_ns in [1, 2] {
            let polled = poll(&mut nic, &mut lent);
            assert!(
                matches!(polled, Err(RingError::Unwritten { ring, .. }) if ring == number),
                "{polled:?}"
            );
            assert_eq!(nic.stopped_rings(), Ok(0), "the answer is on its way");
            nic.advance(advance_ns);
        }
        assert_eq!(nic.stopped_rings(), Ok(1 << number));
        assert!(matches!(
            poll(&mut nic, &mut lent),
            Err(RingError::Unwritten { .. })
        ));
        if lent.is_some() {
            assert_eq!(nic.restart_ring(1), Ok(false), "its thread has it");
            assert_eq!(poll(&mut nic, &mut lent), Err(RingError::Ended { ring: 1 }));
        }
        let was_lent = lent.take().is_some();
        assert_eq!(nic.restart_ring(number), Ok(true));
        let mut lent = was_lent.then(|| nic.lend_ring(1).unwrap());
        assert_eq!(poll(&mut nic, &mut lent), Ok(None));
        nic.device_mut().deliver(&frame(number, 3), true);
        assert!(matches!(poll(&mut nic, &mut lent), Ok(Some(RxEntry::Frame(_)))));
    }
}

/// The command whose fence could not be written is answered when the ring runs again, and nothing else of the ring comes back.
#[test]
fn a_stopped_ring_is_started_anew_and_its_lost_fence_with_it() {
    for number in [0, 1] {
        let mut nic = open(2);
        let places = arm(&mut nic, 2);
        let mut lent = (number == 1).then(|| nic.lend_ring(1).unwrap());
        nic.return_credit();
        nic.device_mut().deliver(&frame(number, 0), true);
        assert_eq!(nic.stopped_rings(), Ok(0));
        assert_eq!(nic.restart_ring(number), Ok(true), "it runs");
        let entries = entries_of(&mut nic, number);
        nic.device_mut().fail_write_within(entries);
        let set = Command::SetExpected {
            session: places[number as usize].session,
            expected: 7,
        };
        let tag = nic.submit(set).unwrap();
        assert_eq!(nic.stopped_rings(), Ok(1 << number));
        nic.device_mut().deliver(&frame(number, 1), true);
        if let Some(held) = &mut lent {
            assert_eq!(nic.restart_ring(1), Ok(false), "its thread has it");
            let arm = Command::Arm {
                place: places[1],
                ring: 1,
                tcp_seq: 0,
                expected: 1,
            };
            assert_eq!(nic.submit(arm), Err(MailboxError::RingOff { ring: 1 }));
            assert_eq!(held.poll(), Err(RingError::Ended { ring: 1 }));
            assert_eq!(nic.lend_ring(1).map(drop), Err(LendError::Lent { ring: 1 }));
        }
        let was_lent = lent.take().is_some();
        assert_eq!(nic.restart_ring(number), Ok(true));
        assert_eq!(nic.stopped_rings(), Ok(0));
        let mut lent = was_lent.then(|| nic.lend_ring(1).unwrap());
        let mut poll = |nic: &mut Nic<GoldenDevice>| match &mut lent {
            Some(ring) => ring.poll(),
            None => nic.poll(),
        };
        let Ok(Some(RxEntry::Fence(fence))) = poll(&mut nic) else {
            panic!("ring {number}: no fence")
        };
        assert_eq!((fence.tag, fence.result), (tag, CommandResult::Ok as u8));
        if was_lent {
            assert_eq!(serve(&mut nic), Some(fence));
        }
        assert_eq!(nic.answered(&fence), Some(set));
        assert!(nic.mailbox_is_idle());
        assert_eq!(poll(&mut nic), Ok(None));
        nic.device_mut().deliver(&frame(number, 2), true);
        assert!(
            matches!(poll(&mut nic), Ok(Some(RxEntry::Loss(_)))),
            "frame 1 was dropped"
        );
        assert!(matches!(poll(&mut nic), Ok(Some(RxEntry::Frame(_)))));
    }
}
