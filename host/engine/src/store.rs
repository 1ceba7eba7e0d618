//! Where a session keeps its numbers and messages, as its settings say.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use fixnic_session::{MemoryStore, MessageStore, StoreError};
use fixnic_store::LogStore;

use crate::settings::{SessionName, StoreSettings};

/// A session's store: a log below FileStorePath, or memory.
#[derive(Debug)]
pub struct SessionStore {
    kept_in: Kept,
    /// PersistMessages: when not, only numbers are kept.
    persist_messages: bool,
}

#[derive(Debug)]
enum Kept {
    Log(LogStore),
    Memory(MemoryStore),
}

/// Why a session's store cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// FileStorePath cannot be made.
    #[error("cannot make the directory {path} (FileStorePath): {source}")]
    Directory {
        /// The directory.
        path: PathBuf,
        /// The system's own reason.
        source: io::Error,
    },
    /// The log refuses.
    #[error(transparent)]
    Log(#[from] fixnic_store::StoreError),
}

impl SessionStore {
    /// Opens the store of session `name`, reading back what is there.
    ///
    /// # Errors
    /// When the directory or the log cannot be used; see [`fixnic_store::StoreError`].
    pub fn open(
        settings: &StoreSettings,
        name: &SessionName,
        now_ns: u64,
    ) -> Result<SessionStore, OpenError> {
        let kept_in = match &settings.directory {
            None => Kept::Memory(MemoryStore::new(now_ns)),
            Some(directory) => {
                fs::create_dir_all(directory).map_err(|source| OpenError::Directory {
                    path: directory.clone(),
                    source,
                })?;
                let log = LogStore::open(&log_path(directory, name), settings.sync, now_ns)?;
                let recovery = log.recovery();
                if recovery.torn_bytes > 0 {
                    tracing::warn!(session = %name, path = %log.path().display(), torn_bytes = recovery.torn_bytes,
                        "the log ended in a record that was never completed: cut off");
                }
                Kept::Log(log)
            }
        };
        Ok(SessionStore {
            kept_in,
            persist_messages: settings.persist_messages,
        })
    }

    fn inner(&self) -> &dyn MessageStore {
        match &self.kept_in {
            Kept::Log(store) => store,
            Kept::Memory(store) => store,
        }
    }

    fn inner_mut(&mut self) -> &mut dyn MessageStore {
        match &mut self.kept_in {
            Kept::Log(store) => store,
            Kept::Memory(store) => store,
        }
    }
}

impl MessageStore for SessionStore {
    fn next_outgoing(&self) -> u64 {
        self.inner().next_outgoing()
    }

    fn next_incoming(&self) -> u64 {
        self.inner().next_incoming()
    }

    fn created_ns(&self) -> u64 {
        self.inner().created_ns()
    }

    fn append_outgoing(&mut self, number: u64, message: &[u8]) -> Result<(), StoreError> {
        if self.persist_messages {
            self.inner_mut().append_outgoing(number, message)
        } else {
            self.inner_mut().set_next_outgoing(number + 1)
        }
    }

    fn set_next_outgoing(&mut self, number: u64) -> Result<(), StoreError> {
        self.inner_mut().set_next_outgoing(number)
    }

    fn set_next_incoming(&mut self, number: u64) -> Result<(), StoreError> {
        self.inner_mut().set_next_incoming(number)
    }

    fn read_outgoing(&mut self, number: u64, message: &mut Vec<u8>) -> Result<bool, StoreError> {
        self.inner_mut().read_outgoing(number, message)
    }

    fn commit(&mut self, now_ns: u64) -> Result<(), StoreError> {
        self.inner_mut().commit(now_ns)
    }

    fn reset(&mut self, now_ns: u64) -> Result<(), StoreError> {
        self.inner_mut().reset(now_ns)
    }
}

/// The log of a session below `directory`. CompIDs may hold any printable character; what a file name should not hold
/// is written as %XX, so that no two sessions share a file and none leaves the directory.
pub fn log_path(directory: &Path, name: &SessionName) -> PathBuf {
    let mut file = String::new();
    let parts = [
        Some(&name.begin_string),
        Some(&name.sender_comp_id),
        Some(&name.target_comp_id),
        name.qualifier.as_ref(),
    ];
    for (n, part) in parts.into_iter().flatten().enumerate() {
        if n > 0 {
            file.push('-');
        }
        for byte in part.bytes() {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_') {
                file.push(byte.into());
            } else {
                file.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    file.push_str(".fixlog");
    directory.join(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(sender: &str, target: &str, qualifier: Option<&str>) -> SessionName {
        SessionName {
            begin_string: "FIX.4.4".into(),
            sender_comp_id: sender.into(),
            target_comp_id: target.into(),
            qualifier: qualifier.map(str::to_owned),
        }
    }

    #[test]
    fn no_two_sessions_share_a_file_and_none_leaves_the_directory() {
        let path = |sender, target, qualifier| log_path(Path::new("store"), &name(sender, target, qualifier));
        assert_eq!(path("A", "B", None), Path::new("store/FIX.4.4-A-B.fixlog"));
        assert_ne!(path("A-B", "C", None), path("A", "B-C", None));
        assert_ne!(path("A", "B", Some("C")), path("A", "B-C", None));
        assert_eq!(path("../../etc", "B", None).parent(), Some(Path::new("store")));
    }

    #[test]
    fn without_persist_messages_only_numbers_are_kept() {
        let directory = tempfile::tempdir().unwrap();
        let settings = StoreSettings {
            directory: Some(directory.path().join("made/when/needed")),
            persist_messages: false,
            sync: fixnic_store::SyncPolicy::EveryBatch,
        };
        let name = name("A", "B", None);
        let mut store = SessionStore::open(&settings, &name, 1).unwrap();
        store.append_outgoing(1, b"message").unwrap();
        store.commit(1).unwrap();
        drop(store);
        let mut store = SessionStore::open(&settings, &name, 1).unwrap();
        assert_eq!(store.next_outgoing(), 2);
        assert!(!store.read_outgoing(1, &mut Vec::new()).unwrap());
    }
}
