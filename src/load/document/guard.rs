//! Work on a file that is not trusted: in a thread of its own, for a limited time, its panics caught.

use std::{sync::mpsc, thread, time::Duration};

use super::Refusal;

/// So long one file is read at most.
pub(in crate::load) const LONGEST: Duration = Duration::from_mins(1);

/// What is nested as deep as the libraries allow must not end the program.
const STACK: usize = 64 << 20;

/// Does the work. One that takes too long is left alone; its thread ends when it ends.
pub(super) fn within<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Refusal> {
    within_time(LONGEST, work)
}

fn within_time<T: Send + 'static>(time: Duration, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Refusal> {
    let (done, result) = mpsc::channel();
    let thread = thread::Builder::new().stack_size(STACK).spawn(move || {
        // Nobody waits any longer when time is up.
        let _ = done.send(work());
    });
    if let Err(error) = thread {
        return Err(Refusal::new(format!("cannot be read now ({error}); close other programs and try again")));
    }
    result.recv_timeout(time).map_err(|error| match error {
        mpsc::RecvTimeoutError::Timeout => Refusal::new(format!(
            "takes longer than {} seconds to read; save its text as .txt or split it",
            time.as_secs()
        )),
        mpsc::RecvTimeoutError::Disconnected => {
            Refusal::new("is damaged in a way that breaks reading; open it in its program and save it anew")
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_takes_too_long_or_panics_is_told() {
        assert_eq!(within(|| 7), Ok(7));
        let slow = within_time(Duration::from_millis(20), || thread::sleep(Duration::from_secs(1)));
        assert!(slow.unwrap_err().sentence.starts_with("takes longer than"));
        let broken = within(|| assert!(Vec::<u8>::new().capacity() > 0, "at work"));
        assert!(broken.unwrap_err().sentence.starts_with("is damaged in a way"));
    }
}
