//! A nation's worth of made-up figures, the same each time.

use std::fmt::Write;

use xianzhi::model::{Catalogue, Figure, Gazetteer, Level, Measure, Period, Region, Value};

/// Years that every region reports.
const YEARS: std::ops::Range<u16> = 2003..2025;
/// Metrics of the catalogue that every report tells.
const METRICS: usize = 60;
/// Names outside the catalogue, of which every report has some.
const OTHERS: u64 = 20_000;
/// Figures of one report: of each metric a level, of every fourth a growth and of every eighth a place.
const REPORT: usize = METRICS + METRICS / 4 + METRICS.div_ceil(8) + 6;

/// Calls `take` with about `count` figures, one report after the other, each of one region and year.
/// When there are not so many, they are told by fewer regions from all over the country rather than for
/// fewer years. Nothing is kept.
pub(crate) fn for_each(gazetteer: &Gazetteer, catalogue: &Catalogue, count: usize, mut take: impl FnMut(&Figure)) {
    let regions = gazetteer.regions().iter().filter(|region| region.level != Level::Province);
    let all: Vec<&Region> = regions.collect();
    let wanted = count.div_ceil(YEARS.len() * REPORT);
    let every = (all.len() / wanted.max(1)).max(1);
    let regions: Vec<&Region> = all.into_iter().step_by(every).take(wanted).collect();
    let mut figure = Figure::blank(String::new(), Measure::Level);
    let mut dice = Dice(42);
    for year in YEARS {
        for region in &regions {
            figure.region_code = Some(region.code);
            figure.region = Some(region.name.clone());
            figure.period = Some(Period::year(year));
            figure.doc.clear();
            let _ = write!(figure.doc, "{}-{year}.txt", region.code);
            (figure.start, figure.end, figure.paragraph) = (0, 0, 0);
            report(catalogue, &mut figure, &mut dice, &mut take);
        }
    }
}

fn report(catalogue: &Catalogue, figure: &mut Figure, dice: &mut Dice, take: &mut impl FnMut(&Figure)) {
    for (at, metric) in catalogue.metrics().iter().take(METRICS).enumerate() {
        figure.metric = Some(metric.key.clone());
        // Some reports have a name of their own for it.
        let alias = metric.aliases.first().filter(|_| dice.roll(5) == 0);
        figure.name.clone_from(alias.unwrap_or(&metric.zh));
        let (unit, scale) = match metric.unit.as_str() {
            "元" => ("亿元", 100.0),
            unit => (unit, 10.0),
        };
        tell(figure, Measure::Level, dice.number(1_000_000) / scale, unit, None, None, take);
        if at % 4 == 0 {
            tell(figure, Measure::Growth, dice.number(200) / 10.0, "%", None, Some("yoy"), take);
        }
        if at % 8 == 0 {
            tell(figure, Measure::Rank, dice.number(100) + 1.0, "位", Some("全省"), None, take);
        }
    }
    figure.metric = None;
    for _ in 0..6 {
        figure.name.clear();
        let _ = write!(figure.name, "第{}类企业营业收入", dice.roll(OTHERS));
        tell(figure, Measure::Level, dice.number(100_000) / 100.0, "万元", None, None, take);
    }
}

fn tell(
    figure: &mut Figure,
    measure: Measure,
    value: f64,
    unit: &str,
    scope: Option<&str>,
    base: Option<&str>,
    take: &mut impl FnMut(&Figure),
) {
    figure.measure = measure;
    figure.value = Some(Value::Number(value));
    unit.clone_into(&mut figure.unit);
    figure.scope = scope.map(str::to_owned);
    figure.base = base.map(str::to_owned);
    figure.text.clear();
    // 第5位 is written otherwise than 5位.
    let before = if measure == Measure::Rank { "第" } else { "" };
    let _ = write!(figure.text, "{before}{value}{unit}");
    figure.start += 20;
    figure.end = figure.start + 6;
    figure.paragraph = figure.start / 100;
    take(figure);
}

/// A generator of numbers that need only look mixed (Knuth's MMIX).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn number(&mut self, sides: u64) -> f64 {
        self.roll(sides) as f64
    }
}
