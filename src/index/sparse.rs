//! A column in which few figures hold something.

/// Numbers (mostly of strings) for those figures that depart from what the other columns tell.
#[derive(Debug, Default)]
pub(super) struct Sparse {
    // (figure, number), ascending by figure.
    entries: Vec<(u32, u32)>,
}

impl Sparse {
    /// Appends; figures come in ascending order.
    pub(super) fn push(&mut self, figure: usize, number: u32) {
        self.entries.push((figure as u32, number));
    }

    pub(super) fn get(&self, figure: u32) -> Option<u32> {
        let at = self.entries.binary_search_by_key(&figure, |entry| entry.0).ok()?;
        Some(self.entries[at].1)
    }

    /// The column after each figure has moved to `places[figure]`.
    pub(super) fn moved(mut self, places: &[u32]) -> Self {
        for entry in &mut self.entries {
            entry.0 = places[entry.0 as usize];
        }
        self.entries.sort_unstable();
        self.entries.shrink_to_fit();
        self
    }

    pub(super) fn bytes(&self) -> usize {
        size_of_val(self.entries.as_slice())
    }
}
