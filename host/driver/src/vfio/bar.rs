//! A BAR, mapped.
#![allow(unsafe_code)]
use rustix::mm::{mmap, munmap, MapFlags, ProtFlags};
use std::io;
use std::os::fd::BorrowedFd;
use std::ptr::NonNull;
use std::sync::atomic::{fence, Ordering};

/// Registers of a device, mapped. They are only ever read and written by volatile accesses through a raw pointer: a reference would let the
/// compiler read a register whenever it likes.
#[derive(Debug)]
pub struct Bar {
    base: NonNull<u8>,
    bytes: usize,
}

impl Bar {
    /// Maps `bytes` bytes of `file` from `offset` on.
    pub fn map(file: BorrowedFd<'_>, offset: u64, bytes: usize) -> io::Result<Self> {
        // SAFETY: a fresh mapping at an address of the kernel's choice overlaps nothing that Rust knows of.
        let base = unsafe {
            mmap(
                std::ptr::null_mut(),
                bytes,
                ProtFlags::READ | ProtFlags::WRITE,
                MapFlags::SHARED,
                file,
                offset,
            )?
        };
        let base = NonNull::new(base.cast()).ok_or(io::ErrorKind::OutOfMemory)?;
        Ok(Self { base, bytes })
    }

    #[inline]
    fn register(&self, offset: u32) -> *mut u32 {
        let offset = offset as usize;
        assert!(
            offset.is_multiple_of(4) && offset < self.bytes,
            "no register at {offset:#x} of a BAR of {:#x} bytes",
            self.bytes
        );
        // SAFETY: `bytes` is a multiple of the page size, so four bytes lie behind an aligned offset below it.
        unsafe { self.base.as_ptr().add(offset).cast() }
    }

    /// Reads a register.
    #[inline]
    pub fn read32(&self, offset: u32) -> u32 {
        // SAFETY: `register()` has checked it to lie within the mapping, aligned.
        let value = unsafe { self.register(offset).read_volatile() };
        // What the device wrote to memory before it answered is read after the answer.
        fence(Ordering::Acquire);
        u32::from_le(value)
    }

    /// Writes a register.
    #[inline]
    pub fn write32(&self, offset: u32, value: u32) {
        // What was written to memory before a doorbell is seen by whom the doorbell wakes.
        fence(Ordering::Release);
        // SAFETY: `register()` has checked it to lie within the mapping, aligned.
        unsafe { self.register(offset).write_volatile(value.to_le()) };
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        // SAFETY: the mapping is ours and no pointer into it outlives this value. An error could only mean that it was never mapped.
        let _ = unsafe { munmap(self.base.as_ptr().cast(), self.bytes) };
    }
}
