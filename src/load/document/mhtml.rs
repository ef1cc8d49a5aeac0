//! A web page that a browser saved as a single file (MHTML): a mail whose parts are the page and its pictures.

use mail_parser::{Message, MessageParser, PartType};

use super::{Content, Refusal, html};

/// Reads the page within.
pub(super) fn read(bytes: &[u8]) -> Result<Content, Refusal> {
    let message = MessageParser::new().parse(bytes);
    match message.as_ref().and_then(page) {
        Some(markup) => html::read_text(markup),
        None => Err(Refusal::new("holds no web page; save the page anew as HTML only")),
    }
}

/// The first part that is HTML; frames of other sites come behind it.
fn page<'a>(message: &'a Message<'_>) -> Option<&'a str> {
    message.parts.iter().find_map(|part| match &part.body {
        PartType::Html(markup) => Some(markup.as_ref()),
        _ => None,
    })
}
