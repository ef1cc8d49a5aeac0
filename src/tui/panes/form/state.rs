//! What stands in the form, where its cursor is, and whether it is being saved.

use tui_input::InputRequest;

use super::{
    Field, Problem, Suggestion,
    field::{BOUNDS, MEASURES, STATUSES},
    fill,
};
use crate::{
    index::Atlas,
    model::{Figure, Language, correction::Anchor},
    tui::widgets::{
        excerpt::Excerpt,
        input::TypedLine,
        scroll::{Scroll, Step},
    },
};

/// Characters of a note, at most.
const LONGEST_NOTE: usize = 500;

/// What the form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To change fields of a figure.
    Change,
    /// To add a figure.
    Add,
    /// To reject a figure, and say why.
    Reject,
    /// To say something of a figure.
    Note,
}

/// How far the form has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Stage {
    /// It is being filled in.
    #[default]
    Open,
    /// It was to be left with something typed in it: the next time it is.
    Leaving,
    /// It is being saved.
    Saving,
    /// It could not be saved; why.
    Failed(String),
}

/// What stands in a field.
#[derive(Clone, Debug)]
enum Content {
    Typed(TypedLine),
    /// One of the options by its place; `None` before one is chosen.
    Chosen(Option<usize>),
}

/// The form.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) purpose: Purpose,
    /// The figure as it is, or what the text tells of one that is added.
    pub(crate) figure: Figure,
    /// What finds it again, taken when the form was opened: the document may change meanwhile.
    pub(crate) anchor: Anchor,
    /// The sentence around it, where the document is at hand.
    pub(crate) excerpt: Option<Excerpt>,
    pub(crate) stage: Stage,
    /// The field of the cursor, by its place.
    pub(crate) scroll: Scroll,
    /// The chosen suggestion.
    pub(crate) suggestion: usize,
    /// Why what stands in the fields cannot be saved, as far as they were touched.
    pub(crate) problems: Vec<(Field, Problem)>,
    contents: Vec<Content>,
    /// What stood in the fields when the form was opened.
    before: Vec<Content>,
}

impl State {
    /// The form for a figure.
    pub(crate) fn new(
        purpose: Purpose,
        anchor: Anchor,
        excerpt: Option<Excerpt>,
        atlas: &Atlas,
        lang: Language,
    ) -> Self {
        let figure = anchor.figure.clone();
        let place = |found: Option<usize>| Content::Chosen(found);
        let content = |field: Field| match field {
            Field::Measure if purpose == Purpose::Add => place(None),
            Field::Measure => place(MEASURES.iter().position(|measure| *measure == figure.measure)),
            Field::Bound => place(BOUNDS.iter().position(|bound| *bound == figure.bound)),
            Field::Status => place(STATUSES.iter().position(|status| *status == figure.status)),
            Field::Note => Content::Typed(TypedLine::with_room(LONGEST_NOTE)),
            field => Content::Typed(TypedLine::of(&fill::text(field, &figure, atlas, lang))),
        };
        let contents: Vec<_> = Field::ALL.into_iter().map(content).collect();
        let mut state = Self {
            purpose,
            excerpt,
            stage: Stage::Open,
            scroll: Scroll::default(),
            suggestion: 0,
            problems: Vec::new(),
            before: contents.clone(),
            contents,
            figure,
            anchor,
        };
        let first = if purpose == Purpose::Change { Field::Value } else { state.fields()[0] };
        state.choose(state.fields().iter().position(|field| *field == first).unwrap_or(0));
        state
    }

    /// The fields that are shown.
    pub(crate) fn fields(&self) -> &'static [Field] {
        const NOTE: &[Field] = &[Field::Note];
        match self.purpose {
            Purpose::Change | Purpose::Add => &Field::ALL,
            Purpose::Reject | Purpose::Note => NOTE,
        }
    }

    /// The field of the cursor.
    pub(crate) fn field(&self) -> Field {
        self.fields()[self.scroll.cursor]
    }

    /// What is typed in a field.
    pub(crate) fn text(&self, field: Field) -> &str {
        self.line(field).map_or("", TypedLine::value)
    }

    /// The line of a field.
    pub(crate) fn line(&self, field: Field) -> Option<&TypedLine> {
        match &self.contents[field as usize] {
            Content::Typed(line) => Some(line),
            Content::Chosen(_) => None,
        }
    }

    /// Which of the options of a field is chosen.
    pub(crate) fn chosen(&self, field: Field) -> Option<usize> {
        match self.contents[field as usize] {
            Content::Typed(_) => None,
            Content::Chosen(option) => option,
        }
    }

    /// What stands in a field, or stood there when the form was opened.
    pub(crate) fn told(&self, field: Field, before: bool, lang: Language) -> String {
        let contents = if before { &self.before } else { &self.contents };
        match &contents[field as usize] {
            Content::Typed(line) => line.value().trim().to_owned(),
            Content::Chosen(option) => {
                option.and_then(|option| field.options(lang).get(option).copied()).unwrap_or_default().to_owned()
            }
        }
    }

    /// Whether something else stands in a field than when the form was opened.
    pub(crate) fn is_changed(&self, field: Field) -> bool {
        match (&self.contents[field as usize], &self.before[field as usize]) {
            (Content::Typed(now), Content::Typed(before)) => now.value().trim() != before.value().trim(),
            (Content::Chosen(now), Content::Chosen(before)) => now != before,
            _ => false,
        }
    }

    /// How many fields are changed.
    pub(crate) fn changes(&self) -> usize {
        self.fields().iter().filter(|field| self.is_changed(**field)).count()
    }

    /// Whether it is being saved: nothing can be changed meanwhile.
    pub(crate) fn is_saving(&self) -> bool {
        self.stage == Stage::Saving
    }

    /// Chooses a field by its place.
    pub(crate) fn choose(&mut self, field: usize) {
        self.scroll.cursor = field.min(self.fields().len() - 1);
        self.suggestion = 0;
        self.resume();
    }

    /// Goes to another field.
    pub(crate) fn step(&mut self, step: Step, height: usize) {
        self.scroll.step(step, self.fields().len(), height);
        self.suggestion = 0;
        self.resume();
    }

    /// Changes what is typed; where one of several is chosen, another one by the keys that move the cursor of
    /// a line.
    pub(crate) fn edit(&mut self, request: InputRequest, atlas: &Atlas) {
        if self.is_saving() {
            return;
        }
        let field = self.field();
        let options = field.options(Language::Zh).len();
        match &mut self.contents[field as usize] {
            Content::Typed(line) => {
                line.edit(request);
            }
            Content::Chosen(option) => match request {
                InputRequest::GoToNextChar => *option = Some(option.map_or(0, |option| (option + 1) % options)),
                InputRequest::GoToPrevChar => {
                    *option = Some(option.map_or(options - 1, |option| (option + options - 1) % options));
                }
                _ => {}
            },
        }
        self.touched(atlas);
    }

    /// Types a text; where one of several is chosen, the next one that begins with it.
    pub(crate) fn insert(&mut self, text: &str, atlas: &Atlas) {
        if self.is_saving() {
            return;
        }
        let field = self.field();
        match &mut self.contents[field as usize] {
            // What is pasted into a note is one note.
            Content::Typed(line) if field == Field::Note => {
                line.insert(&text.replace("\r\n", " ").replace(['\r', '\n'], " "));
            }
            Content::Typed(line) => {
                line.insert(text);
            }
            Content::Chosen(option) => {
                let Some(first) = text.chars().next() else { return };
                let begins = |label: &str| label.to_lowercase().starts_with(&first.to_lowercase().to_string());
                let [zh, en] = [Language::Zh, Language::En].map(|lang| field.options(lang));
                let from = option.map_or(0, |option| option + 1);
                let mut places = (0..zh.len()).map(|step| (from + step) % zh.len());
                *option = places.find(|place| begins(zh[*place]) || begins(en[*place])).or(*option);
            }
        }
        self.touched(atlas);
    }

    /// Takes the chosen suggestion; false where there is none.
    pub(crate) fn complete(&mut self, suggestions: &[Suggestion], atlas: &Atlas) -> bool {
        let Some(suggestion) = suggestions.get(self.suggestion).filter(|_| !self.is_saving()) else { return false };
        let field = self.field();
        if self.text(field).trim() == suggestion.text {
            return false;
        }
        self.contents[field as usize] = Content::Typed(TypedLine::of(&suggestion.text));
        self.touched(atlas);
        true
    }

    /// Chooses the next suggestion or the one before, round and round.
    pub(crate) fn step_suggestion(&mut self, forward: bool, count: usize) {
        if count > 0 {
            let step = if forward { 1 } else { count - 1 };
            self.suggestion = (self.suggestion.min(count - 1) + step) % count;
        }
    }

    /// Finds what cannot be saved of the fields that were touched.
    fn touched(&mut self, atlas: &Atlas) {
        self.suggestion = 0;
        self.resume();
        let changed = self.fields().iter().copied().filter(|field| self.is_changed(*field));
        self.problems = changed.filter_map(|field| Some((field, self.problem(field, atlas)?))).collect();
    }

    /// Goes on after it was to be left, or could not be saved.
    fn resume(&mut self) {
        if !self.is_saving() {
            self.stage = Stage::Open;
        }
    }
}
