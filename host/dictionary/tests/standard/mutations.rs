//! Each kind of change to each message of each version, and its reason.

use fixnic_session::codec::SessionRejectReason::{self, *};
use fixnic_session::Violation;

use crate::generate::{Extent, Item};
use crate::{each_message, Case};

/// Every difference between what was said and what should be, and how many changes there were.
#[derive(Default)]
struct Findings {
    changes: usize,
    wrong: Vec<String>,
}

impl Findings {
    fn expect(&mut self, case: &Case<'_>, items: &[Item], reason: SessionRejectReason, tag: u32) {
        self.changes += 1;
        let (said, what) = case.told(items);
        if said != Err(Violation::Reject { reason, tag }) && self.wrong.len() < 20 {
            self.wrong
                .push(format!("{said:?}, not {reason:?} {tag}, to {what:.3000}"));
        }
    }

    fn conclude(self, least: usize) {
        assert!(self.wrong.is_empty(), "{}", self.wrong.join("\n"));
        assert!(self.changes >= least, "only {} changes", self.changes);
    }
}

fn item(tag: u32, value: &[u8]) -> Item {
    Item {
        tag,
        value: value.to_vec(),
        required: false,
        entries: Vec::new(),
    }
}

/// Whether a tag occurs anywhere in these items.
fn holds(items: &[Item], tag: u32) -> bool {
    items
        .iter()
        .any(|item| item.tag == tag || item.entries.iter().any(|entry| holds(entry, tag)))
}

/// Calls `each` with the items, one of them replaced, for every item of them and of all entries of their groups; `limit` of these at
/// most. Returns how many are left of the limit.
fn each_replaced(
    items: &[Item],
    limit: usize,
    change: &dyn Fn(&Item) -> Option<Item>,
    each: &mut dyn FnMut(&Item, Vec<Item>),
) -> usize {
    let mut left = limit;
    for (at, original) in items.iter().enumerate() {
        if left == 0 {
            return 0;
        }
        if let Some(changed) = change(original) {
            let mut all = items.to_vec();
            all[at] = changed;
            each(original, all);
            left -= 1;
        }
        for (nth, entry) in original.entries.iter().enumerate() {
            left = each_replaced(entry, left, change, &mut |leaf, changed_entry| {
                let mut all = items.to_vec();
                all[at].entries[nth] = changed_entry;
                each(leaf, all);
            });
        }
    }
    left
}

#[test]
fn a_required_field_left_out_is_reason_1() {
    let mut findings = Findings::default();
    each_message(Extent::All, |case, items| {
        for at in (0..items.len()).filter(|at| items[*at].required) {
            let mut left = items.to_vec();
            let gone = left.remove(at);
            findings.expect(case, &left, RequiredTagMissing, gone.tag);
        }
        // In an entry of a group, but for the field that every entry begins with.
        for (at, group) in items.iter().enumerate() {
            let Some(entry) = group.entries.last() else {
                continue;
            };
            for within in (1..entry.len()).filter(|within| entry[*within].required) {
                let mut left = items.to_vec();
                let gone = left[at].entries.last_mut().unwrap().remove(within);
                findings.expect(case, &left, RequiredTagMissing, gone.tag);
            }
        }
    });
    findings.conclude(1000);
}

#[test]
fn a_field_of_another_message_is_reason_2_and_one_that_nobody_knows_reason_3() {
    let mut findings = Findings::default();
    each_message(Extent::All, |case, items| {
        let with = |tag| {
            let mut all = items.to_vec();
            all.insert(0, item(tag, b"1"));
            all
        };
        findings.expect(case, &with(4999), UndefinedTag, 4999);
        // TestReqID, or where that belongs, what else does not.
        let known = |tag: &u32| !case.generator.type_of(*tag).is_empty() && !holds(items, *tag);
        if let Some(tag) = [112, 11, 55, 38, 262].into_iter().find(known) {
            findings.expect(case, &with(tag), TagNotDefinedForMsgType, tag);
        }
    });
    findings.conclude(1000);
}

#[test]
fn a_field_without_value_is_reason_4() {
    let mut findings = Findings::default();
    each_message(Extent::All, |case, items| {
        let change = |original: &Item| {
            let is_length = original.entries.is_empty() && case.generator.type_of(original.tag) == "LENGTH";
            let is_data = matches!(case.generator.type_of(original.tag), "DATA" | "XMLDATA");
            (!is_length && !is_data).then(|| Item {
                value: Vec::new(),
                ..original.clone()
            })
        };
        each_replaced(items, 12, &change, &mut |leaf, all| {
            findings.expect(case, &all, TagWithoutValue, leaf.tag);
        });
    });
    findings.conclude(1000);
}

#[test]
fn a_value_that_is_not_listed_is_reason_5() {
    let mut findings = Findings::default();
    each_message(Extent::All, |case, items| {
        let change = |original: &Item| {
            let value: &[u8] = match case.generator.type_of(original.tag) {
                _ if !case.generator.is_enumerated(original.tag) => return None,
                "CHAR" | "MULTIPLECHARVALUE" => b"~",
                "INT" => b"-99999",
                "STRING" | "MULTIPLEVALUESTRING" | "MULTIPLESTRINGVALUE" => b"~~~",
                _ => return None,
            };
            Some(Item {
                value: value.to_vec(),
                ..original.clone()
            })
        };
        each_replaced(items, 12, &change, &mut |leaf, all| {
            findings.expect(case, &all, ValueIncorrect, leaf.tag);
        });
    });
    findings.conclude(2000);
}

#[test]
fn a_value_of_another_type_is_reason_6() {
    let mut findings = Findings::default();
    each_message(Extent::All, |case, items| {
        let change = |original: &Item| {
            let value: &[u8] = match case.generator.type_of(original.tag) {
                "CHAR" => b"ab",
                "BOOLEAN" => b"yes",
                "INT" | "SEQNUM" | "NUMINGROUP" | "TAGNUM" if original.entries.is_empty() => b"1.5",
                "NUMINGROUP" => b"two",
                "FLOAT" | "QTY" | "PRICE" | "PRICEOFFSET" | "AMT" | "PERCENTAGE" => b"1e5",
                "UTCTIMESTAMP" => b"20261301-00:00:00",
                "UTCTIMEONLY" => b"24:00:00",
                "LOCALMKTDATE" | "UTCDATEONLY" | "UTCDATE" => b"2026-01-01",
                "MONTHYEAR" => b"202613",
                "CURRENCY" => b"EURO",
                "COUNTRY" => b"DEU",
                "TZTIMEONLY" => b"07:39",
                _ => return None,
            };
            Some(Item {
                value: value.to_vec(),
                entries: Vec::new(),
                ..original.clone()
            })
        };
        each_replaced(items, 12, &change, &mut |leaf, all| {
            // A length lies then, which is another matter.
            if !items
                .windows(2)
                .any(|pair| pair[0].tag == leaf.tag && pair[1].value.contains(&1))
            {
                findings.expect(case, &all, IncorrectDataFormat, leaf.tag);
            }
        });
    });
    findings.conclude(4000);
}

#[test]
fn a_field_twice_is_reason_13() {
    let mut findings = Findings::default();
    each_message(Extent::All, |case, items| {
        for first in items.iter().filter(|first| first.entries.is_empty()).take(3) {
            let in_groups = items
                .iter()
                .any(|other| other.entries.iter().any(|entry| holds(entry, first.tag)));
            let is_data = matches!(case.generator.type_of(first.tag), "LENGTH" | "DATA" | "XMLDATA");
            if !in_groups && !is_data {
                let twice: Vec<Item> = items.iter().chain([first]).cloned().collect();
                findings.expect(case, &twice, TagAppearsMoreThanOnce, first.tag);
            }
        }
    });
    findings.conclude(1000);
}

#[test]
fn header_fields_behind_the_body_are_reason_14() {
    let mut findings = Findings::default();
    each_message(Extent::All, |case, items| {
        if !items.is_empty() && !holds(items, 57) {
            let late: Vec<Item> = items.iter().cloned().chain([item(57, b"DESK")]).collect();
            findings.expect(case, &late, TagOutOfRequiredOrder, 57);
        }
    });
    findings.conclude(500);
}

#[test]
fn fields_of_an_entry_in_another_order_are_reason_15() {
    let mut findings = Findings::default();
    each_message(Extent::All, |case, items| {
        let is_plain = |item: &Item| {
            item.entries.is_empty()
                && !matches!(case.generator.type_of(item.tag), "LENGTH" | "DATA" | "XMLDATA")
        };
        for (at, group) in items.iter().enumerate() {
            let Some([first, second, third, ..]) = group.entries.first().map(Vec::as_slice) else {
                continue;
            };
            if !(is_plain(first) && is_plain(second) && is_plain(third)) {
                continue;
            }
            let mut all = items.to_vec();
            all[at].entries[0].swap(0, 1);
            findings.expect(case, &all, GroupFieldsOutOfOrder, second.tag);
            let mut all = items.to_vec();
            all[at].entries[0].swap(1, 2);
            findings.expect(case, &all, GroupFieldsOutOfOrder, second.tag);
        }
    });
    findings.conclude(500);
}

#[test]
fn a_group_counted_wrong_is_reason_16_at_any_depth() {
    let mut findings = Findings::default();
    each_message(Extent::All, |case, items| {
        let change = |original: &Item| {
            (!original.entries.is_empty()).then(|| Item {
                // NoSides (552) is 1 or 2.
                value: if case.generator.is_enumerated(original.tag) {
                    b"1".to_vec()
                } else {
                    b"3".to_vec()
                },
                ..original.clone()
            })
        };
        each_replaced(items, usize::MAX, &change, &mut |leaf, all| {
            findings.expect(case, &all, IncorrectNumInGroup, leaf.tag);
        });
    });
    findings.conclude(1000);
}

#[test]
fn a_value_that_holds_a_delimiter_is_reason_17() {
    let mut findings = Findings::default();
    each_message(Extent::All, |case, items| {
        let text = items
            .iter()
            .position(|item| item.tag == 58 && item.entries.is_empty());
        if let Some(at) = text {
            let mut all = items.to_vec();
            all[at].value = b"one\x01two".to_vec();
            findings.expect(case, &all, ValueIncludesDelimiter, 58);
        }
    });
    findings.conclude(100);
}
