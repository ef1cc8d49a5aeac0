//! The glyphs of a page with their places, in the order in which they are drawn.

use std::{panic, time::Instant};

use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, TransformExt,
    font::{Glyph as Drawn, GlyphRun},
    hayro_syntax::page::Page,
    interpret_page,
    kurbo::{BezPath, Rect},
};

use super::characters::Characters;

/// A glyph on a page; lengths in points, from the upper left corner of the page as it is read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Glyph {
    pub(super) text: String,
    /// Its left and right end.
    pub(super) left: f64,
    pub(super) right: f64,
    /// The line it stands on.
    pub(super) base: f64,
    /// The height of its font.
    pub(super) size: f64,
}

/// The glyphs of a page that stand upright; `None` if there are more than `most`. Once `until` is past it unwinds: nobody
/// waits for it any longer.
pub(super) fn of<'a>(
    page: &Page<'a>,
    cache: &InterpreterCache<'a>,
    settings: &InterpreterSettings,
    characters: &Characters<'_>,
    most: usize,
    until: Instant,
) -> Option<Vec<Glyph>> {
    let (width, height) = page.render_dimensions();
    let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let transform = page.initial_transform(true).to_kurbo();
    let mut context = Context::new(transform, bounds, cache, page.xref(), settings.clone());
    let mut collector = Collector { characters, bounds, glyphs: Vec::new(), most, until };
    interpret_page(page, &mut context, &mut collector);
    (collector.glyphs.len() <= most).then_some(collector.glyphs)
}

/// Takes the text of what is drawn.
struct Collector<'a> {
    characters: &'a Characters<'a>,
    bounds: Rect,
    glyphs: Vec<Glyph>,
    most: usize,
    until: Instant,
}

/// Ends the thread once time is up: a page may draw for hours.
pub(super) fn check(until: Instant) {
    if Instant::now() > until {
        panic::resume_unwind(Box::new("time is up"));
    }
}

impl<'a> Device<'a> for Collector<'_> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        check(self.until);
        for glyph in run.glyphs() {
            let [across, slant, _, up, left, base] = (props.transform * glyph.transform()).as_coeffs();
            // What stands aslant or upside down is a watermark or the name of a chapter in the margin.
            let upright = across > 0.0 && up < 0.0 && slant.abs() < 0.05 * across;
            if !upright || !self.bounds.contains((left, base)) || self.glyphs.len() > self.most {
                continue;
            }
            let advance = match &**glyph {
                Drawn::Outline(outline) => outline.advance_width(),
                Drawn::Type3(drawn) => drawn.advance_width(),
            };
            // A glyph is drawn in a space of a thousand units.
            let right = left + across * f64::from(advance.unwrap_or(500.0));
            self.glyphs.push(Glyph { text: self.characters.of(glyph), left, right, base, size: -up * 1000.0 });
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {
        check(self.until);
    }
    fn push_clip_path(&mut self, _: &ClipPath) {
        check(self.until);
    }
    fn push_clip_rect(&mut self, _: &Rect) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        check(self.until);
    }
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
    fn draw_rect(&mut self, _: &Rect, _: DrawProps<'a>, _: &DrawMode) {}
}
