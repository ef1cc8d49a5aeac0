//! The panes: each a state and a view of its own; none knows another.

pub(crate) mod acts;
pub(crate) mod audit;
pub(crate) mod compare;
pub(crate) mod detail;
pub(crate) mod evidence;
pub(crate) mod form;
pub(crate) mod hint;
pub(crate) mod map;
pub(crate) mod page;
pub(crate) mod palette;
pub(crate) mod pending;
pub(crate) mod progress;
pub(crate) mod rank;
pub(crate) mod search;
pub(crate) mod sources;
pub(crate) mod table;
pub(crate) mod text;
pub(crate) mod themes;
pub(crate) mod top;
pub(crate) mod tree;
pub(crate) mod trend;
