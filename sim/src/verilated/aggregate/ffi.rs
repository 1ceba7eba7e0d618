//! The compiled models behind cpp/aggregate.cpp.
#![allow(unsafe_code)]
use super::super::ffi::{Inputs, Outputs};
use std::marker::PhantomData;
use std::ptr::NonNull;

/// Lanes of the wide wire.
pub const WIDE_LANES: usize = 64;

/// The wide wire in one clock. Field by field as in cpp/aggregate.cpp.
#[derive(Debug, Clone, Copy)]
#[repr(C)]
pub struct Wire {
    pub tkeep: u64,
    pub tdata: [u32; WIDE_LANES / 4],
    pub tvalid: u8,
    pub tlast: u8,
    pub tuser: u8,
}

#[repr(C)]
struct Opaque {
    _private: [u8; 0],
}

extern "C" {
    fn fixnic_aggregate_new(engines: u32) -> *mut Opaque;
    fn fixnic_aggregate_free(aggregate: *mut Opaque);
    fn fixnic_aggregate_tick(
        aggregate: *mut Opaque,
        wire: *const Wire,
        inputs: *const Inputs,
        outputs: *mut Outputs,
    );
}

/// One aggregate, as after power-up.
#[derive(Debug)]
pub struct Aggregate {
    model: NonNull<Opaque>,
    engines: usize,
    // The model belongs to one thread.
    _not_send: PhantomData<*mut ()>,
}

impl Aggregate {
    /// Panics for a number of engines that is not 1, 2 or 4.
    pub fn new(engines: usize) -> Self {
        // SAFETY: the function has no preconditions and gives a model of our own, or null.
        let model = unsafe { fixnic_aggregate_new(engines as u32) };
        Self {
            model: NonNull::new(model)
                .unwrap_or_else(|| panic!("an aggregate has 1, 2 or 4 engines, not {engines}")),
            engines,
            _not_send: PhantomData,
        }
    }

    /// Runs one clock, with a structure for each engine. The outputs are those that stand with these inputs before the rising edge.
    pub fn tick(&mut self, wire: &Wire, inputs: &[Inputs], outputs: &mut [Outputs]) {
        assert!(inputs.len() == self.engines && outputs.len() == self.engines);
        // SAFETY: the model lives until drop; the structures are repr(C), as in cpp/aggregate.cpp and cpp/ports.h, live through the call, and
        // there are as many as the model has engines.
        unsafe {
            fixnic_aggregate_tick(self.model.as_ptr(), wire, inputs.as_ptr(), outputs.as_mut_ptr());
        }
    }
}

impl Drop for Aggregate {
    fn drop(&mut self) {
        // SAFETY: the model came from fixnic_aggregate_new and is freed once.
        unsafe { fixnic_aggregate_free(self.model.as_ptr()) }
    }
}
