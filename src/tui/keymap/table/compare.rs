//! Keys: Compare.

use super::super::{Binding, Context};
use crate::tui::{action::Action as A, panes::compare};

const fn bind(
    name: &'static str,
    keys: &'static [&'static str],
    action: A,
    zh: &'static str,
    en: &'static str,
) -> Binding {
    Binding::new(Context::Compare, name, keys, action, zh, en)
}

pub(super) const BINDINGS: &[Binding] = &[
    bind("compare.left", &["Left", "h"], A::Left, "左边一列", "Column on the left").hint("换列", "column"),
    bind("compare.right", &["Right", "l"], A::Right, "右边一列", "Column on the right").hint("换列", "column"),
    bind(
        "compare.toggle_common",
        &["o"],
        A::Compare(compare::Action::ToggleCommon),
        "只看共有指标，或看全部",
        "Only what all have, or everything",
    )
    .hint("只看共有", "common"),
    bind("compare.pin", &["Space", "x"], A::Pin, "放开这一列的地区", "Unpin the region of the column")
        .hint("放开", "unpin"),
    bind("compare.back", &["Esc", "c"], A::Back, "回到概览", "Back to the overview").hint("返回", "back"),
];
