//! Whatever the text, the extractor neither panics nor invents: every figure is where it says it is.

#![allow(clippy::unwrap_used, reason = "a test")]

#[path = "properties/invariants.rs"]
mod invariants;

use std::{fmt::Write as _, sync::Arc, sync::LazyLock, time::Instant};

use invariants::check;
use proptest::prelude::*;
use xianzhi::{
    extract::{Extraction, Extractor},
    model::{Catalogue, Document, Gazetteer, Source},
};

static EXTRACTOR: LazyLock<Extractor> =
    LazyLock::new(|| Extractor::new(&Arc::new(Gazetteer::carried()), &Catalogue::carried()));

fn read(text: &str) -> Extraction {
    let source = Source { id: "text.txt".into(), ..Source::default() };
    EXTRACTOR.read(&Document { source, text: text.to_owned() })
}

/// Pieces that reports are made of, so that arbitrary text comes near to them.
fn piece() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "地区生产总值",
        "财政收入",
        "城乡居民人均可支配收入",
        "增长",
        "同比",
        "分别",
        "均居",
        "居",
        "全省",
        "第",
        "位",
        "前",
        "首位",
        "，",
        "。",
        "；",
        "、",
        "（",
        "）",
        "“",
        "”",
        "%",
        "％",
        "个百分点",
        "亿元",
        "个",
        "家",
        "余",
        "多",
        "以上",
        "左右",
        "占",
        "比重",
        "较",
        "是",
        "年",
        "2024年",
        "五年来",
        "“十四五”以来",
        "前三季度",
        "今年",
        "预计",
        "力争",
        "到",
        "的",
        "倍",
        "翻一番",
        "突破",
        "百亿元",
        "长垣市",
        "新乡市",
        "朝阳区",
        "一、",
        "（二）",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "---\n",
        "title: ",
        "<!--",
        "-->",
        "**",
        "#",
        "—",
        "-",
        "~",
        ":",
        "/",
        ".",
        ",",
        "1",
        "23",
        "4.5",
        "１２",
        "三",
        "十",
        "百",
        "万",
        "亿",
        "总数",
        "占比",
        "新增",
        "项目",
        "企业",
        "等",
        "和",
        "其中",
        "超",
    ])
    .prop_map(str::to_owned);
    prop_oneof![8 => words, 1 => "[0-9]{1,6}(\\.[0-9]{1,3})?", 1 => "\\PC{0,3}", 1 => any::<char>().prop_map(String::from)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_truly(pieces in prop::collection::vec(piece(), 0..120)) {
        let text = pieces.concat();
        check(&text, &read(&text));
    }

    #[test]
    fn reading_is_the_same_every_time(pieces in prop::collection::vec(piece(), 0..60)) {
        let text = pieces.concat();
        prop_assert_eq!(read(&text), read(&text));
    }
}

#[test]
fn years_out_of_reason_are_no_years() {
    for year in ["0000", "0005", "1500", "9999"] {
        let text = format!(
            "甲县{year}年政府工作报告\n（{year}年1月1日）\n一、{year}年工作回顾\n近十年来，投资增长5%。{year}—2022年收入3亿元。"
        );
        check(&text, &read(&text));
    }
}

#[test]
fn one_number_for_each_is_told_once() {
    let mut names = String::new();
    for i in 0..100 {
        write!(names, "甲{i}产量{i}吨、").unwrap();
    }
    let text = format!("长垣市2023年政府工作报告\n2022年，{names}{}。", "均增长1%：".repeat(100));
    assert!(read(&text).figures.len() <= 100 + 100 + 100);
}

#[test]
fn people_that_are_counted_end_where_their_name_does() {
    let text = "2024年，常住5人口项镇化率百帚66\u{fffd}9\u{fffd}城镇";
    check(text, &read(text));
}

#[test]
fn a_number_of_many_digits_is_written_to_the_last() {
    let text = "收入占90072000000016265亿元。";
    let found = read(text);
    assert_eq!(found.figures.len(), 1);
    check(text, &found);
}

#[test]
fn what_is_never_closed_takes_no_longer() {
    let list = format!("收入{}", "5亿元、".repeat(100_000));
    for text in [format!("# {}", "《".repeat(1_000_000)), "<!--\n".repeat(1_000_000), list] {
        let start = Instant::now();
        check(&text, &read(&text));
        assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
    }
}

#[test]
fn long_monsters_end() {
    // One paragraph without an end, in every kind of repetition that could make reading quadratic.
    let units = [
        "全县收入增长5%，",
        "1%",
        "9",
        "9,999",
        "一",
        "第",
        "“",
        "（",
        "年，",
        "A、",
        "12个",
        "城乡收入分别增长5%、",
        "亿",
        "较",
        "占",
        "\n",
        "1亿元、",
        "“1亿元",
        "收入占全市1%",
        "均增长1%：",
        "《",
        "<!--",
        "百分之",
        "从2022年的",
    ];
    for unit in units {
        let text = format!("长垣市2023年政府工作报告\n固定资产投资{}", unit.repeat(200_000 / unit.len()));
        check(&text, &read(&text));
    }
    let mut sentence = String::from("各项指标：");
    for i in 0..10_000 {
        write!(sentence, "第{i}类产品产值{i}.5亿元、").unwrap();
    }
    let found = read(&sentence);
    check(&sentence, &found);
    assert!(found.figures.len() > 9_000, "{}", found.figures.len());
}
