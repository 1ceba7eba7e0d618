"""FIX messages and the frames that carry them."""
import struct
from dataclasses import dataclass

SOH = "\x01"


def fix_message(number, msg_type="8", fields=(), begin_string="FIX.4.4"):
    """A FIX message with right BodyLength and CheckSum."""
    body = SOH.join([f"35={msg_type}", f"34={number}", "49=EXCHANGE", "56=TRADER", "52=20260101-00:00:00.000", *fields]) + SOH
    text = f"8={begin_string}{SOH}9={len(body)}{SOH}{body}".encode()
    return text + f"10={sum(text) % 256:03}{SOH}".encode()


def checksum(data):
    """The Internet checksum (RFC 1071)."""
    data += b"\0" * (len(data) % 2)
    total = sum(struct.unpack(f">{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


@dataclass
class Connection:
    """A TCP connection as its receiver sees it."""
    local_ip: int = 0x0A000001
    remote_ip: int = 0x0A000002
    local_port: int = 40_000
    remote_port: int = 9_876

    def frame(self, seq, payload, flags=0x18, spoil_checksum=False):
        """An Ethernet frame without FCS that carries `payload`."""
        tcp = struct.pack(">HHIIBBHHH", self.remote_port, self.local_port, seq, 1, 5 << 4, flags, 65_535, 0, 0)
        pseudo = struct.pack(">IIBBH", self.remote_ip, self.local_ip, 0, 6, len(tcp) + len(payload))
        value = checksum(pseudo + tcp + payload) ^ (0x0100 if spoil_checksum else 0)
        tcp = tcp[:16] + struct.pack(">H", value) + tcp[18:]
        ip = struct.pack(">BBHHHBBHII", 0x45, 0, 20 + len(tcp) + len(payload), 1, 0x4000, 64, 6, 0, self.remote_ip, self.local_ip)
        ip = ip[:10] + struct.pack(">H", checksum(ip)) + ip[12:]
        frame = bytes.fromhex("020000000001" "020000000002" "0800") + ip + tcp + payload
        return frame + b"\0" * max(0, 60 - len(frame))
