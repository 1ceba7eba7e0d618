// C side of the Verilated FIX path: one call a clock, every port a 64-bit word.
#include "Vtop.h"
#include "verilated.h"
#include <cstdint>

double sc_time_stamp() { return 0; }

extern "C" {

struct Inputs {
    uint64_t reset, cmd_valid, cmd_arm, cmd_confirm, cmd_hold, cmd_session, cmd_tcp_seq, cmd_expected, f_load, f_session, f_parse, f_rotation, f_lane, f_fresh, f_start, s_valid, s_data, s_keep, s_eof, f_end, f_commit;
};

struct Outputs {
    uint64_t cmd_done, m_valid, m_verdict, m_flags, m_type, m_received, m_expected, m_start, m_end, m_candidate, e_valid, e_lost, e_hold, e_probing, e_message_end;
};

void *fix_path_new() { return new Vtop; }

void fix_path_free(void *model) { delete static_cast<Vtop *>(model); }

// Applies the inputs, passes a rising edge, and reads the outputs after it.
void fix_path_tick(void *model, const Inputs *in, Outputs *out) {
    auto *top = static_cast<Vtop *>(model);
    top->reset = in->reset;
    top->cmd_valid = in->cmd_valid;
    top->cmd_arm = in->cmd_arm;
    top->cmd_confirm = in->cmd_confirm;
    top->cmd_hold = in->cmd_hold;
    top->cmd_session = in->cmd_session;
    top->cmd_tcp_seq = in->cmd_tcp_seq;
    top->cmd_expected = in->cmd_expected;
    top->f_load = in->f_load;
    top->f_session = in->f_session;
    top->f_parse = in->f_parse;
    top->f_rotation = in->f_rotation;
    top->f_lane = in->f_lane;
    top->f_fresh = in->f_fresh;
    top->f_start = in->f_start;
    top->s_valid = in->s_valid;
    top->s_data = in->s_data;
    top->s_keep = in->s_keep;
    top->s_eof = in->s_eof;
    top->f_end = in->f_end;
    top->f_commit = in->f_commit;
    top->clock = 0;
    top->eval();
    top->clock = 1;
    top->eval();
    out->cmd_done = top->cmd_done;
    out->m_valid = top->m_valid;
    out->m_verdict = top->m_verdict;
    out->m_flags = top->m_flags;
    out->m_type = top->m_type;
    out->m_received = top->m_received;
    out->m_expected = top->m_expected;
    out->m_start = top->m_start;
    out->m_end = top->m_end;
    out->m_candidate = top->m_candidate;
    out->e_valid = top->e_valid;
    out->e_lost = top->e_lost;
    out->e_hold = top->e_hold;
    out->e_probing = top->e_probing;
    out->e_message_end = top->e_message_end;
}
}
