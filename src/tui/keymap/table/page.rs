//! Keys: Page.

use super::super::Binding;
use crate::tui::{action::Action as A, panes::page};

bind_in!(Page);

const fn of(action: page::Action) -> A {
    A::Page(action)
}

pub(super) const BINDINGS: &[Binding] = &[
    bind("page.next", &["n", "j"], of(page::Action::Next), "下一个数据", "Next figure").hint("数据", "figure"),
    bind("page.previous", &["N", "k"], of(page::Action::Previous), "上一个数据", "Figure before")
        .hint("数据", "figure"),
    bind("page.jump", &["Enter"], A::Open, "到概览中的这项指标", "Go to the metric in the overview")
        .hint("指标", "metric"),
    bind("page.back", &["Esc", "Left", "h"], A::Back, "回到来处", "Back to where it was opened").hint("返回", "back"),
];
