//! Readings as they are corrected, and what people made of them.

use super::{Answer, Cell, Column, Fit, Kind, Records, Sheet, figures, reading};
use crate::model::{
    Figure, Language,
    correction::{Deed, Entry, Standing},
};

/// Figures, each with the name by which it is corrected.
#[must_use]
pub fn readings_answer(figures: &[(String, Figure)], language: Language) -> Answer<'static> {
    let mut records = readings_sheet(figures, Language::En);
    // With its bound and unit around it, for which there are no other columns.
    for column in records.columns.iter_mut().filter(|column| column.kind == Kind::Number) {
        column.kind = Kind::Text;
    }
    Answer {
        name: language.pick("数据", "Figures"),
        table: readings_sheet(figures, language),
        records: Records::List(records),
        sources: Vec::new(),
    }
}

/// The acts of a ledger, with what became of each.
#[must_use]
pub fn ledger_answer(entries: &[Entry], language: Language) -> Answer<'static> {
    Answer {
        name: language.pick("更正", "Corrections"),
        table: ledger_sheet(entries, language),
        records: Records::List(ledger_sheet(entries, Language::En)),
        sources: Vec::new(),
    }
}

fn readings_sheet(figures: &[(String, Figure)], language: Language) -> Sheet {
    let mut columns = vec![Column::text("figure", "数据", "Figure").naming().whole()];
    columns.extend(figures::table_columns().into_iter().map(|column| match column {
        // A figure is known by its address.
        Column { naming: true, .. } => Column { naming: false, fit: Fit::Fold, ..column },
        column => column,
    }));
    // Its name tells the source.
    columns.pop();
    let mut sheet = Sheet::of(columns);
    sheet.rows.extend(figures.iter().map(|(name, figure)| {
        let mut cells = vec![name.as_str().into()];
        cells.extend(figures::table_cells(figure, language));
        cells.pop();
        cells
    }));
    sheet
}

fn ledger_sheet(entries: &[Entry], language: Language) -> Sheet {
    let mut sheet = Sheet::of(vec![
        Column::text("id", "编号", "Id").naming().whole(),
        Column::text("at", "时间", "At").whole(),
        Column::text("who", "何人", "Who"),
        Column::text("act", "操作", "Act"),
        Column::text("figure", "数据", "Figure").whole(),
        Column::text("region", "地区", "Region").folding(),
        Column::text("name", "指标", "Metric").folding(),
        Column::text("value", "数值", "Value").whole(),
        Column::text("set", "改为", "Set").folding(),
        Column::text("note", "说明", "Note").folding(),
        Column::text("standing", "现状", "Standing").whole(),
        Column::text("about", "详情", "About it").folding(),
    ]);
    sheet.rows.extend(entries.iter().map(|entry| row(entry, language)));
    sheet
}

fn row(entry: &Entry, language: Language) -> Vec<Cell> {
    let act = &entry.act;
    let figure = act.deed.anchor().map(|on| &on.figure);
    let set = match &act.deed {
        Deed::Change { set, .. } => {
            set.iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join(" ")
        }
        Deed::Undo { undoes } => undoes.clone(),
        _ => String::new(),
    };
    let (standing, about) = standing(&entry.standing, language);
    vec![
        act.id.as_str().into(),
        act.at.as_str().into(),
        act.who.as_str().into(),
        act.deed.word().into(),
        figure.map(Figure::address).into(),
        figure.and_then(|figure| figure.region.as_deref()).into(),
        figure.map(|figure| figure.name.as_str()).into(),
        figure.map(|figure| reading::amount(figure, language)).into(),
        set.into(),
        act.note.as_str().into(),
        standing.into(),
        about.into(),
    ]
}

/// What became of an act, in a word, and more of it.
fn standing(standing: &Standing, language: Language) -> (&'static str, String) {
    match standing {
        Standing::Applied => (language.pick("生效", "applied"), String::new()),
        Standing::Reanchored { start, end } => (language.pick("重新定位", "re-anchored"), format!("{start}-{end}")),
        Standing::Moved(cell) => (language.pick("重新定位", "re-anchored"), cell.clone()),
        Standing::Aside(reason) => (language.pick("搁置", "set aside"), reason.clone()),
        Standing::Absent => (language.pick("文件未打开", "absent"), String::new()),
        Standing::Superseded(by) => (language.pick("被取代", "superseded"), by.clone()),
        Standing::Undone(by) => (language.pick("已撤销", "undone"), by.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Measure, Value};

    #[test]
    fn a_value_for_programs_keeps_its_bound_and_unit() {
        let figure = Figure {
            value: Some(Value::Number(700.0)),
            unit: "亿元".to_owned(),
            bound: crate::model::Bound::Above,
            ..Figure::blank("甲.txt".to_owned(), Measure::Level)
        };
        let answer = readings_answer(&[(figure.address(), figure)], Language::Zh);
        let Records::List(sheet) = answer.records else { panic!("a list has rows") };
        let value = sheet.columns.iter().position(|column| column.key == "value").unwrap();
        assert_eq!(sheet.columns[value].kind, Kind::Text, "a format with types would take the number alone");
        assert_eq!(sheet.rows[0][value].text().as_deref(), Some(">700亿元"));
    }
}
