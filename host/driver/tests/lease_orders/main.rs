//! The orders of steps between the owner of a device and the thread that polls a ring lent to it, tried one by one by a race checker (loom), with
//! values as old as the memory model lets a load find. The source is the driver's own, compiled against the checker's atomics; the ring is a
//! cell that the checker watches, and the owner stands for the device as well: it writes over what it got credit for. Likewise the channel between two
//! threads, whose slots the checker watches.
//!
//! The cases that one order is needed for are also run with every `Release`, and with every `Acquire`, weakened to `Relaxed`, and must fail then.
// One source, against three kinds of atomics.
#![allow(clippy::duplicate_mod)]
use loom::cell::UnsafeCell;
use loom::sync::Arc;
use loom::thread;
use std::sync::atomic::{AtomicU32, Ordering};

mod sound;
mod without_acquire;
mod without_release;

/// The bytes of a ring: the thread reads them, the device writes over them when it has credit for them.
struct Memory(UnsafeCell<u32>);

// SAFETY: the checker watches every access to the cell, and fails a case in which two of them race.
unsafe impl Send for Memory {}
// SAFETY: as above.
unsafe impl Sync for Memory {}

impl Memory {
    fn new() -> Arc<Self> {
        Arc::new(Self(UnsafeCell::new(7)))
    }

    fn read(&self) -> u32 {
        // SAFETY: the checker fails the case if a write may happen at the same time.
        self.0.with(|value| unsafe { *value })
    }

    fn write(&self, value: u32) {
        // SAFETY: the checker fails the case if another access may happen at the same time.
        self.0.with_mut(|cell| unsafe { *cell = value });
    }
}

/// Has the checker run a case in order after order.
fn model(case: impl Fn() + Sync + Send + 'static) {
    let orders = std::sync::Arc::new(AtomicU32::new(0));
    let counted = std::sync::Arc::clone(&orders);
    loom::model(move || {
        counted.fetch_add(1, Ordering::Relaxed);
        case();
    });
    let orders = orders.load(Ordering::Relaxed);
    println!("{orders} orders");
    assert!(orders > 1, "the checker saw nothing to try");
}

macro_rules! cases {
    ($build:ident $(, $should_panic:meta)?) => {
        mod $build {
            use super::*;

            /// What the thread has read it has read before the device writes over it.
            #[test]
            $(#[$should_panic])?
            fn credit_comes_after_the_reads_that_it_is_for() {
                model(|| {
                    let memory = Memory::new();
                    let (mut lender, lent) = crate::$build::lease::lend((), 0);
                    let device = Arc::clone(&memory);
                    let poller = thread::spawn(move || {
                        assert_eq!(memory.read(), 7, "written over before there was credit");
                        lent.return_credit(1);
                        // Not back home before the owner has looked: that would order the two as well.
                        lent
                    });
                    if lender.credit() == Some(1) {
                        device.write(8);
                    }
                    assert!(poller.join().is_ok());
                });
            }

            /// Who finds a fence finds all its words.
            #[test]
            $(#[$should_panic])?
            fn a_fence_comes_whole() {
                model(|| {
                    let (mut lender, lent) = crate::$build::lease::lend((), 0);
                    let poller = thread::spawn(move || {
                        assert!(lent.hand_over([1, 2, 3, 4]));
                        lent
                    });
                    let owner = thread::spawn(move || {
                        if let Some(found) = lender.fence() {
                            assert_eq!(found, [1, 2, 3, 4]);
                        }
                    });
                    assert!(poller.join().is_ok());
                    assert!(owner.join().is_ok());
                });
            }

            /// Once the ring is known to be home, what the thread left is seen: its last credit, and a fence.
            #[test]
            $(#[$should_panic])?
            fn nothing_that_was_left_is_missed_when_the_ring_is_home() {
                model(|| {
                    let (mut lender, lent) = crate::$build::lease::lend((), 0);
                    let poller = thread::spawn(move || {
                        lent.return_credit(1);
                        assert!(lent.hand_over([1, 2, 3, 4]));
                        drop(lent);
                    });
                    if lender.is_home() {
                        assert_eq!(lender.credit(), Some(1), "last credit");
                        assert_eq!(lender.fence(), Some([1, 2, 3, 4]), "fence");
                        assert!(lender.take_home().is_some(), "ring");
                    }
                    assert!(poller.join().is_ok());
                });
            }

            /// Who finds a value finds it whole, and nobody writes it meanwhile.
            #[test]
            $(#[$should_panic])?
            fn a_value_is_written_before_it_is_received() {
                model(|| {
                    let (mut sender, mut receiver) = crate::$build::channel::channel(2, || [0; 2]);
                    let sending = thread::spawn(move || {
                        assert!(sender.send(|value| *value = [1, 2]));
                        // Not gone before the receiver has looked: that would order the two as well.
                        sender
                    });
                    if let Some(found) = receiver.receive(|value| *value) {
                        assert_eq!(found, [1, 2]);
                    }
                    assert!(sending.join().is_ok());
                });
            }

            /// A slot is used anew only when what was in it has been read.
            #[test]
            $(#[$should_panic])?
            fn a_slot_is_read_before_it_is_written_anew() {
                model(|| {
                    let (mut sender, mut receiver) = crate::$build::channel::channel(1, || 0);
                    assert!(sender.send(|value| *value = 1));
                    let receiving = thread::spawn(move || {
                        assert_eq!(receiver.receive(|value| *value), Some(1));
                        receiver
                    });
                    sender.send(|value| *value = 2);
                    assert!(receiving.join().is_ok());
                });
            }

            /// Once the sender is known to be gone, what it sent is there.
            #[test]
            $(#[$should_panic])?
            fn nothing_that_was_sent_is_missed_when_the_sender_is_gone() {
                model(|| {
                    let (mut sender, mut receiver) = crate::$build::channel::channel(1, || 0);
                    let sending = thread::spawn(move || {
                        assert!(sender.send(|value| *value = 1));
                        drop(sender);
                    });
                    if receiver.is_closed() {
                        assert_eq!(receiver.receive(|value| *value), Some(1));
                    }
                    assert!(sending.join().is_ok());
                });
            }
        }
    };
}

mod cases {
    use super::*;
    cases!(sound);
    cases!(without_release, should_panic);
    cases!(without_acquire, should_panic);

    /// A fence waits until there is room for it, and the owner gets each once.
    #[test]
    fn fences_come_in_order_and_once() {
        model(|| {
            let (mut lender, lent) = crate::sound::lease::lend((), 0);
            let fences = [[1, 2, 3, 4], [5, 6, 7, 8]];
            let poller = thread::spawn(move || {
                for fence in fences {
                    while !lent.hand_over(fence) {
                        thread::yield_now();
                    }
                }
                lent
            });
            for fence in fences {
                let found = loop {
                    match lender.fence() {
                        Some(found) => break found,
                        None => thread::yield_now(),
                    }
                };
                assert_eq!(found, fence);
            }
            assert_eq!(lender.fence(), None, "comes once");
            assert!(poller.join().is_ok());
        });
    }

    /// Values come in order and once, through more of them than there are slots; a full channel refuses.
    #[test]
    fn values_come_in_order_and_once() {
        model(|| {
            let (mut sender, mut receiver) = crate::sound::channel::channel(1, || 0);
            let sending = thread::spawn(move || {
                for number in 1..=2 {
                    while !sender.send(|value| *value = number) {
                        thread::yield_now();
                    }
                }
                sender
            });
            for number in 1..=2 {
                let found = loop {
                    match receiver.receive(|value| *value) {
                        Some(found) => break found,
                        None => thread::yield_now(),
                    }
                };
                assert_eq!(found, number);
            }
            assert_eq!(receiver.receive(|value| *value), None, "comes once");
            assert!(sending.join().is_ok());
        });
    }

    /// A device that was reset has its ring back before the ring's memory is written anew, whenever the thread lets go of it.
    #[test]
    fn memory_is_written_anew_only_when_the_ring_is_home() {
        model(|| {
            let memory = Memory::new();
            let (mut lender, mut lent) = crate::sound::lease::lend(memory, 0);
            let poller = thread::spawn(move || {
                let ended = lent.is_ended();
                if let Some(memory) = lent.thing() {
                    assert_eq!(memory.read(), 7, "written anew in the thread's hands");
                }
                ended
            });
            lender.end();
            if lender.is_home() {
                let memory = lender.take_home();
                assert!(memory.is_some(), "home, and not there");
                if let Some(memory) = memory {
                    memory.write(0);
                }
            }
            assert!(poller.join().is_ok());
            assert!(lender.is_home());
        });
    }
}
