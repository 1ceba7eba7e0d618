// The Verilated core behind a C interface: one call a clock.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "Vcore.h"
#include "ports.h"
#include "verilated.h"
#if VM_TRACE
#include "verilated_fst_c.h"
#endif
#if VM_COVERAGE
#include "coverage.h"
#endif

namespace {

struct Core {
    VerilatedContext context;
    Vcore model{&context};
#if VM_TRACE
    VerilatedFstC waves;
    bool tracing = false;
#endif
    uint64_t half_clocks = 0;

    Core() {
#if VM_TRACE
        context.traceEverOn(true);
#endif
#ifdef FIXNIC_MUTANTS
        // The number of the change that acts; none without it.
        const char* number = std::getenv("FIXNIC_MUTANT");
        model.mutant = number ? std::strtoul(number, nullptr, 10) : 0;
#endif
    }

    void eval(uint8_t clock) {
        model.clock = clock;
        model.eval();
#if VM_TRACE
        // 3.2 ns for each half of a clock of 156.25 MHz, in picoseconds.
        if (tracing) waves.dump(half_clocks * 3200);
#endif
        ++half_clocks;
#if VM_COVERAGE
        if (half_clocks == 2) coverage::forget(model);
#endif
    }
};

void apply(Vcore& m, const Inputs& in) {
    m.ts_ns = in.ts_ns;
    m.reset = in.reset;
    m.s_axis_rx_tdata = in.s_axis_rx_tdata;
    m.s_axis_rx_tkeep = in.s_axis_rx_tkeep;
    m.s_axis_rx_tvalid = in.s_axis_rx_tvalid;
    m.s_axis_rx_tlast = in.s_axis_rx_tlast;
    m.s_axis_rx_tuser = in.s_axis_rx_tuser;
    m.m_axis_tx_tready = in.m_axis_tx_tready;
    m.s_axil_awaddr = in.s_axil_awaddr;
    m.s_axil_awvalid = in.s_axil_awvalid;
    m.s_axil_wdata = in.s_axil_wdata;
    m.s_axil_wstrb = 0xF;
    m.s_axil_wvalid = in.s_axil_wvalid;
    m.s_axil_bready = in.s_axil_bready;
    m.s_axil_araddr = in.s_axil_araddr;
    m.s_axil_arvalid = in.s_axil_arvalid;
    m.s_axil_rready = in.s_axil_rready;
    m.m_axi_awready = in.m_axi_awready;
    m.m_axi_wready = in.m_axi_wready;
    m.m_axi_bvalid = in.m_axi_bvalid;
    m.m_axi_bresp = in.m_axi_bresp;
    m.m_axi_arready = in.m_axi_arready;
    m.m_axi_rvalid = in.m_axi_rvalid;
    m.m_axi_rlast = in.m_axi_rlast;
    m.m_axi_rresp = in.m_axi_rresp;
    if (in.m_axi_rvalid) std::memcpy(&m.m_axi_rdata[0], in.m_axi_rdata, sizeof in.m_axi_rdata);
}

void sample(Vcore& m, Outputs& out) {
    out.m_axis_tx_tdata = m.m_axis_tx_tdata;
    out.m_axis_tx_tkeep = m.m_axis_tx_tkeep;
    out.m_axis_tx_tvalid = m.m_axis_tx_tvalid;
    out.m_axis_tx_tlast = m.m_axis_tx_tlast;
    out.s_axil_awready = m.s_axil_awready;
    out.s_axil_wready = m.s_axil_wready;
    out.s_axil_bvalid = m.s_axil_bvalid;
    out.s_axil_arready = m.s_axil_arready;
    out.s_axil_rvalid = m.s_axil_rvalid;
    out.s_axil_rdata = m.s_axil_rdata;
    out.m_axi_awaddr = m.m_axi_awaddr;
    out.m_axi_awlen = m.m_axi_awlen;
    out.m_axi_awsize = m.m_axi_awsize;
    out.m_axi_awburst = m.m_axi_awburst;
    out.m_axi_awvalid = m.m_axi_awvalid;
    out.m_axi_wstrb = m.m_axi_wstrb;
    out.m_axi_wlast = m.m_axi_wlast;
    out.m_axi_wvalid = m.m_axi_wvalid;
    out.m_axi_bready = m.m_axi_bready;
    out.m_axi_araddr = m.m_axi_araddr;
    out.m_axi_arlen = m.m_axi_arlen;
    out.m_axi_arsize = m.m_axi_arsize;
    out.m_axi_arburst = m.m_axi_arburst;
    out.m_axi_arvalid = m.m_axi_arvalid;
    out.m_axi_rready = m.m_axi_rready;
    out.irq = m.irq;
    out.dbg_verdict_valid = m.dbg_verdict_valid;
    if (out.m_axi_wvalid) std::memcpy(out.m_axi_wdata, &m.m_axi_wdata[0], sizeof out.m_axi_wdata);
}

}  // namespace

extern "C" {

Core* fixnic_core_new() { return new Core; }

void fixnic_core_free(Core* core) {
    core->model.final();
#if VM_COVERAGE
    coverage::keep(core->model);
#endif
#if VM_TRACE
    if (core->tracing) core->waves.close();
#endif
    delete core;
}

// One clock: the outputs are those that stand with these inputs before the rising edge.
void fixnic_core_tick(Core* core, const Inputs* in, Outputs* out) {
    apply(core->model, *in);
    core->eval(0);
    sample(core->model, *out);
    core->eval(1);
}

#if VM_TRACE
// Records every signal from here on. Gives 0 when the file cannot be written.
int fixnic_core_trace(Core* core, const char* path) {
    if (core->tracing) core->waves.close();
    else core->model.trace(&core->waves, 99);
    core->waves.open(path);
    core->tracing = core->waves.isOpen();
    return core->tracing;
}
#endif
}

// Old entry points of the runtime library ask for the time.
double sc_time_stamp() { return 0; }
