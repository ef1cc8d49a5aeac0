//! Words of the audit.

use super::words;

words! {
    /// Words of the audit.
    Audit {
        /// All regions are asked for.
        everything: "全部", "everything";
        /// The figures are being set against each other.
        under_way: "核查中…", "checking…";
        failed: "核查出错，没有完成", "The audit failed";
    }
}
