//! The driver against the scripted device.
use crate::mailbox::CHOSEN_TAG_MIN;
use crate::scripted::{frame_entry, msg_entry, ScriptedDevice};
use crate::{Command, MailboxError, Nic, NicConfig, OpenError, RingError, RxEntry, SendError, Wire};
use fixnic_abi::limits::GRANULE_BYTES;
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::{counter::Counter, reg, CommandOp, FrameEntry};

const SMALL: NicConfig = NicConfig {
    rx_rings: 1,
    rx_entry_log2: 7,
    rx_buffer_log2: 7,
    tx_log2: 2,
};

fn open() -> Nic<ScriptedDevice> {
    Nic::open(ScriptedDevice::default(), SMALL).unwrap()
}

/// A deterministic stream of numbers (Knuth's MMIX constants); no test depends on which they are.
fn random(state: &mut u64) -> u64 {
    *state = state
        .wrapping_mul(6364136223846793005)
        .wrapping_add(1442695040888963407);
    *state >> 33
}

#[test]
fn what_is_no_usable_device_is_refused() {
    let with = |change: fn(&mut ScriptedDevice)| {
        let mut device = ScriptedDevice::default();
        change(&mut device);
        Nic::open(device, SMALL).map(drop)
    };
    assert!(with(|_| ()).is_ok());
    assert!(matches!(with(|d| d.gone = true), Err(OpenError::Gone(_))));
    assert!(matches!(
        with(|d| *d.register(&reg::ID) = 0x1234),
        Err(OpenError::NotFixnic { found: 0x1234, .. })
    ));
    let version = with(|d| *d.register(&reg::ABI_VERSION) = 0x0002_0000);
    assert!(matches!(
        version,
        Err(OpenError::AbiMajor {
            expected: 1,
            found: 2
        })
    ));
    assert!(
        with(|d| *d.register(&reg::ABI_VERSION) = 0x0001_0007).is_ok(),
        "a newer minor is fine"
    );
    let slots = with(|d| *d.register(&reg::GEOMETRY) = 0x0801_0B0A);
    assert!(matches!(
        slots,
        Err(OpenError::Geometry {
            field: "slots_log2",
            found: 11,
            ..
        })
    ));
    assert!(matches!(
        with(|d| d.stuck = true),
        Err(OpenError::ResetTimeout { .. })
    ));
    assert!(matches!(
        with(|d| *d.register(&reg::STATUS) = 2),
        Err(OpenError::RingRefused { .. })
    ));
}

#[test]
fn ring_sizes_out_of_range_are_refused() {
    for (config, name) in [
        (
            NicConfig {
                rx_entry_log2: 6,
                ..SMALL
            },
            "rx_entry_log2",
        ),
        (
            NicConfig {
                rx_buffer_log2: 16,
                ..SMALL
            },
            "rx_buffer_log2",
        ),
        (NicConfig { tx_log2: 1, ..SMALL }, "tx_log2"),
    ] {
        let error = Nic::open(ScriptedDevice::default(), config)
            .map(drop)
            .unwrap_err();
        assert!(
            matches!(error, OpenError::Config { name: n, .. } if n == name),
            "{error}"
        );
    }
}

#[test]
fn memory_is_unmapped_on_drop_and_after_a_reset() {
    let mut device = ScriptedDevice::default();
    drop(Nic::open(&mut device, SMALL).unwrap());
    assert!(device.memory.is_none());
    assert_eq!(device.written(&reg::CONTROL).last(), Some(&(1 << 31)));
}

#[test]
fn frames_come_whole_over_many_wraps() {
    let mut nic = open();
    let mut state = 1;
    let mut out = [0; 2048];
    // Counts run modulo 2^16: three times round that.
    for i in 0..100_000u32 {
        let length = 1 + random(&mut state) as usize % if i % 8 == 0 { 2048 } else { 128 };
        let bytes: Vec<u8> = (0..length).map(|k| (k as u32 ^ i) as u8).collect();
        let device = nic.device_mut();
        device.push(msg_entry(i));
        let pushed = device.push_frame(&bytes);
        assert!(matches!(nic.poll(), Ok(Some(RxEntry::Msg(msg))) if msg.tcp_seq == i));
        let Ok(Some(RxEntry::Frame(frame))) = nic.poll() else {
            panic!("no frame at {i}")
        };
        assert_eq!((frame.granule, frame.length), (pushed.granule, pushed.length));
        assert_eq!(nic.read_frame(&frame, &mut out), length);
        assert_eq!(&out[..length], &bytes);
        assert_eq!(nic.poll(), Ok(None), "at {i}");
        nic.return_credit();
        nic.device_mut().writes.clear();
    }
}

#[test]
fn credit_is_one_doorbell_a_batch() {
    let mut nic = open();
    nic.return_credit();
    assert!(
        nic.device_mut().written(&reg::RX_DOORBELL).is_empty(),
        "nothing polled, nothing said"
    );
    for length in [64, 65, 1] {
        nic.device_mut().push_frame(&vec![1; length]);
    }
    while nic.poll().unwrap().is_some() {}
    nic.return_credit();
    nic.return_credit();
    assert_eq!(nic.device_mut().written(&reg::RX_DOORBELL), [4 << 16 | 3]);
}

#[test]
fn an_entry_is_not_seen_before_its_last_byte() {
    let mut nic = open();
    let mut state = 2;
    for i in 0..1_000u32 {
        let device = nic.device_mut();
        let (at, phase) = device.next_entry();
        let mut entry = bytemuck::bytes_of(&msg_entry(i)).to_vec();
        (entry[30], entry[31]) = (device.epoch(), phase);
        // The first 31 bytes arrive in random order, as a bus may tear them; the driver looks in between.
        let mut order: Vec<usize> = (0..31).collect();
        for k in (1..31).rev() {
            order.swap(k, random(&mut state) as usize % (k + 1));
        }
        for byte in order {
            nic.device_mut().write(at + byte as u64, &entry[byte..=byte]);
            assert_eq!(nic.poll(), Ok(None), "entry {i} shows with byte {byte}");
        }
        nic.device_mut().write(at + 31, &entry[31..]);
        nic.device_mut().entries += 1;
        assert!(matches!(nic.poll(), Ok(Some(RxEntry::Msg(msg))) if msg.tcp_seq == i));
    }
}

#[test]
fn an_entry_of_another_life_is_refused() {
    let mut nic = open();
    let found = nic.epoch() + 1;
    *nic.device_mut().register(&reg::EPOCH) = u32::from(found);
    nic.device_mut().push(msg_entry(0));
    let expected = RingError::Epoch {
        ring: 0,
        entry: 0,
        expected: nic.epoch(),
        found,
    };
    assert_eq!(nic.poll(), Err(expected));
    assert_eq!(nic.poll(), Err(expected), "it does not go away by itself");
    nic.reset().unwrap();
    assert_eq!(nic.poll(), Ok(None), "the entry of the life before is gone");
    nic.device_mut().push_frame(&[9; 60]);
    assert!(matches!(nic.poll(), Ok(Some(RxEntry::Frame(_)))));
}

/// A frame that lacks a beat, or a granule, is told from one that has it, also where the same bytes stood before in the same place.
#[test]
fn a_frame_that_was_not_wholly_written_is_refused() {
    const BEAT: usize = 32;
    for length in [1, 64, 65, 200, 2048usize] {
        let bytes: Vec<u8> = (0..length).map(|at| at as u8).collect();
        let end = length.next_multiple_of(GRANULE_BYTES);
        let beats = (0..end).step_by(BEAT).map(|at| at..at + BEAT);
        let granules = (0..end).step_by(GRANULE_BYTES).map(|at| at..at + GRANULE_BYTES);
        for missing in beats.chain(granules) {
            // In the first lap of the buffer, and on either side of a later one's end: it has 97, 49, 25 or 4 such frames.
            for frames_before in [0, 1].into_iter().chain(94..=104) {
                let mut nic = open();
                for _ in 0..frames_before {
                    nic.device_mut().push_frame(&bytes);
                    assert!(matches!(nic.poll(), Ok(Some(RxEntry::Frame(_)))));
                    nic.return_credit();
                }
                let entry = nic.device_mut().entries.wrapping_add(1);
                nic.device_mut().push(msg_entry(7));
                let frame = nic.device_mut().push_frame_without(&bytes, missing.clone());
                nic.device_mut().push_frame(&bytes);
                assert!(matches!(nic.poll(), Ok(Some(RxEntry::Msg(_)))));
                let slot = usize::from(frame.granule) % 128 + missing.start / GRANULE_BYTES;
                let expected = RingError::Unwritten { ring: 0, entry, slot };
                assert_eq!(nic.poll(), Err(expected), "{missing:?} of {length}");
                nic.return_credit();
                assert_eq!(nic.poll(), Err(expected), "nothing behind it is given");
                nic.reset().unwrap();
                nic.device_mut().push_frame(&bytes);
                assert!(matches!(nic.poll(), Ok(Some(RxEntry::Frame(_)))));
            }
        }
    }
}

#[test]
fn entries_that_lie_are_refused() {
    type Lie = fn(&mut FrameEntry);
    let lies: [(&str, Lie); 6] = [
        ("kind", |e| e.kind = 0),
        ("kind", |e| e.kind = 6),
        ("FRAME.length", |e| e.length = 2049),
        ("FRAME.length", |e| e.length = 0),
        ("FRAME.payload_offset + payload_length", |e| {
            (e.payload_offset, e.payload_length) = (54, 7)
        }),
        ("FRAME.granule", |e| e.granule = 3),
    ];
    for (expected, lie) in lies {
        let mut nic = open();
        let mut entry = frame_entry(0, 60);
        lie(&mut entry);
        nic.device_mut().push(entry);
        let Err(RingError::Corrupt { field, .. }) = nic.poll() else {
            panic!("{expected} was believed")
        };
        assert_eq!(field, expected);
    }
}

#[test]
fn frames_to_send_wait_for_room() {
    let mut nic = open();
    let mut buffer = [0; 2048];
    for round in 0..20_000usize {
        for i in 0..4 {
            assert_eq!(nic.tx_room(), Ok(4 - i));
            nic.queue(&vec![(round + i) as u8; 14 + (round * 7 + i) % 1500])
                .unwrap();
        }
        assert_eq!(nic.queue(&[0; 60]), Err(SendError::Full { frames: 4 }));
        nic.announce();
        nic.announce();
        assert_eq!(nic.device_mut().written(&reg::TX_DOORBELL).len(), 1);
        nic.device_mut().writes.clear();
        nic.device_mut().transmit();
        assert_eq!(nic.tx_in_flight(), Ok(0));
        for i in 0..4 {
            let length = nic.device_mut().take_sent(&mut buffer).unwrap();
            assert_eq!(length, 14 + (round * 7 + i) % 1500);
            assert!(buffer[..length].iter().all(|b| *b == (round + i) as u8));
        }
    }
    for length in [0, 13, 2049] {
        assert_eq!(
            nic.queue(&vec![0; length]),
            Err(SendError::Length { found: length })
        );
    }
}

#[test]
fn a_completion_ahead_of_the_doorbell_is_refused() {
    let mut nic = open();
    nic.queue(&[0; 60]).unwrap();
    nic.device_mut().complete(1);
    assert_eq!(
        nic.tx_in_flight(),
        Err(RingError::Completion {
            done: 1,
            announced: 0
        })
    );
    nic.announce();
    assert_eq!(nic.tx_in_flight(), Ok(0));
}

#[test]
fn commands_go_one_by_one_in_order() {
    let mut nic = open();
    let tuple = FourTuple {
        local_ip: 1,
        remote_ip: 2,
        local_port: 3,
        remote_port: 4,
    };
    let place = nic.lookup().take(tuple).unwrap();
    let arm = Command::Arm {
        place,
        ring: 0,
        tcp_seq: 77,
        expected: 1_234_567_890,
    };
    let set = Command::SetExpected {
        session: place.session,
        expected: 5,
    };
    let tags = [arm, set, Command::Disarm { place }].map(|command| nic.submit(command).unwrap());
    let go = |nic: &mut Nic<ScriptedDevice>| nic.device_mut().written(&reg::CMD_GO);
    assert_eq!(go(&mut nic), [CommandOp::Arm as u32]);
    let device = nic.device_mut();
    assert_eq!(*device.register(&reg::CMD_EXPECTED_LO), 0x3456_7890);
    assert_eq!(*device.register(&reg::CMD_EXPECTED_HI), 0x12);
    assert_eq!(*device.register(&reg::CMD_PORTS), 3 << 16 | 4);
    for (tag, command) in tags.into_iter().zip([arm, set, Command::Disarm { place }]) {
        assert!(!nic.mailbox_is_idle());
        nic.device_mut().push_fence(0);
        let Ok(Some(RxEntry::Fence(fence))) = nic.poll() else {
            panic!("no fence")
        };
        assert_eq!(fence.tag, tag);
        assert_eq!(nic.answered(&fence), Some(command));
        assert_eq!(nic.answered(&fence), None, "a fence answers once");
    }
    assert!(nic.mailbox_is_idle());
    assert_eq!(go(&mut nic), [1, 3, 2]);
    assert_eq!(
        nic.submit(Command::SetExpected {
            session: 0,
            expected: 10_000_000_000
        }),
        Err(MailboxError::Expected {
            found: 10_000_000_000
        })
    );
}

/// Tags that the caller has chosen come back with the fence; those of the mailbox's own never become one of them.
#[test]
fn tags_of_the_callers_and_of_the_mailboxs_own_differ() {
    let mut nic = open();
    let set = Command::SetExpected {
        session: 0,
        expected: 5,
    };
    let answer = |nic: &mut Nic<ScriptedDevice>| {
        nic.device_mut().push_fence(0);
        let Ok(Some(RxEntry::Fence(fence))) = nic.poll() else {
            panic!("no fence")
        };
        assert_eq!(nic.answered(&fence), Some(set));
        fence.tag
    };
    for chosen in [CHOSEN_TAG_MIN, u32::MAX] {
        nic.submit_as(chosen, set).unwrap();
        let own = nic.submit(set).unwrap();
        assert!(own < CHOSEN_TAG_MIN);
        assert_eq!([answer(&mut nic), answer(&mut nic)], [chosen, own]);
    }
    nic.go_on_from_tag(CHOSEN_TAG_MIN - 1);
    assert_eq!(nic.submit(set), Ok(CHOSEN_TAG_MIN - 1));
    assert_eq!(nic.submit(set), Ok(0), "and from the beginning");
}

#[test]
fn a_device_that_goes_away_is_noticed() {
    let mut nic = open();
    nic.check_alive().unwrap();
    let at = reg::STAT_HI.at(Counter::RxFrames as u32);
    nic.device_mut().registers[at as usize / 4] = 3;
    let stats = nic.stats().unwrap();
    assert_eq!(stats.get(Counter::RxFrames), 3 << 32);
    assert_eq!(stats.iter().next(), Some(("rx_frames", 3 << 32)));
    nic.device_mut().gone = true;
    assert!(nic.check_alive().is_err());
    assert!(nic.stats().is_err());
    assert!(matches!(nic.reset(), Err(OpenError::Gone(_))));
}
