//! Keys: the window in which a theme is chosen.

use super::super::{Binding, Context};
use crate::tui::action::Action as A;

const fn bind(
    name: &'static str,
    keys: &'static [&'static str],
    action: A,
    zh: &'static str,
    en: &'static str,
) -> Binding {
    Binding::new(Context::Themes, name, keys, action, zh, en)
}

pub(super) const BINDINGS: &[Binding] = &[
    bind("themes.keep", &["Enter"], A::Open, "就用它", "Keep it").hint("就用它", "keep"),
    bind("themes.cancel", &["Esc", "q"], A::Back, "回到原来的", "Return to the one before").hint("返回", "back"),
    bind("themes.quit", &["C-c"], A::Quit, "退出", "Quit"),
    bind("themes.suspend", &["C-z"], A::Suspend, "挂起", "Suspend"),
];
