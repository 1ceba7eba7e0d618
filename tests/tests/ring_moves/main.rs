//! A session that ARM moves from one RX ring to another, and back, around a FIX gap: the messages before it, the gap and the recovery come
//! through two rings. Below TCP and the engine, where nothing but the rule of the rings brings the stream into its order again: a host that reads
//! a ring on behind an ARM's FENCE only when it has found the ring that the session left empty has every frame in the order of the wire, in
//! whatever order it looks at the two (docs/datapath.md, section 7).

mod merge;
mod threads;

use fixnic_driver::{Command, Device, LentRing, Nic, NicConfig, Place, RxEntry, Tag as CommandTag};
use fixnic_sim::{GoldenDevice, Stalls, VerilatedDevice};
use fixnic_tests::nic::tuple;
use merge::{Merge, Quiet, Stream, FIRST_SEQ, GAP, MESSAGES, RECOVERY, RINGS};

/// Virtual time between two frames, in nanoseconds: more than the core takes for one.
const STEP_NS: u64 = 100_000;

/// In which order the host looks at the ring that the session was on first, and at the one to which it is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    OldFirst,
    NewFirst,
    /// An entry of each in turn.
    Alternating,
    /// The old ring only when everything has arrived, and nothing more is to be had from the new one.
    OldStarved,
    NewStarved,
}

const ORDERS: [Order; 5] = [
    Order::OldFirst,
    Order::NewFirst,
    Order::Alternating,
    Order::OldStarved,
    Order::NewStarved,
];

/// What is tried: the rings, old and new; before which frames the session is moved there and back, a frame that does not come for never; after how many
/// frames the host looks.
#[derive(Debug, Clone, Copy)]
struct Plan {
    rings: [usize; 2],
    moves: [usize; 2],
    order: Order,
    frames_per_look: usize,
}

/// Opens a device with all its rings, lends rings 1 and up, and finds the session a place.
fn open<D: Device>(device: D) -> (Nic<D>, Vec<LentRing>, Place) {
    let config = NicConfig {
        rx_rings: RINGS as u32,
        rx_entry_log2: 7,
        rx_buffer_log2: 8,
        tx_log2: 2,
    };
    let mut nic = Nic::open(device, config).expect("the device opens");
    let lent = (1..RINGS as u32)
        .map(|ring| nic.lend_ring(ring).expect("the ring is there"))
        .collect();
    let place = nic.lookup().take(tuple()).expect("the table is empty");
    (nic, lent, place)
}

/// Gives the ARM that moves the session to a ring, at a position of its stream.
fn submit<D: Device>(nic: &mut Nic<D>, place: Place, to: usize, position: u32, expected: u64) -> CommandTag {
    assert!(nic.mailbox_is_idle());
    let arm = Command::Arm {
        place,
        ring: to as u8,
        tcp_seq: FIRST_SEQ.wrapping_add(position),
        expected,
    };
    nic.submit(arm).expect("the mailbox has room")
}

/// A frame arrives.
fn deliver<D: Quiet>(nic: &mut Nic<D>, now_ns: u64, frame: &[u8]) {
    nic.advance(now_ns);
    nic.device_mut().deliver(frame, true);
    nic.device_mut().settle();
}

/// The host, on one thread.
struct Host<D: Device> {
    nic: Nic<D>,
    /// Rings 1 and up.
    lent: Vec<LentRing>,
    place: Place,
    merge: Merge,
}

impl<D: Quiet> Host<D> {
    fn new(device: D, ring: usize) -> Self {
        let (nic, lent, place) = open(device);
        let merge = Merge::new(ring);
        Self {
            nic,
            lent,
            place,
            merge,
        }
    }

    fn arm(&mut self, to: usize, stream: &Stream) {
        // The mailbox has one command under way: the fence before is looked for, wherever the host is otherwise.
        if let Some(before) = self.merge.moving_to() {
            while !self.nic.mailbox_is_idle() && self.poll(before) {}
        }
        let expected = stream.expected();
        let tag = submit(&mut self.nic, self.place, to, stream.position, expected);
        self.merge.moves(tag, to, expected);
        self.nic.device_mut().settle();
    }

    /// Takes an entry of a ring, if there is one and it may be read.
    fn poll(&mut self, ring: usize) -> bool {
        let Some(found) = self.merge.may_read(ring) else {
            return false;
        };
        let polled = match ring {
            0 => self.nic.poll(),
            _ => self.lent[ring - 1].poll(),
        };
        let Some(entry) = polled.expect("the ring is right") else {
            self.merge.found_empty(ring, found);
            return false;
        };
        if let RxEntry::Fence(fence) = &entry {
            let told = match ring {
                0 => Some(*fence),
                _ => self.nic.serve_rings().expect("the ring is lent"),
            };
            assert_eq!(told, Some(*fence));
            assert!(self.nic.answered(fence).is_some(), "the fence is of our command");
        }
        let (nic, lent) = (&self.nic, &self.lent);
        self.merge.take(ring, entry, |frame, buffer| match ring {
            0 => nic.read_frame(frame, buffer),
            _ => lent[ring - 1].read_frame(frame, buffer),
        });
        true
    }

    fn look(&mut self, plan: &Plan, all_has_arrived: bool) {
        let [old, new] = plan.rings;
        let rings: &[usize] = match plan.order {
            Order::OldFirst => &[old, new],
            Order::NewFirst => &[new, old],
            Order::Alternating => {
                while self.poll(old) | self.poll(new) {}
                &[]
            }
            Order::OldStarved if all_has_arrived => &[new, old],
            Order::OldStarved => &[new],
            Order::NewStarved if all_has_arrived => &[old, new],
            Order::NewStarved => &[old],
        };
        for ring in rings {
            while self.poll(*ring) {}
        }
        self.nic.return_credit();
        self.lent.iter_mut().for_each(LentRing::return_credit);
        assert_eq!(self.nic.serve_rings(), Ok(None));
    }
}

/// Frames that come through the ring to which a session is moved there and back.
fn there(moves: [usize; 2]) -> usize {
    let [there, back] = moves.map(|nth| nth.min(MESSAGES.len()));
    back - there
}

/// Runs a plan on a device of its own.
fn run<D: Quiet>(device: D, plan: &Plan) {
    let [old, new] = plan.rings;
    let mut host = Host::new(device, old);
    let mut stream = Stream::new();
    host.arm(old, &stream);
    for (nth, sent) in MESSAGES.into_iter().enumerate() {
        for (at, to) in plan.moves.into_iter().zip([new, old]) {
            if at == nth {
                host.arm(to, &stream);
            }
        }
        host.merge.now_ns += STEP_NS;
        deliver(&mut host.nic, host.merge.now_ns, &stream.frame(sent));
        if (nth + 1).is_multiple_of(plan.frames_per_look) {
            host.look(plan, false);
        }
    }
    // Each look takes all up to a fence at least, and there are no more than three.
    for _ in 0..4 {
        host.look(plan, true);
    }
    assert!(host.nic.mailbox_is_idle());
    host.merge.check(new, there(plan.moves));
}

const NEVER: usize = usize::MAX;

fn plans(rings: [usize; 2], moves: &[[usize; 2]], looks: &[usize]) -> Vec<Plan> {
    let mut plans = Vec::new();
    for moves in moves {
        for order in ORDERS {
            for frames_per_look in looks {
                plans.push(Plan {
                    rings,
                    moves: *moves,
                    order,
                    frames_per_look: *frames_per_look,
                });
            }
        }
    }
    plans
}

/// Moved before each frame, and back before each later one or never.
fn every_move() -> Vec<[usize; 2]> {
    let end = MESSAGES.len();
    (1..=end)
        .flat_map(|there| (there..=end).map(move |back| [there, back]))
        .map(|[there, back]| [there, if back == end { NEVER } else { back }])
        .collect()
}

/// The gap, the recovery, or both in the other ring; and the moves on either side of a message at the gap's ends.
const MOVES_AT_THE_GAP: [[usize; 2]; 7] = [
    [GAP, NEVER],
    [GAP + 1, NEVER],
    [RECOVERY, NEVER],
    [RECOVERY + 1, NEVER],
    [GAP, RECOVERY],
    [GAP + 1, RECOVERY + 2],
    [2, RECOVERY + 3],
];

#[test]
fn a_gap_across_two_rings_of_the_golden_model_keeps_its_order() {
    let moves = every_move();
    for rings in [[1, 2], [2, 1], [0, 1], [2, 0]] {
        for plan in plans(rings, &moves, &[1, 3, NEVER]) {
            println!("{plan:?}");
            run(GoldenDevice::new(), &plan);
        }
    }
}

#[test]
fn a_gap_across_two_rings_of_the_verilated_core_keeps_its_order() {
    for (seed, rings) in (1..).zip([[1, 2], [0, 1], [2, 0]]) {
        for plan in plans(rings, &MOVES_AT_THE_GAP, &[1, NEVER]) {
            println!("{plan:?}");
            run(VerilatedDevice::new(seed, Stalls::SOME), &plan);
        }
    }
}
