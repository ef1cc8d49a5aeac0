//! A document's text → blocks: broken lines joined, marks unified, every byte traced to its origin.

/// What a block is in the build of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BlockKind {
    /// Said about the document rather than by it: the title in front matter.
    Meta,
    /// A heading, which may set region, year and status for what follows.
    Heading,
    /// Running text, or one figure a line.
    Prose,
}

/// A paragraph in one line: punctuation full-width, digits half-width, spaces beside digits dropped.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) kind: BlockKind,
    pub(super) text: String,
    /// Where `text` goes on in another way than the document: bytes of both, ascending.
    origin: Vec<(u32, u32)>,
}

impl Block {
    /// The bytes of the document from which `text[start..end]` was made.
    pub(super) fn source(&self, document: &str, start: usize, end: usize) -> (usize, usize) {
        let last = self.text[..end].char_indices().next_back().map_or(0, |(at, _)| self.origin(at));
        let width = document[last..].chars().next().map_or(0, char::len_utf8);
        (self.origin(start), last + width)
    }

    /// The byte of the document at which the character at a byte of `text` stands.
    fn origin(&self, at: usize) -> usize {
        let passed = self.origin.partition_point(|(text, _)| *text as usize <= at);
        let (text, document) = passed.checked_sub(1).map_or((0, 0), |last| self.origin[last]);
        at - text as usize + document as usize
    }

    /// Adds what stands at a byte of the document.
    fn push(&mut self, text: &str, at: usize) {
        let end = self.text.len();
        if self.origin.last().is_none_or(|(text, document)| end - *text as usize != at - *document as usize) {
            self.origin.push((end as u32, at as u32));
        }
        self.text.push_str(text);
    }
}

/// A line with the byte at which it starts.
#[derive(Clone, Copy)]
struct Line<'a> {
    start: usize,
    text: &'a str,
}

/// Cuts a document into blocks, in the order of the text.
pub(super) fn blocks(document: &str) -> Vec<Block> {
    let mut out = Vec::new();
    let mut open: Vec<Line<'_>> = Vec::new();
    let mut front_matter = opens_front_matter(document);
    // The byte up to which a comment hides the text.
    let mut hidden = 0;
    let mut comments = true;
    let mut start = 0;
    for (number, raw) in document.split_inclusive('\n').enumerate() {
        let mut line = Line { start, text: raw.trim_end_matches(['\n', '\r']) };
        start += raw.len();
        if front_matter {
            let trimmed = line.text.trim();
            front_matter = number == 0 || trimmed != "---";
            if let Some(title) = trimmed.strip_prefix("title:") {
                let at = line.start + line.text.find(title).unwrap_or(0);
                out.push(join(BlockKind::Meta, &[Line { start: at, text: title }]));
            }
            continue;
        }
        if start <= hidden {
            continue;
        }
        if hidden > line.start {
            line = Line { start: hidden, text: &line.text[hidden - line.start..] };
        }
        if let Some(rest) = line.text.trim_start().strip_prefix("<!--") {
            let from = line.start + line.text.len() - rest.len();
            let close = if comments { document[from..].find("-->") } else { None };
            // A comment that is never closed ends with its line; behind it no other is closed either.
            comments = close.is_some();
            let end = close.map_or(start, |end| from + end + "-->".len());
            hidden = end;
            if end >= line.start + line.text.len() {
                continue;
            }
            line = Line { start: end, text: &line.text[end - line.start..] };
        }
        let trimmed = line.text.trim();
        if trimmed.is_empty() || is_furniture(trimmed) {
            continue;
        }
        // A line that breaks off inside a sentence goes on in the next, unless that opens anew.
        let goes_on = |last: &Line<'_>| parts_number(last.text, trimmed) || (breaks_off(last.text) && !opens(trimmed));
        if open.last().is_some_and(|last| !goes_on(last)) {
            out.push(close(&open));
            open.clear();
        }
        open.push(line);
    }
    if !open.is_empty() {
        out.push(close(&open));
    }
    out
}

fn close(lines: &[Line<'_>]) -> Block {
    let kind = match lines {
        [line] if is_heading(line.text) => BlockKind::Heading,
        _ => BlockKind::Prose,
    };
    join(kind, lines)
}

/// Whether the first line opens front matter that another line closes soon.
fn opens_front_matter(document: &str) -> bool {
    let mut lines = document.lines();
    lines.next().is_some_and(|line| line.trim() == "---") && lines.take(60).any(|line| line.trim() == "---")
}

/// Web addresses, licence numbers and the like, which no report consists of; a paragraph that names one
/// is kept.
fn is_furniture(line: &str) -> bool {
    !line.contains('。') && ["http://", "https://", "www.", "ICP备", "公网安备"].iter().any(|mark| line.contains(mark))
}

fn is_sentence_end(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '；' | '：' | '…' | '!' | '?' | ';' | ':' | '.')
}

/// Whether a line stops in the middle of a sentence: running prose without an end.
fn breaks_off(line: &str) -> bool {
    let line = line.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '”' | '"' | '*' | '）' | ')' | '》'));
    let Some(last) = line.chars().next_back() else { return false };
    if is_sentence_end(last) || is_heading(line) {
        return false;
    }
    // One figure a line, a title or a name is no running prose; a full stop within, or length, tells it.
    line.contains('。') || (line.contains(['，', ',']) && line.chars().count() >= 60)
}

/// Whether the break between two lines goes through a number and its unit, or through 第2位: then what
/// stands before it alone would be misread.
fn parts_number(line: &str, next: &str) -> bool {
    let line = line.trim_end();
    let digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let open = line.ends_with('第')
        || line.ends_with(digit)
        || line.strip_suffix('.').is_some_and(|head| head.ends_with(digit));
    let unit = super::unit::begins(next) || next.starts_with(digit) || next.starts_with(['.', '％']);
    // Rows of a table one below the other are no broken lines.
    let is_row = line.contains('\t') || next.contains('\t');
    open && unit && !is_row && ordinal(next) == 0
}

/// Whether a line begins something new, whatever stood before it.
fn opens(line: &str) -> bool {
    ordinal(line) > 0 || line.starts_with(['#', '-', '*', '—', '|', '>'])
}

/// Whether a character is Chinese, of the block that reports are written in.
pub(super) fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Length in bytes of an ordinal at the start of a line: `一、` `（三）` `2.` `第二部分`.
pub(super) fn ordinal(line: &str) -> usize {
    let line_start = line.len();
    let line = line.trim_start();
    let skipped = line_start - line.len();
    let numeral = |s: &str| -> usize {
        s.chars().take_while(|c| c.is_ascii_digit() || "一二三四五六七八九十百".contains(*c)).map(char::len_utf8).sum()
    };
    let framed = |open: char, close: char| {
        let rest = line.strip_prefix(open)?;
        let n = numeral(rest);
        rest[n..].starts_with(close).then_some(open.len_utf8() + n + close.len_utf8()).filter(|_| n > 0)
    };
    if let Some(n) = framed('（', '）').or_else(|| framed('(', ')')) {
        return skipped + n;
    }
    let n = numeral(line);
    if n > 0 {
        for mark in ["、", "．", ". "] {
            if line[n..].starts_with(mark) {
                return skipped + n + mark.len();
            }
        }
        return 0;
    }
    if let Some(rest) = line.strip_prefix('第') {
        let n = numeral(rest);
        if n > 0 && rest[n..].starts_with("部分") {
            return skipped + '第'.len_utf8() + n + "部分".len();
        }
    }
    0
}

/// A short line that names what follows instead of telling it.
fn is_heading(line: &str) -> bool {
    let line = line.trim();
    if line.starts_with('#') || (line.starts_with("**") && line.ends_with("**") && line.len() > 4) {
        return true;
    }
    let length = line.chars().count();
    // 某某市副市长某某： introduces a speaker.
    if length <= 24 && line.ends_with(['：', ':']) {
        return !line.contains(['，', ',', '；', ';', '。']);
    }
    let ended = line.chars().next_back().is_some_and(is_sentence_end);
    if ended || line.contains('。') {
        return false;
    }
    // A heading with an ordinal may run long; without one it has no comma and is short.
    (ordinal(line) > 0 && length <= 60) || (length <= 50 && !line.contains(['，', ',', '；', ';']))
}

/// Joins lines into one block, unifying marks and dropping markup.
fn join(kind: BlockKind, lines: &[Line<'_>]) -> Block {
    let length = lines.iter().map(|line| line.text.len()).sum::<usize>();
    let mut block = Block { kind, text: String::with_capacity(length), origin: Vec::new() };
    let mut quoted = false;
    let mut grouped = 0;
    for line in lines {
        let lead =
            line.text.len() - line.text.trim_start_matches(|c: char| c.is_whitespace() || "#>".contains(c)).len();
        let mut at = line.start + lead;
        let mut rest = &line.text[lead..];
        loop {
            // Most of a text are Chinese characters, which stay as they are.
            let (plain, other) = rest.split_at(han_run(rest));
            if !plain.is_empty() {
                block.push(plain, at);
                at += plain.len();
            }
            let mut chars = other.chars();
            let Some(c) = chars.next() else { break };
            let here = at;
            at += c.len_utf8();
            rest = chars.as_str();
            let before = block.text.chars().next_back();
            let digit_before = before.is_some_and(|b| b.is_ascii_digit());
            let next = chars.next();
            let digit_after = next.is_some_and(|n| n.is_ascii_digit() || ('０'..='９').contains(&n));
            let c = match c {
                '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
                '．' if digit_before && digit_after => '.',
                '％' => '%',
                '：' | '∶' | ':' if digit_before && digit_after => ':',
                ':' => '：',
                ',' if digit_before && digit_after => ',',
                ',' => '，',
                ';' => '；',
                '(' => '（',
                ')' => '）',
                '"' => {
                    quoted = !quoted;
                    if quoted { '“' } else { '”' }
                }
                '＋' => '+',
                '－' => '-',
                '*' if next == Some('*') || before.is_none() || next.is_none() => {
                    if let Some(after) = rest.strip_prefix('*') {
                        rest = after;
                        at += '*'.len_utf8();
                    }
                    continue;
                }
                // Cells of a table side by side are no one number, nor a number and its unit.
                '\t' if digit_before && next.is_some() => '，',
                // 70 4.11: two numbers, or one that was torn; only groups of three are told apart for sure.
                c if c.is_whitespace() && digit_before && digit_after => {
                    if is_group(&block.text, rest, grouped) {
                        grouped = block.text.len();
                        continue;
                    }
                    '\u{fffd}'
                }
                c if c.is_whitespace() => {
                    // Blanks beside a number are typesetting; elsewhere they part the pieces of a headline.
                    let beside = digit_before || digit_after || matches!(next, Some('%' | '％')) || before.is_none();
                    if beside || next.is_none() || next.is_some_and(char::is_whitespace) {
                        continue;
                    }
                    ' '
                }
                c if c.is_control() => continue,
                c => c,
            };
            block.push(c.encode_utf8(&mut [0; 4]), here);
        }
    }
    block
}

/// Whether digits go on behind a blank as a group of three: 1 234.5, 12 345 678.
/// `grouped` is where the group before began.
fn is_group(before: &str, after: &str, grouped: usize) -> bool {
    let head = before.bytes().rev().take_while(u8::is_ascii_digit).count();
    let plain = before.len() == head || !before[..before.len() - head].ends_with(['.', ',']);
    let whole = head <= 3 || grouped + 3 == before.len();
    plain && whole && after.bytes().take_while(u8::is_ascii_digit).count() == 3
}

/// Length in bytes of the Chinese characters that a text begins with, as far as their first bytes tell them.
fn han_run(text: &str) -> usize {
    let han = |byte: &&u8| (0xE4..=0xE9).contains(*byte);
    3 * text.as_bytes().iter().step_by(3).take_while(han).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(document: &str) -> Vec<String> {
        blocks(document).into_iter().map(|b| b.text).collect()
    }

    #[test]
    fn a_sentence_broken_over_lines_is_joined() {
        let broken = "全县上半年抓项目、促投资，空气优良比例居全省第2\n\n位，同比提高３ 个百分点。\n";
        let long = format!("{}，{broken}", "各项工作稳步向前推进".repeat(5));
        let joined = texts(&long);
        assert_eq!(joined.len(), 1);
        assert!(joined[0].ends_with("居全省第2位，同比提高3个百分点。"), "{}", joined[0]);
    }

    #[test]
    fn one_figure_a_line_stays_apart() {
        assert_eq!(
            texts("产值增长4%;\n投资增长5％;\n收入全市第一\n"),
            ["产值增长4%；", "投资增长5%；", "收入全市第一"]
        );
    }

    #[test]
    fn rows_of_a_table_are_not_glued_together() {
        assert!(!parts_number("收入\t亿元\t53.68\t7.2", "万元\t536800") && !parts_number("增长\t7.2", "亿元"));
        assert!(parts_number("完成投资7", "亿元，增长"));
    }

    #[test]
    fn cells_of_a_table_are_not_glued_together() {
        assert_eq!(texts("\t收入\t704.11\t5.5\t亿元\t\n"), ["收入704.11，5.5，亿元"]);
    }

    #[test]
    fn markup_and_furniture_are_dropped() {
        let text = "---\ntitle: 某县报告\n---\n<!-- 图\n片 -->\n**一、工作回顾**\n**产量**达 1.2 亿 斤。\n详见 www.example.com\n";
        assert_eq!(texts(text), ["某县报告", "一、工作回顾", "产量达1.2亿 斤。"]);
        assert_eq!(blocks(text)[1].kind, BlockKind::Heading);
    }

    #[test]
    fn bytes_lead_back_to_the_document() {
        let document = "（一）收入为 ５３．６８ 亿元。";
        let block = &blocks(document)[0];
        let start = block.text.find("53.68").unwrap();
        let (a, b) = block.source(document, start, start + "53.68".len());
        assert_eq!(&document[a..b], "５３．６８");
    }
}
