// A Verilated module behind names of ports, for any module.
#pragma once
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <vector>
#include "verilated.h"

// Where a port's value lies and how many bytes it has; wide ports are arrays of 32-bit words.
struct Port { void* value; size_t bytes; };
struct NamedPort { const char* name; Port port; };
using Ports = std::vector<NamedPort>;

template <class T> Port port(T& value) { return {&value, sizeof(T)}; }

struct Block {
    Ports ports;
    virtual ~Block() = default;
    virtual void eval() = 0;
};

template <class Top> struct Model : Block {
    VerilatedContext context;
    Top top{&context};
    Model() { ports = ports_of(top); }
    void eval() override { top.eval(); }
};

extern "C" {
Block* fixnic_block_new(const char* name);
inline __attribute__((used)) void fixnic_block_free(Block* block) { delete block; }
inline __attribute__((used)) void fixnic_block_eval(Block* block) { block->eval(); }
// Number of a port; -1 if there is none of that name.
inline __attribute__((used)) int fixnic_block_port(Block* block, const char* name) {
    for (size_t i = 0; i < block->ports.size(); i++)
        if (!strcmp(block->ports[i].name, name)) return int(i);
    return -1;
}
// At most 32 bytes, little endian.
inline __attribute__((used)) void fixnic_block_set(Block* block, int port, const uint8_t* bytes) {
    memcpy(block->ports[port].port.value, bytes, block->ports[port].port.bytes);
}
inline __attribute__((used)) void fixnic_block_get(Block* block, int port, uint8_t* bytes) {
    memcpy(bytes, block->ports[port].port.value, block->ports[port].port.bytes);
}
}
