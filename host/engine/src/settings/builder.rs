//! Settings without a file: the same keys, set one by one.

use std::path::Path;

use super::{Settings, SettingsError, Warning};

/// What errors and warnings of built settings call their file; their lines are those of the keys in order.
const NAME: &str = "(built)";

/// Builds [`Settings`] from QuickFIX's keys.
///
/// ```
/// let (settings, warnings) = fixnic::settings::SettingsBuilder::new()
///     .set("ConnectionType", "acceptor")
///     .set("SocketAcceptPort", "5001")
///     .session()
///     .set("BeginString", "FIX.4.4")
///     .set("SenderCompID", "EXCHANGE")
///     .set("TargetCompID", "DESK")
///     .build()?;
/// assert_eq!((settings.sessions.len(), warnings.len()), (1, 1), "no FileStorePath is worth a warning");
/// # Ok::<(), fixnic::settings::SettingsError>(())
/// ```
#[derive(Debug, Clone)]
pub struct SettingsBuilder {
    text: String,
}

impl Default for SettingsBuilder {
    fn default() -> Self {
        SettingsBuilder::new()
    }
}

impl SettingsBuilder {
    /// Begins with what every session inherits.
    pub fn new() -> SettingsBuilder {
        SettingsBuilder {
            text: "[DEFAULT]\n".to_owned(),
        }
    }

    /// Begins a session.
    pub fn session(mut self) -> SettingsBuilder {
        self.text.push_str("[SESSION]\n");
        self
    }

    /// Sets a key of the session begun last, or of all. Line breaks in a value become spaces.
    pub fn set(mut self, key: &str, value: impl std::fmt::Display) -> SettingsBuilder {
        let line = format!("{key}={value}").replace(['\n', '\r'], " ");
        self.text.push_str(&line);
        self.text.push('\n');
        self
    }

    /// The settings, and what is worth a warning.
    ///
    /// # Errors
    /// As [`Settings::parse`].
    pub fn build(self) -> Result<(Settings, Vec<Warning>), SettingsError> {
        Settings::parse(Path::new(NAME), &self.text)
    }
}
