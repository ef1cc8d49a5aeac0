//! One metric of several regions over the years.

use xianzhi::{
    index::Atlas,
    model::RegionCode,
    query::{Trend, TrendChart, TrendMode},
};

use crate::told::{CHANGYUAN, FENGQUAN, HONGQI, atlas, metric};

fn ask(atlas: &Atlas, regions: &[RegionCode], key: &str, mode: TrendMode) -> TrendChart {
    Trend { regions: regions.to_vec(), metric: metric(atlas, key), mode }.ask(atlas)
}

/// One text a line: its name, then a word a year: `2023=5`, `…` for a gap, `*` behind a computed
/// value, a plan in brackets.
fn told(chart: &TrendChart) -> Vec<String> {
    let line = |line: &xianzhi::query::TrendLine| {
        let points = line.points.iter().map(|point| {
            let number = |number: f64| (number * 100.0).round() / 100.0;
            let value = point.value.as_ref().map_or_else(
                || "…".to_owned(),
                |value| format!("{}{}", number(value.number), if value.derived { "*" } else { "" }),
            );
            let plan = point.plan.as_ref().map_or_else(String::new, |plan| format!("[{}]", number(plan.number)));
            format!("{}={value}{plan}", point.year)
        });
        format!("{} {}", line.name, points.collect::<Vec<_>>().join(" "))
    };
    chart.lines.iter().map(line).collect()
}

#[test]
fn lines_share_years_and_unit_and_keep_their_gaps() {
    let atlas = atlas(
        "410783 gdp 2021 level 600亿元
         410783 gdp 2023 level >700亿
         410783 gdp 2023 level 704.11亿元
         410783 gdp 2021/2025 level 3300亿元
         410783 gdp 2024 level 亿元
         410702 gdp 2022 level 2976000万元
         410702 gdp 2023 level 300亿元",
    );
    let chart = ask(&atlas, &[CHANGYUAN, HONGQI, FENGQUAN], "gdp", TrendMode::Absolute);
    assert_eq!(
        told(&chart),
        ["长垣市 2021=600 2022=… 2023=704.11", "红旗区 2021=… 2022=297.6 2023=300", "凤泉区 2021=… 2022=… 2023=…"]
    );
    assert_eq!((chart.unit.as_str(), chart.years(), chart.base), ("亿元", Some(2021..=2023), None));
    let values: Vec<_> = chart.lines[0].values().collect();
    assert_eq!(values, [(2021, Some(600.0)), (2022, None), (2023, Some(704.11))]);
}

#[test]
fn what_is_expected_counts_and_what_is_aimed_at_stands_apart() {
    let atlas = atlas(
        "410783 gdp 2023 level 680亿元 target
         410783 gdp 2023 level 660亿元
         410783 gdp 2024 level 705亿元 forecast
         410783 gdp 2024 level 720亿元 target
         410783 gdp 2025 level 750亿元 target",
    );
    let chart = ask(&atlas, &[CHANGYUAN], "gdp", TrendMode::Absolute);
    assert_eq!(told(&chart), ["长垣市 2023=660 2024=705 2025=…[750]"]);
    assert_eq!(chart.lines[0].plans().collect::<Vec<_>>(), [(2025, 750.0)]);
}

#[test]
fn an_index_begins_in_the_first_year_that_all_have() {
    let atlas = atlas(
        "410783 fiscal_revenue 2020 level 40亿元
         410783 fiscal_revenue 2021 level 50亿元
         410783 fiscal_revenue 2022 level 60亿元
         410702 fiscal_revenue 2021 level 100000万元
         410702 fiscal_revenue 2022 level 9亿元",
    );
    let indexed = |regions: &[RegionCode]| ask(&atlas, regions, "fiscal_revenue", TrendMode::Indexed);
    // 凤泉区 has nothing at all and does not stand in the way.
    let chart = indexed(&[CHANGYUAN, HONGQI, FENGQUAN]);
    assert_eq!(chart.base, Some(2021));
    assert_eq!(
        told(&chart),
        ["长垣市 2020=80* 2021=100* 2022=120*", "红旗区 2020=… 2021=100* 2022=90*", "凤泉区 2020=… 2021=… 2022=…"]
    );
    assert_eq!(indexed(&[CHANGYUAN]).base, Some(2020));
}

#[test]
fn where_no_year_is_common_to_all_most_of_them_have_an_index() {
    let atlas = atlas(
        "410783 gdp 2020 level 600亿元
         410783 gdp 2021 level 660亿元
         410702 gdp 2021 level 200亿元
         410702 gdp 2022 level 300亿元
         410704 gdp 2023 level 90亿元",
    );
    let chart = ask(&atlas, &[CHANGYUAN, HONGQI, FENGQUAN], "gdp", TrendMode::Indexed);
    assert_eq!(chart.base, Some(2021));
    assert_eq!(
        told(&chart),
        ["长垣市 2020=90.91* 2021=100* 2022=…", "红旗区 2020=… 2021=100* 2022=150*", "凤泉区 2020=… 2021=… 2022=…"]
    );
}

#[test]
fn without_a_year_that_two_have_there_is_no_index() {
    let atlas = atlas("410783 gdp 2020 level 600亿元\n410702 gdp 2021 level 290亿元");
    let chart = ask(&atlas, &[CHANGYUAN, HONGQI], "gdp", TrendMode::Indexed);
    assert_eq!((chart.base, chart.years(), chart.scale(5)), (None, None, None));
}

#[test]
fn growth_is_computed_only_where_it_and_the_level_are_of_the_same_prices() {
    let figures = "2020 level 39亿元 forecast\n2021 level 40亿元\n2022 level 50亿元\n2022 growth 24% base:2019年\n2023 level 55亿元\n2023 growth 9.8%\n\
                   2024 level >60亿元\n2025 growth 8% target";
    let lines =
        |key: &str| figures.lines().map(|line| format!("410783 {key} {line}")).collect::<Vec<_>>().join("\n") + "\n";
    let atlas = atlas(&(lines("fiscal_revenue") + &lines("gdp") + &lines("某某产业产值")));
    let growth = |key| told(&ask(&atlas, &[CHANGYUAN], key, TrendMode::YearOnYear));
    // 2024 is a bound: what it grew by is not known.
    assert_eq!(growth("fiscal_revenue"), ["长垣市 2022=25* 2023=9.8 2024=… 2025=…[8]"]);
    assert_eq!(growth("gdp"), ["长垣市 2023=9.8 2024=… 2025=…[8]"]);
    assert_eq!(growth("某某产业产值"), ["长垣市 2023=9.8 2024=… 2025=…[8]"], "its prices are not known");
}

#[test]
fn a_percentage_changes_by_points() {
    let atlas = atlas(
        "410783 tax_share 2022 level 70%
         410783 tax_share 2023 level 72.5%
         410783 tax_share 2024 change 3.57个百分点 base:yoy
         410783 tax_share 2024 growth 5%",
    );
    let chart = ask(&atlas, &[CHANGYUAN], "tax_share", TrendMode::YearOnYear);
    assert_eq!((told(&chart), chart.unit.as_str()), (vec!["长垣市 2023=2.5* 2024=3.57".to_owned()], "个百分点"));
}

#[test]
fn lines_of_one_name_bear_that_of_the_region_above_too() {
    let atlas = atlas("320106 gdp 2024 level 1亿元\n410204 gdp 2024 level 2亿元");
    let chart = ask(&atlas, &[RegionCode(320_106), RegionCode(410_204)], "gdp", TrendMode::Absolute);
    assert_eq!(told(&chart), ["南京市鼓楼区 2024=1", "开封市鼓楼区 2024=2"]);
}

#[test]
fn beside_a_province_stand_the_others() {
    let atlas = atlas("420000 gdp 2023 level 1亿元\n420000 gdp 2024 level 1亿元");
    let trend = Trend::around(&atlas, RegionCode(410_000), metric(&atlas, "gdp"), TrendMode::Absolute, 8);
    assert_eq!(trend.regions, [RegionCode(410_000), RegionCode(420_000)]);
}

#[test]
fn a_region_stands_before_those_beside_it_that_tell_of_most_years() {
    let atlas = atlas(
        "410702 gdp 2023 level 1亿元
         410702 gdp 2024 level 1亿元
         410704 gdp 2024 level 1亿元
         410704 gdp 2025 level 1亿元 target
         410711 gdp 2022 level 1亿元
         410711 gdp 2023 level 1亿元
         410711 gdp 2024 level 1亿元
         410724 gdp 2021 level 1亿元
         410724 gdp 2024 level 1亿元
         410611 gdp 2023 level 1亿元
         410611 gdp 2024 level 1亿元",
    );
    let around = |most| Trend::around(&atlas, CHANGYUAN, metric(&atlas, "gdp"), TrendMode::Absolute, most).regions;
    assert_eq!(around(8), [CHANGYUAN, HONGQI, RegionCode(410_711), RegionCode(410_724)], "one year is no course");
    assert_eq!(around(3), [CHANGYUAN, HONGQI, RegionCode(410_711)]);
    assert_eq!(around(1), [CHANGYUAN]);
}

#[test]
fn what_is_computed_is_as_doubtful_as_both_that_it_is_computed_from() {
    let atlas = atlas(
        "410783 fiscal_revenue 2022 level 30亿元 doubt:far_apart
         410783 fiscal_revenue 2023 level 33亿元
         410783 fiscal_revenue 2024 level 36亿元",
    );
    for (mode, doubtful) in [(TrendMode::YearOnYear, [true, false]), (TrendMode::Indexed, [true, true])] {
        let chart = ask(&atlas, &[CHANGYUAN], "fiscal_revenue", mode);
        let value = |year: u16| chart.lines[0].points.iter().find(|point| point.year == year)?.value.as_ref();
        assert_eq!([2023, 2024].map(|year| !value(year).unwrap().reading.doubt.is_empty()), doubtful, "{mode:?}");
    }
}
