//! Words of the map.

use super::words;

words! {
    /// Words of the map.
    Map {
        empty: "先选一个地区和一项指标", "Choose a region and a metric first";
        no_data: "无数据", "no data";
        /// Before what is told of some months of a year.
        part_year: "只有部分月份", "some months";
        /// Behind how many regions of how many.
        with_data: "地有数据", "with data";
        /// Behind it, where counties that belong to no prefecture stand beside prefectures.
        beside: "（含省直辖#）", " (# county-level)";
        /// Behind a region, of the regions in it.
        unplaced: "：各地的位置还不知道，画不出地图", ": where its regions lie is not known, so there is no map";
        /// Behind the key of the ranking.
        see_rank: "在排行里看同样的数据", "shows the same figures in order";
        /// How the shapes were made.
        made_up: "形状由中心与面积推得", "shapes: centre and area";
    }
}
