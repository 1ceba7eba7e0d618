"""The contract between core and host, read from `fixnic abi --json` and from nothing else."""
import json
import os
from types import SimpleNamespace


class Contract:
    """Registers by name, ring entries to decode, enumerations both ways."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.raw = json.load(file)
        self.registers = {register["name"]: register for register in self.raw["registers"]}
        self.structures = {structure["name"]: structure for structure in self.raw["structures"]}
        self.entries = {s["kind"]: s for s in self.raw["structures"] if s["kind"]}
        self.counters = [counter["name"] for counter in self.raw["counters"]]
        self.limits = SimpleNamespace(**self.raw["limits"])

    def address(self, register, index=0):
        """Byte offset of a register of BAR0."""
        entry = self.registers[register]
        assert index < entry["count"], f"{register} has {entry['count']} copies, not {index + 1}"
        return entry["offset"] + index * entry["stride"]

    def fields(self, register, **values):
        """The value of a register with these fields set."""
        word = 0
        known = {field["name"]: field for field in self.registers[register]["fields"]}
        for name, value in values.items():
            field = known[name]
            assert value < 1 << field["width"], f"{register}.{name} has {field['width']} bits"
            word |= value << field["lsb"]
        return word

    def field(self, register, name, word):
        """One field of a register's value."""
        field = next(f for f in self.registers[register]["fields"] if f["name"] == name)
        return word >> field["lsb"] & (1 << field["width"]) - 1

    def value(self, enum, name):
        """The number of a name."""
        return next(v["value"] for v in self.raw["enums"][enum] if v["name"] == name)

    def name(self, enum, value):
        """The name of a number."""
        return next((v["name"] for v in self.raw["enums"][enum] if v["value"] == value), f"{enum} {value}")

    def flags(self, group, value):
        """The names of the flags set."""
        return {flag["name"] for flag in self.raw["flags"][group] if value & flag["value"]}

    def decode(self, data):
        """A ring entry as a namespace with its fields as integers, and `structure`, its name."""
        structure = self.entries[data[0]]
        entry = SimpleNamespace(structure=structure["name"])
        for field in structure["fields"]:
            raw = data[field["offset"]:field["offset"] + field["bytes"]]
            setattr(entry, field["name"], int.from_bytes(raw, self.raw["byte_order"]))
        return entry

    def encode(self, structure, **values):
        """Bytes of a structure."""
        layout = self.structures[structure]
        data = bytearray(layout["bytes"])
        for field in layout["fields"]:
            value = values.pop(field["name"], 0)
            data[field["offset"]:field["offset"] + field["bytes"]] = value.to_bytes(field["bytes"], self.raw["byte_order"])
        assert not values, f"{structure} has no {values}"
        return bytes(data)

    def phase_expected(self, index, ring_log2):
        """The phase bit of the entry with this running number."""
        first = self.raw["phase"]["first_pass"]
        return first if not index >> ring_log2 & 1 else 1 - first

    def phase(self, data):
        """The phase bit that an entry has."""
        return int(bool(data[self.raw["phase"]["offset"]] & self.raw["phase"]["mask"]))

    def slots(self, local_ip, remote_ip, local_port, remote_port):
        """The slots of the lookup table that a connection may stand in."""
        lookup = self.raw["lookup"]
        parts = {"local_ip": local_ip, "remote_ip": remote_ip, "local_port": local_port, "remote_port": remote_port}
        number = sum(parts[bits["name"]] << bits["lsb"] for bits in lookup["tuple_bits"])
        found = []
        for bank, masks in enumerate(lookup["masks"]):
            bucket = sum(((number & int(mask, 16)).bit_count() & 1) << bit for bit, mask in enumerate(masks))
            # The contract gives the slot's number as a formula of these three.
            found += [eval(lookup["slot"], {}, {"bank": bank, "bucket": bucket, "way": way}) for way in range(lookup["ways"])]
        return found


def load():
    """The contract of the file that ABI_JSON names."""
    return Contract(os.environ["ABI_JSON"])
