//! All regions by one metric.

use xianzhi::{
    index::Atlas,
    model::{Level, Measure, RegionCode},
    query::{Rank, Ranking},
};

use crate::told::{XINXIANG, atlas, metric, short};

fn by(atlas: &Atlas, key: &str, within: Option<RegionCode>, year: Option<u16>) -> Ranking {
    Rank { metric: metric(atlas, key), measure: Measure::Level, level: Level::County, within, year }.ask(atlas)
}

/// One line an entry: place, region, value, then the place that is claimed.
fn told(atlas: &Atlas, ranking: &Ranking) -> Vec<String> {
    let told = ranking.entries.iter().map(|entry| {
        let claimed = entry.claimed.as_ref().map(|claim| format!(" ({})", short(claim))).unwrap_or_default();
        format!("{} {} {}{}{claimed}", entry.place, atlas.gazetteer().name(entry.region), entry.value, ranking.unit)
    });
    told.collect()
}

#[test]
fn counties_of_a_city_stand_in_order_beside_what_they_claim() {
    let atlas = atlas(
        "410783 gdp 2024 level 704.11亿元
         410783 gdp 2024 rank 1位 scope:全市
         410783 gdp 2023 rank 2位 scope:全市
         410702 gdp 2024 level 297.6亿元
         410711 gdp 2024 level 1800000万元
         410704 gdp 2024 level 亿元
         410700 gdp 2024 level 3600亿元
         410611 gdp 2024 level 400亿元
         0 gdp 2024 level 9亿元",
    );
    let city = by(&atlas, "gdp", Some(XINXIANG), None);
    assert_eq!(told(&atlas, &city), ["1 长垣市 704.11亿元 (1位 全市)", "2 红旗区 297.6亿元", "3 牧野区 180亿元"]);
    let country = by(&atlas, "gdp", None, None);
    assert_eq!(
        told(&atlas, &country),
        ["1 长垣市 704.11亿元 (1位 全市)", "2 淇滨区 400亿元", "3 红旗区 297.6亿元", "4 牧野区 180亿元"]
    );
}

#[test]
fn equals_share_a_place_and_less_can_be_better() {
    let atlas = atlas(
        "410783 unemployment_rate 2024 level 3%
         410702 unemployment_rate 2024 level 2.5%
         410704 unemployment_rate 2024 level 3%
         410711 unemployment_rate 2024 level 4%",
    );
    let ranking = by(&atlas, "unemployment_rate", None, None);
    assert_eq!(told(&atlas, &ranking), ["1 红旗区 2.5%", "2 凤泉区 3%", "2 长垣市 3%", "4 牧野区 4%"]);
}

#[test]
fn only_whole_years_with_a_number_take_part() {
    let atlas = atlas(
        "410783 gdp 2023 level 660亿元
         410783 gdp 2024 level 亿元
         410783 gdp 2025 level 750亿元 target
         410702 gdp 2021/2025 level 1400亿元
         410704 gdp 2024 level 90亿元
         410711 gdp - level 170亿元",
    );
    let latest = by(&atlas, "gdp", None, None);
    assert_eq!(told(&atlas, &latest), ["1 长垣市 660亿元", "2 牧野区 170亿元", "3 凤泉区 90亿元"]);
    assert_eq!(told(&atlas, &by(&atlas, "gdp", None, Some(2025))), [""; 0]);
}

#[test]
fn a_target_is_no_result() {
    let atlas = atlas(
        "410783 gdp 2025 level 750亿元 target
         410783 gdp 2025 rank 1位 target scope:全市
         410783 gdp 2025 level 740亿元 forecast
         410702 gdp 2024 level 297.6亿元
         410702 gdp 2024 rank 2位 target scope:全市
         410704 gdp 2025 level 100亿元 target",
    );
    assert_eq!(told(&atlas, &by(&atlas, "gdp", None, None)), ["1 长垣市 740亿元", "2 红旗区 297.6亿元"]);
}

#[test]
fn growth_of_several_years_does_not_win_against_growth_of_one() {
    let atlas = atlas(
        "410783 gdp 2024 growth 55% base:2019年
         410783 gdp 2024 growth_rank 4位 scope:全市
         410783 gdp 2024 growth 5.5%
         410702 gdp 2024 growth 6% base:yoy
         410704 gdp 2024 growth 48% base:2019年
         410711 gdp 2024 growth 9% base:avg",
    );
    let gdp = metric(&atlas, "gdp");
    let ranking = Rank { metric: gdp, measure: Measure::Growth, level: Level::County, within: None, year: None };
    assert_eq!(told(&atlas, &ranking.ask(&atlas)), ["1 红旗区 6%", "2 长垣市 5.5% (4位 全市)"]);
}
