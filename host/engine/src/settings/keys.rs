//! Every key this engine or QuickFIX (C++, Java) knows, and what becomes of it.

/// What becomes of a known key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Treatment {
    /// It does what QuickFIX's documentation says.
    Honoured,
    /// It does a part of that, which is said aloud unless its value asks for no more.
    Partly {
        /// Values that ask for no more than what is done.
        whole: &'static [&'static str],
        /// What is not done.
        but: &'static str,
    },
    /// It is read and then left alone, which is said aloud unless its value asks for what happens anyway.
    NotHonoured {
        /// Values that ask for what happens anyway.
        harmless: &'static [&'static str],
        /// What happens instead.
        instead: &'static str,
    },
}

use Treatment::{Honoured, NotHonoured, Partly};

const NO_VALIDATION: Treatment = NotHonoured {
    harmless: &["N"],
    instead: "UseDataDictionary and the keys beside it say what is validated",
};
const NO_TEXT_LOG: Treatment = NotHonoured {
    harmless: &["N"],
    instead: "FileLogPath has files of all messages and events written",
};
const SOCKET_OPTION: Treatment = NotHonoured {
    harmless: &["N"],
    instead: "sockets keep the system's defaults but for TCP_NODELAY",
};
const NO_LOCATION: Treatment = NotHonoured {
    harmless: &[],
    instead: "location ids are not sent",
};
const TEST_REQUEST_TIMES: Treatment = NotHonoured {
    harmless: &["1.2"],
    instead: "a TestRequest goes out after HeartBtInt and 20 %, as FIX says",
};
const NO_DATABASE: Treatment = NotHonoured {
    harmless: &[],
    instead: "messages are stored in files below FileStorePath",
};
const NO_TLS: Treatment = NotHonoured {
    harmless: &[],
    instead: "connections are plain TCP",
};

/// Known keys by name.
pub(super) const KEYS: &[(&str, Treatment)] = &[
    // The session
    ("BeginString", Honoured),
    ("SenderCompID", Honoured),
    ("TargetCompID", Honoured),
    ("SessionQualifier", Honoured),
    ("SenderSubID", Honoured),
    ("TargetSubID", Honoured),
    ("Username", Honoured),
    ("Password", Honoured),
    ("DefaultApplVerID", Honoured),
    ("ConnectionType", Honoured),
    ("HeartBtInt", Honoured),
    ("LogonTimeout", Honoured),
    ("LogoutTimeout", Honoured),
    ("ResetOnLogon", Honoured),
    ("ResetOnLogout", Honoured),
    ("ResetOnDisconnect", Honoured),
    ("CheckLatency", Honoured),
    ("MaxLatency", Honoured),
    ("ResendRequestChunkSize", Honoured),
    ("Compatibility", Honoured),
    ("MaxMessageLength", Honoured),
    ("MaxGapMessages", Honoured),
    ("MaxGapBytes", Honoured),
    ("MaxTransmitBytes", Honoured),
    ("ResendBatchSize", Honoured),
    ("ResendTimeout", Honoured),
    ("ResendAttempts", Honoured),
    ("EnableNextExpectedMsgSeqNum", Honoured),
    ("SendNextExpectedMsgSeqNum", Honoured),
    ("ClosedResendInterval", Honoured),
    ("CheckCompID", Honoured),
    ("TimeStampPrecision", Honoured),
    ("MillisecondsInTimeStamp", Honoured),
    // The store
    ("PersistMessages", Honoured),
    ("FileStorePath", Honoured),
    ("StoreSync", Honoured),
    ("StoreSegmentSize", Honoured),
    ("StoreIncoming", Honoured),
    // The network
    ("SocketConnectHost", Honoured),
    ("SocketConnectPort", Honoured),
    ("SocketAcceptHost", Honoured),
    ("SocketAcceptAddress", Honoured),
    ("SocketAcceptPort", Honoured),
    ("SocketNodelay", Honoured),
    ("SocketTcpNoDelay", Honoured),
    ("ReconnectInterval", Honoured),
    ("ReconnectIntervalMax", Honoured),
    ("ReconnectSeed", Honoured),
    ("Device", Honoured),
    ("NicAddress", Honoured),
    ("NicGateway", Honoured),
    ("NicMac", Honoured),
    ("NicRing", Honoured),
    ("NicThreads", Honoured),
    // Schedules
    ("StartTime", Honoured),
    ("EndTime", Honoured),
    ("StartDay", Honoured),
    ("EndDay", Honoured),
    ("Weekdays", Honoured),
    ("LogonTime", Honoured),
    ("LogoutTime", Honoured),
    ("LogonDay", Honoured),
    ("LogoutDay", Honoured),
    ("TimeZone", Honoured),
    ("UseLocalTime", Honoured),
    ("NonStopSession", Honoured),
    // Dictionaries
    ("UseDataDictionary", Honoured),
    ("DataDictionary", Honoured),
    ("AppDataDictionary", Honoured),
    ("AppDataDictionary.FIX.4.0", Honoured),
    ("AppDataDictionary.FIX.4.1", Honoured),
    ("AppDataDictionary.FIX.4.2", Honoured),
    ("AppDataDictionary.FIX.4.3", Honoured),
    ("AppDataDictionary.FIX.4.4", Honoured),
    ("AppDataDictionary.FIX.5.0", Honoured),
    ("AppDataDictionary.FIX.5.0SP1", Honoured),
    ("AppDataDictionary.FIX.5.0SP2", Honoured),
    ("TransportDataDictionary", Honoured),
    ("AllowUnknownMsgFields", Honoured),
    (
        "PreserveMessageFieldsOrder",
        NotHonoured {
            harmless: &["Y"],
            instead: "fields always keep their order",
        },
    ),
    ("ValidateFieldsOutOfOrder", Honoured),
    ("ValidateFieldsHaveValues", Honoured),
    ("ValidateUserDefinedFields", Honoured),
    (
        "ValidateLengthAndChecksum",
        Partly {
            whole: &["Y"],
            but: "CheckSum is not checked, but BodyLength is, since it frames the messages",
        },
    ),
    // Recovery
    ("RefreshOnLogon", Honoured),
    (
        "SendResetSeqNumFlag",
        NotHonoured {
            harmless: &["N"],
            instead: "ResetOnLogon=Y sends ResetSeqNumFlag",
        },
    ),
    ("SendRedundantResendRequests", Honoured),
    ("EnableLastMsgSeqNumProcessed", Honoured),
    ("MaxMessagesInResendRequest", Honoured),
    // Sockets
    (
        "SocketConnectSourceHost",
        NotHonoured {
            harmless: &[],
            instead: "the system chooses the source address",
        },
    ),
    (
        "SocketConnectSourcePort",
        NotHonoured {
            harmless: &[],
            instead: "the system chooses the source port",
        },
    ),
    (
        "SocketReuseAddress",
        NotHonoured {
            harmless: &["Y"],
            instead: "listening sockets set SO_REUSEADDR",
        },
    ),
    (
        "SocketSendBufferSize",
        NotHonoured {
            harmless: &[],
            instead: "the system sizes socket buffers",
        },
    ),
    (
        "SocketReceiveBufferSize",
        NotHonoured {
            harmless: &[],
            instead: "the system sizes socket buffers",
        },
    ),
    (
        "HttpAcceptPort",
        NotHonoured {
            harmless: &["0"],
            instead: "there is no HTTP listener",
        },
    ),
    ("SocketKeepAlive", SOCKET_OPTION),
    ("SocketLinger", SOCKET_OPTION),
    ("SocketOobInline", SOCKET_OPTION),
    ("SocketTrafficClass", SOCKET_OPTION),
    (
        "SocketSynchronousWrites",
        NotHonoured {
            harmless: &["N"],
            instead: "nothing waits for a socket",
        },
    ),
    (
        "SocketConnectProtocol",
        NotHonoured {
            harmless: &["TCP"],
            instead: "connections are plain TCP",
        },
    ),
    (
        "SocketAcceptProtocol",
        NotHonoured {
            harmless: &["TCP"],
            instead: "connections are plain TCP",
        },
    ),
    (
        "AllowedRemoteAddresses",
        NotHonoured {
            harmless: &[],
            instead: "every address may connect: use a firewall",
        },
    ),
    // Rules that other engines let one turn off
    ("SenderLocationID", NO_LOCATION),
    ("TargetLocationID", NO_LOCATION),
    (
        "AcceptorTemplate",
        NotHonoured {
            harmless: &["N"],
            instead: "every session has a section of its own",
        },
    ),
    (
        "DynamicSession",
        NotHonoured {
            harmless: &["N"],
            instead: "every session has a section of its own",
        },
    ),
    (
        "DisableHeartBeatCheck",
        NotHonoured {
            harmless: &["N"],
            instead: "silence is always noticed",
        },
    ),
    ("HeartBeatTimeoutMultiplier", TEST_REQUEST_TIMES),
    ("TestRequestDelayMultiplier", TEST_REQUEST_TIMES),
    (
        "RequiresOrigSendingTime",
        NotHonoured {
            harmless: &["Y"],
            instead: "OrigSendingTime is always required",
        },
    ),
    (
        "ValidateChecksum",
        NotHonoured {
            harmless: &["Y"],
            instead: "CheckSum is always checked",
        },
    ),
    (
        "ValidateSequenceNumbers",
        NotHonoured {
            harmless: &["Y"],
            instead: "MsgSeqNum is always checked",
        },
    ),
    ("ValidateIncomingMessage", NO_VALIDATION),
    ("ValidateUnorderedGroupFields", NO_VALIDATION),
    ("FirstFieldInGroupIsDelimiter", NO_VALIDATION),
    ("RejectInvalidMessage", NO_VALIDATION),
    (
        "RejectMessageOnUnhandledException",
        NotHonoured {
            harmless: &["N"],
            instead: "the application answers itself",
        },
    ),
    (
        "RejectGarbledMessage",
        NotHonoured {
            harmless: &["N"],
            instead: "garbled messages are ignored and counted",
        },
    ),
    (
        "DisconnectOnError",
        NotHonoured {
            harmless: &["N"],
            instead: "the rules of FIX say what ends a session",
        },
    ),
    (
        "ContinueInitializationOnError",
        NotHonoured {
            harmless: &["N"],
            instead: "the engine starts with all of its sessions or not at all",
        },
    ),
    (
        "ForceResendWhenCorruptedStore",
        NotHonoured {
            harmless: &["N"],
            instead: "a damaged store is refused",
        },
    ),
    (
        "FileStoreSync",
        NotHonoured {
            harmless: &[],
            instead: "StoreSync says when files are synced",
        },
    ),
    (
        "FileStoreMaxCachedMsgs",
        NotHonoured {
            harmless: &[],
            instead: "messages are read back from the file",
        },
    ),
    // Logs
    ("FileLogPath", Honoured),
    ("FileLogBackupPath", NO_TEXT_LOG),
    ("ScreenLogShowIncoming", NO_TEXT_LOG),
    ("ScreenLogShowOutgoing", NO_TEXT_LOG),
    ("ScreenLogShowEvents", NO_TEXT_LOG),
    ("ScreenLogShowHeartBeats", NO_TEXT_LOG),
    ("FileLogHeartbeats", NO_TEXT_LOG),
    ("FileIncludeMilliseconds", NO_TEXT_LOG),
    ("FileIncludeTimeStampForMessages", NO_TEXT_LOG),
    ("LogMessageWhenSessionNotFound", NO_TEXT_LOG),
];

/// Known keys by the beginning of their name.
const FAMILIES: &[(&str, Treatment)] = &[
    // Addresses to fall back on: SocketConnectHost1, SocketConnectPort1, and so on.
    ("SocketConnectHost", Honoured),
    ("SocketConnectPort", Honoured),
    ("MySQL", NO_DATABASE),
    ("PostgreSQL", NO_DATABASE),
    ("Odbc", NO_DATABASE),
    ("Jdbc", NO_DATABASE),
    ("ServerCertificate", NO_TLS),
    ("ClientCertificate", NO_TLS),
    ("Certificat", NO_TLS),
    ("SSL", NO_TLS),
    ("SLF4J", NO_TEXT_LOG),
    (
        "SocketUseSSL",
        NotHonoured {
            harmless: &["N"],
            instead: "connections are plain TCP",
        },
    ),
    ("SocketKeyStore", NO_TLS),
];

/// What becomes of `key`, or `None` when nobody knows it.
pub(super) fn treatment(key: &str) -> Option<Treatment> {
    if let Some((_, treatment)) = KEYS.iter().find(|(name, _)| name.eq_ignore_ascii_case(key)) {
        return Some(*treatment);
    }
    let (prefix, treatment) = FAMILIES.iter().find(|(prefix, _)| {
        key.get(..prefix.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(prefix))
    })?;
    let numbered = prefix.starts_with("SocketConnect");
    if numbered && !key[prefix.len()..].bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some(*treatment)
}
