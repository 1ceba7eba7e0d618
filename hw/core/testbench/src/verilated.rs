//! The Verilated FIX path.

use std::ffi::c_void;

/// Input ports of `FixPath` in one clock; their meaning is told there.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
#[allow(missing_docs)]
pub struct Inputs {
    pub reset: u64,
    pub cmd_valid: u64,
    pub cmd_arm: u64,
    pub cmd_confirm: u64,
    pub cmd_hold: u64,
    pub cmd_session: u64,
    pub cmd_tcp_seq: u64,
    pub cmd_expected: u64,
    pub f_load: u64,
    pub f_session: u64,
    pub f_parse: u64,
    pub f_rotation: u64,
    pub f_lane: u64,
    pub f_fresh: u64,
    pub f_start: u64,
    pub s_valid: u64,
    pub s_data: u64,
    pub s_keep: u64,
    pub s_eof: u64,
    pub f_end: u64,
    pub f_commit: u64,
}

/// Output ports of `FixPath` in the clock after the inputs'.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
#[allow(missing_docs)]
pub struct Outputs {
    pub cmd_done: u64,
    pub m_valid: u64,
    pub m_verdict: u64,
    pub m_flags: u64,
    pub m_type: u64,
    pub m_received: u64,
    pub m_expected: u64,
    pub m_start: u64,
    pub m_end: u64,
    pub m_candidate: u64,
    pub e_valid: u64,
    pub e_lost: u64,
    pub e_hold: u64,
    pub e_probing: u64,
    pub e_message_end: u64,
}

extern "C" {
    fn fix_path_new() -> *mut c_void;
    fn fix_path_free(model: *mut c_void);
    fn fix_path_tick(model: *mut c_void, inputs: *const Inputs, outputs: *mut Outputs);
}

/// One model with its own state.
pub struct FixPath {
    model: *mut c_void,
}

impl FixPath {
    /// A model after power-up, not yet reset.
    pub fn new() -> Self {
        // SAFETY: takes nothing; returns a fresh object that only this value owns.
        Self {
            model: unsafe { fix_path_new() },
        }
    }

    /// Passes one clock.
    pub fn tick(&mut self, inputs: &Inputs) -> Outputs {
        let mut outputs = Outputs::default();
        // SAFETY: `model` is live until drop and `&mut self` keeps others away; both structs are `repr(C)` with the fields
        // that cpp/fix_path.cpp declares, and outlive the call.
        unsafe { fix_path_tick(self.model, inputs, &mut outputs) };
        outputs
    }
}

impl Default for FixPath {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for FixPath {
    fn drop(&mut self) {
        // SAFETY: `model` came from `fix_path_new` and is freed once.
        unsafe { fix_path_free(self.model) }
    }
}
