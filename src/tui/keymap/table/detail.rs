//! Keys: Detail.

use super::super::{Binding, Context};
use crate::tui::action::Action as A;

const fn bind(
    name: &'static str,
    keys: &'static [&'static str],
    action: A,
    zh: &'static str,
    en: &'static str,
) -> Binding {
    Binding::new(Context::Detail, name, keys, action, zh, en)
}

pub(super) const BINDINGS: &[Binding] = &[
    bind("detail.left", &["Left", "h"], A::Left, "回到指标", "Back to the metrics").hint("返回", "back"),
    bind("detail.read", &["Enter"], A::Open, "在原文中看这个数据", "Read the figure in its document")
        .hint("原文", "read"),
];
