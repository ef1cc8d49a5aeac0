//! What is kept comes back; what is broken is set aside, and nobody loses anything.

use std::{env, process, thread};

use super::*;
use crate::{
    cli::options::Given,
    tui::{Change, Changes},
};

/// A folder that is gone when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = env::temp_dir().join(format!("xianzhi-session-{}-{name}", process::id()));
        let _ = fs::remove_dir_all(&path);
        Self(path)
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(&self.0).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn open(folder: &Folder, paths: &[&str], given: &Given) -> (Keeper, Option<Session>, Vec<String>) {
    let paths: Vec<_> = paths.iter().map(PathBuf::from).collect();
    let settings = Settings::of(given);
    let mut problems = Vec::new();
    let (keeper, session) = Keeper::open(Some(folder.0.clone()), &paths, &settings, &mut problems);
    (keeper, session, problems)
}

fn of_year(year: u16) -> Session {
    Session { year: Some(year), ..Session::default() }
}

#[test]
fn each_set_of_paths_has_a_session_of_its_own() {
    let folder = Folder::new("paths");
    let given = Given::default();
    for (paths, year) in [(&[][..], 2020), (&["/a"], 2021), (&["/b", "/a"], 2022)] {
        let (mut keeper, session, problems) = open(&folder, paths, &given);
        assert_eq!((session, problems.len()), (None, 0));
        keeper.keep(of_year(year));
        assert_eq!(keeper.failure, None);
    }
    for (paths, year) in [(&[][..], 2020), (&["/a"], 2021), (&["/a", "/b", "/a"], 2022)] {
        assert_eq!(open(&folder, paths, &given).1, Some(of_year(year)), "{paths:?}");
    }
    let names = folder.names();
    assert_eq!(names.len(), 3, "nothing else is left: {names:?}");
    assert!(names.contains(&"session.json".to_owned()));
}

#[test]
fn a_broken_session_is_set_aside_under_a_name_of_its_own() {
    let folder = Folder::new("broken");
    fs::create_dir_all(&folder.0).unwrap();
    for (content, aside) in [("{ \"year\": ", "session.json.broken-1"), ("[]", "session.json.broken-2")] {
        fs::write(folder.0.join("session.json"), content).unwrap();
        let (mut keeper, session, problems) = open(&folder, &[], &Given::default());
        assert_eq!(session, None);
        assert!(
            problems[0].contains("session.json: the session cannot be read") && problems[0].ends_with(aside),
            "{problems:?}"
        );
        assert_eq!(fs::read_to_string(folder.0.join(aside)).unwrap(), content, "nothing is lost");
        keeper.keep(of_year(2024));
        assert_eq!(open(&folder, &[], &Given::default()).1, Some(of_year(2024)));
    }
    assert_eq!(folder.names(), ["session.json", "session.json.broken-1", "session.json.broken-2"]);
}

#[test]
fn what_cannot_be_written_is_told_and_nothing_fails() {
    let folder = Folder::new("file");
    fs::write(&folder.0, "a file where the folder would be").unwrap();
    let (mut keeper, session, problems) = open(&folder, &[], &Given::default());
    assert_eq!(session, None);
    // That there is a file in the way shows when it is read, or else when it is written.
    keeper.keep(of_year(2024));
    assert!(problems.len() == 1 || keeper.failure.is_some());
    fs::remove_file(&folder.0).unwrap();
}

#[test]
fn many_dashboards_at_once_leave_one_whole_session() {
    let folder = Folder::new("many");
    thread::scope(|scope| {
        for year in 2000..2008 {
            let folder = &folder;
            scope.spawn(move || {
                for _ in 0..20 {
                    let (mut keeper, session, problems) = open(folder, &[], &Given::default());
                    assert_eq!(problems, Vec::<String>::new());
                    assert!(session.is_none_or(|session| session.year.is_some()));
                    keeper.keep(of_year(year));
                    assert_eq!(keeper.failure, None);
                }
            });
        }
    });
    assert_eq!(folder.names(), ["session.json"]);
}

#[test]
fn what_is_asked_for_this_time_only_is_not_kept() {
    let folder = Folder::new("once");
    let light = Change { from: "dark".to_owned(), to: "light".to_owned() };
    let (mut keeper, ..) = open(&folder, &[], &Given::default());
    keeper
        .keep(Session { changed: Changes { theme: Some(light.clone()), ..Changes::default() }, ..Session::default() });
    let given = Given { theme: Some("high-contrast".to_owned()), ..Given::default() };
    let (mut keeper, session, _) = open(&folder, &[], &given);
    assert_eq!(session.unwrap().changed.theme, None, "the command line goes before the session");
    keeper.keep(of_year(2024));
    let session = open(&folder, &[], &Given::default()).1.unwrap();
    assert_eq!((session.year, session.changed.theme), (Some(2024), Some(light)));
}
