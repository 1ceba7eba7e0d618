//! The host's side of an AXI4-Lite port: one access at a time.
use super::ffi::{Inputs, Outputs};
use super::stalls::{Dice, Stalls};

/// Clocks after which an access is given up.
const CLOCKS_MAX: u32 = 100_000;

/// What has such a port.
pub(super) trait RegisterBus {
    /// The port as it is driven, and as it stood in the last clock.
    fn port(&mut self) -> (&mut Inputs, &Outputs);

    /// Runs one clock.
    fn clock(&mut self);
}

/// Clocks by which the address of a write, and its data, come late: apart now and then, for a slave may not rely on one to see the other.
pub(super) fn lateness(stalls: &Stalls, dice: &mut Dice) -> [u32; 2] {
    match (stalls.noise, dice.bytes()[0] & 7) {
        (true, 0) => [2, 0],
        (true, 1) => [0, 2],
        _ => [0, 0],
    }
}

/// Reads a register; all ones, as PCIe completes a read that nobody answers.
pub(super) fn read(bus: &mut impl RegisterBus, offset: u32) -> u32 {
    let (inputs, _) = bus.port();
    inputs.s_axil_araddr = offset;
    inputs.s_axil_arvalid = 1;
    inputs.s_axil_rready = 1;
    let mut value = u32::MAX;
    for _ in 0..CLOCKS_MAX {
        bus.clock();
        let (inputs, outputs) = bus.port();
        if outputs.s_axil_arready == 1 {
            inputs.s_axil_arvalid = 0;
        }
        if outputs.s_axil_rvalid == 1 {
            value = outputs.s_axil_rdata;
            break;
        }
    }
    let (inputs, _) = bus.port();
    inputs.s_axil_arvalid = 0;
    inputs.s_axil_rready = 0;
    value
}

/// Writes a register.
pub(super) fn write(bus: &mut impl RegisterBus, offset: u32, value: u32, late: [u32; 2]) {
    let (inputs, _) = bus.port();
    inputs.s_axil_awaddr = offset;
    inputs.s_axil_wdata = value;
    inputs.s_axil_bready = 1;
    let (mut address_taken, mut data_taken) = (false, false);
    for clock in 0..CLOCKS_MAX {
        let (inputs, _) = bus.port();
        inputs.s_axil_awvalid = (!address_taken && clock >= late[0]).into();
        inputs.s_axil_wvalid = (!data_taken && clock >= late[1]).into();
        bus.clock();
        let (inputs, outputs) = bus.port();
        address_taken |= inputs.s_axil_awvalid == 1 && outputs.s_axil_awready == 1;
        data_taken |= inputs.s_axil_wvalid == 1 && outputs.s_axil_wready == 1;
        if outputs.s_axil_bvalid == 1 {
            break;
        }
    }
    let (inputs, _) = bus.port();
    inputs.s_axil_awvalid = 0;
    inputs.s_axil_wvalid = 0;
    inputs.s_axil_bready = 0;
}
