//! Regions side by side.

use xianzhi::{
    index::Atlas,
    model::{Measure, Polarity, RegionCode},
    query::{Compare, ComparisonRow},
};

use crate::told::{CHANGYUAN, FENGQUAN, HONGQI, atlas, cell};

fn rows(atlas: &Atlas, regions: &[RegionCode], year: Option<u16>) -> Vec<ComparisonRow> {
    Compare { regions: regions.to_vec(), year, common_only: false }.ask(atlas).rows
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
    let common = Compare { regions: vec![HONGQI, FENGQUAN], year: None, common_only: true }.ask(&atlas);
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
