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
                head.date = date_in(line).unwrap_or_default();
            }
            if head.publisher.is_empty()
                && let Some((label, publisher)) = line.split_once(['：', ':'])
                && matches!(label.trim(), "来源" | "发布机构" | "发布单位" | "信息来源")
            {
                publisher.split_whitespace().next().unwrap_or_default().clone_into(&mut head.publisher);
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
    fn prose_tells_nothing() {
        assert_eq!(Headline::read("2024年5月6日甲县开了一个会。\n"), head("", "", ""));
        assert_eq!(Headline::read(""), head("", "", ""));
        assert_eq!(Headline::read("甲县2024年13月40日\n"), head("甲县2024年13月40日", "", ""));
        for text in ["年", "年月日", "四年5月6日", "---\n", "---\ntitle: 无尽"] {
            let _ = Headline::read(text);
        }
    }
}
