//! Any bytes, read as a report: nothing panics, and what is read is where it says it is.

#![no_main]

#[path = "../tests/properties/invariants.rs"]
mod invariants;

use std::sync::{Arc, LazyLock};

use libfuzzer_sys::fuzz_target;
use xianzhi::{
    extract::Extractor,
    model::{Catalogue, Document, Gazetteer, Source},
};

static EXTRACTOR: LazyLock<Extractor> =
    LazyLock::new(|| Extractor::new(&Arc::new(Gazetteer::carried()), &Catalogue::carried()));

fuzz_target!(|bytes: &[u8]| {
    // Half a character is as good as another; thrown away, most changes to a Chinese text would be lost.
    let text = String::from_utf8_lossy(bytes).into_owned();
    let document = Document { source: Source { id: "text.txt".into(), ..Source::default() }, text };
    let found = EXTRACTOR.read(&document);
    invariants::check(&document.text, &found);
    assert_eq!(found, EXTRACTOR.read(&document), "read twice, the same is found");
});
