//! The text of a settings file: sections of `Key=Value` lines, each with its line number.
//!
//! QuickFIX's format: `[DEFAULT]` holds what every `[SESSION]` inherits, `#` begins a comment line. (No ini crate keeps the
//! line of a key, and a warning without a line is little help in a file of a hundred sessions.)

use std::path::{Path, PathBuf};

use super::{SettingsError, Warning};

/// Longest settings file, in bytes.
pub(super) const MAX_FILE_LEN: u64 = 16 << 20;

/// One `Key=Value` line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub key: String,
    pub value: String,
    pub line: usize,
}

/// The lines below one `[NAME]`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Section {
    /// Line of the section's head.
    pub line: usize,
    pub entries: Vec<Entry>,
}

/// A settings file as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SettingsFile {
    pub path: PathBuf,
    pub default: Section,
    pub sessions: Vec<Section>,
}

enum Place {
    BeforeAny,
    Default,
    Session,
    /// Sections of other programs, such as log configurations, kept in the same file.
    Other,
}

impl SettingsFile {
    pub fn parse(
        path: &Path,
        text: &str,
        warnings: &mut Vec<Warning>,
    ) -> Result<SettingsFile, SettingsError> {
        let mut file = SettingsFile {
            path: path.to_owned(),
            default: Section::default(),
            sessions: Vec::new(),
        };
        let mut place = Place::BeforeAny;
        for (line, text) in (1..).zip(text.lines()) {
            let text = text.trim();
            let syntax = |expected: &str| SettingsError::Syntax {
                path: path.to_owned(),
                line,
                expected: expected.to_owned(),
                found: text.to_owned(),
            };
            if text.is_empty() || text.starts_with('#') || text.starts_with(';') {
                continue;
            }
            if let Some(head) = text.strip_prefix('[') {
                let name = head
                    .strip_suffix(']')
                    .ok_or_else(|| syntax("a section head such as [SESSION]"))?;
                place = file.begin_section(name.trim(), line, warnings);
                continue;
            }
            let (key, value) = text
                .split_once('=')
                .ok_or_else(|| syntax("Key=Value or [SESSION]"))?;
            let entry = Entry {
                key: key.trim().to_owned(),
                value: value.trim().to_owned(),
                line,
            };
            if entry.key.is_empty() {
                return Err(syntax("a key before the '='"));
            }
            let section = match place {
                Place::BeforeAny => return Err(syntax("[DEFAULT] or [SESSION] before the first key")),
                Place::Default => &mut file.default,
                Place::Session => match file.sessions.last_mut() {
                    Some(section) => section,
                    None => continue,
                },
                Place::Other => continue,
            };
            section.insert(entry, path, warnings);
        }
        Ok(file)
    }

    fn begin_section(&mut self, name: &str, line: usize, warnings: &mut Vec<Warning>) -> Place {
        match name.to_ascii_uppercase().as_str() {
            "DEFAULT" => {
                self.default.line = line;
                Place::Default
            }
            "SESSION" => {
                self.sessions.push(Section {
                    line,
                    entries: Vec::new(),
                });
                Place::Session
            }
            _ => {
                warnings.push(Warning::UnknownSection {
                    path: self.path.clone(),
                    line,
                    name: name.to_owned(),
                });
                Place::Other
            }
        }
    }
}

impl Section {
    fn insert(&mut self, entry: Entry, path: &Path, warnings: &mut Vec<Warning>) {
        let Some(earlier) = self
            .entries
            .iter_mut()
            .find(|earlier| earlier.key.eq_ignore_ascii_case(&entry.key))
        else {
            self.entries.push(entry);
            return;
        };
        warnings.push(Warning::RepeatedKey {
            path: path.to_owned(),
            line: entry.line,
            key: entry.key.clone(),
            first_line: earlier.line,
        });
        *earlier = entry;
    }

    /// The entry of this key, in upper or lower case as QuickFIX takes it.
    pub fn get(&self, key: &str) -> Option<&Entry> {
        self.entries
            .iter()
            .find(|entry| entry.key.eq_ignore_ascii_case(key))
    }
}
