//! Words of the overview.

use super::{fill, words};

words! {
    /// Words of the overview.
    Overview {
        /// Before the text that narrows the tree.
        filter: "筛选", "Filter";
        /// What can be typed there.
        filter_hint: "名称或拼音", "name, pinyin";
        no_region_fits: "没有这样的地区", "No such region";
        /// Regions that there is no room for, before and behind those that are shown.
        more_above: "前有#地", "# more above";
        more_below: "后有#地", "# more below";
        /// The mean of what so many regions have, in full and short.
        average_of: "#地均值", "mean of #";
        average: "均值", "mean";
        /// Behind a place: among how many it is.
        among: "/#地有数据", " of # with data";
        /// Instead of a place.
        with_data: " #地有数据", " # with data";
        /// How many there are in all.
        of_all: "，共#地", " (of #)";
        /// Before a place that a report claims.
        claimed: "通报", "Claim";
        /// The kinds of figures; the last are neither values nor growth nor places.
        values: "数值", "Values";
        growth: "增速", "Growth";
        places: "位次", "Places";
        further: "其他", "Further";
    }
}

impl Overview {
    /// How many regions there is no room for.
    pub(crate) fn more(&self, above: usize, below: usize) -> String {
        let told = [(self.more_above, above), (self.more_below, below)].into_iter().filter(|(_, regions)| *regions > 0);
        told.map(|(word, regions)| fill(word, regions)).collect::<Vec<_>>().join(" · ")
    }
}
