//! Words of the trend.

use super::words;

words! {
    /// Words of the trend.
    Trend {
        empty: "先选一项指标", "Choose a metric first";
        no_levels: "没有哪一年有数值；按 m 看同比，按 < 或 > 换一项指标", "No year has a value; press m for growth, < or > for another metric";
        no_base: "没有哪一年有两地都有数值，定不了基期；按 m 换一种看法", "No year in which two have a value can be 100; press m to look otherwise";
        no_growth: "没有同比，也推算不出；按 m 看数值，按 < 或 > 换一项指标", "No growth is told, nor can it be computed; press m for values, < or > for another metric";
        levels: "数值", "values";
        index: "指数", "index";
        growth: "同比", "year on year";
        /// What stands in braces is filled in.
        pinned: "钉住的 {count} 地", "{count} pinned";
        beside: "没有钉住地区：{region}与同级 {count} 地", "no pins: {region} and {count} beside it";
        alone: "没有钉住地区：{region}", "no pins: {region}";
        own_scales: "各地各用一把尺", "each on a scale of its own";
        cut: "纵轴不从零起", "the axis does not begin at zero";
        indexed: "均为推算", "all computed";
        without: "{count} 地没有数据", "{count} without data";
        points: "个百分点", "points";
        derived: "空心、斜体为推算", "hollow and italic: computed";
        at_cursor: "当年", "year";
        first: "最早", "first";
        least: "最低", "least";
        greatest: "最高", "greatest";
    }
}
