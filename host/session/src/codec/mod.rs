//! Bytes to messages and back: framing, a view in place, an encoder into the caller's buffer.

mod encode;
pub mod field;
mod frame;
mod reject;
mod scan;
mod time;
mod view;

pub use encode::{push_uint, Encoder, FieldWriter, Header};
pub use frame::{check_sum, Framer, Garbled, Split, TRAILER_LEN};
pub use reject::{BusinessRejectReason, SessionRejectReason};
pub(crate) use scan::{is_same, Layouts};
pub(crate) use time::UtcReader;
pub use time::{parse_utc_timestamp, UtcClock, UtcTimestamp, UTC_TIMESTAMP_LEN};
pub use view::{parse_uint, Defect, Field, Fields, MessageView, SOH};
