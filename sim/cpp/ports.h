// What enters and leaves the core in one clock: the structures of src/verilated/ffi.rs.
#pragma once
#include <cstdint>

struct Inputs {
    uint64_t ts_ns;
    uint64_t s_axis_rx_tdata;
    uint32_t s_axil_awaddr;
    uint32_t s_axil_wdata;
    uint32_t s_axil_araddr;
    uint32_t m_axi_rdata[8];
    uint8_t reset;
    uint8_t s_axis_rx_tkeep;
    uint8_t s_axis_rx_tvalid;
    uint8_t s_axis_rx_tlast;
    uint8_t s_axis_rx_tuser;
    uint8_t m_axis_tx_tready;
    uint8_t s_axil_awvalid;
    uint8_t s_axil_wvalid;
    uint8_t s_axil_bready;
    uint8_t s_axil_arvalid;
    uint8_t s_axil_rready;
    uint8_t m_axi_awready;
    uint8_t m_axi_wready;
    uint8_t m_axi_bvalid;
    uint8_t m_axi_bresp;
    uint8_t m_axi_arready;
    uint8_t m_axi_rvalid;
    uint8_t m_axi_rlast;
    uint8_t m_axi_rresp;
};

struct Outputs {
    uint64_t m_axis_tx_tdata;
    uint64_t m_axi_awaddr;
    uint64_t m_axi_araddr;
    uint32_t m_axi_wdata[8];
    uint32_t m_axi_wstrb;
    uint32_t s_axil_rdata;
    uint8_t m_axis_tx_tkeep;
    uint8_t m_axis_tx_tvalid;
    uint8_t m_axis_tx_tlast;
    uint8_t s_axil_awready;
    uint8_t s_axil_wready;
    uint8_t s_axil_bvalid;
    uint8_t s_axil_arready;
    uint8_t s_axil_rvalid;
    uint8_t m_axi_awlen;
    uint8_t m_axi_awsize;
    uint8_t m_axi_awburst;
    uint8_t m_axi_awvalid;
    uint8_t m_axi_wlast;
    uint8_t m_axi_wvalid;
    uint8_t m_axi_bready;
    uint8_t m_axi_arlen;
    uint8_t m_axi_arsize;
    uint8_t m_axi_arburst;
    uint8_t m_axi_arvalid;
    uint8_t m_axi_rready;
    uint8_t irq;
    uint8_t dbg_verdict_valid;
};
