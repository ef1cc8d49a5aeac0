//! The answers that the screen shows, each with the question it answers.

use super::{
    archive::Archive,
    awaited::Awaited,
    panes::{
        audit,
        detail::{Detail, DetailOf},
        evidence::Evidence,
        form, map, page, palette, rank,
        search::{MOST_HITS, Preview, Purpose, neighbours},
        sources, trend,
    },
    state::{State, View, Window},
};
use crate::{
    index::{Atlas, FigureId},
    query::{Compare, Comparison, Hit, Profile, ProfileOf, Target},
};

/// Most figures that are audited before the next frame; what takes longer is done beside the loop.
const AT_ONCE: usize = 500;

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
    pub(crate) rank: Asked<rank::Question, rank::Answer>,
    pub(crate) trend: Asked<trend::Question, trend::Answer>,
    pub(crate) map: Asked<map::Question, map::Answer>,
    pub(crate) sources: Asked<(), sources::Answer>,
    pub(crate) page: Asked<page::Question, page::Page>,
    pub(crate) audit: Awaited<audit::Question, audit::Answer>,
    pub(crate) hits: Asked<(Purpose, String), Vec<Hit>>,
    pub(crate) preview: Asked<(Target, Option<u16>), Preview>,
    pub(crate) palette: Asked<palette::Question, palette::Answer>,
    suggestions: Asked<form::Question, Vec<form::Suggestion>>,
}

impl Answers {
    /// Puts the questions that follow from the state, each only when it has changed, and lets the panes
    /// take the answers that have.
    pub(crate) fn follow(&mut self, state: &mut State, archive: &Archive) {
        let atlas = &archive.atlas;
        let year = state.year;
        let region = state.tree.selected();
        let changed = self.profile.follow(region.map(|region| ProfileOf { region, year }), |query| query.ask(atlas));
        if let Some(profile) = self.profile.answer()
            && (changed || state.table.is_stale(state.lang))
        {
            state.table.follow(profile, atlas, state.lang);
        }

        let row = self.profile.answer().and_then(|profile| state.table.selected(profile)).cloned();
        let detail = region.zip(row).map(|(region, row)| DetailOf { region, row, year });
        if self.detail.follow(detail, |query| query.ask(atlas))
            && let Some(detail) = self.detail.answer()
        {
            state.detail.follow(detail);
        }

        let compare = (state.view == View::Compare).then(|| state.compare.question(&state.compared, year));
        if self.comparison.follow(compare, |query| query.ask(atlas))
            && let Some(comparison) = self.comparison.answer()
        {
            state.compare.follow(comparison);
        }

        self.follow_views(state, atlas);
        self.follow_sources(state, archive);

        let figure = self.figure(state);
        self.evidence.follow(figure, |figure| {
            Evidence::of(*figure, atlas, |source| archive.document(source), &archive.corrections)
        });

        let palette = (state.window == Some(Window::Palette)).then(|| palette::Question {
            text: state.palette.input.value().to_owned(),
            context: state.beneath(),
            lang: state.lang,
            years: atlas.years().to_vec(),
        });
        self.palette.follow(palette, palette::Question::ask);

        let typed = state.form.as_ref().and_then(form::Question::of);
        self.suggestions.follow(typed, |typed| typed.ask(atlas, || archive.region_names(), || archive.search()));

        let searching = state.window == Some(Window::Search);
        let (purpose, text) = (state.search.purpose, state.search.input.value().trim());
        let sought = searching && (!text.is_empty() || purpose == Purpose::PutBeside);
        self.hits.follow(sought.then(|| (purpose, text.to_owned())), |(purpose, text)| {
            if text.is_empty() {
                return neighbours(&state.compared, atlas);
            }
            archive.search().find(atlas, purpose.scope(), text, MOST_HITS)
        });
        let hit = self.hits.answer().and_then(|hits| state.search.selected(hits));
        self.preview.follow(hit.map(|hit| (hit.target, year)), |(target, year)| Preview::of(*target, *year, atlas));
    }

    /// Puts the question of the view on the screen, of those that have the screen for themselves.
    fn follow_views(&mut self, state: &mut State, atlas: &Atlas) {
        let chosen = state.chosen();
        macro_rules! follow {
            ($($view:ident $pane:ident),*) => { match state.view {
                View::Overview | View::Compare | View::Sources | View::Audit => {}
                $(View::$view => {
                    let question = $pane::Question::of(&state.$pane, &chosen);
                    if self.$pane.follow(question, |question| question.ask(atlas))
                        && let Some(answer) = self.$pane.answer()
                    {
                        state.$pane.follow(answer);
                    }
                })*
            } };
        }
        follow!(Rank rank, Trend trend, Map map);
        if state.view == View::Audit {
            let question = audit::Question::of(&state.audit, &chosen);
            // To set everything against everything takes a while where there is much.
            let at_once = atlas.len() <= AT_ONCE;
            if self.audit.follow(question, |question| at_once.then(|| question.ask(atlas)))
                && let Some(answer) = self.audit.answer()
            {
                state.audit.follow(answer);
            }
        }
    }

    /// Puts the questions of the documents, which also ask what is at hand.
    fn follow_sources(&mut self, state: &mut State, archive: &Archive) {
        if state.view != View::Sources {
            return;
        }
        let atlas = &archive.atlas;
        let at_hand = |source: &str| archive.document(source).is_some();
        let changed = self.sources.follow(Some(()), |()| sources::Answer::of(atlas, at_hand));
        if let Some(answer) = self.sources.answer()
            && (changed || state.sources.is_stale(state.year))
        {
            let (region, year) = (state.region(), state.year);
            state.sources.follow(answer, region, year);
        }
        let open = page::Question::of(&state.page);
        let document = |source: &str| archive.document(source);
        if self.page.follow(open, |question| question.ask(atlas, document, (&archive.notices, &archive.corrections))) {
            state.page.follow();
        }
    }

    /// The figure of the cursor, whose evidence is shown.
    pub(crate) fn figure(&self, state: &State) -> Option<FigureId> {
        match state.view {
            View::Overview => state.detail.selected(self.detail.answer()?).map(|reading| reading.id),
            View::Compare => state.compare.cell(self.comparison.answer()?).map(|cell| cell.reading.id),
            View::Rank => self.rank.answer()?.figure(&state.rank),
            View::Trend => self.trend.answer()?.figure(&state.trend),
            View::Map => self.map.answer()?.figure(&state.map),
            View::Sources => state.page.chosen(self.page.answer()?),
            View::Audit => self.audit.answer()?.figure(&state.audit),
        }
    }

    /// Names that what is typed in the form may mean.
    pub(crate) fn suggestions(&self) -> &[form::Suggestion] {
        self.suggestions.answer().map_or(&[], Vec::as_slice)
    }

    /// The hits of the search, none before something is typed.
    pub(crate) fn hits(&self) -> &[Hit] {
        self.hits.answer().map_or(&[], Vec::as_slice)
    }
}
