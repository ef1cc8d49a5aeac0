//! Keys: the window of all actions.

use super::super::Binding;
use crate::tui::{action::Action as A, widgets::scroll::Step};

bind_in!(Palette);

pub(super) const BINDINGS: &[Binding] = &[
    bind("palette.move_up", &["Up", "C-p"], A::Move(Step::Up), "上一个动作", "Action above").hint("选择", "choose"),
    bind("palette.move_down", &["Down", "C-n"], A::Move(Step::Down), "下一个动作", "Action below")
        .hint("选择", "choose"),
    bind("palette.move_page_up", &["PgUp"], A::Move(Step::PageUp), "上一页", "A page up"),
    bind("palette.move_page_down", &["PgDn"], A::Move(Step::PageDown), "下一页", "A page down"),
    bind("palette.run", &["Enter"], A::Open, "做", "Do it").hint("执行", "do it"),
    bind("palette.back", &["Esc", "C-g"], A::Back, "关闭", "Close").hint("关闭", "close"),
];
