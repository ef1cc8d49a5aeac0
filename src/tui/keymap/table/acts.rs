//! Keys: the window that lists corrections.

use super::super::Binding;
use crate::tui::action::{Action as A, Correction as C};

bind_in!(Acts);

pub(super) const BINDINGS: &[Binding] = &[
    bind("acts.open", &["Enter"], A::Open, "到这个数据", "Go to the figure").hint("前往", "go"),
    bind("acts.undo", &["u", "d u"], A::Correct(C::Undo), "撤销这一条", "Undo it").hint("撤销", "undo"),
    bind("acts.back", &["Esc", "q"], A::Back, "关闭", "Close").hint("关闭", "close"),
    bind("acts.quit", &["C-c"], A::Quit, "退出", "Quit"),
    bind("acts.suspend", &["C-z"], A::Suspend, "挂起", "Suspend"),
];
