//! Reports of every kind, read by the real program: the same text gives the same figures, and what cannot be
//! read is named while the rest goes on.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "cli/program.rs"]
mod program;

use std::{
    fs,
    io::{Cursor, Write as _},
    path::Path,
};

use program::{run, run_fed, run_in, scratch};
use zip::{ZipWriter, write::SimpleFileOptions};

/// A report of our own, a paragraph each.
const REPORT: [&str; 4] = [
    "新乡市长垣市2024年国民经济和社会发展统计公报",
    "一、综合",
    "2024年，全市生产总值完成704.11亿元，比上年增长5.5%。一般公共预算收入53.68亿元，增长7.2%，其中税收收入40.14亿元。",
    "二、农业",
];

/// Metric, measure, value, unit and year of every figure, one a line, as read from a file.
fn figures(path: &Path) -> String {
    of(&run(&["extract", path.to_str().unwrap(), "--format", "csv"]).done())
}

/// The columns that do not depend on where the figure stands.
fn of(csv: &str) -> String {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let heads = reader.headers().unwrap().clone();
    let columns: Vec<_> = (0..heads.len())
        .filter(|at| ["region", "metric", "measure", "value", "unit", "period"].contains(&heads.get(*at).unwrap()))
        .collect();
    let rows = reader.records().map(|row| row.unwrap());
    rows.map(|row| columns.iter().map(|at| &row[*at]).collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join("\n")
}

/// An archive of these parts.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn docx() -> Vec<u8> {
    let paragraphs = REPORT.map(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")).concat();
    archive(&[("word/document.xml", format!("<w:document><w:body>{paragraphs}</w:body></w:document>").as_bytes())])
}

fn odt() -> Vec<u8> {
    let paragraphs = REPORT.map(|line| format!("<text:p>{line}</text:p>")).concat();
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", format!("<office:text>{paragraphs}</office:text>").as_bytes()),
    ])
}

/// A page as the governments' websites are made: columns and links around the article, the title above it.
fn page() -> String {
    let links = "<li><a href='/a'>全市经济运行情况，一季度增长9.9%。</a></li>".repeat(8);
    let article = REPORT[1..].iter().flat_map(|line| ["<p>　　", *line, "</p>"]).collect::<String>();
    format!(
        "<!DOCTYPE html><html><head><meta charset=gb2312><title>{title}-长垣市人民政府</title></head><body>\
        <table><tr><td><ul>{links}</ul></td><td><h1>{title}</h1><div>发布时间：2025-03-20 来源：长垣市统计局</div>\
        <div class=TRS_Editor>{article}</div></td></tr></table>\
        <div>主办：长垣市人民政府 电话：0373-0000000，备案：0。</div></body></html>",
        title = REPORT[0],
    )
}

#[test]
fn the_same_text_gives_the_same_figures_whatever_file_it_is_in() {
    let folder = scratch("kinds");
    let text = REPORT.join("\n");
    let write = |name: &str, bytes: &[u8]| {
        fs::write(folder.join(name), bytes).unwrap();
        folder.join(name)
    };
    let expected = figures(&write("a.txt", text.as_bytes()));
    assert_eq!(expected.lines().count(), 5, "{expected}");
    assert!(expected.contains("长垣市 gdp level 704.11 亿元 2024"), "{expected}");
    let gb18030 = |text: &str| encoding_rs::GB18030.encode(text).0.into_owned();
    let mail = format!(
        "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\
        \tboundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{}\r\n--x--\r\n",
        page()
    );
    for path in [
        write("gb18030.txt", &gb18030(&text)),
        write("utf_16.md", &text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()),
        write("a.docx", &docx()),
        write("a.odt", &odt()),
        write("utf_8.html", page().as_bytes()),
        write("gb2312.htm", &gb18030(&page())),
        write("a.mhtml", mail.as_bytes()),
        write("a docx called.txt", &docx()),
        write("a page without an ending", page().as_bytes()),
    ] {
        assert_eq!(figures(&path), expected, "{}", path.display());
    }
}

/// Files that other programs made of the same report; README.md beside them tells which.
#[test]
fn files_of_other_programs_give_the_same_figures() {
    let folder = Path::new("tests/documents");
    let text = scratch("programs").join("a.txt");
    fs::write(&text, fs::read_to_string(folder.join("report.txt")).unwrap()).unwrap();
    let expected = figures(&text);
    assert_eq!(expected.lines().count(), 9, "{expected}");
    for name in ["chromium.pdf", "columns.pdf", "unlocked.pdf", "libreoffice.docx"] {
        assert_eq!(figures(&folder.join(name)), expected, "{name}");
    }
}

#[test]
fn title_publisher_and_day_are_those_of_the_page() {
    let folder = scratch("page");
    fs::write(folder.join("a.html"), page()).unwrap();
    let shown = run_in(&folder, &["show", "长垣", "--data", "a.html", "--format", "jsonl"]).done();
    assert!(shown.contains("704.11"), "{shown}");
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_goes_on() {
    let folder = scratch("refused");
    let write = |name: &str, bytes: &[u8]| fs::write(folder.join(name), bytes).unwrap();
    write("good.docx", &docx());
    let compound = |stream: &str| {
        let mut file = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        file.resize(512, 0);
        file.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
        file.resize(1024, 0);
        file
    };
    let garbage: Vec<u8> = (0..4000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 21) as u8).collect();
    let blank = vec![b' '; 64 << 20];
    let fixture = |name: &str| fs::read(Path::new("tests/documents").join(name)).unwrap();
    let content = |length: usize| {
        let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        packer.write_all(&vec![b' '; length]).unwrap();
        [b"%PDF-1.4\n1 0 obj\n<</Filter/FlateDecode>>\nstream\n", &*packer.finish().unwrap(), b"\nendstream"].concat()
    };
    for (name, bytes, sentence) in [
        ("locked.pdf", fixture("locked.pdf"), "is encrypted; open it with its password"),
        ("scan.pdf", fixture("scan.pdf"), "has no text layer; run OCR over it first, as with ocrmypdf"),
        ("bomb.pdf", content(300 << 20), "unpacks to far more than a document holds"),
        ("torn.pdf", b"%PDF-1.7\n1 0 obj".to_vec(), "is damaged; open it in its program"),
        ("drawing.txt", fixture("scan.pdf"), "has no text layer"),
        ("bomb.docx", archive(&[("word/document.xml", &blank)]), "unpacks to far more than a document holds"),
        ("encrypted.docx", compound("EncryptedPackage"), "is encrypted; open it with its password"),
        ("old.doc", compound("WordDocument"), "is an old Word or WPS file; convert it, as with soffice"),
        ("empty.txt", Vec::new(), "is empty; get the file anew"),
        ("empty.html", Vec::new(), "is empty; get the file anew"),
        ("garbage.txt", garbage.clone(), "is none of UTF-8, UTF-16 and GB18030"),
        ("torn.docx", docx()[..200].to_vec(), "is a damaged Word file or archive"),
        ("blank.html", b"<html><body><script>1</script></body></html>".to_vec(), "holds no text; where a script"),
        ("letter.rtf", b"{\\rtf1}".to_vec(), "is an RTF file; convert it"),
        ("sheet.docx", archive(&[("xl/workbook.xml", b"<x/>")]), "is an Excel file; give it the name .xlsx"),
        ("all.zip", archive(&[("a.txt", b"1")]), "is an archive; unpack it"),
    ] {
        write(name, &bytes);
        let ran = run(&["extract", folder.to_str().unwrap(), "--format", "csv"]);
        assert_eq!((ran.code, of(&ran.stdout).lines().count()), (0, 5), "{name}: {}", ran.stderr);
        assert!(
            ran.stderr.contains(&format!("{name}: {sentence}"))
                || ran.stderr.contains(&format!("{name}:1: {sentence}")),
            "{name}: {}",
            ran.stderr
        );
        fs::remove_file(folder.join(name)).unwrap();
    }
}

#[test]
fn patterns_and_standard_input_are_taken_beside_files() {
    let folder = scratch("given");
    for name in ["甲.txt", "乙.txt", "丙.md"] {
        fs::write(folder.join(name), REPORT.join("\n")).unwrap();
    }
    let by_pattern = run_in(&folder, &["extract", "?.txt", "--format", "csv"]).done();
    assert!(
        by_pattern.contains("甲.txt") && by_pattern.contains("乙.txt") && !by_pattern.contains("丙.md"),
        "{by_pattern}"
    );
    assert!(run_in(&folder, &["extract", "*.pdf"]).failed(1).contains("there is no *.pdf; give reports"));

    let expected = figures(&folder.join("甲.txt"));
    for input in [REPORT.join("\n").into_bytes(), docx(), page().into_bytes()] {
        let ran = run_fed(&["extract", "-", "--format", "csv"], &input);
        assert_eq!((ran.code, of(&ran.stdout)), (0, expected.clone()), "{}", ran.stderr);
    }
    let told = run_fed(&["extract", "-"], b"").stderr;
    assert!(told.contains("-: is empty"), "{told}");
}

#[test]
fn what_a_folder_holds_of_other_kinds_is_counted_and_named_where_it_is_given() {
    let folder = scratch("others");
    fs::write(folder.join("甲.txt"), REPORT.join("\n")).unwrap();
    for name in ["1.png", "2.PNG", "3.png", "4.png", "notes"] {
        fs::write(folder.join(name), b"\x89PNG\r\n\x1a\n").unwrap();
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink(&folder, folder.join("again")).unwrap();
    let ran = run(&["extract", folder.to_str().unwrap(), "--strict"]);
    for told in [" of other kinds passed over: ", "4 png (1.png, 2.PNG, 3.png, …)", "1 without ending (notes)"] {
        assert!(ran.stderr.contains(told), "{}", ran.stderr);
    }
    assert!(!cfg!(unix) || ran.stderr.contains("1 link to a folder (again)"), "{}", ran.stderr);
    assert_eq!(ran.code, 0, "nothing that was asked for is missing");
    assert_eq!(run(&["extract", folder.to_str().unwrap(), "--quiet"]).stderr, "");
    let named = run_in(&folder, &["extract", "*.png", "甲.txt"]).stderr;
    assert!(named.contains("1.png: is a picture;") && named.contains("4.png: is a picture;"), "{named}");
}
