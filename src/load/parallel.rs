//! Work on many items at once, results in the order of the items.

use std::{
    collections::BTreeMap,
    num::NonZero,
    ops::ControlFlow,
    sync::{Condvar, Mutex, MutexGuard, PoisonError, mpsc},
    thread,
};

/// Items for each thread that are begun or done before their turn comes to be taken: enough that none
/// idles beside one long item.
const AHEAD: usize = 16;

/// So much may be begun or done before its turn: nothing more is fetched while what is weighs this much.
const LOAD: usize = 64 << 20;

/// Does `work` on every item, on all cores, and hands the results to `take` in the order of the
/// items. Holds a bounded number of results at a time.
pub(super) fn in_order<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync, mut take: impl FnMut(R)) {
    stream(
        items.iter(),
        |_| 0,
        work,
        |result| {
            take(result);
            ControlFlow::Continue(())
        },
    );
}

/// Does `work` on every item as it comes, on all cores, and hands the results to `take` in the order of the
/// items until that breaks. An item is fetched only while few are held and what they weigh together, in
/// bytes, is less than a bound: what is held does not grow with the number of items.
pub(super) fn stream<T: Send, R: Send>(
    items: impl Iterator<Item = T> + Send,
    weigh: impl Fn(&T) -> usize + Sync,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> ControlFlow<()>,
) {
    let most = items.size_hint().1.unwrap_or(usize::MAX);
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(most);
    if threads < 2 {
        let _ = items.map(work).try_for_each(take);
        return;
    }
    let items = Mutex::new(items.enumerate());
    let room = Room::new(threads * AHEAD);
    thread::scope(|scope| {
        let (done, results) = mpsc::channel();
        for _ in 0..threads {
            let (done, items, room, weigh, work) = (done.clone(), &items, &room, &weigh, &work);
            scope.spawn(move || {
                let _over = Over(room);
                loop {
                    // One thread waits for room or for the next item, the others behind it for the lock.
                    let mut items = items.lock().unwrap_or_else(PoisonError::into_inner);
                    if room.wait().is_break() {
                        return;
                    }
                    let Some((at, item)) = items.next() else { return };
                    let weight = weigh(&item);
                    room.enter(weight);
                    drop(items);
                    if done.send((at, weight, work(item))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(done);
        let _over = Over(&room);
        let mut waiting = BTreeMap::new();
        let mut turn = 0;
        for (at, weight, result) in results {
            waiting.insert(at, (weight, result));
            while let Some((weight, result)) = waiting.remove(&turn) {
                if take(result).is_break() {
                    return;
                }
                turn += 1;
                room.leave(weight);
            }
        }
    });
}

/// Room for the items that were fetched and whose results were not taken yet.
struct Room {
    ahead: usize,
    held: Mutex<Held>,
    changed: Condvar,
}

/// What is held.
#[derive(Default)]
struct Held {
    items: usize,
    weight: usize,
    /// Whether nothing more is to be fetched.
    over: bool,
}

impl Room {
    fn new(ahead: usize) -> Self {
        Self { ahead, held: Mutex::default(), changed: Condvar::new() }
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until there is room for an item; breaks when no more are wanted.
    fn wait(&self) -> ControlFlow<()> {
        let full = |held: &mut Held| !held.over && (held.items >= self.ahead || held.weight >= LOAD);
        let held = self.changed.wait_while(self.held(), full).unwrap_or_else(PoisonError::into_inner);
        if held.over { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    fn enter(&self, weight: usize) {
        let mut held = self.held();
        held.items += 1;
        held.weight += weight;
    }

    fn leave(&self, weight: usize) {
        let mut held = self.held();
        held.items -= 1;
        held.weight -= weight;
        self.changed.notify_all();
    }

    fn close(&self) {
        self.held().over = true;
        self.changed.notify_all();
    }
}

/// Lets nobody wait any longer once a thread ends, be it by a panic.
struct Over<'a>(&'a Room);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.close();
    }
}

#[cfg(test)]
mod tests {
    use std::{
        iter, panic,
        sync::atomic::{AtomicUsize, Ordering},
    };

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

    #[test]
    fn what_is_held_does_not_grow_with_the_number_or_the_weight_of_items() {
        let threads = thread::available_parallelism().map_or(1, NonZero::get);
        for (weight, bound) in [(0, threads * AHEAD), (LOAD / 4, 4)] {
            let (fetched, mut taken) = (AtomicUsize::new(0), 0);
            let items = iter::repeat_with(|| fetched.fetch_add(1, Ordering::Relaxed)).take(1000);
            stream(
                items,
                |_| weight,
                |item| item,
                |item| {
                    let held = fetched.load(Ordering::Relaxed) - taken;
                    assert!(held <= bound, "{held} items are held");
                    assert_eq!(item, taken);
                    taken += 1;
                    ControlFlow::Continue(())
                },
            );
            assert_eq!(taken, 1000);
        }
    }

    #[test]
    fn results_are_taken_while_items_still_come_and_no_more_is_fetched_than_wanted() {
        let (sender, items) = mpsc::channel();
        sender.send(0).unwrap();
        let mut sender = Some(sender);
        let mut taken = Vec::new();
        stream(
            items.into_iter(),
            |_| 0,
            |item| item,
            |item| {
                taken.push(item);
                // The next item comes once this one was taken.
                sender.take_if(|_| item == 9).map_or(ControlFlow::Continue(()), |_| ControlFlow::Break(()))?;
                sender.as_ref().unwrap().send(item + 1).unwrap();
                ControlFlow::Continue(())
            },
        );
        assert_eq!(taken, (0..10).collect::<Vec<_>>());
    }
}
