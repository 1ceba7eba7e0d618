//! Counts that take long to reach their upper bits, on the Verilated core and on the golden model.
use fixnic_abi::counter::Counter;
use fixnic_tests::differential::corpus::{numbered, Script, CALM};

const NUMBER: u64 = 1_000;

/// A session's generation has sixteen bits, of which each command moves on the lowest (docs/datapath.md, section 7).
#[test]
fn a_generation_is_counted_to_its_highest_bit() {
    let mut script = Script::new(CALM);
    script.arm(0x4000, NUMBER);
    let mut number = NUMBER;
    for commands in 1u32..=1 << 15 {
        if commands.is_power_of_two() {
            script.case(format!("{commands} commands"));
            script.segment(&numbered(number, false));
            number += 1;
        }
        script.set_expected(number);
    }
    script.segment(&numbered(number, false));
    let coverage = script.compare(9);
    assert_eq!(coverage.counter(Counter::VerdictInSequence), 17);
}
