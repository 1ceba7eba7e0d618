//! Named cases on the Verilated core and on the golden model: what random episodes do not reach.
use fixnic_abi::counter::Counter;
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::reg;
use fixnic_abi::CommandOp;
use fixnic_sim::frames::TcpFrame;
use fixnic_sim::verilated::FrameGap;
use fixnic_sim::Stalls;
use fixnic_tests::differential::{self, Action, CommandArguments, Coverage, RINGS};

const RX_AND_TX: Action = Action::Control(3);

fn compare(actions: &[Action]) -> Coverage {
    differential::compare(1, actions)
}

fn counter(coverage: &Coverage, counter: Counter) -> u64 {
    coverage.counter(counter)
}

/// A frame of no session, with so many bytes of payload.
fn frame(payload: usize) -> Action {
    Action::Frame {
        bytes: TcpFrame {
            payload: &vec![b'8'; payload],
            ..TcpFrame::default()
        }
        .build(),
        fcs_good: true,
    }
}

fn set_expected(tag: u32) -> CommandArguments {
    CommandArguments {
        op: CommandOp::SetExpected as u32,
        slot: 0,
        session: 3,
        ring: 0,
        tuple: FourTuple {
            local_ip: 1,
            remote_ip: 2,
            local_port: 3,
            remote_port: 4,
        },
        tcp_seq: 0,
        generation: 0,
        expected_bcd: 1,
        tag,
    }
}

/// A connection of the test: the frames of each have their own ring.
fn connection(number: u16) -> FourTuple {
    FourTuple {
        local_ip: 0x0A00_0001,
        remote_ip: 0x0A00_0002,
        local_port: 40_000 + number,
        remote_port: 9_876,
    }
}

const FIRST_SEQ: u32 = 1000;

/// ARM of a connection, its session to a ring.
fn arm(session: u16, ring: u32) -> Action {
    let tuple = connection(session);
    let arguments = CommandArguments {
        op: CommandOp::Arm as u32,
        slot: tuple.slots()[0].into(),
        session: session.into(),
        ring,
        generation: 0,
        tuple,
        tcp_seq: FIRST_SEQ,
        expected_bcd: 1,
        tag: session.into(),
    };
    Action::Command(arguments, 0)
}

/// A segment of a connection, beyond what its session expects: it stays LOST, and its frames are frames of its ring.
fn segment(session: u16, payload: usize) -> Action {
    Action::Frame {
        bytes: TcpFrame {
            tuple: connection(session),
            seq: FIRST_SEQ + 100_000,
            payload: &vec![b'8'; payload],
            ..TcpFrame::default()
        }
        .build(),
        fcs_good: true,
    }
}

fn rings(entry_log2: u32, buffer_log2: u32) -> Vec<Action> {
    (0..RINGS)
        .map(|ring| Action::Ring(ring, entry_log2, buffer_log2))
        .collect()
}

#[test]
fn a_write_error_stops_its_ring_and_no_other() {
    let mut actions = rings(8, 8);
    actions.extend([RX_AND_TX, Action::RingWithoutBuffer(2, 8, 8)]);
    for ring in 0..4 {
        actions.push(arm(ring, ring.into()));
    }
    actions.extend([
        Action::Settle,
        Action::ArmInterrupts(0x3F),
        segment(2, 1000),
        Action::Settle,
    ]);
    // It is off; the others go on, and nothing comes to it that could fail again.
    for payload in [0, 10, 1460] {
        actions.extend((0..4).map(|session| segment(session, payload)));
    }
    actions.extend([
        Action::Settle,
        Action::ArmInterrupts(0x3F),
        Action::Credit,
        Action::Settle,
    ]);
    // A command of its session is applied without a FENCE; enabled anew, it is as good as any.
    let of_session_2 = CommandArguments {
        session: 2,
        ..set_expected(7)
    };
    actions.extend([Action::Command(of_session_2, 0), arm(2, 2), Action::Settle]);
    actions.push(Action::Ring(2, 8, 8));
    actions.extend((0..4).map(|session| segment(session, 500)));
    actions.extend([Action::Command(set_expected(8), 0), Action::Settle]);
    let coverage = compare(&actions);
    assert_eq!(
        counter(&coverage, Counter::AxiWriteError),
        1,
        "of the golden model, which stops at once"
    );
    assert_eq!(counter(&coverage, Counter::DropDisabled), 3);
    assert_eq!(counter(&coverage, Counter::RxDelivered), 1 + 9 + 4);
}

#[test]
fn a_full_ring_holds_up_no_other_rings_frames() {
    let mut actions: Vec<Action> = [(0, 12, 11), (1, 7, 7), (2, 12, 11), (3, 12, 11)]
        .map(|(ring, entries, buffer)| Action::Ring(ring, entries, buffer))
        .into();
    actions.extend([
        RX_AND_TX,
        Action::Stalls(Stalls {
            rx_gap: FrameGap::LineRate,
            ..Stalls::NONE
        }),
    ]);
    for ring in 0..4 {
        actions.push(arm(ring, ring.into()));
    }
    // Ring 1 never gets credit: it fills, and every later frame of it is dropped.
    let (rounds, mut to_full_ring) = (60, 0);
    for round in 0..rounds {
        for (session, payload) in [
            (1, 0),
            (0, 6),
            (1, 700),
            (2, 100),
            (1, 6),
            (3, 1460),
            (1, 6),
            (0, 0),
        ] {
            actions.push(segment(session, payload));
            to_full_ring += u64::from(session == 1);
        }
        actions.push(frame(20));
        if round % 10 == 9 {
            actions.push(Action::Settle);
            actions.extend([0, 2, 3].map(|ring| Action::PartialCredit(ring, 0, 0)));
        }
    }
    actions.push(Action::Settle);
    let coverage = compare(&actions);
    let dropped = counter(&coverage, Counter::DropRing);
    assert!(
        dropped > to_full_ring / 2 && dropped < to_full_ring,
        "{dropped} of {to_full_ring} frames of the full ring dropped"
    );
    assert_eq!(counter(&coverage, Counter::DropFifo), 0);
    assert_eq!(
        counter(&coverage, Counter::RxDelivered),
        rounds * 9 - dropped,
        "no frame of another ring was lost"
    );
}

#[test]
fn a_command_waits_for_the_ring_of_its_session_only() {
    let mut actions = rings(7, 9);
    actions.extend([RX_AND_TX, arm(1, 1), arm(2, 2)]);
    // 127 fences fill ring 1 but for one entry.
    let of_session = |session: u32, tag: u32| CommandArguments {
        session,
        tag,
        ..set_expected(tag)
    };
    for tag in 0..126 {
        actions.push(Action::Command(of_session(1, tag), 0));
    }
    actions.push(Action::Settle);
    // Session 2's ring has room for all of them; session 1's next one waits, while frames of all rings pass.
    for tag in 0..20 {
        actions.push(Action::Command(of_session(2, 1000 + tag), 0));
    }
    actions.push(Action::Command(of_session(1, 2000), 0));
    actions.extend((0..4).map(|session| segment(session, 40)));
    actions.extend([
        frame(10),
        Action::Settle,
        Action::PartialCredit(2, 0, 0),
        Action::Settle,
    ]);
    actions.extend([
        Action::PartialCredit(1, 0, 0),
        Action::Settle,
        segment(1, 3),
        Action::Settle,
    ]);
    let coverage = compare(&actions);
    let commands = counter(&coverage, Counter::CommandOk) + counter(&coverage, Counter::CommandRefused);
    assert_eq!(commands, 2 + 126 + 20 + 1);
    assert_eq!(
        counter(&coverage, Counter::DropRing),
        1,
        "ring 1 has no room for a frame either"
    );
}

#[test]
fn refused_doorbells_change_nothing_and_are_told() {
    let mut actions = rings(8, 8);
    actions.extend([RX_AND_TX, arm(3, 3), segment(3, 100), Action::Settle]);
    for ring in 0..RINGS {
        actions.extend([
            Action::ArmInterrupts(0x20),
            Action::WrongDoorbell(ring, 1, 0),
            Action::WrongDoorbell(ring, 0, 1),
            Action::Settle,
        ]);
    }
    actions.extend([
        Action::ArmInterrupts(0x20),
        Action::WrongTxDoorbell(1),
        Action::Settle,
    ]);
    actions.extend([Action::WrongTxDoorbell(30_000), segment(3, 1), Action::Settle]);
    // Enabling anew forgets it.
    actions.extend([
        Action::Ring(3, 8, 8),
        Action::Control(1),
        RX_AND_TX,
        Action::Settle,
    ]);
    let coverage = compare(&actions);
    assert_eq!(counter(&coverage, Counter::DoorbellRefused), 8);
    assert_eq!(counter(&coverage, Counter::TxBadDescriptor), 0);
}

#[test]
fn addresses_and_sizes_stand_while_their_ring_is_on() {
    let writes = |value: u32| {
        [
            reg::RX_ENTRY_LO,
            reg::RX_ENTRY_HI,
            reg::RX_BUFFER_LO,
            reg::RX_BUFFER_HI,
            reg::RX_SIZE,
            reg::TX_RING_LO,
            reg::TX_RING_HI,
            reg::TX_COMPLETION_LO,
            reg::TX_COMPLETION_HI,
            reg::TX_SIZE,
        ]
        .map(|register| (0..register.count).map(move |index| Action::Write(register.at(index), value)))
        .into_iter()
        .flatten()
    };
    let mut actions = rings(8, 8);
    actions.push(RX_AND_TX);
    for value in [0xFFFF_FFFF, 0, 0x0707] {
        actions.extend(writes(value));
        actions.extend([frame(200), Action::Settle]);
    }
    // Off: what is written is held.
    actions.extend((0..RINGS).map(Action::RingOff));
    actions.push(Action::Control(1));
    actions.extend(writes(0x1234_5640));
    actions.push(Action::Settle);
    let coverage = compare(&actions);
    assert_eq!(counter(&coverage, Counter::RxDelivered), 3);
}

#[test]
fn a_command_waits_for_room_and_another_one_overruns() {
    let mut actions = vec![Action::Ring(0, 7, 11), Action::Ring(1, 7, 11), RX_AND_TX];
    actions.extend([Action::Ring(2, 7, 11), Action::Ring(3, 7, 11)]);
    // A FENCE each, until less than two entries are free: the last one waits.
    for tag in 0..128 {
        actions.push(Action::Command(set_expected(tag), 0));
    }
    actions.push(Action::Settle);
    for op in [CommandOp::Arm as u32, CommandOp::Disarm as u32, 0xFF] {
        actions.push(Action::Write(reg::CMD_GO.offset, op));
    }
    // It is applied when there is room, as it was given; the next one clears the mark.
    actions.extend([Action::Credit, Action::Settle]);
    actions.extend([Action::Command(set_expected(1000), 0), Action::Settle]);
    let coverage = compare(&actions);
    let commands = counter(&coverage, Counter::CommandOk) + counter(&coverage, Counter::CommandRefused);
    assert_eq!(commands, 129);
}

/// A frame of a beat or two that had to wait has passed before the ring's figures have followed its granule: the next one has its own all the same.
#[test]
fn frames_shorter_than_their_headers_pass_between_stalls() {
    let mut actions = rings(12, 12);
    actions.extend([
        RX_AND_TX,
        Action::Stalls(Stalls {
            rx_gap: FrameGap::BackToBack,
            write_pause: 200,
            write_pause_clocks_max: 6000,
            ..Stalls::NONE
        }),
    ]);
    let (rounds, lengths) = (40, 1..=56);
    for round in 0..rounds {
        for length in lengths.clone() {
            // Two of a length, then one of the next, and a long one here and there, so that the writes fall behind.
            for bytes in [length, length, length % 56 + 1] {
                actions.push(Action::Frame {
                    bytes: vec![bytes as u8; bytes],
                    fcs_good: true,
                });
            }
            if (length + round) % 8 == 0 {
                actions.push(frame(1460));
            }
        }
        if round % 10 == 9 {
            actions.extend([Action::Settle, Action::Credit]);
        }
    }
    let coverage = compare(&actions);
    let delivered = counter(&coverage, Counter::RxDelivered);
    assert!(delivered > 1000, "{delivered} frames came through");
    // A FIFO before the gate that fills says that frames waited.
    assert!(counter(&coverage, Counter::DropFifo) > 0);
}
