//! A program in a pseudo-terminal, and what it has drawn there.

use std::{
    cell::OnceCell,
    fs,
    io::{Read, Write},
    num::NonZeroU16,
    path::{Path, PathBuf},
    sync::{Arc, Condvar, Mutex, mpsc},
    thread,
    time::Duration,
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtyPair, PtySize, SlavePty, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use vt100::MouseProtocolMode;

/// After so long a test has failed; no test waits for time to pass.
const LIMIT: Duration = Duration::from_mins(1);

const SIZE: PtySize = PtySize { rows: 36, cols: 120, pixel_width: 0, pixel_height: 0 };

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a screen has cells")
}

/// The program under test.
pub(crate) fn program() -> &'static str {
    env!("CARGO_BIN_EXE_xianzhi")
}

/// A file of invented figures; each test has its own.
pub(crate) fn figures(name: &str) -> String {
    // In a folder of their own: what others write beside watched files wakes a dashboard.
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("terminal-figures").join(name);
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{name}.jsonl"));
    let figure = r#"{"doc":"a.txt","region":"长垣市","region_code":410783,"metric":"gdp","name":"地区生产总值","measure":"level","value":520.5,"unit":"亿元","period":"2024"}"#;
    fs::write(&path, format!("{figure}\n")).unwrap();
    path.to_str().unwrap().to_owned()
}

/// The name of the test that runs, for files of its own.
fn test() -> String {
    thread::current().name().unwrap_or("dashboard").replace(':', "_")
}

/// A folder in which a test has what else lies at home; empty when it is first asked for.
pub(crate) fn home() -> PathBuf {
    thread_local!(static HOME: OnceCell<PathBuf> = const { OnceCell::new() });
    HOME.with(|home| {
        let empty = || {
            let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("terminal").join(test());
            // It may be there from the run before.
            let _ = fs::remove_dir_all(&path);
            fs::create_dir_all(&path).expect("the target folder can be written");
            path
        };
        home.get_or_init(empty).clone()
    })
}

/// A folder in which a test has its reports; empty when it is first asked for.
pub(crate) fn reports() -> PathBuf {
    let folder = home().join("reports");
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A pseudo-terminal.
pub(crate) fn open_pty() -> PtyPair {
    native_pty_system().openpty(SIZE).expect("a pseudo-terminal opens")
}

/// A command with an environment that is the same on every machine.
pub(crate) fn command(program: &str) -> CommandBuilder {
    let mut command = CommandBuilder::new(program);
    command.env("TERM", "xterm-256color");
    command.env("LC_ALL", "zh_CN.UTF-8");
    // No test touches the clipboard of whoever runs it.
    for name in ["NO_COLOR", "DISPLAY", "WAYLAND_DISPLAY"] {
        command.env_remove(name);
    }
    // What whoever runs the tests has set and left is neither read nor written.
    let home = home();
    for variable in ["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"] {
        command.env(variable, &home);
    }
    command
}

/// The exit code of a program that is expected to end.
pub(crate) fn exit_code(mut child: Box<dyn Child + Send + Sync>) -> u32 {
    let mut killer = child.clone_killer();
    let (sender, ended) = mpsc::channel();
    thread::spawn(move || sender.send(child.wait()));
    let Ok(status) = ended.recv_timeout(LIMIT) else {
        let _ = killer.kill();
        panic!("the program did not end");
    };
    status.unwrap().exit_code()
}

/// What a program writes until `text` has come; the reader is then gone.
pub(crate) fn written_until(text: &'static str, mut reader: Box<dyn Read + Send>) -> String {
    let (sender, read_all) = mpsc::channel();
    thread::spawn(move || {
        let mut written = Vec::new();
        let mut buffer = [0; 4096];
        while !String::from_utf8_lossy(&written).contains(text) {
            match reader.read(&mut buffer) {
                Ok(read @ 1..) => written.extend(&buffer[..read]),
                _ => break,
            }
        }
        drop(reader);
        sender.send(String::from_utf8_lossy(&written).into_owned())
    });
    let written = read_all.recv_timeout(LIMIT).unwrap_or_else(|_| panic!("{text:?} was not written"));
    assert!(written.contains(text), "it ended before it wrote {text:?}: {written}");
    written
}

/// What a screen shows without blanks and frames: where a text is broken depends on the paths in it, which differ from
/// machine to machine.
pub(crate) fn unbroken(screen: &vt100::Screen) -> String {
    screen.contents().chars().filter(|c| !c.is_whitespace() && *c != '│').collect()
}

/// What programs asked of the terminal beyond the screen.
#[derive(Default)]
pub(crate) struct Asked {
    /// What they put on the clipboard, in base64.
    clipboard: Option<String>,
    /// Whether a frame is being drawn: synchronized output, mode 2026. A terminal shows it once it is whole.
    is_drawing: bool,
}

impl vt100::Callbacks for Asked {
    fn copy_to_clipboard(&mut self, _: &mut vt100::Screen, _: &[u8], data: &[u8]) {
        self.clipboard = Some(String::from_utf8_lossy(data).into_owned());
    }

    fn unhandled_csi(&mut self, _: &mut vt100::Screen, first: Option<u8>, _: Option<u8>, modes: &[&[u16]], end: char) {
        if first == Some(b'?') && modes.contains(&[2026].as_slice()) {
            self.is_drawing = end == 'h';
        }
    }
}

/// What the terminal shows, and whether more has come since it was looked at.
type Shown = Arc<(Mutex<vt100::Parser<Asked>>, Condvar)>;

/// A program in a pseudo-terminal.
pub(crate) struct Session {
    master: Box<dyn MasterPty + Send>,
    /// Kept open, so that the terminal outlives the program.
    _slave: Box<dyn SlavePty + Send>,
    child: Option<Box<dyn Child + Send + Sync>>,
    pid: u32,
    writer: Box<dyn Write + Send>,
    shown: Shown,
}

impl Session {
    /// The dashboard on invented figures.
    pub(crate) fn dashboard() -> Self {
        Self::start(program(), &[&figures(&test())])
    }

    /// Starts a program.
    pub(crate) fn start(program: &str, arguments: &[&str]) -> Self {
        let mut command = command(program);
        command.args(arguments);
        Self::of(command)
    }

    /// Starts a command.
    pub(crate) fn of(command: CommandBuilder) -> Self {
        let pty = open_pty();
        let child = pty.slave.spawn_command(command).expect("the program starts");
        let (rows, columns) = (cells(SIZE.rows), cells(SIZE.cols));
        let parser = vt100::Parser::new_with_callbacks(rows, columns, 0, Asked::default());
        let shown: Shown = Arc::new((Mutex::new(parser), Condvar::new()));
        let reader = pty.master.try_clone_reader().unwrap();
        let into = Arc::clone(&shown);
        thread::spawn(move || show(reader, &into));
        let pid = child.process_id().unwrap();
        let writer = pty.master.take_writer().unwrap();
        Self { master: pty.master, _slave: pty.slave, child: Some(child), pid, writer, shown }
    }

    /// The process.
    pub(crate) fn pid(&self) -> u32 {
        self.pid
    }

    /// Types.
    pub(crate) fn send(&mut self, text: &str) {
        self.writer.write_all(text.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    /// Sends a signal.
    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(Pid::from_raw(self.pid.try_into().unwrap()).unwrap(), signal).unwrap();
    }

    /// Changes the size of the terminal.
    pub(crate) fn resize(&self, size: PtySize) {
        self.shown.0.lock().unwrap().screen_mut().set_size(cells(size.rows), cells(size.cols));
        self.master.resize(size).unwrap();
    }

    /// Waits until the terminal shows what is awaited.
    pub(crate) fn wait_for(&self, awaited: &str, is_there: impl Fn(&vt100::Screen) -> bool) {
        self.wait(awaited, |parser| is_there(parser.screen()));
    }

    /// Waits until the terminal was asked to copy this, in base64.
    pub(crate) fn wait_for_copy(&self, base64: &str) {
        self.wait(base64, |parser| parser.callbacks().clipboard.as_deref() == Some(base64));
    }

    fn wait(&self, awaited: &str, is_there: impl Fn(&vt100::Parser<Asked>) -> bool) {
        let (parser, changed) = &*self.shown;
        let parser = parser.lock().unwrap();
        // Of a frame that came by half, one part may be of before and one of after.
        let is_missing = |parser: &mut vt100::Parser<Asked>| parser.callbacks().is_drawing || !is_there(parser);
        let (parser, waited) = changed.wait_timeout_while(parser, LIMIT, is_missing).unwrap();
        assert!(!waited.timed_out(), "waited in vain for {awaited}; the screen:\n{}", parser.screen().contents());
    }

    /// Whether the terminal echoes what is typed, as it does outside raw mode.
    pub(crate) fn echoes(&self) -> bool {
        const ECHO: u64 = 8;
        let modes = self.master.get_termios().expect("the terminal has modes");
        u64::from(modes.local_flags.bits()) & ECHO != 0
    }

    /// The exit code of the program, once it has ended.
    pub(crate) fn exit_code(&mut self) -> u32 {
        exit_code(self.child.take().expect("the program is asked once"))
    }

    /// The terminal is as it was before.
    pub(crate) fn assert_given_back(&self) {
        self.wait_for("the screen of before", |screen| !screen.alternate_screen());
        self.wait_for("the cursor", |screen| !screen.hide_cursor());
        self.wait_for("pastes as typed", |screen| !screen.bracketed_paste());
        self.wait_for("the mouse left alone", |screen| screen.mouse_protocol_mode() == MouseProtocolMode::None);
        assert!(self.echoes(), "the modes of before");
    }
}

/// Shows what a program writes, until it writes no more.
fn show(mut reader: Box<dyn Read + Send>, shown: &Shown) {
    let (parser, changed) = &**shown;
    let mut buffer = [0; 4096];
    while let Ok(read @ 1..) = reader.read(&mut buffer) {
        parser.lock().unwrap().process(&buffer[..read]);
        changed.notify_all();
    }
}
