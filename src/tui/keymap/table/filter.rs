//! Keys: Filter.

use super::super::Binding;
use crate::tui::{action::Action as A, widgets::scroll::Step};

bind_in!(Filter);

pub(super) const BINDINGS: &[Binding] = &[
    bind("filter.move_up", &["Up", "C-p"], A::Move(Step::Up), "上一行", "A row up").hint("移动", "move"),
    bind("filter.move_down", &["Down", "C-n"], A::Move(Step::Down), "下一行", "A row down").hint("移动", "move"),
    bind("filter.move_page_up", &["PgUp"], A::Move(Step::PageUp), "上一页", "A page up"),
    bind("filter.move_page_down", &["PgDn"], A::Move(Step::PageDown), "下一页", "A page down"),
    bind("filter.keep", &["Enter", "Tab"], A::Open, "保留筛选，回到列表", "Keep the filter and go on in the list")
        .hint("保留", "keep"),
    bind("filter.clear", &["Esc", "C-g"], A::Back, "取消筛选", "Take the filter away").hint("取消", "clear"),
];
