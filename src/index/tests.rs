use std::sync::{Arc, LazyLock};

use proptest::prelude::*;

use super::*;
use crate::model::{
    Bound, Catalogue, Doubt, Doubts, Figure, Flag, Gazetteer, Measure, Period, RegionCode, Review, Source, Status,
    Value,
};

static GAZETTEER: LazyLock<Arc<Gazetteer>> = LazyLock::new(|| Arc::new(Gazetteer::carried()));
static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| Arc::new(Catalogue::carried()));

fn builder() -> AtlasBuilder {
    AtlasBuilder::new(Arc::clone(&GAZETTEER), Arc::clone(&CATALOGUE))
}

fn atlas(figures: &[Figure]) -> Atlas {
    let mut builder = builder();
    for figure in figures {
        builder.push(figure);
    }
    builder.build()
}

/// 长垣市's output of 2024, as most figures are: nothing departs from the expected.
fn gdp() -> Figure {
    Figure {
        doc: "a.txt".into(),
        start: 346,
        end: 354,
        paragraph: 3,
        text: "704.11亿元".into(),
        region: Some("长垣市".into()),
        region_code: Some(RegionCode(410_783)),
        metric: Some("gdp".into()),
        name: "地区生产总值".into(),
        measure: Measure::Level,
        value: Some(Value::Number(704.11)),
        unit: "亿元".into(),
        bound: Bound::Equal,
        period: Some(Period::year(2024)),
        status: Status::Actual,
        scope: None,
        base: None,
        doubt: Doubts::NONE,
        flag: None,
        review: None,
    }
}

fn figures_of(atlas: &Atlas) -> Vec<Figure> {
    (0..atlas.len() as u32).map(|id| atlas.figure(FigureId(id)).to_figure()).collect()
}

#[test]
fn a_figure_comes_back_whatever_departs_from_the_expected() {
    let departures: [fn(&mut Figure); 10] = [
        |_| (),
        |figure| figure.text = "七百余亿元".into(),
        |figure| (figure.start, figure.end, figure.text) = (0, 0, String::new()),
        |figure| figure.name = "全市生产总值".into(),
        |figure| (figure.region, figure.region_code) = (Some("长垣县".into()), Some(RegionCode(410_728))),
        |figure| (figure.region, figure.region_code) = (Some("长垣".into()), None),
        |figure| (figure.metric, figure.name) = (Some("no_such_key".into()), "起重装备产值".into()),
        |figure| figure.metric = None,
        |figure| figure.doubt = Doubts::from_iter(Doubt::ALL),
        |figure| (figure.value, figure.flag, figure.text) = (None, Some(Flag::Damaged), "亿元".into()),
    ];
    for depart in departures {
        let mut figure = gdp();
        depart(&mut figure);
        assert_eq!(figures_of(&atlas(std::slice::from_ref(&figure))), [figure]);
    }
}

#[test]
fn the_name_of_a_metric_counts_for_its_key_where_the_unit_fits() {
    let named = |measure: Measure, unit: &str| {
        let (metric, name) = (None, "总面积".to_owned());
        Figure { metric, name, measure, unit: unit.into(), text: format!("704.11{unit}"), ..gdp() }
    };
    let figures =
        [named(Measure::Level, "平方公里"), named(Measure::Level, "万人"), named(Measure::Growth, "%")].to_vec();
    let atlas = atlas(&figures);
    let area = atlas.find_metric("land_area").unwrap();
    let of_area: Vec<_> = atlas.series(RegionCode(410_783), area).map(|id| atlas.figure(id).unit()).collect();
    assert_eq!(of_area, ["平方公里", "%"]);
    assert_eq!(atlas.metric_name(MetricId(atlas.metric_count() as u32 - 1)), "总面积");
    let mut back = figures_of(&atlas);
    back.sort_by_key(|figure| figures.iter().position(|other| other == figure));
    assert_eq!(back, figures);
}

#[test]
fn former_codes_count_as_the_region_of_today() {
    let before = Figure { region_code: Some(RegionCode(410_728)), period: Some(Period::year(2018)), ..gdp() };
    let merged = Figure { region: Some("崇文区".into()), region_code: Some(RegionCode(110_103)), ..gdp() };
    let atlas = atlas(&[gdp(), before.clone(), merged]);
    let regions: Vec<_> = atlas.regions().collect();
    assert_eq!(regions, [(RegionCode(110_103), 1), (RegionCode(410_783), 2)], "崇文区 is not 东城区");
    let metric = atlas.find_metric("gdp").unwrap();
    let years: Vec<_> = atlas.series(RegionCode(410_783), metric).map(|id| atlas.figure(id).period()).collect();
    assert_eq!(years, [before.period, gdp().period]);
}

#[test]
fn a_metric_is_its_key_or_else_its_name() {
    let alias = Figure { name: "经济总量".into(), ..gdp() };
    let keyless = Figure { metric: None, ..gdp() };
    let own = Figure { metric: None, name: "起重装备产值".into(), ..gdp() };
    let atlas = atlas(&[own, alias, keyless]);
    let (gdp, own) = (atlas.find_metric("gdp").unwrap(), atlas.find_metric("起重装备产值").unwrap());
    assert_eq!((atlas.metric_figures(gdp), atlas.metric_figures(own)), (2, 1));
    assert_eq!((atlas.metric_name(gdp), atlas.metric_name(own)), ("地区生产总值", "起重装备产值"));
    assert_eq!(atlas.find_metric("GDP"), Some(gdp));
    assert_eq!(atlas.metric_count(), CATALOGUE.metrics().len() + 1);
    assert_eq!(atlas.find_metric("收入"), None);
}

#[test]
fn figures_are_found_by_region_metric_and_source_in_the_order_of_the_text() {
    let at = |doc: &str, start, code, key: &str| Figure {
        doc: doc.into(),
        start,
        region_code: Some(RegionCode(code)),
        metric: Some(key.into()),
        ..gdp()
    };
    let told = [
        at("b.txt", 50, 410_702, "exports"),
        at("b.txt", 10, 410_783, "gdp"),
        at("a.txt", 30, 410_702, "gdp"),
        at("a.txt", 20, 410_702, "gdp"),
    ];
    let atlas = atlas(&told);
    let starts =
        |figures: &mut dyn Iterator<Item = FigureId>| figures.map(|id| atlas.figure(id).span().0).collect::<Vec<_>>();
    let (gdp, exports) = (atlas.find_metric("gdp").unwrap(), atlas.find_metric("exports").unwrap());
    assert_eq!(starts(&mut atlas.series(RegionCode(410_702), gdp)), [30, 20], "alike ones as they were added");
    assert_eq!(starts(&mut atlas.source_figures(SourceId(0))), [10, 50]);
    assert_eq!(starts(&mut atlas.source_figures(SourceId(1))), [20, 30]);
    assert_eq!(starts(&mut atlas.source_figures(SourceId(9))), [0; 0]);
    let metrics: Vec<_> = atlas.region_series(RegionCode(410_702)).map(|(metric, _)| metric).collect();
    assert_eq!(metrics, [gdp, exports]);
    let regions: Vec<_> = atlas.metric_series(gdp).map(|(region, figures)| (region.0, figures.len())).collect();
    assert_eq!(regions, [(410_702, 2), (410_783, 1)]);
    assert_eq!(atlas.years(), [2024]);
}

#[test]
fn sources_are_known_by_their_id() {
    let mut builder = builder();
    builder.push(&gdp());
    let source = |id: &str, title: &str| Source { id: id.into(), title: title.into(), ..Source::default() };
    builder.source(source("b.txt", "before"));
    builder.source(source("a.txt", "after the figure"));
    builder.source(source("b.txt", "replaced"));
    let titles: Vec<_> = builder.build().sources().iter().map(|source| source.title.clone()).collect();
    assert_eq!(titles, ["after the figure", "replaced"]);
}

#[test]
fn an_empty_atlas_answers_with_nothing() {
    let atlas = atlas(&[]);
    assert!(atlas.is_empty() && atlas.sources().is_empty() && atlas.years().is_empty());
    assert_eq!(atlas.regions().count(), 0);
    assert_eq!(atlas.series(RegionCode(410_783), MetricId(0)).len(), 0);
    assert_eq!(atlas.region_series(RegionCode::UNKNOWN).count(), 0);
    assert_eq!((atlas.metric_series(MetricId(u32::MAX)).count(), atlas.metric_name(MetricId(u32::MAX))), (0, ""));
}

#[test]
fn a_figure_costs_at_most_64_bytes_even_as_a_series_of_its_own() {
    let mut builder = builder();
    let mut figure = gdp();
    for region in &GAZETTEER.regions()[..100] {
        (figure.region, figure.region_code) = (Some(region.name.clone()), Some(region.code));
        for metric in &CATALOGUE.metrics()[..50] {
            (figure.metric, figure.name) = (Some(metric.key.clone()), metric.zh.clone());
            builder.push(&figure);
        }
    }
    let atlas = builder.build();
    // A region, a metric and a source cost 8 bytes each, however many figures they have.
    let heads = 100 + atlas.metric_count() + atlas.sources().len() + 2;
    assert_eq!(atlas.len(), 5000);
    assert!(atlas.bytes() <= 64 * atlas.len() + 8 * heads, "{}", atlas.bytes());
}

/// Strings as they come in reports, few enough to meet again.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("地区生产总值".to_owned()),
        Just("GDP".to_owned()),
        Just("亿元".to_owned()),
        Just("gdp".to_owned()),
        Just("长垣市".to_owned()),
        Just("12.5亿元".to_owned()),
        "\\PC{0,3}",
    ]
}

fn any_period() -> impl Strategy<Value = Period> {
    let year = *Period::YEARS.start()..=*Period::YEARS.end();
    prop_oneof![
        year.clone().prop_map(Period::year),
        (year.clone(), year.clone()).prop_map(|(first, last)| Period::range(first, last)),
        (year, 1..=12_u8, 1..=12_u8).prop_map(|(year, first, last)| Period::months(year, first, last)),
    ]
}

prop_compose! {
    fn any_figure()(
        (doc, text, name, unit) in (word(), word(), word(), word()),
        (region, metric, scope, base) in (option(word()), option(word()), option(word()), option(word())),
        (start, end, paragraph) in (0..3_u32, prop_oneof![0..3_u32, Just(u32::MAX)], any::<u32>()),
        code in option(prop_oneof![Just(410_783_u32), Just(410_728), 1..1_000_000_u32, Just(u32::MAX)]),
        value in option(prop_oneof![
            Just(Value::Number(12.5)),
            any::<f64>().prop_filter("not a number", |number| !number.is_nan()).prop_map(Value::Number),
            word().prop_map(Value::Ratio),
        ]),
        period in option(any_period()),
        measure in prop::sample::select(vec![Measure::Level, Measure::Growth, Measure::Rank, Measure::Multiple]),
        bound in prop::sample::select(vec![Bound::Equal, Bound::Above, Bound::AtMost, Bound::About]),
        status in prop::sample::select(vec![Status::Actual, Status::Target, Status::Forecast]),
        doubt in prop::collection::vec(prop::sample::select(&Doubt::ALL[..]), 0..3),
        flag in option(Just(Flag::Damaged)),
        review in option(prop::sample::select(&Review::ALL[..])),
    ) -> Figure {
        let region_code = code.map(RegionCode);
        let doubt = doubt.into_iter().collect();
        Figure {
            doc, start, end, paragraph, text, region, region_code, metric, name, measure, value, unit, bound, period,
            status, scope, base, doubt, flag, review,
        }
    }
}

fn option<T: std::fmt::Debug + Clone>(some: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    prop::option::of(some)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_goes_in_comes_out_sorted_and_nothing_else(figures in prop::collection::vec(any_figure(), 0..40)) {
        let atlas = atlas(&figures);
        // The order promised, by its plain definition.
        let place = |id: u32| {
            let figure = atlas.figure(FigureId(id));
            let period = figure.period();
            (figure.region(), figure.metric(), figure.measure(), period.is_none(), period)
        };
        prop_assert!((1..figures.len() as u32).all(|id| place(id - 1) <= place(id)));
        let told = |mut figures: Vec<Figure>| {
            figures.sort_by_key(|figure| format!("{figure:?}"));
            figures
        };
        prop_assert_eq!(told(figures_of(&atlas)), told(figures.clone()));
        // Every order holds every figure once.
        let sources = 0..atlas.sources().len() as u32;
        prop_assert_eq!(sources.flat_map(|source| atlas.source_figures(SourceId(source))).count(), figures.len());
        let metrics = 0..atlas.metric_count() as u32;
        prop_assert_eq!(metrics.map(|metric| atlas.metric_figures(MetricId(metric))).sum::<usize>(), figures.len());
        prop_assert_eq!(atlas.regions().map(|(_, count)| count).sum::<usize>(), figures.len());
        // Written in the order of arrival and read again, everything stands where it stood.
        let mut first = builder();
        for figure in &figures {
            first.push(figure);
        }
        let (first, arrivals) = first.build_with_arrivals();
        let mut again = builder();
        first.sources().iter().for_each(|source| again.source(source.clone()));
        for &id in &arrivals {
            again.push(&first.figure(id).to_figure());
        }
        let (again, arrivals_again) = again.build_with_arrivals();
        prop_assert_eq!(arrivals_again, arrivals);
        prop_assert_eq!(figures_of(&again), figures_of(&first));
        prop_assert_eq!(again.sources(), first.sources());
        // The same input gives the same Atlas.
        prop_assert_eq!(figures_of(&self::atlas(&figures)), figures_of(&atlas));
    }
}
