//! Session numbers and lookup slots, as the host hands them out (docs of `fixnic_abi::lookup`).
use crate::error::LookupError;
use fixnic_abi::lookup::FourTuple;

/// A connection's place in the core: its session number and its slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    /// Session number.
    pub session: u16,
    /// Slot of the lookup table.
    pub slot: u16,
    /// The connection.
    pub tuple: FourTuple,
}

/// Which session numbers and slots are taken. Memory is taken once, at creation.
#[derive(Debug)]
pub struct LookupTable {
    /// Session in each slot.
    slots: Vec<Option<u16>>,
    /// Place of each session.
    sessions: Vec<Option<Place>>,
    /// Of each engine: session s belongs to engine s modulo their number.
    free_sessions: Vec<Vec<u16>>,
}

impl LookupTable {
    pub(crate) fn new(sessions: u16, slots: u32, engines_log2: u32) -> Self {
        let engines = 1 << engines_log2;
        let of_engine = |engine| (engine..sessions).step_by(engines).rev().collect();
        Self {
            slots: vec![None; slots as usize],
            sessions: vec![None; usize::from(sessions)],
            free_sessions: (0..engines as u16).map(of_engine).collect(),
        }
    }

    /// Engines among which connections are spread; 1 if the device is no aggregate.
    pub fn engines(&self) -> u32 {
        self.free_sessions.len() as u32
    }

    /// The engine that a connection's frames go through. Its ring must be of that engine: ring r is of engine r modulo [`LookupTable::engines`].
    pub fn engine(&self, tuple: &FourTuple) -> u32 {
        tuple.engine(self.engines().ilog2())
    }

    /// Takes a session number of the connection's engine and one of the connection's four slots.
    pub fn take(&mut self, tuple: FourTuple) -> Result<Place, LookupError> {
        let candidates = tuple.slots();
        let at_same = candidates.into_iter().filter_map(|slot| self.session_at(slot));
        if let Some(place) = at_same
            .filter_map(|s| self.place(s))
            .find(|place| place.tuple == tuple)
        {
            return Err(LookupError::Taken {
                tuple,
                session: place.session,
            });
        }
        let slot = candidates
            .into_iter()
            .find(|slot| self.session_at(*slot).is_none());
        let slot = slot.ok_or(LookupError::BucketsFull {
            tuple,
            slots: candidates,
        })?;
        let sessions = self.sessions.len() / self.free_sessions.len();
        let engine = self.engine(&tuple) as usize;
        let session = self.free_sessions[engine]
            .pop()
            .ok_or(LookupError::SessionsFull { sessions })?;
        let place = Place { session, slot, tuple };
        self.slots[usize::from(slot)] = Some(session);
        self.sessions[usize::from(session)] = Some(place);
        Ok(place)
    }

    fn session_at(&self, slot: u16) -> Option<u16> {
        self.slots.get(usize::from(slot)).copied().flatten()
    }

    /// Where a session stands; `None` for a number that is not taken.
    pub fn place(&self, session: u16) -> Option<Place> {
        self.sessions.get(usize::from(session)).copied().flatten()
    }

    /// Gives a session's number and slot back. Only after the fence of its DISARM, or if it was never armed: until then the
    /// core still finds it. A number that is not taken is ignored.
    pub fn release(&mut self, session: u16) {
        if let Some(place) = self.sessions.get_mut(usize::from(session)).and_then(Option::take) {
            self.slots[usize::from(place.slot)] = None;
            let engine = usize::from(session) % self.free_sessions.len();
            self.free_sessions[engine].push(session);
        }
    }

    /// Forgets everything, as a reset of the device does.
    pub(crate) fn clear(&mut self) {
        for session in 0..self.sessions.len() as u16 {
            self.release(session);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tuple(remote_port: u16) -> FourTuple {
        FourTuple {
            local_ip: 0x0A00_0001,
            remote_ip: 0x0A00_0002,
            local_port: 40_000,
            remote_port,
        }
    }

    #[test]
    fn places_are_distinct_and_come_back() {
        let mut table = LookupTable::new(1024, fixnic_abi::limits::SLOTS, 0);
        let places: Vec<_> = (0..1024).map(|port| table.take(tuple(port)).unwrap()).collect();
        for (i, a) in places.iter().enumerate() {
            assert!(a.tuple.slots().contains(&a.slot));
            assert!(places[..i]
                .iter()
                .all(|b| a.session != b.session && a.slot != b.slot));
        }
        assert_eq!(
            table.take(tuple(5_000)),
            Err(LookupError::SessionsFull { sessions: 1024 })
        );
        table.release(places[7].session);
        table.release(places[7].session);
        assert_eq!(table.take(tuple(5_000)).unwrap().session, places[7].session);
        assert!(table.take(tuple(5_001)).is_err());
    }

    #[test]
    fn places_are_of_the_connections_engine() {
        let mut table = LookupTable::new(16, fixnic_abi::limits::SLOTS, 2);
        let mut taken = [0; 4];
        for port in 0..16 {
            let tuple = tuple(port);
            let session = table.take(tuple).unwrap().session;
            assert_eq!(u32::from(session) % 4, tuple.engine(2));
            taken[tuple.engine(2) as usize] += 1;
        }
        assert_eq!(taken, [4; 4], "sixteen neighbours are spread evenly");
        assert_eq!(
            table.take(tuple(16)),
            Err(LookupError::SessionsFull { sessions: 4 })
        );
        table.clear();
        assert_eq!(table.engine(&tuple(16)), tuple(16).engine(2));
        assert!(
            table.take(tuple(16)).is_ok(),
            "each number went back where it came from"
        );
    }

    #[test]
    fn a_connection_has_one_place() {
        let mut table = LookupTable::new(16, fixnic_abi::limits::SLOTS, 0);
        let place = table.take(tuple(1)).unwrap();
        assert_eq!(
            table.take(tuple(1)),
            Err(LookupError::Taken {
                tuple: tuple(1),
                session: place.session
            })
        );
        table.clear();
        assert!(table.take(tuple(1)).is_ok());
    }

    #[test]
    fn full_buckets_are_an_error() {
        let mut table = LookupTable::new(1024, fixnic_abi::limits::SLOTS, 0);
        let wanted = tuple(1);
        for slot in wanted.slots() {
            table.slots[usize::from(slot)] = Some(999);
        }
        assert!(matches!(table.take(wanted), Err(LookupError::BucketsFull { .. })));
        assert_eq!(table.free_sessions[0].len(), 1024, "no session number is lost");
    }
}
