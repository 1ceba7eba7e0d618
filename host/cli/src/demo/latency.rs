//! The seed's latency table beside what was measured.
use serde::Serialize;
use std::fmt::Write;

/// One row; times in nanoseconds.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Row {
    /// Component of the recovery.
    pub component: &'static str,
    /// The reference: RTT 5 ms, a gap of 50 messages, resent at 0.1 ms each.
    pub reference_ns: u64,
    /// Measured here.
    pub measured_ns: u64,
    /// How it was measured.
    pub how: &'static str,
}

/// The whole table.
#[derive(Debug, Serialize)]
pub struct Table {
    /// In the order of the recovery.
    pub rows: Vec<Row>,
    /// Round trip of the wire.
    pub rtt_ns: u64,
}

impl Table {
    /// Sum of the measured times.
    pub fn total_ns(&self) -> u64 {
        self.rows.iter().map(|row| row.measured_ns).sum()
    }

    /// Sum of the reference's times.
    pub fn reference_total_ns(&self) -> u64 {
        self.rows.iter().map(|row| row.reference_ns).sum()
    }

    /// As text for a terminal.
    pub fn text(&self) -> String {
        let ms = |ns: u64| ns as f64 / 1e6;
        let mut out = format!(
            "{:<44} {:>12} {:>12} {:>12}  {}\n",
            "component", "reference ms", "measured ms", "cumulative", "how"
        );
        let mut sum = 0;
        for row in &self.rows {
            sum += row.measured_ns;
            let _ = writeln!(
                out,
                "{:<44} {:>12.4} {:>12.6} {:>12.6}  {}",
                row.component,
                ms(row.reference_ns),
                ms(row.measured_ns),
                ms(sum),
                row.how
            );
        }
        let _ = writeln!(
            out,
            "{:<44} {:>12.4} {:>12.6} {:>12}  RTT + {:.6} ms",
            "total",
            ms(self.reference_total_ns()),
            ms(sum),
            "",
            (sum as f64 - self.rtt_ns as f64) / 1e6
        );
        out
    }
}
