//! Every word of the interface, in Chinese and in English.

pub use crate::model::Language as Lang;
