//! What may be wrong with a settings file, and what is only worth a warning.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why a settings file cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SettingsError {
    /// The file cannot be read.
    #[error("settings {path}: cannot read: {source}")]
    Read {
        /// The settings file.
        path: PathBuf,
        /// The system's own reason.
        source: io::Error,
    },
    /// A line is neither comment, section head nor key.
    #[error("settings {path}:{line}: expected {expected}, found \"{found}\"")]
    Syntax {
        /// The settings file.
        path: PathBuf,
        /// Line, from 1.
        line: usize,
        /// What could stand there.
        expected: String,
        /// What stands there.
        found: String,
    },
    /// A key has a value it cannot have.
    #[error("settings {path}:{line}: {key}={value}: expected {expected}")]
    BadValue {
        /// The settings file.
        path: PathBuf,
        /// Line, from 1.
        line: usize,
        /// The key.
        key: String,
        /// Its value.
        value: String,
        /// What would be right.
        expected: String,
    },
    /// A session lacks a key it needs.
    #[error("settings {path}:{line}: this [SESSION] has no {key} and [DEFAULT] gives none: expected {key}={expected}")]
    Missing {
        /// The settings file.
        path: PathBuf,
        /// Line of the section's head.
        line: usize,
        /// The key.
        key: &'static str,
        /// What would be right.
        expected: String,
    },
    /// Two sections describe the same session.
    #[error("settings {path}:{line}: session {id} is defined a second time, first at line {first_line}: change a CompID or add a SessionQualifier")]
    RepeatedSession {
        /// The settings file.
        path: PathBuf,
        /// Line of the second section's head.
        line: usize,
        /// Line of the first section's head.
        first_line: usize,
        /// The session.
        id: String,
    },
    /// The file has no session.
    #[error("settings {path}: no [SESSION] section: expected at least one, with BeginString, SenderCompID, TargetCompID and ConnectionType")]
    NoSession {
        /// The settings file.
        path: PathBuf,
    },
}

/// What was accepted but deserves to be said.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Warning {
    /// A section of another name than DEFAULT or SESSION; its keys are skipped.
    UnknownSection {
        /// The settings file.
        path: PathBuf,
        /// Line, from 1.
        line: usize,
        /// The name in brackets.
        name: String,
    },
    /// A key that neither QuickFIX nor this engine knows.
    UnknownKey {
        /// The settings file.
        path: PathBuf,
        /// Line, from 1.
        line: usize,
        /// The key.
        key: String,
    },
    /// A key that other engines honour and this one does not.
    NotHonoured {
        /// The settings file.
        path: PathBuf,
        /// Line, from 1.
        line: usize,
        /// The key.
        key: String,
        /// Its value.
        value: String,
        /// What happens instead.
        instead: &'static str,
    },
    /// A key of which this engine honours a part.
    PartlyHonoured {
        /// The settings file.
        path: PathBuf,
        /// Line, from 1.
        line: usize,
        /// The key.
        key: String,
        /// Its value.
        value: String,
        /// What is not done.
        but: &'static str,
    },
    /// A key given twice in one section; the later value counts.
    RepeatedKey {
        /// The settings file.
        path: PathBuf,
        /// Line of the later value.
        line: usize,
        /// The key.
        key: String,
        /// Line of the earlier value.
        first_line: usize,
    },
    /// A session without FileStorePath: its numbers and messages are lost with the process.
    MemoryStore {
        /// The settings file.
        path: PathBuf,
        /// Line of the section's head.
        line: usize,
        /// The session.
        session: String,
    },
}

impl Warning {
    /// Line of the file, from 1.
    pub fn line(&self) -> usize {
        match self {
            Warning::UnknownSection { line, .. }
            | Warning::UnknownKey { line, .. }
            | Warning::NotHonoured { line, .. }
            | Warning::PartlyHonoured { line, .. }
            | Warning::RepeatedKey { line, .. }
            | Warning::MemoryStore { line, .. } => *line,
        }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Warning::UnknownSection { path, line, name } => {
                write!(f, "settings {}:{line}: unknown section [{name}] is skipped: expected [DEFAULT] or [SESSION]", path.display())
            }
            Warning::UnknownKey { path, line, key } => {
                write!(
                    f,
                    "settings {}:{line}: unknown key {key} is skipped: check its spelling",
                    path.display()
                )
            }
            Warning::NotHonoured {
                path,
                line,
                key,
                value,
                instead,
            } => {
                write!(
                    f,
                    "settings {}:{line}: {key}={value} is not honoured: {instead}",
                    path.display()
                )
            }
            Warning::PartlyHonoured {
                path,
                line,
                key,
                value,
                but,
            } => {
                write!(
                    f,
                    "settings {}:{line}: {key}={value} is honoured in part: {but}",
                    path.display()
                )
            }
            Warning::RepeatedKey {
                path,
                line,
                key,
                first_line,
            } => {
                write!(
                    f,
                    "settings {}:{line}: {key} was already given at line {first_line}: this later value counts",
                    path.display()
                )
            }
            Warning::MemoryStore { path, line, session } => {
                write!(
                    f,
                    "settings {}:{line}: session {session} has no FileStorePath: its numbers and messages are kept in \
                     memory and lost with the process",
                    path.display()
                )
            }
        }
    }
}
