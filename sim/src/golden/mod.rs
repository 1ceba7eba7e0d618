//! The golden model: what the core does, without clocks.
//!
//! Written rule by rule from docs/datapath.md and never from the RTL, one module a section of that page. Frames and register
//! accesses take effect at once and in the order in which they are given; what the core writes to host memory, this writes too.
mod aggregate;
mod command;
mod counters;
mod device;
mod framing;
mod headers;
mod host;
mod interrupts;
mod order;
mod receive;
mod registers;
mod ring;
mod session;
mod transmit;
mod verdict;

pub use aggregate::GoldenAggregate;
pub use device::GoldenDevice;
pub use receive::{Fault, Outcome};

use command::{Command, Tables};
use counters::Counters;
use fixnic_abi::counter::Counter;
use fixnic_abi::limits::RX_RINGS;
use fixnic_abi::CommandResult;
use fixnic_driver::HostMemory;
use host::HostPort;
use interrupts::Interrupts;
use registers::Registers;
use ring::Ring;
use transmit::{Sent, Transmit};

/// Most frames kept for whoever takes what was sent; older ones are discarded, as on a wire that nobody listens to.
const TRANSMITTED_MAX: usize = 65_536;
const RINGS: usize = RX_RINGS as usize;

/// Frames dropped of one ring, since reset.
#[derive(Debug, Default)]
struct Drops {
    disabled: u64,
    no_room: u64,
    /// What the ring's last LOSS entry said, all causes together.
    reported: u64,
}

/// The whole core. See [`GoldenDevice`] for it behind the driver's trait.
#[derive(Debug, Default)]
pub struct Golden {
    registers: Registers,
    host: HostPort,
    rings: [Ring; RINGS],
    drops: [Drops; RINGS],
    tables: Tables,
    counters: Counters,
    interrupts: Interrupts,
    transmit: Transmit,
    transmitted: std::collections::VecDeque<Vec<u8>>,
    /// Arrival of the last frame that was delivered or dropped behind the FIFO.
    last_frame_ns: u64,
    /// Write errors that the counters have taken over.
    write_errors_seen: u64,
    waiting_command: Option<Command>,
    fault: Option<Fault>,
}

impl Golden {
    /// A model as after power-up, without host memory.
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes the model break one rule, for tests of those who compare with it.
    pub fn set_fault(&mut self, fault: Option<Fault>) {
        self.fault = fault;
    }

    /// The host memory that it reads and writes.
    pub fn map(&mut self, memory: Option<HostMemory>) {
        self.host.map(memory);
    }

    /// Takes the oldest frame that was sent and not taken yet.
    pub fn take_transmitted(&mut self) -> Option<Vec<u8>> {
        self.transmitted.pop_front()
    }

    /// Whether `vector` has fired since the last call.
    pub fn take_interrupt(&mut self, vector: u32) -> bool {
        self.interrupts.take(vector)
    }

    /// Time passes at the host's memory: an error that comes late may be answered.
    fn pass_at_host(&mut self) {
        if self.host.pass() {
            self.rings.iter_mut().for_each(Ring::answer_error);
            self.after_writes();
        }
    }

    fn start_command(&mut self, command: Command) {
        if self.waiting_command.is_some() {
            self.registers.command_overrun = true;
            return;
        }
        self.registers.command_overrun = false;
        self.waiting_command = Some(command);
        self.run_command();
    }

    /// Applies the waiting command, if the ring has room for its FENCE and one more entry.
    fn run_command(&mut self) {
        let Some(command) = self.waiting_command.take() else {
            return;
        };
        let ring = self.tables.fence_ring(&command);
        if self.rings[ring].enabled() && self.rings[ring].free_entries() < 2 {
            self.waiting_command = Some(command);
            return;
        }
        let mut command = command;
        if self.fault == Some(Fault::StaleAnswerTaken) {
            if let Some((generation, tcp_seq, _)) = self.proposal(command.session as u16) {
                (command.generation, command.tcp_seq) = (generation.into(), tcp_seq);
            }
        }
        let mut fence = self.tables.apply(&command);
        fence.epoch = self.registers.epoch;
        fence.ts_ns = self.last_frame_ns;
        self.registers.command_result = fence.result;
        self.registers.command_state = fence.session_state;
        let accepted = fence.result == CommandResult::Ok as u8;
        self.counters.count_if(accepted, Counter::CommandOk);
        self.counters.count_if(!accepted, Counter::CommandRefused);
        if self.rings[ring].enabled() {
            self.rings[ring].write_entry(&mut self.host, bytemuck::cast(fence));
        }
        self.after_writes();
    }

    fn run_transmit(&mut self, producer: u16) {
        let geometry = self.registers.transmit_geometry();
        let sent = self
            .transmit
            .run(&geometry, producer, self.registers.epoch, &mut self.host);
        for one in sent {
            match one {
                Sent::Frame(frame) => {
                    self.counters.add(Counter::TxFrames, 1);
                    self.transmitted.push_back(frame);
                    if self.transmitted.len() > TRANSMITTED_MAX {
                        self.transmitted.pop_front();
                    }
                }
                Sent::BadDescriptor => self.counters.add(Counter::TxBadDescriptor, 1),
                Sent::ReadError => {
                    self.counters.add(Counter::AxiReadError, 1);
                    self.axi_error();
                }
            }
            self.interrupts.raise(interrupts::TX);
        }
        self.after_writes();
    }

    /// What follows from writes to host memory: errors and the RX interrupt.
    fn after_writes(&mut self) {
        let errors = self.host.write_errors - self.write_errors_seen;
        if errors > 0 {
            self.write_errors_seen += errors;
            self.counters.add(Counter::AxiWriteError, errors);
            self.axi_error();
        }
        self.raise_pending();
    }

    /// The interrupt of each ring that has something for the host.
    fn raise_pending(&mut self) {
        for (vector, ring) in (interrupts::RX..).zip(&self.rings) {
            if ring.pending() {
                self.interrupts.raise(vector);
            }
        }
    }

    /// Fires the interrupt of a ring that has stopped since: its entries of before may have fired it.
    pub fn raise_ring(&mut self, ring: u32) {
        self.interrupts.raise(interrupts::RX + ring);
    }

    fn axi_error(&mut self) {
        self.registers.axi_error = true;
        self.interrupts.raise(interrupts::ERROR);
    }

    /// Section 10. What the host memory port has seen stays: it belongs to the bus.
    fn reset(&mut self) {
        let host = std::mem::take(&mut self.host);
        *self = Self {
            registers: Registers::after_reset(self.registers.epoch.wrapping_add(1)),
            write_errors_seen: host.write_errors,
            host,
            transmitted: std::mem::take(&mut self.transmitted),
            fault: self.fault,
            ..Self::default()
        };
    }
}
