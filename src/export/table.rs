//! Tables for people: columns line up, wide characters count as two, and lines fit the terminal.

mod fit;

use std::{
    borrow::Cow,
    io::{self, Write},
};

use unicode_width::UnicodeWidthStr as _;

use self::fit::Block;
use super::{Cell, Column, Fit, Sheet};
use crate::model::Language;

/// What stands between two columns.
const GAP: &str = "  ";

/// Writes the headings and a line a row; no line ends in a space. Where a width is given no line is longer: long
/// texts are cut or go on below, and columns for which there is no room follow in a table of their own.
/// Without one nothing is cut.
pub(super) fn write(sheet: &Sheet, language: Language, width: Option<usize>, out: &mut dyn Write) -> io::Result<()> {
    let headings = sheet.columns.iter().map(|column| column.heading(language).to_owned()).collect::<Vec<_>>();
    let rows = sheet.rows.iter().map(|row| row.iter().map(text).collect::<Vec<_>>()).collect::<Vec<_>>();
    let lines: Vec<_> = std::iter::once(headings).chain(rows).collect();
    let blocks = fit::blocks(&sheet.columns, &widths(&lines), width);
    let named = sheet.columns.iter().take_while(|column| column.naming && column.fit == Fit::Cut && !column.right);
    let named = named.count();
    if blocks.len() > 1 && named > 1 {
        // Names in one column leave room for more numbers beside them.
        let columns = &sheet.columns[named - 1..];
        let lines: Vec<_> = lines.iter().map(|cells| joined(cells, named)).collect();
        let closer = fit::blocks(columns, &widths(&lines), width);
        if closer[0].numbers(columns) > blocks[0].numbers(&sheet.columns) {
            return write_blocks(&closer, columns, &lines, out);
        }
    }
    write_blocks(&blocks, &sheet.columns, &lines, out)
}

fn write_blocks(blocks: &[Block], columns: &[Column], lines: &[Vec<String>], out: &mut dyn Write) -> io::Result<()> {
    for (number, block) in blocks.iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        for cells in lines {
            block.lines(columns, cells).try_for_each(|line| writeln!(out, "{line}"))?;
        }
    }
    Ok(())
}

/// The widest that each column is.
fn widths(lines: &[Vec<String>]) -> Vec<usize> {
    let of_column = |column| lines.iter().filter_map(move |cells: &Vec<String>| cells.get(column));
    let columns = lines.first().map_or(0, Vec::len);
    (0..columns).map(|column| of_column(column).map(|cell| cell.width()).max().unwrap_or_default()).collect()
}

/// The first cells in one.
fn joined(cells: &[String], named: usize) -> Vec<String> {
    let (label, others) = cells.split_at(named.min(cells.len()));
    let label = label.iter().map(String::as_str).filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" ");
    std::iter::once(label).chain(others.iter().cloned()).collect()
}

/// A cell padded to a width.
fn padded(column: &Column, cell: &str, width: usize) -> String {
    let padding = " ".repeat(width.saturating_sub(cell.width()));
    if column.right { padding + cell } else { cell.to_owned() + &padding }
}

fn text(cell: &Cell) -> String {
    cell.text().map_or_else(|| "—".to_owned(), |text| on_one_line(&text).into_owned())
}

/// A number that was read across a line break still takes one line of the table.
fn on_one_line(text: &str) -> Cow<'_, str> {
    if text.contains(char::is_control) { Cow::Owned(text.replace(char::is_control, " ")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(sheet: &Sheet, width: Option<usize>) -> String {
        let mut out = Vec::new();
        write(sheet, Language::Zh, width, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn regions() -> Sheet {
        Sheet {
            columns: vec![
                Column::text("region", "地区", "Region").naming(),
                Column::number("value", "数值", "Value"),
                Column::period("year", "年份", "Year"),
            ],
            rows: vec![
                vec![Cell::from("长垣市"), Cell::Number(704.11), Cell::from("2024")],
                vec![Cell::from("A区"), Cell::Number(5.0), Cell::Empty],
                vec![Cell::from("第2\n位"), Cell::Empty, Cell::from("2023/2024")],
            ],
        }
    }

    #[test]
    fn wide_characters_line_up() {
        assert_eq!(
            written(&regions(), None),
            "地区      数值  年份\n\
             长垣市  704.11  2024\n\
             A区          5  —\n\
             第2 位       —  2023/2024\n"
        );
    }

    #[test]
    fn what_is_too_wide_is_cut_but_never_a_number_nor_what_names_the_row() {
        let mut sheet = regions();
        sheet.rows[0][0] = Cell::from("河南省新乡市长垣市蒲西街道办事处");
        sheet.columns.push(Column::text("title", "标题", "Title"));
        for (row, title) in sheet.rows.iter_mut().zip(["甲市统计公报", "乙", "丙"]) {
            row.push(Cell::from(title));
        }
        assert_eq!(
            written(&sheet, Some(41)),
            "地区            数值  年份       标题\n\
             河南省新乡市  704.11  2024       甲市统…\n\
             长垣市蒲西街\n\
             道办事处\n\
             A区                5  —          乙\n\
             第2 位             —  2023/2024  丙\n"
        );
    }

    #[test]
    fn what_people_copy_stands_on_one_line_while_a_line_has_room_for_it() {
        let sheet = Sheet {
            columns: vec![
                Column::text("key", "键", "Key").naming().whole(),
                Column::text("name", "指标", "Metric").naming(),
                Column::text("english", "英文", "English"),
            ],
            rows: vec![vec![Cell::from("industry_structure"), Cell::from("三次产业结构"), Cell::from("Three-sector")]],
        };
        assert_eq!(
            written(&sheet, Some(44)),
            "键                  指标          英文\n\
             industry_structure  三次产业结构  Three-sec…\n"
        );
        assert_eq!(
            written(&sheet, Some(30)),
            "键                  指标\n\
             industry_structure  三次产业结\n                    \
                                 构\n\
             \n\
             键                  英文\n\
             industry_structure  Three-sec…\n"
        );
        assert_eq!(written(&sheet, Some(10)).lines().nth(1), Some("industry_s"));
    }

    #[test]
    fn columns_without_room_follow_below() {
        let mut sheet = regions();
        for name in ["红旗区", "凤泉区"] {
            sheet.columns.push(Column::number(name, name, name));
            sheet.rows.iter_mut().for_each(|row| row.push(Cell::Number(1.5)));
        }
        assert_eq!(
            written(&sheet, Some(34)),
            "地区      数值  年份       红旗区\n\
             长垣市  704.11  2024          1.5\n\
             A区          5  —             1.5\n\
             第2 位       —  2023/2024     1.5\n\
             \n\
             地区    凤泉区\n\
             长垣市     1.5\n\
             A区        1.5\n\
             第2 位     1.5\n"
        );
    }

    #[test]
    fn names_join_where_that_leaves_room_for_another_column() {
        let mut sheet = Sheet {
            columns: vec![
                Column::text("name", "指标", "Metric").naming(),
                Column::text("measure", "口径", "Measure").naming(),
                Column::text("unit", "单位", "Unit").naming(),
            ],
            rows: vec![vec![Cell::from("地区生产总值"), Cell::from("增速"), Cell::from("%")]],
        };
        for name in ["红旗区", "凤泉区", "卫滨区"] {
            sheet.columns.push(Column::number(name, name, name));
            sheet.rows[0].push(Cell::Number(5.5));
        }
        sheet.columns.push(Column::number("difference", "红旗区 − 凤泉区", ""));
        sheet.rows[0].push(Cell::Number(0.0));
        assert_eq!(
            written(&sheet, Some(40)),
            "指标 口径 单位    红旗区  凤泉区  卫滨区\n\
             地区生产总值         5.5     5.5     5.5\n\
             增速 %\n\
             \n\
             指标 口径 单位       红旗区 − 凤泉区\n\
             地区生产总值 增速 %                0\n"
        );
        assert!(written(&sheet, Some(80)).starts_with("指标          口径  单位  红旗区"));
    }

    #[test]
    fn words_of_letters_break_at_blanks() {
        let name = Column::text("name", "指标", "Metric").naming();
        let sheet = Sheet {
            columns: vec![name, Column::number("value", "数值", "Value")],
            rows: vec![vec![Cell::from("Gross regional product"), Cell::Number(704.11)]],
        };
        assert_eq!(written(&sheet, Some(21)), "指标             数值\nGross          704.11\nregional\nproduct\n");
    }

    #[test]
    fn sentences_go_on_below() {
        let sheet = Sheet {
            columns: vec![
                Column::text("kind", "核查", "Check").naming(),
                Column::text("finding", "发现", "Finding").folding(),
            ],
            rows: vec![vec![Cell::from("税收占比"), Cell::from("税收收入除以一般公共预算收入，与所称的税收占比不符")]],
        };
        assert_eq!(
            written(&sheet, Some(40)),
            "核查      发现\n\
             税收占比  税收收入除以一般公共预算收入，\n          \
                       与所称的税收占比不符\n"
        );
    }

    #[test]
    fn no_line_is_ever_longer_than_the_terminal() {
        let mut sheet = regions();
        sheet.columns.push(Column::text("finding", "发现", "Finding").folding());
        sheet.rows.iter_mut().for_each(|row| row.push(Cell::from("一句很长的话，说的是什么 and so on")));
        for width in 1..120 {
            let told = written(&sheet, Some(width));
            assert!(told.lines().all(|line| line.width() <= width), "{width}:\n{told}");
        }
    }
}
