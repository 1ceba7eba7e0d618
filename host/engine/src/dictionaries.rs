//! Dictionaries of the sessions, each file read once.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use fixnic_dictionary::{Dictionary, DictionaryError, Validator};

use crate::settings::ValidationSettings;

/// Dictionaries by the paths of their files.
#[derive(Debug, Default)]
pub(crate) struct Dictionaries {
    read: HashMap<PathBuf, Arc<Dictionary>>,
}

impl Dictionaries {
    /// The validator that a session's settings ask for.
    pub fn validator(&mut self, settings: &ValidationSettings) -> Result<Validator, DictionaryError> {
        let transport = self.load(&settings.transport)?;
        if settings.applications.is_empty() {
            return Ok(Validator::new(transport, settings.options));
        }
        let mut applications = Vec::new();
        for (appl_ver_id, path) in &settings.applications {
            applications.push((appl_ver_id.clone(), self.load(path)?));
        }
        Ok(Validator::with_versions(
            transport,
            applications,
            settings.options,
        ))
    }

    fn load(&mut self, path: &Path) -> Result<Arc<Dictionary>, DictionaryError> {
        if let Some(dictionary) = self.read.get(path) {
            return Ok(Arc::clone(dictionary));
        }
        let dictionary = Arc::new(Dictionary::load(path)?);
        self.read.insert(path.to_owned(), Arc::clone(&dictionary));
        Ok(dictionary)
    }
}
