//! Messages that pass unverified after one lost segment, over round trip and load.
//!
//! A counterparty sends messages of one segment each, at random times (exponential gaps). One is lost; three segments
//! behind it tell the counterparty so, and it comes again a round trip after them. The core searches meanwhile, and the host
//! answers its proposal when the hole is filled. Virtual time; the golden model or the Verilated core; an owner that polls a while after
//! an arrival.
#![forbid(unsafe_code)]
use clap::Parser;
use fixnic::nic::NicTransport;
use fixnic::transport::{ConnectionId, MarkKind, Received, StreamOffload, Transport, TransportEvent};
use fixnic_driver::{Device, Wire};
use fixnic_session::codec::{Framer, Split};
use fixnic_sim::frames::fix_message;
use fixnic_sim::{GoldenDevice, Stalls, VerilatedDevice};
use fixnic_tests::nic::{exchange, transport, tuple, PORT, START_NS};
use fixnic_tests::tcp_peer::TcpPeer;
use rand::Rng;
use rand_chacha::rand_core::SeedableRng;
use rand_chacha::ChaCha8Rng;

/// Messages before the lost one and after the hole is filled.
const AROUND: usize = 10;
/// Segments behind a lost one that make the counterparty send it again (RFC 5681, 3.2).
const DUPLICATE_ACKS: usize = 3;
const SEED: u64 = 1;

/// Measures how many messages pass unverified after one lost segment.
#[derive(Parser)]
struct Arguments {
    /// Run the Verilated core instead of the golden model.
    #[arg(long)]
    core: bool,
    /// Losses for each line.
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..))]
    losses: u32,
    /// From an arrival to the host's next look at the ring.
    #[arg(long, default_value_t = 1_000, value_parser = clap::value_parser!(u64).range(1..=10_000_000))]
    poll_delay_ns: u64,
}

/// A device with a wire.
trait Card: Device + Wire {}
impl<D: Device + Wire> Card for D {}

struct Owner<D: Card> {
    transport: NicTransport<D>,
    poll_delay_ns: u64,
    /// When it looks at the ring next, if something has arrived.
    polls_ns: Option<u64>,
    peer: TcpPeer,
    now_ns: u64,
    id: ConnectionId,
    stream: Vec<u8>,
    boundary: usize,
    expected: u64,
    verified: Vec<usize>,
}

impl<D: Card> Owner<D> {
    fn connected(device: D, poll_delay_ns: u64) -> Self {
        let mut transport = transport(device, SEED);
        transport
            .listen(([0, 0, 0, 0], PORT).into())
            .expect("the port is free");
        let mut peer = TcpPeer::new(tuple(), 1_000);
        let mut now_ns = START_NS;
        transport.nic_mut().device_mut().deliver(&peer.syn(), true);
        let id = loop {
            now_ns += 1_000;
            assert!(now_ns < START_NS + 1_000_000_000, "no connection within a second");
            transport.poll(now_ns).expect("the NIC works");
            exchange(&mut transport, &mut peer);
            if let Some(TransportEvent::Accepted { id, .. }) = transport.next_event() {
                break id;
            }
        };
        let mut owner = Self {
            transport,
            poll_delay_ns,
            polls_ns: None,
            peer,
            now_ns,
            id,
            stream: Vec::new(),
            boundary: 0,
            expected: 1,
            verified: Vec::new(),
        };
        owner.turn();
        owner
    }

    fn arrives(&mut self, at_ns: u64, position: usize, bytes: &[u8]) {
        let at_ns = START_NS + 1_000_000_000 + at_ns;
        if self.polls_ns.is_some_and(|polls_ns| polls_ns <= at_ns) {
            self.look();
        }
        let frame = self.peer.segment(position as u64, bytes);
        let device = self.transport.nic_mut().device_mut();
        device.advance(at_ns);
        device.deliver(&frame, true);
        self.polls_ns.get_or_insert(at_ns + self.poll_delay_ns);
    }

    fn look(&mut self) {
        if let Some(polls_ns) = self.polls_ns.take() {
            self.now_ns = self.now_ns.max(polls_ns);
            self.turn();
        }
    }

    /// Receives, answers, and takes what a command leads to.
    fn turn(&mut self) {
        for _ in 0..2 {
            self.now_ns += 1;
            self.transport.poll(self.now_ns).expect("the NIC works");
            exchange(&mut self.transport, &mut self.peer);
            while self.transport.next_event().is_some() {}
            while let Ok(Received::Bytes(_)) = self.transport.receive(self.id, &mut self.stream, 65_536) {}
            let mut marks = Vec::new();
            self.transport.take_marks(self.id, usize::MAX, &mut marks);
            for mark in marks {
                if let MarkKind::Message { .. } = mark.kind {
                    self.verified.push(mark.position as usize);
                }
            }
            loop {
                let position = self.boundary as u64;
                let proposed = self.transport.proposed_boundary(self.id);
                if proposed.is_some_and(|proposed| proposed <= position) {
                    self.transport.answer_proposal(self.id, position, self.expected);
                }
                let Split::Message { len } = Framer::default().split(&self.stream[self.boundary..]) else {
                    break;
                };
                self.boundary += len;
                self.expected += 1;
            }
            self.transport
                .message_boundary(self.id, 0, self.boundary as u64, self.expected);
            self.transport.flush(self.now_ns).expect("the NIC works");
        }
    }
}

/// Unverified messages of one loss: in all, and of those that arrived after the hole was filled. And whether ARM was needed.
fn one_loss<D: Card>(
    device: D,
    poll_delay_ns: u64,
    rng: &mut ChaCha8Rng,
    round_trip_ns: u64,
    gap_ns: u64,
) -> (usize, usize, bool) {
    let mut sent_ns = Vec::new();
    let mut now_ns = 0u64;
    let mut repaired_ns = u64::MAX;
    let mut behind = 0;
    while behind < AROUND {
        now_ns += (-(1.0 - rng.random::<f64>()).ln() * gap_ns as f64) as u64 + 1;
        sent_ns.push(now_ns);
        if sent_ns.len() == AROUND + 1 + DUPLICATE_ACKS {
            repaired_ns = now_ns + round_trip_ns + round_trip_ns / 2;
        }
        behind += usize::from(now_ns + round_trip_ns / 2 > repaired_ns);
    }
    let messages: Vec<Vec<u8>> = (1..=sent_ns.len())
        .map(|number| {
            fix_message(&format!(
                "35=8|34={number}|49=A|52=20260922-12:00:00.000|56=B|58=filler|"
            ))
        })
        .collect();
    let starts: Vec<usize> = messages
        .iter()
        .scan(0, |at, message| {
            let start = *at;
            *at += message.len();
            Some(start)
        })
        .collect();
    let mut arrivals: Vec<(u64, usize)> = sent_ns
        .iter()
        .enumerate()
        .map(|(index, sent_ns)| (sent_ns + round_trip_ns / 2, index))
        .collect();
    arrivals[AROUND].0 = repaired_ns;
    arrivals.sort_unstable();
    let mut owner = Owner::connected(device, poll_delay_ns);
    for (at_ns, index) in &arrivals {
        owner.arrives(*at_ns, starts[*index], &messages[*index]);
    }
    owner.look();
    let is_unverified = |index: &usize| !owner.verified.contains(&starts[*index]);
    let unverified = (0..messages.len()).filter(is_unverified).count();
    let later = arrivals.iter().filter(|(at_ns, _)| *at_ns > repaired_ns);
    let later = later.map(|(_, index)| *index).filter(is_unverified).count();
    (unverified, later, owner.transport.offload_counters().armed > 1)
}

fn main() {
    let arguments = Arguments::parse();
    if arguments.core {
        measure(&arguments, || VerilatedDevice::new(SEED, Stalls::NONE));
    } else {
        measure(&arguments, GoldenDevice::new);
    }
}

fn measure<D: Card>(arguments: &Arguments, device: impl Fn() -> D) {
    let losses = arguments.losses as usize;
    let on = if arguments.core {
        "Verilated core"
    } else {
        "golden model"
    };
    println!(
        "{on}, {losses} losses a line, seed {SEED}, the host looks {} ns after an arrival; messages that pass unverified",
        arguments.poll_delay_ns
    );
    println!("round trip us  messages/s   least  median  99 in 100   most   after the hole was filled   armed anew");
    for round_trip_us in [50u64, 200, 1_000, 5_000] {
        for rate in [1_000u64, 10_000, 50_000] {
            let mut rng = ChaCha8Rng::seed_from_u64(SEED);
            let gap_ns = 1_000_000_000 / rate;
            let (mut counts, mut later, mut armed) = (Vec::new(), 0, 0);
            for _ in 0..losses {
                let (unverified, after, anew) = one_loss(
                    device(),
                    arguments.poll_delay_ns,
                    &mut rng,
                    round_trip_us * 1_000,
                    gap_ns,
                );
                counts.push(unverified);
                later += after;
                armed += usize::from(anew);
            }
            counts.sort_unstable();
            let at = |of_hundred: usize| counts[(losses - 1) * of_hundred / 100];
            println!(
                "{round_trip_us:>13} {rate:>11} {:>7} {:>7} {:>10} {:>6} {later:>27} {armed:>12}",
                counts[0],
                at(50),
                at(99),
                counts[losses - 1],
            );
        }
    }
}
