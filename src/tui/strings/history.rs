//! Words of going back and forward.

use super::words;

words! {
    /// Words of going back and forward.
    History {
        nothing_behind: "前面没有去过别处", "You have not been anywhere before";
        nothing_ahead: "后面没有别处", "There is nowhere to go forward to";
    }
}
