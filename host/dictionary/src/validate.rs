//! A message against a dictionary, in the order in which its fields stand.
//!
//! Reasons are those of FIX 4.4 Vol. 2, "Reject": a tag that no field has is 3 (QuickFIX answers 0), one that has a definition but no
//! place in the message is 2.

use std::collections::HashMap;
use std::sync::Arc;

use fixnic_session::codec::{
    field, parse_uint, BusinessRejectReason, Field, MessageView, SessionRejectReason,
};
use fixnic_session::{Validate, Violation};

use crate::model::{Dictionary, FieldDefinition, Group, Layout, Member};
use crate::FieldType;

/// User-defined fields begin here (FIX 4.4 Vol. 1, "User defined fields").
const USER_DEFINED_MIN: u32 = 5000;

/// What is checked, under the names of QuickFIX's settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Fields that have no place in the message are let pass.
    pub allow_unknown_msg_fields: bool,
    /// Header, body and trailer follow one another, and the fields of a group's entry keep their order.
    pub validate_fields_out_of_order: bool,
    /// Every field has a value.
    pub validate_fields_have_values: bool,
    /// Fields from 5000 on are checked like others.
    pub validate_user_defined_fields: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            allow_unknown_msg_fields: false,
            validate_fields_out_of_order: true,
            validate_fields_have_values: true,
            validate_user_defined_fields: true,
        }
    }
}

/// Checks messages against one dictionary, or with FIXT against that of the transport and that of the message's application version.
#[derive(Debug, Clone)]
pub struct Validator {
    transport: Arc<Dictionary>,
    applications: Applications,
    options: Options,
}

#[derive(Debug, Clone)]
enum Applications {
    /// One for all messages.
    One(Arc<Dictionary>),
    /// By ApplVerID (1128).
    Versions(HashMap<Vec<u8>, Arc<Dictionary>>),
}

/// The dictionaries that one message is checked against.
#[derive(Clone, Copy)]
struct Checks<'a> {
    transport: &'a Dictionary,
    application: &'a Dictionary,
    options: &'a Options,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Section {
    Header,
    Body,
    Trailer,
}

type Check<T = ()> = Result<T, Violation>;

fn reject<T>(reason: SessionRejectReason, tag: u32) -> Check<T> {
    Err(Violation::Reject { reason, tag })
}

impl Validator {
    /// A validator for a version whose header, trailer and messages are all in `dictionary`.
    pub fn new(dictionary: Arc<Dictionary>, options: Options) -> Validator {
        Validator::with_transport(Arc::clone(&dictionary), dictionary, options)
    }

    /// A validator for FIXT: header, trailer and administrative messages of `transport`, all others of `application`.
    pub fn with_transport(
        transport: Arc<Dictionary>,
        application: Arc<Dictionary>,
        options: Options,
    ) -> Validator {
        Validator {
            transport,
            applications: Applications::One(application),
            options,
        }
    }

    /// A validator for FIXT with several application versions. A message is of the version that its ApplVerID (1128) says, else the
    /// counterparty's DefaultApplVerID (1137); one of a version that is not among `applications` is refused with reason 18.
    pub fn with_versions(
        transport: Arc<Dictionary>,
        applications: impl IntoIterator<Item = (String, Arc<Dictionary>)>,
        options: Options,
    ) -> Validator {
        let applications = applications
            .into_iter()
            .map(|(appl_ver_id, dictionary)| (appl_ver_id.into_bytes(), dictionary))
            .collect();
        Validator {
            transport,
            applications: Applications::Versions(applications),
            options,
        }
    }

    /// The dictionary of an application message.
    fn application(&self, message: &MessageView<'_>, default_appl_ver_id: &[u8]) -> Check<&Dictionary> {
        let versions = match &self.applications {
            Applications::One(application) => return Ok(application),
            Applications::Versions(versions) => versions,
        };
        let (tag, appl_ver_id) = match message.get(field::APPL_VER_ID) {
            Some(appl_ver_id) => (field::APPL_VER_ID, appl_ver_id),
            None => (field::DEFAULT_APPL_VER_ID, default_appl_ver_id),
        };
        match versions.get(appl_ver_id) {
            Some(application) => Ok(application),
            None => reject(SessionRejectReason::ApplicationVersion, tag),
        }
    }
}

impl<'a> Checks<'a> {
    fn definition(&self, tag: u32) -> Option<&'a FieldDefinition> {
        self.application.field(tag).or_else(|| self.transport.field(tag))
    }

    /// Whether a field that has no place where it stands is let pass.
    fn passes_anywhere(&self, tag: u32) -> bool {
        self.options.allow_unknown_msg_fields
            || tag >= USER_DEFINED_MIN && !self.options.validate_user_defined_fields
    }

    /// Value, format and enumeration of one field.
    fn value(&self, found: &Field<'_>) -> Check {
        let tag = found.tag;
        // One without value comes here only when that is let pass, or as data of length 0.
        let Some(definition) = self.definition(tag).filter(|_| !found.value.is_empty()) else {
            return Ok(());
        };
        if !definition.field_type.takes(found.value) {
            return reject(SessionRejectReason::IncorrectDataFormat, tag);
        }
        if definition.field_type == FieldType::XmlData && !is_xml(found.value) {
            return reject(SessionRejectReason::XmlValidation, tag);
        }
        let known = |value: &[u8]| definition.values.contains(value);
        let listed = definition.values.is_empty()
            || if definition.field_type.is_list() {
                found.value.split(|b| *b == b' ').all(known)
            } else {
                known(found.value)
            };
        if !listed {
            return reject(SessionRejectReason::ValueIncorrect, tag);
        }
        Ok(())
    }

    fn message(&self, fields: &[Field<'_>], body: &'a Layout) -> Check {
        let mut section = Section::Header;
        let mut seen: Vec<u32> = Vec::with_capacity(fields.len());
        let mut at = 0;
        while let Some(found) = fields.get(at) {
            let tag = found.tag;
            let Some((own, member)) = self.place(tag, body) else {
                if self.passes_anywhere(tag) {
                    at += 1;
                    continue;
                }
                return reject(
                    match self.definition(tag) {
                        Some(_) => SessionRejectReason::TagNotDefinedForMsgType,
                        None => SessionRejectReason::UndefinedTag,
                    },
                    tag,
                );
            };
            if own < section && self.options.validate_fields_out_of_order {
                return reject(SessionRejectReason::TagOutOfRequiredOrder, tag);
            }
            section = section.max(own);
            at = self.member(fields, at, member, &mut seen)?;
        }
        for layout in [self.transport.header(), body, self.transport.trailer()] {
            require(layout, &seen)?;
        }
        Ok(())
    }

    /// Where a tag belongs.
    fn place(&self, tag: u32, body: &'a Layout) -> Option<(Section, &'a Member)> {
        let of = |section, layout: &'a Layout| layout.get(tag).map(|member| (section, member));
        of(Section::Header, self.transport.header())
            .or_else(|| of(Section::Trailer, self.transport.trailer()))
            .or_else(|| of(Section::Body, body))
    }

    /// The field at `at`, and the group that it counts; returns what is behind.
    fn member(&self, fields: &[Field<'_>], at: usize, member: &Member, seen: &mut Vec<u32>) -> Check<usize> {
        let tag = fields[at].tag;
        if seen.contains(&tag) {
            return reject(SessionRejectReason::TagAppearsMoreThanOnce, tag);
        }
        seen.push(tag);
        self.value(&fields[at])?;
        match &member.group {
            Some(group) => self.group(fields, at, group),
            None => Ok(at + 1),
        }
    }

    /// The entries of the group that the field at `at` counts; returns where they end.
    fn group(&self, fields: &[Field<'_>], at: usize, group: &Group) -> Check<usize> {
        let count_tag = fields[at].tag;
        let stated = parse_uint(fields[at].value).unwrap_or(0);
        let mut at = at + 1;
        let mut entries = 0u64;
        while fields.get(at).is_some_and(|found| found.tag == group.delimiter) {
            at = self.entry(fields, at, group)?;
            entries += 1;
        }
        if entries == stated {
            return Ok(at);
        }
        let next = fields.get(at).map(|found| found.tag);
        match next.filter(|tag| group.layout.get(*tag).is_some()) {
            // An entry that does not begin with its first field.
            Some(tag) => reject(SessionRejectReason::GroupFieldsOutOfOrder, tag),
            None => reject(SessionRejectReason::IncorrectNumInGroup, count_tag),
        }
    }

    /// One entry, which begins with its delimiter at `begin`; returns where it ends.
    fn entry(&self, fields: &[Field<'_>], begin: usize, group: &Group) -> Check<usize> {
        let mut at = begin;
        let mut last_place = 0;
        let mut seen: Vec<u32> = Vec::new();
        while let Some(found) = fields.get(at) {
            let tag = found.tag;
            let Some((member, place)) = group.layout.get(tag).zip(group.layout.place(tag)) else {
                // A field of which nothing is said does not end the entry.
                if self.passes_anywhere(tag) && (tag >= USER_DEFINED_MIN || self.definition(tag).is_none()) {
                    at += 1;
                    continue;
                }
                break;
            };
            if tag == group.delimiter && at > begin {
                break;
            }
            if place < last_place && self.options.validate_fields_out_of_order {
                return reject(SessionRejectReason::GroupFieldsOutOfOrder, tag);
            }
            last_place = place;
            at = self.member(fields, at, member, &mut seen)?;
        }
        require(&group.layout, &seen)?;
        Ok(at)
    }
}

fn require(layout: &Layout, seen: &[u32]) -> Check {
    match layout.required().iter().find(|tag| !seen.contains(tag)) {
        Some(tag) => reject(SessionRejectReason::RequiredTagMissing, *tag),
        None => Ok(()),
    }
}

fn is_xml(value: &[u8]) -> bool {
    std::str::from_utf8(value).is_ok_and(|text| roxmltree::Document::parse(text).is_ok())
}

impl Validate for Validator {
    fn allows_empty_values(&self) -> bool {
        !self.options.validate_fields_have_values
    }

    fn validate(&self, message: &MessageView<'_>, default_appl_ver_id: &[u8]) -> Result<(), Violation> {
        let msg_type = message.msg_type();
        let is_admin = field::is_admin(msg_type);
        let application = if is_admin {
            &self.transport
        } else {
            self.application(message, default_appl_ver_id)?
        };
        let Some(body) = application.message(msg_type) else {
            // FIX knows it, the dictionary does not: not supported here (FIX 4.4 Vol. 2, "Business Message Reject").
            if !is_admin && field::is_known_msg_type(message.begin_string(), msg_type) {
                let reason = BusinessRejectReason::UnsupportedMessageType;
                return Err(Violation::Business { reason });
            }
            return reject(SessionRejectReason::InvalidMsgType, field::MSG_TYPE);
        };
        let fields: Vec<Field<'_>> = message.fields().allowing_empty().map_while(Result::ok).collect();
        let checks = Checks {
            transport: &self.transport,
            application,
            options: &self.options,
        };
        checks.message(&fields, body)
    }
}
