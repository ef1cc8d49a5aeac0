//! Words of the palette and of the box of what may follow.

use super::words;

words! {
    /// Words of the palette and of the box of what may follow.
    Palette {
        title: "命令", "Commands";
        hint: "要做什么：对比 · 排行 · 导出 · 2023", "what to do: compare, rank, export, 2023";
        /// Before a year that can be chosen.
        only_year: "只看", "Only";
        /// Before the context in which an action works.
        only_in: "仅在", "only in";
        /// Before the context in which an action works that does not work here.
        works_in: "这个动作仅用于：", "That works only in:";
    }
}
