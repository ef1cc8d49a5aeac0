//! Keys: Detail.

use super::super::Binding;
use crate::tui::action::Action as A;

bind_in!(Detail);

pub(super) const BINDINGS: &[Binding] = &[
    bind("detail.left", &["Left", "h"], A::Left, "回到指标", "Back to the metrics").hint("返回", "back"),
    bind("detail.read", &["Enter"], A::Open, "在原文中看这个数据", "Read the figure in its document")
        .hint("原文", "read"),
];
