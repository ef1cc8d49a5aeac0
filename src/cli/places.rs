//! The folders of the program: where the configuration lies and where it keeps what it remembers.

use std::{
    env,
    path::{Path, PathBuf},
};

use etcetera::BaseStrategy;

use crate::ledger;

/// The name of both folders.
const NAME: &str = "xianzhi";

/// The folder with the configuration and the user's themes: `$XDG_CONFIG_HOME/xianzhi`, and on Windows
/// that of roaming data. `None` where there is no home.
pub(super) fn config_folder() -> Option<PathBuf> {
    Some(etcetera::choose_base_strategy().ok()?.config_dir().join(NAME))
}

/// The file with the configuration: the one that `XIANZHI_CONFIG` names, or `config.toml` in its folder.
pub(super) fn config_file() -> Option<PathBuf> {
    let named = env::var_os("XIANZHI_CONFIG").filter(|path| !path.is_empty());
    named.map(PathBuf::from).or_else(|| Some(config_folder()?.join("config.toml")))
}

/// The folder with the user's own themes, beside the configuration file.
pub(super) fn themes_folder(config_file: &Path) -> Option<PathBuf> {
    Some(config_file.parent()?.join("themes"))
}

/// The folder of what is remembered from one start to the next: `$XDG_STATE_HOME/xianzhi`, and that of the
/// program's data where there is none for state. `None` where there is no home.
pub(super) fn state_folder() -> Option<PathBuf> {
    let folders = etcetera::choose_base_strategy().ok()?;
    Some(folders.state_dir().unwrap_or_else(|| folders.data_dir()).join(NAME))
}

/// The ledger of corrections of the figures that the program carries: `$XDG_DATA_HOME/xianzhi/corrections.jsonl`.
/// `None` where there is no home.
pub(super) fn ledger() -> Option<PathBuf> {
    Some(etcetera::choose_base_strategy().ok()?.data_dir().join(NAME).join(ledger::FILE))
}
