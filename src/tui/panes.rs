//! The panes: each a state and a view of its own; none knows another.

pub(crate) mod compare;
pub(crate) mod detail;
pub(crate) mod evidence;
pub(crate) mod hint;
pub(crate) mod search;
pub(crate) mod table;
pub(crate) mod text;
pub(crate) mod top;
pub(crate) mod tree;
