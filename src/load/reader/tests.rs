//! Reading again: what changed is read anew, the rest is taken as it was, and all is as if read at once.

use std::fs;

use super::*;
use crate::{
    index::Atlas,
    load::tests::Folder,
    model::{
        Measure, Review, Value,
        correction::{Act, Anchor, Deed, Fields, Standing},
    },
};

/// A report on a county, with so many hundred million yuan as its product.
fn report(county: &str, product: f64) -> String {
    format!(
        "# {county}2024年统计公报\n\n2024年，{county}地区生产总值{product}亿元，增长5.5%，居全市第3位。\n\n\
         粮食产量12.5万吨，油料产量3.25万吨，园林绿化提升工程完成投资2.5亿元。\n"
    )
}

struct Shelf {
    folder: Folder,
    reader: Reader,
}

impl Shelf {
    fn new(names: &[(&str, &str)]) -> Self {
        let folder = Folder::new();
        for (name, content) in names {
            folder.file(name, content);
        }
        let reader = reader(vec![folder.0.clone()]);
        Self { folder, reader }
    }

    fn write(&mut self, name: &str, content: &str) {
        let path = self.folder.file(name, content);
        self.reader.changed(&path);
    }

    fn read(&mut self) -> Reading {
        self.reader.read(&mut |_| ControlFlow::Continue(())).unwrap()
    }

    /// Reads until so many files are done.
    fn read_until(&mut self, done: usize) -> Reading {
        let mut tell = |progress: Progress| match progress {
            Progress { done: so_far, .. } if so_far >= done => ControlFlow::Break(()),
            _ => ControlFlow::Continue(()),
        };
        self.reader.read(&mut tell).unwrap()
    }

    /// What is there is what a new reader reads.
    #[track_caller]
    fn assert_as_if_new(&self, reading: &Reading) {
        let new = reader(vec![self.folder.0.clone()]).read(&mut |_| ControlFlow::Continue(())).unwrap().loaded;
        assert_eq!(all(&reading.loaded.atlas), all(&new.atlas));
        assert_eq!(reading.loaded.atlas.sources(), new.atlas.sources());
        assert_eq!(reading.loaded.documents, new.documents);
        assert_eq!(reading.loaded.troubles, new.troubles);
    }
}

fn reader(paths: Vec<PathBuf>) -> Reader {
    Reader::new(paths, Arc::new(Gazetteer::carried()), Arc::new(Catalogue::carried()))
}

/// Every figure, in the order of the Atlas.
fn all(atlas: &Atlas) -> Vec<Figure> {
    let figures = (0..atlas.len() as u32).map(crate::index::FigureId);
    figures.map(|figure| atlas.figure(figure).to_figure()).collect()
}

#[test]
fn only_what_changed_is_read_again() {
    let mut shelf = Shelf::new(&[("甲.txt", &report("长垣市", 500.5)), ("乙.md", &report("封丘县", 200.0))]);
    let first = shelf.read();
    assert_eq!((first.read, first.gone, first.stopped), (2, 0, false));
    shelf.write("乙.md", &report("封丘县", 210.5));
    let second = shelf.read();
    assert_eq!((second.read, second.gone), (1, 0));
    shelf.assert_as_if_new(&second);
    assert!(
        Arc::ptr_eq(&first.loaded.documents[1], &second.loaded.documents[1]),
        "the document that did not change is the same one"
    );
    let values = all(&second.loaded.atlas).into_iter().filter_map(|figure| figure.value?.number()).collect::<Vec<_>>();
    assert!(values.contains(&210.5) && values.contains(&500.5) && !values.contains(&200.0), "{values:?}");
}

#[test]
fn what_was_not_told_to_have_changed_is_not_looked_at() {
    let mut shelf = Shelf::new(&[("甲.txt", &report("长垣市", 500.5))]);
    shelf.read();
    shelf.folder.file("甲.txt", report("长垣市", 600.5));
    assert_eq!(shelf.read().read, 0);
    shelf.reader.all_changed();
    let reading = shelf.read();
    assert_eq!(reading.read, 1);
    shelf.assert_as_if_new(&reading);
}

#[test]
fn a_file_that_was_written_again_with_the_same_content_has_not_changed() {
    let mut shelf = Shelf::new(&[("甲.txt", &report("长垣市", 500.5))]);
    shelf.read();
    shelf.write("甲.txt", &report("长垣市", 500.5));
    assert_eq!(shelf.read().read, 0);
}

#[test]
fn new_gone_and_renamed_reports_are_seen() {
    let mut shelf = Shelf::new(&[("甲.txt", &report("长垣市", 500.5)), ("乙/2024.md", &report("封丘县", 200.0))]);
    shelf.read();
    shelf.folder.file("丙/2024.md", report("延津县", 150.5));
    let reading = shelf.read();
    assert_eq!((reading.read, reading.gone), (2, 0), "two of one name are called by their folders too");
    shelf.assert_as_if_new(&reading);
    fs::remove_file(shelf.folder.0.join("甲.txt")).unwrap();
    fs::rename(shelf.folder.0.join("乙"), shelf.folder.0.join("丁")).unwrap();
    shelf.reader.changed(&shelf.folder.0.join("丁"));
    let reading = shelf.read();
    assert_eq!((reading.read, reading.gone), (1, 2));
    shelf.assert_as_if_new(&reading);
}

#[test]
fn a_folder_that_was_swapped_is_read_whole() {
    let mut shelf = Shelf::new(&[("甲/a.txt", &report("长垣市", 500.5)), ("甲/b.txt", &report("封丘县", 200.0))]);
    shelf.read();
    for (name, product) in [("a.txt", 510.5), ("b.txt", 200.0)] {
        let county = if name == "a.txt" { "长垣市" } else { "封丘县" };
        shelf.folder.file(&format!("乙/{name}"), report(county, product));
    }
    fs::remove_dir_all(shelf.folder.0.join("甲")).unwrap();
    fs::rename(shelf.folder.0.join("乙"), shelf.folder.0.join("甲")).unwrap();
    shelf.reader.changed(&shelf.folder.0.join("甲"));
    let reading = shelf.read();
    assert_eq!(reading.read, 1);
    shelf.assert_as_if_new(&reading);
}

#[test]
fn a_report_is_extracted_once_no_figure_file_brings_its_figures() {
    let figure = r#"{"doc":"甲.txt","name":"地区生产总值","metric":"gdp","measure":"level","value":1.5,"unit":"亿元","region_code":410783}"#;
    let mut shelf = Shelf::new(&[("甲.txt", &report("长垣市", 500.5)), ("figures.jsonl", figure)]);
    assert_eq!(shelf.read().loaded.atlas.len(), 1);
    fs::remove_file(shelf.folder.0.join("figures.jsonl")).unwrap();
    let reading = shelf.read();
    assert!(reading.loaded.atlas.len() > 1);
    shelf.assert_as_if_new(&reading);
    shelf.write("figures.jsonl", figure);
    let reading = shelf.read();
    shelf.assert_as_if_new(&reading);
}

#[test]
fn a_file_that_cannot_be_read_stays_told_until_it_can() {
    let mut shelf = Shelf::new(&[("甲.txt", &report("长垣市", 500.5))]);
    shelf.folder.file("乙.txt", b"one\n\xb3\xa4\xd4\xab\xff\n");
    assert_eq!(shelf.read().loaded.troubles.len(), 1);
    assert_eq!(shelf.read().loaded.troubles.len(), 1);
    shelf.write("乙.txt", &report("封丘县", 200.0));
    let reading = shelf.read();
    assert_eq!(reading.loaded.troubles, []);
    shelf.assert_as_if_new(&reading);
}

#[test]
fn told_to_stop_it_gives_what_it_has_and_reads_the_rest_when_asked() {
    let names: Vec<String> = (0..200).map(|number| format!("{number:03}.txt")).collect();
    let text = report("长垣市", 500.5);
    let files: Vec<_> = names.iter().map(|name| (name.as_str(), text.as_str())).collect();
    let mut shelf = Shelf::new(&files);
    let reading = shelf.read_until(5);
    assert!(reading.stopped);
    let read = reading.loaded.documents.len();
    assert!((5..200).contains(&read), "{read} documents");
    shelf.write("005.txt", &report("长垣市", 501.5));
    let again = shelf.read();
    let newly = usize::from(read <= 5);
    assert_eq!((again.read, again.loaded.documents.len()), (1, read + newly), "what was put off stays so");
    shelf.reader.all_changed();
    let whole = shelf.read();
    assert_eq!(whole.loaded.documents.len(), 200);
    shelf.assert_as_if_new(&whole);
}

#[test]
fn reading_again_can_be_stopped_without_loss() {
    let figure = r#"{"doc":"乙.txt","name":"地区生产总值","metric":"gdp","measure":"level","value":1.5,"unit":"亿元","region_code":410783}"#;
    let mut shelf = Shelf::new(&[("甲.txt", &report("长垣市", 500.5)), ("figures.jsonl", figure)]);
    let first = shelf.read();
    shelf.write("甲.txt", &report("长垣市", 600.5));
    let stopped = shelf.read_until(0);
    assert!(stopped.stopped && Arc::ptr_eq(&stopped.loaded.atlas, &first.loaded.atlas));
    let stopped = shelf.read_until(1);
    assert!(stopped.stopped && stopped.loaded.atlas.len() == first.loaded.atlas.len());
    let reading = shelf.read();
    assert_eq!(reading.read, 1, "what changed is still known to have changed");
    shelf.assert_as_if_new(&reading);
}

#[test]
fn stopped_while_a_folder_is_listed_it_keeps_the_documents_of_carried_figures() {
    let carried = crate::load::carried(&Arc::new(Gazetteer::carried()), &Arc::new(Catalogue::carried()));
    let folder = Folder::new();
    for source in carried.atlas.sources().iter().take(3) {
        folder.file(&source.id, "no text of that report");
    }
    let mut reader = reader(Vec::new()).with_reports(vec![folder.0.clone()]);
    let first = reader.read(&mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!((first.loaded.troubles.len(), first.read), (3, 3));
    reader.all_changed();
    let stopped = reader.read(&mut |_| ControlFlow::Break(())).unwrap();
    assert_eq!((stopped.loaded.troubles.len(), stopped.gone, stopped.stopped), (3, 0, true));
}

#[test]
fn progress_counts_files_and_figures() {
    let mut shelf = Shelf::new(&[("甲.txt", &report("长垣市", 500.5)), ("乙.md", &report("封丘县", 200.0))]);
    let mut told = Vec::new();
    let mut tell = |progress| {
        told.push(progress);
        ControlFlow::Continue(())
    };
    let figures = shelf.reader.read(&mut tell).unwrap().loaded.atlas.len();
    assert_eq!(told.last(), Some(&Progress { done: 2, all: 2, figures }));
    assert!(told.is_sorted_by_key(|progress| (progress.done, progress.figures)), "{told:?}");
}

#[test]
fn a_folder_that_is_gone_is_an_error_and_what_was_known_stays() {
    let mut shelf = Shelf::new(&[("甲.txt", &report("长垣市", 500.5))]);
    shelf.read();
    fs::remove_dir_all(&shelf.folder.0).unwrap();
    assert!(shelf.reader.read(&mut |_| ControlFlow::Continue(())).is_err());
    shelf.write("甲.txt", &report("长垣市", 500.5));
    assert_eq!(shelf.read().read, 0);
}

/// An act about a figure as it is now.
fn act(id: &str, deed: Deed) -> Act {
    Act { id: id.to_owned(), at: String::new(), who: String::new(), deed, note: String::new() }
}

fn anchor(figure: &Figure, loaded: &Loaded) -> Box<Anchor> {
    let document = loaded.documents.iter().find(|document| document.source.id == figure.doc).unwrap();
    Box::new(Anchor::new(figure.clone(), &document.source.hash, Some(&document.text), 0))
}

/// What stands for the product: its value and what a person made of it.
fn product(reading: &Reading, doc: &str) -> Option<(f64, Option<Review>)> {
    let figures = all(&reading.loaded.atlas);
    let figure = figures.iter().find(|figure| {
        figure.doc == doc && figure.metric.as_deref() == Some("gdp") && figure.measure == Measure::Level
    })?;
    Some((figure.value.as_ref()?.number()?, figure.review))
}

#[test]
fn corrections_are_put_once_to_what_was_read_and_taken_back_when_undone() {
    let files = [("甲.txt", report("长垣市", 500.5)), ("乙.txt", report("封丘县", 200.5))];
    let mut shelf = Shelf::new(&files.each_ref().map(|(name, text)| (*name, text.as_str())));
    let ledger = shelf.folder.0.join(crate::ledger::FILE);
    shelf.reader = reader(vec![shelf.folder.0.clone()]).with_ledger(Ledger::At(ledger.clone()));
    let first = shelf.read();
    assert_eq!(first.read, 2);
    let read = all(&first.loaded.atlas);
    let figure = read.iter().find(|figure| figure.value == Some(Value::Number(500.5))).unwrap();
    let to = Figure { value: Some(Value::Number(555.5)), ..figure.clone() };
    let change = Deed::Change { set: Fields::between(figure, &to), on: anchor(figure, &first.loaded) };
    let write = |id: &str, deed: Deed| drop(crate::ledger::append(&ledger, &[act(id, deed)]).unwrap());

    write("1", change);
    let changed = shelf.read();
    assert_eq!(changed.read, 1, "the ledger");
    assert_eq!(product(&changed, "甲.txt"), Some((555.5, Some(Review::Changed))));
    // The report is taken as it was, with its correction; another one changes.
    shelf.write("乙.txt", &report("封丘县", 222.5));
    let again = shelf.read();
    assert_eq!(again.read, 1);
    assert_eq!(product(&again, "甲.txt"), Some((555.5, Some(Review::Changed))));
    assert_eq!(again.loaded.atlas.len(), read.len());
    // Re-read when it changes; the correction is found again.
    shelf.write("甲.txt", &format!("河南省\n{}", report("长垣市", 500.5)));
    let moved = shelf.read();
    assert_eq!(product(&moved, "甲.txt"), Some((555.5, Some(Review::Changed))));
    assert!(matches!(moved.loaded.corrections[0].standing, Standing::Reanchored { .. }));
    shelf.write("甲.txt", &files[0].1);
    shelf.read();

    write("2", Deed::Undo { undoes: "1".to_owned() });
    let undone = shelf.read();
    assert_eq!(product(&undone, "甲.txt"), Some((500.5, None)));
    write("3", Deed::Reject(anchor(figure, &first.loaded)));
    let rejected = shelf.read();
    assert_eq!((product(&rejected, "甲.txt"), rejected.loaded.atlas.len()), (None, read.len() - 1));
    fs::remove_file(&ledger).unwrap();
    let without = shelf.read();
    assert_eq!(product(&without, "甲.txt"), Some((500.5, None)));
    assert_eq!(all(&without.loaded.atlas).len(), read.len());
    shelf.assert_as_if_new(&without);
    assert_eq!(shelf.read().read, 0);
}

#[test]
fn a_file_of_figures_is_corrected_as_the_reports_are() {
    let shelf = &mut Shelf::new(&[("甲.txt", &report("长垣市", 500.5))]);
    let first = shelf.read();
    let mut lines = String::new();
    for figure in all(&first.loaded.atlas) {
        lines += &serde_json::to_string(&figure).unwrap();
        lines.push('\n');
    }
    let source = serde_json::to_string(&first.loaded.documents[0].source).unwrap();
    let folder = Folder::new();
    folder.file("sources.jsonl", source);
    folder.file("figures.jsonl", lines);
    let ledger = folder.0.join(crate::ledger::FILE);
    let growth = all(&first.loaded.atlas).into_iter().find(|figure| figure.measure == Measure::Growth).unwrap();
    let deeds = [Deed::Reject(anchor(&growth, &first.loaded)), Deed::Undo { undoes: "0".to_owned() }];
    let mut reader = reader(vec![folder.0.clone()]).with_ledger(Ledger::At(ledger.clone()));
    let count = first.loaded.atlas.len();
    for (number, (deed, left)) in deeds.into_iter().zip([count - 1, count]).enumerate() {
        crate::ledger::append(&ledger, &[act(&number.to_string(), deed)]).unwrap();
        let loaded = reader.read(&mut |_| ControlFlow::Continue(())).unwrap().loaded;
        assert_eq!((loaded.atlas.len(), loaded.troubles), (left, Vec::new()));
    }
}

#[test]
fn corrections_that_lie_above_what_is_opened_are_told() {
    let folder = Folder::new();
    folder.file("data/甲/甲.txt", report("长垣市", 500.5));
    let of = |path: &str| reader(vec![folder.0.join(path)]).with_ledger(Ledger::Beside);
    let read = |path: &str| of(path).read(&mut |_| ControlFlow::Continue(())).unwrap().loaded;
    let loaded = read("data");
    let deed = Deed::Reject(anchor(&all(&loaded.atlas)[0], &loaded));
    crate::ledger::append(&folder.0.join("data").join(crate::ledger::FILE), &[act("1", deed)]).unwrap();
    assert_eq!(read("data").troubles, Vec::new());
    for below in ["data/甲", "data/甲/甲.txt"] {
        let troubles = read(below).troubles;
        assert_eq!(troubles.len(), 1, "{troubles:?}");
        assert!(troubles[0].to_string().contains("corrections.jsonl: lies above what is opened"), "{}", troubles[0]);
    }
}
