//! Reading QuickFIX's XML format: `fix` with `header`, `trailer`, `messages`, `components` and `fields`.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use roxmltree::{Document, Node, ParsingOptions};

use crate::model::{Dictionary, FieldDefinition, Group, Layout, Member};
use crate::FieldType;

/// Longest dictionary, in bytes.
const LEN_MAX: u64 = 64 << 20;
/// Components and groups in one another, at most.
const DEPTH_MAX: usize = 32;

/// Why a dictionary cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DictionaryError {
    /// The file cannot be read.
    #[error("dictionary {path}: cannot read: {source}")]
    Read {
        /// The file.
        path: PathBuf,
        /// The system's own reason.
        source: std::io::Error,
    },
    /// It is no XML.
    #[error("dictionary {path}: {source}")]
    Xml {
        /// The file.
        path: PathBuf,
        /// What is wrong, and where.
        source: roxmltree::Error,
    },
    /// It is no dictionary.
    #[error("dictionary {path}:{line}: expected {expected}, found {found}")]
    Content {
        /// The file.
        path: PathBuf,
        /// Line, from 1.
        line: u32,
        /// What would be right.
        expected: String,
        /// What is there.
        found: String,
    },
}

impl Dictionary {
    /// Reads a dictionary file.
    ///
    /// # Errors
    /// [`DictionaryError`].
    pub fn load(path: impl AsRef<Path>) -> Result<Dictionary, DictionaryError> {
        let path = path.as_ref();
        let read_error = |source| DictionaryError::Read {
            path: path.to_owned(),
            source,
        };
        if std::fs::metadata(path).map_err(read_error)?.len() > LEN_MAX {
            return Err(read_error(std::io::ErrorKind::FileTooLarge.into()));
        }
        Dictionary::parse(path, &std::fs::read_to_string(path).map_err(read_error)?)
    }

    /// Reads the text of a dictionary; `path` is what errors call it.
    ///
    /// # Errors
    /// [`DictionaryError`].
    pub fn parse(path: &Path, text: &str) -> Result<Dictionary, DictionaryError> {
        let options = ParsingOptions {
            allow_dtd: true,
            ..ParsingOptions::default()
        };
        let document =
            Document::parse_with_options(text, options).map_err(|source| DictionaryError::Xml {
                path: path.to_owned(),
                source,
            })?;
        let root = document.root_element();
        let mut reader = Reader {
            path,
            tags: HashMap::new(),
            components: HashMap::new(),
        };
        let fields = reader.fields(root)?;
        for component in children(root, "components").flat_map(|node| children(node, "component")) {
            reader
                .components
                .insert(reader.attribute(component, "name")?, component);
        }
        let mut messages = HashMap::new();
        for message in children(root, "messages").flat_map(|node| children(node, "message")) {
            let msg_type = reader.attribute(message, "msgtype")?;
            messages.insert(msg_type.as_bytes().to_vec(), reader.layout(message)?);
        }
        let part = |name| match children(root, name).next() {
            Some(node) => reader.layout(node),
            None => Ok(Layout::default()),
        };
        let number = |name| root.attribute(name).unwrap_or("0");
        let kind = root.attribute("type").unwrap_or("FIX");
        Ok(Dictionary {
            begin_string: format!("{kind}.{}.{}", number("major"), number("minor")),
            header: part("header")?,
            trailer: part("trailer")?,
            messages,
            fields,
        })
    }
}

struct Reader<'a> {
    path: &'a Path,
    /// Tags by the names of their fields.
    tags: HashMap<String, u32>,
    components: HashMap<&'a str, Node<'a, 'a>>,
}

/// ExecInst (18).
const EXEC_INST: u32 = 18;

fn is_before_fix42(root: Node<'_, '_>) -> bool {
    root.attribute("major") == Some("4") && matches!(root.attribute("minor"), Some("0" | "1"))
}

fn children<'a>(node: Node<'a, 'a>, name: &'static str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.children().filter(move |child| child.has_tag_name(name))
}

impl<'a> Reader<'a> {
    fn content(
        &self,
        node: Node<'_, '_>,
        expected: impl Into<String>,
        found: impl Into<String>,
    ) -> DictionaryError {
        DictionaryError::Content {
            path: self.path.to_owned(),
            line: node.document().text_pos_at(node.range().start).row,
            expected: expected.into(),
            found: found.into(),
        }
    }

    fn attribute(&self, node: Node<'a, 'a>, name: &str) -> Result<&'a str, DictionaryError> {
        node.attribute(name).ok_or_else(|| {
            let found = format!("<{}> without it", node.tag_name().name());
            self.content(node, format!("an attribute {name}"), found)
        })
    }

    fn fields(&mut self, root: Node<'a, 'a>) -> Result<HashMap<u32, FieldDefinition>, DictionaryError> {
        let mut fields = HashMap::new();
        for node in children(root, "fields").flat_map(|node| children(node, "field")) {
            let (name, number) = (self.attribute(node, "name")?, self.attribute(node, "number")?);
            let tag: u32 = number
                .parse()
                .ok()
                .filter(|tag| *tag > 0)
                .ok_or_else(|| self.content(node, "a tag number", number))?;
            let any_value = |node: Node<'_, '_>| {
                ["allowOtherValues", "allowothervalues"]
                    .iter()
                    .any(|key| matches!(node.attribute(*key), Some("true" | "Y")))
            };
            let values = children(node, "value").filter_map(|value| value.attribute("enum"));
            let values = if any_value(node) {
                Default::default()
            } else {
                values.map(|value| value.as_bytes().to_vec()).collect()
            };
            let field_type = match FieldType::named(self.attribute(node, "type")?) {
                // What FIX 4.0 and 4.1 call char is text (their "Field definitions"); ExecInst may be several.
                FieldType::Char if is_before_fix42(root) && tag == EXEC_INST => FieldType::MultipleText,
                FieldType::Char if is_before_fix42(root) => FieldType::Text,
                named => named,
            };
            self.tags.insert(name.to_owned(), tag);
            let definition = FieldDefinition {
                name: name.to_owned(),
                field_type,
                values,
            };
            fields.insert(tag, definition);
        }
        if fields.is_empty() {
            return Err(self.content(root, "<fields> with the fields of a FIX version", "none"));
        }
        Ok(fields)
    }

    fn layout(&self, node: Node<'a, 'a>) -> Result<Layout, DictionaryError> {
        let mut layout = Layout::default();
        self.members(node, true, 0, &mut layout)?;
        Ok(layout)
    }

    /// Adds what stands in `node`; what an optional component requires is required only with it, so not at all here.
    fn members(
        &self,
        node: Node<'a, 'a>,
        in_required: bool,
        depth: usize,
        layout: &mut Layout,
    ) -> Result<(), DictionaryError> {
        if depth > DEPTH_MAX {
            return Err(self.content(node, "components that do not hold themselves", "a circle"));
        }
        for child in node.children().filter(Node::is_element) {
            let name = self.attribute(child, "name")?;
            let required = in_required && matches!(child.attribute("required"), Some("Y" | "y"));
            let kind = child.tag_name().name();
            if kind == "component" {
                let component = self
                    .components
                    .get(name)
                    .ok_or_else(|| self.content(child, "a component of <components>", name))?;
                self.members(*component, required, depth + 1, layout)?;
                continue;
            }
            let tag = *self
                .tags
                .get(name)
                .ok_or_else(|| self.content(child, "a field of <fields>", name))?;
            let group = match kind {
                "field" => None,
                "group" => {
                    let mut entry = Layout::default();
                    self.members(child, true, depth + 1, &mut entry)?;
                    let delimiter = entry
                        .first()
                        .ok_or_else(|| self.content(child, "a group with fields", "an empty one"))?;
                    Some(Group {
                        delimiter,
                        layout: entry,
                    })
                }
                other => return Err(self.content(child, "field, group or component", other)),
            };
            layout.push(tag, Member { required, group });
        }
        Ok(())
    }
}
