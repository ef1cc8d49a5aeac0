//! Words of writing what is shown into a file.

use super::words;

words! {
    /// Words of writing what is shown into a file.
    Export {
        nothing: "这里没有可写入文件的", "There is nothing here to write into a file";
        no_picture: "没有图可存：对比、排行、走势、地图才有", "There is no picture here; compare, rank, trend and map have one";
    }
}
