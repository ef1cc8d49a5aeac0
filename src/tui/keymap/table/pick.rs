//! Keys: while a number of the text is picked that is to be added.

use super::super::Binding;
use crate::tui::{
    action::{Action as A, Correction as C},
    panes::page,
};

bind_in!(Pick);

const fn of(action: page::Action) -> A {
    A::Page(action)
}

pub(super) const BINDINGS: &[Binding] = &[
    bind("pick.next", &["n", "j", "Down"], of(page::Action::Next), "下一个未读出的数", "Next number that was not read")
        .hint("数", "number"),
    bind("pick.previous", &["N", "k", "Up"], of(page::Action::Previous), "上一个未读出的数", "Number before")
        .hint("数", "number"),
    bind("pick.add", &["Enter"], A::Open, "添加这个数", "Add this number").hint("添加", "add"),
    bind("pick.undo", &["u", "d u"], A::Correct(C::Undo), "撤销剔除，恢复这个数", "Undo the rejection of this number"),
    bind("pick.back", &["Esc", "q"], A::Back, "不添加", "Add none").hint("返回", "back"),
    bind("pick.quit", &["C-c"], A::Quit, "退出", "Quit"),
    bind("pick.suspend", &["C-z"], A::Suspend, "挂起", "Suspend"),
];
