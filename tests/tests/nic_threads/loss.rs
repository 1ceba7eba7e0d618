//! What the venue's gateway loses.

use fixnic::session::codec::MessageView;
use fixnic_tests::gateway::Loss;
use std::ops::Range;

/// Of so many orders in a row the venue's gateway loses those.
pub const LOSS_PERIOD: u64 = 50;
pub const LOST: Range<u64> = 20..30;

/// Loses some of the orders, but none that is sent again.
#[derive(Default)]
pub struct PeriodicLoss {
    pub is_on: bool,
    pub lost: u64,
}

impl Loss for PeriodicLoss {
    fn loses(&mut self, message: &[u8]) -> bool {
        let view = MessageView::parse(message).expect("what leaves is a message");
        let id: Option<u64> = view.text(11).and_then(|id| id.parse().ok());
        let is_lost =
            self.is_on && !view.poss_dup() && id.is_some_and(|id| LOST.contains(&(id % LOSS_PERIOD)));
        self.lost += u64::from(is_lost);
        is_lost
    }
}
