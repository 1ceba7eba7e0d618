//! Messages as desks and exchanges send them, and what a slip in one is answered with.

use fixnic_dictionary::{Options, Validator};
use fixnic_session::codec::SessionRejectReason::{self, *};
use fixnic_session::Violation;

use crate::{answer, message, shown, validator, VERSIONS};

fn of(name: &str) -> (Validator, &'static str, &'static str) {
    let (begin_string, appl_ver_id, name) = *VERSIONS.iter().find(|(_, _, file)| *file == name).unwrap();
    let validator = validator(begin_string, appl_ver_id, name, Options::default());
    (validator, begin_string, appl_ver_id)
}

/// The answer to a message of a version, its body with `|` for SOH.
fn say(name: &str, msg_type: &str, body: &str) -> Result<(), Violation> {
    let (validator, begin_string, appl_ver_id) = of(name);
    let bytes = message(begin_string, msg_type, body.replace('|', "\x01").as_bytes());
    answer(&validator, &bytes, appl_ver_id)
}

fn takes(name: &str, msg_type: &str, body: &str) {
    assert_eq!(say(name, msg_type, body), Ok(()), "{name} {msg_type}: {body}");
}

/// What becomes of a good message when one part of it is replaced.
fn slips(name: &str, msg_type: &str, good: &str, slips: &[(&str, &str, SessionRejectReason, u32)]) {
    takes(name, msg_type, good);
    for (from, to, reason, tag) in slips {
        let body = good.replacen(from, to, 1);
        assert_ne!(body, good, "{from}");
        let (reason, tag) = (*reason, *tag);
        assert_eq!(
            say(name, msg_type, &body),
            Err(Violation::Reject { reason, tag }),
            "{name} {msg_type}: {}",
            shown(body.as_bytes())
        );
    }
}

#[test]
fn an_execution_report_with_parties_contra_brokers_and_legs() {
    let report = "37=E1|11=C1|453=2|448=FIRM|447=D|452=1|802=2|523=desk|803=4|523=trader|803=2|448=EXCH|447=D|452=22|\
                  382=2|375=B1|337=T1|437=50|438=20260102-10:00:00|375=B2|437=50|17=X1|150=F|39=1|1=ACC|\
                  55=ACME|454=2|455=123|456=1|455=US1|456=4|54=1|38=200|40=2|44=12.5|15=EUR|59=0|18=1 G|32=100|31=12.5|\
                  151=100|14=100|6=12.5|60=20260102-10:00:00.123|58=half|\
                  555=2|600=MAR|654=L1|566=1.25|637=1.25|600=JUN|604=1|605=456|606=1|539=1|524=P|525=D|538=3|804=1|545=s|805=1|654=L2|";
    slips(
        "FIX-4.4",
        "8",
        report,
        &[
            ("37=E1|", "", RequiredTagMissing, 37),
            ("54=1|38", "38", RequiredTagMissing, 54),
            ("150=F", "150=Z", ValueIncorrect, 150),
            ("54=1", "54=?", ValueIncorrect, 54),
            ("18=1 G", "18=1 ~", ValueIncorrect, 18),
            ("38=200", "38=2x0", IncorrectDataFormat, 38),
            ("60=20260102-10:00:00.123", "60=20260102", IncorrectDataFormat, 60),
            ("453=2", "453=3", IncorrectNumInGroup, 453),
            ("802=2", "802=1", IncorrectNumInGroup, 802),
            ("804=1", "804=2", IncorrectNumInGroup, 804),
            ("448=FIRM|447=D", "447=D|448=FIRM", GroupFieldsOutOfOrder, 447),
            ("447=D|452=1", "452=1|447=D", GroupFieldsOutOfOrder, 447),
            ("523=desk|803=4", "803=4|523=desk", GroupFieldsOutOfOrder, 803),
            ("523=trader|", "523=|", TagWithoutValue, 523),
            ("1=ACC|", "1=ACC|1=ACC|", TagAppearsMoreThanOnce, 1),
            ("1=ACC|", "1=ACC|49=X|", TagAppearsMoreThanOnce, 49),
            ("1=ACC|", "1=ACC|50=X|", TagOutOfRequiredOrder, 50),
            ("1=ACC|", "1=ACC|112=x|", TagNotDefinedForMsgType, 112),
            ("1=ACC|", "1=ACC|4998=x|", UndefinedTag, 4998),
            ("58=half|", "58=ha|lf|", ValueIncludesDelimiter, 58),
        ],
    );
}

#[test]
fn a_multi_leg_order_with_allocations_in_its_legs() {
    let order =
        "11=M1|453=1|448=FIRM|447=D|452=1|1=ACC|21=1|54=1|55=SPREAD|555=2|600=MAR|623=1|624=1|\
                 670=1|671=A1|673=10|654=L1|600=JUN|623=1|624=2|654=L2|60=20260102-10:00:00|38=10|40=2|44=0.25|";
    slips(
        "FIX-4.4",
        "AB",
        order,
        &[
            ("555=2", "555=1", IncorrectNumInGroup, 555),
            ("670=1|671=A1", "670=2|671=A1", IncorrectNumInGroup, 670),
            ("54=1|55", "55", RequiredTagMissing, 54),
            ("40=2", "40=~", ValueIncorrect, 40),
            ("623=1|624=1", "623=one|624=1", IncorrectDataFormat, 623),
        ],
    );
}

#[test]
fn market_data_in_full_and_in_steps() {
    let full = "262=R1|55=ACME|268=3|269=0|270=12.4|271=100|290=1|269=1|270=12.6|271=50|290=1|269=2|270=12.5|271=10|272=20260102|273=10:00:00|";
    let step = "262=R1|268=2|279=0|269=0|278=E1|55=ACME|270=12.4|271=100|279=2|269=1|278=E2|55=ACME|454=1|455=123|456=1|270=12.6|";
    for name in ["FIX-4.4", "FIX-5.0-SP2"] {
        slips(
            name,
            "W",
            full,
            &[
                ("268=3", "268=4", IncorrectNumInGroup, 268),
                ("269=2", "269=~", ValueIncorrect, 269),
                ("270=12.6", "270=12,6", IncorrectDataFormat, 270),
                ("269=1|270=12.6", "270=12.6|269=1", GroupFieldsOutOfOrder, 270),
            ],
        );
        slips(
            name,
            "X",
            step,
            &[
                ("279=2", "279=~", ValueIncorrect, 279),
                ("454=1", "454=2", IncorrectNumInGroup, 454),
                ("268=2", "268=1", IncorrectNumInGroup, 268),
            ],
        );
    }
}

#[test]
fn a_mass_quote_with_entries_in_its_sets() {
    let quotes = "117=Q1|296=2|302=S1|304=2|295=2|299=1|55=A|132=1.5|133=1.6|299=2|55=B|132=2.5|133=2.6|\
                  302=S2|304=1|295=1|299=3|55=C|132=3.5|133=3.6|";
    slips(
        "FIX-4.4",
        "i",
        quotes,
        &[
            ("295=2", "295=3", IncorrectNumInGroup, 295),
            ("296=2", "296=3", IncorrectNumInGroup, 296),
            ("304=1|", "", RequiredTagMissing, 304),
            ("133=2.6", "133=x", IncorrectDataFormat, 133),
        ],
    );
}

#[test]
fn messages_of_fix_4_2() {
    takes(
        "FIX-4.2",
        "D",
        "11=C1|21=1|55=ACME|54=1|60=20260102-10:00:00|38=100|40=2|44=12.5|59=0|",
    );
    let report = "37=E1|11=C1|382=1|375=B1|437=50|17=X1|20=0|150=1|39=1|55=ACME|54=1|38=100|151=50|14=50|6=12.5|32=50|31=12.5|";
    slips(
        "FIX-4.2",
        "8",
        report,
        &[
            ("20=0|", "", RequiredTagMissing, 20),
            ("382=1", "382=2", IncorrectNumInGroup, 382),
            ("11=C1|", "11=C1|453=1|448=A|", UndefinedTag, 453),
        ],
    );
}

#[test]
fn messages_of_fixt_and_fix_5_0_sp2() {
    slips(
        "FIXT-1.1",
        "A",
        "98=0|108=30|141=Y|789=1|384=1|372=D|385=R|553=me|554=secret|1137=9|",
        &[
            ("1137=9|", "", RequiredTagMissing, 1137),
            ("384=1", "384=2", IncorrectNumInGroup, 384),
            ("98=0", "98=77", ValueIncorrect, 98),
        ],
    );
    let order =
        "11=C1|453=1|448=FIRM|447=D|452=1|55=ACME|54=1|60=20260102-10:00:00|38=100|40=2|44=12.5|59=0|";
    slips(
        "FIX-5.0-SP2",
        "D",
        order,
        &[
            ("11=C1|", "", RequiredTagMissing, 11),
            ("452=1|", "452=1|452=1|", TagAppearsMoreThanOnce, 452),
            ("11=C1|", "11=C1|21=9|", ValueIncorrect, 21),
        ],
    );
}
