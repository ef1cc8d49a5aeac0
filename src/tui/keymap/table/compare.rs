//! Keys: Compare.

use super::super::Binding;
use crate::tui::{
    action::Action as A,
    panes::compare::Action::{
        Add, Drop, MakeBase, MoveLeft, MoveRight, NextGroup, PreviousGroup, Swap, ToggleAlign, ToggleCommon,
        ToggleOrder,
    },
};

bind_in!(Compare);

pub(super) const BINDINGS: &[Binding] = &[
    bind("compare.left", &["Left", "h"], A::Left, "左边一列", "Column on the left").hint("换列", "column"),
    bind("compare.right", &["Right", "l"], A::Right, "右边一列", "Column on the right").hint("换列", "column"),
    bind(
        "compare.open",
        &["Enter"],
        A::Open,
        "到概览看该地区的这项指标",
        "To the metric in the overview of the region",
    )
    .hint("前往", "go"),
    bind(
        "compare.common",
        &["o"],
        A::Compare(ToggleCommon),
        "只看两地以上共有的指标，或看全部",
        "Only what two or more have, or everything",
    )
    .hint("共有", "common"),
    bind(
        "compare.sort",
        &["s"],
        A::Compare(ToggleOrder),
        "差距大的在先，或共有的在先",
        "Widest gap first, or what most have",
    )
    .hint("排序", "sort"),
    bind(
        "compare.align",
        &["="],
        A::Compare(ToggleAlign),
        "同一年相比，或各取最新",
        "All of the same year, or each in its latest",
    )
    .hint("同年", "align"),
    bind(
        "compare.swap",
        &["w"],
        A::Compare(Swap),
        "与首列对调（在首列则与次列）",
        "Swap with the first column, or the first with the second",
    )
    .hint("对调", "swap"),
    bind(
        "compare.base",
        &["b"],
        A::Compare(MakeBase),
        "把这一列作为首列，差与比以它为准",
        "Make the column the first, which the others are set against",
    ),
    bind("compare.move_left", &["<"], A::Compare(MoveLeft), "这一列左移", "Move the column to the left")
        .hint("移列", "order"),
    bind("compare.move_right", &[">"], A::Compare(MoveRight), "这一列右移", "Move the column to the right")
        .hint("移列", "order"),
    bind("compare.add", &["a"], A::Compare(Add), "添加地区", "Put another region beside them").hint("添加", "add"),
    bind("compare.drop", &["x", "Space"], A::Compare(Drop), "放开这一列的地区", "Unpin the region of the column")
        .hint("放开", "unpin"),
    bind(
        "compare.units",
        &["U"],
        A::Units,
        "单位：照原文，或统一为亿元、万元、元",
        "Units: as written, or all in 100 million, 10 thousand or single yuan",
    ),
    bind("compare.next_category", &["}"], A::Compare(NextGroup), "下一类", "Next category"),
    bind("compare.previous_category", &["{"], A::Compare(PreviousGroup), "上一类", "Category before"),
    bind("compare.back", &["Esc", "c"], A::Back, "回到概览", "Back to the overview").hint("返回", "back"),
];
