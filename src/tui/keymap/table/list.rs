//! Keys: List.

use super::super::Binding;
use crate::tui::{action::Action as A, widgets::scroll::Step};

bind_in!(List);

pub(super) const BINDINGS: &[Binding] = &[
    bind("list.move_up", &["Up", "k"], A::Move(Step::Up), "上一行", "A row up").hint("移动", "move"),
    bind("list.move_down", &["Down", "j"], A::Move(Step::Down), "下一行", "A row down").hint("移动", "move"),
    bind("list.move_page_up", &["PgUp", "C-b"], A::Move(Step::PageUp), "上一页", "A page up"),
    bind("list.move_page_down", &["PgDn", "C-f"], A::Move(Step::PageDown), "下一页", "A page down"),
    bind("list.move_first", &["g", "Home"], A::Move(Step::First), "到开头", "To the first"),
    bind("list.move_last", &["G", "End"], A::Move(Step::Last), "到末尾", "To the last"),
];
