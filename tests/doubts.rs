//! Which readings are doubtful, and why: what is said beside a number is sure, what had to be made out is not.

use std::sync::Arc;

use xianzhi::{
    extract::Extractor,
    model::{Catalogue, Document, Doubt::*, Figure, Gazetteer, Source},
};

/// The figures of a county's report whose review of 2023 is the text.
fn read(text: &str) -> Vec<Figure> {
    let text = format!("长垣市2024年政府工作报告\n一、2023年工作回顾\n{text}\n");
    let extractor = Extractor::new(&Arc::new(Gazetteer::carried()), &Catalogue::carried());
    extractor.read(&Document { source: Source::default(), text }).figures
}

/// The number, and why it is doubted.
fn doubts(text: &str) -> Vec<(String, Vec<xianzhi::model::Doubt>)> {
    read(text).into_iter().map(|figure| (figure.text, figure.doubt.iter().collect())).collect()
}

#[test]
fn what_stands_beside_its_number_is_sure() {
    for text in [
        "地区生产总值完成612.3亿元，增长6.2%，居全省县市第9位。",
        "新增高新技术企业14家、科技型中小企业52家。",
        "粮食产量、茶叶产量分别增长3.1%、4.5%。",
        "城镇化率达58.4%，提高1.3个百分点。",
        "一般公共预算收入完成41.2亿元，其中税收收入30.9亿元，占比75%。",
    ] {
        for (number, doubts) in doubts(text) {
            assert!(doubts.is_empty(), "{text} {number} {doubts:?}");
        }
        assert!(read(text).len() > 1, "{text}");
    }
}

#[test]
fn what_had_to_be_made_out_is_doubtful() {
    let cases = [
        ("固定资产投资完成90亿元。增长8.8%。", "8.8%", MetricBefore),
        ("全年共改造道路31条。", "31条", NameGeneral),
        ("在县域创新能力评价中居全省第3位。", "第3位", NameBroken),
        ("扩建起重机械产业园，入驻商户达180户。", "180户", OwnerBefore),
        ("污水处理能力、供水能力、供热能力分别提升15%、12%。", "15%", ListUneven),
        ("机关办公用纸保持30%。", "30%", LevelOrGrowth),
        ("引进外地客商企业9.5亿元。", "9.5亿元", UnitUnusual),
        ("城镇登记失业率为310%。", "310%", ValueUnlikely),
        ("新乡县、封丘县加快发展，固定资产投资增长9%。", "9%", RegionInherited),
        ("五年来，培育专业合作社310家。", "310家", PeriodSpan),
        ("预计地区生产总值完成700亿元。社会消费品零售总额完成210亿元。", "210亿元", StatusOpen),
        ("一般公共预算收入完成.2亿元，税收收入30.9亿元。", "30.9亿元", DamageNear),
    ];
    for (text, number, doubt) in cases {
        let found = doubts(text);
        let (_, found) = found.iter().find(|(own, _)| own == number).unwrap_or_else(|| panic!("{text} {found:?}"));
        assert!(found.contains(&doubt), "{text} {number} {found:?}");
    }
}
