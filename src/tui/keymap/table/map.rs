//! Keys: Map.

use super::super::{Binding, Context};
use crate::tui::action::Action as A;

const fn bind(
    name: &'static str,
    keys: &'static [&'static str],
    action: A,
    zh: &'static str,
    en: &'static str,
) -> Binding {
    Binding::new(Context::Map, name, keys, action, zh, en)
}

pub(super) const BINDINGS: &[Binding] = &[
    bind("map.open", &["Enter"], A::Open, "打开", "Open").hint("打开", "open"),
    bind("map.left", &["Left", "h"], A::Left, "向左", "To the left"),
    bind("map.right", &["Right", "l"], A::Right, "向右", "To the right"),
    bind("map.back", &["Esc"], A::Back, "回到前一个视图", "Back to the view before").hint("返回", "back"),
];
