//! Turns what a rule read into figures: one for each number, or for each subject.

use super::{Draft, Reader};
use crate::{
    extract::{
        ProblemKind, comparison,
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
        words::Words,
        years::{self, Timed},
        zone,
    },
    model::{Bound, Doubts, Flag, Measure, Period, Status, Value},
};

/// Words of one after the other, and of passing a mark.
static SUCCESSIVE: Words = Words::at_start(&["先后", "相继", "接连", "连续"]);
static PASSING: Words = Words::at_start(&["跨", "迈", "跃", "突破", "站上", "登上"]);

/// Numbers that share their words, with what a rule read in these.
pub(super) struct Reading<'a> {
    pub(super) sense: &'a Sense,
    pub(super) numbers: &'a [Number],
    pub(super) subjects: &'a [Name],
    pub(super) context: &'a Context<'a>,
    /// First byte of the clause.
    pub(super) clause: usize,
}

impl Reading<'_> {
    /// The subjects of one of the numbers.
    fn subjects_of(&self, number: usize) -> &[Name] {
        let each = match self.sense.measure {
            Measure::Rank | Measure::Growth | Measure::GrowthRank => self.numbers.len() == 1,
            _ => false,
        };
        if each || self.sense.spread == Spread::Each {
            return self.subjects;
        }
        let one = number.min(self.subjects.len().saturating_sub(1));
        self.subjects.get(one..=one).unwrap_or_default()
    }

    /// What a number is set against: 分别高于全国、全省7.4个、3.1个百分点 names a group for each.
    fn scope(&self, number: &Number) -> Option<String> {
        let scope = self.sense.scope.as_deref()?;
        let groups = comparison::groups(scope);
        let place = self.numbers.iter().position(|other| other.start == number.start);
        // Several subjects may each be against all of the groups.
        let paired = groups.len() == self.numbers.len() && self.subjects.len() == 1;
        let own = place.filter(|_| paired).and_then(|place| groups.get(place));
        Some((*own.unwrap_or(&scope)).to_owned())
    }

    /// Whether a number is one that was passed on the way to another, nobody says when: 先后迈上40亿元、50亿元台阶.
    fn is_passed(&self, number: &Number, words: &str) -> bool {
        let last = self.numbers.last().is_some_and(|last| last.start == number.start);
        self.subjects.len() == 1 && !last && SUCCESSIVE.within(words) && PASSING.within(words)
    }

    /// The unit of one of the numbers. 7.4个、3.1个百分点: the last bears that of all.
    fn unit<'n>(&'n self, number: &'n Number) -> &'n str {
        let last = self.numbers.last().map(|last| last.unit.as_str());
        last.filter(|unit| unit.ends_with("百分点")).unwrap_or(&number.unit)
    }
}

/// The name of a metric of the catalogue where the words before its number tell it of a zone or park.
fn of_zone(subject: &Name, before: &str) -> Option<Name> {
    subject.key.as_ref()?;
    let zone = zone::subject(before)?;
    Some(Name { text: format!("{zone}{}", subject.text), key: None, kind: subject.kind })
}

/// The measure that the unit and the size of a number leave of what its words tell.
fn measured(measure: Measure, subject: &Name, number: &Number) -> Measure {
    match measure {
        // 分别增长16%、5.2倍
        Measure::Growth if number.unit == "倍" => Measure::Multiple,
        Measure::Multiple if number.unit == "%" => Measure::Growth,
        // 居民消费价格总水平控制在4%: an index so low is its rise.
        Measure::Level if subject.key.as_deref() == Some("cpi") => match number.shape {
            Shape::Plain(value) if value < 50.0 => Measure::Growth,
            _ => measure,
        },
        _ => measure,
    }
}

impl Reader<'_> {
    /// Turns what a rule read into figures: one for each number, or for each subject.
    pub(super) fn tell(&mut self, reading: &Reading<'_>, said: &mut Said) {
        let sense = reading.sense;
        for (i, number) in reading.numbers.iter().enumerate() {
            let subjects = reading.subjects_of(i);
            if subjects.is_empty() {
                let kind = if i == 0 { ProblemKind::NoMetric } else { ProblemKind::ListShort };
                self.leave(std::slice::from_ref(number), kind);
            }
            let measure = sense.measures.get(i).copied();
            for subject in subjects {
                self.figure(reading, number, subject, measure, said);
            }
        }
        (said.sign, said.scope) = (sense.sign, sense.scope.clone());
        if sense.spread == Spread::Each {
            said.closed = said.figures.len();
        }
    }

    /// Turns a number into a figure of a subject, of another measure than most of its list where one is given.
    fn figure(
        &mut self,
        reading: &Reading<'_>,
        number: &Number,
        subject: &Name,
        measure: Option<Measure>,
        said: &mut Said,
    ) {
        let (sense, names) = (reading.sense, self.scene.names);
        // 占比12%，提高3个百分点: what changes is the share.
        let share = said.whole().filter(|_| sense.measure == Measure::Change && !sense.has_own_subject());
        let share = share.map(|whole| names.share(&subject.text, whole));
        let subject = share.as_ref().unwrap_or(subject);
        // 高于全国3个、全省2个百分点: the unit stands behind a later number.
        let (start, end) = reading.context.sentence();
        let shortened = sense.measure == Measure::Gap && number.unit == "个" && {
            let stop = sentence::told_up_to(self.text, number.end, end.max(number.end));
            self.text[number.end..stop].contains("个百分点")
        };
        let unit = if shortened { "个百分点" } else { reading.unit(number) };
        let near = sentence::reach(self.text, start, number.start);
        let zoned = of_zone(subject, &self.text[near..number.start]);
        let subject = zoned.as_ref().unwrap_or(subject);
        let level = sense.measure == Measure::Level && number.shape != Shape::Damaged;
        let fits = !level || names.fits(subject, unit);
        if !fits && !sense.has_own_subject() {
            // 总面积…, 40万人: the metric before cannot be told in this unit.
            return self.leave(std::slice::from_ref(number), ProblemKind::OtherUnit);
        }
        let mut draft = self.draft(reading, subject, number);
        draft.measure = measured(measure.unwrap_or(draft.measure), subject, number);
        unit.clone_into(&mut draft.unit);
        // 突破千亿大关: the unit of money is left out.
        if unit::is_scale(unit) && level && names.is_money(subject) {
            draft.unit.push('元');
        }
        if !fits {
            (draft.name.key, draft.name.kind) = (None, None);
        }
        said.figures.push(subject::Figure { name: draft.name.clone(), measure: draft.measure, at: number.start });
        phrase::shorten(&phrase::joined(&draft.name.text)).clone_into(&mut draft.name.text);
        let evidence = Evidence {
            names,
            text: self.text,
            clause: reading.clause,
            number,
            sense,
            draft: &draft,
            numbers: reading.numbers.len(),
            subjects: reading.subjects.len(),
            last: &self.last,
            context: reading.context,
            expected: self.expected,
            damaged: self.damaged,
        };
        draft.doubt = evidence.doubts();
        self.drafts.push(draft);
        if number.shape == Shape::Damaged {
            self.leave(std::slice::from_ref(number), ProblemKind::DamagedNumber);
        }
    }

    fn draft(&self, reading: &Reading<'_>, name: &Name, number: &Number) -> Draft {
        let Reading { sense, context, clause, .. } = *reading;
        let (name, measure, scope) = match sense.measure {
            Measure::Share => self.share(name.clone(), reading.scope(number).or_else(|| self.whole(name, context))),
            measure => (name.clone(), measure, reading.scope(number)),
        };
        let value = match &number.shape {
            Shape::Plain(value) if sense.sign < 0.0 && *value != 0.0 => Some(Value::Number(-value)),
            Shape::Plain(value) | Shape::Place(value) => Some(Value::Number(*value)),
            Shape::Proportion(parts) => Some(Value::Ratio(parts.clone())),
            Shape::Damaged => None,
        };
        let words = &self.text[clause..number.start];
        // What has no subject of its own goes on with the figure before in its sentence.
        let (start, _) = context.sentence();
        let last = || self.drafts.last().filter(|draft| draft.start >= start);
        let before = (!sense.has_own_subject()).then(|| last().map_or((start, None), |last| (last.start, last.region)));
        let (span, status) = self.when(reading, &name, measure, number);
        // 五年间增长3.3倍, not against the year before but over the years.
        let base = sense.base.clone().filter(|base| {
            let yearly = ["同比", "上年", "去年"].iter().any(|word| words.contains(word));
            base != "yoy" || yearly || !span.is_several()
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
            period: years::period(span, &timed).filter(|_| !reading.is_passed(number, words)),
            status,
            scope,
            base,
            doubt: Doubts::NONE,
            flag: (number.shape == Shape::Damaged).then_some(Flag::Damaged),
            name,
        }
    }

    /// The time and the standing of a number.
    fn when(&self, reading: &Reading<'_>, name: &Name, measure: Measure, number: &Number) -> (Span, Status) {
        let Reading { sense, context, clause, .. } = *reading;
        let anchor = self.scene.opening.anchor;
        let (span, status) = context.time(number, clause, sense.has_own_subject());
        // Statistics are estimated, what has been done is known.
        let estimated = self.estimated && name.key.is_some() && !unit::is_count(&number.unit);
        let status = match status {
            _ if sense.former == Some(Former::Now) => Status::Actual,
            Status::Actual if estimated => Status::Forecast,
            status => status,
        };
        let year = |year| Span::In(Period::year(year));
        let span = match (sense.former, span) {
            (None, span) => span,
            (Some(Former::In(former)), _) => year(former),
            (Some(Former::Now), _) => anchor.report.map_or(Span::Lost, year),
            (Some(Former::YearBefore), Span::In(period)) if period.is_year() => year(period.last() - 1),
            // 五年来，…从A提高到B: before the first of the years.
            (Some(Former::Earlier), Span::Over(period)) if !context.counts_years(number.start) => {
                year(period.first() - 1)
            }
            (Some(_), _) => Span::Lost,
        };
        // 2010年…，是“十五”时期的2倍: what is measured against years is itself of years.
        let of_years = || match measure {
            Measure::Level => years::against(years::following(context.behind(number.end))),
            _ => sense.base.as_deref().is_some_and(years::of_years),
        };
        let ends = |years: &Span| years.last().is_some_and(|last| span == year(last));
        let years = self.scene.section.years.filter(|years| ends(years) && of_years());
        match years.unwrap_or(span) {
            // 增长6.5% among what is planned for years, where no average is told, is planned for the first.
            Span::Over(period)
                if (status, measure) == (Status::Target, Measure::Growth)
                    && sense.base.as_deref() == Some("yoy")
                    && anchor.plan() == Some(period.first()) =>
            {
                (year(period.first()), status)
            }
            span => (span, status),
        }
    }

    /// 收入38亿元，增长6%，其中税收占71%: what the sentence told before is the whole, where it told of one thing only,
    /// or of one only that makes a ratio of the catalogue with the part.
    fn whole(&self, part: &Name, context: &Context<'_>) -> Option<String> {
        let (start, _) = context.sentence();
        let told = self.drafts.iter().rev().take_while(|draft| draft.start >= start).map(|draft| &draft.name.text);
        let mut wholes: Vec<_> = told.collect();
        wholes.sort_unstable();
        wholes.dedup();
        if wholes.len() > 1 {
            wholes.retain(|whole| self.scene.names.ratio(&part.text, whole).is_some());
        }
        if let [whole] = wholes[..] { Some(whole.clone()) } else { None }
    }

    /// A share whose full phrase has a key is the level of that ratio; otherwise the part is named.
    fn share(&self, part: Name, scope: Option<String>) -> (Name, Measure, Option<String>) {
        match self.scene.names.ratio(&part.text, scope.as_deref().unwrap_or_default()) {
            Some(ratio) => (ratio, Measure::Level, None),
            None => (part, Measure::Share, scope),
        }
    }

    fn bound(&self, sense: &Sense, number: &Number) -> Bound {
        let rest = &self.text[number.end..];
        // 2倍多
        let beyond = number.unit == "倍" && rest.starts_with(['多', '余']) && !rest.starts_with("多于");
        let more = (number.more || beyond).then_some(Bound::Above);
        sentence::bound(rest).or(more).or(sense.bound).unwrap_or_default()
    }
}
