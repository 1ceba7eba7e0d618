//! What a dictionary says.

use std::collections::{HashMap, HashSet};

use crate::FieldType;

/// One field.
#[derive(Debug, Clone)]
pub struct FieldDefinition {
    /// Its name, such as `ClOrdID`.
    pub name: String,
    /// What its values look like.
    pub field_type: FieldType,
    /// The values it may have; empty: any of its type.
    pub values: HashSet<Vec<u8>>,
}

/// A field or group where it occurs.
#[derive(Debug, Clone)]
pub struct Member {
    /// Whether it must be there.
    pub required: bool,
    /// The group that this field counts, if it counts one.
    pub group: Option<Group>,
}

/// A repeating group.
#[derive(Debug, Clone)]
pub struct Group {
    /// The field that each entry begins with.
    pub delimiter: u32,
    /// What an entry holds.
    pub layout: Layout,
}

/// The fields of a message, of a group's entry, of the header or of the trailer, components resolved.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    members: HashMap<u32, (usize, Member)>,
    required: Vec<u32>,
}

impl Layout {
    /// Adds a member behind those that are there. The first one of a tag stays, being required if either is.
    pub(crate) fn push(&mut self, tag: u32, member: Member) {
        if member.required && !self.required.contains(&tag) {
            self.required.push(tag);
        }
        let place = self.members.len();
        self.members.entry(tag).or_insert((place, member));
    }

    /// The member of this tag.
    pub fn get(&self, tag: u32) -> Option<&Member> {
        self.members.get(&tag).map(|(_, member)| member)
    }

    /// Where a tag stands among the others.
    pub fn place(&self, tag: u32) -> Option<usize> {
        self.members.get(&tag).map(|(place, _)| *place)
    }

    /// Tags that must be there, in order.
    pub fn required(&self) -> &[u32] {
        &self.required
    }

    /// The tag that stands first.
    pub(crate) fn first(&self) -> Option<u32> {
        self.members
            .iter()
            .find(|(_, (place, _))| *place == 0)
            .map(|(tag, _)| *tag)
    }
}

/// Fields and messages of one version of FIX.
#[derive(Debug, Clone)]
pub struct Dictionary {
    /// BeginString (8) of the version, such as `FIX.4.4`.
    pub begin_string: String,
    pub(crate) fields: HashMap<u32, FieldDefinition>,
    pub(crate) messages: HashMap<Vec<u8>, Layout>,
    pub(crate) header: Layout,
    pub(crate) trailer: Layout,
}

impl Dictionary {
    /// The definition of a field.
    pub fn field(&self, tag: u32) -> Option<&FieldDefinition> {
        self.fields.get(&tag)
    }

    /// The body of messages of this MsgType (35).
    pub fn message(&self, msg_type: &[u8]) -> Option<&Layout> {
        self.messages.get(msg_type)
    }

    /// The standard header.
    pub fn header(&self) -> &Layout {
        &self.header
    }

    /// The standard trailer.
    pub fn trailer(&self) -> &Layout {
        &self.trailer
    }
}
