//! The owner and one thread's transport, turn by turn on one thread.

use super::desk::STEP_NS;
use fixnic::nic::{NicTransport, NicTransportConfig, RingHandle, RingTransport};
use fixnic::transport::{ConnectionId, Received, StreamOffload, Transport, TransportEvent};
use fixnic_abi::counter::Counter;
use fixnic_abi::limits::MAX_FRAME_BYTES;
use fixnic_abi::reg;
use fixnic_driver::{Device, DmaError, HostMemory, Nic, NicConfig, Wire};
use fixnic_sim::frames::fix_message;
use fixnic_sim::GoldenDevice;
use fixnic_tests::nic::{tuple, NIC_IP, PEER_IP, PORT, START_NS};
use fixnic_tests::tcp_peer::{TcpPeer, NIC_MAC};
use std::net::SocketAddr;

/// A device whose own work is not counted.
struct Uncounted(GoldenDevice);

impl Device for Uncounted {
    fn read32(&mut self, offset: u32) -> u32 {
        let mut value = 0;
        allocation_counter::opt_out(|| value = self.0.read32(offset));
        value
    }
    fn write32(&mut self, offset: u32, value: u32) {
        allocation_counter::opt_out(|| self.0.write32(offset, value));
    }
    fn map_dma(&mut self, memory: &HostMemory) -> Result<(), DmaError> {
        self.0.map_dma(memory)
    }
    fn unmap_dma(&mut self, iova: u64) {
        self.0.unmap_dma(iova);
    }
    fn take_interrupt(&mut self, vector: u32) -> bool {
        self.0.take_interrupt(vector)
    }
    fn advance(&mut self, now_ns: u64) {
        allocation_counter::opt_out(|| self.0.advance(now_ns));
    }
}

impl Wire for Uncounted {
    fn deliver(&mut self, frame: &[u8], fcs_good: bool) {
        self.0.deliver(frame, fcs_good);
    }
    fn take_sent(&mut self, buffer: &mut [u8]) -> Option<usize> {
        self.0.take_sent(buffer)
    }
}

/// The owner and one thread's transport, whose turns the test gives one by one, and a counterparty.
struct Steps {
    owner: NicTransport<Uncounted>,
    thread: RingTransport,
    peer: TcpPeer,
    now_ns: u64,
}

impl Steps {
    fn new(rx_entry_log2: u32) -> Self {
        let rings = NicConfig {
            rx_rings: 2,
            rx_entry_log2,
            ..NicConfig::default()
        };
        let nic = Nic::open(Uncounted(GoldenDevice::new()), rings).expect("the device opens");
        let config = NicTransportConfig {
            mac: NIC_MAC,
            ..NicTransportConfig::new(NIC_IP, 24, None, 5)
        };
        let mut owner = NicTransport::new(nic, config, START_NS);
        let handle = owner.lend_to_thread(1, &[PORT]).expect("ring 1 is free");
        Self::with(owner, handle, START_NS)
    }

    fn with(owner: NicTransport<Uncounted>, handle: RingHandle, now_ns: u64) -> Self {
        let mut thread = RingTransport::new(handle, now_ns);
        thread
            .listen(SocketAddr::from((NIC_IP, PORT)))
            .expect("the port is the thread's");
        Self {
            owner,
            thread,
            peer: TcpPeer::new(tuple(), 77_000),
            now_ns,
        }
    }

    /// Ends the thread, and lends its ring to another, for another counterparty.
    fn another_thread(self) -> Self {
        let Self {
            mut owner,
            thread,
            mut now_ns,
            ..
        } = self;
        drop(thread);
        for _ in 0..10 {
            now_ns += STEP_NS;
            owner.serve(now_ns).expect("the device is there");
            let Ok(handle) = owner.lend_to_thread(1, &[PORT]) else {
                continue;
            };
            return Self::with(owner, handle, now_ns);
        }
        panic!("the ring does not come back");
    }

    /// A connection that the counterparty has made.
    fn accept(&mut self) -> ConnectionId {
        self.deliver(&self.peer.syn());
        for _ in 0..20 {
            self.turn();
            if let Some(TransportEvent::Accepted { id, .. }) = self.thread.next_event() {
                return id;
            }
        }
        panic!("the connection is not accepted");
    }

    fn deliver(&mut self, frame: &[u8]) {
        self.owner.nic_mut().device_mut().deliver(frame, true);
    }

    fn turn_of_owner(&mut self) {
        self.now_ns += STEP_NS;
        self.owner.serve(self.now_ns).expect("the device is there");
    }

    fn turn_of_thread(&mut self) {
        self.thread.poll(self.now_ns).expect("the owner is there");
    }

    fn turn(&mut self) {
        self.turn_of_owner();
        self.turn_of_thread();
        self.turn_of_owner();
        exchange(&mut self.owner, &mut self.peer);
    }
}

/// The thread is told a fence only when the owner has passed on what ring 0 held before: a segment that came before the command is seen before its fence, however much
/// lies in ring 0.
#[test]
fn a_fence_is_told_behind_the_frames_before_it() {
    // More than the owner reads in two turns.
    const OTHERS: usize = 3_500;
    let mut steps = Steps::new(12);
    let id = steps.accept();
    steps.thread.message_boundary(id, 1, 0, 1);
    // The place is asked for and given; the command is on its way.
    steps.turn_of_thread();
    steps.turn_of_owner();
    steps.turn_of_thread();
    assert_eq!(steps.thread.offload_counters().armed, 1);
    let other = [0x42; 60];
    for _ in 0..OTHERS {
        steps.deliver(&other);
    }
    let segment = steps.peer.segment(0, &[b'x'; 100]);
    steps.deliver(&segment);
    for _ in 0..8 {
        steps.turn_of_owner();
        steps.turn_of_thread();
    }
    assert_eq!(
        steps.owner.frame_counters().accepted,
        1 + OTHERS as u64,
        "others, and an ARP request"
    );
    let counters = steps.thread.offload_counters();
    assert_eq!(
        counters.armed_late, 1,
        "the segment came before the command: {counters:?}"
    );
    assert!(!steps.thread.is_offloaded(id));
}

/// Frames either way between the card and the counterparty.
fn exchange(owner: &mut NicTransport<Uncounted>, peer: &mut TcpPeer) {
    let mut buffer = [0; MAX_FRAME_BYTES];
    let device = owner.nic_mut().device_mut();
    while let Some(length) = device.take_sent(&mut buffer) {
        peer.take_frame(&buffer[..length]);
    }
    while let Some(answer) = peer.answer() {
        device.deliver(&answer, true);
    }
}

/// A thread that takes nothing: what comes for it is dropped and counted, and the owner goes on.
#[test]
fn frames_without_room_are_dropped_and_counted() {
    let mut steps = Steps::new(12);
    let id = steps.accept();
    let before = steps.owner.frame_counters();
    for position in 0..400 {
        let segment = steps.peer.segment(position * 10, &[b'x'; 10]);
        steps.deliver(&segment);
        steps.turn_of_owner();
    }
    let after = steps.owner.frame_counters();
    let passed = after.passed_on - before.passed_on;
    assert_eq!(after.pass_dropped - before.pass_dropped, 400 - passed);
    assert!((200..=256).contains(&passed), "{passed} of 400 were passed on");
    // What was passed on is whole and in order.
    steps.turn();
    let mut bytes = Vec::new();
    let received = steps
        .thread
        .receive(id, &mut bytes, usize::MAX)
        .expect("the connection is up");
    assert_eq!(received, Received::Bytes(passed as usize * 10));
}

/// A thread with more to send than there is room for: nothing is lost, and each frame leaves once.
#[test]
fn frames_to_send_wait_for_room() {
    const CONNECTIONS: usize = 300;
    let mut steps = Steps::new(12);
    steps.accept();
    let venue = SocketAddr::from((PEER_IP, 5_001));
    for _ in 0..CONNECTIONS {
        steps
            .thread
            .connect(venue, steps.now_ns)
            .expect("there are ports");
    }
    // The owner takes none of them meanwhile.
    for _ in 0..10 {
        steps.turn_of_thread();
    }
    let mut ports = Vec::new();
    let mut buffer = [0; MAX_FRAME_BYTES];
    for _ in 0..30 {
        // On the same time, so that nothing is sent again.
        steps.owner.serve(steps.now_ns).expect("the device is there");
        steps.turn_of_thread();
        while let Some(length) = steps.owner.nic_mut().device_mut().take_sent(&mut buffer) {
            let frame = &buffer[..length];
            if frame[36..38] == 5_001u16.to_be_bytes() {
                ports.push(u16::from_be_bytes([frame[34], frame[35]]));
            }
        }
    }
    assert_eq!(ports.len(), CONNECTIONS);
    ports.sort_unstable();
    ports.dedup();
    assert_eq!(ports.len(), CONNECTIONS, "each once");
    assert!(
        ports.iter().all(|port| (53_248..57_344).contains(port)),
        "ring 1 has these ports: {ports:?}"
    );
}

/// Neither side allocates for a frame: not for one that is passed on, nor for one of the thread's ring, nor for the answer.
#[test]
fn frames_cost_no_allocation() {
    let mut steps = Steps::new(12);
    let id = steps.accept();
    let mut bytes = Vec::with_capacity(100_000);
    let mut round = |steps: &mut Steps, position: u64| {
        let segment = steps.peer.segment(position * 10, &[b'x'; 10]);
        steps.deliver(&segment);
        let mut received = Received::Nothing;
        let work = || {
            steps.turn_of_owner();
            steps.turn_of_thread();
            while steps.thread.next_event().is_some() {}
            received = steps
                .thread
                .receive(id, &mut bytes, 1_000)
                .expect("the connection is up");
            steps.turn_of_thread();
            steps.turn_of_owner();
        };
        let count = allocation_counter::measure(work).count_total;
        assert_eq!(received, Received::Bytes(10), "position {position}");
        exchange(&mut steps.owner, &mut steps.peer);
        count
    };
    // What grows at first has its size then.
    for position in 0..20 {
        round(&mut steps, position);
    }
    let passed = steps.owner.frame_counters().passed_on;
    let counts: u64 = (20..120).map(|position| round(&mut steps, position)).sum();
    assert_eq!(counts, 0, "allocations of 100 frames that were passed on");
    assert_eq!(steps.owner.frame_counters().passed_on - passed, 100);
    // From here on they come through the thread's ring.
    steps.thread.message_boundary(id, 1, 1_200, 1);
    (0..5).for_each(|_| steps.turn());
    assert!(steps.thread.is_offloaded(id));
    for position in 120..140 {
        round(&mut steps, position);
    }
    let counts: u64 = (140..240).map(|position| round(&mut steps, position)).sum();
    assert_eq!(counts, 0, "allocations of 100 frames of the thread's ring");
    assert_eq!(steps.owner.frame_counters().passed_on - passed, 100);
}

/// Ring 0 is flooded and never found empty: a fence is told all the same, when all was read that can have been there before it.
#[test]
fn a_flood_of_ring_0_holds_no_fence_back_for_long() {
    // More in a turn than the owner reads.
    const OTHERS: usize = 2_500;
    let mut steps = Steps::new(12);
    let id = steps.accept();
    let flood = |steps: &mut Steps| {
        for _ in 0..OTHERS {
            steps.deliver(&[0x42; 60]);
        }
        steps.turn_of_owner();
        steps.turn_of_thread();
    };
    flood(&mut steps);
    steps.thread.message_boundary(id, 1, 0, 1);
    for _ in 0..12 {
        flood(&mut steps);
    }
    let stats = steps.owner.nic_mut().stats().expect("the device is there");
    assert!(stats.get(Counter::DropRing) > 0, "the owner kept up");
    assert!(steps.thread.is_offloaded(id));
}

/// A ring is not read on behind the fence of an ARM before the owner has told the fence; then the message there is verified.
#[test]
fn a_ring_is_not_read_on_before_its_fence_is_told() {
    let mut steps = Steps::new(12);
    let id = steps.accept();
    steps.thread.message_boundary(id, 1, 0, 1);
    steps.turn_of_thread();
    steps.turn_of_owner();
    steps.turn_of_thread();
    // The command is given, and what comes now comes through ring 1, behind its fence.
    steps.turn_of_owner();
    let message = fix_message("35=D|34=1|49=PEER|56=NIC|52=20260101-00:00:00.000|11=1|");
    let segment = steps.peer.segment(0, &message);
    steps.deliver(&segment);
    steps.turn_of_thread();
    steps.turn_of_thread();
    let mut bytes = Vec::new();
    let receive =
        |steps: &mut Steps, bytes: &mut Vec<u8>| steps.thread.receive(id, bytes, 4_096).expect("up");
    assert_eq!(receive(&mut steps, &mut bytes), Received::Nothing);
    steps.turn_of_owner();
    steps.turn_of_thread();
    assert_eq!(receive(&mut steps, &mut bytes), Received::Bytes(message.len()));
    let counters = steps.thread.offload_counters();
    assert_eq!((counters.tags, counters.stale, counters.armed_late), (1, 0, 0));
}

/// A session that its thread has disarmed is disarmed once, though the thread ends before the fence: its place goes to another one then, and is not taken from that.
#[test]
fn a_thread_that_ends_while_it_disarms_gives_its_place_back_once() {
    let mut steps = Steps::new(12);
    let id = steps.accept();
    steps.thread.message_boundary(id, 1, 0, 1);
    (0..5).for_each(|_| steps.turn());
    assert!(steps.thread.is_offloaded(id));
    steps.thread.close(id);
    // The command is given, and its fence waits in the thread's ring.
    steps.turn_of_owner();
    let Steps {
        mut owner,
        thread,
        mut now_ns,
        ..
    } = steps;
    drop(thread);
    for _ in 0..5 {
        now_ns += STEP_NS;
        owner.serve(now_ns).expect("the device is there");
    }
    let stats = owner.nic_mut().stats().expect("the device is there");
    assert_eq!(stats.get(Counter::CommandOk), 2, "ARM and DISARM");
    let lookup = owner.nic_mut().lookup();
    assert!(lookup.take(tuple()).is_ok(), "the place is free");
}

/// Commands are remembered until their fences, and no longer: there is no end to them.
#[test]
fn commands_go_on_without_end() {
    // More than may be under way at once.
    const COMMANDS: u64 = 5_000;
    let mut steps = Steps::new(12);
    let id = steps.accept();
    steps.thread.message_boundary(id, 1, 0, 1);
    (0..5).for_each(|_| steps.turn());
    for number in 1..=COMMANDS {
        steps.thread.set_expected(id, number);
        // Given, found in the ring, told.
        for _ in 0..3 {
            steps.turn_of_owner();
            steps.turn_of_thread();
        }
    }
    let counters = steps.thread.offload_counters();
    assert_eq!((counters.set_expected, counters.refused), (COMMANDS, 0));
}

/// What a thread asked for before a reset is not done after it.
#[test]
fn a_question_from_before_a_reset_is_not_answered() {
    let mut steps = Steps::new(12);
    let id = steps.accept();
    // The place is asked for; somebody else resets the device before the owner looks, which it does each second.
    steps.thread.message_boundary(id, 1, 0, 1);
    let reset = reg::field::CONTROL::reset.put(1);
    let device = steps.owner.nic_mut().device_mut();
    device.write32(reg::CONTROL.at(0), reset);
    steps.now_ns += 2_000_000_000;
    steps.turn_of_owner();
    assert_eq!(steps.owner.frame_counters().device_resets, 1);
    let place = steps
        .owner
        .nic_mut()
        .lookup()
        .take(tuple())
        .expect("nobody has a place");
    steps.owner.nic_mut().lookup().release(place.session);
    // Asked anew, it is: the ring comes back first.
    for _ in 0..4 {
        steps.turn();
    }
    assert_eq!(steps.thread.frame_counters().device_resets, 1);
    assert!(!steps.thread.ring_is_stopped());
    steps.thread.message_boundary(id, 1, 0, 1);
    for _ in 0..4 {
        steps.turn();
    }
    assert!(steps.thread.is_offloaded(id));
}

/// The tags of a thread go on from those of the one that had the ring before it, whose commands may still wait.
#[test]
fn tags_go_on_under_another_thread() {
    let mut steps = Steps::new(12);
    let mut last_tag = 0;
    for round in 0..3 {
        let id = steps.accept();
        steps.thread.message_boundary(id, 1, 0, 1);
        (0..5).for_each(|_| steps.turn());
        assert!(steps.thread.is_offloaded(id));
        let tag = steps.owner.nic_mut().device_mut().read32(reg::CMD_TAG.at(0));
        assert!(
            tag > last_tag && tag >> 30 == 1,
            "round {round}: {last_tag:#x}, then {tag:#x}"
        );
        last_tag = tag;
        steps = steps.another_thread();
    }
}

/// What a thread has given to be sent leaves though the thread has ended, and after that the owner answers for its connections.
#[test]
fn the_last_words_of_a_thread_leave() {
    let mut steps = Steps::new(12);
    let id = steps.accept();
    let sent = steps.thread.send(id, b"the last words");
    assert_eq!(sent.expect("the connection is up"), 14);
    steps.turn_of_thread();
    let Steps {
        mut owner,
        thread,
        mut peer,
        now_ns,
    } = steps;
    drop(thread);
    owner.serve(now_ns + STEP_NS).expect("the device is there");
    exchange(&mut owner, &mut peer);
    assert_eq!(peer.received(), b"the last words");
    assert!(!peer.is_reset());
    owner.serve(now_ns + 2 * STEP_NS).expect("the device is there");
    exchange(&mut owner, &mut peer);
    assert!(peer.is_reset(), "the answer to the acknowledgement");
}

/// An owner that ends is an error of its threads' transports.
#[test]
fn an_owner_that_ends_is_told() {
    let mut steps = Steps::new(12);
    steps.turn();
    drop(steps.owner);
    let error = steps
        .thread
        .poll(steps.now_ns)
        .expect_err("nobody carries frames any more");
    assert!(
        error
            .to_string()
            .contains("the thread that owns the card has ended"),
        "{error}"
    );
}
