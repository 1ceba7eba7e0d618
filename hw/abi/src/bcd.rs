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
#[inline]
pub const fn to_u64(bcd: u64) -> Option<u64> {
    let digits = bcd & 0xff_ffff_ffff;
    // A digit above nine has its eight and its four or its two.
    if (digits >> 3) & ((digits >> 2) | (digits >> 1)) & 0x11_1111_1111 != 0 {
        return None;
    }
    // Five bytes of two digits each, then three numbers of four.
    let pairs = digits - 6 * ((digits >> 4) & 0x0f_0f0f_0f0f);
    let fours = (pairs & 0x00ff_00ff_00ff) + 100 * ((pairs >> 8) & 0x00ff_00ff_00ff);
    Some((fours & 0xffff) + 10_000 * ((fours >> 16) & 0xffff) + 100_000_000 * (fours >> 32))
}

/// Reads the five bytes of an entry's field, least significant first.
#[inline]
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
        assert_eq!(to_u64(0xFFFF_FF00_0000_0007), Some(7), "above the tenth digit");
        for place in 0..10 {
            for digit in 0..16 {
                let expected = (digit < 10).then(|| digit * 10u64.pow(place));
                assert_eq!(to_u64(digit << (4 * place)), expected, "{digit} at place {place}");
            }
        }
        let mut number = 1;
        while number < MAX / 7 {
            number = number * 7 + 3;
            assert_eq!(to_u64(from_u64(number).unwrap()), Some(number));
        }
        assert_eq!(to_u64(0xA0_0000_0000), None);
    }
}
