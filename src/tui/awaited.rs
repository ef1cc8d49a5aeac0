//! Answers that take a while: the question is put beside the loop, and what is on the screen stays until
//! the answer comes.

/// An answer with its question, and the question whose answer is awaited.
#[derive(Debug)]
pub(crate) struct Awaited<Q, A> {
    answered: Option<(Q, A)>,
    next: Option<Q>,
    /// Whether somebody has taken the awaited question to answer it.
    taken: bool,
    /// The question that was given up last: it is not put again.
    failed: Option<Q>,
    /// Whether it is the one that was put last.
    has_failed: bool,
}

impl<Q, A> Default for Awaited<Q, A> {
    fn default() -> Self {
        Self { answered: None, next: None, taken: false, failed: None, has_failed: false }
    }
}

impl<Q: Copy + PartialEq, A> Awaited<Q, A> {
    /// Puts the question unless it is the one that was put before: at once where `ask` answers, else it
    /// is awaited. True when the answer changed.
    pub(crate) fn follow(&mut self, question: Option<Q>, ask: impl FnOnce(&Q) -> Option<A>) -> bool {
        self.has_failed = question.is_some() && question == self.failed;
        if question == self.answered.as_ref().map(|(question, _)| *question) {
            self.next = None;
            return false;
        }
        if self.has_failed {
            self.next = None;
            return false;
        }
        if question.is_some() && question == self.next {
            return false;
        }
        (self.next, self.taken) = (None, false);
        let Some(question) = question else {
            self.answered = None;
            return true;
        };
        match ask(&question) {
            Some(answer) => self.answered = Some((question, answer)),
            None => self.next = Some(question),
        }
        self.next.is_none()
    }

    /// The answer, if there is one.
    pub(crate) fn answer(&self) -> Option<&A> {
        self.answered.as_ref().map(|(_, answer)| answer)
    }

    /// Whether another answer is awaited.
    pub(crate) fn is_awaited(&self) -> bool {
        self.next.is_some()
    }

    /// Whether there is no answer to the question that was put last.
    pub(crate) fn has_failed(&self) -> bool {
        self.has_failed
    }

    /// The question that nobody has taken yet, to be answered beside the loop.
    pub(crate) fn take_question(&mut self) -> Option<Q> {
        let question = self.next.filter(|_| !self.taken);
        self.taken |= question.is_some();
        question
    }

    /// Gives up a question that nobody can answer.
    pub(crate) fn give_up(&mut self, question: Q) {
        self.failed = Some(question);
        self.has_failed = self.next.take_if(|next| *next == question).is_some();
    }

    /// Takes an answer; false when it is not awaited any more.
    pub(crate) fn take(&mut self, question: Q, answer: A) -> bool {
        let awaited = self.next == Some(question);
        if awaited {
            (self.next, self.answered) = (None, Some((question, answer)));
        }
        awaited
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_answered_at_once_is_not_awaited() {
        let mut asked = Awaited::default();
        assert!(asked.follow(Some(1), |_| Some("one")));
        assert!(!asked.follow(Some(1), |_| panic!("it is answered")));
        assert_eq!((asked.answer(), asked.is_awaited()), (Some(&"one"), false));
        assert_eq!(asked.take_question(), None);
        assert!(asked.follow(None, |_| None));
        assert_eq!(asked.answer(), None);
    }

    #[test]
    fn the_answer_before_stays_until_the_awaited_one_comes() {
        let mut asked = Awaited::default();
        asked.follow(Some(1), |_| Some("one"));
        assert!(!asked.follow(Some(2), |_| None));
        assert_eq!((asked.answer(), asked.is_awaited()), (Some(&"one"), true));
        assert_eq!(asked.take_question(), Some(2));
        assert_eq!(asked.take_question(), None, "one answers it");
        assert!(!asked.follow(Some(2), |_| panic!("it is awaited")));
        assert!(asked.take(2, "two"));
        assert_eq!((asked.answer(), asked.is_awaited()), (Some(&"two"), false));
    }

    #[test]
    fn what_was_given_up_is_not_asked_again() {
        let mut asked = Awaited::<_, &str>::default();
        asked.follow(Some(1), |_| None);
        asked.take_question();
        asked.give_up(1);
        assert!(!asked.is_awaited() && !asked.follow(Some(1), |_| None) && asked.has_failed());
        assert_eq!(asked.take_question(), None);
        asked.follow(Some(2), |_| None);
        assert_eq!((asked.take_question(), asked.has_failed()), (Some(2), false));
    }

    #[test]
    fn an_answer_that_comes_too_late_is_dropped() {
        let mut asked = Awaited::default();
        asked.follow(Some(1), |_| Some("one"));
        asked.follow(Some(2), |_| None);
        asked.take_question();
        asked.follow(Some(1), |_| panic!("it is on the screen"));
        assert!(!asked.take(2, "two") && !asked.is_awaited());
        assert_eq!(asked.answer(), Some(&"one"));
        asked.follow(Some(3), |_| None);
        assert_eq!(asked.take_question(), Some(3), "a new question is taken anew");
    }
}
