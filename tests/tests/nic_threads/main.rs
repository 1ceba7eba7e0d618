//! Several engines on threads of one card: each has an RX ring and sessions of its own, the card's owner ring 0 and an engine as well. Real threads, on a virtual clock
//! that the owner's thread moves on, and that waits for nobody but for a thread that has had no turn for some time.

mod desk;
mod engines;
mod loss;
mod steps;

use desk::{Desk, RING_CONFIG};
use engines::{run, settings, Recorder, LINES};
use fixnic::engine::{spawn, Engine, EngineError};
use fixnic::nic::{NicTransport, NicTransportConfig, RingTransport, ThreadError};
use fixnic::transport::{StreamOffload, Transport, TransportEvent};
use fixnic_abi::counter::Counter;
use fixnic_abi::limits::MAX_FRAME_BYTES;
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::reg;
use fixnic_driver::{Device, LendError, Nic, NicConfig, Wire};
use fixnic_sim::{GoldenDevice, Stalls, VerilatedDevice};
use fixnic_tests::nic::{exchange, transport_with, tuple, NIC_IP, PORT, START_NS};
use fixnic_tests::tcp_peer::TcpPeer;
use fixnic_tests::vanishing::Vanishing;
use loss::{LOSS_PERIOD, LOST};
use std::net::{Ipv4Addr, SocketAddr};
use std::ops::Range;
use std::sync::atomic::Ordering;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// How long something may take on the machine's clock before the test fails.
const PATIENCE: Duration = Duration::from_secs(60);

/// Sessions of the two threads, by place.
const FIRST: [usize; 2] = [0, 1];
const SECOND: [usize; 2] = [2, 3];
const ALL: [usize; 5] = [0, 1, 2, 3, 4];

/// Handshakes come through ring 0 and reach the thread whose port they are for, in both directions; from ARM on each thread's sessions are on its ring, verified; whole messages are lost, and
/// each engine recovers its own.
fn each_thread_has_its_sessions<D: Device + Wire>(device: D, count: u64) {
    let mut desk = Desk::up(device);
    desk.send(&ALL, count);
    desk.settle(&ALL);
    for at in ALL {
        assert_eq!(desk.verified(at), count, "{}", LINES[at].name);
    }
    for ring in [1, 2] {
        // A MSG and a FRAME entry for each.
        let produced = u64::from(desk.produced(ring));
        assert!(produced >= 4 * count, "ring {ring}: {produced} entries");
    }
    let counted = &desk.counted;
    assert_eq!(
        counted.arp_answers, counted.arp_requests,
        "each request is answered once"
    );
    assert!(counted.arp_requests > 0);
    assert_eq!(counted.resets, 0, "nobody's port is taken for unknown");
    let owner = desk.owner.transport().frame_counters();
    assert!(owner.passed_on > 0, "{owner:?}");
    // Gaps: each session recovers what its gateway lost, while the others do the same.
    desk.venue.transport_mut().loss.is_on = true;
    desk.send(&ALL, 2 * LOSS_PERIOD);
    desk.settle(&ALL);
    let lost = desk.venue.transport().loss.lost;
    assert_eq!(lost, 5 * 2 * (LOST.end - LOST.start));
    desk.venue.transport_mut().loss.is_on = false;
    desk.verify_again(&ALL);
    let ended = desk.finish();
    let owner = desk.owner.transport_mut();
    let mut refused = owner.offload_counters().refused;
    for ended in ended {
        assert!(
            ended.offload.set_expected + ended.offload.armed > 2,
            "{:?}",
            ended.offload
        );
        assert_eq!((ended.offload.no_place, ended.frames.device_resets), (0, 0));
        refused += ended.offload.refused;
    }
    let stats = owner.nic_mut().stats().expect("the device is there");
    assert_eq!(stats.get(Counter::DoorbellRefused), 0);
    // The core refuses what comes too late: an answer to a proposal that it has given up, a number for a session that has lost its place.
    assert_eq!(
        stats.get(Counter::CommandRefused),
        refused,
        "each is told to who asked"
    );
}

#[test]
fn each_thread_has_its_sessions_on_the_golden_model() {
    each_thread_has_its_sessions(GoldenDevice::new(), 60);
}

#[test]
fn each_thread_has_its_sessions_on_the_verilated_core() {
    each_thread_has_its_sessions(VerilatedDevice::new(1, Stalls::NONE), 60);
}

/// A thread that takes nothing: its ring fills up and frames are dropped, the other thread's sessions and the owner's go on, verified; when it takes its turns again, nothing is missing.
fn a_thread_that_stands_still_holds_nobody_up<D: Device + Wire>(device: D) {
    const COUNT: u64 = 300;
    let mut desk = Desk::up(device);
    desk.send(&ALL, 20);
    desk.settle(&ALL);
    desk.shared(1).hold.store(true, Ordering::Release);
    // Nor does what comes for it through ring 0.
    let stranger = FourTuple {
        local_ip: Ipv4Addr::new(10, 0, 0, 1).to_bits(),
        local_port: 6001,
        ..tuple()
    };
    let syn = TcpPeer::new(stranger, 1).syn();
    for _ in 0..400 {
        desk.device().deliver(&syn, true);
        desk.turn();
    }
    let frames = desk.owner.transport().frame_counters();
    assert!(frames.pass_dropped > 0, "there was room for all: {frames:?}");
    let others = [SECOND[0], SECOND[1], 4];
    let before = others.map(|at| desk.verified(at));
    desk.send(&ALL, COUNT);
    desk.settle(&others);
    for (at, before) in others.into_iter().zip(before) {
        assert_eq!(desk.verified(at), before + COUNT, "{}", LINES[at].name);
    }
    let stats = desk
        .owner
        .transport_mut()
        .nic_mut()
        .stats()
        .expect("the device is there");
    assert!(stats.get(Counter::DropRing) > 0, "its ring was not full");
    assert!(desk.arrived(FIRST[0]) < 20 + COUNT);
    desk.shared(1).hold.store(false, Ordering::Release);
    desk.settle(&ALL);
    desk.verify_again(&FIRST);
    desk.finish();
}

#[test]
fn a_thread_that_stands_still_holds_nobody_up_on_the_golden_model() {
    a_thread_that_stands_still_holds_nobody_up(GoldenDevice::new());
}

#[test]
fn a_thread_that_stands_still_holds_nobody_up_on_the_verilated_core() {
    a_thread_that_stands_still_holds_nobody_up(VerilatedDevice::new(2, Stalls::NONE));
}

/// A write error stops one thread's ring: that thread is told, has its ring again and arms its sessions anew; the other's are verified throughout.
fn a_stopped_ring_is_its_threads_alone<D: Device + Wire>(device: D, fail: fn(&mut D, Range<u64>)) {
    const COUNT: u64 = 40;
    let mut desk = Desk::up(device);
    desk.send(&ALL, COUNT);
    desk.settle(&ALL);
    let before = SECOND.map(|at| (desk.verified(at), desk.sent[at]));
    let memory = desk.memory(1);
    for (round, range) in (1..).zip(memory.into_iter().cycle().take(4)) {
        fail(desk.device(), range);
        desk.send(&ALL, COUNT);
        desk.run("the thread is told", |desk| {
            desk.shared(1).ring_stops.load(Ordering::Acquire) == round
        });
        desk.settle(&ALL);
        desk.verify_again(&FIRST);
    }
    for (at, (verified, sent)) in SECOND.into_iter().zip(before) {
        assert_eq!(
            desk.verified(at) - verified,
            desk.sent[at] - sent,
            "{}",
            LINES[at].name
        );
    }
    let [first, second] = desk.finish();
    assert_eq!((first.frames.ring_stops, second.frames.ring_stops), (4, 0));
    assert_eq!((first.frames.device_resets, second.frames.device_resets), (0, 0));
}

#[test]
fn a_stopped_ring_of_the_golden_model_is_its_threads_alone() {
    a_stopped_ring_is_its_threads_alone(GoldenDevice::new(), GoldenDevice::fail_write_within);
}

#[test]
fn a_stopped_ring_of_the_verilated_core_is_its_threads_alone() {
    a_stopped_ring_is_its_threads_alone(
        VerilatedDevice::new(3, Stalls::NONE),
        VerilatedDevice::fail_write_within,
    );
}

/// Somebody else resets the device, under traffic: every thread is told, and all sessions are armed anew on the same connections.
fn a_reset_is_told_to_every_thread<D: Device + Wire>(device: D) {
    const COUNT: u64 = 40;
    let mut desk = Desk::up(device);
    desk.send(&ALL, COUNT);
    desk.settle(&ALL);
    for round in 1..=3 {
        let reset = reg::field::CONTROL::reset.put(1);
        desk.device().write32(reg::CONTROL.at(0), reset);
        desk.send(&ALL, COUNT);
        desk.run("both threads are told", |desk| {
            [1, 2]
                .iter()
                .all(|ring| desk.shared(*ring).device_resets.load(Ordering::Acquire) >= round)
        });
        desk.settle(&ALL);
        desk.verify_again(&ALL);
    }
    for at in ALL {
        assert_eq!(
            desk.seen(at)
                .map_or(1, |seen| seen.logons.load(Ordering::Relaxed)),
            1,
            "one connection"
        );
    }
    for ended in desk.finish() {
        assert_eq!(ended.frames.device_resets, 3);
    }
}

#[test]
fn a_reset_of_the_golden_model_is_told_to_every_thread() {
    a_reset_is_told_to_every_thread(GoldenDevice::new());
}

#[test]
fn a_reset_of_the_verilated_core_is_told_to_every_thread() {
    a_reset_is_told_to_every_thread(VerilatedDevice::new(4, Stalls::NONE));
}

/// A thread that takes no turn while the device is reset: the reset waits for nobody, the others go on, and when the thread takes its turns again so does it.
#[test]
fn a_reset_does_not_wait_for_a_thread_that_stands_still() {
    const COUNT: u64 = 40;
    let mut desk = Desk::up(GoldenDevice::new());
    desk.send(&ALL, COUNT);
    desk.settle(&ALL);
    for round in 1..=2 {
        desk.shared(1).hold.store(true, Ordering::Release);
        let reset = reg::field::CONTROL::reset.put(1);
        desk.device().write32(reg::CONTROL.at(0), reset);
        desk.send(&ALL, COUNT);
        desk.run("the other thread is told", |desk| {
            desk.shared(2).device_resets.load(Ordering::Acquire) == round
        });
        desk.settle(&[2, 3, 4]);
        desk.verify_again(&[2, 3, 4]);
        assert_eq!(desk.shared(1).device_resets.load(Ordering::Acquire), round - 1);
        desk.shared(1).hold.store(false, Ordering::Release);
        desk.settle(&ALL);
        desk.verify_again(&ALL);
    }
    desk.finish();
}

/// A frame in a thread's ring lacks bytes, and the core stops the ring a while later: the thread takes nothing of it, and tells. If the core says nothing, the owner resets the device.
#[test]
fn a_frame_that_lacks_bytes_is_told_by_its_thread() {
    const COUNT: u64 = 40;
    for (calls, expected) in [(100, (1, 0)), (u32::MAX, (0, 1))] {
        let mut device = GoldenDevice::new();
        device.answer_errors_late(calls);
        let mut desk = Desk::up(device);
        desk.send(&ALL, COUNT);
        desk.settle(&ALL);
        let [_, buffer] = desk.memory(1);
        desk.device().fail_write_within(buffer);
        desk.send(&ALL, COUNT);
        desk.settle(&ALL);
        desk.verify_again(&ALL);
        let [first, second] = desk.finish();
        assert_eq!(
            (first.frames.ring_stops, first.frames.device_resets),
            expected,
            "{calls}"
        );
        assert_eq!(
            (second.frames.ring_stops, second.frames.device_resets),
            (0, expected.1)
        );
        assert!(
            first.frames.unwritten > 0,
            "the ring was stopped before the thread looked: {:?}",
            first.frames
        );
    }
}

/// A card that is gone ends every engine on it, and every application is told why.
#[test]
fn a_card_that_is_gone_ends_every_thread() {
    let device = Vanishing::new(GoldenDevice::new());
    let mut desk = Desk::up(device);
    desk.send(&ALL, 10);
    desk.settle(&ALL);
    desk.device().take_away();
    desk.run("the owner and both threads end", |desk| {
        let have_failed = [1, 2]
            .iter()
            .all(|ring| desk.shared(*ring).failed.load(Ordering::Acquire));
        have_failed && desk.owner_has_failed
    });
    for ring in [1, 2] {
        let ended = desk.end(ring);
        let error = ended.error.expect("the engine has failed").to_string();
        assert!(error.contains("the thread that owns the card"), "{error}");
        for app in ended.apps {
            let [reason] = &app.logouts[..] else {
                panic!("one reason: {:?}", app.logouts)
            };
            assert!(reason.contains("the card is gone"), "{reason}");
            assert_eq!(app.orders, (1..=10).collect::<Vec<u64>>());
        }
    }
}

/// A thread that ends gives its ring, its ports and its places back, the owner answers for its connections, and another thread goes on with them; the other thread
/// sees nothing of it.
#[test]
fn a_ring_goes_on_under_another_thread() {
    const MORE: &str = "ResetOnLogon=Y";
    let mut desk = Desk::up_with(GoldenDevice::new(), MORE);
    desk.send(&ALL, 20);
    desk.settle(&ALL);
    let before = SECOND.map(|at| (desk.verified(at), desk.sent[at]));
    for round in 1..=3 {
        let ended = desk.end(1);
        assert!(ended.error.is_none(), "{:?}", ended.error);
        let mut handle = None;
        desk.run("the ring can be lent anew", |desk| {
            desk.send(&SECOND, 1);
            match desk.owner.transport_mut().lend_to_thread(1, &[6001]) {
                Ok(lent) => handle = Some(lent),
                Err(ThreadError::Ring(LendError::Lent { ring: 1 })) => {}
                Err(error) => panic!("{error}"),
            }
            handle.is_some()
        });
        let clock = Arc::clone(&desk.clock);
        desk.threads[0] = handle.map(|handle| run(handle, &clock, MORE));
        desk.run("the sessions are up again", |desk| {
            let is_up = |at: &usize| {
                desk.seen(*at)
                    .is_some_and(|seen| seen.logons.load(Ordering::Relaxed) > 0)
            };
            FIRST.iter().all(is_up) && FIRST.iter().all(|at| desk.venue.session(*at).is_logged_on())
        });
        desk.rest();
        let sent = FIRST.map(|at| desk.sent[at]);
        desk.send(&FIRST, 20);
        desk.run("every message arrives", |desk| {
            FIRST.iter().all(|at| desk.arrived(*at) >= 20)
        });
        for (at, sent) in FIRST.into_iter().zip(sent) {
            assert_eq!((desk.arrived(at), desk.sent[at]), (20, sent + 20));
            assert_eq!(desk.verified(at), 20, "{}", LINES[at].name);
        }
        assert!(desk.counted.resets >= round, "nobody answered for what was left");
    }
    desk.settle(&SECOND);
    for (at, (verified, sent)) in SECOND.into_iter().zip(before) {
        assert_eq!(
            desk.verified(at) - verified,
            desk.sent[at] - sent,
            "{}",
            LINES[at].name
        );
    }
}

fn clock_ns() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    now.expect("it is later than 1970").as_nanos() as u64
}

/// An engine that runs by itself on a thread, on the machine's clock, over an owner without one: it is told to stop, logs its sessions out through the owner, and ends.
#[test]
fn an_engine_that_runs_by_itself_ends_in_order() {
    const COUNT: u64 = 50;
    let nic = Nic::open(GoldenDevice::new(), RING_CONFIG).expect("the device opens");
    let config = NicTransportConfig::new(Ipv4Addr::new(10, 0, 0, 1), 24, None, 1);
    let mut owner = NicTransport::new(nic, config, clock_ns());
    let ours = settings(1, "").on_ring(1);
    let handle = owner
        .lend_to_thread(1, &ours.accept_ports())
        .expect("the ring is free");
    let running = spawn("ring 1", move || {
        let transport = RingTransport::new(handle, clock_ns());
        Engine::with_transport(&ours, transport, clock_ns(), |_| Recorder {
            answers: true,
            ..Recorder::default()
        })
    })
    .expect("the engine starts");
    let nic = Nic::open(GoldenDevice::new(), NicConfig::default()).expect("the device opens");
    let config = NicTransportConfig::new(Ipv4Addr::new(10, 0, 0, 2), 24, None, 2);
    let transport = NicTransport::new(nic, config, clock_ns());
    let mut venue = Engine::with_transport(&settings(2, ""), transport, clock_ns(), |_| Recorder::default())
        .expect("the engine starts");
    let begin = Instant::now();
    let mut turn = |venue: &mut Engine<NicTransport<GoldenDevice>, Recorder>| {
        assert!(begin.elapsed() < PATIENCE, "not done in time");
        let mut buffer = [0; MAX_FRAME_BYTES];
        venue.poll(clock_ns()).expect("the venue works");
        let (here, there) = (owner.nic_mut(), venue.transport_mut().nic_mut());
        while let Some(length) = there.device_mut().take_sent(&mut buffer) {
            here.device_mut().deliver(&buffer[..length], true);
        }
        owner.serve(clock_ns()).expect("the owner works");
        while let Some(length) = owner.nic_mut().device_mut().take_sent(&mut buffer) {
            there.device_mut().deliver(&buffer[..length], true);
        }
        thread::yield_now();
    };
    while !FIRST.iter().all(|at| venue.session(*at).is_logged_on()) {
        turn(&mut venue);
    }
    for number in 1..=COUNT {
        for at in FIRST {
            let body = format!("11={number}\x01");
            venue
                .send(clock_ns(), at, b"D", body.as_bytes())
                .expect("the session is up");
        }
        turn(&mut venue);
    }
    while !FIRST.iter().all(|at| venue.app(*at).orders.len() as u64 == COUNT) {
        turn(&mut venue);
    }
    running.begin_stop();
    while !running.has_ended() {
        turn(&mut venue);
    }
    let apps = running.stop().expect("the engine has not failed");
    for app in &apps {
        assert_eq!(app.orders, (1..=COUNT).collect::<Vec<u64>>());
        // Both Logouts went through the owner.
        assert_eq!(app.logouts, ["logged out"]);
    }
}

#[test]
fn a_ring_with_connections_is_not_lent() {
    let mut owner = transport_with(GoldenDevice::new(), RING_CONFIG, 1);
    let mut peer = TcpPeer::new(tuple(), 77_000);
    owner
        .listen(SocketAddr::from((NIC_IP, PORT)))
        .expect("the port is free");
    owner.nic_mut().device_mut().deliver(&peer.syn(), true);
    let mut now_ns = START_NS;
    let mut accepted = None;
    while accepted.is_none() {
        now_ns += 50_000;
        owner.poll(now_ns).expect("the device is there");
        exchange(&mut owner, &mut peer);
        if let Some(TransportEvent::Accepted { id, .. }) = owner.next_event() {
            accepted = Some(id);
        }
    }
    owner.message_boundary(accepted.expect("it is up"), 1, 0, 1);
    let refused = owner.lend_to_thread(1, &[]).map(drop);
    assert_eq!(
        refused,
        Err(ThreadError::InUse {
            ring: 1,
            connections: 1
        })
    );
    owner.lend_to_thread(2, &[]).expect("ring 2 is free");
}

#[test]
fn what_cannot_be_lent_is_refused() {
    let nic = Nic::open(GoldenDevice::new(), RING_CONFIG).expect("the device opens");
    let config = NicTransportConfig::new(Ipv4Addr::new(10, 0, 0, 1), 24, None, 1);
    let mut owner = NicTransport::new(nic, config, START_NS);
    let at = |port| SocketAddr::from(([10, 0, 0, 1], port));
    owner.listen(at(7000)).expect("the port is free");
    let refused = |owner: &mut NicTransport<GoldenDevice>, ring, listen: &[u16]| {
        owner
            .lend_to_thread(ring, listen)
            .map(drop)
            .expect_err("it cannot be lent")
    };
    for ring in [0, 3, 9, u32::MAX] {
        assert_eq!(
            refused(&mut owner, ring, &[]),
            ThreadError::Ring(LendError::NoSuchRing { ring, rings: 3 })
        );
    }
    assert_eq!(
        refused(&mut owner, 1, &[7000]),
        ThreadError::Port { port: 7000, by: 0 }
    );
    let handle = owner.lend_to_thread(1, &[7001]).expect("ring 1 is free");
    assert_eq!(
        refused(&mut owner, 1, &[7002]),
        ThreadError::Ring(LendError::Lent { ring: 1 })
    );
    assert_eq!(
        refused(&mut owner, 2, &[7001]),
        ThreadError::Port { port: 7001, by: 1 }
    );
    // A refusal takes nothing: ring 2 can be lent with other ports.
    owner.serve(START_NS).expect("the device is there");
    owner.lend_to_thread(2, &[7002]).expect("ring 2 is free");
    assert!(owner.listen(at(7001)).is_err(), "it is the thread's");
    let mut transport = RingTransport::new(handle, START_NS);
    assert!(transport.listen(at(7000)).is_err(), "it is the owner's");
    assert!(transport.listen(at(7002)).is_err(), "it is the other thread's");
    assert_eq!(transport.listen(at(7001)).expect("it is this thread's"), at(7001));
    // A session of ring 2 is not this thread's.
    let error = Engine::with_transport(&settings(1, "").on_ring(2), transport, START_NS, |_| {
        Recorder::default()
    })
    .map(drop)
    .expect_err("ring 2 is not this transport's");
    assert!(
        matches!(&error, EngineError::Ring { ring: 2, rings, .. } if *rings == (1..2)),
        "{error}"
    );
}
