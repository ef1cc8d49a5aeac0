//! Regions at their places, shaded by a metric.

use svg::node::element::{Definitions, Line, Pattern, Rectangle};

use super::page::{
    Anchor, BOTTOM, INK, MARGIN, Page, QUIET, RULE, SMALL, TEXT, TOP, at, path, short, sources, told, width,
};
use crate::{
    export::{
        lists::{metric_name, region_name},
        reading,
    },
    index::Atlas,
    model::{Language, Measure, RegionCode},
    query::{
        Parcel, Shade, Shading, Territory,
        map::{Point, Shaded, label},
    },
};

/// From the lowest class to the highest; light enough for dark text up to the third.
const FILLS: [&str; 5] = ["#dbe9f6", "#a9cbe6", "#6ba3d0", "#3273b0", "#11427e"];
/// Class up to which text on it is dark.
const DARK_TEXT: usize = 2;
const NO_DATA: &str = "url(#none)";
const WIDTH: f64 = 960.0;
const LEGEND: f64 = 210.0;
/// The most and the least that the map may be high.
const HIGHEST: f64 = 760.0;
const LOWEST: f64 = 220.0;
/// The border of the one that is to be seen, unlike any class.
const LIT: &str = "#d95f02";
/// Half of the widest sliver between parcels that is not left open, in pixels.
const CLOSING: f64 = 3.0;
/// Names are written on the map down to this size.
const LEAST_NAME: f64 = 8.0;

/// The regions of a shading as a map; `lit` has a bold border. `None` where nothing is known of their
/// places.
#[must_use]
pub fn map_picture(
    atlas: &Atlas,
    shade: &Shade,
    shading: &Shading,
    territory: &Territory,
    lit: Option<RegionCode>,
    language: Language,
) -> Option<String> {
    let land = Land::new(shading, territory)?;
    let level = language.pick("", "by ").to_owned() + shade.level.label(language);
    let measure = if shade.measure == Measure::Level { "" } else { shade.measure.label(language) };
    let year = shade.year.map_or_else(|| language.pick("最新", "latest").to_owned(), |year| year.to_string());
    let words = [region_name(atlas, shade.within, language), &level, measure, &year, &shading.unit];
    let words = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" · ");
    let mut page = Page::new(WIDTH, land.height + TOP + BOTTOM, metric_name(atlas, shade.metric, language), &words);
    let name = |shaded: &Shaded| label(atlas.gazetteer(), shaded.region, language).to_owned();
    let names: Vec<String> = shading.regions.iter().map(name).collect();
    page.add(hatching());
    draw_coast(&mut page, &land);
    draw_grounds(&mut page, &land, &names);
    draw_borders(&mut page, &land, lit);
    draw_names(&mut page, &land, &names);
    draw_legend(&mut page, &land, language);
    let entries = shading.regions.iter().filter_map(|region| region.entry.as_ref());
    Some(page.finish(&sources(atlas, entries.map(|entry| entry.reading.source), language)))
}

/// Which region of the shading each parcel belongs to, and where it is on the page.
struct Land<'a> {
    territory: &'a Territory,
    shading: &'a Shading,
    owners: Vec<Option<usize>>,
    /// The point of the plane at the top left, and pixels of a kilometre.
    origin: Point,
    scale: f64,
    height: f64,
}

impl<'a> Land<'a> {
    /// Fits the regions of the shading into the page; `None` where none has a place.
    fn new(shading: &'a Shading, territory: &'a Territory) -> Option<Self> {
        let regions: Vec<_> = shading.regions.iter().map(|shaded| shaded.region).collect();
        let owners = territory.owners(&regions);
        let owned = territory.parcels.iter().zip(&owners).filter(|(_, owner)| owner.is_some());
        let points: Vec<Point> = owned.flat_map(|(parcel, _)| &parcel.outline).map(|corner| corner.at).collect();
        let first = *points.first()?;
        let (mut low, mut high) = (first, first);
        for point in points {
            low = Point { x: low.x.min(point.x), y: low.y.min(point.y) };
            high = Point { x: high.x.max(point.x), y: high.y.max(point.y) };
        }
        let (width, height) = ((high.x - low.x).max(1.0), (high.y - low.y).max(1.0));
        let scale = ((WIDTH - 2.0 * MARGIN - LEGEND) / width).min(HIGHEST / height);
        Some(Self { territory, shading, owners, origin: low, scale, height: (height * scale).max(LOWEST) })
    }

    fn at(&self, point: Point) -> (f64, f64) {
        (MARGIN + (point.x - self.origin.x) * self.scale, TOP + (point.y - self.origin.y) * self.scale)
    }

    /// The parcels that belong to a region, each with its region.
    fn parcels(&self) -> impl Iterator<Item = (&Parcel, usize)> {
        let owned = self.territory.parcels.iter().zip(&self.owners);
        owned.filter_map(|(parcel, owner)| Some((parcel, (*owner)?)))
    }

    fn shaded(&self, owner: usize) -> &Shaded {
        &self.shading.regions[owner]
    }

    fn fill(&self, owner: usize) -> &'static str {
        self.shaded(owner).class.map_or(NO_DATA, |class| FILLS[self.shading.shade(class)])
    }
}

/// The stripes of a region without data.
fn hatching() -> Definitions {
    let ground = Rectangle::new().set("width", 6).set("height", 6).set("fill", "#f4f4f4");
    let stripe = Line::new().set("x1", 0).set("y1", 0).set("x2", 0).set("y2", 6).set("stroke", "#d9d9d9");
    let pattern = Pattern::new().set("id", "none").set("width", 6).set("height", 6);
    let pattern = pattern.set("patternUnits", "userSpaceOnUse").set("patternTransform", "rotate(45)");
    Definitions::new().add(pattern.add(ground).add(stripe))
}

/// All parcels as one, a line around them; the slivers between them close under its width.
fn draw_coast(page: &mut Page, land: &Land) {
    for (colour, width) in [(QUIET, 2.0 * CLOSING + 1.6), ("#ffffff", 2.0 * CLOSING)] {
        for (parcel, _) in land.parcels() {
            let ground = path(parcel.outline.iter().map(|corner| land.at(corner.at)), true);
            page.add(
                ground
                    .set("fill", colour)
                    .set("stroke", colour)
                    .set("stroke-width", width)
                    .set("stroke-linejoin", "round"),
            );
        }
    }
}

fn draw_grounds(page: &mut Page, land: &Land, names: &[String]) {
    for (parcel, owner) in land.parcels() {
        let fill = land.fill(owner);
        let ground = path(parcel.outline.iter().map(|corner| land.at(corner.at)), true);
        // Its own colour around it, so that no seam is left between parcels of one region.
        let ground = ground.set("fill", fill).set("stroke", fill).set("stroke-width", 0.8);
        let entry = land.shaded(owner).entry.as_ref();
        let value =
            entry.map(|entry| format!(" {}{}", reading::converted(entry.value, &entry.reading), land.shading.unit));
        page.add(told(ground, &(names[owner].clone() + &value.unwrap_or_default())));
    }
}

/// Borders between regions, and a bold one around the one that is to be seen.
fn draw_borders(page: &mut Page, land: &Land, lit: Option<RegionCode>) {
    let mut bold = Vec::new();
    for (parcel, owner) in land.parcels() {
        for (place, corner) in parcel.outline.iter().enumerate() {
            let beyond = corner.beyond.and_then(|other| land.owners[other]);
            if beyond == Some(owner) {
                continue;
            }
            let next = parcel.outline[(place + 1) % parcel.outline.len()];
            let edge = path([land.at(corner.at), land.at(next.at)], false).set("stroke-linecap", "round");
            if Some(land.shaded(owner).region) == lit {
                bold.push(edge.set("stroke", LIT).set("stroke-width", 2.5));
            } else if beyond.is_some() {
                page.add(edge.set("stroke", "#ffffff"));
            }
        }
    }
    for edge in bold {
        page.add(edge);
    }
}

/// Names on the regions, the larger first, where there is room.
fn draw_names(page: &mut Page, land: &Land, names: &[String]) {
    let mut areas = vec![0.0; names.len()];
    for (parcel, owner) in land.parcels() {
        areas[owner] += parcel.area;
    }
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by(|a, b| areas[*b].total_cmp(&areas[*a]));
    let mut taken: Vec<[f64; 4]> = Vec::new();
    for owner in order {
        let Some(centre) = land.territory.centre(&land.owners, owner) else { continue };
        let name = &names[owner];
        let room = areas[owner].sqrt() * land.scale * 1.05;
        let size = (TEXT * room / width(name, TEXT)).min(TEXT);
        let (x, y) = land.at(centre);
        let half = width(name, size) / 2.0;
        let place = [x - half, x + half, y - size / 2.0, y + size / 2.0];
        let meets =
            |other: &[f64; 4]| place[0] < other[1] && other[0] < place[1] && place[2] < other[3] && other[2] < place[3];
        if size < LEAST_NAME || taken.iter().any(meets) {
            continue;
        }
        taken.push(place);
        let dark = land.shaded(owner).class.is_none_or(|class| land.shading.shade(class) <= DARK_TEXT);
        page.text(x, y + size * 0.36, at(size), if dark { INK } else { "#ffffff" }, Anchor::Middle, name);
    }
}

/// The classes with their limits and how many regions they have.
fn draw_legend(page: &mut Page, land: &Land, language: Language) {
    let shading = land.shading;
    let x = WIDTH - MARGIN - LEGEND + 30.0;
    let mut y = TOP + 8.0;
    let mut line = |fill: &str, words: &str, regions: usize| {
        let swatch = Rectangle::new().set("x", x).set("y", y).set("width", 22).set("height", 14);
        page.add(swatch.set("fill", fill).set("stroke", RULE));
        page.text(x + 30.0, y + 11.5, TEXT, INK, Anchor::Start, words);
        page.text(WIDTH - MARGIN, y + 11.5, SMALL, QUIET, Anchor::End, &regions.to_string());
        y += 22.0;
    };
    for (number, class) in shading.classes.iter().enumerate().rev() {
        let (low, high) = (short(class.limits.0), short(class.limits.1));
        let limits = if low == high { low } else { format!("{low} – {high}") };
        line(FILLS[shading.shade(number)], &limits, class.regions);
    }
    let without = shading.regions.iter().filter(|region| region.class.is_none()).count();
    if without > 0 {
        line(NO_DATA, language.pick("无数据", "no data"), without);
    }
    page.text(
        x,
        y + 18.0,
        SMALL,
        QUIET,
        Anchor::Start,
        language.pick("形状由中心与面积推得，", "Shapes are made of centres and"),
    );
    page.text(
        x,
        y + 34.0,
        SMALL,
        QUIET,
        Anchor::Start,
        language.pick("不是实际边界", "areas; no border is a real one"),
    );
}
