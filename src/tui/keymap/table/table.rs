//! Keys: Table.

use super::super::{Binding, Context};
use crate::tui::{action::Action as A, panes::table};

const fn bind(
    name: &'static str,
    keys: &'static [&'static str],
    action: A,
    zh: &'static str,
    en: &'static str,
) -> Binding {
    Binding::new(Context::Table, name, keys, action, zh, en)
}

pub(super) const BINDINGS: &[Binding] = &[
    bind("table.next_group", &["}"], A::Table(table::Action::NextGroup), "下一类", "Next category")
        .hint("类别", "category"),
    bind("table.previous_group", &["{"], A::Table(table::Action::PreviousGroup), "上一类", "Category before")
        .hint("类别", "category"),
    bind("table.open", &["Enter", "Right", "l"], A::Open, "看该指标的全部读数", "Go to all figures of the metric")
        .hint("详情", "detail"),
    bind("table.left", &["Left", "h"], A::Left, "回到地区", "Back to the regions"),
    bind("table.pin", &["Space"], A::Pin, "钉住或放开当前地区", "Pin or unpin the region").hint("钉住", "pin"),
];
