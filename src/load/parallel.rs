//! Work on many items at once, results in the order of the items.

use std::{
    collections::BTreeMap,
    num::NonZero,
    sync::{
        Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    thread,
};

/// Items for each thread that are begun or done before their turn comes to be taken: enough that none
/// idles beside one long item.
const AHEAD: usize = 16;

/// Does `work` on every item, on all cores, and hands the results to `take` in the order of the
/// items. Holds a bounded number of results at a time.
pub(super) fn in_order<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync, mut take: impl FnMut(R)) {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(items.len());
    if threads < 2 {
        return items.iter().for_each(|item| take(work(item)));
    }
    let next = AtomicUsize::new(0);
    let turn = Turn::default();
    thread::scope(|scope| {
        let (done, results) = mpsc::channel();
        for _ in 0..threads {
            let (done, next, turn, work) = (done.clone(), &next, &turn, &work);
            scope.spawn(move || {
                let _over = Over(turn);
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(at) else { return };
                    turn.wait(at, threads * AHEAD);
                    if done.send((at, work(item))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(done);
        let _over = Over(&turn);
        let mut waiting = BTreeMap::new();
        let mut taken = 0;
        for (at, result) in results {
            waiting.insert(at, result);
            while let Some(result) = waiting.remove(&taken) {
                take(result);
                taken += 1;
                turn.set(taken);
            }
        }
    });
}

/// The item that is to be taken next.
#[derive(Default)]
struct Turn {
    at: Mutex<usize>,
    moved: Condvar,
}

impl Turn {
    fn at(&self) -> MutexGuard<'_, usize> {
        self.at.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until an item is less than `ahead` before its turn.
    fn wait(&self, item: usize, ahead: usize) {
        let mut at = self.at();
        while item >= at.saturating_add(ahead) {
            at = self.moved.wait(at).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn set(&self, turn: usize) {
        let mut at = self.at();
        *at = turn.max(*at);
        self.moved.notify_all();
    }
}

/// Lets nobody wait any longer once a thread ends, be it by a panic.
struct Over<'a>(&'a Turn);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.set(usize::MAX);
    }
}

#[cfg(test)]
mod tests {
    use std::panic;

    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        for count in [0, 1, 3, 1000] {
            let items: Vec<usize> = (0..count).collect();
            let mut results = Vec::new();
            in_order(&items, |item| item * 2, |result| results.push(result));
            assert!(results.iter().enumerate().all(|(at, result)| *result == at * 2));
            assert_eq!(results.len(), count);
        }
    }

    #[test]
    fn a_panic_ends_the_work_and_is_passed_on() {
        let items: Vec<usize> = (0..1000).collect();
        let working = || in_order(&items, |item| assert!(*item != 70, "at work"), |()| ());
        assert!(panic::catch_unwind(working).is_err());
        let taking = || in_order(&items, |item| *item, |item| assert!(item != 70, "taking"));
        assert!(panic::catch_unwind(taking).is_err());
    }
}
