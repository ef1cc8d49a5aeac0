//! The findings as text: for the clipboard and for files.

use super::Answer;
use crate::{
    export::{Sheet, findings_table},
    tui::look::Look,
};

/// All findings, a row each.
pub(crate) fn table(answer: Option<&Answer>, look: &Look) -> Option<Sheet> {
    let answer = answer.filter(|answer| !answer.findings.is_empty())?;
    Some(findings_table(look.atlas, &answer.findings, look.lang))
}
