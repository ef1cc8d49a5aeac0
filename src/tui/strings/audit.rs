//! Words of the audit.

use super::words;

words! {
    /// Words of the audit.
    Audit {
        empty: "没有发现", "Nothing found";
    }
}
