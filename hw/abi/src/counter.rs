//! Statistics: 64 bits each, latched together by STAT_LATCH.

/// One counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CounterInfo {
    /// Name as in docs and metrics.
    pub name: &'static str,
    /// What it counts.
    pub description: &'static str,
}

macro_rules! counters {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal,)+) => {
        /// Number of a counter; its registers are STAT_LO and STAT_HI at this index.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[repr(u32)]
        pub enum Counter { $($(#[doc = $doc])+ $variant,)+ }

        impl Counter {
            /// Every counter, in the order of the numbers.
            pub const ALL: &'static [CounterInfo] =
                &[$(CounterInfo { name: $name, description: concat!($($doc),+) },)+];
            /// Every value, in the order of the numbers.
            pub const VALUES: &'static [Counter] = &[$(Counter::$variant,)+];
        }
    };
}

counters! {
    /// Frames seen on the wire, dropped ones included.
    RxFrames = "rx_frames",
    /// Bytes of the frames delivered.
    RxBytes = "rx_bytes",
    /// Frames delivered with a FRAME entry.
    RxDelivered = "rx_delivered",
    /// Frames refused by the ingress FIFO.
    DropFifo = "drop_fifo",
    /// Frames dropped because receive or the ring was off.
    DropDisabled = "drop_disabled",
    /// Frames dropped because the ring had no room.
    DropRing = "drop_ring",
    /// Delivered frames with FCS_BAD.
    FcsBad = "fcs_bad",
    /// Delivered frames with TRUNCATED.
    Truncated = "truncated",
    /// Delivered frames with OVERSIZE.
    Oversize = "oversize",
    /// Delivered frames with IP_CHECKSUM_BAD.
    IpChecksumBad = "ip_checksum_bad",
    /// Delivered frames with TCP_CHECKSUM_BAD.
    TcpChecksumBad = "tcp_checksum_bad",
    /// Delivered frames of class OTHER.
    ClassOther = "class_other",
    /// Delivered frames of class BAD_LENGTH.
    ClassBadLength = "class_bad_length",
    /// Delivered frames of class IP_OPTIONS.
    ClassIpOptions = "class_ip_options",
    /// Delivered frames of class FRAGMENT.
    ClassFragment = "class_fragment",
    /// Delivered frames of class UNKNOWN.
    ClassUnknown = "class_unknown",
    /// Delivered frames of class NOT_TRACKED.
    ClassNotTracked = "class_not_tracked",
    /// Delivered frames of class CONTROL.
    ClassControl = "class_control",
    /// Delivered frames of class EMPTY.
    ClassEmpty = "class_empty",
    /// Delivered frames of class IN_ORDER.
    ClassInOrder = "class_in_order",
    /// Delivered frames of class AHEAD.
    ClassAhead = "class_ahead",
    /// Delivered frames of class OLD.
    ClassOld = "class_old",
    /// Delivered frames of class OVERLAP.
    ClassOverlap = "class_overlap",
    /// MSG entries with IN_SEQUENCE, void ones included, as for all verdict counters.
    VerdictInSequence = "verdict_in_sequence",
    /// MSG entries with GAP.
    VerdictGap = "verdict_gap",
    /// MSG entries with POSS_DUP_LOW.
    VerdictPossDupLow = "verdict_poss_dup_low",
    /// MSG entries with TOO_LOW.
    VerdictTooLow = "verdict_too_low",
    /// MSG entries with MALFORMED.
    VerdictMalformed = "verdict_malformed",
    /// MSG entries with AMBIGUOUS.
    VerdictAmbiguous = "verdict_ambiguous",
    /// MSG entries with UNTRACKED.
    VerdictUntracked = "verdict_untracked",
    /// Commands applied.
    CommandOk = "command_ok",
    /// Commands refused.
    CommandRefused = "command_refused",
    /// RX doorbells refused because they ran ahead of the producer.
    DoorbellRefused = "doorbell_refused",
    /// Frames sent.
    TxFrames = "tx_frames",
    /// TX descriptors skipped for their address or length.
    TxBadDescriptor = "tx_bad_descriptor",
    /// AXI write responses other than OKAY.
    AxiWriteError = "axi_write_error",
    /// AXI read responses other than OKAY.
    AxiReadError = "axi_read_error",
    /// RESYNC entries.
    Resync = "resync",
}
