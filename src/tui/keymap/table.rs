//! The keys.

use tui_input::InputRequest;

use super::{Binding, Context, Words};
use crate::tui::{action::Action, widgets::scroll::Step};

const fn bind(
    context: Context,
    keys: &'static [&'static str],
    action: Action,
    zh: &'static str,
    en: &'static str,
) -> Binding {
    Binding { context, keys, action, does: Words(zh, en), hint: None }
}

impl Binding {
    /// Names the binding in the hint line.
    const fn hint(mut self, zh: &'static str, en: &'static str) -> Self {
        self.hint = Some(Words(zh, en));
        self
    }
}

/// All keys, context by context, in the order in which hints and help show them.
pub(super) const BINDINGS: &[Binding] = {
    use Action as A;
    use Context::{Compare, Detail, Everywhere, List, Overview, Search, Table, Text, Tree};
    &[
        bind(Tree, &["Left", "h"], A::Left, "折叠；已折叠则到上级", "Close, or go to the region above it")
            .hint("展开", "fold"),
        bind(Tree, &["Right", "l"], A::Right, "展开；无下级则到指标", "Open, or go to the metrics")
            .hint("展开", "fold"),
        bind(Tree, &["Enter"], A::Open, "看该地区的指标", "Go to the metrics of the region"),
        bind(Tree, &["Space"], A::Pin, "钉住或放开该地区（最多八个）", "Pin or unpin the region (eight at most)")
            .hint("钉住", "pin"),
        bind(
            Tree,
            &["a"],
            A::ToggleAll,
            "显示全国地区，或只显示有数据的",
            "Show all regions, or only those with figures",
        )
        .hint("全部", "all"),
        bind(Table, &["}"], A::NextGroup, "下一类", "Next category").hint("类别", "category"),
        bind(Table, &["{"], A::PreviousGroup, "上一类", "Category before").hint("类别", "category"),
        bind(Table, &["Enter", "Right", "l"], A::Open, "看该指标的全部读数", "Go to all figures of the metric")
            .hint("详情", "detail"),
        bind(Table, &["Left", "h"], A::Left, "回到地区", "Back to the regions"),
        bind(Table, &["Space"], A::Pin, "钉住或放开当前地区", "Pin or unpin the region").hint("钉住", "pin"),
        bind(Detail, &["Left", "h"], A::Left, "回到指标", "Back to the metrics").hint("返回", "back"),
        bind(Compare, &["Left", "h"], A::Left, "左边一列", "Column on the left").hint("换列", "column"),
        bind(Compare, &["Right", "l"], A::Right, "右边一列", "Column on the right").hint("换列", "column"),
        bind(Compare, &["o"], A::ToggleCommon, "只看共有指标，或看全部", "Only what all have, or everything")
            .hint("只看共有", "common"),
        bind(Compare, &["Space", "x"], A::Pin, "放开这一列的地区", "Unpin the region of the column")
            .hint("放开", "unpin"),
        bind(Compare, &["Esc", "c"], A::Back, "回到概览", "Back to the overview").hint("返回", "back"),
        bind(List, &["Up", "k"], A::Move(Step::Up), "上一行", "A row up").hint("移动", "move"),
        bind(List, &["Down", "j"], A::Move(Step::Down), "下一行", "A row down").hint("移动", "move"),
        bind(List, &["PgUp", "C-b"], A::Move(Step::PageUp), "上一页", "A page up"),
        bind(List, &["PgDn", "C-f"], A::Move(Step::PageDown), "下一页", "A page down"),
        bind(List, &["g", "Home"], A::Move(Step::First), "到开头", "To the first"),
        bind(List, &["G", "End"], A::Move(Step::Last), "到末尾", "To the last"),
        bind(
            Overview,
            &["c", "2"],
            A::Compare,
            "对比钉住的地区；只钉一个时与当前地区比",
            "Compare the pinned regions, or one with the chosen",
        )
        .hint("对比", "compare"),
        bind(Everywhere, &["/"], A::Search, "搜索指标与地区", "Search metrics and regions").hint("搜索", "search"),
        bind(Everywhere, &["["], A::YearBefore, "前一年", "Year before").hint("年份", "year"),
        bind(Everywhere, &["]"], A::YearAfter, "后一年；最后是“最新”", "Year after; behind the last, the latest")
            .hint("年份", "year"),
        bind(Overview, &["Tab"], A::NextPane, "下一个窗格", "Next pane"),
        bind(Overview, &["S-Tab"], A::PreviousPane, "上一个窗格", "Pane before"),
        bind(Everywhere, &["?"], A::Help, "帮助", "Help").hint("帮助", "help"),
        bind(Everywhere, &["1"], A::Overview, "概览", "Overview"),
        bind(Overview, &["u"], A::UnpinAll, "放开全部地区", "Unpin all regions"),
        bind(Everywhere, &["!"], A::Notices, "未能读入的内容", "What could not be read"),
        bind(Overview, &["Esc"], A::Back, "回到前一个窗格", "Back to the pane before"),
        bind(Everywhere, &["C-l"], A::Redraw, "重画屏幕", "Draw the screen anew"),
        bind(Everywhere, &["C-z"], A::Suspend, "挂起，回到命令行", "Suspend, back to the shell"),
        bind(Everywhere, &["q", "C-c"], A::Quit, "退出", "Quit").hint("退出", "quit"),
        bind(Text, &["Esc", "q", "Enter"], A::Back, "关闭", "Close").hint("关闭", "close"),
        bind(Text, &["C-c"], A::Quit, "退出", "Quit"),
        bind(Text, &["C-z"], A::Suspend, "挂起", "Suspend"),
        bind(Search, &["Up", "C-p"], A::Move(Step::Up), "上一条", "Hit above").hint("选择", "choose"),
        bind(Search, &["Down", "C-n"], A::Move(Step::Down), "下一条", "Hit below").hint("选择", "choose"),
        bind(Search, &["PgUp"], A::Move(Step::PageUp), "上一页", "A page up"),
        bind(Search, &["PgDn"], A::Move(Step::PageDown), "下一页", "A page down"),
        bind(Search, &["Enter"], A::Open, "前往", "Go there").hint("前往", "go"),
        bind(Search, &["Esc", "C-g"], A::Back, "关闭", "Close").hint("关闭", "close"),
        bind(Search, &["Left", "C-b"], A::Edit(InputRequest::GoToPrevChar), "光标左移", "Cursor left"),
        bind(Search, &["Right", "C-f"], A::Edit(InputRequest::GoToNextChar), "光标右移", "Cursor right"),
        bind(Search, &["Home", "C-a"], A::Edit(InputRequest::GoToStart), "光标到开头", "Cursor to the start"),
        bind(Search, &["End", "C-e"], A::Edit(InputRequest::GoToEnd), "光标到末尾", "Cursor to the end"),
        bind(
            Search,
            &["Backspace", "C-h"],
            A::Edit(InputRequest::DeletePrevChar),
            "删前一字",
            "Delete the character before",
        ),
        bind(
            Search,
            &["Delete", "C-d"],
            A::Edit(InputRequest::DeleteNextChar),
            "删后一字",
            "Delete the character after",
        ),
        bind(Search, &["C-w"], A::Edit(InputRequest::DeletePrevWord), "删前一词", "Delete the word before"),
        bind(Search, &["C-u"], A::Edit(InputRequest::DeleteFromStart), "删到开头", "Delete to the start"),
        bind(Search, &["C-k"], A::Edit(InputRequest::DeleteTillEnd), "删到末尾", "Delete to the end"),
        bind(Search, &["C-c"], A::Quit, "退出", "Quit"),
        bind(Search, &["C-z"], A::Suspend, "挂起", "Suspend"),
    ]
};
