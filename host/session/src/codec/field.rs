//! Tag numbers the session layer knows, and the table of length/data pairs.

/// BeginString.
pub const BEGIN_STRING: u32 = 8;
/// BodyLength.
pub const BODY_LENGTH: u32 = 9;
/// CheckSum.
pub const CHECK_SUM: u32 = 10;
/// BeginSeqNo.
pub const BEGIN_SEQ_NO: u32 = 7;
/// EndSeqNo.
pub const END_SEQ_NO: u32 = 16;
/// MsgSeqNum.
pub const MSG_SEQ_NUM: u32 = 34;
/// MsgType.
pub const MSG_TYPE: u32 = 35;
/// NewSeqNo.
pub const NEW_SEQ_NO: u32 = 36;
/// PossDupFlag.
pub const POSS_DUP_FLAG: u32 = 43;
/// RefSeqNum.
pub const REF_SEQ_NUM: u32 = 45;
/// SenderCompID.
pub const SENDER_COMP_ID: u32 = 49;
/// SenderSubID.
pub const SENDER_SUB_ID: u32 = 50;
/// SendingTime.
pub const SENDING_TIME: u32 = 52;
/// TargetCompID.
pub const TARGET_COMP_ID: u32 = 56;
/// TargetSubID.
pub const TARGET_SUB_ID: u32 = 57;
/// Text.
pub const TEXT: u32 = 58;
/// Signature.
pub const SIGNATURE: u32 = 89;
/// SignatureLength.
pub const SIGNATURE_LENGTH: u32 = 93;
/// SecureData.
pub const SECURE_DATA: u32 = 91;
/// PossResend.
pub const POSS_RESEND: u32 = 97;
/// EncryptMethod.
pub const ENCRYPT_METHOD: u32 = 98;
/// HeartBtInt.
pub const HEART_BT_INT: u32 = 108;
/// TestReqID.
pub const TEST_REQ_ID: u32 = 112;
/// OrigSendingTime.
pub const ORIG_SENDING_TIME: u32 = 122;
/// GapFillFlag.
pub const GAP_FILL_FLAG: u32 = 123;
/// ResetSeqNumFlag.
pub const RESET_SEQ_NUM_FLAG: u32 = 141;
/// LastMsgSeqNumProcessed.
pub const LAST_MSG_SEQ_NUM_PROCESSED: u32 = 369;
/// RefTagID.
pub const REF_TAG_ID: u32 = 371;
/// RefMsgType.
pub const REF_MSG_TYPE: u32 = 372;
/// SessionRejectReason.
pub const SESSION_REJECT_REASON: u32 = 373;
/// BusinessRejectReason.
pub const BUSINESS_REJECT_REASON: u32 = 380;
/// NextExpectedMsgSeqNum.
pub const NEXT_EXPECTED_MSG_SEQ_NUM: u32 = 789;
/// ApplVerID.
pub const APPL_VER_ID: u32 = 1128;
/// DefaultApplVerID.
pub const DEFAULT_APPL_VER_ID: u32 = 1137;

/// The data field whose length `length_tag` gives, if it gives one.
///
/// The value of a data field may hold any byte, SOH included, so it is read by its length and never by searching
/// (FIX Vol. 1, "Data types": data).
pub const fn data_field_of(length_tag: u32) -> Option<u32> {
    Some(match length_tag {
        90 => 91,
        93 => 89,
        95 => 96,
        212 => 213,
        348 => 349,
        350 => 351,
        352 => 353,
        354 => 355,
        356 => 357,
        358 => 359,
        360 => 361,
        362 => 363,
        364 => 365,
        445 => 446,
        618 => 619,
        621 => 622,
        1184 => 1185,
        // FIX 5.0SP1 and later; most have the data's tag behind the length's.
        1277 | 1280 | 1282 | 1397 | 1401 | 1403 | 1468 | 1578 | 1620 | 1664 | 1733 | 1871 | 1874 | 2072
        | 2074 | 2111 | 2179 | 2287 | 2351 | 2481 | 2637 | 2651 | 2665 | 2715 | 2718 | 2721 | 2797
        | 40004 | 40008 | 40978 | 40980 | 40982 | 40984 | 40986 | 40988 | 41083 | 41101 | 41107 | 41256
        | 41320 | 41324 | 41458 | 41476 | 41482 | 41653 | 41710 | 41806 | 41811 | 41873 | 41969 | 42025
        | 42171 | 42451 | 42652 | 42947 => length_tag + 1,
        2372 | 2494 | 2522 | 2802 | 2809 | 2815 => length_tag - 1,
        1525 => 1527,
        1678 => 1697,
        43109 => 42684,
        43110 => 42486,
        43111 => 42982,
        _ => return None,
    })
}

/// Whether a message of this MsgType is administrative: A, 0, 1, 2, 3, 4, 5.
#[inline]
pub fn is_admin(msg_type: &[u8]) -> bool {
    matches!(msg_type, [b'A'] | [b'0'..=b'5'])
}

/// Whether MsgType is one that FIX defines for `begin_string`, up to 5.0SP2 for FIXT.1.1, or a user-defined one (U...).
#[inline]
pub fn is_known_msg_type(begin_string: &[u8], msg_type: &[u8]) -> bool {
    // The first version that has it, without its point.
    let since = match msg_type {
        [b'0'..=b'9' | b'A'..=b'H' | b'J'..=b'N' | b'P'..=b'S'] | [b'U', ..] => return true,
        [b'T'] => 41,
        [b'V'..=b'Z' | b'a'..=b'm'] => 42,
        [b'n'..=b'z'] | [b'A', b'A'..=b'I'] => 43,
        [b'A', b'J'..=b'Z'] | [b'B', b'A'..=b'H'] => 44,
        [b'B' | b'C' | b'D' | b'E', b'A'..=b'Z'] => 50,
        _ => return false,
    };
    let spoken = match begin_string {
        b"FIX.4.0" => 40,
        b"FIX.4.1" => 41,
        b"FIX.4.2" => 42,
        b"FIX.4.3" => 43,
        b"FIX.4.4" => 44,
        _ => 50,
    };
    since <= spoken
}
