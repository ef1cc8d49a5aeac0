//! Keys: Sources.

use super::super::Binding;
use crate::tui::{action::Action as A, panes::sources};

bind_in!(Sources);

const fn of(action: sources::Action) -> A {
    A::Sources(action)
}

pub(super) const BINDINGS: &[Binding] = &[
    bind("sources.open", &["Enter", "Right", "l"], A::Open, "阅读这份文件", "Read the document").hint("阅读", "read"),
    bind(
        "sources.filter",
        &["f"],
        of(sources::Action::Filter),
        "按标题、地区、日期筛选",
        "Narrow by title, region, date",
    )
    .hint("筛选", "filter"),
    bind("sources.sort", &["s"], of(sources::Action::NextColumn), "按下一列排序", "Sort by the next column")
        .hint("排序", "sort"),
    bind("sources.reverse", &["S"], of(sources::Action::Reverse), "倒转次序", "Turn the order around")
        .hint("排序", "sort"),
    bind("sources.back", &["Esc"], A::Back, "取消筛选；或回到概览", "Take the filter away, or back to the overview")
        .hint("返回", "back"),
];
