//! Keys: Text.

use super::super::{Binding, Context};
use crate::tui::action::Action as A;

const fn bind(
    name: &'static str,
    keys: &'static [&'static str],
    action: A,
    zh: &'static str,
    en: &'static str,
) -> Binding {
    Binding::new(Context::Text, name, keys, action, zh, en)
}

pub(super) const BINDINGS: &[Binding] = &[
    bind("text.back", &["Esc", "q", "Enter"], A::Back, "关闭", "Close").hint("关闭", "close"),
    bind("text.quit", &["C-c"], A::Quit, "退出", "Quit"),
    bind("text.suspend", &["C-z"], A::Suspend, "挂起", "Suspend"),
];
