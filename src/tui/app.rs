//! The dashboard without a terminal: keys go in, a screen comes out.

mod jobs;
mod mouse;
mod news;
mod session;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect, Size},
};

pub(crate) use self::jobs::Done;
use self::session::Settable;
use super::{
    Ambiguous, Colour, Opened, Options, Session,
    action::Action,
    ambiguous,
    answers::Answers,
    archive::Archive,
    behind,
    keymap::{Found, Key, Keymap, written},
    layout::window_of,
    look::Look,
    panes::themes,
    screen,
    state::{Message, State},
    strings::Strings,
    theme::{Theme, Themes},
    update::{Command, Update},
};

/// The dashboard without a terminal: keys go in, a screen comes out.
#[derive(Debug)]
pub struct App {
    archive: Archive,
    state: State,
    answers: Answers,
    themes: Themes,
    /// The theme that is shown.
    theme: Theme,
    keymap: Keymap,
    colour: Colour,
    ambiguous: Ambiguous,
    /// What the program itself has to tell beside what could not be read.
    standing: Vec<String>,
    /// Whether something is being found out beside the loop.
    is_busy: bool,
    /// What is set, against which the session tells what was chosen.
    set: Settable,
    /// What is to come back as soon as there is something to show.
    session: Option<Session>,
}

impl App {
    /// Opens the dashboard on a screen of `width` columns and `height` rows.
    #[must_use]
    pub fn new(mut opened: Opened, options: Options, width: u16, height: u16) -> Self {
        let Options { lang, colour, theme, ambiguous, units, columns, themes, keymap, .. } = options;
        let Options { notices: mut standing, as_read, session, .. } = options;
        let (themes, problems) = Themes::new(&themes);
        standing.extend(problems);
        opened.notices.extend_from_slice(&standing);
        let mut archive = Archive::new(opened);
        archive.as_read = as_read;
        let mut state = State::new(&archive.atlas, archive.notices.len(), Size { width, height });
        state.lang = lang;
        state.themes = themes::State::new(themes.names(), &theme);
        state.units = units;
        if let Some(columns) = columns {
            session::show(&mut state, &columns.iter().map(String::as_str).collect::<Vec<_>>());
        }
        let set = Settable::of(&state);
        if let Some(session) = &session {
            set.change(&mut state, &session.changed);
        }
        let theme = themes.get(state.themes.shown(), colour);
        let mut app = Self {
            archive,
            state,
            answers: Answers::default(),
            theme: theme.unwrap_or_else(|| Theme::carried(colour)),
            themes,
            keymap,
            colour,
            ambiguous,
            standing,
            is_busy: false,
            set,
            session,
        };
        app.restore();
        app.update().follow();
        app
    }

    /// Presses keys, by the names of the key table, separated by blanks; where text is typed, a name that is no
    /// key is typed character by character. False when one of them asked to leave.
    ///
    /// # Panics
    /// When a name is no key and nothing is being typed.
    pub fn press(&mut self, keys: &str) -> bool {
        !self.ask(keys).contains(&Command::Quit)
    }

    /// Presses keys as [`press`](Self::press) does, and gives what they ask of the world outside.
    ///
    /// # Panics
    /// When a name is no key and nothing is being typed.
    pub fn ask(&mut self, keys: &str) -> Vec<Command> {
        let mut asked = Vec::new();
        for name in keys.split(' ').filter(|name| !name.is_empty()) {
            if let Some(key) = Key::named(name) {
                asked.extend(self.key(KeyEvent::new(key.code, key.modifiers)));
            } else {
                assert!(self.state.context().is_typed(), "{name} is no key");
                self.paste(name);
            }
            if asked.last() == Some(&Command::Quit) {
                break;
            }
        }
        asked
    }

    /// The screen as it stands.
    #[must_use]
    pub fn screen(&self) -> Buffer {
        let Size { width, height } = self.state.size;
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        self.draw(&mut buf);
        buf
    }

    /// Takes another size of the screen.
    pub fn resize(&mut self, width: u16, height: u16) {
        self.state.size = Size { width, height };
        self.update().follow();
    }

    /// Takes a key: alone or as the next of several that are pressed one after another.
    pub(crate) fn key(&mut self, event: KeyEvent) -> Option<Command> {
        let context = self.state.context();
        let key = Key::of(event);
        let mut pressed = std::mem::take(&mut self.state.pending);
        let began = !pressed.is_empty();
        if began && key.code == KeyCode::Esc {
            return None;
        }
        pressed.push(key);
        match self.keymap.find(context, &pressed) {
            Found::Action(action) => return self.apply(action),
            Found::Pending => self.state.pending = pressed,
            Found::Nothing if began => self.state.message = Some(Message::NoKey(written(&pressed))),
            Found::Nothing => {
                let plain = !event.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
                if let (true, KeyCode::Char(character), true) = (context.is_typed(), event.code, plain) {
                    self.update().insert(character.encode_utf8(&mut [0; 4]));
                }
            }
        }
        None
    }

    fn apply(&mut self, action: Action) -> Option<Command> {
        let shown = self.state.themes.scroll.cursor;
        let command = self.update().apply(action);
        if self.state.themes.scroll.cursor != shown
            && let Some(theme) = self.themes.get(self.state.themes.shown(), self.colour)
        {
            self.theme = theme;
        }
        command
    }

    /// Takes text that was pasted: into the line that is typed, and nowhere else.
    pub(crate) fn paste(&mut self, text: &str) {
        if self.state.context().is_typed() {
            self.update().insert(text);
        }
    }

    /// Draws; returns where the cursor of the terminal stands, if text is being typed.
    pub fn draw(&self, buf: &mut Buffer) -> Option<Position> {
        let cursor = screen::draw(&self.state, &self.answers, &self.archive, &self.look(), buf);
        if self.ambiguous == Ambiguous::Wide {
            ambiguous::stand_in(buf);
        }
        behind::mark(buf);
        cursor
    }

    /// Whether files are being read.
    pub(crate) fn is_reading(&self) -> bool {
        self.state.reading.is_some()
    }

    /// How many corrections were asked for of which nothing was heard yet.
    pub(crate) fn unsaved(&self) -> usize {
        self.state.saving.len()
    }

    fn look(&self) -> Look<'_> {
        let lang = self.state.lang;
        Look {
            theme: &self.theme,
            words: Strings::of(lang),
            lang,
            atlas: &self.archive.atlas,
            keymap: &self.keymap,
            units: self.state.units,
        }
    }

    fn update(&mut self) -> Update<'_> {
        let text_lines = self.state.window.map_or(0, |window| {
            let area = window_of(self.state.size, window);
            screen::text_lines(window, self.state.beneath(), &self.archive, &self.look(), area.width).len()
        });
        let Self { state, answers, archive, theme, keymap, .. } = self;
        let lang = state.lang;
        let look = Look { theme, words: Strings::of(lang), lang, atlas: &archive.atlas, keymap, units: state.units };
        Update { state, answers, archive, look, text_lines }
    }
}
