//! All regions by one metric.

use xianzhi::{
    export::{ranking_records, ranking_table},
    index::Atlas,
    model::{Language, Level, Measure, RegionCode},
    query::{Before, Movement, Rank, Ranking},
};

use crate::told::{XINXIANG, atlas, cell, column, metric, short};

/// All counties of the country by a metric and measure.
fn counties(atlas: &Atlas, key: &str, measure: Measure, year: Option<u16>) -> Ranking {
    Rank { metric: metric(atlas, key), measure, level: Level::County, within: None, year }.ask(atlas)
}

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
    let ranking = counties(&atlas, "gdp", Measure::Growth, None);
    assert_eq!(told(&atlas, &ranking), ["1 红旗区 6%", "2 长垣市 5.5% (4位 全市)"]);
}

/// One line an entry: region, quarter, movement.
fn moved(atlas: &Atlas, ranking: &Ranking) -> Vec<String> {
    let moved = ranking.entries.iter().map(|entry| {
        let movement = match entry.movement {
            Some(Movement::Up(places)) => format!("+{places}"),
            Some(Movement::Down(places)) => format!("-{places}"),
            Some(Movement::Same) => "=".to_owned(),
            Some(Movement::New) => "new".to_owned(),
            None => "—".to_owned(),
        };
        let quartile = ranking.quartile(entry).map_or_else(|| "—".to_owned(), |quartile| quartile.to_string());
        format!("{} {quartile} {movement}", atlas.gazetteer().name(entry.region))
    });
    moved.collect()
}

const TWO_YEARS: &str = "410783 gdp 2024 level 700亿元
     410783 gdp 2023 level 500亿元
     410702 gdp 2024 level 600亿元
     410702 gdp 2023 level 6500000万元
     410711 gdp 2024 level 590亿元
     410704 gdp 2024 level 90亿元
     410704 gdp 2023 level 80亿元
     410724 gdp 2023 level 900亿元";

#[test]
fn who_moved_is_told_among_those_that_have_both_years() {
    let atlas = atlas(TWO_YEARS);
    let ranking = by(&atlas, "gdp", Some(XINXIANG), Some(2024));
    // 获嘉县, the first of 2023, has no figure of 2024: nobody rose for that.
    assert_eq!(moved(&atlas, &ranking), ["长垣市 1 +1", "红旗区 2 -1", "牧野区 3 new", "凤泉区 4 ="]);
    assert_eq!(ranking.before, Some(Before { year: 2023, regions: 3 }));
    let first = by(&atlas, "gdp", Some(XINXIANG), Some(2023));
    assert_eq!((first.before, first.entries[0].movement), (None, None), "there is no year before");
    let latest = by(&atlas, "gdp", Some(XINXIANG), None);
    assert_eq!((latest.before, latest.entries[0].movement), (None, None), "the latest is of several years");
}

#[test]
fn a_single_region_with_both_years_moves_nowhere() {
    let atlas = atlas("410783 gdp 2024 level 700亿元\n410783 gdp 2023 level 500亿元\n410702 gdp 2024 level 600亿元");
    assert_eq!(moved(&atlas, &by(&atlas, "gdp", None, Some(2024))), ["长垣市 — —", "红旗区 — —"]);
}

#[test]
fn how_many_have_a_figure_and_what_lies_in_the_middle() {
    let atlas = atlas(TWO_YEARS);
    let ranking = by(&atlas, "gdp", Some(XINXIANG), Some(2024));
    assert_eq!((ranking.entries.len(), ranking.regions), (4, 12));
    assert_eq!((ranking.mean(), ranking.median()), (Some(495.0), Some(595.0)));
    let nothing = by(&atlas, "gdp", Some(XINXIANG), Some(1990));
    assert_eq!((nothing.entries.len(), nothing.mean(), nothing.median()), (0, None, None));
}

#[test]
fn equals_stand_in_one_quarter() {
    let atlas = atlas(
        "410783 gdp 2024 level 9亿元
         410702 gdp 2024 level 9亿元
         410704 gdp 2024 level 9亿元
         410711 gdp 2024 level 8亿元
         410724 gdp 2024 level 7亿元",
    );
    let ranking = by(&atlas, "gdp", None, None);
    let quartiles: Vec<_> = ranking.entries.iter().map(|entry| ranking.quartile(entry)).collect();
    assert_eq!(quartiles, [Some(1), Some(1), Some(1), Some(3), Some(4)]);
}

#[test]
fn growth_stands_beside_the_level_and_the_level_beside_growth() {
    let atlas = atlas(
        "410783 gdp 2024 level 704.11亿元
         410783 gdp 2024 growth 42% base:2019年
         410783 gdp 2024 growth 5.5%
         410783 gdp 2023 growth 9%
         410702 gdp 2024 level 297.6亿元
         410702 gdp 2024 growth 6% target",
    );
    let beside = |ranking: Ranking| ranking.entries.iter().map(|e| cell(e.beside.as_ref())).collect::<Vec<_>>();
    assert_eq!(beside(by(&atlas, "gdp", None, None)), ["5.5%", "—"]);
    assert_eq!(beside(counties(&atlas, "gdp", Measure::Growth, None)), ["704.11亿元"]);
}

#[test]
fn years_are_those_in_which_one_of_them_has_a_result() {
    let atlas = atlas(
        "410783 gdp 2021/2025 level 3000亿元
         410783 gdp 2024 level 700亿元
         410702 gdp 2022 level 290亿元
         410702 gdp 2026 level 320亿元 target
         410611 gdp 2020 level 400亿元
         410783 gdp 2019 growth 7%",
    );
    let of = |measure, within| {
        let rank = Rank { metric: metric(&atlas, "gdp"), measure, level: Level::County, within, year: None };
        (rank.years(&atlas), rank.has_answer(&atlas))
    };
    assert_eq!(of(Measure::Level, Some(XINXIANG)), (vec![2022, 2024], true));
    assert_eq!(of(Measure::Growth, None), (vec![2019], true));
    assert_eq!(of(Measure::Growth, Some(RegionCode(410_600))), (vec![], false));
}

#[test]
fn who_tells_only_of_some_months_takes_no_part_and_is_named() {
    let atlas = atlas(
        "410783 gdp 2022 growth 5% base:yoy
         410783 gdp 2022-01/2022-11 growth 9% base:yoy
         410702 gdp 2022-11 growth 20% base:yoy
         410702 gdp 2022-01/2022-09 growth 12% base:yoy
         410702 gdp 2022-01/2022-11 growth 15.2% base:yoy
         410704 gdp 2021-01/2021-11 growth 8% base:yoy
         410711 gdp 2022-01/2022-11 growth 10% target base:yoy
         410724 gdp 2021/2022 growth 11% base:yoy
         410725 gdp 2022-01/2022-06 level 30亿元",
    );
    let left_out = |measure, year| {
        let ranking = counties(&atlas, "gdp", measure, year);
        let told = ranking.part_year.iter().map(|part| {
            let period = part.reading.period.unwrap();
            format!("{} {} {period}", atlas.gazetteer().name(part.region), short(&part.reading))
        });
        (ranking.entries.len(), told.collect::<Vec<_>>())
    };
    let hongqi = "红旗区 15.2% 2022-01/2022-11".to_owned();
    assert_eq!(left_out(Measure::Growth, Some(2022)), (1, vec![hongqi.clone()]), "of the longest time told last");
    assert_eq!(left_out(Measure::Growth, None), (1, vec![hongqi, "凤泉区 8% 2021-01/2021-11".to_owned()]));
    assert_eq!(left_out(Measure::Level, Some(2022)), (0, vec!["原阳县 30亿元 2022-01/2022-06".to_owned()]));
}

#[test]
fn a_forecast_beside_the_value_says_so() {
    let atlas = atlas(
        "410702 gdp 2024 level 300亿元
         410702 gdp 2024 growth 2.3% forecast
         410704 gdp 2024 level 100亿元
         410704 gdp 2024 growth 4%
         410704 gdp 2024 rank 2位 scope:全市 forecast",
    );
    let gdp = metric(&atlas, "gdp");
    let ranking =
        Rank { metric: gdp, measure: Measure::Level, level: Level::County, within: None, year: None }.ask(&atlas);
    let table = ranking_table(&atlas, &ranking, Language::Zh);
    let cells = |key: &str| column(&table, key);
    assert_eq!(cells("beside"), ["预计 +2.3%", "+4%"]);
    assert_eq!(cells("claimed"), ["", "预计 全市 #2"]);
    let records = ranking_records(&atlas, &ranking);
    assert_eq!(column(&records, "beside_status"), ["forecast", "actual"]);
    assert_eq!(column(&records, "claimed_status"), ["", "forecast"]);
}
