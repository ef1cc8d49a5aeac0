//! Keys: Tree.

use super::super::Binding;
use crate::tui::{action::Action as A, panes::tree};

bind_in!(Tree);

pub(super) const BINDINGS: &[Binding] = &[
    bind("tree.left", &["Left", "h"], A::Left, "折叠；已折叠则到上级", "Close, or go to the region above it")
        .hint("展开", "fold"),
    bind("tree.right", &["Right", "l"], A::Right, "展开；无下级则到指标", "Open, or go to the metrics")
        .hint("展开", "fold"),
    bind("tree.open", &["Enter"], A::Open, "看该地区的指标", "Go to the metrics of the region"),
    bind("tree.pin", &["Space"], A::Pin, "钉住或放开该地区（最多八个）", "Pin or unpin the region (eight at most)")
        .hint("钉住", "pin"),
    bind(
        "tree.filter",
        &["f"],
        A::Tree(tree::Action::Filter),
        "筛选地区：名称、拼音或首字母",
        "Narrow the regions: name, pinyin or initials",
    )
    .hint("筛选", "filter"),
    bind(
        "tree.toggle_all",
        &["a"],
        A::Tree(tree::Action::ToggleAll),
        "显示全国地区，或只显示有数据的",
        "Show all regions, or only those with figures",
    )
    .hint("全部", "all"),
];
