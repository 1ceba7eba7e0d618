//! How BAR0 is cut into pages.
//!
//! A page is 64 bytes, 16 registers, and belongs to one block: [`Registers`](super::Registers) for the general ones, [`Mailbox`](super::Mailbox),
//! [`RxRingPage`](super::RxRingPage) for each RX ring, [`TxRingPage`](super::TxRingPage). All have the same ports:
//!
//! * `word` stands for at least two clocks before `write`, a pulse with `data`.
//! * `read_data` is the register at `word`, two clocks later; 0 where there is none.
//! * `clear` sets every register to its reset value.

use fixnic_abi::reg::Register;

/// Number of the page that a register, or the first of an array, lies in.
pub const fn page(register: &Register) -> u64 {
    register.offset as u64 >> 6
}

/// Its number within the page.
pub const fn word(register: &Register) -> u64 {
    (register.offset as u64 >> 2) & 0xF
}
