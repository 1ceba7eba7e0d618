//! What an application sends from inside its callbacks, and the numbers it is told.

use fixnic_session::codec::BusinessRejectReason;
use fixnic_session::{Disposition, SendError};

use crate::util::scripted::Scripted;
use crate::util::{briefs, Message};

/// A session whose application answers each message by an ExecutionReport.
fn answering(change: impl FnOnce(&mut fixnic_session::SessionConfig)) -> Scripted {
    let mut s = Scripted::up_with(change);
    s.app.reply = Some(("8", "37=1\x01".to_owned()));
    s
}

fn told(s: &Scripted) -> Vec<u64> {
    s.app.replied.iter().flatten().copied().collect()
}

#[test]
fn a_callback_is_told_the_number_that_its_message_leaves_under() {
    let mut s = answering(|_| {});
    let unsupported = Disposition::BusinessReject {
        reason: BusinessRejectReason::UnsupportedMessageType,
        text: String::new(),
    };
    // Taken from the end.
    s.app.dispositions = vec![Disposition::Accepted, unsupported];
    // Between the two a Heartbeat has a number too, and so has what the session says of the first one.
    let mut bytes = s.message("D", 2, "11=a|");
    bytes.extend(s.message("1", 3, "112=t|"));
    bytes.extend(s.message("D", 4, "11=b|"));
    let out = s.feed_bytes(&bytes);
    assert_eq!(briefs(&out), "8:2 j3 0:4 8:5");
    assert_eq!(told(&s), [2, 5]);
}

#[test]
fn a_callback_in_a_queue_that_is_released_is_told_its_numbers_too() {
    let mut s = answering(|_| {});
    assert_eq!(briefs(&s.order(3)), "2:2[2-0]");
    assert_eq!(briefs(&s.feed_resent("D", 2, "11=2|")), "8:3 8:4");
    assert_eq!(told(&s), [3, 4]);
}

#[test]
fn what_a_callback_sends_in_a_resend_waits_behind_it_under_the_number_it_was_told() {
    let mut s = answering(|c| c.resend_batch = 1);
    for seq in 2..5 {
        s.order(seq);
    }
    let request = s.message("2", 5, "7=1|16=0|");
    s.session.handle_bytes(s.now_ns, &request, &mut s.app);
    let mut out = Vec::new();
    s.session.poll_transmit(s.now_ns, &mut s.app, &mut out);
    assert!(s.session.is_resending(), "a part of it is out");
    let order = s.message("D", 6, "11=6|");
    s.session.handle_bytes(s.now_ns, &order, &mut s.app);
    assert_eq!(told(&s), [2, 3, 4, 5]);
    let rest: Vec<Message> = s.transmit();
    assert_eq!(briefs(&rest), "8:3p 8:4p 8:5", "after {out:?}");
}

#[test]
fn a_number_told_stays_used_when_the_session_goes_down_and_the_message_comes_by_resend() {
    let mut s = answering(|_| {});
    let order = s.message("D", 2, "11=2|");
    s.session.handle_bytes(s.now_ns, &order, &mut s.app);
    assert_eq!(told(&s), [2]);
    // The connection is lost before anything has left.
    s.reconnect();
    assert_eq!(briefs(&s.feed("A", 3, "98=0|108=30|")), "A3", "2 is used");
    let again = s.feed("2", 4, "7=2|16=0|");
    assert_eq!(briefs(&again), "8:2p 4:3p>4");
    assert_eq!(again[0].get(37).unwrap(), "1");
}

#[test]
fn a_number_told_is_gap_filled_after_the_session_went_down_when_its_message_is_stale() {
    let mut s = answering(|_| {});
    let order = s.message("D", 2, "11=2|");
    s.session.handle_bytes(s.now_ns, &order, &mut s.app);
    s.reconnect();
    s.app.stale = vec![2];
    s.feed("A", 3, "98=0|108=30|");
    assert_eq!(briefs(&s.feed("2", 4, "7=2|16=0|")), "4:2p>4");
}

#[test]
fn a_callback_without_room_is_told_so_and_may_try_again() {
    let mut s = answering(|c| c.transmit_bytes_max = 1000);
    s.app.reply = Some(("B", format!("58={}\x01", "x".repeat(600))));
    let mut bytes = s.message("D", 2, "11=a|");
    bytes.extend(s.message("D", 3, "11=b|"));
    let out = s.feed_bytes(&bytes);
    assert_eq!(out.len(), 1);
    let refused = s.app.replied[1].clone().unwrap_err();
    assert!(
        matches!(refused, SendError::Backlog { .. }) && refused.may_be_retried(),
        "{refused}"
    );
    assert_eq!(s.session.next_outgoing(), 3, "no number is used");
    s.order(4);
    assert_eq!(s.app.replied[2], Ok(3), "there is room again");
}

#[test]
fn a_callback_of_a_session_that_is_ending_is_told_so() {
    let mut s = answering(|_| {});
    s.session.logout(s.now_ns, "").unwrap();
    assert_eq!(briefs(&s.order(2)), "5:2");
    let refused = s.app.replied[0].clone().unwrap_err();
    assert!(matches!(refused, SendError::NotLoggedOn { .. }), "{refused}");
    assert_eq!(s.app.seqs(), [2], "the message is delivered all the same");
}
