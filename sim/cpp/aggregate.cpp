// The Verilated aggregate behind a C interface: one call a clock. Registers, transmission and interrupts are in the structures of engine 0.
#include <cstdint>
#include <cstring>
#include <memory>

#include "Vaggregate1.h"
#include "Vaggregate2.h"
#include "Vaggregate4.h"
#include "ports.h"
#include "verilated.h"

namespace {

// The wide wire, as in src/verilated/aggregate/ffi.rs.
struct Wire {
    uint64_t tkeep;
    uint32_t tdata[16];
    uint8_t tvalid;
    uint8_t tlast;
    uint8_t tuser;
};

struct Aggregate {
    virtual ~Aggregate() = default;
    virtual void tick(const Wire& wire, const Inputs* in, Outputs* out) = 0;
};

// A port as wide as all engines together, from the bit `lsb` on. Ports of up to 64 bits are numbers, wider ones arrays of 32-bit words.
template <class T> void put(T& port, unsigned lsb, unsigned width, uint64_t value) {
    const uint64_t mask = width == 64 ? ~uint64_t(0) : ((uint64_t(1) << width) - 1);
    port = T((uint64_t(port) & ~(mask << lsb)) | ((value & mask) << lsb));
}
template <class T> uint64_t get(const T& port, unsigned lsb, unsigned width) {
    const uint64_t mask = width == 64 ? ~uint64_t(0) : ((uint64_t(1) << width) - 1);
    return (uint64_t(port) >> lsb) & mask;
}
template <std::size_t W> uint64_t get(const VlWide<W>& port, unsigned lsb, unsigned width) {
    const uint64_t low = port[lsb / 32];
    return width == 64 ? low | uint64_t(port[lsb / 32 + 1]) << 32 : (low >> (lsb % 32)) & ((uint64_t(1) << width) - 1);
}

template <class Model, unsigned ENGINES> struct Verilated_aggregate : Aggregate {
    VerilatedContext context;
    Model m{&context};

    ~Verilated_aggregate() override { m.final(); }

    void tick(const Wire& wire, const Inputs* in, Outputs* out) override {
        m.ts_ns = in->ts_ns;
        m.reset = in->reset;
        std::memcpy(&m.s_axis_rx_tdata[0], wire.tdata, sizeof wire.tdata);
        m.s_axis_rx_tkeep = wire.tkeep;
        m.s_axis_rx_tvalid = wire.tvalid;
        m.s_axis_rx_tlast = wire.tlast;
        m.s_axis_rx_tuser = wire.tuser;
        m.m_axis_tx_tready = in->m_axis_tx_tready;
        m.s_axil_awaddr = in->s_axil_awaddr;
        m.s_axil_awvalid = in->s_axil_awvalid;
        m.s_axil_wdata = in->s_axil_wdata;
        m.s_axil_wstrb = 0xF;
        m.s_axil_wvalid = in->s_axil_wvalid;
        m.s_axil_bready = in->s_axil_bready;
        m.s_axil_araddr = in->s_axil_araddr;
        m.s_axil_arvalid = in->s_axil_arvalid;
        m.s_axil_rready = in->s_axil_rready;
        for (unsigned e = 0; e < ENGINES; e++) {
            put(m.m_axi_awready, e, 1, in[e].m_axi_awready);
            put(m.m_axi_wready, e, 1, in[e].m_axi_wready);
            put(m.m_axi_bvalid, e, 1, in[e].m_axi_bvalid);
            put(m.m_axi_bresp, 2 * e, 2, in[e].m_axi_bresp);
            put(m.m_axi_arready, e, 1, in[e].m_axi_arready);
            put(m.m_axi_rvalid, e, 1, in[e].m_axi_rvalid);
            put(m.m_axi_rlast, e, 1, in[e].m_axi_rlast);
            put(m.m_axi_rresp, 2 * e, 2, in[e].m_axi_rresp);
            if (in[e].m_axi_rvalid) std::memcpy(&m.m_axi_rdata[8 * e], in[e].m_axi_rdata, sizeof in[e].m_axi_rdata);
        }
        m.clock = 0;
        m.eval();
        out->m_axis_tx_tdata = m.m_axis_tx_tdata;
        out->m_axis_tx_tkeep = m.m_axis_tx_tkeep;
        out->m_axis_tx_tvalid = m.m_axis_tx_tvalid;
        out->m_axis_tx_tlast = m.m_axis_tx_tlast;
        out->s_axil_awready = m.s_axil_awready;
        out->s_axil_wready = m.s_axil_wready;
        out->s_axil_bvalid = m.s_axil_bvalid;
        out->s_axil_arready = m.s_axil_arready;
        out->s_axil_rvalid = m.s_axil_rvalid;
        out->s_axil_rdata = m.s_axil_rdata;
        out->irq = m.irq;
        for (unsigned e = 0; e < ENGINES; e++) {
            out[e].m_axi_awaddr = get(m.m_axi_awaddr, 64 * e, 64);
            out[e].m_axi_awlen = get(m.m_axi_awlen, 8 * e, 8);
            out[e].m_axi_awsize = get(m.m_axi_awsize, 3 * e, 3);
            out[e].m_axi_awburst = get(m.m_axi_awburst, 2 * e, 2);
            out[e].m_axi_awvalid = get(m.m_axi_awvalid, e, 1);
            out[e].m_axi_wstrb = get(m.m_axi_wstrb, 32 * e, 32);
            out[e].m_axi_wlast = get(m.m_axi_wlast, e, 1);
            out[e].m_axi_wvalid = get(m.m_axi_wvalid, e, 1);
            out[e].m_axi_bready = get(m.m_axi_bready, e, 1);
            out[e].m_axi_araddr = get(m.m_axi_araddr, 64 * e, 64);
            out[e].m_axi_arlen = get(m.m_axi_arlen, 8 * e, 8);
            out[e].m_axi_arsize = get(m.m_axi_arsize, 3 * e, 3);
            out[e].m_axi_arburst = get(m.m_axi_arburst, 2 * e, 2);
            out[e].m_axi_arvalid = get(m.m_axi_arvalid, e, 1);
            out[e].m_axi_rready = get(m.m_axi_rready, e, 1);
            if (out[e].m_axi_wvalid) std::memcpy(out[e].m_axi_wdata, &m.m_axi_wdata[8 * e], sizeof out[e].m_axi_wdata);
        }
        m.clock = 1;
        m.eval();
    }
};

}  // namespace

extern "C" {

// Null for a number of engines that there is none of.
Aggregate* fixnic_aggregate_new(uint32_t engines) {
    switch (engines) {
        case 1: return new Verilated_aggregate<Vaggregate1, 1>;
        case 2: return new Verilated_aggregate<Vaggregate2, 2>;
        case 4: return new Verilated_aggregate<Vaggregate4, 4>;
        default: return nullptr;
    }
}

void fixnic_aggregate_free(Aggregate* aggregate) { delete aggregate; }

// One clock: the outputs are those that stand with these inputs before the rising edge. As many structures as there are engines.
void fixnic_aggregate_tick(Aggregate* aggregate, const Wire* wire, const Inputs* in, Outputs* out) {
    aggregate->tick(*wire, in, out);
}
}
