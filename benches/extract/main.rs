//! How fast reports are read: characters a second over all reports beside the repository when they are
//! there, else over the texts of the extraction cases; texts at hand on one core, files on all cores.

use std::{
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::{Arc, LazyLock},
};

use divan::{Bencher, counter::CharsCount};
use xianzhi::{
    extract::Extractor,
    load,
    model::{Catalogue, Document, Gazetteer},
};

static EXTRACTOR: LazyLock<Extractor> =
    LazyLock::new(|| Extractor::new(&Arc::new(Gazetteer::carried()), &Catalogue::carried()));

fn main() {
    divan::main();
}

/// The folder of the reports, or of some of them, or that of the cases.
fn folder(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let reports = root.join("../shared/reports").join(name);
    if reports.is_dir() { reports } else { root.join("tests/extraction") }
}

fn documents(folder: PathBuf) -> Vec<Document> {
    let mut documents = Vec::new();
    let keep = |document, _| {
        documents.push(document);
        ControlFlow::Continue(())
    };
    load::extract(&[folder], &EXTRACTOR, &mut |_| ControlFlow::Continue(()), keep).expect("the folder is there");
    documents
}

fn characters(documents: &[Document]) -> CharsCount {
    CharsCount::new(documents.iter().map(|document| document.text.chars().count()).sum::<usize>())
}

fn one_core(bencher: Bencher<'_, '_>, name: &str) {
    let documents = documents(folder(name));
    let read = || documents.iter().map(|document| EXTRACTOR.read(document).figures.len()).sum::<usize>();
    bencher.counter(characters(&documents)).bench(read);
}

/// All reports, on one core.
#[divan::bench(sample_count = 20)]
fn reports_on_one_core(bencher: Bencher<'_, '_>) {
    one_core(bencher, "");
}

/// Press conferences, in which figures stand closest.
#[divan::bench]
fn press_on_one_core(bencher: Bencher<'_, '_>) {
    one_core(bencher, "press");
}

/// All reports out of their files, on all cores.
#[divan::bench(sample_count = 20)]
fn reports_on_all_cores(bencher: Bencher<'_, '_>) {
    let folder = [folder("")];
    bencher.counter(characters(&documents(folder[0].clone()))).bench(|| {
        let mut figures = 0;
        let troubles = load::extract(&folder, &EXTRACTOR, &mut |_| ControlFlow::Continue(()), |_, found| {
            figures += found.figures.len();
            ControlFlow::Continue(())
        });
        (figures, troubles.map(|troubles| troubles.len()))
    });
}

/// What it costs to make an extractor: the gazetteer, the catalogue and the lexicon.
#[divan::bench]
fn extractor() -> Extractor {
    Extractor::new(&Arc::new(Gazetteer::carried()), &Catalogue::carried())
}
