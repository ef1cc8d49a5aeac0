//! Reads the rows of a table whose layout is known: a figure for each value that stands under a telling heading.

use std::{collections::HashSet, ops::ControlFlow};

use super::{
    blocks::Blocks,
    book::{Book, Places},
    cell::{Cell, Row, letters, rounded},
    fractions::{self, Kind, Rates},
    header,
    labels::{Columns, Labels, Named, Read},
    layout::Layout,
    map::Role,
    slot::Slot,
    title,
    told::Unmatched,
    value::{self, Reading},
};
use crate::model::{Doubts, Figure, Measure, Value};

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
    pub(super) layout: &'l Layout,
    sheet: &'l str,
    places: Places,
    pub(super) columns: Columns<'l>,
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

    /// Looks through the first rows, for labels that are written once for several rows, which are given back, and
    /// for percentages that may be written as fractions; `is_cut` says whether more rows follow.
    pub(super) fn look(&mut self, book: &mut Book<'_, '_>, rows: &[Row], is_cut: bool) -> Blocks {
        // Below the heading of another table nothing is of this one.
        let heads =
            |row: &Row| matches!(header::kind(row, &book.names), header::Kind::Words(2..)) && !self.repeats(row);
        let (rows, is_cut) = match rows.iter().position(heads) {
            Some(end) => (&rows[..end], false),
            None => (rows, is_cut),
        };
        self.columns.order(book, rows);
        let tells = |row: &Row| self.values.iter().any(|slot| row.get(slot.at).is_some_and(|cell| !cell.is_empty()));
        let blocks = Blocks::find(&self.columns, rows, tells, is_cut);
        blocks.told().for_each(|sentence| book.told.note(sentence));
        // What the labels leave open is told when the rows are read.
        let told = std::mem::take(&mut book.told);
        let (mut read, mut rates) = (Read::new(blocks.clone()), Rates::default());
        for row in rows {
            let row = &*read.filled(row);
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
                    let told = [slot.column.heading.as_ref(), labels.label.as_ref(), labels.unit.as_ref()];
                    let is_told = told.into_iter().flatten().any(|text| fractions::is_told(text));
                    rates.add(slot.kind(&named, measure), number, is_told);
                }
            }
        }
        self.doubted = rates.doubted();
        book.told = told;
        blocks
    }

    /// Reads a row and hands over its figures.
    pub(super) fn row(
        &self,
        book: &mut Book<'_, '_>,
        read: &mut Read,
        number: u32,
        row: &Row,
    ) -> Result<ControlFlow<()>, NoFigures> {
        let row = &*read.filled(row);
        let readings: Vec<_> = self
            .values
            .iter()
            .map(|slot| (slot, row.get(slot.at).map_or(Reading::Nothing, |cell| self.reading(slot, cell))))
            .filter(|(_, reading)| *reading != Reading::Nothing)
            .collect();
        let no_value = readings.iter().all(|(_, reading)| *reading == Reading::Unreadable);
        let is_heading = self.columns.head(row);
        if no_value || is_heading {
            if self.repeats(row) {
                return Err(NoFigures::Line);
            }
            let kind = header::kind(row, &book.names);
            if matches!(kind, header::Kind::Words(2..)) || (is_heading && matches!(kind, header::Kind::Words(_))) {
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

    /// What a cell tells; merged cells only where they make one column of one row.
    fn reading(&self, slot: &Slot<'_>, cell: &Cell) -> Reading {
        let reading = value::read(cell);
        let (Cell::Merged(merged), Reading::Value { .. }) = (cell, &reading) else { return reading };
        let [first, last] = merged.columns;
        let mut others = self.values.iter().filter(|other| (first..=last).contains(&other.at)).peekable();
        let is_first = others.peek().is_some_and(|other| other.at == slot.at);
        if merged.has_rows || !others.all(|other| other.column.heading == slot.column.heading) {
            return Reading::Shared;
        }
        if is_first { reading } else { Reading::Nothing }
    }

    /// Takes what a row without values tells: who published the table, or the metric of the rows below it.
    fn line(&self, book: &mut Book<'_, '_>, read: &mut Read, row: &Row) {
        if let Some(publisher) = row.iter().filter_map(Cell::as_text).find_map(title::publisher)
            && book.publisher.is_empty()
        {
            publisher.clone_into(&mut book.publisher);
        }
        if let Some(named) = self.columns.named(book, read, row).filter(|named| !named.name.is_empty()) {
            read.metric = Some(named.clone());
            read.group = Some(named);
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
            self.tell_no_value(book, &reading, slot.at, number, row);
            return None;
        };
        if let Some(at) = self.columns.shared(row) {
            let told = "a label is merged over rows that no other label tells apart";
            let remedy = || "write in each row what its figures are of".to_owned();
            book.told.count(Unmatched::Sense, told, || self.place(at, number), remedy);
            return None;
        }
        let region = self.region(book, slot, labels, number, row)?;
        let period = self.period(book, slot, labels, number, row)?;
        let Some(mut named) = self.metric_of(book, slot, labels) else {
            self.tell_no_metric(book, slot, labels, number);
            return None;
        };
        let measure = slot.measure(labels, &named);
        if !matches!(measure, Measure::Rank | Measure::GrowthRank) && self.is_around(book, slot, labels, region, number)
        {
            return None;
        }
        // 0.9个百分点 in a column of growth is a difference of percentages.
        let is_points = measure == Measure::Growth && own_unit.as_deref() == Some("个百分点");
        if is_points && named.base.as_deref() != Some("%") {
            let told = format!("{} is told in points of per cent", named.name);
            book.told.count(Unmatched::Sense, &told, place, || "write % if it is its growth".to_owned());
            return None;
        }
        let measure = if is_points { Measure::Change } else { measure };
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
            base: slot.base(labels, measure, period),
            doubt: Doubts::NONE,
            flag: None,
            review: None,
        })
    }

    fn tell_no_value(&self, book: &mut Book<'_, '_>, reading: &Reading, at: usize, number: u32, row: &Row) {
        let place = || self.place(at, number);
        if *reading == Reading::Shared {
            let told = "values stand in merged cells, and of which of them is open";
            book.told.count(Unmatched::Sense, told, place, || "write each in the one cell that it is of".to_owned());
        } else {
            let shown = row.get(at).map(Cell::shown).unwrap_or_default();
            book.told.count(Unmatched::Value, &shown, place, || "write a number, or nothing".to_owned());
        }
    }

    fn tell_no_metric(&self, book: &mut Book<'_, '_>, slot: &Slot<'_>, labels: &Labels, number: u32) {
        if let Some(at) = self.columns.metric {
            let label = labels.label.as_deref().unwrap_or_default();
            let place = || self.place(at, number);
            book.told.count(Unmatched::NoMetric, label, place, || "write it in every row".to_owned());
        } else {
            let heading = slot.column.heading.as_deref().unwrap_or_default();
            let remedy = || "nothing tells what it measures; give metric = \"…\" for it in --map".to_owned();
            book.told.count(Unmatched::Column, heading, || self.place(slot.at, number), remedy);
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

    /// Where a value stands.
    pub(super) fn place(&self, at: usize, number: u32) -> String {
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
