`include "layouts.svh"
// What every harness shares. `reset` is high in the first clock; `running` from the clock after a reset on while there is none.
`define PAST_VALID \
    reg begun = 0; reg running = 0; \
    always @(posedge clock) begin begun <= 1; running <= begun ? (running || reset) : 1; end \
    always @(*) if (!begun) assume (reset); else assume (!reset);
// With COVERS the harness asserts nothing but that each situation is impossible: the run must refute every one of them.
`ifdef COVERS
`define COVER(name, condition) always @(posedge clock) if (running) name: assert (!(condition));
`else
`define COVER(name, condition)
`endif
