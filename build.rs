//! Names the reading that is built: a fingerprint of all that decides which figures a document gives.

use std::{
    env, fs,
    hash::{DefaultHasher, Hasher},
    path::{Path, PathBuf},
};

/// Rules, tables and what brings documents to text; the lock file for the libraries that do.
const DECIDING: [&str; 10] = [
    "src/extract.rs", "src/extract", "src/load.rs", "src/load", "src/model.rs", "src/model", "data/metrics.tsv",
    "data/regions.tsv", "data/regions-former.tsv", "Cargo.lock",
];

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo tells where the package is"));
    let mut hasher = DefaultHasher::new();
    for place in DECIDING {
        println!("cargo::rerun-if-changed={place}");
        take(&root.join(place), &mut hasher);
    }
    println!("cargo::rustc-env=XIANZHI_READING={:016x}", hasher.finish());
}

/// Takes a file, or all below a folder in the order of names, into the fingerprint.
fn take(place: &Path, hasher: &mut DefaultHasher) {
    if let Ok(entries) = fs::read_dir(place) {
        let mut below: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
        below.sort();
        for place in &below {
            take(place, hasher);
        }
    } else if let Ok(content) = fs::read(place) {
        hasher.write(&content);
    }
}
