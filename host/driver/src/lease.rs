//! What the owner of a device and the thread that polls one of its rings share.
//!
//! The ring itself moves: to the thread when it is lent, and back when the thread drops it. Only one of the two ever has it, so its memory and
//! counts need no care. What remains shared while it is lent:
//!
//! * `credit`, the thread's: the value that the owner is to write to the ring's doorbell. What was read of the ring was read before.
//! * `fence`, one FENCE entry on its way to the owner's mailbox. The thread fills it when it is empty, the owner empties it. One is enough, as
//!   the mailbox has one command under way at a time; a second one waits, and the ring behind it.
//! * `ended`, the owner's: the device was reset, and the ring is wanted back. It says when, and guards nothing: a device that was
//!   reset leaves the ring alone until it has come back.
//! * `home`, where the ring is put when it comes back.
//!
//! A poll loads one word, returning credit stores one: no lock, no system call. The lock of `home` is taken when the ring comes back.
//!
//! tests/lease_orders has a race checker try the orders of these steps, and shows that each `Release` and `Acquire` that a case
//! is about is needed.
use super::sync::{Arc, AtomicBool, AtomicU32, AtomicU64, Mutex, Ordering};
use std::sync::PoisonError;

/// A FENCE entry, as words.
pub type FenceWords = [u64; 4];

#[derive(Debug)]
struct Shared<T> {
    credit: AtomicU32,
    fence: [AtomicU64; 4],
    fence_is_full: AtomicBool,
    ended: AtomicBool,
    home: Mutex<Option<T>>,
    is_home: AtomicBool,
}

/// The owner's side.
#[derive(Debug)]
pub struct Lender<T> {
    shared: Arc<Shared<T>>,
    credit: u32,
}

/// The thread's side, with what was lent to it.
#[derive(Debug)]
pub struct Lent<T> {
    shared: Arc<Shared<T>>,
    /// There until drop.
    thing: Option<T>,
}

/// Lends `thing`. `credit` is what its doorbell holds now.
pub fn lend<T>(thing: T, credit: u32) -> (Lender<T>, Lent<T>) {
    let shared = Arc::new(Shared {
        credit: AtomicU32::new(credit),
        fence: std::array::from_fn(|_| AtomicU64::new(0)),
        fence_is_full: AtomicBool::new(false),
        ended: AtomicBool::new(false),
        home: Mutex::new(None),
        is_home: AtomicBool::new(false),
    });
    let lender = Lender {
        shared: Arc::clone(&shared),
        credit,
    };
    let thing = Some(thing);
    (lender, Lent { shared, thing })
}

impl<T> Lender<T> {
    /// The doorbell's new value, if the thread has returned credit since the last call.
    #[inline]
    pub fn credit(&mut self) -> Option<u32> {
        let credit = self.shared.credit.load(Ordering::Acquire);
        let is_news = credit != self.credit;
        self.credit = credit;
        is_news.then_some(credit)
    }

    /// The fence that the thread has found, once.
    #[inline]
    pub fn fence(&mut self) -> Option<FenceWords> {
        if !self.shared.fence_is_full.load(Ordering::Acquire) {
            return None;
        }
        let words = std::array::from_fn(|nth| self.shared.fence[nth].load(Ordering::Relaxed));
        self.shared.fence_is_full.store(false, Ordering::Release);
        Some(words)
    }

    /// Wants the thing back.
    pub fn end(&self) {
        self.shared.ended.store(true, Ordering::Release);
    }

    /// Whether the thing has come back. The credit and the fence that the thread left are seen after that.
    #[inline]
    pub fn is_home(&self) -> bool {
        self.shared.is_home.load(Ordering::Acquire)
    }

    /// The thing, if it has come back.
    pub fn take_home(&mut self) -> Option<T> {
        let mut home = self.shared.home.lock().unwrap_or_else(PoisonError::into_inner);
        home.take()
    }
}

impl<T> Lent<T> {
    /// What was lent.
    #[inline]
    pub fn thing(&mut self) -> Option<&mut T> {
        self.thing.as_mut()
    }

    /// What was lent, to look at.
    #[inline]
    pub fn thing_ref(&self) -> Option<&T> {
        self.thing.as_ref()
    }

    /// Whether the owner wants it back.
    #[inline]
    pub fn is_ended(&self) -> bool {
        self.shared.ended.load(Ordering::Acquire)
    }

    /// Tells the owner what to write to the doorbell.
    #[inline]
    pub fn return_credit(&self, credit: u32) {
        self.shared.credit.store(credit, Ordering::Release);
    }

    /// Hands a fence to the owner; false if it has not taken the one before yet.
    pub fn hand_over(&self, words: FenceWords) -> bool {
        if self.shared.fence_is_full.load(Ordering::Acquire) {
            return false;
        }
        for (cell, word) in self.shared.fence.iter().zip(words) {
            cell.store(word, Ordering::Relaxed);
        }
        self.shared.fence_is_full.store(true, Ordering::Release);
        true
    }
}

impl<T> Drop for Lent<T> {
    fn drop(&mut self) {
        let mut home = self.shared.home.lock().unwrap_or_else(PoisonError::into_inner);
        *home = self.thing.take();
        drop(home);
        self.shared.is_home.store(true, Ordering::Release);
    }
}
