//! Words of the comparison.

use super::words;

words! {
    /// Words of the comparison.
    Compare {
        difference: "相差", "Diff.";
        ratio: "倍数", "Ratio";
        /// Growth of the first region less that of the second.
        growth_gap: "增速差", "Gr. gap";
        /// Of which regions difference, ratio and growth gap are, when there are more.
        first_two: "前两地", "1 vs 2";
        /// Behind a ratio.
        times: "倍", "x";
        /// Behind percentage points.
        points: "点", "pp";
        /// Behind the year of all cells that do not tell theirs.
        unless_noted: "年，另注除外", " unless noted";
        all_have: "各地都有", "all have";
        some_have: "部分地区有", "some have";
        alone: "没有可比的", "nothing to compare";
        by_shared: "共有在先", "shared first";
        by_gap: "差距大在先", "widest gap first";
        /// Of rows without a gap, when the widest comes first.
        no_gap: "不按差距排的", "Not ordered by gap";
        same_year: "同年", "same year";
        latest_each: "各取最新", "latest of each";
        only_common: "只看共有", "common only";
        nothing_common: "这些地区没有共同的指标", "These regions have no metric in common";
        /// The title of the search for a region to put beside the others, and what to type there.
        add: "添加地区", "Add a region";
        add_hint: "名称、拼音、首字母或代码；下面是同级的地区", "name, pinyin, initials or code; its peers stand below";
        /// Where one region stands alone.
        add_another: "按 a 添加对比的地区", "Press a to add a region";
    }
}
