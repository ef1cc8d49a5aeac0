//! Answers as pictures: well-formed, with what they show and nothing that is not theirs.

use svg::{node::element::tag::Type, parser::Event};
use xianzhi::{
    export::{comparison_picture, map_picture, ranking_picture, trend_picture},
    index::Atlas,
    model::{Language, Level, Measure, Places, RegionCode},
    query::{Compare, Rank, Shade, Territory, Trend, TrendMode},
};

use crate::told::{CHANGYUAN, FENGQUAN, HONGQI, XINXIANG, atlas, metric};

fn gdp() -> Atlas {
    atlas(
        "410783 gdp 2020 level 500亿元
         410783 gdp 2021 level 550亿元
         410783 gdp 2023 level 660亿元
         410783 gdp 2024 level 704.11亿元 doc:<a&b>.txt
         410783 gdp 2024 growth -1.5%
         410783 gdp 2025 level 750亿元 target
         410783 gdp 2024 rank 1位 scope:全市
         410702 gdp 2022 level 280亿元
         410702 gdp 2023 level 290亿元
         410702 gdp 2024 level 297.6亿元
         410702 gdp 2024 growth 5.5%
         410704 gdp 2024 level >62亿元
         410704 gdp 2024 rank 2位 scope:全市",
    )
}

/// The elements of a picture by name, after checking that each is closed and nothing lies outside the file.
fn elements(picture: &str) -> Vec<String> {
    assert!(!picture.contains("href") && !picture.contains("url(h") && !picture.contains("@import"), "{picture}");
    let (mut open, mut seen) = (Vec::new(), Vec::new());
    for event in svg::read(picture).unwrap() {
        match event {
            Event::Tag(name, Type::Start, _) => {
                open.push(name.to_owned());
                seen.push(name.to_owned());
            }
            Event::Tag(name, Type::End, _) => assert_eq!(open.pop().as_deref(), Some(name), "{picture}"),
            Event::Tag(name, Type::Empty, _) => seen.push(name.to_owned()),
            Event::Error(error) => panic!("{error}: {picture}"),
            _ => {}
        }
    }
    assert!(open.is_empty(), "{open:?} is not closed: {picture}");
    seen
}

fn count(elements: &[String], name: &str) -> usize {
    elements.iter().filter(|element| *element == name).count()
}

#[test]
fn months_have_no_bar_beside_a_year() {
    let atlas = atlas(
        "410702 gdp 2024-01/2024-09 level 300亿元
         410704 gdp 2024 level 98.77亿元
         410783 gdp 2024 level 700亿元",
    );
    let bars = |regions: &[RegionCode]| {
        let comparison = Compare { regions: regions.to_vec(), ..Compare::default() }.ask(&atlas);
        let picture = comparison_picture(&atlas, &comparison, Language::Zh).unwrap();
        assert!(picture.contains("300 (2024-01/2024-09)"), "{picture}");
        count(&elements(&picture), "rect")
    };
    let none = bars(&[HONGQI, FENGQUAN]);
    assert_eq!(bars(&[HONGQI, FENGQUAN, CHANGYUAN]), none + 2);
}

#[test]
fn a_trend_leaves_gaps_open_and_marks_what_is_planned() {
    let atlas = gdp();
    let gdp = metric(&atlas, "gdp");
    let chart = Trend { regions: vec![CHANGYUAN, HONGQI], metric: gdp, mode: TrendMode::Absolute }.ask(&atlas);
    let picture = trend_picture(&atlas, gdp, &chart, Language::Zh).unwrap();
    let seen = elements(&picture);
    // Seven values and a target, and the two marks of the legend.
    assert_eq!(count(&seen, "circle"), 10);
    assert_eq!(picture.matches(r##"fill="#ffffff" r="3.2""##).count(), 1 + 1, "the target is hollow");
    // 长垣市 has no 2022: its line is in two parts.
    let lines = |colour: &str| picture.matches(&format!(r#"stroke="{colour}" stroke-dasharray"#)).count();
    assert_eq!((lines("#0072b2"), lines("#d55e00")), (2, 1));
    for words in ["地区生产总值", "亿元", "长垣市", "红旗区", "目标或预计", "来源：", "&lt;a&amp;b&gt;.txt"]
    {
        assert!(picture.contains(words), "{words}: {picture}");
    }
    let english = trend_picture(&atlas, gdp, &chart, Language::En).unwrap();
    assert!(english.contains("Changyuan City") && english.contains("Sources: "), "{english}");
    let one = Trend { regions: vec![CHANGYUAN, XINXIANG], metric: gdp, mode: TrendMode::Absolute }.ask(&atlas);
    let told = trend_picture(&atlas, gdp, &one, Language::Zh).unwrap();
    assert!(told.contains("亿元 · 无数据：新乡市") && !picture.contains("无数据"), "{told}");
    let nothing = Trend { regions: vec![XINXIANG], metric: gdp, mode: TrendMode::Absolute }.ask(&atlas);
    assert_eq!(trend_picture(&atlas, gdp, &nothing, Language::Zh), None);
}

#[test]
fn what_is_only_expected_is_not_drawn_as_reported() {
    let atlas = atlas("410783 gdp 2023 level 660亿元 forecast\n410783 gdp 2024 level 700亿元 forecast");
    let gdp = metric(&atlas, "gdp");
    let chart = Trend { regions: vec![CHANGYUAN], metric: gdp, mode: TrendMode::Absolute }.ask(&atlas);
    let picture = trend_picture(&atlas, gdp, &chart, Language::En).unwrap();
    assert_eq!(picture.matches(r##"fill="#ffffff" r="3.2""##).count(), 2 + 1, "both are hollow: {picture}");
    assert!(picture.contains("2024 700亿元 forecast") && picture.contains("target or forecast"), "{picture}");
    assert!(!picture.contains("as reported"), "{picture}");
}

#[test]
fn a_ranking_has_a_bar_for_each_region_and_an_axis_where_some_fall() {
    let atlas = gdp();
    let gdp = metric(&atlas, "gdp");
    let rank = |measure| Rank { metric: gdp, measure, level: Level::County, within: Some(XINXIANG), year: None };
    let picture = |measure| ranking_picture(&atlas, gdp, &rank(measure).ask(&atlas), Some(CHANGYUAN), Language::Zh);
    let level = picture(Measure::Level).unwrap();
    // The ground of the page is one more.
    assert_eq!((count(&elements(&level), "rect"), count(&elements(&level), "line")), (4, 0));
    assert!(level.contains("报告称 全市 #1") && level.contains("&gt;62") && level.contains("2024"), "{level}");
    let growth = picture(Measure::Growth).unwrap();
    assert_eq!((count(&elements(&growth), "rect"), count(&elements(&growth), "line")), (3, 1));
    let nowhere = Rank { within: Some(RegionCode(420_000)), ..rank(Measure::Level) }.ask(&atlas);
    assert_eq!(ranking_picture(&atlas, gdp, &nowhere, None, Language::Zh), None);
}

#[test]
fn two_regions_stand_on_either_side_and_places_have_no_bar() {
    let atlas = gdp();
    let ask = |regions: &[RegionCode]| {
        Compare { regions: regions.to_vec(), common_only: true, ..Compare::default() }.ask(&atlas)
    };
    let picture = comparison_picture(&atlas, &ask(&[CHANGYUAN, HONGQI]), Language::En).unwrap();
    // Level and growth of both, one growth below zero and therefore hollow, and the ground.
    assert_eq!(count(&elements(&picture), "rect"), 5);
    assert_eq!(picture.matches(r##"fill="#ffffff""##).count(), 2, "{picture}");
    assert!(picture.contains("Changyuan City · Hongqi District"), "{picture}");
    let places = comparison_picture(&atlas, &ask(&[CHANGYUAN, FENGQUAN]), Language::Zh).unwrap();
    assert_eq!(count(&elements(&places), "rect"), 3, "no bars in the row of places: {places}");
    assert!(places.contains("位次"), "{places}");
    assert_eq!(comparison_picture(&atlas, &ask(&[CHANGYUAN, XINXIANG]), Language::Zh), None);
}

#[test]
fn a_map_has_every_region_and_says_what_has_no_data() {
    let atlas = gdp();
    let shade = Shade {
        metric: metric(&atlas, "gdp"),
        measure: Measure::Level,
        within: XINXIANG,
        level: Level::County,
        year: None,
    };
    let shading = shade.ask(&atlas);
    let territory = Territory::of(Places::carried().counties(XINXIANG.province()));
    let draw = |language| map_picture(&atlas, &shade, &shading, &territory, Some(CHANGYUAN), language);
    let picture = draw(Language::Zh).unwrap();
    elements(&picture);
    let titles: Vec<_> = picture.lines().filter(|line| line.starts_with("<title>")).collect();
    // The picture's own, and one for each of the twelve counties.
    assert_eq!(titles.len(), 13, "{titles:?}");
    assert!(picture.contains("长垣 704.11亿元") && picture.contains("凤泉 &gt;62亿元"), "{titles:?}");
    assert!(picture.contains("无数据") && picture.contains("新乡市 · 县级 · 最新 · 亿元"), "{picture}");
    assert!(draw(Language::En).unwrap().contains("Changyuan"));
    assert_eq!(map_picture(&atlas, &shade, &shading, &Territory::default(), None, Language::Zh), None);
}
