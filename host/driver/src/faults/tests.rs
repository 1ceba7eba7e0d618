//! The driver against a scripted device behind a bus with faults.
use super::{FaultPlan, Faulty};
use crate::scripted::{msg_entry, ScriptedDevice};
use crate::{Nic, NicConfig, RxEntry};
use fixnic_abi::limits::MAX_FRAME_BYTES;
use std::collections::VecDeque;

const SEEDS: u64 = 20;
/// Bound of every loop, far above what any takes.
const STEPS_MAX: u32 = 100_000;
const SMALL: NicConfig = NicConfig {
    rx_rings: 1,
    rx_entry_log2: 7,
    rx_buffer_log2: 8,
    tx_log2: 2,
};

fn open(plan: FaultPlan) -> Nic<Faulty<ScriptedDevice>> {
    Nic::open(Faulty::new(ScriptedDevice::default(), plan), SMALL).unwrap()
}

fn frame(number: u32) -> Vec<u8> {
    let length = 1 + number as usize * 97 % 1_500;
    (0..length).map(|at| (at as u32 * 7 + number) as u8).collect()
}

#[test]
fn entries_and_frames_come_whole_and_in_order() {
    for seed in 0..SEEDS {
        let mut nic = open(FaultPlan::bus(seed));
        let mut out = [0; MAX_FRAME_BYTES];
        let (mut pushed, mut taken, mut is_named) = (0, 0, false);
        for _ in 0..STEPS_MAX {
            if taken == 2_000 {
                break;
            }
            // Never more than the ring and the buffer hold.
            if pushed < taken + 4 {
                let device = nic.device_mut().device_mut();
                device.push(msg_entry(pushed));
                device.push_frame(&frame(pushed));
                pushed += 1;
            }
            nic.advance(0);
            match nic
                .poll()
                .unwrap_or_else(|error| panic!("seed {seed}, frame {taken}: {error}"))
            {
                None => continue,
                Some(RxEntry::Msg(entry)) if !is_named && entry.tcp_seq == taken => is_named = true,
                Some(RxEntry::Frame(entry)) if is_named => {
                    let length = nic.read_frame(&entry, &mut out);
                    assert_eq!(out[..length], frame(taken), "seed {seed}, frame {taken}");
                    (taken, is_named) = (taken + 1, false);
                }
                other => panic!("seed {seed}: {other:?} where frame {taken} was due"),
            }
            nic.return_credit();
        }
        assert_eq!(taken, 2_000, "seed {seed}");
        let counts = nic.device_mut().counts();
        assert!(
            counts.torn > 100 && counts.overtaken > 100,
            "seed {seed}: {counts:?}"
        );
    }
}

#[test]
fn frames_to_send_are_not_overwritten_before_they_are_sent() {
    for seed in 0..SEEDS {
        let mut nic = open(FaultPlan::bus(seed));
        let mut expected = VecDeque::new();
        let (mut queued, mut sent) = (0, 0);
        for _ in 0..STEPS_MAX {
            if sent == 500 {
                break;
            }
            while nic
                .tx_room()
                .unwrap_or_else(|error| panic!("seed {seed}: {error}"))
                > 0
                && queued < sent + 8
            {
                let bytes = [frame(queued), vec![0; 14]].concat();
                nic.queue(&bytes).unwrap();
                expected.push_back(bytes);
                queued += 1;
            }
            nic.announce();
            nic.advance(0);
            let device = nic.device_mut().device_mut();
            device.transmit();
            while let Some(frame) = device.sent.pop_front() {
                assert_eq!(Some(frame), expected.pop_front(), "seed {seed}, frame {sent}");
                sent += 1;
            }
        }
        assert_eq!(sent, 500, "seed {seed}");
        assert!(nic.device_mut().counts().delayed_registers > 100);
    }
}

/// Wherever a device disappears, no call hangs or panics, and what was polled until then was right.
#[test]
fn a_device_that_disappears_is_noticed_at_every_step() {
    for step in 0..600 {
        let plan = FaultPlan::bus(step).gone_at(step);
        let Ok(mut nic) = Nic::open(Faulty::new(ScriptedDevice::default(), plan), SMALL) else {
            continue;
        };
        let mut taken = 0;
        for pushed in 0..100 {
            let device = nic.device_mut().device_mut();
            if device.memory.is_some() && !nic.device_mut().is_gone() {
                nic.device_mut().device_mut().push(msg_entry(pushed));
            }
            nic.advance(0);
            while let Some(entry) = nic
                .poll()
                .unwrap_or_else(|error| panic!("gone at {step}: {error}"))
            {
                assert!(
                    matches!(entry, RxEntry::Msg(entry) if entry.tcp_seq == taken),
                    "gone at {step}"
                );
                taken += 1;
            }
            nic.return_credit();
            let _ = nic.queue(&[0; 60]);
            nic.announce();
        }
        assert_eq!(
            nic.check_alive().is_err(),
            nic.device_mut().is_gone(),
            "gone at {step}"
        );
    }
}

#[test]
fn the_same_seed_gives_the_same_faults() {
    let run = |seed| {
        let mut nic = open(FaultPlan::all(seed));
        let mut seen = Vec::new();
        for number in 0..50 {
            nic.device_mut().device_mut().push(msg_entry(number));
            nic.advance(0);
            seen.push(nic.poll().unwrap().is_some());
            nic.return_credit();
        }
        (seen, nic.device_mut().counts())
    };
    assert_eq!(run(5), run(5));
    assert_ne!(run(5), run(6));
}
