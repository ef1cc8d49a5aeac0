//! What holds of every reading, whatever the text; shared by the property tests and the fuzz target.

use xianzhi::{
    extract::Extraction,
    model::{Figure, Value},
};

/// Panics where something does not hold of what was read in a text.
pub(crate) fn check(text: &str, found: &Extraction) {
    let mut places = Places::of(text);
    for figure in &found.figures {
        places.check(figure.start, figure.end, figure.paragraph, &figure.text);
        assert!(figure.start < figure.end, "{figure:?}");
        let number = figure.value.as_ref().and_then(Value::number);
        assert!(number.is_none_or(f64::is_finite), "{figure:?}");
        assert_eq!(figure.value.is_none(), figure.flag.is_some(), "{figure:?}");
        // What is written can be read again.
        let line = serde_json::to_string(figure).expect("a figure can be written");
        let again: Figure = serde_json::from_str(&line).expect("a figure can be read");
        assert_eq!(again, *figure);
    }
    let mut places = Places::of(text);
    for problem in &found.problems {
        places.check(problem.start, problem.end, problem.paragraph, &problem.text);
    }
}

/// The characters of a text, and the line up to which they have been followed.
struct Places {
    characters: Vec<char>,
    at: usize,
    line: u32,
}

impl Places {
    fn of(text: &str) -> Self {
        Self { characters: text.chars().collect(), at: 0, line: 1 }
    }

    /// What is found stands behind what was found before it, on its line, and quotes the text truly.
    fn check(&mut self, start: u32, end: u32, line: u32, quoted: &str) {
        let (start, end) = (start as usize, end as usize);
        assert!(self.at <= start && start <= end, "{quoted} at {start}..{end} after {}", self.at);
        self.line += self.characters[self.at..start].iter().filter(|c| **c == '\n').count() as u32;
        self.at = start;
        assert_eq!(line, self.line, "the line of {quoted}");
        assert!(quoted.chars().eq(self.characters[start..end].iter().copied()), "{quoted} at {start}..{end}");
    }
}
