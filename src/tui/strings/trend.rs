//! Words of the trend.

use super::words;

words! {
    /// Words of the trend.
    Trend {
        empty: "没有可以画的数据", "Nothing to draw";
    }
}
