//! Words of the sources.

use super::words;

words! {
    /// Words of the sources.
    Sources {
        empty: "没有来源", "No sources";
    }
}
