//! Rules that a setting turns on or off.

use crate::util::scripted::{config, frame, Scripted};
use crate::util::{briefs, S};
use fixnic_session::codec::Garbled;
use fixnic_session::{Event, Role};

#[test]
fn comp_ids_of_others_are_taken_when_they_are_not_to_be_checked() {
    let mut s = Scripted::up_with(|config| config.check_comp_id = false);
    let now = s.timestamp();
    let fields = format!("35=D|49=THOSE|56=THEM|34=2|52={now}|11=1|");
    s.feed_bytes(&frame("FIX.4.4", &fields));
    assert_eq!(s.app.seqs(), [2]);
    // Not even then does a Logon of another identity open the session.
    let mut s = Scripted::new({
        let mut config = config(Role::Acceptor);
        config.check_comp_id = false;
        config.sender_comp_id = "NOBODY".to_owned();
        config
    });
    s.connect();
    assert_eq!(s.feed("A", 1, "98=0|108=30|"), []);
    assert!(s.disconnected());
}

#[test]
fn a_wrong_check_sum_is_taken_when_it_is_not_to_be_checked_but_a_wrong_body_length_never() {
    for (validate, expected) in [(true, vec![]), (false, vec![2u64])] {
        let mut s = Scripted::up_with(|config| config.validate_check_sum = validate);
        let mut message = s.message("D", 2, "11=1|");
        let at = message.len() - 2;
        message[at] = if message[at] == b'0' { b'1' } else { b'0' };
        s.feed_bytes(&message);
        assert_eq!(s.app.seqs(), expected);
    }
    let mut s = Scripted::up_with(|config| config.validate_check_sum = false);
    let text = String::from_utf8(s.message("D", 2, "11=1|")).unwrap();
    let body_len: usize = text.split('\x01').nth(1).unwrap()[2..].parse().unwrap();
    let shorter = text.replacen(&format!("9={body_len}"), &format!("9={}", body_len - 1), 1);
    let framed = [shorter.into_bytes(), s.message("0", 2, "")].concat();
    s.feed_bytes(&framed);
    assert!(s.app.seqs().is_empty());
    assert!(s
        .events
        .iter()
        .any(|e| matches!(e, Event::Garbled(Garbled::NoTrailer | Garbled::TooLong { .. }))));
}

#[test]
fn sending_time_has_the_digits_asked_for_also_when_resent() {
    for (digits, fraction) in [(0, 0), (3, 4), (6, 7), (9, 10)] {
        let mut s = Scripted::up_with(|config| config.timestamp_digits = digits);
        s.now_ns += 123_456_789;
        s.session.send(s.now_ns, b"D", b"11=1\x01").unwrap();
        let sent = s.transmit();
        let time = sent[0].get(52).unwrap();
        assert_eq!(time.len(), "20240101-00:00:00".len() + fraction, "{time}");
        assert!("20240101-00:00:00.123456789".starts_with(&time), "{time}");
        let resent = s.feed("2", 2, "7=1|16=0|");
        assert_eq!(briefs(&resent), "4:1p>2 D2p");
        assert_eq!(resent[1].get(122).as_deref(), Some(time.as_str()));
        assert!(resent.iter().all(|m| m.get(52).unwrap().len() == time.len()));
    }
}

#[test]
fn last_msg_seq_num_processed_is_said_in_every_message() {
    let mut s = Scripted::new({
        let mut config = config(Role::Acceptor);
        config.enable_last_msg_seq_num_processed = true;
        config
    });
    s.connect();
    let logon = s.feed("A", 1, "98=0|108=30|");
    assert_eq!(logon[0].num(369), 1);
    s.order(2);
    s.session.send(s.now_ns, b"D", b"11=1\x01").unwrap();
    assert_eq!(s.transmit()[0].num(369), 2);
    assert_eq!(s.feed("1", 3, "112=x|")[0].num(369), 3);
    let resent = s.feed("2", 4, "7=1|16=1|");
    assert_eq!((briefs(&resent).as_str(), resent[0].num(369)), ("4:1p>2", 4));
    assert_eq!(Scripted::up().feed("1", 2, "112=x|")[0].get(369), None);
}

#[test]
fn redundant_resend_requests_go_out_with_every_message_ahead_of_a_gap() {
    let mut s = Scripted::up_with(|config| config.send_redundant_resend_requests = true);
    assert_eq!(briefs(&s.order(5)), "2:2[2-0]");
    for seq in 6..12 {
        assert_eq!(briefs(&s.order(seq)), format!("2:{}[2-0]", seq - 3));
    }
    // They are no further attempts: the session does not give up because of them.
    assert!(!s.disconnected());
    assert_eq!(briefs(&s.pass(10 * S)).split(' ').next(), Some("2:9[2-0]"));
    for seq in 2..5 {
        s.feed_resent("D", seq, "11=1|");
    }
    assert_eq!(s.expected(), 12);
}
