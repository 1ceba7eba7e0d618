//! Named cases on the Verilated core and on the golden model: what random episodes do not reach.
use fixnic_abi::counter::Counter;
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::reg;
use fixnic_abi::CommandOp;
use fixnic_sim::frames::TcpFrame;
use fixnic_sim::{Stalls, VerilatedDevice};
use fixnic_tests::differential::{run, Action, CommandArguments, Coverage};

const RX_AND_TX: Action = Action::Control(3);

fn compare(actions: &[Action]) -> Coverage {
    run(&mut VerilatedDevice::new(1, Stalls::NONE), actions, None)
        .unwrap_or_else(|difference| panic!("after action {}: {}", difference.action, difference.text))
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

#[test]
fn a_write_error_is_counted_once_a_burst_and_changes_nothing_else() {
    let mut actions = vec![
        Action::RingWithoutBuffer(8, 8),
        RX_AND_TX,
        Action::ArmInterrupts(0x3F),
    ];
    for payload in [0, 10, 11, 200, 1460] {
        actions.extend([frame(payload), Action::Settle]);
    }
    // The interrupt of errors was taken; the next comes only when it is armed again.
    actions.extend([Action::ArmInterrupts(0x20), frame(100), Action::Credit]);
    // With memory again, nothing is left of it but the count.
    actions.extend([Action::Ring(8, 8), frame(1460), Action::Settle]);
    let coverage = compare(&actions);
    // Granules of 60, 64, 65, 254, 1,514 and 154 bytes.
    assert_eq!(counter(&coverage, Counter::AxiWriteError), 1 + 1 + 2 + 4 + 24 + 3);
    assert_eq!(counter(&coverage, Counter::RxDelivered), 7);
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
        .map(|register| Action::Write(register.at(0), value))
    };
    let mut actions = vec![Action::Ring(8, 8), RX_AND_TX];
    for value in [0xFFFF_FFFF, 0, 0x0707] {
        actions.extend(writes(value));
        actions.extend([frame(200), Action::Settle]);
    }
    // Off: what is written is held.
    actions.extend([Action::RingOff, Action::Control(1)]);
    actions.extend(writes(0x1234_5640));
    actions.push(Action::Settle);
    let coverage = compare(&actions);
    assert_eq!(counter(&coverage, Counter::RxDelivered), 3);
}

#[test]
fn a_command_waits_for_room_and_another_one_overruns() {
    let mut actions = vec![Action::Ring(7, 11), RX_AND_TX];
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
