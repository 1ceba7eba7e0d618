//! Memory of another process, as far as it has been shown to a device.
//!
//! A simulated device in a process of its own reaches its driver's memory through windows: the driver's side maps and unmaps
//! ranges of IOVAs, each backed by pages of a file descriptor that it hands over. An access may span windows that touch.
use crate::error::DmaError;
use crate::memory::{HostMemory, Mapping};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::os::fd::OwnedFd;
use std::rc::Rc;

/// Most windows at a time. Linux allows a process 65,530 mappings (vm.max_map_count); an IOMMU's client may need one a page.
const WINDOWS_MAX: usize = 60_000;

/// The windows of one device. Clones show the same windows.
#[derive(Debug, Clone, Default)]
pub struct DmaWindows {
    shared: Rc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    by_iova: RefCell<BTreeMap<u64, Window>>,
    /// Whether the device may use them: a PCI function without bus mastering may not.
    open: Cell<bool>,
    refusals: Cell<u64>,
    last_refusal: Cell<Option<Refusal>>,
}

/// An access that was refused, as an IOMMU reports one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    /// First address of the access.
    pub iova: u64,
    /// Its bytes.
    pub bytes: usize,
    /// Whether it was a write.
    pub write: bool,
    /// What stood against it.
    pub reason: &'static str,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = if self.write { "write" } else { "read" };
        let Self {
            iova, bytes, reason, ..
        } = self;
        write!(f, "{kind} of {bytes} bytes at IOVA {iova:#x}: {reason}")
    }
}

#[derive(Debug)]
struct Window {
    pages: Mapping,
    writable: bool,
}

impl DmaWindows {
    /// No windows yet, and the device may not use them before [`DmaWindows::set_open`].
    pub fn new() -> Self {
        Self::default()
    }

    /// Lets the device use the windows, or refuses it every access: PCI's Bus Master Enable.
    pub fn set_open(&self, open: bool) {
        self.shared.open.set(open);
    }

    /// Shows `bytes` bytes of `file`, from `offset` on, at `iova`.
    pub fn map(
        &self,
        iova: u64,
        bytes: u64,
        file: OwnedFd,
        offset: u64,
        writable: bool,
    ) -> Result<(), DmaError> {
        let failed = |source| DmaError::Map {
            iova,
            bytes: bytes as usize,
            source,
        };
        let invalid = |why: &'static str| failed(io::Error::new(io::ErrorKind::InvalidInput, why));
        let length = usize::try_from(bytes).map_err(|_| invalid("longer than the address space"))?;
        let end = iova
            .checked_add(bytes)
            .filter(|end| *end > iova)
            .ok_or_else(|| invalid("an empty range, or one that wraps"))?;
        let mut windows = self.shared.by_iova.borrow_mut();
        if let Some((start, _)) = intersecting(&windows, iova, end).next() {
            return Err(DmaError::AlreadyMapped { mapped: start, iova });
        }
        if windows.len() >= WINDOWS_MAX {
            return Err(failed(io::Error::other("too many windows are open")));
        }
        let pages = Mapping::of_file(file, offset, iova, length, writable).map_err(failed)?;
        windows.insert(iova, Window { pages, writable });
        Ok(())
    }

    /// Closes every window that has an address in the `bytes` bytes from `iova` on, and says how many those were. A window that is only
    /// touched is closed whole: the device must not reach a page that its owner believes withdrawn.
    pub fn unmap(&self, iova: u64, bytes: u64) -> usize {
        let mut windows = self.shared.by_iova.borrow_mut();
        let closed: Vec<u64> = intersecting(&windows, iova, iova.saturating_add(bytes))
            .map(|(start, _)| start)
            .collect();
        for start in &closed {
            windows.remove(start);
        }
        closed.len()
    }

    /// Closes every window.
    pub fn unmap_all(&self) {
        self.shared.by_iova.borrow_mut().clear();
    }

    /// How many accesses were refused so far, and the last of them.
    pub fn refusals(&self) -> (u64, Option<Refusal>) {
        (self.shared.refusals.get(), self.shared.last_refusal.get())
    }

    /// The windows as host memory, for [`Device::map_dma`](crate::Device::map_dma).
    pub fn host_memory(&self) -> HostMemory {
        HostMemory::of_windows(self.clone())
    }

    pub(crate) fn read(&self, iova: u64, out: &mut [u8]) -> Result<(), DmaError> {
        let len = out.len();
        self.each(iova, len, false, |pages, offset, part| {
            pages.read(offset, &mut out[part]);
        })
    }

    pub(crate) fn write(&self, iova: u64, data: &[u8]) -> Result<(), DmaError> {
        self.each(iova, data.len(), true, |pages, offset, part| {
            pages.write(offset, &data[part]);
        })
    }

    /// Calls `access` for the part of each window that the range covers.
    fn each(
        &self,
        iova: u64,
        bytes: usize,
        write: bool,
        mut access: impl FnMut(&Mapping, usize, std::ops::Range<usize>),
    ) -> Result<(), DmaError> {
        let refused = |reason| {
            let refusal = Refusal {
                iova,
                bytes,
                write,
                reason,
            };
            self.shared.refusals.set(self.shared.refusals.get() + 1);
            self.shared.last_refusal.set(Some(refusal));
            DmaError::Refused { iova, bytes, reason }
        };
        if !self.shared.open.get() {
            return Err(refused("bus mastering is off"));
        }
        let windows = self.shared.by_iova.borrow();
        let mut done = 0;
        while done < bytes {
            let at = iova
                .checked_add(done as u64)
                .ok_or_else(|| refused("the range wraps"))?;
            let (start, window) = windows
                .range(..=at)
                .next_back()
                .filter(|(start, window)| at - **start < window.pages.bytes() as u64)
                .ok_or_else(|| refused("nothing is mapped there"))?;
            if write && !window.writable {
                return Err(refused("it is mapped read-only"));
            }
            let offset = (at - start) as usize;
            let part = (window.pages.bytes() - offset).min(bytes - done);
            access(&window.pages, offset, done..done + part);
            done += part;
        }
        Ok(())
    }
}

/// The windows that have an address in `start..end`.
fn intersecting(
    windows: &BTreeMap<u64, Window>,
    start: u64,
    end: u64,
) -> impl Iterator<Item = (u64, &Window)> {
    let before = windows
        .range(..start)
        .next_back()
        .filter(move |(at, window)| start - **at < window.pages.bytes() as u64);
    before
        .into_iter()
        .chain(windows.range(start..end.max(start)))
        .map(|(at, window)| (*at, window))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::DmaArena;

    const PAGE: u64 = 4096;

    fn arena_file(arena: &DmaArena) -> OwnedFd {
        let memory = arena.host_memory();
        let pages = memory.arena_pages().unwrap();
        pages.file.try_clone_to_owned().unwrap()
    }

    #[test]
    fn accesses_span_windows_that_touch() {
        let mut arena = DmaArena::new(4 * PAGE as usize).unwrap();
        let region = arena.allocate(4 * PAGE as usize, PAGE as usize).unwrap();
        let windows = DmaWindows::new();
        windows.set_open(true);
        let memory = windows.host_memory();
        // The first two pages of the file, shown in the other order.
        windows.map(0x5000, PAGE, arena_file(&arena), PAGE, true).unwrap();
        windows.map(0x6000, PAGE, arena_file(&arena), 0, true).unwrap();
        let data: Vec<u8> = (0..200).collect();
        memory.write(0x6000 - 100, &data).unwrap();
        let mut seen = [0; 100];
        region.read(2 * PAGE as usize - 100, &mut seen);
        assert_eq!(seen, data[..100]);
        region.read(0, &mut seen);
        assert_eq!(seen, data[100..]);
        let mut back = [0; 200];
        memory.read(0x6000 - 100, &mut back).unwrap();
        assert_eq!(back, data[..]);
    }

    #[test]
    fn what_is_not_shown_is_refused() {
        let arena = DmaArena::new(4 * PAGE as usize).unwrap();
        let windows = DmaWindows::new();
        let memory = windows.host_memory();
        windows.map(0x5000, PAGE, arena_file(&arena), 0, true).unwrap();
        windows.map(0x9000, PAGE, arena_file(&arena), 0, false).unwrap();
        let mut byte = [0];
        assert!(memory.read(0x5000, &mut byte).is_err(), "bus mastering is off");
        windows.set_open(true);
        assert!(memory.read(0x5000, &mut byte).is_ok());
        for iova in [0, 0x4fff, 0x6000, u64::MAX] {
            assert!(memory.read(iova, &mut byte).is_err(), "{iova:#x}");
        }
        assert!(memory.read(0x5fff, &mut [0; 2]).is_err());
        assert!(memory.read(0x9000, &mut byte).is_ok());
        let (before, _) = windows.refusals();
        assert!(memory.write(0x9000, &byte).is_err(), "read-only");
        let (refusals, last) = windows.refusals();
        assert_eq!(refusals, before + 1);
        assert_eq!(
            last.unwrap().to_string(),
            "write of 1 bytes at IOVA 0x9000: it is mapped read-only"
        );
        assert!(memory.read(u64::MAX, &mut [0; 2]).is_err());
    }

    #[test]
    fn unmapping_closes_all_that_it_touches() {
        let arena = DmaArena::new(4 * PAGE as usize).unwrap();
        let windows = DmaWindows::new();
        windows.set_open(true);
        let memory = windows.host_memory();
        for page in 0..4 {
            windows
                .map(
                    0x10_0000 + page * PAGE,
                    PAGE,
                    arena_file(&arena),
                    page * PAGE,
                    true,
                )
                .unwrap();
        }
        assert_eq!(windows.unmap(0x10_0000 + PAGE, PAGE), 1);
        let mut byte = [0];
        assert!(memory.read(0x10_0000, &mut byte).is_ok());
        assert!(memory.read(0x10_0000 + PAGE, &mut byte).is_err());
        // Half of the third page and beyond.
        assert_eq!(windows.unmap(0x10_0000 + 2 * PAGE + 8, u64::MAX), 2);
        assert!(memory.read(0x10_0000 + 2 * PAGE, &mut byte).is_err());
        assert_eq!(windows.unmap(0, u64::MAX), 1);
    }

    #[test]
    fn ranges_that_overlap_or_wrap_are_refused() {
        let arena = DmaArena::new(4 * PAGE as usize).unwrap();
        let windows = DmaWindows::new();
        let map = |iova, bytes| windows.map(iova, bytes, arena_file(&arena), 0, true);
        map(0x5000, 2 * PAGE).unwrap();
        for (iova, bytes) in [
            (0x5000, PAGE),
            (0x6000, PAGE),
            (0x4000, 2 * PAGE),
            (0x4000, 8 * PAGE),
        ] {
            assert!(
                matches!(
                    map(iova, bytes),
                    Err(DmaError::AlreadyMapped { mapped: 0x5000, .. })
                ),
                "{iova:#x}"
            );
        }
        assert!(map(0x9000, 0).is_err());
        assert!(map(u64::MAX - 0xfff, 2 * PAGE).is_err());
        assert!(map(0x4000, PAGE).is_ok());
        assert!(map(0x7000, PAGE).is_ok());
    }
}
