//! Which region and time a value is of: as its column, its row or the table tells.

use super::{
    book::Book,
    cell::{Cell, Row},
    labels::{Labels, Time},
    plan::Plan,
    regions::Fault,
    slot::Slot,
    told::Unmatched,
    year,
};
use crate::model::{Period, RegionCode};

impl Plan<'_> {
    /// The region of a value: of its column, of its row, of the table.
    pub(super) fn region(
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
                    let at = self.columns.regions.last().copied().or(self.columns.code).unwrap_or(slot.at);
                    let remedy = || "write it in every row".to_owned();
                    book.told.count(Unmatched::Region, "", || self.place(at, number), remedy);
                    return None;
                };
                Some(code)
            }
        }
    }

    /// Whether a value may be of a region around that of its row, as 全市GDP beside a county; that is noted.
    pub(super) fn is_around(
        &self,
        book: &mut Book<'_, '_>,
        slot: &Slot<'_>,
        labels: &Labels,
        region: RegionCode,
        number: u32,
    ) -> bool {
        let names = [slot.column.heading.as_deref(), labels.label.as_deref()];
        let around = |name: &&str| book.regions.may_be_around(name, region, self.layout.table.region);
        let Some(name) = names.into_iter().flatten().find(around).filter(|_| slot.column.region.is_none()) else {
            return false;
        };
        let told = format!("“{name}” may be of the region around {}", book.regions.name(region).unwrap_or_default());
        let remedy = || "give region = CODE for the column in --map, or leave the word out".to_owned();
        book.told.count(Unmatched::Sense, &told, || self.place(slot.at, number), remedy);
        true
    }

    /// The time of a value, from the same.
    pub(super) fn period(
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
                let remedy = || {
                    "write the year in every row, as 2023; of days only the first and the last of a year stand for it"
                        .to_owned()
                };
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
}
