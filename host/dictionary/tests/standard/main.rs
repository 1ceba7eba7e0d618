//! The dictionaries of all versions of FIX, whole: each message of each version, and what each kind of change to it is answered with.
//!
//! They are those that the crate hotfix-dictionary carries, in QuickFIX's format; this project has no copy.

mod generate;
mod messages;
mod mutations;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, OnceLock};

use fixnic_dictionary::{Dictionary, Options, Validator};
use fixnic_session::codec::{check_sum, field, MessageView};
use fixnic_session::{Validate, Violation};
use roxmltree::Document;

use generate::{bytes, Extent, Generator, Item};

/// BeginString, ApplVerID (empty outside FIXT), and the file's name.
const VERSIONS: [(&str, &str, &str); 9] = [
    ("FIX.4.0", "", "FIX-4.0"),
    ("FIX.4.1", "", "FIX-4.1"),
    ("FIX.4.2", "", "FIX-4.2"),
    ("FIX.4.3", "", "FIX-4.3"),
    ("FIX.4.4", "", "FIX-4.4"),
    ("FIXT.1.1", "", "FIXT-1.1"),
    ("FIXT.1.1", "7", "FIX-5.0"),
    ("FIXT.1.1", "8", "FIX-5.0-SP1"),
    ("FIXT.1.1", "9", "FIX-5.0-SP2"),
];

fn run(program: &str, arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program} {arguments:?}: {said}");
    output.stdout
}

/// The file of a version, below the sources that cargo has of the crate.
fn path(name: &str) -> PathBuf {
    static DIRECTORY: OnceLock<PathBuf> = OnceLock::new();
    let directory = DIRECTORY.get_or_init(|| {
        // Of this platform's crates alone: cargo need not have those of others.
        let version = String::from_utf8(run("rustc", &["-vV"])).unwrap();
        let platform = version
            .lines()
            .find_map(|line| line.strip_prefix("host: "))
            .unwrap();
        let arguments = [
            "metadata",
            "--locked",
            "--offline",
            "--format-version=1",
            "--filter-platform",
            platform,
        ];
        let metadata: serde_json::Value = serde_json::from_slice(&run(env!("CARGO"), &arguments)).unwrap();
        let packages = metadata["packages"].as_array().unwrap();
        let package = packages
            .iter()
            .find(|package| package["name"] == "hotfix-dictionary");
        let manifest = package.unwrap()["manifest_path"].as_str().unwrap();
        Path::new(manifest).with_file_name("src/resources/quickfix")
    });
    directory.join(format!("{name}.xml"))
}

fn text(name: &str) -> String {
    std::fs::read_to_string(path(name)).unwrap()
}

fn dictionary(name: &str) -> Arc<Dictionary> {
    Arc::new(Dictionary::load(path(name)).unwrap())
}

/// A validator as the engine makes it for a version.
fn validator(begin_string: &str, appl_ver_id: &str, name: &str, options: Options) -> Validator {
    if begin_string != "FIXT.1.1" || appl_ver_id.is_empty() {
        return Validator::new(dictionary(name), options);
    }
    let applications = [(appl_ver_id.to_owned(), dictionary(name))];
    Validator::with_versions(dictionary("FIXT-1.1"), applications, options)
}

/// A whole message around a body, with nothing wrong in its header.
fn message(begin_string: &str, msg_type: &str, body: &[u8]) -> Vec<u8> {
    let header = format!("35={msg_type}\x0149=US\x0156=THEM\x0134=2\x0152=20260101-00:00:00\x01");
    let mut out = format!("8={begin_string}\x019={}\x01{header}", header.len() + body.len()).into_bytes();
    out.extend(body);
    let sum = check_sum(&out);
    out.extend(format!("10={sum:03}\x01").bytes());
    out
}

/// What a session would answer: the defect that its codec finds, or else the validator's.
fn answer(validator: &Validator, message: &[u8], appl_ver_id: &str) -> Result<(), Violation> {
    let view =
        MessageView::parse(message).unwrap_or_else(|garbled| panic!("{garbled:?}: {}", shown(message)));
    if let Some(defect) = view.defect() {
        let (reason, tag) = (defect.reason, defect.tag);
        return Err(Violation::Reject { reason, tag });
    }
    validator.validate(&view, appl_ver_id.as_bytes())
}

fn shown(message: &[u8]) -> String {
    String::from_utf8_lossy(message).replace('\x01', "|")
}

/// Calls `each` with the validator, the MsgType and the items of each message of each version.
fn each_message(extent: Extent, mut each: impl FnMut(&Case<'_>, &[Item])) {
    for (begin_string, appl_ver_id, name) in VERSIONS {
        let text = text(name);
        let document = Document::parse(&text).unwrap();
        let generator = Generator::new(&document);
        let validator = validator(begin_string, appl_ver_id, name, Options::default());
        for msg_type in generator.msg_types() {
            // FIXT's administrative messages are those of its own dictionary.
            if begin_string == "FIXT.1.1" && !appl_ver_id.is_empty() && field::is_admin(msg_type.as_bytes()) {
                continue;
            }
            let case = Case {
                name,
                begin_string,
                appl_ver_id,
                msg_type,
                validator: &validator,
                generator: &generator,
            };
            each(&case, &generator.body(msg_type, extent));
        }
    }
}

/// A message type of a version.
struct Case<'a> {
    name: &'a str,
    begin_string: &'a str,
    appl_ver_id: &'a str,
    msg_type: &'a str,
    validator: &'a Validator,
    generator: &'a Generator<'a>,
}

impl Case<'_> {
    fn message(&self, body: &[u8]) -> Vec<u8> {
        message(self.begin_string, self.msg_type, body)
    }

    /// The answer with what it was given to.
    fn told(&self, items: &[Item]) -> (Result<(), Violation>, String) {
        let mut body = Vec::new();
        bytes(items, &mut body);
        let message = self.message(&body);
        let said = answer(self.validator, &message, self.appl_ver_id);
        (
            said,
            format!("{} {}: {}", self.name, self.msg_type, shown(&message)),
        )
    }
}

#[test]
fn every_dictionary_is_read_whole() {
    for (begin_string, _, name) in VERSIONS {
        let (dictionary, text) = (dictionary(name), text(name));
        let document = Document::parse(&text).unwrap();
        let generator = Generator::new(&document);
        let msg_types = generator.msg_types();
        assert_eq!(msg_types.len(), text.matches("msgtype=").count(), "{name}");
        for msg_type in &msg_types {
            assert!(
                dictionary.message(msg_type.as_bytes()).is_some(),
                "{name} {msg_type}"
            );
            assert!(
                field::is_known_msg_type(begin_string.as_bytes(), msg_type.as_bytes()),
                "{name} {msg_type}"
            );
        }
        assert!(generator.field_count() > 100 || name == "FIXT-1.1", "{name}");
    }
}

#[test]
fn a_version_knows_no_message_type_of_a_later_one() {
    let types = |name: &str| -> Vec<String> {
        let text = text(name);
        let document = Document::parse(&text).unwrap();
        let types = Generator::new(&document).msg_types();
        types.into_iter().map(str::to_owned).collect()
    };
    let all = types("FIX-5.0-SP2").into_iter().chain(types("FIX-4.4"));
    let all: Vec<String> = all.filter(|msg_type| !msg_type.starts_with('U')).collect();
    for (begin_string, _, name) in VERSIONS.iter().filter(|(begin, ..)| *begin != "FIXT.1.1") {
        let own = types(name);
        for msg_type in &all {
            assert_eq!(
                field::is_known_msg_type(begin_string.as_bytes(), msg_type.as_bytes()),
                own.contains(msg_type),
                "{name} {msg_type}"
            );
        }
    }
}

#[test]
fn every_data_field_of_every_version_is_read_by_its_length() {
    for (_, _, name) in VERSIONS {
        let text = text(name);
        let document = Document::parse(&text).unwrap();
        for (length, data) in Generator::new(&document).data_pairs() {
            assert_eq!(field::data_field_of(length), Some(data), "{name}: {length}");
        }
    }
}

#[test]
fn every_message_of_every_version_is_taken_with_what_it_must_have_and_with_all_it_may_have() {
    let mut count = 0;
    let mut refused = Vec::new();
    for extent in [Extent::Required, Extent::All] {
        each_message(extent, |case, items| {
            count += 1;
            let (said, what) = case.told(items);
            if let Err(violation) = said {
                refused.push(format!("{violation:?} to {what:.3000}"));
            }
        });
    }
    assert!(count > 1000, "{count}");
    assert!(
        refused.is_empty(),
        "{} of {count}:\n{}",
        refused.len(),
        refused.join("\n")
    );
}
