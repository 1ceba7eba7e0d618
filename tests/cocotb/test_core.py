"""The committed Verilog under a testbench that shares nothing with fixnic but the contract's JSON."""
import os
import random

import cocotb
from cocotb.triggers import ClockCycles

from host import TX_COMPLETION, TX_FRAMES, TX_LOG2, TX_RING, Host
from traffic import Connection, fix_message

SEED = int(os.environ.get("FIXNIC_COCOTB_SEED", "1"))


@cocotb.test(timeout_time=400, timeout_unit="us")
async def says_what_it_is(dut):
    host = Host(dut)
    await host.start()
    assert await host.read("ID") == host.abi.raw["id"]
    version = host.abi.raw["abi_version"]
    assert await host.read("ABI_VERSION") == host.abi.fields("ABI_VERSION", **version)
    geometry = await host.read("GEOMETRY")
    assert 1 << host.abi.field("GEOMETRY", "sessions_log2", geometry) == host.abi.limits.sessions
    assert host.abi.field("GEOMETRY", "rx_rings", geometry) == host.abi.limits.rx_rings
    # What the host has not written holds its reset value: of a register with copies, the last.
    for name, register in host.abi.registers.items():
        if register["access"] == "RW" and name != "CONTROL":
            assert await host.read(name, register["count"] - 1) == register["reset"], name
    await host.write("SCRATCH", 0x1234_5678)
    assert await host.read("SCRATCH") == 0x1234_5678


@cocotb.test(timeout_time=400, timeout_unit="us")
async def a_gap_is_seen_recovered_and_closed(dut):
    host = Host(dut)
    await host.start()
    connection = Connection()
    seq = 0xFFFF_FF00  # wraps soon
    fence = await host.command("ARM", session=3, connection=connection, tcp_seq=seq, expected=9, tag=77)
    assert host.abi.name("command_result", fence.result) == "OK"
    assert host.abi.name("session_state", fence.session_state) == "ARMED"
    stream = b"".join(
        [fix_message(n) for n in (9, 10, 13, 14)]
        + [fix_message(n, fields=["43=Y", "122=20260101-00:00:00.000"]) for n in (11, 12, 13, 14)]
        + [fix_message(15), fix_message(8)]
    )
    dice = random.Random(SEED)
    dut._log.info("seed %d", SEED)
    at, verdicts = 0, []
    while at < len(stream):
        length = min(dice.randint(1, 300), len(stream) - at)
        frame = connection.frame((seq + at) & 0xFFFF_FFFF, stream[at:at + length])
        await host.receive(frame)
        messages, entry, data = await host.next_frame()
        assert data == frame, "the frame's bytes are as they came"
        assert host.abi.name("frame_class", entry.__dict__["class"]) == "IN_ORDER"
        assert host.abi.flags("frame_flags", entry.flags) == {"COMMITTED"}
        assert entry.session == 3 and entry.generation == fence.generation
        verdicts += [host.verdict(message) for message in messages]
        at += length
    v = {"VERIFIED"}
    dup = v | {"POSS_DUP"}
    assert verdicts == [
        ("IN_SEQUENCE", 9, 9, v),
        ("IN_SEQUENCE", 10, 10, v),
        ("GAP", 13, 11, v | {"GAP_OPENED"}),
        ("GAP", 14, 11, v),
        ("IN_SEQUENCE", 11, 11, dup),
        ("IN_SEQUENCE", 12, 12, dup),
        ("IN_SEQUENCE", 13, 13, dup),
        ("IN_SEQUENCE", 14, 14, dup | {"GAP_CLOSED"}),
        ("IN_SEQUENCE", 15, 15, v),
        ("TOO_LOW", 8, 16, v),
    ]


@cocotb.test(timeout_time=400, timeout_unit="us")
async def a_bad_frame_changes_nothing(dut):
    host = Host(dut)
    await host.start()
    connection = Connection()
    await host.command("ARM", connection=connection, tcp_seq=1_000, expected=1)
    message = fix_message(1)
    for spoilt, fcs_bad, flag in ((True, False, "TCP_CHECKSUM_BAD"), (False, True, "FCS_BAD")):
        await host.receive(connection.frame(1_000, message, spoil_checksum=spoilt), fcs_bad)
        messages, entry, _ = await host.next_frame()
        assert len(messages) == 1
        assert host.abi.flags("frame_flags", entry.flags) == {flag}, "void: COMMITTED is clear"
    # A wrong CheckSum of FIX is the message's fault, not the frame's.
    wrong = message[:-4] + (b"000\x01" if message[-4:] != b"000\x01" else b"001\x01")
    await host.receive(connection.frame(1_000, wrong))
    messages, entry, _ = await host.next_frame()
    assert host.verdict(messages[0])[0] == "MALFORMED"
    await host.receive(connection.frame(1_000 + len(wrong), message))
    messages, _, _ = await host.next_frame()
    assert host.verdict(messages[0]) == ("IN_SEQUENCE", 1, 1, {"VERIFIED"})
    counters = await host.counters()
    assert counters["fcs_bad"] == counters["tcp_checksum_bad"] == 1
    assert counters["rx_frames"] == counters["rx_delivered"] == 4


@cocotb.test(timeout_time=400, timeout_unit="us")
async def commands_are_refused_with_a_reason(dut):
    host = Host(dut)
    await host.start()
    sessions = host.abi.limits.sessions
    for reason, arguments in (
        ("BAD_SESSION", {"op": "ARM", "session": sessions, "connection": Connection()}),
        ("BAD_EXPECTED", {"op": "ARM", "session": 0, "connection": Connection(), "expected": 0}),
        ("BAD_STATE", {"op": "SET_EXPECTED", "session": 5, "expected": 5}),
    ):
        fence = await host.command(**arguments, tag=len(reason))
        assert host.abi.name("command_result", fence.result) == reason
    assert (await host.counters())["command_refused"] == 3


@cocotb.test(timeout_time=400, timeout_unit="us")
async def nothing_is_lost_unseen_while_the_host_stalls(dut):
    host = Host(dut)
    await host.start(seed=SEED)
    connection = Connection()
    await host.command("ARM", connection=connection, tcp_seq=0, expected=1)
    dice = random.Random(SEED)
    frames, seq = [], 0
    for number in range(1, 121):
        if dice.random() < 0.2:
            frames.append(dice.randbytes(dice.randint(60, 1514)))
        else:
            payload = fix_message(number - sum(1 for f in frames if f[:6] != connection.frame(0, b"")[:6]))
            frames.append(connection.frame(seq, payload))
            seq += len(payload)
    for frame in frames:
        await host.receive(frame)
    seen = 0
    for frame in frames:
        messages, entry, data = await host.next_frame()
        assert data == frame
        assert entry.dropped == 0
        seen += len(messages)
        assert all(host.verdict(message)[0] == "IN_SEQUENCE" for message in messages)
    counters = await host.counters()
    assert counters["verdict_in_sequence"] == seen > 60
    drops = sum(counters[name] for name in ("drop_fifo", "drop_disabled", "drop_ring"))
    assert counters["rx_frames"] == counters["rx_delivered"] + drops == len(frames)


@cocotb.test(timeout_time=400, timeout_unit="us")
async def frames_are_sent_as_they_stand_in_memory(dut):
    host = Host(dut)
    await host.start(seed=SEED)
    await host.write_pair("TX_RING_LO", TX_RING)
    await host.write_pair("TX_COMPLETION_LO", TX_COMPLETION)
    await host.write("TX_SIZE", TX_LOG2)
    await host.write("CONTROL", host.abi.fields("CONTROL", rx_enable=1, tx_enable=1))
    dice = random.Random(SEED)
    frames = [dice.randbytes(length) for length in (60, 61, 64, 511, 1_514, 2_048)]
    size = host.abi.structures["TX_DESCRIPTOR"]["bytes"]
    for number, frame in enumerate(frames):
        address = TX_FRAMES + 2_048 * number
        host.memory.write(address, frame)
        host.memory.write(TX_RING + size * number, host.abi.encode("TX_DESCRIPTOR", address=address, length=len(frame)))
    await host.write("TX_DOORBELL", len(frames))
    for frame in frames:
        sent = await host.mac.tx.recv()
        assert sent.data == frame

    async def completed():
        done = int.from_bytes(host.memory.read(TX_COMPLETION, 2), "little")
        return done == len(frames)

    await host.until("the TX completion", completed)
    assert (await host.counters())["tx_frames"] == len(frames)


@cocotb.test(timeout_time=400, timeout_unit="us")
async def an_armed_interrupt_fires_once(dut):
    host = Host(dut)
    await host.start()
    pulses = []

    async def watch():
        while True:
            await ClockCycles(dut.clock, 1)
            if dut.irq.value.integer:
                pulses.append(dut.irq.value.integer)

    cocotb.start_soon(watch())
    frame = Connection().frame(0, b"nobody's")
    await host.receive(frame)
    await host.next_frame()
    assert pulses == [], "nobody armed it"
    await host.write("IRQ_ARM", host.abi.fields("IRQ_ARM", rx=1))
    await host.receive(frame)
    await host.receive(frame)
    await host.next_frame()
    await host.next_frame()
    assert pulses == [1]
