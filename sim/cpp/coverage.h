// What the models of one process have exercised, written when the process ends.
#pragma once
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <mutex>
#include <string>
#include <vector>

#include "Vcore.h"
#include "Vcore__Syms.h"
#include "verilated_cov.h"

namespace coverage {

// Each point's count in that model which counted most. Counts of several models are not added: a bit that rose once in each of two
// has not fallen in either.
struct Most {
    std::mutex lock;
    std::vector<uint32_t> counts;
};

inline Most& most() {
    static Most* const kept = new Most;
    return *kept;
}

// A net's first value is no transition. What was counted in the first clock, when all nets take theirs, is forgotten.
inline void forget(Vcore& model) {
    auto& counts = model.rootp->vlSymsp->__Vcoverage;
    std::fill(std::begin(counts), std::end(counts), 0);
}

// Writes the counts to FIXNIC_COVERAGE_DIR, a file for each process, with the names that a model gives to its points.
inline void write() {
    const char* const folder = std::getenv("FIXNIC_COVERAGE_DIR");
    if (!folder) return;
    VerilatedContext context;
    Vcore model{&context};
    const std::lock_guard<std::mutex> guard{most().lock};
    std::copy(most().counts.begin(), most().counts.end(), std::begin(model.rootp->vlSymsp->__Vcoverage));
    const std::string path = std::string{folder} + "/" + std::to_string(getpid()) + ".dat";
    context.coveragep()->write(path.c_str());
}

// Before a model goes.
inline void keep(Vcore& model) {
    const auto& counts = model.rootp->vlSymsp->__Vcoverage;
    const std::lock_guard<std::mutex> guard{most().lock};
    auto& kept = most().counts;
    if (kept.empty()) {
        kept.resize(std::size(counts));
        std::atexit(write);
    }
    for (size_t i = 0; i < kept.size(); ++i) kept[i] = std::max<uint32_t>(kept[i], counts[i]);
}

}  // namespace coverage
