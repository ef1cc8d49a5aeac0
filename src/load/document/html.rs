//! Web pages: the article without what stands around it, and what the page tells of it.

mod article;
mod head;
mod lines;

use dom_query::Document;

use super::{Content, Refusal};
use crate::load::{
    encoding,
    headline::{Headline, letters},
};

/// Elements nested deeper than this are not of a page that people wrote.
const DEEPEST: usize = 1000;

/// So many lines of the article are looked at for its title.
const LINES: usize = 5;

/// Reads a page.
pub(super) fn read(bytes: Vec<u8>) -> Result<Content, Refusal> {
    read_text(&encoding::decode_page(bytes)?)
}

/// Reads a page whose encoding is known.
pub(super) fn read_text(markup: &str) -> Result<Content, Refusal> {
    let page = Document::from(markup);
    if article::depth(&page) > DEEPEST {
        return Err(Refusal::new("nests its elements too deep for a page; save its text as .txt"));
    }
    let head = head::read(&page);
    let text = article::text(&page, markup);
    Ok(Content { text: titled(&head, text), head })
}

/// The article below its title, which often stands outside it and names the region and year that it is of.
fn titled(head: &Headline, text: String) -> String {
    let title = letters(&head.title);
    let begins = |line: &str| {
        let line = letters(line);
        !line.is_empty() && (line.contains(&title) || (line.len() >= 12 && title.contains(&line)))
    };
    if title.is_empty()
        || text.trim().is_empty()
        || text.lines().filter(|line| !line.is_empty()).take(LINES).any(begins)
    {
        return text;
    }
    format!("{}\n{text}", head.title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_gives_its_title_and_its_article() {
        let page = "<html><head><title>甲县2024年统计公报_统计公报_甲县人民政府</title></head><body>\
            <div class=nav><a href=/>首页</a> <a href=/x>政务公开</a></div>\
            <h1>甲县2024年统计公报</h1><div class=info>发布时间：2025-03-01 来源：甲县统计局 字体：大 中 小</div>\
            <div class=content><p>2024年，全县生产总值<span>704</span>.<b>11</b>亿元，比上年增长5.5%。</p>\
            <p>一、农业</p><p>粮食产量73.2万吨，增长1.2%；肉类产量8.1万吨，增长3%。</p></div>\
            <div class=foot>版权所有：甲县人民政府 <a href=/s>网站地图</a></div></body></html>";
        let Content { text, head } = read_text(page).unwrap();
        assert_eq!(
            text,
            "甲县2024年统计公报\n2024年，全县生产总值704.11亿元，比上年增长5.5%。\n一、农业\n\
            粮食产量73.2万吨，增长1.2%；肉类产量8.1万吨，增长3%。\n"
        );
        assert_eq!(head.title, "甲县2024年统计公报");
        assert_eq!((head.publisher.as_str(), head.date.as_str()), ("甲县统计局", "2025-03-01"));
    }

    #[test]
    fn a_title_that_the_article_opens_with_is_not_said_twice() {
        let page = "<title>政府工作报告</title><article><h2>政府工作报告</h2><p>各位代表，大家好。</p></article>";
        assert_eq!(read_text(page).unwrap().text, "# 政府工作报告\n各位代表，大家好。\n");
    }

    #[test]
    fn no_markup_is_too_strange() {
        let deep = "<div>".repeat(5000);
        assert!(read_text(&deep).unwrap_err().sentence.starts_with("nests its elements too deep"));
        for markup in ["", "<", "<html>", "<table><td>", "</p>", "甲县", "<title></title>", "\u{0}"] {
            assert!(read_text(markup).is_ok(), "{markup}");
        }
    }
}
