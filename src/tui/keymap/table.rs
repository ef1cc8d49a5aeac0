//! All keys, a file a context.

/// Makes a function `bind` for the keys of one context.
macro_rules! bind_in {
    ($context:ident) => {
        const fn bind(
            name: &'static str,
            keys: &'static [&'static str],
            action: $crate::tui::action::Action,
            zh: &'static str,
            en: &'static str,
        ) -> $crate::tui::keymap::Binding {
            $crate::tui::keymap::Binding::new($crate::tui::keymap::Context::$context, name, keys, action, zh, en)
        }
    };
}

mod acts;
mod audit;
mod compare;
mod correct;
mod detail;
mod everywhere;
mod filter;
mod form;
mod line;
mod list;
mod map;
mod metrics;
mod overview;
mod page;
mod palette;
mod pick;
mod rank;
mod search;
mod sources;

mod text;
mod themes;
mod tree;
mod trend;

use super::{Binding, Context, Words};
use crate::tui::action::Action;

impl Binding {
    /// A binding that the hint line does not show.
    const fn new(
        context: Context,
        name: &'static str,
        keys: &'static [&'static str],
        action: Action,
        zh: &'static str,
        en: &'static str,
    ) -> Self {
        Self { context, name, keys, action, does: Words(zh, en), hint: None }
    }

    /// Names the binding in the hint line.
    const fn hint(mut self, zh: &'static str, en: &'static str) -> Self {
        self.hint = Some(Words(zh, en));
        self
    }
}

/// All bindings, context by context; inside one in the order in which hints and help show them.
pub(super) const TABLES: &[&[Binding]] = &[
    tree::BINDINGS,
    filter::BINDINGS,
    metrics::BINDINGS,
    detail::BINDINGS,
    compare::BINDINGS,
    rank::BINDINGS,
    trend::BINDINGS,
    map::BINDINGS,
    sources::BINDINGS,
    page::BINDINGS,
    pick::BINDINGS,
    audit::BINDINGS,
    list::BINDINGS,
    overview::BINDINGS,
    everywhere::BINDINGS,
    correct::BINDINGS,
    form::BINDINGS,
    acts::BINDINGS,
    text::BINDINGS,
    themes::BINDINGS,
    search::BINDINGS,
    palette::BINDINGS,
    line::BINDINGS,
];
