//! Keys: the window in which a theme is chosen.

use super::super::Binding;
use crate::tui::action::Action as A;

bind_in!(Themes);

pub(super) const BINDINGS: &[Binding] = &[
    bind("themes.keep", &["Enter"], A::Open, "就用它", "Keep it").hint("就用它", "keep"),
    bind("themes.cancel", &["Esc", "q"], A::Back, "回到原来的", "Return to the one before").hint("返回", "back"),
    bind("themes.quit", &["C-c"], A::Quit, "退出", "Quit"),
    bind("themes.suspend", &["C-z"], A::Suspend, "挂起", "Suspend"),
];
