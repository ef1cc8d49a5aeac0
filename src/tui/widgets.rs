//! What the panes are drawn with: text, frames, lists, bars, sparklines and lines.

pub(crate) mod bar;
pub(crate) mod chart;
pub(crate) mod excerpt;
pub(crate) mod flow;
pub(crate) mod frame;
pub(crate) mod input;
pub(crate) mod lines;
pub(crate) mod map;
pub(crate) mod pieces;
pub(crate) mod scroll;
pub(crate) mod text;
pub(crate) mod typeset;
