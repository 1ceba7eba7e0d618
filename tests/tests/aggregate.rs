//! Aggregates of one, two and four engines against the golden model, on random episodes of many sessions.
//!
//! `FIXNIC_AGGREGATE_FRAMES` sets the frames of each number of engines, `FIXNIC_AGGREGATE_SEED` the first seed.
use fixnic::transport::{StreamOffload, Transport, TransportEvent};
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::reg::{self, field};
use fixnic_abi::CommandOp;
use fixnic_abi::{CommandResult, EntryKind};
use fixnic_driver::device::ERROR_VECTOR;
use fixnic_driver::{Command, Device, DmaArena, HostMemory, MailboxError, Nic, NicConfig, RxEntry, Wire};
use fixnic_sim::frames::TcpFrame;
use fixnic_sim::golden::Fault;
use fixnic_sim::verilated::{AggregateDevice, FrameGap, Stalls};
use fixnic_tests::aggregate::{actions, measure, Aggregates, Load, Seen, VerilatedCard};
use fixnic_tests::differential::{Action, CommandArguments, Profile};
use fixnic_tests::nic::{exchange, transport_with, NIC_IP, START_NS};
use fixnic_tests::tcp_peer::TcpPeer;
use std::net::SocketAddr;

const FRAMES_DEFAULT: u64 = 800;
/// Episodes that run at once.
const EPISODES: u64 = 4;
const EPISODE_FRAMES: usize = 100;

fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).map_or(default, |text| {
        text.parse()
            .unwrap_or_else(|_| panic!("{name}={text}: expected a number"))
    })
}

fn run(engines: usize, seed: u64, fault: Option<Fault>) -> Result<Seen, String> {
    let actions = actions(seed, Profile::of(seed), engines as u32, EPISODES, EPISODE_FRAMES);
    let mut both = Aggregates::new(engines, seed, fault);
    both.run(&actions)?;
    Ok(both.seen)
}

fn compare(engines: usize) {
    let frames = setting("FIXNIC_AGGREGATE_FRAMES", FRAMES_DEFAULT);
    let first = setting("FIXNIC_AGGREGATE_SEED", 0);
    let runs = frames.div_ceil(EPISODES * EPISODE_FRAMES as u64);
    let (mut delivered, mut kinds, mut fences, mut lost, mut between) =
        ([0; 4], [0u64; 256], [0u64; 256], 0, 0);
    for seed in first..first + runs {
        let seen = run(engines, seed, None)
            .unwrap_or_else(|difference| panic!("{engines} engines, seed {seed}: {difference}"));
        println!("{engines} engines, seed {seed}: {seen:?}");
        delivered
            .iter_mut()
            .zip(seen.delivered)
            .for_each(|(all, one)| *all += one);
        seen.kinds
            .iter()
            .for_each(|(kind, count)| kinds[usize::from(*kind)] += count);
        seen.fences
            .iter()
            .for_each(|(result, count)| fences[usize::from(*result)] += count);
        lost += seen.lost;
        between += seen.commands_between;
    }
    assert!(between > 0, "no command came between two frames");
    assert!(
        delivered.iter().all(|count| *count > 0),
        "{delivered:?} frames in the rings"
    );
    for kind in [
        EntryKind::Msg,
        EntryKind::Frame,
        EntryKind::Fence,
        EntryKind::Loss,
        EntryKind::Resync,
    ] {
        assert!(kinds[kind as usize] > 0, "no {kind:?} entry");
    }
    for result in [CommandResult::Ok, CommandResult::BadRing, CommandResult::BadState] {
        assert!(fences[result as usize] > 0, "no FENCE with {result:?}");
    }
    println!(
        "{engines} engines: {lost} frames lost in front of an engine, {between} commands between frames"
    );
}

#[test]
fn one_engine_does_what_the_golden_model_does() {
    compare(1);
}

#[test]
fn two_engines_do_what_the_golden_model_does() {
    compare(2);
}

#[test]
fn four_engines_do_what_the_golden_model_does() {
    compare(4);
}

/// The connection with a given remote port, and whose it is among `engines`.
fn tuple(remote_port: u16, engines: usize) -> (FourTuple, u32) {
    let tuple = FourTuple {
        local_ip: 0x0A00_0001,
        remote_ip: 0x0A00_0002,
        local_port: 40_000,
        remote_port,
    };
    (tuple, tuple.engine(engines.ilog2()))
}

#[test]
fn a_burst_for_one_engine_is_lost_there_only_and_counted_to_the_frame() {
    const ENGINES: usize = 2;
    // Session 2 of engine 0, session 3 of engine 1, each in its engine's second ring.
    let sessions: Vec<(FourTuple, u32)> = (0..ENGINES as u32)
        .map(|engine| {
            let port = (9_000..).find(|port| tuple(*port, ENGINES).1 == engine);
            tuple(port.expect("a port for each engine"), ENGINES)
        })
        .collect();
    let mut both = Aggregates::new(ENGINES, 1, None);
    let mut set_up = vec![Action::Control(1)];
    set_up.extend((0..4).map(|ring| Action::Ring(ring, 12, 12)));
    for (tuple, engine) in &sessions {
        let arguments = CommandArguments {
            op: CommandOp::Arm as u32,
            slot: tuple.slots()[0].into(),
            session: 2 + engine,
            ring: 2 + engine,
            tuple: *tuple,
            tcp_seq: 1,
            generation: 0,
            expected_bcd: 1,
            tag: *engine,
        };
        set_up.push(Action::Command(arguments, 0));
    }
    set_up.push(Action::Stalls(Stalls {
        rx_gap: FrameGap::BackToBack,
        ..Stalls::NONE
    }));
    both.run(&set_up).expect("the same on both sides");

    let frame = |engine: usize| {
        TcpFrame {
            tuple: sessions[engine].0,
            seq: 1,
            payload: &[b'8'; 200],
            ..TcpFrame::default()
        }
        .build()
    };
    // Fifteen in sixteen for engine 1: what is left is less than engine 0 takes.
    let frames: Vec<Vec<u8>> = (0..640).map(|i| frame((i % 16 != 0).into())).collect();
    both.burst(&frames).expect("the same on both sides");
    let lost = both.seen.lost;
    assert!(lost > 100 && lost < 600, "{lost} of 640 lost");
    assert_eq!(both.seen.delivered[2], 40, "engine 0 loses nothing");
    assert_eq!(both.seen.delivered[3] + lost, 600);
    // And what follows tells all of them.
    both.burst(&[frame(1)]).expect("the same on both sides");
    assert_eq!(both.seen.lost, lost);
    assert!(both.seen.kinds[&(EntryKind::Loss as u8)] > 0);
}

#[test]
fn four_engines_take_four_times_what_one_takes() {
    // A frame of 1,454 bytes is 182 beats of an engine: four of them in 4 x 46 clocks, 23 on the wire and 23 idle.
    const FRAMES: usize = 400;
    let rate = measure(4, Load::Packed, false, FRAMES, FrameGap::Clocks(23));
    assert_eq!(
        (rate.delivered, rate.lost, rate.dropped_ring),
        (FRAMES as u64, 0, 0)
    );
    assert_eq!(rate.in_sequence, 20 * FRAMES as u64, "messages in sequence");
    assert!(rate.delivered_gbps() > 80.0, "{:.1} Gb/s", rate.delivered_gbps());
    // One session's engine alone takes a quarter of it.
    let one = measure(4, Load::Packed, true, FRAMES, FrameGap::Clocks(23));
    assert!(one.lost > FRAMES as u64 / 2, "{} of {FRAMES} lost", one.lost);
}

#[test]
fn the_driver_arms_sessions_of_every_engine_in_their_rings() {
    let config = |rx_rings| NicConfig {
        rx_rings,
        ..NicConfig::default()
    };
    let device = || AggregateDevice::new(2, 1, Stalls::NONE);
    let too_many = Nic::open(device(), config(5)).expect_err("there are four");
    assert!(too_many.to_string().contains("rx_rings"), "{too_many}");
    // What engine 1 delivers needs a ring, which is opened though one was asked for.
    let mut nic = Nic::open(device(), config(1)).expect("an aggregate is a card");
    assert_eq!(nic.rx_rings(), 2);
    assert_eq!(nic.geometry().engines_log2, 1);
    let mut armed = [0; 2];
    for port in 9_000..9_008 {
        let (tuple, engine) = tuple(port, 2);
        let place = nic.lookup().take(tuple).expect("a place");
        let arm = |ring| Command::Arm {
            place,
            ring,
            tcp_seq: 1,
            expected: 1,
        };
        let astray = nic.submit(arm(1 - engine as u8));
        assert!(
            matches!(astray, Err(MailboxError::WrongEngine { .. })),
            "{astray:?}"
        );
        nic.submit(arm(engine as u8)).expect("room in the mailbox");
        let fence = (0..1_000).find_map(|_| {
            nic.device_mut().run(100);
            let of_ring_0 = match nic.poll().expect("a sound ring") {
                Some(RxEntry::Fence(fence)) => Some(fence),
                _ => None,
            };
            of_ring_0.or(nic.serve_rings().expect("a sound ring"))
        });
        let fence = fence.expect("the command is answered");
        assert_eq!(
            (fence.result, fence.session),
            (CommandResult::Ok as u8, place.session)
        );
        assert_eq!(u32::from(place.session) % 2, engine);
        nic.answered(&fence).expect("the command that was submitted");
        armed[engine as usize] += 1;
    }
    assert_eq!(armed, [4, 4], "neighbours are spread");
}

/// Whatever NicRing says, a session is on a ring of its connection's engine: the one beside it, or if there is none the engine's first.
#[test]
fn the_library_puts_a_session_on_a_ring_of_its_engine() {
    const LISTEN: u16 = 40_000;
    for (rings, ring, beside) in [
        // Each engine's first ring is opened all the same.
        (1, 0, [0, 1]),
        (2, 0, [0, 1]),
        (2, 1, [0, 1]),
        (3, 2, [2, 1]),
        (4, 2, [2, 3]),
        (4, 3, [2, 3]),
    ] {
        let config = NicConfig {
            rx_rings: rings,
            ..NicConfig::default()
        };
        let device = VerilatedCard(AggregateDevice::new(2, 1, Stalls::NONE));
        let mut now_ns = START_NS;
        let mut transport = transport_with(device, config, 1);
        transport
            .listen(SocketAddr::from((NIC_IP, LISTEN)))
            .expect("the port is free");
        for port in 9_000..9_004 {
            let (tuple, engine) = tuple(port, 2);
            let mut peer = TcpPeer::new(tuple, 77_000);
            transport.nic_mut().device_mut().deliver(&peer.syn(), true);
            let mut accepted = None;
            let mut is_offloaded = false;
            for _ in 0..100 {
                now_ns += 50_000;
                transport.nic_mut().device_mut().0.run(1_000);
                transport.poll(now_ns).expect("the device is there");
                while let Some(event) = transport.next_event() {
                    if let TransportEvent::Accepted { id, .. } = event {
                        accepted = Some(id);
                        transport.message_boundary(id, ring, 0, 1);
                    }
                }
                is_offloaded = accepted.is_some_and(|id| transport.is_offloaded(id));
                exchange(&mut transport, &mut peer);
                if is_offloaded {
                    break;
                }
            }
            let counters = transport.offload_counters();
            assert!(
                is_offloaded,
                "NicRing={ring} of {rings}: the connection {accepted:?} of engine {engine}: {counters:?}"
            );
            let armed = transport.nic_mut().device_mut().read32(reg::CMD_RING.at(0));
            assert_eq!(
                armed, beside[engine as usize],
                "NicRing={ring} of {rings}, engine {engine}"
            );
        }
        assert_eq!(transport.offload_counters().no_place, 0);
    }
}

#[test]
fn errors_of_two_engines_fire_one_interrupt_until_it_is_armed_again() {
    let mut both = Aggregates::new(2, 1, None);
    let rings = [
        Action::Control(1),
        Action::Ring(0, 8, 8),
        Action::Ring(1, 8, 8),
        Action::Ring(2, 8, 8),
    ];
    both.run(&rings).expect("the same on both sides");
    // Doorbells ahead of what was written, for rings of engine 0, 1 and 0.
    let refused = [
        Action::ArmInterrupts(0x3F),
        Action::WrongDoorbell(0, 1, 0),
        Action::WrongDoorbell(1, 1, 0),
    ];
    both.run(&refused).expect("the same on both sides");
    assert_eq!(both.seen.interrupts[&5], 1, "armed once, fired once");
    both.run(&[Action::WrongDoorbell(2, 1, 0)])
        .expect("the same on both sides");
    assert_eq!(both.seen.interrupts[&5], 1, "not armed");
    both.run(&[Action::ArmInterrupts(0x20), Action::WrongDoorbell(1, 1, 0)])
        .expect("the same on both sides");
    assert_eq!(both.seen.interrupts[&5], 2);
}

/// A device with rings of 128 entries and granules, all on, with frame buffers but for those rings of which a bit of `without_buffer` is set.
fn small_rings(without_buffer: u32) -> (AggregateDevice, HostMemory) {
    const RING_BYTES: u64 = 128 * (32 + 64);
    let memory = DmaArena::new(4 * RING_BYTES as usize)
        .expect("host memory for the rings")
        .host_memory();
    let mut device = AggregateDevice::new(2, 1, Stalls::NONE);
    device.map_dma(&memory).expect("it has no memory yet");
    for ring in 0..4 {
        let entries = memory.iova() + u64::from(ring) * RING_BYTES;
        let buffer = if without_buffer >> ring & 1 == 1 {
            1 << 40
        } else {
            entries + 128 * 32
        };
        for (register, value) in [
            (&reg::RX_ENTRY_LO, entries),
            (&reg::RX_ENTRY_HI, entries >> 32),
            (&reg::RX_BUFFER_LO, buffer),
            (&reg::RX_BUFFER_HI, buffer >> 32),
            (&reg::RX_SIZE, 0x0707),
            (&reg::RX_ENABLE, 1),
        ] {
            device.write32(register.at(ring), value as u32);
        }
    }
    device.write32(reg::CONTROL.offset, 1);
    // The tables are cleared after power-up.
    device.run_until_idle(100_000).expect("it comes to rest");
    (device, memory)
}

#[test]
fn a_write_error_stops_the_ring_of_its_engine_and_no_other() {
    let (mut device, _memory) = small_rings(0b0010);
    device.write32(reg::IRQ_ARM.offset, 0x20);
    for port in 9_000..9_004 {
        let frame = TcpFrame {
            tuple: tuple(port, 2).0,
            ..TcpFrame::default()
        };
        device.inject(&frame.build_padded(), true);
    }
    device.run_until_idle(100_000).expect("it comes to rest");
    let status = device.read32(reg::STATUS.offset);
    assert_eq!(field::STATUS::ring_stopped.get(status), 0b0010);
    assert_eq!(field::STATUS::axi_error.get(status), 1);
    assert!(device.take_interrupt(ERROR_VECTOR), "the errors vector fires");
    let enabled: Vec<u32> = (0..4)
        .map(|ring| device.read32(reg::RX_ENABLE.at(ring)))
        .collect();
    assert_eq!(enabled, [1, 0, 1, 1]);
    let entries = field::RX_PRODUCER::entries.get(device.read32(reg::RX_PRODUCER.at(0)));
    assert_eq!(entries, 2, "ring 0 has its two frames");
}

#[test]
fn a_command_while_one_waits_is_ignored_whosever_it_is() {
    let (mut device, _memory) = small_rings(0);
    let go = |device: &mut AggregateDevice, session: u32| {
        device.write32(reg::CMD_SESSION.offset, session);
        device.write32(reg::CMD_GO.offset, CommandOp::SetExpected as u32);
        device.run(400);
        device.read32(reg::CMD_STATUS.offset)
    };
    let (busy, overrun) = (field::CMD_STATUS::busy, field::CMD_STATUS::overrun);
    // Of session 0, never armed: a FENCE each in ring 0, which has room for all but the last two.
    for number in 0..127 {
        assert_eq!(busy.get(go(&mut device, 0)), 0, "command {number}");
    }
    let waits = go(&mut device, 0);
    assert_eq!((busy.get(waits), overrun.get(waits)), (1, 0));
    // Session 1 is of engine 1, whose ring has room.
    let ignored = go(&mut device, 1);
    assert_eq!((busy.get(ignored), overrun.get(ignored)), (1, 1));
    assert_eq!(device.read32(reg::RX_PRODUCER.at(1)), 0, "no FENCE of session 1");
    let produced = device.read32(reg::RX_PRODUCER.at(0));
    device.write32(reg::RX_DOORBELL.at(0), produced);
    device.run(400);
    let done = device.read32(reg::CMD_STATUS.offset);
    assert_eq!((busy.get(done), overrun.get(done)), (0, 1));
    let next = go(&mut device, 1);
    assert_eq!((busy.get(next), overrun.get(next)), (0, 0));
    assert_eq!(device.read32(reg::RX_PRODUCER.at(1)), 1, "a FENCE of session 1");
}

#[test]
fn a_broken_rule_is_seen() {
    for fault in [Fault::WrongRing, Fault::GapUnseen, Fault::LastByteLost] {
        let seen = (2..4).any(|seed| run(2, seed, Some(fault)).is_err());
        assert!(seen, "{fault:?} makes no difference");
    }
}
