//! The story of the demo, line by line in virtual time, and the marks from which its figures are made.
use std::fmt;

/// Who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// The desk's NIC.
    Nic,
    /// The desk's engine and application.
    Desk,
    /// The exchange.
    Exchange,
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Who::Nic => "NIC",
            Who::Desk => "desk",
            Who::Exchange => "exchange",
        })
    }
}

/// A run of messages that differ only in their number is told as one line.
#[derive(Debug)]
struct Run {
    at_ns: u64,
    who: Who,
    what: String,
    first: u64,
    last: u64,
}

/// The story so far.
#[derive(Debug, Default)]
pub struct Tape {
    start_ns: u64,
    now_ns: u64,
    /// At most one a speaker, in the order in which they began.
    runs: Vec<Run>,
}

impl Tape {
    /// A story that begins at `start_ns`.
    pub fn new(start_ns: u64) -> Self {
        Tape {
            start_ns,
            now_ns: start_ns,
            runs: Vec::new(),
        }
    }

    /// Sets the time of what follows.
    pub fn at(&mut self, now_ns: u64) {
        self.now_ns = now_ns;
    }

    /// The time of what is told now.
    pub fn now_ns(&self) -> u64 {
        self.now_ns
    }

    /// Tells one thing.
    pub fn say(&mut self, who: Who, what: impl fmt::Display) {
        self.end_runs();
        line(self.now_ns - self.start_ns, who, &what);
    }

    /// Tells something about message `number`; consecutive numbers with the same words become one line.
    pub fn say_of(&mut self, who: Who, number: u64, what: &str) {
        if let Some(run) = self.runs.iter_mut().find(|run| run.who == who) {
            if run.what == what && run.last + 1 == number {
                run.last = number;
                return;
            }
            self.end_runs();
        }
        self.runs.push(Run {
            at_ns: self.now_ns,
            who,
            what: what.to_owned(),
            first: number,
            last: number,
        });
    }

    /// Shows the lines of all runs.
    pub fn end_runs(&mut self) {
        for run in self.runs.drain(..) {
            let numbers = if run.first == run.last {
                format!("34={}", run.first)
            } else {
                format!(
                    "34={}..{} ({} messages)",
                    run.first,
                    run.last,
                    run.last - run.first + 1
                )
            };
            line(
                run.at_ns - self.start_ns,
                run.who,
                &format_args!("{numbers}: {}", run.what),
            );
        }
    }
}

fn line(since_start_ns: u64, who: Who, what: &dyn fmt::Display) {
    println!(
        "{:>5}.{:06} ms  {who:<9} {what}",
        since_start_ns / 1_000_000,
        since_start_ns % 1_000_000
    );
}
