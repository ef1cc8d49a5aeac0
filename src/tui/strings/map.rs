//! Words of the map.

use super::words;

words! {
    /// Words of the map.
    Map {
        empty: "没有可以上图的数据", "Nothing to map";
    }
}
