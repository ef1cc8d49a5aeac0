//! Title, publisher and date of a report, where its first lines tell them.

/// What the head of a report tells; empty where it does not.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Headline {
    pub(super) title: String,
    pub(super) publisher: String,
    /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    pub(super) date: String,
}

/// A line longer than this, in characters, is prose.
const LONGEST: usize = 60;

/// So many lines are looked at; what comes later is the report itself.
const LINES: usize = 8;

impl Headline {
    /// Reads front matter between two lines of `---`, then the first lines of the text.
    pub(super) fn read(text: &str) -> Self {
        let (front, body) = front_matter(text);
        let mut head = Self::default();
        for (key, value) in front.lines().filter_map(|line| line.split_once(':')) {
            let value = value.trim().trim_matches(['"', '\'']).trim();
            match key.trim() {
                "title" => value.clone_into(&mut head.title),
                "publisher" => value.clone_into(&mut head.publisher),
                "date" => head.date = date_of(value).unwrap_or_default(),
                _ => {}
            }
        }
        let lines = body.lines().map(|line| line.trim_matches(['#', '*', ' ', '\t', '\u{3000}']));
        for line in lines.filter(|line| !line.is_empty()).take(LINES) {
            if line.chars().count() > LONGEST || line.ends_with(['。', '；', ';']) {
                break;
            }
            if head.title.is_empty() {
                line.clone_into(&mut head.title);
            }
            if head.date.is_empty() {
                head.date = shown_day(line).or_else(|| date_in(line)).unwrap_or_default();
            }
            if head.publisher.is_empty() {
                shown_publisher(line).unwrap_or_default().clone_into(&mut head.publisher);
            }
        }
        head.split_title();
        head
    }

    /// What is told here, and what is not as it is told there.
    pub(super) fn or(self, other: Self) -> Self {
        let either = |one: String, other| if one.is_empty() { other } else { one };
        Self {
            title: either(self.title, other.title),
            publisher: either(self.publisher, other.publisher),
            date: either(self.date, other.date),
        }
    }

    /// Takes a bracket with the day out of the title: `某市政府工作报告（2025年1月8日 某某）`.
    pub(super) fn split_title(&mut self) {
        let Some(open) = self.title.rfind(['（', '(']) else { return };
        if let Some(date) = date_in(&self.title[open..]) {
            self.date = date;
            self.title.truncate(open);
            self.title.truncate(self.title.trim_end().len());
        }
    }
}

/// Words before the day and the publisher where a page shows them.
const DAYS: &[&str] = &["发布日期", "发布时间", "发文日期", "公开日期", "成文日期", "日期", "时间"];
const PUBLISHERS: &[&str] = &["信息来源", "文章来源", "来源", "发布机构", "发布单位"];

/// The day that is shown behind a word for it: `发布时间：2025-03-01 08:30`.
pub(super) fn shown_day(text: &str) -> Option<String> {
    DAYS.iter().find_map(|word| date_of(labelled(text, word)?))
}

/// The publisher that is shown behind a word for it: `来源：甲县统计局  点击：5`.
pub(super) fn shown_publisher(text: &str) -> Option<&str> {
    PUBLISHERS.iter().find_map(|word| labelled(text, word))
}

/// What stands behind a word and a colon, up to a blank.
fn labelled<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    text.match_indices(word).find_map(|(at, _)| {
        let rest = text[at + word.len()..].trim_start_matches([' ', '\u{3000}', '】', ']']);
        let rest = rest.strip_prefix(['：', ':'])?.lines().next()?.trim();
        let value = rest.split(['\t', ' ', '\u{3000}', '|', '【', '[']).next()?;
        (!value.is_empty() && value.chars().count() <= 30).then_some(value)
    })
}

/// Whether a text names a website rather than an article.
pub(super) fn is_site(text: &str) -> bool {
    ["网", "网站", "门户", "人民政府", "首页"].iter().any(|end| text.ends_with(end))
}

/// The title of a page without the names of the site and its parts: `甲县统计公报_统计公报_甲县人民政府`.
pub(super) fn without_site(title: &str) -> &str {
    let mut parts = title.split(['_', '|', '-', '–', '—', '>']).map(str::trim).filter(|part| !part.is_empty());
    parts.find(|part| !is_site(part)).unwrap_or(title)
}

/// A title as its letters, to be compared.
pub(super) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// So many lines are looked at for a title that is told elsewhere.
const SHOWN: usize = 40;

/// A title that the properties of a file tell, where the text opens with it: properties are often those of another
/// document, which was written over.
pub(super) fn confirmed<'a>(title: &'a str, text: &str) -> Option<&'a str> {
    let head = letters(&text.lines().filter(|line| !line.trim().is_empty()).take(SHOWN).collect::<String>());
    let bare = without_site(title);
    let named = title.rsplit(['_', '|', '-']).next().is_some_and(|end| is_site(end.trim()));
    let either = if named { [bare, title] } else { [title, bare] };
    either.into_iter().find(|title| {
        let letters = letters(title);
        letters.chars().count() >= 4 && head.contains(&letters)
    })
}

/// The lines between a first line of `---` and the next, and what follows.
fn front_matter(text: &str) -> (&str, &str) {
    let inner = text.strip_prefix("---\n").or_else(|| text.strip_prefix("--- \n"));
    inner.and_then(|inner| inner.split_once("\n---")).unwrap_or(("", text))
}

/// A date in the form of the model: `2025-01-08`, `2025-01`, `2025`.
pub(super) fn date_of(text: &str) -> Option<String> {
    let day = text.split(['T', ' ']).next().unwrap_or_default();
    let digits = |part: &str, count| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = day.split('-');
    let known = digits(parts.next()?, 4) && parts.clone().count() <= 2 && parts.all(|part| digits(part, 2));
    if known { Some(day.to_owned()) } else { date_in(text) }
}

/// The first day that is written out in a text, as `2025年1月8日`.
fn date_in(text: &str) -> Option<String> {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('年') {
        rest = after;
        let Some(year) = before.len().checked_sub(4).and_then(|at| before.get(at..)) else { continue };
        let (month, after) = after.split_once('月')?;
        let (day, _) = after.split_once('日')?;
        let number = |part: &str, most| part.trim().parse::<u16>().ok().filter(|number| (1..=most).contains(number));
        if let (Some(year), Some(month), Some(day)) = (number(year, 9999), number(month, 12), number(day, 31)) {
            return Some(format!("{year:04}-{month:02}-{day:02}"));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(title: &str, publisher: &str, date: &str) -> Headline {
        Headline { title: title.into(), publisher: publisher.into(), date: date.into() }
    }

    #[test]
    fn front_matter_tells() {
        let text =
            "---\ntitle: 甲县政府工作报告 （2025年1月8日 某某）\nsource: https://example.org/1\n---\n\n各位代表：\n";
        assert_eq!(Headline::read(text), head("甲县政府工作报告", "", "2025-01-08"));
        let text = "---\ntitle: \"甲县统计公报\"\npublisher: 甲县统计局\ndate: 2025-03-01T08:00:00\n---\n";
        assert_eq!(Headline::read(text), head("甲县统计公报", "甲县统计局", "2025-03-01"));
    }

    #[test]
    fn first_lines_tell() {
        let text = "\n\n# 甲县的一年\n\n来源：甲县日报 2025年3月2日\n\n这里是正文。2024年1月1日起,甲县…\n";
        assert_eq!(Headline::read(text), head("甲县的一年", "甲县日报", "2025-03-02"));
        let text = "政府工作报告\n\n——2003年1月10日在甲县人民代表大会上\n";
        assert_eq!(Headline::read(text), head("政府工作报告", "", "2003-01-10"));
    }

    #[test]
    fn the_line_below_the_title_tells() {
        let text = "甲县的一年\n发布时间：2025-03-22 来源：甲县日报 浏览次数：12 次\n";
        assert_eq!(Headline::read(text), head("甲县的一年", "甲县日报", "2025-03-22"));
    }

    #[test]
    fn a_title_that_is_told_elsewhere_counts_where_the_text_opens_with_it() {
        let text = "3:45 甲县国民经济和社会发展统计公报_公开-甲县人民政府\n甲政〔2025〕1号\n甲县国民经济和社会\n发展统计公报\n";
        let of = |title| confirmed(title, text);
        assert_eq!(of("甲县国民经济和社会发展统计公报_公开-甲县人民政府"), Some("甲县国民经济和社会发展统计公报"));
        assert_eq!(of("甲县国民经济和社会发展统计公报"), Some("甲县国民经济和社会发展统计公报"));
        assert_eq!((of("乙县工作要点"), of("公报"), of("")), (None, None, None));
    }

    #[test]
    fn prose_tells_nothing() {
        assert_eq!(Headline::read("2024年5月6日甲县开了一个会。\n"), head("", "", ""));
        assert_eq!(Headline::read(""), head("", "", ""));
        assert_eq!(Headline::read("甲县2024年13月40日\n"), head("甲县2024年13月40日", "", ""));
        for text in ["年", "年月日", "四年5月6日", "---\n", "---\ntitle: 无尽"] {
            let _ = Headline::read(text);
        }
    }
}
