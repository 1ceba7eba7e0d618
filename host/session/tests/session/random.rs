//! Random loss and repetition between two sessions: each application has every message once, in order.

use std::collections::HashSet;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use fixnic_session::ResendEnd;

use crate::util::pair::{Fate, Pair};
use crate::util::{Message, Recorder, MS, S};

/// A small generator, so that one number reproduces a whole run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % sides
    }
}

/// Loses and repeats application messages and gap fills; a repetition has 43=Y, as any repeated number must.
fn rule(seed: u64, lost_percent: u64) -> Box<dyn FnMut(&Message) -> Fate> {
    let mut dice = Dice(seed);
    Box::new(move |message| {
        let repeatable = message.is_poss_dup();
        let spared = matches!(message.msg_type().as_str(), "A" | "5");
        match dice.roll(100) {
            n if n < lost_percent && !spared => Fate::Drop,
            n if n > 90 && repeatable => Fate::Twice,
            _ => Fate::Pass,
        }
    })
}

fn run(seed: u64, crashes: bool) {
    println!("seed {seed}");
    let mut dice = Dice(seed);
    let chunk = [None, Some(1), Some(3), Some(20)][dice.roll(4) as usize];
    let end = [ResendEnd::Open, ResendEnd::LastMissing][dice.roll(2) as usize];
    let batch = 1 + dice.roll(5) as usize;
    let next_expected = dice.roll(2) == 0;
    let change = |c: &mut fixnic_session::SessionConfig| {
        c.resend_request_chunk = chunk;
        c.resend_end = end;
        c.resend_batch = batch;
        c.resend_timeout_ms = 500;
        c.resend_attempts_max = 50;
        c.heart_bt_int_s = 1;
        c.enable_next_expected = next_expected;
    };
    let mut pair = Pair::with(change, change);
    pair.log_on();
    let mut sent = [Vec::new(), Vec::new()];
    if crashes {
        let mut dice = Dice(seed ^ 0xdead);
        pair.dies = Box::new(move || dice.roll(60) == 0);
    }
    for round in 0..30u64 {
        pair.client.rule = rule(seed ^ (round << 8), 20);
        pair.server.rule = rule(seed ^ (round << 8) ^ 1, 20);
        let down = !pair.client.session.is_logged_on() || !pair.server.session.is_logged_on();
        if down || dice.roll(8) == 0 {
            reconnect(&mut pair);
        }
        // A process that dies between its reset and the answer has forgotten that it asked: the counterparty then finds its
        // numbers too low, which is for people to mend.
        if !crashes && dice.roll(10) == 0 {
            // Refused while something is recovered; given up if something is lost meanwhile.
            let _ = pair.client.session.reset(pair.now_ns);
        }
        for _ in 0..dice.roll(12) {
            let side = dice.roll(2) as usize;
            let id = format!("{round}.{}", sent[side].len());
            let body = format!("11={id}\x01");
            let node =
                [&mut pair.client, &mut pair.server][side]
                    .session
                    .send(pair.now_ns, b"D", body.as_bytes());
            if node.is_ok() {
                sent[side].push(id);
            }
        }
        pair.run(dice.roll(200) * MS);
    }
    // The line gets better; heartbeats show what is missing.
    pair.client.rule = Box::new(|_| Fate::Pass);
    pair.server.rule = Box::new(|_| Fate::Pass);
    pair.dies = Box::new(|| false);
    if !pair.client.session.is_logged_on() || !pair.server.session.is_logged_on() {
        reconnect(&mut pair);
    }
    pair.run(20 * S);
    for (node, sent, way) in [
        (&pair.server, &sent[0], "to the server"),
        (&pair.client, &sent[1], "to the client"),
    ] {
        assert!(node.session.is_logged_on(), "{:?}", node.events);
        assert_eq!(node.session.missing(), None);
        assert_eq!(&once(&node.app, crashes), sent, "{way}");
    }
}

/// Connects anew until both sides are up: the process may die in the middle of a Logon.
fn reconnect(pair: &mut Pair) {
    for _ in 0..100 {
        pair.cut();
        pair.connect();
        pair.run(100 * MS);
        if pair.client.session.is_logged_on() && pair.server.session.is_logged_on() {
            return;
        }
    }
    panic!(
        "the sides never log on: {:?} {:?}",
        pair.client.events, pair.server.events
    );
}

/// ClOrdIDs in the order first received. After a crash one may come again, flagged.
fn once(app: &Recorder, crashes: bool) -> Vec<String> {
    let mut seen = HashSet::new();
    let mut ids = Vec::new();
    for (meta, message) in &app.received {
        let id = message.get(11).expect("a ClOrdID");
        if seen.insert(id.clone()) {
            ids.push(id);
        } else {
            assert!(
                crashes && meta.poss_dup,
                "{id} came twice, unflagged or without a crash"
            );
        }
    }
    ids
}

fn run_many(cases: u32, crashes: bool) {
    // A fixed seed for the seeds: the same runs everywhere, and the failing one is printed.
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    let run = |seed| {
        run(seed, crashes);
        Ok(())
    };
    TestRunner::new_with_rng(config, rng)
        .run(&any::<u64>(), run)
        .unwrap();
}

#[test]
fn every_message_once_and_in_order_whatever_is_lost_or_repeated() {
    run_many(200, false);
}

#[test]
fn never_a_hole_and_every_repetition_flagged_whatever_crashes() {
    run_many(200, true);
}
