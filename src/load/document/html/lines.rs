//! An element of a page → lines of text: a paragraph, a heading or a row of a table a line.

use dom_query::NodeRef;

use crate::load::document::row;

/// Elements whose content is not shown, or is not of the page but of its use.
const UNSHOWN: &[&str] = &[
    "script", "style", "noscript", "template", "head", "iframe", "object", "svg", "math", "canvas", "audio", "video",
    "select", "button", "textarea", "nav", "aside", "footer", "rt", "rp", // struck out: no longer said
    "del", "s", "strike",
];

/// Elements that stand within a line; all others open one of their own.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "em", "font", "i", "ins", "kbd", "label", "mark",
    "q", "ruby", "rb", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img",
    "input", "ucapcontent", "ucaptitle", "o:p",
];

/// A heading of more characters than this is a paragraph that was made to look like one.
const HEADING: usize = 60;

/// Whether nothing of an element is shown.
pub(super) fn is_unshown(node: &NodeRef<'_>) -> bool {
    let name = node.node_name().unwrap_or_default();
    // Not `visibility: hidden`, which some pages take away once they are loaded. What is struck out is no longer said.
    let hides = |(name, value): (String, String)| match name.as_str() {
        "display" => value.starts_with("none"),
        "text-decoration" | "text-decoration-line" => value.contains("line-through"),
        _ => false,
    };
    UNSHOWN.contains(&&*name) || node.has_attr("hidden") || rules(node).any(hides)
}

/// The rules of style that an element has itself, without blanks.
fn rules(node: &NodeRef<'_>) -> impl Iterator<Item = (String, String)> {
    let style = node.attr("style").map(|style| style.to_ascii_lowercase()).unwrap_or_default();
    let rule = |rule: &str| rule.split_once(':').map(|(name, value)| (name.trim().to_owned(), value.replace(' ', "")));
    style.split(';').filter_map(rule).collect::<Vec<_>>().into_iter()
}

/// Whether the characters of an element have no size, where those of the element around it have none or do. Only
/// what stands within a line takes it from there: a container without size is how pages close the gaps between
/// blocks, which have a size of their own, that a style sheet may tell by their class.
fn is_sizeless(node: &NodeRef<'_>, is_block: bool, around: bool) -> bool {
    let is_zero =
        |value: &str| value.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%').parse() == Ok(0.0);
    match rules(node).filter(|(name, _)| name == "font-size").last() {
        Some((_, value)) => is_zero(&value),
        None => around && !is_block && !node.has_attr("class"),
    }
}

/// The text of an element.
pub(super) fn of(node: &NodeRef<'_>) -> String {
    let mut lines = Lines::default();
    lines.node(node);
    lines.end();
    lines.out
}

#[derive(Default)]
struct Lines {
    out: String,
    /// The line that is being written.
    line: String,
    /// Blank characters behind it that count only if something follows: the line breaks of the markup
    /// among them stand for nothing between Chinese characters.
    blank: Option<char>,
    /// Whether the characters here have no size.
    is_sizeless: bool,
}

impl Lines {
    fn node(&mut self, node: &NodeRef<'_>) {
        if node.is_text() {
            if !self.is_sizeless {
                self.text(&node.text());
            }
            return;
        }
        if is_unshown(node) {
            return;
        }
        let name = node.node_name().unwrap_or_default();
        // An element that a program made up, as o:p of Word, is taken for one within a line.
        let is_block = !(INLINE.contains(&&*name) || name.contains(':'));
        let around = self.is_sizeless;
        self.is_sizeless = is_sizeless(node, is_block, around);
        self.element(node, &name, is_block);
        self.is_sizeless = around;
    }

    fn element(&mut self, node: &NodeRef<'_>, name: &str, is_block: bool) {
        match name {
            "br" | "hr" => self.end(),
            "tr" => {
                self.end();
                let cells = node.children_it(false).filter(|cell| cell.is_element() && !is_unshown(cell));
                let cells: Vec<_> = cells.map(|cell| of(&cell)).collect();
                self.whole(&row::lines(&cells));
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end();
                let from = self.out.len();
                self.children(node);
                self.end();
                let heading = &self.out[from..];
                if heading.lines().count() == 1 && heading.chars().count() <= HEADING {
                    self.out.insert_str(from, "# ");
                }
            }
            "sup" => {
                // Raised digits behind a number would become part of it: they are the mark of a note, as is what
                // stands in brackets.
                let mut raised = Self { is_sizeless: self.is_sizeless, ..Self::default() };
                raised.children(node);
                raised.end();
                let mark = raised.out.trim();
                let behind_digit = self.line.ends_with(|c: char| c.is_ascii_digit());
                let bare = mark.trim_matches(['[', ']', '［', '］', '〔', '〕', '(', ')', '（', '）']);
                let is_number = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit());
                if !is_number || (bare.len() == mark.len() && !behind_digit) {
                    self.text(mark);
                }
            }
            "pre" => {
                self.end();
                if !self.is_sizeless {
                    node.text().lines().for_each(|line| self.whole(line));
                }
            }
            _ if !is_block => self.children(node),
            _ => {
                self.end();
                self.children(node);
                self.end();
            }
        }
    }

    fn children(&mut self, node: &NodeRef<'_>) {
        node.children_it(false).for_each(|child| self.node(&child));
    }

    /// Adds characters; blank ones are drawn together.
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                // Invisible, and between digits they would part a number.
                '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => {}
                '\n' | '\r' | '\t' => self.blank = self.blank.or(Some('\n')),
                ' ' | '\u{a0}' => self.blank = Some(' '),
                c => {
                    let before = self.line.chars().next_back();
                    let parts = |blank| blank == ' ' || !(before.is_none_or(is_wide) || is_wide(c));
                    if before.is_some() && self.blank.is_some_and(parts) {
                        self.line.push(' ');
                    }
                    self.blank = None;
                    self.line.push(c);
                }
            }
        }
    }

    /// Ends the line, if there is one.
    fn end(&mut self) {
        let line = std::mem::take(&mut self.line);
        self.blank = None;
        self.whole(line.trim());
    }

    fn whole(&mut self, line: &str) {
        if !line.trim().is_empty() {
            self.out.push_str(line.trim_end());
            self.out.push('\n');
        }
    }
}

/// Characters that no blank stands between: Chinese ones and their marks.
fn is_wide(c: char) -> bool {
    ('\u{2e80}'..='\u{9fff}').contains(&c) || ('\u{ff00}'..='\u{ff60}').contains(&c) || c >= '\u{20000}'
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::*;

    fn lines(markup: &str) -> String {
        of(&Document::from(markup).body().unwrap())
    }

    #[test]
    fn what_stands_in_a_line_stays_in_it() {
        assert_eq!(lines("<p>完成<span> 53</span>.<b>68</b>&nbsp;亿元\n，增长\n5%</p>"), "完成 53.68 亿元，增长5%\n");
        assert_eq!(lines("一<br>二<br/><br/>三<div>四</div>五"), "一\n二\n三\n四\n五\n");
        assert_eq!(lines("<p>two\nwords 1\u{200b}2</p>"), "two words 12\n");
        assert_eq!(
            lines("面积3平方公里<sup>2</sup>，收入5<sup>1</sup>亿元，10m<sup>2</sup>"),
            "面积3平方公里2，收入5亿元，10m2\n"
        );
    }

    #[test]
    fn what_was_struck_out_is_no_longer_said_and_marks_of_notes_are_none_of_the_text() {
        assert_eq!(
            lines("<p>收入<del>77亿元</del><s>66亿元</s>55亿元<span style='font-size: 0'>44亿元</span></p>"),
            "收入55亿元\n"
        );
        assert_eq!(
            lines("<p>产值704.11<sup>[1]</sup>亿元<sup>（2）</sup>，面积5m<sup>2</sup></p>"),
            "产值704.11亿元，面积5m2\n"
        );
    }

    #[test]
    fn a_container_without_size_hides_its_own_characters_alone() {
        let page = "<div style='font-size:0;color:red'>藏<span>也藏</span><p style='font-size:16px'>产值704亿元</p>\
            <span style='FONT-SIZE: 14px'>收入5<b>3亿元</b></span></div>";
        assert_eq!(lines(page), "产值704亿元\n收入53亿元\n");
        let classes = "<div style='font-size:0px'><p>产值704亿元</p><span class='text'>收入53亿元</span></div>";
        assert_eq!(lines(classes), "产值704亿元\n收入53亿元\n");
    }

    #[test]
    fn what_a_style_strikes_out_is_no_longer_said() {
        let page = "<p>税收<span style='color:red; text-decoration: underline line-through'>50亿元</span>\
            <span style='text-decoration:underline'>53亿元</span></p>";
        assert_eq!(lines(page), "税收53亿元\n");
    }

    #[test]
    fn rows_are_lines_with_their_cells_apart() {
        let table = "<table><thead><tr><th>指标</th><th>2024<br>年</th></tr></thead><tr><td><p>收入</p></td><td>5.5</td></tr></table>";
        assert_eq!(lines(table), "指标\t2024 年\n收入\t5.5\n");
        let layout = "<table><tr><td><a>首页</a></td><td><p>全年增长5%。</p><p>又增长6%。</p></td></tr></table>";
        assert_eq!(lines(layout), "首页\n全年增长5%。\n又增长6%。\n");
    }

    #[test]
    fn what_is_not_shown_is_left_out_and_headings_are_told() {
        let page = "<h2>一、综合</h2><script>1</script><p style='DISPLAY: none'>藏</p><p style='visibility:hidden'>后来显示</p>\
            <pre>一\n  二</pre><ol><li>三</li></ol>";
        assert_eq!(lines(page), "# 一、综合\n后来显示\n一\n  二\n三\n");
    }
}
