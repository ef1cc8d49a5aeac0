//! What a stranger sees of the carried figures without any file of their own.

#[path = "cli/program.rs"]
mod program;

use std::sync::Arc;

use program::run;
use xianzhi::{
    load,
    model::{Catalogue, Gazetteer, Measure},
    query::SeriesOf,
};

/// The figures that `show` gives.
fn shown(arguments: &[&str]) -> Vec<serde_json::Value> {
    let lines = run(&[&["show", "--format", "jsonl"], arguments].concat()).done();
    lines.lines().map(|line| serde_json::from_str(line).expect("each line is an object")).collect()
}

fn has(figures: &[serde_json::Value], metric: &str, measure: &str, value: f64) -> bool {
    figures.iter().any(|figure| figure["metric"] == metric && figure["measure"] == measure && figure["value"] == value)
}

#[test]
fn the_counties_of_three_cities_are_carried() {
    let regions = run(&["regions", "--format", "csv"]).done();
    for name in ["新乡市", "长垣市", "卫辉市", "红旗区", "凤泉区", "淇滨区", "焦作市", "沁阳市", "孟州市"]
    {
        assert!(regions.contains(&format!(",{name},")), "{name} is not in\n{regions}");
    }
}

#[test]
fn a_county_shows_its_economy_and_its_places() {
    let figures = shown(&["长垣"]);
    assert!(has(&figures, "gdp", "level", 704.11));
    assert!(has(&figures, "gdp", "rank", 10.0));
    assert!(has(&figures, "fiscal_revenue", "level", 53.68));
    assert!(has(&figures, "fiscal_revenue", "rank", 5.0));
    assert!(has(&figures, "tax_share", "level", 74.8) || has(&figures, "tax_share", "share", 74.8));
}

#[test]
fn a_province_its_cities_and_their_counties_have_series() {
    let gazetteer = Arc::new(Gazetteer::carried());
    let atlas = load::carried(&gazetteer, &Arc::new(Catalogue::carried())).atlas;
    let metric = atlas.find_metric("gdp").unwrap();
    for (name, least) in [("河南省", 12), ("郑州市", 8), ("新乡市", 4), ("长垣市", 4)] {
        let region = gazetteer.settle(name, &[]).unwrap();
        let years = SeriesOf { region, metric, measure: Measure::Level }.ask(&atlas).by_year();
        let told = years.iter().filter(|(_, value)| value.is_some()).count();
        assert!(told >= least, "the product of {name} is told for {told} years: {years:?}");
    }
}

#[test]
fn what_sources_dispute_is_kept() {
    let figures = shown(&["焦作市", "--year", "2022"]);
    assert!(has(&figures, "gdp", "level", 2280.0) && has(&figures, "gdp", "level", 2234.78), "{figures:?}");
}

#[test]
fn a_number_that_lost_its_digits_has_no_value() {
    let figures = shown(&["孟州市"]);
    let gdp = figures.iter().filter(|figure| figure["metric"] == "gdp" && figure["measure"] == "level");
    assert!(gdp.clone().all(|figure| figure["value"].is_null()), "{:?}", gdp.collect::<Vec<_>>());
}

#[test]
fn budget_revenue_is_found_by_four_spellings() {
    for text in ["财政", "caizheng", "ybggys", "budget"] {
        let hits = run(&["search", text]).done();
        assert!(hits.contains("一般公共预算收入"), "{text}:\n{hits}");
    }
}
