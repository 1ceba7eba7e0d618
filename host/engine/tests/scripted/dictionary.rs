//! UseDataDictionary, from the settings file to the answer.

use fixnic::engine::{Engine, EngineError};

use crate::util::*;

const DICTIONARY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../dictionary/tests/small.xml");

#[test]
fn a_dictionary_refuses_what_it_does_not_know() {
    for (more, expected) in [
        (String::new(), vec![2_u64]),
        (
            format!("UseDataDictionary=Y\nDataDictionary={DICTIONARY}\n"),
            vec![],
        ),
    ] {
        let (mut engine, mut exchange) = logged_on_with(&more);
        engine.transport_mut().sent.clear();
        exchange.send(&mut engine, b"8", b"37=1\x01");
        poll(&mut engine, START_NS);
        let received: Vec<u64> = engine.app(0).received.iter().map(|(seq, _)| *seq).collect();
        assert_eq!(received, expected);
        let refused = !msg_types(&engine.transport().sent).is_empty();
        assert_eq!(refused, expected.is_empty());
        assert_eq!(engine.session(0).expected_incoming(), 3);
    }
}

#[test]
fn a_dictionary_that_cannot_be_read_ends_the_start_with_its_name() {
    let settings = initiator_settings("UseDataDictionary=Y\nDataDictionary=/nonexistent/FIX44.xml\n");
    let started = Engine::with_transport(&settings, Scripted::new(), START_NS, |_| Recorder::default());
    let error = started.expect_err("no engine without its dictionary");
    assert!(matches!(error, EngineError::Dictionary { .. }));
    assert!(error.to_string().contains("/nonexistent/FIX44.xml"), "{error}");
}
