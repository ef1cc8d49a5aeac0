//! A frame of every view at 200×60, and the time from a key to the frame that shows what it did: with the
//! carried figures, and with a million made-up ones under `cargo bench` (few under `cargo test`).

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark")]

#[path = "atlas/nation.rs"]
mod nation;

use std::sync::{Arc, LazyLock};

use divan::{Bencher, black_box};
use ratatui::{buffer::Buffer, layout::Rect};
use xianzhi::{
    index::{Atlas, AtlasBuilder},
    load,
    model::{Catalogue, Gazetteer, Places, RegionCode},
    query::Territory,
    tui::{App, Colour, Opened, Options},
};

const WIDTH: u16 = 200;
const HEIGHT: u16 = 60;

/// A view: its name, the keys that lead to it, and two keys that move there and back again.
struct View(&'static str, &'static str, [&'static str; 2]);

const VIEWS: [View; 14] = [
    View("overview, tree", "", ["Down", "Up"]),
    View("overview, table", "Enter", ["Down", "Up"]),
    View("compare", "/ 长垣 Enter Space / 红旗 Enter Space / 淇滨 Enter Space 2", ["Down", "Up"]),
    View("rank, country", "/ 长垣 Enter 3 Left Left", ["Down", "Up"]),
    View("trend", "/ 长垣 Enter Space / 红旗 Enter Space 4", ["Right", "Left"]),
    View("map, prefectures", "/ 新乡市 Enter 5", ["Down", "Up"]),
    View("map, counties", "/ 长垣 Enter 5 -", ["Left", "Right"]),
    View("sources", "6", ["Down", "Up"]),
    View("document", "6 Enter", ["n", "N"]),
    View("audit", "7", ["Down", "Up"]),
    View("search", "/ 生产", ["总", "Backspace"]),
    View("help", "?", ["Down", "Up"]),
    View("year", "Enter", ["[", "]"]),
    View("from view to view", "/ 长垣 Enter", ["3", "5"]),
];

fn names() -> impl Iterator<Item = &'static str> {
    VIEWS.iter().map(|View(name, ..)| *name)
}

static GAZETTEER: LazyLock<Arc<Gazetteer>> = LazyLock::new(|| Arc::new(Gazetteer::carried()));
static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| Arc::new(Catalogue::carried()));
static CARRIED: LazyLock<Arc<Atlas>> = LazyLock::new(|| load::carried(&GAZETTEER, &CATALOGUE).atlas);
static MILLION: LazyLock<Arc<Atlas>> = LazyLock::new(|| {
    let figures = if std::env::args().any(|argument| argument == "--bench") { 1_000_000 } else { 20_000 };
    let mut builder = AtlasBuilder::new(Arc::clone(&GAZETTEER), Arc::clone(&CATALOGUE));
    nation::for_each(&GAZETTEER, &CATALOGUE, figures, |figure| builder.push(figure));
    Arc::new(builder.build())
});

fn main() {
    divan::main();
}

/// The dashboard in a view.
fn app(atlas: &Arc<Atlas>, keys: &str) -> App {
    let opened =
        Opened { atlas: Arc::clone(atlas), documents: Vec::new(), notices: Vec::new(), corrections: Vec::new() };
    let mut app = App::new(opened, Options { colour: Colour::True, ..Options::default() }, WIDTH, HEIGHT);
    app.press(keys);
    // What the dashboard finds out beside its loop is there.
    app.finish();
    app
}

fn view(name: &str) -> &'static View {
    VIEWS.iter().find(|View(known, ..)| *known == name).unwrap()
}

/// Draws again and again into one buffer, as the terminal does.
fn draw(bencher: Bencher, atlas: &Arc<Atlas>, name: &str) {
    let View(_, keys, _) = view(name);
    let app = app(atlas, keys);
    let mut buf = Buffer::empty(Rect::new(0, 0, WIDTH, HEIGHT));
    bencher.bench_local(|| {
        buf.reset();
        black_box(app.draw(&mut buf));
    });
}

/// Presses a key and draws what it did.
fn press(bencher: Bencher, atlas: &Arc<Atlas>, name: &str) {
    let View(_, keys, moves) = view(name);
    let mut app = app(atlas, keys);
    let mut buf = Buffer::empty(Rect::new(0, 0, WIDTH, HEIGHT));
    let mut pressed = 0;
    bencher.bench_local(|| {
        app.press(moves[pressed % 2]);
        pressed += 1;
        buf.reset();
        black_box(app.draw(&mut buf));
    });
}

#[divan::bench(args = names())]
fn frame_carried(bencher: Bencher, name: &str) {
    draw(bencher, &CARRIED, name);
}

#[divan::bench(args = names())]
fn frame_million(bencher: Bencher, name: &str) {
    draw(bencher, &MILLION, name);
}

#[divan::bench(args = names())]
fn key_carried(bencher: Bencher, name: &str) {
    press(bencher, &CARRIED, name);
}

#[divan::bench(args = names())]
fn key_million(bencher: Bencher, name: &str) {
    press(bencher, &MILLION, name);
}

/// The shapes of Henan's counties, made when its map is first opened.
#[divan::bench]
fn shapes() -> Territory {
    Territory::of(Places::carried().counties(RegionCode(410_000)))
}

/// A map laid out anew on a screen of another size.
#[divan::bench]
fn map_resized(bencher: Bencher) {
    let mut app = app(&CARRIED, "/ 长垣 Enter 5 -");
    let mut width = WIDTH;
    bencher.bench_local(|| {
        width = if width == WIDTH { WIDTH - 1 } else { WIDTH };
        app.resize(width, HEIGHT);
    });
}
