//! The driver on the golden model behind a bus with faults: late, torn and reordered writes, interrupts that are lost or made up, and a device
//! that disappears. The seed of a failure is printed; it gives the same faults again.
use fixnic_abi::counter::Counter;
use fixnic_abi::limits::MAX_FRAME_BYTES;
use fixnic_abi::reg;
use fixnic_driver::pci::Interrupts;
use fixnic_driver::selftest::{self, SelfTest};
use fixnic_driver::{Device, FaultPlan, Faulty, Nic, NicConfig, RxEntry, Wire};
use fixnic_sim::GoldenDevice;

const SEEDS: u64 = 10;
/// Bound of every loop, far above what any takes.
const STEPS_MAX: u32 = 100_000;
/// Vector of RX ring 0.
const RX_VECTOR: u32 = 0;
const SMALL: NicConfig = NicConfig {
    rx_rings: 1,
    rx_entry_log2: 7,
    rx_buffer_log2: 7,
    tx_log2: 3,
};

fn open(plan: FaultPlan) -> Nic<Faulty<GoldenDevice>> {
    Nic::open(Faulty::new(GoldenDevice::new(), plan), SMALL).unwrap()
}

fn frame(number: u64) -> Vec<u8> {
    let length = 60 + number as usize * 131 % 1_400;
    let mut frame: Vec<u8> = (0..length)
        .map(|at| (at as u64 * 13 + number * 101) as u8)
        .collect();
    // An Ethertype that the core does not look into.
    frame[12..14].copy_from_slice(&[0x88, 0xb5]);
    frame
}

/// What was sent comes back.
fn loop_back(device: &mut impl Wire) {
    let mut buffer = [0; MAX_FRAME_BYTES];
    while let Some(length) = device.take_sent(&mut buffer) {
        device.deliver(&buffer[..length], true);
    }
}

#[test]
fn frames_go_round_whole_and_in_order() {
    for seed in 0..SEEDS {
        println!("seed {seed}");
        let mut nic = open(FaultPlan::bus(seed));
        let mut buffer = [0; MAX_FRAME_BYTES];
        let (mut sent, mut received) = (0, 0);
        for _ in 0..STEPS_MAX {
            if received == 500 {
                break;
            }
            while sent < received + 3 && nic.tx_room().unwrap() > 0 {
                nic.queue(&frame(sent)).unwrap();
                sent += 1;
            }
            nic.announce();
            nic.advance(received);
            loop_back(nic.device_mut());
            if let Some(entry) = nic.poll().unwrap() {
                let RxEntry::Frame(entry) = entry else {
                    panic!("{entry:?} where frame {received} was due")
                };
                let length = nic.read_frame(&entry, &mut buffer);
                assert_eq!(buffer[..length], frame(received), "frame {received}");
                received += 1;
            }
            nic.return_credit();
        }
        assert_eq!(received, 500);
        let stats = nic.stats().unwrap();
        assert_eq!(stats.dropped(), 0);
        assert_eq!(stats.get(Counter::DoorbellRefused), 0);
    }
}

/// A host that sleeps until its vector fires must look at the ring after it has armed it, and cannot rely on being woken: it also wakes by
/// itself after a while. It is never misled by an interrupt without a cause.
#[test]
fn interrupts_that_are_lost_or_made_up_delay_and_lose_nothing() {
    const PATIENCE: u32 = 200;
    let mut lost = 0;
    let mut spurious = 0;
    for seed in 0..SEEDS {
        println!("seed {seed}");
        let mut nic = open(FaultPlan::all(seed));
        let mut buffer = [0; MAX_FRAME_BYTES];
        let mut slept_over = 0;
        for number in 0..100 {
            nic.queue(&frame(number)).unwrap();
            nic.announce();
            let mut found = None;
            while found.is_none() {
                nic.device_mut().write32(reg::IRQ_ARM.at(0), 1 << RX_VECTOR);
                let mut slept = 0;
                while found.is_none() && slept < PATIENCE {
                    nic.advance(number);
                    loop_back(nic.device_mut());
                    if nic.device_mut().take_interrupt(RX_VECTOR) || slept == PATIENCE - 1 {
                        found = nic.poll().unwrap();
                    }
                    slept += 1;
                }
                slept_over += u32::from(slept == PATIENCE);
                assert!(slept_over <= 100, "frame {number} does not come");
            }
            let Some(RxEntry::Frame(entry)) = found else {
                panic!("{found:?} where frame {number} was due")
            };
            let length = nic.read_frame(&entry, &mut buffer);
            assert_eq!(buffer[..length], frame(number), "frame {number}");
            nic.return_credit();
        }
        assert_eq!(nic.poll().unwrap(), None, "nothing comes twice");
        lost += nic.device_mut().counts().lost;
        spurious += nic.device_mut().counts().spurious;
    }
    assert!(lost > 10 && spurious > 10, "{lost} lost, {spurious} made up");
}

#[test]
fn the_self_test_passes_behind_a_slow_bus() {
    for seed in 0..SEEDS {
        println!("seed {seed}");
        // It counts interrupts one by one, so none is lost or made up here.
        let plan = SelfTest {
            loopback_frames: 0,
            interrupts: Interrupts::MsiX,
            patience_ns: 10_000_000,
        };
        let mut now_ns = 0;
        let mut parts = Vec::new();
        selftest::run(
            Faulty::new(GoldenDevice::new(), FaultPlan::bus(seed)),
            &plan,
            &mut || {
                now_ns += 1_000;
                now_ns
            },
            &mut |part, _| parts.push(part),
        )
        .unwrap();
        assert_eq!(parts.len(), 6, "{parts:?}");
    }
}

/// At whatever step the device disappears, the self-test ends with an error that says so.
#[test]
fn a_device_that_disappears_ends_the_self_test_with_that_news() {
    let mut told = 0;
    for step in (0..6_000).step_by(67) {
        println!("gone at step {step}");
        let plan = SelfTest {
            loopback_frames: 0,
            interrupts: Interrupts::Polled,
            patience_ns: 300_000,
        };
        let mut now_ns = 0;
        let tested = selftest::run(
            Faulty::new(GoldenDevice::new(), FaultPlan::bus(step).gone_at(step)),
            &plan,
            &mut || {
                now_ns += 1_000;
                now_ns
            },
            &mut |_, _| (),
        );
        let Err(error) = tested else { continue };
        let text = error.to_string();
        assert!(
            text.contains("the device is gone") || text.contains("0xffffffff"),
            "{text}"
        );
        told += 1;
    }
    assert!(told > 30, "only {told}");
}
