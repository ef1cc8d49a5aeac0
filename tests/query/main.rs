//! Queries put to small Atlases: what the reports say, and what is answered.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod audit;
mod compare;
mod map;
mod pictures;
mod profile;
mod rank;
mod search;
mod series;
mod told;
mod trend;
