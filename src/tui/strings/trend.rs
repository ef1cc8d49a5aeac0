//! Words of the trend.

use super::words;

words! {
    /// Words of the trend.
    Trend {
        empty: "先选一项指标", "Choose a metric first";
        no_years: "没有哪一年有数值或同比；按 < 或 > 换一项指标", "No year has a value or a growth; press < or > for another metric";
        /// What is shown instead of what was asked for.
        growth_instead: "没有数值，看的是同比", "no values: year on year instead";
        levels_instead: "没有同比，看的是数值", "no growth: values instead";
        no_base: "没有哪一年有两地都有数值，定不了基期；按 m 换一种看法", "No year in which two have a value can be 100; press m to look otherwise";
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
