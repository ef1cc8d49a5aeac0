//! Keys: Map.

use super::super::Binding;
use crate::{
    query::map::Direction,
    tui::{
        action::Action as A,
        panes::map::Action::{Go, Narrow, NextLevel, Pin, StepMetric, ToggleGrowth, Widen},
        widgets::scroll::Step,
    },
};

bind_in!(Map);

pub(super) const BINDINGS: &[Binding] = &[
    bind("map.up", &["Up", "k"], A::Map(Go(Direction::Up)), "到北边的地区", "To the region in the north"),
    bind("map.down", &["Down", "j"], A::Map(Go(Direction::Down)), "到南边的地区", "To the region in the south"),
    bind("map.left", &["Left", "h"], A::Left, "到西边的地区", "To the region in the west").hint("移动", "move"),
    bind("map.right", &["Right", "l"], A::Right, "到东边的地区", "To the region in the east").hint("移动", "move"),
    bind("map.before", &["PgUp", "C-b"], A::Move(Step::PageUp), "到前一名", "To the region one place before"),
    bind("map.after", &["PgDn", "C-f"], A::Move(Step::PageDown), "到后一名", "To the region one place behind"),
    bind("map.first", &["g", "Home"], A::Move(Step::First), "到第一名", "To the first place"),
    bind("map.last", &["G", "End"], A::Move(Step::Last), "到最后一名", "To the last place"),
    bind("map.widen", &["-"], A::Map(Widen), "放宽到上一级地区", "Show the wider region around").hint("放宽", "wider"),
    bind(
        "map.narrow",
        &["+", "="],
        A::Map(Narrow),
        "收窄到下一级地区，或进入所选的市",
        "Show the narrower region, or what lies in the chosen prefecture",
    )
    .hint("收窄", "narrower"),
    bind("map.level", &["Tab"], A::Map(NextLevel), "换一级地区：县、地", "Counties, or prefectures")
        .hint("级别", "level"),
    bind("map.by_growth", &["b"], A::Map(ToggleGrowth), "按同比着色，或按数值", "Shade by growth, or by value")
        .hint("按同比", "growth"),
    bind(
        "map.metric_before",
        &["<", ","],
        A::Map(StepMetric(false)),
        "前一项有数据的指标",
        "The metric before that has figures here",
    )
    .hint("指标", "metric"),
    bind(
        "map.metric_after",
        &[">", "."],
        A::Map(StepMetric(true)),
        "后一项有数据的指标",
        "The next metric that has figures here",
    )
    .hint("指标", "metric"),
    bind("map.pin", &["Space"], A::Map(Pin), "钉住或放开该地区（最多八个）", "Pin or unpin the region (eight at most)")
        .hint("钉住", "pin"),
    bind("map.open", &["Enter"], A::Open, "在概览中看该地区", "Go to the region in the overview").hint("打开", "open"),
    bind("map.back", &["Esc"], A::Back, "回到概览", "Back to the overview").hint("返回", "back"),
];
