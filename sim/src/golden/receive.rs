//! The receive path: a frame from its arrival to its FRAME entry (sections 1 to 6 put together).
use super::headers::{self, Content, Headers, Segment};
use super::order::{self, Order};
use super::{counters, Golden};
use fixnic_abi::counter::Counter;
use fixnic_abi::entry::{frame_flags, msg_flags, FrameEntry, LossEntry, MsgEntry, ResyncEntry};
use fixnic_abi::limits::{MAX_FRAME_BYTES, NO_SESSION};
use fixnic_abi::{EntryKind, FrameClass, SessionState, Verdict};

/// What became of a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It has a FRAME entry.
    Delivered,
    /// Dropped: receive or the ring was off.
    DroppedDisabled,
    /// Dropped: the ring had no room.
    DroppedRing,
}

/// One rule to break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// A bad frame changes its session.
    BadFrameCommits,
    /// A bad TCP checksum is not flagged.
    TcpChecksumIgnored,
    /// A session's frames go to the next ring.
    WrongRing,
    /// The last granule of a frame is not padded: the frame's last byte is lost.
    LastByteLost,
    /// A gap's messages say IN_SEQUENCE.
    GapUnseen,
    /// The rest of an overlapping segment is not parsed.
    OverlapIgnored,
    /// Frames with a tag are not flagged.
    VlanUnseen,
    /// Messages of a session that looks for its place are verified.
    SearchVerifies,
    /// An answer to another proposal is taken.
    StaleAnswerTaken,
}

/// What of a frame is delivered (rule 1.2).
fn delivered_part(wire: &[u8]) -> &[u8] {
    &wire[..wire.len().min(MAX_FRAME_BYTES)]
}

/// What a frame is, and what it does to its session.
struct Judged {
    class: FrameClass,
    session: Option<(u16, Segment, Order)>,
    tcp_checksum_bad: bool,
    /// The end of the frame shows that it has no session: what was parsed is void.
    cut_short: bool,
}

impl Golden {
    /// A frame that the ingress FIFO refused.
    pub fn refuse(&mut self) {
        self.counters.add(Counter::RxFrames, 1);
        self.counters.add(Counter::DropFifo, 1);
    }

    /// What [`Golden::receive`] would make of a frame now.
    pub fn admission(&self, wire: &[u8]) -> Outcome {
        let ring = &self.rings[self.steered_to(wire)];
        if !self.registers.rx_enable || !ring.enabled() {
            Outcome::DroppedDisabled
        } else if !ring.has_room() {
            Outcome::DroppedRing
        } else {
            Outcome::Delivered
        }
    }

    /// The ring that a frame would go to now.
    pub fn steered_to(&self, wire: &[u8]) -> usize {
        self.ring_of(&headers::parse(delivered_part(wire)))
    }

    /// Rule 1.4.
    fn ring_of(&self, headers: &Headers) -> usize {
        let hit = headers.steering.and_then(|tuple| self.tables.find(&tuple));
        match hit {
            Some(hit) if self.has(Fault::WrongRing) => (hit.ring + 1) % self.rings.len(),
            Some(hit) => hit.ring,
            None => 0,
        }
    }

    /// A frame, without FCS, whose first beat came at `ts_ns`.
    pub fn receive(&mut self, wire: &[u8], fcs_bad: bool, ts_ns: u64) -> Outcome {
        self.counters.add(Counter::RxFrames, 1);
        let outcome = self.admission(wire);
        let headers = headers::parse(delivered_part(wire));
        let ring = self.ring_of(&headers);
        match outcome {
            Outcome::DroppedDisabled => {
                self.counters.add(Counter::DropDisabled, 1);
                self.drops[ring].disabled += 1;
            }
            Outcome::DroppedRing => {
                self.counters.add(Counter::DropRing, 1);
                self.drops[ring].no_room += 1;
            }
            Outcome::Delivered => self.deliver(ring, &headers, wire, fcs_bad, ts_ns),
        }
        self.last_frame_ns = ts_ns;
        outcome
    }

    fn deliver(&mut self, ring: usize, headers: &Headers, wire: &[u8], fcs_bad: bool, ts_ns: u64) {
        self.report_loss(ring);
        let frame = delivered_part(wire);
        let judged = self.judge(headers);
        let mut flags = 0;
        let mut flag = |condition, mask| flags |= if condition { mask } else { 0 };
        flag(fcs_bad, frame_flags::FCS_BAD);
        flag(wire.len() > frame.len(), frame_flags::TRUNCATED);
        flag(headers.ip_checksum_bad, frame_flags::IP_CHECKSUM_BAD);
        flag(
            judged.tcp_checksum_bad && !self.has(Fault::TcpChecksumIgnored),
            frame_flags::TCP_CHECKSUM_BAD,
        );
        let good = flags == 0;
        let mut flag = |condition, mask| flags |= if condition { mask } else { 0 };
        flag(headers.oversize, frame_flags::OVERSIZE);
        flag(headers.vlan && !self.has(Fault::VlanUnseen), frame_flags::VLAN);

        let mut entry = FrameEntry {
            kind: EntryKind::Frame as u8,
            class: judged.class as u8,
            session: NO_SESSION,
            ts_ns,
            length: frame.len() as u16,
            dropped: self.dropped(ring) as u32,
            epoch: self.registers.epoch,
            ..FrameEntry::default()
        };
        if let Some((number, segment, order)) = judged.session {
            let messages = self.run_session(number, good && !judged.cut_short, frame, &segment, &order);
            entry.messages = messages.len() as u8;
            for message in messages {
                self.write_message(ring, message);
            }
            if good && order.skip.is_some() && !judged.cut_short {
                flags |= frame_flags::COMMITTED;
                self.propose(ring, number);
            }
        }
        if let (Some((number, segment, _)), false) = (judged.session, judged.cut_short) {
            let session = self.tables.session(number);
            entry.session = number;
            entry.generation = session.generation;
            entry.payload_offset = segment.payload_offset as u16;
            entry.payload_length = segment.payload_length as u16;
            entry.session_state = session.state as u8;
        }
        entry.flags = flags;
        let stored = if self.has(Fault::LastByteLost) {
            &frame[..frame.len() - 1]
        } else {
            frame
        };
        entry.granule = self.rings[ring].write_frame(&mut self.host, stored);
        self.rings[ring].write_entry(&mut self.host, bytemuck::cast(entry));
        self.count(&entry);
        self.after_writes();
    }

    /// Rules 2.2 and 3: the frame's class, and its session if it has one.
    fn judge(&mut self, headers: &Headers) -> Judged {
        let without_session = |class| Judged {
            class,
            session: None,
            tcp_checksum_bad: false,
            cut_short: false,
        };
        let (segment, cut_short) = match headers.content {
            Content::Other => return without_session(FrameClass::Other),
            Content::BadLength => return without_session(FrameClass::BadLength),
            Content::IpOptions => return without_session(FrameClass::IpOptions),
            Content::Fragment => return without_session(FrameClass::Fragment),
            Content::Tcp(segment) => (segment, false),
            Content::CutShort(segment) => (segment, true),
        };
        let tcp_checksum_bad = segment.checksum_bad && !cut_short;
        let Some(number) = self.tables.find(&segment.tuple).map(|hit| hit.session) else {
            let class = if cut_short {
                FrameClass::BadLength
            } else {
                FrameClass::Unknown
            };
            return Judged {
                tcp_checksum_bad,
                ..without_session(class)
            };
        };
        let session = self.tables.session(number);
        let order = order::classify(
            session.state,
            session.rcv_nxt,
            segment.seq,
            segment.payload_length,
            segment.control,
        );
        Judged {
            class: if cut_short {
                FrameClass::BadLength
            } else {
                order.class
            },
            session: Some((number, segment, order)),
            tcp_checksum_bad,
            cut_short,
        }
    }

    /// Parses what the session accepts. The session moves only if the frame is good.
    fn run_session(
        &mut self,
        number: u16,
        good: bool,
        frame: &[u8],
        segment: &Segment,
        order: &Order,
    ) -> Vec<MsgEntry> {
        let mut next = self.tables.session(number).clone();
        next.state = order.state;
        next.rcv_nxt = order.rcv_nxt;
        let end = frame.len().min(segment.payload_offset + segment.payload_length);
        let payload = frame.get(segment.payload_offset..end).unwrap_or_default();
        let mut messages = match order.skip {
            Some(skip) if skip > 0 && self.has(Fault::OverlapIgnored) => Vec::new(),
            Some(skip) => next.take(
                segment.seq.wrapping_add(skip as u32),
                payload.get(skip..).unwrap_or_default(),
            ),
            None => Vec::new(),
        };
        for message in &mut messages {
            message.session = number;
            message.epoch = self.registers.epoch;
            if self.has(Fault::SearchVerifies) && message.verdict == Verdict::Untracked as u8 {
                message.flags |= msg_flags::VERIFIED;
            }
            if self.has(Fault::GapUnseen) && message.verdict == Verdict::Gap as u8 {
                message.verdict = Verdict::InSequence as u8;
            }
        }
        if good || self.has(Fault::BadFrameCommits) {
            *self.tables.session(number) = next;
        }
        messages
    }

    /// Rule 1.7.
    fn report_loss(&mut self, ring: usize) {
        let dropped = self.dropped(ring);
        if dropped == self.drops[ring].reported {
            return;
        }
        self.drops[ring].reported = dropped;
        let loss = LossEntry {
            kind: EntryKind::Loss as u8,
            drop_fifo: self.counters.get(Counter::DropFifo) as u32,
            drop_disabled: self.drops[ring].disabled as u32,
            drop_ring: self.drops[ring].no_room as u32,
            epoch: self.registers.epoch,
            ..LossEntry::default()
        };
        self.rings[ring].write_entry(&mut self.host, bytemuck::cast(loss));
    }

    /// The drops that may have hit a ring.
    fn dropped(&self, ring: usize) -> u64 {
        self.counters.get(Counter::DropFifo) + self.drops[ring].disabled + self.drops[ring].no_room
    }

    /// Rule 3.6.
    fn propose(&mut self, ring: usize, number: u16) {
        let Some(proposal) = self.tables.session(number).propose() else {
            return;
        };
        self.counters.add(Counter::Resync, 1);
        let entry = ResyncEntry {
            session: number,
            epoch: self.registers.epoch,
            ..proposal
        };
        self.rings[ring].write_entry(&mut self.host, bytemuck::cast(entry));
    }

    fn write_message(&mut self, ring: usize, message: MsgEntry) {
        let verdict = Verdict::from_bits(message.verdict).expect("the model writes known verdicts");
        self.counters.add(counters::of_verdict(verdict), 1);
        self.rings[ring].write_entry(&mut self.host, bytemuck::cast(message));
    }

    fn count(&mut self, entry: &FrameEntry) {
        let class = FrameClass::from_bits(entry.class).expect("the model writes known classes");
        self.counters.add(Counter::RxDelivered, 1);
        self.counters.add(Counter::RxBytes, entry.length.into());
        self.counters.add(counters::of_class(class), 1);
        for (mask, counter) in [
            (frame_flags::FCS_BAD, Counter::FcsBad),
            (frame_flags::TRUNCATED, Counter::Truncated),
            (frame_flags::OVERSIZE, Counter::Oversize),
            (frame_flags::IP_CHECKSUM_BAD, Counter::IpChecksumBad),
            (frame_flags::TCP_CHECKSUM_BAD, Counter::TcpChecksumBad),
        ] {
            self.counters.count_if(entry.flags & mask != 0, counter);
        }
    }

    fn has(&self, fault: Fault) -> bool {
        self.fault == Some(fault)
    }

    /// Where a session stands.
    pub fn session_state(&mut self, number: u16) -> SessionState {
        self.tables.session(number).state
    }

    /// Generation, first TCP number and MsgSeqNum of what a session proposes.
    pub fn proposal(&mut self, number: u16) -> Option<(u16, u32, u64)> {
        let session = self.tables.session(number);
        let candidate = session.candidate()?;
        Some((session.generation, candidate.tcp_seq, candidate.number))
    }

    /// Next TCP number that a session accepts.
    pub fn rcv_nxt(&mut self, number: u16) -> u32 {
        self.tables.session(number).rcv_nxt
    }
}
