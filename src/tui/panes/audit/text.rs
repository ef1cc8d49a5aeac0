//! The findings as text: for the clipboard and for files.

use super::{Answer, State};
use crate::{
    export::{Sheet, finding_sentence, findings_table},
    tui::look::Look,
};

/// All findings, a row each.
pub(crate) fn table(answer: Option<&Answer>, look: &Look) -> Option<Sheet> {
    let answer = answer.filter(|answer| !answer.findings.is_empty())?;
    Some(findings_table(look.atlas, &answer.findings, look.lang))
}

/// The chosen finding, cells separated by tabs.
pub(crate) fn row(state: &State, answer: Option<&Answer>, look: &Look) -> Option<String> {
    let finding = state.selected(answer?)?.clone();
    findings_table(look.atlas, &[finding], look.lang).tabbed(0)
}

/// Its arithmetic as a sentence.
pub(crate) fn cell(state: &State, answer: Option<&Answer>, look: &Look) -> Option<String> {
    Some(finding_sentence(look.atlas, state.selected(answer?)?, look.lang))
}
