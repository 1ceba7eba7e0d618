//! The engine's one clock.

use std::time::{SystemTime, UNIX_EPOCH};

/// UTC in nanoseconds since 1970, never going back: a step back of the system's clock holds time still instead, since
/// a session's timers and heartbeats count in it.
#[derive(Debug, Default)]
pub(crate) struct Clock {
    last_ns: u64,
}

impl Clock {
    pub fn new() -> Clock {
        Clock::default()
    }

    pub fn now_ns(&mut self) -> u64 {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        self.last_ns = self
            .last_ns
            .max(u64::try_from(now.as_nanos()).unwrap_or(u64::MAX));
        self.last_ns
    }
}
