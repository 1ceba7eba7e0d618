//! The reset of section 10: one clearing of the tables after power-up, and one a request, whenever it comes.

use fixnic_core_testbench_control::Block;

/// Buckets and sessions, one a clock.
const CLEARED: u64 = 1024;
/// A reset with nothing under way takes this at most: the clearing, and 64 calm clocks before it.
const RESET_CLOCKS_MAX: u64 = CLEARED + 128;

fn powered_up() -> Block {
    let mut block = Block::new("reset_epoch");
    for idle in ["quiet", "drained"] {
        block.set(idle, 1);
    }
    block.reset();
    block
}

/// What was seen over some clocks.
#[derive(Debug, Default, PartialEq, Eq)]
struct Seen {
    clears: u64,
    stops: u64,
    finishes: u64,
}

/// Clocks the block, `go` in clock `go_at`, and checks that addresses are cleared in order.
fn run(block: &mut Block, clocks: u64, go_at: Option<u64>) -> Seen {
    let mut seen = Seen::default();
    for clock in 0..clocks {
        block.set("go", u64::from(go_at == Some(clock)));
        block.settle();
        if block.is("clear") {
            assert_eq!(block.get("address"), seen.clears % CLEARED, "order of clearing");
            seen.clears += 1;
        }
        seen.stops += block.get("stopped");
        seen.finishes += block.get("finished");
        block.edge();
    }
    seen
}

#[test]
fn power_up_clears_the_tables_once_and_reports_no_reset() {
    let mut block = powered_up();
    let seen = run(&mut block, CLEARED + 4, None);
    let expected = Seen {
        clears: CLEARED,
        ..Seen::default()
    };
    assert_eq!(seen, expected);
    assert!(!block.is("quiet_request"));
    assert_eq!(block.get("epoch"), 1);
}

#[test]
fn a_reset_written_during_the_clearing_after_power_up_is_not_lost() {
    // From the first clock of the clearing to after its end.
    for go_at in [0, 1, 500, CLEARED - 2, CLEARED - 1, CLEARED, CLEARED + 1] {
        let mut block = powered_up();
        let seen = run(&mut block, CLEARED + 2 + RESET_CLOCKS_MAX, Some(go_at));
        let expected = Seen {
            clears: 2 * CLEARED,
            stops: 1,
            finishes: 1,
        };
        assert_eq!(seen, expected, "written in clock {go_at}");
        assert_eq!(block.get("epoch"), 2, "written in clock {go_at}");
        assert!(!block.is("quiet_request"), "written in clock {go_at}");
    }
}

#[test]
fn a_reset_waits_for_frames_and_writes_under_way() {
    let mut block = powered_up();
    run(&mut block, CLEARED + 2, None);
    block.set("quiet", 0);
    block.set("drained", 0);
    assert_eq!(
        run(&mut block, 500, Some(0)),
        Seen::default(),
        "a frame is under way"
    );
    assert!(block.is("quiet_request"));
    block.set("quiet", 1);
    assert_eq!(
        run(&mut block, 500, None),
        Seen::default(),
        "a write is under way"
    );
    block.set("drained", 1);
    let expected = Seen {
        clears: CLEARED,
        stops: 1,
        finishes: 1,
    };
    assert_eq!(run(&mut block, RESET_CLOCKS_MAX, None), expected);
    assert_eq!(block.get("epoch"), 2);
}
