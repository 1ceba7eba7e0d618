//! The bounds of a ring's room on the Verilated core and on the golden model: rings of every size, with as much left as one frame may take,
//! one less, or one bit of the count more or less; at a lap's end; behind frames that are under way; and for a FENCE
//! (docs/datapath.md, 6.3, 6.4 and 7).
use fixnic_abi::counter::Counter;
use fixnic_abi::limits::{
    GRANULE_BYTES, MAX_FRAME_GRANULES, RING_LOG2_MAX, RING_LOG2_MIN, RX_FRAME_ENTRIES_MAX,
};
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::{bcd, CommandOp};
use fixnic_sim::frames::TcpFrame;
use fixnic_sim::verilated::Stalls;
use fixnic_tests::differential::corpus::TEMPLATES;
use fixnic_tests::differential::{self, Action, CommandArguments, Coverage, RINGS};

/// Rings for which the usual host memory has room.
const SMALL_LOG2_MAX: u32 = 12;
const HEADER_BYTES: usize = 54;
/// A frame without padding that takes one granule.
const SHORTEST: usize = 60;
/// Bytes of a beat, and of the longest segment of Ethernet.
const BEAT_BYTES: usize = 8;
const MAX_SEGMENT: usize = 1460;
/// TCP numbers by which a segment is old.
const OLD: u32 = 1 << 20;
const BEGIN: u32 = 0x4000_0000;
/// Four digits, as all that follow have: messages of one length.
const NUMBER: u64 = 1_000;
const FRAME_GRANULES: u16 = MAX_FRAME_GRANULES;
/// Frames that are searched in front of one whose length goes up by this.
const SEARCHED_FRAMES: u32 = 6;
const LENGTH_STEP: usize = 24;
/// Messages of the frames under way, and frames that are refused behind others under way, at least.
const MESSAGES: u64 = 2_000;
const CASES_REFUSED: u64 = 300;
/// Rings up to this size are filled with FENCEs to their last entry.
const FENCES_LOG2_MAX: u32 = RING_LOG2_MIN + 1;

fn compare(actions: &[Action]) -> Coverage {
    differential::compare(1, actions)
}

fn tuple(ring: usize) -> FourTuple {
    FourTuple {
        local_ip: 0x0A00_0001,
        remote_ip: 0x0A00_0002,
        local_port: 40_000 + ring as u16,
        remote_port: 9_876,
    }
}

fn command(op: CommandOp, ring: usize, tcp_seq: u32) -> Action {
    let arguments = CommandArguments {
        op: op as u32,
        slot: tuple(ring).slots()[0].into(),
        session: 0x155 ^ ring as u32,
        ring: ring as u32,
        tuple: tuple(ring),
        tcp_seq,
        generation: 0,
        expected_bcd: bcd::from_u64(NUMBER).expect("at most ten digits"),
        tag: 7,
    };
    Action::Command(arguments, 0)
}

/// A segment of the ring's session.
fn segment(ring: usize, seq: u32, payload: &[u8]) -> Action {
    let frame = TcpFrame {
        tuple: tuple(ring),
        seq,
        payload,
        ..TcpFrame::default()
    };
    Action::Frame {
        bytes: frame.build_padded(),
        fcs_good: true,
    }
}

/// A frame of so many bytes that gives one entry: all of it was there before.
fn old_frame(ring: usize, bytes: usize) -> Action {
    segment(ring, BEGIN - OLD, &vec![b'o'; bytes.max(SHORTEST) - HEADER_BYTES])
}

/// What a ring was given and has back, so that a case finds its bound; what is right there the golden model says.
#[derive(Debug, Clone, Copy)]
struct Count {
    size: u32,
    entries: u32,
    granules: u32,
    entries_back: u32,
    granules_back: u32,
    /// The next frame's LOSS entry is due.
    loss: bool,
}

/// Old frames, credit, and what they make of the counts.
struct Room {
    actions: Vec<Action>,
    counts: [Count; RINGS],
    refused: u64,
}

impl Room {
    fn new(large: bool) -> Self {
        let mut actions = vec![Action::Stalls(Stalls::NONE)];
        if large {
            actions.push(Action::LargeMemory(1 << 32));
        }
        actions.push(Action::Control(1));
        let count = Count {
            size: 0,
            entries: 0,
            granules: 0,
            entries_back: 0,
            granules_back: 0,
            loss: false,
        };
        let mut room = Self {
            actions,
            counts: [count; RINGS],
            refused: 0,
        };
        (0..RINGS).for_each(|ring| room.enable(ring, RING_LOG2_MIN));
        room
    }

    /// The ring begins anew, with its session.
    fn enable(&mut self, ring: usize, log2: u32) {
        self.actions.push(Action::Ring(ring, log2, log2));
        self.actions.push(command(CommandOp::Arm, ring, BEGIN));
        self.counts[ring] = Count {
            size: 1 << log2,
            entries: 1,
            granules: 0,
            entries_back: 0,
            granules_back: 0,
            loss: self.counts[ring].loss,
        };
    }

    fn entries_out(&self, ring: usize) -> u32 {
        self.counts[ring].entries - self.counts[ring].entries_back
    }

    fn granules_out(&self, ring: usize) -> u32 {
        self.counts[ring].granules - self.counts[ring].granules_back
    }

    /// Granules from the count to the end of its lap.
    fn lap_left(&self, ring: usize) -> u32 {
        self.counts[ring].size - self.counts[ring].granules % self.counts[ring].size
    }

    /// Where the next frame begins.
    fn start(&self, ring: usize) -> u32 {
        let left = self.lap_left(ring);
        let skipped = if left < FRAME_GRANULES.into() { left } else { 0 };
        self.counts[ring].granules + skipped
    }

    fn has_room(&self, ring: usize) -> bool {
        let count = &self.counts[ring];
        self.entries_out(ring) + u32::from(RX_FRAME_ENTRIES_MAX) <= count.size
            && self.start(ring) - count.granules_back + u32::from(FRAME_GRANULES) <= count.size
    }

    fn frame(&mut self, ring: usize, bytes: usize) {
        self.actions.push(old_frame(ring, bytes));
        if !self.has_room(ring) {
            self.refused += 1;
            self.counts[ring].loss = true;
            return;
        }
        let start = self.start(ring);
        let count = &mut self.counts[ring];
        count.granules = start + bytes.div_ceil(GRANULE_BYTES) as u32;
        count.entries += 1 + u32::from(count.loss);
        count.loss = false;
    }

    fn fence(&mut self, ring: usize) {
        self.actions.push(command(CommandOp::SetExpected, ring, 0));
        self.counts[ring].entries += 1;
    }

    /// Returns all but so much, if there is more.
    fn keep(&mut self, ring: usize, entries: u32, granules: u32) {
        let entries = entries.min(self.entries_out(ring));
        let granules = granules.min(self.granules_out(ring));
        self.actions
            .push(Action::PartialCredit(ring, entries as u16, granules as u16));
        let count = &mut self.counts[ring];
        count.entries_back = count.entries - entries;
        count.granules_back = count.granules - granules;
    }

    /// Entries come back when few are left.
    fn some_entries(&mut self, ring: usize) {
        if self.entries_out(ring) + 2 * u32::from(RX_FRAME_ENTRIES_MAX) > self.counts[ring].size {
            self.keep(ring, 0, u32::MAX);
        }
    }

    /// Frames until the granule count is this.
    fn move_to(&mut self, ring: usize, granules: u32) {
        while self.counts[ring].granules < granules {
            self.some_entries(ring);
            let wanted = granules - self.counts[ring].granules;
            let wanted = wanted.min(FRAME_GRANULES.into()) as usize;
            let before = self.refused;
            self.frame(ring, wanted * GRANULE_BYTES);
            assert_eq!(before, self.refused, "a frame that was to fill found no room");
        }
    }

    /// What comes next waits in the ingress FIFO behind a frame of another ring and a command, so that each is decided about with the
    /// last beat of the one before it.
    fn hold_up(&mut self, ring: usize) {
        let other = (ring + 1) % RINGS;
        let count = self.counts[other];
        if self.granules_out(other) > count.size / 4 || self.entries_out(other) > count.size / 4 {
            self.keep(other, 0, 0);
        }
        self.frame(other, HEADER_BYTES + MAX_SEGMENT);
        self.fence(other);
    }

    /// From a ring with room for no frame on: a FENCE for each entry that is left but the last, then one that waits for credit.
    fn fences(&mut self, ring: usize) {
        let size = self.counts[ring].size;
        // Else it might come before a frame that still waits.
        self.actions.push(Action::Settle);
        while size - self.entries_out(ring) > 1 {
            self.fence(ring);
        }
        self.actions.push(Action::Settle);
        self.fence(ring);
        self.actions.push(Action::Settle);
        self.actions
            .push(Action::PartialCredit(ring, size as u16 - 2, u16::MAX));
        self.counts[ring].entries_back += 1;
        self.actions.push(Action::Settle);
    }

    /// Two frames in a row when so many granules are out: the first takes so many, the last of them with one beat or two.
    fn two_frames(&mut self, ring: usize, out: u32, granules: u32, beats: u32) {
        self.some_entries(ring);
        self.keep(ring, u32::MAX, out);
        self.hold_up(ring);
        let bytes = (granules as usize - 1) * GRANULE_BYTES + beats as usize * BEAT_BYTES;
        self.frame(ring, bytes);
        self.frame(ring, SHORTEST);
    }
}

/// The lap's end: with the first of two frames the longest one no longer has room before it, and one granule too few is free behind it.
fn lap_end(room: &mut Room, ring: usize, left_before: u32) {
    let longest = u32::from(FRAME_GRANULES);
    let before = room.counts[ring].size - left_before;
    room.move_to(ring, before);
    room.two_frames(ring, before - (longest - 1), left_before - longest + 1, 1);
    // Behind it is room as soon as that granule comes back.
    room.keep(ring, 0, 0);
    room.frame(ring, SHORTEST);
}

/// So full that the second of two frames has one granule too few, just enough, and what is one of these bits of the figure away from that.
fn granules_left(room: &mut Room, ring: usize, bits: std::ops::Range<u32>, bounds: bool) {
    let longest = u32::from(FRAME_GRANULES);
    let last = room.counts[ring].size - 1;
    let mut used: Vec<u32> = bits.map(|bit| (last ^ 1 << bit) - longest).collect();
    if bounds {
        used.extend([last + 1 - longest, last - longest]);
    }
    used.sort_unstable_by(|a, b| b.cmp(a));
    for (number, out) in used.into_iter().enumerate() {
        room.move_to(ring, room.counts[ring].granules_back + out);
        room.two_frames(ring, out, 2, 1 + number as u32 % 2);
    }
}

/// One entry too few for a frame, just enough, and any bit of the figure more.
fn entries_left(room: &mut Room, ring: usize, log2: u32) {
    let (size, wanted) = (1 << log2, u32::from(RX_FRAME_ENTRIES_MAX));
    room.keep(ring, u32::MAX, 0);
    while size - room.entries_out(ring) >= wanted {
        if !room.has_room(ring) {
            room.keep(ring, u32::MAX, 0);
        }
        room.frame(ring, SHORTEST);
    }
    room.frame(ring, SHORTEST);
    if log2 <= FENCES_LOG2_MAX {
        room.fences(ring);
    }
    let free = (0..log2).flat_map(|bit| [1 << bit, (1 << bit) + wanted - 1]);
    for free in free.filter(|free| (wanted..=size).contains(free)) {
        room.keep(ring, size - free, 0);
        room.frame(ring, SHORTEST);
    }
}

/// Each ring with each of these sizes.
fn for_all(sizes: std::ops::RangeInclusive<u32>, bounds_of: impl Fn(&mut Room, usize, u32)) {
    let mut room = Room::new(*sizes.end() > SMALL_LOG2_MAX);
    for log2 in sizes {
        for ring in 0..RINGS {
            room.enable(ring, log2);
            bounds_of(&mut room, ring, log2);
        }
    }
    let coverage = compare(&room.actions);
    // A refused frame or more at each bound, and no other.
    assert_eq!(coverage.counter(Counter::DropRing), room.refused);
}

#[test]
fn small_rings_have_room_as_far_as_they_say() {
    let longest = u32::from(FRAME_GRANULES);
    for_all(RING_LOG2_MIN..=SMALL_LOG2_MAX, |room, ring, log2| {
        let short_first = log2 % 2 == 0;
        lap_end(
            room,
            ring,
            if short_first { longest + 1 } else { 2 * longest - 1 },
        );
        // Half a lap on, from where the longest frames that the ring takes do not meet a lap's end.
        let size = 1 << log2;
        room.keep(ring, 0, 0);
        room.move_to(ring, size + size / 2);
        room.keep(ring, 0, 0);
        granules_left(room, ring, 0..log2, true);
        entries_left(room, ring, log2);
    });
}

#[test]
fn large_rings_have_room_as_far_as_they_say() {
    let longest = u32::from(FRAME_GRANULES);
    for_all(SMALL_LOG2_MAX + 1..=RING_LOG2_MAX, |room, ring, log2| {
        granules_left(room, ring, longest.ilog2()..log2, false);
        lap_end(room, ring, longest + 1);
    });
}

/// One lap of which a frame takes the last granule, or two: the next one begins with the lap behind, and the lap after that where it would have otherwise.
#[test]
fn a_lap_may_be_filled_to_its_last_granule() {
    const LOG2: u32 = 14;
    let size = 1 << LOG2;
    let mut room = Room::new(true);
    for ring in 0..RINGS {
        for laps in [1, 2] {
            room.enable(ring, LOG2);
            for lap in 1..=laps {
                room.keep(ring, 0, 0);
                room.move_to(ring, lap * size);
            }
            room.keep(ring, 0, 0);
            // One granule too few for the longest frame: the next one begins with the next lap.
            room.move_to(ring, (laps + 1) * size - u32::from(FRAME_GRANULES) + 1);
            room.keep(ring, 0, 0);
            room.frame(ring, SHORTEST);
            assert_eq!(room.counts[ring].granules, (laps + 1) * size + 1);
        }
    }
    let coverage = compare(&room.actions);
    assert_eq!(coverage.counter(Counter::DropRing), 0);
}

/// A doorbell for one entry or one granule more than are out is refused, however many are out; what it would have returned is still out.
#[test]
fn a_doorbell_returns_no_more_than_is_out() {
    let mut room = Room::new(false);
    let most_out = 40;
    for ring in 0..RINGS {
        room.enable(ring, 8);
        room.frame(ring, SHORTEST);
        room.keep(ring, 0, 0);
        for _ in 0..most_out {
            room.actions.extend([
                Action::Settle,
                Action::WrongDoorbell(ring, 1, 0),
                Action::WrongDoorbell(ring, 0, 1),
            ]);
            room.frame(ring, SHORTEST);
        }
        room.actions.push(Action::Settle);
    }
    let coverage = compare(&room.actions);
    let refused = 2 * most_out * RINGS as u64;
    assert_eq!(coverage.counter(Counter::DoorbellRefused), refused);
}

/// Each frame under way keeps what it may give, and what it does not give is the next one's.
#[test]
fn behind_frames_under_way_is_room_for_what_they_do_not_give() {
    behind_frames_under_way(false);
}

/// The same when the next frame has waited, so that more entries are still to come when it is decided about.
#[test]
fn a_frame_that_waited_has_room_for_what_those_under_way_do_not_give() {
    behind_frames_under_way(true);
}

fn behind_frames_under_way(waited: bool) {
    let mut actions = vec![Action::Stalls(Stalls::NONE), Action::Control(1)];
    let message = |number: u64| TEMPLATES[0].message(number);
    let message_bytes = message(NUMBER).len();
    let size = 1u16 << RING_LOG2_MIN;
    for ring in 0..RINGS {
        actions.push(Action::Ring(ring, RING_LOG2_MIN, RING_LOG2_MIN));
        actions.push(command(CommandOp::Arm, ring, BEGIN));
    }
    let mut case = |ring: usize, searched: u32, head: &[u8], frames: &[&[u8]], free: usize| {
        let other = (ring + 1) % RINGS;
        actions.push(Action::Credit);
        actions.push(command(CommandOp::Arm, ring, BEGIN));
        actions.push(old_frame(ring, SHORTEST));
        let mut seq = BEGIN;
        if !head.is_empty() {
            actions.push(segment(ring, seq, head));
            seq += head.len() as u32;
        }
        // So many entries that all but the last may be kept.
        for _ in 0..usize::from(size - RX_FRAME_ENTRIES_MAX) / 2 {
            actions.extend([old_frame(ring, SHORTEST), old_frame(ring, SHORTEST)]);
        }
        actions.push(Action::PartialCredit(ring, size - free as u16, 0));
        if searched > 0 {
            actions.push(command(CommandOp::Arm, other, BEGIN));
        }
        for number in 0..searched {
            actions.push(segment(other, BEGIN + 1 + 6 * number, b"search"));
        }
        if waited {
            actions.push(old_frame(other, HEADER_BYTES + MAX_SEGMENT));
            actions.push(command(CommandOp::SetExpected, other, 0));
        }
        for payload in frames {
            actions.push(segment(ring, seq, payload));
            seq += payload.len() as u32;
        }
        actions.push(old_frame(ring, SHORTEST));
        actions.push(Action::Settle);
    };
    let least = usize::from(RX_FRAME_ENTRIES_MAX);
    let stream: Vec<u8> = (NUMBER..NUMBER + 100).flat_map(message).collect();
    // As many messages as a frame of its length can give, for each number of entries that is kept for one.
    for (number, length) in (0..=MAX_SEGMENT / 32)
        .map(|parts| (parts * 32 + 31).min(MAX_SEGMENT))
        .enumerate()
    {
        let head = (message_bytes - 1 - length % message_bytes) % message_bytes;
        let head = (head + 1) % message_bytes;
        let (head, rest) = stream.split_at(head);
        let ends = (head.len() + length) / message_bytes;
        for free in least + ends - 1..=least + ends + 2 {
            case((number + free) % RINGS, 0, head, &[&rest[..length]], free);
        }
    }
    // The tail of a message and one that is broken: the most that a short frame gives.
    for tail in 1..=16 {
        let mut payload = message(NUMBER)[message_bytes - tail..].to_vec();
        payload.extend(b"8=FIT");
        for free in least..=least + 4 {
            case(
                (tail + free) % RINGS,
                0,
                &message(NUMBER)[..message_bytes - tail],
                &[&payload],
                free,
            );
        }
    }
    // All its entries are still to come when the next frame is decided about, since those before it are searched, which takes longer.
    for length in (message_bytes..MAX_SEGMENT).step_by(LENGTH_STEP) {
        let messages = length / message_bytes;
        for free in least + messages..=least + messages + 2 {
            let payload = &stream[..length];
            case(free % RINGS, SEARCHED_FRAMES, &[], &[payload], free);
        }
    }
    // More than one under way.
    for frames in 2..=4 {
        let parts: Vec<&[u8]> = stream.chunks(message_bytes * frames).take(frames).collect();
        let given = frames * (frames + 1);
        for free in least + given - 2..=least + given + 2 {
            case(free % RINGS, 0, &[], &parts, free);
        }
    }
    let coverage = compare(&actions);
    let dropped = coverage.counter(Counter::DropRing);
    let verified = coverage.counter(Counter::VerdictInSequence);
    assert!(
        verified > MESSAGES,
        "{verified} messages in sequence, expected more than {MESSAGES}"
    );
    assert!(
        dropped > CASES_REFUSED,
        "{dropped} frames dropped, expected more than {CASES_REFUSED}"
    );
}
