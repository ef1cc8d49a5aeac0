//! The time that a cell, a heading or a title tells. What is not written is not guessed.

use super::{
    cell::Cell,
    text::{half_width, without_notes},
};
use crate::model::Period;

/// The years that a bare number can be, so that 1234 (万元) is none.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2100;

/// Names of files and tables that bear the year in which they were published, not the one they tell of.
const PUBLICATIONS: &[&str] = &["年鉴", "yearbook", "工作报告", "汇编", "手册", "概览"];

/// Reads a cell that should tell a time. A day counts as its year at the end or the beginning of one.
pub(super) fn of_cell(cell: &Cell) -> Option<Period> {
    match cell.plain() {
        Cell::Number(number) => year_number(*number).map(Period::year),
        Cell::Date(year, month, day) => of_day(*year, *month, *day),
        Cell::Text(text) => of_text(text),
        Cell::Empty | Cell::Percent(_) | Cell::Merged(_) => None,
    }
}

/// The year that a number is.
pub(super) fn year_number(number: f64) -> Option<u16> {
    (number.fract() == 0.0 && (1000.0..10_000.0).contains(&number))
        .then_some(number as u16)
        .filter(|year| YEARS.contains(year))
}

fn of_day(year: u16, month: u8, day: u8) -> Option<Period> {
    (YEARS.contains(&year) && matches!((month, day), (12, 31) | (1, 1))).then(|| Period::year(year))
}

/// The month and day of a cell that holds a day.
pub(super) fn day_of(cell: &Cell) -> Option<(u8, u8)> {
    let text = match cell.plain() {
        Cell::Date(_, month, day) => return Some((*month, *day)),
        Cell::Text(text) => half_width(text),
        _ => return None,
    };
    let (_, rest) = leading_year(text.trim_start_matches('\''))?;
    let (month_of_year, day) = rest.strip_prefix(['-', '/', '.'])?.split_once(['-', '/', '.'])?;
    let end = day.find(|c: char| !c.is_ascii_digit()).unwrap_or(day.len());
    Some((month(month_of_year)?, day[..end].parse().ok()?))
}

/// Reads a text that tells a time and nothing else: `2023`, `2023年`, `2023-12-31`, `2023年1-9月`, `2021-2025年`.
pub(super) fn of_text(text: &str) -> Option<Period> {
    let text = half_width(without_notes(text)).replace(['—', '–', '~', '～', '至'], "-").replace(' ', "");
    let text = text.strip_prefix('\'').unwrap_or(&text);
    let text = ["00:00:00", "T00:00:00", ".000000", ".000", "Z"]
        .iter()
        .fold(text, |text, end| text.strip_suffix(end).unwrap_or(text));
    let text = text.strip_suffix('T').unwrap_or(text);
    if let Ok(period) = text.parse::<Period>()
        && YEARS.contains(&period.first())
        && YEARS.contains(&period.last())
    {
        return Some(period);
    }
    let text = chinese_digits(text);
    let (year, rest) = leading_year(&text)?;
    let rest = rest.strip_prefix('年').unwrap_or(rest);
    match rest {
        "" | "度" | "末" | "底" | "全年" | "年末" | "年底" | ".0" => return Some(Period::year(year)),
        "上半年" | "H1" => return Some(Period::months(year, 1, 6)),
        "前三季度" => return Some(Period::months(year, 1, 9)),
        "一季度" | "Q1" => return Some(Period::months(year, 1, 3)),
        _ => {}
    }
    if let Some(months) = rest.strip_suffix('月') {
        let (first, last) = months.split_once('-').unwrap_or((months, months));
        let (first, last) = (month(first.trim_end_matches('月'))?, month(last)?);
        return (first <= last).then(|| Period::months(year, first, last));
    }
    if let Some((last, "" | "年")) = rest.strip_prefix('-').and_then(leading_year) {
        return (year <= last).then(|| Period::range(year, last));
    }
    let mut parts = rest.strip_prefix(['-', '/', '.'])?.split(['-', '/', '.']);
    let month_of_year = month(parts.next()?)?;
    match (parts.next(), parts.next()) {
        (None, _) => Some(Period::months(year, month_of_year, month_of_year)),
        (Some(day), None) => of_day(year, month_of_year, day.parse().ok()?),
        _ => None,
    }
}

fn month(text: &str) -> Option<u8> {
    text.parse().ok().filter(|month| (1..=12).contains(month) && text.len() <= 2)
}

/// A year of four digits at the beginning, no digit behind it, and the rest.
fn leading_year(text: &str) -> Option<(u16, &str)> {
    let (digits, rest) = text.split_at_checked(4)?;
    let year = digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())??;
    (YEARS.contains(&year) && !rest.starts_with(|c: char| c.is_ascii_digit())).then_some((year, rest))
}

/// 二〇二三年 as 2023年.
fn chinese_digits(text: &str) -> String {
    let digit =
        |c| "〇一二三四五六七八九".chars().position(|known| known == c).or((c == '○' || c == '零').then_some(0));
    let spelt = text.chars().take_while(|c| digit(*c).is_some()).count();
    if spelt != 4 {
        return text.to_owned();
    }
    let turned = |c: char| digit(c).and_then(|digit| char::from_digit(digit as u32, 10)).unwrap_or(c);
    text.chars().enumerate().map(|(at, c)| if at < 4 { turned(c) } else { c }).collect()
}

/// Whether what stands behind a year makes it the base of prices or of an index: 2020年不变价, 2015=100.
pub(super) fn is_base(behind: &str) -> bool {
    const WORDS: &[&str] = &["不变价", "可比价", "价", "=", "为基", "基期", "为100"];
    let behind = behind.trim_start().trim_start_matches('年').trim_start();
    WORDS.iter().any(|word| behind.starts_with(word))
}

/// The years written in a text that are no base of prices, each once: of `2023年各县主要指标` 2023, of `2019-2023年` both.
pub(super) fn in_text(text: &str) -> Vec<u16> {
    let text = half_width(text);
    let mut years = Vec::new();
    for (at, _) in text.char_indices() {
        let free = !text[..at].ends_with(|c: char| c.is_ascii_digit());
        if let Some((year, rest)) = leading_year(&text[at..]).filter(|_| free)
            && !is_base(rest)
            && !years.contains(&year)
        {
            years.push(year);
        }
    }
    years
}

/// The time that a title, a name of a sheet or of a file tells its figures are of; `None` where it tells
/// none or several, the year may be that of a publication, or a part of a year is told that is not just behind it.
pub(super) fn of_title(text: &str) -> Option<Period> {
    let lower = text.to_lowercase();
    if PUBLICATIONS.iter().any(|word| lower.contains(word)) {
        return None;
    }
    let [year] = in_text(text)[..] else { return None };
    let (period, before, after) = split(&half_width(text), year)?;
    (!tells_part(&before) && !tells_part(&after)).then_some(period)
}

/// Whether a text tells of a part of a year: `1-6月`, `一季度`, `上半年`, `Q1`.
pub(super) fn tells_part(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "季度", "半年", "月份", "月度", "月报", "季报", "分月", "逐月", "各月", "各季", "每月", "当月", "month",
        "quarter",
    ];
    const NUMBERS: &str = "0123456789一二三四五六七八九十";
    let text = half_width(text).to_lowercase();
    // 3月15日 is the day of something.
    let is_day = |rest: &str| {
        rest.trim_start_matches(|c| NUMBERS.contains(c)).starts_with(['日', '号']) && !rest.starts_with(['日', '号'])
    };
    let months = text.match_indices('月').any(|(at, _)| {
        text[..at].trim_end().ends_with(|c| NUMBERS.contains(c)) && !is_day(text[at + '月'.len_utf8()..].trim_start())
    });
    let short = text.match_indices(['q', 'h']).any(|(at, _)| {
        let rest = text[at + 1..].strip_prefix(['1', '2', '3', '4']);
        let free = |c: char| c.is_ascii_alphanumeric();
        !text[..at].ends_with(|c: char| c.is_ascii_alphabetic()) && rest.is_some_and(|rest| !rest.starts_with(free))
    });
    months || short || WORDS.iter().any(|word| text.contains(word))
}

/// The time that a year and the months or quarters just behind it tell, with what stands before and behind.
/// `None` where one month is told, which may stand for all until it, or a day.
fn split(text: &str, year: u16) -> Option<(Period, String, String)> {
    let (before, after) = text.split_once(&year.to_string())?;
    // 2023-06 is a month, or where a file was named by its day, a day.
    let numbered = after.strip_prefix(['-', '.', '/', '_']).map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        month(&rest[..end]).is_some()
    });
    if numbered == Some(true) {
        return None;
    }
    let body = after.strip_prefix("年度").or_else(|| after.strip_prefix('年')).unwrap_or(after);
    let told =
        |part: &str| Some((of_text(&format!("{year}年{part}"))?, before.to_owned(), body[part.len()..].to_owned()));
    for word in ["上半年", "前三季度", "一季度"] {
        if body.starts_with(word) {
            return told(word);
        }
    }
    let end = body.find(|c: char| !c.is_ascii_digit() && !"-—–~～至月".contains(c)).unwrap_or(body.len());
    match body[..end].strip_suffix('月') {
        Some(months) if month(months).is_some() => None,
        Some(months) if !months.is_empty() => told(&body[..end]),
        _ => Some((Period::year(year), before.to_owned(), body.to_owned())),
    }
}

/// A heading with `2023年比2022年` as `2023年比上年`; what is set against another year stays.
pub(super) fn against_the_year_before(heading: &str) -> String {
    let shorter = || {
        let (at, word) = ["比", "较"].into_iter().find_map(|word| Some((heading.find(word)?, word)))?;
        let before = heading[..at].trim_end();
        let before = before.strip_suffix('年').unwrap_or(before);
        let year = before.len().checked_sub(4).and_then(|from| before.get(from..))?.parse::<u16>().ok()?;
        let (base, rest) = leading_year(heading[at + word.len()..].trim_start())?;
        let rest = rest.strip_prefix('年').unwrap_or(rest);
        (YEARS.contains(&year) && year == base + 1)
            .then(|| format!("{}{word}上年{}", &heading[..at], rest.trim_start()))
    };
    shorter().unwrap_or_else(|| heading.to_owned())
}

/// Takes a year out of a heading: `2023年GDP`, `gdp_2023`, `GDP(2023)`; the period and what is left.
pub(super) fn taken_out(heading: &str) -> Option<(Period, String)> {
    if let Some(period) = of_text(heading) {
        return Some((period, String::new()));
    }
    let [year] = in_text(heading)[..] else { return None };
    if tells_part(heading) {
        let (period, before, after) = split(&half_width(heading), year)?;
        let rest = format!("{before}{after}");
        return (!tells_part(&rest)).then(|| (period, rest.trim().to_owned()));
    }
    let written = year.to_string();
    // The same year may stand there as the base too.
    let (at, _) = heading.match_indices(&written).find(|(at, _)| !is_base(&heading[at + 4..]))?;
    let (before, after) = (&heading[..at], &heading[at + 4..]);
    let after = after.strip_prefix("年度").or_else(|| after.strip_prefix('年')).unwrap_or(after);
    let rest = format!(
        "{}{}",
        before.trim_end_matches(['_', '-', '.', '(', '（']),
        after.trim_start_matches(['_', '-', '.', ')', '）'])
    );
    Some((Period::year(year), rest.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_as_cells_write_them() {
        let cases = [
            ("2023", "2023"),
            ("2023年", "2023"),
            ("２０２３年度", "2023"),
            ("2023年末", "2023"),
            ("2023-12-31", "2023"),
            ("2023/12/31", "2023"),
            ("2023-01-01 00:00:00", "2023"),
            ("2023.0", "2023"),
            ("二〇二三年", "2023"),
            ("2023年1-9月", "2023-01/2023-09"),
            ("2023年1—9月", "2023-01/2023-09"),
            ("2023年12月", "2023-12"),
            ("2023年上半年", "2023-01/2023-06"),
            ("2021-2025年", "2021/2025"),
            ("2021/2025", "2021/2025"),
            ("2024-01/2024-09", "2024-01/2024-09"),
        ];
        for (text, expected) in cases {
            assert_eq!(of_text(text).map(|period| period.to_string()).as_deref(), Some(expected), "{text}");
        }
        for text in ["23年", "'23", "1234", "20233", "2023-06-30", "十四五", "", "年份", "2023年长垣", "2023-13"]
        {
            assert_eq!(of_text(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_and_days() {
        assert_eq!(of_cell(&Cell::Number(2023.0)), Some(Period::year(2023)));
        assert_eq!(of_cell(&Cell::Number(2023.5)), None);
        assert_eq!(of_cell(&Cell::Date(2023, 12, 31)), Some(Period::year(2023)));
        assert_eq!(of_cell(&Cell::Date(2023, 6, 30)), None);
    }

    #[test]
    fn a_title_tells_a_year_only_if_it_tells_one_and_is_no_yearbook() {
        let told = |text| of_title(text).map(|period| period.to_string());
        assert_eq!(told("2023年各县（市、区）主要经济指标").as_deref(), Some("2023"));
        assert_eq!(told("panel_2023").as_deref(), Some("2023"));
        assert_eq!(told("2023年月湖区主要指标").as_deref(), Some("2023"));
        for title in ["2019-2023年主要指标", "某市统计年鉴2023", "主要指标", "表20231", "2024年政府工作报告"]
        {
            assert_eq!(of_title(title), None, "{title}");
        }
    }

    #[test]
    fn a_title_of_a_part_of_a_year_is_none_of_the_year() {
        let told = |text| of_title(text).map(|period| period.to_string());
        assert_eq!(told("2023年1-6月主要经济指标").as_deref(), Some("2023-01/2023-06"));
        assert_eq!(told("2023年1—9月主要经济指标").as_deref(), Some("2023-01/2023-09"));
        assert_eq!(told("2024年一季度主要指标").as_deref(), Some("2024-01/2024-03"));
        assert_eq!(told("2024年上半年主要指标").as_deref(), Some("2024-01/2024-06"));
        assert_eq!(told("2024年1-12月主要指标").as_deref(), Some("2024"));
        for title in [
            "2024年二季度主要指标",
            "主要指标（1-6月）2024",
            "2024年6月主要指标",
            "panel_2024-06",
            "2024年月报",
            "2024Q1指标",
            "上半年主要指标2024",
        ] {
            assert_eq!(told(title), None, "{title}");
        }
    }

    #[test]
    fn a_day_is_told_from_a_year() {
        for (cell, day) in [
            (Cell::Date(2023, 1, 1), Some((1, 1))),
            (Cell::text("2023/02/01"), Some((2, 1))),
            (Cell::text("2023-12-31 00:00:00"), Some((12, 31))),
            (Cell::text("2023-01"), None),
            (Cell::text("2023年"), None),
            (Cell::Number(2023.0), None),
        ] {
            assert_eq!(day_of(&cell), day, "{cell:?}");
        }
    }

    #[test]
    fn what_is_set_against_the_year_before_is_of_the_year() {
        assert_eq!(against_the_year_before("2023年比 2022年增长(%)"), "2023年比上年增长(%)");
        assert_eq!(against_the_year_before("2023比2022增长"), "2023比上年增长");
        for other in ["2023年比2020年增长", "比上年增长", "占比", "2023年比", "比2022年增长", "上比2022年"]
        {
            assert_eq!(against_the_year_before(other), other);
        }
    }

    #[test]
    fn a_year_is_taken_out_of_a_heading() {
        let taken = |text| taken_out(text).map(|(period, rest)| (period.to_string(), rest));
        assert_eq!(taken("2023年GDP(亿元)"), Some(("2023".into(), "GDP(亿元)".into())));
        assert_eq!(taken("gdp_2023"), Some(("2023".into(), "gdp".into())));
        assert_eq!(taken("GDP（2023）"), Some(("2023".into(), "GDP".into())));
        assert_eq!(taken("2023"), Some(("2023".into(), String::new())));
        assert_eq!(taken("GDP(2010=100)"), None);
        for base in
            ["2020年价GDP", "GDP(2020年不变价,亿元)", "GDP指数(2015年=100)", "GDP(2015年可比价)", "GDP(以2010年为基期)"]
        {
            assert_eq!(taken(base), None, "{base}");
        }
        assert_eq!(taken("2023年GDP(2020年不变价)"), Some(("2023".into(), "GDP(2020年不变价)".into())));
        assert_eq!(taken("2023年固定资产投资"), Some(("2023".into(), "固定资产投资".into())));
        assert_eq!(taken("GDP"), None);
    }
}
