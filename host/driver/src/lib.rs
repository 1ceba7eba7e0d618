//! The fixnic driver: device trait, DMA memory, rings, mailbox.
