//! One figure with all that it takes to find it again, in one line.

use super::reading;
use crate::{
    index::{Atlas, FigureId},
    model::{Figure, Language, Measure, Period, RegionCode, Source, Status},
};

/// A figure with region, metric, time, value and source, in one line:
/// `长垣市 地区生产总值 2024年 704.11亿元。来源：《…》，某局，2025-03-01，第3段第32-38字。`
#[must_use]
pub fn citation(atlas: &Atlas, id: FigureId, language: Language) -> String {
    let row = atlas.figure(id);
    let figure = row.to_figure();
    let source = atlas.sources().get(row.source().0 as usize).cloned().unwrap_or_default();
    let region = match (row.region(), language) {
        (RegionCode::UNKNOWN, _) => language.pick("地区不明", "Unknown region"),
        (region, Language::Zh) => atlas.gazetteer().name(region),
        (region, Language::En) => atlas.gazetteer().latin(region),
    };
    let english = atlas.metric(row.metric()).map(|metric| metric.en.as_str());
    let metric = english.filter(|_| language == Language::En).unwrap_or(atlas.metric_name(row.metric()));
    let told = [region.to_owned(), metric.to_owned(), period(figure.period, language), value(&figure, language)];
    let told = told.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>();
    let origin = origin(&figure, &source, language);
    match language {
        Language::Zh => format!("{}。来源：{}。", told.join(" "), origin.join("，")),
        Language::En => format!("{}. Source: {}.", told.join(", "), origin.join(", ")),
    }
}

fn period(period: Option<Period>, language: Language) -> String {
    match (period, language) {
        (None, _) => String::new(),
        (Some(period), Language::Zh) if period.is_year() => format!("{period}年"),
        (Some(period), _) => period.to_string(),
    }
}

/// What the number tells, the number itself, and why it is to be taken with care.
fn value(figure: &Figure, language: Language) -> String {
    let amount = reading::amount(figure, language);
    let told = match figure.measure {
        Measure::Level => amount,
        measure => format!("{} {amount}", measure.label(language)),
    };
    let status = (figure.status != Status::Actual).then(|| figure.status.label(language).to_owned());
    let doubts =
        figure.doubt.iter().map(|doubt| doubt.label(language)).collect::<Vec<_>>().join(language.pick("、", ", "));
    let doubt = (!doubts.is_empty()).then(|| format!("{}{doubts}", language.pick("存疑：", "doubtful: ")));
    let remarks = [status, doubt].into_iter().flatten().collect::<Vec<_>>();
    match (remarks.is_empty(), language) {
        (true, _) => told,
        (false, Language::Zh) => format!("{told}（{}）", remarks.join("；")),
        (false, Language::En) => format!("{told} ({})", remarks.join("; ")),
    }
}

/// Document, publisher, date, place in the text, and address, as far as they are known.
fn origin(figure: &Figure, source: &Source, language: Language) -> Vec<String> {
    // A table is found by the name of its file and the cell. A workbook has the title of its first table,
    // which need not be that of the cell.
    let cell = Some(&figure.text).filter(|cell| figure.start == figure.end && !cell.is_empty());
    let title = match (source.title.as_str(), language) {
        ("", _) => source.id.clone(),
        _ if cell.is_some() => source.id.clone(),
        (title, Language::Zh) => format!("《{title}》"),
        (title, Language::En) => format!("“{title}”"),
    };
    let mut origin = vec![title, source.publisher.clone(), source.date.clone()];
    if figure.paragraph > 0 {
        // Characters are counted from 1 for people, as paragraphs are.
        let (paragraph, first, last) = (figure.paragraph, figure.start + 1, figure.end);
        origin.push(match language {
            Language::Zh => format!("第{paragraph}段第{first}-{last}字"),
            Language::En => format!("para. {paragraph}, chars {first}-{last}"),
        });
    }
    origin.extend(cell.cloned());
    origin.push(source.url.clone());
    origin.retain(|part| !part.is_empty());
    origin
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{
        index::AtlasBuilder,
        model::{Catalogue, Gazetteer},
    };

    fn cited(line: &str, source: Source) -> [String; 2] {
        let mut builder = AtlasBuilder::new(Arc::new(Gazetteer::carried()), Arc::new(Catalogue::carried()));
        builder.source(source);
        builder.push(&serde_json::from_str(line).unwrap());
        let atlas = builder.build();
        [Language::Zh, Language::En].map(|language| citation(&atlas, FigureId(0), language))
    }

    #[test]
    fn a_figure_is_told_with_its_source_and_place() {
        let line = r#"{"doc":"a.txt","start":31,"end":38,"paragraph":3,"text":"704.11亿元","region_code":410783,
            "metric":"gdp","name":"地区生产总值","measure":"level","value":704.11,"unit":"亿元","period":"2024"}"#;
        let source = Source {
            id: "a.txt".to_owned(),
            title: "甲市统计公报".to_owned(),
            publisher: "甲市统计局".to_owned(),
            date: "2025-03-01".to_owned(),
            ..Source::default()
        };
        assert_eq!(
            cited(line, source),
            [
                "长垣市 地区生产总值 2024年 704.11亿元。来源：《甲市统计公报》，甲市统计局，2025-03-01，第3段第32-38字。",
                "Changyuan City, Gross regional product, 2024, 704.11亿元. Source: “甲市统计公报”, 甲市统计局, 2025-03-01, para. 3, chars 32-38.",
            ]
        );
    }

    #[test]
    fn a_cell_is_told_with_its_file() {
        let line = r#"{"doc":"年鉴.xlsx","start":0,"end":0,"paragraph":0,"text":"指标2023!B5","region_code":410783,
            "metric":"gdp","name":"地区生产总值","measure":"level","value":704.11,"unit":"亿元","period":"2023"}"#;
        let title = "各县人口".to_owned();
        let source = Source { id: "年鉴.xlsx".to_owned(), title, ..Source::default() };
        let [zh, en] = cited(line, source);
        assert_eq!(zh, "长垣市 地区生产总值 2023年 704.11亿元。来源：年鉴.xlsx，指标2023!B5。");
        assert!(en.ends_with(". Source: 年鉴.xlsx, 指标2023!B5."), "{en}");
    }

    #[test]
    fn what_is_not_known_is_left_out_and_what_is_no_plain_value_says_so() {
        let line = r#"{"doc":"b.txt","name":"绿道工程","measure":"growth","value":5.5,"unit":"%","bound":">",
            "status":"target","doubt":["far_apart"]}"#;
        let source = Source { id: "b.txt".to_owned(), ..Source::default() };
        let [zh, en] = cited(line, source);
        assert!(zh.starts_with("地区不明 绿道工程 增速 >+5.5%（目标；存疑："), "{zh}");
        assert!(zh.ends_with("。来源：b.txt。"), "{zh}");
        assert!(en.starts_with("Unknown region, 绿道工程, ") && en.ends_with(". Source: b.txt."), "{en}");
    }
}
