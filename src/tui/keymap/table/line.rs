//! Keys: Line.

use tui_input::InputRequest;

use super::super::Binding;
use crate::tui::action::Action as A;

bind_in!(Line);

pub(super) const BINDINGS: &[Binding] = &[
    bind("line.go_to_prev_char", &["Left", "C-b"], A::Edit(InputRequest::GoToPrevChar), "光标左移", "Cursor left"),
    bind("line.go_to_next_char", &["Right", "C-f"], A::Edit(InputRequest::GoToNextChar), "光标右移", "Cursor right"),
    bind("line.go_to_start", &["Home", "C-a"], A::Edit(InputRequest::GoToStart), "光标到开头", "Cursor to the start"),
    bind("line.go_to_end", &["End", "C-e"], A::Edit(InputRequest::GoToEnd), "光标到末尾", "Cursor to the end"),
    bind(
        "line.delete_prev_char",
        &["Backspace", "C-h"],
        A::Edit(InputRequest::DeletePrevChar),
        "删前一字",
        "Delete the character before",
    ),
    bind(
        "line.delete_next_char",
        &["Delete", "C-d"],
        A::Edit(InputRequest::DeleteNextChar),
        "删后一字",
        "Delete the character after",
    ),
    bind(
        "line.delete_prev_word",
        &["C-w"],
        A::Edit(InputRequest::DeletePrevWord),
        "删前一词",
        "Delete the word before",
    ),
    bind("line.delete_from_start", &["C-u"], A::Edit(InputRequest::DeleteFromStart), "删到开头", "Delete to the start"),
    bind("line.delete_till_end", &["C-k"], A::Edit(InputRequest::DeleteTillEnd), "删到末尾", "Delete to the end"),
    bind("line.quit", &["C-c"], A::Quit, "退出", "Quit"),
    bind("line.suspend", &["C-z"], A::Suspend, "挂起", "Suspend"),
];
