//! Journeys through the dashboard: keys go in, the screen comes out.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod audit;
mod browse;
mod compare;
mod copy;
mod correct;
mod detail;
mod export;
mod history;
mod keys;
mod languages;
mod live;
mod map;
mod mouse;
mod palette;
mod rank;
mod safety;
mod search;
mod session;
mod sizes;
mod sources;
mod table;
mod themes;
mod tree;
mod trend;
mod wandering;
mod widths;
mod world;
