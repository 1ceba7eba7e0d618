//! The golden model end to end: registers and frames in, ring entries and frame bytes out.
use fixnic_abi::counter::Counter;
use fixnic_abi::entry::{
    frame_flags, msg_flags, FenceEntry, FrameEntry, LossEntry, MsgEntry, ResyncEntry, TxDescriptor,
};
use fixnic_abi::limits::NO_SESSION;
use fixnic_abi::reg::{self, field};
use fixnic_abi::{CommandOp, CommandResult, EntryKind, FrameClass, SessionState, Verdict};
use fixnic_driver::{Device, DmaArena, HostMemory, Wire};
use fixnic_sim::frames::{fix_message, tcp_flags, TcpFrame};
use fixnic_sim::GoldenDevice;

const BUFFER: u64 = 0x1_0000;
const TX_RING: u64 = 0x8_0000;
const TX_COMPLETION: u64 = 0x8_1000;
const TX_FRAMES: u64 = 0x8_2000;

struct Bench {
    device: GoldenDevice,
    memory: HostMemory,
    read: u16,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Entry {
    Msg(MsgEntry),
    Frame(FrameEntry),
    Fence(FenceEntry),
    Loss(LossEntry),
    Resync(ResyncEntry),
}

impl Bench {
    fn new() -> Self {
        let arena = DmaArena::new(1 << 20).unwrap();
        let memory = arena.host_memory();
        let mut device = GoldenDevice::new();
        device.map_dma(&memory).unwrap();
        let mut bench = Self {
            device,
            memory,
            read: 0,
        };
        bench.set_up();
        bench
    }

    fn set_up(&mut self) {
        let base = self.memory.iova();
        self.write_pair(reg::RX_ENTRY_LO.at(0), base);
        self.write_pair(reg::RX_BUFFER_LO.at(0), base + BUFFER);
        self.device.write32(reg::RX_SIZE.at(0), 8 << 8 | 7);
        self.device.write32(reg::RX_ENABLE.at(0), 1);
        self.write_pair(reg::TX_RING_LO.offset, base + TX_RING);
        self.write_pair(reg::TX_COMPLETION_LO.offset, base + TX_COMPLETION);
        self.device.write32(reg::TX_SIZE.offset, 3);
        self.device.write32(reg::CONTROL.offset, 3);
        self.read = 0;
    }

    fn write_pair(&mut self, offset: u32, value: u64) {
        self.device.write32(offset, value as u32);
        self.device.write32(offset + 4, (value >> 32) as u32);
    }

    fn command(&mut self, op: CommandOp, tcp_seq: u32, expected_bcd: u32) {
        let tuple = TcpFrame::default().tuple;
        for (register, value) in [
            (&reg::CMD_SLOT, u32::from(tuple.slots()[0])),
            (&reg::CMD_SESSION, 5),
            (&reg::CMD_LOCAL_IP, tuple.local_ip),
            (&reg::CMD_REMOTE_IP, tuple.remote_ip),
            (
                &reg::CMD_PORTS,
                u32::from(tuple.local_port) << 16 | u32::from(tuple.remote_port),
            ),
            (&reg::CMD_TCP_SEQ, tcp_seq),
            (&reg::CMD_EXPECTED_LO, expected_bcd),
            (&reg::CMD_EXPECTED_HI, 0),
            (&reg::CMD_TAG, 77),
            (&reg::CMD_GO, op as u32),
        ] {
            self.device.write32(register.offset, value);
        }
    }

    fn payload(&mut self, seq: u32, payload: &[u8]) {
        let frame = TcpFrame {
            seq,
            payload,
            ..TcpFrame::default()
        }
        .build_padded();
        self.device.deliver(&frame, true);
    }

    /// Entries since the last call; credit is not returned.
    fn entries(&mut self) -> Vec<Entry> {
        let produced = field::RX_PRODUCER::entries.get(self.device.read32(reg::RX_PRODUCER.at(0))) as u16;
        let mut entries = Vec::new();
        while self.read != produced {
            let mut bytes = [0; 32];
            let slot = u64::from(self.read % 128);
            self.memory
                .read(self.memory.iova() + slot * 32, &mut bytes)
                .unwrap();
            entries.push(match EntryKind::from_bits(bytes[0]).unwrap() {
                EntryKind::Msg => Entry::Msg(bytemuck::cast(bytes)),
                EntryKind::Frame => Entry::Frame(bytemuck::cast(bytes)),
                EntryKind::Fence => Entry::Fence(bytemuck::cast(bytes)),
                EntryKind::Loss => Entry::Loss(bytemuck::cast(bytes)),
                EntryKind::Resync => Entry::Resync(bytemuck::cast(bytes)),
            });
            self.read = self.read.wrapping_add(1);
        }
        entries
    }

    fn counter(&mut self, counter: Counter) -> u32 {
        self.device.write32(reg::STAT_LATCH.offset, 1);
        self.device.read32(reg::STAT_LO.at(counter as u32))
    }
}

fn message(number: u32) -> Vec<u8> {
    fix_message(&format!(
        "35=8|34={number}|49=EXCHANGE|52=20240101-00:00:00|56=CLIENT|"
    ))
}

#[test]
fn a_message_in_two_segments_is_verified_with_the_second() {
    let mut b = Bench::new();
    b.command(CommandOp::Arm, 1000, 0x42);
    let Entry::Fence(fence) = b.entries()[0] else {
        panic!("expected a fence")
    };
    assert_eq!(
        (fence.result, fence.tag, fence.generation),
        (CommandResult::Ok as u8, 77, 1)
    );
    let bytes = message(42);
    b.device.advance(123_456);
    b.payload(1000, &bytes[..30]);
    b.payload(1030, &bytes[30..]);
    let entries = b.entries();
    let [Entry::Frame(first), Entry::Msg(msg), Entry::Frame(second)] = entries[..] else {
        panic!("{entries:?}")
    };
    assert_eq!(
        (first.class, first.flags, first.messages),
        (FrameClass::InOrder as u8, frame_flags::COMMITTED, 0)
    );
    assert_eq!(
        (first.ts_ns, first.session, first.granule, first.length),
        (123_456, 5, 0, 84)
    );
    assert_eq!((first.payload_offset, first.payload_length), (54, 30));
    assert_eq!((second.granule, second.messages), (2, 1));
    assert_eq!(
        (msg.verdict, msg.flags),
        (Verdict::InSequence as u8, msg_flags::VERIFIED)
    );
    assert_eq!((msg.tcp_seq, msg.length as usize), (1000, bytes.len()));
    assert_eq!(msg.received_seq_num(), Some(42));
}

#[test]
fn a_bad_frame_leaves_the_session_as_it_was() {
    let mut b = Bench::new();
    b.command(CommandOp::Arm, 1000, 0x01);
    let bytes = message(1);
    let good = TcpFrame {
        seq: 1000,
        payload: &bytes,
        ..TcpFrame::default()
    }
    .build();
    let mut wrong_sum = good.clone();
    *wrong_sum.last_mut().unwrap() ^= 0x40;
    let truncated = [&good[..], &vec![0; 2049 - good.len()]].concat();
    b.device.deliver(&good, false);
    b.device.deliver(&wrong_sum, true);
    b.device.deliver(&truncated, true);
    let _fence = b.entries();
    b.device.deliver(&good, true);
    let entries = b.entries();
    let [Entry::Msg(msg), Entry::Frame(frame)] = entries[..] else {
        panic!("{entries:?}")
    };
    assert_eq!(msg.verdict, Verdict::InSequence as u8);
    assert_eq!(frame.flags, frame_flags::COMMITTED);
    assert_eq!(b.counter(Counter::FcsBad), 1);
    assert_eq!(b.counter(Counter::TcpChecksumBad), 1);
    assert_eq!(b.counter(Counter::Truncated), 1);
    // The wrong byte was the message's last: framing was lost, but only in a void entry.
    assert_eq!(b.counter(Counter::VerdictInSequence), 3);
    assert_eq!(b.counter(Counter::VerdictMalformed), 1);
}

#[test]
fn a_lost_segment_leads_to_a_proposal_and_its_answer_to_verified_messages() {
    let mut b = Bench::new();
    b.command(CommandOp::Arm, 1000, 0x1);
    let messages: Vec<Vec<u8>> = (1..=4).map(message).collect();
    let length = messages[0].len() as u32;
    b.payload(1000, &messages[0]);
    b.entries();
    // The second is lost, the third is ahead.
    b.payload(1000 + 2 * length, &messages[2]);
    let entries = b.entries();
    let [Entry::Msg(msg), Entry::Resync(proposal), Entry::Frame(frame)] = entries[..] else {
        panic!("{entries:?}")
    };
    assert_eq!((msg.verdict, msg.flags), (Verdict::Untracked as u8, 0));
    assert_eq!(
        (msg.received_seq_num(), msg.expected_seq_num()),
        (Some(3), Some(0))
    );
    assert_eq!(
        (proposal.tcp_seq, proposal.rcv_nxt),
        (1000 + 2 * length, 1000 + 3 * length)
    );
    assert_eq!((proposal.generation, proposal.received_seq_num()), (1, Some(3)));
    assert_eq!(
        (frame.class, frame.flags, frame.messages),
        (FrameClass::Ahead as u8, frame_flags::COMMITTED, 1)
    );
    assert_eq!(frame.session_state, SessionState::Candidate as u8);
    // The second comes after all: old. An answer to another proposal is refused, the right one is taken.
    b.payload(1000 + length, &messages[1]);
    b.device.write32(reg::CMD_GENERATION.offset, 0);
    b.command(CommandOp::ResyncOk, proposal.tcp_seq, 0x3);
    b.device.write32(reg::CMD_GENERATION.offset, 1);
    b.command(CommandOp::ResyncOk, proposal.tcp_seq + 1, 0x3);
    b.command(CommandOp::ResyncOk, proposal.tcp_seq, 0x3);
    let entries = b.entries();
    let [Entry::Frame(old), Entry::Fence(generation), Entry::Fence(place), Entry::Fence(taken)] = entries[..]
    else {
        panic!("{entries:?}")
    };
    assert_eq!(old.class, FrameClass::Old as u8);
    assert_eq!([generation.result, place.result], [CommandResult::Stale as u8; 2]);
    assert_eq!(
        (taken.result, taken.session_state, taken.generation),
        (CommandResult::Ok as u8, SessionState::Track as u8, 2)
    );
    b.payload(1000 + 3 * length, &messages[3]);
    let entries = b.entries();
    let [Entry::Msg(msg), Entry::Frame(_)] = entries[..] else {
        panic!("{entries:?}")
    };
    assert_eq!(
        (msg.verdict, msg.flags, msg.generation),
        (Verdict::InSequence as u8, msg_flags::VERIFIED, 2)
    );
    assert_eq!(b.counter(Counter::Resync), 1);
}

#[test]
fn frames_without_a_session_pass() {
    let mut b = Bench::new();
    b.payload(1, b"nobody's");
    b.device.deliver(&[0xFF], true);
    let entries = b.entries();
    let [Entry::Frame(unknown), Entry::Frame(runt)] = entries[..] else {
        panic!("{entries:?}")
    };
    assert_eq!(
        (unknown.class, unknown.session),
        (FrameClass::Unknown as u8, NO_SESSION)
    );
    assert_eq!(
        (unknown.payload_offset, unknown.session_state),
        (0, SessionState::Free as u8)
    );
    assert_eq!((runt.class, runt.length), (FrameClass::Other as u8, 1));
}

#[test]
fn every_loss_is_told_before_the_next_frame() {
    let mut b = Bench::new();
    b.device.golden().refuse();
    b.device.write32(reg::CONTROL.offset, 0);
    b.payload(1, b"off");
    b.device.write32(reg::CONTROL.offset, 1);
    b.payload(1, b"on");
    let entries = b.entries();
    let [Entry::Loss(loss), Entry::Frame(frame)] = entries[..] else {
        panic!("{entries:?}")
    };
    assert_eq!(
        (loss.drop_fifo, loss.drop_disabled, loss.drop_ring, frame.dropped),
        (1, 1, 0, 2)
    );
    // The ring holds 128 entries, and a frame asks for 40.
    for _ in 0..100 {
        b.payload(1, b"more");
    }
    assert_eq!(b.entries().len(), 87);
    assert_eq!(b.counter(Counter::DropRing), 13);
    let produced = b.device.read32(reg::RX_PRODUCER.at(0));
    b.device.write32(reg::RX_DOORBELL.at(0), produced);
    b.payload(1, b"room again");
    assert!(matches!(b.entries()[..], [Entry::Loss(loss), Entry::Frame(_)] if loss.drop_ring == 13));
    let sum = [
        Counter::RxDelivered,
        Counter::DropFifo,
        Counter::DropDisabled,
        Counter::DropRing,
    ];
    let sum: u32 = sum.into_iter().map(|counter| b.counter(counter)).sum();
    assert_eq!(b.counter(Counter::RxFrames), sum);
}

#[test]
fn a_command_waits_for_room_and_refuses_another() {
    let mut b = Bench::new();
    for _ in 0..127 {
        b.command(CommandOp::Disarm, 0, 1);
    }
    let status = b.device.read32(reg::CMD_STATUS.offset);
    assert_eq!((field::CMD_STATUS::busy.get(status), b.entries().len()), (0, 127));
    b.command(CommandOp::Disarm, 0, 1);
    b.command(CommandOp::Disarm, 0, 1);
    let status = b.device.read32(reg::CMD_STATUS.offset);
    assert_eq!(
        (
            field::CMD_STATUS::busy.get(status),
            field::CMD_STATUS::overrun.get(status)
        ),
        (1, 1)
    );
    b.device.write32(reg::RX_DOORBELL.at(0), 127);
    assert_eq!(b.entries().len(), 1);
    assert_eq!(b.counter(Counter::CommandOk), 128);
}

#[test]
fn reset_begins_a_new_epoch() {
    let mut b = Bench::new();
    b.command(CommandOp::Arm, 1000, 1);
    b.device.write32(reg::CONTROL.offset, 1 << 31);
    assert_eq!(b.device.read32(reg::EPOCH.offset), 2);
    assert_eq!(b.device.read32(reg::CONTROL.offset), 0);
    assert_eq!(b.device.read32(reg::RX_ENABLE.at(0)), 0);
    b.set_up();
    b.payload(1000, &message(1));
    assert!(
        matches!(b.entries()[..], [Entry::Frame(f)] if f.class == FrameClass::Unknown as u8 && f.epoch == 2)
    );
}

#[test]
fn vectors_fire_once_after_they_were_armed() {
    let mut b = Bench::new();
    b.device.write32(reg::IRQ_ARM.offset, 0x3F);
    assert!(!b.device.take_interrupt(0));
    b.payload(1, b"news");
    assert!(b.device.take_interrupt(0));
    b.payload(1, b"news");
    assert!(!b.device.take_interrupt(0));
    // Something waits already in the moment of arming.
    b.device.write32(reg::IRQ_ARM.offset, 1);
    assert!(b.device.take_interrupt(0));
    b.device.write32(reg::RX_ENABLE.at(0), 0);
    b.device.write32(reg::RX_SIZE.at(0), 3);
    b.device.write32(reg::RX_ENABLE.at(0), 1);
    assert!(b.device.take_interrupt(5));
    let status = b.device.read32(reg::STATUS.offset);
    assert_eq!(field::STATUS::ring_refused.get(status), 1);
    assert_eq!(b.device.read32(reg::RX_ENABLE.at(0)), 0);
}

#[test]
fn what_is_sent_leaves_on_the_wire() {
    let mut b = Bench::new();
    let base = b.memory.iova();
    b.memory.write(base + TX_FRAMES, &[9; 64]).unwrap();
    let descriptor = TxDescriptor {
        address: base + TX_FRAMES,
        length: 64,
        ..TxDescriptor::default()
    };
    b.memory
        .write(base + TX_RING, bytemuck::bytes_of(&descriptor))
        .unwrap();
    b.device.write32(reg::IRQ_ARM.offset, 1 << 4);
    b.device.write32(reg::TX_DOORBELL.offset, 1);
    let mut buffer = [0; 2048];
    assert_eq!(b.device.take_sent(&mut buffer), Some(64));
    assert_eq!(buffer[..64], [9; 64]);
    assert!(b.device.take_interrupt(4));
    assert_eq!(b.counter(Counter::TxFrames), 1);
}

#[test]
fn a_session_ends_with_its_connection() {
    let mut b = Bench::new();
    b.command(CommandOp::Arm, 1000, 1);
    let reset = TcpFrame {
        seq: 1000,
        flags: tcp_flags::RST,
        ..TcpFrame::default()
    }
    .build_padded();
    b.device.deliver(&reset, true);
    b.payload(1005, b"ahead");
    b.payload(1000, b"late");
    let end = TcpFrame {
        seq: 1010,
        flags: tcp_flags::FIN,
        payload: b"the last",
        ..TcpFrame::default()
    }
    .build_padded();
    b.device.deliver(&end, true);
    b.payload(1018, b"more");
    let classes: Vec<u8> = b
        .entries()
        .into_iter()
        .filter_map(|entry| match entry {
            Entry::Frame(frame) => Some(frame.class),
            _ => None,
        })
        .collect();
    let expected = [
        FrameClass::Control,
        FrameClass::Ahead,
        FrameClass::Old,
        FrameClass::Control,
        FrameClass::NotTracked,
    ];
    assert_eq!(classes, expected.map(|class| class as u8));
}
