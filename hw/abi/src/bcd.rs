//! MsgSeqNum as the hardware counts it: ten decimal digits, four bits each, the units in the low nibble.

/// Largest number that ten digits hold.
pub const MAX: u64 = 9_999_999_999;

/// The ten digits of `number`; `None` above [`MAX`].
pub const fn from_u64(number: u64) -> Option<u64> {
    if number > MAX {
        return None;
    }
    let (mut rest, mut bcd, mut shift) = (number, 0, 0);
    while rest != 0 {
        bcd |= (rest % 10) << shift;
        rest /= 10;
        shift += 4;
    }
    Some(bcd)
}

/// The number behind ten digits; bits above the tenth digit are ignored. `None` if a digit is above nine.
pub const fn to_u64(bcd: u64) -> Option<u64> {
    let (mut number, mut place) = (0, 10);
    while place > 0 {
        place -= 1;
        let digit = (bcd >> (4 * place)) & 0xF;
        if digit > 9 {
            return None;
        }
        number = number * 10 + digit;
    }
    Some(number)
}

/// Reads the five bytes of an entry's field, least significant first.
pub const fn from_bytes(bytes: [u8; 5]) -> u64 {
    u64::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], 0, 0, 0])
}

/// The five bytes of an entry's field, least significant first.
pub const fn to_bytes(bcd: u64) -> [u8; 5] {
    let b = bcd.to_le_bytes();
    [b[0], b[1], b[2], b[3], b[4]]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_go_both_ways() {
        for number in [0, 1, 9, 10, 99_999, 100_000, 1 << 31, 1 << 32, 1_234_567_890, MAX] {
            let bcd = from_u64(number).unwrap();
            assert_eq!(to_u64(bcd), Some(number));
            assert_eq!(from_bytes(to_bytes(bcd)), bcd);
        }
        assert_eq!(from_u64(1_234_567_890), Some(0x12_3456_7890));
        assert_eq!(from_u64(MAX + 1), None);
        assert_eq!(to_u64(0xA), None);
        assert_eq!(to_u64(0xA0_0000_0000), None);
    }
}
