//! Where a session keeps its numbers and messages, as its settings say.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use fixnic_session::{MemoryStore, MessageStore, StoreError, Tag};
use fixnic_store::{LogStore, StoreOptions};

use crate::settings::{SessionName, StoreSettings};

/// What keeps numbers and messages.
type Kept = Box<dyn MessageStore + Send>;

/// Opens it again, at a time given.
type Reopen = Box<dyn Fn(u64) -> Result<Kept, OpenError> + Send>;

/// A session's store: a log below FileStorePath, memory, or what an embedding process brings.
pub struct SessionStore {
    kept_in: Kept,
    /// RefreshOnLogon: opens the log again.
    reopen: Option<Reopen>,
    released: bool,
    /// PersistMessages: when not, only numbers are kept.
    persist_messages: bool,
    /// StoreIncoming: what is received is kept too, for the journal.
    incoming: bool,
}

impl fmt::Debug for SessionStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionStore")
            .field("next_outgoing", &self.kept_in.next_outgoing())
            .field("next_incoming", &self.kept_in.next_incoming())
            .finish_non_exhaustive()
    }
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
    /// Opens the store of session `name`, reading back what is there. With RefreshOnLogon it is read, and released at once; if another
    /// process holds it, its numbers are those of a new one until it is taken over.
    ///
    /// # Errors
    /// When the directory or the log cannot be used; see [`fixnic_store::StoreError`].
    pub fn open(
        settings: &StoreSettings,
        name: &SessionName,
        now_ns: u64,
    ) -> Result<SessionStore, OpenError> {
        let Some(directory) = settings.directory.clone() else {
            return Ok(SessionStore::over(MemoryStore::new(now_ns), settings));
        };
        fs::create_dir_all(&directory).map_err(|source| OpenError::Directory {
            path: directory.clone(),
            source,
        })?;
        let options = StoreOptions {
            sync: settings.sync,
            segment_len_max: settings.segment_len_max,
        };
        let name = name.clone();
        let open = move |now_ns| open_log(&log_path(&directory, &name), &name, options, now_ns);
        let opened = open(now_ns);
        if !settings.refresh_on_logon {
            return Ok(SessionStore::with(opened?, settings));
        }
        let kept_in = match opened {
            Err(OpenError::Log(fixnic_store::StoreError::Held { .. })) => Box::new(MemoryStore::new(now_ns)),
            opened => opened?,
        };
        let mut store = SessionStore::with(kept_in, settings);
        store.reopen = Some(Box::new(open));
        store.release();
        Ok(store)
    }

    fn with(kept_in: Kept, settings: &StoreSettings) -> SessionStore {
        SessionStore {
            kept_in,
            reopen: None,
            released: false,
            persist_messages: settings.persist_messages,
            incoming: settings.incoming,
        }
    }

    /// Whether another process may have the store now.
    pub fn is_released(&self) -> bool {
        self.released
    }

    /// A store of the embedding process's own. What `settings` say of messages holds for it too.
    pub fn over(store: impl MessageStore + Send + 'static, settings: &StoreSettings) -> SessionStore {
        SessionStore::with(Box::new(store), settings)
    }
}

impl MessageStore for SessionStore {
    fn next_outgoing(&self) -> u64 {
        self.kept_in.next_outgoing()
    }

    fn next_incoming(&self) -> u64 {
        self.kept_in.next_incoming()
    }

    fn created_ns(&self) -> u64 {
        self.kept_in.created_ns()
    }

    fn append_outgoing(&mut self, number: u64, message: &[u8]) -> Result<(), StoreError> {
        if self.persist_messages {
            self.kept_in.append_outgoing(number, message)
        } else {
            self.kept_in.set_next_outgoing(number + 1)
        }
    }

    fn set_next_outgoing(&mut self, number: u64) -> Result<(), StoreError> {
        self.kept_in.set_next_outgoing(number)
    }

    fn set_next_incoming(&mut self, number: u64) -> Result<(), StoreError> {
        self.kept_in.set_next_incoming(number)
    }

    fn read_outgoing(&mut self, number: u64, message: &mut Vec<u8>) -> Result<bool, StoreError> {
        self.kept_in.read_outgoing(number, message)
    }

    fn commit(&mut self, now_ns: u64) -> Result<(), StoreError> {
        self.kept_in.commit(now_ns)
    }

    fn commits(&self) -> u64 {
        self.kept_in.commits()
    }

    fn durable(&mut self) -> Result<u64, StoreError> {
        self.kept_in.durable()
    }

    fn note_incoming(
        &mut self,
        now_ns: u64,
        number: u64,
        tag: Option<&Tag>,
        message: &[u8],
    ) -> Result<(), StoreError> {
        if self.incoming {
            self.kept_in.note_incoming(now_ns, number, tag, message)?;
        }
        Ok(())
    }

    fn reset(&mut self, now_ns: u64) -> Result<(), StoreError> {
        self.kept_in.reset(now_ns)
    }

    fn refresh(&mut self, now_ns: u64) -> Result<(), StoreError> {
        let Some(reopen) = self.reopen.as_ref().filter(|_| self.released) else {
            return Ok(());
        };
        self.kept_in = reopen(now_ns).map_err(|error| StoreError::new("open again", error))?;
        self.released = false;
        Ok(())
    }

    fn release(&mut self) {
        if self.reopen.is_none() || self.released {
            return;
        }
        // The log is closed here, after it has made durable what was committed.
        self.kept_in = Box::new(Released {
            next_outgoing: self.kept_in.next_outgoing(),
            next_incoming: self.kept_in.next_incoming(),
            created_ns: self.kept_in.created_ns(),
        });
        self.released = true;
    }
}

fn open_log(path: &Path, name: &SessionName, options: StoreOptions, now_ns: u64) -> Result<Kept, OpenError> {
    let log = LogStore::open_with(path, options, now_ns)?;
    let torn_bytes = log.recovery().torn_bytes;
    if torn_bytes > 0 {
        tracing::warn!(session = %name, path = %path.display(), torn_bytes,
            "the log ended in a record that was never completed: cut off");
    }
    Ok(Box::new(log))
}

/// The numbers of a store that other processes may have meanwhile. Nothing can be written.
#[derive(Debug)]
struct Released {
    next_outgoing: u64,
    next_incoming: u64,
    created_ns: u64,
}

impl Released {
    fn refused(operation: &'static str) -> StoreError {
        StoreError::new(
            operation,
            "the store is released until the next Logon (RefreshOnLogon)",
        )
    }
}

impl MessageStore for Released {
    fn next_outgoing(&self) -> u64 {
        self.next_outgoing
    }

    fn next_incoming(&self) -> u64 {
        self.next_incoming
    }

    fn created_ns(&self) -> u64 {
        self.created_ns
    }

    fn append_outgoing(&mut self, _number: u64, _message: &[u8]) -> Result<(), StoreError> {
        Err(Released::refused("append a message"))
    }

    fn set_next_outgoing(&mut self, _number: u64) -> Result<(), StoreError> {
        Err(Released::refused("set the next outgoing number"))
    }

    fn set_next_incoming(&mut self, _number: u64) -> Result<(), StoreError> {
        Err(Released::refused("set the next incoming number"))
    }

    fn read_outgoing(&mut self, _number: u64, _message: &mut Vec<u8>) -> Result<bool, StoreError> {
        Err(Released::refused("read a message"))
    }

    fn commit(&mut self, _now_ns: u64) -> Result<(), StoreError> {
        Err(Released::refused("commit"))
    }

    fn reset(&mut self, _now_ns: u64) -> Result<(), StoreError> {
        Err(Released::refused("reset"))
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
            segment_len_max: fixnic_store::SEGMENT_LEN_DEFAULT,
            incoming: false,
            refresh_on_logon: false,
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
