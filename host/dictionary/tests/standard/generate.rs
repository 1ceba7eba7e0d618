//! Messages made from a dictionary's XML, without this crate's own reading of it: all fields of a message, each once, or only those
//! that must be there.

use std::collections::{HashMap, HashSet};

use roxmltree::{Document, Node};

/// A field, and the entries of the group that it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub tag: u32,
    pub value: Vec<u8>,
    pub required: bool,
    pub entries: Vec<Vec<Item>>,
}

/// How much of a message is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// What must be there.
    Required,
    /// Everything, two entries in each group.
    All,
}

/// A dictionary's text, understood a second time.
pub struct Generator<'a> {
    fields: HashMap<&'a str, Node<'a, 'a>>,
    components: HashMap<&'a str, Node<'a, 'a>>,
    /// Type, and whether its values are listed, by tag.
    kinds: HashMap<u32, (String, bool)>,
    root: Node<'a, 'a>,
}

impl<'a> Generator<'a> {
    pub fn new(document: &'a Document<'a>) -> Generator<'a> {
        let root = document.root_element();
        let named = |part: &'static str| {
            root.children()
                .filter(move |node| node.has_tag_name(part))
                .flat_map(|node| node.children().filter(Node::is_element))
                .map(|node| (node.attribute("name").unwrap(), node))
                .collect()
        };
        let fields: HashMap<&'a str, Node<'a, 'a>> = named("fields");
        // What FIX 4.0 and 4.1 call char is text.
        let is_early =
            root.attribute("major") == Some("4") && matches!(root.attribute("minor"), Some("0" | "1"));
        let kind = |node: &Node<'_, '_>| {
            let name = node.attribute("type").unwrap().to_ascii_uppercase();
            let name = if is_early && name == "CHAR" {
                "STRING".to_owned()
            } else {
                name
            };
            let listed = node.children().any(|child| child.has_tag_name("value"));
            (name, listed && node.attribute("allowOtherValues").is_none())
        };
        let number = |node: &Node<'_, '_>| node.attribute("number").unwrap().parse().unwrap();
        let kinds = fields.values().map(|node| (number(node), kind(node))).collect();
        Generator {
            kinds,
            fields,
            components: named("components"),
            root,
        }
    }

    fn part(&self, name: &str) -> Node<'a, 'a> {
        self.root.children().find(|node| node.has_tag_name(name)).unwrap()
    }

    /// MsgType (35) of every message.
    pub fn msg_types(&self) -> Vec<&'a str> {
        let messages = self.part("messages").children().filter(Node::is_element);
        messages.map(|node| node.attribute("msgtype").unwrap()).collect()
    }

    pub fn field_count(&self) -> usize {
        self.fields.len()
    }

    pub fn tag(&self, name: &str) -> u32 {
        self.fields[name].attribute("number").unwrap().parse().unwrap()
    }

    /// The type that the dictionary gives a field, in capitals; empty when it has no such field.
    pub fn type_of(&self, tag: u32) -> &str {
        self.kinds.get(&tag).map_or("", |(name, _)| name)
    }

    /// Whether a field has a closed list of values.
    pub fn is_enumerated(&self, tag: u32) -> bool {
        self.kinds.get(&tag).is_some_and(|(_, enumerated)| *enumerated)
    }

    /// The body of a message.
    pub fn body(&self, msg_type: &str, extent: Extent) -> Vec<Item> {
        let message = self
            .part("messages")
            .children()
            .find(|node| node.attribute("msgtype") == Some(msg_type))
            .unwrap();
        let (mut items, mut seen) = (Vec::new(), HashSet::new());
        self.members(message, true, extent, &mut seen, &mut items);
        items
    }

    /// Every pair of a length and its data, wherever they occur.
    pub fn data_pairs(&self) -> HashSet<(u32, u32)> {
        let mut pairs = HashSet::new();
        for part in ["header", "messages", "components", "trailer"] {
            let Some(part) = self.root.children().find(|node| node.has_tag_name(part)) else {
                continue;
            };
            for node in part.descendants() {
                let members: Vec<Node<'_, '_>> = node.children().filter(Node::is_element).collect();
                for pair in members.windows(2) {
                    let [Some(length), Some(data)] = [pair[0], pair[1]].map(|member| {
                        Some(member.attribute("name")?).filter(|_| member.has_tag_name("field"))
                    }) else {
                        continue;
                    };
                    if matches!(self.type_of(self.tag(data)), "DATA" | "XMLDATA") {
                        pairs.insert((self.tag(length), self.tag(data)));
                    }
                }
            }
        }
        pairs
    }

    fn members(
        &self,
        node: Node<'a, 'a>,
        in_required: bool,
        extent: Extent,
        seen: &mut HashSet<u32>,
        items: &mut Vec<Item>,
    ) {
        let members: Vec<Node<'a, 'a>> = node.children().filter(Node::is_element).collect();
        for (at, member) in members.iter().enumerate() {
            let name = member.attribute("name").unwrap();
            let required = in_required && member.attribute("required") == Some("Y");
            if member.has_tag_name("component") {
                if required || extent == Extent::All {
                    self.members(self.components[name], required, extent, seen, items);
                }
                continue;
            }
            let tag = self.tag(name);
            if !(required || extent == Extent::All) || !seen.insert(tag) {
                continue;
            }
            let mut item = Item {
                tag,
                value: self.value(name, members.get(at + 1)),
                required,
                entries: Vec::new(),
            };
            if member.has_tag_name("group") {
                let count = if extent == Extent::All { 2 } else { 1 };
                item.value = count.to_string().into_bytes();
                for _ in 0..count {
                    let (mut entry, mut seen) = (Vec::new(), HashSet::new());
                    self.members(*member, true, Extent::All, &mut seen, &mut entry);
                    item.entries.push(entry);
                }
            }
            items.push(item);
        }
    }

    /// A good value of a field, before `next`.
    fn value(&self, name: &str, next: Option<&Node<'_, '_>>) -> Vec<u8> {
        let field = self.fields[name];
        if let Some(value) = field.children().find(|node| node.has_tag_name("value")) {
            return value.attribute("enum").unwrap().as_bytes().to_vec();
        }
        let is_data = |name: &str| {
            let field = self.fields.get(name);
            field.is_some_and(|node| {
                matches!(
                    node.attribute("type").unwrap().to_ascii_uppercase().as_str(),
                    "DATA" | "XMLDATA"
                )
            })
        };
        let before_data = next.and_then(|next| next.attribute("name")).is_some_and(is_data);
        let value: &[u8] = match field.attribute("type").unwrap().to_ascii_uppercase().as_str() {
            "LENGTH" | "INT" if before_data => b"4",
            "INT" => b"-3",
            "LENGTH" | "SEQNUM" | "NUMINGROUP" | "TAGNUM" => b"7",
            "DAYOFMONTH" => b"31",
            "FLOAT" | "QTY" | "PRICE" | "PRICEOFFSET" | "AMT" | "PERCENTAGE" => b"-12.50",
            "CHAR" => b"x",
            "BOOLEAN" => b"Y",
            "MULTIPLEVALUESTRING" | "MULTIPLESTRINGVALUE" | "MULTIPLECHARVALUE" => b"a b",
            "CURRENCY" => b"EUR",
            "COUNTRY" => b"DE",
            "MONTHYEAR" => b"202601",
            "UTCTIMESTAMP" => b"20260131-23:59:60.123",
            "TIME" => b"20260131-23:59:59",
            "UTCTIMEONLY" | "LOCALMKTTIME" => b"12:30:00",
            "UTCDATE" | "UTCDATEONLY" | "LOCALMKTDATE" | "DATE" => b"20260131",
            "TZTIMEONLY" => b"07:39:00-05",
            "TZTIMESTAMP" => b"20260131-07:39:00+05:30",
            // With a delimiter inside, and what looks like a field.
            "DATA" => b"\x014=\x01",
            "XMLDATA" => b"<a/>",
            _ => b"text",
        };
        value.to_vec()
    }
}

/// The bytes of fields, entries in order.
pub fn bytes(items: &[Item], out: &mut Vec<u8>) {
    for item in items {
        out.extend(format!("{}=", item.tag).bytes());
        out.extend(&item.value);
        out.push(1);
        item.entries.iter().for_each(|entry| bytes(entry, out));
    }
}
