//! The Verilated core through the driver's traits.
#![cfg(feature = "verilated")]
use fixnic_abi::{reg, ID};
use fixnic_driver::Device;
use fixnic_sim::{Stalls, VerilatedDevice};

#[test]
fn registers_answer_with_and_without_stalls() {
    for (seed, stalls) in [(1, Stalls::NONE), (2, Stalls::SOME)] {
        let mut device = VerilatedDevice::new(seed, stalls);
        assert_eq!(device.read32(reg::ID.offset), ID);
        for i in 0..100u32 {
            let value = i.wrapping_mul(0x9E37_79B9);
            device.write32(reg::SCRATCH.offset, value);
            assert_eq!(device.read32(reg::SCRATCH.offset), value);
        }
        assert_eq!(device.read32(0xFFC), 0);
    }
}

#[test]
fn an_idle_core_jumps_to_the_time_it_is_given() {
    let mut device = VerilatedDevice::new(3, Stalls::NONE);
    device.run_until_idle(10_000).unwrap();
    let clock = device.clock();
    device.advance(3_600_000_000_000);
    assert_eq!((device.clock(), device.time_ns()), (clock, 3_600_000_000_000));
    device.advance(1);
    assert_eq!(device.time_ns(), 3_600_000_000_000);
}
