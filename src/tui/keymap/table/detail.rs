//! Keys: Detail.

use super::super::{Binding, Context};
use crate::tui::action::Action as A;

const fn bind(
    name: &'static str,
    keys: &'static [&'static str],
    action: A,
    zh: &'static str,
    en: &'static str,
) -> Binding {
    Binding::new(Context::Detail, name, keys, action, zh, en)
}

pub(super) const BINDINGS: &[Binding] =
    &[bind("detail.left", &["Left", "h"], A::Left, "回到指标", "Back to the metrics").hint("返回", "back")];
