//! Texts and codes as a result holds them: values that live as long as it does, and cost nothing to copy.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::sync::Arc;
use core::borrow::Borrow;
use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Keys that this version does not know, as they were read.
pub type More = BTreeMap<String, serde_json::Value>;

/// A text that is never changed: one of this library's own, or one that its copies share.
///
/// It reads as a `&str`. A copy allocates nothing.
///
/// ```
/// use ekbom::source::Text;
/// let own = Text::fixed("oral");
/// assert_eq!(own, "oral");
/// assert_eq!(own.len(), 4);
/// let read: Text = serde_json::from_str("\"oral\"").unwrap();
/// assert_eq!(read, own);
/// ```
#[derive(Clone)]
pub struct Text(Held);

#[derive(Clone)]
enum Held {
    Fixed(&'static str),
    Shared(Arc<str>),
}

impl Text {
    /// A text of this library's own.
    pub const fn fixed(text: &'static str) -> Self {
        Self(Held::Fixed(text))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Held::Fixed(text) => text,
            Held::Shared(text) => text,
        }
    }
}

/// Texts of whatever can be one.
pub(crate) fn texts<T: Into<Text>, B: FromIterator<Text>>(all: impl IntoIterator<Item = T>) -> B {
    all.into_iter().map(Into::into).collect()
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::fixed("")
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Text {}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Text {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl PartialEq<Cow<'_, str>> for Text {
    fn eq(&self, other: &Cow<'_, str>) -> bool {
        self.as_str() == other.as_ref()
    }
}

impl PartialEq<Text> for Cow<'_, str> {
    fn eq(&self, other: &Text) -> bool {
        other == self
    }
}

macro_rules! compared {
    ($($other:ty)+) => { $(
        impl PartialEq<$other> for Text {
            fn eq(&self, other: &$other) -> bool {
                let other: &str = other.as_ref();
                self.as_str() == other
            }
        }

        impl PartialEq<Text> for $other {
            fn eq(&self, other: &Text) -> bool {
                other == self
            }
        }
    )+ };
}

compared! { str &str &&str String &String }

impl From<&'static str> for Text {
    fn from(text: &'static str) -> Self {
        Self::fixed(text)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(Held::Shared(text.into()))
    }
}

impl From<Arc<str>> for Text {
    fn from(text: Arc<str>) -> Self {
        Self(Held::Shared(text))
    }
}

impl From<Cow<'static, str>> for Text {
    fn from(text: Cow<'static, str>) -> Self {
        match text {
            Cow::Borrowed(text) => Self::fixed(text),
            Cow::Owned(text) => text.into(),
        }
    }
}

impl From<&Cow<'static, str>> for Text {
    fn from(text: &Cow<'static, str>) -> Self {
        match text {
            Cow::Borrowed(text) => Self::fixed(text),
            Cow::Owned(text) => Self(Held::Shared(text.as_str().into())),
        }
    }
}

impl From<&Text> for Text {
    fn from(text: &Text) -> Self {
        text.clone()
    }
}

impl From<&Text> for String {
    fn from(text: &Text) -> Self {
        text.as_str().into()
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.as_str().into()
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}
