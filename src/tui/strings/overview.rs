//! Words of the overview.

use super::words;

words! {
    /// Words of the overview.
    Overview {
        empty: "没有数据", "No figures";
    }
}
