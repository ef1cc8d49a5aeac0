//! xianzhi reads the prose in which Chinese counties and cities report their year, turns it into
//! figures, indexes them and answers questions about them.
//!
//! The way through the crate, each arrow a plain value:
//!
//! ```text
//! reports ─ load ─▶ Document ─ extract ─▶ Figure* ─ index ─▶ Atlas ─ query ─▶ answers ─▶ tui · cli · export
//! ```
//!
//! [`model`] holds the words that all the others speak; ARCHITECTURE.md tells who may import whom.
//! From a text to an answer:
//!
//! ```
//! use std::sync::Arc;
//! use xianzhi::{
//!     extract::Extractor,
//!     index::AtlasBuilder,
//!     model::{Catalogue, Document, Gazetteer, Source, Value},
//!     query::ProfileOf,
//! };
//!
//! let gazetteer = Arc::new(Gazetteer::carried());
//! let catalogue = Arc::new(Catalogue::carried());
//! let document = Document {
//!     source: Source { id: "report.txt".to_owned(), ..Source::default() },
//!     text: "2024年,淇滨区地区生产总值完成300.5亿元。".to_owned(),
//! };
//!
//! let mut builder = AtlasBuilder::new(gazetteer.clone(), catalogue.clone());
//! for figure in Extractor::new(&gazetteer, &catalogue).read(&document).figures {
//!     builder.push(&figure);
//! }
//! let atlas = builder.build();
//!
//! let region = gazetteer.settle("淇滨区", &[]).expect("one region bears the name");
//! let profile = ProfileOf { region, year: None }.ask(&atlas);
//! let row = &profile.groups[0].rows[0];
//! assert_eq!(row.name, "地区生产总值");
//! assert_eq!(row.level.as_ref().and_then(|level| level.value.clone()), Some(Value::Number(300.5)));
//! ```

pub mod cli;
pub mod export;
pub mod extract;
pub mod index;
pub mod load;
pub mod model;
pub mod query;
pub mod tui;
