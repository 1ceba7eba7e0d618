"""A host that programs the core through its AXI4-Lite registers and reads its rings in AXI memory."""
import itertools
import logging
import random

import cocotb
from cocotb.clock import Clock
from cocotb.triggers import ClockCycles, RisingEdge
from cocotbext.axi import AxiBus, AxiLiteBus, AxiLiteMaster, AxiRam
from cocotbext.eth import EthMac
from cocotbext.eth.eth_mac import AxiStreamBus, EthMacFrame

import contract

ENTRIES = 0x1_0000_0000
BUFFER = 0x2_0000_0000
TX_RING = 0x3_0000_0000
TX_COMPLETION = 0x3_1000_0000
TX_FRAMES = 0x3_2000_0000
ENTRY_LOG2 = 7
BUFFER_LOG2 = 10
TX_LOG2 = 4
CLOCKS_MAX = 20_000


class Host:
    """One core, one RX ring, one MAC."""

    def __init__(self, dut):
        self.dut = dut
        self.abi = contract.load()
        dut.ts_ns.value = 0
        dut.fcs_bad.value = 0
        dut.reset.value = 1
        cocotb.start_soon(Clock(dut.clock, 6.4, units="ns").start())
        for name in ("cocotb.core_and_ids", "cocotb.core_and_ids.s_axis_rx", "cocotb.core_and_ids.m_axis_tx"):
            logging.getLogger(name).setLevel(logging.WARNING)
        self.registers = AxiLiteMaster(AxiLiteBus.from_prefix(dut, "s_axil"), dut.clock, dut.reset)
        self.memory = AxiRam(AxiBus.from_prefix(dut, "m_axi"), dut.clock, dut.reset, size=2**40)
        self.mac = EthMac(
            tx_clk=dut.clock, tx_rst=dut.reset, tx_bus=AxiStreamBus.from_prefix(dut, "m_axis_tx"),
            rx_clk=dut.clock, rx_rst=dut.reset, rx_bus=AxiStreamBus.from_prefix(dut, "s_axis_rx"),
            ifg=12, speed=10e9,
        )
        for stream in (self.registers.write_if, self.registers.read_if, self.memory.write_if, self.memory.read_if, self.mac.rx, self.mac.tx):
            stream.log.setLevel(logging.WARNING)
        self.consumed = 0
        self.granules = 0

    async def start(self, seed=None):
        """Resets the core and turns on its ring. With a seed, host memory stalls at random."""
        await ClockCycles(self.dut.clock, 8)
        self.dut.reset.value = 0
        if seed is not None:
            for number, channel in enumerate(
                (self.memory.write_if.aw_channel, self.memory.write_if.w_channel, self.memory.write_if.b_channel,
                 self.memory.read_if.ar_channel, self.memory.read_if.r_channel)
            ):
                dice = random.Random(seed + number)
                channel.set_pause_generator(dice.random() < 0.4 for _ in itertools.count())
        await self.until("the core is idle", self.idle)
        await self.write_pair("RX_ENTRY_LO", ENTRIES)
        await self.write_pair("RX_BUFFER_LO", BUFFER)
        await self.write("RX_SIZE", self.abi.fields("RX_SIZE", entry_log2=ENTRY_LOG2, buffer_log2=BUFFER_LOG2))
        await self.write("RX_ENABLE", 1)
        await self.write("CONTROL", self.abi.fields("CONTROL", rx_enable=1, tx_enable=0))

    async def read(self, register, index=0):
        return await self.registers.read_dword(self.abi.address(register, index))

    async def write(self, register, value, index=0):
        await self.registers.write_dword(self.abi.address(register, index), value)

    async def write_pair(self, low, value):
        await self.write(low, value & 0xFFFF_FFFF)
        await self.write(low.replace("_LO", "_HI"), value >> 32)

    async def idle(self):
        return self.abi.field("STATUS", "idle", await self.read("STATUS"))

    async def until(self, what, condition):
        """Waits until a coroutine gives something true, and gives that."""
        for _ in range(CLOCKS_MAX // 16):
            if (result := await condition()):
                return result
            await ClockCycles(self.dut.clock, 16)
        raise AssertionError(f"not within {CLOCKS_MAX} clocks: {what}")

    async def counters(self):
        """All counters of one snapshot."""
        await self.write("STAT_LATCH", 1)
        return {name: await self.read("STAT_LO", n) | await self.read("STAT_HI", n) << 32 for n, name in enumerate(self.abi.counters)}

    async def command(self, op, session=0, connection=None, tcp_seq=0, expected=1, tag=0):
        """Runs a mailbox command and gives its FENCE entry."""
        if connection is not None:
            await self.write("CMD_SLOT", self.abi.slots(**vars(connection))[session % 4])
            await self.write("CMD_LOCAL_IP", connection.local_ip)
            await self.write("CMD_REMOTE_IP", connection.remote_ip)
            await self.write("CMD_PORTS", self.abi.fields("CMD_PORTS", local=connection.local_port, remote=connection.remote_port))
        digits = int(f"{expected:010}", 16)
        await self.write("CMD_SESSION", session)
        await self.write("CMD_TCP_SEQ", tcp_seq & 0xFFFF_FFFF)
        await self.write("CMD_EXPECTED_LO", digits & 0xFFFF_FFFF)
        await self.write("CMD_EXPECTED_HI", digits >> 32)
        await self.write("CMD_TAG", tag)
        await self.write("CMD_GO", self.abi.value("command_op", op))
        fence = await self.next_entry()
        assert fence.structure == "FENCE", fence
        assert fence.tag == tag
        return fence

    async def next_entry(self):
        """The next entry of the ring, when its phase bit says that it is there."""
        bytes_each = self.abi.limits.entry_bytes
        address = ENTRIES + self.consumed % (1 << ENTRY_LOG2) * bytes_each
        phase = self.abi.phase_expected(self.consumed, ENTRY_LOG2)

        async def there():
            data = self.memory.read(address, bytes_each)
            return data if self.abi.phase(data) == phase and data[0] else None

        data = await self.until(f"entry {self.consumed}", there)
        self.consumed += 1
        return self.abi.decode(data)

    async def next_frame(self):
        """MSG entries of the next frame, its FRAME entry, its bytes in the buffer. Returns their room."""
        messages = []
        while (entry := await self.next_entry()).structure == "MSG":
            messages.append(entry)
        assert entry.structure == "FRAME", entry
        assert entry.messages == len(messages)
        at = BUFFER + entry.granule % (1 << BUFFER_LOG2) * self.abi.limits.granule_bytes
        data = self.memory.read(at, entry.length)
        self.granules = entry.granule + -(-entry.length // self.abi.limits.granule_bytes)
        doorbell = self.abi.fields("RX_DOORBELL", entries=self.consumed & 0xFFFF, granules=self.granules & 0xFFFF)
        await self.write("RX_DOORBELL", doorbell)
        return messages, entry, data

    async def receive(self, frame, fcs_bad=False):
        """A frame comes from the wire; with `fcs_bad` the wire must be idle."""
        if fcs_bad:
            self.dut.fcs_bad.value = 1
        await self.mac.rx.send(EthMacFrame(frame))
        if fcs_bad:
            while True:
                await RisingEdge(self.dut.clock)
                if self.dut.s_axis_rx_tvalid.value and self.dut.s_axis_rx_tlast.value:
                    break
            self.dut.fcs_bad.value = 0

    def verdict(self, message):
        """(verdict, received, expected, flags) of a MSG entry."""
        return (
            self.abi.name("verdict", message.verdict),
            int(f"{message.received:x}"),
            int(f"{message.expected:x}"),
            self.abi.flags("msg_flags", message.flags),
        )
