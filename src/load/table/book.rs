//! A file of tables: each of its sheets is laid out and read, and what is found of all is gathered.

use std::{ops::ControlFlow, path::Path};

use super::{
    cell::{Cell, Row},
    interchange,
    labels::Read,
    layout::{Finder, Layout},
    map::Mapping,
    names::Names,
    plan::{NoFigures, Plan},
    regions::Regions,
    told::Told,
};
use crate::{
    load::{
        Trouble,
        figures::{self, Line},
    },
    model::{Catalogue, Figure, Gazetteer, Source},
};

/// So many rows are looked at to find out how a table is read.
const HEAD: usize = 300;

/// So many rows above a heading may be its title.
const LINES: usize = 8;

/// A row with its number in the file, from 0; or why no more can be read.
pub(super) type Rows<'r> = &'r mut dyn Iterator<Item = Result<(u32, Row), String>>;

/// What stands where a figure stood, for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Places {
    /// Cells, as `C5` or `Sheet1!C5`.
    Cells,
    /// Records and their fields, as `gdp#4`.
    Records,
}

/// A file of tables that is being read.
pub(super) struct Book<'b, 'a> {
    pub(super) path: &'b Path,
    /// What its figures call it.
    pub(super) id: &'b str,
    pub(super) names: Names<'a>,
    pub(super) regions: Regions<'a>,
    pub(super) mapping: &'a Mapping,
    pub(super) told: Told,
    /// How its tables were read.
    pub(super) found: Mapping,
    /// Whether it tells of sources itself.
    has_sources: bool,
    take: &'b mut dyn FnMut(Line) -> ControlFlow<()>,
    /// Sheets with figures, and their number.
    read: Vec<(String, usize)>,
    unread: Vec<(String, String)>,
    pub(super) title: String,
    pub(super) publisher: String,
    /// Whether figures name other documents than this file.
    pub(super) is_interchange: bool,
}

impl<'b, 'a> Book<'b, 'a> {
    pub(super) fn new(
        path: &'b Path,
        id: &'b str,
        (gazetteer, catalogue, mapping): (&'a Gazetteer, &'a Catalogue, &'a Mapping),
        take: &'b mut dyn FnMut(Line) -> ControlFlow<()>,
    ) -> Self {
        Self {
            path,
            id,
            names: Names::new(catalogue),
            regions: Regions::new(gazetteer, &mapping.regions),
            mapping,
            told: Told::default(),
            found: Mapping::default(),
            has_sources: false,
            take,
            read: Vec::new(),
            unread: Vec::new(),
            title: String::new(),
            publisher: String::new(),
            is_interchange: false,
        }
    }

    /// Hands over a figure.
    pub(super) fn figure(&mut self, figure: Figure) -> ControlFlow<()> {
        (self.take)(Line::Figure(figure))
    }

    /// Hands over what is known of a document.
    pub(super) fn source(&mut self, source: Source) -> ControlFlow<()> {
        self.has_sources = true;
        (self.take)(Line::Source(source))
    }

    /// Reads a sheet; `name` is empty where the file is one table.
    pub(super) fn sheet(&mut self, name: &str, places: Places, rows: Rows<'_>) -> ControlFlow<()> {
        let said = self.mapping.table(self.id, name);
        if said.skip {
            return ControlFlow::Continue(());
        }
        let mut head: Vec<(u32, Row)> = Vec::new();
        let (mut figures, mut tables) = (0, 0);
        // A sheet may hold several tables, one below the other.
        loop {
            let fault = fill(&mut head, rows);
            if let Some(fault) = fault {
                self.told.note(fault);
            }
            if head.iter().all(|(_, row)| row.iter().all(Cell::is_empty)) {
                break;
            }
            if let Some(fields) = interchange::fields(&head[0].1) {
                self.is_interchange = true;
                return self.interchange(name, &fields, head, rows);
            }
            let (numbers, table): (Vec<_>, Vec<_>) = head.drain(..).unzip();
            let first = numbers.first().copied().unwrap_or_default();
            let said = if tables == 0 { said.clone() } else { self.mapping.table_below(self.id, name, first) };
            let mut finder = Finder { names: &self.names, regions: &mut self.regions, told: &mut self.told };
            let layout = match finder.find(&table, &numbers, said, name, self.id) {
                Ok(layout) => layout,
                Err(why) => {
                    if figures == 0 {
                        self.unread.push((name.to_owned(), why));
                    } else {
                        let row = numbers[0] + 1;
                        let sheet = if name.is_empty() { String::new() } else { format!("“{name}”: ") };
                        self.told.note(format!(
                            "{sheet}the rows from {row} on look like another table, which is not read: {why}"
                        ));
                    }
                    break;
                }
            };
            self.note_source(&layout);
            let skipped = layout.skipped;
            let mut plan = Plan::new(&layout, name, places);
            let blocks = plan.look(self, &table[skipped..], table.len() == HEAD);
            let mut read = Read::new(blocks);
            let looked_at = numbers.into_iter().zip(table).skip(skipped);
            let result = self.rows(&plan, &mut read, looked_at, rows, &mut head);
            figures += read.figures;
            self.found.tables.push(layout.table);
            tables += 1;
            if result.is_break() {
                return result;
            }
            // What was looked at and read nothing of is not looked at again.
            if head.first().is_none_or(|(number, _)| *number <= first && skipped == 0) {
                break;
            }
        }
        if figures > 0 {
            self.read.push((name.to_owned(), figures));
        } else if tables > 0 {
            self.unread.push((name.to_owned(), "no figure could be read of it".to_owned()));
        }
        ControlFlow::Continue(())
    }

    /// Reads rows, first those looked at, until they end or another heading comes; that, with the lines before it
    /// and the rest of the rows looked at, is left in `next`.
    fn rows(
        &mut self,
        plan: &Plan<'_>,
        read: &mut Read,
        mut looked_at: impl Iterator<Item = (u32, Row)>,
        rows: Rows<'_>,
        next: &mut Vec<(u32, Row)>,
    ) -> ControlFlow<()> {
        while let Some(row) = looked_at.next().map(Ok).or_else(|| rows.next()) {
            let (number, row) = match row {
                Ok(row) => row,
                Err(fault) => {
                    self.told.note(fault);
                    break;
                }
            };
            match plan.row(self, read, number, &row) {
                Ok(flow) => flow?,
                Err(NoFigures::Heading) => {
                    next.append(&mut read.lines);
                    next.push((number, row));
                    next.extend(looked_at);
                    return ControlFlow::Continue(());
                }
                Err(NoFigures::Line) => {
                    read.lines.push((number, row));
                    // A title stands near its table.
                    if read.lines.len() > LINES {
                        read.lines.remove(0);
                    }
                }
            }
        }
        ControlFlow::Continue(())
    }

    /// Reads rows that are figures or sources as the program itself writes them.
    fn interchange(
        &mut self,
        name: &str,
        fields: &interchange::Fields,
        head: Vec<(u32, Row)>,
        rows: Rows<'_>,
    ) -> ControlFlow<()> {
        let mut count = 0;
        for row in head.into_iter().map(Ok).chain(rows).skip(1) {
            match row.map(|(number, row)| interchange::item(fields, &row).map_err(|fault| (number, fault))) {
                Ok(Ok(interchange::Item::Figure(mut figure))) => {
                    count += 1;
                    if let Err(message) = figures::place(&mut figure, self.regions.gazetteer) {
                        self.told.note(message);
                    }
                    self.figure(*figure)?;
                }
                Ok(Ok(interchange::Item::Source(source))) => self.source(source)?,
                Ok(Ok(interchange::Item::Nothing)) => {}
                Ok(Err((number, fault))) => {
                    self.told.note(format!("row {}: {fault}; correct it or extract the figures anew", number + 1));
                }
                Err(fault) => {
                    self.told.note(fault);
                    break;
                }
            }
        }
        if count > 0 {
            self.read.push((name.to_owned(), count));
        }
        ControlFlow::Continue(())
    }

    fn note_source(&mut self, layout: &Layout) {
        if self.title.is_empty() {
            self.title.clone_from(&layout.table.title);
        }
        if self.publisher.is_empty() {
            self.publisher.clone_from(&layout.table.publisher);
        }
    }

    /// What is to be told of the file.
    pub(super) fn troubles(mut self) -> Vec<Trouble> {
        let alone = self.read.is_empty() && self.unread.len() == 1;
        let read: Vec<_> = self.read.iter().map(|(sheet, figures)| format!("“{sheet}” ({figures} figures)")).collect();
        let mut troubles = Vec::new();
        for (sheet, why) in &self.unread {
            let message = if alone {
                format!("is not read: {why}")
            } else {
                format!("the sheet “{sheet}” is not read: {why}")
            };
            troubles.push(Trouble::new(self.path, message));
        }
        if !self.unread.is_empty() && !read.is_empty() {
            troubles.push(Trouble::new(self.path, format!("read were the sheets {}", read.join(", "))));
        }
        if self.read.is_empty() && self.unread.is_empty() && !self.has_sources {
            self.told.note("holds no figures; see README, Tables, for the tables that are read".to_owned());
        }
        troubles.extend(self.told.troubles(self.path));
        troubles
    }
}

/// Fills up the rows to look at; why it could not, where a fault ended them.
fn fill(head: &mut Vec<(u32, Row)>, rows: Rows<'_>) -> Option<String> {
    while head.len() < HEAD {
        match rows.next()? {
            Ok(row) => head.push(row),
            Err(fault) => return Some(fault),
        }
    }
    None
}
