//! What a page tells of its article: title, publisher and date.

use dom_query::Document;

use super::lines;
use crate::load::headline::{Headline, date_of, is_site, shown_day, shown_publisher, without_site};

/// Names of `<meta>`, the first that is there counts. `ArticleTitle`, `PubDate` and `ContentSource` are what
/// the websites of China's governments must have (政府网站发展指引); the others are Open Graph's and Dublin Core's.
const TITLE: &[&str] = &["articletitle", "og:title", "dc.title", "title"];
const PUBLISHER: &[&str] = &["contentsource", "source", "dc.publisher", "article:author", "sitename", "og:site_name"];
const DATE: &[&str] = &["pubdate", "article:published_time", "publishdate", "og:release_date", "dc.date", "date"];

/// Reads the head of a page, and the line below its title.
pub(super) fn read(page: &Document) -> Headline {
    let meta = |names: &[&str]| names.iter().find_map(|name| content(page, name)).unwrap_or_default();
    let shown = page.body().map(|body| lines::of(&body)).unwrap_or_default();
    let mut head = Headline {
        title: one_line(&meta(TITLE)),
        publisher: one_line(&meta(PUBLISHER)),
        date: date_of(&meta(DATE)).unwrap_or_default(),
    };
    if head.title.is_empty() {
        head.title = title(page);
    }
    if head.date.is_empty() {
        head.date = shown_day(&shown).unwrap_or_default();
    }
    let told = shown_publisher(&shown).unwrap_or_default();
    // What an article says of itself counts more than the site it stands on.
    if !told.is_empty() && !PUBLISHER[..4].iter().any(|name| content(page, name).is_some()) {
        told.clone_into(&mut head.publisher);
    }
    head.split_title();
    head
}

/// The content of a `<meta>`, whatever the case of its name.
fn content(page: &Document, wanted: &str) -> Option<String> {
    let metas = page.select("meta");
    let named = |key| {
        move |node: &&dom_query::NodeRef<'_>| node.attr(key).is_some_and(|name| name.eq_ignore_ascii_case(wanted))
    };
    let nodes = metas.nodes();
    let found = nodes.iter().find(named("name")).or_else(|| nodes.iter().find(named("property")));
    found.and_then(|node| node.attr("content")).map(|content| content.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The heading of the page if there is one, else its title without the names of the site and its parts.
fn title(page: &Document) -> String {
    let headings = page.select("h1");
    if let [heading] = headings.nodes() {
        let heading = one_line(&heading.text());
        if !heading.is_empty() && !is_site(&heading) {
            return heading;
        }
    }
    let title = one_line(&page.select("title").text());
    without_site(&title).to_owned()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(page: &str) -> [String; 3] {
        let Headline { title, publisher, date } = read(&Document::from(page));
        [title, publisher, date]
    }

    #[test]
    fn the_fields_of_government_websites_tell() {
        let page = "<meta name=ArticleTitle content='甲县2024年统计公报'><meta name='PubDate' content='2025-03-01 08:30'>\
            <meta name=ContentSource content=甲县统计局><meta name=SiteName content=甲县人民政府><title>首页</title>";
        assert_eq!(head(page), ["甲县2024年统计公报", "甲县统计局", "2025-03-01"]);
        let page = "<meta property='og:title' content=甲县的一年><meta property='article:published_time' content='2025-01-08T09:00:00+08:00'>\
            <meta property='og:site_name' content=甲县日报>";
        assert_eq!(head(page), ["甲县的一年", "甲县日报", "2025-01-08"]);
    }

    #[test]
    fn else_the_page_as_it_is_shown() {
        let page = "<title>政府工作报告 - 公开 - 甲县人民政府网</title><meta name=SiteName content=甲县人民政府>\
            <p>发布日期： 2025年2月3日 　来源： 甲县政府办 　浏览：5</p><p>来源地产品增长：5%</p>";
        assert_eq!(head(page), ["政府工作报告", "甲县政府办", "2025-02-03"]);
        assert_eq!(head("<title>甲县人民政府</title><h1>甲县人民政府</h1>"), ["甲县人民政府", "", ""]);
        assert_eq!(
            head("<p>时间：昨天</p><title>甲县政府工作报告（2025年1月8日 某某）</title>"),
            ["甲县政府工作报告", "", "2025-01-08"]
        );
    }
}
