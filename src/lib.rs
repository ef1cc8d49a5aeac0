//! xianzhi reads the prose in which Chinese counties and cities report their year, turns it into
//! figures, indexes them and answers questions about them.
//!
//! The way through the crate, each arrow a plain value:
//!
//! ```text
//! reports ─ load ─▶ Document ─ extract ─▶ Figure* ─ index ─▶ Atlas ─ query ─▶ answers ─▶ tui · cli · export
//! ```
//!
//! What is named at the root is the public face: read a document, build an [`Atlas`], ask it. The modules
//! behind it are open too, for what the face leaves out; [`model`] holds the words that all others speak.
//!
//! # Read a document
//!
//! ```
//! use std::sync::Arc;
//! use xianzhi::{Catalogue, Document, Extractor, Gazetteer, Source};
//!
//! let (gazetteer, catalogue) = (Arc::new(Gazetteer::carried()), Catalogue::carried());
//! let extractor = Extractor::new(&gazetteer, &catalogue);
//! let document = Document {
//!     source: Source { id: "report.txt".to_owned(), ..Source::default() },
//!     text: "2024年,淇滨区地区生产总值完成300.5亿元,增长6.1%。".to_owned(),
//! };
//!
//! let figures = extractor.read(&document).figures;
//! assert_eq!(figures[0].metric.as_deref(), Some("gdp"));
//! assert_eq!(figures[0].region.as_deref(), Some("淇滨区"));
//! assert_eq!((figures[1].text.as_str(), figures[1].start), ("6.1%", 27));
//! ```
//!
//! # Build an Atlas and ask it
//!
//! ```
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use std::sync::Arc;
//! use xianzhi::{Align, Catalogue, Compare, Gazetteer, carried};
//!
//! let (gazetteer, catalogue) = (Arc::new(Gazetteer::carried()), Arc::new(Catalogue::carried()));
//! // The figures that the crate carries; `open(&paths, …)` reads reports and figure files instead.
//! let atlas = carried(&gazetteer, &catalogue).atlas;
//!
//! let regions = ["红旗区", "凤泉区", "长垣市"]
//!     .into_iter()
//!     .map(|name| gazetteer.settle(name, &[]).map_err(|several| format!("{name} may be one of {several:?}")))
//!     .collect::<Result<Vec<_>, _>>()?;
//! let question = Compare { regions, year: Some(2024), align: Align::Latest, common_only: true, ..Compare::default() };
//! for row in question.ask(&atlas).rows {
//!     println!("{} {:?}", row.name, row.cells);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Figures of your own go into an [`AtlasBuilder`], one by one.

// The program itself: of use to `main` and to the journeys among the tests.
#[doc(hidden)]
pub mod cli;
pub mod export;
pub mod extract;
pub mod index;
pub mod ledger;
pub mod load;
pub mod model;
pub mod query;
#[doc(hidden)]
pub mod tui;

pub use extract::{Extraction, Extractor};
pub use index::{Atlas, AtlasBuilder};
pub use load::{Loaded, Trouble, carried, open};
pub use model::{Catalogue, Document, Figure, Gazetteer, Period, Region, RegionCode, Source, Value};
pub use query::{Align, Audit, Compare, ProfileOf, Rank, Search, SeriesOf, Trend};
