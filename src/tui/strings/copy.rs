//! Words of copying, and of files that were written.

use super::words;
use crate::tui::state::{Copied, Way};

words! {
    /// Words of copying, and of files that were written.
    Copy {
        copied: "已复制", "Copied";
        /// The terminal was asked; it does not tell whether it did.
        asked: "已请终端复制", "The terminal was asked to copy";
        not_copied: "没有复制", "Not copied";
        /// Before why the clipboard of the system does not take it, where the terminal takes none as long.
        too_long: "太长，终端不接收；系统剪贴板", "too long for the terminal; clipboard";
        cell: "一格", "cell";
        row: "一行", "row";
        table: "整表", "table";
        citation: "引文", "citation";
        nothing: "这里没有可复制的", "There is nothing to copy here";
        written: "已写入", "Written:";
        unwritten: "没能写入", "Not written";
    }
}

impl Copy {
    /// What was copied, which way, and how it begins.
    pub(crate) fn told(&self, what: Copied, text: &str, way: &Way) -> String {
        let what = match what {
            Copied::Cell => self.cell,
            Copied::Row => self.row,
            Copied::Table => self.table,
            Copied::Citation => self.citation,
        };
        let done = match way {
            Way::Unknown | Way::System => self.copied,
            Way::Terminal => self.asked,
            Way::Nowhere(why) => return format!("{}: {what} · {} {why}", self.not_copied, self.too_long),
        };
        let shown = text.trim_end().replace(['\t', '\n'], "  ");
        format!("{done} {what}: {shown}")
    }
}
