//! Words of the comparison.

use super::words;

words! {
    /// Words of the comparison.
    Compare {
        empty: "没有数据", "No figures";
    }
}
