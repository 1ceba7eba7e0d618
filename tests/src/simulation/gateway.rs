//! What a side's gateway loses. Everything that leaves passes here, before anything is lost, and is told to the checker.

use rand::Rng;
use rand_chacha::ChaCha8Rng;

use super::check::SharedBook;
use super::sabotage::Sabotage;
use super::store::SharedStore;
use crate::gateway::Loss;

/// What a gateway does to messages.
#[derive(Debug, Clone, Copy, Default)]
pub struct Losses {
    /// Of a hundred messages this many are lost.
    pub percent: u32,
    /// The next so many are lost all the same.
    pub burst: u32,
}

impl Losses {
    pub fn draw(rng: &mut ChaCha8Rng) -> Losses {
        Losses {
            percent: if rng.random() { rng.random_range(1..25) } else { 0 },
            burst: if rng.random() { rng.random_range(1..12) } else { 0 },
        }
    }
}

/// Loses messages at random, and tells the checker of each.
pub struct RandomLoss {
    rng: ChaCha8Rng,
    pub losses: Losses,
    book: SharedBook,
    store: SharedStore,
    sabotage: Option<Sabotage>,
    hoard: Vec<Vec<u8>>,
}

impl RandomLoss {
    pub fn new(rng: ChaCha8Rng, book: SharedBook, store: SharedStore, sabotage: Option<Sabotage>) -> Self {
        Self {
            rng,
            losses: Losses::default(),
            book,
            store,
            sabotage,
            hoard: Vec::new(),
        }
    }
}

impl Loss for RandomLoss {
    fn loses(&mut self, message: &[u8]) -> bool {
        let mut book = self.book.lock();
        let store = &self.store;
        book.left(message, || store.first());
        match self.sabotage {
            Some(Sabotage::LoseBeforeReset) if book.is_order_behind_a_drain(message) => return true,
            Some(Sabotage::Hoard) => self.hoard.extend(std::iter::repeat_n(message.to_vec(), 1_000)),
            _ => {}
        }
        let burst = self.losses.burst > 0;
        self.losses.burst = self.losses.burst.saturating_sub(1);
        let lost = burst || self.rng.random_range(0..100) < self.losses.percent;
        if lost {
            book.lost(message);
        }
        lost
    }
}
