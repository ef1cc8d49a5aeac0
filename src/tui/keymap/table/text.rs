//! Keys: Text.

use super::super::Binding;
use crate::tui::action::Action as A;

bind_in!(Text);

pub(super) const BINDINGS: &[Binding] = &[
    bind("text.back", &["Esc", "q", "Enter"], A::Back, "关闭", "Close").hint("关闭", "close"),
    bind("text.quit", &["C-c"], A::Quit, "退出", "Quit"),
    bind("text.suspend", &["C-z"], A::Suspend, "挂起", "Suspend"),
];
