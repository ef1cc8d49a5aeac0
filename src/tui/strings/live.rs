//! Words of reading, and of reading again what changed.

use super::words;

words! {
    /// Words of reading, and of reading again what changed.
    Live {
        /// Before so many of so many files.
        reading: "读入", "Reading";
        /// In place of figures while there are none yet.
        reading_first: "正在读入……", "Reading...";
        stop: "停止", "stop";
        read_again: "重新读入", "Read again:";
        gone: "移去", "gone:";
        unchanged: "已重新读入，没有变化", "Read again, nothing has changed";
        stopped: "已停止，按 C-r 读其余的；已读", "Stopped, C-r reads the rest; read";
        unread: "读不到，仍是先前的数据", "Nothing was read, this is what was known before";
        unwatched: "文件的变化不会被察觉，按 C-r 重新读入", "Changes of files go unnoticed, C-r reads them again";
    }
}
