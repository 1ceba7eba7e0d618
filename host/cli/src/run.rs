//! `fixnic run`: sessions whose messages are printed, one a line.

use anyhow::Result;
use clap::Args;
use fixnic::app::{Application, Disposition, MessageMeta, Outbox};
use fixnic::session::codec::MessageView;
use fixnic::settings::SessionName;
use std::io::{self, Write};
use std::path::PathBuf;

/// Run the sessions of a settings file and print what they receive.
///
/// One line on standard output for each logon, logout and application message:
/// what happened, the session, and for a message its MsgSeqNum, `verified` when the NIC vouched for it (else `parsed`),
/// `possdup` or `original`, and the message with | for SOH.
#[derive(Debug, Args)]
#[command(after_help = crate::engine::AFTER_HELP)]
pub struct RunArgs {
    /// Settings in QuickFIX's .cfg format.
    settings: PathBuf,
    #[command(flatten)]
    sim: crate::device::SimArgs,
}

/// Runs until a signal comes.
pub fn run(args: &RunArgs) -> Result<()> {
    crate::engine::run(&args.settings, args.sim, |session| Printer {
        name: session.name.to_string(),
        line: String::new(),
    })
}

/// Prints what it is told.
#[derive(Debug)]
struct Printer {
    name: String,
    line: String,
}

impl Printer {
    /// Prints the line and begins another. Whoever reads may stop reading: the sessions go on.
    fn print(&mut self) {
        self.line.push('\n');
        if let Err(error) = io::stdout().lock().write_all(self.line.as_bytes()) {
            tracing::debug!(%error, "nobody reads standard output");
        }
        self.line.clear();
    }
}

impl Application for Printer {
    fn on_logon(&mut self, _session: &SessionName, _out: &mut Outbox) {
        self.line = format!("logon {}", self.name);
        self.print();
    }

    fn on_logout(&mut self, _session: &SessionName, reason: &str) {
        self.line = format!("logout {} {reason}", self.name);
        self.print();
    }

    fn on_message(
        &mut self,
        message: &MessageView<'_>,
        meta: &MessageMeta,
        _out: &mut Outbox,
    ) -> Disposition {
        use std::fmt::Write;
        let checked = if meta.verified { "verified" } else { "parsed" };
        let sent = if meta.poss_dup { "possdup" } else { "original" };
        // Writing to a String cannot fail.
        let _ = write!(
            self.line,
            "message {} {} {checked} {sent} ",
            self.name, meta.msg_seq_num
        );
        self.line
            .extend(
                String::from_utf8_lossy(message.bytes())
                    .chars()
                    .map(|c| if c == '\x01' { '|' } else { c }),
            );
        self.print();
        Disposition::Accepted
    }
}
