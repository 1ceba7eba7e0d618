//! Blocks of the core under Verilator, their ports by name.

mod ffi;

pub use ffi::Value;

use rand_chacha::rand_core::SeedableRng;
pub use rand_chacha::ChaCha8Rng;
use std::cell::RefCell;
use std::collections::HashMap;

/// A block, clocked by hand: set inputs, [`Block::settle`], look at outputs, [`Block::edge`].
#[derive(Debug)]
pub struct Block {
    model: ffi::Model,
    ports: RefCell<HashMap<&'static str, i32>>,
    clock: u64,
}

impl Block {
    /// A block after power-up; its registers hold anything.
    ///
    /// # Panics
    /// If there is no block of this name.
    pub fn new(name: &str) -> Self {
        Self {
            model: ffi::Model::new(name),
            ports: RefCell::default(),
            clock: 0,
        }
    }

    fn port(&self, name: &'static str) -> i32 {
        *self
            .ports
            .borrow_mut()
            .entry(name)
            .or_insert_with(|| self.model.port(name))
    }

    /// Drives an input. Bits beyond its width must be zero.
    pub fn set(&mut self, name: &'static str, value: u64) {
        self.model.set(self.port(name), Value::from(value));
    }

    /// Drives an input of up to 256 bits.
    pub fn set_wide(&mut self, name: &'static str, value: Value) {
        self.model.set(self.port(name), value);
    }

    /// A port's value, as of the last [`Block::settle`].
    pub fn get(&self, name: &'static str) -> u64 {
        self.model.get(self.port(name)).low()
    }

    /// The value of a port of up to 256 bits, as of the last [`Block::settle`].
    pub fn get_wide(&self, name: &'static str) -> Value {
        self.model.get(self.port(name))
    }

    /// Whether a port of one bit is 1.
    pub fn is(&self, name: &'static str) -> bool {
        self.get(name) != 0
    }

    /// Lets the inputs of this clock take effect on the outputs.
    pub fn settle(&mut self) {
        self.set("clock", 0);
        self.model.eval();
    }

    /// The rising edge that ends this clock.
    pub fn edge(&mut self) {
        self.set("clock", 1);
        self.model.eval();
        self.clock += 1;
    }

    /// A clock whose outputs nobody looks at.
    pub fn tick(&mut self) {
        self.settle();
        self.edge();
    }

    /// Holds the input `reset` for some clocks.
    pub fn reset(&mut self) {
        self.set("reset", 1);
        for _ in 0..4 {
            self.tick();
        }
        self.set("reset", 0);
    }

    /// Clocks so far.
    pub fn clock(&self) -> u64 {
        self.clock
    }
}

/// A generator whose seed is printed, to be seen when the test fails. `FIXNIC_SEED` gives another one.
///
/// # Panics
/// If FIXNIC_SEED is not a number.
pub fn seeded(seed: u64) -> ChaCha8Rng {
    let seed =
        std::env::var("FIXNIC_SEED").map_or(seed, |text| text.parse().expect("FIXNIC_SEED is a number"));
    println!("seed {seed}");
    ChaCha8Rng::seed_from_u64(seed)
}
