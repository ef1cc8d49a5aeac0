//! Keys: corrections, wherever a figure is chosen.

use super::super::Binding;
use crate::tui::{
    action::{Action as A, Correction as C},
    panes::page,
};

bind_in!(Correct);

pub(super) const BINDINGS: &[Binding] = &[
    bind("correct.accept", &["d a"], A::Correct(C::Accept), "核准：读得没错", "Accept: it was read rightly"),
    bind("correct.change", &["d c"], A::Correct(C::Change), "订正：改任何字段", "Correct: change any field"),
    bind(
        "correct.reject",
        &["d x"],
        A::Correct(C::Reject),
        "剔除：文中没有这个数据",
        "Reject: the text does not tell it",
    ),
    bind(
        "correct.add",
        &["d +"],
        A::Page(page::Action::Pick),
        "添加文中没有读出的数，或恢复剔除的",
        "Add a number that was not read, or bring back a rejected one",
    ),
    bind("correct.note", &["d n"], A::Correct(C::Note), "备注：写下缘由", "Note: say why"),
    bind("correct.undo", &["d u"], A::Correct(C::Undo), "撤销最后一条订正", "Undo the last correction"),
    bind("correct.list", &["d l"], A::Correct(C::List), "订正记录", "All corrections"),
];
