//! The answers that the screen shows, each with the question it answers.

use super::{
    archive::Archive,
    panes::{
        detail::{self, Detail, DetailOf},
        evidence::Evidence,
        search::{MOST_HITS, Preview},
    },
    state::{State, View, Window},
};
use crate::{
    index::FigureId,
    query::{Compare, Comparison, Hit, Profile, ProfileOf, Target},
};

/// An answer with its question.
#[derive(Debug)]
pub(crate) struct Asked<Q, A>(Option<(Q, A)>);

impl<Q, A> Default for Asked<Q, A> {
    fn default() -> Self {
        Self(None)
    }
}

impl<Q: PartialEq, A> Asked<Q, A> {
    /// Puts the question unless it is the one that was put before; true when the answer changed.
    fn follow(&mut self, question: Option<Q>, ask: impl FnOnce(&Q) -> A) -> bool {
        if question.as_ref() == self.0.as_ref().map(|(question, _)| question) {
            return false;
        }
        self.0 = question.map(|question| {
            let answer = ask(&question);
            (question, answer)
        });
        true
    }

    /// The answer, if there is a question.
    pub(crate) fn answer(&self) -> Option<&A> {
        self.0.as_ref().map(|(_, answer)| answer)
    }
}

/// The answers that the screen shows.
#[derive(Debug, Default)]
pub(crate) struct Answers {
    pub(crate) profile: Asked<ProfileOf, Profile>,
    pub(crate) detail: Asked<DetailOf, Detail>,
    pub(crate) evidence: Asked<FigureId, Evidence>,
    pub(crate) comparison: Asked<Compare, Comparison>,
    pub(crate) hits: Asked<String, Vec<Hit>>,
    pub(crate) preview: Asked<(Target, Option<u16>), Preview>,
}

impl Answers {
    /// Puts the questions that follow from the state, each only when it has changed, and lets the panes
    /// take the answers that have.
    pub(crate) fn follow(&mut self, state: &mut State, archive: &Archive) {
        let atlas = &archive.atlas;
        let year = state.year;
        let region = state.tree.selected();
        if self.profile.follow(region.map(|region| ProfileOf { region, year }), |query| query.ask(atlas))
            && let Some(profile) = self.profile.answer()
        {
            state.table.follow(profile);
        }

        let row = self.profile.answer().and_then(|profile| state.table.selected(profile)).cloned();
        let detail = region.zip(row).map(|(region, row)| DetailOf { region, row, year });
        let changed = self.detail.follow(detail, |query| query.ask(atlas));
        if changed {
            state.detail = detail::State::default();
        }

        let compare = (state.view == View::Compare).then(|| Compare {
            regions: state.compared.clone(),
            year,
            common_only: state.compare.common_only,
        });
        if self.comparison.follow(compare, |query| query.ask(atlas))
            && let Some(comparison) = self.comparison.answer()
        {
            state.compare.follow(comparison);
        }

        let figure = match (state.view, self.comparison.answer(), self.detail.answer()) {
            (View::Compare, Some(comparison), _) => state.compare.selected(comparison).map(|reading| reading.id),
            (View::Overview, _, Some(detail)) => {
                detail.figures.get(state.detail.scroll.cursor).map(|reading| reading.id)
            }
            _ => None,
        };
        self.evidence.follow(figure, |figure| Evidence::of(*figure, atlas, |source| archive.document(source)));

        let searching = state.window == Some(Window::Search);
        let text = state.search.input.value().trim();
        let text = (searching && !text.is_empty()).then(|| text.to_owned());
        self.hits.follow(text, |text| archive.search().find(text, MOST_HITS));
        let hit = self.hits.answer().and_then(|hits| state.search.selected(hits));
        self.preview.follow(hit.map(|hit| (hit.target, year)), |(target, year)| Preview::of(*target, *year, atlas));
    }

    /// The hits of the search, none before something is typed.
    pub(crate) fn hits(&self) -> &[Hit] {
        self.hits.answer().map_or(&[], Vec::as_slice)
    }
}
