//! Queries put to small Atlases: what the reports say, and what is answered.

mod compare;
mod profile;
mod rank;
mod search;
mod series;
mod told;
