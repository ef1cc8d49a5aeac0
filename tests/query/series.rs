//! One region and metric over time.

use xianzhi::{
    index::Atlas,
    model::Measure,
    query::{Series, SeriesOf},
};

use crate::told::{CHANGYUAN, atlas, metric};

fn gdp(atlas: &Atlas, measure: Measure) -> Series {
    SeriesOf { region: CHANGYUAN, metric: metric(atlas, "gdp"), measure }.ask(atlas)
}

fn points(series: &Series) -> Vec<String> {
    let told = series.points.iter().map(|point| {
        let period = point.period.map_or_else(|| "—".to_owned(), |period| period.to_string());
        format!("{period} {} {:?}", point.value.map_or_else(|| "?".to_owned(), |value| value.to_string()), point.status)
    });
    told.collect()
}

#[test]
fn points_ascend_and_values_are_in_the_unit_of_the_latest() {
    let atlas = atlas(
        "410783 gdp 2025 level 750亿元 target
         410783 gdp 2023 level 6600000万元
         410783 gdp - level 9亿元
         410783 gdp 2024 level 704.11亿元
         410783 gdp 2022 level 亿元
         410783 gdp 2021/2025 level 3300亿元
         410783 gdp 2024 growth 5.5%",
    );
    let series = gdp(&atlas, Measure::Level);
    assert_eq!(series.unit, "亿元");
    let expected = [
        "2022 ? Actual", "2023 660 Actual", "2024 704.11 Actual", "2021/2025 3300 Actual", "2025 750 Target",
        "— 9 Actual",
    ];
    assert_eq!(points(&series), expected);
    assert_eq!(series.by_year(), [(2023, Some(660.0)), (2024, Some(704.11))]);
}

#[test]
fn sources_that_agree_are_one_point_and_sources_that_disagree_two() {
    let atlas = atlas(
        "410783 gdp 2023 level 663.2亿元 doc:2026.txt
         410783 gdp 2023 level 6632000万元 doc:2025.txt
         410783 gdp 2022 level 640.52亿元 doc:2023.txt
         410783 gdp 2022 level 638.1亿元 doc:2024.txt",
    );
    let series = gdp(&atlas, Measure::Level);
    assert_eq!(points(&series), ["2022 640.52 Actual", "2022 638.1 Actual", "2023 663.2 Actual"]);
    assert_eq!(series.by_year(), [(2022, Some(640.52)), (2023, Some(663.2))]);
}

#[test]
fn a_forecast_fills_a_year_of_which_nothing_actual_is_told() {
    let atlas = atlas(
        "410783 gdp 2022 level 600亿元 forecast doc:2023.txt
         410783 gdp 2022 level 598亿元 doc:2024.txt
         410783 gdp 2023 level 650亿元 forecast doc:2024.txt
         410783 gdp 2024 level 700亿元 target doc:2024.txt",
    );
    assert_eq!(gdp(&atlas, Measure::Level).by_year(), [(2022, Some(598.0)), (2023, Some(650.0))]);
}

#[test]
fn growth_over_several_years_is_no_value_of_a_year() {
    let atlas = atlas(
        "410783 gdp 2022 growth 4% base:yoy
         410783 gdp 2023 growth 40% base:2018年
         410783 gdp 2024 growth 5.5%",
    );
    let series = gdp(&atlas, Measure::Growth);
    assert_eq!(series.points.len(), 3);
    assert_eq!(series.by_year(), [(2022, Some(4.0)), (2023, None), (2024, Some(5.5))]);
    assert!(gdp(&atlas, Measure::Level).points.is_empty());
}
