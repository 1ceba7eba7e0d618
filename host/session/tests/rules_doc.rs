//! docs/session-rules.md names each rule's test: all that it names exist, and all that there are it names.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Names of functions in the Rust files below `directory`; of tests only, when asked for.
fn functions(directory: &Path, tests_only: bool, names: &mut BTreeSet<String>) {
    for entry in fs::read_dir(directory).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            functions(&path, tests_only, names);
            continue;
        }
        if path.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let places = if tests_only { "#[test]" } else { "fn " };
        for rest in text.split(places).skip(1) {
            let declared = rest.split("fn ").nth(usize::from(tests_only)).unwrap_or_default();
            let name = declared
                .split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
                .next();
            names.extend(name.filter(|name| !name.is_empty()).map(str::to_owned));
        }
    }
}

#[test]
fn every_rule_names_tests_that_exist_and_every_test_has_its_rule() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let page = fs::read_to_string(root.join("docs/session-rules.md")).unwrap();
    let named: BTreeSet<String> = page
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|name| name.contains('_'))
        .map(str::to_owned)
        .collect();
    assert!(named.len() > 150, "only {} tests are named", named.len());

    let mut all = BTreeSet::new();
    for directory in ["host", "tests/tests"] {
        functions(&root.join(directory), false, &mut all);
    }
    let gone: Vec<&String> = named.difference(&all).collect();
    assert!(
        gone.is_empty(),
        "docs/session-rules.md names tests that do not exist: {gone:?}"
    );

    let mut tests = BTreeSet::new();
    functions(&root.join("host/session/tests"), true, &mut tests);
    tests.remove("every_rule_names_tests_that_exist_and_every_test_has_its_rule");
    let unnamed: Vec<&String> = tests.difference(&named).collect();
    assert!(
        unnamed.is_empty(),
        "docs/session-rules.md lacks these tests: {unnamed:?}"
    );
}
