//! What is to be tidied up when a signal ends the program.

use std::{
    mem,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

type Tidying = Box<dyn FnOnce() + Send>;

static TIDYINGS: Mutex<Vec<(u64, Tidying)>> = Mutex::new(Vec::new());

fn tidyings() -> MutexGuard<'static, Vec<(u64, Tidying)>> {
    TIDYINGS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Something that is tidied up should a signal end the program while this is held.
#[derive(Debug)]
pub(super) struct Untidy(u64);

impl Untidy {
    /// Tidied up by `how`.
    pub(super) fn new(how: impl FnOnce() + Send + 'static) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        tidyings().push((number, Box::new(how)));
        listen();
        Self(number)
    }
}

impl Drop for Untidy {
    fn drop(&mut self) {
        tidyings().retain(|(number, _)| *number != self.0);
    }
}

/// Tidies up all there is, before the program is left.
pub(super) fn tidy() {
    // Not held while it is tidied up: who waits for it may hold what is to be tidied.
    let all = mem::take(&mut *tidyings());
    for (_, tidy) in all {
        tidy();
    }
}

/// Waits for a signal in a thread of its own, tidies up and lets the signal do what it does.
#[cfg(unix)]
fn listen() {
    use std::{sync::Once, thread};

    use signal_hook::{
        consts::{SIGINT, SIGTERM},
        iterator::Signals,
        low_level::emulate_default_handler,
    };

    static LISTENING: Once = Once::new();
    LISTENING.call_once(|| {
        // Where that cannot be, a signal ends the program as it always does.
        let Ok(mut signals) = Signals::new([SIGINT, SIGTERM]) else { return };
        thread::spawn(move || {
            for signal in signals.forever() {
                tidy();
                let _ = emulate_default_handler(signal);
            }
        });
    });
}

#[cfg(not(unix))]
fn listen() {}
