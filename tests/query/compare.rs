//! Regions side by side.

use xianzhi::{
    index::Atlas,
    model::{Bound, Measure, Polarity, RegionCode},
    query::{Align, Compare, ComparisonRow, Order},
};

use crate::told::{CHANGYUAN, FENGQUAN, HONGQI, atlas, cell};

fn rows(atlas: &Atlas, regions: &[RegionCode], year: Option<u16>) -> Vec<ComparisonRow> {
    Compare { regions: regions.to_vec(), year, ..Compare::default() }.ask(atlas).rows
}

/// One line a row: name, measure, cells, and whether years differ.
fn told(rows: &[ComparisonRow]) -> Vec<String> {
    let told = rows.iter().map(|row| {
        let cells: Vec<_> = row.cells.iter().map(|of| cell(of.as_ref().map(|cell| &cell.reading))).collect();
        let differ = if row.years_differ { " ≠" } else { "" };
        format!("{} {:?} {}{differ}", row.name, row.measure, cells.join(", "))
    });
    told.collect()
}

#[test]
fn common_metrics_come_first() {
    let atlas = atlas(
        "410702 gdp 2024 level 297.6亿元
         410702 tax_share 2024 level 80%
         410704 tax_share 2024 level 70%
         410702 tax_share 2024 rank 2位 scope:全市
         410704 exports 2024 level 2亿元",
    );
    let all = rows(&atlas, &[HONGQI, FENGQUAN], None);
    assert_eq!(
        told(&all),
        [
            "税收占比 Level 80%, 70%",
            "税收占比 Rank 2位 全市, —",
            "地区生产总值 Level 297.6亿元, —",
            "出口总额 Level —, 2亿元"
        ]
    );
    let common = Compare { regions: vec![HONGQI, FENGQUAN], common_only: true, ..Compare::default() }.ask(&atlas);
    assert_eq!(told(&common.rows), ["税收占比 Level 80%, 70%"]);
}

#[test]
fn units_are_brought_to_the_same_scale() {
    let atlas = atlas(
        "410702 fiscal_revenue 2024 level 12.5亿元
         410704 fiscal_revenue 2024 level 62500万元
         410783 fiscal_revenue 2024 level 3000家",
    );
    let rows = rows(&atlas, &[HONGQI, FENGQUAN, CHANGYUAN], None);
    let values: Vec<_> = rows[0].cells.iter().map(|cell| cell.as_ref().unwrap().value).collect();
    assert_eq!((rows[0].unit.as_str(), values), ("亿元", vec![Some(12.5), Some(6.25), None]));
    assert_eq!((rows[0].difference, rows[0].ratio), (Some(6.25), Some(2.0)));
}

#[test]
fn each_metric_is_compared_in_the_latest_year_that_most_have() {
    let atlas = atlas(
        "410702 gdp 2024 level 297.6亿元
         410702 gdp 2023 level 280亿元
         410704 gdp 2023 level 90亿元
         410783 gdp 2022 level 640亿元
         410783 gdp 2023 level 700亿元 target",
    );
    let regions = [HONGQI, FENGQUAN, CHANGYUAN];
    assert_eq!(told(&rows(&atlas, &regions, None)), ["地区生产总值 Level 280亿元, 90亿元, 700亿元 target"]);
    assert_eq!(told(&rows(&atlas, &regions[..2], Some(2024))), ["地区生产总值 Level 297.6亿元, —"]);
    let differ = rows(&atlas, &[HONGQI, CHANGYUAN], Some(2022));
    assert_eq!(told(&differ), ["地区生产总值 Level —, 640亿元"]);
}

#[test]
fn months_are_not_set_against_a_year() {
    let atlas = atlas(
        "410702 gdp 2024-01/2024-09 level 300亿元
         410704 gdp 2024 level 98.77亿元
         410702 exports 2024-01/2024-06 level 30亿元
         410704 exports 2024-01/2024-09 level 20亿元",
    );
    for align in [Align::SameYear, Align::Latest] {
        let rows = Compare { regions: vec![HONGQI, FENGQUAN], align, ..Compare::default() }.ask(&atlas).rows;
        assert_eq!(told(&rows), ["地区生产总值 Level 300亿元, 98.77亿元 ≠", "出口总额 Level 30亿元, 20亿元 ≠"]);
        for row in &rows {
            assert_eq!((row.difference, row.ratio, row.best, row.gap, row.fair), (None, None, None, None, false));
            assert!(row.cells.iter().flatten().all(|cell| !cell.scaled), "{row:?}");
        }
    }
}

#[test]
fn months_that_all_have_come_before_a_year_that_one_lacks() {
    let atlas = atlas(
        "410702 gdp 2024 level 104.1亿元
         410702 gdp 2023-01/2023-03 level 20亿元
         410702 gdp 2023-01/2023-06 level 48亿元
         410704 gdp 2023-01/2023-06 level 33.3亿元
         410783 gdp 2024 level 700亿元
         410783 gdp 2023-01/2023-06 level 350亿元",
    );
    let two = rows(&atlas, &[HONGQI, FENGQUAN], None);
    assert_eq!(told(&two), ["地区生产总值 Level 48亿元, 33.3亿元"]);
    assert_eq!((two[0].difference.map(f64::round), two[0].best, two[0].fair), (Some(15.0), Some(0), true));
    let three = rows(&atlas, &[HONGQI, FENGQUAN, CHANGYUAN], None);
    assert!(told(&three)[0].starts_with("地区生产总值 Level 48亿元"), "{:?}", told(&three));
    let years = rows(&atlas, &[HONGQI, CHANGYUAN], None);
    assert_eq!(told(&years), ["地区生产总值 Level 104.1亿元, 700亿元"], "the year that both have is later");
}

#[test]
fn bars_of_most_stand_to_one_scale() {
    let atlas = atlas(
        "410702 gdp 2024-01/2024-09 level 300亿元
         410704 gdp 2024 level 98.77亿元
         410783 gdp 2023 level 700亿元",
    );
    let row = rows(&atlas, &[HONGQI, FENGQUAN, CHANGYUAN], None).remove(0);
    let scaled: Vec<_> = row.cells.iter().flatten().map(|cell| cell.scaled).collect();
    assert_eq!(scaled, [false, true, true], "years of different dates are as long");
}

#[test]
fn a_region_without_the_shared_year_shows_its_latest() {
    let atlas = atlas(
        "410702 gdp 2024 level 297.6亿元
         410704 gdp 2024 level 90亿元
         410783 gdp 2022 level 640亿元",
    );
    let rows = rows(&atlas, &[CHANGYUAN, HONGQI, FENGQUAN], None);
    assert_eq!(told(&rows), ["地区生产总值 Level 640亿元, 297.6亿元, 90亿元 ≠"]);
}

#[test]
fn places_are_set_against_each_other_within_one_scope() {
    let atlas = atlas(
        "410702 gdp 2024 rank 5位 scope:全市
         410702 gdp 2024 rank 2位 scope:四个主城区
         410704 gdp 2024 rank 3位 scope:四个主城区
         410783 gdp 2024 rank 1位 scope:全市",
    );
    let districts = rows(&atlas, &[HONGQI, FENGQUAN], None);
    assert_eq!(told(&districts), ["地区生产总值 Rank 2位 四个主城区, 3位 四个主城区"]);
    assert_eq!((districts[0].difference, districts[0].ratio), (Some(-1.0), None));
    assert_eq!((districts[0].measure, districts[0].polarity), (Measure::Rank, Polarity::Less));
    let apart = rows(&atlas, &[FENGQUAN, CHANGYUAN], None);
    assert_eq!(
        (apart[0].difference, told(&apart)),
        (None, vec!["地区生产总值 Rank 3位 四个主城区, 1位 全市".to_owned()])
    );
}

#[test]
fn a_plan_is_not_set_against_a_result() {
    let atlas = atlas(
        "410702 gdp 2025 level 320亿元 target
         410704 gdp 2025 level 100亿元
         410783 gdp 2025 level 750亿元 target",
    );
    let against = |regions: [RegionCode; 2]| {
        let rows = rows(&atlas, &regions, None);
        (rows[0].difference, rows[0].ratio.is_some())
    };
    assert_eq!(against([HONGQI, FENGQUAN]), (None, false));
    assert_eq!(against([CHANGYUAN, HONGQI]), (Some(430.0), true));
}

#[test]
fn growth_on_average_is_not_set_against_growth_in_a_year() {
    let atlas = atlas(
        "410702 gdp 2024 growth 6%
         410704 gdp 2024 growth 7% base:avg",
    );
    assert_eq!(told(&rows(&atlas, &[HONGQI, FENGQUAN], None)), ["地区生产总值 Growth 6%, —"]);
}

#[test]
fn growth_has_a_difference_and_no_ratio_and_nothing_is_divided_by_zero() {
    let atlas = atlas(
        "410702 gdp 2024 growth 6%
         410704 gdp 2024 growth 4%
         410702 fdi 2024 level 3万美元
         410704 fdi 2024 level 0万美元
         410702 industry_structure 2024 level 8.3:42.9:48.8比
         410704 industry_structure 2024 level 5:45:50比",
    );
    let rows = rows(&atlas, &[HONGQI, FENGQUAN], None);
    let answers: Vec<_> = rows.iter().map(|row| (&*row.name, row.difference, row.ratio)).collect();
    assert_eq!(
        answers,
        [("地区生产总值", Some(2.0), None), ("三次产业结构", None, None), ("实际利用外资", Some(3.0), None)]
    );
}

/// The row of a metric and measure.
fn row<'a>(rows: &'a [ComparisonRow], name: &str, measure: Measure) -> &'a ComparisonRow {
    rows.iter().find(|row| row.name == name && row.measure == measure).unwrap()
}

/// Which of 红旗区, 凤泉区 and 长垣市 is better by what is told of one metric.
fn best(says: &str) -> Option<RegionCode> {
    let regions = [HONGQI, FENGQUAN, CHANGYUAN];
    rows(&atlas(says), &regions, None)[0].best.map(|column| regions[column])
}

#[test]
fn the_better_side_follows_the_polarity_of_the_metric() {
    assert_eq!(best("410702 gdp 2024 level 5亿元\n410704 gdp 2024 level 7亿元"), Some(FENGQUAN));
    assert_eq!(best("410702 pm25 2024 level 40微克/立方米\n410704 pm25 2024 level 50微克/立方米"), Some(HONGQI));
    assert_eq!(best("410702 population 2024 level 40万人\n410704 population 2024 level 50万人"), None, "neutral");
    assert_eq!(best("410702 产值 2024 level 4亿元\n410704 产值 2024 level 5亿元"), None, "nobody knows");
    assert_eq!(best("410702 gdp 2024 level 5亿元\n410704 gdp 2024 level 5亿元"), None, "equal");
    assert_eq!(best("410702 gdp 2024 level 5亿元"), None, "alone");
    let place = |key: &str| format!("410702 {key} 2024 rank 2位 scope:全市\n410704 {key} 2024 rank 5位 scope:全市");
    assert_eq!(best(&place("gdp")), Some(HONGQI), "less is better of places");
    assert_eq!(best(&place("pm25")), Some(HONGQI));
    assert_eq!(best(&place("population")), None, "a place is no merit where the metric is none");
}

#[test]
fn nothing_is_better_where_the_bounds_leave_it_open() {
    let against = |a: &str, b: &str| best(&format!("410702 gdp 2024 level {a}亿元\n410704 gdp 2024 level {b}亿元"));
    assert_eq!(against(">700", "297.6"), Some(HONGQI));
    assert_eq!(against(">700", "704"), None);
    assert_eq!(against(">1000", ">600"), None);
    assert_eq!(against("<5", "7"), Some(FENGQUAN));
    assert_eq!(against("~62", "62.5"), None, "about 62 may be 62.5");
    assert_eq!(against("~62", "66"), Some(FENGQUAN));
    let places = "410702 gdp 2024 rank <=10位 scope:全省\n410704 gdp 2024 rank 4位 scope:全省";
    assert_eq!(best(places), None);
}

#[test]
fn nothing_is_better_across_years_plans_and_scopes() {
    let of = |a: &str, b: &str| best(&format!("410702 gdp {a}\n410704 gdp {b}"));
    assert_eq!(of("2018 level 5亿元", "2024 level 7亿元"), None);
    assert_eq!(of("2024 level 5亿元 target", "2024 level 7亿元"), None);
    assert_eq!(of("2024 level 5亿元 target", "2024 level 7亿元 target"), None);
    assert_eq!(of("2024 level 5亿元 forecast", "2024 level 7亿元"), Some(FENGQUAN));
    assert_eq!(of("- level 5亿元", "- level 7亿元"), None, "untold times may be different ones");
    assert_eq!(of("2024 rank 2位 scope:全市", "2024 rank 3位 scope:全省"), None);
}

#[test]
fn among_several_those_of_one_year_count_unless_another_would_be_as_good() {
    let third = |year: u16, value: &str| {
        best(&format!("410702 gdp 2024 level 5亿元\n410704 gdp 2024 level 7亿元\n410783 gdp {year} level {value}亿元"))
    };
    assert_eq!(third(2018, "3"), Some(FENGQUAN));
    assert_eq!(third(2018, "9"), None);
    assert_eq!(third(2018, ">3"), None);
    assert_eq!(third(2024, "9"), Some(CHANGYUAN));
}

#[test]
fn a_difference_tells_how_it_bounds_the_truth() {
    let against = |a: &str, b: &str| {
        let atlas = atlas(&format!("410702 gdp 2024 level {a}亿元\n410704 gdp 2024 level {b}亿元"));
        let rows = rows(&atlas, &[HONGQI, FENGQUAN], None);
        (rows[0].difference, rows[0].ratio, rows[0].bound)
    };
    assert_eq!(against("8", "2"), (Some(6.0), Some(4.0), Bound::Equal));
    assert_eq!(against(">8", "2"), (Some(6.0), Some(4.0), Bound::Above));
    assert_eq!(against("8", ">2"), (Some(6.0), Some(4.0), Bound::Below));
    assert_eq!(against("~8", "2"), (Some(6.0), Some(4.0), Bound::About));
    assert_eq!(against(">8", ">2"), (None, None, Bound::Equal), "two of a kind tell nothing");
}

#[test]
fn growths_of_the_same_year_give_the_level_a_growth_gap() {
    let gap = |growths: &str| {
        let atlas = atlas(&format!("410702 gdp 2024 level 5亿元\n410704 gdp 2024 level 7亿元\n{growths}"));
        row(&rows(&atlas, &[HONGQI, FENGQUAN], None), "地区生产总值", Measure::Level).growth_gap
    };
    assert_eq!(gap("410702 gdp 2024 growth 6%\n410704 gdp 2024 growth 4.5%"), Some(1.5));
    assert_eq!(gap("410702 gdp 2024 growth 6%"), None);
    assert_eq!(gap("410702 gdp 2023 growth 6%\n410704 gdp 2024 growth 4.5%"), None, "of different years");
    assert_eq!(gap("410702 gdp 2023 growth 6%\n410704 gdp 2023 growth 4.5%"), None, "not of the year of the level");
    assert_eq!(gap("410702 gdp 2024 growth >6%\n410704 gdp 2024 growth 4.5%"), None, "only a bound");
    let latest = atlas(
        "410702 gdp 2024 level 5亿元\n410704 gdp 2018 level 7亿元
         410702 gdp 2024 growth 6%\n410704 gdp 2024 growth 4%",
    );
    let rows = rows(&latest, &[HONGQI, FENGQUAN], None);
    assert_eq!(row(&rows, "地区生产总值", Measure::Level).growth_gap, None, "the levels are of two years");
}

#[test]
fn the_widest_gap_comes_first_percent_of_levels_beside_percentage_points() {
    let atlas = atlas(
        "410702 gdp 2024 level 110亿元
         410704 gdp 2024 level 100亿元
         410702 gdp 2024 rank 1位 scope:全市
         410704 gdp 2024 rank 9位 scope:全市
         410702 tax_share 2024 level 80%
         410704 tax_share 2024 level 65%
         410702 fiscal_revenue 2024 level 20亿元
         410704 fiscal_revenue 2024 level 10亿元
         410702 fdi 2024 level 3万美元
         410704 fdi 2024 level 0万美元
         410702 population 2018 level 90万人
         410704 population 2024 level 10万人
         410702 gdp 2024 growth 6%
         410704 gdp 2024 growth 5.5%",
    );
    let compare = Compare { regions: vec![HONGQI, FENGQUAN], order: Order::Gap, ..Compare::default() };
    let rows = compare.ask(&atlas).rows;
    let gaps: Vec<_> = rows.iter().map(|row| (&*row.name, row.measure, row.gap.map(f64::round))).collect();
    assert_eq!(
        gaps,
        [
            ("一般公共预算收入", Measure::Level, Some(69.0)),
            ("税收占比", Measure::Level, Some(15.0)),
            ("地区生产总值", Measure::Level, Some(10.0)),
            ("地区生产总值", Measure::Growth, Some(1.0)),
            ("地区生产总值", Measure::Rank, None),
            ("实际利用外资", Measure::Level, None),
            ("常住人口", Measure::Level, None),
        ]
    );
}

#[test]
fn each_region_in_its_latest_year_on_demand() {
    let atlas = atlas(
        "410702 gdp 2024 level 297.6亿元
         410702 gdp 2023 level 280亿元
         410704 gdp 2023 level 90亿元",
    );
    let compare = Compare { regions: vec![HONGQI, FENGQUAN], align: Align::Latest, ..Compare::default() };
    let latest = compare.ask(&atlas).rows;
    assert_eq!(told(&latest), ["地区生产总值 Level 297.6亿元, 90亿元 ≠"]);
    assert!(!latest[0].fair && latest[0].best.is_none());
    let same = Compare { align: Align::SameYear, ..compare }.ask(&atlas).rows;
    assert_eq!(told(&same), ["地区生产总值 Level 280亿元, 90亿元"]);
    assert!(same[0].fair);
}
