//! How much memory this process may pin.
use crate::error::DmaError;
use rustix::process::{getrlimit, Resource};
use std::fs;

/// Bit of CAP_IPC_LOCK in a capability set.
const CAP_IPC_LOCK: u32 = 14;

/// What the kernel charges a DMA mapping against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Account {
    /// RLIMIT_MEMLOCK in bytes; `None`: no limit.
    limit: Option<u64>,
    /// Bytes pinned already.
    locked: u64,
    /// Whether the limit does not count (CAP_IPC_LOCK).
    privileged: bool,
}

impl Account {
    fn of_process() -> Self {
        let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
        Self::new(getrlimit(Resource::Memlock).current, &status)
    }

    fn new(limit: Option<u64>, status: &str) -> Self {
        let field = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name))?;
            line.strip_prefix(':').map(str::trim)
        };
        let kilobytes = field("VmLck").and_then(|text| text.split(' ').next()?.parse::<u64>().ok());
        let capabilities = field("CapEff").and_then(|text| u64::from_str_radix(text, 16).ok());
        Self {
            limit,
            locked: kilobytes.unwrap_or(0) * 1024,
            privileged: capabilities.unwrap_or(0) >> CAP_IPC_LOCK & 1 == 1,
        }
    }

    fn check(&self, bytes: u64) -> Result<(), DmaError> {
        match self.limit {
            Some(limit) if !self.privileged && bytes > limit.saturating_sub(self.locked) => {
                Err(DmaError::MemoryLock {
                    bytes,
                    limit,
                    locked: self.locked,
                })
            }
            _ => Ok(()),
        }
    }
}

/// Whether `bytes` more may be pinned; the kernel itself would only say "out of memory".
pub fn check(bytes: u64) -> Result<(), DmaError> {
    Account::of_process().check(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATUS: &str = "Name:\tfixnic\nVmLck:\t    1024 kB\nCapEff:\t0000000000000000\n";

    #[test]
    fn what_is_pinned_already_counts() {
        let account = Account::new(Some(8 << 20), STATUS);
        assert!(account.check(7 << 20).is_ok());
        let error = account.check((7 << 20) + 1).unwrap_err().to_string();
        assert!(error.contains("ulimit -l"), "{error}");
    }

    #[test]
    fn privilege_and_no_limit_let_everything_pass() {
        assert!(Account::new(None, STATUS).check(u64::MAX).is_ok());
        let root = STATUS.replace("0000000000000000", "000001ffffffffff");
        assert!(Account::new(Some(0), &root).check(1 << 30).is_ok());
    }
}
