//! Words of reading, and of reading again what changed.

use super::words;

words! {
    /// Words of reading, and of reading again what changed.
    Live {
        /// Before so many of so many files.
        reading: "读入", "Reading";
        /// In place of figures while there are none yet.
        reading_first: "正在读入", "Reading";
        files: "份", "files";
        stop: "停止", "stop";
        stop_and_look: "停止，看已读的", "stop, and see what was read";
        read_again: "重新读入", "Read again:";
        gone: "移去", "gone:";
        unchanged: "已重新读入，没有变化", "Read again, nothing has changed";
        /// Before so many of so many files, then a key.
        stopped: "已停止，已读", "Stopped after";
        rest: "读其余的", "reads the rest";
        unread: "读不到，仍是先前的数据", "Nothing was read, this is what was known before";
        /// Before a key, then why.
        unwatched: "文件的变化不会被察觉", "Changes of files go unnoticed";
        again: "重新读入", "reads them again";
    }
}
