//! Every key that this engine promises to know: it changes what the engine does, which a test shows, or it is said aloud at start.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use fixnic::settings::Settings;

/// What becomes of a key.
enum Fate {
    /// The settings differ with it, and this test shows what the engine makes of it.
    Shown(&'static str),
    /// A warning at start has these words.
    Said(&'static str),
}

use Fate::{Said, Shown};

const HOURS: &str = "StartTime=08:00:00\nEndTime=17:00:00\n";

/// Key by key: lines that use it, and its fate.
const KEYS: &[(&str, &str, Fate)] = &[
    (
        "BeginString",
        "BeginString=FIX.4.2",
        Shown("wrong_begin_string_ends_the_session"),
    ),
    (
        "SenderCompID",
        "SenderCompID=OTHER",
        Shown("the_logon_carries_what_the_settings_say"),
    ),
    (
        "TargetCompID",
        "TargetCompID=OTHER",
        Shown("the_logon_carries_what_the_settings_say"),
    ),
    (
        "SessionQualifier",
        "SessionQualifier=two",
        Shown("no_two_sessions_share_a_file_and_none_leaves_the_directory"),
    ),
    (
        "DefaultApplVerID",
        "BeginString=FIXT.1.1\nDefaultApplVerID=FIX.5.0SP2",
        Shown("fixt_logon_carries_the_application_version"),
    ),
    (
        "ConnectionType",
        "ConnectionType=acceptor\nSocketAcceptPort=1",
        Shown("an_acceptor_refuses_a_logon_outside_its_hours_without_an_answer"),
    ),
    (
        "SocketConnectHost",
        "SocketConnectHost=192.0.2.77",
        Shown("addresses_that_never_answer_are_given_up_in_time_and_tried_in_turn"),
    ),
    (
        "SocketConnectPort",
        "SocketConnectPort=77",
        Shown("addresses_that_never_answer_are_given_up_in_time_and_tried_in_turn"),
    ),
    (
        "SocketAcceptPort",
        "ConnectionType=acceptor\nSocketAcceptPort=77",
        Shown("sessions_on_one_port_are_told_apart_by_their_logon"),
    ),
    (
        "HeartBtInt",
        "HeartBtInt=5",
        Shown("the_logon_carries_what_the_settings_say"),
    ),
    (
        "StartTime",
        HOURS,
        Shown("the_end_of_the_hours_is_a_logout_and_the_next_ones_begin_at_one"),
    ),
    (
        "EndTime",
        HOURS,
        Shown("the_end_of_the_hours_is_a_logout_and_the_next_ones_begin_at_one"),
    ),
    (
        "StartDay",
        "StartDay=mon\nEndDay=fri\nStartTime=08:00:00\nEndTime=17:00:00",
        Shown("weekly_hours_and_those_that_wrap_the_week"),
    ),
    (
        "EndDay",
        "StartDay=mon\nEndDay=fri\nStartTime=08:00:00\nEndTime=17:00:00",
        Shown("weekly_hours_and_those_that_wrap_the_week"),
    ),
    (
        "Weekdays",
        "Weekdays=mon,tue\nStartTime=08:00:00\nEndTime=17:00:00",
        Shown("weekdays_say_on_which_days_hours_start"),
    ),
    (
        "TimeZone",
        "TimeZone=Europe/London\nStartTime=08:00:00\nEndTime=17:00:00",
        Shown("hours_follow_the_zone_over_both_changes_of_its_clocks"),
    ),
    (
        "UseLocalTime",
        "UseLocalTime=Y\nStartTime=08:00:00\nEndTime=17:00:00",
        Shown("hours_are_read_and_what_contradicts_itself_is_refused"),
    ),
    // Beside hours, which it puts out of force.
    ("NonStopSession", "", Shown("non_stop_sessions_have_no_hours")),
    (
        "ResetOnLogon",
        "ResetOnLogon=Y",
        Shown("initiator_with_reset_on_logon_sends_the_flag_with_number_one"),
    ),
    (
        "ResetOnLogout",
        "ResetOnLogout=Y",
        Shown("reset_on_logout_restarts_both_numbers"),
    ),
    (
        "ResetOnDisconnect",
        "ResetOnDisconnect=Y",
        Shown("reset_on_disconnect_restarts_both_numbers"),
    ),
    (
        "RefreshOnLogon",
        "RefreshOnLogon=Y",
        Shown("a_session_takes_over_what_another_process_has_written"),
    ),
    (
        "ReconnectInterval",
        "ReconnectInterval=77",
        Shown("pauses_are_equal_unless_a_longest_one_is_given"),
    ),
    (
        "LogonTimeout",
        "LogonTimeout=77",
        Shown("addresses_that_never_answer_are_given_up_in_time_and_tried_in_turn"),
    ),
    (
        "LogoutTimeout",
        "LogoutTimeout=77",
        Shown("our_logout_is_not_waited_for_endlessly"),
    ),
    (
        "CheckLatency",
        "CheckLatency=N",
        Shown("sending_time_within_the_bound_or_unchecked_is_taken"),
    ),
    (
        "MaxLatency",
        "MaxLatency=7",
        Shown("sending_time_off_is_rejected_consumed_and_ends_the_session"),
    ),
    (
        "CheckCompID",
        "CheckCompID=N",
        Shown("comp_ids_of_others_are_taken_when_they_are_not_to_be_checked"),
    ),
    (
        "PersistMessages",
        "PersistMessages=N",
        Shown("without_persist_messages_only_numbers_are_kept"),
    ),
    (
        "FileStorePath",
        "FileStorePath=store",
        Shown("a_store_of_earlier_hours_begins_anew_and_one_of_the_same_hours_goes_on"),
    ),
    (
        "FileLogPath",
        "FileLogPath=log",
        Shown("messages_and_events_are_written_in_quickfix_s_style"),
    ),
    (
        "ResendRequestChunkSize",
        "ResendRequestChunkSize=7",
        Shown("requests_may_come_in_chunks"),
    ),
    (
        "MaxMessagesInResendRequest",
        "MaxMessagesInResendRequest=7",
        Shown("requests_may_come_in_chunks"),
    ),
    (
        "ClosedResendInterval",
        "ClosedResendInterval=Y",
        Shown("end_seq_no_may_be_the_last_before_the_gap"),
    ),
    (
        "SendRedundantResendRequests",
        "SendRedundantResendRequests=Y",
        Shown("redundant_resend_requests_go_out_with_every_message_ahead_of_a_gap"),
    ),
    (
        "EnableNextExpectedMsgSeqNum",
        "EnableNextExpectedMsgSeqNum=Y",
        Shown("next_expected_lower_is_resent_without_being_asked"),
    ),
    (
        "EnableLastMsgSeqNumProcessed",
        "EnableLastMsgSeqNumProcessed=Y",
        Shown("last_msg_seq_num_processed_is_said_in_every_message"),
    ),
    (
        "ValidateLengthAndChecksum",
        "ValidateLengthAndChecksum=N",
        Shown("a_wrong_check_sum_is_taken_when_it_is_not_to_be_checked_but_a_wrong_body_length_never"),
    ),
    (
        "ValidateLengthAndChecksum",
        "ValidateLengthAndChecksum=N",
        Said("CheckSum is not checked, but BodyLength is"),
    ),
    (
        "TimeStampPrecision",
        "TimeStampPrecision=NANOS",
        Shown("sending_time_has_the_digits_asked_for_also_when_resent"),
    ),
    ("MaxMessageLength", "MaxMessageLength=2000", Shown("a_message_over_the_limit_is_garbled_and_not_waited_for")),
    ("MaxGapMessages", "MaxGapMessages=3", Shown("a_gap_queue_that_overflows_is_a_logout_and_nothing_is_half_delivered")),
    ("MaxGapBytes", "MaxGapBytes=2000", Shown("a_gap_queue_that_overflows_is_a_logout_and_nothing_is_half_delivered")),
    ("MaxTransmitBytes", "MaxTransmitBytes=5000", Shown("what_may_wait_to_be_sent_is_as_much_as_the_settings_say")),
    ("ResendBatchSize", "ResendBatchSize=1", Shown("a_resend_goes_out_in_batches_and_receiving_goes_on_in_between")),
    ("ResendTimeout", "ResendTimeout=7", Shown("a_resend_that_does_not_come_is_asked_for_again_then_given_up")),
    ("ResendAttempts", "ResendAttempts=2", Shown("a_resend_that_does_not_come_is_asked_for_again_then_given_up")),
    ("UseDataDictionary", "UseDataDictionary=Y\nDataDictionary=x.xml", Shown("a_dictionary_refuses_what_it_does_not_know")),
    ("DataDictionary", "UseDataDictionary=Y\nDataDictionary=x.xml", Shown("a_dictionary_refuses_what_it_does_not_know")),
    ("AppDataDictionary", "BeginString=FIXT.1.1\nDefaultApplVerID=9\nUseDataDictionary=Y\nTransportDataDictionary=t.xml\nAppDataDictionary=a.xml", Shown("fixt_takes_header_and_logon_of_the_transport_and_orders_of_the_application")),
    ("AppDataDictionary.FIX.4.4", "BeginString=FIXT.1.1\nDefaultApplVerID=9\nUseDataDictionary=Y\nTransportDataDictionary=t.xml\nAppDataDictionary=a.xml\nAppDataDictionary.FIX.4.4=b.xml", Shown("appl_ver_id_chooses_the_dictionary_of_a_message_and_the_counterparty_s_default_that_of_all_others")),
    ("TransportDataDictionary", "BeginString=FIXT.1.1\nDefaultApplVerID=9\nUseDataDictionary=Y\nTransportDataDictionary=t.xml\nAppDataDictionary=a.xml", Shown("fixt_takes_header_and_logon_of_the_transport_and_orders_of_the_application")),
    ("AllowUnknownMsgFields", "UseDataDictionary=Y\nDataDictionary=x.xml\nAllowUnknownMsgFields=Y", Shown("unknown_fields_are_taken_when_that_is_allowed")),
    ("ValidateFieldsOutOfOrder", "UseDataDictionary=Y\nDataDictionary=x.xml\nValidateFieldsOutOfOrder=N", Shown("reason_14_fields_of_header_body_and_trailer_mixed")),
    ("ValidateFieldsHaveValues", "UseDataDictionary=Y\nDataDictionary=x.xml\nValidateFieldsHaveValues=N", Shown("fields_without_value_are_taken_when_that_is_asked_for")),
    ("ValidateUserDefinedFields", "UseDataDictionary=Y\nDataDictionary=x.xml\nValidateUserDefinedFields=N", Shown("user_defined_fields_are_let_alone_when_that_is_asked_for")),
];

const BASE: &str =
    "[DEFAULT]\nSocketConnectHost=192.0.2.1\nSocketConnectPort=1001\nConnectionType=initiator\n\
    BeginString=FIX.4.4\nSenderCompID=TRADER\nTargetCompID=EXCHANGE\nHeartBtInt=30\n[SESSION]\n";

/// Names of all functions in the Rust files below `directory`.
fn functions(directory: &Path, names: &mut HashSet<String>) {
    for entry in fs::read_dir(directory).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            functions(&path, names);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            names.extend(
                text.split("fn ")
                    .skip(1)
                    .filter_map(|rest| rest.split(['(', '<']).next().map(str::to_owned)),
            );
        }
    }
}

#[test]
fn every_key_changes_something_that_a_test_shows_or_is_said_aloud() {
    let host = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut tests = HashSet::new();
    for directory in [
        "session/tests",
        "session/src",
        "dictionary/tests",
        "engine/tests",
        "engine/src",
    ] {
        functions(&host.join(directory), &mut tests);
    }
    // What Debug shows but for the line, which moves with every key.
    let read = |lines: &str| {
        let (settings, warnings) =
            Settings::parse(Path::new("keys.cfg"), &format!("{BASE}{lines}\n")).unwrap();
        let said: Vec<String> = warnings.iter().map(ToString::to_string).collect();
        (format!("{settings:?}"), said.join("\n"))
    };
    let without = read("").0;
    let with_dictionary = read("UseDataDictionary=Y\nDataDictionary=x.xml").0;
    for (key, lines, fate) in KEYS {
        let (settings, said) = match *key {
            // The lines are those of the opposite.
            "NonStopSession" => (read(HOURS).0, String::new()),
            _ => read(lines),
        };
        match fate {
            Shown(test) => {
                let base = match lines.contains("DataDictionary=x.xml\n") {
                    true => &with_dictionary,
                    false => &without,
                };
                assert_ne!(settings, *base, "{key} changes nothing");
                assert!(tests.contains(*test), "{key}: there is no test {test}");
            }
            Said(words) => assert!(said.contains(words), "{key}: {said}"),
        }
    }
    let hours = read(&format!("{HOURS}NonStopSession=Y")).0;
    assert_eq!(hours, without, "NonStopSession puts hours out of force");
}
