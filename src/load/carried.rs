//! What the program carries: `data/sources.jsonl` and `data/figures.csv`, made by `data/make_figures.py`.

use std::{collections::HashMap, path::Path, sync::Arc};

use super::{Ledger, Ledgers, Loaded, Trouble, corrected::Corrected, sources};
use crate::{
    index::AtlasBuilder,
    model::{Catalogue, Figure, Gazetteer, correction::Act},
};

/// What is known of the documents.
const SOURCES: &str = include_str!("../../data/sources.jsonl");

/// The figures, with the fields of the interchange form but for the region's name.
const FIGURES: &str = include_str!("../../data/figures.csv");

/// The figures that the program carries.
#[must_use]
pub fn carried(gazetteer: &Arc<Gazetteer>, catalogue: &Arc<Catalogue>) -> Loaded {
    with_acts(Vec::new(), gazetteer, catalogue)
}

/// The figures that the program carries, with what people made of them.
#[must_use]
pub fn carried_corrected(ledger: &Ledger, gazetteer: &Arc<Gazetteer>, catalogue: &Arc<Catalogue>) -> Loaded {
    let mut ledgers = Ledgers::of(ledger);
    let (acts, problems) = ledgers.read();
    let mut loaded = with_acts(acts, gazetteer, catalogue);
    loaded.troubles.extend(problems);
    loaded.troubles.extend(ledgers.set_aside(&loaded.corrections));
    Loaded { ledgers: Arc::new(ledgers), ..loaded }
}

/// The same with acts that were read already.
pub(super) fn with_acts(acts: Vec<Act>, gazetteer: &Arc<Gazetteer>, catalogue: &Arc<Catalogue>) -> Loaded {
    let mut builder = AtlasBuilder::new(gazetteer.clone(), catalogue.clone());
    let mut corrected = Corrected::new(acts);
    let mut known = HashMap::new();
    let mut troubles = sources::read(SOURCES.as_bytes(), Path::new("data/sources.jsonl"), |source| {
        builder.source(source.clone());
        known.insert(source.id.clone(), source);
    });
    for figure in csv::Reader::from_reader(FIGURES.as_bytes()).into_deserialize() {
        match figure {
            Ok(figure) => corrected.push(named(figure, gazetteer), &known, &mut builder),
            Err(error) => troubles.push(Trouble::new(Path::new("data/figures.csv"), error.to_string())),
        }
    }
    let corrections = corrected.finish([].into_iter(), &mut builder);
    Loaded { troubles, corrections, ..Loaded::from(Arc::new(builder.build())) }
}

/// The figure with the name of its region.
fn named(figure: Figure, gazetteer: &Gazetteer) -> Figure {
    let region = figure.region_code.and_then(|code| gazetteer.get(code)).map(|region| region.name.clone());
    Figure { region, ..figure }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::SourceId;

    #[test]
    fn every_figure_has_a_source_and_stands_in_a_known_text_or_in_none() {
        let loaded = carried(&Arc::new(Gazetteer::carried()), &Arc::new(Catalogue::carried()));
        assert_eq!(loaded.troubles, []);
        let sources = loaded.atlas.sources();
        for (number, source) in (0..).zip(sources) {
            assert!(!source.title.is_empty(), "{} has no line in sources.jsonl", source.id);
            for figure in loaded.atlas.source_figures(SourceId(number)).map(|id| loaded.atlas.figure(id)) {
                let (start, end) = figure.span();
                let read = start < end && figure.paragraph() > 0 && source.hash.len() == 64;
                let printed = (start, end) == (0, 0) && figure.paragraph() == 0 && source.hash.is_empty();
                assert!(read || printed, "{figure:?} of {source:?}");
            }
        }
    }
}
