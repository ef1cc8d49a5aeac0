//! The search over the whole table of regions and the catalogue, alone and beside many metrics of
//! other names: a hundred thousand under `cargo bench`, few under `cargo test`.

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark")]

use std::sync::{Arc, LazyLock};

use divan::Bencher;
use xianzhi::{
    index::{Atlas, AtlasBuilder},
    model::{Catalogue, Figure, Gazetteer},
    query::Search,
};

/// What a user types, key by key: the first letters, initials, syllables, Chinese, English, a code,
/// letters with others between and what nothing is called.
const TYPED: [&str; 9] = ["c", "cy", "ybggys", "changyuan", "财政", "budget", "410728", "ybgonggongys", "qwertz"];

fn atlas(others: usize) -> Atlas {
    let mut builder = AtlasBuilder::new(Arc::new(Gazetteer::carried()), Arc::new(Catalogue::carried()));
    let kinds = ["产业", "园区", "企业", "项目", "粮食", "公路", "医院", "学校", "水库", "林地"];
    for number in 0..others {
        let kind = |place: usize| kinds[number / 10_usize.pow(place as u32) % 10];
        let name = format!("{}{}{}{}{}新增数量", kind(4), kind(3), kind(2), kind(1), kind(0));
        let line = format!(r#"{{"doc":"a","name":"{name}","measure":"level","value":1,"unit":"个"}}"#);
        builder.push(&serde_json::from_str::<Figure>(&line).unwrap());
    }
    builder.build()
}

fn many() -> usize {
    if std::env::args().any(|argument| argument == "--bench") { 100_000 } else { 100 }
}

fn main() {
    divan::main();
}

#[divan::bench]
fn over_the_country(bencher: Bencher) {
    let atlas = atlas(0);
    bencher.bench(|| Search::over(&atlas));
}

#[divan::bench(args = TYPED)]
fn find_in_the_country(bencher: Bencher, typed: &str) {
    static COUNTRY: LazyLock<Search> = LazyLock::new(|| Search::over(&atlas(0)));
    bencher.bench(|| COUNTRY.find(typed, 50));
}

#[divan::bench(args = TYPED)]
fn find_among_many(bencher: Bencher, typed: &str) {
    static MANY: LazyLock<Search> = LazyLock::new(|| Search::over(&atlas(many())));
    bencher.bench(|| MANY.find(typed, 50));
}
