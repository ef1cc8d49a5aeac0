//! Strings that are kept once and named by their number.

use std::{collections::HashMap, sync::Arc};

/// The number that stands for no string.
pub(super) const NO_STRING: u32 = u32::MAX;

/// Gives each string a number, from 0 in the order in which they first come.
#[derive(Debug, Default)]
pub(super) struct Interner {
    numbers: HashMap<Arc<str>, u32>,
    texts: Vec<Arc<str>>,
}

impl Interner {
    pub(super) fn number(&mut self, text: &str) -> u32 {
        if let Some(&number) = self.numbers.get(text) {
            return number;
        }
        let number = u32::try_from(self.texts.len()).expect("fewer than 2^32 strings fit in memory");
        let text: Arc<str> = text.into();
        self.texts.push(Arc::clone(&text));
        self.numbers.insert(text, number);
        number
    }

    /// [`NO_STRING`] for none.
    pub(super) fn optional(&mut self, text: Option<&str>) -> u32 {
        text.map_or(NO_STRING, |text| self.number(text))
    }

    pub(super) fn len(&self) -> usize {
        self.texts.len()
    }

    pub(super) fn seal(self) -> Strings {
        let mut texts = self.texts;
        texts.shrink_to_fit();
        Strings { texts }
    }
}

/// The strings of an [`Interner`] that takes no more.
#[derive(Debug)]
pub(super) struct Strings {
    texts: Vec<Arc<str>>,
}

impl Strings {
    pub(super) fn len(&self) -> usize {
        self.texts.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(|text| &**text)
    }

    /// The string of a number, `None` for [`NO_STRING`].
    pub(super) fn get(&self, number: u32) -> Option<&str> {
        self.texts.get(number as usize).map(|text| &**text)
    }

    /// The same, shared.
    pub(super) fn shared(&self, number: u32) -> Option<Arc<str>> {
        self.texts.get(number as usize).map(Arc::clone)
    }
}
