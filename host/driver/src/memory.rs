//! Memory shared with a device.
//!
//! One memfd, mapped shared and populated, holds everything that the device reads or writes. [`DmaArena`] hands out
//! [`DmaRegion`]s of it to the rings; [`HostMemory`] is the same memory as the device sees it, by IOVA.
//!
//! The device writes this memory whenever it likes, so no reference to it ever exists: every access is an atomic copy of a word or a byte through a
//! raw pointer. Words are stored in order, each with `Release`; so a device of this process may write from one thread what a ring is polled for by
//! another. A [`DmaRegion`] is `Send` and not `Sync`: one thread has it at a time.
#![allow(unsafe_code)]
use crate::error::DmaError;
use crate::faults::Bus;
use crate::windows::DmaWindows;
use rustix::fs::{ftruncate, memfd_create, MemfdFlags};
use rustix::mm::{mmap, munmap, MapFlags, ProtFlags};
use std::cell::Cell;
use std::io;
use std::marker::PhantomData;
use std::ops::Range;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::ptr::NonNull;
use std::sync::atomic::{AtomicU64, AtomicU8, Ordering};
use std::sync::Arc;

/// First IOVA of an arena. It fits the 39 address bits that every VT-d has and lies above the interrupt window at 0xFEE0_0000.
/// Linux maps nothing there for a 64-bit process, and no machine of less than 412 GiB has RAM there: whoever confuses
/// the three kinds of address fails at once.
pub const IOVA_BASE: u64 = 0x67_0000_0000;

const HUGE_PAGE_BYTES: usize = 2 << 20;
const PAGE_BYTES: usize = 4096;
const WORD: usize = size_of::<u64>();
const READ_WRITE: ProtFlags = ProtFlags::READ.union(ProtFlags::WRITE);

/// Pages of a file, mapped. `base` is valid for `bytes` bytes until drop: for reads, and for writes unless the pages were asked for
/// read-only.
#[derive(Debug)]
pub(crate) struct Mapping {
    base: NonNull<u8>,
    bytes: usize,
    iova: u64,
    file: OwnedFd,
    huge_pages: bool,
}

fn map_file(
    file: OwnedFd,
    offset: u64,
    bytes: usize,
    protection: ProtFlags,
    flags: MapFlags,
) -> Result<(OwnedFd, NonNull<u8>), rustix::io::Errno> {
    // SAFETY: a fresh mapping at an address of the kernel's choice overlaps nothing that Rust knows of.
    let base = unsafe { mmap(std::ptr::null_mut(), bytes, protection, flags, &file, offset) }?;
    let base = NonNull::new(base.cast()).ok_or(rustix::io::Errno::NOMEM)?;
    Ok((file, base))
}

// SAFETY: a mapping is an address and a file; whoever drops it last unmaps it, on any thread.
unsafe impl Send for Mapping {}
// SAFETY: nothing in it changes, and the pages are reached by atomic copies only.
unsafe impl Sync for Mapping {}

impl Mapping {
    fn new(bytes: usize) -> Result<Self, DmaError> {
        // Huge pages spare the IOMMU's and the CPU's page tables; most machines have none reserved.
        Self::with_pages(bytes, HUGE_PAGE_BYTES, MemfdFlags::HUGETLB | MemfdFlags::HUGE_2MB)
            .or_else(|_| Self::with_pages(bytes, PAGE_BYTES, MemfdFlags::empty()))
    }

    fn with_pages(bytes: usize, page_bytes: usize, flags: MemfdFlags) -> Result<Self, DmaError> {
        let failed = |step, errno: rustix::io::Errno| DmaError::Allocate {
            bytes,
            step,
            source: errno.into(),
        };
        let rounded = bytes.max(1).next_multiple_of(page_bytes);
        let file =
            memfd_create("fixnic-dma", MemfdFlags::CLOEXEC | flags).map_err(|e| failed("memfd_create", e))?;
        ftruncate(&file, rounded as u64).map_err(|e| failed("ftruncate", e))?;
        let populate = MapFlags::SHARED | MapFlags::POPULATE;
        let (file, base) = map_file(file, 0, rounded, READ_WRITE, populate).map_err(|e| failed("mmap", e))?;
        Ok(Self {
            base,
            bytes: rounded,
            iova: IOVA_BASE,
            file,
            huge_pages: page_bytes == HUGE_PAGE_BYTES,
        })
    }

    /// Maps pages of a file that another process handed over, for access as a device would. `bytes` and `offset` are multiples
    /// of the page size, or the kernel refuses.
    pub(crate) fn of_file(
        file: OwnedFd,
        offset: u64,
        iova: u64,
        bytes: usize,
        writable: bool,
    ) -> io::Result<Self> {
        let protection = if writable { READ_WRITE } else { ProtFlags::READ };
        let (file, base) = map_file(file, offset, bytes, protection, MapFlags::SHARED)?;
        Ok(Self {
            base,
            bytes,
            iova,
            file,
            huge_pages: false,
        })
    }

    pub(crate) fn bytes(&self) -> usize {
        self.bytes
    }

    /// Pointer to `offset`, checked to have `len` bytes behind it.
    #[inline]
    fn at(&self, offset: usize, len: usize) -> *mut u8 {
        assert!(
            offset <= self.bytes && len <= self.bytes - offset,
            "DMA access to {len} bytes at {offset} is outside the {} mapped",
            self.bytes
        );
        // SAFETY: offset is within the mapping, as just checked.
        unsafe { self.base.as_ptr().add(offset) }
    }

    pub(crate) fn read(&self, offset: usize, out: &mut [u8]) {
        let from = self.at(offset, out.len());
        let aligned_to = from.align_offset(WORD).min(out.len());
        let (head, rest) = out.split_at_mut(aligned_to);
        let mut at = from;
        for byte in head {
            // SAFETY: `at` stays within the range checked by `at()`.
            unsafe {
                *byte = AtomicU8::from_ptr(at).load(Ordering::Relaxed);
                at = at.add(1);
            }
        }
        let (words, tail) = rest.as_chunks_mut::<WORD>();
        for word in words {
            // SAFETY: as above; `at` is a multiple of WORD since the head was copied.
            unsafe {
                *word = AtomicU64::from_ptr(at.cast())
                    .load(Ordering::Relaxed)
                    .to_ne_bytes();
                at = at.add(WORD);
            }
        }
        for byte in tail {
            // SAFETY: as above.
            unsafe {
                *byte = AtomicU8::from_ptr(at).load(Ordering::Relaxed);
                at = at.add(1);
            }
        }
    }

    /// `N` aligned words.
    #[inline]
    fn words<const N: usize>(&self, offset: usize) -> &[AtomicU64; N] {
        let from = self.at(offset, N * WORD);
        assert_eq!(
            from.align_offset(WORD),
            0,
            "words at {offset:#x} of DMA memory are not aligned"
        );
        // SAFETY: `at()` has checked all N words; the first one is aligned; the memory lives as long as `self`.
        unsafe { &*from.cast() }
    }

    /// Only for pages that were mapped writable.
    pub(crate) fn write(&self, offset: usize, data: &[u8]) {
        let to = self.at(offset, data.len());
        let aligned_to = to.align_offset(WORD).min(data.len());
        let (head, rest) = data.split_at(aligned_to);
        let mut at = to;
        for byte in head {
            // SAFETY: `at` stays within the range checked by `at()`.
            unsafe {
                AtomicU8::from_ptr(at).store(*byte, Ordering::Release);
                at = at.add(1);
            }
        }
        let (words, tail) = rest.as_chunks::<WORD>();
        for word in words {
            // SAFETY: as above; `at` is a multiple of WORD since the head was copied.
            unsafe {
                AtomicU64::from_ptr(at.cast()).store(u64::from_ne_bytes(*word), Ordering::Release);
                at = at.add(WORD);
            }
        }
        for byte in tail {
            // SAFETY: as above.
            unsafe {
                AtomicU8::from_ptr(at).store(*byte, Ordering::Release);
                at = at.add(1);
            }
        }
    }
}

impl Drop for Mapping {
    fn drop(&mut self) {
        // SAFETY: the mapping is ours, no reference into it exists, and the last view of it is being dropped.
        // An error could only mean that the range was never mapped.
        let _ = unsafe { munmap(self.base.as_ptr().cast(), self.bytes) };
    }
}

/// All DMA memory of one device, handed out region by region.
#[derive(Debug)]
pub struct DmaArena {
    mapping: Arc<Mapping>,
    used: usize,
}

impl DmaArena {
    /// Takes at least `bytes` bytes of zeroed, populated memory, in huge pages where the system has some reserved.
    pub fn new(bytes: usize) -> Result<Self, DmaError> {
        Self::at(IOVA_BASE, bytes)
    }

    /// The same at another IOVA, a multiple of the page size, behind which there is room for `bytes` bytes.
    pub fn at(iova: u64, bytes: usize) -> Result<Self, DmaError> {
        let mut mapping = Mapping::new(bytes)?;
        let page = iova.is_multiple_of(PAGE_BYTES as u64);
        assert!(
            page && iova.checked_add(mapping.bytes as u64).is_some(),
            "no {bytes} bytes of memory can begin at IOVA {iova:#x}"
        );
        mapping.iova = iova;
        Ok(Self {
            mapping: Arc::new(mapping),
            used: 0,
        })
    }

    /// Hands out `bytes` bytes, aligned to `align` (a power of two). Regions live as long as they are held; their room is not reused.
    pub fn allocate(&mut self, bytes: usize, align: usize) -> Result<DmaRegion, DmaError> {
        assert!(align.is_power_of_two(), "alignment {align} is not a power of two");
        let capacity = self.mapping.bytes;
        let start = self.used.next_multiple_of(align).min(capacity);
        if bytes > capacity - start {
            return Err(DmaError::ArenaFull {
                capacity,
                free: capacity - start,
                wanted: bytes,
            });
        }
        self.used = start + bytes;
        Ok(DmaRegion {
            mapping: Arc::clone(&self.mapping),
            start,
            bytes,
            one_thread: PhantomData,
        })
    }

    /// The whole arena as the device sees it.
    pub fn host_memory(&self) -> HostMemory {
        HostMemory {
            pages: Pages::Arena(Arc::clone(&self.mapping)),
        }
    }

    /// Whether the memory is made of huge pages.
    pub fn huge_pages(&self) -> bool {
        self.mapping.huge_pages
    }
}

/// A part of a [`DmaArena`], as the driver uses it: by offset. An access outside the region panics: offsets are the
/// driver's own, and what a device says is checked before it becomes one.
#[derive(Debug)]
pub struct DmaRegion {
    mapping: Arc<Mapping>,
    start: usize,
    bytes: usize,
    /// Not `Sync`.
    one_thread: PhantomData<Cell<()>>,
}

impl DmaRegion {
    /// Address of the region for the device.
    pub fn iova(&self) -> u64 {
        self.mapping.iova + self.start as u64
    }

    /// Length in bytes.
    pub fn len(&self) -> usize {
        self.bytes
    }

    /// Whether the region has no bytes.
    pub fn is_empty(&self) -> bool {
        self.bytes == 0
    }

    #[inline]
    fn check(&self, offset: usize, len: usize) -> usize {
        assert!(
            offset <= self.bytes && len <= self.bytes - offset,
            "access to {len} bytes at {offset} is outside a DMA region of {}",
            self.bytes
        );
        self.start + offset
    }

    /// Reads one byte.
    #[inline]
    pub fn read_u8(&self, offset: usize) -> u8 {
        let at = self.mapping.at(self.check(offset, 1), 1);
        // SAFETY: `at()` has checked the byte to lie within the mapping.
        unsafe { AtomicU8::from_ptr(at) }.load(Ordering::Relaxed)
    }

    /// The words at every `step`-th byte of a range, which begins at a word and is so many steps long; a step is a multiple of a word.
    #[inline]
    fn words(&self, range: Range<usize>, step: usize) -> impl Iterator<Item = &AtomicU64> {
        let bytes = range.len();
        assert!(range.start.is_multiple_of(WORD) && step.is_multiple_of(WORD) && bytes.is_multiple_of(step));
        let first = self
            .mapping
            .at(self.check(range.start, bytes), bytes)
            .cast::<u64>();
        assert!(first.is_aligned(), "the region is not aligned to words");
        (0..bytes / step).map(move |nth| {
            // SAFETY: `at()` has checked all bytes to lie within the mapping, which lives as long as `self`; the word is aligned, as the
            // first one and the step are; and it is reached by atomic accesses only.
            unsafe { AtomicU64::from_ptr(first.byte_add(nth * step)) }
        })
    }

    /// Which of the words at every `step`-th byte of a range is the first that is `value`.
    #[inline]
    pub fn find_word(&self, range: Range<usize>, step: usize, value: u64) -> Option<usize> {
        self.words(range, step)
            .position(|word| word.load(Ordering::Relaxed) == value)
    }

    /// Writes `value` to the word at every `step`-th byte of a range.
    #[inline]
    pub fn fill_words(&self, range: Range<usize>, step: usize, value: u64) {
        for word in self.words(range, step) {
            word.store(value, Ordering::Release);
        }
    }

    /// Copies bytes out.
    #[inline]
    pub fn read(&self, offset: usize, out: &mut [u8]) {
        self.mapping.read(self.check(offset, out.len()), out);
    }

    /// Copies bytes in.
    #[inline]
    pub fn write(&self, offset: usize, data: &[u8]) {
        self.mapping.write(self.check(offset, data.len()), data);
    }

    /// Copies an entry of `N` words out if `ready` accepts the byte at `flag_offset` of it. That byte is read first, with `Acquire`: a device that
    /// writes it last has then written all of it.
    ///
    /// # Panics
    /// When the entry is not all in the region, or not aligned to its words.
    // As words, and inlined: an entry that is put together from bytes in memory is waited for where it is read back.
    #[inline(always)]
    pub fn read_if<const N: usize>(
        &self,
        offset: usize,
        flag_offset: usize,
        ready: impl FnOnce(u8) -> bool,
    ) -> Option<[u64; N]> {
        let words = self.mapping.words::<N>(self.check(offset, N * WORD));
        // The whole word, as a device of this process has stored it.
        let flagged = words[flag_offset / WORD].load(Ordering::Acquire);
        if !ready(flagged.to_ne_bytes()[flag_offset % WORD]) {
            return None;
        }
        Some(std::array::from_fn(|nth| words[nth].load(Ordering::Relaxed)))
    }
}

/// Host memory as a device sees it: by IOVA, with every access checked. In-process devices do their DMA through it.
#[derive(Debug, Clone)]
pub struct HostMemory {
    pages: Pages,
}

#[derive(Debug, Clone)]
enum Pages {
    /// One arena of this process.
    Arena(Arc<Mapping>),
    /// What another process has shown so far.
    Windows(DmaWindows),
    /// Memory at the far end of a bus with faults.
    Bus(Bus),
}

/// An arena's pages, for whoever maps them for a device outside this process. Not for access.
#[derive(Debug, Clone, Copy)]
pub struct ArenaPages<'a> {
    /// Where the process sees them.
    pub base: *mut u8,
    /// Their memfd, from its beginning.
    pub file: BorrowedFd<'a>,
}

impl HostMemory {
    pub(crate) fn of_windows(windows: DmaWindows) -> Self {
        Self {
            pages: Pages::Windows(windows),
        }
    }

    pub(crate) fn behind(bus: Bus) -> Self {
        Self {
            pages: Pages::Bus(bus),
        }
    }

    /// First address.
    pub fn iova(&self) -> u64 {
        match &self.pages {
            Pages::Arena(mapping) => mapping.iova,
            Pages::Windows(_) => 0,
            Pages::Bus(bus) => bus.iova(),
        }
    }

    /// Length in bytes.
    pub fn len(&self) -> usize {
        match &self.pages {
            Pages::Arena(mapping) => mapping.bytes,
            Pages::Windows(_) => usize::MAX,
            Pages::Bus(bus) => bus.len(),
        }
    }

    /// Whether there are no bytes; never, as an arena has at least a page.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The pages, where they are an arena of this process.
    pub fn arena_pages(&self) -> Option<ArenaPages<'_>> {
        match &self.pages {
            Pages::Arena(mapping) => Some(ArenaPages {
                base: mapping.base.as_ptr(),
                file: mapping.file.as_fd(),
            }),
            Pages::Windows(_) | Pages::Bus(_) => None,
        }
    }

    /// Copies bytes out, as a device's read does.
    pub fn read(&self, iova: u64, out: &mut [u8]) -> Result<(), DmaError> {
        match &self.pages {
            Pages::Arena(mapping) => {
                mapping.read(offset_in(mapping, iova, out.len())?, out);
                Ok(())
            }
            Pages::Windows(windows) => windows.read(iova, out),
            Pages::Bus(bus) => bus.read(iova, out),
        }
    }

    /// Copies bytes in, as a device's write does.
    pub fn write(&self, iova: u64, data: &[u8]) -> Result<(), DmaError> {
        match &self.pages {
            Pages::Arena(mapping) => {
                mapping.write(offset_in(mapping, iova, data.len())?, data);
                Ok(())
            }
            Pages::Windows(windows) => windows.write(iova, data),
            Pages::Bus(bus) => bus.write(iova, data),
        }
    }
}

fn offset_in(mapping: &Mapping, iova: u64, bytes: usize) -> Result<usize, DmaError> {
    let (start, len) = (mapping.iova, mapping.bytes as u64);
    match iova.checked_sub(start) {
        Some(offset) if offset <= len && bytes as u64 <= len - offset => Ok(offset as usize),
        _ => Err(DmaError::OutOfRange {
            iova,
            bytes,
            start,
            end: start + len,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_views_show_the_same_bytes() {
        let mut arena = DmaArena::new(10_000).unwrap();
        let _first = arena.allocate(100, 64).unwrap();
        let region = arena.allocate(1_000, 2_048).unwrap();
        assert_eq!(region.iova(), IOVA_BASE + 2_048);
        let memory = arena.host_memory();
        // Every start and length around the word size.
        for offset in 0..20 {
            for len in 0..40usize {
                let data: Vec<u8> = (0..len).map(|i| (i * 7 + offset + len) as u8 | 1).collect();
                region.write(0, &[0; 64]);
                region.write(offset, &data);
                let mut seen = [0; 64];
                memory.read(region.iova(), &mut seen).unwrap();
                assert_eq!(&seen[offset..offset + len], &data);
                assert!(seen[..offset]
                    .iter()
                    .chain(&seen[offset + len..])
                    .all(|b| *b == 0));
                let mut back = vec![0; len];
                region.read(offset, &mut back);
                assert_eq!(back, data);
            }
        }
    }

    #[test]
    fn words_are_found_and_filled_at_every_step_and_nowhere_else() {
        let mut arena = DmaArena::new(4_096).unwrap();
        let _first = arena.allocate(8, 8).unwrap();
        let region = arena.allocate(256, 8).unwrap();
        region.fill_words(64..192, 32, 7);
        let mut bytes = [0; 256];
        region.read(0, &mut bytes);
        let filled: Vec<usize> = (0..256).filter(|at| bytes[*at] != 0).collect();
        assert_eq!(
            filled,
            [64, 96, 128, 160].map(|at| at + if cfg!(target_endian = "big") { 7 } else { 0 })
        );
        assert_eq!(region.find_word(0..256, 32, 7), Some(2));
        assert_eq!(region.find_word(128..192, 32, 7), Some(0));
        assert_eq!(region.find_word(0..64, 32, 7), None);
        assert_eq!(region.find_word(8..232, 32, 7), None);
        assert_eq!(region.find_word(64..64, 32, 7), None);
    }

    #[test]
    fn a_device_outside_its_memory_is_refused() {
        let arena = DmaArena::new(4_096).unwrap();
        let memory = arena.host_memory();
        let end = IOVA_BASE + memory.len() as u64;
        let mut byte = [0];
        assert!(memory.read(end - 1, &mut byte).is_ok());
        for iova in [0, IOVA_BASE - 1, end, u64::MAX] {
            assert!(
                matches!(memory.read(iova, &mut byte), Err(DmaError::OutOfRange { .. })),
                "{iova:#x}"
            );
            assert!(
                matches!(memory.write(iova, &byte), Err(DmaError::OutOfRange { .. })),
                "{iova:#x}"
            );
        }
        assert!(memory.write(end - 1, &[1, 2]).is_err());
    }

    #[test]
    fn a_full_arena_says_so() {
        let mut arena = DmaArena::new(4_096).unwrap();
        let capacity = arena.host_memory().len();
        arena.allocate(capacity - 10, 1).unwrap();
        let error = arena.allocate(11, 1).unwrap_err();
        assert!(
            matches!(
                error,
                DmaError::ArenaFull {
                    free: 10,
                    wanted: 11,
                    ..
                }
            ),
            "{error}"
        );
        assert!(arena.allocate(10, 1).is_ok());
    }

    #[test]
    #[should_panic(expected = "outside a DMA region")]
    fn a_region_keeps_to_itself() {
        let mut arena = DmaArena::new(4_096).unwrap();
        let region = arena.allocate(64, 64).unwrap();
        let _neighbour = arena.allocate(64, 64).unwrap();
        region.read_u8(64);
    }

    #[test]
    fn an_entry_is_read_once_its_flag_stands() {
        let mut arena = DmaArena::new(4_096).unwrap();
        let region = arena.allocate(64, 64).unwrap();
        assert_eq!(region.read_if::<4>(32, 31, |b| b == 1), None);
        region.write(32, &[7; 31]);
        region.write(63, &[1]);
        let entry = region.read_if::<4>(32, 31, |b| b == 1).unwrap();
        let bytes = entry.map(u64::to_ne_bytes).concat();
        assert_eq!((&bytes[..31], bytes[31]), (&[7; 31][..], 1));
    }
}
