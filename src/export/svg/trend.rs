//! A metric over the years as lines.

use super::page::{
    Anchor, BOTTOM, INK, MARGIN, Page, QUIET, RULE, SMALL, TEXT, TOP, at, fitted, mark, path, short, sources, told,
    width,
};
use crate::{
    export::lists::{metric_name, region_name},
    index::{Atlas, MetricId},
    model::{Language, Status},
    query::{TrendChart, TrendLine, TrendMode, TrendValue, trend::Scale},
};

/// Eight colours that people with any kind of sight tell apart (Okabe and Ito).
const COLOURS: [&str; 8] = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#000000", "#8a8a8a"];
/// How lines are broken, so that they are told apart without colour.
const DASHES: [&str; 4] = ["none", "7 3", "2 3", "9 3 2 3"];
/// The least that the picture is high; the names of many lines take more.
const HEIGHT: f64 = 520.0;
const WIDTH: f64 = 960.0;
/// Marks on the axis of values.
const MARKS: usize = 6;
/// Least distance between the names at the ends of the lines.
const LEADING: f64 = 16.0;

/// A metric of some regions over the years, a line each; gaps are left open, what was computed or is
/// planned has a hollow mark. `None` where there is no value.
#[must_use]
pub fn trend_picture(atlas: &Atlas, metric: MetricId, chart: &TrendChart, language: Language) -> Option<String> {
    let (scale, years) = chart.scale(MARKS).zip(chart.years())?;
    let names_high = LEADING * (chart.lines.len() + 1) as f64;
    let height = HEIGHT.max(TOP + names_high + 36.0 + BOTTOM);
    let words = [Some(shown(chart, language)), without(atlas, chart, language)];
    let words = words.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let mut page =
        Page::new(WIDTH, height, metric_name(atlas, metric, language), &fitted(&words, TEXT, WIDTH - 2.0 * MARGIN));
    let names: Vec<&str> = chart.lines.iter().map(|line| name(atlas, line, language)).collect();
    let right = names.iter().map(|name| width(name, TEXT)).fold(0.0, f64::max).min(200.0) + 14.0;
    let marks: Vec<_> = scale.marks().map(|mark| (mark, scale.label(mark))).collect();
    let left = marks.iter().map(|(_, label)| width(label, SMALL)).fold(0.0, f64::max) + 10.0;
    let plot = Plot {
        left: MARGIN + left,
        right: WIDTH - MARGIN - right,
        top: TOP,
        bottom: height - BOTTOM - 36.0,
        years: (*years.start(), *years.end()),
        scale,
    };
    draw_axes(&mut page, &plot, &marks);
    let mut ends = Vec::new();
    for (number, (line, name)) in chart.lines.iter().zip(&names).enumerate() {
        let colour = COLOURS[number % COLOURS.len()];
        draw_line(&mut page, &plot, line, (colour, DASHES[number % DASHES.len()]), chart, language);
        if let Some((year, value)) = last(line) {
            ends.push((plot.at(year, value), *name, colour));
        }
    }
    draw_names(&mut page, &plot, ends);
    draw_legend(&mut page, chart, language);
    let readings = chart.lines.iter().flat_map(|line| &line.points).flat_map(|point| [&point.value, &point.plan]);
    Some(page.finish(&sources(atlas, readings.flatten().map(|value| value.reading.source), language)))
}

/// The regions that have no value, so that nobody looks for their lines.
fn without(atlas: &Atlas, chart: &TrendChart, language: Language) -> Option<String> {
    let empty = chart.lines.iter().filter(|line| last(line).is_none());
    let names: Vec<_> = empty.map(|line| name(atlas, line, language)).collect();
    let names = Some(names).filter(|names| !names.is_empty())?;
    Some(format!("{}{}", language.pick("无数据：", "no data: "), names.join(language.pick("、", ", "))))
}

/// Where years and values are on the page.
struct Plot {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    years: (u16, u16),
    scale: Scale,
}

impl Plot {
    fn x(&self, year: u16) -> f64 {
        let years = f64::from((self.years.1 - self.years.0).max(1));
        self.left + (self.right - self.left) * f64::from(year - self.years.0) / years
    }

    fn y(&self, value: f64) -> f64 {
        self.bottom - (self.bottom - self.top) * self.scale.part(value)
    }

    fn at(&self, year: u16, value: f64) -> (f64, f64) {
        (self.x(year), self.y(value))
    }
}

/// The name of a line; in Chinese it tells regions of one name apart.
fn name<'a>(atlas: &'a Atlas, line: &'a TrendLine, language: Language) -> &'a str {
    if language == Language::Zh { &line.name } else { region_name(atlas, line.region, language) }
}

/// What the values are.
fn shown(chart: &TrendChart, language: Language) -> String {
    match (chart.mode, chart.base) {
        (TrendMode::Absolute, _) => chart.unit.clone(),
        (TrendMode::Indexed, Some(base)) => format!("{base} = 100"),
        (TrendMode::Indexed, None) => "100".to_owned(),
        (TrendMode::YearOnYear, _) => format!("{} {}", language.pick("同比", "Year on year"), chart.unit),
    }
}

fn draw_axes(page: &mut Page, plot: &Plot, marks: &[(f64, String)]) {
    for (mark, label) in marks {
        let y = plot.y(*mark);
        page.line((plot.left, y), (plot.right, y), if *mark == 0.0 { QUIET } else { RULE });
        page.text(plot.left - 8.0, y + 4.0, SMALL, QUIET, Anchor::End, label);
    }
    let years = plot.years.0..=plot.years.1;
    let room = (plot.right - plot.left) / f64::from(plot.years.1 - plot.years.0 + 1);
    let every = (40.0 / room).ceil().max(1.0) as u16;
    for year in years.filter(|year| (plot.years.1 - year).is_multiple_of(every)) {
        page.line((plot.x(year), plot.bottom), (plot.x(year), plot.bottom + 5.0), QUIET);
        page.text(plot.x(year), plot.bottom + 20.0, SMALL, QUIET, Anchor::Middle, &year.to_string());
    }
}

fn draw_line(
    page: &mut Page,
    plot: &Plot,
    line: &TrendLine,
    (colour, dashes): (&str, &str),
    chart: &TrendChart,
    language: Language,
) {
    let values: Vec<_> = line.values().collect();
    for run in values.split(|(_, value)| value.is_none()).filter(|run| run.len() > 1) {
        let points = run.iter().filter_map(|(year, value)| Some(plot.at(*year, (*value)?)));
        let drawn = path(points, false).set("fill", "none").set("stroke", colour).set("stroke-width", 2);
        page.add(drawn.set("stroke-dasharray", dashes).set("stroke-linejoin", "round"));
    }
    for point in &line.points {
        for value in [&point.value, &point.plan].into_iter().flatten() {
            let (x, y) = plot.at(point.year, value.number);
            let status = if has_come_about(value) { "" } else { value.reading.status.label(language) };
            let words = format!("{} {} {}{} {status}", line.name, point.year, short(value.number), chart.unit);
            page.add(told(mark(x, y, colour, is_reported(value)), words.trim_end()));
        }
    }
}

fn has_come_about(value: &TrendValue) -> bool {
    value.reading.status == Status::Actual
}

/// Whether the mark of a value is full: it has come about and was read.
fn is_reported(value: &TrendValue) -> bool {
    has_come_about(value) && !value.derived
}

/// The last year of a line with what came about in it, else with what is planned.
fn last(line: &TrendLine) -> Option<(u16, f64)> {
    let come_about = line.values().rev().find_map(|(year, value)| Some((year, value?)));
    come_about.or_else(|| line.plans().last())
}

/// Names at the ends of the lines, moved apart where they would stand on each other.
fn draw_names(page: &mut Page, plot: &Plot, mut ends: Vec<((f64, f64), &str, &str)>) {
    ends.sort_by(|a, b| a.0.1.total_cmp(&b.0.1));
    let mut lowest = f64::NEG_INFINITY;
    let mut places: Vec<f64> = Vec::new();
    for ((_, y), ..) in &ends {
        lowest = y.max(lowest + LEADING);
        places.push(lowest);
    }
    // Those pushed below the plot push back.
    let mut highest = plot.bottom;
    for place in places.iter_mut().rev() {
        *place = place.min(highest);
        highest = *place - LEADING;
    }
    for (((x, y), name, colour), place) in ends.into_iter().zip(places) {
        if (place - y).abs() > LEADING / 2.0 || x < plot.right {
            let lead = path([(x + 5.0, y), (plot.right + 8.0, place)], false);
            page.add(lead.set("fill", "none").set("stroke", colour).set("stroke-width", 0.5).set("opacity", 0.6));
        }
        page.text(plot.right + 12.0, place + 4.5, TEXT, colour, Anchor::Start, name);
    }
}

/// What the marks mean, of those that are drawn.
fn draw_legend(page: &mut Page, chart: &TrendChart, language: Language) {
    let points = || chart.lines.iter().flat_map(|line| &line.points);
    let values = || points().flat_map(|point| [&point.value, &point.plan]).flatten();
    let hollow = [
        (values().any(|value| value.derived), language.pick("算出", "computed")),
        (values().any(|value| !has_come_about(value)), language.pick("目标或预计", "target or forecast")),
    ];
    let hollow: Vec<_> = hollow.into_iter().filter(|(is, _)| *is).map(|(_, word)| word).collect();
    let mut x = MARGIN + 4.0;
    let y = page.height - BOTTOM + 4.0;
    let read = values().any(is_reported).then(|| language.pick("报告数", "as reported").to_owned());
    let hollow = (!hollow.is_empty()).then(|| hollow.join(language.pick("、", ", ")));
    for (full, words) in [(true, read), (false, hollow)] {
        let Some(words) = words else { continue };
        page.add(mark(at(x), y, INK, full));
        page.text(x + 10.0, y + 4.0, SMALL, QUIET, Anchor::Start, &words);
        x += 10.0 + width(&words, SMALL) + 24.0;
    }
}
