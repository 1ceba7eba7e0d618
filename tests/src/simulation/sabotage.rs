//! What is broken on purpose, to see that a checker sees it.

/// One thing that does not do what it should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sabotage {
    /// A message is not handed to the application.
    LoseDelivery,
    /// A message is handed to the application twice.
    DeliverTwice,
    /// What is repeated after a crash is not flagged.
    HideRepetition,
    /// Two messages are handed over in the wrong order.
    SwapDeliveries,
    /// A message is handed over with another's content.
    ChangeDelivery,
    /// A disk that calls synced what it has not synced yet; only the power ends processes.
    LyingDisk,
    /// The store gives back another message than the one stored.
    ChangeStored,
    /// The journal leaves out a received message.
    JournalForgets,
    /// The journal has another message than the one received.
    JournalChanges,
    /// A process that died once stays down.
    StayDown,
    /// The gateway loses, and does not say so, what is sent between the answer to a TestRequest and a reset.
    LoseBeforeReset,
    /// The gateway keeps what it has sent.
    Hoard,
}
