//! From keys to typed settings: what each key may be, and what it is when nobody gives it.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use fixnic_abi::limits::RX_RINGS_MAX;
use fixnic_dictionary::Options;
use fixnic_store::{SyncPolicy, SEGMENT_LEN_DEFAULT, SEGMENT_LEN_MAX};

use super::value::Keys;
use super::ValidationSettings;
use super::{
    Backoff, Compatibility, DeviceSetting, HostPort, Limits, NicSettings, Role, Secret, SessionName,
    SessionSettings, SettingsError, StoreSettings,
};

const SECOND_NS: u64 = 1_000_000_000;

/// The device and, for a NIC, its addresses.
pub(super) fn device(keys: &Keys<'_>) -> Result<(DeviceSetting, Option<NicSettings>), SettingsError> {
    let device: DeviceSetting = keys
        .parsed(
            "Device",
            "kernel, sim:TAPNAME, vfio:DDDD:BB:DD.F or vfio-user:SOCKET",
        )?
        .unwrap_or_default();
    let threads = super::rings::threads(keys, &device)?;
    if device == DeviceSetting::Kernel {
        return Ok((device, None));
    }
    let address = keys
        .parsed("NicAddress", "an address with its prefix, such as 10.0.0.2/24")?
        .ok_or_else(|| keys.missing("NicAddress", "an address with its prefix, such as 10.0.0.2/24"))?;
    let gateway = keys.parsed("NicGateway", "an address, such as 10.0.0.1")?;
    let mac = keys.parsed("NicMac", "a station address, such as 02:00:00:00:00:01")?;
    Ok((
        device,
        Some(NicSettings {
            address,
            gateway,
            mac,
            threads,
        }),
    ))
}

/// One session.
pub(super) fn session(keys: &Keys<'_>) -> Result<SessionSettings, SettingsError> {
    let begin_string = read_begin_string(keys)?;
    let default_appl_ver_id = keys.text("DefaultApplVerID")?.map(|value| appl_ver_id(&value));
    if begin_string == "FIXT.1.1" && default_appl_ver_id.is_none() {
        return Err(keys.missing(
            "DefaultApplVerID",
            "the FIX version of the messages, such as FIX.5.0SP2 or 9",
        ));
    }
    let role = read_role(keys)?;
    let heart_bt_int = keys.in_range("HeartBtInt", 0..=86_400, "seconds")?;
    if heart_bt_int.is_none() && matches!(role, Role::Initiator { .. }) {
        return Err(keys.missing("HeartBtInt", "seconds, such as 30"));
    }
    let seconds =
        |key, default| Ok(keys.in_range(key, 1..=86_400, "seconds")?.unwrap_or(default) * SECOND_NS);
    let max_latency_ns = seconds("MaxLatency", 120)?;
    Ok(SessionSettings {
        validation: read_validation(keys, &begin_string, default_appl_ver_id.as_deref())?,
        hours: super::hours::read(keys)?,
        name: SessionName {
            begin_string,
            sender_comp_id: keys.identifier("SenderCompID")?,
            target_comp_id: keys.identifier("TargetCompID")?,
            qualifier: keys.text("SessionQualifier")?,
        },
        sender_sub_id: keys.text("SenderSubID")?,
        target_sub_id: keys.text("TargetSubID")?,
        username: keys.text("Username")?,
        password: keys.text("Password")?.map(Secret),
        default_appl_ver_id,
        role,
        heart_bt_int_s: heart_bt_int.unwrap_or(30) as u32,
        logon_timeout_ns: seconds("LogonTimeout", 10)?,
        logout_timeout_ns: seconds("LogoutTimeout", 2)?,
        reset_on_logon: keys.yes_no("ResetOnLogon", false)?,
        reset_on_logout: keys.yes_no("ResetOnLogout", false)?,
        reset_on_disconnect: keys.yes_no("ResetOnDisconnect", false)?,
        max_latency_ns: keys.yes_no("CheckLatency", true)?.then_some(max_latency_ns),
        check_comp_id: keys.yes_no("CheckCompID", true)?,
        validate_check_sum: keys.yes_no("ValidateLengthAndChecksum", true)?,
        timestamp_digits: read_timestamp_digits(keys)?,
        last_msg_seq_num_processed: keys.yes_no("EnableLastMsgSeqNumProcessed", false)?,
        redundant_resend_requests: keys.yes_no("SendRedundantResendRequests", false)?,
        resend_request_chunk_size: read_chunk(keys)?,
        closed_resend_interval: keys.yes_no("ClosedResendInterval", false)?,
        next_expected_msg_seq_num: keys.yes_no("EnableNextExpectedMsgSeqNum", false)?
            || keys.yes_no("SendNextExpectedMsgSeqNum", false)?,
        compatibility: match keys.get("Compatibility") {
            None => Compatibility::Specification,
            Some(entry) if entry.value.eq_ignore_ascii_case("FIX") => Compatibility::Specification,
            Some(entry) if entry.value.eq_ignore_ascii_case("QuickFIX") => Compatibility::QuickFix,
            Some(entry) => return Err(keys.bad_value(entry, "FIX or QuickFIX")),
        },
        nic_ring: keys
            .in_range(
                "NicRing",
                0..=u64::from(RX_RINGS_MAX) - 1,
                "an RX ring of the NIC",
            )?
            .unwrap_or(0) as u8,
        no_delay: keys.yes_no("SocketNodelay", true)? && keys.yes_no("SocketTcpNoDelay", true)?,
        store: StoreSettings {
            directory: keys.get("FileStorePath").map(|entry| PathBuf::from(&entry.value)),
            persist_messages: keys.yes_no("PersistMessages", true)?,
            sync: read_sync(keys)?,
            segment_len_max: keys
                .in_range("StoreSegmentSize", 1..=SEGMENT_LEN_MAX >> 20, "MiB")?
                .map_or(SEGMENT_LEN_DEFAULT, |mib| mib << 20),
            incoming: keys.yes_no("StoreIncoming", false)?,
            refresh_on_logon: keys.yes_no("RefreshOnLogon", false)?,
        },
        limits: read_limits(keys)?,
        file_log_path: keys.get("FileLogPath").map(|entry| PathBuf::from(&entry.value)),
        line: keys.section.line,
    })
}

fn read_limits(keys: &Keys<'_>) -> Result<Limits, SettingsError> {
    let limit = |key, range, unit, default| Ok(keys.in_range(key, range, unit)?.unwrap_or(default) as usize);
    const MIB: u64 = 1 << 20;
    Ok(Limits {
        message_len_max: limit("MaxMessageLength", 1024..=16 * MIB, "bytes", 64 << 10)?,
        gap_messages_max: limit("MaxGapMessages", 1..=10_000_000, "messages", 100_000)?,
        gap_bytes_max: limit("MaxGapBytes", 1024..=4096 * MIB, "bytes", 64 * MIB)?,
        transmit_bytes_max: limit("MaxTransmitBytes", 4096..=4096 * MIB, "bytes", 16 * MIB)?,
        resend_batch: limit("ResendBatchSize", 1..=100_000, "messages", 64)?,
        resend_timeout_ns: keys
            .in_range("ResendTimeout", 1..=86_400, "seconds")?
            .unwrap_or(10)
            * SECOND_NS,
        resend_attempts_max: keys
            .in_range("ResendAttempts", 1..=1000, "attempts")?
            .unwrap_or(3) as u32,
    })
}

fn read_begin_string(keys: &Keys<'_>) -> Result<String, SettingsError> {
    const KNOWN: [&str; 6] = ["FIX.4.0", "FIX.4.1", "FIX.4.2", "FIX.4.3", "FIX.4.4", "FIXT.1.1"];
    let expected = "FIX.4.0 to FIX.4.4, or FIXT.1.1 for FIX 5.0 and later";
    let entry = keys
        .get("BeginString")
        .ok_or_else(|| keys.missing("BeginString", expected))?;
    if !KNOWN.contains(&entry.value.as_str()) {
        return Err(keys.bad_value(entry, expected));
    }
    Ok(entry.value.clone())
}

/// ApplVerID (1128) knows versions by number; settings files name them either way (FIX 5.0 SP2 volume 6, field 1128).
fn appl_ver_id(value: &str) -> String {
    let named = VERSIONS.iter().find(|(name, _)| *name == value);
    named.map_or(value, |(_, number)| *number).to_owned()
}

const VERSIONS: [(&str, &str); 8] = [
    ("FIX.4.0", "2"),
    ("FIX.4.1", "3"),
    ("FIX.4.2", "4"),
    ("FIX.4.3", "5"),
    ("FIX.4.4", "6"),
    ("FIX.5.0", "7"),
    ("FIX.5.0SP1", "8"),
    ("FIX.5.0SP2", "9"),
];

/// AppDataDictionary is for messages of DefaultApplVerID, AppDataDictionary.FIX.4.4 and so on for those of the version named.
fn read_applications(
    keys: &Keys<'_>,
    default_appl_ver_id: &str,
) -> Result<Vec<(String, PathBuf)>, SettingsError> {
    let mut applications = Vec::new();
    for (name, number) in VERSIONS {
        if let Some(entry) = keys.get(&format!("AppDataDictionary.{name}")) {
            applications.push((number.to_owned(), PathBuf::from(&entry.value)));
        }
    }
    if let Some(entry) = keys.get("AppDataDictionary") {
        applications.retain(|(number, _)| number != default_appl_ver_id);
        applications.push((default_appl_ver_id.to_owned(), PathBuf::from(&entry.value)));
    }
    if !applications
        .iter()
        .any(|(number, _)| number == default_appl_ver_id)
    {
        let expected = "a dictionary in QuickFIX's XML format for DefaultApplVerID";
        return Err(keys.missing("AppDataDictionary", expected));
    }
    Ok(applications)
}

fn read_validation(
    keys: &Keys<'_>,
    begin_string: &str,
    default_appl_ver_id: Option<&str>,
) -> Result<Option<ValidationSettings>, SettingsError> {
    let file = |key| {
        keys.get(key)
            .map(|entry| PathBuf::from(&entry.value))
            .ok_or_else(|| keys.missing(key, "a dictionary in QuickFIX's XML format"))
    };
    let options = Options {
        allow_unknown_msg_fields: keys.yes_no("AllowUnknownMsgFields", false)?,
        validate_fields_out_of_order: keys.yes_no("ValidateFieldsOutOfOrder", true)?,
        validate_fields_have_values: keys.yes_no("ValidateFieldsHaveValues", true)?,
        validate_user_defined_fields: keys.yes_no("ValidateUserDefinedFields", true)?,
    };
    if !keys.yes_no("UseDataDictionary", false)? {
        return Ok(None);
    }
    let (transport, applications) = match default_appl_ver_id.filter(|_| begin_string == "FIXT.1.1") {
        Some(default) => (
            file("TransportDataDictionary")?,
            read_applications(keys, default)?,
        ),
        None => (file("DataDictionary")?, Vec::new()),
    };
    Ok(Some(ValidationSettings {
        transport,
        applications,
        options,
    }))
}

/// ResendRequestChunkSize, or as QuickFIX/n calls it, MaxMessagesInResendRequest: the smaller one when both are given.
fn read_chunk(keys: &Keys<'_>) -> Result<u64, SettingsError> {
    let mut chunk = 0;
    for key in ["ResendRequestChunkSize", "MaxMessagesInResendRequest"] {
        let size = keys.in_range(key, 0..=1_000_000, "messages")?.unwrap_or(0);
        chunk = if chunk == 0 || size == 0 {
            chunk.max(size)
        } else {
            chunk.min(size)
        };
    }
    Ok(chunk)
}

/// TimeStampPrecision by its name or its digits; without it, MillisecondsInTimeStamp.
fn read_timestamp_digits(keys: &Keys<'_>) -> Result<u8, SettingsError> {
    let expected = "SECONDS, MILLIS, MICROS, NANOS, or 0 to 9 digits";
    let Some(entry) = keys.get("TimeStampPrecision") else {
        return Ok(if keys.yes_no("MillisecondsInTimeStamp", true)? {
            3
        } else {
            0
        });
    };
    match entry.value.to_ascii_uppercase().as_str() {
        "SECONDS" => Ok(0),
        "MILLIS" => Ok(3),
        "MICROS" => Ok(6),
        "NANOS" => Ok(9),
        digits => match digits.parse() {
            Ok(digits @ 0..=9) => Ok(digits),
            _ => Err(keys.bad_value(entry, expected)),
        },
    }
}

fn read_role(keys: &Keys<'_>) -> Result<Role, SettingsError> {
    let expected = "initiator or acceptor";
    let entry = keys
        .get("ConnectionType")
        .ok_or_else(|| keys.missing("ConnectionType", expected))?;
    match entry.value.as_str() {
        "initiator" => Ok(Role::Initiator {
            addresses: read_connect_addresses(keys)?,
            backoff: read_backoff(keys)?,
        }),
        "acceptor" => {
            let port = keys
                .in_range("SocketAcceptPort", 0..=65_535, "a TCP port")?
                .ok_or_else(|| keys.missing("SocketAcceptPort", "a TCP port to listen on"))?;
            let expected = "an address of this host, such as 127.0.0.1";
            let host = keys
                .parsed("SocketAcceptHost", expected)?
                .or(keys.parsed("SocketAcceptAddress", expected)?)
                .unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
            Ok(Role::Acceptor {
                address: SocketAddr::new(host, port as u16),
            })
        }
        _ => Err(keys.bad_value(entry, expected)),
    }
}

fn read_backoff(keys: &Keys<'_>) -> Result<Backoff, SettingsError> {
    let interval_s = keys
        .in_range("ReconnectInterval", 1..=86_400, "seconds")?
        .unwrap_or(30);
    let max_s = keys.in_range(
        "ReconnectIntervalMax",
        interval_s..=86_400,
        "seconds, ReconnectInterval or more,",
    )?;
    Ok(Backoff {
        interval_ns: interval_s * SECOND_NS,
        interval_max_ns: max_s.map(|seconds| seconds * SECOND_NS),
        seed: keys.in_range("ReconnectSeed", 0..=u64::MAX, "a number")?,
    })
}

fn read_connect_addresses(keys: &Keys<'_>) -> Result<Vec<HostPort>, SettingsError> {
    const MAX_ADDRESSES: usize = 64;
    let mut addresses = Vec::new();
    for n in 0..MAX_ADDRESSES {
        let suffix = if n == 0 { String::new() } else { n.to_string() };
        let host = keys.get(&format!("SocketConnectHost{suffix}"));
        let port = keys.in_range(&format!("SocketConnectPort{suffix}"), 1..=65_535, "a TCP port")?;
        match (host, port) {
            (Some(host), Some(port)) => {
                addresses.push(HostPort {
                    host: host.value.clone(),
                    port: port as u16,
                });
            }
            (None, None) if n > 0 => break,
            (None, _) => {
                return Err(keys.missing("SocketConnectHost", "the counterparty's host for each port"))
            }
            (_, None) => {
                return Err(keys.missing("SocketConnectPort", "the counterparty's TCP port for each host"))
            }
        }
    }
    Ok(addresses)
}

fn read_sync(keys: &Keys<'_>) -> Result<SyncPolicy, SettingsError> {
    let Some(entry) = keys.get("StoreSync") else {
        return Ok(SyncPolicy::default());
    };
    let expected = "message, batch, or the most milliseconds between two syncs";
    match entry.value.as_str() {
        "message" => Ok(SyncPolicy::EveryMessage),
        "batch" => Ok(SyncPolicy::EveryBatch),
        milliseconds => match milliseconds.parse::<u32>() {
            Ok(ms) => Ok(SyncPolicy::Interval {
                interval_ns: u64::from(ms) * 1_000_000,
            }),
            Err(_) => Err(keys.bad_value(entry, expected)),
        },
    }
}
