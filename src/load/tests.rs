//! Files of all kinds, opened together.

use std::{
    env, fs, process, slice,
    sync::atomic::{AtomicUsize, Ordering},
};

use super::*;
use crate::model::{RegionCode, Source};

/// A folder that is gone when the test is over.
pub(super) struct Folder(pub(super) PathBuf);

impl Folder {
    pub(super) fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("xianzhi-load-{}-{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = env::temp_dir().join(name);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub(super) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn reader(paths: Vec<PathBuf>) -> Reader {
    Reader::new(paths, Arc::new(Gazetteer::carried()), Arc::new(Catalogue::carried()))
}

fn opened(paths: &[PathBuf]) -> Loaded {
    reader(paths.to_owned()).read(&mut |_| ControlFlow::Continue(())).unwrap().loaded
}

/// Troubles as `name:line message`.
fn told(troubles: &[Trouble]) -> Vec<String> {
    let name = |trouble: &Trouble| trouble.path.file_name().unwrap().to_str().unwrap().to_owned();
    let line = |trouble: &Trouble| trouble.line.map(|line| format!(":{line}")).unwrap_or_default();
    troubles.iter().map(|trouble| format!("{}{} {}", name(trouble), line(trouble), trouble.message)).collect()
}

/// A figure of a region as a line.
fn figure(region: &str) -> String {
    format!(
        r#"{{"doc":"甲.txt","name":"地区生产总值","metric":"gdp","measure":"level","value":1.5,"unit":"亿元",{region}}}"#
    )
}

#[test]
fn a_broken_line_is_told_with_its_place_and_the_rest_is_there() {
    let folder = Folder::new();
    let good = figure(r#""region":"长垣市""#);
    let text = format!("\u{feff}{good}\n\n{{\"doc\":\"甲.txt\",\"name\":7}}\n{good}\r\n[]\n\u{fffd}\n{good}");
    let path = folder.file("figures.jsonl", text);
    let loaded = opened(&[path]);
    assert_eq!(loaded.atlas.len(), 3);
    let troubles = told(&loaded.troubles);
    assert_eq!(troubles.len(), 3);
    assert!(troubles[0].starts_with("figures.jsonl:3 column 23: invalid type: integer `7`"), "{}", troubles[0]);
    assert!(
        troubles[0]
            .ends_with("a line must hold one figure as a JSON object, as xianzhi extract --format jsonl writes it")
    );
    assert_eq!(loaded.troubles[1].line, Some(5));
    assert_eq!(loaded.troubles[2].line, Some(6));
}

#[test]
fn a_thousand_broken_lines_are_told_by_the_first_and_their_number() {
    let folder = Folder::new();
    let loaded = opened(&[folder.file("figures.jsonl", "?\n".repeat(1000))]);
    let troubles = told(&loaded.troubles);
    assert_eq!(troubles.len(), 21);
    assert!(troubles[20].starts_with("figures.jsonl 980 more lines"), "{}", troubles[20]);
}

#[test]
fn regions_are_found_by_code_of_today_or_before_or_by_name() {
    let folder = Folder::new();
    let lines = [
        figure(r#""region_code":410783"#),
        figure(r#""region_code":410728"#),
        figure(r#""region":"长垣县""#),
        figure(r#""region":"长垣市","region_code":888888"#),
        figure(r#""region":"朝阳区""#),
        figure(r#""region":"乌有乡""#),
        figure(r#""region_code":888888"#),
        figure(r#""region":null"#),
    ];
    let loaded = opened(&[folder.file("figures.jsonl", lines.join("\n"))]);
    let regions: Vec<_> = loaded.atlas.regions().collect();
    assert_eq!(regions, [(RegionCode::UNKNOWN, 4), (RegionCode(410_783), 4)]);
    let troubles = told(&loaded.troubles);
    assert!(troubles[0].contains("it is taken for 410783 河南省新乡市长垣市"), "{}", troubles[0]);
    assert!(troubles[1].contains("give region_code as one of 110105 北京市朝阳区, 220104 吉林省长春市朝阳区"));
    assert!(troubles[2].contains("no region is called 乌有乡"));
    assert!(troubles[3].contains("no region has the code 888888"));
    assert_eq!(troubles.len(), 4);
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_there() {
    let folder = Folder::new();
    let figures = folder.file("figures.jsonl", figure(r#""region_code":410783"#));
    let damaged = folder.file("damaged.txt", b"one\ntwo\n\xb3\xa4\xd4\xab\xff\n");
    let picture = folder.file("scan", b"\x89PNG\r\n\x1a\n");
    let missing = folder.0.join("missing.txt");
    let empty = folder.0.join("empty");
    fs::create_dir(&empty).unwrap();
    let gazetteer = Gazetteer::carried();
    let loaded = opened(&[figures.clone(), picture, missing.clone(), empty]);
    assert_eq!(loaded.atlas.len(), 1);
    let troubles = told(&loaded.troubles);
    assert!(troubles[0].starts_with("missing.txt cannot be read ("), "{}", troubles[0]);
    assert!(troubles[1].starts_with("empty holds nothing to read"), "{}", troubles[1]);
    assert!(troubles[2].starts_with("scan is a picture; make a PDF with text of it"), "{}", troubles[2]);

    let trouble = report::read(&damaged, "damaged.txt").unwrap_err();
    assert_eq!(
        told(&[trouble]),
        ["damaged.txt:3 is none of UTF-8, UTF-16 and GB18030 from byte 8 on; save it as text in UTF-8"]
    );

    let error = open(&[missing], &Arc::new(gazetteer), &Arc::new(Catalogue::carried())).unwrap_err();
    assert!(error.to_string().contains("missing.txt; give reports"), "{error}");
}

#[test]
fn folders_are_read_in_the_order_of_names_without_what_is_hidden() {
    let folder = Folder::new();
    for name in ["乙.txt", "丙/甲.md", "甲.md", ".hidden.txt", ".git/x.md", "README.md", "notes.png", "sources.jsonl"]
    {
        folder.file(name, "");
    }
    let (mut found, stopped) = (Vec::new(), AtomicBool::new(false));
    let mut tell = |progress: Progress| {
        found.push(progress.all);
        ControlFlow::Continue(())
    };
    let paths = [folder.0.clone(), folder.0.join("乙.txt")];
    let input = files::gather(&paths, &mut Meter::new(&mut tell, &stopped)).unwrap();
    assert_eq!(found, [1, 2, 3, 4], "each is counted once as it is found");
    let ids: Vec<_> = input.reports().map(|(_, id)| id).collect();
    assert_eq!(ids[0], "丙/甲.md");
    assert_eq!(ids[1], "乙.txt");
    assert!(ids[2].ends_with("/甲.md") && ids.len() == 3, "{ids:?}");
    assert_eq!(input.of(Kind::Sources).count(), 1);
    let [note] = input.troubles.as_slice() else { panic!("{:?}", input.troubles) };
    assert!(note.is_note && note.message.starts_with("1 of other kinds passed over: 1 png (notes.png); "), "{note}");
}

#[test]
fn a_document_keeps_its_offsets_and_has_the_hash_of_its_bytes() {
    let folder = Folder::new();
    let path = folder.file("甲.md", "\u{feff}# 甲县的一年\n\n增长\u{1b}[1m5%\n");
    let document = report::read(&path, "甲.md").unwrap();
    assert_eq!(document.text, "# 甲县的一年\n\n增长�[1m5%\n", "the byte order mark does not count");
    assert_eq!(document.source.title, "甲县的一年");
    assert_eq!(sources::changed(&path, &document.source, &document), None);
    let other = Source { hash: "00".repeat(32), ..document.source.clone() };
    assert!(sources::changed(&path, &other, &document).is_some());
    let abc = folder.file("abc.txt", "abc");
    let hash = report::read(&abc, "abc.txt").unwrap().source.hash;
    assert_eq!(hash, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

#[test]
fn a_report_gives_the_same_figures_in_every_encoding_and_a_strange_one_is_left_out() {
    let text = "# 甲县2024年统计公报\n\n2024年，长垣市地区生产总值704.11亿元，增长5.5%。\n";
    let utf_16 = |bytes_of: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes_of).collect::<Vec<u8>>();
    let folder = Folder::new();
    folder.file("a.txt", text);
    folder.file("b.txt", format!("\u{feff}{text}"));
    folder.file("c.txt", encoding_rs::GB18030.encode(text).0);
    folder.file("d.txt", utf_16(u16::to_le_bytes));
    folder.file("e.txt", utf_16(u16::to_be_bytes));
    folder.file("f.txt", encoding_rs::SHIFT_JIS.encode("これは日本語で書かれた文章です。中国の統計ではありません。").0);

    let extractor = Extractor::new(&Arc::new(Gazetteer::carried()), &Arc::new(Catalogue::carried()));
    let mut read = Vec::new();
    let mut go_on = |_| ControlFlow::Continue(());
    let troubles = extract(slice::from_ref(&folder.0), &extractor, &mut go_on, |document, extraction| {
        assert_eq!(document.text, text);
        read.push(extraction.figures.into_iter().map(|figure| (figure.start, figure.text)).collect::<Vec<_>>());
        ControlFlow::Continue(())
    });
    assert_eq!(read.len(), 5);
    assert_eq!(read[0], [(30, "704.11亿元".to_owned()), (41, "5.5%".to_owned())]);
    assert!(read.iter().all(|figures| *figures == read[0]), "{read:?}");
    let told = told(&troubles.unwrap());
    assert!(told[0].starts_with("f.txt:1 seems to be Shift_JIS"), "{told:?}");
}

#[test]
fn documents_come_to_their_figures_unless_they_have_changed() {
    let folder = Folder::new();
    let line = figure(r#""region_code":410783"#);
    let figures = folder.file("data/figures.jsonl", format!("{line}\n{}", line.replace("甲.txt", "乙.txt")));
    let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    let source = |id| format!(r#"{{"id":"{id}","title":"甲县的一年","hash":"{hash}"}}"#);
    folder.file("data/sources.jsonl", format!("{}\n{}", source("甲.txt"), source("乙.txt")));
    let reports = folder.0.join("reports");
    folder.file("reports/甲.txt", "abc");
    folder.file("reports/乙.txt", "abcd");
    folder.file("reports/丙.txt", "of no figure");

    let mut reader = reader(vec![figures.parent().unwrap().to_owned()]).with_reports(vec![reports]);
    let loaded = reader.read(&mut |_| ControlFlow::Continue(())).unwrap().loaded;
    assert_eq!(loaded.documents.iter().map(|document| document.text.as_str()).collect::<Vec<_>>(), ["abc"]);
    let troubles = told(&loaded.troubles);
    assert!(troubles[0].starts_with("乙.txt is not the text that its figures were read from"), "{}", troubles[0]);
    assert_eq!(loaded.atlas.sources()[0].title, "甲县的一年");
}

#[test]
fn nothing_of_a_file_reaches_a_terminal_through_a_trouble() {
    let folder = Folder::new();
    let line = figure(r#""status":"\u001b[31m""#);
    let loaded = opened(&[folder.file("a\u{1b}b.jsonl", line)]);
    let told = loaded.troubles[0].to_string();
    assert!(told.contains("a\u{fffd}b.jsonl:1: column") && told.contains("\u{fffd}[31m"), "{told:?}");
    assert!(!told.contains('\u{1b}'));
}

#[test]
fn a_figure_file_tells_of_documents_too() {
    let folder = Folder::new();
    let source = r#" { "source" : {"id":"甲.txt","title":"甲县\u001b的一年","hash":"ab","reading":"1"}}"#;
    // A field of this name that is no document is passed over, as any other of a figure.
    let odd = figure(r#""region_code":410783"#).replacen('{', r#"{"source":"甲县日报","#, 1);
    let broken = r#"{"source":{"title":"无名"}}"#;
    let path = folder.file("figures.jsonl", [&odd, source, broken].join("\n"));
    let loaded = opened(&[path, folder.file("甲.txt", "2024年，长垣市地区生产总值704.11亿元。")]);
    assert_eq!(loaded.atlas.len(), 1, "what was read and kept is not read again");
    assert_eq!(loaded.atlas.sources().len(), 1);
    assert_eq!(loaded.atlas.sources()[0].title, "甲县�的一年");
    let told = told(&loaded.troubles);
    assert!(told[0].starts_with("figures.jsonl:3 column") && told[0].contains("missing field `id`"), "{told:?}");
    assert!(told[1].starts_with("甲.txt is not read: a file of figures"), "{told:?}");
    assert_eq!(told.len(), 2);
}
