//! The one place where frames are lost to lack of room: how many were lost before each frame that was not.

use fixnic_core_testbench_control::Block;

const FRAME_BEATS: u64 = 8;
/// Arrival: the time, then the drops.
const DROP_FIFO_BYTE: usize = 8;

struct Bench {
    block: Block,
}

impl Bench {
    fn new() -> Self {
        let mut block = Block::new("ingress_fifo");
        for input in [
            "s_tvalid",
            "s_tlast",
            "s_tuser",
            "s_tdata",
            "beat_read",
            "arrival_read",
            "zero_counts",
            "ts_ns",
        ] {
            block.set(input, 0);
        }
        block.set("s_tkeep", 0xFF);
        block.set("epoch", 1);
        block.reset();
        block.tick();
        Self { block }
    }

    /// A frame on the wire; gives whether it was refused.
    fn frame(&mut self) -> bool {
        let mut refused = false;
        for clock in 0..FRAME_BEATS + 4 {
            self.block.set("s_tvalid", (clock < FRAME_BEATS).into());
            self.block.set("s_tlast", (clock == FRAME_BEATS - 1).into());
            self.block.settle();
            refused |= self.block.is("stat_refused");
            self.block.edge();
        }
        refused
    }

    /// A frame that was lost in front of the core: a beat without lanes. Gives whether it was refused.
    fn lost_frame(&mut self) -> bool {
        let mut refused = false;
        for clock in 0..5 {
            self.block.set("s_tvalid", (clock == 0).into());
            self.block.set("s_tlast", 1);
            self.block.set("s_tkeep", if clock == 0 { 0 } else { 0xFF });
            self.block.settle();
            refused |= self.block.is("stat_refused");
            assert!(!self.block.is("m_valid"), "nothing of it is stored");
            self.block.edge();
        }
        refused
    }

    /// Frames until so many were refused; gives how many were taken before.
    fn overflow(&mut self, refused: usize) -> usize {
        let mut taken = 0;
        let mut refusals = 0;
        while refusals < refused {
            match self.frame() {
                true => refusals += 1,
                false => taken += 1,
            }
        }
        taken
    }

    /// CONTROL.reset, as the core passes it on when all behind the FIFO is at rest.
    fn reset_by_control(&mut self, epoch: u64) {
        self.block.set("zero_counts", 1);
        self.block.set("epoch", epoch);
        self.block.tick();
        self.block.set("zero_counts", 0);
    }

    /// Takes the oldest frame and gives the drops before it.
    fn take(&mut self) -> u32 {
        self.block.settle();
        assert!(self.block.is("beat_valid") && self.block.is("arrival_valid"));
        let arrival = self.block.get_wide("arrival");
        for clock in 0..FRAME_BEATS + 4 {
            self.block.set("beat_read", (clock < FRAME_BEATS).into());
            self.block.set("arrival_read", (clock == 0).into());
            self.block.tick();
        }
        let drops = &arrival.0[DROP_FIFO_BYTE..DROP_FIFO_BYTE + 4];
        u32::from_le_bytes(drops.try_into().expect("four bytes"))
    }
}

#[test]
fn a_frame_tells_how_many_were_refused_before_it() {
    let mut bench = Bench::new();
    let taken = bench.overflow(3);
    assert!(taken > 90, "768 beats fit, and {taken} frames of 8 did");
    for _ in 0..taken {
        assert_eq!(bench.take(), 0);
    }
    assert!(!bench.frame(), "there is room again");
    assert_eq!(bench.take(), 3);
}

#[test]
fn frames_that_wait_through_a_reset_tell_nothing_of_the_life_before() {
    let mut bench = Bench::new();
    let first = bench.overflow(3);
    (0..2).for_each(|_| assert_eq!(bench.take(), 0));
    assert!(!bench.frame(), "two frames of room");
    // It was sampled as 3, and the drops are counted anew from here on.
    bench.reset_by_control(2);
    let taken = bench.overflow(1);
    for _ in 0..first - 2 + 1 + taken {
        assert_eq!(bench.take(), 0);
    }
    assert!(!bench.frame());
    assert_eq!(bench.take(), 1);
}

#[test]
fn a_frame_lost_in_front_of_the_core_counts_as_refused_in_its_place() {
    let mut bench = Bench::new();
    assert!(!bench.frame());
    assert!(bench.lost_frame() && bench.lost_frame(), "with room for both");
    assert!(!bench.frame());
    assert_eq!((bench.take(), bench.take()), (0, 2));
}
