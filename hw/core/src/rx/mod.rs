//! The receive path, from the MAC's stream to entries and frame bytes.

pub mod candidate_table;
pub mod checksum;
pub mod commands;
pub mod entry_format;
pub mod entry_words;
pub mod frame_commit;
pub mod frame_gate;
pub mod frame_packer;
pub mod header_parse;
pub mod ingress_fifo;
pub mod payload_beats;
pub mod payload_feed;
pub mod reset_epoch;
pub mod ring;
pub mod rings;
pub mod search;
pub mod segment_order;
pub mod session_lookup;
pub mod session_table;
pub mod steering;
pub mod words;
