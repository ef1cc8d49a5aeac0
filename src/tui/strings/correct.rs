//! Words of corrections.

use super::words;

words! {
    /// Words of corrections.
    Correct {
        /// What is done to a reading.
        change: "订正", "Correct";
        add: "添加", "Add";
        reject: "剔除", "Reject";
        annotate: "备注", "Note";
        accept: "核准", "Accept";
        undo: "撤销", "Undo";
        title: "订正记录", "Corrections";
        /// Names of fields that stand nowhere else.
        measure: "含义", "Measure";
        bound: "界限", "Bound";
        note: "缘由", "Why";
        /// How a number can bound a value.
        exactly: "= 恰为", "= exactly";
        above: "> 超过", "> above";
        at_least: "≥ 不低于", ">= at least";
        below: "< 低于", "< below";
        at_most: "≤ 不超过", "<= at most";
        about: "~ 约", "~ about";
        /// Before so many fields.
        changed: "已改", "changed";
        /// Before what stood in a field.
        was: "原为", "was";
        unchosen: "（未选）", "(not chosen)";
        /// Why a field cannot be saved.
        unknown_region: "没有这个地区", "no such region";
        several_regions: "个地区同名，补上上级", "are called so: name the one above";
        no_metric: "缺指标名", "no metric";
        unknown_metric: "没有这个指标（Tab 补全）", "no such metric (Tab)";
        no_measure: "请选含义", "choose one";
        no_number: "缺数值", "no number";
        not_number: "不是数", "not a number";
        not_period: "不成时期", "not a period";
        /// What can be typed or chosen.
        help_region: "名称、拼音、首字母或代码；文中未说明就空着。", "Name, pinyin, initials or code; empty where the text does not tell.";
        help_metric: "名称、别名、拼音、首字母或英文；表外的指标用原文的说法。", "Name, alias, pinyin, initials or English; what is in no table keeps the words of the text.";
        help_choice: "←→ 或首字选择。", "Left and Right choose, or the first letter.";
        help_value: "按单位写的数；比例写作 8.3:42.9:48.8。", "The number in its unit; a proportion as 8.3:42.9:48.8.";
        help_unit: "照原文写：亿元、%、个百分点、位。", "As it is written, for example % or the Chinese unit.";
        help_period: "2024、2021/2025 或 2024-01/2024-09；文中未说明就空着。", "2024, 2021/2025 or 2024-01/2024-09; empty where the text does not tell.";
        help_scope: "位次、差距、占比所比的范围，如全省县域。", "The group that a place, gap or share is of.";
        help_base: "增速、增减相对于什么：同比、年均或原文的说法。", "What a growth or change is against: YoY, avg or the words of the text.";
        help_note: "为什么这样改，可以不写。", "Why; may be left empty.";
        help_remark: "关于这个数据要说的话；数据本身不变。", "What is to be said of the figure, which stays as it is.";
        complete: "补全", "completes";
        another: "下一个", "next";
        /// How the form stands.
        leaving: "有改动没有保存。再按 Esc 放弃，回车保存。", "There are changes that are not saved. Esc again drops them, Enter saves.";
        saving: "正在保存……", "Saving...";
        saved: "已保存", "Saved:";
        unsaved: "没有保存", "Not saved";
        unchanged: "没有改动可保存", "Nothing is changed";
        wrong: "有字段不对，未保存", "A field is wrong, nothing is saved";
        nothing: "这个数据没有可撤销的订正", "No correction of this figure is in force";
        none: "还没有订正。在数据上按", "There are no corrections yet. On a figure, press";
        as_read: "此处不含订正（--as-read），也不能订正", "Started with --as-read: no correction is shown, and none can be made";
        not_there: "这个数据不在已打开的数据里", "The figure is not among those that are open";
        /// The numbers of a text that nothing was read from.
        unread: "未读出的数", "Numbers not read";
        no_unread: "原文中没有未读出的数", "The text has no number that was not read";
        no_text: "手头没有原文，无从添加", "The text is not at hand, nothing can be added";
        enter_adds: "回车添加这个数，n N 换一个。", "Enter adds this number, n and N go to others.";
        undo_brings_back: "u 恢复它；回车从这里另添一个数据。", "u brings it back; Enter adds another figure from it.";
        /// What became of an act.
        applied: "有效", "in force";
        reanchored: "随原文移位", "moved with the text";
        aside: "搁置", "set aside";
        absent: "文件未打开", "not opened";
        superseded: "已被后来的取代", "superseded";
        undone: "已撤销", "undone";
        /// Who is not told.
        somebody: "（未署名）", "(no name)";
    }
}
