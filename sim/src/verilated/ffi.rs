//! The compiled model behind cpp/shim.cpp: with `vfio_user::connection` the only unsafe code of this crate.
#![allow(unsafe_code)]
use std::marker::PhantomData;
use std::ptr::NonNull;

/// What enters the core in one clock. Field by field as in cpp/shim.cpp.
#[derive(Debug, Clone, Copy, Default)]
#[repr(C)]
#[allow(missing_docs)]
pub struct Inputs {
    pub ts_ns: u64,
    pub s_axis_rx_tdata: u64,
    pub s_axil_awaddr: u32,
    pub s_axil_wdata: u32,
    pub s_axil_araddr: u32,
    pub m_axi_rdata: [u32; 8],
    pub reset: u8,
    pub s_axis_rx_tkeep: u8,
    pub s_axis_rx_tvalid: u8,
    pub s_axis_rx_tlast: u8,
    pub s_axis_rx_tuser: u8,
    pub m_axis_tx_tready: u8,
    pub s_axil_awvalid: u8,
    pub s_axil_wvalid: u8,
    pub s_axil_bready: u8,
    pub s_axil_arvalid: u8,
    pub s_axil_rready: u8,
    pub m_axi_awready: u8,
    pub m_axi_wready: u8,
    pub m_axi_bvalid: u8,
    pub m_axi_bresp: u8,
    pub m_axi_arready: u8,
    pub m_axi_rvalid: u8,
    pub m_axi_rlast: u8,
    pub m_axi_rresp: u8,
}

/// What leaves the core in one clock. `m_axi_wdata` is old while `m_axi_wvalid` is 0.
#[derive(Debug, Clone, Copy, Default)]
#[repr(C)]
#[allow(missing_docs)]
pub struct Outputs {
    pub m_axis_tx_tdata: u64,
    pub m_axi_awaddr: u64,
    pub m_axi_araddr: u64,
    pub m_axi_wdata: [u32; 8],
    pub m_axi_wstrb: u32,
    pub s_axil_rdata: u32,
    pub m_axis_tx_tkeep: u8,
    pub m_axis_tx_tvalid: u8,
    pub m_axis_tx_tlast: u8,
    pub s_axil_awready: u8,
    pub s_axil_wready: u8,
    pub s_axil_bvalid: u8,
    pub s_axil_arready: u8,
    pub s_axil_rvalid: u8,
    pub m_axi_awlen: u8,
    pub m_axi_awsize: u8,
    pub m_axi_awburst: u8,
    pub m_axi_awvalid: u8,
    pub m_axi_wlast: u8,
    pub m_axi_wvalid: u8,
    pub m_axi_bready: u8,
    pub m_axi_arlen: u8,
    pub m_axi_arsize: u8,
    pub m_axi_arburst: u8,
    pub m_axi_arvalid: u8,
    pub m_axi_rready: u8,
    pub irq: u8,
    pub dbg_verdict_valid: u8,
}

#[repr(C)]
struct Opaque {
    _private: [u8; 0],
}

extern "C" {
    fn fixnic_core_new() -> *mut Opaque;
    fn fixnic_core_free(core: *mut Opaque);
    fn fixnic_core_tick(core: *mut Opaque, inputs: *const Inputs, outputs: *mut Outputs);
    #[cfg(feature = "waves")]
    fn fixnic_core_trace(core: *mut Opaque, path: *const std::ffi::c_char) -> std::ffi::c_int;
}

/// One instance of the core, as after power-up.
#[derive(Debug)]
pub struct Core {
    model: NonNull<Opaque>,
    // The model belongs to one thread.
    _not_send: PhantomData<*mut ()>,
}

impl Core {
    pub fn new() -> Self {
        // SAFETY: the function has no preconditions and gives a model of our own.
        let model = unsafe { fixnic_core_new() };
        Self {
            model: NonNull::new(model).expect("operator new throws rather than give null"),
            _not_send: PhantomData,
        }
    }

    /// Runs one clock. The outputs are those that stand with these inputs before the rising edge.
    #[inline]
    pub fn tick(&mut self, inputs: &Inputs, outputs: &mut Outputs) {
        // SAFETY: the model lives until drop; both structures are repr(C), as in cpp/shim.cpp, and live through the call.
        unsafe { fixnic_core_tick(self.model.as_ptr(), inputs, outputs) }
    }

    /// Records every signal to an FST file from here on. Whether the file could be opened.
    #[cfg(feature = "waves")]
    pub fn trace(&mut self, path: &std::ffi::CStr) -> bool {
        // SAFETY: the model lives until drop; the path is a C string that the callee copies.
        unsafe { fixnic_core_trace(self.model.as_ptr(), path.as_ptr()) != 0 }
    }
}

impl Drop for Core {
    fn drop(&mut self) {
        // SAFETY: the model came from fixnic_core_new and is freed once.
        unsafe { fixnic_core_free(self.model.as_ptr()) }
    }
}
