//! What is shown as a file.

use std::io;

use super::{Command, Update, copy};
use crate::{
    export::{Answer, Format, Records, Sheet, figures_answer, findings_answer},
    tui::{
        answers::Answers,
        look::Look,
        panes::{compare, map, rank, trend},
        state::{Exported, Focus, Message, State, View},
    },
};

/// Characters of a file's name, at most; the rest of a long one is left out.
const LONGEST: usize = 60;

/// The content of the file, or why it cannot be made; `None` where nothing is shown that could be in it.
fn content(what: Exported, state: &State, answers: &Answers, look: &Look) -> Option<io::Result<Vec<u8>>> {
    let format = match what {
        Exported::Csv => Format::ExcelCsv,
        Exported::Json => Format::Json,
        Exported::Markdown => Format::Markdown,
        Exported::Xlsx => Format::Xlsx,
        Exported::Picture => return picture(state, answers, look).map(|picture| Ok(picture.into_bytes())),
    };
    let mut out = Vec::new();
    let written = answer(state, answers, look)?.write(format, look.lang, None, &mut out);
    Some(written.map(|()| out))
}

/// What is shown: for people as they see it; for programs with codes, bounds, doubts and places in columns of their
/// own, figures in the interchange form. `None` where there is no row.
fn answer<'a>(state: &State, answers: &'a Answers, look: &Look<'a>) -> Option<Answer<'a>> {
    let table = copy::table(state, answers, look).filter(|sheet| !sheet.rows.is_empty())?;
    let name = state.view.name(look.words);
    let listed = |table: Sheet| Answer { name, records: Records::List(table.clone()), table, sources: Vec::new() };
    Some(match (state.view, state.focus) {
        (View::Overview, Focus::Table) => {
            let profile = answers.profile.answer()?;
            let rows = profile.groups.iter().flat_map(|group| &group.rows);
            let told =
                rows.flat_map(|row| [&row.level, &row.growth, &row.rank].into_iter().flatten().chain(&row.others));
            figures_answer(look.atlas, told.map(|reading| reading.id), name, table)
        }
        (View::Overview, Focus::Detail) => {
            let figures = &answers.detail.answer()?.figures;
            figures_answer(look.atlas, figures.iter().map(|reading| reading.id), name, table)
        }
        (View::Sources, _) if state.page.is_open() => {
            figures_answer(look.atlas, answers.page.answer()?.figures.iter().copied(), name, table)
        }
        (View::Compare, _) => compare::answer(answers.comparison.answer(), look)?,
        (View::Rank, _) => rank::answer(answers.rank.answer(), look)?,
        (View::Trend, _) => trend::answer(answers.trend.answer(), look)?,
        (View::Map, _) => map::answer(answers.map.answer(), look)?,
        (View::Audit, _) => findings_answer(look.atlas, &answers.audit.answer()?.findings, look.lang),
        (View::Overview, Focus::Tree) | (View::Sources, _) => listed(table),
    })
}

/// The chart, map or comparison that is shown.
fn picture(state: &State, answers: &Answers, look: &Look) -> Option<String> {
    match state.view {
        View::Compare => compare::picture(answers.comparison.answer(), look),
        View::Rank => rank::picture(answers.rank.answer(), look),
        View::Trend => trend::picture(answers.trend.answer(), look),
        View::Map => map::picture(&state.map, answers.map.answer(), look),
        View::Overview | View::Sources | View::Audit => None,
    }
}

/// The name of the file: what is shown of whom, and in which view.
fn name(what: Exported, state: &State, answers: &Answers, look: &Look) -> String {
    let metric = || state.metric().map_or("", |metric| look.metric(metric));
    let region = || state.region().map_or("", |region| look.region(region));
    let compared = || state.compared.iter().map(|region| look.region(*region)).collect::<Vec<_>>().join("-");
    let within = |code| look.region(code).to_owned();
    let (whose, of) = match (state.view, state.focus) {
        (View::Overview, Focus::Tree) | (View::Sources | View::Audit, _) => (String::new(), ""),
        (View::Overview, Focus::Table) => (region().to_owned(), ""),
        (View::Overview, Focus::Detail) => (region().to_owned(), metric()),
        (View::Compare, _) => (compared(), ""),
        (View::Rank, _) => {
            (answers.rank.answer().and_then(|answer| answer.rank.within).map(within).unwrap_or_default(), metric())
        }
        (View::Map, _) => {
            (answers.map.answer().map(|answer| within(answer.shade.within)).unwrap_or_default(), metric())
        }
        (View::Trend, _) => (String::new(), metric()),
    };
    let year = state.year.map(|year| year.to_string()).unwrap_or_default();
    let parts = [whose.as_str(), of, state.view.name(look.words), &year];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    // Neither the names of metrics, which come from texts, nor blanks make trouble in a path.
    let plain = |c: char| if c.is_alphanumeric() || "-_%（）".contains(c) { c } else { '_' };
    let stem: String = parts.join("-").chars().map(plain).take(LONGEST).collect();
    format!("{stem}.{}", what.extension())
}

impl Update<'_> {
    /// Writes what is shown into a file.
    pub(super) fn export(&mut self, what: Exported) -> Option<Command> {
        let Some(content) = content(what, self.state, self.answers, &self.look) else {
            let nothing = if what == Exported::Picture { Message::NoPicture } else { Message::NothingToExport };
            self.state.message = Some(nothing);
            return None;
        };
        let content = match content {
            Ok(content) => content,
            Err(error) => {
                self.state.message = Some(Message::Unwritten(error.to_string()));
                return None;
            }
        };
        Some(Command::Write { name: name(what, self.state, self.answers, &self.look), content })
    }
}
