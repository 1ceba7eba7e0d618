//! FIX dictionaries in QuickFIX's XML format, and messages validated against them.
//!
//! A [`Validator`] made of one or two [`Dictionary`]s is given to a session by
//! [`Session::validate_with`](fixnic_session::Session::validate_with). Without one a session checks nothing of this, at no cost.
#![forbid(unsafe_code)]

mod format;
mod model;
mod validate;
mod xml;

pub use format::FieldType;
pub use model::{Dictionary, FieldDefinition, Group, Layout, Member};
pub use validate::{Options, Validator};
pub use xml::DictionaryError;
