//! Keys: Search.

use super::super::Binding;
use crate::tui::{action::Action as A, widgets::scroll::Step};

bind_in!(Search);

pub(super) const BINDINGS: &[Binding] = &[
    bind("search.move_up", &["Up", "C-p"], A::Move(Step::Up), "上一条", "Hit above").hint("选择", "choose"),
    bind("search.move_down", &["Down", "C-n"], A::Move(Step::Down), "下一条", "Hit below").hint("选择", "choose"),
    bind("search.move_page_up", &["PgUp"], A::Move(Step::PageUp), "上一页", "A page up"),
    bind("search.move_page_down", &["PgDn"], A::Move(Step::PageDown), "下一页", "A page down"),
    bind("search.open", &["Enter"], A::Open, "前往", "Go there").hint("前往", "go"),
    bind("search.back", &["Esc", "C-g"], A::Back, "关闭", "Close").hint("关闭", "close"),
];
