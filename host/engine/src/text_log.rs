//! FileLogPath: what each session receives, sends and does, as text files in QuickFIX's style.
//!
//! `FIX.4.4-US-THEM.messages.current.log` has a line for each message as it was on the wire, passwords included, and
//! `FIX.4.4-US-THEM.event.current.log` one for each event, each behind its time in UTC. Engines append to what is there.
//!
//! A thread of its own writes. Sessions only hand over: what does not fit into a bounded queue is counted and said in the event
//! file, and nothing ever waits for the disk. A session without FileLogPath hands over nothing, at no cost.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::sync::Arc;
use std::thread::JoinHandle;

use fixnic_session::codec::{Framer, Split, UtcClock};

use crate::settings::SessionName;

/// Lines that wait for the writer, at most.
const LINES_MAX: usize = 65_536;
/// Bytes that wait for the writer, at most.
const BYTES_MAX: usize = 64 << 20;
/// Digits behind the second, as QuickFIX writes them.
const TIME_DIGITS: u8 = 9;

/// The files cannot be made.
#[derive(Debug, thiserror::Error)]
#[error("cannot {action} {path} (FileLogPath): {source}")]
pub struct LogError {
    /// What was attempted.
    pub action: &'static str,
    /// The file or directory.
    pub path: PathBuf,
    /// The system's own reason.
    pub source: io::Error,
}

/// One thing to be written.
#[derive(Debug)]
struct Entry {
    session: usize,
    at_ns: u64,
    text: Text,
}

#[derive(Debug)]
enum Text {
    /// Messages as they were on the wire, one after another.
    Messages(Vec<u8>),
    Event(String),
}

impl Text {
    fn len(&self) -> usize {
        match self {
            Text::Messages(bytes) => bytes.len(),
            Text::Event(text) => text.len(),
        }
    }
}

/// Bounds what waits for the writer.
#[derive(Debug, Default)]
struct Queue {
    bytes: AtomicUsize,
    /// Entries of any session that found no room since the writer last said so.
    lost: AtomicU64,
}

/// What one session hands over to the writer.
#[derive(Debug)]
pub(crate) struct SessionLog {
    session: usize,
    entries: SyncSender<Entry>,
    queue: Arc<Queue>,
}

impl SessionLog {
    /// Whole messages, one or more, received or sent at `at_ns`.
    pub fn messages(&self, at_ns: u64, bytes: &[u8]) {
        if self.takes(bytes.len()) {
            self.hand_over(at_ns, Text::Messages(bytes.to_vec()));
        }
    }

    /// Something that happened.
    pub fn event(&self, at_ns: u64, text: impl Into<String>) {
        let text = text.into();
        if self.takes(text.len()) {
            self.hand_over(at_ns, Text::Event(text));
        }
    }

    /// Takes up room, or counts a loss.
    fn takes(&self, len: usize) -> bool {
        let takes = self.queue.bytes.load(Ordering::Relaxed).saturating_add(len) <= BYTES_MAX;
        if takes {
            self.queue.bytes.fetch_add(len, Ordering::Relaxed);
        } else {
            self.queue.lost.fetch_add(1, Ordering::Relaxed);
        }
        takes
    }

    fn hand_over(&self, at_ns: u64, text: Text) {
        let len = text.len();
        let session = self.session;
        if self.entries.try_send(Entry { session, at_ns, text }).is_err() {
            self.queue.bytes.fetch_sub(len, Ordering::Relaxed);
            self.queue.lost.fetch_add(1, Ordering::Relaxed);
        }
    }
}

/// The files of all sessions, and the thread that writes them. Dropping it, after every [`SessionLog`], writes what waits.
#[derive(Debug, Default)]
pub(crate) struct TextLogs {
    files: Vec<Files>,
    queue: Arc<Queue>,
    entries: Option<(SyncSender<Entry>, Receiver<Entry>)>,
    writer: Option<JoinHandle<()>>,
}

impl TextLogs {
    /// Opens the files of a session below `directory`.
    ///
    /// # Errors
    /// [`LogError`].
    pub fn open(&mut self, directory: &Path, name: &SessionName) -> Result<SessionLog, LogError> {
        self.files.push(Files::open(directory, name)?);
        let (entries, _) = self.entries.get_or_insert_with(|| mpsc::sync_channel(LINES_MAX));
        Ok(SessionLog {
            session: self.files.len() - 1,
            entries: entries.clone(),
            queue: Arc::clone(&self.queue),
        })
    }

    /// Begins to write, if any session has files.
    ///
    /// # Errors
    /// The system has no thread for it.
    pub fn start(&mut self) -> io::Result<()> {
        let Some((_, entries)) = self.entries.take() else {
            return Ok(());
        };
        let (files, queue) = (std::mem::take(&mut self.files), Arc::clone(&self.queue));
        let writer = std::thread::Builder::new()
            .name("fixnic-text-log".to_owned())
            .spawn(move || write(files, &queue, &entries))?;
        self.writer = Some(writer);
        Ok(())
    }
}

impl Drop for TextLogs {
    fn drop(&mut self) {
        if let Some(writer) = self.writer.take() {
            // One that panicked writes no more.
            let _ = writer.join();
        }
    }
}

/// Writes until every session is gone.
fn write(mut files: Vec<Files>, queue: &Queue, entries: &Receiver<Entry>) {
    let mut clock = UtcClock::default();
    while let Ok(first) = entries.recv() {
        let mut last_ns = first.at_ns;
        // Files are flushed whenever nothing more waits.
        for entry in std::iter::once(first).chain(entries.try_iter()) {
            last_ns = entry.at_ns;
            queue.bytes.fetch_sub(entry.text.len(), Ordering::Relaxed);
            files[entry.session].write(&entry, &mut clock);
        }
        let lost = queue.lost.swap(0, Ordering::Relaxed);
        for files in &mut files {
            if lost > 0 {
                let text = format!("{lost} entries of this engine's logs are lost: the disk cannot keep up");
                files.event(last_ns, &text, &mut clock);
            }
            files.flush();
        }
    }
}

/// The two files of a session.
#[derive(Debug)]
struct Files {
    messages: BufWriter<File>,
    events: BufWriter<File>,
    name: String,
    has_failed: bool,
}

impl Files {
    fn open(directory: &Path, name: &SessionName) -> Result<Files, LogError> {
        let failed = |action, path: &Path| {
            let path = path.to_owned();
            move |source| LogError { action, path, source }
        };
        fs::create_dir_all(directory).map_err(failed("make the directory", directory))?;
        let open = |kind: &str| {
            let path = log_path(directory, name, kind);
            let file = OpenOptions::new().create(true).append(true).open(&path);
            file.map(BufWriter::new).map_err(failed("open", &path))
        };
        Ok(Files {
            messages: open("messages")?,
            events: open("event")?,
            name: name.to_string(),
            has_failed: false,
        })
    }

    fn write(&mut self, entry: &Entry, clock: &mut UtcClock) {
        match &entry.text {
            Text::Messages(bytes) => {
                let time = clock.format_to(entry.at_ns, TIME_DIGITS);
                let written = each_message(bytes, |message| {
                    self.messages.write_all(time.as_bytes())?;
                    self.messages.write_all(b" : ")?;
                    self.messages.write_all(message)?;
                    self.messages.write_all(b"\n")
                });
                self.note(written);
            }
            Text::Event(text) => self.event(entry.at_ns, text, clock),
        }
    }

    fn event(&mut self, at_ns: u64, text: &str, clock: &mut UtcClock) {
        let time = clock.format_to(at_ns, TIME_DIGITS);
        let written = self
            .events
            .write_all(time.as_bytes())
            .and_then(|()| writeln!(self.events, " : {}", text.replace(['\n', '\r'], " ")));
        self.note(written);
    }

    fn flush(&mut self) {
        let flushed = self.messages.flush().and(self.events.flush());
        self.note(flushed);
    }

    /// Says the first failure aloud; a log is no reason to end a session.
    fn note(&mut self, written: io::Result<()>) {
        if let (Err(error), false) = (written, self.has_failed) {
            self.has_failed = true;
            tracing::error!(session = self.name, %error, "the files below FileLogPath miss what could not be written");
        }
    }
}

/// Cuts whole messages apart.
fn each_message(mut bytes: &[u8], mut each: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
    let framer = Framer {
        message_len_max: usize::MAX,
        validate_check_sum: false,
        ..Framer::default()
    };
    while !bytes.is_empty() {
        let len = match framer.split(bytes) {
            Split::Message { len } => len,
            // What was sent and received as a message is one.
            _ => bytes.len(),
        };
        each(&bytes[..len])?;
        bytes = &bytes[len..];
    }
    Ok(())
}

/// A file of a session, named as QuickFIX names it. What no file name should hold is written as %XX.
fn log_path(directory: &Path, name: &SessionName, kind: &str) -> PathBuf {
    let mut file = format!(
        "{}-{}-{}",
        name.begin_string, name.sender_comp_id, name.target_comp_id
    );
    if let Some(qualifier) = &name.qualifier {
        file.push('-');
        file.push_str(qualifier);
    }
    let mut safe = String::new();
    for c in file.chars() {
        match c {
            '/' | '\\' | '%' | '\0'..='\x1f' => safe.push_str(&format!("%{:02X}", u32::from(c))),
            c => safe.push(c),
        }
    }
    directory.join(format!("{safe}.{kind}.current.log"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(sender: &str, qualifier: Option<&str>) -> SessionName {
        SessionName {
            begin_string: "FIX.4.4".into(),
            sender_comp_id: sender.into(),
            target_comp_id: "THEM".into(),
            qualifier: qualifier.map(str::to_owned),
        }
    }

    #[test]
    fn files_are_named_as_quickfix_names_them_and_stay_in_their_directory() {
        let path = |sender, qualifier| log_path(Path::new("log"), &name(sender, qualifier), "messages");
        assert_eq!(
            path("US", None),
            Path::new("log/FIX.4.4-US-THEM.messages.current.log")
        );
        assert_eq!(
            path("US", Some("two")),
            Path::new("log/FIX.4.4-US-THEM-two.messages.current.log")
        );
        assert_eq!(
            path("../US", None),
            Path::new("log/FIX.4.4-..%2FUS-THEM.messages.current.log")
        );
    }

    #[test]
    fn what_finds_no_room_is_counted_and_said_and_the_rest_is_written_in_order() {
        let directory = tempfile::tempdir().unwrap();
        let mut logs = TextLogs::default();
        let log = logs.open(directory.path(), &name("US", None)).unwrap();
        // Nobody writes yet: the queue fills up by number, and then another by bytes.
        for n in 0..LINES_MAX + 7 {
            log.event(n as u64, format!("event {n}"));
        }
        assert_eq!(log.queue.lost.load(Ordering::Relaxed), 7);
        log.messages(0, &vec![b'x'; BYTES_MAX]);
        assert_eq!(log.queue.lost.load(Ordering::Relaxed), 8);
        logs.start().unwrap();
        drop(log);
        drop(logs);
        let path = log_path(directory.path(), &name("US", None), "event");
        let text = fs::read_to_string(path).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), LINES_MAX + 1);
        assert_eq!(lines[9], "19700101-00:00:00.000000009 : event 9");
        assert!(
            lines[LINES_MAX].contains("8 entries of this engine's logs are lost"),
            "{}",
            lines[LINES_MAX]
        );
    }

    #[test]
    fn a_queue_takes_bytes_up_to_its_limit() {
        let directory = tempfile::tempdir().unwrap();
        let mut logs = TextLogs::default();
        let log = logs.open(directory.path(), &name("US", None)).unwrap();
        let half = vec![b'x'; BYTES_MAX / 2];
        (0..3).for_each(|_| log.messages(0, &half));
        assert_eq!(log.queue.lost.load(Ordering::Relaxed), 1);
        assert_eq!(log.queue.bytes.load(Ordering::Relaxed), BYTES_MAX);
    }
}
