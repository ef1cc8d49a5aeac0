//! Keys: Everywhere.

use super::super::Binding;
use crate::tui::{
    action::Action as A,
    state::{Copied, Exported, View},
};

bind_in!(Everywhere);

pub(super) const BINDINGS: &[Binding] = &[
    bind("everywhere.search", &["/"], A::Search, "搜索指标与地区", "Search metrics and regions").hint("搜索", "search"),
    bind("everywhere.year_before", &["["], A::YearBefore, "前一年", "Year before").hint("年份", "year"),
    bind(
        "everywhere.year_after",
        &["]"],
        A::YearAfter,
        "后一年；最后是“最新”",
        "Year after; behind the last, the latest",
    )
    .hint("年份", "year"),
    bind("everywhere.palette", &[":"], A::Palette, "命令：按名称找任何动作", "Commands: any action by its name")
        .hint("命令", "commands"),
    bind("everywhere.view_overview", &["1"], A::View(View::Overview), "概览", "Overview"),
    bind("everywhere.view_compare", &["2"], A::View(View::Compare), "对比钉住的地区", "Compare the pinned regions"),
    bind("everywhere.view_rank", &["3"], A::View(View::Rank), "一项指标，各地排行", "Regions in the order of a metric"),
    bind("everywhere.view_trend", &["4"], A::View(View::Trend), "一项指标，历年走势", "A metric over the years"),
    bind("everywhere.view_map", &["5"], A::View(View::Map), "一项指标，在地图上", "A metric on the map"),
    bind("everywhere.view_sources", &["6"], A::View(View::Sources), "来源文件与阅读", "Documents and reading"),
    bind(
        "everywhere.view_audit",
        &["7"],
        A::View(View::Audit),
        "核查：数据之间是否相合",
        "What the figures say about each other",
    ),
    bind("everywhere.go_back", &["C-o", "(", "M-Left"], A::GoBack, "回到之前的地方", "Back to where you were"),
    bind("everywhere.go_forward", &[")", "M-Right", "C-i"], A::GoForward, "再往前", "Forward again"),
    bind("everywhere.zoom", &["z"], A::Zoom, "放大当前窗格，或恢复", "Give the pane the whole screen, or take it back"),
    bind("everywhere.read", &["R"], A::Read, "在原文中看选中的数据", "Read the chosen figure in its document"),
    bind("everywhere.help", &["?"], A::Help, "帮助", "Help").hint("帮助", "help"),
    bind("everywhere.notices", &["!"], A::Notices, "未能读入的内容", "What could not be read"),
    bind("everywhere.theme", &["T"], A::Themes, "换配色", "Choose a theme"),
    bind("everywhere.language", &["L"], A::Language, "换成英文界面", "The interface in Chinese"),
    bind("everywhere.copy_cell", &["y c"], A::Copy(Copied::Cell), "复制光标处的数值", "Copy what the cursor is on"),
    bind("everywhere.copy_row", &["y r"], A::Copy(Copied::Row), "复制这一行", "Copy the row"),
    bind(
        "everywhere.copy_table",
        &["y t"],
        A::Copy(Copied::Table),
        "复制整张表（制表符分隔）",
        "Copy the table, separated by tabs",
    ),
    bind(
        "everywhere.copy_citation",
        &["y s"],
        A::Copy(Copied::Citation),
        "复制数据及其出处",
        "Copy the figure with its source",
    ),
    bind(
        "everywhere.export_csv",
        &["e c"],
        A::Export(Exported::Csv),
        "导出 CSV 文件（Excel 可开）",
        "Write a CSV file, which Excel opens",
    ),
    bind(
        "everywhere.export_xlsx",
        &["e x"],
        A::Export(Exported::Xlsx),
        "导出 Excel 工作簿，附来源",
        "Write an Excel workbook, with its sources",
    ),
    bind("everywhere.export_json", &["e j"], A::Export(Exported::Json), "导出 JSON 文件", "Write a JSON file"),
    bind(
        "everywhere.export_markdown",
        &["e m"],
        A::Export(Exported::Markdown),
        "导出 Markdown 表格",
        "Write a Markdown table",
    ),
    bind(
        "everywhere.export_picture",
        &["e s"],
        A::Export(Exported::Picture),
        "把图导出 SVG",
        "Write the chart, map or comparison as SVG",
    ),
    bind("everywhere.read_again", &["C-r"], A::ReadAgain, "重新读入打开的文件", "Read the opened files again"),
    bind("everywhere.stop_reading", &["C-g"], A::StopReading, "停止读入", "Stop reading"),
    bind("everywhere.redraw", &["C-l"], A::Redraw, "重画屏幕", "Draw the screen anew"),
    bind("everywhere.suspend", &["C-z"], A::Suspend, "挂起，回到命令行", "Suspend, back to the shell"),
    bind("everywhere.quit", &["q", "C-c"], A::Quit, "退出", "Quit").hint("退出", "quit"),
];
