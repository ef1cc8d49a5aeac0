//! Words of the overview.

use super::words;

words! {
    /// Words of the overview.
    Overview {
        /// Before the text that narrows the tree.
        filter: "筛选", "Filter";
        /// What can be typed there.
        filter_hint: "名称或拼音", "name, pinyin";
        no_region_fits: "没有这样的地区", "No such region";
    }
}
