//! The Atlas and its queries over a nation's figures: five million under `cargo bench`, few under
//! `cargo test`; `XIANZHI_FIGURES` sets another number.
//!
//! `benches/atlas/against_duckdb.py` sets the build against DuckDB loading the same figures as CSV.

#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark")]

mod csv;
mod nation;

use std::sync::{Arc, LazyLock};

use divan::{Bencher, black_box};
use xianzhi::{
    index::{Atlas, AtlasBuilder},
    model::{Catalogue, Gazetteer, Level, Measure, RegionCode},
    query::{Audit, Compare, ProfileOf, Rank, SeriesOf},
};

static GAZETTEER: LazyLock<Arc<Gazetteer>> = LazyLock::new(|| Arc::new(Gazetteer::carried()));
static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| Arc::new(Catalogue::carried()));
static NATION: LazyLock<Atlas> = LazyLock::new(build_atlas);

fn main() {
    if let Some(path) = std::env::var_os("XIANZHI_CSV") {
        csv::against(path.as_ref()).unwrap();
    } else {
        divan::main();
        println!("{} figures, {:.1} bytes each", NATION.len(), NATION.bytes() as f64 / NATION.len() as f64);
    }
}

fn figures() -> usize {
    let asked = std::env::var("XIANZHI_FIGURES").ok().map(|number| number.parse().unwrap());
    let measured = std::env::args().any(|argument| argument == "--bench");
    asked.unwrap_or(if measured { 5_000_000 } else { 20_000 })
}

fn build_atlas() -> Atlas {
    let mut builder = AtlasBuilder::new(Arc::clone(&GAZETTEER), Arc::clone(&CATALOGUE));
    nation::for_each(&GAZETTEER, &CATALOGUE, figures(), |figure| builder.push(figure));
    builder.build()
}

/// A region with figures in the middle of the table.
fn region() -> RegionCode {
    let regions: Vec<_> = NATION.regions().map(|(region, _)| region).collect();
    regions[regions.len() / 2]
}

/// What of `build` is only the making of the figures.
#[divan::bench(sample_count = 3)]
fn make_figures() {
    nation::for_each(&GAZETTEER, &CATALOGUE, figures(), |figure| {
        black_box(figure);
    });
}

#[divan::bench(sample_count = 3)]
fn build() -> Atlas {
    build_atlas()
}

#[divan::bench]
fn profile(bencher: Bencher) {
    let profile = ProfileOf { region: region(), year: None };
    bencher.bench(|| profile.ask(&NATION));
}

#[divan::bench]
fn series(bencher: Bencher) {
    let metric = NATION.find_metric("gdp").unwrap();
    let series = SeriesOf { region: region(), metric, measure: Measure::Level };
    bencher.bench(|| series.ask(&NATION));
}

#[divan::bench(args = [2, 8])]
fn compare(bencher: Bencher, regions: usize) {
    let regions = NATION.regions().map(|(region, _)| region).step_by(7).take(regions).collect();
    let compare = Compare { regions, ..Compare::default() };
    bencher.bench(|| compare.ask(&NATION));
}

/// All counties of the country, in a year and each in its latest.
#[divan::bench(args = [Some(2020), None])]
fn rank(bencher: Bencher, year: Option<u16>) {
    let metric = NATION.find_metric("gdp").unwrap();
    let rank = Rank { metric, measure: Measure::Level, level: Level::County, within: None, year };
    bencher.bench(|| rank.ask(&NATION));
}

/// Everything against everything, in figures of which half contradict each other.
#[divan::bench(sample_count = 3)]
fn audit(bencher: Bencher) {
    let audit = Audit::default();
    bencher.bench(|| audit.ask(&NATION));
}
