//! A bounded channel from one thread to one other, without locks: what an engine on a thread of its own and the owner of the device have to tell each other.
//!
//! A fixed number of slots, made once. Sender and receiver each have a count of how far they have come, which the other reads; a slot between the two counts
//! is the receiver's, any other the sender's. Values are written and read in place: a slot keeps its memory, and what was in it before.
//!
//! tests/lease_orders has a race checker try the orders of these steps, and shows that each `Release` and `Acquire` that a case
//! is about is needed.
use super::sync::{Arc, AtomicBool, AtomicU64, Ordering, UnsafeCell};

/// One count has its cache line to itself, so that the two threads do not take each other's away.
#[derive(Debug)]
#[repr(align(64))]
struct Count(AtomicU64);

#[derive(Debug)]
struct Shared<T> {
    slots: Box<[UnsafeCell<T>]>,
    /// Values sent, the sender's.
    sent: Count,
    /// Values taken, the receiver's.
    taken: Count,
    /// One of the two is gone.
    is_closed: AtomicBool,
}

// SAFETY: a slot is touched by one thread at a time. `sent` and `taken` say whose it is, and each is moved by its own side only, when that has done with the slot;
// neither Sender nor Receiver can be cloned, and both ask for `&mut self`. So a value is at most moved to the other thread, which T: Send allows.
unsafe impl<T: Send> Send for Shared<T> {}
// SAFETY: as above.
unsafe impl<T: Send> Sync for Shared<T> {}

/// The sending end.
#[derive(Debug)]
pub struct Sender<T> {
    shared: Arc<Shared<T>>,
    sent: u64,
    /// `taken` as it was read last: it is read anew only when the channel looks full.
    taken: u64,
}

/// The receiving end.
#[derive(Debug)]
pub struct Receiver<T> {
    shared: Arc<Shared<T>>,
    taken: u64,
    /// `sent` as it was read last: it is read anew only when the channel looks empty.
    sent: u64,
}

/// A channel of `slots` slots, at least one, each made by `make`. All its memory is taken here.
pub fn channel<T: Send>(slots: usize, mut make: impl FnMut() -> T) -> (Sender<T>, Receiver<T>) {
    let shared = Arc::new(Shared {
        slots: (0..slots.max(1)).map(|_| UnsafeCell::new(make())).collect(),
        sent: Count(AtomicU64::new(0)),
        taken: Count(AtomicU64::new(0)),
        is_closed: AtomicBool::new(false),
    });
    let sender = Sender {
        shared: Arc::clone(&shared),
        sent: 0,
        taken: 0,
    };
    let receiver = Receiver {
        shared,
        taken: 0,
        sent: 0,
    };
    (sender, receiver)
}

impl<T> Shared<T> {
    /// The slot of the value with this count.
    #[inline]
    fn slot(&self, count: u64) -> &UnsafeCell<T> {
        &self.slots[(count % self.slots.len() as u64) as usize]
    }
}

impl<T: Send> Sender<T> {
    /// Values that can be sent now, at the least; 0 only when there is no room.
    #[inline]
    pub fn room(&mut self) -> usize {
        let slots = self.shared.slots.len() as u64;
        if self.sent - self.taken == slots {
            self.taken = self.shared.taken.0.load(Ordering::Acquire);
        }
        (slots - (self.sent - self.taken)) as usize
    }

    /// Has `fill` write a value over whatever is in the next slot, and sends it. False: there is no room, and `fill` was not called.
    #[inline]
    pub fn send(&mut self, fill: impl FnOnce(&mut T)) -> bool {
        if self.room() == 0 {
            return false;
        }
        // SAFETY: the slot at `sent` is the sender's: the receiver has taken what was in it, which room() has seen with Acquire.
        self.shared
            .slot(self.sent)
            .with_mut(|slot| fill(unsafe { &mut *slot }));
        self.sent += 1;
        self.shared.sent.0.store(self.sent, Ordering::Release);
        true
    }

    /// Whether the receiver is gone.
    #[inline]
    pub fn is_closed(&self) -> bool {
        self.shared.is_closed.load(Ordering::Acquire)
    }
}

impl<T: Send> Receiver<T> {
    /// Hands the oldest value to `take`, which leaves in the slot what it does not want. `None`: there is none.
    #[inline]
    pub fn receive<R>(&mut self, take: impl FnOnce(&mut T) -> R) -> Option<R> {
        if self.taken == self.sent {
            self.sent = self.shared.sent.0.load(Ordering::Acquire);
            if self.taken == self.sent {
                return None;
            }
        }
        // SAFETY: the slot at `taken`, before `sent`, is the receiver's: the sender has written it, which was seen with Acquire.
        let value = self
            .shared
            .slot(self.taken)
            .with_mut(|slot| take(unsafe { &mut *slot }));
        self.taken += 1;
        self.shared.taken.0.store(self.taken, Ordering::Release);
        Some(value)
    }

    /// Whether the sender is gone. What it sent before can still be received, all of it, once this was seen.
    #[inline]
    pub fn is_closed(&self) -> bool {
        self.shared.is_closed.load(Ordering::Acquire)
    }
}

impl<T> Drop for Sender<T> {
    fn drop(&mut self) {
        self.shared.is_closed.store(true, Ordering::Release);
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        self.shared.is_closed.store(true, Ordering::Release);
    }
}
