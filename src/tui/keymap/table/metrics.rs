//! Keys: the table of metrics.

use super::super::Binding;
use crate::tui::{
    action::Action as A,
    panes::table::{self, Column},
};
use A::Table as T;

bind_in!(Table);

pub(super) const BINDINGS: &[Binding] = &[
    bind(
        "table.open",
        &["Enter"],
        A::Open,
        "看该指标的全部读数；在类别上折叠或展开",
        "Go to all figures of the metric; fold a category",
    )
    .hint("详情", "detail"),
    bind("table.left", &["Left", "h"], A::Left, "回到地区；在类别上折叠", "Back to the regions; close a category"),
    bind("table.right", &["Right", "l"], A::Right, "到详情；在类别上展开", "To the detail; open a category"),
    bind("table.pin", &["Space"], A::Pin, "钉住或放开当前地区", "Pin or unpin the region").hint("钉住", "pin"),
    bind(
        "table.sort",
        &["s"],
        T(table::Action::Sort),
        "按下一列排序；最后回到目录顺序",
        "Sort by the next column; behind the last, by category",
    )
    .hint("排序", "sort"),
    bind("table.reverse", &["S"], T(table::Action::Reverse), "倒序", "Sort the other way round").hint("排序", "sort"),
    bind("table.next_group", &["}"], T(table::Action::NextGroup), "下一类", "Next category").hint("类别", "category"),
    bind("table.previous_group", &["{"], T(table::Action::PreviousGroup), "上一类", "Category before")
        .hint("类别", "category"),
    bind(
        "table.toggle_all",
        &["-"],
        T(table::Action::ToggleAll),
        "折叠或展开所有类别",
        "Fold or unfold all categories",
    )
    .hint("折叠", "fold"),
    bind(
        "table.show_growth",
        &["v g"],
        T(table::Action::Show(Column::Growth)),
        "显示或隐去同比列",
        "Show or hide the growth",
    ),
    bind(
        "table.show_place",
        &["v p"],
        T(table::Action::Show(Column::Place)),
        "显示或隐去位次列",
        "Show or hide the place",
    ),
    bind(
        "table.show_year",
        &["v y"],
        T(table::Action::Show(Column::Year)),
        "显示或隐去年份列",
        "Show or hide the year",
    ),
    bind(
        "table.show_trend",
        &["v t"],
        T(table::Action::Show(Column::Trend)),
        "显示或隐去走势列",
        "Show or hide the trend",
    ),
];
