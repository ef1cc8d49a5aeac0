//! Keys: the form in which a figure is corrected.

use super::super::Binding;
use crate::tui::{
    action::{Action as A, Correction as C},
    widgets::scroll::Step,
};

bind_in!(Form);

pub(super) const BINDINGS: &[Binding] = &[
    bind("form.move_up", &["Up", "S-Tab"], A::Move(Step::Up), "上一字段", "Field above").hint("字段", "field"),
    bind("form.move_down", &["Down"], A::Move(Step::Down), "下一字段", "Field below").hint("字段", "field"),
    bind(
        "form.complete",
        &["Tab"],
        A::Correct(C::Complete),
        "补全名称；否则下一字段",
        "Complete the name; else the next field",
    )
    .hint("补全", "complete"),
    bind("form.next_suggestion", &["C-n"], A::Correct(C::Suggestion(true)), "下一个名称", "Next name"),
    bind("form.previous_suggestion", &["C-p"], A::Correct(C::Suggestion(false)), "上一个名称", "Name before"),
    bind("form.save", &["Enter"], A::Open, "保存", "Save").hint("保存", "save"),
    bind("form.back", &["Esc", "C-g"], A::Back, "不保存，离开", "Leave without saving").hint("离开", "leave"),
];
