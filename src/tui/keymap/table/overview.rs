//! Keys: Overview.

use super::super::Binding;
use crate::tui::{action::Action as A, state::View};

bind_in!(Overview);

pub(super) const BINDINGS: &[Binding] = &[
    bind(
        "overview.compare",
        &["c"],
        A::View(View::Compare),
        "对比钉住的地区；只钉一个时与当前地区比",
        "Compare the pinned regions, or one with the chosen",
    )
    .hint("对比", "compare"),
    bind(
        "overview.units",
        &["U"],
        A::Units,
        "单位：照原文，或统一为亿元、万元、元",
        "Units: as written, or all in 100 million, 10 thousand or single yuan",
    ),
    bind("overview.next_pane", &["Tab"], A::NextPane, "下一个窗格", "Next pane"),
    bind("overview.previous_pane", &["S-Tab"], A::PreviousPane, "上一个窗格", "Pane before"),
    bind("overview.unpin_all", &["u"], A::UnpinAll, "放开全部地区", "Unpin all regions"),
    bind("overview.back", &["Esc"], A::Back, "回到前一个窗格", "Back to the pane before"),
];
