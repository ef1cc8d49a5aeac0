//! Where on a page the article stands.

use dom_query::{Document, NodeRef, Selection};
use dom_smoothie::{Config, Readability};

use super::lines::{self, is_unshown};

/// An element is the article when it holds so many of a hundred marks of the page.
const MOST: usize = 80;

/// Pages of more elements are not put to Readability, whose time is not linear in them.
const ELEMENTS: usize = 50_000;

/// An element in which so many of a hundred characters are links holds more than an article.
const LINKS: usize = 20;

/// The article: the innermost element that holds nearly all sentences of the page, whole. Where that holds
/// many links too — the sentences are scattered, other prose stands around a short article — Readability
/// picks the article.
///
/// It is not asked first: it leaves out tables, short paragraphs and lists, in which reports have figures
/// and headings.
pub(super) fn text(page: &Document, markup: &str) -> String {
    let Some(body) = page.body() else { return String::new() };
    let all = marks(&body);
    let article = innermost(body, all);
    if all > 0 && is_linked(&article) {
        let config = Config { max_elements_to_parse: ELEMENTS, ..Config::default() };
        let picked = Readability::new(markup, None, Some(config)).and_then(|mut page| page.parse()).ok();
        let picked = picked.map(|article| Document::from(&*article.content));
        let picked = picked.as_ref().and_then(Document::body).filter(|picked| 2 * marks(picked) >= all);
        if let Some(picked) = picked {
            return lines::of(&picked);
        }
    }
    lines::of(&article)
}

/// How deep the elements of a page are nested.
pub(super) fn depth(page: &Document) -> usize {
    let (mut deepest, mut depth) = (0, 0);
    let mut node = page.root();
    loop {
        if let Some(child) = node.first_child() {
            (node, depth) = (child, depth + 1);
            deepest = deepest.max(depth);
            continue;
        }
        while node.next_sibling().is_none() {
            let Some(parent) = node.parent() else { return deepest };
            (node, depth) = (parent, depth - 1);
        }
        if let Some(next) = node.next_sibling() {
            node = next;
        }
    }
}

/// The innermost element that holds most of the marks.
fn innermost(mut node: NodeRef<'_>, all: usize) -> NodeRef<'_> {
    if all == 0 {
        return node;
    }
    loop {
        let holds = |child: &NodeRef<'_>| child.is_element() && marks(child) * 100 >= all * MOST;
        match node.children_it(false).find(holds) {
            // A paragraph alone, or a part of it, is no article.
            Some(child) if !child.has_name("p") && !child.has_name("span") => node = child,
            _ => return node,
        }
    }
}

/// Whether a good part of an element is links.
fn is_linked(node: &NodeRef<'_>) -> bool {
    let shown = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let links: usize = Selection::from(*node).select("a").iter().map(|link| shown(&link.text())).sum();
    links * 100 >= shown(&lines::of(node)) * LINKS
}

/// How many marks of prose an element holds outside links: commas, full stops and semicolons.
fn marks(node: &NodeRef<'_>) -> usize {
    if node.is_text() {
        return node.text().chars().filter(|c| matches!(c, '，' | '。' | '；')).count();
    }
    if node.has_name("a") || is_unshown(node) {
        return 0;
    }
    node.children_it(false).map(|child| marks(&child)).sum()
}
