//! A session with a dictionary: one test for each reason to refuse a message, and for each option.

use std::path::Path;
use std::sync::Arc;

use fixnic_dictionary::{Dictionary, DictionaryError, Options, Validator};
use fixnic_session::codec::{check_sum, Framer, MessageView, SessionRejectReason, Split, UtcClock};
use fixnic_session::{
    Application, Disposition, MemoryStore, MessageMeta, Outgoing, Role, Session, SessionConfig,
};

const NOW_NS: u64 = 1_704_067_200_000_000_000;
const SMALL: &str = include_str!("small.xml");
/// The body of an order that has nothing wrong.
const ORDER: &str = "11=c1|54=1|55=ACME|";

#[derive(Default)]
struct Orders {
    taken: Vec<u64>,
    /// The answer to the next one.
    disposition: Option<Disposition>,
}

impl Application for Orders {
    fn on_message(&mut self, _: &MessageView<'_>, meta: &MessageMeta, _: &mut dyn Outgoing) -> Disposition {
        self.taken.push(meta.msg_seq_num);
        self.disposition.take().unwrap_or(Disposition::Accepted)
    }
}

fn dictionary(text: &str) -> Arc<Dictionary> {
    Arc::new(Dictionary::parse(Path::new("test.xml"), text).unwrap())
}

/// What a session said to a message.
#[derive(Debug, PartialEq, Eq)]
enum Answer {
    Taken,
    /// 373 and 371.
    Reject(u64, u64),
    /// 380.
    Business(u64),
}

use Answer::{Business, Reject, Taken};

struct Desk {
    session: Session<MemoryStore>,
    app: Orders,
    begin_string: &'static str,
}

impl Desk {
    fn new(begin_string: &'static str, validator: Validator) -> Desk {
        let config = SessionConfig::new(Role::Acceptor, begin_string, "US", "THEM");
        let mut desk = Desk {
            session: Session::new(config, MemoryStore::new(NOW_NS)),
            app: Orders::default(),
            begin_string,
        };
        desk.session.validate_with(Arc::new(validator));
        desk.session.connected(NOW_NS).unwrap();
        desk
    }

    fn up(options: Options) -> Desk {
        let mut desk = Desk::new("FIX.4.4", Validator::new(dictionary(SMALL), options));
        desk.feed("A", "98=0|108=30|");
        assert!(desk.session.is_logged_on());
        desk
    }

    fn feed(&mut self, msg_type: &str, body: &str) -> Vec<u8> {
        let seq = self.session.expected_incoming();
        let now = String::from_utf8(UtcClock::default().format(NOW_NS).to_vec()).unwrap();
        self.feed_fields(&format!("35={msg_type}|49=THEM|56=US|34={seq}|52={now}|{body}"))
    }

    fn feed_fields(&mut self, fields: &str) -> Vec<u8> {
        let mut bytes = format!("8={}|9={}|{fields}", self.begin_string, fields.len())
            .replace('|', "\x01")
            .into_bytes();
        bytes.extend(format!("10={:03}\x01", check_sum(&bytes)).into_bytes());
        self.session.handle_bytes(NOW_NS, &bytes, &mut self.app);
        let mut out = Vec::new();
        while self.session.poll_transmit(NOW_NS, &mut self.app, &mut out) > 0 {}
        out
    }

    fn answer(&mut self, msg_type: &str, body: &str) -> Answer {
        let before = self.session.expected_incoming();
        let out = self.feed(msg_type, body);
        let after = self.session.expected_incoming();
        assert_eq!(after, before + 1, "each is consumed: {body}");
        read_answer(&out)
    }
}

fn read_answer(out: &[u8]) -> Answer {
    if out.is_empty() {
        return Taken;
    }
    let Split::Message { len } = Framer::default().split(out) else {
        panic!("{out:?}")
    };
    let view = MessageView::parse(&out[..len]).unwrap();
    match view.msg_type() {
        b"3" => Reject(view.uint(373).unwrap_or(1000), view.uint(371).unwrap_or(0)),
        b"j" => Business(view.uint(380).unwrap()),
        other => panic!("{other:?}"),
    }
}

/// The answer to an order with this body.
fn answer(body: &str) -> Answer {
    Desk::up(Options::default()).answer("D", body)
}

/// The answer to a good order with further fields.
fn and(fields: &str) -> Answer {
    answer(&format!("{ORDER}{fields}"))
}

fn with_options(body: &str, change: impl FnOnce(&mut Options)) -> Answer {
    let mut options = Options::default();
    change(&mut options);
    Desk::up(options).answer("D", body)
}

#[test]
fn what_the_dictionary_allows_is_taken() {
    let mut desk = Desk::up(Options::default());
    let bodies = [
        ORDER.to_owned(),
        format!("627=1|628=HUB|{ORDER}"),
        format!("{ORDER}38=1.5|18=1 2|58=t=t|200=202601w2|"),
        format!("{ORDER}453=2|448=A|452=1|802=2|523=x|803=1|523=y|448=B|"),
        format!("{ORDER}453=0|"),
        format!("{ORDER}93=3|89=\u{1}9=|"),
        format!("{ORDER}212=4|213=<a/>|"),
    ];
    for body in &bodies {
        assert_eq!(desk.answer("D", body), Taken, "{body}");
    }
    assert_eq!(desk.app.taken.len(), bodies.len());
    assert_eq!(desk.answer("0", "112=x|"), Taken);
}

#[test]
fn reason_0_a_tag_that_is_no_number() {
    assert_eq!(and("5x=1|"), Reject(0, 5));
}

#[test]
fn reason_1_a_required_field_is_missing() {
    assert_eq!(answer("11=c1|54=1|"), Reject(1, 55), "of a required component");
    assert_eq!(answer("54=1|55=ACME|"), Reject(1, 11));
    let mut desk = Desk::new("FIX.4.4", Validator::new(dictionary(SMALL), Options::default()));
    let out = desk.feed("A", "108=30|");
    assert_eq!(read_answer(&out), Reject(1, 98), "a Logon too");
    assert!(!desk.session.is_logged_on());
    let required = SMALL.replace("\"PartyRole\" required=\"N\"", "\"PartyRole\" required=\"Y\"");
    let mut desk = Desk::new(
        "FIX.4.4",
        Validator::new(dictionary(&required), Options::default()),
    );
    desk.feed("A", "98=0|108=30|");
    let body = format!("{ORDER}453=2|448=A|452=1|448=B|");
    assert_eq!(
        desk.answer("D", &body),
        Reject(1, 452),
        "in each entry of a group"
    );
}

#[test]
fn reason_2_a_field_that_the_message_does_not_have() {
    assert_eq!(and("112=x|"), Reject(2, 112));
}

#[test]
fn reason_3_a_field_that_nobody_defined() {
    assert_eq!(and("4999=1|"), Reject(3, 4999));
    assert_eq!(and("9999=1|"), Reject(3, 9999));
}

#[test]
fn reason_4_a_field_without_value() {
    assert_eq!(and("58=|"), Reject(4, 58));
}

#[test]
fn reason_5_a_value_that_the_field_cannot_have() {
    assert_eq!(answer("11=c1|54=9|55=ACME|"), Reject(5, 54));
    assert_eq!(and("18=1 3|"), Reject(5, 18), "one of several");
}

#[test]
fn reason_6_a_value_of_another_type() {
    assert_eq!(and("38=many|"), Reject(6, 38));
    assert_eq!(and("200=202613|"), Reject(6, 200));
    assert_eq!(and("453=x|448=A|"), Reject(6, 453));
}

#[test]
fn reasons_7_8_and_99_the_application_may_give_too() {
    use SessionRejectReason::{Decryption, Other, Signature};
    for (reason, code) in [(Decryption, 7), (Signature, 8), (Other, 99)] {
        let mut desk = Desk::up(Options::default());
        desk.app.disposition = Some(Disposition::Reject {
            reason,
            ref_tag: 58,
            text: String::new(),
        });
        assert_eq!(desk.answer("D", ORDER), Reject(code, 58));
    }
}

#[test]
fn reasons_9_and_10_stay_the_session_s() {
    for (header, expected) in [
        ("49=THOSE|56=US|34=2|52=20240101-00:00:00|", Reject(9, 49)),
        ("49=THEM|56=US|34=2|52=20230101-00:00:00|", Reject(10, 52)),
    ] {
        let mut desk = Desk::up(Options::default());
        let out = desk.feed_fields(&format!("35=D|{header}{ORDER}"));
        assert_eq!(read_answer(&out), expected);
    }
}

#[test]
fn reason_11_a_message_type_that_nobody_knows_and_380_3_one_that_the_dictionary_lacks() {
    let mut desk = Desk::up(Options::default());
    assert_eq!(desk.answer("zz", ORDER), Reject(11, 35));
    assert_eq!(desk.answer("8", "37=1|"), Business(3));
}

#[test]
fn reason_12_xml_that_is_not_well_formed() {
    assert_eq!(and("212=4|213=<a></|"), Reject(6, 213), "its length lies");
    assert_eq!(and("212=3|213=<a>|"), Reject(12, 213));
}

#[test]
fn reason_13_a_field_twice() {
    assert_eq!(and("55=ACME|"), Reject(13, 55));
    assert_eq!(and("453=1|448=A|452=1|452=2|"), Reject(13, 452));
}

#[test]
fn reason_14_fields_of_header_body_and_trailer_mixed() {
    let body = format!("{ORDER}43=N|");
    assert_eq!(answer(&body), Reject(14, 43));
    assert_eq!(
        with_options(&body, |o| o.validate_fields_out_of_order = false),
        Taken
    );
    assert_eq!(answer(&format!("93=1|89=s|{ORDER}")), Reject(14, 11));
}

#[test]
fn reason_15_fields_of_a_group_out_of_order() {
    assert_eq!(and("453=1|452=1|448=A|"), Reject(15, 452));
    assert_eq!(
        and("453=1|448=A|802=1|803=4|"),
        Reject(15, 803),
        "an entry without its first field"
    );
    let nested = format!("{ORDER}453=1|448=A|802=1|523=x|803=1|452=1|");
    assert_eq!(answer(&nested), Reject(15, 452));
    assert_eq!(
        with_options(&nested, |o| o.validate_fields_out_of_order = false),
        Taken
    );
}

#[test]
fn reason_16_a_group_that_is_counted_wrong() {
    assert_eq!(and("453=2|448=A|"), Reject(16, 453));
    assert_eq!(and("453=1|448=A|802=2|523=x|"), Reject(16, 802));
    assert_eq!(and("453=18446744073709551615|448=A|"), Reject(16, 453));
    assert_eq!(and("453=1|448=A|448=B|"), Reject(16, 453));
}

#[test]
fn reason_17_a_value_that_holds_a_delimiter() {
    assert_eq!(and("58=one|two|"), Reject(17, 58));
}

#[test]
fn unknown_fields_are_taken_when_that_is_allowed() {
    for fields in ["4999=1|", "112=x|", "9999=1|"] {
        let body = format!("{ORDER}{fields}");
        assert_eq!(
            with_options(&body, |o| o.allow_unknown_msg_fields = true),
            Taken,
            "{body}"
        );
    }
}

#[test]
fn user_defined_fields_are_let_alone_when_that_is_asked_for() {
    for fields in ["9999=1|9999=2|", "6000=x|", "453=2|448=A|9999=1|448=B|"] {
        let body = format!("{ORDER}{fields}");
        assert_eq!(
            with_options(&body, |o| o.validate_user_defined_fields = false),
            Taken,
            "{body}"
        );
        assert_ne!(answer(&body), Taken, "{body}");
    }
}

#[test]
fn fields_without_value_are_taken_when_that_is_asked_for() {
    let lenient = |o: &mut Options| o.validate_fields_have_values = false;
    assert_eq!(with_options(&format!("{ORDER}58=|"), lenient), Taken);
    // What follows is checked all the same.
    let body = format!("58=|{ORDER}38=many|");
    assert_eq!(with_options(&body, lenient), Reject(6, 38));
}

/// The text without what lies between two marks.
fn without(text: &str, from: &str, to: &str) -> String {
    let (from, to) = (text.find(from).unwrap(), text.find(to).unwrap());
    format!("{}{}", &text[..from], &text[to..])
}

#[test]
fn fixt_takes_header_and_logon_of_the_transport_and_orders_of_the_application() {
    let transport = without(SMALL, "    <message name=\"NewOrderSingle\"", "  </messages>");
    let application = without(SMALL, "  <header>", "  <messages>");
    let validator = Validator::with_transport(
        dictionary(&transport),
        dictionary(&application),
        Options::default(),
    );
    let mut desk = Desk::new("FIXT.1.1", validator);
    desk.feed("A", "98=0|108=30|");
    assert!(desk.session.is_logged_on());
    assert_eq!(desk.answer("D", ORDER), Taken);
    assert_eq!(desk.answer("D", "11=c1|54=9|55=A|"), Reject(5, 54));
}

/// A session with dictionaries for FIX 4.4 and 5.0SP2, of which the former alone demands OrderQty (38).
fn two_versions(default_appl_ver_id: &str) -> Desk {
    let transport = without(SMALL, "    <message name=\"NewOrderSingle\"", "  </messages>").replace(
        "<field name=\"SenderCompID\" required=\"Y\"/>",
        "<field name=\"SenderCompID\" required=\"Y\"/><field name=\"ApplVerID\" required=\"N\"/>",
    );
    let transport = transport.replace(
        "<fields>",
        "<fields><field number=\"1128\" name=\"ApplVerID\" type=\"STRING\"/>\
         <field number=\"1137\" name=\"DefaultApplVerID\" type=\"STRING\"/>",
    );
    let transport = transport.replace(
        "<field name=\"HeartBtInt\" required=\"Y\"/>",
        "<field name=\"HeartBtInt\" required=\"Y\"/><field name=\"DefaultApplVerID\" required=\"Y\"/>",
    );
    let later = without(SMALL, "  <header>", "  <messages>");
    let earlier = later.replace(
        "<field name=\"OrderQty\" required=\"N\"/>",
        "<field name=\"OrderQty\" required=\"Y\"/>",
    );
    assert_ne!(later, earlier);
    let versions = [("6", earlier), ("9", later)].map(|(id, text)| (id.to_owned(), dictionary(&text)));
    let validator = Validator::with_versions(dictionary(&transport), versions, Options::default());
    let mut desk = Desk::new("FIXT.1.1", validator);
    desk.feed("A", &format!("98=0|108=30|1137={default_appl_ver_id}|"));
    assert!(desk.session.is_logged_on());
    desk
}

impl Desk {
    /// An order with further fields in its header.
    fn order_of(&mut self, header: &str, body: &str) -> Answer {
        let seq = self.session.expected_incoming();
        let fields = format!("35=D|49=THEM|{header}56=US|34={seq}|52=20240101-00:00:00|{body}");
        read_answer(&self.feed_fields(&fields))
    }
}

#[test]
fn appl_ver_id_chooses_the_dictionary_of_a_message_and_the_counterparty_s_default_that_of_all_others() {
    let mut desk = two_versions("6");
    assert_eq!(
        desk.order_of("", ORDER),
        Reject(1, 38),
        "FIX 4.4, as its Logon says"
    );
    assert_eq!(desk.order_of("", &format!("{ORDER}38=1|")), Taken);
    assert_eq!(
        desk.order_of("1128=9|", ORDER),
        Taken,
        "FIX 5.0SP2, as it says itself"
    );
    let mut desk = two_versions("9");
    assert_eq!(desk.order_of("", ORDER), Taken);
    assert_eq!(desk.order_of("1128=6|", ORDER), Reject(1, 38));
}

#[test]
fn reason_18_an_application_version_without_a_dictionary() {
    let mut desk = two_versions("9");
    for appl_ver_id in ["7", "0", "FIX.5.0SP2"] {
        let header = format!("1128={appl_ver_id}|");
        assert_eq!(desk.order_of(&header, ORDER), Reject(18, 1128));
    }
    let mut desk = two_versions("7");
    assert_eq!(desk.order_of("", ORDER), Reject(18, 1137), "what its Logon says");
    assert_eq!(desk.order_of("1128=9|", ORDER), Taken);
}

#[test]
fn fix_4_2_is_told_no_reason_that_it_does_not_know() {
    let mut desk = Desk::new("FIX.4.2", Validator::new(dictionary(SMALL), Options::default()));
    desk.feed("A", "98=0|108=30|");
    assert_eq!(desk.answer("D", &format!("{ORDER}112=x|")), Reject(2, 112));
    assert_eq!(
        desk.answer("D", &format!("{ORDER}453=2|448=A|")),
        Reject(1000, 453)
    );
}

#[test]
fn a_dictionary_that_is_none_says_where_and_what() {
    let parse = |text: &str| Dictionary::parse(Path::new("bad.xml"), text).unwrap_err();
    for (text, expected) in [
        ("<fix>".to_owned(), "bad.xml"),
        ("<fix/>".to_owned(), "expected <fields>"),
        (
            SMALL.replace("number=\"11\"", "number=\"x\""),
            "expected a tag number, found x",
        ),
        (
            SMALL.replace("<field name=\"Symbol\" r", "<field name=\"Symbols\" r"),
            "found Symbols",
        ),
        (
            SMALL.replace(
                "<component name=\"Instrument\" r",
                "<component name=\"Nothing\" r",
            ),
            "found Nothing",
        ),
        (
            SMALL.replace(
                "<field name=\"PartySubIDType\" required=\"N\"/>",
                "<component name=\"Parties\"/>",
            ),
            "a circle",
        ),
    ] {
        let error = parse(&text).to_string();
        assert!(error.contains(expected), "{error}");
    }
    assert!(matches!(
        Dictionary::load("/nonexistent/FIX44.xml"),
        Err(DictionaryError::Read { .. })
    ));
    assert_eq!(dictionary(SMALL).begin_string, "FIX.4.4");
}
