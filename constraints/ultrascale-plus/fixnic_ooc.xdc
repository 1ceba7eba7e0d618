# AMD UltraScale+ (Alveo U50, U55C, U200 and the like), out of context: the core by itself, to be placed in a board's
# shell later. Written from UG903 and UG905; NEVER RUN: no Vivado was at hand.
#
# In Vivado:
#   read_verilog hw/verilog/fixnic_core.v
#   read_xdc -mode out_of_context constraints/ultrascale-plus/fixnic_ooc.xdc
#   synth_design -top fixnic_core -part xcu50-fsvh2104-2-e -mode out_of_context

# 156.25 MHz, 10G line rate with 64 bits a clock. For the 322.265625 MHz of a 25G MAC's own clock take 3.103 instead.
create_clock -name clock -period 6.400 [get_ports clock]
set_property HD.CLK_SRC BUFGCE_X0Y0 [get_ports clock]

# All ports but the clock are synchronous to it. A fifth of the period on either side is the shell's.
set_input_delay -clock clock 1.280 [get_ports -filter {DIRECTION == IN && NAME != clock}]
set_output_delay -clock clock 1.280 [all_outputs]
