//! A row of a table as lines of text.

/// A cell longer than this, in characters, holds text rather than an entry of a table.
const ENTRY: usize = 80;

/// One line with tabs between the cells; where a table only lays out text, the cells one below the other.
pub(super) fn lines(cells: &[String]) -> String {
    let is_entry = |cell: &String| !cell.contains('\t') && !cell.contains('。') && cell.chars().count() <= ENTRY;
    if cells.len() < 2 || !cells.iter().all(is_entry) {
        return cells
            .iter()
            .map(|cell| cell.trim_matches('\n'))
            .filter(|cell| !cell.is_empty())
            .collect::<Vec<_>>()
            .join("\n");
    }
    let cells: Vec<_> = cells.iter().map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    cells.join("\t").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_stand_side_by_side_and_text_below_each_other() {
        let row = |cells: &[&str]| lines(&cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>());
        assert_eq!(row(&["指标", "单位\n", "2024\n年"]), "指标\t单位\t2024 年");
        assert_eq!(row(&["", "合计", ""]), "\t合计");
        assert_eq!(row(&["首页\n要闻", "全年增长5%。\n又一段。\n"]), "首页\n要闻\n全年增长5%。\n又一段。");
        assert_eq!(row(&["一\t二", "三"]), "一\t二\n三", "a table within a cell");
    }
}
