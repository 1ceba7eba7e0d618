//! `fixnic journal`: what is in a message store, whether it is sound, and what to do when it is not.

use anyhow::{bail, Context, Result};
use clap::{Args, Subcommand, ValueEnum};
use fixnic::session::codec::{MessageView, UtcClock};
use fixnic_abi::Verdict;
use fixnic_store::journal::{self, Entry, Fault, Summary, What};
use fixnic_store::IncomingNote;
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

const AFTER_HELP: &str = "\
PATH is the first file of a log below FileStorePath, such as store/FIX.4.4-DESK-EXCHANGE.fixlog; the segments behind it are found by
themselves. A log that an engine holds may be read; what is just being written then shows as a torn tail.

Exit codes:
  0  done; verify: the log is sound (a torn tail, which opening cuts off, is no damage)
  1  verify: the log is damaged; repair: nothing could be repaired
  2  the command line is wrong
  3  there is no log, or the system refused";

/// Look into message stores, check them, repair them.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub struct JournalArgs {
    #[command(subcommand)]
    command: JournalCommand,
}

#[derive(Debug, Subcommand)]
enum JournalCommand {
    /// Check every record of a log, and say what is in it
    #[command(after_help = AFTER_HELP)]
    Verify {
        /// First file of the log.
        path: PathBuf,
        /// Print one JSON object.
        #[arg(long)]
        json: bool,
    },
    /// Print a log, one record a line: time, direction, MsgSeqNum, verdict, message
    #[command(after_help = AFTER_HELP)]
    Show {
        #[command(flatten)]
        which: Which,
        /// Only messages, not what moved the numbers.
        #[arg(long)]
        messages: bool,
        /// Print one JSON object a line.
        #[arg(long)]
        json: bool,
    },
    /// Write the messages of a log out for other tools
    #[command(after_help = AFTER_HELP)]
    Export {
        #[command(flatten)]
        which: Which,
        /// fix: each message as it was on the wire, a newline behind it; json: one object a line.
        #[arg(long, value_enum, default_value_t = Format::Fix)]
        format: Format,
        /// File to write; standard output unless given.
        #[arg(long, short)]
        output: Option<PathBuf>,
    },
    /// Cover damaged places, after copying each file to NAME.damaged, so that the log can be opened again
    ///
    /// What the places held is lost: messages in them are gap-filled when the counterparty asks for them. Numbers are not used
    /// again as long as any record behind the place tells of them; compare next_outgoing with the counterparty's logs.
    #[command(after_help = AFTER_HELP)]
    Repair {
        /// First file of the log. No engine may hold it.
        path: PathBuf,
        /// Print one JSON object.
        #[arg(long)]
        json: bool,
    },
}

#[derive(Debug, Args)]
struct Which {
    /// First file of the log.
    path: PathBuf,
    /// Only this direction.
    #[arg(long, value_enum)]
    direction: Option<Direction>,
    /// Lowest MsgSeqNum.
    #[arg(long, value_name = "MSGSEQNUM", default_value_t = 0)]
    from: u64,
    /// Highest MsgSeqNum.
    #[arg(long, value_name = "MSGSEQNUM", default_value_t = u64::MAX)]
    to: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "lowercase")]
enum Direction {
    /// The counterparty's messages (stored with StoreIncoming=Y).
    In,
    /// Ours.
    Out,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Fix,
    Json,
}

/// One line of `show --json` and `export --format json`.
#[derive(Debug, Serialize)]
struct Line<'a> {
    time: String,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    direction: Option<Direction>,
    number: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    verdict: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verified: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    msg_type: Option<String>,
    /// SOH is `\u0001`.
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Cow<'a, str>>,
    segment: u32,
    offset: u64,
}

/// Does what was asked.
pub fn run(args: &JournalArgs) -> Result<()> {
    match &args.command {
        JournalCommand::Verify { path, json } => verify(path, *json),
        JournalCommand::Show {
            which,
            messages,
            json,
        } => show(which, *messages, *json),
        JournalCommand::Export {
            which,
            format,
            output,
        } => export(which, *format, output.as_deref()),
        JournalCommand::Repair { path, json } => repair(path, *json),
    }
}

fn verify(path: &Path, json: bool) -> Result<()> {
    let (mut first_ns, mut last_ns) = (0, 0);
    let summary = journal::read(path, &mut |entry| {
        if entry.time_ns > 0 {
            first_ns = if first_ns == 0 { entry.time_ns } else { first_ns };
            last_ns = entry.time_ns;
        }
    })?;
    let mut out = io::stdout().lock();
    if json {
        let object = serde_json::json!({
            "path": path.display().to_string(),
            "sound": !summary.is_damaged(),
            "segments": summary.segments,
            "records": summary.records,
            "outgoing": summary.outgoing,
            "incoming": summary.incoming,
            "next_outgoing": summary.next_outgoing,
            "next_incoming": summary.next_incoming,
            "first_time": time(first_ns),
            "last_time": time(last_ns),
            "faults": summary.faults.iter().map(fault_json).collect::<Vec<_>>(),
        });
        writeln!(out, "{object}")?;
    } else {
        print_summary(&mut out, path, &summary, first_ns, last_ns)?;
    }
    if summary.is_damaged() {
        bail!(
            "{} is damaged: restore it from a copy, or give up what is unreadable with `fixnic journal repair {0}`",
            path.display()
        );
    }
    Ok(())
}

fn print_summary(
    out: &mut impl Write,
    path: &Path,
    summary: &Summary,
    first_ns: u64,
    last_ns: u64,
) -> io::Result<()> {
    let said = if summary.is_damaged() { "damaged" } else { "sound" };
    writeln!(out, "{}: {said}", path.display())?;
    writeln!(out, "  segments       {}", summary.segments)?;
    writeln!(out, "  records        {}", summary.records)?;
    writeln!(
        out,
        "  messages       {} outgoing, {} incoming",
        summary.outgoing, summary.incoming
    )?;
    writeln!(
        out,
        "  next numbers   {} outgoing, {} incoming",
        summary.next_outgoing, summary.next_incoming
    )?;
    writeln!(out, "  from           {}", time(first_ns))?;
    writeln!(out, "  to             {}", time(last_ns))?;
    for fault in &summary.faults {
        let kind = if fault.torn { "torn tail" } else { "damage" };
        writeln!(
            out,
            "  {kind}: segment {}, byte {}, {} bytes: expected {}, found {}",
            fault.segment, fault.offset, fault.len, fault.expected, fault.found
        )?;
    }
    Ok(())
}

fn fault_json(fault: &Fault) -> serde_json::Value {
    serde_json::json!({
        "segment": fault.segment,
        "offset": fault.offset,
        "len": fault.len,
        "expected": fault.expected,
        "found": fault.found,
        "torn": fault.torn,
    })
}

fn show(which: &Which, messages: bool, json: bool) -> Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    read(which, messages, &mut |entry| {
        let line = line(entry);
        if json {
            serde_json::to_writer(&mut out, &line)?;
            return writeln!(out);
        }
        let direction = match line.direction {
            Some(Direction::In) => "in",
            Some(Direction::Out) => "out",
            None => line.kind,
        };
        let verdict = match (line.verdict, line.verified) {
            (Some(verdict), Some(true)) => format!("{verdict} verified"),
            (Some(verdict), _) => verdict.to_owned(),
            (None, _) => "-".to_owned(),
        };
        write!(
            out,
            "{} {direction:<13} {:>8} {verdict:<22}",
            line.time, line.number
        )?;
        if let Some(message) = line.message {
            write!(out, " {}", message.replace('\x01', "|"))?;
        }
        writeln!(out)
    })?;
    end(out.flush())
}

fn export(which: &Which, format: Format, output: Option<&Path>) -> Result<()> {
    let file: Box<dyn Write> = match output {
        Some(path) => {
            Box::new(std::fs::File::create(path).with_context(|| format!("cannot write {}", path.display()))?)
        }
        None => Box::new(io::stdout().lock()),
    };
    let mut out = BufWriter::new(file);
    read(which, true, &mut |entry| match (&entry.what, format) {
        (What::Outgoing(message) | What::Incoming(_, message), Format::Fix) => {
            out.write_all(message)?;
            out.write_all(b"\n")
        }
        _ => {
            serde_json::to_writer(&mut out, &line(entry))?;
            writeln!(out)
        }
    })?;
    end(out.flush())
}

/// Gives `print` the entries asked for, until whoever reads them has had enough.
fn read(which: &Which, messages_only: bool, print: &mut dyn FnMut(&Entry) -> io::Result<()>) -> Result<()> {
    let mut printed = Ok(());
    let summary = journal::read(&which.path, &mut |entry| {
        let direction = direction(&entry.what);
        let wanted = which.direction.is_none() || which.direction == direction;
        let is_message = direction.is_some();
        let in_range = (which.from..=which.to).contains(&entry.number);
        if printed.is_ok() && wanted && (is_message || !messages_only) && in_range {
            printed = print(&entry);
        }
    })?;
    end(printed)?;
    if summary.is_damaged() {
        eprintln!(
            "fixnic: {} places of the log are damaged, see `fixnic journal verify {}`",
            summary.faults.len(),
            which.path.display()
        );
    }
    Ok(())
}

/// A reader of standard output that has read enough is no error.
fn end(written: io::Result<()>) -> Result<()> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => Ok(other.context("cannot write")?),
    }
}

fn repair(path: &Path, json: bool) -> Result<()> {
    let repaired = journal::repair(path)?;
    let mut out = io::stdout().lock();
    if json {
        let covered: Vec<_> = repaired
            .iter()
            .map(|repaired| {
                serde_json::json!({
                    "fault": fault_json(&repaired.fault),
                    "copy": repaired.copy.display().to_string(),
                })
            })
            .collect();
        writeln!(
            out,
            "{}",
            serde_json::json!({ "path": path.display().to_string(), "covered": covered })
        )?;
        return Ok(());
    }
    if repaired.is_empty() {
        writeln!(out, "{}: nothing is damaged", path.display())?;
    }
    for repaired in repaired {
        writeln!(
            out,
            "segment {}, byte {}: {} bytes covered; as it was: {}",
            repaired.fault.segment,
            repaired.fault.offset,
            repaired.fault.len,
            repaired.copy.display()
        )?;
    }
    Ok(())
}

fn direction(what: &What) -> Option<Direction> {
    match what {
        What::Outgoing(_) => Some(Direction::Out),
        What::Incoming(..) => Some(Direction::In),
        _ => None,
    }
}

fn line(entry: &Entry) -> Line<'_> {
    let (kind, note, message) = match &entry.what {
        What::Outgoing(message) => ("message", None, Some(message)),
        What::Incoming(note, message) => ("message", Some(note), Some(message)),
        What::NextIncoming => ("next-incoming", None, None),
        What::NextOutgoing => ("next-outgoing", None, None),
        What::Reset => ("reset", None, None),
        What::Snapshot => ("segment", None, None),
        What::Void => ("repaired", None, None),
    };
    let view = message.and_then(|message| MessageView::parse(message).ok());
    Line {
        time: time(entry.time_ns),
        kind,
        direction: direction(&entry.what),
        number: entry.number,
        verdict: note.and_then(verdict),
        verified: note.map(|note| note.verified),
        msg_type: view.map(|view| String::from_utf8_lossy(view.msg_type()).into_owned()),
        message: message.map(|message| String::from_utf8_lossy(message)),
        segment: entry.segment,
        offset: entry.offset,
    }
}

fn verdict(note: &IncomingNote) -> Option<&'static str> {
    Verdict::from_bits(note.verdict).map(Verdict::name)
}

/// UTCTimestamp with milliseconds, `-` for none.
fn time(ns: u64) -> String {
    if ns == 0 {
        return "-".to_owned();
    }
    String::from_utf8_lossy(&UtcClock::default().format(ns)).into_owned()
}
