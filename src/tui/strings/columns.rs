//! Headings of what is copied and exported; a file has them in the language of the interface.

use super::{EN, ZH, words};
use crate::export::Column;

words! {
    /// Headings of what is copied and exported.
    Columns {
        code: "代码", "Code";
        damaged: "残缺", "Damaged";
        date: "日期", "Date";
        doubtful: "存疑", "Doubtful";
        figures: "数据", "Figures";
        measure: "类型", "Measure";
        metric: "指标", "Metric";
        period: "时期", "Period";
        publisher: "发布", "Publisher";
        region: "地区", "Region";
        source: "来源", "Source";
        status: "状态", "Status";
        sure: "确信", "Sure";
        title: "标题", "Title";
        url: "网址", "URL";
        value: "数值", "Value";
    }
}

impl Columns {
    /// A column of text.
    pub(crate) fn text(key: &str, heading: fn(&Self) -> &'static str) -> Column {
        Column::text(key, heading(&ZH.columns), heading(&EN.columns))
    }

    /// A column of numbers.
    pub(crate) fn number(key: &str, heading: fn(&Self) -> &'static str) -> Column {
        Column::number(key, heading(&ZH.columns), heading(&EN.columns))
    }
}
