//! `xianzhi correct add`: a figure that the text tells and that was not read.

use anyhow::{Context as _, Result, bail};

use super::{
    Common,
    desk::Desk,
    name::{Name, Place},
    wanted::Wanted,
};
use crate::extract::number_at;
use crate::model::{Document, Figure, Measure, Value, correction::Deed};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Where it stands, as DOC@START-END, or DOC@TEXT with the number and its unit
    #[arg(value_name = "FIGURE")]
    pub(super) figure: String,

    #[command(flatten)]
    pub(super) wanted: Wanted,

    #[command(flatten)]
    pub(super) common: Common,
}

/// A figure that is added; its number and unit are those of the text unless they are told.
///
/// # Errors
/// The text is not at hand or does not stand there, or something has to be told that is not.
pub(super) fn added(desk: &Desk, text: &str, wanted: &Wanted) -> Result<Deed> {
    let name = Name::parse(text).map_err(anyhow::Error::msg)?;
    if let Some(missing) = wanted.missing() {
        bail!("an added figure is told by hand: give {missing} ('' where the text does not tell)");
    }
    let (source, id) = desk.source(name.doc)?;
    let document = desk.document(source).with_context(|| {
        format!(
            "the text of {} is not at hand; open the report itself, or name its folder with --reports DIR",
            source.id
        )
    })?;
    let (start, end) = place(document, &name, text)?;
    let characters: String = document.text.chars().skip(start as usize).take((end - start) as usize).collect();
    let (value, unit) = match number(document, start, &characters) {
        Some((value, unit)) => (Some(Value::Number(value)), unit),
        None if wanted.tells_number() => (None, String::new()),
        None => bail!(
            "{characters} cannot be read there as one number with its unit; mark all of it, or give --value and --unit \
             ('' where the text tells none)"
        ),
    };
    let figure = Figure {
        start,
        end,
        paragraph: 1 + document.text.chars().take(start as usize).filter(|&c| c == '\n').count() as u32,
        text: characters,
        value,
        unit,
        ..Figure::blank(source.id.clone(), Measure::Level)
    };
    let figure = wanted.onto(&figure, desk)?;
    if figure.value.is_none() && figure.flag.is_none() {
        bail!("no number is told by {}; give --value ('' where its digits are lost)", figure.text);
    }
    let alike = |other: &Figure| {
        let same = (other.start, other.end, other.measure) == (start, end, figure.measure);
        same && (&other.metric, &other.name, &other.region_code) == (&figure.metric, &figure.name, &figure.region_code)
    };
    if desk.figures(id).any(|other| alike(&other)) {
        bail!("{} is there already; correct change or accept it", figure.address());
    }
    Ok(Deed::Add(desk.anchor(figure)))
}

/// Where the name tells that it stands.
fn place(document: &Document, name: &Name, text: &str) -> Result<(u32, u32)> {
    let length = document.text.chars().count() as u32;
    match name.place {
        Place::Span(start, end) if start < end && end <= length => Ok((start, end)),
        Place::Span(..) => bail!("{text}: the text has {length} characters, and a figure at least one"),
        Place::Text(wanted) => {
            let starts: Vec<_> = document.text.match_indices(wanted).map(|(at, _)| at).collect();
            let at = match (starts.as_slice(), name.number) {
                ([], _) => bail!(
                    "{wanted} does not stand in {}; write the number with its unit as it stands there",
                    document.source.id
                ),
                ([at], None) => *at,
                (several, Some(number)) => *several
                    .get(number - 1)
                    .with_context(|| format!("{wanted} stands {} times in {}", several.len(), document.source.id))?,
                (several, None) => bail!(
                    "{wanted} stands {} times in {}; write {text}#1 for the first of them, and so on",
                    several.len(),
                    document.source.id
                ),
            };
            let start = document.text[..at].chars().count() as u32;
            Ok((start, start + wanted.chars().count() as u32))
        }
    }
}

/// The number and unit that characters are where they stand; `None` where they are more, less or something else.
fn number(document: &Document, start: u32, characters: &str) -> Option<(f64, String)> {
    let start = document.text.char_indices().nth(start as usize)?.0;
    let line = document.text[..start].rfind('\n').map_or(0, |at| at + 1);
    let paragraph = document.text[line..].split('\n').next()?;
    number_at(paragraph, start - line, start - line + characters.len())
}
