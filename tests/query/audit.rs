//! What the figures say about each other: what is found, and what rounding, bounds and doubt leave open.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use xianzhi::{
    index::{Atlas, AtlasBuilder, FigureId},
    model::{Catalogue, Figure, Gazetteer, RegionCode, Value},
    query::{
        Audit, Finding,
        audit::{Kind, Relation},
    },
};

use crate::told::{CHANGYUAN, XINXIANG, atlas};

fn found(atlas: &Atlas, kind: Kind) -> Vec<Finding> {
    Audit { kinds: vec![kind], ..Audit::default() }.ask(atlas).findings
}

/// One line a finding: region, period, what is told, how it should stand to what is expected, and how far
/// it may lie from that; a question mark behind those that rest on a doubtful reading.
fn told(atlas: &Atlas, kind: Kind) -> Vec<String> {
    let line = |finding: &Finding| {
        let region = atlas.gazetteer().name(finding.region);
        let period = finding.period.map(|period| period.to_string()).unwrap_or_default();
        let doubt = if finding.doubtful { "?" } else { "" };
        let Some(reckoning) = finding.reckoning else {
            return format!("{region} {}{doubt}", finding.figures.len());
        };
        let sign = match reckoning.relation {
            Relation::Equal => "=",
            Relation::AtMost => "<=",
            Relation::AtLeast => ">=",
        };
        let (told, expected, tolerance) = (reckoning.told, reckoning.expected, reckoning.tolerance);
        format!("{region} {period} {told} {sign} {expected:.2} ±{tolerance:.2}{doubt}")
    };
    found(atlas, kind).iter().map(line).collect()
}

#[test]
fn a_tax_share_is_held_against_tax_over_revenue() {
    let lines = "410783 tax_revenue 2024 level 40.14亿元
         410783 fiscal_revenue 2024 level 53.68亿元
         410783 tax_share 2024 level";
    // 40.14 ÷ 53.68 = 74.776 %.
    for agrees in ["74.8%", "74.7%", "75%", "~73%", ">=70%"] {
        assert_eq!(told(&atlas(&format!("{lines} {agrees}")), Kind::TaxShare), [""; 0], "{agrees}");
    }
    let wrong = told(&atlas(&format!("{lines} 76.4%")), Kind::TaxShare);
    assert_eq!(wrong, ["长垣市 2024 76.4 = 74.78 ±0.12"]);
    assert_eq!(told(&atlas(&format!("{lines} >=80%")), Kind::TaxShare).len(), 1);
}

#[test]
fn a_share_of_the_budget_counts_as_tax_share_and_another_year_does_not() {
    let lines = "410783 tax_revenue 2024 level 401400万元
         410783 fiscal_revenue 2024 level 53.68亿元";
    let of_budget = "410783 tax_revenue 2024 share 80% scope:一般公共预算收入";
    assert_eq!(told(&atlas(&format!("{lines}\n{of_budget}")), Kind::TaxShare).len(), 1);
    for other in ["410783 tax_revenue 2024 share 20% scope:全市", "410783 tax_share 2023 level 80%"] {
        assert_eq!(told(&atlas(&format!("{lines}\n{other}")), Kind::TaxShare), [""; 0], "{other}");
    }
}

#[test]
fn one_way_to_take_the_sure_readings_that_agrees_is_enough() {
    let lines = "410783 tax_revenue 2024 level 40.14亿元
         410783 fiscal_revenue 2024 level 53.68亿元
         410783 tax_share 2024 level 66%";
    let another = "410783 fiscal_revenue 2024 level 60.8亿元 doc:b.txt";
    assert_eq!(told(&atlas(&format!("{lines}\n{another}")), Kind::TaxShare), [""; 0]);
    let doubtful = told(&atlas(&format!("{lines}\n{another} doubt:far_apart")), Kind::TaxShare);
    assert_eq!(doubtful, ["长垣市 2024 66 = 74.78 ±0.57"], "a doubtful reading does not clear sure ones");
}

#[test]
fn what_rests_on_a_doubtful_reading_is_marked_and_stands_last() {
    let atlas = atlas(
        "410783 exports 2024 level 9.2亿元
         410783 trade_total 2024 level 8亿元 doubt:far_apart
         410783 exports 2023 level 9.2亿元
         410783 trade_total 2023 level 8亿元",
    );
    assert_eq!(told(&atlas, Kind::Parts), ["长垣市 2023 9.2 <= 8.00 ±0.55", "长垣市 2024 9.2 <= 8.00 ±0.55?"]);
}

#[test]
fn sources_disagree_beyond_the_rounding_of_the_coarser() {
    let differ = |a: &str, b: &str| {
        let lines = format!(
            "410783 gdp 2024 level {a} doc:a.txt
             410783 gdp 2024 level {b} doc:b.txt"
        );
        !found(&atlas(&lines), Kind::Sources).is_empty()
    };
    for (a, b) in [
        ("853亿元", "853.4亿元"),
        ("853亿元", "8534000万元"),
        (">=850亿元", "853亿元"),
        (">850亿元", ">800亿元"),
        ("~830亿元", "853亿元"),
        ("850亿元", "853亿元"),
        ("853亿元", "900亿元 target"),
        ("853亿元", "900亿元 forecast"),
        ("853亿元", "亿元"),
    ] {
        assert!(!differ(a, b) && !differ(b, a), "{a} and {b} agree");
    }
    for (a, b) in [("853亿元", "854.2亿元"), (">=860亿元", "853亿元"), ("~800亿元", "853亿元"), ("280亿元", "287亿元")]
    {
        assert!(differ(a, b) && differ(b, a), "{a} and {b} differ");
    }
}

#[test]
fn zeros_behind_the_point_are_digits() {
    let growths = |written: &str| {
        let lines = format!(
            "410783 gdp 2024 growth {written} doc:a.txt
             410783 gdp 2024 growth 5.4% doc:b.txt"
        );
        found(&atlas(&lines), Kind::Sources).len()
    };
    assert_eq!((growths("5%"), growths("5.0%")), (0, 1));
}

#[test]
fn only_like_is_held_against_like() {
    let atlas = atlas(
        "410783 gdp 2024 rank 3位 scope:全市 doc:a.txt
         410783 gdp 2024 rank 9位 scope:全省 doc:b.txt
         410783 gdp 2024 growth 6% base:yoy doc:a.txt
         410783 gdp 2024 growth 8% base:avg doc:b.txt
         410783 gdp_per_capita 2024 level 9万元 doc:a.txt
         410783 gdp_per_capita 2024 level 1.2万美元 doc:b.txt
         410783 gdp 2023 level 700亿元 doc:a.txt
         410783 gdp - level 800亿元 doc:b.txt
         410783 甲厂产量 2024 level 8吨 doc:a.txt
         410783 甲厂产量 2024 level 9吨 doc:b.txt",
    );
    assert_eq!(told(&atlas, Kind::Sources), [""; 0]);
}

#[test]
fn of_three_sources_the_best_stands_against_the_one_that_differs() {
    let atlas = atlas(
        "410783 gdp 2024 level 704.11亿元 doc:a.txt
         410783 gdp 2024 level 704亿元 doc:b.txt
         410783 gdp 2024 level 720.5亿元 doc:c.txt",
    );
    assert_eq!(told(&atlas, Kind::Sources), ["长垣市 2024 720.5 = 704.11 ±0.05"]);
    let [finding] = &found(&atlas, Kind::Sources)[..] else { panic!("one finding") };
    assert_eq!(finding.figures.len(), 2, "the one that agrees with the best is not told");
}

#[test]
fn a_source_contradicts_itself_only_near_by() {
    let restated = |second: &str| {
        let lines = format!(
            "410783 fiscal_revenue 2024 level 53.68亿元
             410783 fiscal_revenue 2024 level {second}"
        );
        let atlas = atlas(&lines);
        assert_eq!(told(&atlas, Kind::Sources), [""; 0], "one source is not two");
        found(&atlas, Kind::Restated).len()
    };
    assert_eq!((restated("53.86亿元"), restated("53.7亿元"), restated("230亿元")), (1, 0, 0));
    let counts = atlas("410783 urban_jobs 2024 level 5000人\n410783 urban_jobs 2024 level 5400人");
    assert_eq!(told(&counts, Kind::Restated), [""; 0], "counts are told by kind");
}

#[test]
fn growth_leads_from_the_year_before_to_the_year() {
    let growth = |growth: &str| {
        let lines = format!(
            "410783 fiscal_revenue 2023 level 50.0亿元
             410783 fiscal_revenue 2024 level 53.68亿元
             410783 fiscal_revenue 2024 growth {growth}"
        );
        told(&atlas(&lines), Kind::Growth)
    };
    // 53.68 ÷ 50.0 = 1.0736; one per cent of the level before is granted.
    for agrees in ["7.4%", "8.4%", "6.3%", ">5%", "2% base:avg", "30% base:2020年", "2% target"] {
        assert_eq!(growth(agrees), [""; 0], "{agrees}");
    }
    assert_eq!(growth("2.5%"), ["长垣市 2024 2.5 = 7.36 ±1.24"]);
}

#[test]
fn what_grows_at_constant_prices_or_over_another_coverage_is_never_held_to_its_levels() {
    for metric in ["gdp", "industrial_va", "fixed_investment", "urbanization_rate"] {
        let lines = format!(
            "410783 {metric} 2023 level 500亿元
             410783 {metric} 2024 level 900亿元
             410783 {metric} 2024 growth 5%"
        );
        assert_eq!(told(&atlas(&lines), Kind::Growth), [""; 0], "{metric}");
    }
}

#[test]
fn real_growth_of_incomes_is_less_than_their_levels_give_and_never_more() {
    let growth = |growth: &str| {
        let lines = format!(
            "410783 urban_income 2023 level 40000元
             410783 urban_income 2024 level 43200元
             410783 urban_income 2024 growth {growth}"
        );
        found(&atlas(&lines), Kind::Growth).len()
    };
    assert_eq!((growth("5.6%"), growth("8%"), growth("12.6%")), (0, 0, 1));
}

const COUNTIES: &str = "410783 gdp 2024 level 500亿元
     410724 gdp 2024 level 610亿元
     410725 gdp 2024 level 620亿元
     410881 gdp 2024 level 630亿元
     410702 gdp 2024 level 640亿元
     410700 gdp 2024 level 3600亿元";

#[test]
fn counter_examples_refute_a_place_whoever_else_has_no_data() {
    let place = |claim: &str| told(&atlas(&format!("{COUNTIES}\n410783 gdp 2024 rank {claim}")), Kind::Places);
    // Three counties have more; the district and the city do not count.
    assert_eq!(place("3位 scope:全省县域"), ["长垣市 2024 3 >= 4.00 ±0.00"]);
    assert_eq!(place("<=2位 scope:全省"), ["长垣市 2024 2 >= 4.00 ±0.00"]);
    assert_eq!(place("1位 scope:全市"), ["长垣市 2024 1 >= 3.00 ±0.00"], "济源 is no county of 新乡");
    for stands in
        ["4位 scope:全省县域", "<=10位 scope:全省", "9位 scope:全省", "1位 scope:全国", "1位", "1位 target scope:全省"]
    {
        assert_eq!(place(stands), [""; 0], "{stands}");
    }
}

#[test]
fn a_bound_or_a_doubt_is_no_sure_counter_example() {
    let lines = "410783 gdp 2024 level 500亿元
         410783 gdp 2024 rank 1位 scope:全市";
    let with = |other: &str| told(&atlas(&format!("{lines}\n410724 gdp 2024 level {other}")), Kind::Places);
    assert_eq!(with(">400亿元"), [""; 0]);
    assert_eq!(with("504亿元"), [""; 0], "500亿元 may be rounded");
    assert_eq!(with("610亿元 doubt:far_apart"), ["长垣市 2024 1 >= 2.00 ±0.00?"]);
    assert_eq!(with("610亿元 forecast"), [""; 0]);
}

#[test]
fn a_place_is_too_modest_only_where_all_have_data() {
    // The prefecture-level cities of 海南 are few.
    let cities = "460100 gdp 2024 level 2400亿元
         460200 gdp 2024 level 1000亿元
         460300 gdp 2024 level 1亿元
         460100 gdp 2024 rank 3位 scope:全省";
    assert_eq!(told(&atlas(cities), Kind::Places), [""; 0], "儋州市 has no data");
    let all = format!("{cities}\n460400 gdp 2024 level 980亿元");
    assert_eq!(told(&atlas(&all), Kind::Places), ["海口市 2024 3 <= 1.00 ±0.00"]);
}

#[test]
fn a_place_told_of_several_metrics_at_once_is_doubtful() {
    // Both stand at the same characters of the text.
    let lines = format!(
        "{COUNTIES}
         410783 gdp 2024 rank 1位 scope:全省
         410783 fiscal_revenue 2024 rank 1位 scope:全省"
    );
    assert_eq!(told(&atlas(&lines), Kind::Places), ["长垣市 2024 1 >= 4.00 ±0.00?"]);
}

#[test]
fn incomes_have_an_order() {
    let atlas = atlas(
        "410783 rural_income 2024 level 28014元
         410783 income 2024 level 27000元
         410783 urban_income 2024 level 36000元
         410702 rural_income 2024 level 2.7万元
         410702 income 2024 level 27300元",
    );
    assert_eq!(told(&atlas, Kind::Incomes), ["长垣市 2024 28014 <= 27000.00 ±500.50"]);
}

#[test]
fn shares_end_at_a_hundred() {
    let atlas = atlas(
        "410783 fiscal_revenue 2024 share 120% scope:全市
         410783 fiscal_revenue 2023 share 120% scope:年度目标
         410783 forest_coverage 2024 level 130%
         410783 kindergarten_enrolment 2024 level 103%
         410783 industry_structure 2024 level 8.3:42.9:48.8比
         410783 industry_structure 2023 level 8.3:42.9:45.8比
         410783 industry_structure 2022 level 8.3:42.9:49.0比
         410783 fiscal_revenue 2022 share 100% scope:全市",
    );
    assert_eq!(
        told(&atlas, Kind::Shares),
        ["长垣市 2024 120 <= 100.00 ±0.50", "长垣市 2024 130 <= 100.00 ±0.50", "长垣市 2023 97 = 100.00 ±0.30"]
    );
}

#[test]
fn three_sectors_make_the_product() {
    let sectors = |gdp: &str| {
        let lines = format!(
            "410783 gdp 2024 level {gdp}
             410783 primary_va 2024 level 58.4亿元
             410783 secondary_va 2024 level 302.1亿元
             410783 tertiary_va 2024 level 343.6亿元"
        );
        told(&atlas(&lines), Kind::Parts)
    };
    assert_eq!(sectors("704.1亿元"), [""; 0]);
    assert_eq!(sectors("700亿元"), [""; 0]);
    assert_eq!(sectors("724.1亿元"), ["长垣市 2024 724.1 = 704.10 ±3.72"]);
    assert_eq!(sectors("320亿元").len(), 2, "the third sector alone is more");
}

#[test]
fn counties_have_no_more_than_their_city() {
    let city = |city: &str, metric: &str| {
        let lines = format!(
            "410783 {metric} 2024 level 700亿元
             410724 {metric} 2024 level 610亿元
             410700 {metric} 2024 level {city}
             410000 {metric} 2024 level 100亿元"
        );
        told(&atlas(&lines), Kind::Sums)
    };
    assert_eq!(city("1100亿元", "gdp"), ["新乡市 2024 1100 >= 1310.00 ±60.00"]);
    assert_eq!(city("1300亿元", "gdp"), [""; 0], "each may be rounded");
    assert_eq!(city("1100亿元", "gdp_per_capita"), [""; 0]);
}

#[test]
fn damaged_and_doubtful_readings_are_counted_by_document() {
    let atlas = atlas(
        "410783 gdp 2024 level 亿元 doc:a.txt
         410783 fiscal_revenue 2024 level 亿元 doc:a.txt
         410783 urban_jobs 2024 level 5000人 doubt:far_apart doc:b.txt
         410783 urban_jobs 2023 level 5000人 doc:c.txt",
    );
    assert_eq!(told(&atlas, Kind::Damaged), ["长垣市 2"]);
    assert_eq!(told(&atlas, Kind::Doubtful), ["长垣市 1"]);
}

#[test]
fn regions_kinds_and_year_narrow_what_is_told() {
    let atlas = atlas(
        "410783 exports 2024 level 9.2亿元
         410783 trade_total 2024 level 8亿元
         410883 exports 2023 level 9.2亿元
         410883 trade_total 2023 level 8亿元",
    );
    let count = |within: &[RegionCode], kinds: &[Kind], year| {
        Audit { within: within.to_vec(), kinds: kinds.to_vec(), year }.ask(&atlas).findings.len()
    };
    assert_eq!(count(&[], &[], None), 2);
    assert_eq!(count(&[XINXIANG], &[], None), 1, "长垣市 lies in 新乡市");
    assert_eq!(count(&[CHANGYUAN, RegionCode(410_883)], &[], None), 2);
    assert_eq!((count(&[], &[Kind::Places], None), count(&[], &[Kind::Parts], Some(2023))), (0, 1));
    let audited = Audit { kinds: vec![Kind::Parts], ..Audit::default() }.ask(&atlas);
    assert_eq!(audited.checked, [(Kind::Parts, 2)]);
}

#[test]
fn one_quantity_told_ever_so_often_takes_no_longer_for_each_time() {
    let told_once = atlas("410783 gdp 2024 level ~800亿元").figure(FigureId(0)).to_figure();
    let told_often = |doc: fn(u32) -> u32| {
        let mut builder = AtlasBuilder::new(Arc::new(Gazetteer::carried()), Arc::new(Catalogue::carried()));
        for at in 0..40_000 {
            // All agree, so that none ends the search early.
            let value = Some(Value::Number(800.0 + f64::from(at) / 10_000.0));
            builder.push(&Figure {
                doc: format!("{}.txt", doc(at)),
                value,
                start: at,
                end: at + 1,
                ..told_once.clone()
            });
        }
        builder.build()
    };
    let cases = [(told_often(|_| 0), Kind::Restated), (told_often(|at| at), Kind::Sources)];
    let start = Instant::now();
    for (atlas, kind) in cases {
        assert_eq!(told(&atlas, kind), [""; 0]);
    }
    // One of another would be eight hundred million pairs of each.
    assert!(start.elapsed() < Duration::from_mins(1), "{:?}", start.elapsed());
}
