//! What stands around a table — titles, lines of units, the names of sheet and file — and holds for all its figures.

use super::{
    cell::{Cell, Row},
    names::Names,
    regions::Regions,
    units, year,
};
use crate::model::{Period, RegionCode};

/// What holds for all figures of a table whose rows and columns do not tell it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Around {
    pub(super) title: String,
    pub(super) publisher: String,
    pub(super) units: Vec<String>,
    pub(super) period: Option<Period>,
    /// Whether only the name of the file tells the year.
    pub(super) year_of_file: bool,
    /// The title or name that tells of a part of a year.
    pub(super) part: Option<String>,
    /// Whether only a name of the file that may be any other number tells of it: q2.
    pub(super) part_is_vague: bool,
    pub(super) region: Option<RegionCode>,
    /// Key of the metric.
    pub(super) metric: Option<String>,
}

/// Reads the rows above a heading, and the names of sheet and file, the nearer before the farther.
pub(super) fn read(above: &[Row], sheet: &str, file: &str, names: &Names<'_>, regions: &Regions<'_>) -> Around {
    let mut around = Around::default();
    let mut titles = Vec::new();
    for text in above.iter().flat_map(texts) {
        if let Some(publisher) = publisher(text) {
            publisher.clone_into(&mut around.publisher);
        } else if let Some((title, units)) = with_units(text) {
            around.units.extend(units);
            titles.extend(Some(title).filter(|title| !title.is_empty() && !is_dated(title)));
        } else if !is_dated(text) && !is_label(text) {
            titles.push(text.to_owned());
        }
        if around.units.is_empty() {
            around.units = in_brackets(text);
        }
    }
    if let Some(title) = titles.iter().max_by_key(|title| title.chars().count()) {
        title.clone_into(&mut around.title);
    }
    let stem = file.rsplit('/').next().unwrap_or(file).rsplit_once('.').map_or(file, |(stem, _)| stem);
    if around.units.is_empty() {
        around.units = [sheet, stem].into_iter().map(in_brackets).find(|units| !units.is_empty()).unwrap_or_default();
    }
    let joined = titles.join(" ");
    around.period = year::of_text(&joined).or_else(|| year::of_title(&joined));
    // Of titles with several years none is meant; a name farther off does not settle it.
    if around.period.is_none() && year::in_text(&joined).is_empty() {
        around.period = year::of_text(sheet).or_else(|| year::of_title(sheet));
        if around.period.is_none() && year::in_text(sheet).is_empty() {
            around.period = year::of_title(stem);
            around.year_of_file = around.period.is_some();
        }
    }
    let farther = [joined.as_str(), sheet, stem];
    // 2023年主要指标 on the sheet 6月: not of the whole year, whoever of them tells it.
    if around.period.is_some_and(Period::is_year) && farther.iter().any(|text| names_part(text)) {
        around.period = None;
        around.year_of_file = false;
    }
    around.part = farther.iter().find(|text| names_part(text)).map(|text| (*text).to_owned());
    let is_vague = stem.is_ascii() && year::in_text(stem).is_empty();
    around.part_is_vague = is_vague && !names_part(&joined) && !names_part(sheet);
    around.region = farther.iter().find_map(|text| regions.in_title(text));
    let metric = farther.iter().find_map(|text| names.find(text).or_else(|| names.in_title(text)));
    around.metric = metric.map(|metric| metric.key.clone());
    around
}

/// Whether a line tells when a table was made: 更新日期：2024年3月15日. Its figures are of another time.
fn is_dated(text: &str) -> bool {
    const WORDS: &[&str] = &["发布", "更新", "制表", "打印", "导出", "下载", "填报", "报送", "印发", "采集", "查询"];
    let label = text.split_once(['：', ':']).map_or("", |(label, _)| label);
    WORDS.iter().any(|word| label.contains(word))
}

/// What a text tells besides its units, and the units: 2023年主要指标（单位：亿元）, 单位：亿元 2023年. `None` where none
/// are listed in it, as in 制表单位：某局.
fn with_units(text: &str) -> Option<(String, Vec<String>)> {
    let (before, behind) = text.split_once("单位：").or_else(|| text.split_once("单位:"))?;
    let before = before.trim_end().trim_end_matches("计量").trim_end();
    let (title, closing) = match before.strip_suffix(['（', '(', '【', '[']) {
        Some(title) => (title, behind.find(['）', ')', '】', ']'])),
        None => (before, None),
    };
    let (list, rest) = behind.split_at(closing.unwrap_or(behind.len()));
    let rest = rest.trim_start_matches(['）', ')', '】', ']']);
    let units = units::listed(list);
    // 2023年 behind 亿元 is the time of the table.
    let times = list.split_whitespace().filter(|part| year::of_text(part).is_some());
    let parts =
        std::iter::once(title.trim_end_matches([' ', '\u{3000}', '，', ',', '；', ';', '、', '。'])).chain(times);
    let title: Vec<_> = parts.chain([rest.trim()]).filter(|part| !part.is_empty()).collect();
    (!units.is_empty() || closing.is_some()).then(|| (title.join(" "), units))
}

/// Whether a text names a body that has to do with the table: 制表单位：某局.
fn is_label(text: &str) -> bool {
    text.contains("单位：") || text.contains("单位:")
}

/// Whether a title or name tells of a part of a year; 2023年1-12月 is all of it.
pub(super) fn names_part(text: &str) -> bool {
    year::tells_part(text) && !year::of_text(text).or_else(|| year::of_title(text)).is_some_and(Period::is_year)
}

/// The units at the end of a title: 各县区主要指标（单位：亿元）, or the unit alone.
fn in_brackets(title: &str) -> Vec<String> {
    let inner = title.rsplit_once(['（', '(']).map(|(_, inner)| inner.trim_end_matches(['）', ')']));
    inner.map(units::listed).unwrap_or_default()
}

/// The texts of a row, each once.
fn texts(row: &Row) -> impl Iterator<Item = &str> {
    let mut last = "";
    row.iter().filter_map(Cell::as_text).filter(move |text| {
        let new = *text != last;
        last = text;
        new
    })
}

/// Who published a table: `来源：某统计局`.
pub(super) fn publisher(text: &str) -> Option<&str> {
    const WORDS: &[&str] = &["数据来源", "资料来源", "来源", "发布单位", "编制单位", "填报单位"];
    let (label, publisher) = text.split_once(['：', ':'])?;
    WORDS.contains(&label.trim()).then(|| publisher.trim().trim_end_matches(['。', '.']))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::model::{Catalogue, Gazetteer};

    fn around(lines: &[&str], sheet: &str, file: &str) -> Around {
        let (catalogue, gazetteer, said) = (Catalogue::carried(), Gazetteer::carried(), BTreeMap::new());
        let rows: Vec<_> = lines.iter().map(|line| line.split('|').map(Cell::text).collect()).collect();
        read(&rows, sheet, file, &Names::new(&catalogue), &Regions::new(&gazetteer, &said))
    }

    #[test]
    fn titles_and_lines_of_units() {
        let told = around(
            &["2023年新乡市各县（市、区）主要经济指标", "||单位：亿元、%", "来源：某统计局"],
            "Sheet1",
            "a.xlsx",
        );
        assert_eq!(told.title, "2023年新乡市各县（市、区）主要经济指标");
        assert_eq!((told.units.join(" ").as_str(), told.publisher.as_str()), ("亿元 %", "某统计局"));
        assert_eq!((told.period, told.region), (Some(Period::year(2023)), Some(RegionCode(410_700))));
        assert_eq!(told.metric, None);
    }

    #[test]
    fn a_title_may_hold_its_unit() {
        for (line, title, units, period) in [
            ("2023年各县区主要指标（单位：亿元）", "2023年各县区主要指标", "亿元", "2023"),
            ("2023年各县区主要指标(计量单位: 亿元、%)", "2023年各县区主要指标", "亿元 %", "2023"),
            ("2023年各县区主要指标【单位：亿元】", "2023年各县区主要指标", "亿元", "2023"),
            ("2023年各县区主要指标 单位：亿元", "2023年各县区主要指标", "亿元", "2023"),
            ("2023年各县区主要指标，单位：亿元", "2023年各县区主要指标", "亿元", "2023"),
            ("2023年 单位：亿元", "2023年", "亿元", "2023"),
            ("单位：亿元　2023年", "2023年", "亿元", "2023"),
            ("2023年上半年主要指标（单位：亿元）", "2023年上半年主要指标", "亿元", "2023-01/2023-06"),
            ("2023年（单位：亿元）主要指标", "2023年 主要指标", "亿元", "2023"),
        ] {
            let told = around(&[line], "Sheet1", "a.xlsx");
            let period_told = told.period.map(|period| period.to_string());
            assert_eq!((told.title.as_str(), told.units.join(" ").as_str()), (title, units), "{line}");
            assert_eq!(period_told.as_deref(), Some(period), "{line}");
        }
        for line in ["制表单位：某局2023年", "单位：亿元 更新日期：2024年", "更新日期：2024年 单位：亿元"]
        {
            assert_eq!(around(&[line], "", "a.csv").period, None, "{line}");
        }
    }

    #[test]
    fn a_part_of_a_year_is_not_all_of_it() {
        let period = |lines: &[&str], sheet, file| around(lines, sheet, file).period.map(|period| period.to_string());
        assert_eq!(period(&["2023年1-6月主要经济指标"], "", "a.csv").as_deref(), Some("2023-01/2023-06"));
        assert_eq!(period(&["2023年主要经济指标"], "6月", "a.xlsx"), None);
        assert_eq!(period(&["1-6月主要经济指标"], "", "2023.csv"), None);
        assert_eq!(period(&["主要经济指标"], "", "2023年上半年.csv").as_deref(), Some("2023-01/2023-06"));
        assert!(around(&["2024年二季度主要指标"], "", "a.csv").part.is_some());
        let vague =
            |lines: &[&str], file| (around(lines, "", file).part.is_some(), around(lines, "", file).part_is_vague);
        assert_eq!((vague(&[], "x/q2.csv"), vague(&[], "x/2023q2.csv")), ((true, true), (true, false)));
        assert_eq!((vague(&[], "二季度.csv"), vague(&["二季度"], "q2.csv")), ((true, false), (true, false)));
    }

    #[test]
    fn the_nearer_name_tells_and_the_file_last() {
        let told = around(&["各县区一般公共预算收入（亿元）"], "2022", "2023.xlsx");
        assert_eq!((told.period, told.year_of_file), (Some(Period::year(2022)), false));
        assert_eq!((told.metric.as_deref(), told.units.join(" ").as_str()), (Some("fiscal_revenue"), "亿元"));
        let told = around(&[], "Sheet1", "x/各县区一般公共预算收入（亿元）.csv");
        assert_eq!((told.metric.as_deref(), told.units.join(" ").as_str()), (Some("fiscal_revenue"), "亿元"));
        let told = around(&[], "Sheet1", "x/panel_2023.csv");
        assert_eq!((told.period, told.year_of_file), (Some(Period::year(2023)), true));
        assert_eq!(
            around(&["2019—2023年主要指标"], "2023", "2023.csv").period.map(|period| period.to_string()).as_deref(),
            None
        );
        assert_eq!(around(&[], "", "某市统计年鉴2023.xlsx").period, None);
    }
}
