//! A BAR, mapped.
#![allow(unsafe_code)]
use super::registers::Registers;
use rustix::mm::{mmap, munmap, MapFlags, ProtFlags};
use std::io;
use std::os::fd::BorrowedFd;
use std::ptr::NonNull;
use std::sync::atomic::{fence, Ordering};

/// Registers of a device, mapped.
///
/// Where every nanosecond counts they are read and written by offset, through a raw pointer. Elsewhere they are [`Registers`]: named cells,
/// each with the accesses that it allows. A reference to those gives the compiler no licence to read a register when it likes:
/// all of it is in `UnsafeCell`s, and references to such types are not marked dereferenceable (Rust 1.64 on, rust-lang/rust#98017).
#[derive(Debug)]
pub struct Bar {
    base: NonNull<u8>,
    bytes: usize,
}

impl Bar {
    /// Maps the registers: those bytes of `file` that begin at `offset`.
    pub fn map(file: BorrowedFd<'_>, offset: u64) -> io::Result<Self> {
        let bytes = size_of::<Registers>();
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

    /// The registers by name.
    pub fn registers(&self) -> &Registers {
        // SAFETY: the mapping is page-aligned, `map` has made it as large as `Registers`, and it lives as long as this value. All of it is
        // cells, which any thread or device may change.
        unsafe { self.base.cast::<Registers>().as_ref() }
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

#[cfg(test)]
mod tests {
    use super::*;
    use fixnic_abi::reg;
    use rustix::fs::{ftruncate, memfd_create, MemfdFlags};
    use std::os::fd::AsFd;

    #[test]
    fn names_and_offsets_are_the_same_registers() {
        let file = memfd_create("bar", MemfdFlags::CLOEXEC).unwrap();
        ftruncate(&file, u64::from(reg::BAR0_BYTES)).unwrap();
        let bar = Bar::map(file.as_fd(), 0).unwrap();
        bar.write32(reg::ID.at(0), fixnic_abi::ID);
        bar.write32(reg::RX_PRODUCER.at(3), 0x0102_0304);
        bar.write32(reg::STAT_HI.at(7), 9);
        let registers = bar.registers();
        assert_eq!(registers.id.read(), fixnic_abi::ID);
        assert_eq!(registers.rx[3].producer.read(), 0x0102_0304);
        assert_eq!(registers.stat[7].hi.read(), 9);
        // SAFETY: no device looks at this register.
        unsafe { registers.scratch.write(5) };
        assert_eq!(bar.read32(reg::SCRATCH.at(0)), 5);
    }
}
