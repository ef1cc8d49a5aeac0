//! The figures that the program carries: data/figures, written by `xianzhi extract`.

use std::{path::Path, sync::Arc};

use super::{Loaded, figures, sources};
use crate::{
    index::AtlasBuilder,
    model::{Catalogue, Gazetteer},
};

/// What is known of the documents.
const SOURCES: &str = include_str!("../../data/sources.jsonl");

/// The figures of each document. A test compares the list with the folder.
const FIGURES: &[(&str, &str)] = &[
    ("data/figures/000_04dfc7679871c1da.jsonl", include_str!("../../data/figures/000_04dfc7679871c1da.jsonl")),
    ("data/figures/001_42c81c810011c57d.jsonl", include_str!("../../data/figures/001_42c81c810011c57d.jsonl")),
    ("data/figures/002_d2b3b737d52b8e5b.jsonl", include_str!("../../data/figures/002_d2b3b737d52b8e5b.jsonl")),
    ("data/figures/003_e6d542d074aa0565.jsonl", include_str!("../../data/figures/003_e6d542d074aa0565.jsonl")),
    ("data/figures/004_db86c600a964af3c.jsonl", include_str!("../../data/figures/004_db86c600a964af3c.jsonl")),
];

/// The figures that the program carries.
#[must_use]
pub fn carried(gazetteer: &Arc<Gazetteer>, catalogue: &Arc<Catalogue>) -> Loaded {
    let mut builder = AtlasBuilder::new(gazetteer.clone(), catalogue.clone());
    let mut troubles =
        sources::read(SOURCES.as_bytes(), Path::new("data/sources.jsonl"), |source| builder.source(source));
    for (path, text) in FIGURES {
        troubles.extend(figures::read(text.as_bytes(), Path::new(path), gazetteer, |figure| builder.push(&figure)));
    }
    Loaded { atlas: builder.build(), documents: Vec::new(), troubles }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn all_carried_figures_are_embedded_and_sound() {
        let loaded = carried(&Arc::new(Gazetteer::carried()), &Arc::new(Catalogue::carried()));
        assert_eq!(loaded.troubles, []);
        for source in loaded.atlas.sources() {
            assert!(!source.title.is_empty() && source.hash.len() == 64, "{}", source.id);
        }

        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/figures");
        let mut files: Vec<_> = fs::read_dir(folder)
            .into_iter()
            .flatten()
            .map(|entry| format!("data/figures/{}", entry.unwrap().file_name().to_str().unwrap()))
            .collect();
        files.sort();
        assert_eq!(FIGURES.iter().map(|(path, _)| *path).collect::<Vec<_>>(), files, "list them in FIGURES");
    }
}
