//! Where figures come from: documents and what is known of them.

use serde::{Deserialize, Serialize};

/// A document that figures were read from, without its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The document's file name, to which [`Figure::doc`](super::Figure::doc) points.
    pub id: String,
    /// Its title.
    #[serde(default)]
    pub title: String,
    /// Who published it.
    #[serde(default)]
    pub publisher: String,
    /// When, as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; empty when unknown.
    #[serde(default)]
    pub date: String,
    /// SHA-256 of the file's bytes in hexadecimal; empty when the document was not at hand.
    #[serde(default)]
    pub hash: String,
    /// Where it can be read; empty when unknown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// Which reading of the program gave its figures (`extract::READING`); empty when they came with a file.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reading: String,
}

/// A document at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What is known of it.
    pub source: Source,
    /// Its text, control characters replaced one for one so that offsets hold.
    pub text: String,
}
