//! The C++ side of the models (cpp/block.h).

use std::ffi::{c_char, c_int, CString};
use std::ptr::NonNull;

#[repr(C)]
struct Opaque {
    _private: [u8; 0],
}

unsafe extern "C" {
    fn fixnic_block_new(name: *const c_char) -> *mut Opaque;
    fn fixnic_block_free(block: *mut Opaque);
    fn fixnic_block_eval(block: *mut Opaque);
    fn fixnic_block_port(block: *mut Opaque, name: *const c_char) -> c_int;
    fn fixnic_block_set(block: *mut Opaque, port: c_int, bytes: *const u8);
    fn fixnic_block_get(block: *mut Opaque, port: c_int, bytes: *mut u8);
}

/// The value of a port, little endian. No port of these blocks is wider.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Value(pub [u8; 32]);

impl Value {
    /// Bits 0 to 63.
    pub fn low(self) -> u64 {
        let mut low = [0; 8];
        low.copy_from_slice(&self.0[..8]);
        u64::from_le_bytes(low)
    }
}

impl From<u64> for Value {
    fn from(value: u64) -> Self {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&value.to_le_bytes());
        Self(bytes)
    }
}

#[derive(Debug)]
pub(crate) struct Model(NonNull<Opaque>);

impl Model {
    pub(crate) fn new(name: &str) -> Self {
        let text = CString::new(name).expect("a block's name has no NUL");
        // SAFETY: `text` is a C string that outlives the call.
        let block = unsafe { fixnic_block_new(text.as_ptr()) };
        Self(NonNull::new(block).unwrap_or_else(|| panic!("no block {name}: build.rs lists those there are")))
    }

    pub(crate) fn eval(&mut self) {
        // SAFETY: the block lives until `drop`, and `&mut self` keeps others away.
        unsafe { fixnic_block_eval(self.0.as_ptr()) }
    }

    pub(crate) fn port(&self, name: &str) -> c_int {
        let text = CString::new(name).expect("a port's name has no NUL");
        // SAFETY: the block lives until `drop`; `text` is a C string that outlives the call.
        let port = unsafe { fixnic_block_port(self.0.as_ptr(), text.as_ptr()) };
        assert!(port >= 0, "the block has no port {name}");
        port
    }

    pub(crate) fn set(&mut self, port: c_int, value: Value) {
        // SAFETY: `port` came from `port()`; the callee reads at most the 32 bytes of a value.
        unsafe { fixnic_block_set(self.0.as_ptr(), port, value.0.as_ptr()) }
    }

    pub(crate) fn get(&self, port: c_int) -> Value {
        let mut value = Value::default();
        // SAFETY: `port` came from `port()`; the callee writes at most the 32 bytes of a value.
        unsafe { fixnic_block_get(self.0.as_ptr(), port, value.0.as_mut_ptr()) }
        value
    }
}

impl Drop for Model {
    fn drop(&mut self) {
        // SAFETY: made by `fixnic_block_new` and freed here only.
        unsafe { fixnic_block_free(self.0.as_ptr()) }
    }
}
