//! JSON, one level at a time. Pure.
//!
//! A value is its text until somebody asks what is in it. So a broken item costs that item and not the feed, a number
//! keeps every digit that it was written with, and what nobody asks for is skipped without recursion, however deep.

use std::{borrow::Cow, fmt};

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// A key of an object, and the JSON of its value.
pub(super) type Pair<'a> = (Cow<'a, str>, &'a str);

/// The pairs of the object that `json` is, in their order, duplicates included.
pub(super) fn object(json: &str) -> serde_json::Result<Vec<Pair<'_>>> {
    serde_json::from_str::<Pairs>(json).map(|pairs| pairs.0)
}

/// The JSON of each element of the list that `json` is.
pub(super) fn list(json: &str) -> serde_json::Result<Vec<&str>> {
    serde_json::from_str::<Elements>(json).map(|elements| elements.0)
}

/// Whether `json` is JSON at all.
pub(super) fn check(json: &str) -> serde_json::Result<()> {
    serde_json::from_str::<&RawValue>(json).map(|_| ())
}

/// A string's text, and whether it held half a character (an escaped lone surrogate), replaced by U+FFFD.
pub(super) struct Text<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) broken: bool,
}

/// The text of the string that `json` is.
pub(super) fn text(json: &str) -> serde_json::Result<Text<'_>> {
    serde_json::from_str(json)
}

struct Pairs<'a>(Vec<Pair<'a>>);

impl<'de> Deserialize<'de> for Pairs<'de> {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        json.deserialize_map(PairsVisitor)
    }
}

struct PairsVisitor;

impl<'de> Visitor<'de> for PairsVisitor {
    type Value = Pairs<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::new();
        while let Some(key) = map.next_key::<Text<'de>>()? {
            pairs.push((key.text, map.next_value::<&RawValue>()?.get()));
        }
        Ok(Pairs(pairs))
    }
}

struct Elements<'a>(Vec<&'a str>);

impl<'de> Deserialize<'de> for Elements<'de> {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        json.deserialize_seq(ElementsVisitor)
    }
}

struct ElementsVisitor;

impl<'de> Visitor<'de> for ElementsVisitor {
    type Value = Elements<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut elements = Vec::new();
        while let Some(element) = seq.next_element::<&RawValue>()? {
            elements.push(element.get());
        }
        Ok(Elements(elements))
    }
}

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        // As a string, serde_json refuses lone surrogates; as bytes it lets them through, encoded like any other.
        json.deserialize_bytes(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text")
    }

    fn visit_borrowed_bytes<E: Error>(self, bytes: &'de [u8]) -> Result<Self::Value, E> {
        Ok(match str::from_utf8(bytes) {
            Ok(text) => Text { text: Cow::Borrowed(text), broken: false },
            Err(_) => repair(bytes),
        })
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Self::Value, E> {
        Ok(repair(bytes))
    }
}

/// The document was valid UTF-8, so that all that can be wrong in `bytes` is an encoded surrogate: three bytes, the first
/// of which (0xED) is answered with the one U+FFFD, and whose continuations are left out.
fn repair(bytes: &[u8]) -> Text<'static> {
    let mut text = String::with_capacity(bytes.len());
    let mut broken = false;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if chunk.invalid().first() == Some(&0xED) {
            text.push(char::REPLACEMENT_CHARACTER);
            broken = true;
        }
    }
    Text { text: Cow::Owned(text), broken }
}
