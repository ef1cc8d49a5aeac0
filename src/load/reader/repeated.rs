//! Figures that more than one file tells of the same place of the same document: they count once.

use std::hash::{Hash as _, Hasher as _};

use rustc_hash::{FxHashSet, FxHasher};

use crate::{
    load::Trouble,
    model::{Figure, Value},
};

/// What files told so far, where there is more than one.
///
/// Of each figure 8 bytes are held: two that differ are taken for one with a chance of 10⁻⁶ among ten million.
#[derive(Debug)]
pub(super) struct Repeated {
    looks: bool,
    /// What the files before told, and what this one tells. What a file tells twice itself is its own affair.
    before: FxHashSet<u64>,
    own: Vec<u64>,
    times: usize,
}

impl Repeated {
    /// Looks only among several files.
    pub(super) fn among(files: usize) -> Self {
        Self { looks: files > 1, before: FxHashSet::default(), own: Vec::new(), times: 0 }
    }

    /// Whether a file before told the same figure.
    pub(super) fn is_told(&mut self, figure: &Figure) -> bool {
        if !self.looks {
            return false;
        }
        let mark = mark(figure);
        let is_told = self.before.contains(&mark);
        if is_told {
            self.times += 1;
        } else {
            self.own.push(mark);
        }
        is_told
    }

    /// Ends a file; what is to be told of it.
    pub(super) fn end(&mut self, path: &std::path::Path) -> Option<Trouble> {
        self.before.extend(self.own.drain(..));
        let times = std::mem::take(&mut self.times);
        let told = || format!("tells {times} figures that files before it tell of the same places; they count once");
        (times > 0).then(|| Trouble::note(path, told()))
    }
}

/// All that makes a figure, but for what a reader or a person thinks of it.
fn mark(figure: &Figure) -> u64 {
    let mut hasher = FxHasher::default();
    let Figure { doc, start, end, text, region, region_code, metric, name, measure, .. } = figure;
    (doc, start, end, text, region, region_code, metric, name, measure).hash(&mut hasher);
    let Figure { unit, bound, period, status, scope, base, flag, .. } = figure;
    (unit, bound, period, status, scope, base, flag).hash(&mut hasher);
    match &figure.value {
        Some(Value::Number(number)) => number.to_bits().hash(&mut hasher),
        Some(Value::Ratio(ratio)) => ratio.hash(&mut hasher),
        None => {}
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::model::Measure;

    fn figure(value: f64) -> Figure {
        Figure { value: Some(Value::Number(value)), ..Figure::blank("a.txt".into(), Measure::Level) }
    }

    #[test]
    fn what_two_files_tell_counts_once_and_what_one_tells_twice_counts_twice() {
        let mut repeated = Repeated::among(2);
        assert!(![1.0, 1.0, 2.0].map(|value| repeated.is_told(&figure(value))).contains(&true));
        assert_eq!(repeated.end(Path::new("first.jsonl")), None);
        assert_eq!([2.0, 3.0, 2.0].map(|value| repeated.is_told(&figure(value))), [true, false, true]);
        let told = repeated.end(Path::new("second.jsonl")).unwrap();
        assert!(told.is_note && told.to_string().contains("second.jsonl: tells 2 figures"), "{told}");
        assert_eq!(repeated.end(Path::new("third.jsonl")), None);
    }

    #[test]
    fn another_place_is_another_figure() {
        let mut repeated = Repeated::among(2);
        repeated.is_told(&figure(1.0));
        repeated.end(Path::new("first.jsonl"));
        assert!(!repeated.is_told(&Figure { end: 5, ..figure(1.0) }));
        assert!(!repeated.is_told(&Figure { doc: "b.txt".into(), ..figure(1.0) }));
        assert!(repeated.is_told(&Figure { review: None, paragraph: 3, ..figure(1.0) }));
    }
}
