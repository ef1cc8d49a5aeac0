//! Keys: Rank.

use super::super::Binding;
use crate::tui::{
    action::Action as A,
    panes::rank::Action::{NextLevel, Pin, StepMetric, ToggleGrowth},
};

bind_in!(Rank);

pub(super) const BINDINGS: &[Binding] = &[
    bind("rank.wider", &["Left", "h"], A::Left, "放宽到上一级地区之内", "Rank within the region above")
        .hint("范围", "within"),
    bind("rank.narrower", &["Right", "l"], A::Right, "收窄到下一级地区之内", "Rank within the region below again")
        .hint("范围", "within"),
    bind(
        "rank.level",
        &["Tab"],
        A::Rank(NextLevel),
        "换一级地区：县、地、省",
        "Regions of the next level: county, prefecture, province",
    )
    .hint("级别", "level"),
    bind(
        "rank.by_growth",
        &["b"],
        A::Rank(ToggleGrowth),
        "按同比排，或按数值排",
        "In the order of growth, or of values",
    )
    .hint("按同比", "growth"),
    bind(
        "rank.metric_before",
        &["<", ","],
        A::Rank(StepMetric(false)),
        "前一项有数据的指标",
        "The metric before that has figures here",
    )
    .hint("指标", "metric"),
    bind(
        "rank.metric_after",
        &[">", "."],
        A::Rank(StepMetric(true)),
        "后一项有数据的指标",
        "The next metric that has figures here",
    )
    .hint("指标", "metric"),
    bind(
        "rank.pin",
        &["Space"],
        A::Rank(Pin),
        "钉住或放开该地区（最多八个）",
        "Pin or unpin the region (eight at most)",
    )
    .hint("钉住", "pin"),
    bind("rank.open", &["Enter"], A::Open, "在概览中看该地区", "Go to the region in the overview").hint("打开", "open"),
    bind("rank.back", &["Esc"], A::Back, "回到概览", "Back to the overview").hint("返回", "back"),
];
