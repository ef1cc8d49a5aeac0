//! Keys: Trend.

use super::super::Binding;
use crate::tui::{
    action::Action as A,
    panes::trend::{
        Action::{NextMode, Pin, StepMetric, Toggle},
        Form,
    },
};

bind_in!(Trend);

pub(super) const BINDINGS: &[Binding] = &[
    bind(
        "trend.left",
        &["Left", "h"],
        A::Left,
        "前一年；在表中到左边一地",
        "Year before; in the table, region on the left",
    )
    .hint("逐年", "year"),
    bind(
        "trend.right",
        &["Right", "l"],
        A::Right,
        "后一年；在表中到右边一地",
        "Year after; in the table, region on the right",
    )
    .hint("逐年", "year"),
    bind("trend.mode", &["m"], A::Trend(NextMode), "数值、指数、同比轮换", "Values, index and year on year in turn")
        .hint("指数/同比", "index/yoy"),
    bind(
        "trend.multiples",
        &["s"],
        A::Trend(Toggle(Form::Multiples)),
        "各地分开画，或画在一起",
        "Small multiples, or lines again",
    )
    .hint("分开", "apart"),
    bind("trend.table", &["t"], A::Trend(Toggle(Form::Table)), "列成表，或画成线", "As a table, or lines again")
        .hint("列表", "table"),
    bind(
        "trend.metric_before",
        &["<", ","],
        A::Trend(StepMetric(false)),
        "前一项有数据的指标",
        "The metric before that has figures here",
    )
    .hint("指标", "metric"),
    bind(
        "trend.metric_after",
        &[">", "."],
        A::Trend(StepMetric(true)),
        "后一项有数据的指标",
        "The next metric that has figures here",
    )
    .hint("指标", "metric"),
    bind(
        "trend.pin",
        &["Space"],
        A::Trend(Pin),
        "钉住或放开该地区（最多八个）",
        "Pin or unpin the region (eight at most)",
    )
    .hint("钉住", "pin"),
    bind("trend.open", &["Enter"], A::Open, "在概览中看该地区", "Go to the region in the overview")
        .hint("打开", "open"),
    bind("trend.back", &["Esc"], A::Back, "回到概览", "Back to the overview").hint("返回", "back"),
];
