//! Reads the rows of a table whose layout is known: a figure for each value that stands under a telling heading.

use std::{collections::HashSet, ops::ControlFlow};

use super::{
    book::{Book, Places},
    cell::{Cell, Row, letters, rounded},
    fractions::{self, Kind, Rates},
    header,
    labels::{Columns, Labels, Named, Read, Time},
    layout::Layout,
    map::Role,
    regions::Fault,
    slot::Slot,
    title,
    told::Unmatched,
    value::{self, Reading},
    year,
};
use crate::model::{Doubts, Figure, Measure, Period, RegionCode, Value};

/// What a row is that has no values.
#[derive(Debug)]
pub(super) enum NoFigures {
    /// A title, a note, the heading once more.
    Line,
    /// The heading of another table.
    Heading,
}

/// How the rows of a table are read.
pub(super) struct Plan<'l> {
    layout: &'l Layout,
    sheet: &'l str,
    places: Places,
    columns: Columns<'l>,
    values: Vec<Slot<'l>>,
    /// Percentages that are not read, as they may be fractions.
    doubted: HashSet<Kind>,
}

impl<'l> Plan<'l> {
    pub(super) fn new(layout: &'l Layout, sheet: &'l str, places: Places) -> Self {
        let columns = || layout.table.columns.iter().enumerate();
        Self {
            layout,
            sheet,
            places,
            columns: Columns::new(&layout.table.columns),
            values: columns()
                .filter(|(_, column)| column.role == Some(Role::Value))
                .map(|(at, column)| Slot { at, column })
                .collect(),
            doubted: HashSet::new(),
        }
    }

    /// Looks through the first rows for percentages that may be written as fractions.
    pub(super) fn doubt(&mut self, book: &mut Book<'_, '_>, rows: &[Row]) {
        // What the labels leave open is told when the rows are read.
        let told = std::mem::take(&mut book.told);
        let (mut read, mut rates) = (Read::default(), Rates::default());
        for row in rows {
            let bare = |slot: &Slot<'_>| row.get(slot.at).map(value::read).as_ref().and_then(fractions::bare);
            let numbers: Vec<_> = self.values.iter().filter_map(|slot| Some((slot, bare(slot)?))).collect();
            if numbers.is_empty() {
                self.line(book, &mut read, row);
                continue;
            }
            let labels = self.columns.read(book, &mut read, row);
            for (slot, number) in numbers.into_iter().filter(|(slot, _)| slot.column.fraction.is_none()) {
                let Some(named) = self.metric_of(book, slot, &labels) else { continue };
                let measure = slot.measure(&labels, &named);
                if slot.unit(&labels, &named, measure, None, &self.layout.table.units).as_deref() == Some("%") {
                    rates.add(slot.kind(&named, measure), number);
                }
            }
        }
        self.doubted = rates.doubted();
        book.told = told;
    }

    /// Reads a row and hands over its figures.
    pub(super) fn row(
        &self,
        book: &mut Book<'_, '_>,
        read: &mut Read,
        number: u32,
        row: &Row,
    ) -> Result<ControlFlow<()>, NoFigures> {
        let readings: Vec<_> = self
            .values
            .iter()
            .map(|slot| (slot, row.get(slot.at).map_or(Reading::Nothing, value::read)))
            .filter(|(_, reading)| *reading != Reading::Nothing)
            .collect();
        let no_value = readings.iter().all(|(_, reading)| *reading == Reading::Unreadable);
        let is_heading = self.columns.head(row);
        if no_value || is_heading {
            if self.repeats(row) {
                return Err(NoFigures::Line);
            }
            let kind = header::kind(row, &book.names);
            if matches!(kind, header::Kind::Words(2..)) || (is_heading && kind != header::Kind::Line) {
                return Err(NoFigures::Heading);
            }
            if readings.is_empty() || kind == header::Kind::Line {
                self.line(book, read, row);
                return Err(NoFigures::Line);
            }
        }
        let labels = self.columns.read(book, read, row);
        read.lines.clear();
        for (slot, reading) in readings {
            if let Some(figure) = self.figure(book, slot, reading, &labels, number, row) {
                read.figures += 1;
                if book.figure(figure).is_break() {
                    return Ok(ControlFlow::Break(()));
                }
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// Takes what a row without values tells: who published the table, or the metric of the rows below it.
    fn line(&self, book: &mut Book<'_, '_>, read: &mut Read, row: &Row) {
        if let Some(publisher) = row.iter().filter_map(Cell::as_text).find_map(title::publisher)
            && book.publisher.is_empty()
        {
            publisher.clone_into(&mut book.publisher);
        }
        if let Some(named) = self.columns.named(book, read, row).filter(|named| !named.name.is_empty()) {
            read.metric = Some(named);
        }
    }

    /// Whether the row is the heading once more, as on a new page.
    fn repeats(&self, row: &Row) -> bool {
        let mut told = row.iter().enumerate().filter_map(|(at, cell)| Some((at, cell.as_text()?))).peekable();
        let heads =
            |(at, text): (usize, &str)| self.layout.headings.get(at).is_some_and(|heading| heading.contains(text));
        told.peek().is_some() && told.all(heads)
    }

    /// The figure of a value; `None` where something is not told, which is noted.
    fn figure(
        &self,
        book: &mut Book<'_, '_>,
        slot: &Slot<'_>,
        reading: Reading,
        labels: &Labels,
        number: u32,
        row: &Row,
    ) -> Option<Figure> {
        let place = || self.place(slot.at, number);
        let Reading::Value { value, bound, unit: own_unit } = reading else {
            let shown = row.get(slot.at).map(Cell::shown).unwrap_or_default();
            book.told.count(Unmatched::Value, &shown, place, || "write a number, or nothing".to_owned());
            return None;
        };
        let region = self.region(book, slot, labels, number, row)?;
        let period = self.period(book, slot, labels, number, row)?;
        let Some(mut named) = self.metric_of(book, slot, labels) else {
            let heading = slot.column.heading.clone().unwrap_or_default();
            let remedy = || "nothing tells what it measures; give metric = \"…\" for it in --map".to_owned();
            book.told.count(Unmatched::Column, &heading, place, remedy);
            return None;
        };
        let measure = slot.measure(labels, &named);
        // 全市GDP in the row of a county is that of the city around it.
        let is_rank = matches!(measure, Measure::Rank | Measure::GrowthRank);
        let heading =
            slot.column.heading.as_deref().filter(|_| !is_rank && slot.column.region.is_none()).unwrap_or_default();
        if heading.contains("全市") && region.0 % 100 != 0 && !book.regions.name(region)?.ends_with('市') {
            let told = format!("“{heading}” may be of the city around {}", book.regions.name(region)?);
            let remedy = || "give region = CODE for the column in --map, or is = \"ignore\"".to_owned();
            book.told.count(Unmatched::Sense, &told, place, remedy);
            return None;
        }
        let is_bare = own_unit.is_none();
        let unit = slot.unit(labels, &named, measure, own_unit, &self.layout.table.units);
        if is_bare && unit.as_deref() == Some("%") && self.doubted.contains(&slot.kind(&named, measure)) {
            let told = format!("the percentages of {} may be fractions (0.053 for 5.3 %)", named.name);
            let remedy = || "write them as 5.3%, or say fraction = true or false for the column in --map".to_owned();
            book.told.count(Unmatched::Sense, &told, place, remedy);
            return None;
        }
        let rate = |unit: &str| matches!(unit, "%" | "‰");
        if measure == Measure::Level
            && unit.as_deref().is_some_and(rate)
            && named.base.as_deref().is_some_and(|base| !rate(base) && base != "比")
        {
            let told = format!("{} is told in %, which may be its growth or its share", named.name);
            book.told.count(Unmatched::Sense, &told, place, || "say which by measure = \"growth\" in --map".to_owned());
            return None;
        }
        if named.key.is_none() {
            let remedy = || match book.names.nearest(&named.name) {
                Some(near) => format!("if it is {near}, say so under [metrics] or for its column in --map"),
                None => "if it is one, say so under [metrics] or for its column in --map".to_owned(),
            };
            book.told.count(Unmatched::Metric, &named.name, place, remedy);
        }
        if unit.is_none() {
            let remedy = || {
                "write it in brackets behind the name, as in 地区生产总值(亿元) or 常住人口(万人), or give unit = \"…\" in --map".to_owned()
            };
            book.told.count(Unmatched::Unit, &named.name, place, remedy);
        }
        let value = match value {
            // Of a column that has other figures too only the percentages are fractions.
            Value::Number(number)
                if slot.column.fraction == Some(true) && is_bare && unit.as_deref().is_none_or(|unit| unit == "%") =>
            {
                Value::Number(rounded(number * 100.0))
            }
            value => value,
        };
        Some(Figure {
            doc: book.id.to_owned(),
            start: 0,
            end: 0,
            paragraph: 0,
            text: place(),
            region: book.regions.name(region),
            region_code: Some(region),
            metric: named.key.take(),
            name: named.name,
            measure,
            value: Some(value),
            unit: unit.unwrap_or_default(),
            bound,
            period: Some(period),
            status: slot.column.status.or(labels.status).or(named.status).unwrap_or_default(),
            scope: slot.column.scope.clone().or(named.scope),
            base: (measure == Measure::Growth).then(|| "yoy".to_owned()),
            doubt: Doubts::NONE,
            flag: None,
            review: None,
        })
    }

    /// The region of a value: of its column, of its row, of the table.
    fn region(
        &self,
        book: &mut Book<'_, '_>,
        slot: &Slot<'_>,
        labels: &Labels,
        number: u32,
        row: &Row,
    ) -> Option<RegionCode> {
        match &labels.region {
            _ if slot.column.region.is_some() => slot.column.region,
            Some(Ok(code)) => Some(*code),
            Some(Err((at, fault))) => {
                let label = row.get(*at).map(Cell::shown).unwrap_or_default();
                self.tell_region(book, &label, fault, *at, number);
                None
            }
            None => {
                let names_none = self.columns.regions.is_empty() && self.columns.code.is_none();
                let Some(code) = self.layout.table.region.filter(|_| names_none) else {
                    let remedy = || "fill in the column of regions".to_owned();
                    book.told.count(Unmatched::Region, "", || self.place(slot.at, number), remedy);
                    return None;
                };
                Some(code)
            }
        }
    }

    /// The time of a value, from the same.
    fn period(
        &self,
        book: &mut Book<'_, '_>,
        slot: &Slot<'_>,
        labels: &Labels,
        number: u32,
        row: &Row,
    ) -> Option<Period> {
        let place = || self.place(slot.at, number);
        if let Some(period) = slot.column.year {
            let heading = slot.column.heading.as_deref().unwrap_or_default();
            let by_heading = year::taken_out(heading).is_some_and(|(told, _)| told == period);
            if let Time::Of(of_row) = labels.time
                && by_heading
                && of_row != period
            {
                let told = format!("the heading “{heading}” tells {period}, and rows below it other years");
                let remedy = || "take the year out of one, or say is = \"ignore\" for one column in --map".to_owned();
                book.told.count(Unmatched::Sense, &told, place, remedy);
                return None;
            }
            return Some(period);
        }
        let day = || self.columns.year.and_then(|at| row.get(at)).and_then(year::day_of);
        match labels.time {
            // 2023-01-01 beside 2023-02-01 is a month.
            Time::Of(_) if !self.layout.days_are_years && day().is_some() => {
                let at = self.columns.year.unwrap_or(slot.at);
                let label = row.get(at).map(Cell::shown).unwrap_or_default();
                let remedy = || {
                    "days beside it are none that end or begin a year; write 2023, or 2023-01 for a month".to_owned()
                };
                book.told.count(Unmatched::Year, &label, || self.place(at, number), remedy);
                None
            }
            Time::Of(period) => Some(period),
            Time::Unreadable => {
                let label = self.columns.year.and_then(|at| row.get(at)).map(Cell::shown).unwrap_or_default();
                let remedy =
                    || "write the year as 2023; of days only the first and the last of a year stand for it".to_owned();
                let place = || self.place(self.columns.year.unwrap_or(slot.at), number);
                book.told.count(Unmatched::Year, &label, place, remedy);
                None
            }
            Time::Untold => {
                if self.layout.table.year.is_none() {
                    let heading = slot.column.heading.clone().unwrap_or_default();
                    let remedy = || "nothing tells its year; give year = … for it in --map".to_owned();
                    book.told.count(Unmatched::Column, &heading, place, remedy);
                }
                self.layout.table.year
            }
        }
    }

    /// The metric of a value: of its column, of its row, of the table.
    fn metric_of(&self, book: &Book<'_, '_>, slot: &Slot<'_>, labels: &Labels) -> Option<Named> {
        if let Some(name) = &slot.column.metric {
            let said = book.mapping.metrics.get(name).unwrap_or(name);
            return Some(Named::by_name(said, &book.names));
        }
        if let Some(named) = labels.metric.clone().filter(|named| !named.name.is_empty()) {
            return Some(named);
        }
        let name = self.layout.table.metric.as_deref().filter(|_| self.columns.metric.is_none())?;
        Some(Named::by_name(name, &book.names))
    }

    fn tell_region(&self, book: &mut Book<'_, '_>, label: &str, fault: &Fault, at: usize, number: u32) {
        let regions = &book.regions;
        let remedy = || match fault {
            Fault::Unknown => match regions.nearest(label) {
                Some(near) => format!("if it is {near}, write that or give its code under [regions] in --map"),
                None => "give its code under [regions] in --map (xianzhi regions lists them)".to_owned(),
            },
            Fault::Below => "it lies below the counties, which are the narrowest regions that are known".to_owned(),
            Fault::Several(codes) => {
                let paths: Vec<_> =
                    codes.iter().take(4).map(|code| format!("{code} {}", regions.path(*code))).collect();
                let more = if codes.len() > 4 { ", …" } else { "" };
                format!("it may be {}{more}; give its code in a column, or under [regions] in --map", paths.join(", "))
            }
        };
        book.told.count(Unmatched::Region, label, || self.place(at, number), remedy);
    }

    /// Where a value stands.
    fn place(&self, at: usize, number: u32) -> String {
        match self.places {
            Places::Records => {
                let field = self.layout.headings.get(at).map_or("", String::as_str);
                format!("{field}#{number}")
            }
            Places::Cells if self.sheet.is_empty() => format!("{}{}", letters(at), number + 1),
            Places::Cells => format!("{}!{}{}", self.sheet, letters(at), number + 1),
        }
    }
}
