//! The body of a document in XML → its text: a paragraph a line, a row of a table a line.

use std::{collections::HashSet, io::BufRead};

use quick_xml::{
    Reader,
    escape::resolve_predefined_entity,
    events::{BytesStart, Event},
};

use crate::load::document::row;

/// The vocabulary of the XML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// `WordprocessingML`.
    Word,
    /// `OpenDocument` text.
    OpenDocument,
}

/// What an element is to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Paragraph,
    Heading,
    Run,
    /// Characters stand only here, in Word.
    Text,
    Break,
    Tab,
    Spaces,
    Hyphen,
    Row,
    Cell,
    /// What it holds is no part of the text: deleted, moved away, notes, what older programs show instead, what
    /// properties were before they were changed.
    Hidden,
    Other,
}

impl Dialect {
    fn role(self, name: &str) -> Role {
        match (self, name) {
            // `rPrChange`, `pPrChange` and others.
            (Self::Word, name) if name.ends_with("PrChange") => Role::Hidden,
            (_, "p") => Role::Paragraph,
            (_, "tab") => Role::Tab,
            (Self::Word, "t") => Role::Text,
            (Self::Word, "r") => Role::Run,
            (Self::Word, "br" | "cr") | (Self::OpenDocument, "line-break") => Role::Break,
            (Self::Word, "noBreakHyphen") => Role::Hyphen,
            (Self::Word, "tr") | (Self::OpenDocument, "table-row") => Role::Row,
            (Self::Word, "tc") | (Self::OpenDocument, "table-cell") => Role::Cell,
            (Self::Word, "del" | "moveFrom" | "Fallback" | "rt")
            | (Self::OpenDocument, "tracked-changes" | "note" | "annotation" | "ruby-text") => Role::Hidden,
            (Self::OpenDocument, "h") => Role::Heading,
            (Self::OpenDocument, "s") => Role::Spaces,
            _ => Role::Other,
        }
    }
}

/// Elements nested deeper than this are not of a document that people wrote; text is copied at each level of rows.
const DEEPEST: usize = 1000;

/// The text of a body; `None` where it is nested too deep.
///
/// # Errors
/// It is no XML.
pub(super) fn text(xml: &mut dyn BufRead, dialect: Dialect) -> quick_xml::Result<Option<String>> {
    let mut reader = Reader::from_reader(xml);
    let mut writer = Writer::new(dialect);
    let mut buffer = Vec::new();
    let mut depth = 0_usize;
    loop {
        match reader.read_event_into(&mut buffer)? {
            Event::Start(tag) => {
                depth += 1;
                if depth > DEEPEST {
                    return Ok(None);
                }
                writer.open(&tag);
            }
            Event::Empty(tag) => {
                writer.open(&tag);
                writer.close(tag.local_name().as_ref());
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                writer.close(tag.local_name().as_ref());
            }
            Event::Text(text) => writer.characters(&text.xml10_content()),
            Event::CData(text) => writer.characters(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let character = reference.resolve_char_ref().ok().flatten();
                let mut place = [0; 4];
                let named = resolve_predefined_entity(&reference);
                writer.characters(character.map(|c| &*c.encode_utf8(&mut place)).or(named).unwrap_or("\u{fffd}"));
            }
            Event::Eof => return Ok(Some(writer.out)),
            _ => {}
        }
        buffer.clear();
    }
}

/// A paragraph that is being read; text boxes stand within others.
#[derive(Default)]
struct Paragraph {
    text: String,
    /// Whether it is of a table of contents.
    contents: bool,
    /// Whether it is a heading.
    heading: bool,
}

struct Writer {
    dialect: Dialect,
    out: String,
    /// The cells of the rows that are open.
    rows: Vec<Vec<String>>,
    /// What was written of the cells that are open.
    cells: Vec<String>,
    paragraphs: Vec<Paragraph>,
    /// Elements that are open below one that is hidden, itself included.
    hidden: usize,
    /// Whether characters count here.
    in_text: bool,
    /// Of the run: hidden or struck out, or raised.
    vanished: bool,
    raised: bool,
    /// The style that is being told, its family and name.
    style: [String; 2],
    /// Styles that strike out, or hide.
    unshown: HashSet<[String; 2]>,
}

impl Writer {
    fn new(dialect: Dialect) -> Self {
        Self {
            dialect,
            out: String::new(),
            rows: Vec::new(),
            cells: Vec::new(),
            paragraphs: Vec::new(),
            hidden: 0,
            in_text: dialect == Dialect::OpenDocument,
            vanished: false,
            raised: false,
            style: Default::default(),
            unshown: HashSet::new(),
        }
    }

    fn open(&mut self, tag: &BytesStart<'_>) {
        let name = tag.local_name();
        let role = self.dialect.role(name.as_ref());
        if self.hidden > 0 || role == Role::Hidden || self.is_unshown(name.as_ref(), tag) {
            self.hidden += 1;
            return;
        }
        match role {
            Role::Paragraph => self.paragraphs.push(Paragraph::default()),
            Role::Heading => self.paragraphs.push(Paragraph { heading: true, ..Paragraph::default() }),
            Role::Run => (self.vanished, self.raised) = (false, false),
            Role::Text => self.in_text = true,
            Role::Break => self.push("\n"),
            // In Word a tab within the properties of a paragraph is a stop, and no character.
            Role::Tab if self.dialect == Dialect::OpenDocument || tag.attributes_raw().trim().is_empty() => {
                self.push("\t");
            }
            Role::Spaces => {
                let count = value(tag, "c").and_then(|count| count.parse().ok()).unwrap_or(1_usize);
                self.push(&" ".repeat(count.min(100)));
            }
            Role::Hyphen => self.push("-"),
            Role::Row => self.rows.push(Vec::new()),
            Role::Cell => self.cells.push(String::new()),
            Role::Other if self.dialect == Dialect::Word => self.property(name.as_ref(), tag),
            Role::Other => self.style(name.as_ref(), tag),
            _ => {}
        }
    }

    /// Whether the style of an element of `OpenDocument` strikes it out or hides it.
    fn is_unshown(&self, name: &str, tag: &BytesStart<'_>) -> bool {
        let family = match name {
            "span" => "text",
            "p" | "h" => "paragraph",
            _ => return false,
        };
        !self.unshown.is_empty()
            && value(tag, "style-name").is_some_and(|style| self.unshown.contains(&[family.to_owned(), style]))
    }

    /// What `OpenDocument` says of the styles before the text.
    fn style(&mut self, name: &str, tag: &BytesStart<'_>) {
        match name {
            "style" => self.style = ["family", "name"].map(|key| value(tag, key).unwrap_or_default()),
            "text-properties" => {
                let strikes = |key| value(tag, key).is_some_and(|line| line != "none");
                let hides = value(tag, "display").is_some_and(|display| display == "none");
                if hides || strikes("text-line-through-style") || strikes("text-line-through-type") {
                    self.unshown.insert(self.style.clone());
                }
            }
            _ => {}
        }
    }

    /// What Word says of a paragraph or run before its characters come.
    fn property(&mut self, name: &str, tag: &BytesStart<'_>) {
        let value = value(tag, "val").unwrap_or_default();
        match name {
            // Hidden, or struck out: no longer said.
            "vanish" | "strike" | "dstrike" => self.vanished |= !matches!(value.as_str(), "0" | "false"),
            "vertAlign" => self.raised = value == "superscript",
            "pStyle" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.contents = value.starts_with("TOC");
                    paragraph.heading = value.starts_with("Heading");
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if self.hidden > 0 {
            self.hidden -= 1;
            return;
        }
        match self.dialect.role(name) {
            Role::Paragraph | Role::Heading => {
                if let Some(Paragraph { text, heading, .. }) = self.paragraphs.pop().filter(|last| !last.contents) {
                    let mark = if heading && self.cells.is_empty() && !text.trim().is_empty() { "# " } else { "" };
                    self.line(&format!("{mark}{text}"));
                }
            }
            Role::Text => self.in_text = self.dialect == Dialect::OpenDocument,
            Role::Cell => {
                let cell = self.cells.pop().unwrap_or_default();
                match self.rows.last_mut() {
                    Some(row) => row.push(cell),
                    None => self.line(&cell),
                }
            }
            Role::Row => {
                let row = self.rows.pop().unwrap_or_default();
                self.line(&row::lines(&row));
            }
            _ => {}
        }
    }

    /// Characters of the text. Raised digits behind a number would become part of it: they are the mark of
    /// a note.
    fn characters(&mut self, text: &str) {
        if !self.in_text || self.vanished {
            return;
        }
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let behind_number =
            self.paragraphs.last().is_some_and(|last| last.text.ends_with(|c: char| c.is_ascii_digit()));
        if !(self.raised && behind_number && digits(text.trim())) {
            self.push(text);
        }
    }

    fn push(&mut self, text: &str) {
        if self.hidden == 0
            && let Some(last) = self.paragraphs.last_mut()
        {
            last.text.push_str(text);
        }
    }

    fn line(&mut self, line: &str) {
        let out = self.cells.last_mut().unwrap_or(&mut self.out);
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

/// An attribute, by its name without prefix.
fn value(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found =
        tag.attributes().with_checks(false).flatten().find(|attribute| attribute.key.local_name().as_ref() == name);
    found.map(|attribute| attribute.value.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(body: &str) -> String {
        text(&mut format!("<w:document><w:body>{body}</w:body></w:document>").as_bytes(), Dialect::Word)
            .unwrap()
            .unwrap()
    }

    #[test]
    fn what_is_nested_too_deep_is_not_read() {
        let nested = |levels: usize| {
            let body = "<w:tr><w:tc>".repeat(levels) + &"</w:tc></w:tr>".repeat(levels);
            text(&mut body.as_bytes(), Dialect::Word).unwrap()
        };
        assert!(nested(DEEPEST / 2).is_some());
        assert_eq!(nested(150_000), None);
    }

    #[test]
    fn paragraphs_breaks_and_rows_are_lines() {
        let run = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
        let cell = |text: &str| format!("<w:tc>{}</w:tc>", run(text));
        let table = format!("<w:tbl><w:tr>{}{}</w:tr><w:tr>{}</w:tr></w:tbl>", cell("指标"), cell("5.5"), cell("合计"));
        assert_eq!(word(&format!("{}{table}", run("一 &amp; &#x4e8c;"))), "一 & 二\n指标\t5.5\n合计\n");
        let parts = "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr>\
            <w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p>";
        assert_eq!(word(parts), "# 甲\t乙\n丙\n");
    }

    #[test]
    fn what_was_deleted_or_is_a_note_is_no_text() {
        let text = "<w:p><w:r><w:t>收入5</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>1</w:t></w:r>\
            <w:del><w:r><w:delText>6</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>7</w:t></w:r></w:moveFrom>\
            <w:ins><w:r><w:t>亿元</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>\
            <w:r><w:rPr><w:strike/><w:vanish w:val=\"0\"/></w:rPr><w:t>8亿元</w:t></w:r>\
            <w:r><w:instrText>PAGE</w:instrText><w:footnoteReference w:id=\"1\"/></w:r></w:p>\
            <w:p><w:pPr><w:pStyle w:val=\"TOC1\"/></w:pPr><w:r><w:t>一、综合</w:t></w:r></w:p>";
        assert_eq!(word(text), "收入5亿元\n");
    }

    #[test]
    fn what_properties_were_before_a_change_says_nothing() {
        let text = "<w:p><w:pPr><w:pStyle w:val=\"Normal\"/><w:pPrChange><w:pPr><w:pStyle w:val=\"TOC1\"/></w:pPr></w:pPrChange></w:pPr>\
            <w:r><w:rPr><w:b/><w:rPrChange><w:rPr><w:strike/><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>收入5亿元</w:t></w:r></w:p>";
        assert_eq!(word(text), "收入5亿元\n");
    }

    #[test]
    fn what_a_style_of_open_document_strikes_out_is_no_longer_said() {
        let style = |name: &str, family: &str, line: &str| {
            format!(
                "<style:style style:name=\"{name}\" style:family=\"{family}\"><style:text-properties \
                style:text-line-through-style=\"{line}\" style:text-line-through-type=\"{line}\"/></style:style>"
            )
        };
        let styles = [style("T1", "text", "solid"), style("T2", "text", "none"), style("P1", "paragraph", "solid")];
        let body = "<text:p>收入<text:span text:style-name=\"T1\">50<text:span>亿元</text:span></text:span>\
            <text:span text:style-name=\"T2\">53亿元</text:span></text:p><text:p text:style-name=\"P1\">旧</text:p>\
            <text:p text:style-name=\"T1\">新</text:p>";
        let body = format!("<office:document>{}<office:text>{body}</office:text></office:document>", styles.concat());
        let read = text(&mut body.as_bytes(), Dialect::OpenDocument).unwrap().unwrap();
        assert_eq!(read, "收入53亿元\n新\n");
    }

    #[test]
    fn a_text_box_stands_before_its_paragraph_and_once() {
        let text = "<w:p><w:r><w:t>外</w:t></w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>内</w:t></w:r></w:p>\
            </w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>内</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>\
            <w:r><w:t>边</w:t></w:r></w:p>";
        assert_eq!(word(text), "内\n外边\n");
    }

    #[test]
    fn open_document_is_read_in_the_same_way() {
        let body = "<office:text><text:tracked-changes><text:p>旧</text:p></text:tracked-changes>\
            <text:h>一、综合</text:h><text:p>收入<text:span>5</text:span><text:s text:c=\"2\"/>亿元<text:note><text:p>注</text:p></text:note>\
            <text:line-break/>又<text:tab/>一</text:p><table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell>\
            <table:table-cell><text:p>1</text:p></table:table-cell></table:table-row></office:text>";
        let read = text(&mut body.as_bytes(), Dialect::OpenDocument).unwrap().unwrap();
        assert_eq!(read, "# 一、综合\n收入5  亿元\n又\t一\n甲\t1\n");
    }

    #[test]
    fn what_is_no_xml_does_no_harm() {
        for broken in ["", "<", "<w:p><w:tc></w:p>", "</w:tr></w:tc></w:p>", "<w:p>&unknown;</w:p>", "\u{0}"] {
            let _ = text(&mut broken.as_bytes(), Dialect::Word);
        }
        assert_eq!(word("<w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>"), "甲\n", "a cell of no row");
    }
}
