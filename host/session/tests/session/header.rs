//! Garbled messages and what is wrong with headers.

use fixnic_session::codec::{BusinessRejectReason, SessionRejectReason};
use fixnic_session::{DisconnectReason, Disposition, Event};

use crate::util::scripted::{frame, Scripted};
use crate::util::{briefs, Message, S};

fn spoil_check_sum(message: &mut [u8]) {
    let at = message.len() - 2;
    message[at] = if message[at] == b'0' { b'1' } else { b'0' };
}

fn reject(out: &[Message]) -> (u64, Option<String>, u64) {
    assert_eq!(out[0].msg_type(), "3", "{out:?}");
    (out[0].num(373), out[0].get(371), out[0].num(45))
}

#[test]
fn garbled_message_is_ignored_counted_and_not_advanced() {
    let mut s = Scripted::up();
    let mut bad = s.message("D", 2, "11=2|");
    spoil_check_sum(&mut bad);
    assert!(s.feed_bytes(&bad).is_empty());
    assert_eq!((s.expected(), s.session.counters().garbled), (2, 1));
    assert!(s.events.iter().any(|e| matches!(e, Event::Garbled(_))));
    // The next one shows the gap.
    assert_eq!(briefs(&s.order(3)), "2:2[2-0]");
}

#[test]
fn first_three_fields_in_another_order_are_garbled() {
    let s = Scripted::up();
    let good = s.message("D", 2, "11=2|");
    let text = String::from_utf8(good.clone()).unwrap();
    let body_length = text.split('\x01').nth(1).unwrap().to_owned();
    for swapped in [
        text.replacen("8=FIX.4.4\x01", "", 1),
        text.replacen(
            &format!("{body_length}\x0135=D"),
            &format!("35=D\x01{body_length}"),
            1,
        ),
        text.replacen("35=D\x0149=THEM", "49=THEM\x0135=D", 1),
    ] {
        let mut bytes = swapped.into_bytes();
        bytes.extend(&good);
        let mut fresh = Scripted::up();
        fresh.feed_bytes(&bytes);
        assert_eq!(
            (fresh.app.seqs(), fresh.expected()),
            (vec![2], 3),
            "the good one behind it is found"
        );
        assert!(fresh.session.counters().garbled >= 1);
    }
}

#[test]
fn body_length_beyond_the_end_costs_only_that_message() {
    let s = Scripted::up();
    let text = String::from_utf8(s.message("D", 2, "11=2|")).unwrap();
    let len: usize = text.split('\x01').nth(1).unwrap()[2..].parse().unwrap();
    for lie in [len + 5, len + 40, len - 5] {
        let mut s = Scripted::up();
        let mut bytes = text
            .replacen(&format!("9={len}\x01"), &format!("9={lie}\x01"), 1)
            .into_bytes();
        bytes.extend(s.resent("D", 2, "11=2|"));
        bytes.extend(s.message("D", 3, "11=3|"));
        assert!(s.feed_bytes(&bytes).is_empty(), "9={lie}");
        assert_eq!(
            (s.app.seqs(), s.session.counters().garbled),
            (vec![2, 3], 1),
            "9={lie}"
        );
    }
}

#[test]
fn body_length_absurd_is_not_waited_for() {
    for nine in ["9=70000", "9=-1", "9=abc", "9=99999999999999999999"] {
        let mut s = Scripted::up();
        let mut bytes = format!("8=FIX.4.4\x01{nine}\x0135=D\x0134=2\x01").into_bytes();
        bytes.extend(s.message("D", 2, "11=2|"));
        s.feed_bytes(&bytes);
        assert_eq!(s.app.seqs(), [2], "{nine}");
    }
}

#[test]
fn data_length_that_lies_is_rejected_not_believed() {
    for lie in [
        "95=4|96=ab|",
        "95=1|96=abc|",
        "95=-1|96=a|",
        "95=999999999999999999999|96=a|",
        "95=2|58=ab|",
        "95=5000|96=a|",
    ] {
        let mut s = Scripted::up();
        assert_eq!(reject(&s.feed("B", 2, lie)).0, 6, "{lie}");
        assert_eq!((s.expected(), s.app.seqs()), (3, vec![]), "{lie}");
    }
    // Before MsgSeqNum nobody knows which number to consume: garbled.
    let mut s = Scripted::up();
    let now = s.timestamp();
    let bytes = frame("FIX.4.4", &format!("35=B|49=THEM|56=US|90=9|91=a|34=2|52={now}|"));
    assert!(s.feed_bytes(&bytes).is_empty());
    assert_eq!((s.expected(), s.session.counters().garbled), (2, 1));
}

#[test]
fn raw_data_with_soh_and_false_tags_is_data() {
    let pairs = [
        (95, 96),
        (90, 91),
        (212, 213),
        (348, 349),
        (350, 351),
        (352, 353),
        (354, 355),
        (356, 357),
        (358, 359),
        (360, 361),
        (362, 363),
        (364, 365),
        (445, 446),
        (618, 619),
        (621, 622),
    ];
    for (length_tag, data_tag) in pairs {
        let mut s = Scripted::up();
        let data = "x|34=9|43=Y|10=000|8=FIX.4.4|9=5|35=0|";
        let out = s.feed(
            "B",
            2,
            &format!("{length_tag}={}|{data_tag}={data}|58=end|", data.len()),
        );
        assert!(out.is_empty(), "{length_tag}: {out:?}");
        assert_eq!((s.app.seqs(), s.expected()), (vec![2], 3), "{length_tag}");
        assert_eq!(s.app.received[0].1.get(58).unwrap(), "end");
        assert_eq!(
            s.app.received[0].1.get(data_tag).unwrap(),
            data.replace('|', "\x01")
        );
    }
}

#[test]
fn missing_msg_seq_num_is_logout_and_the_end() {
    for bad in ["", "34=|", "34=x|", "34=-2|", "34=99999999999999999999|"] {
        let mut s = Scripted::up();
        let now = s.timestamp();
        let out = s.feed_bytes(&frame(
            "FIX.4.4",
            &format!("35=D|49=THEM|56=US|{bad}52={now}|11=1|"),
        ));
        assert_eq!(briefs(&out), "5:2", "{bad}");
        assert!(out[0].get(58).unwrap().starts_with("MsgSeqNum (34) is missing"));
        assert!(s.disconnected());
        assert_eq!(s.expected(), 2);
    }
}

#[test]
fn msg_seq_num_of_eleven_digits_is_a_gap() {
    let mut s = Scripted::up();
    assert_eq!(briefs(&s.order(12_345_678_901)), "2:2[2-0]");
}

#[test]
fn header_field_twice_is_rejected() {
    let mut s = Scripted::up();
    assert_eq!(
        reject(&s.feed("D", 2, "11=1|34=9|")),
        (13, Some("34".to_owned()), 2)
    );
    assert_eq!((s.expected(), s.app.seqs()), (3, vec![]));
}

#[test]
fn body_field_twice_may_be_a_group() {
    let mut s = Scripted::up();
    assert!(s.feed("B", 2, "148=h|33=2|58=one|58=two|").is_empty());
    assert_eq!(s.app.received[0].1.get(58).unwrap(), "one");
}

#[test]
fn events_that_nobody_polls_are_bounded() {
    let mut s = Scripted::up();
    for _ in 0..10_000 {
        s.session.handle_bytes(s.now_ns, b"garbage", &mut s.app);
    }
    s.session
        .handle_bytes(s.now_ns, &s.message("A", 2, "98=0|108=30|"), &mut s.app);
    assert!(s.disconnected(), "what matters is not dropped");
    assert!(s.events.len() < 5000);
    assert_eq!(
        s.session.counters().events_dropped + s.events.len() as u64,
        10_001
    );
}

#[test]
fn field_without_value_or_number_is_rejected() {
    let mut s = Scripted::up();
    assert_eq!(reject(&s.feed("D", 2, "11=|")), (4, Some("11".to_owned()), 2));
    assert_eq!(reject(&s.feed("D", 3, "x1=5|")).0, 0);
    assert_eq!(s.expected(), 4);
}

#[test]
fn unreadable_field_before_msg_seq_num_is_rejected_under_its_number() {
    let mut s = Scripted::up();
    let now = s.timestamp();
    let bytes = frame(
        "FIX.4.4",
        &format!("35=D|49=THEM|56=US|x=1|115=|34=2|52={now}|11=1|"),
    );
    assert_eq!(reject(&s.feed_bytes(&bytes)).0, 0, "the first defect");
    assert_eq!((s.expected(), s.app.seqs()), (3, vec![]));
}

#[test]
fn check_sum_in_the_middle_is_rejected() {
    let mut s = Scripted::up();
    assert_eq!(
        reject(&s.feed("D", 2, "10=123|11=1|")),
        (14, Some("10".to_owned()), 2)
    );
    assert_eq!(s.expected(), 3);
}

#[test]
fn sending_time_off_is_rejected_consumed_and_ends_the_session() {
    for (seq, expected) in [(2, 3), (9, 2)] {
        for off in ["20231231-23:57:59.000", "20240101-00:02:01.000"] {
            let mut s = Scripted::up();
            let out = s.feed_bytes(&frame(
                "FIX.4.4",
                &format!("35=D|49=THEM|56=US|34={seq}|52={off}|11=1|"),
            ));
            assert_eq!(briefs(&out), "3:2 5:3");
            assert_eq!(reject(&out), (10, Some("52".to_owned()), seq));
            assert_eq!((s.expected(), s.app.seqs()), (expected, vec![]));
            s.pass(2 * S);
            assert!(s.disconnected());
        }
    }
}

#[test]
fn sending_time_within_the_bound_or_unchecked_is_taken() {
    let mut s = Scripted::up();
    s.feed_bytes(&frame(
        "FIX.4.4",
        "35=D|49=THEM|56=US|34=2|52=20231231-23:58:00|11=1|",
    ));
    assert_eq!(s.app.seqs(), [2]);
    let mut s = Scripted::up_with(|c| c.check_latency = false);
    s.feed_bytes(&frame(
        "FIX.4.4",
        "35=D|49=THEM|56=US|34=2|52=19990101-00:00:00|11=1|",
    ));
    assert_eq!(s.app.seqs(), [2]);
}

#[test]
fn wrong_comp_id_is_rejected_consumed_and_ends_the_session() {
    for (sender, target, tag) in [("X", "US", "49"), ("THEM", "X", "56")] {
        let mut s = Scripted::up();
        let now = s.timestamp();
        let out = s.feed_bytes(&frame(
            "FIX.4.4",
            &format!("35=D|49={sender}|56={target}|34=2|52={now}|11=1|"),
        ));
        assert_eq!(briefs(&out), "3:2 5:3");
        assert_eq!(reject(&out), (9, Some(tag.to_owned()), 2));
        assert_eq!((s.expected(), s.app.seqs()), (3, vec![]));
        s.pass(2 * S);
        assert!(s.disconnected());
    }
}

#[test]
fn missing_header_fields_are_rejected_and_consumed() {
    let mut s = Scripted::up();
    let now = s.timestamp();
    let without = [
        format!("56=US|34=2|52={now}|"),
        format!("49=THEM|34=3|52={now}|"),
        "49=THEM|56=US|34=4|".to_owned(),
    ];
    for (fields, tag) in without.iter().zip(["49", "56", "52"]) {
        let out = s.feed_bytes(&frame("FIX.4.4", &format!("35=D|{fields}11=1|")));
        let (reason, ref_tag, _) = reject(&out);
        assert_eq!((reason, ref_tag.as_deref()), (1, Some(tag)));
    }
    assert_eq!((s.expected(), s.app.seqs()), (5, vec![]));
}

#[test]
fn wrong_begin_string_ends_the_session() {
    let mut s = Scripted::up();
    let now = s.timestamp();
    let out = s.feed_bytes(&frame(
        "FIX.4.2",
        &format!("35=D|49=THEM|56=US|34=2|52={now}|11=1|"),
    ));
    assert_eq!(briefs(&out), "5:2");
    assert_eq!(
        out[0].get(58).unwrap(),
        "Incorrect BeginString: expected FIX.4.4, found FIX.4.2"
    );
    s.pass(2 * S);
    assert!(s
        .events
        .iter()
        .any(|e| matches!(e, Event::Disconnect(DisconnectReason::Violation(_)))));
    assert_eq!(s.expected(), 2);
}

#[test]
fn unknown_msg_type_is_rejected() {
    let mut s = Scripted::up();
    assert_eq!(reject(&s.feed("ZZ", 2, "11=1|")), (11, Some("35".to_owned()), 2));
    assert_eq!((s.expected(), s.app.seqs()), (3, vec![]));
    s.feed("U1", 3, "11=1|");
    assert_eq!(
        s.app.seqs(),
        [3],
        "user-defined types are the application's business"
    );
}

#[test]
fn known_but_unsupported_msg_type_is_a_business_reject() {
    let mut s = Scripted::up();
    s.app.dispositions = vec![Disposition::unsupported()];
    let out = s.feed("R", 2, "131=1|");
    assert_eq!(
        (out[0].msg_type().as_str(), out[0].num(380), out[0].num(45)),
        ("j", 3, 2)
    );
    assert_eq!(out[0].get(372).unwrap(), "R");
    assert_eq!(s.expected(), 3);
}

#[test]
fn application_may_reject_in_its_own_terms() {
    let mut s = Scripted::up();
    let reason = BusinessRejectReason::ConditionallyRequiredFieldMissing;
    s.app.dispositions = vec![
        Disposition::Reject {
            text: String::new(),
            reason: SessionRejectReason::RequiredTagMissing,
            ref_tag: 54,
        },
        Disposition::BusinessReject {
            reason,
            text: "no price".to_owned(),
        },
    ];
    let out = s.order(2);
    assert_eq!(
        (out[0].num(380), out[0].get(58).unwrap().as_str()),
        (5, "no price")
    );
    assert_eq!(reject(&s.order(3)), (1, Some("54".to_owned()), 3));
}
