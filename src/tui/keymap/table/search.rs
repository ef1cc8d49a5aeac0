//! Keys: Search.

use tui_input::InputRequest;

use super::super::{Binding, Context};
use crate::tui::{action::Action as A, widgets::scroll::Step};

const fn bind(
    name: &'static str,
    keys: &'static [&'static str],
    action: A,
    zh: &'static str,
    en: &'static str,
) -> Binding {
    Binding::new(Context::Search, name, keys, action, zh, en)
}

pub(super) const BINDINGS: &[Binding] = &[
    bind("search.move_up", &["Up", "C-p"], A::Move(Step::Up), "上一条", "Hit above").hint("选择", "choose"),
    bind("search.move_down", &["Down", "C-n"], A::Move(Step::Down), "下一条", "Hit below").hint("选择", "choose"),
    bind("search.move_page_up", &["PgUp"], A::Move(Step::PageUp), "上一页", "A page up"),
    bind("search.move_page_down", &["PgDn"], A::Move(Step::PageDown), "下一页", "A page down"),
    bind("search.open", &["Enter"], A::Open, "前往", "Go there").hint("前往", "go"),
    bind("search.back", &["Esc", "C-g"], A::Back, "关闭", "Close").hint("关闭", "close"),
    bind("search.go_to_prev_char", &["Left", "C-b"], A::Edit(InputRequest::GoToPrevChar), "光标左移", "Cursor left"),
    bind("search.go_to_next_char", &["Right", "C-f"], A::Edit(InputRequest::GoToNextChar), "光标右移", "Cursor right"),
    bind("search.go_to_start", &["Home", "C-a"], A::Edit(InputRequest::GoToStart), "光标到开头", "Cursor to the start"),
    bind("search.go_to_end", &["End", "C-e"], A::Edit(InputRequest::GoToEnd), "光标到末尾", "Cursor to the end"),
    bind(
        "search.delete_prev_char",
        &["Backspace", "C-h"],
        A::Edit(InputRequest::DeletePrevChar),
        "删前一字",
        "Delete the character before",
    ),
    bind(
        "search.delete_next_char",
        &["Delete", "C-d"],
        A::Edit(InputRequest::DeleteNextChar),
        "删后一字",
        "Delete the character after",
    ),
    bind(
        "search.delete_prev_word",
        &["C-w"],
        A::Edit(InputRequest::DeletePrevWord),
        "删前一词",
        "Delete the word before",
    ),
    bind(
        "search.delete_from_start",
        &["C-u"],
        A::Edit(InputRequest::DeleteFromStart),
        "删到开头",
        "Delete to the start",
    ),
    bind("search.delete_till_end", &["C-k"], A::Edit(InputRequest::DeleteTillEnd), "删到末尾", "Delete to the end"),
    bind("search.quit", &["C-c"], A::Quit, "退出", "Quit"),
    bind("search.suspend", &["C-z"], A::Suspend, "挂起", "Suspend"),
];
