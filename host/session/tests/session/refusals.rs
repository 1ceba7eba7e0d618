//! The reasons of a Reject that the session itself gives, and which version of FIX is told which.

use fixnic_session::codec::{BusinessRejectReason, SessionRejectReason};
use fixnic_session::{Disposition, Role, SessionConfig};

use crate::util::scripted::{config, frame, Scripted};
use crate::util::{briefs, Message};

/// 373, 371 and 45.
fn reject(out: &[Message]) -> (u64, Option<String>, u64) {
    assert_eq!((out.len(), out[0].msg_type().as_str()), (1, "3"), "{out:?}");
    (out[0].num(373), out[0].get(371), out[0].num(45))
}

#[test]
fn a_signature_that_its_length_does_not_fit_is_reason_8() {
    for trailer in [
        "93=3|89=ab|",
        "93=1|89=ab|",
        "93=x|89=ab|",
        "93=2|",
        "89=ab|",
        "93=0|58=x|89=ab|",
    ] {
        let mut s = Scripted::up();
        let out = s.feed("D", 2, &format!("11=1|{trailer}"));
        assert_eq!(reject(&out), (8, Some("89".to_owned()), 2), "{trailer}");
        assert_eq!(
            (s.expected(), s.app.seqs().len()),
            (3, 0),
            "consumed, not delivered"
        );
    }
    let mut s = Scripted::up();
    assert!(s.feed("D", 2, "11=1|93=3|89=a\x01b|").is_empty());
    assert_eq!(s.app.seqs(), [2], "one that it fits is taken");
}

#[test]
fn encrypted_data_is_the_application_s_to_decrypt_or_to_refuse_with_reason_7() {
    let mut s = Scripted::up();
    s.app.dispositions = vec![Disposition::Reject {
        reason: SessionRejectReason::Decryption,
        ref_tag: 91,
        text: String::new(),
    }];
    let out = s.feed("D", 2, "90=3|91=\x01\x02=|11=1|");
    assert_eq!(reject(&out), (7, Some("91".to_owned()), 2));
    assert_eq!(
        (s.expected(), s.app.received[0].1.get(91).unwrap().as_str()),
        (3, "\x01\x02=")
    );
}

#[test]
fn encrypted_data_whose_length_lies_is_garbled() {
    let mut s = Scripted::up();
    assert!(s.feed("D", 2, "90=9|91=abc|11=1|").is_empty());
    assert_eq!((s.expected(), s.session.counters().garbled), (2, 1));
}

#[test]
fn a_logon_with_encryption_is_reason_7_and_refused() {
    for method in ["1", "-1", "x"] {
        let mut s = Scripted::new(config(Role::Acceptor));
        s.connect();
        let out = s.feed("A", 1, &format!("98={method}|108=30|"));
        assert_eq!(briefs(&out), "3:1 5:2");
        assert_eq!((out[0].num(373), out[0].num(371)), (7, 98));
        assert!(out[1].get(58).unwrap().contains("EncryptMethod (98)"), "{out:?}");
        assert_eq!((s.expected(), s.session.is_logged_on()), (2, false));
    }
}

#[test]
fn an_initiator_refuses_encryption_too() {
    let mut s = Scripted::new(config(Role::Initiator));
    s.connect();
    assert_eq!(briefs(&s.feed("A", 1, "98=2|108=30|")), "3:2 5:3");
    assert!(!s.session.is_logged_on());
}

#[test]
fn reason_99_comes_with_the_application_s_words() {
    let mut s = Scripted::up();
    s.app.dispositions = vec![Disposition::Reject {
        reason: SessionRejectReason::Other,
        ref_tag: 0,
        text: "not on a Friday".to_owned(),
    }];
    let out = s.order(2);
    assert_eq!(reject(&out), (99, None, 2));
    assert_eq!(out[0].get(58).unwrap(), "not on a Friday");
}

fn up_as(begin_string: &'static str) -> Scripted {
    let mut s = Scripted::new(SessionConfig::new(Role::Acceptor, begin_string, "US", "THEM"));
    s.begin_string = begin_string;
    s.connect();
    s.feed("A", 1, "98=0|108=30|");
    assert!(s.session.is_logged_on());
    s
}

#[test]
fn each_version_is_told_only_reasons_that_it_has() {
    use SessionRejectReason::*;
    let all = [
        InvalidTagNumber,
        RequiredTagMissing,
        TagNotDefinedForMsgType,
        UndefinedTag,
        TagWithoutValue,
        ValueIncorrect,
        IncorrectDataFormat,
        Decryption,
        Signature,
        CompIdProblem,
        SendingTimeAccuracy,
        InvalidMsgType,
        XmlValidation,
        TagAppearsMoreThanOnce,
        TagOutOfRequiredOrder,
        GroupFieldsOutOfOrder,
        IncorrectNumInGroup,
        ValueIncludesDelimiter,
        ApplicationVersion,
        Other,
    ];
    // The enumerations of tag 373 in the versions' own dictionaries; those of 4.0 and 4.1 lack 371 to 373.
    for (begin_string, known) in [
        ("FIX.4.0", vec![]),
        ("FIX.4.1", vec![]),
        ("FIX.4.2", (0..=11).collect::<Vec<u64>>()),
        ("FIX.4.3", (0..=17).collect()),
        ("FIX.4.4", (0..=17).chain([99]).collect()),
        ("FIXT.1.1", (0..=18).chain([99]).collect()),
    ] {
        let mut s = up_as(begin_string);
        let mut told = Vec::new();
        for reason in all {
            let (ref_tag, text) = (58, String::new());
            s.app.dispositions = vec![Disposition::Reject {
                reason,
                ref_tag,
                text,
            }];
            let seq = s.expected();
            let out = s.order(seq);
            assert_eq!(out[0].msg_type(), "3");
            assert!(!out[0].get(58).unwrap().is_empty(), "the words are always there");
            assert_eq!(out[0].get(371).is_some(), !known.is_empty(), "{begin_string}");
            told.extend(out[0].get(373).map(|code| code.parse::<u64>().unwrap()));
        }
        assert_eq!(told, known, "{begin_string}");
    }
}

#[test]
fn before_4_2_an_unsupported_message_is_a_reject_for_there_is_no_business_message_reject() {
    for begin_string in ["FIX.4.0", "FIX.4.1"] {
        let mut s = up_as(begin_string);
        s.app.dispositions = vec![Disposition::BusinessReject {
            reason: BusinessRejectReason::UnsupportedMessageType,
            text: String::new(),
        }];
        let out = s.order(2);
        assert_eq!((briefs(&out).as_str(), out[0].num(45)), ("3:2", 2));
        assert_eq!(out[0].get(58).unwrap(), "Unsupported Message Type");
        assert_eq!((out[0].get(372), out[0].get(380)), (None, None));
    }
}

#[test]
fn a_message_type_of_a_later_version_is_reason_11() {
    for (begin_string, msg_type, known) in [
        ("FIX.4.0", "T", false),
        ("FIX.4.1", "T", true),
        ("FIX.4.1", "V", false),
        ("FIX.4.2", "V", true),
        ("FIX.4.2", "AB", false),
        ("FIX.4.3", "AB", true),
        ("FIX.4.3", "AJ", false),
        ("FIX.4.4", "AJ", true),
        ("FIX.4.4", "BI", false),
        ("FIXT.1.1", "BI", true),
        ("FIX.4.0", "U1", true),
    ] {
        let mut s = up_as(begin_string);
        let out = s.feed(msg_type, 2, "58=x|");
        assert_eq!(out.is_empty(), known, "{begin_string} {msg_type}: {out:?}");
        assert_eq!(s.app.seqs().len(), usize::from(known));
    }
}

#[test]
fn data_fields_of_every_version_may_hold_anything() {
    // EncodedSubject, DerivativeEncodedIssuer, EncodedComplianceText, and one of five digits.
    for (length, data) in [
        (356, 357),
        (1277, 1278),
        (2351, 2352),
        (41083, 41084),
        (43109, 42684),
    ] {
        let mut s = Scripted::up();
        let now = s.timestamp();
        let body = format!("35=D|49=THEM|56=US|34=2|52={now}|{length}=6|{data}=\x0134=9\x01|11=1|");
        assert!(s.feed_bytes(&frame("FIX.4.4", &body)).is_empty(), "{length}");
        assert_eq!(
            (s.app.seqs(), s.app.ids()),
            (vec![2], vec!["1".to_owned()]),
            "{length}"
        );
    }
}
