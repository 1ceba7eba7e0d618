//! Enumerations that know the name and the meaning of each of their values, so that tables can be made of them.

/// One value of an enumeration or one bit of a flag set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// Name as it stands in the code and in every generated file.
    pub name: &'static str,
    /// The value; for flags, the mask.
    pub value: u32,
    /// What it means.
    pub description: &'static str,
}

macro_rules! named_enum {
    ($(#[$meta:meta])* $name:ident: $repr:ty { $($(#[doc = $doc:literal])+ $variant:ident = $value:literal = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[repr($repr)]
        pub enum $name { $($(#[doc = $doc])+ $variant = $value,)+ }

        impl $name {
            /// Every value with its name and meaning, in the order of the values.
            pub const ALL: &'static [$crate::Named] =
                &[$($crate::Named { name: $text, value: $value, description: concat!($($doc),+) },)+];

            /// The value for a number read from the device; `None` for one that this contract does not know.
            #[inline]
            pub const fn from_bits(bits: $repr) -> Option<Self> {
                match bits { $($value => Some(Self::$variant),)+ _ => None }
            }

            /// Name as it stands in every generated file.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }
    };
}

macro_rules! flag_set {
    ($(#[$meta:meta])* $module:ident { $($(#[doc = $doc:literal])+ $name:ident = $bit:literal,)+ }) => {
        $(#[$meta])*
        pub mod $module {
            $($(#[doc = $doc])+ pub const $name: u16 = 1 << $bit;)+
            /// Every flag with its mask and meaning, in the order of the bits.
            pub const ALL: &[$crate::Named] =
                &[$($crate::Named { name: stringify!($name), value: 1 << $bit, description: concat!($($doc),+) },)+];
        }
    };
}

pub(crate) use {flag_set, named_enum};
