//! What a figure is called where it is corrected: `DOC@START-END`, or `DOC@TEXT`, and `#2` for the second.

use crate::model::Figure;

/// A figure as it is named.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Name<'a> {
    /// The document, or the end of its path.
    pub(super) doc: &'a str,
    pub(super) place: Place<'a>,
    /// Which of several, from 1.
    pub(super) number: Option<usize>,
}

/// Where it stands.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Place<'a> {
    /// First character and the one after the last.
    Span(u32, u32),
    /// The characters.
    Text(&'a str),
}

impl<'a> Name<'a> {
    /// Takes a name apart.
    ///
    /// # Errors
    /// It is none; told in a sentence.
    pub(super) fn parse(name: &'a str) -> Result<Self, String> {
        let none =
            || format!("{name} names no figure; write DOC@START-END or DOC@TEXT, xianzhi correct list prints names");
        let (doc, place) = name.rsplit_once('@').filter(|(doc, _)| !doc.is_empty()).ok_or_else(none)?;
        let (place, number) = match place.rsplit_once('#') {
            Some((place, number)) => (place, Some(number.parse().ok().filter(|&number| number > 0).ok_or_else(none)?)),
            None => (place, None),
        };
        let span = place.split_once('-').and_then(|(start, end)| Some((start.parse().ok()?, end.parse().ok()?)));
        let place = match span {
            Some((start, end)) if start < end => Place::Span(start, end),
            Some((0, 0)) => Place::Span(0, 0),
            Some(_) => return Err(format!("{name}: a figure ends behind its first character; write START-END")),
            None if place.is_empty() => return Err(none()),
            None => Place::Text(place),
        };
        Ok(Self { doc, place, number })
    }

    /// Whether a figure stands where the name tells.
    pub(super) fn fits(&self, figure: &Figure) -> bool {
        match self.place {
            Place::Span(start, end) => (figure.start, figure.end) == (start, end),
            Place::Text(text) => figure.text == text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_apart() {
        let parse = |name| Name::parse(name).map(|Name { doc, place, number }| (doc, place, number));
        assert_eq!(parse("甲/a.txt@3-8"), Ok(("甲/a.txt", Place::Span(3, 8), None)));
        assert_eq!(parse("a.txt@3-8#2"), Ok(("a.txt", Place::Span(3, 8), Some(2))));
        assert_eq!(parse("a@b.txt@704.11亿元"), Ok(("a@b.txt", Place::Text("704.11亿元"), None)));
        for name in ["a.txt", "@3-8", "a.txt@", "a.txt@3-8#0", "a.txt@8-3", "a.txt@3-8#x"] {
            assert!(parse(name).is_err(), "{name}");
        }
    }
}
