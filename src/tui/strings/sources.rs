//! Words of the sources and of the reading view.

use super::words;

words! {
    /// Words of the sources and of the reading view.
    Sources {
        /// No document fits what was typed.
        none: "没有这样的文件", "No such document";
        title: "文件", "Document";
        date: "日期", "Date";
        publisher: "发布", "Publisher";
        sure: "确切", "sure";
        doubtful_short: "存疑", "doubtful";
        damaged_short: "缺损", "damaged";
        /// Whether the text can be read here.
        at_hand: "原文", "text";
        yes: "有", "yes";
        no: "无", "no";
        document: "文件", "Document";
        enter_reads: "回车打开原文，数据逐处标亮。", "Enter opens the text with every figure lit.";
        printed: "数据引自印刷品或网页，没有可打开的原文。", "The figures are quoted from print; there is no text to open.";
        /// What was read from the chosen figure.
        read: "读出", "Read";
        no_figures: "这份文件里没有读出数据", "No figure was read in this document";
        status: "状态", "Status";
        time: "时期", "Period";
        untold: "文中未说明", "not told";
        scope: "范围", "Scope";
        base: "相对于", "Against";
        /// The characters as they stand in the text.
        written: "原字", "Written";
        position: "位置", "Place";
        /// Words of the legend, lit as the text is.
        level: "数值", "level";
        growth: "增速", "growth";
        place: "位次", "place";
        share: "占比", "share";
        change: "增减", "change";
        plan: "计划", "plan";
        damaged: "缺损!", "damaged!";
        doubtful: "存疑?", "doubtful?";
    }
}
