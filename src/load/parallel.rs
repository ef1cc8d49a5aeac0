//! Work on many items at once, results in the order of the items.

use std::{
    panic,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

/// Results that wait for their turn, for each thread: enough that none idles beside one long item.
const WAITING: usize = 16;

/// Does `work` on every item, on all cores, and hands the results to `take` in the order of the
/// items. Holds a bounded number of results at a time.
pub(super) fn in_order<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync, mut take: impl FnMut(R)) {
    let threads = thread::available_parallelism().map_or(1, usize::from).min(items.len());
    if threads < 2 {
        return items.iter().for_each(|item| take(work(item)));
    }
    for batch in items.chunks(threads * WAITING) {
        let next = AtomicUsize::new(0);
        let take_turns = || {
            let mut done = Vec::new();
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some(item) = batch.get(at) else { return done };
                done.push((at, work(item)));
            }
        };
        let mut done: Vec<(usize, R)> = thread::scope(|scope| {
            let workers: Vec<_> = (0..threads).map(|_| scope.spawn(take_turns)).collect();
            let join = |worker: thread::ScopedJoinHandle<'_, _>| {
                worker.join().unwrap_or_else(|cause| panic::resume_unwind(cause))
            };
            workers.into_iter().flat_map(join).collect()
        });
        done.sort_unstable_by_key(|(at, _)| *at);
        for (_, result) in done {
            take(result);
        }
    }
}

#[cfg(test)]
mod tests {
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
}
