//! Writes every frame of the desk's wire to a pcapng file; each received frame carries the NIC's verdicts as its comment, which
//! Wireshark shows in the packet's details and can filter on (`frame.comment contains "GAP"`).
use anyhow::{Context, Result};
use fixnic_abi::entry::{frame_flags, msg_flags};
use fixnic_abi::{FrameClass, FrameEntry, MsgEntry, SessionState, Verdict};
use pcap_file::pcapng::blocks::enhanced_packet::{EnhancedPacketBlock, EnhancedPacketOption};
use pcap_file::pcapng::blocks::interface_description::{
    InterfaceDescriptionBlock, InterfaceDescriptionOption,
};
use pcap_file::pcapng::PcapNgWriter;
use pcap_file::DataLink;
use std::fmt::Write as _;
use std::{borrow::Cow, fs::File, io::BufWriter, path::Path, time::Duration};

/// A capture file in the making.
pub struct Capture {
    writer: PcapNgWriter<BufWriter<File>>,
}

impl Capture {
    /// Creates the file.
    pub fn create(path: &Path) -> Result<Self> {
        let file =
            File::create(path).with_context(|| format!("cannot create the capture {}", path.display()))?;
        let mut writer = PcapNgWriter::new(BufWriter::new(file))?;
        writer.write_pcapng_block(InterfaceDescriptionBlock {
            linktype: DataLink::ETHERNET,
            snaplen: 0,
            options: vec![
                InterfaceDescriptionOption::IfName(Cow::Borrowed("fixnic0")),
                // Nanoseconds.
                InterfaceDescriptionOption::IfTsResol(9),
            ],
        })?;
        Ok(Capture { writer })
    }

    /// A frame the desk received.
    pub fn received(
        &mut self,
        now_ns: u64,
        entry: &FrameEntry,
        messages: &[MsgEntry],
        bytes: &[u8],
    ) -> Result<()> {
        self.write(now_ns, bytes, describe(entry, messages))
    }

    /// A frame the desk sent.
    pub fn sent(&mut self, now_ns: u64, bytes: &[u8]) -> Result<()> {
        self.write(now_ns, bytes, "sent".to_owned())
    }

    fn write(&mut self, now_ns: u64, bytes: &[u8], comment: String) -> Result<()> {
        self.writer.write_pcapng_block(EnhancedPacketBlock {
            interface_id: 0,
            timestamp: Duration::from_nanos(now_ns),
            original_len: bytes.len() as u32,
            data: Cow::Borrowed(bytes),
            options: vec![EnhancedPacketOption::Comment(Cow::Owned(comment))],
        })?;
        Ok(())
    }
}

/// What the NIC said about a frame, in one line a message.
fn describe(entry: &FrameEntry, messages: &[MsgEntry]) -> String {
    let class = FrameClass::from_bits(entry.class).map_or("?", FrameClass::name);
    let state = SessionState::from_bits(entry.session_state).map_or("?", SessionState::name);
    let mut text = format!("fixnic: {class}, session {state}");
    for flag in frame_flags::ALL
        .iter()
        .filter(|f| entry.flags & f.value as u16 != 0)
    {
        let _ = write!(text, ", {}", flag.name);
    }
    for message in messages {
        let verdict = Verdict::from_bits(message.verdict).map_or("?", Verdict::name);
        let _ = write!(
            text,
            "\n35={} 34={}: {verdict}, expected {}",
            String::from_utf8_lossy(&message.msg_type).trim_end_matches('\0'),
            message.received_seq_num().unwrap_or(0),
            message.expected_seq_num().unwrap_or(0),
        );
        for flag in msg_flags::ALL
            .iter()
            .filter(|f| message.flags & f.value as u16 != 0)
        {
            let _ = write!(text, ", {}", flag.name);
        }
    }
    text
}
