//! Turns what a rule read into figures: one for each number, or for each subject.

use super::{Draft, Reader};
use crate::{
    extract::{
        ProblemKind,
        context::Context,
        doubt::Evidence,
        lead::{Former, Spread},
        name::Name,
        number::{Number, Shape},
        phrase,
        rules::Sense,
        sentence,
        subject::{self, Said},
        time::Span,
        unit,
        years::{self, Timed},
    },
    model::{Bound, Doubts, Flag, Measure, Period, Status, Value},
};

impl Reader<'_> {
    /// Turns what a rule read into figures: one for each number, or for each subject.
    pub(super) fn tell(
        &mut self,
        sense: &Sense,
        numbers: &[Number],
        subjects: &[Name],
        context: &Context<'_>,
        clause: usize,
        said: &mut Said,
    ) {
        let scene = self.scene;
        let place = matches!(sense.measure, Measure::Rank | Measure::GrowthRank);
        let shared = numbers.len() == 1 && subjects.len() > 1;
        let several = sense.spread == Spread::Each || (shared && (place || sense.measure == Measure::Growth));
        for (i, number) in numbers.iter().enumerate() {
            let mine = if several {
                subjects
            } else {
                let one = i.min(subjects.len().saturating_sub(1));
                subjects.get(one..=one).unwrap_or_default()
            };
            if mine.is_empty() {
                let kind = if i == 0 { ProblemKind::NoMetric } else { ProblemKind::ListShort };
                self.leave(std::slice::from_ref(number), kind);
            }
            // 7.4个、3.1个百分点: the last bears the unit of all.
            let unit = numbers
                .last()
                .map(|last| last.unit.as_str())
                .filter(|unit| unit.ends_with("百分点"))
                .unwrap_or(&number.unit);
            for subject in mine {
                // 占比12%，提高3个百分点: what changes is the share.
                let share = said.whole().filter(|_| sense.measure == Measure::Change && !sense.has_own_subject());
                let share = share.map(|whole| scene.names.share(&subject.text, whole));
                let subject = share.as_ref().unwrap_or(subject);
                let level = sense.measure == Measure::Level && number.shape != Shape::Damaged;
                let fits = !level || scene.names.fits(subject, unit);
                if !fits && !sense.has_own_subject() {
                    // 总面积…, 40万人: the metric before cannot be told in this unit.
                    self.leave(std::slice::from_ref(number), ProblemKind::OtherUnit);
                    continue;
                }
                let mut draft = self.draft(sense, subject, number, context, clause);
                draft.measure = sense.measures.get(i).copied().unwrap_or(draft.measure);
                // 分别增长16%、5.2倍
                if draft.measure == Measure::Growth && number.unit == "倍" {
                    draft.measure = Measure::Multiple;
                }
                if draft.measure == Measure::Multiple && number.unit == "%" {
                    draft.measure = Measure::Growth;
                }
                // 居民消费价格总水平控制在4%: an index so low is its rise.
                let index = subject.key.as_deref() == Some("cpi") && draft.measure == Measure::Level;
                if index && matches!(number.shape, Shape::Plain(value) if value < 50.0) {
                    draft.measure = Measure::Growth;
                }
                unit.clone_into(&mut draft.unit);
                // 突破千亿大关: the unit of money is left out.
                if unit::is_scale(unit) && level && scene.names.is_money(subject) {
                    draft.unit.push('元');
                }
                if !fits {
                    (draft.name.key, draft.name.kind) = (None, None);
                }
                said.figures.push(subject::Figure {
                    name: draft.name.clone(),
                    measure: draft.measure,
                    at: number.start,
                });
                phrase::shorten(&phrase::joined(&draft.name.text)).clone_into(&mut draft.name.text);
                let evidence = Evidence {
                    names: scene.names,
                    text: self.text,
                    clause,
                    number,
                    sense,
                    draft: &draft,
                    numbers: numbers.len(),
                    subjects: subjects.len(),
                    last: &self.last,
                    context,
                    expected: self.expected,
                    damaged: self.damaged,
                };
                draft.doubt = evidence.doubts();
                self.drafts.push(draft);
            }
        }
        (said.sign, said.scope) = (sense.sign, sense.scope.clone());
        if sense.spread == Spread::Each {
            said.closed = said.figures.len();
        }
    }

    fn draft(&self, sense: &Sense, name: &Name, number: &Number, context: &Context<'_>, clause: usize) -> Draft {
        let (name, measure, scope) = match sense.measure {
            Measure::Share => self.share(name.clone(), sense.scope.clone()),
            measure => (name.clone(), measure, sense.scope.clone()),
        };
        let value = match &number.shape {
            Shape::Plain(value) if sense.sign < 0.0 && *value != 0.0 => Some(Value::Number(-value)),
            Shape::Plain(value) | Shape::Place(value) => Some(Value::Number(*value)),
            Shape::Proportion(parts) => Some(Value::Ratio(parts.clone())),
            Shape::Damaged => None,
        };
        let words = &self.text[clause..number.start];
        // What has no subject of its own goes on with the figure before in its sentence.
        let last = self.drafts.last().map(|draft| (draft.start, draft.region));
        let opens = (context.start(), None);
        let last = last.filter(|(start, _)| *start >= context.start());
        let before = (!sense.has_own_subject()).then(|| last.unwrap_or(opens));
        let (mut span, status) = context.time(number, clause, sense.has_own_subject());
        // Statistics are estimated, what has been done is known.
        let estimated = self.estimated && name.key.is_some() && !unit::is_count(&number.unit);
        let status = if estimated && status == Status::Actual { Status::Forecast } else { status };
        let status = if sense.former == Some(Former::Now) { Status::Actual } else { status };
        if let Some(former) = sense.former {
            span = match (former, span) {
                (Former::In(year), _) => Span::In(Period::year(year)),
                (Former::Now, _) => {
                    self.scene.opening.anchor.report.map_or(Span::Lost, |year| Span::In(Period::year(year)))
                }
                (Former::YearBefore, Span::In(period)) if period.is_year() => Span::In(Period::year(period.last() - 1)),
                // 五年来，…从A提高到B: before the first of the years.
                (Former::Earlier, Span::Over(period)) if !context.counts_years(number.start) => {
                    Span::In(Period::year(period.first() - 1))
                }
                _ => Span::Lost,
            };
        }
        // 2010年…，是“十五”时期的2倍: what is measured against years is itself of years.
        let years = self.scene.section.years.filter(|years| span == Span::In(Period::year(years.last())));
        let of_years = match measure {
            Measure::Level => years::against(years::following(context.behind(number.end))),
            _ => sense.base.as_deref().is_some_and(years::of_years),
        };
        if let Some(years) = years.filter(|_| of_years) {
            span = Span::Over(years);
        }
        // 增长6.5% among what is planned for years, where no average is told, is planned for the first.
        if let (Span::Over(period), Status::Target, Measure::Growth) = (span, status, measure)
            && sense.base.as_deref() == Some("yoy")
            && self.scene.opening.anchor.plan() == Some(period.first())
        {
            span = Span::In(Period::year(period.first()));
        }
        // 五年间增长3.3倍, not against the year before but over the years.
        let base = sense.base.clone().filter(|base| {
            let yearly = ["同比", "上年", "去年"].iter().any(|word| words.contains(word));
            base != "yoy" || yearly || !matches!(span, Span::Over(_))
        });
        let timed = Timed {
            name: &name,
            measure,
            base: base.as_deref(),
            reached: sense.reached,
            number,
            before: context.before(number.start),
            behind: context.behind(number.end),
            words,
            years: (sense.base.as_deref() == Some("avg")).then(|| context.years(number.start)).flatten(),
        };
        Draft {
            rule: sense.rule,
            start: number.start,
            end: number.end,
            region: context.region(clause, number.start, before),
            measure,
            value,
            unit: number.unit.clone(),
            bound: self.bound(sense, number),
            period: years::period(span, &timed),
            status,
            scope,
            base,
            doubt: Doubts::NONE,
            flag: (number.shape == Shape::Damaged).then_some(Flag::Damaged),
            name,
        }
    }

    /// A share whose full phrase has a key is the level of that ratio; otherwise the part is named.
    fn share(&self, part: Name, scope: Option<String>) -> (Name, Measure, Option<String>) {
        let whole = phrase::clean(scope.as_deref().unwrap_or_default());
        // All names of the gross product are one whole.
        let gross = ["地区生产总值", "国内生产总值", "生产总值"].contains(&whole);
        let whole = if gross { "GDP" } else { whole };
        let full = self.scene.names.known(&format!("{}占{whole}比重", phrase::clean(&part.text)));
        match full {
            Some(ratio) => (ratio, Measure::Level, None),
            None => (part, Measure::Share, scope),
        }
    }

    fn bound(&self, sense: &Sense, number: &Number) -> Bound {
        let rest = &self.text[number.end..];
        let after = sentence::AFTER.iter().find(|(word, _)| rest.starts_with(word)).map(|(_, bound)| *bound);
        let more = number.more.then_some(Bound::Above);
        after.or(more).or(sense.bound).unwrap_or_default()
    }
}
