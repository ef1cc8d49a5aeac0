//! What is known of one region.

use xianzhi::{
    export::profile_table,
    index::Atlas,
    model::{Language, RegionCode},
    query::ProfileOf,
};

use crate::told::{CHANGYUAN, HONGQI, atlas, cell, column, short};

/// One line a row: name, year, level, growth, place, then the others.
fn told(atlas: &Atlas, region: RegionCode, year: Option<u16>) -> Vec<String> {
    let profile = ProfileOf { region, year }.ask(atlas);
    let rows = profile.groups.iter().flat_map(|group| &group.rows);
    rows.map(|row| {
        let year = row.year.map_or_else(|| "—".to_owned(), |year| year.to_string());
        let (level, growth, rank) = (cell(row.level.as_ref()), cell(row.growth.as_ref()), cell(row.rank.as_ref()));
        let others: Vec<String> = row.others.iter().map(short).collect();
        let told = [vec![format!("{} {year} {level} {growth} {rank}", row.name)], others].concat();
        told.join(" | ")
    })
    .collect()
}

#[test]
fn the_exact_value_stands_before_the_milestone_that_was_passed() {
    let atlas = atlas(
        "410783 gdp 2024 level >700亿
         410783 gdp 2024 level 704.11亿元
         410783 gdp 2024 rank <=10位 scope:全省县域
         410783 fiscal_revenue 2024 level 53.68亿元
         410783 fiscal_revenue 2024 rank 5位 scope:全省
         410783 tax_share 2024 level 74.8%",
    );
    assert_eq!(
        told(&atlas, CHANGYUAN, None),
        [
            "地区生产总值 2024 704.11亿元 — <=10位 全省县域 | >700亿",
            "一般公共预算收入 2024 53.68亿元 — 5位 全省",
            "税收占比 2024 74.8% — —",
        ]
    );
}

#[test]
fn next_years_target_does_not_hide_this_years_value() {
    let atlas = atlas(
        "410783 gdp 2023 level 660亿元
         410783 gdp 2024 level 704.11亿元
         410783 gdp 2025 level 750亿元 target
         410783 gdp 2025 growth 7% target",
    );
    assert_eq!(told(&atlas, CHANGYUAN, None), ["地区生产总值 2024 704.11亿元 — —"]);
    assert_eq!(told(&atlas, CHANGYUAN, Some(2025)), ["地区生产总值 2025 750亿元 target 7% target —"]);
    assert_eq!(told(&atlas, CHANGYUAN, Some(2022)), [""; 0]);
}

#[test]
fn a_growth_that_was_aimed_at_does_not_stand_beside_the_value_reached() {
    let atlas = atlas(
        "410783 gdp 2024 level 704.11亿元 doc:2025.txt
         410783 gdp 2024 growth >=12% target doc:2024.txt",
    );
    assert_eq!(told(&atlas, CHANGYUAN, Some(2024)), ["地区生产总值 2024 704.11亿元 — — | >=12% target"]);
}

#[test]
fn what_has_come_about_stands_before_forecast_and_target_of_its_year() {
    let atlas = atlas(
        "410783 gdp 2024 level 720亿元 target doc:2023.txt
         410783 gdp 2024 level 710亿元 forecast doc:2024.txt
         410783 gdp 2024 level 704.11亿元 doc:2025.txt",
    );
    let expected = "地区生产总值 2024 704.11亿元 — — | 720亿元 target | 710亿元 forecast";
    assert_eq!(told(&atlas, CHANGYUAN, None), [expected]);
}

#[test]
fn what_two_reports_say_alike_is_told_once_and_what_they_dispute_twice() {
    let atlas = atlas(
        "410783 gdp 2024 level 704.11亿元 doc:2025.txt
         410783 gdp 2024 growth 5.5% base:yoy doc:2025.txt
         410783 gdp 2024 level 704.11亿元 doc:2026.txt
         410783 gdp 2024 growth 5.5% base:yoy doc:2026.txt
         410783 gdp 2024 level 698.2亿元 doc:2026.txt
         410783 gdp 2024 level 698.2亿元 doc:2027.txt",
    );
    assert_eq!(told(&atlas, CHANGYUAN, None), ["地区生产总值 2024 704.11亿元 5.5% — | 698.2亿元"]);
}

#[test]
fn a_sure_reading_stands_before_a_doubtful_one() {
    let atlas = atlas(
        "410783 gdp 2024 level 52.37亿元 doubt:far_apart
         410783 gdp 2024 level >700亿元",
    );
    assert_eq!(told(&atlas, CHANGYUAN, None), ["地区生产总值 2024 >700亿元 — — | 52.37亿元"]);
}

#[test]
fn what_can_be_shown_in_its_text_stands_before_what_is_only_quoted() {
    let atlas = atlas(
        "410783 gdp 2024 level 704.11亿元 doc:2025.txt
         410783 gdp 2024 level 704.11亿元 doc:2025 quoted",
    );
    let profile = ProfileOf { region: CHANGYUAN, year: None }.ask(&atlas);
    let level = profile.groups[0].rows[0].level.as_ref().unwrap();
    assert_eq!(atlas.sources()[level.source.0 as usize].id, "2025.txt");
}

#[test]
fn a_damaged_number_is_shown_only_where_there_is_no_other() {
    let atlas = atlas(
        "410783 gdp 2024 level 亿元
         410783 gdp 2024 level 704.1亿元
         410783 tax_revenue 2024 level 亿元",
    );
    let expected = ["地区生产总值 2024 704.1亿元 — — | ?亿元", "税收收入 2024 ?亿元 — —"];
    assert_eq!(told(&atlas, CHANGYUAN, None), expected);
}

#[test]
fn what_several_years_add_up_to_is_the_value_of_none() {
    let atlas = atlas(
        "410783 urban_jobs 2021/2025 level 5.2万人
         410783 urban_jobs 2025 level 1.1万人
         410783 grain_output 2021/2025 level 40亿斤",
    );
    let rows = told(&atlas, CHANGYUAN, None);
    assert_eq!(rows, ["城镇新增就业 2025 1.1万人 — — | 5.2万人", "粮食总产量 — 40亿斤 — —"]);
}

#[test]
fn growth_is_against_the_year_before() {
    let atlas = atlas(
        "410783 gdp 2024 growth 42% base:2019年
         410783 gdp 2024 growth 5.5% base:yoy
         410783 gdp 2020/2024 growth 7.1% base:avg
         410783 tax_share 2024 level 74.8%
         410783 tax_share 2024 change 3.57个百分点 base:yoy
         410783 exports 2024 growth 60% base:2019年
         410783 tax_revenue 2024 growth 8% base:avg
         410783 fiscal_revenue 2023 level 51亿元
         410783 fiscal_revenue 2024 growth 8.8% base:avg",
    );
    assert_eq!(
        told(&atlas, CHANGYUAN, None),
        [
            "地区生产总值 2024 — 5.5% — | 7.1% | 42%",
            "一般公共预算收入 2023 51亿元 — —",
            "税收收入 2024 — — — | 8%",
            "税收占比 2024 74.8% 3.57个百分点 —",
            "出口总额 2024 — — — | 60%",
        ]
    );
}

#[test]
fn the_place_is_that_of_the_level_or_else_of_the_growth() {
    let atlas = atlas(
        "410783 gdp 2024 growth_rank 6位 scope:全市
         410783 gdp 2024 rank 3位 scope:全市
         410783 exports 2024 growth_rank 1位 scope:全市",
    );
    let expected = ["地区生产总值 2024 — — 3位 全市 | 6位 全市", "出口总额 2024 — — 1位 全市"];
    assert_eq!(told(&atlas, CHANGYUAN, None), expected);
}

#[test]
fn more_digits_then_the_later_report_decide() {
    let atlas = atlas(
        "410783 gdp 2023 level 660亿元 doc:2025.txt
         410783 gdp 2023 level 663.2亿元 doc:2024.txt
         410783 exports 2023 level 3.1亿元 doc:2025.txt
         410783 exports 2023 level 3.2亿元 doc:2024.txt",
    );
    let rows = told(&atlas, CHANGYUAN, None);
    assert_eq!(rows, ["地区生产总值 2023 663.2亿元 — — | 660亿元", "出口总额 2023 3.1亿元 — — | 3.2亿元"]);
}

#[test]
fn metrics_outside_the_catalogue_stand_last_under_their_own_names() {
    let atlas = atlas(
        "410783 起重装备产业总产值 2024 level 600亿元
         410783 gdp 2024 level 704.11亿元
         0 gdp 2024 level 130万亿元",
    );
    let profile = ProfileOf { region: CHANGYUAN, year: None }.ask(&atlas);
    let groups: Vec<_> = profile.groups.iter().map(|group| (&*group.category, &*group.rows[0].name)).collect();
    assert_eq!(groups, [("综合", "地区生产总值"), ("其他", "起重装备产业总产值")]);
    assert_eq!(told(&atlas, RegionCode::UNKNOWN, None), ["地区生产总值 2024 130万亿元 — —"]);
}

#[test]
fn the_sparkline_keeps_gaps_and_one_unit() {
    let atlas = atlas(
        "410783 fiscal_revenue 2021 level 450000万元
         410783 fiscal_revenue 2023 level 51亿元
         410783 fiscal_revenue 2024 level 53.68亿元
         410783 fiscal_revenue 2025 level 56亿元 target
         410783 gdp 2023 growth 6%
         410783 gdp 2024 growth 5.5%
         410783 gdp 2024 level 704.11亿元",
    );
    let profile = ProfileOf { region: CHANGYUAN, year: None }.ask(&atlas);
    let spark = |group: usize| &profile.groups[group].rows[0].spark;
    assert_eq!(*spark(0), [Some(6.0), Some(5.5)]);
    assert_eq!(*spark(1), [Some(45.0), None, Some(51.0), Some(53.68)]);
}

#[test]
fn a_level_of_an_earlier_year_is_not_hidden_by_a_later_growth() {
    let atlas = atlas(
        "410783 gdp 2024 growth 5.1% base:yoy
         410783 gdp 2024 growth_rank 2位 scope:全市
         410783 gdp 2023 level 95.4亿元
         410783 gdp 2022 level 90亿元
         410783 gdp 2024 level 100亿元 target
         410783 tax_revenue 2024 growth 5.1% base:yoy
         410783 tax_revenue 2023 level 9亿元 target",
    );
    let latest = told(&atlas, CHANGYUAN, None);
    assert_eq!(latest[0], "地区生产总值 2024 — 5.1% 2位 全市 | 100亿元 target | 95.4亿元");
    assert_eq!(latest[1], "税收收入 2024 — 5.1% —", "what was only aimed at is no level");
    let of_year = told(&atlas, CHANGYUAN, Some(2024));
    assert_eq!(of_year[0], "地区生产总值 2024 — 5.1% 2位 全市 | 100亿元 target", "who asks for a year has it");
}

#[test]
fn a_forecast_beside_what_has_come_about_says_so() {
    let atlas = atlas(
        "410702 gdp 2024 level >300亿元
         410702 gdp 2024 growth 5.5% forecast
         410702 gdp 2024 rank 2位 scope:全市
         410702 exports 2024 level 2亿元 forecast
         410702 exports 2024 growth 3%",
    );
    let profile = ProfileOf { region: HONGQI, year: None }.ask(&atlas);
    let growths = |language| column(&profile_table(&atlas, &profile, language), "growth");
    assert_eq!(growths(Language::Zh), ["预计 +5.5%", "实际 +3%"]);
    assert_eq!(growths(Language::En), ["forecast +5.5%", "actual +3%"]);
}
