//! Settings files in QuickFIX's format: what is taken, what is warned of, what is refused.

use std::path::Path;

use fixnic::settings::{Compatibility, DeviceSetting, Role, Settings, SettingsError, Warning};
use fixnic_store::SyncPolicy;

const INITIATOR: &str = "\
# a comment
[DEFAULT]
ConnectionType=initiator
HeartBtInt = 30
ReconnectInterval=5
FileStorePath=store
SenderCompID=CLIENT

[SESSION]
BeginString=FIX.4.4
TargetCompID=EXCHANGE
SocketConnectHost=127.0.0.1
SocketConnectPort=5001
SocketConnectHost1=backup.example.org
SocketConnectPort1=5002

[SESSION]
BeginString=FIXT.1.1
DefaultApplVerID=FIX.5.0SP2
TargetCompID=DARKPOOL
heartbtint=5
SocketConnectHost=127.0.0.1
SocketConnectPort=5003
";

fn parse(text: &str) -> Result<(Settings, Vec<Warning>), SettingsError> {
    Settings::parse(Path::new("test.cfg"), text)
}

/// INITIATOR with one more line in its last section.
fn with(line: &str) -> Result<(Settings, Vec<Warning>), SettingsError> {
    parse(&format!("{INITIATOR}{line}\n"))
}

#[test]
fn sessions_inherit_from_default_and_override_it() {
    let (settings, warnings) = parse(INITIATOR).unwrap();
    assert_eq!(warnings, []);
    assert_eq!(settings.device, DeviceSetting::Kernel);
    let [first, second] = &settings.sessions[..] else {
        panic!("two sessions")
    };
    assert_eq!(first.name.to_string(), "FIX.4.4:CLIENT->EXCHANGE");
    assert_eq!(first.heart_bt_int_s, 30);
    let Role::Initiator { addresses, backoff } = &first.role else {
        panic!("an initiator")
    };
    assert_eq!(
        (addresses.len(), addresses[1].host.as_str(), addresses[1].port),
        (2, "backup.example.org", 5002)
    );
    assert_eq!(
        (backoff.interval_ns, backoff.max_ns()),
        (5_000_000_000, 5_000_000_000)
    );
    assert_eq!(
        second.heart_bt_int_s, 5,
        "keys are taken in upper or lower case, as QuickFIX does"
    );
    assert_eq!(second.default_appl_ver_id.as_deref(), Some("9"));
    assert_eq!(first.max_latency_ns, Some(120_000_000_000));
    assert_eq!(first.store.directory.as_deref(), Some(Path::new("store")));
}

#[test]
fn an_unknown_key_warns_with_file_and_line() {
    let (_, warnings) = with("HeartBeatInterval=30").unwrap();
    assert_eq!(warnings.len(), 1);
    assert_eq!(
        warnings[0].to_string(),
        "settings test.cfg:24: unknown key HeartBeatInterval is skipped: check its spelling"
    );
}

#[test]
fn a_known_key_that_is_not_honoured_is_said_aloud_unless_it_changes_nothing() {
    for (line, warned) in [
        ("RejectInvalidMessage=Y", true),
        ("UseDataDictionary=N", false),
        ("ValidateLengthAndChecksum=N", true),
        ("RefreshOnLogon=Y", false),
        ("ValidateLengthAndChecksum=Y", false),
        ("FileLogPath=log", false),
        ("FileLogBackupPath=log", true),
        ("TimestampPrecision=3", false),
        ("MySQLStoreHost=db", true),
        ("SSLProtocol=all", true),
        ("RequiresOrigSendingTime=N", true),
        ("SocketKeepAlive=N", false),
    ] {
        let (_, warnings) = with(line).unwrap();
        assert_eq!(warnings.len(), usize::from(warned), "{line}: {warnings:?}");
        if warned {
            let text = warnings[0].to_string();
            assert!(
                text.starts_with(&format!("settings test.cfg:24: {line} is not honoured: "))
                    || text.starts_with(&format!("settings test.cfg:24: {line} is honoured in part: ")),
                "{text}"
            );
        }
    }
}

#[test]
fn each_application_version_may_have_a_dictionary_of_its_own() {
    let fixt = "BeginString=FIXT.1.1\nUseDataDictionary=Y\nTransportDataDictionary=t.xml\n";
    let read = |lines: &str| {
        let (settings, _) = with(&format!("{fixt}{lines}"))?;
        let validation = settings.sessions.last().unwrap().validation.clone().unwrap();
        let mut versions: Vec<(String, String)> = validation
            .applications
            .into_iter()
            .map(|(id, path)| (id, path.display().to_string()))
            .collect();
        versions.sort();
        Ok::<_, SettingsError>(versions)
    };
    let pair = |id: &str, path: &str| (id.to_owned(), path.to_owned());
    let default = "DefaultApplVerID=FIX.5.0SP2\n";
    let several = format!("{default}AppDataDictionary=a.xml\nAppDataDictionary.FIX.4.4=b.xml\nAppDataDictionary.FIX.5.0SP2=c.xml");
    assert_eq!(read(&several).unwrap(), [pair("6", "b.xml"), pair("9", "a.xml")]);
    let named = format!("{default}AppDataDictionary.FIX.5.0SP2=c.xml");
    assert_eq!(read(&named).unwrap(), [pair("9", "c.xml")]);
    let other = format!("{default}AppDataDictionary.FIX.4.4=b.xml");
    let missing = read(&other).unwrap_err().to_string();
    assert!(missing.contains("AppDataDictionary"), "{missing}");
}

#[test]
fn every_key_quickfix_knows_is_known() {
    // Those of QuickFIX 1.15's SessionSettings.h.
    for key in "BeginString SenderCompID TargetCompID SessionQualifier DefaultApplVerID ConnectionType UseDataDictionary \
        SendResetSeqNumFlag SendRedundantResendRequests DataDictionary TransportDataDictionary AppDataDictionary \
        UseLocalTime StartTime EndTime StartDay EndDay LogonTime LogoutTime LogonDay LogoutDay CheckCompID CheckLatency \
        MaxLatency HeartBtInt SocketAcceptPort SocketReuseAddress SocketConnectHost SocketConnectPort \
        SocketConnectSourceHost SocketConnectSourcePort SocketNodelay SocketSendBufferSize SocketReceiveBufferSize \
        ReconnectInterval ValidateLengthAndChecksum ValidateFieldsOutOfOrder ValidateFieldsHaveValues \
        ValidateUserDefinedFields AllowUnknownMsgFields PreserveMessageFieldsOrder LogonTimeout LogoutTimeout \
        FileStorePath MySQLStoreHost PostgreSQLStoreHost OdbcStoreUser FileLogPath FileLogBackupPath \
        ScreenLogShowIncoming ScreenLogShowOutgoing ScreenLogShowEvents MySQLLogHost PostgreSQLLogPort OdbcLogUser \
        ResetOnLogon ResetOnLogout ResetOnDisconnect RefreshOnLogon MillisecondsInTimeStamp TimestampPrecision \
        HttpAcceptPort PersistMessages ServerCertificateFile ClientCertificateKeyFile CertificationAuthoritiesFile \
        CertificateRevocationListFile CertificateVerifyLevel SSLProtocol SSLCipherSuite"
        .split_whitespace()
    {
        let text = format!("[DEFAULT]\n{key}=1\n{}", &INITIATOR[INITIATOR.find("[DEFAULT]\n").unwrap() + 10..]);
        let warnings = match parse(&text) {
            Ok((_, warnings)) => warnings,
            // A time of the hours needs the others beside it.
            Err(error @ (SettingsError::BadValue { .. } | SettingsError::Missing { .. }))
                if error.to_string().contains(key) || key.contains("Time") || key.contains("Day") =>
            {
                continue;
            }
            Err(error @ SettingsError::BadValue { .. }) => {
                assert!(error.to_string().contains(key), "{error}");
                continue;
            }
            Err(error) => panic!("{key}: {error}"),
        };
        let unknown = warnings.iter().any(|w| matches!(w, Warning::UnknownKey { .. }));
        assert!(!unknown, "{key} is taken for unknown");
    }
}

#[test]
fn a_wrong_value_is_refused_with_key_value_and_what_would_be_right() {
    for (line, expected) in [
        ("HeartBtInt=soon", "seconds from 0 to 86400"),
        ("HeartBtInt=-5", "seconds from 0 to 86400"),
        ("ConnectionType=both", "initiator or acceptor"),
        ("SocketConnectPort=70000", "a TCP port from 1 to 65535"),
        ("ResetOnLogon=yes", "Y or N"),
        ("BeginString=FIX.5.0", "FIX.4.0 to FIX.4.4, or FIXT.1.1"),
        ("Compatibility=Best", "FIX or QuickFIX"),
        ("StoreSync=often", "message, batch, or the most milliseconds"),
        (
            "Device=card",
            "kernel, sim:TAPNAME, vfio:DDDD:BB:DD.F or vfio-user:SOCKET",
        ),
        ("Device=vfio-user:", "vfio-user:SOCKET"),
        ("Device=sim:a-name-that-is-too-long", "kernel, sim:TAPNAME"),
        ("Device=vfio:3:0.0", "vfio:DDDD:BB:DD.F"),
        ("TargetCompID=B\u{e9}b\u{e9}", "printable ASCII"),
    ] {
        // The value stands in the only session, so that it is the one in force.
        let first_session = &INITIATOR[..INITIATOR.rfind("[SESSION]").unwrap()];
        let text = format!("{first_session}{line}\n");
        let error = parse(&text).expect_err(line);
        let SettingsError::BadValue {
            line: at,
            key,
            value,
            expected: said,
            ..
        } = &error
        else {
            panic!("{line}: {error}");
        };
        assert_eq!((*at, format!("{key}={value}")), (17, line.to_owned()));
        assert!(said.contains(expected), "{line}: {said}");
        assert!(error.to_string().contains(line), "{error}");
    }
}

#[test]
fn sessions_of_a_ring_and_the_ports_they_listen_on() {
    let session = |target: &str, ring: u8, more: &str| {
        format!("[SESSION]\nBeginString=FIX.4.4\nSenderCompID=US\nTargetCompID={target}\nNicRing={ring}\n{more}\n")
    };
    let accept = |port: u16| format!("ConnectionType=acceptor\nSocketAcceptPort={port}");
    let connect = "ConnectionType=initiator\nSocketConnectHost=192.0.2.20\nSocketConnectPort=5001";
    let text = "[DEFAULT]\nDevice=vfio:0000:03:00.0\nNicAddress=192.0.2.10/24\nHeartBtInt=30\n".to_owned()
        + &session("A", 1, &accept(6001))
        + &session("B", 2, &accept(6002))
        + &session("C", 1, &accept(6001))
        + &session("D", 1, connect)
        + &session("E", 1, &accept(0));
    let (settings, _) = Settings::parse(Path::new("rings.cfg"), &text).unwrap();
    let targets = |ring: u8| {
        let sessions = settings.on_ring(ring).sessions;
        let targets = sessions.iter().map(|session| session.name.target_comp_id.clone());
        targets.collect::<Vec<String>>()
    };
    assert_eq!(targets(1), ["A", "C", "D", "E"]);
    assert_eq!(targets(2), ["B"]);
    assert!(targets(0).is_empty());
    assert_eq!(settings.on_ring(1).accept_ports(), [6001]);
    assert_eq!(settings.accept_ports(), [6001, 6002]);
    assert_eq!(settings.on_ring(1).device, settings.device);
}

#[test]
fn threads_of_rings_are_read_and_what_they_cannot_do_is_refused() {
    let session = |target: &str, ring: u8, port: u16| {
        format!("[SESSION]\nTargetCompID={target}\nNicRing={ring}\nSocketAcceptPort={port}\n")
    };
    let default =
        "[DEFAULT]\nConnectionType=acceptor\nBeginString=FIX.4.4\nSenderCompID=US\nFileStorePath=store\n";
    let nic = format!("{default}Device=sim:tap0\nNicAddress=10.0.0.2/24\n");
    let threads = format!("{nic}NicThreads=Y\n");
    // A and B share a port, and a thread.
    let three =
        session("A", 3, 6001) + &session("B", 3, 6001) + &session("C", 1, 6002) + &session("D", 0, 6003);
    let (settings, warnings) = parse(&(threads.clone() + &three)).unwrap();
    assert_eq!((settings.thread_rings(), warnings), (vec![1, 3], vec![]));
    for without in [nic.clone(), format!("{nic}NicThreads=N\n")] {
        let (settings, _) = parse(&(without + &three)).unwrap();
        assert!(settings.thread_rings().is_empty(), "not asked for");
    }
    let (settings, warnings) = parse(&(threads.clone() + &session("A", 0, 6001))).unwrap();
    assert!(settings.thread_rings().is_empty());
    let [warning] = &warnings[..] else {
        panic!("{warnings:?}")
    };
    assert!(
        matches!(warning, Warning::PartlyHonoured { line: 8, .. })
            && warning.to_string().contains("no session has NicRing"),
        "{warning}"
    );
    let shared = session("A", 1, 6001) + &session("B", 0, 6001);
    assert!(parse(&(nic.clone() + &shared)).is_ok(), "one thread may share it");
    for (text, said) in [
        (threads.clone() + &shared, "test.cfg:16: SocketAcceptPort=6001: expected with NicThreads=Y a port for each NicRing: this session has NicRing=0, and session FIX.4.4:US->A at line 9"),
        (format!("{default}NicThreads=Y\n") + &shared, "test.cfg:6: NicThreads=Y: expected N with Device=kernel"),
        (nic.clone() + &session("A", 1, 6001) + &session("B", 1, 6002) + "NicThreads=Y\n", "test.cfg:16: NicThreads=Y: expected the same as in the first [SESSION]"),
        (format!("{nic}NicThreads=3\n") + &shared, "NicThreads=3: expected Y or N"),
    ] {
        let error = parse(&text).unwrap_err().to_string();
        assert!(error.contains(said), "{error}");
    }
}

#[test]
fn nic_keys_are_read_for_a_nic_and_demanded_by_it() {
    let session = &INITIATOR[..INITIATOR.rfind("[SESSION]").unwrap()];
    let error = parse(&format!("{session}Device=sim:tap0\n")).unwrap_err();
    assert!(
        matches!(
            error,
            SettingsError::Missing {
                key: "NicAddress",
                ..
            }
        ),
        "{error}"
    );
    let text = format!(
        "{session}Device=sim:tap0\nNicAddress=10.0.0.2/24\nNicGateway=10.0.0.1\nNicMac=02:00:5e:10:00:01\n"
    );
    let (settings, warnings) = parse(&text).unwrap();
    assert!(
        warnings.iter().all(|w| matches!(w, Warning::RepeatedKey { .. })),
        "{warnings:?}"
    );
    let nic = settings.nic.clone().unwrap();
    assert_eq!(
        (nic.address.address.to_string().as_str(), nic.address.prefix_len),
        ("10.0.0.2", 24)
    );
    assert_eq!(nic.mac.unwrap().0, [2, 0, 0x5e, 0x10, 0, 1]);
    assert_eq!((settings.sessions[0].nic_ring, settings.nic_rings()), (0, 1));
    let (settings, _) = parse(&format!("{text}NicRing=3\n")).unwrap();
    assert_eq!((settings.sessions[0].nic_ring, settings.nic_rings()), (3, 4));
    for bad in [
        "NicAddress=10.0.0.2",
        "NicAddress=10.0.0.2/33",
        "NicMac=01:00:00:00:00:01",
        "NicMac=02:0:0:0:0:1",
        "NicRing=4",
        "NicRing=-1",
        "NicRing=first",
    ] {
        let text = format!("{session}Device=sim:tap0\nNicAddress=10.0.0.2/24\n{bad}\n");
        assert!(
            matches!(parse(&text), Err(SettingsError::BadValue { .. })),
            "{bad}"
        );
    }
}

#[test]
fn what_is_missing_or_given_twice_is_named() {
    let error = parse("[SESSION]\nBeginString=FIX.4.4\nConnectionType=acceptor\n").unwrap_err();
    assert!(
        matches!(
            error,
            SettingsError::Missing {
                key: "SocketAcceptPort",
                line: 1,
                ..
            }
        ),
        "{error}"
    );
    assert!(matches!(
        parse("[DEFAULT]\n"),
        Err(SettingsError::NoSession { .. })
    ));
    assert!(matches!(
        parse("HeartBtInt=30\n"),
        Err(SettingsError::Syntax { line: 1, .. })
    ));
    assert!(matches!(
        parse("[SESSION\n"),
        Err(SettingsError::Syntax { line: 1, .. })
    ));
    assert!(matches!(
        parse("[SESSION]\nHeartBtInt\n"),
        Err(SettingsError::Syntax { line: 2, .. })
    ));

    let again = &INITIATOR[INITIATOR.find("[SESSION]").unwrap()..INITIATOR.rfind("[SESSION]").unwrap()];
    let error = parse(&format!("{INITIATOR}{again}")).unwrap_err();
    assert!(
        matches!(
            error,
            SettingsError::RepeatedSession {
                line: 24,
                first_line: 9,
                ..
            }
        ),
        "{error}"
    );

    let (settings, warnings) = with("HeartBtInt=7").unwrap();
    assert!(
        matches!(
            warnings[..],
            [Warning::RepeatedKey {
                line: 24,
                first_line: 21,
                ..
            }]
        ),
        "{warnings:?}"
    );
    assert_eq!(settings.sessions[1].heart_bt_int_s, 7, "the later value counts");
}

#[test]
fn an_acceptor_s_settings() {
    let (settings, warnings) = parse(
        "[SESSION]\nBeginString=FIX.4.2\nSenderCompID=A\nTargetCompID=B\nConnectionType=acceptor\nSocketAcceptPort=5001\n\
         StoreSync=250\nCompatibility=QuickFIX\nCheckLatency=N\nMaxLatency=3\n",
    )
    .unwrap();
    assert!(
        matches!(warnings[..], [Warning::MemoryStore { line: 1, .. }]),
        "{warnings:?}"
    );
    let session = &settings.sessions[0];
    let Role::Acceptor { address } = session.role else {
        panic!("an acceptor")
    };
    assert_eq!(address.to_string(), "0.0.0.0:5001");
    assert_eq!(
        session.store.sync,
        SyncPolicy::Interval {
            interval_ns: 250_000_000
        }
    );
    assert_eq!(session.compatibility, Compatibility::QuickFix);
    assert_eq!(session.max_latency_ns, None);
}

#[test]
fn a_password_shows_in_no_debug_text_and_no_error() {
    let (settings, warnings) = with("Username=ann\nPassword=s3cret\nSenderSubID=DESK").unwrap();
    assert_eq!(warnings, []);
    let session = &settings.sessions[1];
    assert_eq!(session.username.as_deref(), Some("ann"));
    assert_eq!(
        session.password.as_ref().map(|password| password.0.as_str()),
        Some("s3cret")
    );
    assert_eq!(session.sender_sub_id.as_deref(), Some("DESK"));
    assert!(!format!("{settings:?}").contains("s3cret"));
    let error = with(&format!("Password={}", "s3cret".repeat(20))).unwrap_err();
    assert!(!error.to_string().contains("s3cret"), "{error}");
    // A delimiter in a value would begin another field of our Logon.
    let error = with("Username=ann\x01141=Y").unwrap_err();
    assert!(matches!(error, SettingsError::BadValue { .. }), "{error}");
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let error = Settings::load("/nonexistent/fixnic.cfg").unwrap_err();
    assert!(error.to_string().contains("/nonexistent/fixnic.cfg"), "{error}");
}

#[test]
fn hours_are_read_and_what_contradicts_itself_is_refused() {
    let hours = |lines: &str| {
        with(lines).map(|(settings, warnings)| {
            assert_eq!(warnings, []);
            settings.sessions[1].hours.clone()
        })
    };
    assert_eq!(hours("").unwrap(), fixnic::schedule::SessionHours::default());
    let daily =
        hours("StartTime=08:00:00\nEndTime=17:00:00\nTimeZone=America/New_York\nWeekdays=mon,Tuesday")
            .unwrap();
    let same =
        hours("StartTime=08:00:00 America/New_York\nEndTime=17:00:00 America/New_York\nWeekdays=tue, mo")
            .unwrap();
    assert_eq!(daily, same);
    assert_ne!(
        daily,
        hours("StartTime=08:00:00\nEndTime=17:00:00\nWeekdays=mon,tue").unwrap()
    );
    assert!(hours("UseLocalTime=Y\nStartTime=08:00:00\nEndTime=17:00:00")
        .unwrap()
        .session
        .is_some());
    let logon = hours("StartTime=08:00:00\nEndTime=17:00:00\nLogonTime=09:00:00").unwrap();
    assert!(logon.logon.is_some() && logon.logon != logon.session);
    for (lines, expected) in [
        ("StartTime=8:00\nEndTime=17:00:00", "a time such as 08:00:00"),
        ("StartTime=24:00:00\nEndTime=17:00:00", "a time such as 08:00:00"),
        ("StartTime=08:00:00", "EndTime"),
        ("EndTime=08:00:00", "StartTime"),
        ("StartDay=mon\nStartTime=08:00:00\nEndTime=17:00:00", "EndDay"),
        ("StartDay=mon\nEndDay=friday", "StartTime"),
        (
            "StartDay=mon\nEndDay=someday\nStartTime=08:00:00\nEndTime=17:00:00",
            "a day of the week",
        ),
        (
            "Weekdays=mon;tue\nStartTime=08:00:00\nEndTime=17:00:00",
            "days of the week",
        ),
        (
            "Weekdays=mon\nStartDay=mon\nEndDay=tue\nStartTime=08:00:00\nEndTime=17:00:00",
            "either Weekdays",
        ),
        ("TimeZone=Mars/Olympus", "a zone of the IANA database"),
        (
            "TimeZone=UTC\nUseLocalTime=Y",
            "no TimeZone beside UseLocalTime=Y",
        ),
        (
            "StartTime=08:00:00 UTC\nEndTime=17:00:00 Europe/London",
            "zone of the other",
        ),
    ] {
        let error = hours(lines).expect_err(lines).to_string();
        assert!(error.contains(expected), "{lines}: {error}");
    }
}
