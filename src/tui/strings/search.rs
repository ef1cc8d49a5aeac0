//! Words of the search.

use super::words;

words! {
    /// Words of the search.
    Search {
        /// A metric of a region.
        figure: "数据", "Figure";
        /// Above what was looked for before.
        recent: "最近搜索", "Recent searches";
        /// Behind a number of regions, and of metrics.
        regions: "个地区", "regions";
        metrics: "项指标", "metrics";
        lacks: "这个地区没有这项指标", "This region does not have this metric";
    }
}
