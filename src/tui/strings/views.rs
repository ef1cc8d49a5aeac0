//! The names of the views.

use super::words;

words! {
    /// The names of the views.
    Views {
        overview: "概览", "Overview";
        compare: "对比", "Compare";
        rank: "排行", "Rank";
        trend: "走势", "Trend";
        map: "地图", "Map";
        sources: "来源", "Sources";
        audit: "核查", "Audit";
    }
}
