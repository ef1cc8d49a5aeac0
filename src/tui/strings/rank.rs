//! Words of the ranking.

use super::words;

words! {
    /// Words of the ranking.
    Rank {
        empty: "没有可以排行的数据", "Nothing to rank";
    }
}
