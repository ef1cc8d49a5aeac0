//! Keys: Audit.

use super::super::Binding;
use crate::tui::{action::Action as A, panes::audit};

bind_in!(Audit);

const fn of(action: audit::Action) -> A {
    A::Audit(action)
}

pub(super) const BINDINGS: &[Binding] = &[
    bind(
        "audit.open",
        &["Enter"],
        A::Open,
        "打开原文中的这个数据；在类别上展开或折叠",
        "Read the figure in its document; on a kind, open or close it",
    )
    .hint("原文", "read"),
    bind(
        "audit.previous_figure",
        &["Left", "h"],
        of(audit::Action::PreviousFigure),
        "发现中的上一个数据",
        "Figure before in the finding",
    )
    .hint("数据", "figure"),
    bind(
        "audit.next_figure",
        &["Right", "l"],
        of(audit::Action::NextFigure),
        "发现中的下一个数据",
        "Next figure of the finding",
    )
    .hint("数据", "figure"),
    bind("audit.toggle", &["Space"], of(audit::Action::Toggle), "展开或折叠这一类", "Open or close the kind")
        .hint("展开", "fold"),
    bind("audit.toggle_all", &["-"], of(audit::Action::ToggleAll), "折叠或展开全部类别", "Close or open all kinds"),
    bind("audit.next_kind", &["}"], of(audit::Action::NextKind), "下一类", "Next kind").hint("类别", "kind"),
    bind("audit.previous_kind", &["{"], of(audit::Action::PreviousKind), "上一类", "Kind before").hint("类别", "kind"),
    bind(
        "audit.scope",
        &["a"],
        of(audit::Action::ToggleScope),
        "核查全部，或只查当前地区及其下级",
        "Everything, or the chosen region and those below it",
    )
    .hint("范围", "scope"),
    bind("audit.back", &["Esc"], A::Back, "回到概览", "Back to the overview").hint("返回", "back"),
];
