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
const FIGURES: &[(&str, &str)] = &[];

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
