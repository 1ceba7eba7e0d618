//! The codes that say why a message was refused.

/// SessionRejectReason (373), FIX 4.4 Vol. 2, "Reject", and FIXT 1.1, "Reject".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SessionRejectReason {
    /// 0
    InvalidTagNumber = 0,
    /// 1
    RequiredTagMissing = 1,
    /// 2
    TagNotDefinedForMsgType = 2,
    /// 3
    UndefinedTag = 3,
    /// 4
    TagWithoutValue = 4,
    /// 5
    ValueIncorrect = 5,
    /// 6
    IncorrectDataFormat = 6,
    /// 7
    Decryption = 7,
    /// 8
    Signature = 8,
    /// 9
    CompIdProblem = 9,
    /// 10
    SendingTimeAccuracy = 10,
    /// 11
    InvalidMsgType = 11,
    /// 12
    XmlValidation = 12,
    /// 13
    TagAppearsMoreThanOnce = 13,
    /// 14
    TagOutOfRequiredOrder = 14,
    /// 15
    GroupFieldsOutOfOrder = 15,
    /// 16
    IncorrectNumInGroup = 16,
    /// 17
    ValueIncludesDelimiter = 17,
    /// 18, FIXT.1.1 alone
    ApplicationVersion = 18,
    /// 99
    Other = 99,
}

impl SessionRejectReason {
    /// The value of tag 373.
    pub const fn code(self) -> u64 {
        self as u64
    }

    /// Whether a version of FIX has this code: 4.2 has those up to 11, 4.3 up to 17, 4.4 also 99, FIXT.1.1 also 18. FIX 4.0 and 4.1
    /// have no SessionRejectReason.
    pub fn is_of(self, begin_string: &str) -> bool {
        match begin_string {
            "FIX.4.0" | "FIX.4.1" => false,
            "FIX.4.2" => self.code() <= Self::InvalidMsgType.code(),
            "FIX.4.3" => self.code() <= Self::ValueIncludesDelimiter.code(),
            "FIX.4.4" => self != Self::ApplicationVersion,
            _ => true,
        }
    }

    /// What it says in words, for Text (58).
    pub const fn text(self) -> &'static str {
        match self {
            Self::InvalidTagNumber => "Invalid tag number",
            Self::RequiredTagMissing => "Required tag missing",
            Self::TagNotDefinedForMsgType => "Tag not defined for this message type",
            Self::UndefinedTag => "Undefined tag",
            Self::TagWithoutValue => "Tag specified without a value",
            Self::ValueIncorrect => "Value is incorrect (out of range) for this tag",
            Self::IncorrectDataFormat => "Incorrect data format for value",
            Self::Decryption => "Decryption problem",
            Self::Signature => "Signature problem",
            Self::XmlValidation => "XML validation error",
            Self::GroupFieldsOutOfOrder => "Repeating group fields out of order",
            Self::IncorrectNumInGroup => "Incorrect NumInGroup count for repeating group",
            Self::ValueIncludesDelimiter => "Non-data value includes field delimiter (SOH character)",
            Self::ApplicationVersion => "Invalid or unsupported application version",
            Self::Other => "Other",
            Self::CompIdProblem => "CompID problem",
            Self::SendingTimeAccuracy => "SendingTime accuracy problem",
            Self::InvalidMsgType => "Invalid MsgType",
            Self::TagAppearsMoreThanOnce => "Tag appears more than once",
            Self::TagOutOfRequiredOrder => "Tag specified out of required order",
        }
    }
}

/// BusinessRejectReason (380), FIX 4.4 Vol. 2, "Business Message Reject".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum BusinessRejectReason {
    /// 0
    Other = 0,
    /// 3
    UnsupportedMessageType = 3,
    /// 4
    ApplicationNotAvailable = 4,
    /// 5
    ConditionallyRequiredFieldMissing = 5,
}

impl BusinessRejectReason {
    /// The value of tag 380.
    pub const fn code(self) -> u64 {
        self as u64
    }

    /// What it says in words, for Text (58).
    pub const fn text(self) -> &'static str {
        match self {
            Self::Other => "Other",
            Self::UnsupportedMessageType => "Unsupported Message Type",
            Self::ApplicationNotAvailable => "Application not available",
            Self::ConditionallyRequiredFieldMissing => "Conditionally required field missing",
        }
    }
}
