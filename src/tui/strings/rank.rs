//! Words of the ranking.

use super::words;

words! {
    /// Words of the ranking.
    Rank {
        empty: "这里没有可以排行的数据；按 < 或 > 换一项指标", "Nothing to rank here; press < or > for another metric";
        empty_year: "这一年没有可以排行的数据；按 [ 或 ] 换一年", "Nothing to rank in this year; press [ or ] for another";
        empty_order: "这样没有可以排行的数据；按 b 换数值或同比来排", "Nothing to rank so; press b for the order of values or growth";
        by_level: "按数值", "by value";
        by_growth: "按同比", "by growth";
        moved: "升降", "move";
        above: "上级", "Within";
        claimed: "报告称", "Reported";
        counties: "县级", "counties";
        prefectures: "地级", "prefectures";
        provinces: "省级", "provinces";
        /// What stands in braces is filled in.
        counted: "{level} {all} 地，{have} 地有数据", "{have} of {all} {level} have data";
        part_year: "另有 {count} 地只有部分月份", "{count} more with some months only";
        /// Below the entries, before who they are.
        part_year_list: "只有部分月份，不入排行：", "Some months only, not in the order: ";
        mixed: "各取最新，年份不一", "latest of each, years differ";
        mixed_short: "年份不一", "years differ";
        middle: "平均 {mean} · 中位 {median}（推算）", "mean {mean} · median {median} (computed)";
        moves: "升降比 {year} 年，{count} 地两年都有数据", "moves since {year} among the {count} with both years";
    }
}
