//! The card at its owner's: the device, ring 0 and every ring that is no other thread's.

use super::super::card::{Card, Taking};
use super::super::config::{FrameCounters, NicTransportConfig};
use super::super::connection::Connection;
use super::super::segment::Segment;
use super::super::threads::{ephemeral_ports, ThreadError, Threads};
use super::lent::RingHandle;
use super::rings::Rings;
use super::{failed, CardTransport, NicTransport};
use crate::transport::{Transport, TransportError};
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::{FenceEntry, FrameEntry};
use fixnic_driver::{
    Command, Device, DeviceGone, LendError, LookupError, MailboxError, Nic, RingError, SendError, Tag,
};
use std::fmt;
use std::io;
use std::ops::Range;
use std::time::Duration;

/// How often a look is taken at whether the device is still there, in nanoseconds.
const ALIVE_CHECK_NS: u64 = 1_000_000_000;

/// A NIC with its rings, and the threads that have some of them.
#[derive(Debug)]
pub struct OwnCard<D: Device> {
    pub(super) nic: Nic<D>,
    pub(super) rings: Rings,
    pub(super) threads: Threads,
    alive_check_ns: u64,
}

impl<D: Device> NicTransport<D> {
    /// TCP over an open NIC. It polls every RX ring that was asked for at open and is not lent: one lent before stays its thread's, and no
    /// session may be put there.
    pub fn new(mut nic: Nic<D>, config: NicTransportConfig, now_ns: u64) -> Self {
        let card = OwnCard {
            rings: Rings::new(&mut nic, 0),
            threads: Threads::new(nic.geometry().sessions),
            nic,
            alive_check_ns: now_ns,
        };
        Self::over(card, config, now_ns)
    }

    /// The NIC, for its counters and its device.
    pub fn nic_mut(&mut self) -> &mut Nic<D> {
        &mut self.card.nic
    }

    /// Lends RX ring `ring`, 1 or higher, to another thread for an engine of its own, over a [`RingTransport`](super::RingTransport) made of what is returned. The ports of `listen` are
    /// that thread's, and 4,096 for outgoing connections. From then on this transport is to be polled without a pause, by its engine or with
    /// [`serve`](NicTransport::serve): it passes on what comes through ring 0, gives the commands, and sends. When the thread drops its transport, it is
    /// over: its connections are answered as unknown, and the ring can be lent anew some turns later.
    ///
    /// Of an aggregate, the thread's sessions are on the ring if their connection is of the ring's engine. Ports for outgoing connections are chosen so that it is; one that was accepted and is of
    /// another engine comes through the owner as long as it lasts, and the core verifies nothing of it ([`OffloadCounters::no_ring`](crate::nic::OffloadCounters::no_ring)).
    ///
    /// # Errors
    /// When the ring is not there, is lent or stopped, or carries connections of this transport; when a port is used already; when it is the first ring of an aggregate's engine.
    pub fn lend_to_thread(&mut self, ring: u32, listen: &[u16]) -> Result<RingHandle, ThreadError> {
        let engines = self.card.nic.lookup().engines();
        let rings = self.card.nic.rx_rings();
        if !(1..rings).contains(&ring) {
            return Err(LendError::NoSuchRing { ring, rings }.into());
        }
        if ring < engines {
            return Err(ThreadError::FirstRing { ring, engines });
        }
        let is_there = |connection: &&Connection| connection.ring == Some(ring as u8);
        let connections = self.connections.values().filter(is_there).count();
        if connections > 0 {
            return Err(ThreadError::InUse { ring, connections });
        }
        self.card.threads.check(ring, listen)?;
        let listening = self.listeners.iter().map(|listener| listener.address.port());
        let connected = self.by_tuple.keys().map(|tuple| tuple.local_port);
        let is_wanted = |port: &u16| listen.contains(port) || ephemeral_ports(ring).contains(port);
        if let Some(port) = listening.chain(connected).find(is_wanted) {
            return Err(ThreadError::Port { port, by: 0 });
        }
        let OwnCard {
            nic, rings, threads, ..
        } = &mut self.card;
        let lent = rings.take_for_thread(nic, ring)?;
        let (link, life, next_tag) = threads.add(ring, listen);
        let sessions = nic.geometry().sessions;
        Ok(RingHandle::new(
            link,
            lent,
            self.config.clone(),
            sessions,
            engines,
            (life, next_tag),
            listen,
        ))
    }

    /// Whether a thread has a ring: one that has ended has it until its last frames have left.
    pub fn has_threads(&self) -> bool {
        self.card.threads.rings() != 0
    }

    /// Ends what is shared with the threads: each one's engine ends with an error, and its sessions go down.
    pub fn end_threads(&mut self) {
        self.card.threads.end();
    }

    /// A turn for an owner that has no engine of its own.
    ///
    /// # Errors
    /// When the device is gone: every thread is told as well.
    pub fn serve(&mut self, now_ns: u64) -> Result<(), TransportError> {
        self.poll(now_ns)?;
        while self.next_event().is_some() {}
        Ok(())
    }

    /// A device that is gone ends everything; one that somebody else has reset is set up again.
    fn look_at_device(&mut self) -> Result<(), TransportError> {
        let gone = |error: DeviceGone| failed("reach the device", error);
        self.card.nic.check_alive().map_err(gone)?;
        if self.card.nic.is_reset_by_another().map_err(gone)? {
            return self.reset_device(&"its epoch changed: somebody else has reset it");
        }
        self.look_at_rings()
    }

    pub(super) fn reset_device(&mut self, reason: &dyn fmt::Display) -> Result<(), TransportError> {
        tracing::error!(%reason, "the device is reset; TCP repeats what was lost");
        self.forget_places();
        let OwnCard {
            nic, rings, threads, ..
        } = &mut self.card;
        rings.give_back();
        threads.reset();
        nic.reset().map_err(|error| failed("reset the device", error))?;
        *rings = Rings::new(nic, threads.rings());
        Ok(())
    }

    fn take_turn(&mut self) -> Result<(), TransportError> {
        if self.now_ns.saturating_sub(self.card.alive_check_ns) >= ALIVE_CHECK_NS {
            self.card.alive_check_ns = self.now_ns;
            self.look_at_device()?;
        }
        self.card.nic.advance(self.now_ns);
        self.drain_rings()
    }
}

impl<D: Device> Card for OwnCard<D> {
    fn sessions(&self) -> u16 {
        self.nic.geometry().sessions
    }

    #[inline]
    fn tx_room(&mut self) -> Result<usize, RingError> {
        self.nic.tx_room()
    }

    #[inline]
    fn queue(&mut self, frame: &[u8]) -> Result<(), SendError> {
        self.nic.queue(frame)
    }

    #[inline]
    fn announce(&mut self) {
        self.nic.announce();
    }

    fn submit(&mut self, command: Command) -> Result<Tag, MailboxError> {
        self.nic.submit(command)
    }

    fn answered(&mut self, fence: &FenceEntry) -> Option<Command> {
        let command = self.nic.answered(fence)?;
        self.threads.released(&mut self.nic, &command);
        Some(command)
    }

    fn take_place(&mut self, tuple: FourTuple) -> Taking {
        match self.nic.lookup().take(tuple) {
            Ok(place) => Taking::Taken(place),
            Err(LookupError::Taken { .. }) => Taking::Later,
            Err(error) => Taking::Refused(error),
        }
    }

    fn has_port(&self, port: u16) -> bool {
        self.threads.of_port(port) == 0
    }

    fn rings(&self) -> Range<u32> {
        0..self.rings.polled()
    }

    /// That one, or in an aggregate the one of the connection's engine beside it (docs/datapath.md, 12.3).
    fn ring_for(&mut self, tuple: &FourTuple, ring: u8) -> Option<u8> {
        let lookup = self.nic.lookup();
        let (engine, engines) = (lookup.engine(tuple) as u8, lookup.engines() as u8);
        let wanted = ring - ring % engines + engine;
        let is_polled = u32::from(wanted) < self.rings.polled();
        Some(if is_polled { wanted } else { engine })
    }

    fn is_stopped(&self, ring: u8) -> bool {
        self.rings.is_stopped(ring)
    }

    #[inline]
    fn pass_on(
        &mut self,
        frame: &FrameEntry,
        segment: Option<&Segment>,
        bytes: &[u8],
        counters: &mut FrameCounters,
    ) -> bool {
        self.threads.pass_on(frame, segment, bytes, counters)
    }

    fn serves_threads(&self) -> bool {
        self.threads.rings() != 0
    }

    fn receive(transport: &mut CardTransport<Self>) -> Result<(), TransportError> {
        let turn = transport.take_turn();
        if turn.is_err() {
            transport.card.threads.end();
        }
        turn
    }

    fn wait(&mut self, timeout: Duration) -> io::Result<()> {
        self.nic.device_mut().wait(timeout)
    }
}
