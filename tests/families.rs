//! Every family of what is known of reports earns its place somewhere: without it a text is read otherwise.

use std::sync::Arc;

use xianzhi::{
    extract::{Extractor, Family},
    model::{Catalogue, Document, Figure, Gazetteer, Source},
};

/// What is read of a text without some families.
fn read(text: &str, without: &[Family]) -> Vec<Figure> {
    let extractor = Extractor::new(&Arc::new(Gazetteer::carried()), &Catalogue::carried());
    let extractor = extractor.without(without.iter().copied().collect());
    extractor.read(&Document { source: Source::default(), text: text.to_owned() }).figures
}

/// A text that is read otherwise without the family.
fn needs(family: Family) -> &'static str {
    match family {
        Family::Place => "粮食产量居全省第3位。",
        Family::Multiple => "粮食产量是2010年的1.6倍。",
        Family::Share => "机械产业产值占全市的三分之二。",
        Family::Growth => "固定资产投资增长8.4%。",
        Family::Level => "粮食产量达41.5万吨。",
        Family::Counted => "建成7家养老服务中心。",
        Family::Distribution => "粮食产量41万吨，蔬菜产量62万吨，均增长2.1%。",
        Family::Threshold => "实施800万元以上项目37个。",
        Family::MetricBefore => "固定资产投资完成90亿元。增长8.8%。",
        Family::CarriedTime => "2021年，新建医院5所。新建公园3个。",
        Family::HeadingTime => "二、2024年主要目标\n粮食产量41万吨。",
        Family::HeadingRegion => "辉县市专场\n粮食产量30万吨。\n卫辉市专场\n粮食产量41万吨。",
        Family::ClauseRegion => "卫辉市粮食产量41万吨。",
        Family::Outlook => "预计粮食产量41万吨。",
        Family::Damage => "实施绿化项目个，完成投资6亿元。",
    }
}

#[test]
fn without_a_family_its_phrases_are_read_otherwise() {
    for family in Family::ALL {
        let text = format!("新乡市2024年政府工作报告\n一、2023年工作回顾\n{}\n", needs(family));
        let whole = read(&text, &[]);
        assert!(!whole.is_empty(), "{family:?}: {text}");
        assert_ne!(read(&text, &[family]), whole, "{family:?}: {text}");
    }
}
