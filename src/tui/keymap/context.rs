//! Where keys work.

use super::Words;

/// Where a key works. A window above the panes takes all keys; elsewhere a pane's keys come before the
/// shared ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Context {
    /// Everywhere but in the windows.
    Everywhere,
    /// In every list.
    List,
    /// Wherever a figure is chosen.
    Correct,
    /// In every pane of the overview.
    Overview,
    Tree,
    Table,
    Detail,
    Compare,
    Rank,
    Trend,
    Map,
    Sources,
    /// In a document that is open.
    Page,
    Audit,
    /// In a document while a number is picked that is to be added.
    Pick,
    /// In the form in which a figure is corrected.
    Form,
    /// In the window that lists corrections.
    Acts,
    /// In the windows that show text.
    Text,
    /// In the window in which a theme is chosen.
    Themes,
    Search,
    /// In the window of all actions.
    Palette,
    /// In a list while the text that narrows it is typed.
    Filter,
    /// In every line that is typed.
    Line,
}

impl Context {
    /// All, in the order in which the help lists them.
    pub(crate) const ALL: [Self; 23] = [
        Self::Everywhere,
        Self::List,
        Self::Correct,
        Self::Overview,
        Self::Tree,
        Self::Filter,
        Self::Table,
        Self::Detail,
        Self::Compare,
        Self::Rank,
        Self::Trend,
        Self::Map,
        Self::Sources,
        Self::Page,
        Self::Pick,
        Self::Audit,
        Self::Form,
        Self::Acts,
        Self::Search,
        Self::Palette,
        Self::Line,
        Self::Themes,
        Self::Text,
    ];

    /// The contexts in which a key is looked up while this one is on the screen, the nearest first.
    pub(crate) const fn layers(self) -> &'static [Self] {
        match self {
            Self::Everywhere => &[Self::Everywhere],
            Self::List => &[Self::List, Self::Everywhere],
            Self::Overview => &[Self::Overview, Self::List, Self::Everywhere, Self::Correct],
            Self::Tree => &[Self::Tree, Self::Overview, Self::List, Self::Everywhere, Self::Correct],
            Self::Table => &[Self::Table, Self::Overview, Self::List, Self::Everywhere, Self::Correct],
            Self::Detail => &[Self::Detail, Self::Overview, Self::List, Self::Everywhere, Self::Correct],
            Self::Compare => &[Self::Compare, Self::List, Self::Everywhere, Self::Correct],
            Self::Rank => &[Self::Rank, Self::List, Self::Everywhere, Self::Correct],
            Self::Trend => &[Self::Trend, Self::List, Self::Everywhere, Self::Correct],
            Self::Map => &[Self::Map, Self::List, Self::Everywhere, Self::Correct],
            Self::Sources => &[Self::Sources, Self::List, Self::Everywhere, Self::Correct],
            Self::Page => &[Self::Page, Self::List, Self::Everywhere, Self::Correct],
            Self::Audit => &[Self::Audit, Self::List, Self::Everywhere, Self::Correct],
            Self::Correct => &[Self::Correct],
            Self::Pick => &[Self::Pick],
            Self::Form => &[Self::Form, Self::Line],
            Self::Acts => &[Self::Acts, Self::List],
            Self::Text => &[Self::Text, Self::List],
            Self::Search => &[Self::Search, Self::Line],
            Self::Palette => &[Self::Palette, Self::Line],
            Self::Filter => &[Self::Filter, Self::Line],
            Self::Line => &[Self::Line],
            Self::Themes => &[Self::Themes, Self::List],
        }
    }

    /// Whether text is typed in it: characters that are no keys of it go into its line.
    pub(crate) const fn is_typed(self) -> bool {
        matches!(self, Self::Search | Self::Palette | Self::Filter | Self::Form)
    }

    /// Whether it is that of a window or of a line that is typed, which takes all keys.
    pub(crate) const fn takes_all(self) -> bool {
        matches!(
            self,
            Self::Text
                | Self::Themes
                | Self::Search
                | Self::Palette
                | Self::Filter
                | Self::Line
                | Self::Pick
                | Self::Form
                | Self::Acts
        )
    }

    /// What the names of its bindings begin with, and its table in a key map of the user's.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Everywhere => "everywhere",
            Self::List => "list",
            Self::Overview => "overview",
            Self::Tree => "tree",
            Self::Table => "table",
            Self::Detail => "detail",
            Self::Compare => "compare",
            Self::Rank => "rank",
            Self::Trend => "trend",
            Self::Map => "map",
            Self::Sources => "sources",
            Self::Page => "page",
            Self::Audit => "audit",
            Self::Correct => "correct",
            Self::Pick => "pick",
            Self::Form => "form",
            Self::Acts => "acts",
            Self::Text => "text",
            Self::Themes => "themes",
            Self::Search => "search",
            Self::Palette => "palette",
            Self::Filter => "filter",
            Self::Line => "line",
        }
    }

    /// Its name in the help.
    pub(crate) const fn name(self) -> Words {
        match self {
            Self::Everywhere => Words("通用", "Everywhere"),
            Self::List => Words("列表", "Lists"),
            Self::Overview => Words("概览", "Overview"),
            Self::Tree => Words("地区", "Regions"),
            Self::Table => Words("指标", "Metrics"),
            Self::Detail => Words("详情", "Detail"),
            Self::Compare => Words("对比", "Compare"),
            Self::Rank => Words("排行", "Rank"),
            Self::Trend => Words("走势", "Trend"),
            Self::Map => Words("地图", "Map"),
            Self::Sources => Words("来源", "Sources"),
            Self::Page => Words("阅读", "Reading"),
            Self::Audit => Words("核查", "Audit"),
            Self::Correct => Words("订正", "Corrections"),
            Self::Pick => Words("添加数据", "Adding a figure"),
            Self::Form => Words("订正表单", "Correction form"),
            Self::Acts => Words("订正记录", "List of corrections"),
            Self::Text => Words("帮助与提示", "Help and notices"),
            Self::Themes => Words("配色", "Themes"),
            Self::Search => Words("搜索", "Search"),
            Self::Palette => Words("命令", "Commands"),
            Self::Filter => Words("筛选", "Filter"),
            Self::Line => Words("输入", "Typing"),
        }
    }
}
