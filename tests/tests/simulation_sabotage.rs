//! Each rule of the whole-system simulation is seen to be broken when something is broken on purpose.

use fixnic_sim::GoldenDevice;
use fixnic_tests::simulation::check::Rule;
use fixnic_tests::simulation::sabotage::Sabotage;
use fixnic_tests::simulation::{run, Meter, Plan};

/// Seeds that are tried: not every run comes to what is broken.
const SEEDS: u64 = 100;

/// What ends the run of a seed, if anything does.
fn end_of(seed: u64, sabotage: Option<Sabotage>) -> Option<String> {
    let plan = Plan::of(seed, false)
        .metered(Meter(|call| allocation_counter::measure(call).bytes_current))
        .sabotaged(sabotage);
    let ended = std::panic::catch_unwind(|| run(&plan, |_| GoldenDevice::new(), |_| GoldenDevice::new()));
    ended
        .err()
        .map(|reason| reason.downcast_ref::<String>().cloned().unwrap_or_default())
}

/// The sabotage is seen as a breach of this rule, and a run without it is not.
fn is_seen(sabotage: Sabotage, rule: Rule) {
    let said = format!("rule {rule:?} is broken: ");
    let mut others = Vec::new();
    for seed in 0..SEEDS {
        match end_of(seed, Some(sabotage)) {
            Some(text) if text.starts_with(&said) => {
                assert_eq!(end_of(seed, None), None, "seed {seed} without the sabotage");
                println!("seed {seed}: {text}");
                return;
            }
            other => others.extend(other),
        }
    }
    panic!("{sabotage:?} is not seen as {said}in {SEEDS} seeds; seen is {others:?}");
}

#[test]
fn a_message_that_is_not_delivered() {
    is_seen(Sabotage::LoseDelivery, Rule::NothingLost);
}

#[test]
fn a_message_delivered_twice() {
    is_seen(Sabotage::DeliverTwice, Rule::Once);
}

#[test]
fn a_repetition_that_is_not_flagged() {
    is_seen(Sabotage::HideRepetition, Rule::Once);
}

#[test]
fn two_messages_in_the_wrong_order() {
    is_seen(Sabotage::SwapDeliveries, Rule::InOrder);
}

#[test]
fn a_message_with_the_content_of_another() {
    is_seen(Sabotage::ChangeDelivery, Rule::NothingMadeUp);
}

#[test]
fn a_resend_of_what_was_never_sent() {
    is_seen(Sabotage::ChangeStored, Rule::NothingMadeUp);
}

#[test]
fn a_number_used_twice_because_the_disk_lies() {
    is_seen(Sabotage::LyingDisk, Rule::NumberUsedOnce);
}

#[test]
fn a_journal_that_lacks_a_message() {
    is_seen(Sabotage::JournalForgets, Rule::JournalsAgree);
}

#[test]
fn a_journal_with_another_message() {
    is_seen(Sabotage::JournalChanges, Rule::JournalsAgree);
}

#[test]
fn a_session_that_does_not_come_back() {
    is_seen(Sabotage::StayDown, Rule::ComeBack);
}

#[test]
fn a_reset_that_loses_what_was_on_its_way() {
    is_seen(Sabotage::LoseBeforeReset, Rule::ResetLosesNothing);
}

#[test]
fn memory_that_is_never_given_back() {
    is_seen(Sabotage::Hoard, Rule::Bounded);
}
