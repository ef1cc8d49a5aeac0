use std::{env, fs, path::PathBuf, process};

use proptest::prelude::*;

use super::*;
use crate::model::{
    Bound, Doubt, Figure, Measure, Period, RegionCode, Source, Status, Value,
    correction::{Act, Anchor, Deed, Entry, Fields, Standing},
};

const TEXT: &str = "2024年,长垣市地区生产总值完成704.11亿元,增长5.5%。\n一般公共预算收入完成53.68亿元,居全省第5位。\n";

/// A figure at the place of its characters in the text, in the way of the extractor.
fn figure(characters: &str, metric: &str, measure: Measure) -> Figure {
    figure_in(TEXT, characters, metric, measure)
}

fn figure_in(text: &str, characters: &str, metric: &str, measure: Measure) -> Figure {
    let at = text.find(characters).unwrap();
    let start = text[..at].chars().count() as u32;
    let digits = characters.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap();
    Figure {
        doc: "甲.txt".to_owned(),
        start,
        end: start + characters.chars().count() as u32,
        paragraph: 1 + text[..at].matches('\n').count() as u32,
        text: characters.to_owned(),
        region: Some("长垣市".to_owned()),
        region_code: Some(RegionCode(410_783)),
        metric: Some(metric.to_owned()),
        name: metric.to_owned(),
        measure,
        value: characters[..digits].parse().ok().map(Value::Number),
        unit: characters[digits..].to_owned(),
        bound: Bound::Equal,
        period: Some(Period::year(2024)),
        status: Status::Actual,
        scope: None,
        base: None,
        doubt: [Doubt::FarApart].into_iter().collect(),
        flag: None,
        review: None,
    }
}

fn gdp() -> Figure {
    figure("704.11亿元", "gdp", Measure::Level)
}

fn revenue() -> Figure {
    figure("53.68亿元", "fiscal_revenue", Measure::Level)
}

fn place() -> Figure {
    figure("5位", "fiscal_revenue", Measure::Rank)
}

fn read_of(text: &str) -> Vec<Figure> {
    let one = |characters, metric, measure| figure_in(text, characters, metric, measure);
    vec![
        one("704.11亿元", "gdp", Measure::Level),
        one("53.68亿元", "fiscal_revenue", Measure::Level),
        one("5位", "fiscal_revenue", Measure::Rank),
    ]
}

fn source(hash: &str) -> Source {
    Source { id: "甲.txt".to_owned(), hash: hash.to_owned(), ..Source::default() }
}

fn on(figure: Figure) -> Box<Anchor> {
    Box::new(Anchor::new(figure, "one", Some(TEXT), 0))
}

fn change(figure: Figure, change: impl FnOnce(&mut Figure)) -> Deed {
    let mut to = figure.clone();
    change(&mut to);
    Deed::Change { set: Fields::between(&figure, &to), on: on(figure) }
}

/// Acts with the ids a, b, c …
fn acts(deeds: impl IntoIterator<Item = Deed>) -> Vec<Act> {
    let act = |(number, deed)| Act {
        id: char::from(b'a' + number).to_string(),
        at: "2026-01-02T03:04:05+08:00".to_owned(),
        who: "甲".to_owned(),
        deed,
        note: String::new(),
    };
    (0..).zip(deeds).map(act).collect()
}

fn undo(id: &str) -> Deed {
    Deed::Undo { undoes: id.to_owned() }
}

/// The figures of a document that was read just now, corrected; and what became of the acts.
fn read_now(deeds: impl IntoIterator<Item = Deed>, hash: &str, text: &str) -> (Vec<Figure>, Vec<Standing>) {
    let mut corrections = Corrections::of(acts(deeds));
    let figures = corrections.apply(Reading { source: &source(hash), text: Some(text) }, read_of(text));
    assert_eq!(corrections.finish(), []);
    (figures, standings(&corrections))
}

/// The same of figures that a file brings.
fn from_file(deeds: impl IntoIterator<Item = Deed>, hash: &str, figures: Vec<Figure>) -> (Vec<Figure>, Vec<Standing>) {
    let mut corrections = Corrections::of(acts(deeds));
    let mut figures = corrections.apply(Reading { source: &source(hash), text: None }, figures);
    figures.extend(corrections.finish());
    (figures, standings(&corrections))
}

fn standings(corrections: &Corrections) -> Vec<Standing> {
    corrections.entries().into_iter().map(|Entry { standing, .. }| standing).collect()
}

/// What people see of figures.
fn told(figures: &[Figure]) -> Vec<String> {
    let value = |figure: &Figure| match figure.value.as_ref().and_then(Value::number) {
        Some(number) => format!("{} {number}{}", figure.name, figure.unit),
        None => figure.name.clone(),
    };
    let review = |figure: &Figure| figure.review.map(|review| format!(" {review:?}")).unwrap_or_default();
    figures.iter().map(|figure| value(figure) + &review(figure)).collect()
}

#[test]
fn each_act_does_what_it_says() {
    let growth = figure("5.5%", "gdp", Measure::Growth);
    let deeds = [
        change(gdp(), |figure| figure.name = "生产总值".to_owned()),
        Deed::Accept(on(revenue())),
        Deed::Reject(on(place())),
        Deed::Add(on(growth)),
        Deed::Note(on(revenue())),
    ];
    let wanted = ["生产总值 704.11亿元 Changed", "gdp 5.5% Added", "fiscal_revenue 53.68亿元 Accepted"];
    let (figures, standing) = read_now(deeds.clone(), "one", TEXT);
    assert_eq!(told(&figures), wanted);
    assert!(figures.iter().all(|figure| figure.doubt.is_empty()), "who looked at it has no doubts");
    assert_eq!(standing, vec![Standing::Applied; 5]);

    let (mut figures, standing) = from_file(deeds, "one", read_of(TEXT));
    figures.sort_by_key(|figure| figure.start);
    assert_eq!(told(&figures), wanted);
    assert_eq!(standing, vec![Standing::Applied; 5]);
}

#[test]
fn the_last_act_that_stands_holds_and_undo_brings_back_what_was() {
    let to = |value: f64| change(gdp(), move |figure| figure.value = Some(Value::Number(value)));
    let first = |deeds: Vec<Deed>| {
        let (figures, standings) = read_now(deeds, "one", TEXT);
        (told(&figures)[0].clone(), standings)
    };
    assert_eq!(first(vec![to(1.0), to(2.0)]).0, "gdp 2亿元 Changed");
    let (figure, standing) = first(vec![to(1.0), to(2.0), undo("b")]);
    assert_eq!(figure, "gdp 1亿元 Changed");
    assert_eq!(standing, [Standing::Applied, Standing::Undone("c".into()), Standing::Applied]);
    assert_eq!(first(vec![to(1.0), undo("a")]).0, "gdp 704.11亿元");
    assert_eq!(first(vec![to(1.0), undo("a"), undo("b")]).0, "gdp 1亿元 Changed", "an undo is undone as well");
    let (figure, standing) = first(vec![to(1.0), Deed::Accept(on(gdp()))]);
    assert_eq!(figure, "gdp 704.11亿元 Accepted");
    assert_eq!(standing, [Standing::Superseded("b".into()), Standing::Applied]);
}

#[test]
fn who_changes_what_was_changed_changes_the_same_figure() {
    let first = change(gdp(), |figure| figure.name = "生产总值".to_owned());
    let shown = first.outcome().unwrap().unwrap();
    let second = change(shown, |figure| figure.period = Some(Period::year(2023)));
    let (figures, standing) = read_now([first.clone(), second.clone()], "one", TEXT);
    assert_eq!(told(&figures)[0], "生产总值 704.11亿元 Changed");
    assert_eq!(figures[0].period, Some(Period::year(2023)));
    assert_eq!(figures.len(), 3);
    assert_eq!(standing[0], Standing::Superseded("b".into()));
    let (figures, _) = read_now([first, second, undo("b")], "one", TEXT);
    assert_eq!((figures[0].name.as_str(), figures[0].period), ("生产总值", Some(Period::year(2024))));
}

#[test]
fn what_is_added_goes_when_that_is_undone_and_with_it_what_was_made_of_it() {
    let growth = figure("5.5%", "gdp", Measure::Growth);
    let added = Deed::Add(on(growth));
    let shown = added.outcome().unwrap().unwrap();
    let changed = change(shown, |figure| figure.base = Some("yoy".to_owned()));
    let (figures, _) = read_now([added.clone(), changed.clone()], "one", TEXT);
    assert_eq!((told(&figures)[1].as_str(), figures[1].base.as_deref()), ("gdp 5.5% Changed", Some("yoy")));
    let (figures, standing) = read_now([added, changed, undo("a")], "one", TEXT);
    assert_eq!(figures, read_of(TEXT));
    assert!(matches!(standing[1], Standing::Aside(_)));
}

#[test]
fn several_figures_of_one_number_are_told_apart() {
    let other = Figure { metric: Some("retail".into()), name: "retail".into(), ..gdp() };
    let both = vec![gdp(), other.clone()];
    let beside = |figure| Box::new(Anchor::new(figure, "one", Some(TEXT), 1));
    let mut corrections = Corrections::of(acts([Deed::Reject(beside(other))]));
    let reading = Reading { source: &source("one"), text: Some(TEXT) };
    assert_eq!(corrections.apply(reading, both), [gdp()]);
    assert_eq!(corrections.apply(reading, vec![gdp()]), [gdp()], "the other one is not taken for it");
}

#[test]
fn a_better_reading_does_not_bring_back_what_a_person_settled() {
    // The extractor now reads another metric, or nothing, where somebody said what it is.
    let accepted = Deed::Accept(on(gdp()));
    let otherwise = Figure { metric: Some("retail".into()), name: "retail".into(), ..gdp() };
    for read in [vec![otherwise], vec![]] {
        let mut corrections = Corrections::of(acts([accepted.clone()]));
        let figures = corrections.apply(Reading { source: &source("one"), text: Some(TEXT) }, read);
        assert_eq!(told(&figures), ["gdp 704.11亿元 Accepted"]);
        assert_eq!((figures[0].start, figures[0].paragraph), (gdp().start, 1));
    }
}

#[test]
fn a_document_that_changed_is_looked_through_for_the_number() {
    let changed = change(gdp(), |figure| figure.name = "生产总值".to_owned());
    let longer = format!("县情概览\n\n{}", TEXT.replace("完成704", "\n完成704"));
    let (figures, standing) = read_now([changed.clone()], "two", &longer);
    assert_eq!(told(&figures)[0], "生产总值 704.11亿元 Changed");
    assert_eq!(
        (figures[0].start, figures[0].paragraph),
        (figure_in(&longer, "704.11亿元", "gdp", Measure::Level).start, 4)
    );
    let end = figures[0].end;
    assert_eq!(standing, [Standing::Reanchored { start: figures[0].start, end }]);

    // Found nowhere or in several places, it is set aside; unless one reading alone tells what it told.
    let otherwise = |text: &str| {
        let read = read_of(text).into_iter().map(|figure| Figure { period: None, ..figure });
        read.collect::<Vec<_>>()
    };
    let elsewhere = TEXT.replace("2024年,长垣市地区生产总值完成704.11亿元,增长5.5%。\n", "合计704.11亿元。");
    for text in [&elsewhere, &format!("{TEXT}{TEXT}")] {
        let mut corrections = Corrections::of(acts([changed.clone()]));
        let reading = Reading { source: &source("two"), text: Some(text) };
        assert_eq!(corrections.apply(reading, otherwise(text)), otherwise(text), "nothing is changed");
        let standing = &standings(&corrections)[0];
        assert!(matches!(standing, Standing::Aside(reason) if reason.contains("changed")), "{standing:?}");
    }
    assert_eq!(told(&read_now([changed.clone()], "two", &elsewhere).0)[0], "生产总值 704.11亿元 Changed");
    let (figures, standing) = from_file([changed], "two", vec![revenue()]);
    assert_eq!(figures, [revenue()]);
    assert!(matches!(standing[0], Standing::Aside(_)));
}

#[test]
fn a_number_of_another_year_in_a_new_report_is_not_taken_for_the_old_one() {
    let read: Vec<_> =
        read_of(TEXT).into_iter().map(|figure| Figure { period: Some(Period::year(2025)), ..figure }).collect();
    for deed in [Deed::Accept(on(gdp())), Deed::Reject(on(gdp()))] {
        let mut corrections = Corrections::of(acts([deed]));
        // Not even the year in the sentence is as it was.
        let text = TEXT.replace("2024", "2025");
        let figures = corrections.apply(Reading { source: &source("two"), text: Some(&text) }, read.clone());
        assert_eq!(figures, read);
        assert!(matches!(standings(&corrections)[0], Standing::Aside(_)));
    }
}

#[test]
fn figures_without_their_text_are_corrected_by_hash_and_span_or_by_what_they_tell() {
    let carried = Box::new(Anchor::new(gdp(), "one", None, 0));
    let (figures, standing) = from_file([Deed::Accept(carried.clone())], "one", read_of(TEXT));
    assert_eq!(told(&figures)[0], "gdp 704.11亿元 Accepted");
    assert_eq!(standing, [Standing::Applied]);
    let moved = Figure { start: 50, end: 58, ..gdp() };
    let (figures, standing) = from_file([Deed::Accept(carried)], "two", vec![moved]);
    assert_eq!(told(&figures), ["gdp 704.11亿元 Accepted"]);
    assert_eq!(standing, [Standing::Reanchored { start: 50, end: 58 }]);
}

#[test]
fn documents_of_another_name_and_none_at_all() {
    let renamed = Source { id: "乙.txt".into(), ..source("one") };
    let mut corrections = Corrections::of(acts([Deed::Reject(on(gdp()))]));
    let figures: Vec<_> = read_of(TEXT).into_iter().map(|figure| Figure { doc: "乙.txt".into(), ..figure }).collect();
    let figures = corrections.apply(Reading { source: &renamed, text: Some(TEXT) }, figures);
    assert_eq!(figures.len(), 2, "the content is the same");
    let corrections = Corrections::of(acts([Deed::Reject(on(gdp()))]));
    assert_eq!(standings(&corrections), [Standing::Absent]);
    assert!(!corrections.concern(&Source { id: "丙.txt".into(), hash: String::new(), ..Source::default() }));
}

#[test]
fn who_corrects_a_figure_again_after_its_document_was_renamed_corrects_the_same() {
    let first = change(gdp(), |figure| figure.value = Some(Value::Number(1.0)));
    let shown = Figure { doc: "乙.txt".to_owned(), ..first.outcome().unwrap().unwrap() };
    let second = change(shown, |figure| figure.value = Some(Value::Number(2.0)));
    let renamed = Source { id: "乙.txt".into(), ..source("one") };
    let read: Vec<_> = read_of(TEXT).into_iter().map(|figure| Figure { doc: "乙.txt".into(), ..figure }).collect();
    let mut corrections = Corrections::of(acts([first, second]));
    let figures = corrections.apply(Reading { source: &renamed, text: Some(TEXT) }, read);
    assert_eq!(told(&figures), ["gdp 2亿元 Changed", "fiscal_revenue 53.68亿元", "fiscal_revenue 5位"]);
    assert_eq!(standings(&corrections), [Standing::Superseded("b".into()), Standing::Applied]);
}

#[test]
fn what_was_undone_in_an_older_text_leaves_the_figure_to_what_holds() {
    // Changed and undone; the document changes, and is corrected as it is now; then the old one comes back.
    let longer = format!("县情概览\n{TEXT}");
    let here = figure_in(&longer, "704.11亿元", "gdp", Measure::Level);
    let first = change(gdp(), |figure| figure.value = Some(Value::Number(1.0)));
    let anchor = Box::new(Anchor::new(here.clone(), "two", Some(&longer), 0));
    let to = Figure { value: Some(Value::Number(2.0)), ..here.clone() };
    let second = Deed::Change { set: Fields::between(&here, &to), on: anchor };
    let deeds = [first, undo("a"), second];
    assert_eq!(told(&read_now(deeds.clone(), "two", &longer).0)[0], "gdp 2亿元 Changed");
    assert_eq!(told(&read_now(deeds, "one", TEXT).0)[0], "gdp 2亿元 Changed");
}

#[test]
fn a_rejection_that_does_nothing_in_a_changed_document_is_told() {
    let longer = format!("县情概览\n{TEXT}");
    let read: Vec<_> =
        read_of(&longer).into_iter().map(|figure| Figure { period: Some(Period::year(2023)), ..figure }).collect();
    let mut corrections = Corrections::of(acts([Deed::Reject(on(gdp()))]));
    let figures = corrections.apply(Reading { source: &source("two"), text: Some(&longer) }, read.clone());
    assert_eq!(figures, read);
    assert!(matches!(&standings(&corrections)[0], Standing::Aside(reason) if reason.contains("read otherwise")));
}

#[test]
fn as_many_corrections_as_cells_are_put_to_them_at_once() {
    let cells: Vec<_> = (0..20_000_u32)
        .map(|row| Figure { region_code: Some(RegionCode(100_000 + row)), ..cell(&format!("C{row}"), 2024, 1.0) })
        .collect();
    let deeds = cells.iter().map(|figure| Deed::Accept(Box::new(Anchor::new(figure.clone(), "one", None, 0))));
    let act = |(number, deed)| Act { id: format!("{number}"), ..acts([deed]).swap_remove(0) };
    let start = std::time::Instant::now();
    let mut corrections = Corrections::of((0..).zip(deeds).map(act).collect());
    let figures = corrections.apply(Reading { source: &source("one"), text: None }, cells);
    assert!(figures.iter().all(|figure| figure.review.is_some()));
    // Each looked for among all others it took minutes.
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

/// A figure of a table: its text is its cell, and it stands at no characters.
fn cell(cell: &str, year: u16, value: f64) -> Figure {
    let period = Some(Period::year(year));
    Figure { start: 0, end: 0, text: cell.to_owned(), value: Some(Value::Number(value)), period, ..gdp() }
}

#[test]
fn a_correction_of_a_cell_leaves_the_other_years_alone() {
    let table = |row: u32| -> Vec<_> {
        (0..3_u16).map(|at| cell(&format!("C{}", row + u32::from(at)), 2021 + at, 500.0 + f64::from(at))).collect()
    };
    let on = |figure| Box::new(Anchor::new(figure, "one", None, 2));
    let to = Figure { value: Some(Value::Number(601.0)), ..table(2)[1].clone() };
    let changed = Deed::Change { set: Fields::between(&table(2)[1], &to), on: on(table(2)[1].clone()) };
    let rejected = Deed::Reject(on(table(2)[0].clone()));
    let values = |figures: &[Figure]| -> Vec<_> {
        figures.iter().filter_map(|figure| figure.value.as_ref()?.number()).collect()
    };
    assert_eq!(values(&from_file([changed.clone()], "one", table(2)).0), [500.0, 601.0, 502.0]);
    assert_eq!(values(&from_file([rejected.clone()], "one", table(2)).0), [501.0, 502.0]);
    // A row is put in above: what was said follows its row.
    for (deed, wanted) in [(changed.clone(), &[500.0, 601.0, 502.0][..]), (rejected.clone(), &[501.0, 502.0])] {
        for hash in ["two", ""] {
            let (figures, standing) = from_file([deed.clone()], hash, table(3));
            assert_eq!(values(&figures), wanted);
            let cell = &deed.anchor().unwrap().figure.text;
            let moved = if cell == "C3" { "C4" } else { "C3" };
            assert_eq!(standing, [Standing::Moved(moved.to_owned())]);
        }
    }
    // The row stands there twice, or another value is written in it: nothing is taken for what it was.
    let mut twice = table(3);
    twice.extend(table(9));
    let revised: Vec<_> =
        table(3).into_iter().map(|figure| Figure { value: Some(Value::Number(9.0)), ..figure }).collect();
    for read in [twice, revised] {
        for deed in [changed.clone(), rejected.clone()] {
            let (figures, standing) = from_file([deed], "two", read.clone());
            assert_eq!(figures, read);
            assert!(matches!(standing[0], Standing::Aside(_)), "{standing:?}");
        }
    }
    // The cell is read for another year by a newer program: the old reading does not come in beside it.
    let otherwise: Vec<_> = (0..3_u16).map(|at| cell(&format!("C{}", 2 + at), 2022 + at, 500.0)).collect();
    let (figures, standing) = from_file([changed], "one", otherwise.clone());
    assert_eq!(figures, otherwise);
    assert!(matches!(&standing[0], Standing::Aside(reason) if reason.contains("read otherwise")));
}

#[test]
fn another_sheet_that_tells_the_same_is_left_alone() {
    let (own, other) = (cell("一!C3", 2022, 501.0), cell("二!G5", 2022, 501.0));
    let to = Figure { value: Some(Value::Number(601.0)), ..own.clone() };
    let changed =
        Deed::Change { set: Fields::between(&own, &to), on: Box::new(Anchor::new(own.clone(), "one", None, 1)) };
    // The cell was revised: what the other sheet still tells was never spoken of.
    let revised = vec![cell("一!C3", 2022, 9.0), other.clone()];
    let (figures, standing) = from_file([changed.clone()], "two", revised.clone());
    assert_eq!(figures, revised);
    assert!(matches!(standing[0], Standing::Aside(_)), "{standing:?}");
    let (figures, standing) = from_file([changed], "two", vec![cell("一!C4", 2022, 501.0), other.clone()]);
    assert_eq!(figures[0].value, to.value);
    assert_eq!((&figures[1], standing.as_slice()), (&other, [Standing::Moved("一!C4".to_owned())].as_slice()));
}

#[test]
fn what_comes_in_several_parts_is_corrected_once() {
    let changed = change(gdp(), |figure| figure.name = "生产总值".to_owned());
    let mut corrections = Corrections::of(acts([changed]));
    let source = source("one");
    let reading = Reading { source: &source, text: None };
    let mut figures = corrections.apply(reading, vec![gdp()]);
    figures.extend(corrections.apply(reading, vec![revenue()]));
    figures.extend(corrections.finish());
    assert_eq!(told(&figures), ["生产总值 704.11亿元 Changed", "fiscal_revenue 53.68亿元"]);
    assert_eq!(standings(&corrections), [Standing::Applied]);
}

#[test]
fn what_was_said_of_last_year_is_not_put_beside_this_years_reading() {
    // The year stands in a heading, so that all around the number is as it was.
    let read: Vec<_> =
        read_of(TEXT).into_iter().map(|figure| Figure { period: Some(Period::year(2025)), ..figure }).collect();
    let mut corrections = Corrections::of(acts([Deed::Accept(on(gdp()))]));
    let text = format!("2025年公报\n{TEXT}");
    let read: Vec<_> =
        read.into_iter().map(|figure| Figure { start: figure.start + 8, end: figure.end + 8, ..figure }).collect();
    let figures = corrections.apply(Reading { source: &source("two"), text: Some(&text) }, read.clone());
    assert_eq!(figures, read);
    assert!(matches!(&standings(&corrections)[0], Standing::Aside(reason) if reason.contains("read otherwise")));
}

fn any_deed() -> impl Strategy<Value = Deed> {
    let figure = prop::sample::select(vec![gdp(), revenue(), place()]);
    let added = prop::sample::select(vec![
        figure_in(TEXT, "5.5%", "gdp", Measure::Growth),
        figure_in(TEXT, "11亿元", "gdp", Measure::Level),
    ]);
    prop_oneof![
        figure.clone().prop_map(|figure| Deed::Accept(on(figure))),
        figure.clone().prop_map(|figure| Deed::Reject(on(figure))),
        (figure.clone(), 0..3_u32).prop_map(|(figure, value)| {
            change(figure, |figure| figure.value = Some(Value::Number(f64::from(value))))
        }),
        figure.prop_map(|figure| Deed::Note(on(figure))),
        added.prop_map(|figure| Deed::Add(on(figure))),
        prop::sample::select(vec!["a", "b", "c", "d", "e", "f", "g"]).prop_map(undo),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever people do, each of their acts has a standing, the same comes out whichever way the figures come
    /// and however often, and undoing everything gives the reading as it was.
    #[test]
    fn any_acts_are_applied_alike_and_can_be_undone(deeds in prop::collection::vec(any_deed(), 0..8)) {
        let (figures, standing) = read_now(deeds.clone(), "one", TEXT);
        prop_assert_eq!(standing.len(), deeds.len());
        prop_assert!(standing.iter().all(|standing| *standing != Standing::Absent));
        let mut corrections = Corrections::of(acts(deeds.clone()));
        let source = source("one");
        let reading = Reading { source: &source, text: Some(TEXT) };
        let again = corrections.apply(reading, figures.clone());
        prop_assert_eq!(&again, &figures, "doing it twice changes nothing more");
        let (mut by_file, _) = from_file(deeds.clone(), "one", read_of(TEXT));
        by_file.sort_by_key(|figure| figure.start);
        let mut sorted = figures.clone();
        sorted.sort_by_key(|figure| figure.start);
        prop_assert_eq!(told(&by_file), told(&sorted));

        // Undone from the last to the first: what undid something is undone as well, then that again.
        let standing_deeds = deeds.iter().filter(|deed| !matches!(deed, Deed::Undo { .. })).cloned();
        let kept: Vec<_> = standing_deeds.collect();
        let undone = kept.iter().cloned().chain((0..kept.len()).rev().map(|number| undo(&acts(kept.clone())[number].id)));
        let undone: Vec<_> = undone.collect();
        prop_assert_eq!(read_now(undone.clone(), "one", TEXT).0, read_of(TEXT));
        // A file that was made with the corrections in it gives the readings back, too.
        let (baked, _) = read_now(kept.clone(), "one", TEXT);
        let (mut restored, _) = from_file(undone, "one", baked);
        restored.sort_by_key(|figure| figure.start);
        prop_assert_eq!(restored, read_of(TEXT));
    }

    #[test]
    fn acts_are_read_as_they_were_written(deeds in prop::collection::vec(any_deed(), 0..8), tail in 0..400_usize) {
        let acts = acts(deeds);
        let mut lines = Vec::new();
        for act in &acts {
            serde_json::to_writer(&mut lines, act).unwrap();
            lines.push(b'\n');
        }
        let read = Acts::of(&lines);
        prop_assert_eq!(&read.acts, &acts);
        // Broken off anywhere, all lines before are there, and the rest is told.
        let torn = &lines[..lines.len().saturating_sub(tail)];
        let whole = torn.split(|&byte| byte == b'\n').count() - 1;
        let read = Acts::of(torn);
        prop_assert!(read.acts.len() >= whole && read.acts == acts[..read.acts.len()]);
    }

    #[test]
    fn no_bytes_are_too_odd_for_a_ledger(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let read = Acts::of(&bytes);
        prop_assert!(read.acts.len() + read.problems.len() <= bytes.len());
    }
}

fn scratch(name: &str) -> PathBuf {
    let folder = env::temp_dir().join(format!("xianzhi-ledger-{name}-{}", process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn a_torn_line_is_moved_aside_and_a_whole_one_kept() {
    let folder = scratch("torn");
    let path = folder.join(FILE);
    let acts = acts([Deed::Accept(on(gdp())), Deed::Reject(on(place())), undo("a")]);
    assert_eq!(append(&path, &acts[..1]).unwrap(), Appended::default());
    let whole = fs::read(&path).unwrap();
    fs::write(&path, [whole.as_slice(), br#"{"id":"x","at""#].concat()).unwrap();
    let torn = read(&path).unwrap();
    assert_eq!((torn.acts.len(), torn.problems[0].line), (1, Some(2)));
    let mended = append(&path, &acts[1..2]).unwrap().mended.unwrap();
    assert!(mended.contains("corrections.jsonl.torn-1"), "{mended}");
    assert_eq!(fs::read(folder.join("corrections.jsonl.torn-1")).unwrap(), br#"{"id":"x","at""#);
    assert_eq!(read(&path).unwrap(), Acts { acts: acts[..2].to_vec(), problems: Vec::new() });

    let mut content = fs::read(&path).unwrap();
    assert_eq!(content.pop(), Some(b'\n'));
    fs::write(&path, content).unwrap();
    assert!(append(&path, &acts[2..]).unwrap().mended.unwrap().contains("no end"));
    assert_eq!(read(&path).unwrap(), Acts { acts, problems: Vec::new() });
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn what_an_editor_saved_with_a_mark_and_without_an_end_is_no_torn_line() {
    let folder = scratch("mark");
    let path = folder.join(FILE);
    let acts = acts([Deed::Accept(on(gdp())), Deed::Reject(on(place()))]);
    let mut content = "\u{feff}".as_bytes().to_vec();
    serde_json::to_writer(&mut content, &acts[0]).unwrap();
    fs::write(&path, content).unwrap();
    assert!(append(&path, &acts[1..]).unwrap().mended.unwrap().contains("no end"));
    assert_eq!(read(&path).unwrap(), Acts { acts, problems: Vec::new() });
    fs::remove_dir_all(folder).unwrap();
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_is_no_ledger() {
    // It gives zeros without end, and takes nothing.
    let path = std::path::Path::new("/dev/full");
    assert!(read(path).is_err());
    let told = format!("{:#}", append(path, &acts([Deed::Accept(on(gdp()))])).unwrap_err());
    assert!(told.contains("is not saved") && told.contains("no regular file"), "{told}");
}

#[test]
fn nothing_is_written_to_a_file_of_something_else() {
    let folder = scratch("else");
    let acts = acts([Deed::Accept(on(gdp()))]);
    let figure = serde_json::to_string(&gdp()).unwrap() + "\n";
    for (name, content) in
        [("报告.txt", "第一段\n没有换行的一段"), ("panel.csv", "地区,数值\n"), ("a.jsonl", figure.as_str())]
    {
        let path = folder.join(name);
        fs::write(&path, content).unwrap();
        let told = format!("{:#}", append(&path, &acts).unwrap_err());
        assert!(told.contains("holds something else than corrections"), "{told}");
        assert_eq!(fs::read_to_string(&path).unwrap(), content);
    }
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 3, "nothing is moved aside either");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn lines_that_are_no_acts_are_told_and_stay() {
    let mut content = b"not json\n".to_vec();
    content.extend(serde_json::to_vec(&acts([Deed::Accept(on(gdp()))])[0]).unwrap());
    content.extend(b"\n{\"id\":\"z\",\"at\":\"\",\"act\":\"merge\"}\n{\"id\":\"y\",\"at\":\"\",\"act\":\"undo\",\"undoes\":\"nobody\"}\n");
    let read = Acts::of(&content);
    assert_eq!(read.acts.len(), 2);
    let told: Vec<_> = read.problems.iter().map(|problem| (problem.line, problem.message.as_str())).collect();
    assert_eq!(told.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [Some(1), Some(3), Some(4)]);
    assert!(told[0].1.contains("no JSON") && told[1].1.contains("merge") && told[2].1.contains("no act before it"));
}

#[test]
fn acts_of_several_ledgers_come_in_the_order_in_which_they_were_done() {
    let at = |id: &str, at: &str| Act { id: id.to_owned(), at: at.to_owned(), ..acts([undo("x")]).swap_remove(0) };
    let (noon, later) = ("2026-01-02T12:00:00+08:00", "2026-01-02T13:00:00+08:00");
    // The clock of the first went back, and one time cannot be read: what stands behind was still done later.
    let one = vec![at("a", noon), at("b", "2026-01-01T00:00:00+08:00"), at("c", "gestern"), at("d", later)];
    // Five in the morning there is one in the afternoon here, a second later.
    let other = vec![at("e", "2026-01-02T05:00:01Z"), at("a", noon)];
    let told = |ledgers| merged(ledgers).into_iter().map(|act| act.id).collect::<String>();
    assert_eq!(told(vec![one.clone(), other.clone()]), "abcde");
    assert_eq!(told(vec![other, one]), "abcde");
    assert_eq!(told(vec![Vec::new()]), "");
}
