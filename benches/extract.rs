//! How fast reports are read: characters a second on one core, over the reports beside the repository
//! when they are there, else over the texts of the extraction cases.

use std::{fs, path::Path, sync::Arc, sync::LazyLock};

use divan::{Bencher, counter::CharsCount};
use xianzhi::{
    extract::Extractor,
    model::{Catalogue, Document, Gazetteer, Source},
};

static EXTRACTOR: LazyLock<Extractor> =
    LazyLock::new(|| Extractor::new(&Arc::new(Gazetteer::carried()), &Catalogue::carried()));

fn main() {
    divan::main();
}

/// The texts below a folder beside the repository, or the texts of the cases.
fn documents(folder: &str) -> Vec<Document> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = [root.join("../shared/reports").join(folder), root.join("tests/extraction")];
    let entries = folder.iter().find_map(|folder| fs::read_dir(folder).ok()).into_iter().flatten();
    let read = |path: &Path| fs::read_to_string(path).ok();
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let texts = paths.iter().filter_map(|path| read(path));
    texts.map(|text| Document { source: Source::default(), text }).collect()
}

fn read_all(bencher: Bencher<'_, '_>, folder: &str) {
    let documents = documents(folder);
    let characters: usize = documents.iter().map(|document| document.text.chars().count()).sum();
    LazyLock::force(&EXTRACTOR);
    bencher
        .counter(CharsCount::new(characters))
        .bench(|| documents.iter().map(|document| EXTRACTOR.read(document).figures.len()).sum::<usize>());
}

#[divan::bench]
fn press(bencher: Bencher<'_, '_>) {
    read_all(bencher, "press");
}

#[divan::bench(sample_count = 5)]
fn elsewhere(bencher: Bencher<'_, '_>) {
    read_all(bencher, "elsewhere");
}

/// What it costs to make an extractor: the gazetteer, the catalogue and the lexicon.
#[divan::bench]
fn extractor() -> Extractor {
    Extractor::new(&Arc::new(Gazetteer::carried()), &Catalogue::carried())
}
