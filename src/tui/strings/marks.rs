//! What the marks mean that the help explains.

use super::words;

words! {
    /// What the marks mean that the help explains.
    Marks {
        title: "标记", "Marks";
        bound: "突破、以上、低于、以内、约", "above, at least, below, at most, about";
        target: "计划要达到的", "aimed at, not come about";
        forecast: "预计，尚未成为事实", "expected, not come about";
        damaged: "原文丢了数字，不作读取", "the text has lost digits; no value is read";
        doubt: "存疑：可能读错，理由见依据", "may be read wrongly; the evidence tells why";
        reviewed: "有人核准过；有人订正或添加的", "accepted by a person; corrected or added by one";
        place: "在前面那个范围里的位次", "place in the group before it";
        more: "指标名后：还有几条读数", "behind a metric: so many more figures";
        year: "年份与旁边的不同", "a year that differs from those beside it";
        better: "一行里较好的：同一年、同一范围的结果", "the better of a row, of results of one year and group";
        other_year: "另一年的，或只是目标，不与旁边的相比", "of another year or only aimed at: not set against the others";
        quarter: "排行的四分之一，由前到后", "quarters of a ranking, from the first to the last";
        moved: "比上一年升、降几位，只在两年都有的之间", "places up or down since the year before, among those with both";
        hollow: "走势里的空心：预计、目标或推算", "hollow in a trend: expected, aimed at or computed";
        pin: "钉住的地区，各有编号与颜色", "a pinned region, each with its number and colour";
    }
}
